/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "heed-measure.h"
#include "heed-suppression.h"

G_BEGIN_DECLS

/**
 * HeedShown:
 * @set: every measure; must outlive it
 * @measure: the one that is shown
 * @suppression: how small numbers are hidden
 * @table: its counts, a row for each period; the last row is all periods together
 * @own: the column of @table that holds the numerator
 *
 * One measure with its small numbers hidden, and with them as many others as it takes for the
 * totals, and for the measures that share a denominator with it, not to tell them.
 */
typedef struct
{
  HeedMeasureSet    *set;
  const HeedMeasure *measure;
  HeedSuppression    suppression;
  HeedCrossTable    *table;
  guint              own;
} HeedShown;

/**
 * HeedShownCell:
 * @numerator: -1 for hidden
 * @denominator: -1 for hidden
 * @value: NaN where it is hidden or cannot be computed
 *
 * What may be shown of one period.
 */
typedef struct
{
  gint64 numerator;
  gint64 denominator;
  double value;
} HeedShownCell;

HeedShown    *heed_shown_new (HeedMeasureSet    *set,
                              const HeedMeasure *measure,
                              HeedSuppression    suppression);
void          heed_shown_free (HeedShown *self);
HeedShownCell heed_shown_get (const HeedShown *self,
                              guint            period);
gboolean      heed_shown_hides_any (const HeedShown *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HeedShown, heed_shown_free)

G_END_DECLS
