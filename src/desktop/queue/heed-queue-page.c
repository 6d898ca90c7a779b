/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One page for every queue: a title, a search, filters, and the cases as a table or, where it is
 * narrow, as a list. Both views share one model and one selection. The page makes a query of what
 * is chosen and leaves the answer to the store.
 */
#include "config.h"

#include "export/heed-export-dialog.h"
#include "heed-case-cells.h"
#include "heed-case-list-model.h"
#include "heed-queue-filters.h"
#include "heed-queue-page.h"
#include "heed-words.h"

#define MAX_SELECT_ALL 500

struct _HeedQueuePage
{
  AdwNavigationPage parent_instance;

  /* template */
  AdwWindowTitle      *window_title;
  GtkSearchEntry      *search_entry;
  GtkMenuButton       *service_button;
  GtkMenuButton       *severity_button;
  GtkMenuButton       *owner_button;
  GtkMenuButton       *flag_button;
  GtkWidget           *counted_button;
  GtkWidget           *clear_button;
  GtkWidget           *log_button;
  GtkStack            *stack;
  GtkStack            *views;
  GtkScrolledWindow   *wide_window;
  GtkScrolledWindow   *narrow_window;
  GtkColumnView       *wide_view;
  GtkListView         *narrow_view;
  GtkColumnViewColumn *due_column;
  GtkColumnViewColumn *person_column;
  GtkColumnViewColumn *words_column;
  GtkColumnViewColumn *about_column;
  GtkColumnViewColumn *severity_column;
  GtkColumnViewColumn *owner_column;
  GtkColumnViewColumn *stage_column;
  GtkWidget           *search_all_button;
  AdwStatusPage       *empty_page;
  AdwStatusPage       *failed_page;
  GtkActionBar        *selection_bar;
  GtkLabel            *selection_label;

  /* owned */
  HeedSession        *session;
  HeedCaseListModel  *model;
  GtkMultiSelection  *selection;
  HeedQueueFilters   *filters;
  GtkListItemFactory *wide_header;
  GSettings          *settings;
  HeedCounted        *counted; /* only the cases behind this number */

  HeedView view;
  HeedDate asked_on;
  gboolean narrowed; /* by a search or a filter */
  gboolean fresh;    /* the next answer is shown from its top */
  gboolean go_first; /* and its first case gets the focus */
};

G_DEFINE_FINAL_TYPE (HeedQueuePage, heed_queue_page, ADW_TYPE_NAVIGATION_PAGE)

/* The question that the page is about. */
static HeedQuery *
make_query (HeedQueuePage *self)
{
  HeedQuery       *query = heed_query_new ();
  const char      *text = gtk_editable_get_text (GTK_EDITABLE (self->search_entry));
  g_autofree char *sort = g_settings_get_string (self->settings, "sort");

  query->view = self->view;
  query->today = heed_session_get_today (self->session);
  query->sort = g_str_equal (sort, "received") ? HEED_SORT_RECEIVED : HEED_SORT_DUE;
  query->text = *text != '\0' ? g_strdup (text) : NULL;
  if (self->view == HEED_VIEW_MY_DAY)
    query->owner = g_strdup (heed_session_get_user (self->session));
  heed_queue_filters_apply (self->filters, query);
  query->counted = self->counted != NULL ? heed_counted_copy (self->counted) : NULL;
  return query;
}

static void
ask (HeedQueuePage *self)
{
  g_autoptr (HeedQuery) query = make_query (self);
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->search_entry));
  gboolean    filtered = heed_queue_filters_is_active (self->filters) || self->counted != NULL;

  self->asked_on = query->today;
  gtk_widget_set_visible (self->clear_button, filtered);
  self->narrowed = filtered || *text != '\0';
  self->fresh = TRUE;
  if (!heed_case_list_model_is_ready (self->model))
    gtk_stack_set_visible_child_name (self->stack, "loading");
  heed_case_list_model_set_query (self->model, query);
}

