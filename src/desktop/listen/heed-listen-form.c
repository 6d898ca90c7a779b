/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The fields in which a complaint is written down, and the facts in them as the body of a "log"
 * act. It keeps nothing and refuses nothing: the page saves and performs. */

#include "config.h"

#include "listen/heed-listen-form.h"

#include "casefile/heed-code-row.h"
#include "casefile/heed-fact-form.h"
#include "heed-words.h"
#include "listen/heed-heard-box.h"
#include "listen/heed-severity-row.h"

typedef struct
{
  GtkWidget      *row;
  GtkWidget      *category;
  AdwToggleGroup *severity;
} IssueRow;

struct _HeedListenForm
{
  GtkBox parent_instance;

  /* template */
  AdwBanner           *danger_banner;
  GtkTextView         *words_view;
  HeedHeardBox        *heard_box;
  AdwToggleGroup      *feeling_group;
  AdwEntryRow         *name_row;
  AdwEntryRow         *reach_row;
  AdwSwitchRow        *anonymous_row;
  AdwEntryRow         *patient_row;
  AdwExpanderRow      *earlier_row;
  AdwEntryRow         *place_row;
  AdwEntryRow         *happened_row;
  GtkMenuButton       *places_button;
  GtkListBox          *places_list;
  AdwPreferencesGroup *who_group;
  AdwBin              *needs_bin;
  AdwPreferencesGroup *received_group;
  AdwPreferencesGroup *issues_group;
  AdwPreferencesGroup *end_group;
  AdwSwitchRow        *given_row;
  GtkTextView         *wants_view;
  GtkTextView         *did_view;

  /* owned */
  HeedSession  *session;
  GArray       *issues; /* IssueRow */
  GPtrArray    *earlier_rows;
  GCancellable *cancellable;

  /* borrowed: rows made from code sets */
  GtkWidget *relationship_row;
  GtkWidget *authority_row;
  GtkWidget *channel_row;
  GtkWidget *received_row;
  GtkWidget *safety_row;

  HeedFactForm *needs_form;

  guint earlier_timeout;
  guint is_filling : 1;
};

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HeedListenForm, heed_listen_form, GTK_TYPE_BOX)

static char *
dup_view_text (GtkTextView *view)
{
  char *text = NULL;

  g_object_get (gtk_text_view_get_buffer (view), "text", &text, NULL);
  return g_strstrip (text);
}

static char *
dup_row_text (gpointer row)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (row))));
}

static void
update_visible (HeedListenForm *self)
{
  g_autofree char *patient = dup_row_text (self->patient_row);

  gtk_widget_set_visible (self->relationship_row, *patient != '\0');
  gtk_widget_set_visible (self->authority_row, *patient != '\0');
}

static void
changed_cb (HeedListenForm *self)
{
  if (self->is_filling)
    return;
  update_visible (self);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/* Earlier cases: the reference and the day only, for others may see the screen. */
static void
earlier_found_cb (GObject      *source,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  g_autoptr (HeedListenForm) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) cases = heed_store_find_earlier_finish (HEED_STORE (source), result,
                                                                &error);
  g_autofree char *title = NULL;

  if (cases == NULL || self->session == NULL)
    return;
  for (guint i = 0; i < self->earlier_rows->len; i++)
    adw_expander_row_remove (self->earlier_row, self->earlier_rows->pdata[i]);
  g_ptr_array_set_size (self->earlier_rows, 0);
  for (guint i = 0; i < cases->len; i++)
    {
      const HeedCaseRow *earlier = cases->pdata[i];
      g_autofree char   *day = heed_words_date (earlier->received);
      GtkWidget         *row = adw_action_row_new ();

      adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), earlier->reference);
      adw_action_row_set_subtitle (ADW_ACTION_ROW (row), day);
      adw_expander_row_add_row (self->earlier_row, row);
      g_ptr_array_add (self->earlier_rows, row);
    }
  title = g_strdup_printf (ngettext ("%u earlier case", "%u earlier cases", cases->len),
                           cases->len);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->earlier_row), title);
  gtk_widget_set_visible (GTK_WIDGET (self->earlier_row), cases->len > 0);
}

