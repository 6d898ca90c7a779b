/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The page on which a letter is written: loads the case and what was begun before, keeps what is
 * typed as a draft, and records the letter as sent. The text itself is in heed-letter-page-text.c,
 * paper in heed-letter-print.c. */

#include "config.h"

#include "letter/heed-letter-page-private.h"

#include "casefile/heed-stage-dialog.h"
#include "heed-words-letter.h"
#include "heed-words.h"

#define DRAFT_DELAY_MS 1000

enum
{
  SIGNAL_RECORDED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HeedLetterPage, heed_letter_page, ADW_TYPE_NAVIGATION_PAGE)

void
heed_letter_page_show_error (HeedLetterPage *self,
                             const GError   *error)
{
  g_autofree char *text = heed_words_error (error);
  AdwToast        *toast = adw_toast_new ("");

  adw_toast_set_use_markup (toast, FALSE);
  adw_toast_set_title (toast, text);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

static void
show_subtitle (HeedLetterPage *self,
               const char     *saved)
{
  g_autofree char *text = NULL;

  if (saved == NULL)
    text = g_strdup (self->file->state->reference);
  else
    /* Translators: the reference of a case, then when the letter was saved, as in “saved 15:41” */
    text = g_strdup_printf (_ ("%s, %s"), self->file->state->reference, saved);
  adw_window_title_set_subtitle (self->window_title, text);
}

/* --- Draft --- */

static char *
dup_draft_name (HeedLetterPage *self)
{
  return g_strconcat ("letter ", self->letter, NULL);
}

static void
draft_saved_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (HeedLetterPage) self = user_data;
  g_autoptr (GError) error = NULL;
  gboolean         is_saved = heed_store_save_draft_finish (HEED_STORE (source), result, &error);
  g_autofree char *text = NULL;

  if (self->session == NULL || self->is_done)
    return;
  if (is_saved)
    {
      g_autoptr (GDateTime) utc = NULL;
      g_autoptr (GDateTime) local = NULL;
      g_autofree char *time = NULL;

      utc = g_date_time_new_from_unix_utc_usec (heed_session_get_now (self->session));
      local = g_date_time_to_timezone (utc, heed_session_get_zone (self->session));
      time = g_date_time_format (local, "%H:%M:%S");
      /* Translators: %s is a time of day; stands after a comma */
      text = g_strdup_printf (_ ("saved %s"), time);
    }
  else
    {
      self->is_dirty = TRUE;
      text = heed_words_error (error);
    }
  show_subtitle (self, text);
}

static void
save_draft (HeedLetterPage *self)
{
  g_autofree char *text = NULL;
  g_autofree char *name = NULL;

  g_clear_handle_id (&self->draft_timeout, g_source_remove);
  if (self->session == NULL || !self->is_ready || (!self->is_dirty && !self->is_done))
    return;
  self->is_dirty = FALSE;
  if (!self->is_done)
    text = heed_letter_page_dup_text (self);
  name = dup_draft_name (self);
  heed_store_save_draft_async (heed_session_get_store (self->session), self->case_id,
                               heed_session_get_user (self->session), name, text,
                               heed_session_get_now (self->session), draft_saved_cb,
                               g_object_ref (self));
}

static gboolean
draft_timeout_cb (gpointer data)
{
  HeedLetterPage *self = data;

  self->draft_timeout = 0;
  save_draft (self);
  return G_SOURCE_REMOVE;
}

static void
changed_cb (HeedLetterPage *self)
{
  if (self->is_done || !self->is_ready)
    return;
  self->is_dirty = TRUE;
  g_clear_handle_id (&self->draft_timeout, g_source_remove);
  self->draft_timeout = g_timeout_add (DRAFT_DELAY_MS, draft_timeout_cb, self);
}

static void
focus_left_cb (HeedLetterPage *self)
{
  save_draft (self);
}

/* --- Loading --- */

