/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A database of any schema ever released opens with today's Heed: nothing is lost, a copy of it as
 * it was lies beside it, and its register is as if it were written today. */

#include "config.h"

#include "heed-store.h"
#include "stored.h"

#define SQLITE_HAS_CODEC
#include <glib/gstdio.h>
#include <sqlite3.h>

static HeedRules *rules;

typedef struct
{
  char *folder;
  char *path;
  char *before; /* the copy that is taken */
} Fixture;

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  fixture->folder = g_dir_make_tmp ("heed-migrate-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "register.heed", NULL);
  fixture->before = g_strconcat (fixture->path, ".before-migration", NULL);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  g_autoptr (GDir) folder = g_dir_open (fixture->folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *file = g_build_filename (fixture->folder, name, NULL);

      g_unlink (file);
    }
  g_rmdir (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->path);
  g_free (fixture->before);
}

static int
get_version (const char *path)
{
  sqlite3      *connection = NULL;
  sqlite3_stmt *statement = NULL;
  int           version;

  g_assert_cmpint (sqlite3_open_v2 (path, &connection, SQLITE_OPEN_READONLY, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_prepare_v2 (connection, "PRAGMA user_version", -1, &statement, NULL), ==,
                   SQLITE_OK);
  g_assert_cmpint (sqlite3_step (statement), ==, SQLITE_ROW);
  version = sqlite3_column_int (statement, 0);
  sqlite3_finalize (statement);
  sqlite3_close (connection);
  return version;
}

static int
get_todays_version (Fixture *fixture)
{
  g_autofree char *path = g_build_filename (fixture->folder, "new.heed", NULL);
  g_autoptr (HeedStore) store = heed_store_open (path, NULL, rules, HEED_STORE_CREATE, NULL);

  g_assert_nonnull (store);
  g_clear_object (&store);
  return get_version (path);
}

static void
assert_found (HeedStore  *store,
              const char *text,
              guint       n)
{
  g_autoptr (HeedQuery) query = heed_query_new ();
  g_autoptr (HeedIdList) list = NULL;

  query->text = g_strdup (text);
  list = heed_store_list (store, query, NULL);
  g_assert_nonnull (list);
  if (list->n_ids != n)
    g_error ("“%s” finds %u", text, list->n_ids);
}

/* Opens it, as it is opened every day. */
static void
assert_works (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HeedStore) store = heed_store_open (path, NULL, rules, HEED_STORE_DEFAULT, &error);
  g_autoptr (HeedVerdict) verdict = NULL;
  g_autoptr (HeedCaseFile) file = NULL;
  g_autoptr (GPtrArray) earlier = NULL;
  g_autofree char *mark = NULL;

  g_assert_no_error (error);
  verdict = heed_store_verify (store, NULL, NULL, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < verdict->problems->len; i++)
    g_error ("%s", (const char *) verdict->problems->pdata[i]);
  g_assert_cmpuint (verdict->n_cases, ==, STORED_CASES);
  g_assert_cmpuint (verdict->n_acts, ==, 6);
  file = heed_store_load_case (store, heed_store_find_reference (store, "26-0001", NULL), &error);
  g_assert_no_error (error);
  g_assert_cmpstr (file->state->words, ==, "The café on Weißdorn Straße was cold and nobody came.");
  assert_found (store, "weissdorn strasse", 1);
  assert_found (store, "WEISS", 2);
  assert_found (store, "07700 900 123", 1);
  assert_found (store, "nobody", 2);
  earlier = heed_store_find_earlier (store, "Mary O Briain", "00447700900123", &error);
  g_assert_no_error (error);
  g_assert_cmpuint (earlier->len, ==, 1);
  mark = heed_store_get_setting (store, "register-stale", NULL);
  g_assert_null (mark);
}

static void
test_all_schemas (Fixture      *fixture,
                  gconstpointer data)
{
  int today = get_todays_version (fixture);

  g_assert_cmpint (today, >, 1);
  for (int version = 1; version < today; version++)
    {
      if (!stored_unpack (version, fixture->path))
        {
          g_assert_cmpint (version, !=, 1);
          continue;
        }
      g_test_message ("schema %d", version);
      assert_works (fixture->path);
      g_assert_cmpint (get_version (fixture->path), ==, today);
      g_assert_cmpint (get_version (fixture->before), ==, version);
      assert_works (fixture->path);
      assert_works (fixture->before);
      g_unlink (fixture->before);
    }
}

/* Reading only changes nothing, so that an old file cannot be read without a copy of it. */
static void
test_read_only (Fixture      *fixture,
                gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (stored_unpack (1, fixture->path));
  g_assert_null (heed_store_open (fixture->path, NULL, rules, HEED_STORE_READ_ONLY, &error));
  g_assert_error (error, HEED_STORE_ERROR, HEED_STORE_ERROR_READ_ONLY);
  g_assert_cmpint (get_version (fixture->path), ==, 1);
  g_assert_false (g_file_test (fixture->before, G_FILE_TEST_EXISTS));
}

/* A backup of an older Heed can be restored, over a file of an older Heed, too. */
static void
test_restore (Fixture      *fixture,
              gconstpointer data)
{
  g_autofree char *backup = g_build_filename (fixture->folder, "backup", NULL);
  g_autofree char *aside = g_strconcat (fixture->path, ".before-restore", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_true (stored_unpack (1, backup));
  g_assert_true (stored_unpack (1, fixture->path));
  g_assert_true (heed_store_restore (backup, fixture->path, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpint (get_version (aside), ==, 1);
  assert_works (fixture->path);
  assert_works (aside);
}

int
main (int   argc,
      char *argv[])
{
  int result;

  g_test_init (&argc, &argv, NULL);
  rules = heed_rules_new_builtin (NULL);
  g_assert_nonnull (rules);
  g_test_add ("/migrate/all-schemas", Fixture, NULL, set_up, test_all_schemas, tear_down);
  g_test_add ("/migrate/read-only", Fixture, NULL, set_up, test_read_only, tear_down);
  g_test_add ("/migrate/restore", Fixture, NULL, set_up, test_restore, tear_down);
  result = g_test_run ();
  heed_rules_unref (rules);
  return result;
}
