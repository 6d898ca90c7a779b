/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Writes the beginning of a letter from a template and the facts of a case. A fact that is not
 * known is never guessed: its name stands in square brackets, and is told to the caller. */

#include "config.h"

#include "heed-letters-private.h"

#include <string.h>

struct _HeedLetterFacts
{
  HeedLetters *letters;
  HeedCase    *state;
  GHashTable  *fields; /* field → value */
};

static void
facts_clear (gpointer data)
{
  HeedLetterFacts *self = data;

  g_clear_pointer (&self->letters, heed_letters_unref);
  g_clear_pointer (&self->state, heed_case_unref);
  g_clear_pointer (&self->fields, g_hash_table_unref);
}

/** heed_letter_facts_ref: Returns: (transfer full): @self, held once more */
HeedLetterFacts *
heed_letter_facts_ref (HeedLetterFacts *self)
{
  return g_atomic_rc_box_acquire (self);
}

/** heed_letter_facts_unref: @self: (transfer full): facts. Lets go of them. */
void
heed_letter_facts_unref (HeedLetterFacts *self)
{
  g_atomic_rc_box_release_full (self, facts_clear);
}

/**
 * heed_letter_facts_set:
 * @self: facts
 * @field: a field that letters know
 * @value: (nullable): its value, UTF-8; nothing is set where it is empty
 */
void
heed_letter_facts_set (HeedLetterFacts *self,
                       const char      *field,
                       const char      *value)
{
  if (value != NULL && *value != '\0')
    g_hash_table_insert (self->fields, g_strdup (field), g_strdup (value));
}

/**
 * heed_letter_facts_get:
 * @self: facts
 * @field: a field
 *
 * Returns: (transfer none) (nullable): its value, %NULL if it is not known
 */
const char *
heed_letter_facts_get (const HeedLetterFacts *self,
                       const char            *field)
{
  return g_hash_table_lookup (self->fields, field);
}

/** heed_letter_facts_get_case: Returns: (transfer none): the case */
HeedCase *
heed_letter_facts_get_case (const HeedLetterFacts *self)
{
  return self->state;
}

/**
 * heed_letter_facts_format_date:
 * @self: facts
 * @date: a date
 *
 * Returns: (transfer full) (nullable): the date as letters of that profile write it, "23 November
 *   2026" or "November 23, 2026"; %NULL for no date
 */
char *
heed_letter_facts_format_date (const HeedLetterFacts *self,
                               HeedDate               date)
{
  char *const *months = self->letters->signs->months;
  int          year, month, day;

  if (date == HEED_DATE_NONE)
    return NULL;
  heed_date_get (date, &year, &month, &day);
  if (heed_letters_is_month_first (self->letters, self->state->profile))
    return g_strdup_printf ("%s %d, %d", months[month - 1], day, year);
  return g_strdup_printf ("%d %s %d", day, months[month - 1], year);
}

static void
set_date (HeedLetterFacts *self,
          const char      *field,
          HeedDate         date)
{
  g_autofree char *text = heed_letter_facts_format_date (self, date);

  heed_letter_facts_set (self, field, text);
}

/* What stands after a colon, with the next beginning after a semicolon. */
static void
set_list (HeedLetterFacts *self,
          const char      *field,
          GPtrArray       *items,
          const char    *(*get_text) (gconstpointer item))
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) texts = NULL;
  g_autofree char *joined = NULL;

  for (guint i = 0; i < items->len; i++)
    if (get_text (g_ptr_array_index (items, i)) != NULL)
      {
        char *text = g_strdup (get_text (g_ptr_array_index (items, i)));

        if (g_str_has_suffix (text, "."))
          text[strlen (text) - 1] = '\0';
        g_strv_builder_take (builder, text);
      }
  texts = g_strv_builder_end (builder);
  joined = g_strjoinv ("; ", texts);
  heed_letter_facts_set (self, field, joined);
}

static const char *
get_want (gconstpointer item)
{
  return ((const HeedWant *) item)->text;
}

static const char *
get_learning (gconstpointer item)
{
  return ((const HeedLearning *) item)->text;
}

