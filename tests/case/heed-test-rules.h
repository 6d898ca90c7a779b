/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <stdlib.h>

/* A random generator that prints its seed; HEED_TEST_SEED=n runs the same numbers again. */
static inline GRand *
heed_test_rand (void)
{
  const char *given = g_getenv ("HEED_TEST_SEED");
  guint32     seed = given ? (guint32) g_ascii_strtoull (given, NULL, 10) : g_random_int ();

  g_test_message ("HEED_TEST_SEED=%u", seed);
  return g_rand_new_with_seed (seed);
}

/* The path of a file of real data outside the project, or NULL after marking the test skipped. */
static inline char *
heed_test_data (const char *name)
{
  const char      *folder = g_getenv ("HEED_TEST_DATA");
  g_autofree char *path = folder ? g_build_filename (folder, name, NULL) : NULL;
  g_autofree char *message = NULL;

  if (path != NULL && g_file_test (path, G_FILE_TEST_EXISTS))
    return g_steal_pointer (&path);
  message = g_strdup_printf ("HEED_TEST_DATA/%s is not there", name);
  g_test_skip (message);
  return NULL;
}
