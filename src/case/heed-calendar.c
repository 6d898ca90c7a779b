/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Working-day calendars. Owns the answer to "does this day count?" and the walks that count days.
 * Holds weekly days off, public holidays and closures for a range of years and refuses to answer
 * about any other year. Reads no files and no clock. */

#include "config.h"

#include "heed-calendar.h"

#include <string.h>

#include "heed-json.h"
#include "heed-rules.h"

#define FIRST_YEAR_ALLOWED 1900
#define LAST_YEAR_ALLOWED  2199
#define MOST_YEARS         100
#define MOST_IDLE_DAYS     3653 /* ten years */

/* What one day is; @name counts from 1 in the calendar's names, 0 is none. */
typedef struct
{
  guint8  kind;
  guint16 name;
} CalendarDay;

struct _HeedCalendar
{
  char        *id;
  char        *name;
  char        *version;
  int          first_year;
  int          last_year;
  HeedDate     first_day;
  HeedDate     last_day;
  GPtrArray   *names; /* of holidays and closures */
  CalendarDay *days;  /* from first_day to last_day */
};

static const char *const calendar_members[] = {
  "weekend", "first_year", "last_year", "holidays", "closures", NULL
};
static const char *const holiday_members[] = { "date", "name", NULL };
static const char *const closure_members[] = { "from", "to", "name", NULL };
static const char *const weekdays[] = {
  "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", NULL
};

static void
calendar_clear (gpointer data)
{
  HeedCalendar *self = data;

  g_free (self->id);
  g_free (self->name);
  g_free (self->version);
  g_clear_pointer (&self->names, g_ptr_array_unref);
  g_free (self->days);
}

/**
 * heed_calendar_ref:
 * @self: a calendar
 *
 * Returns: (transfer full): @self, held once more
 */
HeedCalendar *
heed_calendar_ref (HeedCalendar *self)
{
  return g_atomic_rc_box_acquire (self);
}

/**
 * heed_calendar_unref:
 * @self: (transfer full): a calendar
 *
 * Lets go of a calendar.
 */
void
heed_calendar_unref (HeedCalendar *self)
{
  g_atomic_rc_box_release_full (self, calendar_clear);
}

/* Marks a day, unless something that explains it better is there: a public holiday before a
 * weekly day off before a closure. */
static void
mark_day (HeedCalendar *self,
          HeedDate      date,
          HeedDayKind   kind,
          guint         name)
{
  CalendarDay *day;
  gboolean     taken;

  if (date < self->first_day || date > self->last_day)
    return;

  day = &self->days[date - self->first_day];
  taken = kind == HEED_DAY_HOLIDAY ? day->kind == HEED_DAY_HOLIDAY : day->kind != HEED_DAY_WORKING;
  if (!taken)
    {
      day->kind = (guint8) kind;
      day->name = (guint16) name;
    }
}

/* Keeps a name and returns its number; names that come back every year are kept once. */
static guint
add_name (HeedCalendar *self,
          const char   *name)
{
  guint position;

  if (!g_ptr_array_find_with_equal_func (self->names, name, g_str_equal, &position))
    {
      position = self->names->len;
      g_ptr_array_add (self->names, g_strdup (name));
    }
  return position + 1;
}

static gboolean
read_years (HeedCalendar        *self,
            const HeedJsonPlace *place,
            GError             **error)
{
  if (!heed_json_read_int (place, "first_year", FIRST_YEAR_ALLOWED, LAST_YEAR_ALLOWED,
                           &self->first_year, error)
      || !heed_json_read_int (place, "last_year", FIRST_YEAR_ALLOWED, LAST_YEAR_ALLOWED,
                              &self->last_year, error))
    return FALSE;
  if (self->last_year < self->first_year || self->last_year - self->first_year >= MOST_YEARS)
    {
      heed_json_set_error (place, "last_year", error,
                           "it must be first_year or up to %d years later", MOST_YEARS - 1);
      return FALSE;
    }

  self->first_day = heed_date_new (self->first_year, 1, 1);
  self->last_day = heed_date_new (self->last_year, 12, 31);
  self->days = g_new0 (CalendarDay, self->last_day - self->first_day + 1);
  return TRUE;
}

