/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The acts that make a case and move it from stage to stage. */

#include "config.h"

#include "heed-fold-private.h"

#define REFUSE(error, obstacle, fact, value) \
  (heed_case_set_obstacle (error, HEED_CASE_ERROR_NOT_ALLOWED, obstacle, fact, value), FALSE)

static HeedRound *
get_round (HeedCase *self)
{
  return g_ptr_array_index (self->rounds, self->rounds->len - 1);
}

static gboolean
is_blank (const char *text)
{
  return text == NULL || *text == '\0';
}

/* Whether the case needs findings and a way onward: complaints do, thanks and questions do not. */
static gboolean
is_complaint (const HeedCase *self)
{
  return g_strcmp0 (self->type, "complaint") == 0;
}

static gboolean
is_worry (const HeedCase *self)
{
  return is_complaint (self) || g_strcmp0 (self->type, "concern") == 0;
}

static void
need (GPtrArray  *missing,
      const char *fact)
{
  g_ptr_array_add (missing, g_strdup (fact));
}

static void
fold_wants (HeedCase      *self,
            const HeedAct *act)
{
  JsonArray *wants = heed_act_get_list (act, "wants");

  for (guint i = 0; wants != NULL && i < json_array_get_length (wants); i++)
    {
      HeedWant *want = g_new0 (HeedWant, 1);

      want->text = g_strdup (json_array_get_string_element (wants, i));
      want->done = HEED_DATE_NONE;
      g_ptr_array_add (self->wants, want);
    }
}

static void
fold_log_people (HeedCase      *self,
                 const HeedAct *act)
{
  heed_fold_set_text (&self->person, act, "person");
  heed_fold_set_text (&self->patient, act, "patient");
  heed_fold_set_text (&self->relationship, act, "relationship");
  heed_fold_set_authority (self, act);
  heed_fold_set_text (&self->feeling_start, act, "feeling");
  heed_fold_set_text (&self->feeling_now, act, "feeling");
  heed_fold_needs (self, act);
}

HEED_FOLD (log)
{
  JsonArray *issues = heed_act_get_list (act, "issues");
  HeedRound *run = heed_round_new ();

  self->stage = HEED_STAGE_LISTEN;
  self->type = g_strdup ("complaint");
  heed_fold_set_text (&self->type, act, "type");
  heed_fold_set_text (&self->profile, act, "profile");
  heed_fold_set_text (&self->profile_version, act, "profile_version");
  heed_fold_set_text (&self->site, act, "site");
  heed_fold_set_text (&self->channel, act, "channel");
  heed_fold_set_text (&self->words, act, "words");
  heed_fold_set_text (&self->did, act, "did");
  heed_fold_set_text (&self->place, act, "place");
  heed_fold_set_text (&self->happened, act, "happened");
  heed_fold_set_text (&self->safety, act, "safety");
  self->reference_given = heed_act_get_flag (act, "reference_given");
  self->zone = g_strdup (act->zone);
  self->taken_by = g_strdup (act->actor);
  self->logged_at = act->entered_at;
  self->received = heed_act_get_date (act, "received");
  if (self->received == HEED_DATE_NONE)
    self->received = heed_act_get_day (act);
  fold_log_people (self, act);
  fold_wants (self, act);
  for (guint i = 0; issues != NULL && i < json_array_get_length (issues); i++)
    heed_fold_add_issue (self, json_array_get_object_element (issues, i));

  run->number = 1;
  run->received = self->received;
  run->formal = is_complaint (self) ? self->received : HEED_DATE_NONE;
  g_ptr_array_add (self->rounds, run);
}

HEED_NEEDS (log)
{
  if (!heed_act_has (act, "person") && !heed_act_get_flag (act, "anonymous"))
    need (missing, "person");
}

HEED_CHECK (log)
{
  g_autoptr (GTimeZone) zone = heed_zone_new (act->zone);
  HeedDate today = heed_date_of_instant (act->entered_at, zone);
  HeedDate received = heed_act_get_date (act, "received");

  if (received != HEED_DATE_NONE && received > today)
    return REFUSE (error, HEED_OBSTACLE_IN_FUTURE, "received", NULL);
  return heed_check_needs (self, act, error);
}

