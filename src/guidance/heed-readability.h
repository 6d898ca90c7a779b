/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "heed-text.h"

G_BEGIN_DECLS

/* Fewer sentences make the SMOG grade rough, fewer words all of them. */
#define HEED_READABILITY_SMOG_SENTENCES 30
#define HEED_READABILITY_STABLE_WORDS   100

/* What a letter to a patient should keep to: advice, never a bar. */
#define HEED_READABILITY_GRADE_AIM     7
#define HEED_READABILITY_GRADE_WARN    8
#define HEED_READABILITY_EASE_AIM      65
#define HEED_READABILITY_LONG_SENTENCE 25
#define HEED_READABILITY_MEAN_SENTENCE 15

/**
 * HeedReadability:
 * @n_words: words; one with hyphens counts once
 * @n_sentences: sentences
 * @n_syllables: syllables of all words
 * @n_polysyllables: words of three syllables or more
 * @n_long_sentences: sentences of more than %HEED_READABILITY_LONG_SENTENCE words
 * @words_per_sentence: the mean
 * @flesch: Flesch reading ease, the higher the easier; 0 without words
 * @flesch_kincaid: Flesch-Kincaid grade, US school years
 * @smog: SMOG grade, US school years
 * @smog_is_rough: fewer than 30 sentences, for which SMOG was not made
 * @is_rough: fewer than 100 words, so that no score is stable
 *
 * How hard a text is to read.
 */
typedef struct
{
  guint    n_words;
  guint    n_sentences;
  guint    n_syllables;
  guint    n_polysyllables;
  guint    n_long_sentences;
  double   words_per_sentence;
  double   flesch;
  double   flesch_kincaid;
  double   smog;
  gboolean smog_is_rough;
  gboolean is_rough;
} HeedReadability;

/**
 * HeedLongSentence:
 * @start: where it begins in the text, in bytes
 * @end: the byte behind it
 * @n_words: how many words it has
 */
typedef struct
{
  gsize start;
  gsize end;
  guint n_words;
} HeedLongSentence;

void    heed_readability_measure (HeedReadability    *self,
                                  const HeedLanguage *language,
                                  const HeedText     *text);
GArray *heed_readability_find_long_sentences (const HeedText *text,
                                              guint           most);

G_END_DECLS
