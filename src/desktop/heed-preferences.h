/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "heed-session.h"

G_BEGIN_DECLS

#define HEED_TYPE_PREFERENCES (heed_preferences_get_type ())
G_DECLARE_FINAL_TYPE (HeedPreferences, heed_preferences, HEED, PREFERENCES, AdwPreferencesDialog)

AdwDialog *heed_preferences_new (HeedSession *session);
void       heed_preferences_apply_appearance (GSettings *settings);

G_END_DECLS
