/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Measures the store beside the raw limit: the same question put to the same file in plain SQL, and
 * the same rows written to the same tables, in the same run. Prints ratios and decides nothing.
 *
 *   bench-store FILE N      with a register of N cases, made first if FILE is not there
 */

#include "config.h"

#include "bench-cases.h"

#include "heed-measured.h"

#define SQLITE_HAS_CODEC
#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>

#define ROUNDS 41
#define BLOCKS 20 /* of single transactions */
#define BLOCK  20
#define PAGE   64

static HeedStore *store;
static sqlite3   *raw;
static HeedDate   today;

/* --- Measuring ------------------------------------------------------------------------------ */

static int
compare_times (gconstpointer a,
               gconstpointer b)
{
  gint64 left = *(const gint64 *) a, right = *(const gint64 *) b;

  return (left > right) - (left < right);
}

typedef void (*Work) (gconstpointer data);

/* The best of many runs, taken in turns: other work on the machine only ever adds. */
static void
compare (const char   *what,
         Work          ours,
         Work          theirs,
         gconstpointer data)
{
  gint64 mine[ROUNDS], others[ROUNDS];
  double own, limit;

  ours (data);
  theirs (data);
  for (guint i = 0; i < ROUNDS; i++)
    {
      gint64 start = g_get_monotonic_time ();

      ours (data);
      mine[i] = g_get_monotonic_time () - start;
      start = g_get_monotonic_time ();
      theirs (data);
      others[i] = g_get_monotonic_time () - start;
    }
  qsort (mine, ROUNDS, sizeof *mine, compare_times);
  qsort (others, ROUNDS, sizeof *others, compare_times);
  own = (double) mine[0] / 1000;
  limit = (double) others[0] / 1000;
  g_print ("%-44s %9.3f ms   raw %9.3f ms   ratio %5.2f   more %+7.3f ms   (medians %.3f, %.3f)\n",
           what, own, limit, own / MAX (limit, 0.001), own - limit, (double) mine[ROUNDS / 2] / 1000,
           (double) others[ROUNDS / 2] / 1000);
}

/* --- Plain SQL ------------------------------------------------------------------------------ */

static GHashTable *prepared; /* SQL → sqlite3_stmt */

static void
statement_free (gpointer statement)
{
  sqlite3_finalize (statement);
}

static sqlite3_stmt *
prepare (const char *sql)
{
  sqlite3_stmt *statement;

  if (prepared == NULL)
    prepared = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, statement_free);
  statement = g_hash_table_lookup (prepared, sql);
  if (statement == NULL)
    {
      if (sqlite3_prepare_v2 (raw, sql, -1, &statement, NULL) != SQLITE_OK)
        g_error ("%s: %s", sql, sqlite3_errmsg (raw));
      g_hash_table_insert (prepared, g_strdup (sql), statement);
    }
  return statement;
}

static void
finish (sqlite3_stmt *statement)
{
  int result;

  do
    result = sqlite3_step (statement);
  while (result == SQLITE_ROW);
  if (result != SQLITE_DONE)
    g_error ("%s", sqlite3_errmsg (raw));
  sqlite3_reset (statement);
}

#define ROW                                                                                     \
  "SELECT id, stage, received, due, severity, paused, interpreter, resolved, reference, type, " \
  "ending, category, due_clock, owner, flags, place, name, words FROM cases WHERE id = ?"

#define ROW_NUMBERS 8 /* of these, the first are numbers */

/* Takes ids of a list, and the rows of its first page. */
static void
read_list (sqlite3_stmt *list)
{
  sqlite3_stmt *row = prepare (ROW);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  while (sqlite3_step (list) == SQLITE_ROW)
    {
      gint64 id = sqlite3_column_int64 (list, 0);

      sqlite3_column_int64 (list, 1);
      g_array_append_val (ids, id);
    }
  sqlite3_reset (list);
  for (guint i = 0; i < MIN (ids->len, PAGE); i++)
    {
      sqlite3_bind_int64 (row, 1, g_array_index (ids, gint64, i));
      while (sqlite3_step (row) == SQLITE_ROW)
        for (int j = 0; j < sqlite3_column_count (row); j++)
          if (j < ROW_NUMBERS)
            sqlite3_column_int64 (row, j);
          else
            sqlite3_column_text (row, j);
      sqlite3_reset (row);
    }
}

