/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Care of the file: verifying it against itself, making the register again, and putting a backup
 * in its place.
 */
#include "config.h"

#include "heed-backup.h"
#include "heed-database-private.h"
#include "heed-engine.h"
#include "heed-exports.h"
#include "heed-ledger.h"
#include "heed-register.h"
#include "heed-schema.h"
#include "heed-tally-months.h"

#include <errno.h>
#include <glib/gstdio.h>

#define SQL_STRAY           "SELECT id FROM cases WHERE id NOT IN (SELECT case_id FROM act)"
#define SQL_STRAY_REFERENCE \
  "SELECT case_id FROM reference WHERE case_id NOT IN (SELECT case_id FROM act)"

static gboolean
verify_case (HeedEngine  *self,
             gint64       id,
             HeedVerdict *verdict,
             GChecksum   *sum,
             GError     **error)
{
  g_autofree char *head = NULL;
  g_autoptr (GError) why = NULL;
  g_autoptr (HeedCase) state = NULL;

  g_hash_table_remove_all (self->cache);
  state = heed_engine_load_case (self, id, &head, &why);
  if (state == NULL)
    {
      g_ptr_array_add (verdict->problems,
                       g_strdup_printf ("case %" G_GINT64_FORMAT ": %s", id, why->message));
      return TRUE;
    }
  g_checksum_update (sum, (const guchar *) head, -1);
  return heed_register_check (self->database, state, head, self->rules, verdict->problems, error);
}

static gboolean
find_strays (HeedEngine *self,
             const char *sql,
             const char *wrong,
             GPtrArray  *problems,
             GError    **error)
{
  g_autoptr (HeedStatement) statement = heed_database_prepare (self->database, sql, error);
  HeedStep step = HEED_STEP_ERROR;

  while (statement && (step = heed_statement_step (statement, error)) == HEED_STEP_ROW)
    g_ptr_array_add (problems, g_strdup_printf ("case %" G_GINT64_FORMAT ": %s",
                                                heed_statement_get_int (statement, 0), wrong));
  return step == HEED_STEP_DONE;
}

/**
 * heed_engine_verify:
 * @self: an engine
 * @progress: (nullable): told each hundred cases
 * @user_data: for @progress
 * @error: return location
 *
 * Replays the ledger: each hash, each case, each row of the register; and the export ledger.
 *
 * Returns: (transfer full): what was found
 */
HeedVerdict *
heed_engine_verify (HeedEngine       *self,
                    HeedStoreProgress progress,
                    gpointer          user_data,
                    GError          **error)
{
  g_autoptr (HeedVerdict) verdict = g_new0 (HeedVerdict, 1);
  g_autoptr (GArray) ids = NULL;
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);
  gboolean done;

  verdict->problems = g_ptr_array_new_with_free_func (g_free);
  if (!heed_database_begin (self->database, FALSE, error))
    return NULL;
  done = heed_ledger_check (self->database, verdict->problems, &verdict->n_acts, error)
         && find_strays (self, SQL_STRAY, "has no acts", verdict->problems, error)
         && find_strays (self, SQL_STRAY_REFERENCE, "has a reference and no acts",
                         verdict->problems, error)
         && heed_exports_check (self->database, verdict->problems, &verdict->n_exports, error)
         && heed_tally_months_check (self->database, verdict->problems, error)
         && (ids = heed_ledger_list_cases (self->database, error)) != NULL;
  for (guint i = 0; done && i < ids->len; i++)
    {
      done = verify_case (self, g_array_index (ids, gint64, i), verdict, sum, error);
      if (progress && i % 100 == 0)
        progress (i, ids->len, user_data);
    }
  heed_database_rollback (self->database);
  if (!done)
    return NULL;
  verdict->n_cases = ids->len;
  verdict->head = g_strdup (g_checksum_get_string (sum));
  return g_steal_pointer (&verdict);
}

static gboolean
make_register (HeedEngine       *self,
               HeedStoreProgress progress,
               gpointer          user_data,
               GError          **error)
{
  g_autoptr (GArray) ids = NULL;
  gboolean done;

  g_hash_table_remove_all (self->cache);
  done = heed_register_begin (self->database, error)
         && (ids = heed_ledger_list_cases (self->database, error)) != NULL;
  for (guint i = 0; done && i < ids->len; i++)
    {
      g_autofree char *head = NULL;
      g_autoptr (HeedCase) state = heed_engine_load_case (self, g_array_index (ids, gint64, i),
                                                          &head, error);

      done = state && heed_register_write (self->database, state, head, self->rules, error);
      if (progress && i % 100 == 0)
        progress (i, ids->len, user_data);
    }
  return done && heed_register_end (self->database, error);
}

/**
 * heed_engine_rebuild:
 * @self: an engine
 * @progress: (nullable): told each hundred cases
 * @user_data: for @progress
 * @error: return location
 *
 * Throws the register away and makes it again from the ledger, in one transaction.
 *
 * Returns: whether it succeeded
 */
gboolean
heed_engine_rebuild (HeedEngine       *self,
                     HeedStoreProgress progress,
                     gpointer          user_data,
                     GError          **error)
{
  gboolean done;

  if (!heed_database_begin (self->database, TRUE, error))
    return FALSE;
  done = make_register (self, progress, user_data, error);
  if (done)
    return heed_database_commit (self->database, error);
  heed_database_rollback (self->database);
  return FALSE;
}

/* Makes again, in one pass, whatever the steps of the schema left to be made: all of the register,
 * or only the months, which are then made from the tallies. */
