/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Civil dates and instants, compared with GDate and GDateTime over the whole range. */

#include "config.h"

#include <string.h>

#include "heed-date.h"
#include "heed-test-rules.h"

static GTimeZone *
zone (const char *name)
{
  GTimeZone *found = g_time_zone_new_identifier (name);

  g_assert_nonnull (found);
  return found;
}

static void
assert_instant (const char *text,
                const char *zone_name,
                const char *expected)
{
  g_autoptr (GTimeZone) tz = zone_name ? zone (zone_name) : NULL;
  g_autofree char *written = NULL;
  gint64           instant = 42;

  if (!heed_instant_parse (text, tz, &instant))
    {
      if (expected != NULL)
        g_error ("\"%s\" was refused", text);
      g_assert_cmpint (instant, ==, 42);
      return;
    }
  written = heed_instant_format (instant);
  g_assert_cmpstr (written, ==, expected);
}

/* Every day of 9999 years: there and back, weekday, text, against GDate. */
static void
test_every_day (void)
{
  GDate    oracle;
  HeedDate last = heed_date_new (9999, 12, 31);

  g_date_set_dmy (&oracle, 1, G_DATE_JANUARY, 1);
  for (HeedDate date = heed_date_new (1, 1, 1); date <= last; date++)
    {
      int year, month, day;

      heed_date_get (date, &year, &month, &day);
      g_assert_cmpint (date, ==, (int) g_date_get_julian (&oracle) - 719163);
      g_assert_cmpint (day, ==, g_date_get_day (&oracle));
      g_assert_cmpint (month, ==, (int) g_date_get_month (&oracle));
      g_assert_cmpint (year, ==, g_date_get_year (&oracle));
      g_assert_cmpint (heed_date_get_weekday (date), ==, (int) g_date_get_weekday (&oracle));
      g_assert_cmpint (heed_date_new (year, month, day), ==, date);
      if (date % 97 == 0)
        {
          g_autofree char *text = heed_date_format (date);

          g_assert_cmpint (heed_date_parse (text), ==, date);
        }
      if (date < last)
        g_date_add_days (&oracle, 1);
    }
}

static void
test_new (void)
{
  g_assert_cmpint (heed_date_new (1970, 1, 1), ==, 0);
  g_assert_cmpint (heed_date_new (1969, 12, 31), ==, -1);
  g_assert_cmpint (heed_date_new (2024, 2, 29), !=, HEED_DATE_NONE);
  g_assert_cmpint (heed_date_new (2000, 2, 29), !=, HEED_DATE_NONE);
  g_assert_cmpint (heed_date_new (1900, 2, 29), ==, HEED_DATE_NONE);
  g_assert_cmpint (heed_date_new (2026, 2, 29), ==, HEED_DATE_NONE);
  g_assert_cmpint (heed_date_new (2026, 4, 31), ==, HEED_DATE_NONE);
  g_assert_cmpint (heed_date_new (2026, 13, 1), ==, HEED_DATE_NONE);
  g_assert_cmpint (heed_date_new (2026, 0, 1), ==, HEED_DATE_NONE);
  g_assert_cmpint (heed_date_new (2026, 1, 0), ==, HEED_DATE_NONE);
  g_assert_cmpint (heed_date_new (0, 1, 1), ==, HEED_DATE_NONE);
  g_assert_cmpint (heed_date_new (10000, 1, 1), ==, HEED_DATE_NONE);
  g_assert_cmpint (heed_date_get_weekday (HEED_DATE_NONE), ==, 0);
  g_assert_cmpint (heed_date_get_year (HEED_DATE_NONE), ==, 0);
  g_assert_null (heed_date_format (HEED_DATE_NONE));
}

