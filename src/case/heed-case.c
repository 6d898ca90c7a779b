/* SPDX-License-Identifier: GPL-3.0-or-later */

/* HeedCase: the fold of its acts. heed_case_apply() is the only way to change a case: it refuses
 * what the rules do not allow now and else returns the next state. Reads no clock, writes no
 * file. */

#include "config.h"

#include "heed-fold-private.h"

G_DEFINE_BOXED_TYPE (HeedCase, heed_case, heed_case_ref, heed_case_unref)

/* What people may disagree about when an act comes a little ahead of this machine's clock. */
#define FUTURE_TOLERANCE (5 * G_TIME_SPAN_MINUTE)

static gboolean
check_stage (const HeedCase     *before,
             const HeedAct      *act,
             const HeedActKind  *kind,
             GError            **error)
{
  if ((before == NULL) != (kind->stages == 0))
    {
      heed_case_set_obstacle (error, HEED_CASE_ERROR_NOT_ALLOWED, HEED_OBSTACLE_NO_CASE, NULL,
                              act->kind);
      return FALSE;
    }
  if (before != NULL && (kind->stages & HEED_STAGE_BIT (before->stage)) == 0)
    {
      heed_case_set_obstacle (error, HEED_CASE_ERROR_NOT_ALLOWED, HEED_OBSTACLE_STAGE,
                              act->kind, heed_stage_get_name (before->stage));
      return FALSE;
    }
  if (act->happened_at > act->entered_at + FUTURE_TOLERANCE)
    {
      heed_case_set_obstacle (error, HEED_CASE_ERROR_NOT_ALLOWED, HEED_OBSTACLE_IN_FUTURE,
                              "happened_at", NULL);
      return FALSE;
    }
  return TRUE;
}

static void
fold (HeedCase      *self,
      const HeedAct *act)
{
  heed_act_kind_find (act->kind)->apply (self, act);
  if (act->case_id != 0)
    self->id = act->case_id;
  self->seq = act->seq != 0 ? act->seq : self->seq + 1;
  self->last_act_at = act->entered_at;
}

/**
 * heed_case_apply:
 * @before: (nullable): the case as it stands; %NULL for an act that makes a case
 * @act: what somebody wants to do
 * @rules: the rules
 * @error: return location for an error
 *
 * Checks whether an act is allowed now and folds it into the case.
 *
 * Fails with a #HeedCaseError: %HEED_CASE_ERROR_UNKNOWN_KIND, %HEED_CASE_ERROR_BAD_FACT,
 * %HEED_CASE_ERROR_NOT_ALLOWED, or %HEED_CASE_ERROR_MISSING_FACTS naming every missing fact.
 *
 * Returns: (transfer full) (nullable): the case after the act; @before is left as it is
 */
HeedCase *
heed_case_apply (const HeedCase   *before,
                 const HeedAct    *act,
                 const HeedRules  *rules,
                 GError          **error)
{
  g_autoptr (GPtrArray) missing = g_ptr_array_new_with_free_func (g_free);
  const HeedActKind *kind = heed_act_kind_find (act->kind);
  HeedCase *after;

  if (kind != NULL && !check_stage (before, act, kind, error))
    return NULL;
  if (!heed_act_check_facts (act, rules, missing, error))
    return NULL;
  if (kind->needs != NULL)
    kind->needs (before, act, rules, missing);
  if (missing->len > 0)
    {
      heed_case_set_missing (error, missing);
      return NULL;
    }
  if (kind->check != NULL && !kind->check (before, act, error))
    return NULL;

  after = before != NULL ? heed_case_copy (before) : heed_case_new_empty ();
  fold (after, act);
  return after;
}

/**
 * heed_case_fold:
 * @acts: (element-type HeedAct): all acts of a case, in order
 * @rules: the rules
 * @error: return location for an error
 *
 * Replays a case from its ledger. What was allowed when it was done is not judged again, so that a
 * later edition of rules or codes never changes the past; only an order that cannot be folded
 * fails, with %HEED_CASE_ERROR_UNKNOWN_KIND or %HEED_CASE_ERROR_NOT_ALLOWED.
 *
 * Returns: (transfer full) (nullable): the case
 */
