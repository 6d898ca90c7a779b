/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Lists and counts find their rows by an index and never sort: 100,000 cases show at once. What is
 * explained is what the store really ran. */

#include "config.h"

#include "heed-store.h"

#define SQLITE_HAS_CODEC
#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>

static HeedRules *rules;
static GMutex     lock;
static GPtrArray *seen; /* guarded by the lock: SQL that was run */

typedef struct
{
  char      *folder;
  char      *path;
  HeedStore *store;
} Fixture;

static int
trace_cb (unsigned what,
          void    *data,
          void    *statement,
          void    *text)
{
  const char *sql = text;

  g_mutex_lock (&lock);
  if ((strstr (sql, "FROM cases") || strstr (sql, "FROM search")) && !strstr (sql, "EXPLAIN"))
    g_ptr_array_add (seen, g_strdup (sql));
  g_mutex_unlock (&lock);
  return 0;
}

/* Called for each connection when it is opened. */
static int
watch_connection (sqlite3    *connection,
                  char      **message,
                  const void *routines)
{
  return sqlite3_trace_v2 (connection, SQLITE_TRACE_STMT, trace_cb, NULL);
}

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("heed-plans-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "register.heed", NULL);
  fixture->store = heed_store_open (fixture->path, NULL, rules, HEED_STORE_CREATE, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  g_assert_finalize_object (fixture->store);
  g_unlink (fixture->path);
  g_rmdir (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->path);
}

/* How SQLite would run it: one step a line. */
static char *
explain (const char *path,
         const char *sql)
{
  g_autofree char *question = g_strconcat ("EXPLAIN QUERY PLAN ", sql, NULL);
  g_autoptr (GString) plan = g_string_new (NULL);
  sqlite3_stmt *statement = NULL;
  sqlite3      *connection = NULL;

  g_assert_cmpint (sqlite3_open (path, &connection), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_prepare_v2 (connection, question, -1, &statement, NULL), ==, SQLITE_OK);
  while (sqlite3_step (statement) == SQLITE_ROW)
    g_string_append_printf (plan, "%s\n", sqlite3_column_text (statement, 3));
  sqlite3_finalize (statement);
  sqlite3_close (connection);
  return g_string_free_and_steal (g_steal_pointer (&plan));
}

/* Tells whether the plan of what was run last is a good one. Going through a whole index in its
 * order is: the list is as long as that, or ends at its limit; it is only said. */
static gboolean
is_good (Fixture    *fixture,
         const char *name,
         gboolean    told)
{
  g_autofree char *plan = NULL;
  const char      *sql;
  gboolean         good;

  g_mutex_lock (&lock);
  g_assert_cmpuint (seen->len, >, 0);
  sql = seen->pdata[seen->len - 1];
  g_mutex_unlock (&lock);
  plan = explain (fixture->path, sql);
  good = strstr (plan, "INDEX") && !strstr (plan, "TEMP B-TREE") && !strstr (plan, "AUTOMATIC");
  if (told && (!good || strstr (plan, "SCAN")))
    g_test_message ("%s: %s\n%s", name, sql, plan);
  return good;
}

static const char *const view_names[] = {
  "all", "listen", "acknowledge", "resolve", "feedback", "my day",
};

static HeedQuery *
make_query (HeedView view,
            HeedSort sort)
{
  HeedQuery *query = heed_query_new ();

  query->view = view;
  query->sort = sort;
  query->today = heed_date_new (2026, 11, 23);
  query->limit = 500;
  if (view == HEED_VIEW_MY_DAY)
    query->owner = g_strdup ("Joanna Pryce");
  return query;
}

static gboolean
is_list_good (Fixture         *fixture,
              const HeedQuery *query,
              const char      *filter)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HeedIdList) list = heed_store_list (fixture->store, query, &error);
  g_autofree char *name = NULL;

  g_assert_no_error (error);
  name = g_strdup_printf ("%s, by %s%s", view_names[query->view],
                          query->sort == HEED_SORT_DUE ? "due date" : "receipt", filter);
  return is_good (fixture, name, TRUE);
}

static void
test_views (Fixture      *fixture,
            gconstpointer data)
{
  guint n_bad = 0;

  for (HeedView view = HEED_VIEW_ALL; view <= HEED_VIEW_MY_DAY; view++)
    for (HeedSort sort = HEED_SORT_DUE; sort <= HEED_SORT_RECEIVED; sort++)
      {
        g_autoptr (HeedQuery) query = make_query (view, sort);

        n_bad += !is_list_good (fixture, query, "");
      }
  g_assert_cmpuint (n_bad, ==, 0);
}

