/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reading the register as one moment had it, and the export ledger: what is counted is read, what
 * came later is not, and a line that was changed or taken out is found. */

#include "config.h"

#include "heed-database.h"
#include "heed-snapshot.h"

#include <glib/gstdio.h>

/* Monday 2026-11-23 10:00 in London */
#define NOW (G_GINT64_CONSTANT (1795428000) * G_USEC_PER_SEC)

static HeedRules           *rules;
static const HeedActContext context = { "Joanna Pryce", "Europe/London", NOW };

typedef struct
{
  char      *folder;
  char      *path;
  HeedStore *store;
} Fixture;

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("heed-snapshot-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "register.heed", NULL);
  fixture->store = heed_store_open (fixture->path, NULL, rules, HEED_STORE_CREATE, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  g_autoptr (GDir) folder = g_dir_open (fixture->folder, 0, NULL);
  const char *name;

  g_clear_object (&fixture->store);
  while ((name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->path);
}

static void
log_case (Fixture    *fixture,
          const char *received,
          gboolean    close)
{
  g_autofree char *json = g_strdup_printf ("{\"words\":\"Nobody rang back.\",\"profile\":\"england-nhs\","
                                           "\"received\":\"%s\",\"person\":{\"name\":\"Amina Yusuf\"}}",
                                           received);
  g_autoptr (JsonNode) log = heed_json_parse (json, -1, "log", NULL);
  g_autoptr (JsonNode) withdraw = heed_json_parse ("{\"reason\":\"All is well\"}", -1, "withdraw", NULL);
  g_autoptr (GPtrArray) acts = g_ptr_array_new_with_free_func ((GDestroyNotify) heed_act_unref);
  g_autoptr (GPtrArray) cases = NULL;
  g_autoptr (GError) error = NULL;

  g_ptr_array_add (acts, heed_act_new ("log", &context, 0, 0, json_node_get_object (log)));
  if (close)
    g_ptr_array_add (acts, heed_act_new ("withdraw", &context, 0, 0, json_node_get_object (withdraw)));
  cases = heed_store_perform (fixture->store, acts, &error);
  g_assert_no_error (error);
}

static gboolean
remember_cb (const HeedSnapshotCase *item,
             gpointer                user_data,
             GError                **error)
{
  g_autofree char *day = heed_date_format (item->received);

  g_string_append_printf (user_data, "%s %s %s%s%s\n", item->reference, day,
                          item->words ? item->words : "-", item->state ? " folded " : "",
                          item->person ? item->person->name : "");
  return TRUE;
}

static char *
read_all (HeedSnapshot             *snapshot,
          const HeedSnapshotFilter *filter,
          HeedSnapshotDepth         depth)
{
  GString *found = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  guint64 matched = 0;
  guint   lines = 0;

  g_assert_true (heed_snapshot_read (snapshot, filter, depth, remember_cb, found, &error));
  g_assert_no_error (error);
  g_assert_true (heed_snapshot_count (snapshot, filter, &matched, &error));
  for (const char *p = found->str; *p; p++)
    lines += *p == '\n';
  g_assert_cmpuint (lines, ==, matched);
  return g_string_free (found, FALSE);
}

static HeedSnapshot *
begin (Fixture *fixture)
{
  HeedSnapshot *snapshot = heed_snapshot_new (fixture->store);
  g_autoptr (GError) error = NULL;

  g_assert_true (heed_snapshot_begin (snapshot, NULL, &error));
  g_assert_no_error (error);
  return snapshot;
}

static void
test_read (Fixture      *fixture,
           gconstpointer data)
{
  const HeedSnapshotFilter all = { NULL, HEED_SNAPSHOT_RECEIVED, HEED_DATE_NONE, HEED_DATE_NONE };
  g_autoptr (HeedSnapshot) snapshot = NULL;
  g_autofree char *rows = NULL;
  g_autofree char *texts = NULL;
  g_autofree char *cases = NULL;

  log_case (fixture, "2026-03-31", TRUE);
  log_case (fixture, "2026-04-01", FALSE);
  snapshot = begin (fixture);
  log_case (fixture, "2026-04-02", FALSE);  /* later than the snapshot */
  rows = read_all (snapshot, &all, HEED_SNAPSHOT_ROW);
  g_assert_cmpstr (rows, ==, "26-0001 2026-03-31 -\n26-0002 2026-04-01 -\n");
  texts = read_all (snapshot, &all, HEED_SNAPSHOT_TEXT);
  g_assert_cmpstr (texts, ==, "26-0001 2026-03-31 Nobody rang back.\n26-0002 2026-04-01 Nobody rang back.\n");
  cases = read_all (snapshot, &all, HEED_SNAPSHOT_CASE);
  g_assert_cmpstr (cases, ==, "26-0001 2026-03-31 Nobody rang back. folded Amina Yusuf\n"
                              "26-0002 2026-04-01 Nobody rang back. folded Amina Yusuf\n");
}

static void
test_filter (Fixture      *fixture,
             gconstpointer data)
{
  HeedSnapshotFilter filter = { NULL, HEED_SNAPSHOT_RECEIVED, HEED_DATE_NONE, HEED_DATE_NONE };
  g_autoptr (HeedQuery) query = heed_query_new ();
  g_autoptr (HeedSnapshot) snapshot = NULL;
  struct
  {
    HeedSnapshotBasis basis;
    HeedView          view;
    const char       *from;
    const char       *to;
    const char       *text;
    const char       *found;
  } cases[] = {
    { HEED_SNAPSHOT_RECEIVED, HEED_VIEW_ALL, "2026-04-01", "2026-04-30", NULL, "26-0002 26-0003 " },
    { HEED_SNAPSHOT_RECEIVED, HEED_VIEW_ALL, NULL, "2026-03-31", NULL, "26-0001 " },
    { HEED_SNAPSHOT_RECEIVED, HEED_VIEW_ALL, "2026-05-01", NULL, NULL, "26-0004 " },
    { HEED_SNAPSHOT_CLOSED, HEED_VIEW_ALL, NULL, NULL, NULL, "26-0001 26-0003 " },
    { HEED_SNAPSHOT_CLOSED, HEED_VIEW_ALL, "2026-11-24", NULL, NULL, "" },
    { HEED_SNAPSHOT_CLOSED, HEED_VIEW_ALL, "2026-11-23", "2026-11-23", NULL, "26-0001 26-0003 " },
    { HEED_SNAPSHOT_RECEIVED, HEED_VIEW_LISTEN, NULL, NULL, NULL, "26-0002 26-0004 " },
    { HEED_SNAPSHOT_RECEIVED, HEED_VIEW_ALL, NULL, NULL, "yusuf", "26-0001 26-0002 26-0003 26-0004 " },
    { HEED_SNAPSHOT_RECEIVED, HEED_VIEW_LISTEN, "2026-05-01", NULL, "rang", "26-0004 " },
    { HEED_SNAPSHOT_RECEIVED, HEED_VIEW_ALL, NULL, NULL, "%", "" },
  };

  log_case (fixture, "2026-03-31", TRUE);
  log_case (fixture, "2026-04-01", FALSE);
  log_case (fixture, "2026-04-30", TRUE);
  log_case (fixture, "2026-05-01", FALSE);
  snapshot = begin (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *found = NULL;
      g_auto (GStrv) lines = NULL;
      g_autoptr (GString) references = g_string_new (NULL);

      filter.query = query;
      filter.basis = cases[i].basis;
      filter.from = cases[i].from ? heed_date_parse (cases[i].from) : HEED_DATE_NONE;
      filter.to = cases[i].to ? heed_date_parse (cases[i].to) : HEED_DATE_NONE;
      query->view = cases[i].view;
      g_free (query->text);
      query->text = g_strdup (cases[i].text);
      found = read_all (snapshot, &filter, HEED_SNAPSHOT_ROW);
      lines = g_strsplit (found, "\n", -1);
      for (guint line = 0; lines[line] && *lines[line]; line++)
        g_string_append_printf (references, "%.7s ", lines[line]);
      g_assert_cmpstr (references->str, ==, cases[i].found);
    }
}

static void
test_head (Fixture      *fixture,
           gconstpointer data)
{
  g_autoptr (HeedSnapshot) snapshot = NULL;
  g_autoptr (HeedVerdict) verdict = NULL;
  g_autofree char *head = NULL;

  log_case (fixture, "2026-03-31", TRUE);
  log_case (fixture, "2026-04-01", FALSE);
  snapshot = begin (fixture);
  head = heed_snapshot_dup_head (snapshot, NULL);
  verdict = heed_store_verify (fixture->store, NULL, NULL, NULL);
  g_assert_nonnull (head);
  g_assert_cmpstr (head, ==, verdict->head);
}

static gboolean
cancel_cb (const HeedSnapshotCase *item,
           gpointer                user_data,
           GError                **error)
{
  g_cancellable_cancel (user_data);
  return TRUE;
}

static void
test_cancel (Fixture      *fixture,
             gconstpointer data)
{
  const HeedSnapshotFilter all = { NULL, HEED_SNAPSHOT_RECEIVED, HEED_DATE_NONE, HEED_DATE_NONE };
  g_autoptr (HeedSnapshot) snapshot = heed_snapshot_new (fixture->store);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  log_case (fixture, "2026-03-31", TRUE);
  log_case (fixture, "2026-04-01", FALSE);
  g_assert_true (heed_snapshot_begin (snapshot, cancellable, NULL));
  g_assert_false (heed_snapshot_read (snapshot, &all, HEED_SNAPSHOT_ROW, cancel_cb, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
record (Fixture    *fixture,
        const char *id)
{
  HeedExportEntry entry = { (char *) id, NOW, (char *) "Grace", (char *) "cases", (char *) "{\"rows\":2}" };
  g_autoptr (HeedSnapshot) snapshot = begin (fixture);
  g_autoptr (GError) error = NULL;

  g_assert_true (heed_snapshot_record (snapshot, &entry, &error));
  g_assert_no_error (error);
}

/* Does to the file what only somebody who goes round Heed can do. */
static void
tamper (Fixture    *fixture,
        const char *sql)
{
  g_autoptr (HeedDatabase) database = heed_database_open (fixture->path, NULL, HEED_DATABASE_DEFAULT, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_nonnull (database);
  g_assert_true (heed_database_exec (database, "DROP TRIGGER IF EXISTS export_no_update;"
                                               "DROP TRIGGER IF EXISTS export_no_delete",
                                     &error));
  g_assert_true (heed_database_exec (database, sql, &error));
  g_assert_no_error (error);
}

static guint
count_problems (Fixture *fixture,
                guint64 *n_exports)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HeedVerdict) verdict = heed_store_verify (fixture->store, NULL, NULL, &error);

  g_assert_no_error (error);
  *n_exports = verdict->n_exports;
  return verdict->problems->len;
}

static void
test_ledger (Fixture      *fixture,
             gconstpointer data)
{
  g_autoptr (HeedSnapshot) snapshot = NULL;
  g_autoptr (GPtrArray) entries = NULL;
  g_autoptr (HeedDatabase) database = NULL;
  g_autoptr (GError) error = NULL;
  guint64 n;

  record (fixture, "first");
  record (fixture, "second");
  record (fixture, "third");
  snapshot = begin (fixture);
  entries = heed_snapshot_list_exports (snapshot, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (entries->len, ==, 3);
  g_assert_cmpstr (((HeedExportEntry *) entries->pdata[0])->id, ==, "third");
  g_clear_pointer (&snapshot, heed_snapshot_free);
  g_assert_cmpuint (count_problems (fixture, &n), ==, 0);
  g_assert_cmpuint (n, ==, 3);

  /* Only appended. */
  database = heed_database_open (fixture->path, NULL, HEED_DATABASE_DEFAULT, NULL);
  g_assert_false (heed_database_exec (database, "UPDATE export SET actor = 'Nobody'", &error));
  g_clear_error (&error);
  g_assert_false (heed_database_exec (database, "DELETE FROM export", &error));

  tamper (fixture, "UPDATE export SET actor = 'Nobody' WHERE id = 'third'");
  g_assert_cmpuint (count_problems (fixture, &n), ==, 1);
  tamper (fixture, "UPDATE export SET actor = 'Grace' WHERE id = 'third'");
  g_assert_cmpuint (count_problems (fixture, &n), ==, 0);
  tamper (fixture, "DELETE FROM export WHERE id = 'second'");
  g_assert_cmpuint (count_problems (fixture, &n), ==, 1);
}

/* A file of the first schema gets its export ledger when it is opened, and is backed up before. */
static void
test_old_file (Fixture      *fixture,
               gconstpointer data)
{
  g_autofree char *backup = g_strconcat (fixture->path, ".before-migration", NULL);
  g_autoptr (GError) error = NULL;

  log_case (fixture, "2026-03-31", TRUE);
  g_clear_object (&fixture->store);
  tamper (fixture, "DROP TABLE actions; DROP TABLE looks; DROP TABLE said; DROP TABLE feedback;"
          " DROP TABLE export; DROP TABLE tally; DROP TABLE activity; DROP TABLE chart_note;"
          " DROP TABLE lesson; DROP TABLE tally_month; PRAGMA user_version = 1");
  fixture->store = heed_store_open (fixture->path, NULL, rules, HEED_STORE_DEFAULT, &error);
  g_assert_no_error (error);
  record (fixture, "first");
  g_assert_true (g_file_test (backup, G_FILE_TEST_EXISTS));
}

int
main (int    argc,
      char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  rules = heed_rules_new_builtin (NULL);
  g_test_add ("/snapshot/read", Fixture, NULL, set_up, test_read, tear_down);
  g_test_add ("/snapshot/filter", Fixture, NULL, set_up, test_filter, tear_down);
  g_test_add ("/snapshot/head", Fixture, NULL, set_up, test_head, tear_down);
  g_test_add ("/snapshot/cancel", Fixture, NULL, set_up, test_cancel, tear_down);
  g_test_add ("/snapshot/export-ledger", Fixture, NULL, set_up, test_ledger, tear_down);
  g_test_add ("/snapshot/old-file", Fixture, NULL, set_up, test_old_file, tear_down);
  status = g_test_run ();
  heed_rules_unref (rules);
  return status;
}
