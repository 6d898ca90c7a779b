/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Somebody's initials on a disc, or a sign for no one, as small as in a list. It looks like an
 * AdwAvatar, of whose style classes it makes use, but is one widget that never asks for a new
 * layout: in a list that is scrolled, names change all the time.
 */
#include "config.h"

#include "heed-initials.h"

#define SIZE     24 /* px */
#define ICON     16 /* px */
#define N_COLORS 14 /* style classes color1 … color14 of libadwaita */
#define SCALE    0.75
#define DIMMED   0.55f

struct _HeedInitials
{
  GtkWidget parent_instance;

  /* owned */
  char             *name; /* NULL: nothing is shown; "": no one */
  GtkIconPaintable *no_one;

  guint color; /* 1 … 14; 0: none */
};

G_DEFINE_FINAL_TYPE (HeedInitials, heed_initials, GTK_TYPE_WIDGET)

/* The first letters of the first and the last word, as AdwAvatar takes them. */
static char *
dup_initials (const char *name)
{
  g_autofree char *upper = g_utf8_strup (name, -1);
  g_autofree char *whole = g_utf8_normalize (g_strstrip (upper), -1, G_NORMALIZE_DEFAULT_COMPOSE);
  GString         *initials = g_string_new (NULL);
  const char      *last = whole != NULL ? strrchr (whole, ' ') : NULL;

  if (whole != NULL && *whole != '\0')
    g_string_append_unichar (initials, g_utf8_get_char (whole));
  if (last != NULL && last[1] != '\0')
    g_string_append_unichar (initials, g_utf8_get_char (last + 1));
  return g_string_free (initials, FALSE);
}

static void
draw_no_one (HeedInitials *self,
             GtkSnapshot  *snapshot,
             GdkRGBA       color)
{
  const float inset = (SIZE - ICON) / 2.f;

  if (self->no_one == NULL)
    self->no_one = gtk_icon_theme_lookup_icon (
        gtk_icon_theme_get_for_display (gtk_widget_get_display (GTK_WIDGET (self))),
        "contact-new-symbolic", NULL, ICON, gtk_widget_get_scale_factor (GTK_WIDGET (self)),
        gtk_widget_get_direction (GTK_WIDGET (self)), 0);
  color.alpha *= DIMMED;
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (inset, inset));
  gtk_symbolic_paintable_snapshot_symbolic (GTK_SYMBOLIC_PAINTABLE (self->no_one), snapshot, ICON,
                                            ICON, &color, 1);
}

static void
draw_initials (HeedInitials  *self,
               GtkSnapshot   *snapshot,
               const GdkRGBA *color)
{
  g_autofree char *initials = dup_initials (self->name);
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), initials);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  PangoRectangle extents;

  pango_attr_list_insert (attributes, pango_attr_scale_new (SCALE));
  pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
  pango_layout_set_attributes (layout, attributes);
  pango_layout_get_pixel_extents (layout, NULL, &extents);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (
                                        (float) (SIZE - extents.width) / 2 - (float) extents.x,
                                        (float) (SIZE - extents.height) / 2 - (float) extents.y));
  gtk_snapshot_append_layout (snapshot, layout, color);
}

static void
heed_initials_snapshot (GtkWidget   *widget,
                        GtkSnapshot *snapshot)
{
  HeedInitials *self = HEED_INITIALS (widget);
  GdkRGBA       color;

  if (self->name == NULL)
    return;
  gtk_widget_get_color (widget, &color);
  gtk_snapshot_save (snapshot);
  if (*self->name == '\0')
    draw_no_one (self, snapshot, color);
  else
    draw_initials (self, snapshot, &color);
  gtk_snapshot_restore (snapshot);
}

static void
heed_initials_measure (GtkWidget     *widget,
                       GtkOrientation orientation,
                       int            for_size,
                       int           *minimum,
                       int           *natural,
                       int           *minimum_baseline,
                       int           *natural_baseline)
{
  *minimum = *natural = SIZE;
}

static void
heed_initials_finalize (GObject *object)
{
  HeedInitials *self = HEED_INITIALS (object);

  g_free (self->name);
  g_clear_object (&self->no_one);
  G_OBJECT_CLASS (heed_initials_parent_class)->finalize (object);
}

static void
heed_initials_class_init (HeedInitialsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = heed_initials_finalize;
  widget_class->measure = heed_initials_measure;
  widget_class->snapshot = heed_initials_snapshot;
  gtk_widget_class_set_css_name (widget_class, "avatar");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
heed_initials_init (HeedInitials *self)
{
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
}

/** heed_initials_new: Returns: (transfer floating): a place for initials, empty */
GtkWidget *
heed_initials_new (void)
{
  return g_object_new (HEED_TYPE_INITIALS, NULL);
}

static void
set_color (HeedInitials *self,
           guint         color)
{
  char name[16];

  if (self->color == color)
    return;
  if (self->color > 0)
    {
      g_snprintf (name, sizeof name, "color%u", self->color);
      gtk_widget_remove_css_class (GTK_WIDGET (self), name);
    }
  if (color > 0)
    {
      g_snprintf (name, sizeof name, "color%u", color);
      gtk_widget_add_css_class (GTK_WIDGET (self), name);
    }
  self->color = color;
}

/** heed_initials_set_name: @name: (nullable): whose; "" is no one, and NULL leaves it empty */
void
heed_initials_set_name (HeedInitials *self,
                        const char   *name)
{
  if (!g_set_str (&self->name, name))
    return;
  /* The colour that AdwAvatar gives the same name elsewhere. */
  set_color (self, name != NULL && *name != '\0' ? g_str_hash (name) % N_COLORS + 1 : 0);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
