/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The calls of the store that do not wait. Reads can be cancelled, writes cannot.
 */
#include "config.h"

#include "heed-store-private.h"

static void
push (HeedWorker  *worker,
      HeedJob      job,
      GTask       *task,
      HeedWorkDone done)
{
  if (worker != NULL)
    {
      heed_worker_push (worker, job, task, done);
      return;
    }
  if (job.free_input && job.input)
    job.free_input (job.input);
  g_task_return_new_error_literal (task, G_IO_ERROR, G_IO_ERROR_CLOSED, "the store is closed");
  g_object_unref (task);
}

void
heed_store_push_read (HeedStore *self, HeedJob job, GTask *task)
{
  push (heed_store_get_reader (self, NULL), job, task, NULL);
}

void
heed_store_push_write (HeedStore *self, HeedJob job, GTask *task)
{
  push (heed_store_get_writer (self, NULL), job, task, NULL);
}

/**
 * heed_store_perform_async:
 * @self: a store
 * @acts: what was done
 * @callback: called when done
 * @user_data: for @callback
 *
 * Performs acts; see heed_store_perform().
 */
void
heed_store_perform_async (HeedStore *self, GPtrArray *acts, GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task = g_task_new (self, NULL, callback, user_data);

  g_task_set_check_cancellable (task, FALSE);
  push (heed_store_get_writer (self, NULL), heed_job_perform (acts), task, heed_store_tell_cases);
}

/**
 * heed_store_perform_finish:
 * @self: a store
 * @result: from the callback
 * @error: return location
 *
 * Ends heed_store_perform_async().
 *
 * Returns: (transfer full): the answer
 */
GPtrArray *
heed_store_perform_finish (HeedStore *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * heed_store_load_case_async:
 * @self: a store
 * @case_id: a case
 * @cancellable: (nullable): for giving up
 * @callback: called when done
 * @user_data: for @callback
 *
 * Loads a case, its acts and its people.
 */
void
heed_store_load_case_async (HeedStore *self, gint64 case_id, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);

  push (heed_store_get_reader (self, NULL), heed_job_load_case (case_id), task, NULL);
}

/**
 * heed_store_load_case_finish:
 * @self: a store
 * @result: from the callback
 * @error: return location
 *
 * Ends heed_store_load_case_async().
 *
 * Returns: (transfer full): the answer
 */
HeedCaseFile *
heed_store_load_case_finish (HeedStore *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * heed_store_list_async:
 * @self: a store
 * @query: the question
 * @cancellable: (nullable): for giving up
 * @callback: called when done
 * @user_data: for @callback
 *
 * Loads the ids of a list in view order.
 */
void
heed_store_list_async (HeedStore *self, const HeedQuery *query, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);

  push (heed_store_get_reader (self, NULL), heed_job_list (query), task, NULL);
}

/**
 * heed_store_list_finish:
 * @self: a store
 * @result: from the callback
 * @error: return location
 *
 * Ends heed_store_list_async().
 *
 * Returns: (transfer full): the answer
 */
HeedIdList *
heed_store_list_finish (HeedStore *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * heed_store_load_rows_async:
 * @self: a store
 * @ids: (array length=n_ids): cases
 * @n_ids: how many
 * @cancellable: (nullable): for giving up
 * @callback: called when done
 * @user_data: for @callback
 *
 * Loads rows of a list.
 */
void
heed_store_load_rows_async (HeedStore *self, const gint64 *ids, guint n_ids, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);

  push (heed_store_get_reader (self, NULL), heed_job_load_rows (ids, n_ids), task, NULL);
}

/**
 * heed_store_load_rows_finish:
 * @self: a store
 * @result: from the callback
 * @error: return location
 *
 * Ends heed_store_load_rows_async().
 *
 * Returns: (transfer full): the answer
 */
GPtrArray *
heed_store_load_rows_finish (HeedStore *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * heed_store_count_async:
 * @self: a store
 * @today: for lateness
 * @cancellable: (nullable): for giving up
 * @callback: called when done
 * @user_data: for @callback
 *
 * Counts open cases.
 */
void
heed_store_count_async (HeedStore *self, HeedDate today, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);

  push (heed_store_get_reader (self, NULL), heed_job_count (today), task, NULL);
}

/**
 * heed_store_count_finish:
 * @self: a store
 * @result: from the callback
 * @counts: (out): the counts
 * @error: return location
 *
 * Ends heed_store_count_async().
 *
 * Returns: whether it succeeded
 */
