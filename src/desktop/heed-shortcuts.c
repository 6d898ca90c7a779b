/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One table of actions and keys. The accelerators and the dialog that shows them are both made
 * from it, so that neither can tell something else.
 */
#include "config.h"

#include <glib/gi18n.h>

#include "heed-shortcuts.h"

static const HeedShortcut shortcuts[] = {
  { "win.log-complaint", "<Control>n", N_ ("Log a Complaint"), N_ ("Cases") },
  { "win.search", "<Control>f", N_ ("Search Cases"), N_ ("Cases") },
  { NULL, "Return", N_ ("Open the Case"), N_ ("Cases") },
  { "win.export", "<Control>e", N_ ("Export the List"), N_ ("Cases") },
  { NULL, "<Control>a", N_ ("Select All Cases"), N_ ("Cases") },
  { NULL, "F9", N_ ("Show or Hide the Guide"), N_ ("Cases") },
  { "win.go::my-day", "<Alt>1", N_ ("My Day"), N_ ("Go To") },
  { "win.go::listen", "<Alt>2", N_ ("Listen"), N_ ("Go To") },
  { "win.go::acknowledge", "<Alt>3", N_ ("Acknowledge"), N_ ("Go To") },
  { "win.go::resolve", "<Alt>4", N_ ("Resolve"), N_ ("Go To") },
  { "win.go::feedback", "<Alt>5", N_ ("Feedback"), N_ ("Go To") },
  { "win.go::all", "<Alt>6", N_ ("All Cases"), N_ ("Go To") },
  { "win.go::actions", "<Alt>7", N_ ("Actions"), N_ ("Go To") },
  { "win.go::feedback-review", "<Alt>8", N_ ("Feedback Review"), N_ ("Go To") },
  { "win.go::outcomes", "<Alt>9", N_ ("Outcomes"), N_ ("Go To") },
  { "win.go::guidance", "<Alt>0", N_ ("Guidance"), N_ ("Go To") },
  { "app.preferences", "<Control>comma", N_ ("Preferences"), N_ ("General") },
  { "app.shortcuts", "<Control>question", N_ ("Keyboard Shortcuts"), N_ ("General") },
  { "window.close", "<Control>w", N_ ("Close the Window"), N_ ("General") },
  { "app.quit", "<Control>q", N_ ("Quit"), N_ ("General") },
};

/** heed_shortcuts_install: @application: whose actions get their keys */
void
heed_shortcuts_install (GtkApplication *application)
{
  for (guint i = 0; i < G_N_ELEMENTS (shortcuts); i++)
    {
      if (shortcuts[i].action != NULL)
        gtk_application_set_accels_for_action (application, shortcuts[i].action,
                                               (const char *[]) { shortcuts[i].keys, NULL });
    }
}

static GtkWidget *
new_row (const HeedShortcut *shortcut)
{
  GtkWidget       *row = adw_action_row_new ();
  GtkWidget       *label = NULL;
  GdkModifierType  modifiers = 0;
  guint            key = 0;
  g_autofree char *keys = NULL;

  gtk_accelerator_parse (shortcut->keys, &key, &modifiers);
  keys = gtk_accelerator_get_label (key, modifiers);
  label = gtk_label_new (keys);
  gtk_widget_add_css_class (label, "tag");
  gtk_widget_set_valign (label, GTK_ALIGN_CENTER);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ (shortcut->title));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
  return row;
}

/** heed_shortcuts_new_dialog: Returns: (transfer floating): all keys, by group */
AdwDialog *
heed_shortcuts_new_dialog (void)
{
  AdwDialog  *dialog = adw_dialog_new ();
  GtkWidget  *view = adw_toolbar_view_new ();
  GtkWidget  *page = adw_preferences_page_new ();
  GtkWidget  *group = NULL;
  const char *title = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (shortcuts); i++)
    {
      if (g_strcmp0 (title, shortcuts[i].group) != 0)
        {
          title = shortcuts[i].group;
          group = adw_preferences_group_new ();
          adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _ (title));
          adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (group));
        }
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), new_row (&shortcuts[i]));
    }
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), adw_header_bar_new ());
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (view), page);
  adw_dialog_set_title (dialog, _ ("Keyboard Shortcuts"));
  adw_dialog_set_content_width (dialog, 480);
  adw_dialog_set_content_height (dialog, 600);
  adw_dialog_set_child (dialog, view);
  return dialog;
}
