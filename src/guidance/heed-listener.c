/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The listener: what people say, looked through for danger and for what it is about. Owns which
 * files it listens by. It suggests; what is done about it is up to people. */

#include "config.h"

#include "heed-listener.h"

#include "heed-json.h"
#include "heed-rules-files.h"

#define FOLDER "guidance/listener"

struct _HeedListener
{
  HeedLanguage *language;
  HeedDangers  *dangers;
  HeedTopics   *topics;
};

static void
listener_clear (gpointer data)
{
  HeedListener *self = data;

  g_clear_pointer (&self->language, heed_language_unref);
  g_clear_pointer (&self->dangers, heed_dangers_free);
  g_clear_pointer (&self->topics, heed_topics_free);
}

/**
 * heed_listener_ref:
 * @self: the listener
 *
 * Returns: (transfer full): @self, held once more
 */
HeedListener *
heed_listener_ref (HeedListener *self)
{
  return g_atomic_rc_box_acquire (self);
}

/**
 * heed_listener_unref:
 * @self: (transfer full): the listener
 *
 * Lets go of it.
 */
void
heed_listener_unref (HeedListener *self)
{
  g_atomic_rc_box_release_full (self, listener_clear);
}

/* Takes in a file of either format; a later one takes the place of the one before. */
static gboolean
take_file (const char *kind,
           JsonNode   *root,
           const char *file,
           gpointer    user_data,
           GError    **error)
{
  HeedListener *self = user_data;
  JsonObject   *object = JSON_NODE_HOLDS_OBJECT (root) ? json_node_get_object (root) : NULL;
  JsonNode     *format = object ? json_object_get_member (object, "format") : NULL;
  const char   *name = format && JSON_NODE_HOLDS_VALUE (format) ? json_node_get_string (format)
                                                                : NULL;
  HeedDangers  *dangers;
  HeedTopics   *topics;

  if (g_strcmp0 (name, "heed-topics/1") == 0)
    {
      topics = heed_topics_new_from_json (root, file, error);
      if (topics == NULL)
        return FALSE;
      g_clear_pointer (&self->topics, heed_topics_free);
      self->topics = topics;
      return TRUE;
    }
  dangers = heed_dangers_new_from_json (root, file, error);
  if (dangers == NULL)
    return FALSE;
  g_clear_pointer (&self->dangers, heed_dangers_free);
  self->dangers = dangers;
  return TRUE;
}

/**
 * heed_listener_new:
 * @folder: (nullable): an organisation's own folder; a file of a format in its "guidance/listener"
 *   takes the place of Heed's of that format
 * @left_out: (nullable) (element-type utf8): gets a message for each file that was not taken
 * @error: where to put an error
 *
 * Loads what the listener goes by.
 *
 * Returns: (transfer full): the listener; %NULL where the program was built wrongly
 */
HeedListener *
heed_listener_new (const char *folder,
                   GPtrArray  *left_out,
                   GError    **error)
{
  g_autoptr (HeedListener) self = g_atomic_rc_box_new0 (HeedListener);
  g_autoptr (GPtrArray) messages = g_ptr_array_new_with_free_func (g_free);

  self->language = heed_language_new_builtin (error);
  if (self->language == NULL || !heed_rules_files_read_builtin (FOLDER, take_file, self, error))
    return NULL;
  if (folder != NULL)
    heed_rules_files_read_own (folder, FOLDER, take_file, self, left_out ? left_out : messages);
  return g_steal_pointer (&self);
}

/**
 * heed_listener_listen:
 * @self: the listener
 * @words: what people said, UTF-8
 * @length: bytes in @words, or -1 where they end with a NUL
 * @lessons: (nullable): what the organisation taught
 *
 * Listens to a text.
 *
 * Returns: (transfer full): what was heard; its strings last as long as @self
 */
HeedHeard *
heed_listener_listen (const HeedListener *self,
                      const char         *words,
                      gssize              length,
                      const HeedLessons  *lessons)
{
  g_autoptr (HeedText) text = heed_text_new (self->language, words, length);
  HeedHeard *heard = g_new0 (HeedHeard, 1);

  heard->dangers = heed_dangers_find (self->dangers, text);
  heard->topics = heed_topics_find (self->topics, text, lessons);
  return heard;
}

/**
 * heed_listener_learn:
 * @self: the listener
 * @words: what people said, UTF-8
 * @suggested: (nullable): the category that was suggested first
 * @chosen: the category that was chosen
 *
 * Makes lessons of a choice, see heed_topics_learn().
 *
 * Returns: (transfer full) (element-type HeedLesson): what to count
 */
GArray *
heed_listener_learn (const HeedListener *self,
                     const char         *words,
                     const char         *suggested,
                     const char         *chosen)
{
  g_autoptr (HeedText) text = heed_text_new (self->language, words, -1);

  return heed_topics_learn (self->topics, text, suggested, chosen);
}

/**
 * heed_heard_count_suggestions:
 * @self: what was heard
 *
 * Returns: how many of its topics, from the first, are likely enough to be suggested
 */
guint
heed_heard_count_suggestions (const HeedHeard *self)
{
  guint n = 0;

  while (n < self->topics->len && n < HEED_LISTENER_MOST
         && g_array_index (self->topics, HeedTopic, n).share >= HEED_LISTENER_SHARE)
    n++;
  return n;
}

/**
 * heed_heard_get_worst:
 * @self: what was heard
 *
 * Returns: (transfer none) (nullable): the gravest kind of danger, of several equal ones the
 *   heaviest; %NULL where there is none
 */
const HeedDangerKind *
heed_heard_get_worst (const HeedHeard *self)
{
  const HeedDangerKind *worst = NULL;
  int                   most = 0;

  for (guint i = 0; i < self->dangers->len; i++)
    {
      const HeedDangerKind *kind = g_array_index (self->dangers, HeedDangerSpan, i).kind;
      int                   sum = kind->level == HEED_DANGER_RED ? 10000 : 0;

      for (guint j = 0; j < self->dangers->len; j++)
        if (g_array_index (self->dangers, HeedDangerSpan, j).kind == kind)
          sum += g_array_index (self->dangers, HeedDangerSpan, j).weight;
      if (sum > most)
        {
          most = sum;
          worst = kind;
        }
    }
  return worst;
}

/**
 * heed_heard_free:
 * @self: (transfer full): what was heard
 *
 * Lets go of it.
 */
void
heed_heard_free (HeedHeard *self)
{
  g_array_unref (self->dangers);
  g_array_unref (self->topics);
  g_free (self);
}
