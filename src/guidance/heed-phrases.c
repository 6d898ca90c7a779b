/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Words to look at in letters: non-apologies, blame, jargon and their like. Owns the reading of the
 * lists and the finding; the lists are data, and whether a find stays is up to the writer. */

#include "config.h"

#include "heed-phrases.h"

#include <string.h>

#include "heed-json.h"
#include "heed-patterns.h"
#include "heed-rules-files.h"

#define FOLDER    "guidance/phrases"
#define LAST_RANK 9

/* One file. */
typedef struct
{
  char         *id;
  GPtrArray    *kinds;    /* of HeedPhraseKind */
  GPtrArray    *phrases;  /* of HeedPhrase */
  HeedPatterns *patterns; /* tag: twice the place of the phrase, and one more for an "unless" */
} List;

struct _HeedPhrases
{
  GPtrArray *lists; /* of List */
};

static const char *const list_members[] = { "language", "kinds", "phrases", NULL };
static const char *const kind_members[] = { "id", "label", "why", "rank", NULL };
static const char *const phrase_members[] = {
  "id", "kind", "find", "unless", "why", "better", NULL
};

static void
kind_free (gpointer data)
{
  HeedPhraseKind *kind = data;

  g_free (kind->id);
  g_free (kind->label);
  g_free (kind->why);
  g_free (kind);
}

static void
phrase_free (gpointer data)
{
  HeedPhrase *phrase = data;

  g_free (phrase->id);
  g_free (phrase->why);
  g_strfreev (phrase->better);
  g_free (phrase);
}

static void
list_free (gpointer data)
{
  List *list = data;

  g_free (list->id);
  g_ptr_array_unref (list->kinds);
  g_ptr_array_unref (list->phrases);
  heed_patterns_free (list->patterns);
  g_free (list);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (List, list_free)

static void
phrases_clear (gpointer data)
{
  g_ptr_array_unref (((HeedPhrases *) data)->lists);
}

/**
 * heed_phrases_ref:
 * @self: phrases
 *
 * Returns: (transfer full): @self, held once more
 */
HeedPhrases *
heed_phrases_ref (HeedPhrases *self)
{
  return g_atomic_rc_box_acquire (self);
}

/**
 * heed_phrases_unref:
 * @self: (transfer full): phrases
 *
 * Lets go of them.
 */
void
heed_phrases_unref (HeedPhrases *self)
{
  g_atomic_rc_box_release_full (self, phrases_clear);
}

static HeedPhraseKind *
find_kind (const List *list,
           const char *id)
{
  for (guint i = 0; i < list->kinds->len; i++)
    {
      HeedPhraseKind *kind = g_ptr_array_index (list->kinds, i);

      if (g_str_equal (kind->id, id))
        return kind;
    }
  return NULL;
}

static gboolean
read_kind (List                *list,
           const HeedJsonPlace *place,
           GError             **error)
{
  const char     *id, *label, *why;
  HeedPhraseKind *kind;
  int             rank;

  if (!heed_json_check_members (place, kind_members, NULL, error)
      || !heed_json_read_id (place, "id", &id, error)
      || !heed_json_read_string (place, "label", &label, error)
      || !heed_json_read_string (place, "why", &why, error)
      || !heed_json_read_int (place, "rank", 1, LAST_RANK, &rank, error))
    return FALSE;
  if (find_kind (list, id) != NULL)
    {
      heed_json_set_error (place, "id", error, "\"%s\" is in the list already", id);
      return FALSE;
    }
  kind = g_new0 (HeedPhraseKind, 1);
  kind->id = g_strdup (id);
  kind->label = g_strdup (label);
  kind->why = g_strdup (why);
  kind->rank = rank;
  g_ptr_array_add (list->kinds, kind);
  return TRUE;
}

static gboolean
read_patterns (List                *list,
               const HeedJsonPlace *place,
               const char          *member,
               guint                tag,
               GError             **error)
{
  g_auto (GStrv) patterns = heed_json_read_strings (place, member, error);

  for (guint i = 0; patterns != NULL && patterns[i] != NULL; i++)
    {
      const char *reason;

      if (!heed_patterns_add (list->patterns, patterns[i], tag, &reason))
        {
          heed_json_set_error (place, member, error, "\"%s\": %s", patterns[i], reason);
          return FALSE;
        }
    }
  return patterns != NULL;
}

static gboolean
read_phrase (List                *list,
             const HeedJsonPlace *place,
             GHashTable          *ids,
             GError             **error)
{
  const char     *id, *kind_id, *why = NULL;
  guint           tag = list->phrases->len * 2;
  HeedPhrase     *phrase;
  HeedPhraseKind *kind;
  g_auto (GStrv) better = NULL;

  if (!heed_json_check_members (place, phrase_members, NULL, error)
      || !heed_json_read_id (place, "id", &id, error)
      || !heed_json_read_id (place, "kind", &kind_id, error)
      || heed_json_read_array (place, "find", 1, error) == NULL
      || (heed_json_has (place, "why") && !heed_json_read_string (place, "why", &why, error))
      || (heed_json_has (place, "better")
          && (better = heed_json_read_strings (place, "better", error)) == NULL)
      || !read_patterns (list, place, "find", tag, error)
      || (heed_json_has (place, "unless")
          && !read_patterns (list, place, "unless", tag + 1, error)))
    return FALSE;
  kind = find_kind (list, kind_id);
  if (kind == NULL)
    {
      heed_json_set_error (place, "kind", error, "there is no kind \"%s\"", kind_id);
      return FALSE;
    }
  if (!g_hash_table_add (ids, (gpointer) id))
    {
      heed_json_set_error (place, "id", error, "\"%s\" is in the list already", id);
      return FALSE;
    }
  phrase = g_new0 (HeedPhrase, 1);
  phrase->id = g_strdup (id);
  phrase->kind = kind;
  phrase->why = g_strdup (why ? why : kind->why);
  phrase->better = better ? g_steal_pointer (&better) : g_new0 (char *, 1);
  g_ptr_array_add (list->phrases, phrase);
  return TRUE;
}

static List *
list_new (JsonNode   *root,
          const char *file,
          GError    **error)
{
  g_autoptr (List) list = g_new0 (List, 1);
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);
  HeedJsonPlace place, element;
  HeedJsonHead  head;
  const char   *language;
  JsonArray    *kinds, *phrases;

  list->kinds = g_ptr_array_new_with_free_func (kind_free);
  list->phrases = g_ptr_array_new_with_free_func (phrase_free);
  list->patterns = heed_patterns_new ();
  if (!heed_json_open (root, file, "heed-phrases/1", &place, error)
      || !heed_json_read_head (&place, list_members, &head, error)
      || !heed_json_read_id (&place, "language", &language, error)
      || (kinds = heed_json_read_array (&place, "kinds", 1, error)) == NULL
      || (phrases = heed_json_read_array (&place, "phrases", 1, error)) == NULL)
    return NULL;
  list->id = g_strdup (head.id);
  for (guint i = 0; i < json_array_get_length (kinds); i++)
    if (!heed_json_read_element (&place, "kinds", i, &element, error)
        || !read_kind (list, &element, error))
      return NULL;
  for (guint i = 0; i < json_array_get_length (phrases); i++)
    if (!heed_json_read_element (&place, "phrases", i, &element, error)
        || !read_phrase (list, &element, ids, error))
      return NULL;
  return g_steal_pointer (&list);
}

