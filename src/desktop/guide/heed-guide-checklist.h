/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "heed-guide-progress.h"
#include "heed-session.h"

G_BEGIN_DECLS

#define HEED_TYPE_GUIDE_CHECKLIST (heed_guide_checklist_get_type ())

/* One checklist: title, progress and items. */
G_DECLARE_FINAL_TYPE (HeedGuideChecklist, heed_guide_checklist, HEED, GUIDE_CHECKLIST, GtkBox)

GtkWidget           *heed_guide_checklist_new (HeedSession         *session,
                                               const HeedGuideList *list);
const HeedGuideList *heed_guide_checklist_get_list (HeedGuideChecklist *self);
void                 heed_guide_checklist_set_open (HeedGuideChecklist *self,
                                                    gboolean            is_open);
HeedGuideProgress    heed_guide_checklist_update (HeedGuideChecklist *self,
                                                  const HeedCase     *state);

G_END_DECLS
