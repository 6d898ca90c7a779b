/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Names, references and dates in a letter that differ from the case. A name that is nearly right
 * and a date that is one day off hurt more than a missing comma. */

#include "config.h"

#include "heed-letter-check-private.h"

#include <string.h>

/* So many words before a date may say what date it is. */
#define WORDS_BEFORE 6

static void
add_mistake (const Search         *search,
             HeedLetterMistakeKind kind,
             gsize                 start,
             gsize                 end,
             const char           *expected)
{
  HeedLetterMistake mistake = { kind, start, end, g_strndup (search->string + start, end - start),
                                g_strdup (expected) };

  for (guint i = 0; i < search->check->mistakes->len; i++)
    if (g_array_index (search->check->mistakes, HeedLetterMistake, i).start == start)
      {
        g_free (mistake.found);
        g_free (mistake.expected);
        return;
      }
  g_array_append_val (search->check->mistakes, mistake);
}

/* --- Dates --- */

/* Whether a sign of this field stands right before the date, in the same sentence. */
static gboolean
is_dated_by (const Search         *search,
             const HeedLetterMark *mark,
             const HeedLetterDate *date)
{
  guint           n_words;
  const HeedWord *words = heed_text_get_words (search->text, &n_words);
  g_autoptr (GArray) hits = heed_letter_find_mark (search, mark);

  for (guint i = 0; i < hits->len; i++)
    {
      const HeedLetterGap *hit = &g_array_index (hits, HeedLetterGap, i);
      guint between = 0;

      if (hit->end > date->start)
        continue;
      for (guint w = 0; w < date->first_word; w++)
        if (words[w].start >= hit->end)
          between++;
      for (guint w = 0; w < n_words; w++)
        if (words[w].end == hit->end && between <= WORDS_BEFORE
            && words[w].sentence == words[date->first_word].sentence)
          return TRUE;
    }
  return FALSE;
}

static HeedDate
get_expected (const Search *search,
              const char   *field)
{
  HeedCase          *state = heed_letter_facts_get_case (search->check->facts);
  const HeedPromise *promise = heed_case_get_promise (state);

  if (g_str_equal (field, "received"))
    return state->received;
  /* A letter that asks for more time names the old date and the new one. */
  if (g_str_equal (field, "reply-by") && !g_str_equal (search->letter, "holding"))
    return promise != NULL ? promise->by : HEED_DATE_NONE;
  return HEED_DATE_NONE;
}

static void
check_dates (const Search *search)
{
  const HeedLetterSigns *signs = search->letters->signs;

  for (guint i = 0; i < search->dates->len; i++)
    {
      const HeedLetterDate *date = &g_array_index (search->dates, HeedLetterDate, i);

      if (date->date == HEED_DATE_NONE)
        {
          add_mistake (search, HEED_LETTER_NO_DATE, date->start, date->end, NULL);
          continue;
        }
      for (guint m = 0; m < signs->dates->len; m++)
        {
          const HeedLetterMark *mark = g_ptr_array_index (signs->dates, m);
          HeedDate              expected = get_expected (search, mark->id);
          g_autofree char      *text = NULL;

          if (expected == HEED_DATE_NONE || expected == date->date
              || !is_dated_by (search, mark, date))
            continue;
          text = heed_letter_facts_format_date (search->check->facts, expected);
          add_mistake (search, HEED_LETTER_DATE, date->start, date->end, text);
        }
      if (date->weekday != 0 && date->has_year
          && date->weekday != heed_date_get_weekday (date->date))
        add_mistake (search, HEED_LETTER_WEEKDAY, date->start, date->end,
                     signs->weekdays[heed_date_get_weekday (date->date) - 1]);
    }
}

/* --- Names --- */

