/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Patterns and words to look at: how patterns match, what each kind finds and leaves alone
 * (phrases.json), and every way in which a file can be wrong. */

#include "config.h"

#include <glib/gstdio.h>
#include <string.h>

#include "heed-patterns.h"
#include "heed-phrases.h"
#include "heed-rules.h"

#define LEAST 20

static HeedLanguage *language;
static HeedPhrases  *phrases;

typedef struct
{
  const char *pattern;
  const char *text;
  const char *found; /* NULL: nothing */
} Match;

static const Match matches[] = {
  { "sorry", "I am SORRY.", "SORRY" },
  { "sorry", "sorrycompany", NULL },
  { "complain*", "She complains", "complains" },
  { "complain*", "plain", NULL },
  { "utilise+", "utilising", "utilising" },
  { "utilise+", "utilises", "utilises" },
  { "utilise+", "utility", NULL },
  { "policy+", "policies", "policies" },
  { "ward+", "the ward's door", "ward's" },
  { "if/when you", "when you", "when you" },
  { "very? sorry", "very sorry", NULL }, /* refused: it begins with what may be left out */
  { "we very? sorry", "we sorry", "we sorry" },
  { "we are/were? sorry", "we were sorry", "we were sorry" },
  { "a _ b", "a x b", "a x b" },
  { "a _ b", "a b", NULL },
  { "a ~2 b", "a x y b", "a x y b" },
  { "a ~2 b", "a b", "a b" },
  { "a ~2 b", "a x y z b", NULL },
  { "a ~2 b", "a x. b", NULL },
  { "^ but", "Yes, but no", NULL },
  { "^ but", "Yes. But no", "But" },
  { "at least #", "at least 3", "at least 3" },
  { "# days", "in 14 days", "14 days" },
  { "self harm", "self-harm", "self-harm" },
  { "don't", "don’t", "don’t" },
  { "café", "CAFE\xcc\x81", "CAFE\xcc\x81" },
};

static void
test_patterns (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (matches); i++)
    {
      g_autoptr (HeedPatterns) patterns = heed_patterns_new ();
      g_autoptr (HeedText) text = heed_text_new (language, matches[i].text, -1);
      g_autoptr (GArray) hits = NULL;
      const char     *reason;
      guint           n;
      const HeedWord *words = heed_text_get_words (text, &n);

      if (!heed_patterns_add (patterns, matches[i].pattern, 7, &reason))
        {
          g_assert_null (matches[i].found);
          continue;
        }
      hits = heed_patterns_find (patterns, text);
      g_assert_cmpuint (hits->len, ==, matches[i].found ? 1 : 0);
      if (hits->len == 1)
        {
          HeedPatternHit  *hit = &g_array_index (hits, HeedPatternHit, 0);
          gsize            start = words[hit->first].start;
          g_autofree char *got = g_strndup (matches[i].text + start,
                                            words[hit->first + hit->n_words - 1].end - start);

          g_assert_cmpuint (hit->tag, ==, 7);
          g_assert_cmpstr (got, ==, matches[i].found);
        }
    }
}

static void
test_bad_patterns (void)
{
  static const char *const bad[] = { "", " a", "a ", "a  b", "Sorry", "self-harm", "a/",
                                     "/a", "ab*", "*", "+", "?", "a? b", "~2 a",
                                     "_ a", "a ~", "a ~0", "a ~12", "^", "^ ^ a", "a,b",
                                     "a ~x", "(a|b)", "a b/", "wait+ed" };
  g_autoptr (HeedPatterns) patterns = heed_patterns_new ();
  g_autoptr (HeedText) text = heed_text_new (language, "a b sorry self-harm wait", -1);
  g_autoptr (GArray) hits = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      const char *reason = NULL;

      if (heed_patterns_add (patterns, bad[i], 0, &reason))
        g_error ("taken: \"%s\"", bad[i]);
      g_assert_nonnull (reason);
    }
  hits = heed_patterns_find (patterns, text);
  g_assert_cmpuint (hits->len, ==, 0);
}

static gboolean
has_kind (const GArray *hits,
          const char   *kind)
{
  for (guint i = 0; i < hits->len; i++)
    if (g_str_equal (g_array_index (hits, HeedPhraseHit, i).phrase->kind->id, kind))
      return TRUE;
  return FALSE;
}

static guint
count_wrong (JsonObject *object,
             const char *member,
             const char *kind,
             gboolean    expected)
{
  JsonArray *sentences = json_object_get_array_member (object, member);
  guint      n = json_array_get_length (sentences), wrong = 0;

  g_assert_cmpuint (n, >=, LEAST);
  for (guint i = 0; i < n; i++)
    {
      const char *string = json_array_get_string_element (sentences, i);
      g_autoptr (HeedText) text = heed_text_new (language, string, -1);
      g_autoptr (GArray) hits = heed_phrases_find (phrases, text);

      if (has_kind (hits, kind) != expected)
        {
          g_test_message ("%s, %s: %s", kind, member, string);
          wrong++;
        }
    }
  return wrong;
}

