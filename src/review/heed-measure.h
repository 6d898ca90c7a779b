/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "heed-period.h"
#include "heed-statistics.h"
#include "heed-tally.h"

G_BEGIN_DECLS

/**
 * HeedMeasureKind:
 * @HEED_MEASURE_COUNT: how many
 * @HEED_MEASURE_SHARE: how many of how many, in per cent
 * @HEED_MEASURE_RATE: how many per 1,000 of activity
 * @HEED_MEASURE_RATIO: how many for each of something else, in per cent
 * @HEED_MEASURE_DAYS: the median of working days
 * @HEED_MEASURE_STOCK: how many there are at the end of the period
 */
typedef enum
{
  HEED_MEASURE_COUNT,
  HEED_MEASURE_SHARE,
  HEED_MEASURE_RATE,
  HEED_MEASURE_RATIO,
  HEED_MEASURE_DAYS,
  HEED_MEASURE_STOCK,
} HeedMeasureKind;

/**
 * HeedMeasure:
 * @id: what files and the command line call it
 * @kind: what it is
 * @improvement: which way is better
 * @basis: what it counts, and by which day
 * @counted: what must be so of all that count: the denominator
 * @hit: what must be so of those in the numerator, beside @counted (for a ratio: instead)
 *
 * One line of the dictionary of measures (domain.md §5.1 of the design).
 */
typedef struct
{
  const char     *id;
  HeedMeasureKind kind;
  HeedImprovement improvement;
  HeedTallyBasis  basis;
  guint           counted;
  guint           hit;
} HeedMeasure;

/**
 * HeedMeasureSet:
 *
 * Every measure over a row of periods, filled with one tally after the other.
 */
typedef struct _HeedMeasureSet HeedMeasureSet;

const HeedMeasure *heed_measures_get (guint *n_measures);
const HeedMeasure *heed_measure_find (const char *id);
gboolean           heed_measure_counts (const HeedMeasure *self,
                                        const HeedTally   *tally,
                                        HeedDate           today);
gboolean           heed_measure_hits (const HeedMeasure *self,
                                      const HeedTally   *tally,
                                      HeedDate           today);
double             heed_measure_get_scale (const HeedMeasure *self);

HeedMeasureSet   *heed_measure_set_new (const HeedPeriod *periods,
                                        guint             n_periods,
                                        HeedDate          today);
void              heed_measure_set_free (HeedMeasureSet *self);
void              heed_measure_set_add (HeedMeasureSet  *self,
                                        const HeedTally *tally,
                                        guint            n);
void              heed_measure_set_add_stock (HeedMeasureSet *self,
                                              gint64          before);
void              heed_measure_set_add_activity (HeedMeasureSet *self,
                                                 guint           period,
                                                 double          amount);
guint             heed_measure_set_get_n_periods (const HeedMeasureSet *self);
const HeedPeriod *heed_measure_set_get_period (const HeedMeasureSet *self,
                                               guint                 period);
HeedPeriodCount   heed_measure_set_get_count (const HeedMeasureSet *self,
                                              const HeedMeasure    *measure,
                                              guint                 period);
double            heed_measure_set_get_value (HeedMeasureSet    *self,
                                              const HeedMeasure *measure,
                                              guint              period);
double            heed_measure_set_get_quantile (HeedMeasureSet    *self,
                                                 const HeedMeasure *measure,
                                                 guint              period,
                                                 double             share);

/* In the place of a period: all of them together. */
#define HEED_ALL_PERIODS G_MAXUINT

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HeedMeasureSet, heed_measure_set_free)

G_END_DECLS
