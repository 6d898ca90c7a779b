/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Draws a chart and lets people go from point to point, by pointer and by key. Where everything
 * stands is told by HeedChart; this owns colours, the chosen point and what is said of it.
 */
#include "config.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "heed-chart-view.h"

#define HEIGHT    230
#define DOT       4.5
#define SMALL_DOT 3.2
#define DIAMOND   6.0

struct _HeedChartView
{
  GtkWidget parent_instance;

  /* owned */
  HeedChartContent *content;
  HeedChart        *chart;
  PangoLayout      *text;

  int width, height; /* that the chart was laid out for */
  int chosen;
};

enum
{
  CHOSEN,
  ACTIVATED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HeedChartView, heed_chart_view, GTK_TYPE_WIDGET)

/* --- Layout --------------------------------------------------------------------------------- */

static void
set_text (HeedChartView *self,
          const char    *text,
          gboolean       strong)
{
  PangoAttrList *attributes = pango_attr_list_new ();

  if (self->text == NULL)
    self->text = gtk_widget_create_pango_layout (GTK_WIDGET (self), NULL);
  pango_attr_list_insert (attributes, pango_attr_scale_new (0.82));
  pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum=1"));
  if (strong)
    pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
  pango_layout_set_attributes (self->text, attributes);
  pango_layout_set_text (self->text, text, -1);
  pango_attr_list_unref (attributes);
}

static void
measure_cb (const char *text,
            gboolean    strong,
            double     *width,
            double     *height,
            gpointer    data)
{
  HeedChartView *self = data;
  int            w, h;

  set_text (self, text, strong);
  pango_layout_get_pixel_size (self->text, &w, &h);
  *width = w;
  *height = h;
}

static void
forget_layout (HeedChartView *self)
{
  g_clear_pointer (&self->chart, heed_chart_free);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
lay_out (HeedChartView *self)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self));
  int height = gtk_widget_get_height (GTK_WIDGET (self));

  if (self->chart != NULL && width == self->width && height == self->height)
    return;
  g_clear_pointer (&self->chart, heed_chart_free);
  self->width = width;
  self->height = height;
  self->chart = heed_chart_content_lay_out (self->content, width, height, measure_cb, self);
}

/* --- Drawing -------------------------------------------------------------------------------- */

static GdkRGBA
with_alpha (GdkRGBA color,
            float   alpha)
{
  color.alpha *= alpha;
  return color;
}

static gboolean
wants_contrast (void)
{
  return adw_style_manager_get_high_contrast (adw_style_manager_get_default ());
}

/* Blue for better, orange for worse, purple for neither: the colours of the method. Shape and words
 * say the same. */
static GdkRGBA
color_of (HeedChartView   *self,
          HeedSpcVariation meaning)
{
  gboolean dark = adw_style_manager_get_dark (adw_style_manager_get_default ());
  GdkRGBA  color;

  gtk_widget_get_color (GTK_WIDGET (self), &color);
  switch (meaning)
    {
    case HEED_SPC_IMPROVEMENT:
      gdk_rgba_parse (&color, dark ? "#78aeed" : "#1c71d8");
      break;
    case HEED_SPC_CONCERN:
      gdk_rgba_parse (&color, dark ? "#ffa348" : "#c64600");
      break;
    case HEED_SPC_NEUTRAL_HIGH:
    case HEED_SPC_NEUTRAL_LOW:
      gdk_rgba_parse (&color, dark ? "#dc8add" : "#813d9c");
      break;
    case HEED_SPC_ORDINARY:
    default:
      color = with_alpha (color, wants_contrast () ? 1.0f : 0.62f);
    }
  return color;
}

static void
stroke (GtkSnapshot         *snapshot,
        const HeedChartMark *mark,
        float                width,
        const float         *dash,
        const GdkRGBA       *color)
{
  g_autoptr (GskPathBuilder) builder = gsk_path_builder_new ();
  g_autoptr (GskPath) path = NULL;
  GskStroke *pen = gsk_stroke_new (width);

  if (dash != NULL)
    gsk_stroke_set_dash (pen, dash, 2);
  gsk_path_builder_move_to (builder, (float) mark->x, (float) mark->y);
  gsk_path_builder_line_to (builder, (float) mark->x2, (float) mark->y2);
  path = gsk_path_builder_to_path (builder);
  gtk_snapshot_append_stroke (snapshot, path, pen, color);
  gsk_stroke_free (pen);
}

