/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "heed-text.h"

G_BEGIN_DECLS

/**
 * HeedPatternHit:
 * @tag: what the pattern was added with
 * @first: the first word it covers
 * @n_words: how many words it covers
 */
typedef struct
{
  guint tag;
  guint first;
  guint n_words;
} HeedPatternHit;

/**
 * HeedPatterns:
 *
 * Many patterns of words that are looked for in one go. Belongs to whoever fills it; once filled
 * every thread may search with it.
 */
typedef struct _HeedPatterns HeedPatterns;

HeedPatterns *heed_patterns_new (void);
void          heed_patterns_free (HeedPatterns *self);
gboolean      heed_patterns_add (HeedPatterns *self,
                                 const char   *pattern,
                                 guint         tag,
                                 const char  **reason);
GArray       *heed_patterns_find (const HeedPatterns *self,
                                  const HeedText     *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HeedPatterns, heed_patterns_free)

G_END_DECLS
