/* SPDX-License-Identifier: GPL-3.0-or-later */

/* listen: what the listener hears in a text, and why; and what it learnt here. The database is
 * needed only for what was learnt. */

#include "config.h"

#include <gio/gio.h>
#include <math.h>
#include <stdio.h>

#include "heed-ctl.h"
#include "heed-lessons.h"
#include "heed-listener.h"
#include "heed-words.h"

static const char *
get_level (const HeedDangerKind *kind)
{
  return kind->level == HEED_DANGER_RED ? "red" : "amber";
}

static JsonObject *
danger_json (const char           *text,
             const HeedDangerSpan *span)
{
  JsonObject      *object = json_object_new ();
  g_autofree char *words = g_strndup (text + span->start, span->end - span->start);

  json_object_set_string_member (object, "kind", span->kind->id);
  json_object_set_string_member (object, "level", get_level (span->kind));
  json_object_set_string_member (object, "rule", span->rule);
  json_object_set_string_member (object, "text", words);
  json_object_set_int_member (object, "start", (gint64) span->start);
  json_object_set_int_member (object, "end", (gint64) span->end);
  json_object_set_string_member (object, "question",
                                 g_dgettext (GETTEXT_PACKAGE, span->kind->question));
  return object;
}

static void
print_json (const char      *text,
            const HeedHeard *heard)
{
  g_autoptr (JsonObject) object = json_object_new ();
  JsonArray *dangers = json_array_new ();
  JsonArray *topics = json_array_new ();
  guint      n_suggested = heed_heard_count_suggestions (heard);

  for (guint i = 0; i < heard->dangers->len; i++)
    json_array_add_object_element (dangers, danger_json (text, &g_array_index (heard->dangers,
                                                                               HeedDangerSpan, i)));
  for (guint i = 0; i < heard->topics->len; i++)
    {
      const HeedTopic *topic = &g_array_index (heard->topics, HeedTopic, i);
      JsonObject      *entry = json_object_new ();
      JsonArray       *reasons = json_array_new ();

      for (guint j = 0; j < topic->n_reasons; j++)
        json_array_add_string_element (reasons, topic->reasons[j]);
      json_object_set_string_member (entry, "category", topic->code);
      json_object_set_double_member (entry, "share", round (topic->share * 1000) / 1000);
      json_object_set_boolean_member (entry, "suggested", i < n_suggested);
      json_object_set_array_member (entry, "because", reasons);
      json_array_add_object_element (topics, entry);
    }
  json_object_set_array_member (object, "dangers", dangers);
  json_object_set_array_member (object, "categories", topics);
  heed_ctl_print_object (object);
}

static void
print_dangers (const char      *text,
               const HeedHeard *heard)
{
  const HeedDangerKind *worst = heed_heard_get_worst (heard);

  for (guint i = 0; i < heard->dangers->len; i++)
    {
      const HeedDangerSpan *span = &g_array_index (heard->dangers, HeedDangerSpan, i);
      g_autofree char      *words = g_strndup (text + span->start, span->end - span->start);
      g_autofree char      *clean = heed_ctl_clean (words, FALSE);

      printf ("%s: “%s”\n", g_dgettext (GETTEXT_PACKAGE, span->kind->label), clean);
    }
  if (worst != NULL)
    printf ("%s “%s”\n", _ ("Ask:"), g_dgettext (GETTEXT_PACKAGE, worst->question));
}

static void
print_text (HeedCtl         *self,
            const char      *text,
            const HeedHeard *heard)
{
  guint n = heed_heard_count_suggestions (heard);

  print_dangers (text, heard);
  for (guint i = 0; i < n; i++)
    {
      const HeedTopic *topic = &g_array_index (heard->topics, HeedTopic, i);
      const char      *label = heed_rules_get_label (self->rules, "hcat", topic->code);
      g_autofree char *reasons = NULL;
      const char      *words[HEED_TOPIC_REASONS + 1] = { NULL };

      for (guint j = 0; j < topic->n_reasons; j++)
        words[j] = topic->reasons[j];
      reasons = g_strjoinv (", ", (char **) words);
      /* Translators: a category, how likely in per cent, and the words that speak for it */
      printf (_ ("Looks like: %s (%.0f %%), because of: %s\n"),
              g_dgettext (GETTEXT_PACKAGE, label), 100 * topic->share, reasons);
    }
  if (n == 0 && heard->dangers->len == 0)
    puts (_ ("Nothing stands out."));
}

