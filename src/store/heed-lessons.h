/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "heed-store.h"

G_BEGIN_DECLS

/**
 * HeedLessonCount:
 * @word: a word or two of the listener's vocabulary, never more of what somebody said
 * @category: a code of "hcat"
 * @count: how often the organisation chose it for such words, less how often it was suggested in
 *   vain; when adding, how much to add
 *
 * What was learnt of one word.
 */
typedef struct
{
  char *word;
  char *category;
  int   count;
} HeedLessonCount;

HeedLessonCount *heed_lesson_count_new (const char *word,
                                        const char *category,
                                        int         count);
void             heed_lesson_count_free (HeedLessonCount *self);

/* What the organisation's choices taught the listener: counts of words, no texts. */
GPtrArray *heed_store_load_lessons (HeedStore *self,
                                    GError   **error);
void       heed_store_load_lessons_async (HeedStore          *self,
                                          GCancellable       *cancellable,
                                          GAsyncReadyCallback callback,
                                          gpointer            user_data);
GPtrArray *heed_store_load_lessons_finish (HeedStore    *self,
                                           GAsyncResult *result,
                                           GError      **error);
gboolean   heed_store_add_lessons (HeedStore *self,
                                   GPtrArray *lessons,
                                   GError   **error);
void       heed_store_add_lessons_async (HeedStore          *self,
                                         GPtrArray          *lessons,
                                         GAsyncReadyCallback callback,
                                         gpointer            user_data);
gboolean   heed_store_add_lessons_finish (HeedStore    *self,
                                          GAsyncResult *result,
                                          GError      **error);
gboolean   heed_store_forget_lessons (HeedStore *self,
                                      GError   **error);
void       heed_store_forget_lessons_async (HeedStore          *self,
                                            GAsyncReadyCallback callback,
                                            gpointer            user_data);
gboolean   heed_store_forget_lessons_finish (HeedStore    *self,
                                             GAsyncResult *result,
                                             GError      **error);

G_END_DECLS
