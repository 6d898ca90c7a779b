/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Fills the groups of the case page from the case. It shows; it decides nothing. */

#include "config.h"

#include "casefile/heed-case-page-private.h"

#include "heed-words-needs.h"

static void
add_row (HeedCasePage        *self,
         AdwPreferencesGroup *group,
         GtkWidget           *row)
{
  adw_preferences_group_add (group, row);
  g_object_set_data (G_OBJECT (row), "heed-group", group);
  g_ptr_array_add (self->rows, g_object_ref (row));
}

static void
remove_rows (HeedCasePage *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      GtkWidget *row = self->rows->pdata[i];

      adw_preferences_group_remove (g_object_get_data (G_OBJECT (row), "heed-group"), row);
    }
  g_ptr_array_set_size (self->rows, 0);
}

static GtkWidget *
new_row (const char *title,
         const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  if (subtitle != NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  return row;
}

static GtkWidget *
new_tag (const char *text,
         const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_widget_add_css_class (label, "tag");
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  gtk_widget_set_valign (label, GTK_ALIGN_CENTER);
  return label;
}

static GtkWidget *
new_action_button (const char *label,
                   const char *action,
                   guint       number)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "i", (gint32) number);
  return button;
}

static GtkWidget *
new_severity (int severity)
{
  GtkWidget *box = g_object_new (GTK_TYPE_BOX, "spacing", 3, "valign", GTK_ALIGN_CENTER,
                                 "accessible-role", GTK_ACCESSIBLE_ROLE_IMG, NULL);
  /* Translators: %d is from 0 to 3. */
  g_autofree char *label = g_strdup_printf (_ ("Severity %d of 3"), severity);

  for (int i = 1; i <= 3; i++)
    {
      GtkWidget *dot = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

      gtk_widget_add_css_class (dot, "sev");
      gtk_widget_set_valign (dot, GTK_ALIGN_CENTER);
      if (i <= severity)
        gtk_widget_add_css_class (dot, "on");
      gtk_box_append (GTK_BOX (box), dot);
    }
  gtk_widget_set_tooltip_text (box, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (box), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  return box;
}

static const HeedPerson *
get_person (HeedCasePage *self,
            const char   *id)
{
  return id != NULL ? g_hash_table_lookup (self->file->people, id) : NULL;
}

const char *
heed_case_page_get_name (HeedCasePage *self)
{
  const HeedPerson *person = get_person (self, self->file->state->person);

  if (person == NULL)
    return NULL;
  return person->name != NULL ? person->name : person->full_name;
}

static void
show_words (HeedCasePage *self)
{
  HeedCase        *state = self->file->state;
  HeedRules       *rules = heed_session_get_rules (self->session);
  const char      *name = heed_case_page_get_name (self);
  g_autofree char *day = heed_words_date_near (state->received,
                                               heed_session_get_today (self->session));
  g_autofree char *caption = NULL;

  if (name == NULL)
    name = _ ("Somebody who gave no name");
  if (state->channel != NULL)
    /* Translators: who said it, by what way, who wrote it down, when. */
    caption = g_strdup_printf (_ ("%s. %s. Written down by %s, received %s"), name,
                               heed_words_code (rules, "channels", state->channel),
                               state->taken_by, day);
  else
    caption = g_strdup_printf (_ ("%s. Written down by %s, received %s"), name, state->taken_by,
                               day);
  gtk_label_set_text (self->words_label, state->words);
  gtk_label_set_text (self->words_caption, caption);
}

/* What to know before the first word is said; whoever asked to be left in peace comes first. */
static void
show_needs_tags (HeedCasePage *self)
{
  HeedCase        *state = self->file->state;
  HeedRules       *rules = heed_session_get_rules (self->session);
  g_autofree char *no_contact = NULL;

  if (heed_case_is_left_in_peace (state, heed_session_get_today (self->session)))
    {
      no_contact = heed_words_no_contact (state);
      adw_wrap_box_append (self->flags_box, new_tag (no_contact, "today"));
    }
  if (state->language != NULL)
    adw_wrap_box_append (self->flags_box,
                         new_tag (heed_words_language (state->language), "accent"));
  if (state->interpreter && !heed_case_has_flag (state, "interpreter"))
    adw_wrap_box_append (self->flags_box, new_tag (_ ("Interpreter"), "accent"));
  for (guint i = 0; i < state->support->len; i++)
    adw_wrap_box_append (self->flags_box,
                         new_tag (heed_words_code_brief (rules, "support",
                                                         state->support->pdata[i]),
                                  "accent"));
}

static void
show_flags (HeedCasePage *self)
{
  HeedCase  *state = self->file->state;
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->flags_box))) != NULL)
    adw_wrap_box_remove (self->flags_box, child);
  show_needs_tags (self);
  for (guint i = 0; i < state->flags->len; i++)
    adw_wrap_box_append (self->flags_box,
                    new_tag (heed_words_code (heed_session_get_rules (self->session), "flags",
                                              state->flags->pdata[i]),
                             "accent"));
  if (heed_case_get_n_open_hand_overs (state) > 0)
    adw_wrap_box_append (self->flags_box, new_tag (_ ("Handover not accepted"), "today"));
  if (state->hold)
    adw_wrap_box_append (self->flags_box, new_tag (_ ("On legal hold"), NULL));
  gtk_widget_set_visible (GTK_WIDGET (self->flags_box),
                          gtk_widget_get_first_child (GTK_WIDGET (self->flags_box)) != NULL);
}

