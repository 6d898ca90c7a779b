/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The frame around all pages: sidebar and content, and over both the pages that ask for all
 * attention. Knows how to get from one page to another, and nothing of what is on them.
 */
#include "config.h"

#include "actions/heed-actions-page.h"
#include "actions/heed-looks-page.h"
#include "casefile/heed-case-page.h"
#include "heed-outcomes.h"
#include "guidance/heed-guidance-page.h"
#include "heed-sidebar.h"
#include "heed-window.h"
#include "heed-words.h"
#include "letter/heed-letter-page.h"
#include "listen/heed-listen-page.h"
#include "outcomes/heed-outcomes-page.h"
#include "queue/heed-case-list-model.h"
#include "queue/heed-queue-page.h"
#include "welcome/heed-welcome.h"

#define COUNT_DELAY_MS 150
#define DAY_CHECK_S    60

struct _HeedWindow
{
  AdwApplicationWindow parent_instance;

  /* template */
  AdwToastOverlay        *toasts;
  GtkStack               *root;
  AdwStatusPage          *failed_page;
  AdwBin                 *welcome_bin;
  AdwNavigationView      *focus_view;
  AdwBanner              *sample_banner;
  AdwNavigationSplitView *split_view;
  GtkWidget              *log_button;
  HeedSidebar            *sidebar;
  AdwAvatar              *avatar;
  GtkLabel               *user_label;
  GtkLabel               *site_label;
  AdwNavigationView      *content_view;

  /* owned */
  GSettings     *settings;
  HeedSession   *session;
  HeedQueuePage *queue;
  GCancellable  *cancellable;

  /* borrowed from the content view */
  AdwNavigationPage *base; /* the page under all others there */

  gint64   open_case;
  HeedDate counted_on;
  guint    count_source;
  guint    day_source;
};

G_DEFINE_FINAL_TYPE (HeedWindow, heed_window, ADW_TYPE_APPLICATION_WINDOW)

/* --- Sidebar -------------------------------------------------------------------------------- */

static void
counted_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      data)
{
  g_autoptr (HeedWindow) self = data;
  HeedCounts counts = { 0 };

  if (heed_store_count_finish (HEED_STORE (source), result, &counts, NULL)
      && self->session != NULL && heed_session_get_store (self->session) == HEED_STORE (source))
    heed_sidebar_set_counts (self->sidebar, &counts);
}

/* My Day depends on who asks, so it is counted by what it lists. */
static void
listed_my_day_cb (GObject      *source,
                  GAsyncResult *result,
                  gpointer      data)
{
  g_autoptr (HeedWindow) self = data;
  g_autoptr (HeedIdList) ids = heed_store_list_finish (HEED_STORE (source), result, NULL);

  if (ids != NULL && self->session != NULL
      && heed_session_get_store (self->session) == HEED_STORE (source))
    heed_sidebar_set_my_day (self->sidebar, ids->n_ids, ids->bucket_ends[HEED_BUCKET_LATE]);
}

static void
actions_counted_cb (GObject      *source,
                    GAsyncResult *result,
                    gpointer      data)
{
  g_autoptr (HeedWindow) self = data;
  g_autofree HeedActionCounts *counts =
    heed_store_count_actions_finish (HEED_STORE (source), result, NULL);

  if (counts != NULL && self->session != NULL
      && heed_session_get_store (self->session) == HEED_STORE (source))
    heed_sidebar_set_page_counts (self->sidebar, "actions", counts->n[HEED_ACTIONS_TO_DO],
                                  counts->n[HEED_ACTIONS_LATE]);
}

static gboolean
count_cb (gpointer data)
{
  HeedWindow *self = data;
  HeedStore  *store = heed_session_get_store (self->session);
  g_autoptr (HeedQuery) my_day = heed_query_new ();

  self->count_source = 0;
  self->counted_on = heed_session_get_today (self->session);
  my_day->view = HEED_VIEW_MY_DAY;
  my_day->today = self->counted_on;
  my_day->owner = g_strdup (heed_session_get_user (self->session));
  heed_store_count_async (store, self->counted_on, self->cancellable, counted_cb,
                          g_object_ref (self));
  heed_store_list_async (store, my_day, self->cancellable, listed_my_day_cb, g_object_ref (self));
  heed_store_count_actions_async (store, self->counted_on, self->cancellable, actions_counted_cb,
                                  g_object_ref (self));
  return G_SOURCE_REMOVE;
}

