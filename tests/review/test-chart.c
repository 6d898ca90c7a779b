/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where things stand in a chart: inside it, in order, and not on top of one another. Themes and the
 * table of what people raise. */

#include "config.h"

#include <math.h>
#include <string.h>

#include "heed-chart.h"
#include "heed-theme.h"

static void
measure_cb (const char *text,
            gboolean    strong,
            double     *width,
            double     *height,
            gpointer    data)
{
  *width = 6.0 * (double) g_utf8_strlen (text, -1);
  *height = 12;
}

static char *
format_cb (double   value,
           gpointer data)
{
  return g_strdup_printf ("%.0f", value);
}

static HeedChart *
lay_out (const HeedSpc     *spc,
         const char *const *names,
         const char *const *notes,
         double             width)
{
  HeedChartInput input = {
    .spc = spc,
    .names = names,
    .notes = notes,
    .range_label = "Usual range",
    .mean_label = "Average %s",
    .range_format = "%s to %s",
    .most = 100,
    .least_span = 20,
    .width = width,
    .height = 200,
    .measure = measure_cb,
    .format = format_cb,
  };

  return heed_chart_new (&input);
}

static void
get_box (const HeedChartMark *mark,
         double              *left,
         double              *right)
{
  double width, height;

  measure_cb (mark->text, mark->strong, &width, &height, NULL);
  *left = mark->anchor == HEED_CHART_FROM_START    ? mark->x
          : mark->anchor == HEED_CHART_FROM_MIDDLE ? mark->x - width / 2
                                                   : mark->x - width;
  *right = *left + width;
}

/* Every mark inside, no two texts over each other. */
static void
check (const HeedChart *chart,
       double           width)
{
  for (guint i = 0; i < chart->marks->len; i++)
    {
      const HeedChartMark *one = &g_array_index (chart->marks, HeedChartMark, i);
      double               left = MIN (one->x, one->x2), right = MAX (one->x, one->x2);

      g_assert_true (isfinite (one->x) && isfinite (one->y));
      if (one->kind == HEED_CHART_TEXT)
        get_box (one, &left, &right);
      g_assert_cmpfloat (left, >=, -0.01);
      g_assert_cmpfloat (right, <=, width + 0.01);
      g_assert_cmpfloat (MIN (one->y, one->y2), >=, -0.01);
      g_assert_cmpfloat (MAX (one->y, one->y2), <=, 200.01);
      for (guint j = 0; one->kind == HEED_CHART_TEXT && one->point < 0 && j < i; j++)
        {
          const HeedChartMark *two = &g_array_index (chart->marks, HeedChartMark, j);
          double               from, to;

          if (two->kind != HEED_CHART_TEXT || two->point >= 0 || fabs (one->y - two->y) > 9)
            continue;
          get_box (two, &from, &to);
          g_assert_false (left < to - 0.01 && from < right - 0.01);
        }
    }
}

static void
test_everything_inside (void)
{
  static const double widths[] = { 240, 300, 419, 519, 520, 700, 1100 };

  for (guint round = 0; round < 300; round++)
    {
      guint                    n = (guint) g_test_rand_int_range (1, 61);
      g_autofree HeedSpcInput *inputs = g_new0 (HeedSpcInput, n);
      g_autofree const char  **names = g_new0 (const char *, n);
      g_autofree const char  **notes = g_new0 (const char *, n);
      HeedSpcOptions           options = { .kind = round % 2 ? HEED_SPC_XMR : HEED_SPC_P,
                                           .scale = 100 };
      g_autoptr (HeedSpc) spc = NULL;
      g_autoptr (HeedChart) chart = NULL;
      double width = widths[round % G_N_ELEMENTS (widths)];
      double base = g_test_rand_double_range (0, 100), spread = g_test_rand_double_range (0, 50);
      guint  points = 0;

      for (guint i = 0; i < n; i++)
        {
          inputs[i].value = CLAMP (base + g_test_rand_double_range (-spread, spread), 0, 100);
          inputs[i].size = g_test_rand_int_range (1, 40);
          inputs[i].rebase = g_test_rand_int_range (0, 20) == 0;
          names[i] = i % 12 == 0 ? "Jan 2026" : "Feb";
          notes[i] = g_test_rand_int_range (0, 9) == 0 ? "Both winter wards shut" : NULL;
        }
      spc = heed_spc_new (inputs, n, &options);
      chart = lay_out (spc, names, notes, width);
      check (chart, width);
      for (guint i = 0; i < chart->marks->len; i++)
        {
          const HeedChartMark *mark = &g_array_index (chart->marks, HeedChartMark, i);

          if (mark->kind == HEED_CHART_DOT || mark->kind == HEED_CHART_DIAMOND)
            g_assert_cmpint (heed_chart_find_point (chart, mark->x), ==, (int) points++);
        }
      g_assert_cmpuint (points, ==, n);
    }
}

