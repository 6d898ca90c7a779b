/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Small numbers: which counts are hidden before a table leaves the organisation, so that nobody can
 * be recognised in it. Hides what is small, and then as much more as it takes that no hidden small
 * number can be worked out from what is shown. Knows nothing of what is counted. */

#include "config.h"

#include "heed-suppression.h"

typedef struct
{
  const char *name;
  int         most; /* counts from 1 to this are hidden */
  int         step; /* others are rounded to multiples of it */
} Rule;

/* public: NHS Digital's method for secondary care since September 2018; cms: cell size policy of
 * the US Centers for Medicare & Medicaid Services; board: the older NHS rule. */
static const Rule rules[HEED_N_SUPPRESSIONS] = {
  [HEED_SUPPRESS_NONE] = { "none", 0, 1 },
  [HEED_SUPPRESS_BOARD] = { "board", 5, 1 },
  [HEED_SUPPRESS_PUBLIC] = { "public", 7, 5 },
  [HEED_SUPPRESS_CMS] = { "cms", 10, 1 },
};

typedef enum
{
  SHOWN,
  SMALL,  /* hidden because it is small */
  HIDDEN, /* hidden so that a small one cannot be worked out */
} State;

/* The table with its totals is a network in which counts flow in circles: a count flows from its
 * row to its column, the total of a column from the column to the bottom row, the grand total from
 * there to the right column, and the total of a row from there back to the row. All sums hold just
 * when what flows into a node flows out of it. */
struct _HeedCrossTable
{
  guint           n_rows;
  guint           n_columns;
  gint64         *counts; /* (n_rows + 1) × (n_columns + 1) */
  State          *states;
  HeedSuppression suppression;
};

/**
 * heed_suppression_parse:
 * @name: (nullable): "none", "board", "public" or "cms"
 * @suppression: (out): the rule; unchanged on failure
 *
 * Returns: whether there is a rule of that name
 */
gboolean
heed_suppression_parse (const char      *name,
                        HeedSuppression *suppression)
{
  for (guint i = 0; i < HEED_N_SUPPRESSIONS; i++)
    if (g_strcmp0 (rules[i].name, name) == 0)
      {
        *suppression = (HeedSuppression) i;
        return TRUE;
      }
  return FALSE;
}

/**
 * heed_suppression_get_name:
 * @suppression: a rule
 *
 * Returns: its name in files and on the command line
 */
const char *
heed_suppression_get_name (HeedSuppression suppression)
{
  return rules[suppression].name;
}

/**
 * heed_suppression_get_most:
 * @suppression: a rule
 *
 * Returns: the greatest count that is hidden; 0 where none is
 */
int
heed_suppression_get_most (HeedSuppression suppression)
{
  return rules[suppression].most;
}

/**
 * heed_suppression_hides:
 * @suppression: a rule
 * @count: a count that stands alone, with no table around it
 *
 * Returns: whether it is hidden
 */
gboolean
heed_suppression_hides (HeedSuppression suppression,
                        gint64          count)
{
  return count >= 1 && count <= rules[suppression].most;
}

/**
 * heed_suppression_hides_share:
 * @suppression: a rule
 * @numerator: how many
 * @denominator: of how many
 *
 * Tells whether a percentage would give a small number away: its numerator, the rest of its
 * denominator, or the denominator itself.
 *
 * Returns: whether it is hidden
 */
gboolean
heed_suppression_hides_share (HeedSuppression suppression,
                              gint64          numerator,
                              gint64          denominator)
{
  return heed_suppression_hides (suppression, numerator)
         || heed_suppression_hides (suppression, denominator)
         || heed_suppression_hides (suppression, denominator - numerator);
}

/**
 * heed_suppression_round:
 * @suppression: a rule
 * @count: a count that is shown
 *
 * Returns: the count as it is shown
 */
gint64
heed_suppression_round (HeedSuppression suppression,
                        gint64          count)
{
  int step = rules[suppression].step;

  return (count + step / 2) / step * step;
}

/**
 * heed_cross_table_new:
 * @n_rows: how many rows, beside that of the totals
 * @n_columns: how many columns, beside that of the totals
 *
 * Returns: (transfer full): a table of noughts
 */
