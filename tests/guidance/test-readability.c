/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Scores: the formulas by hand, textstat's own test vectors with each deviation named and its cause
 * told, and the fixture of counted syllables. */

#include "config.h"

#include <math.h>
#include <string.h>

#include "heed-readability.h"
#include "heed-rules.h"
#include "heed-test-rules.h"

static HeedLanguage *language;

static void
measure (const char      *string,
         HeedReadability *scores)
{
  g_autoptr (HeedText) text = heed_text_new (language, string, -1);

  heed_readability_measure (scores, language, text);
}

static void
assert_near (double got,
             double expected)
{
  g_assert_cmpfloat_with_epsilon (got, expected, 0.0005);
}

/* 10 words, 2 sentences, 15 syllables, 1 word of three or more; worked out by hand. */
static void
test_formulas (void)
{
  HeedReadability scores;

  measure ("The nurse came to the bed. Nobody told the patient.", &scores);
  g_assert_cmpuint (scores.n_words, ==, 10);
  g_assert_cmpuint (scores.n_sentences, ==, 2);
  g_assert_cmpuint (scores.n_syllables, ==, 13);
  g_assert_cmpuint (scores.n_polysyllables, ==, 1);
  assert_near (scores.words_per_sentence, 5.0);
  assert_near (scores.flesch, 206.835 - 1.015 * 5.0 - 84.6 * 1.3);
  assert_near (scores.flesch_kincaid, 0.39 * 5.0 + 11.8 * 1.3 - 15.59);
  assert_near (scores.smog, 1.0430 * sqrt (1.0 * 30.0 / 2.0) + 3.1291);
  g_assert_true (scores.smog_is_rough);
  g_assert_true (scores.is_rough);
}

static void
test_edges (void)
{
  HeedReadability scores;
  g_autoptr (GString) long_text = g_string_new (NULL);

  measure ("", &scores);
  g_assert_cmpuint (scores.n_words, ==, 0);
  assert_near (scores.flesch, 0);
  assert_near (scores.flesch_kincaid, 0);
  assert_near (scores.smog, 0);
  measure ("… ! — \n", &scores);
  g_assert_cmpuint (scores.n_sentences, ==, 0);
  measure ("A well-known doctor-in-training.", &scores);
  g_assert_cmpuint (scores.n_words, ==, 3);
  g_assert_cmpuint (scores.n_polysyllables, ==, 1);

  for (guint i = 0; i < 29; i++)
    g_string_append (long_text, "One two three four. ");
  measure (long_text->str, &scores);
  g_assert_true (scores.smog_is_rough);
  g_assert_false (scores.is_rough);
  g_string_append (long_text, "One two three four.");
  measure (long_text->str, &scores);
  g_assert_false (scores.smog_is_rough);
}

static void
test_long_sentences (void)
{
  g_autoptr (GString) string = g_string_new ("Short one. ");
  g_autoptr (HeedText) text = NULL;
  g_autoptr (GArray) found = NULL;
  HeedLongSentence *sentence;

  for (guint i = 0; i < 25; i++)
    g_string_append (string, i == 0 ? "Word" : " word");
  g_string_append (string, ". ");
  for (guint i = 0; i < 26; i++)
    g_string_append (string, i == 0 ? "Word" : i == 25 ? " so-called"
                                                       : " word");
  g_string_append (string, "?");
  text = heed_text_new (language, string->str, -1);
  found = heed_readability_find_long_sentences (text, HEED_READABILITY_LONG_SENTENCE);
  g_assert_cmpuint (found->len, ==, 1);
  sentence = &g_array_index (found, HeedLongSentence, 0);
  g_assert_cmpuint (sentence->n_words, ==, 26);
  g_assert_cmpuint (sentence->end, ==, string->len);
  g_assert_cmpint (string->str[sentence->start], ==, 'W');
}

/* Where Heed differs from textstat on purpose, and why. */
typedef struct
{
  const char *function;
  const char *text;
  double      ours;
  const char *cause;
} Deviation;

#include "textstat-deviations.h"

static double
answer (const char            *function,
        const HeedReadability *scores,
        const HeedText        *text)
{
  if (g_str_equal (function, "test_count_sentences"))
    return scores->n_sentences;
  if (g_str_equal (function, "test_count_words"))
    return scores->n_words;
  if (g_str_equal (function, "test_count_polysyllable_words"))
    return scores->n_polysyllables;
  if (g_str_equal (function, "test_syllable_count") || g_str_equal (function, "test_set_lang"))
    return scores->n_syllables;
  if (g_str_equal (function, "test_words_per_sentence"))
    return scores->words_per_sentence;
  if (g_str_equal (function, "test_syllables_per_word"))
    return scores->n_words ? (double) scores->n_syllables / scores->n_words : 0;
  if (g_str_equal (function, "test_sentences_per_word"))
    return scores->n_words ? (double) scores->n_sentences / scores->n_words : 0;
  if (g_str_equal (function, "test_flesch_kincaid_grade"))
    return scores->flesch_kincaid;
  if (g_str_equal (function, "test_flesch_reading_ease"))
    return scores->flesch;
  if (g_str_equal (function, "test_smog_index"))
    return scores->smog;
  return NAN;
}

