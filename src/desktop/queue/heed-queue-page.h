/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "heed-session.h"

G_BEGIN_DECLS

#define HEED_TYPE_QUEUE_PAGE (heed_queue_page_get_type ())
G_DECLARE_FINAL_TYPE (HeedQueuePage, heed_queue_page, HEED, QUEUE_PAGE, AdwNavigationPage)

GtkWidget  *heed_queue_page_new (HeedSession *session);
void        heed_queue_page_set_view (HeedQueuePage *self,
                                      HeedView       view);
void        heed_queue_page_set_counted (HeedQueuePage     *self,
                                         const HeedCounted *counted,
                                         const char        *title);
void        heed_queue_page_focus_search (HeedQueuePage *self);
void        heed_queue_page_refresh (HeedQueuePage *self);
GListModel *heed_queue_page_get_model (HeedQueuePage *self);
void        heed_queue_page_set_collapsed (HeedQueuePage *self,
                                           gboolean       collapsed);

G_END_DECLS
