/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The sheet that a person takes home: what we understood, what happens now and by when, whom to ask,
 * who else can help. Short sentences for somebody who is upset; nothing that they did not tell us. */

#include "config.h"

#include "heed-words-sheet.h"

#include "heed-words-needs.h"

static void
line_free (gpointer data)
{
  HeedSheetLine *line = data;

  g_free (line->text);
  g_free (line);
}

/* Takes the text. */
static void
add (GPtrArray    *lines,
     HeedSheetPart part,
     char         *text)
{
  HeedSheetLine *line = g_new0 (HeedSheetLine, 1);

  line->part = part;
  line->text = text;
  g_ptr_array_add (lines, line);
}

static void
add_heading (GPtrArray  *lines,
             const char *text)
{
  add (lines, HEED_SHEET_HEADING, g_strdup (text));
}

static void
add_paragraph (GPtrArray  *lines,
               const char *text)
{
  add (lines, HEED_SHEET_PARAGRAPH, g_strdup (text));
}

static const HeedPerson *
get_person (const HeedCaseFile *file)
{
  return file->state->person != NULL ? g_hash_table_lookup (file->people, file->state->person)
                                     : NULL;
}

static void
add_understood (GPtrArray      *lines,
                const HeedCase *state)
{
  add_heading (lines, _ ("What You Told Us"));
  if (state->issues->len == 0)
    /* Translators: what somebody said, in quotation marks of your language */
    add (lines, HEED_SHEET_PARAGRAPH, g_strdup_printf (_ ("“%s”"), state->words));
  for (guint i = 0; i < state->issues->len; i++)
    {
      const HeedIssue *issue = state->issues->pdata[i];

      add (lines, HEED_SHEET_ITEM, g_strdup (issue->text));
    }
  if (state->wants->len > 0)
    add_heading (lines, _ ("What You Would Like"));
  for (guint i = 0; i < state->wants->len; i++)
    {
      const HeedWant *want = state->wants->pdata[i];

      add (lines, HEED_SHEET_ITEM, g_strdup (want->text));
    }
  add_paragraph (lines, _ ("If we left something out or got it wrong, please tell us."));
}

static const HeedClock *
find_clock (GPtrArray  *clocks,
            const char *id)
{
  for (guint i = 0; i < clocks->len; i++)
    {
      const HeedClock *clock = clocks->pdata[i];

      if (g_str_equal (clock->spec->id, id) && clock->due != HEED_DATE_NONE)
        return clock;
    }
  return NULL;
}

static void
add_dates (GPtrArray       *lines,
           const HeedCase  *state,
           const HeedRules *rules,
           HeedDate         today)
{
  g_autoptr (GPtrArray) clocks = heed_case_compute_clocks (state, rules, today);
  const HeedClock   *acknowledge = find_clock (clocks, "acknowledge");
  const HeedPromise *promise = heed_case_get_promise (state);
  const HeedClock   *reply = find_clock (clocks, "reply");
  HeedDate           answer = promise != NULL ? promise->by
                              : reply != NULL ? reply->due
                                              : HEED_DATE_NONE;

  add_heading (lines, _ ("What Happens Now"));
  if (acknowledge != NULL && state->stage <= HEED_STAGE_ACKNOWLEDGE)
    {
      g_autofree char *day = heed_words_date (acknowledge->due);

      /* Translators: %s is a date */
      add (lines, HEED_SHEET_PARAGRAPH,
           g_strdup_printf (_ ("By %s we will be in touch to agree with you what we look into, how, "
                               "and by when."),
                            day));
    }
  if (answer != HEED_DATE_NONE && state->stage <= HEED_STAGE_RESOLVE)
    {
      g_autofree char *day = heed_words_date (answer);

      /* Translators: %s is a date */
      add (lines, HEED_SHEET_PARAGRAPH,
           g_strdup_printf (_ ("By %s you will have our answer. If we need longer, we will tell you "
                               "before that day, and why."),
                            day));
    }
  if (state->did != NULL)
    /* Translators: %s is what somebody wrote down */
    add (lines, HEED_SHEET_PARAGRAPH,
         g_strdup_printf (_ ("What we have done already: %s"), state->did));
  add_paragraph (lines, _ ("Your care will not change because you told us. If you feel that it does, "
                           "please tell us at once."));
}

