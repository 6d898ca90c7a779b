/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What people raise, and where or when in their care: a table whose cells are darker the more there
 * is, and lead to the cases. The number stands in each cell, so that nothing hangs on colour.
 */
#include "config.h"

#include <glib/gi18n.h>

#include "heed-heat-card.h"
#include "heed-theme.h"
#include "heed-words.h"

#define MOST_PLACES  6
#define MOST_STAGES  11
#define SERIOUS_HARM 3
#define N_STEPS      5

typedef enum
{
  BY_PLACE,
  BY_STAGE,
  HARM_BY_STAGE,
} Mode;

struct _HeedHeatCard
{
  GtkBox parent_instance;

  AdwToggleGroup    *modes;
  GtkScrolledWindow *window;
  GtkLabel          *nothing;

  /* what is shown; borrowed until the next time */
  const HeedRules *rules;
  GArray          *issues;
  HeedDate         from;
  HeedDate         to;
  GPtrArray       *categories;
};

enum
{
  SHOW_COUNTED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HeedHeatCard, heed_heat_card, GTK_TYPE_BOX)

/* The categories above the subcategories: those whose parent has no parent. */
static void
take_categories (HeedHeatCard *self)
{
  const HeedCodes *codes = heed_rules_get_codes (self->rules, "hcat");

  g_ptr_array_set_size (self->categories, 0);
  for (guint i = 0; codes != NULL && i < heed_codes_get_size (codes); i++)
    {
      const HeedCode *code = heed_codes_get (codes, i);
      const HeedCode *above = code->parent ? heed_codes_find (codes, code->parent) : NULL;

      if (above != NULL && above->parent == NULL)
        g_ptr_array_add (self->categories, code->id);
    }
  g_ptr_array_add (self->categories, NULL);
}

static Mode
get_mode (HeedHeatCard *self)
{
  return (Mode) adw_toggle_group_get_active (self->modes);
}

static const char *
column_name (HeedHeatCard *self,
             const char   *column)
{
  return get_mode (self) == BY_PLACE ? column
                                     : heed_words_code_brief (self->rules, "care-stages", column);
}

static void
clicked_cb (HeedHeatCard *self,
            GtkButton    *button)
{
  const char *category = g_object_get_data (G_OBJECT (button), "category");
  const char *column = g_object_get_data (G_OBJECT (button), "column");
  const char *title = g_object_get_data (G_OBJECT (button), "title");
  g_autoptr (HeedCounted) counted = heed_counted_new (HEED_TALLY_ISSUE, self->from, self->to + 1);

  counted->code = g_strdup (category);
  if (get_mode (self) == BY_PLACE)
    counted->place = g_strdup (column);
  else
    counted->stage = g_strdup (column);
  if (get_mode (self) == HARM_BY_STAGE)
    counted->harm = SERIOUS_HARM;
  g_signal_emit (self, signals[SHOW_COUNTED], 0, counted, title);
}

static GtkWidget *
new_cell (HeedHeatCard *self,
          const char   *category,
          const char   *column,
          gint64        count,
          gint64        greatest)
{
  g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, count);
  g_autofree char *title = NULL;
  g_autofree char *label = NULL;
  GtkWidget       *button = gtk_button_new ();
  int              step = greatest > 0 ? (int) ((count * N_STEPS + greatest - 1) / greatest) : 0;

  /* Translators: a category and a place or stage of care: "Communication, Ward 12" */
  title = g_strdup_printf (_ ("%s, %s"), heed_words_code_brief (self->rules, "hcat", category),
                           column_name (self, column));
  label = g_strdup_printf (ngettext ("%s: %u issue", "%s: %u issues", (gulong) count), title,
                           (guint) count);
  /* A button's own label would be read in the place of the name below. */
  gtk_button_set_child (GTK_BUTTON (button), gtk_label_new (number));
  gtk_widget_add_css_class (button, "heat");
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "numeric");
  if (step > 0)
    {
      char name[4] = { 'h', (char) ('0' + MIN (step, N_STEPS)), '\0' };

      gtk_widget_add_css_class (button, name);
    }
  gtk_widget_set_hexpand (button, TRUE);
  gtk_widget_set_sensitive (button, count > 0);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
  gtk_widget_set_tooltip_text (button, label);
  g_object_set_data_full (G_OBJECT (button), "category", g_strdup (category), g_free);
  g_object_set_data_full (G_OBJECT (button), "column", g_strdup (column), g_free);
  g_object_set_data_full (G_OBJECT (button), "title", g_steal_pointer (&title), g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (clicked_cb), self, G_CONNECT_SWAPPED);
  return button;
}

static GtkWidget *
new_label (const char *text,
           gboolean    column)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_width_chars (GTK_LABEL (label), column ? 8 : 10);
  gtk_label_set_max_width_chars (GTK_LABEL (label), column ? 14 : 22);
  gtk_label_set_xalign (GTK_LABEL (label), column ? 0.5f : 0);
  gtk_widget_add_css_class (label, "caption");
  gtk_widget_set_tooltip_text (label, text);
  return label;
}

static gint64
get_greatest (const HeedHeat *heat)
{
  gint64 greatest = 0;

  for (guint i = 0; i < heed_cross_table_get_n_rows (heat->table); i++)
    for (guint j = 0; j < heat->columns->len; j++)
      greatest = MAX (greatest, heed_cross_table_get_count (heat->table, i, j));
  return greatest;
}

