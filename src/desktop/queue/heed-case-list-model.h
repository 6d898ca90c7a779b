/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "heed-case-item.h"
#include "heed-store.h"

G_BEGIN_DECLS

#define HEED_TYPE_CASE_LIST_MODEL (heed_case_list_model_get_type ())
G_DECLARE_FINAL_TYPE (HeedCaseListModel, heed_case_list_model, HEED, CASE_LIST_MODEL, GObject)

HeedCaseListModel *heed_case_list_model_new (HeedStore *store);
void               heed_case_list_model_set_query (HeedCaseListModel *self,
                                                   const HeedQuery   *query);
void               heed_case_list_model_refresh (HeedCaseListModel *self);
gboolean           heed_case_list_model_is_ready (HeedCaseListModel *self);
gboolean           heed_case_list_model_is_capped (HeedCaseListModel *self);
gboolean           heed_case_list_model_has_sections (HeedCaseListModel *self);
int                heed_case_list_model_get_bucket (HeedCaseListModel *self,
                                                    guint              position);
guint              heed_case_list_model_get_bucket_size (HeedCaseListModel *self,
                                                         int                bucket);
gboolean           heed_case_list_model_find (HeedCaseListModel *self,
                                              gint64             id,
                                              guint             *position);
gint64             heed_case_list_model_get_id (HeedCaseListModel *self,
                                                guint              position);

G_END_DECLS