static gboolean
read_weekend (HeedCalendar        *self,
              const HeedJsonPlace *place,
              GError             **error)
{
  gboolean is_off[8] = { FALSE };
  g_auto (GStrv) words = NULL;
  JsonArray *array = heed_json_read_array (place, "weekend", 0, error);

  if (array == NULL)
    return FALSE;
  if (json_array_get_length (array) == 0)
    return TRUE;
  if ((words = heed_json_read_strings (place, "weekend", error)) == NULL)
    return FALSE;

  for (guint i = 0; words[i] != NULL; i++)
    {
      int weekday = 0;

      while (weekdays[weekday] != NULL && !g_str_equal (weekdays[weekday], words[i]))
        weekday++;
      if (weekdays[weekday] == NULL)
        {
          heed_json_set_error (place, "weekend", error, "\"%s\" is not a day of the week",
                               words[i]);
          return FALSE;
        }
      is_off[weekday + 1] = TRUE;
    }
  if (g_strv_length (words) == 7)
    {
      heed_json_set_error (place, "weekend", error, "it leaves no working day");
      return FALSE;
    }

  for (HeedDate date = self->first_day; date <= self->last_day; date++)
    if (is_off[heed_date_get_weekday (date)])
      mark_day (self, date, HEED_DAY_WEEKEND, 0);
  return TRUE;
}

static gboolean
read_holidays (HeedCalendar        *self,
               const HeedJsonPlace *place,
               GError             **error)
{
  JsonArray *array = heed_json_read_array (place, "holidays", 0, error);

  if (array == NULL)
    return FALSE;
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      HeedJsonPlace element;
      const char   *name;
      HeedDate      date;

      if (!heed_json_read_element (place, "holidays", i, &element, error)
          || !heed_json_check_members (&element, holiday_members, NULL, error)
          || !heed_json_read_date (&element, "date", &date, error)
          || !heed_json_read_string (&element, "name", &name, error))
        return FALSE;
      if (date < self->first_day || date > self->last_day)
        {
          heed_json_set_error (&element, "date", error,
                               "it is outside the years %d to %d of this calendar",
                               self->first_year, self->last_year);
          return FALSE;
        }
      if (self->days[date - self->first_day].kind == HEED_DAY_HOLIDAY)
        {
          heed_json_set_error (&element, "date", error, "this day is in the list already");
          return FALSE;
        }
      mark_day (self, date, HEED_DAY_HOLIDAY, add_name (self, name));
    }
  return TRUE;
}

/* Reads "MM-DD"; 29 February is allowed and means the leap years. */
static gboolean
parse_month_day (const char *text,
                 int        *month,
                 int        *day)
{
  g_autofree char *date = NULL;
  HeedDate         in_leap_year;

  if (strlen (text) != 5)
    return FALSE;
  date = g_strconcat ("2000-", text, NULL);
  in_leap_year = heed_date_parse (date);
  heed_date_get (in_leap_year, NULL, month, day);
  return in_leap_year != HEED_DATE_NONE;
}

/* A yearly closure that ends on 29 February ends on the 28th in other years, and one that begins
 * on it begins on 1 March. */
static HeedDate
month_day_in_year (int      year,
                   int      month,
                   int      day,
                   gboolean is_end)
{
  HeedDate date = heed_date_new (year, month, day);

  if (date == HEED_DATE_NONE)
    date = heed_date_new (year, 3, 1) - (is_end ? 1 : 0);
  return date;
}

static void
mark_closure (HeedCalendar *self,
              HeedDate      from,
              HeedDate      to,
              guint         name)
{
  for (HeedDate date = MAX (from, self->first_day); date <= MIN (to, self->last_day); date++)
    mark_day (self, date, HEED_DAY_CLOSURE, name);
}

static gboolean
read_closure (HeedCalendar        *self,
              const HeedJsonPlace *place,
              GError             **error)
{
  const char *from_text, *to_text, *name;
  int         from_month, from_day, to_month, to_day;
  gboolean    is_yearly;
  guint       position;

  if (!heed_json_check_members (place, closure_members, NULL, error)
      || !heed_json_read_string (place, "from", &from_text, error)
      || !heed_json_read_string (place, "to", &to_text, error)
      || !heed_json_read_string (place, "name", &name, error))
    return FALSE;

  is_yearly = parse_month_day (from_text, &from_month, &from_day);
  if (is_yearly && parse_month_day (to_text, &to_month, &to_day))
    {
      gboolean wraps = to_month * 100 + to_day < from_month * 100 + from_day;

      position = add_name (self, name);
      for (int year = self->first_year - 1; year <= self->last_year; year++)
        mark_closure (self, month_day_in_year (year, from_month, from_day, FALSE),
                      month_day_in_year (year + (wraps ? 1 : 0), to_month, to_day, TRUE), position);
    }
  else
    {
      HeedDate from = heed_date_parse (from_text);
      HeedDate to = heed_date_parse (to_text);

      if (from == HEED_DATE_NONE || to == HEED_DATE_NONE)
        {
          heed_json_set_error (place, !is_yearly && from == HEED_DATE_NONE ? "from" : "to", error,
                               "both ends must be dates YYYY-MM-DD, or both MM-DD for every year");
          return FALSE;
        }
      if (to < from)
        {
          heed_json_set_error (place, "to", error, "it is before \"from\"");
          return FALSE;
        }
      position = add_name (self, name);
      mark_closure (self, from, to, position);
    }
  return TRUE;
}

