/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Asks what to write into a file, writes it while the window goes on, and says where it is. Names
 * nobody unless somebody turns that on and gives a reason. Which columns and formats there are, and
 * what is refused, is for the room below to say.
 */
#include "config.h"

#include <glib/gi18n.h>

#include "export/heed-export-dialog.h"
#include "export/heed-export-work.h"
#include "heed-export-preset.h"
#include "heed-window.h"
#include "heed-words-export.h"
#include "heed-words-report.h"

/* One thing to choose under "What". */
typedef struct
{
  char       *title;
  const char *kind;    /* of a report, or NULL */
  char       *preset;  /* a table that somebody asks for, or NULL */
  char      **columns; /* of the preset */
  gboolean    in_list; /* only the cases of the list it was opened from */
} What;

struct _HeedExportDialog
{
  AdwDialog parent_instance;

  /* template */
  GtkStack       *stack;
  AdwBanner      *banner;
  GtkWidget      *page;
  AdwComboRow    *what_row;
  AdwComboRow    *format_row;
  GtkWidget      *period_group;
  GtkEditable    *from_row;
  GtkEditable    *to_row;
  AdwComboRow    *by_row;
  AdwSwitchRow   *identifiable_row;
  GtkEditable    *reason_row;
  GtkWidget      *preview_row;
  AdwActionRow   *scope_row;
  AdwComboRow    *suppression_row;
  GtkWidget      *csv_group;
  AdwSwitchRow   *bom_row;
  AdwSwitchRow   *raw_row;
  GtkWidget      *columns_group;
  AdwExpanderRow *columns_row;
  AdwStatusPage  *progress_page;
  GtkProgressBar *bar;

  /* owned */
  HeedSession    *session;
  HeedQuery      *query;
  char           *reference;
  char           *site;    /* of a report that holds measures */
  char           *service;
  GPtrArray      *whats;
  GPtrArray      *switches; /* AdwSwitchRow of each column, borrowed */
  HeedExportWork *work;     /* while it runs */
  GCancellable   *cancellable;
  char           *path;
  GSettings      *settings;
  guint           timer;
  gboolean        is_filling;
};

G_DEFINE_FINAL_TYPE (HeedExportDialog, heed_export_dialog, ADW_TYPE_DIALOG)

static const HeedFormat table_formats[] = { HEED_FORMAT_XLSX, HEED_FORMAT_CSV, HEED_FORMAT_JSONL };
static const HeedFormat report_formats[] = { HEED_FORMAT_PDF, HEED_FORMAT_XLSX, HEED_FORMAT_CSV,
                                             HEED_FORMAT_JSONL };

static void
what_free (gpointer data)
{
  What *what = data;

  g_free (what->title);
  g_free (what->preset);
  g_strfreev (what->columns);
  g_free (what);
}

/* --- What is chosen --------------------------------------------------------------------------- */

static const What *
get_what (HeedExportDialog *self)
{
  guint chosen = adw_combo_row_get_selected (self->what_row);

  return chosen < self->whats->len ? self->whats->pdata[chosen] : self->whats->pdata[0];
}

static const HeedReportKind *
get_kind (HeedExportDialog *self)
{
  const What *what = get_what (self);

  return what->kind ? heed_report_kind_find (what->kind) : NULL;
}

static HeedFormat
get_format (HeedExportDialog *self)
{
  guint chosen = adw_combo_row_get_selected (self->format_row);

  if (get_what (self)->kind != NULL)
    return report_formats[MIN (chosen, G_N_ELEMENTS (report_formats) - 1)];
  return table_formats[MIN (chosen, G_N_ELEMENTS (table_formats) - 1)];
}

static gboolean
is_identifiable (HeedExportDialog *self)
{
  const HeedReportKind *kind = get_kind (self);

  return kind ? kind->identifiable : adw_switch_row_get_active (self->identifiable_row);
}