static gboolean
earlier_timeout_cb (gpointer user_data)
{
  HeedListenForm  *self = user_data;
  g_autofree char *name = dup_row_text (self->name_row);
  g_autofree char *reach = dup_row_text (self->reach_row);

  self->earlier_timeout = 0;
  if (*name == '\0' && *reach == '\0')
    {
      gtk_widget_set_visible (GTK_WIDGET (self->earlier_row), FALSE);
      return G_SOURCE_REMOVE;
    }
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  heed_store_find_earlier_async (heed_session_get_store (self->session),
                                 *name != '\0' ? name : NULL, *reach != '\0' ? reach : NULL,
                                 self->cancellable, earlier_found_cb, g_object_ref (self));
  return G_SOURCE_REMOVE;
}

static void
who_changed_cb (HeedListenForm *self)
{
  g_clear_handle_id (&self->earlier_timeout, g_source_remove);
  self->earlier_timeout = g_timeout_add (400, earlier_timeout_cb, self);
}

static void
remove_issue_cb (HeedListenForm *self,
                 GtkButton      *button)
{
  GtkWidget *row = gtk_widget_get_ancestor (GTK_WIDGET (button), ADW_TYPE_EXPANDER_ROW);

  for (guint i = 0; i < self->issues->len; i++)
    if (g_array_index (self->issues, IssueRow, i).row == row)
      {
        g_array_remove_index (self->issues, i);
        adw_preferences_group_remove (self->issues_group, row);
        changed_cb (self);
        return;
      }
}

