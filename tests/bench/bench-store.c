/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Measures the store beside the raw limit: the same question put to the same file in plain SQL,
 * in the same run. Prints ratios and decides nothing.
 *
 *   bench-store N      with a register of N generated cases (deterministic)
 */

#include "config.h"

#include <glib/gstdio.h>
#include <sqlcipher/sqlite3.h>

#include "heed-store.h"

#define BATCH 1000
#define SINGLE_ACTS 400
#define ROUNDS 41
#define PAGE 64

/* Monday 2026-11-23 10:00 in London */
#define NOW (G_GINT64_CONSTANT (1795428000) * G_USEC_PER_SEC)

static const HeedActContext context = { "Bench", "Europe/London", NOW };

static const char *const openings[] = {
  "I waited four hours and nobody came back to tell us what was happening",
  "They moved my mum in the night and nobody rang us",
  "The doctor spoke to my son the whole time as if I was not in the room",
  "Three weeks and five phone calls to be told the scan was clear",
  "I told them those tablets made me ill last time and it is in my notes",
  "The ward was cold and dirty and the call bell did not work",
  "My appointment was cancelled twice with no reason given",
};
static const char *const middles[] = {
  "I had taken the day off work and paid for a taxi both ways",
  "She has hardly any English and had no one to ask",
  "When I asked the nurse she said it was not her job",
  "He has not eaten since the morning and he is diabetic",
  "We were told different things by different people",
};
static const char *const names[] = { "Amina Yusuf",  "Grace Okonkwo", "Tomasz Kowalczyk",
                                     "Rhys Pritchard", "Li Na Chen",   "Callum Reid",
                                     "Margaret Doyle", "Priya Raman" };
static const char *const categories[] = { "communication", "processes", "quality", "safety",
                                          "environment", "listening", "respect" };
static const char *const owners[] = { "Joanna Pryce", "Imran Siddiqui", "Sunita Rao" };

#define PICK(rng, list) list[g_rand_int_range (rng, 0, G_N_ELEMENTS (list))]

static JsonObject *
make_body (GRand *rng,
           guint  number)
{
  JsonObject *body = json_object_new ();
  JsonObject *person = json_object_new ();
  JsonObject *issue = json_object_new ();
  JsonArray *issues = json_array_new ();
  HeedDate received = heed_date_new (2026, 11, 23) - g_rand_int_range (rng, 0, 2000);
  g_autofree char *day = heed_date_format (received);
  g_autofree char *phone = g_strdup_printf ("07700 9%05u", number % 100000);
  GString *words = g_string_new (PICK (rng, openings));

  for (int i = g_rand_int_range (rng, 1, 8); i > 0; i--)
    g_string_append_printf (words, ". %s", PICK (rng, middles));
  if (number % 5000 == 17)
    g_string_append (words, ". It was about the xylophone");
  json_object_set_string_member (body, "words", words->str);
  json_object_set_string_member (body, "profile", "england-nhs");
  json_object_set_string_member (body, "received", day);
  json_object_set_string_member (person, "name", PICK (rng, names));
  json_object_set_string_member (person, "phone", phone);
  json_object_set_object_member (body, "person", person);
  json_object_set_string_member (issue, "text", "The main point");
  json_object_set_string_member (issue, "category", PICK (rng, categories));
  json_object_set_int_member (issue, "severity", g_rand_int_range (rng, 0, 4));
  json_array_add_object_element (issues, issue);
  json_object_set_array_member (body, "issues", issues);
  g_string_free (words, TRUE);
  return body;
}

static void
add_act (GPtrArray  *acts,
         const char *kind,
         const char *json)
{
  g_autoptr (JsonNode) node = heed_json_parse (json, -1, "bench", NULL);

  g_ptr_array_add (acts, heed_act_new (kind, &context, 0, 0, json_node_get_object (node)));
}

/* Nineteen in twenty are withdrawn again, so that the register is mostly closed cases. */
static void
add_case (GPtrArray *acts,
          GRand     *rng,
          guint      number)
{
  g_autoptr (JsonObject) body = make_body (rng, number);

  g_ptr_array_add (acts, heed_act_new ("log", &context, 0, 0, body));
  if (number % 20 != 0)
    {
      add_act (acts, "withdraw", "{\"reason\":\"Settled elsewhere\"}");
      return;
    }
  if (number % 40 == 0)
    add_act (acts, "listened", "{\"safety\":\"no-one\",\"reference_given\":true}");
  if (number % 60 == 0)
    {
      g_autofree char *assign =
        g_strdup_printf ("{\"owner\":\"%s\"}", owners[number / 60 % G_N_ELEMENTS (owners)]);
      add_act (acts, "assign", assign);
    }
}

