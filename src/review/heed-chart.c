/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where everything in a chart stands. The screen and the printed page draw the marks that this
 * makes, each in its own way, so that both show the same. Knows no colours and no fonts; texts are
 * measured by whoever draws them. */

#include "config.h"

#include "heed-chart.h"

#include <math.h>

#define GAP        8.0
#define NARROW     520.0 /* below this the labels of the lines stand inside */
#define MANY_TICKS 5
#define SPACE      10.0 /* between two names below */

typedef struct
{
  const HeedChartInput *input;
  HeedChart            *chart;
  double                low, high; /* values at the bottom and at the top */
  double                tick;
  gboolean              narrow;
} Layout;

static HeedChartMark *
add (Layout           *self,
     HeedChartMarkKind kind,
     double            x,
     double            y,
     double            x2,
     double            y2)
{
  HeedChartMark mark = { .kind = kind, .x = x, .y = y, .x2 = x2, .y2 = y2, .point = -1 };

  g_array_append_val (self->chart->marks, mark);
  return &g_array_index (self->chart->marks, HeedChartMark, self->chart->marks->len - 1);
}

static HeedChartMark *
add_text (Layout         *self,
          const char     *text,
          double          x,
          double          y,
          HeedChartAnchor anchor)
{
  HeedChartMark *mark = add (self, HEED_CHART_TEXT, x, y, x, y);

  mark->text = g_strdup (text);
  mark->anchor = anchor;
  return mark;
}

static double
width_of (const Layout *self,
          const char   *text,
          gboolean      strong,
          double       *height)
{
  double width = 0, high = 0;

  self->input->measure (text, strong, &width, &high, self->input->measure_data);
  if (height != NULL)
    *height = high;
  return width;
}

/* The next of 1, 2, 5, 10, 20 … that gives no more than so many steps. */
static double
nice_step (double span)
{
  double step = pow (10, floor (log10 (span / MANY_TICKS)));

  for (guint i = 0; span / step > MANY_TICKS; i++)
    step *= i % 3 == 1 ? 2.5 : 2;
  return step;
}

static void
find_range (Layout *self)
{
  const HeedSpc *spc = self->input->spc;
  double         low = INFINITY, high = -INFINITY;

  for (guint i = 0; i < spc->n_points; i++)
    {
      const HeedSpcPoint *point = &spc->points[i];

      low = fmin (low, fmin (point->value, point->lower));
      high = fmax (high, fmax (point->value, point->upper));
    }
  if (spc->options.has_target)
    {
      low = fmin (low, spc->options.target);
      high = fmax (high, spc->options.target);
    }
  low = fmax (low, self->input->least);
  high = fmin (high, self->input->most);
  /* Where little changes, the scale must not make it look like much. */
  if (!(high - low >= self->input->least_span))
    {
      double middle = (low + high) / 2;

      low = fmax (middle - self->input->least_span / 2, self->input->least);
      high = fmin (low + self->input->least_span, self->input->most);
      low = fmax (high - self->input->least_span, self->input->least);
    }
  self->tick = nice_step (high - low);
  self->low = floor (low / self->tick + 1e-9) * self->tick;
  self->high = ceil (high / self->tick - 1e-9) * self->tick;
}

static double
y_of (const Layout *self,
      double        value)
{
  const HeedChart *chart = self->chart;
  double           share = (value - self->low) / (self->high - self->low);

  share = fmin (fmax (share, 0), 1);
  return chart->bottom - share * (chart->bottom - chart->top);
}

static double
step_of (const Layout *self)
{
  return (self->chart->right - self->chart->left) / MAX (self->input->spc->n_points, 1);
}

static double
x_of (const Layout *self,
      guint         point)
{
  return self->chart->left + (point + 0.5) * step_of (self);
}

