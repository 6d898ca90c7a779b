/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The dictionary of measures, and counting by it: reading the table is reading what each measure
 * is. Knows no database and no words; what a measure is called and how it is explained stands in
 * the room of words. */

#include "config.h"

#include "heed-measure.h"

#include <math.h>

#define UP   HEED_IMPROVEMENT_UP
#define DOWN HEED_IMPROVEMENT_DOWN
#define EVEN HEED_IMPROVEMENT_NEUTRAL

#define ANSWERED_COMPLAINT (HEED_TALLY_COMPLAINT | HEED_TALLY_ANSWERED)
#define ANSWERED_WORRY     (HEED_TALLY_WORRY | HEED_TALLY_ANSWERED)

static const HeedMeasure measures[] = {
  { "received", HEED_MEASURE_COUNT, EVEN, HEED_TALLY_RECEIVED,
    HEED_TALLY_COMPLAINT | HEED_TALLY_FIRST, 0 },
  { "received-rate", HEED_MEASURE_RATE, EVEN, HEED_TALLY_RECEIVED,
    HEED_TALLY_COMPLAINT | HEED_TALLY_FIRST, 0 },
  { "concerns", HEED_MEASURE_COUNT, EVEN, HEED_TALLY_RECEIVED,
    HEED_TALLY_CONCERN | HEED_TALLY_FIRST, 0 },
  { "compliments", HEED_MEASURE_COUNT, EVEN, HEED_TALLY_RECEIVED,
    HEED_TALLY_COMPLIMENT | HEED_TALLY_FIRST, 0 },
  { "compliment-ratio", HEED_MEASURE_RATIO, EVEN, HEED_TALLY_RECEIVED,
    HEED_TALLY_COMPLAINT | HEED_TALLY_FIRST, HEED_TALLY_COMPLIMENT | HEED_TALLY_FIRST },
  { "open", HEED_MEASURE_STOCK, DOWN, HEED_TALLY_RECEIVED, HEED_TALLY_WORRY, 0 },
  { "acknowledged-in-time", HEED_MEASURE_SHARE, UP, HEED_TALLY_ACKNOWLEDGE, HEED_TALLY_COMPLAINT,
    HEED_TALLY_IN_TIME },
  { "settled-early", HEED_MEASURE_SHARE, UP, HEED_TALLY_CLOSED, ANSWERED_WORRY, HEED_TALLY_EARLY },
  { "answered-in-time", HEED_MEASURE_SHARE, UP, HEED_TALLY_CLOSED,
    ANSWERED_COMPLAINT | HEED_TALLY_PROMISED, HEED_TALLY_IN_TIME },
  { "answered-by-first-date", HEED_MEASURE_SHARE, UP, HEED_TALLY_CLOSED,
    ANSWERED_COMPLAINT | HEED_TALLY_PROMISED, HEED_TALLY_FIRST_IN_TIME },
  { "days-to-answer", HEED_MEASURE_DAYS, DOWN, HEED_TALLY_CLOSED, ANSWERED_COMPLAINT, 0 },
  { "over-six-months", HEED_MEASURE_SHARE, DOWN, HEED_TALLY_CLOSED, ANSWERED_COMPLAINT,
    HEED_TALLY_OVER_SIX_MONTHS },
  { "extended", HEED_MEASURE_SHARE, DOWN, HEED_TALLY_CLOSED,
    ANSWERED_COMPLAINT | HEED_TALLY_PROMISED, HEED_TALLY_EXTENDED },
  { "reopened", HEED_MEASURE_SHARE, DOWN, HEED_TALLY_CLOSED, ANSWERED_WORRY, HEED_TALLY_REOPENED },
  { "upheld", HEED_MEASURE_SHARE, EVEN, HEED_TALLY_CLOSED, HEED_TALLY_COMPLAINT | HEED_TALLY_FOUND,
    HEED_TALLY_UPHELD },
  { "partly-upheld", HEED_MEASURE_SHARE, EVEN, HEED_TALLY_CLOSED,
    HEED_TALLY_COMPLAINT | HEED_TALLY_FOUND, HEED_TALLY_PARTLY },
  { "not-upheld", HEED_MEASURE_SHARE, EVEN, HEED_TALLY_CLOSED,
    HEED_TALLY_COMPLAINT | HEED_TALLY_FOUND, HEED_TALLY_NOT_UPHELD },
  { "issues-upheld", HEED_MEASURE_SHARE, EVEN, HEED_TALLY_ISSUE, HEED_TALLY_FOUND,
    HEED_TALLY_UPHELD },
  { "issues-partly-upheld", HEED_MEASURE_SHARE, EVEN, HEED_TALLY_ISSUE, HEED_TALLY_FOUND,
    HEED_TALLY_PARTLY },
  { "issues-not-upheld", HEED_MEASURE_SHARE, EVEN, HEED_TALLY_ISSUE, HEED_TALLY_FOUND,
    HEED_TALLY_NOT_UPHELD },
  { "calmed", HEED_MEASURE_SHARE, UP, HEED_TALLY_CLOSED, HEED_TALLY_WORRY | HEED_TALLY_UPSET,
    HEED_TALLY_CALMED },
  { "consent-days", HEED_MEASURE_DAYS, DOWN, HEED_TALLY_CONSENT, 0, 0 },
  { "felt-heard", HEED_MEASURE_SHARE, UP, HEED_TALLY_FEEDBACK, HEED_TALLY_SAID_HEARD,
    HEED_TALLY_HEARD },
  { "experience-good", HEED_MEASURE_SHARE, UP, HEED_TALLY_FEEDBACK, HEED_TALLY_SAID_FFT,
    HEED_TALLY_FFT_GOOD },
  { "speak-up-again", HEED_MEASURE_SHARE, UP, HEED_TALLY_FEEDBACK, HEED_TALLY_SAID_AGAIN,
    HEED_TALLY_AGAIN },
  { "care-affected", HEED_MEASURE_SHARE, DOWN, HEED_TALLY_FEEDBACK, HEED_TALLY_SAID_AFFECTED,
    HEED_TALLY_AFFECTED },
  { "feedback-answered", HEED_MEASURE_SHARE, UP, HEED_TALLY_ASKED, 0, HEED_TALLY_DONE },
  { "actions-in-time", HEED_MEASURE_SHARE, UP, HEED_TALLY_ACTION, 0, HEED_TALLY_IN_TIME },
  { "actions-shown", HEED_MEASURE_SHARE, UP, HEED_TALLY_ACTION, HEED_TALLY_DONE,
    HEED_TALLY_PROVED },
  { "actions-effective", HEED_MEASURE_SHARE, UP, HEED_TALLY_ACTION, HEED_TALLY_CHECKED,
    HEED_TALLY_EFFECTIVE },
  { "ombudsman", HEED_MEASURE_COUNT, DOWN, HEED_TALLY_OMBUDSMAN, 0, 0 },
  { "ombudsman-not-upheld", HEED_MEASURE_SHARE, UP, HEED_TALLY_OMBUDSMAN, HEED_TALLY_FOUND,
    HEED_TALLY_NOT_UPHELD },
  { "recommendations-in-time", HEED_MEASURE_SHARE, UP, HEED_TALLY_RECOMMENDATION, 0,
    HEED_TALLY_IN_TIME },
};

