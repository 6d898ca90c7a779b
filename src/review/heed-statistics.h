/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "heed-spc.h"

G_BEGIN_DECLS

/**
 * HeedSpcReason:
 * Why a kind of chart was chosen; the top rooms make the sentence.
 */
typedef enum
{
  HEED_SPC_REASON_ENOUGH,      /* enough in each period for single values: XmR */
  HEED_SPC_REASON_SMALL_SHARE, /* few people in each period: p */
  HEED_SPC_REASON_SMALL_RATE,  /* few events, and the activity changes: u */
  HEED_SPC_REASON_SMALL_COUNT, /* few events in each period: c */
  HEED_SPC_REASON_RARE,        /* most periods have none: t */
} HeedSpcReason;

/**
 * HeedPeriodCount:
 * @numerator: how many counted
 * @denominator: of how many, or per how much activity; 0 where it is a plain count
 */
typedef struct
{
  double numerator;
  double denominator;
} HeedPeriodCount;

/**
 * HeedAgreement:
 * @n: how many were coded twice
 * @share: the share on which both agree, 0 to 1
 * @kappa: Cohen's kappa; NaN where it is not defined
 * @ac1: Gwet's AC1; NaN where it is not defined
 */
typedef struct
{
  guint  n;
  double share;
  double kappa;
  double ac1;
} HeedAgreement;

void        heed_wilson_interval (double  numerator,
                                  double  denominator,
                                  double *low,
                                  double *high);
double      heed_quantile (const int *sorted,
                           guint      n_values,
                           double     share);
void        heed_agreement (const guint   *first,
                            const guint   *second,
                            guint          n_pairs,
                            guint          n_codes,
                            HeedAgreement *agreement);
HeedSpcKind heed_spc_choose (const HeedPeriodCount *counts,
                             guint                  n_counts,
                             gboolean               share,
                             HeedSpcReason         *reason);

G_END_DECLS
