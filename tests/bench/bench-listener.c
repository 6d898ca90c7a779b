/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Trains the listener's topics on one half of real comments and measures them on the other, beside
 * the most frequent category and a plain naive Bayes; then the signs of danger; then the time.
 *
 *   bench-listener DATA                  measures data/guidance/listener/topics.json
 *   bench-listener DATA --write FILE     trains anew, writes FILE and measures it
 *
 * DATA is the folder of real comments; which of their categories is which of HCAT is written in
 * listener-hcat.json. Which half a comment belongs to depends on who wrote it, on nothing else. */

#include "config.h"

#include <csv.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "heed-listener.h"
#include "heed-rules.h"

#define MIN_COMMENTS 20 /* no rarer word is learned */
#define MIN_CLASS    60
#define EPOCHS       20
#define RATE         0.2
#define SHRINK       0.001
#define LEAST        0.25 /* a word that says less than this for every category is left out */

typedef struct
{
  HeedText *text;
  char     *words;
  int       fine;   /* the code it was given, -1 for none */
  int       coarse; /* its category */
  guint     themes; /* bits: all categories it has */
  gboolean  test;
  GArray   *features; /* of guint */
} Comment;

typedef struct
{
  HeedLanguage *language;
  GHashTable   *map;      /* "super|category" or theme → code */
  GPtrArray    *fine;     /* codes */
  GPtrArray    *coarse;   /* categories: codes up to the full stop */
  GPtrArray    *comments; /* the main set */
  GPtrArray    *second;   /* the second set */
} Bench;

/* --- Reading ------------------------------------------------------------------------------- */

typedef struct
{
  Bench     *bench;
  GPtrArray *row;
  GPtrArray *head;
  gboolean   second;
} Reader;

static char *
get_coarse (const char *code)
{
  return g_strndup (code, strcspn (code, "."));
}

static int
index_of (GPtrArray  *list,
          const char *text)
{
  guint index;

  if (g_ptr_array_find_with_equal_func (list, text, g_str_equal, &index))
    return (int) index;
  g_ptr_array_add (list, g_strdup (text));
  return (int) list->len - 1;
}

static const char *
get_cell (Reader     *reader,
          const char *name)
{
  guint index;

  if (!g_ptr_array_find_with_equal_func (reader->head, name, g_str_equal, &index)
      || index >= reader->row->len)
    return "";
  return g_ptr_array_index (reader->row, index);
}

static Comment *
comment_new (Bench      *bench,
             const char *words)
{
  Comment *comment = g_new0 (Comment, 1);

  comment->words = g_utf8_make_valid (words, -1);
  comment->text = heed_text_new (bench->language, comment->words, -1);
  comment->features = g_array_new (FALSE, FALSE, sizeof (guint));
  comment->fine = comment->coarse = -1;
  return comment;
}

static void
take_main (Reader *reader)
{
  g_autofree char *key = g_strdup_printf ("%s|%s", get_cell (reader, "super_category"),
                                          get_cell (reader, "category"));
  const char      *code = g_hash_table_lookup (reader->bench->map, key);
  const char      *words = get_cell (reader, "comment_txt");
  g_autofree char *coarse = NULL;
  Comment         *comment;

  if (code == NULL || *words == '\0')
    return;
  coarse = get_coarse (code);
  comment = comment_new (reader->bench, words);
  comment->fine = index_of (reader->bench->fine, code);
  comment->coarse = index_of (reader->bench->coarse, coarse);
  comment->test = (g_str_hash (get_cell (reader, "key_user")) * 2654435761u) >> 31;
  g_ptr_array_add (reader->bench->comments, comment);
}

/* What could be better: answers to that question, or with a feeling that is not good. */
static void
take_second (Reader *reader)
{
  const char *question = get_cell (reader, "FFT question");
  int         feeling = atoi (get_cell (reader, "Comment sentiment"));
  Comment    *comment;
  guint       themes = 0;

  if (strstr (question, "improve") == NULL && strstr (question, "better") == NULL && feeling < 4)
    return;
  for (guint i = 0; i < reader->head->len && i < reader->row->len; i++)
    {
      const char *code = g_hash_table_lookup (reader->bench->map,
                                              g_ptr_array_index (reader->head, i));

      if (code != NULL && g_str_equal (g_ptr_array_index (reader->row, i), "1"))
        themes |= 1u << index_of (reader->bench->coarse, code);
    }
  if (themes == 0 || *get_cell (reader, "FFT answer") == '\0')
    return;
  comment = comment_new (reader->bench, get_cell (reader, "FFT answer"));
  comment->themes = themes;
  g_ptr_array_add (reader->bench->second, comment);
}

