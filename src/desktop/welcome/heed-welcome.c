/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The first run: who is at work, for whom, by which rules. Hands the answers to the application's
 * action "begin" and keeps nothing itself.
 */
#include "config.h"

#include <glib/gi18n.h>

#include "heed-welcome.h"

struct _HeedWelcome
{
  AdwBin parent_instance;

  /* template */
  GtkEditable *name_row;
  GtkEditable *organisation_row;
  GtkEditable *site_row;
  AdwComboRow *profile_row;
  GtkTextView *services_view;
  GtkWidget   *start_button;

  /* owned */
  HeedRules *rules;
};

G_DEFINE_FINAL_TYPE (HeedWelcome, heed_welcome, ADW_TYPE_BIN)

static char *
dup_text (GtkEditable *row)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (row)));
}

static void
changed_cb (HeedWelcome *self)
{
  g_autofree char *name = dup_text (self->name_row);
  g_autofree char *organisation = dup_text (self->organisation_row);

  gtk_widget_set_sensitive (self->start_button, *name != '\0' && *organisation != '\0');
}

static void
start_cb (HeedWelcome *self)
{
  GPtrArray         *profiles = heed_rules_get_profiles (self->rules);
  guint              chosen = adw_combo_row_get_selected (self->profile_row);
  const HeedProfile *profile = chosen < profiles->len ? profiles->pdata[chosen] : NULL;
  GtkTextBuffer     *buffer = gtk_text_view_get_buffer (self->services_view);
  g_autofree char   *name = dup_text (self->name_row);
  g_autofree char   *organisation = dup_text (self->organisation_row);
  g_autofree char   *site = dup_text (self->site_row);
  g_autofree char   *services = NULL;

  g_object_get (buffer, "text", &services, NULL);
  gtk_widget_activate_action (GTK_WIDGET (self), "app.begin", "(sssss)", name, organisation, site,
                              profile != NULL ? heed_profile_get_id (profile) : "", services);
}

static void
heed_welcome_dispose (GObject *object)
{
  HeedWelcome *self = HEED_WELCOME (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), HEED_TYPE_WELCOME);
  g_clear_pointer (&self->rules, heed_rules_unref);
  G_OBJECT_CLASS (heed_welcome_parent_class)->dispose (object);
}

static void
heed_welcome_class_init (HeedWelcomeClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = heed_welcome_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/care/heed/Heed/ui/welcome/heed-welcome.ui");
  gtk_widget_class_bind_template_child (widget_class, HeedWelcome, name_row);
  gtk_widget_class_bind_template_child (widget_class, HeedWelcome, organisation_row);
  gtk_widget_class_bind_template_child (widget_class, HeedWelcome, site_row);
  gtk_widget_class_bind_template_child (widget_class, HeedWelcome, profile_row);
  gtk_widget_class_bind_template_child (widget_class, HeedWelcome, services_view);
  gtk_widget_class_bind_template_child (widget_class, HeedWelcome, start_button);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, start_cb);
}

static void
heed_welcome_init (HeedWelcome *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  changed_cb (self);
}

/** heed_welcome_new: @rules: whose profiles are offered. Returns: (transfer floating): the page */
GtkWidget *
heed_welcome_new (HeedRules *rules)
{
  HeedWelcome *self = g_object_new (HEED_TYPE_WELCOME, NULL);
  GPtrArray   *profiles = heed_rules_get_profiles (rules);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  self->rules = heed_rules_ref (rules);
  for (guint i = 0; i < profiles->len; i++)
    gtk_string_list_append (names, _ (heed_profile_get_name (profiles->pdata[i])));
  adw_combo_row_set_model (self->profile_row, G_LIST_MODEL (names));
  return GTK_WIDGET (self);
}
