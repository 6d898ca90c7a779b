/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Tallies: the part of the register that measures count, a row for each thing of a case; what
 * people told for measures; and reading it all in order of days. What a case counts for is computed
 * in review/; here it is only kept.
 */
#include "config.h"

#include "heed-tallies.h"

#define COLUMNS          "basis, day, flags, value, severity, code, stage, place"
#define SQL_OF_CASE      "SELECT " COLUMNS " FROM tally WHERE case_id = ? ORDER BY number"
#define SQL_SITE_OF_CASE "SELECT DISTINCT site FROM tally WHERE case_id = ?"
#define SQL_CLEAR        "DELETE FROM tally WHERE case_id = ?"
#define SQL_ADD \
  "INSERT INTO tally (case_id, number, site, " COLUMNS ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
#define SQL_READ                                                                    \
  "SELECT day, flags, value FROM tally WHERE basis = ?1 AND day >= ?2 AND day < ?3" \
  " AND (?4 IS NULL OR site = ?4) AND (?5 IS NULL OR place = ?5)"
#define SQL_BEFORE                                                                 \
  "SELECT count(*) FROM tally WHERE basis = ?1 AND day < ?2 AND (flags & ?3) <> 0" \
  " AND (?4 IS NULL OR site = ?4) AND (?5 IS NULL OR place = ?5)"
#define SQL_ISSUES                                                                   \
  "SELECT case_id, day, value, severity, flags, code, stage, site, place FROM tally" \
  " WHERE basis = ?1 AND day >= ?2 AND day < ?3 AND (?4 IS NULL OR site = ?4)"
#define SQL_ACTIVITY                                                                  \
  "SELECT month, amount FROM activity WHERE kind = ?1 AND month >= ?2 AND month < ?3" \
  " AND (?4 IS NULL OR site = ?4)"
#define SQL_COMMON_ACTIVITY \
  "SELECT kind FROM activity GROUP BY kind ORDER BY count(*) DESC, kind LIMIT 1"
#define SQL_ACTIVITIES \
  "SELECT site, month, kind, amount, told_by, told_at FROM activity ORDER BY month, site, kind"
#define SQL_SET_ACTIVITY                                               \
  "INSERT INTO activity (site, month, kind, amount, told_by, told_at)" \
  " VALUES (?1, ?2, ?3, ?4, ?5, ?6) ON CONFLICT (site, month, kind)"   \
  " DO UPDATE SET amount = ?4, told_by = ?5, told_at = ?6"
#define SQL_FORGET_ACTIVITY "DELETE FROM activity WHERE site = ? AND month = ? AND kind = ?"
#define SQL_NOTES                                                                   \
  "SELECT measure, day, site, place, text, rebase, author, made_at FROM chart_note" \
  " WHERE site = ?1 AND place = ?2 ORDER BY day"
#define SQL_SET_NOTE                                                                  \
  "INSERT INTO chart_note (measure, day, site, place, text, rebase, author, made_at)" \
  " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8) ON CONFLICT (measure, day, site, place)"  \
  " DO UPDATE SET text = ?5, rebase = ?6, author = ?7, made_at = ?8"
#define SQL_FORGET_NOTE \
  "DELETE FROM chart_note WHERE measure = ? AND day = ? AND site = ? AND place = ?"

static gboolean
is_text (HeedStatement *row,
         int            column,
         const char    *text)
{
  return g_strcmp0 (heed_statement_get_text (row, column), text) == 0;
}

static gboolean
row_is (HeedStatement   *row,
        const HeedTally *tally)
{
  return heed_statement_get_int (row, 0) == tally->basis
         && heed_statement_get_int (row, 1) == tally->day
         && heed_statement_get_int (row, 2) == tally->flags
         && heed_statement_get_int (row, 3) == tally->value
         && heed_statement_get_int (row, 4) == tally->severity && is_text (row, 5, tally->code)
         && is_text (row, 6, tally->stage) && is_text (row, 7, tally->place);
}

/* Whether the rows of a case are what they should be. */
static gboolean
compare (HeedDatabase *database,
         gint64        case_id,
         GArray       *tallies,
         gboolean     *same,
         GError      **error)
{
  g_autoptr (HeedStatement) row = heed_database_query (database, error, SQL_OF_CASE, "i", case_id);
  HeedStep step = HEED_STEP_ERROR;
  guint    n = 0;

  *same = TRUE;
  while (row && (step = heed_statement_step (row, error)) == HEED_STEP_ROW)
    {
      if (n >= tallies->len || !row_is (row, &g_array_index (tallies, HeedTally, n)))
        *same = FALSE;
      n++;
    }
  *same &= n == tallies->len;
  return step == HEED_STEP_DONE;
}

