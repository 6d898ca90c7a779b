/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Measures in words: what each is called, what exactly it counts, and its values. One sentence a
 * part, so that nobody who reads a number has to guess what it is made of. */

#include "config.h"

#include "heed-words-measures.h"

#include <math.h>

typedef struct
{
  const char *id;
  const char *label;
  const char *definition;
  const char *numerator;
  const char *denominator; /* NULL for plain counts */
} MeasureWords;

#define COMPLAINTS_ANSWERED N_ ("Complaints that were looked into and answered, or settled")
#define WITH_A_DATE         N_ ("Answered complaints for which there was a date")
#define WITH_A_FINDING      N_ ("Closed complaints with a finding")
#define ISSUES_FOUND        N_ ("Issues with a finding")

static const MeasureWords words[] = {
  { "received", N_ ("Complaints received"), N_ ("How many complaints came in."),
    N_ ("Complaints; a reopened one is not counted again"), NULL },
  { "received-rate", N_ ("Complaints per 1,000"),
    N_ ("Complaints received for each 1,000 of activity, in months whose activity is known."),
    N_ ("Complaints received"), N_ ("Activity that was told: contacts, bed-days, people on the list") },
  { "concerns", N_ ("Concerns received"), N_ ("How many concerns came in."),
    N_ ("Concerns; a reopened one is not counted again"), NULL },
  { "compliments", N_ ("Compliments received"), N_ ("How many compliments came in."),
    N_ ("Compliments"), NULL },
  { "compliment-ratio", N_ ("Compliments to complaints"),
    N_ ("Compliments for each hundred complaints. Not made to be a target."),
    N_ ("Compliments received"), N_ ("Complaints received") },
  { "open", N_ ("Open at the end"),
    N_ ("Complaints and concerns that were open when the period ended."),
    N_ ("Received or reopened by then, less closed by then"), NULL },
  { "acknowledged-in-time", N_ ("Acknowledged in time"),
    N_ ("Of the acknowledgements that were due, how many were made by their day. One that was never "
        "made and is past its day counts as missed; one withdrawn before its day does not count."),
    N_ ("Acknowledged on or before the day it was due"),
    N_ ("Complaints whose acknowledgement was due") },
  { "settled-early", N_ ("Settled early"),
    N_ ("Of the complaints and concerns that were answered, how many were settled on the spot or "
        "within the time for settling them informally."),
    N_ ("Settled without an investigation, or within that time"),
    N_ ("Answered complaints and concerns") },
  { "answered-in-time", N_ ("Answered in time"),
    N_ ("Of the answered complaints for which there was a date, how many were answered by the date "
        "agreed last."),
    N_ ("Answered on or before the date agreed last"), WITH_A_DATE },
  { "answered-by-first-date", N_ ("Answered by the first date"),
    N_ ("The same by the date promised first, so that extensions do not hide delay."),
    N_ ("Answered on or before the date promised first"), WITH_A_DATE },
  { "days-to-answer", N_ ("Working days to answer"),
    N_ ("The median of the working days from receipt to the answer: half took longer."),
    N_ ("Working days from receipt to the answer"), COMPLAINTS_ANSWERED },
  { "over-six-months", N_ ("Took over six months"),
    N_ ("Of the answered complaints, how many took longer than six calendar months."),
    N_ ("Answered more than six calendar months after receipt"), COMPLAINTS_ANSWERED },
  { "extended", N_ ("Extended"),
    N_ ("Of the answered complaints for which there was a date, how many got a later one."),
    N_ ("A second date was agreed or set"), WITH_A_DATE },
  { "reopened", N_ ("Reopened"),
    N_ ("Of the complaints and concerns that were answered, how many came back within six months."),
    N_ ("Reopened within six calendar months of closing"), N_ ("Answered complaints and concerns") },
  { "upheld", N_ ("Upheld"), N_ ("Closed complaints in which every issue was upheld."),
    N_ ("Every issue upheld"), WITH_A_FINDING },
  { "partly-upheld", N_ ("Partly upheld"),
    N_ ("Closed complaints in which some issues were upheld, or some in part."),
    N_ ("Neither all upheld nor none"), WITH_A_FINDING },
  { "not-upheld", N_ ("Not upheld"), N_ ("Closed complaints in which no issue was upheld."),
    N_ ("No issue upheld"), WITH_A_FINDING },
  { "issues-upheld", N_ ("Issues upheld"), N_ ("Of the issues with a finding, how many were upheld."),
    N_ ("Issues upheld"), ISSUES_FOUND },
  { "issues-partly-upheld", N_ ("Issues partly upheld"),
    N_ ("Of the issues with a finding, how many were upheld in part."), N_ ("Issues upheld in part"),
    ISSUES_FOUND },
  { "issues-not-upheld", N_ ("Issues not upheld"),
    N_ ("Of the issues with a finding, how many were not upheld."), N_ ("Issues not upheld"),
    ISSUES_FOUND },
  { "calmed", N_ ("Calmer at the end"),
    N_ ("Of the people who were worried, upset or felt unsafe at first, how many were calm when last "
        "spoken to."),
    N_ ("Calm at the last contact"), N_ ("Closed complaints and concerns of people not calm at first") },
  { "consent-days", N_ ("Working days for permission"),
    N_ ("The median of the working days from asking for the patient’s permission to having it."),
    N_ ("Working days from asking to having it"), N_ ("Permissions that were waited for and came") },
  { "felt-heard", N_ ("Felt heard"),
    N_ ("Of the people who told, how many felt heard fully or mostly."),
    N_ ("“Fully” or “mostly”"), N_ ("Everyone who answered that question") },
  { "experience-good", N_ ("Good experience"),
    N_ ("Of the people who told, how many called the experience good or very good."),
    N_ ("“Very good” or “good”"), N_ ("Everyone who answered that question, “don’t know” too") },
  { "speak-up-again", N_ ("Would speak up again"),
    N_ ("Of the people who told, how many would speak up again."), N_ ("“Yes”"),
    N_ ("Everyone who answered that question") },
  { "care-affected", N_ ("Care suffered for it"),
    N_ ("Of the people who told, how many said that speaking up affected their care."), N_ ("“Yes”"),
    N_ ("Everyone who answered that question") },
  { "feedback-answered", N_ ("Answered our questions"),
    N_ ("Of the people who were asked how it went, how many told."), N_ ("Feedback was given"),
    N_ ("People who were asked") },
  { "actions-in-time", N_ ("Actions done in time"),
    N_ ("Of the learning actions that were due, how many were done by their day. One that is not done "
        "and past its day counts as missed."),
    N_ ("Done on or before the day it was due"), N_ ("Learning actions that were due") },
  { "actions-shown", N_ ("Actions shown"),
    N_ ("Of the learning actions that were done, how many have something that shows it."),
    N_ ("There is proof"), N_ ("Learning actions that were done") },
  { "actions-effective", N_ ("Actions that work"),
    N_ ("Of the learning actions whose effect was looked at, how many work."), N_ ("“Yes, it works”"),
    N_ ("Learning actions whose effect was looked at") },
  { "ombudsman", N_ ("Referred to the ombudsman"),
    N_ ("How many cases went to the ombudsman or whatever the next body is called."),
    N_ ("Referrals"), NULL },
  { "ombudsman-not-upheld", N_ ("Not upheld by the ombudsman"),
    N_ ("Of the referrals with a finding, how many the ombudsman did not uphold."),
    N_ ("Not upheld"), N_ ("Referrals upheld, partly upheld or not upheld") },
  { "recommendations-in-time", N_ ("Recommendations met in time"),
    N_ ("Of what the ombudsman recommended and was due, how much was done by its day."),
    N_ ("Met on or before the day it was due"), N_ ("Recommendations that were due") },
};

