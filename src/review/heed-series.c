/* SPDX-License-Identifier: GPL-3.0-or-later */

/* From counted periods to a chart: which periods have a point, and which kind of chart suits. */

#include "config.h"

#include "heed-series.h"

#include <math.h>

/* The first period in which anything was recorded, so that the time before Heed was used is not
 * taken for a time without complaints. */
static guint
find_first (HeedMeasureSet *set)
{
  guint              n_periods = heed_measure_set_get_n_periods (set), n_measures;
  const HeedMeasure *measures = heed_measures_get (&n_measures);

  for (guint i = 0; i < n_periods; i++)
    for (guint j = 0; j < n_measures; j++)
      {
        HeedPeriodCount count = heed_measure_set_get_count (set, &measures[j], i);

        if (measures[j].kind != HEED_MEASURE_RATE && (count.numerator > 0 || count.denominator > 0))
          return i;
      }
  return n_periods;
}

/**
 * heed_series_new:
 * @set: measures, counted
 * @measure: one of them
 * @rebase: (nullable) (array): for each period, whether new limits begin there
 *
 * Charts a measure: XmR, or, where the numbers are small, the chart that heed_spc_choose() finds;
 * months of rare events are charted by their counts.
 *
 * Returns: (transfer full): the series
 */
HeedSeries *
heed_series_new (HeedMeasureSet    *set,
                 const HeedMeasure *measure,
                 const gboolean    *rebase)
{
  HeedSeries                 *self = g_new0 (HeedSeries, 1);
  guint                       n_periods = heed_measure_set_get_n_periods (set), n = 0;
  g_autofree HeedSpcInput    *inputs = g_new0 (HeedSpcInput, n_periods + 1);
  g_autofree HeedPeriodCount *counts = g_new0 (HeedPeriodCount, n_periods + 1);
  HeedSpcOptions              options = { .improvement = measure->improvement,
                                          .scale = heed_measure_get_scale (measure) };
  gboolean                    again = FALSE;

  self->measure = measure;
  self->periods = g_new0 (guint, n_periods + 1);
  for (guint i = find_first (set); i < n_periods; i++)
    {
      double value = heed_measure_set_get_value (set, measure, i);

      again |= rebase != NULL && rebase[i];
      if (!isfinite (value))
        continue;
      counts[n] = heed_measure_set_get_count (set, measure, i);
      inputs[n] = (HeedSpcInput) { value, counts[n].denominator, again };
      self->periods[n++] = i;
      again = FALSE;
    }
  self->reason = HEED_SPC_REASON_ENOUGH;
  if (measure->kind == HEED_MEASURE_SHARE || measure->kind == HEED_MEASURE_COUNT
      || measure->kind == HEED_MEASURE_RATE)
    options.kind = heed_spc_choose (counts, n, measure->kind == HEED_MEASURE_SHARE, &self->reason);
  if (options.kind == HEED_SPC_T)
    {
      options.kind = HEED_SPC_C;
      self->reason = HEED_SPC_REASON_SMALL_COUNT;
    }
  self->spc = heed_spc_new (inputs, n, &options);
  return self;
}

/**
 * heed_series_free:
 * @self: (transfer full): a series
 */
void
heed_series_free (HeedSeries *self)
{
  heed_spc_free (self->spc);
  g_free (self->periods);
  g_free (self);
}