/**
 * heed_tallies_write:
 * @database: a connection, in a transaction
 * @state: a case
 * @rules: the rules
 * @error: return location
 *
 * Writes what a case counts for, where that changed. Its site never does.
 *
 * Returns: whether it succeeded
 */
gboolean
heed_tallies_write (HeedDatabase    *database,
                    HeedCase        *state,
                    const HeedRules *rules,
                    GError         **error)
{
  g_autoptr (GArray) tallies = heed_case_compute_tallies (state, rules);
  gboolean same;

  if (!compare (database, state->id, tallies, &same, error))
    return FALSE;
  if (same)
    return TRUE;
  if (!heed_database_run (database, error, SQL_CLEAR, "i", state->id))
    return FALSE;
  for (guint i = 0; i < tallies->len; i++)
    {
      const HeedTally *tally = &g_array_index (tallies, HeedTally, i);

      if (!heed_database_run (database, error, SQL_ADD, "iitiiiiittt", state->id, (gint64) i,
                              state->site, (gint64) tally->basis, (gint64) tally->day,
                              (gint64) tally->flags, (gint64) tally->value,
                              (gint64) tally->severity, tally->code, tally->stage, tally->place))
        return FALSE;
    }
  return TRUE;
}

/**
 * heed_tallies_check:
 * @database: a connection
 * @state: a case, folded from the ledger
 * @rules: the rules
 * @right: (out): whether its rows are what they should be
 * @error: return location
 *
 * Compares what a case counts for with what it should.
 *
 * Returns: whether it could be read
 */
gboolean
heed_tallies_check (HeedDatabase    *database,
                    HeedCase        *state,
                    const HeedRules *rules,
                    gboolean        *right,
                    GError         **error)
{
  g_autoptr (GArray) tallies = heed_case_compute_tallies (state, rules);
  g_autoptr (HeedStatement) site = NULL;
  HeedStep step = HEED_STEP_ERROR;

  if (!compare (database, state->id, tallies, right, error))
    return FALSE;
  site = heed_database_query (database, error, SQL_SITE_OF_CASE, "i", state->id);
  while (site && (step = heed_statement_step (site, error)) == HEED_STEP_ROW)
    *right &= is_text (site, 0, state->site);
  return step == HEED_STEP_DONE;
}

/* --- Reading ------------------------------------------------------------------------------ */

static gboolean
read_basis (HeedDatabase            *database,
            const HeedMeasuredQuery *query,
            HeedTallyBasis           basis,
            HeedMeasureSet          *set,
            GError                 **error)
{
  g_autoptr (HeedStatement) row =
      heed_database_query (database, error, SQL_READ, "iiitt", (gint64) basis, (gint64) query->from,
                           (gint64) query->to + 1, query->site, query->place);
  HeedTally tally = { .basis = basis };
  HeedStep  step = HEED_STEP_ERROR;

  while (row && (step = heed_statement_step (row, error)) == HEED_STEP_ROW)
    {
      tally.day = (HeedDate) heed_statement_get_int (row, 0);
      tally.flags = (guint) heed_statement_get_int (row, 1);
      tally.value = (int) heed_statement_get_int (row, 2);
      heed_measure_set_add (set, &tally, 1);
    }
  return step == HEED_STEP_DONE;
}

/* How many were open before the first day: what came less what went. */
static gboolean
read_stock (HeedDatabase            *database,
            const HeedMeasuredQuery *query,
            HeedMeasureSet          *set,
            GError                 **error)
{
  const HeedTallyBasis bases[] = { HEED_TALLY_RECEIVED, HEED_TALLY_CLOSED };

  for (guint i = 0; i < G_N_ELEMENTS (bases); i++)
    {
      g_autoptr (HeedStatement) row =
          heed_database_query (database, error, SQL_BEFORE, "iiitt", (gint64) bases[i],
                               (gint64) query->from, (gint64) HEED_TALLY_WORRY, query->site,
                               query->place);

      if (!row || heed_statement_step (row, error) != HEED_STEP_ROW)
        return FALSE;
      heed_measure_set_add_stock (set, heed_statement_get_int (row, 0) * (i == 0 ? 1 : -1));
    }
  return TRUE;
}

static gboolean
find_common_activity (HeedDatabase *database,
                      char        **kind,
                      GError      **error)
{
  g_autoptr (HeedStatement) row = heed_database_prepare (database, SQL_COMMON_ACTIVITY, error);
  HeedStep step = row ? heed_statement_step (row, error) : HEED_STEP_ERROR;

  if (step == HEED_STEP_ROW)
    *kind = heed_statement_dup_text (row, 0);
  return step != HEED_STEP_ERROR;
}

