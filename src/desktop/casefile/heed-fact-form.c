/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Makes a form from the table of act kinds: one row a fact, by its type. It knows no kind by name
 * and refuses nothing; what is missing or wrong is told by the store and marked here. */

#include "config.h"

#include "casefile/heed-fact-form.h"

#include "casefile/heed-answers-row.h"
#include "casefile/heed-code-row.h"
#include "casefile/heed-needs-rows.h"
#include "heed-words.h"

typedef struct
{
  const HeedFactSpec *spec;
  GtkWidget          *row;
  GtkWidget          *input; /* the text view of a long text; else the row itself */
} FactRow;

struct _HeedFactForm
{
  AdwPreferencesGroup parent_instance;

  /* owned */
  HeedSession *session;
  JsonObject  *fixed;
  GArray      *rows;

  /* borrowed */
  const HeedActKind *kind;
  GtkWidget         *no_contact_row; /* NULL where it is not asked */
};

G_DEFINE_FINAL_TYPE (HeedFactForm, heed_fact_form, ADW_TYPE_PREFERENCES_GROUP)

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static gboolean
is_long (const HeedFactSpec *spec)
{
  static const char *const names[] = { "text",     "plan",   "evidence", "should_have", "comment",
                                       "you_said", "we_did", NULL };

  return spec->type == HEED_FACT_TEXT && g_strv_contains (names, spec->name);
}

static gboolean
is_code (const HeedFactSpec *spec)
{
  return spec->codes != NULL && (spec->type == HEED_FACT_CODE || spec->type == HEED_FACT_NUMBER);
}

static gboolean
is_language (const HeedFactSpec *spec)
{
  return g_str_equal (spec->name, "language");
}

static gboolean
is_asked (HeedFactForm       *self,
          const HeedFactSpec *spec,
          const char *const  *hidden)
{
  /* Which item it is about, and what the program itself knows. */
  static const char *const never[] = { "number", "survey", "survey_version", "source", NULL };

  if (json_object_has_member (self->fixed, spec->name))
    return FALSE;
  if (hidden != NULL && g_strv_contains (hidden, spec->name))
    return FALSE;
  if (g_strv_contains (never, spec->name))
    return FALSE;
  return spec->type == HEED_FACT_TEXT || spec->type == HEED_FACT_DATE
         || spec->type == HEED_FACT_FLAG || spec->type == HEED_FACT_NUMBER
         || spec->type == HEED_FACT_CODE || spec->type == HEED_FACT_CODES
         || spec->type == HEED_FACT_REFERENCE || spec->type == HEED_FACT_ANSWERS;
}

static void
changed_cb (HeedFactForm *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      const FactRow *fact = &g_array_index (self->rows, FactRow, i);

      if (gtk_widget_is_focus (fact->input)
          || gtk_widget_get_focus_child (fact->row) != NULL)
        {
          gtk_widget_remove_css_class (fact->row, "error");
          gtk_accessible_reset_state (GTK_ACCESSIBLE (fact->row), GTK_ACCESSIBLE_STATE_INVALID);
        }
    }
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
make_text_row (FactRow    *fact,
               const char *title)
{
  GtkWidget *view = gtk_text_view_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *label = gtk_label_new (title);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "caption");
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (view), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (view), FALSE);
  gtk_widget_set_size_request (view, -1, 66);
  gtk_widget_add_css_class (view, "inline");
  gtk_accessible_update_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_widget_set_margin_top (box, 9);
  gtk_widget_set_margin_bottom (box, 9);
  gtk_widget_set_margin_start (box, 12);
  gtk_widget_set_margin_end (box, 12);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), view);

  fact->row = adw_preferences_row_new ();
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (fact->row), FALSE);
  gtk_widget_set_focusable (fact->row, FALSE);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (fact->row), box);
  fact->input = view;
}

static void
make_row (HeedFactForm *self,
          FactRow      *fact)
{
  const HeedFactSpec *spec = fact->spec;
  g_autofree char    *title = heed_words_fact_title (spec->name);

  if (is_code (spec))
    fact->row = heed_code_row_new (heed_session_get_rules (self->session), spec->codes, title,
                                   heed_session_get_today (self->session));
  else if (spec->type == HEED_FACT_ANSWERS)
    fact->row = heed_answers_row_new (heed_session_get_rules (self->session), HEED_SURVEY_DEFAULT,
                                      title);
  else if (spec->type == HEED_FACT_CODES)
    fact->row = heed_codes_row_new (heed_session_get_rules (self->session), spec->codes, title,
                                    heed_session_get_today (self->session));
  else if (is_language (spec))
    fact->row = heed_language_row_new (title);
  else if (spec->type == HEED_FACT_FLAG)
    fact->row = adw_switch_row_new ();
  else if (spec->type == HEED_FACT_DATE)
    fact->row = heed_date_row_new (title);
  else if (is_long (spec))
    make_text_row (fact, title);
  else
    fact->row = adw_entry_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (fact->row), FALSE);
  if (spec->type != HEED_FACT_DATE)
    adw_preferences_row_set_title (ADW_PREFERENCES_ROW (fact->row), title);
  if (fact->input == NULL)
    fact->input = fact->row;
  if (spec->required)
    gtk_accessible_update_property (GTK_ACCESSIBLE (fact->input),
                                    GTK_ACCESSIBLE_PROPERTY_REQUIRED, TRUE, -1);
}

