/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The one dialog in which the facts of an act are entered, whatever its kind. What a step still
 * lacks is asked for in the same dialog, and what was typed is never cleared: it is kept as a
 * draft until the act is stored. */

#include "config.h"

#include "casefile/heed-stage-dialog.h"

#include "casefile/heed-conflict.h"
#include "casefile/heed-fact-form.h"
#include "heed-guide-progress.h"
#include "heed-words.h"

#define DRAFT_DELAY_MS 1000

struct _HeedStageDialog
{
  AdwDialog parent_instance;

  /* template */
  AdwWindowTitle *window_title;
  AdwBanner      *banner;
  GtkButton      *perform_button;
  GtkBox         *forms_box;
  GtkLabel       *saved_label;

  /* owned */
  HeedSession *session;
  HeedCase    *state;
  char        *kind;
  char        *draft;
  GPtrArray   *forms; /* HeedFactForm, the step's own last; borrowed from the box */

  /* flags */
  guint draft_timeout;
  guint seen_seq;
  guint is_busy : 1;
  guint is_done : 1;
  guint is_dirty : 1;
};

G_DEFINE_FINAL_TYPE (HeedStageDialog, heed_stage_dialog, ADW_TYPE_DIALOG)

enum
{
  SIGNAL_PERFORMED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static HeedFactForm *
get_own_form (HeedStageDialog *self)
{
  return self->forms->pdata[self->forms->len - 1];
}

static void
draft_saved_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (HeedStageDialog) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!heed_store_save_draft_finish (HEED_STORE (source), result, &error))
    {
      g_autofree char *text = heed_words_error (error);

      gtk_label_set_text (self->saved_label, text);
    }
  else if (!self->is_done)
    {
      gint64 instant = heed_session_get_now (self->session);
      g_autoptr (GDateTime) now = g_date_time_new_from_unix_utc_usec (instant);
      g_autoptr (GDateTime) local = g_date_time_to_timezone (now,
                                                             heed_session_get_zone (self->session));
      g_autofree char *time = g_date_time_format (local, "%H:%M:%S");
      /* Translators: %s is a time of day. */
      g_autofree char *text = g_strdup_printf (_ ("Saved %s"), time);

      gtk_label_set_text (self->saved_label, text);
    }
}

static void
save_draft (HeedStageDialog *self)
{
  g_autofree char *text = NULL;

  g_clear_handle_id (&self->draft_timeout, g_source_remove);
  if (!self->is_dirty && !self->is_done)
    return;
  self->is_dirty = FALSE;
  if (!self->is_done && !heed_fact_form_is_blank (get_own_form (self)))
    {
      g_autoptr (JsonObject) body = heed_fact_form_collect (get_own_form (self));

      text = heed_json_object_to_text (body);
    }
  heed_store_save_draft_async (heed_session_get_store (self->session), self->state->id,
                               heed_session_get_user (self->session), self->draft, text,
                               heed_session_get_now (self->session), draft_saved_cb,
                               g_object_ref (self));
}

static gboolean
draft_timeout_cb (gpointer user_data)
{
  HeedStageDialog *self = user_data;

  self->draft_timeout = 0;
  save_draft (self);
  return G_SOURCE_REMOVE;
}

static void
form_changed_cb (HeedStageDialog *self)
{
  self->is_dirty = TRUE;
  g_clear_handle_id (&self->draft_timeout, g_source_remove);
  self->draft_timeout = g_timeout_add (DRAFT_DELAY_MS, draft_timeout_cb, self);
}

static void
add_form (HeedStageDialog   *self,
          const char        *kind,
          const char        *title,
          JsonObject        *fixed,
          const char *const *hidden,
          gboolean           is_own)
{
  HeedFactForm    *form = heed_fact_form_new (self->session, kind, fixed, hidden);
  g_autofree char *escaped = title != NULL ? g_markup_escape_text (title, -1) : NULL;

  if (escaped != NULL)
    adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (form), escaped);
  if (is_own)
    {
      g_ptr_array_add (self->forms, form);
      gtk_box_append (self->forms_box, GTK_WIDGET (form));
    }
  else
    {
      g_ptr_array_insert (self->forms, (int) self->forms->len - 1, form);
      gtk_box_prepend (self->forms_box, GTK_WIDGET (form));
    }
  g_signal_connect_object (form, "changed", G_CALLBACK (form_changed_cb), self,
                           G_CONNECT_SWAPPED);
}

static gboolean
has_form (HeedStageDialog *self,
          const char      *kind)
{
  for (guint i = 0; i + 1 < self->forms->len; i++)
    if (g_str_equal (heed_fact_form_get_kind (self->forms->pdata[i]), kind))
      return TRUE;
  return FALSE;
}