/* What the organisation taught, where there is a database. */
static HeedLessons *
load_lessons (HeedCtl *self)
{
  HeedLessons *lessons = heed_lessons_new ();
  g_autoptr (GPtrArray) counts = NULL;

  if (self->store == NULL)
    return lessons;
  counts = heed_store_load_lessons (self->store, NULL);
  for (guint i = 0; counts != NULL && i < counts->len; i++)
    {
      const HeedLessonCount *count = g_ptr_array_index (counts, i);

      heed_lessons_add (lessons, count->word, count->category, count->count);
    }
  return lessons;
}

static int
forget (HeedCtl *self)
{
  g_autoptr (GError) error = NULL;

  if (self->n_args > 0)
    return heed_ctl_usage (_ ("--forget takes no file."));
  if (!heed_ctl_open (self, HEED_STORE_DEFAULT))
    return HEED_CTL_REFUSED;
  if (!heed_store_forget_lessons (self->store, &error))
    return heed_ctl_refuse (self->database, error);
  if (!self->json)
    puts (_ ("What was learnt is forgotten."));
  return HEED_CTL_OK;
}

/* Counts a choice; prints how many counts changed. */
static int
learn (HeedCtl         *self,
       HeedListener    *listener,
       const char      *text,
       const HeedHeard *heard)
{
  const char *first = heard->topics->len > 0 ? g_array_index (heard->topics, HeedTopic, 0).code
                                             : NULL;
  g_autoptr (GArray) learnt = heed_listener_learn (listener, text, first, self->chosen);
  g_autoptr (GPtrArray) counts = NULL;
  g_autoptr (GError) error = NULL;

  counts = g_ptr_array_new_with_free_func ((GDestroyNotify) heed_lesson_count_free);
  for (guint i = 0; i < learnt->len; i++)
    {
      const HeedLesson *lesson = &g_array_index (learnt, HeedLesson, i);

      g_ptr_array_add (counts, heed_lesson_count_new (lesson->word, lesson->code,
                                                      lesson->change));
    }
  if (!heed_store_add_lessons (self->store, counts, &error))
    return heed_ctl_refuse (self->database, error);
  if (!self->json)
    printf (ngettext ("%u count changed.\n", "%u counts changed.\n", counts->len), counts->len);
  return HEED_CTL_OK;
}

int
heed_ctl_listen (HeedCtl *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) left_out = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (HeedListener) listener = NULL;
  g_autoptr (HeedLessons) lessons = NULL;
  g_autoptr (HeedHeard) heard = NULL;
  g_autofree char *text = NULL;
  gsize            length;

  if (self->forget)
    return forget (self);
  if (self->n_args == 0)
    return heed_ctl_usage (_ ("It needs a file, or - for the standard input."));
  if (self->chosen != NULL
      && heed_codes_find (heed_rules_get_codes (self->rules, "hcat"), self->chosen) == NULL)
    {
      g_printerr ("heedctl: --chosen: %s\n", _ ("there is no such category"));
      return HEED_CTL_REFUSED;
    }
  text = heed_ctl_read_input (self->args[0], &length, &error);
  if (text == NULL)
    return heed_ctl_refuse (self->args[0], error);
  if (!g_utf8_validate_len (text, length, NULL))
    {
      g_printerr ("heedctl: %s: %s\n", self->args[0], _ ("it is not text in UTF-8"));
      return HEED_CTL_REFUSED;
    }
  if ((self->chosen != NULL || g_file_test (self->database, G_FILE_TEST_EXISTS))
      && !heed_ctl_open (self, self->chosen ? HEED_STORE_DEFAULT : HEED_STORE_READ_ONLY))
    return HEED_CTL_REFUSED;
  listener = heed_listener_new (self->rules_folder, left_out, &error);
  heed_ctl_tell_left_out (left_out);
  if (listener == NULL)
    return heed_ctl_refuse (NULL, error);

  lessons = load_lessons (self);
  heard = heed_listener_listen (listener, text, (gssize) length, lessons);
  if (self->chosen != NULL)
    return learn (self, listener, text, heard);
  if (self->json)
    print_json (text, heard);
  else
    print_text (self, text, heard);
  return HEED_CTL_OK;
}