static IssueRow *
add_issue (HeedListenForm *self,
           const char     *text)
{
  IssueRow   issue = { 0 };
  GtkWidget *entry = adw_entry_row_new ();
  GtkWidget *remove = gtk_button_new_from_icon_name ("user-trash-symbolic");

  issue.row = adw_expander_row_new ();
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (issue.row), FALSE);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (entry), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (entry), _ ("What it is about"));
  gtk_editable_set_text (GTK_EDITABLE (entry), text);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (issue.row), _ ("Issue"));
  g_object_bind_property (entry, "text", issue.row, "subtitle", G_BINDING_SYNC_CREATE);
  g_object_set_data (G_OBJECT (issue.row), "heed-entry", entry);
  issue.category = heed_code_row_new (heed_session_get_rules (self->session), "hcat",
                                      _ ("Category"), heed_session_get_today (self->session));
  gtk_widget_set_tooltip_text (remove, _ ("Remove This Issue"));
  gtk_widget_set_valign (remove, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (remove, "flat");
  adw_expander_row_add_suffix (ADW_EXPANDER_ROW (issue.row), remove);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (issue.row), entry);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (issue.row), issue.category);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (issue.row), heed_severity_row_new (&issue.severity));
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (issue.row), TRUE);
  g_signal_connect_object (remove, "clicked", G_CALLBACK (remove_issue_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (entry, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (issue.category, "notify::selected", G_CALLBACK (changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (issue.severity, "notify::active", G_CALLBACK (changed_cb), self,
                           G_CONNECT_SWAPPED);
  adw_preferences_group_add (self->issues_group, issue.row);
  g_array_append_val (self->issues, issue);
  return &g_array_index (self->issues, IssueRow, self->issues->len - 1);
}

/* A chip: an issue with that category, named after it until somebody says it better. */
static void
category_chosen_cb (HeedListenForm *self,
                    const char     *code)
{
  HeedRules *rules = heed_session_get_rules (self->session);
  IssueRow  *issue = add_issue (self, _ (heed_rules_get_label (rules, "hcat", code)));

  heed_code_row_set_id (issue->category, code);
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (issue->row), FALSE);
}

static void
danger_changed_cb (HeedListenForm *self)
{
  const char *danger = heed_heard_box_get_danger (self->heard_box);

  if (danger != NULL)
    adw_banner_set_title (self->danger_banner, danger);
  adw_banner_set_revealed (self->danger_banner, danger != NULL);
}

/**
 * heed_listen_form_teach:
 * @self: a form that was logged
 *
 * Tells the listener which categories its words were given.
 */
void
heed_listen_form_teach (HeedListenForm *self)
{
  for (guint i = 0; i < self->issues->len; i++)
    {
      const char *code = heed_code_row_get_id (g_array_index (self->issues, IssueRow, i).category);

      if (code != NULL)
        heed_heard_box_teach (self->heard_box, code);
    }
}

static void
add_issue_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  HeedListenForm *self = HEED_LISTEN_FORM (widget);
  IssueRow       *issue = add_issue (self, "");

  gtk_widget_grab_focus (g_object_get_data (G_OBJECT (issue->row), "heed-entry"));
}

/* --- Facts --- */

static void
put_text (JsonObject *body,
          const char *name,
          const char *text)
{
  if (text != NULL && *text != '\0')
    json_object_set_string_member (body, name, text);
}

static void
put_view (JsonObject  *body,
          const char  *name,
          GtkTextView *view)
{
  g_autofree char *text = dup_view_text (view);

  put_text (body, name, text);
}

static void
put_row (JsonObject *body,
         const char *name,
         gpointer    row)
{
  g_autofree char *text = dup_row_text (row);

  put_text (body, name, text);
}

static void
put_object (JsonObject *body,
            const char *name,
            JsonObject *object)
{
  if (json_object_get_size (object) > 0)
    json_object_set_object_member (body, name, object);
  else
    json_object_unref (object);
}

static JsonArray *
collect_issues (HeedListenForm *self)
{
  JsonArray *issues = json_array_new ();

  for (guint i = 0; i < self->issues->len; i++)
    {
      const IssueRow *issue = &g_array_index (self->issues, IssueRow, i);
      JsonObject     *body = json_object_new ();
      const char     *severity = adw_toggle_group_get_active_name (issue->severity);

      put_row (body, "text", g_object_get_data (G_OBJECT (issue->row), "heed-entry"));
      put_text (body, "category", heed_code_row_get_id (issue->category));
      if (severity != NULL)
        json_object_set_int_member (body, "severity", severity[0] - '0');
      if (json_object_has_member (body, "text"))
        json_array_add_object_element (issues, body);
      else
        json_object_unref (body);
    }
  return issues;
}

static void
collect_wants (HeedListenForm *self,
               JsonObject     *body)
{
  g_autofree char *text = dup_view_text (self->wants_view);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  g_autoptr (JsonArray) wants = json_array_new ();

  for (guint i = 0; lines[i] != NULL; i++)
    if (*g_strstrip (lines[i]) != '\0')
      json_array_add_string_element (wants, lines[i]);
  if (json_array_get_length (wants) > 0)
    json_object_set_array_member (body, "wants", g_steal_pointer (&wants));
}

/* Only what was told: a switch that is off and a list without a choice say nothing yet. */
static JsonObject *
collect_needs (HeedListenForm *self)
{
  g_autoptr (JsonObject) facts = heed_fact_form_collect (self->needs_form);
  JsonObject    *body = json_object_new ();
  JsonObjectIter iter;
  const char    *name;
  JsonNode      *value;

  json_object_iter_init (&iter, facts);
  while (json_object_iter_next (&iter, &name, &value))
    if (JSON_NODE_HOLDS_ARRAY (value) ? json_array_get_length (json_node_get_array (value)) > 0
                                      : json_node_get_value_type (value) != G_TYPE_BOOLEAN
                                            || json_node_get_boolean (value))
      json_object_set_member (body, name, json_node_copy (value));
  return body;
}

/**
 * heed_listen_form_collect:
 * @self: a form
 *
 * Returns: (transfer full): what was entered, as the body of a "log" act
 */
JsonObject *
heed_listen_form_collect (HeedListenForm *self)
{
  JsonObject *body = collect_needs (self);
  JsonObject *person = json_object_new ();
  JsonObject *patient = json_object_new ();
  JsonArray  *issues = collect_issues (self);

  put_view (body, "words", self->words_view);
  put_text (body, "feeling", adw_toggle_group_get_active_name (self->feeling_group));
  put_row (person, "name", self->name_row);
  put_row (person, "reach", self->reach_row);
  put_object (body, "person", person);
  if (adw_switch_row_get_active (self->anonymous_row))
    json_object_set_boolean_member (body, "anonymous", TRUE);
  put_row (patient, "name", self->patient_row);
  if (json_object_get_size (patient) > 0)
    {
      put_text (body, "relationship", heed_code_row_get_id (self->relationship_row));
      put_text (body, "authority", heed_code_row_get_id (self->authority_row));
    }
  put_object (body, "patient", patient);
  put_row (body, "place", self->place_row);
  put_row (body, "happened", self->happened_row);
  put_text (body, "channel", heed_code_row_get_id (self->channel_row));
  put_row (body, "received", self->received_row);
  if (json_array_get_length (issues) > 0)
    json_object_set_array_member (body, "issues", issues);
  else
    json_array_unref (issues);
  collect_wants (self, body);
  put_view (body, "did", self->did_view);
  put_text (body, "safety", heed_code_row_get_id (self->safety_row));
  if (adw_switch_row_get_active (self->given_row))
    json_object_set_boolean_member (body, "reference_given", TRUE);
  return body;
}

static void
fill_view (GtkTextView *view,
           JsonObject  *facts,
           const char  *name)
{
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (view),
                            json_object_get_string_member_with_default (facts, name, ""), -1);
}

static void
fill_row (gpointer    row,
          JsonObject *facts,
          const char *name)
{
  gtk_editable_set_text (GTK_EDITABLE (row),
                         json_object_get_string_member_with_default (facts, name, ""));
}

static void
fill_code (GtkWidget  *row,
           JsonObject *facts,
           const char *name)
{
  heed_code_row_set_id (row, json_object_get_string_member_with_default (facts, name, NULL));
}

static void
fill_lists (HeedListenForm *self,
            JsonObject     *facts)
{
  JsonArray *issues = json_object_has_member (facts, "issues")
                          ? json_object_get_array_member (facts, "issues")
                          : NULL;
  JsonArray *wants = json_object_has_member (facts, "wants")
                         ? json_object_get_array_member (facts, "wants")
                         : NULL;
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; issues != NULL && i < json_array_get_length (issues); i++)
    {
      JsonObject *body = json_array_get_object_element (issues, i);
      IssueRow   *issue = add_issue (self, json_object_get_string_member_with_default (body,
                                                                                       "text", ""));

      fill_code (issue->category, body, "category");
      if (json_object_has_member (body, "severity"))
        adw_toggle_group_set_active (issue->severity,
                                     (guint) json_object_get_int_member (body, "severity"));
    }
  for (guint i = 0; wants != NULL && i < json_array_get_length (wants); i++)
    g_string_append_printf (text, "%s\n", json_array_get_string_element (wants, i));
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->wants_view), text->str, -1);
}

