/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What people are asked after their case is closed: owns the reading of one survey and its
 * questions. Judges no answers and knows no case. */

#include "config.h"

#include "heed-survey.h"

#include "heed-json.h"

struct _HeedSurvey
{
  char      *id;
  char      *name;
  char      *version;
  char      *scale;     /* a code set */
  char      *intro;
  GPtrArray *questions; /* of HeedQuestion */
};

static const char *const survey_members[] = { "scale", "intro", "questions", NULL };
static const char *const question_members[] = { "id", "text", "brief", "hint", NULL };

static void
question_free (gpointer data)
{
  HeedQuestion *question = data;

  g_free (question->id);
  g_free (question->text);
  g_free (question->brief);
  g_free (question->hint);
  g_free (question);
}

static void
survey_clear (gpointer data)
{
  HeedSurvey *self = data;

  g_free (self->id);
  g_free (self->name);
  g_free (self->version);
  g_free (self->scale);
  g_free (self->intro);
  g_clear_pointer (&self->questions, g_ptr_array_unref);
}

/**
 * heed_survey_ref:
 * @self: a survey
 *
 * Returns: (transfer full): @self, held once more
 */
HeedSurvey *
heed_survey_ref (HeedSurvey *self)
{
  return g_atomic_rc_box_acquire (self);
}

/**
 * heed_survey_unref:
 * @self: (transfer full): a survey
 *
 * Lets go of a survey.
 */
void
heed_survey_unref (HeedSurvey *self)
{
  g_atomic_rc_box_release_full (self, survey_clear);
}

static gboolean
read_question (HeedSurvey          *self,
               const HeedJsonPlace *place,
               GError             **error)
{
  const char   *id, *text, *brief, *hint = NULL;
  HeedQuestion *question;

  if (!heed_json_check_members (place, question_members, NULL, error)
      || !heed_json_read_id (place, "id", &id, error)
      || !heed_json_read_string (place, "text", &text, error)
      || !heed_json_read_string (place, "brief", &brief, error))
    return FALSE;
  if (heed_json_has (place, "hint") && !heed_json_read_string (place, "hint", &hint, error))
    return FALSE;
  if (heed_survey_find (self, id) != NULL)
    {
      heed_json_set_error (place, "id", error, "\"%s\" is in the list already", id);
      return FALSE;
    }

  question = g_new0 (HeedQuestion, 1);
  question->id = g_strdup (id);
  question->text = g_strdup (text);
  question->brief = g_strdup (brief);
  question->hint = g_strdup (hint);
  g_ptr_array_add (self->questions, question);
  return TRUE;
}

/**
 * heed_survey_new_from_json:
 * @root: a document in the format "heed-survey/1", see data/schema/survey.json
 * @file: the name of its file, for messages
 * @error: where to put an error
 *
 * Makes a survey.
 *
 * Returns: (transfer full): the survey, or %NULL with %HEED_RULES_ERROR_INVALID
 */
HeedSurvey *
heed_survey_new_from_json (JsonNode   *root,
                           const char *file,
                           GError    **error)
{
  g_autoptr (HeedSurvey) self = NULL;
  const char   *scale, *intro;
  HeedJsonPlace place;
  HeedJsonHead  head;
  JsonArray    *array;

  if (!heed_json_open (root, file, "heed-survey/1", &place, error)
      || !heed_json_read_head (&place, survey_members, &head, error)
      || !heed_json_read_id (&place, "scale", &scale, error)
      || !heed_json_read_string (&place, "intro", &intro, error)
      || (array = heed_json_read_array (&place, "questions", 1, error)) == NULL)
    return NULL;

  self = g_atomic_rc_box_new0 (HeedSurvey);
  self->id = g_strdup (head.id);
  self->name = g_strdup (head.name);
  self->version = g_strdup (head.version);
  self->scale = g_strdup (scale);
  self->intro = g_strdup (intro);
  self->questions = g_ptr_array_new_with_free_func (question_free);

  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      HeedJsonPlace element;

      if (!heed_json_read_element (&place, "questions", i, &element, error)
          || !read_question (self, &element, error))
        return NULL;
    }
  return g_steal_pointer (&self);
}

/**
 * heed_survey_get_id:
 * @self: a survey
 *
 * Returns: (transfer none): its id
 */
const char *
heed_survey_get_id (const HeedSurvey *self)
{
  return self->id;
}

/**
 * heed_survey_get_name:
 * @self: a survey
 *
 * Returns: (transfer none): its English name, translatable by the top rooms
 */
const char *
heed_survey_get_name (const HeedSurvey *self)
{
  return self->name;
}

/**
 * heed_survey_get_version:
 * @self: a survey
 *
 * Returns: (transfer none): which edition it is
 */
const char *
heed_survey_get_version (const HeedSurvey *self)
{
  return self->version;
}

/**
 * heed_survey_get_scale:
 * @self: a survey
 *
 * Returns: (transfer none): the id of the code set with the answers to each question; its ids are
 *   whole numbers, the larger the better, and 0 for what does not apply
 */
const char *
heed_survey_get_scale (const HeedSurvey *self)
{
  return self->scale;
}

/**
 * heed_survey_get_intro:
 * @self: a survey
 *
 * Returns: (transfer none): what people are told before the first question, English
 */
const char *
heed_survey_get_intro (const HeedSurvey *self)
{
  return self->intro;
}

/**
 * heed_survey_get_size:
 * @self: a survey
 *
 * Returns: how many questions it has
 */
guint
heed_survey_get_size (const HeedSurvey *self)
{
  return self->questions->len;
}

/**
 * heed_survey_get:
 * @self: a survey
 * @position: from 0, in the order of the file
 *
 * Returns: (transfer none) (nullable): the question, or %NULL behind the last
 */
const HeedQuestion *
heed_survey_get (const HeedSurvey *self,
                 guint             position)
{
  return position < self->questions->len ? g_ptr_array_index (self->questions, position) : NULL;
}

/**
 * heed_survey_find:
 * @self: a survey
 * @id: (nullable): the id of a question
 *
 * Returns: (transfer none) (nullable): the question of that id
 */
const HeedQuestion *
heed_survey_find (const HeedSurvey *self,
                  const char       *id)
{
  for (guint i = 0; i < self->questions->len; i++)
    {
      const HeedQuestion *question = g_ptr_array_index (self->questions, i);

      if (g_strcmp0 (question->id, id) == 0)
        return question;
    }
  return NULL;
}
