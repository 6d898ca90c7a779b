/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Asks what one item of the guide says, and shows how it will look in the guide while it is typed. */

#include "config.h"

#include "guidance/heed-guidance-item-dialog.h"

#include "heed-words.h"

struct _HeedGuidanceItemDialog
{
  AdwDialog parent_instance;

  /* owned */
  char *item; /* id; NULL for a new one */

  /* borrowed */
  GtkEditable  *text_row;
  GtkEditable  *why_row;
  GtkEditable  *say_row;
  AdwSwitchRow *expected_row;
  GtkLabel     *preview_text;
  GtkLabel     *preview_say;
  GtkWidget    *save_button;

  gboolean needs_why;
};

enum
{
  SIGNAL_SAVED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HeedGuidanceItemDialog, heed_guidance_item_dialog, ADW_TYPE_DIALOG)

static gboolean
is_blank (GtkEditable *row)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (row)));

  return *text == '\0';
}

static void
changed_cb (HeedGuidanceItemDialog *self)
{
  const char      *say = gtk_editable_get_text (self->say_row);
  /* Translators: what to say, in quotation marks of your language */
  g_autofree char *quoted = g_strdup_printf (_ ("“%s”"), say);

  gtk_label_set_text (self->preview_text, gtk_editable_get_text (self->text_row));
  gtk_label_set_text (self->preview_say, quoted);
  gtk_widget_set_visible (GTK_WIDGET (self->preview_say), *say != '\0');
  gtk_widget_set_sensitive (self->save_button,
                            !is_blank (self->text_row)
                                && (!self->needs_why || !is_blank (self->why_row)));
}

static void
save_cb (HeedGuidanceItemDialog *self)
{
  g_signal_emit (self, signals[SIGNAL_SAVED], 0);
  adw_dialog_close (ADW_DIALOG (self));
}

static GtkEditable *
add_entry (HeedGuidanceItemDialog *self,
           AdwPreferencesGroup    *group,
           const char             *title,
           const char             *text)
{
  GtkWidget *row = adw_entry_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  gtk_editable_set_text (GTK_EDITABLE (row), text != NULL ? text : "");
  adw_preferences_group_add (group, row);
  g_signal_connect_object (row, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  return GTK_EDITABLE (row);
}

static GtkLabel *
add_preview_label (GtkWidget  *box,
                   const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (box), label);
  return GTK_LABEL (label);
}

static AdwPreferencesGroup *
new_preview (HeedGuidanceItemDialog *self)
{
  GtkWidget *group = adw_preferences_group_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *row = adw_preferences_row_new ();

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _ ("In the Guide"));
  gtk_widget_set_margin_top (box, 12);
  gtk_widget_set_margin_bottom (box, 12);
  gtk_widget_set_margin_start (box, 12);
  gtk_widget_set_margin_end (box, 12);
  self->preview_text = add_preview_label (box, NULL);
  self->preview_say = add_preview_label (box, "accent");
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
  return ADW_PREFERENCES_GROUP (group);
}

static GtkWidget *
new_form (HeedGuidanceItemDialog *self,
          const HeedGuideItem    *item)
{
  GtkWidget           *page = adw_preferences_page_new ();
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  GtkWidget           *expected = adw_switch_row_new ();

  self->text_row = add_entry (self, group, _ ("What to do"), item != NULL ? item->text : NULL);
  self->why_row = add_entry (self, group, _ ("Why it matters"), item != NULL ? item->why : NULL);
  self->say_row = add_entry (self, group, _ ("What to say"), item != NULL ? item->say : NULL);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (expected), _ ("Expected"));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (expected),
                               _ ("Leaving the stage without it asks for a reason"));
  adw_switch_row_set_active (ADW_SWITCH_ROW (expected), item != NULL && item->expected);
  adw_preferences_group_add (group, expected);
  self->expected_row = ADW_SWITCH_ROW (expected);
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), group);
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), new_preview (self));
  return page;
}

static void
heed_guidance_item_dialog_finalize (GObject *object)
{
  HeedGuidanceItemDialog *self = HEED_GUIDANCE_ITEM_DIALOG (object);

  g_free (self->item);

  G_OBJECT_CLASS (heed_guidance_item_dialog_parent_class)->finalize (object);
}

static void
heed_guidance_item_dialog_class_init (HeedGuidanceItemDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = heed_guidance_item_dialog_finalize;

  signals[SIGNAL_SAVED] = g_signal_new ("saved", HEED_TYPE_GUIDANCE_ITEM_DIALOG, G_SIGNAL_RUN_LAST,
                                        0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
heed_guidance_item_dialog_init (HeedGuidanceItemDialog *self)
{
  adw_dialog_set_content_width (ADW_DIALOG (self), 520);
}

/**
 * heed_guidance_item_dialog_new:
 * @item: (nullable): the item to change; %NULL for a new one
 * @needs_why: whether it cannot be without a reason
 *
 * Returns: (transfer floating): the dialog
 */
AdwDialog *
heed_guidance_item_dialog_new (const HeedGuideItem *item,
                               gboolean             needs_why)
{
  HeedGuidanceItemDialog *self = g_object_new (HEED_TYPE_GUIDANCE_ITEM_DIALOG, NULL);
  GtkWidget *view = adw_toolbar_view_new ();
  GtkWidget *header = adw_header_bar_new ();

  self->item = item != NULL ? g_strdup (item->id) : NULL;
  self->needs_why = needs_why;
  self->save_button = gtk_button_new_with_label (item != NULL ? _ ("Save") : _ ("Add"));
  gtk_widget_add_css_class (self->save_button, "suggested-action");
  g_signal_connect_object (self->save_button, "clicked", G_CALLBACK (save_cb), self,
                           G_CONNECT_SWAPPED);
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), self->save_button);
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), header);
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (view), new_form (self, item));
  adw_dialog_set_title (ADW_DIALOG (self), item != NULL ? _ ("Change an Item") : _ ("Add an Item"));
  adw_dialog_set_child (ADW_DIALOG (self), view);
  changed_cb (self);
  return ADW_DIALOG (self);
}

/**
 * heed_guidance_item_dialog_get_item:
 * @self: a dialog
 *
 * Returns: (transfer none) (nullable): id of the item; %NULL for a new one
 */
const char *
heed_guidance_item_dialog_get_item (HeedGuidanceItemDialog *self)
{
  return self->item;
}

/**
 * heed_guidance_item_dialog_get_text:
 * @self: a dialog
 * @text: (out caller-allocates): what the item says; its strings belong to the dialog
 */
void
heed_guidance_item_dialog_get_text (HeedGuidanceItemDialog *self,
                                    HeedGuideText          *text)
{
  text->text = gtk_editable_get_text (self->text_row);
  text->why = gtk_editable_get_text (self->why_row);
  text->say = gtk_editable_get_text (self->say_row);
  text->expected = adw_switch_row_get_active (self->expected_row);
}
