/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What can be done with a case: one table from actions to act kinds. Whether an act is allowed is
 * asked of the case, never decided here. */

#include "config.h"

#include "casefile/heed-case-page-private.h"
#include "casefile/heed-conflict.h"
#include "casefile/heed-kept-view.h"
#include "casefile/heed-places-dialog.h"
#include "casefile/heed-stage-dialog.h"
#include "export/heed-export-dialog.h"
#include "heed-printing.h"
#include "heed-sheet.h"
#include "heed-words.h"

/**
 * ActAction:
 * @action: name of the action
 * @kind: the act kind it leads to
 * @title: title of the dialog
 * @button: label of its button
 * @fact: (nullable): name of a fact that is settled
 * @value: (nullable): its value
 * @number: (nullable): name of the fact that the action's parameter gives
 */
typedef struct
{
  const char *action;
  const char *kind;
  const char *title;
  const char *button;
  const char *fact;
  const char *value;
  const char *number;
} ActAction;

static const ActAction act_actions[] = {
  { "case.note", "note", N_ ("Write a Note"), N_ ("Add Note") },
  { "case.call", "contact", N_ ("Record a Call"), N_ ("Add Call"), "means", "call" },
  { "case.letter", "contact", N_ ("Record a Letter"), N_ ("Add Letter"), "means", "letter" },
  { "case.meeting", "contact", N_ ("Record a Meeting"), N_ ("Add Meeting"), "means", "meeting" },
  { "case.assign", "assign", N_ ("Assign"), N_ ("Assign") },
  { "case.pause", "pause", N_ ("Pause the Clock"), N_ ("Pause") },
  { "case.resume", "resume", N_ ("Resume the Clock"), N_ ("Resume") },
  { "case.listened", "listened", N_ ("Finish Listening"), N_ ("Finish Listening") },
  { "case.acknowledge", "acknowledge", N_ ("Acknowledge"), N_ ("Acknowledge") },
  { "case.resolve", "resolve", N_ ("Record Resolution"), N_ ("Record Resolution") },
  { "case.close", "close", N_ ("Close the Case"), N_ ("Close Case") },
  { "case.reopen", "reopen", N_ ("Reopen the Case"), N_ ("Reopen") },
  { "case.agree", "agree", N_ ("Agree a Date"), N_ ("Record Date") },
  { "case.needs", "needs", N_ ("Communication Needs"), N_ ("Save") },
  { "case.interpreter", "interpreter", N_ ("Interpreter"), N_ ("Save") },
  { "case.needs-shared", "needs-step", N_ ("Shared with Those Who Meet Them"), N_ ("Mark as Done"),
    "step", "share" },
  { "case.needs-met", "needs-step", N_ ("Done as They Need It"), N_ ("Mark as Done"), "step",
    "meet" },
  { "case.needs-reviewed", "needs-step", N_ ("Asked Again"), N_ ("Mark as Done"), "step",
    "review" },
  { "case.flag", "flag", N_ ("Add a Flag"), N_ ("Add Flag") },
  { "case.unflag", "unflag", N_ ("Remove a Flag"), N_ ("Remove Flag") },
  { "case.remedy", "remedy", N_ ("Put Something Right"), N_ ("Add Remedy") },
  { "case.update-remedy", "remedy", N_ ("How the Remedy Stands"), N_ ("Save"), NULL, NULL, "number" },
  { "case.learn", "learn", N_ ("What We Will Change"), N_ ("Add Action") },
  { "case.learn-amend", "learn-amend", N_ ("Change an Action"), N_ ("Change"), NULL, NULL,
    "number" },
  { "case.learn-drop", "learn-drop", N_ ("Drop an Action"), N_ ("Drop Action"), NULL, NULL,
    "number" },
  { "case.add-proof", "learned", N_ ("Proof That It Was Done"), N_ ("Add Proof"), NULL, NULL,
    "number" },
  { "case.learning-check", "learning-check", N_ ("Does It Work?"), N_ ("Save"), NULL, NULL,
    "number" },
  { "case.learning-told", "learning-told", N_ ("The Person Was Told"), N_ ("Save"), NULL, NULL,
    "number" },
  { "case.apologise", "apologise", N_ ("Record an Apology"), N_ ("Record Apology") },
  { "case.thank", "thank", N_ ("Thank the Person"), N_ ("Record Thanks") },
  { "case.pass-on", "pass-on", N_ ("Pass Thanks to a Team"), N_ ("Pass On") },
  { "case.answer", "answer", N_ ("Answer and Close"), N_ ("Answer and Close") },
  { "case.feedback-consent", "feedback-consent", N_ ("They May Be Asked"), N_ ("Save") },
  { "case.feedback-ask", "feedback-ask", N_ ("Ask How It Went"), N_ ("Mark as Asked") },
  { "case.feedback", "feedback", N_ ("Record Feedback"), N_ ("Record Feedback") },
  { "case.feedback-decline", "feedback-decline", N_ ("No Feedback"), N_ ("Save") },
  { "case.review", "review", N_ ("Look Back at the Case"), N_ ("Look Back") },
  { "case.ombudsman-refer", "ombudsman-refer", N_ ("Referred to the Ombudsman"), N_ ("Record") },
  { "case.ombudsman-update", "ombudsman-update", N_ ("News from the Ombudsman"), N_ ("Save") },
  { "case.ombudsman-decide", "ombudsman-decide", N_ ("The Ombudsman’s Decision"), N_ ("Record") },
  { "case.recommend", "recommend", N_ ("Add a Recommendation"), N_ ("Add Recommendation") },
  { "case.recommend-met", "recommend-met", N_ ("Recommendation Met"), N_ ("Mark as Met"), NULL,
    NULL, "number" },
  { "case.learned", "learned", N_ ("Action Done"), N_ ("Mark as Done"), NULL, NULL, "number" },
  { "case.add-issue", "issue-add", N_ ("Add an Issue"), N_ ("Add Issue") },
  { "case.amend-issue", "issue-amend", N_ ("Change an Issue"), N_ ("Change"), NULL, NULL, "issue" },
  { "case.find", "find", N_ ("Record a Finding"), N_ ("Record Finding"), NULL, NULL, "issue" },
  { "case.withdraw", "withdraw", N_ ("Withdrawn by the Person"), N_ ("Withdraw") },
  { "case.transfer", "transfer", N_ ("Transfer to Others"), N_ ("Transfer") },
  { "case.not-accept", "not-accept", N_ ("Do Not Accept"), N_ ("Do Not Accept") },
  { "case.settle", "settle", N_ ("Settled on the Spot"), N_ ("Settle") },
  { "case.link", "link", N_ ("Link to Another Case"), N_ ("Link") },
  { "case.unlink", "unlink", N_ ("Remove a Link"), N_ ("Remove Link") },
  { "case.hold", "hold", N_ ("Put on Legal Hold"), N_ ("Hold") },
  { "case.release", "release", N_ ("Release the Hold"), N_ ("Release") },
};