static void
test_parse (void)
{
  static const char *const bad[] = {
    "",
    "2026",
    "2026-1-01",
    "2026-01-1",
    "2026-01-011",
    "26-01-01",
    " 2026-01-01",
    "2026-01-01 ",
    "2026/01/01",
    "2026-02-30",
    "0000-01-01",
    "2026-01-01T00:00:00Z",
    "+026-01-01",
    "２０２６-01-01",
    "2026-00-10",
    "2026-10-00",
    "20260101",
    "-001-01-01",
  };

  g_assert_cmpint (heed_date_parse ("2026-11-22"), ==, heed_date_new (2026, 11, 22));
  g_assert_cmpint (heed_date_parse ("0001-01-01"), ==, heed_date_new (1, 1, 1));
  g_assert_cmpint (heed_date_parse ("9999-12-31"), ==, heed_date_new (9999, 12, 31));
  g_assert_cmpint (heed_date_parse (NULL), ==, HEED_DATE_NONE);
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    g_assert_cmpint (heed_date_parse (bad[i]), ==, HEED_DATE_NONE);
}

static void
test_months (void)
{
  HeedDate august = heed_date_new (2026, 8, 31);

  g_assert_cmpint (heed_date_add_months (august, 6), ==, heed_date_new (2027, 2, 28));
  g_assert_cmpint (heed_date_add_months (heed_date_new (2027, 8, 31), 6), ==,
                   heed_date_new (2028, 2, 29));
  g_assert_cmpint (heed_date_add_months (heed_date_new (2024, 2, 29), 12), ==,
                   heed_date_new (2025, 2, 28));
  g_assert_cmpint (heed_date_add_months (august, -6), ==, heed_date_new (2026, 2, 28));
  g_assert_cmpint (heed_date_add_months (heed_date_new (2026, 12, 15), 1), ==,
                   heed_date_new (2027, 1, 15));
  g_assert_cmpint (heed_date_add_months (heed_date_new (2026, 1, 15), -1), ==,
                   heed_date_new (2025, 12, 15));
  g_assert_cmpint (heed_date_add_months (august, 0), ==, august);
  g_assert_cmpint (heed_date_add_months (heed_date_new (9999, 12, 1), 1), ==, HEED_DATE_NONE);
  g_assert_cmpint (heed_date_add_months (heed_date_new (1, 1, 1), -1), ==, HEED_DATE_NONE);
  g_assert_cmpint (heed_date_add_months (august, G_MAXINT), ==, HEED_DATE_NONE);
  g_assert_cmpint (heed_date_add_months (HEED_DATE_NONE, 1), ==, HEED_DATE_NONE);

  for (int months = -600; months <= 600; months++)
    {
      GDate oracle;

      g_date_set_dmy (&oracle, 31, G_DATE_JANUARY, 2000);
      if (months < 0)
        g_date_subtract_months (&oracle, (guint) -months);
      else
        g_date_add_months (&oracle, (guint) months);
      g_assert_cmpint (heed_date_add_months (heed_date_new (2000, 1, 31), months), ==,
                       (int) g_date_get_julian (&oracle) - 719163);
    }
}

/* Both weekends on which the clocks change, minute by minute: the date changes once a day. */
static void
test_clock_changes (void)
{
  static const char *const zones[] = { "Europe/London", "Europe/Dublin", "America/New_York",
                                       "Australia/Sydney", "UTC" };
  static const int         weekends[][2] = { { 2026, 3 }, { 2026, 10 }, { 2026, 11 }, { 2026, 4 } };

  for (guint z = 0; z < G_N_ELEMENTS (zones); z++)
    for (guint w = 0; w < G_N_ELEMENTS (weekends); w++)
      {
        g_autoptr (GTimeZone) tz = zone (zones[z]);
        HeedDate first = heed_date_new (weekends[w][0], weekends[w][1], 1);
        HeedDate previous = HEED_DATE_NONE;
        gint64   begin = heed_instant_of_date (first, tz);

        for (gint64 minute = 0; minute < 32 * 24 * 60; minute++)
          {
            gint64   instant = begin + minute * 60 * G_USEC_PER_SEC;
            HeedDate date = heed_date_of_instant (instant, tz);

            g_assert_true (previous == HEED_DATE_NONE || date == previous || date == previous + 1);
            if (date != previous)
              g_assert_cmpint (heed_instant_of_date (date, tz), ==, instant);
            previous = date;
          }
      }
}

