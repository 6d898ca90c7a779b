/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Patterns of words, the one way in which guidance files say what to look for. Owns how a pattern
 * is written and how it is found; what a find means is up to whoever asks.
 *
 * A pattern is a row of parts with spaces between them:
 *
 *   sorry         the word                     complain*   words that begin so, from 3 letters
 *   if/when       either word                  utilise+    the word and its -s, -es, -ed, -ing
 *   so?           the word or nothing          _           any one word
 *   ~3            up to three words of any     #           a number
 *   ^             (first) where a sentence begins
 *
 * Parts match words in lower case; a hyphen in the text parts words. A find never goes beyond
 * a sentence. */

#include "config.h"

#include "heed-patterns.h"

#include <string.h>

#define MAX_GAP    9
#define MIN_PREFIX 3

typedef enum
{
  PART_WORDS,
  PART_ANY,
  PART_GAP,
  PART_NUMBER,
} PartKind;

typedef struct
{
  PartKind   kind;
  gboolean   optional;
  guint      gap;
  GArray    *ids;      /* of guint, numbers of words */
  GPtrArray *prefixes; /* of char* */
} Part;

typedef struct
{
  guint      tag;
  gboolean   at_start;
  GPtrArray *parts; /* of Part */
} Pattern;

struct _HeedPatterns
{
  GPtrArray  *patterns;  /* of Pattern */
  GHashTable *words;     /* word → its number, from 1 */
  GHashTable *by_word;   /* number → GPtrArray of Pattern that begin with it, borrowed */
  GHashTable *by_prefix; /* the first letters → GPtrArray of Pattern, borrowed */
  GPtrArray  *by_number; /* of Pattern, borrowed */
};

/* What one search needs at hand. */
typedef struct
{
  const HeedWord *words;
  const guint    *ids; /* the number of each word, 0 where no pattern has it */
  guint           end; /* behind the last word of the sentence */
} Search;

static void
part_free (gpointer data)
{
  Part *part = data;

  g_array_unref (part->ids);
  g_ptr_array_unref (part->prefixes);
  g_free (part);
}

static void
pattern_free (gpointer data)
{
  Pattern *pattern = data;

  g_ptr_array_unref (pattern->parts);
  g_free (pattern);
}

/**
 * heed_patterns_new:
 *
 * Returns: (transfer full): no patterns yet
 */
HeedPatterns *
heed_patterns_new (void)
{
  HeedPatterns *self = g_new0 (HeedPatterns, 1);

  self->patterns = g_ptr_array_new_with_free_func (pattern_free);
  self->words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->by_word = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_ptr_array_unref);
  self->by_prefix = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                           (GDestroyNotify) g_ptr_array_unref);
  self->by_number = g_ptr_array_new ();
  return self;
}

/**
 * heed_patterns_free:
 * @self: (transfer full): patterns
 *
 * Lets go of them.
 */
void
heed_patterns_free (HeedPatterns *self)
{
  g_hash_table_unref (self->by_word);
  g_hash_table_unref (self->by_prefix);
  g_ptr_array_unref (self->by_number);
  g_hash_table_unref (self->words);
  g_ptr_array_unref (self->patterns);
  g_free (self);
}

static void
add_word (HeedPatterns *self,
          Part         *part,
          const char   *word)
{
  guint id = GPOINTER_TO_UINT (g_hash_table_lookup (self->words, word));

  if (id == 0)
    {
      id = g_hash_table_size (self->words) + 1;
      g_hash_table_insert (self->words, g_strdup (word), GUINT_TO_POINTER (id));
    }
  g_array_append_val (part->ids, id);
}

static gboolean
ends_in (const char *word,
         const char *letters)
{
  gsize length = strlen (word);

  return length > 1 && strchr (letters, word[length - 1]) != NULL;
}

/* The regular forms of an English noun or verb. */
static void
add_forms (HeedPatterns *self,
           Part         *part,
           const char   *word)
{
  static const char *const forms[] = { "", "s", "es", "d", "ed", "ing", "'s", NULL };
  g_autofree char         *stem = g_strndup (word, strlen (word) - 1);

  for (guint i = 0; forms[i] != NULL; i++)
    {
      g_autofree char *form = g_strconcat (word, forms[i], NULL);

      add_word (self, part, form);
    }
  if (ends_in (word, "e"))
    {
      g_autofree char *form = g_strconcat (stem, "ing", NULL);

      add_word (self, part, form);
    }
  if (ends_in (word, "y"))
    {
      g_autofree char *plural = g_strconcat (stem, "ies", NULL);
      g_autofree char *past = g_strconcat (stem, "ied", NULL);

      add_word (self, part, plural);
      add_word (self, part, past);
    }
}

