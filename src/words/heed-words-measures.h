/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "heed-measured.h"
#include "heed-series.h"
#include "heed-suppression.h"
#include "heed-words-review.h"

G_BEGIN_DECLS

const char *heed_words_measure (const HeedMeasure *measure);
const char *heed_words_measure_definition (const HeedMeasure *measure);
const char *heed_words_measure_numerator (const HeedMeasure *measure);
const char *heed_words_measure_denominator (const HeedMeasure *measure);
const char *heed_words_measure_basis (const HeedMeasure *measure);
const char *heed_words_improvement (HeedImprovement improvement);
char       *heed_words_measure_value (const HeedMeasure *measure,
                                      double             value);
char       *heed_words_measure_counts (const HeedMeasure *measure,
                                       HeedPeriodCount    count);
char       *heed_words_series_brief        (const HeedSeries  *series,
                                            HeedPeriodCount    count);
char       *heed_words_period (const HeedPeriod *period);
char       *heed_words_period_short (const HeedPeriod *period,
                                     gboolean          year);
char       *heed_words_span (HeedDate from,
                             HeedDate to);
const char *heed_words_suppression (HeedSuppression suppression);

G_END_DECLS
