/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The program as the session sees it: command line, which database to open, the dialogs that
 * belong to no page. Opens one window; what is in it is the window's business.
 */
#include "config.h"

#include <glib/gi18n.h>

#include "heed-application.h"
#include "heed-opening.h"
#include "heed-own-rules.h"
#include "heed-preferences.h"
#include "heed-rules-files.h"
#include "heed-samples.h"
#include "heed-shortcuts.h"
#include "heed-window.h"

#define SAMPLE_USER         "Joanna Pryce"
#define SAMPLE_ORGANISATION "St Aldhelm’s Hospital"
#define SAMPLE_SITE         "St Aldhelm’s, Desk 2"
#define SAMPLE_PROFILE      "england-nhs"

struct _HeedApplication
{
  AdwApplication parent_instance;

  /* owned */
  GSettings *settings;
  HeedRules *rules;
  char      *rules_folder;
  HeedStore *store;    /* what was opened last */
  GPtrArray *left_out; /* what was wrong with the organisation's own files */
  char      *database; /* from the command line */
  char      *user;     /* from the command line */

  gint64   now;
  gboolean is_sample; /* what was opened last */
};

G_DEFINE_FINAL_TYPE (HeedApplication, heed_application, ADW_TYPE_APPLICATION)

static HeedWindow *
get_window (HeedApplication *self)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (self));

  if (window == NULL)
    window = GTK_WINDOW (heed_window_new (GTK_APPLICATION (self)));
  return HEED_WINDOW (window);
}

/* --- Opening -------------------------------------------------------------------------------- */

static char *
dup_database (HeedApplication *self)
{
  g_autofree char *chosen = g_settings_get_string (self->settings, "database");

  if (self->database != NULL)
    return g_strdup (self->database);
  if (*chosen != '\0')
    return g_steal_pointer (&chosen);
  return g_build_filename (g_get_user_data_dir (), "heed", "heed.db", NULL);
}

/* Where the organisation's own folder cannot be read, Heed works with its own rules and says so. */
static void
load_rules (HeedApplication *self)
{
  g_autofree char *chosen = g_settings_get_string (self->settings, "rules-folder");
  g_autoptr (GError) error = NULL;

  g_clear_pointer (&self->rules, heed_rules_unref);
  g_clear_pointer (&self->rules_folder, g_free);
  g_clear_pointer (&self->left_out, g_ptr_array_unref);
  self->left_out = g_ptr_array_new_with_free_func (g_free);
  self->rules_folder = heed_own_rules_dup_folder (chosen, self->is_sample);
  if (*chosen != '\0' && !self->is_sample && !heed_rules_files_check_folder (chosen, &error))
    g_ptr_array_add (self->left_out, g_strdup (error->message));
  self->rules = heed_own_rules_load (self->rules_folder, self->left_out);
}

/* Told once: the program works without them, with its own. */
static void
tell_left_out (HeedApplication *self)
{
  AdwDialog       *dialog;
  g_autofree char *text = NULL;
  g_autofree char *folder = NULL;

  if (self->left_out == NULL || self->left_out->len == 0)
    return;
  g_ptr_array_add (self->left_out, NULL);
  text = g_strjoinv ("\n\n", (char **) self->left_out->pdata);
  folder = g_filename_display_name (self->rules_folder);
  dialog = adw_alert_dialog_new (_ ("Some Rules Are Not Used"), NULL);
  adw_alert_dialog_format_body (ADW_ALERT_DIALOG (dialog),
                                /* Translators: the first %s is a folder, the second a list of
                                 * files in it, each with a reason */
                                _ ("Heed works with its own in place of yours. Please put these "
                                   "right in %s and start Heed again:\n\n%s"),
                                folder, text);
  adw_alert_dialog_add_response (ADW_ALERT_DIALOG (dialog), "close", _ ("_Close"));
  adw_dialog_present (dialog, GTK_WIDGET (get_window (self)));
  g_clear_pointer (&self->left_out, g_ptr_array_unref);
}

static void
opened_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr (HeedApplication) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (HeedSession) session = heed_opening_finish (result, self->left_out, &error);

  if (session != NULL)
    {
      g_set_object (&self->store, heed_session_get_store (session));
      heed_window_show_session (get_window (self), session);
      tell_left_out (self);
    }
  else
    heed_window_show_failure (get_window (self), error);
  g_application_release (G_APPLICATION (self));
}

static void
open_database (HeedApplication *self,
               HeedOpening     *opening)
{
  self->is_sample = opening->is_sample;
  opening->now = self->now;
  load_rules (self);
  opening->rules_folder = g_strdup (self->rules_folder);
  g_application_hold (G_APPLICATION (self));
  heed_window_show_loading (get_window (self));
  heed_opening_run (opening, self->rules, opened_cb, g_object_ref (self));
}

static HeedOpening *
new_opening (HeedApplication *self)
{
  HeedOpening *opening = g_new0 (HeedOpening, 1);

  opening->path = dup_database (self);
  opening->user = self->user != NULL ? g_strdup (self->user)
                                     : g_settings_get_string (self->settings, "user-name");
  return opening;
}

