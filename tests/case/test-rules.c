/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Rules files: every error of each format, files with random damage, the files that are part of
 * the program, and an organisation's own folder. */

#include "config.h"

#include <glib/gstdio.h>
#include <string.h>

#include "heed-rules.h"
#include "heed-test-rules.h"

#define HEAD(format) "{\"format\":\"" format "\",\"id\":\"test\",\"name\":\"Test\",\"version\":" \
                     "\"1\",\"source\":\"none\",\"checked_on\":\"2026-11-22\","

/* clang-format off */
static const char calendar_text[] =
  HEAD ("heed-calendar/1")
  "\"weekend\":[\"saturday\",\"sunday\"],\"first_year\":2025,\"last_year\":2027,"
  "\"holidays\":[{\"date\":\"2026-12-25\",\"name\":\"Christmas Day\"},"
  "{\"date\":\"2026-12-28\",\"name\":\"Boxing Day\"}],"
  "\"closures\":[{\"from\":\"12-24\",\"to\":\"01-02\",\"name\":\"Winter\"},"
  "{\"from\":\"2026-06-01\",\"to\":\"2026-06-05\",\"name\":\"Moving\"}]}";

static const char codes_text[] =
  HEAD ("heed-codes/1")
  "\"codes\":[{\"id\":\"one\",\"label\":\"One\",\"brief\":\"1\"},"
  "{\"id\":\"one.two\",\"label\":\"Two\",\"brief\":\"2\",\"parent\":\"one\","
  "\"valid_from\":\"2020-01-01\",\"valid_to\":\"2025-12-31\"}]}";

static const char profile_text[] =
  HEAD ("heed-profile/1")
  "\"valid_from\":\"2020-01-01\",\"zone\":\"Europe/London\",\"calendar\":\"england-wales\","
  "\"complaint_word\":\"complaint\",\"next_body\":{\"name\":\"Ombudsman\",\"within_months\":12},"
  "\"requires_reply_date\":false,\"clocks\":["
  "{\"id\":\"acknowledge\",\"label\":\"Acknowledge\",\"basis\":\"Law\",\"start\":\"received\","
  "\"amount\":3,\"unit\":\"working_days\",\"end\":\"acknowledged\",\"pausable\":false,"
  "\"agreeable\":false,\"types\":[\"complaint\"],\"source\":\"here\"},"
  "{\"id\":\"reply\",\"label\":\"Reply\",\"basis\":\"Agreed\",\"start\":\"agreed\","
  "\"amount\":0,\"unit\":\"months\",\"end\":\"resolved\",\"pausable\":true,"
  "\"agreeable\":true,\"types\":[\"concern\"],\"source\":\"there\"}]}";
/* clang-format on */

typedef enum
{
  FORMAT_CALENDAR,
  FORMAT_CODES,
  FORMAT_PROFILE,
} Format;

/* Reads a text as one of the formats; returns whether it was taken. */
static gboolean
load (Format      format,
      const char *text,
      GError    **error)
{
  g_autoptr (JsonNode) root = heed_json_parse (text, -1, "own.json", NULL);
  g_autoptr (HeedCalendar) calendar = NULL;
  g_autoptr (HeedCodes) codes = NULL;
  g_autoptr (HeedProfile) profile = NULL;

  if (root == NULL)
    g_error ("not JSON: %s", text);
  if (format == FORMAT_CALENDAR)
    return (calendar = heed_calendar_new_from_json (root, "own.json", error)) != NULL;
  if (format == FORMAT_CODES)
    return (codes = heed_codes_new_from_json (root, "own.json", error)) != NULL;
  return (profile = heed_profile_new_from_json (root, "own.json", error)) != NULL;
}

typedef struct
{
  Format      format;
  const char *find;
  const char *replace;
  const char *message; /* how it begins, behind "own.json: " */
} BadFile;

