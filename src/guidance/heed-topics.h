/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "heed-text.h"

G_BEGIN_DECLS

/* How many words a suggestion tells at most as its reasons. */
#define HEED_TOPIC_REASONS 4

/**
 * HeedTopic:
 * @code: (transfer none): a code of "hcat", belongs to the topics
 * @share: how likely it is beside all others, 0 to 1
 * @reasons: (transfer none): the words that spoke for it most, the strongest first
 * @n_reasons: how many there are
 *
 * What a text may be about.
 */
typedef struct
{
  const char *code;
  double      share;
  const char *reasons[HEED_TOPIC_REASONS];
  guint       n_reasons;
} HeedTopic;

/**
 * HeedLesson:
 * @word: (transfer none): a word or two of the topics' own vocabulary
 * @code: (transfer none): a code of "hcat"
 * @change: 1 where the organisation chose that code for a text with the word, -1 where it chose
 *   another than was suggested
 */
typedef struct
{
  const char *word;
  const char *code;
  int         change;
} HeedLesson;

/**
 * HeedLessons:
 *
 * What an organisation's choices taught: for words of the topics' vocabulary, how often a code was
 * chosen. Belongs to whoever fills it; once filled every thread may read it.
 */
typedef struct _HeedLessons HeedLessons;

/**
 * HeedTopics:
 *
 * Which words speak for which category. Immutable; belongs to the listener.
 */
typedef struct _HeedTopics HeedTopics;

HeedTopics *heed_topics_new_from_json (JsonNode   *root,
                                       const char *file,
                                       GError    **error);
void        heed_topics_free (HeedTopics *self);
guint       heed_topics_get_n_codes (const HeedTopics *self);
const char *heed_topics_get_code (const HeedTopics *self,
                                  guint             index);
GArray     *heed_topics_find (const HeedTopics  *self,
                              const HeedText    *text,
                              const HeedLessons *lessons);
GArray     *heed_topics_learn (const HeedTopics *self,
                               const HeedText   *text,
                               const char       *suggested,
                               const char       *chosen);

HeedLessons *heed_lessons_new (void);
HeedLessons *heed_lessons_ref (HeedLessons *self);
void         heed_lessons_unref (HeedLessons *self);
void         heed_lessons_add (HeedLessons *self,
                               const char  *word,
                               const char  *code,
                               int          count);
guint        heed_lessons_get_size (const HeedLessons *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HeedTopics, heed_topics_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HeedLessons, heed_lessons_unref)

G_END_DECLS
