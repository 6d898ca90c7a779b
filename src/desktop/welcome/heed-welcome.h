/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "heed-rules.h"

G_BEGIN_DECLS

#define HEED_TYPE_WELCOME (heed_welcome_get_type ())
G_DECLARE_FINAL_TYPE (HeedWelcome, heed_welcome, HEED, WELCOME, AdwBin)

GtkWidget *heed_welcome_new (HeedRules *rules);

G_END_DECLS
