/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a case counts for: one function from the case to the things that measures count, each with
 * the day by which it counts. Reads no clock: whether something that is not done is late by now is
 * for whoever counts. */

#include "config.h"

#include "heed-tally.h"

/* The formal limit of England, also what people take for "far too long" elsewhere. */
#define LONG_MONTHS 6
/* Coming back within so many months counts as reopened. */
#define REOPEN_MONTHS 6

typedef struct
{
  const HeedCase  *state;
  const HeedRules *rules;
  GArray          *tallies;
  guint            type; /* flags of the contact type */
} Counting;

static void
add (Counting      *self,
     HeedTallyBasis basis,
     HeedDate       day,
     guint          flags,
     int            value)
{
  HeedTally tally = {
    .basis = basis,
    .day = day,
    .flags = flags | self->type,
    .value = value,
    .severity = -1,
    .code = self->state->type,
    .place = heed_case_get_place (self->state),
  };

  g_array_append_val (self->tallies, tally);
}

static guint
flag_if (gboolean       so,
         HeedTallyFlags flag)
{
  return so ? flag : 0;
}

static gboolean
is_code (const char *code,
         const char *wanted)
{
  return g_strcmp0 (code, wanted) == 0;
}

static guint
type_flags (const HeedCase *state)
{
  if (is_code (state->type, "complaint"))
    return HEED_TALLY_COMPLAINT | HEED_TALLY_WORRY;
  if (is_code (state->type, "concern"))
    return HEED_TALLY_CONCERN | HEED_TALLY_WORRY;
  return flag_if (is_code (state->type, "compliment"), HEED_TALLY_COMPLIMENT);
}

static guint
finding_flags (const char *finding)
{
  if (finding == NULL)
    return 0;
  return HEED_TALLY_FOUND | flag_if (is_code (finding, "upheld"), HEED_TALLY_UPHELD)
         | flag_if (is_code (finding, "partly-upheld"), HEED_TALLY_PARTLY)
         | flag_if (is_code (finding, "not-upheld"), HEED_TALLY_NOT_UPHELD);
}

static gboolean
is_answered (const HeedRound *run)
{
  return is_code (run->ending, "resolved") || is_code (run->ending, "settled");
}

static int
count_days (const Counting *self,
            HeedDate        from,
            HeedDate        to)
{
  const HeedProfile  *profile = heed_rules_get_profile (self->rules, self->state->profile);
  const HeedCalendar *calendar = NULL;
  int                 days;

  if (profile != NULL)
    calendar = heed_rules_get_calendar (self->rules, heed_profile_get_calendar (profile));
  if (calendar == NULL || !heed_calendar_count_working_days (calendar, from, to, &days, NULL))
    return -1;
  return days;
}

static const HeedClock *
find_clock (GPtrArray   *clocks,
            HeedClockEnd end,
            const char  *id)
{
  for (guint i = 0; i < clocks->len; i++)
    {
      const HeedClock *clock = clocks->pdata[i];

      if (clock->spec->end == end && (id == NULL || g_str_equal (clock->spec->id, id)))
        return clock;
    }
  return NULL;
}

/* What ended without an acknowledgement by its due date did not need one; what was answered was
 * thereby acknowledged, and what ended later was missed. */
static void
count_acknowledgement (Counting        *self,
                       const HeedRound *run,
                       GPtrArray       *clocks)
{
  const HeedClock *clock = find_clock (clocks, HEED_CLOCK_END_ACKNOWLEDGED, NULL);
  HeedDate         done = run->acknowledged;
  guint            flags = 0;

  if (clock == NULL || clock->due == HEED_DATE_NONE)
    return;
  if (done == HEED_DATE_NONE && run->resolved != HEED_DATE_NONE)
    done = run->resolved;
  if (done == HEED_DATE_NONE && run->closed != HEED_DATE_NONE)
    {
      if (!is_answered (run) && run->closed <= clock->due)
        return;
      done = run->closed;
      flags = is_answered (run) ? 0 : HEED_TALLY_DONE;
    }
  if (flags == 0 && done != HEED_DATE_NONE)
    flags = HEED_TALLY_DONE | flag_if (done <= clock->due, HEED_TALLY_IN_TIME);
  add (self, HEED_TALLY_ACKNOWLEDGE, clock->due, flags, 0);
}

static guint
promise_flags (const Counting  *self,
               const HeedRound *run,
               GPtrArray       *clocks,
               HeedDate         answered)
{
  const HeedClock *reply = find_clock (clocks, HEED_CLOCK_END_RESOLVED, "reply");
  const HeedClock *early = find_clock (clocks, HEED_CLOCK_END_RESOLVED, "early");
  GPtrArray       *promises = run->promises != NULL ? run->promises : self->state->promises;
  HeedDate         first;
  guint            flags;

  flags = flag_if (promises->len > 1, HEED_TALLY_EXTENDED)
          | flag_if (is_code (run->ending, "settled")
                         || (early != NULL && early->due != HEED_DATE_NONE
                             && answered <= early->due),
                     HEED_TALLY_EARLY);
  if (reply == NULL || reply->due == HEED_DATE_NONE)
    return flags;
  first = reply->first_promise != HEED_DATE_NONE ? reply->first_promise : reply->due;
  return flags | HEED_TALLY_PROMISED | flag_if (answered <= reply->due, HEED_TALLY_IN_TIME)
         | flag_if (answered <= first, HEED_TALLY_FIRST_IN_TIME);
}