static void
show_wants (HeedCasePage *self)
{
  HeedCase *state = self->file->state;
  HeedDate  today = heed_session_get_today (self->session);

  for (guint i = 0; i < state->wants->len; i++)
    {
      const HeedWant *want = state->wants->pdata[i];
      gboolean        is_done = want->done != HEED_DATE_NONE;
      GtkWidget      *row = new_row (want->text, NULL);
      GtkWidget      *icon = gtk_image_new_from_icon_name (is_done ? "object-select-symbolic"
                                                                   : "radio-symbolic");

      if (is_done)
        {
          g_autofree char *day = heed_words_date_near (want->done, today);
          /* Translators: %s is a date. */
          g_autofree char *text = g_strdup_printf (_ ("Done %s"), day);

          gtk_widget_add_css_class (icon, "success");
          adw_action_row_add_suffix (ADW_ACTION_ROW (row), new_tag (text, "good"));
        }
      else
        adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                                   new_action_button (_ ("Mark Done"), "case.want-done", i + 1));
      adw_action_row_add_prefix (ADW_ACTION_ROW (row), icon);
      add_row (self, self->wants_group, row);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->wants_group), state->wants->len > 0);
}

static char *
dup_issue_place (HeedCasePage    *self,
                 const HeedIssue *issue)
{
  g_autofree char *day = NULL;

  if (issue->happened != HEED_DATE_NONE)
    day = heed_words_date_near (issue->happened, heed_session_get_today (self->session));
  if (issue->place != NULL && day != NULL)
    /* Translators: a place and a date. */
    return g_strdup_printf (_ ("%s, %s"), issue->place, day);
  return day != NULL ? g_steal_pointer (&day) : g_strdup (issue->place);
}

static GtkWidget *
new_issue_menu (const HeedIssue *issue)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autofree char *find = g_strdup_printf ("case.find(%u)", issue->number);
  g_autofree char *amend = g_strdup_printf ("case.amend-issue(%u)", issue->number);
  GtkWidget       *button = gtk_menu_button_new ();

  g_menu_append (menu, _ ("Record _Finding…"), find);
  g_menu_append (menu, _ ("_Change Issue…"), amend);
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), G_MENU_MODEL (menu));
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "view-more-symbolic");
  gtk_widget_set_tooltip_text (button, _ ("Issue Menu"));
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  return button;
}