/* Activity is told for whole months; a period that begins inside one gets all of it. */
static gboolean
read_activity (HeedDatabase            *database,
               const HeedMeasuredQuery *query,
               const GArray            *periods,
               HeedMeasureSet          *set,
               GError                 **error)
{
  g_autofree char *kind = g_strdup (query->activity);
  g_autoptr (HeedStatement) row = NULL;
  HeedStep step = HEED_STEP_DONE;

  if (kind == NULL && !find_common_activity (database, &kind, error))
    return FALSE;
  row = heed_database_query (database, error, SQL_ACTIVITY, "tiit", kind,
                             (gint64) query->from - 30, (gint64) query->to + 1, query->site);
  while (row && (step = heed_statement_step (row, error)) == HEED_STEP_ROW)
    {
      HeedDate month = MAX ((HeedDate) heed_statement_get_int (row, 0), query->from);
      guint    period = heed_periods_find ((const HeedPeriod *) (gconstpointer) periods->data,
                                           periods->len, month);

      if (period < periods->len)
        heed_measure_set_add_activity (set, period, (double) heed_statement_get_int (row, 1));
    }
  return row != NULL && step == HEED_STEP_DONE;
}

static const char *
keep (HeedMeasured  *self,
      HeedStatement *row,
      int            column)
{
  const char *text = heed_statement_get_text (row, column);

  return text ? g_string_chunk_insert_const (self->strings, text) : NULL;
}

static gboolean
read_issues (HeedDatabase            *database,
             const HeedMeasuredQuery *query,
             HeedTallyBasis           basis,
             HeedMeasured            *measured,
             GError                 **error)
{
  gboolean actions = basis == HEED_TALLY_ACTION;
  gint64   from = actions ? G_MININT32 : query->issues_from;
  gint64   end = actions ? G_MAXINT32 : (gint64) query->issues_to + 1;
  g_autoptr (HeedStatement) row = heed_database_query (database, error, SQL_ISSUES, "iiit",
                                                       (gint64) basis, from, end, query->site);
  HeedStep step = HEED_STEP_ERROR;

  while (row && (step = heed_statement_step (row, error)) == HEED_STEP_ROW)
    {
      HeedIssueTally issue = {
        .case_id = heed_statement_get_int (row, 0),
        .day = (HeedDate) heed_statement_get_int (row, 1),
        .harm = (int) heed_statement_get_int (row, 2),
        .severity = (int) heed_statement_get_int (row, 3),
        .flags = (guint) heed_statement_get_int (row, 4),
        .category = keep (measured, row, 5),
        .stage = keep (measured, row, 6),
        .site = keep (measured, row, 7),
        .place = keep (measured, row, 8),
      };

      if (!actions)
        g_array_append_val (measured->issues, issue);
      else if (issue.flags & HEED_TALLY_DONE)
        {
          issue.day = issue.harm; /* of an action, the value is the day it was done */
          issue.harm = -1;
          g_array_append_val (measured->actions, issue);
        }
    }
  return step == HEED_STEP_DONE;
}

static gboolean
read_notes (HeedDatabase            *database,
            const HeedMeasuredQuery *query,
            HeedMeasured            *measured,
            GError                 **error)
{
  g_autoptr (HeedStatement) row =
      heed_database_query (database, error, SQL_NOTES, "tt", query->site ? query->site : "",
                           query->place ? query->place : "");
  HeedStep step = HEED_STEP_ERROR;

  while (row && (step = heed_statement_step (row, error)) == HEED_STEP_ROW)
    {
      HeedChartNote *note = g_new0 (HeedChartNote, 1);

      note->measure = heed_statement_dup_text (row, 0);
      note->day = (HeedDate) heed_statement_get_int (row, 1);
      note->site = heed_statement_dup_text (row, 2);
      note->place = heed_statement_dup_text (row, 3);
      note->text = heed_statement_dup_text (row, 4);
      note->rebase = heed_statement_get_int (row, 5) != 0;
      note->author = heed_statement_dup_text (row, 6);
      note->made_at = heed_statement_get_int (row, 7);
      g_ptr_array_add (measured->notes, note);
    }
  return step == HEED_STEP_DONE;
}

/**
 * heed_tallies_read:
 * @database: a connection, in a transaction
 * @query: what is asked
 * @error: return location
 *
 * Reads every measure and what themes are made of.
 *
 * Returns: (transfer full): the measured
 */
