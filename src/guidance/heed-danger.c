/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Signs of danger in what people say. Owns the reading of the rules and their weighing: what a rule
 * finds counts unless an idiom covers it or it is denied; a kind of danger is raised when what was
 * found for it reaches the threshold. It raises a question for people to ask, and never decides. */

#include "config.h"

#include "heed-danger.h"

#include <string.h>

#include "heed-json.h"
#include "heed-patterns.h"

#define DENIAL_REACH 3
#define MOST_WEIGHT  100

typedef struct
{
  char                 *id;
  const HeedDangerKind *kind;
  int                   weight;
  gboolean              negatable;
} Rule;

struct _HeedDangers
{
  GPtrArray    *kinds;     /* of HeedDangerKind */
  GPtrArray    *rules;     /* of Rule */
  GHashTable   *negations; /* words */
  HeedPatterns *patterns;  /* tag: twice the place of the rule, one more for an "unless" */
  int           threshold;
};

static const char *const members[] = {
  "language", "threshold", "negations", "kinds", "rules", NULL
};
static const char *const kind_members[] = { "id", "label", "question", "level", NULL };
static const char *const rule_members[] = {
  "id", "kind", "weight", "find", "unless", "negatable", NULL
};

static void
kind_free (gpointer data)
{
  HeedDangerKind *kind = data;

  g_free (kind->id);
  g_free (kind->label);
  g_free (kind->question);
  g_free (kind);
}

static void
rule_free (gpointer data)
{
  Rule *rule = data;

  g_free (rule->id);
  g_free (rule);
}

/**
 * heed_dangers_free:
 * @self: (transfer full): rules
 *
 * Lets go of them.
 */
void
heed_dangers_free (HeedDangers *self)
{
  g_ptr_array_unref (self->kinds);
  g_ptr_array_unref (self->rules);
  g_hash_table_unref (self->negations);
  heed_patterns_free (self->patterns);
  g_free (self);
}

static const HeedDangerKind *
find_kind (const HeedDangers *self,
           const char        *id)
{
  for (guint i = 0; i < self->kinds->len; i++)
    {
      const HeedDangerKind *kind = g_ptr_array_index (self->kinds, i);

      if (g_str_equal (kind->id, id))
        return kind;
    }
  return NULL;
}

static gboolean
read_kind (HeedDangers         *self,
           const HeedJsonPlace *place,
           GError             **error)
{
  static const char *const levels[] = { "amber", "red", NULL };
  const char              *id, *label, *question;
  HeedDangerKind          *kind;
  int                      level;

  if (!heed_json_check_members (place, kind_members, NULL, error)
      || !heed_json_read_id (place, "id", &id, error)
      || !heed_json_read_string (place, "label", &label, error)
      || !heed_json_read_string (place, "question", &question, error)
      || !heed_json_read_choice (place, "level", levels, &level, error))
    return FALSE;
  if (find_kind (self, id) != NULL)
    {
      heed_json_set_error (place, "id", error, "\"%s\" is in the list already", id);
      return FALSE;
    }
  kind = g_new0 (HeedDangerKind, 1);
  kind->id = g_strdup (id);
  kind->label = g_strdup (label);
  kind->question = g_strdup (question);
  kind->level = (HeedDangerLevel) level;
  g_ptr_array_add (self->kinds, kind);
  return TRUE;
}

static gboolean
read_patterns (HeedDangers         *self,
               const HeedJsonPlace *place,
               const char          *member,
               guint                tag,
               GError             **error)
{
  g_auto (GStrv) patterns = heed_json_read_strings (place, member, error);

  for (guint i = 0; patterns != NULL && patterns[i] != NULL; i++)
    {
      const char *reason;

      if (!heed_patterns_add (self->patterns, patterns[i], tag, &reason))
        {
          heed_json_set_error (place, member, error, "\"%s\": %s", patterns[i], reason);
          return FALSE;
        }
    }
  return patterns != NULL;
}

static gboolean
read_rule (HeedDangers         *self,
           const HeedJsonPlace *place,
           GError             **error)
{
  const char           *id, *kind_id;
  const HeedDangerKind *kind;
  guint                 tag = self->rules->len * 2;
  gboolean              negatable = FALSE;
  int                   weight;
  Rule                 *rule;

  if (!heed_json_check_members (place, rule_members, NULL, error)
      || !heed_json_read_id (place, "id", &id, error)
      || !heed_json_read_id (place, "kind", &kind_id, error)
      || !heed_json_read_int (place, "weight", 1, MOST_WEIGHT, &weight, error)
      || heed_json_read_array (place, "find", 1, error) == NULL
      || !read_patterns (self, place, "find", tag, error)
      || (heed_json_has (place, "unless")
          && !read_patterns (self, place, "unless", tag + 1, error))
      || (heed_json_has (place, "negatable")
          && !heed_json_read_boolean (place, "negatable", &negatable, error)))
    return FALSE;
  kind = find_kind (self, kind_id);
  if (kind == NULL)
    {
      heed_json_set_error (place, "kind", error, "there is no kind \"%s\"", kind_id);
      return FALSE;
    }
  rule = g_new0 (Rule, 1);
  rule->id = g_strdup (id);
  rule->kind = kind;
  rule->weight = weight;
  rule->negatable = negatable;
  g_ptr_array_add (self->rules, rule);
  return TRUE;
}

