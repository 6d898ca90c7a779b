/* SPDX-License-Identifier: GPL-3.0-or-later */

/* import: a table into cases, with progress on a terminal; Ctrl+C ends it between two rows. */

#include "config.h"

#include <gio/gio.h>
#include <signal.h>
#include <stdio.h>
#include <unistd.h>

#include "heed-ctl.h"
#include "heed-import.h"
#include "heed-words.h"

#define TOLD_ROWS 10

static volatile sig_atomic_t interrupted = 0;

typedef struct
{
  gint64 began;
  guint  told;
} Progress;

static void
interrupt_cb (int number)
{
  interrupted = 1;
}

static gboolean
progress_cb (const HeedImportCounts *counts,
             guint64                 done,
             guint64                 total,
             gpointer                user_data)
{
  Progress *self = user_data;
  double    seconds = (double) (g_get_monotonic_time () - self->began) / G_USEC_PER_SEC;

  if (isatty (STDERR_FILENO) && done > 0 && seconds > 0.0)
    {
      double left = seconds * (double) (total - MIN (done, total)) / (double) done;

      /* Translators: rows so far, rows each second, seconds left */
      fprintf (stderr, _ ("\r%" G_GUINT64_FORMAT " rows, %.0f rows/s, %.0f s left "), counts->read,
               (double) counts->read / seconds, left);
      fflush (stderr);
    }
  return !interrupted;
}

static void
refused_cb (guint64     row,
            const char *reason,
            gpointer    user_data)
{
  Progress *self = user_data;

  if (self->told++ < TOLD_ROWS)
    /* Translators: the number of a row, then why it was refused */
    g_printerr (_ ("heedctl: row %" G_GUINT64_FORMAT ": %s\n"), row, reason);
  else if (self->told == TOLD_ROWS + 1)
    g_printerr ("heedctl: …\n");
}

static void
print_counts (HeedCtl                *self,
              const HeedImportMap    *map,
              const HeedImportCounts *counts,
              const char             *refused)
{
  g_autoptr (JsonObject) object = json_object_new ();

  if (!self->json)
    {
      printf ("rows read %" G_GUINT64_FORMAT " = %s %" G_GUINT64_FORMAT
              " + rows refused %" G_GUINT64_FORMAT " + already there %" G_GUINT64_FORMAT "\n",
              counts->read, map->is_survey ? "feedback kept" : "cases made", counts->made,
              counts->refused, counts->already);
      return;
    }
  json_object_set_int_member (object, "read", (gint64) counts->read);
  json_object_set_int_member (object, "made", (gint64) counts->made);
  json_object_set_int_member (object, "refused", (gint64) counts->refused);
  json_object_set_int_member (object, "already", (gint64) counts->already);
  json_object_set_boolean_member (object, "dry_run", self->dry_run);
  if (counts->refused > 0 && !self->dry_run)
    json_object_set_string_member (object, "refused_rows", refused);
  heed_ctl_print_object (object);
}

static int
run_import (HeedCtl       *self,
            HeedImportMap *map)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *profile = NULL;
  g_autofree char *site = NULL;
  g_autofree char *refused = heed_import_refused_path (self->args[0]);
  HeedImportCounts counts = { 0 };
  Progress         progress = { g_get_monotonic_time (), 0 };
  struct sigaction action = { .sa_handler = interrupt_cb };
  HeedImport       import = { 0 };
  gboolean         ok;

  if (self->store != NULL)
    {
      profile = heed_ctl_setting (self, "profile", "england-nhs");
      site = heed_ctl_setting (self, "site", NULL);
    }
  import.path = self->args[0];
  import.map = map;
  import.rules = self->rules;
  import.store = self->store;
  import.profile = profile ? profile : "england-nhs";
  import.site = site;
  import.context = self->context;
  import.progress = progress_cb;
  import.refused = refused_cb;
  import.user_data = &progress;

  sigaction (SIGINT, &action, NULL);
  ok = heed_import_run (&import, &counts, &error);
  if (isatty (STDERR_FILENO))
    fputc ('\n', stderr);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_printerr ("heedctl: %s\n", _ ("Stopped. What is counted below is stored; run it again for "
                                    "the rest."));
  else if (!ok)
    heed_ctl_refuse (NULL, error);
  if (counts.refused > 0 && !self->dry_run)
    /* Translators: the name of a file */
    g_printerr (_ ("heedctl: the refused rows are in %s\n"), refused);
  print_counts (self, map, &counts, refused);
  return ok ? HEED_CTL_OK : HEED_CTL_REFUSED;
}

int
heed_ctl_import (HeedCtl *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HeedImportMap) map = NULL;

  if (self->map == NULL)
    return heed_ctl_usage (_ ("It needs --map."));
  map = heed_import_map_load (self->map, self->rules, &error);
  if (map == NULL)
    return heed_ctl_refuse (NULL, error);
  if (!g_file_test (self->args[0], G_FILE_TEST_IS_REGULAR))
    {
      g_printerr ("heedctl: %s: %s\n", self->args[0], _ ("there is no such file"));
      return HEED_CTL_REFUSED;
    }
  if (!self->dry_run && !heed_ctl_open (self, HEED_STORE_CREATE))
    return HEED_CTL_REFUSED;
  return run_import (self, map);
}
