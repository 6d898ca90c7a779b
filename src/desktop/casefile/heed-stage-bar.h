/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "heed-session.h"

G_BEGIN_DECLS

#define HEED_TYPE_STAGE_BAR (heed_stage_bar_get_type ())

/* Shows how far a case is: listen, acknowledge, resolve, feedback. */
G_DECLARE_FINAL_TYPE (HeedStageBar, heed_stage_bar, HEED, STAGE_BAR, GtkBox)

void heed_stage_bar_set_case (HeedStageBar *self,
                              HeedCase     *state,
                              GPtrArray    *clocks,
                              HeedDate      today);
void heed_stage_bar_set_narrow (HeedStageBar *self,
                                gboolean      narrow);

G_END_DECLS