static void
fill (HeedStore *store,
      guint      n)
{
  g_autoptr (GRand) rng = g_rand_new_with_seed (20261123);
  gint64 start = g_get_monotonic_time ();
  double seconds;

  for (guint done = 0; done < n; done += BATCH)
    {
      g_autoptr (GPtrArray) acts = g_ptr_array_new_with_free_func ((GDestroyNotify) heed_act_unref);
      g_autoptr (GPtrArray) cases = NULL;
      g_autoptr (GError) error = NULL;

      for (guint i = done; i < MIN (n, done + BATCH); i++)
        add_case (acts, rng, i);
      cases = heed_store_perform (store, acts, &error);
      g_assert_no_error (error);
    }
  seconds = (double) (g_get_monotonic_time () - start) / G_USEC_PER_SEC;
  g_print ("fill: %u cases in %.1f s, %.0f cases/s (batches of %d in one transaction)\n", n,
           seconds, n / seconds, BATCH);
}

static int
compare_times (gconstpointer a,
               gconstpointer b)
{
  gint64 left = *(const gint64 *) a, right = *(const gint64 *) b;

  return (left > right) - (left < right);
}

typedef void (*Work) (gpointer data);

/* Median of many runs, in µs; each pair is interleaved so that both see the same machine. */
static void
compare (const char *what,
         Work        ours,
         gpointer    our_data,
         Work        raw,
         gpointer    raw_data)
{
  gint64 mine[ROUNDS], theirs[ROUNDS];

  for (guint i = 0; i < ROUNDS; i++)
    {
      gint64 start = g_get_monotonic_time ();

      ours (our_data);
      mine[i] = g_get_monotonic_time () - start;
      start = g_get_monotonic_time ();
      raw (raw_data);
      theirs[i] = g_get_monotonic_time () - start;
    }
  qsort (mine, ROUNDS, sizeof *mine, compare_times);
  qsort (theirs, ROUNDS, sizeof *theirs, compare_times);
  g_print ("%-34s %9.3f ms   raw %9.3f ms   ratio %.2f\n", what,
           (double) mine[ROUNDS / 2] / 1000, (double) theirs[ROUNDS / 2] / 1000,
           (double) mine[ROUNDS / 2] / (double) MAX (theirs[ROUNDS / 2], 1));
}

typedef struct
{
  HeedStore *store;
  HeedView   view;
  char      *text;
} Question;

static void
ask_list (gpointer data)
{
  Question *question = data;
  g_autoptr (HeedQuery) query = heed_query_new ();
  g_autoptr (HeedIdList) list = NULL;
  g_autoptr (GPtrArray) rows = NULL;

  query->view = question->view;
  query->today = heed_date_new (2026, 11, 23);
  query->text = g_strdup (question->text);
  query->limit = question->text != NULL ? 50 : 0;
  list = heed_store_list (question->store, query, NULL);
  g_assert_nonnull (list);
  rows = heed_store_load_rows (question->store, list->ids, MIN (list->n_ids, PAGE), NULL);
  g_assert_nonnull (rows);
}

static void
ask_counts (gpointer data)
{
  Question *question = data;
  HeedCounts counts;

  g_assert_true (heed_store_count (question->store, heed_date_new (2026, 11, 23), &counts, NULL));
}

static void
ask_raw (gpointer data)
{
  sqlite3_stmt *statement = data;

  while (sqlite3_step (statement) == SQLITE_ROW)
    for (int i = 0; i < sqlite3_column_count (statement); i++)
      sqlite3_column_text (statement, i);
  sqlite3_reset (statement);
}

#define ROW "id, stage, received, due, severity, paused, interpreter, resolved, reference, type, " \
            "ending, category, due_clock, owner, flags, place, name, substr (words, 1, 240)"

static sqlite3_stmt *
prepare (sqlite3    *raw,
         const char *sql)
{
  sqlite3_stmt *statement = NULL;

  if (sqlite3_prepare_v2 (raw, sql, -1, &statement, NULL) != SQLITE_OK)
    g_error ("%s: %s", sql, sqlite3_errmsg (raw));
  return statement;
}

