/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Civil dates and instants. Owns the arithmetic on days and months, and the two strict text
 * forms. Never adds seconds to local times: a day is stepped as a civil day, and a zone is asked
 * only when an instant becomes a date or a date an instant. */

#include "config.h"

#include "heed-date.h"

#include <string.h>

#define SECONDS_PER_DAY 86400
#define DAYS_PER_ERA    146097 /* 400 Gregorian years */
#define DAYS_TO_EPOCH   719468 /* from 0000-03-01 to 1970-01-01 */

static const int month_lengths[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };

static int
days_in_month (int year,
               int month)
{
  gboolean leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;

  return month == 2 && leap ? 29 : month_lengths[month - 1];
}

static gint64
floor_div (gint64 number,
           gint64 divisor)
{
  return number / divisor - (number % divisor < 0 ? 1 : 0);
}

/**
 * heed_date_new:
 * @year: 1 to 9999
 * @month: 1 to 12
 * @day: 1 to 31
 *
 * Makes a civil date of the Gregorian calendar.
 *
 * The formula counts days in years that begin on 1 March, so that the leap day is the last
 * (Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms").
 *
 * Returns: the date, or %HEED_DATE_NONE where there is no such day
 */
HeedDate
heed_date_new (int year,
               int month,
               int day)
{
  int shifted, era, year_of_era, day_of_year, day_of_era;

  if (year < 1 || year > 9999 || month < 1 || month > 12)
    return HEED_DATE_NONE;
  if (day < 1 || day > days_in_month (year, month))
    return HEED_DATE_NONE;

  shifted = month <= 2 ? year - 1 : year;
  era = shifted / 400;
  year_of_era = shifted - era * 400;
  day_of_year = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1;
  day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;

  return era * DAYS_PER_ERA + day_of_era - DAYS_TO_EPOCH;
}

/**
 * heed_date_get:
 * @date: a date of the years 1 to 9999
 * @year: (out) (optional): the year
 * @month: (out) (optional): the month, 1 to 12
 * @day: (out) (optional): the day of the month
 *
 * Takes a date apart; %HEED_DATE_NONE gives three noughts.
 */
void
heed_date_get (HeedDate date,
               int     *year,
               int     *month,
               int     *day)
{
  int y = 0, m = 0, d = 0;

  if (date != HEED_DATE_NONE)
    {
      int shifted = date + DAYS_TO_EPOCH;
      int era = (int) floor_div (shifted, DAYS_PER_ERA);
      int day_of_era = shifted - era * DAYS_PER_ERA;
      int year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36524
                         - day_of_era / 146096)
                        / 365;
      int day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
      int month_from_march = (5 * day_of_year + 2) / 153;

      d = day_of_year - (153 * month_from_march + 2) / 5 + 1;
      m = month_from_march < 10 ? month_from_march + 3 : month_from_march - 9;
      y = year_of_era + era * 400 + (m <= 2 ? 1 : 0);
    }

  if (year)
    *year = y;
  if (month)
    *month = m;
  if (day)
    *day = d;
}

/**
 * heed_date_get_year:
 * @date: a date
 *
 * Returns: the year of @date; 0 for %HEED_DATE_NONE
 */
int
heed_date_get_year (HeedDate date)
{
  int year;

  heed_date_get (date, &year, NULL, NULL);
  return year;
}

/**
 * heed_date_get_weekday:
 * @date: a date
 *
 * Returns: the day of the week as ISO 8601 numbers it: 1 for Monday to 7 for Sunday; 0 for
 *   %HEED_DATE_NONE
 */
int
heed_date_get_weekday (HeedDate date)
{
  if (date == HEED_DATE_NONE)
    return 0;

  /* 1970-01-01 was a Thursday. */
  return (int) (((gint64) date + 3) % 7 + 7) % 7 + 1;
}

