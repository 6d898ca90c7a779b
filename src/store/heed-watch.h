/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "heed-store.h"

G_BEGIN_DECLS

typedef struct _HeedWatch HeedWatch;

HeedWatch *heed_watch_new  (HeedStore *store);
void       heed_watch_free (HeedWatch *self);
void       heed_watch_know (HeedWatch *self,
                            gint64     case_id,
                            guint      seq);

G_END_DECLS
