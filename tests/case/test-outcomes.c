/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What comes of a case: apology, remedies, learning from plan to proof, feedback and who may be
 * asked for it, the look back, thanks and ideas, the ombudsman. */

#include "config.h"

#include "heed-test-case.h"

#define FEEDBACK "{\"way\":\"paper\",\"heard\":\"mostly\"}"

/* A complaint closed in the ordinary way, with one learning action. */
static HeedCase *
make_resolved (void)
{
  HeedCase *self = make_in_stage (HEED_STAGE_RESOLVE);

  do_act (&self, "find",
          "{\"issue\":1,\"finding\":\"upheld\",\"evidence\":\"Log\","
          "\"factors\":[\"workload\",\"communication\"]}");
  do_act (&self, "learn", "{\"text\":\"Ring\",\"owner\":\"Claire\",\"due\":\"2026-11-20\"}");
  do_act (&self, "resolve",
          "{\"how\":\"letter\",\"text\":\"Sorry.\",\"apology\":\"given\","
          "\"apology_form\":\"letter\",\"apology_elements\":[\"specific\",\"regret\"]}");
  do_act (&self, "close", "{\"next_step_told\":true}");
  return self;
}

static HeedDate
get_feedback_due (const HeedCase *self)
{
  g_autoptr (GPtrArray) clocks =
    heed_case_compute_clocks (self, rules, heed_date_new (2026, 11, 23));
  const HeedClock *next = heed_clocks_get_next (clocks, self->stage);

  return next != NULL ? next->due : HEED_DATE_NONE;
}

static void
test_apology (void)
{
  g_autoptr (HeedCase) self = make_resolved ();

  g_assert_cmpstr (((HeedIssue *) g_ptr_array_index (self->issues, 0))->factors, ==,
                   "workload communication");
  g_assert_cmpstr (self->apology_form, ==, "letter");
  g_assert_cmpstr (self->apology_elements, ==, "specific regret");
  g_assert_cmpint (self->apology_on, ==, heed_date_new (2026, 11, 23));
  do_act (&self, "apologise",
          "{\"apology_form\":\"meeting\",\"apology_by\":\"The matron\","
          "\"apology_on\":\"2026-11-20\"}");
  g_assert_cmpstr (self->apology_by, ==, "The matron");
  g_assert_cmpint (self->apology_on, ==, heed_date_new (2026, 11, 20));
  assert_obstacle (self, "apologise", "{\"apology_form\":\"letter\",\"apology_on\":\"2026-11-24\"}",
                   HEED_OBSTACLE_IN_FUTURE);
  assert_obstacle (self, "apologise",
                   "{\"apology_form\":\"letter\",\"apology_elements\":[\"excuse\"]}",
                   HEED_OBSTACLE_UNKNOWN_CODE);
}

static void
test_remedy (void)
{
  g_autoptr (HeedCase) self = make_resolved ();
  const HeedRemedy *remedy;

  do_act (&self, "remedy", "{\"remedy\":\"refund\",\"offered\":\"2026-11-20\"}");
  assert_obstacle (self, "remedy", "{\"number\":1,\"accepted\":\"2026-11-19\"}",
                   HEED_OBSTACLE_ORDER);
  assert_obstacle (self, "remedy", "{\"number\":1,\"delivered\":\"2026-11-24\"}",
                   HEED_OBSTACLE_IN_FUTURE);
  assert_obstacle (self, "remedy", "{\"number\":2,\"accepted\":\"2026-11-20\"}",
                   HEED_OBSTACLE_NO_SUCH_ITEM);
  do_act (&self, "remedy", "{\"number\":1,\"accepted\":\"2026-11-20\"}");
  do_act (&self, "remedy", "{\"number\":1,\"delivered\":\"2026-11-23\"}");
  remedy = g_ptr_array_index (self->remedies, 0);
  g_assert_cmpint (remedy->offered, ==, heed_date_new (2026, 11, 20));
  g_assert_cmpint (remedy->delivered, ==, heed_date_new (2026, 11, 23));
  g_assert_cmpint (remedy->declined, ==, HEED_DATE_NONE);
}

static HeedLearningState
get_state (const HeedCase *self,
           HeedDate        today)
{
  return heed_learning_get_state (g_ptr_array_index (self->learning, 0), today);
}

