/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The acts that add to a case without moving it: contacts, issues, dates, flags, links. */

#include "config.h"

#include "heed-fold-private.h"

#define REFUSE(error, obstacle, fact, value) \
  (heed_case_set_obstacle (error, HEED_CASE_ERROR_NOT_ALLOWED, obstacle, fact, value), FALSE)

void
heed_fold_set_text (char         **field,
                    const HeedAct *act,
                    const char    *fact)
{
  const char *text = heed_act_get_text (act, fact);

  if (text != NULL && *text != '\0')
    g_set_str (field, text);
}

/* A list of codes as one text, separated by spaces; codes have none. */
void
heed_fold_set_codes (char         **field,
                     const HeedAct *act,
                     const char    *fact)
{
  JsonArray *codes = heed_act_get_list (act, fact);
  g_autoptr (GString) text = g_string_new (NULL);

  if (codes == NULL || json_array_get_length (codes) == 0)
    return;
  for (guint i = 0; i < json_array_get_length (codes); i++)
    g_string_append_printf (text, "%s%s", i > 0 ? " " : "",
                            json_array_get_string_element (codes, i));
  g_set_str (field, text->str);
}

void
heed_fold_set_date (HeedDate      *field,
                    const HeedAct *act,
                    const char    *fact)
{
  if (heed_act_has (act, fact))
    *field = heed_act_get_date (act, fact);
}

/* Whether a text is there and not blank. */
gboolean
heed_fold_is_said (const HeedAct *act,
                   const char    *fact)
{
  g_autofree char *text = g_strdup (heed_act_get_text (act, fact));

  return text != NULL && *g_strstrip (text) != '\0';
}

/* The day that a fact names, else the day of the act. */
HeedDate
heed_fold_get_day (const HeedAct *act,
                   const char    *fact)
{
  return heed_act_has (act, fact) ? heed_act_get_date (act, fact) : heed_act_get_day (act);
}

/* What was done cannot have been done after the day on which it is told. */
gboolean
heed_check_not_after (const HeedAct *act,
                      const char    *fact,
                      GError       **error)
{
  if (heed_act_has (act, fact) && heed_act_get_date (act, fact) > heed_act_get_day (act))
    return REFUSE (error, HEED_OBSTACLE_IN_FUTURE, fact, NULL);
  return TRUE;
}

/* What only the ledger and the timeline keep. */
HEED_FOLD (note)
{
}

static void
note_authority (HeedCase *self,
                HeedDate  day)
{
  if (g_strcmp0 (self->authority, "awaited") == 0 && self->authority_asked == HEED_DATE_NONE)
    self->authority_asked = day;
  if (g_strcmp0 (self->authority, "given") == 0 && self->authority_asked != HEED_DATE_NONE
      && self->authority_given == HEED_DATE_NONE)
    self->authority_given = MAX (day, self->authority_asked);
}

/* The patient's permission, and how long it took to come. */
void
heed_fold_set_authority (HeedCase      *self,
                         const HeedAct *act)
{
  heed_fold_set_text (&self->authority, act, "authority");
  note_authority (self, heed_act_get_day (act));
}

/* Amending */

typedef struct
{
  const char *fact;
  gsize       offset;
} Amendable;

static const Amendable amendable[] = {
  { "words", G_STRUCT_OFFSET (HeedCase, words) },
  { "type", G_STRUCT_OFFSET (HeedCase, type) },
  { "channel", G_STRUCT_OFFSET (HeedCase, channel) },
  { "place", G_STRUCT_OFFSET (HeedCase, place) },
  { "happened", G_STRUCT_OFFSET (HeedCase, happened) },
  { "did", G_STRUCT_OFFSET (HeedCase, did) },
  { "relationship", G_STRUCT_OFFSET (HeedCase, relationship) },
  { "authority", G_STRUCT_OFFSET (HeedCase, authority) },
  { "language", G_STRUCT_OFFSET (HeedCase, language) },
  { "format", G_STRUCT_OFFSET (HeedCase, format) },
  { "needs", G_STRUCT_OFFSET (HeedCase, needs) },
  { "plan", G_STRUCT_OFFSET (HeedCase, plan) },
  { "safety", G_STRUCT_OFFSET (HeedCase, safety) },
};