/* An empty day is no limit; FALSE where there is something that is no day. */
static gboolean
read_day (GtkEditable *row, HeedDate *day)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (row)));

  *day = *text ? heed_date_parse (text) : HEED_DATE_NONE;
  return *text == '\0' || *day != HEED_DATE_NONE;
}

static char **
dup_columns (HeedExportDialog *self)
{
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();
  const What       *what = get_what (self);
  guint             n;
  const HeedColumn *columns = heed_columns_get (&n);

  if (what->columns != NULL)
    return g_strdupv (what->columns);
  for (guint i = 0; i < n; i++)
    if (adw_switch_row_get_active (self->switches->pdata[i])
        && (is_identifiable (self) || columns[i].privacy != HEED_PRIVACY_OUT))
      g_strv_builder_add (ids, columns[i].id);
  return g_strv_builder_end (ids);
}

static gboolean
has_texts (HeedExportDialog *self)
{
  g_auto (GStrv) columns = dup_columns (self);

  for (guint i = 0; columns[i] != NULL; i++)
    if (heed_columns_find (columns[i])->privacy == HEED_PRIVACY_SCAN)
      return TRUE;
  return FALSE;
}

/* --- Showing what belongs to it --------------------------------------------------------------- */

static void
mark (GtkWidget *row, gboolean wrong)
{
  if (wrong)
    gtk_widget_add_css_class (row, "error");
  else
    gtk_widget_remove_css_class (row, "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_STATE_INVALID,
                               wrong ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE,
                               -1);
}

static void
complain (HeedExportDialog *self, const char *message)
{
  adw_banner_set_title (self->banner, message ? message : "");
  adw_banner_set_revealed (self->banner, message != NULL);
  if (message != NULL)
    gtk_accessible_announce (GTK_ACCESSIBLE (self), message,
                             GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_HIGH);
}

static void
show_rows (HeedExportDialog *self)
{
  const What           *what = get_what (self);
  const HeedReportKind *kind = get_kind (self);
  gboolean              csv = get_format (self) == HEED_FORMAT_CSV;

  gtk_widget_set_visible (self->period_group, kind == NULL || !kind->cases);
  gtk_widget_set_visible (GTK_WIDGET (self->by_row), kind == NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->identifiable_row), kind == NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->reason_row), is_identifiable (self));
  gtk_widget_set_visible (self->preview_row,
                          kind == NULL && !is_identifiable (self) && has_texts (self));
  gtk_widget_set_visible (GTK_WIDGET (self->suppression_row), kind != NULL && !kind->identifiable);
  gtk_widget_set_visible (GTK_WIDGET (self->scope_row),
                          kind != NULL && kind->measures && (self->site || self->service));
  gtk_widget_set_visible (self->csv_group, csv);
  gtk_widget_set_visible (self->columns_group, kind == NULL && what->columns == NULL);
}

static void
changed_cb (HeedExportDialog *self)
{
  HeedDate day;

  if (self->is_filling)
    return;
  complain (self, NULL);
  mark (GTK_WIDGET (self->from_row), !read_day (self->from_row, &day));
  mark (GTK_WIDGET (self->to_row), !read_day (self->to_row, &day));
  mark (GTK_WIDGET (self->reason_row), FALSE);
  show_rows (self);
}

static void
format_cb (HeedExportDialog *self)
{
  if (!self->is_filling)
    show_rows (self);
}

static void
set_day (GtkEditable *row, HeedDate day)
{
  g_autofree char *text = day != HEED_DATE_NONE ? heed_date_format (day) : g_strdup ("");

  gtk_editable_set_text (row, text);
}