/**
 * heed_listen_form_fill:
 * @self: an empty form
 * @facts: what heed_listen_form_collect() gave
 *
 * Shows the facts, as when a draft is restored.
 */
void
heed_listen_form_fill (HeedListenForm *self,
                       JsonObject     *facts)
{
  self->is_filling = TRUE;
  fill_view (self->words_view, facts, "words");
  if (json_object_has_member (facts, "feeling"))
    adw_toggle_group_set_active_name (self->feeling_group,
                                      json_object_get_string_member (facts, "feeling"));
  if (json_object_has_member (facts, "person"))
    {
      fill_row (self->name_row, json_object_get_object_member (facts, "person"), "name");
      fill_row (self->reach_row, json_object_get_object_member (facts, "person"), "reach");
    }
  if (json_object_has_member (facts, "patient"))
    fill_row (self->patient_row, json_object_get_object_member (facts, "patient"), "name");
  adw_switch_row_set_active (
      self->anonymous_row, json_object_get_boolean_member_with_default (facts, "anonymous", FALSE));
  fill_code (self->relationship_row, facts, "relationship");
  fill_code (self->authority_row, facts, "authority");
  heed_fact_form_fill (self->needs_form, facts);
  fill_row (self->place_row, facts, "place");
  fill_row (self->happened_row, facts, "happened");
  fill_code (self->channel_row, facts, "channel");
  fill_row (self->received_row, facts, "received");
  fill_lists (self, facts);
  fill_view (self->did_view, facts, "did");
  fill_code (self->safety_row, facts, "safety");
  adw_switch_row_set_active (
      self->given_row, json_object_get_boolean_member_with_default (facts, "reference_given",
                                                                    FALSE));
  self->is_filling = FALSE;
  update_visible (self);
}

/**
 * heed_listen_form_is_blank:
 * @self: a form
 *
 * Returns: whether nothing worth keeping was entered
 */
gboolean
heed_listen_form_is_blank (HeedListenForm *self)
{
  g_autoptr (JsonObject) facts = heed_listen_form_collect (self);

  json_object_remove_member (facts, "received");
  return json_object_get_size (facts) == 0;
}

static void
mark (gpointer    widget,
      char      **missing,
      const char *name)
{
  gboolean is_missing = g_strv_contains ((const char *const *) missing, name);

  if (is_missing)
    gtk_widget_add_css_class (widget, "error");
  else
    gtk_widget_remove_css_class (widget, "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_STATE_INVALID,
                               is_missing ? GTK_ACCESSIBLE_INVALID_TRUE
                                          : GTK_ACCESSIBLE_INVALID_FALSE,
                               -1);
}

