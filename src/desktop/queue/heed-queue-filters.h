/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "heed-session.h"

G_BEGIN_DECLS

#define HEED_TYPE_QUEUE_FILTERS (heed_queue_filters_get_type ())
G_DECLARE_FINAL_TYPE (HeedQueueFilters, heed_queue_filters, HEED, QUEUE_FILTERS, GObject)

typedef enum
{
  HEED_FILTER_SERVICE,
  HEED_FILTER_SEVERITY,
  HEED_FILTER_OWNER,
  HEED_FILTER_FLAG,
} HeedFilter;

#define HEED_N_FILTERS 4

HeedQueueFilters *heed_queue_filters_new (HeedSession    *session,
                                          GtkMenuButton **buttons);
GActionGroup     *heed_queue_filters_get_actions (HeedQueueFilters *self);
gboolean          heed_queue_filters_is_active (HeedQueueFilters *self);
void              heed_queue_filters_apply (HeedQueueFilters *self,
                                            HeedQuery        *query);
void              heed_queue_filters_clear (HeedQueueFilters *self);

G_END_DECLS