/* --- What the answer looks like ------------------------------------------------------------- */

/* All cases, closed ones too, are listed; counted are those open, as in the sidebar: how many have
 * ever been closed tells nobody what there is to do. */
static char *
dup_how_many (HeedQueuePage *self,
              guint          n)
{
  guint closed = heed_case_list_model_get_bucket_size (self->model, HEED_BUCKET_CLOSED);

  if (heed_case_list_model_is_capped (self->model))
    /* Translators: a search found more cases than are shown, as in "1000+ cases" */
    return g_strdup_printf (_ ("%u+ cases"), n);
  if (self->view == HEED_VIEW_ALL && !self->narrowed && closed > 0)
    /* Translators: how many cases are open, as in "50 open" */
    return g_strdup_printf (_ ("%u open"), n - closed);
  return g_strdup_printf (ngettext ("%u case", "%u cases", n), n);
}

static void
update_subtitle (HeedQueuePage *self)
{
  guint            n = g_list_model_get_n_items (G_LIST_MODEL (self->model));
  guint            late = heed_case_list_model_get_bucket_size (self->model, HEED_BUCKET_LATE);
  g_autofree char *cases = dup_how_many (self, n);
  g_autofree char *text = NULL;

  if (late > 0)
    /* Translators: "50 cases" or "50 open", then how many of them are late */
    text = g_strdup_printf (_ ("%s, %u late"), cases, late);
  else
    text = g_steal_pointer (&cases);
  adw_window_title_set_subtitle (self->window_title, n > 0 ? text : "");
}

static void
focus_first (HeedQueuePage *self)
{
  const GtkListScrollFlags how = GTK_LIST_SCROLL_FOCUS | GTK_LIST_SCROLL_SELECT;

  if (g_list_model_get_n_items (G_LIST_MODEL (self->model)) == 0)
    gtk_widget_grab_focus (self->search_all_button);
  else if (g_str_equal (gtk_stack_get_visible_child_name (self->views), "wide"))
    {
      gtk_column_view_scroll_to (self->wide_view, 0, NULL, how, NULL);
      gtk_widget_grab_focus (GTK_WIDGET (self->wide_view));
    }
  else
    {
      gtk_list_view_scroll_to (self->narrow_view, 0, how, NULL);
      gtk_widget_grab_focus (GTK_WIDGET (self->narrow_view));
    }
}

/* A focused first row scrolls its section's header out of sight, once the rows have their place;
 * and before they have it, none can be focused. */
static gboolean
scroll_up_cb (GtkWidget     *widget,
              GdkFrameClock *clock,
              gpointer       frames)
{
  HeedQueuePage *self = HEED_QUEUE_PAGE (widget);
  guint         *left = frames;

  if (*left == 2 && self->go_first)
    {
      self->go_first = FALSE;
      focus_first (self);
    }
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->wide_window), 0);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->narrow_window), 0);
  return --*left > 0 ? G_SOURCE_CONTINUE : G_SOURCE_REMOVE;
}

static void
refreshed_cb (HeedQueuePage *self)
{
  const guint frames = 4;
  guint       n = g_list_model_get_n_items (G_LIST_MODEL (self->model));

  update_subtitle (self);
  if (n > 0)
    gtk_stack_set_visible_child_name (self->stack, "list");
  else if (self->narrowed)
    gtk_stack_set_visible_child_name (self->stack, "nothing");
  else
    gtk_stack_set_visible_child_name (self->stack, "empty");

  if (self->fresh)
    gtk_widget_add_tick_callback (GTK_WIDGET (self), scroll_up_cb,
                                  g_memdup2 (&frames, sizeof frames), g_free);
  self->fresh = FALSE;
}

static void
failed_cb (HeedQueuePage *self,
           GError        *error)
{
  g_autofree char *message = heed_words_error (error);

  adw_status_page_set_description (self->failed_page, message);
  gtk_stack_set_visible_child_name (self->stack, "failed");
}

