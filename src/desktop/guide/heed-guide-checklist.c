/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One checklist of the guide pane. Its rows are made once and then only follow the case, so that
 * nobody loses their place while ticking. */

#include "config.h"

#include "guide/heed-guide-checklist.h"

#include "guide/heed-guide-row.h"
#include "heed-words.h"

struct _HeedGuideChecklist
{
  GtkBox parent_instance;

  /* template */
  GtkToggleButton *header;
  GtkImage        *arrow;
  GtkLabel        *title_label;
  GtkLabel        *count_label;
  GtkProgressBar  *progress;
  GtkLabel        *opening_label;
  GtkListBox      *items;

  /* borrowed from the guidance of the session, which outlives the pane */
  const HeedGuideList *list;
};

G_DEFINE_FINAL_TYPE (HeedGuideChecklist, heed_guide_checklist, GTK_TYPE_BOX)

static void
header_toggled_cb (HeedGuideChecklist *self)
{
  gboolean is_open = gtk_toggle_button_get_active (self->header);

  gtk_image_set_from_icon_name (self->arrow,
                                is_open ? "pan-down-symbolic" : "pan-end-symbolic");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->header), GTK_ACCESSIBLE_STATE_EXPANDED,
                               is_open, -1);
}

static void
row_activated_cb (HeedGuideChecklist *self,
                  GtkListBoxRow      *row)
{
  heed_guide_row_toggle_details (HEED_GUIDE_ROW (row));
}

static void
heed_guide_checklist_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), HEED_TYPE_GUIDE_CHECKLIST);

  G_OBJECT_CLASS (heed_guide_checklist_parent_class)->dispose (object);
}

static void
heed_guide_checklist_class_init (HeedGuideChecklistClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = heed_guide_checklist_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/care/heed/Heed/ui/guide/heed-guide-checklist.ui");
  gtk_widget_class_bind_template_child (widget_class, HeedGuideChecklist, header);
  gtk_widget_class_bind_template_child (widget_class, HeedGuideChecklist, arrow);
  gtk_widget_class_bind_template_child (widget_class, HeedGuideChecklist, title_label);
  gtk_widget_class_bind_template_child (widget_class, HeedGuideChecklist, count_label);
  gtk_widget_class_bind_template_child (widget_class, HeedGuideChecklist, progress);
  gtk_widget_class_bind_template_child (widget_class, HeedGuideChecklist, opening_label);
  gtk_widget_class_bind_template_child (widget_class, HeedGuideChecklist, items);
}

static void
heed_guide_checklist_init (HeedGuideChecklist *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (self->header, "toggled", G_CALLBACK (header_toggled_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->items, "row-activated", G_CALLBACK (row_activated_cb), self,
                           G_CONNECT_SWAPPED);
}

/**
 * heed_guide_checklist_new:
 * @session: the session
 * @list: a list of its guidance
 *
 * Returns: (transfer floating): a checklist
 */
GtkWidget *
heed_guide_checklist_new (HeedSession         *session,
                          const HeedGuideList *list)
{
  HeedGuideChecklist *self = g_object_new (HEED_TYPE_GUIDE_CHECKLIST, NULL);

  self->list = list;
  gtk_label_set_text (self->title_label, _ (list->name));
  gtk_label_set_text (self->opening_label, list->opening != NULL ? _ (list->opening) : "");
  gtk_widget_set_visible (GTK_WIDGET (self->opening_label),
                          list->opening != NULL && list->kind == HEED_GUIDE_SITUATION);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->items), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ (list->name), -1);
  for (guint i = 0; i < list->items->len; i++)
    gtk_list_box_append (self->items, heed_guide_row_new (session, list->items->pdata[i]));
  /* The checklist of the stage is always in view; a situation can be folded away. */
  if (list->kind == HEED_GUIDE_STAGE)
    {
      gtk_widget_set_visible (GTK_WIDGET (self->arrow), FALSE);
      gtk_widget_set_can_target (GTK_WIDGET (self->header), FALSE);
      gtk_widget_set_focusable (GTK_WIDGET (self->header), FALSE);
    }
  header_toggled_cb (self);
  return GTK_WIDGET (self);
}

/**
 * heed_guide_checklist_get_list:
 * @self: a checklist
 *
 * Returns: (transfer none): the list it shows
 */
const HeedGuideList *
heed_guide_checklist_get_list (HeedGuideChecklist *self)
{
  return self->list;
}

/**
 * heed_guide_checklist_set_open:
 * @self: a checklist
 * @is_open: whether its items are shown
 */
void
heed_guide_checklist_set_open (HeedGuideChecklist *self,
                               gboolean            is_open)
{
  gtk_toggle_button_set_active (self->header, is_open);
}

/**
 * heed_guide_checklist_update:
 * @self: a checklist
 * @state: the case
 *
 * Shows how far the case has come.
 *
 * Returns: the same in numbers
 */
HeedGuideProgress
heed_guide_checklist_update (HeedGuideChecklist *self,
                             const HeedCase     *state)
{
  HeedGuideProgress progress = heed_guide_list_get_progress (self->list, state);
  /* Translators: how many items of a checklist are done, as in "7 of 11" */
  g_autofree char *count = g_strdup_printf (_ ("%u of %u"), progress.done, progress.total);
  /* Translators: the name of a checklist, then how many of its items are done */
  g_autofree char *spoken = g_strdup_printf (_ ("%s: %u of %u done"), _ (self->list->name),
                                             progress.done, progress.total);
  GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->items));

  gtk_label_set_text (self->count_label, count);
  gtk_progress_bar_set_fraction (self->progress, progress.total > 0
                                                   ? (double) progress.done / progress.total
                                                   : 0);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->progress), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  spoken, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->header), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  spoken, -1);
  for (; row != NULL; row = gtk_widget_get_next_sibling (row))
    {
      const char *item = heed_guide_row_get_item (HEED_GUIDE_ROW (row));

      heed_guide_row_update (HEED_GUIDE_ROW (row), heed_case_find_tick (state, item),
                             progress.next != NULL && g_str_equal (progress.next->id, item));
    }
  return progress;
}