static const BadFile bad_files[] = {
  /* What all formats have in common. */
  { FORMAT_CODES, "heed-codes/1", "heed-codes/2", "$.format: it is \"heed-codes/2\", not" },
  { FORMAT_CODES, "\"format\":\"heed-codes/1\",", "", "$.format: it is missing" },
  { FORMAT_CODES, "\"id\":\"test\"", "\"id\":\"Test\"", "$.id: an id is 1 to 64 of" },
  { FORMAT_CODES, "\"id\":\"test\"", "\"id\":\"../x\"", "$.id: an id is 1 to 64 of" },
  { FORMAT_CODES, "\"id\":\"test\"", "\"id\":7", "$.id: it must be one line of text" },
  { FORMAT_CODES, "\"name\":\"Test\"", "\"name\":\"  \"", "$.name: it must be one line of text" },
  { FORMAT_CODES, "\"name\":\"Test\"", "\"name\":\"a\\nb\"", "$.name: it must be one line" },
  { FORMAT_CODES, "\"name\":\"Test\"", "\"name\":null", "$.name: it must be one line of text" },
  { FORMAT_CODES, "\"version\":\"1\",", "", "$.version: it is missing" },
  { FORMAT_CODES, "\"source\":\"none\",", "", "$.source: it is missing" },
  { FORMAT_CODES, "\"source\":\"none\"", "\"source\":[]", "$.source: it must be a list that is" },
  { FORMAT_CODES, "\"source\":\"none\"", "\"source\":[\"a\",1]", "$.source[1]: it must be one" },
  { FORMAT_CODES, "\"source\":\"none\"", "\"source\":{}", "$.source: it must be one line" },
  { FORMAT_CODES, "2026-11-22", "22.11.2026", "$.checked_on: \"22.11.2026\" is not a date" },
  { FORMAT_CODES, "\"codes\":", "\"notes\":1,\"codes\":", "$.notes: it must be one line of text" },
  { FORMAT_CODES, "\"codes\":", "\"cods\":1,\"codes\":", "$.cods: there is no such member" },

  { FORMAT_CODES, "\"codes\":[", "\"codes\":[],\"x\":[", "$.x: there is no such member" },
  { FORMAT_CODES, "{\"id\":\"one\",", "7,{\"id\":\"one\",", "$.codes[0]: it must be an object" },
  { FORMAT_CODES, "\"label\":\"One\",", "", "$.codes[0].label: it is missing" },
  { FORMAT_CODES, ",\"brief\":\"1\"", "", "$.codes[0].brief: it is missing" },
  { FORMAT_CODES, "one.two", "one", "$.codes[1].id: \"one\" is in the list already" },
  { FORMAT_CODES, "\"parent\":\"one\"", "\"parent\":\"one.two\"",
    "$.codes[1].parent: no code \"one.two\" comes before" },
  { FORMAT_CODES, "\"brief\":\"2\"", "\"breif\":\"2\"", "$.codes[1].breif: there is no such" },
  { FORMAT_CODES, "2020-01-01", "2020-13-01", "$.codes[1].valid_from: \"2020-13-01\" is not" },
  { FORMAT_CODES, "2025-12-31", "2019-12-31", "$.codes[1].valid_to: it is before" },
  { FORMAT_CODES, "2025-12-31", "later", "$.codes[1].valid_to: \"later\" is not a date" },

  { FORMAT_CALENDAR, "[\"saturday\",\"sunday\"]", "\"sunday\"", "$.weekend: it must be a list" },
  { FORMAT_CALENDAR, "\"saturday\"", "\"Saturday\"", "$.weekend: \"Saturday\" is not a day" },
  { FORMAT_CALENDAR, "\"saturday\"", "\"sunday\"", "$.weekend[1]: \"sunday\" is there twice" },
  { FORMAT_CALENDAR, "[\"saturday\"",
    "[\"monday\",\"tuesday\",\"wednesday\",\"thursday\",\"friday\",\"saturday\"",
    "$.weekend: it leaves no working day" },
  { FORMAT_CALENDAR, "\"first_year\":2025", "\"first_year\":1899",
    "$.first_year: it must be a whole number from 1900 to 2199" },
  { FORMAT_CALENDAR, "\"first_year\":2025", "\"first_year\":2025.5", "$.first_year: it must be" },
  { FORMAT_CALENDAR, "\"last_year\":2027", "\"last_year\":2024", "$.last_year: it must be first" },
  { FORMAT_CALENDAR, "\"last_year\":2027", "\"last_year\":2125", "$.last_year: it must be first" },
  { FORMAT_CALENDAR, "2026-12-25", "2026-12-32", "$.holidays[0].date: \"2026-12-32\" is not a" },
  { FORMAT_CALENDAR, "2026-12-25", "2028-12-25", "$.holidays[0].date: it is outside the years" },
  { FORMAT_CALENDAR, "2026-12-28", "2026-12-25", "$.holidays[1].date: this day is in the list" },
  { FORMAT_CALENDAR, ",\"name\":\"Christmas Day\"", "", "$.holidays[0].name: it is missing" },
  { FORMAT_CALENDAR, "{\"date\":\"2026-12-25\"", "{\"day\":\"2026-12-25\"",
    "$.holidays[0].day: there is no such member" },
  { FORMAT_CALENDAR, "\"holidays\":[", "\"holidays\":[[],", "$.holidays[0]: it must be an object" },
  { FORMAT_CALENDAR, "12-24", "24-12", "$.closures[0].from: both ends must be dates" },
  { FORMAT_CALENDAR, "01-02", "2027-01-02", "$.closures[0].to: both ends must be dates" },
  { FORMAT_CALENDAR, "01-02", "02-30", "$.closures[0].to: both ends must be dates" },
  { FORMAT_CALENDAR, "2026-06-05", "06-05", "$.closures[1].to: both ends must be dates" },
  { FORMAT_CALENDAR, "2026-06-05", "2026-05-31", "$.closures[1].to: it is before \"from\"" },
  { FORMAT_CALENDAR, ",\"name\":\"Winter\"", "", "$.closures[0].name: it is missing" },
  { FORMAT_CALENDAR, "\"from\":\"12-24\"", "\"form\":\"12-24\"", "$.closures[0].form: there is" },
  { FORMAT_CALENDAR, "\"closures\":[", "\"closures\":[null,", "$.closures[0]: it must be an" },

  { FORMAT_PROFILE, "\"2020-01-01\"", "2020", "$.valid_from: it must be one line of text" },
  { FORMAT_PROFILE, "Europe/London", "Europe/Atlantis", "$.zone: there is no time zone" },
  { FORMAT_PROFILE, "\"england-wales\"", "\"England\"", "$.calendar: an id is" },
  { FORMAT_PROFILE, "\"complaint_word\":\"complaint\",", "", "$.complaint_word: it is missing" },
  { FORMAT_PROFILE, "{\"name\":\"Ombudsman\",\"within_months\":12}", "\"x\"",
    "$.next_body: it must be an object" },
  { FORMAT_PROFILE, "\"name\":\"Ombudsman\",", "", "$.next_body.name: it is missing" },
  { FORMAT_PROFILE, "\"within_months\":12", "\"within_months\":0",
    "$.next_body.within_months: it" },
  { FORMAT_PROFILE, "\"within_months\":12", "\"months\":12", "$.next_body.months: there is no" },
  { FORMAT_PROFILE, ":false,\"clocks\"", ":\"no\",\"clocks\"", "$.requires_reply_date: it must be "
                                                               "true or false" },
  { FORMAT_PROFILE, "\"clocks\":[", "\"clocks\":[1,", "$.clocks[0]: it must be an object" },
  { FORMAT_PROFILE, "\"id\":\"reply\",", "", "$.clocks[1].id: it is missing" },
  { FORMAT_PROFILE, "\"label\":\"Reply\",", "", "$.clocks[1].label: it is missing" },
  { FORMAT_PROFILE, "\"basis\":\"Law\",", "", "$.clocks[0].basis: it is missing" },
  { FORMAT_PROFILE, ",\"source\":\"there\"", "", "$.clocks[1].source: it is missing" },
  { FORMAT_PROFILE, "\"types\":[\"concern\"]", "\"types\":[]", "$.clocks[1].types: it must be" },
  { FORMAT_PROFILE, "\"start\":\"received\"", "\"start\":\"posted\"",
    "$.clocks[0].start: \"posted\" is none of received, formal, acknowledged, agreed, updated, "
    "closed" },
  { FORMAT_PROFILE, "working_days", "days", "$.clocks[0].unit: \"days\" is none of working_days," },
  { FORMAT_PROFILE, "\"end\":\"resolved\"", "\"end\":\"done\"", "$.clocks[1].end: \"done\" is" },
  { FORMAT_PROFILE, "\"amount\":3", "\"amount\":0", "$.clocks[0].amount: it must be a whole number"
                                                    " from 1 to 3650" },
  { FORMAT_PROFILE, "\"amount\":3,\"unit\":\"working_days\"", "\"amount\":121,\"unit\":\"months\"",
    "$.clocks[0].amount: it must be a whole number from 1 to 120" },
  { FORMAT_PROFILE, "\"amount\":0", "\"amount\":1", "$.clocks[1].amount: it must be a whole number"
                                                    " from 0 to 0" },
  { FORMAT_PROFILE, "\"pausable\":false", "\"pausable\":0", "$.clocks[0].pausable: it must be" },
  { FORMAT_PROFILE, "\"pausable\":true,\"agreeable\":true", "\"pausable\":true,\"agreeable\":false",
    "$.clocks[1].agreeable: a clock that starts with" },
  { FORMAT_PROFILE, "\"pausable\":false,", "", "$.clocks[0].pausable: it is missing" },
  { FORMAT_PROFILE, "\"id\":\"reply\",\"label\":\"Reply\",\"basis\":\"Agreed\"",
    "\"id\":\"reply\",\"label\":\"Reply\",\"basis\":\"Agreed\",\"days\":1",
    "$.clocks[1].days: there is no such member" },
};

