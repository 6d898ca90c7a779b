/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a letter still lacks, and what in it one should look at. Pure: a text and the facts of a
 * case in, places in the text out. Finds and never changes, and knows no wording but what is data. Names
 * and dates are in heed-letter-facts-check.c. */

#include "config.h"

#include "heed-letter-check-private.h"

#include <string.h>

/* Fewer words under a heading are no answer. */
#define ANSWER_WORDS 4

static void
mistake_clear (gpointer data)
{
  HeedLetterMistake *mistake = data;

  g_free (mistake->found);
  g_free (mistake->expected);
}

/* --- Paragraphs and gaps --- */

/* A paragraph ends at an empty line, and a point at the heading of the next. */
static GArray *
find_paragraphs (const GArray *lines)
{
  GArray *paragraphs = g_array_new (FALSE, FALSE, sizeof (HeedLetterGap));

  for (guint i = 0; i < lines->len; i++)
    {
      const HeedLetterLine *line = &g_array_index (lines, HeedLetterLine, i);
      HeedLetterGap         paragraph = { line->start, line->end };

      if (line->kind == HEED_LETTER_LINE_EMPTY)
        continue;
      for (; i + 1 < lines->len; i++)
        {
          const HeedLetterLine *next = &g_array_index (lines, HeedLetterLine, i + 1);

          if (next->kind == HEED_LETTER_LINE_EMPTY || next->kind == HEED_LETTER_LINE_HEADING
              || next->kind == HEED_LETTER_LINE_NUMBERED)
            break;
          paragraph.end = next->end;
        }
      g_array_append_val (paragraphs, paragraph);
    }
  return paragraphs;
}

/* Square brackets on one line with a letter in them. */
static GArray *
find_gaps (const char *text)
{
  GArray *gaps = g_array_new (FALSE, FALSE, sizeof (HeedLetterGap));

  for (const char *c = strchr (text, '['); c != NULL; c = strchr (c + 1, '['))
    {
      gsize         length = strcspn (c, "]\n");
      gboolean      has_letter = FALSE;
      HeedLetterGap gap = { (gsize) (c - text), (gsize) (c - text) + length + 1 };

      for (const char *l = c; l < c + length; l = g_utf8_next_char (l))
        has_letter = has_letter || g_unichar_isalpha (g_utf8_get_char (l));
      if (c[length] == ']' && has_letter)
        g_array_append_val (gaps, gap);
    }
  return gaps;
}

static gboolean
has_gap (const Search *search,
         gsize         start,
         gsize         end)
{
  for (guint i = 0; i < search->check->gaps->len; i++)
    {
      const HeedLetterGap *gap = &g_array_index (search->check->gaps, HeedLetterGap, i);

      if (gap->start < end && gap->end > start)
        return TRUE;
    }
  return FALSE;
}

/* --- Signs --- */

static void
add_hit (GArray *hits,
         gsize   start,
         gsize   end)
{
  HeedLetterGap hit = { start, end };

  g_array_append_val (hits, hit);
}

/* Where a text stands as whole words, whatever its case. */
static void
find_literal (const Search *search,
              const char   *literal,
              GArray       *hits)
{
  g_autofree char *folded = g_utf8_casefold (literal, -1);
  gsize            length = strlen (folded);

  if (length == 0)
    return;
  for (const char *c = strstr (search->folded, folded); c != NULL; c = strstr (c + 1, folded))
    {
      const char *before = c > search->folded ? g_utf8_prev_char (c) : NULL;
      gsize       start = (gsize) (c - search->folded);

      if ((before != NULL && g_unichar_isalnum (g_utf8_get_char (before)))
          || g_unichar_isalnum (g_utf8_get_char (c + length)))
        continue;
      add_hit (hits, search->offsets[start], search->offsets[start + length]);
    }
}

static void
find_field (const Search *search,
            const char   *literal,
            GArray       *hits)
{
  g_autoptr (GPtrArray) missing = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *text = NULL;

  if (g_str_equal (literal, "{date}"))
    {
      for (guint i = 0; i < search->dates->len; i++)
        {
          const HeedLetterDate *date = &g_array_index (search->dates, HeedLetterDate, i);

          add_hit (hits, date->start, date->end);
        }
      return;
    }
  /* What the case does not know cannot be in the letter. */
  text = heed_letter_fill (search->check->facts, literal, missing);
  if (missing->len == 0)
    find_literal (search, text, hits);
}