static void
test_kinds (void)
{
  const char      *source = g_getenv ("HEED_TEST_SOURCE");
  g_autofree char *path = source ? g_build_filename (source, "tests/guidance/phrases.json", NULL)
                                 : NULL;
  g_autofree char *text = NULL;
  g_autoptr (JsonNode) root = NULL;
  JsonObjectIter iter;
  const char    *kind;
  JsonNode      *node;
  guint          n_kinds = 0, wrong = 0;

  if (path == NULL || !g_file_get_contents (path, &text, NULL, NULL))
    {
      g_test_skip ("HEED_TEST_SOURCE is not the source tree");
      return;
    }
  root = heed_json_parse (text, -1, "phrases.json", NULL);
  json_object_iter_init (&iter, json_node_get_object (root));
  while (json_object_iter_next (&iter, &kind, &node))
    {
      n_kinds++;
      wrong += count_wrong (json_node_get_object (node), "hits", kind, TRUE);
      wrong += count_wrong (json_node_get_object (node), "near_misses", kind, FALSE);
    }
  g_assert_cmpuint (n_kinds, ==, 9);
  g_assert_cmpuint (wrong, ==, 0);
}

static void
test_finds (void)
{
  const char              *string = "We are sorry if you\nfelt that. Our consultant will liaise "
                                    "prior to the biopsies.";
  static const char *const expected[] = { "sorry if", "consultant", "liaise", "prior to",
                                          "biopsies" };
  g_autoptr (HeedText) text = heed_text_new (language, string, -1);
  g_autoptr (GArray) hits = heed_phrases_find (phrases, text);

  g_assert_cmpuint (hits->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < hits->len; i++)
    {
      const HeedPhraseHit *hit = &g_array_index (hits, HeedPhraseHit, i);
      g_autofree char     *got = g_strndup (string + hit->start, hit->end - hit->start);

      g_assert_cmpstr (got, ==, expected[i]);
      g_assert_cmpint (strlen (hit->phrase->why), >, 10);
    }
  g_assert_cmpstr (g_array_index (hits, HeedPhraseHit, 3).phrase->better[0], ==, "before");
}

