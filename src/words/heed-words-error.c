/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What went wrong, in words that say what to do about it. Reads the codes and facts of the errors
 * of the rooms below and never their messages, but where a message is all there is. */

#include "config.h"

#include <gio/gio.h>

#include "heed-store-error.h"
#include "heed-words.h"

static char *
bad_fact_words (const GError *error)
{
  const char *fact = heed_case_error_get_fact (error);
  const char *value = heed_case_error_get_value (error);
  const char *name = fact ? fact : "?";

  if (value == NULL)
    value = "";

  switch (heed_case_error_get_obstacle (error))
    {
    case HEED_OBSTACLE_UNKNOWN_FACT:
      /* Translators: the %s is the name of a field */
      return g_strdup_printf (_ ("%s: there is no such field here. Check the spelling."), name);
    case HEED_OBSTACLE_WRONG_TYPE:
      /* Translators: the %s is the name of a field */
      return g_strdup_printf (_ ("%s: this is not the kind of value that belongs here."), name);
    case HEED_OBSTACLE_UNKNOWN_CODE:
      /* Translators: the name of a field, then of the list of choices, as "channels" */
      return g_strdup_printf (_ ("%s: this is not one of the choices (%s)."), name, value);
    case HEED_OBSTACLE_EMPTY:
      /* Translators: the %s is the name of a field */
      return g_strdup_printf (_ ("%s: this must not be empty."), name);
    case HEED_OBSTACLE_BEFORE_RECEIPT:
      /* Translators: the %s is the name of a field */
      return g_strdup_printf (_ ("%s: this day is before the complaint was received."), name);
    case HEED_OBSTACLE_IN_FUTURE:
      /* Translators: the %s is the name of a field */
      return g_strdup_printf (_ ("%s: this day has not come yet."), name);
    case HEED_OBSTACLE_OLD_VALUE:
      /* Translators: the %s is the name of a field */
      return g_strdup_printf (_ ("%s: this was changed since. Look at it again, then correct it."),
                              name);
    case HEED_OBSTACLE_NOT_AMENDABLE:
      /* Translators: the %s is the name of a field */
      return g_strdup_printf (_ ("%s: this cannot be corrected. Write a note instead."), name);
    case HEED_OBSTACLE_NO_SUCH_ITEM:
      if (*value == '\0')
        /* Translators: the %s is the name of a field */
        return g_strdup_printf (_ ("%s: the case has none with this number. Look at the case, then "
                                   "choose one."),
                                name);
      /* Translators: the name of a field, then what was given */
      return g_strdup_printf (_ ("%s: there is no %s."), name, value);
    case HEED_OBSTACLE_SELF:
      /* Translators: the %s is the name of a field */
      return g_strdup_printf (_ ("%s: a case cannot be linked to itself."), name);
    case HEED_OBSTACLE_ORDER:
      /* Translators: the %s is the name of a field */
      return g_strdup_printf (_ ("%s: this day is before the day it must follow."), name);
    case HEED_OBSTACLE_NONE:
    case HEED_OBSTACLE_STAGE:
    case HEED_OBSTACLE_ALREADY:
    case HEED_OBSTACLE_NOT_SO:
    case HEED_OBSTACLE_NO_CASE:
    case HEED_OBSTACLE_TYPE:
    case HEED_OBSTACLE_CONSENT:
    default:
      /* Translators: the name of a field, then a reason in English */
      return g_strdup_printf (_ ("%s: %s"), name, error->message);
    }
}

/* Names the stage the case is in, and the way on from there to where the act is done. */
static char *
stage_error_words (const GError *error)
{
  const HeedActKind *kind = heed_act_kind_find (heed_case_error_get_fact (error));
  HeedStage stage;

  if (!heed_stage_parse (heed_case_error_get_value (error), &stage))
    return g_strdup (_ ("This cannot be done in the stage the case is in."));
  if (stage == HEED_STAGE_CLOSED)
    return g_strdup (_ ("The case is closed. Reopen it, then try again."));
  if (kind != NULL && kind->stages == HEED_STAGE_BIT (HEED_STAGE_CLOSED))
    /* Translators: the %s is the name of a stage, as “Listen” */
    return g_strdup_printf (_ ("This is done to closed cases. This one is open, in the stage “%s”: "
                               "go on from there."),
                            heed_words_stage (stage));
  if (kind != NULL && kind->stages < HEED_STAGE_BIT (stage))
    /* Translators: the %s is the name of a stage, as “Resolve” */
    return g_strdup_printf (_ ("The case is in the stage “%s” already, and this belongs to an earlier "
                               "one. Write a note if something is left to say."),
                            heed_words_stage (stage));
  if (stage == HEED_STAGE_LISTEN)
    /* Translators: the %s is the name of the stage “Listen” */
    return g_strdup_printf (_ ("The case is still in the stage “%s”. Finish listening, or "
                               "acknowledge it, then try again."),
                            heed_words_stage (stage));
  /* Translators: the %s is the name of the stage “Acknowledge” */
  return g_strdup_printf (_ ("The case is still in the stage “%s”. Acknowledge it, then try again."),
                          heed_words_stage (stage));
}

