/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "heed-session.h"

G_BEGIN_DECLS

#define HEED_TYPE_LETTER_PAGE (heed_letter_page_get_type ())

/* Writes one letter about a case. Emits "recorded" (no arguments) when it was recorded as sent. */
G_DECLARE_FINAL_TYPE (HeedLetterPage, heed_letter_page, HEED, LETTER_PAGE, AdwNavigationPage)

HeedLetterPage *heed_letter_page_new (HeedSession *session,
                                      gint64       case_id,
                                      const char  *letter);

G_END_DECLS
