/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Themes: the same thing in the same place again and again, or suddenly more of it; and the table
 * of what people raise, and where. Finds and counts; what follows from it is for people. */

#include "config.h"

#include "heed-theme.h"

#include "heed-period.h"
#include "heed-statistics.h"

#include <string.h>

#define MONTHS       24 /* of history, for telling whether the last month is ordinary */
#define LEAST_EVENTS 8  /* in them, for there to be anything to tell */

/* One category at one place. */
typedef struct
{
  const char *category;
  const char *place;
  GHashTable *cases; /* of the last days */
  int         severity;
  HeedDate    first, last;
  double      months[MONTHS];
} Group;

static void
group_free (gpointer data)
{
  Group *group = data;

  g_hash_table_unref (group->cases);
  g_free (group);
}

static Group *
get_group (GHashTable *groups,
           const char *category,
           const char *place)
{
  g_autofree char *key = g_strconcat (category, "\n", place, NULL);
  Group           *group = g_hash_table_lookup (groups, key);

  if (group != NULL)
    return group;
  group = g_new0 (Group, 1);
  group->category = category;
  group->place = place;
  group->severity = -1;
  group->first = G_MAXINT32;
  group->last = HEED_DATE_NONE;
  group->cases = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_hash_table_insert (groups, g_steal_pointer (&key), group);
  return group;
}

static void
add_issue (Group                *group,
           const HeedIssueTally *issue,
           const GArray         *months,
           HeedDate              today)
{
  guint month = heed_periods_find ((const HeedPeriod *) (gconstpointer) months->data, months->len,
                                   issue->day);

  if (month < months->len && month < MONTHS)
    group->months[month] += issue->n;
  if (issue->day > today || issue->day <= today - HEED_THEME_DAYS)
    return;
  g_hash_table_add (group->cases, g_memdup2 (&issue->case_id, sizeof issue->case_id));
  group->severity = MAX (group->severity, issue->severity);
  group->first = MIN (group->first, issue->day);
  group->last = MAX (group->last, issue->day);
}

/* Whether the last month has more than the ups and downs of the two years before. */
static gboolean
is_rising (const Group *group)
{
  HeedPeriodCount counts[MONTHS];
  HeedSpcInput    inputs[MONTHS];
  HeedSpcReason   reason;
  HeedSpcOptions  options = { .improvement = HEED_IMPROVEMENT_DOWN };
  g_autoptr (HeedSpc) spc = NULL;
  double sum = 0;

  for (guint i = 0; i < MONTHS; i++)
    {
      counts[i] = (HeedPeriodCount) { group->months[i], 0 };
      inputs[i] = (HeedSpcInput) { group->months[i], 1, FALSE };
      sum += group->months[i];
    }
  if (sum < LEAST_EVENTS)
    return FALSE;
  options.kind = heed_spc_choose (counts, MONTHS, FALSE, &reason);
  if (options.kind == HEED_SPC_T)
    options.kind = HEED_SPC_C; /* it is months that are counted here, not days between */
  spc = heed_spc_new (inputs, MONTHS, &options);
  return spc->variation == HEED_SPC_CONCERN;
}

static gboolean
is_repeated (const Group  *group,
             const GArray *actions)
{
  for (guint i = 0; i < actions->len; i++)
    {
      const HeedIssueTally *action = &g_array_index (actions, HeedIssueTally, i);

      if (g_strcmp0 (action->category, group->category) == 0
          && g_strcmp0 (action->place, group->place) == 0 && action->day < group->last
          && group->last <= heed_date_add_months (action->day, HEED_THEME_REPEAT_MONTHS))
        return TRUE;
    }
  return FALSE;
}

/* The repeated first, then the worst, then the most. */
static int
compare_themes (gconstpointer a,
                gconstpointer b)
{
  const HeedTheme *one = *(HeedTheme *const *) a, *two = *(HeedTheme *const *) b;

  if (one->repeated != two->repeated)
    return two->repeated - one->repeated;
  if (one->severity != two->severity)
    return two->severity - one->severity;
  if (one->n_cases != two->n_cases)
    return (int) two->n_cases - (int) one->n_cases;
  if (one->last != two->last)
    return two->last - one->last;
  return g_strcmp0 (one->category, two->category) * 2 + g_strcmp0 (one->place, two->place);
}

/**
 * heed_themes_find:
 * @issues: (element-type HeedIssueTally): the issues of the last two years, those of the last 90 days
 *   one by one
 * @actions: (element-type HeedIssueTally): learning actions that were done
 * @today: today
 *
 * Finds what there is to look into: the same category at the same place in three cases or more in
 * 90 days, or with more in the last month than ordinary variation explains.
 *
 * Returns: (transfer full) (element-type HeedTheme): the themes, the most pressing first
 */
