/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "heed-session.h"

G_BEGIN_DECLS

#define HEED_TYPE_GUIDANCE_LIST_PAGE (heed_guidance_list_page_get_type ())
G_DECLARE_FINAL_TYPE (HeedGuidanceListPage, heed_guidance_list_page, HEED, GUIDANCE_LIST_PAGE,
                      AdwNavigationPage)

GtkWidget *heed_guidance_list_page_new (HeedSession *session,
                                        const char  *list);

G_END_DECLS
