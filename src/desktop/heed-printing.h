/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "heed-document.h"

G_BEGIN_DECLS

void heed_printing_print    (GtkWidget          *parent,
                             HeedDocument       *document,
                             gboolean            is_large_print);
void heed_printing_save_pdf (GtkWidget          *parent,
                             HeedDocument       *document,
                             gboolean            is_large_print,
                             const char         *name);

G_END_DECLS
