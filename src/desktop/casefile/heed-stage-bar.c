/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Draws the four steps of a case. It decides nothing: dates come from the clocks it is given. */

#include "config.h"

#include "casefile/heed-stage-bar.h"

#include "heed-words.h"

#define N_STEPS 4

typedef struct
{
  GtkWidget *dot;
  GtkWidget *texts;
  GtkWidget *title;
  GtkWidget *caption;
} Step;

struct _HeedStageBar
{
  GtkBox parent_instance;

  Step     steps[N_STEPS];
  int      current;
  gboolean narrow;
};

enum
{
  PROP_0,
  PROP_NARROW,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (HeedStageBar, heed_stage_bar, GTK_TYPE_BOX)

static const char *
get_step_title (int step)
{
  return step < 3 ? heed_words_stage ((HeedStage) step) : _ ("Feedback");
}

static void
update_narrow (HeedStageBar *self)
{
  for (int i = 0; i < N_STEPS; i++)
    gtk_widget_set_visible (self->steps[i].texts, !self->narrow || i == self->current);
}

static char *
dup_done (HeedDate date,
          HeedDate today)
{
  g_autofree char *day = date != HEED_DATE_NONE ? heed_words_date_near (date, today) : NULL;

  /* Translators: %s is a date. */
  return day != NULL ? g_strdup_printf (_ ("Done %s"), day) : g_strdup (_ ("Done"));
}

static HeedDate
get_done_date (HeedCase *state,
               int       step)
{
  const HeedRound *round = heed_case_get_round (state);

  if (step == HEED_STAGE_LISTEN)
    return state->listened;
  if (round == NULL)
    return HEED_DATE_NONE;
  return step == HEED_STAGE_ACKNOWLEDGE ? round->acknowledged : round->resolved;
}

static char *
dup_caption (HeedStageBar *self,
             HeedCase     *state,
             GPtrArray    *clocks,
             HeedDate      today,
             int           step)
{
  const HeedClock   *clock = NULL;
  const HeedPromise *promise = heed_case_get_promise (state);

  if (step == 3)
    return g_strdup (state->feedback_done ? _ ("Done") : _ ("Not yet"));
  if (step < self->current)
    return dup_done (get_done_date (state, step), today);
  if (step == self->current && heed_case_is_paused (state))
    return g_strdup (_ ("Paused"));
  if (step == HEED_STAGE_RESOLVE && step > self->current)
    {
      g_autofree char *day = promise != NULL ? heed_words_date_near (promise->by, today) : NULL;

      /* Translators: %s is a date. */
      return day != NULL ? g_strdup_printf (_ ("Reply promised %s"), day)
                         : g_strdup (_ ("Not yet"));
    }
  if (step == self->current)
    clock = heed_clocks_get_next (clocks, (HeedStage) step);
  return clock != NULL ? heed_words_clock_due (clock, today) : g_strdup (_ ("Not yet"));
}

static void
show_step (HeedStageBar *self,
           int           i,
           const char   *caption)
{
  static const char *const classes[] = { "done", "now", "next", NULL };
  Step                    *step = &self->steps[i];
  const char *class = i < self->current ? "done" : i == self->current ? "now"
                                                                      : "next";
  g_autofree char *label = NULL;

  for (guint j = 0; classes[j] != NULL; j++)
    {
      gtk_widget_remove_css_class (step->dot, classes[j]);
      gtk_widget_remove_css_class (step->texts, classes[j]);
    }
  gtk_widget_add_css_class (step->dot, class);
  gtk_widget_add_css_class (step->texts, class);
  if (i < self->current)
    gtk_label_set_text (GTK_LABEL (step->dot), "✓");
  else
    {
      g_autofree char *number = g_strdup_printf ("%d", i + 1);

      gtk_label_set_text (GTK_LABEL (step->dot), number);
    }
  gtk_label_set_text (GTK_LABEL (step->title), get_step_title (i));
  gtk_label_set_text (GTK_LABEL (step->caption), caption);

  /* Translators: a step of the case and how it stands, as in "Listen: Done Fri 20 Nov". */
  label = g_strdup_printf (_ ("%s: %s"), get_step_title (i), caption);
  gtk_accessible_update_property (GTK_ACCESSIBLE (step->dot), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
  gtk_widget_set_tooltip_text (step->dot, label);
}

static const HeedClock *
get_current_clock (HeedStageBar *self,
                   HeedCase     *state,
                   GPtrArray    *clocks,
                   int           step)
{
  return step == self->current && step < HEED_STAGE_CLOSED && !heed_case_is_paused (state)
             ? heed_clocks_get_next (clocks, (HeedStage) step)
             : NULL;
}

static void
show_late (Step            *step,
           const HeedClock *clock,
           HeedDate         today)
{
  if (clock != NULL && heed_clock_is_late (clock, today))
    gtk_widget_add_css_class (step->texts, "late");
  else
    gtk_widget_remove_css_class (step->texts, "late");
}

static void
heed_stage_bar_set_property (GObject      *object,
                             guint         prop_id,
                             const GValue *value,
                             GParamSpec   *pspec)
{
  switch (prop_id)
    {
    case PROP_NARROW:
      heed_stage_bar_set_narrow (HEED_STAGE_BAR (object), g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
heed_stage_bar_get_property (GObject    *object,
                             guint       prop_id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_NARROW:
      g_value_set_boolean (value, HEED_STAGE_BAR (object)->narrow);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
heed_stage_bar_class_init (HeedStageBarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->set_property = heed_stage_bar_set_property;
  object_class->get_property = heed_stage_bar_get_property;

  properties[PROP_NARROW] = g_param_spec_boolean ("narrow", NULL, NULL, FALSE,
                                                  G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS
                                                      | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static GtkWidget *
new_label (GtkWidget  *parent,
           const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (parent), label);
  return label;
}

static void
heed_stage_bar_init (HeedStageBar *self)
{
  gtk_box_set_spacing (GTK_BOX (self), 10);
  gtk_widget_add_css_class (GTK_WIDGET (self), "stage-bar");
  for (int i = 0; i < N_STEPS; i++)
    {
      Step *step = &self->steps[i];

      if (i > 0)
        {
          GtkWidget *line = gtk_separator_new (GTK_ORIENTATION_HORIZONTAL);

          gtk_widget_set_hexpand (line, TRUE);
          gtk_widget_set_valign (line, GTK_ALIGN_CENTER);
          gtk_widget_add_css_class (line, "step-line");
          gtk_box_append (GTK_BOX (self), line);
        }
      step->dot = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_IMG, NULL);
      gtk_widget_add_css_class (step->dot, "step-dot");
      gtk_widget_set_valign (step->dot, GTK_ALIGN_CENTER);
      gtk_box_append (GTK_BOX (self), step->dot);
      step->texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
      gtk_widget_set_valign (step->texts, GTK_ALIGN_CENTER);
      gtk_widget_add_css_class (step->texts, "step-texts");
      gtk_box_append (GTK_BOX (self), step->texts);
      step->title = new_label (step->texts, "step-title");
      step->caption = new_label (step->texts, "caption");
    }
}

/**
 * heed_stage_bar_set_case:
 * @self: a stage bar
 * @state: the case
 * @clocks: (element-type HeedClock): its clocks
 * @today: today
 *
 * Shows how far the case is.
 */
void
heed_stage_bar_set_case (HeedStageBar *self,
                         HeedCase     *state,
                         GPtrArray    *clocks,
                         HeedDate      today)
{
  self->current = state->stage == HEED_STAGE_CLOSED && state->feedback_done ? N_STEPS
                                                                            : (int) state->stage;
  for (int i = 0; i < N_STEPS; i++)
    {
      g_autofree char *caption = dup_caption (self, state, clocks, today, i);

      show_step (self, i, caption);
      show_late (&self->steps[i], get_current_clock (self, state, clocks, i), today);
    }
  update_narrow (self);
}

/**
 * heed_stage_bar_set_narrow:
 * @self: a stage bar
 * @narrow: whether only the current step keeps its words
 */
void
heed_stage_bar_set_narrow (HeedStageBar *self,
                           gboolean      narrow)
{
  if (self->narrow == narrow)
    return;
  self->narrow = narrow;
  update_narrow (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_NARROW]);
}
