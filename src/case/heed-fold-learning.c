/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is done to put things right: the apology, remedies, and learning actions from plan to proof
 * and to the look whether they work. Owns when such a look is due. */

#include "config.h"

#include "heed-fold-private.h"

#define REFUSE(error, obstacle, fact, value) \
  (heed_case_set_obstacle (error, HEED_CASE_ERROR_NOT_ALLOWED, obstacle, fact, value), FALSE)

/* Months after an action was done in which to look whether it works; a look up to two weeks early
 * counts for the month it was meant for. */
static const int check_months[] = { 3, 6 };
#define EARLY_DAYS 14

/* Apology */

void
heed_fold_apology (HeedCase      *self,
                   const HeedAct *act)
{
  heed_fold_set_text (&self->apology_form, act, "apology_form");
  heed_fold_set_text (&self->apology_by, act, "apology_by");
  heed_fold_set_codes (&self->apology_elements, act, "apology_elements");
  if (g_strcmp0 (self->apology, "given") == 0)
    self->apology_on = heed_fold_get_day (act, "apology_on");
}

HEED_CHECK (apologise)
{
  return heed_check_not_after (act, "apology_on", error);
}

HEED_FOLD (apologise)
{
  g_set_str (&self->apology, "given");
  heed_fold_apology (self, act);
}

/* Remedies */

static gboolean
check_remedy_dates (const HeedRemedy  *remedy,
                    const HeedAct     *act,
                    GError           **error)
{
  static const char *const facts[] = { "offered", "accepted", "delivered", "declined" };
  HeedDate days[G_N_ELEMENTS (facts)] = { HEED_DATE_NONE, HEED_DATE_NONE, HEED_DATE_NONE,
                                          HEED_DATE_NONE };

  if (remedy != NULL)
    {
      days[0] = remedy->offered;
      days[1] = remedy->accepted;
      days[2] = remedy->delivered;
      days[3] = remedy->declined;
    }
  for (guint i = 0; i < G_N_ELEMENTS (facts); i++)
    {
      if (!heed_check_not_after (act, facts[i], error))
        return FALSE;
      heed_fold_set_date (&days[i], act, facts[i]);
      for (guint j = 0; days[i] != HEED_DATE_NONE && j < i; j++)
        if (days[j] != HEED_DATE_NONE && days[j] > days[i])
          return REFUSE (error, HEED_OBSTACLE_ORDER, facts[i], NULL);
    }
  return TRUE;
}

/* Without a number it is a new remedy and must say which. */
HEED_CHECK (remedy)
{
  gint64 number = heed_act_get_number (act, "number");

  if (heed_act_has (act, "number") && !heed_check_number (self->remedies, act, "number", error))
    return FALSE;
  if (!heed_act_has (act, "number") && !heed_act_has (act, "remedy"))
    {
      g_autoptr (GPtrArray) missing = g_ptr_array_new ();

      g_ptr_array_add (missing, (gpointer) "remedy");
      heed_case_set_missing (error, missing);
      return FALSE;
    }
  return check_remedy_dates (number >= 1 ? g_ptr_array_index (self->remedies, number - 1) : NULL,
                             act, error);
}

HEED_FOLD (remedy)
{
  gint64 number = heed_act_get_number (act, "number");
  HeedRemedy *remedy;

  if (number < 1)
    {
      remedy = g_new0 (HeedRemedy, 1);
      remedy->number = self->remedies->len + 1;
      remedy->offered = remedy->accepted = HEED_DATE_NONE;
      remedy->delivered = remedy->declined = HEED_DATE_NONE;
      g_ptr_array_add (self->remedies, remedy);
    }
  else
    remedy = g_ptr_array_index (self->remedies, number - 1);

  heed_fold_set_text (&remedy->kind, act, "remedy");
  heed_fold_set_text (&remedy->text, act, "text");
  heed_fold_set_date (&remedy->offered, act, "offered");
  heed_fold_set_date (&remedy->accepted, act, "accepted");
  heed_fold_set_date (&remedy->delivered, act, "delivered");
  heed_fold_set_date (&remedy->declined, act, "declined");
}

/* Learning */

static HeedLearning *
get_learning (const HeedCase *self,
              const HeedAct  *act)
{
  return g_ptr_array_index (self->learning, heed_act_get_number (act, "number") - 1);
}

static gboolean
check_not_dropped (const HeedCase  *self,
                   const HeedAct   *act,
                   GError         **error)
{
  if (!heed_check_number (self->learning, act, "number", error))
    return FALSE;
  if (get_learning (self, act)->dropped != HEED_DATE_NONE)
    return REFUSE (error, HEED_OBSTACLE_NOT_SO, "number", NULL);
  return TRUE;
}

