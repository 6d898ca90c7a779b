/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Calendars: by hand, against tables that others publish, and 100,000 random ones against an
 * oracle that knows nothing of the code. Longer than 700 lines because the oracle and the tables
 * share what they compare with. */

#include "config.h"

#include <string.h>

#include "heed-rules.h"
#include "heed-test-rules.h"

#define N_RANDOM 100000

#define HEAD "{\"format\":\"heed-calendar/1\",\"id\":\"test\",\"name\":\"Test\"," \
             "\"version\":\"1\",\"source\":\"none\",\"checked_on\":\"2026-11-22\","

static HeedCalendar *
calendar_from (const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) root = heed_json_parse (text, -1, "test.json", &error);
  HeedCalendar *calendar;

  g_assert_no_error (error);
  calendar = heed_calendar_new_from_json (root, "test.json", &error);
  g_assert_no_error (error);
  return calendar;
}

static HeedDate
add (const HeedCalendar *calendar,
     const char         *start,
     int                 days)
{
  g_autoptr (GError) error = NULL;
  HeedDate date = heed_calendar_add_working_days (calendar, heed_date_parse (start), days, NULL, 0,
                                                  NULL, &error);

  g_assert_no_error (error);
  return date;
}

static void
assert_date (HeedDate    date,
             const char *expected)
{
  g_autofree char *text = heed_date_format (date);

  g_assert_cmpstr (text, ==, expected);
}

static HeedRules *
builtin (void)
{
  g_autoptr (GError) error = NULL;
  HeedRules *rules = heed_rules_new_builtin (&error);

  g_assert_no_error (error);
  return rules;
}

static void
test_christmas (void)
{
  g_autoptr (HeedRules) rules = builtin ();
  const HeedCalendar *england = heed_rules_get_calendar (rules, "england-wales");
  g_autoptr (GArray) skipped = g_array_new (FALSE, FALSE, sizeof (HeedSkippedDay));
  g_autoptr (GError) error = NULL;
  const HeedSkippedDay *days;
  const char           *name = "";

  /* The sentence in the design: 3 working days after Thursday 24 December 2026. */
  assert_date (heed_calendar_add_working_days (england, heed_date_parse ("2026-12-24"), 3, NULL, 0,
                                               skipped, &error),
               "2026-12-31");
  g_assert_no_error (error);
  g_assert_cmpuint (skipped->len, ==, 4);
  days = (const HeedSkippedDay *) (void *) skipped->data;
  assert_date (days[0].date, "2026-12-25");
  g_assert_cmpint (days[0].kind, ==, HEED_DAY_HOLIDAY);
  g_assert_cmpstr (days[0].name, ==, "Christmas Day");
  g_assert_cmpint (days[1].kind, ==, HEED_DAY_WEEKEND);
  g_assert_null (days[1].name);
  g_assert_cmpint (days[2].kind, ==, HEED_DAY_WEEKEND);
  g_assert_cmpstr (days[3].name, ==, "Boxing Day (substitute day)");

  g_assert_cmpint (heed_calendar_classify (england, heed_date_parse ("2026-12-24"), &name), ==,
                   HEED_DAY_WORKING);
  g_assert_null (name);
  g_assert_cmpstr (heed_calendar_get_id (england), ==, "england-wales");
  g_assert_cmpstr (heed_calendar_get_name (england), ==, "England and Wales");
  g_assert_cmpint (heed_calendar_get_last_year (england), ==, 2027);
}

static void
test_closed_start (void)
{
  g_autoptr (HeedRules) rules = builtin ();
  const HeedCalendar *england = heed_rules_get_calendar (rules, "england-wales");

  /* Received on Christmas Day, on a Saturday, on a Sunday: counting starts the day after. */
  assert_date (add (england, "2026-12-25", 1), "2026-12-29");
  assert_date (add (england, "2026-11-21", 1), "2026-11-23");
  assert_date (add (england, "2026-11-22", 3), "2026-11-25");
  assert_date (add (england, "2026-11-20", 0), "2026-11-20");
  /* Over a leap day, over both changes of the clocks. */
  assert_date (add (england, "2024-02-28", 1), "2024-02-29");
  assert_date (add (england, "2024-02-29", 1), "2024-03-01");
  assert_date (add (england, "2026-03-27", 1), "2026-03-30");
  assert_date (add (england, "2026-10-23", 1), "2026-10-26");
  /* Backward: the day before Easter's four days, three working days before Monday. */
  assert_date (add (england, "2026-04-07", -1), "2026-04-02");
  assert_date (add (england, "2026-11-23", -3), "2026-11-18");
}