static void
store_changed_cb (HeedWindow *self)
{
  if (self->count_source == 0)
    self->count_source = g_timeout_add (COUNT_DELAY_MS, count_cb, self);
}

/* What was due today is late after midnight, also when nobody touches anything. */
static gboolean
day_cb (gpointer data)
{
  HeedWindow *self = data;

  if (self->session != NULL && self->counted_on != heed_session_get_today (self->session))
    {
      store_changed_cb (self);
      heed_queue_page_refresh (self->queue);
    }
  return G_SOURCE_CONTINUE;
}

static void
session_changed_cb (HeedWindow *self)
{
  const char *user = heed_session_get_user (self->session);
  const char *site = heed_session_get_site (self->session);

  adw_avatar_set_text (self->avatar, user);
  gtk_label_set_text (self->user_label, *user != '\0' ? user : _ ("No name yet"));
  gtk_label_set_text (self->site_label, *site != '\0'
                                            ? site
                                            : heed_session_get_organisation (self->session));
}

/* --- Moving about --------------------------------------------------------------------------- */

static void
set_open_case (HeedWindow *self,
               gint64      id)
{
  if (self->session == NULL)
    return;
  self->open_case = id;
  g_settings_set_int64 (self->settings, "last-case", id);
  g_settings_set_string (self->settings, "last-database",
                         heed_store_get_path (heed_session_get_store (self->session)));
  /* One suggested action a view: a case has its own. */
  if (id != 0)
    gtk_widget_remove_css_class (self->log_button, "suggested-action");
  else
    gtk_widget_add_css_class (self->log_button, "suggested-action");
}

typedef struct
{
  const char *page;
  AdwNavigationPage *(*make) (HeedSession *session);
} OwnPage;

/* Pages that are no view of the queue, by their names in the sidebar. */
static const OwnPage own_pages[] = {
  { "outcomes", heed_outcomes_page_new },
  { "actions", heed_actions_page_new },
  { "feedback-review", heed_looks_page_new },
  { "guidance", heed_guidance_page_new },
};

/* Puts a page under all others of the content. */
static void
set_base (HeedWindow        *self,
          AdwNavigationPage *page)
{
  if (self->base == page)
    {
      adw_navigation_view_pop_to_page (self->content_view, page);
      return;
    }
  self->base = page;
  adw_navigation_view_replace (self->content_view, &page, 1);
}

/* From a number to the cases behind it. */
static void
show_counted_cb (HeedWindow  *self,
                 HeedCounted *counted,
                 const char  *title)
{
  g_autoptr (HeedCounted) kept = heed_counted_copy (counted);
  g_autofree char *name = g_strdup (title);

  heed_sidebar_choose (self->sidebar, "all");
  heed_queue_page_set_counted (self->queue, kept, name);
}

static void
chosen_cb (HeedWindow *self)
{
  const char *page = heed_sidebar_get_page (self->sidebar);

  if (self->queue == NULL)
    return;
  set_open_case (self, 0);
  if (!heed_sidebar_is_own_page (self->sidebar))
    {
      set_base (self, ADW_NAVIGATION_PAGE (self->queue));
      heed_queue_page_set_view (self->queue, heed_sidebar_get_view (self->sidebar));
    }
  for (guint i = 0; i < G_N_ELEMENTS (own_pages); i++)
    if (g_str_equal (own_pages[i].page, page))
      set_base (self, own_pages[i].make (self->session));
  if (HEED_IS_OUTCOMES_PAGE (self->base))
    g_signal_connect_object (self->base, "show-counted", G_CALLBACK (show_counted_cb), self,
                             G_CONNECT_SWAPPED);
  adw_navigation_split_view_set_show_content (self->split_view, TRUE);
  g_settings_set_string (self->settings, "last-page", heed_sidebar_get_page (self->sidebar));
}

static void
popped_cb (HeedWindow        *self,
           AdwNavigationPage *page)
{
  set_open_case (self, 0);
}

static void
collapsed_cb (HeedWindow *self)
{
  if (self->queue != NULL)
    heed_queue_page_set_collapsed (self->queue,
                                   adw_navigation_split_view_get_collapsed (self->split_view));
}