/* --- Lists and searches --------------------------------------------------------------------- */

typedef struct
{
  const char *what;
  HeedView    view;
  HeedSort    sort;
  guint       limit;
  const char *text;  /* as typed */
  const char *match; /* the same for FTS */
  const char *sql;
} List;

static void
ask_list (gconstpointer data)
{
  const List *list = data;
  g_autoptr (HeedQuery) query = heed_query_new ();
  g_autoptr (HeedIdList) ids = NULL;
  g_autoptr (GPtrArray) rows = NULL;

  query->view = list->view;
  query->sort = list->sort;
  query->today = today;
  query->limit = list->limit;
  query->text = g_strdup (list->text);
  query->owner = list->view == HEED_VIEW_MY_DAY ? g_strdup ("Imran Siddiqui") : NULL;
  ids = heed_store_list (store, query, NULL);
  g_assert_nonnull (ids);
  rows = heed_store_load_rows (store, ids->ids, MIN (ids->n_ids, PAGE), NULL);
  g_assert_nonnull (rows);
}

static void
ask_list_raw (gconstpointer data)
{
  const List   *list = data;
  sqlite3_stmt *statement = prepare (list->sql);

  if (list->match != NULL)
    sqlite3_bind_text (statement, 1, list->match, -1, SQLITE_STATIC);
  read_list (statement);
}

#define IDS      "SELECT id, due_sort FROM cases WHERE "
#define BY_DUE   " ORDER BY due_sort, id"
#define FOUND_50 "SELECT rowid, 0 FROM search WHERE search MATCH ?1 ORDER BY rowid DESC LIMIT 50"
#define FOUND_DUE                                                                               \
  "SELECT * FROM (SELECT id, due_sort FROM search CROSS JOIN cases ON id = search.rowid WHERE " \
  "search MATCH ?1 ORDER BY search.rowid DESC LIMIT 1000) ORDER BY 2, 1"

