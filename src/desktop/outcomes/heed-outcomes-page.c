/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What came of the complaints: four measures in plain sentences, the chosen one as a chart, what
 * people raise and where, and what to look into. Asks the store and shows; every number leads to
 * its cases.
 */
#include "config.h"

#include "heed-outcomes-page.h"

#include <glib/gi18n.h>
#include <math.h>

#include "export/heed-export-dialog.h"
#include "heed-chart-view.h"
#include "heed-heat-card.h"
#include "heed-note-dialog.h"
#include "heed-outcomes-print.h"
#include "heed-words-measures.h"
#include "heed-theme-text.h"

#define REFRESH_MS   400
#define HEAT_MONTHS  12
#define ISSUE_MONTHS 24
#define MOST_THEMES  12

static const char *const tile_measures[] = { "acknowledged-in-time", "answered-in-time", "reopened",
                                             "felt-heard" };

#define N_TILES G_N_ELEMENTS (tile_measures)

typedef struct
{
  GtkToggleButton *button;
  GtkLabel        *title;
  GtkLabel        *number;
  GtkLabel        *verdict;
  GtkLabel        *sentence;
} Tile;

struct _HeedOutcomesPage
{
  AdwNavigationPage parent_instance;

  /* template */
  GtkStack            *stack;
  AdwStatusPage       *failed_page;
  GtkScrolledWindow   *scrolled;
  GtkBox              *body;
  GtkMenuButton       *period_button;
  GtkMenuButton       *service_button;
  GtkMenuButton       *site_button;
  GtkFlowBox          *tiles;
  GtkLabel            *chart_title;
  GtkToggleButton     *table_button;
  GtkLabel            *chart_reading;
  GtkStack            *chart_stack;
  HeedChartView       *chart;
  GtkListBox          *table;
  GtkWidget           *chosen_bar;
  GtkLabel            *chosen_label;
  GtkLabel            *chart_about;
  GtkLabel            *heat_span;
  HeedHeatCard        *heat;
  AdwPreferencesGroup *themes_group;
  AdwPreferencesGroup *all_group;

  /* owned */
  HeedSession        *session;
  HeedMeasured       *measured;
  HeedMeasuredQuery  *query;
  HeedSeries         *series; /* of the chosen measure; its chart belongs to the view */
  GPtrArray          *texts;  /* of its points */
  GCancellable       *cancellable;
  GSimpleActionGroup *filters;
  GPtrArray          *theme_rows;
  GPtrArray          *measure_rows;

  Tile               tile[N_TILES];
  const HeedMeasure *measure;
  guint              refresh_source;
};

enum
{
  SHOW_COUNTED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HeedOutcomesPage, heed_outcomes_page, ADW_TYPE_NAVIGATION_PAGE)

static void load (HeedOutcomesPage *self);
static void show_measure (HeedOutcomesPage *self);

/* --- What is asked -------------------------------------------------------------------------- */

static char *
get_filter (HeedOutcomesPage *self,
            const char       *name)
{
  g_autoptr (GVariant) state =
      g_action_group_get_action_state (G_ACTION_GROUP (self->filters), name);

  return g_variant_dup_string (state, NULL);
}

/* Whole months end with the last one that is over: a month that has begun looks worse or better
 * than it will be. */
static void
set_days (HeedMeasuredQuery *query,
          const char        *period,
          HeedDate           today)
{
  int      year, month;
  HeedDate first;

  heed_date_get (today, &year, &month, NULL);
  first = heed_date_new (year, month, 1);
  query->to = first - 1;
  if (g_str_equal (period, "year"))
    {
      query->from = heed_date_new (year, 1, 1);
      query->to = today;
    }
  else if (g_str_equal (period, "last-year"))
    {
      query->from = heed_date_new (year - 1, 1, 1);
      query->to = heed_date_new (year, 1, 1) - 1;
    }
  else
    query->from = heed_date_add_months (first, -(int) g_ascii_strtoll (period, NULL, 10));
}