/* Takes in a file; one of the same id gives way to it. */
static gboolean
take_file (const char *kind,
           JsonNode   *root,
           const char *file,
           gpointer    user_data,
           GError    **error)
{
  HeedPhrases *self = user_data;
  List        *list = list_new (root, file, error);

  if (list == NULL)
    return FALSE;
  for (guint i = 0; i < self->lists->len; i++)
    if (g_str_equal (((List *) g_ptr_array_index (self->lists, i))->id, list->id))
      {
        g_ptr_array_remove_index (self->lists, i);
        break;
      }
  g_ptr_array_add (self->lists, list);
  return TRUE;
}

static HeedPhrases *
phrases_new (void)
{
  HeedPhrases *self = g_atomic_rc_box_new0 (HeedPhrases);

  self->lists = g_ptr_array_new_with_free_func (list_free);
  return self;
}

/**
 * heed_phrases_new:
 * @folder: (nullable): an organisation's own folder; its files in "guidance/phrases" add to
 *   Heed's own, and one of the same id takes the place of Heed's
 * @left_out: (nullable) (element-type utf8): gets a message for each file that was not taken
 * @error: where to put an error
 *
 * Loads the words to look at.
 *
 * Returns: (transfer full): the phrases; %NULL where the program was built wrongly
 */
HeedPhrases *
heed_phrases_new (const char *folder,
                  GPtrArray  *left_out,
                  GError    **error)
{
  g_autoptr (HeedPhrases) self = phrases_new ();
  g_autoptr (GPtrArray) messages = g_ptr_array_new_with_free_func (g_free);

  if (!heed_rules_files_read_builtin (FOLDER, take_file, self, error))
    return NULL;
  if (folder != NULL)
    heed_rules_files_read_own (folder, FOLDER, take_file, self, left_out ? left_out : messages);
  return g_steal_pointer (&self);
}