static GArray *
find_sign (const Search         *search,
           const HeedLetterSign *sign)
{
  GArray         *hits = g_array_new (FALSE, FALSE, sizeof (HeedLetterGap));
  guint           n_words;
  const HeedWord *words = heed_text_get_words (search->text, &n_words);
  g_autoptr (GArray) finds = heed_patterns_find (sign->patterns, search->text);

  for (guint i = 0; i < finds->len; i++)
    {
      const HeedPatternHit *find = &g_array_index (finds, HeedPatternHit, i);

      add_hit (hits, words[find->first].start, words[find->first + find->n_words - 1].end);
    }
  for (guint i = 0; i < sign->literals->len; i++)
    find_field (search, g_ptr_array_index (sign->literals, i), hits);
  return hits;
}

static const HeedLetterGap *
find_overlapping (const GArray *hits,
                  gsize         start,
                  gsize         end)
{
  for (guint i = 0; i < hits->len; i++)
    {
      const HeedLetterGap *hit = &g_array_index (hits, HeedLetterGap, i);

      if (hit->start < end && hit->end > start)
        return hit;
    }
  return NULL;
}

/* Where a mark is found: @find, not excused by @unless, with @also in the same paragraph. */
GArray *
heed_letter_find_mark (const Search         *search,
                       const HeedLetterMark *mark)
{
  GArray *found = g_array_new (FALSE, FALSE, sizeof (HeedLetterGap));
  g_autoptr (GArray) hits = find_sign (search, &mark->find);
  g_autoptr (GArray) also = find_sign (search, &mark->also);
  g_autoptr (GArray) unless = find_sign (search, &mark->unless);
  gboolean needs_also = mark->also.is_set;

  for (guint i = 0; i < hits->len; i++)
    {
      const HeedLetterGap *hit = &g_array_index (hits, HeedLetterGap, i);
      const HeedLetterGap *paragraph = find_overlapping (search->paragraphs, hit->start, hit->end);

      if (find_overlapping (unless, hit->start, hit->end) != NULL || paragraph == NULL)
        continue;
      /* What the other words would be may still have to be written. */
      if (!needs_also || find_overlapping (also, paragraph->start, paragraph->end) != NULL
          || has_gap (search, paragraph->start, paragraph->end))
        g_array_append_val (found, *hit);
    }
  return found;
}

/* The best of the places where a mark is: one without gaps, if there is any. */
static void
place_mark (const Search         *search,
            const HeedLetterMark *mark,
            HeedLetterPlace      *place)
{
  g_autoptr (GArray) found = heed_letter_find_mark (search, mark);

  for (guint i = 0; i < found->len && place->state != HEED_LETTER_THERE; i++)
    {
      const HeedLetterGap *hit = &g_array_index (found, HeedLetterGap, i);
      const HeedLetterGap *paragraph = find_overlapping (search->paragraphs, hit->start, hit->end);

      place->start = hit->start;
      place->end = hit->end;
      place->state = has_gap (search, paragraph->start, paragraph->end) ? HEED_LETTER_UNFINISHED
                                                                        : HEED_LETTER_THERE;
    }
}

static void
check_parts (const Search *search)
{
  HeedCase *state = heed_letter_facts_get_case (search->check->facts);
  g_autoptr (GPtrArray) parts = heed_letters_list_parts (search->letters, search->letter,
                                                         state->profile);

  for (guint i = 0; i < parts->len; i++)
    {
      const HeedLetterPartFull *part = g_ptr_array_index (parts, i);
      HeedLetterPlace place = { part->shown.id, part->shown.label, part->shown.hint,
                                part->shown.text, HEED_LETTER_MISSING, 0, 0 };

      place_mark (search, &part->mark, &place);
      g_array_append_val (search->check->parts, place);
    }
}

static void
check_apology (const Search *search)
{
  static const char *const letters[] = { "final-reply", "holding", NULL };
  const GPtrArray *marks = search->letters->signs->apology;

  if (!g_strv_contains (letters, search->letter))
    return;
  for (guint i = 0; i < marks->len; i++)
    {
      const HeedLetterMark *mark = g_ptr_array_index (marks, i);
      HeedLetterPlace       place = { mark->id, mark->label, mark->hint, NULL,
                                      HEED_LETTER_MISSING, 0, 0 };

      place_mark (search, mark, &place);
      g_array_append_val (search->check->apology, place);
    }
}

/* --- Issues --- */