static void
open_samples (HeedApplication *self)
{
  HeedOpening *opening = new_opening (self);
  g_auto (GStrv) services = heed_samples_dup_services ();

  g_clear_pointer (&opening->path, g_free);
  opening->path = g_build_filename (g_get_user_data_dir (), "heed", "sample.db", NULL);
  g_set_str (&opening->user, SAMPLE_USER);
  opening->organisation = g_strdup (SAMPLE_ORGANISATION);
  opening->site = g_strdup (SAMPLE_SITE);
  opening->profile = g_strdup (SAMPLE_PROFILE);
  opening->services = g_strjoinv ("\n", services);
  opening->is_sample = TRUE;
  opening->create = TRUE;
  open_database (self, opening);
}

static void
open_what_is_there (HeedApplication *self)
{
  HeedOpening *opening = NULL;
  gboolean     known = FALSE;

  if (self->is_sample)
    {
      open_samples (self);
      return;
    }
  opening = new_opening (self);
  known = g_file_test (opening->path, G_FILE_TEST_EXISTS);
  if (known)
    {
      open_database (self, opening);
      return;
    }
  heed_opening_free (opening);
  load_rules (self);
  heed_window_show_welcome (get_window (self), self->rules);
}

/* --- Actions -------------------------------------------------------------------------------- */

static void
begin_action (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       data)
{
  HeedApplication *self = data;
  HeedOpening     *opening = new_opening (self);

  g_clear_pointer (&opening->user, g_free);
  g_variant_get (parameter, "(sssss)", &opening->user, &opening->organisation, &opening->site,
                 &opening->profile, &opening->services);
  g_settings_set_string (self->settings, "user-name", opening->user);
  opening->create = TRUE;
  open_database (self, opening);
}

static void
explore_action (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       data)
{
  HeedApplication *self = data;

  g_settings_set_boolean (self->settings, "explore-samples", TRUE);
  open_samples (self);
}

static void
start_for_real_action (GSimpleAction *action,
                       GVariant      *parameter,
                       gpointer       data)
{
  HeedApplication *self = data;

  g_settings_set_boolean (self->settings, "explore-samples", FALSE);
  g_settings_set_int64 (self->settings, "last-case", 0);
  self->is_sample = FALSE;
  open_what_is_there (self);
}

static void
open_again_action (GSimpleAction *action,
                   GVariant      *parameter,
                   gpointer       data)
{
  open_what_is_there (data);
}

static void
file_chosen_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      data)
{
  g_autoptr (HeedApplication) self = data;
  g_autoptr (GFile) file = gtk_file_dialog_open_finish (GTK_FILE_DIALOG (source), result, NULL);
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;

  if (path == NULL)
    return;
  if (self->database != NULL)
    g_set_str (&self->database, path);
  else
    g_settings_set_string (self->settings, "database", path);
  self->is_sample = FALSE;
  open_what_is_there (self);
}

static void
open_other_action (GSimpleAction *action,
                   GVariant      *parameter,
                   gpointer       data)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();

  gtk_file_dialog_set_title (dialog, _ ("Open Another File"));
  gtk_file_dialog_open (dialog, GTK_WINDOW (get_window (data)), NULL, file_chosen_cb,
                        g_object_ref (data));
}

static void
preferences_action (GSimpleAction *action,
                    GVariant      *parameter,
                    gpointer       data)
{
  HeedWindow  *window = get_window (data);
  HeedSession *session = heed_window_get_session (window);

  if (session != NULL)
    adw_dialog_present (heed_preferences_new (session), GTK_WIDGET (window));
}

static void
shortcuts_action (GSimpleAction *action,
                  GVariant      *parameter,
                  gpointer       data)
{
  adw_dialog_present (heed_shortcuts_new_dialog (), GTK_WIDGET (get_window (data)));
}

static void
about_action (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       data)
{
  AdwAboutDialog *dialog = ADW_ABOUT_DIALOG (adw_about_dialog_new ());

  adw_about_dialog_set_application_name (dialog, _ ("Heed"));
  adw_about_dialog_set_application_icon (dialog, HEED_APP_ID);
  adw_about_dialog_set_version (dialog, HEED_VERSION);
  adw_about_dialog_set_developer_name (dialog, _ ("The Heed contributors"));
  adw_about_dialog_set_license_type (dialog, GTK_LICENSE_GPL_3_0);
  adw_about_dialog_set_comments (dialog,
                                 _ ("Listen to patients who complain, answer them in time, and "
                                    "learn from what they say."));
  adw_dialog_present (ADW_DIALOG (dialog), GTK_WIDGET (get_window (data)));
}

static void
quit_action (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       data)
{
  GList *windows = gtk_application_get_windows (data);

  /* Windows remember their size and save what was typed as they close. */
  while (windows != NULL)
    {
      GtkWindow *window = windows->data;

      windows = windows->next;
      gtk_window_close (window);
    }
}