static void
take_learning_facts (HeedLearning  *learning,
                     const HeedAct *act)
{
  heed_fold_set_text (&learning->text, act, "text");
  heed_fold_set_text (&learning->owner, act, "owner");
  heed_fold_set_text (&learning->strength, act, "strength");
  heed_fold_set_text (&learning->measure, act, "measure");
  heed_fold_set_date (&learning->due, act, "due");
}

HEED_FOLD (learn)
{
  HeedLearning *learning = g_new0 (HeedLearning, 1);

  learning->number = self->learning->len + 1;
  learning->due = learning->done = learning->checked = HEED_DATE_NONE;
  learning->told = learning->dropped = HEED_DATE_NONE;
  take_learning_facts (learning, act);
  g_ptr_array_add (self->learning, learning);
}

HEED_CHECK (learn_amend)
{
  return check_not_dropped (self, act, error);
}

HEED_FOLD (learn_amend)
{
  take_learning_facts (get_learning (self, act), act);
}

HEED_FOLD (learn_drop)
{
  HeedLearning *learning = get_learning (self, act);

  learning->dropped = heed_act_get_day (act);
  heed_fold_set_text (&learning->drop_reason, act, "reason");
}

HEED_CHECK (learned)
{
  return check_not_dropped (self, act, error) && heed_check_not_after (act, "done", error);
}

/* Proof may come later than the deed: then the day it was done stands. */
HEED_FOLD (learned)
{
  HeedLearning *learning = get_learning (self, act);

  heed_fold_set_text (&learning->proof, act, "proof");
  if (learning->done == HEED_DATE_NONE || heed_act_has (act, "done"))
    learning->done = heed_fold_get_day (act, "done");
}

/* Whoever finds that an action does not work says what they saw. */
HEED_NEEDS (learning_check)
{
  const char *effective = heed_act_get_text (act, "effective");

  if (effective != NULL && !g_str_equal (effective, "yes") && !heed_fold_is_said (act, "note"))
    g_ptr_array_add (missing, g_strdup ("note"));
}

HEED_CHECK (learning_check)
{
  if (!check_not_dropped (self, act, error) || !heed_check_not_after (act, "on", error))
    return FALSE;
  if (get_learning (self, act)->done == HEED_DATE_NONE)
    return REFUSE (error, HEED_OBSTACLE_NOT_SO, "number", NULL);
  if (heed_fold_get_day (act, "on") < get_learning (self, act)->done)
    return REFUSE (error, HEED_OBSTACLE_ORDER, "on", NULL);
  return TRUE;
}

HEED_FOLD (learning_check)
{
  HeedLearning *learning = get_learning (self, act);

  learning->checked = heed_fold_get_day (act, "on");
  heed_fold_set_text (&learning->effective, act, "effective");
  g_clear_pointer (&learning->check_note, g_free);
  heed_fold_set_text (&learning->check_note, act, "note");
}

HEED_CHECK (learning_told)
{
  return check_not_dropped (self, act, error) && heed_check_not_after (act, "on", error);
}

HEED_FOLD (learning_told)
{
  get_learning (self, act)->told = heed_fold_get_day (act, "on");
}

/**
 * heed_learning_get_check_due:
 * @self: a learning action
 *
 * Tells when to look whether the action works: three and six months after it was done.
 *
 * Returns: the day; %HEED_DATE_NONE while it is not done, when it was dropped, and after the last
 *   look
 */
HeedDate
heed_learning_get_check_due (const HeedLearning *self)
{
  if (self->done == HEED_DATE_NONE || self->proof == NULL || self->dropped != HEED_DATE_NONE)
    return HEED_DATE_NONE;
  for (guint i = 0; i < G_N_ELEMENTS (check_months); i++)
    {
      HeedDate due = heed_date_add_months (self->done, check_months[i]);

      if (self->checked == HEED_DATE_NONE || self->checked < due - EARLY_DAYS)
        return due;
    }
  return HEED_DATE_NONE;
}

/**
 * heed_learning_get_state:
 * @self: a learning action
 * @today: today in the organisation's zone
 *
 * Returns: where the action stands; what needs somebody first wins
 */
HeedLearningState
heed_learning_get_state (const HeedLearning *self,
                         HeedDate            today)
{
  HeedDate check = heed_learning_get_check_due (self);

  if (self->dropped != HEED_DATE_NONE)
    return HEED_LEARNING_DROPPED;
  if (self->done == HEED_DATE_NONE)
    return self->due < today ? HEED_LEARNING_LATE : HEED_LEARNING_OPEN;
  if (self->proof == NULL)
    return HEED_LEARNING_NO_PROOF;
  if (self->effective != NULL && !g_str_equal (self->effective, "yes"))
    return HEED_LEARNING_NOT_EFFECTIVE;
  if (check != HEED_DATE_NONE && check <= today)
    return HEED_LEARNING_CHECK_DUE;
  return HEED_LEARNING_DONE;
}
