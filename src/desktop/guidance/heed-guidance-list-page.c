/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One list of the guide, to read and to change: items are switched off and on, moved, changed and added.
 * Each change is written at once into the organisation's own folder and can be undone. What is
 * written is read back first, so that nothing wrong gets there. */

#include "config.h"

#include "guidance/heed-guidance-list-page.h"

#include "guidance/heed-guidance-item-dialog.h"
#include "heed-guide-file.h"
#include "heed-words.h"

struct _HeedGuidanceListPage
{
  AdwNavigationPage parent_instance;

  /* owned */
  HeedSession  *session;
  HeedGuidance *builtin;
  char         *list;
  GBytes       *before; /* the file before the last change; NULL if there was none */

  /* borrowed */
  AdwToastOverlay *toasts;
  AdwBin          *content;
  GtkWidget       *reset_button;
};

G_DEFINE_FINAL_TYPE (HeedGuidanceListPage, heed_guidance_list_page, ADW_TYPE_NAVIGATION_PAGE)

static const HeedGuideList *
get_list (HeedGuidanceListPage *self)
{
  return heed_guidance_find (heed_session_get_guidance (self->session), self->list);
}

static char *
dup_path (HeedGuidanceListPage *self)
{
  const HeedGuideList *list = get_list (self);

  return heed_guide_file_get_path (heed_session_get_rules_folder (self->session), list->kind,
                                   list->id);
}

static void
tell (HeedGuidanceListPage *self,
      const char           *text)
{
  AdwToast *toast = adw_toast_new ("");

  adw_toast_set_use_markup (toast, FALSE);
  adw_toast_set_title (toast, text);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

static void
undo_cb (HeedGuidanceListPage *self)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = dup_path (self);

  if (!heed_guide_file_put_back (path, self->before, &error))
    tell (self, error->message);
  heed_session_reload_guidance (self->session);
}

static void
tell_changed (HeedGuidanceListPage *self,
              const char           *what)
{
  AdwToast *toast = adw_toast_new (what);

  adw_toast_set_button_label (toast, _ ("Undo"));
  adw_toast_set_timeout (toast, 10);
  g_signal_connect_object (toast, "button-clicked", G_CALLBACK (undo_cb), self, G_CONNECT_SWAPPED);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

/* Whether the document can be read back; the message names the place where it cannot. */
static gboolean
check (HeedGuidanceListPage *self,
       JsonNode             *root,
       GError              **error)
{
  const HeedGuideList *list = get_list (self);
  HeedJsonPlace  place;
  HeedJsonHead   head;
  HeedGuideList *made;

  if (!heed_guide_open (root, list->id, &place, &head, error))
    return FALSE;
  made = heed_guide_list_new (&place, list->kind, heed_guidance_find (self->builtin, list->id),
                              heed_session_get_rules (self->session), error);
  if (made == NULL)
    return FALSE;
  heed_guide_list_free (made);
  return TRUE;
}

static void
keep (HeedGuidanceListPage *self,
      const HeedGuideEdit  *edit,
      const char           *what)
{
  g_autoptr (JsonNode) root = heed_guide_edit_to_json (
      edit, heed_guidance_find (self->builtin, self->list), heed_session_get_today (self->session));
  g_autofree char *path = dup_path (self);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) before = heed_guide_file_read (path);

  if (!check (self, root, &error) || !heed_guide_file_write (path, root, &error))
    {
      tell (self, error->message);
      heed_session_reload_guidance (self->session);
      return;
    }
  g_clear_pointer (&self->before, g_bytes_unref);
  self->before = g_steal_pointer (&before);
  heed_session_reload_guidance (self->session);
  tell_changed (self, what);
}

/* --- What can be done with an item --- */

static const char *
get_item (gpointer widget)
{
  return g_object_get_data (widget, "heed-item");
}

static void
switched_cb (HeedGuidanceListPage *self,
             GParamSpec           *pspec,
             GtkSwitch            *toggle)
{
  g_autoptr (HeedGuideEdit) edit = heed_guide_edit_new (get_list (self));
  gboolean is_on = gtk_switch_get_active (toggle);

  heed_guide_edit_switch (edit, get_item (toggle), !is_on);
  keep (self, edit, is_on ? _ ("The item is used again") : _ ("The item is not used any more"));
}

