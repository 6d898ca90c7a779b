/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The store as the rooms above see it: opening, closing, and the calls that wait. Those that do
 * not wait are in heed-store-async.c.
 */
#include "config.h"

#include "heed-backup.h"
#include "heed-ledger.h"
#include "heed-store-private.h"
#include "heed-watch.h"

struct _HeedStore
{
  GObject parent_instance;

  /* owned */
  char         *path;
  GBytes       *key; /* NULL where the file is not encrypted */
  HeedRules    *rules;
  HeedWorker   *writer; /* NULL once closed */
  HeedWorker   *reader;
  HeedWatch    *watch;   /* NULL where there is no main loop */
  GMainContext *context; /* where "changed" is emitted */
};

G_DEFINE_FINAL_TYPE (HeedStore, heed_store, G_TYPE_OBJECT)

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static gpointer
open_work (HeedEngine *engine,
           gpointer    input,
           GError    **error)
{
  return GINT_TO_POINTER (TRUE);
}

HeedWorker *
heed_store_get_writer (HeedStore *self,
                       GError   **error)
{
  if (self->writer == NULL)
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CLOSED, "the store is closed");
  return self->writer;
}

HeedWorker *
heed_store_get_reader (HeedStore *self,
                       GError   **error)
{
  return heed_store_get_writer (self, error) ? self->reader : NULL;
}

/* Cases that are on their way to be told. */
typedef struct
{
  HeedStore *store;
  GArray    *ids; /* gint64 */
} Telling;

static void
telling_free (gpointer data)
{
  Telling *telling = data;

  g_object_unref (telling->store);
  g_array_unref (telling->ids);
  g_free (telling);
}

static gboolean
tell_cb (gpointer data)
{
  Telling *telling = data;

  for (guint i = 0; i < telling->ids->len; i++)
    g_signal_emit (telling->store, signals[CHANGED], 0, g_array_index (telling->ids, gint64, i));
  return G_SOURCE_REMOVE;
}

/* Emits "changed": at once where the store lives; from another thread, when that place gets to it. */
static void
tell (HeedStore *self,
      GArray    *ids)
{
  Telling *telling = g_new0 (Telling, 1);

  telling->store = g_object_ref (self);
  telling->ids = g_array_ref (ids);
  g_main_context_invoke_full (self->context, G_PRIORITY_DEFAULT, tell_cb, telling, telling_free);
}

/* Tells each case once. */
void
heed_store_tell_cases (GObject *store,
                       gpointer input,
                       gpointer result)
{
  HeedStore *self = HEED_STORE (store);
  GPtrArray *cases = result;
  g_autoptr (GHashTable) told = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < cases->len; i++)
    {
      HeedCase *state = cases->pdata[i];

      if (self->watch != NULL)
        heed_watch_know (self->watch, state->id, state->seq);
      if (g_hash_table_add (told, &state->id))
        g_array_append_val (ids, state->id);
    }
  tell (self, ids);
}

HeedWatch *
heed_store_get_watch (HeedStore *self)
{
  return self->watch;
}

/* Emits "changed" for what another program did. */
void
heed_store_tell_case (HeedStore *self,
                      gint64     case_id)
{
  g_signal_emit (self, signals[CHANGED], 0, case_id);
}

static HeedStore *
store_new (const char    *path,
           GBytes        *key,
           HeedRules     *rules,
           HeedStoreFlags flags)
{
  HeedStore *self = g_object_new (HEED_TYPE_STORE, NULL);

  self->path = g_strdup (path);
  self->key = key ? g_bytes_ref (key) : NULL;
  self->rules = heed_rules_ref (rules);
  self->context = g_main_context_ref_thread_default ();
  self->writer = heed_worker_new ("heed-writer", path, key, rules, flags);
  self->reader = heed_worker_new ("heed-reader", path, key, rules, flags & ~HEED_STORE_CREATE);
  return self;
}

/**
 * heed_store_open:
 * @path: the file
 * @key: (nullable): its raw key of 32 bytes
 * @rules: the rules
 * @flags: how
 * @error: return location
 *
 * Opens a store. A file that cannot be opened is not changed.
 *
 * Returns: (transfer full): the store
 */
HeedStore *
heed_store_open (const char    *path,
                 GBytes        *key,
                 HeedRules     *rules,
                 HeedStoreFlags flags,
                 GError       **error)
{
  g_autoptr (HeedStore) self = store_new (path, key, rules, flags);

  if (!heed_worker_call (self->writer, (HeedJob) { open_work, NULL, NULL, NULL }, error))
    return NULL;
  return g_steal_pointer (&self);
}

