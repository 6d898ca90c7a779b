/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "heed-query.h"

G_BEGIN_DECLS

#define HEED_TYPE_SIDEBAR (heed_sidebar_get_type ())
G_DECLARE_FINAL_TYPE (HeedSidebar, heed_sidebar, HEED, SIDEBAR, AdwBin)

void        heed_sidebar_set_counts (HeedSidebar      *self,
                                     const HeedCounts *counts);
void        heed_sidebar_set_my_day (HeedSidebar *self,
                                     guint        open,
                                     guint        late);
gboolean    heed_sidebar_choose (HeedSidebar *self,
                                 const char  *page);
const char *heed_sidebar_get_page (HeedSidebar *self);
void         heed_sidebar_set_page_counts (HeedSidebar *self,
                                           const char  *page,
                                           guint        open,
                                           guint        late);
gboolean     heed_sidebar_is_own_page (HeedSidebar *self);
HeedView    heed_sidebar_get_view (HeedSidebar *self);

G_END_DECLS