static void
compare_lists (void)
{
  static const List lists[] = {
    { "first page, Listen", HEED_VIEW_LISTEN, HEED_SORT_DUE, PAGE, NULL, NULL,
      IDS "stage = 0 AND stage < 3" BY_DUE " LIMIT 64" },
    { "first page, Acknowledge", HEED_VIEW_ACKNOWLEDGE, HEED_SORT_DUE, PAGE, NULL, NULL,
      IDS "stage = 1 AND stage < 3" BY_DUE " LIMIT 64" },
    { "first page, Resolve", HEED_VIEW_RESOLVE, HEED_SORT_DUE, PAGE, NULL, NULL,
      IDS "stage = 2 AND stage < 3" BY_DUE " LIMIT 64" },
    { "first page, Feedback", HEED_VIEW_FEEDBACK, HEED_SORT_DUE, PAGE, NULL, NULL,
      "SELECT id, feedback_due FROM cases WHERE feedback_due IS NOT NULL ORDER BY feedback_due, id"
      " LIMIT 64" },
    { "first page, My Day", HEED_VIEW_MY_DAY, HEED_SORT_DUE, PAGE, NULL, NULL,
      IDS "stage < 3 AND due_sort <= 20781 AND (owner = 'Imran Siddiqui' OR (owner IS NULL AND"
          " due_sort <= 20780))" BY_DUE " LIMIT 64" },
    { "first page, All Cases by receipt", HEED_VIEW_ALL, HEED_SORT_RECEIVED, PAGE, NULL, NULL,
      "SELECT id, 0 FROM cases ORDER BY received DESC, id DESC LIMIT 64" },
    { "whole list and first page, Listen", HEED_VIEW_LISTEN, HEED_SORT_DUE, 0, NULL, NULL,
      IDS "stage = 0 AND stage < 3" BY_DUE },
    { "whole list and first page, Resolve", HEED_VIEW_RESOLVE, HEED_SORT_DUE, 0, NULL, NULL,
      IDS "stage = 2 AND stage < 3" BY_DUE },
    { "whole list and first page, All Cases", HEED_VIEW_ALL, HEED_SORT_DUE, 0, NULL, NULL,
      IDS "1" BY_DUE },
    { "search, rare word", HEED_VIEW_ALL, HEED_SORT_RECEIVED, 50, "xylophone", "\"xylophone\"*",
      FOUND_50 },
    { "search, common word", HEED_VIEW_ALL, HEED_SORT_RECEIVED, 50, "nobody", "\"nobody\"*",
      FOUND_50 },
    { "search, two words", HEED_VIEW_ALL, HEED_SORT_RECEIVED, 50, "nobody consultant",
      "\"nobody\"* AND \"consultant\"*", FOUND_50 },
    { "search, three letters", HEED_VIEW_ALL, HEED_SORT_RECEIVED, 50, "int", "\"int\"*",
      FOUND_50 },
    { "search, two letters", HEED_VIEW_ALL, HEED_SORT_RECEIVED, 50, "wa", "\"wa\"*", FOUND_50 },
    { "search, name", HEED_VIEW_ALL, HEED_SORT_RECEIVED, 50, "kowalczyk", "\"kowalczyk\"*",
      FOUND_50 },
    { "search, reference", HEED_VIEW_ALL, HEED_SORT_RECEIVED, 50, "26-0004",
      "(\"26-0004\"*) OR \"260004\"*", FOUND_50 },
    { "search, phone number", HEED_VIEW_ALL, HEED_SORT_RECEIVED, 50, "07700 900123",
      "\"07700900123\"* OR \"7700900123\"*", FOUND_50 },
    { "search as on screen, rare word", HEED_VIEW_ALL, HEED_SORT_DUE, 0, "xylophone",
      "\"xylophone\"*", FOUND_DUE },
    { "search as on screen, common word", HEED_VIEW_ALL, HEED_SORT_DUE, 0, "nobody", "\"nobody\"*",
      FOUND_DUE },
    { "search in Resolve, common word", HEED_VIEW_RESOLVE, HEED_SORT_DUE, 0, "nobody",
      "\"nobody\"*",
      "SELECT * FROM (SELECT id, due_sort FROM search CROSS JOIN cases ON id = search.rowid WHERE "
      "search MATCH ?1 AND stage = 2 ORDER BY search.rowid DESC LIMIT 1000) ORDER BY 2, 1" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    compare (lists[i].what, ask_list, ask_list_raw, &lists[i]);
}

/* --- Counts, one case ----------------------------------------------------------------------- */

static void
ask_counts (gconstpointer data)
{
  HeedCounts counts;

  g_assert_true (heed_store_count (store, today, &counts, NULL));
}

static void
ask_counts_raw (gconstpointer data)
{
  finish (prepare ("SELECT stage, count(*), sum(due_sort < 20780), sum(due_sort = 20780) FROM cases"
                   " WHERE stage < 3 GROUP BY stage"));
  finish (prepare ("SELECT count(*), sum(feedback_due < 20780) FROM cases WHERE feedback_due IS NOT"
                   " NULL AND NOT (feedback_due < 20780 AND id IN (SELECT case_id FROM looks WHERE"
                   " asked IS NOT NULL))"));
}

static void
ask_case (gconstpointer data)
{
  gint64 id = heed_store_find_reference (store, data, NULL);
  g_autoptr (HeedCaseFile) file = heed_store_load_case (store, id, NULL);

  g_assert_nonnull (file);
}

static void
ask_case_raw (gconstpointer data)
{
  sqlite3_stmt *acts = prepare ("SELECT a.* FROM reference r JOIN act a USING (case_id) WHERE"
                                " r.reference = ? ORDER BY seq");
  sqlite3_stmt *people = prepare ("SELECT p.* FROM reference r JOIN case_person c USING (case_id)"
                                  " JOIN person p ON p.id = c.person_id WHERE r.reference = ?");

  sqlite3_bind_text (acts, 1, data, -1, SQLITE_STATIC);
  finish (acts);
  sqlite3_bind_text (people, 1, data, -1, SQLITE_STATIC);
  finish (people);
}

static void
ask_earlier (gconstpointer data)
{
  g_autoptr (GPtrArray) rows = heed_store_find_earlier (store, "Niamh Weiß", data, NULL);

  g_assert_cmpuint (rows->len, >, 0);
}

static void
ask_earlier_raw (gconstpointer data)
{
  read_list (prepare ("SELECT DISTINCT case_id, 0 FROM case_person WHERE person_id IN (SELECT id FROM"
                      " person WHERE folded = 'niamh weiss' UNION SELECT id FROM person WHERE"
                      " digits = '00900123') ORDER BY case_id DESC LIMIT 20"));
}

/* --- The Outcomes page ---------------------------------------------------------------------- */

/* What the page asks when it opens: 24 months, and the issues of 25. */
static void
ask_measured (gconstpointer place)
{
  g_autoptr (HeedMeasured) measured = NULL;
  HeedMeasuredQuery query = {
    .unit = HEED_PERIOD_MONTH,
    .from = heed_date_new (2024, 11, 1),
    .to = heed_date_new (2026, 10, 31),
    .issues_from = heed_date_new (2024, 10, 1),
    .issues_to = today,
    .today = today,
    .place = (char *) place,
  };

  measured = heed_store_load_measured (store, &query, NULL);
  g_assert_nonnull (measured);
}

/* The same rows of the same table, one by one, and nothing done with them. */
static void
ask_measured_raw (gconstpointer place)
{
  sqlite3_stmt *rows = prepare ("SELECT sum(flags), sum(value) FROM tally WHERE basis = ?1 AND"
                                " day >= 20028 AND day < 20758 AND (?2 IS NULL OR place = ?2)");

  for (int basis = 0; basis < HEED_N_TALLY_BASES; basis++)
    {
      sqlite3_bind_int (rows, 1, basis);
      sqlite3_bind_text (rows, 2, place, -1, SQLITE_STATIC);
      finish (rows);
    }
}

/* --- Confirmed acts ------------------------------------------------------------------------- */

static gint64
log_ours (GRand *rng,
          guint  number)
{
  HeedActContext context = { "Bench", "Europe/London", BENCH_NOW };
  g_autoptr (GPtrArray) acts = g_ptr_array_new_with_free_func ((GDestroyNotify) heed_act_unref);
  g_autoptr (JsonObject) body = bench_make_complaint (rng, number, today);
  g_autoptr (GPtrArray) cases = NULL;
  g_autoptr (GError) error = NULL;
  gint64 start;

  g_ptr_array_add (acts, heed_act_new ("log", &context, 0, 0, body));
  start = g_get_monotonic_time ();
  cases = heed_store_perform (store, acts, &error);
  start = g_get_monotonic_time () - start;
  g_assert_no_error (error);
  return start;
}

/* Copies the rows that a log act left in each table, under another id: the same rows in the same
 * tables and indices, and nothing thought about. They are read before the clock starts. */
typedef struct
{
  const char *table;
  const char *filter;
} Table;

static const Table tables[] = {
  { "act", "case_id = ?" },
  { "reference", "case_id = ?" },
  { "person", "id IN (SELECT person_id FROM case_person WHERE case_id = ?)" },
  { "cases", "id = ?" },
  { "issues", "case_id = ?" },
  { "case_person", "case_id = ?" },
  { "case_text", "case_id = ?" },
  { "tally", "case_id = ?" },
};

typedef struct
{
  guint      table;
  GPtrArray *values; /* sqlite3_value */
} RawRow;

static void
raw_row_free (gpointer data)
{
  RawRow *row = data;

  g_ptr_array_unref (row->values);
  g_free (row);
}

static GPtrArray *
read_rows (gint64 case_id)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func (raw_row_free);

  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      g_autofree char *sql = g_strdup_printf ("SELECT * FROM %s WHERE %s", tables[i].table,
                                              tables[i].filter);
      sqlite3_stmt    *statement = prepare (sql);

      sqlite3_bind_int64 (statement, 1, case_id);
      while (sqlite3_step (statement) == SQLITE_ROW)
        {
          RawRow *row = g_new0 (RawRow, 1);

          row->table = i;
          row->values = g_ptr_array_new_with_free_func ((GDestroyNotify) sqlite3_value_free);
          for (int j = 0; j < sqlite3_column_count (statement); j++)
            g_ptr_array_add (row->values, sqlite3_value_dup (sqlite3_column_value (statement, j)));
          g_ptr_array_add (rows, row);
        }
      sqlite3_reset (statement);
    }
  return rows;
}

