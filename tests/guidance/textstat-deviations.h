/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* The texts by their first letters. */
#define QUOTED "\nI said: 'This is a test"
#define GAMES  "Playing ... games has al"

#define SHORT_SENTENCE                                                                            \
  "the last sentence has one word, \"Didn't\", and textstat leaves out sentences of one or two; " \
  "Heed also reads \"remove_punctuation\" as two words"
#define TV           "textstat ends a sentence at \"T.V.\", Heed knows initials"
#define EVERY        "\"every\" is said with two or three syllables, textstat takes three, Heed two"
#define TV_AND_EVERY TV "; " EVERY

static const Deviation known[] = {
  { "test_count_sentences", QUOTED, 6, SHORT_SENTENCE },
  { "test_words_per_sentence", QUOTED, 9, SHORT_SENTENCE },
  { "test_sentences_per_word", QUOTED, 0.1111, SHORT_SENTENCE },
  { "test_syllables_per_word", QUOTED, 1.3519, SHORT_SENTENCE },
  { "test_flesch_kincaid_grade", QUOTED, 3.8719, SHORT_SENTENCE },
  { "test_flesch_reading_ease", QUOTED, 83.3333, SHORT_SENTENCE },
  { "test_smog_index", QUOTED, 7.7935, SHORT_SENTENCE },
  { "test_count_sentences", GAMES, 16, TV },
  { "test_words_per_sentence", GAMES, 23.25, TV },
  { "test_sentences_per_word", GAMES, 0.0430, TV },
  { "test_smog_index", GAMES, 11.9330, TV },
  { "test_flesch_kincaid_grade", GAMES, 10.7969, TV_AND_EVERY },
  { "test_flesch_reading_ease", GAMES, 59.0653, TV_AND_EVERY },
  { "test_syllables_per_word", GAMES, 1.4677, EVERY },
  { "test_syllable_count", "every", 2, EVERY },
  { "test_count_words", "Who's there?I have ... n", 14,
    "textstat joins \"there?I\" and \"nonsense...my\" to one word each" },
};