static char *
range_text (const Layout       *self,
            const HeedSpcPoint *point)
{
  const HeedChartInput *input = self->input;
  double least = fmax (point->lower, input->least);
  g_autofree char *from = input->format (least, input->format_data);
  g_autofree char      *to = input->format (fmin (point->upper, input->most), input->format_data);

  g_autofree char *first = g_strdup (input->range_format);
  g_auto (GStrv) parts = g_strsplit (first, "%s", 3);

  return g_strconcat (parts[0], from, parts[1] ? parts[1] : "", to,
                      parts[1] && parts[2] ? parts[2] : "", NULL);
}

static char *
mean_text (const Layout *self,
           double        mean)
{
  g_autofree char *value = self->input->format (mean, self->input->format_data);
  g_auto (GStrv) parts = g_strsplit (self->input->mean_label, "%s", 2);

  return g_strconcat (parts[0], value, parts[1] ? parts[1] : "", NULL);
}

static const HeedSpcPoint *
last_point (const Layout *self)
{
  return &self->input->spc->points[self->input->spc->n_points - 1];
}

/* How much room the texts at the sides and below need. */
static void
place_plot (Layout *self)
{
  const HeedChartInput *input = self->input;
  double                height = 0, left = 0, right = 0;

  for (double value = self->low; value <= self->high + self->tick / 2; value += self->tick)
    {
      g_autofree char *text = input->format (value, input->format_data);

      left = fmax (left, width_of (self, text, FALSE, &height));
    }
  if (!self->narrow && input->spc->n_points > 0)
    {
      g_autofree char *range = range_text (self, last_point (self));
      g_autofree char *mean = mean_text (self, last_point (self)->mean);

      right = fmax (width_of (self, range, FALSE, NULL), width_of (self, mean, TRUE, NULL));
      right = fmax (right, width_of (self, input->range_label, FALSE, NULL)) + 10;
    }
  self->chart->left = left + GAP;
  self->chart->right = fmax (input->width - right - 2, self->chart->left + 40);
  self->chart->top = height / 2 + 4;
  self->chart->bottom = fmax (input->height - height - GAP, self->chart->top + 20);
}

static void
draw_grid (Layout *self)
{
  for (double value = self->low; value <= self->high + self->tick / 2; value += self->tick)
    {
      g_autofree char *text = self->input->format (value, self->input->format_data);
      double           y = y_of (self, value);

      add (self, HEED_CHART_GRID, self->chart->left, y, self->chart->right, y);
      add_text (self, text, self->chart->left - GAP, y, HEED_CHART_FROM_END);
    }
}

/* The names below, as many as there is room for; those with a year come first. */
static void
draw_names (Layout *self)
{
  const HeedSpc *spc = self->input->spc;
  double         height = 0, end = -INFINITY, widest = 0, y;
  guint          every;

  for (guint i = 0; i < spc->n_points; i++)
    if (self->input->names[i] != NULL)
      widest = fmax (widest, width_of (self, self->input->names[i], FALSE, &height));
  if (spc->n_points == 0 || widest <= 0)
    return;
  y = self->chart->bottom + GAP / 2 + height / 2;
  every = (guint) ceil ((widest + SPACE) / step_of (self));
  every = every <= 3 ? MAX (every, 1) : every <= 6 ? 6
                                                   : (every + 11) / 12 * 12;
  for (guint i = 0; i < spc->n_points; i++)
    {
      const char *name = self->input->names[i];
      double      half, x;

      if (i % every != 0 || name == NULL)
        continue;
      half = width_of (self, name, FALSE, NULL) / 2;
      x = fmax (x_of (self, i), half);
      if (x - half < end + SPACE / 2 || x + half > self->input->width)
        continue;
      add_text (self, name, x, y, HEED_CHART_FROM_MIDDLE);
      end = x + half;
    }
}

/* Limits and average of one stretch of points that share them: the whole group, or, where the
 * limits follow the numbers, one point. */