/* Issues are counted in whole months: the first day of that which is so many before this one. */
static HeedDate
get_first_month (HeedDate today,
                 int      months)
{
  int year, month;

  heed_date_get (today, &year, &month, NULL);
  return heed_date_add_months (heed_date_new (year, month, 1), -months);
}

static HeedMeasuredQuery *
new_query (HeedOutcomesPage *self)
{
  HeedMeasuredQuery *query = g_new0 (HeedMeasuredQuery, 1);
  g_autofree char   *period = get_filter (self, "period");
  g_autofree char   *service = get_filter (self, "service");
  g_autofree char   *site = get_filter (self, "site");

  query->unit = HEED_PERIOD_MONTH;
  query->today = heed_session_get_today (self->session);
  set_days (query, period, query->today);
  query->issues_from = get_first_month (query->today, ISSUE_MONTHS + 1);
  query->issues_to = query->today;
  query->place = *service != '\0' ? g_strdup (service) : NULL;
  query->site = *site != '\0' ? g_strdup (site) : NULL;
  return query;
}

static void
show_cases (HeedOutcomesPage *self,
            HeedCounted      *counted,
            const char       *title)
{
  if (counted->site == NULL)
    counted->site = g_strdup (self->query->site);
  if (counted->place == NULL)
    counted->place = g_strdup (self->query->place);
  g_signal_emit (self, signals[SHOW_COUNTED], 0, counted, title);
}

/* --- Tiles ---------------------------------------------------------------------------------- */

static void
set_verdict (GtkLabel         *label,
             const HeedSeries *series)
{
  HeedSpcVariation variation = series->spc->variation;
  GtkWidget       *widget = GTK_WIDGET (label);

  gtk_label_set_text (label, heed_words_spc_verdict (variation, series->measure->improvement));
  gtk_widget_remove_css_class (widget, "accent");
  gtk_widget_remove_css_class (widget, "today");
  if (variation == HEED_SPC_IMPROVEMENT)
    gtk_widget_add_css_class (widget, "accent");
  else if (variation == HEED_SPC_CONCERN)
    gtk_widget_add_css_class (widget, "today");
  gtk_widget_set_visible (widget, series->spc->n_points >= HEED_SPC_TOO_FEW
                                      || variation != HEED_SPC_ORDINARY);
}

static void
show_tile (HeedOutcomesPage *self,
           guint             i)
{
  const HeedMeasure *measure = heed_measure_find (tile_measures[i]);
  g_autoptr (HeedSeries) series = heed_measured_new_series (self->measured, measure);
  HeedPeriodCount  count = heed_measure_set_get_count (self->measured->set, measure,
                                                       HEED_ALL_PERIODS);
  double           value = heed_measure_set_get_value (self->measured->set, measure,
                                                       HEED_ALL_PERIODS);
  g_autofree char *number = heed_words_measure_value (measure, value);
  g_autofree char *sentence = heed_words_series_brief (series, count);
  g_autofree char *label = NULL;

  gtk_label_set_text (self->tile[i].number, number);
  gtk_label_set_text (self->tile[i].sentence, sentence);
  set_verdict (self->tile[i].verdict, series);
  if (gtk_widget_get_visible (GTK_WIDGET (self->tile[i].verdict)))
    /* Translators: for screen readers: a measure, its value, whether it changed, and why */
    label = g_strdup_printf (_ ("%s: %s. %s. %s"), heed_words_measure (measure), number,
                             gtk_label_get_text (self->tile[i].verdict), sentence);
  else
    /* Translators: for screen readers: a measure, its value, and what it rests on */
    label = g_strdup_printf (_ ("%s: %s. %s"), heed_words_measure (measure), number, sentence);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->tile[i].button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

static void
tile_toggled_cb (HeedOutcomesPage *self,
                 GtkToggleButton  *button)
{
  if (!gtk_toggle_button_get_active (button))
    return;
  for (guint i = 0; i < N_TILES; i++)
    if (self->tile[i].button == button)
      self->measure = heed_measure_find (tile_measures[i]);
  show_measure (self);
}

static GtkLabel *
new_label (const char *css_class,
           GtkWidget  *box)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (box), label);
  return GTK_LABEL (label);
}

