/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a person may change about how they work: name, site, services, appearance. What belongs to
 * the organisation goes to the store, what belongs to the person to their settings.
 */
#include "config.h"

#include <glib/gi18n.h>

#include "heed-opening.h"
#include "heed-preferences.h"

#include "heed-words.h"

struct _HeedPreferences
{
  AdwPreferencesDialog parent_instance;

  /* template */
  GtkEditable *name_row;
  GtkEditable *organisation_row;
  GtkEditable *contact_row;
  GtkEditable *site_row;
  GtkTextView *services_view;
  AdwComboRow *appearance_row;
  AdwActionRow *folder_row;

  /* owned */
  HeedSession *session;
  GSettings   *settings;
};

G_DEFINE_FINAL_TYPE (HeedPreferences, heed_preferences, ADW_TYPE_PREFERENCES_DIALOG)

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  GtkApplication *application = GTK_APPLICATION (g_application_get_default ());
  g_autoptr (GError) error = NULL;
  g_autofree char *words = NULL;
  AdwDialog       *dialog;

  if (heed_store_set_setting_finish (HEED_STORE (source), result, &error))
    return;
  words = heed_words_error (error);
  dialog = adw_alert_dialog_new (_ ("This Could Not Be Saved"), words);
  adw_alert_dialog_add_response (ADW_ALERT_DIALOG (dialog), "close", _ ("_Close"));
  adw_dialog_present (dialog, GTK_WIDGET (gtk_application_get_active_window (application)));
}

/* A failure is told in the window, for by then this dialog may be closed. */
static void
save_setting (HeedPreferences *self,
              const char      *name,
              const char      *value)
{
  heed_store_set_setting_async (heed_session_get_store (self->session), name, value, saved_cb,
                                NULL);
}

static void
name_cb (HeedPreferences *self)
{
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (self->name_row)));

  if (*name == '\0')
    return;
  if (!heed_session_is_sample (self->session))
    g_settings_set_string (self->settings, "user-name", name);
  heed_session_set_user (self->session, name);
}

static void
site_cb (HeedPreferences *self)
{
  g_autofree char *site = g_strstrip (g_strdup (gtk_editable_get_text (self->site_row)));

  heed_session_set_site (self->session, site);
  save_setting (self, "site", site);
}

static void
organisation_cb (HeedPreferences *self)
{
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (self->organisation_row)));

  heed_session_set_organisation (self->session, name);
  save_setting (self, "organisation", name);
}

static void
contact_cb (HeedPreferences *self)
{
  g_autofree char *contact = g_strstrip (g_strdup (gtk_editable_get_text (self->contact_row)));

  heed_session_set_contact (self->session, contact);
  save_setting (self, "contact", contact);
}

static void
show_folder (HeedPreferences *self)
{
  g_autofree char *folder = g_settings_get_string (self->settings, "rules-folder");
  g_autofree char *display = g_filename_display_name (folder);

  adw_action_row_set_subtitle (self->folder_row, *folder != '\0' ? display : _ ("None"));
}

static void
folder_chosen_cb (GObject      *source,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  g_autoptr (HeedPreferences) self = user_data;
  g_autoptr (GFile) folder = gtk_file_dialog_select_folder_finish (GTK_FILE_DIALOG (source), result,
                                                                   NULL);
  g_autofree char *path = folder != NULL ? g_file_get_path (folder) : NULL;

  if (path == NULL || self->settings == NULL)
    return;
  g_settings_set_string (self->settings, "rules-folder", path);
  show_folder (self);
}

static void
folder_cb (HeedPreferences *self)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();

  gtk_file_dialog_set_title (dialog, _ ("Your Own Rules"));
  gtk_file_dialog_select_folder (dialog, GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), NULL,
                                 folder_chosen_cb, g_object_ref (self));
}

static void
folder_clear_cb (HeedPreferences *self)
{
  g_settings_set_string (self->settings, "rules-folder", "");
  show_folder (self);
}

static void
appearance_cb (HeedPreferences *self)
{
  static const char *const names[] = { "system", "light", "dark" };
  guint                    chosen = adw_combo_row_get_selected (self->appearance_row);

  if (self->settings == NULL || chosen >= G_N_ELEMENTS (names))
    return;
  g_settings_set_string (self->settings, "appearance", names[chosen]);
  heed_preferences_apply_appearance (self->settings);
}

