/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What the organisation's choices taught the listener. Keeps counts of words, never a text, and
 * forgets them when told to. No part of any case.
 */
#include "config.h"

#include "heed-lessons.h"

#include "heed-store-private.h"

#define SQL_LOAD "SELECT word, category, count FROM lesson WHERE count <> 0 ORDER BY word, category"
#define SQL_ADD                                                    \
  "INSERT INTO lesson (word, category, count) VALUES (?1, ?2, ?3)" \
  " ON CONFLICT (word, category) DO UPDATE SET count = count + ?3"
#define SQL_FORGET "DELETE FROM lesson"

/**
 * heed_lesson_count_new:
 * @word: a word or two
 * @category: a code of "hcat"
 * @count: how often, or how much to add
 *
 * Returns: (transfer full): the count
 */
HeedLessonCount *
heed_lesson_count_new (const char *word,
                       const char *category,
                       int         count)
{
  HeedLessonCount *self = g_new0 (HeedLessonCount, 1);

  self->word = g_strdup (word);
  self->category = g_strdup (category);
  self->count = count;
  return self;
}

/**
 * heed_lesson_count_free:
 * @self: (transfer full): a count
 *
 * Frees it.
 */
void
heed_lesson_count_free (HeedLessonCount *self)
{
  g_free (self->word);
  g_free (self->category);
  g_free (self);
}

static gpointer
load_work (HeedEngine *engine,
           gpointer    input,
           GError    **error)
{
  g_autoptr (GPtrArray) lessons = NULL;
  g_autoptr (HeedStatement) statement = heed_database_query (engine->database, error, SQL_LOAD, "");
  HeedStep step = HEED_STEP_ERROR;

  lessons = g_ptr_array_new_with_free_func ((GDestroyNotify) heed_lesson_count_free);
  while (statement && (step = heed_statement_step (statement, error)) == HEED_STEP_ROW)
    {
      HeedLessonCount *lesson = heed_lesson_count_new (NULL, NULL,
                                                       (int) heed_statement_get_int (statement, 2));

      lesson->word = heed_statement_dup_text (statement, 0);
      lesson->category = heed_statement_dup_text (statement, 1);
      g_ptr_array_add (lessons, lesson);
    }
  return step == HEED_STEP_DONE ? g_steal_pointer (&lessons) : NULL;
}

static HeedJob
job_load (void)
{
  return (HeedJob) { load_work, NULL, NULL, (GDestroyNotify) g_ptr_array_unref };
}

static gboolean
add_all (HeedEngine *engine,
         GPtrArray  *lessons,
         GError    **error)
{
  for (guint i = 0; i < lessons->len; i++)
    {
      const HeedLessonCount *lesson = g_ptr_array_index (lessons, i);

      if (!heed_database_run (engine->database, error, SQL_ADD, "tti", lesson->word,
                              lesson->category, (gint64) lesson->count))
        return FALSE;
    }
  return TRUE;
}

static gpointer
add_work (HeedEngine *engine,
          gpointer    input,
          GError    **error)
{
  if (!heed_database_begin (engine->database, TRUE, error))
    return NULL;
  if (add_all (engine, input, error))
    return GINT_TO_POINTER (heed_database_commit (engine->database, error));
  heed_database_rollback (engine->database);
  return NULL;
}

static HeedJob
job_add (GPtrArray *lessons)
{
  return (HeedJob) { add_work, g_ptr_array_ref (lessons), (GDestroyNotify) g_ptr_array_unref,
                     NULL };
}

static gpointer
forget_work (HeedEngine *engine,
             gpointer    input,
             GError    **error)
{
  return GINT_TO_POINTER (heed_database_run (engine->database, error, SQL_FORGET, ""));
}

static HeedJob
job_forget (void)
{
  return (HeedJob) { forget_work, NULL, NULL, NULL };
}

/**
 * heed_store_load_lessons:
 * @self: a store
 * @error: return location
 *
 * Loads what was learnt.
 *
 * Returns: (transfer full) (element-type HeedLessonCount): the counts, by word
 */
