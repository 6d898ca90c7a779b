/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "heed-danger.h"
#include "heed-topics.h"

G_BEGIN_DECLS

/* What is suggested: a category with at least this share, three at most. */
#define HEED_LISTENER_SHARE 0.12
#define HEED_LISTENER_MOST  3

/**
 * HeedHeard:
 * @dangers: (element-type HeedDangerSpan): words that may mean danger, by their place
 * @topics: (element-type HeedTopic): what the words are about, the likeliest first
 *
 * What the listener heard in a text. Its strings belong to the listener.
 */
typedef struct
{
  GArray *dangers;
  GArray *topics;
} HeedHeard;

/**
 * HeedListener:
 *
 * Listens while words are typed. Immutable and counted: any thread may ask it, at the same time.
 */
typedef struct _HeedListener HeedListener;

HeedListener         *heed_listener_new (const char *folder,
                                         GPtrArray  *left_out,
                                         GError    **error);
HeedListener         *heed_listener_ref (HeedListener *self);
void                  heed_listener_unref (HeedListener *self);
HeedHeard            *heed_listener_listen (const HeedListener *self,
                                            const char         *words,
                                            gssize              length,
                                            const HeedLessons  *lessons);
GArray               *heed_listener_learn (const HeedListener *self,
                                           const char         *words,
                                           const char         *suggested,
                                           const char         *chosen);
guint                 heed_heard_count_suggestions (const HeedHeard *self);
const HeedDangerKind *heed_heard_get_worst (const HeedHeard *self);
void                  heed_heard_free (HeedHeard *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HeedListener, heed_listener_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HeedHeard, heed_heard_free)

G_END_DECLS
