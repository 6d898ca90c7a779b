/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the ombudsman, or whatever the next body is called, does with a case: referral, papers,
 * decision, and recommendations until they are met. */

#include "config.h"

#include "heed-fold-private.h"

#define REFUSE(error, obstacle, fact, value) \
  (heed_case_set_obstacle (error, HEED_CASE_ERROR_NOT_ALLOWED, obstacle, fact, value), FALSE)

#define FLAG "ombudsman"

static HeedReferral *
get_last (const HeedCase *self)
{
  return self->referrals->len > 0
           ? g_ptr_array_index (self->referrals, self->referrals->len - 1)
           : NULL;
}

/**
 * heed_case_get_referral:
 * @self: a case
 *
 * Returns: (transfer none) (nullable): what the ombudsman last had to do with it
 */
const HeedReferral *
heed_case_get_referral (const HeedCase *self)
{
  return get_last (self);
}

static gboolean
is_open (const HeedCase *self)
{
  const HeedReferral *last = get_last (self);

  return last != NULL && last->decided == HEED_DATE_NONE;
}

HEED_CHECK (ombudsman_refer)
{
  if (is_open (self))
    return REFUSE (error, HEED_OBSTACLE_ALREADY, NULL, NULL);
  return heed_check_not_after (act, "referred", error);
}

/* What happened at the ombudsman cannot have happened before they had the case. */
HEED_CHECK (ombudsman_open)
{
  static const char *const facts[] = { "accepted", "papers_sent", "provisional", "decided" };

  if (!is_open (self))
    return REFUSE (error, HEED_OBSTACLE_NOT_SO, NULL, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (facts); i++)
    {
      if (!heed_check_not_after (act, facts[i], error))
        return FALSE;
      if (heed_act_has (act, facts[i]) &&
          heed_act_get_date (act, facts[i]) < get_last (self)->referred)
        return REFUSE (error, HEED_OBSTACLE_ORDER, facts[i], NULL);
    }
  return TRUE;
}

static void
take_facts (HeedReferral  *referral,
            const HeedAct *act)
{
  heed_fold_set_text (&referral->body, act, "body");
  heed_fold_set_text (&referral->reference, act, "their_reference");
  heed_fold_set_text (&referral->told_by, act, "told_by");
  heed_fold_set_text (&referral->stage, act, "inquiry");
  heed_fold_set_date (&referral->accepted, act, "accepted");
  heed_fold_set_date (&referral->papers_due, act, "papers_due");
  heed_fold_set_date (&referral->papers_sent, act, "papers_sent");
  heed_fold_set_date (&referral->provisional, act, "provisional");
}

HEED_FOLD (ombudsman_refer)
{
  HeedReferral *referral = g_new0 (HeedReferral, 1);

  referral->number = self->referrals->len + 1;
  referral->accepted = referral->papers_due = referral->papers_sent = HEED_DATE_NONE;
  referral->provisional = referral->decided = HEED_DATE_NONE;
  referral->referred = heed_fold_get_day (act, "referred");
  take_facts (referral, act);
  g_ptr_array_add (self->referrals, referral);
  if (!heed_case_has_flag (self, FLAG))
    g_ptr_array_add (self->flags, g_strdup (FLAG));
}

HEED_FOLD (ombudsman_update)
{
  take_facts (get_last (self), act);
}

HEED_FOLD (ombudsman_decide)
{
  HeedReferral *referral = get_last (self);
  guint position;

  referral->decided = heed_fold_get_day (act, "decided");
  heed_fold_set_text (&referral->decision, act, "decision");
  heed_fold_set_text (&referral->text, act, "text");
  heed_fold_set_text (&referral->cost, act, "cost");
  if (g_ptr_array_find_with_equal_func (self->flags, FLAG, g_str_equal, &position))
    g_ptr_array_remove_index (self->flags, position);
}

HEED_CHECK (recommend)
{
  if (self->referrals->len == 0)
    return REFUSE (error, HEED_OBSTACLE_NOT_SO, NULL, NULL);
  return TRUE;
}

HEED_FOLD (recommend)
{
  HeedRecommendation *recommendation = g_new0 (HeedRecommendation, 1);

  recommendation->number = self->recommendations->len + 1;
  recommendation->due = heed_act_get_date (act, "due");
  recommendation->met = HEED_DATE_NONE;
  heed_fold_set_text (&recommendation->text, act, "text");
  heed_fold_set_text (&recommendation->owner, act, "owner");
  g_ptr_array_add (self->recommendations, recommendation);
}

HEED_CHECK (recommend_met)
{
  return heed_check_number (self->recommendations, act, "number", error) &&
         heed_check_not_after (act, "done", error);
}

HEED_FOLD (recommend_met)
{
  HeedRecommendation *recommendation =
    g_ptr_array_index (self->recommendations, heed_act_get_number (act, "number") - 1);

  recommendation->met = heed_fold_get_day (act, "done");
  heed_fold_set_text (&recommendation->evidence, act, "evidence");
}
