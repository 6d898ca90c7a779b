/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Clocks: each state, each unit, pauses and agreements; 100,000 random cases against a day-by-day
 * oracle. */

#include "config.h"

#include "heed-clock.h"
#include "heed-test-rules.h"

#define N_RANDOM 100000

static char *complaint_only[] = { (char *) "complaint", NULL };

static HeedRules *rules;

static HeedClockSpec
spec_of (int           amount,
         HeedClockUnit unit)
{
  return (HeedClockSpec) {
    .id = (char *) "reply",
    .start = HEED_CLOCK_START_RECEIVED,
    .amount = amount,
    .unit = unit,
    .end = HEED_CLOCK_END_RESOLVED,
    .pausable = TRUE,
    .agreeable = TRUE,
    .types = complaint_only,
  };
}

static HeedClockFacts
facts_of (const char *start,
          const char *today)
{
  return (HeedClockFacts) {
    .start = heed_date_parse (start),
    .agreed = HEED_DATE_NONE,
    .first_agreed = HEED_DATE_NONE,
    .met = HEED_DATE_NONE,
    .today = heed_date_parse (today),
  };
}

static const HeedCalendar *
england (void)
{
  return heed_rules_get_calendar (rules, "england-wales");
}

static void
assert_date (HeedDate    date,
             const char *expected)
{
  g_autofree char *text = heed_date_format (date);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_running (void)
{
  HeedClockSpec  spec = spec_of (3, HEED_CLOCK_UNIT_WORKING_DAYS);
  HeedClockFacts facts = facts_of ("2026-12-24", "2026-12-28");
  g_autoptr (HeedClock) clock = heed_clock_new (&spec, england (), &facts);

  g_assert_cmpint (clock->state, ==, HEED_CLOCK_RUNNING);
  assert_date (clock->due, "2026-12-31");
  assert_date (clock->computed, "2026-12-31");
  g_assert_false (clock->from_agreement);
  g_assert_true (clock->days_known);
  g_assert_cmpint (clock->days_left, ==, 3);
  g_assert_cmpint (clock->paused_days, ==, 0);
  g_assert_cmpuint (clock->skipped->len, ==, 4);
  g_assert_false (heed_clock_is_late (clock, facts.today));
  g_assert_false (heed_clock_is_late (clock, heed_date_parse ("2026-12-31")));
  g_assert_true (heed_clock_is_late (clock, heed_date_parse ("2027-01-01")));
}

static void
test_waiting (void)
{
  HeedClockSpec  spec = spec_of (0, HEED_CLOCK_UNIT_WORKING_DAYS);
  HeedClockFacts facts = facts_of ("2026-11-02", "2026-11-20");
  g_autoptr (HeedClock) agreed = NULL;
  g_autoptr (HeedClock) replied = NULL;
  g_autoptr (HeedClock) not_begun = NULL;

  spec.start = HEED_CLOCK_START_AGREED;
  agreed = heed_clock_new (&spec, england (), &facts);
  g_assert_cmpint (agreed->state, ==, HEED_CLOCK_WAITING);
  g_assert_cmpint (agreed->due, ==, HEED_DATE_NONE);
  g_assert_false (agreed->days_known);
  g_assert_false (heed_clock_is_late (agreed, facts.today));

  /* Answered before any date was agreed: nothing was missed. */
  facts.met = heed_date_parse ("2026-11-19");
  replied = heed_clock_new (&spec, england (), &facts);
  g_assert_cmpint (replied->state, ==, HEED_CLOCK_MET);

  spec = spec_of (30, HEED_CLOCK_UNIT_WORKING_DAYS);
  spec.start = HEED_CLOCK_START_ACKNOWLEDGED;
  facts = facts_of (NULL, "2026-11-20");
  not_begun = heed_clock_new (&spec, england (), &facts);
  g_assert_cmpint (not_begun->state, ==, HEED_CLOCK_WAITING);
  g_assert_cmpuint (not_begun->skipped->len, ==, 0);
}

static void
test_met_and_missed (void)
{
  HeedClockSpec  spec = spec_of (3, HEED_CLOCK_UNIT_WORKING_DAYS);
  HeedClockFacts facts = facts_of ("2026-11-16", "2026-11-25");
  g_autoptr (HeedClock) met = NULL;
  g_autoptr (HeedClock) missed = NULL;

  facts.met = heed_date_parse ("2026-11-19");
  met = heed_clock_new (&spec, england (), &facts);
  g_assert_cmpint (met->state, ==, HEED_CLOCK_MET);
  g_assert_false (heed_clock_is_late (met, facts.today));

  facts.met = heed_date_parse ("2026-11-20");
  missed = heed_clock_new (&spec, england (), &facts);
  g_assert_cmpint (missed->state, ==, HEED_CLOCK_MISSED);
  assert_date (missed->due, "2026-11-19");
  g_assert_true (heed_clock_is_late (missed, facts.today));
}

static void
test_agreed (void)
{
  HeedClockSpec  spec = spec_of (20, HEED_CLOCK_UNIT_WORKING_DAYS);
  HeedClockFacts facts = facts_of ("2026-11-02", "2026-11-20");
  HeedPause      pause = { .from = heed_date_parse ("2026-11-10"), .to = HEED_DATE_NONE };
  g_autoptr (HeedClock) clock = NULL;
  g_autoptr (HeedClock) fixed = NULL;

  facts.first_agreed = heed_date_parse ("2026-11-27");
  facts.agreed = heed_date_parse ("2026-12-11");
  facts.pauses = &pause;
  facts.n_pauses = 1;
  clock = heed_clock_new (&spec, england (), &facts);
  /* The open pause changes what the rule alone gives, but not what was agreed. */
  g_assert_cmpint (clock->state, ==, HEED_CLOCK_RUNNING);
  g_assert_true (clock->from_agreement);
  assert_date (clock->due, "2026-12-11");
  assert_date (clock->first_promise, "2026-11-27");
  assert_date (clock->current_promise, "2026-12-11");
  assert_date (clock->computed, "2026-12-10");
  g_assert_cmpint (clock->paused_days, ==, 8);
  g_assert_cmpint (clock->days_left, ==, 15);

  spec.agreeable = FALSE;
  fixed = heed_clock_new (&spec, england (), &facts);
  g_assert_false (fixed->from_agreement);
  g_assert_cmpint (fixed->current_promise, ==, HEED_DATE_NONE);
  g_assert_cmpint (fixed->state, ==, HEED_CLOCK_PAUSED);
}

static void
test_paused (void)
{
  HeedClockSpec  spec = spec_of (5, HEED_CLOCK_UNIT_WORKING_DAYS);
  HeedClockFacts facts = facts_of ("2026-11-02", "2026-11-12");
  HeedPause      pauses[] = {
    { heed_date_parse ("2026-11-04"), heed_date_parse ("2026-11-05") },
    { heed_date_parse ("2026-11-09"), HEED_DATE_NONE },
  };
  g_autoptr (HeedClock) standing = NULL;
  g_autoptr (HeedClock) running = NULL;
  g_autoptr (HeedClock) same_day = NULL;
  g_autoptr (HeedClock) unpausable = NULL;

  facts.pauses = pauses;
  facts.n_pauses = 2;
  standing = heed_clock_new (&spec, england (), &facts);
  g_assert_cmpint (standing->state, ==, HEED_CLOCK_PAUSED);
  g_assert_cmpint (standing->due, ==, HEED_DATE_NONE);
  /* Tue 3, Thu 5, Fri 6 count; from today, Thursday 12, on: Thu 12, Fri 13. */
  assert_date (standing->computed, "2026-11-13");
  g_assert_cmpint (standing->paused_days, ==, 4);
  g_assert_false (heed_clock_is_late (standing, heed_date_parse ("2027-11-12")));

  pauses[1].to = heed_date_parse ("2026-11-11");
  running = heed_clock_new (&spec, england (), &facts);
  g_assert_cmpint (running->state, ==, HEED_CLOCK_RUNNING);
  assert_date (running->due, "2026-11-12");
  g_assert_cmpint (running->days_left, ==, 0);

  /* A pause that ends on the day it began takes nothing out. */
  pauses[0].to = pauses[0].from;
  pauses[1].to = pauses[1].from;
  same_day = heed_clock_new (&spec, england (), &facts);
  assert_date (same_day->due, "2026-11-09");
  g_assert_cmpint (same_day->paused_days, ==, 0);

  pauses[1].to = HEED_DATE_NONE;
  spec.pausable = FALSE;
  unpausable = heed_clock_new (&spec, england (), &facts);
  g_assert_cmpint (unpausable->state, ==, HEED_CLOCK_RUNNING);
  assert_date (unpausable->due, "2026-11-09");
  g_assert_true (heed_clock_is_late (unpausable, facts.today));
}

/* Pausing a clock that has run out must not hide that it is late. */
static void
test_paused_too_late (void)
{
  HeedClockSpec  spec = spec_of (5, HEED_CLOCK_UNIT_WORKING_DAYS);
  HeedClockFacts facts = facts_of ("2026-11-02", "2026-11-16");
  HeedPause      pause = { heed_date_parse ("2026-11-10"), HEED_DATE_NONE };
  g_autoptr (HeedClock) late = NULL;
  g_autoptr (HeedClock) in_time = NULL;
  g_autoptr (HeedClock) not_begun = NULL;

  facts.pauses = &pause;
  facts.n_pauses = 1;
  late = heed_clock_new (&spec, england (), &facts);
  g_assert_cmpint (late->state, ==, HEED_CLOCK_RUNNING);
  assert_date (late->due, "2026-11-09");
  g_assert_true (heed_clock_is_late (late, facts.today));
  g_assert_cmpint (late->days_left, ==, -5);

  pause.from = heed_date_parse ("2026-11-09");
  in_time = heed_clock_new (&spec, england (), &facts);
  g_assert_cmpint (in_time->state, ==, HEED_CLOCK_PAUSED);

  /* Entered with a day to come, and open: it is not there yet. */
  facts.today = heed_date_parse ("2026-11-05");
  not_begun = heed_clock_new (&spec, england (), &facts);
  g_assert_cmpint (not_begun->state, ==, HEED_CLOCK_RUNNING);
  assert_date (not_begun->due, "2026-11-09");
}

static void
test_months (void)
{
  HeedClockSpec  spec = spec_of (6, HEED_CLOCK_UNIT_MONTHS);
  HeedClockFacts facts = facts_of ("2026-08-31", "2026-11-20");
  HeedPause      pause = { heed_date_parse ("2026-10-01"), heed_date_parse ("2026-10-11") };
  g_autoptr (HeedClock) clamped = heed_clock_new (&spec, england (), &facts);
  g_autoptr (HeedClock) paused = NULL;
  g_autoptr (HeedClock) beyond = NULL;

  assert_date (clamped->due, "2027-02-28");
  g_assert_true (clamped->days_known);

  facts.pauses = &pause;
  facts.n_pauses = 1;
  paused = heed_clock_new (&spec, NULL, &facts);
  assert_date (paused->due, "2027-03-10");
  g_assert_cmpint (paused->paused_days, ==, 10);
  g_assert_false (paused->days_known);
  g_assert_cmpint (paused->state, ==, HEED_CLOCK_RUNNING);

  /* The date itself needs no holidays; only how many working days are left does. */
  facts = facts_of ("2027-08-31", "2027-11-20");
  beyond = heed_clock_new (&spec, england (), &facts);
  g_assert_cmpint (beyond->state, ==, HEED_CLOCK_RUNNING);
  assert_date (beyond->due, "2028-02-29");
  g_assert_false (beyond->days_known);
}

static void
test_calendar_days (void)
{
  HeedClockSpec  spec = spec_of (7, HEED_CLOCK_UNIT_CALENDAR_DAYS);
  HeedClockFacts facts = facts_of ("2026-12-24", "2026-12-24");
  HeedPause      pause = { heed_date_parse ("2026-12-26"), heed_date_parse ("2026-12-29") };
  g_autoptr (HeedClock) plain = heed_clock_new (&spec, NULL, &facts);
  g_autoptr (HeedClock) paused = NULL;

  assert_date (plain->due, "2026-12-31");
  g_assert_cmpuint (plain->skipped->len, ==, 0);
  facts.pauses = &pause;
  facts.n_pauses = 1;
  paused = heed_clock_new (&spec, england (), &facts);
  assert_date (paused->due, "2027-01-03");
  g_assert_cmpint (paused->paused_days, ==, 3);
  g_assert_cmpuint (paused->skipped->len, ==, 3);
  g_assert_cmpint (paused->days_left, ==, 3);
}

static void
test_unknown (void)
{
  HeedClockSpec  spec = spec_of (20, HEED_CLOCK_UNIT_WORKING_DAYS);
  HeedClockFacts facts = facts_of ("2027-12-20", "2027-12-22");
  g_autoptr (HeedClock) clock = heed_clock_new (&spec, england (), &facts);
  g_autoptr (HeedClock) agreed = NULL;
  g_autoptr (HeedClock) without = NULL;

  g_assert_cmpint (clock->state, ==, HEED_CLOCK_UNKNOWN);
  g_assert_cmpint (clock->missing_year, ==, 2028);
  g_assert_cmpint (clock->due, ==, HEED_DATE_NONE);
  g_assert_false (clock->days_known);

  facts.agreed = facts.first_agreed = heed_date_parse ("2027-12-31");
  agreed = heed_clock_new (&spec, england (), &facts);
  g_assert_cmpint (agreed->state, ==, HEED_CLOCK_RUNNING);
  g_assert_cmpint (agreed->missing_year, ==, 0);
  assert_date (agreed->due, "2027-12-31");

  facts = facts_of ("2026-12-20", "2026-12-22");
  without = heed_clock_new (&spec, NULL, &facts);
  g_assert_cmpint (without->state, ==, HEED_CLOCK_UNKNOWN);
  g_assert_cmpint (without->missing_year, ==, 0);
}

/* 0 means due today and nothing else. */
static void
test_days_left (void)
{
  HeedClockSpec spec = spec_of (0, HEED_CLOCK_UNIT_WORKING_DAYS);
  static const struct
  {
    const char *agreed, *today;
    int         left;
  } cases[] = {
    { "2026-11-20", "2026-11-20", 0 },
    { "2026-11-20", "2026-11-21", -1 },
    { "2026-11-20", "2026-11-23", -1 },
    { "2026-11-20", "2026-11-24", -2 },
    { "2026-11-22", "2026-11-20", 1 },
    { "2026-11-22", "2026-11-22", 0 },
    { "2026-11-23", "2026-11-20", 1 },
    { "2026-11-24", "2026-11-20", 2 },
  };

  spec.start = HEED_CLOCK_START_AGREED;
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      HeedClockFacts facts = facts_of ("2026-11-02", cases[i].today);
      g_autoptr (HeedClock) clock = NULL;

      facts.agreed = facts.first_agreed = heed_date_parse (cases[i].agreed);
      clock = heed_clock_new (&spec, england (), &facts);
      g_assert_true (clock->days_known);
      g_assert_cmpint (clock->days_left, ==, cases[i].left);
    }
}

