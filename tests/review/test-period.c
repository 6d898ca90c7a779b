/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Periods: every month end of thirty years, weeks, quarters, years, and the two weeks in which the
 * clocks change, by the instants of acts. */

#include "config.h"

#include "heed-period.h"

static const HeedPeriod *
get (GArray *periods,
     guint   position)
{
  return &g_array_index (periods, HeedPeriod, position);
}

static guint
find (GArray  *periods,
      HeedDate day)
{
  return heed_periods_find ((const HeedPeriod *) (gpointer) periods->data, periods->len, day);
}

static void
test_months (void)
{
  HeedDate from = heed_date_new (2010, 1, 1), to = heed_date_new (2039, 12, 31);
  g_autoptr (GArray) periods = heed_periods_cut (HEED_PERIOD_MONTH, from, to);
  GDate oracle;

  g_assert_cmpuint (periods->len, ==, 360);
  g_date_set_dmy (&oracle, 1, G_DATE_JANUARY, 2010);
  for (HeedDate day = from; day <= to; day++, g_date_add_days (&oracle, 1))
    {
      guint month = (g_date_get_year (&oracle) - 2010u) * 12 + g_date_get_month (&oracle) - 1;

      g_assert_cmpuint (find (periods, day), ==, month);
      if (g_date_is_last_of_month (&oracle))
        g_assert_cmpint (get (periods, month)->end, ==, day + 1);
      if (g_date_is_first_of_month (&oracle))
        g_assert_cmpint (get (periods, month)->from, ==, day);
    }
  g_assert_cmpuint (find (periods, from - 1), ==, periods->len);
  g_assert_cmpuint (find (periods, to + 1), ==, periods->len);
}

static void
test_cut_short (void)
{
  HeedDate from = heed_date_new (2026, 1, 31), to = heed_date_new (2026, 3, 1);
  g_autoptr (GArray) months = heed_periods_cut (HEED_PERIOD_MONTH, from, to);
  g_autoptr (GArray) weeks = heed_periods_cut (HEED_PERIOD_WEEK, from, to);
  g_autoptr (GArray) quarters = heed_periods_cut (HEED_PERIOD_QUARTER, from, to + 60);
  g_autoptr (GArray) years = heed_periods_cut (HEED_PERIOD_YEAR, from - 40, to);
  g_autoptr (GArray) one = heed_periods_cut (HEED_PERIOD_YEAR, from, from);

  g_assert_cmpuint (months->len, ==, 3);
  g_assert_cmpint (get (months, 0)->from, ==, from);
  g_assert_cmpint (get (months, 0)->end, ==, from + 1);
  g_assert_cmpint (get (months, 2)->end, ==, to + 1);
  g_assert_cmpuint (weeks->len, ==, 5);
  g_assert_cmpint (heed_date_get_weekday (get (weeks, 1)->from), ==, 1);
  g_assert_cmpint (get (weeks, 1)->end, ==, get (weeks, 2)->from);
  g_assert_cmpuint (quarters->len, ==, 2);
  g_assert_cmpint (get (quarters, 1)->from, ==, heed_date_new (2026, 4, 1));
  g_assert_cmpuint (years->len, ==, 2);
  g_assert_cmpint (get (years, 1)->from, ==, heed_date_new (2026, 1, 1));
  g_assert_cmpuint (one->len, ==, 1);
  g_assert_cmpuint (find (one, from), ==, 0);
}

/* What was done in the last hour of a day belongs to that day where it was done, in winter, in
 * summer and on the days of 23 and 25 hours. */
static void
test_clock_changes (void)
{
  static const struct
  {
    const char *zone, *instant;
    guint       week; /* of 2026, from the Monday before New Year */
  } cases[] = {
    { "Europe/London", "2026-03-29T22:59:59Z", 12 }, /* Sunday, summer time since this morning */
    { "Europe/London", "2026-03-29T23:00:00Z", 13 }, /* Monday there, Sunday in UTC */
    { "Europe/London", "2026-10-25T23:59:59Z", 42 }, /* Sunday, winter time since this morning */
    { "Europe/London", "2026-10-26T00:00:00Z", 43 }, /* Monday */
    { "Europe/London", "2026-10-18T22:59:59Z", 41 }, /* the Sunday before */
    { "Europe/London", "2026-10-18T23:00:00Z", 42 },
    { "America/New_York", "2026-03-09T03:59:59Z", 9 },  /* Sunday */
    { "America/New_York", "2026-03-09T04:00:00Z", 10 }, /* Monday */
    { "America/New_York", "2026-11-02T04:59:59Z", 43 },
    { "America/New_York", "2026-11-02T05:00:00Z", 44 },
    { "Australia/Sydney", "2026-04-05T13:59:59Z", 13 },
    { "Australia/Sydney", "2026-04-05T14:00:00Z", 14 },
    { "Australia/Sydney", "2026-10-04T12:59:59Z", 39 },
    { "Australia/Sydney", "2026-10-04T13:00:00Z", 40 },
  };
  g_autoptr (GArray) weeks = heed_periods_cut (HEED_PERIOD_WEEK, heed_date_new (2025, 12, 29),
                                               heed_date_new (2026, 12, 31));

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GTimeZone) zone = heed_zone_new (cases[i].zone);
      gint64 instant;

      g_assert_true (heed_instant_parse (cases[i].instant, NULL, &instant));
      g_assert_cmpuint (find (weeks, heed_date_of_instant (instant, zone)), ==, cases[i].week);
    }
}

/* The last and the first second of every month of ten years, where people are. */
static void
test_month_ends (void)
{
  static const char *const names[] = { "Europe/London", "Europe/Dublin", "America/New_York",
                                       "America/Los_Angeles", "Australia/Sydney" };
  HeedDate                 from = heed_date_new (2020, 1, 1), to = heed_date_new (2029, 12, 31);
  g_autoptr (GArray) months = heed_periods_cut (HEED_PERIOD_MONTH, from, to);

  for (guint z = 0; z < G_N_ELEMENTS (names); z++)
    {
      g_autoptr (GTimeZone) zone = heed_zone_new (names[z]);

      for (guint i = 1; i < months->len; i++)
        {
          gint64 begin = heed_instant_of_date (get (months, i)->from, zone);

          g_assert_cmpuint (find (months, heed_date_of_instant (begin, zone)), ==, i);
          g_assert_cmpuint (find (months, heed_date_of_instant (begin - 1, zone)), ==, i - 1);
        }
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/period/months", test_months);
  g_test_add_func ("/period/cut-short", test_cut_short);
  g_test_add_func ("/period/clock-changes", test_clock_changes);
  g_test_add_func ("/period/month-ends", test_month_ends);
  return g_test_run ();
}
