/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How severe a case is, as dots that are filled, drawn by one widget; its name and its tooltip say
 * it in words.
 */
#include "config.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "heed-severity-cell.h"

#define N_DOTS  3
#define DOT     8 /* px */
#define SPACING 3 /* px */

struct _HeedSeverityCell
{
  GtkWidget parent_instance;

  int severity; /* -1: not judged; -2: not told yet */
};

G_DEFINE_FINAL_TYPE (HeedSeverityCell, heed_severity_cell, GTK_TYPE_WIDGET)

static char *
dup_words (HeedSeverityCell *self)
{
  return self->severity >= 0 ? g_strdup_printf (_ ("Severity %d of 3"), self->severity)
                             : g_strdup (_ ("Severity not judged"));
}

static void
heed_severity_cell_measure (GtkWidget     *widget,
                            GtkOrientation orientation,
                            int            for_size,
                            int           *minimum,
                            int           *natural,
                            int           *minimum_baseline,
                            int           *natural_baseline)
{
  if (orientation == GTK_ORIENTATION_VERTICAL)
    *minimum = *natural = DOT;
  else
    *minimum = *natural = N_DOTS * DOT + (N_DOTS - 1) * SPACING;
}

static void
draw_dot (GtkSnapshot   *snapshot,
          float          x,
          float          y,
          gboolean       is_on,
          const GdkRGBA *color)
{
  const graphene_rect_t rect = GRAPHENE_RECT_INIT (x, y, DOT, DOT);
  gboolean              high = adw_style_manager_get_high_contrast (
      adw_style_manager_get_default ());
  GdkRGBA        fill = *color;
  GskRoundedRect circle;

  fill.alpha *= is_on ? 0.75f : 0.18f;
  gsk_rounded_rect_init_from_rect (&circle, &rect, DOT / 2.f);
  gtk_snapshot_push_rounded_clip (snapshot, &circle);
  gtk_snapshot_append_color (snapshot, &fill, &rect);
  gtk_snapshot_pop (snapshot);
  if (high)
    gtk_snapshot_append_border (snapshot, &circle, (const float[4]) { 1, 1, 1, 1 },
                                (const GdkRGBA[4]) { *color, *color, *color, *color });
}

static void
heed_severity_cell_snapshot (GtkWidget   *widget,
                             GtkSnapshot *snapshot)
{
  HeedSeverityCell *self = HEED_SEVERITY_CELL (widget);
  gboolean          rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int               width = gtk_widget_get_width (widget);
  float             y = (float) (gtk_widget_get_height (widget) - DOT) / 2;
  GdkRGBA           color;

  if (self->severity < -1)
    return;
  gtk_widget_get_color (widget, &color);
  for (int i = 0; i < N_DOTS; i++)
    {
      int x = i * (DOT + SPACING);

      draw_dot (snapshot, (float) (rtl ? width - DOT - x : x), y, i < self->severity, &color);
    }
}

static gboolean
heed_severity_cell_query_tooltip (GtkWidget  *widget,
                                  int         x,
                                  int         y,
                                  gboolean    keyboard,
                                  GtkTooltip *tooltip)
{
  g_autofree char *words = dup_words (HEED_SEVERITY_CELL (widget));

  gtk_tooltip_set_text (tooltip, words);
  return TRUE;
}

static void
heed_severity_cell_class_init (HeedSeverityCellClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->measure = heed_severity_cell_measure;
  widget_class->snapshot = heed_severity_cell_snapshot;
  widget_class->query_tooltip = heed_severity_cell_query_tooltip;
  gtk_widget_class_set_css_name (widget_class, "severity");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
heed_severity_cell_init (HeedSeverityCell *self)
{
  self->severity = -2;
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
}

/** heed_severity_cell_new: Returns: (transfer floating): a cell that shows nothing yet */
GtkWidget *
heed_severity_cell_new (void)
{
  return g_object_new (HEED_TYPE_SEVERITY_CELL, NULL);
}

/** heed_severity_cell_set_severity: @severity: 0 to 3, -1: not judged, -2: nothing is shown */
void
heed_severity_cell_set_severity (HeedSeverityCell *self,
                                 int               severity)
{
  g_autofree char *words = NULL;

  if (self->severity == severity)
    return;
  self->severity = severity;
  words = dup_words (self);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