static const GActionEntry actions[] = {
  { "begin", begin_action, "(sssss)" },
  { "explore", explore_action },
  { "start-for-real", start_for_real_action },
  { "open-again", open_again_action },
  { "open-other", open_other_action },
  { "preferences", preferences_action },
  { "shortcuts", shortcuts_action },
  { "about", about_action },
  { "quit", quit_action },
};

/* --- The object ----------------------------------------------------------------------------- */

static void
heed_application_startup (GApplication *application)
{
  HeedApplication *self = HEED_APPLICATION (application);

  G_APPLICATION_CLASS (heed_application_parent_class)->startup (application);
  gtk_icon_theme_add_resource_path (gtk_icon_theme_get_for_display (gdk_display_get_default ()),
                                    "/care/heed/Heed/icons");
  self->settings = g_settings_new ("care.heed.Heed");
  self->is_sample = self->database == NULL
                    && g_settings_get_boolean (self->settings, "explore-samples");
  heed_preferences_apply_appearance (self->settings);
  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
  heed_shortcuts_install (GTK_APPLICATION (self));
  gtk_window_set_default_icon_name (HEED_APP_ID);
}

/* What was typed last is written before the program ends. */
static void
heed_application_shutdown (GApplication *application)
{
  HeedApplication *self = HEED_APPLICATION (application);

  if (self->store != NULL)
    heed_store_close (self->store);
  G_APPLICATION_CLASS (heed_application_parent_class)->shutdown (application);
}

static void
heed_application_activate (GApplication *application)
{
  HeedApplication *self = HEED_APPLICATION (application);
  HeedWindow      *window = get_window (self);

  if (!gtk_widget_get_visible (GTK_WIDGET (window)))
    open_what_is_there (self);
  gtk_window_present (GTK_WINDOW (window));
}

static gboolean
parse_now (HeedApplication *self,
           const char      *text)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_local ();

  return heed_instant_parse (text, zone, &self->now);
}

static int
heed_application_handle_local_options (GApplication *application,
                                       GVariantDict *options)
{
  HeedApplication *self = HEED_APPLICATION (application);
  const char      *now = g_getenv ("HEED_NOW");
  g_autofree char *folder = g_get_current_dir ();

  if (g_variant_dict_contains (options, "version"))
    {
      g_print ("heed %s\n", HEED_VERSION);
      return 0;
    }
  if (g_variant_dict_lookup (options, "database", "^ay", &self->database)
      && !g_path_is_absolute (self->database))
    {
      g_autofree char *relative = g_steal_pointer (&self->database);

      self->database = g_build_filename (folder, relative, NULL);
    }
  g_variant_dict_lookup (options, "as", "s", &self->user);
  g_variant_dict_lookup (options, "now", "&s", &now);
  if (now != NULL && *now != '\0' && !parse_now (self, now))
    {
      g_printerr (_ ("heed: this is no time: %s (as in 2026-11-23T14:02)\n"), now);
      return 2;
    }
  if (self->database != NULL || self->now != 0)
    g_application_set_flags (application, g_application_get_flags (application)
                                              | G_APPLICATION_NON_UNIQUE);
  return -1;
}

static void
heed_application_finalize (GObject *object)
{
  HeedApplication *self = HEED_APPLICATION (object);

  g_clear_object (&self->settings);
  g_clear_object (&self->store);
  g_clear_pointer (&self->rules, heed_rules_unref);
  g_clear_pointer (&self->rules_folder, g_free);
  g_clear_pointer (&self->left_out, g_ptr_array_unref);
  g_clear_pointer (&self->database, g_free);
  g_clear_pointer (&self->user, g_free);
  G_OBJECT_CLASS (heed_application_parent_class)->finalize (object);
}

static void
heed_application_class_init (HeedApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = heed_application_finalize;
  application_class->startup = heed_application_startup;
  application_class->shutdown = heed_application_shutdown;
  application_class->activate = heed_application_activate;
  application_class->handle_local_options = heed_application_handle_local_options;
}

static void
heed_application_init (HeedApplication *self)
{
  static const GOptionEntry entries[] = {
    { "database", 'd', 0, G_OPTION_ARG_FILENAME, NULL, N_ ("Open this database"), N_ ("FILE") },
    { "as", 0, 0, G_OPTION_ARG_STRING, NULL, N_ ("Work under this name"), N_ ("NAME") },
    { "now", 0, 0, G_OPTION_ARG_STRING, NULL, N_ ("Let the clock stand at this time"), N_ ("TIME") },
    { "version", 0, 0, G_OPTION_ARG_NONE, NULL, N_ ("Tell the version"), NULL },
    { NULL },
  };

  g_application_add_main_option_entries (G_APPLICATION (self), entries);
}

/** heed_application_new: Returns: (transfer full): the program */
HeedApplication *
heed_application_new (void)
{
  return g_object_new (HEED_TYPE_APPLICATION,
                       "application-id", HEED_APP_ID,
                       "resource-base-path", "/care/heed/Heed",
                       NULL);
}