static void
compare_reads (HeedStore *store,
               sqlite3   *raw)
{
  static const struct
  {
    const char *what;
    HeedView    view;
    const char *text;
    const char *sql;
  } rows[] = {
    { "queue listen, ids and first page", HEED_VIEW_LISTEN, NULL,
      "SELECT " ROW " FROM cases WHERE stage = 0 ORDER BY due_sort, id LIMIT 64" },
    { "queue acknowledge", HEED_VIEW_ACKNOWLEDGE, NULL,
      "SELECT " ROW " FROM cases WHERE stage = 1 ORDER BY due_sort, id LIMIT 64" },
    { "all cases, ids and first page", HEED_VIEW_ALL, NULL,
      "SELECT id, due_sort FROM cases ORDER BY due_sort, id" },
    { "search a common word", HEED_VIEW_ALL, "nurse",
      "SELECT " ROW " FROM cases WHERE id IN (SELECT rowid FROM search WHERE search MATCH "
      "'\"nurse\"*' ORDER BY rowid DESC LIMIT 50) ORDER BY id DESC" },
    { "search a rare word", HEED_VIEW_ALL, "xylophone",
      "SELECT " ROW " FROM cases WHERE id IN (SELECT rowid FROM search WHERE search MATCH "
      "'\"xylophone\"*' ORDER BY rowid DESC LIMIT 50) ORDER BY id DESC" },
    { "search a prefix", HEED_VIEW_ALL, "dia",
      "SELECT " ROW " FROM cases WHERE id IN (SELECT rowid FROM search WHERE search MATCH "
      "'\"dia\"*' ORDER BY rowid DESC LIMIT 50) ORDER BY id DESC" },
    { "search a name", HEED_VIEW_ALL, "kowalczyk",
      "SELECT " ROW " FROM cases WHERE id IN (SELECT rowid FROM search WHERE search MATCH "
      "'\"kowalczyk\"*' ORDER BY rowid DESC LIMIT 50) ORDER BY id DESC" },
    { "search a reference", HEED_VIEW_ALL, "26-0004",
      "SELECT " ROW " FROM cases WHERE id IN (SELECT rowid FROM search WHERE search MATCH "
      "'\"26 0004\"*' ORDER BY rowid DESC LIMIT 50) ORDER BY id DESC" },
  };
  Question counts = { store, HEED_VIEW_ALL, NULL };
  sqlite3_stmt *count = prepare (raw, "SELECT stage, count(*), sum(due_sort < 20780) FROM cases "
                                      "WHERE stage < 3 GROUP BY stage");

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      Question question = { store, rows[i].view, (char *) rows[i].text };
      sqlite3_stmt *statement = prepare (raw, rows[i].sql);

      compare (rows[i].what, ask_list, &question, ask_raw, statement);
      sqlite3_finalize (statement);
    }
  compare ("counts of the sidebar", ask_counts, &counts, ask_raw, count);
  sqlite3_finalize (count);
}

/* The raw limit of a confirmed act: the same rows in the same number of tables, nothing else. */
static double
write_raw (sqlite3 *raw)
{
  sqlite3_stmt *act = prepare (raw, "INSERT INTO bench_act VALUES (?, 1, ?, 0, 0, 'log', 'Bench', "
                                    "'Europe/London', x'00', x'00', ?)");
  sqlite3_stmt *row = prepare (raw, "INSERT INTO bench_case (id, reference, words) VALUES (?, ?, ?)");
  sqlite3_stmt *text = prepare (raw, "INSERT INTO bench_search (rowid, words) VALUES (?, ?)");
  g_autoptr (GRand) rng = g_rand_new_with_seed (7);
  gint64 start = g_get_monotonic_time ();

  for (int i = 1; i <= SINGLE_ACTS; i++)
    {
      g_autoptr (JsonObject) body = make_body (rng, (guint) i);
      g_autofree char *json = heed_json_object_to_text (body);
      const char *words = json_object_get_string_member (body, "words");
      g_autofree char *id = g_uuid_string_random ();

      sqlite3_exec (raw, "BEGIN IMMEDIATE", NULL, NULL, NULL);
      sqlite3_bind_int (act, 1, i);
      sqlite3_bind_text (act, 2, id, -1, SQLITE_TRANSIENT);
      sqlite3_bind_text (act, 3, json, -1, SQLITE_TRANSIENT);
      sqlite3_bind_int (row, 1, i);
      sqlite3_bind_text (row, 2, id, -1, SQLITE_TRANSIENT);
      sqlite3_bind_text (row, 3, words, -1, SQLITE_TRANSIENT);
      sqlite3_bind_int (text, 1, i);
      sqlite3_bind_text (text, 2, words, -1, SQLITE_TRANSIENT);
      g_assert_cmpint (sqlite3_step (act), ==, SQLITE_DONE);
      g_assert_cmpint (sqlite3_step (row), ==, SQLITE_DONE);
      g_assert_cmpint (sqlite3_step (text), ==, SQLITE_DONE);
      sqlite3_reset (act);
      sqlite3_reset (row);
      sqlite3_reset (text);
      g_assert_cmpint (sqlite3_exec (raw, "COMMIT", NULL, NULL, NULL), ==, SQLITE_OK);
    }
  sqlite3_finalize (act);
  sqlite3_finalize (row);
  sqlite3_finalize (text);
  return SINGLE_ACTS / ((double) (g_get_monotonic_time () - start) / G_USEC_PER_SEC);
}