static const Amendable *
find_amendable (const char *fact)
{
  for (guint i = 0; i < G_N_ELEMENTS (amendable); i++)
    if (g_strcmp0 (amendable[i].fact, fact) == 0)
      return &amendable[i];
  return NULL;
}

/**
 * heed_case_dup_fact:
 * @self: a case
 * @fact: name of a fact that the act kind "amend" can change
 *
 * Returns: (transfer full) (nullable): its value as text: an ISO date, "true" or "false", a code,
 *   or UTF-8 text; %NULL if it has none or cannot be amended
 */
char *
heed_case_dup_fact (const HeedCase *self,
                    const char     *fact)
{
  const Amendable *found = find_amendable (fact);

  if (g_strcmp0 (fact, "received") == 0)
    return heed_date_format (self->received);
  if (g_strcmp0 (fact, "interpreter") == 0)
    return g_strdup (self->interpreter ? "true" : "false");
  return found != NULL ? g_strdup (G_STRUCT_MEMBER (char *, self, found->offset)) : NULL;
}

HEED_CHECK (amend)
{
  const char *fact = heed_act_get_text (act, "fact");
  const char *old = heed_act_get_text (act, "old");
  const char *new = heed_act_get_text (act, "new");
  g_autofree char *stands = heed_case_dup_fact (self, fact);

  if (find_amendable (fact) == NULL && g_strcmp0 (fact, "received") != 0 &&
      g_strcmp0 (fact, "interpreter") != 0)
    return REFUSE (error, HEED_OBSTACLE_NOT_AMENDABLE, fact, NULL);
  if (!heed_act_has (act, "old") && stands != NULL && *stands != '\0')
    {
      g_autoptr (GPtrArray) missing = g_ptr_array_new ();

      g_ptr_array_add (missing, (gpointer) "old");
      heed_case_set_missing (error, missing);
      return FALSE;
    }
  if (g_strcmp0 (old != NULL ? old : "", stands != NULL ? stands : "") != 0)
    return REFUSE (error, HEED_OBSTACLE_OLD_VALUE, fact, NULL);
  if (g_strcmp0 (fact, "received") == 0)
    {
      if (heed_date_parse (new) == HEED_DATE_NONE)
        return REFUSE (error, HEED_OBSTACLE_WRONG_TYPE, "new", "date");
      if (heed_date_parse (new) > heed_act_get_day (act))
        return REFUSE (error, HEED_OBSTACLE_IN_FUTURE, "new", NULL);
    }
  return TRUE;
}

/* A concern that becomes a complaint keeps its date and reference; only the day on which it became
 * one is remembered, for the clocks that count from it. */
HEED_FOLD (amend)
{
  const char *fact = heed_act_get_text (act, "fact");
  const char *new = heed_act_get_text (act, "new");
  const Amendable *found = find_amendable (fact);
  HeedRound *run = g_ptr_array_index (self->rounds, self->rounds->len - 1);

  if (g_strcmp0 (fact, "received") == 0)
    {
      HeedDate before = self->received;

      self->received = heed_date_parse (new);
      if (run->number == 1)
        {
          run->formal = run->formal == before ? self->received : run->formal;
          run->received = self->received;
        }
    }
  else if (g_strcmp0 (fact, "interpreter") == 0)
    self->interpreter = g_strcmp0 (new, "true") == 0;
  else
    g_set_str (&G_STRUCT_MEMBER (char *, self, found->offset), new);
  if (g_strcmp0 (fact, "authority") == 0)
    note_authority (self, heed_act_get_day (act));

  if (g_strcmp0 (fact, "type") == 0 && g_strcmp0 (new, "complaint") == 0 &&
      run->formal == HEED_DATE_NONE)
    run->formal = heed_act_get_day (act);
}