static void
test_unknown_year (void)
{
  g_autoptr (HeedRules) rules = builtin ();
  const HeedCalendar *england = heed_rules_get_calendar (rules, "england-wales");
  g_autoptr (GError) error = NULL;
  int days = 42;

  g_assert_cmpint (heed_calendar_classify (england, heed_date_parse ("2028-01-01"), NULL), ==,
                   HEED_DAY_UNKNOWN);
  g_assert_cmpint (heed_calendar_classify (england, heed_date_parse ("2014-12-31"), NULL), ==,
                   HEED_DAY_UNKNOWN);
  g_assert_cmpint (heed_calendar_add_working_days (england, heed_date_parse ("2027-12-30"), 3, NULL,
                                                   0, NULL, &error),
                   ==, HEED_DATE_NONE);
  g_assert_error (error, HEED_RULES_ERROR, HEED_RULES_ERROR_NO_HOLIDAYS);
  g_assert_cmpstr (error->message, ==,
                   "The calendar \"england-wales\" holds no public holidays for 2028");
  g_clear_error (&error);
  assert_date (add (england, "2027-12-30", 1), "2027-12-31");

  g_assert_false (heed_calendar_count_working_days (england, heed_date_parse ("2027-12-30"),
                                                    heed_date_parse ("2028-01-03"), &days, &error));
  g_assert_error (error, HEED_RULES_ERROR, HEED_RULES_ERROR_NO_HOLIDAYS);
  g_assert_nonnull (strstr (error->message, "2028"));
  g_clear_error (&error);
  g_assert_false (heed_calendar_count_working_days (england, heed_date_parse ("2015-01-03"),
                                                    heed_date_parse ("2014-12-01"), &days, &error));
  g_assert_nonnull (strstr (error->message, "2014"));
  g_assert_cmpint (days, ==, 42);
  /* The day that does not count itself may lie outside. */
  g_assert_true (heed_calendar_count_working_days (england, heed_date_parse ("2014-12-31"),
                                                   heed_date_parse ("2015-01-05"), &days, NULL));
  g_assert_cmpint (days, ==, 2);
}

static void
test_closures (void)
{
  g_autoptr (HeedCalendar) calendar = NULL;
  const char *name;

  /* clang-format off */
  calendar = calendar_from (HEAD "\"weekend\":[\"saturday\",\"sunday\"],\"first_year\":2023,"
                            "\"last_year\":2025,\"holidays\":[{\"date\":\"2024-12-25\",\"name\":"
                            "\"Christmas Day\"}],\"closures\":["
                            "{\"from\":\"12-24\",\"to\":\"01-02\",\"name\":\"Winter\"},"
                            "{\"from\":\"2024-06-03\",\"to\":\"2024-06-04\",\"name\":\"Moving\"},"
                            "{\"from\":\"02-29\",\"to\":\"02-29\",\"name\":\"Leap\"}]}");
  /* clang-format on */

  /* The closure wraps from the year before the first and into the year after the last. */
  g_assert_cmpint (heed_calendar_classify (calendar, heed_date_parse ("2023-01-02"), &name), ==,
                   HEED_DAY_CLOSURE);
  g_assert_cmpstr (name, ==, "Winter");
  g_assert_cmpint (heed_calendar_classify (calendar, heed_date_parse ("2023-01-03"), NULL), ==,
                   HEED_DAY_WORKING);
  g_assert_cmpint (heed_calendar_classify (calendar, heed_date_parse ("2025-12-31"), NULL), ==,
                   HEED_DAY_CLOSURE);
  g_assert_cmpint (heed_calendar_classify (calendar, heed_date_parse ("2024-12-25"), &name), ==,
                   HEED_DAY_HOLIDAY);
  g_assert_cmpstr (name, ==, "Christmas Day");
  g_assert_cmpint (heed_calendar_classify (calendar, heed_date_parse ("2024-12-28"), NULL), ==,
                   HEED_DAY_WEEKEND);
  assert_date (add (calendar, "2024-12-23", 1), "2025-01-03");
  assert_date (add (calendar, "2025-01-03", -1), "2024-12-23");
  assert_date (add (calendar, "2024-05-31", 1), "2024-06-05");
  g_assert_cmpint (heed_calendar_classify (calendar, heed_date_parse ("2024-02-29"), NULL), ==,
                   HEED_DAY_CLOSURE);
  g_assert_cmpint (heed_calendar_classify (calendar, heed_date_parse ("2025-02-28"), NULL), ==,
                   HEED_DAY_WORKING);
  g_assert_cmpint (heed_calendar_classify (calendar, heed_date_parse ("2023-03-01"), NULL), ==,
                   HEED_DAY_WORKING);
}