/* Another choice of formats, and the period that such a report is about. */
static void
what_cb (HeedExportDialog *self)
{
  const char *const     table_names[] = { _ ("Spreadsheet"), _ ("CSV"), _ ("JSON Lines"), NULL };
  const char *const report_names[] = { _ ("PDF"), _ ("Spreadsheet"), _ ("CSV"), _ ("JSON Lines"),
                                           NULL };
  const HeedReportKind *kind;
  g_autoptr (GtkStringList) model = NULL;
  HeedDate from = HEED_DATE_NONE;
  HeedDate to = HEED_DATE_NONE;

  if (self->is_filling || self->whats == NULL)
    return;
  self->is_filling = TRUE;
  kind = get_kind (self);
  model = gtk_string_list_new (kind ? report_names : table_names);
  adw_combo_row_set_model (self->format_row, G_LIST_MODEL (model));
  adw_combo_row_set_selected (self->format_row, 0);
  if (kind != NULL)
    {
      heed_report_kind_period (kind, heed_session_get_today (self->session), &from, &to);
      adw_combo_row_set_selected (self->suppression_row, kind->suppression);
    }
  set_day (self->from_row, from);
  set_day (self->to_row, to);
  self->is_filling = FALSE;
  changed_cb (self);
}

/* --- Looking at what is replaced -------------------------------------------------------------- */

static void
show_finds (HeedExportDialog *self, GPtrArray *finds)
{
  AdwDialog *dialog = adw_dialog_new ();
  GtkWidget *view = adw_toolbar_view_new ();
  GtkWidget *page = adw_preferences_page_new ();
  GtkWidget *group = adw_preferences_group_new ();

  adw_preferences_group_set_description (
      ADW_PREFERENCES_GROUP (group),
      finds->len > 0 ? _ ("This was found and will be replaced. The search cannot promise "
                          "that it finds everything: look through the file before you pass "
                          "it on.")
                     : _ ("Nothing was found. The search cannot promise that it finds "
                          "everything: look through the file before you pass it on."));
  for (guint i = 0; i < finds->len; i++)
    {
      const HeedExportFind *find = finds->pdata[i];
      GtkWidget            *row = adw_action_row_new ();

      adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), find->text);
      adw_action_row_set_subtitle (ADW_ACTION_ROW (row), g_dgettext (GETTEXT_PACKAGE, find->label));
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
    }
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (group));
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), adw_header_bar_new ());
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (view), page);
  adw_dialog_set_title (dialog, _ ("What Is Replaced"));
  adw_dialog_set_content_width (dialog, 460);
  adw_dialog_set_content_height (dialog, 560);
  adw_dialog_set_child (dialog, view);
  adw_dialog_present (dialog, GTK_WIDGET (self));
}

static gboolean choose (HeedExportDialog *self, HeedExportWork **work, const char *path);

static void
found_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (HeedExportDialog) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) finds = heed_export_work_find_finish (self->work, result, &error);

  g_clear_pointer (&self->work, heed_export_work_free);
  if (gtk_widget_get_root (GTK_WIDGET (self)) == NULL)
    return;
  if (finds != NULL)
    show_finds (self, finds);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_autofree char *words = heed_words_error (error);

      complain (self, words);
    }
}

static void
preview_cb (HeedExportDialog *self)
{
  if (self->work != NULL || !choose (self, &self->work, ""))
    return;
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  heed_export_work_find_async (self->work, self->cancellable, found_cb, g_object_ref (self));
}

/* --- Writing it ------------------------------------------------------------------------------- */

