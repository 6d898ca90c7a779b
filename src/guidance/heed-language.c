/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a language needs besides its words: abbreviations and the counting of syllables. Owns the
 * reading of such a file; the rules themselves are data. */

#include "config.h"

#include "heed-language.h"

#include <string.h>

#include "heed-json.h"
#include "heed-rules-files.h"

#define BUILTIN     "en"
#define MIN_PATTERN 2
#define MAX_PATTERN 7
#define MAX_WORD    60

struct _HeedLanguage
{
  char       *id;
  GHashTable *abbreviations; /* folded word → HeedAbbreviation */
  GHashTable *syllables;     /* folded word → how many it has */
  GHashTable *patterns;      /* letters, "." for the word's edge → syllables more or less */
  char       *vowels;
};

static const char *const members[] = {
  "language", "titles", "before_numbers", "abbreviations", "vowels", "more", "fewer", "exceptions",
  NULL
};

static void
language_clear (gpointer data)
{
  HeedLanguage *self = data;

  g_free (self->id);
  g_free (self->vowels);
  g_clear_pointer (&self->abbreviations, g_hash_table_unref);
  g_clear_pointer (&self->syllables, g_hash_table_unref);
  g_clear_pointer (&self->patterns, g_hash_table_unref);
}

/**
 * heed_language_ref:
 * @self: a language
 *
 * Returns: (transfer full): @self, held once more
 */
HeedLanguage *
heed_language_ref (HeedLanguage *self)
{
  return g_atomic_rc_box_acquire (self);
}

/**
 * heed_language_unref:
 * @self: (transfer full): a language
 *
 * Lets go of it.
 */
void
heed_language_unref (HeedLanguage *self)
{
  g_atomic_rc_box_release_full (self, language_clear);
}

static gboolean
read_abbreviations (HeedLanguage        *self,
                    const HeedJsonPlace *place,
                    const char          *member,
                    HeedAbbreviation     kind,
                    GError             **error)
{
  g_auto (GStrv) words = heed_json_read_strings (place, member, error);

  for (guint i = 0; words != NULL && words[i] != NULL; i++)
    g_hash_table_insert (self->abbreviations, g_strdup (words[i]), GINT_TO_POINTER (kind));
  return words != NULL;
}

/* Patterns of letters that add a syllable or take one away; twice in the list counts twice. */
static gboolean
read_patterns (HeedLanguage        *self,
               const HeedJsonPlace *place,
               const char          *member,
               int                  change,
               GError             **error)
{
  g_auto (GStrv) patterns = heed_json_read_strings (place, member, error);

  for (guint i = 0; patterns != NULL && patterns[i] != NULL; i++)
    {
      gsize    length = strlen (patterns[i]);
      gpointer sum;

      if (length < MIN_PATTERN || length > MAX_PATTERN)
        {
          heed_json_set_error (place, member, error, "\"%s\" is not %d to %d letters long",
                               patterns[i], MIN_PATTERN, MAX_PATTERN);
          return FALSE;
        }
      sum = g_hash_table_lookup (self->patterns, patterns[i]);
      g_hash_table_replace (self->patterns, g_strdup (patterns[i]),
                            GINT_TO_POINTER (GPOINTER_TO_INT (sum) + change));
    }
  return patterns != NULL;
}

/* Words by the number of their syllables: "1", "2" … */
static gboolean
read_exceptions (HeedLanguage        *self,
                 const HeedJsonPlace *place,
                 GError             **error)
{
  JsonArray *array = heed_json_read_array (place, "exceptions", 0, error);

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      static const char *const element_members[] = { "syllables", "words", NULL };
      HeedJsonPlace            element;
      g_auto (GStrv) words = NULL;
      int syllables;

      if (!heed_json_read_element (place, "exceptions", i, &element, error)
          || !heed_json_check_members (&element, element_members, NULL, error)
          || !heed_json_read_int (&element, "syllables", 1, 20, &syllables, error)
          || (words = heed_json_read_strings (&element, "words", error)) == NULL)
        return FALSE;
      for (guint w = 0; words[w] != NULL; w++)
        g_hash_table_replace (self->syllables, g_strdup (words[w]), GINT_TO_POINTER (syllables));
    }
  return array != NULL;
}

/**
 * heed_language_new_from_json:
 * @root: a document in the format "heed-language/1"
 * @file: the name of its file, for messages
 * @error: where to put an error
 *
 * Makes a language.
 *
 * Returns: (transfer full): the language, or %NULL with %HEED_RULES_ERROR_INVALID
 */
