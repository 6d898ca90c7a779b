/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Control charts: the centre line, the limits and the points that are more than ordinary
 * variation. The XmR chart is that of the NHS "Making Data Count" method as the R package
 * NHSRplotthedots 0.2.2 computes it, to the last flag; the p, u, c and t charts have limits of
 * their own and the same rules for points. Knows no dates and draws nothing. */

#include "config.h"

#include "heed-spc.h"

#include <math.h>

#define LIMIT      2.66              /* 3 / 1.128, times the mean moving range */
#define NEAR       (2 * (LIMIT / 3)) /* the outer third of the way to the limit begins here */
#define SCREEN     3.267             /* of the mean moving range, and above: screened out */
#define SIGMAS     3.0               /* limits of the p, u and c charts */
#define T_EXPONENT (1 / 3.6)         /* makes days between events nearly normal: Nelson, 1994 */
#define RUN_LENGTH 7

/* The points with one set of limits, while they are computed. */
typedef struct
{
  const HeedSpcOptions *options;
  const HeedSpcInput   *inputs;
  HeedSpcPoint         *points;
  guint                 n_points;
  guint                 n_base;
} Group;

/* As R computes it, in long double with a second pass: points that lie on the mean break a run,
 * so the last bit of it counts. */
static double
mean_of (const double *values,
         guint         n_values)
{
  long double sum = 0, rest = 0;

  for (guint i = 0; i < n_values; i++)
    sum += values[i];
  sum /= n_values;
  for (guint i = 0; i < n_values; i++)
    rest += values[i] - sum;
  return (double) (sum + rest / n_values);
}

/* The mean of the moving ranges; NaN with fewer than two values. */
static double
mean_range (const double *values,
            guint         n_values,
            gboolean      screen)
{
  g_autofree double *ranges = g_new (double, n_values);
  double             mean;
  guint              n_kept = 0;

  if (n_values < 2)
    return NAN;
  for (guint i = 1; i < n_values; i++)
    ranges[i - 1] = fabs (values[i] - values[i - 1]);
  mean = mean_of (ranges, n_values - 1);
  if (!screen)
    return mean;
  for (guint i = 0; i < n_values - 1; i++)
    if (ranges[i] < SCREEN * mean)
      ranges[n_kept++] = ranges[i];
  return n_kept > 0 ? mean_of (ranges, n_kept) : mean;
}

static void
set_limits (HeedSpcPoint *point,
            double        mean,
            double        width)
{
  point->mean = mean;
  point->lower = mean - width;
  point->upper = mean + width;
}

static void
limit_xmr (Group *group)
{
  g_autofree double *values = g_new (double, group->n_points);
  double             mean, range;

  for (guint i = 0; i < group->n_points; i++)
    values[i] = group->points[i].value;
  mean = mean_of (values, group->n_base);
  range = mean_range (values, group->n_base, group->options->screen);
  for (guint i = 0; i < group->n_points; i++)
    {
      set_limits (&group->points[i], mean, LIMIT * range);
      group->points[i].near_lower = mean - NEAR * range;
      group->points[i].near_upper = mean + NEAR * range;
    }
}

static double
days_of (double near_normal)
{
  return pow (MAX (near_normal, 0), 1 / T_EXPONENT);
}

/* Days between events: limits of the values made nearly normal, made days again. */
static void
limit_t (Group *group)
{
  g_autofree double *values = g_new (double, group->n_points);
  double             mean, range;

  for (guint i = 0; i < group->n_points; i++)
    values[i] = pow (MAX (group->points[i].value, 0), T_EXPONENT);
  mean = mean_of (values, group->n_base);
  range = mean_range (values, group->n_base, group->options->screen);
  for (guint i = 0; i < group->n_points; i++)
    {
      HeedSpcPoint *point = &group->points[i];

      point->mean = days_of (mean);
      point->lower = days_of (mean - LIMIT * range);
      point->upper = days_of (mean + LIMIT * range);
      point->near_lower = days_of (mean - NEAR * range);
      point->near_upper = days_of (mean + NEAR * range);
    }
}

/* The standard deviation that chance alone gives a point, by the binomial (p) or Poisson law. */
static double
chance_deviation (const HeedSpcOptions *options,
                  double                mean,
                  double                size)
{
  switch (options->kind)
    {
    case HEED_SPC_P:
      return sqrt (MAX (mean * (options->scale - mean), 0) / size);
    case HEED_SPC_U:
      return sqrt (mean * options->scale / size);
    case HEED_SPC_C:
    case HEED_SPC_XMR:
    case HEED_SPC_T:
    default:
      return sqrt (mean);
    }
}

