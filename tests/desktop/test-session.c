/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The organisation's own folder as the session knows it: where it lies when none was chosen, what is
 * read from it, and what is told of files that are wrong.
 */
#include "config.h"

#include <glib/gstdio.h>

#include "heed-own-rules.h"
#include "heed-test-session.h"

static const char shorter_text[] =
    "{\"format\":\"heed-guide/1\",\"id\":\"last\",\"name\":\"LAST\",\"version\":\"2026-11\","
    "\"source\":\"none\",\"checked_on\":\"2026-11-24\",\"kind\":\"frame\",\"extends\":true,\"off\":true}";

static void
put (const char *folder,
     const char *name,
     const char *text)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autofree char *parent = g_path_get_dirname (path);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_mkdir_with_parents (parent, 0700), ==, 0);
  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
}

static HeedSession *
new_session (Fixture    *fixture,
             const char *rules_folder,
             gboolean    is_sample)
{
  HeedSessionSetup setup = {
    .store = fixture->store,
    .rules = fixture->rules,
    .rules_folder = rules_folder,
    .is_sample = is_sample,
  };

  return heed_session_new (&setup);
}

static void
test_folder (Fixture      *fixture,
             gconstpointer data)
{
  g_autoptr (HeedSession) real = new_session (fixture, NULL, FALSE);
  g_autoptr (HeedSession) chosen = new_session (fixture, "/nowhere/ours", FALSE);
  g_autoptr (HeedSession) sample = new_session (fixture, "/nowhere/ours", TRUE);
  g_autofree char *usual = g_build_filename (g_get_user_data_dir (), "heed", "rules", NULL);
  g_autofree char *apart = g_build_filename (g_get_user_data_dir (), "heed", "sample-rules", NULL);

  g_assert_cmpstr (heed_session_get_rules_folder (real), ==, usual);
  g_assert_cmpstr (heed_session_get_rules_folder (chosen), ==, "/nowhere/ours");
  g_assert_cmpstr (heed_session_get_rules_folder (sample), ==, apart);
  g_assert_nonnull (heed_guidance_find (heed_session_get_guidance (chosen), "last"));
}

static void
count_cb (guint *n_changed)
{
  (*n_changed)++;
}

/* What is written into the folder counts from the next reading on; what pages hold stays good. */
static void
test_reload (Fixture      *fixture,
             gconstpointer data)
{
  g_autofree char *folder = g_build_filename (fixture->folder, "own", NULL);
  g_autoptr (HeedSession) session = new_session (fixture, folder, FALSE);
  HeedGuidance *before = heed_session_get_guidance (session);
  guint         n_changed = 0;

  g_signal_connect_swapped (session, "changed", G_CALLBACK (count_cb), &n_changed);
  put (folder, "guidance/frames/last.json", shorter_text);
  g_assert_true (heed_session_reload_guidance (session));
  g_assert_cmpuint (n_changed, ==, 1);
  g_assert_true (heed_guidance_find (heed_session_get_guidance (session), "last")->off);
  g_assert_false (heed_guidance_find (before, "last")->off);

  put (folder, "guidance/frames/lead.json", "{");
  g_assert_false (heed_session_reload_guidance (session));
  g_assert_nonnull (heed_guidance_find (heed_session_get_guidance (session), "lead"));
}

/* Each kind of file is looked at, and each mistake told once. */
static void
test_left_out (Fixture      *fixture,
               gconstpointer data)
{
  static const char *const names[] = {
    "profiles/bad.json",
    "guidance/stages/bad.json",
    "letters/signs/bad.json",
    "letters/parts/bad.json",
    "letters/templates/bad.json",
    "guidance/phrases/bad.json",
    "guidance/listener/bad.json",
  };
  g_autofree char *folder = g_build_filename (fixture->folder, "own", NULL);
  g_autoptr (GPtrArray) left_out = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (HeedRules) rules = NULL;
  g_autoptr (HeedGuidance) guidance = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    put (folder, names[i], "{\"format\":\"none\"}");
  rules = heed_own_rules_load (folder, left_out);
  guidance = heed_own_rules_load_guidance (rules, folder, left_out);
  heed_own_rules_check_letters (folder, left_out);
  g_assert_cmpuint (left_out->len, ==, G_N_ELEMENTS (names));
  for (guint i = 0; i < left_out->len; i++)
    {
      g_autofree char *begin = g_strconcat (names[i], ": ", NULL);

      g_assert_true (g_str_has_prefix (left_out->pdata[i], begin));
    }
  g_assert_nonnull (heed_rules_get_profile (rules, "england-nhs"));
  g_assert_nonnull (heed_guidance_find (guidance, "listen"));
}

int
main (int    argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  g_test_add ("/desktop/session/folder", Fixture, NULL, set_up, test_folder, tear_down);
  g_test_add ("/desktop/session/reload", Fixture, NULL, set_up, test_reload, tear_down);
  g_test_add ("/desktop/session/left-out", Fixture, NULL, set_up, test_left_out, tear_down);
  return g_test_run ();
}
