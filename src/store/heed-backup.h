/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "heed-database.h"

G_BEGIN_DECLS

gboolean heed_backup_write       (HeedDatabase *database,
                                  const char   *path,
                                  GBytes       *key,
                                  GError      **error);
gboolean heed_backup_before      (HeedDatabase *database,
                                  const char   *path,
                                  GBytes       *key,
                                  const char   *what,
                                  GError      **error);
gboolean heed_backup_check       (const char   *path,
                                  GBytes       *key,
                                  GError      **error);
void     heed_backup_remove_rest (const char   *path);

G_END_DECLS