/**
 * heed_letter_facts_new:
 * @letters: the letters
 * @rules: the rules
 * @state: a case
 * @today: the day the letter is from
 *
 * Takes from the case whatever a letter may say. The name and address of the person and what
 * belongs to the organisation have to be set by the caller.
 *
 * Returns: (transfer full): the facts
 */
HeedLetterFacts *
heed_letter_facts_new (HeedLetters     *letters,
                       const HeedRules *rules,
                       HeedCase        *state,
                       HeedDate         today)
{
  HeedLetterFacts   *self = g_atomic_rc_box_new0 (HeedLetterFacts);
  const HeedPromise *promise = heed_case_get_promise (state);
  const HeedProfile *profile = heed_rules_get_profile (rules, state->profile);
  g_autofree char   *months = NULL;

  self->letters = heed_letters_ref (letters);
  self->state = heed_case_ref (state);
  self->fields = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  set_date (self, "today", today);
  set_date (self, "received", state->received);
  set_date (self, "reply_by", promise != NULL ? promise->by : HEED_DATE_NONE);
  heed_letter_facts_set (self, "reference", state->reference);
  heed_letter_facts_set (self, "owner", state->owner);
  heed_letter_facts_set (self, "plan", state->plan);
  heed_letter_facts_set (self, "words", state->words);
  heed_letter_facts_set (self, "did", state->did);
  heed_letter_facts_set (self, "language", state->language);
  set_list (self, "wants", state->wants, get_want);
  set_list (self, "learning", state->learning, get_learning);
  if (profile != NULL)
    {
      heed_letter_facts_set (self, "next_body", heed_profile_get_next_body (profile));
      if (heed_profile_get_next_body_months (profile) > 0)
        months = g_strdup_printf ("%d", heed_profile_get_next_body_months (profile));
      heed_letter_facts_set (self, "next_body_months", months);
    }
  return self;
}

/* A finding's evidence as a sentence of its own. */
static char *
make_sentence (const char *text)
{
  if (text == NULL || *text == '\0')
    return NULL;
  return g_strconcat (text, strchr (".!?", text[strlen (text) - 1]) != NULL ? "" : ".", NULL);
}

/* The value of a field of one issue; @is_empty where there rightly is none. */
static char *
get_issue_field (const HeedIssue *issue,
                 const char      *field,
                 gboolean        *is_empty)
{
  if (issue == NULL)
    return NULL;
  if (g_str_equal (field, "n"))
    return g_strdup_printf ("%u", issue->number);
  if (g_str_equal (field, "issue"))
    return g_strdup (issue->text);
  if (g_str_equal (field, "evidence_sentence"))
    return make_sentence (issue->evidence);
  if (g_str_equal (field, "should_sentence"))
    {
      *is_empty = issue->should_have == NULL;
      return make_sentence (issue->should_have);
    }
  return NULL;
}

static void
note_missing (GPtrArray  *missing,
              const char *field)
{
  if (missing == NULL)
    return;
  for (guint i = 0; i < missing->len; i++)
    if (g_str_equal (g_ptr_array_index (missing, i), field))
      return;
  g_ptr_array_add (missing, g_strdup (field));
}

static char *
fill (const HeedLetterFacts *facts,
      const char            *text,
      const HeedIssue       *issue,
      GPtrArray             *missing)
{
  GString *filled = g_string_new (NULL);

  while (*text != '\0')
    {
      const char      *end = *text == '{' ? strchr (text, '}') : NULL;
      g_autofree char *field = end != NULL ? g_strndup (text + 1, (gsize) (end - text - 1)) : NULL;
      g_autofree char *own = NULL;
      const char      *value;
      const char      *label;
      gboolean         is_empty = FALSE;

      if (field == NULL)
        {
          g_string_append_c (filled, *text++);
          continue;
        }
      own = get_issue_field (issue, field, &is_empty);
      value = own != NULL ? own : heed_letter_facts_get (facts, field);
      label = g_hash_table_lookup (facts->letters->signs->fields, field);
      if (value != NULL)
        g_string_append (filled, value);
      else if (!is_empty)
        {
          g_string_append_printf (filled, "[%s]", label != NULL ? label : field);
          note_missing (missing, field);
        }
      text = end + 1;
    }
  while (filled->len > 0 && filled->str[filled->len - 1] == ' ')
    g_string_truncate (filled, filled->len - 1);
  return g_string_free (filled, FALSE);
}