/* Makes the work of what was chosen; says what is missing. */
static gboolean
choose (HeedExportDialog *self, HeedExportWork **work, const char *path)
{
  const What *what = get_what (self);
  const char *references[] = { self->reference, NULL };
  g_auto (GStrv) columns = dup_columns (self);
  g_autofree char *reason = g_strstrip (g_strdup (gtk_editable_get_text (self->reason_row)));
  HeedExportChoice choice = { .kind = what->kind, .preset = what->preset, .path = path };

  if (!read_day (self->from_row, &choice.from) || !read_day (self->to_row, &choice.to)
      || (choice.from != HEED_DATE_NONE && choice.to != HEED_DATE_NONE && choice.from > choice.to))
    {
      complain (self,
                _ ("Check the days: they are written as 2026-04-01, and the first comes first."));
      gtk_widget_grab_focus (GTK_WIDGET (self->from_row));
      return FALSE;
    }
  choice.identifiable = is_identifiable (self);
  if (choice.identifiable && *reason == '\0')
    {
      g_autofree char *words = heed_words_reason_needed ();

      complain (self, words);
      mark (GTK_WIDGET (self->reason_row), TRUE);
      gtk_widget_grab_focus (GTK_WIDGET (self->reason_row));
      return FALSE;
    }
  choice.columns = (const char *const *) columns;
  choice.references = self->reference ? references : NULL;
  choice.reason = reason;
  choice.query = what->in_list ? self->query : NULL;
  if (what->kind != NULL && heed_report_kind_find (what->kind)->measures)
    {
      choice.site = self->site;
      choice.service = self->service;
    }
  choice.format = get_format (self);
  choice.options = (HeedTableOptions) { adw_switch_row_get_active (self->bom_row),
                                        adw_switch_row_get_active (self->raw_row) };
  choice.basis = adw_combo_row_get_selected (self->by_row) == 1 ? HEED_SNAPSHOT_CLOSED
                                                                : HEED_SNAPSHOT_RECEIVED;
  choice.suppression = (HeedSuppression) adw_combo_row_get_selected (self->suppression_row);
  *work = heed_export_work_new (self->session, &choice);
  return TRUE;
}

static gboolean
tick_cb (gpointer data)
{
  HeedExportDialog *self = data;
  double            share = self->work ? heed_export_work_get_share (self->work) : 1.0;

  if (share < 0.0)
    gtk_progress_bar_pulse (self->bar);
  else
    gtk_progress_bar_set_fraction (self->bar, share);
  return G_SOURCE_CONTINUE;
}

static void
show_folder_cb (AdwToast *toast, gpointer data)
{
  g_autoptr (GFile) file = g_file_new_for_path (g_object_get_data (G_OBJECT (toast), "path"));
  g_autoptr (GtkFileLauncher) launcher = gtk_file_launcher_new (file);

  gtk_file_launcher_open_containing_folder (launcher, NULL, NULL, NULL, NULL);
}

static void
tell_done (HeedExportDialog *self, guint64 n)
{
  g_autofree char *name = g_path_get_basename (self->path);
  g_autofree char *shown = g_filename_display_name (name);
  g_autofree char *message = NULL;
  GtkRoot         *root = gtk_widget_get_root (GTK_WIDGET (self));
  AdwToast        *toast;

  if (get_what (self)->kind != NULL)
    /* Translators: the %s is the name of a file */
    message = g_strdup_printf (_ ("“%s” is written"), shown);
  else
    message = g_strdup_printf (ngettext ("%" G_GUINT64_FORMAT " case written to “%s”",
                                         "%" G_GUINT64_FORMAT " cases written to “%s”", (gulong) n),
                               n, shown);
  if (!HEED_IS_WINDOW (root))
    return;
  toast = adw_toast_new (message);
  adw_toast_set_use_markup (toast, FALSE);
  adw_toast_set_timeout (toast, 20);
  adw_toast_set_button_label (toast, _ ("_Open Folder"));
  g_object_set_data_full (G_OBJECT (toast), "path", g_strdup (self->path), g_free);
  g_signal_connect (toast, "button-clicked", G_CALLBACK (show_folder_cb), NULL);
  heed_window_add_toast (HEED_WINDOW (root), toast);
}

/* All that are turned on, also those that only show where people are shown. */
static void
remember (HeedExportDialog *self)
{
  const What *what = get_what (self);
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();
  g_auto (GStrv) chosen = NULL;
  guint             n;
  const HeedColumn *columns = heed_columns_get (&n);

  if (what->kind != NULL || what->columns != NULL)
    return;
  for (guint i = 0; i < n; i++)
    if (adw_switch_row_get_active (self->switches->pdata[i]))
      g_strv_builder_add (ids, columns[i].id);
  chosen = g_strv_builder_end (ids);
  g_settings_set_strv (self->settings, "export-columns", (const char *const *) chosen);
}