/* A stage cannot have been left before the complaint came. */
HEED_CHECK (stage)
{
  if (heed_act_get_day (act) < heed_case_get_round (self)->received)
    return REFUSE (error, HEED_OBSTACLE_BEFORE_RECEIPT, "happened_at", NULL);
  return TRUE;
}

HEED_NEEDS (listened)
{
  if (is_worry (self) && self->issues->len == 0)
    need (missing, "issues");
  if (self->safety == NULL && !heed_act_has (act, "safety"))
    need (missing, "safety");
  if (!self->reference_given && !heed_act_has (act, "reference_given"))
    need (missing, "reference_given");
}

HEED_FOLD (listened)
{
  heed_fold_set_text (&self->safety, act, "safety");
  self->reference_given |= heed_act_get_flag (act, "reference_given");
  self->listened = heed_act_get_day (act);
  self->stage = HEED_STAGE_ACKNOWLEDGE;
}

/* Whether the act says it, or a letter recorded as sent did. */
static gboolean
is_told (const HeedCase *self,
         const HeedAct  *act,
         const char     *fact,
         const char     *letter)
{
  return !is_blank (heed_act_get_text (act, fact)) || heed_case_get_letter (self, letter) != NULL;
}

HEED_CHECK (acknowledge)
{
  HeedDate by = heed_act_get_date (act, "reply_by");

  if (by != HEED_DATE_NONE && by < heed_act_get_day (act))
    return REFUSE (error, HEED_OBSTACLE_ORDER, "reply_by", NULL);
  return heed_check_stage (self, act, error);
}

HEED_NEEDS (acknowledge)
{
  const HeedProfile *profile = heed_rules_get_profile (rules, self->profile);

  if (self->stage == HEED_STAGE_LISTEN)
    heed_needs_listened (self, act, rules, missing);
  if (!is_told (self, act, "how", "acknowledgement"))
    need (missing, "how");
  if (!is_worry (self))
    return;
  if (self->owner == NULL && !heed_act_has (act, "owner"))
    need (missing, "owner");
  if (self->plan == NULL && !heed_act_has (act, "plan"))
    need (missing, "plan");
  if (is_complaint (self) && profile != NULL && heed_profile_requires_reply_date (profile) &&
      heed_case_get_promise (self) == NULL && !heed_act_has (act, "reply_by"))
    need (missing, "reply_by");
}

HEED_FOLD (acknowledge)
{
  const HeedLetterSent *letter = heed_case_get_letter (self, "acknowledgement");
  HeedRound *run = get_round (self);

  if (self->stage == HEED_STAGE_LISTEN)
    heed_fold_listened (self, act);
  heed_fold_set_text (&self->plan, act, "plan");
  heed_fold_set_text (&self->owner, act, "owner");
  if (letter != NULL)
    g_set_str (&self->acknowledged_how, letter->how);
  heed_fold_set_text (&self->acknowledged_how, act, "how");
  if (heed_act_has (act, "reply_by"))
    heed_fold_add_promise (self, act);
  run->acknowledged = heed_act_get_day (act);
  self->last_update = run->acknowledged;
  self->stage = HEED_STAGE_RESOLVE;
}

HEED_CHECK (resolve)
{
  if (heed_case_get_round (self)->resolved != HEED_DATE_NONE)
    return REFUSE (error, HEED_OBSTACLE_ALREADY, NULL, NULL);
  return heed_check_stage (self, act, error);
}

HEED_NEEDS (resolve)
{
  if (!is_told (self, act, "how", "final-reply"))
    need (missing, "how");
  if (!is_told (self, act, "text", "final-reply"))
    need (missing, "text");
  for (guint i = 0; is_complaint (self) && i < self->issues->len; i++)
    {
      const HeedIssue *issue = g_ptr_array_index (self->issues, i);

      if (issue->finding == NULL)
        g_ptr_array_add (missing, g_strdup_printf ("finding %u", issue->number));
    }
}

