/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Thanks and ideas: a compliment is thanked for and passed to the team it names, a suggestion or a
 * question is answered. Then the case is at its end. */

#include "config.h"

#include "heed-fold-private.h"

#define REFUSE(error, obstacle, fact, value) \
  (heed_case_set_obstacle (error, HEED_CASE_ERROR_NOT_ALLOWED, obstacle, fact, value), FALSE)

static gboolean
is_type (const HeedCase *self,
         const char     *type)
{
  return g_strcmp0 (self->type, type) == 0;
}

/* Somebody who gave no name cannot be thanked. */
static void
end_compliment (HeedCase      *self,
                const HeedAct *act)
{
  gboolean thanked = self->thanked != HEED_DATE_NONE || self->person == NULL;

  if (is_type (self, "compliment") && self->stage != HEED_STAGE_CLOSED && thanked &&
      self->passed_on != HEED_DATE_NONE)
    heed_fold_end_case (self, act, "thanked");
}

HEED_FOLD (thank)
{
  HeedRound *run = g_ptr_array_index (self->rounds, self->rounds->len - 1);

  self->thanked = heed_act_get_day (act);
  self->last_update = MAX (self->last_update, self->thanked);
  if (!is_type (self, "compliment") && !is_type (self, "suggestion"))
    return;
  if (run->acknowledged == HEED_DATE_NONE)
    run->acknowledged = self->thanked;
  if (self->stage < HEED_STAGE_RESOLVE)
    self->stage = HEED_STAGE_RESOLVE;
  end_compliment (self, act);
}

HEED_FOLD (pass_on)
{
  self->passed_on = heed_act_get_day (act);
  heed_fold_set_text (&self->passed_to, act, "to");
  heed_fold_set_text (&self->named, act, "named");
  heed_fold_set_codes (&self->reasons, act, "reasons");
  end_compliment (self, act);
}

HEED_NEEDS (answer)
{
  if (is_type (self, "suggestion") && !heed_act_has (act, "decision"))
    g_ptr_array_add (missing, g_strdup ("decision"));
}

HEED_CHECK (answer)
{
  if (!is_type (self, "suggestion") && !is_type (self, "enquiry"))
    return REFUSE (error, HEED_OBSTACLE_TYPE, NULL, self->type);
  return heed_check_stage (self, act, error);
}

HEED_FOLD (answer)
{
  HeedRound *run = g_ptr_array_index (self->rounds, self->rounds->len - 1);

  heed_fold_set_text (&self->resolution, act, "text");
  heed_fold_set_text (&self->resolved_how, act, "how");
  heed_fold_set_text (&self->decision, act, "decision");
  run->resolved = heed_act_get_day (act);
  self->last_update = run->resolved;
  heed_fold_end_case (self, act, "resolved");
}
