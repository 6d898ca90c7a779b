/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <gio/gio.h>
#include <string.h>

#include "heed-store-error.h"
#include "heed-words-needs.h"
#include "heed-words.h"

static HeedRules *rules;

/* The clock of a profile, computed. */
static HeedClock *
make_clock (const char *profile_id,
            const char *id,
            const char *start,
            const char *today,
            const char *agreed)
{
  const HeedProfile *profile = heed_rules_get_profile (rules, profile_id);
  HeedClockFacts     facts = {
        .start = heed_date_parse (start),
        .agreed = agreed ? heed_date_parse (agreed) : HEED_DATE_NONE,
        .first_agreed = agreed ? heed_date_parse (agreed) : HEED_DATE_NONE,
        .met = HEED_DATE_NONE,
        .today = heed_date_parse (today),
  };

  for (guint i = 0; i < heed_profile_get_n_clocks (profile); i++)
    {
      const HeedClockSpec *spec = heed_profile_get_clock (profile, i);

      if (g_str_equal (spec->id, id))
        return heed_clock_new (spec,
                               heed_rules_get_calendar (rules, heed_profile_get_calendar (profile)),
                               &facts);
    }
  g_assert_not_reached ();
}

static void
take_equal (char       *words,
            const char *expected)
{
  g_assert_cmpstr (words, ==, expected);
  g_free (words);
}

static void
test_dates (void)
{
  const HeedCalendar *calendar = heed_rules_get_calendar (rules, "england-wales");
  HeedDate            tuesday = heed_date_new (2026, 11, 24);

  take_equal (heed_words_date (tuesday), "Tue 24 Nov 2026");
  take_equal (heed_words_date (heed_date_new (2026, 12, 1)), "Tue 1 Dec 2026");
  take_equal (heed_words_date_near (tuesday, heed_date_new (2026, 1, 1)), "Tue 24 Nov");
  take_equal (heed_words_date_near (tuesday, heed_date_new (2027, 1, 1)), "Tue 24 Nov 2026");
  take_equal (heed_words_due (tuesday, tuesday, calendar), "Today");
  take_equal (heed_words_due (tuesday + 1, tuesday, calendar), "Tomorrow");
  take_equal (heed_words_due (tuesday + 6, tuesday, calendar), "In 4 working days");
  take_equal (heed_words_due (tuesday - 1, tuesday, calendar), "1 working day late");
  take_equal (heed_words_due (tuesday - 4, tuesday, calendar), "2 working days late");
  take_equal (heed_words_due (tuesday - 4, tuesday, NULL), "4 days late");
  take_equal (heed_words_due (HEED_DATE_NONE, tuesday, calendar), "No date");
}

static void
test_clocks (void)
{
  g_autoptr (HeedClock) clock = make_clock ("england-nhs", "acknowledge", "2026-12-24",
                                            "2026-12-30", NULL);
  g_autoptr (HeedClock) reply = make_clock ("england-nhs", "reply", "2026-11-23", "2026-11-24",
                                            NULL);
  g_autoptr (HeedClock) limit = make_clock ("england-nhs", "limit", "2026-11-23", "2026-11-24",
                                            "2027-06-30");

  take_equal (heed_words_clock_why (clock),
              "3 working days after Thu 24 Dec 2026, skipping Fri 25 Dec (Christmas Day), "
              "Sat 26 Dec, Sun 27 Dec, Mon 28 Dec (Boxing Day, substitute day)");
  take_equal (heed_words_clock_due (clock, heed_date_new (2026, 12, 30)),
              "Due Thu 31 Dec, 1 working day left");
  take_equal (heed_words_clock_due (reply, heed_date_new (2026, 11, 24)), "No date agreed yet");
  take_equal (heed_words_clock_why (reply), "Waits for a date to be agreed with the person");
  take_equal (heed_words_clock_why (limit),
              "The date agreed with the person, in place of Sun 23 May 2027 "
              "(6 months after Mon 23 Nov 2026)");
}

static void
test_missing (void)
{
  const char *const missing[] = { "plan", "owner", NULL };
  const char *const unknown[] = { "shoe_size", NULL };

  take_equal (heed_words_missing ((char **) missing),
              "To do this, Heed still needs: a plan, who will look into it.");
  take_equal (heed_words_missing ((char **) unknown), "To do this, Heed still needs: shoe size.");
}

