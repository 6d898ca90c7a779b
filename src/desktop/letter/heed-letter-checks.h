/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "heed-letter-check.h"

G_BEGIN_DECLS

#define HEED_TYPE_LETTER_CHECKS (heed_letter_checks_get_type ())

/* The pane beside a letter. Emits "insert" (id of a part), "show" (start, end), and "replace"
 * (start, end, better) where better is "" to keep what stands there; places are bytes of the text
 * that was checked. */
G_DECLARE_FINAL_TYPE (HeedLetterChecks, heed_letter_checks, HEED, LETTER_CHECKS, AdwBin)

void heed_letter_checks_show (HeedLetterChecks      *self,
                              const HeedLetterCheck *check,
                              const char            *text,
                              const HeedCase        *state,
                              const HeedRules       *rules,
                              const char            *apology_note,
                              GHashTable            *kept);

G_END_DECLS
