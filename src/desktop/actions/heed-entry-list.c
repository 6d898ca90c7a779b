/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A list for the pages about what was learned: each entry has a title, a caption, a tag, and a case
 * behind it that opens when the entry is chosen, if there is one. Rows are made only as they are seen. Knows nothing
 * of what the entries mean. */

#include "config.h"

#include "actions/heed-entry-list.h"

#include "heed-words.h"

struct _HeedEntry
{
  GObject parent_instance;

  char       *title;
  char       *caption;
  char       *tag;
  const char *css_class;
  gint64      case_id;
};

G_DEFINE_FINAL_TYPE (HeedEntry, heed_entry, G_TYPE_OBJECT)

struct _HeedEntryList
{
  AdwBin parent_instance;

  /* borrowed from the widget tree */
  GtkStack      *stack;
  AdwStatusPage *empty_page;

  /* owned */
  GListStore *entries;
};

G_DEFINE_FINAL_TYPE (HeedEntryList, heed_entry_list, ADW_TYPE_BIN)

/* --- One entry ------------------------------------------------------------------------------ */

static void
heed_entry_finalize (GObject *object)
{
  HeedEntry *self = HEED_ENTRY (object);

  g_free (self->title);
  g_free (self->caption);
  g_free (self->tag);
  G_OBJECT_CLASS (heed_entry_parent_class)->finalize (object);
}

static void
heed_entry_class_init (HeedEntryClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = heed_entry_finalize;
}

static void
heed_entry_init (HeedEntry *self)
{
}

/**
 * heed_entry_new:
 * @case_id: the case behind it; 0 for none, so that nothing opens
 * @title: (transfer full): what it is
 * @caption: (transfer full): what else is known
 *
 * Returns: (transfer full): an entry
 */
HeedEntry *
heed_entry_new (gint64 case_id,
                char  *title,
                char  *caption)
{
  HeedEntry *self = g_object_new (HEED_TYPE_ENTRY, NULL);

  self->case_id = case_id;
  self->title = title;
  self->caption = caption;
  return self;
}

/**
 * heed_entry_set_tag:
 * @self: an entry
 * @tag: (transfer full): how it stands
 * @css_class: (nullable): "late", "today", "good"; a static text
 */
void
heed_entry_set_tag (HeedEntry  *self,
                    char       *tag,
                    const char *css_class)
{
  g_free (self->tag);
  self->tag = tag;
  self->css_class = css_class;
}

/* --- Rows ----------------------------------------------------------------------------------- */

static GtkWidget *
new_label (const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

static void
setup_cb (HeedEntryList *self,
          GtkListItem   *item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *tag = new_label ("tag");

  gtk_widget_set_halign (tag, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (box), new_label (NULL));
  gtk_box_append (GTK_BOX (box), new_label ("caption"));
  gtk_box_append (GTK_BOX (box), tag);
  gtk_list_item_set_child (item, box);
}

static void
bind_cb (HeedEntryList *self,
         GtkListItem   *item)
{
  HeedEntry *entry = gtk_list_item_get_item (item);
  GtkWidget *title = gtk_widget_get_first_child (gtk_list_item_get_child (item));
  GtkWidget *caption = gtk_widget_get_next_sibling (title);
  GtkWidget *tag = gtk_widget_get_next_sibling (caption);
  const char *classes[] = { "tag", entry->css_class, NULL };
  /* Translators: how a row is read out: how it stands, what it is, what else is known. */
  g_autofree char *spoken = g_strdup_printf (_ ("%s. %s. %s"), entry->tag ? entry->tag : "",
                                             entry->title, entry->caption);

  gtk_label_set_text (GTK_LABEL (title), entry->title);
  gtk_label_set_text (GTK_LABEL (caption), entry->caption);
  gtk_label_set_text (GTK_LABEL (tag), entry->tag ? entry->tag : "");
  gtk_widget_set_visible (tag, entry->tag != NULL);
  gtk_widget_set_css_classes (tag, classes);
  gtk_list_item_set_accessible_label (item, spoken);
}

static void
activate_cb (HeedEntryList *self,
             guint          position)
{
  g_autoptr (HeedEntry) entry = g_list_model_get_item (G_LIST_MODEL (self->entries), position);

  if (entry != NULL && entry->case_id != 0)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.open-case", "x", entry->case_id);
}

/* --- The list ------------------------------------------------------------------------------- */

static void
heed_entry_list_finalize (GObject *object)
{
  g_clear_object (&HEED_ENTRY_LIST (object)->entries);
  G_OBJECT_CLASS (heed_entry_list_parent_class)->finalize (object);
}

static void
heed_entry_list_class_init (HeedEntryListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = heed_entry_list_finalize;
}

static GtkWidget *
new_view (HeedEntryList *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkSelectionModel  *model = GTK_SELECTION_MODEL (
    gtk_no_selection_new (G_LIST_MODEL (g_object_ref (self->entries))));
  GtkWidget *view = gtk_list_view_new (model, factory);

  g_signal_connect_object (factory, "setup", G_CALLBACK (setup_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (view, "activate", G_CALLBACK (activate_cb), self, G_CONNECT_SWAPPED);
  gtk_list_view_set_single_click_activate (GTK_LIST_VIEW (view), TRUE);
  gtk_list_view_set_show_separators (GTK_LIST_VIEW (view), TRUE);
  gtk_widget_add_css_class (view, "case-list");
  return view;
}

static void
heed_entry_list_init (HeedEntryList *self)
{
  GtkWidget *stack = gtk_stack_new ();
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *clamp = adw_clamp_scrollable_new ();
  GtkWidget *empty = adw_status_page_new ();

  self->entries = g_list_store_new (HEED_TYPE_ENTRY);
  self->stack = GTK_STACK (stack);
  self->empty_page = ADW_STATUS_PAGE (empty);
  adw_status_page_set_icon_name (self->empty_page, "heed-done-symbolic");
  adw_clamp_scrollable_set_maximum_size (ADW_CLAMP_SCROLLABLE (clamp), 860);
  adw_clamp_scrollable_set_child (ADW_CLAMP_SCROLLABLE (clamp), new_view (self));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), clamp);
  gtk_stack_add_named (self->stack, scrolled, "list");
  gtk_stack_add_named (self->stack, empty, "empty");
  adw_bin_set_child (ADW_BIN (self), stack);
}

/**
 * heed_entry_list_set_empty:
 * @self: a list
 * @title: what to say when there is nothing
 * @description: and a sentence below it
 */
void
heed_entry_list_set_empty (HeedEntryList *self,
                           const char    *title,
                           const char    *description)
{
  adw_status_page_set_title (self->empty_page, title);
  adw_status_page_set_description (self->empty_page, description);
}

/**
 * heed_entry_list_set:
 * @self: a list
 * @entries: (element-type HeedEntry): what to show
 */
void
heed_entry_list_set (HeedEntryList *self,
                     GPtrArray     *entries)
{
  g_list_store_splice (self->entries, 0, g_list_model_get_n_items (G_LIST_MODEL (self->entries)),
                       entries->pdata, entries->len);
  gtk_stack_set_visible_child_name (self->stack, entries->len > 0 ? "list" : "empty");
}
