/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A line of text, a smaller one under it, or a pill, drawn by one widget. A list view keeps some
 * two hundred rows and fills them all anew when somebody jumps, most of them out of sight: so a
 * text is laid out only when it is drawn, and a new text asks for no new layout of the row. Where
 * text may be selected or marked up, a label is right, not this.
 */
#include "config.h"

#include <adwaita.h>

#include "heed-text-cell.h"

#define UNDER_SCALE  0.82 /* of libadwaita's style class "caption" */
#define PILL_SCALE   0.86
#define PILL_SIDE    9 /* px inside a pill, left and right */
#define PILL_TOP     2 /* px above and below */
#define DIMMED       0.55f
#define DIMMED_HIGH  0.9f /* in high contrast, as libadwaita has it */
#define LEAST_WIDTH  24   /* px */
#define MOST_NATURAL 200  /* px */

struct _HeedTextCell
{
  GtkWidget parent_instance;

  /* owned */
  char *text;
  char *under;

  guint            n_lines;
  HeedTextCellLook look;
  gboolean         fits_text; /* as wide as its text, and asks again when that changes */
};

G_DEFINE_FINAL_TYPE (HeedTextCell, heed_text_cell, GTK_TYPE_WIDGET)

static const char *const look_classes[] = {
  [HEED_TEXT_CELL_PLAIN] = NULL,
  [HEED_TEXT_CELL_DIMMED] = NULL,
  [HEED_TEXT_CELL_HEADING] = NULL,
  [HEED_TEXT_CELL_LATE] = "late",
  [HEED_TEXT_CELL_TODAY] = "today",
};

static gboolean
is_pill (HeedTextCell *self)
{
  return self->look == HEED_TEXT_CELL_LATE || self->look == HEED_TEXT_CELL_TODAY;
}

/* --- Layout --------------------------------------------------------------------------------- */

static PangoLayout *
new_layout (HeedTextCell *self,
            const char   *text,
            double        scale,
            gboolean      bold)
{
  PangoLayout *layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  if (scale < 1)
    pango_attr_list_insert (attributes, pango_attr_scale_new (scale));
  if (bold)
    pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
  pango_layout_set_attributes (layout, attributes);
  pango_layout_set_single_paragraph_mode (layout, TRUE);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  return layout;
}

static PangoLayout *
new_text_layout (HeedTextCell *self)
{
  gboolean bold = is_pill (self) || self->look == HEED_TEXT_CELL_HEADING;

  return new_layout (self, self->text, is_pill (self) ? PILL_SCALE : 1, bold);
}

/* px: what lines need in the widget's font, whatever they say */
static int
measure_height (HeedTextCell *self)
{
  PangoContext     *context = gtk_widget_get_pango_context (GTK_WIDGET (self));
  PangoFontMetrics *metrics = pango_context_get_metrics (context, NULL, NULL);
  int               height = pango_font_metrics_get_height (metrics);
  int               line = PANGO_PIXELS_CEIL (height);
  int               under = PANGO_PIXELS_CEIL ((int) (UNDER_SCALE * height));

  pango_font_metrics_unref (metrics);
  return self->n_lines > 1 ? line + under : line + 2 * PILL_TOP;
}

static int
measure_width (HeedTextCell *self)
{
  g_autoptr (PangoLayout) layout = new_text_layout (self);
  int width = 0;

  pango_layout_get_pixel_size (layout, &width, NULL);
  return width + (is_pill (self) ? 2 * PILL_SIDE : 0);
}

static void
heed_text_cell_measure (GtkWidget     *widget,
                        GtkOrientation orientation,
                        int            for_size,
                        int           *minimum,
                        int           *natural,
                        int           *minimum_baseline,
                        int           *natural_baseline)
{
  HeedTextCell *self = HEED_TEXT_CELL (widget);

  if (orientation == GTK_ORIENTATION_VERTICAL)
    *minimum = *natural = measure_height (self);
  else if (self->fits_text)
    *minimum = *natural = MIN (measure_width (self), MOST_NATURAL);
  else
    *minimum = *natural = LEAST_WIDTH;
}

/* --- Drawing -------------------------------------------------------------------------------- */

static float
get_dimness (void)
{
  return adw_style_manager_get_high_contrast (adw_style_manager_get_default ()) ? DIMMED_HIGH
                                                                                : DIMMED;
}

