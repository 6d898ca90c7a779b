/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "heed-words-chart.h"

G_BEGIN_DECLS

#define HEED_TYPE_CHART_VIEW (heed_chart_view_get_type ())
G_DECLARE_FINAL_TYPE (HeedChartView, heed_chart_view, HEED, CHART_VIEW, GtkWidget)

void heed_chart_view_set_content (HeedChartView    *self,
                                  HeedChartContent *content,
                                  const char       *summary);
int  heed_chart_view_get_chosen (HeedChartView *self);
void heed_chart_view_choose (HeedChartView *self,
                             int            point);

G_END_DECLS
