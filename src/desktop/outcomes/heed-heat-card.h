/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "heed-measured.h"

G_BEGIN_DECLS

#define HEED_TYPE_HEAT_CARD (heed_heat_card_get_type ())
G_DECLARE_FINAL_TYPE (HeedHeatCard, heed_heat_card, HEED, HEAT_CARD, GtkBox)

void heed_heat_card_show (HeedHeatCard    *self,
                          const HeedRules *rules,
                          const GArray    *issues,
                          HeedDate         from,
                          HeedDate         to);

G_END_DECLS
