/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Measures in reports: the same numbers as on the Outcomes page, with small ones hidden; those that
 * matter most as charts with the table they are drawn from; and what to look into. Counts nothing
 * itself.
 */
#include "config.h"

#include "heed-report-job.h"

#include <math.h>

#include "heed-chart-paint.h"
#include "heed-shown.h"
#include "heed-words-report.h"

#define CHART_HEIGHT 170
#define ISSUE_MONTHS 25
#define MOST_THEMES  12

/* Charted where their numbers may be shown month by month, else by quarter or by year. */
static const char *const charted[] = { "received", "acknowledged-in-time", "answered-in-time",
                                       "days-to-answer", "reopened", "felt-heard" };

static const HeedPeriodUnit units[] = { HEED_PERIOD_MONTH, HEED_PERIOD_QUARTER, HEED_PERIOD_YEAR };

/**
 * heed_report_load_measured:
 * @build: a report with a first and a last day
 * @unit: what to cut its time into
 * @error: return location
 *
 * Measures what the report is about.
 *
 * Returns: (transfer full): the measured
 */
HeedMeasured *
heed_report_load_measured (HeedReportBuild *build, HeedPeriodUnit unit, GError **error)
{
  HeedMeasuredQuery query = {
    .unit = unit,
    .from = build->job->from,
    .to = build->job->to,
    .issues_to = MIN (build->job->to, build->today),
    .today = build->today,
    .site = (char *) build->job->site,
    .place = (char *) build->job->service,
  };

  query.issues_from = heed_date_add_months (query.issues_to, -ISSUE_MONTHS);
  return heed_snapshot_load_measured (build->snapshot, &query, error);
}

/**
 * heed_report_add_shown:
 * @build: a report
 * @section: a section, in a row
 * @shown: a count, or -1 for hidden
 * @count: the count itself
 *
 * Adds a cell with a count, or with words that say that it is small.
 */
void
heed_report_add_shown (HeedReportBuild *build, HeedSection *section, gint64 shown, gint64 count)
{
  HeedSuppression  suppression = build->job->suppression;
  g_autofree char *hidden = NULL;

  if (shown >= 0)
    {
      heed_section_add_number (section, shown);
      return;
    }
  hidden = heed_words_hidden (heed_suppression_hides (suppression, count),
                              heed_suppression_get_most (suppression));
  heed_section_add_text_cell (section, hidden, "hidden");
}

static const char *
get_unit (const HeedMeasure *measure)
{
  static const char *const names[] = { "unit-count", "unit-percent", "unit-rate",
                                       "unit-percent", "unit-days", "unit-count" };

  return names[measure->kind];
}

/* The cells after the name of what the row is about. */
static void
add_cells (HeedReportBuild *build, HeedSection *section, const HeedShown *shown, guint period)
{
  const HeedMeasure *measure = shown->measure;
  HeedPeriodCount    count = heed_measure_set_get_count (shown->set, measure, period);
  HeedShownCell      cell = heed_shown_get (shown, period);
  HeedCell           empty = { 0 };
  gboolean           has_of = measure->kind != HEED_MEASURE_COUNT
                    && measure->kind != HEED_MEASURE_STOCK;

  if (isfinite (cell.value))
    heed_section_add_real (section, cell.value);
  else
    heed_section_add_cell (section, &empty);
  heed_section_add_text_cell (section, heed_words_report (get_unit (measure)), get_unit (measure));
  if (measure->kind != HEED_MEASURE_DAYS)
    heed_report_add_shown (build, section, cell.numerator, (gint64) count.numerator);
  else
    heed_section_add_cell (section, &empty);
  if (has_of)
    heed_report_add_shown (build, section, cell.denominator, (gint64) count.denominator);
  else
    heed_section_add_cell (section, &empty);
}

static void
add_columns (HeedSection *section, const char *first)
{
  heed_section_add_column (section, first, heed_words_report (first), HEED_CELL_TEXT, 5);
  heed_section_add_column (section, "value", heed_words_report ("value"), HEED_CELL_REAL, 1.5);
  heed_section_add_column (section, "unit", heed_words_report ("unit"), HEED_CELL_TEXT, 2);
  heed_section_add_column (section, "count", heed_words_report ("count"), HEED_CELL_NUMBER, 1.5);
  heed_section_add_column (section, "of", heed_words_report ("of"), HEED_CELL_NUMBER, 1.5);
}

static void
draw_cb (cairo_t *cr, double width, double height, gpointer content)
{
  heed_chart_paint (content, cr, width, height);
}

static void
add_series (HeedReportBuild *build, const HeedShown *shown, HeedMeasured *measured)
{
  const HeedMeasure *measure = shown->measure;
  g_autofree char   *id = g_strconcat ("chart-", measure->id, NULL);
  HeedSection       *section = heed_report_add_section (build->report, id,
                                                        heed_words_measure (measure));

  if (heed_shown_hides_any (shown))
    heed_section_add_text (section, heed_words_report ("chart-hidden"));
  else
    {
      g_autoptr (HeedSeries) series = heed_measured_new_series (measured, measure);
      g_autofree char *reading = heed_words_series_reading (series, measured->set);

      heed_section_add_text (section, reading);
      if (series->spc->n_points == 0)
        return;
      heed_section_set_drawing (section, CHART_HEIGHT, draw_cb,
                                heed_chart_content_new (measured, series),
                                (GDestroyNotify) heed_chart_content_free);
    }
  add_columns (section, "period");
  for (guint i = 0; i < heed_measure_set_get_n_periods (measured->set); i++)
    {
      const HeedPeriod *period = heed_measure_set_get_period (measured->set, i);
      g_autofree char  *name = heed_words_period (period);
      g_autofree char  *day = heed_date_format (period->from);

      heed_section_begin_row (section);
      heed_section_add_text_cell (section, name, day);
      add_cells (build, section, shown, i);
    }
}