static gboolean
renew (HeedEngine *self,
       GError    **error)
{
  g_autofree char *register_stale = heed_engine_get_setting (self, HEED_SETTING_STALE, NULL);
  g_autofree char *months_stale = heed_engine_get_setting (self, HEED_SETTING_STALE_MONTHS, NULL);

  if (register_stale != NULL && !make_register (self, NULL, NULL, error))
    return FALSE;
  if (register_stale == NULL && months_stale != NULL
      && !heed_tally_months_renew (self->database, error))
    return FALSE;
  return heed_engine_set_setting (self, HEED_SETTING_STALE, NULL, error)
         && heed_engine_set_setting (self, HEED_SETTING_STALE_MONTHS, NULL, error);
}

static gboolean
is_stale (HeedEngine *self,
          gboolean   *stale,
          GError    **error)
{
  static const char *const settings[] = { HEED_SETTING_STALE, HEED_SETTING_STALE_MONTHS };

  *stale = FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (settings); i++)
    {
      g_autoptr (GError) why = NULL;
      g_autofree char *value = heed_engine_get_setting (self, settings[i], &why);

      if (why != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&why));
          return FALSE;
        }
      *stale |= value != NULL;
    }
  return TRUE;
}

/**
 * heed_engine_renew:
 * @self: an engine that may write
 * @error: return location
 *
 * Makes the register, or a part of it, again where it was written by an older Heed, which steps of
 * the schema say.
 *
 * Returns: whether the register can be read
 */
gboolean
heed_engine_renew (HeedEngine *self,
                   GError    **error)
{
  gboolean stale;

  if (!is_stale (self, &stale, error))
    return FALSE;
  if (!stale)
    return TRUE;
  if (!heed_database_begin (self->database, TRUE, error))
    return FALSE;
  /* Another program may have done it while this one waited for the lock. */
  if (renew (self, error))
    return heed_database_commit (self->database, error);
  heed_database_rollback (self->database);
  return FALSE;
}

/* Moves a file that cannot be copied away, with its logs: on the next file of that name they would
 * be played as if they were its own. */
static gboolean
move_aside (const char *path,
            GError    **error)
{
  static const char *const ends[] = { "", "-wal", "-journal" };
  g_autofree char *name = g_strconcat (path, ".before-restore", NULL);

  for (guint i = 2; g_file_test (name, G_FILE_TEST_EXISTS); i++)
    {
      g_free (name);
      name = g_strdup_printf ("%s.before-restore-%u", path, i);
    }
  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    {
      g_autofree char *part = g_strconcat (path, ends[i], NULL);
      g_autofree char *kept = g_strconcat (name, ends[i], NULL);

      if (g_rename (part, kept) != 0 && errno != ENOENT)
        {
          g_set_error (error, HEED_STORE_ERROR, HEED_STORE_ERROR_FAILED, "%s: %s", kept,
                       g_strerror (errno));
          return FALSE;
        }
    }
  return TRUE;
}

/* Keeps what is there before it is replaced; a damaged file is kept as it is. */
static gboolean
set_aside (const char *path,
           GBytes     *key,
           GError    **error)
{
  const HeedDatabaseFlags flags = HEED_DATABASE_SINGLE_FILE;
  g_autoptr (GError) why = NULL;
  g_autoptr (HeedDatabase) database = NULL;
  gint64 version;

  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    return move_aside (path, error);
  database = heed_database_open (path, key, flags, &why);
  /* Leaving the write-ahead log needs the file for oneself: in use, this fails as BUSY. */
  if (database && heed_schema_check (database, path, flags, &version, &why) &&
      heed_database_adopt (database, flags, &why) &&
      heed_backup_before (database, path, key, "before-restore", &why))
    {
      g_clear_pointer (&database, heed_database_close);
      heed_backup_remove_rest (path);
      return TRUE;
    }
  /* What is damaged or tampered with cannot be backed up, but is kept as it is. It is closed first:
   * closing may still write to it, and to its log, under the names they have now. */
  g_clear_pointer (&database, heed_database_close);
  if (why->code != HEED_STORE_ERROR_CORRUPT && why->code != HEED_STORE_ERROR_NOT_HEED &&
      why->code != HEED_STORE_ERROR_TOO_NEW && why->code != HEED_STORE_ERROR_WRONG_KEY)
    {
      g_propagate_error (error, g_steal_pointer (&why));
      return FALSE;
    }
  return move_aside (path, error);
}

/**
 * heed_store_restore:
 * @backup: a backup
 * @path: the file to put it in the place of; need not be there
 * @key: (nullable): the key of both
 * @error: return location
 *
 * Checks the backup, keeps what is there under `<path>.before-restore`, and puts a copy of the
 * backup in its place. The file must not be in use.
 *
 * Returns: whether it is there, whole
 */
gboolean
heed_store_restore (const char *backup,
                    const char *path,
                    GBytes     *key,
                    GError    **error)
{
  const HeedDatabaseFlags flags = HEED_DATABASE_READ_ONLY | HEED_DATABASE_SINGLE_FILE
                                  | HEED_DATABASE_ANYWHERE;
  g_autoptr (HeedDatabase) database = NULL;
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *uuid = g_uuid_string_random ();
  g_autofree char *temporary = g_strconcat (path, ".", uuid, NULL);
  g_autofree char *shared = g_strconcat (path, "-shm", NULL);

  if (!heed_backup_check (backup, key, error))
    return FALSE;
  database = heed_database_open (backup, key, flags, error);
  if (database == NULL || !heed_backup_write (database, temporary, key, error))
    return FALSE;
  if (!set_aside (path, key, error))
    {
      g_unlink (temporary);
      return FALSE;
    }
  g_unlink (shared);
  if (g_rename (temporary, path) != 0)
    {
      g_set_error (error, HEED_STORE_ERROR, HEED_STORE_ERROR_FAILED, "%s: %s", path,
                   g_strerror (errno));
      g_unlink (temporary);
      return FALSE;
    }
  return heed_database_file_sync (folder, error);
}
