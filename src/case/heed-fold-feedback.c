/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the person says about how their complaint was handled, and the look back at a closed case.
 * Owns who may be asked, and that nobody answers for a person unseen. */

#include "config.h"

#include "heed-fold-private.h"

#include <string.h>

#define REFUSE(error, obstacle, fact, value) \
  (heed_case_set_obstacle (error, HEED_CASE_ERROR_NOT_ALLOWED, obstacle, fact, value), FALSE)

static void
need (GPtrArray  *missing,
      const char *fact)
{
  g_ptr_array_add (missing, g_strdup (fact));
}

static gboolean
is_one_of (const char        *code,
           const char *const *codes)
{
  return code != NULL && g_strv_contains (codes, code);
}

/* Asking */

/* The bereaved are asked only if they said that they may be. */
static gboolean
needs_consent (const HeedCase *self)
{
  return heed_case_has_flag (self, "bereaved") && !self->feedback_consent;
}

/**
 * heed_case_may_ask_feedback:
 * @self: a case
 *
 * Returns: whether the person may still be asked how it went: they gave a name, nothing was said and
 *   nothing declined in this round, and whoever is bereaved said that they may be asked
 */
gboolean
heed_case_may_ask_feedback (const HeedCase *self)
{
  return self->person != NULL && !self->feedback_done &&
         self->feedback_declined == HEED_DATE_NONE && !needs_consent (self);
}

HEED_CHECK (feedback_consent)
{
  return self->feedback_consent ? REFUSE (error, HEED_OBSTACLE_ALREADY, NULL, NULL) : TRUE;
}

HEED_FOLD (feedback_consent)
{
  self->feedback_consent = TRUE;
}

HEED_NEEDS (feedback_ask)
{
  if (needs_consent (self) && !heed_act_get_flag (act, "consent"))
    need (missing, "consent");
}

HEED_CHECK (feedback_ask)
{
  if (self->feedback_done)
    return REFUSE (error, HEED_OBSTACLE_ALREADY, NULL, NULL);
  return heed_check_stage (self, act, error);
}

HEED_FOLD (feedback_ask)
{
  self->feedback_consent |= heed_act_get_flag (act, "consent");
  self->feedback_asked = heed_act_get_day (act);
  self->feedback_declined = HEED_DATE_NONE;
  g_clear_pointer (&self->feedback_why_not, g_free);
}

HEED_CHECK (feedback_decline)
{
  if (self->feedback_done || self->feedback_declined != HEED_DATE_NONE)
    return REFUSE (error, HEED_OBSTACLE_ALREADY, NULL, NULL);
  return TRUE;
}

HEED_FOLD (feedback_decline)
{
  self->feedback_declined = heed_act_get_day (act);
  heed_fold_set_text (&self->feedback_why_not, act, "why_not");
}

/* Answers */

/* Who asked is told wherever somebody spoke with the person, and always where whoever looks into
 * the case enters the answers; what the person sent by themselves carries where it came from. */
HEED_NEEDS (feedback)
{
  static const char *const spoken[] = { "phone", "in-person", NULL };
  static const char *const said[] = { "answers", "heard", "overall", "fft", "comment", NULL };
  gboolean own = g_strcmp0 (act->actor, self->owner) == 0 && !heed_act_has (act, "source");
  gboolean any = FALSE;

  if ((own || is_one_of (heed_act_get_text (act, "way"), spoken)) &&
      !heed_fold_is_said (act, "asked_by"))
    need (missing, "asked_by");
  if (g_strcmp0 (heed_act_get_text (act, "care_affected"), "yes") == 0 &&
      !heed_fold_is_said (act, "safe_route"))
    need (missing, "safe_route");
  for (guint i = 0; said[i] != NULL; i++)
    any |= heed_act_has (act, said[i]);
  if (!any)
    need (missing, "heard");
}

HEED_CHECK (feedback)
{
  if (!heed_check_not_after (act, "on", error))
    return FALSE;
  if (self->feedback_done)
    return REFUSE (error, HEED_OBSTACLE_ALREADY, NULL, NULL);
  return heed_check_stage (self, act, error);
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return strcmp (a, b);
}

/* "again=5 listened=4", by the id of the question. */
static char *
dup_answers (const HeedAct *act)
{
  JsonObject *answers = heed_act_get_object (act, "answers");
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GList) questions = NULL;

  if (answers == NULL)
    return NULL;
  questions = g_list_sort (json_object_get_members (answers), compare_names);
  for (GList *l = questions; l != NULL; l = l->next)
    g_string_append_printf (text, "%s%s=%" G_GINT64_FORMAT, text->len > 0 ? " " : "",
                            (const char *) l->data,
                            json_object_get_int_member (answers, l->data));
  return text->len > 0 ? g_string_free_and_steal (g_steal_pointer (&text)) : NULL;
}

/* Who says that their care got worse is heard at once: the flag stays until somebody has seen to
 * it. */
