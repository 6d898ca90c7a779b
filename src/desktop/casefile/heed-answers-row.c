/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The questions of a survey, one below the other, each with its scale. Made for asking by phone: a
 * digit answers a question and goes on to the next. Holds no rule: what was chosen is checked where
 * the act is performed. */

#include "config.h"

#include "casefile/heed-answers-row.h"

#include "heed-words.h"

#define GROUPS_KEY   "heed-groups"
#define QUESTION_KEY "heed-question"

/* The groups are told by their place in the array; the last has nothing after it. */
static void
focus_next (GPtrArray *groups,
            gpointer   group)
{
  guint position;

  if (g_ptr_array_find (groups, group, &position) && position + 1 < groups->len)
    gtk_widget_child_focus (groups->pdata[position + 1], GTK_DIR_TAB_FORWARD);
}

static gboolean
key_cb (GtkWidget             *group,
        guint                  keyval,
        guint                  keycode,
        GdkModifierType        state,
        GtkEventControllerKey *controller)
{
  GPtrArray *groups = g_object_get_data (G_OBJECT (group), GROUPS_KEY);
  gunichar   digit = gdk_keyval_to_unicode (keyval);
  char       name[2] = { (char) digit, '\0' };

  if (digit < '0' || digit > '9' || (state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0
      || adw_toggle_group_get_toggle_by_name (ADW_TOGGLE_GROUP (group), name) == NULL)
    return GDK_EVENT_PROPAGATE;
  adw_toggle_group_set_active_name (ADW_TOGGLE_GROUP (group), name);
  focus_next (groups, group);
  return GDK_EVENT_STOP;
}

/* The largest number last, as on paper; 0 means that it does not apply and stands apart. */
static int
compare_codes (gconstpointer a,
               gconstpointer b)
{
  gint64 left = g_ascii_strtoll ((*(const HeedCode *const *) a)->id, NULL, 10);
  gint64 right = g_ascii_strtoll ((*(const HeedCode *const *) b)->id, NULL, 10);

  left = left == 0 ? G_MAXINT : left;
  right = right == 0 ? G_MAXINT : right;
  return left < right ? -1 : left > right;
}

static GPtrArray *
sort_scale (const HeedCodes *scale)
{
  GPtrArray *codes = g_ptr_array_new ();

  for (guint i = 0; scale != NULL && i < heed_codes_get_size (scale); i++)
    g_ptr_array_add (codes, (gpointer) heed_codes_get (scale, i));
  g_ptr_array_sort (codes, compare_codes);
  return codes;
}

static GtkWidget *
new_group (GPtrArray       *codes,
           const HeedRules *rules,
           const char      *scale)
{
  GtkWidget          *group = adw_toggle_group_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  for (guint i = 0; i < codes->len; i++)
    {
      const HeedCode *code = codes->pdata[i];
      AdwToggle      *toggle = adw_toggle_new ();

      adw_toggle_set_name (toggle, code->id);
      /* Translators: the answer that a question does not apply, on a narrow button */
      adw_toggle_set_label (toggle, g_str_equal (code->id, "0") ? C_ ("answer", "n/a") : code->id);
      adw_toggle_set_tooltip (toggle, heed_words_code (rules, scale, code->id));
      adw_toggle_group_add (ADW_TOGGLE_GROUP (group), toggle);
    }
  adw_toggle_group_set_active (ADW_TOGGLE_GROUP (group), GTK_INVALID_LIST_POSITION);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_cb), group, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (group, keys);
  gtk_widget_set_halign (group, GTK_ALIGN_START);
  return group;
}

static GtkWidget *
new_question (const HeedQuestion *question,
              GtkWidget          *group)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *label = gtk_label_new (g_dgettext (GETTEXT_PACKAGE, question->text));

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_box_append (GTK_BOX (box), label);
  if (question->hint != NULL)
    {
      GtkWidget *hint = gtk_label_new (g_dgettext (GETTEXT_PACKAGE, question->hint));

      gtk_label_set_xalign (GTK_LABEL (hint), 0);
      gtk_label_set_wrap (GTK_LABEL (hint), TRUE);
      gtk_widget_add_css_class (hint, "caption");
      gtk_box_append (GTK_BOX (box), hint);
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (group), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  g_dgettext (GETTEXT_PACKAGE, question->text), -1);
  gtk_box_append (GTK_BOX (box), group);
  return box;
}