/**
 * heed_letter_fill:
 * @facts: the facts
 * @text: a text with fields in braces
 * @missing: (nullable) (element-type utf8): takes the names of fields that are not known
 *
 * Returns: (transfer full): the text with the fields filled in; one that is not known has its name
 *   in square brackets
 */
char *
heed_letter_fill (const HeedLetterFacts *facts,
                  const char            *text,
                  GPtrArray             *missing)
{
  return fill (facts, text, NULL, missing);
}

static gboolean
needs_permission (const HeedCase *state)
{
  return !heed_case_may_send_letter (state, "final-reply", "person");
}

static gboolean
is_so (const HeedLetterFacts *facts,
       const HeedIssue       *issue,
       const char            *condition)
{
  const HeedCase *state = facts->state;

  if (g_str_equal (condition, "issues"))
    return state->issues->len > 0;
  if (g_str_equal (condition, "wants"))
    return state->wants->len > 0;
  if (g_str_equal (condition, "did"))
    return state->did != NULL;
  if (g_str_equal (condition, "interpreter"))
    return state->interpreter;
  if (g_str_equal (condition, "permission"))
    return needs_permission (state);
  if (g_str_equal (condition, "not-found"))
    return issue != NULL && issue->finding == NULL;
  return issue != NULL && g_strcmp0 (issue->finding, condition) == 0;
}

static gboolean
is_wanted (const HeedLetterFacts *facts,
           const HeedLetterBlock *block,
           const HeedIssue       *issue)
{
  for (guint i = 0; block->when != NULL && block->when[i] != NULL; i++)
    if (!is_so (facts, issue, block->when[i]))
      return FALSE;
  return TRUE;
}

static void
add_block (const HeedLetterFacts *facts,
           const HeedLetterBlock *block,
           const char            *text,
           const HeedIssue       *issue,
           GPtrArray             *missing,
           GString               *letter)
{
  g_autofree char *filled = NULL;

  if (!is_wanted (facts, block, issue))
    return;
  if (letter->len > 0)
    g_string_append (letter, block->each_issue && block->heading == NULL && issue->number > 1
                                 ? "\n"
                                 : "\n\n");
  if (block->heading != NULL)
    {
      g_autofree char *heading = fill (facts, block->heading, issue, missing);

      g_string_append_printf (letter, "%s\n", heading);
    }
  filled = fill (facts, text, issue, missing);
  g_string_append (letter, filled);
}

/**
 * heed_letter_compose:
 * @facts: the facts
 * @template: a template
 * @missing: (nullable) (element-type utf8): takes the names of fields that are not known
 *
 * Writes a letter to begin with: paragraphs with an empty line between them. A part that the
 * profile does not ask for is left out.
 *
 * Returns: (transfer full): its text
 */
char *
heed_letter_compose (const HeedLetterFacts    *facts,
                     const HeedLetterTemplate *template,
                     GPtrArray                *missing)
{
  const HeedLetterTemplateFull *full = (const HeedLetterTemplateFull *) template;
  const HeedCase               *state = facts->state;
  GString                      *letter = g_string_new (NULL);

  for (guint i = 0; i < full->blocks->len; i++)
    {
      const HeedLetterBlock    *block = g_ptr_array_index (full->blocks, i);
      const HeedLetterPartFull *part = NULL;
      const char               *text = block->text;

      if (block->part != NULL)
        {
          part = heed_letters_find_part (facts->letters, block->part, template->letter,
                                         state->profile);
          text = part != NULL ? part->shown.text : NULL;
        }
      if (text == NULL)
        continue;
      if (!block->each_issue)
        add_block (facts, block, text, NULL, missing, letter);
      for (guint n = 0; block->each_issue && n < state->issues->len; n++)
        add_block (facts, block, text, g_ptr_array_index (state->issues, n), missing, letter);
    }
  g_string_append_c (letter, '\n');
  return g_string_free (letter, FALSE);
}
