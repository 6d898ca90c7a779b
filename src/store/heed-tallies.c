/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Tallies: the part of the register that measures count, a row for each thing of a case; what
 * people told for measures; and reading it all in order of days. What a case counts for is computed
 * in review/; here it is only kept.
 */
#include "config.h"

#include "heed-tallies.h"

#include "heed-aftermath.h"
#include "heed-tally-months.h"

#define COLUMNS          "basis, day, flags, value, severity, code, stage, place"
#define SQL_OF_CASE      "SELECT " COLUMNS " FROM tally WHERE case_id = ? ORDER BY number"
#define SQL_SITE_OF_CASE "SELECT DISTINCT site FROM tally WHERE case_id = ?"
#define SQL_TAKE         "DELETE FROM tally WHERE case_id = ? AND number = ?"
#define SQL_ADD \
  "INSERT INTO tally (case_id, number, site, " COLUMNS ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
#define SQL_READ                                                                       \
  "SELECT day, flags, value, 1 FROM tally WHERE basis = ?1 AND day >= ?2 AND day < ?3" \
  " AND (?4 IS NULL OR site = ?4) AND (?5 IS NULL OR place = ?5)"
#define SQL_READ_MONTHS                                                  \
  "SELECT month, flags, value, sum(n) FROM tally_month WHERE basis = ?1" \
  " AND month >= ?2 AND month < ?3 AND (?4 IS NULL OR site = ?4)"        \
  " AND (?5 IS NULL OR place = ?5) GROUP BY month, flags, value"
#define SQL_BEFORE                                                       \
  "SELECT (SELECT coalesce(sum(n), 0) FROM tally_month WHERE basis = ?1" \
  " AND month < ?2 AND (flags & ?4) <> 0 AND (?5 IS NULL OR site = ?5)"  \
  " AND (?6 IS NULL OR place = ?6)) + (SELECT count(*) FROM tally"       \
  " WHERE basis = ?1 AND day >= ?2 AND day < ?3 AND (flags & ?4) <> 0"   \
  " AND (?5 IS NULL OR site = ?5) AND (?6 IS NULL OR place = ?6))"
#define ISSUE_COLUMNS "day, value, severity, flags, code, stage, site, place"
#define SQL_ISSUES                                                                 \
  "SELECT " ISSUE_COLUMNS ", case_id, 1 FROM tally WHERE basis = ?1 AND day >= ?2" \
  " AND day < ?3 AND (?4 IS NULL OR site = ?4)"
#define SQL_ISSUE_MONTHS                                                               \
  "SELECT month, value, -1, 0, nullif(code, ''), nullif(stage, ''), nullif(site, '')," \
  " nullif(place, ''), 0, sum(n) FROM tally_month WHERE basis = ?1 AND month >= ?2"    \
  " AND month < ?3 AND (?4 IS NULL OR site = ?4)"                                      \
  " GROUP BY month, value, code, stage, site, place"
/* The value of an action is the day it was done. */
#define SQL_ACTIONS                                                                  \
  "SELECT " ISSUE_COLUMNS ", case_id, 1 FROM tally WHERE basis = ?1 AND value >= ?2" \
  " AND (flags & ?3) <> 0 AND (?4 IS NULL OR site = ?4)"
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

static const char *
keep_text (HeedStatement *row,
           int            column,
           GStringChunk  *strings)
{
  const char *text = heed_statement_get_text (row, column);

  return text ? g_string_chunk_insert_const (strings, text) : NULL;
}

/* The rows of a case; their strings are kept in @strings. */
static GArray *
load_rows (HeedDatabase *database,
           gint64        case_id,
           GStringChunk *strings,
           GError      **error)
{
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (HeedTally));
  g_autoptr (HeedStatement) row = heed_database_query (database, error, SQL_OF_CASE, "i", case_id);
  HeedStep step = HEED_STEP_ERROR;

  while (row && (step = heed_statement_step (row, error)) == HEED_STEP_ROW)
    {
      HeedTally tally = {
        .basis = (HeedTallyBasis) heed_statement_get_int (row, 0),
        .day = (HeedDate) heed_statement_get_int (row, 1),
        .flags = (guint) heed_statement_get_int (row, 2),
        .value = (int) heed_statement_get_int (row, 3),
        .severity = (int) heed_statement_get_int (row, 4),
        .code = keep_text (row, 5, strings),
        .stage = keep_text (row, 6, strings),
        .place = keep_text (row, 7, strings),
      };

      g_array_append_val (rows, tally);
    }
  return step == HEED_STEP_DONE ? g_steal_pointer (&rows) : NULL;
}