gboolean
heed_store_count_finish (HeedStore *self, GAsyncResult *result, HeedCounts *counts, GError **error)
{
  g_autofree HeedCounts *answer = g_task_propagate_pointer (G_TASK (result), error);

  if (answer != NULL)
    *counts = *answer;
  return answer != NULL;
}

/**
 * heed_store_list_owners_async:
 * @self: a store
 * @cancellable: (nullable): for giving up
 * @callback: called when done
 * @user_data: for @callback
 *
 * Lists who owns open cases.
 */
void
heed_store_list_owners_async (HeedStore *self, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);

  push (heed_store_get_reader (self, NULL), heed_job_list_owners (), task, NULL);
}

/**
 * heed_store_list_owners_finish:
 * @self: a store
 * @result: from the callback
 * @error: return location
 *
 * Ends heed_store_list_owners_async().
 *
 * Returns: (transfer full): the answer
 */
char **
heed_store_list_owners_finish (HeedStore *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * heed_store_find_earlier_async:
 * @self: a store
 * @name: (nullable): a name
 * @reach: (nullable): a phone number or e-mail address
 * @cancellable: (nullable): for giving up
 * @callback: called when done
 * @user_data: for @callback
 *
 * Finds earlier cases of what may be the same person.
 */
void
heed_store_find_earlier_async (HeedStore *self, const char *name, const char *reach, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);

  push (heed_store_get_reader (self, NULL), heed_job_find_earlier (name, reach), task, NULL);
}

/**
 * heed_store_find_earlier_finish:
 * @self: a store
 * @result: from the callback
 * @error: return location
 *
 * Ends heed_store_find_earlier_async().
 *
 * Returns: (transfer full): the answer
 */
GPtrArray *
heed_store_find_earlier_finish (HeedStore *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * heed_store_save_draft_async:
 * @self: a store
 * @case_id: a case; 0 for one being logged
 * @author: who types
 * @kind: the act it is for
 * @text: (nullable): the text; %NULL deletes
 * @now: UTC, µs
 * @callback: called when done
 * @user_data: for @callback
 *
 * Keeps what is being typed.
 */
void
heed_store_save_draft_async (HeedStore *self, gint64 case_id, const char *author, const char *kind, const char *text, gint64 now, GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task = g_task_new (self, NULL, callback, user_data);

  g_task_set_check_cancellable (task, FALSE);
  push (heed_store_get_writer (self, NULL), heed_job_save_draft (case_id, author, kind, text, now), task, NULL);
}

/**
 * heed_store_save_draft_finish:
 * @self: a store
 * @result: from the callback
 * @error: return location
 *
 * Ends heed_store_save_draft_async().
 *
 * Returns: whether it succeeded
 */
gboolean
heed_store_save_draft_finish (HeedStore *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error) != NULL;
}

/**
 * heed_store_load_draft_async:
 * @self: a store
 * @case_id: a case; 0 for one being logged
 * @author: who typed
 * @kind: the act it is for
 * @cancellable: (nullable): for giving up
 * @callback: called when done
 * @user_data: for @callback
 *
 * Loads what was being typed.
 */
void
heed_store_load_draft_async (HeedStore *self, gint64 case_id, const char *author, const char *kind, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);

  push (heed_store_get_reader (self, NULL), heed_job_load_draft (case_id, author, kind), task, NULL);
}

/**
 * heed_store_load_draft_finish:
 * @self: a store
 * @result: from the callback
 * @error: return location
 *
 * Ends heed_store_load_draft_async().
 *
 * Returns: (transfer full): the answer
 */
char *
heed_store_load_draft_finish (HeedStore *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * heed_store_set_setting_async:
 * @self: a store
 * @name: which
 * @value: (nullable): its value; %NULL to forget
 * @callback: called when done
 * @user_data: for @callback
 *
 * Keeps what the organisation tells.
 */
void
heed_store_set_setting_async (HeedStore          *self,
                              const char         *name,
                              const char         *value,
                              GAsyncReadyCallback callback,
                              gpointer            user_data)
{
  GTask *task = g_task_new (self, NULL, callback, user_data);

  g_task_set_check_cancellable (task, FALSE);
  push (heed_store_get_writer (self, NULL), heed_job_set_setting (name, value), task, NULL);
}

/**
 * heed_store_set_setting_finish:
 * @self: a store
 * @result: from the callback
 * @error: return location
 *
 * Ends heed_store_set_setting_async().
 *
 * Returns: whether it is kept
 */
gboolean
heed_store_set_setting_finish (HeedStore    *self,
                               GAsyncResult *result,
                               GError      **error)
{
  return g_task_propagate_pointer (G_TASK (result), error) != NULL;
}
