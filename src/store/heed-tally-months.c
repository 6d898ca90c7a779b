/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Tallies of whole months: how many there are that are just so. Many cases make few rows here, so
 * that years of them are read at once. Kept in the same transaction as the tallies; it can be made
 * again from them in one pass.
 */
#include "config.h"

#include "heed-tally-months.h"

#define COLUMNS "basis, month, flags, value, code, stage, site, place"
#define KEY                                                                              \
  "basis = ?1 AND month = ?2 AND flags = ?3 AND value = ?4 AND code = ?5 AND stage = ?6" \
  " AND site = ?7 AND place = ?8"
#define SQL_ADD                                                                 \
  "INSERT INTO tally_month (" COLUMNS ", n) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)" \
  " ON CONFLICT (" COLUMNS ") DO UPDATE SET n = n + excluded.n"
#define SQL_TAKE    "UPDATE tally_month SET n = n - 1 WHERE " KEY
#define SQL_FORGET  "DELETE FROM tally_month WHERE n = 0 AND " KEY
#define SQL_CLEAR   "DELETE FROM tally_month"
#define SQL_TALLIES "SELECT basis, day, flags, value, code, stage, site, place FROM tally"
#define SQL_MONTHS  "SELECT " COLUMNS ", n FROM tally_month"

/* The least that tells tallies apart, for whoever counts them. */
typedef struct
{
  HeedTally   tally;
  const char *site;
  gint64      n;
} Month;

/* What a thing is about matters for issues and actions only; of all others it is the contact type,
 * which the flags tell. Strings are never NULL. */
static Month
make_month (const HeedTally *tally,
            const char      *site)
{
  gboolean about = tally->basis == HEED_TALLY_ISSUE || tally->basis == HEED_TALLY_ACTION;
  Month    month = { *tally, site ? site : "", 0 };
  int      year, number;

  heed_date_get (tally->day, &year, &number, NULL);
  month.tally.day = heed_date_new (year, number, 1);
  month.tally.severity = -1;
  month.tally.code = about && tally->code ? tally->code : "";
  month.tally.stage = tally->stage ? tally->stage : "";
  month.tally.place = tally->place ? tally->place : "";
  return month;
}

static gboolean
run (HeedDatabase *database,
     const char   *sql,
     const Month  *month,
     GError      **error)
{
  return heed_database_run (database, error, sql, "iiiitttt", (gint64) month->tally.basis,
                            (gint64) month->tally.day, (gint64) month->tally.flags,
                            (gint64) month->tally.value, month->tally.code, month->tally.stage,
                            month->site, month->tally.place);
}

static gboolean
add (HeedDatabase *database,
     const Month  *month,
     GError      **error)
{
  return heed_database_run (database, error, SQL_ADD, "iiiitttti", (gint64) month->tally.basis,
                            (gint64) month->tally.day, (gint64) month->tally.flags,
                            (gint64) month->tally.value, month->tally.code, month->tally.stage,
                            month->site, month->tally.place, month->n);
}

/**
 * heed_tally_months_change:
 * @database: a connection, in a transaction
 * @tally: a tally that is written or deleted
 * @site: (nullable): of its case
 * @change: 1 for one more, -1 for one less
 * @error: return location
 *
 * Keeps the months in step with the tallies.
 *
 * Returns: whether it succeeded
 */
gboolean
heed_tally_months_change (HeedDatabase    *database,
                          const HeedTally *tally,
                          const char      *site,
                          int              change,
                          GError         **error)
{
  Month month = make_month (tally, site);

  month.n = change;
  if (change > 0)
    return add (database, &month, error);
  return run (database, SQL_TAKE, &month, error) && run (database, SQL_FORGET, &month, error);
}

/* --- All of it at once ---------------------------------------------------------------------- */

static char *
make_key (const Month *month)
{
  return g_strdup_printf ("%d|%d|%u|%d|%s|%s|%s|%s", (int) month->tally.basis,
                          (int) month->tally.day, month->tally.flags, month->tally.value,
                          month->tally.code, month->tally.stage, month->site, month->tally.place);
}

static void
read_row (HeedStatement *row,
          HeedTally     *tally)
{
  *tally = (HeedTally) {
    .basis = (HeedTallyBasis) heed_statement_get_int (row, 0),
    .day = (HeedDate) heed_statement_get_int (row, 1),
    .flags = (guint) heed_statement_get_int (row, 2),
    .value = (int) heed_statement_get_int (row, 3),
    .code = heed_statement_get_text (row, 4),
    .stage = heed_statement_get_text (row, 5),
    .place = heed_statement_get_text (row, 7),
  };
}