/**
 * heed_date_add_months:
 * @date: a date
 * @months: how many calendar months to go forward; negative goes back
 *
 * Goes to the same day of another month, or to that month's last day where it is shorter, so
 * that 31 August and six months give 28 or 29 February.
 *
 * Returns: the date, or %HEED_DATE_NONE outside the years 1 to 9999
 */
HeedDate
heed_date_add_months (HeedDate date,
                      int      months)
{
  int    year, month, day;
  gint64 total;

  if (date == HEED_DATE_NONE)
    return HEED_DATE_NONE;

  heed_date_get (date, &year, &month, &day);
  total = (gint64) year * 12 + month - 1 + months;
  if (total < 12 || total >= 10000 * 12)
    return HEED_DATE_NONE;

  year = (int) (total / 12);
  month = (int) (total % 12) + 1;
  return heed_date_new (year, month, MIN (day, days_in_month (year, month)));
}

/* Reads exactly @n_digits ASCII digits and moves @text behind them; -1 where there are fewer. */
static int
take_digits (const char **text,
             int          n_digits)
{
  int number = 0;

  for (int i = 0; i < n_digits; i++)
    {
      if (!g_ascii_isdigit ((*text)[i]))
        return -1;
      number = number * 10 + ((*text)[i] - '0');
    }
  *text += n_digits;
  return number;
}

static gboolean
take_char (const char **text,
           char         wanted)
{
  if (**text != wanted)
    return FALSE;
  (*text)++;
  return TRUE;
}

static HeedDate
take_date (const char **text)
{
  int year, month, day;

  if ((year = take_digits (text, 4)) < 0 || !take_char (text, '-')
      || (month = take_digits (text, 2)) < 0 || !take_char (text, '-')
      || (day = take_digits (text, 2)) < 0)
    return HEED_DATE_NONE;
  return heed_date_new (year, month, day);
}

/**
 * heed_date_parse:
 * @text: (nullable): UTF-8 text
 *
 * Reads a date written exactly as `YYYY-MM-DD`, with nothing before or after it.
 *
 * Returns: the date, or %HEED_DATE_NONE where @text is not one
 */
HeedDate
heed_date_parse (const char *text)
{
  HeedDate date;

  if (text == NULL)
    return HEED_DATE_NONE;
  date = take_date (&text);
  return *text == '\0' ? date : HEED_DATE_NONE;
}

/**
 * heed_date_format:
 * @date: a date
 *
 * Writes a date for files and machines; people get their own words from the top rooms.
 *
 * Returns: (transfer full) (nullable): `YYYY-MM-DD`, or %NULL for %HEED_DATE_NONE
 */
char *
heed_date_format (HeedDate date)
{
  int year, month, day;

  if (date == HEED_DATE_NONE)
    return NULL;
  heed_date_get (date, &year, &month, &day);
  return g_strdup_printf ("%04d-%02d-%02d", year, month, day);
}

/* The seconds by which the clocks of @zone are ahead of UTC at @seconds; %NULL means UTC. */
static gint64
offset_at (GTimeZone *zone,
           gint64     seconds)
{
  int interval;

  if (zone == NULL)
    return 0;
  interval = g_time_zone_find_interval (zone, G_TIME_TYPE_UNIVERSAL, seconds);
  return g_time_zone_get_offset (zone, MAX (interval, 0));
}

/**
 * heed_zone_new:
 * @identifier: an IANA zone, such as "Europe/London"
 *
 * Gets a time zone without reading its file each time: every act needs its own, and there are few.
 * Safe from any thread.
 *
 * Returns: (transfer full): the zone; UTC if there is none of that name
 */
GTimeZone *
heed_zone_new (const char *identifier)
{
  static GMutex            lock;
  static GHashTable       *zones;
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&lock);
  GTimeZone               *zone;

  if (zones == NULL)
    zones = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                   (GDestroyNotify) g_time_zone_unref);
  zone = g_hash_table_lookup (zones, identifier);
  if (zone == NULL)
    {
      zone = g_time_zone_new_identifier (identifier);
      if (zone == NULL)
        return g_time_zone_new_utc ();
      g_hash_table_insert (zones, g_strdup (identifier), zone);
    }
  return g_time_zone_ref (zone);
}

