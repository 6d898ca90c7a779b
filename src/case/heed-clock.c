/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Clocks: when something is due, and why then. A due date is computed from scratch from the rule,
 * the facts and the calendar each time; nothing is stored and no clock is read. */

#include "config.h"

#include "heed-clock.h"

/* The pauses that matter: an open one ends on the day asked about, one that has not begun by then
 * and has no end is not there yet. */
static GArray *
settle_pauses (const HeedClockFacts *facts,
               HeedDate              now)
{
  GArray *pauses = g_array_sized_new (FALSE, FALSE, sizeof (HeedPause), facts->n_pauses);

  for (guint i = 0; i < facts->n_pauses; i++)
    {
      HeedPause pause = facts->pauses[i];

      if (pause.to == HEED_DATE_NONE)
        pause.to = now;
      if (pause.from < pause.to)
        g_array_append_val (pauses, pause);
    }
  return pauses;
}

static gboolean
pauses_are_good (const HeedClockFacts *facts)
{
  for (guint i = 0; i < facts->n_pauses; i++)
    {
      const HeedPause *pause = &facts->pauses[i];

      if (pause->from == HEED_DATE_NONE)
        return FALSE;
      if (pause->to == HEED_DATE_NONE && i + 1 < facts->n_pauses)
        return FALSE;
      if (pause->to != HEED_DATE_NONE && pause->to < pause->from)
        return FALSE;
      if (i > 0 && pause->from < facts->pauses[i - 1].to)
        return FALSE;
    }
  return TRUE;
}

/* Calendar days: every day counts but the paused ones. */
static HeedDate
add_calendar_days (HeedDate start,
                   int      days,
                   GArray  *pauses,
                   GArray  *skipped)
{
  HeedDate date = start;
  guint    next = 0;

  while (days > 0)
    {
      const HeedPause *pause;

      date++;
      while (next < pauses->len && g_array_index (pauses, HeedPause, next).to <= date)
        next++;
      pause = next < pauses->len ? &g_array_index (pauses, HeedPause, next) : NULL;
      if (pause != NULL && pause->from <= date)
        {
          HeedSkippedDay day = { .date = date, .kind = HEED_DAY_WORKING };

          g_array_append_val (skipped, day);
        }
      else
        days--;
    }
  return date;
}

/* The year that a calendar lacks, found by walking the way the computation did. */
static int
find_missing_year (const HeedCalendar *calendar,
                   HeedDate            start)
{
  HeedDate date = start + 1;

  while (heed_calendar_classify (calendar, date, NULL) != HEED_DAY_UNKNOWN)
    date++;
  return heed_date_get_year (date);
}

static void
compute (HeedClock          *self,
         const HeedCalendar *calendar,
         GArray             *pauses)
{
  const HeedClockSpec *spec = self->spec;
  g_autoptr (GError) error = NULL;

  if (self->start == HEED_DATE_NONE || spec->start == HEED_CLOCK_START_AGREED)
    return;

  switch (spec->unit)
    {
    case HEED_CLOCK_UNIT_CALENDAR_DAYS:
      self->computed = add_calendar_days (self->start, spec->amount, pauses, self->skipped);
      break;

    case HEED_CLOCK_UNIT_MONTHS:
      /* As many days as the months have from here, and the paused days on top. */
      self->computed = heed_date_add_months (self->start, spec->amount);
      if (self->computed != HEED_DATE_NONE)
        self->computed = add_calendar_days (self->start, self->computed - self->start, pauses,
                                            self->skipped);
      break;

    case HEED_CLOCK_UNIT_WORKING_DAYS:
    default:
      if (calendar == NULL)
        break;
      self->computed = heed_calendar_add_working_days (calendar, self->start, spec->amount,
                                                       (HeedPause *) (void *) pauses->data,
                                                       pauses->len, self->skipped, &error);
      if (g_error_matches (error, HEED_RULES_ERROR, HEED_RULES_ERROR_NO_HOLIDAYS))
        self->missing_year = find_missing_year (calendar, self->start);
      break;
    }

  for (guint i = 0; i < self->skipped->len; i++)
    if (g_array_index (self->skipped, HeedSkippedDay, i).kind == HEED_DAY_WORKING)
      self->paused_days++;
}

/* Whether a pause covers @today that began before the clock had run out. */
static gboolean
stands_still (const HeedClock      *self,
              const HeedClockFacts *facts)
{
  if (!self->spec->pausable || self->start == HEED_DATE_NONE)
    return FALSE;

  for (guint i = 0; i < facts->n_pauses; i++)
    {
      const HeedPause *pause = &facts->pauses[i];

      if (pause->from <= facts->today
          && (pause->to == HEED_DATE_NONE || facts->today < pause->to))
        return self->computed == HEED_DATE_NONE || self->computed >= pause->from;
    }
  return FALSE;
}

