/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the checks of a letter found, in words. Decides nothing: whether something is there is the
 * matter of the guidance room. */

#include "config.h"

#include "heed-words-letter.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "heed-words.h"

/**
 * heed_words_letter_text:
 * @text: (nullable): a label, hint or note from the files of letters
 *
 * Returns: (transfer none) (nullable): the same, translated where there is a translation
 */
const char *
heed_words_letter_text (const char *text)
{
  return text != NULL ? g_dgettext (GETTEXT_PACKAGE, text) : NULL;
}

/**
 * heed_words_letter_part:
 * @place: a part that a letter must have
 *
 * Returns: (transfer full): how it stands with it
 */
char *
heed_words_letter_part (const HeedLetterPlace *place)
{
  switch (place->state)
    {
    case HEED_LETTER_THERE:
      return g_strdup (_ ("It is there"));
    case HEED_LETTER_UNFINISHED:
      return g_strdup (_ ("Something in [ ] is still to be written"));
    case HEED_LETTER_MISSING:
    case HEED_LETTER_DIFFERS:
    default:
      return g_strdup (heed_words_letter_text (place->hint));
    }
}

/**
 * heed_words_letter_answer:
 * @answer: how it stands with an issue
 * @issue: the issue
 * @rules: the rules
 *
 * Returns: (transfer full): what the letter says about it
 */
char *
heed_words_letter_answer (const HeedLetterAnswer *answer,
                          const HeedIssue        *issue,
                          const HeedRules        *rules)
{
  const char *finding = heed_words_code (rules, "findings", issue->finding);

  switch (answer->state)
    {
    case HEED_LETTER_THERE:
      return g_strdup (finding != NULL ? finding : _ ("It is there"));
    case HEED_LETTER_UNFINISHED:
      return g_strdup (_ ("No conclusion yet"));
    case HEED_LETTER_DIFFERS:
      /* Translators: %s is a finding, as in “Upheld” */
      return g_strdup_printf (_ ("The case says something else: %s"), finding);
    case HEED_LETTER_MISSING:
    default:
      return g_strdup (_ ("Nothing written yet"));
    }
}

/**
 * heed_words_letter_mistake:
 * @mistake: a name or date that differs from the case
 *
 * Returns: (transfer full): what is wrong with it
 */
char *
heed_words_letter_mistake (const HeedLetterMistake *mistake)
{
  switch (mistake->kind)
    {
    case HEED_LETTER_NAME:
      /* Translators: %s is a name */
      return g_strdup_printf (_ ("Is it %s?"), mistake->expected);
    case HEED_LETTER_GREETING:
      /* Translators: %s is a name */
      return g_strdup_printf (_ ("The letter is to %s"), mistake->expected);
    case HEED_LETTER_REFERENCE:
      /* Translators: %s is the reference of a case */
      return g_strdup_printf (_ ("The reference is %s"), mistake->expected);
    case HEED_LETTER_DATE:
      /* Translators: %s is a date */
      return g_strdup_printf (_ ("The case says %s"), mistake->expected);
    case HEED_LETTER_WEEKDAY:
      /* Translators: %s is a day of the week */
      return g_strdup_printf (_ ("That day is a %s"), mistake->expected);
    case HEED_LETTER_NO_DATE:
    default:
      return g_strdup (_ ("There is no such day"));
    }
}

/** heed_words_letter_gap: Returns: (transfer none): what is still in square brackets */
const char *
heed_words_letter_gap (void)
{
  return _ ("What is still in [ ]");
}

/**
 * heed_words_letter_lacking:
 * @check: what was found
 *
 * Returns: (transfer full) (array zero-terminated=1): what keeps the letter from being recorded as
 *   sent without a reason; empty if nothing does
 */
char **
heed_words_letter_lacking (const HeedLetterCheck *check)
{
  g_auto (GStrv) lacking = heed_letter_check_dup_lacking (check, heed_words_letter_gap ());
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; lacking[i] != NULL; i++)
    if (g_str_has_prefix (lacking[i], "issue "))
      /* Translators: %s is the number of an issue */
      g_strv_builder_take (builder, g_strdup_printf (_ ("An answer to issue %s"), lacking[i] + 6));
    else
      g_strv_builder_add (builder, heed_words_letter_text (lacking[i]));
  return g_strv_builder_end (builder);
}

/**
 * heed_words_letter_reading:
 * @readability: how hard a text is to read
 *
 * A Flesch-Kincaid grade is a school year in the United States, where the first begins at the age
 * of six: grade 5 is read at 10 to 11.
 *
 * Returns: (transfer full): for whom it is easy enough, as in "Reading age 10 to 11"
 */
char *
heed_words_letter_reading (const HeedReadability *readability)
{
  int age = (int) lrint (readability->flesch_kincaid) + 5;

  if (readability->n_words == 0)
    return g_strdup (_ ("Reading age"));
  if (age < 7)
    return g_strdup (_ ("Reading age under 8"));
  if (age > 17)
    return g_strdup (_ ("Reading age over 18"));
  /* Translators: an age and the next one, in years */
  return g_strdup_printf (_ ("Reading age %d to %d"), age, age + 1);
}
