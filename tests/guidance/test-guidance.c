/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The guide: every error of its format, files with random damage, what an organisation can change,
 * what the program says of its own, and where a case stands in its checklists. */

#include "config.h"

#include <glib/gstdio.h>
#include <string.h>

#include "heed-guide-edit.h"
#include "heed-guide-progress.h"

static HeedRules *rules;
static HeedGuidance *builtin;

#define HEAD(id, kind) "{\"format\":\"heed-guide/1\",\"id\":\"" id "\",\"name\":\"Test\"," \
                       "\"version\":\"7\",\"source\":\"none\",\"checked_on\":\"2026-11-24\"," \
                       "\"kind\":\"" kind "\","

/* clang-format off */
static const char situation_text[] =
  HEAD ("test", "situation")
  "\"brief\":\"Test\",\"opening\":\"Go slowly.\",\"rank\":5,\"hand_over_to\":\"the lead\","
  "\"safety_first\":true,\"suggested_by\":[\"flags/bereaved\",\"feelings/very-upset+channels/phone\"],"
  "\"items\":[{\"id\":\"test.one\",\"text\":\"One\",\"why\":\"Because\",\"say\":\"Hello\","
  "\"expected\":true,\"evidence\":\"date\",\"ask\":\"When\"},"
  "{\"id\":\"test.two\",\"text\":\"Two\",\"why\":\"So\",\"hand_over\":true}]}";

static const char stage_text[] =
  HEAD ("listen", "stage")
  "\"brief\":\"Listen\",\"items\":[{\"id\":\"listen.one\",\"text\":\"One\",\"why\":\"Because\"}]}";

static const char signs_text[] =
  HEAD ("blue", "signs")
  "\"brief\":\"Blue\",\"feeling\":\"worried\",\"items\":[{\"id\":\"blue.one\",\"text\":\"Sighs\"}]}";

static const char words_text[] =
  HEAD ("other-words", "words")
  "\"brief\":\"Other\",\"items\":[{\"id\":\"other-words.one\",\"text\":\"Ah\",\"why\":\"It is kind\"}]}";

static const char extending_text[] =
  HEAD ("bereaved", "situation")
  "\"extends\":true,\"items\":[{\"id\":\"bereaved.support\",\"off\":true},"
  "{\"id\":\"bereaved.meeting\",\"text\":\"Offer a meeting with Dr Vale\"},"
  "{\"id\":\"bereaved.garden\",\"text\":\"Show the garden of remembrance\",\"why\":\"It is quiet\"}],"
  "\"order\":[\"bereaved.garden\",\"bereaved.letter\"]}";
/* clang-format on */

/* Reads a text as a file of a kind's folder; returns whether it was taken. */
static HeedGuideList *
load (HeedGuideKind kind,
      const char   *text,
      GError      **error)
{
  g_autoptr (JsonNode) root = heed_json_parse (text, -1, "own.json", NULL);
  HeedJsonPlace place;
  HeedJsonHead  head;

  if (root == NULL)
    g_error ("not JSON: %s", text);
  if (!heed_guide_open (root, "own.json", &place, &head, error))
    return NULL;
  return heed_guide_list_new (&place, kind, heed_guidance_find (builtin, head.id), rules, error);
}

typedef struct
{
  HeedGuideKind kind;
  const char   *text;
  const char   *find;
  const char   *replace;
  const char   *message; /* how it begins, behind "own.json: " */
} BadFile;

#define SITUATION HEED_GUIDE_SITUATION, situation_text
#define STAGE     HEED_GUIDE_STAGE, stage_text
#define SIGNS     HEED_GUIDE_SIGNS, signs_text
#define WORDS     HEED_GUIDE_WORDS, words_text
#define EXTENDING HEED_GUIDE_SITUATION, extending_text