static void
test_learning (void)
{
  g_autoptr (HeedCase) self = make_resolved ();
  HeedDate today = heed_date_new (2026, 11, 23);

  g_assert_cmpint (get_state (self, heed_date_new (2026, 11, 20)), ==, HEED_LEARNING_OPEN);
  g_assert_cmpint (get_state (self, today), ==, HEED_LEARNING_LATE);
  assert_obstacle (self, "learning-check", "{\"number\":1,\"effective\":\"yes\"}",
                   HEED_OBSTACLE_NOT_SO);
  do_act (&self, "learned", "{\"number\":1,\"done\":\"2026-11-20\"}");
  g_assert_cmpint (get_state (self, today), ==, HEED_LEARNING_NO_PROOF);
  do_act (&self, "learned", "{\"number\":1,\"proof\":\"Audit of 20 discharges\"}");
  g_assert_cmpint (((HeedLearning *) g_ptr_array_index (self->learning, 0))->done, ==,
                   heed_date_new (2026, 11, 20));
  g_assert_cmpint (get_state (self, today), ==, HEED_LEARNING_DONE);
  g_assert_cmpint (get_state (self, heed_date_new (2027, 2, 19)), ==, HEED_LEARNING_DONE);
  g_assert_cmpint (get_state (self, heed_date_new (2027, 2, 20)), ==, HEED_LEARNING_CHECK_DUE);
  assert_missing (self, "learning-check", "{\"number\":1,\"effective\":\"partly\",\"note\":\" \"}",
                  "note");
  assert_obstacle (self, "learning-check",
                   "{\"number\":1,\"effective\":\"yes\",\"on\":\"2026-11-19\"}",
                   HEED_OBSTACLE_ORDER);
  do_act (&self, "learning-check",
          "{\"number\":1,\"effective\":\"no\",\"note\":\"Two of ten still not rung\"}");
  g_assert_cmpint (get_state (self, today), ==, HEED_LEARNING_NOT_EFFECTIVE);
  do_act (&self, "learning-told", "{\"number\":1}");
  g_assert_cmpint (((HeedLearning *) g_ptr_array_index (self->learning, 0))->told, ==, today);
}

/* A look counts for its month from two weeks before it on, and not sooner. */
static void
test_learning_checks (void)
{
  HeedDate done = heed_date_new (2026, 8, 31);
  HeedLearning action = { .proof = (char *) "Audit", .done = done, .checked = HEED_DATE_NONE,
                          .dropped = HEED_DATE_NONE };

  g_assert_cmpint (heed_learning_get_check_due (&action), ==, heed_date_new (2026, 11, 30));
  action.checked = heed_date_new (2026, 11, 15);
  g_assert_cmpint (heed_learning_get_check_due (&action), ==, heed_date_new (2026, 11, 30));
  action.checked = heed_date_new (2026, 11, 16);
  g_assert_cmpint (heed_learning_get_check_due (&action), ==, heed_date_new (2027, 2, 28));
  action.checked = heed_date_new (2027, 2, 14);
  g_assert_cmpint (heed_learning_get_check_due (&action), ==, HEED_DATE_NONE);
  action.checked = HEED_DATE_NONE;
  action.dropped = done;
  g_assert_cmpint (heed_learning_get_check_due (&action), ==, HEED_DATE_NONE);
}

static void
test_learning_dropped (void)
{
  g_autoptr (HeedCase) self = make_resolved ();

  do_act (&self, "learn-amend",
          "{\"number\":1,\"due\":\"2027-01-01\",\"owner\":\"Ruth\",\"reason\":\"Claire left\"}");
  g_assert_cmpint (get_state (self, heed_date_new (2026, 11, 23)), ==, HEED_LEARNING_OPEN);
  do_act (&self, "learn-drop", "{\"number\":1,\"reason\":\"The ward closed\"}");
  g_assert_cmpint (get_state (self, heed_date_new (2028, 1, 1)), ==, HEED_LEARNING_DROPPED);
  assert_obstacle (self, "learned", "{\"number\":1,\"proof\":\"p\"}", HEED_OBSTACLE_NOT_SO);
  assert_obstacle (self, "learn-drop", "{\"number\":2,\"reason\":\"r\"}",
                   HEED_OBSTACLE_NO_SUCH_ITEM);
}