static guint
count_words (const Search *search,
             gsize         start,
             gsize         end)
{
  guint           n_words, n = 0;
  const HeedWord *words = heed_text_get_words (search->text, &n_words);

  for (guint i = 0; i < n_words; i++)
    n += words[i].start >= start && words[i].end <= end;
  return n;
}

/* The line with the number of the issue, and the text that belongs to it: that below it, else the
 * paragraph after it, else what stands behind the number. */
static gboolean
find_numbered (const Search *search,
               guint         number,
               gsize        *start,
               gsize        *end)
{
  const HeedLetterLine *lines = (const HeedLetterLine *) search->lines->data;

  for (guint i = 0; i < search->lines->len; i++)
    {
      guint last = i;

      if (lines[i].number != number || lines[i].kind == HEED_LETTER_LINE_TEXT)
        continue;
      *start = lines[i].kind == HEED_LETTER_LINE_HEADING ? lines[i + 1].start : lines[i].content;
      while (last + 1 < search->lines->len && lines[last + 1].number == 0
             && (lines[last + 1].kind == HEED_LETTER_LINE_TEXT
                 || lines[last + 1].kind == HEED_LETTER_LINE_DOTTED))
        last++;
      *end = lines[last].end;
      return TRUE;
    }
  return FALSE;
}

/* The words of an issue that tell it from others: not the short ones. */
static GPtrArray *
find_telling_words (const HeedLetterChecker *checker,
                    const char              *issue)
{
  GPtrArray *telling = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (HeedText) text = heed_text_new (checker->language, issue, -1);
  guint           n_words;
  const HeedWord *words = heed_text_get_words (text, &n_words);

  for (guint i = 0; i < n_words; i++)
    if (g_utf8_strlen (words[i].folded, -1) > 3)
      g_ptr_array_add (telling, g_utf8_substring (words[i].folded, 0,
                                                  MIN (5, g_utf8_strlen (words[i].folded, -1))));
  return telling;
}

/* The paragraph that speaks of the issue in its own words: at least two of them, and half. */
static gboolean
find_told (const Search            *search,
           const HeedLetterChecker *checker,
           const char              *issue,
           gsize                   *start,
           gsize                   *end)
{
  g_autoptr (GPtrArray) telling = find_telling_words (checker, issue);
  guint           n_words;
  const HeedWord *words = heed_text_get_words (search->text, &n_words);

  for (guint p = 0; p < search->paragraphs->len; p++)
    {
      const HeedLetterGap *paragraph = &g_array_index (search->paragraphs, HeedLetterGap, p);
      guint n = 0;

      for (guint t = 0; t < telling->len; t++)
        for (guint i = 0; i < n_words; i++)
          if (words[i].start >= paragraph->start && words[i].end <= paragraph->end
              && g_str_has_prefix (words[i].folded, g_ptr_array_index (telling, t)))
            {
              n++;
              break;
            }
      if (n >= 2 && n * 2 >= telling->len)
        {
          *start = paragraph->start;
          *end = paragraph->end;
          return TRUE;
        }
    }
  return FALSE;
}

/* Which finding a place speaks of; NULL if of none. */
static const char *
find_conclusion (const Search *search,
                 gsize         start,
                 gsize         end)
{
  const GPtrArray *marks = search->letters->signs->conclusions;
  const char      *found = NULL;
  gsize            first = G_MAXSIZE;

  for (guint i = 0; i < marks->len; i++)
    {
      const HeedLetterMark *mark = g_ptr_array_index (marks, i);
      g_autoptr (GArray) hits = heed_letter_find_mark (search, mark);

      for (guint h = 0; h < hits->len; h++)
        {
          const HeedLetterGap *hit = &g_array_index (hits, HeedLetterGap, h);

          if (hit->start >= start && hit->end <= end && hit->start < first)
            {
              first = hit->start;
              found = mark->id;
            }
        }
    }
  return found;
}

static HeedLetterState
judge_answer (const Search    *search,
              const HeedIssue *issue,
              gsize            start,
              gsize            end)
{
  const char *conclusion;

  if (g_str_equal (search->letter, "acknowledgement") || g_str_equal (search->letter, "record"))
    return HEED_LETTER_THERE;
  if (count_words (search, start, end) < ANSWER_WORDS)
    return HEED_LETTER_MISSING;
  conclusion = find_conclusion (search, start, end);
  if (has_gap (search, start, end) || conclusion == NULL)
    return HEED_LETTER_UNFINISHED;
  if (issue->finding != NULL && !g_str_equal (issue->finding, conclusion))
    return HEED_LETTER_DIFFERS;
  return HEED_LETTER_THERE;
}