GPtrArray *
heed_themes_find (const GArray *issues,
                  const GArray *actions,
                  HeedDate      today)
{
  GPtrArray *themes = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GHashTable) groups =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, group_free);
  g_autoptr (GArray) months = NULL;
  GHashTableIter iter;
  gpointer       value;
  int            year, month;
  HeedDate       first;

  heed_date_get (today, &year, &month, NULL);
  first = heed_date_new (year, month, 1);
  months = heed_periods_cut (HEED_PERIOD_MONTH, heed_date_add_months (first, -MONTHS), first - 1);
  for (guint i = 0; i < issues->len; i++)
    {
      const HeedIssueTally *issue = &g_array_index (issues, HeedIssueTally, i);

      if (issue->category != NULL && issue->place != NULL)
        add_issue (get_group (groups, issue->category, issue->place), issue, months, today);
    }
  g_hash_table_iter_init (&iter, groups);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      const Group *group = value;
      guint        n_cases = g_hash_table_size (group->cases);
      gboolean     often = n_cases >= HEED_THEME_CASES;
      gboolean     rising = n_cases > 0 && is_rising (group);
      HeedTheme   *theme;

      if (!often && !rising)
        continue;
      theme = g_new0 (HeedTheme, 1);
      *theme = (HeedTheme) { group->category, group->place, n_cases, group->severity, often, rising,
                             is_repeated (group, actions), group->last };
      g_ptr_array_add (themes, theme);
    }
  g_ptr_array_sort (themes, compare_themes);
  return themes;
}

/**
 * heed_category_top:
 * @category: a code of hcat, as in "safety.error-medication"
 *
 * Returns: (transfer full): the category above it, as in "safety"; @category itself where it is one
 */
char *
heed_category_top (const char *category)
{
  const char *dot = strchr (category, '.');

  return dot != NULL ? g_strndup (category, (gsize) (dot - category)) : g_strdup (category);
}

static guint
find_row (const char *const *categories,
          const char        *category)
{
  g_autofree char *top = heed_category_top (category);

  for (guint i = 0; categories[i] != NULL; i++)
    if (g_str_equal (categories[i], top))
      return i;
  return G_MAXUINT;
}

typedef struct
{
  const char *name;
  guint       n;
} Column;

static int
compare_columns (gconstpointer a,
                 gconstpointer b)
{
  const Column *one = a, *two = b;

  return one->n != two->n ? (int) two->n - (int) one->n : strcmp (one->name, two->name);
}

/* The columns with the most issues, of which only so many are shown. */
static GPtrArray *
choose_columns (const GArray *issues,
                HeedDate      from,
                gboolean      by_stage,
                guint         most)
{
  g_autoptr (GHashTable) counts = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GArray) columns = g_array_new (FALSE, FALSE, sizeof (Column));
  GPtrArray     *names = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer       name, n;

  for (guint i = 0; i < issues->len; i++)
    {
      const HeedIssueTally *issue = &g_array_index (issues, HeedIssueTally, i);
      const char           *key = by_stage ? issue->stage : issue->place;

      if (key != NULL && issue->day >= from)
        g_hash_table_insert (
            counts, (gpointer) key,
            GUINT_TO_POINTER (GPOINTER_TO_UINT (g_hash_table_lookup (counts, key)) + issue->n));
    }
  g_hash_table_iter_init (&iter, counts);
  while (g_hash_table_iter_next (&iter, &name, &n))
    {
      Column column = { name, GPOINTER_TO_UINT (n) };

      g_array_append_val (columns, column);
    }
  g_array_sort (columns, compare_columns);
  for (guint i = 0; i < MIN (columns->len, most); i++)
    g_ptr_array_add (names, (gpointer) g_array_index (columns, Column, i).name);
  return names;
}

/**
 * heed_heat_new:
 * @issues: (element-type HeedIssueTally): issues
 * @from: count those from this day on
 * @categories: (array zero-terminated=1): the rows, categories above all others
 * @by_stage: columns are stages of care; else places
 * @least_harm: count only issues with at least this harm; -1 for all
 * @most_columns: at most so many columns, those with the most issues
 *
 * Counts what people raise, and where or when in their care. Issues of other places are left out.
 *
 * Returns: (transfer full): the table
 */
HeedHeat *
heed_heat_new (const GArray      *issues,
               HeedDate           from,
               const char *const *categories,
               gboolean           by_stage,
               int                least_harm,
               guint              most_columns)
{
  HeedHeat *self = g_new0 (HeedHeat, 1);

  self->columns = choose_columns (issues, from, by_stage, most_columns);
  self->table = heed_cross_table_new (g_strv_length ((char **) categories), self->columns->len);
  for (guint i = 0; i < issues->len; i++)
    {
      const HeedIssueTally *issue = &g_array_index (issues, HeedIssueTally, i);
      const char           *key = by_stage ? issue->stage : issue->place;
      guint                 row, column;

      if (key == NULL || issue->category == NULL || issue->day < from || issue->harm < least_harm)
        continue;
      row = find_row (categories, issue->category);
      if (row == G_MAXUINT)
        continue;
      for (column = 0; column < self->columns->len; column++)
        if (g_str_equal (self->columns->pdata[column], key))
          heed_cross_table_add (self->table, row, column, issue->n);
    }
  return self;
}

/**
 * heed_heat_free:
 * @self: (transfer full): a table
 */
void
heed_heat_free (HeedHeat *self)
{
  heed_cross_table_free (self->table);
  g_ptr_array_unref (self->columns);
  g_free (self);
}
