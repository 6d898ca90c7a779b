/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "heed-measured.h"

G_BEGIN_DECLS

void heed_outcomes_print (GtkWidget               *parent,
                          HeedMeasured            *measured,
                          const HeedMeasure       *measure,
                          const HeedMeasuredQuery *query);

G_END_DECLS
