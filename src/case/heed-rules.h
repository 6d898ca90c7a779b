/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "heed-calendar.h"
#include "heed-codes.h"
#include "heed-profile.h"
#include "heed-resources.h"
#include "heed-survey.h"

G_BEGIN_DECLS

#define HEED_RULES_ERROR (heed_rules_error_quark ())

/**
 * HeedRulesError:
 * @HEED_RULES_ERROR_READ: the file cannot be read
 * @HEED_RULES_ERROR_SYNTAX: it is not JSON
 * @HEED_RULES_ERROR_INVALID: a value is missing, of the wrong kind or out of range; the message
 *   names the file, the path inside it and the reason
 * @HEED_RULES_ERROR_NO_HOLIDAYS: a calendar was asked about a year it does not hold
 * @HEED_RULES_ERROR_NO_WORKING_DAY: no working day within ten years
 * @HEED_RULES_ERROR_UNKNOWN: there is no profile, calendar or code set of that id
 */
typedef enum
{
  HEED_RULES_ERROR_READ,
  HEED_RULES_ERROR_SYNTAX,
  HEED_RULES_ERROR_INVALID,
  HEED_RULES_ERROR_NO_HOLIDAYS,
  HEED_RULES_ERROR_NO_WORKING_DAY,
  HEED_RULES_ERROR_UNKNOWN,
} HeedRulesError;

GQuark heed_rules_error_quark (void);

/**
 * HeedRules:
 *
 * All rules as data: profiles, calendars, code sets, surveys, places that help. Immutable once loaded, so that every thread
 * may read it.
 */
typedef struct _HeedRules HeedRules;

HeedRules          *heed_rules_new_builtin (GError **error);
HeedRules          *heed_rules_new_with_folder (const char *folder,
                                                GPtrArray **left_out,
                                                GError    **error);
HeedRules          *heed_rules_ref (HeedRules *self);
void                heed_rules_unref (HeedRules *self);
GPtrArray          *heed_rules_get_profiles (const HeedRules *self);
const HeedProfile  *heed_rules_get_profile (const HeedRules *self,
                                            const char      *id);
const HeedProfile  *heed_rules_get_profile_version (const HeedRules *self,
                                                    const char      *id,
                                                    const char      *version);
const HeedCalendar *heed_rules_get_calendar (const HeedRules *self,
                                             const char      *id);
const HeedCodes    *heed_rules_get_codes (const HeedRules *self,
                                          const char      *id);
const HeedResources *heed_rules_get_resources (const HeedRules *self,
                                               const char      *profile);
const HeedSurvey   *heed_rules_get_survey (const HeedRules *self,
                                           const char      *id);
const char         *heed_rules_get_label (const HeedRules *self,
                                          const char      *codes_id,
                                          const char      *code_id);

JsonNode *heed_json_parse (const char *text,
                           gssize      length,
                           const char *name,
                           GError    **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HeedRules, heed_rules_unref)

G_END_DECLS
