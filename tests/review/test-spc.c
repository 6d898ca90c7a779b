/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Control charts: all that the R package NHSRplotthedots computed for real series, where that data
 * is there, and small series worked out by hand. */

#include "config.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "heed-spc.h"

static void
assert_close (double value,
              double expected)
{
  if (!(fabs (value - expected) <= 1e-9 * MAX (fabs (expected), 1e-9)))
    g_error ("%.17g where %.17g was expected", value, expected);
}

static HeedSpc *
chart (const double         *values,
       guint                 n_values,
       const HeedSpcOptions *options)
{
  g_autofree HeedSpcInput *inputs = g_new0 (HeedSpcInput, n_values);

  for (guint i = 0; i < n_values; i++)
    {
      inputs[i].value = values[i];
      inputs[i].size = 1;
    }
  return heed_spc_new (inputs, n_values, options);
}

/* --- The R package's results ------------------------------------------------------------------ */

/* A table without quotation marks: its rows, each by the names of the columns. */
static GPtrArray *
read_table (const char *name)
{
  g_autofree char *path = g_build_filename (g_getenv ("HEED_TEST_DATA"), "spc", name, NULL);
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  g_auto (GStrv) head = NULL;
  GPtrArray *rows;

  if (!g_file_get_contents (path, &text, NULL, NULL))
    return NULL;
  rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_hash_table_unref);
  lines = g_strsplit (text, "\n", -1);
  head = g_strsplit (g_strchomp (lines[0]), ",", -1);
  for (guint i = 1; lines[i] != NULL && *lines[i] != '\0'; i++)
    {
      GHashTable *row = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
      g_auto (GStrv) cells = g_strsplit (g_strchomp (lines[i]), ",", -1);

      g_assert_cmpuint (g_strv_length (cells), ==, g_strv_length (head));
      for (guint j = 0; head[j] != NULL; j++)
        g_hash_table_insert (row, g_strdup (head[j]), g_strdup (cells[j]));
      g_ptr_array_add (rows, row);
    }
  return rows;
}

static const char *
cell (GHashTable *row,
      const char *name)
{
  const char *value = g_hash_table_lookup (row, name);

  g_assert_nonnull (value);
  return value;
}

static const char *
r_cause (HeedSpcCause cause)
{
  static const char *const names[] = {
    [HEED_SPC_COMMON] = "Common Cause",
    [HEED_SPC_ABOVE_LIMIT] = "Above UCL",
    [HEED_SPC_BELOW_LIMIT] = "Below LCL",
    [HEED_SPC_RISING] = "7 Point Trend (Increasing)",
    [HEED_SPC_FALLING] = "7 Point Trend (Decreasing)",
    [HEED_SPC_NEAR_UPPER] = "2 in 3 Above CL",
    [HEED_SPC_NEAR_LOWER] = "2 in 3 Below CL",
    [HEED_SPC_RUN_ABOVE] = "7 Points Above CL",
    [HEED_SPC_RUN_BELOW] = "7 Points Below CL",
  };

  return names[cause];
}

static const char *
r_variation (HeedSpcVariation variation)
{
  static const char *const names[] = { "common_cause", "special_cause_improvement",
                                       "special_cause_concern", "special_cause_neutral_high",
                                       "special_cause_neutral_low" };

  return names[variation];
}

static const char *
r_assurance (HeedSpcAssurance assurance)
{
  static const char *const names[] = { "", "consistent_pass", "consistent_fail", "inconsistent" };

  return names[assurance];
}