/**
 * heed_store_open_async:
 * @path: the file
 * @key: (nullable): its raw key of 32 bytes
 * @rules: the rules
 * @flags: how
 * @cancellable: (nullable): for giving up
 * @callback: called when open
 * @user_data: for @callback
 *
 * Opens a store without waiting.
 */
void
heed_store_open_async (const char         *path,
                       GBytes             *key,
                       HeedRules          *rules,
                       HeedStoreFlags      flags,
                       GCancellable       *cancellable,
                       GAsyncReadyCallback callback,
                       gpointer            user_data)
{
  g_autoptr (HeedStore) self = store_new (path, key, rules, flags);
  GTask *task = g_task_new (self, cancellable, callback, user_data);

  heed_worker_push (self->writer, (HeedJob) { open_work, NULL, NULL, NULL }, task, NULL);
}

/**
 * heed_store_open_finish:
 * @result: from the callback
 * @error: return location
 *
 * Gets the opened store. From now on it emits #HeedStore::changed, within some two seconds, also
 * for what other programs do to the file.
 *
 * Returns: (transfer full): the store
 */
HeedStore *
heed_store_open_finish (GAsyncResult *result,
                        GError      **error)
{
  HeedStore *self = g_task_get_source_object (G_TASK (result));

  if (!g_task_propagate_pointer (G_TASK (result), error))
    return NULL;
  if (self->watch == NULL)
    self->watch = heed_watch_new (self);
  return g_object_ref (self);
}

/**
 * heed_store_close:
 * @self: a store
 *
 * Waits for what was begun, and closes the file.
 */
void
heed_store_close (HeedStore *self)
{
  g_clear_pointer (&self->watch, heed_watch_free);
  g_clear_pointer (&self->reader, heed_worker_free);
  g_clear_pointer (&self->writer, heed_worker_free);
}

/**
 * heed_store_get_path:
 * @self: a store
 *
 * Gets the file.
 *
 * Returns: (transfer none): its path
 */
const char *
heed_store_get_path (HeedStore *self)
{
  return self->path;
}

/**
 * heed_store_get_rules:
 * @self: a store
 *
 * Gets the rules.
 *
 * Returns: (transfer none): the rules
 */
HeedRules *
heed_store_get_rules (HeedStore *self)
{
  return self->rules;
}

/* For other connections to the same file. */
GBytes *
heed_store_get_key (HeedStore *self)
{
  return self->key;
}

static gpointer
call (HeedWorker *worker,
      HeedJob     job,
      GError    **error)
{
  if (worker != NULL)
    return heed_worker_call (worker, job, error);
  if (job.free_input && job.input)
    job.free_input (job.input);
  return NULL;
}

gpointer
heed_store_read_now (HeedStore *self,
                     HeedJob    job,
                     GError   **error)
{
  return call (heed_store_get_reader (self, error), job, error);
}

gpointer
heed_store_write_now (HeedStore *self,
                      HeedJob    job,
                      GError   **error)
{
  return call (heed_store_get_writer (self, error), job, error);
}

/**
 * heed_store_perform:
 * @self: a store
 * @acts: (element-type HeedAct): what was done
 * @error: return location
 *
 * The one way in: performs the acts in one transaction and emits #HeedStore::changed.
 *
 * Returns: (transfer full) (element-type HeedCase): the case after each act
 */
GPtrArray *
heed_store_perform (HeedStore *self,
                    GPtrArray *acts,
                    GError   **error)
{
  GPtrArray *cases = heed_store_write_now (self, heed_job_perform (acts), error);

  if (cases != NULL)
    heed_store_tell_cases (G_OBJECT (self), NULL, cases);
  return cases;
}

/**
 * heed_case_file_free:
 * @file: (transfer full): all about a case
 *
 * Frees it.
 */
void
heed_case_file_free (HeedCaseFile *file)
{
  g_clear_pointer (&file->state, heed_case_unref);
  g_clear_pointer (&file->acts, g_ptr_array_unref);
  g_clear_pointer (&file->people, g_hash_table_unref);
  g_clear_pointer (&file->references, g_hash_table_unref);
  g_free (file);
}

static gpointer
find_reference_work (HeedEngine *engine,
                     gpointer    input,
                     GError    **error)
{
  gint64 id = heed_ledger_find_reference (engine->database, input, error);

  return id ? g_memdup2 (&id, sizeof id) : NULL;
}

/**
 * heed_store_find_reference:
 * @self: a store
 * @reference: as told to people
 * @error: return location
 *
 * Finds a case.
 *
 * Returns: its register id; 0 on error
 */
gint64
heed_store_find_reference (HeedStore  *self,
                           const char *reference,
                           GError    **error)
{
  HeedJob            job = { find_reference_work, g_strdup (reference), g_free, g_free };
  g_autofree gint64 *id = heed_store_read_now (self, job, error);

  return id ? *id : 0;
}

