/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Taking text apart, and the language file. */

#include "config.h"

#include <string.h>

#include "heed-rules.h"
#include "heed-test-rules.h"
#include "heed-text.h"

static HeedLanguage *language;

typedef struct
{
  const char *text;
  const char *sentences[8];
} Example;

static const Example examples[] = {
  { "", { NULL } },
  { "  \n\n ... ?! -- ", { NULL } },
  { "One", { "One" } },
  { "He left. Nobody came.", { "He left.", "Nobody came." } },
  { "he left. nobody came", { "he left.", "nobody came" } },
  { "He left.Nobody came", { "He left.", "Nobody came" } },
  { "I saw Dr. Patel and Mrs. Jones. They helped.",
    { "I saw Dr. Patel and Mrs. Jones.", "They helped." } },
  { "Come at 3 p.m. on Monday.", { "Come at 3 p.m. on Monday." } },
  { "It was 3 p.m. Nobody came.", { "It was 3 p.m.", "Nobody came." } },
  { "Bed No. 5 was wet. No. It was dry.", { "Bed No. 5 was wet.", "No.", "It was dry." } },
  { "I paid £4.50. It was 38.9 degrees.", { "I paid £4.50.", "It was 38.9 degrees." } },
  { "On 12.11.2026 he fell. On 13/11/2026 he died.",
    { "On 12.11.2026 he fell.", "On 13/11/2026 he died." } },
  { "J. R. Smith wrote. So did I. Then we went.",
    { "J. R. Smith wrote.", "So did I.", "Then we went." } },
  { "Wait... what? Yes! “No.” she said.", { "Wait... what?", "Yes!", "“No.” she said." } },
  { "He said “go away.” We left.", { "He said “go away.”", "We left." } },
  { "“Why?” she asked. (Nobody knew.) Then she left.",
    { "“Why?” she asked.", "(Nobody knew.)", "Then she left." } },
  { "Dear Mrs Smith\n\nThank you for it", { "Dear Mrs Smith", "Thank you for it" } },
  { "Dear Mrs Smith,\nThank you.", { "Dear Mrs Smith", "Thank you." } },
  { "This line was broken by hand in the middle of\nwhat it says.",
    { "This line was broken by hand in the middle of\nwhat it says." } },
  { "We will:\n- ring you\n• visit you", { "We will", "ring you", "visit you" } },
  { "1. We were late.\n2. We did.\n3) You", { "1. We were late.", "2. We did.", "3) You" } },
  { "See example.org or ring 999. Thank you.", { "See example.org or ring 999.", "Thank you." } },
  { "e.g. the ward, i.e. ours, was full.", { "e.g. the ward, i.e. ours, was full." } },
  { "Mae’r aros yn hir. Diolch.", { "Mae’r aros yn hir.", "Diolch." } },
  { "لماذا انتظرت؟ لا أعرف.", { "لماذا انتظرت؟", "لا أعرف." } },
  { "我等了四个小时。没有人来。", { "我等了四个小时。", "没有人来。" } },
  { "Czekałam długo. Nikt nie przyszedł!", { "Czekałam długo.", "Nikt nie przyszedł!" } },
};

static void
test_sentences (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (examples); i++)
    {
      g_autoptr (HeedText) text = heed_text_new (language, examples[i].text, -1);
      guint               n;
      const HeedSentence *sentences = heed_text_get_sentences (text, &n);

      for (guint s = 0; s < n; s++)
        {
          g_autofree char *got = g_strndup (examples[i].text + sentences[s].start,
                                            sentences[s].end - sentences[s].start);

          g_assert_cmpstr (got, ==, examples[i].sentences[s]);
        }
      g_assert_null (examples[i].sentences[n]);
    }
}

