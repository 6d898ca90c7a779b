/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A storage thread with its own connection. It never drops the last reference of a GTask: that
 * goes back to where it came from.
 */
#include "config.h"

#include "heed-worker.h"

struct _HeedWorker
{
  GThread       *thread;
  GAsyncQueue   *requests;
  char          *path;
  GBytes        *key;
  HeedRules     *rules;
  HeedStoreFlags flags;
  HeedEngine    *engine; /* of the thread */
};

typedef struct
{
  HeedJob      job;
  GTask       *task; /* NULL when somebody waits */
  HeedWorkDone done;
  gpointer     result;
  GError      *error;
  gboolean     quit;
  /* for who waits */
  GMutex   mutex;
  GCond    cond;
  gboolean finished;
} Request;

static gboolean
return_cb (gpointer data)
{
  Request *request = data;
  GObject *source = g_task_get_source_object (request->task);

  if (request->done && request->error == NULL)
    request->done (source, request->job.input, request->result);
  if (request->error != NULL)
    g_task_return_error (request->task, request->error);
  else
    g_task_return_pointer (request->task, request->result, request->job.free_result);
  return G_SOURCE_REMOVE;
}

static void
request_free (gpointer data)
{
  Request *request = data;

  if (request->job.free_input && request->job.input)
    request->job.free_input (request->job.input);
  g_clear_object (&request->task);
  g_free (request);
}

static void
hand_back (Request *request)
{
  g_autoptr (GSource) source = NULL;

  if (request->task == NULL)
    {
      g_mutex_lock (&request->mutex);
      request->finished = TRUE;
      g_cond_signal (&request->cond);
      g_mutex_unlock (&request->mutex);
      return;
    }
  source = g_idle_source_new ();
  g_source_set_priority (source, g_task_get_priority (request->task));
  g_source_set_callback (source, return_cb, request, request_free);
  g_source_attach (source, g_task_get_context (request->task));
}

static void
answer (HeedWorker *self,
        Request    *request)
{
  GCancellable *cancellable = request->task ? g_task_get_cancellable (request->task) : NULL;

  if (cancellable && g_cancellable_set_error_if_cancelled (cancellable, &request->error))
    return;
  if (self->engine == NULL)
    self->engine = heed_engine_new (self->path, self->key, self->rules, self->flags, &request->error);
  if (self->engine == NULL)
    return;
  heed_database_set_cancellable (self->engine->database, cancellable);
  request->result = request->job.work (self->engine, request->job.input, &request->error);
  heed_database_set_cancellable (self->engine->database, NULL);
}

static gpointer
run (gpointer data)
{
  HeedWorker *self = data;

  for (;;)
    {
      Request *request = g_async_queue_pop (self->requests);

      if (request->quit)
        {
          g_free (request);
          break;
        }
      answer (self, request);
      hand_back (request);
    }
  g_clear_pointer (&self->engine, heed_engine_free);
  return NULL;
}

/**
 * heed_worker_new:
 * @name: of the thread
 * @path: the file, opened with the first request
 * @key: (nullable): its key
 * @rules: the rules
 * @flags: how to open it
 *
 * Starts a storage thread.
 *
 * Returns: (transfer full): the thread
 */
HeedWorker *
heed_worker_new (const char    *name,
                 const char    *path,
                 GBytes        *key,
                 HeedRules     *rules,
                 HeedStoreFlags flags)
{
  HeedWorker *self = g_new0 (HeedWorker, 1);

  self->requests = g_async_queue_new ();
  self->path = g_strdup (path);
  self->key = key ? g_bytes_ref (key) : NULL;
  self->rules = heed_rules_ref (rules);
  self->flags = flags;
  self->thread = g_thread_new (name, run, self);
  return self;
}

/**
 * heed_worker_free:
 * @self: (transfer full): a storage thread
 *
 * Waits until all requests are answered, and ends the thread.
 */
void
heed_worker_free (HeedWorker *self)
{
  Request *request = g_new0 (Request, 1);

  request->quit = TRUE;
  g_async_queue_push (self->requests, request);
  g_thread_join (self->thread);
  g_async_queue_unref (self->requests);
  g_clear_pointer (&self->key, g_bytes_unref);
  heed_rules_unref (self->rules);
  g_free (self->path);
  g_free (self);
}

/**
 * heed_worker_call:
 * @self: a storage thread
 * @job: what to do; its input is freed
 * @error: return location
 *
 * Has it done and waits.
 *
 * Returns: the result
 */
gpointer
heed_worker_call (HeedWorker *self,
                  HeedJob     job,
                  GError    **error)
{
  Request request = { .job = job };

  g_mutex_init (&request.mutex);
  g_cond_init (&request.cond);
  g_async_queue_push (self->requests, &request);
  g_mutex_lock (&request.mutex);
  while (!request.finished)
    g_cond_wait (&request.cond, &request.mutex);
  g_mutex_unlock (&request.mutex);
  g_mutex_clear (&request.mutex);
  g_cond_clear (&request.cond);
  if (job.free_input && job.input)
    job.free_input (job.input);
  if (request.error != NULL)
    g_propagate_error (error, request.error);
  return request.result;
}

/**
 * heed_worker_push:
 * @self: a storage thread
 * @job: what to do; its input is freed
 * @task: (transfer full): where the answer goes
 * @done: (nullable): called there before, unless it failed
 *
 * Has it done without waiting.
 */
void
heed_worker_push (HeedWorker  *self,
                  HeedJob      job,
                  GTask       *task,
                  HeedWorkDone done)
{
  Request *request = g_new0 (Request, 1);

  request->job = job;
  request->task = task;
  request->done = done;
  g_async_queue_push (self->requests, request);
}
