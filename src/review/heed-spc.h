/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * HeedSpcKind:
 * @HEED_SPC_XMR: single values and their moving range
 * @HEED_SPC_P: shares of a changing number
 * @HEED_SPC_U: events per unit of activity
 * @HEED_SPC_C: counts of a steady activity
 * @HEED_SPC_T: days between rare events
 */
typedef enum
{
  HEED_SPC_XMR,
  HEED_SPC_P,
  HEED_SPC_U,
  HEED_SPC_C,
  HEED_SPC_T,
} HeedSpcKind;

/**
 * HeedImprovement:
 * Which way is better.
 */
typedef enum
{
  HEED_IMPROVEMENT_NEUTRAL,
  HEED_IMPROVEMENT_UP,
  HEED_IMPROVEMENT_DOWN,
} HeedImprovement;

/**
 * HeedSpcCause:
 * Why a point is more than ordinary variation; a point that is so for several reasons has the
 * first of them in this order.
 */
typedef enum
{
  HEED_SPC_COMMON,
  HEED_SPC_ABOVE_LIMIT,
  HEED_SPC_BELOW_LIMIT,
  HEED_SPC_RISING,
  HEED_SPC_FALLING,
  HEED_SPC_NEAR_UPPER, /* two of three near the upper limit */
  HEED_SPC_NEAR_LOWER,
  HEED_SPC_RUN_ABOVE, /* seven or more above the mean */
  HEED_SPC_RUN_BELOW,
} HeedSpcCause;

/**
 * HeedSpcVariation:
 * What a point means; of the last point it is the variation icon of the chart.
 */
typedef enum
{
  HEED_SPC_ORDINARY,
  HEED_SPC_IMPROVEMENT,
  HEED_SPC_CONCERN,
  HEED_SPC_NEUTRAL_HIGH,
  HEED_SPC_NEUTRAL_LOW,
} HeedSpcVariation;

/**
 * HeedSpcAssurance:
 * Whether the target will be met as things stand: the assurance icon of the chart.
 */
typedef enum
{
  HEED_SPC_NO_TARGET,
  HEED_SPC_PASSES, /* the target lies outside the limits, on the good side */
  HEED_SPC_FAILS,
  HEED_SPC_HIT_OR_MISS, /* the target lies between the limits */
} HeedSpcAssurance;

/**
 * HeedSpcOptions:
 * @kind: which chart
 * @improvement: which way is better
 * @screen: leave moving ranges of 3.267 × their mean or more out of the limits (XmR, t)
 * @fix_after: compute the limits of each group from its first so many points; 0: from all
 * @trend: how many points make a trend: 6 or 7; 0 means 7
 * @has_target: whether @target counts
 * @target: a target, in the unit of the values
 * @scale: what a whole is in the unit of the values: 100 for per cent, 1,000 for a rate (p, u);
 *   0 means 1
 */
typedef struct
{
  HeedSpcKind     kind;
  HeedImprovement improvement;
  gboolean        screen;
  guint           fix_after;
  guint           trend;
  gboolean        has_target;
  double          target;
  double          scale;
} HeedSpcOptions;

/**
 * HeedSpcInput:
 * @value: the value, finite
 * @size: what it is a share or rate of, above 0 (p, u)
 * @rebase: whether new limits begin here
 */
typedef struct
{
  double   value;
  double   size;
  gboolean rebase;
} HeedSpcInput;

/**
 * HeedSpcPoint:
 * @value: the value given
 * @mean: the centre line at this point
 * @lower: the lower limit at this point; NaN where a group has too few points for limits
 * @upper: the upper limit
 * @near_lower: where the outer third before the lower limit begins
 * @near_upper: where the outer third before the upper limit begins
 * @group: which limits it belongs to, from 0
 * @side: 1 above the mean, -1 below, 0 on it
 * @outside: beyond a limit
 * @near: in the outer third before a limit
 * @run: part of seven on one side: 1 above, -1 below
 * @trend: part of a trend: 1 rising, -1 falling
 * @two_of_three: one of two of three near a limit: 1 above, -1 below
 * @cause: the first of them that holds
 * @variation: what it means
 */
typedef struct
{
  double           value;
  double           mean;
  double           lower;
  double           upper;
  double           near_lower;
  double           near_upper;
  guint            group;
  int              side;
  gboolean         outside;
  gboolean         near;
  int              run;
  int              trend;
  int              two_of_three;
  HeedSpcCause     cause;
  HeedSpcVariation variation;
} HeedSpcPoint;

/**
 * HeedSpc:
 * @options: as given
 * @points: (array length=n_points): the points, in the order given
 * @n_points: how many
 * @n_base: how many points the limits of the last group rest on
 * @n_special: how many points are more than ordinary
 * @variation: what the last point means
 * @assurance: whether the target will be met
 *
 * A control chart without its drawing.
 */
typedef struct
{
  HeedSpcOptions   options;
  HeedSpcPoint    *points;
  guint            n_points;
  guint            n_base;
  guint            n_special;
  HeedSpcVariation variation;
  HeedSpcAssurance assurance;
} HeedSpc;

/* Fewer points than these make limits that may still move a good deal. */
#define HEED_SPC_FEW 12
/* Fewer tell nothing. */
#define HEED_SPC_TOO_FEW 6

HeedSpc    *heed_spc_new (const HeedSpcInput   *inputs,
                          guint                 n_inputs,
                          const HeedSpcOptions *options);
void        heed_spc_free (HeedSpc *self);
const char *heed_spc_kind_get_name (HeedSpcKind kind);
const char *heed_spc_cause_get_name (HeedSpcCause cause);
const char *heed_spc_variation_get_name (HeedSpcVariation variation);
const char *heed_spc_assurance_get_name (HeedSpcAssurance assurance);
gboolean    heed_improvement_parse (const char      *name,
                                    HeedImprovement *improvement);
const char *heed_improvement_get_name (HeedImprovement improvement);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HeedSpc, heed_spc_free)

G_END_DECLS