static void
make_tile (HeedOutcomesPage *self,
           guint             i)
{
  Tile      *tile = &self->tile[i];
  GtkWidget *button = gtk_toggle_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);

  tile->button = GTK_TOGGLE_BUTTON (button);
  tile->title = new_label (NULL, box);
  gtk_label_set_text (tile->title, heed_words_measure (heed_measure_find (tile_measures[i])));
  gtk_label_set_ellipsize (tile->title, PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (box), line);
  tile->number = new_label ("number", line);
  gtk_widget_add_css_class (GTK_WIDGET (tile->number), "numeric");
  tile->verdict = new_label ("tag", line);
  gtk_widget_set_valign (GTK_WIDGET (tile->verdict), GTK_ALIGN_CENTER);
  tile->sentence = new_label ("caption", box);
  gtk_label_set_wrap (tile->sentence, TRUE);
  gtk_label_set_lines (tile->sentence, 2);
  gtk_label_set_ellipsize (tile->sentence, PANGO_ELLIPSIZE_END);
  gtk_label_set_width_chars (tile->sentence, 18);
  gtk_label_set_max_width_chars (tile->sentence, 22);
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "card");
  gtk_widget_add_css_class (button, "tile");
  if (i > 0)
    gtk_toggle_button_set_group (tile->button, self->tile[0].button);
  g_signal_connect_object (button, "toggled", G_CALLBACK (tile_toggled_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_flow_box_append (self->tiles, button);
  gtk_widget_set_focusable (gtk_widget_get_parent (button), FALSE);
}

/* --- The chart ------------------------------------------------------------------------------ */

static const HeedPeriod *
get_point_period (HeedOutcomesPage *self,
                  int               point)
{
  return heed_measure_set_get_period (self->measured->set, self->series->periods[point]);
}

static void
chosen_cb (HeedOutcomesPage *self)
{
  int point = heed_chart_view_get_chosen (self->chart);

  gtk_widget_set_visible (self->chosen_bar, point >= 0);
  if (point >= 0 && self->texts != NULL && (guint) point < self->texts->len)
    {
      g_autofree char *text = g_strdelimit (g_strdup (self->texts->pdata[point]), "\n", ' ');

      gtk_label_set_text (self->chosen_label, text);
    }
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "outcomes.show-cases",
                                 point >= 0 && self->measure->kind != HEED_MEASURE_STOCK);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "outcomes.note", point >= 0);
}

static void
show_point (HeedOutcomesPage *self,
            int               point)
{
  const HeedPeriod *period = get_point_period (self, point);
  g_autofree char  *when = heed_words_period (period);
  /* Translators: a measure and a month: "Answered in time, April 2026" */
  g_autofree char *title = g_strdup_printf (_ ("%s, %s"), heed_words_measure (self->measure), when);
  g_autoptr (HeedCounted) counted =
      heed_measure_new_counted (self->measure, period, -1, self->query->today);

  show_cases (self, counted, title);
}

static void
activated_cb (HeedOutcomesPage *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "outcomes.show-cases", NULL);
}

static void
row_activated_cb (HeedOutcomesPage *self,
                  GtkListBoxRow    *row)
{
  if (self->measure->kind != HEED_MEASURE_STOCK)
    show_point (self, gtk_list_box_row_get_index (row));
}

static void
table_toggled_cb (HeedOutcomesPage *self)
{
  gtk_stack_set_visible_child_name (
      self->chart_stack, gtk_toggle_button_get_active (self->table_button) ? "table" : "chart");
}

