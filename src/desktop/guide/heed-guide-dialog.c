/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The small dialog in which the guide asks for a reason, a name or a time. It can be confirmed as
 * soon as everything that is needed is there. */

#include "config.h"

#include "guide/heed-guide-dialog.h"

#include "casefile/heed-code-row.h"
#include "heed-words.h"

typedef struct
{
  AdwAlertDialog *dialog;
  GtkWidget      *rows[HEED_GUIDE_MAX_FIELDS];
  gboolean        is_code[HEED_GUIDE_MAX_FIELDS];
  gboolean        is_optional[HEED_GUIDE_MAX_FIELDS];
  HeedGuideAnswer answer;
  gpointer        user_data;
  GDestroyNotify  destroy;
  guint           n_rows;
} Asking;

static char *
dup_answer (Asking *asking,
            guint   i)
{
  const char *text = asking->is_code[i] ? heed_code_row_get_id (asking->rows[i])
                                        : gtk_editable_get_text (GTK_EDITABLE (asking->rows[i]));

  return g_strstrip (g_strdup (text != NULL ? text : ""));
}

static void
changed_cb (Asking *asking)
{
  gboolean is_complete = TRUE;

  for (guint i = 0; i < asking->n_rows; i++)
    {
      g_autofree char *answer = dup_answer (asking, i);

      is_complete = is_complete && (asking->is_optional[i] || *answer != '\0');
    }
  adw_alert_dialog_set_response_enabled (asking->dialog, "do", is_complete);
}

static void
response_cb (Asking     *asking,
             const char *response)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) answers = NULL;

  for (guint i = 0; i < asking->n_rows; i++)
    g_strv_builder_take (builder, dup_answer (asking, i));
  answers = g_strv_builder_end (builder);
  if (g_str_equal (response, "do"))
    asking->answer (answers, asking->user_data);
}

static GtkWidget *
new_row (Asking               *asking,
         const HeedRules      *rules,
         const HeedGuideField *field)
{
  GtkWidget *row;

  if (field->codes != NULL)
    {
      row = heed_code_row_new (rules, field->codes, field->label, HEED_DATE_NONE);
      heed_code_row_set_id (row, field->text);
      g_signal_connect_swapped (row, "notify", G_CALLBACK (changed_cb), asking);
      return row;
    }
  row = adw_entry_row_new ();
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), field->label);
  gtk_editable_set_text (GTK_EDITABLE (row), field->text != NULL ? field->text : "");
  adw_entry_row_set_activates_default (ADW_ENTRY_ROW (row), TRUE);
  g_signal_connect_swapped (row, "changed", G_CALLBACK (changed_cb), asking);
  return row;
}

static void
asking_free (gpointer data,
             GClosure *closure)
{
  Asking *asking = data;

  if (asking->destroy != NULL)
    asking->destroy (asking->user_data);
  g_free (asking);
}

/**
 * heed_guide_ask:
 * @parent: the widget it is asked from
 * @rules: the rules, for choices
 * @question: what is asked
 * @answer: called where it was answered
 * @user_data: (transfer full): for @answer; let go of with the question's destroy
 *
 * Asks for up to four things.
 */
void
heed_guide_ask (GtkWidget               *parent,
                const HeedRules         *rules,
                const HeedGuideQuestion *question,
                HeedGuideAnswer          answer,
                gpointer                 user_data)
{
  Asking    *asking = g_new0 (Asking, 1);
  GtkWidget *list = gtk_list_box_new ();

  asking->dialog = ADW_ALERT_DIALOG (adw_alert_dialog_new (question->title, question->text));
  asking->answer = answer;
  asking->user_data = user_data;
  asking->destroy = question->destroy;
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  for (guint i = 0; question->fields[i].label != NULL; i++)
    {
      asking->is_code[i] = question->fields[i].codes != NULL;
      asking->is_optional[i] = question->fields[i].is_optional;
      asking->rows[i] = new_row (asking, rules, &question->fields[i]);
      gtk_list_box_append (GTK_LIST_BOX (list), asking->rows[i]);
      asking->n_rows++;
    }
  adw_alert_dialog_set_extra_child (asking->dialog, list);
  adw_alert_dialog_add_responses (asking->dialog, "cancel", _ ("_Back"), "do", question->button,
                                  NULL);
  adw_alert_dialog_set_response_appearance (asking->dialog, "do", ADW_RESPONSE_SUGGESTED);
  adw_alert_dialog_set_default_response (asking->dialog, "do");
  adw_alert_dialog_set_close_response (asking->dialog, "cancel");
  g_signal_connect_data (asking->dialog, "response", G_CALLBACK (response_cb), asking, asking_free,
                         G_CONNECT_SWAPPED);
  changed_cb (asking);
  adw_dialog_set_content_width (ADW_DIALOG (asking->dialog), 420);
  adw_dialog_present (ADW_DIALOG (asking->dialog), parent);
}