static const BadFile bad_files[] = {
  { SITUATION, "heed-guide/1", "heed-guide/2", "$.format: it is \"heed-guide/2\", not" },
  { SITUATION, "\"format\":\"heed-guide/1\",", "", "$.format: it is missing" },
  { SITUATION, "\"id\":\"test\",", "", "$.id: it is missing" },
  { SITUATION, "\"id\":\"test\"", "\"id\":\"Te st\"", "$.id: an id is 1 to 64 of" },
  { SITUATION, "\"id\":\"test\"", "\"id\":\"listen\"",
    "$.id: \"listen\" is the id of a list of the kind \"stage\"" },
  { SITUATION, "\"name\":\"Test\",", "", "$.name: it is missing" },
  { SITUATION, "\"name\":\"Test\"", "\"name\":5", "$.name: it must be one line of text" },
  { SITUATION, "\"version\":\"7\",", "", "$.version: it is missing" },
  { SITUATION, "\"source\":\"none\",", "", "$.source: it is missing" },
  { SITUATION, "2026-11-24", "soon", "$.checked_on: \"soon\" is not a date" },
  { SITUATION, "\"kind\":\"situation\",", "", "$.kind: it is missing" },
  { SITUATION, "\"kind\":\"situation\"", "\"kind\":\"mood\"", "$.kind: \"mood\" is none of stage" },
  { SITUATION, "\"kind\":\"situation\"", "\"kind\":\"frame\"",
    "$.kind: in the folder \"guidance/situations\" it must be \"situation\"" },
  { SITUATION, "\"brief\":\"Test\",", "", "$.brief: it is missing" },
  { SITUATION, "\"brief\":\"Test\"", "\"brief\":\" \"", "$.brief: it must be one line" },
  { SITUATION, "\"opening\":\"Go slowly.\"", "\"opening\":[]", "$.opening: it must be one line" },
  { SITUATION, "\"rank\":5", "\"rank\":1001", "$.rank: it must be a whole number from 0 to 1000" },
  { SITUATION, "\"rank\":5", "\"rank\":\"5\"", "$.rank: it must be a whole number" },
  { SITUATION, "\"rank\":5", "\"rnak\":5", "$.rnak: there is no such member" },
  { SITUATION, "\"hand_over_to\":\"the lead\",", "",
    "$.items[1].hand_over: the list has no \"hand_over_to\"" },
  { SITUATION, "\"safety_first\":true", "\"safety_first\":1", "$.safety_first: it must be true or" },
  { SITUATION, "[\"flags/bereaved\",", "[1,", "$.suggested_by[0]: it must be one line" },
  { SITUATION, "\"suggested_by\":[", "\"suggested_by\":[],\"x\":[", "$.x: there is no such member" },
  { SITUATION, "flags/bereaved", "flags/happy", "$.suggested_by[0]: \"flags/happy\" is neither" },
  { SITUATION, "flags/bereaved", "moods/happy", "$.suggested_by[0]: \"moods/happy\" is neither" },
  { SITUATION, "flags/bereaved", "bereaved", "$.suggested_by[0]: \"bereaved\" is neither" },
  { SITUATION, "+channels/phone", "+channels/horn", "$.suggested_by[1]: \"channels/horn\" is" },
  { SITUATION, "+channels/phone", "+", "$.suggested_by[1]: \"\" is neither" },
  { SITUATION, "\"items\":", "\"feeling\":\"worried\",\"items\":",
    "$.feeling: a list of the kind \"situation\" has none" },
  { SITUATION, "\"items\":", "\"extends\":true,\"items\":",
    "$.extends: there is no list \"test\" to extend" },
  { SITUATION, "\"items\":", "\"extends\":\"yes\",\"items\":", "$.extends: it must be true or" },
  { SITUATION, "\"items\":", "\"off\":0,\"items\":", "$.off: it must be true or false" },
  { SITUATION, "\"items\":", "\"order\":[],\"items\":", "$.order: it must be a list that is" },
  { SITUATION, "\"items\":", "\"order\":[\"test.six\"],\"items\":",
    "$.order[0]: there is no item \"test.six\"" },
  { SITUATION, "\"items\":", "\"order\":[\"test.one\",\"test.one\"],\"items\":",
    "$.order[1]: \"test.one\" is there twice" },
  { SITUATION, "\"items\":[", "\"itmes\":[", "$.itmes: there is no such member" },
  { SITUATION, "\"items\":[{", "\"items\":[4,{", "$.items[0]: it must be an object" },
  { SITUATION, "\"id\":\"test.one\",", "", "$.items[0].id: it is missing" },
  { SITUATION, "test.one", "one", "$.items[0].id: it must begin with \"test.\"" },
  { SITUATION, "test.one", "test.", "$.items[0].id: it must begin with \"test.\"" },
  { SITUATION, "test.one", "test.One", "$.items[0].id: an id is 1 to 64 of" },
  { SITUATION, "test.two", "test.one", "$.items[1].id: \"test.one\" is in the list already" },
  { SITUATION, "\"text\":\"Two\",", "", "$.items[1].text: it is missing" },
  { SITUATION, "\"text\":\"Two\"", "\"text\":\"a\\tb\"", "$.items[1].text: it must be one line" },
  { SITUATION, "\"why\":\"So\",", "", "$.items[1].why: it is missing" },
  { SITUATION, "\"why\":\"So\"", "\"why\":false", "$.items[1].why: it must be one line" },
  { SITUATION, "\"say\":\"Hello\"", "\"say\":null", "$.items[0].say: it must be one line" },
  { SITUATION, "\"say\":\"Hello\"", "\"sya\":\"Hello\"", "$.items[0].sya: there is no such" },
  { SITUATION, "\"expected\":true", "\"expected\":\"true\"", "$.items[0].expected: it must be" },
  { SITUATION, "\"hand_over\":true", "\"hand_over\":2", "$.items[1].hand_over: it must be" },
  { SITUATION, "\"hand_over\":true", "\"off\":2", "$.items[1].off: it must be true or" },
  { SITUATION, "\"evidence\":\"date\"", "\"evidence\":\"smell\"",
    "$.items[0].evidence: \"smell\" is none of none, text" },
  { SITUATION, "\"evidence\":\"date\"", "\"evidence\":\"none\"",
    "$.items[0].ask: there is no \"evidence\" to ask for" },
  { SITUATION, "\"evidence\":\"date\",", "", "$.items[0].ask: there is no \"evidence\"" },
  { SITUATION, ",\"ask\":\"When\"", "", "$.items[0].ask: it is missing" },

  { STAGE, "\"id\":\"listen\"", "\"id\":\"hear\"", "$.id: the checklist of a stage is named" },
  { STAGE, "\"id\":\"listen\"", "\"id\":\"closed\"", "$.id: the checklist of a stage is named" },
  { STAGE, "\"items\":[{\"id\":\"listen.one\",\"text\":\"One\",\"why\":\"Because\"}]",
    "\"off\":false", "$.items: it is missing" },
  { STAGE, "[{\"id\":\"listen.one\",\"text\":\"One\",\"why\":\"Because\"}]", "[]",
    "$.items: it must be a list that is not empty" },
  { STAGE, "\"brief\":", "\"hand_over_to\":\"x\",\"brief\":",
    "$.hand_over_to: a list of the kind \"stage\" has none" },
  { STAGE, "\"brief\":", "\"suggested_by\":[\"interpreter\"],\"brief\":",
    "$.suggested_by: a list of the kind \"stage\" has none" },
  { STAGE, "\"brief\":", "\"safety_first\":true,\"brief\":",
    "$.safety_first: a list of the kind \"stage\" has none" },
  { STAGE, "\"why\":\"Because\"", "\"why\":\"Because\",\"hand_over\":true",
    "$.items[0].hand_over: a list of the kind \"stage\" has none" },
  { STAGE, "\"why\":\"Because\"", "\"why\":\"Because\",\"off\":true",
    "$.items: all items are switched off" },

  { SIGNS, ",\"feeling\":\"worried\"", "", "$.feeling: it is missing" },
  { SIGNS, "\"worried\"", "\"sleepy\"", "$.feeling: there is no feeling \"sleepy\"" },
  { SIGNS, "\"text\":\"Sighs\"", "\"text\":\"Sighs\",\"expected\":true",
    "$.items[0].expected: a list of the kind \"signs\" has none" },
  { WORDS, "\"why\":\"It is kind\"", "\"why\":\"It is kind\",\"evidence\":\"text\"",
    "$.items[0].evidence: a list of the kind \"words\" has none" },
  { WORDS, ",\"why\":\"It is kind\"", "", "$.items[0].why: it is missing" },

  { EXTENDING, "bereaved.letter", "bereaved.lettre", "$.order[1]: there is no item" },
  { EXTENDING, "\"why\":\"It is quiet\"", "\"say\":\"Come\"", "$.items[2].why: it is missing" },
  { EXTENDING, "\"text\":\"Offer a meeting with Dr Vale\"", "\"text\":\"\"",
    "$.items[1].text: it must be one line" },
  { EXTENDING, "\"kind\":\"situation\"", "\"kind\":\"stage\"", "$.kind: in the folder" },
};

