/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "heed-guide-edit.h"

G_BEGIN_DECLS

#define HEED_TYPE_GUIDANCE_ITEM_DIALOG (heed_guidance_item_dialog_get_type ())

/* Asks what an item of the guide says. Emits "saved" when that was answered. */
G_DECLARE_FINAL_TYPE (HeedGuidanceItemDialog, heed_guidance_item_dialog, HEED,
                      GUIDANCE_ITEM_DIALOG, AdwDialog)

AdwDialog  *heed_guidance_item_dialog_new      (const HeedGuideItem    *item,
                                                gboolean                needs_why);
const char *heed_guidance_item_dialog_get_item (HeedGuidanceItemDialog *self);
void        heed_guidance_item_dialog_get_text (HeedGuidanceItemDialog *self,
                                                HeedGuideText          *text);

G_END_DECLS