static const ActAction *
find_action (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (act_actions); i++)
    if (g_str_equal (act_actions[i].action, name))
      return &act_actions[i];
  return NULL;
}

static void
set_text (JsonObject *facts,
          const char *name,
          const char *text)
{
  if (text != NULL)
    json_object_set_string_member (facts, name, text);
}

static void
set_date (JsonObject *facts,
          const char *name,
          HeedDate    date)
{
  g_autofree char *text = date != HEED_DATE_NONE ? heed_date_format (date) : NULL;

  set_text (facts, name, text);
}

static void
fill_needs (HeedCase   *state,
            JsonObject *first)
{
  JsonArray *support = json_array_new ();

  for (guint i = 0; i < state->support->len; i++)
    json_array_add_string_element (support, state->support->pdata[i]);
  json_object_set_array_member (first, "support", support);
  set_text (first, "language", state->language);
  json_object_set_boolean_member (first, "interpreter", state->interpreter);
  set_text (first, "format", state->format);
  set_text (first, "needs", state->needs);
  set_text (first, "contact_when", state->contact_when);
  set_date (first, "no_contact_from", state->no_contact_from);
  set_date (first, "no_contact_to", state->no_contact_to);
  set_text (first, "no_contact_why", state->no_contact_why);
  json_object_set_boolean_member (first, "needs_asked", state->needs_asked);
}