static char *
not_allowed_words (const GError *error)
{
  switch (heed_case_error_get_obstacle (error))
    {
    case HEED_OBSTACLE_STAGE:
      return stage_error_words (error);
    case HEED_OBSTACLE_ALREADY:
      return g_strdup (_ ("This has been done already."));
    case HEED_OBSTACLE_NOT_SO:
      return g_strdup (_ ("There is nothing here to undo or to end."));
    case HEED_OBSTACLE_NO_CASE:
      return g_strdup (_ ("This can only be done to a case that was logged, and logging makes a "
                          "new one."));
    case HEED_OBSTACLE_TYPE:
      return g_strdup (_ ("This is not done for this type of contact."));
    case HEED_OBSTACLE_CONSENT:
      return g_strdup (_ ("The patient’s permission for this is not there yet. Ask for it, and "
                          "record it under People; a letter to the patient can go now."));
    case HEED_OBSTACLE_SELF:
      return g_strdup (_ ("A case cannot be linked to itself."));
    case HEED_OBSTACLE_ORDER:
      return g_strdup (_ ("One of the days is before the day it must follow."));
    case HEED_OBSTACLE_NONE:
    case HEED_OBSTACLE_NO_SUCH_ITEM:
    case HEED_OBSTACLE_UNKNOWN_FACT:
    case HEED_OBSTACLE_WRONG_TYPE:
    case HEED_OBSTACLE_UNKNOWN_CODE:
    case HEED_OBSTACLE_EMPTY:
    case HEED_OBSTACLE_BEFORE_RECEIPT:
    case HEED_OBSTACLE_IN_FUTURE:
    case HEED_OBSTACLE_OLD_VALUE:
    case HEED_OBSTACLE_NOT_AMENDABLE:
    default:
      return bad_fact_words (error);
    }
}

static char *
case_error_words (const GError *error)
{
  char      **missing = NULL;
  const char *value;

  switch ((HeedCaseError) error->code)
    {
    case HEED_CASE_ERROR_MISSING_FACTS:
      missing = heed_case_error_get_missing (error);
      return heed_words_missing (missing);
    case HEED_CASE_ERROR_BAD_FACT:
      return bad_fact_words (error);
    case HEED_CASE_ERROR_UNKNOWN_KIND:
      value = heed_case_error_get_value (error);
      if (value == NULL)
        return g_strdup (_ ("Heed does not know this kind of act."));
      /* Translators: the %s is the name of an act, as "note" */
      return g_strdup_printf (_ ("Heed does not know the act “%s”."), value);
    case HEED_CASE_ERROR_NOT_ALLOWED:
    default:
      return not_allowed_words (error);
    }
}

static const char *
store_error_words (int code)
{
  switch ((HeedStoreError) code)
    {
    case HEED_STORE_ERROR_BUSY:
      return _ ("Another program is using the file. Close it, or wait a moment, then try again.");
    case HEED_STORE_ERROR_CORRUPT:
      return _ ("The file is damaged. Restore the last good backup.");
    case HEED_STORE_ERROR_CONFLICT:
      return _ ("Somebody else changed the same thing in the meantime. Look at what they did, then "
                "decide again.");
    case HEED_STORE_ERROR_WRONG_KEY:
      return _ ("The key does not open the file. Check that it is the right key and the right "
                "file.");
    case HEED_STORE_ERROR_NOT_HEED:
      return _ ("This is not a Heed file. Choose another.");
    case HEED_STORE_ERROR_TOO_NEW:
      return _ ("The file was written by a newer Heed. Update Heed to open it.");
    case HEED_STORE_ERROR_FULL:
      return _ ("The disk is full. Nothing was changed. Make room, then try again.");
    case HEED_STORE_ERROR_READ_ONLY:
      return _ ("The file cannot be written. Ask for the right to change it and its folder.");
    case HEED_STORE_ERROR_NOT_LOCAL:
      return _ ("The file is in a network or synchronised folder, where it could be damaged. Move "
                "it to a folder of this computer.");
    case HEED_STORE_ERROR_NOT_FOUND:
      return _ ("It is not there. Check the name or the reference.");
    case HEED_STORE_ERROR_EXISTS:
      return _ ("There is something of that name already. Choose another name.");
    case HEED_STORE_ERROR_ON_HOLD:
      return _ ("A case that names this person is on hold, so nothing of them may be erased. Release "
                "the hold first, if that is right.");
    case HEED_STORE_ERROR_KNOWN_ID:
      return _ ("Another act has this id already, and it says something else. Give the new act an id "
                "of its own, or none.");
    case HEED_STORE_ERROR_FAILED:
    default:
      return _ ("Heed could not keep this. Nothing was changed. Try again.");
    }
}

