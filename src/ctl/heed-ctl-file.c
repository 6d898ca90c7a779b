/* SPDX-License-Identifier: GPL-3.0-or-later */

/* backup, restore, verify and rebuild: care of the database file. */

#include "config.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <unistd.h>

#include "heed-ctl.h"
#include "heed-words.h"

static void
progress_cb (guint64  done,
             guint64  total,
             gpointer user_data)
{
  if (isatty (STDERR_FILENO))
    fprintf (stderr, "\r%" G_GUINT64_FORMAT "/%" G_GUINT64_FORMAT "%s", done, total,
             done == total ? "\n" : "");
}

static int
say_done (HeedCtl    *self,
          const char *member,
          const char *path)
{
  g_autoptr (JsonObject) object = json_object_new ();

  json_object_set_string_member (object, member, path);
  if (self->json)
    heed_ctl_print_object (object);
  else
    puts (path);
  return HEED_CTL_OK;
}

int
heed_ctl_backup (HeedCtl *self)
{
  g_autoptr (GError) error = NULL;

  if (!heed_ctl_open (self, HEED_STORE_DEFAULT))
    return HEED_CTL_REFUSED;
  if (!heed_store_backup (self->store, self->args[0], &error))
    return heed_ctl_refuse (self->args[0], error);
  return say_done (self, "backup", self->args[0]);
}

/* Which of the two files an error of restoring is about. A backup is only read. */
static const char *
find_place (HeedCtl      *self,
            const GError *error)
{
  const HeedStoreError about_the_database[] = { HEED_STORE_ERROR_READ_ONLY, HEED_STORE_ERROR_BUSY,
                                                HEED_STORE_ERROR_FULL, HEED_STORE_ERROR_NOT_LOCAL };

  for (guint i = 0; i < G_N_ELEMENTS (about_the_database); i++)
    if (g_error_matches (error, HEED_STORE_ERROR, (int) about_the_database[i])
        && g_access (self->args[0], R_OK) == 0)
      return self->database;
  return self->args[0];
}

int
heed_ctl_restore (HeedCtl *self)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_path_get_dirname (self->database);

  g_mkdir_with_parents (folder, 0700);
  if (!heed_store_restore (self->args[0], self->database, NULL, &error))
    return heed_ctl_refuse (find_place (self, error), error);
  return say_done (self, "restored", self->database);
}

int
heed_ctl_verify (HeedCtl *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HeedVerdict) verdict = NULL;

  if (!heed_ctl_open (self, HEED_STORE_DEFAULT))
    return HEED_CTL_REFUSED;
  verdict = heed_store_verify (self->store, progress_cb, NULL, &error);
  if (verdict == NULL)
    return heed_ctl_refuse (self->database, error);

  if (self->json)
    {
      g_autoptr (JsonObject) object = json_object_new ();
      JsonArray *problems = json_array_new ();

      for (guint i = 0; i < verdict->problems->len; i++)
        json_array_add_string_element (problems, verdict->problems->pdata[i]);
      json_object_set_int_member (object, "cases", (gint64) verdict->n_cases);
      json_object_set_int_member (object, "acts", (gint64) verdict->n_acts);
      json_object_set_int_member (object, "exports", (gint64) verdict->n_exports);
      json_object_set_array_member (object, "problems", problems);
      heed_ctl_set_text (object, "head", verdict->head);
      heed_ctl_print_object (object);
    }
  else
    {
      for (guint i = 0; i < verdict->problems->len; i++)
        g_printerr ("heedctl: %s\n", (char *) verdict->problems->pdata[i]);
      /* Translators: what was checked and what was found */
      printf (_ ("%" G_GUINT64_FORMAT " cases, %" G_GUINT64_FORMAT " acts, %u problems\n"),
              verdict->n_cases, verdict->n_acts, verdict->problems->len);
      if (verdict->head != NULL)
        puts (verdict->head);
    }
  return verdict->problems->len == 0 ? HEED_CTL_OK : HEED_CTL_REFUSED;
}

int
heed_ctl_rebuild (HeedCtl *self)
{
  g_autoptr (GError) error = NULL;

  if (!heed_ctl_open (self, HEED_STORE_DEFAULT))
    return HEED_CTL_REFUSED;
  if (!heed_store_rebuild (self->store, progress_cb, NULL, &error))
    return heed_ctl_refuse (self->database, error);
  return say_done (self, "rebuilt", self->database);
}
