/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "heed-rules.h"
#include "heed-theme.h"

G_BEGIN_DECLS

char *heed_theme_text (const HeedRules *rules,
                       const HeedTheme *theme);

G_END_DECLS