HeedLanguage *
heed_language_new_from_json (JsonNode   *root,
                             const char *file,
                             GError    **error)
{
  g_autoptr (HeedLanguage) self = NULL;
  HeedJsonPlace place;
  HeedJsonHead  head;
  const char   *language;
  const char   *vowels;

  if (!heed_json_open (root, file, "heed-language/1", &place, error)
      || !heed_json_read_head (&place, members, &head, error)
      || !heed_json_read_id (&place, "language", &language, error)
      || !heed_json_read_string (&place, "vowels", &vowels, error))
    return NULL;

  self = g_atomic_rc_box_new0 (HeedLanguage);
  self->id = g_strdup (language);
  self->vowels = g_strdup (vowels);
  self->abbreviations = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->syllables = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->patterns = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  if (!read_abbreviations (self, &place, "titles", HEED_ABBREVIATION_TITLE, error)
      || !read_abbreviations (self, &place, "before_numbers", HEED_ABBREVIATION_NUMBER, error)
      || !read_abbreviations (self, &place, "abbreviations", HEED_ABBREVIATION_OTHER, error)
      || !read_patterns (self, &place, "more", 1, error)
      || !read_patterns (self, &place, "fewer", -1, error)
      || !read_exceptions (self, &place, error))
    return NULL;
  return g_steal_pointer (&self);
}

/* Keeps the language asked for out of those there are. */
static gboolean
take_file (const char *kind,
           JsonNode   *root,
           const char *file,
           gpointer    user_data,
           GError    **error)
{
  HeedLanguage **found = user_data;
  g_autoptr (HeedLanguage) language = heed_language_new_from_json (root, file, error);

  if (language == NULL)
    return FALSE;
  if (*found == NULL && g_str_equal (language->id, BUILTIN))
    *found = g_steal_pointer (&language);
  return TRUE;
}

/**
 * heed_language_new_builtin:
 * @error: where to put an error
 *
 * Loads English, the language in which Heed's own guidance is written.
 *
 * Returns: (transfer full): the language; %NULL where the program was built wrongly
 */
HeedLanguage *
heed_language_new_builtin (GError **error)
{
  g_autoptr (HeedLanguage) self = NULL;

  if (!heed_rules_files_read_builtin ("guidance/languages", take_file, &self, error))
    return NULL;
  return g_steal_pointer (&self);
}

/**
 * heed_language_get_id:
 * @self: a language
 *
 * Returns: (transfer none): its ISO 639 code
 */
const char *
heed_language_get_id (const HeedLanguage *self)
{
  return self->id;
}

/**
 * heed_language_get_abbreviation:
 * @self: a language
 * @folded: a word in lower case, without a full stop behind it
 *
 * Returns: what a full stop behind it means
 */
HeedAbbreviation
heed_language_get_abbreviation (const HeedLanguage *self,
                                const char         *folded)
{
  return (HeedAbbreviation) GPOINTER_TO_INT (g_hash_table_lookup (self->abbreviations, folded));
}

static int
count_vowel_groups (const HeedLanguage *self,
                    const char         *word)
{
  int      groups = 0;
  gboolean inside = FALSE;

  for (const char *p = word; *p != '\0'; p = g_utf8_next_char (p))
    {
      gboolean vowel = g_utf8_strchr (self->vowels, -1, g_utf8_get_char (p)) != NULL;

      groups += vowel && !inside;
      inside = vowel;
    }
  return groups;
}

/* What all patterns in a word add and take away. */
static int
sum_patterns (const HeedLanguage *self,
              const char         *word)
{
  char  edged[MAX_WORD + 3];
  gsize length = (gsize) g_snprintf (edged, sizeof edged, ".%s.", word);
  int   sum = 0;

  for (gsize start = 0; start < length; start++)
    for (gsize n = MIN_PATTERN; n <= MAX_PATTERN && start + n <= length; n++)
      {
        char key[MAX_PATTERN + 1];

        memcpy (key, edged + start, n);
        key[n] = '\0';
        sum += GPOINTER_TO_INT (g_hash_table_lookup (self->patterns, key));
      }
  return sum;
}

/* "nurse's" sounds as "nurses". */
static char *
strip_apostrophes (const char *folded)
{
  char *word = g_strdup (folded);
  char *to = word;

  for (const char *from = word; *from != '\0'; from++)
    if (*from != '\'')
      *to++ = *from;
  *to = '\0';
  return word;
}

/**
 * heed_language_count_syllables:
 * @self: a language
 * @folded: a word in lower case
 *
 * Counts syllables: what the list of exceptions says, else groups of vowels, corrected by patterns
 * of letters. A number counts as one, whatever it is read as, so that dates and reference numbers
 * do not make a letter look hard.
 *
 * Returns: how many syllables it has, at least 1
 */
guint
heed_language_count_syllables (const HeedLanguage *self,
                               const char         *folded)
{
  g_autofree char *word = NULL;
  int              known;
  int              count;

  known = GPOINTER_TO_INT (g_hash_table_lookup (self->syllables, folded));
  if (known > 0)
    return (guint) known;
  if (strpbrk (folded, "0123456789") != NULL || strlen (folded) > MAX_WORD)
    return 1;
  word = strip_apostrophes (folded);
  known = GPOINTER_TO_INT (g_hash_table_lookup (self->syllables, word));
  if (known > 0)
    return (guint) known;
  count = count_vowel_groups (self, word) + sum_patterns (self, word);
  return (guint) MAX (count, 1);
}