static gboolean
is_plain_word (const char *word)
{
  if (*word == '\0')
    return FALSE;
  for (const char *p = word; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c != '\'' && c != '.' && !(g_unichar_isalnum (c) && g_unichar_tolower (c) == c)
          && !g_unichar_ismark (c))
        return FALSE;
    }
  return TRUE;
}

/* One word of a part, with what stands behind it. */
static gboolean
add_alternative (HeedPatterns *self,
                 Part         *part,
                 const char   *text,
                 const char  **reason)
{
  gsize            length = strlen (text);
  char             last = length > 0 ? text[length - 1] : '\0';
  g_autofree char *word = g_strndup (text, length - (last == '*' || last == '+' ? 1 : 0));

  if (!is_plain_word (word))
    {
      *reason = "words are lower case letters, with a space in the place of a hyphen";
      return FALSE;
    }
  if (last == '*' && g_utf8_strlen (word, -1) < MIN_PREFIX)
    {
      *reason = "\"*\" stands behind 3 letters at least";
      return FALSE;
    }
  if (last == '*')
    g_ptr_array_add (part->prefixes, g_steal_pointer (&word));
  else if (last == '+')
    add_forms (self, part, word);
  else
    add_word (self, part, word);
  return TRUE;
}

static Part *
part_new (HeedPatterns *self,
          const char   *text,
          const char  **reason)
{
  Part *part = g_new0 (Part, 1);
  gsize length = strlen (text);

  part->ids = g_array_new (FALSE, FALSE, sizeof (guint));
  part->prefixes = g_ptr_array_new_with_free_func (g_free);
  if (g_str_equal (text, "_"))
    part->kind = PART_ANY;
  else if (g_str_equal (text, "#"))
    part->kind = PART_NUMBER;
  else if (*text == '~')
    {
      part->kind = PART_GAP;
      part->gap = (guint) (text[1] - '0');
      if (length != 2 || part->gap < 1 || part->gap > MAX_GAP)
        *reason = "\"~\" takes one digit from 1 to 9";
    }
  else
    {
      g_auto (GStrv) words = NULL;
      g_autofree char *bare = NULL;

      part->optional = text[length - 1] == '?';
      bare = g_strndup (text, length - (part->optional ? 1 : 0));
      words = g_strsplit (bare, "/", -1);
      for (guint i = 0; words[i] != NULL && *reason == NULL; i++)
        add_alternative (self, part, words[i], reason);
    }
  if (*reason == NULL)
    return part;
  part_free (part);
  return NULL;
}

static void
index_under (GHashTable *table,
             gpointer    key,
             gboolean    copy_key,
             Pattern    *pattern)
{
  GPtrArray *list = g_hash_table_lookup (table, key);

  if (list == NULL)
    {
      list = g_ptr_array_new ();
      g_hash_table_insert (table, copy_key ? g_strdup (key) : key, list);
    }
  if (list->len == 0 || g_ptr_array_index (list, list->len - 1) != pattern)
    g_ptr_array_add (list, pattern);
}

/* The first letters of a word, by which prefixes are found. */
static gboolean
get_beginning (const char *word,
               char        beginning[MIN_PREFIX * 4 + 1])
{
  const char *p = word;

  for (guint i = 0; i < MIN_PREFIX; i++)
    {
      if (*p == '\0')
        return FALSE;
      p = g_utf8_next_char (p);
    }
  memcpy (beginning, word, (gsize) (p - word));
  beginning[p - word] = '\0';
  return p - word <= MIN_PREFIX * 4;
}

/* Files a pattern under everything with which it may begin. */
static void
index_pattern (HeedPatterns *self,
               Pattern      *pattern)
{
  const Part *first = g_ptr_array_index (pattern->parts, 0);

  if (first->kind == PART_NUMBER)
    g_ptr_array_add (self->by_number, pattern);
  for (guint i = 0; i < first->ids->len; i++)
    index_under (self->by_word, GUINT_TO_POINTER (g_array_index (first->ids, guint, i)), FALSE,
                 pattern);
  for (guint i = 0; i < first->prefixes->len; i++)
    {
      char beginning[MIN_PREFIX * 4 + 1];

      if (get_beginning (g_ptr_array_index (first->prefixes, i), beginning))
        index_under (self->by_prefix, beginning, TRUE, pattern);
    }
}

/**
 * heed_patterns_add:
 * @self: patterns
 * @pattern: one more, as described at the top of heed-patterns.c
 * @tag: what a find is told by
 * @reason: (out) (transfer none): what is wrong with it, English, for the error about its file
 *
 * Takes in a pattern.
 *
 * Returns: %FALSE with @reason where it is written wrongly
 */
