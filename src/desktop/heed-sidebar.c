/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The list of pages with how many cases wait in each, and how many of them are late.
 */
#include "config.h"

#include <glib/gi18n.h>

#include "heed-sidebar.h"

typedef struct
{
  const char *page;
  const char *title;
  const char *icon;
  HeedView    view;
  int         stage; /* whose count is shown; ALL_OPEN or NO_COUNT */
  gboolean    is_own; /* a page of its own, no view of the queue */
} Entry;

enum
{
  ALL_OPEN = -1,
  NO_COUNT = -2,
};

static const Entry entries[] = {
  { "my-day", N_ ("My Day"), "heed-my-day-symbolic", HEED_VIEW_MY_DAY, NO_COUNT },
  { "listen", N_ ("Listen"), "heed-listen-symbolic", HEED_VIEW_LISTEN, HEED_STAGE_LISTEN },
  { "acknowledge", N_ ("Acknowledge"), "heed-acknowledge-symbolic", HEED_VIEW_ACKNOWLEDGE,
    HEED_STAGE_ACKNOWLEDGE },
  { "resolve", N_ ("Resolve"), "heed-resolve-symbolic", HEED_VIEW_RESOLVE, HEED_STAGE_RESOLVE },
  { "feedback", N_ ("Feedback"), "heed-feedback-symbolic", HEED_VIEW_FEEDBACK, HEED_STAGE_CLOSED },
  { "all", N_ ("All Cases"), "heed-list-symbolic", HEED_VIEW_ALL, ALL_OPEN },
  { "outcomes", N_ ("Outcomes"), "heed-outcomes-symbolic", HEED_VIEW_ALL, NO_COUNT, TRUE },
  { "actions", N_ ("Actions"), "heed-actions-symbolic", HEED_VIEW_ALL, NO_COUNT, TRUE },
  { "feedback-review", N_ ("Feedback Review"), "heed-look-back-symbolic", HEED_VIEW_ALL, NO_COUNT,
    TRUE },
  { "guidance", N_ ("Guidance"), "heed-guidance-symbolic", HEED_VIEW_ALL, NO_COUNT, TRUE },
};

struct _HeedSidebar
{
  AdwBin parent_instance;

  GtkListBox *list;
  GtkWidget  *late[G_N_ELEMENTS (entries)];
  GtkWidget  *counts[G_N_ELEMENTS (entries)];
};

enum
{
  CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HeedSidebar, heed_sidebar, ADW_TYPE_BIN)

static void
row_cb (HeedSidebar   *self,
        GtkListBoxRow *row)
{
  g_signal_emit (self, signals[CHOSEN], 0);
}

static void
header_cb (GtkListBoxRow *row,
           GtkListBoxRow *before,
           gpointer       data)
{
  int        index = gtk_list_box_row_get_index (row);
  gboolean   learn = index > 0 && entries[index].is_own && !entries[index - 1].is_own;
  GtkWidget *label = NULL;

  if ((index != 1 && !learn) || gtk_list_box_row_get_header (row) != NULL)
    return;
  /* Translators: headings in the sidebar: lists of cases, and pages about what was learned */
  label = gtk_label_new (learn ? _ ("Learn") : _ ("Queues"));
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_css_classes (label, (const char *[]) { "heading", "dimmed", "nav-heading", NULL });
  gtk_list_box_row_set_header (row, label);
}

static GtkWidget *
new_row (HeedSidebar *self,
         guint        i)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *title = gtk_label_new (_ (entries[i].title));

  gtk_label_set_ellipsize (GTK_LABEL (title), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_widget_set_hexpand (title, TRUE);

  self->late[i] = gtk_label_new (NULL);
  gtk_widget_set_css_classes (self->late[i], (const char *[]) { "tag", "late", NULL });
  gtk_widget_set_valign (self->late[i], GTK_ALIGN_CENTER);
  gtk_widget_set_visible (self->late[i], FALSE);

  self->counts[i] = gtk_label_new (NULL);
  gtk_label_set_width_chars (GTK_LABEL (self->counts[i]), 2);
  gtk_label_set_xalign (GTK_LABEL (self->counts[i]), 1);
  gtk_widget_set_css_classes (self->counts[i], (const char *[]) { "dimmed", "numeric", NULL });

  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name (entries[i].icon));
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), self->late[i]);
  gtk_box_append (GTK_BOX (box), self->counts[i]);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ (entries[i].title), -1);
  return row;
}