/* Whether there is a case before and after the open one in the queue behind it. */
static void
update_steps (HeedWindow *self)
{
  AdwNavigationPage *page = adw_navigation_view_get_visible_page (self->content_view);
  HeedCaseListModel *model = NULL;
  guint              position = 0;
  gboolean           found = FALSE;

  if (!HEED_IS_CASE_PAGE (page))
    return;
  if (self->base != ADW_NAVIGATION_PAGE (self->queue))
    {
      heed_case_page_set_steps (HEED_CASE_PAGE (page), FALSE, FALSE);
      return;
    }
  model = HEED_CASE_LIST_MODEL (heed_queue_page_get_model (self->queue));
  found = heed_case_list_model_find (model, self->open_case, &position);
  heed_case_page_set_steps (HEED_CASE_PAGE (page), found && position > 0,
                            found && heed_case_list_model_get_id (model, position + 1) != 0);
}

static void
step_cb (HeedCasePage *page,
         int           step,
         HeedWindow   *self)
{
  HeedCaseListModel *model = HEED_CASE_LIST_MODEL (heed_queue_page_get_model (self->queue));
  guint              position = 0;
  gint64             id = 0;

  if (!heed_case_list_model_find (model, self->open_case, &position)
      || (step < 0 && position == 0))
    return;
  id = heed_case_list_model_get_id (model, step < 0 ? position - 1 : position + 1);
  if (id == 0)
    return;
  heed_case_page_set_case_id (page, id);
  set_open_case (self, id);
  update_steps (self);
}

static void open_case (HeedWindow *self,
                       gint64      id);

static void
linked_case_cb (HeedWindow *self,
                gint64      id)
{
  open_case (self, id);
}

static void
open_case (HeedWindow *self,
           gint64      id)
{
  HeedCasePage *page = NULL;

  if (self->session == NULL)
    return;
  adw_navigation_view_pop_to_tag (self->focus_view, "shell");
  adw_navigation_view_pop_to_page (self->content_view, self->base);
  page = heed_case_page_new (self->session, id);
  g_signal_connect_object (page, "step", G_CALLBACK (step_cb), self, 0);
  g_signal_connect_object (page, "open-case", G_CALLBACK (linked_case_cb), self,
                           G_CONNECT_SWAPPED);
  adw_navigation_view_push (self->content_view, ADW_NAVIGATION_PAGE (page));
  adw_navigation_split_view_set_show_content (self->split_view, TRUE);
  set_open_case (self, id);
  update_steps (self);
}

static void
open_case_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  open_case (HEED_WINDOW (widget), g_variant_get_int64 (parameter));
}

static void
logged_cb (HeedWindow *self,
           gint64      id)
{
  open_case (self, id);
}

static void
log_complaint_action (GtkWidget  *widget,
                      const char *name,
                      GVariant   *parameter)
{
  HeedWindow        *self = HEED_WINDOW (widget);
  AdwNavigationPage *visible = adw_navigation_view_get_visible_page (self->focus_view);
  HeedListenPage    *page = NULL;

  if (self->session == NULL || g_strcmp0 (adw_navigation_page_get_tag (visible), "shell") != 0)
    return;
  page = heed_listen_page_new (self->session);
  g_signal_connect_object (page, "logged", G_CALLBACK (logged_cb), self, G_CONNECT_SWAPPED);
  adw_navigation_view_push (self->focus_view, ADW_NAVIGATION_PAGE (page));
}

static void
recorded_cb (HeedWindow *self)
{
  adw_navigation_view_pop_to_tag (self->focus_view, "shell");
  gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", _ ("The letter is recorded"));
}

static void
write_letter_action (GtkWidget  *widget,
                     const char *name,
                     GVariant   *parameter)
{
  HeedWindow        *self = HEED_WINDOW (widget);
  AdwNavigationPage *visible = adw_navigation_view_get_visible_page (self->focus_view);
  HeedLetterPage    *page = NULL;
  const char        *letter = NULL;
  gint64             case_id = 0;

  if (self->session == NULL || g_strcmp0 (adw_navigation_page_get_tag (visible), "shell") != 0)
    return;
  g_variant_get (parameter, "(x&s)", &case_id, &letter);
  page = heed_letter_page_new (self->session, case_id, letter);
  g_signal_connect_object (page, "recorded", G_CALLBACK (recorded_cb), self, G_CONNECT_SWAPPED);
  adw_navigation_view_push (self->focus_view, ADW_NAVIGATION_PAGE (page));
}