static void
limit_by_chance (Group *group)
{
  gboolean weighted = group->options->kind != HEED_SPC_C;
  double   events = 0, sizes = 0, mean;

  for (guint i = 0; i < group->n_base; i++)
    {
      double size = weighted ? group->inputs[i].size : 1;

      events += group->points[i].value * size;
      sizes += size;
    }
  mean = events / sizes;
  for (guint i = 0; i < group->n_points; i++)
    {
      HeedSpcPoint *point = &group->points[i];
      double        sigma = chance_deviation (group->options, mean, group->inputs[i].size);

      set_limits (point, mean, SIGMAS * sigma);
      point->near_lower = mean - 2 * sigma;
      point->near_upper = mean + 2 * sigma;
      point->lower = MAX (point->lower, 0);
      if (group->options->kind == HEED_SPC_P)
        point->upper = MIN (point->upper, group->options->scale);
    }
}

/* Where a point lies. Nothing is outside limits that are not known. */
static void
place_point (HeedSpcPoint *point)
{
  point->side = (point->value > point->mean) - (point->value < point->mean);
  point->outside = point->value > point->upper || point->value < point->lower;
  point->near = !point->outside
                && (point->value > point->near_upper || point->value < point->near_lower);
}

static void
mark_runs (Group *group)
{
  guint length = 0;

  for (guint i = 0; i < group->n_points; i++)
    {
      HeedSpcPoint *points = group->points;

      length = i > 0 && points[i].side == points[i - 1].side ? length + 1 : 1;
      for (guint j = 0; points[i].side != 0 && length >= RUN_LENGTH && j < RUN_LENGTH; j++)
        points[i - j].run = points[i].side;
    }
}

static void
mark_trends (Group *group)
{
  guint length = 1;
  int   before = 0;

  for (guint i = 1; i < group->n_points; i++)
    {
      HeedSpcPoint *points = group->points;
      int           step = (points[i].value > points[i - 1].value)
                 - (points[i].value < points[i - 1].value);

      length = step != 0 && step == before ? length + 1 : 2;
      before = step;
      for (guint j = 0; step != 0 && length >= group->options->trend && j < group->options->trend;
           j++)
        if (points[i - j].trend != 1)
          points[i - j].trend = step;
    }
}

static void
mark_two_of_three (Group *group)
{
  for (guint i = 2; i < group->n_points; i++)
    {
      HeedSpcPoint *three = &group->points[i - 2];
      guint         near = (three[0].near != 0) + (three[1].near != 0) + (three[2].near != 0);

      if (near < 2 || abs (three[0].side + three[1].side + three[2].side) != 3)
        continue;
      for (guint j = 0; j < 3; j++)
        if (three[j].near)
          three[j].two_of_three = three[j].side;
    }
}

static HeedSpcCause
find_cause (const HeedSpcPoint *point)
{
  if (point->outside)
    return point->side > 0 ? HEED_SPC_ABOVE_LIMIT : HEED_SPC_BELOW_LIMIT;
  if (point->trend != 0)
    return point->trend > 0 ? HEED_SPC_RISING : HEED_SPC_FALLING;
  if (point->two_of_three != 0)
    return point->two_of_three > 0 ? HEED_SPC_NEAR_UPPER : HEED_SPC_NEAR_LOWER;
  if (point->run != 0)
    return point->run > 0 ? HEED_SPC_RUN_ABOVE : HEED_SPC_RUN_BELOW;
  return HEED_SPC_COMMON;
}

/* A trend means what its direction means, everything else what its side of the mean means. */
static HeedSpcVariation
find_variation (const HeedSpcPoint *point,
                HeedImprovement     improvement)
{
  gboolean high = point->cause == HEED_SPC_RISING
                  || (point->cause != HEED_SPC_FALLING && point->side > 0);

  if (point->cause == HEED_SPC_COMMON)
    return HEED_SPC_ORDINARY;
  if (improvement == HEED_IMPROVEMENT_NEUTRAL)
    return high ? HEED_SPC_NEUTRAL_HIGH : HEED_SPC_NEUTRAL_LOW;
  return high == (improvement == HEED_IMPROVEMENT_UP) ? HEED_SPC_IMPROVEMENT : HEED_SPC_CONCERN;
}

static void
work_out_group (HeedSpc            *self,
                const HeedSpcInput *inputs,
                guint               first,
                guint               end,
                guint               number)
{
  Group group = {
    .options = &self->options,
    .inputs = inputs + first,
    .points = self->points + first,
    .n_points = end - first,
    .n_base = end - first,
  };

  if (self->options.fix_after > 0)
    group.n_base = MIN (group.n_base, self->options.fix_after);
  self->n_base = group.n_base;
  if (self->options.kind == HEED_SPC_XMR)
    limit_xmr (&group);
  else if (self->options.kind == HEED_SPC_T)
    limit_t (&group);
  else
    limit_by_chance (&group);

  for (guint i = 0; i < group.n_points; i++)
    place_point (&group.points[i]);
  mark_runs (&group);
  mark_trends (&group);
  mark_two_of_three (&group);
  for (guint i = 0; i < group.n_points; i++)
    {
      HeedSpcPoint *point = &group.points[i];

      point->group = number;
      point->cause = find_cause (point);
      point->variation = find_variation (point, self->options.improvement);
      self->n_special += point->cause != HEED_SPC_COMMON;
    }
}

