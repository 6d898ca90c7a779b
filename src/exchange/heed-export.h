/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "heed-scanner.h"
#include "heed-table-writer.h"

G_BEGIN_DECLS

typedef void (*HeedExportProgress) (guint64 done, guint64 total, gpointer user_data);

/**
 * HeedExport:
 * What is to leave the register. Whoever makes it keeps what it points to until the end.
 * @path: the file to make or to replace
 * @format: any but %HEED_FORMAT_PDF
 * @filter: which cases
 * @what: (nullable): id of a table that somebody asks for, of whose columns those that tell who
 * somebody is are left out where nobody shall be known; %NULL for cases
 * @columns: (nullable) (array zero-terminated=1): ids of columns; %NULL for the usual ones
 * @identifiable: whether it shows who people are
 * @reason: (nullable): why, where it does; must be given then
 * @context: who exports, when and in which zone
 * @cancellable: (nullable): for giving up
 * @progress: (nullable): told now and then, on the thread that exports
 */
typedef struct
{
  const char        *path;
  HeedFormat         format;
  HeedTableOptions   options;
  HeedSnapshotFilter filter;
  const char        *what;
  const char *const *columns;
  gboolean           identifiable;
  const char        *reason;
  HeedActContext     context;
  GCancellable      *cancellable;
  HeedExportProgress progress;
  gpointer           user_data;
} HeedExport;

/**
 * HeedExportResult:
 * What left the register.
 * @matched: cases that the filter matches, counted apart
 * @written: rows in the file; always the same
 * @clipped: texts that were cut because a cell holds no more
 * @sha256: of the file, in hex
 * @about: (nullable): a second file that says what the first is, where that has no place for it
 */
typedef struct
{
  char   *id;
  guint64 matched;
  guint64 written;
  guint64 clipped;
  char   *sha256;
  char   *head;
  char   *about;
} HeedExportResult;

/**
 * HeedExportFind:
 * One thing that the search of free text found.
 * @label: of which kind
 * @text: what it was
 * @count: how often
 */
typedef struct
{
  const char *label;
  char       *text;
  guint       count;
} HeedExportFind;

char   **heed_export_dup_columns (const HeedExport *self, GError **error);
gboolean heed_export_run (const HeedExport *self,
                          HeedSnapshot     *snapshot,
                          HeedExportResult *result,
                          GError          **error);
void     heed_export_result_clear (HeedExportResult *result);
GPtrArray *
heed_export_preview (const HeedExport *self, HeedSnapshot *snapshot, guint n_cases, GError **error);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (HeedExportResult, heed_export_result_clear)

G_END_DECLS