static void
check_answers (const Search            *search,
               const HeedLetterChecker *checker)
{
  static const char *const letters[] = { "acknowledgement", "record", "final-reply", NULL };
  HeedCase *state = heed_letter_facts_get_case (search->check->facts);

  if (!g_strv_contains (letters, search->letter))
    return;
  for (guint i = 0; i < state->issues->len; i++)
    {
      const HeedIssue *issue = g_ptr_array_index (state->issues, i);
      HeedLetterAnswer answer = { .number = issue->number };
      gsize start = 0, end = 0;

      if (find_numbered (search, issue->number, &start, &end)
          || find_told (search, checker, issue->text, &start, &end))
        {
          answer.state = judge_answer (search, issue, start, end);
          answer.start = start;
          answer.end = end;
        }
      g_array_append_val (search->check->answers, answer);
    }
}

/* --- The whole --- */

/* The text folded, and for each byte of it the byte of the letter it came from: folding may make a
 * character longer or shorter. */
static void
fold_text (Search     *search,
           const char *text)
{
  g_autoptr (GString) folded = g_string_sized_new (strlen (text));
  GArray *offsets = g_array_new (FALSE, FALSE, sizeof (gsize));
  gsize   end = strlen (text);

  for (const char *c = text; *c != '\0'; c = g_utf8_next_char (c))
    {
      g_autofree char *one = g_utf8_casefold (c, g_utf8_next_char (c) - c);
      gsize            offset = (gsize) (c - text);

      g_string_append (folded, one);
      for (gsize i = 0; i < strlen (one); i++)
        g_array_append_val (offsets, offset);
    }
  g_array_append_val (offsets, end);
  search->folded = g_string_free (g_steal_pointer (&folded), FALSE);
  search->offsets = (gsize *) g_array_free (offsets, FALSE);
}

/* Where the greeting ends: address and date before it are not prose. */
static gsize
find_prose (const GArray *lines)
{
  guint n_paragraphs = 0;

  for (guint i = 0; i < lines->len && i < 16; i++)
    {
      const HeedLetterLine *line = &g_array_index (lines, HeedLetterLine, i);
      gboolean ends = i + 1 == lines->len
                      || g_array_index (lines, HeedLetterLine, i + 1).kind
                             == HEED_LETTER_LINE_EMPTY;

      if (line->kind == HEED_LETTER_LINE_EMPTY || !ends)
        continue;
      n_paragraphs++;
      if (n_paragraphs > 1 && line->end - line->start < 60 && line->end > line->start)
        return line->end;
    }
  return 0;
}

static void
measure (const HeedLetterChecker *checker,
         HeedLetterCheck         *self,
         const Search            *search,
         const char              *text)
{
  gsize       skip = 0;
  const char *greeting = heed_letter_find_greeting (search);
  g_autoptr (HeedText) prose = NULL;

  if (greeting != NULL)
    skip = (gsize) (greeting - text) + strcspn (greeting, "\n");
  else
    skip = find_prose (search->lines);
  prose = heed_text_new (checker->language, text + skip, -1);
  heed_readability_measure (&self->readability, checker->language, prose);
  self->long_sentences = heed_readability_find_long_sentences (prose,
                                                               HEED_READABILITY_LONG_SENTENCE);
  for (guint i = 0; i < self->long_sentences->len; i++)
    {
      HeedLongSentence *sentence = &g_array_index (self->long_sentences, HeedLongSentence, i);

      sentence->start += skip;
      sentence->end += skip;
    }
}

/* Words to look at, but for the name of the body that the letter has to name. */
static void
find_phrases (const HeedLetterChecker *checker,
              const Search            *search)
{
  GArray     *phrases = heed_phrases_find (checker->phrases, search->text);
  const char *body = heed_letter_facts_get (search->check->facts, "next_body");
  g_autoptr (GArray) names = g_array_new (FALSE, FALSE, sizeof (HeedLetterGap));

  if (body != NULL)
    find_literal (search, body, names);
  for (guint i = phrases->len; i > 0; i--)
    {
      const HeedPhraseHit *hit = &g_array_index (phrases, HeedPhraseHit, i - 1);

      if (find_overlapping (names, hit->start, hit->end) != NULL)
        g_array_remove_index (phrases, i - 1);
    }
  search->check->phrases = phrases;
}

/**
 * heed_letter_check_new:
 * @checker: what to check with
 * @facts: the facts of the case
 * @letter: a code of letters
 * @text: the letter, UTF-8
 *
 * Looks a letter over. Takes some milliseconds for a page; may be done on any thread.
 *
 * Returns: (transfer full): what was found
 */
