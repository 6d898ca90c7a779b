/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "heed-case.h"

G_BEGIN_DECLS

/**
 * HeedLetterPart:
 * @id: "how-considered", "next-body" …
 * @label: what to call it, English, translatable by the top rooms
 * @hint: what belongs in it, a few words, English
 * @text: a wording to begin with, with fields to be filled
 *
 * Something that a letter must say.
 */
typedef struct
{
  char *id;
  char *label;
  char *hint;
  char *text;
} HeedLetterPart;

/**
 * HeedLetterTemplate:
 * @id: its name
 * @name: what to call it, English, translatable by the top rooms
 * @version: its edition
 * @letter: a code of letters
 * @support: (nullable): for whom it is: "easy-read", "interpreter" …; %NULL for everybody
 */
typedef struct
{
  char *id;
  char *name;
  char *version;
  char *letter;
  char *support;
} HeedLetterTemplate;

/**
 * HeedLetters:
 *
 * Templates of letters, the parts each must have by profile, and the signs by which parts are
 * found in a text. Immutable and counted, for any thread.
 */
typedef struct _HeedLetters HeedLetters;

/**
 * HeedLetterFacts:
 *
 * What a letter may say about one case: the case, and fields such as the name of the person, which
 * the case does not hold. Counted; once shared nothing may be set.
 */
typedef struct _HeedLetterFacts HeedLetterFacts;

HeedLetters *heed_letters_new (const char *folder,
                               GPtrArray  *left_out,
                               GError    **error);
HeedLetters *heed_letters_ref (HeedLetters *self);
void         heed_letters_unref (HeedLetters *self);
GPtrArray   *heed_letters_list_templates (const HeedLetters *self,
                                          const char        *letter,
                                          const char        *profile);
const HeedLetterTemplate *heed_letters_choose (const HeedLetters *self,
                                               const char        *letter,
                                               const HeedCase    *state);
const HeedLetterTemplate *heed_letters_find_template (const HeedLetters *self,
                                                      const char        *id);
GPtrArray  *heed_letters_list_parts (const HeedLetters *self,
                                     const char        *letter,
                                     const char        *profile);
const char *heed_letters_get_apology_note (const HeedLetters *self,
                                           const char        *profile);
const char *heed_letters_get_parts_version (const HeedLetters *self,
                                            const char        *profile);

/* heed-letter-compose.c */
HeedLetterFacts *heed_letter_facts_new (HeedLetters     *letters,
                                        const HeedRules *rules,
                                        HeedCase        *state,
                                        HeedDate         today);
HeedLetterFacts *heed_letter_facts_ref (HeedLetterFacts *self);
void             heed_letter_facts_unref (HeedLetterFacts *self);
void             heed_letter_facts_set (HeedLetterFacts *self,
                                        const char      *field,
                                        const char      *value);
const char      *heed_letter_facts_get (const HeedLetterFacts *self,
                                        const char            *field);
HeedCase        *heed_letter_facts_get_case (const HeedLetterFacts *self);
char            *heed_letter_facts_format_date (const HeedLetterFacts *self,
                                                HeedDate               date);
char            *heed_letter_compose (const HeedLetterFacts    *facts,
                                      const HeedLetterTemplate *template,
                                      GPtrArray                *missing);
char            *heed_letter_fill (const HeedLetterFacts *facts,
                                   const char            *text,
                                   GPtrArray             *missing);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HeedLetters, heed_letters_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HeedLetterFacts, heed_letter_facts_unref)

G_END_DECLS