static void
count_closing (Counting        *self,
               const HeedRound *run,
               const HeedRound *next,
               GPtrArray       *clocks)
{
  const HeedCase *state = self->state;
  HeedDate        answered = run->resolved != HEED_DATE_NONE ? run->resolved : run->closed;
  gboolean        upset = state->feeling_start != NULL && !is_code (state->feeling_start, "calm");
  guint           flags = finding_flags (run->outcome);

  if (is_answered (run))
    flags |= HEED_TALLY_ANSWERED | promise_flags (self, run, clocks, answered);
  flags |= flag_if (run->number == 1, HEED_TALLY_FIRST)
           | flag_if (answered > heed_date_add_months (run->received, LONG_MONTHS),
                      HEED_TALLY_OVER_SIX_MONTHS)
           | flag_if (next != NULL
                          && next->received <= heed_date_add_months (run->closed, REOPEN_MONTHS),
                      HEED_TALLY_REOPENED)
           | flag_if (upset, HEED_TALLY_UPSET)
           | flag_if (upset && is_code (state->feeling_now, "calm"), HEED_TALLY_CALMED);
  add (self, HEED_TALLY_CLOSED, run->closed, flags, count_days (self, run->received, answered));
}

static void
count_rounds (Counting *self)
{
  GPtrArray *rounds = self->state->rounds;
  g_autoptr (GTimeZone) zone = heed_zone_new (self->state->zone ? self->state->zone : "UTC");
  HeedDate last_act = heed_date_of_instant (self->state->last_act_at, zone);

  for (guint i = 0; i < rounds->len; i++)
    {
      const HeedRound *run = rounds->pdata[i];
      const HeedRound *next = i + 1 < rounds->len ? rounds->pdata[i + 1] : NULL;
      g_autoptr (GPtrArray) clocks =
          heed_case_compute_round_clocks (self->state, run, self->rules, last_act);

      add (self, HEED_TALLY_RECEIVED, run->received, flag_if (i == 0, HEED_TALLY_FIRST), 0);
      count_acknowledgement (self, run, clocks);
      if (run->closed != HEED_DATE_NONE && !is_code (run->ending, "duplicate"))
        count_closing (self, run, next, clocks);
    }
}

static void
count_issues (Counting *self)
{
  for (guint i = 0; i < self->state->issues->len; i++)
    {
      const HeedIssue *issue = self->state->issues->pdata[i];
      HeedTally       *tally;

      add (self, HEED_TALLY_ISSUE, self->state->received, finding_flags (issue->finding),
           issue->harm);
      tally = &g_array_index (self->tallies, HeedTally, self->tallies->len - 1);
      tally->code = issue->category;
      tally->stage = issue->care_stage;
      tally->severity = issue->severity;
      if (issue->place != NULL)
        tally->place = issue->place;
    }
}

static void
count_feedback (Counting *self)
{
  const HeedCase *state = self->state;

  for (guint i = 0; i < state->feedback->len; i++)
    {
      const HeedFeedback *feedback = state->feedback->pdata[i];

      add (self, HEED_TALLY_FEEDBACK, feedback->on,
           heed_tally_feedback_flags (feedback->heard, feedback->fft, feedback->speak_up_again,
                                      feedback->care_affected),
           feedback->overall);
    }
  if (state->feedback_asked != HEED_DATE_NONE)
    add (self, HEED_TALLY_ASKED, state->feedback_asked,
         flag_if (state->feedback_done, HEED_TALLY_DONE), 0);
}

static void
count_actions (Counting *self)
{
  for (guint i = 0; i < self->state->learning->len; i++)
    {
      const HeedLearning *action = self->state->learning->pdata[i];
      gboolean            done = action->done != HEED_DATE_NONE;
      HeedTally          *tally;

      if (action->dropped != HEED_DATE_NONE)
        continue;
      add (self, HEED_TALLY_ACTION, action->due,
           flag_if (done, HEED_TALLY_DONE)
               | flag_if (done && action->done <= action->due, HEED_TALLY_IN_TIME)
               | flag_if (done && action->proof != NULL, HEED_TALLY_PROVED)
               | flag_if (action->effective != NULL, HEED_TALLY_CHECKED)
               | flag_if (is_code (action->effective, "yes"), HEED_TALLY_EFFECTIVE),
           done ? action->done : 0);
      tally = &g_array_index (self->tallies, HeedTally, self->tallies->len - 1);
      tally->code = heed_case_get_category (self->state);
    }
}