/* Nobody answers for a person unseen. */
static void
test_feedback_by_whom (void)
{
  g_autoptr (HeedCase) self = make_resolved ();
  g_autoptr (HeedCase) own = make_resolved ();

  assert_missing (self, "feedback", "{}", "way,heard");
  assert_missing (self, "feedback", "{\"way\":\"phone\",\"heard\":\"fully\"}", "asked_by");
  assert_missing (self, "feedback",
                  "{\"way\":\"in-person\",\"heard\":\"fully\",\"asked_by\":\"  \"}", "asked_by");
  do_act (&self, "feedback", "{\"way\":\"phone\",\"heard\":\"fully\",\"asked_by\":\"Volunteer\"}");
  assert_obstacle (self, "feedback", FEEDBACK, HEED_OBSTACLE_ALREADY);

  /* The handler of the case enters it: then even what came on paper says who asked. */
  g_set_str (&own->owner, "Joanna Pryce");
  assert_missing (own, "feedback", FEEDBACK, "asked_by");
  do_act (&own, "feedback", "{\"way\":\"online\",\"heard\":\"fully\",\"source\":\"survey.csv\"}");
  g_assert_cmpstr (heed_case_get_feedback (own)->by, ==, "Joanna Pryce");
}

static void
test_feedback_answers (void)
{
  g_autoptr (HeedCase) self = make_resolved ();
  const HeedFeedback *feedback;

  assert_obstacle (self, "feedback", "{\"way\":\"paper\",\"answers\":{\"colour\":4}}",
                   HEED_OBSTACLE_UNKNOWN_FACT);
  assert_obstacle (self, "feedback", "{\"way\":\"paper\",\"answers\":{\"listened\":6}}",
                   HEED_OBSTACLE_WRONG_TYPE);
  assert_obstacle (self, "feedback", "{\"way\":\"paper\",\"answers\":{\"listened\":\"4\"}}",
                   HEED_OBSTACLE_WRONG_TYPE);
  assert_obstacle (self, "feedback", "{\"way\":\"paper\",\"answers\":[4]}",
                   HEED_OBSTACLE_WRONG_TYPE);
  assert_obstacle (self, "feedback", "{\"way\":\"paper\",\"overall\":6}", HEED_OBSTACLE_WRONG_TYPE);
  assert_obstacle (self, "feedback", "{\"way\":\"paper\",\"heard\":\"fully\",\"survey\":\"mine\"}",
                   HEED_OBSTACLE_UNKNOWN_CODE);
  assert_obstacle (self, "feedback",
                   "{\"way\":\"paper\",\"heard\":\"fully\",\"on\":\"2026-11-24\"}",
                   HEED_OBSTACLE_IN_FUTURE);
  do_act (&self, "feedback",
          "{\"way\":\"paper\",\"answers\":{\"listened\":4,\"apology\":0,\"again\":5},"
          "\"overall\":2,\"fft\":\"good\"}");
  feedback = heed_case_get_feedback (self);
  g_assert_cmpint (heed_feedback_get_answer (feedback, "listened"), ==, 4);
  g_assert_cmpint (heed_feedback_get_answer (feedback, "apology"), ==, 0);
  g_assert_cmpint (heed_feedback_get_answer (feedback, "again"), ==, 5);
  g_assert_cmpint (heed_feedback_get_answer (feedback, "listen"), ==, -1);
  g_assert_true (heed_feedback_is_low (feedback));
}

/* The edition of the survey is kept with the answers. */
static void
test_feedback_edition (void)
{
  g_autoptr (HeedAct) act = make_act ("feedback", "{\"answers\":{\"listened\":4}}");
  g_autoptr (HeedAct) without = make_act ("feedback", FEEDBACK);
  g_autoptr (HeedAct) complete = heed_act_complete (act, rules);
  g_autoptr (HeedAct) plain = heed_act_complete (without, rules);

  g_assert_cmpstr (heed_act_get_text (complete, "survey"), ==, HEED_SURVEY_DEFAULT);
  g_assert_cmpstr (heed_act_get_text (complete, "survey_version"), ==,
                   heed_survey_get_version (heed_rules_get_survey (rules, HEED_SURVEY_DEFAULT)));
  g_assert_false (heed_act_has (plain, "survey"));
}