GPtrArray *
heed_store_load_lessons (HeedStore *self,
                         GError   **error)
{
  return heed_store_read_now (self, job_load (), error);
}

/**
 * heed_store_load_lessons_async:
 * @self: a store
 * @cancellable: (nullable): for giving up
 * @callback: called when done
 * @user_data: for @callback
 *
 * Loads what was learnt.
 */
void
heed_store_load_lessons_async (HeedStore          *self,
                               GCancellable       *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer            user_data)
{
  heed_store_push_read (self, job_load (), g_task_new (self, cancellable, callback, user_data));
}

/**
 * heed_store_load_lessons_finish:
 * @self: a store
 * @result: from the callback
 * @error: return location
 *
 * Ends heed_store_load_lessons_async().
 *
 * Returns: (transfer full) (element-type HeedLessonCount): the counts, by word
 */
GPtrArray *
heed_store_load_lessons_finish (HeedStore    *self,
                                GAsyncResult *result,
                                GError      **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * heed_store_add_lessons:
 * @self: a store
 * @lessons: (element-type HeedLessonCount): how much to add to each count
 * @error: return location
 *
 * Adds to what was learnt, all or nothing.
 *
 * Returns: whether it is kept
 */
gboolean
heed_store_add_lessons (HeedStore *self,
                        GPtrArray *lessons,
                        GError   **error)
{
  return heed_store_write_now (self, job_add (lessons), error) != NULL;
}

/**
 * heed_store_add_lessons_async:
 * @self: a store
 * @lessons: (element-type HeedLessonCount): how much to add to each count; not to be changed after
 * @callback: (nullable): called when done
 * @user_data: for @callback
 *
 * Adds to what was learnt; see heed_store_add_lessons().
 */
void
heed_store_add_lessons_async (HeedStore          *self,
                              GPtrArray          *lessons,
                              GAsyncReadyCallback callback,
                              gpointer            user_data)
{
  GTask *task = g_task_new (self, NULL, callback, user_data);

  g_task_set_check_cancellable (task, FALSE);
  heed_store_push_write (self, job_add (lessons), task);
}

/**
 * heed_store_add_lessons_finish:
 * @self: a store
 * @result: from the callback
 * @error: return location
 *
 * Ends heed_store_add_lessons_async().
 *
 * Returns: whether it is kept
 */
gboolean
heed_store_add_lessons_finish (HeedStore    *self,
                               GAsyncResult *result,
                               GError      **error)
{
  return g_task_propagate_pointer (G_TASK (result), error) != NULL;
}

/**
 * heed_store_forget_lessons:
 * @self: a store
 * @error: return location
 *
 * Forgets everything that was learnt.
 *
 * Returns: whether it is forgotten
 */
gboolean
heed_store_forget_lessons (HeedStore *self,
                           GError   **error)
{
  return heed_store_write_now (self, job_forget (), error) != NULL;
}

/**
 * heed_store_forget_lessons_async:
 * @self: a store
 * @callback: (nullable): called when done
 * @user_data: for @callback
 *
 * Forgets everything that was learnt.
 */
void
heed_store_forget_lessons_async (HeedStore          *self,
                                 GAsyncReadyCallback callback,
                                 gpointer            user_data)
{
  GTask *task = g_task_new (self, NULL, callback, user_data);

  g_task_set_check_cancellable (task, FALSE);
  heed_store_push_write (self, job_forget (), task);
}

/**
 * heed_store_forget_lessons_finish:
 * @self: a store
 * @result: from the callback
 * @error: return location
 *
 * Ends heed_store_forget_lessons_async().
 *
 * Returns: whether it is forgotten
 */
gboolean
heed_store_forget_lessons_finish (HeedStore    *self,
                                  GAsyncResult *result,
                                  GError      **error)
{
  return g_task_propagate_pointer (G_TASK (result), error) != NULL;
}