/* Each fact that an act can hold has words of its own. */
static void
test_facts (void)
{
  guint              n_kinds;
  const HeedActKind *kinds = heed_act_kinds_get (&n_kinds);

  for (guint i = 0; i < n_kinds; i++)
    for (const HeedFactSpec *fact = kinds[i].facts; fact->name != NULL; fact++)
      if (heed_words_fact (fact->name) == g_intern_string (fact->name)
          || g_str_equal (heed_words_fact (fact->name), fact->name))
        g_error ("no words for the fact %s", fact->name);
}

/* Each kind of act has words of its own. */
static void
test_acts (void)
{
  HeedActContext     context = { "Grace", "Europe/London", 0 };
  guint              n_kinds;
  const HeedActKind *kinds = heed_act_kinds_get (&n_kinds);
  g_autoptr (JsonObject) body = json_object_new ();
  g_autoptr (HeedAct) call = NULL;
  g_autofree char *detail = NULL;

  for (guint i = 0; i < n_kinds; i++)
    {
      g_autoptr (HeedAct) act = heed_act_new (kinds[i].name, &context, 1, 0, NULL);
      g_autofree char *words = heed_words_act (act, rules, "Amina Yusuf");

      if (g_str_equal (words, kinds[i].name))
        g_error ("no words for the act %s", kinds[i].name);
    }

  json_object_set_string_member (body, "means", "call");
  json_object_set_string_member (body, "direction", "out");
  json_object_set_string_member (body, "text", "Offered Friday.");
  call = heed_act_new ("contact", &context, 1, 0, body);
  take_equal (heed_words_act (call, rules, "Amina Yusuf"), "rang Amina Yusuf");
  detail = heed_words_act_detail (call, rules);
  g_assert_true (g_str_has_prefix (detail, "Offered Friday.\n"));
}

/* Every error of the store has a sentence of its own. */
static void
test_languages (void)
{
  if (heed_words_languages ()->len == 0)
    {
      g_test_skip ("iso-codes is not installed");
      return;
    }
  g_assert_cmpstr (heed_words_language ("so"), ==, "Somali");
  g_assert_cmpstr (heed_words_language ("es"), ==, "Spanish");
  g_assert_cmpstr (heed_words_language ("British Sign Language"), ==, "British Sign Language");
  g_assert_cmpstr (heed_words_language_code ("somali"), ==, "so");
  g_assert_cmpstr (heed_words_language_code ("Ceburano"), ==, NULL);
  for (guint i = 0; i < heed_words_languages ()->len; i++)
    {
      const HeedLanguage *language = heed_words_languages ()->pdata[i];

      g_assert_null (strchr (language->name, ';'));
      g_assert_cmpuint (strlen (language->code), <=, 3);
    }
}

static HeedCase *
make_case (const char *log_body,
           const char *kind,
           const char *body)
{
  const HeedActContext context = { "Ann", "Europe/London", G_GINT64_CONSTANT (1795428000000000) };
  g_autoptr (JsonNode) first = heed_json_parse (log_body, -1, "test", NULL);
  g_autoptr (JsonNode) second = heed_json_parse (body, -1, "test", NULL);
  g_autoptr (HeedAct) log = heed_act_new ("log", &context, 0, 0, json_node_get_object (first));
  g_autoptr (HeedAct) act = heed_act_new (kind, &context, 0, 0, json_node_get_object (second));
  g_autoptr (GError) error = NULL;
  g_autoptr (HeedCase) logged = heed_case_apply (NULL, log, rules, &error);
  HeedCase *state;

  g_assert_no_error (error);
  state = heed_case_apply (logged, act, rules, &error);
  g_assert_no_error (error);
  return state;
}