static GskPath *
point_path (const HeedChartMark *mark,
            float                size)
{
  GskPathBuilder  *builder = gsk_path_builder_new ();
  graphene_point_t middle = GRAPHENE_POINT_INIT ((float) mark->x, (float) mark->y);

  if (mark->kind == HEED_CHART_DIAMOND)
    {
      gsk_path_builder_move_to (builder, middle.x, middle.y - size);
      gsk_path_builder_line_to (builder, middle.x + size, middle.y);
      gsk_path_builder_line_to (builder, middle.x, middle.y + size);
      gsk_path_builder_line_to (builder, middle.x - size, middle.y);
      gsk_path_builder_close (builder);
    }
  else
    gsk_path_builder_add_circle (builder, &middle, size);
  return gsk_path_builder_free_to_path (builder);
}

static void
draw_point (HeedChartView       *self,
            GtkSnapshot         *snapshot,
            const HeedChartMark *mark)
{
  GdkRGBA color = color_of (self, mark->meaning);
  float   size = mark->kind == HEED_CHART_DIAMOND     ? DIAMOND
                 : mark->meaning == HEED_SPC_ORDINARY ? SMALL_DOT
                                                      : DOT;
  g_autoptr (GskPath) path = point_path (mark, size);

  color.alpha = 1;
  if (mark->meaning == HEED_SPC_ORDINARY && !wants_contrast ())
    {
      gboolean dark = adw_style_manager_get_dark (adw_style_manager_get_default ());

      gdk_rgba_parse (&color, dark ? "#a6a6aa" : "#6f6f73");
    }
  gtk_snapshot_append_fill (snapshot, path, GSK_FILL_RULE_WINDING, &color);
  if (mark->point == self->chosen && gtk_widget_has_visible_focus (GTK_WIDGET (self)))
    {
      g_autoptr (GskPath) ring = point_path (mark, size + 4);
      GskStroke *pen = gsk_stroke_new (2);

      gtk_snapshot_append_stroke (snapshot, ring, pen, &color);
      gsk_stroke_free (pen);
    }
}

static void
draw_text (HeedChartView       *self,
           GtkSnapshot         *snapshot,
           const HeedChartMark *mark)
{
  GdkRGBA color = color_of (self, mark->meaning);
  double  width, height, x = mark->x;

  if (mark->meaning == HEED_SPC_ORDINARY)
    {
      gtk_widget_get_color (GTK_WIDGET (self), &color);
      color = with_alpha (color, mark->strong || wants_contrast () ? 1.0f : 0.75f);
    }
  measure_cb (mark->text, mark->strong, &width, &height, self);
  if (mark->anchor == HEED_CHART_FROM_MIDDLE)
    x -= width / 2;
  else if (mark->anchor == HEED_CHART_FROM_END)
    x -= width;
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot,
                          &GRAPHENE_POINT_INIT ((float) x, (float) (mark->y - height / 2)));
  gtk_snapshot_append_layout (snapshot, self->text, &color);
  gtk_snapshot_restore (snapshot);
}