static void
move (HeedGuidanceListPage *self,
      GtkWidget            *button,
      int                   by)
{
  g_autoptr (HeedGuideEdit) edit = heed_guide_edit_new (get_list (self));

  if (heed_guide_edit_move (edit, get_item (button), by))
    keep (self, edit, by < 0 ? _ ("Moved up") : _ ("Moved down"));
}

static void
up_cb (HeedGuidanceListPage *self,
       GtkWidget            *button)
{
  move (self, button, -1);
}

static void
down_cb (HeedGuidanceListPage *self,
         GtkWidget            *button)
{
  move (self, button, 1);
}

static void
saved_cb (HeedGuidanceListPage   *self,
          HeedGuidanceItemDialog *dialog)
{
  g_autoptr (HeedGuideEdit) edit = heed_guide_edit_new (get_list (self));
  const char   *item = heed_guidance_item_dialog_get_item (dialog);
  HeedGuideText text;

  heed_guidance_item_dialog_get_text (dialog, &text);
  if (item != NULL)
    heed_guide_edit_change (edit, item, &text);
  else
    heed_guide_edit_add (edit, &text);
  keep (self, edit, item != NULL ? _ ("The item is changed") : _ ("The item is added"));
}

static void
ask (HeedGuidanceListPage *self,
     const HeedGuideItem  *item)
{
  AdwDialog *dialog =
    heed_guidance_item_dialog_new (item, get_list (self)->kind != HEED_GUIDE_SIGNS);

  g_signal_connect_object (dialog, "saved", G_CALLBACK (saved_cb), self, G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, GTK_WIDGET (self));
}

static void
change_cb (HeedGuidanceListPage *self,
           GtkWidget            *row)
{
  ask (self, heed_guide_list_find (get_list (self), get_item (row)));
}

static void
add_cb (HeedGuidanceListPage *self)
{
  ask (self, NULL);
}

static void
reset_cb (HeedGuidanceListPage *self)
{
  g_autofree char *path = dup_path (self);
  g_autoptr (GError) error = NULL;

  g_clear_pointer (&self->before, g_bytes_unref);
  self->before = heed_guide_file_read (path);
  if (!heed_guide_file_put_back (path, NULL, &error))
    tell (self, error->message);
  heed_session_reload_guidance (self->session);
  tell_changed (self, _ ("The list is Heed’s own again"));
}

/* --- Showing --- */

static GtkWidget *
new_button (HeedGuidanceListPage *self,
            const HeedGuideItem  *item,
            const char           *icon,
            const char           *tooltip,
            GCallback             callback)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  g_object_set_data_full (G_OBJECT (button), "heed-item", g_strdup (item->id), g_free);
  g_signal_connect_object (button, "clicked", callback, self, G_CONNECT_SWAPPED);
  return button;
}

static GtkWidget *
new_switch (HeedGuidanceListPage *self,
            const HeedGuideItem  *item)
{
  GtkWidget *toggle = gtk_switch_new ();

  gtk_switch_set_active (GTK_SWITCH (toggle), !item->off);
  gtk_widget_set_valign (toggle, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (toggle, _ ("Use This Item"));
  g_object_set_data_full (G_OBJECT (toggle), "heed-item", g_strdup (item->id), g_free);
  g_signal_connect_object (toggle, "notify::active", G_CALLBACK (switched_cb), self,
                           G_CONNECT_SWAPPED);
  return toggle;
}

static GtkWidget *
new_row (HeedGuidanceListPage *self,
         const HeedGuideItem  *item,
         gboolean              is_first,
         gboolean              is_last)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *up = new_button (self, item, "go-up-symbolic", _ ("Move Up"), G_CALLBACK (up_cb));
  GtkWidget *down = new_button (self, item, "go-down-symbolic", _ ("Move Down"),
                                G_CALLBACK (down_cb));

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), g_dgettext (GETTEXT_PACKAGE,
                                                                        item->text));
  if (item->why != NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), g_dgettext (GETTEXT_PACKAGE, item->why));
  if (item->off)
    gtk_widget_add_css_class (row, "dimmed");
  gtk_widget_set_sensitive (up, !is_first);
  gtk_widget_set_sensitive (down, !is_last);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), up);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), down);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), new_switch (self, item));
  g_object_set_data_full (G_OBJECT (row), "heed-item", g_strdup (item->id), g_free);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_signal_connect_object (row, "activated", G_CALLBACK (change_cb), self, G_CONNECT_SWAPPED);
  return row;
}