HeedCrossTable *
heed_cross_table_new (guint n_rows,
                      guint n_columns)
{
  HeedCrossTable *self = g_new0 (HeedCrossTable, 1);

  self->n_rows = n_rows;
  self->n_columns = n_columns;
  self->counts = g_new0 (gint64, (n_rows + 1) * (n_columns + 1));
  self->states = g_new0 (State, (n_rows + 1) * (n_columns + 1));
  return self;
}

/**
 * heed_cross_table_free:
 * @self: (transfer full): a table
 */
void
heed_cross_table_free (HeedCrossTable *self)
{
  g_free (self->counts);
  g_free (self->states);
  g_free (self);
}

/**
 * heed_cross_table_get_n_rows:
 * @self: a table
 *
 * Returns: how many rows there are beside that of the totals
 */
guint
heed_cross_table_get_n_rows (const HeedCrossTable *self)
{
  return self->n_rows;
}

/**
 * heed_cross_table_get_n_columns:
 * @self: a table
 *
 * Returns: how many columns there are beside that of the totals
 */
guint
heed_cross_table_get_n_columns (const HeedCrossTable *self)
{
  return self->n_columns;
}

static guint
index_of (const HeedCrossTable *self,
          guint                 row,
          guint                 column)
{
  return row * (self->n_columns + 1) + column;
}

/**
 * heed_cross_table_add:
 * @self: a table
 * @row: below the number of rows
 * @column: below the number of columns
 * @count: 0 or more
 *
 * Adds to a count and to its totals.
 */
void
heed_cross_table_add (HeedCrossTable *self,
                      guint           row,
                      guint           column,
                      gint64          count)
{
  self->counts[index_of (self, row, column)] += count;
  self->counts[index_of (self, row, self->n_columns)] += count;
  self->counts[index_of (self, self->n_rows, column)] += count;
  self->counts[index_of (self, self->n_rows, self->n_columns)] += count;
}

/* --- What somebody can work out ------------------------------------------------------------ */

static guint
n_cells (const HeedCrossTable *self)
{
  return (self->n_rows + 1) * (self->n_columns + 1);
}

/* Between which two nodes a cell flows. Nodes: rows first, the bottom row last of them; then
 * columns, the right column last of them. */
static void
get_ends (const HeedCrossTable *self,
          guint                 cell,
          guint                *from,
          guint                *to)
{
  guint    row = cell / (self->n_columns + 1);
  guint    column = cell % (self->n_columns + 1);
  gboolean forward = (row < self->n_rows) == (column < self->n_columns);

  *from = forward ? row : self->n_rows + 1 + column;
  *to = forward ? self->n_rows + 1 + column : row;
}

/* What anybody knows of a cell from what is shown and from the rule. */
static void
get_known (const HeedCrossTable *self,
           guint                 cell,
           gint64               *least,
           gint64               *most)
{
  const Rule *rule = &rules[self->suppression];
  gint64      count = self->counts[cell];

  if (self->states[cell] != SHOWN)
    {
      *least = 1; /* noughts are never hidden */
      *most = G_MAXINT64;
    }
  else if (count == 0 || rule->step == 1)
    *least = *most = count;
  else
    {
      gint64 shown = heed_suppression_round (self->suppression, count);

      *least = MAX (shown - rule->step / 2, rule->most + 1);
      *most = shown + rule->step / 2;
    }
}

/* Whether one more could flow from @start to @end with all sums still right, without @cell. */
static gboolean
can_flow (const HeedCrossTable *self,
          guint                 cell,
          guint                 start,
          guint                 end)
{
  guint                n_nodes = self->n_rows + self->n_columns + 2;
  g_autofree guint    *queue = g_new (guint, n_nodes);
  g_autofree gboolean *seen = g_new0 (gboolean, n_nodes);
  guint                head = 0, tail = 0;

  queue[tail++] = start;
  seen[start] = TRUE;
  while (head < tail && !seen[end])
    {
      guint    node = queue[head++];
      gboolean is_row = node <= self->n_rows;
      guint    n_others = is_row ? self->n_columns + 1 : self->n_rows + 1;

      for (guint i = 0; i < n_others; i++)
        {
          guint  next = is_row ? index_of (self, node, i)
                               : index_of (self, i, node - self->n_rows - 1);
          guint  from, to, other;
          gint64 least, most;

          get_ends (self, next, &from, &to);
          get_known (self, next, &least, &most);
          other = from == node ? to : from;
          if (next == cell || seen[other]
              || (from == node ? self->counts[next] >= most : self->counts[next] <= least))
            continue;
          seen[other] = TRUE;
          queue[tail++] = other;
        }
    }
  return seen[end];
}