HEED_FOLD (feedback)
{
  HeedFeedback *feedback = g_new0 (HeedFeedback, 1);

  feedback->round = self->rounds->len;
  feedback->on = heed_fold_get_day (act, "on");
  feedback->by = g_strdup (act->actor);
  feedback->overall = (int) MAX (heed_act_get_number (act, "overall"), 0);
  feedback->answers = dup_answers (act);
  heed_fold_set_text (&feedback->way, act, "way");
  heed_fold_set_text (&feedback->asked_by, act, "asked_by");
  heed_fold_set_text (&feedback->survey, act, "survey");
  heed_fold_set_text (&feedback->survey_version, act, "survey_version");
  heed_fold_set_text (&feedback->heard, act, "heard");
  heed_fold_set_text (&feedback->fft, act, "fft");
  heed_fold_set_text (&feedback->speak_up_again, act, "speak_up_again");
  heed_fold_set_text (&feedback->care_affected, act, "care_affected");
  heed_fold_set_text (&feedback->safe_route, act, "safe_route");
  heed_fold_set_text (&feedback->comment, act, "comment");
  g_ptr_array_add (self->feedback, feedback);

  self->feedback_done = TRUE;
  if (g_strcmp0 (feedback->care_affected, "yes") == 0 &&
      !heed_case_has_flag (self, "care-affected"))
    g_ptr_array_add (self->flags, g_strdup ("care-affected"));
}

/**
 * heed_case_get_feedback:
 * @self: a case
 *
 * Returns: (transfer none) (nullable): what the person last said about how it was handled
 */
const HeedFeedback *
heed_case_get_feedback (const HeedCase *self)
{
  return self->feedback->len > 0 ? g_ptr_array_index (self->feedback, self->feedback->len - 1)
                                 : NULL;
}

/**
 * heed_feedback_get_answer:
 * @self: feedback
 * @question: id of a question of its survey
 *
 * Returns: the answer as a number of the survey's scale; 0 if it does not apply, -1 if there is
 *   none
 */
int
heed_feedback_get_answer (const HeedFeedback *self,
                          const char         *question)
{
  g_auto (GStrv) answers = NULL;
  gsize length = strlen (question);

  if (self->answers == NULL)
    return -1;
  answers = g_strsplit (self->answers, " ", -1);
  for (guint i = 0; answers[i] != NULL; i++)
    if (strncmp (answers[i], question, length) == 0 && answers[i][length] == '=')
      return (int) g_ascii_strtoll (answers[i] + length + 1, NULL, 10);
  return -1;
}

/**
 * heed_feedback_is_low:
 * @self: feedback
 *
 * Returns: whether somebody should look at the case again: heard a little or not at all, overall 1
 *   or 2 of 5, a poor experience, or care affected by speaking up
 */
gboolean
heed_feedback_is_low (const HeedFeedback *self)
{
  static const char *const unheard[] = { "a-little", "not-at-all", NULL };
  static const char *const poor[] = { "poor", "very-poor", NULL };

  return is_one_of (self->heard, unheard) || (self->overall >= 1 && self->overall <= 2) ||
         is_one_of (self->fft, poor) || g_strcmp0 (self->care_affected, "yes") == 0;
}

/* Looking back */

/* "You said" and "we did" belong together. */
HEED_NEEDS (review)
{
  gboolean said = heed_fold_is_said (act, "you_said");
  gboolean did = heed_fold_is_said (act, "we_did");
  gboolean publish = heed_act_get_flag (act, "publishable");

  if (!said && (did || publish))
    need (missing, "you_said");
  if (!did && (said || publish))
    need (missing, "we_did");
}

HEED_CHECK (review)
{
  return heed_check_stage (self, act, error);
}

HEED_FOLD (review)
{
  HeedReview *review = g_new0 (HeedReview, 1);

  review->round = self->rounds->len;
  review->on = heed_act_get_day (act);
  review->by = g_strdup (act->actor);
  review->publishable = heed_act_get_flag (act, "publishable");
  heed_fold_set_text (&review->kept, act, "kept");
  heed_fold_set_text (&review->note, act, "note");
  heed_fold_set_codes (&review->themes, act, "themes");
  heed_fold_set_text (&review->you_said, act, "you_said");
  heed_fold_set_text (&review->we_did, act, "we_did");
  g_ptr_array_add (self->reviews, review);
}

/**
 * heed_case_get_review:
 * @self: a case
 *
 * Returns: (transfer none) (nullable): the last look back at its present round
 */
const HeedReview *
heed_case_get_review (const HeedCase *self)
{
  const HeedReview *last = self->reviews->len > 0
                             ? g_ptr_array_index (self->reviews, self->reviews->len - 1)
                             : NULL;

  return last != NULL && last->round == self->rounds->len ? last : NULL;
}

/* The state, beyond the stage, that kinds of acts need which follow an answer. */
gboolean
heed_case_allows_after (const HeedCase *self,
                        const char     *kind)
{
  const HeedReferral *referral = heed_case_get_referral (self);
  gboolean referred = referral != NULL && referral->decided == HEED_DATE_NONE;

  if (g_str_equal (kind, "answer"))
    return g_strcmp0 (self->type, "suggestion") == 0 || g_strcmp0 (self->type, "enquiry") == 0;
  if (g_str_equal (kind, "feedback-consent"))
    return !self->feedback_consent;
  if (g_str_equal (kind, "feedback-ask") || g_str_equal (kind, "feedback"))
    return !self->feedback_done;
  if (g_str_equal (kind, "feedback-decline"))
    return !self->feedback_done && self->feedback_declined == HEED_DATE_NONE;
  if (g_str_equal (kind, "ombudsman-refer"))
    return !referred;
  if (g_str_equal (kind, "ombudsman-update") || g_str_equal (kind, "ombudsman-decide"))
    return referred;
  if (g_str_equal (kind, "recommend"))
    return self->referrals->len > 0;
  if (g_str_equal (kind, "recommend-met"))
    return self->recommendations->len > 0;
  if (g_str_has_prefix (kind, "learn") && !g_str_equal (kind, "learn") &&
      !g_str_equal (kind, "listened"))
    return self->learning->len > 0;
  return TRUE;
}
