/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The calls of the store about what comes of cases, waiting and not waiting, and the lot that draws
 * closed cases to look back at.
 */
#include "config.h"

#include "heed-outcomes.h"

#include "heed-aftermath.h"
#include "heed-store-private.h"

/**
 * heed_action_row_free:
 * @row: (transfer full): an action
 *
 * Frees it.
 */
void
heed_action_row_free (HeedActionRow *row)
{
  g_free (row->reference);
  g_free (row->name);
  g_free (row->place);
  g_free (row->text);
  g_free (row->owner);
  g_free (row->strength);
  g_free (row->effective);
  g_free (row);
}

/**
 * heed_look_row_free:
 * @row: (transfer full): a closed case to look back at
 *
 * Frees it.
 */
void
heed_look_row_free (HeedLookRow *row)
{
  g_free (row->reference);
  g_free (row->name);
  g_free (row->words);
  g_free (row->place);
  g_free (row->heard);
  g_free (row);
}

/**
 * heed_look_list_free:
 * @list: (transfer full): closed cases to look back at
 *
 * Frees them.
 */
void
heed_look_list_free (HeedLookList *list)
{
  g_clear_pointer (&list->rows, g_ptr_array_unref);
  g_free (list);
}

/**
 * heed_said_row_free:
 * @row: (transfer full): what was said and done
 *
 * Frees it.
 */
void
heed_said_row_free (HeedSaidRow *row)
{
  g_free (row->reference);
  g_free (row->place);
  g_free (row->you_said);
  g_free (row->we_did);
  g_free (row);
}

/**
 * heed_feedback_row_new:
 *
 * Returns: (transfer full): feedback that says nothing yet
 */
HeedFeedbackRow *
heed_feedback_row_new (void)
{
  return g_new0 (HeedFeedbackRow, 1);
}

/**
 * heed_feedback_row_free:
 * @row: (transfer full): feedback
 *
 * Frees it.
 */
void
heed_feedback_row_free (HeedFeedbackRow *row)
{
  g_free (row->id);
  g_free (row->site);
  g_free (row->service);
  g_free (row->survey);
  g_free (row->survey_version);
  g_free (row->answers);
  g_free (row->heard);
  g_free (row->fft);
  g_free (row->speak_up_again);
  g_free (row->care_affected);
  g_free (row->comment);
  g_free (row);
}

/**
 * heed_look_seed_of:
 * @today: a day
 *
 * Returns: the seed of the lot in that quarter: the year and the quarter, as in 20264
 */
guint64
heed_look_seed_of (HeedDate today)
{
  int year, month, day;

  heed_date_get (today, &year, &month, &day);
  return (guint64) (year * 10 + (month + 2) / 3);
}

/**
 * heed_look_is_drawn:
 * @seed: of the lot
 * @case_id: a case
 * @percent: how many of a hundred it takes
 *
 * Draws each case by itself, so that it stays in or out whatever happens to the others: a hash of
 * seed and case (the finaliser of SplitMix64, Steele, Lea and Flood 2014), taken modulo a hundred.
 *
 * Returns: whether the lot takes it
 */
gboolean
heed_look_is_drawn (guint64 seed,
                    gint64  case_id,
                    guint   percent)
{
  guint64 z = seed * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15) + (guint64) case_id;

  z = (z ^ (z >> 30)) * G_GUINT64_CONSTANT (0xbf58476d1ce4e5b9);
  z = (z ^ (z >> 27)) * G_GUINT64_CONSTANT (0x94d049bb133111eb);
  z ^= z >> 31;
  return z % 100 < percent;
}

/* The jobs */

typedef struct
{
  HeedActionFilter filter;
  HeedDate         today;
} ActionQuery;

static gpointer
list_actions_work (HeedEngine *engine,
                   gpointer    input,
                   GError    **error)
{
  const ActionQuery *query = input;

  return heed_aftermath_list_actions (engine->database, query->filter, query->today, error);
}

static HeedJob
list_actions_job (HeedActionFilter filter,
                  HeedDate         today)
{
  const ActionQuery query = { filter, today };

  return (HeedJob) { list_actions_work, g_memdup2 (&query, sizeof query), g_free,
                     (GDestroyNotify) g_ptr_array_unref };
}

