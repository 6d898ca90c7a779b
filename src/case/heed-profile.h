/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

#include "heed-date.h"

G_BEGIN_DECLS

/**
 * HeedClockStart:
 * @HEED_CLOCK_START_RECEIVED: the day the organisation received it
 * @HEED_CLOCK_START_FORMAL: the day it became a complaint; the day of receipt if it always was one
 * @HEED_CLOCK_START_ACKNOWLEDGED: the day it was acknowledged
 * @HEED_CLOCK_START_AGREED: no count: the date agreed with the person, or set for them
 * @HEED_CLOCK_START_UPDATED: the day of the last contact out, else of the acknowledgement
 * @HEED_CLOCK_START_CLOSED: the day the case was closed
 */
typedef enum
{
  HEED_CLOCK_START_RECEIVED,
  HEED_CLOCK_START_FORMAL,
  HEED_CLOCK_START_ACKNOWLEDGED,
  HEED_CLOCK_START_AGREED,
  HEED_CLOCK_START_UPDATED,
  HEED_CLOCK_START_CLOSED,
} HeedClockStart;

typedef enum
{
  HEED_CLOCK_UNIT_WORKING_DAYS,
  HEED_CLOCK_UNIT_CALENDAR_DAYS,
  HEED_CLOCK_UNIT_MONTHS,
} HeedClockUnit;

/**
 * HeedClockEnd:
 * What stops a clock for good.
 */
typedef enum
{
  HEED_CLOCK_END_ACKNOWLEDGED,
  HEED_CLOCK_END_RESOLVED,
  HEED_CLOCK_END_CLOSED,
  HEED_CLOCK_END_FEEDBACK,
} HeedClockEnd;

/**
 * HeedClockSpec:
 * @id: "acknowledge", "reply", "limit", "update", "early", "feedback" …
 * @label: short English name, translatable by the top rooms
 * @basis: who sets it, a short English phrase ("Set by the regulations")
 * @start: what it counts from
 * @amount: how many units; 0 with %HEED_CLOCK_START_AGREED
 * @unit: what is counted
 * @end: what stops it
 * @pausable: whether a pause makes it stand still
 * @agreeable: whether a date agreed with the person replaces the computed one
 * @types: (array zero-terminated=1): contact types it applies to
 * @source: where the rule is written
 */
typedef struct
{
  char          *id;
  char          *label;
  char          *basis;
  HeedClockStart start;
  int            amount;
  HeedClockUnit  unit;
  HeedClockEnd   end;
  gboolean       pausable;
  gboolean       agreeable;
  char         **types;
  char          *source;
} HeedClockSpec;

typedef struct _HeedProfile HeedProfile;

HeedProfile         *heed_profile_new_from_json (JsonNode   *root,
                                                 const char *file,
                                                 GError    **error);
HeedProfile         *heed_profile_ref (HeedProfile *self);
void                 heed_profile_unref (HeedProfile *self);
const char          *heed_profile_get_id (const HeedProfile *self);
const char          *heed_profile_get_name (const HeedProfile *self);
const char          *heed_profile_get_version (const HeedProfile *self);
const char          *heed_profile_get_calendar (const HeedProfile *self);
const char          *heed_profile_get_zone (const HeedProfile *self);
const char          *heed_profile_get_complaint_word (const HeedProfile *self);
const char          *heed_profile_get_next_body (const HeedProfile *self);
int                  heed_profile_get_next_body_months (const HeedProfile *self);
HeedDate             heed_profile_get_valid_from (const HeedProfile *self);
gboolean             heed_profile_requires_reply_date (const HeedProfile *self);
guint                heed_profile_get_n_clocks (const HeedProfile *self);
const HeedClockSpec *heed_profile_get_clock (const HeedProfile *self,
                                             guint              position);
gboolean             heed_clock_spec_applies (const HeedClockSpec *spec,
                                              const char          *contact_type);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HeedProfile, heed_profile_unref)

G_END_DECLS