HeedCase *
heed_case_fold (GPtrArray        *acts,
                const HeedRules  *rules,
                GError          **error)
{
  g_autoptr (HeedCase) self = heed_case_new_empty ();

  for (guint i = 0; i < acts->len; i++)
    {
      const HeedAct *act = g_ptr_array_index (acts, i);
      const HeedActKind *kind = heed_act_kind_find (act->kind);

      if (kind == NULL || (i == 0) != (kind->stages == 0))
        {
          heed_case_set_obstacle (error,
                                  kind == NULL ? HEED_CASE_ERROR_UNKNOWN_KIND
                                               : HEED_CASE_ERROR_NOT_ALLOWED,
                                  HEED_OBSTACLE_NO_CASE, NULL, act->kind);
          return NULL;
        }
      if (i > 0 && kind->check != NULL && !kind->check (self, act, error))
        return NULL;
      fold (self, act);
    }
  if (acts->len == 0)
    {
      heed_case_set_obstacle (error, HEED_CASE_ERROR_NOT_ALLOWED, HEED_OBSTACLE_NO_CASE, NULL,
                              NULL);
      return NULL;
    }
  return g_steal_pointer (&self);
}

/**
 * heed_case_dup_missing:
 * @self: a case
 * @act: an act that somebody is about to do, perhaps still without facts
 * @rules: the rules
 *
 * Tells what a dialog has to ask for before the act can be done.
 *
 * Returns: (transfer full): names of all missing facts; empty if nothing is missing
 */
char **
heed_case_dup_missing (const HeedCase  *self,
                       const HeedAct   *act,
                       const HeedRules *rules)
{
  g_autoptr (GPtrArray) missing = g_ptr_array_new_with_free_func (g_free);
  const HeedActKind *kind = heed_act_kind_find (act->kind);

  heed_act_check_facts (act, rules, missing, NULL);
  if (kind != NULL && kind->needs != NULL)
    kind->needs (self, act, rules, missing);
  g_ptr_array_add (missing, NULL);
  return (char **) g_ptr_array_steal (missing, NULL);
}

/**
 * heed_case_allows:
 * @self: a case
 * @kind: name of an act kind
 *
 * Returns: whether the case's stage and state allow the kind at all, whatever its facts
 */
gboolean
heed_case_allows (const HeedCase *self,
                  const char     *kind)
{
  const HeedActKind *row = heed_act_kind_find (kind);

  if (row == NULL || (row->stages & HEED_STAGE_BIT (self->stage)) == 0)
    return FALSE;
  if (g_str_equal (kind, "pause"))
    return !heed_case_is_paused (self);
  if (g_str_equal (kind, "resume"))
    return heed_case_is_paused (self);
  if (g_str_equal (kind, "hold"))
    return !self->hold;
  if (g_str_equal (kind, "release"))
    return self->hold;
  if (g_str_equal (kind, "resolve"))
    return heed_case_get_round (self)->resolved == HEED_DATE_NONE;
  if (g_str_equal (kind, "reopen"))
    return self->duplicate_of == 0;
  return heed_case_allows_after (self, kind);
}

static const char *
find_relation (const HeedCase *self,
               gint64          other)
{
  for (guint i = 0; i < self->links->len; i++)
    {
      const HeedLink *link = g_ptr_array_index (self->links, i);

      if (link->other == other)
        return link->relation;
    }
  return "related";
}

/**
 * heed_case_new_inverse:
 * @before: the case before @act
 * @act: an act that was done
 * @context: who undoes it, where and when
 *
 * Makes the act that undoes another one. Nothing is taken back: both stay in the ledger.
 *
 * Returns: (transfer full) (nullable): the act; %NULL if @act has no inverse
 */
