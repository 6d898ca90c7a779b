/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One item of a checklist: its check box, what to say, who did it and when; more on activation.
 * Shows what the case tells and asks the pane for every change. */

#include "config.h"

#include "guide/heed-guide-row.h"

#include "heed-words.h"

struct _HeedGuideRow
{
  GtkListBoxRow parent_instance;

  /* template */
  GtkCheckButton *check;
  GtkLabel       *text_label;
  GtkLabel       *say_label;
  GtkLabel       *meta_label;
  GtkRevealer    *details;
  GtkLabel       *why_label;
  GtkWidget      *evidence_box;
  GtkLabel       *evidence_label;
  GtkEntry       *evidence_entry;
  GtkWidget      *skip_button;

  /* owned */
  HeedSession *session;
  char        *item;
  char        *say;

  /* flags */
  guint is_updating : 1;
  guint is_next : 1;
  guint is_noted : 1;
};

G_DEFINE_FINAL_TYPE (HeedGuideRow, heed_guide_row, GTK_TYPE_LIST_BOX_ROW)

static void
show_say (HeedGuideRow *self)
{
  gboolean is_open = gtk_revealer_get_reveal_child (self->details);

  gtk_widget_set_visible (GTK_WIDGET (self->say_label),
                          self->say != NULL && (self->is_next || is_open));
}

static void
toggled_cb (HeedGuideRow *self)
{
  if (self->is_updating)
    return;
  /* The case decides what the box shows; until it answers, the box shows what was asked for. */
  if (self->is_noted)
    gtk_widget_activate_action (GTK_WIDGET (self), "guide.undo", "s", self->item);
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "guide.tick", "(ss)", self->item,
                                gtk_editable_get_text (GTK_EDITABLE (self->evidence_entry)));
}

static void
entry_activate_cb (HeedGuideRow *self)
{
  if (!self->is_noted)
    gtk_check_button_set_active (self->check, TRUE);
}

static void
skip_cb (HeedGuideRow *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "guide.not-applicable", "s", self->item);
}

static void
heed_guide_row_dispose (GObject *object)
{
  HeedGuideRow *self = HEED_GUIDE_ROW (object);

  g_clear_object (&self->session);
  gtk_widget_dispose_template (GTK_WIDGET (self), HEED_TYPE_GUIDE_ROW);

  G_OBJECT_CLASS (heed_guide_row_parent_class)->dispose (object);
}

static void
heed_guide_row_finalize (GObject *object)
{
  HeedGuideRow *self = HEED_GUIDE_ROW (object);

  g_free (self->item);
  g_free (self->say);

  G_OBJECT_CLASS (heed_guide_row_parent_class)->finalize (object);
}

static void
heed_guide_row_class_init (HeedGuideRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = heed_guide_row_dispose;
  G_OBJECT_CLASS (klass)->finalize = heed_guide_row_finalize;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/care/heed/Heed/ui/guide/heed-guide-row.ui");
  gtk_widget_class_bind_template_child (widget_class, HeedGuideRow, check);
  gtk_widget_class_bind_template_child (widget_class, HeedGuideRow, text_label);
  gtk_widget_class_bind_template_child (widget_class, HeedGuideRow, say_label);
  gtk_widget_class_bind_template_child (widget_class, HeedGuideRow, meta_label);
  gtk_widget_class_bind_template_child (widget_class, HeedGuideRow, details);
  gtk_widget_class_bind_template_child (widget_class, HeedGuideRow, why_label);
  gtk_widget_class_bind_template_child (widget_class, HeedGuideRow, evidence_box);
  gtk_widget_class_bind_template_child (widget_class, HeedGuideRow, evidence_label);
  gtk_widget_class_bind_template_child (widget_class, HeedGuideRow, evidence_entry);
  gtk_widget_class_bind_template_child (widget_class, HeedGuideRow, skip_button);
}

static void
heed_guide_row_init (HeedGuideRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (self->check, "toggled", G_CALLBACK (toggled_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->evidence_entry, "activate", G_CALLBACK (entry_activate_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->skip_button, "clicked", G_CALLBACK (skip_cb), self,
                           G_CONNECT_SWAPPED);
}

static void
set_accessible (HeedGuideRow        *self,
                const HeedGuideItem *item)
{
  g_autofree char *help = g_strjoin (" ", item->say != NULL ? self->say : "",
                                     item->why != NULL ? _ (item->why) : "", NULL);
  /* Translators: %s is an item of a checklist */
  g_autofree char *skip = g_strdup_printf (_ ("Does not apply: %s"), _ (item->text));

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ (item->text), -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->check), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ (item->text), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  g_strstrip (help), -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->skip_button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  skip, -1);
}

/**
 * heed_guide_row_new:
 * @session: the session
 * @item: an item of a checklist
 *
 * Returns: (transfer floating): a row for it
 */
