/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The acts about what a person needs to be heard: language, interpreter, support, when to leave them
 * in peace, and the places that help which they were told of. */

#include "config.h"

#include "heed-fold-private.h"

#define REFUSE(error, obstacle, fact, value) \
  (heed_case_set_obstacle (error, HEED_CASE_ERROR_NOT_ALLOWED, obstacle, fact, value), FALSE)

static gboolean
has_text (GPtrArray  *texts,
          const char *text)
{
  return g_ptr_array_find_with_equal_func (texts, text, g_str_equal, NULL);
}

static void
fold_support (HeedCase  *self,
              JsonArray *list)
{
  g_ptr_array_set_size (self->support, 0);
  for (guint i = 0; i < json_array_get_length (list); i++)
    {
      const char *code = json_array_get_string_element (list, i);

      if (!has_text (self->support, code))
        g_ptr_array_add (self->support, g_strdup (code));
    }
}

/* A window that is told anew replaces the old one as a whole. */
static void
fold_no_contact (HeedCase      *self,
                 const HeedAct *act)
{
  if (!heed_act_has (act, "no_contact_from") && !heed_act_has (act, "no_contact_to"))
    return;
  self->no_contact_from = heed_act_get_date (act, "no_contact_from");
  self->no_contact_to = heed_act_get_date (act, "no_contact_to");
  if (self->no_contact_from == HEED_DATE_NONE)
    self->no_contact_from = heed_act_get_day (act);
  g_set_str (&self->no_contact_why, heed_act_get_text (act, "no_contact_why"));
}

/* Facts that are not told stay as they are. */
HEED_FOLD (needs)
{
  heed_fold_set_text (&self->language, act, "language");
  heed_fold_set_text (&self->format, act, "format");
  heed_fold_set_text (&self->needs, act, "needs");
  heed_fold_set_text (&self->contact_when, act, "contact_when");
  if (heed_act_has (act, "interpreter"))
    self->interpreter = heed_act_get_flag (act, "interpreter");
  if (heed_act_has (act, "support"))
    fold_support (self, heed_act_get_list (act, "support"));
  if (heed_act_has (act, "needs_asked"))
    self->needs_asked = heed_act_get_flag (act, "needs_asked");
  fold_no_contact (self, act);
}

HEED_CHECK (needs)
{
  HeedDate from = heed_act_get_date (act, "no_contact_from");
  HeedDate to = heed_act_get_date (act, "no_contact_to");

  if (to != HEED_DATE_NONE && to < (from != HEED_DATE_NONE ? from : heed_act_get_day (act)))
    return REFUSE (error, HEED_OBSTACLE_ORDER, "no_contact_to", NULL);
  return TRUE;
}

HEED_FOLD (needs_step)
{
  const char *step = heed_act_get_text (act, "step");

  if (!has_text (self->needs_steps, step))
    g_ptr_array_add (self->needs_steps, g_strdup (step));
}

HEED_FOLD (interpreter)
{
  self->interpreter = TRUE;
  heed_fold_set_text (&self->interpreter_state, act, "state");
  heed_fold_set_text (&self->interpreter_who, act, "who");
}

HEED_FOLD (resource)
{
  HeedResourceGiven *given = g_new0 (HeedResourceGiven, 1);

  given->id = g_strdup (heed_act_get_text (act, "resource"));
  given->name = g_strdup (heed_act_get_text (act, "name"));
  given->given = heed_act_get_day (act);
  g_ptr_array_add (self->resources, given);
}

/**
 * heed_case_has_support:
 * @self: a case
 * @support: a code of the set "support"
 *
 * Returns: whether the person needs it
 */
gboolean
heed_case_has_support (const HeedCase *self,
                       const char     *support)
{
  return has_text (self->support, support);
}

/**
 * heed_case_has_needs:
 * @self: a case
 *
 * Returns: whether anything is known of how to talk with the person or when
 */
gboolean
heed_case_has_needs (const HeedCase *self)
{
  return self->language != NULL || self->interpreter || self->support->len > 0 ||
         self->needs != NULL || self->contact_when != NULL ||
         self->no_contact_to != HEED_DATE_NONE ||
         (self->format != NULL && !g_str_equal (self->format, "standard"));
}

/**
 * heed_case_did_needs_step:
 * @self: a case
 * @step: a code of the set "needs-steps"
 *
 * The steps of meeting a communication need, after the English Accessible Information Standard
 * (DCB1605, 2025): identify, record, flag, share, meet, review. The first three follow from what
 * is known: to have recorded a need is to have identified it, and Heed shows it wherever the case is
 * shown. The other three are told by an act "needs-step".
 *
 * Returns: whether it was done
 */
gboolean
heed_case_did_needs_step (const HeedCase *self,
                          const char     *step)
{
  if (has_text (self->needs_steps, step))
    return TRUE;
  if (g_str_equal (step, "identify"))
    return self->needs_asked || heed_case_has_needs (self);
  if (g_str_equal (step, "record") || g_str_equal (step, "flag"))
    return heed_case_has_needs (self);
  return FALSE;
}

/**
 * heed_case_is_left_in_peace:
 * @self: a case
 * @day: a day
 *
 * Returns: whether the person asked not to be contacted on that day
 */
gboolean
heed_case_is_left_in_peace (const HeedCase *self,
                            HeedDate        day)
{
  return self->no_contact_from != HEED_DATE_NONE && day >= self->no_contact_from &&
         (self->no_contact_to == HEED_DATE_NONE || day <= self->no_contact_to);
}