static void
draw_limits (Layout *self,
             guint   first,
             guint   end)
{
  const HeedSpcPoint *point = &self->input->spc->points[first];
  double              from = self->chart->left + first * step_of (self);
  double              to = self->chart->left + end * step_of (self);

  if (isfinite (point->upper) && isfinite (point->lower))
    {
      double upper = y_of (self, point->upper), lower = y_of (self, point->lower);

      add (self, HEED_CHART_BAND, from, upper, to, lower);
      if (point->upper <= self->input->most)
        add (self, HEED_CHART_LIMIT, from, upper, to, upper);
      if (point->lower >= self->input->least)
        add (self, HEED_CHART_LIMIT, from, lower, to, lower);
    }
  add (self, HEED_CHART_MEAN, from, y_of (self, point->mean), to, y_of (self, point->mean));
  if (first > 0 && point->group != point[-1].group)
    add (self, HEED_CHART_BREAK, from, self->chart->top, from, self->chart->bottom);
}

static gboolean
same_limits (const HeedSpcPoint *one,
             const HeedSpcPoint *two)
{
  return one->group == two->group && fabs (one->mean - two->mean) < 1e-12
         && (fabs (one->upper - two->upper) < 1e-12 || !isfinite (one->upper))
         && (fabs (one->lower - two->lower) < 1e-12 || !isfinite (one->lower));
}

static void
draw_all_limits (Layout *self)
{
  const HeedSpc *spc = self->input->spc;
  guint          first = 0;

  for (guint i = 1; i <= spc->n_points; i++)
    if (i == spc->n_points || !same_limits (&spc->points[first], &spc->points[i]))
      {
        draw_limits (self, first, i);
        first = i;
      }
  if (spc->options.has_target)
    {
      double y = y_of (self, spc->options.target);

      add (self, HEED_CHART_TARGET, self->chart->left, y, self->chart->right, y);
    }
}

/* What the lines mean, at their ends; without room there, inside above them. */
static void
draw_line_labels (Layout *self)
{
  const HeedSpcPoint *last = last_point (self);
  gboolean            known = isfinite (last->upper);
  g_autofree char    *range = known ? range_text (self, last) : NULL;
  g_autofree char    *mean = mean_text (self, last->mean);
  double              height, mean_y = y_of (self, last->mean), range_y, x;
  HeedChartAnchor     anchor = self->narrow ? HEED_CHART_FROM_END : HEED_CHART_FROM_START;

  width_of (self, mean, TRUE, &height);
  x = self->chart->right + (self->narrow ? -4 : 10);
  if (self->narrow)
    mean_y -= height / 2 + 2;
  if (known)
    {
      range_y = fmax (y_of (self, last->upper) + (self->narrow ? height / 2 + 2 : 0), height / 2);
      if (!self->narrow && mean_y < 2.6 * height)
        range_y = mean_y + 1.1 * height; /* there is no room above the average */
      else if (!self->narrow)
        range_y = fmax (fmin (range_y, mean_y - 2.1 * height), height / 2);
      if (!self->narrow)
        {
          add_text (self, self->input->range_label, x, range_y, anchor);
          add_text (self, range, x, range_y + height, anchor);
        }
      else if (range_y + height < mean_y)
        add_text (self, range, x, range_y, anchor);
    }
  add_text (self, mean, x, mean_y, anchor)->strong = TRUE;
}

static void
draw_points (Layout *self)
{
  const HeedSpc *spc = self->input->spc;

  for (guint i = 1; i < spc->n_points; i++)
    add (self, HEED_CHART_LINE, x_of (self, i - 1), y_of (self, spc->points[i - 1].value),
         x_of (self, i), y_of (self, spc->points[i].value));
  for (guint i = 0; i < spc->n_points; i++)
    {
      const HeedSpcPoint *point = &spc->points[i];
      HeedChartMark      *mark;

      mark = add (self, point->outside ? HEED_CHART_DIAMOND : HEED_CHART_DOT, x_of (self, i),
                  y_of (self, point->value), x_of (self, i), y_of (self, point->value));
      mark->meaning = point->variation;
      mark->point = (int) i;
    }
}

