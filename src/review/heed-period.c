/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Periods: the one place that cuts time into weeks, months, quarters and years. They are civil
 * days, so that no change of the clocks moves anything: the instant of an act became a day in the
 * organisation's zone when it happened (heed_date_of_instant()). */

#include "config.h"

#include "heed-period.h"

/* The first day of the period that @day falls into. */
static HeedDate
begin_of (HeedPeriodUnit unit,
          HeedDate       day)
{
  int year, month;

  heed_date_get (day, &year, &month, NULL);
  switch (unit)
    {
    case HEED_PERIOD_WEEK:
      return day - (heed_date_get_weekday (day) - 1);
    case HEED_PERIOD_QUARTER:
      return heed_date_new (year, (month - 1) / 3 * 3 + 1, 1);
    case HEED_PERIOD_YEAR:
      return heed_date_new (year, 1, 1);
    case HEED_PERIOD_MONTH:
    default:
      return heed_date_new (year, month, 1);
    }
}

static HeedDate
next_of (HeedPeriodUnit unit,
         HeedDate       begin)
{
  static const int months[] = { 0, 1, 3, 12 };

  return unit == HEED_PERIOD_WEEK ? begin + 7 : heed_date_add_months (begin, months[unit]);
}

/**
 * heed_periods_cut:
 * @unit: what to cut into
 * @from: the first day
 * @to: the last day, not before @from
 *
 * Cuts the days from @from to @to into whole calendar periods; the first and the last are cut short
 * where @from or @to falls inside one.
 *
 * Returns: (transfer full) (element-type HeedPeriod): the periods, in order and without gaps
 */
GArray *
heed_periods_cut (HeedPeriodUnit unit,
                  HeedDate       from,
                  HeedDate       to)
{
  GArray *periods = g_array_new (FALSE, FALSE, sizeof (HeedPeriod));

  for (HeedDate begin = begin_of (unit, from); begin <= to; begin = next_of (unit, begin))
    {
      HeedPeriod period = { MAX (begin, from), MIN (next_of (unit, begin), to + 1) };

      g_array_append_val (periods, period);
    }
  return periods;
}

/**
 * heed_periods_find:
 * @periods: (array length=n_periods): periods in order, without gaps
 * @n_periods: how many
 * @day: a day
 *
 * Returns: the number of the period that @day falls into; @n_periods for none
 */
guint
heed_periods_find (const HeedPeriod *periods,
                   guint             n_periods,
                   HeedDate          day)
{
  guint low = 0, high = n_periods;

  if (n_periods == 0 || day < periods[0].from || day >= periods[n_periods - 1].end)
    return n_periods;
  while (high - low > 1)
    {
      guint middle = low + (high - low) / 2;

      if (periods[middle].from <= day)
        low = middle;
      else
        high = middle;
    }
  return low;
}
