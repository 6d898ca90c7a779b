/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The seam to SQLite (as SQLCipher): connections, statements, transactions, and what went wrong in
 * the words of HEED_STORE_ERROR. Knows no table. Where a file may not be opened, and why, is told
 * in heed-database-file.c.
 */
#include "config.h"

#define SQLITE_HAS_CODEC
#include <sqlite3.h>
#include <sys/stat.h>
#include <string.h>

#include "heed-database-private.h"

#define BUSY_TIMEOUT_MS 5000
#define PROGRESS_STEPS  1000

struct _HeedDatabase
{
  /* owned */
  sqlite3      *handle;
  GHashTable   *statements; /* SQL text → HeedStatement */
  GCancellable *cancellable;
};

struct _HeedStatement
{
  sqlite3_stmt *handle;
  HeedDatabase *database; /* borrowed */
  gboolean      failed;   /* binding failed: out of memory or a wrong place */
};

static HeedStoreError
code_of (int result)
{
  switch (result & 0xff)
    {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return HEED_STORE_ERROR_BUSY;
    case SQLITE_CORRUPT:
      return HEED_STORE_ERROR_CORRUPT;
    case SQLITE_NOTADB:
      return HEED_STORE_ERROR_WRONG_KEY;
    case SQLITE_FULL:
      return HEED_STORE_ERROR_FULL;
    case SQLITE_READONLY:
    case SQLITE_PERM:
      return HEED_STORE_ERROR_READ_ONLY;
    case SQLITE_CANTOPEN:
      return HEED_STORE_ERROR_NOT_FOUND;
    default:
      return HEED_STORE_ERROR_FAILED;
    }
}

static void
set_error (HeedDatabase *self,
           int           result,
           const char   *doing,
           GError      **error)
{
  if ((result & 0xff) == SQLITE_INTERRUPT)
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, "cancelled");
  else
    g_set_error (error, HEED_STORE_ERROR, code_of (result), "%s: %s (%d)", doing,
                 self->handle ? sqlite3_errmsg (self->handle) : sqlite3_errstr (result),
                 self->handle ? sqlite3_extended_errcode (self->handle) : result);
}

static void
statement_free (HeedStatement *statement)
{
  sqlite3_finalize (statement->handle);
  g_free (statement);
}

static int
progress_cb (gpointer data)
{
  HeedDatabase *self = data;

  return g_cancellable_is_cancelled (self->cancellable);
}

static gboolean
use_key (HeedDatabase *self,
         GBytes       *key,
         GError      **error)
{
  g_autoptr (GString) text = g_string_new ("x'");
  gsize         size;
  const guint8 *bytes = g_bytes_get_data (key, &size);
  int           result;

  /* A wrong key is told as an error, not on the terminal. */
  if (!heed_database_exec (self, "PRAGMA cipher_log_level = NONE", error))
    return FALSE;
  for (gsize i = 0; i < size; i++)
    g_string_append_printf (text, "%02x", bytes[i]);
  g_string_append_c (text, '\'');
  result = sqlite3_key (self->handle, text->str, (int) text->len);
  memset (text->str, 0, text->len);
  if (result != SQLITE_OK)
    set_error (self, result, "setting the key", error);
  return result == SQLITE_OK;
}

