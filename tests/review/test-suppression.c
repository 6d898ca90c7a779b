/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Small numbers: a search, independent of the code under test, goes through every table that fits
 * what was shown, and must find at least two values for each small number that was hidden. */

#include "config.h"

#include "heed-suppression.h"

#define MOST_CELLS 12

/* What somebody who sees the table and knows the rule can say of each cell and total. */
typedef struct
{
  guint  n_rows, n_columns;
  gint64 least[6][6];
  gint64 most[6][6];
  gint64 guess[6][6]; /* where to begin: the truth, so that a second table is found soon */
  gint64 cells[6][6];
  gint64 reach; /* how far from the guess to go */
} Attack;

#define ANYWHERE 1000

#define UNKNOWN 60

static void
look_at (Attack               *attack,
         const HeedCrossTable *table,
         HeedSuppression       rule)
{
  attack->n_rows = heed_cross_table_get_n_rows (table);
  attack->n_columns = heed_cross_table_get_n_columns (table);
  for (guint i = 0; i <= attack->n_rows; i++)
    for (guint j = 0; j <= attack->n_columns; j++)
      {
        gint64 shown, slack = 0;

        attack->guess[i][j] = heed_cross_table_get_count (table, i, j);
        if (!heed_cross_table_get_shown (table, i, j, &shown))
          {
            attack->least[i][j] = 1;
            attack->most[i][j] = UNKNOWN * (i == attack->n_rows ? attack->n_rows : 1)
                                 * (j == attack->n_columns ? attack->n_columns : 1);
            continue;
          }
        if (rule == HEED_SUPPRESS_PUBLIC && shown > 0)
          slack = 2;
        attack->least[i][j] = MAX (shown - slack, shown > 0 ? heed_suppression_get_most (rule) + 1 : 0);
        attack->most[i][j] = shown + slack;
      }
}

/* Whether the bottom row can be right. */
static gboolean
totals_fit (const Attack *attack)
{
  gint64 all = 0;

  for (guint j = 0; j < attack->n_columns; j++)
    {
      gint64 sum = 0;

      for (guint i = 0; i < attack->n_rows; i++)
        sum += attack->cells[i][j];
      if (sum < attack->least[attack->n_rows][j] || sum > attack->most[attack->n_rows][j])
        return FALSE;
      all += sum;
    }
  return all >= attack->least[attack->n_rows][attack->n_columns]
         && all <= attack->most[attack->n_rows][attack->n_columns];
}

/* Whether the cells filled so far, the last of them (row, column), leave room for the totals. */
static gboolean
leaves_room (const Attack *attack,
             guint         row,
             guint         column)
{
  gint64 least = 0, most = 0;

  for (guint j = 0; j < attack->n_columns; j++)
    {
      least += j <= column ? attack->cells[row][j] : attack->least[row][j];
      most += j <= column ? attack->cells[row][j] : attack->most[row][j];
    }
  if (least > attack->most[row][attack->n_columns] || most < attack->least[row][attack->n_columns])
    return FALSE;
  least = most = 0;
  for (guint i = 0; i < attack->n_rows; i++)
    {
      least += i <= row ? attack->cells[i][column] : attack->least[i][column];
      most += i <= row ? attack->cells[i][column] : attack->most[i][column];
    }
  return least <= attack->most[attack->n_rows][column]
         && most >= attack->least[attack->n_rows][column];
}

/* Goes through all values of cell after cell until one table fits. */
static gboolean
search (Attack *attack,
        guint   cell)
{
  guint row = cell / attack->n_columns, column = cell % attack->n_columns;

  if (row == attack->n_rows)
    return totals_fit (attack);
  for (gint64 step = 0; step <= 2 * attack->reach; step++)
    {
      gint64 value = attack->guess[row][column] + (step % 2 ? (step + 1) / 2 : -step / 2);

      if (value < attack->least[row][column] || value > attack->most[row][column])
        continue;
      attack->cells[row][column] = value;
      if (leaves_room (attack, row, column) && search (attack, cell + 1))
        return TRUE;
    }
  return FALSE;
}

/* Whether (row, column), a hidden cell or total, could be anything but what it is: near the truth
 * first, where that is soon found, then everywhere. */
static gboolean
is_safe (Attack *attack,
         guint   row,
         guint   column)
{
  gint64   truth = attack->guess[row][column];
  gint64   least = attack->least[row][column];
  gint64   most = attack->most[row][column];
  gboolean other = FALSE;

  for (attack->reach = 1; !other && attack->reach <= ANYWHERE; attack->reach *= ANYWHERE)
    {
      attack->least[row][column] = truth + 1;
      other = search (attack, 0);
      attack->least[row][column] = least;
      attack->most[row][column] = truth - 1;
      other = other || search (attack, 0);
      attack->most[row][column] = most;
    }
  return other;
}

