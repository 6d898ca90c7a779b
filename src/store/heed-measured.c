/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What is measured: the values that go to and from the store for measures, and the store's calls for them.
 */
#include "config.h"

#include "heed-store-private.h"
#include "heed-tallies.h"

/**
 * heed_measured_query_copy:
 * @self: a question
 *
 * Returns: (transfer full): a copy
 */
HeedMeasuredQuery *
heed_measured_query_copy (const HeedMeasuredQuery *self)
{
  HeedMeasuredQuery *copy = g_memdup2 (self, sizeof *self);

  copy->site = g_strdup (self->site);
  copy->place = g_strdup (self->place);
  copy->activity = g_strdup (self->activity);
  return copy;
}

/**
 * heed_measured_query_free:
 * @self: (transfer full): a question
 */
void
heed_measured_query_free (HeedMeasuredQuery *self)
{
  g_free (self->site);
  g_free (self->place);
  g_free (self->activity);
  g_free (self);
}

/**
 * heed_measured_free:
 * @self: (transfer full): measured
 */
void
heed_measured_free (HeedMeasured *self)
{
  g_clear_pointer (&self->set, heed_measure_set_free);
  g_clear_pointer (&self->issues, g_array_unref);
  g_clear_pointer (&self->actions, g_array_unref);
  g_clear_pointer (&self->notes, g_ptr_array_unref);
  g_clear_pointer (&self->strings, g_string_chunk_free);
  g_free (self);
}

/**
 * heed_activity_free:
 * @self: (transfer full): an activity
 */
void
heed_activity_free (HeedActivity *self)
{
  g_free (self->site);
  g_free (self->kind);
  g_free (self->told_by);
  g_free (self);
}

/**
 * heed_activity_copy:
 * @self: an activity
 *
 * Returns: (transfer full): a copy
 */
HeedActivity *
heed_activity_copy (const HeedActivity *self)
{
  HeedActivity *copy = g_memdup2 (self, sizeof *self);

  copy->site = g_strdup (self->site);
  copy->kind = g_strdup (self->kind);
  copy->told_by = g_strdup (self->told_by);
  return copy;
}

/**
 * heed_chart_note_free:
 * @self: (transfer full): a note
 */
void
heed_chart_note_free (HeedChartNote *self)
{
  g_free (self->measure);
  g_free (self->site);
  g_free (self->place);
  g_free (self->text);
  g_free (self->author);
  g_free (self);
}

/**
 * heed_chart_note_copy:
 * @self: a note
 *
 * Returns: (transfer full): a copy
 */
HeedChartNote *
heed_chart_note_copy (const HeedChartNote *self)
{
  HeedChartNote *copy = g_memdup2 (self, sizeof *self);

  copy->measure = g_strdup (self->measure);
  copy->site = g_strdup (self->site);
  copy->place = g_strdup (self->place);
  copy->text = g_strdup (self->text);
  copy->author = g_strdup (self->author);
  return copy;
}

/**
 * heed_measure_new_counted:
 * @measure: a measure, not a stock
 * @period: the days
 * @hit: 1 for the numerator, 0 for the rest of the denominator, -1 for all that count
 * @today: today
 *
 * Returns: (transfer full): a question for the cases behind the number
 */
HeedCounted *
heed_measure_new_counted (const HeedMeasure *measure,
                          const HeedPeriod  *period,
                          int                hit,
                          HeedDate           today)
{
  HeedCounted *counted = heed_counted_new (measure->basis, period->from, period->end);
  HeedTally    open = { .basis = measure->basis };

  counted->flags = measure->counted;
  if (measure->kind == HEED_MEASURE_RATIO && hit == 1)
    counted->flags = measure->hit;
  else if (measure->hit != 0)
    {
      counted->hit_flags = measure->hit;
      counted->hit = hit;
    }
  if (heed_tally_is_open (&open))
    counted->done_before = today;
  return counted;
}

/* --- The jobs ------------------------------------------------------------------------------ */

static gpointer
load_work (HeedEngine *engine,
           gpointer    input,
           GError    **error)
{
  return heed_tallies_load (engine->database, input, error);
}

static HeedJob
load_job (const HeedMeasuredQuery *query)
{
  return (HeedJob) { load_work, heed_measured_query_copy (query),
                     (GDestroyNotify) heed_measured_query_free,
                     (GDestroyNotify) heed_measured_free };
}

static gpointer
set_activities_work (HeedEngine *engine,
                     gpointer    input,
                     GError    **error)
{
  GPtrArray *activities = input;
  gboolean   ok = TRUE;

  if (!heed_database_begin (engine->database, TRUE, error))
    return NULL;
  for (guint i = 0; ok && i < activities->len; i++)
    ok = heed_activity_set (engine->database, activities->pdata[i], error);
  if (ok)
    return GINT_TO_POINTER (heed_database_commit (engine->database, error));
  heed_database_rollback (engine->database);
  return NULL;
}

static gpointer
list_activities_work (HeedEngine *engine,
                      gpointer    input,
                      GError    **error)
{
  return heed_activity_list (engine->database, error);
}

