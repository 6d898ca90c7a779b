/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Puts the measures that are shown on paper: the chosen one as a chart with its months, and all of
 * them with their values.
 */
#include "config.h"

#include "heed-outcomes-print.h"

#include <glib/gi18n.h>

#include "heed-chart-paint.h"
#include "heed-printing.h"
#include "heed-words.h"

#define CHART_HEIGHT 190

static void
draw_chart_cb (cairo_t *cr,
               double   width,
               double   height,
               gpointer data)
{
  heed_chart_paint (data, cr, width, height);
}

static void
add_months (HeedDocument           *document,
            HeedMeasured           *measured,
            const HeedSeries       *series,
            const HeedChartContent *content)
{
  const HeedDocumentColumn columns[] = {
    { _ ("Month"), 2, FALSE },
    { _ ("Value"), 1, TRUE },
    { _ ("Counts"), 1.5, TRUE },
    { _ ("Remark"), 3.5, FALSE },
  };

  heed_document_add_table (document, columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < content->spc->n_points; i++)
    {
      const HeedSpcPoint *point = &content->spc->points[i];
      const char         *note = content->notes->pdata[i];
      HeedPeriodCount     count = heed_measure_set_get_count (measured->set, series->measure,
                                                              series->periods[i]);
      g_autofree char    *value = heed_words_measure_value (series->measure, point->value);
      g_autofree char    *counts = heed_words_measure_counts (series->measure, count);
      const char         *cause = point->cause != HEED_SPC_COMMON
                                      ? heed_words_spc_cause (point->cause)
                                      : NULL;
      g_autofree char    *remark =
          note != NULL && cause != NULL ? g_strconcat (cause, ". ", note, NULL)
                                           : g_strdup (note != NULL ? note : cause);

      heed_document_add_row (document,
                             (const char *const[]) { content->labels->pdata[i], value, counts,
                                                     remark ? remark : "" });
    }
}

static void
add_all (HeedDocument *document,
         HeedMeasured *measured)
{
  const HeedDocumentColumn columns[] = {
    { _ ("Measure"), 2, FALSE },
    { _ ("Value"), 1, TRUE },
    { _ ("Counts"), 1.2, TRUE },
    { _ ("What It Counts"), 4, FALSE },
  };
  guint              n_measures;
  const HeedMeasure *measures = heed_measures_get (&n_measures);

  heed_document_add_heading (document, 2, _ ("All Measures"));
  heed_document_add_table (document, columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < n_measures; i++)
    {
      HeedPeriodCount  count = heed_measure_set_get_count (measured->set, &measures[i],
                                                           HEED_ALL_PERIODS);
      g_autofree char *value = heed_words_measure_value (
          &measures[i], heed_measure_set_get_value (measured->set, &measures[i], HEED_ALL_PERIODS));
      g_autofree char *counts = heed_words_measure_counts (&measures[i], count);

      heed_document_add_row (
          document,
          (const char *const[]) { heed_words_measure (&measures[i]), value, counts,
                                  heed_words_measure_definition (&measures[i]) });
    }
}

static HeedDocument *
new_document (HeedMeasured            *measured,
              const HeedMeasure       *measure,
              const HeedMeasuredQuery *query)
{
  HeedDocument *document = heed_document_new (_ ("Outcomes"), NULL);
  g_autoptr (HeedSeries) series = heed_measured_new_series (measured, measure);
  g_autofree char  *reading = heed_words_series_reading (series, measured->set);
  g_autofree char  *span = heed_words_span (query->from, query->to);
  g_autofree char  *scope = g_strjoin (" · ", span,
                                      query->place ? query->place : _ ("All services"),
                                      query->site ? query->site : _ ("All sites"), NULL);
  HeedChartContent *content = heed_chart_content_new (measured, series);

  heed_document_add_heading (document, 1, _ ("Outcomes"));
  heed_document_add_paragraph (document, scope);
  heed_document_add_heading (document, 2, heed_words_measure (measure));
  heed_document_add_paragraph (document, reading);
  heed_document_add_drawing (document, CHART_HEIGHT, draw_chart_cb, content,
                             (GDestroyNotify) heed_chart_content_free);
  heed_document_add_caption (document, heed_words_measure_definition (measure));
  add_months (document, measured, series, content);
  add_all (document, measured);
  heed_document_add_caption (document, heed_words_suppression (HEED_SUPPRESS_NONE));
  return document;
}

/**
 * heed_outcomes_print:
 * @parent: a widget in the window
 * @measured: what was measured
 * @measure: the one that is charted
 * @query: what was asked
 *
 * Asks for a printer and prints.
 */
void
heed_outcomes_print (GtkWidget               *parent,
                     HeedMeasured            *measured,
                     const HeedMeasure       *measure,
                     const HeedMeasuredQuery *query)
{
  g_autoptr (HeedDocument) document = new_document (measured, measure, query);

  heed_printing_print (parent, document, FALSE);
}