static void
field_cb (void  *field,
          size_t length,
          void  *user_data)
{
  g_ptr_array_add (((Reader *) user_data)->row, g_strndup (field, length));
}

static void
row_cb (int   c,
        void *user_data)
{
  Reader *reader = user_data;

  if (reader->head == NULL)
    reader->head = g_ptr_array_ref (reader->row);
  else if (reader->second)
    take_second (reader);
  else
    take_main (reader);
  g_ptr_array_unref (reader->row);
  reader->row = g_ptr_array_new_with_free_func (g_free);
}

static gboolean
read_table (Bench      *bench,
            const char *folder,
            const char *name,
            gboolean    second)
{
  g_autofree char  *path = g_build_filename (folder, "narratives", name, NULL);
  g_autofree char  *text = NULL;
  gsize             length;
  Reader            reader = { bench, g_ptr_array_new_with_free_func (g_free), NULL, second };
  struct csv_parser parser;

  if (!g_file_get_contents (path, &text, &length, NULL))
    {
      g_print ("%s is not there: not measured\n", name);
      return FALSE;
    }
  csv_init (&parser, CSV_APPEND_NULL);
  csv_parse (&parser, text, length, field_cb, row_cb, &reader);
  csv_fini (&parser, field_cb, row_cb, &reader);
  csv_free (&parser);
  return TRUE;
}

static void
read_map (Bench *bench)
{
  const char      *source = g_getenv ("HEED_TEST_SOURCE");
  g_autofree char *path = g_build_filename (source ? source : ".",
                                            "tests/bench/listener-hcat.json", NULL);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) root = NULL;
  JsonArray *rows;

  if (!g_file_get_contents (path, &text, NULL, &error))
    g_error ("%s", error->message);
  root = heed_json_parse (text, -1, path, NULL);
  rows = json_object_get_array_member (json_node_get_object (root), "nhs");
  for (guint i = 0; i < json_array_get_length (rows); i++)
    {
      JsonArray *row = json_array_get_array_element (rows, i);

      g_hash_table_insert (bench->map,
                           g_strdup_printf ("%s|%s", json_array_get_string_element (row, 0),
                                            json_array_get_string_element (row, 1)),
                           g_strdup (json_array_get_string_element (row, 2)));
    }
  rows = json_object_get_array_member (json_node_get_object (root), "pxtextmining");
  for (guint i = 0; i < json_array_get_length (rows); i++)
    {
      JsonArray *row = json_array_get_array_element (rows, i);

      g_hash_table_insert (bench->map, g_strdup (json_array_get_string_element (row, 0)),
                           g_strdup (json_array_get_string_element (row, 1)));
    }
}

/* --- The vocabulary ------------------------------------------------------------------------ */

typedef struct
{
  guint comments;
  guint last;    /* the comment in which it was seen last, from 1 */
  guint inside;  /* how often it stood inside a sentence */
  guint capital; /* how often with a capital there: a name, as a rule */
  guint feature; /* its number, from 1; 0 where it is left out */
} Count;

typedef void (*FeatureFunc) (const char *spelled,
                             gboolean    inside,
                             gboolean    capital,
                             gpointer    user_data);

static void
for_each_feature (const Comment *comment,
                  FeatureFunc    func,
                  gpointer       user_data)
{
  guint           n;
  const HeedWord *words = heed_text_get_words (comment->text, &n);

  for (guint i = 0; i < n; i++)
    {
      gunichar first = g_utf8_get_char (comment->words + words[i].start);
      gboolean inside = i > 0 && words[i].sentence == words[i - 1].sentence;

      if (words[i].number)
        continue;
      func (words[i].folded, inside, inside && g_unichar_isupper (first), user_data);
      if (inside && !words[i - 1].number)
        {
          g_autofree char *pair = g_strconcat (words[i - 1].folded, " ", words[i].folded, NULL);
          gunichar         before = g_utf8_get_char (comment->words + words[i - 1].start);

          func (pair, TRUE, g_unichar_isupper (first) && g_unichar_isupper (before), user_data);
        }
    }
}

