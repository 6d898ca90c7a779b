/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Every page of the window at every width, with sample cases and at two text sizes, down and up
 * again: nothing is wider than its place. GTK warns where it is, and each warning fails the test
 * with the page and the width.
 */
#include "config.h"

#include "heed-samples.h"
#include "heed-test-session.h"
#include "heed-window.h"

#define NARROWEST 360
#define WIDEST    1400
#define HEIGHT    780
#define STEP      60
#define LONGEST_S 20
#define N_FRAMES  2 /* a breakpoint shows the old picture for one frame */

/* The breakpoints of the window and its pages, in sp, with the sidebar beside them where it is. */
static const int edges[] = { 710, 780, 860, 880, 940, 960, 1030, 1190, 1250, 1360 };

typedef void (*GoFunc) (HeedWindow *window,
                        Fixture    *fixture);

static const char *page_name;
static int         page_width;
static guint       n_warnings;

static void
log_cb (const char    *domain,
        GLogLevelFlags level,
        const char    *message,
        gpointer       data)
{
  if (level & (G_LOG_LEVEL_CRITICAL | G_LOG_LEVEL_WARNING))
    {
      g_test_message ("%s, %d wide: %s: %s", page_name, page_width, domain, message);
      g_test_fail_printf ("GTK warned %u times", ++n_warnings);
    }
  else
    g_log_default_handler (domain, level, message, data);
}

static gboolean
never_cb (gpointer data)
{
  return G_SOURCE_CONTINUE;
}

static void
painted_cb (GdkFrameClock *clock,
            int           *n_left)
{
  (*n_left)--;
}

static void
draw_frames (GtkWidget *window,
             int        n)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (window);
  gint64         until = g_get_monotonic_time () + LONGEST_S * G_USEC_PER_SEC;
  gulong         handler = g_signal_connect (clock, "after-paint", G_CALLBACK (painted_cb), &n);

  while (n > 0)
    {
      g_assert_cmpint (g_get_monotonic_time (), <, until);
      gtk_widget_queue_draw (window);
      g_main_context_iteration (NULL, TRUE);
    }
  g_signal_handler_disconnect (clock, handler);
}

/* Without a compositor a window has a frame of its own, which its default size includes. */
static void
set_width (GtkWidget *window,
           int        width)
{
  gint64 until = g_get_monotonic_time () + LONGEST_S * G_USEC_PER_SEC;
  guint  waker = g_timeout_add (5, never_cb, NULL);
  int    frame = 0;

  page_width = width;
  gtk_window_get_default_size (GTK_WINDOW (window), &frame, NULL);
  frame -= gtk_widget_get_width (window);
  gtk_window_set_default_size (GTK_WINDOW (window), width + frame, HEIGHT);
  while (gtk_widget_get_width (window) != width)
    {
      g_assert_cmpint (g_get_monotonic_time (), <, until);
      g_main_context_iteration (NULL, TRUE);
    }
  draw_frames (window, N_FRAMES);
  g_source_remove (waker);
}

static void
cross_edge (GtkWidget *window,
            int        edge,
            int        step)
{
  if (edge >= WIDEST)
    return;
  set_width (window, step > 0 ? edge : edge + 1);
  set_width (window, step > 0 ? edge + 1 : edge);
}

static void
sweep (GtkWidget *window,
       double     scale)
{
  for (guint i = G_N_ELEMENTS (edges); i > 0; i--)
    cross_edge (window, (int) (edges[i - 1] * scale), -1);
  for (int width = NARROWEST; width <= WIDEST; width += STEP)
    {
      set_width (window, width);
      for (guint i = 0; i < G_N_ELEMENTS (edges); i++)
        {
          int edge = (int) (edges[i] * scale);

          if (edge > width && edge < width + STEP)
            cross_edge (window, edge, 1);
        }
    }
}