static void
test_feedback_low (void)
{
  static const struct
  {
    const char *heard, *fft, *affected;
    int overall;
    gboolean low;
  } rows[] = {
    { NULL, NULL, NULL, 0, FALSE },        { "mostly", "neither", "unsure", 3, FALSE },
    { "a-little", NULL, NULL, 0, TRUE },   { "not-at-all", "good", "no", 5, TRUE },
    { NULL, "poor", NULL, 0, TRUE },       { NULL, "very-poor", NULL, 5, TRUE },
    { NULL, "dont-know", NULL, 2, TRUE },  { "fully", NULL, "yes", 5, TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      HeedFeedback feedback = { .heard = (char *) rows[i].heard, .fft = (char *) rows[i].fft,
                                .care_affected = (char *) rows[i].affected,
                                .overall = rows[i].overall };

      g_assert_cmpint (heed_feedback_is_low (&feedback), ==, rows[i].low);
    }
}

/* Whoever says that their care got worse is told who will speak with them, and a flag stays. */
static void
test_care_affected (void)
{
  g_autoptr (HeedCase) self = make_resolved ();

  assert_missing (self, "feedback",
                  "{\"way\":\"paper\",\"heard\":\"fully\",\"care_affected\":\"yes\"}",
                  "safe_route");
  do_act (&self, "feedback",
          "{\"way\":\"paper\",\"heard\":\"fully\",\"care_affected\":\"yes\","
          "\"safe_route\":\"The advocate rings on Monday\"}");
  g_assert_true (heed_case_has_flag (self, "care-affected"));
  do_act (&self, "unflag", "{\"flag\":\"care-affected\",\"note\":\"Moved to another clinic\"}");
  g_assert_false (heed_case_has_flag (self, "care-affected"));
}

static void
test_feedback_due (void)
{
  g_autoptr (HeedCase) self = make_resolved ();

  /* 20 working days after Monday 23 November: Christmas comes after. */
  g_assert_cmpint (get_feedback_due (self), ==, heed_date_new (2026, 12, 21));
  do_act (&self, "flag", "{\"flag\":\"bereaved\"}");
  g_assert_cmpint (get_feedback_due (self), ==, HEED_DATE_NONE);
  assert_missing (self, "feedback-ask", "{\"way\":\"paper\"}", "consent");
  assert_missing (self, "feedback-ask", "{\"way\":\"paper\",\"consent\":false}", "consent");
  do_act (&self, "feedback-consent", "{\"note\":\"Their daughter agreed\"}");
  g_assert_cmpint (get_feedback_due (self), ==, heed_date_new (2026, 12, 21));
  do_act (&self, "feedback-ask", "{\"way\":\"paper\"}");
  g_assert_cmpint (get_feedback_due (self), ==, heed_date_new (2026, 12, 21));
  do_act (&self, "feedback-decline", "{\"why_not\":\"no-answer\"}");
  g_assert_cmpint (get_feedback_due (self), ==, HEED_DATE_NONE);
  do_act (&self, "feedback", FEEDBACK);
  g_assert_true (self->feedback_done);
  g_assert_cmpint (get_feedback_due (self), ==, HEED_DATE_NONE);
  assert_obstacle (self, "feedback-decline", "{\"why_not\":\"no-answer\"}", HEED_OBSTACLE_ALREADY);
  do_act (&self, "reopen", "{\"reason\":\"A point was missed\"}");
  g_assert_false (self->feedback_done);
  g_assert_cmpuint (self->feedback->len, ==, 1);
}

static void
test_review (void)
{
  g_autoptr (HeedCase) self = make_resolved ();

  assert_missing (self, "review", "{}", "kept,note");
  assert_missing (self, "review", "{\"kept\":\"all\",\"note\":\"n\",\"you_said\":\"Nobody rang\"}",
                  "we_did");
  assert_missing (self, "review", "{\"kept\":\"all\",\"note\":\"n\",\"publishable\":true}",
                  "you_said,we_did");
  assert_obstacle (self, "review", "{\"kept\":\"all\",\"note\":\"n\",\"themes\":[\"weather\"]}",
                   HEED_OBSTACLE_UNKNOWN_CODE);
  g_assert_null (heed_case_get_review (self));
  do_act (&self, "review",
          "{\"kept\":\"some\",\"note\":\"The call was late\",\"themes\":[\"communication\"],"
          "\"you_said\":\"Nobody rang\",\"we_did\":\"We ring\",\"publishable\":true}");
  g_assert_cmpstr (heed_case_get_review (self)->themes, ==, "communication");
  g_assert_true (heed_case_get_review (self)->publishable);
  do_act (&self, "reopen", "{\"reason\":\"A point was missed\"}");
  g_assert_null (heed_case_get_review (self));
  g_assert_cmpuint (self->reviews->len, ==, 1);
}

static HeedCase *
make_of_type (const char *type,
              gboolean    anonymous)
{
  g_autofree char *body = g_strdup_printf (
    "{\"words\":\"w\",\"profile\":\"england-nhs\",\"type\":\"%s\",%s}", type,
    anonymous ? "\"anonymous\":true" : "\"person\":\"p\"");
  HeedCase *self = NULL;

  do_act (&self, "log", body);
  return self;
}

static void
test_compliment (void)
{
  g_autoptr (HeedCase) self = make_of_type ("compliment", FALSE);
  g_autoptr (HeedCase) unnamed = make_of_type ("compliment", TRUE);

  do_act (&self, "thank", "{\"how\":\"phone\"}");
  g_assert_cmpint (self->stage, ==, HEED_STAGE_RESOLVE);
  g_assert_cmpint (heed_case_get_round (self)->acknowledged, ==, heed_date_new (2026, 11, 23));
  do_act (&self, "pass-on",
          "{\"to\":\"Ward 4\",\"reasons\":[\"kindness\",\"listening\"],\"named\":\"Nurse Bell\"}");
  g_assert_cmpint (self->stage, ==, HEED_STAGE_CLOSED);
  g_assert_cmpstr (self->ending, ==, "thanked");
  g_assert_cmpstr (self->reasons, ==, "kindness listening");
  do_act (&self, "pass-on", "{\"to\":\"The kitchen\"}");
  g_assert_cmpstr (self->passed_to, ==, "The kitchen");
  g_assert_cmpint (get_feedback_due (self), ==, HEED_DATE_NONE);

  do_act (&unnamed, "pass-on", "{\"to\":\"Ward 4\"}");
  g_assert_cmpint (unnamed->stage, ==, HEED_STAGE_CLOSED);
  g_assert_false (heed_case_may_ask_feedback (unnamed));
}

static void
test_suggestion (void)
{
  g_autoptr (HeedCase) self = make_of_type ("suggestion", FALSE);
  g_autoptr (HeedCase) question = make_of_type ("enquiry", FALSE);
  g_autoptr (HeedCase) complaint = make_logged ();

  assert_missing (self, "answer", "{}", "text,how,decision");
  do_act (&self, "answer",
          "{\"text\":\"We try it in May\",\"how\":\"email\",\"decision\":\"try\"}");
  g_assert_cmpint (self->stage, ==, HEED_STAGE_CLOSED);
  g_assert_cmpstr (self->decision, ==, "try");
  do_act (&question, "answer", "{\"text\":\"Gate 3\",\"how\":\"phone\"}");
  g_assert_cmpint (question->stage, ==, HEED_STAGE_CLOSED);
  assert_obstacle (complaint, "answer", "{\"text\":\"No\",\"how\":\"email\"}", HEED_OBSTACLE_TYPE);
  g_assert_false (heed_case_allows (complaint, "answer"));
}

static void
test_ombudsman (void)
{
  g_autoptr (HeedCase) self = make_resolved ();

  assert_obstacle (self, "ombudsman-decide", "{\"decision\":\"upheld\"}", HEED_OBSTACLE_NOT_SO);
  assert_obstacle (self, "recommend", "{\"text\":\"t\",\"due\":\"2027-01-01\"}",
                   HEED_OBSTACLE_NOT_SO);
  do_act (&self, "ombudsman-refer",
          "{\"body\":\"PHSO\",\"referred\":\"2026-11-10\",\"told_by\":\"The ombudsman\"}");
  g_assert_true (heed_case_has_flag (self, "ombudsman"));
  assert_obstacle (self, "ombudsman-refer", "{\"body\":\"PHSO\"}", HEED_OBSTACLE_ALREADY);
  assert_obstacle (self, "ombudsman-update", "{\"accepted\":\"2026-11-09\"}", HEED_OBSTACLE_ORDER);
  do_act (&self, "ombudsman-update",
          "{\"inquiry\":\"investigation\",\"accepted\":\"2026-11-12\","
          "\"papers_sent\":\"2026-11-16\"}");
  do_act (&self, "ombudsman-decide", "{\"decision\":\"partly-upheld\",\"text\":\"Say sorry\"}");
  g_assert_false (heed_case_has_flag (self, "ombudsman"));
  g_assert_cmpstr (heed_case_get_referral (self)->decision, ==, "partly-upheld");
  g_assert_cmpstr (heed_case_get_referral (self)->stage, ==, "investigation");
  do_act (&self, "recommend", "{\"text\":\"Say sorry\",\"due\":\"2027-01-01\"}");
  assert_obstacle (self, "recommend-met", "{\"number\":2,\"evidence\":\"e\"}",
                   HEED_OBSTACLE_NO_SUCH_ITEM);
  do_act (&self, "recommend-met", "{\"number\":1,\"evidence\":\"Letter of 23 November\"}");
  g_assert_cmpint (((HeedRecommendation *) g_ptr_array_index (self->recommendations, 0))->met, ==,
                   heed_date_new (2026, 11, 23));
  do_act (&self, "ombudsman-refer", "{\"body\":\"PHSO\"}");
  g_assert_cmpuint (self->referrals->len, ==, 2);
}

/* A survey that is wrong is refused with the place in its file. */
static void
test_survey_file (void)
{
  static const char *const head =
    "\"format\":\"heed-survey/1\",\"id\":\"s\",\"name\":\"S\",\"version\":\"1\",\"source\":\"Own\","
    "\"checked_on\":\"2026-11-24\",\"scale\":\"agreement\",\"intro\":\"Hello\"";
  static const struct
  {
    const char *questions, *message;
  } rows[] = {
    { "[{\"id\":\"a\",\"text\":\"A\",\"brief\":\"A\"}]", NULL },
    { "[]", "own.json: $.questions" },
    { "[{\"id\":\"a\",\"text\":\"A\"}]", "own.json: $.questions[0].brief" },
    { "[{\"id\":\"A b\",\"text\":\"A\",\"brief\":\"A\"}]", "own.json: $.questions[0].id" },
    { "[{\"id\":\"a\",\"text\":\"A\",\"brief\":\"A\",\"x\":1}]", "own.json: $.questions[0].x" },
    { "[{\"id\":\"a\",\"text\":\"A\",\"brief\":\"A\"},{\"id\":\"a\",\"text\":\"B\",\"brief\":\"B\"}]",
      "own.json: $.questions[1].id" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *text = g_strdup_printf ("{%s,\"questions\":%s}", head, rows[i].questions);
      g_autoptr (JsonNode) root = heed_json_parse (text, -1, "own.json", NULL);
      g_autoptr (GError) error = NULL;
      g_autoptr (HeedSurvey) survey = heed_survey_new_from_json (root, "own.json", &error);

      g_assert_cmpint (survey != NULL, ==, rows[i].message == NULL);
      if (rows[i].message != NULL)
        g_assert_true (g_str_has_prefix (error->message, rows[i].message));
    }
  g_assert_cmpuint (heed_survey_get_size (heed_rules_get_survey (rules, HEED_SURVEY_DEFAULT)), ==,
                    12);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  rules = heed_rules_new_builtin (NULL);
  g_assert_nonnull (rules);

  g_test_add_func ("/outcomes/apology", test_apology);
  g_test_add_func ("/outcomes/remedy", test_remedy);
  g_test_add_func ("/outcomes/learning", test_learning);
  g_test_add_func ("/outcomes/learning/checks", test_learning_checks);
  g_test_add_func ("/outcomes/learning/dropped", test_learning_dropped);
  g_test_add_func ("/outcomes/feedback/by-whom", test_feedback_by_whom);
  g_test_add_func ("/outcomes/feedback/answers", test_feedback_answers);
  g_test_add_func ("/outcomes/feedback/edition", test_feedback_edition);
  g_test_add_func ("/outcomes/feedback/low", test_feedback_low);
  g_test_add_func ("/outcomes/feedback/care-affected", test_care_affected);
  g_test_add_func ("/outcomes/feedback/due", test_feedback_due);
  g_test_add_func ("/outcomes/review", test_review);
  g_test_add_func ("/outcomes/compliment", test_compliment);
  g_test_add_func ("/outcomes/suggestion", test_suggestion);
  g_test_add_func ("/outcomes/ombudsman", test_ombudsman);
  g_test_add_func ("/outcomes/survey-file", test_survey_file);

  return g_test_run ();
}