typedef struct
{
  GHashTable *counts;
  guint       number;
  Comment    *comment;
  gboolean    pairs;
} Walk;

static void
count_cb (const char *spelled,
          gboolean    inside,
          gboolean    capital,
          gpointer    user_data)
{
  Walk  *walk = user_data;
  Count *count = g_hash_table_lookup (walk->counts, spelled);

  if (count == NULL)
    {
      count = g_new0 (Count, 1);
      g_hash_table_insert (walk->counts, g_strdup (spelled), count);
    }
  count->comments += count->last != walk->number;
  count->last = walk->number;
  count->inside += inside;
  count->capital += capital;
}

static void
feature_cb (const char *spelled,
            gboolean    inside,
            gboolean    capital,
            gpointer    user_data)
{
  Walk  *walk = user_data;
  Count *count = g_hash_table_lookup (walk->counts, spelled);

  if (count == NULL || count->feature == 0 || count->last == walk->number)
    return;
  count->last = walk->number;
  g_array_append_val (walk->comment->features, count->feature);
}

static int
compare_strings (gconstpointer a,
                 gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* Whether a word may be learned: common enough and no name. "I" is no name. */
static gboolean
may_learn (const char  *spelled,
           const Count *count)
{
  return count->comments >= MIN_COMMENTS
         && (count->capital * 2 < count->inside || count->inside == 0 || g_str_equal (spelled, "i")
             || g_str_has_prefix (spelled, "i'"));
}

/* The words of the training half that are learned, in the order of the alphabet. */
static GPtrArray *
make_vocabulary (Bench      *bench,
                 GHashTable *counts)
{
  GPtrArray     *vocabulary = g_ptr_array_new_with_free_func (g_free);
  GHashTableIter iter;
  gpointer       spelled, count;

  for (guint i = 0; i < bench->comments->len; i++)
    {
      Comment *comment = g_ptr_array_index (bench->comments, i);
      Walk     walk = { counts, i + 1, comment, TRUE };

      if (!comment->test)
        for_each_feature (comment, count_cb, &walk);
    }
  g_hash_table_iter_init (&iter, counts);
  while (g_hash_table_iter_next (&iter, &spelled, &count))
    if (may_learn (spelled, count))
      g_ptr_array_add (vocabulary, g_strdup (spelled));
  g_ptr_array_sort (vocabulary, compare_strings);
  for (guint i = 0; i < vocabulary->len; i++)
    ((Count *) g_hash_table_lookup (counts, g_ptr_array_index (vocabulary, i)))->feature = i + 1;
  for (guint i = 0; i < bench->comments->len; i++)
    {
      Walk walk = { counts, bench->comments->len + i + 1, g_ptr_array_index (bench->comments, i),
                    TRUE };

      for_each_feature (walk.comment, feature_cb, &walk);
    }
  return vocabulary;
}

/* --- Learning ------------------------------------------------------------------------------ */

typedef struct
{
  guint   n_features;
  guint   n_classes;
  double *weights; /* n_features + 1 rows, the first the bias */
  double *squares;
  double *means; /* of the weights at the end of each round */
} Model;

static void
learn_comment (Model         *model,
               const Comment *comment)
{
  double scores[64] = { 0 }, most = -1e9, sum = 0;
  double length = 1 / sqrt (MAX (comment->features->len, 1));
  guint  k = model->n_classes;

  for (guint c = 0; c < k; c++)
    scores[c] = model->weights[c];
  for (guint i = 0; i < comment->features->len; i++)
    for (guint c = 0; c < k; c++)
      scores[c] += length * model->weights[g_array_index (comment->features, guint, i) * k + c];
  for (guint c = 0; c < k; c++)
    most = MAX (most, scores[c]);
  for (guint c = 0; c < k; c++)
    sum += scores[c] = exp (scores[c] - most);
  for (guint c = 0; c < k; c++)
    {
      double error = scores[c] / sum - ((int) c == comment->fine);

      for (guint i = 0; i <= comment->features->len; i++)
        {
          gboolean bias = i == comment->features->len;
          guint    row = bias ? 0 : g_array_index (comment->features, guint, i);
          double  *weight = &model->weights[row * k + c], *square = &model->squares[row * k + c];
          double   slope = (bias ? error : error * length + SHRINK * *weight);

          *square += slope * slope;
          *weight -= RATE * slope / sqrt (*square + 1e-8);
        }
    }
}

static Model *
learn (Bench *bench,
       guint  n_features)
{
  Model *model = g_new0 (Model, 1);
  g_autoptr (GRand) rng = g_rand_new_with_seed (20261124);
  g_autoptr (GPtrArray) order = g_ptr_array_new ();
  guint n_weights;

  model->n_features = n_features;
  model->n_classes = bench->fine->len;
  g_assert (model->n_classes <= 64);
  n_weights = (n_features + 1) * model->n_classes;
  model->weights = g_new0 (double, n_weights);
  model->squares = g_new0 (double, n_weights);
  model->means = g_new0 (double, n_weights);
  for (guint i = 0; i < bench->comments->len; i++)
    if (!((Comment *) g_ptr_array_index (bench->comments, i))->test)
      g_ptr_array_add (order, g_ptr_array_index (bench->comments, i));
  for (guint epoch = 0; epoch < EPOCHS; epoch++)
    {
      for (guint i = order->len - 1; i > 0; i--)
        {
          guint    j = (guint) g_rand_int_range (rng, 0, (gint32) i + 1);
          gpointer swap = order->pdata[i];

          order->pdata[i] = order->pdata[j];
          order->pdata[j] = swap;
        }
      for (guint i = 0; i < order->len; i++)
        learn_comment (model, order->pdata[i]);
      for (guint i = 0; i < n_weights; i++)
        model->means[i] += model->weights[i] / EPOCHS;
    }
  memcpy (model->weights, model->means, n_weights * sizeof (double));
  return model;
}

static void
write_model (Bench      *bench,
             Model      *model,
             GPtrArray  *vocabulary,
             const char *path)
{
  GString *out = g_string_new (NULL);
  guint    k = model->n_classes, written = 0;
  g_autoptr (GError) error = NULL;

  g_string_append (out,
                   "{\n  \"format\": \"heed-topics/1\",\n  \"id\": \"topics\",\n"
                   "  \"name\": \"Which words speak for which category\",\n"
                   "  \"version\": \"2026-11\",\n"
                   "  \"source\": \"Weights learned by tests/bench/bench-listener.c from half of "
                   "the comments that Nottinghamshire Healthcare NHS Foundation Trust published "
                   "with "
                   "their categories (CDU-data-science-team/experiencesdashboard, MIT licence): "
                   "words in at least 20 comments, no names, no texts\",\n"
                   "  \"checked_on\": \"2026-11-24\",\n  \"language\": \"en\",\n  \"codes\": [\n");
  for (guint c = 0; c < k; c++)
    g_string_append_printf (out, "    {\"code\": \"%s\", \"bias\": %d}%s\n",
                            (char *) g_ptr_array_index (bench->fine, c),
                            (int) lround (model->weights[c] * 100), c + 1 < k ? "," : "");
  g_string_append (out, "  ],\n  \"words\": [\n");
  for (guint i = 0; i < vocabulary->len; i++)
    {
      const double *row = &model->weights[(i + 1) * k];
      double        most = 0;

      for (guint c = 0; c < k; c++)
        most = MAX (most, fabs (row[c]));
      if (most < LEAST)
        continue;
      g_string_append_printf (out, "%s    {\"word\": \"%s\", \"weights\": [",
                              written++ ? ",\n" : "",
                              (char *) g_ptr_array_index (vocabulary, i));
      for (guint c = 0; c < k; c++)
        g_string_append_printf (out, "%s%d", c ? "," : "", (int) lround (row[c] * 100));
      g_string_append (out, "]}");
    }
  g_string_append (out, "\n  ]\n}\n");
  if (!g_file_set_contents (path, out->str, -1, &error))
    g_error ("%s", error->message);
  g_print ("%u words and pairs of %u written\n", written, vocabulary->len);
  g_string_free (out, TRUE);
}

/* --- Measuring ----------------------------------------------------------------------------- */

typedef struct
{
  guint  n, first, third;
  guint *given, *told, *right;
} Tally;

static void
tally_init (Tally *tally,
            guint  n_classes)
{
  *tally = (Tally) { 0 };
  tally->given = g_new0 (guint, n_classes);
  tally->told = g_new0 (guint, n_classes);
  tally->right = g_new0 (guint, n_classes);
}

static void
tally_clear (Tally *tally)
{
  g_free (tally->given);
  g_free (tally->told);
  g_free (tally->right);
}

/* Counts one answer; @truth has the bit of each right class. */
static void
tally_add (Tally        *tally,
           const double *scores,
           guint         n_classes,
           guint64       truth)
{
  guint best[3] = { 0, 0, 0 };
  guint found = 0;

  for (guint place = 0; place < 3 && place < n_classes; place++)
    {
      int at = -1;

      for (guint c = 0; c < n_classes; c++)
        if (!(place > 0 && c == best[0]) && !(place > 1 && c == best[1])
            && (at < 0 || scores[c] > scores[at]))
          at = (int) c;
      best[place] = (guint) at;
      found += (truth >> at) & 1;
      if (place == 0)
        tally->first += (truth >> at) & 1;
    }
  tally->n++;
  tally->third += found > 0;
  tally->told[best[0]]++;
  tally->right[best[0]] += (truth >> best[0]) & 1;
  for (guint c = 0; c < n_classes; c++)
    tally->given[c] += (truth >> c) & 1;
}

static void
print_tally (const char  *name,
             const Tally *tally)
{
  g_print ("  %-34s top-1 %5.1f %%   top-3 %5.1f %%\n", name, 100.0 * tally->first / tally->n,
           100.0 * tally->third / tally->n);
}

static void
print_classes (const Tally *tally,
               GPtrArray   *names)
{
  g_print ("    %-32s %8s %10s %8s\n", "category", "comments", "precision", "recall");
  for (guint c = 0; c < names->len; c++)
    if (tally->given[c] > 0)
      g_print ("    %-32s %8u %8.1f %% %6.1f %%\n", (char *) g_ptr_array_index (names, c),
               tally->given[c], 100.0 * tally->right[c] / MAX (tally->told[c], 1),
               100.0 * tally->right[c] / tally->given[c]);
}

/* What the listener says, as a score for each fine code and for each category. */
static void
ask (Bench        *bench,
     HeedListener *listener,
     Comment      *comment,
     double       *fine,
     double       *coarse)
{
  g_autoptr (HeedHeard) heard = heed_listener_listen (listener, comment->words, -1, NULL);

  for (guint i = 0; i < heard->topics->len; i++)
    {
      const HeedTopic *topic = &g_array_index (heard->topics, HeedTopic, i);
      g_autofree char *category = get_coarse (topic->code);

      fine[index_of (bench->fine, topic->code)] += topic->share;
      coarse[index_of (bench->coarse, category)] += topic->share;
    }
}

/* Plain naive Bayes: every single word, add-one smoothing, nothing else. */
typedef struct
{
  GHashTable *words; /* word → array of counts by class, one more for their number */
  double     *classes;
  double     *totals;
  guint       n_classes;
} Bayes;

static Bayes *
bayes_new (Bench   *bench,
           gboolean coarse)
{
  Bayes *bayes = g_new0 (Bayes, 1);

  bayes->n_classes = coarse ? bench->coarse->len : bench->fine->len;
  bayes->words = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  bayes->classes = g_new0 (double, bayes->n_classes);
  bayes->totals = g_new0 (double, bayes->n_classes);
  for (guint i = 0; i < bench->comments->len; i++)
    {
      Comment        *comment = g_ptr_array_index (bench->comments, i);
      guint           n, class = (guint) (coarse ? comment->coarse : comment->fine);
      const HeedWord *words = heed_text_get_words (comment->text, &n);

      if (comment->test)
        continue;
      bayes->classes[class]++;
      for (guint w = 0; w < n; w++)
        {
          double *row = g_hash_table_lookup (bayes->words, words[w].folded);

          if (row == NULL)
            {
              row = g_new0 (double, bayes->n_classes);
              g_hash_table_insert (bayes->words, (char *) words[w].folded, row);
            }
          row[class]++;
          bayes->totals[class]++;
        }
    }
  return bayes;
}

static void
bayes_ask (Bayes         *bayes,
           const Comment *comment,
           double        *scores)
{
  guint           n;
  const HeedWord *words = heed_text_get_words (comment->text, &n);
  double          size = g_hash_table_size (bayes->words);

  for (guint c = 0; c < bayes->n_classes; c++)
    scores[c] = log (bayes->classes[c] + 1);
  for (guint w = 0; w < n; w++)
    {
      const double *row = g_hash_table_lookup (bayes->words, words[w].folded);

      for (guint c = 0; row != NULL && c < bayes->n_classes; c++)
        scores[c] += log ((row[c] + 1) / (bayes->totals[c] + size));
    }
}

static void
bayes_free (Bayes *bayes)
{
  g_hash_table_unref (bayes->words);
  g_free (bayes->classes);
  g_free (bayes->totals);
  g_free (bayes);
}

/* Measures one set at one level: the listener, naive Bayes, and the most frequent classes. */
static void
measure (Bench        *bench,
         HeedListener *listener,
         GPtrArray    *comments,
         gboolean      coarse,
         gboolean      second)
{
  GPtrArray *names = coarse ? bench->coarse : bench->fine;
  Bayes     *bayes = bayes_new (bench, coarse);
  Tally      ours, plain, most;

  tally_init (&ours, names->len);
  tally_init (&plain, names->len);
  tally_init (&most, names->len);
  for (guint i = 0; i < comments->len; i++)
    {
      Comment *comment = g_ptr_array_index (comments, i);
      double   fine[64] = { 0 }, broad[64] = { 0 }, scores[64] = { 0 };
      int      class = coarse ? comment->coarse : comment->fine;
      guint64  truth = second ? comment->themes : G_GUINT64_CONSTANT (1) << class;

      if (!second && !comment->test)
        continue;
      ask (bench, listener, comment, fine, broad);
      tally_add (&ours, coarse ? broad : fine, names->len, truth);
      bayes_ask (bayes, comment, scores);
      tally_add (&plain, scores, names->len, truth);
      tally_add (&most, bayes->classes, names->len, truth);
    }
  g_print ("\n%s, %s: %u comments\n", second ? "pxtextmining themes" : "NHS trust, the other half",
           coarse ? "7 categories" : "finest codes", ours.n);
  print_tally ("the listener", &ours);
  print_tally ("plain naive Bayes", &plain);
  print_tally ("the most frequent ones", &most);
  print_classes (&ours, names);
  tally_clear (&ours);
  tally_clear (&plain);
  tally_clear (&most);
  bayes_free (bayes);
}

/* How often real comments raise a sign of danger. */
static void
measure_dangers (Bench        *bench,
                 HeedListener *listener)
{
  g_autoptr (GHashTable) kinds = g_hash_table_new (g_str_hash, g_str_equal);
  GHashTableIter iter;
  gpointer       kind, count;
  guint          raised = 0;

  for (guint i = 0; i < bench->comments->len; i++)
    {
      Comment *comment = g_ptr_array_index (bench->comments, i);
      g_autoptr (HeedHeard) heard = heed_listener_listen (listener, comment->words, -1, NULL);
      const HeedDangerKind *worst = heed_heard_get_worst (heard);

      if (worst == NULL)
        continue;
      raised++;
      count = g_hash_table_lookup (kinds, worst->id);
      g_hash_table_insert (kinds, worst->id, GUINT_TO_POINTER (GPOINTER_TO_UINT (count) + 1));
    }
  g_print ("\nSigns of danger in %u real comments: %u (%.1f %%)\n", bench->comments->len, raised,
           100.0 * raised / MAX (bench->comments->len, 1));
  g_hash_table_iter_init (&iter, kinds);
  while (g_hash_table_iter_next (&iter, &kind, &count))
    g_print ("    %-32s %8u\n", (char *) kind, GPOINTER_TO_UINT (count));
}

static int
compare_times (gconstpointer a,
               gconstpointer b)
{
  gint64 left = *(const gint64 *) a, right = *(const gint64 *) b;

  return (left > right) - (left < right);
}

/* The time for 2,000 words, of real comments where there are any. */
static void
measure_time (Bench        *bench,
              HeedListener *listener)
{
  g_autoptr (GString) text = g_string_new (NULL);
  gint64 times[101];
  guint  n = 0, taken;

  for (guint i = 0; n < 2000; i++)
    if (bench->comments->len > 0)
      {
        Comment *comment = g_ptr_array_index (bench->comments, i % bench->comments->len);

        heed_text_get_words (comment->text, &taken);
        n += taken;
        g_string_append_printf (text, "%s\n", comment->words);
      }
    else
      {
        n += 12;
        g_string_append (text, "I waited four hours and nobody came to tell us anything. ");
      }
  for (guint i = 0; i < G_N_ELEMENTS (times); i++)
    {
      gint64 start = g_get_monotonic_time ();
      g_autoptr (HeedHeard) heard = heed_listener_listen (listener, text->str, -1, NULL);

      times[i] = g_get_monotonic_time () - start;
    }
  qsort (times, G_N_ELEMENTS (times), sizeof *times, compare_times);
  g_print ("\nTime for %u words: median %.2f ms, worst %.2f ms of %zu\n", n,
           (double) times[G_N_ELEMENTS (times) / 2] / 1000,
           (double) times[G_N_ELEMENTS (times) - 1] / 1000, G_N_ELEMENTS (times));
}

static void
drop_small_classes (Bench *bench)
{
  g_autofree guint *counts = g_new0 (guint, bench->fine->len);
  GPtrArray        *kept = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < bench->comments->len; i++)
    {
      Comment *comment = g_ptr_array_index (bench->comments, i);

      counts[comment->fine] += !comment->test;
    }
  for (guint i = 0; i < bench->comments->len; i++)
    {
      Comment    *comment = g_ptr_array_index (bench->comments, i);
      const char *code = g_ptr_array_index (bench->fine, comment->fine);

      /* Too few to learn the finest code from: its category stands for it. */
      if (counts[comment->fine] < MIN_CLASS)
        {
          g_autofree char *coarse = get_coarse (code);

          comment->fine = index_of (kept, coarse);
        }
      else
        comment->fine = index_of (kept, code);
    }
  g_ptr_array_unref (bench->fine);
  bench->fine = kept;
}