static gboolean
read_lists (HeedDangers         *self,
            const HeedJsonPlace *place,
            GError             **error)
{
  g_auto (GStrv) negations = heed_json_read_strings (place, "negations", error);
  HeedJsonPlace element;
  JsonArray    *kinds, *rules;

  if (negations == NULL || (kinds = heed_json_read_array (place, "kinds", 1, error)) == NULL
      || (rules = heed_json_read_array (place, "rules", 1, error)) == NULL)
    return FALSE;
  for (guint i = 0; negations[i] != NULL; i++)
    g_hash_table_add (self->negations, g_strdup (negations[i]));
  for (guint i = 0; i < json_array_get_length (kinds); i++)
    if (!heed_json_read_element (place, "kinds", i, &element, error)
        || !read_kind (self, &element, error))
      return FALSE;
  for (guint i = 0; i < json_array_get_length (rules); i++)
    if (!heed_json_read_element (place, "rules", i, &element, error)
        || !read_rule (self, &element, error))
      return FALSE;
  return TRUE;
}

/**
 * heed_dangers_new_from_json:
 * @root: a document in the format "heed-danger/1", see data/schema/danger.json
 * @file: the name of its file, for messages
 * @error: where to put an error
 *
 * Makes rules of danger.
 *
 * Returns: (transfer full): the rules, or %NULL with %HEED_RULES_ERROR_INVALID
 */
HeedDangers *
heed_dangers_new_from_json (JsonNode   *root,
                            const char *file,
                            GError    **error)
{
  g_autoptr (HeedDangers) self = g_new0 (HeedDangers, 1);
  HeedJsonPlace place;
  HeedJsonHead  head;
  const char   *language;

  self->kinds = g_ptr_array_new_with_free_func (kind_free);
  self->rules = g_ptr_array_new_with_free_func (rule_free);
  self->negations = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->patterns = heed_patterns_new ();
  if (!heed_json_open (root, file, "heed-danger/1", &place, error)
      || !heed_json_read_head (&place, members, &head, error)
      || !heed_json_read_id (&place, "language", &language, error)
      || !heed_json_read_int (&place, "threshold", 1, MOST_WEIGHT, &self->threshold, error)
      || !read_lists (self, &place, error))
    return NULL;
  return g_steal_pointer (&self);
}

/* Whether an idiom of the same rule overlaps the find. */
static gboolean
is_idiom (const GArray         *finds,
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

/* Whether a word of negation stands shortly before the find, in its sentence. */
static gboolean
is_denied (const HeedDangers    *self,
           const HeedWord       *words,
           const HeedPatternHit *find)
{
  for (guint back = 1; back <= DENIAL_REACH && back <= find->first; back++)
    {
      const HeedWord *word = &words[find->first - back];

      if (word->sentence != words[find->first].sentence)
        return FALSE;
      if (g_hash_table_contains (self->negations, word->folded))
        return TRUE;
    }
  return FALSE;
}

static int
sum_kind (const GArray         *spans,
          const HeedDangerKind *kind)
{
  int sum = 0;

  for (guint i = 0; i < spans->len; i++)
    if (g_array_index (spans, HeedDangerSpan, i).kind == kind)
      sum += g_array_index (spans, HeedDangerSpan, i).weight;
  return sum;
}

/* Two finds of a rule that overlap are one. */
static gboolean
goes_on (GArray               *spans,
         const HeedDangerSpan *span)
{
  for (guint i = 0; i < spans->len; i++)
    {
      HeedDangerSpan *other = &g_array_index (spans, HeedDangerSpan, i);

      if (other->rule == span->rule && span->start < other->end)
        {
          other->end = MAX (other->end, span->end);
          return TRUE;
        }
    }
  return FALSE;
}

/* Takes out the finds of kinds that do not reach the threshold. */
static void
leave_out_light (const HeedDangers *self,
                 GArray            *spans)
{
  for (guint k = 0; k < self->kinds->len; k++)
    {
      const HeedDangerKind *kind = g_ptr_array_index (self->kinds, k);

      if (sum_kind (spans, kind) >= self->threshold)
        continue;
      for (guint i = spans->len; i > 0; i--)
        if (g_array_index (spans, HeedDangerSpan, i - 1).kind == kind)
          g_array_remove_index (spans, i - 1);
    }
}

/**
 * heed_dangers_find:
 * @self: rules
 * @text: a text taken apart
 *
 * Finds signs of danger. A kind whose finds together weigh less than the threshold is left out.
 *
 * Returns: (transfer full) (element-type HeedDangerSpan): the words found, by their place; they
 *   last as long as @self
 */
GArray *
heed_dangers_find (const HeedDangers *self,
                   const HeedText    *text)
{
  GArray         *spans = g_array_new (FALSE, FALSE, sizeof (HeedDangerSpan));
  guint           n_words;
  const HeedWord *words = heed_text_get_words (text, &n_words);
  g_autoptr (GArray) finds = heed_patterns_find (self->patterns, text);

  for (guint i = 0; i < finds->len; i++)
    {
      const HeedPatternHit *find = &g_array_index (finds, HeedPatternHit, i);
      const Rule           *rule = g_ptr_array_index (self->rules, find->tag / 2);
      HeedDangerSpan        span = {
        rule->kind, rule->id, rule->weight, words[find->first].start,
        words[find->first + find->n_words - 1].end
      };

      if (find->tag % 2 == 1 || is_idiom (finds, find)
          || (rule->negatable && is_denied (self, words, find)) || goes_on (spans, &span))
        continue;
      g_array_append_val (spans, span);
    }
  leave_out_light (self, spans);
  return spans;
}