/* What the person sees when the same act comes back at once: its wording is theirs already. */
static void
fill_first (HeedCasePage    *self,
            const ActAction *action,
            gint64           number,
            JsonObject      *first)
{
  HeedCase        *state = self->file->state;
  const HeedIssue *issue;
  g_autofree char *today = heed_date_format (heed_session_get_today (self->session));

  if (g_str_equal (action->kind, "contact"))
    {
      json_object_set_string_member (first, "direction", "out");
      json_object_set_boolean_member (first, "reached", TRUE);
    }
  else if (g_str_equal (action->kind, "acknowledge"))
    {
      json_object_set_string_member (
          first, "owner",
          state->owner != NULL ? state->owner : heed_session_get_user (self->session));
      if (state->plan != NULL)
        json_object_set_string_member (first, "plan", state->plan);
    }
  else if (g_str_equal (action->kind, "needs"))
    fill_needs (state, first);
  else if (g_str_equal (action->kind, "pause"))
    json_object_set_string_member (first, "from", today);
  else if (g_str_equal (action->kind, "resume"))
    json_object_set_string_member (first, "on", today);
  else if (g_str_equal (action->action, "case.learned"))
    json_object_set_string_member (first, "done", today);
  else if (g_str_equal (action->kind, "feedback"))
    json_object_set_string_member (first, "way", "phone");
  else if (g_str_equal (action->kind, "ombudsman-refer"))
    set_text (first, "body", heed_profile_get_next_body (heed_session_get_profile (self->session)));
  else if (g_strcmp0 (action->number, "issue") == 0
           && (issue = heed_case_get_issue (state, (guint) number)) != NULL)
    {
      if (issue->text != NULL)
        json_object_set_string_member (first, "text", issue->text);
      if (issue->category != NULL)
        json_object_set_string_member (first, "category", issue->category);
      if (issue->severity >= 0)
        json_object_set_int_member (first, "severity", issue->severity);
      if (issue->place != NULL)
        json_object_set_string_member (first, "place", issue->place);
      if (issue->finding != NULL)
        json_object_set_string_member (first, "finding", issue->finding);
      if (issue->evidence != NULL)
        json_object_set_string_member (first, "evidence", issue->evidence);
    }
}

static void
undo_cb (HeedCasePage *self)
{
  g_autoptr (HeedAct) undo = g_steal_pointer (&self->undo);

  if (undo != NULL)
    heed_case_page_perform (self, undo);
}

/* The case as it stood just before an act of its own; others may have acted since it was shown. */
static HeedCase *
dup_before (HeedCasePage  *self,
            const HeedAct *act)
{
  g_autoptr (GPtrArray) acts = g_ptr_array_new ();
  HeedCase *before = NULL;

  for (guint i = 0; i < self->file->acts->len; i++)
    {
      HeedAct *each = self->file->acts->pdata[i];

      if (g_str_equal (each->id, act->id))
        {
          before = heed_case_fold (acts, heed_session_get_rules (self->session), NULL);
          break;
        }
      g_ptr_array_add (acts, each);
    }
  if (before != NULL)
    before->id = self->case_id;
  return before;
}