static gpointer
count_actions_work (HeedEngine *engine,
                    gpointer    input,
                    GError    **error)
{
  return heed_aftermath_count_actions (engine->database, *(HeedDate *) input, error);
}

static HeedJob
count_actions_job (HeedDate today)
{
  return (HeedJob) { count_actions_work, g_memdup2 (&today, sizeof today), g_free, g_free };
}

static gpointer
list_looks_work (HeedEngine *engine,
                 gpointer    input,
                 GError    **error)
{
  return heed_aftermath_list_looks (engine->database, input, error);
}

static HeedJob
list_looks_job (const HeedLookQuery *query)
{
  return (HeedJob) { list_looks_work, g_memdup2 (query, sizeof *query), g_free,
                     (GDestroyNotify) heed_look_list_free };
}

static gpointer
list_said_work (HeedEngine *engine,
                gpointer    input,
                GError    **error)
{
  return heed_aftermath_list_said (engine->database, GPOINTER_TO_INT (input), error);
}

static HeedJob
list_said_job (gboolean publishable_only)
{
  return (HeedJob) { list_said_work, GINT_TO_POINTER (publishable_only != FALSE), NULL,
                     (GDestroyNotify) g_ptr_array_unref };
}

static gpointer
add_feedback_work (HeedEngine *engine,
                   gpointer    input,
                   GError    **error)
{
  int added = heed_feedback_add (engine->database, input, error);

  return added < 0 ? NULL : GINT_TO_POINTER (added + 1);
}

static gpointer
list_feedback_work (HeedEngine *engine,
                    gpointer    input,
                    GError    **error)
{
  return heed_feedback_list (engine->database, error);
}

/* The calls */

/**
 * heed_store_list_actions:
 * @self: a store
 * @filter: which
 * @today: for what is late or due to be checked
 * @error: return location
 *
 * Lists learning actions and recommendations.
 *
 * Returns: (transfer full) (element-type HeedActionRow): the first due first
 */
GPtrArray *
heed_store_list_actions (HeedStore       *self,
                         HeedActionFilter filter,
                         HeedDate         today,
                         GError         **error)
{
  return heed_store_read_now (self, list_actions_job (filter, today), error);
}

/**
 * heed_store_list_actions_async:
 * @self: a store
 * @filter: which
 * @today: for what is late or due to be checked
 * @cancellable: (nullable): for giving up
 * @callback: called when done
 * @user_data: for @callback
 *
 * Lists actions; see heed_store_list_actions().
 */
void
heed_store_list_actions_async (HeedStore          *self,
                               HeedActionFilter    filter,
                               HeedDate            today,
                               GCancellable       *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer            user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);

  heed_store_push_read (self, list_actions_job (filter, today), task);
}

/**
 * heed_store_list_actions_finish:
 * @self: a store
 * @result: from the callback
 * @error: return location
 *
 * Returns: (transfer full): the answer
 */
GPtrArray *
heed_store_list_actions_finish (HeedStore    *self,
                                GAsyncResult *result,
                                GError      **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * heed_store_count_actions:
 * @self: a store
 * @today: for what is late or due to be checked
 * @error: return location
 *
 * Counts actions, for each filter.
 *
 * Returns: (transfer full): the counts; free with g_free()
 */
HeedActionCounts *
heed_store_count_actions (HeedStore *self,
                          HeedDate   today,
                          GError   **error)
{
  return heed_store_read_now (self, count_actions_job (today), error);
}

/**
 * heed_store_count_actions_async:
 * @self: a store
 * @today: for what is late or due to be checked
 * @cancellable: (nullable): for giving up
 * @callback: called when done
 * @user_data: for @callback
 *
 * Counts actions; see heed_store_count_actions().
 */
void
heed_store_count_actions_async (HeedStore          *self,
                                HeedDate            today,
                                GCancellable       *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer            user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);

  heed_store_push_read (self, count_actions_job (today), task);
}

/**
 * heed_store_count_actions_finish:
 * @self: a store
 * @result: from the callback
 * @error: return location
 *
 * Returns: (transfer full): the answer
 */