static void
search_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  HeedWindow        *self = HEED_WINDOW (widget);
  AdwNavigationPage *visible = adw_navigation_view_get_visible_page (self->focus_view);

  if (self->session == NULL || g_strcmp0 (adw_navigation_page_get_tag (visible), "shell") != 0)
    return;
  if (self->base == ADW_NAVIGATION_PAGE (self->queue))
    set_base (self, self->base);
  else
    heed_sidebar_choose (self->sidebar, "all");
  adw_navigation_split_view_set_show_content (self->split_view, TRUE);
  heed_queue_page_focus_search (self->queue);
}

static void
export_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  HeedWindow *self = HEED_WINDOW (widget);

  if (self->session != NULL && gtk_widget_get_mapped (GTK_WIDGET (self->queue)))
    gtk_widget_activate_action (GTK_WIDGET (self->queue), "queue.export", NULL);
}

static void
go_action (GtkWidget  *widget,
           const char *name,
           GVariant   *parameter)
{
  HeedWindow *self = HEED_WINDOW (widget);

  if (self->session != NULL)
    heed_sidebar_choose (self->sidebar, g_variant_get_string (parameter, NULL));
}

static void
toast_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  HeedWindow *self = HEED_WINDOW (widget);
  AdwToast   *toast = adw_toast_new (g_variant_get_string (parameter, NULL));

  adw_toast_set_use_markup (toast, FALSE);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

/** heed_window_add_toast: @toast: (transfer full): what to tell for a moment */
void
heed_window_add_toast (HeedWindow *self,
                       AdwToast   *toast)
{
  adw_toast_overlay_add_toast (self->toasts, toast);
}

/* --- The object ----------------------------------------------------------------------------- */

static void
remember_size (HeedWindow *self)
{
  int width = 0;
  int height = 0;

  gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
  g_settings_set_int (self->settings, "window-width", width);
  g_settings_set_int (self->settings, "window-height", height);
  g_settings_set_boolean (self->settings, "window-maximized",
                          gtk_window_is_maximized (GTK_WINDOW (self)));
}

static gboolean
heed_window_close_request (GtkWindow *window)
{
  remember_size (HEED_WINDOW (window));
  return GTK_WINDOW_CLASS (heed_window_parent_class)->close_request (window);
}

static void
leave_session (HeedWindow *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_handle_id (&self->count_source, g_source_remove);
  if (self->session == NULL)
    return;
  g_signal_handlers_disconnect_by_data (heed_session_get_store (self->session), self);
  g_signal_handlers_disconnect_by_data (self->session, self);
  g_clear_object (&self->session);
}

static void
heed_window_dispose (GObject *object)
{
  HeedWindow *self = HEED_WINDOW (object);

  leave_session (self);
  g_clear_object (&self->queue);
  self->base = NULL;
  g_clear_handle_id (&self->day_source, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (self), HEED_TYPE_WINDOW);
  g_clear_object (&self->settings);
  G_OBJECT_CLASS (heed_window_parent_class)->dispose (object);
}

static void
heed_window_class_init (HeedWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = heed_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = heed_window_close_request;

  g_type_ensure (HEED_TYPE_SIDEBAR);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/care/heed/Heed/ui/heed-window.ui");
  gtk_widget_class_bind_template_child (widget_class, HeedWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, HeedWindow, root);
  gtk_widget_class_bind_template_child (widget_class, HeedWindow, failed_page);
  gtk_widget_class_bind_template_child (widget_class, HeedWindow, welcome_bin);
  gtk_widget_class_bind_template_child (widget_class, HeedWindow, focus_view);
  gtk_widget_class_bind_template_child (widget_class, HeedWindow, sample_banner);
  gtk_widget_class_bind_template_child (widget_class, HeedWindow, split_view);
  gtk_widget_class_bind_template_child (widget_class, HeedWindow, log_button);
  gtk_widget_class_bind_template_child (widget_class, HeedWindow, sidebar);
  gtk_widget_class_bind_template_child (widget_class, HeedWindow, avatar);
  gtk_widget_class_bind_template_child (widget_class, HeedWindow, user_label);
  gtk_widget_class_bind_template_child (widget_class, HeedWindow, site_label);
  gtk_widget_class_bind_template_child (widget_class, HeedWindow, content_view);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, popped_cb);
  gtk_widget_class_bind_template_callback (widget_class, collapsed_cb);

  gtk_widget_class_install_action (widget_class, "win.open-case", "x", open_case_action);
  gtk_widget_class_install_action (widget_class, "win.log-complaint", NULL, log_complaint_action);
  gtk_widget_class_install_action (widget_class, "win.write-letter", "(xs)", write_letter_action);
  gtk_widget_class_install_action (widget_class, "win.search", NULL, search_action);
  gtk_widget_class_install_action (widget_class, "win.export", NULL, export_action);
  gtk_widget_class_install_action (widget_class, "win.go", "s", go_action);
  gtk_widget_class_install_action (widget_class, "win.toast", "s", toast_action);
}

