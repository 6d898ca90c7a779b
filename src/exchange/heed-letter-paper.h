/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "heed-document.h"
#include "heed-letter-check.h"
#include "heed-pages.h"
#include "heed-words-sheet.h"

G_BEGIN_DECLS

HeedLetterFacts *heed_letter_facts_for_case (HeedLetters        *letters,
                                             const HeedRules    *rules,
                                             const HeedCaseFile *file,
                                             const HeedSender   *sender,
                                             const char         *user,
                                             HeedDate            today);
HeedDocument    *heed_letter_document_new (const HeedRules  *rules,
                                           const HeedCase   *state,
                                           const HeedSender *sender,
                                           const char       *letter,
                                           const char       *text,
                                           HeedDate          today);
gboolean         heed_letter_wants_large_print (const HeedCase *state);
GBytes          *heed_letter_to_pdf (HeedDocument   *document,
                                     const HeedCase *state,
                                     GError        **error);
JsonObject      *heed_letter_act_body (const HeedLetterFacts *facts,
                                       HeedLetters           *letters,
                                       const char            *letter,
                                       const char            *text);

G_END_DECLS
