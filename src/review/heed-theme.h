/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "heed-suppression.h"
#include "heed-tally.h"

G_BEGIN_DECLS

/**
 * HeedIssueTally:
 * Issues as themes and the heat map count them. Whoever made it owns its strings.
 * @case_id: of one issue its case; 0 for those of a whole month
 * @n: how many issues are just so
 * @day: the day of receipt, of a whole month its first; of a learning action the day it was done
 * @harm: 0-5; -1 not judged
 * @severity: 0-3; -1 not judged
 */
typedef struct
{
  gint64      case_id;
  guint       n;
  HeedDate    day;
  int         harm;
  int         severity;
  guint       flags;
  const char *category;
  const char *stage;
  const char *site;
  const char *place;
} HeedIssueTally;

/* So many cases in so many days make a theme. */
#define HEED_THEME_CASES 3
#define HEED_THEME_DAYS  90
/* What comes back within so many months after an action was done, comes back. */
#define HEED_THEME_REPEAT_MONTHS 12

/**
 * HeedTheme:
 * @category: what it is about (hcat)
 * @place: where
 * @n_cases: cases in the last 90 days
 * @severity: the worst of their severities; -1 where none was judged
 * @often: whether that many cases make it a theme
 * @rising: whether the last month is more than ordinary variation
 * @repeated: whether it came back within a year after an action about it was done
 * @last: the day of the newest case
 *
 * Something to look into. Strings belong to the issues.
 */
typedef struct
{
  const char *category;
  const char *place;
  guint       n_cases;
  int         severity;
  gboolean    often;
  gboolean    rising;
  gboolean    repeated;
  HeedDate    last;
} HeedTheme;

/**
 * HeedHeat:
 * @table: counts of issues, with totals
 * @columns: (element-type utf8): what the columns are; the strings belong to the issues
 */
typedef struct
{
  HeedCrossTable *table;
  GPtrArray      *columns;
} HeedHeat;

GPtrArray *heed_themes_find (const GArray *issues,
                             const GArray *actions,
                             HeedDate      today);
char      *heed_category_top (const char *category);
HeedHeat  *heed_heat_new (const GArray      *issues,
                          HeedDate           from,
                          const char *const *categories,
                          gboolean           by_stage,
                          int                least_harm,
                          guint              most_columns);
void       heed_heat_free (HeedHeat *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HeedHeat, heed_heat_free)

G_END_DECLS