/**
 * heed_listen_form_mark:
 * @self: a form
 * @missing: names of facts that are missing
 *
 * Marks where they are asked for. Nothing is cleared.
 */
void
heed_listen_form_mark (HeedListenForm *self,
                       char          **missing)
{
  mark (self->words_view, missing, "words");
  mark (self->name_row, missing, "person");
  mark (self->safety_row, missing, "safety");
  mark (self->issues_group, missing, "issues");
  if (g_strv_contains ((const char *const *) missing, "words"))
    gtk_widget_grab_focus (GTK_WIDGET (self->words_view));
  else if (g_strv_contains ((const char *const *) missing, "person"))
    gtk_widget_grab_focus (GTK_WIDGET (self->name_row));
}

/** heed_listen_form_focus: @self: a form. Puts the cursor where their words are written down. */
void
heed_listen_form_focus (HeedListenForm *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->words_view));
}

static void
place_chosen_cb (HeedListenForm *self,
                 GtkListBoxRow  *row)
{
  GtkWidget *label = gtk_list_box_row_get_child (row);

  gtk_editable_set_text (GTK_EDITABLE (self->place_row), gtk_label_get_text (GTK_LABEL (label)));
  gtk_menu_button_popdown (self->places_button);
}

static void
add_places (HeedListenForm *self)
{
  char **services = heed_session_get_services (self->session);

  for (guint i = 0; services != NULL && services[i] != NULL; i++)
    {
      GtkWidget *label = gtk_label_new (services[i]);

      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_list_box_append (self->places_list, label);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->places_button),
                          services != NULL && services[0] != NULL);
}

static GtkWidget *
add_code_row (HeedListenForm      *self,
              AdwPreferencesGroup *group,
              const char          *codes,
              const char          *title)
{
  GtkWidget *row = heed_code_row_new (heed_session_get_rules (self->session), codes, title,
                                      heed_session_get_today (self->session));

  adw_preferences_group_add (group, row);
  g_signal_connect_object (row, "notify::selected", G_CALLBACK (changed_cb), self,
                           G_CONNECT_SWAPPED);
  return row;
}

/**
 * heed_listen_form_set_session:
 * @self: a form
 * @session: the session; set once
 *
 * Makes the rows whose choices come from the rules.
 */
void
heed_listen_form_set_session (HeedListenForm *self,
                              HeedSession    *session)
{
  g_autofree char *today = heed_date_format (heed_session_get_today (session));

  g_return_if_fail (self->session == NULL);

  self->session = g_object_ref (session);
  self->relationship_row = add_code_row (self, self->who_group, "relationships",
                                         _ ("Who they are to the patient"));
  self->authority_row = add_code_row (self, self->who_group, "authority",
                                      _ ("The patient’s permission"));
  self->needs_form = heed_fact_form_new (session, "needs", NULL, NULL);
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self->needs_form),
                                   _ ("Communication Needs"));
  adw_bin_set_child (self->needs_bin, GTK_WIDGET (self->needs_form));
  g_signal_connect_object (self->needs_form, "changed", G_CALLBACK (changed_cb), self,
                           G_CONNECT_SWAPPED);
  self->channel_row = add_code_row (self, self->received_group, "channels", _ ("Received by"));
  self->received_row = heed_date_row_new (_ ("Received on"));
  gtk_editable_set_text (GTK_EDITABLE (self->received_row), today);
  adw_preferences_group_add (self->received_group, self->received_row);
  g_signal_connect_object (self->received_row, "changed", G_CALLBACK (changed_cb), self,
                           G_CONNECT_SWAPPED);
  self->safety_row = add_code_row (self, self->end_group, "safety", _ ("Is anyone at risk now?"));
  heed_heard_box_attend (self->heard_box, session, self->words_view);
  add_places (self);
  update_visible (self);
}