static void
test_bad_pauses (void)
{
  if (g_test_subprocess ())
    {
      HeedClockSpec  spec = spec_of (5, HEED_CLOCK_UNIT_WORKING_DAYS);
      HeedClockFacts facts = facts_of ("2026-11-02", "2026-11-16");
      HeedPause      pauses[] = {
        { heed_date_parse ("2026-11-10"), heed_date_parse ("2026-11-12") },
        { heed_date_parse ("2026-11-11"), HEED_DATE_NONE },
      };

      facts.pauses = pauses;
      facts.n_pauses = 2;
      heed_clock_new (&spec, england (), &facts);
      return;
    }
  g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_DEFAULT);
  g_test_trap_assert_failed ();
  g_test_trap_assert_stderr ("*pauses_are_good*");
}

/* The oracle ticks off days one at a time, as the rule reads, on a calendar made of the built-in
 * one, so that only the counting is checked here. */
static HeedDate
oracle_due (const HeedClockSpec  *spec,
            const HeedClockFacts *facts,
            int                  *paused_days)
{
  int      left = spec->amount;
  HeedDate date;

  *paused_days = 0;
  if (spec->unit == HEED_CLOCK_UNIT_MONTHS)
    {
      GDate months;

      g_date_clear (&months, 1);
      g_date_set_julian (&months, (guint32) (facts->start + 719163));
      g_date_add_months (&months, (guint) spec->amount);
      left = (int) g_date_get_julian (&months) - 719163 - facts->start;
    }

  for (date = facts->start + 1;; date++)
    {
      gboolean paused = FALSE;
      gboolean counts = spec->unit != HEED_CLOCK_UNIT_WORKING_DAYS
                        || heed_calendar_classify (england (), date, NULL) == HEED_DAY_WORKING;

      for (guint i = 0; i < facts->n_pauses; i++)
        {
          HeedDate to = facts->pauses[i].to == HEED_DATE_NONE ? facts->today : facts->pauses[i].to;

          paused = paused || (date >= facts->pauses[i].from && date < to);
        }
      if (counts && paused && spec->pausable)
        (*paused_days)++;
      else if (counts && --left == 0)
        return date;
    }
}