/* Tells what was done, with a way to undo it, once the case is shown as it is after it. */
void
heed_case_page_show_done (HeedCasePage *self)
{
  HeedActContext context = heed_session_get_context (self->session);
  g_autoptr (HeedCase) before = self->done != NULL ? dup_before (self, self->done) : NULL;
  g_autoptr (HeedAct) act = NULL;
  g_autofree char *what = NULL;
  g_autofree char *title = NULL;
  AdwToast        *toast;

  if (before == NULL)
    return;
  act = g_steal_pointer (&self->done);
  what = heed_words_act (act, heed_session_get_rules (self->session),
                         heed_case_page_get_name (self));
  /* Translators: %s is what was done, as in "wrote a note". */
  title = g_strdup_printf (_ ("You %s"), what);
  toast = adw_toast_new ("");
  g_clear_pointer (&self->undo, heed_act_unref);
  self->undo = heed_case_new_inverse (before, act, &context);
  adw_toast_set_use_markup (toast, FALSE);
  adw_toast_set_title (toast, title);
  if (self->undo != NULL)
    {
      adw_toast_set_button_label (toast, _ ("Undo"));
      adw_toast_set_timeout (toast, 10);
      g_signal_connect_object (toast, "button-clicked", G_CALLBACK (undo_cb), self,
                               G_CONNECT_SWAPPED);
    }
  adw_toast_overlay_add_toast (self->toasts, toast);
}

static void
performed_act_cb (HeedCasePage *self,
                  HeedAct      *act)
{
  if (self->session == NULL || self->file == NULL)
    return;
  g_clear_pointer (&self->done, heed_act_unref);
  self->done = heed_act_ref (act);
  heed_case_page_show_done (self);
}

typedef struct
{
  HeedCasePage *page;
  HeedAct      *act;
} Performing;

static void
performing_free (Performing *performing)
{
  g_clear_object (&performing->page);
  g_clear_pointer (&performing->act, heed_act_unref);
  g_free (performing);
}

static void
conflict_answered_cb (GObject      *source,
                      GAsyncResult *result,
                      gpointer      user_data)
{
  Performing *performing = user_data;

  if (heed_conflict_ask_finish (source, result) && performing->page->session != NULL)
    heed_case_page_perform (performing->page, performing->act);
  performing_free (performing);
}

static void
performed_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  Performing   *performing = user_data;
  HeedCasePage *self = performing->page;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) cases = heed_store_perform_finish (HEED_STORE (source), result, &error);

  if (self->session == NULL || self->file == NULL)
    ;
  else if (cases != NULL)
    performed_act_cb (self, performing->act);
  else if (g_error_matches (error, HEED_STORE_ERROR, HEED_STORE_ERROR_CONFLICT))
    {
      HeedActContext context = heed_session_get_context (self->session);
      HeedAct       *act = performing->act;
      g_autoptr (GPtrArray) mine = g_ptr_array_new ();

      performing->act = heed_act_new (act->kind, &context, act->case_id,
                                      heed_conflict_get_seen (error), act->body);
      heed_act_unref (act);
      g_ptr_array_add (mine, performing->act);
      heed_conflict_ask (GTK_WIDGET (self), self->session, mine, error, conflict_answered_cb,
                         performing);
      return;
    }
  else
    heed_case_page_show_error (self, error);
  performing_free (performing);
}

/* Performs an act that needs no dialog. */
void
heed_case_page_perform (HeedCasePage *self,
                        HeedAct      *act)
{
  g_autoptr (GPtrArray) acts = g_ptr_array_new_with_free_func ((GDestroyNotify) heed_act_unref);
  Performing *performing = g_new0 (Performing, 1);

  performing->page = g_object_ref (self);
  performing->act = heed_act_ref (act);
  g_ptr_array_add (acts, heed_act_ref (act));
  heed_store_perform_async (heed_session_get_store (self->session), acts, performed_cb, performing);
}