static void
test_no_working_day (void)
{
  g_autoptr (HeedCalendar) calendar = NULL;
  g_autoptr (HeedRules) rules = builtin ();
  HeedPause open = { .from = heed_date_parse ("2026-01-07"), .to = HEED_DATE_NONE };
  g_autoptr (GError) error = NULL;

  calendar = calendar_from (HEAD "\"weekend\":[],\"first_year\":2000,\"last_year\":2040,"
                                 "\"holidays\":[],\"closures\":["
                                 "{\"from\":\"01-01\",\"to\":\"12-31\",\"name\":\"Closed\"}]}");
  for (int sign = -1; sign <= 1; sign += 2)
    {
      g_assert_cmpint (heed_calendar_add_working_days (calendar, heed_date_parse ("2020-06-01"),
                                                       sign, NULL, 0, NULL, &error),
                       ==,
                       HEED_DATE_NONE);
      g_assert_error (error, HEED_RULES_ERROR, HEED_RULES_ERROR_NO_WORKING_DAY);
      g_clear_error (&error);
    }

  g_assert_cmpint (heed_calendar_add_working_days (heed_rules_get_calendar (rules, "weekdays"),
                                                   heed_date_parse ("2026-01-05"), 2, &open, 1,
                                                   NULL, &error),
                   ==, HEED_DATE_NONE);
  g_assert_error (error, HEED_RULES_ERROR, HEED_RULES_ERROR_NO_WORKING_DAY);
}

/* Tables that others publish. */

typedef struct
{
  const char *calendar;
  const char *file;
  const char *member; /* of gov.uk's file; NULL where the file itself is the table */
} Table;

static const Table tables[] = {
  { "england-wales", "holidays/govuk_bank-holidays_2012_2020_fishbowler.json",
    "england-and-wales" },
  { "england-wales", "holidays/govuk_bank-holidays_2024_2027.json", "england-and-wales" },
  { "scotland", "holidays/govuk_bank-holidays_2024_2027.json", "scotland" },
  { "northern-ireland", "holidays/govuk_bank-holidays_2024_2027.json", "northern-ireland" },
  { "england-wales", "holidays/py_holidays_GB_ENG.json", NULL },
  { "england-wales", "holidays/py_holidays_GB_WLS.json", NULL },
  { "scotland", "holidays/py_holidays_GB_SCT.json", NULL },
  { "northern-ireland", "holidays/py_holidays_GB_NIR.json", NULL },
  { "ireland", "holidays/py_holidays_IE_COMMON.json", NULL },
  { "nsw", "holidays/py_holidays_AU_NSW.json", NULL },
  { "us-federal", "holidays/us_federal_holidays_filtered.csv", NULL },
};

