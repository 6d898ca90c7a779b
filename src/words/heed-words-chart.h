/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "heed-chart.h"
#include "heed-words-measures.h"

G_BEGIN_DECLS

/**
 * HeedChartContent:
 * @spc: the chart
 * @names: (element-type utf8): short names below its points
 * @labels: (element-type utf8): what each point is called when it is spoken of
 * @texts: (element-type utf8): all there is to say of each point
 * @notes: (element-type utf8): what stands beside each point, %NULL for nothing
 * @least: the least value there can be
 * @most: the greatest value there can be; infinity for none
 * @least_span: the least difference between the ends of the scale
 * @format: writes values
 * @format_data: for @format
 *
 * What a chart shows, in words and numbers, whoever draws it.
 */
typedef struct
{
  HeedSpc        *spc;
  GPtrArray      *names;
  GPtrArray      *labels;
  GPtrArray      *texts;
  GPtrArray      *notes;
  double          least;
  double          most;
  double          least_span;
  HeedChartFormat format;
  gpointer        format_data;
} HeedChartContent;

HeedSeries          *heed_measured_new_series (HeedMeasured      *measured,
                                               const HeedMeasure *measure);
const HeedChartNote *heed_measured_find_note (HeedMeasured      *measured,
                                              const HeedMeasure *measure,
                                              HeedDate           day);
char                *heed_words_series_reading (const HeedSeries     *series,
                                                const HeedMeasureSet *set);
HeedChartContent    *heed_chart_content_new (HeedMeasured *measured,
                                             HeedSeries   *series);
void                 heed_chart_content_free (HeedChartContent *self);
HeedChart           *heed_chart_content_lay_out (const HeedChartContent *self,
                                                 double                  width,
                                                 double                  height,
                                                 HeedChartMeasure        measure,
                                                 gpointer                user_data);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HeedChartContent, heed_chart_content_free)

G_END_DECLS
