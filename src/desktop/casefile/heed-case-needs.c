/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How to talk with the person: one row that opens to the steps of meeting what they need. It shows; it
 * decides nothing. */

#include "config.h"

#include "casefile/heed-case-page-private.h"

#include "heed-words-needs.h"

typedef struct
{
  const char *step;
  const char *action; /* NULL for what follows from the case */
} Step;

static const Step steps[] = {
  { "identify", NULL },          { "record", NULL },         { "flag", NULL },
  { "share", "case.needs-shared" }, { "meet", "case.needs-met" }, { "review", "case.needs-reviewed" },
};

static GtkWidget *
new_step_row (const HeedCase  *state,
              const HeedRules *rules,
              const Step      *step)
{
  gboolean   is_done = heed_case_did_needs_step (state, step->step);
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *icon = gtk_image_new_from_icon_name (is_done ? "object-select-symbolic"
                                                          : "radio-symbolic");

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row),
                                 heed_words_code (rules, "needs-steps", step->step));
  if (is_done)
    gtk_widget_add_css_class (icon, "success");
  /* Translators: whether a step was taken, for screen readers */
  gtk_accessible_update_property (GTK_ACCESSIBLE (icon), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  is_done ? C_ ("step", "Done") : C_ ("step", "Not done"), -1);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), icon);
  if (!is_done && step->action != NULL)
    {
      GtkWidget *button = gtk_button_new_with_label (_ ("Done…"));

      gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
      gtk_widget_add_css_class (button, "flat");
      gtk_actionable_set_action_name (GTK_ACTIONABLE (button), step->action);
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
    }
  return row;
}

/**
 * heed_case_needs_row_new:
 * @state: a case
 * @rules: the rules
 *
 * Returns: (transfer floating): a row that tells how to talk with the person and what is still to be
 *   done about it
 */
GtkWidget *
heed_case_needs_row_new (const HeedCase  *state,
                         const HeedRules *rules)
{
  GtkWidget       *row = adw_expander_row_new ();
  g_auto (GStrv)   lines = heed_words_needs (state, rules);
  g_autofree char *text = g_strjoinv (" · ", lines);
  GtkWidget       *change = gtk_button_new_from_icon_name ("document-edit-symbolic");

  if (*text == '\0')
    g_set_str (&text, state->needs_asked ? _ ("They need nothing special")
                                         : _ ("Not asked yet"));
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("How to talk with them"));
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (row), text);
  gtk_widget_set_tooltip_text (change, _ ("Change What They Need"));
  gtk_widget_set_valign (change, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (change, "flat");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (change), "case.needs");
  adw_expander_row_add_suffix (ADW_EXPANDER_ROW (row), change);
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    adw_expander_row_add_row (ADW_EXPANDER_ROW (row), new_step_row (state, rules, &steps[i]));
  for (guint i = 0; i < state->resources->len; i++)
    {
      const HeedResourceGiven *given = state->resources->pdata[i];
      g_autofree char *day = heed_words_date (given->given);
      /* Translators: %s is a date */
      g_autofree char *told = g_strdup_printf (_ ("Told of it %s"), day);
      GtkWidget       *line = adw_action_row_new ();

      adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (line), FALSE);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (line), given->name);
      adw_action_row_set_subtitle (ADW_ACTION_ROW (line), told);
      adw_expander_row_add_row (ADW_EXPANDER_ROW (row), line);
    }
  return row;
}