/* How many small numbers can be worked out. */
static guint
count_recovered (const HeedCrossTable *table,
                 HeedSuppression       rule)
{
  Attack attack = { 0 };
  guint  recovered = 0;

  look_at (&attack, table, rule);
  attack.reach = 1;
  g_assert_true (search (&attack, 0));
  for (guint i = 0; i <= attack.n_rows; i++)
    for (guint j = 0; j <= attack.n_columns; j++)
      {
        gint64 shown;

        if (!heed_cross_table_get_shown (table, i, j, &shown)
            && heed_suppression_hides (rule, heed_cross_table_get_count (table, i, j)))
          recovered += !is_safe (&attack, i, j);
      }
  return recovered;
}

static HeedCrossTable *
make_table (guint         n_rows,
            guint         n_columns,
            const gint64 *counts)
{
  HeedCrossTable *table = heed_cross_table_new (n_rows, n_columns);

  for (guint i = 0; i < n_rows * n_columns; i++)
    heed_cross_table_add (table, i / n_columns, i % n_columns, counts[i]);
  return table;
}

static guint
count_hidden (const HeedCrossTable *table)
{
  guint  hidden = 0;
  gint64 shown;

  for (guint i = 0; i <= heed_cross_table_get_n_rows (table); i++)
    for (guint j = 0; j <= heed_cross_table_get_n_columns (table); j++)
      hidden += !heed_cross_table_get_shown (table, i, j, &shown);
  return hidden;
}

static void
test_rules (void)
{
  static const struct
  {
    HeedSuppression rule;
    gint64          count;
    gboolean        hidden;
    gint64          shown;
  } cases[] = {
    { HEED_SUPPRESS_NONE, 1, FALSE, 1 },
    { HEED_SUPPRESS_BOARD, 0, FALSE, 0 },
    { HEED_SUPPRESS_BOARD, 5, TRUE, 0 },
    { HEED_SUPPRESS_BOARD, 6, FALSE, 6 },
    { HEED_SUPPRESS_PUBLIC, 7, TRUE, 0 },
    { HEED_SUPPRESS_PUBLIC, 8, FALSE, 10 },
    { HEED_SUPPRESS_PUBLIC, 12, FALSE, 10 },
    { HEED_SUPPRESS_PUBLIC, 13, FALSE, 15 },
    { HEED_SUPPRESS_CMS, 10, TRUE, 0 },
    { HEED_SUPPRESS_CMS, 11, FALSE, 11 },
  };
  HeedSuppression rule = HEED_SUPPRESS_NONE;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_assert_cmpint (heed_suppression_hides (cases[i].rule, cases[i].count), ==, cases[i].hidden);
      if (!cases[i].hidden)
        g_assert_cmpint (heed_suppression_round (cases[i].rule, cases[i].count), ==,
                         cases[i].shown);
    }
  for (guint i = 0; i < HEED_N_SUPPRESSIONS; i++)
    {
      g_assert_true (heed_suppression_parse (heed_suppression_get_name (i), &rule));
      g_assert_cmpint (rule, ==, i);
    }
  g_assert_false (heed_suppression_parse ("secret", &rule));
  g_assert_true (heed_suppression_hides_share (HEED_SUPPRESS_BOARD, 38, 40));
  g_assert_true (heed_suppression_hides_share (HEED_SUPPRESS_BOARD, 0, 4));
  g_assert_false (heed_suppression_hides_share (HEED_SUPPRESS_BOARD, 0, 40));
  g_assert_false (heed_suppression_hides_share (HEED_SUPPRESS_BOARD, 20, 40));
}

/* The search itself must be able to find: where only the small number is hidden, its row gives it
 * away; where another is hidden with it, too, but for its column. */
static void
test_search_finds (void)
{
  Attack attack = { .n_rows = 1, .n_columns = 3, .reach = ANYWHERE };

  for (guint j = 0; j < 3; j++)
    {
      attack.guess[0][j] = attack.guess[1][j] = j == 0 ? 3 : 20;
      attack.least[0][j] = attack.least[1][j] = j == 0 ? 1 : 20;
      attack.most[0][j] = attack.most[1][j] = j == 0 ? UNKNOWN : 20;
    }
  for (guint i = 0; i < 2; i++)
    attack.guess[i][3] = attack.least[i][3] = attack.most[i][3] = 43;
  g_assert_true (search (&attack, 0));
  g_assert_false (is_safe (&attack, 0, 0));
  attack.least[0][1] = attack.least[1][1] = 1;
  attack.most[0][1] = attack.most[1][1] = UNKNOWN;
  g_assert_true (is_safe (&attack, 0, 0));
  attack.least[1][1] = attack.most[1][1] = 20;
  g_assert_false (is_safe (&attack, 0, 0));
}