static char *
rules_error_words (const GError *error)
{
  switch ((HeedRulesError) error->code)
    {
    case HEED_RULES_ERROR_READ:
      /* Translators: the name of a file and the reason, in English */
      return g_strdup_printf (_ ("A rules file cannot be read. %s"), error->message);
    case HEED_RULES_ERROR_SYNTAX:
      /* Translators: the name of a file and the reason, in English */
      return g_strdup_printf (_ ("This is not JSON. %s"), error->message);
    case HEED_RULES_ERROR_INVALID:
      /* Translators: the name of a file, the place in it and the reason, in English */
      return g_strdup_printf (_ ("There is a mistake in the file. %s"), error->message);
    case HEED_RULES_ERROR_NO_HOLIDAYS:
      /* Translators: details, in English */
      return g_strdup_printf (_ ("The calendar holds no holidays for a year that is needed. "
                                 "Update the rules. %s"),
                              error->message);
    case HEED_RULES_ERROR_NO_WORKING_DAY:
      return g_strdup (_ ("The calendar has no working day in ten years. Correct it."));
    case HEED_RULES_ERROR_UNKNOWN:
    default:
      /* Translators: what is not there, in English */
      return g_strdup_printf (_ ("The rules do not hold what is needed. %s"), error->message);
    }
}

/**
 * heed_words_error:
 * @error: an error of any domain
 *
 * Returns: (transfer full): what went wrong and what to do about it, in whole sentences
 */
char *
heed_words_error (const GError *error)
{
  g_return_val_if_fail (error != NULL, NULL);

  if (error->domain == HEED_CASE_ERROR)
    return case_error_words (error);
  if (error->domain == HEED_STORE_ERROR)
    return g_strdup (store_error_words (error->code));
  if (error->domain == HEED_RULES_ERROR)
    return rules_error_words (error);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return g_strdup (_ ("This was stopped. Nothing was changed."));
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND)
      || g_error_matches (error, G_FILE_ERROR, G_FILE_ERROR_NOENT))
    /* Translators: the reason, with the name of the file */
    return g_strdup_printf (_ ("There is no such file. %s"), error->message);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE)
      || g_error_matches (error, G_FILE_ERROR, G_FILE_ERROR_NOSPC))
    return g_strdup (_ ("The disk is full. Make room, then try again."));
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_BUSY))
    /* Translators: the reason, with the name of the file */
    return g_strdup_printf (_ ("Another program has this file open. Close it there, or choose another "
                               "name. %s"),
                            error->message);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_IS_DIRECTORY)
      || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NOT_REGULAR_FILE))
    /* Translators: the reason, with the name of the file */
    return g_strdup_printf (_ ("Nothing can be written in the place of this. Choose another name. %s"),
                            error->message);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_READ_ONLY)
      || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED)
      || g_error_matches (error, G_FILE_ERROR, G_FILE_ERROR_ACCES))
    /* Translators: the reason, with the name of the file */
    return g_strdup_printf (_ ("You are not allowed to use this file. %s"), error->message);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_IS_DIRECTORY)
      || g_error_matches (error, G_FILE_ERROR, G_FILE_ERROR_ISDIR))
    /* Translators: the reason, with the name of the folder */
    return g_strdup_printf (_ ("This is a folder. Choose a name for the file. %s"), error->message);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_READ_ONLY)
      || g_error_matches (error, G_FILE_ERROR, G_FILE_ERROR_ROFS))
    /* Translators: the reason, with the name of the file */
    return g_strdup_printf (_ ("Nothing can be written there. Choose another folder. %s"),
                            error->message);
  return g_strdup (error->message);
}
