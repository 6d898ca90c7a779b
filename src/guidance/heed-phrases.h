/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "heed-text.h"

G_BEGIN_DECLS

/**
 * HeedPhraseKind:
 * @id: "non-apology", "jargon" …
 * @label: what to call it, English, translatable by the top rooms
 * @why: why such words are looked at, one sentence, English
 * @rank: 1 for what hurts most; the highest number for mere long words
 */
typedef struct
{
  char *id;
  char *label;
  char *why;
  int   rank;
} HeedPhraseKind;

/**
 * HeedPhrase:
 * @id: what it is called in its file
 * @kind: (transfer none): what kind of words it is
 * @why: why to look at it, one sentence, English; that of the kind where it has none of its own
 * @better: (array zero-terminated=1): wordings that may take its place; may be empty
 */
typedef struct
{
  char                 *id;
  const HeedPhraseKind *kind;
  char                 *why;
  char                **better;
} HeedPhrase;

/**
 * HeedPhraseHit:
 * @phrase: (transfer none): what was found, belongs to the phrases
 * @start: where it begins in the text, in bytes
 * @end: the byte behind it
 */
typedef struct
{
  const HeedPhrase *phrase;
  gsize             start;
  gsize             end;
} HeedPhraseHit;

/**
 * HeedPhrases:
 *
 * Words to look at in what is written to people. Immutable and counted, for any thread.
 */
typedef struct _HeedPhrases HeedPhrases;

HeedPhrases *heed_phrases_new (const char *folder,
                               GPtrArray  *left_out,
                               GError    **error);
HeedPhrases *heed_phrases_new_from_json (JsonNode   *root,
                                         const char *file,
                                         GError    **error);
HeedPhrases *heed_phrases_ref (HeedPhrases *self);
void         heed_phrases_unref (HeedPhrases *self);
GArray      *heed_phrases_find (const HeedPhrases *self,
                                const HeedText    *text);
char        *heed_phrases_fit (const char *better,
                               const char *replaced);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HeedPhrases, heed_phrases_unref)

G_END_DECLS