static void
done_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (HeedExportDialog) self = data;
  g_autoptr (GError) error = NULL;
  guint64 n = heed_export_work_run_finish (self->work, result, &error);

  g_clear_handle_id (&self->timer, g_source_remove);
  g_clear_pointer (&self->work, heed_export_work_free);
  adw_dialog_set_can_close (ADW_DIALOG (self), TRUE);
  if (error == NULL)
    {
      remember (self);
      tell_done (self, n);
      adw_dialog_close (ADW_DIALOG (self));
      return;
    }
  if (gtk_widget_get_root (GTK_WIDGET (self)) == NULL)
    return;
  gtk_stack_set_visible_child_name (self->stack, "form");
  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_autofree char *words = heed_words_error (error);

      complain (self, words);
    }
}

static void
run (HeedExportDialog *self)
{
  if (self->work != NULL || !choose (self, &self->work, self->path))
    return;
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  gtk_progress_bar_set_fraction (self->bar, 0.0);
  gtk_stack_set_visible_child_name (self->stack, "progress");
  adw_dialog_set_can_close (ADW_DIALOG (self), FALSE);
  self->timer = g_timeout_add (100, tick_cb, self);
  heed_export_work_run_async (self->work, self->cancellable, done_cb, g_object_ref (self));
}

static void
chosen_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (HeedExportDialog) self = data;
  g_autoptr (GFile) file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, NULL);

  if (file == NULL)
    return;
  g_free (self->path);
  self->path = g_file_get_path (file);
  if (self->path == NULL)
    complain (self, _ ("This place cannot be written to. Choose a folder of this computer."));
  else
    run (self);
}

static void
save_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HeedExportDialog *self = HEED_EXPORT_DIALOG (widget);
  g_autoptr (HeedExportWork) work = NULL;
  g_autoptr (GtkFileDialog) dialog = NULL;
  g_autofree char *day = NULL;
  g_autofree char *title = NULL;
  g_autofree char *file_name = NULL;

  /* What is missing is said before a place is asked for. */
  if (self->work != NULL || !choose (self, &work, ""))
    return;
  day = heed_date_format (heed_session_get_today (self->session));
  title = g_strdup (get_what (self)->title);
  g_strdelimit (title, "/\\:*?\"<>|", '-');
  file_name = g_strdup_printf ("%s %s.%s", title, day, heed_format_get_name (get_format (self)));
  dialog = gtk_file_dialog_new ();
  gtk_file_dialog_set_title (dialog, _ ("Export"));
  gtk_file_dialog_set_accept_label (dialog, _ ("_Export"));
  gtk_file_dialog_set_initial_name (dialog, file_name);
  gtk_file_dialog_save (dialog, GTK_WINDOW (gtk_widget_get_root (widget)), NULL, chosen_cb,
                        g_object_ref (self));
}

/* While it runs, closing stops it; the dialog stays until it has stopped. */
static void
close_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HeedExportDialog *self = HEED_EXPORT_DIALOG (widget);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  if (adw_dialog_get_can_close (ADW_DIALOG (self)))
    adw_dialog_close (ADW_DIALOG (self));
}

static void
close_attempt_cb (HeedExportDialog *self)
{
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
}

/* --- The object ------------------------------------------------------------------------------- */

static void
heed_export_dialog_dispose (GObject *object)
{
  HeedExportDialog *self = HEED_EXPORT_DIALOG (object);

  g_clear_handle_id (&self->timer, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (self), HEED_TYPE_EXPORT_DIALOG);
  g_clear_object (&self->session);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->settings);
  G_OBJECT_CLASS (heed_export_dialog_parent_class)->dispose (object);
}

static void
heed_export_dialog_finalize (GObject *object)
{
  HeedExportDialog *self = HEED_EXPORT_DIALOG (object);

  g_clear_pointer (&self->query, heed_query_free);
  g_clear_pointer (&self->whats, g_ptr_array_unref);
  g_clear_pointer (&self->switches, g_ptr_array_unref);
  g_free (self->reference);
  g_free (self->site);
  g_free (self->service);
  g_free (self->path);
  G_OBJECT_CLASS (heed_export_dialog_parent_class)->finalize (object);
}

