/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Watches the frames of the first window of a program: when the first one was done and the last one
 * before it came to rest, what memory it has then, and how long frames take while its column view
 * is scrolled. Prints one line for each and ends the program. BENCH_START tells when it was started.
 */

#include "config.h"

#include "bench-frames.h"

#include <string.h>

#define QUIET_MS      1500
#define SMALL_FRAMES  150
#define SMALL_STEP    53
#define PAGE_FRAMES   60
#define JUMP_FRAMES   60
#define MOST_WORK     33.0

typedef struct
{
  const char    *name;
  GtkWindow     *window;
  GdkFrameClock *clock;
  GArray        *costs; /* double: ms each frame took */
  GRand         *rng;
  gint64         start;
  gint64         begun; /* of the frame that is being made */
  gint64         first;
  gint64         last;
  guint          quiet;
  guint          n_left;
  guint          step; /* of the whole measurement */
  GtkAdjustment *place;
} Bench;

static Bench bench;

static void next_step (void);

static gboolean
quiet_cb (gpointer data)
{
  bench.quiet = 0;
  next_step ();
  return G_SOURCE_REMOVE;
}

static void
wait_for_quiet (void)
{
  g_clear_handle_id (&bench.quiet, g_source_remove);
  bench.quiet = g_timeout_add (QUIET_MS, quiet_cb, NULL);
}

static void
before_cb (GdkFrameClock *clock,
           gpointer       data)
{
  bench.begun = g_get_monotonic_time ();
}

static void
after_cb (GdkFrameClock *clock,
          gpointer       data)
{
  double cost;

  bench.last = g_get_monotonic_time ();
  if (bench.first == 0)
    bench.first = bench.last;
  cost = (double) (g_get_monotonic_time () - bench.begun) / 1000;
  g_array_append_val (bench.costs, cost);
  if (bench.quiet != 0)
    wait_for_quiet ();
}

static int
compare_costs (gconstpointer a,
               gconstpointer b)
{
  double left = *(const double *) a, right = *(const double *) b;

  return (left > right) - (left < right);
}

static void
print_costs (const char *what)
{
  double *costs = (double *) (gpointer) bench.costs->data;
  guint   n = bench.costs->len, n_over = 0;

  if (n == 0)
    return;
  for (guint i = 0; i < n; i++)
    n_over += costs[i] > MOST_WORK;
  g_array_sort (bench.costs, compare_costs);
  g_print ("%-8s %-26s median %6.1f ms   p99 %6.1f ms   worst %6.1f ms   over 33 ms %u of %u\n",
           bench.name, what, costs[n / 2], costs[MIN (n - 1, n * 99 / 100)], costs[n - 1], n_over, n);
}

static void
print_memory (void)
{
  g_autofree char *text = NULL;
  const char      *pss, *dirty;

  if (!g_file_get_contents ("/proc/self/smaps_rollup", &text, NULL, NULL))
    return;
  pss = strstr (text, "\nPss:");
  dirty = strstr (text, "\nPrivate_Dirty:");
  g_print ("%-8s %-26s PSS %.0f MiB, private dirty %.0f MiB\n", bench.name, "memory",
           pss ? g_ascii_strtod (pss + 5, NULL) / 1024 : 0,
           dirty ? g_ascii_strtod (dirty + 15, NULL) / 1024 : 0);
}

/* --- Scrolling ------------------------------------------------------------------------------ */

static GtkWidget *
find_widget (GtkWidget *from,
             GType      type)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (from, type) && gtk_widget_get_mapped (from))
    return from;
  for (GtkWidget *child = gtk_widget_get_first_child (from); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_widget (child, type);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static gboolean
scroll_cb (GtkWidget     *widget,
           GdkFrameClock *clock,
           gpointer       data)
{
  double page = gtk_adjustment_get_page_size (bench.place);
  double most = gtk_adjustment_get_upper (bench.place) - page;
  double value = gtk_adjustment_get_value (bench.place);

  if (bench.n_left-- == 0)
    {
      next_step ();
      return G_SOURCE_REMOVE;
    }
  if (GPOINTER_TO_INT (data) == 0)
    value += SMALL_STEP;
  else if (GPOINTER_TO_INT (data) == 1)
    value += page;
  else
    value = g_rand_double_range (bench.rng, 0, most);
  gtk_adjustment_set_value (bench.place, value > most ? 0 : value);
  return G_SOURCE_CONTINUE;
}

static gboolean
scroll (int   how,
        guint n_frames)
{
  GtkWidget *view = find_widget (GTK_WIDGET (bench.window), GTK_TYPE_COLUMN_VIEW);

  if (view == NULL)
    return FALSE;
  g_array_set_size (bench.costs, 0);
  bench.n_left = n_frames;
  bench.place = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (view));
  gtk_widget_add_tick_callback (view, scroll_cb, GINT_TO_POINTER (how), NULL);
  return TRUE;
}

/* --- In order ------------------------------------------------------------------------------- */

static void
end (void)
{
  g_application_quit (g_application_get_default ());
}

static void
next_step (void)
{
  switch (bench.step++)
    {
    case 0:
      g_print ("%-8s %-26s first frame %4.0f ms, at rest %4.0f ms\n", bench.name, "start",
               (double) (bench.first - bench.start) / 1000, (double) (bench.last - bench.start) / 1000);
      print_memory ();
      if (!scroll (0, SMALL_FRAMES))
        end ();
      break;
    case 1:
      print_costs ("scrolling by 53 px");
      if (!scroll (1, PAGE_FRAMES))
        end ();
      break;
    case 2:
      print_costs ("scrolling by a page");
      if (!scroll (2, JUMP_FRAMES))
        end ();
      break;
    case 3:
      print_costs ("jumping anywhere");
      print_memory ();
      end ();
      break;
    default:
      break;
    }
}

static void
realize_cb (GtkWidget *window,
            gpointer   data)
{
  bench.clock = gdk_surface_get_frame_clock (gtk_native_get_surface (GTK_NATIVE (window)));
  g_signal_connect (bench.clock, "before-paint", G_CALLBACK (before_cb), NULL);
  g_signal_connect_after (bench.clock, "after-paint", G_CALLBACK (after_cb), NULL);
  wait_for_quiet ();
}

static void
window_added_cb (GtkApplication *application,
                 GtkWindow      *window,
                 gpointer        data)
{
  if (bench.window != NULL)
    return;
  bench.window = window;
  g_object_set (gtk_settings_get_default (), "gtk-cursor-blink", FALSE, "gtk-enable-animations", FALSE,
                NULL);
  g_signal_connect (window, "realize", G_CALLBACK (realize_cb), NULL);
}

/**
 * bench_frames_watch:
 * @application: a program that was not run yet
 * @name: what to call it in what is printed
 *
 * Measures its first window.
 */
void
bench_frames_watch (GtkApplication *application,
                    const char     *name)
{
  const char *start = g_getenv ("BENCH_START");

  bench.name = name;
  bench.start = start ? g_ascii_strtoll (start, NULL, 10) : g_get_monotonic_time ();
  bench.costs = g_array_new (FALSE, FALSE, sizeof (double));
  bench.rng = g_rand_new_with_seed (1);
  g_signal_connect (application, "window-added", G_CALLBACK (window_added_cb), NULL);
}