/* Reads a table into date → name, and the years it covers. */
static GHashTable *
read_table (const Table *table,
            const char  *path)
{
  GHashTable      *days = g_hash_table_new_full (g_direct_hash, g_direct_equal, NULL, g_free);
  g_autofree char *text = NULL;
  gsize            length;

  g_assert_true (g_file_get_contents (path, &text, &length, NULL));
  if (g_str_has_suffix (path, ".csv"))
    {
      g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

      for (guint i = 1; lines[i] != NULL && strlen (lines[i]) > 11; i++)
        {
          lines[i][10] = '\0';
          g_hash_table_insert (days, GINT_TO_POINTER (heed_date_parse (lines[i])),
                               g_strdup (g_strchomp (lines[i] + 11)));
        }
    }
  else
    {
      g_autoptr (JsonNode) root = heed_json_parse (text, (gssize) length, path, NULL);
      JsonObject *object = json_node_get_object (root);

      if (table->member)
        {
          JsonArray *events = json_object_get_array_member (
              json_object_get_object_member (object, table->member), "events");

          for (guint i = 0; i < json_array_get_length (events); i++)
            {
              JsonObject *event = json_array_get_object_element (events, i);

              g_hash_table_insert (
                  days,
                  GINT_TO_POINTER (heed_date_parse (json_object_get_string_member (event, "date"))),
                  g_strdup (json_object_get_string_member (event, "title")));
            }
        }
      else
        {
          JsonObjectIter iter;
          const char    *date;
          JsonNode      *name;

          json_object_iter_init (&iter, object);
          while (json_object_iter_next (&iter, &date, &name))
            g_hash_table_insert (days, GINT_TO_POINTER (heed_date_parse (date)),
                                 g_strdup (json_node_get_string (name)));
        }
    }
  return days;
}

/* Every known difference between a table and our calendar, with its cause. */
static gboolean
is_known_deviation (const Table *table,
                    HeedDate     date,
                    const char  *their_name)
{
  /* Not a public holiday in Ireland: banks close, and python-holidays lists it as a bank day. */
  if (g_str_equal (table->calendar, "ireland") && g_strcmp0 (their_name, "Good Friday") == 0)
    return TRUE;
  /* August in New South Wales: banks only, no public holiday under the Public Holidays Act. */
  if (g_str_equal (table->calendar, "nsw") && g_strcmp0 (their_name, "Bank Holiday") == 0)
    return TRUE;
  /* Proclaimed on 3 February 2026, later than this copy of gov.uk's table was taken. */
  if (g_str_equal (table->calendar, "scotland") && table->member != NULL
      && date == heed_date_new (2026, 6, 15))
    return TRUE;
  return FALSE;
}

static void
test_table (gconstpointer data)
{
  const Table *table = data;
  g_autoptr (HeedRules) rules = builtin ();
  const HeedCalendar *calendar = heed_rules_get_calendar (rules, table->calendar);
  g_autofree char    *path = heed_test_data (table->file);
  g_autoptr (GHashTable) days = NULL;
  int            first_year = 9999, last_year = 0;
  GHashTableIter iter;
  gpointer       key;

  if (path == NULL)
    return;
  days = read_table (table, path);
  g_hash_table_iter_init (&iter, days);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    {
      first_year = MIN (first_year, heed_date_get_year (GPOINTER_TO_INT (key)));
      last_year = MAX (last_year, heed_date_get_year (GPOINTER_TO_INT (key)));
    }
  first_year = MAX (first_year, 2015);
  last_year = MIN (last_year, 2027);
  g_assert_cmpint (first_year, <=, last_year);

  for (HeedDate date = heed_date_new (first_year, 1, 1);
       date <= heed_date_new (last_year, 12, 31); date++)
    {
      const char      *theirs = g_hash_table_lookup (days, GINT_TO_POINTER (date));
      const char      *ours = NULL;
      HeedDayKind      kind = heed_calendar_classify (calendar, date, &ours);
      g_autofree char *text = heed_date_format (date);

      /* On a weekend a holiday changes nothing; our UK lists leave those out as gov.uk does. */
      if ((kind == HEED_DAY_HOLIDAY) == (theirs != NULL)
          || heed_date_get_weekday (date) >= 6)
        continue;
      if (!is_known_deviation (table, date, theirs))
        g_error ("%s %s: ours %s, theirs %s", table->calendar, text, ours, theirs);
    }
}

