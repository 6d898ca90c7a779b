/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/**
 * HeedAbbreviation:
 * @HEED_ABBREVIATION_NONE: no abbreviation
 * @HEED_ABBREVIATION_TITLE: its full stop never ends a sentence, as in "Dr."
 * @HEED_ABBREVIATION_NUMBER: its full stop ends none before a number, as in "No. 5"
 * @HEED_ABBREVIATION_OTHER: its full stop ends one before a capital letter only, as in "p.m."
 */
typedef enum
{
  HEED_ABBREVIATION_NONE,
  HEED_ABBREVIATION_TITLE,
  HEED_ABBREVIATION_NUMBER,
  HEED_ABBREVIATION_OTHER,
} HeedAbbreviation;

/**
 * HeedLanguage:
 *
 * What has to be known about a language to take its text apart and count its syllables.
 * Immutable and counted, for any thread.
 */
typedef struct _HeedLanguage HeedLanguage;

HeedLanguage    *heed_language_new_builtin (GError **error);
HeedLanguage    *heed_language_new_from_json (JsonNode   *root,
                                              const char *file,
                                              GError    **error);
HeedLanguage    *heed_language_ref (HeedLanguage *self);
void             heed_language_unref (HeedLanguage *self);
const char      *heed_language_get_id (const HeedLanguage *self);
HeedAbbreviation heed_language_get_abbreviation (const HeedLanguage *self,
                                                 const char         *folded);
guint            heed_language_count_syllables (const HeedLanguage *self,
                                                const char         *folded);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HeedLanguage, heed_language_unref)

G_END_DECLS