static void
fail (HeedLetterPage *self,
      const GError   *error)
{
  g_autofree char *text = heed_words_error (error);
  g_autofree char *escaped = g_markup_escape_text (text, -1);

  adw_status_page_set_description (self->failed_page, escaped);
  gtk_stack_set_visible_child_name (self->stack, "failed");
}

static void
update_actions (HeedLetterPage *self)
{
  GtkTextBuffer *buffer = heed_letter_page_get_buffer (self);
  static const char *const names[] = { "letter.record", "letter.print", "letter.save-pdf",
                                       "letter.insert", "letter.insert-part",
                                       "letter.begin-again" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), names[i], self->is_ready && !self->is_done);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "letter.undo",
                                 self->is_ready && gtk_text_buffer_get_can_undo (buffer));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "letter.redo",
                                 self->is_ready && gtk_text_buffer_get_can_redo (buffer));
}

static void
begin (HeedLetterPage *self,
       const char     *draft)
{
  const HeedLetterTemplate *template = heed_letters_choose (self->checker.letters, self->letter,
                                                            self->file->state);
  g_autofree char *text = NULL;

  if (draft != NULL)
    text = g_strdup (draft);
  else if (template != NULL)
    text = heed_letter_compose (self->facts, template, NULL);
  heed_letter_page_set_text (self, text != NULL ? text : "", FALSE);
  self->is_ready = TRUE;
  show_subtitle (self, draft != NULL ? _ ("continued where you left off") : NULL);
  gtk_stack_set_visible_child_name (self->stack, "letter");
  heed_letter_page_make_menu (self);
  update_actions (self);
  heed_letter_page_start_check (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->source_view));
}

static void
draft_loaded_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr (HeedLetterPage) self = user_data;
  g_autofree char *draft = heed_store_load_draft_finish (HEED_STORE (source), result, NULL);

  if (self->session != NULL)
    begin (self, draft);
}

static const char *
get_person (HeedLetterPage *self)
{
  const char *name = heed_letter_facts_get (self->facts, "person");

  return name != NULL ? name : self->file->state->reference;
}

/* Paper runs as its text does, whichever way the window runs. */
static void
set_text (GtkLabel   *label,
          const char *text)
{
  gtk_label_set_text (label, text != NULL ? text : "");
  gtk_widget_set_direction (GTK_WIDGET (label),
                            text != NULL && pango_find_base_dir (text, -1) == PANGO_DIRECTION_RTL
                                ? GTK_TEXT_DIR_RTL
                                : GTK_TEXT_DIR_LTR);
}

static void
show_head (HeedLetterPage *self)
{
  const char      *letter = heed_words_code (heed_session_get_rules (self->session), "letters",
                                             self->letter);
  /* Translators: the name of a letter, then of the person it is to */
  g_autofree char *title = g_strdup_printf (_ ("%s to %s"), letter, get_person (self));

  adw_navigation_page_set_title (ADW_NAVIGATION_PAGE (self), title);
  adw_window_title_set_title (self->window_title, title);
  set_text (self->name_label, self->sender.organisation);
  set_text (self->contact_label, self->sender.contact);
  gtk_widget_set_visible (GTK_WIDGET (self->contact_label), self->sender.contact != NULL);
}

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (HeedLetterPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (HeedCaseFile) file = heed_store_load_case_finish (HEED_STORE (source), result, &error);
  g_autofree char *name = NULL;

  if (self->session == NULL)
    return;
  if (file == NULL)
    {
      fail (self, error);
      return;
    }
  self->file = g_steal_pointer (&file);
  self->facts = heed_letter_facts_for_case (self->checker.letters,
                                            heed_session_get_rules (self->session), self->file,
                                            &self->sender, heed_session_get_user (self->session),
                                            heed_session_get_today (self->session));
  show_head (self);
  name = dup_draft_name (self);
  heed_store_load_draft_async (heed_session_get_store (self->session), self->case_id,
                               heed_session_get_user (self->session), name, NULL, draft_loaded_cb,
                               g_object_ref (self));
}