static const char *
text_of (Format format)
{
  return format == FORMAT_CALENDAR ? calendar_text
         : format == FORMAT_CODES  ? codes_text
                                   : profile_text;
}

static void
test_errors (void)
{
  g_autoptr (GError) error = NULL;

  for (guint format = FORMAT_CALENDAR; format <= FORMAT_PROFILE; format++)
    {
      load ((Format) format, text_of ((Format) format), &error);
      g_assert_no_error (error);
      g_assert_false (load ((Format) format, "[]", &error));
      g_assert_cmpstr (error->message, ==, "own.json: $: it must be an object");
      g_clear_error (&error);
    }

  for (guint i = 0; i < G_N_ELEMENTS (bad_files); i++)
    {
      const BadFile *bad = &bad_files[i];
      g_autoptr (GString) text = g_string_new (text_of (bad->format));
      g_autofree char *message = g_strconcat ("own.json: ", bad->message, NULL);

      if (g_string_replace (text, bad->find, bad->replace, 1) != 1)
        g_error ("\"%s\" is not in the text", bad->find);
      g_assert_false (load (bad->format, text->str, &error));
      g_assert_error (error, HEED_RULES_ERROR, HEED_RULES_ERROR_INVALID);
      if (!g_str_has_prefix (error->message, message))
        g_error ("expected \"%s\", got \"%s\"", message, error->message);
      g_clear_error (&error);
    }
}

