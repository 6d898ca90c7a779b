/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "heed-measured.h"
#include "heed-session.h"

G_BEGIN_DECLS

#define HEED_TYPE_OUTCOMES_PAGE (heed_outcomes_page_get_type ())
G_DECLARE_FINAL_TYPE (HeedOutcomesPage, heed_outcomes_page, HEED, OUTCOMES_PAGE, AdwNavigationPage)

AdwNavigationPage *heed_outcomes_page_new (HeedSession *session);
void               heed_outcomes_page_refresh (HeedOutcomesPage *self);
HeedMeasuredQuery *heed_outcomes_page_dup_query (HeedOutcomesPage *self);

G_END_DECLS