/* The files of letters and phrases are read away from the main thread. */
static void
checker_free (gpointer data)
{
  HeedLetterChecker *checker = data;

  g_clear_pointer (&checker->letters, heed_letters_unref);
  g_clear_pointer (&checker->phrases, heed_phrases_unref);
  g_clear_pointer (&checker->language, heed_language_unref);
  g_free (checker);
}

static void
read_thread (GTask        *task,
             gpointer      source,
             gpointer      task_data,
             GCancellable *cancellable)
{
  const char        *folder = task_data;
  HeedLetterChecker *checker = g_new0 (HeedLetterChecker, 1);
  GError            *error = NULL;

  checker->letters = heed_letters_new (folder, NULL, &error);
  if (checker->letters != NULL)
    checker->phrases = heed_phrases_new (folder, NULL, &error);
  if (checker->phrases != NULL)
    checker->language = heed_language_new_builtin (&error);
  if (checker->language != NULL)
    g_task_return_pointer (task, checker, checker_free);
  else
    {
      checker_free (checker);
      g_task_return_error (task, error);
    }
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (HeedLetterPage) self = user_data;
  g_autoptr (GError) error = NULL;
  HeedLetterChecker *checker = g_task_propagate_pointer (G_TASK (result), &error);

  if (checker == NULL && self->session != NULL)
    fail (self, error);
  if (checker == NULL || self->session == NULL)
    {
      g_clear_pointer (&checker, checker_free);
      return;
    }
  self->checker = *checker;
  g_free (checker);
  heed_store_load_case_async (heed_session_get_store (self->session), self->case_id, NULL,
                              loaded_cb, g_object_ref (self));
}

/* --- Actions --- */

static void
undo_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  GtkTextBuffer *buffer = heed_letter_page_get_buffer (HEED_LETTER_PAGE (widget));

  if (g_str_equal (name, "letter.undo"))
    gtk_text_buffer_undo (buffer);
  else
    gtk_text_buffer_redo (buffer);
}

static void
insert_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  HeedLetterPage *self = HEED_LETTER_PAGE (widget);
  const char     *what = g_variant_get_string (parameter, NULL);

  if (g_str_equal (name, "letter.insert-part"))
    heed_letter_page_insert_part (self, what);
  else if (g_str_equal (name, "letter.insert"))
    heed_letter_page_insert (self, what);
  else
    {
      const HeedLetterTemplate *template = heed_letters_find_template (self->checker.letters, what);
      g_autofree char *text = template != NULL ? heed_letter_compose (self->facts, template, NULL)
                                               : NULL;

      if (text != NULL)
        heed_letter_page_set_text (self, text, TRUE);
    }
}

static void
paper_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  HeedLetterPage *self = HEED_LETTER_PAGE (widget);

  save_draft (self);
  if (g_str_equal (name, "letter.print"))
    heed_letter_page_print (self);
  else
    heed_letter_page_save_pdf (self);
}

static void
performed_cb (HeedLetterPage *self,
              HeedAct        *act)
{
  if (self->session == NULL)
    return;
  self->is_done = TRUE;
  save_draft (self);
  update_actions (self);
  g_signal_emit (self, signals[SIGNAL_RECORDED], 0);
}

/* The facts of the act that are known: text, checksum of its paper, and what the letter lacks. */
static JsonObject *
make_body (HeedLetterPage *self,
           GError        **error)
{
  g_autofree char *text = heed_letter_page_dup_text (self);
  g_autoptr (HeedDocument) document = heed_letter_page_make_document (self);
  g_autoptr (GBytes) pdf = heed_letter_to_pdf (document, self->file->state, error);
  g_autoptr (HeedLetterCheck) check = NULL;
  g_auto (GStrv) lacking = NULL;
  g_autofree char *checksum = NULL;
  JsonArray  *missing = json_array_new ();
  JsonObject *body;

  if (pdf == NULL)
    {
      json_array_unref (missing);
      return NULL;
    }
  check = heed_letter_check_new (&self->checker, self->facts, self->letter, text);
  lacking = heed_words_letter_lacking (check);
  checksum = heed_pdf_get_checksum (pdf);
  for (guint i = 0; lacking[i] != NULL; i++)
    json_array_add_string_element (missing, lacking[i]);
  body = heed_letter_act_body (self->facts, self->checker.letters, self->letter, text);
  json_object_set_array_member (body, "missing", missing);
  json_object_set_string_member (body, "pdf_sha256", checksum);
  return body;
}

