/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "heed-database.h"
#include "heed-snapshot.h"

G_BEGIN_DECLS

gboolean   heed_exports_append (HeedDatabase *database,
                                const HeedExportEntry *entry,
                                GError **error);
GPtrArray *heed_exports_list (HeedDatabase *database, GError **error);
gboolean   heed_exports_check (HeedDatabase *database,
                               GPtrArray    *problems,
                               guint64      *n_exports,
                               GError      **error);

G_END_DECLS
