/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "heed-database.h"

G_BEGIN_DECLS

/* Set by a step that adds to the register: it has to be made again from the ledger. */
#define HEED_SETTING_STALE "register-stale"
#define HEED_SETTING_STALE_MONTHS "months-stale"

#define HEED_APPLICATION_ID 0x48454544  /* "HEED" */

gboolean heed_schema_prepare     (HeedDatabase       *database,
                                  const char         *path,
                                  GBytes             *key,
                                  HeedDatabaseFlags   flags,
                                  GError            **error);
gboolean heed_schema_check       (HeedDatabase       *database,
                                  const char         *path,
                                  HeedDatabaseFlags   flags,
                                  gint64             *version,
                                  GError            **error);
gboolean heed_schema_keep_index  (HeedDatabase       *database,
                                  gboolean            keep,
                                  GError            **error);
int      heed_schema_get_version (void);

G_END_DECLS
