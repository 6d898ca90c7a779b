/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The page on which a complaint is written down: keeps what is typed as a draft, and logs it. A
 * failure clears nothing. */

#include "config.h"

#include "listen/heed-listen-page.h"

#include "heed-words.h"
#include "listen/heed-listen-form.h"
#include "listen/heed-listen-guide.h"

#define DRAFT_KIND     "log"
#define DRAFT_DELAY_MS 1000

/* Where in the draft the acts of the guide lie; all else in it are facts of the form. */
#define GUIDE_MEMBER "guide"

struct _HeedListenPage
{
  AdwNavigationPage parent_instance;

  /* template */
  AdwWindowTitle *window_title;
  AdwBanner      *banner;
  HeedListenForm *form;
  GtkLabel       *saved_label;
  GtkWidget      *saved_icon;
  AdwOverlaySplitView *split_view;
  HeedGuidePane       *guide_pane;

  /* owned */
  HeedSession *session;
  HeedAct     *log; /* made once, so that the same form is logged once */
  HeedAct     *listened;
  HeedListenGuide *guide;

  guint draft_timeout;
  guint hints_idle;
  guint is_dirty : 1;
  guint is_busy : 1;
  guint is_done : 1;
};

enum
{
  SIGNAL_LOGGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HeedListenPage, heed_listen_page, ADW_TYPE_NAVIGATION_PAGE)

static char *
dup_time (HeedListenPage *self,
          const char     *format)
{
  gint64 instant = heed_session_get_now (self->session);
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc_usec (instant);
  g_autoptr (GDateTime) local = g_date_time_to_timezone (utc,
                                                         heed_session_get_zone (self->session));

  return g_date_time_format (local, format);
}

/* --- Draft --- */

static void
draft_saved_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (HeedListenPage) self = user_data;
  g_autoptr (GError) error = NULL;
  gboolean         is_saved = heed_store_save_draft_finish (HEED_STORE (source), result, &error);
  g_autofree char *text = NULL;

  if (self->session == NULL || self->is_done)
    return;
  if (is_saved)
    {
      g_autofree char *time = dup_time (self, "%H:%M:%S");

      /* Translators: %s is a time of day. */
      text = g_strdup_printf (_ ("Saved %s"), time);
    }
  else
    {
      self->is_dirty = TRUE;
      text = heed_words_error (error);
    }
  gtk_label_set_text (self->saved_label, text);
  gtk_widget_set_visible (self->saved_icon, is_saved);
}

static gboolean
is_blank (HeedListenPage *self)
{
  return heed_listen_form_is_blank (self->form) && heed_listen_guide_is_blank (self->guide);
}

static void
save_draft (HeedListenPage *self)
{
  g_autofree char *text = NULL;

  g_clear_handle_id (&self->draft_timeout, g_source_remove);
  if (self->session == NULL || (!self->is_dirty && !self->is_done))
    return;
  self->is_dirty = FALSE;
  if (!self->is_done && !is_blank (self))
    {
      g_autoptr (JsonObject) facts = heed_listen_form_collect (self->form);

      if (!heed_listen_guide_is_blank (self->guide))
        json_object_set_array_member (facts, GUIDE_MEMBER, heed_listen_guide_save (self->guide));

      text = heed_json_object_to_text (facts);
    }
  heed_store_save_draft_async (heed_session_get_store (self->session), 0,
                               heed_session_get_user (self->session), DRAFT_KIND, text,
                               heed_session_get_now (self->session), draft_saved_cb,
                               g_object_ref (self));
}

static gboolean
draft_timeout_cb (gpointer user_data)
{
  HeedListenPage *self = user_data;

  self->draft_timeout = 0;
  save_draft (self);
  return G_SOURCE_REMOVE;
}

static gboolean
hints_idle_cb (gpointer user_data)
{
  HeedListenPage *self = user_data;
  g_autoptr (JsonObject) facts = heed_listen_form_collect (self->form);

  self->hints_idle = 0;
  heed_listen_guide_set_facts (self->guide, facts);
  return G_SOURCE_REMOVE;
}

static void
form_changed_cb (HeedListenPage *self)
{
  if (self->is_done)
    return;
  if (self->hints_idle == 0 && self->guide != NULL)
    self->hints_idle = g_idle_add (hints_idle_cb, self);
  self->is_dirty = TRUE;
  g_clear_handle_id (&self->draft_timeout, g_source_remove);
  self->draft_timeout = g_timeout_add (DRAFT_DELAY_MS, draft_timeout_cb, self);
}

static void
draft_loaded_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr (HeedListenPage) self = user_data;
  g_autofree char *text = heed_store_load_draft_finish (HEED_STORE (source), result, NULL);
  g_autoptr (JsonNode) node = NULL;

  /* What is being typed already is worth more than what was typed before. */
  if (text == NULL || self->session == NULL || self->is_dirty || !is_blank (self))
    return;
  node = heed_json_parse (text, -1, "draft", NULL);
  if (node != NULL && JSON_NODE_HOLDS_OBJECT (node))
    {
      JsonObject *facts = json_node_get_object (node);
      JsonNode   *guide = json_object_get_member (facts, GUIDE_MEMBER);

      if (guide != NULL && JSON_NODE_HOLDS_ARRAY (guide))
        heed_listen_guide_restore (self->guide, json_node_get_array (guide));
      json_object_remove_member (facts, GUIDE_MEMBER);
      heed_listen_form_fill (self->form, facts);
      gtk_label_set_text (self->saved_label, _ ("Continued where you left off"));
    }
}

