/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "heed-letter-check.h"

G_BEGIN_DECLS

/* What the checks of a letter found, in words that screen and command line share. */

const char *heed_words_letter_text (const char *text);
char       *heed_words_letter_part (const HeedLetterPlace *place);
char       *heed_words_letter_answer (const HeedLetterAnswer *answer,
                                      const HeedIssue        *issue,
                                      const HeedRules        *rules);
char       *heed_words_letter_mistake (const HeedLetterMistake *mistake);
const char *heed_words_letter_gap (void);
char      **heed_words_letter_lacking (const HeedLetterCheck *check);
char       *heed_words_letter_reading (const HeedReadability *readability);

G_END_DECLS
