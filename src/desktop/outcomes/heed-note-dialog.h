/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "heed-measured.h"

G_BEGIN_DECLS

/* What was written: the text, empty to take the note away, and whether new limits begin. */
typedef void (*HeedNoteDone) (const char *text,
                              gboolean    rebase,
                              gpointer    user_data);

void heed_note_dialog_present (GtkWidget           *parent,
                               const char          *when,
                               const HeedChartNote *before,
                               HeedNoteDone         done);

G_END_DECLS