static void
set_header (GtkListHeader     *header,
            GParamSpec        *pspec,
            HeedCaseListModel *model)
{
  GtkWidget *box = gtk_list_header_get_child (header);
  int        bucket = 0;
  guint      size = 0;
  char       text[16];

  if (gtk_list_header_get_start (header) == GTK_INVALID_LIST_POSITION)
    return;
  bucket = heed_case_list_model_get_bucket (model, gtk_list_header_get_start (header));
  size = heed_case_list_model_get_bucket_size (model, bucket);
  gtk_widget_set_visible (box, heed_case_list_model_has_sections (model));
  g_snprintf (text, sizeof text, "%u", size);
  gtk_label_set_text (GTK_LABEL (gtk_widget_get_first_child (box)), heed_words_bucket (bucket));
  gtk_label_set_text (GTK_LABEL (gtk_widget_get_last_child (box)), text);
}

static void
setup_header_cb (GtkSignalListItemFactory *factory,
                 GtkListHeader            *header,
                 HeedCaseListModel        *model)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *title = gtk_label_new (NULL);
  GtkWidget *number = gtk_label_new (NULL);

  gtk_widget_add_css_class (title, "heading");
  gtk_widget_add_css_class (number, "dimmed");
  gtk_widget_add_css_class (number, "numeric");
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), number);
  gtk_widget_add_css_class (box, "section-title");
  gtk_list_header_set_child (header, box);
}

static void
bind_header_cb (GtkSignalListItemFactory *factory,
                GtkListHeader            *header,
                HeedCaseListModel        *model)
{
  set_header (header, NULL, model);
}

static GtkListItemFactory *
new_header_factory (HeedQueuePage *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect_object (factory, "setup", G_CALLBACK (setup_header_cb), self->model, 0);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_header_cb), self->model, 0);
  return factory;
}

/* GTK 4.18 gives cells of a column that is shown again to section headers, too, and fails once one
 * of those is let go. So there are no headers while columns come and go. */
static void
breakpoint_cb (HeedQueuePage    *self,
               GParamSpec       *pspec,
               AdwBreakpointBin *bin)
{
  gboolean is_roomy = adw_breakpoint_bin_get_current_breakpoint (bin) == NULL;

  gtk_column_view_set_header_factory (self->wide_view, NULL);
  gtk_column_view_column_set_visible (self->owner_column, is_roomy);
  gtk_column_view_column_set_visible (self->stage_column, is_roomy);
  gtk_column_view_set_header_factory (self->wide_view, self->wide_header);
}

/* --- What people do ------------------------------------------------------------------------- */

static void
search_changed_cb (HeedQueuePage *self)
{
  ask (self);
}

static void
stop_search_cb (HeedQueuePage *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
  gtk_widget_grab_focus (gtk_stack_get_visible_child (self->views));
}

/* Enter goes to the first case found; opening it at once might open the wrong one. The answer on
 * the screen may be that to fewer letters. */
static void
search_activate_cb (HeedQueuePage *self)
{
  self->go_first = TRUE;
  ask (self);
}

static void
activate_cb (HeedQueuePage *self,
             guint          position)
{
  gint64 id = heed_case_list_model_get_id (self->model, position);

  if (id != 0)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.open-case", "x", id);
}

static void
selection_changed_cb (HeedQueuePage *self)
{
  g_autoptr (GtkBitset) chosen = gtk_selection_model_get_selection (
      GTK_SELECTION_MODEL (self->selection));
  guint64          n = gtk_bitset_get_size (chosen);
  g_autofree char *text = g_strdup_printf (ngettext ("%u case selected", "%u cases selected", n),
                                           (guint) n);

  gtk_label_set_text (self->selection_label, text);
  gtk_action_bar_set_revealed (self->selection_bar, n > 1);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "queue.assign", n > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "queue.select-none", n > 0);
}

