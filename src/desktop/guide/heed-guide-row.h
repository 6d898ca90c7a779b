/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "heed-guide-list.h"
#include "heed-session.h"

G_BEGIN_DECLS

#define HEED_TYPE_GUIDE_ROW (heed_guide_row_get_type ())

/* One item of a checklist. Activates the actions "guide.tick" (item, evidence), "guide.undo" (item)
 * and "guide.not-applicable" (item) of a pane above it. */
G_DECLARE_FINAL_TYPE (HeedGuideRow, heed_guide_row, HEED, GUIDE_ROW, GtkListBoxRow)

GtkWidget  *heed_guide_row_new (HeedSession         *session,
                                const HeedGuideItem *item);
const char *heed_guide_row_get_item (HeedGuideRow *self);
void        heed_guide_row_toggle_details (HeedGuideRow *self);
void        heed_guide_row_update (HeedGuideRow   *self,
                                   const HeedTick *tick,
                                   gboolean        is_next);

G_END_DECLS