static GtkWidget *
new_grid (HeedHeatCard   *self,
          const HeedHeat *heat)
{
  GtkWidget *grid = gtk_grid_new ();
  g_autoptr (GtkSizeGroup) group = gtk_size_group_new (GTK_SIZE_GROUP_HORIZONTAL);
  gint64 greatest = get_greatest (heat);

  gtk_grid_set_row_spacing (GTK_GRID (grid), 3);
  gtk_grid_set_column_spacing (GTK_GRID (grid), 3);
  for (guint j = 0; j < heat->columns->len; j++)
    {
      GtkWidget *label = new_label (column_name (self, heat->columns->pdata[j]), TRUE);

      gtk_size_group_add_widget (group, label);
      gtk_grid_attach (GTK_GRID (grid), label, (int) j + 1, 0, 1, 1);
    }
  for (guint i = 0; self->categories->pdata[i] != NULL; i++)
    {
      const char *category = self->categories->pdata[i];

      gtk_grid_attach (GTK_GRID (grid),
                       new_label (heed_words_code_brief (self->rules, "hcat", category), FALSE), 0,
                       (int) i + 1, 1, 1);
      for (guint j = 0; j < heat->columns->len; j++)
        {
          GtkWidget *cell = new_cell (self, category, heat->columns->pdata[j],
                                      heed_cross_table_get_count (heat->table, i, j), greatest);

          gtk_size_group_add_widget (group, cell);
          gtk_grid_attach (GTK_GRID (grid), cell, (int) j + 1, (int) i + 1, 1, 1);
        }
    }
  return grid;
}

static void
fill (HeedHeatCard *self)
{
  Mode mode = get_mode (self);
  g_autoptr (HeedHeat) heat = NULL;

  if (self->rules == NULL)
    return;
  heat = heed_heat_new (self->issues, self->from, (const char *const *) self->categories->pdata,
                        mode != BY_PLACE, mode == HARM_BY_STAGE ? SERIOUS_HARM : -1,
                        mode == BY_PLACE ? MOST_PLACES : MOST_STAGES);
  gtk_widget_set_visible (GTK_WIDGET (self->window), heat->columns->len > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->nothing), heat->columns->len == 0);
  gtk_label_set_text (self->nothing, mode == BY_PLACE
                                         ? _ ("No issue names a place yet.")
                                         : _ ("No issue names a stage of care yet."));
  gtk_scrolled_window_set_child (self->window,
                                 heat->columns->len > 0 ? new_grid (self, heat) : NULL);
}

static void
heed_heat_card_dispose (GObject *object)
{
  HeedHeatCard *self = HEED_HEAT_CARD (object);

  g_clear_pointer (&self->issues, g_array_unref);
  g_clear_pointer (&self->categories, g_ptr_array_unref);
  self->rules = NULL;
  G_OBJECT_CLASS (heed_heat_card_parent_class)->dispose (object);
}

static void
heed_heat_card_class_init (HeedHeatCardClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = heed_heat_card_dispose;

  /**
   * HeedHeatCard::show-counted:
   * @counted: a #HeedCounted
   * @title: what it is
   *
   * The cases behind a number are to be shown.
   */
  signals[SHOW_COUNTED] = g_signal_new ("show-counted", HEED_TYPE_HEAT_CARD, G_SIGNAL_RUN_LAST, 0,
                                        NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_POINTER,
                                        G_TYPE_STRING);
}

static void
add_mode (HeedHeatCard *self,
          const char   *label)
{
  AdwToggle *toggle = adw_toggle_new ();

  adw_toggle_set_label (toggle, label);
  adw_toggle_group_add (self->modes, toggle);
}

static void
heed_heat_card_init (HeedHeatCard *self)
{
  GtkWidget *window = gtk_scrolled_window_new ();
  GtkWidget *modes = adw_toggle_group_new ();
  GtkWidget *nothing = gtk_label_new (NULL);

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 10);
  self->categories = g_ptr_array_new ();
  self->modes = ADW_TOGGLE_GROUP (modes);
  gtk_widget_set_halign (modes, GTK_ALIGN_START);
  gtk_widget_add_css_class (modes, "round");
  add_mode (self, _ ("Where"));
  /* Translators: at which stage of their care, as in admission or discharge */
  add_mode (self, _ ("When"));
  add_mode (self, _ ("Serious Harm"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (modes), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("What the Columns Are"), -1);
  g_signal_connect_object (modes, "notify::active", G_CALLBACK (fill), self, G_CONNECT_SWAPPED);
  self->window = GTK_SCROLLED_WINDOW (window);
  gtk_scrolled_window_set_policy (self->window, GTK_POLICY_AUTOMATIC, GTK_POLICY_NEVER);
  self->nothing = GTK_LABEL (nothing);
  gtk_label_set_wrap (self->nothing, TRUE);
  gtk_label_set_xalign (self->nothing, 0);
  gtk_box_append (GTK_BOX (self), modes);
  gtk_box_append (GTK_BOX (self), window);
  gtk_box_append (GTK_BOX (self), nothing);
}

/**
 * heed_heat_card_show:
 * @rules: tell what codes are called
 * @issues: (element-type HeedIssueTally): the issues; their strings must live until the next call
 * @from: the first day
 * @to: the last day
 *
 * Shows what people raise.
 */
void
heed_heat_card_show (HeedHeatCard    *self,
                     const HeedRules *rules,
                     const GArray    *issues,
                     HeedDate         from,
                     HeedDate         to)
{
  g_clear_pointer (&self->issues, g_array_unref);
  self->rules = rules;
  self->issues = g_array_ref ((GArray *) issues);
  self->from = from;
  self->to = to;
  take_categories (self);
  fill (self);
}