HEED_FOLD (person)
{
  heed_fold_set_text (&self->person, act, "person");
  heed_fold_set_text (&self->patient, act, "patient");
  heed_fold_set_text (&self->relationship, act, "relationship");
  heed_fold_set_authority (self, act);
}

/* Only who is named on the case; the store takes away what it holds of them. */
HEED_CHECK (erase)
{
  const char *person = heed_act_get_text (act, "person");

  if (g_strcmp0 (person, self->person) == 0 || g_strcmp0 (person, self->patient) == 0)
    return TRUE;
  return REFUSE (error, HEED_OBSTACLE_NO_SUCH_ITEM, "person", NULL);
}

/* A contact out counts as an update unless it is an attempt or says that nobody was reached. */
HEED_FOLD (contact)
{
  gboolean out = g_strcmp0 (heed_act_get_text (act, "direction"), "out") == 0;
  gboolean attempt = g_strcmp0 (heed_act_get_text (act, "means"), "attempt") == 0;
  gboolean missed = heed_act_has (act, "reached") && !heed_act_get_flag (act, "reached");

  self->n_contacts++;
  heed_fold_set_text (&self->feeling_now, act, "feeling");
  if (out && !attempt && !missed)
    self->last_update = MAX (self->last_update, heed_act_get_day (act));
}

HEED_CHECK (assign)
{
  if (g_strcmp0 (self->owner, heed_act_get_text (act, "owner")) == 0)
    return REFUSE (error, HEED_OBSTACLE_ALREADY, "owner", NULL);
  return TRUE;
}

HEED_FOLD (assign)
{
  heed_fold_set_text (&self->owner, act, "owner");
}

/* Flags */

HEED_CHECK (flag)
{
  if (heed_case_has_flag (self, heed_act_get_text (act, "flag")))
    return REFUSE (error, HEED_OBSTACLE_ALREADY, "flag", heed_act_get_text (act, "flag"));
  return TRUE;
}

HEED_CHECK (unflag)
{
  if (!heed_case_has_flag (self, heed_act_get_text (act, "flag")))
    return REFUSE (error, HEED_OBSTACLE_NOT_SO, "flag", heed_act_get_text (act, "flag"));
  return TRUE;
}

HEED_FOLD (flag)
{
  g_ptr_array_add (self->flags, g_strdup (heed_act_get_text (act, "flag")));
}

HEED_FOLD (unflag)
{
  guint position;

  if (g_ptr_array_find_with_equal_func (self->flags, heed_act_get_text (act, "flag"), g_str_equal,
                                        &position))
    g_ptr_array_remove_index (self->flags, position);
}

/* Promises and pauses */

void
heed_fold_add_promise (HeedCase      *self,
                       const HeedAct *act)
{
  HeedPromise *promise = g_new0 (HeedPromise, 1);

  promise->by = heed_act_get_date (act, "reply_by");
  promise->with_person = heed_act_get_flag (act, "agreed");
  promise->made_by = g_strdup (act->actor);
  promise->made_on = heed_act_get_day (act);
  heed_fold_set_text (&promise->reason, act, "reason");
  g_ptr_array_add (self->promises, promise);
}

/* A second date is an extension and must say why. */
HEED_CHECK (agree)
{
  const char *reason = heed_act_get_text (act, "reason");

  if (heed_act_get_date (act, "reply_by") < heed_act_get_day (act))
    return REFUSE (error, HEED_OBSTACLE_ORDER, "reply_by", NULL);
  if (self->promises->len > 0 && (reason == NULL || *reason == '\0'))
    {
      g_autoptr (GPtrArray) missing = g_ptr_array_new ();

      g_ptr_array_add (missing, (gpointer) "reason");
      heed_case_set_missing (error, missing);
      return FALSE;
    }
  return TRUE;
}

HEED_FOLD (agree)
{
  heed_fold_add_promise (self, act);
}

static HeedCasePause *
get_last_pause (const HeedCase *self)
{
  return self->pauses->len > 0 ? g_ptr_array_index (self->pauses, self->pauses->len - 1) : NULL;
}

