/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "heed-words.h"

G_BEGIN_DECLS

/**
 * HeedLanguage:
 * @code: ISO 639 code, two letters where there are two ("so"), else three ("ceb")
 * @name: its name in the language of the program, one name only
 */
typedef struct
{
  char *code;
  char *name;
} HeedLanguage;

GPtrArray  *heed_words_languages       (void);
const char *heed_words_language        (const char      *language);
const char *heed_words_language_code   (const char      *name);
char      **heed_words_needs           (const HeedCase  *state,
                                        const HeedRules *rules);
char       *heed_words_no_contact      (const HeedCase  *state);

G_END_DECLS