#define N_MEASURES G_N_ELEMENTS (measures)

/* One measure in one period. */
typedef struct
{
  HeedPeriodCount count;
  GArray         *days; /* of int, for medians */
  gboolean        sorted;
} Cell;

struct _HeedMeasureSet
{
  HeedPeriod *periods;
  guint       n_periods;
  HeedDate    today;
  double     *activity;
  gint64     *stock_change; /* what came less what went, in each period */
  gint64      stock_before;
  Cell       *cells; /* N_MEASURES × (n_periods + 1); the last for all periods together */
};

/**
 * heed_measures_get:
 * @n_measures: (out): how many there are
 *
 * Returns: (transfer none) (array length=n_measures): the dictionary of measures
 */
const HeedMeasure *
heed_measures_get (guint *n_measures)
{
  *n_measures = N_MEASURES;
  return measures;
}

/**
 * heed_measure_find:
 * @id: (nullable): what a measure is called
 *
 * Returns: (transfer none) (nullable): the measure; %NULL if there is none
 */
const HeedMeasure *
heed_measure_find (const char *id)
{
  for (guint i = 0; i < N_MEASURES; i++)
    if (g_strcmp0 (measures[i].id, id) == 0)
      return &measures[i];
  return NULL;
}

static gboolean
has_all (const HeedTally *tally,
         guint            flags)
{
  return (tally->flags & flags) == flags;
}

/**
 * heed_measure_counts:
 * @self: a measure
 * @tally: a tally
 * @today: what is not done and due before this day was missed; from it on it may still be done
 *
 * Returns: whether @tally counts in the denominator, or in a count
 */
gboolean
heed_measure_counts (const HeedMeasure *self,
                     const HeedTally   *tally,
                     HeedDate           today)
{
  if (tally->basis != self->basis || !has_all (tally, self->counted))
    return FALSE;
  if (heed_tally_is_open (tally) && tally->day >= today)
    return FALSE;
  return self->kind != HEED_MEASURE_DAYS || tally->value >= 0;
}