/* What has to be another in the copy: ids, the reference, the number of the reference. */
static void
bind_row (sqlite3_stmt *statement,
          const RawRow *row,
          gint64        case_id)
{
  const char      *table = tables[row->table].table;
  g_autofree char *uuid = g_uuid_string_random ();
  g_autofree char *id = g_strdup_printf ("p-%" G_GINT64_FORMAT, case_id);

  for (guint i = 0; i < row->values->len; i++)
    sqlite3_bind_value (statement, (int) i + 1, row->values->pdata[i]);
  if (g_str_equal (table, "person") || g_str_equal (table, "case_person"))
    sqlite3_bind_text (statement, 1, id, -1, SQLITE_TRANSIENT);
  else if (!g_str_equal (table, "tally"))
    sqlite3_bind_int64 (statement, 1, case_id);
  if (g_str_equal (table, "tally"))
    sqlite3_bind_int64 (statement, 3, case_id);
  else if (g_str_equal (table, "case_person"))
    sqlite3_bind_int64 (statement, 2, case_id);
  else if (g_str_equal (table, "act"))
    sqlite3_bind_text (statement, 3, uuid, -1, SQLITE_TRANSIENT);
  else if (g_str_equal (table, "reference"))
    {
      sqlite3_bind_int64 (statement, 3, case_id);
      sqlite3_bind_text (statement, 5, id, -1, SQLITE_TRANSIENT);
    }
}

