/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Rows that ask how to talk to somebody: several codes of a code set, and a language. They hold no
 * rule of their own: what was chosen is checked where the act is performed. */

#include "config.h"

#include "casefile/heed-needs-rows.h"

#include "heed-words-needs.h"

#define CHECKS_KEY "heed-checks"
#define ID_KEY     "heed-code"

/* What is chosen is told under the title, so that the row need not be open to be read. */
static void
check_toggled_cb (GtkWidget *row)
{
  GPtrArray *checks = g_object_get_data (G_OBJECT (row), CHECKS_KEY);
  g_autoptr (GStrvBuilder) chosen = g_strv_builder_new ();
  g_auto (GStrv) names = NULL;
  g_autofree char *subtitle = NULL;

  for (guint i = 0; i < checks->len; i++)
    if (gtk_check_button_get_active (checks->pdata[i]))
      g_strv_builder_add (chosen, g_object_get_data (checks->pdata[i], "heed-brief"));
  names = g_strv_builder_end (chosen);
  /* Translators: between the things in a list, as in "Large print, Quiet place" */
  subtitle = g_strjoinv (_ (", "), names);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (row), subtitle);
}

static void
add_check (GtkWidget      *row,
           GPtrArray      *checks,
           const char     *brief,
           const HeedCode *code,
           const char     *label)
{
  GtkWidget *line = adw_action_row_new ();
  GtkWidget *check = gtk_check_button_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (line), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (line), label);
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  g_object_set_data_full (G_OBJECT (check), ID_KEY, g_strdup (code->id), g_free);
  g_object_set_data_full (G_OBJECT (check), "heed-brief", g_strdup (brief), g_free);
  adw_action_row_add_prefix (ADW_ACTION_ROW (line), check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (line), check);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (row), line);
  g_ptr_array_add (checks, check);
  g_signal_connect_object (check, "toggled", G_CALLBACK (check_toggled_cb), row,
                           G_CONNECT_SWAPPED);
}

/**
 * heed_codes_row_new:
 * @rules: the rules that hold the code set
 * @codes: id of the code set
 * @title: what is asked
 * @today: codes that may not be used on this day are left out
 *
 * Returns: (transfer floating): a row that opens to choose any of the codes
 */
GtkWidget *
heed_codes_row_new (const HeedRules *rules,
                    const char      *codes,
                    const char      *title,
                    HeedDate         today)
{
  const HeedCodes *set = heed_rules_get_codes (rules, codes);
  GPtrArray *checks = g_ptr_array_new ();
  GtkWidget *row = adw_expander_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  g_object_set_data_full (G_OBJECT (row), CHECKS_KEY, checks, (GDestroyNotify) g_ptr_array_unref);
  for (guint i = 0; set != NULL && i < heed_codes_get_size (set); i++)
    {
      const HeedCode *code = heed_codes_get (set, i);

      if (heed_codes_is_valid (set, code->id, today))
        add_check (row, checks, heed_words_code_brief (rules, codes, code->id), code,
                   heed_words_code (rules, codes, code->id));
    }
  return row;
}

/**
 * heed_codes_row_collect:
 * @row: a row made by heed_codes_row_new()
 *
 * Returns: (transfer full): ids of the chosen codes
 */
JsonArray *
heed_codes_row_collect (GtkWidget *row)
{
  GPtrArray *checks = g_object_get_data (G_OBJECT (row), CHECKS_KEY);
  JsonArray *ids = json_array_new ();

  for (guint i = 0; i < checks->len; i++)
    if (gtk_check_button_get_active (checks->pdata[i]))
      json_array_add_string_element (ids, g_object_get_data (checks->pdata[i], ID_KEY));
  return ids;
}

/**
 * heed_codes_row_fill:
 * @row: a row made by heed_codes_row_new()
 * @ids: ids of codes; those the row does not offer are passed over
 *
 * Chooses these codes and no others.
 */
void
heed_codes_row_fill (GtkWidget *row,
                     JsonArray *ids)
{
  GPtrArray *checks = g_object_get_data (G_OBJECT (row), CHECKS_KEY);

  for (guint i = 0; i < checks->len; i++)
    {
      const char *id = g_object_get_data (checks->pdata[i], ID_KEY);
      gboolean    is_chosen = FALSE;

      for (guint k = 0; k < json_array_get_length (ids); k++)
        is_chosen = is_chosen || g_strcmp0 (json_array_get_string_element (ids, k), id) == 0;
      gtk_check_button_set_active (checks->pdata[i], is_chosen);
    }
}

/**
 * heed_codes_row_watch:
 * @row: a row made by heed_codes_row_new()
 * @callback: (scope forever): called with @object when the choice changes
 * @object: an object
 */
void
heed_codes_row_watch (GtkWidget *row,
                      GCallback  callback,
                      gpointer   object)
{
  GPtrArray *checks = g_object_get_data (G_OBJECT (row), CHECKS_KEY);

  for (guint i = 0; i < checks->len; i++)
    g_signal_connect_object (checks->pdata[i], "toggled", callback, object, G_CONNECT_SWAPPED);
}