/* The one-offs, by name, so that a table that lacks them cannot hide them. */
static void
test_one_offs (void)
{
  static const struct
  {
    const char *calendar, *date, *name;
  } days[] = {
    { "england-wales", "2020-05-08", "Early May bank holiday (VE Day)" },
    { "england-wales", "2022-06-02", "Spring bank holiday" },
    { "england-wales", "2022-06-03", "Platinum Jubilee bank holiday" },
    { "scotland", "2022-09-19", "Bank holiday for the State Funeral of Queen Elizabeth II" },
    { "northern-ireland", "2023-05-08", "Bank holiday for the coronation of King Charles III" },
    { "scotland", "2026-06-15", "World Cup bank holiday" },
    { "scotland", "2027-01-04", "2nd January (substitute day)" },
    { "scotland", "2026-11-30", "St Andrew’s Day" },
    { "scotland", "2026-08-03", "Summer bank holiday" },
    { "northern-ireland", "2026-07-13",
      "Battle of the Boyne (Orangemen’s Day) (substitute day)" },
    { "ireland", "2022-03-18", "Day of remembrance and recognition" },
    { "ireland", "2023-02-06", "St Brigid’s Day" },
    { "nsw", "2022-09-22", "National Day of Mourning for Queen Elizabeth II" },
    { "nsw", "2026-04-04", "Easter Saturday" },
    { "nsw", "2026-04-27", "Anzac Day (additional day)" },
    { "us-federal", "2021-06-18", "Juneteenth National Independence Day (observed)" },
    { "us-federal", "2021-12-31", "New Year’s Day (observed)" },
  };
  static const char *const working[][2] = {
    { "england-wales", "2020-05-04" },
    { "england-wales", "2022-05-30" },
    { "england-wales", "2026-06-15" },
    { "scotland", "2026-04-06" },
    { "ireland", "2022-02-07" },
    { "ireland", "2026-04-03" },
    { "nsw", "2026-08-03" },
    { "us-federal", "2020-06-19" },
    { "weekdays", "2026-12-25" },
  };
  g_autoptr (HeedRules) rules = builtin ();

  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      const char *name;

      heed_calendar_classify (heed_rules_get_calendar (rules, days[i].calendar),
                              heed_date_parse (days[i].date), &name);
      g_assert_cmpstr (name, ==, days[i].name);
    }
  for (guint i = 0; i < G_N_ELEMENTS (working); i++)
    g_assert_cmpint (heed_calendar_classify (heed_rules_get_calendar (rules, working[i][0]),
                                             heed_date_parse (working[i][1]), NULL),
                     ==,
                     HEED_DAY_WORKING);
}

/* The oracle: keeps what the random calendar was made from and decides each day from that, with
 * GDate and lists, never with a table of days. */

typedef struct
{
  gboolean off[8];
  int      first_year, last_year;
  guint32  holidays[8]; /* Julian days */
  guint    n_holidays;
  struct
  {
    gboolean yearly;
    guint32  from, to; /* Julian days, or month * 100 + day */
  } closures[3];
  guint n_closures;
} Oracle;

static HeedDayKind
oracle_kind (const Oracle *oracle,
             guint32       julian)
{
  GDate   date;
  guint32 month_day;

  g_date_clear (&date, 1);
  g_date_set_julian (&date, julian);
  month_day = (guint32) g_date_get_month (&date) * 100 + g_date_get_day (&date);
  if (g_date_get_year (&date) < oracle->first_year || g_date_get_year (&date) > oracle->last_year)
    return HEED_DAY_UNKNOWN;
  for (guint i = 0; i < oracle->n_holidays; i++)
    if (oracle->holidays[i] == julian)
      return HEED_DAY_HOLIDAY;
  if (oracle->off[g_date_get_weekday (&date)])
    return HEED_DAY_WEEKEND;
  for (guint i = 0; i < oracle->n_closures; i++)
    {
      guint32 from = oracle->closures[i].from, to = oracle->closures[i].to;
      guint32 at = oracle->closures[i].yearly ? month_day : julian;

      if (from <= to ? at >= from && at <= to : at >= from || at <= to)
        return HEED_DAY_CLOSURE;
    }
  return HEED_DAY_WORKING;
}

static guint32
random_julian (GRand        *rand,
               const Oracle *oracle)
{
  GDate date;

  g_date_set_dmy (&date, 1, G_DATE_JANUARY, (GDateYear) oracle->first_year);
  return g_date_get_julian (&date)
         + (guint32) g_rand_int_range (rand, 0, 365 * (oracle->last_year - oracle->first_year + 1));
}

static void
append_julian (GString *text,
               guint32  julian)
{
  GDate date;
  char  buffer[16];

  g_date_clear (&date, 1);
  g_date_set_julian (&date, julian);
  g_date_strftime (buffer, sizeof buffer, "%Y-%m-%d", &date);
  g_string_append (text, buffer);
}