static void
test_empty (void)
{
  HeedSpcOptions options = { 0 };
  g_autoptr (HeedSpc) spc = heed_spc_new (NULL, 0, &options);
  g_autoptr (HeedChart) chart = lay_out (spc, NULL, NULL, 500);
  double x, y;

  g_assert_cmpuint (chart->marks->len, ==, 0);
  g_assert_cmpint (heed_chart_find_point (chart, 100), ==, -1);
  g_assert_false (heed_chart_get_point (chart, 0, &x, &y));
}

static void
add_issue (GArray     *issues,
           gint64      case_id,
           HeedDate    day,
           const char *category,
           const char *place)
{
  HeedIssueTally issue = { .case_id = case_id, .n = 1, .day = day, .harm = (int) (case_id % 5), .severity = 1, .category = category, .stage = "ward", .place = place };

  g_array_append_val (issues, issue);
}

static void
test_themes (void)
{
  HeedDate today = heed_date_new (2026, 11, 24);
  g_autoptr (GArray) issues = g_array_new (FALSE, FALSE, sizeof (HeedIssueTally));
  g_autoptr (GArray) actions = g_array_new (FALSE, FALSE, sizeof (HeedIssueTally));
  g_autoptr (GPtrArray) themes = NULL;
  const HeedTheme *theme;

  /* Three cases in 90 days; the same case twice is one; the ninetieth day back counts, not more. */
  add_issue (issues, 1, today, "safety", "Ward 4");
  add_issue (issues, 2, today - 40, "safety", "Ward 4");
  add_issue (issues, 3, today - 89, "safety", "Ward 4");
  add_issue (issues, 4, today, "respect", "Ward 4");
  add_issue (issues, 4, today, "respect", "Ward 4");
  add_issue (issues, 5, today, "respect", "Ward 4");
  add_issue (issues, 6, today - 90, "respect", "Ward 4");
  add_issue (issues, 7, today, "safety", NULL);
  themes = heed_themes_find (issues, actions, today);
  g_assert_cmpuint (themes->len, ==, 1);
  theme = themes->pdata[0];
  g_assert_cmpstr (theme->category, ==, "safety");
  g_assert_cmpuint (theme->n_cases, ==, 3);
  g_assert_true (theme->often && !theme->rising && !theme->repeated);
  g_ptr_array_unref (themes);

  /* It comes back after an action; and something else jumps up last month. */
  add_issue (actions, 0, today - 100, "safety", "Ward 4");
  for (guint month = 1; month <= 24; month++)
    for (int i = 0; i < (month == 1 ? 9 : 1); i++)
      add_issue (issues, 100 + month * 10 + i, heed_date_add_months (today, -(int) month),
                 "processes.visiting", "Gate");
  themes = heed_themes_find (issues, actions, today);
  g_assert_cmpuint (themes->len, ==, 2);
  theme = themes->pdata[0];
  g_assert_true (theme->repeated);
  theme = themes->pdata[1];
  g_assert_cmpstr (theme->place, ==, "Gate");
  g_assert_true (theme->rising);
}

static void
test_heat (void)
{
  static const char *const categories[] = { "safety", "processes", "respect", NULL };
  HeedDate                 today = heed_date_new (2026, 11, 24);
  g_autoptr (GArray) issues = g_array_new (FALSE, FALSE, sizeof (HeedIssueTally));
  g_autoptr (HeedHeat) heat = NULL;

  add_issue (issues, 1, today, "safety.error-medication", "A");
  add_issue (issues, 2, today, "safety", "A");
  add_issue (issues, 3, today, "respect", "B");
  add_issue (issues, 4, today - 400, "respect", "B");
  add_issue (issues, 5, today, "unknown", "C");
  heat = heed_heat_new (issues, today - 30, categories, FALSE, -1, 2);
  g_assert_cmpuint (heat->columns->len, ==, 2);
  g_assert_cmpstr (heat->columns->pdata[0], ==, "A");
  g_assert_cmpint (heed_cross_table_get_count (heat->table, 0, 0), ==, 2);
  g_assert_cmpint (heed_cross_table_get_count (heat->table, 2, 1), ==, 1);
  g_assert_cmpint (heed_cross_table_get_count (heat->table, 3, 2), ==, 3);
  heed_heat_free (heat);
  heat = heed_heat_new (issues, today - 500, categories, TRUE, 3, 5);
  g_assert_cmpstr (heat->columns->pdata[0], ==, "ward");
  g_assert_cmpint (heed_cross_table_get_count (heat->table, 3, 1), ==, 2);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chart/everything-inside", test_everything_inside);
  g_test_add_func ("/chart/empty", test_empty);
  g_test_add_func ("/theme/themes", test_themes);
  g_test_add_func ("/theme/heat", test_heat);
  return g_test_run ();
}
