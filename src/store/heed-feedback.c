/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Feedback that belongs to no case. It is no act and stands in no chain: it keeps a month, a site
 * and a service, and refuses whatever could lead back to a person: no case, no day, no order of
 * coming.
 */
#include "config.h"

#include "heed-aftermath.h"

#define SQL_ADD                                                                                     \
  "INSERT INTO feedback (id, month, site, service, survey, survey_version, answers, heard, overall," \
  " fft, speak_up_again, care_affected, comment) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"     \
  " ON CONFLICT DO NOTHING RETURNING 1"
#define SQL_COUNT                                                                                 \
  "SELECT month, heard, fft, speak_up_again, care_affected, overall FROM feedback"                \
  " WHERE (?1 IS NULL OR site = ?1) AND (?2 IS NULL OR service = ?2)"
#define SQL_LIST                                                                                  \
  "SELECT id, month, site, service, survey, survey_version, answers, heard, overall, fft,"        \
  " speak_up_again, care_affected, comment FROM feedback ORDER BY month, id"

/**
 * heed_feedback_add:
 * @database: a connection
 * @rows: (element-type HeedFeedbackRow): feedback; ids that are known are passed over
 * @error: return location
 *
 * Keeps feedback, all of it or nothing.
 *
 * Returns: how many rows were not there before; -1 with an error
 */
int
heed_feedback_add (HeedDatabase *database,
                   GPtrArray    *rows,
                   GError      **error)
{
  int      added = 0;
  HeedStep step = HEED_STEP_DONE;

  if (!heed_database_begin (database, TRUE, error))
    return -1;
  for (guint i = 0; i < rows->len && step != HEED_STEP_ERROR; i++)
    {
      const HeedFeedbackRow *row = g_ptr_array_index (rows, i);
      g_autoptr (HeedStatement) statement = NULL;

      statement = heed_database_query (database, error, SQL_ADD, "tittttttitttt", row->id,
                                       (gint64) row->month, row->site, row->service, row->survey,
                                       row->survey_version, row->answers, row->heard,
                                       (gint64) row->overall, row->fft, row->speak_up_again,
                                       row->care_affected, row->comment);
      step = statement ? heed_statement_step (statement, error) : HEED_STEP_ERROR;
      added += step == HEED_STEP_ROW;
      if (step == HEED_STEP_ROW)
        step = heed_statement_step (statement, error);
    }
  if (step != HEED_STEP_ERROR && heed_database_commit (database, error))
    return added;
  heed_database_rollback (database);
  return -1;
}

/**
 * heed_feedback_count:
 * @database: a connection
 * @query: what is asked; of a month that begins before its first day, nothing counts
 * @set: where to count
 * @error: return location
 *
 * Counts what people told without a case, by the first day of its month.
 *
 * Returns: whether it succeeded
 */
gboolean
heed_feedback_count (HeedDatabase            *database,
                     const HeedMeasuredQuery *query,
                     HeedMeasureSet          *set,
                     GError                 **error)
{
  g_autoptr (HeedStatement) row =
    heed_database_query (database, error, SQL_COUNT, "tt", query->site, query->place);
  HeedStep step = HEED_STEP_ERROR;

  while (row && (step = heed_statement_step (row, error)) == HEED_STEP_ROW)
    {
      int       month = (int) heed_statement_get_int (row, 0);
      HeedTally tally = {
        .basis = HEED_TALLY_FEEDBACK,
        .day = heed_date_new (month / 12, month % 12 + 1, 1),
        .flags = heed_tally_feedback_flags (heed_statement_get_text (row, 1),
                                            heed_statement_get_text (row, 2),
                                            heed_statement_get_text (row, 3),
                                            heed_statement_get_text (row, 4)),
        .value = (int) heed_statement_get_int (row, 5),
      };

      heed_measure_set_add (set, &tally, 1);
    }
  return step == HEED_STEP_DONE;
}

/**
 * heed_feedback_list:
 * @database: a connection
 * @error: return location
 *
 * Returns: (transfer full) (element-type HeedFeedbackRow): all of it, by month
 */
GPtrArray *
heed_feedback_list (HeedDatabase *database,
                    GError      **error)
{
  g_autoptr (GPtrArray) rows =
    g_ptr_array_new_with_free_func ((GDestroyNotify) heed_feedback_row_free);
  g_autoptr (HeedStatement) statement = heed_database_prepare (database, SQL_LIST, error);
  HeedStep step = HEED_STEP_ERROR;

  while (statement && (step = heed_statement_step (statement, error)) == HEED_STEP_ROW)
    {
      HeedFeedbackRow *row = heed_feedback_row_new ();
      char **texts[] = { &row->id, NULL, &row->site, &row->service, &row->survey,
                         &row->survey_version, &row->answers, &row->heard, NULL, &row->fft,
                         &row->speak_up_again, &row->care_affected, &row->comment };

      for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
        if (texts[i] != NULL)
          *texts[i] = heed_statement_dup_text (statement, (int) i);
      row->month = (int) heed_statement_get_int (statement, 1);
      row->overall = (int) heed_statement_get_int (statement, 8);
      g_ptr_array_add (rows, row);
    }
  return step == HEED_STEP_DONE ? g_steal_pointer (&rows) : NULL;
}