static void
add_finding_forms (HeedStageDialog *self)
{
  for (guint i = self->state->issues->len; i > 0; i--)
    {
      const HeedIssue *issue = self->state->issues->pdata[i - 1];
      g_autoptr (JsonObject) fixed = NULL;
      /* Translators: the number of an issue and its text. */
      g_autofree char *title = g_strdup_printf (_ ("Issue %u: %s"), issue->number, issue->text);

      if (issue->finding != NULL)
        continue;
      fixed = json_object_new ();
      json_object_set_int_member (fixed, "issue", issue->number);
      add_form (self, "find", title, fixed, NULL, FALSE);
    }
}

static gboolean
holds_fact (HeedStageDialog *self,
            const char      *name)
{
  const HeedFactSpec *spec = heed_act_kind_find (self->kind)->facts;

  for (; spec->name != NULL; spec++)
    if (g_str_equal (spec->name, name))
      return TRUE;
  return FALSE;
}

/* What the step lacks and cannot hold itself is asked for as the act that brings it. */
static void
add_missing_forms (HeedStageDialog *self,
                   char           **missing)
{
  static const char *const hidden[] = { "care_stage", "harm", NULL };

  for (guint i = 0; missing != NULL && missing[i] != NULL; i++)
    {
      if (holds_fact (self, missing[i]))
        continue;
      if (g_str_has_prefix (missing[i], "issue") && !has_form (self, "issue-add"))
        add_form (self, "issue-add", _ ("What It Is About"), NULL, hidden, FALSE);
      else if (g_str_has_prefix (missing[i], "finding") && !has_form (self, "find"))
        add_finding_forms (self);
      else if (g_str_has_prefix (missing[i], "learn") && !has_form (self, "learn"))
        add_form (self, "learn", _ ("What We Learned"), NULL, NULL, FALSE);
    }
}

static GPtrArray *
make_acts (HeedStageDialog *self)
{
  GPtrArray     *acts = g_ptr_array_new_with_free_func ((GDestroyNotify) heed_act_unref);
  HeedActContext context = heed_session_get_context (self->session);

  for (guint i = 0; i < self->forms->len; i++)
    {
      HeedFactForm *form = self->forms->pdata[i];
      g_autoptr (JsonObject) body = NULL;

      if (form != get_own_form (self) && heed_fact_form_is_blank (form))
        continue;
      body = heed_fact_form_collect (form);
      g_ptr_array_add (acts, heed_act_new (heed_fact_form_get_kind (form), &context,
                                           self->state->id, self->seen_seq, body));
    }
  return acts;
}

typedef struct
{
  HeedStageDialog *self;
  GPtrArray       *acts;
} Performing;

static void perform (HeedStageDialog *self);

static void
conflict_answered_cb (GObject      *source,
                      GAsyncResult *result,
                      gpointer      user_data)
{
  g_autoptr (HeedStageDialog) self = user_data;

  if (heed_conflict_ask_finish (source, result))
    perform (self);
  else
    adw_dialog_close (ADW_DIALOG (self));
}

static void
show_error (HeedStageDialog *self,
            GPtrArray       *acts,
            const GError    *error)
{
  g_autofree char *text = heed_words_error (error);

  if (g_error_matches (error, HEED_STORE_ERROR, HEED_STORE_ERROR_CONFLICT))
    {
      self->seen_seq = MAX (self->seen_seq, heed_conflict_get_seen (error));
      heed_conflict_ask (GTK_WIDGET (self), self->session, acts, error, conflict_answered_cb,
                         g_object_ref (self));
      return;
    }

  if (g_error_matches (error, HEED_CASE_ERROR, HEED_CASE_ERROR_MISSING_FACTS))
    {
      char **missing = heed_case_error_get_missing (error);

      add_missing_forms (self, missing);
      for (guint i = 0; i < self->forms->len; i++)
        heed_fact_form_mark (self->forms->pdata[i], missing);
    }
  adw_banner_set_title (self->banner, text);
  adw_banner_set_revealed (self->banner, TRUE);
  gtk_accessible_announce (GTK_ACCESSIBLE (self->banner), text,
                           GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_HIGH);
}

static void
performed_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  Performing *performing = user_data;
  g_autoptr (HeedStageDialog) self = performing->self;
  g_autoptr (GPtrArray) acts = performing->acts;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) cases = heed_store_perform_finish (HEED_STORE (source), result, &error);

  g_free (performing);
  self->is_busy = FALSE;
  gtk_widget_set_sensitive (GTK_WIDGET (self->perform_button), TRUE);
  if (cases == NULL)
    {
      show_error (self, acts, error);
      return;
    }
  self->is_done = TRUE;
  save_draft (self);
  g_signal_emit (self, signals[SIGNAL_PERFORMED], 0, acts->pdata[acts->len - 1]);
  adw_dialog_force_close (ADW_DIALOG (self));
}