static void
draw_mark (HeedChartView       *self,
           GtkSnapshot         *snapshot,
           const HeedChartMark *mark)
{
  static const float dashes[] = { 4, 3 };
  static const float dots[] = { 1, 3 };
  GdkRGBA            color;

  gtk_widget_get_color (GTK_WIDGET (self), &color);
  switch (mark->kind)
    {
    case HEED_CHART_BAND:
      color = with_alpha (color, 0.05f);
      gtk_snapshot_append_color (snapshot, &color,
                                 &GRAPHENE_RECT_INIT ((float) mark->x, (float) mark->y,
                                                      (float) (mark->x2 - mark->x),
                                                      (float) (mark->y2 - mark->y)));
      break;
    case HEED_CHART_GRID:
      color = with_alpha (color, 0.12f);
      stroke (snapshot, mark, 1, NULL, &color);
      break;
    case HEED_CHART_LIMIT:
      color = with_alpha (color, 0.6f);
      stroke (snapshot, mark, 1, dashes, &color);
      break;
    case HEED_CHART_TARGET:
      color = with_alpha (color, 0.9f);
      stroke (snapshot, mark, 1.5, dots, &color);
      break;
    case HEED_CHART_MEAN:
      color = with_alpha (color, 0.7f);
      stroke (snapshot, mark, 1, NULL, &color);
      break;
    case HEED_CHART_BREAK:
      color = with_alpha (color, 0.4f);
      stroke (snapshot, mark, 1, dots, &color);
      break;
    case HEED_CHART_LINE:
      color = with_alpha (color, 0.45f);
      stroke (snapshot, mark, 1.6f, NULL, &color);
      break;
    case HEED_CHART_TEXT:
      draw_text (self, snapshot, mark);
      break;
    case HEED_CHART_DOT:
    case HEED_CHART_DIAMOND:
    default:
      draw_point (self, snapshot, mark);
    }
}

static void
heed_chart_view_snapshot (GtkWidget   *widget,
                          GtkSnapshot *snapshot)
{
  HeedChartView *self = HEED_CHART_VIEW (widget);

  if (self->content == NULL)
    return;
  lay_out (self);
  for (guint i = 0; i < self->chart->marks->len; i++)
    draw_mark (self, snapshot, &g_array_index (self->chart->marks, HeedChartMark, i));
}

static void
heed_chart_view_measure (GtkWidget     *widget,
                         GtkOrientation orientation,
                         int            for_size,
                         int           *minimum,
                         int           *natural,
                         int           *minimum_baseline,
                         int           *natural_baseline)
{
  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? 240 : HEIGHT;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? 600 : HEIGHT;
}

/* --- Going from point to point ---------------------------------------------------------------- */

static int
get_n_points (HeedChartView *self)
{
  return self->content != NULL ? (int) self->content->spc->n_points : 0;
}

static void
choose (HeedChartView *self,
        int            point,
        gboolean       say)
{
  point = CLAMP (point, -1, get_n_points (self) - 1);
  if (point == self->chosen)
    return;
  self->chosen = point;
  gtk_widget_queue_draw (GTK_WIDGET (self));
  if (say && point >= 0)
    gtk_accessible_announce (GTK_ACCESSIBLE (self), self->content->texts->pdata[point],
                             GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_HIGH);
  g_signal_emit (self, signals[CHOSEN], 0);
}