/* Draws a line at the start of the widget. Returns its height in px. */
static int
draw_line (HeedTextCell  *self,
           GtkSnapshot   *snapshot,
           PangoLayout   *layout,
           int            side,
           int            top,
           const GdkRGBA *color)
{
  GtkWidget     *widget = GTK_WIDGET (self);
  int            room = MAX (gtk_widget_get_width (widget) - 2 * side, 0);
  PangoRectangle extents;
  int            x = 0;

  pango_layout_set_width (layout, room * PANGO_SCALE);
  pango_layout_get_pixel_extents (layout, NULL, &extents);
  x = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL ? room - extents.width : 0;

  if (side > 0)
    {
      GdkRGBA         back = *color;
      graphene_rect_t rect = GRAPHENE_RECT_INIT (
          (float) x, (float) (top - PILL_TOP), (float) (extents.width + 2 * side),
          (float) (extents.height + 2 * PILL_TOP));
      GskRoundedRect pill;

      back.alpha *= self->look == HEED_TEXT_CELL_LATE ? 0.16f : 0.2f;
      gsk_rounded_rect_init_from_rect (&pill, &rect, rect.size.height / 2);
      gtk_snapshot_push_rounded_clip (snapshot, &pill);
      gtk_snapshot_append_color (snapshot, &back, &rect);
      gtk_snapshot_pop (snapshot);
    }
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) (x + side - extents.x),
                                                          (float) (top - extents.y)));
  gtk_snapshot_append_layout (snapshot, layout, color);
  gtk_snapshot_restore (snapshot);
  return extents.height;
}

static void
heed_text_cell_snapshot (GtkWidget   *widget,
                         GtkSnapshot *snapshot)
{
  HeedTextCell *self = HEED_TEXT_CELL (widget);
  g_autoptr (PangoLayout) layout = NULL;
  g_autoptr (PangoLayout) under = NULL;
  GdkRGBA color;
  int     height = 0;
  int     line = 0;
  int     top = 0;

  if (self->text == NULL)
    return;
  gtk_widget_get_color (widget, &color);
  if (self->look == HEED_TEXT_CELL_DIMMED)
    color.alpha *= get_dimness ();
  layout = new_text_layout (self);
  pango_layout_get_pixel_size (layout, NULL, &height);
  line = height;
  if (self->under != NULL)
    {
      int under_height = 0;

      under = new_layout (self, self->under, UNDER_SCALE, FALSE);
      pango_layout_get_pixel_size (under, NULL, &under_height);
      height += under_height;
    }
  top = (gtk_widget_get_height (widget) - height) / 2;
  draw_line (self, snapshot, layout, is_pill (self) ? PILL_SIDE : 0, top, &color);
  if (under != NULL)
    {
      color.alpha *= get_dimness ();
      draw_line (self, snapshot, under, 0, top + line, &color);
    }
}

/* --- The object ----------------------------------------------------------------------------- */

static void
heed_text_cell_finalize (GObject *object)
{
  HeedTextCell *self = HEED_TEXT_CELL (object);

  g_free (self->text);
  g_free (self->under);
  G_OBJECT_CLASS (heed_text_cell_parent_class)->finalize (object);
}

static void
heed_text_cell_class_init (HeedTextCellClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = heed_text_cell_finalize;
  widget_class->measure = heed_text_cell_measure;
  widget_class->snapshot = heed_text_cell_snapshot;
  gtk_widget_class_set_css_name (widget_class, "textcell");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LABEL);
}

static void
heed_text_cell_init (HeedTextCell *self)
{
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

/**
 * heed_text_cell_new:
 * @n_lines: 1, or 2 with a smaller line under it
 * @fits_text: whether it is as wide as its text; otherwise as wide as it is made
 *
 * Returns: (transfer floating): an empty cell
 */
GtkWidget *
heed_text_cell_new (guint    n_lines,
                    gboolean fits_text)
{
  HeedTextCell *self = g_object_new (HEED_TYPE_TEXT_CELL, NULL);

  self->n_lines = n_lines;
  self->fits_text = fits_text;
  return GTK_WIDGET (self);
}

/**
 * heed_text_cell_set_text:
 * @text: (nullable): the line
 * @under: (nullable): the smaller line under it
 */
void
heed_text_cell_set_text (HeedTextCell *self,
                         const char   *text,
                         const char   *under)
{
  gboolean changed = g_set_str (&self->text, text);

  if (changed)
    gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                    text != NULL ? text : "", -1);
  if (g_set_str (&self->under, under))
    {
      gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                      under != NULL ? under : "", -1);
      changed = TRUE;
    }
  if (changed && self->fits_text)
    gtk_widget_queue_resize (GTK_WIDGET (self));
  else if (changed)
    gtk_widget_queue_draw (GTK_WIDGET (self));
}

/** heed_text_cell_set_look: @look: how to draw it from now on */
void
heed_text_cell_set_look (HeedTextCell    *self,
                         HeedTextCellLook look)
{
  if (self->look == look)
    return;
  if (look_classes[self->look] != NULL)
    gtk_widget_remove_css_class (GTK_WIDGET (self), look_classes[self->look]);
  if (look_classes[look] != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self), look_classes[look]);
  self->look = look;
  if (self->fits_text)
    gtk_widget_queue_resize (GTK_WIDGET (self));
  else
    gtk_widget_queue_draw (GTK_WIDGET (self));
}