static const MeasureWords *
find (const HeedMeasure *measure)
{
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_str_equal (words[i].id, measure->id))
      return &words[i];
  g_assert_not_reached ();
}

/**
 * heed_words_measure:
 * @measure: a measure
 *
 * Returns: (transfer none): what it is called
 */
const char *
heed_words_measure (const HeedMeasure *measure)
{
  return _ (find (measure)->label);
}

/**
 * heed_words_measure_definition:
 * @measure: a measure
 *
 * Returns: (transfer none): what it is, in one or two sentences
 */
const char *
heed_words_measure_definition (const HeedMeasure *measure)
{
  return _ (find (measure)->definition);
}

/**
 * heed_words_measure_numerator:
 * @measure: a measure
 *
 * Returns: (transfer none): what counts
 */
const char *
heed_words_measure_numerator (const HeedMeasure *measure)
{
  return _ (find (measure)->numerator);
}

/**
 * heed_words_measure_denominator:
 * @measure: a measure
 *
 * Returns: (transfer none) (nullable): of what; %NULL for a plain count
 */
const char *
heed_words_measure_denominator (const HeedMeasure *measure)
{
  const char *text = find (measure)->denominator;

  return text ? _ (text) : NULL;
}

/**
 * heed_words_measure_basis:
 * @measure: a measure
 *
 * Returns: (transfer none): by which day something belongs to a period
 */