static void
watch_row (HeedFactForm  *self,
           const FactRow *fact)
{
  if (GTK_IS_TEXT_VIEW (fact->input))
    g_signal_connect_object (gtk_text_view_get_buffer (GTK_TEXT_VIEW (fact->input)), "changed",
                             G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  else if (fact->spec->type == HEED_FACT_ANSWERS)
    heed_answers_row_watch (fact->input, G_CALLBACK (changed_cb), self);
  else if (fact->spec->type == HEED_FACT_CODES)
    heed_codes_row_watch (fact->input, G_CALLBACK (changed_cb), self);
  else if (GTK_IS_EDITABLE (fact->input))
    g_signal_connect_object (fact->input, "changed", G_CALLBACK (changed_cb), self,
                             G_CONNECT_SWAPPED);
  else
    g_signal_connect_object (fact->input,
                             ADW_IS_SWITCH_ROW (fact->input) ? "notify::active"
                                                             : "notify::selected",
                             G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
}

static char *
dup_text (const FactRow *fact)
{
  char *text;

  if (GTK_IS_TEXT_VIEW (fact->input))
    g_object_get (gtk_text_view_get_buffer (GTK_TEXT_VIEW (fact->input)), "text", &text, NULL);
  else if (is_language (fact->spec))
    text = heed_language_row_dup (fact->input);
  else if (GTK_IS_EDITABLE (fact->input))
    text = g_strdup (gtk_editable_get_text (GTK_EDITABLE (fact->input)));
  else if (ADW_IS_COMBO_ROW (fact->input))
    text = g_strdup (heed_code_row_get_id (fact->input));
  else
    text = NULL;
  return text != NULL ? g_strstrip (text) : NULL;
}

static void
collect_row (const FactRow *fact,
             JsonObject    *body)
{
  const char      *name = fact->spec->name;
  g_autofree char *text = dup_text (fact);
  gint64           number;

  if (fact->spec->type == HEED_FACT_ANSWERS)
    {
      JsonObject *answers = heed_answers_row_collect (fact->input);

      if (answers != NULL)
        json_object_set_object_member (body, name, answers);
    }
  else if (fact->spec->type == HEED_FACT_CODES)
    json_object_set_array_member (body, name, heed_codes_row_collect (fact->input));
  else if (ADW_IS_SWITCH_ROW (fact->input))
    json_object_set_boolean_member (body, name,
                                    adw_switch_row_get_active (ADW_SWITCH_ROW (fact->input)));
  else if (text == NULL || *text == '\0')
    return;
  else if (fact->spec->type == HEED_FACT_NUMBER
           && g_ascii_string_to_signed (text, 10, 0, G_MAXINT32, &number, NULL))
    json_object_set_int_member (body, name, number);
  else
    json_object_set_string_member (body, name, text);
}

static void
fill_row (const FactRow *fact,
          JsonNode      *value)
{
  g_autofree char *text = NULL;

  if (JSON_NODE_HOLDS_ARRAY (value) && fact->spec->type == HEED_FACT_CODES)
    heed_codes_row_fill (fact->input, json_node_get_array (value));
  if (JSON_NODE_HOLDS_OBJECT (value) && fact->spec->type == HEED_FACT_ANSWERS)
    heed_answers_row_fill (fact->input, json_node_get_object (value));
  if (!JSON_NODE_HOLDS_VALUE (value))
    return;
  if (ADW_IS_SWITCH_ROW (fact->input))
    {
      adw_switch_row_set_active (ADW_SWITCH_ROW (fact->input), json_node_get_boolean (value));
      return;
    }

  if (json_node_get_value_type (value) == G_TYPE_STRING)
    text = g_strdup (json_node_get_string (value));
  else
    text = g_strdup_printf ("%" G_GINT64_FORMAT, json_node_get_int (value));

  if (GTK_IS_TEXT_VIEW (fact->input))
    gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (fact->input)), text, -1);
  else if (ADW_IS_COMBO_ROW (fact->input))
    heed_code_row_set_id (fact->input, text);
  else if (is_language (fact->spec))
    heed_language_row_set (fact->input, text);
  else
    gtk_editable_set_text (GTK_EDITABLE (fact->input), text);
}

/* Facts that only some need lie together in a row that opens. */
static void
add_row (HeedFactForm  *self,
         const FactRow *fact)
{
  if (!g_str_has_prefix (fact->spec->name, "no_contact_"))
    {
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), fact->row);
      return;
    }
  if (self->no_contact_row == NULL)
    {
      self->no_contact_row = adw_expander_row_new ();
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->no_contact_row),
                                     _ ("When not to contact them"));
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), self->no_contact_row);
    }
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self->no_contact_row), fact->row);
}

