/* SPDX-License-Identifier: GPL-3.0-or-later */

/* All lists of the guide, to read and to change. It shows what there is; changing one is the matter of
 * HeedGuidanceListPage. */

#include "config.h"

#include "guidance/heed-guidance-page.h"

#include "guidance/heed-guidance-list-page.h"
#include "heed-words.h"

struct _HeedGuidancePage
{
  AdwNavigationPage parent_instance;

  /* owned */
  HeedSession *session;

  /* borrowed */
  AdwBin *content;
};

G_DEFINE_FINAL_TYPE (HeedGuidancePage, heed_guidance_page, ADW_TYPE_NAVIGATION_PAGE)

static const char *
get_title (HeedGuideKind kind)
{
  switch (kind)
    {
    case HEED_GUIDE_STAGE:
      return _ ("Stages");
    case HEED_GUIDE_SITUATION:
      return _ ("Situations");
    case HEED_GUIDE_FRAME:
      return _ ("Models of Service Recovery");
    case HEED_GUIDE_SIGNS:
      return _ ("Warning Signs");
    case HEED_GUIDE_WORDS:
    default:
      return _ ("Words");
    }
}

static void
open_cb (HeedGuidancePage *self,
         GtkWidget        *row)
{
  GtkWidget  *view = gtk_widget_get_ancestor (GTK_WIDGET (self), ADW_TYPE_NAVIGATION_VIEW);
  const char *id = g_object_get_data (G_OBJECT (row), "heed-list");

  if (view != NULL)
    adw_navigation_view_push (ADW_NAVIGATION_VIEW (view),
                              ADW_NAVIGATION_PAGE (heed_guidance_list_page_new (self->session,
                                                                                id)));
}

static GtkWidget *
new_tag (const char *text,
         const char *css_class)
{
  GtkWidget *tag = gtk_label_new (text);

  gtk_widget_set_css_classes (tag, (const char *[]) { "tag", css_class, NULL });
  gtk_widget_set_valign (tag, GTK_ALIGN_CENTER);
  return tag;
}

static GtkWidget *
new_row (HeedGuidancePage    *self,
         const HeedGuideList *list)
{
  GtkWidget       *row = adw_action_row_new ();
  g_autofree char *size = g_strdup_printf (ngettext ("%u item", "%u items", list->items->len),
                                           list->items->len);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), g_dgettext (GETTEXT_PACKAGE,
                                                                        list->name));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), size);
  g_object_set_data_full (G_OBJECT (row), "heed-list", g_strdup (list->id), g_free);
  if (list->off)
    /* Translators: a list that is not used */
    adw_action_row_add_suffix (ADW_ACTION_ROW (row), new_tag (C_ ("list", "Off"), NULL));
  else if (list->own)
    /* Translators: a list that the organisation changed or made */
    adw_action_row_add_suffix (ADW_ACTION_ROW (row), new_tag (C_ ("list", "Yours"), "accent"));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_signal_connect_object (row, "activated", G_CALLBACK (open_cb), self, G_CONNECT_SWAPPED);
  return row;
}

static void
show_lists (HeedGuidancePage *self)
{
  HeedGuidance *guidance = heed_session_get_guidance (self->session);
  GtkWidget    *page = adw_preferences_page_new ();

  for (guint kind = 0; kind < HEED_N_GUIDE_KINDS; kind++)
    {
      g_autoptr (GPtrArray) lists = heed_guidance_dup_all (guidance, (HeedGuideKind) kind);
      GtkWidget *group = adw_preferences_group_new ();

      adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group),
                                       get_title ((HeedGuideKind) kind));
      for (guint i = 0; i < lists->len; i++)
        adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), new_row (self, lists->pdata[i]));
      adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (group));
    }
  adw_bin_set_child (self->content, page);
}

static void
heed_guidance_page_dispose (GObject *object)
{
  HeedGuidancePage *self = HEED_GUIDANCE_PAGE (object);

  g_clear_object (&self->session);

  G_OBJECT_CLASS (heed_guidance_page_parent_class)->dispose (object);
}

static void
heed_guidance_page_class_init (HeedGuidancePageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = heed_guidance_page_dispose;
}

static void
heed_guidance_page_init (HeedGuidancePage *self)
{
  GtkWidget *view = adw_toolbar_view_new ();
  GtkWidget *content = adw_bin_new ();

  self->content = ADW_BIN (content);
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), adw_header_bar_new ());
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (view), content);
  adw_navigation_page_set_child (ADW_NAVIGATION_PAGE (self), view);
  adw_navigation_page_set_title (ADW_NAVIGATION_PAGE (self), _ ("Guidance"));
  adw_navigation_page_set_tag (ADW_NAVIGATION_PAGE (self), "guidance");
}

/**
 * heed_guidance_page_new:
 * @session: the session
 *
 * Returns: (transfer floating): the page with all lists of the guide
 */
AdwNavigationPage *
heed_guidance_page_new (HeedSession *session)
{
  HeedGuidancePage *self = g_object_new (HEED_TYPE_GUIDANCE_PAGE, NULL);

  self->session = g_object_ref (session);
  g_signal_connect_object (session, "changed", G_CALLBACK (show_lists), self, G_CONNECT_SWAPPED);
  show_lists (self);
  return ADW_NAVIGATION_PAGE (self);
}