static char *
join_words (const char *string)
{
  g_autoptr (HeedText) text = heed_text_new (language, string, -1);
  guint           n;
  const HeedWord *words = heed_text_get_words (text, &n);
  GString        *joined = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    g_string_append_printf (joined, "%s%s%s", i == 0 ? "" : words[i].joined ? "-"
                                                                            : " ",
                            words[i].number ? "#" : "", words[i].folded);
  return g_string_free (joined, FALSE);
}

static void
test_words (void)
{
  static const char *const pairs[][2] = {
    { "Don’t STOP", "don't stop" },
    { "'tis O'Brien's, the patients' own", "tis o'brien's the patients own" },
    { "self-harm, well‑being", "self-harm well-being" },
    { "a – b - c-d", "a b c-d" },
    { "£1,200.50 on 3/4/2026 at 10:30", "#1,200.50 on #3/4/2026 at #10:30" },
    { "e.g. and/or U.K.", "e.g and or u.k" },
    { "ÉCOLE Łódź", "école łódź" },
    { "cafe\xcc\x81", "café" },
    { "COVID-19 A&E", "covid-#19 a e" },
    { "x'", "x" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      g_autofree char *got = join_words (pairs[i][0]);

      g_assert_cmpstr (got, ==, pairs[i][1]);
    }
}

/* Whatever comes: offsets rise, lie on character boundaries, and every word is in its sentence. */
static void
check_text (const char *string)
{
  g_autoptr (HeedText) text = heed_text_new (language, string, -1);
  guint               n_words, n_sentences, counted = 0;
  const HeedWord     *words = heed_text_get_words (text, &n_words);
  const HeedSentence *sentences = heed_text_get_sentences (text, &n_sentences);
  gsize               before = 0;

  for (guint i = 0; i < n_words; i++)
    {
      g_assert_cmpuint (words[i].start, >=, before);
      g_assert_cmpuint (words[i].end, >, words[i].start);
      g_assert_true (g_utf8_validate_len (string + words[i].start, words[i].end - words[i].start,
                                          NULL));
      g_assert_true (g_utf8_validate (words[i].folded, -1, NULL));
      before = words[i].end;
    }
  before = 0;
  for (guint i = 0; i < n_sentences; i++)
    {
      g_assert_cmpuint (sentences[i].start, >=, before);
      g_assert_cmpuint (sentences[i].first_word, ==, counted);
      for (guint w = 0; w < sentences[i].n_words; w++)
        {
          g_assert_cmpuint (words[counted + w].sentence, ==, i);
          g_assert_cmpuint (words[counted + w].end, <=, sentences[i].end);
        }
      counted += sentences[i].n_words;
      before = sentences[i].end;
    }
  g_assert_cmpuint (counted, ==, n_words);
}

static void
test_random (void)
{
  static const char *const bits[] = { "a", "I", "Dr", ".", "...", "?", "…", "'", "’", "-", "\n",
                                      "\n\n", " ", "  ", "“", "”", "(", ")", "1", "2.", ",", ":",
                                      "é", "e\xcc\x81", "。", "漢", "ß", "\xc2\xa0", "\t", "№",
                                      "👍🏽", "؟", "\xe2\x80\xa8", "no", "e.g" };
  g_autoptr (GRand) rng = heed_test_rand ();

  for (guint round = 0; round < 3000; round++)
    {
      g_autoptr (GString) string = g_string_new (NULL);

      for (int i = g_rand_int_range (rng, 0, 40); i > 0; i--)
        g_string_append (string, bits[g_rand_int_range (rng, 0, G_N_ELEMENTS (bits))]);
      check_text (string->str);
    }
}

static void
test_naughty (void)
{
  g_autofree char *folder = heed_test_data ("torture/naughty");
  g_autoptr (GDir) dir = folder ? g_dir_open (folder, 0, NULL) : NULL;
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autofree char *text = NULL;
      g_autofree char *valid = NULL;

      if (!g_file_get_contents (path, &text, NULL, NULL))
        continue;
      valid = g_utf8_make_valid (text, -1);
      check_text (valid);
    }
}

