/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "heed-report-job.h"
#include "heed-session.h"

G_BEGIN_DECLS

/* An export or a report on a thread of its own. Made and freed on the main thread; fill it in
 * before it runs. */
typedef struct _HeedExportWork HeedExportWork;

/**
 * HeedExportChoice:
 * What somebody chose to have written. Strings are copied.
 * @kind: (nullable): a kind of report; %NULL for a table of cases
 * @preset: (nullable): a table that somebody asks for
 * @query: (nullable): which cases of a table
 * @site: (nullable): of a report that holds measures
 * @service: (nullable): of a report that holds measures
 */
typedef struct
{
  const char        *kind;
  const char        *preset;
  const char        *path;
  const char *const *columns;
  const char *const *references;
  const char        *reason;
  const HeedQuery   *query;
  HeedFormat         format;
  HeedTableOptions   options;
  HeedSnapshotBasis  basis;
  HeedDate           from;
  HeedDate           to;
  const char        *site;
  const char        *service;
  HeedSuppression    suppression;
  gboolean           identifiable;
} HeedExportChoice;

HeedExportWork *heed_export_work_new (HeedSession *session, const HeedExportChoice *choice);
void            heed_export_work_free (HeedExportWork *self);
void            heed_export_work_run_async (HeedExportWork     *self,
                                            GCancellable       *cancellable,
                                            GAsyncReadyCallback callback,
                                            gpointer            user_data);
guint64         heed_export_work_run_finish (HeedExportWork *self, GAsyncResult *result, GError **error);
double          heed_export_work_get_share (HeedExportWork *self);
void            heed_export_work_find_async (HeedExportWork     *self,
                                             GCancellable       *cancellable,
                                             GAsyncReadyCallback callback,
                                             gpointer            user_data);
GPtrArray *
heed_export_work_find_finish (HeedExportWork *self, GAsyncResult *result, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HeedExportWork, heed_export_work_free)

G_END_DECLS