/**
 * heed_date_of_instant:
 * @instant: µs since 1970-01-01T00:00:00Z
 * @zone: (nullable): the zone meant; %NULL for UTC
 *
 * Tells which civil date it was in @zone at @instant.
 *
 * Returns: the date; %HEED_DATE_NONE outside the years 1 to 9999
 */
HeedDate
heed_date_of_instant (gint64     instant,
                      GTimeZone *zone)
{
  gint64 seconds = floor_div (instant, G_USEC_PER_SEC);
  gint64 days = floor_div (seconds + offset_at (zone, seconds), SECONDS_PER_DAY);

  if (days < heed_date_new (1, 1, 1) || days > heed_date_new (9999, 12, 31))
    return HEED_DATE_NONE;
  return (HeedDate) days;
}

/* The civil day at @seconds, not limited to four-digit years. */
static gint64
day_at (GTimeZone *zone,
        gint64     seconds)
{
  return floor_div (seconds + offset_at (zone, seconds), SECONDS_PER_DAY);
}

/**
 * heed_instant_of_date:
 * @date: a date, not %HEED_DATE_NONE
 * @zone: (nullable): the zone meant; %NULL for UTC
 *
 * Tells when @date begins in @zone. That is midnight, except where the clocks go forward over
 * midnight; then it is the first instant that bears the date.
 *
 * Returns: µs since 1970-01-01T00:00:00Z
 */
gint64
heed_instant_of_date (HeedDate   date,
                      GTimeZone *zone)
{
  gint64 local, before, after, low, high;

  g_return_val_if_fail (date != HEED_DATE_NONE, 0);

  local = (gint64) date * SECONDS_PER_DAY;
  before = local - offset_at (zone, local - SECONDS_PER_DAY);
  after = local - offset_at (zone, local + SECONDS_PER_DAY);
  low = MIN (before, after);
  high = MAX (before, after);

  if (day_at (zone, low) < date)
    {
      /* The clocks went forward over midnight: find the second at which they did. */
      while (high - low > 1)
        {
          gint64 middle = low + (high - low) / 2;

          if (day_at (zone, middle) < date)
            low = middle;
          else
            high = middle;
        }
      low = high;
    }

  return low * G_USEC_PER_SEC;
}

/* Reads "HH:MM", "HH:MM:SS" or "HH:MM:SS.ffffff" as µs since midnight. */
static gboolean
take_time (const char **text,
           gint64      *time)
{
  int    hour, minute, second = 0;
  gint64 fraction = 0;

  if ((hour = take_digits (text, 2)) < 0 || !take_char (text, ':')
      || (minute = take_digits (text, 2)) < 0)
    return FALSE;
  if (take_char (text, ':'))
    {
      if ((second = take_digits (text, 2)) < 0)
        return FALSE;
      if (take_char (text, '.') || take_char (text, ','))
        {
          gint64 weight = G_USEC_PER_SEC / 10;

          if (!g_ascii_isdigit (**text))
            return FALSE;
          for (; g_ascii_isdigit (**text); (*text)++, weight /= 10)
            fraction += (**text - '0') * weight;
        }
    }
  if (hour > 23 || minute > 59 || second > 59)
    return FALSE;

  *time = ((gint64) hour * 3600 + minute * 60 + second) * G_USEC_PER_SEC + fraction;
  return TRUE;
}

/* Reads "Z", "+HH", "+HHMM" or "+HH:MM" as seconds ahead of UTC. */
static gboolean
take_offset (const char **text,
             gint64      *offset)
{
  int sign, hours, minutes = 0;

  *offset = 0;
  if (take_char (text, 'Z') || take_char (text, 'z'))
    return TRUE;
  if (take_char (text, '+'))
    sign = 1;
  else if (take_char (text, '-'))
    sign = -1;
  else
    return FALSE;

  if ((hours = take_digits (text, 2)) < 0)
    return FALSE;
  if (take_char (text, ':') || **text != '\0')
    if ((minutes = take_digits (text, 2)) < 0)
      return FALSE;
  if (hours > 18 || minutes > 59)
    return FALSE;

  *offset = (gint64) sign * (hours * 3600 + minutes * 60);
  return TRUE;
}

