/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "heed-rules.h"

G_BEGIN_DECLS

GtkWidget *heed_codes_row_new         (const HeedRules *rules,
                                       const char      *codes,
                                       const char      *title,
                                       HeedDate         today);
JsonArray *heed_codes_row_collect     (GtkWidget       *row);
void       heed_codes_row_fill        (GtkWidget       *row,
                                       JsonArray       *ids);
void       heed_codes_row_watch       (GtkWidget       *row,
                                       GCallback        callback,
                                       gpointer         object);

GtkWidget *heed_language_row_new      (const char      *title);
char      *heed_language_row_dup      (GtkWidget       *row);
void       heed_language_row_set      (GtkWidget       *row,
                                       const char      *language);

G_END_DECLS