static void
test_of_instant (void)
{
  g_autoptr (GTimeZone) london = zone ("Europe/London");
  g_autoptr (GTimeZone) sydney = zone ("Australia/Sydney");
  gint64 instant;

  /* One minute to midnight in London on the last Saturday of summer time. */
  g_assert_true (heed_instant_parse ("2026-10-24T23:59:59.999999", london, &instant));
  g_assert_cmpint (heed_date_of_instant (instant, london), ==, heed_date_new (2026, 10, 24));
  g_assert_cmpint (heed_date_of_instant (instant + 1, london), ==, heed_date_new (2026, 10, 25));
  g_assert_cmpint (heed_date_of_instant (instant, NULL), ==, heed_date_new (2026, 10, 24));
  g_assert_cmpint (heed_date_of_instant (instant, sydney), ==, heed_date_new (2026, 10, 25));

  g_assert_cmpint (heed_date_of_instant (-1, NULL), ==, -1);
  g_assert_cmpint (heed_date_of_instant (0, NULL), ==, 0);
  g_assert_cmpint (heed_date_of_instant (G_MAXINT64, NULL), ==, HEED_DATE_NONE);
  g_assert_cmpint (heed_date_of_instant (G_MININT64, NULL), ==, HEED_DATE_NONE);
  g_assert_null (heed_instant_format (G_MAXINT64));

  /* The 25-hour and the 23-hour day. */
  g_assert_cmpint (heed_instant_of_date (heed_date_new (2026, 10, 26), london)
                       - heed_instant_of_date (heed_date_new (2026, 10, 25), london),
                   ==,
                   25 * G_TIME_SPAN_HOUR);
  g_assert_cmpint (heed_instant_of_date (heed_date_new (2026, 3, 30), london)
                       - heed_instant_of_date (heed_date_new (2026, 3, 29), london),
                   ==,
                   23 * G_TIME_SPAN_HOUR);
}

/* Where the clocks go forward at midnight, a day begins at one; Samoa once left a day out. */
static void
test_days_without_midnight (void)
{
  g_autoptr (GTimeZone) sao_paulo = zone ("America/Sao_Paulo");
  g_autoptr (GTimeZone) apia = zone ("Pacific/Apia");
  g_autofree char *first = NULL;
  g_autofree char *left_out = NULL;

  first = heed_instant_format (heed_instant_of_date (heed_date_new (2018, 11, 4), sao_paulo));
  g_assert_cmpstr (first, ==, "2018-11-04T03:00:00Z");
  left_out = heed_instant_format (heed_instant_of_date (heed_date_new (2011, 12, 30), apia));
  g_assert_cmpstr (left_out, ==, "2011-12-30T10:00:00Z");
}