static void
test_fit (void)
{
  static const char *const rows[][3] = {
    { "before", "Prior to", "Before" },
    { "before", "prior to", "before" },
    { "", "Prior", "" },
    { "écoute", "Éh", "Écoute" },
    { "we", "", "we" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *fit = heed_phrases_fit (rows[i][0], rows[i][1]);

      g_assert_cmpstr (fit, ==, rows[i][2]);
    }
}

/* clang-format off */
#define FILE_TEXT \
  "{\"format\":\"heed-phrases/1\",\"id\":\"words\",\"name\":\"X\",\"version\":\"1\"," \
  "\"source\":\"none\",\"checked_on\":\"2026-11-24\",\"language\":\"en\"," \
  "\"kinds\":[{\"id\":\"odd\",\"label\":\"Odd\",\"why\":\"It is odd.\",\"rank\":3}]," \
  "\"phrases\":[{\"id\":\"one\",\"kind\":\"odd\",\"find\":[\"prior to\"]," \
  "\"unless\":[\"prior to you\"],\"better\":[\"ere\"]}," \
  "{\"id\":\"two\",\"kind\":\"odd\",\"find\":[\"x\"],\"why\":\"X.\"}]}"
/* clang-format on */

static JsonNode *
change (const char *find,
        const char *replace)
{
  g_autoptr (GString) text = g_string_new (FILE_TEXT);

  if (find != NULL)
    g_assert_cmpuint (g_string_replace (text, find, replace, 1), ==, 1);
  return heed_json_parse (text->str, -1, "own.json", NULL);
}

static void
test_bad_files (void)
{
  static const char *const changes[][3] = {
    { "heed-phrases/1", "heed-phrases/2", "$.format: it is" },
    { "\"language\":\"en\",", "", "$.language: it is missing" },
    { "\"kinds\":[{", "\"kind\":[{", "$.kind: there is no such member" },
    { "\"label\":\"Odd\",", "", "$.kinds[0].label: it is missing" },
    { "\"why\":\"It is odd.\",", "", "$.kinds[0].why: it is missing" },
    { "\"rank\":3", "\"rank\":0", "$.kinds[0].rank: it must be a whole number from 1 to 9" },
    { "\"rank\":3}]", "\"rank\":3},{\"id\":\"odd\",\"label\":\"O\",\"why\":\"W\",\"rank\":1}]",
      "$.kinds[1].id: \"odd\" is in the list already" },
    { "\"kind\":\"odd\",\"find\":[\"x\"]", "\"kind\":\"even\",\"find\":[\"x\"]",
      "$.phrases[1].kind: there is no kind \"even\"" },
    { "\"id\":\"two\"", "\"id\":\"one\"", "$.phrases[1].id: \"one\" is in the list already" },
    { "[\"x\"]", "[]", "$.phrases[1].find: it must be a list" },
    { "[\"x\"]", "[\"self-harm\"]", "$.phrases[1].find: \"self-harm\": words are lower case" },
    { "[\"x\"]", "[\"ab*\"]", "$.phrases[1].find: \"ab*\": \"*\" stands behind 3" },
    { "[\"x\"]", "[\"x ~0\"]", "$.phrases[1].find: \"x ~0\": \"~\" takes one digit" },
    { "[\"x\"]", "[\"x  y\"]", "$.phrases[1].find: \"x  y\": it has two spaces" },
    { "[\"x\"]", "[\"~2 x\"]", "$.phrases[1].find: \"~2 x\": it must begin with a word" },
    { "[\"prior to you\"]", "[\"You\"]", "$.phrases[0].unless: \"You\": words are lower" },
    { "[\"ere\"]", "[\"\"]", "$.phrases[0].better[0]: it must be one line" },
    { "\"why\":\"X.\"", "\"why\":\"\"", "$.phrases[1].why: it must be one line" },
    { "\"why\":\"X.\"", "\"reason\":\"X.\"", "$.phrases[1].reason: there is no such member" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (changes); i++)
    {
      g_autoptr (JsonNode) root = change (changes[i][0], changes[i][1]);
      g_autofree char *expected = g_strconcat ("own.json: ", changes[i][2], NULL);
      g_autoptr (GError) error = NULL;
      g_autoptr (HeedPhrases) made = heed_phrases_new_from_json (root, "own.json", &error);

      g_assert_null (made);
      g_assert_error (error, HEED_RULES_ERROR, HEED_RULES_ERROR_INVALID);
      if (!g_str_has_prefix (error->message, expected))
        g_error ("%s\nis not\n%s", error->message, expected);
    }
}

static guint
count_kind (const HeedPhrases *self,
            const char        *string,
            const char        *kind)
{
  g_autoptr (HeedText) text = heed_text_new (language, string, -1);
  g_autoptr (GArray) hits = heed_phrases_find (self, text);
  guint n = 0;

  for (guint i = 0; i < hits->len; i++)
    n += g_str_equal (g_array_index (hits, HeedPhraseHit, i).phrase->kind->id, kind);
  return n;
}

/* An own file of the same id takes the place of Heed's, a wrong one is left out and named. */
static void
test_own_folder (void)
{
  g_autofree char *folder = g_dir_make_tmp ("heed-phrases-XXXXXX", NULL);
  g_autofree char *sub = g_build_filename (folder, "guidance", "phrases", NULL);
  g_autofree char *parent = g_build_filename (folder, "guidance", NULL);
  g_autofree char *good = g_build_filename (sub, "a.json", NULL);
  g_autofree char *wrong = g_build_filename (sub, "b.json", NULL);
  g_autoptr (GPtrArray) left_out = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (HeedPhrases) own = NULL;

  g_assert_cmpint (g_mkdir_with_parents (sub, 0700), ==, 0);
  g_assert_true (g_file_set_contents (good, FILE_TEXT, -1, NULL));
  g_assert_true (g_file_set_contents (wrong, "{\"format\":\"heed-phrases/1\"}", -1, NULL));
  own = heed_phrases_new (folder, left_out, NULL);
  g_assert_nonnull (own);
  g_assert_cmpuint (count_kind (own, "Prior to noon, prior to you, prior to me", "odd"), ==, 2);
  g_assert_cmpuint (count_kind (own, "With regard to that", "officialese"), ==, 0);
  g_assert_cmpuint (count_kind (own, "Your biopsy", "jargon"), ==, 1);
  g_assert_cmpuint (left_out->len, ==, 1);
  g_assert_cmpstr (g_ptr_array_index (left_out, 0), ==,
                   "guidance/phrases/b.json: $.id: it is missing");
  g_unlink (good);
  g_unlink (wrong);
  g_rmdir (sub);
  g_rmdir (parent);
  g_rmdir (folder);
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
  phrases = heed_phrases_new (NULL, NULL, &error);
  g_assert_no_error (error);
  g_test_add_func ("/patterns/match", test_patterns);
  g_test_add_func ("/patterns/bad", test_bad_patterns);
  g_test_add_func ("/phrases/kinds", test_kinds);
  g_test_add_func ("/phrases/finds", test_finds);
  g_test_add_func ("/phrases/fit", test_fit);
  g_test_add_func ("/phrases/bad-files", test_bad_files);
  g_test_add_func ("/phrases/own-folder", test_own_folder);
  status = g_test_run ();
  heed_phrases_unref (phrases);
  heed_language_unref (language);
  return status;
}
