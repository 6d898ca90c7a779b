/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the tests of pages begin with: a session on an empty database of their own.
 */
#pragma once

#include <adwaita.h>

#include "heed-session.h"

typedef struct
{
  char        *folder;
  char        *path;
  HeedRules   *rules;
  HeedStore   *store;
  HeedSession *session;
} Fixture;

static inline void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  HeedSessionSetup setup = {
    .user = "Joanna Pryce",
    .site = "Desk 2",
    .profile = "england-nhs",
    .services = (char *[]) { (char *) "Ward 12", (char *) "Radiology", NULL },
    .now = G_GINT64_CONSTANT (1795442520000000),
  };

  fixture->folder = g_dir_make_tmp ("heed-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->path = g_build_filename (fixture->folder, "heed.db", NULL);
  fixture->rules = heed_rules_new_builtin (&error);
  g_assert_no_error (error);
  fixture->store = heed_store_open (fixture->path, NULL, fixture->rules, HEED_STORE_CREATE, &error);
  g_assert_no_error (error);
  setup.store = fixture->store;
  setup.rules = fixture->rules;
  fixture->session = heed_session_new (&setup);
}

/* Lets the windows draw and the store answer. */
static inline void
settle (void)
{
  gint64 until = g_get_monotonic_time () + 300 * G_TIME_SPAN_MILLISECOND;

  while (g_get_monotonic_time () < until)
    {
      if (!g_main_context_iteration (NULL, FALSE))
        g_usleep (2000);
    }
}

static inline void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  g_autofree char *command = g_strdup_printf ("rm -rf '%s'", fixture->folder);

  settle ();
  g_assert_finalize_object (fixture->session);
  heed_store_close (fixture->store);
  g_object_unref (fixture->store);
  heed_rules_unref (fixture->rules);
  g_assert_true (g_spawn_command_line_sync (command, NULL, NULL, NULL, NULL));
  g_free (fixture->path);
  g_free (fixture->folder);
}