static void
closed_cb (HeedPreferences *self)
{
  GtkTextBuffer   *buffer = gtk_text_view_get_buffer (self->services_view);
  g_autofree char *text = NULL;
  g_autofree char *before = g_strjoinv ("\n", heed_session_get_services (self->session));
  g_autofree char *after = NULL;
  g_auto (GStrv) services = NULL;

  g_object_get (buffer, "text", &text, NULL);
  services = heed_services_parse (text);
  after = g_strjoinv ("\n", services);
  if (g_str_equal (before, after))
    return;
  heed_session_set_services (self->session, services);
  save_setting (self, "services", after);
}

static void
heed_preferences_dispose (GObject *object)
{
  HeedPreferences *self = HEED_PREFERENCES (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), HEED_TYPE_PREFERENCES);
  g_clear_object (&self->session);
  g_clear_object (&self->settings);
  G_OBJECT_CLASS (heed_preferences_parent_class)->dispose (object);
}

static void
heed_preferences_class_init (HeedPreferencesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = heed_preferences_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/care/heed/Heed/ui/heed-preferences.ui");
  gtk_widget_class_bind_template_child (widget_class, HeedPreferences, name_row);
  gtk_widget_class_bind_template_child (widget_class, HeedPreferences, organisation_row);
  gtk_widget_class_bind_template_child (widget_class, HeedPreferences, contact_row);
  gtk_widget_class_bind_template_child (widget_class, HeedPreferences, folder_row);
  gtk_widget_class_bind_template_child (widget_class, HeedPreferences, site_row);
  gtk_widget_class_bind_template_child (widget_class, HeedPreferences, services_view);
  gtk_widget_class_bind_template_child (widget_class, HeedPreferences, appearance_row);
  gtk_widget_class_bind_template_callback (widget_class, name_cb);
  gtk_widget_class_bind_template_callback (widget_class, organisation_cb);
  gtk_widget_class_bind_template_callback (widget_class, contact_cb);
  gtk_widget_class_bind_template_callback (widget_class, folder_cb);
  gtk_widget_class_bind_template_callback (widget_class, folder_clear_cb);
  gtk_widget_class_bind_template_callback (widget_class, site_cb);
  gtk_widget_class_bind_template_callback (widget_class, appearance_cb);
}

static void
heed_preferences_init (HeedPreferences *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/** heed_preferences_new: @session: what to change. Returns: (transfer floating): a dialog */
AdwDialog *
heed_preferences_new (HeedSession *session)
{
  HeedPreferences *self = g_object_new (HEED_TYPE_PREFERENCES, NULL);
  g_autoptr (GSettings) settings = g_settings_new ("care.heed.Heed");
  g_autofree char *services = g_strjoinv ("\n", heed_session_get_services (session));

  self->session = g_object_ref (session);
  gtk_editable_set_text (self->name_row, heed_session_get_user (session));
  gtk_editable_set_text (self->organisation_row, heed_session_get_organisation (session));
  gtk_editable_set_text (self->contact_row, heed_session_get_contact (session));
  gtk_editable_set_text (self->site_row, heed_session_get_site (session));
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->services_view), services, -1);
  adw_combo_row_set_selected (self->appearance_row,
                              (guint) g_settings_get_enum (settings, "appearance"));
  self->settings = g_steal_pointer (&settings);
  show_folder (self);
  g_signal_connect (self, "closed", G_CALLBACK (closed_cb), NULL);
  return ADW_DIALOG (self);
}

/** heed_preferences_apply_appearance: @settings: of this program. Light, dark, or the system's. */
void
heed_preferences_apply_appearance (GSettings *settings)
{
  static const AdwColorScheme schemes[] = { ADW_COLOR_SCHEME_DEFAULT, ADW_COLOR_SCHEME_FORCE_LIGHT,
                                            ADW_COLOR_SCHEME_FORCE_DARK };
  int                         chosen = g_settings_get_enum (settings, "appearance");

  adw_style_manager_set_color_scheme (adw_style_manager_get_default (),
                                      schemes[CLAMP (chosen, 0, 2)]);
}
