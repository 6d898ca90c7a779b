/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Rows that ask for one code of a code set, or for a date. They hold no rule of their own: what
 * was chosen is checked where the act is performed. */

#include "config.h"

#include "casefile/heed-code-row.h"

#include "heed-words.h"

#define IDS_KEY "heed-code-ids"

static gboolean
is_parent (const HeedCodes *codes,
           const char      *id)
{
  for (guint i = 0; i < heed_codes_get_size (codes); i++)
    if (g_strcmp0 (heed_codes_get (codes, i)->parent, id) == 0)
      return TRUE;
  return FALSE;
}

/* A code that others refine is offered too: not everything is known while somebody is speaking. */
static char *
dup_label (const HeedRules *rules,
           const HeedCodes *codes,
           const HeedCode  *code)
{
  const char *set = heed_codes_get_id (codes);
  const char *label = heed_words_code (rules, set, code->id);

  if (code->parent == NULL || is_parent (codes, code->id))
    return g_strdup (label);
  /* Translators: a category and one kind of it, for instance "Communication: not told". */
  return g_strdup_printf (_ ("%s: %s"), heed_words_code_brief (rules, set, code->parent), label);
}

/**
 * heed_code_row_new:
 * @rules: the rules that hold the code set
 * @codes: id of the code set
 * @title: what is asked
 * @today: codes that may not be used on this day are left out
 *
 * Returns: (transfer floating): a row to choose a code with; nothing is chosen at first
 */
GtkWidget *
heed_code_row_new (const HeedRules *rules,
                   const char      *codes,
                   const char      *title,
                   HeedDate         today)
{
  const HeedCodes *set = heed_rules_get_codes (rules, codes);
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);
  GPtrArray *ids = g_ptr_array_new_with_free_func (g_free);
  GtkWidget *row = adw_combo_row_new ();

  gtk_string_list_append (labels, C_ ("choice", "Not chosen"));
  g_ptr_array_add (ids, NULL);
  for (guint i = 0; set != NULL && i < heed_codes_get_size (set); i++)
    {
      const HeedCode *code = heed_codes_get (set, i);

      if (!heed_codes_is_valid (set, code->id, today))
        continue;
      gtk_string_list_take (labels, dup_label (rules, set, code));
      g_ptr_array_add (ids, g_strdup (code->id));
    }

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (labels));
  if (ids->len > 12)
    {
      adw_combo_row_set_expression (
          ADW_COMBO_ROW (row), gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL,
                                                            "string"));
      adw_combo_row_set_search_match_mode (ADW_COMBO_ROW (row),
                                           GTK_STRING_FILTER_MATCH_MODE_SUBSTRING);
      adw_combo_row_set_enable_search (ADW_COMBO_ROW (row), TRUE);
    }
  g_object_set_data_full (G_OBJECT (row), IDS_KEY, ids, (GDestroyNotify) g_ptr_array_unref);
  return row;
}

/**
 * heed_code_row_get_id:
 * @row: a row made by heed_code_row_new()
 *
 * Returns: (transfer none) (nullable): id of the chosen code
 */
const char *
heed_code_row_get_id (GtkWidget *row)
{
  GPtrArray *ids = g_object_get_data (G_OBJECT (row), IDS_KEY);
  guint      selected = adw_combo_row_get_selected (ADW_COMBO_ROW (row));

  return selected < ids->len ? ids->pdata[selected] : NULL;
}

/**
 * heed_code_row_set_id:
 * @row: a row made by heed_code_row_new()
 * @id: (nullable): the code to choose; nothing is chosen if the row does not offer it
 */
void
heed_code_row_set_id (GtkWidget  *row,
                      const char *id)
{
  GPtrArray *ids = g_object_get_data (G_OBJECT (row), IDS_KEY);
  guint      selected = 0;

  for (guint i = 1; id != NULL && i < ids->len; i++)
    if (g_str_equal (ids->pdata[i], id))
      selected = i;
  adw_combo_row_set_selected (ADW_COMBO_ROW (row), selected);
}

static void
day_selected_cb (GtkEditable *row,
                 GtkCalendar *calendar)
{
  g_autoptr (GDateTime) day = gtk_calendar_get_date (calendar);
  g_autofree char *text = g_date_time_format (day, "%Y-%m-%d");
  GtkWidget       *popover = gtk_widget_get_ancestor (GTK_WIDGET (calendar), GTK_TYPE_POPOVER);

  gtk_editable_set_text (row, text);
  if (popover != NULL)
    gtk_popover_popdown (GTK_POPOVER (popover));
}

/**
 * heed_date_row_new:
 * @title: what is asked
 *
 * Returns: (transfer floating): an entry row for a date (2026-11-24) with a calendar beside it
 */
GtkWidget *
heed_date_row_new (const char *title)
{
  GtkWidget *row = adw_entry_row_new ();
  GtkWidget *calendar = gtk_calendar_new ();
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *button = gtk_menu_button_new ();
  /* Translators: %s is what the date is for; the example shows how to type it. */
  g_autofree char *hint = g_strdup_printf (_ ("%s (as in 2026-11-24)"), title);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), hint);
  gtk_popover_set_child (GTK_POPOVER (popover), calendar);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (button), popover);
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "x-office-calendar-symbolic");
  gtk_widget_set_tooltip_text (button, _ ("Choose a Day"));
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  adw_entry_row_add_suffix (ADW_ENTRY_ROW (row), button);
  g_signal_connect_object (calendar, "day-selected", G_CALLBACK (day_selected_cb), row,
                           G_CONNECT_SWAPPED);
  return row;
}
