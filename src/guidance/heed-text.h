/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "heed-language.h"

G_BEGIN_DECLS

/**
 * HeedWord:
 * @start: where it begins in the text, in bytes
 * @end: the byte behind it
 * @folded: (transfer none): lower case, composed, with plain apostrophes
 * @sentence: which sentence it is in, from 0
 * @number: whether it begins with a digit
 * @joined: whether only a hyphen parts it from the word before
 */
typedef struct
{
  gsize       start;
  gsize       end;
  const char *folded;
  guint       sentence;
  gboolean    number;
  gboolean    joined;
} HeedWord;

/**
 * HeedSentence:
 * @start: where it begins in the text, in bytes
 * @end: the byte behind it, its full stop included
 * @first_word: its first word, from 0
 * @n_words: how many words it has, the parts of a hyphenated one counted apart
 */
typedef struct
{
  gsize start;
  gsize end;
  guint first_word;
  guint n_words;
} HeedSentence;

/**
 * HeedText:
 *
 * A text taken apart into sentences and words, by byte offsets. Immutable.
 */
typedef struct _HeedText HeedText;

HeedText           *heed_text_new (const HeedLanguage *language,
                                   const char         *text,
                                   gssize              length);
void                heed_text_free (HeedText *self);
const char         *heed_text_get_string (const HeedText *self);
const HeedWord     *heed_text_get_words (const HeedText *self,
                                         guint          *n_words);
const HeedSentence *heed_text_get_sentences (const HeedText *self,
                                             guint          *n_sentences);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HeedText, heed_text_free)

G_END_DECLS
