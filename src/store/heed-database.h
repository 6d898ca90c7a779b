/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "heed-store-error.h"

G_BEGIN_DECLS

/**
 * HeedDatabaseFlags:
 * @HEED_DATABASE_CREATE: make the file where there is none
 * @HEED_DATABASE_READ_ONLY: open for reading only
 * @HEED_DATABASE_SINGLE_FILE: no write-ahead log: for backups, which must be one file
 * @HEED_DATABASE_ANYWHERE: network folders are allowed: for backups
 */
typedef enum
{
  HEED_DATABASE_DEFAULT = 0,
  HEED_DATABASE_CREATE = 1 << 0,
  HEED_DATABASE_READ_ONLY = 1 << 1,
  HEED_DATABASE_SINGLE_FILE = 1 << 2,
  HEED_DATABASE_ANYWHERE = 1 << 3,
} HeedDatabaseFlags;

typedef enum
{
  HEED_STEP_ERROR,
  HEED_STEP_ROW,
  HEED_STEP_DONE,
} HeedStep;

/* One connection, for one thread. A statement belongs to its connection, which keeps it prepared;
 * releasing it only resets it. */
typedef struct _HeedDatabase  HeedDatabase;
typedef struct _HeedStatement HeedStatement;

HeedDatabase  *heed_database_open             (const char         *path,
                                               GBytes             *key,
                                               HeedDatabaseFlags   flags,
                                               GError            **error);
void           heed_database_close            (HeedDatabase       *self);
void           heed_database_set_cancellable  (HeedDatabase       *self,
                                               GCancellable       *cancellable);
gboolean       heed_database_exec             (HeedDatabase       *self,
                                               const char         *sql,
                                               GError            **error);
HeedStatement *heed_database_prepare          (HeedDatabase       *self,
                                               const char         *sql,
                                               GError            **error);
HeedStatement *heed_database_query            (HeedDatabase       *self,
                                               GError            **error,
                                               const char         *sql,
                                               const char         *types,
                                               ...);
gboolean       heed_database_run              (HeedDatabase       *self,
                                               GError            **error,
                                               const char         *sql,
                                               const char         *types,
                                               ...);
gboolean       heed_database_get_int          (HeedDatabase       *self,
                                               const char         *sql,
                                               gint64             *value,
                                               GError            **error);
gboolean       heed_database_begin            (HeedDatabase       *self,
                                               gboolean            write,
                                               GError            **error);
gboolean       heed_database_commit           (HeedDatabase       *self,
                                               GError            **error);
void           heed_database_rollback         (HeedDatabase       *self);
gboolean       heed_database_copy_to          (HeedDatabase       *self,
                                               HeedDatabase       *target,
                                               GError            **error);

void           heed_statement_bind_int        (HeedStatement      *self,
                                               int                 place,
                                               gint64              value);
void           heed_statement_bind_text       (HeedStatement      *self,
                                               int                 place,
                                               const char         *value);
HeedStep       heed_statement_step            (HeedStatement      *self,
                                               GError            **error);
gboolean       heed_statement_finish          (HeedStatement      *self,
                                               GError            **error);
gboolean       heed_statement_is_null         (HeedStatement      *self,
                                               int                 column);
gint64         heed_statement_get_int         (HeedStatement      *self,
                                               int                 column);
const char    *heed_statement_get_text        (HeedStatement      *self,
                                               int                 column);
char          *heed_statement_dup_text        (HeedStatement      *self,
                                               int                 column);
GBytes        *heed_statement_dup_blob        (HeedStatement      *self,
                                               int                 column);
void           heed_statement_release         (HeedStatement      *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HeedDatabase, heed_database_close)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HeedStatement, heed_statement_release)

G_END_DECLS
