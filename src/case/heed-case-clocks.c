/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The clocks of a case: gathers the facts from its round and lets HeedClock compute each date from
 * scratch. */

#include "config.h"

#include "heed-case.h"

static HeedDate
get_start (const HeedCase  *self,
           const HeedRound *run,
           HeedClockStart   start)
{
  switch (start)
    {
    case HEED_CLOCK_START_RECEIVED:
      return run->received;
    case HEED_CLOCK_START_FORMAL:
      return run->formal;
    case HEED_CLOCK_START_ACKNOWLEDGED:
      return run->acknowledged;
    case HEED_CLOCK_START_UPDATED:
      return run->acknowledged == HEED_DATE_NONE ? HEED_DATE_NONE
                                                 : MAX (self->last_update, run->acknowledged);
    case HEED_CLOCK_START_CLOSED:
      return run->closed;
    case HEED_CLOCK_START_AGREED:
    default:
      return HEED_DATE_NONE;
    }
}

/* Once the person was asked, the same time again is given for their answer. */
static HeedDate
get_feedback_start (const HeedCase *self)
{
  return self->feedback_asked != HEED_DATE_NONE ? self->feedback_asked
                                                : heed_case_get_round (self)->closed;
}

/* What the case has come past counts as done on the day it came past it. */
static HeedDate
get_met (const HeedRound *run,
         HeedClockEnd     end)
{
  HeedDate met;

  switch (end)
    {
    case HEED_CLOCK_END_ACKNOWLEDGED:
      met = run->acknowledged;
      break;
    case HEED_CLOCK_END_RESOLVED:
      met = run->resolved;
      break;
    case HEED_CLOCK_END_CLOSED:
      met = run->closed;
      break;
    case HEED_CLOCK_END_FEEDBACK:
    default:
      return HEED_DATE_NONE;
    }
  if (met == HEED_DATE_NONE)
    met = run->resolved != HEED_DATE_NONE && end != HEED_CLOCK_END_CLOSED ? run->resolved
                                                                         : run->closed;
  return met;
}

static GArray *
collect_pauses (GPtrArray *of_round)
{
  GArray *pauses = g_array_new (FALSE, FALSE, sizeof (HeedPause));

  for (guint i = 0; i < of_round->len; i++)
    {
      const HeedCasePause *pause = g_ptr_array_index (of_round, i);
      HeedPause span = { pause->from, pause->to };

      if (span.to == HEED_DATE_NONE || span.to > span.from)
        g_array_append_val (pauses, span);
    }
  return pauses;
}

static gboolean
wants_feedback (const HeedCase *self)
{
  return heed_case_may_ask_feedback (self) && (g_strcmp0 (self->ending, "resolved") == 0 ||
                                               g_strcmp0 (self->ending, "settled") == 0);
}

/* A reply takes the agreed date as it is. A limit in the rules is only ever moved outward by one:
 * agreeing on an early answer does not bring the limit forward. */
static HeedClock *
compute_clock (const HeedCase       *self,
               const HeedClockSpec  *spec,
               const HeedCalendar   *calendar,
               const HeedClockFacts *facts)
{
  HeedClockFacts without = *facts;
  HeedClock *clock;

  if (spec->start == HEED_CLOCK_START_AGREED || g_str_equal (spec->id, "reply") ||
      facts->agreed == HEED_DATE_NONE)
    return heed_clock_new (spec, calendar, facts);

  without.agreed = HEED_DATE_NONE;
  without.first_agreed = HEED_DATE_NONE;
  clock = heed_clock_new (spec, calendar, &without);
  if (!spec->agreeable || clock->computed == HEED_DATE_NONE || clock->computed >= facts->agreed)
    return clock;
  heed_clock_free (clock);
  return heed_clock_new (spec, calendar, facts);
}

/**
 * heed_case_compute_round_clocks:
 * @self: a case
 * @run: one of its rounds
 * @rules: the rules
 * @today: today in the organisation's zone
 *
 * Computes every clock that the case's profile sets for its contact type, in one round, from
 * scratch; those for updates and feedback only in the present round.
 *
 * Returns: (transfer full) (element-type HeedClock): the clocks, in the profile's order
 */