static void
test_needs (void)
{
  g_autoptr (HeedCase) state = make_case (
      "{\"words\":\"w\",\"profile\":\"clinic\",\"profile_version\":\"1\",\"anonymous\":true,"
      "\"language\":\"Sylheti\",\"interpreter\":true,\"support\":[\"large-print\"],"
      "\"format\":\"large-print\",\"contact_when\":\"After four\",\"no_contact_from\":\"2026-11-27\","
      "\"no_contact_to\":\"2026-12-04\",\"no_contact_why\":\"the funeral\"}",
      "interpreter", "{\"state\":\"booked\",\"who\":\"Ms Begum\"}");
  g_auto (GStrv) lines = heed_words_needs (state, rules);

  take_equal (g_strjoinv ("|", lines),
              "No contact from Fri 27 Nov 2026 to Fri 4 Dec 2026: the funeral|Sylheti|"
              "Interpreter booked: Ms Begum|Large print|After four");
}

static void
test_errors (void)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (int code = 0; code <= HEED_STORE_ERROR_KNOWN_ID; code++)
    {
      g_autoptr (GError) error = g_error_new_literal (HEED_STORE_ERROR, code, "internal");
      char *words = heed_words_error (error);

      g_assert_null (strstr (words, "internal"));
      g_assert_true (g_hash_table_add (seen, words));
    }
}

static void
assert_stage_words (HeedCase   *state,
                    const char *kind,
                    const char *expected)
{
  HeedActContext context = { "Grace", "Europe/London", 0 };
  g_autoptr (HeedAct) act = heed_act_new (kind, &context, 1, 0, NULL);
  g_autoptr (GError) error = NULL;
  g_autofree char *words = NULL;

  g_assert_null (heed_case_apply (state, act, rules, &error));
  words = heed_words_error (error);
  if (strstr (words, expected) == NULL)
    g_error ("%s: “%s” does not say “%s”", kind, words, expected);
}

/* A refusal in the wrong stage names the stage and the way on. */
static void
test_stages (void)
{
  HeedActContext context = { "Grace", "Europe/London", 0 };
  g_autoptr (JsonNode) body = heed_json_parse ("{\"words\": \"x\", \"profile\": \"clinic\","
                                               " \"anonymous\": true}",
                                               -1, "test", NULL);
  g_autoptr (HeedAct) log = heed_act_new ("log", &context, 0, 0, json_node_get_object (body));
  g_autoptr (HeedCase) state = heed_case_apply (NULL, log, rules, NULL);

  g_assert_nonnull (state);
  assert_stage_words (state, "resolve", "“Listen”. Finish listening");
  assert_stage_words (state, "find", "“Listen”. Finish listening");
  assert_stage_words (state, "reopen", "closed cases. This one is open, in the stage “Listen”");
  state->stage = HEED_STAGE_ACKNOWLEDGE;
  assert_stage_words (state, "close", "“Acknowledge”. Acknowledge it");
  assert_stage_words (state, "listened", "“Acknowledge” already");
  state->stage = HEED_STAGE_RESOLVE;
  assert_stage_words (state, "acknowledge", "“Resolve” already");
  state->stage = HEED_STAGE_CLOSED;
  assert_stage_words (state, "assign", "closed. Reopen it");
}

static void
test_codes (void)
{
  g_assert_cmpstr (heed_words_code (rules, "findings", "partly-upheld"), ==, "Partly upheld");
  g_assert_cmpstr (heed_words_code_brief (rules, "findings", "partly-upheld"), ==, "Partly");
  g_assert_cmpstr (heed_words_code (rules, "findings", "nonsense"), ==, "nonsense");
  g_assert_null (heed_words_code (rules, "findings", NULL));
  g_assert_cmpstr (heed_words_stage (HEED_STAGE_RESOLVE), ==, "Resolve");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  heed_words_init ();
  rules = heed_rules_new_builtin (NULL);
  g_assert_nonnull (rules);
  g_test_add_func ("/words/dates", test_dates);
  g_test_add_func ("/words/clocks", test_clocks);
  g_test_add_func ("/words/missing", test_missing);
  g_test_add_func ("/words/facts", test_facts);
  g_test_add_func ("/words/acts", test_acts);
  g_test_add_func ("/words/languages", test_languages);
  g_test_add_func ("/words/needs", test_needs);
  g_test_add_func ("/words/errors", test_errors);
  g_test_add_func ("/words/stages", test_stages);
  g_test_add_func ("/words/codes", test_codes);
  return g_test_run ();
}