static void
count_ombudsman (Counting *self)
{
  for (guint i = 0; i < self->state->referrals->len; i++)
    {
      const HeedReferral *referral = self->state->referrals->pdata[i];
      guint               found = is_code (referral->decision, "upheld")
                            || is_code (referral->decision, "partly-upheld")
                            || is_code (referral->decision, "not-upheld")
                                      ? finding_flags (referral->decision)
                                      : 0;

      add (self, HEED_TALLY_OMBUDSMAN, referral->referred,
           found | flag_if (referral->decided != HEED_DATE_NONE, HEED_TALLY_DONE), 0);
    }
  for (guint i = 0; i < self->state->recommendations->len; i++)
    {
      const HeedRecommendation *advice = self->state->recommendations->pdata[i];
      gboolean                  met = advice->met != HEED_DATE_NONE;

      add (self, HEED_TALLY_RECOMMENDATION, advice->due,
           flag_if (met, HEED_TALLY_DONE)
               | flag_if (met && advice->met <= advice->due, HEED_TALLY_IN_TIME),
           0);
    }
}

/**
 * heed_case_compute_tallies:
 * @self: a case
 * @rules: the rules
 *
 * Computes what a case counts for in every measure. A merged duplicate counts for
 * nothing: what it holds counts in the case it was merged into.
 *
 * Returns: (transfer full) (element-type HeedTally): in a fixed order; its strings belong to @self
 */
GArray *
heed_case_compute_tallies (const HeedCase  *self,
                           const HeedRules *rules)
{
  Counting counting = {
    .state = self,
    .rules = rules,
    .tallies = g_array_new (FALSE, FALSE, sizeof (HeedTally)),
    .type = type_flags (self),
  };

  if (self->duplicate_of != 0)
    return counting.tallies;
  count_rounds (&counting);
  count_issues (&counting);
  count_feedback (&counting);
  if (self->authority_given != HEED_DATE_NONE)
    add (&counting, HEED_TALLY_CONSENT, self->authority_given, 0,
         count_days (&counting, self->authority_asked, self->authority_given));
  count_actions (&counting);
  count_ombudsman (&counting);
  return counting.tallies;
}

/**
 * heed_tally_feedback_flags:
 * @heard: (nullable): whether they felt heard (felt-heard)
 * @fft: (nullable): how the experience was (fft)
 * @speak_up_again: (nullable): whether they would (yes-no-unsure)
 * @care_affected: (nullable): whether speaking up affected their care (yes-no-unsure)
 *
 * Returns: the #HeedTallyFlags of what somebody said, whether it belongs to a case or to none
 */
guint
heed_tally_feedback_flags (const char *heard,
                           const char *fft,
                           const char *speak_up_again,
                           const char *care_affected)
{
  return flag_if (heard != NULL, HEED_TALLY_SAID_HEARD)
         | flag_if (is_code (heard, "fully") || is_code (heard, "mostly"), HEED_TALLY_HEARD)
         | flag_if (fft != NULL, HEED_TALLY_SAID_FFT)
         | flag_if (is_code (fft, "very-good") || is_code (fft, "good"), HEED_TALLY_FFT_GOOD)
         | flag_if (speak_up_again != NULL, HEED_TALLY_SAID_AGAIN)
         | flag_if (is_code (speak_up_again, "yes"), HEED_TALLY_AGAIN)
         | flag_if (care_affected != NULL, HEED_TALLY_SAID_AFFECTED)
         | flag_if (is_code (care_affected, "yes"), HEED_TALLY_AFFECTED);
}

/**
 * heed_tally_is_open:
 * @self: a tally
 *
 * Returns: whether it waits to be done, so that it counts only once its day has passed
 */
gboolean
heed_tally_is_open (const HeedTally *self)
{
  return (self->basis == HEED_TALLY_ACKNOWLEDGE || self->basis == HEED_TALLY_ACTION
          || self->basis == HEED_TALLY_RECOMMENDATION)
         && !(self->flags & HEED_TALLY_DONE);
}

/**
 * heed_tally_basis_get_name:
 * @basis: what happened
 *
 * Returns: its name in files and on the command line
 */
const char *
heed_tally_basis_get_name (HeedTallyBasis basis)
{
  static const char *const names[HEED_N_TALLY_BASES] = {
    [HEED_TALLY_RECEIVED] = "received",
    [HEED_TALLY_ACKNOWLEDGE] = "acknowledgement-due",
    [HEED_TALLY_CLOSED] = "closed",
    [HEED_TALLY_ISSUE] = "issue-received",
    [HEED_TALLY_FEEDBACK] = "feedback-given",
    [HEED_TALLY_ASKED] = "feedback-asked",
    [HEED_TALLY_CONSENT] = "consent-given",
    [HEED_TALLY_ACTION] = "action-due",
    [HEED_TALLY_OMBUDSMAN] = "referred",
    [HEED_TALLY_RECOMMENDATION] = "recommendation-due",
  };

  return names[basis];
}
