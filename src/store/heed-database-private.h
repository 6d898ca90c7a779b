/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "heed-database.h"

G_BEGIN_DECLS

#define HEED_DATABASE_HEAD_SIZE 1024

gboolean heed_database_adopt          (HeedDatabase       *self,
                                       HeedDatabaseFlags   flags,
                                       GError            **error);

gboolean heed_database_file_check     (const char         *path,
                                       HeedDatabaseFlags   flags,
                                       GError            **error);
gboolean heed_database_file_check_head (const char        *path,
                                       const guint8       *head,
                                       gsize               size,
                                       gboolean            encrypted,
                                       GError            **error);
void     heed_database_file_tell      (const guint8       *head,
                                       gsize               size,
                                       int                *code);
gboolean heed_database_file_is_remote (guint64             magic);
gboolean heed_database_file_sync      (const char         *path,
                                       GError            **error);

G_END_DECLS
