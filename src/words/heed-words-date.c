/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Dates and due dates in words: what day, how long until then, and why that day. Reads the facts
 * of a clock and computes no date itself. */

#include "config.h"

#include "heed-words.h"

/* Up to so many days that did not count are told one by one; of more, only those with a name. */
#define MANY_SKIPPED 8

static char *
format_date (HeedDate    date,
             const char *format)
{
  g_autoptr (GDateTime) time = NULL;
  int year;
  int month;
  int day;

  if (date == HEED_DATE_NONE)
    return g_strdup (_ ("no date"));
  heed_date_get (date, &year, &month, &day);
  time = g_date_time_new_utc (year, month, day, 12, 0, 0.0);
  return time ? g_date_time_format (time, format) : heed_date_format (date);
}

/**
 * heed_words_date:
 * @date: a date or %HEED_DATE_NONE
 *
 * Returns: (transfer full): the date with its weekday and year, as in "Tue 24 Nov 2026"
 */
char *
heed_words_date (HeedDate date)
{
  /* Translators: a date with its year, as in "Tue 24 Nov 2026"; see g_date_time_format() */
  return format_date (date, _ ("%a %-d %b %Y"));
}

/**
 * heed_words_date_near:
 * @date: a date or %HEED_DATE_NONE
 * @today: today
 *
 * Returns: (transfer full): the date with its weekday, with the year only when it is another year
 */
char *
heed_words_date_near (HeedDate date,
                      HeedDate today)
{
  if (date == HEED_DATE_NONE
      || today == HEED_DATE_NONE
      || heed_date_get_year (date) != heed_date_get_year (today))
    return heed_words_date (date);
  /* Translators: a date of this year, as in "Tue 24 Nov"; see g_date_time_format() */
  return format_date (date, _ ("%a %-d %b"));
}

/**
 * heed_words_due:
 * @due: when something is due, or %HEED_DATE_NONE
 * @today: today
 * @calendar: (nullable): tells the working days; without it, or where it holds no holidays for the
 *   years asked about, days are counted as they come
 *
 * Returns: (transfer full): how far off it is, as in "Today" or "2 working days late"
 */
char *
heed_words_due (HeedDate            due,
                HeedDate            today,
                const HeedCalendar *calendar)
{
  int days;

  if (due == HEED_DATE_NONE)
    return g_strdup (C_ ("due date", "No date"));
  if (due == today)
    return g_strdup (C_ ("due date", "Today"));
  if (due == today + 1)
    return g_strdup (C_ ("due date", "Tomorrow"));

  if (calendar != NULL
      && heed_calendar_count_working_days (calendar, today, due, &days, NULL)
      && days != 0)
    {
      if (days < 0)
        return g_strdup_printf (ngettext ("%d working day late", "%d working days late", -days),
                                -days);
      return g_strdup_printf (ngettext ("In %d working day", "In %d working days", days), days);
    }

  days = due - today;
  if (days < 0)
    return g_strdup_printf (ngettext ("%d day late", "%d days late", -days), -days);
  return g_strdup_printf (ngettext ("In %d day", "In %d days", days), days);
}

static char *
running_words (const HeedClock *clock,
               HeedDate         today)
{
  g_autofree char *day = heed_words_date_near (clock->due, today);
  int              left = clock->days_left;

  if (clock->due == today)
    /* Translators: the %s is a date */
    return g_strdup_printf (_ ("Due today, %s"), day);
  if (!clock->days_known)
    /* Translators: the %s is a date */
    return g_strdup_printf (_ ("Due %s"), day);
  if (left < 0)
    /* Translators: the %s is a date */
    return g_strdup_printf (ngettext ("Due %s, %d working day late",
                                      "Due %s, %d working days late", -left),
                            day, -left);
  /* Translators: the %s is a date */
  return g_strdup_printf (ngettext ("Due %s, %d working day left",
                                    "Due %s, %d working days left", left),
                          day, left);
}

/**
 * heed_words_clock_due:
 * @clock: a clock
 * @today: the day on which @clock was computed
 *
 * Returns: (transfer full): how the clock stands, as in "Due Tue 24 Nov, 1 working day left"
 */
char *
heed_words_clock_due (const HeedClock *clock,
                      HeedDate         today)
{
  g_autofree char *met = NULL;
  g_autofree char *due = NULL;

  g_return_val_if_fail (clock != NULL, NULL);

  switch (clock->state)
    {
    case HEED_CLOCK_WAITING:
      if (clock->spec->start == HEED_CLOCK_START_AGREED)
        return g_strdup (_ ("No date agreed yet"));
      return g_strdup (_ ("Not begun yet"));
    case HEED_CLOCK_PAUSED:
      return g_strdup (_ ("Paused"));
    case HEED_CLOCK_MET:
      met = heed_words_date_near (clock->met, today);
      /* Translators: the %s is a date */
      return g_strdup_printf (_ ("Done %s, in time"), met);
    case HEED_CLOCK_MISSED:
      met = heed_words_date_near (clock->met, today);
      due = heed_words_date_near (clock->due, today);
      /* Translators: both %s are dates */
      return g_strdup_printf (_ ("Done %s, was due %s"), met, due);
    case HEED_CLOCK_UNKNOWN:
      return g_strdup_printf (_ ("No date: the calendar holds no holidays for %d"),
                              clock->missing_year);
    case HEED_CLOCK_RUNNING:
    default:
      return running_words (clock, today);
    }
}