/* How many letters have to be changed, left out or put in; more than @most counts as @most + 1. */
static guint
count_differences (const char *a,
                   const char *b,
                   guint       most)
{
  g_autofree gunichar *left = NULL;
  g_autofree gunichar *right = NULL;
  g_autofree guint    *row = NULL;
  glong n_left, n_right;

  left = g_utf8_to_ucs4_fast (a, -1, &n_left);
  right = g_utf8_to_ucs4_fast (b, -1, &n_right);
  if (ABS (n_left - n_right) > (glong) most)
    return most + 1;
  row = g_new (guint, (gsize) n_right + 1);
  for (glong j = 0; j <= n_right; j++)
    row[j] = (guint) j;
  for (glong i = 1; i <= n_left; i++)
    {
      guint corner = row[0];

      row[0] = (guint) i;
      for (glong j = 1; j <= n_right; j++)
        {
          guint above = row[j];

          row[j] = MIN (MIN (above + 1, row[j - 1] + 1),
                        corner + (left[i - 1] == right[j - 1] ? 0 : 1));
          corner = above;
        }
    }
  return MIN (row[n_right], most + 1);
}

/* The names of a case: each word of at least four letters with a capital. */
static GPtrArray *
collect_names (const Search *search)
{
  static const char *const fields[] = { "person", "full_name", "patient", "owner", "user", NULL };
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);

  for (guint f = 0; fields[f] != NULL; f++)
    {
      const char     *value = heed_letter_facts_get (search->check->facts, fields[f]);
      g_auto (GStrv)  words = g_strsplit_set (value != NULL ? value : "", " -,.", -1);

      for (guint i = 0; words[i] != NULL; i++)
        if (g_utf8_strlen (words[i], -1) >= 4 && g_unichar_isupper (g_utf8_get_char (words[i])))
          g_ptr_array_add (names, g_strdup (words[i]));
    }
  return names;
}

static gboolean
is_name (GPtrArray  *names,
         const char *word)
{
  g_autofree char *folded = g_utf8_casefold (word, -1);

  for (guint i = 0; i < names->len; i++)
    {
      g_autofree char *name = g_utf8_casefold (g_ptr_array_index (names, i), -1);

      if (g_str_equal (name, folded))
        return TRUE;
    }
  return FALSE;
}

/* Words with a capital that are nearly one of the names. A short name has to be nearly the same at
 * its beginning, too: "Grace" is not "Trace". */
static void
check_names (const Search *search)
{
  g_autoptr (GPtrArray) names = collect_names (search);
  guint           n_words, n_sentences;
  const HeedWord *words = heed_text_get_words (search->text, &n_words);
  const HeedSentence *sentences = heed_text_get_sentences (search->text, &n_sentences);

  for (guint i = 0; i < n_words; i++)
    {
      g_autofree char *word = g_strndup (search->string + words[i].start,
                                         words[i].end - words[i].start);
      gsize            end = words[i].end;
      gboolean         begins = sentences[words[i].sentence].first_word == i;

      for (char *c = word; (c = strpbrk (c, "'")) != NULL; *c = '\0')
        end = words[i].start + (gsize) (c - word);
      if (strstr (word, "’") != NULL)
        {
          end = words[i].start + (gsize) (strstr (word, "’") - word);
          *strstr (word, "’") = '\0';
        }
      if (!g_unichar_isupper (g_utf8_get_char (word)) || g_utf8_strlen (word, -1) < 4
          || is_name (names, word))
        continue;
      for (guint n = 0; n < names->len; n++)
        {
          const char *name = g_ptr_array_index (names, n);
          guint       most = g_utf8_strlen (name, -1) >= 7 ? 2 : 1;

          if (count_differences (word, name, most) <= most
              && g_utf8_get_char (word) == g_utf8_get_char (name)
              && !(begins && g_utf8_strlen (name, -1) < 6))
            {
              add_mistake (search, HEED_LETTER_NAME, words[i].start, end, name);
              break;
            }
        }
    }
}

