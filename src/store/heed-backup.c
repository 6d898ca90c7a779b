/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Copies of the whole file, made with the backup API, opened again and checked before they get
 * their name. Never overwrites anything.
 */
#include "config.h"

#include "heed-backup.h"
#include "heed-database-private.h"
#include "heed-ledger.h"
#include "heed-schema.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <unistd.h>

#define SQL_QUICK_CHECK "PRAGMA quick_check(1)"

/**
 * heed_backup_check:
 * @path: a backup
 * @key: (nullable): its key
 * @error: return location
 *
 * Opens a copy and reads all of it: its pages and each link of each chain. It may be of an older
 * Heed: it is brought up to date when it is opened to be worked with.
 *
 * Returns: whether it is whole
 */
gboolean
heed_backup_check (const char *path,
                   GBytes     *key,
                   GError    **error)
{
  const HeedDatabaseFlags flags = HEED_DATABASE_READ_ONLY | HEED_DATABASE_SINGLE_FILE
                                  | HEED_DATABASE_ANYWHERE;
  g_autoptr (HeedDatabase) database = heed_database_open (path, key, flags, error);
  g_autoptr (HeedStatement) statement = NULL;
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);
  guint64 n_acts;
  gint64  version;

  if (database == NULL || !heed_schema_check (database, path, flags, &version, error))
    return FALSE;
  statement = heed_database_prepare (database, SQL_QUICK_CHECK, error);
  if (statement == NULL || heed_statement_step (statement, error) != HEED_STEP_ROW)
    return FALSE;
  if (g_strcmp0 (heed_statement_get_text (statement, 0), "ok") != 0)
    {
      g_set_error (error, HEED_STORE_ERROR, HEED_STORE_ERROR_CORRUPT, "%s: %s", path,
                   heed_statement_get_text (statement, 0));
      return FALSE;
    }
  if (!heed_ledger_check (database, problems, &n_acts, error))
    return FALSE;
  if (problems->len == 0)
    return TRUE;
  g_set_error (error, HEED_STORE_ERROR, HEED_STORE_ERROR_CORRUPT, "%s: %s", path,
               (const char *) problems->pdata[0]);
  return FALSE;
}

static gboolean
write_copy (HeedDatabase *database,
            const char   *path,
            GBytes       *key,
            GError      **error)
{
  const HeedDatabaseFlags flags = HEED_DATABASE_CREATE | HEED_DATABASE_SINGLE_FILE
                                  | HEED_DATABASE_ANYWHERE;
  g_autoptr (HeedDatabase) copy = heed_database_open (path, key, flags, error);

  return copy != NULL && heed_database_copy_to (database, copy, error)
         && heed_database_adopt (copy, flags, error);
}

/**
 * heed_backup_remove_rest:
 * @path: a database, closed
 *
 * Removes what SQLite left beside it, so that it is never taken for part of another file of that
 * name. Only for one whose acts are all in the file itself, or are not wanted.
 */
void
heed_backup_remove_rest (const char *path)
{
  static const char *const ends[] = { "-wal", "-journal", "-shm" };

  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    {
      g_autofree char *rest = g_strconcat (path, ends[i], NULL);

      g_unlink (rest);
    }
}

/**
 * heed_backup_write:
 * @database: what to copy
 * @path: where to
 * @key: (nullable): its key
 * @error: return location
 *
 * Writes a copy beside its name, checks it, and then gives it its name.
 *
 * Returns: whether it is there, whole, and on the disk
 */
gboolean
heed_backup_write (HeedDatabase *database,
                   const char   *path,
                   GBytes       *key,
                   GError      **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *uuid = g_uuid_string_random ();
  g_autofree char *temporary = g_strconcat (path, ".", uuid, ".part", NULL);
  gboolean         done = FALSE;

  if (g_file_test (path, G_FILE_TEST_EXISTS))
    g_set_error (error, HEED_STORE_ERROR, HEED_STORE_ERROR_EXISTS, "%s: it is there already", path);
  else
    done = write_copy (database, temporary, key, error)
           && heed_backup_check (temporary, key, error)
           && heed_database_file_sync (temporary, error);
  heed_backup_remove_rest (temporary);
  if (done && g_rename (temporary, path) != 0)
    {
      g_set_error (error, HEED_STORE_ERROR, HEED_STORE_ERROR_FAILED, "%s: %s", path,
                   g_strerror (errno));
      done = FALSE;
    }
  if (done)
    return heed_database_file_sync (folder, error);
  g_unlink (temporary);
  return FALSE;
}

/**
 * heed_backup_before:
 * @database: what to copy
 * @path: its file
 * @key: (nullable): its key
 * @what: what is about to happen to it: "before-restore"
 * @error: return location
 *
 * Writes a copy beside the file, under a name not yet taken.
 *
 * Returns: whether it is there
 */
gboolean
heed_backup_before (HeedDatabase *database,
                    const char   *path,
                    GBytes       *key,
                    const char   *what,
                    GError      **error)
{
  g_autofree char *name = g_strconcat (path, ".", what, NULL);

  for (guint i = 2; g_file_test (name, G_FILE_TEST_EXISTS); i++)
    {
      g_free (name);
      name = g_strdup_printf ("%s.%s-%u", path, what, i);
    }
  return heed_backup_write (database, name, key, error);
}
