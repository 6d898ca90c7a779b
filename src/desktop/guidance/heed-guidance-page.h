/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "heed-session.h"

G_BEGIN_DECLS

#define HEED_TYPE_GUIDANCE_PAGE (heed_guidance_page_get_type ())
G_DECLARE_FINAL_TYPE (HeedGuidancePage, heed_guidance_page, HEED, GUIDANCE_PAGE, AdwNavigationPage)

AdwNavigationPage *heed_guidance_page_new (HeedSession *session);

G_END_DECLS
