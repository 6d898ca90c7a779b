/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "heed-letters.h"
#include "heed-phrases.h"
#include "heed-readability.h"

G_BEGIN_DECLS

/**
 * HeedLetterState:
 * @HEED_LETTER_MISSING: nothing is there
 * @HEED_LETTER_UNFINISHED: it is there, with something in square brackets still to be written; of
 *   an issue: without a conclusion
 * @HEED_LETTER_DIFFERS: of an issue: the conclusion is not the finding of the case
 * @HEED_LETTER_THERE: it is there
 */
typedef enum
{
  HEED_LETTER_MISSING,
  HEED_LETTER_UNFINISHED,
  HEED_LETTER_DIFFERS,
  HEED_LETTER_THERE,
} HeedLetterState;

/**
 * HeedLetterPlace:
 * @id: (transfer none): of a part, or of a part of an apology
 * @label: (transfer none): what to call it, English
 * @hint: (transfer none): what belongs in it, English
 * @text: (transfer none) (nullable): a wording to begin with
 * @state: whether it is there
 * @start: where, in bytes; 0 if it is missing
 * @end: the byte behind it
 */
typedef struct
{
  const char     *id;
  const char     *label;
  const char     *hint;
  const char     *text;
  HeedLetterState state;
  gsize           start;
  gsize           end;
} HeedLetterPlace;

/**
 * HeedLetterAnswer:
 * @number: number of the issue
 * @state: whether it is answered
 * @start: where, in bytes; 0 if it is missing
 * @end: the byte behind it
 */
typedef struct
{
  guint           number;
  HeedLetterState state;
  gsize           start;
  gsize           end;
} HeedLetterAnswer;

/**
 * HeedLetterMistakeKind:
 * @HEED_LETTER_NAME: a name that is nearly, but not, one of the case
 * @HEED_LETTER_GREETING: the letter greets somebody else
 * @HEED_LETTER_REFERENCE: a reference of another case
 * @HEED_LETTER_DATE: a date that is not that of the case
 * @HEED_LETTER_WEEKDAY: the date falls on another day of the week
 * @HEED_LETTER_NO_DATE: there is no such day
 */
typedef enum
{
  HEED_LETTER_NAME,
  HEED_LETTER_GREETING,
  HEED_LETTER_REFERENCE,
  HEED_LETTER_DATE,
  HEED_LETTER_WEEKDAY,
  HEED_LETTER_NO_DATE,
} HeedLetterMistakeKind;

/**
 * HeedLetterMistake:
 * @kind: what is wrong
 * @start: where, in bytes
 * @end: the byte behind it
 * @found: what stands there
 * @expected: (nullable): what the case says
 */
typedef struct
{
  HeedLetterMistakeKind kind;
  gsize                 start;
  gsize                 end;
  char                 *found;
  char                 *expected;
} HeedLetterMistake;

/** HeedLetterGap: square brackets with something still to be written. Bytes. */
typedef struct
{
  gsize start;
  gsize end;
} HeedLetterGap;

/**
 * HeedLetterCheck:
 * @parts: (element-type HeedLetterPlace): what the letter must say
 * @answers: (element-type HeedLetterAnswer): each issue; empty for letters that answer none
 * @apology: (element-type HeedLetterPlace): the parts of an apology; empty where none is due
 * @mistakes: (element-type HeedLetterMistake): names and dates that differ from the case
 * @gaps: (element-type HeedLetterGap): what is still to be written
 * @phrases: (element-type HeedPhraseHit): words to look at
 * @long_sentences: (element-type HeedLongSentence): sentences that are hard to follow
 * @readability: how hard it is to read, from the greeting on
 *
 * What there is to say about a text. Owned by whoever asked; may cross threads. Belongs to the
 * letters and phrases it was made with, which it holds.
 */
typedef struct
{
  GArray         *parts;
  GArray         *answers;
  GArray         *apology;
  GArray         *mistakes;
  GArray         *gaps;
  GArray         *phrases;
  GArray         *long_sentences;
  HeedReadability readability;

  /*< private >*/
  HeedLetterFacts *facts;
  HeedPhrases     *held_phrases;
} HeedLetterCheck;

/**
 * HeedLetterChecker:
 * What checking needs: the letters, the words to look at, the language. Borrowed.
 */
typedef struct
{
  HeedLetters  *letters;
  HeedPhrases  *phrases;
  HeedLanguage *language;
} HeedLetterChecker;

HeedLetterCheck *heed_letter_check_new (const HeedLetterChecker *checker,
                                        HeedLetterFacts         *facts,
                                        const char              *letter,
                                        const char              *text);
void             heed_letter_check_free (HeedLetterCheck *self);
char           **heed_letter_check_dup_lacking (const HeedLetterCheck *self,
                                                const char            *gap_label);
guint            heed_letter_check_count_parts (const HeedLetterCheck *self);
guint            heed_letter_check_count_answers (const HeedLetterCheck *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HeedLetterCheck, heed_letter_check_free)

G_END_DECLS
