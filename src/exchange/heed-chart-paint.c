/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Draws a chart on paper: the same marks as on the screen, in ink. Colour is never alone: what is
 * better is a larger dot, what lies beyond a limit a diamond. */

#include "config.h"

#include "heed-chart-paint.h"

#include <math.h>
#include <pango/pangocairo.h>

#define FONT_SIZE 8.0

typedef struct
{
  cairo_t     *cr;
  PangoLayout *text;
} Paint;

static void
measure_cb (const char *text,
            gboolean    strong,
            double     *width,
            double     *height,
            gpointer    data)
{
  Paint                *self = data;
  PangoFontDescription *font = pango_font_description_new ();
  int                   w, h;

  pango_font_description_set_family (font, "sans-serif");
  pango_font_description_set_absolute_size (font, FONT_SIZE * PANGO_SCALE);
  pango_font_description_set_weight (font, strong ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
  pango_layout_set_font_description (self->text, font);
  pango_layout_set_text (self->text, text, -1);
  pango_layout_get_size (self->text, &w, &h);
  *width = (double) w / PANGO_SCALE;
  *height = (double) h / PANGO_SCALE;
  pango_font_description_free (font);
}

static void
set_ink (cairo_t         *cr,
         HeedSpcVariation meaning,
         double           grey)
{
  switch (meaning)
    {
    case HEED_SPC_IMPROVEMENT:
      cairo_set_source_rgb (cr, 0.11, 0.44, 0.85);
      break;
    case HEED_SPC_CONCERN:
      cairo_set_source_rgb (cr, 0.78, 0.27, 0);
      break;
    case HEED_SPC_NEUTRAL_HIGH:
    case HEED_SPC_NEUTRAL_LOW:
      cairo_set_source_rgb (cr, 0.51, 0.24, 0.61);
      break;
    case HEED_SPC_ORDINARY:
    default:
      cairo_set_source_rgb (cr, grey, grey, grey);
    }
}

static void
draw_line (cairo_t             *cr,
           const HeedChartMark *mark,
           double               grey,
           double               width,
           double               dash)
{
  set_ink (cr, HEED_SPC_ORDINARY, grey);
  cairo_set_line_width (cr, width);
  cairo_set_dash (cr, &dash, dash > 0 ? 1 : 0, 0);
  cairo_move_to (cr, mark->x, mark->y);
  cairo_line_to (cr, mark->x2, mark->y2);
  cairo_stroke (cr);
}

static void
draw_point (cairo_t             *cr,
            const HeedChartMark *mark)
{
  double size = mark->kind == HEED_CHART_DIAMOND     ? 4
                : mark->meaning == HEED_SPC_ORDINARY ? 2
                                                     : 3;

  set_ink (cr, mark->meaning, 0.35);
  cairo_new_path (cr);
  if (mark->kind == HEED_CHART_DIAMOND)
    {
      cairo_move_to (cr, mark->x, mark->y - size);
      cairo_line_to (cr, mark->x + size, mark->y);
      cairo_line_to (cr, mark->x, mark->y + size);
      cairo_line_to (cr, mark->x - size, mark->y);
      cairo_close_path (cr);
    }
  else
    cairo_arc (cr, mark->x, mark->y, size, 0, 2 * G_PI);
  cairo_fill (cr);
}

static void
draw_text (Paint               *self,
           const HeedChartMark *mark)
{
  double width, height, x = mark->x;

  measure_cb (mark->text, mark->strong, &width, &height, self);
  if (mark->anchor == HEED_CHART_FROM_MIDDLE)
    x -= width / 2;
  else if (mark->anchor == HEED_CHART_FROM_END)
    x -= width;
  set_ink (self->cr, mark->meaning, mark->strong ? 0 : 0.25);
  cairo_move_to (self->cr, x, mark->y - height / 2);
  pango_cairo_show_layout (self->cr, self->text);
}

static void
draw_mark (Paint               *self,
           const HeedChartMark *mark)
{
  switch (mark->kind)
    {
    case HEED_CHART_BAND:
      cairo_set_source_rgb (self->cr, 0.95, 0.95, 0.95);
      cairo_rectangle (self->cr, mark->x, mark->y, mark->x2 - mark->x, mark->y2 - mark->y);
      cairo_fill (self->cr);
      break;
    case HEED_CHART_GRID:
      draw_line (self->cr, mark, 0.85, 0.5, 0);
      break;
    case HEED_CHART_LIMIT:
      draw_line (self->cr, mark, 0.45, 0.6, 3);
      break;
    case HEED_CHART_TARGET:
    case HEED_CHART_BREAK:
      draw_line (self->cr, mark, 0.3, 0.8, 1.5);
      break;
    case HEED_CHART_MEAN:
      draw_line (self->cr, mark, 0.35, 0.7, 0);
      break;
    case HEED_CHART_LINE:
      draw_line (self->cr, mark, 0.6, 1, 0);
      break;
    case HEED_CHART_TEXT:
      draw_text (self, mark);
      break;
    case HEED_CHART_DOT:
    case HEED_CHART_DIAMOND:
    default:
      draw_point (self->cr, mark);
    }
}

/**
 * heed_chart_paint:
 * @content: what a chart shows
 * @cr: where to draw; its corner is at 0, 0
 * @width: how wide, in points
 * @height: how high, in points
 *
 * Draws a chart on white.
 */
void
heed_chart_paint (const HeedChartContent *content,
                  cairo_t                *cr,
                  double                  width,
                  double                  height)
{
  Paint paint = { cr, pango_cairo_create_layout (cr) };
  g_autoptr (HeedChart) chart =
      heed_chart_content_lay_out (content, width, height, measure_cb, &paint);

  cairo_save (cr);
  for (guint i = 0; i < chart->marks->len; i++)
    draw_mark (&paint, &g_array_index (chart->marks, HeedChartMark, i));
  cairo_restore (cr);
  g_object_unref (paint.text);
}