#define LANGUAGE "{\"format\":\"heed-language/1\",\"id\":\"xx\",\"name\":\"X\",\"version\":\"1\"," \
                 "\"source\":\"none\",\"checked_on\":\"2026-11-24\",\"language\":\"xx\","          \
                 "\"titles\":[\"dr\"],\"before_numbers\":[\"no\"],\"abbreviations\":[\"etc\"],"    \
                 "\"vowels\":\"aeiou\",\"more\":[\"ia\"],\"fewer\":[\"e.\"],"                      \
                 "\"exceptions\":[{\"syllables\":3,\"words\":[\"nhs\"]}]}"

static void
test_bad_files (void)
{
  static const char *const changes[][3] = {
    { "heed-language/1", "heed-language/2", "own.json: $.format: it is" },
    { "\"vowels\":\"aeiou\",", "", "own.json: $.vowels: it is missing" },
    { "[\"ia\"]", "[\"i\"]", "own.json: $.more: \"i\" is not 2 to 7" },
    { "[\"e.\"]", "[\"ecclesia\"]", "own.json: $.fewer: \"ecclesia\" is not 2 to 7" },
    { "[\"e.\"]", "7", "own.json: $.fewer: it must be a list" },
    { "\"syllables\":3", "\"syllables\":0", "own.json: $.exceptions[0].syllables: it must be" },
    { "\"words\":[", "\"word\":[", "own.json: $.exceptions[0].word: there is no such member" },
    { "[\"dr\"]", "[7]", "own.json: $.titles[0]: it must be" },
    { "\"titles\":", "\"title\":", "own.json: $.title: there is no such member" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (changes); i++)
    {
      g_autoptr (GString) text = g_string_new (LANGUAGE);
      g_autoptr (JsonNode) root = NULL;
      g_autoptr (GError) error = NULL;
      g_autoptr (HeedLanguage) made = NULL;

      g_assert_cmpuint (g_string_replace (text, changes[i][0], changes[i][1], 1), ==, 1);
      root = heed_json_parse (text->str, -1, "own.json", NULL);
      g_assert_nonnull (root);
      made = heed_language_new_from_json (root, "own.json", &error);
      g_assert_null (made);
      g_assert_error (error, HEED_RULES_ERROR, HEED_RULES_ERROR_INVALID);
      if (!g_str_has_prefix (error->message, changes[i][2]))
        g_error ("%s\nis not\n%s", error->message, changes[i][2]);
    }
}

static void
test_syllables (void)
{
  static const struct
  {
    const char *word;
    guint       n;
  } words[] = {
    { "a", 1 },
    { "cake", 1 },
    { "cakes", 1 },
    { "table", 2 },
    { "wanted", 2 },
    { "walked", 1 },
    { "nhs", 3 },
    { "nurse's", 2 },
    { "isn't", 2 },
    { "confidentiality", 7 },
    { "12,000", 1 },
    { "rhythm", 2 },
    { "hmm", 1 },
    { "movement", 2 },
    { "complaint", 2 },
    { "patient", 2 },
    { "insulin", 3 },
    { "pharmacy", 3 },
    { "diabetic", 4 },
    { "area", 3 },
    { "漢字", 1 },
    { "ward's", 1 },
    { "doctors", 2 },
    { "ombudsman", 3 },
    { "apologise", 4 },
    { "centre", 2 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (heed_language_count_syllables (language, words[i].word) != words[i].n)
      g_error ("%s: %u", words[i].word, heed_language_count_syllables (language, words[i].word));
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
  g_assert_cmpstr (heed_language_get_id (language), ==, "en");
  g_test_add_func ("/text/sentences", test_sentences);
  g_test_add_func ("/text/words", test_words);
  g_test_add_func ("/text/random", test_random);
  g_test_add_func ("/text/naughty", test_naughty);
  g_test_add_func ("/language/bad-files", test_bad_files);
  g_test_add_func ("/language/syllables", test_syllables);
  status = g_test_run ();
  heed_language_unref (language);
  return status;
}
