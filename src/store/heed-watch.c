/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Notices what other programs do to the file. SQLite tells each connection whether another one
 * committed (data_version); which cases were acted on, the ledger tells, for its rows only ever
 * grow. What this store did itself has been told already.
 */
#include "config.h"

#include "heed-store-private.h"
#include "heed-watch.h"

#define INTERVAL_SECONDS 2

#define SQL_VERSION "PRAGMA data_version"
#define SQL_LAST    "SELECT coalesce(max(rowid), 0) FROM act"
#define SQL_NEWER   "SELECT case_id, max(seq), max(rowid) FROM act WHERE rowid > ? GROUP BY case_id"

struct _HeedWatch
{
  GWeakRef    store;
  GMutex      lock;  /* acts may be done from any thread */
  GHashTable *known; /* guarded by the lock: case id (gint64 *) → last act told */
  guint       source;
  gboolean    asking;
};

/* A case, and the last act done to it. */
typedef struct
{
  gint64 case_id;
  gint64 seq;
} Newer;

static gboolean
read_newer (HeedEngine *engine,
            GArray     *newer,
            GError    **error)
{
  g_autoptr (HeedStatement) statement = NULL;
  gint64   last = engine->seen_row;
  HeedStep step = HEED_STEP_ERROR;

  statement = heed_database_query (engine->database, error, SQL_NEWER, "i", last);
  while (statement && (step = heed_statement_step (statement, error)) == HEED_STEP_ROW)
    {
      Newer each = { heed_statement_get_int (statement, 0), heed_statement_get_int (statement, 1) };

      g_array_append_val (newer, each);
      last = MAX (last, heed_statement_get_int (statement, 2));
    }
  if (step == HEED_STEP_DONE)
    engine->seen_row = last;
  return step == HEED_STEP_DONE;
}

/* The first time there is nothing to tell: what is there now, is what lists read after this. */
static gpointer
watch_work (HeedEngine *engine,
            gpointer    input,
            GError    **error)
{
  g_autoptr (GArray) newer = g_array_new (FALSE, FALSE, sizeof (Newer));
  gboolean first = engine->seen_version == 0;
  gint64   version;

  if (!heed_database_get_int (engine->database, SQL_VERSION, &version, error))
    return NULL;
  if (first && !heed_database_get_int (engine->database, SQL_LAST, &engine->seen_row, error))
    return NULL;
  if (!first && version != engine->seen_version && !read_newer (engine, newer, error))
    return NULL;
  engine->seen_version = version;
  return g_steal_pointer (&newer);
}

static void
answered_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      data)
{
  g_autofree GWeakRef *weak = data;
  g_autoptr (HeedStore) store = g_weak_ref_get (weak);
  g_autoptr (GArray) newer = g_task_propagate_pointer (G_TASK (result), NULL);
  HeedWatch *self = store ? heed_store_get_watch (store) : NULL;

  g_weak_ref_clear (weak);
  if (self == NULL)
    return;
  self->asking = FALSE;
  /* Not being able to look is no harm: the next look tells all the more. Who is told may close the
   * store, and the watch with it. */
  for (guint i = 0; newer != NULL && i < newer->len && heed_store_get_watch (store) == self; i++)
    {
      Newer *each = &g_array_index (newer, Newer, i);
      guint  known;

      g_mutex_lock (&self->lock);
      known = GPOINTER_TO_UINT (g_hash_table_lookup (self->known, &each->case_id));
      if (each->seq >= known)
        g_hash_table_remove (self->known, &each->case_id);
      g_mutex_unlock (&self->lock);
      if (each->seq > known)
        heed_store_tell_case (store, each->case_id);
    }
}

static gboolean
look_cb (gpointer data)
{
  HeedWatch  *self = data;
  g_autoptr (HeedStore) store = g_weak_ref_get (&self->store);
  HeedWorker *reader = store ? heed_store_get_reader (store, NULL) : NULL;
  GWeakRef   *weak;

  if (reader == NULL || self->asking)
    return G_SOURCE_CONTINUE;
  self->asking = TRUE;
  weak = g_new0 (GWeakRef, 1);
  g_weak_ref_init (weak, store);
  /* The task does not keep the store alive. */
  heed_worker_push (reader, (HeedJob) { watch_work, NULL, NULL, (GDestroyNotify) g_array_unref },
                    g_task_new (NULL, NULL, answered_cb, weak), NULL);
  return G_SOURCE_CONTINUE;
}

/**
 * heed_watch_new:
 * @store: a store that was opened
 *
 * Begins to look, each two seconds, in the main loop of the calling thread.
 *
 * Returns: (transfer full): the watch
 */
HeedWatch *
heed_watch_new (HeedStore *store)
{
  HeedWatch *self = g_new0 (HeedWatch, 1);

  g_weak_ref_init (&self->store, store);
  g_mutex_init (&self->lock);
  self->known = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->source = g_timeout_add_seconds (INTERVAL_SECONDS, look_cb, self);
  look_cb (self);
  return self;
}

/**
 * heed_watch_free:
 * @self: (transfer full): a watch
 *
 * Ends it.
 */
void
heed_watch_free (HeedWatch *self)
{
  g_source_remove (self->source);
  g_weak_ref_clear (&self->store);
  g_hash_table_unref (self->known);
  g_mutex_clear (&self->lock);
  g_free (self);
}

/**
 * heed_watch_know:
 * @self: a watch
 * @case_id: a case
 * @seq: the last act done to it
 *
 * Says what the store itself did and told.
 */
void
heed_watch_know (HeedWatch *self,
                 gint64     case_id,
                 guint      seq)
{
  g_mutex_lock (&self->lock);
  g_hash_table_replace (self->known, g_memdup2 (&case_id, sizeof case_id), GUINT_TO_POINTER (seq));
  g_mutex_unlock (&self->lock);
}