/* textstat measures other things and other languages, too; those are no matter of ours. */
static gboolean
is_ours (JsonObject *vector)
{
  const char *lang = json_object_get_string_member_with_default (vector, "lang", "en");

  return g_str_has_prefix (lang, "en")
         && json_object_get_boolean_member_with_default (vector, "rm_punctuation", TRUE)
         && !json_object_get_boolean_member_with_default (vector, "split_contractions", FALSE)
         && !json_object_get_boolean_member_with_default (vector, "split_hyphens", FALSE);
}

static const char *
text_of (JsonObject *texts,
         JsonObject *vector)
{
  const char *name = json_object_get_string_member_with_default (vector, "text_name", NULL);

  if (name != NULL)
    return json_object_get_string_member (texts, name);
  if (json_object_has_member (vector, "text"))
    return json_object_get_string_member (vector, "text");
  if (g_str_equal (json_object_get_string_member (vector, "function"), "test_set_lang"))
    return json_object_get_string_member (texts, "EASY_TEXT");
  return json_object_get_string_member (vector, "test");
}

static double
expected_of (JsonObject *vector)
{
  return json_object_has_member (vector, "expected")
             ? json_object_get_double_member (vector, "expected")
         : json_object_has_member (vector, "n_words")
             ? json_object_get_double_member (vector, "n_words")
             : json_object_get_double_member (vector, "n_syllables");
}

/* Returns whether Heed's answer is textstat's, or a deviation that is listed. */
static gboolean
check_vector (JsonObject *texts,
              JsonObject *vector,
              guint      *deviations)
{
  const char *function = json_object_get_string_member (vector, "function");
  const char *string = text_of (texts, vector);
  g_autoptr (HeedText) text = heed_text_new (language, string, -1);
  HeedReadability scores;
  double          expected = expected_of (vector);
  double          margin, got;

  heed_readability_measure (&scores, language, text);
  got = answer (function, &scores, text);
  margin = json_object_get_double_member_with_default (vector, "margin", 0) + 0.0006;
  if (fabs (got - expected) <= margin)
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (known); i++)
    if (g_str_equal (known[i].function, function) && g_str_has_prefix (string, known[i].text)
        && fabs (known[i].ours - got) < 0.0006)
      {
        g_test_message ("%s, \"%.24s…\": textstat %g, Heed %g: %s", function, string, expected,
                        got, known[i].cause);
        (*deviations)++;
        return TRUE;
      }
  g_test_message ("UNLISTED { \"%s\", \"%.24s\", %.4f }, textstat %g", function, string, got,
                  expected);
  return FALSE;
}

static void
test_textstat (void)
{
  g_autofree char *path = heed_test_data ("readability/textstat_vectors.json");
  g_autofree char *contents = NULL;
  g_autoptr (JsonNode) root = NULL;
  JsonObject *object, *texts;
  JsonArray  *vectors;
  guint       compared = 0, unlisted = 0, deviations = 0;

  if (path == NULL)
    return;
  g_assert_true (g_file_get_contents (path, &contents, NULL, NULL));
  root = heed_json_parse (contents, -1, "vectors", NULL);
  object = json_node_get_object (root);
  texts = json_object_get_object_member (object, "texts");
  vectors = json_object_get_array_member (object, "cases");
  for (guint i = 0; i < json_array_get_length (vectors); i++)
    {
      JsonObject     *vector = json_array_get_object_element (vectors, i);
      HeedReadability none = { 0 };
      const char     *function = json_object_get_string_member (vector, "function");

      if (isnan (answer (function, &none, NULL)) || !is_ours (vector))
        continue;
      compared++;
      unlisted += !check_vector (texts, vector, &deviations);
    }
  g_test_message ("%u vectors compared, %u deviate for a reason named", compared, deviations);
  g_assert_cmpuint (unlisted, ==, 0);
  g_assert_cmpuint (deviations, ==, G_N_ELEMENTS (known));
  g_assert_cmpuint (compared, >=, 70);
}

static void
test_syllable_fixture (void)
{
  g_autofree char *path = heed_test_data ("readability/words_syllable_fixture.json");
  g_autofree char *contents = NULL;
  g_autoptr (JsonNode) root = NULL;
  JsonObjectIter iter;
  const char    *word;
  JsonNode      *node;
  guint          n = 0, right = 0;

  if (path == NULL)
    return;
  g_assert_true (g_file_get_contents (path, &contents, NULL, NULL));
  root = heed_json_parse (contents, -1, "fixture", NULL);
  json_object_iter_init (&iter, json_node_get_object (root));
  while (json_object_iter_next (&iter, &word, &node))
    {
      g_autofree char *folded = g_utf8_strdown (word, -1);

      n++;
      right += heed_language_count_syllables (language, folded) == json_node_get_int (node);
    }
  g_test_message ("%u of %u words right, %.1f %%", right, n, 100.0 * right / n);
  g_assert_cmpuint (n, ==, 4430);
  g_assert_cmpuint (right * 100, >=, n * 95);
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (GError) error = NULL;
  int status;

  g_test_init (&argc, &argv, NULL);
  language = heed_language_new_builtin (&error);
  g_assert_no_error (error);
  g_test_add_func ("/readability/formulas", test_formulas);
  g_test_add_func ("/readability/edges", test_edges);
  g_test_add_func ("/readability/long-sentences", test_long_sentences);
  g_test_add_func ("/readability/textstat", test_textstat);
  g_test_add_func ("/readability/syllable-fixture", test_syllable_fixture);
  status = g_test_run ();
  heed_language_unref (language);
  return status;
}
