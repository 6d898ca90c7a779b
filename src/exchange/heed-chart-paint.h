/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>

#include "heed-words-chart.h"

G_BEGIN_DECLS

void heed_chart_paint (const HeedChartContent *content,
                       cairo_t                *cr,
                       double                  width,
                       double                  height);

G_END_DECLS
