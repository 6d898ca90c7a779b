/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define HEED_TYPE_SEVERITY_CELL (heed_severity_cell_get_type ())
G_DECLARE_FINAL_TYPE (HeedSeverityCell, heed_severity_cell, HEED, SEVERITY_CELL, GtkWidget)

GtkWidget *heed_severity_cell_new (void);
void       heed_severity_cell_set_severity (HeedSeverityCell *self,
                                            int               severity);

G_END_DECLS
