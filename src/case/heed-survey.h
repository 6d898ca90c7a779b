/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/**
 * HeedQuestion:
 * @id: what answers are stored under
 * @text: the sentence that people agree or disagree with, English, translatable by the top rooms
 * @brief: a few words for narrow places
 * @hint: (nullable): what helps to answer it
 */
typedef struct
{
  char *id;
  char *text;
  char *brief;
  char *hint;
} HeedQuestion;

typedef struct _HeedSurvey HeedSurvey;

/* The survey that feedback is taken to answer where it does not say. */
#define HEED_SURVEY_DEFAULT "after-closing"

HeedSurvey         *heed_survey_new_from_json (JsonNode          *root,
                                               const char        *file,
                                               GError           **error);
HeedSurvey         *heed_survey_ref           (HeedSurvey        *self);
void                heed_survey_unref         (HeedSurvey        *self);
const char         *heed_survey_get_id        (const HeedSurvey  *self);
const char         *heed_survey_get_name      (const HeedSurvey  *self);
const char         *heed_survey_get_version   (const HeedSurvey  *self);
const char         *heed_survey_get_scale     (const HeedSurvey  *self);
const char         *heed_survey_get_intro     (const HeedSurvey  *self);
guint               heed_survey_get_size      (const HeedSurvey  *self);
const HeedQuestion *heed_survey_get           (const HeedSurvey  *self,
                                               guint              position);
const HeedQuestion *heed_survey_find          (const HeedSurvey  *self,
                                               const char        *id);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HeedSurvey, heed_survey_unref)

G_END_DECLS