static sqlite3_stmt *
prepare_insert (const RawRow *row)
{
  GString         *sql = g_string_new (NULL);
  g_autofree char *text = NULL;

  g_string_append_printf (sql, "INSERT INTO %s VALUES (?", tables[row->table].table);
  for (guint i = 1; i < row->values->len; i++)
    g_string_append (sql, ", ?");
  g_string_append_c (sql, ')');
  text = g_string_free (sql, FALSE);
  return prepare (text);
}

static gint64
write_rows (GPtrArray *rows,
            gint64     case_id)
{
  g_autoptr (GPtrArray) statements = g_ptr_array_new ();
  gint64 start;

  for (guint i = 0; i < rows->len; i++)
    g_ptr_array_add (statements, prepare_insert (rows->pdata[i]));
  start = g_get_monotonic_time ();
  finish (prepare ("BEGIN IMMEDIATE"));
  for (guint i = 0; i < rows->len; i++)
    {
      bind_row (statements->pdata[i], rows->pdata[i], case_id);
      finish (statements->pdata[i]);
    }
  finish (prepare ("COMMIT"));
  return g_get_monotonic_time () - start;
}

static gint64
get_last_case (void)
{
  sqlite3_stmt *statement = prepare ("SELECT max(case_id) FROM act");
  gint64        id;

  g_assert_cmpint (sqlite3_step (statement), ==, SQLITE_ROW);
  id = sqlite3_column_int64 (statement, 0);
  sqlite3_reset (statement);
  return id;
}