const char *
heed_words_measure_basis (const HeedMeasure *measure)
{
  static const char *const names[HEED_N_TALLY_BASES] = {
    [HEED_TALLY_RECEIVED] = N_ ("By the day of receipt"),
    [HEED_TALLY_ACKNOWLEDGE] = N_ ("By the day the acknowledgement was due"),
    [HEED_TALLY_CLOSED] = N_ ("By the day of closing"),
    [HEED_TALLY_ISSUE] = N_ ("By the day of receipt"),
    [HEED_TALLY_FEEDBACK] = N_ ("By the day the person told"),
    [HEED_TALLY_ASKED] = N_ ("By the day the person was asked"),
    [HEED_TALLY_CONSENT] = N_ ("By the day the permission came"),
    [HEED_TALLY_ACTION] = N_ ("By the day the action was due"),
    [HEED_TALLY_OMBUDSMAN] = N_ ("By the day of referral"),
    [HEED_TALLY_RECOMMENDATION] = N_ ("By the day the recommendation was due"),
  };

  if (measure->kind == HEED_MEASURE_STOCK)
    return _ ("At the end of the period");
  return _ (names[measure->basis]);
}

/**
 * heed_words_improvement:
 * @improvement: which way is better
 *
 * Returns: (transfer none): the same in words
 */
const char *
heed_words_improvement (HeedImprovement improvement)
{
  switch (improvement)
    {
    case HEED_IMPROVEMENT_UP:
      return _ ("More is better");
    case HEED_IMPROVEMENT_DOWN:
      return _ ("Less is better");
    case HEED_IMPROVEMENT_NEUTRAL:
    default:
      return _ ("Neither more nor less is better");
    }
}

/**
 * heed_words_measure_value:
 * @measure: a measure
 * @value: a value in its unit; NaN for none
 *
 * Returns: (transfer full): the value with its unit, rounded as people read it
 */
char *
heed_words_measure_value (const HeedMeasure *measure,
                          double             value)
{
  if (!isfinite (value))
    /* Translators: in the place of a number that cannot be computed */
    return g_strdup (_ ("–"));
  switch (measure->kind)
    {
    case HEED_MEASURE_SHARE:
    case HEED_MEASURE_RATIO:
      /* Translators: a percentage; "%%" is the sign */
      return g_strdup_printf (_ ("%.0f %%"), value);
    case HEED_MEASURE_RATE:
      return g_strdup_printf ("%.2f", value);
    case HEED_MEASURE_DAYS:
      return g_strdup_printf (fabs (value - round (value)) < 0.05 ? "%.0f" : "%.1f", value);
    case HEED_MEASURE_COUNT:
    case HEED_MEASURE_STOCK:
    default:
      return g_strdup_printf ("%.0f", value);
    }
}

/**
 * heed_words_measure_counts:
 * @measure: a measure
 * @count: its numerator and denominator
 *
 * Returns: (transfer full): the counts behind a value, as in "96 of 135"
 */
char *
heed_words_measure_counts (const HeedMeasure *measure,
                           HeedPeriodCount    count)
{
  if (measure->kind == HEED_MEASURE_DAYS)
    return g_strdup_printf (ngettext ("%.0f case", "%.0f cases", (gulong) count.denominator),
                            count.denominator);
  if (count.denominator > 0)
    /* Translators: so many of so many, as in "96 of 135" */
    return g_strdup_printf (_ ("%.0f of %.0f"), count.numerator, count.denominator);
  return g_strdup_printf ("%.0f", count.numerator);
}

/**
 * heed_words_series_brief:
 * @series: a measure over time
 * @count: the counts of all of it
 *
 * Returns: (transfer full): what it says, in one short sentence for a tile
 */
