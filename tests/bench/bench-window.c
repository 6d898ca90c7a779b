/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Windows to measure Heed's own against: what starting and scrolling cost where there is nothing
 * but GTK.
 *
 *   bench-window empty      an empty libadwaita window
 *   bench-window rich       one with a sidebar, header bars, a search entry and a list of a page
 *   bench-window lazy       a column view over a million rows that are made when they are looked at
 */

#include "config.h"

#include "bench-frames.h"

#define N_ROWS    1000000
#define N_COLUMNS 6

/* --- A model whose items are made when they are asked for ----------------------------------- */

#define BENCH_TYPE_ROWS (bench_rows_get_type ())
G_DECLARE_FINAL_TYPE (BenchRows, bench_rows, BENCH, ROWS, GObject)

struct _BenchRows
{
  GObject parent_instance;
};

static GType
get_item_type (GListModel *model)
{
  return GTK_TYPE_STRING_OBJECT;
}

static guint
get_n_items (GListModel *model)
{
  return N_ROWS;
}

static gpointer
get_item (GListModel *model,
          guint       position)
{
  g_autofree char *text = g_strdup_printf ("26-%07u", position);

  return position < N_ROWS ? gtk_string_object_new (text) : NULL;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (BenchRows, bench_rows, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static void
bench_rows_class_init (BenchRowsClass *klass)
{
}

static void
bench_rows_init (BenchRows *self)
{
}

/* --- Windows -------------------------------------------------------------------------------- */

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *item,
          gpointer                  data)
{
  GtkWidget *cell = gtk_inscription_new (NULL);

  gtk_inscription_set_min_lines (GTK_INSCRIPTION (cell), 2);
  gtk_list_item_set_child (item, cell);
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *item,
         gpointer                  data)
{
  GtkStringObject *text = gtk_list_item_get_item (item);

  gtk_inscription_set_text (GTK_INSCRIPTION (gtk_list_item_get_child (item)),
                            gtk_string_object_get_string (text));
}

static GtkWidget *
new_lazy_view (void)
{
  GListModel *rows = g_object_new (BENCH_TYPE_ROWS, NULL);
  GtkWidget  *view = gtk_column_view_new (GTK_SELECTION_MODEL (gtk_multi_selection_new (rows)));
  GtkWidget  *scrolled = gtk_scrolled_window_new ();

  for (guint i = 0; i < N_COLUMNS; i++)
    {
      GtkListItemFactory  *factory = gtk_signal_list_item_factory_new ();
      GtkColumnViewColumn *column = gtk_column_view_column_new ("Column", factory);

      g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
      g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
      gtk_column_view_column_set_expand (column, TRUE);
      gtk_column_view_append_column (GTK_COLUMN_VIEW (view), column);
      g_object_unref (column);
    }
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), view);
  gtk_widget_set_vexpand (scrolled, TRUE);
  return scrolled;
}

static GtkWidget *
new_page (const char *title,
          GtkWidget  *content)
{
  GtkWidget *view = adw_toolbar_view_new ();

  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), adw_header_bar_new ());
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (view), content);
  return GTK_WIDGET (adw_navigation_page_new (view, title));
}

static GtkWidget *
new_rich_content (gboolean lazy)
{
  GtkWidget *split = adw_navigation_split_view_new ();
  GtkWidget *sidebar = gtk_list_box_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  for (guint i = 0; i < 12; i++)
    {
      GtkWidget *row = adw_action_row_new ();

      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), "A place to go");
      gtk_list_box_append (GTK_LIST_BOX (sidebar), row);
    }
  gtk_box_append (GTK_BOX (box), gtk_search_entry_new ());
  if (lazy)
    gtk_box_append (GTK_BOX (box), new_lazy_view ());
  else
    {
      GtkWidget *scrolled = gtk_scrolled_window_new ();
      GtkWidget *list = gtk_list_box_new ();

      for (guint i = 0; i < 24; i++)
        {
          GtkWidget *row = adw_action_row_new ();

          adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), "26-0412");
          adw_action_row_set_subtitle (ADW_ACTION_ROW (row), "What somebody said, in one line");
          gtk_list_box_append (GTK_LIST_BOX (list), row);
        }
      gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), list);
      gtk_widget_set_vexpand (scrolled, TRUE);
      gtk_box_append (GTK_BOX (box), scrolled);
    }
  adw_navigation_split_view_set_sidebar (ADW_NAVIGATION_SPLIT_VIEW (split),
                                         ADW_NAVIGATION_PAGE (new_page ("Places", sidebar)));
  adw_navigation_split_view_set_content (ADW_NAVIGATION_SPLIT_VIEW (split),
                                         ADW_NAVIGATION_PAGE (new_page ("List", box)));
  return split;
}

static void
activate_cb (AdwApplication *application,
             const char     *what)
{
  GtkWidget *window = adw_application_window_new (GTK_APPLICATION (application));

  gtk_window_set_default_size (GTK_WINDOW (window), 1280, 800);
  gtk_window_set_title (GTK_WINDOW (window), "Bench");
  if (!g_str_equal (what, "empty"))
    adw_application_window_set_content (ADW_APPLICATION_WINDOW (window),
                                        new_rich_content (g_str_equal (what, "lazy")));
  gtk_window_present (GTK_WINDOW (window));
}

int
main (int    argc,
      char **argv)
{
  const char *what = argc > 1 ? argv[1] : "empty";
  g_autoptr (AdwApplication) application = NULL;

  application = adw_application_new ("care.heed.Bench", G_APPLICATION_NON_UNIQUE);
  g_signal_connect (application, "activate", G_CALLBACK (activate_cb), (gpointer) what);
  bench_frames_watch (GTK_APPLICATION (application), what);
  return g_application_run (G_APPLICATION (application), 1, argv);
}