static void
test_instants (void)
{
  assert_instant ("2026-11-22T04:27:07Z", NULL, "2026-11-22T04:27:07Z");
  assert_instant ("2026-11-22t04:27:07z", NULL, "2026-11-22T04:27:07Z");
  assert_instant ("2026-11-22 04:27", "UTC", "2026-11-22T04:27:00Z");
  assert_instant ("2026-07-01T09:00", "Europe/London", "2026-07-01T08:00:00Z");
  assert_instant ("2026-07-01T09:00+02:00", "Europe/London", "2026-07-01T07:00:00Z");
  assert_instant ("2026-07-01T09:00:00-0530", NULL, "2026-07-01T14:30:00Z");
  assert_instant ("2026-07-01T09:00:00+10", NULL, "2026-06-30T23:00:00Z");
  assert_instant ("1969-12-31T23:59:59.5Z", NULL, "1969-12-31T23:59:59.500000Z");
  assert_instant ("2026-11-22T04:27:07.1234569Z", NULL, "2026-11-22T04:27:07.123456Z");

  /* Twice in autumn: the first; never in spring: an hour later. Dublin calls winter "daylight". */
  assert_instant ("2026-10-25T01:30:00", "Europe/London", "2026-10-25T00:30:00Z");
  assert_instant ("2026-10-25T01:30:00", "Europe/Dublin", "2026-10-25T00:30:00Z");
  assert_instant ("2026-03-29T01:30:00", "Europe/London", "2026-03-29T01:30:00Z");
  assert_instant ("2026-11-01T01:30:00", "America/New_York", "2026-11-01T05:30:00Z");
  assert_instant ("2026-03-08T02:30:00", "America/New_York", "2026-03-08T07:30:00Z");

  assert_instant ("2026-11-22", "UTC", NULL);
  assert_instant ("2026-11-22T", "UTC", NULL);
  assert_instant ("2026-11-22T04", "UTC", NULL);
  assert_instant ("2026-11-22T04:27:07", NULL, NULL);
  assert_instant ("2026-11-22T24:00:00Z", NULL, NULL);
  assert_instant ("2026-11-22T04:60:00Z", NULL, NULL);
  assert_instant ("2026-11-22T04:27:60Z", NULL, NULL);
  assert_instant ("2026-11-22T04:27:07.Z", NULL, NULL);
  assert_instant ("2026-11-22T04:27:07Zx", NULL, NULL);
  assert_instant ("2026-11-22T04:27:07+1", NULL, NULL);
  assert_instant ("2026-11-22T04:27:07+25:00", NULL, NULL);
  assert_instant ("2026-02-30T04:27:07Z", NULL, NULL);
  assert_instant ("yesterday", "UTC", NULL);
  assert_instant ("", "UTC", NULL);
  assert_instant (NULL, "UTC", NULL);
}

/* Random instants: written, read back, and the same date as GDateTime gives. */
static void
test_random_instants (void)
{
  static const char *const zones[] = { "Europe/London", "Europe/Dublin", "America/New_York",
                                       "Australia/Sydney", "Asia/Kathmandu", "UTC" };
  g_autoptr (GRand) rand = heed_test_rand ();
  g_autoptr (GPtrArray) held = g_ptr_array_new_with_free_func ((GDestroyNotify) g_time_zone_unref);

  for (guint i = 0; i < G_N_ELEMENTS (zones); i++)
    g_ptr_array_add (held, zone (zones[i]));
  for (guint i = 0; i < 200000; i++)
    {
      GTimeZone *tz = g_ptr_array_index (held, i % held->len);
      gint64     seconds = (gint64) g_rand_double_range (rand, -2208988800.0, 4102444800.0);
      gint64     instant = seconds * G_USEC_PER_SEC + g_rand_int_range (rand, 0, 1000000);
      g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (seconds);
      g_autoptr (GDateTime) local = g_date_time_to_timezone (utc, tz);
      g_autofree char *text = heed_instant_format (instant);
      gint64           again = 0;

      g_assert_true (heed_instant_parse (text, NULL, &again));
      g_assert_cmpint (again, ==, instant);
      g_assert_cmpint (heed_date_of_instant (instant, tz), ==,
                       heed_date_new (g_date_time_get_year (local), g_date_time_get_month (local),
                                      g_date_time_get_day_of_month (local)));
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/date/every-day", test_every_day);
  g_test_add_func ("/date/new", test_new);
  g_test_add_func ("/date/parse", test_parse);
  g_test_add_func ("/date/months", test_months);
  g_test_add_func ("/date/of-instant", test_of_instant);
  g_test_add_func ("/date/clock-changes", test_clock_changes);
  g_test_add_func ("/date/days-without-midnight", test_days_without_midnight);
  g_test_add_func ("/instant/text", test_instants);
  g_test_add_func ("/instant/random", test_random_instants);

  return g_test_run ();
}