/* The same id for the same type twice is refused; for another type it is another rule. */
static void
test_clock_ids (void)
{
  g_autoptr (GString) text = g_string_new (profile_text);
  g_autoptr (GError) error = NULL;

  g_string_replace (text, "\"id\":\"reply\"", "\"id\":\"acknowledge\"", 1);
  g_assert_true (load (FORMAT_PROFILE, text->str, NULL));
  g_string_replace (text, "[\"concern\"]", "[\"concern\",\"complaint\"]", 1);
  g_assert_false (load (FORMAT_PROFILE, text->str, &error));
  g_assert_cmpstr (error->message, ==, "own.json: $.clocks[1].types: there is a clock "
                                       "\"acknowledge\" for \"complaint\" already");
}

/* Files with bytes changed, doubled and cut: taken or refused, never a crash or a warning. */
static void
test_mutations (void)
{
  g_autoptr (GRand) rand = heed_test_rand ();
  guint n_taken = 0;

  for (guint i = 0; i < 100000; i++)
    {
      Format format = (Format) (i % 3);
      g_autoptr (GString) text = g_string_new (text_of (format));
      g_autoptr (JsonNode) root = NULL;
      g_autoptr (GError) error = NULL;

      for (int left = g_rand_int_range (rand, 1, 4); left > 0; left--)
        {
          gsize at = (gsize) g_rand_int_range (rand, 0, (int) text->len);
          gsize other = (gsize) g_rand_int_range (rand, 0, (int) text->len);

          if (g_rand_boolean (rand))
            text->str[at] = text->str[other];
          else if (g_rand_boolean (rand))
            g_string_erase (text, (gssize) at, 1);
          else
            text->str[at] = (char) g_rand_int_range (rand, 1, 256);
        }
      root = heed_json_parse (text->str, (gssize) text->len, "own.json", &error);
      if (root != NULL)
        n_taken += load (format, text->str, &error) ? 1 : 0;
      else
        g_assert_error (error, HEED_RULES_ERROR, HEED_RULES_ERROR_SYNTAX);
    }
  g_assert_cmpuint (n_taken, >, 0);
}

static HeedRules *
builtin (void)
{
  g_autoptr (GError) error = NULL;
  HeedRules *rules = heed_rules_new_builtin (&error);

  g_assert_no_error (error);
  return rules;
}

static const HeedClockSpec *
clock_of (const HeedRules *rules,
          const char      *profile_id,
          const char      *clock_id,
          const char      *type)
{
  const HeedProfile *profile = heed_rules_get_profile (rules, profile_id);

  g_assert_nonnull (profile);
  for (guint i = 0; i < heed_profile_get_n_clocks (profile); i++)
    {
      const HeedClockSpec *spec = heed_profile_get_clock (profile, i);

      if (g_str_equal (spec->id, clock_id) && heed_clock_spec_applies (spec, type))
        return spec;
    }
  return NULL;
}