static void
perform (HeedStageDialog *self)
{
  Performing *performing;

  if (self->is_busy || self->is_done)
    return;
  self->is_busy = TRUE;
  gtk_widget_set_sensitive (GTK_WIDGET (self->perform_button), FALSE);
  adw_banner_set_revealed (self->banner, FALSE);

  performing = g_new0 (Performing, 1);
  performing->self = g_object_ref (self);
  performing->acts = make_acts (self);
  heed_store_perform_async (heed_session_get_store (self->session), performing->acts, performed_cb,
                            performing);
}

static void
draft_loaded_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr (HeedStageDialog) self = user_data;
  g_autofree char *text = heed_store_load_draft_finish (HEED_STORE (source), result, NULL);
  g_autoptr (JsonNode) node = NULL;

  /* What is being typed already is worth more than what was typed before. */
  if (text == NULL || self->is_dirty || self->is_done)
    return;
  node = heed_json_parse (text, -1, "draft", NULL);
  if (node != NULL && JSON_NODE_HOLDS_OBJECT (node))
    heed_fact_form_fill (get_own_form (self), json_node_get_object (node));
}

static void
heed_stage_dialog_closed (AdwDialog *dialog)
{
  save_draft (HEED_STAGE_DIALOG (dialog));
}

static void
perform_action (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  perform (HEED_STAGE_DIALOG (widget));
}

static void
heed_stage_dialog_dispose (GObject *object)
{
  HeedStageDialog *self = HEED_STAGE_DIALOG (object);

  g_clear_handle_id (&self->draft_timeout, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (self), HEED_TYPE_STAGE_DIALOG);

  G_OBJECT_CLASS (heed_stage_dialog_parent_class)->dispose (object);
}

static void
heed_stage_dialog_finalize (GObject *object)
{
  HeedStageDialog *self = HEED_STAGE_DIALOG (object);

  g_clear_object (&self->session);
  g_clear_pointer (&self->state, heed_case_unref);
  g_clear_pointer (&self->kind, g_free);
  g_clear_pointer (&self->draft, g_free);
  g_clear_pointer (&self->forms, g_ptr_array_unref);

  G_OBJECT_CLASS (heed_stage_dialog_parent_class)->finalize (object);
}

static void
heed_stage_dialog_class_init (HeedStageDialogClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = heed_stage_dialog_dispose;
  object_class->finalize = heed_stage_dialog_finalize;
  ADW_DIALOG_CLASS (klass)->closed = heed_stage_dialog_closed;

  signals[SIGNAL_PERFORMED] = g_signal_new ("performed", G_TYPE_FROM_CLASS (klass),
                                            G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                            G_TYPE_NONE, 1, HEED_TYPE_ACT);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/care/heed/Heed/ui/casefile/heed-stage-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, HeedStageDialog, window_title);
  gtk_widget_class_bind_template_child (widget_class, HeedStageDialog, banner);
  gtk_widget_class_bind_template_child (widget_class, HeedStageDialog, perform_button);
  gtk_widget_class_bind_template_child (widget_class, HeedStageDialog, forms_box);
  gtk_widget_class_bind_template_child (widget_class, HeedStageDialog, saved_label);
  gtk_widget_class_install_action (widget_class, "dialog.perform", NULL, perform_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK,
                                       "dialog.perform", NULL);
}

static void
heed_stage_dialog_init (HeedStageDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->forms = g_ptr_array_new ();
}

/* What a letter that was sent has said need not be said again, and a letter that lacks nothing needs
 * no reason. */
static void
add_hidden_for_letter (HeedStageDialog *self,
                       char           **missing,
                       GStrvBuilder    *hidden)
{
  if (g_str_equal (self->kind, "letter")
      && (missing == NULL
          || !g_strv_contains ((const char *const *) missing, "passed_reason")))
    g_strv_builder_add (hidden, "passed_reason");
  if (g_str_equal (self->kind, "acknowledge")
      && heed_case_get_letter (self->state, "acknowledgement") != NULL)
    g_strv_builder_add_many (hidden, "how", "text", NULL);
  if (g_str_equal (self->kind, "resolve")
      && heed_case_get_letter (self->state, "final-reply") != NULL)
    g_strv_builder_add_many (hidden, "how", "text", NULL);
}

