/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The listener: signs of danger and their look-alikes (danger.json), categories and their reasons,
 * what is learnt from choices, wrong files, many threads, and the time it may take. */

#include "config.h"

#include <string.h>

#include "heed-listener.h"
#include "heed-rules.h"

static HeedListener *listener;

static gboolean
raises (const char *words,
        const char *kind)
{
  g_autoptr (HeedHeard) heard = heed_listener_listen (listener, words, -1, NULL);

  for (guint i = 0; i < heard->dangers->len; i++)
    {
      const HeedDangerSpan *span = &g_array_index (heard->dangers, HeedDangerSpan, i);

      g_assert_cmpuint (span->start, <, span->end);
      g_assert_cmpuint (span->end, <=, strlen (words));
      if (kind == NULL || g_str_equal (span->kind->id, kind))
        return TRUE;
    }
  return FALSE;
}

typedef struct
{
  guint sentences, missed, told, falsely;
} Score;

/* Every sentence under a kind must raise that kind, and none under "harmless" any. */
static gboolean
score_file (const char *name,
            Score      *score)
{
  const char      *source = g_getenv ("HEED_TEST_SOURCE");
  g_autofree char *path = source ? g_build_filename (source, "tests/guidance", name, NULL) : NULL;
  g_autofree char *text = NULL;
  g_autoptr (JsonNode) root = NULL;
  JsonObjectIter iter;
  const char    *kind;
  JsonNode      *node;

  if (path == NULL || !g_file_get_contents (path, &text, NULL, NULL))
    {
      g_test_skip ("HEED_TEST_SOURCE is not the source tree");
      return FALSE;
    }
  root = heed_json_parse (text, -1, name, NULL);
  json_object_iter_init (&iter, json_node_get_object (root));
  while (json_object_iter_next (&iter, &kind, &node))
    for (guint i = 0; i < json_array_get_length (json_node_get_array (node)); i++)
      {
        const char *words = json_array_get_string_element (json_node_get_array (node), i);
        gboolean    harmless = g_str_equal (kind, "harmless");
        gboolean    raised = raises (words, harmless ? NULL : kind);

        score->sentences++;
        score->told += raised;
        score->falsely += harmless && raised;
        score->missed += !harmless && !raised;
        if (harmless == raised)
          g_test_message ("%s: %s: %s", name, harmless ? "raised in vain" : "missed", words);
      }
  return TRUE;
}

static void
check_score (const char  *name,
             const Score *score,
             guint        recall,
             guint        precision)
{
  guint found = score->told - score->falsely;

  g_test_message ("%s: %u sentences, recall %.3f, precision %.3f", name, score->sentences,
                  (double) found / (found + score->missed), (double) found / score->told);
  g_assert_cmpuint (found * 100, >=, recall * (found + score->missed));
  g_assert_cmpuint (found * 100, >=, precision * score->told);
}

static void
test_danger (void)
{
  Score score = { 0 };

  if (!score_file ("danger.json", &score))
    return;
  g_assert_cmpuint (score.sentences, >=, 200);
  check_score ("danger.json", &score, 95, 70);
}

/* Sentences written after the rules, for which no rule was changed: what to expect of words that
 * nobody foresaw. */
static void
test_danger_unseen (void)
{
  Score score = { 0 };

  if (score_file ("danger-unseen.json", &score))
    check_score ("danger-unseen.json", &score, 55, 68);
}

static void
test_danger_details (void)
{
  const char *words = "He is diabetic. He hasn’t had his insulin and now he’s gone shaky.";
  g_autoptr (HeedHeard) heard = heed_listener_listen (listener, words, -1, NULL);
  const HeedDangerSpan *span;

  g_assert_cmpuint (heard->dangers->len, >=, 2);
  span = &g_array_index (heard->dangers, HeedDangerSpan, 0);
  g_assert_true (g_str_has_prefix (words + span->start, "hasn’t had his insulin and"));
  g_assert_cmpuint (span->end - span->start, ==, strlen ("hasn’t had his insulin"));
  g_assert_cmpstr (span->kind->id, ==, "urgent-care");
  g_assert_cmpint (span->kind->level, ==, HEED_DANGER_RED);
  g_assert_cmpint (strlen (span->kind->question), >, 20);
  g_assert_true (heed_heard_get_worst (heard) == span->kind);
}

