/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Taking a text apart. Owns where words and sentences begin and end, by rules of its own that
 * hold for letters and notes as people type them: abbreviations, decimals, dates, initials,
 * quotations, lists and headings. Knows no word's meaning. */

#include "config.h"

#include "heed-text.h"

#include <string.h>

/* A line that is shorter than this and followed by a capital is a heading or an address line,
 * a longer one was wrapped by whoever wrote it. */
#define SHORT_LINE 60

struct _HeedText
{
  char         *string;
  GArray       *words;     /* of HeedWord */
  GArray       *sentences; /* of HeedSentence */
  GStringChunk *chunk;     /* holds what is folded */
};

/* What lies between two words, as far as it matters for sentences. */
typedef struct
{
  gsize    end;        /* behind the last sign that belongs to the sentence before */
  gunichar terminator; /* the last of . ? ! … and their like, or 0 */
  guint    dots;       /* how many full stops stand in a row */
  gboolean closed;     /* a quotation or bracket was closed behind it */
  gboolean opened;     /* one was opened before the next word */
  gsize    begin;      /* where */
  gboolean spaced;     /* there is white space behind it */
  gboolean colon;
  guint    lines;  /* line ends */
  gboolean bullet; /* the next word begins an entry of a list */
} Gap;

static gboolean
is_apostrophe (gunichar c)
{
  return c == '\'' || c == 0x2019 || c == 0x02BC;
}

static gboolean
is_hyphen (gunichar c)
{
  return c == '-' || c == 0x2010 || c == 0x2011;
}

static gboolean
is_word_char (gunichar c)
{
  return g_unichar_isalnum (c) || g_unichar_ismark (c);
}

/* Full stops of several scripts; those of East Asia need no space behind them. */
static gboolean
is_terminator (gunichar c)
{
  return c == '.' || c == '?' || c == '!' || c == 0x2026 || c == 0x061F || c == 0x06D4
         || c == 0x0964 || c == 0x3002 || c == 0xFF01 || c == 0xFF1F;
}

static gboolean
needs_no_space (gunichar c)
{
  return c == 0x3002 || c == 0xFF01 || c == 0xFF1F;
}

/* Whether the sign at @p goes on with the word that began at @start: an apostrophe between
 * letters, a separator between digits, a full stop between single letters as in "e.g". */
static gboolean
joins_word (const char *start,
            const char *p)
{
  gunichar    c = g_utf8_get_char (p);
  const char *before = g_utf8_prev_char (p);
  gunichar    left = g_utf8_get_char (before);
  gunichar    right = g_utf8_get_char (g_utf8_next_char (p));

  if (is_apostrophe (c))
    return g_unichar_isalpha (left) && g_unichar_isalpha (right);
  if (c == '.' || c == ',' || c == ':' || c == '/')
    {
      if (g_unichar_isdigit (left) && g_unichar_isdigit (right))
        return TRUE;
      return c == '.' && g_unichar_isalpha (left) && g_unichar_isalpha (right)
             && (before == start || before[-1] == '.')
             && !is_word_char (g_utf8_get_char (g_utf8_next_char (g_utf8_next_char (p))));
    }
  return FALSE;
}

static const char *
find_word_end (const char *start)
{
  const char *p = start;

  while (*p != '\0')
    {
      if (!is_word_char (g_utf8_get_char (p)) && !joins_word (start, p))
        break;
      p = g_utf8_next_char (p);
    }
  return p;
}

static const char *
fold (GStringChunk *chunk,
      const char   *start,
      gsize         length)
{
  g_autofree char *composed = NULL;
  g_autofree char *lower = NULL;
  char            *copy;
  gboolean         plain = TRUE;

  copy = g_string_chunk_insert_len (chunk, start, (gssize) length);
  for (char *p = copy; *p != '\0'; p++)
    {
      plain &= (guchar) *p < 0x80;
      *p = g_ascii_tolower (*p);
    }
  if (plain)
    return copy;

  composed = g_utf8_normalize (copy, -1, G_NORMALIZE_DEFAULT_COMPOSE);
  lower = g_utf8_strdown (composed, -1);
  for (char *p = lower; *p != '\0'; p = g_utf8_next_char (p))
    if (is_apostrophe (g_utf8_get_char (p)) && *p != '\'')
      {
        char *rest = g_utf8_next_char (p);

        *p = '\'';
        memmove (p + 1, rest, strlen (rest) + 1);
      }
  return g_string_chunk_insert (chunk, lower);
}

static gboolean
is_closing (gunichar c)
{
  GUnicodeType type = g_unichar_type (c);

  return c == '"' || c == '\'' || type == G_UNICODE_CLOSE_PUNCTUATION
         || type == G_UNICODE_FINAL_PUNCTUATION;
}