gboolean
heed_patterns_add (HeedPatterns *self,
                   const char   *pattern,
                   guint         tag,
                   const char  **reason)
{
  g_auto (GStrv) texts = g_strsplit (pattern, " ", -1);
  Pattern *made = g_new0 (Pattern, 1);

  *reason = NULL;
  made->tag = tag;
  made->parts = g_ptr_array_new_with_free_func (part_free);
  made->at_start = texts[0] != NULL && g_str_equal (texts[0], "^");
  for (guint i = made->at_start ? 1 : 0; texts[i] != NULL && *reason == NULL; i++)
    {
      Part *part = *texts[i] != '\0' ? part_new (self, texts[i], reason) : NULL;

      if (*texts[i] == '\0')
        *reason = "it has two spaces in a row, or one at an end";
      else if (part != NULL)
        g_ptr_array_add (made->parts, part);
    }
  if (*reason == NULL)
    {
      const Part *first = made->parts->len > 0 ? g_ptr_array_index (made->parts, 0) : NULL;

      if (first == NULL || first->optional || first->kind == PART_ANY || first->kind == PART_GAP)
        *reason = "it must begin with a word";
    }
  if (*reason != NULL)
    {
      pattern_free (made);
      return FALSE;
    }
  g_ptr_array_add (self->patterns, made);
  index_pattern (self, made);
  return TRUE;
}

static gboolean
part_matches (const Part   *part,
              const Search *search,
              guint         at)
{
  guint id = search->ids[at];

  if (part->kind == PART_ANY)
    return TRUE;
  if (part->kind == PART_NUMBER)
    return search->words[at].number;
  for (guint i = 0; id != 0 && i < part->ids->len; i++)
    if (g_array_index (part->ids, guint, i) == id)
      return TRUE;
  for (guint i = 0; i < part->prefixes->len; i++)
    if (g_str_has_prefix (search->words[at].folded, g_ptr_array_index (part->prefixes, i)))
      return TRUE;
  return FALSE;
}

/* Where the rest of a pattern ends that goes on at word @at, or 0 where it does not. */
static guint
match_from (const Pattern *pattern,
            guint          index,
            const Search  *search,
            guint          at)
{
  const Part *part;
  guint       end;

  if (index == pattern->parts->len)
    return at;
  part = g_ptr_array_index (pattern->parts, index);
  if (part->kind == PART_GAP)
    {
      for (guint skip = 0; skip <= part->gap && at + skip <= search->end; skip++)
        if ((end = match_from (pattern, index + 1, search, at + skip)) != 0)
          return end;
      return 0;
    }
  if (at < search->end && part_matches (part, search, at)
      && (end = match_from (pattern, index + 1, search, at + 1)) != 0)
    return end;
  return part->optional ? match_from (pattern, index + 1, search, at) : 0;
}

static void
try_patterns (const GPtrArray *list,
              const Search    *search,
              guint            at,
              gboolean         begins,
              GArray          *hits)
{
  for (guint i = 0; list != NULL && i < list->len; i++)
    {
      const Pattern *pattern = g_ptr_array_index (list, i);
      guint          end = pattern->at_start && !begins ? 0 : match_from (pattern, 0, search, at);

      if (end > at)
        {
          HeedPatternHit hit = { pattern->tag, at, end - at };

          g_array_append_val (hits, hit);
        }
    }
}

/**
 * heed_patterns_find:
 * @self: patterns
 * @text: a text taken apart
 *
 * Finds all patterns, also where they overlap; each pattern at most once at each word.
 *
 * Returns: (transfer full) (element-type HeedPatternHit): the finds, by their first word
 */
GArray *
heed_patterns_find (const HeedPatterns *self,
                    const HeedText     *text)
{
  GArray             *hits = g_array_new (FALSE, FALSE, sizeof (HeedPatternHit));
  guint               n_words, n_sentences;
  const HeedWord     *words = heed_text_get_words (text, &n_words);
  const HeedSentence *sentences = heed_text_get_sentences (text, &n_sentences);
  g_autofree guint   *ids = g_new (guint, n_words + 1);
  Search              search = { words, ids, 0 };

  for (guint i = 0; i < n_words; i++)
    ids[i] = GPOINTER_TO_UINT (g_hash_table_lookup (self->words, words[i].folded));
  for (guint i = 0; i < n_words; i++)
    {
      const HeedSentence *sentence = &sentences[words[i].sentence];
      gboolean            begins = i == sentence->first_word;
      char                beginning[MIN_PREFIX * 4 + 1];

      search.end = sentence->first_word + sentence->n_words;
      if (ids[i] != 0)
        try_patterns (g_hash_table_lookup (self->by_word, GUINT_TO_POINTER (ids[i])), &search, i,
                      begins, hits);
      if (get_beginning (words[i].folded, beginning))
        try_patterns (g_hash_table_lookup (self->by_prefix, beginning), &search, i, begins, hits);
      if (words[i].number)
        try_patterns (self->by_number, &search, i, begins, hits);
    }
  return hits;
}
