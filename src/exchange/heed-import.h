/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "heed-import-map.h"
#include "heed-store.h"

G_BEGIN_DECLS

/**
 * HeedImportCounts:
 * What became of the rows. @read is always the sum of the others once an import has ended.
 */
typedef struct
{
  guint64 read;
  guint64 made;
  guint64 refused;
  guint64 already;
} HeedImportCounts;

/**
 * HeedImportProgress:
 * @counts: how many rows so far
 * @done: bytes read
 * @total: bytes in the file
 * @user_data: what was given
 *
 * Called after each batch.
 *
 * Returns: %FALSE to stop here, with whole rows only
 */
typedef gboolean (*HeedImportProgress) (const HeedImportCounts *counts,
                                        guint64                 done,
                                        guint64                 total,
                                        gpointer                user_data);

/**
 * HeedImportRefused:
 * @row: number of the row, as a spreadsheet counts: the header is row 1
 * @reason: why it was refused
 * @user_data: what was given
 */
typedef void (*HeedImportRefused) (guint64     row,
                                   const char *reason,
                                   gpointer    user_data);

/**
 * HeedImport:
 * @path: the table
 * @map: which column is which fact
 * @rules: the rules
 * @store: (nullable): where the cases are made; %NULL checks all and writes nothing
 * @profile: profile of rows that name none
 * @site: (nullable): site of rows that name none
 * @context: who imports, when and where
 *
 * What an import needs to know.
 */
typedef struct
{
  const char          *path;
  const HeedImportMap *map;
  const HeedRules     *rules;
  HeedStore           *store;
  const char          *profile;
  const char          *site;
  HeedActContext       context;
  HeedImportProgress   progress;
  HeedImportRefused    refused;
  gpointer             user_data;
} HeedImport;

gboolean heed_import_run (const HeedImport *self,
                          HeedImportCounts *counts,
                          GError          **error);
char    *heed_import_refused_path (const char *path);

G_END_DECLS
