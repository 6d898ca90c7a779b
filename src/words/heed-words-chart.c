/* SPDX-License-Identifier: GPL-3.0-or-later */

/* From what was measured to what a chart shows: names, texts and notes of its points. The screen and
 * the printed page both take it from here. */

#include "config.h"

#include "heed-words-chart.h"

#include <math.h>

#include "heed-words-measures.h"

/**
 * heed_measured_find_note:
 * @measured: what was measured
 * @measure: of which measure
 * @day: the first day of a period
 *
 * Returns: (transfer none) (nullable): the note on it
 */
const HeedChartNote *
heed_measured_find_note (HeedMeasured      *measured,
                         const HeedMeasure *measure,
                         HeedDate           day)
{
  for (guint i = 0; i < measured->notes->len; i++)
    {
      const HeedChartNote *note = measured->notes->pdata[i];

      if (note->day == day && g_str_equal (note->measure, measure->id))
        return note;
    }
  return NULL;
}

/**
 * heed_measured_new_series:
 * @measured: what was measured
 * @measure: of which measure
 *
 * Returns: (transfer full): the measure over time, with new limits where a note says so
 */
HeedSeries *
heed_measured_new_series (HeedMeasured      *measured,
                          const HeedMeasure *measure)
{
  guint                n_periods = heed_measure_set_get_n_periods (measured->set);
  g_autofree gboolean *rebase = g_new0 (gboolean, n_periods + 1);

  for (guint i = 0; i < n_periods; i++)
    {
      const HeedPeriod    *period = heed_measure_set_get_period (measured->set, i);
      const HeedChartNote *note = heed_measured_find_note (measured, measure, period->from);

      rebase[i] = note != NULL && note->rebase;
    }
  return heed_series_new (measured->set, measure, rebase);
}

/**
 * heed_chart_content_free:
 * @self: (transfer full): what a chart showed
 */
void
heed_chart_content_free (HeedChartContent *self)
{
  g_clear_pointer (&self->spc, heed_spc_free);
  g_clear_pointer (&self->names, g_ptr_array_unref);
  g_clear_pointer (&self->labels, g_ptr_array_unref);
  g_clear_pointer (&self->texts, g_ptr_array_unref);
  g_clear_pointer (&self->notes, g_ptr_array_unref);
  g_free (self);
}

/**
 * heed_chart_content_lay_out:
 * @self: what a chart shows
 * @width: how wide
 * @height: how high
 * @measure: measures texts as they will be drawn
 * @user_data: for @measure
 *
 * Lays the chart out in this language.
 *
 * Returns: (transfer full): where everything stands
 */
HeedChart *
heed_chart_content_lay_out (const HeedChartContent *self,
                            double                  width,
                            double                  height,
                            HeedChartMeasure        measure,
                            gpointer                user_data)
{
  HeedChartInput input = {
    .spc = self->spc,
    .names = (const char *const *) self->names->pdata,
    .notes = (const char *const *) self->notes->pdata,
    .range_label = _ ("Usual range"),
    /* Translators: the %s is a number with its unit */
    .mean_label = _ ("Average %s"),
    /* Translators: the ends of the usual range, as in "57 % to 87 %" */
    .range_format = _ ("%s to %s"),
    .least = self->least,
    .most = self->most,
    .least_span = self->least_span,
    .width = width,
    .height = height,
    .measure = measure,
    .format = self->format,
    .measure_data = user_data,
    .format_data = self->format_data,
  };

  return heed_chart_new (&input);
}

static char *
format_cb (double   value,
           gpointer data)
{
  return heed_words_measure_value (data, value);
}

static char *
point_text (HeedMeasured     *measured,
            const HeedSeries *series,
            guint             point,
            const char       *label,
            const char       *note)
{
  const HeedSpcPoint *at = &series->spc->points[point];
  HeedPeriodCount     count = heed_measure_set_get_count (measured->set, series->measure,
                                                          series->periods[point]);
  g_autofree char    *value = heed_words_measure_value (series->measure, at->value);
  g_autofree char    *counts = heed_words_measure_counts (series->measure, count);
  GString            *text = g_string_new (NULL);

  /* Translators: a month, a value, and the counts behind it: "April 2026: 79 % (23 of 29)" */
  g_string_append_printf (text, _ ("%s: %s (%s)"), label, value, counts);
  if (at->cause != HEED_SPC_COMMON)
    g_string_append_printf (text, "\n%s", heed_words_spc_cause (at->cause));
  if (note != NULL && *note != '\0')
    g_string_append_printf (text, "\n%s", note);
  return g_string_free (text, FALSE);
}

/**
 * heed_chart_content_new:
 * @measured: what was measured
 * @series: a measure over time; its chart goes over to what is returned
 *
 * Returns: (transfer full): what the chart view shows
 */
HeedChartContent *
heed_chart_content_new (HeedMeasured *measured,
                        HeedSeries   *series)
{
  HeedChartContent *content = g_new0 (HeedChartContent, 1);
  int               year_before = 0;

  content->names = g_ptr_array_new_with_free_func (g_free);
  content->labels = g_ptr_array_new_with_free_func (g_free);
  content->texts = g_ptr_array_new_with_free_func (g_free);
  content->notes = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < series->spc->n_points; i++)
    {
      const HeedPeriod    *period = heed_measure_set_get_period (measured->set, series->periods[i]);
      const HeedChartNote *note = heed_measured_find_note (measured, series->measure, period->from);
      int                  year = heed_date_get_year (period->from);
      char                *label = heed_words_period (period);

      g_ptr_array_add (content->labels, label);
      g_ptr_array_add (content->names, heed_words_period_short (period, year != year_before));
      g_ptr_array_add (content->texts,
                       point_text (measured, series, i, label, note ? note->text : NULL));
      g_ptr_array_add (content->notes, g_strdup (note ? note->text : NULL));
      year_before = year;
    }
  content->spc = g_steal_pointer (&series->spc);
  series->spc = heed_spc_new (NULL, 0, &content->spc->options);
  content->most = series->measure->kind == HEED_MEASURE_SHARE ? 100 : (double) INFINITY;
  content->least_span = series->measure->kind == HEED_MEASURE_SHARE  ? 20
                        : series->measure->kind == HEED_MEASURE_RATE ? 0.5
                                                                     : 5;
  content->format = format_cb;
  content->format_data = (gpointer) series->measure;
  return content;
}

/**
 * heed_words_series_reading:
 * @series: a measure over time, with its chart
 * @set: what it was made of
 *
 * Returns: (transfer full): what it says, in one to three sentences
 */
char *
heed_words_series_reading (const HeedSeries     *series,
                           const HeedMeasureSet *set)
{
  g_autoptr (GPtrArray) labels = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < series->spc->n_points; i++)
    g_ptr_array_add (labels,
                     heed_words_period (heed_measure_set_get_period (set, series->periods[i])));
  return heed_words_spc_reading (series->spc, (const char *const *) labels->pdata);
}
