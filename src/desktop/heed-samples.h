/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "heed-store.h"

G_BEGIN_DECLS

gboolean heed_samples_fill (HeedStore *store,
                            gint64     now,
                            GTimeZone *zone,
                            GError   **error);
char   **heed_samples_dup_services (void);

G_END_DECLS