static const HeedTally *
get_tally (const GArray *tallies,
           guint         number)
{
  return number < tallies->len ? &g_array_index (tallies, HeedTally, number) : NULL;
}

static gboolean
is_same (const HeedTally *one,
         const HeedTally *two)
{
  return one && two && one->basis == two->basis && one->day == two->day && one->flags == two->flags
         && one->value == two->value && one->severity == two->severity
         && g_strcmp0 (one->code, two->code) == 0 && g_strcmp0 (one->stage, two->stage) == 0
         && g_strcmp0 (one->place, two->place) == 0;
}

static gboolean
take_row (HeedDatabase    *database,
          HeedCase        *state,
          guint            number,
          const HeedTally *tally,
          GError         **error)
{
  return heed_database_run (database, error, SQL_TAKE, "ii", state->id, (gint64) number)
         && heed_tally_months_change (database, tally, state->site, -1, error);
}

static gboolean
add_row (HeedDatabase    *database,
         HeedCase        *state,
         guint            number,
         const HeedTally *tally,
         GError         **error)
{
  return heed_database_run (database, error, SQL_ADD, "iitiiiiittt", state->id, (gint64) number,
                            state->site, (gint64) tally->basis, (gint64) tally->day,
                            (gint64) tally->flags, (gint64) tally->value, (gint64) tally->severity,
                            tally->code, tally->stage, tally->place)
         && heed_tally_months_change (database, tally, state->site, 1, error);
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
  g_autoptr (GStringChunk) strings = g_string_chunk_new (256);
  g_autoptr (GArray) rows = load_rows (database, state->id, strings, error);

  for (guint i = 0; rows != NULL && i < MAX (rows->len, tallies->len); i++)
    {
      const HeedTally *before = get_tally (rows, i), *now = get_tally (tallies, i);

      if (is_same (before, now))
        continue;
      if ((before && !take_row (database, state, i, before, error))
          || (now && !add_row (database, state, i, now, error)))
        return FALSE;
    }
  return rows != NULL;
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
  g_autoptr (GStringChunk) strings = g_string_chunk_new (256);
  g_autoptr (GArray) rows = load_rows (database, state->id, strings, error);
  g_autoptr (HeedStatement) site = NULL;
  HeedStep step = HEED_STEP_ERROR;

  if (rows == NULL)
    return FALSE;
  *right = rows->len == tallies->len;
  for (guint i = 0; *right && i < rows->len; i++)
    *right = is_same (get_tally (rows, i), get_tally (tallies, i));
  site = heed_database_query (database, error, SQL_SITE_OF_CASE, "i", state->id);
  while (site && (step = heed_statement_step (site, error)) == HEED_STEP_ROW)
    *right &= g_strcmp0 (heed_statement_get_text (site, 0), state->site) == 0;
  return step == HEED_STEP_DONE;
}

/* --- Reading ------------------------------------------------------------------------------ */

/* Takes rows of day, flags, value and how many, of the days from @span to before its end. */
static gboolean
read_counts (HeedDatabase            *database,
             const HeedMeasuredQuery *query,
             const char              *sql,
             HeedTallyBasis           basis,
             HeedPeriod               span,
             HeedMeasureSet          *set,
             GError                 **error)
{
  g_autoptr (HeedStatement) row = NULL;
  HeedTally tally = { .basis = basis };
  HeedStep  step = HEED_STEP_ERROR;

  if (span.from >= span.end)
    return TRUE;
  row = heed_database_query (database, error, sql, "iiitt", (gint64) basis, (gint64) span.from,
                             (gint64) span.end, query->site, query->place);
  while (row && (step = heed_statement_step (row, error)) == HEED_STEP_ROW)
    {
      tally.day = (HeedDate) heed_statement_get_int (row, 0);
      tally.flags = (guint) heed_statement_get_int (row, 1);
      tally.value = (int) heed_statement_get_int (row, 2);
      heed_measure_set_add (set, &tally, (guint) heed_statement_get_int (row, 3));
    }
  return step == HEED_STEP_DONE;
}

/* Whole months that are over are read as such; for the days around them each tally counts, and so
 * it does in weeks. What is not done counts from its day on, which matters this month only. */
static gboolean
read_basis (HeedDatabase            *database,
            const HeedMeasuredQuery *query,
            HeedTallyBasis           basis,
            HeedMeasureSet          *set,
            GError                 **error)
{
  HeedDate   end = query->to + 1;
  HeedPeriod months = heed_tally_months_span (query->from, MIN (end, query->today));

  if (query->unit == HEED_PERIOD_WEEK || months.from >= months.end)
    months = (HeedPeriod) { end, end };
  return read_counts (database, query, SQL_READ, basis, (HeedPeriod) { query->from, months.from },
                      set, error)
         && read_counts (database, query, SQL_READ_MONTHS, basis, months, set, error)
         && read_counts (database, query, SQL_READ, basis, (HeedPeriod) { months.end, end }, set,
                         error);
}