char *
heed_words_series_brief (const HeedSeries *series,
                         HeedPeriodCount   count)
{
  const HeedSpc   *spc = series->spc;
  g_autofree char *counts = NULL;

  if (spc->n_points == 0)
    return g_strdup (_ ("Nothing to count yet."));
  switch (spc->points[spc->n_points - 1].cause)
    {
    case HEED_SPC_ABOVE_LIMIT:
    case HEED_SPC_BELOW_LIMIT:
      return g_strdup (_ ("The last month stood out."));
    case HEED_SPC_RISING:
      return g_strdup (_ ("Rising month after month."));
    case HEED_SPC_FALLING:
      return g_strdup (_ ("Falling month after month."));
    case HEED_SPC_NEAR_UPPER:
    case HEED_SPC_NEAR_LOWER:
      return g_strdup (_ ("Two of the last three stood out."));
    case HEED_SPC_RUN_ABOVE:
      return g_strdup (_ ("Seven months or more above average."));
    case HEED_SPC_RUN_BELOW:
      return g_strdup (_ ("Seven months or more below average."));
    case HEED_SPC_COMMON:
    default:
      counts = heed_words_measure_counts (series->measure, count);
      if (spc->n_points < HEED_SPC_TOO_FEW)
        /* Translators: how many, as in "96 of 135" */
        return g_strdup_printf (_ ("%s; too few months to tell more."), counts);
      /* Translators: how many, as in "96 of 135" */
      return g_strdup_printf (_ ("%s, ordinary ups and downs."), counts);
    }
}

static char *
format_day (HeedDate    day,
            const char *format)
{
  g_autoptr (GDateTime) time = NULL;
  int year, month, date;

  heed_date_get (day, &year, &month, &date);
  time = g_date_time_new_utc (year, month, date, 12, 0, 0.0);
  return time ? g_date_time_format (time, format) : g_strdup ("");
}

static gboolean
is_month (const HeedPeriod *period)
{
  return heed_date_add_months (period->from, 1) == period->end;
}

/**
 * heed_words_period:
 * @period: a period
 *
 * Returns: (transfer full): what it is called: "April 2026", or its days
 */
char *
heed_words_period (const HeedPeriod *period)
{
  int day;

  heed_date_get (period->from, NULL, NULL, &day);
  if (day == 1 && is_month (period))
    /* Translators: a month with its year, as in "April 2026"; see g_date_time_format() */
    return format_day (period->from, _ ("%B %Y"));
  return heed_words_span (period->from, period->end - 1);
}

/**
 * heed_words_period_short:
 * @period: a period
 * @year: whether the year is to be told
 *
 * Returns: (transfer full): a name for an axis: "Apr" or "Apr 2026"
 */
char *
heed_words_period_short (const HeedPeriod *period,
                         gboolean          year)
{
  /* Translators: a month with its year on an axis, as in "Apr 2026"; see g_date_time_format() */
  return format_day (period->from, year ? _ ("%b %Y")
                                        /* Translators: a month on an axis, as in "Apr" */
                                        : _ ("%b"));
}

/**
 * heed_words_span:
 * @from: the first day
 * @to: the last day
 *
 * Returns: (transfer full): "November 2024 to October 2026" for whole months, else the two days
 */
char *
heed_words_span (HeedDate from,
                 HeedDate to)
{
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;
  int              first_day, day_after;

  heed_date_get (from, NULL, NULL, &first_day);
  heed_date_get (to + 1, NULL, NULL, &day_after);
  if (first_day == 1 && day_after == 1)
    {
      first = format_day (from, _ ("%B %Y"));
      last = format_day (to, _ ("%B %Y"));
    }
  else
    {
      /* Translators: a date without its weekday, as in "24 Nov 2026"; see g_date_time_format() */
      first = format_day (from, _ ("%-d %b %Y"));
      last = format_day (to, _ ("%-d %b %Y"));
    }
  if (g_str_equal (first, last))
    return g_steal_pointer (&first);
  /* Translators: from one month or day to another */
  return g_strdup_printf (_ ("%s to %s"), first, last);
}

/**
 * heed_words_suppression:
 * @suppression: how small numbers are hidden
 *
 * Returns: (transfer none): the rule in one sentence, for the foot of what is shown
 */
const char *
heed_words_suppression (HeedSuppression suppression)
{
  switch (suppression)
    {
    case HEED_SUPPRESS_BOARD:
      return _ ("Numbers from 1 to 5 are hidden, and others where they would give them away.");
    case HEED_SUPPRESS_PUBLIC:
      return _ ("Numbers from 1 to 7 are hidden, and others where they would give them away; all "
                "others are rounded to the nearest 5.");
    case HEED_SUPPRESS_CMS:
      return _ ("Numbers from 1 to 10 are hidden, and others where they would give them away.");
    case HEED_SUPPRESS_NONE:
    default:
      return _ ("Small numbers are shown: not for publication.");
    }
}