static void
test_builtin_profiles (void)
{
  static const struct
  {
    const char    *profile, *clock, *type;
    HeedClockStart start;
    int            amount;
    HeedClockUnit  unit;
  } facts[] = {
    { "england-nhs", "acknowledge", "complaint", HEED_CLOCK_START_RECEIVED, 3, 0 },
    { "england-nhs", "reply", "complaint", HEED_CLOCK_START_AGREED, 0, 0 },
    { "england-nhs", "limit", "complaint", HEED_CLOCK_START_RECEIVED, 6, HEED_CLOCK_UNIT_MONTHS },
    { "england-nhs", "early", "concern", HEED_CLOCK_START_RECEIVED, 1, 0 },
    { "scotland-mchp", "early", "concern", HEED_CLOCK_START_RECEIVED, 5, 0 },
    { "scotland-mchp", "acknowledge", "complaint", HEED_CLOCK_START_FORMAL, 3, 0 },
    { "scotland-mchp", "reply", "complaint", HEED_CLOCK_START_FORMAL, 20, 0 },
    { "northern-ireland-hsc", "reply", "complaint", HEED_CLOCK_START_FORMAL, 20, 0 },
    { "ireland-hse", "acknowledge", "complaint", HEED_CLOCK_START_RECEIVED, 5, 0 },
    { "ireland-hse", "reply", "complaint", HEED_CLOCK_START_ACKNOWLEDGED, 30, 0 },
    { "ireland-hse", "update", "complaint", HEED_CLOCK_START_UPDATED, 20, 0 },
    { "ireland-hse", "limit", "complaint", HEED_CLOCK_START_RECEIVED, 6, HEED_CLOCK_UNIT_MONTHS },
    { "nsw-health", "acknowledge", "complaint", HEED_CLOCK_START_RECEIVED, 5, 0 },
    { "nsw-health", "reply", "complaint", HEED_CLOCK_START_RECEIVED, 35, 0 },
    { "us-hospital", "reply", "complaint", HEED_CLOCK_START_RECEIVED, 7,
      HEED_CLOCK_UNIT_CALENDAR_DAYS },
    { "clinic", "acknowledge", "complaint", HEED_CLOCK_START_RECEIVED, 3, 0 },
    { "clinic", "reply", "complaint", HEED_CLOCK_START_RECEIVED, 20, 0 },
    { "clinic", "acknowledge", "compliment", HEED_CLOCK_START_RECEIVED, 5, 0 },
    { "clinic", "reply", "enquiry", HEED_CLOCK_START_RECEIVED, 2, 0 },
    { "clinic", "feedback", "complaint", HEED_CLOCK_START_CLOSED, 20, 0 },
  };
  g_autoptr (HeedRules) rules = builtin ();
  const HeedProfile *england = heed_rules_get_profile (rules, "england-nhs");
  GPtrArray         *profiles = heed_rules_get_profiles (rules);

  for (guint i = 0; i < G_N_ELEMENTS (facts); i++)
    {
      const HeedClockSpec *spec = clock_of (rules, facts[i].profile, facts[i].clock, facts[i].type);

      g_assert_nonnull (spec);
      g_assert_cmpint (spec->start, ==, facts[i].start);
      g_assert_cmpint (spec->amount, ==, facts[i].amount);
      g_assert_cmpint (spec->unit, ==, facts[i].unit);
    }
  /* A complaint is acknowledged and answered everywhere, and asked about afterwards. */
  g_assert_cmpuint (profiles->len, ==, 7);
  for (guint i = 0; i < profiles->len; i++)
    {
      const char *id = heed_profile_get_id (g_ptr_array_index (profiles, i));

      g_assert_nonnull (clock_of (rules, id, "acknowledge", "complaint"));
      g_assert_nonnull (clock_of (rules, id, "reply", "complaint"));
      g_assert_nonnull (clock_of (rules, id, "early", "concern"));
      g_assert_nonnull (clock_of (rules, id, "feedback", "complaint"));
    }

  g_assert_true (heed_profile_requires_reply_date (england));
  g_assert_cmpstr (heed_profile_get_zone (england), ==, "Europe/London");
  g_assert_cmpstr (heed_profile_get_complaint_word (england), ==, "complaint");
  g_assert_cmpstr (heed_profile_get_next_body (england), ==,
                   "Parliamentary and Health Service Ombudsman");
  g_assert_cmpint (heed_profile_get_next_body_months (england), ==, 12);
  g_assert_cmpint (heed_profile_get_valid_from (england), ==, heed_date_new (2009, 4, 1));
  g_assert_true (heed_rules_get_profile_version (rules, "england-nhs", "2026-11") == england);
  g_assert_null (heed_rules_get_profile_version (rules, "england-nhs", "2020-01"));
  g_assert_null (heed_rules_get_profile (rules, "atlantis"));
  g_assert_null (heed_profile_get_next_body (heed_rules_get_profile (rules, "clinic")));
  g_assert_cmpstr (heed_profile_get_complaint_word (heed_rules_get_profile (rules, "us-hospital")),
                   ==, "grievance");
}