/* What a reason is asked for; NULL if nothing is missing. */
static GtkWidget *
new_missing_group (JsonObject *body)
{
  JsonArray *missing = json_object_get_array_member (body, "missing");
  GtkWidget *group;

  if (json_array_get_length (missing) == 0)
    return NULL;
  group = adw_preferences_group_new ();
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _ ("Not in the Letter Yet"));
  adw_preferences_group_set_description (
    ADW_PREFERENCES_GROUP (group), _ ("It can still be recorded, if you say why it goes without."));
  for (guint i = 0; i < json_array_get_length (missing); i++)
    {
      GtkWidget *row = adw_action_row_new ();

      adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row),
                                     json_array_get_string_element (missing, i));
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
    }
  return group;
}

static void
record_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  HeedLetterPage *self = HEED_LETTER_PAGE (widget);
  g_autoptr (JsonObject) first = json_object_new ();
  g_autoptr (JsonObject) body = NULL;
  g_autoptr (GError) error = NULL;
  HeedStageDialogSetup setup = { 0 };
  AdwDialog *dialog;

  save_draft (self);
  body = make_body (self, &error);
  if (body == NULL)
    {
      heed_letter_page_show_error (self, error);
      return;
    }
  json_object_set_string_member (first, "recipient", "person");
  json_object_set_string_member (first, "how",
                                 g_strcmp0 (self->file->state->format, "email") == 0 ? "email"
                                                                                     : "letter");
  setup.kind = "letter";
  setup.title = _ ("Record as Sent");
  setup.button = _ ("Record as Sent");
  setup.draft = "letter-sent";
  setup.fixed = body;
  setup.first = first;
  setup.above = new_missing_group (body);
  dialog = heed_stage_dialog_new (self->session, self->file->state, &setup);
  g_signal_connect_object (dialog, "performed", G_CALLBACK (performed_cb), self,
                           G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, widget);
}

/* --- The object --- */

static void
heed_letter_page_hiding (AdwNavigationPage *page)
{
  save_draft (HEED_LETTER_PAGE (page));
}

static void
heed_letter_page_unmap (GtkWidget *widget)
{
  save_draft (HEED_LETTER_PAGE (widget));
  GTK_WIDGET_CLASS (heed_letter_page_parent_class)->unmap (widget);
}

static void
heed_letter_page_dispose (GObject *object)
{
  HeedLetterPage *self = HEED_LETTER_PAGE (object);

  g_clear_handle_id (&self->draft_timeout, g_source_remove);
  g_clear_handle_id (&self->check_timeout, g_source_remove);
  g_clear_object (&self->session);
  gtk_widget_dispose_template (GTK_WIDGET (self), HEED_TYPE_LETTER_PAGE);
  G_OBJECT_CLASS (heed_letter_page_parent_class)->dispose (object);
}

static void
heed_letter_page_finalize (GObject *object)
{
  HeedLetterPage *self = HEED_LETTER_PAGE (object);

  g_clear_pointer (&self->check, heed_letter_check_free);
  g_clear_pointer (&self->facts, heed_letter_facts_unref);
  g_clear_pointer (&self->checker.letters, heed_letters_unref);
  g_clear_pointer (&self->checker.phrases, heed_phrases_unref);
  g_clear_pointer (&self->checker.language, heed_language_unref);
  g_clear_pointer (&self->file, heed_case_file_free);
  g_clear_pointer (&self->kept, g_hash_table_unref);
  heed_sender_clear (&self->sender);
  g_free (self->letter);
  G_OBJECT_CLASS (heed_letter_page_parent_class)->finalize (object);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "letter.undo", NULL, undo_action);
  gtk_widget_class_install_action (widget_class, "letter.redo", NULL, undo_action);
  gtk_widget_class_install_action (widget_class, "letter.insert", "s", insert_action);
  gtk_widget_class_install_action (widget_class, "letter.insert-part", "s", insert_action);
  gtk_widget_class_install_action (widget_class, "letter.begin-again", "s", insert_action);
  gtk_widget_class_install_action (widget_class, "letter.print", NULL, paper_action);
  gtk_widget_class_install_action (widget_class, "letter.save-pdf", NULL, paper_action);
  gtk_widget_class_install_action (widget_class, "letter.record", NULL, record_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_p, GDK_CONTROL_MASK, "letter.print",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK,
                                       "letter.save-pdf", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK,
                                       "letter.record", NULL);
}

