/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "heed-session.h"

G_BEGIN_DECLS

#define HEED_TYPE_LOOKS_PAGE (heed_looks_page_get_type ())

/* Closed cases to look back at, and what people said and what was done. */
G_DECLARE_FINAL_TYPE (HeedLooksPage, heed_looks_page, HEED, LOOKS_PAGE, AdwNavigationPage)

AdwNavigationPage *heed_looks_page_new (HeedSession *session);

G_END_DECLS