static void
select_all_action (GtkWidget  *widget,
                   const char *name,
                   GVariant   *parameter)
{
  HeedQueuePage *self = HEED_QUEUE_PAGE (widget);
  guint          n = g_list_model_get_n_items (G_LIST_MODEL (self->model));

  if (n > MAX_SELECT_ALL)
    gtk_widget_activate_action (widget, "win.toast", "s",
                                _ ("Too many cases to select at once. Filter them first."));
  else
    gtk_selection_model_select_range (GTK_SELECTION_MODEL (self->selection), 0, n, TRUE);
}

static void
select_none_action (GtkWidget  *widget,
                    const char *name,
                    GVariant   *parameter)
{
  gtk_selection_model_unselect_all (GTK_SELECTION_MODEL (HEED_QUEUE_PAGE (widget)->selection));
}

static void
assigned_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      data)
{
  g_autoptr (HeedQueuePage) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) cases = heed_store_perform_finish (HEED_STORE (source), result, &error);
  g_autofree char *text = NULL;

  if (cases == NULL)
    text = heed_words_error (error);
  else
    text = g_strdup_printf (ngettext ("%u case assigned", "%u cases assigned", cases->len),
                            cases->len);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", text);
}

/* One act for each case; cases that changed hands in the meantime are left to the store. */
static void
assign_to (HeedQueuePage *self,
           const char    *owner)
{
  g_autoptr (GtkBitset) chosen = gtk_selection_model_get_selection (
      GTK_SELECTION_MODEL (self->selection));
  g_autoptr (GPtrArray) acts = g_ptr_array_new_with_free_func ((GDestroyNotify) heed_act_unref);
  HeedActContext context = heed_session_get_context (self->session);

  for (guint i = 0; i < gtk_bitset_get_size (chosen); i++)
    {
      gint64 id = heed_case_list_model_get_id (self->model, gtk_bitset_get_nth (chosen, i));
      g_autoptr (JsonObject) body = json_object_new ();

      json_object_set_string_member (body, "owner", owner);
      g_ptr_array_add (acts, heed_act_new ("assign", &context, id, 0, body));
    }
  heed_store_perform_async (heed_session_get_store (self->session), acts, assigned_cb,
                            g_object_ref (self));
}

static void
assign_chosen_cb (GObject      *source,
                  GAsyncResult *result,
                  gpointer      data)
{
  g_autoptr (HeedQueuePage) self = data;
  const char      *answer = adw_alert_dialog_choose_finish (ADW_ALERT_DIALOG (source), result);
  GtkEditable     *entry = g_object_get_data (source, "entry");
  g_autofree char *owner = g_strstrip (g_strdup (gtk_editable_get_text (entry)));

  if (g_str_equal (answer, "assign") && *owner != '\0')
    assign_to (self, owner);
}

static void
owner_typed_cb (GtkEditable    *entry,
                AdwAlertDialog *dialog)
{
  g_autofree char *owner = g_strstrip (g_strdup (gtk_editable_get_text (entry)));

  adw_alert_dialog_set_response_enabled (dialog, "assign", *owner != '\0');
}

static void
export_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  HeedQueuePage *self = HEED_QUEUE_PAGE (widget);
  g_autoptr (HeedQuery) query = make_query (self);

  adw_dialog_present (heed_export_dialog_new (self->session, query, NULL, NULL), widget);
}