static char *
replace (const char *text,
         const char *find,
         const char *with)
{
  const char *at = strstr (text, find);
  g_autofree char *before = NULL;

  if (at == NULL)
    g_error ("\"%s\" is not in the sample", find);
  before = g_strndup (text, (gsize) (at - text));
  return g_strconcat (before, with, at + strlen (find), NULL);
}

static void
test_good_files (void)
{
  const char *const texts[] = { stage_text, situation_text, NULL, signs_text, words_text };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GError) error = NULL;
      HeedGuideList *list;

      if (texts[i] == NULL)
        continue;
      list = load ((HeedGuideKind) i, texts[i], &error);
      g_assert_no_error (error);
      heed_guide_list_free (list);
    }
}

static void
test_bad_files (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (bad_files); i++)
    {
      g_autofree char *text = replace (bad_files[i].text, bad_files[i].find, bad_files[i].replace);
      g_autofree char *message = g_strconcat ("own.json: ", bad_files[i].message, NULL);
      g_autoptr (GError) error = NULL;

      if (load (bad_files[i].kind, text, &error) != NULL)
        g_error ("taken: %s", text);
      g_assert_error (error, HEED_RULES_ERROR, HEED_RULES_ERROR_INVALID);
      if (!g_str_has_prefix (error->message, message))
        g_error ("expected \"%s\", got \"%s\"", message, error->message);
    }
}

/* A list longer than anybody works through is refused. */
static void
test_too_long (void)
{
  g_autoptr (GString) text = g_string_new (HEAD ("long", "frame") "\"brief\":\"Long\",\"items\":[");
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i <= 100; i++)
    g_string_append_printf (text, "%s{\"id\":\"long.i%u\",\"text\":\"t\",\"why\":\"w\"}",
                            i > 0 ? "," : "", i);
  g_string_append (text, "]}");
  g_assert_null (load (HEED_GUIDE_FRAME, text->str, &error));
  g_assert_nonnull (strstr (error->message, "$.items: more than 100 items"));
}