static void
compare_run (GHashTable *run,
             GPtrArray  *rows)
{
  const char              *direction = cell (run, "improvement_direction");
  g_autofree HeedSpcInput *inputs = g_new0 (HeedSpcInput, rows->len);
  g_autoptr (HeedSpc) spc = NULL;
  HeedSpcOptions options = {
    .improvement = g_str_equal (direction, "increase")   ? HEED_IMPROVEMENT_UP
                   : g_str_equal (direction, "decrease") ? HEED_IMPROVEMENT_DOWN
                                                         : HEED_IMPROVEMENT_NEUTRAL,
    .screen = g_str_equal (cell (run, "screen_outliers"), "TRUE"),
    .fix_after = (guint) atoi (cell (run, "fix_after_n_points")),
    .has_target = *cell (run, "target") != '\0',
    .target = g_ascii_strtod (cell (run, "target"), NULL),
  };

  for (guint i = 0; i < rows->len; i++)
    {
      inputs[i].value = g_ascii_strtod (cell (rows->pdata[i], "y"), NULL);
      inputs[i].rebase = g_str_equal (cell (rows->pdata[i], "x"), cell (run, "rebase_date"));
    }
  spc = heed_spc_new (inputs, rows->len, &options);
  for (guint i = 0; i < rows->len; i++)
    {
      const HeedSpcPoint *point = &spc->points[i];
      GHashTable         *row = rows->pdata[i];

      assert_close (point->mean, g_ascii_strtod (cell (row, "mean"), NULL));
      assert_close (point->lower, g_ascii_strtod (cell (row, "lpl"), NULL));
      assert_close (point->upper, g_ascii_strtod (cell (row, "upl"), NULL));
      g_assert_cmpint ((int) point->group, ==, atoi (cell (row, "rebase_group")));
      g_assert_cmpint (point->side, ==, atoi (cell (row, "relative_to_mean")));
      g_assert_cmpstr (point->outside ? "TRUE" : "FALSE", ==, cell (row, "outside_limits"));
      g_assert_cmpstr (point->near ? "TRUE" : "FALSE", ==, cell (row, "close_to_limits"));
      g_assert_cmpstr (r_cause (point->cause), ==, cell (row, "special_cause_type"));
      g_assert_cmpstr (r_variation (point->variation), ==, cell (row, "point_type"));
    }
  g_assert_cmpint ((int) spc->n_special, ==, atoi (cell (run, "special_causes")));
  g_assert_cmpstr (r_variation (spc->variation), ==, cell (run, "variation_icon_from_last_point"));
  g_assert_cmpstr (r_assurance (spc->assurance), ==, cell (run, "assurance_type"));
}

static void
test_r_package (void)
{
  g_autoptr (GPtrArray) runs = read_table ("plotthedots_expected_summary.csv");
  g_autoptr (GPtrArray) points = read_table ("plotthedots_expected_points.csv");
  guint next = 0;

  if (runs == NULL || points == NULL)
    {
      g_test_skip ("the R package's results are not here (HEED_TEST_DATA)");
      return;
    }
  for (guint i = 0; i < runs->len; i++)
    {
      g_autoptr (GPtrArray) rows = g_ptr_array_new ();

      while (next < points->len
             && g_str_equal (cell (points->pdata[next], "test"), cell (runs->pdata[i], "test")))
        g_ptr_array_add (rows, points->pdata[next++]);
      g_assert_cmpint ((int) rows->len, ==, atoi (cell (runs->pdata[i], "n")));
      compare_run (runs->pdata[i], rows);
    }
  g_assert_cmpuint (runs->len, ==, 114);
  g_assert_cmpuint (next, ==, points->len);
  g_assert_cmpuint (next, ==, 4345);
}

/* --- By hand -------------------------------------------------------------------------------- */

static void
assert_causes (const double         *values,
               guint                 n_values,
               const HeedSpcOptions *options,
               const char           *expected)
{
  static const char letters[] = ".AB/\\nuab"; /* in the order of HeedSpcCause */
  g_autoptr (HeedSpc) spc = chart (values, n_values, options);
  g_autofree char *found = g_new0 (char, n_values + 1);

  for (guint i = 0; i < n_values; i++)
    found[i] = letters[spc->points[i].cause];
  g_assert_cmpstr (found, ==, expected);
}

static void
test_limits (void)
{
  const double   values[] = { 10, 12, 11, 13, 9 };
  HeedSpcOptions options = { .improvement = HEED_IMPROVEMENT_UP };
  g_autoptr (HeedSpc) spc = chart (values, 5, &options);

  /* mean 11; ranges 2 1 2 4, mean 2.25 */
  assert_close (spc->points[0].mean, 11);
  assert_close (spc->points[4].lower, 11 - 2.66 * 2.25);
  assert_close (spc->points[4].upper, 11 + 2.66 * 2.25);
  g_assert_cmpint (spc->points[2].side, ==, 0);
  g_assert_cmpuint (spc->n_base, ==, 5);
  g_assert_cmpuint (spc->n_special, ==, 0);
}