/* Whether the count in a hidden cell can be worked out: it could be neither one more nor one less.
 * Whole numbers suffice, because the network's corners are whole. */
static gboolean
is_exposed (const HeedCrossTable *self,
            guint                 cell)
{
  guint from, to;

  get_ends (self, cell, &from, &to);
  return !can_flow (self, cell, to, from)
         && (self->counts[cell] <= 1 || !can_flow (self, cell, from, to));
}

static gboolean
find_exposed (const HeedCrossTable *self,
              guint                *cell)
{
  for (*cell = 0; *cell < n_cells (self); (*cell)++)
    if (self->states[*cell] == SMALL && is_exposed (self, *cell))
      return TRUE;
  return FALSE;
}

/* How much it would cost to hide a cell for the sake of another: counts before totals, the same
 * row or column before others, small before great. */
static gint64
get_cost (const HeedCrossTable *self,
          guint                 cell,
          guint                 exposed)
{
  guint  width = self->n_columns + 1;
  guint  row = cell / width, column = cell % width;
  guint  totals = (row == self->n_rows) + (column == self->n_columns);
  gint64 away = row != exposed / width && column != exposed % width;

  return ((totals * 2 + away) << 48) + MIN (self->counts[cell], ((gint64) 1 << 48) - 1);
}

static gboolean
hide_another (HeedCrossTable *self,
              guint           exposed)
{
  gint64 best = G_MAXINT64;
  guint  found = 0;

  for (guint i = 0; i < n_cells (self); i++)
    if (self->states[i] == SHOWN && self->counts[i] > 0 && get_cost (self, i, exposed) < best)
      {
        best = get_cost (self, i, exposed);
        found = i;
      }
  if (best == G_MAXINT64)
    return FALSE;
  self->states[found] = HIDDEN;
  return TRUE;
}

/* Shows again what turns out not to be needed, the greatest first. */
static void
show_needless (HeedCrossTable *self)
{
  g_autofree gboolean *tried = g_new0 (gboolean, n_cells (self));

  while (TRUE)
    {
      guint exposed, best = G_MAXUINT;

      for (guint i = 0; i < n_cells (self); i++)
        if (self->states[i] == HIDDEN && !tried[i]
            && (best == G_MAXUINT || get_cost (self, i, i) > get_cost (self, best, best)))
          best = i;
      if (best == G_MAXUINT)
        return;
      tried[best] = TRUE;
      self->states[best] = SHOWN;
      if (find_exposed (self, &exposed))
        self->states[best] = HIDDEN;
    }
}

/**
 * heed_cross_table_suppress:
 * @self: a table, filled
 * @suppression: a rule
 *
 * Hides the small numbers, totals among them, and then others until each small one could be at
 * least one more or one less for all that anybody can work out from the rest, the totals, the rule,
 * and that noughts are shown (complementary suppression). Of the others, the smallest that serve.
 */
void
heed_cross_table_suppress (HeedCrossTable *self,
                           HeedSuppression suppression)
{
  guint exposed;

  self->suppression = suppression;
  for (guint i = 0; i < n_cells (self); i++)
    self->states[i] = heed_suppression_hides (suppression, self->counts[i]) ? SMALL : SHOWN;
  while (find_exposed (self, &exposed))
    if (!hide_another (self, exposed))
      return;
  show_needless (self);
}

/**
 * heed_cross_table_get_count:
 * @self: a table
 * @row: a row; the number of rows for the totals
 * @column: a column; the number of columns for the totals
 *
 * Returns: the true count, hidden or not
 */
gint64
heed_cross_table_get_count (const HeedCrossTable *self,
                            guint                 row,
                            guint                 column)
{
  return self->counts[index_of (self, row, column)];
}

/**
 * heed_cross_table_get_shown:
 * @self: a table
 * @row: a row; the number of rows for the totals
 * @column: a column; the number of columns for the totals
 * @shown: (out): the count as it may be shown, 0 where it is hidden
 *
 * Returns: whether it may be shown
 */
gboolean
heed_cross_table_get_shown (const HeedCrossTable *self,
                            guint                 row,
                            guint                 column,
                            gint64               *shown)
{
  guint    cell = index_of (self, row, column);
  gboolean visible = self->states[cell] == SHOWN;

  *shown = visible ? heed_suppression_round (self->suppression, self->counts[cell]) : 0;
  return visible;
}
