/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The places that help under the rules of a case. It shows them, and notes which one the person was
 * told of; what they are is told by the rules. */

#include "config.h"

#include "casefile/heed-places-dialog.h"

#include "heed-words.h"

struct _HeedPlacesDialog
{
  AdwDialog parent_instance;

  /* owned */
  HeedSession *session;

  gint64 case_id;
  guint  seen_seq;
};

enum
{
  SIGNAL_TOLD,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HeedPlacesDialog, heed_places_dialog, ADW_TYPE_DIALOG)

static void
told_cb (HeedPlacesDialog *self,
         GtkWidget        *button)
{
  HeedActContext context = heed_session_get_context (self->session);
  g_autoptr (JsonObject) body = json_object_new ();
  g_autoptr (HeedAct) act = NULL;

  json_object_set_string_member (body, "name", g_object_get_data (G_OBJECT (button), "heed-name"));
  json_object_set_string_member (body, "resource",
                                 g_object_get_data (G_OBJECT (button), "heed-place"));
  act = heed_act_new ("resource", &context, self->case_id, self->seen_seq, body);
  g_signal_emit (self, signals[SIGNAL_TOLD], 0, act);
  adw_dialog_close (ADW_DIALOG (self));
}

static char *
dup_subtitle (const HeedResource *place)
{
  const char *reach = place->reach != NULL
                          ? place->reach
                          : _ ("Your organisation has not told Heed how to reach it.");

  if (place->hours == NULL)
    return g_strdup_printf ("%s\n%s", place->what, reach);
  /* Translators: what a place does; how to reach it, and when */
  return g_strdup_printf (_ ("%s\n%s (%s)"), place->what, reach, place->hours);
}

static GtkWidget *
new_row (HeedPlacesDialog   *self,
         const HeedResource *place)
{
  g_autofree char *subtitle = dup_subtitle (place);
  /* Translators: %s is the name of a place that helps */
  g_autofree char *name = g_strdup_printf (_ ("I told them of %s"), place->name);
  GtkWidget       *row = adw_action_row_new ();
  GtkWidget       *button = gtk_button_new_with_label (_ ("Told Them"));

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), place->name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_set_subtitle_selectable (ADW_ACTION_ROW (row), TRUE);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data_full (G_OBJECT (button), "heed-place", g_strdup (place->id), g_free);
  g_object_set_data_full (G_OBJECT (button), "heed-name", g_strdup (place->name), g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (told_cb), self, G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  return row;
}

static GtkWidget *
new_page (HeedPlacesDialog    *self,
          const HeedResources *places)
{
  GtkWidget *page = adw_preferences_page_new ();
  GtkWidget *group = adw_preferences_group_new ();

  for (guint i = 0; heed_resources_get (places, i) != NULL; i++)
    adw_preferences_group_add (ADW_PREFERENCES_GROUP (group),
                               new_row (self, heed_resources_get (places, i)));
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (group));
  return page;
}

static void
heed_places_dialog_finalize (GObject *object)
{
  HeedPlacesDialog *self = HEED_PLACES_DIALOG (object);

  g_clear_object (&self->session);

  G_OBJECT_CLASS (heed_places_dialog_parent_class)->finalize (object);
}

static void
heed_places_dialog_class_init (HeedPlacesDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = heed_places_dialog_finalize;

  signals[SIGNAL_TOLD] = g_signal_new ("told", HEED_TYPE_PLACES_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL,
                                       NULL, NULL, G_TYPE_NONE, 1, HEED_TYPE_ACT);
}

static void
heed_places_dialog_init (HeedPlacesDialog *self)
{
  adw_dialog_set_title (ADW_DIALOG (self), _ ("Places That Help"));
  adw_dialog_set_content_width (ADW_DIALOG (self), 560);
}

/**
 * heed_places_dialog_new:
 * @session: the session
 * @state: a case
 *
 * Returns: (transfer floating): the places that help under its rules
 */
AdwDialog *
heed_places_dialog_new (HeedSession    *session,
                        const HeedCase *state)
{
  HeedPlacesDialog    *self = g_object_new (HEED_TYPE_PLACES_DIALOG, NULL);
  const HeedResources *places = heed_rules_get_resources (heed_session_get_rules (session),
                                                          state->profile);
  GtkWidget *view = adw_toolbar_view_new ();

  self->session = g_object_ref (session);
  self->case_id = state->id;
  self->seen_seq = state->seq;
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), adw_header_bar_new ());
  if (places != NULL)
    adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (view), new_page (self, places));
  else
    adw_toolbar_view_set_content (
        ADW_TOOLBAR_VIEW (view),
        g_object_new (ADW_TYPE_STATUS_PAGE, "title", _ ("No Places Yet"), "description",
                      _ ("The rules of this case name none."), NULL));
  adw_dialog_set_child (ADW_DIALOG (self), view);
  return ADW_DIALOG (self);
}
