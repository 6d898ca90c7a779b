/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "heed-rules.h"

G_BEGIN_DECLS

GtkWidget  *heed_answers_row_new     (const HeedRules *rules,
                                      const char      *survey,
                                      const char      *title);
JsonObject *heed_answers_row_collect (GtkWidget       *row);
void        heed_answers_row_fill    (GtkWidget       *row,
                                      JsonObject      *answers);
void        heed_answers_row_watch   (GtkWidget       *row,
                                      GCallback        callback,
                                      gpointer         object);

G_END_DECLS
