/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Intervals, quantiles, agreement, the choice of a chart: against published examples. */

#include "config.h"

#include <math.h>

#include "heed-statistics.h"

static void
assert_near (double value,
             double expected,
             double by)
{
  if (!(fabs (value - expected) <= by))
    g_error ("%.17g where %.17g was expected", value, expected);
}

/* Newcombe, Statistics in Medicine 1998, table I, method 3. */
static void
test_wilson (void)
{
  static const struct
  {
    double numerator, denominator, low, high;
  } cases[] = {
    { 81, 263, 0.2553, 0.3662 },
    { 15, 148, 0.0624, 0.1605 },
    { 0, 20, 0, 0.1611 },
    { 1, 29, 0.0061, 0.1718 },
  };
  double low, high;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      heed_wilson_interval (cases[i].numerator, cases[i].denominator, &low, &high);
      assert_near (low, cases[i].low, 0.00005);
      assert_near (high, cases[i].high, 0.00005);
    }
  heed_wilson_interval (20, 20, &low, &high);
  assert_near (low, 1 - 0.1611, 0.00005);
  assert_near (high, 1, 1e-12);
}

static void
test_quantile (void)
{
  const int values[] = { 1, 2, 3, 4, 10 };

  assert_near (heed_quantile (values, 5, 0.5), 3, 0);
  assert_near (heed_quantile (values, 5, 0.9), 7.6, 1e-12);
  assert_near (heed_quantile (values, 4, 0.5), 2.5, 0);
  assert_near (heed_quantile (values, 1, 0.9), 1, 0);
  assert_near (heed_quantile (values, 5, 1), 10, 0);
  g_assert_true (isnan (heed_quantile (values, 0, 0.5)));
}

static void
fill (guint       *first,
      guint       *second,
      const guint *table,
      guint        n_codes)
{
  guint next = 0;

  for (guint i = 0; i < n_codes * n_codes; i++)
    for (guint j = 0; j < table[i]; j++)
      {
        first[next] = i / n_codes;
        second[next++] = i % n_codes;
      }
}

static void
test_agreement (void)
{
  guint         first[125], second[125];
  HeedAgreement agreement;

  /* Cohen's kappa by hand: 20 + 15 of 50 agree; chance 0.5 × 0.6 + 0.5 × 0.4 = 0.5. */
  fill (first, second, (const guint[]) { 20, 5, 10, 15 }, 2);
  heed_agreement (first, second, 50, 2, &agreement);
  assert_near (agreement.share, 0.7, 1e-12);
  assert_near (agreement.kappa, 0.4, 1e-12);
  assert_near (agreement.ac1, (0.7 - 0.495) / (1 - 0.495), 1e-12);

  /* Gwet 2008, table: 118, 5, 2, 0 of 125: kappa -0.0234, AC1 0.9408. */
  fill (first, second, (const guint[]) { 118, 5, 2, 0 }, 2);
  heed_agreement (first, second, 125, 2, &agreement);
  assert_near (agreement.kappa, -0.0234, 0.0001);
  assert_near (agreement.ac1, 0.9408, 0.0001);

  /* Where all have one code there is nothing beyond chance for kappa to tell. */
  fill (first, second, (const guint[]) { 9, 0, 0, 0 }, 2);
  heed_agreement (first, second, 9, 2, &agreement);
  g_assert_true (isnan (agreement.kappa));
  assert_near (agreement.ac1, 1, 1e-12);
  heed_agreement (first, second, 0, 2, &agreement);
  g_assert_true (isnan (agreement.share));
}

static void
test_choice (void)
{
  static const struct
  {
    HeedPeriodCount counts[4];
    gboolean        share;
    HeedSpcKind     kind;
    HeedSpcReason   reason;
  } cases[] = {
    { { { 30, 40 }, { 28, 41 }, { 33, 44 }, { 29, 38 } }, TRUE, HEED_SPC_XMR, HEED_SPC_REASON_ENOUGH },
    { { { 3, 8 }, { 5, 9 }, { 4, 7 }, { 6, 10 } }, TRUE, HEED_SPC_P, HEED_SPC_REASON_SMALL_SHARE },
    { { { 39, 40 }, { 40, 41 }, { 44, 44 }, { 37, 38 } }, TRUE, HEED_SPC_P, HEED_SPC_REASON_SMALL_SHARE },
    { { { 30, 0 }, { 28, 0 }, { 33, 0 }, { 29, 0 } }, FALSE, HEED_SPC_XMR, HEED_SPC_REASON_ENOUGH },
    { { { 3, 900 }, { 2, 850 }, { 0, 910 }, { 4, 870 } }, FALSE, HEED_SPC_U, HEED_SPC_REASON_SMALL_RATE },
    { { { 3, 0 }, { 2, 0 }, { 0, 0 }, { 4, 0 } }, FALSE, HEED_SPC_C, HEED_SPC_REASON_SMALL_COUNT },
    { { { 1, 0 }, { 0, 0 }, { 0, 0 }, { 0, 0 } }, FALSE, HEED_SPC_T, HEED_SPC_REASON_RARE },
  };
  HeedSpcReason reason;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_assert_cmpint (heed_spc_choose (cases[i].counts, 4, cases[i].share, &reason), ==,
                       cases[i].kind);
      g_assert_cmpint (reason, ==, cases[i].reason);
    }
  g_assert_cmpint (heed_spc_choose (NULL, 0, TRUE, &reason), ==, HEED_SPC_XMR);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/statistics/wilson", test_wilson);
  g_test_add_func ("/statistics/quantile", test_quantile);
  g_test_add_func ("/statistics/agreement", test_agreement);
  g_test_add_func ("/statistics/choice", test_choice);
  return g_test_run ();
}