static void
heed_sidebar_class_init (HeedSidebarClass *klass)
{
  /**
   * HeedSidebar::chosen:
   *
   * A page was chosen, also when it is the one that was chosen before.
   */
  signals[CHOSEN] = g_signal_new ("chosen", HEED_TYPE_SIDEBAR, G_SIGNAL_RUN_LAST,
                                  0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
heed_sidebar_init (HeedSidebar *self)
{
  GtkWidget *list = gtk_list_box_new ();

  self->list = GTK_LIST_BOX (list);
  gtk_widget_add_css_class (list, "navigation-sidebar");
  gtk_list_box_set_header_func (self->list, header_cb, NULL, NULL);
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_BROWSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Pages"), -1);
  for (guint i = 0; i < G_N_ELEMENTS (entries); i++)
    gtk_list_box_append (self->list, new_row (self, i));
  gtk_list_box_select_row (self->list, gtk_list_box_get_row_at_index (self->list, 0));
  g_signal_connect_object (list, "row-activated", G_CALLBACK (row_cb), self, G_CONNECT_SWAPPED);
  adw_bin_set_child (ADW_BIN (self), list);
}

static void
set_count (HeedSidebar *self,
           guint        i,
           guint        open,
           guint        late)
{
  g_autofree char *number = g_strdup_printf ("%u", open);
  g_autofree char *tag = g_strdup_printf (_ ("%u late"), late);
  g_autofree char *label = g_strdup_printf (_ ("%s, %u cases, %u late"), _ (entries[i].title),
                                            open, late);

  gtk_label_set_text (GTK_LABEL (self->counts[i]), number);
  gtk_label_set_text (GTK_LABEL (self->late[i]), tag);
  gtk_widget_set_visible (self->late[i], late > 0 && entries[i].stage != ALL_OPEN);
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (gtk_list_box_get_row_at_index (self->list, (int) i)),
      GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

/** heed_sidebar_set_counts: @counts: how many wait where */
void
heed_sidebar_set_counts (HeedSidebar      *self,
                         const HeedCounts *counts)
{
  for (guint i = 0; i < G_N_ELEMENTS (entries); i++)
    {
      if (entries[i].stage == ALL_OPEN)
        set_count (self, i, counts->all_open, counts->all_late);
      else if (entries[i].stage != NO_COUNT)
        set_count (self, i, counts->open[entries[i].stage], counts->late[entries[i].stage]);
    }
}

/** heed_sidebar_set_my_day: @open: what is to be done today; @late: what of it is late */
void
heed_sidebar_set_my_day (HeedSidebar *self,
                         guint        open,
                         guint        late)
{
  for (guint i = 0; i < G_N_ELEMENTS (entries); i++)
    {
      if (entries[i].view == HEED_VIEW_MY_DAY)
        set_count (self, i, open, late);
    }
}

/** heed_sidebar_set_page_counts: @page: a page of its own; @open: what needs somebody there */
void
heed_sidebar_set_page_counts (HeedSidebar *self,
                              const char  *page,
                              guint        open,
                              guint        late)
{
  for (guint i = 0; i < G_N_ELEMENTS (entries); i++)
    if (g_str_equal (entries[i].page, page))
      set_count (self, i, open, late);
}

/** heed_sidebar_choose: @page: "my-day", "listen" … Returns: whether there is such a page */
gboolean
heed_sidebar_choose (HeedSidebar *self,
                     const char  *page)
{
  for (guint i = 0; i < G_N_ELEMENTS (entries); i++)
    {
      if (g_strcmp0 (entries[i].page, page) == 0)
        {
          gtk_list_box_select_row (self->list,
                                   gtk_list_box_get_row_at_index (self->list, (int) i));
          g_signal_emit (self, signals[CHOSEN], 0);
          return TRUE;
        }
    }
  return FALSE;
}

static const Entry *
chosen (HeedSidebar *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);

  return &entries[row != NULL ? gtk_list_box_row_get_index (row) : 0];
}

/** heed_sidebar_get_page: Returns: the name of the chosen page */
const char *
heed_sidebar_get_page (HeedSidebar *self)
{
  return chosen (self)->page;
}

/** heed_sidebar_is_own_page: Returns: whether the chosen page is no view of the queue */
gboolean
heed_sidebar_is_own_page (HeedSidebar *self)
{
  return chosen (self)->is_own;
}

/** heed_sidebar_get_view: Returns: which cases the chosen page shows */
HeedView
heed_sidebar_get_view (HeedSidebar *self)
{
  return chosen (self)->view;
}