static void
add_contact (GPtrArray        *lines,
             const HeedCase   *state,
             const HeedSender *sender)
{
  const char *who = state->owner != NULL ? state->owner : state->taken_by;

  add_heading (lines, _ ("Whom to Ask"));
  /* Translators: the name of a member of staff, then the reference of the case */
  add (lines, HEED_SHEET_PARAGRAPH,
       g_strdup_printf (_ ("Ask for %s, and name the reference %s."), who, state->reference));
  if (sender->contact != NULL && *sender->contact != '\0')
    add_paragraph (lines, sender->contact);
}

static gboolean
is_offered (const HeedCase     *state,
            const HeedResource *resource)
{
  if (resource->reach == NULL)
    return FALSE;
  switch (resource->kind)
    {
    case HEED_RESOURCE_BEREAVEMENT:
      return heed_case_has_flag (state, "bereaved");
    case HEED_RESOURCE_CRISIS:
      return heed_case_has_flag (state, "at-risk") || g_strcmp0 (state->feeling_now, "unsafe") == 0
             || heed_case_has_flag (state, "bereaved");
    case HEED_RESOURCE_LANGUAGE:
      return state->interpreter;
    case HEED_RESOURCE_ADVOCACY:
    case HEED_RESOURCE_NEXT_BODY:
    case HEED_RESOURCE_OUT_OF_HOURS:
    case HEED_RESOURCE_SUPPORT:
    default:
      return TRUE;
    }
}

static void
add_help (GPtrArray       *lines,
          const HeedCase  *state,
          const HeedRules *rules)
{
  const HeedResources *places = heed_rules_get_resources (rules, state->profile);
  const HeedResource  *place;
  gboolean             is_first = TRUE;

  for (guint i = 0; places != NULL && (place = heed_resources_get (places, i)) != NULL; i++)
    {
      if (!is_offered (state, place))
        continue;
      if (is_first)
        add_heading (lines, _ ("Who Else Can Help"));
      is_first = FALSE;
      add (lines, HEED_SHEET_ITEM,
           place->hours != NULL
               /* Translators: a place that helps: its name, what it does, how and when to reach it */
               ? g_strdup_printf (_ ("%s. %s %s (%s)"), place->name, place->what, place->reach,
                                  place->hours)
               /* Translators: a place that helps: its name, what it does, how to reach it */
               : g_strdup_printf (_ ("%s. %s %s"), place->name, place->what, place->reach));
    }
}

/**
 * heed_words_sheet_title:
 *
 * Returns: (transfer full): the title of the sheet
 */
char *
heed_words_sheet_title (void)
{
  return g_strdup (_ ("What Will Happen Now"));
}

/**
 * heed_words_sheet:
 * @file: a case
 * @rules: the rules
 * @sender: whose paper it is
 * @today: the day on which it is given
 *
 * Makes the sheet that a person takes home from the desk.
 *
 * Returns: (transfer full) (element-type HeedSheetLine): its lines below the title
 */
GPtrArray *
heed_words_sheet (const HeedCaseFile *file,
                  const HeedRules    *rules,
                  const HeedSender   *sender,
                  HeedDate            today)
{
  GPtrArray        *lines = g_ptr_array_new_with_free_func (line_free);
  const HeedCase   *state = file->state;
  const HeedPerson *person = get_person (file);
  g_autofree char  *day = heed_words_date (today);

  if (person != NULL)
    /* Translators: the name of a person, then a date */
    add (lines, HEED_SHEET_PARAGRAPH,
         g_strdup_printf (_ ("For %s, %s"),
                          person->full_name != NULL ? person->full_name : person->name, day));
  else
    add_paragraph (lines, day);
  /* Translators: %s is the reference of a case */
  add (lines, HEED_SHEET_PARAGRAPH, g_strdup_printf (_ ("Your reference: %s"), state->reference));
  add_paragraph (lines, _ ("Thank you for telling us."));
  add_understood (lines, state);
  add_dates (lines, state, rules, today);
  add_contact (lines, state, sender);
  add_help (lines, state, rules);
  return lines;
}

/**
 * heed_sender_load:
 * @sender: (out caller-allocates): gets what the organisation told of itself
 * @store: the store
 *
 * Reads settings; blocks for a moment.
 */
void
heed_sender_load (HeedSender *sender,
                  HeedStore  *store)
{
  sender->organisation = heed_store_get_setting (store, "organisation", NULL);
  sender->contact = heed_store_get_setting (store, "contact", NULL);
}

/**
 * heed_sender_clear:
 * @sender: a sender
 *
 * Frees what it holds.
 */
void
heed_sender_clear (HeedSender *sender)
{
  g_clear_pointer (&sender->organisation, g_free);
  g_clear_pointer (&sender->contact, g_free);
}