HEED_CHECK (pause)
{
  HeedCasePause *last = get_last_pause (self);
  HeedDate from = heed_act_get_date (act, "from");

  if (from == HEED_DATE_NONE)
    from = heed_act_get_day (act);
  if (heed_case_is_paused (self))
    return REFUSE (error, HEED_OBSTACLE_ALREADY, NULL, NULL);
  if (from > heed_act_get_day (act))
    return REFUSE (error, HEED_OBSTACLE_IN_FUTURE, "from", NULL);
  if (from < heed_case_get_round (self)->received)
    return REFUSE (error, HEED_OBSTACLE_BEFORE_RECEIPT, "from", NULL);
  if (last != NULL && from < last->to)
    return REFUSE (error, HEED_OBSTACLE_ORDER, "from", NULL);
  return TRUE;
}

HEED_FOLD (pause)
{
  HeedCasePause *pause = g_new0 (HeedCasePause, 1);

  pause->from = heed_act_get_date (act, "from");
  if (pause->from == HEED_DATE_NONE)
    pause->from = heed_act_get_day (act);
  pause->to = HEED_DATE_NONE;
  pause->by = g_strdup (act->actor);
  heed_fold_set_text (&pause->reason, act, "reason");
  heed_fold_set_text (&pause->note, act, "note");
  g_ptr_array_add (self->pauses, pause);
}

HEED_CHECK (resume)
{
  HeedDate on = heed_act_get_date (act, "on");

  if (!heed_case_is_paused (self))
    return REFUSE (error, HEED_OBSTACLE_NOT_SO, NULL, NULL);
  if (on != HEED_DATE_NONE && on > heed_act_get_day (act))
    return REFUSE (error, HEED_OBSTACLE_IN_FUTURE, "on", NULL);
  if ((on != HEED_DATE_NONE ? on : heed_act_get_day (act)) < get_last_pause (self)->from)
    return REFUSE (error, HEED_OBSTACLE_ORDER, "on", NULL);
  return TRUE;
}

HEED_FOLD (resume)
{
  HeedCasePause *pause = get_last_pause (self);

  pause->to = heed_act_get_date (act, "on");
  if (pause->to == HEED_DATE_NONE)
    pause->to = heed_act_get_day (act);
}

/* Issues and wants */

static void
take_issue_facts (HeedIssue  *issue,
                  JsonObject *facts)
{
  const HeedAct view = { .body = facts };
  gint64 severity = heed_act_get_number (&view, "severity");
  gint64 harm = heed_act_get_number (&view, "harm");

  heed_fold_set_text (&issue->text, &view, "text");
  heed_fold_set_text (&issue->category, &view, "category");
  heed_fold_set_text (&issue->care_stage, &view, "care_stage");
  heed_fold_set_text (&issue->place, &view, "place");
  if (severity >= 0)
    issue->severity = (int) severity;
  if (harm >= 0)
    issue->harm = (int) harm;
  if (heed_act_has (&view, "happened"))
    issue->happened = heed_act_get_date (&view, "happened");
}

void
heed_fold_add_issue (HeedCase   *self,
                     JsonObject *facts)
{
  HeedIssue *issue = heed_issue_new ();

  issue->number = self->issues->len + 1;
  take_issue_facts (issue, facts);
  g_ptr_array_add (self->issues, issue);
}

gboolean
heed_check_number (GPtrArray      *items,
                   const HeedAct  *act,
                   const char     *fact,
                   GError        **error)
{
  gint64 number = heed_act_get_number (act, fact);

  if (number >= 1 && number <= items->len)
    return TRUE;
  return REFUSE (error, HEED_OBSTACLE_NO_SUCH_ITEM, fact, NULL);
}

HEED_CHECK (issue)
{
  return heed_check_number (self->issues, act, "issue", error);
}

HEED_FOLD (issue_add)
{
  heed_fold_add_issue (self, act->body);
}

HEED_FOLD (issue_amend)
{
  take_issue_facts (g_ptr_array_index (self->issues, heed_act_get_number (act, "issue") - 1),
                    act->body);
}