HeedLetterCheck *
heed_letter_check_new (const HeedLetterChecker *checker,
                       HeedLetterFacts         *facts,
                       const char              *letter,
                       const char              *text)
{
  HeedLetterCheck *self = g_new0 (HeedLetterCheck, 1);
  HeedCase        *state = heed_letter_facts_get_case (facts);
  Search search = { .check = self, .letters = checker->letters, .language = checker->language,
                    .letter = letter, .string = text };

  self->facts = heed_letter_facts_ref (facts);
  self->held_phrases = heed_phrases_ref (checker->phrases);
  self->parts = g_array_new (FALSE, FALSE, sizeof (HeedLetterPlace));
  self->answers = g_array_new (FALSE, FALSE, sizeof (HeedLetterAnswer));
  self->apology = g_array_new (FALSE, FALSE, sizeof (HeedLetterPlace));
  self->mistakes = g_array_new (FALSE, FALSE, sizeof (HeedLetterMistake));
  g_array_set_clear_func (self->mistakes, mistake_clear);
  self->gaps = find_gaps (text);

  search.text = heed_text_new (checker->language, text, -1);
  search.lines = heed_letter_find_lines (text);
  search.paragraphs = find_paragraphs (search.lines);
  search.dates = heed_letter_find_dates (search.text,
                                         (const char *const *) checker->letters->signs->months,
                                         (const char *const *) checker->letters->signs->weekdays,
                                         heed_date_get_year (state->received));
  fold_text (&search, text);

  check_parts (&search);
  check_answers (&search, checker);
  check_apology (&search);
  heed_letter_check_mistakes (&search);
  find_phrases (checker, &search);
  measure (checker, self, &search, text);

  g_free (search.folded);
  g_free (search.offsets);
  g_array_unref (search.dates);
  g_array_unref (search.paragraphs);
  g_array_unref (search.lines);
  heed_text_free (search.text);
  return self;
}

/** heed_letter_check_free: @self: (transfer full): what was found. Lets go of it. */
void
heed_letter_check_free (HeedLetterCheck *self)
{
  g_array_unref (self->parts);
  g_array_unref (self->answers);
  g_array_unref (self->apology);
  g_array_unref (self->mistakes);
  g_array_unref (self->gaps);
  g_array_unref (self->phrases);
  g_array_unref (self->long_sentences);
  heed_phrases_unref (self->held_phrases);
  heed_letter_facts_unref (self->facts);
  g_free (self);
}

/**
 * heed_letter_check_dup_lacking:
 * @self: what was found
 * @gap_label: what to call something that is still to be written
 *
 * Names what keeps a letter from being recorded as sent without a reason: parts it must have,
 * issues without an answer, and what is still in square brackets. How it reads is never among them.
 *
 * Returns: (transfer full) (array zero-terminated=1): labels of parts, "issue 2", @gap_label
 */
char **
heed_letter_check_dup_lacking (const HeedLetterCheck *self,
                               const char            *gap_label)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; i < self->parts->len; i++)
    {
      const HeedLetterPlace *place = &g_array_index (self->parts, HeedLetterPlace, i);

      if (place->state != HEED_LETTER_THERE)
        g_strv_builder_add (builder, place->label);
    }
  for (guint i = 0; i < self->answers->len; i++)
    {
      const HeedLetterAnswer *answer = &g_array_index (self->answers, HeedLetterAnswer, i);

      if (answer->state != HEED_LETTER_THERE)
        g_strv_builder_take (builder, g_strdup_printf ("issue %u", answer->number));
    }
  if (self->gaps->len > 0)
    g_strv_builder_add (builder, gap_label);
  return g_strv_builder_end (builder);
}

/** heed_letter_check_count_parts: Returns: how many parts are there */
guint
heed_letter_check_count_parts (const HeedLetterCheck *self)
{
  guint n = 0;

  for (guint i = 0; i < self->parts->len; i++)
    n += g_array_index (self->parts, HeedLetterPlace, i).state == HEED_LETTER_THERE;
  return n;
}

/** heed_letter_check_count_answers: Returns: how many issues are answered */
guint
heed_letter_check_count_answers (const HeedLetterCheck *self)
{
  guint n = 0;

  for (guint i = 0; i < self->answers->len; i++)
    n += g_array_index (self->answers, HeedLetterAnswer, i).state == HEED_LETTER_THERE;
  return n;
}