/* Whatever happens to a file, reading it ends with a list or an error, never with a crash. */
static void
test_random_damage (void)
{
  guint32 seed = g_test_rand_int ();
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);

  g_test_message ("seed %u", seed);
  for (guint i = 0; i < 3000; i++)
    {
      g_autofree char *text = g_strdup (i % 2 ? situation_text : extending_text);
      g_autoptr (JsonNode) root = NULL;
      g_autoptr (GError) error = NULL;
      HeedJsonPlace place;
      HeedJsonHead  head;

      for (int n = g_rand_int_range (random, 1, 4); n > 0; n--)
        text[g_rand_int_range (random, 0, (gint32) strlen (text))] =
          (char) g_rand_int_range (random, 1, 127);
      root = heed_json_parse (text, -1, "own.json", NULL);
      if (root != NULL && heed_guide_open (root, "own.json", &place, &head, &error))
        {
          HeedGuideList *list = heed_guide_list_new (
            &place, HEED_GUIDE_SITUATION, heed_guidance_find (builtin, head.id), rules, &error);

          g_assert_true ((list != NULL) == (error == NULL));
          g_clear_pointer (&list, heed_guide_list_free);
        }
    }
}

static void
test_extending (void)
{
  const HeedGuideList *base = heed_guidance_find (builtin, "bereaved");
  g_autoptr (GError) error = NULL;
  HeedGuideList *list = load (HEED_GUIDE_SITUATION, extending_text, &error);
  const HeedGuideItem *item;

  g_assert_no_error (error);
  g_assert_cmpstr (list->version, ==, "2026-11+7");
  g_assert_cmpstr (list->brief, ==, base->brief);
  g_assert_cmpstr (list->hand_over_to, ==, base->hand_over_to);
  g_assert_cmpint (list->rank, ==, base->rank);
  g_assert_cmpuint (list->items->len, ==, base->items->len);
  g_assert_cmpuint (list->all_items->len, ==, base->items->len + 1);
  g_assert_cmpstr (((HeedGuideItem *) list->items->pdata[0])->id, ==, "bereaved.garden");
  g_assert_cmpstr (((HeedGuideItem *) list->items->pdata[1])->id, ==, "bereaved.letter");
  g_assert_cmpstr (((HeedGuideItem *) list->items->pdata[2])->id, ==, "bereaved.their-name");
  item = heed_guide_list_find (list, "bereaved.meeting");
  g_assert_cmpstr (item->text, ==, "Offer a meeting with Dr Vale");
  g_assert_cmpstr (item->why, ==, heed_guide_list_find (base, "bereaved.meeting")->why);
  g_assert_true (heed_guide_list_find (list, "bereaved.support")->off);
  heed_guide_list_free (list);
}

static char *
make_folder (void)
{
  g_autofree char *folder = g_dir_make_tmp ("heed-guidance-XXXXXX", NULL);

  for (guint i = 0; i < HEED_N_GUIDE_KINDS; i++)
    {
      g_autofree char *path = g_build_filename (folder, heed_guide_kind_get_folder (i), NULL);

      g_assert_cmpint (g_mkdir_with_parents (path, 0700), ==, 0);
    }
  return g_steal_pointer (&folder);
}

static void
put_file (const char *folder,
          const char *name,
          const char *text)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
}

static void
remove_folder (const char *folder)
{
  const char *argv[] = { "rm", "-rf", folder, NULL };

  g_assert_true (g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL,
                               NULL, NULL, NULL));
}