static GtkWidget *
new_intro (const HeedSurvey *survey,
           const HeedRules  *rules,
           GPtrArray        *codes)
{
  GtkWidget *label;
  g_autoptr (GString) text = g_string_new (g_dgettext (GETTEXT_PACKAGE,
                                                       heed_survey_get_intro (survey)));

  for (guint i = 0; i < codes->len; i++)
    {
      const HeedCode *code = codes->pdata[i];
      const char     *words = heed_words_code (rules, heed_survey_get_scale (survey), code->id);

      /* Translators: a number of a scale and what it means */
      g_autofree char *one = g_strdup_printf (_ ("%s: %s"), code->id, words);

      g_string_append_printf (text, "%s%s", i == 0 ? "\n" : " · ", one);
    }
  label = gtk_label_new (text->str);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  return label;
}

/**
 * heed_answers_row_new:
 * @rules: the rules that hold the survey
 * @survey: id of the survey
 * @title: what is asked
 *
 * Returns: (transfer floating): a row with all questions of the survey; nothing is chosen at first
 */
GtkWidget *
heed_answers_row_new (const HeedRules *rules,
                      const char      *survey,
                      const char      *title)
{
  const HeedSurvey *asked = heed_rules_get_survey (rules, survey);
  const char       *scale = asked != NULL ? heed_survey_get_scale (asked) : NULL;
  g_autoptr (GPtrArray) codes = sort_scale (heed_rules_get_codes (rules, scale));
  GPtrArray *groups = g_ptr_array_new ();
  GtkWidget *row = adw_preferences_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  gtk_widget_set_margin_top (box, 12);
  gtk_widget_set_margin_bottom (box, 12);
  gtk_widget_set_margin_start (box, 12);
  gtk_widget_set_margin_end (box, 12);
  if (asked != NULL)
    gtk_box_append (GTK_BOX (box), new_intro (asked, rules, codes));
  for (guint i = 0; asked != NULL && i < heed_survey_get_size (asked); i++)
    {
      const HeedQuestion *question = heed_survey_get (asked, i);
      GtkWidget          *group = new_group (codes, rules, scale);

      g_object_set_data_full (G_OBJECT (group), QUESTION_KEY, g_strdup (question->id), g_free);
      g_object_set_data_full (G_OBJECT (group), GROUPS_KEY, g_ptr_array_ref (groups),
                              (GDestroyNotify) g_ptr_array_unref);
      g_ptr_array_add (groups, group);
      gtk_box_append (GTK_BOX (box), new_question (question, group));
    }
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  g_object_set_data_full (G_OBJECT (row), GROUPS_KEY, groups, (GDestroyNotify) g_ptr_array_unref);
  return row;
}

/**
 * heed_answers_row_collect:
 * @row: a row made by heed_answers_row_new()
 *
 * Returns: (transfer full) (nullable): question → number; %NULL where nothing is answered
 */
JsonObject *
heed_answers_row_collect (GtkWidget *row)
{
  GPtrArray *groups = g_object_get_data (G_OBJECT (row), GROUPS_KEY);
  g_autoptr (JsonObject) answers = json_object_new ();

  for (guint i = 0; i < groups->len; i++)
    {
      const char *name = adw_toggle_group_get_active_name (groups->pdata[i]);

      if (name != NULL)
        json_object_set_int_member (answers, g_object_get_data (groups->pdata[i], QUESTION_KEY),
                                    g_ascii_strtoll (name, NULL, 10));
    }
  return json_object_get_size (answers) > 0 ? g_steal_pointer (&answers) : NULL;
}

/**
 * heed_answers_row_fill:
 * @row: a row made by heed_answers_row_new()
 * @answers: question → number; those the row does not ask are passed over
 */
void
heed_answers_row_fill (GtkWidget  *row,
                       JsonObject *answers)
{
  GPtrArray *groups = g_object_get_data (G_OBJECT (row), GROUPS_KEY);

  for (guint i = 0; i < groups->len; i++)
    {
      const char      *question = g_object_get_data (groups->pdata[i], QUESTION_KEY);
      g_autofree char *name = NULL;

      if (!json_object_has_member (answers, question))
        continue;
      name = g_strdup_printf ("%" G_GINT64_FORMAT, json_object_get_int_member (answers, question));
      adw_toggle_group_set_active_name (groups->pdata[i], name);
    }
}

/**
 * heed_answers_row_watch:
 * @row: a row made by heed_answers_row_new()
 * @callback: (scope forever): called with @object when an answer changes
 * @object: an object
 */
void
heed_answers_row_watch (GtkWidget *row,
                        GCallback  callback,
                        gpointer   object)
{
  GPtrArray *groups = g_object_get_data (G_OBJECT (row), GROUPS_KEY);

  for (guint i = 0; i < groups->len; i++)
    g_signal_connect_object (groups->pdata[i], "notify::active-name", callback, object,
                             G_CONNECT_SWAPPED);
}
