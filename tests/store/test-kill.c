/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A program killed at any moment loses nothing that it was told is stored. */

#include "config.h"

#include "heed-store.h"
#include "../case/heed-test-rules.h"

#include <glib/gstdio.h>
#include <stdio.h>

#define N_CYCLES 100
#define NOW      (G_GINT64_CONSTANT (1795428000) * G_USEC_PER_SEC)

static HeedRules  *rules;
static const char *program;

/* The one that is killed: logs cases, and says the reference of each once it is stored. */
static void G_GNUC_NORETURN
write_cases (const char *path)
{
  const HeedActContext context = { "Joanna Pryce", "Europe/London", NOW };
  g_autoptr (GError) error = NULL;
  g_autoptr (HeedStore) store = heed_store_open (path, NULL, rules, HEED_STORE_CREATE, &error);

  g_assert_no_error (error);
  for (;;)
    {
      g_autoptr (JsonObject) body = json_object_new ();
      g_autoptr (GPtrArray) acts = g_ptr_array_new_with_free_func ((GDestroyNotify) heed_act_unref);
      g_autoptr (GPtrArray) cases = NULL;

      json_object_set_string_member (body, "words", "The ward was cold");
      json_object_set_string_member (body, "profile", "england-nhs");
      json_object_set_string_member (body, "type", "complaint");
      json_object_set_boolean_member (body, "anonymous", TRUE);
      g_ptr_array_add (acts, heed_act_new ("log", &context, 0, 0, body));
      cases = heed_store_perform (store, acts, &error);
      g_assert_no_error (error);
      printf ("%s\n", ((HeedCase *) cases->pdata[0])->reference);
      fflush (stdout);
    }
}

static void
run_and_kill (const char *path,
              guint       n_lines,
              GPtrArray  *told)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) process = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error, program, "write", path, NULL);
  g_autoptr (GDataInputStream) lines = NULL;
  char *line;

  g_assert_no_error (error);
  lines = g_data_input_stream_new (g_subprocess_get_stdout_pipe (process));
  while ((line = g_data_input_stream_read_line (lines, NULL, NULL, NULL)) != NULL)
    {
      g_ptr_array_add (told, line);
      if (n_lines-- == 0)
        g_subprocess_force_exit (process);
    }
  g_subprocess_wait (process, NULL, NULL);
}

static void
test_kill (void)
{
  g_autofree char *folder = g_dir_make_tmp ("heed-kill-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "register.heed", NULL);
  g_autoptr (GRand) rand = heed_test_rand ();
  g_autoptr (GPtrArray) told = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < N_CYCLES; i++)
    {
      guint first = told->len;
      g_autoptr (GError) error = NULL;
      g_autoptr (HeedStore) store = NULL;

      run_and_kill (path, (guint) g_rand_int_range (rand, 0, 12), told);
      store = heed_store_open (path, NULL, rules, HEED_STORE_DEFAULT, &error);
      g_assert_no_error (error);
      for (guint j = first; j < told->len; j++)
        g_assert_cmpint (heed_store_find_reference (store, told->pdata[j], &error), >, 0);
      if (i % 20 == 19)
        {
          g_autoptr (HeedVerdict) verdict = heed_store_verify (store, NULL, NULL, &error);

          g_assert_no_error (error);
          g_assert_cmpuint (verdict->problems->len, ==, 0);
          g_assert_cmpuint (verdict->n_cases, >=, told->len);
        }
    }
  g_unlink (path);
  g_rmdir (folder);
}

int
main (int   argc,
      char *argv[])
{
  program = argv[0];
  rules = heed_rules_new_builtin (NULL);
  g_assert_nonnull (rules);
  if (argc == 3 && g_str_equal (argv[1], "write"))
    write_cases (argv[2]);
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/kill", test_kill);
  return g_test_run ();
}