static void
fill_table (HeedOutcomesPage       *self,
            const HeedChartContent *content)
{
  gtk_list_box_remove_all (self->table);
  for (guint i = 0; i < content->spc->n_points; i++)
    {
      const HeedSpcPoint *point = &content->spc->points[i];
      HeedPeriodCount     count = heed_measure_set_get_count (
          self->measured->set, self->measure, self->series->periods[i]);
      g_autofree char *value = heed_words_measure_value (self->measure, point->value);
      g_autofree char *counts = heed_words_measure_counts (self->measure, count);
      GtkWidget       *row = adw_action_row_new ();
      GtkWidget       *label = gtk_label_new (value);

      adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), content->labels->pdata[i]);
      if (point->cause != HEED_SPC_COMMON)
        {
          g_autofree char *subtitle =
              g_strconcat (counts, " · ", heed_words_spc_cause (point->cause), NULL);

          adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
        }
      else
        adw_action_row_set_subtitle (ADW_ACTION_ROW (row), counts);
      gtk_widget_add_css_class (label, "numeric");
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row),
                                        self->measure->kind != HEED_MEASURE_STOCK);
      gtk_list_box_append (self->table, row);
    }
}

static void
show_about (HeedOutcomesPage *self)
{
  const char      *of = heed_words_measure_denominator (self->measure);
  g_autofree char *text = NULL;

  if (of != NULL)
    /* Translators: the definition of a measure; what counts; of what; by which day; which way is
       better; why this chart */
    text = g_strdup_printf (_ ("%s Counts: %s. Of: %s. %s. %s. %s"),
                            heed_words_measure_definition (self->measure),
                            heed_words_measure_numerator (self->measure), of,
                            heed_words_measure_basis (self->measure),
                            heed_words_improvement (self->measure->improvement),
                            heed_words_spc_reason (self->series->reason));
  else
    /* Translators: the same without a denominator */
    text = g_strdup_printf (_ ("%s Counts: %s. %s. %s. %s"),
                            heed_words_measure_definition (self->measure),
                            heed_words_measure_numerator (self->measure),
                            heed_words_measure_basis (self->measure),
                            heed_words_improvement (self->measure->improvement),
                            heed_words_spc_reason (self->series->reason));
  gtk_label_set_text (self->chart_about, text);
}

static void
show_measure (HeedOutcomesPage *self)
{
  HeedChartContent *content;
  g_autofree char  *title = NULL;
  g_autofree char  *reading = NULL;
  g_autofree char  *summary = NULL;

  if (self->measured == NULL)
    return;
  g_clear_pointer (&self->series, heed_series_free);
  self->series = heed_measured_new_series (self->measured, self->measure);
  /* Translators: the title of a chart; the %s is a measure, as in "Answered in time" */
  title = g_strdup_printf (_ ("%s, by month"), heed_words_measure (self->measure));
  reading = heed_words_series_reading (self->series, self->measured->set);
  gtk_label_set_text (self->chart_title, title);
  gtk_label_set_text (self->chart_reading, reading);
  show_about (self);
  content = heed_chart_content_new (self->measured, self->series);
  fill_table (self, content);
  g_clear_pointer (&self->texts, g_ptr_array_unref);
  self->texts = g_ptr_array_ref (content->texts);
  summary = g_strconcat (title, ". ", reading, NULL);
  heed_chart_view_set_content (self->chart, content, summary);
  chosen_cb (self);
}

/* --- Themes and all measures ---------------------------------------------------------------- */

static void
clear_rows (AdwPreferencesGroup *group,
            GPtrArray           *rows)
{
  for (guint i = 0; i < rows->len; i++)
    adw_preferences_group_remove (group, rows->pdata[i]);
  g_ptr_array_set_size (rows, 0);
}

static void
theme_cb (HeedOutcomesPage *self,
          GtkWidget        *row)
{
  g_autoptr (HeedCounted) counted = heed_counted_new (
      HEED_TALLY_ISSUE, self->query->today - HEED_THEME_DAYS + 1, self->query->today + 1);

  counted->code = g_strdup (g_object_get_data (G_OBJECT (row), "category"));
  counted->place = g_strdup (g_object_get_data (G_OBJECT (row), "place"));
  show_cases (self, counted, adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)));
}

