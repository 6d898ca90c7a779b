/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "heed-rules.h"

G_BEGIN_DECLS

/**
 * HeedClockState:
 * @HEED_CLOCK_WAITING: its start has not happened yet, or no date was agreed
 * @HEED_CLOCK_RUNNING: it runs
 * @HEED_CLOCK_PAUSED: it stands still now
 * @HEED_CLOCK_MET: what it waited for was done in time
 * @HEED_CLOCK_MISSED: it was done, but after the due date
 * @HEED_CLOCK_UNKNOWN: the date cannot be computed: the calendar holds no holidays for a year
 *   needed
 */
typedef enum
{
  HEED_CLOCK_WAITING,
  HEED_CLOCK_RUNNING,
  HEED_CLOCK_PAUSED,
  HEED_CLOCK_MET,
  HEED_CLOCK_MISSED,
  HEED_CLOCK_UNKNOWN,
} HeedClockState;

/**
 * HeedClockFacts:
 * @start: the day from which it counts, %HEED_DATE_NONE if that has not happened
 * @agreed: the date agreed or set last, %HEED_DATE_NONE if none
 * @first_agreed: the date agreed or set first
 * @met: the day on which what it waits for was done, %HEED_DATE_NONE if not yet
 * @today: today in the organisation's zone
 * @pauses: (array length=n_pauses): pauses in order, not overlapping
 */
typedef struct
{
  HeedDate         start;
  HeedDate         agreed;
  HeedDate         first_agreed;
  HeedDate         met;
  HeedDate         today;
  const HeedPause *pauses;
  guint            n_pauses;
} HeedClockFacts;

/**
 * HeedClock:
 * @spec: the rule, owned by the profile
 * @state: how it stands on the day asked about
 * @start: the day it counts from
 * @due: the day by which it is due; %HEED_DATE_NONE when waiting, paused or unknown
 * @computed: the day that the rule alone gives, before any agreed date
 * @first_promise: the first agreed date
 * @current_promise: the agreed date that stands
 * @met: the day it was met
 * @from_agreement: whether @due is the agreed date
 * @days_left: working days from today to @due; negative when late, 0 only when due today
 * @days_known: whether @days_left could be counted
 * @paused_days: days (in the rule's unit) that pauses took out
 * @missing_year: with %HEED_CLOCK_UNKNOWN, the first year without holidays
 * @skipped: (element-type HeedSkippedDay): each day that did not count, in order
 *
 * A due date that can explain itself: the top rooms make a sentence from these facts.
 */
typedef struct
{
  const HeedClockSpec *spec;
  HeedClockState       state;
  HeedDate             start;
  HeedDate             due;
  HeedDate             computed;
  HeedDate             first_promise;
  HeedDate             current_promise;
  HeedDate             met;
  gboolean             from_agreement;
  int                  days_left;
  gboolean             days_known;
  int                  paused_days;
  int                  missing_year;
  GArray              *skipped;
} HeedClock;

HeedClock *heed_clock_new (const HeedClockSpec  *spec,
                           const HeedCalendar   *calendar,
                           const HeedClockFacts *facts);
void       heed_clock_free (HeedClock *self);
gboolean   heed_clock_is_late (const HeedClock *self,
                               HeedDate         today);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HeedClock, heed_clock_free)

G_END_DECLS