/* A note stands beside its point, on the side with more room. */
static void
draw_notes (Layout *self)
{
  const HeedSpc *spc = self->input->spc;

  for (guint i = 0; self->input->notes != NULL && i < spc->n_points; i++)
    {
      const char    *note = self->input->notes[i];
      double         x = x_of (self, i), height, width;
      gboolean       right;
      HeedChartMark *mark;

      if (note == NULL || *note == '\0')
        continue;
      width = width_of (self, note, FALSE, &height);
      right = x + 12 + width <= self->chart->right || x - self->chart->left < width + 12;
      if (right && x + 12 + width > self->input->width)
        continue; /* there is no room; the table below has it */
      mark = add_text (self, note, right ? x + 12 : x - 12, y_of (self, spc->points[i].value),
                       right ? HEED_CHART_FROM_START : HEED_CHART_FROM_END);
      mark->meaning = spc->points[i].variation;
      mark->point = (int) i;
    }
}

/**
 * heed_chart_new:
 * @input: what is to be drawn, and how large
 *
 * Lays a chart out. Time runs from left to right in every language, as the numbers do.
 *
 * Returns: (transfer full): where everything stands; without points an empty grid
 */
HeedChart *
heed_chart_new (const HeedChartInput *input)
{
  Layout layout = { .input = input, .chart = g_new0 (HeedChart, 1) };

  layout.chart->marks = g_array_new (FALSE, TRUE, sizeof (HeedChartMark));
  layout.narrow = input->width < NARROW;
  if (input->spc->n_points == 0)
    return layout.chart;
  find_range (&layout);
  place_plot (&layout);
  draw_all_limits (&layout);
  draw_grid (&layout);
  draw_names (&layout);
  draw_points (&layout);
  draw_line_labels (&layout);
  draw_notes (&layout);
  return layout.chart;
}

/**
 * heed_chart_free:
 * @self: (transfer full): a chart
 */
void
heed_chart_free (HeedChart *self)
{
  for (guint i = 0; i < self->marks->len; i++)
    g_free (g_array_index (self->marks, HeedChartMark, i).text);
  g_array_unref (self->marks);
  g_free (self);
}

static const HeedChartMark *
find_mark (const HeedChart *self,
           int              point)
{
  for (guint i = 0; i < self->marks->len; i++)
    {
      const HeedChartMark *mark = &g_array_index (self->marks, HeedChartMark, i);

      if (mark->point == point && mark->kind != HEED_CHART_TEXT)
        return mark;
    }
  return NULL;
}

/**
 * heed_chart_get_point:
 * @self: a chart
 * @point: the number of a point
 * @x: (out): where it is
 * @y: (out): where it is
 *
 * Returns: whether there is such a point
 */
gboolean
heed_chart_get_point (const HeedChart *self,
                      int              point,
                      double          *x,
                      double          *y)
{
  const HeedChartMark *mark = point >= 0 ? find_mark (self, point) : NULL;

  if (mark == NULL)
    return FALSE;
  *x = mark->x;
  *y = mark->y;
  return TRUE;
}

/**
 * heed_chart_find_point:
 * @self: a chart
 * @x: a place
 *
 * Returns: the point next to @x; -1 outside the plot
 */
int
heed_chart_find_point (const HeedChart *self,
                       double           x)
{
  double best = INFINITY;
  int    found = -1;

  if (x < self->left || x > self->right)
    return -1;
  for (guint i = 0; i < self->marks->len; i++)
    {
      const HeedChartMark *mark = &g_array_index (self->marks, HeedChartMark, i);

      if (mark->point >= 0 && mark->kind != HEED_CHART_TEXT && fabs (mark->x - x) < best)
        {
          best = fabs (mark->x - x);
          found = mark->point;
        }
    }
  return found;
}