HEED_FOLD (find)
{
  HeedIssue *issue = g_ptr_array_index (self->issues, heed_act_get_number (act, "issue") - 1);

  heed_fold_set_text (&issue->finding, act, "finding");
  heed_fold_set_text (&issue->evidence, act, "evidence");
  heed_fold_set_text (&issue->should_have, act, "should_have");
  heed_fold_set_codes (&issue->factors, act, "factors");
}

HEED_CHECK (want_done)
{
  return heed_check_number (self->wants, act, "number", error);
}

HEED_FOLD (want_done)
{
  HeedWant *want = g_ptr_array_index (self->wants, heed_act_get_number (act, "number") - 1);

  want->done = heed_fold_get_day (act, "done");
}

/* Links and holds */

static HeedLink *
find_link (const HeedCase *self,
           gint64          other,
           guint          *position)
{
  for (guint i = 0; i < self->links->len; i++)
    {
      HeedLink *link = g_ptr_array_index (self->links, i);

      if (link->other == other)
        {
          *position = i;
          return link;
        }
    }
  return NULL;
}

/* A merge: this case is the same complaint as the other one and ends here. Only an open case can
 * be merged, and it can be undone as long as nothing reopened it. */
HEED_CHECK (link)
{
  gint64 other = heed_act_get_number (act, "other");
  gboolean merge = g_strcmp0 (heed_act_get_text (act, "relation"), "duplicate") == 0;
  guint position;

  if (other == self->id)
    return REFUSE (error, HEED_OBSTACLE_SELF, "other", NULL);
  if (find_link (self, other, &position) != NULL)
    return REFUSE (error, HEED_OBSTACLE_ALREADY, "other", NULL);
  if (merge && self->stage == HEED_STAGE_CLOSED)
    return REFUSE (error, HEED_OBSTACLE_STAGE, act->kind, heed_stage_get_name (self->stage));
  return TRUE;
}

HEED_CHECK (unlink)
{
  guint position;

  if (find_link (self, heed_act_get_number (act, "other"), &position) == NULL)
    return REFUSE (error, HEED_OBSTACLE_NOT_SO, "other", NULL);
  return TRUE;
}

HEED_FOLD (link)
{
  HeedRound *run = g_ptr_array_index (self->rounds, self->rounds->len - 1);
  HeedLink *link = g_new0 (HeedLink, 1);

  link->other = heed_act_get_number (act, "other");
  heed_fold_set_text (&link->relation, act, "relation");
  g_ptr_array_add (self->links, link);
  if (g_strcmp0 (link->relation, "duplicate") != 0)
    return;

  self->duplicate_of = link->other;
  self->merged_from = self->stage;
  self->stage = HEED_STAGE_CLOSED;
  g_set_str (&self->ending, "duplicate");
  g_set_str (&run->ending, "duplicate");
  run->closed = heed_act_get_day (act);
}

HEED_FOLD (unlink)
{
  HeedRound *run = g_ptr_array_index (self->rounds, self->rounds->len - 1);
  gint64 other = heed_act_get_number (act, "other");
  guint position;

  if (find_link (self, other, &position) == NULL)
    return;
  g_ptr_array_remove_index (self->links, position);
  if (self->duplicate_of != other)
    return;

  self->duplicate_of = 0;
  self->stage = self->merged_from;
  g_clear_pointer (&self->ending, g_free);
  g_clear_pointer (&run->ending, g_free);
  run->closed = HEED_DATE_NONE;
}

HEED_CHECK (hold)
{
  return self->hold ? REFUSE (error, HEED_OBSTACLE_ALREADY, NULL, NULL) : TRUE;
}

HEED_CHECK (release)
{
  return self->hold ? TRUE : REFUSE (error, HEED_OBSTACLE_NOT_SO, NULL, NULL);
}

HEED_FOLD (hold)
{
  self->hold = TRUE;
}

HEED_FOLD (release)
{
  self->hold = FALSE;
}