static void
test_random (void)
{
  g_autoptr (GRand) rand = heed_test_rand ();
  HeedDate base = heed_date_new (2016, 1, 1);
  guint    n_paused = 0;

  for (guint i = 0; i < N_RANDOM; i++)
    {
      HeedClockUnit  unit = (HeedClockUnit) g_rand_int_range (rand, 0, 3);
      int            most = unit == HEED_CLOCK_UNIT_MONTHS ? 12 : 40;
      HeedClockSpec  spec = spec_of (g_rand_int_range (rand, 1, most + 1), unit);
      HeedPause      pauses[4];
      HeedClockFacts facts = facts_of (NULL, "2016-01-01");
      HeedDate       at, expected;
      int            paused_days;
      g_autoptr (HeedClock) clock = NULL;

      spec.pausable = g_rand_boolean (rand);
      facts.start = base + g_rand_int_range (rand, 0, 3000);
      facts.today = facts.start + g_rand_int_range (rand, 0, 80);
      facts.pauses = pauses;
      for (at = facts.start - 5; facts.n_pauses < 4 && g_rand_int_range (rand, 0, 3) > 0;
           facts.n_pauses++)
        {
          pauses[facts.n_pauses].from = at += g_rand_int_range (rand, 0, 20);
          pauses[facts.n_pauses].to = at += g_rand_int_range (rand, 0, 20);
        }
      if (facts.n_pauses > 0 && g_rand_int_range (rand, 0, 3) == 0)
        pauses[facts.n_pauses - 1].to = HEED_DATE_NONE;

      clock = heed_clock_new (&spec, england (), &facts);
      expected = oracle_due (&spec, &facts, &paused_days);
      g_assert_cmpint (clock->computed, ==, expected);
      g_assert_cmpint (clock->paused_days, ==, paused_days);
      g_assert_true (clock->state == HEED_CLOCK_RUNNING || clock->state == HEED_CLOCK_PAUSED);
      if (clock->state == HEED_CLOCK_RUNNING)
        g_assert_cmpint (clock->due, ==, expected);
      else
        g_assert_true (spec.pausable && clock->due == HEED_DATE_NONE);
      n_paused += clock->state == HEED_CLOCK_PAUSED ? 1 : 0;
    }
  g_assert_cmpuint (n_paused, >, N_RANDOM / 100);
}

int
main (int   argc,
      char *argv[])
{
  int result;

  g_test_init (&argc, &argv, NULL);
  rules = heed_rules_new_builtin (NULL);
  g_assert_nonnull (rules);

  g_test_add_func ("/clock/running", test_running);
  g_test_add_func ("/clock/waiting", test_waiting);
  g_test_add_func ("/clock/met-and-missed", test_met_and_missed);
  g_test_add_func ("/clock/agreed", test_agreed);
  g_test_add_func ("/clock/paused", test_paused);
  g_test_add_func ("/clock/paused-too-late", test_paused_too_late);
  g_test_add_func ("/clock/months", test_months);
  g_test_add_func ("/clock/calendar-days", test_calendar_days);
  g_test_add_func ("/clock/unknown", test_unknown);
  g_test_add_func ("/clock/days-left", test_days_left);
  g_test_add_func ("/clock/bad-pauses", test_bad_pauses);
  g_test_add_func ("/clock/random", test_random);

  result = g_test_run ();
  g_clear_pointer (&rules, heed_rules_unref);
  return result;
}
