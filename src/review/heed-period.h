/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "heed-date.h"

G_BEGIN_DECLS

/**
 * HeedPeriodUnit:
 * What a stretch of time is cut into.
 */
typedef enum
{
  HEED_PERIOD_WEEK, /* from Monday */
  HEED_PERIOD_MONTH,
  HEED_PERIOD_QUARTER,
  HEED_PERIOD_YEAR,
} HeedPeriodUnit;

/**
 * HeedPeriod:
 * @from: its first day
 * @end: the day after its last
 */
typedef struct
{
  HeedDate from;
  HeedDate end;
} HeedPeriod;

GArray *heed_periods_cut (HeedPeriodUnit unit,
                          HeedDate       from,
                          HeedDate       to);
guint   heed_periods_find (const HeedPeriod *periods,
                           guint             n_periods,
                           HeedDate          day);

G_END_DECLS