/**
 * heed_phrases_new_from_json:
 * @root: a document in the format "heed-phrases/1", see data/schema/phrases.json
 * @file: the name of its file, for messages
 * @error: where to put an error
 *
 * Makes phrases of one file alone.
 *
 * Returns: (transfer full): the phrases, or %NULL with %HEED_RULES_ERROR_INVALID
 */
HeedPhrases *
heed_phrases_new_from_json (JsonNode   *root,
                            const char *file,
                            GError    **error)
{
  g_autoptr (HeedPhrases) self = phrases_new ();

  return take_file (FOLDER, root, file, self, error) ? g_steal_pointer (&self) : NULL;
}

/* Whether an "unless" of the same phrase overlaps the find. */
static gboolean
is_excused (const GArray         *finds,
            const HeedPatternHit *find)
{
  for (guint i = 0; i < finds->len; i++)
    {
      const HeedPatternHit *other = &g_array_index (finds, HeedPatternHit, i);

      if (other->first >= find->first + find->n_words)
        break;
      if (other->tag == find->tag + 1 && other->first + other->n_words > find->first)
        return TRUE;
    }
  return FALSE;
}

static void
find_in_list (const List     *list,
              const HeedText *text,
              GArray         *hits)
{
  guint           n_words;
  const HeedWord *words = heed_text_get_words (text, &n_words);
  g_autoptr (GArray) finds = heed_patterns_find (list->patterns, text);

  for (guint i = 0; i < finds->len; i++)
    {
      const HeedPatternHit *find = &g_array_index (finds, HeedPatternHit, i);
      HeedPhraseHit         hit;

      if (find->tag % 2 == 1 || is_excused (finds, find))
        continue;
      hit.phrase = g_ptr_array_index (list->phrases, find->tag / 2);
      hit.start = words[find->first].start;
      hit.end = words[find->first + find->n_words - 1].end;
      g_array_append_val (hits, hit);
    }
}

/* By place, the longer one first, and of two in the same place what hurts more. */
static int
compare_hits (gconstpointer a,
              gconstpointer b)
{
  const HeedPhraseHit *left = a, *right = b;

  if (left->start != right->start)
    return left->start < right->start ? -1 : 1;
  if (left->end != right->end)
    return left->end > right->end ? -1 : 1;
  if (left->phrase->kind->rank != right->phrase->kind->rank)
    return left->phrase->kind->rank - right->phrase->kind->rank;
  return strcmp (left->phrase->id, right->phrase->id);
}

/**
 * heed_phrases_find:
 * @self: phrases
 * @text: a text taken apart
 *
 * Finds the words to look at. What lies within another find is left out, so that a word is looked
 * at once.
 *
 * Returns: (transfer full) (element-type HeedPhraseHit): the finds by their place; they last as
 *   long as @self
 */
GArray *
heed_phrases_find (const HeedPhrases *self,
                   const HeedText    *text)
{
  GArray *hits = g_array_new (FALSE, FALSE, sizeof (HeedPhraseHit));
  gsize   covered = 0;
  guint   kept = 0;

  for (guint i = 0; i < self->lists->len; i++)
    find_in_list (g_ptr_array_index (self->lists, i), text, hits);
  g_array_sort (hits, compare_hits);
  for (guint i = 0; i < hits->len; i++)
    {
      HeedPhraseHit hit = g_array_index (hits, HeedPhraseHit, i);

      if (hit.end <= covered)
        continue;
      covered = hit.end;
      g_array_index (hits, HeedPhraseHit, kept++) = hit;
    }
  g_array_set_size (hits, kept);
  return hits;
}

/**
 * heed_phrases_fit:
 * @better: a better wording
 * @replaced: the words that it is to replace
 *
 * Begins a wording with a capital where the words that it replaces do.
 *
 * Returns: (transfer full): the wording
 */
char *
heed_phrases_fit (const char *better,
                  const char *replaced)
{
  gunichar         first = g_utf8_get_char (better);
  g_autofree char *capital = NULL;

  if (!g_unichar_isupper (g_utf8_get_char (replaced)))
    return g_strdup (better);
  capital = g_utf8_strup (better, g_utf8_next_char (better) - better);
  return first != 0 ? g_strconcat (capital, g_utf8_next_char (better), NULL) : g_strdup (better);
}