static void
test_screening (void)
{
  const double   values[] = { 10, 11, 10, 11, 10, 11, 10, 30, 10, 11 };
  HeedSpcOptions options = { .screen = TRUE };
  g_autoptr (HeedSpc) spc = chart (values, 10, &options);

  /* ranges 1 six times, 20 twice, 1; mean 47/9; 20 is beyond 3.267 times that */
  assert_close (spc->points[0].upper, 12.4 + 2.66);
  options.screen = FALSE;
  {
    g_autoptr (HeedSpc) whole = chart (values, 10, &options);

    assert_close (whole->points[0].upper, 12.4 + 2.66 * 47 / 9);
  }
}

static void
test_runs_and_trends (void)
{
  /* The first six points make limits of 3 ± 10.6 for what follows. */
  const double   run[] = { 1, 5, 1, 5, 1, 5, 4, 4, 5, 4, 4, 4, 1 };
  const double   broken[] = { 1, 5, 1, 5, 1, 5, 4, 4, 5, 3, 4, 4, 4 };
  const double   below[] = { 5, 1, 5, 1, 5, 1, 2, 2, 2, 1, 2, 2, 2 };
  const double   trend[] = { 5, 9, 1, 2, 3, 4, 5, 6, 5, 7, 4, 6, 5 };
  HeedSpcOptions options = { .trend = 7, .fix_after = 6 };

  assert_causes (run, 13, &options, ".....aaaaaaa.");
  assert_causes (broken, 13, &options, "............."); /* a point on the mean breaks it */
  assert_causes (below, 13, &options, ".....bbbbbbbb");
  options.fix_after = 0;
  assert_causes (trend, 13, &options, ".............");
  options.trend = 6;
  assert_causes (trend, 13, &options, "..//////.....");
}

static void
test_two_of_three (void)
{
  HeedSpcOptions options = { .fix_after = 4, .improvement = HEED_IMPROVEMENT_DOWN };
  g_autoptr (HeedSpc) spc = NULL;

  {
    const double tight[] = { 10, 9, 11, 10, 14, 11, 13, 10 };

    /* mean 10, ranges 1 2 1, mean 4/3: limits ± 3.55, outer third from 2.36; 14 is outside */
    assert_causes (tight, 8, &options, "....A...");
    spc = chart (tight, 8, &options);
    g_assert_cmpint (spc->points[4].variation, ==, HEED_SPC_CONCERN);
    g_assert_cmpint (spc->variation, ==, HEED_SPC_ORDINARY);
  }
  {
    const double near[] = { 10, 9, 11, 10, 13, 11, 13, 10 };

    assert_causes (near, 8, &options, "....n.n.");
  }
  {
    const double other_side[] = { 10, 9, 11, 10, 13, 9, 13, 10 };

    assert_causes (other_side, 8, &options, "........");
  }
}

static void
test_rebase_and_target (void)
{
  HeedSpcInput   inputs[24];
  HeedSpcOptions options = { .improvement = HEED_IMPROVEMENT_UP, .has_target = TRUE, .target = 15 };
  g_autoptr (HeedSpc) spc = NULL;

  for (guint i = 0; i < 24; i++)
    inputs[i] = (HeedSpcInput) { (i < 12 ? 10 : 20) + i % 2, 1, i == 12 };
  spc = heed_spc_new (inputs, 24, &options);
  g_assert_cmpuint (spc->points[11].group, ==, 0);
  g_assert_cmpuint (spc->points[12].group, ==, 1);
  assert_close (spc->points[0].mean, 10.5);
  assert_close (spc->points[23].mean, 20.5);
  g_assert_cmpuint (spc->n_special, ==, 0);
  g_assert_cmpint (spc->assurance, ==, HEED_SPC_PASSES);
  options.improvement = HEED_IMPROVEMENT_DOWN;
  heed_spc_free (spc);
  spc = heed_spc_new (inputs, 24, &options);
  g_assert_cmpint (spc->assurance, ==, HEED_SPC_FAILS);
  options.target = 21;
  heed_spc_free (spc);
  spc = heed_spc_new (inputs, 24, &options);
  g_assert_cmpint (spc->assurance, ==, HEED_SPC_HIT_OR_MISS);
}