static void
assign_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  HeedQueuePage *self = HEED_QUEUE_PAGE (widget);
  AdwDialog     *dialog = adw_alert_dialog_new (_ ("Assign Cases"),
                                                _ ("Who looks after these cases from now on?"));
  GtkWidget     *group = adw_preferences_group_new ();
  GtkWidget     *entry = adw_entry_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (entry), _ ("Name"));
  gtk_editable_set_text (GTK_EDITABLE (entry), heed_session_get_user (self->session));
  adw_entry_row_set_activates_default (ADW_ENTRY_ROW (entry), TRUE);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), entry);
  adw_alert_dialog_set_extra_child (ADW_ALERT_DIALOG (dialog), group);
  adw_alert_dialog_add_responses (ADW_ALERT_DIALOG (dialog), "cancel", _ ("_Cancel"),
                                  "assign", _ ("_Assign"), NULL);
  adw_alert_dialog_set_response_appearance (ADW_ALERT_DIALOG (dialog), "assign",
                                            ADW_RESPONSE_SUGGESTED);
  adw_alert_dialog_set_default_response (ADW_ALERT_DIALOG (dialog), "assign");
  adw_alert_dialog_set_close_response (ADW_ALERT_DIALOG (dialog), "cancel");
  g_object_set_data (G_OBJECT (dialog), "entry", entry);
  g_signal_connect_object (entry, "changed", G_CALLBACK (owner_typed_cb), dialog, 0);
  owner_typed_cb (GTK_EDITABLE (entry), ADW_ALERT_DIALOG (dialog));
  adw_alert_dialog_choose (ADW_ALERT_DIALOG (dialog), widget, NULL, assign_chosen_cb,
                           g_object_ref (self));
}

static void
forget_counted (HeedQueuePage *self)
{
  g_clear_pointer (&self->counted, heed_counted_free);
  gtk_widget_set_visible (self->counted_button, FALSE);
}

static void
clear_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  HeedQueuePage *self = HEED_QUEUE_PAGE (widget);

  heed_queue_filters_clear (self->filters);
  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
  forget_counted (self);
  ask (self);
}

static void
refresh_action (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  heed_queue_page_refresh (HEED_QUEUE_PAGE (widget));
}

static gboolean
select_all_shortcut_cb (GtkWidget *widget,
                        GVariant  *args,
                        gpointer   data)
{
  gtk_widget_activate_action (widget, "queue.select-all", NULL);
  return TRUE;
}

/* The views' own Ctrl+A would ask for every item of a large register. */
static void
take_over_select_all (HeedQueuePage *self)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();
  GtkShortcut        *shortcut = gtk_shortcut_new (
      gtk_shortcut_trigger_parse_string ("<Control>a"),
      gtk_callback_action_new (select_all_shortcut_cb, NULL, NULL));

  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller), shortcut);
  gtk_widget_add_controller (GTK_WIDGET (self->views), controller);
}

/* --- The object ----------------------------------------------------------------------------- */

static void
set_factory (GtkColumnViewColumn *column,
             GtkListItemFactory  *factory)
{
  gtk_column_view_column_set_factory (column, factory);
  g_object_unref (factory);
}

static void
fill_views (HeedQueuePage *self)
{
  HeedSession *session = self->session;
  g_autoptr (GtkListItemFactory) narrow_header = new_header_factory (self);
  g_autoptr (GtkListItemFactory) narrow = heed_case_cells_new_narrow (session);
  g_autoptr (GtkListItemFactory) row_label = heed_case_cells_new_row_label (session);

  set_factory (self->due_column, heed_case_cells_new_due (session));
  set_factory (self->person_column, heed_case_cells_new_person (session));
  set_factory (self->words_column, heed_case_cells_new_words (session));
  set_factory (self->about_column, heed_case_cells_new_about (session));
  set_factory (self->severity_column, heed_case_cells_new_severity (session));
  set_factory (self->owner_column, heed_case_cells_new_owner (session));
  set_factory (self->stage_column, heed_case_cells_new_stage (session));

  /* The columns are there by now: header factory and model before them would crash GTK 4.18. */
  gtk_column_view_set_row_factory (self->wide_view, row_label);
  self->wide_header = new_header_factory (self);
  gtk_column_view_set_header_factory (self->wide_view, self->wide_header);
  gtk_column_view_set_model (self->wide_view, GTK_SELECTION_MODEL (self->selection));

  gtk_list_view_set_factory (self->narrow_view, narrow);
  gtk_list_view_set_header_factory (self->narrow_view, narrow_header);
  gtk_list_view_set_model (self->narrow_view, GTK_SELECTION_MODEL (self->selection));
}