static void
show_issues (HeedCasePage *self)
{
  HeedCase  *state = self->file->state;
  HeedRules *rules = heed_session_get_rules (self->session);

  for (guint i = 0; i < state->issues->len; i++)
    {
      const HeedIssue *issue = state->issues->pdata[i];
      g_autofree char *place = dup_issue_place (self, issue);
      g_autofree char *number = g_strdup_printf ("%u", issue->number);
      GtkWidget       *row = new_row (issue->text, place);
      GtkWidget       *dot = gtk_label_new (number);

      gtk_widget_add_css_class (dot, "numdot");
      gtk_widget_set_valign (dot, GTK_ALIGN_CENTER);
      adw_action_row_add_prefix (ADW_ACTION_ROW (row), dot);
      if (issue->category != NULL)
        adw_action_row_add_suffix (
            ADW_ACTION_ROW (row),
            new_tag (heed_words_code_brief (rules, "hcat", issue->category), NULL));
      if (issue->severity >= 0)
        adw_action_row_add_suffix (ADW_ACTION_ROW (row), new_severity (issue->severity));
      if (issue->finding != NULL)
        adw_action_row_add_suffix (
            ADW_ACTION_ROW (row),
            new_tag (heed_words_code_brief (rules, "findings", issue->finding), "accent"));
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), new_issue_menu (issue));
      add_row (self, self->issues_group, row);
    }
}

static char *
dup_reach (const HeedPerson *person,
           const char       *role)
{
  g_autoptr (GStrvBuilder) parts = g_strv_builder_new ();
  g_auto (GStrv) all = NULL;

  if (role != NULL)
    g_strv_builder_add (parts, role);
  if (person->reach != NULL)
    g_strv_builder_add (parts, person->reach);
  if (person->phone != NULL)
    g_strv_builder_add (parts, person->phone);
  if (person->email != NULL)
    g_strv_builder_add (parts, person->email);
  if (person->address != NULL)
    g_strv_builder_add (parts, person->address);
  all = g_strv_builder_end (parts);
  return g_strjoinv (" · ", all);
}

static void
add_person (HeedCasePage     *self,
            const HeedPerson *person,
            const char       *role)
{
  const char      *name = person->name != NULL ? person->name : person->full_name;
  g_autofree char *subtitle = dup_reach (person, role);
  GtkWidget       *row = new_row (name != NULL ? name : _ ("Name not given"), subtitle);

  adw_action_row_add_prefix (ADW_ACTION_ROW (row), adw_avatar_new (32, name, name != NULL));
  adw_action_row_set_subtitle_selectable (ADW_ACTION_ROW (row), TRUE);
  add_row (self, self->people_group, row);
}

static void
show_people (HeedCasePage *self)
{
  HeedCase         *state = self->file->state;
  HeedRules        *rules = heed_session_get_rules (self->session);
  const HeedPerson *person = get_person (self, state->person);
  const HeedPerson *patient = get_person (self, state->patient);
  GtkWidget        *row;

  if (person != NULL)
    add_person (self, person,
                state->relationship != NULL
                    ? heed_words_code (rules, "relationships", state->relationship)
                    : NULL);
  if (patient != NULL)
    add_person (self, patient, _ ("Patient"));
  add_row (self, self->people_group, heed_case_needs_row_new (state, rules));
  row = new_row (state->owner != NULL ? state->owner : _ ("No one yet"),
                 _ ("Looks after this case"));
  adw_action_row_add_prefix (ADW_ACTION_ROW (row),
                             adw_avatar_new (32, state->owner, state->owner != NULL));
  add_row (self, self->people_group, row);
  for (guint i = 0; i < state->links->len; i++)
    {
      const HeedLink *link = state->links->pdata[i];
      const char     *reference = g_hash_table_lookup (self->file->references, &link->other);

      row = new_row (reference != NULL ? reference : _ ("Another case"),
                     heed_words_code (rules, "relations", link->relation));
      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
      gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "case.open-other");
      gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "x", link->other);
      adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                                 gtk_image_new_from_icon_name ("go-next-symbolic"));
      add_row (self, self->people_group, row);
    }
}

static char *
dup_clock_state (const HeedClock *clock,
                 HeedDate         today)
{
  g_autofree char *met = NULL;

  switch (clock->state)
    {
    case HEED_CLOCK_WAITING:
      return g_strdup (_ ("Not yet"));
    case HEED_CLOCK_PAUSED:
      return g_strdup (_ ("Paused"));
    case HEED_CLOCK_UNKNOWN:
      return g_strdup (_ ("Not known"));
    case HEED_CLOCK_MET:
    case HEED_CLOCK_MISSED:
      met = heed_words_date_near (clock->met, today);
      /* Translators: %s is a date. */
      return g_strdup_printf (clock->state == HEED_CLOCK_MET ? _ ("Done %s") : _ ("Done late, %s"),
                              met);
    case HEED_CLOCK_RUNNING:
    default:
      return heed_words_date_near (clock->due, today);
    }
}