/* Limits of charts for small numbers, each by its textbook formula. */
static void
test_by_chance (void)
{
  HeedSpcInput   shares[] = { { 50, 10, FALSE }, { 25, 20, FALSE }, { 60, 5, FALSE } };
  HeedSpcInput   rates[] = { { 2, 1000, FALSE }, { 1, 3000, FALSE } };
  HeedSpcInput   counts[] = { { 2, 0, FALSE }, { 4, 0, FALSE }, { 3, 0, FALSE } };
  HeedSpcOptions p = { .kind = HEED_SPC_P, .scale = 100 };
  HeedSpcOptions u = { .kind = HEED_SPC_U, .scale = 1000 };
  HeedSpcOptions c = { .kind = HEED_SPC_C };
  g_autoptr (HeedSpc) p_chart = heed_spc_new (shares, 3, &p);
  g_autoptr (HeedSpc) u_chart = heed_spc_new (rates, 2, &u);
  g_autoptr (HeedSpc) c_chart = heed_spc_new (counts, 3, &c);
  double share = (5 + 5 + 3) / 35.0;

  assert_close (p_chart->points[1].mean, 100 * share);
  assert_close (p_chart->points[1].upper, 100 * (share + 3 * sqrt (share * (1 - share) / 20)));
  assert_close (p_chart->points[2].upper, 100);
  assert_close (p_chart->points[2].lower, 0);
  assert_close (u_chart->points[0].mean, 1.25);
  assert_close (u_chart->points[1].upper, 1.25 + 3 * sqrt (1.25 / 3));
  assert_close (c_chart->points[0].mean, 3);
  assert_close (c_chart->points[0].upper, 3 + 3 * sqrt (3));
  assert_close (c_chart->points[0].lower, 0);
}

static void
test_days_between (void)
{
  const double   days[] = { 30, 41, 25, 60, 33, 28, 52, 39, 400 };
  HeedSpcOptions options = { .kind = HEED_SPC_T, .improvement = HEED_IMPROVEMENT_UP, .fix_after = 8 };
  g_autoptr (HeedSpc) spc = chart (days, 9, &options);

  g_assert_cmpfloat (spc->points[0].lower, >=, 0);
  g_assert_cmpfloat (spc->points[0].upper, >, 60);
  g_assert_cmpint (spc->points[8].cause, ==, HEED_SPC_ABOVE_LIMIT);
  g_assert_cmpint (spc->variation, ==, HEED_SPC_IMPROVEMENT);
}

static void
test_too_few (void)
{
  const double   values[] = { 3, 3, 3 };
  HeedSpcOptions options = { .screen = TRUE, .has_target = TRUE, .target = 9, .improvement = HEED_IMPROVEMENT_UP };
  g_autoptr (HeedSpc) none = chart (values, 0, &options);
  g_autoptr (HeedSpc) one = chart (values, 1, &options);
  g_autoptr (HeedSpc) same = chart (values, 3, &options);

  g_assert_cmpuint (none->n_points, ==, 0);
  g_assert_true (isnan (one->points[0].upper));
  g_assert_cmpuint (one->n_special, ==, 0);
  g_assert_cmpint (one->assurance, ==, HEED_SPC_HIT_OR_MISS);
  assert_close (same->points[2].upper, 3);
  g_assert_cmpuint (same->n_special, ==, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/spc/r-package", test_r_package);
  g_test_add_func ("/spc/limits", test_limits);
  g_test_add_func ("/spc/screening", test_screening);
  g_test_add_func ("/spc/runs-and-trends", test_runs_and_trends);
  g_test_add_func ("/spc/two-of-three", test_two_of_three);
  g_test_add_func ("/spc/rebase-and-target", test_rebase_and_target);
  g_test_add_func ("/spc/by-chance", test_by_chance);
  g_test_add_func ("/spc/days-between", test_days_between);
  g_test_add_func ("/spc/too-few", test_too_few);
  return g_test_run ();
}