/* The next ones wait; what they ask is told where they do not, in heed-store-async.c. */
HeedCaseFile *
heed_store_load_case (HeedStore *self,
                      gint64     case_id,
                      GError   **error)
{
  return heed_store_read_now (self, heed_job_load_case (case_id), error);
}

HeedIdList *
heed_store_list (HeedStore       *self,
                 const HeedQuery *query,
                 GError         **error)
{
  return heed_store_read_now (self, heed_job_list (query), error);
}

GPtrArray *
heed_store_load_rows (HeedStore    *self,
                      const gint64 *ids,
                      guint         n_ids,
                      GError      **error)
{
  return heed_store_read_now (self, heed_job_load_rows (ids, n_ids), error);
}

gboolean
heed_store_count (HeedStore  *self,
                  HeedDate    today,
                  HeedCounts *counts,
                  GError    **error)
{
  g_autofree HeedCounts *result = heed_store_read_now (self, heed_job_count (today), error);

  if (result != NULL)
    *counts = *result;
  return result != NULL;
}

char **
heed_store_list_owners (HeedStore *self,
                        GError   **error)
{
  return heed_store_read_now (self, heed_job_list_owners (), error);
}

GPtrArray *
heed_store_find_earlier (HeedStore  *self,
                         const char *name,
                         const char *reach,
                         GError    **error)
{
  return heed_store_read_now (self, heed_job_find_earlier (name, reach), error);
}

gboolean
heed_store_save_draft (HeedStore  *self,
                       gint64      case_id,
                       const char *author,
                       const char *kind,
                       const char *text,
                       gint64      now,
                       GError    **error)
{
  return heed_store_write_now (self, heed_job_save_draft (case_id, author, kind, text, now), error) != NULL;
}

char *
heed_store_load_draft (HeedStore  *self,
                       gint64      case_id,
                       const char *author,
                       const char *kind,
                       GError    **error)
{
  return heed_store_read_now (self, heed_job_load_draft (case_id, author, kind), error);
}

static gpointer
get_setting_work (HeedEngine *engine,
                  gpointer    input,
                  GError    **error)
{
  return heed_engine_get_setting (engine, input, error);
}

/**
 * heed_store_get_setting:
 * @self: a store
 * @name: which
 * @error: return location
 *
 * Gets what the organisation told.
 *
 * Returns: (transfer full) (nullable): the value; %NULL without an error when never told
 */
char *
heed_store_get_setting (HeedStore  *self,
                        const char *name,
                        GError    **error)
{
  return heed_store_read_now (self, (HeedJob) { get_setting_work, g_strdup (name), g_free, g_free }, error);
}

static gpointer
set_setting_work (HeedEngine *engine,
                  gpointer    input,
                  GError    **error)
{
  const char **texts = input;

  return GINT_TO_POINTER (heed_engine_set_setting (engine, texts[0], texts[1], error));
}

HeedJob
heed_job_set_setting (const char *name,
                      const char *value)
{
  const char *texts[] = { name, value, NULL };

  return (HeedJob) { set_setting_work, g_strdupv ((char **) texts), (GDestroyNotify) g_strfreev,
                     NULL };
}

/**
 * heed_store_set_setting:
 * @self: a store
 * @name: which
 * @value: (nullable): its value; %NULL to forget
 * @error: return location
 *
 * Keeps what the organisation tells.
 *
 * Returns: whether it is kept
 */
gboolean
heed_store_set_setting (HeedStore  *self,
                        const char *name,
                        const char *value,
                        GError    **error)
{
  return heed_store_write_now (self, heed_job_set_setting (name, value), error) != NULL;
}

static gpointer
backup_work (HeedEngine *engine,
             gpointer    input,
             GError    **error)
{
  return GINT_TO_POINTER (heed_backup_write (engine->database, input, engine->key, error));
}

/**
 * heed_store_backup:
 * @self: a store
 * @path: where to
 * @error: return location
 *
 * Writes a copy of the file as it stands, checked. Never overwrites.
 *
 * Returns: whether it is there
 */
gboolean
heed_store_backup (HeedStore  *self,
                   const char *path,
                   GError    **error)
{
  return heed_store_read_now (self, (HeedJob) { backup_work, g_strdup (path), g_free, NULL }, error) != NULL;
}

typedef struct
{
  HeedStoreProgress progress;
  gpointer          user_data;
} Watch;

static gpointer
verify_work (HeedEngine *engine,
             gpointer    input,
             GError    **error)
{
  const Watch *watch = input;

  return heed_engine_verify (engine, watch->progress, watch->user_data, error);
}