static void
add_theme (HeedOutcomesPage *self,
           const HeedTheme  *theme)
{
  GtkWidget       *row = adw_action_row_new ();
  g_autofree char *subtitle =
      heed_theme_text (heed_session_get_rules (self->session), theme);
  /* Translators: what is raised and where: "Not told, Ward 12" */
  g_autofree char *title = g_strdup_printf (
      _ ("%s, %s"),
      heed_words_code (heed_session_get_rules (self->session), "hcat", theme->category),
      theme->place);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data_full (G_OBJECT (row), "category", g_strdup (theme->category), g_free);
  g_object_set_data_full (G_OBJECT (row), "place", g_strdup (theme->place), g_free);
  g_signal_connect_object (row, "activated", G_CALLBACK (theme_cb), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (self->themes_group, row);
  g_ptr_array_add (self->theme_rows, row);
}

static gboolean
is_of_place (HeedOutcomesPage     *self,
             const HeedIssueTally *issue)
{
  return self->query->place == NULL || g_strcmp0 (issue->place, self->query->place) == 0;
}

static void
show_themes (HeedOutcomesPage *self,
             const GArray     *issues)
{
  g_autoptr (GPtrArray) themes =
      heed_themes_find (issues, self->measured->actions, self->query->today);

  clear_rows (self->themes_group, self->theme_rows);
  for (guint i = 0; i < MIN (themes->len, MOST_THEMES); i++)
    add_theme (self, themes->pdata[i]);
  if (themes->len == 0)
    {
      GtkWidget *row = adw_action_row_new ();

      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("Nothing stands out now"));
      adw_preferences_group_add (self->themes_group, row);
      g_ptr_array_add (self->theme_rows, row);
    }
}

static void
measure_cb (HeedOutcomesPage *self,
            GtkWidget        *row)
{
  self->measure = g_object_get_data (G_OBJECT (row), "measure");
  for (guint i = 0; i < N_TILES; i++)
    gtk_toggle_button_set_active (self->tile[i].button,
                                  g_str_equal (tile_measures[i], self->measure->id));
  show_measure (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->chart));
}

static void
show_all_measures (HeedOutcomesPage *self)
{
  guint              n_measures;
  const HeedMeasure *measures = heed_measures_get (&n_measures);

  clear_rows (self->all_group, self->measure_rows);
  for (guint i = 0; i < n_measures; i++)
    {
      double           value = heed_measure_set_get_value (self->measured->set, &measures[i],
                                                           HEED_ALL_PERIODS);
      g_autofree char *text = heed_words_measure_value (&measures[i], value);
      GtkWidget       *row = adw_action_row_new ();
      GtkWidget       *label = gtk_label_new (text);

      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), heed_words_measure (&measures[i]));
      adw_action_row_set_subtitle (ADW_ACTION_ROW (row),
                                   heed_words_measure_definition (&measures[i]));
      gtk_widget_add_css_class (label, "numeric");
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
      g_object_set_data (G_OBJECT (row), "measure", (gpointer) &measures[i]);
      g_signal_connect_object (row, "activated", G_CALLBACK (measure_cb), self, G_CONNECT_SWAPPED);
      adw_preferences_group_add (self->all_group, row);
      g_ptr_array_add (self->measure_rows, row);
    }
}

/* --- The chips ------------------------------------------------------------------------------ */

static void
add_choice (GMenu      *menu,
            const char *label,
            const char *action,
            const char *target)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, action, "s", target);
  g_menu_append_item (menu, item);
}

static int
compare_texts (gconstpointer a,
               gconstpointer b)
{
  return g_utf8_collate (*(const char *const *) a, *(const char *const *) b);
}

/* Names that occur in the issues, and the organisation's own list. */
static GMenu *
new_choices (HeedOutcomesPage *self,
             const char       *all,
             const char       *action,
             gboolean          sites)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  char **own = sites ? NULL : heed_session_get_services (self->session);
  GMenu *menu = g_menu_new ();

  for (guint i = 0; own != NULL && own[i] != NULL; i++)
    if (g_hash_table_add (seen, own[i]))
      g_ptr_array_add (names, own[i]);
  for (guint i = 0; i < self->measured->issues->len; i++)
    {
      const HeedIssueTally *issue = &g_array_index (self->measured->issues, HeedIssueTally, i);
      const char           *name = sites ? issue->site : issue->place;

      if (name != NULL && *name != '\0' && g_hash_table_add (seen, (gpointer) name))
        g_ptr_array_add (names, (gpointer) name);
    }
  g_ptr_array_sort (names, compare_texts);
  add_choice (menu, all, action, "");
  for (guint i = 0; i < names->len; i++)
    add_choice (menu, names->pdata[i], action, names->pdata[i]);
  return menu;
}

