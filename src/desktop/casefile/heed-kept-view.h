/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "heed-session.h"

G_BEGIN_DECLS

GtkWidget *heed_kept_view_new (HeedSession    *session,
                               const HeedCase *state);

G_END_DECLS