static void
heed_queue_page_dispose (GObject *object)
{
  HeedQueuePage *self = HEED_QUEUE_PAGE (object);

  if (self->wide_view != NULL)
    gtk_column_view_set_model (self->wide_view, NULL);
  if (self->narrow_view != NULL)
    gtk_list_view_set_model (self->narrow_view, NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), HEED_TYPE_QUEUE_PAGE);
  g_clear_object (&self->filters);
  g_clear_object (&self->wide_header);
  g_clear_object (&self->selection);
  g_clear_object (&self->model);
  g_clear_object (&self->settings);
  g_clear_object (&self->session);
  g_clear_pointer (&self->counted, heed_counted_free);
  G_OBJECT_CLASS (heed_queue_page_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
#define BIND(name) gtk_widget_class_bind_template_child (widget_class, HeedQueuePage, name)
  BIND (window_title);
  BIND (search_entry);
  BIND (service_button);
  BIND (severity_button);
  BIND (owner_button);
  BIND (flag_button);
  BIND (counted_button);
  BIND (clear_button);
  BIND (log_button);
  BIND (stack);
  BIND (views);
  BIND (wide_window);
  BIND (narrow_window);
  BIND (wide_view);
  BIND (narrow_view);
  BIND (due_column);
  BIND (person_column);
  BIND (words_column);
  BIND (about_column);
  BIND (severity_column);
  BIND (owner_column);
  BIND (stage_column);
  BIND (search_all_button);
  BIND (empty_page);
  BIND (failed_page);
  BIND (selection_bar);
  BIND (selection_label);
#undef BIND
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, breakpoint_cb);
}

static void
heed_queue_page_class_init (HeedQueuePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = heed_queue_page_dispose;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/care/heed/Heed/ui/queue/heed-queue-page.ui");
  bind_template (widget_class);

  gtk_widget_class_install_action (widget_class, "queue.export", NULL, export_action);
  gtk_widget_class_install_action (widget_class, "queue.assign", NULL, assign_action);
  gtk_widget_class_install_action (widget_class, "queue.select-all", NULL, select_all_action);
  gtk_widget_class_install_action (widget_class, "queue.select-none", NULL, select_none_action);
  gtk_widget_class_install_action (widget_class, "queue.clear", NULL, clear_action);
  gtk_widget_class_install_action (widget_class, "queue.refresh", NULL, refresh_action);
}

static void
heed_queue_page_init (HeedQueuePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  take_over_select_all (self);
}