/* Own files replace and extend; what is wrong is left out and told, and Heed's own stays. */
static void
test_own_folder (void)
{
  g_autofree char *folder = make_folder ();
  g_autoptr (HeedGuidance) guidance = NULL;
  g_autoptr (GPtrArray) left_out = NULL;
  g_autoptr (GPtrArray) all = NULL;
  g_autoptr (GError) error = NULL;
  const HeedGuideList *list;

  put_file (folder, "guidance/situations/test.json", situation_text);
  put_file (folder, "guidance/situations/bereaved.json", extending_text);
  put_file (folder, "guidance/situations/zz-broken.json", "{");
  put_file (folder, "guidance/situations/notes.txt", "not read");
  put_file (folder, "guidance/stages/listen.json", stage_text);
  put_file (folder, "guidance/stages/situation.json", situation_text);
  put_file (folder, "guidance/frames/last.json",
            HEAD ("last", "frame") "\"extends\":true,\"off\":true}");
  guidance = heed_guidance_new_with_folder (rules, folder, &left_out, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (left_out->len, ==, 2);
  g_assert_true (g_str_has_prefix (left_out->pdata[0], "guidance/stages/situation.json: $.kind: "));
  g_assert_true (g_str_has_prefix (left_out->pdata[1], "guidance/situations/zz-broken.json: "));

  list = heed_guidance_find (guidance, "test");
  g_assert_true (list->own);
  g_assert_true (heed_guidance_get_lists (guidance, HEED_GUIDE_SITUATION)->pdata[0] == list);
  g_assert_cmpuint (heed_guidance_get_stage (guidance, HEED_STAGE_LISTEN)->items->len, ==, 1);
  g_assert_cmpuint (heed_guidance_get_stage (guidance, HEED_STAGE_RESOLVE)->items->len, ==, 12);
  g_assert_false (heed_guidance_find (guidance, "angry")->own);
  g_assert_true (heed_guidance_find (guidance, "last")->off);
  g_assert_cmpuint (heed_guidance_get_lists (guidance, HEED_GUIDE_FRAME)->len, ==, 9);
  all = heed_guidance_dup_all (guidance, HEED_GUIDE_FRAME);
  g_assert_cmpuint (all->len, ==, 10);
  g_assert_true (g_ptr_array_find (all, heed_guidance_find (guidance, "last"), NULL));
  remove_folder (folder);

  g_clear_pointer (&guidance, heed_guidance_unref);
  g_assert_null (heed_guidance_new_with_folder (rules, folder, NULL, &error));
  g_assert_error (error, HEED_RULES_ERROR, HEED_RULES_ERROR_READ);
}

/* What the program says of its own: whole, brief, and as many as the practice asks for. */
static void
test_builtin (void)
{
  static const char *const situations[] = {
    "angry",    "phone",       "threat",        "bereaved", "self-harm",    "interpreter",
    "deaf",     "low-vision",  "learning-disability", "child", "discrimination", "confused",
    "repeat",   "staff",       "wait",          "lost-property", "social-media", "safeguarding",
    "urgent",   "afraid",
  };
  static const char *const handed_over[] = {
    "self-harm", "safeguarding", "threat", "bereaved", "interpreter", "deaf",
    "learning-disability", "child", "discrimination", "repeat", "staff", "urgent",
  };
  guint n_chars;

  g_assert_cmpuint (heed_guidance_find (builtin, "listen")->items->len, ==, 14);
  g_assert_cmpuint (heed_guidance_find (builtin, "acknowledge")->items->len, ==, 11);
  g_assert_cmpuint (heed_guidance_find (builtin, "resolve")->items->len, ==, 12);
  g_assert_cmpuint (heed_guidance_get_lists (builtin, HEED_GUIDE_SITUATION)->len, ==,
                    G_N_ELEMENTS (situations));
  g_assert_cmpuint (heed_guidance_get_lists (builtin, HEED_GUIDE_FRAME)->len, ==, 10);
  g_assert_cmpuint (heed_guidance_find (builtin, "beta")->items->len, ==, 10);
  g_assert_cmpuint (heed_guidance_get_lists (builtin, HEED_GUIDE_SIGNS)->len, ==, 3);
  g_assert_cmpuint (heed_guidance_get_lists (builtin, HEED_GUIDE_WORDS)->len, ==, 2);
  for (guint i = 0; i < G_N_ELEMENTS (situations); i++)
    g_assert_nonnull (heed_guidance_find (builtin, situations[i]));
  for (guint i = 0; i < G_N_ELEMENTS (handed_over); i++)
    {
      const HeedGuideList *list = heed_guidance_find (builtin, handed_over[i]);
      gboolean found = FALSE;

      g_assert_nonnull (list->hand_over_to);
      for (guint j = 0; j < list->items->len; j++)
        found |= ((HeedGuideItem *) list->items->pdata[j])->hand_over;
      if (!found)
        g_error ("%s has nothing that hands over", list->id);
    }
  for (guint kind = 0; kind < HEED_N_GUIDE_KINDS; kind++)
    {
      GPtrArray *lists = heed_guidance_get_lists (builtin, kind);

      for (guint i = 0; i < lists->len; i++)
        {
          const HeedGuideList *list = lists->pdata[i];

          g_assert_nonnull (list->opening);
          for (guint j = 0; j < list->items->len; j++)
            {
              const HeedGuideItem *item = list->items->pdata[j];

              n_chars = (guint) g_utf8_strlen (item->text, -1);
              if (n_chars > 64)
                g_error ("%s is %u characters long", item->id, n_chars);
              if (strchr (item->text, '!') != NULL)
                g_error ("%s shouts", item->id);
            }
        }
    }
}

/* Every file in the folders is in the program, and bears the name of what is in it. */
static void
test_files (void)
{
  const char *source = g_getenv ("HEED_TEST_SOURCE");

  for (guint kind = 0; kind < HEED_N_GUIDE_KINDS; kind++)
    {
      g_autofree char *folder =
        g_build_filename (source ? source : "", "data", heed_guide_kind_get_folder (kind), NULL);
      g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
      const char *name;
      guint n_files = 0;

      if (dir == NULL)
        {
          g_test_skip ("HEED_TEST_SOURCE is not the source tree");
          return;
        }
      for (; (name = g_dir_read_name (dir)) != NULL; n_files++)
        {
          g_autofree char *stem = g_strndup (name, strlen (name) - strlen (".json"));
          const HeedGuideList *list = heed_guidance_find (builtin, stem);

          if (list == NULL || list->kind != kind)
            g_error ("%s/%s is not in data/rules.gresource.xml", folder, name);
        }
      g_assert_cmpuint (n_files, ==, heed_guidance_get_lists (builtin, kind)->len);
    }
}

/* What data/schema says is required is, and what it does not know is in no sample. */
static void
test_schema (void)
{
  const char *source = g_getenv ("HEED_TEST_SOURCE");
  g_autofree char *path =
    g_build_filename (source ? source : "", "data", "schema", "guide.json", NULL);
  g_autofree char *text = NULL;
  g_autoptr (JsonNode) schema = NULL;
  JsonObject *properties;
  JsonArray  *required;

  if (!g_file_get_contents (path, &text, NULL, NULL))
    {
      g_test_skip ("HEED_TEST_SOURCE is not the source tree");
      return;
    }
  schema = heed_json_parse (text, -1, "guide.json", NULL);
  g_assert_nonnull (schema);
  properties = json_object_get_object_member (json_node_get_object (schema), "properties");
  required = json_object_get_array_member (json_node_get_object (schema), "required");

  for (guint i = 0; i < json_array_get_length (required); i++)
    {
      const char *member = json_array_get_string_element (required, i);
      g_autofree char *message = g_strdup_printf ("own.json: $.%s: it is missing", member);
      g_autoptr (JsonNode) sample = heed_json_parse (situation_text, -1, "own.json", NULL);
      g_autoptr (GList) members = json_object_get_members (json_node_get_object (sample));
      g_autofree char *without = NULL;
      g_autoptr (GError) error = NULL;

      for (GList *l = members; l != NULL; l = l->next)
        g_assert_true (json_object_has_member (properties, l->data));
      json_object_remove_member (json_node_get_object (sample), member);
      without = json_to_string (sample, FALSE);
      g_assert_null (load (HEED_GUIDE_SITUATION, without, &error));
      g_assert_cmpstr (error->message, ==, message);
    }
}

static void
assert_suggested (const char *codes,
                  const char *expected)
{
  g_auto (GStrv) list = g_strsplit (codes, " ", -1);
  g_auto (GStrv) found = heed_guidance_suggest (builtin, (const char *const *) list);
  g_autofree char *joined = g_strjoinv (" ", found);

  g_assert_cmpstr (joined, ==, expected);
}

static void
test_suggest (void)
{
  assert_suggested ("feelings/worried", "");
  assert_suggested ("flags/bereaved", "bereaved");
  assert_suggested ("interpreter", "interpreter");
  assert_suggested ("channels/phone", "");
  assert_suggested ("feelings/very-upset", "angry");
  assert_suggested ("feelings/very-upset channels/phone", "angry phone");
  assert_suggested ("dangers/self-harm", "self-harm");
  assert_suggested ("dangers/harm-to-others", "safeguarding");
  assert_suggested ("dangers/urgent-care", "urgent");
  assert_suggested ("hcat/processes.delay-access", "wait");
  assert_suggested ("", "");
}

/* A case, and what it does with the guide */

#define NOW (G_GINT64_CONSTANT (1795428000) * G_USEC_PER_SEC)

static const HeedActContext context = { "Joanna Pryce", "Europe/London", NOW };

static void
do_act (HeedCase   **self,
        const char  *kind,
        const char  *body)
{
  g_autoptr (JsonNode) node = heed_json_parse (body, -1, "test", NULL);
  g_autoptr (HeedAct) act = heed_act_new (kind, &context, 0, 0, json_node_get_object (node));
  g_autoptr (GError) error = NULL;
  HeedCase *after = heed_case_apply (*self, act, rules, &error);

  g_assert_no_error (error);
  g_clear_pointer (self, heed_case_unref);
  *self = after;
}

static void
do_item (HeedCase  **self,
         const char *kind,
         const char *item)
{
  g_autofree char *body = g_strdup_printf ("{\"item\":\"%s\"%s}", item,
                                           g_str_equal (kind, "not-applicable")
                                             ? ",\"reason\":\"r\""
                                             : "");

  do_act (self, kind, body);
}

static void
test_progress (void)
{
  g_autoptr (HeedCase) self = NULL;
  const HeedGuideList *listen = heed_guidance_get_stage (builtin, HEED_STAGE_LISTEN);
  const HeedGuideList *list = NULL;
  HeedGuideProgress progress;

  do_act (&self, "log",
          "{\"words\":\"w\",\"profile\":\"clinic\",\"anonymous\":true,\"interpreter\":true,"
          "\"feeling\":\"very-upset\",\"issues\":[{\"text\":\"t\"}]}");
  progress = heed_guide_list_get_progress (listen, self);
  g_assert_cmpuint (progress.total, ==, 14);
  g_assert_cmpuint (progress.done, ==, 0);
  g_assert_cmpstr (progress.next->id, ==, "listen.safety");

  do_item (&self, "tick", "listen.safety");
  do_item (&self, "not-applicable", "listen.private");
  progress = heed_guide_list_get_progress (listen, self);
  g_assert_cmpuint (progress.done, ==, 2);
  g_assert_cmpuint (progress.not_applicable, ==, 1);
  g_assert_cmpstr (progress.next->id, ==, "listen.name");

  /* What is not expected comes last. */
  for (guint i = 2; i < listen->items->len; i++)
    if (((HeedGuideItem *) listen->items->pdata[i])->expected)
      do_item (&self, "tick", ((HeedGuideItem *) listen->items->pdata[i])->id);
  progress = heed_guide_list_get_progress (listen, self);
  g_assert_cmpuint (progress.done, ==, 13);
  g_assert_cmpstr (progress.next->id, ==, "listen.after");
  do_item (&self, "untick", "listen.wants");
  g_assert_cmpstr (heed_guidance_get_next (builtin, self, &list)->id, ==, "listen.wants");
  g_assert_true (list == listen);

  /* Safety goes before the stage, the other situations after it. */
  do_act (&self, "situation", "{\"situation\":\"bereaved\"}");
  do_act (&self, "situation", "{\"situation\":\"self-harm\"}");
  do_act (&self, "situation", "{\"situation\":\"not-in-the-guide\"}");
  g_assert_cmpstr (heed_guidance_get_next (builtin, self, &list)->id, ==, "self-harm.stay-calm");
  {
    g_autoptr (GPtrArray) active = heed_guidance_get_active (builtin, self);
    g_auto (GStrv) codes = heed_guidance_dup_codes (self);
    g_auto (GStrv) suggested = heed_guidance_suggest (builtin, (const char *const *) codes);

    g_assert_cmpuint (active->len, ==, 3);
    g_assert_true (active->pdata[1] == listen);
    g_assert_cmpstr (((HeedGuideList *) active->pdata[2])->id, ==, "bereaved");
    g_assert_cmpstr (suggested[0], ==, "angry");
    g_assert_cmpstr (suggested[1], ==, "interpreter");
    g_assert_null (suggested[2]);
  }
}

static void
assert_open (const HeedCase *self,
             const char     *kind,
             guint           expected)
{
  g_autoptr (GPtrArray) open = heed_guidance_get_open (builtin, self, kind);

  g_assert_cmpuint (open->len, ==, expected);
}

/* What is expected is named when a stage is left, and can be passed with a reason. */
static void
test_open (void)
{
  g_autoptr (HeedCase) self = NULL;

  do_act (&self, "log",
          "{\"words\":\"w\",\"profile\":\"clinic\",\"anonymous\":true,\"issues\":[{\"text\":\"t\"}]}");
  assert_open (self, "note", 0);
  assert_open (self, "listened", 13);
  assert_open (self, "acknowledge", 13 + 9);
  do_act (&self, "situation", "{\"situation\":\"wait\"}");
  assert_open (self, "note", 0);
  assert_open (self, "listened", 13 + 5);
  do_item (&self, "tick", "wait.own");
  do_item (&self, "tick", "listen.safety");
  do_item (&self, "not-applicable", "listen.name");
  assert_open (self, "listened", 11 + 4);
  do_act (&self, "listened",
          "{\"safety\":\"no-one\",\"reference_given\":true,\"passed\":[\"listen.thank\"],"
          "\"passed_reason\":\"They had to catch a bus\"}");
  assert_open (self, "listened", 0);
  assert_open (self, "acknowledge", 9 + 4);
  assert_open (self, "close", 0);
}

/* Reads back what an edit gives, as the file it would be. */
static HeedGuideList *
read_edit (const HeedGuideEdit *edit,
           HeedGuideKind        kind,
           const char          *id)
{
  g_autoptr (JsonNode) root =
    heed_guide_edit_to_json (edit, heed_guidance_find (builtin, id), heed_date_parse ("2026-11-24"));
  g_autofree char *text = json_to_string (root, TRUE);
  g_autoptr (GError) error = NULL;
  HeedGuideList *list = load (kind, text, &error);

  g_assert_no_error (error);
  return list;
}

static void
test_edit (void)
{
  const HeedGuideList *before = heed_guidance_find (builtin, "listen");
  const HeedGuideItem *first = before->all_items->pdata[0];
  const HeedGuideItem *second = before->all_items->pdata[1];
  g_autoptr (HeedGuideEdit) edit = heed_guide_edit_new (before);
  g_autoptr (HeedGuideEdit) again = NULL;
  g_autoptr (JsonNode) root = NULL;
  g_autofree char *own = NULL;
  HeedGuideText text = { "Offer them tea", "Warm hands calm", "Would you like a cup of tea?", FALSE };
  HeedGuideList *list;

  /* Nothing changed, nothing said. */
  root = heed_guide_edit_to_json (edit, before, heed_date_parse ("2026-11-24"));
  g_assert_false (json_object_has_member (json_node_get_object (root), "items"));
  g_assert_false (json_object_has_member (json_node_get_object (root), "order"));

  g_assert_true (heed_guide_edit_switch (edit, second->id, TRUE));
  g_assert_true (heed_guide_edit_move (edit, first->id, 2));
  g_assert_false (heed_guide_edit_move (edit, heed_guide_edit_get (edit, 0)->id, -1));
  g_assert_false (heed_guide_edit_switch (edit, "listen.nothing", TRUE));
  own = g_strdup (heed_guide_edit_add (edit, &text));
  text.text = "Make sure that all are safe";
  text.why = "";
  text.say = NULL;
  text.expected = TRUE;
  g_assert_true (heed_guide_edit_change (edit, first->id, &text));

  list = read_edit (edit, HEED_GUIDE_STAGE, "listen");
  list->own = TRUE;
  g_assert_cmpuint (list->all_items->len, ==, before->all_items->len + 1);
  g_assert_cmpuint (list->items->len, ==, before->items->len);
  g_assert_true (heed_guide_list_find (list, second->id)->off);
  g_assert_cmpstr (((HeedGuideItem *) list->all_items->pdata[2])->id, ==, first->id);
  g_assert_cmpstr (heed_guide_list_find (list, first->id)->text, ==, "Make sure that all are safe");
  g_assert_cmpstr (heed_guide_list_find (list, first->id)->why, ==, first->why);
  g_assert_cmpstr (heed_guide_list_find (list, own)->say, ==, "Would you like a cup of tea?");
  g_assert_true (g_str_has_suffix (list->version, "+1"));

  /* A change of the change says all of it anew, under the next edition. */
  again = heed_guide_edit_new (list);
  g_assert_true (heed_guide_edit_switch (again, second->id, FALSE));
  {
    HeedGuideList *next = read_edit (again, HEED_GUIDE_STAGE, "listen");

    g_assert_false (heed_guide_list_find (next, second->id)->off);
    g_assert_nonnull (heed_guide_list_find (next, own));
    g_assert_true (g_str_has_suffix (next->version, "+2"));
    heed_guide_list_free (next);
  }
  heed_guide_list_free (list);
}

/* A list that Heed does not have is written as a whole. */
static void
test_edit_own (void)
{
  HeedGuideList *list = load (HEED_GUIDE_SITUATION, situation_text, NULL);
  g_autoptr (HeedGuideEdit) edit = heed_guide_edit_new (list);
  HeedGuideList *after;

  list->own = TRUE;
  g_assert_true (heed_guide_edit_move (edit, "test.two", -1));
  after = read_edit (edit, HEED_GUIDE_SITUATION, "test");
  g_assert_cmpstr (after->opening, ==, list->opening);
  g_assert_cmpstr (after->hand_over_to, ==, list->hand_over_to);
  g_assert_true (after->safety_first);
  g_assert_cmpint (after->rank, ==, list->rank);
  g_assert_cmpstr (after->suggested_by[1], ==, list->suggested_by[1]);
  g_assert_cmpstr (((HeedGuideItem *) after->items->pdata[0])->id, ==, "test.two");
  g_assert_cmpstr (((HeedGuideItem *) after->items->pdata[1])->ask, ==, "When");
  g_assert_cmpstr (after->version, ==, "8");
  heed_guide_list_free (after);
  heed_guide_list_free (list);
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (GError) error = NULL;
  int result;

  g_test_init (&argc, &argv, NULL);
  rules = heed_rules_new_builtin (NULL);
  g_assert_nonnull (rules);
  builtin = heed_guidance_new_builtin (rules, &error);
  g_assert_no_error (error);

  g_test_add_func ("/guidance/good-files", test_good_files);
  g_test_add_func ("/guidance/bad-files", test_bad_files);
  g_test_add_func ("/guidance/too-long", test_too_long);
  g_test_add_func ("/guidance/random-damage", test_random_damage);
  g_test_add_func ("/guidance/extending", test_extending);
  g_test_add_func ("/guidance/own-folder", test_own_folder);
  g_test_add_func ("/guidance/builtin", test_builtin);
  g_test_add_func ("/guidance/files", test_files);
  g_test_add_func ("/guidance/schema", test_schema);
  g_test_add_func ("/guidance/suggest", test_suggest);
  g_test_add_func ("/guidance/progress", test_progress);
  g_test_add_func ("/guidance/open", test_open);
  g_test_add_func ("/guidance/edit", test_edit);
  g_test_add_func ("/guidance/edit-own", test_edit_own);
  result = g_test_run ();

  g_clear_pointer (&builtin, heed_guidance_unref);
  g_clear_pointer (&rules, heed_rules_unref);
  return result;
}