static gboolean
read_closures (HeedCalendar        *self,
               const HeedJsonPlace *place,
               GError             **error)
{
  JsonArray *array = heed_json_read_array (place, "closures", 0, error);

  if (array == NULL)
    return FALSE;
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      HeedJsonPlace element;

      if (!heed_json_read_element (place, "closures", i, &element, error)
          || !read_closure (self, &element, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * heed_calendar_new_from_json:
 * @root: a document in the format "heed-calendar/1", see data/schema/calendar.json
 * @file: the name of its file, for messages
 * @error: where to put an error
 *
 * Makes a calendar. A closure may be a range of dates, both ends included, or a range of days of
 * the year, which may go over New Year. A day that is several things is first a public holiday,
 * then a weekly day off, then a closure.
 *
 * Returns: (transfer full): the calendar, or %NULL with %HEED_RULES_ERROR_INVALID
 */
HeedCalendar *
heed_calendar_new_from_json (JsonNode   *root,
                             const char *file,
                             GError    **error)
{
  g_autoptr (HeedCalendar) self = NULL;
  HeedJsonPlace place;
  HeedJsonHead  head;

  if (!heed_json_open (root, file, "heed-calendar/1", &place, error)
      || !heed_json_read_head (&place, calendar_members, &head, error))
    return NULL;

  self = g_atomic_rc_box_new0 (HeedCalendar);
  self->id = g_strdup (head.id);
  self->name = g_strdup (head.name);
  self->version = g_strdup (head.version);
  self->names = g_ptr_array_new_with_free_func (g_free);

  if (!read_years (self, &place, error) || !read_weekend (self, &place, error)
      || !read_holidays (self, &place, error) || !read_closures (self, &place, error))
    return NULL;
  if (self->names->len > G_MAXUINT16)
    {
      heed_json_set_error (&place, NULL, error, "it has more than %d names", G_MAXUINT16);
      return NULL;
    }

  return g_steal_pointer (&self);
}

/**
 * heed_calendar_get_id:
 * @self: a calendar
 *
 * Returns: (transfer none): its id
 */
const char *
heed_calendar_get_id (const HeedCalendar *self)
{
  return self->id;
}

/**
 * heed_calendar_get_name:
 * @self: a calendar
 *
 * Returns: (transfer none): its English name, translatable by the top rooms
 */
const char *
heed_calendar_get_name (const HeedCalendar *self)
{
  return self->name;
}

/**
 * heed_calendar_get_version:
 * @self: a calendar
 *
 * Returns: (transfer none): which edition it is
 */
const char *
heed_calendar_get_version (const HeedCalendar *self)
{
  return self->version;
}

/**
 * heed_calendar_get_last_year:
 * @self: a calendar
 *
 * Returns: the last year for which it holds holidays
 */
int
heed_calendar_get_last_year (const HeedCalendar *self)
{
  return self->last_year;
}

/**
 * heed_calendar_classify:
 * @self: a calendar
 * @date: any date
 * @name: (out) (optional) (nullable) (transfer none): the name of the holiday or closure, owned by
 *   the calendar
 *
 * Tells what kind of day @date is.
 *
 * Returns: the kind; %HEED_DAY_UNKNOWN in a year the calendar does not hold, weekends too
 */
HeedDayKind
heed_calendar_classify (const HeedCalendar *self,
                        HeedDate            date,
                        const char        **name)
{
  const CalendarDay *day;

  if (name)
    *name = NULL;
  if (date < self->first_day || date > self->last_day)
    return HEED_DAY_UNKNOWN;

  day = &self->days[date - self->first_day];
  if (name && day->name > 0)
    *name = g_ptr_array_index (self->names, day->name - 1);
  return (HeedDayKind) day->kind;
}

static gboolean
is_paused (const HeedPause *pauses,
           guint            n_pauses,
           HeedDate         date)
{
  for (guint i = 0; i < n_pauses && pauses[i].from <= date; i++)
    if (pauses[i].to == HEED_DATE_NONE || date < pauses[i].to)
      return TRUE;
  return FALSE;
}

static void
set_unknown_year (const HeedCalendar *self,
                  HeedDate            date,
                  GError            **error)
{
  g_set_error (error, HEED_RULES_ERROR, HEED_RULES_ERROR_NO_HOLIDAYS,
               "The calendar \"%s\" holds no public holidays for %d",
               self->id, heed_date_get_year (date));
}

/**
 * heed_calendar_add_working_days:
 * @self: a calendar
 * @start: the day before the first that can count; what day it is itself does not matter
 * @days: how many working days to go forward; negative goes back; 0 gives @start
 * @pauses: (nullable) (array length=n_pauses): pauses in order of time, not overlapping
 * @n_pauses: how many
 * @skipped: (nullable) (element-type HeedSkippedDay): gets the days that did not count, in the
 *   order of the walk; the kind is %HEED_DAY_WORKING where only a pause kept a working day out
 * @error: where to put an error
 *
 * Counts working days from the day after @start. A pause is half open: its first day does not
 * count, the day on which it ends does.
 *
 * Returns: the last day counted, or %HEED_DATE_NONE with %HEED_RULES_ERROR_NO_HOLIDAYS where a
 *   year is needed that the calendar does not hold, or %HEED_RULES_ERROR_NO_WORKING_DAY where ten
 *   years go by without one or a pause has no end
 */
HeedDate
heed_calendar_add_working_days (const HeedCalendar *self,
                                HeedDate            start,
                                int                 days,
                                const HeedPause    *pauses,
                                guint               n_pauses,
                                GArray             *skipped,
                                GError            **error)
{
  int      step = days < 0 ? -1 : 1;
  gint64   left = ABS ((gint64) days);
  HeedDate date = start;
  int      idle = 0;

  g_return_val_if_fail (start != HEED_DATE_NONE, HEED_DATE_NONE);

  while (left > 0)
    {
      HeedSkippedDay day = { .date = date + step };
      gboolean       paused = is_paused (pauses, n_pauses, day.date);

      date = day.date;
      day.kind = heed_calendar_classify (self, date, &day.name);
      if (day.kind == HEED_DAY_UNKNOWN)
        {
          set_unknown_year (self, date, error);
          return HEED_DATE_NONE;
        }
      if (day.kind == HEED_DAY_WORKING && !paused)
        {
          left--;
          idle = 0;
          continue;
        }
      if (++idle > MOST_IDLE_DAYS
          || (step > 0 && paused && pauses[n_pauses - 1].to == HEED_DATE_NONE
              && date >= pauses[n_pauses - 1].from))
        {
          g_set_error (error, HEED_RULES_ERROR, HEED_RULES_ERROR_NO_WORKING_DAY,
                       "The calendar \"%s\" gives no working day that counts: gave up in %d",
                       self->id, heed_date_get_year (date));
          return HEED_DATE_NONE;
        }
      if (skipped)
        g_array_append_val (skipped, day);
    }

  return date;
}

/**
 * heed_calendar_count_working_days:
 * @self: a calendar
 * @from: a date, which does not count itself
 * @to: a date, which counts
 * @days: (out): the working days after @from up to @to; negative where @to is earlier, so that
 *   exchanging the two changes the sign
 * @error: where to put an error
 *
 * Counts working days between two dates.
 *
 * Returns: %FALSE with %HEED_RULES_ERROR_NO_HOLIDAYS where a year between them is unknown
 */
gboolean
heed_calendar_count_working_days (const HeedCalendar *self,
                                  HeedDate            from,
                                  HeedDate            to,
                                  int                *days,
                                  GError            **error)
{
  HeedDate first = MIN (from, to);
  HeedDate last = MAX (from, to);
  int      count = 0;

  g_return_val_if_fail (from != HEED_DATE_NONE && to != HEED_DATE_NONE, FALSE);

  if (first != last && (first + 1 < self->first_day || last > self->last_day))
    {
      HeedDate unknown = first + 1;

      if (unknown >= self->first_day)
        unknown = MAX (unknown, self->last_day + 1);
      set_unknown_year (self, unknown, error);
      return FALSE;
    }

  for (HeedDate date = first + 1; date <= last; date++)
    if (heed_calendar_classify (self, date, NULL) == HEED_DAY_WORKING)
      count++;

  *days = to < from ? -count : count;
  return TRUE;
}
