/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "heed-rules.h"

G_BEGIN_DECLS

GtkWidget  *heed_code_row_new (const HeedRules *rules,
                               const char      *codes,
                               const char      *title,
                               HeedDate         today);
GtkWidget  *heed_date_row_new (const char *title);
const char *heed_code_row_get_id (GtkWidget *row);
void        heed_code_row_set_id (GtkWidget  *row,
                                  const char *id);

G_END_DECLS