static void
heed_window_init (HeedWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->settings = g_settings_new ("care.heed.Heed");
  gtk_window_set_default_size (GTK_WINDOW (self),
                               g_settings_get_int (self->settings, "window-width"),
                               g_settings_get_int (self->settings, "window-height"));
  if (g_settings_get_boolean (self->settings, "window-maximized"))
    gtk_window_maximize (GTK_WINDOW (self));
  self->day_source = g_timeout_add_seconds (DAY_CHECK_S, day_cb, self);
#ifdef HEED_DEVELOPMENT
  gtk_widget_add_css_class (GTK_WIDGET (self), "devel");
#endif
}

/** heed_window_new: Returns: (transfer floating): a window that waits for a session */
HeedWindow *
heed_window_new (GtkApplication *application)
{
  return g_object_new (HEED_TYPE_WINDOW, "application", application, NULL);
}

/** heed_window_show_loading: The file is being opened. */
void
heed_window_show_loading (HeedWindow *self)
{
  gtk_stack_set_visible_child_name (self->root, "loading");
}

/** heed_window_show_welcome: @rules: whose profiles are offered. Nothing is known yet. */
void
heed_window_show_welcome (HeedWindow *self,
                          HeedRules  *rules)
{
  adw_bin_set_child (self->welcome_bin, heed_welcome_new (rules));
  gtk_stack_set_visible_child_name (self->root, "welcome");
}

/** heed_window_show_failure: @error: why the cases cannot be opened */
void
heed_window_show_failure (HeedWindow   *self,
                          const GError *error)
{
  g_autofree char *message = heed_words_error (error);

  adw_status_page_set_description (self->failed_page, message);
  gtk_stack_set_visible_child_name (self->root, "failed");
}

/* A number means a case only in the file it came from. */
static gint64
get_last_case (HeedWindow  *self,
               HeedSession *session)
{
  g_autofree char *database = g_settings_get_string (self->settings, "last-database");
  const char      *path = heed_store_get_path (heed_session_get_store (session));

  return g_strcmp0 (database, path) == 0 ? g_settings_get_int64 (self->settings, "last-case") : 0;
}

/** heed_window_show_session: @session: whose cases to show from now on */
void
heed_window_show_session (HeedWindow  *self,
                          HeedSession *session)
{
  GtkWidget         *queue = heed_queue_page_new (session);
  AdwNavigationPage *pages[] = { ADW_NAVIGATION_PAGE (queue) };
  g_autofree char   *page = g_settings_get_string (self->settings, "last-page");
  gint64             last_case = get_last_case (self, session);

  leave_session (self);
  self->session = g_object_ref (session);
  self->cancellable = g_cancellable_new ();
  g_clear_object (&self->queue);
  adw_navigation_view_replace (self->content_view, pages, 1);
  self->queue = HEED_QUEUE_PAGE (g_object_ref (queue));
  self->base = pages[0];

  g_signal_connect_object (heed_session_get_store (session), "changed",
                           G_CALLBACK (store_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "changed", G_CALLBACK (session_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (heed_queue_page_get_model (self->queue), "refreshed",
                           G_CALLBACK (update_steps), self, G_CONNECT_SWAPPED);
  session_changed_cb (self);
  adw_banner_set_revealed (self->sample_banner, heed_session_is_sample (session));
  collapsed_cb (self);
  count_cb (self);
  if (!heed_sidebar_choose (self->sidebar, page))
    heed_sidebar_choose (self->sidebar, "my-day");
  gtk_stack_set_visible_child_name (self->root, "main");
  if (last_case > 0)
    open_case (self, last_case);
}

/** heed_window_get_session: Returns: (transfer none) (nullable): whose cases are shown */
HeedSession *
heed_window_get_session (HeedWindow *self)
{
  return self->session;
}