static gboolean
is_opening (gunichar c)
{
  GUnicodeType type = g_unichar_type (c);

  return c == '"' || c == '\'' || type == G_UNICODE_OPEN_PUNCTUATION
         || type == G_UNICODE_INITIAL_PUNCTUATION;
}

/* Takes one sign between two words. */
static void
take_gap_char (Gap     *gap,
               gunichar c,
               gsize    start,
               gsize    end)
{
  if (c == '\n' || c == 0x2028)
    gap->lines++;
  else if (c == 0x2029)
    gap->lines += 2;
  if (g_unichar_isspace (c))
    {
      gap->spaced = TRUE;
      return;
    }
  if (gap->lines > 0 && (c == '-' || c == '*' || c == 0x2022 || c == 0x2013 || c == 0x25CF))
    gap->bullet = TRUE;
  if (is_terminator (c) && !gap->opened)
    {
      gap->dots = c == '.' && gap->terminator == '.' && !gap->spaced ? gap->dots + 1 : 1;
      gap->terminator = c;
      gap->spaced = FALSE;
      gap->end = end;
    }
  else if (!gap->spaced && is_closing (c))
    {
      gap->closed = TRUE;
      gap->opened = FALSE;
      gap->end = end;
    }
  else if (is_opening (c))
    {
      gap->begin = gap->opened ? gap->begin : start;
      gap->opened = TRUE;
    }
  else if (!gap->spaced)
    gap->colon |= c == ':';
}

/* Looks at what lies before the next word, and moves @p to it. */
static void
read_gap (const HeedText *self,
          const char    **p,
          Gap            *gap)
{
  *gap = (Gap) { .end = (gsize) (*p - self->string) };
  while (**p != '\0' && !is_word_char (g_utf8_get_char (*p)))
    {
      const char *next = g_utf8_next_char (*p);

      take_gap_char (gap, g_utf8_get_char (*p), (gsize) (*p - self->string),
                     (gsize) (next - self->string));
      *p = next;
    }
  /* "2." and "3)" at the beginning of a line number a list. */
  if (gap->lines > 0 && g_ascii_isdigit (**p))
    {
      const char *end = *p;

      while (g_ascii_isdigit (*end))
        end++;
      gap->bullet |= (*end == '.' || *end == ')') && (end[1] == ' ' || end[1] == '\t');
    }
}

/* Whether the word before is the number of an entry, "2." at the beginning of a line. */
static gboolean
is_list_number (const HeedText *self,
                const HeedWord *before)
{
  const char *p = self->string + before->start;

  if (!before->number || before->end - before->start > 2)
    return FALSE;
  while (p > self->string && (p[-1] == ' ' || p[-1] == '\t'))
    p--;
  return p == self->string || p[-1] == '\n';
}

/* Whether a lone full stop behind @before is no end of a sentence. */
static gboolean
is_abbreviated (const HeedText     *self,
                const HeedLanguage *language,
                const HeedWord     *before,
                gunichar            next)
{
  gunichar first = g_utf8_get_char (self->string + before->start);

  switch (heed_language_get_abbreviation (language, before->folded))
    {
    case HEED_ABBREVIATION_TITLE:
      return TRUE;
    case HEED_ABBREVIATION_NUMBER:
      return g_unichar_isdigit (next);
    case HEED_ABBREVIATION_OTHER:
      return !g_unichar_isupper (next) && !g_unichar_istitle (next);
    case HEED_ABBREVIATION_NONE:
    default:
      break;
    }
  /* The initial of a name; "I" is a word of its own. */
  if (g_unichar_isupper (first) && first != 'I' && g_unichar_isupper (next)
      && g_utf8_strlen (self->string + before->start, (gssize) (before->end - before->start)) == 1)
    return TRUE;
  return is_list_number (self, before);
}

static gsize
get_line_length (const HeedText *self,
                 gsize           end)
{
  gsize start = end;

  while (start > 0 && self->string[start - 1] != '\n')
    start--;
  return end - start;
}

static gboolean
ends_sentence (const HeedText     *self,
               const HeedLanguage *language,
               const HeedWord     *before,
               const Gap          *gap,
               const char         *next)
{
  gunichar c = g_utf8_get_char (next);
  gboolean small = g_unichar_islower (c);

  if (*next == '\0' || gap->lines > 1 || gap->bullet)
    return TRUE;
  if (gap->lines > 0 && (gap->colon || gap->terminator != 0))
    {
      if (gap->terminator != '.' || !is_abbreviated (self, language, before, c))
        return TRUE;
    }
  else if (gap->lines > 0)
    return !small && get_line_length (self, gap->end) < SHORT_LINE;

  if (gap->terminator == 0 || (gap->closed && small))
    return FALSE;
  if (needs_no_space (gap->terminator))
    return TRUE;
  /* "home.Then" was typed in haste; "example.org" and "v.2" are one. */
  if (!gap->spaced && !gap->closed)
    return g_unichar_isupper (c) && !is_abbreviated (self, language, before, c);
  if (gap->terminator == 0x2026 || gap->dots > 1)
    return !small;
  if (gap->terminator == '.' && gap->dots == 1)
    return !is_abbreviated (self, language, before, c);
  return TRUE;
}