/* Invents a calendar, and writes it down as its file would be. */
static void
invent (GRand   *rand,
        Oracle  *oracle,
        GString *text)
{
  static const char *const names[] = { "", "monday", "tuesday", "wednesday", "thursday", "friday",
                                       "saturday", "sunday" };
  const char              *comma = "";

  memset (oracle, 0, sizeof *oracle);
  oracle->first_year = g_rand_int_range (rand, 1990, 2040);
  oracle->last_year = oracle->first_year + g_rand_int_range (rand, 0, 2);
  g_string_assign (text, HEAD "\"weekend\":[");
  for (guint i = (guint) g_rand_int_range (rand, 1, 8); i <= 7; i += 1 + g_rand_int (rand) % 4)
    if (i > 1)
      {
        oracle->off[i] = TRUE;
        g_string_append_printf (text, "%s\"%s\"", comma, names[i]);
        comma = ",";
      }
  g_string_append_printf (text, "],\"first_year\":%d,\"last_year\":%d,\"holidays\":[",
                          oracle->first_year, oracle->last_year);

  comma = "";
  for (int left = g_rand_int_range (rand, 0, 9); left > 0; left--)
    {
      guint32 julian = random_julian (rand, oracle);

      if (oracle_kind (oracle, julian) == HEED_DAY_HOLIDAY)
        continue;
      oracle->holidays[oracle->n_holidays++] = julian;
      g_string_append_printf (text, "%s{\"name\":\"Day\",\"date\":\"", comma);
      append_julian (text, julian);
      g_string_append (text, "\"}");
      comma = ",";
    }

  g_string_append (text, "],\"closures\":[");
  comma = "";
  for (int left = g_rand_int_range (rand, 0, 4); left > 0; left--)
    {
      guint i = oracle->n_closures++;

      oracle->closures[i].yearly = g_rand_boolean (rand);
      g_string_append_printf (text, "%s{\"name\":\"Closed\",\"from\":\"", comma);
      comma = ",";
      if (oracle->closures[i].yearly)
        {
          guint month = 1 + g_rand_int (rand) % 12, day = 1 + g_rand_int (rand) % 28;
          guint to_month = g_rand_int (rand) % 3 ? month : month % 12 + 1;
          guint later = day + g_rand_int (rand) % 20;
          guint to_day = MIN (later, to_month == 2 ? 29 : 30);

          oracle->closures[i].from = month * 100 + day;
          oracle->closures[i].to = to_month * 100 + to_day;
          g_string_append_printf (text, "%02u-%02u\",\"to\":\"%02u-%02u\"}", month, day, to_month,
                                  to_day);
        }
      else
        {
          oracle->closures[i].from = random_julian (rand, oracle);
          oracle->closures[i].to = oracle->closures[i].from + g_rand_int (rand) % 20;
          append_julian (text, oracle->closures[i].from);
          g_string_append (text, "\",\"to\":\"");
          append_julian (text, oracle->closures[i].to);
          g_string_append (text, "\"}");
        }
    }
  g_string_append (text, "]}");
}

static HeedDate
date_of_julian (guint32 julian)
{
  return (HeedDate) julian - 719163;
}