static gpointer
set_note_work (HeedEngine *engine,
               gpointer    input,
               GError    **error)
{
  return GINT_TO_POINTER (heed_chart_note_set (engine->database, input, error));
}

static HeedJob
set_note_job (const HeedChartNote *note)
{
  return (HeedJob) { set_note_work, heed_chart_note_copy (note),
                     (GDestroyNotify) heed_chart_note_free, NULL };
}

static gpointer
call (HeedWorker *worker,
      HeedJob     job,
      GError    **error)
{
  if (worker != NULL)
    return heed_worker_call (worker, job, error);
  if (job.free_input && job.input)
    job.free_input (job.input);
  return NULL;
}

static void
push (HeedWorker *worker,
      HeedJob     job,
      GTask      *task)
{
  if (worker != NULL)
    {
      heed_worker_push (worker, job, task, NULL);
      return;
    }
  if (job.free_input && job.input)
    job.free_input (job.input);
  g_task_return_new_error_literal (task, G_IO_ERROR, G_IO_ERROR_CLOSED, "the store is closed");
  g_object_unref (task);
}

/* --- The calls ------------------------------------------------------------------------------ */

/**
 * heed_store_load_measured:
 * @self: a store
 * @query: what is asked
 * @error: return location
 *
 * Counts every measure and loads what themes are made of.
 *
 * Returns: (transfer full): the measured
 */
HeedMeasured *
heed_store_load_measured (HeedStore               *self,
                          const HeedMeasuredQuery *query,
                          GError                 **error)
{
  return call (heed_store_get_reader (self, error), load_job (query), error);
}

/**
 * heed_store_load_measured_async:
 * @self: a store
 * @query: what is asked
 * @cancellable: (nullable): for giving up
 * @callback: called when done
 * @user_data: for @callback
 *
 * Does what heed_store_load_measured() does, without waiting.
 */
void
heed_store_load_measured_async (HeedStore               *self,
                                const HeedMeasuredQuery *query,
                                GCancellable            *cancellable,
                                GAsyncReadyCallback      callback,
                                gpointer                 user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);

  push (heed_store_get_reader (self, NULL), load_job (query), task);
}

/**
 * heed_store_load_measured_finish:
 * @self: a store
 * @result: from the callback
 * @error: return location
 *
 * Ends heed_store_load_measured_async().
 *
 * Returns: (transfer full): the measured
 */
HeedMeasured *
heed_store_load_measured_finish (HeedStore    *self,
                                 GAsyncResult *result,
                                 GError      **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * heed_store_set_activities:
 * @self: a store
 * @activities: (element-type HeedActivity): how much was done; a negative amount forgets
 * @error: return location
 *
 * Keeps what rates are counted against, all or none.
 *
 * Returns: whether it is kept
 */
gboolean
heed_store_set_activities (HeedStore *self,
                           GPtrArray *activities,
                           GError   **error)
{
  HeedJob job = { set_activities_work, g_ptr_array_ref (activities),
                  (GDestroyNotify) g_ptr_array_unref, NULL };

  return call (heed_store_get_writer (self, error), job, error) != NULL;
}

/**
 * heed_store_list_activities:
 * @self: a store
 * @error: return location
 *
 * Lists what rates are counted against.
 *
 * Returns: (transfer full) (element-type HeedActivity): by month
 */
GPtrArray *
heed_store_list_activities (HeedStore *self,
                            GError   **error)
{
  HeedJob job = { list_activities_work, NULL, NULL, (GDestroyNotify) g_ptr_array_unref };

  return call (heed_store_get_reader (self, error), job, error);
}

/**
 * heed_store_set_chart_note:
 * @self: a store
 * @note: a note; without text and new limits it is forgotten
 * @error: return location
 *
 * Keeps a note on a point of a chart.
 *
 * Returns: whether it is kept
 */
gboolean
heed_store_set_chart_note (HeedStore           *self,
                           const HeedChartNote *note,
                           GError             **error)
{
  return call (heed_store_get_writer (self, error), set_note_job (note), error) != NULL;
}

/**
 * heed_store_set_chart_note_async:
 * @self: a store
 * @note: a note; without text and new limits it is forgotten
 * @callback: called when done
 * @user_data: for @callback
 *
 * Does what heed_store_set_chart_note() does, without waiting.
 */
void
heed_store_set_chart_note_async (HeedStore           *self,
                                 const HeedChartNote *note,
                                 GAsyncReadyCallback  callback,
                                 gpointer             user_data)
{
  GTask *task = g_task_new (self, NULL, callback, user_data);

  g_task_set_check_cancellable (task, FALSE);
  push (heed_store_get_writer (self, NULL), set_note_job (note), task);
}

/**
 * heed_store_set_chart_note_finish:
 * @self: a store
 * @result: from the callback
 * @error: return location
 *
 * Ends heed_store_set_chart_note_async().
 *
 * Returns: whether it is kept
 */
gboolean
heed_store_set_chart_note_finish (HeedStore    *self,
                                  GAsyncResult *result,
                                  GError      **error)
{
  return g_task_propagate_pointer (G_TASK (result), error) != NULL;
}