/* What is found comes from the full-text index, newest first, one after the other. */
static void
test_searches (Fixture      *fixture,
               gconstpointer data)
{
  for (HeedView view = HEED_VIEW_ALL; view <= HEED_VIEW_MY_DAY; view++)
    for (HeedSort sort = HEED_SORT_DUE; sort <= HEED_SORT_RECEIVED; sort++)
      {
        g_autoptr (HeedQuery) query = make_query (view, sort);
        g_autoptr (HeedIdList) list = NULL;
        g_autofree char *plan = NULL;
        const char      *sql, *first, *second;

        query->text = g_strdup ("nobody 07700");
        list = heed_store_list (fixture->store, query, NULL);
        g_assert_nonnull (list);
        g_mutex_lock (&lock);
        sql = seen->pdata[seen->len - 1];
        g_mutex_unlock (&lock);
        plan = explain (fixture->path, sql);
        first = strstr (plan, "search VIRTUAL TABLE INDEX");
        second = strstr (plan, "SEARCH cases USING INTEGER PRIMARY KEY");
        if (first == NULL || second == NULL || first > second || strstr (plan, "TEMP B-TREE"))
          g_error ("%s: %s", view_names[view], plan);
      }
}

/* What one filter more costs. */
static void
test_filters (Fixture      *fixture,
              gconstpointer data)
{
  guint n_bad = 0;

  for (HeedView view = HEED_VIEW_ALL; view <= HEED_VIEW_MY_DAY; view++)
    for (guint filter = 0; filter < 5; filter++)
      {
        static const char *const names[] = {
          ", of one owner", ", of no one", ", of one place", ", with a flag", ", late ones",
        };
        g_autoptr (HeedQuery) query = make_query (view, HEED_SORT_DUE);

        if (filter < 2 && view != HEED_VIEW_MY_DAY)
          query->owner = g_strdup (filter == 0 ? "Ann" : "");
        query->place = filter == 2 ? g_strdup ("A&E") : NULL;
        query->flag = filter == 3 ? g_strdup ("safeguarding") : NULL;
        query->late_only = filter == 4;
        n_bad += !is_list_good (fixture, query, names[filter]);
      }
  g_assert_cmpuint (n_bad, ==, 0);
}

static void
test_counts (Fixture      *fixture,
             gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) owners = NULL;
  HeedCounts counts;
  guint      first;

  first = seen->len;
  g_assert_true (heed_store_count (fixture->store, heed_date_new (2026, 11, 23), &counts, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (seen->len, ==, first + 2);
  for (; first < seen->len; first++)
    {
      g_autofree char *plan = explain (fixture->path, seen->pdata[first]);

      g_test_message ("%s", plan);
      g_assert_nonnull (strstr (plan, "COVERING INDEX"));
      g_assert_null (strstr (plan, "TEMP B-TREE"));
    }
  owners = heed_store_list_owners (fixture->store, &error);
  g_assert_no_error (error);
  g_assert_true (is_good (fixture, "owners", TRUE));
}

/* The test has teeth: this one is sorted. */
static void
test_teeth (Fixture      *fixture,
            gconstpointer data)
{
  g_ptr_array_add (seen, g_strdup ("SELECT id FROM cases ORDER BY words"));
  g_assert_false (is_good (fixture, "by words", FALSE));
}

int
main (int   argc,
      char *argv[])
{
  int result;

  g_test_init (&argc, &argv, NULL);
  rules = heed_rules_new_builtin (NULL);
  g_assert_nonnull (rules);
  seen = g_ptr_array_new_with_free_func (g_free);
  sqlite3_auto_extension ((void (*) (void)) watch_connection);
  g_test_add ("/plans/views", Fixture, NULL, set_up, test_views, tear_down);
  g_test_add ("/plans/searches", Fixture, NULL, set_up, test_searches, tear_down);
  g_test_add ("/plans/filters", Fixture, NULL, set_up, test_filters, tear_down);
  g_test_add ("/plans/counts", Fixture, NULL, set_up, test_counts, tear_down);
  g_test_add ("/plans/teeth", Fixture, NULL, set_up, test_teeth, tear_down);
  result = g_test_run ();
  g_ptr_array_unref (seen);
  return result;
}