static void
go_to_welcome (HeedWindow *window,
               Fixture    *fixture)
{
  heed_window_show_welcome (window, fixture->rules);
}

static void
go_to_failure (HeedWindow *window,
               Fixture    *fixture)
{
  g_autoptr (GError) error = g_error_new_literal (HEED_STORE_ERROR, HEED_STORE_ERROR_CORRUPT,
                                                  fixture->path);

  heed_window_show_failure (window, error);
}

static void
go_to_queue (HeedWindow *window,
             Fixture    *fixture)
{
  if (heed_window_get_session (window) == NULL)
    heed_window_show_session (window, fixture->session);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.go", "s", "all");
}

static void
go_to_case (HeedWindow *window,
            Fixture    *fixture)
{
  gtk_widget_activate_action (GTK_WIDGET (window), "win.open-case", "x", G_GINT64_CONSTANT (1));
}

/* A case with everything that can come of one: feedback, a review, an action that does not work. */
static void
go_to_outcomes (HeedWindow *window,
                Fixture    *fixture)
{
  gtk_widget_activate_action (GTK_WIDGET (window), "win.open-case", "x", G_GINT64_CONSTANT (54));
}

static void
go_to_actions (HeedWindow *window,
               Fixture    *fixture)
{
  gtk_widget_activate_action (GTK_WIDGET (window), "win.go", "s", "actions");
}

static void
go_to_review (HeedWindow *window,
              Fixture    *fixture)
{
  gtk_widget_activate_action (GTK_WIDGET (window), "win.go", "s", "feedback-review");
}

/* It reads its files on a thread. */
static void
go_to_letter (HeedWindow *window,
              Fixture    *fixture)
{
  go_to_case (window, fixture);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.write-letter", "(xs)",
                              G_GINT64_CONSTANT (1), "final-reply");
  for (guint i = 0; i < 20; i++)
    settle ();
}

static void
go_to_listen (HeedWindow *window,
              Fixture    *fixture)
{
  go_to_case (window, fixture);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.log-complaint", NULL);
}

/* The case covers the queue, and the queue comes back after it. */
static const struct
{
  const char *name;
  GoFunc      go;
} pages[] = {
  { "welcome", go_to_welcome },
  { "failure", go_to_failure },
  { "queue", go_to_queue },
  { "case", go_to_case },
  { "queue after a case", go_to_queue },
  { "actions", go_to_actions },
  { "case with outcomes", go_to_outcomes },
  { "feedback review", go_to_review },
  { "letter", go_to_letter },
  { "listening page", go_to_listen },
};

static void
test_widths (Fixture      *fixture,
             gconstpointer data)
{
  double      scale = *(const double *) data;
  HeedWindow *window = heed_window_new (NULL);
  g_autoptr (GTimeZone) zone = g_time_zone_new_local ();
  g_autoptr (GError) error = NULL;

  heed_samples_fill (fixture->store, heed_session_get_now (fixture->session), zone, &error);
  g_assert_no_error (error);
  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", (int) (96 * 1024 * scale), NULL);
  gtk_window_set_default_size (GTK_WINDOW (window), WIDEST, HEIGHT);
  gtk_window_present (GTK_WINDOW (window));
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      page_name = pages[i].name;
      pages[i].go (window, fixture);
      settle ();
      sweep (GTK_WIDGET (window), scale);
    }
  gtk_window_close (GTK_WINDOW (window));
  settle ();
}

int
main (int    argc,
      char **argv)
{
  static const double normal = 1.0;
  static const double large = 1.5;

  gtk_test_init (&argc, &argv, NULL);
  g_log_set_always_fatal (G_LOG_FATAL_MASK);
  g_log_set_default_handler (log_cb, NULL);
  adw_init ();
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  g_test_add ("/widths/normal-text", Fixture, &normal, set_up, test_widths, tear_down);
  g_test_add ("/widths/large-text", Fixture, &large, set_up, test_widths, tear_down);
  return g_test_run ();
}