/* Months, or the finest longer periods of which all may be shown. */
static void
add_chart (HeedReportBuild *build, HeedMeasured *measured[], const HeedMeasure *measure)
{
  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    {
      g_autoptr (HeedShown) shown = heed_shown_new (measured[i]->set, measure,
                                                    build->job->suppression);

      if (i + 1 < G_N_ELEMENTS (units) && heed_shown_hides_any (shown))
        continue;
      add_series (build, shown, measured[i]);
      return;
    }
}

static gboolean
is_of_service (const HeedReportBuild *build, const HeedIssueTally *issue)
{
  return build->job->service == NULL || g_strcmp0 (issue->place, build->job->service) == 0;
}

/* As on the Outcomes page, but that a theme whose number is small is not told. */
static void
add_themes (HeedReportBuild *build, const HeedMeasured *measured)
{
  g_autoptr (GArray) issues = g_array_new (FALSE, FALSE, sizeof (HeedIssueTally));
  g_autoptr (GPtrArray) themes = NULL;
  HeedSuppression suppression = build->job->suppression;
  HeedSection    *section = heed_report_add_section (build->report, "look-into",
                                                     heed_words_report ("look-into"));

  for (guint i = 0; i < measured->issues->len; i++)
    if (is_of_service (build, &g_array_index (measured->issues, HeedIssueTally, i)))
      g_array_append_val (issues, g_array_index (measured->issues, HeedIssueTally, i));
  themes = heed_themes_find (issues, measured->actions, MIN (build->job->to, build->today));
  heed_section_add_text (section, heed_words_report ("look-into-note"));
  heed_section_add_column (section, "category", heed_words_report ("category"), HEED_CELL_TEXT, 4);
  heed_section_add_column (section, "place", heed_words_report ("place"), HEED_CELL_TEXT, 3);
  heed_section_add_column (section, "count", heed_words_report ("cases-in-90-days"),
                           HEED_CELL_NUMBER, 1.5);
  for (guint i = 0; i < MIN (themes->len, MOST_THEMES); i++)
    {
      const HeedTheme *theme = themes->pdata[i];

      if (heed_suppression_hides (suppression, theme->n_cases))
        continue;
      heed_section_begin_row (section);
      heed_section_add_text_cell (section, heed_words_code (build->rules, "hcat", theme->category),
                                  theme->category);
      heed_section_add_text_cell (section, theme->place, NULL);
      heed_section_add_number (section, heed_suppression_round (suppression, theme->n_cases));
    }
  if (suppression != HEED_SUPPRESS_NONE)
    heed_section_add_text (section, heed_words_report ("look-into-hidden"));
}

/**
 * heed_report_add_measures:
 * @build: a report with a first and a last day
 * @measured: what was measured, by month
 * @error: return location
 *
 * Adds every measure, charts, and what to look into.
 *
 * Returns: whether all could be read
 */
gboolean
heed_report_add_measures (HeedReportBuild *build, HeedMeasured *measured, GError **error)
{
  g_autoptr (HeedMeasured) quarters = heed_report_load_measured (build, units[1], error);
  g_autoptr (HeedMeasured) years = quarters ? heed_report_load_measured (build, units[2], error)
                                            : NULL;
  HeedMeasured      *by_unit[] = { measured, quarters, years };
  guint              n_measures;
  const HeedMeasure *measures = heed_measures_get (&n_measures);
  HeedSection       *section;

  if (years == NULL)
    return FALSE;
  section = heed_report_add_section (build->report, "measures", heed_words_report ("measures"));
  add_columns (section, "label");
  for (guint i = 0; i < n_measures; i++)
    {
      g_autoptr (HeedShown) shown = heed_shown_new (measured->set, &measures[i],
                                                    build->job->suppression);

      heed_section_begin_row (section);
      heed_section_add_text_cell (section, heed_words_measure (&measures[i]), measures[i].id);
      add_cells (build, section, shown, HEED_ALL_PERIODS);
    }
  for (guint i = 0; i < G_N_ELEMENTS (charted); i++)
    add_chart (build, by_unit, heed_measure_find (charted[i]));
  add_themes (build, measured);
  return TRUE;
}

/**
 * heed_report_add_measure_definitions:
 * @section: where to
 *
 * Adds what each measure counts, as an item each.
 */
void
heed_report_add_measure_definitions (HeedSection *section)
{
  guint              n_measures;
  const HeedMeasure *measures = heed_measures_get (&n_measures);

  for (guint i = 0; i < n_measures; i++)
    {
      g_autofree char *item = heed_words_definition (
          heed_words_measure (&measures[i]), heed_words_measure_definition (&measures[i]));

      heed_section_add_item (section, item);
    }
}