static void
act_action (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  HeedCasePage    *self = HEED_CASE_PAGE (widget);
  const ActAction *action = find_action (name);
  g_autoptr (JsonObject) fixed = json_object_new ();
  g_autoptr (JsonObject) first = json_object_new ();
  g_autofree char     *draft = NULL;
  gint64               number = parameter != NULL ? g_variant_get_int32 (parameter) : 0;
  HeedStageDialogSetup setup = { 0 };
  AdwDialog           *dialog;

  if (self->file == NULL)
    return;
  if (action->fact != NULL)
    json_object_set_string_member (fixed, action->fact, action->value);
  if (action->number != NULL)
    json_object_set_int_member (fixed, action->number, number);
  fill_first (self, action, number, first);
  draft = action->number != NULL
              ? g_strdup_printf ("%s %" G_GINT64_FORMAT, action->kind, number)
              : g_strdup (action->action + strlen ("case."));
  setup.kind = action->kind;
  setup.title = _ (action->title);
  setup.button = _ (action->button);
  setup.draft = draft;
  setup.fixed = fixed;
  setup.first = first;
  if (g_str_equal (action->kind, "review"))
    setup.above = heed_kept_view_new (self->session, self->file->state);
  dialog = heed_stage_dialog_new (self->session, self->file->state, &setup);
  g_signal_connect_object (dialog, "performed", G_CALLBACK (performed_act_cb), self,
                           G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, widget);
}

static void
place_told_cb (HeedCasePage *self,
               HeedAct      *act)
{
  if (self->session != NULL && self->file != NULL)
    heed_case_page_perform (self, act);
}

static void
places_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  HeedCasePage *self = HEED_CASE_PAGE (widget);
  AdwDialog    *dialog;

  if (self->file == NULL)
    return;
  dialog = heed_places_dialog_new (self->session, self->file->state);
  g_signal_connect_object (dialog, "told", G_CALLBACK (place_told_cb), self, G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, widget);
}

/* In large print: nobody who is upset should have to ask for it. */
static void
export_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  HeedCasePage *self = HEED_CASE_PAGE (widget);

  if (self->file == NULL)
    return;
  adw_dialog_present (heed_export_dialog_new (self->session, NULL, NULL, self->file->state->reference),
                      widget);
}

static void
sheet_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  HeedCasePage    *self = HEED_CASE_PAGE (widget);
  g_autofree char *organisation = NULL;
  g_autofree char *contact = NULL;
  g_autoptr (HeedDocument) document = NULL;
  HeedSender sender;

  if (self->file == NULL)
    return;
  organisation = g_strdup (heed_session_get_organisation (self->session));
  contact = g_strdup (heed_session_get_contact (self->session));
  sender = (HeedSender) { organisation, contact };
  document = heed_sheet_new (self->file, heed_session_get_rules (self->session), &sender,
                             heed_session_get_today (self->session));
  heed_printing_print (widget, document, TRUE);
}

static void
want_done_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  HeedCasePage  *self = HEED_CASE_PAGE (widget);
  HeedActContext context;
  g_autoptr (JsonObject) body = json_object_new ();
  g_autoptr (HeedAct) act = NULL;
  g_autofree char *today = NULL;

  if (self->file == NULL)
    return;
  context = heed_session_get_context (self->session);
  today = heed_date_format (heed_session_get_today (self->session));
  json_object_set_int_member (body, "number", g_variant_get_int32 (parameter));
  json_object_set_string_member (body, "done", today);
  act = heed_act_new ("want-done", &context, self->case_id, self->file->state->seq, body);
  heed_case_page_perform (self, act);
}

/* Opens the page on which a letter is written. */
static void
write_letter_action (GtkWidget  *widget,
                     const char *name,
                     GVariant   *parameter)
{
  HeedCasePage *self = HEED_CASE_PAGE (widget);

  if (self->file != NULL)
    gtk_widget_activate_action (widget, "win.write-letter", "(xs)", self->case_id,
                                g_variant_get_string (parameter, NULL));
}

/* Thanks and ideas have steps of their own; what comes next of a closed case is to ask, and to look
 * back where something was amiss. */
