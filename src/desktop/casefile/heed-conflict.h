/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "heed-session.h"

G_BEGIN_DECLS

void     heed_conflict_ask (GtkWidget          *parent,
                            HeedSession        *session,
                            GPtrArray          *mine,
                            const GError       *error,
                            GAsyncReadyCallback callback,
                            gpointer            user_data);
gboolean heed_conflict_ask_finish (GObject      *dialog,
                                   GAsyncResult *result);
guint    heed_conflict_get_seen (const GError *error);

G_END_DECLS
