/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Asks for a note beside a point of a chart, and whether a known change gives new limits from there
 * on. New limits without a reason are not offered: that would hide news, not explain it.
 */
#include "config.h"

#include "heed-note-dialog.h"

#include <glib/gi18n.h>

typedef struct
{
  GtkWidget    *parent;
  GtkEditable  *entry;
  AdwSwitchRow *rebase;
  HeedNoteDone  done;
} Asking;

static char *
dup_text (Asking *asking)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (asking->entry)));
}

static void
typed_cb (Asking *asking)
{
  g_autofree char *text = dup_text (asking);

  gtk_widget_set_sensitive (GTK_WIDGET (asking->rebase), *text != '\0');
}

static void
chosen_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  g_autofree Asking *asking = data;
  g_autoptr (GtkWidget) parent = asking->parent;
  g_autofree char *text = dup_text (asking);
  const char      *answer = adw_alert_dialog_choose_finish (ADW_ALERT_DIALOG (source), result);

  if (g_str_equal (answer, "keep"))
    asking->done (text, *text != '\0' && adw_switch_row_get_active (asking->rebase), parent);
}

/**
 * heed_note_dialog_present:
 * @parent: a widget in the window; given to @done
 * @when: the month or day
 * @before: (nullable): the note that is there
 * @done: called when it is to be kept
 *
 * Asks for a note.
 */
void
heed_note_dialog_present (GtkWidget           *parent,
                          const char          *when,
                          const HeedChartNote *before,
                          HeedNoteDone         done)
{
  /* Translators: the %s is a month, as in "January 2026" */
  g_autofree char *title = g_strdup_printf (_ ("Note for %s"), when);
  AdwDialog       *dialog = adw_alert_dialog_new (
      title, _ ("What happened then, in a few words? It stands beside the point for everybody."));
  GtkWidget *group = adw_preferences_group_new ();
  GtkWidget *entry = adw_entry_row_new ();
  GtkWidget *rebase = adw_switch_row_new ();
  Asking    *asking = g_new0 (Asking, 1);

  asking->parent = g_object_ref (parent);
  asking->entry = GTK_EDITABLE (entry);
  asking->rebase = ADW_SWITCH_ROW (rebase);
  asking->done = done;
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (entry), _ ("Note"));
  adw_entry_row_set_activates_default (ADW_ENTRY_ROW (entry), TRUE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (rebase), _ ("New usual range from here on"));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (rebase),
                               _ ("Only after a known change that is meant to last"));
  if (before != NULL)
    {
      gtk_editable_set_text (asking->entry, before->text);
      adw_switch_row_set_active (asking->rebase, before->rebase);
    }
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), entry);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), rebase);
  g_signal_connect_swapped (entry, "changed", G_CALLBACK (typed_cb), asking);
  typed_cb (asking);
  adw_alert_dialog_set_extra_child (ADW_ALERT_DIALOG (dialog), group);
  adw_alert_dialog_add_responses (ADW_ALERT_DIALOG (dialog), "cancel", _ ("_Cancel"), "keep",
                                  _ ("_Keep"), NULL);
  adw_alert_dialog_set_response_appearance (ADW_ALERT_DIALOG (dialog), "keep",
                                            ADW_RESPONSE_SUGGESTED);
  adw_alert_dialog_set_default_response (ADW_ALERT_DIALOG (dialog), "keep");
  adw_alert_dialog_set_close_response (ADW_ALERT_DIALOG (dialog), "cancel");
  adw_alert_dialog_choose (ADW_ALERT_DIALOG (dialog), parent, NULL, chosen_cb, asking);
}