static void
set_up (HeedQueuePage *self,
        HeedSession   *session)
{
  GtkMenuButton *buttons[HEED_N_FILTERS] = { self->service_button, self->severity_button,
                                             self->owner_button, self->flag_button };
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();
  g_autoptr (GAction) sort = NULL;

  self->session = g_object_ref (session);
  self->settings = g_settings_new ("care.heed.Heed");
  self->model = heed_case_list_model_new (heed_session_get_store (session));
  self->selection = gtk_multi_selection_new (g_object_ref (G_LIST_MODEL (self->model)));
  self->filters = heed_queue_filters_new (session, buttons);

  sort = g_settings_create_action (self->settings, "sort");
  g_action_map_add_action (G_ACTION_MAP (group), sort);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "view", G_ACTION_GROUP (group));
  gtk_widget_insert_action_group (GTK_WIDGET (self), "filter",
                                  heed_queue_filters_get_actions (self->filters));

  g_signal_connect_object (self->settings, "changed::sort", G_CALLBACK (ask), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->filters, "changed", G_CALLBACK (ask), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->model, "refreshed", G_CALLBACK (refreshed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->model, "failed", G_CALLBACK (failed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->selection, "selection-changed",
                           G_CALLBACK (selection_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->selection, "items-changed",
                           G_CALLBACK (selection_changed_cb), self, G_CONNECT_SWAPPED);
  fill_views (self);
  selection_changed_cb (self);
}

/** heed_queue_page_new: @session: who asks, and where. Returns: (transfer floating): a page */
GtkWidget *
heed_queue_page_new (HeedSession *session)
{
  HeedQueuePage *self = g_object_new (HEED_TYPE_QUEUE_PAGE, NULL);

  set_up (self, session);
  return GTK_WIDGET (self);
}

/** heed_queue_page_set_view: @view: which queue to show */
void
heed_queue_page_set_view (HeedQueuePage *self,
                          HeedView       view)
{
  static const char *const titles[] = {
    [HEED_VIEW_ALL] = N_ ("All Cases"),
    [HEED_VIEW_LISTEN] = N_ ("Listen"),
    [HEED_VIEW_ACKNOWLEDGE] = N_ ("Acknowledge"),
    [HEED_VIEW_RESOLVE] = N_ ("Resolve"),
    [HEED_VIEW_FEEDBACK] = N_ ("Feedback"),
    [HEED_VIEW_MY_DAY] = N_ ("My Day"),
  };
  static const char *const empty[] = {
    [HEED_VIEW_ALL] = N_ ("Complaints appear here once they are logged."),
    [HEED_VIEW_LISTEN] = N_ ("Everybody who complained has been listened to."),
    [HEED_VIEW_ACKNOWLEDGE] = N_ ("Every complaint has been acknowledged."),
    [HEED_VIEW_RESOLVE] = N_ ("Every complaint has had its answer."),
    [HEED_VIEW_FEEDBACK] = N_ ("Everybody has been asked how it went."),
    [HEED_VIEW_MY_DAY] = N_ ("Nothing of yours is due today or tomorrow."),
  };

  self->view = view;
  forget_counted (self);
  adw_navigation_page_set_title (ADW_NAVIGATION_PAGE (self), _ (titles[view]));
  adw_status_page_set_description (self->empty_page, _ (empty[view]));
  gtk_widget_set_visible (self->search_all_button, view != HEED_VIEW_ALL);
  ask (self);
}

/**
 * heed_queue_page_set_counted:
 * @counted: which number
 * @title: what it is, for the chip that tells so
 *
 * Shows only the cases behind a number, until that is cleared or another queue is chosen.
 */
void
heed_queue_page_set_counted (HeedQueuePage     *self,
                             const HeedCounted *counted,
                             const char        *title)
{
  forget_counted (self);
  self->counted = heed_counted_copy (counted);
  gtk_button_set_label (GTK_BUTTON (self->counted_button), title);
  gtk_widget_set_tooltip_text (self->counted_button, _ ("Show all cases again"));
  gtk_widget_set_visible (self->counted_button, TRUE);
  ask (self);
}

/** heed_queue_page_focus_search: Put the cursor into the search entry. */
void
heed_queue_page_focus_search (HeedQueuePage *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
}

/** heed_queue_page_refresh: Ask again, with the day that it is now. */
void
heed_queue_page_refresh (HeedQueuePage *self)
{
  if (self->asked_on != heed_session_get_today (self->session)
      || !heed_case_list_model_is_ready (self->model))
    ask (self);
  else
    heed_case_list_model_refresh (self->model);
}

/** heed_queue_page_get_model: Returns: (transfer none): the cases, as #HeedCaseItem */
GListModel *
heed_queue_page_get_model (HeedQueuePage *self)
{
  return G_LIST_MODEL (self->model);
}

/** heed_queue_page_set_collapsed: @collapsed: whether the sidebar is out of sight */
void
heed_queue_page_set_collapsed (HeedQueuePage *self,
                               gboolean       collapsed)
{
  gtk_widget_set_visible (self->log_button, collapsed);
}