static void
test_one_more_is_hidden (void)
{
  const gint64 counts[] = { 3, 20, 30, 12, 25, 40 };
  g_autoptr (HeedCrossTable) table = make_table (2, 3, counts);
  gint64 shown;

  heed_cross_table_suppress (table, HEED_SUPPRESS_BOARD);
  g_assert_false (heed_cross_table_get_shown (table, 0, 0, &shown));
  g_assert_true (heed_cross_table_get_shown (table, 0, 3, &shown));
  g_assert_cmpint (shown, ==, 53);
  g_assert_true (heed_cross_table_get_shown (table, 2, 3, &shown));
  g_assert_cmpint (shown, ==, 130);
  g_assert_cmpuint (count_hidden (table), ==, 4);
  g_assert_cmpuint (count_recovered (table, HEED_SUPPRESS_BOARD), ==, 0);
  g_assert_cmpint (heed_cross_table_get_count (table, 0, 0), ==, 3);
}

/* Two hidden ones are told by their sum of 2; a lone one by its total. */
static void
test_totals_give_way (void)
{
  const gint64 ones[] = { 1, 1 };
  const gint64 lone[] = { 4 };
  g_autoptr (HeedCrossTable) table = make_table (1, 2, ones);
  g_autoptr (HeedCrossTable) single = make_table (1, 1, lone);

  heed_cross_table_suppress (table, HEED_SUPPRESS_BOARD);
  g_assert_cmpuint (count_recovered (table, HEED_SUPPRESS_BOARD), ==, 0);
  heed_cross_table_suppress (single, HEED_SUPPRESS_CMS);
  g_assert_cmpuint (count_recovered (single, HEED_SUPPRESS_CMS), ==, 0);
  g_assert_cmpuint (count_hidden (single), ==, 4);
}

static void
test_nothing_to_hide (void)
{
  const gint64 counts[] = { 0, 20, 30, 0 };
  g_autoptr (HeedCrossTable) table = make_table (2, 2, counts);

  for (guint rule = 0; rule < HEED_N_SUPPRESSIONS; rule++)
    {
      heed_cross_table_suppress (table, rule);
      g_assert_cmpuint (count_hidden (table), ==, 0);
    }
}

/* Random tables, mostly of small numbers: what the search needs for a large one is too long. */
static void
test_random_tables (void)
{
  guint small = 0, more = 0;

  for (guint round = 0; round < 3000; round++)
    {
      guint           n_rows = (guint) g_test_rand_int_range (1, 4);
      guint           n_columns = (guint) g_test_rand_int_range (1, 5);
      HeedSuppression rule = (HeedSuppression) g_test_rand_int_range (1, HEED_N_SUPPRESSIONS);
      int             greatest = g_test_rand_int_range (2, 25);
      gint64          counts[MOST_CELLS];
      g_autoptr (HeedCrossTable) table = NULL;

      for (guint i = 0; i < n_rows * n_columns; i++)
        counts[i] = g_test_rand_bit () ? g_test_rand_int_range (0, greatest)
                                       : g_test_rand_int_range (0, 4);
      table = make_table (n_rows, n_columns, counts);
      heed_cross_table_suppress (table, rule);
      for (guint i = 0; i <= n_rows; i++)
        for (guint j = 0; j <= n_columns; j++)
          {
            gint64   count = heed_cross_table_get_count (table, i, j), shown;
            gboolean is_shown = heed_cross_table_get_shown (table, i, j, &shown);

            g_assert_false (is_shown && heed_suppression_hides (rule, count));
            g_assert_false (!is_shown && count == 0);
            small += heed_suppression_hides (rule, count);
            more += !is_shown && !heed_suppression_hides (rule, count);
          }
      g_assert_cmpuint (count_recovered (table, rule), ==, 0);
    }
  g_assert_cmpuint (small, >, 1000);
  g_assert_cmpuint (more, >, 100);
  g_test_message ("%u small numbers, %u hidden for their sake", small, more);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/suppression/rules", test_rules);
  g_test_add_func ("/suppression/search-finds", test_search_finds);
  g_test_add_func ("/suppression/one-more-is-hidden", test_one_more_is_hidden);
  g_test_add_func ("/suppression/totals-give-way", test_totals_give_way);
  g_test_add_func ("/suppression/nothing-to-hide", test_nothing_to_hide);
  g_test_add_func ("/suppression/random-tables", test_random_tables);
  return g_test_run ();
}
