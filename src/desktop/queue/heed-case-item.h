/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "heed-case-row.h"

G_BEGIN_DECLS

#define HEED_TYPE_CASE_ITEM (heed_case_item_get_type ())
G_DECLARE_FINAL_TYPE (HeedCaseItem, heed_case_item, HEED, CASE_ITEM, GObject)

HeedCaseItem *heed_case_item_new (gint64 id);
gint64        heed_case_item_get_id (HeedCaseItem *self);
HeedCaseRow  *heed_case_item_get_row (HeedCaseItem *self);
void          heed_case_item_set_row (HeedCaseItem *self,
                                      HeedCaseRow  *row);

G_END_DECLS