static void
test_builtin_codes (void)
{
  static const char *const sets[] = {
    "contact-types",
    "hcat",
    "severity",
    "harm",
    "care-stages",
    "channels",
    "relationships",
    "authority",
    "findings",
    "endings",
    "remedies",
    "flags",
    "pause-reasons",
    "feelings",
    "formats",
    "apology",
    "contact-means",
    "action-strength",
    "safety",
  };
  g_autoptr (HeedRules) rules = builtin ();
  const HeedCodes *hcat = heed_rules_get_codes (rules, "hcat");
  guint            depth[3] = { 0 };

  for (guint i = 0; i < G_N_ELEMENTS (sets); i++)
    {
      const HeedCodes *codes = heed_rules_get_codes (rules, sets[i]);

      g_assert_nonnull (codes);
      g_assert_cmpstr (heed_codes_get_id (codes), ==, sets[i]);
      for (guint c = 0; c < heed_codes_get_size (codes); c++)
        g_assert_cmpuint (g_utf8_strlen (heed_codes_get (codes, c)->brief, -1), <=, 18);
    }

  /* 3 domains, 7 categories, 36 subcategories. */
  for (guint i = 0; i < heed_codes_get_size (hcat); i++)
    {
      const HeedCode *code = heed_codes_get (hcat, i);
      guint           level = 0;

      for (; code->parent != NULL; level++)
        code = heed_codes_find (hcat, code->parent);
      depth[level]++;
    }
  g_assert_cmpuint (depth[0], ==, 3);
  g_assert_cmpuint (depth[1], ==, 7);
  g_assert_cmpuint (depth[2], ==, 36);
  g_assert_null (heed_codes_get (hcat, 46));

  g_assert_cmpstr (heed_rules_get_label (rules, "hcat", "safety.error-medication"), ==,
                   "Error in medication");
  g_assert_cmpstr (heed_rules_get_label (rules, "hcat", "gone"), ==, "gone");
  g_assert_cmpstr (heed_rules_get_label (rules, "gone", "gone"), ==, "gone");
  g_assert_null (heed_rules_get_label (rules, "hcat", NULL));
  g_assert_null (heed_rules_get_codes (rules, "gone"));
}

static void
test_validity (void)
{
  g_autoptr (JsonNode) root = heed_json_parse (codes_text, -1, "own.json", NULL);
  g_autoptr (HeedCodes) codes = heed_codes_new_from_json (root, "own.json", NULL);

  g_assert_true (heed_codes_is_valid (codes, "one.two", heed_date_new (2020, 1, 1)));
  g_assert_true (heed_codes_is_valid (codes, "one.two", heed_date_new (2025, 12, 31)));
  g_assert_false (heed_codes_is_valid (codes, "one.two", heed_date_new (2019, 12, 31)));
  g_assert_false (heed_codes_is_valid (codes, "one.two", heed_date_new (2026, 1, 1)));
  g_assert_true (heed_codes_is_valid (codes, "one.two", HEED_DATE_NONE));
  g_assert_true (heed_codes_is_valid (codes, "one", heed_date_new (1, 1, 1)));
  g_assert_false (heed_codes_is_valid (codes, "three", HEED_DATE_NONE));
  g_assert_false (heed_codes_is_valid (codes, NULL, HEED_DATE_NONE));
}

/* Each profile has places that help, among them where to turn next. */
static void
test_resources (void)
{
  static const char head[] =
    "{\"format\":\"heed-resources/1\",\"id\":\"r\",\"name\":\"R\",\"version\":\"1\",\"source\":\"Own\","
    "\"checked_on\":\"2026-11-24\",\"profile\":\"clinic\",\"resources\":[%s]}";
  static const struct
  {
    const char *list;
    const char *message;
  } rows[] = {
    { "{\"id\":\"a\",\"name\":\"A\",\"kind\":\"crisis\",\"what\":\"W\",\"source\":\"S\"}", NULL },
    { "", "$.resources" },
    { "{\"id\":\"a\",\"name\":\"A\",\"kind\":\"party\",\"what\":\"W\",\"source\":\"S\"}",
      "$.resources[0].kind" },
    { "{\"id\":\"a\",\"name\":\"A\",\"kind\":\"crisis\",\"source\":\"S\"}", "$.resources[0].what" },
    { "{\"id\":\"a\",\"name\":\"A\",\"kind\":\"crisis\",\"what\":\"W\",\"source\":\"S\",\"tel\":\"1\"}",
      "$.resources[0].tel" },
    { "{\"id\":\"a\",\"name\":\"A\",\"kind\":\"crisis\",\"what\":\"W\",\"source\":\"S\"},"
      "{\"id\":\"a\",\"name\":\"B\",\"kind\":\"crisis\",\"what\":\"W\",\"source\":\"S\"}",
      "$.resources[1].id" },
  };
  g_autoptr (HeedRules) rules = heed_rules_new_builtin (NULL);
  GPtrArray *profiles = heed_rules_get_profiles (rules);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GString) text = g_string_new (head);
      g_autoptr (JsonNode) root = NULL;
      g_autoptr (HeedResources) list = NULL;
      g_autoptr (GError) error = NULL;

      g_string_replace (text, "%s", rows[i].list, 1);
      root = heed_json_parse (text->str, -1, "own.json", NULL);
      list = heed_resources_new_from_json (root, "own.json", &error);
      g_assert_cmpint (list != NULL, ==, rows[i].message == NULL);
      if (rows[i].message != NULL)
        {
          g_assert_error (error, HEED_RULES_ERROR, HEED_RULES_ERROR_INVALID);
          g_assert_nonnull (strstr (error->message, rows[i].message));
          g_assert_true (g_str_has_prefix (error->message, "own.json: "));
        }
    }
  for (guint i = 0; i < profiles->len; i++)
    {
      const HeedResources *list =
        heed_rules_get_resources (rules, heed_profile_get_id (profiles->pdata[i]));
      gboolean has_next_body = FALSE;

      g_assert_nonnull (list);
      for (guint k = 0; heed_resources_get (list, k) != NULL; k++)
        has_next_body |= heed_resources_get (list, k)->kind == HEED_RESOURCE_NEXT_BODY;
      g_assert_true (has_next_body);
    }
}