static gboolean
configure (HeedDatabase     *self,
           HeedDatabaseFlags flags,
           GError          **error)
{
  gboolean writes = !(flags & HEED_DATABASE_READ_ONLY);
  gint64   ignored;

  sqlite3_busy_timeout (self->handle, BUSY_TIMEOUT_MS);
  sqlite3_extended_result_codes (self->handle, 1);
  sqlite3_db_config (self->handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
  sqlite3_db_config (self->handle, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
  /* Until the file is known to be ours, closing must not write it. */
  sqlite3_db_config (self->handle, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, NULL);
  sqlite3_progress_handler (self->handle, PROGRESS_STEPS, progress_cb, self);
  if (!heed_database_exec (self, "PRAGMA foreign_keys = ON; PRAGMA temp_store = MEMORY;"
                                 "PRAGMA cache_size = -65536; PRAGMA mmap_size = 0;"
                                 "PRAGMA synchronous = FULL",
                           error)
      || !heed_database_get_int (self, "SELECT count(*) FROM sqlite_schema", &ignored, error))
    return FALSE;
  if (writes && sqlite3_db_readonly (self->handle, "main") == 1)
    {
      g_set_error_literal (error, HEED_STORE_ERROR, HEED_STORE_ERROR_READ_ONLY,
                           "the file cannot be written");
      return FALSE;
    }
  return TRUE;
}

/* Through SQLite, which knows when it may close a file without losing its locks. */
static gsize
read_head (HeedDatabase *self,
           const char   *path,
           guint8        head[HEED_DATABASE_HEAD_SIZE])
{
  struct stat   info;
  sqlite3_file *file = NULL;
  int           size = stat (path, &info) == 0 ? (int) MIN (info.st_size, HEED_DATABASE_HEAD_SIZE) : 0;

  sqlite3_file_control (self->handle, "main", SQLITE_FCNTL_FILE_POINTER, &file);
  if (size == 0 || file == NULL || file->pMethods == NULL
      || file->pMethods->xRead (file, head, size, 0) != SQLITE_OK)
    return 0;
  return (gsize) size;
}

/**
 * heed_database_open:
 * @path: the file
 * @key: (nullable): the raw key of 32 bytes; %NULL for a file that is not encrypted
 * @flags: how
 * @error: return location
 *
 * Opens a connection for the calling thread. A file that cannot be opened is not changed. Whether
 * it is a Heed file, and of which version, is for heed_schema_prepare() to tell.
 *
 * Returns: (transfer full): the connection
 */
HeedDatabase *
heed_database_open (const char       *path,
                    GBytes           *key,
                    HeedDatabaseFlags flags,
                    GError          **error)
{
  g_autoptr (HeedDatabase) self = NULL;
  g_autoptr (GError) why = NULL;
  guint8 head[HEED_DATABASE_HEAD_SIZE];
  gsize  size;
  int    result;
  int    how = SQLITE_OPEN_NOMUTEX;

  if (!heed_database_file_check (path, flags, error))
    return NULL;
  self = g_new0 (HeedDatabase, 1);
  self->statements = g_hash_table_new_full (g_str_hash, g_str_equal, NULL,
                                            (GDestroyNotify) statement_free);
  how |= flags & HEED_DATABASE_READ_ONLY ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE;
  how |= flags & HEED_DATABASE_CREATE ? SQLITE_OPEN_CREATE : 0;
  result = sqlite3_open_v2 (path, &self->handle, how, NULL);
  if (result != SQLITE_OK)
    {
      set_error (self, result, "opening", error);
      return NULL;
    }
  size = read_head (self, path, head);
  if (!heed_database_file_check_head (path, head, size, key != NULL, error)
      || (key != NULL && !use_key (self, key, error)))
    return NULL;
  if (!configure (self, flags, &why))
    {
      if (g_error_matches (why, HEED_STORE_ERROR, HEED_STORE_ERROR_WRONG_KEY))
        heed_database_file_tell (head, size, &why->code);
      g_propagate_error (error, g_steal_pointer (&why));
      return NULL;
    }
  return g_steal_pointer (&self);
}

/* Now that the file is known to be ours: the write-ahead log, which must be read back. */
gboolean
heed_database_adopt (HeedDatabase     *self,
                     HeedDatabaseFlags flags,
                     GError          **error)
{
  g_autoptr (HeedStatement) statement = NULL;
  const char *mode;

  if (flags & HEED_DATABASE_READ_ONLY)
    return TRUE;
  sqlite3_db_config (self->handle, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 0, NULL);
  if (!heed_database_exec (self, "PRAGMA secure_delete = ON; PRAGMA wal_autocheckpoint = 1000", error))
    return FALSE;
  statement = heed_database_prepare (self, flags & HEED_DATABASE_SINGLE_FILE ? "PRAGMA journal_mode = DELETE" : "PRAGMA journal_mode = WAL", error);
  if (statement == NULL || heed_statement_step (statement, error) != HEED_STEP_ROW)
    return FALSE;
  mode = heed_statement_get_text (statement, 0);
  if (g_strcmp0 (mode, flags & HEED_DATABASE_SINGLE_FILE ? "delete" : "wal") == 0)
    return TRUE;
  g_set_error (error, HEED_STORE_ERROR, HEED_STORE_ERROR_BUSY, "the journal mode stays %s", mode);
  return FALSE;
}

/**
 * heed_database_close:
 * @self: (transfer full): a connection
 *
 * Closes the connection and frees its statements.
 */
void
heed_database_close (HeedDatabase *self)
{
  g_clear_pointer (&self->statements, g_hash_table_unref);
  if (sqlite3_close (self->handle) != SQLITE_OK)
    g_warning ("a database connection was closed in use");
  g_clear_object (&self->cancellable);
  g_free (self);
}

/**
 * heed_database_set_cancellable:
 * @self: a connection
 * @cancellable: (nullable): what ends the statements run from now on
 *
 * Makes running statements end with %G_IO_ERROR_CANCELLED when @cancellable is cancelled.
 */
void
heed_database_set_cancellable (HeedDatabase *self,
                               GCancellable *cancellable)
{
  g_set_object (&self->cancellable, cancellable);
}

/**
 * heed_database_exec:
 * @self: a connection
 * @sql: constant SQL, several statements, without parameters
 * @error: return location
 *
 * Runs statements that are needed once, such as those of the schema.
 *
 * Returns: whether all succeeded
 */
gboolean
heed_database_exec (HeedDatabase *self,
                    const char   *sql,
                    GError      **error)
{
  int result = sqlite3_exec (self->handle, sql, NULL, NULL, NULL);

  if (result != SQLITE_OK)
    set_error (self, result, "running", error);
  return result == SQLITE_OK;
}

/**
 * heed_database_prepare:
 * @self: a connection
 * @sql: one statement; the text is its name in the cache
 * @error: return location
 *
 * Gets a prepared statement, ready to bind.
 *
 * Returns: (transfer full): the statement, to be released
 */
HeedStatement *
heed_database_prepare (HeedDatabase *self,
                       const char   *sql,
                       GError      **error)
{
  HeedStatement *statement = g_hash_table_lookup (self->statements, sql);
  sqlite3_stmt  *handle = NULL;
  int            result;

  if (statement != NULL && !sqlite3_stmt_busy (statement->handle))
    return statement;
  g_return_val_if_fail (statement == NULL, NULL);
  result = sqlite3_prepare_v3 (self->handle, sql, -1, SQLITE_PREPARE_PERSISTENT, &handle, NULL);
  if (result != SQLITE_OK)
    {
      set_error (self, result, "preparing", error);
      return NULL;
    }
  statement = g_new0 (HeedStatement, 1);
  statement->handle = handle;
  statement->database = self;
  g_hash_table_insert (self->statements, (char *) sqlite3_sql (handle), statement);
  return statement;
}

static HeedStatement *
query_valist (HeedDatabase *self,
              GError      **error,
              const char   *sql,
              const char   *types,
              va_list       values)
{
  HeedStatement *statement = heed_database_prepare (self, sql, error);

  if (statement == NULL)
    return NULL;
  for (int i = 0; types[i] != '\0'; i++)
    if (types[i] == 'i')
      heed_statement_bind_int (statement, i + 1, va_arg (values, gint64));
    else if (types[i] == 't')
      heed_statement_bind_text (statement, i + 1, va_arg (values, const char *));
    else
      {
        GBytes *bytes = va_arg (values, GBytes *);

        if (sqlite3_bind_blob64 (statement->handle, i + 1, g_bytes_get_data (bytes, NULL),
                                 g_bytes_get_size (bytes), SQLITE_TRANSIENT)
            != SQLITE_OK)
          statement->failed = TRUE;
      }
  return statement;
}

/**
 * heed_database_query:
 * @self: a connection
 * @error: return location
 * @sql: one statement
 * @types: one letter for each value: i a #gint64, t a nullable text, b a #GBytes
 * @...: the values
 *
 * Prepares a statement and binds its values.
 *
 * Returns: (transfer full): the statement, to be stepped and released
 */
HeedStatement *
heed_database_query (HeedDatabase *self,
                     GError      **error,
                     const char   *sql,
                     const char   *types,
                     ...)
{
  HeedStatement *statement;
  va_list        values;

  va_start (values, types);
  statement = query_valist (self, error, sql, types, values);
  va_end (values);
  return statement;
}

/**
 * heed_database_run:
 * @self: a connection
 * @error: return location
 * @sql: one statement that returns no rows
 * @types: see heed_database_query()
 * @...: the values
 *
 * Runs a statement to its end.
 *
 * Returns: whether it succeeded
 */
gboolean
heed_database_run (HeedDatabase *self,
                   GError      **error,
                   const char   *sql,
                   const char   *types,
                   ...)
{
  HeedStatement *statement;
  va_list        values;

  va_start (values, types);
  statement = query_valist (self, error, sql, types, values);
  va_end (values);
  return statement != NULL && heed_statement_finish (statement, error);
}

/**
 * heed_database_get_int:
 * @self: a connection
 * @sql: one statement without parameters that returns a number
 * @value: (out): the number, 0 without a row
 * @error: return location
 *
 * Asks for one number.
 *
 * Returns: whether it succeeded
 */
gboolean
heed_database_get_int (HeedDatabase *self,
                       const char   *sql,
                       gint64       *value,
                       GError      **error)
{
  g_autoptr (HeedStatement) statement = heed_database_prepare (self, sql, error);
  HeedStep step = statement ? heed_statement_step (statement, error) : HEED_STEP_ERROR;

  *value = step == HEED_STEP_ROW ? heed_statement_get_int (statement, 0) : 0;
  return step != HEED_STEP_ERROR;
}

/**
 * heed_database_begin:
 * @self: a connection
 * @write: whether to take the lock for writing at once
 * @error: return location
 *
 * Begins a transaction.
 *
 * Returns: whether it succeeded
 */
gboolean
heed_database_begin (HeedDatabase *self,
                     gboolean      write,
                     GError      **error)
{
  return heed_database_run (self, error, write ? "BEGIN IMMEDIATE" : "BEGIN", "");
}

/**
 * heed_database_commit:
 * @self: a connection
 * @error: return location
 *
 * Commits; where that fails, rolls back.
 *
 * Returns: whether it is committed
 */
gboolean
heed_database_commit (HeedDatabase *self,
                      GError      **error)
{
  if (heed_database_run (self, error, "COMMIT", ""))
    return TRUE;
  heed_database_rollback (self);
  return FALSE;
}

/**
 * heed_database_rollback:
 * @self: a connection
 *
 * Rolls back, unless SQLite has done so itself.
 */
void
heed_database_rollback (HeedDatabase *self)
{
  heed_database_set_cancellable (self, NULL);
  if (!sqlite3_get_autocommit (self->handle))
    sqlite3_exec (self->handle, "ROLLBACK", NULL, NULL, NULL);
}

/**
 * heed_database_copy_to:
 * @self: a connection
 * @target: an empty database, with the same key
 * @error: return location
 *
 * Copies everything, live, as it stands at the beginning.
 *
 * Returns: whether it succeeded
 */
gboolean
heed_database_copy_to (HeedDatabase *self,
                       HeedDatabase *target,
                       GError      **error)
{
  sqlite3_backup *backup = sqlite3_backup_init (target->handle, "main", self->handle, "main");
  int             result = SQLITE_OK;

  if (backup != NULL)
    {
      do
        result = sqlite3_backup_step (backup, 4096);
      while (result == SQLITE_OK);
      sqlite3_backup_finish (backup);
    }
  else
    result = sqlite3_errcode (target->handle);
  if (result == SQLITE_DONE)
    return TRUE;
  g_set_error (error, HEED_STORE_ERROR, code_of (result), "copying: %s", sqlite3_errstr (result));
  return FALSE;
}

/**
 * heed_statement_bind_int:
 * @self: a statement
 * @place: from 1
 * @value: the number
 *
 * Binds a number.
 */
void
heed_statement_bind_int (HeedStatement *self,
                         int            place,
                         gint64         value)
{
  if (sqlite3_bind_int64 (self->handle, place, value) != SQLITE_OK)
    self->failed = TRUE;
}

/**
 * heed_statement_bind_text:
 * @self: a statement
 * @place: from 1
 * @value: (nullable): the text, which is copied
 *
 * Binds a text, or NULL.
 */
void
heed_statement_bind_text (HeedStatement *self,
                          int            place,
                          const char    *value)
{
  int result = value ? sqlite3_bind_text (self->handle, place, value, -1, SQLITE_TRANSIENT)
                     : sqlite3_bind_null (self->handle, place);

  if (result != SQLITE_OK)
    self->failed = TRUE;
}

/**
 * heed_statement_step:
 * @self: a statement
 * @error: return location
 *
 * Goes to the next row.
 *
 * Returns: whether there is one
 */
HeedStep
heed_statement_step (HeedStatement *self,
                     GError       **error)
{
  int result = self->failed ? SQLITE_MISUSE : sqlite3_step (self->handle);

  if (result == SQLITE_ROW)
    return HEED_STEP_ROW;
  if (result == SQLITE_DONE)
    return HEED_STEP_DONE;
  set_error (self->database, result, self->failed ? "binding" : "stepping", error);
  return HEED_STEP_ERROR;
}

/**
 * heed_statement_finish:
 * @self: (transfer full): a statement
 * @error: return location
 *
 * Runs the statement to its end and releases it.
 *
 * Returns: whether it succeeded
 */
gboolean
heed_statement_finish (HeedStatement *self,
                       GError       **error)
{
  HeedStep step;

  do
    step = heed_statement_step (self, error);
  while (step == HEED_STEP_ROW);
  heed_statement_release (self);
  return step == HEED_STEP_DONE;
}

/**
 * heed_statement_is_null:
 * @self: a statement on a row
 * @column: from 0
 *
 * Tells whether there is no value.
 *
 * Returns: whether the value is NULL
 */
gboolean
heed_statement_is_null (HeedStatement *self,
                        int            column)
{
  return sqlite3_column_type (self->handle, column) == SQLITE_NULL;
}

/**
 * heed_statement_get_int:
 * @self: a statement on a row
 * @column: from 0
 *
 * Gets a number.
 *
 * Returns: the number
 */
gint64
heed_statement_get_int (HeedStatement *self,
                        int            column)
{
  return sqlite3_column_int64 (self->handle, column);
}

/**
 * heed_statement_get_text:
 * @self: a statement on a row
 * @column: from 0
 *
 * Gets a text.
 *
 * Returns: (transfer none) (nullable): the text, until the next step
 */
const char *
heed_statement_get_text (HeedStatement *self,
                         int            column)
{
  return (const char *) sqlite3_column_text (self->handle, column);
}

/**
 * heed_statement_dup_text:
 * @self: a statement on a row
 * @column: from 0
 *
 * Copies a text.
 *
 * Returns: (transfer full) (nullable): the text
 */
char *
heed_statement_dup_text (HeedStatement *self,
                         int            column)
{
  return g_strdup (heed_statement_get_text (self, column));
}

/**
 * heed_statement_dup_blob:
 * @self: a statement on a row
 * @column: from 0
 *
 * Copies bytes.
 *
 * Returns: (transfer full): the bytes, none for NULL
 */
GBytes *
heed_statement_dup_blob (HeedStatement *self,
                         int            column)
{
  gconstpointer bytes = sqlite3_column_blob (self->handle, column);

  return g_bytes_new (bytes, (gsize) sqlite3_column_bytes (self->handle, column));
}

/**
 * heed_statement_release:
 * @self: (transfer full): a statement
 *
 * Ends what it was doing; it stays prepared.
 */
void
heed_statement_release (HeedStatement *self)
{
  sqlite3_reset (self->handle);
  sqlite3_clear_bindings (self->handle);
  self->failed = FALSE;
}
