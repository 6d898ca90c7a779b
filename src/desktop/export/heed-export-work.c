/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * An export, a report, or a look at what would be replaced, on a thread of its own, so that the
 * window goes on. Knows no widget.
 */
#include "config.h"

#include "export/heed-export-work.h"

#define PREVIEW_CASES 200

struct _HeedExportWork
{
  HeedSnapshot *snapshot;
  HeedExport export;
  HeedReportJob    report;
  HeedExportResult result;

  /* owned */
  char      *path;
  char      *kind;
  char      *preset;
  char      *reason;
  char      *actor;
  char      *zone;
  char      *site;
  char      *service;
  char     **columns;
  char     **references;
  HeedQuery *query;

  /* told by the thread */
  gsize done;
  gsize total;
};

static void
progress_cb (guint64 done, guint64 total, gpointer user_data)
{
  HeedExportWork *self = user_data;

  g_atomic_pointer_set (&self->total, (gsize) total);
  g_atomic_pointer_set (&self->done, (gsize) done);
}

static void
fill_jobs (HeedExportWork *self, const HeedExportChoice *choice, HeedActContext context)
{
  HeedExport *export = &self->export;

  context.actor = self->actor;
  context.zone = self->zone;
  export->path = self->path;
  export->format = choice->format;
  export->options = choice->options;
  export->filter = (HeedSnapshotFilter) { self->query, choice->basis, choice->from, choice->to };
  export->what = self->preset;
  export->columns = (const char *const *) self->columns;
  export->identifiable = choice->identifiable;
  export->reason = choice->identifiable ? self->reason : NULL;
  export->context = context;
  export->progress = progress_cb;
  export->user_data = self;
  self->report = (HeedReportJob) {
    .kind = self->kind,
    .path = self->path,
    .format = choice->format,
    .options = choice->options,
    .from = choice->from,
    .to = choice->to,
    .site = self->site,
    .service = self->service,
    .suppression = choice->suppression,
    .references = (const char *const *) self->references,
    .reason = self->reason,
    .context = context,
    .progress = progress_cb,
    .user_data = self,
  };
}

/** heed_export_work_new: Makes a copy of a choice, ready to run. Returns: (transfer full) */
HeedExportWork *
heed_export_work_new (HeedSession *session, const HeedExportChoice *choice)
{
  HeedExportWork *self = g_new0 (HeedExportWork, 1);
  HeedActContext  context = heed_session_get_context (session);

  self->snapshot = heed_snapshot_new (heed_session_get_store (session));
  self->path = g_strdup (choice->path);
  self->kind = g_strdup (choice->kind);
  self->preset = g_strdup (choice->preset);
  self->reason = g_strdup (choice->reason);
  self->actor = g_strdup (context.actor);
  self->zone = g_strdup (context.zone);
  self->site = g_strdup (choice->site);
  self->service = g_strdup (choice->service);
  self->columns = g_strdupv ((char **) choice->columns);
  self->references = g_strdupv ((char **) choice->references);
  self->query = choice->query ? heed_query_copy (choice->query) : NULL;
  fill_jobs (self, choice, context);
  return self;
}

/** heed_export_work_free: @self: (transfer full): what does not run any more */
void
heed_export_work_free (HeedExportWork *self)
{
  g_clear_pointer (&self->snapshot, heed_snapshot_free);
  heed_export_result_clear (&self->result);
  g_free (self->path);
  g_free (self->kind);
  g_free (self->preset);
  g_free (self->reason);
  g_free (self->actor);
  g_free (self->zone);
  g_free (self->site);
  g_free (self->service);
  g_strfreev (self->columns);
  g_strfreev (self->references);
  g_clear_pointer (&self->query, heed_query_free);
  g_free (self);
}

/* The snapshot is ended by the thread that began it. */
static void
run_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  HeedExportWork *self = task_data;
  g_autoptr (HeedSnapshot) snapshot = g_steal_pointer (&self->snapshot);
  GError  *error = NULL;
  gboolean done;

  self->export.cancellable = cancellable;
  self->report.cancellable = cancellable;
  if (self->kind != NULL)
    done = heed_report_run (&self->report, snapshot, &self->result, &error);
  else
    done = heed_export_run (&self->export, snapshot, &self->result, &error);
  if (done)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/** heed_export_work_run_async: Writes the file. @self must live until @callback. */
void
heed_export_work_run_async (HeedExportWork     *self,
                            GCancellable       *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer            user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);

  /* What was written in full is told as written, also when the wish to stop came a moment later. */
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, self, NULL);
  g_task_run_in_thread (task, run_thread);
}

/** heed_export_work_run_finish: Returns: how many rows or cases are in the file; 0 with an error */
guint64
heed_export_work_run_finish (HeedExportWork *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error) ? self->result.written : 0;
}

/** heed_export_work_get_share: Returns: how much is done, from 0 to 1; negative if not known yet */
double
heed_export_work_get_share (HeedExportWork *self)
{
  gsize total = (gsize) g_atomic_pointer_get (&self->total);
  gsize done = (gsize) g_atomic_pointer_get (&self->done);

  return total > 0 ? MIN ((double) done / (double) total, 1.0) : -1.0;
}

static void
find_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  HeedExportWork *self = task_data;
  g_autoptr (HeedSnapshot) snapshot = g_steal_pointer (&self->snapshot);
  GError    *error = NULL;
  GPtrArray *finds;

  self->export.cancellable = cancellable;
  finds = heed_export_preview (&self->export, snapshot, PREVIEW_CASES, &error);
  if (finds != NULL)
    g_task_return_pointer (task, finds, (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

/** heed_export_work_find_async: Looks for what would be replaced. @self must live until @callback.
 */
void
heed_export_work_find_async (HeedExportWork     *self,
                             GCancellable       *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer            user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);

  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, self, NULL);
  g_task_run_in_thread (task, find_thread);
}

/** heed_export_work_find_finish: Returns: (transfer full) (element-type HeedExportFind) */
GPtrArray *
heed_export_work_find_finish (HeedExportWork *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