/* Every file in the folders is in the program, and bears the name of what is in it. */
static void
test_files (void)
{
  static const char *const kinds[] = { "calendars", "codes", "profiles", "resources", "surveys" };
  const char              *source = g_getenv ("HEED_TEST_SOURCE");
  g_autofree char         *list_path = NULL;
  g_autofree char         *list = NULL;

  list_path = source ? g_build_filename (source, "data", "rules.gresource.xml", NULL) : NULL;
  if (list_path == NULL || !g_file_get_contents (list_path, &list, NULL, NULL))
    {
      g_test_skip ("HEED_TEST_SOURCE is not the source tree");
      return;
    }
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autofree char *folder = g_build_filename (source, "data", kinds[i], NULL);
      g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
      const char *name;

      while ((name = g_dir_read_name (dir)) != NULL)
        {
          g_autofree char *line = g_strdup_printf ("<file>%s/%s</file>", kinds[i], name);
          g_autofree char *path = g_build_filename (folder, name, NULL);
          g_autofree char *stem = g_strndup (name, strlen (name) - strlen (".json"));
          g_autofree char *text = NULL;
          g_autoptr (JsonNode) root = NULL;

          g_assert_nonnull (strstr (list, line));
          g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
          root = heed_json_parse (text, -1, name, NULL);
          g_assert_cmpstr (json_object_get_string_member (json_node_get_object (root), "id"), ==,
                           stem);
        }
    }
}

/* What data/schema says is required is, and what it does not know is in no sample. */
static void
test_schema (void)
{
  static const char *const names[] = { "calendar.json", "codes.json", "profile.json" };
  const char              *source = g_getenv ("HEED_TEST_SOURCE");

  for (guint format = FORMAT_CALENDAR; format <= FORMAT_PROFILE; format++)
    {
      g_autofree char *path = source ? g_build_filename (source, "data", "schema", names[format],
                                                         NULL)
                                     : NULL;
      g_autofree char *text = NULL;
      g_autoptr (JsonNode) schema = NULL;
      g_autoptr (JsonNode) sample = heed_json_parse (text_of ((Format) format), -1, "own.json",
                                                     NULL);
      g_autoptr (GList) members = json_object_get_members (json_node_get_object (sample));
      JsonObject *properties;
      JsonArray  *required;

      if (path == NULL || !g_file_get_contents (path, &text, NULL, NULL))
        {
          g_test_skip ("HEED_TEST_SOURCE is not the source tree");
          return;
        }
      schema = heed_json_parse (text, -1, names[format], NULL);
      g_assert_nonnull (schema);
      properties = json_object_get_object_member (json_node_get_object (schema), "properties");
      for (GList *l = members; l != NULL; l = l->next)
        g_assert_true (json_object_has_member (properties, l->data));

      required = json_object_get_array_member (json_node_get_object (schema), "required");
      for (guint i = 0; i < json_array_get_length (required); i++)
        {
          const char      *member = json_array_get_string_element (required, i);
          g_autofree char *message = g_strdup_printf ("own.json: $.%s: it is missing", member);
          g_autoptr (JsonNode) copy = json_node_copy (sample);
          g_autoptr (GError) error = NULL;
          g_autofree char *without = NULL;

          json_object_remove_member (json_node_get_object (copy), member);
          without = json_to_string (copy, FALSE);
          g_assert_false (load ((Format) format, without, &error));
          g_assert_cmpstr (error->message, ==, message);
          json_node_unref (g_steal_pointer (&sample));
          sample = heed_json_parse (text_of ((Format) format), -1, "own.json", NULL);
        }
    }
}

static void
write_own (const char *folder,
           const char *kind,
           const char *name,
           const char *text)
{
  g_autofree char *sub = g_build_filename (folder, kind, NULL);
  g_autofree char *path = g_build_filename (sub, name, NULL);

  g_assert_cmpint (g_mkdir_with_parents (sub, 0700), ==, 0);
  g_assert_true (g_file_set_contents (path, text, -1, NULL));
}

static void
remove_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_DIR))
        remove_folder (path);
      else
        g_unlink (path);
    }
  g_rmdir (folder);
}

static char *
replaced (const char *text,
          const char *find,
          const char *replace)
{
  GString *string = g_string_new (text);

  g_assert_cmpuint (g_string_replace (string, find, replace, 1), ==, 1);
  return g_string_free (string, FALSE);
}

