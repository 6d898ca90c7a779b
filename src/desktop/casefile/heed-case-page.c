/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The page of one case: loads it, keeps it fresh, and tells what went wrong. What it shows is in
 * heed-case-page-view.c, what can be done in heed-case-page-actions.c. It decides no rule. */

#include "config.h"

#include "casefile/heed-case-page-private.h"

#include "heed-words.h"

G_DEFINE_FINAL_TYPE (HeedCasePage, heed_case_page, ADW_TYPE_NAVIGATION_PAGE)

enum
{
  SIGNAL_STEP,
  SIGNAL_OPEN_CASE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (HeedCasePage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (HeedCaseFile) file = heed_store_load_case_finish (HEED_STORE (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->session == NULL)
    return;
  if (file == NULL)
    {
      g_autofree char *text = heed_words_error (error);
      g_autofree char *escaped = g_markup_escape_text (text, -1);

      if (self->file != NULL)
        {
          heed_case_page_show_error (self, error);
          return;
        }
      adw_status_page_set_description (self->status_page, escaped);
      gtk_stack_set_visible_child_name (self->stack, "failed");
      return;
    }

  /* An answer about the case before this one. */
  if (file->state->id != self->case_id)
    return;
  g_clear_pointer (&self->file, heed_case_file_free);
  self->file = g_steal_pointer (&file);
  heed_case_page_show_file (self);
  heed_case_page_update_actions (self);
  heed_case_page_show_done (self);
  gtk_stack_set_visible_child_name (self->stack, "case");
}

void
heed_case_page_reload (HeedCasePage *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  heed_store_load_case_async (heed_session_get_store (self->session), self->case_id,
                              self->cancellable, loaded_cb, g_object_ref (self));
}

void
heed_case_page_show_error (HeedCasePage *self,
                           const GError *error)
{
  g_autofree char *text = heed_words_error (error);
  AdwToast        *toast = adw_toast_new ("");

  adw_toast_set_use_markup (toast, FALSE);
  adw_toast_set_title (toast, text);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

static void
changed_cb (HeedCasePage *self,
            gint64        case_id)
{
  if (case_id == self->case_id)
    heed_case_page_reload (self);
}

static void
step_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  g_signal_emit (widget, signals[SIGNAL_STEP], 0, g_str_equal (name, "case.previous") ? -1 : 1);
}

static void
open_other_action (GtkWidget  *widget,
                   const char *name,
                   GVariant   *parameter)
{
  g_signal_emit (widget, signals[SIGNAL_OPEN_CASE], 0, g_variant_get_int64 (parameter));
}

static void
heed_case_page_dispose (GObject *object)
{
  HeedCasePage *self = HEED_CASE_PAGE (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->session);
  gtk_widget_dispose_template (GTK_WIDGET (self), HEED_TYPE_CASE_PAGE);

  G_OBJECT_CLASS (heed_case_page_parent_class)->dispose (object);
}

static void
heed_case_page_finalize (GObject *object)
{
  HeedCasePage *self = HEED_CASE_PAGE (object);

  g_clear_pointer (&self->file, heed_case_file_free);
  g_clear_pointer (&self->done, heed_act_unref);
  g_clear_pointer (&self->undo, heed_act_unref);
  g_clear_pointer (&self->rows, g_ptr_array_unref);

  G_OBJECT_CLASS (heed_case_page_parent_class)->finalize (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, HeedCasePage, window_title);
  gtk_widget_class_bind_template_child (widget_class, HeedCasePage, toasts);
  gtk_widget_class_bind_template_child (widget_class, HeedCasePage, stack);
  gtk_widget_class_bind_template_child (widget_class, HeedCasePage, status_page);
  gtk_widget_class_bind_template_child (widget_class, HeedCasePage, stage_bar);
  gtk_widget_class_bind_template_child (widget_class, HeedCasePage, words_label);
  gtk_widget_class_bind_template_child (widget_class, HeedCasePage, words_caption);
  gtk_widget_class_bind_template_child (widget_class, HeedCasePage, wants_group);
  gtk_widget_class_bind_template_child (widget_class, HeedCasePage, issues_group);
  gtk_widget_class_bind_template_child (widget_class, HeedCasePage, people_group);
  gtk_widget_class_bind_template_child (widget_class, HeedCasePage, dates_group);
  gtk_widget_class_bind_template_child (widget_class, HeedCasePage, after_group);
  gtk_widget_class_bind_template_child (widget_class, HeedCasePage, feedback_group);
  gtk_widget_class_bind_template_child (widget_class, HeedCasePage, ombudsman_group);
  gtk_widget_class_bind_template_child (widget_class, HeedCasePage, timeline);
  gtk_widget_class_bind_template_child (widget_class, HeedCasePage, primary_button);
  gtk_widget_class_bind_template_child (widget_class, HeedCasePage, pause_button);
  gtk_widget_class_bind_template_child (widget_class, HeedCasePage, flags_box);
  gtk_widget_class_bind_template_child (widget_class, HeedCasePage, split_view);
  gtk_widget_class_bind_template_child (widget_class, HeedCasePage, guide_pane);
}

static void
heed_case_page_class_init (HeedCasePageClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = heed_case_page_dispose;
  object_class->finalize = heed_case_page_finalize;

  signals[SIGNAL_STEP] = g_signal_new ("step", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                       NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);
  signals[SIGNAL_OPEN_CASE] = g_signal_new ("open-case", G_TYPE_FROM_CLASS (klass),
                                            G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                            G_TYPE_NONE, 1, G_TYPE_INT64);

  g_type_ensure (HEED_TYPE_GUIDE_PANE);
  g_type_ensure (HEED_TYPE_STAGE_BAR);
  g_type_ensure (HEED_TYPE_TIMELINE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/care/heed/Heed/ui/casefile/heed-case-page.ui");
  bind_children (widget_class);
  gtk_widget_class_install_action (widget_class, "case.previous", NULL, step_action);
  gtk_widget_class_install_action (widget_class, "case.next", NULL, step_action);
  gtk_widget_class_install_action (widget_class, "case.open-other", "x", open_other_action);
  heed_case_page_install_actions (widget_class);
  heed_case_page_install_guide (widget_class);
}

static void
heed_case_page_init (HeedCasePage *self)
{
  self->rows = g_ptr_array_new_with_free_func (g_object_unref);
  gtk_widget_init_template (GTK_WIDGET (self));
  heed_case_page_set_steps (self, FALSE, FALSE);
}

/**
 * heed_case_page_new:
 * @session: the session
 * @case_id: register id of the case
 *
 * Returns: (transfer floating): a page that shows the case
 */
HeedCasePage *
heed_case_page_new (HeedSession *session,
                    gint64       case_id)
{
  HeedCasePage *self = g_object_new (HEED_TYPE_CASE_PAGE, NULL);

  self->session = g_object_ref (session);
  heed_case_page_init_guide (self);
  g_signal_connect_object (heed_session_get_store (session), "changed", G_CALLBACK (changed_cb),
                           self, G_CONNECT_SWAPPED);
  heed_case_page_set_case_id (self, case_id);
  return self;
}

/**
 * heed_case_page_get_case_id:
 * @self: a case page
 *
 * Returns: register id of the case it shows
 */
gint64
heed_case_page_get_case_id (HeedCasePage *self)
{
  return self->case_id;
}

/**
 * heed_case_page_set_case_id:
 * @self: a case page
 * @case_id: register id of another case
 *
 * Shows that case.
 */
void
heed_case_page_set_case_id (HeedCasePage *self,
                            gint64        case_id)
{
  if (self->case_id == case_id)
    return;
  self->case_id = case_id;
  g_clear_pointer (&self->done, heed_act_unref);
  g_clear_pointer (&self->undo, heed_act_unref);
  heed_case_page_reload (self);
}

/**
 * heed_case_page_set_steps:
 * @self: a case page
 * @has_previous: whether the queue has a case before this one
 * @has_next: whether it has one after it
 */
void
heed_case_page_set_steps (HeedCasePage *self,
                          gboolean      has_previous,
                          gboolean      has_next)
{
  self->has_previous = has_previous;
  self->has_next = has_next;
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "case.previous", has_previous);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "case.next", has_next);
}
