/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How hard a text is to read, by three published formulas. Pure calculation; whether a score is
 * good enough is for people to decide. */

#include "config.h"

#include "heed-readability.h"

#include <math.h>

/* Flesch 1948, "A new readability yardstick", Journal of Applied Psychology 32. */
#define FLESCH_BASE     206.835
#define FLESCH_SENTENCE 1.015
#define FLESCH_SYLLABLE 84.6

/* Kincaid, Fishburne, Rogers, Chissom 1975, US Navy Research Branch Report 8-75. */
#define KINCAID_SENTENCE 0.39
#define KINCAID_SYLLABLE 11.8
#define KINCAID_BASE     15.59

/* McLaughlin 1969, "SMOG grading: a new readability formula", Journal of Reading 12. */
#define SMOG_FACTOR    1.0430
#define SMOG_SENTENCES 30.0
#define SMOG_BASE      3.1291
#define SMOG_SYLLABLES 3

/* Counts the words of a hyphenated one together, as the formulas do. */
static guint
count_words (const HeedWord *words,
             guint           first,
             guint           n)
{
  guint count = 0;

  for (guint i = first; i < first + n; i++)
    count += i == first || !words[i].joined;
  return count;
}

/* Counts syllables and long words; the parts of a hyphenated word make one. */
static void
count_syllables (HeedReadability    *self,
                 const HeedLanguage *language,
                 const HeedWord     *words,
                 guint               n_words)
{
  guint together = 0;

  for (guint i = 0; i < n_words; i++)
    {
      guint syllables = heed_language_count_syllables (language, words[i].folded);

      together = words[i].joined ? together + syllables : syllables;
      self->n_syllables += syllables;
      if ((i + 1 == n_words || !words[i + 1].joined) && together >= SMOG_SYLLABLES)
        self->n_polysyllables++;
    }
}

/**
 * heed_readability_measure:
 * @self: (out caller-allocates): how hard the text is
 * @language: the language of the text
 * @text: a text taken apart
 *
 * Measures a text:
 *
 *   Flesch reading ease  = 206.835 - 1.015 words/sentences - 84.6 syllables/words
 *   Flesch-Kincaid grade = 0.39 words/sentences + 11.8 syllables/words - 15.59
 *   SMOG grade           = 1.0430 sqrt (30 long words / sentences) + 3.1291
 *
 * The formulas were made for English. A text without words has 0 everywhere.
 */
void
heed_readability_measure (HeedReadability    *self,
                          const HeedLanguage *language,
                          const HeedText     *text)
{
  guint               n_words, n_sentences;
  const HeedWord     *words = heed_text_get_words (text, &n_words);
  const HeedSentence *sentences = heed_text_get_sentences (text, &n_sentences);
  double              syllables_per_word;

  *self = (HeedReadability) { .n_sentences = n_sentences };
  self->smog_is_rough = n_sentences < HEED_READABILITY_SMOG_SENTENCES;
  for (guint i = 0; i < n_sentences; i++)
    {
      guint count = count_words (words, sentences[i].first_word, sentences[i].n_words);

      self->n_words += count;
      self->n_long_sentences += count > HEED_READABILITY_LONG_SENTENCE;
    }
  self->is_rough = self->n_words < HEED_READABILITY_STABLE_WORDS;
  if (self->n_words == 0)
    return;

  count_syllables (self, language, words, n_words);
  self->words_per_sentence = (double) self->n_words / n_sentences;
  syllables_per_word = (double) self->n_syllables / self->n_words;
  self->flesch = FLESCH_BASE - FLESCH_SENTENCE * self->words_per_sentence
                 - FLESCH_SYLLABLE * syllables_per_word;
  self->flesch_kincaid = KINCAID_SENTENCE * self->words_per_sentence
                         + KINCAID_SYLLABLE * syllables_per_word - KINCAID_BASE;
  self->smog = SMOG_BASE
               + SMOG_FACTOR * sqrt (self->n_polysyllables * SMOG_SENTENCES / n_sentences);
}

/**
 * heed_readability_find_long_sentences:
 * @text: a text taken apart
 * @most: how many words a sentence may have, %HEED_READABILITY_LONG_SENTENCE as a rule
 *
 * Returns: (transfer full) (element-type HeedLongSentence): the sentences that have more, in order
 */
GArray *
heed_readability_find_long_sentences (const HeedText *text,
                                      guint           most)
{
  GArray             *found = g_array_new (FALSE, FALSE, sizeof (HeedLongSentence));
  guint               n_words, n_sentences;
  const HeedWord     *words = heed_text_get_words (text, &n_words);
  const HeedSentence *sentences = heed_text_get_sentences (text, &n_sentences);

  for (guint i = 0; i < n_sentences; i++)
    {
      HeedLongSentence sentence = {
        sentences[i].start, sentences[i].end,
        count_words (words, sentences[i].first_word, sentences[i].n_words)
      };

      if (sentence.n_words > most)
        g_array_append_val (found, sentence);
    }
  return found;
}
