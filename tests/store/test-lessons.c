/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the listener learnt: counts add up, come back to nothing, and are forgotten when told to. */

#include "config.h"

#include <glib/gstdio.h>

#include "heed-lessons.h"

typedef struct
{
  HeedRules *rules;
  HeedStore *store;
  char      *folder;
} Fixture;

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("heed-lessons-XXXXXX", NULL);
  path = g_build_filename (fixture->folder, "heed.db", NULL);
  fixture->rules = heed_rules_new_builtin (&error);
  g_assert_no_error (error);
  fixture->store = heed_store_open (path, NULL, fixture->rules, HEED_STORE_CREATE, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  g_autoptr (GDir) dir = NULL;
  const char *name;

  heed_store_close (fixture->store);
  g_clear_object (&fixture->store);
  g_clear_pointer (&fixture->rules, heed_rules_unref);
  dir = g_dir_open (fixture->folder, 0, NULL);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (fixture->folder);
  g_free (fixture->folder);
}

static GPtrArray *
make_lessons (int count)
{
  GPtrArray *lessons = g_ptr_array_new_with_free_func ((GDestroyNotify) heed_lesson_count_free);

  g_ptr_array_add (lessons, heed_lesson_count_new ("waiting", "processes", count));
  g_ptr_array_add (lessons, heed_lesson_count_new ("waiting", "listening", -count));
  return lessons;
}

static void
test_counts (Fixture      *fixture,
             gconstpointer data)
{
  g_autoptr (GPtrArray) one = make_lessons (1);
  g_autoptr (GPtrArray) back = make_lessons (-2);
  g_autoptr (GPtrArray) loaded = NULL;

  g_assert_true (heed_store_add_lessons (fixture->store, one, NULL));
  g_assert_true (heed_store_add_lessons (fixture->store, one, NULL));
  loaded = heed_store_load_lessons (fixture->store, NULL);
  g_assert_cmpuint (loaded->len, ==, 2);
  g_assert_cmpstr (((HeedLessonCount *) loaded->pdata[0])->category, ==, "listening");
  g_assert_cmpint (((HeedLessonCount *) loaded->pdata[0])->count, ==, -2);
  g_assert_cmpint (((HeedLessonCount *) loaded->pdata[1])->count, ==, 2);
  g_clear_pointer (&loaded, g_ptr_array_unref);

  g_assert_true (heed_store_add_lessons (fixture->store, back, NULL));
  loaded = heed_store_load_lessons (fixture->store, NULL);
  g_assert_cmpuint (loaded->len, ==, 0);
}

static void
test_forget (Fixture      *fixture,
             gconstpointer data)
{
  g_autoptr (GPtrArray) one = make_lessons (1);
  g_autoptr (GPtrArray) loaded = NULL;

  g_assert_true (heed_store_add_lessons (fixture->store, one, NULL));
  g_assert_true (heed_store_forget_lessons (fixture->store, NULL));
  loaded = heed_store_load_lessons (fixture->store, NULL);
  g_assert_cmpuint (loaded->len, ==, 0);
}

static void
done_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static GAsyncResult *
wait_for (GAsyncResult **result)
{
  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);
  return *result;
}

/* The calls that do not wait come to the same. */
static void
test_async (Fixture      *fixture,
            gconstpointer data)
{
  g_autoptr (GPtrArray) one = make_lessons (1);
  g_autoptr (GAsyncResult) added = NULL;
  g_autoptr (GAsyncResult) read = NULL;
  g_autoptr (GAsyncResult) forgotten = NULL;
  g_autoptr (GPtrArray) loaded = NULL;

  heed_store_add_lessons_async (fixture->store, one, done_cb, &added);
  g_assert_true (heed_store_add_lessons_finish (fixture->store, wait_for (&added), NULL));
  heed_store_load_lessons_async (fixture->store, NULL, done_cb, &read);
  loaded = heed_store_load_lessons_finish (fixture->store, wait_for (&read), NULL);
  g_assert_cmpuint (loaded->len, ==, 2);
  heed_store_forget_lessons_async (fixture->store, done_cb, &forgotten);
  g_assert_true (heed_store_forget_lessons_finish (fixture->store, wait_for (&forgotten), NULL));
  g_clear_pointer (&loaded, g_ptr_array_unref);
  loaded = heed_store_load_lessons (fixture->store, NULL);
  g_assert_cmpuint (loaded->len, ==, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/lessons/counts", Fixture, NULL, set_up, test_counts, tear_down);
  g_test_add ("/lessons/forget", Fixture, NULL, set_up, test_forget, tear_down);
  g_test_add ("/lessons/async", Fixture, NULL, set_up, test_async, tear_down);
  return g_test_run ();
}