/**
 * heed_store_verify:
 * @self: a store
 * @progress: (nullable): told now and then, on another thread
 * @user_data: for @progress
 * @error: return location
 *
 * Verifies the ledger, and the register against it.
 *
 * Returns: (transfer full): what was found
 */
HeedVerdict *
heed_store_verify (HeedStore        *self,
                   HeedStoreProgress progress,
                   gpointer          user_data,
                   GError          **error)
{
  Watch watch = { progress, user_data };

  return heed_store_read_now (self, (HeedJob) { verify_work, &watch, NULL, NULL }, error);
}

static gpointer
rebuild_work (HeedEngine *engine,
              gpointer    input,
              GError    **error)
{
  const Watch *watch = input;

  return GINT_TO_POINTER (heed_engine_rebuild (engine, watch->progress, watch->user_data, error));
}

/**
 * heed_store_rebuild:
 * @self: a store
 * @progress: (nullable): told now and then, on another thread
 * @user_data: for @progress
 * @error: return location
 *
 * Makes the register again from the ledger.
 *
 * Returns: whether it succeeded
 */
gboolean
heed_store_rebuild (HeedStore        *self,
                    HeedStoreProgress progress,
                    gpointer          user_data,
                    GError          **error)
{
  Watch watch = { progress, user_data };

  return heed_store_write_now (self, (HeedJob) { rebuild_work, &watch, NULL, NULL }, error) != NULL;
}

typedef struct
{
  const char *source;
  GPtrArray  *rows;
} Import;

static gpointer
import_work (HeedEngine *engine,
             gpointer    input,
             GError    **error)
{
  const Import *import = input;
  g_autoptr (GArray) changed = g_array_new (FALSE, FALSE, sizeof (gint64));

  if (!heed_engine_import (engine, import->source, import->rows, changed, error))
    return NULL;
  return g_steal_pointer (&changed);
}

/**
 * heed_store_perform_import:
 * @self: a store
 * @source: names where the rows come from
 * @rows: (element-type HeedImportRow): the rows; each is told whether it was stored before
 * @error: return location
 *
 * Stores the rows that are not stored yet, all or none.
 *
 * Returns: whether it succeeded
 */
gboolean
heed_store_perform_import (HeedStore  *self,
                           const char *source,
                           GPtrArray  *rows,
                           GError    **error)
{
  Import import = { source, rows };
  g_autoptr (GArray) changed = heed_store_write_now (self, (HeedJob) { import_work, &import, NULL, NULL }, error);

  if (changed != NULL)
    tell (self, changed);
  return changed != NULL;
}

/**
 * heed_import_row_new:
 * @key: names the row in its source
 * @original: (nullable): the row as it was
 *
 * Makes a row without acts.
 *
 * Returns: (transfer full): the row
 */
HeedImportRow *
heed_import_row_new (const char *key,
                     const char *original)
{
  HeedImportRow *self = g_new0 (HeedImportRow, 1);

  self->key = g_strdup (key);
  self->original = g_strdup (original);
  self->acts = g_ptr_array_new_with_free_func ((GDestroyNotify) heed_act_unref);
  return self;
}

/**
 * heed_import_row_free:
 * @row: (transfer full) (type HeedImportRow): a row
 *
 * Frees a row.
 */
void
heed_import_row_free (gpointer row)
{
  HeedImportRow *self = row;

  g_free (self->key);
  g_free (self->original);
  g_ptr_array_unref (self->acts);
  g_free (self);
}

static void
heed_store_dispose (GObject *object)
{
  heed_store_close (HEED_STORE (object));
  G_OBJECT_CLASS (heed_store_parent_class)->dispose (object);
}

static void
heed_store_finalize (GObject *object)
{
  HeedStore *self = HEED_STORE (object);

  g_free (self->path);
  g_clear_pointer (&self->key, g_bytes_unref);
  g_clear_pointer (&self->rules, heed_rules_unref);
  g_clear_pointer (&self->context, g_main_context_unref);
  G_OBJECT_CLASS (heed_store_parent_class)->finalize (object);
}

static void
heed_store_class_init (HeedStoreClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = heed_store_dispose;
  object_class->finalize = heed_store_finalize;

  /**
   * HeedStore::changed:
   * @self: the store
   * @case_id: the case
   *
   * Something was done to a case: by this program, or, when the store was opened with
   * heed_store_open_async(), by another one. Emitted in the main context of the thread that opened
   * the store, whichever thread did it.
   */
  signals[CHANGED] = g_signal_new ("changed", HEED_TYPE_STORE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, G_TYPE_INT64);
}

static void
heed_store_init (HeedStore *self)
{
}