static void
heed_export_dialog_class_init (HeedExportDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = heed_export_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = heed_export_dialog_finalize;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/care/heed/Heed/ui/export/heed-export-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, HeedExportDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, HeedExportDialog, banner);
  gtk_widget_class_bind_template_child (widget_class, HeedExportDialog, page);
  gtk_widget_class_bind_template_child (widget_class, HeedExportDialog, what_row);
  gtk_widget_class_bind_template_child (widget_class, HeedExportDialog, format_row);
  gtk_widget_class_bind_template_child (widget_class, HeedExportDialog, period_group);
  gtk_widget_class_bind_template_child (widget_class, HeedExportDialog, from_row);
  gtk_widget_class_bind_template_child (widget_class, HeedExportDialog, to_row);
  gtk_widget_class_bind_template_child (widget_class, HeedExportDialog, by_row);
  gtk_widget_class_bind_template_child (widget_class, HeedExportDialog, identifiable_row);
  gtk_widget_class_bind_template_child (widget_class, HeedExportDialog, reason_row);
  gtk_widget_class_bind_template_child (widget_class, HeedExportDialog, preview_row);
  gtk_widget_class_bind_template_child (widget_class, HeedExportDialog, scope_row);
  gtk_widget_class_bind_template_child (widget_class, HeedExportDialog, suppression_row);
  gtk_widget_class_bind_template_child (widget_class, HeedExportDialog, csv_group);
  gtk_widget_class_bind_template_child (widget_class, HeedExportDialog, bom_row);
  gtk_widget_class_bind_template_child (widget_class, HeedExportDialog, raw_row);
  gtk_widget_class_bind_template_child (widget_class, HeedExportDialog, columns_group);
  gtk_widget_class_bind_template_child (widget_class, HeedExportDialog, columns_row);
  gtk_widget_class_bind_template_child (widget_class, HeedExportDialog, progress_page);
  gtk_widget_class_bind_template_child (widget_class, HeedExportDialog, bar);
  gtk_widget_class_bind_template_callback (widget_class, what_cb);
  gtk_widget_class_bind_template_callback (widget_class, format_cb);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, preview_cb);
  gtk_widget_class_bind_template_callback (widget_class, close_attempt_cb);
  gtk_widget_class_install_action (widget_class, "export.save", NULL, save_action);
  gtk_widget_class_install_action (widget_class, "export.close", NULL, close_action);
}

static void
heed_export_dialog_init (HeedExportDialog *self)
{
  self->is_filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  self->settings = g_settings_new ("care.heed.Heed");
  self->whats = g_ptr_array_new_with_free_func (what_free);
  self->switches = g_ptr_array_new ();
}

static What *
add_what (HeedExportDialog *self, char *title)
{
  What *what = g_new0 (What, 1);

  what->title = title;
  g_ptr_array_add (self->whats, what);
  return what;
}

/* Cases, the tables that somebody asks for, and the reports; from a case, what is about that case.
 */
static void
fill_whats (HeedExportDialog *self)
{
  guint                 n;
  const HeedReportKind *kinds = heed_report_kinds_get (&n);
  g_autoptr (GPtrArray) presets = self->reference ? NULL : heed_export_presets_load (NULL);
  g_autoptr (GtkStringList) model = gtk_string_list_new (NULL);

  if (self->reference == NULL)
    {
      add_what (self, g_strdup (_ ("Cases in This List")))->in_list = TRUE;
      add_what (self, g_strdup (_ ("All Cases")));
    }
  for (guint i = 0; presets && i < presets->len; i++)
    {
      const HeedExportPreset *preset = presets->pdata[i];
      What *what = add_what (self, g_strdup (g_dgettext (GETTEXT_PACKAGE, preset->name)));

      what->preset = g_strdup (preset->id);
      what->columns = g_strdupv (preset->columns);
    }
  for (guint i = 0; i < n; i++)
    if (kinds[i].cases == (self->reference != NULL))
      add_what (self, heed_words_report_title (kinds[i].id))->kind = kinds[i].id;
  for (guint i = 0; i < self->whats->len; i++)
    gtk_string_list_append (model, ((What *) self->whats->pdata[i])->title);
  adw_combo_row_set_model (self->what_row, G_LIST_MODEL (model));
}

