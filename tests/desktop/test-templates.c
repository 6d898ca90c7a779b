/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Every template can be made and let go of, and the pages keep to their widths. Warnings are fatal.
 */
#include "config.h"

#include "actions/heed-actions-page.h"
#include "actions/heed-looks-page.h"
#include "casefile/heed-case-page.h"
#include "export/heed-export-dialog.h"
#include "heed-preferences.h"
#include "heed-shortcuts.h"
#include "heed-test-session.h"
#include "heed-window.h"
#include "listen/heed-listen-page.h"
#include "outcomes/heed-outcomes-page.h"
#include "queue/heed-queue-page.h"
#include "welcome/heed-welcome.h"

/* A page is shown as it is in the program: inside a navigation view. */
static void
show_page (GtkWidget *page)
{
  GtkWidget *window = adw_window_new ();
  GtkWidget *view = adw_navigation_view_new ();

  gtk_widget_set_size_request (window, 360, 294);
  adw_navigation_view_add (ADW_NAVIGATION_VIEW (view), ADW_NAVIGATION_PAGE (page));
  adw_window_set_content (ADW_WINDOW (window), view);
  gtk_window_set_default_size (GTK_WINDOW (window), 1000, 700);
  gtk_window_present (GTK_WINDOW (window));
  settle ();
  for (int width = 1200; width >= 360; width -= 140)
    {
      gtk_window_set_default_size (GTK_WINDOW (window), width, 700);
      settle ();
    }
  gtk_window_destroy (GTK_WINDOW (window));
  settle ();
}

static void
test_queue (Fixture      *fixture,
            gconstpointer data)
{
  GtkWidget *page = heed_queue_page_new (fixture->session);

  heed_queue_page_set_view (HEED_QUEUE_PAGE (page), HEED_VIEW_ALL);
  show_page (page);
}

static void
test_outcomes (Fixture      *fixture,
               gconstpointer data)
{
  show_page (GTK_WIDGET (heed_outcomes_page_new (fixture->session)));
}

static void
test_listen (Fixture      *fixture,
             gconstpointer data)
{
  show_page (GTK_WIDGET (heed_listen_page_new (fixture->session)));
}

static void
test_learn (Fixture      *fixture,
            gconstpointer data)
{
  show_page (GTK_WIDGET (heed_actions_page_new (fixture->session)));
  show_page (GTK_WIDGET (heed_looks_page_new (fixture->session)));
}

static void
test_welcome (Fixture      *fixture,
              gconstpointer data)
{
  GtkWidget *window = adw_window_new ();

  adw_window_set_content (ADW_WINDOW (window), heed_welcome_new (fixture->rules));
  gtk_window_present (GTK_WINDOW (window));
  settle ();
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_dialogs (Fixture      *fixture,
              gconstpointer data)
{
  AdwDialog *dialogs[] = { heed_preferences_new (fixture->session), heed_shortcuts_new_dialog (),
                           heed_export_dialog_new (fixture->session, NULL, NULL, NULL),
                           heed_export_dialog_new (fixture->session, NULL, "bundle", "26-0001") };

  for (guint i = 0; i < G_N_ELEMENTS (dialogs); i++)
    {
      GtkWidget *window = adw_window_new ();

      gtk_window_set_default_size (GTK_WINDOW (window), 800, 700);
      adw_window_set_content (ADW_WINDOW (window), adw_bin_new ());
      gtk_window_present (GTK_WINDOW (window));
      adw_dialog_present (dialogs[i], window);
      settle ();
      adw_dialog_force_close (dialogs[i]);
      settle ();
      gtk_window_destroy (GTK_WINDOW (window));
    }
}

static void
test_window (Fixture      *fixture,
             gconstpointer data)
{
  HeedWindow *window = heed_window_new (NULL);

  gtk_window_present (GTK_WINDOW (window));
  heed_window_show_loading (window);
  settle ();
  heed_window_show_session (window, fixture->session);
  settle ();
  g_assert_true (heed_window_get_session (window) == fixture->session);
  gtk_window_close (GTK_WINDOW (window));
  settle ();
}

int
main (int    argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add ("/desktop/queue", Fixture, NULL, set_up, test_queue, tear_down);
  g_test_add ("/desktop/outcomes", Fixture, NULL, set_up, test_outcomes, tear_down);
  g_test_add ("/desktop/listen", Fixture, NULL, set_up, test_listen, tear_down);
  g_test_add ("/desktop/learn", Fixture, NULL, set_up, test_learn, tear_down);
  g_test_add ("/desktop/welcome", Fixture, NULL, set_up, test_welcome, tear_down);
  g_test_add ("/desktop/dialogs", Fixture, NULL, set_up, test_dialogs, tear_down);
  g_test_add ("/desktop/window", Fixture, NULL, set_up, test_window, tear_down);

  return g_test_run ();
}