GPtrArray *
heed_case_compute_round_clocks (const HeedCase  *self,
                                const HeedRound *run,
                                const HeedRules *rules,
                                HeedDate         today)
{
  GPtrArray *promises = run->promises != NULL ? run->promises : self->promises;
  gboolean past = run->promises != NULL;
  GPtrArray *clocks = g_ptr_array_new_with_free_func ((GDestroyNotify) heed_clock_free);
  const HeedProfile *profile =
    heed_rules_get_profile_version (rules, self->profile, self->profile_version);
  g_autoptr (GArray) pauses = collect_pauses (run->pauses != NULL ? run->pauses : self->pauses);
  const HeedCalendar *calendar;

  if (profile == NULL)
    profile = heed_rules_get_profile (rules, self->profile);
  if (profile == NULL)
    return clocks;

  calendar = heed_rules_get_calendar (rules, heed_profile_get_calendar (profile));
  for (guint i = 0; i < heed_profile_get_n_clocks (profile); i++)
    {
      const HeedClockSpec *spec = heed_profile_get_clock (profile, i);
      const HeedPromise *last =
        promises->len > 0 ? g_ptr_array_index (promises, promises->len - 1) : NULL;
      const HeedPromise *first = last != NULL ? g_ptr_array_index (promises, 0) : NULL;
      HeedClockFacts facts = {
        .start = spec->end == HEED_CLOCK_END_FEEDBACK ? get_feedback_start (self)
                                                      : get_start (self, run, spec->start),
        .agreed = last != NULL ? last->by : HEED_DATE_NONE,
        .first_agreed = first != NULL ? first->by : HEED_DATE_NONE,
        .met = get_met (run, spec->end),
        .today = today,
        .pauses = (const HeedPause *) pauses->data,
        .n_pauses = pauses->len,
      };

      if (!heed_clock_spec_applies (spec, self->type))
        continue;
      if (spec->end == HEED_CLOCK_END_FEEDBACK && !wants_feedback (self))
        continue;
      if (past && (spec->end == HEED_CLOCK_END_FEEDBACK || spec->start == HEED_CLOCK_START_UPDATED))
        continue;
      g_ptr_array_add (clocks, compute_clock (self, spec, calendar, &facts));
    }
  return clocks;
}

/**
 * heed_case_compute_clocks:
 * @self: a case
 * @rules: the rules
 * @today: today in the organisation's zone
 *
 * Computes every clock that the case's profile sets for its contact type, in this round, from
 * scratch.
 *
 * Returns: (transfer full) (element-type HeedClock): the clocks, in the profile's order
 */
GPtrArray *
heed_case_compute_clocks (const HeedCase  *self,
                          const HeedRules *rules,
                          HeedDate         today)
{
  return heed_case_compute_round_clocks (self, heed_case_get_round (self), rules, today);
}

/**
 * heed_clocks_get_next:
 * @clocks: (element-type HeedClock): the clocks of a case
 * @stage: the stage it is in
 *
 * Finds what is due next: the earliest due date among the clocks that run. A paused case waits: it
 * has nothing due until its clock runs again, unless a date has passed already.
 *
 * Returns: (transfer none) (nullable): the clock; %NULL if nothing is due
 */
const HeedClock *
heed_clocks_get_next (GPtrArray *clocks,
                      HeedStage  stage)
{
  const HeedClock *next = NULL;
  gboolean paused = FALSE;

  for (guint i = 0; i < clocks->len; i++)
    {
      const HeedClock *clock = g_ptr_array_index (clocks, i);

      paused |= clock->state == HEED_CLOCK_PAUSED;
      if (clock->state != HEED_CLOCK_RUNNING || clock->due == HEED_DATE_NONE)
        continue;
      if (stage == HEED_STAGE_CLOSED && clock->spec->end != HEED_CLOCK_END_FEEDBACK)
        continue;
      if (next == NULL || clock->due < next->due)
        next = clock;
    }
  if (paused && next != NULL && !(next->days_known && next->days_left < 0))
    return NULL;
  return next;
}