/* --- Logging --- */

static void
add_rules (HeedListenPage *self,
           JsonObject     *body)
{
  const HeedProfile *profile = heed_session_get_profile (self->session);
  const char        *site = heed_session_get_site (self->session);

  json_object_set_string_member (body, "profile", heed_session_get_profile_id (self->session));
  if (profile != NULL)
    json_object_set_string_member (body, "profile_version", heed_profile_get_version (profile));
  if (site != NULL && *site != '\0')
    json_object_set_string_member (body, "site", site);
}

static GPtrArray *
make_acts (HeedListenPage *self,
           const char     *type)
{
  GPtrArray     *acts = g_ptr_array_new_with_free_func ((GDestroyNotify) heed_act_unref);
  HeedActContext context = heed_session_get_context (self->session);
  g_autoptr (JsonObject) body = heed_listen_form_collect (self->form);
  g_autoptr (JsonObject) listened = heed_listen_guide_dup_listened (self->guide);
  gboolean is_listened = json_object_has_member (body, "safety")
                         && json_object_has_member (body, "reference_given")
                         && json_object_has_member (body, "issues");

  add_rules (self, body);
  json_object_set_string_member (body, "type", type);
  if (self->log == NULL)
    {
      self->log = heed_act_new ("log", &context, 0, 0, body);
      self->listened = heed_act_new ("listened", &context, 0, 0, listened);
    }
  g_ptr_array_add (acts, heed_act_new_with_body (self->log, body));
  heed_listen_guide_add_acts (self->guide, acts);
  if (is_listened)
    g_ptr_array_add (acts, heed_act_new_with_body (self->listened, listened));
  return acts;
}

static void
show_error (HeedListenPage *self,
            const GError   *error)
{
  g_autofree char *text = heed_words_error (error);

  if (g_error_matches (error, HEED_CASE_ERROR, HEED_CASE_ERROR_MISSING_FACTS))
    heed_listen_form_mark (self->form, heed_case_error_get_missing (error));
  adw_banner_set_title (self->banner, text);
  adw_banner_set_revealed (self->banner, TRUE);
  gtk_accessible_announce (GTK_ACCESSIBLE (self->banner), text,
                           GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_HIGH);
}

static void
update_actions (HeedListenPage *self)
{
  gboolean enabled = !self->is_busy && !self->is_done;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "listen.log", enabled);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "listen.other", enabled);
}

static void
performed_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (HeedListenPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) cases = heed_store_perform_finish (HEED_STORE (source), result, &error);

  self->is_busy = FALSE;
  if (self->session == NULL)
    return;
  if (cases == NULL)
    show_error (self, error);
  else
    {
      const HeedCase *state = cases->pdata[cases->len - 1];

      self->is_done = TRUE;
      heed_listen_form_teach (self->form);
      save_draft (self);
      g_signal_emit (self, signals[SIGNAL_LOGGED], 0, state->id);
    }
  update_actions (self);
}

static void
log_as (HeedListenPage *self,
        const char     *type)
{
  g_autoptr (GPtrArray) acts = NULL;

  if (self->is_busy || self->is_done)
    return;
  self->is_busy = TRUE;
  update_actions (self);
  adw_banner_set_revealed (self->banner, FALSE);
  save_draft (self);
  acts = make_acts (self, type);
  heed_store_perform_async (heed_session_get_store (self->session), acts, performed_cb,
                            g_object_ref (self));
}

static void
log_action (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  log_as (HEED_LISTEN_PAGE (widget), "complaint");
}

static void
other_chosen_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr (HeedListenPage) self = user_data;
  const char *type = adw_alert_dialog_choose_finish (ADW_ALERT_DIALOG (source), result);

  if (!g_str_equal (type, "cancel") && self->session != NULL)
    log_as (self, type);
}

static void
other_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  AdwAlertDialog *dialog = ADW_ALERT_DIALOG (
      adw_alert_dialog_new (_ ("What Is It?"), _ ("It is kept and answered all the same.")));

  /* In a column the last stands at the top. */
  adw_alert_dialog_add_responses (dialog, "cancel", _ ("_Back"), "enquiry", _ ("An _Enquiry"),
                                  "suggestion", _ ("A _Suggestion"), "compliment",
                                  _ ("A Co_mpliment"), "concern", _ ("A _Concern"), NULL);
  adw_alert_dialog_set_close_response (dialog, "cancel");
  adw_alert_dialog_choose (dialog, widget, NULL, other_chosen_cb, g_object_ref (widget));
}

static void
guide_perform_cb (HeedListenPage *self,
                  GPtrArray      *acts)
{
  g_autoptr (GError) error = NULL;

  if (self->is_done)
    return;
  if (!heed_listen_guide_perform (self->guide, acts, &error))
    show_error (self, error);
  form_changed_cb (self);
}

