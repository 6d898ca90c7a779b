/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The few formulas that measures need beside the control charts: an interval round a share,
 * medians and other quantiles, agreement of two coders, and which chart suits a series. */

#include "config.h"

#include "heed-statistics.h"

#include <math.h>

#define Z_95 1.959963984540054 /* the normal deviate of 95 %, two-sided */

/* Below this many in a period, chance alone moves a share or count more than what happens. */
#define FEW_EVENTS 5
#define FEW_PEOPLE 20

/**
 * heed_wilson_interval:
 * @numerator: how many of them
 * @denominator: of how many, above 0
 * @low: (out): the lower end, 0 to 1
 * @high: (out): the upper end, 0 to 1
 *
 * Computes the 95 % confidence interval of a share (Wilson, 1927), which stays between 0 and 1 and
 * holds for small numbers.
 */
void
heed_wilson_interval (double  numerator,
                      double  denominator,
                      double *low,
                      double *high)
{
  double n = denominator;
  double p = numerator / n;
  double square = Z_95 * Z_95;
  double middle = (p + square / (2 * n)) / (1 + square / n);
  double width = Z_95 * sqrt (p * (1 - p) / n + square / (4 * n * n)) / (1 + square / n);

  *low = MAX (middle - width, 0);
  *high = MIN (middle + width, 1);
}

/**
 * heed_quantile:
 * @sorted: (array length=n_values): values from least to most
 * @n_values: how many
 * @share: 0.5 for the median, 0.9 for the 90th percentile
 *
 * Finds a quantile, between two values where it falls between them (the seventh definition of
 * Hyndman and Fan, 1996, which spreadsheets and R use).
 *
 * Returns: the quantile; NaN where there are no values
 */
double
heed_quantile (const int *sorted,
               guint      n_values,
               double     share)
{
  double place, below;
  guint  index;

  if (n_values == 0)
    return NAN;
  place = share * (n_values - 1);
  below = floor (place);
  index = (guint) below;
  if (index + 1 >= n_values)
    return sorted[n_values - 1];
  return sorted[index] + (place - below) * ((double) sorted[index + 1] - sorted[index]);
}

/**
 * heed_agreement:
 * @first: (array length=n_pairs): what the first coder chose, from 0 and below @n_codes
 * @second: (array length=n_pairs): what the second chose for the same
 * @n_pairs: how many were coded twice
 * @n_codes: how many codes there are to choose from, at least 2
 * @agreement: (out): the result
 *
 * Computes how far two coders agree beyond chance: Cohen's kappa (1960), and Gwet's AC1 (2008),
 * which does not fall when nearly everything has the same code.
 */
void
heed_agreement (const guint   *first,
                const guint   *second,
                guint          n_pairs,
                guint          n_codes,
                HeedAgreement *agreement)
{
  g_autofree double *by_first = g_new0 (double, n_codes);
  g_autofree double *by_second = g_new0 (double, n_codes);
  double             same = 0, kappa_chance = 0, ac1_chance = 0;

  *agreement = (HeedAgreement) { n_pairs, NAN, NAN, NAN };
  if (n_pairs == 0)
    return;
  for (guint i = 0; i < n_pairs; i++)
    {
      same += first[i] == second[i];
      by_first[first[i]] += 1.0 / n_pairs;
      by_second[second[i]] += 1.0 / n_pairs;
    }
  for (guint i = 0; i < n_codes; i++)
    {
      double both = (by_first[i] + by_second[i]) / 2;

      kappa_chance += by_first[i] * by_second[i];
      ac1_chance += both * (1 - both) / (n_codes - 1);
    }
  agreement->share = same / n_pairs;
  if (1 - kappa_chance > 1e-12)
    agreement->kappa = (agreement->share - kappa_chance) / (1 - kappa_chance);
  if (1 - ac1_chance > 1e-12)
    agreement->ac1 = (agreement->share - ac1_chance) / (1 - ac1_chance);
}

/**
 * heed_spc_choose:
 * @counts: (array length=n_counts): one a period
 * @n_counts: how many periods
 * @share: whether the numerator is part of the denominator, not events per activity
 * @reason: (out): why
 *
 * Chooses the chart that suits a series. Single values (XmR) suit most; where the numbers in a
 * period are small, the limits have to come from the numbers: below 20 people, or 5 of either
 * answer, the p chart; below 5 events the u chart (with activity) or the c chart; where most
 * periods have no event at all, the days between them (t).
 *
 * Returns: the kind of chart
 */
HeedSpcKind
heed_spc_choose (const HeedPeriodCount *counts,
                 guint                  n_counts,
                 gboolean               share,
                 HeedSpcReason         *reason)
{
  double events = 0, people = 0;
  guint  none = 0;

  for (guint i = 0; i < n_counts; i++)
    {
      events += counts[i].numerator / n_counts;
      people += counts[i].denominator / n_counts;
      none += counts[i].numerator < 1;
    }

  *reason = HEED_SPC_REASON_ENOUGH;
  if (n_counts == 0)
    return HEED_SPC_XMR;
  if (share)
    {
      if (people >= FEW_PEOPLE && events >= FEW_EVENTS && people - events >= FEW_EVENTS)
        return HEED_SPC_XMR;
      *reason = HEED_SPC_REASON_SMALL_SHARE;
      return HEED_SPC_P;
    }
  if (events >= FEW_EVENTS)
    return HEED_SPC_XMR;
  if (people > 0)
    {
      *reason = HEED_SPC_REASON_SMALL_RATE;
      return HEED_SPC_U;
    }
  *reason = none * 2 > n_counts ? HEED_SPC_REASON_RARE : HEED_SPC_REASON_SMALL_COUNT;
  return none * 2 > n_counts ? HEED_SPC_T : HEED_SPC_C;
}