HeedAct *
heed_case_new_inverse (const HeedCase       *before,
                       const HeedAct        *act,
                       const HeedActContext *context)
{
  const HeedActKind *kind = heed_act_kind_find (act->kind);
  g_autoptr (JsonObject) body = json_object_new ();
  const char *inverse;

  if (kind == NULL || kind->inverse == NULL)
    return NULL;
  inverse = kind->inverse;
  if (g_str_equal (act->kind, "assign"))
    {
      if (before->owner == NULL)
        return NULL;
      json_object_set_string_member (body, "owner", before->owner);
    }
  else if (heed_act_has (act, "flag"))
    json_object_set_string_member (body, "flag", heed_act_get_text (act, "flag"));
  else if (heed_act_has (act, "other"))
    {
      gint64 other = heed_act_get_number (act, "other");

      json_object_set_int_member (body, "other", other);
      if (g_str_equal (kind->inverse, "link"))
        json_object_set_string_member (body, "relation", find_relation (before, other));
    }
  else if (g_str_equal (act->kind, "pause"))
    {
      HeedDate from = heed_act_get_date (act, "from");
      g_autofree char *day =
        heed_date_format (from != HEED_DATE_NONE ? from : heed_act_get_day (act));

      json_object_set_string_member (body, "on", day);
    }
  else if (heed_act_has (act, "situation"))
    {
      json_object_set_string_member (body, "situation", heed_act_get_text (act, "situation"));
      if (heed_act_get_text (act, "text") != NULL)
        json_object_set_string_member (body, "text", heed_act_get_text (act, "text"));
    }
  else if (heed_act_has (act, "item"))
    {
      const char *item = heed_act_get_text (act, "item");

      json_object_set_string_member (body, "item", item);
      if (g_str_equal (act->kind, "untick"))
        inverse = heed_fold_describe_tick (before, item, body);
    }
  else
    json_object_set_string_member (body, "reason", "undo");
  return heed_act_new (inverse, context, act->case_id, 0, body);
}

/**
 * heed_case_get_round:
 * @self: a case
 *
 * Returns: (transfer none): the round it is in
 */
const HeedRound *
heed_case_get_round (const HeedCase *self)
{
  return g_ptr_array_index (self->rounds, self->rounds->len - 1);
}

/**
 * heed_case_get_issue:
 * @self: a case
 * @number: number of an issue, from 1
 *
 * Returns: (transfer none) (nullable): the issue
 */
const HeedIssue *
heed_case_get_issue (const HeedCase *self,
                     guint           number)
{
  return number >= 1 && number <= self->issues->len
           ? g_ptr_array_index (self->issues, number - 1)
           : NULL;
}

/**
 * heed_case_has_flag:
 * @self: a case
 * @flag: a code of the set "flags"
 *
 * Returns: whether the case carries it
 */
gboolean
heed_case_has_flag (const HeedCase *self,
                    const char     *flag)
{
  return flag != NULL &&
         g_ptr_array_find_with_equal_func (self->flags, flag, g_str_equal, NULL);
}

/**
 * heed_case_is_paused:
 * @self: a case
 *
 * Returns: whether its pausable clocks stand still
 */
gboolean
heed_case_is_paused (const HeedCase *self)
{
  const HeedCasePause *last;

  if (self->pauses->len == 0)
    return FALSE;
  last = g_ptr_array_index (self->pauses, self->pauses->len - 1);
  return last->to == HEED_DATE_NONE;
}

/**
 * heed_case_get_promise:
 * @self: a case
 *
 * Returns: (transfer none) (nullable): the reply date that stands in this round
 */
const HeedPromise *
heed_case_get_promise (const HeedCase *self)
{
  return self->promises->len > 0
           ? g_ptr_array_index (self->promises, self->promises->len - 1)
           : NULL;
}

static const HeedIssue *
get_worst_issue (const HeedCase *self)
{
  const HeedIssue *worst = NULL;

  for (guint i = 0; i < self->issues->len; i++)
    {
      const HeedIssue *issue = g_ptr_array_index (self->issues, i);

      if (worst == NULL || issue->severity > worst->severity)
        worst = issue;
    }
  return worst;
}

/**
 * heed_case_get_severity:
 * @self: a case
 *
 * Returns: the highest severity of its issues, 0-3; -1 if none was judged
 */
int
heed_case_get_severity (const HeedCase *self)
{
  const HeedIssue *worst = get_worst_issue (self);

  return worst != NULL ? worst->severity : -1;
}

/**
 * heed_case_get_category:
 * @self: a case
 *
 * Returns: (transfer none) (nullable): the category of its most severe issue
 */
const char *
heed_case_get_category (const HeedCase *self)
{
  const HeedIssue *worst = get_worst_issue (self);

  return worst != NULL ? worst->category : NULL;
}

/**
 * heed_case_get_place:
 * @self: a case
 *
 * Returns: (transfer none) (nullable): where it happened: the case's place, else that of its most
 *   severe issue
 */
const char *
heed_case_get_place (const HeedCase *self)
{
  const HeedIssue *worst = get_worst_issue (self);

  if (self->place != NULL)
    return self->place;
  return worst != NULL ? worst->place : NULL;
}
