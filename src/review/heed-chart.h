/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "heed-spc.h"

G_BEGIN_DECLS

/**
 * HeedChartMarkKind:
 * @HEED_CHART_BAND: a filled area from (x, y) to (x2, y2): the usual range
 * @HEED_CHART_GRID: a faint line
 * @HEED_CHART_LIMIT: a dashed line: a limit
 * @HEED_CHART_MEAN: the line of the average
 * @HEED_CHART_TARGET: a dotted line: a target
 * @HEED_CHART_BREAK: an upright line where new limits begin
 * @HEED_CHART_LINE: a stretch of the line through the points
 * @HEED_CHART_DOT: a point with its middle at (x, y), a circle
 * @HEED_CHART_DIAMOND: a point beyond a limit
 * @HEED_CHART_TEXT: a text whose anchor is at x and whose middle is at y
 */
typedef enum
{
  HEED_CHART_BAND,
  HEED_CHART_GRID,
  HEED_CHART_LIMIT,
  HEED_CHART_MEAN,
  HEED_CHART_TARGET,
  HEED_CHART_BREAK,
  HEED_CHART_LINE,
  HEED_CHART_DOT,
  HEED_CHART_DIAMOND,
  HEED_CHART_TEXT,
} HeedChartMarkKind;

typedef enum
{
  HEED_CHART_FROM_START, /* the text begins at x */
  HEED_CHART_FROM_MIDDLE,
  HEED_CHART_FROM_END, /* the text ends at x */
} HeedChartAnchor;

/**
 * HeedChartMark:
 * @kind: what is drawn
 * @meaning: the colour of points and notes
 * @x: from the left, in the unit of the width
 * @y: from the top
 * @x2: the other end of lines and bands
 * @y2: the other end of lines and bands
 * @anchor: of texts
 * @strong: whether a text is bold
 * @text: (nullable): of texts
 * @point: which point it belongs to; -1 for none
 */
typedef struct
{
  HeedChartMarkKind kind;
  HeedSpcVariation  meaning;
  double            x, y, x2, y2;
  HeedChartAnchor   anchor;
  gboolean          strong;
  char             *text;
  int               point;
} HeedChartMark;

/**
 * HeedChartMeasure:
 * @text: UTF-8
 * @strong: whether it is bold
 * @width: (out): how wide it is drawn
 * @height: (out): how high
 * @user_data: what was given with it
 *
 * Measures a text as it will be drawn.
 */
typedef void (*HeedChartMeasure) (const char *text,
                                  gboolean    strong,
                                  double     *width,
                                  double     *height,
                                  gpointer    user_data);

/**
 * HeedChartFormat:
 * Writes a value with its unit. Returns: (transfer full): the text
 */
typedef char *(*HeedChartFormat) (double   value,
                                  gpointer user_data);

/**
 * HeedChartInput:
 * @spc: the chart
 * @names: (array): a short name for each point; %NULL where it needs none
 * @notes: (array) (nullable): a note for each point, or %NULL
 * @range_label: what the usual range is called
 * @mean_label: what the average is called, with a %s for its value
 * @range_format: with two %s for the limits
 * @least: the least value there can be
 * @most: the greatest value there can be; infinity for none
 * @least_span: the least difference between the bottom and the top of the scale
 * @width: how wide the whole is
 * @height: how high
 * @measure: measures texts
 * @format: writes values
 * @measure_data: for @measure
 * @format_data: for @format
 */
typedef struct
{
  const HeedSpc     *spc;
  const char *const *names;
  const char *const *notes;
  const char        *range_label;
  const char        *mean_label;
  const char        *range_format;
  double             least;
  double             most;
  double             least_span;
  double             width;
  double             height;
  HeedChartMeasure   measure;
  HeedChartFormat    format;
  gpointer           measure_data;
  gpointer           format_data;
} HeedChartInput;

/**
 * HeedChart:
 * @marks: (element-type HeedChartMark): all that is drawn, in this order
 * @left: where the plot begins
 * @right: where it ends
 * @top: its upper edge
 * @bottom: its lower edge
 *
 * Where everything in a chart stands, whoever draws it.
 */
typedef struct
{
  GArray *marks;
  double  left, right, top, bottom;
} HeedChart;

HeedChart *heed_chart_new (const HeedChartInput *input);
void       heed_chart_free (HeedChart *self);
int        heed_chart_find_point (const HeedChart *self,
                                  double           x);
gboolean   heed_chart_get_point (const HeedChart *self,
                                 int              point,
                                 double          *x,
                                 double          *y);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HeedChart, heed_chart_free)

G_END_DECLS