static void
show_chips (HeedOutcomesPage *self)
{
  g_autoptr (GMenu) services = new_choices (self, _ ("All Services"), "filter.service", FALSE);
  g_autofree char *span = heed_words_span (self->query->from, self->query->to);

  gtk_menu_button_set_label (self->period_button, span);
  gtk_menu_button_set_menu_model (self->service_button, G_MENU_MODEL (services));
  gtk_menu_button_set_label (self->service_button,
                             self->query->place ? self->query->place : _ ("All services"));
  if (self->query->site == NULL)
    {
      g_autoptr (GMenu) sites = new_choices (self, _ ("All Sites"), "filter.site", TRUE);

      gtk_menu_button_set_menu_model (self->site_button, G_MENU_MODEL (sites));
    }
  gtk_menu_button_set_label (self->site_button,
                             self->query->site ? self->query->site : _ ("All sites"));
}

/* --- Loading -------------------------------------------------------------------------------- */

static void
show_issues (HeedOutcomesPage *self)
{
  g_autoptr (GArray) issues = g_array_new (FALSE, FALSE, sizeof (HeedIssueTally));
  HeedDate         from = get_first_month (self->query->today, HEAT_MONTHS - 1);
  g_autofree char *span = heed_words_span (from, self->query->today);
  /* Translators: the %s is from one day to another */
  g_autofree char *text = g_strdup_printf (_ ("Issues, %s"), span);

  for (guint i = 0; i < self->measured->issues->len; i++)
    {
      const HeedIssueTally *issue = &g_array_index (self->measured->issues, HeedIssueTally, i);

      if (is_of_place (self, issue))
        g_array_append_val (issues, *issue);
    }
  gtk_label_set_text (self->heat_span, text);
  heed_heat_card_show (self->heat, heed_session_get_rules (self->session), issues, from,
                       self->query->today);
  show_themes (self, issues);
}

static void
show_all (HeedOutcomesPage *self)
{
  show_chips (self);
  for (guint i = 0; i < N_TILES; i++)
    show_tile (self, i);
  show_measure (self);
  show_issues (self);
  show_all_measures (self);
  gtk_stack_set_visible_child_name (self->stack, "content");
}

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr (HeedOutcomesPage) self = data;
  g_autoptr (GError) error = NULL;
  HeedMeasured *measured = heed_store_load_measured_finish (HEED_STORE (source), result, &error);
  HeedMeasured *before = self->measured;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->session == NULL)
    {
      g_clear_pointer (&measured, heed_measured_free);
      return;
    }
  if (measured == NULL)
    {
      g_autofree char *message = heed_words_error (error);

      adw_status_page_set_description (self->failed_page, message);
      gtk_stack_set_visible_child_name (self->stack, "failed");
      return;
    }
  self->measured = measured;
  show_all (self);
  /* What was shown before borrowed its strings until now. */
  g_clear_pointer (&before, heed_measured_free);
}

static void
load (HeedOutcomesPage *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  g_clear_pointer (&self->query, heed_measured_query_free);
  self->query = new_query (self);
  heed_store_load_measured_async (heed_session_get_store (self->session), self->query,
                                  self->cancellable, loaded_cb, g_object_ref (self));
}

static gboolean
refresh_cb (gpointer data)
{
  HeedOutcomesPage *self = data;

  self->refresh_source = 0;
  load (self);
  return G_SOURCE_REMOVE;
}

static void
store_changed_cb (HeedOutcomesPage *self)
{
  if (self->refresh_source == 0 && gtk_widget_get_mapped (GTK_WIDGET (self)))
    self->refresh_source = g_timeout_add (REFRESH_MS, refresh_cb, self);
}

