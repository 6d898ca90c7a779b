/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

#include "heed-date.h"

G_BEGIN_DECLS

/**
 * HeedDayKind:
 * @HEED_DAY_WORKING: offices are open
 * @HEED_DAY_WEEKEND: a weekly day off
 * @HEED_DAY_HOLIDAY: a public holiday
 * @HEED_DAY_CLOSURE: a closure of the organisation's own
 * @HEED_DAY_UNKNOWN: the calendar holds no holidays for that year
 */
typedef enum
{
  HEED_DAY_WORKING,
  HEED_DAY_WEEKEND,
  HEED_DAY_HOLIDAY,
  HEED_DAY_CLOSURE,
  HEED_DAY_UNKNOWN,
} HeedDayKind;

/**
 * HeedSkippedDay:
 * @date: the day that did not count
 * @kind: why it did not; %HEED_DAY_WORKING when a pause covered it
 * @name: (nullable): the name of the holiday or closure, owned by the calendar
 */
typedef struct
{
  HeedDate    date;
  HeedDayKind kind;
  const char *name;
} HeedSkippedDay;

/**
 * HeedPause:
 * @from: the first day on which the clock stands still
 * @to: the day on which it runs again (that day counts), or %HEED_DATE_NONE while it stands
 */
typedef struct
{
  HeedDate from;
  HeedDate to;
} HeedPause;

typedef struct _HeedCalendar HeedCalendar;

HeedCalendar *heed_calendar_new_from_json (JsonNode   *root,
                                           const char *file,
                                           GError    **error);
HeedCalendar *heed_calendar_ref (HeedCalendar *self);
void          heed_calendar_unref (HeedCalendar *self);
const char   *heed_calendar_get_id (const HeedCalendar *self);
const char   *heed_calendar_get_name (const HeedCalendar *self);
const char   *heed_calendar_get_version (const HeedCalendar *self);
int           heed_calendar_get_last_year (const HeedCalendar *self);
HeedDayKind   heed_calendar_classify (const HeedCalendar *self,
                                      HeedDate            date,
                                      const char        **name);
HeedDate      heed_calendar_add_working_days (const HeedCalendar *self,
                                              HeedDate            start,
                                              int                 days,
                                              const HeedPause    *pauses,
                                              guint               n_pauses,
                                              GArray             *skipped,
                                              GError            **error);
gboolean      heed_calendar_count_working_days (const HeedCalendar *self,
                                                HeedDate            from,
                                                HeedDate            to,
                                                int                *days,
                                                GError            **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HeedCalendar, heed_calendar_unref)

G_END_DECLS