/**
 * heed_measure_hits:
 * @self: a measure
 * @tally: a tally
 * @today: as in heed_measure_counts()
 *
 * Returns: whether @tally counts in the numerator
 */
gboolean
heed_measure_hits (const HeedMeasure *self,
                   const HeedTally   *tally,
                   HeedDate           today)
{
  if (self->kind == HEED_MEASURE_RATIO)
    return tally->basis == self->basis && has_all (tally, self->hit);
  return heed_measure_counts (self, tally, today) && has_all (tally, self->hit);
}

/**
 * heed_measure_get_scale:
 * @self: a measure
 *
 * Returns: what a whole is in the unit of its values: 100 for per cent, 1,000 for a rate, else 1
 */
double
heed_measure_get_scale (const HeedMeasure *self)
{
  switch (self->kind)
    {
    case HEED_MEASURE_SHARE:
    case HEED_MEASURE_RATIO:
      return 100;
    case HEED_MEASURE_RATE:
      return 1000;
    case HEED_MEASURE_COUNT:
    case HEED_MEASURE_DAYS:
    case HEED_MEASURE_STOCK:
    default:
      return 1;
    }
}

/**
 * heed_measure_set_new:
 * @periods: (array length=n_periods): periods in order, without gaps
 * @n_periods: how many
 * @today: today in the organisation's zone
 *
 * Returns: (transfer full): all measures, with nothing counted yet
 */
HeedMeasureSet *
heed_measure_set_new (const HeedPeriod *periods,
                      guint             n_periods,
                      HeedDate          today)
{
  HeedMeasureSet *self = g_new0 (HeedMeasureSet, 1);

  self->periods = g_memdup2 (periods, n_periods * sizeof *periods);
  self->n_periods = n_periods;
  self->today = today;
  self->activity = g_new0 (double, n_periods + 1);
  self->stock_change = g_new0 (gint64, n_periods + 1);
  self->cells = g_new0 (Cell, N_MEASURES * (n_periods + 1));
  return self;
}

/**
 * heed_measure_set_free:
 * @self: (transfer full): measures
 */
void
heed_measure_set_free (HeedMeasureSet *self)
{
  for (guint i = 0; i < N_MEASURES * (self->n_periods + 1); i++)
    g_clear_pointer (&self->cells[i].days, g_array_unref);
  g_free (self->cells);
  g_free (self->stock_change);
  g_free (self->activity);
  g_free (self->periods);
  g_free (self);
}

static Cell *
get_cell (const HeedMeasureSet *self,
          const HeedMeasure    *measure,
          guint                 period)
{
  guint row = (guint) (measure - measures);

  return &self->cells[row * (self->n_periods + 1) + MIN (period, self->n_periods)];
}

static void
add_to_cell (Cell            *cell,
             const HeedTally *tally,
             gboolean         days,
             gboolean         counts,
             gboolean         hits,
             guint            n)
{
  cell->count.denominator += counts ? n : 0;
  cell->count.numerator += hits ? n : 0;
  if (!days || !counts)
    return;
  if (cell->days == NULL)
    cell->days = g_array_new (FALSE, FALSE, sizeof (int));
  for (guint i = 0; i < n; i++)
    g_array_append_val (cell->days, tally->value);
  cell->sorted = FALSE;
}

/**
 * heed_measure_set_add:
 * @self: measures
 * @tally: a tally; outside all periods it is left out
 * @n: how many there are that are just so
 *
 * Counts a tally in every measure that it belongs to.
 */
void
heed_measure_set_add (HeedMeasureSet  *self,
                      const HeedTally *tally,
                      guint            n)
{
  guint period = heed_periods_find (self->periods, self->n_periods, tally->day);

  if (period == self->n_periods)
    return;
  if (tally->basis == HEED_TALLY_RECEIVED && tally->flags & HEED_TALLY_WORRY)
    self->stock_change[period] += n;
  if (tally->basis == HEED_TALLY_CLOSED && tally->flags & HEED_TALLY_WORRY)
    self->stock_change[period] -= n;
  for (guint i = 0; i < N_MEASURES; i++)
    {
      gboolean counts, hits, days;

      if (measures[i].basis != tally->basis || measures[i].kind == HEED_MEASURE_STOCK)
        continue;
      counts = heed_measure_counts (&measures[i], tally, self->today);
      hits = heed_measure_hits (&measures[i], tally, self->today);
      days = measures[i].kind == HEED_MEASURE_DAYS;
      if (!counts && !hits)
        continue;
      add_to_cell (get_cell (self, &measures[i], period), tally, days, counts, hits, n);
      add_to_cell (get_cell (self, &measures[i], HEED_ALL_PERIODS), tally, days, counts, hits, n);
    }
}

