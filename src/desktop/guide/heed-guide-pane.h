/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "heed-case.h"
#include "heed-session.h"

G_BEGIN_DECLS

#define HEED_TYPE_GUIDE_PANE (heed_guide_pane_get_type ())

/* The guide beside a case, or beside a complaint that is being written down. Emits
 * "perform" (GPtrArray of HeedAct, to be done in one transaction) and decides nothing itself. */
G_DECLARE_FINAL_TYPE (HeedGuidePane, heed_guide_pane, HEED, GUIDE_PANE, AdwBin)

void heed_guide_pane_set_session (HeedGuidePane *self,
                                  HeedSession   *session);
void heed_guide_pane_set_case (HeedGuidePane *self,
                               HeedCase      *state);
void heed_guide_pane_set_hints (HeedGuidePane     *self,
                                const char *const *codes,
                                const char        *question);

G_END_DECLS