/* "3 working days after Thu 24 Dec 2026" */
static char *
count_words (const HeedClock *clock)
{
  g_autofree char *start = heed_words_date (clock->start);
  int              n = clock->spec->amount;

  switch (clock->spec->unit)
    {
    case HEED_CLOCK_UNIT_MONTHS:
      /* Translators: the %s is a date */
      return g_strdup_printf (ngettext ("%d month after %s", "%d months after %s", n), n, start);
    case HEED_CLOCK_UNIT_CALENDAR_DAYS:
      /* Translators: the %s is a date */
      return g_strdup_printf (ngettext ("%d day after %s", "%d days after %s", n), n, start);
    case HEED_CLOCK_UNIT_WORKING_DAYS:
    default:
      /* Translators: the %s is a date */
      return g_strdup_printf (ngettext ("%d working day after %s", "%d working days after %s", n),
                              n, start);
    }
}

static char *
skipped_day_words (const HeedSkippedDay *day,
                   HeedDate              start)
{
  g_autofree char *date = heed_words_date_near (day->date, start);

  if (day->kind == HEED_DAY_WORKING)
    /* Translators: a day that did not count because the case was paused; %s is a date */
    return g_strdup_printf (_ ("%s (paused)"), date);
  if (day->name != NULL)
    {
      /* "Boxing Day (substitute day)" stands in brackets here, and brackets do not nest. */
      g_autoptr (GString) name = g_string_new (g_dgettext (GETTEXT_PACKAGE, day->name));

      if (g_string_replace (name, " (", ", ", 1) > 0)
        g_string_replace (name, ")", "", 1);
      /* Translators: a day that did not count: its date, and the name of the holiday */
      return g_strdup_printf (_ ("%s (%s)"), date, name->str);
    }
  return g_steal_pointer (&date);
}

static char *
skipped_words (const HeedClock *clock)
{
  g_autoptr (GStrvBuilder) parts = g_strv_builder_new ();
  g_auto (GStrv) list = NULL;
  gboolean many = clock->skipped->len > MANY_SKIPPED;
  int      n_free = 0;
  int      n_paused = 0;

  for (guint i = 0; i < clock->skipped->len; i++)
    {
      const HeedSkippedDay *day = &g_array_index (clock->skipped, HeedSkippedDay, i);

      if (many && day->kind == HEED_DAY_WORKING)
        n_paused++;
      else if (many && day->name == NULL)
        n_free++;
      else
        g_strv_builder_take (parts, skipped_day_words (day, clock->start));
    }
  if (n_free > 0)
    g_strv_builder_take (parts, g_strdup_printf (ngettext ("%d weekend day", "%d weekend days",
                                                           n_free),
                                                 n_free));
  if (n_paused > 0)
    g_strv_builder_take (parts, g_strdup_printf (ngettext ("%d paused day", "%d paused days",
                                                           n_paused),
                                                 n_paused));

  list = g_strv_builder_end (parts);
  /* Translators: between the members of a list */
  return g_strjoinv (_ (", "), list);
}

/**
 * heed_words_clock_why:
 * @clock: a clock
 *
 * Returns: (transfer full): why it is due when it is due, as in "3 working days after Thu 24 Dec
 *   2026, skipping Fri 25 Dec (Christmas Day), Sat 26 Dec"
 */
char *
heed_words_clock_why (const HeedClock *clock)
{
  g_autofree char *count = NULL;
  g_autofree char *skipped = NULL;
  g_autofree char *computed = NULL;

  g_return_val_if_fail (clock != NULL, NULL);

  if (clock->spec->start == HEED_CLOCK_START_AGREED)
    return g_strdup (clock->current_promise == HEED_DATE_NONE
                         ? _ ("Waits for a date to be agreed with the person")
                         : _ ("The date agreed with the person"));
  if (clock->start == HEED_DATE_NONE)
    return g_strdup (_ ("Waits for what it counts from"));

  count = count_words (clock);
  if (clock->from_agreement)
    {
      if (clock->computed == HEED_DATE_NONE)
        return g_strdup (_ ("The date agreed with the person"));
      computed = heed_words_date (clock->computed);
      /* Translators: a date, then how it is counted: "3 working days after Thu 24 Dec 2026" */
      return g_strdup_printf (_ ("The date agreed with the person, in place of %s (%s)"),
                              computed, count);
    }
  if (clock->skipped == NULL || clock->skipped->len == 0)
    return g_steal_pointer (&count);

  skipped = skipped_words (clock);
  /* Translators: "3 working days after Thu 24 Dec 2026", then the list of days left out */
  return g_strdup_printf (_ ("%s, skipping %s"), count, skipped);
}