/* The first short line that stands alone and ends in a comma. */
const char *
heed_letter_find_greeting (const Search *search)
{
  for (guint i = 0; i < search->lines->len; i++)
    {
      const HeedLetterLine *line = &g_array_index (search->lines, HeedLetterLine, i);
      gsize end = line->end;

      if (line->kind != HEED_LETTER_LINE_TEXT || end - line->start > 90
          || (i + 1 < search->lines->len
              && g_array_index (search->lines, HeedLetterLine, i + 1).kind
                     != HEED_LETTER_LINE_EMPTY))
        continue;
      while (end > line->start && g_ascii_isspace (search->string[end - 1]))
        end--;
      if (end > line->start && (search->string[end - 1] == ',' || search->string[end - 1] == ':')
          && (i == 0
              || g_array_index (search->lines, HeedLetterLine, i - 1).kind
                     == HEED_LETTER_LINE_EMPTY))
        return search->string + line->start;
    }
  return NULL;
}

/* Whether the greeting holds one of the words of the person's name. */
static void
check_greeting (const Search *search)
{
  const char *greeting = heed_letter_find_greeting (search);
  const char *person = heed_letter_facts_get (search->check->facts, "person");
  const char *full = heed_letter_facts_get (search->check->facts, "full_name");
  g_autofree char *names = NULL;
  g_autofree char *line = NULL;
  g_auto (GStrv) words = NULL;
  gsize start, end;

  if (greeting == NULL || person == NULL)
    return;
  start = (gsize) (greeting - search->string);
  end = start + strcspn (greeting, ",:\n");
  /* A name that is nearly right is told once. */
  for (guint i = 0; i < search->check->mistakes->len; i++)
    {
      gsize at = g_array_index (search->check->mistakes, HeedLetterMistake, i).start;

      if (at >= start && at < end)
        return;
    }
  line = g_utf8_casefold (greeting, (gssize) strcspn (greeting, "\n"));
  names = g_strjoin (" ", person, full, NULL);
  words = g_strsplit_set (names, " -", -1);
  for (guint i = 0; words[i] != NULL; i++)
    {
      g_autofree char *folded = g_utf8_casefold (words[i], -1);
      const char      *found = NULL;

      /* "Mrs" alone greets nobody. */
      if (g_utf8_strlen (folded, -1) > 1
          && heed_language_get_abbreviation (search->language, folded) != HEED_ABBREVIATION_TITLE)
        found = strstr (line, folded);

      if (found != NULL && !g_unichar_isalnum (g_utf8_get_char (found + strlen (folded))))
        return;
    }
  add_mistake (search, HEED_LETTER_GREETING, start, end, person);
}

/* --- References --- */

static char
shape_of (char c)
{
  return g_ascii_isdigit (c) ? '0' : g_ascii_isalpha (c) ? 'A' : c;
}

/* Whatever looks like the reference of a case and is that of another. */
static void
check_references (const Search *search)
{
  const char *reference = heed_letter_facts_get (search->check->facts, "reference");
  gsize       length = reference != NULL ? strlen (reference) : 0;
  gsize       end = strlen (search->string);

  for (gsize i = 0; length > 0 && i + length <= end; i++)
    {
      gsize n = 0;

      if (i > 0 && (g_ascii_isalnum (search->string[i - 1]) || search->string[i - 1] == '-'))
        continue;
      while (n < length && shape_of (search->string[i + n]) == shape_of (reference[n]))
        n++;
      if (n < length || g_ascii_isalnum (search->string[i + n]) || search->string[i + n] == '-')
        continue;
      if (g_ascii_strncasecmp (search->string + i, reference, length) != 0)
        add_mistake (search, HEED_LETTER_REFERENCE, i, i + length, reference);
    }
}

static int
compare_mistakes (gconstpointer a,
                  gconstpointer b)
{
  const HeedLetterMistake *left = a, *right = b;

  return (left->start > right->start) - (left->start < right->start);
}

/* Adds what differs from the case, in the order of the text. */
void
heed_letter_check_mistakes (const Search *search)
{
  check_names (search);
  check_greeting (search);
  check_references (search);
  check_dates (search);
  g_array_sort (search->check->mistakes, compare_mistakes);
}