/* --- Actions -------------------------------------------------------------------------------- */

static void
show_cases_action (GtkWidget  *widget,
                   const char *name,
                   GVariant   *parameter)
{
  HeedOutcomesPage *self = HEED_OUTCOMES_PAGE (widget);
  int               point = heed_chart_view_get_chosen (self->chart);

  if (point >= 0)
    show_point (self, point);
}

static void
noted_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      data)
{
  g_autoptr (HeedOutcomesPage) self = data;
  g_autoptr (GError) error = NULL;

  if (heed_store_set_chart_note_finish (HEED_STORE (source), result, &error))
    {
      if (self->session != NULL)
        load (self);
      return;
    }
  {
    g_autofree char *message = heed_words_error (error);

    gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", message);
  }
}

static void
note_cb (const char *text,
         gboolean    rebase,
         gpointer    data)
{
  HeedOutcomesPage *self = data;
  HeedActContext    context = heed_session_get_context (self->session);
  HeedChartNote     note = { 0 };
  int               point = heed_chart_view_get_chosen (self->chart);

  if (point < 0)
    return;
  note.measure = (char *) self->measure->id;
  note.day = get_point_period (self, point)->from;
  note.site = self->query->site ? self->query->site : (char *) "";
  note.place = self->query->place ? self->query->place : (char *) "";
  note.text = (char *) text;
  note.rebase = rebase;
  note.author = (char *) context.actor;
  note.made_at = context.now;
  heed_store_set_chart_note_async (heed_session_get_store (self->session), &note, noted_cb,
                                   g_object_ref (self));
}

static void
note_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  HeedOutcomesPage *self = HEED_OUTCOMES_PAGE (widget);
  int               point = heed_chart_view_get_chosen (self->chart);

  if (point >= 0)
    {
      const HeedPeriod *period = get_point_period (self, point);
      g_autofree char  *when = heed_words_period (period);

      heed_note_dialog_present (widget, when,
                                heed_measured_find_note (self->measured, self->measure,
                                                         period->from),
                                note_cb);
    }
}

static void
refresh_action (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  load (HEED_OUTCOMES_PAGE (widget));
}

static void
print_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  HeedOutcomesPage *self = HEED_OUTCOMES_PAGE (widget);

  if (self->measured != NULL)
    heed_outcomes_print (widget, self->measured, self->measure, self->query);
}

static void
export_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  HeedOutcomesPage *self = HEED_OUTCOMES_PAGE (widget);
  g_autoptr (HeedMeasuredQuery) query = heed_outcomes_page_dup_query (self);
  HeedFormat format = HEED_FORMAT_PDF;

  heed_format_parse (g_variant_get_string (parameter, NULL), &format);
  adw_dialog_present (heed_export_dialog_new_measured (self->session, query, format), widget);
}

static void
heat_cb (HeedOutcomesPage *self,
         HeedCounted      *counted,
         const char       *title)
{
  show_cases (self, counted, title);
}

/* --- The object ----------------------------------------------------------------------------- */

static void
heed_outcomes_page_dispose (GObject *object)
{
  HeedOutcomesPage *self = HEED_OUTCOMES_PAGE (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_handle_id (&self->refresh_source, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (self), HEED_TYPE_OUTCOMES_PAGE);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->filters);
  g_clear_object (&self->session);
  g_clear_pointer (&self->series, heed_series_free);
  g_clear_pointer (&self->texts, g_ptr_array_unref);
  g_clear_pointer (&self->query, heed_measured_query_free);
  g_clear_pointer (&self->measured, heed_measured_free);
  g_clear_pointer (&self->theme_rows, g_ptr_array_unref);
  g_clear_pointer (&self->measure_rows, g_ptr_array_unref);
  G_OBJECT_CLASS (heed_outcomes_page_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
#define BIND(name) gtk_widget_class_bind_template_child (widget_class, HeedOutcomesPage, name)
  BIND (stack);
  BIND (failed_page);
  BIND (scrolled);
  BIND (body);
  BIND (period_button);
  BIND (service_button);
  BIND (site_button);
  BIND (tiles);
  BIND (chart_title);
  BIND (table_button);
  BIND (chart_reading);
  BIND (chart_stack);
  BIND (chart);
  BIND (table);
  BIND (chosen_bar);
  BIND (chosen_label);
  BIND (chart_about);
  BIND (heat_span);
  BIND (heat);
  BIND (themes_group);
  BIND (all_group);
#undef BIND
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, table_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, heat_cb);
}