static void
test_worst (void)
{
  g_autoptr (HeedHeard) mixed = heed_listener_listen (listener,
                                                      "My solicitor says so. The BBC and my "
                                                      "solicitor know. I will kill myself.",
                                                      -1, NULL);
  g_autoptr (HeedHeard) amber = heed_listener_listen (listener, "I will sue you.", -1, NULL);
  g_autoptr (HeedHeard) none = heed_listener_listen (listener, "Thank you.", -1, NULL);

  g_assert_cmpstr (heed_heard_get_worst (mixed)->id, ==, "self-harm");
  g_assert_cmpstr (heed_heard_get_worst (amber)->id, ==, "legal");
  g_assert_null (heed_heard_get_worst (none));
}

static const HeedTopic *
first_topic (const HeedHeard *heard)
{
  g_assert_cmpuint (heard->topics->len, >, 0);
  return &g_array_index (heard->topics, HeedTopic, 0);
}

static void
test_topics (void)
{
  static const char *const rows[][3] = {
    { "I waited seven months for an appointment, the waiting list is far too long",
      "processes.delay-access", "waiting" },
    { "Nobody listened to me, I want to be listened to", "listening", "listened" },
    { "The food is cold and there is no choice of meals", "quality.neglect-nourishment", "food" },
    { "The nurse was rude and had a bad attitude", "respect.disrespect", "rude" },
    { "They should employ more staff, the ward is short staffed", "environment.staffing", "staff" },
    { "There was no privacy, others could hear my private talk", "respect.privacy", "privacy" },
    { "My medication was changed and the tablets came late", "safety.error-medication",
      "medication" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (HeedHeard) heard = heed_listener_listen (listener, rows[i][0], -1, NULL);
      const HeedTopic *topic = first_topic (heard);
      gboolean         told = FALSE;
      double           sum = 0;

      g_assert_cmpstr (topic->code, ==, rows[i][1]);
      for (guint j = 0; j < topic->n_reasons; j++)
        told |= strstr (topic->reasons[j], rows[i][2]) != NULL;
      g_assert_true (told);
      g_assert_cmpuint (heed_heard_count_suggestions (heard), >=, 1);
      g_assert_cmpuint (heed_heard_count_suggestions (heard), <=, HEED_LISTENER_MOST);
      for (guint j = 0; j < heard->topics->len; j++)
        {
          const HeedTopic *other = &g_array_index (heard->topics, HeedTopic, j);

          g_assert_cmpuint (other->n_reasons, >=, 1);
          g_assert_cmpfloat (other->share, <=, topic->share);
          sum += other->share;
        }
      g_assert_cmpfloat (sum, <=, 1.0001);
    }
}

/* All codes are in the list of codes, so that every suggestion can be taken. */
static void
test_codes (void)
{
  g_autoptr (HeedRules) rules = heed_rules_new_builtin (NULL);
  const HeedCodes         *hcat = heed_rules_get_codes (rules, "hcat");
  const HeedCodes         *dangers = heed_rules_get_codes (rules, "dangers");
  static const char *const words = "waiting staff food listened information privacy medication";
  static const char *const kinds[] = { "self-harm", "harm-to-others", "abuse", "urgent-care",
                                       "threat" };
  g_autoptr (HeedHeard) heard = heed_listener_listen (listener, words, -1, NULL);

  g_assert_cmpuint (heard->topics->len, >=, 10);
  for (guint i = 0; i < heard->topics->len; i++)
    g_assert_nonnull (heed_codes_find (hcat, g_array_index (heard->topics, HeedTopic, i).code));
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    g_assert_nonnull (heed_codes_find (dangers, kinds[i]));
}

static void
test_silence (void)
{
  static const char *const texts[] = { "", "   ", "…", "漢字", "zxqv brrf", "12345 67890" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (HeedHeard) heard = heed_listener_listen (listener, texts[i], -1, NULL);

      g_assert_cmpuint (heard->topics->len, ==, 0);
      g_assert_cmpuint (heard->dangers->len, ==, 0);
      g_assert_cmpuint (heed_heard_count_suggestions (heard), ==, 0);
    }
}

static void
teach (HeedLessons *lessons,
       const char  *words,
       const char  *suggested,
       const char  *chosen)
{
  g_autoptr (GArray) learnt = heed_listener_learn (listener, words, suggested, chosen);

  for (guint i = 0; i < learnt->len; i++)
    {
      const HeedLesson *lesson = &g_array_index (learnt, HeedLesson, i);

      heed_lessons_add (lessons, lesson->word, lesson->code, lesson->change);
    }
}

/* What is corrected again and again is suggested in the end, and other texts keep their sense. */
static void
test_lessons (void)
{
  const char *words = "The car park is full";
  const char *other = "Nobody listened to me";
  g_autoptr (HeedLessons) lessons = heed_lessons_new ();
  g_autoptr (HeedHeard) before = heed_listener_listen (listener, words, -1, lessons);
  g_autoptr (HeedHeard) after = NULL;
  g_autoptr (HeedHeard) unmoved = NULL;

  g_assert_cmpstr (first_topic (before)->code, ==, "environment");
  teach (lessons, words, "environment", "environment");
  g_assert_cmpuint (heed_lessons_get_size (lessons), ==, 0);
  for (guint i = 0; i < 5; i++)
    teach (lessons, words, "environment", "environment.security");
  g_assert_cmpuint (heed_lessons_get_size (lessons), >, 0);
  after = heed_listener_listen (listener, words, -1, lessons);
  g_assert_cmpstr (first_topic (after)->code, !=, "environment");
  unmoved = heed_listener_listen (listener, other, -1, lessons);
  g_assert_cmpstr (first_topic (unmoved)->code, ==, "listening");
}

/* Only words that every installation has become lessons, never names or whatever else was said. */
static void
test_lessons_keep_no_text (void)
{
  g_autoptr (GArray) learnt = heed_listener_learn (listener,
                                                   "Mrs Okonkwo of 12 Acacia Avenue waited for "
                                                   "Dr Przybylski",
                                                   "listening", "processes");

  g_assert_cmpuint (learnt->len, >, 0);
  for (guint i = 0; i < learnt->len; i++)
    {
      const char *word = g_array_index (learnt, HeedLesson, i).word;

      g_assert_null (strstr (word, "okonkwo"));
      g_assert_null (strstr (word, "acacia"));
      g_assert_null (strstr (word, "12"));
      g_assert_null (strstr (word, "przybylski"));
    }
}

#define HEAD(format) "{\"format\":\"" format "\",\"id\":\"x\",\"name\":\"X\",\"version\":\"1\"," \
                     "\"source\":\"none\",\"checked_on\":\"2026-11-24\",\"language\":\"en\","

/* clang-format off */
static const char danger_text[] =
  HEAD ("heed-danger/1")
  "\"threshold\":10,\"negations\":[\"not\"],"
  "\"kinds\":[{\"id\":\"fire\",\"label\":\"Fire\",\"question\":\"Is it hot?\",\"level\":\"red\"}],"
  "\"rules\":[{\"id\":\"a\",\"kind\":\"fire\",\"weight\":6,\"find\":[\"smoke\"],"
  "\"negatable\":true},{\"id\":\"b\",\"kind\":\"fire\",\"weight\":6,\"find\":[\"flames\"],"
  "\"unless\":[\"old flames\"]}]}";

static const char topics_text[] =
  HEAD ("heed-topics/1")
  "\"codes\":[{\"code\":\"one\",\"bias\":0},{\"code\":\"two\",\"bias\":-10}],"
  "\"words\":[{\"word\":\"cat\",\"weights\":[100,-100]},{\"word\":\"dog\",\"weights\":[-1,1]}]}";
/* clang-format on */

typedef struct
{
  gboolean    topics;
  const char *find;
  const char *replace;
  const char *message;
} BadFile;

static const BadFile bad_files[] = {
  { FALSE, "heed-danger/1", "heed-danger/2", "$.format: it is" },
  { FALSE, "\"threshold\":10", "\"threshold\":0", "$.threshold: it must be a whole number" },
  { FALSE, "\"negations\":[\"not\"],", "", "$.negations: it is missing" },
  { FALSE, "\"level\":\"red\"", "\"level\":\"green\"", "$.kinds[0].level: \"green\" is none of" },
  { FALSE, ",\"question\":\"Is it hot?\"", "", "$.kinds[0].question: it is missing" },
  { FALSE, "\"level\":\"red\"}],",
    "\"level\":\"red\"},{\"id\":\"fire\",\"label\":\"F\",\"question\":\"Q\",\"level\":\"red\"}],",
    "$.kinds[1].id: \"fire\" is in the list already" },
  { FALSE, "\"kind\":\"fire\",\"weight\":6,\"find\":[\"smoke\"]",
    "\"kind\":\"ice\",\"weight\":6,\"find\":[\"smoke\"]", "$.rules[0].kind: there is no kind" },
  { FALSE, "[\"smoke\"]", "[\"Smoke\"]", "$.rules[0].find: \"Smoke\": words are lower case" },
  { FALSE, "[\"smoke\"]", "[]", "$.rules[0].find: it must be a list" },
  { FALSE, "[\"old flames\"]", "[\"old  flames\"]", "$.rules[1].unless: \"old  flames\": it has" },
  { FALSE, "\"negatable\":true", "\"negatable\":1", "$.rules[0].negatable: it must be true" },
  { FALSE, "\"negatable\":true", "\"negated\":true", "$.rules[0].negated: there is no such" },
  { TRUE, "heed-topics/1", "heed-topics/2", "$.format: it is" },
  { TRUE, "\"code\":\"two\"", "\"code\":\"one\"", "$.codes[1].code: \"one\" is in the list" },
  { TRUE, "\"bias\":-10", "\"bias\":\"x\"", "$.codes[1].bias: it must be a whole number" },
  { TRUE, ",{\"code\":\"two\",\"bias\":-10}", "", "$.codes: it must be a list" },
  { TRUE, "[100,-100]", "[100]", "$.words[0].weights: it must be a list" },
  { TRUE, "[100,-100]", "[100,-100,1]", "$.words[0].weights: it must be a whole number from" },
  { TRUE, "[100,-100]", "[100,0.5]", "$.words[0].weights: it must be a whole number from" },
  { TRUE, "[100,-100]", "[100,9999999]", "$.words[0].weights: it must be a whole number from" },
  { TRUE, "\"dog\"", "\"cat\"", "$.words[1].word: \"cat\" is in the list already" },
  { TRUE, "\"word\":\"dog\"", "\"words\":\"dog\"", "$.words[1].words: there is no such member" },
};

static void
test_bad_files (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (bad_files); i++)
    {
      g_autoptr (GString) text = g_string_new (bad_files[i].topics ? topics_text : danger_text);
      g_autofree char *expected = g_strconcat ("own.json: ", bad_files[i].message, NULL);
      g_autoptr (JsonNode) root = NULL;
      g_autoptr (HeedDangers) dangers = NULL;
      g_autoptr (HeedTopics) topics = NULL;
      g_autoptr (GError) error = NULL;

      g_assert_cmpuint (g_string_replace (text, bad_files[i].find, bad_files[i].replace, 1), ==, 1);
      root = heed_json_parse (text->str, -1, "own.json", NULL);
      g_assert_nonnull (root);
      if (bad_files[i].topics)
        topics = heed_topics_new_from_json (root, "own.json", &error);
      else
        dangers = heed_dangers_new_from_json (root, "own.json", &error);
      g_assert_error (error, HEED_RULES_ERROR, HEED_RULES_ERROR_INVALID);
      g_assert_true (topics == NULL && dangers == NULL);
      if (!g_str_has_prefix (error->message, expected))
        g_error ("%s\nis not\n%s", error->message, expected);
    }
}