/* The offset meant by the local time @local (seconds since 1970-01-01 as the clock on the wall
 * shows them). GLib's own choice asks for "daylight", which in Dublin is the winter. */
static gint64
local_offset (GTimeZone *zone,
              gint64     local)
{
  gint64 before = offset_at (zone, local - SECONDS_PER_DAY);
  gint64 after = offset_at (zone, local + SECONDS_PER_DAY);
  gint64 first = MAX (before, after);
  gint64 second = MIN (before, after);

  if (offset_at (zone, local - first) == first)
    return first;
  if (offset_at (zone, local - second) == second)
    return second;
  return before;
}

/**
 * heed_instant_parse:
 * @text: (nullable): UTF-8 text: an ISO 8601 date and time, with or without a zone
 * @zone: (nullable): the zone meant where @text names none
 * @instant: (out): µs since 1970-01-01T00:00:00Z; unchanged on failure
 *
 * Reads `YYYY-MM-DDTHH:MM[:SS[.ffffff]]` with `Z` or `±HH[[:]MM]` behind it, or nothing; a space
 * may stand for the `T`. A date alone is refused, because it is not an instant. A local time that
 * happens twice means the first; one that never happens means as much later as the clocks went
 * forward. Digits finer than a µs are dropped.
 *
 * Returns: whether @text was an instant
 */
gboolean
heed_instant_parse (const char *text,
                    GTimeZone  *zone,
                    gint64     *instant)
{
  HeedDate date;
  gint64   time, seconds, offset;

  if (text == NULL || (date = take_date (&text)) == HEED_DATE_NONE)
    return FALSE;
  if (!take_char (&text, 'T') && !take_char (&text, 't') && !take_char (&text, ' '))
    return FALSE;
  if (!take_time (&text, &time))
    return FALSE;

  seconds = (gint64) date * SECONDS_PER_DAY + time / G_USEC_PER_SEC;
  if (*text != '\0')
    {
      if (!take_offset (&text, &offset) || *text != '\0')
        return FALSE;
    }
  else if (zone != NULL)
    offset = local_offset (zone, seconds);
  else
    return FALSE;

  *instant = (seconds - offset) * G_USEC_PER_SEC + time % G_USEC_PER_SEC;
  return TRUE;
}

/**
 * heed_instant_format:
 * @instant: µs since 1970-01-01T00:00:00Z
 *
 * Writes an instant in UTC for files and machines.
 *
 * Returns: (transfer full) (nullable): `YYYY-MM-DDTHH:MM:SSZ`, with six decimals where @instant is
 *   not a whole second; %NULL outside the years 1 to 9999
 */
char *
heed_instant_format (gint64 instant)
{
  HeedDate date = heed_date_of_instant (instant, NULL);
  int      year, month, day, second;
  gint64   time;
  int      fraction;

  if (date == HEED_DATE_NONE)
    return NULL;

  heed_date_get (date, &year, &month, &day);
  time = instant - (gint64) date * SECONDS_PER_DAY * G_USEC_PER_SEC;
  second = (int) (time / G_USEC_PER_SEC);
  fraction = (int) (time % G_USEC_PER_SEC);

  if (fraction == 0)
    return g_strdup_printf ("%04d-%02d-%02dT%02d:%02d:%02dZ", year, month, day,
                            second / 3600, second / 60 % 60, second % 60);
  return g_strdup_printf ("%04d-%02d-%02dT%02d:%02d:%02d.%06dZ", year, month, day,
                          second / 3600, second / 60 % 60, second % 60, fraction);
}
