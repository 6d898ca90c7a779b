/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The row that asks how severe an issue is, from 0 to 3. Nothing is chosen at first: not every
 * judgement can be made while somebody is speaking. */

#include "config.h"

#include "listen/heed-severity-row.h"

#include <glib/gi18n-lib.h>

/**
 * heed_severity_row_new:
 * @group: (out) (transfer none): the toggles in the row, named "0" to "3"
 *
 * Returns: (transfer floating): a row to judge severity with
 */
GtkWidget *
heed_severity_row_new (AdwToggleGroup **group)
{
  static const char *const labels[] = { N_ ("None"), N_ ("Low"), N_ ("Medium"), N_ ("High") };
  GtkWidget               *row = adw_action_row_new ();
  GtkWidget               *toggles = adw_toggle_group_new ();

  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    {
      AdwToggle *toggle = adw_toggle_new ();
      const char name[] = { (char) ('0' + i), '\0' };

      adw_toggle_set_name (toggle, name);
      adw_toggle_set_label (toggle, _ (labels[i]));
      adw_toggle_group_add (ADW_TOGGLE_GROUP (toggles), toggle);
    }
  adw_toggle_group_set_active (ADW_TOGGLE_GROUP (toggles), GTK_INVALID_LIST_POSITION);
  gtk_widget_set_valign (toggles, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (toggles), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Severity"), -1);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("Severity"));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), toggles);
  *group = ADW_TOGGLE_GROUP (toggles);
  return row;
}