/* --- A language --- */

static void
bind_language_cb (GtkListItemFactory *factory,
                  GtkListItem        *item)
{
  GtkStringObject *string = gtk_list_item_get_item (item);

  gtk_label_set_text (GTK_LABEL (gtk_list_item_get_child (item)),
                      gtk_string_object_get_string (string));
}

static void
setup_language_cb (GtkListItemFactory *factory,
                   GtkListItem        *item)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_list_item_set_child (item, label);
}

static void
language_activated_cb (GtkWidget   *row,
                       guint        position,
                       GtkListView *view)
{
  GListModel *model = G_LIST_MODEL (gtk_list_view_get_model (view));
  g_autoptr (GtkStringObject) string = g_list_model_get_item (model, position);

  gtk_editable_set_text (GTK_EDITABLE (row), gtk_string_object_get_string (string));
  gtk_popover_popdown (GTK_POPOVER (gtk_widget_get_ancestor (GTK_WIDGET (view),
                                                             GTK_TYPE_POPOVER)));
  gtk_widget_grab_focus (row);
}

static void
search_changed_cb (GtkStringFilter *filter,
                   GtkSearchEntry  *entry)
{
  gtk_string_filter_set_search (filter, gtk_editable_get_text (GTK_EDITABLE (entry)));
}

/* A few hundred names, so that filtering them in memory is right. */
static GtkWidget *
make_language_list (GtkWidget *row,
                    GtkWidget *entry)
{
  GPtrArray     *languages = heed_words_languages ();
  GtkStringList *names = gtk_string_list_new (NULL);
  GtkStringFilter *filter = gtk_string_filter_new (
      gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string"));
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkWidget          *view;
  GtkWidget          *scroller = gtk_scrolled_window_new ();

  for (guint i = 0; i < languages->len; i++)
    gtk_string_list_append (names, ((const HeedLanguage *) languages->pdata[i])->name);
  g_signal_connect (factory, "setup", G_CALLBACK (setup_language_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_language_cb), NULL);
  g_signal_connect_object (entry, "search-changed", G_CALLBACK (search_changed_cb), filter,
                           G_CONNECT_SWAPPED);
  view = gtk_list_view_new (
      GTK_SELECTION_MODEL (gtk_single_selection_new (G_LIST_MODEL (
          gtk_filter_list_model_new (G_LIST_MODEL (names), GTK_FILTER (filter))))),
      factory);
  gtk_list_view_set_single_click_activate (GTK_LIST_VIEW (view), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Languages"), -1);
  g_signal_connect_object (view, "activate", G_CALLBACK (language_activated_cb), row,
                           G_CONNECT_SWAPPED);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), view);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_widget_set_size_request (scroller, 240, 280);
  return scroller;
}

/* The list is made when it is first opened: most people type. */
static void
languages_opened_cb (GtkWidget  *row,
                     GtkPopover *popover)
{
  GtkWidget *box;
  GtkWidget *entry;

  if (gtk_popover_get_child (popover) != NULL)
    return;
  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  entry = gtk_search_entry_new ();
  gtk_search_entry_set_placeholder_text (GTK_SEARCH_ENTRY (entry), _ ("Find a language"));
  gtk_box_append (GTK_BOX (box), entry);
  gtk_box_append (GTK_BOX (box), make_language_list (row, entry));
  gtk_popover_set_child (popover, box);
  gtk_widget_grab_focus (entry);
}

/**
 * heed_language_row_new:
 * @title: what is asked
 *
 * Returns: (transfer floating): an entry row for a language, with a list to choose from beside it
 */
GtkWidget *
heed_language_row_new (const char *title)
{
  GtkWidget *row = adw_entry_row_new ();
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *button = gtk_menu_button_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (button), popover);
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "pan-down-symbolic");
  gtk_widget_set_tooltip_text (button, _ ("Choose a Language"));
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  adw_entry_row_add_suffix (ADW_ENTRY_ROW (row), button);
  g_signal_connect_object (popover, "show", G_CALLBACK (languages_opened_cb), row,
                           G_CONNECT_SWAPPED);
  return row;
}

/**
 * heed_language_row_dup:
 * @row: a row made by heed_language_row_new()
 *
 * Returns: (transfer full): the ISO 639 code of the language named there, or the name as it was typed
 *   where it has no code; empty if nothing was typed
 */
char *
heed_language_row_dup (GtkWidget *row)
{
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (row))));
  const char      *code = *name != '\0' ? heed_words_language_code (name) : NULL;

  return code != NULL ? g_strdup (code) : g_steal_pointer (&name);
}

/**
 * heed_language_row_set:
 * @row: a row made by heed_language_row_new()
 * @language: an ISO 639 code or a name
 */
void
heed_language_row_set (GtkWidget  *row,
                       const char *language)
{
  gtk_editable_set_text (GTK_EDITABLE (row), heed_words_language (language));
}
