/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "heed-session.h"

G_BEGIN_DECLS

#define HEED_TYPE_PLACES_DIALOG (heed_places_dialog_get_type ())

/* Places that help. Emits "told" (HeedAct) when somebody says that they told the person of one. */
G_DECLARE_FINAL_TYPE (HeedPlacesDialog, heed_places_dialog, HEED, PLACES_DIALOG, AdwDialog)

AdwDialog *heed_places_dialog_new (HeedSession    *session,
                                   const HeedCase *state);

G_END_DECLS