static void
fill_columns (HeedExportDialog *self)
{
  guint             n;
  const HeedColumn *columns = heed_columns_get (&n);
  g_auto (GStrv) chosen = g_settings_get_strv (self->settings, "export-columns");

  for (guint i = 0; i < n; i++)
    {
      GtkWidget *row = adw_switch_row_new ();
      gboolean   on = chosen[0] ? g_strv_contains ((const char *const *) chosen, columns[i].id)
                                : columns[i].usual;

      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), heed_words_column (columns[i].id));
      if (columns[i].privacy == HEED_PRIVACY_OUT)
        adw_action_row_set_subtitle (ADW_ACTION_ROW (row), _ ("Only where people are shown"));
      else if (columns[i].privacy == HEED_PRIVACY_SCAN)
        adw_action_row_set_subtitle (ADW_ACTION_ROW (row),
                                     _ ("Searched and replaced unless people are shown"));
      adw_switch_row_set_active (ADW_SWITCH_ROW (row), on);
      g_signal_connect_object (row, "notify::active", G_CALLBACK (changed_cb), self,
                               G_CONNECT_SWAPPED);
      adw_expander_row_add_row (self->columns_row, row);
      g_ptr_array_add (self->switches, row);
    }
}

/**
 * heed_export_dialog_new:
 * @session: who works with what
 * @query: (nullable): the list it is opened from
 * @kind: (nullable): the report to begin with
 * @reference: (nullable): the case it is about
 *
 * Makes the dialog.
 *
 * Returns: (transfer floating): the dialog
 */
AdwDialog *
heed_export_dialog_new (HeedSession     *session,
                        const HeedQuery *query,
                        const char      *kind,
                        const char      *reference)
{
  HeedExportDialog *self = g_object_new (HEED_TYPE_EXPORT_DIALOG, NULL);

  self->session = g_object_ref (session);
  self->query = query ? heed_query_copy (query) : NULL;
  self->reference = g_strdup (reference);
  fill_whats (self);
  fill_columns (self);
  for (guint i = 0; kind != NULL && i < self->whats->len; i++)
    if (g_strcmp0 (((What *) self->whats->pdata[i])->kind, kind) == 0)
      adw_combo_row_set_selected (self->what_row, i);
  self->is_filling = FALSE;
  what_cb (self);
  return ADW_DIALOG (self);
}

/**
 * heed_export_dialog_new_measured:
 * @session: who works with what
 * @query: what the Outcomes page shows: its period, site and service are the report's
 * @format: the file to begin with
 *
 * Makes the dialog for a report of measures.
 *
 * Returns: (transfer floating): the dialog
 */
AdwDialog *
heed_export_dialog_new_measured (HeedSession             *session,
                                 const HeedMeasuredQuery *query,
                                 HeedFormat               format)
{
  HeedExportDialog *self
      = HEED_EXPORT_DIALOG (heed_export_dialog_new (session, NULL, "outcomes", NULL));
  g_autofree char *scope = NULL;

  self->site = g_strdup (query->site);
  self->service = g_strdup (query->place);
  if (query->place != NULL && query->site != NULL)
    scope = g_strdup_printf ("%s · %s", query->place, query->site);
  else
    scope = g_strdup (query->place ? query->place : query->site);
  adw_action_row_set_subtitle (self->scope_row, scope ? scope : "");
  self->is_filling = TRUE;
  set_day (self->from_row, query->from);
  set_day (self->to_row, query->to);
  for (guint i = 0; i < G_N_ELEMENTS (report_formats); i++)
    if (report_formats[i] == format)
      adw_combo_row_set_selected (self->format_row, i);
  self->is_filling = FALSE;
  changed_cb (self);
  return ADW_DIALOG (self);
}