static void
heed_outcomes_page_class_init (HeedOutcomesPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = heed_outcomes_page_dispose;

  /**
   * HeedOutcomesPage::show-counted:
   * @counted: a #HeedCounted
   * @title: what it is
   *
   * The cases behind a number are to be shown.
   */
  signals[SHOW_COUNTED] = g_signal_new ("show-counted", HEED_TYPE_OUTCOMES_PAGE,
                                        G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2,
                                        G_TYPE_POINTER, G_TYPE_STRING);

  g_type_ensure (HEED_TYPE_CHART_VIEW);
  g_type_ensure (HEED_TYPE_HEAT_CARD);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/care/heed/Heed/ui/outcomes/heed-outcomes-page.ui");
  bind_template (widget_class);

  gtk_widget_class_install_action (widget_class, "outcomes.show-cases", NULL, show_cases_action);
  gtk_widget_class_install_action (widget_class, "outcomes.note", NULL, note_action);
  gtk_widget_class_install_action (widget_class, "outcomes.export", "s", export_action);
  gtk_widget_class_install_action (widget_class, "outcomes.print", NULL, print_action);
  gtk_widget_class_install_action (widget_class, "outcomes.refresh", NULL, refresh_action);
}

static void
add_filter (HeedOutcomesPage *self,
            const char       *name,
            const char       *value)
{
  g_autoptr (GSimpleAction) action =
      g_simple_action_new_stateful (name, G_VARIANT_TYPE_STRING, g_variant_new_string (value));

  g_signal_connect_object (action, "notify::state", G_CALLBACK (load), self, G_CONNECT_SWAPPED);
  g_action_map_add_action (G_ACTION_MAP (self->filters), G_ACTION (action));
}

static void
heed_outcomes_page_init (HeedOutcomesPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->theme_rows = g_ptr_array_new ();
  self->measure_rows = g_ptr_array_new ();
  self->measure = heed_measure_find ("answered-in-time");
  for (guint i = 0; i < N_TILES; i++)
    make_tile (self, i);
  gtk_toggle_button_set_active (self->tile[1].button, TRUE);
  self->filters = g_simple_action_group_new ();
  add_filter (self, "period", "24");
  add_filter (self, "service", "");
  add_filter (self, "site", "");
  gtk_widget_insert_action_group (GTK_WIDGET (self), "filter", G_ACTION_GROUP (self->filters));
  gtk_widget_set_visible (self->chosen_bar, FALSE);
}

/** heed_outcomes_page_new: @session: who asks, and where. Returns: (transfer floating): a page */
AdwNavigationPage *
heed_outcomes_page_new (HeedSession *session)
{
  HeedOutcomesPage *self = g_object_new (HEED_TYPE_OUTCOMES_PAGE, NULL);

  self->session = g_object_ref (session);
  g_signal_connect_object (heed_session_get_store (session), "changed",
                           G_CALLBACK (store_changed_cb), self, G_CONNECT_SWAPPED);
  load (self);
  return ADW_NAVIGATION_PAGE (self);
}

/** heed_outcomes_page_refresh: Count again. */
void
heed_outcomes_page_refresh (HeedOutcomesPage *self)
{
  load (self);
}

/** heed_outcomes_page_dup_query: Returns: (transfer full): what is shown, for exporting the same */
HeedMeasuredQuery *
heed_outcomes_page_dup_query (HeedOutcomesPage *self)
{
  return self->query != NULL ? heed_measured_query_copy (self->query) : new_query (self);
}
