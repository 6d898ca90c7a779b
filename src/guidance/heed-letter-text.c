/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The plain text of a letter taken apart: its lines, and the dates in it. The editor, the paper and
 * the checks read it in the same way. Judges nothing. */

#include "config.h"

#include "heed-letter-text.h"

#include <string.h>

#define MAX_HEADING 120

/* "12." or "3)" and a space: returns what stands behind it. */
static const char *
skip_number (const char *line,
             const char *end,
             guint      *number)
{
  const char *c = line;
  guint       value = 0;

  while (c < end && g_ascii_isdigit (*c) && c - line < 3)
    value = value * 10 + (guint) (*c++ - '0');
  if (c == line || c >= end || (*c != '.' && *c != ')') || value == 0)
    return NULL;
  c++;
  if (c >= end || (*c != ' ' && *c != '\t'))
    return NULL;
  while (c < end && (*c == ' ' || *c == '\t'))
    c++;
  *number = value;
  return c < end ? c : NULL;
}

static const char *
skip_dot (const char *line,
          const char *end)
{
  static const char *const dots[] = { "• ", "- ", "– ", "* " };

  for (guint i = 0; i < G_N_ELEMENTS (dots); i++)
    if ((gsize) (end - line) > strlen (dots[i])
        && strncmp (line, dots[i], strlen (dots[i])) == 0)
      return line + strlen (dots[i]);
  return NULL;
}

static void
read_line (const char     *text,
           const char     *begin,
           const char     *end,
           HeedLetterLine *line)
{
  const char *content = NULL;

  *line = (HeedLetterLine) { .kind = HEED_LETTER_LINE_TEXT };
  line->start = line->content = (gsize) (begin - text);
  line->end = (gsize) (end - text);
  if (begin + strspn (begin, " \t\r") >= end)
    line->kind = HEED_LETTER_LINE_EMPTY;
  else if ((content = skip_number (begin, end, &line->number)) != NULL)
    line->kind = HEED_LETTER_LINE_NUMBERED;
  else if ((content = skip_dot (begin, end)) != NULL)
    line->kind = HEED_LETTER_LINE_DOTTED;
  if (content != NULL)
    line->content = (gsize) (content - text);
}

/**
 * heed_letter_find_lines:
 * @text: a letter, UTF-8
 *
 * Returns: (transfer full) (element-type HeedLetterLine): its lines in their order
 */
GArray *
heed_letter_find_lines (const char *text)
{
  GArray *lines = g_array_new (FALSE, FALSE, sizeof (HeedLetterLine));

  for (const char *c = text; *c != '\0';)
    {
      const char    *end = strchrnul (c, '\n');
      HeedLetterLine line;

      read_line (text, c, end, &line);
      g_array_append_val (lines, line);
      c = *end != '\0' ? end + 1 : end;
    }
  for (guint i = 0; i + 1 < lines->len; i++)
    {
      HeedLetterLine       *line = &g_array_index (lines, HeedLetterLine, i);
      const HeedLetterLine *next = line + 1;

      if (line->kind == HEED_LETTER_LINE_NUMBERED && next->kind == HEED_LETTER_LINE_TEXT
          && line->end - line->start <= MAX_HEADING)
        line->kind = HEED_LETTER_LINE_HEADING;
    }
  return lines;
}

/* --- Dates --- */

typedef struct
{
  const HeedWord    *words;
  guint              n_words;
  const char        *string;
  const char *const *months;
  const char *const *weekdays;
  int                year;
} DateSearch;

/* The place of a word among names, from 1; at least its first three letters have to be there. */
static int
find_name (const char *const *names,
           const char        *word)
{
  gsize length = strlen (word);

  if (length < 3)
    return 0;
  for (int i = 0; names[i] != NULL; i++)
    {
      g_autofree char *folded = g_utf8_strdown (names[i], -1);

      if (g_str_equal (folded, word) || (length <= 4 && g_str_has_prefix (folded, word)))
        return i + 1;
    }
  return 0;
}

/* A number with nothing but an ordinal's ending behind it, as in "22" and "22nd". */
static int
read_number (const char *word,
             gboolean    may_end)
{
  char      *end = NULL;
  gint64     number = g_ascii_isdigit (*word) ? g_ascii_strtoll (word, &end, 10) : -1;

  if (number < 0 || number > 9999)
    return -1;
  if (*end != '\0' && !(may_end && strlen (end) == 2 && g_ascii_isalpha (end[0])))
    return -1;
  return (int) number;
}