static void
heed_fact_form_finalize (GObject *object)
{
  HeedFactForm *self = HEED_FACT_FORM (object);

  g_clear_object (&self->session);
  g_clear_pointer (&self->fixed, json_object_unref);
  g_clear_pointer (&self->rows, g_array_unref);

  G_OBJECT_CLASS (heed_fact_form_parent_class)->finalize (object);
}

static void
heed_fact_form_class_init (HeedFactFormClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = heed_fact_form_finalize;

  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
heed_fact_form_init (HeedFactForm *self)
{
  self->rows = g_array_new (FALSE, TRUE, sizeof (FactRow));
}

/**
 * heed_fact_form_new:
 * @session: the session
 * @kind: name of an act kind
 * @fixed: (nullable): facts that are settled and not asked for
 * @hidden: (nullable): names of facts that are not asked for either
 *
 * Returns: (transfer floating): a form for the facts of the kind
 */
HeedFactForm *
heed_fact_form_new (HeedSession       *session,
                    const char        *kind,
                    JsonObject        *fixed,
                    const char *const *hidden)
{
  HeedFactForm *self = g_object_new (HEED_TYPE_FACT_FORM, NULL);

  self->session = g_object_ref (session);
  self->fixed = fixed != NULL ? json_object_ref (fixed) : json_object_new ();
  self->kind = heed_act_kind_find (kind);
  g_return_val_if_fail (self->kind != NULL, self);

  for (const HeedFactSpec *spec = self->kind->facts; spec->name != NULL; spec++)
    {
      FactRow fact = { .spec = spec };

      if (!is_asked (self, spec, hidden))
        continue;
      make_row (self, &fact);
      watch_row (self, &fact);
      add_row (self, &fact);
      g_array_append_val (self->rows, fact);
    }
  return self;
}

/**
 * heed_fact_form_get_kind:
 * @self: a form
 *
 * Returns: (transfer none): name of the act kind it asks for
 */
const char *
heed_fact_form_get_kind (HeedFactForm *self)
{
  return self->kind->name;
}

/**
 * heed_fact_form_collect:
 * @self: a form
 *
 * Returns: (transfer full): what was entered, with the settled facts: the body of an act
 */
JsonObject *
heed_fact_form_collect (HeedFactForm *self)
{
  JsonObject    *body = json_object_new ();
  JsonObjectIter iter;
  const char    *name;
  JsonNode      *value;

  json_object_iter_init (&iter, self->fixed);
  while (json_object_iter_next (&iter, &name, &value))
    json_object_set_member (body, name, json_node_copy (value));
  for (guint i = 0; i < self->rows->len; i++)
    collect_row (&g_array_index (self->rows, FactRow, i), body);
  return body;
}

/**
 * heed_fact_form_is_blank:
 * @self: a form
 *
 * Returns: whether nothing was typed or chosen; switches do not count
 */
gboolean
heed_fact_form_is_blank (HeedFactForm *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      const FactRow   *fact = &g_array_index (self->rows, FactRow, i);
      g_autofree char *text = dup_text (fact);
      g_autoptr (JsonObject) answers = fact->spec->type == HEED_FACT_ANSWERS
                                         ? heed_answers_row_collect (fact->input)
                                         : NULL;

      if (answers != NULL || (text != NULL && *text != '\0'))
        return FALSE;
    }
  return TRUE;
}

/**
 * heed_fact_form_fill:
 * @self: a form
 * @facts: facts to show; those it does not ask for are passed over
 */
void
heed_fact_form_fill (HeedFactForm *self,
                     JsonObject   *facts)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      const FactRow *fact = &g_array_index (self->rows, FactRow, i);

      if (json_object_has_member (facts, fact->spec->name))
        fill_row (fact, json_object_get_member (facts, fact->spec->name));
    }
}

/**
 * heed_fact_form_mark:
 * @self: a form
 * @missing: names of facts that are missing
 *
 * Marks the rows of the facts that are missing, unmarks the others, and goes to the first of them.
 *
 * Returns: how many of them the form asks for
 */
guint
heed_fact_form_mark (HeedFactForm *self,
                     char        **missing)
{
  guint n_marked = 0;

  for (guint i = 0; i < self->rows->len; i++)
    {
      const FactRow *fact = &g_array_index (self->rows, FactRow, i);

      gtk_widget_remove_css_class (fact->row, "error");
      gtk_accessible_reset_state (GTK_ACCESSIBLE (fact->input), GTK_ACCESSIBLE_STATE_INVALID);
      if (!g_strv_contains ((const char *const *) missing, fact->spec->name))
        continue;
      if (n_marked++ == 0)
        gtk_widget_grab_focus (fact->input);
      gtk_widget_add_css_class (fact->row, "error");
      gtk_accessible_update_state (GTK_ACCESSIBLE (fact->input), GTK_ACCESSIBLE_STATE_INVALID,
                                   GTK_ACCESSIBLE_INVALID_TRUE, -1);
    }
  return n_marked;
}