/* How many were open before the first day: what came less what went. */
static gboolean
read_stock (HeedDatabase            *database,
            const HeedMeasuredQuery *query,
            HeedMeasureSet          *set,
            GError                 **error)
{
  const HeedTallyBasis bases[] = { HEED_TALLY_RECEIVED, HEED_TALLY_CLOSED };
  HeedDate             months_end = heed_tally_months_span (query->from, query->from).end;

  for (guint i = 0; i < G_N_ELEMENTS (bases); i++)
    {
      g_autoptr (HeedStatement) row =
          heed_database_query (database, error, SQL_BEFORE, "iiiitt", (gint64) bases[i],
                               (gint64) months_end, (gint64) query->from,
                               (gint64) HEED_TALLY_WORRY, query->site, query->place);

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

/* Takes rows of ISSUE_COLUMNS, the case and how many. */
static gboolean
read_things (HeedMeasured  *measured,
             HeedStatement *row,
             GArray        *things,
             GError       **error)
{
  HeedStep step = HEED_STEP_ERROR;

  while (row && (step = heed_statement_step (row, error)) == HEED_STEP_ROW)
    {
      HeedIssueTally thing = {
        .day = (HeedDate) heed_statement_get_int (row, 0),
        .harm = (int) heed_statement_get_int (row, 1),
        .severity = (int) heed_statement_get_int (row, 2),
        .flags = (guint) heed_statement_get_int (row, 3),
        .category = keep_text (row, 4, measured->strings),
        .stage = keep_text (row, 5, measured->strings),
        .site = keep_text (row, 6, measured->strings),
        .place = keep_text (row, 7, measured->strings),
        .case_id = heed_statement_get_int (row, 8),
        .n = (guint) heed_statement_get_int (row, 9),
      };

      g_array_append_val (things, thing);
    }
  return step == HEED_STEP_DONE;
}

static gboolean
read_issue_rows (HeedDatabase            *database,
                 const HeedMeasuredQuery *query,
                 const char              *sql,
                 HeedPeriod               span,
                 HeedMeasured            *measured,
                 GError                 **error)
{
  g_autoptr (HeedStatement) row = NULL;

  if (span.from >= span.end)
    return TRUE;
  row = heed_database_query (database, error, sql, "iiit", (gint64) HEED_TALLY_ISSUE,
                             (gint64) span.from, (gint64) span.end, query->site);
  return read_things (measured, row, measured->issues, error);
}

/* Themes look at the cases of the last days; before them, whole months do. */
static gboolean
read_issues (HeedDatabase            *database,
             const HeedMeasuredQuery *query,
             HeedMeasured            *measured,
             GError                 **error)
{
  HeedDate   from = query->issues_from, end = query->issues_to + 1;
  HeedPeriod months = heed_tally_months_span (from, MIN (end, query->today - HEED_THEME_DAYS + 1));

  if (months.from >= months.end)
    months = (HeedPeriod) { end, end };
  return read_issue_rows (database, query, SQL_ISSUES, (HeedPeriod) { from, months.from }, measured,
                          error)
         && read_issue_rows (database, query, SQL_ISSUE_MONTHS, months, measured, error)
         && read_issue_rows (database, query, SQL_ISSUES, (HeedPeriod) { months.end, end },
                             measured, error);
}

/* Of the actions, those that something may have come back after within the days of themes. */
static gboolean
read_actions (HeedDatabase            *database,
              const HeedMeasuredQuery *query,
              HeedMeasured            *measured,
              GError                 **error)
{
  HeedDate from = heed_date_add_months (query->today - HEED_THEME_DAYS, -HEED_THEME_REPEAT_MONTHS);
  g_autoptr (HeedStatement) row =
      heed_database_query (database, error, SQL_ACTIONS, "iiit", (gint64) HEED_TALLY_ACTION,
                           (gint64) from - 1, (gint64) HEED_TALLY_DONE, query->site);
  GArray *actions = measured->actions;

  if (!read_things (measured, row, actions, error))
    return FALSE;
  for (guint i = 0; i < actions->len; i++)
    {
      HeedIssueTally *action = &g_array_index (actions, HeedIssueTally, i);

      action->day = action->harm;
      action->harm = -1;
    }
  return TRUE;
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
       && read_issues (database, query, measured, error)
       && read_actions (database, query, measured, error)
       && read_notes (database, query, measured, error);
  ok = ok && heed_feedback_count (database, query, measured->set, error);
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
