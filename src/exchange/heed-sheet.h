/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "heed-document.h"
#include "heed-words-sheet.h"

G_BEGIN_DECLS

HeedDocument *heed_sheet_new (const HeedCaseFile *file,
                              const HeedRules    *rules,
                              const HeedSender   *sender,
                              HeedDate            today);

G_END_DECLS