static double
write_ours (HeedStore *store)
{
  g_autoptr (GRand) rng = g_rand_new_with_seed (7);
  gint64 start = g_get_monotonic_time ();

  for (guint i = 1; i <= SINGLE_ACTS; i++)
    {
      g_autoptr (GPtrArray) acts = g_ptr_array_new_with_free_func ((GDestroyNotify) heed_act_unref);
      g_autoptr (GPtrArray) cases = NULL;
      g_autoptr (GError) error = NULL;
      g_autoptr (JsonObject) body = make_body (rng, i);

      g_ptr_array_add (acts, heed_act_new ("log", &context, 0, 0, body));
      cases = heed_store_perform (store, acts, &error);
      g_assert_no_error (error);
    }
  return SINGLE_ACTS / ((double) (g_get_monotonic_time () - start) / G_USEC_PER_SEC);
}

static void
compare_writes (HeedStore *store,
                sqlite3   *raw)
{
  double ours, theirs;
  char *message = NULL;

  sqlite3_exec (raw,
                "PRAGMA synchronous = FULL;"
                "CREATE TABLE bench_act (case_id, seq, id TEXT UNIQUE, a, b, kind, actor, zone, "
                "prev, hash, body, PRIMARY KEY (case_id, seq));"
                "CREATE TABLE bench_case (id INTEGER PRIMARY KEY, reference TEXT UNIQUE, words);"
                "CREATE VIRTUAL TABLE bench_search USING fts5 (words, prefix = '2 3');",
                NULL, NULL, &message);
  if (message != NULL)
    g_error ("%s", message);
  ours = write_ours (store);
  theirs = write_raw (raw);
  g_print ("%-34s %9.0f /s   raw %9.0f /s   ratio %.2f\n", "confirmed log acts", ours, theirs,
           ours / theirs);
}

int
main (int    argc,
      char **argv)
{
  guint n = argc > 1 ? (guint) g_ascii_strtoull (argv[1], NULL, 10) : 10000;
  g_autofree char *folder = g_dir_make_tmp ("heed-bench-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "heed.db", NULL);
  g_autofree char *wal = g_strconcat (path, "-wal", NULL);
  g_autofree char *shm = g_strconcat (path, "-shm", NULL);
  g_autoptr (HeedRules) rules = heed_rules_new_builtin (NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (HeedStore) store = heed_store_open (path, NULL, rules, HEED_STORE_CREATE, &error);
  sqlite3 *raw = NULL;
  gint64 start;

  g_assert_no_error (error);
  fill (store, n);
  heed_store_close (store);
  g_clear_object (&store);

  start = g_get_monotonic_time ();
  store = heed_store_open (path, NULL, rules, HEED_STORE_DEFAULT, &error);
  g_assert_no_error (error);
  g_print ("open: %.1f ms\n", (double) (g_get_monotonic_time () - start) / 1000);
  g_assert_cmpint (sqlite3_open (path, &raw), ==, SQLITE_OK);
  compare_reads (store, raw);
  compare_writes (store, raw);

  sqlite3_close (raw);
  heed_store_close (store);
  g_unlink (path);
  g_unlink (wal);
  g_unlink (shm);
  g_rmdir (folder);
  return 0;
}