/* Key → Month, whose strings are kept in @strings. */
static GHashTable *
count_tallies (HeedDatabase *database,
               GStringChunk *strings,
               GError      **error)
{
  g_autoptr (GHashTable) months = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (HeedStatement) row = heed_database_prepare (database, SQL_TALLIES, error);
  HeedStep step = HEED_STEP_ERROR;

  while (row && (step = heed_statement_step (row, error)) == HEED_STEP_ROW)
    {
      HeedTally        tally;
      Month            month, *known;
      g_autofree char *key = NULL;

      read_row (row, &tally);
      month = make_month (&tally, heed_statement_get_text (row, 6));
      key = make_key (&month);
      known = g_hash_table_lookup (months, key);
      if (known == NULL)
        {
          known = g_memdup2 (&month, sizeof month);
          known->tally.code = g_string_chunk_insert_const (strings, month.tally.code);
          known->tally.stage = g_string_chunk_insert_const (strings, month.tally.stage);
          known->tally.place = g_string_chunk_insert_const (strings, month.tally.place);
          known->site = g_string_chunk_insert_const (strings, month.site);
          g_hash_table_insert (months, g_steal_pointer (&key), known);
        }
      known->n++;
    }
  return step == HEED_STEP_DONE ? g_steal_pointer (&months) : NULL;
}

/**
 * heed_tally_months_renew:
 * @database: a connection, in a transaction
 * @error: return location
 *
 * Makes the months again from the tallies, in one pass over them.
 *
 * Returns: whether it succeeded
 */
gboolean
heed_tally_months_renew (HeedDatabase *database,
                         GError      **error)
{
  g_autoptr (GStringChunk) strings = g_string_chunk_new (1024);
  g_autoptr (GHashTable) months = count_tallies (database, strings, error);
  GHashTableIter iter;
  gpointer       month;

  if (months == NULL || !heed_database_exec (database, SQL_CLEAR, error))
    return FALSE;
  g_hash_table_iter_init (&iter, months);
  while (g_hash_table_iter_next (&iter, NULL, &month))
    if (!add (database, month, error))
      return FALSE;
  return TRUE;
}

/**
 * heed_tally_months_check:
 * @database: a connection
 * @problems: (element-type utf8): where to add what is wrong
 * @error: return location
 *
 * Counts the tallies again and compares.
 *
 * Returns: whether they could be read
 */
gboolean
heed_tally_months_check (HeedDatabase *database,
                         GPtrArray    *problems,
                         GError      **error)
{
  g_autoptr (GStringChunk) strings = g_string_chunk_new (1024);
  g_autoptr (GHashTable) months = count_tallies (database, strings, error);
  g_autoptr (HeedStatement) row = heed_database_prepare (database, SQL_MONTHS, error);
  HeedStep step = HEED_STEP_ERROR;
  guint    n_wrong = 0;

  while (months && row && (step = heed_statement_step (row, error)) == HEED_STEP_ROW)
    {
      HeedTally        tally;
      Month            month, *known;
      g_autofree char *key = NULL;

      read_row (row, &tally);
      month = make_month (&tally, heed_statement_get_text (row, 6));
      key = make_key (&month);
      known = g_hash_table_lookup (months, key);
      n_wrong += known == NULL || known->n != heed_statement_get_int (row, 8);
      g_hash_table_remove (months, key);
    }
  if (step != HEED_STEP_DONE)
    return FALSE;
  n_wrong += g_hash_table_size (months);
  if (n_wrong > 0)
    g_ptr_array_add (problems, g_strdup_printf ("%u counts of months are wrong", n_wrong));
  return TRUE;
}

/**
 * heed_tally_months_span:
 * @from: a day
 * @end: the day after the last
 *
 * Returns: the whole months from @from to before @end; without any, its end is not after its start
 */
HeedPeriod
heed_tally_months_span (HeedDate from,
                        HeedDate end)
{
  HeedPeriod months;
  int        year, month, day;

  heed_date_get (from, &year, &month, &day);
  months.from = heed_date_new (year, month, 1);
  if (day > 1)
    months.from = heed_date_add_months (months.from, 1);
  heed_date_get (end, &year, &month, NULL);
  months.end = heed_date_new (year, month, 1);
  return months;
}
