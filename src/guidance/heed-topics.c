/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a text is about. Owns the reading of the weights and the reckoning: logistic regression over
 * words and pairs of words, each counted once, scaled to a text of length one; what an organisation
 * taught is added. A suggestion always tells the words that spoke for it, and nothing is suggested
 * where no word did. */

#include "config.h"

#include "heed-topics.h"

#include <math.h>
#include <string.h>

#include "heed-json.h"

#define SCALE        100.0 /* weights are kept as hundredths */
#define MOST_WEIGHT  100000
#define LONGEST_PAIR 128

/* Lessons pull like a weight that grows with their number and levels out at LESSON_MOST. */
#define LESSON_MOST 6.0
#define LESSON_HALF 3.0

struct _HeedTopics
{
  char      **codes;
  guint       n_codes;
  float      *biases;
  GHashTable *words;   /* word or pair → its row, from 1 */
  GPtrArray  *spelled; /* row - 1 → the word, borrowed from words */
  GArray     *weights; /* of float, n_codes a row */
};

struct _HeedLessons
{
  GHashTable *words; /* word → GHashTable of code → count */
};

static const char *const members[] = { "language", "codes", "words", NULL };
static const char *const code_members[] = { "code", "bias", NULL };
static const char *const word_members[] = { "word", "weights", NULL };

/**
 * heed_topics_free:
 * @self: (transfer full): topics
 *
 * Lets go of them.
 */
void
heed_topics_free (HeedTopics *self)
{
  g_strfreev (self->codes);
  g_free (self->biases);
  g_hash_table_unref (self->words);
  g_ptr_array_unref (self->spelled);
  g_array_unref (self->weights);
  g_free (self);
}

static gboolean
read_codes (HeedTopics          *self,
            const HeedJsonPlace *place,
            GError             **error)
{
  JsonArray *array = heed_json_read_array (place, "codes", 2, error);

  if (array == NULL)
    return FALSE;
  self->n_codes = json_array_get_length (array);
  self->codes = g_new0 (char *, self->n_codes + 1);
  self->biases = g_new0 (float, self->n_codes);
  for (guint i = 0; i < self->n_codes; i++)
    {
      HeedJsonPlace element;
      const char   *code;
      int           bias;

      if (!heed_json_read_element (place, "codes", i, &element, error)
          || !heed_json_check_members (&element, code_members, NULL, error)
          || !heed_json_read_id (&element, "code", &code, error)
          || !heed_json_read_int (&element, "bias", -MOST_WEIGHT, MOST_WEIGHT, &bias, error))
        return FALSE;
      if (g_strv_contains ((const char *const *) self->codes, code))
        {
          heed_json_set_error (&element, "code", error, "\"%s\" is in the list already", code);
          return FALSE;
        }
      self->codes[i] = g_strdup (code);
      self->biases[i] = (float) (bias / SCALE);
    }
  return TRUE;
}

static gboolean
read_weights (HeedTopics          *self,
              const HeedJsonPlace *place,
              GError             **error)
{
  JsonArray *array = heed_json_read_array (place, "weights", self->n_codes, error);

  if (array == NULL)
    return FALSE;
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonNode *node = json_array_get_element (array, i);
      gboolean  whole = JSON_NODE_HOLDS_VALUE (node)
                       && json_node_get_value_type (node) == G_TYPE_INT64;
      float weight;

      if (json_array_get_length (array) != self->n_codes || !whole
          || ABS (json_node_get_int (node)) > MOST_WEIGHT)
        {
          heed_json_set_error (place, "weights", error,
                               "it must be a whole number from -%d to %d for each of the %u codes",
                               MOST_WEIGHT, MOST_WEIGHT, self->n_codes);
          return FALSE;
        }
      weight = (float) ((double) json_node_get_int (node) / SCALE);
      g_array_append_val (self->weights, weight);
    }
  return TRUE;
}

static gboolean
read_words (HeedTopics          *self,
            const HeedJsonPlace *place,
            GError             **error)
{
  JsonArray *array = heed_json_read_array (place, "words", 1, error);

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      HeedJsonPlace element;
      const char   *word;
      char         *copy;

      if (!heed_json_read_element (place, "words", i, &element, error)
          || !heed_json_check_members (&element, word_members, NULL, error)
          || !heed_json_read_string (&element, "word", &word, error)
          || !read_weights (self, &element, error))
        return FALSE;
      if (g_hash_table_contains (self->words, word))
        {
          heed_json_set_error (&element, "word", error, "\"%s\" is in the list already", word);
          return FALSE;
        }
      copy = g_strdup (word);
      g_hash_table_insert (self->words, copy, GUINT_TO_POINTER (i + 1));
      g_ptr_array_add (self->spelled, copy);
    }
  return array != NULL;
}

/**
 * heed_topics_new_from_json:
 * @root: a document in the format "heed-topics/1", see data/schema/topics.json
 * @file: the name of its file, for messages
 * @error: where to put an error
 *
 * Makes topics.
 *
 * Returns: (transfer full): the topics, or %NULL with %HEED_RULES_ERROR_INVALID
 */