static void
watch (HeedListenForm *self)
{
  gpointer     editables[] = { self->name_row, self->reach_row, self->patient_row,
                               self->place_row, self->happened_row };
  GtkTextView *views[] = { self->words_view, self->wants_view, self->did_view };
  gpointer     switches[] = { self->anonymous_row, self->given_row };

  g_signal_connect_object (self->heard_box, "category-chosen", G_CALLBACK (category_chosen_cb),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->heard_box, "notify::danger", G_CALLBACK (danger_changed_cb),
                           self, G_CONNECT_SWAPPED);
  for (guint i = 0; i < G_N_ELEMENTS (editables); i++)
    g_signal_connect_object (editables[i], "changed", G_CALLBACK (changed_cb), self,
                             G_CONNECT_SWAPPED);
  for (guint i = 0; i < G_N_ELEMENTS (views); i++)
    g_signal_connect_object (gtk_text_view_get_buffer (views[i]), "changed",
                             G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  for (guint i = 0; i < G_N_ELEMENTS (switches); i++)
    g_signal_connect_object (switches[i], "notify::active", G_CALLBACK (changed_cb), self,
                             G_CONNECT_SWAPPED);
  g_signal_connect_object (self->feeling_group, "notify::active", G_CALLBACK (changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->name_row, "changed", G_CALLBACK (who_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->reach_row, "changed", G_CALLBACK (who_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->places_list, "row-activated", G_CALLBACK (place_chosen_cb), self,
                           G_CONNECT_SWAPPED);
}

static void
heed_listen_form_dispose (GObject *object)
{
  HeedListenForm *self = HEED_LISTEN_FORM (object);

  g_clear_handle_id (&self->earlier_timeout, g_source_remove);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->session);
  gtk_widget_dispose_template (GTK_WIDGET (self), HEED_TYPE_LISTEN_FORM);

  G_OBJECT_CLASS (heed_listen_form_parent_class)->dispose (object);
}

static void
heed_listen_form_finalize (GObject *object)
{
  HeedListenForm *self = HEED_LISTEN_FORM (object);

  g_clear_pointer (&self->issues, g_array_unref);
  g_clear_pointer (&self->earlier_rows, g_ptr_array_unref);

  G_OBJECT_CLASS (heed_listen_form_parent_class)->finalize (object);
}

static void
heed_listen_form_class_init (HeedListenFormClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (HEED_TYPE_HEARD_BOX);
  object_class->dispose = heed_listen_form_dispose;
  object_class->finalize = heed_listen_form_finalize;
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/care/heed/Heed/ui/listen/heed-listen-form.ui");
  gtk_widget_class_bind_template_child (widget_class, HeedListenForm, danger_banner);
  gtk_widget_class_bind_template_child (widget_class, HeedListenForm, heard_box);
  gtk_widget_class_bind_template_child (widget_class, HeedListenForm, words_view);
  gtk_widget_class_bind_template_child (widget_class, HeedListenForm, feeling_group);
  gtk_widget_class_bind_template_child (widget_class, HeedListenForm, name_row);
  gtk_widget_class_bind_template_child (widget_class, HeedListenForm, reach_row);
  gtk_widget_class_bind_template_child (widget_class, HeedListenForm, anonymous_row);
  gtk_widget_class_bind_template_child (widget_class, HeedListenForm, patient_row);
  gtk_widget_class_bind_template_child (widget_class, HeedListenForm, earlier_row);
  gtk_widget_class_bind_template_child (widget_class, HeedListenForm, place_row);
  gtk_widget_class_bind_template_child (widget_class, HeedListenForm, happened_row);
  gtk_widget_class_bind_template_child (widget_class, HeedListenForm, places_button);
  gtk_widget_class_bind_template_child (widget_class, HeedListenForm, places_list);
  gtk_widget_class_bind_template_child (widget_class, HeedListenForm, who_group);
  gtk_widget_class_bind_template_child (widget_class, HeedListenForm, needs_bin);
  gtk_widget_class_bind_template_child (widget_class, HeedListenForm, received_group);
  gtk_widget_class_bind_template_child (widget_class, HeedListenForm, issues_group);
  gtk_widget_class_bind_template_child (widget_class, HeedListenForm, end_group);
  gtk_widget_class_bind_template_child (widget_class, HeedListenForm, given_row);
  gtk_widget_class_bind_template_child (widget_class, HeedListenForm, wants_view);
  gtk_widget_class_bind_template_child (widget_class, HeedListenForm, did_view);
  gtk_widget_class_install_action (widget_class, "form.add-issue", NULL, add_issue_action);
}

static void
heed_listen_form_init (HeedListenForm *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->issues = g_array_new (FALSE, TRUE, sizeof (IssueRow));
  self->earlier_rows = g_ptr_array_new ();
  adw_toggle_group_set_active (self->feeling_group, GTK_INVALID_LIST_POSITION);
  watch (self);
}