HeedActionCounts *
heed_store_count_actions_finish (HeedStore    *self,
                                 GAsyncResult *result,
                                 GError      **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * heed_store_list_looks:
 * @self: a store
 * @query: how the lot is drawn
 * @error: return location
 *
 * Lists closed cases to look back at.
 *
 * Returns: (transfer full): the cases, longest closed first
 */
HeedLookList *
heed_store_list_looks (HeedStore           *self,
                       const HeedLookQuery *query,
                       GError             **error)
{
  return heed_store_read_now (self, list_looks_job (query), error);
}

/**
 * heed_store_list_looks_async:
 * @self: a store
 * @query: how the lot is drawn
 * @cancellable: (nullable): for giving up
 * @callback: called when done
 * @user_data: for @callback
 *
 * Lists closed cases to look back at; see heed_store_list_looks().
 */
void
heed_store_list_looks_async (HeedStore           *self,
                             const HeedLookQuery *query,
                             GCancellable        *cancellable,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);

  heed_store_push_read (self, list_looks_job (query), task);
}

/**
 * heed_store_list_looks_finish:
 * @self: a store
 * @result: from the callback
 * @error: return location
 *
 * Returns: (transfer full): the answer
 */
HeedLookList *
heed_store_list_looks_finish (HeedStore    *self,
                              GAsyncResult *result,
                              GError      **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * heed_store_list_said:
 * @self: a store
 * @publishable_only: leave out what may not be published
 * @error: return location
 *
 * Lists what people said and what was done.
 *
 * Returns: (transfer full) (element-type HeedSaidRow): newest first
 */
GPtrArray *
heed_store_list_said (HeedStore *self,
                      gboolean   publishable_only,
                      GError   **error)
{
  return heed_store_read_now (self, list_said_job (publishable_only), error);
}

/**
 * heed_store_list_said_async:
 * @self: a store
 * @publishable_only: leave out what may not be published
 * @cancellable: (nullable): for giving up
 * @callback: called when done
 * @user_data: for @callback
 *
 * Lists what was said and done; see heed_store_list_said().
 */
void
heed_store_list_said_async (HeedStore          *self,
                            gboolean            publishable_only,
                            GCancellable       *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer            user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);

  heed_store_push_read (self, list_said_job (publishable_only), task);
}

/**
 * heed_store_list_said_finish:
 * @self: a store
 * @result: from the callback
 * @error: return location
 *
 * Returns: (transfer full): the answer
 */
GPtrArray *
heed_store_list_said_finish (HeedStore    *self,
                             GAsyncResult *result,
                             GError      **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * heed_store_add_feedback:
 * @self: a store
 * @rows: (element-type HeedFeedbackRow): feedback that belongs to no case
 * @error: return location
 *
 * Keeps feedback, all of it or nothing. What is there already is not stored again.
 *
 * Returns: how many rows were not there before; -1 with an error
 */
int
heed_store_add_feedback (HeedStore *self,
                         GPtrArray *rows,
                         GError   **error)
{
  HeedJob job = { add_feedback_work, g_ptr_array_ref (rows), (GDestroyNotify) g_ptr_array_unref,
                  NULL };

  return GPOINTER_TO_INT (heed_store_write_now (self, job, error)) - 1;
}

/**
 * heed_store_list_feedback:
 * @self: a store
 * @error: return location
 *
 * Lists feedback that belongs to no case.
 *
 * Returns: (transfer full) (element-type HeedFeedbackRow): by month
 */
GPtrArray *
heed_store_list_feedback (HeedStore *self,
                          GError   **error)
{
  return heed_store_read_now (self, (HeedJob) { list_feedback_work, NULL, NULL,
                                                (GDestroyNotify) g_ptr_array_unref }, error);
}

/**
 * heed_store_list_feedback_async:
 * @self: a store
 * @cancellable: (nullable): for giving up
 * @callback: called when done
 * @user_data: for @callback
 *
 * Lists feedback that belongs to no case; see heed_store_list_feedback().
 */
void
heed_store_list_feedback_async (HeedStore          *self,
                                GCancellable       *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer            user_data)
{
  GTask  *task = g_task_new (self, cancellable, callback, user_data);
  HeedJob job = { list_feedback_work, NULL, NULL, (GDestroyNotify) g_ptr_array_unref };

  heed_store_push_read (self, job, task);
}

/**
 * heed_store_list_feedback_finish:
 * @self: a store
 * @result: from the callback
 * @error: return location
 *
 * Returns: (transfer full): the answer
 */
GPtrArray *
heed_store_list_feedback_finish (HeedStore    *self,
                                 GAsyncResult *result,
                                 GError      **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
