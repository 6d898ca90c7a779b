/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "heed-session.h"

G_BEGIN_DECLS

#define HEED_TYPE_CASE_PAGE (heed_case_page_get_type ())

/* One case: where it stands, what they said, what was promised, what was done.
 * Emits "step" (int: -1 or 1) when the previous or next case of the queue is asked for, and
 * "open-case" (gint64) when a linked case is. */
G_DECLARE_FINAL_TYPE (HeedCasePage, heed_case_page, HEED, CASE_PAGE, AdwNavigationPage)

HeedCasePage *heed_case_page_new (HeedSession *session,
                                  gint64       case_id);
gint64        heed_case_page_get_case_id (HeedCasePage *self);
void          heed_case_page_set_case_id (HeedCasePage *self,
                                          gint64        case_id);
void          heed_case_page_set_steps (HeedCasePage *self,
                                        gboolean      has_previous,
                                        gboolean      has_next);

G_END_DECLS