static void
end_sentence (HeedText *self,
              gsize     start,
              gsize     end)
{
  HeedSentence *last = self->sentences->len > 0
                           ? &g_array_index (self->sentences, HeedSentence,
                                             self->sentences->len - 1)
                           : NULL;
  HeedSentence  sentence = { .first_word = last ? last->first_word + last->n_words : 0 };

  sentence.n_words = self->words->len - sentence.first_word;
  sentence.start = start;
  sentence.end = end;
  g_array_append_val (self->sentences, sentence);
}

static void
take_apart (HeedText           *self,
            const HeedLanguage *language)
{
  const char *p = self->string;
  gsize       start;
  Gap         gap;

  read_gap (self, &p, &gap);
  start = gap.opened ? gap.begin : (gsize) (p - self->string);
  while (*p != '\0')
    {
      const char *end = find_word_end (p);
      const char *hyphen;
      HeedWord    word = {
           .start = (gsize) (p - self->string),
           .end = (gsize) (end - self->string),
           .folded = fold (self->chunk, p, (gsize) (end - p)),
           .sentence = self->sentences->len,
           .number = g_unichar_isdigit (g_utf8_get_char (p)),
      };

      hyphen = p > self->string ? g_utf8_prev_char (p) : NULL;
      word.joined = self->words->len > 0 && is_hyphen (g_utf8_get_char (hyphen))
                    && g_array_index (self->words, HeedWord, self->words->len - 1).end
                           == (gsize) (hyphen - self->string);
      g_array_append_val (self->words, word);
      p = end;
      read_gap (self, &p, &gap);
      if (ends_sentence (self, language, &word, &gap, p))
        {
          end_sentence (self, start, gap.end);
          start = gap.opened ? gap.begin : (gsize) (p - self->string);
        }
    }
}

/**
 * heed_text_new:
 * @language: the language it is in
 * @text: UTF-8 text
 * @length: bytes in @text, or -1 where it ends with a NUL
 *
 * Takes a text apart. Hyphens part words, which remember it; a hyphen or an apostrophe is never a
 * part of a word's end. Line ends are ends of sentences after a blank line, before an entry of a
 * list, and after a short line (heading, address) that a capital follows.
 *
 * Returns: (transfer full): sentences and words
 */
HeedText *
heed_text_new (const HeedLanguage *language,
               const char         *text,
               gssize              length)
{
  HeedText *self;

  g_return_val_if_fail (language != NULL, NULL);
  g_return_val_if_fail (text != NULL, NULL);
  g_return_val_if_fail (g_utf8_validate (text, length, NULL), NULL);

  self = g_new0 (HeedText, 1);
  self->string = length < 0 ? g_strdup (text) : g_strndup (text, (gsize) length);
  self->words = g_array_new (FALSE, FALSE, sizeof (HeedWord));
  self->sentences = g_array_new (FALSE, FALSE, sizeof (HeedSentence));
  self->chunk = g_string_chunk_new (4096);
  take_apart (self, language);
  return self;
}

/**
 * heed_text_free:
 * @self: (transfer full): a text taken apart
 *
 * Lets go of it.
 */
void
heed_text_free (HeedText *self)
{
  g_array_unref (self->words);
  g_array_unref (self->sentences);
  g_string_chunk_free (self->chunk);
  g_free (self->string);
  g_free (self);
}

/**
 * heed_text_get_string:
 * @self: a text taken apart
 *
 * Returns: (transfer none): the text itself
 */
const char *
heed_text_get_string (const HeedText *self)
{
  return self->string;
}

/**
 * heed_text_get_words:
 * @self: a text taken apart
 * @n_words: (out): how many there are
 *
 * Returns: (transfer none) (array length=n_words): its words
 */
const HeedWord *
heed_text_get_words (const HeedText *self,
                     guint          *n_words)
{
  *n_words = self->words->len;
  return (const HeedWord *) (gpointer) self->words->data;
}

/**
 * heed_text_get_sentences:
 * @self: a text taken apart
 * @n_sentences: (out): how many there are
 *
 * Returns: (transfer none) (array length=n_sentences): its sentences; every word is in one
 */
const HeedSentence *
heed_text_get_sentences (const HeedText *self,
                         guint          *n_sentences)
{
  *n_sentences = self->sentences->len;
  return (const HeedSentence *) (gpointer) self->sentences->data;
}
