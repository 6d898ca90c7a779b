/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "heed-session.h"

G_BEGIN_DECLS

#define HEED_TYPE_ACTIONS_PAGE (heed_actions_page_get_type ())

/* What was to change: learning actions and recommendations, until they are shown to work. */
G_DECLARE_FINAL_TYPE (HeedActionsPage, heed_actions_page, HEED, ACTIONS_PAGE, AdwNavigationPage)

AdwNavigationPage *heed_actions_page_new (HeedSession *session);

G_END_DECLS