static HeedSpcAssurance
find_assurance (const HeedSpc *self)
{
  const HeedSpcPoint *last = &self->points[self->n_points - 1];
  gboolean            up = self->options.improvement == HEED_IMPROVEMENT_UP;

  if (!self->options.has_target || self->options.improvement == HEED_IMPROVEMENT_NEUTRAL)
    return HEED_SPC_NO_TARGET;
  if (self->options.target > last->upper)
    return up ? HEED_SPC_FAILS : HEED_SPC_PASSES;
  if (self->options.target < last->lower)
    return up ? HEED_SPC_PASSES : HEED_SPC_FAILS;
  return HEED_SPC_HIT_OR_MISS;
}

/**
 * heed_spc_new:
 * @inputs: (array length=n_inputs): values in order of time
 * @n_inputs: how many
 * @options: what is asked for
 *
 * Computes a control chart.
 *
 * XmR: limits at the mean ± 2.66 × the mean moving range; seven in a row on one side of the mean
 * (a point on it breaks the run); seven (or six) points each above, or each below, the one before;
 * two of three in the outer third on one side with all three on that side; each within one set of
 * limits (NHSRplotthedots 0.2.2, nhs-r-community). Where screening would leave no moving range,
 * all are kept. p, u, c: mean ± 3 standard deviations of the binomial or Poisson law, cut at 0
 * (Shewhart). t: XmR of the days to the power 1/3.6 (Nelson, 1994).
 *
 * Returns: (transfer full): the chart
 */
HeedSpc *
heed_spc_new (const HeedSpcInput   *inputs,
              guint                 n_inputs,
              const HeedSpcOptions *options)
{
  HeedSpc *self = g_new0 (HeedSpc, 1);
  guint    first = 0, number = 0;

  self->options = *options;
  if (self->options.trend == 0)
    self->options.trend = 7;
  if (!(self->options.scale > 0))
    self->options.scale = 1;
  self->n_points = n_inputs;
  self->points = g_new0 (HeedSpcPoint, n_inputs);
  for (guint i = 0; i < n_inputs; i++)
    self->points[i].value = inputs[i].value;
  for (guint i = 1; i <= n_inputs; i++)
    if (i == n_inputs || inputs[i].rebase)
      {
        work_out_group (self, inputs, first, i, number++);
        first = i;
      }
  if (n_inputs > 0)
    {
      self->variation = self->points[n_inputs - 1].variation;
      self->assurance = find_assurance (self);
    }
  return self;
}

/**
 * heed_spc_free:
 * @self: (transfer full): a chart
 */
void
heed_spc_free (HeedSpc *self)
{
  g_free (self->points);
  g_free (self);
}

/**
 * heed_spc_kind_get_name:
 * @kind: a kind of chart
 *
 * Returns: its name in files and on the command line
 */
const char *
heed_spc_kind_get_name (HeedSpcKind kind)
{
  static const char *const names[] = { "xmr", "p", "u", "c", "t" };

  return names[kind];
}

/**
 * heed_spc_cause_get_name:
 * @cause: why a point stands out
 *
 * Returns: its name in files and on the command line
 */
const char *
heed_spc_cause_get_name (HeedSpcCause cause)
{
  static const char *const names[] = {
    "common-cause", "above-limit", "below-limit", "rising", "falling",
    "near-upper", "near-lower", "run-above", "run-below"
  };

  return names[cause];
}

/**
 * heed_spc_variation_get_name:
 * @variation: what a point means
 *
 * Returns: its name in files and on the command line
 */
const char *
heed_spc_variation_get_name (HeedSpcVariation variation)
{
  static const char *const names[] = { "common-cause", "improvement", "concern", "neutral-high",
                                       "neutral-low" };

  return names[variation];
}

/**
 * heed_spc_assurance_get_name:
 * @assurance: whether the target will be met
 *
 * Returns: its name in files and on the command line
 */
const char *
heed_spc_assurance_get_name (HeedSpcAssurance assurance)
{
  static const char *const names[] = { "no-target", "consistent-pass", "consistent-fail",
                                       "inconsistent" };

  return names[assurance];
}

static const char *const improvement_names[] = { "neutral", "up", "down" };

/**
 * heed_improvement_parse:
 * @name: (nullable): "up", "down" or "neutral"
 * @improvement: (out): which way is better; unchanged on failure
 *
 * Returns: whether @name is one of them
 */
gboolean
heed_improvement_parse (const char      *name,
                        HeedImprovement *improvement)
{
  for (guint i = 0; i < G_N_ELEMENTS (improvement_names); i++)
    if (g_strcmp0 (name, improvement_names[i]) == 0)
      {
        *improvement = (HeedImprovement) i;
        return TRUE;
      }
  return FALSE;
}

/**
 * heed_improvement_get_name:
 * @improvement: which way is better
 *
 * Returns: its name in files and on the command line
 */
const char *
heed_improvement_get_name (HeedImprovement improvement)
{
  return improvement_names[improvement];
}