/* Two light signs make a danger, one does not; a denial and an idiom excuse it. */
static void
test_weights (void)
{
  static const struct
  {
    const char *words;
    guint       n;
  } rows[] = {
    { "I see smoke", 0 },
    { "I see smoke and flames", 2 },
    { "smoke and smoke", 2 },
    { "I do not see smoke, I see flames", 0 },
    { "Not here. Smoke and flames", 2 },
    { "smoke of old flames", 0 },
  };
  g_autoptr (JsonNode) root = heed_json_parse (danger_text, -1, "own.json", NULL);
  g_autoptr (HeedDangers) dangers = heed_dangers_new_from_json (root, "own.json", NULL);
  g_autoptr (HeedLanguage) language = heed_language_new_builtin (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (HeedText) text = heed_text_new (language, rows[i].words, -1);
      g_autoptr (GArray) spans = heed_dangers_find (dangers, text);

      g_assert_cmpuint (spans->len, ==, rows[i].n);
    }
}

static gpointer
listen_often (gpointer data)
{
  guint sum = 0;

  for (guint i = 0; i < 200; i++)
    {
      g_autoptr (HeedHeard) heard = heed_listener_listen (listener, data, -1, NULL);

      sum += heard->dangers->len * 100 + heard->topics->len;
    }
  return GUINT_TO_POINTER (sum);
}