/* In turns, a block each; the raw rows come before those of the store get their ids. */
static void
compare_writes (void)
{
  g_autoptr (GRand) rng = g_rand_new_with_seed (7);
  gint64 mine[BLOCKS] = { 0 }, others[BLOCKS] = { 0 };
  double own, limit;

  for (guint i = 0; i < BLOCKS; i++)
    {
      g_autoptr (GPtrArray) copies = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
      gint64 last = get_last_case ();

      for (guint j = 0; j < BLOCK; j++)
        mine[i] += log_ours (rng, i * BLOCK + j);
      for (guint j = 0; j < BLOCK; j++)
        g_ptr_array_add (copies, read_rows (last + 1 + j));
      last = get_last_case ();
      for (guint j = 0; j < BLOCK; j++)
        others[i] += write_rows (copies->pdata[j], last + 1 + j);
    }
  qsort (mine, BLOCKS, sizeof *mine, compare_times);
  qsort (others, BLOCKS, sizeof *others, compare_times);
  own = BLOCK * (double) G_USEC_PER_SEC / (double) mine[0];
  limit = BLOCK * (double) G_USEC_PER_SEC / (double) others[0];
  g_print ("%-44s %9.0f /s   raw %9.0f /s   ratio %5.2f\n", "confirmed log acts, one a transaction",
           own, limit, own / limit);
}

/* --- Running -------------------------------------------------------------------------------- */

static void
open_raw (const char *path)
{
  g_assert_cmpint (sqlite3_open (path, &raw), ==, SQLITE_OK);
  sqlite3_busy_timeout (raw, 5000);
  sqlite3_exec (raw, "PRAGMA synchronous = FULL; PRAGMA cache_size = -65536; PRAGMA temp_store = MEMORY;"
                     " PRAGMA secure_delete = ON; PRAGMA foreign_keys = ON",
                NULL, NULL, NULL);
}

static void
close_raw (void)
{
  g_clear_pointer (&prepared, g_hash_table_unref);
  g_assert_cmpint (sqlite3_close (raw), ==, SQLITE_OK);
}

static void
copy_file (const char *from,
           const char *to)
{
  g_autoptr (GFile) source = g_file_new_for_path (from);
  g_autoptr (GFile) target = g_file_new_for_path (to);
  g_autoptr (GError) error = NULL;

  g_file_copy (source, target, G_FILE_COPY_OVERWRITE, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
}

static void
open_again (const char *path,
            HeedRules  *rules)
{
  g_autoptr (GError) error = NULL;
  gint64 start = g_get_monotonic_time ();

  store = heed_store_open (path, NULL, rules, HEED_STORE_DEFAULT, &error);
  g_assert_no_error (error);
  ask_counts (NULL);
  g_print ("%-44s %9.3f ms\n", "open and count", (double) (g_get_monotonic_time () - start) / 1000);
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (HeedRules) rules = heed_rules_new_builtin (NULL);
  g_autofree char *copy = NULL;
  g_autofree char *reference = NULL;
  guint            n;

  g_assert_cmpint (argc, ==, 3);
  n = (guint) g_ascii_strtoull (argv[2], NULL, 10);
  copy = g_strconcat (argv[1], ".written", NULL);
  today = heed_date_new (2026, 11, 23);
  store = bench_open (argv[1], rules, n);
  g_clear_object (&store);

  open_again (argv[1], rules);
  open_raw (argv[1]);
  compare_lists ();
  compare ("counts of the sidebar", ask_counts, ask_counts_raw, NULL);
  compare ("one case by reference, with all acts", ask_case, ask_case_raw, "26-0042");
  compare ("earlier cases of a person", ask_earlier, ask_earlier_raw, "07700 900123");
  compare ("Outcomes, all services", ask_measured, ask_measured_raw, NULL);
  compare ("Outcomes, one service", ask_measured, ask_measured_raw, "Pharmacy");
  close_raw ();
  g_clear_object (&store);

  copy_file (argv[1], copy);
  open_again (copy, rules);
  open_raw (copy);
  compare_writes ();
  close_raw ();
  g_clear_object (&store);
  g_unlink (copy);
  return 0;
}