/**
 * heed_measure_set_add_stock:
 * @self: measures
 * @before: how many were open before the first period
 *
 * Tells what was open at the start.
 */
void
heed_measure_set_add_stock (HeedMeasureSet *self,
                            gint64          before)
{
  self->stock_before += before;
}

/**
 * heed_measure_set_add_activity:
 * @self: measures
 * @period: a period
 * @amount: contacts, bed-days … in it
 *
 * Adds what rates are counted against.
 */
void
heed_measure_set_add_activity (HeedMeasureSet *self,
                               guint           period,
                               double          amount)
{
  self->activity[period] += amount;
}

/**
 * heed_measure_set_get_n_periods:
 * @self: measures
 *
 * Returns: how many periods there are
 */
guint
heed_measure_set_get_n_periods (const HeedMeasureSet *self)
{
  return self->n_periods;
}

/**
 * heed_measure_set_get_period:
 * @self: measures
 * @period: below the number of periods
 *
 * Returns: (transfer none): its days
 */
const HeedPeriod *
heed_measure_set_get_period (const HeedMeasureSet *self,
                             guint                 period)
{
  return &self->periods[period];
}

static double
count_stock (const HeedMeasureSet *self,
             guint                 period)
{
  gint64 stock = self->stock_before;

  for (guint i = 0; i < self->n_periods && i <= period; i++)
    stock += self->stock_change[i];
  return (double) stock;
}

/* Over all periods, those whose activity nobody told are left out. */
static HeedPeriodCount
count_rate (const HeedMeasureSet *self,
            const HeedMeasure    *measure,
            guint                 period)
{
  HeedPeriodCount sum = { 0, 0 };

  for (guint i = 0; i < self->n_periods; i++)
    if ((period == i || period >= self->n_periods) && self->activity[i] > 0)
      {
        sum.numerator += get_cell (self, measure, i)->count.denominator;
        sum.denominator += self->activity[i];
      }
  return sum;
}

/**
 * heed_measure_set_get_count:
 * @self: measures
 * @measure: one of them
 * @period: a period, or %HEED_ALL_PERIODS
 *
 * Returns: numerator and denominator; a count has no denominator, a rate that of the activity
 */
HeedPeriodCount
heed_measure_set_get_count (const HeedMeasureSet *self,
                            const HeedMeasure    *measure,
                            guint                 period)
{
  HeedPeriodCount count = get_cell (self, measure, period)->count;

  if (measure->kind == HEED_MEASURE_STOCK)
    return (HeedPeriodCount) { count_stock (self, period), 0 };
  if (measure->kind == HEED_MEASURE_COUNT)
    return (HeedPeriodCount) { count.denominator, 0 };
  if (measure->kind == HEED_MEASURE_RATE)
    return count_rate (self, measure, period);
  return count;
}

static int
compare_days (gconstpointer a,
              gconstpointer b)
{
  int one = *(const int *) a, two = *(const int *) b;

  return (one > two) - (one < two);
}

/**
 * heed_measure_set_get_quantile:
 * @self: measures
 * @measure: a measure of days
 * @period: a period, or %HEED_ALL_PERIODS
 * @share: 0.5 for the median, 0.9 for the 90th percentile
 *
 * Returns: working days; NaN where nothing was counted
 */
double
heed_measure_set_get_quantile (HeedMeasureSet    *self,
                               const HeedMeasure *measure,
                               guint              period,
                               double             share)
{
  Cell *cell = get_cell (self, measure, period);

  if (cell->days == NULL)
    return NAN;
  if (!cell->sorted)
    g_array_sort (cell->days, compare_days);
  cell->sorted = TRUE;
  return heed_quantile ((const int *) (gpointer) cell->days->data, cell->days->len, share);
}

/**
 * heed_measure_set_get_value:
 * @self: measures
 * @measure: one of them
 * @period: a period, or %HEED_ALL_PERIODS
 *
 * Returns: the value in the measure's unit (per cent, per 1,000, working days, how many); NaN where
 *   there is nothing to make it of
 */
double
heed_measure_set_get_value (HeedMeasureSet    *self,
                            const HeedMeasure *measure,
                            guint              period)
{
  HeedPeriodCount count = heed_measure_set_get_count (self, measure, period);

  switch (measure->kind)
    {
    case HEED_MEASURE_COUNT:
    case HEED_MEASURE_STOCK:
      return count.numerator;
    case HEED_MEASURE_DAYS:
      return heed_measure_set_get_quantile (self, measure, period, 0.5);
    case HEED_MEASURE_SHARE:
    case HEED_MEASURE_RATE:
    case HEED_MEASURE_RATIO:
    default:
      if (!(count.denominator > 0))
        return NAN;
      return heed_measure_get_scale (measure) * count.numerator / count.denominator;
    }
}