static void
toggle_guide_action (GtkWidget  *widget,
                     const char *name,
                     GVariant   *parameter)
{
  HeedListenPage *self = HEED_LISTEN_PAGE (widget);
  gboolean is_shown = !adw_overlay_split_view_get_show_sidebar (self->split_view);

  adw_overlay_split_view_set_show_sidebar (self->split_view, is_shown);
  if (is_shown)
    gtk_widget_child_focus (GTK_WIDGET (self->guide_pane), GTK_DIR_TAB_FORWARD);
}

static void
focus_left_cb (HeedListenPage *self)
{
  save_draft (self);
}

static void
heed_listen_page_shown (AdwNavigationPage *page)
{
  heed_listen_form_focus (HEED_LISTEN_PAGE (page)->form);
}

static void
heed_listen_page_hiding (AdwNavigationPage *page)
{
  save_draft (HEED_LISTEN_PAGE (page));
}

static void
heed_listen_page_unmap (GtkWidget *widget)
{
  save_draft (HEED_LISTEN_PAGE (widget));

  GTK_WIDGET_CLASS (heed_listen_page_parent_class)->unmap (widget);
}

static void
heed_listen_page_dispose (GObject *object)
{
  HeedListenPage *self = HEED_LISTEN_PAGE (object);

  g_clear_handle_id (&self->draft_timeout, g_source_remove);
  g_clear_handle_id (&self->hints_idle, g_source_remove);
  g_clear_object (&self->session);
  g_clear_pointer (&self->guide, heed_listen_guide_free);
  g_clear_pointer (&self->log, heed_act_unref);
  g_clear_pointer (&self->listened, heed_act_unref);
  gtk_widget_dispose_template (GTK_WIDGET (self), HEED_TYPE_LISTEN_PAGE);

  G_OBJECT_CLASS (heed_listen_page_parent_class)->dispose (object);
}

static void
heed_listen_page_class_init (HeedListenPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = heed_listen_page_dispose;
  widget_class->unmap = heed_listen_page_unmap;
  ADW_NAVIGATION_PAGE_CLASS (klass)->shown = heed_listen_page_shown;
  ADW_NAVIGATION_PAGE_CLASS (klass)->hiding = heed_listen_page_hiding;

  signals[SIGNAL_LOGGED] = g_signal_new ("logged", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                         0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 1, G_TYPE_INT64);

  g_type_ensure (HEED_TYPE_GUIDE_PANE);
  g_type_ensure (HEED_TYPE_LISTEN_FORM);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/care/heed/Heed/ui/listen/heed-listen-page.ui");
  gtk_widget_class_bind_template_child (widget_class, HeedListenPage, window_title);
  gtk_widget_class_bind_template_child (widget_class, HeedListenPage, banner);
  gtk_widget_class_bind_template_child (widget_class, HeedListenPage, form);
  gtk_widget_class_bind_template_child (widget_class, HeedListenPage, saved_label);
  gtk_widget_class_bind_template_child (widget_class, HeedListenPage, saved_icon);
  gtk_widget_class_bind_template_child (widget_class, HeedListenPage, split_view);
  gtk_widget_class_bind_template_child (widget_class, HeedListenPage, guide_pane);
  gtk_widget_class_install_action (widget_class, "listen.toggle-guide", NULL, toggle_guide_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F9, 0, "listen.toggle-guide", NULL);
  gtk_widget_class_install_action (widget_class, "listen.log", NULL, log_action);
  gtk_widget_class_install_action (widget_class, "listen.other", NULL, other_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK,
                                       "listen.log", NULL);
}

static void
heed_listen_page_init (HeedListenPage *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (self->form, "changed", G_CALLBACK (form_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (focus, "leave", G_CALLBACK (focus_left_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->form), focus);
}

/**
 * heed_listen_page_new:
 * @session: the session
 *
 * Returns: (transfer floating): a page to write down a complaint, with what was begun before
 */
HeedListenPage *
heed_listen_page_new (HeedSession *session)
{
  HeedListenPage  *self = g_object_new (HEED_TYPE_LISTEN_PAGE, NULL);
  g_autofree char *time = NULL;
  g_autofree char *started = NULL;

  self->session = g_object_ref (session);
  time = dup_time (self, "%H:%M");
  /* Translators: %s is a time of day. */
  started = g_strdup_printf (_ ("Started %s"), time);
  adw_window_title_set_subtitle (self->window_title, started);
  self->guide = heed_listen_guide_new (session, self->guide_pane);
  g_signal_connect_object (self->guide_pane, "perform", G_CALLBACK (guide_perform_cb), self,
                           G_CONNECT_SWAPPED);
  heed_listen_form_set_session (self->form, session);
  self->is_dirty = FALSE;
  g_clear_handle_id (&self->draft_timeout, g_source_remove);
  heed_store_load_draft_async (heed_session_get_store (session), 0,
                               heed_session_get_user (session), DRAFT_KIND, NULL, draft_loaded_cb,
                               g_object_ref (self));
  return self;
}