HeedTopics *
heed_topics_new_from_json (JsonNode   *root,
                           const char *file,
                           GError    **error)
{
  g_autoptr (HeedTopics) self = g_new0 (HeedTopics, 1);
  HeedJsonPlace place;
  HeedJsonHead  head;
  const char   *language;

  self->words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->spelled = g_ptr_array_new ();
  self->weights = g_array_new (FALSE, FALSE, sizeof (float));
  if (!heed_json_open (root, file, "heed-topics/1", &place, error)
      || !heed_json_read_head (&place, members, &head, error)
      || !heed_json_read_id (&place, "language", &language, error)
      || !read_codes (self, &place, error) || !read_words (self, &place, error))
    return NULL;
  return g_steal_pointer (&self);
}

/**
 * heed_topics_get_n_codes:
 * @self: topics
 *
 * Returns: how many categories there are
 */
guint
heed_topics_get_n_codes (const HeedTopics *self)
{
  return self->n_codes;
}

/**
 * heed_topics_get_code:
 * @self: topics
 * @index: from 0
 *
 * Returns: (transfer none): the category's code
 */
const char *
heed_topics_get_code (const HeedTopics *self,
                      guint             index)
{
  return self->codes[index];
}

static void
add_row (const HeedTopics *self,
         const char       *word,
         GHashTable       *seen,
         GArray           *rows)
{
  guint row = GPOINTER_TO_UINT (g_hash_table_lookup (self->words, word));

  if (row != 0 && g_hash_table_add (seen, GUINT_TO_POINTER (row)))
    g_array_append_val (rows, row);
}

/* The rows of all words and pairs in the text that are in the vocabulary, each once. */
static GArray *
find_rows (const HeedTopics *self,
           const HeedText   *text)
{
  GArray         *rows = g_array_new (FALSE, FALSE, sizeof (guint));
  guint           n_words;
  const HeedWord *words = heed_text_get_words (text, &n_words);
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < n_words; i++)
    {
      char pair[LONGEST_PAIR];

      add_row (self, words[i].folded, seen, rows);
      if (i > 0 && words[i].sentence == words[i - 1].sentence
          && g_snprintf (pair, sizeof pair, "%s %s", words[i - 1].folded, words[i].folded)
                 < (int) sizeof pair)
        add_row (self, pair, seen, rows);
    }
  return rows;
}

/* What a word says for a category: its weight and what was taught. */
static double
get_weight (const HeedTopics *self,
            guint             row,
            guint             code,
            GHashTable       *taught)
{
  double weight = (double) g_array_index (self->weights, float,
                                          (row - 1) * self->n_codes + code);
  int    count = 0;

  if (taught != NULL)
    count = GPOINTER_TO_INT (g_hash_table_lookup (taught, self->codes[code]));
  if (count != 0)
    weight += LESSON_MOST * count / (ABS (count) + LESSON_HALF);
  return weight;
}

static GHashTable *
get_taught (const HeedTopics  *self,
            const HeedLessons *lessons,
            guint              row)
{
  return lessons != NULL ? g_hash_table_lookup (lessons->words,
                                                g_ptr_array_index (self->spelled, row - 1))
                         : NULL;
}

/* Turns scores into shares of one (softmax). */
static void
share_out (double *scores,
           guint   n)
{
  double most = scores[0], sum = 0;

  for (guint i = 1; i < n; i++)
    most = MAX (most, scores[i]);
  for (guint i = 0; i < n; i++)
    sum += scores[i] = exp (scores[i] - most);
  for (guint i = 0; i < n; i++)
    scores[i] /= sum;
}

/* The words that spoke most for a category, the strongest first; a pair stands for its words. */
static void
tell_reasons (const HeedTopics  *self,
              const GArray      *rows,
              const HeedLessons *lessons,
              guint              code,
              HeedTopic         *topic)
{
  double weights[HEED_TOPIC_REASONS] = { 0 };

  for (guint i = 0; i < rows->len; i++)
    {
      guint  row = g_array_index (rows, guint, i);
      double weight = get_weight (self, row, code, get_taught (self, lessons, row));
      guint  at = topic->n_reasons;

      if (weight <= 0)
        continue;
      while (at > 0 && weights[at - 1] < weight)
        at--;
      if (at == HEED_TOPIC_REASONS)
        continue;
      for (guint j = MIN (topic->n_reasons, HEED_TOPIC_REASONS - 1); j > at; j--)
        {
          weights[j] = weights[j - 1];
          topic->reasons[j] = topic->reasons[j - 1];
        }
      weights[at] = weight;
      topic->reasons[at] = g_ptr_array_index (self->spelled, row - 1);
      topic->n_reasons = MIN (topic->n_reasons + 1, HEED_TOPIC_REASONS);
    }
}