static void
find_state (HeedClock            *self,
            const HeedClockFacts *facts)
{
  gboolean computable = self->start != HEED_DATE_NONE
                        && self->spec->start != HEED_CLOCK_START_AGREED;

  self->due = self->from_agreement ? self->current_promise : self->computed;

  if (self->met != HEED_DATE_NONE)
    {
      if (self->due == HEED_DATE_NONE && computable)
        self->state = HEED_CLOCK_UNKNOWN;
      else if (self->due != HEED_DATE_NONE && self->met > self->due)
        self->state = HEED_CLOCK_MISSED;
      else
        self->state = HEED_CLOCK_MET;
    }
  else if (self->from_agreement)
    self->state = HEED_CLOCK_RUNNING;
  else if (!computable)
    self->state = HEED_CLOCK_WAITING;
  else if (stands_still (self, facts))
    {
      self->state = HEED_CLOCK_PAUSED;
      self->due = HEED_DATE_NONE;
    }
  else if (self->computed == HEED_DATE_NONE)
    self->state = HEED_CLOCK_UNKNOWN;
  else
    self->state = HEED_CLOCK_RUNNING;

  if (self->state != HEED_CLOCK_UNKNOWN)
    self->missing_year = 0;
}

static void
count_days_left (HeedClock            *self,
                 const HeedCalendar   *calendar,
                 const HeedClockFacts *facts)
{
  int days;

  if (calendar == NULL || self->due == HEED_DATE_NONE
      || !heed_calendar_count_working_days (calendar, facts->today, self->due, &days, NULL))
    return;

  /* Between a Friday and its Sunday no working day goes by, but 0 is kept for "due today". */
  if (days == 0 && self->due != facts->today)
    days = self->due < facts->today ? -1 : 1;
  self->days_left = days;
  self->days_known = TRUE;
}

/**
 * heed_clock_new:
 * @spec: the rule; has to outlive the clock
 * @calendar: (nullable): the calendar to count with; has to outlive the clock. Without one,
 *   working days cannot be counted: such a rule is %HEED_CLOCK_UNKNOWN (missing_year 0) and
 *   days_left is not known
 * @facts: what happened. Sorting and merging pauses is the caller's: they have to be in order and
 *   must not overlap, and only the last may be open
 *
 * Computes how a clock stands. Counting starts on the day after the start. A pause is half open:
 * its first day does not count, the day on which it ends does. Calendar months go to the same day
 * of the month, or to its last day where it is shorter; paused calendar days are added behind.
 *
 * A date agreed with the person takes the place of the computed one where the rule is agreeable,
 * and no pause moves it. While a pause covers today, the clock is %HEED_CLOCK_PAUSED without a
 * due date, and computed is the date it would have if an open pause ended today; but a clock that
 * had run out before the pause began is late and stays so.
 *
 * A clock that was met without there ever having been a due date (nothing agreed) is
 * %HEED_CLOCK_MET. days_left is 0 only when due today: on a weekend with no working day between
 * today and the due date it is 1 before and -1 after.
 *
 * Returns: (transfer full) (nullable): the clock; %NULL where the pauses are out of order, which is
 *   a programming error
 */
HeedClock *
heed_clock_new (const HeedClockSpec  *spec,
                const HeedCalendar   *calendar,
                const HeedClockFacts *facts)
{
  g_autoptr (GArray) pauses = NULL;
  gboolean   agreeable;
  HeedClock *self;

  g_return_val_if_fail (spec != NULL && facts != NULL, NULL);
  g_return_val_if_fail (facts->today != HEED_DATE_NONE, NULL);
  g_return_val_if_fail (pauses_are_good (facts), NULL);

  self = g_new0 (HeedClock, 1);
  agreeable = spec->agreeable || spec->start == HEED_CLOCK_START_AGREED;
  self->spec = spec;
  self->start = facts->start;
  self->computed = HEED_DATE_NONE;
  self->first_promise = agreeable ? facts->first_agreed : HEED_DATE_NONE;
  self->current_promise = agreeable ? facts->agreed : HEED_DATE_NONE;
  self->from_agreement = self->current_promise != HEED_DATE_NONE;
  self->met = facts->met;
  self->skipped = g_array_new (FALSE, FALSE, sizeof (HeedSkippedDay));

  pauses = settle_pauses (facts, facts->met != HEED_DATE_NONE ? facts->met : facts->today);
  if (!spec->pausable)
    g_array_set_size (pauses, 0);

  compute (self, calendar, pauses);
  find_state (self, facts);
  count_days_left (self, calendar, facts);
  return self;
}

/**
 * heed_clock_free:
 * @self: (transfer full): a clock
 *
 * Frees a clock.
 */
void
heed_clock_free (HeedClock *self)
{
  g_array_unref (self->skipped);
  g_free (self);
}

/**
 * heed_clock_is_late:
 * @self: a clock
 * @today: today in the organisation's zone
 *
 * Returns: whether its due date has gone by without what it waits for, or that came too late
 */
gboolean
heed_clock_is_late (const HeedClock *self,
                    HeedDate         today)
{
  if (self->due == HEED_DATE_NONE)
    return FALSE;
  return self->met != HEED_DATE_NONE ? self->met > self->due : today > self->due;
}