GtkWidget *
heed_guide_row_new (HeedSession         *session,
                    const HeedGuideItem *item)
{
  HeedGuideRow *self = g_object_new (HEED_TYPE_GUIDE_ROW, NULL);

  self->session = g_object_ref (session);
  self->item = g_strdup (item->id);
  if (item->say != NULL)
    /* Translators: something to say, between quotation marks */
    self->say = g_strdup_printf (_ ("“%s”"), _ (item->say));
  gtk_label_set_text (self->text_label, _ (item->text));
  if (self->say != NULL)
    gtk_label_set_text (self->say_label, self->say);
  gtk_label_set_text (self->why_label, item->why != NULL ? _ (item->why) : "");
  gtk_widget_set_visible (GTK_WIDGET (self->why_label), item->why != NULL);
  gtk_widget_set_visible (self->evidence_box, item->ask != NULL);
  if (item->ask != NULL)
    gtk_label_set_text (self->evidence_label, _ (item->ask));
  set_accessible (self, item);
  return GTK_WIDGET (self);
}

/**
 * heed_guide_row_get_item:
 * @self: a row
 *
 * Returns: (transfer none): the id of its item
 */
const char *
heed_guide_row_get_item (HeedGuideRow *self)
{
  return self->item;
}

/**
 * heed_guide_row_toggle_details:
 * @self: a row
 *
 * Shows or hides why the item matters, what it may carry, and the way to pass it.
 */
void
heed_guide_row_toggle_details (HeedGuideRow *self)
{
  gboolean is_open = !gtk_revealer_get_reveal_child (self->details);

  gtk_revealer_set_reveal_child (self->details, is_open);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_EXPANDED, is_open, -1);
  show_say (self);
}

/* Who noted it, when, and what with it. */
static char *
dup_meta (HeedGuideRow   *self,
          const HeedTick *tick)
{
  GTimeZone *zone = heed_session_get_zone (self->session);
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc_usec (tick->at);
  g_autoptr (GDateTime) local = g_date_time_to_timezone (utc, zone);
  HeedDate         today = heed_session_get_today (self->session);
  HeedDate         day = heed_date_of_instant (tick->at, zone);
  g_autofree char *time = g_date_time_format (local, "%H:%M");
  g_autofree char *date = day == today ? g_strdup (_ ("today"))
                                       : heed_words_date_near (day, today);
  const char      *more = tick->not_applicable ? tick->reason : tick->evidence;

  if (tick->not_applicable)
    /* Translators: why an item of a checklist does not apply, by whom noted, day, time of day */
    return g_strdup_printf (_ ("Does not apply: %1$s (%2$s, %3$s %4$s)"), more, tick->by, date,
                            time);
  if (more != NULL)
    /* Translators: what an item of a checklist carries, by whom it was done, day, time of day */
    return g_strdup_printf (_ ("%1$s (%2$s, %3$s %4$s)"), more, tick->by, date, time);
  /* Translators: by whom an item of a checklist was done, day, time of day */
  return g_strdup_printf (_ ("%1$s, %2$s %3$s"), tick->by, date, time);
}

static void
set_style (GtkWidget  *widget,
           const char *style,
           gboolean    is_on)
{
  if (is_on)
    gtk_widget_add_css_class (widget, style);
  else
    gtk_widget_remove_css_class (widget, style);
}

/**
 * heed_guide_row_update:
 * @self: a row
 * @tick: (nullable): what was noted for the item
 * @is_next: whether it is what comes next
 *
 * Shows how the item stands.
 */
void
heed_guide_row_update (HeedGuideRow   *self,
                       const HeedTick *tick,
                       gboolean        is_next)
{
  g_autofree char *meta = tick != NULL ? dup_meta (self, tick) : NULL;
  gboolean         is_skipped = tick != NULL && tick->not_applicable;

  self->is_updating = TRUE;
  self->is_next = is_next;
  self->is_noted = tick != NULL;
  gtk_check_button_set_active (self->check, tick != NULL && !is_skipped);
  gtk_check_button_set_inconsistent (self->check, is_skipped);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->check),
                               tick != NULL ? _ ("Undo") : _ ("Done"));
  gtk_label_set_text (self->meta_label, meta != NULL ? meta : "");
  gtk_widget_set_visible (GTK_WIDGET (self->meta_label), meta != NULL);
  gtk_widget_set_visible (self->skip_button, tick == NULL);
  gtk_widget_set_sensitive (self->evidence_box, tick == NULL);
  set_style (GTK_WIDGET (self), "now", is_next);
  set_style (GTK_WIDGET (self->text_label), "done-text", tick != NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  meta != NULL ? meta : is_next ? _ ("Next") : "", -1);
  show_say (self);
  self->is_updating = FALSE;
}