static int
compare_topics (gconstpointer a,
                gconstpointer b)
{
  double left = ((const HeedTopic *) a)->share, right = ((const HeedTopic *) b)->share;

  return left < right ? 1 : left > right ? -1
                                         : 0;
}

/**
 * heed_topics_find:
 * @self: topics
 * @text: a text taken apart
 * @lessons: (nullable): what the organisation taught
 *
 * Tells what a text may be about.
 *
 * Returns: (transfer full) (element-type HeedTopic): every category for which a word speaks, the
 *   likeliest first; empty where the text has no word of the vocabulary. The strings last as long
 *   as @self
 */
GArray *
heed_topics_find (const HeedTopics  *self,
                  const HeedText    *text,
                  const HeedLessons *lessons)
{
  GArray *topics = g_array_new (FALSE, TRUE, sizeof (HeedTopic));
  g_autoptr (GArray) rows = find_rows (self, text);
  g_autofree double *scores = g_new0 (double, self->n_codes);
  double             length = sqrt (MAX (rows->len, 1));

  if (rows->len == 0)
    return topics;
  for (guint i = 0; i < rows->len; i++)
    {
      guint       row = g_array_index (rows, guint, i);
      GHashTable *taught = get_taught (self, lessons, row);

      for (guint code = 0; code < self->n_codes; code++)
        scores[code] += get_weight (self, row, code, taught) / length;
    }
  for (guint code = 0; code < self->n_codes; code++)
    scores[code] += (double) self->biases[code];
  share_out (scores, self->n_codes);
  for (guint code = 0; code < self->n_codes; code++)
    {
      HeedTopic topic = { .code = self->codes[code], .share = scores[code] };

      tell_reasons (self, rows, lessons, code, &topic);
      if (topic.n_reasons > 0)
        g_array_append_val (topics, topic);
    }
  g_array_sort (topics, compare_topics);
  return topics;
}

/**
 * heed_topics_learn:
 * @self: topics
 * @text: a text taken apart
 * @suggested: (nullable): the code that was suggested first
 * @chosen: the code that was chosen
 *
 * Makes lessons of a choice. Only words of the vocabulary become lessons, which every installation
 * has alike: what people said cannot be read from them. A choice as suggested teaches nothing.
 *
 * Returns: (transfer full) (element-type HeedLesson): what to count; the strings last as long as
 *   @self, @suggested and @chosen
 */
GArray *
heed_topics_learn (const HeedTopics *self,
                   const HeedText   *text,
                   const char       *suggested,
                   const char       *chosen)
{
  GArray *lessons = g_array_new (FALSE, FALSE, sizeof (HeedLesson));
  g_autoptr (GArray) rows = find_rows (self, text);

  if (g_strcmp0 (suggested, chosen) == 0)
    return lessons;
  for (guint i = 0; i < rows->len; i++)
    {
      const char *word = g_ptr_array_index (self->spelled, g_array_index (rows, guint, i) - 1);
      HeedLesson  yes = { word, chosen, 1 };
      HeedLesson  no = { word, suggested, -1 };

      g_array_append_val (lessons, yes);
      if (suggested != NULL)
        g_array_append_val (lessons, no);
    }
  return lessons;
}

/**
 * heed_lessons_new:
 *
 * Returns: (transfer full): no lessons yet
 */
HeedLessons *
heed_lessons_new (void)
{
  HeedLessons *self = g_atomic_rc_box_new0 (HeedLessons);

  self->words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                       (GDestroyNotify) g_hash_table_unref);
  return self;
}

/**
 * heed_lessons_ref:
 * @self: lessons
 *
 * Returns: (transfer full): @self, held once more
 */
HeedLessons *
heed_lessons_ref (HeedLessons *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
lessons_clear (gpointer data)
{
  g_hash_table_unref (((HeedLessons *) data)->words);
}

/**
 * heed_lessons_unref:
 * @self: (transfer full): lessons
 *
 * Lets go of them.
 */
void
heed_lessons_unref (HeedLessons *self)
{
  g_atomic_rc_box_release_full (self, lessons_clear);
}

/**
 * heed_lessons_add:
 * @self: lessons
 * @word: a word or two
 * @code: a code of "hcat"
 * @count: how often it was chosen, less how often it was suggested in vain
 *
 * Adds what was counted for a word; more for the same word and code is added to it.
 */
void
heed_lessons_add (HeedLessons *self,
                  const char  *word,
                  const char  *code,
                  int          count)
{
  GHashTable *codes = g_hash_table_lookup (self->words, word);
  int         before;

  if (codes == NULL)
    {
      codes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      g_hash_table_insert (self->words, g_strdup (word), codes);
    }
  before = GPOINTER_TO_INT (g_hash_table_lookup (codes, code));
  g_hash_table_replace (codes, g_strdup (code), GINT_TO_POINTER (before + count));
}

/**
 * heed_lessons_get_size:
 * @self: lessons
 *
 * Returns: of how many words something was learnt
 */
guint
heed_lessons_get_size (const HeedLessons *self)
{
  return g_hash_table_size (self->words);
}