HeedMeasured *
heed_tallies_read (HeedDatabase            *database,
                   const HeedMeasuredQuery *query,
                   GError                 **error)
{
  g_autoptr (HeedMeasured) measured = g_new0 (HeedMeasured, 1);
  g_autoptr (GArray) periods = heed_periods_cut (query->unit, query->from, query->to);
  gboolean ok;

  measured->strings = g_string_chunk_new (1024);
  measured->issues = g_array_new (FALSE, FALSE, sizeof (HeedIssueTally));
  measured->actions = g_array_new (FALSE, FALSE, sizeof (HeedIssueTally));
  measured->notes = g_ptr_array_new_with_free_func ((GDestroyNotify) heed_chart_note_free);
  measured->set = heed_measure_set_new ((const HeedPeriod *) (gpointer) periods->data,
                                        periods->len, query->today);
  ok = read_stock (database, query, measured->set, error)
       && read_activity (database, query, periods, measured->set, error)
       && read_issues (database, query, HEED_TALLY_ISSUE, measured, error)
       && read_issues (database, query, HEED_TALLY_ACTION, measured, error)
       && read_notes (database, query, measured, error);
  for (guint i = 0; ok && i < HEED_N_TALLY_BASES; i++)
    ok = read_basis (database, query, (HeedTallyBasis) i, measured->set, error);
  return ok ? g_steal_pointer (&measured) : NULL;
}

/**
 * heed_tallies_load:
 * @database: a connection
 * @query: what is asked
 * @error: return location
 *
 * Does what heed_tallies_read() does, as of one moment.
 *
 * Returns: (transfer full): the measured
 */
HeedMeasured *
heed_tallies_load (HeedDatabase            *database,
                   const HeedMeasuredQuery *query,
                   GError                 **error)
{
  HeedMeasured *measured;

  if (!heed_database_begin (database, FALSE, error))
    return NULL;
  measured = heed_tallies_read (database, query, error);
  heed_database_rollback (database);
  return measured;
}

/* --- What people tell --------------------------------------------------------------------- */

/**
 * heed_activity_set:
 * @database: a connection
 * @activity: how much was done; a negative amount forgets it
 * @error: return location
 *
 * Keeps an activity in the place of what was told before.
 *
 * Returns: whether it is kept
 */
gboolean
heed_activity_set (HeedDatabase       *database,
                   const HeedActivity *activity,
                   GError            **error)
{
  if (activity->amount < 0)
    return heed_database_run (database, error, SQL_FORGET_ACTIVITY, "tit", activity->site,
                              (gint64) activity->month, activity->kind);
  return heed_database_run (database, error, SQL_SET_ACTIVITY, "tititi", activity->site,
                            (gint64) activity->month, activity->kind, activity->amount,
                            activity->told_by, activity->told_at);
}

/**
 * heed_activity_list:
 * @database: a connection
 * @error: return location
 *
 * Lists all that was told.
 *
 * Returns: (transfer full) (element-type HeedActivity): by month
 */
GPtrArray *
heed_activity_list (HeedDatabase *database,
                    GError      **error)
{
  g_autoptr (GPtrArray) list =
      g_ptr_array_new_with_free_func ((GDestroyNotify) heed_activity_free);
  g_autoptr (HeedStatement) row = heed_database_prepare (database, SQL_ACTIVITIES, error);
  HeedStep step = HEED_STEP_ERROR;

  while (row && (step = heed_statement_step (row, error)) == HEED_STEP_ROW)
    {
      HeedActivity *activity = g_new0 (HeedActivity, 1);

      activity->site = heed_statement_dup_text (row, 0);
      activity->month = (HeedDate) heed_statement_get_int (row, 1);
      activity->kind = heed_statement_dup_text (row, 2);
      activity->amount = heed_statement_get_int (row, 3);
      activity->told_by = heed_statement_dup_text (row, 4);
      activity->told_at = heed_statement_get_int (row, 5);
      g_ptr_array_add (list, activity);
    }
  return step == HEED_STEP_DONE ? g_steal_pointer (&list) : NULL;
}

/**
 * heed_chart_note_set:
 * @database: a connection
 * @note: a note; without text and new limits it is forgotten
 * @error: return location
 *
 * Keeps a note in the place of the one before it.
 *
 * Returns: whether it is kept
 */
gboolean
heed_chart_note_set (HeedDatabase        *database,
                     const HeedChartNote *note,
                     GError             **error)
{
  if (*note->text == '\0' && !note->rebase)
    return heed_database_run (database, error, SQL_FORGET_NOTE, "titt", note->measure,
                              (gint64) note->day, note->site, note->place);
  return heed_database_run (database, error, SQL_SET_NOTE, "titttiti", note->measure,
                            (gint64) note->day, note->site, note->place, note->text,
                            (gint64) (note->rebase != FALSE), note->author, note->made_at);
}