/* All issues upheld: upheld; none: not upheld; else partly (NHS definitions of KO41a, 2021-22). */
static const char *
roll_up (const HeedCase *self)
{
  guint upheld = 0, not_upheld = 0;

  if (self->issues->len == 0)
    return NULL;
  for (guint i = 0; i < self->issues->len; i++)
    {
      const HeedIssue *issue = g_ptr_array_index (self->issues, i);

      if (issue->finding == NULL)
        return NULL;
      upheld += g_str_equal (issue->finding, "upheld");
      not_upheld += g_str_equal (issue->finding, "not-upheld");
    }
  if (upheld == self->issues->len)
    return "upheld";
  return not_upheld == self->issues->len ? "not-upheld" : "partly-upheld";
}

HEED_FOLD (resolve)
{
  const HeedLetterSent *letter = heed_case_get_letter (self, "final-reply");
  HeedRound *run = get_round (self);

  /* The reply itself is what they were told; it is not written a second time. */
  if (letter != NULL)
    {
      g_set_str (&self->resolution, letter->text);
      g_set_str (&self->resolved_how, letter->how);
    }
  heed_fold_set_text (&self->resolution, act, "text");
  heed_fold_set_text (&self->resolved_how, act, "how");
  heed_fold_set_text (&self->apology, act, "apology");
  heed_fold_apology (self, act);
  g_set_str (&self->outcome, roll_up (self));
  g_set_str (&run->outcome, self->outcome);
  run->resolved = heed_act_get_day (act);
  self->last_update = run->resolved;
}

HEED_NEEDS (close)
{
  if (heed_case_get_round (self)->resolved == HEED_DATE_NONE)
    need (missing, "resolution");
  if (!is_complaint (self))
    return;
  if (!heed_act_get_flag (act, "next_step_told") && !self->next_step_told)
    need (missing, "next_step_told");
  if (self->learning->len == 0 && is_blank (heed_act_get_text (act, "no_learning_reason")))
    need (missing, "no_learning_reason");
}

void
heed_fold_end_case (HeedCase      *self,
                    const HeedAct *act,
                    const char    *ending)
{
  HeedRound *run = get_round (self);

  run->closed = heed_act_get_day (act);
  g_set_str (&run->ending, ending);
  g_set_str (&self->ending, ending);
  self->stage = HEED_STAGE_CLOSED;
}

HEED_FOLD (close)
{
  self->next_step_told |= heed_act_get_flag (act, "next_step_told");
  heed_fold_set_text (&self->no_learning_reason, act, "no_learning_reason");
  heed_fold_end_case (self, act, "resolved");
}

HEED_FOLD (withdraw)
{
  heed_fold_end_case (self, act, "withdrawn");
}

HEED_FOLD (transfer)
{
  heed_fold_end_case (self, act, "transferred");
}

HEED_FOLD (not_accept)
{
  heed_fold_end_case (self, act, "not-accepted");
}

HEED_FOLD (settle)
{
  heed_fold_set_text (&self->resolution, act, "text");
  get_round (self)->resolved = heed_act_get_day (act);
  heed_fold_end_case (self, act, "settled");
}

/* A new round with clocks of its own, counted from the day it was reopened. What the round before
 * found and promised stays in it; findings of issues stand until they are found anew. */
HEED_FOLD (reopen)
{
  HeedRound *run = heed_round_new ();

  heed_case_end_round (self, get_round (self));
  run->number = self->rounds->len + 1;
  run->received = heed_act_get_day (act);
  run->formal = is_complaint (self) ? run->received : HEED_DATE_NONE;
  g_ptr_array_add (self->rounds, run);
  g_clear_pointer (&self->ending, g_free);
  g_clear_pointer (&self->outcome, g_free);
  g_clear_pointer (&self->resolution, g_free);
  g_clear_pointer (&self->resolved_how, g_free);
  g_clear_pointer (&self->plan, g_free);
  self->next_step_told = FALSE;
  self->feedback_done = FALSE;
  self->feedback_asked = HEED_DATE_NONE;
  self->feedback_declined = HEED_DATE_NONE;
  g_clear_pointer (&self->feedback_why_not, g_free);
  self->duplicate_of = 0;
  self->stage = HEED_STAGE_ACKNOWLEDGE;
}