/* Whether between two words there is nothing but the characters given. */
static gboolean
are_joined_by (const DateSearch *search,
               guint             first,
               const char       *characters)
{
  const HeedWord *left = &search->words[first];
  const char     *c = search->string + left->end;
  gsize           gap = left[1].start - left->end;

  return gap <= 3 && strspn (c, characters) >= gap;
}

static void
set_date (HeedLetterDate *date,
          int             year,
          int             month,
          int             day)
{
  if (month < 1 || month > 12 || day < 1 || day > 31)
    date->date = HEED_DATE_NONE;
  else
    date->date = g_date_valid_dmy ((GDateDay) day, (GDateMonth) month, (GDateYear) year)
                     ? heed_date_new (year, month, day)
                     : HEED_DATE_NONE;
}

/* "2026-11-24", "24/11/2026" or "24.11.2026"; of two numbers that can be either, the day stands
 * first. Read from the text itself, as a slash or full stop may not part words. */
static guint
read_digits (const DateSearch *search,
             guint             i,
             HeedLetterDate   *date)
{
  const char *c = search->string + search->words[i].start;
  int         parts[3] = { 0 };
  char        separator = 0;
  guint       n = 1;

  for (guint p = 0; p < 3; p++)
    {
      const char *begin = c;

      while (g_ascii_isdigit (*c) && c - begin < 4)
        parts[p] = parts[p] * 10 + (*c++ - '0');
      if (c == begin || parts[p] == 0 || (p == 2 && g_ascii_isalnum (*c)))
        return 0;
      if (p == 2)
        break;
      if (*c == '\0' || strchr ("-/.", *c) == NULL || (separator != 0 && *c != separator))
        return 0;
      separator = *c++;
    }
  date->has_year = TRUE;
  if (parts[0] > 1900)
    set_date (date, parts[0], parts[1], parts[2]);
  else if (parts[2] > 1900 && parts[1] > 12)
    set_date (date, parts[2], parts[0], parts[1]);
  else if (parts[2] > 1900)
    set_date (date, parts[2], parts[1], parts[0]);
  else
    return 0;
  while (i + n < search->n_words
         && search->words[i + n].start < (gsize) (c - search->string))
    n++;
  return n;
}

/* "24 November", "24th of November 2026", "November 24, 2026". */
static guint
read_named (const DateSearch *search,
            guint             i,
            HeedLetterDate   *date)
{
  int   day = read_number (search->words[i].folded, TRUE);
  int   month = 0;
  int   year;
  guint n = 1;

  if (day > 0 && day < 100)
    {
      if (i + n < search->n_words && g_str_equal (search->words[i + n].folded, "of"))
        n++;
      month = i + n < search->n_words ? find_name (search->months, search->words[i + n].folded) : 0;
    }
  else
    {
      month = find_name (search->months, search->words[i].folded);
      day = month > 0 && i + n < search->n_words
                ? read_number (search->words[i + n].folded, TRUE)
                : -1;
      if (day < 1 || day > 99)
        return 0;
    }
  if (month == 0)
    return 0;
  n++;
  year = i + n < search->n_words ? read_number (search->words[i + n].folded, FALSE) : -1;
  if (year > 1900 && year < 2200 && are_joined_by (search, i + n - 1, " ,\n"))
    {
      date->has_year = TRUE;
      n++;
    }
  set_date (date, date->has_year ? year : search->year, month, day);
  return n;
}

/**
 * heed_letter_find_dates:
 * @text: a text
 * @months: (array zero-terminated=1): names of the months
 * @weekdays: (array zero-terminated=1): names of the days, from Monday
 * @year: of dates that name none
 *
 * Returns: (transfer full) (element-type HeedLetterDate): the dates in it
 */
GArray *
heed_letter_find_dates (const HeedText    *text,
                        const char *const *months,
                        const char *const *weekdays,
                        int                year)
{
  GArray    *dates = g_array_new (FALSE, FALSE, sizeof (HeedLetterDate));
  DateSearch search = { .months = months, .weekdays = weekdays, .year = year };

  search.words = heed_text_get_words (text, &search.n_words);
  search.string = heed_text_get_string (text);
  for (guint i = 0; i < search.n_words; i++)
    {
      HeedLetterDate date = { .first_word = i };
      guint          n = read_digits (&search, i, &date);

      if (n == 0)
        n = read_named (&search, i, &date);
      if (n == 0)
        continue;
      if (i > 0)
        date.weekday = find_name (weekdays, search.words[i - 1].folded);
      date.start = search.words[i].start;
      date.end = search.words[i + n - 1].end;
      g_array_append_val (dates, date);
      i += n - 1;
    }
  return dates;
}