static const char *
get_primary_after (HeedCase *state)
{
  const HeedFeedback *said = heed_case_get_feedback (state);
  gboolean            answered = g_strcmp0 (state->ending, "resolved") == 0
                      || g_strcmp0 (state->ending, "settled") == 0;

  if (heed_case_allows (state, "answer"))
    return "case.answer";
  if (state->stage != HEED_STAGE_CLOSED && g_strcmp0 (state->type, "compliment") == 0)
    return state->thanked == HEED_DATE_NONE && state->person != NULL ? "case.thank"
                                                                     : "case.pass-on";
  if (state->stage != HEED_STAGE_CLOSED || !answered)
    return NULL;
  if (heed_case_may_ask_feedback (state)
      && (g_strcmp0 (state->type, "complaint") == 0 || g_strcmp0 (state->type, "concern") == 0))
    return "case.feedback";
  if (heed_case_get_review (state) == NULL
      && (state->rounds->len > 1 || (said != NULL && heed_feedback_is_low (said))))
    return "case.review";
  return NULL;
}

static const char *
get_primary (HeedCase *state)
{
  const HeedRound *round = heed_case_get_round (state);
  const char      *after = get_primary_after (state);

  if (after != NULL)
    return after;

  switch (state->stage)
    {
    case HEED_STAGE_LISTEN:
      return "case.listened";
    case HEED_STAGE_ACKNOWLEDGE:
      return "case.acknowledge";
    case HEED_STAGE_RESOLVE:
      return round != NULL && round->resolved != HEED_DATE_NONE ? "case.close" : "case.resolve";
    case HEED_STAGE_CLOSED:
    default:
      return "case.reopen";
    }
}

void
heed_case_page_install_actions (GtkWidgetClass *widget_class)
{
  for (guint i = 0; i < G_N_ELEMENTS (act_actions); i++)
    gtk_widget_class_install_action (widget_class, act_actions[i].action,
                                     act_actions[i].number != NULL ? "i" : NULL, act_action);
  gtk_widget_class_install_action (widget_class, "case.want-done", "i", want_done_action);
  gtk_widget_class_install_action (widget_class, "case.write-letter", "s", write_letter_action);
  gtk_widget_class_install_action (widget_class, "case.sheet", NULL, sheet_action);
  gtk_widget_class_install_action (widget_class, "case.export", NULL, export_action);
  gtk_widget_class_install_action (widget_class, "case.places", NULL, places_action);
}

/* The one place that decides which actions can be used now. */
void
heed_case_page_update_actions (HeedCasePage *self)
{
  HeedCase        *state = self->file->state;
  gboolean         is_paused = heed_case_is_paused (state);
  const char      *primary = get_primary (state);
  g_autofree char *label = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (act_actions); i++)
    {
      const char *kind = act_actions[i].kind;
      gboolean    enabled = heed_case_allows (state, kind);

      if (g_str_equal (kind, "unflag"))
        enabled = enabled && state->flags->len > 0;
      else if (g_str_equal (kind, "unlink"))
        enabled = enabled && state->links->len > 0;
      else if (g_str_equal (kind, "hold"))
        enabled = enabled && !state->hold;
      else if (g_str_equal (kind, "release"))
        enabled = enabled && state->hold;
      gtk_widget_action_set_enabled (GTK_WIDGET (self), act_actions[i].action, enabled);
    }
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "case.want-done",
                                 heed_case_allows (state, "want-done"));

  /* Translators: %s is what a button does; the dots say that it asks first. */
  label = g_strdup_printf (_ ("%s…"), _ (find_action (primary)->button));
  gtk_button_set_label (self->primary_button, label);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->primary_button), primary);
  gtk_button_set_label (self->pause_button, is_paused ? _ ("Resume…") : _ ("Pause…"));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->pause_button),
                               is_paused ? _ ("Let the clock run again")
                                         : _ ("Stop the clock for a while"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->pause_button),
                                  is_paused ? "case.resume" : "case.pause");
}