static void
heed_letter_page_class_init (HeedLetterPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = heed_letter_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = heed_letter_page_finalize;
  widget_class->unmap = heed_letter_page_unmap;
  ADW_NAVIGATION_PAGE_CLASS (klass)->hiding = heed_letter_page_hiding;

  signals[SIGNAL_RECORDED] = g_signal_new ("recorded", G_TYPE_FROM_CLASS (klass),
                                           G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (GTK_SOURCE_TYPE_VIEW);
  g_type_ensure (HEED_TYPE_LETTER_CHECKS);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/care/heed/Heed/ui/letter/heed-letter-page.ui");
  gtk_widget_class_bind_template_child (widget_class, HeedLetterPage, window_title);
  gtk_widget_class_bind_template_child (widget_class, HeedLetterPage, toasts);
  gtk_widget_class_bind_template_child (widget_class, HeedLetterPage, stack);
  gtk_widget_class_bind_template_child (widget_class, HeedLetterPage, failed_page);
  gtk_widget_class_bind_template_child (widget_class, HeedLetterPage, insert_button);
  gtk_widget_class_bind_template_child (widget_class, HeedLetterPage, name_label);
  gtk_widget_class_bind_template_child (widget_class, HeedLetterPage, contact_label);
  gtk_widget_class_bind_template_child (widget_class, HeedLetterPage, source_view);
  gtk_widget_class_bind_template_child (widget_class, HeedLetterPage, scroller);
  gtk_widget_class_bind_template_child (widget_class, HeedLetterPage, checks);
  install_actions (widget_class);
}

static void
heed_letter_page_init (HeedLetterPage *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkTextBuffer      *buffer;

  gtk_widget_init_template (GTK_WIDGET (self));
  self->kept = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  buffer = heed_letter_page_get_buffer (self);
  gtk_text_buffer_set_enable_undo (buffer, TRUE);
  heed_letter_page_prepare_text (self);
  g_signal_connect_object (buffer, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (buffer, "notify::can-undo", G_CALLBACK (update_actions), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (buffer, "notify::can-redo", G_CALLBACK (update_actions), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (focus, "leave", G_CALLBACK (focus_left_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->source_view), focus);
  update_actions (self);
}

/**
 * heed_letter_page_new:
 * @session: the session
 * @case_id: register id of the case
 * @letter: a code of letters
 *
 * Returns: (transfer floating): a page to write that letter, with what was begun before
 */
HeedLetterPage *
heed_letter_page_new (HeedSession *session,
                      gint64       case_id,
                      const char  *letter)
{
  HeedLetterPage *self = g_object_new (HEED_TYPE_LETTER_PAGE, NULL);
  g_autoptr (GTask) task = g_task_new (NULL, NULL, read_cb, g_object_ref (self));
  const char *contact = heed_session_get_contact (session);

  self->session = g_object_ref (session);
  self->case_id = case_id;
  self->letter = g_strdup (letter);
  self->sender.organisation = g_strdup (heed_session_get_organisation (session));
  self->sender.contact = contact != NULL && *contact != '\0' ? g_strdup (contact) : NULL;
  g_task_set_task_data (task, g_strdup (heed_session_get_rules_folder (session)), g_free);
  g_task_run_in_thread (task, read_thread);
  return self;
}