static gboolean
key_cb (HeedChartView  *self,
        guint           key,
        guint           code,
        GdkModifierType state)
{
  int last = get_n_points (self) - 1;

  if (last < 0 || state & (GDK_CONTROL_MASK | GDK_ALT_MASK))
    return GDK_EVENT_PROPAGATE;
  switch (key)
    {
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
      choose (self, MAX (self->chosen - 1, 0), TRUE);
      return GDK_EVENT_STOP;
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
      choose (self, MIN (self->chosen + 1, last), TRUE);
      return GDK_EVENT_STOP;
    case GDK_KEY_Home:
      choose (self, 0, TRUE);
      return GDK_EVENT_STOP;
    case GDK_KEY_End:
      choose (self, last, TRUE);
      return GDK_EVENT_STOP;
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
    case GDK_KEY_space:
      if (self->chosen >= 0)
        g_signal_emit (self, signals[ACTIVATED], 0);
      return GDK_EVENT_STOP;
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

static void
pressed_cb (HeedChartView *self,
            int            n_presses,
            double         x,
            double         y)
{
  int point = self->chart != NULL ? heed_chart_find_point (self->chart, x) : -1;

  gtk_widget_grab_focus (GTK_WIDGET (self));
  if (point >= 0)
    choose (self, point, FALSE);
  if (point >= 0 && n_presses == 2)
    g_signal_emit (self, signals[ACTIVATED], 0);
}

static gboolean
heed_chart_view_query_tooltip (GtkWidget  *widget,
                               int         x,
                               int         y,
                               gboolean    keyboard,
                               GtkTooltip *tooltip)
{
  HeedChartView *self = HEED_CHART_VIEW (widget);
  int            point = self->chosen;
  double         at_x, at_y;

  if (self->chart == NULL || self->content == NULL)
    return FALSE;
  if (!keyboard)
    point = heed_chart_find_point (self->chart, x);
  if (!heed_chart_get_point (self->chart, point, &at_x, &at_y))
    return FALSE;
  gtk_tooltip_set_text (tooltip, self->content->texts->pdata[point]);
  gtk_tooltip_set_tip_area (tooltip, &(GdkRectangle) { (int) at_x - 8, (int) at_y - 8, 16, 16 });
  return TRUE;
}

/* --- The object ----------------------------------------------------------------------------- */

static void
heed_chart_view_css_changed (GtkWidget         *widget,
                             GtkCssStyleChange *change)
{
  HeedChartView *self = HEED_CHART_VIEW (widget);

  GTK_WIDGET_CLASS (heed_chart_view_parent_class)->css_changed (widget, change);
  g_clear_object (&self->text);
  forget_layout (self);
}

static void
heed_chart_view_dispose (GObject *object)
{
  HeedChartView *self = HEED_CHART_VIEW (object);

  g_clear_pointer (&self->chart, heed_chart_free);
  g_clear_pointer (&self->content, heed_chart_content_free);
  g_clear_object (&self->text);
  G_OBJECT_CLASS (heed_chart_view_parent_class)->dispose (object);
}

static void
heed_chart_view_class_init (HeedChartViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = heed_chart_view_dispose;
  widget_class->snapshot = heed_chart_view_snapshot;
  widget_class->measure = heed_chart_view_measure;
  widget_class->query_tooltip = heed_chart_view_query_tooltip;
  widget_class->css_changed = heed_chart_view_css_changed;

  /** HeedChartView::chosen: Another point was chosen, or none. */
  signals[CHOSEN] = g_signal_new ("chosen", HEED_TYPE_CHART_VIEW, G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 0);
  /** HeedChartView::activated: The chosen point is to be looked into. */
  signals[ACTIVATED] = g_signal_new ("activated", HEED_TYPE_CHART_VIEW, G_SIGNAL_RUN_LAST, 0,
                                     NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_css_name (widget_class, "chart");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
heed_chart_view_init (HeedChartView *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkGesture         *click = gtk_gesture_click_new ();
  AdwStyleManager    *style = adw_style_manager_get_default ();

  self->chosen = -1;
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  g_signal_connect_object (click, "pressed", G_CALLBACK (pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  g_signal_connect_object (style, "notify::dark", G_CALLBACK (gtk_widget_queue_draw), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (style, "notify::high-contrast", G_CALLBACK (gtk_widget_queue_draw),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self, "state-flags-changed", G_CALLBACK (gtk_widget_queue_draw), self,
                           G_CONNECT_SWAPPED);
}

/**
 * heed_chart_view_set_content:
 * @content: (transfer full): what to show
 * @summary: what it says, in a sentence or two, for whoever cannot see it
 *
 * Shows a chart; no point of it is chosen.
 */
void
heed_chart_view_set_content (HeedChartView    *self,
                             HeedChartContent *content,
                             const char       *summary)
{
  g_clear_pointer (&self->content, heed_chart_content_free);
  self->content = content;
  forget_layout (self);
  self->chosen = -1;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Chart"), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, summary, -1);
  g_signal_emit (self, signals[CHOSEN], 0);
}

/** heed_chart_view_get_chosen: Returns: the chosen point; -1 for none */
int
heed_chart_view_get_chosen (HeedChartView *self)
{
  return self->chosen;
}

/** heed_chart_view_choose: @point: a point, -1 for none */
void
heed_chart_view_choose (HeedChartView *self,
                        int            point)
{
  choose (self, point, FALSE);
}