static GtkWidget *
new_add_row (HeedGuidanceListPage *self)
{
  GtkWidget *row = adw_button_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("Add Item…"));
  adw_button_row_set_start_icon_name (ADW_BUTTON_ROW (row), "list-add-symbolic");
  g_signal_connect_object (row, "activated", G_CALLBACK (add_cb), self, G_CONNECT_SWAPPED);
  return row;
}

static void
show_list (HeedGuidanceListPage *self)
{
  const HeedGuideList *list = get_list (self);
  GtkWidget           *page = adw_preferences_page_new ();
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());

  adw_navigation_page_set_title (ADW_NAVIGATION_PAGE (self), g_dgettext (GETTEXT_PACKAGE,
                                                                         list->name));
  if (list->opening != NULL)
    adw_preferences_group_set_description (group, g_dgettext (GETTEXT_PACKAGE, list->opening));
  for (guint i = 0; i < list->all_items->len; i++)
    adw_preferences_group_add (group, new_row (self, list->all_items->pdata[i], i == 0,
                                               i + 1 == list->all_items->len));
  adw_preferences_group_add (group, new_add_row (self));
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), group);
  adw_bin_set_child (self->content, page);
  gtk_widget_set_visible (self->reset_button,
                          list->own && heed_guidance_find (self->builtin, self->list) != NULL);
}

static void
heed_guidance_list_page_dispose (GObject *object)
{
  HeedGuidanceListPage *self = HEED_GUIDANCE_LIST_PAGE (object);

  g_clear_object (&self->session);
  g_clear_pointer (&self->builtin, heed_guidance_unref);
  g_clear_pointer (&self->before, g_bytes_unref);
  g_clear_pointer (&self->list, g_free);

  G_OBJECT_CLASS (heed_guidance_list_page_parent_class)->dispose (object);
}

static void
heed_guidance_list_page_class_init (HeedGuidanceListPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = heed_guidance_list_page_dispose;
}

static void
heed_guidance_list_page_init (HeedGuidanceListPage *self)
{
  GtkWidget *view = adw_toolbar_view_new ();
  GtkWidget *header = adw_header_bar_new ();
  GtkWidget *toasts = adw_toast_overlay_new ();
  GtkWidget *content = adw_bin_new ();

  self->content = ADW_BIN (content);
  self->toasts = ADW_TOAST_OVERLAY (toasts);
  self->reset_button = gtk_button_new_with_label (_ ("Use Heed’s Own"));
  gtk_widget_set_visible (self->reset_button, FALSE);
  g_signal_connect_object (self->reset_button, "clicked", G_CALLBACK (reset_cb), self,
                           G_CONNECT_SWAPPED);
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), self->reset_button);
  adw_toast_overlay_set_child (self->toasts, content);
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), header);
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (view), toasts);
  adw_navigation_page_set_child (ADW_NAVIGATION_PAGE (self), view);
}

/**
 * heed_guidance_list_page_new:
 * @session: the session
 * @list: id of a list of the guide
 *
 * Returns: (transfer floating): the page of that list
 */
GtkWidget *
heed_guidance_list_page_new (HeedSession *session,
                             const char  *list)
{
  HeedGuidanceListPage *self = g_object_new (HEED_TYPE_GUIDANCE_LIST_PAGE, "title", list, NULL);

  self->session = g_object_ref (session);
  self->list = g_strdup (list);
  self->builtin = heed_guidance_new_builtin (heed_session_get_rules (session), NULL);
  g_signal_connect_object (session, "changed", G_CALLBACK (show_list), self, G_CONNECT_SWAPPED);
  show_list (self);
  return GTK_WIDGET (self);
}