static void
test_threads (void)
{
  const char *words = "I waited four hours and I can't go on like this. My solicitor knows.";
  GThread    *threads[8];
  guint       expected = GPOINTER_TO_UINT (listen_often ((gpointer) words));

  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("listen", listen_often, (gpointer) words);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    g_assert_cmpuint (GPOINTER_TO_UINT (g_thread_join (threads[i])), ==, expected);
}

/* The best of many runs, as a busy machine says nothing about the listener. */
static void
test_time (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  gint64 best = G_MAXINT64;

  for (guint i = 0; i < 125; i++)
    g_string_append (text, "Dad was told at eight that he could go home, and he hasn't had his "
                           "insulin. ");
  for (guint i = 0; i < 30; i++)
    {
      gint64 start = g_get_monotonic_time ();
      g_autoptr (HeedHeard) heard = heed_listener_listen (listener, text->str, -1, NULL);

      best = MIN (best, g_get_monotonic_time () - start);
    }
  g_test_message ("2,000 words in %.2f ms", (double) best / 1000);
#ifndef __SANITIZE_ADDRESS__
  g_assert_cmpint (best, <, 5000);
#endif
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (GError) error = NULL;
  int status;

  g_test_init (&argc, &argv, NULL);
  listener = heed_listener_new (NULL, NULL, &error);
  g_assert_no_error (error);
  g_test_add_func ("/listener/danger", test_danger);
  g_test_add_func ("/listener/danger/unseen", test_danger_unseen);
  g_test_add_func ("/listener/danger/details", test_danger_details);
  g_test_add_func ("/listener/danger/worst", test_worst);
  g_test_add_func ("/listener/danger/weights", test_weights);
  g_test_add_func ("/listener/topics", test_topics);
  g_test_add_func ("/listener/codes", test_codes);
  g_test_add_func ("/listener/silence", test_silence);
  g_test_add_func ("/listener/lessons", test_lessons);
  g_test_add_func ("/listener/lessons/no-text", test_lessons_keep_no_text);
  g_test_add_func ("/listener/bad-files", test_bad_files);
  g_test_add_func ("/listener/threads", test_threads);
  g_test_add_func ("/listener/time", test_time);
  status = g_test_run ();
  heed_listener_unref (listener);
  return status;
}