/* Facts of a step that the case has already need not be asked for again. */
static char **
dup_hidden (HeedStageDialog *self,
            char           **missing,
            GPtrArray       *open)
{
  static const char *const known[] = { "safety", "reference_given" };
  g_autoptr (GStrvBuilder) hidden = g_strv_builder_new ();

  for (guint i = 0; i < G_N_ELEMENTS (known); i++)
    if (missing == NULL || !g_strv_contains ((const char *const *) missing, known[i]))
      g_strv_builder_add (hidden, known[i]);
  add_hidden_for_letter (self, missing, hidden);
  if (open->len == 0 && !g_str_equal (self->kind, "letter"))
    g_strv_builder_add (hidden, "passed_reason");
  return g_strv_builder_end (hidden);
}

/* What the guide expects and is still open is named; it can be passed with a reason. */
static JsonObject *
add_passed (JsonObject *fixed,
            GPtrArray  *open)
{
  JsonObject *facts = json_object_new ();
  JsonArray  *passed = json_array_new ();
  g_autoptr (GList) members = fixed != NULL ? json_object_get_members (fixed) : NULL;

  for (GList *l = members; l != NULL; l = l->next)
    json_object_set_member (facts, l->data, json_node_copy (json_object_get_member (fixed, l->data)));
  for (guint i = 0; i < open->len; i++)
    json_array_add_string_element (passed, ((HeedGuideItem *) open->pdata[i])->id);
  if (open->len > 0)
    json_object_set_array_member (facts, "passed", passed);
  else
    json_array_unref (passed);
  return facts;
}

static void
show_open_items (HeedStageDialog *self,
                 GPtrArray       *open)
{
  GtkWidget *group = adw_preferences_group_new ();
  GtkWidget *expander = adw_expander_row_new ();
  g_autofree char *title =
    g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u item is still open in the guide",
                                  "%u items are still open in the guide", open->len),
                     open->len);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (expander), title);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (expander),
                                 _ ("You can go on. If you do, say why below."));
  adw_expander_row_set_subtitle_lines (ADW_EXPANDER_ROW (expander), 0);
  for (guint i = 0; i < open->len; i++)
    {
      const HeedGuideItem *item = open->pdata[i];
      GtkWidget *row = adw_action_row_new ();

      adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ (item->text));
      adw_expander_row_add_row (ADW_EXPANDER_ROW (expander), row);
    }
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), expander);
  gtk_box_prepend (self->forms_box, group);
}

/**
 * heed_stage_dialog_new:
 * @session: the session
 * @state: the case as it was shown
 * @setup: what is asked
 *
 * Returns: (transfer floating): a dialog for an act on the case
 */
AdwDialog *
heed_stage_dialog_new (HeedSession                *session,
                       HeedCase                   *state,
                       const HeedStageDialogSetup *setup)
{
  HeedStageDialog *self = g_object_new (HEED_TYPE_STAGE_DIALOG, "title", setup->title, NULL);
  HeedActContext   context = heed_session_get_context (session);
  g_autoptr (JsonObject) nothing = json_object_new ();
  g_autoptr (JsonObject) fixed = NULL;
  g_autoptr (HeedAct) probe = NULL;
  g_autoptr (GPtrArray) open = NULL;
  g_auto (GStrv) missing = NULL;
  g_auto (GStrv) hidden = NULL;

  self->session = g_object_ref (session);
  self->state = heed_case_ref (state);
  self->kind = g_strdup (setup->kind);
  self->draft = g_strdup (setup->draft != NULL ? setup->draft : setup->kind);
  self->seen_seq = state->seq;
  adw_window_title_set_title (self->window_title, setup->title);
  gtk_button_set_label (self->perform_button, setup->button);

  probe = heed_act_new (setup->kind, &context, state->id, state->seq,
                        setup->fixed != NULL ? setup->fixed : nothing);
  missing = heed_case_dup_missing (state, probe, heed_session_get_rules (session));
  open = heed_guidance_get_open (heed_session_get_guidance (session), state, setup->kind);
  fixed = add_passed (setup->fixed, open);
  hidden = dup_hidden (self, missing, open);
  add_form (self, setup->kind, NULL, fixed, (const char *const *) hidden, TRUE);
  add_missing_forms (self, missing);
  if (setup->above != NULL)
    gtk_box_prepend (self->forms_box, setup->above);
  if (open->len > 0)
    show_open_items (self, open);
  if (setup->first != NULL)
    heed_fact_form_fill (get_own_form (self), setup->first);

  self->is_dirty = FALSE;
  g_clear_handle_id (&self->draft_timeout, g_source_remove);
  heed_store_load_draft_async (heed_session_get_store (session), state->id,
                               heed_session_get_user (session), self->draft, NULL, draft_loaded_cb,
                               g_object_ref (self));
  return ADW_DIALOG (self);
}
