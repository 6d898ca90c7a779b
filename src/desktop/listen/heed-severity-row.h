/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

GtkWidget *heed_severity_row_new (AdwToggleGroup **group);

G_END_DECLS