static const char *
get_clock_class (const HeedClock *clock,
                 HeedDate         today)
{
  if (clock->state == HEED_CLOCK_MET)
    return "good";
  if (clock->state == HEED_CLOCK_MISSED || heed_clock_is_late (clock, today))
    return "late";
  return clock->state == HEED_CLOCK_RUNNING && clock->due == today ? "today" : NULL;
}

static GtkWidget *
new_clock_row (const HeedClock *clock,
               HeedDate         today)
{
  GtkWidget       *row = adw_expander_row_new ();
  g_autofree char *state = dup_clock_state (clock, today);
  g_autofree char *why = heed_words_clock_why (clock);
  const char      *css_class = get_clock_class (clock, today);
  GtkWidget       *date;
  GtkWidget       *reason = new_row (_ ("Why this date"), why);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ (clock->spec->label));
  if (clock->from_agreement)
    adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (row), _ ("The date promised"));
  else if (clock->spec->basis != NULL)
    adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (row), _ (clock->spec->basis));
  if (css_class != NULL)
    date = new_tag (state, css_class);
  else
    {
      date = gtk_label_new (state);
      gtk_widget_set_valign (date, GTK_ALIGN_CENTER);
    }
  adw_expander_row_add_suffix (ADW_EXPANDER_ROW (row), date);
  adw_action_row_set_subtitle_selectable (ADW_ACTION_ROW (reason), TRUE);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (row), reason);
  return row;
}

static void
show_dates (HeedCasePage *self)
{
  HeedCase  *state = self->file->state;
  HeedDate   today = heed_session_get_today (self->session);
  HeedRules *rules = heed_session_get_rules (self->session);
  g_autoptr (GPtrArray) clocks = heed_case_compute_clocks (state, rules, today);

  for (guint i = 0; i < clocks->len; i++)
    add_row (self, self->dates_group, new_clock_row (clocks->pdata[i], today));
  for (guint i = 0; i < state->promises->len; i++)
    {
      const HeedPromise *promise = state->promises->pdata[i];
      g_autofree char   *by = heed_words_date_near (promise->by, today);
      /* Translators: %s is a person's name. */
      g_autofree char *who = g_strdup_printf (promise->with_person
                                                  ? _ ("Agreed with the person by %s")
                                                  : _ ("Set by %s"),
                                              promise->made_by);
      GtkWidget *row = new_row (_ ("Reply promised"), who);

      adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_label_new (by));
      add_row (self, self->dates_group, row);
    }
  heed_stage_bar_set_case (self->stage_bar, state, clocks, today);
}

/* For the other files of the page. */
void
heed_case_page_add_row (HeedCasePage        *self,
                        AdwPreferencesGroup *group,
                        GtkWidget           *row)
{
  add_row (self, group, row);
}

GtkWidget *
heed_case_page_new_row (const char *title,
                        const char *subtitle)
{
  return new_row (title, subtitle);
}

GtkWidget *
heed_case_page_new_tag (const char *text,
                        const char *css_class)
{
  return new_tag (text, css_class);
}

GtkWidget *
heed_case_page_new_button (const char *label,
                           const char *action,
                           guint       number)
{
  return new_action_button (label, action, number);
}

/* Shows the loaded case in all groups. */
void
heed_case_page_show_file (HeedCasePage *self)
{
  HeedCase   *state = self->file->state;
  const char *name = heed_case_page_get_name (self);
  const char *title = name != NULL ? name : _ ("No Name Given");

  adw_window_title_set_title (self->window_title, title);
  adw_window_title_set_subtitle (self->window_title, state->reference);
  adw_navigation_page_set_title (ADW_NAVIGATION_PAGE (self), title);
  remove_rows (self);
  show_words (self);
  show_flags (self);
  show_wants (self);
  show_issues (self);
  show_people (self);
  show_dates (self);
  heed_case_page_show_outcomes (self);
  heed_guide_pane_set_case (self->guide_pane, state);
  heed_timeline_set_acts (self->timeline, self->session, self->file->acts, name);
}