static void
train (Bench      *bench,
       const char *path)
{
  g_autoptr (GHashTable) counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (GPtrArray) vocabulary = make_vocabulary (bench, counts);
  Model *model = learn (bench, vocabulary->len);

  write_model (bench, model, vocabulary, path);
  g_free (model->weights);
  g_free (model->squares);
  g_free (model->means);
  g_free (model);
}

/* An own folder with the file that was just made. */
static HeedListener *
open_listener (const char *written)
{
  g_autoptr (GPtrArray) left_out = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = written ? g_path_get_dirname (written) : NULL;
  g_autofree char *guidance = folder ? g_path_get_dirname (folder) : NULL;
  g_autofree char *top = guidance ? g_path_get_dirname (guidance) : NULL;
  HeedListener    *listener = heed_listener_new (top, left_out, &error);

  if (listener == NULL)
    g_error ("%s", error->message);
  for (guint i = 0; i < left_out->len; i++)
    g_error ("%s", (char *) g_ptr_array_index (left_out, i));
  return listener;
}

int
main (int    argc,
      char **argv)
{
  const char *folder = argc > 1 ? argv[1] : g_getenv ("HEED_TEST_DATA");
  const char *written = argc > 3 && g_str_equal (argv[2], "--write") ? argv[3] : NULL;
  Bench       bench = { heed_language_new_builtin (NULL),
                        g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free),
                        g_ptr_array_new_with_free_func (g_free),
                        g_ptr_array_new_with_free_func (g_free), g_ptr_array_new (),
                        g_ptr_array_new () };
  g_autoptr (HeedListener) listener = NULL;
  gboolean main_set;

  read_map (&bench);
  main_set = folder != NULL && read_table (&bench, folder, "nhs_trust_feedback_improve.csv", FALSE);
  drop_small_classes (&bench);
  if (main_set && written != NULL)
    train (&bench, written);
  listener = open_listener (written);
  if (main_set)
    {
      measure (&bench, listener, bench.comments, TRUE, FALSE);
      measure (&bench, listener, bench.comments, FALSE, FALSE);
      if (read_table (&bench, folder, "nhs_fft_phase2_v6framework_230831.csv", TRUE))
        measure (&bench, listener, bench.second, TRUE, TRUE);
      measure_dangers (&bench, listener);
    }
  measure_time (&bench, listener);
  return 0;
}