/* Walks as a person would on a wall calendar and compares each day with what was skipped. */
static void
check_walk (const Oracle       *oracle,
            const HeedCalendar *calendar,
            GRand              *rand)
{
  guint32   start = random_julian (rand, oracle);
  int       days = g_rand_int_range (rand, -30, 61);
  HeedPause pauses[3];
  guint     n_pauses = 0;
  guint32   at = start - 40;
  g_autoptr (GArray) skipped = g_array_new (FALSE, FALSE, sizeof (HeedSkippedDay));
  g_autoptr (GError) error = NULL;
  HeedDate found;
  int      counted = 0, expected_error = -1;
  guint    n_skipped = 0;

  while (n_pauses < 3 && g_rand_int (rand) % 3 != 0)
    {
      pauses[n_pauses].from = date_of_julian (at += g_rand_int (rand) % 30);
      pauses[n_pauses].to = date_of_julian (at += g_rand_int (rand) % 30);
      if (g_rand_int (rand) % 8 == 0)
        {
          pauses[n_pauses++].to = HEED_DATE_NONE;
          break;
        }
      n_pauses++;
    }

  found = heed_calendar_add_working_days (calendar, date_of_julian (start), days, pauses, n_pauses,
                                          skipped, &error);
  at = start;
  while (counted < ABS (days) && expected_error < 0)
    {
      HeedDayKind kind;
      int         paused = 0;

      at = days < 0 ? at - 1 : at + 1;
      kind = oracle_kind (oracle, at);
      for (guint i = 0; i < n_pauses; i++)
        if (date_of_julian (at) >= pauses[i].from)
          paused = pauses[i].to == HEED_DATE_NONE ? 2 : date_of_julian (at) < pauses[i].to;
      if (kind == HEED_DAY_UNKNOWN)
        expected_error = HEED_RULES_ERROR_NO_HOLIDAYS;
      else if (kind == HEED_DAY_WORKING && !paused)
        counted++;
      else if (paused == 2 && days > 0)
        expected_error = HEED_RULES_ERROR_NO_WORKING_DAY;
      else
        {
          const HeedSkippedDay *day = &g_array_index (skipped, HeedSkippedDay, n_skipped);

          g_assert_cmpuint (n_skipped, <, skipped->len);
          g_assert_cmpint (day->date, ==, date_of_julian (at));
          g_assert_cmpint (day->kind, ==, kind);
          n_skipped++;
        }
    }

  g_assert_cmpuint (n_skipped, ==, skipped->len);
  if (expected_error >= 0)
    {
      g_assert_error (error, HEED_RULES_ERROR, expected_error);
      g_assert_cmpint (found, ==, HEED_DATE_NONE);
    }
  else
    {
      g_assert_no_error (error);
      g_assert_cmpint (found, ==, date_of_julian (at));
    }
}

static void
check_count (const Oracle       *oracle,
             const HeedCalendar *calendar,
             GRand              *rand)
{
  guint32  from = random_julian (rand, oracle);
  guint32  to = from + (guint32) g_rand_int_range (rand, -60, 60);
  int      expected = 0, days = 0;
  gboolean known = TRUE;

  for (guint32 at = MIN (from, to) + 1; at <= MAX (from, to); at++)
    {
      HeedDayKind kind = oracle_kind (oracle, at);

      known = known && kind != HEED_DAY_UNKNOWN;
      expected += kind == HEED_DAY_WORKING ? 1 : 0;
    }
  g_assert_cmpint (heed_calendar_count_working_days (calendar, date_of_julian (from),
                                                     date_of_julian (to), &days, NULL),
                   ==, known);
  if (known)
    g_assert_cmpint (days, ==, to < from ? -expected : expected);
}

static void
test_random (void)
{
  g_autoptr (GRand) rand = heed_test_rand ();
  g_autoptr (GString) text = g_string_new (NULL);
  Oracle oracle;

  for (guint i = 0; i < N_RANDOM; i++)
    {
      g_autoptr (HeedCalendar) calendar = NULL;

      invent (rand, &oracle, text);
      calendar = calendar_from (text->str);
      check_walk (&oracle, calendar, rand);
      check_walk (&oracle, calendar, rand);
      check_count (&oracle, calendar, rand);
      for (guint days = 0; days < 5; days++)
        {
          guint32 julian = random_julian (rand, &oracle) + g_rand_int (rand) % 5;

          g_assert_cmpint (heed_calendar_classify (calendar, date_of_julian (julian), NULL), ==,
                           oracle_kind (&oracle, julian));
        }
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/calendar/christmas", test_christmas);
  g_test_add_func ("/calendar/closed-start", test_closed_start);
  g_test_add_func ("/calendar/unknown-year", test_unknown_year);
  g_test_add_func ("/calendar/closures", test_closures);
  g_test_add_func ("/calendar/no-working-day", test_no_working_day);
  g_test_add_func ("/calendar/one-offs", test_one_offs);
  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      g_autofree char *base = g_path_get_basename (tables[i].file);
      g_autofree char *path = g_strdup_printf ("/calendar/table/%s/%s", tables[i].calendar, base);

      g_test_add_data_func (path, &tables[i], test_table);
    }
  g_test_add_func ("/calendar/random", test_random);

  return g_test_run ();
}
