/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "heed-session.h"

G_BEGIN_DECLS

#define HEED_TYPE_LISTEN_PAGE (heed_listen_page_get_type ())

/* The page on which a complaint is written down while the person speaks.
 * Emits "logged" (gint64: the case's register id) when it has been logged. */
G_DECLARE_FINAL_TYPE (HeedListenPage, heed_listen_page, HEED, LISTEN_PAGE, AdwNavigationPage)

HeedListenPage *heed_listen_page_new (HeedSession *session);

G_END_DECLS
