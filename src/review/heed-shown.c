/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What may be shown of a measure where small numbers are hidden, the same for the command line and
 * for reports. Knows no words and no files. */

#include "config.h"

#include "heed-shown.h"

#include <math.h>

#define MOST_PARTS 3

/* The findings share a denominator and add up to it: two of them tell the third. */
static guint
get_parts (const HeedMeasure *measure,
           const HeedMeasure *parts[MOST_PARTS])
{
  static const guint findings[] = { HEED_TALLY_UPHELD, HEED_TALLY_PARTLY, HEED_TALLY_NOT_UPHELD };
  guint              n_measures;
  const HeedMeasure *all = heed_measures_get (&n_measures);
  guint              n = 0;

  for (guint i = 0; i < G_N_ELEMENTS (findings); i++)
    for (guint j = 0; j < n_measures; j++)
      if (all[j].basis == measure->basis && all[j].counted == measure->counted
          && all[j].hit == findings[i])
        parts[n++] = &all[j];
  for (guint i = 0; n == MOST_PARTS && i < n; i++)
    if (parts[i] == measure)
      return n;
  parts[0] = measure;
  return 1;
}

static void
fill (HeedShown         *self,
      const HeedMeasure *parts[MOST_PARTS],
      guint              n_parts,
      gboolean           share)
{
  for (guint i = 0; i < heed_measure_set_get_n_periods (self->set); i++)
    {
      HeedPeriodCount count = heed_measure_set_get_count (self->set, self->measure, i);
      gboolean        days = self->measure->kind == HEED_MEASURE_DAYS;

      if (n_parts == 1)
        heed_cross_table_add (self->table, i, 0,
                              (gint64) (days ? count.denominator : count.numerator));
      if (n_parts == 1 && share)
        heed_cross_table_add (self->table, i, 1, (gint64) (count.denominator - count.numerator));
      for (guint part = 0; n_parts > 1 && part < n_parts; part++)
        heed_cross_table_add (
            self->table, i, part,
            (gint64) heed_measure_set_get_count (self->set, parts[part], i).numerator);
    }
}

/**
 * heed_shown_new:
 * @set: every measure; must outlive what is returned
 * @measure: one of them
 * @suppression: how small numbers are hidden
 *
 * Finds out what may be shown.
 *
 * Returns: (transfer full): the measure with its small numbers hidden
 */
HeedShown *
heed_shown_new (HeedMeasureSet    *set,
                const HeedMeasure *measure,
                HeedSuppression    suppression)
{
  HeedShown         *self = g_new0 (HeedShown, 1);
  gboolean           share = measure->kind == HEED_MEASURE_SHARE;
  const HeedMeasure *parts[MOST_PARTS];
  guint              n_parts = get_parts (measure, parts);

  self->set = set;
  self->measure = measure;
  self->suppression = suppression;
  self->table = heed_cross_table_new (heed_measure_set_get_n_periods (set),
                                      n_parts > 1 ? n_parts
                                      : share     ? 2
                                                  : 1);
  while (self->own + 1 < n_parts && parts[self->own] != measure)
    self->own++;
  fill (self, parts, n_parts, share);
  heed_cross_table_suppress (self->table, suppression);
  return self;
}

/**
 * heed_shown_free:
 * @self: (transfer full): a measure
 */
void
heed_shown_free (HeedShown *self)
{
  heed_cross_table_free (self->table);
  g_free (self);
}

static gint64
get_count (const HeedShown *self,
           guint            row,
           guint            column)
{
  gint64 count;

  return heed_cross_table_get_shown (self->table, row, column, &count) ? count : -1;
}

/* What is not in the numerator must be shown, too: it is small where nearly all are in it. */
static HeedShownCell
get_share (const HeedShown *self,
           guint            row)
{
  guint         n = heed_cross_table_get_n_columns (self->table);
  HeedShownCell cell = { get_count (self, row, self->own), get_count (self, row, n),
                         (double) NAN };
  gboolean      rest = n != 2 || get_count (self, row, 1) >= 0;

  if (cell.numerator >= 0 && cell.denominator > 0 && rest)
    cell.value = 100.0 * (double) cell.numerator / (double) cell.denominator;
  return cell;
}

/**
 * heed_shown_get:
 * @self: a measure
 * @period: the number of a period, or %HEED_ALL_PERIODS
 *
 * Returns: what may be shown of it
 */
HeedShownCell
heed_shown_get (const HeedShown *self,
                guint            period)
{
  HeedMeasureKind kind = self->measure->kind;
  HeedPeriodCount count = heed_measure_set_get_count (self->set, self->measure, period);
  guint           row = MIN (period, heed_measure_set_get_n_periods (self->set));
  HeedShownCell   cell = { get_count (self, row, 0), (gint64) count.denominator, (double) NAN };

  if (kind == HEED_MEASURE_SHARE)
    cell = get_share (self, row);
  else if (kind == HEED_MEASURE_STOCK && period == HEED_ALL_PERIODS)
    cell.numerator = heed_suppression_hides (self->suppression, (gint64) count.numerator)
                         ? -1
                         : heed_suppression_round (self->suppression, (gint64) count.numerator);
  else if (kind == HEED_MEASURE_DAYS)
    {
      cell.denominator = cell.numerator;
      cell.numerator = 0;
    }
  if (self->suppression == HEED_SUPPRESS_NONE
      || (kind != HEED_MEASURE_SHARE && cell.numerator >= 0 && cell.denominator >= 0))
    cell.value = heed_measure_set_get_value (self->set, self->measure, period);
  if (self->suppression == HEED_SUPPRESS_PUBLIC && kind == HEED_MEASURE_COUNT)
    cell.value = cell.numerator >= 0 ? (double) cell.numerator : (double) NAN;
  return cell;
}

/**
 * heed_shown_hides_any:
 * @self: a measure
 *
 * Returns: whether any of its numbers is hidden or rounded, so that a chart of it would tell them
 */
gboolean
heed_shown_hides_any (const HeedShown *self)
{
  if (self->suppression == HEED_SUPPRESS_NONE)
    return FALSE;
  if (self->suppression == HEED_SUPPRESS_PUBLIC)
    return TRUE;
  for (guint row = 0; row <= heed_cross_table_get_n_rows (self->table); row++)
    for (guint column = 0; column <= heed_cross_table_get_n_columns (self->table); column++)
      if (get_count (self, row, column) < 0)
        return TRUE;
  return FALSE;
}