static void
test_own_folder (void)
{
  g_autofree char *folder = g_dir_make_tmp ("heed-rules-XXXXXX", NULL);
  g_autofree char *england = replaced (profile_text, "\"id\":\"test\"", "\"id\":\"england-nhs\"");
  g_autofree char *lost = replaced (profile_text, "\"england-wales\"", "\"atlantis\"");
  g_autofree char *typed = replaced (profile_text, "\"concern\"", "\"grumble\"");
  g_autofree char *scotland = replaced (calendar_text, "\"id\":\"test\"", "\"id\":\"scotland\"");
  g_autofree char *bad_codes = replaced (codes_text, "one.two", "one");
  g_autoptr (GPtrArray) left_out = NULL;
  g_autoptr (HeedRules) rules = NULL;
  g_autoptr (GError) error = NULL;
  const HeedProfile *profile;

  write_own (folder, "profiles", "a.json", england);
  write_own (folder, "profiles", "b.json", lost);
  write_own (folder, "profiles", "c.json", "{");
  write_own (folder, "profiles", "d.json", typed);
  write_own (folder, "profiles", "read me.txt", "not JSON");
  write_own (folder, "profiles", ".hidden.json", "not JSON");
  write_own (folder, "calendars", "scotland.json", scotland);
  write_own (folder, "codes", "bad.json", bad_codes);
  write_own (folder, "codes", "own.json", codes_text);

  rules = heed_rules_new_with_folder (folder, &left_out, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (left_out->len, ==, 4);
  g_assert_cmpstr (g_ptr_array_index (left_out, 0), ==,
                   "codes/bad.json: $.codes[1].id: \"one\" is in the list already");
  g_assert_cmpstr (g_ptr_array_index (left_out, 1), ==,
                   "profiles/b.json: $.calendar: there is no calendar \"atlantis\"");
  g_assert_true (g_str_has_prefix (g_ptr_array_index (left_out, 2), "profiles/c.json: "));
  g_assert_cmpstr (g_ptr_array_index (left_out, 3), ==,
                   "profiles/d.json: $.clocks[1].types[0]: there is no contact type \"grumble\"");

  /* The own profile is in force; the edition it replaced is still known to old cases. */
  profile = heed_rules_get_profile (rules, "england-nhs");
  g_assert_cmpstr (heed_profile_get_version (profile), ==, "1");
  g_assert_nonnull (heed_rules_get_profile_version (rules, "england-nhs", "2026-11"));
  g_assert_cmpuint (heed_rules_get_profiles (rules)->len, ==, 7);
  g_assert_cmpstr (heed_calendar_get_version (heed_rules_get_calendar (rules, "scotland")), ==,
                   "1");
  g_assert_nonnull (heed_rules_get_codes (rules, "test"));
  remove_folder (folder);
}

static void
test_own_folder_troubles (void)
{
  g_autofree char *folder = g_dir_make_tmp ("heed-rules-XXXXXX", NULL);
  g_autofree char *types = replaced (codes_text, "\"id\":\"test\"", "\"id\":\"contact-types\"");
  g_autofree char *sub = g_build_filename (folder, "calendars", "x.json", NULL);
  g_autoptr (GPtrArray) left_out = NULL;
  g_autoptr (HeedRules) rules = NULL;
  g_autoptr (HeedRules) plain = NULL;
  g_autoptr (GError) error = NULL;

  plain = heed_rules_new_with_folder (folder, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (heed_rules_get_profiles (plain)->len, ==, 7);

  /* Own contact types that are none of the program's: its profiles stay all the same. */
  write_own (folder, "codes", "types.json", types);
  g_assert_cmpint (g_mkdir_with_parents (sub, 0700), ==, 0);
  rules = heed_rules_new_with_folder (folder, &left_out, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (heed_rules_get_profiles (rules)->len, ==, 7);
  g_assert_cmpuint (left_out->len, ==, 1);
  g_assert_cmpstr (g_ptr_array_index (left_out, 0), ==, "calendars/x.json: it is not a file");
  remove_folder (folder);

  g_assert_null (heed_rules_new_with_folder (folder, NULL, &error));
  g_assert_error (error, HEED_RULES_ERROR, HEED_RULES_ERROR_READ);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/rules/errors", test_errors);
  g_test_add_func ("/rules/clock-ids", test_clock_ids);
  g_test_add_func ("/rules/mutations", test_mutations);
  g_test_add_func ("/rules/validity", test_validity);
  g_test_add_func ("/rules/builtin/profiles", test_builtin_profiles);
  g_test_add_func ("/rules/builtin/codes", test_builtin_codes);
  g_test_add_func ("/rules/builtin/resources", test_resources);
  g_test_add_func ("/rules/builtin/files", test_files);
  g_test_add_func ("/rules/builtin/schema", test_schema);
  g_test_add_func ("/rules/own-folder", test_own_folder);
  g_test_add_func ("/rules/own-folder/troubles", test_own_folder_troubles);

  return g_test_run ();
}
