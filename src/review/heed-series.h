/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "heed-measure.h"

G_BEGIN_DECLS

/**
 * HeedSeries:
 * @measure: the measure
 * @spc: its chart
 * @periods: (array): for each point of the chart, the number of its period in the set
 * @reason: why this kind of chart
 *
 * A measure over time, as it is charted: periods with nothing to make a value of have no point, and
 * those before anything was recorded at all are left out.
 */
typedef struct
{
  const HeedMeasure *measure;
  HeedSpc           *spc;
  guint             *periods;
  HeedSpcReason      reason;
} HeedSeries;

HeedSeries *heed_series_new (HeedMeasureSet    *set,
                             const HeedMeasure *measure,
                             const gboolean    *rebase);
void        heed_series_free (HeedSeries *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HeedSeries, heed_series_free)

G_END_DECLS
