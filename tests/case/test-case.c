/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The fold: every act kind in every stage, what each needs, and what each changes. */

#include "config.h"

#include "heed-test-case.h"

/* One body for each kind that is right wherever the kind is allowed. */
typedef struct
{
  const char *kind;
  const char *stages; /* l, a, r, c: where it is allowed */
  const char *body;
  const char *before; /* another act that has to come first, or NULL; or lines "+kind body" */
} Sample;

#define LEARN "+learn {\"text\":\"t\",\"owner\":\"o\",\"due\":\"2027-01-10\"}"
#define LEARNED "\n+learned {\"number\":1,\"proof\":\"Audit\"}"
#define REFER "+ombudsman-refer {\"body\":\"The ombudsman\"}"

static const Sample samples[] = {
  { "log", "", "{\"words\":\"x\",\"profile\":\"clinic\",\"anonymous\":true}" },
  { "amend", "larc", "{\"fact\":\"words\",\"old\":\"Nobody rang us.\",\"new\":\"No one rang.\",\"reason\":\"Read back\"}" },
  { "person", "larc", "{\"person\":\"p2\"}" },
  { "needs", "larc", "{\"support\":[\"large-print\"],\"language\":\"so\"}" },
  { "needs-step", "larc", "{\"step\":\"share\"}" },
  { "interpreter", "larc", "{\"state\":\"booked\",\"who\":\"Ifrah, 14 Dec\"}" },
  { "resource", "larc", "{\"name\":\"Advocacy\"}" },
  { "erase", "larc", "{\"person\":\"p1\",\"reason\":\"Asked for it\"}" },
  { "note", "larc", "{\"text\":\"Asked the ward.\"}" },
  { "contact", "larc", "{\"means\":\"call\",\"direction\":\"out\",\"text\":\"Rang.\"}" },
  { "letter", "larc",
    "{\"letter\":\"record\",\"text\":\"You told us\",\"recipient\":\"person\",\"how\":\"letter\"}" },
  { "assign", "lar", "{\"owner\":\"Sunita\"}" },
  { "flag", "larc", "{\"flag\":\"bereaved\"}" },
  { "unflag", "larc", "{\"flag\":\"bereaved\"}", "{\"flag\":\"bereaved\"}" },
  { "listened", "l", "{\"safety\":\"no-one\",\"reference_given\":true}" },
  { "acknowledge", "la", "{\"how\":\"letter\",\"plan\":\"p\",\"owner\":\"o\",\"reply_by\":\"2026-12-01\",\"safety\":\"no-one\",\"reference_given\":true}" },
  { "agree", "lar", "{\"reply_by\":\"2026-12-20\",\"reason\":\"Waiting for notes\"}" },
  { "pause", "lar", "{\"reason\":\"consent\"}" },
  { "resume", "lar", "{}", "{\"reason\":\"consent\"}" },
  { "issue-add", "lar", "{\"text\":\"Brushed aside\"}" },
  { "issue-amend", "lar", "{\"issue\":1,\"severity\":3,\"reason\":\"Heard more\"}" },
  { "find", "ar", "{\"issue\":1,\"finding\":\"upheld\",\"evidence\":\"Ward log\"}" },
  { "want-done", "larc", "{\"number\":1}" },
  { "remedy", "larc", "{\"remedy\":\"explanation\"}" },
  { "learn", "larc", "{\"text\":\"Ring families\",\"owner\":\"Claire\",\"due\":\"2027-01-10\"}" },
  { "learned", "larc", "{\"number\":1,\"proof\":\"Audit\"}", "{\"text\":\"t\",\"owner\":\"o\",\"due\":\"2027-01-10\"}" },
  { "apologise", "larc", "{\"apology_form\":\"letter\",\"apology_elements\":[\"regret\",\"effect\"]}" },
  { "learn-amend", "larc", "{\"number\":1,\"due\":\"2027-02-01\",\"reason\":\"Ward moved\"}", LEARN },
  { "learn-drop", "larc", "{\"number\":1,\"reason\":\"Ward closed\"}", LEARN },
  { "learning-check", "larc", "{\"number\":1,\"effective\":\"yes\"}", LEARN LEARNED },
  { "learning-told", "larc", "{\"number\":1}", LEARN },
  { "feedback-consent", "larc", "{}" },
  { "feedback-ask", "c", "{\"way\":\"paper\"}" },
  { "feedback", "c", "{\"way\":\"paper\",\"heard\":\"mostly\",\"overall\":4,\"answers\":{\"listened\":4}}" },
  { "feedback-decline", "larc", "{\"why_not\":\"said-no\"}" },
  { "review", "c", "{\"kept\":\"all\",\"note\":\"All done\",\"themes\":[\"communication\"]}" },
  { "thank", "larc", "{\"how\":\"phone\"}" },
  { "pass-on", "larc", "{\"to\":\"Ward 4\",\"reasons\":[\"kindness\"]}" },
  { "answer", "lar", "{\"text\":\"We will\",\"how\":\"email\",\"decision\":\"take-up\"}",
    "+amend {\"fact\":\"type\",\"old\":\"complaint\",\"new\":\"suggestion\",\"reason\":\"An idea\"}" },
  { "ombudsman-refer", "larc", "{\"body\":\"The ombudsman\",\"papers_due\":\"2026-12-01\"}" },
  { "ombudsman-update", "larc", "{\"inquiry\":\"assessment\"}", REFER },
  { "ombudsman-decide", "larc", "{\"decision\":\"upheld\"}", REFER },
  { "recommend", "larc", "{\"text\":\"Say sorry\",\"due\":\"2027-01-10\"}", REFER },
  { "recommend-met", "larc", "{\"number\":1,\"evidence\":\"Letter\"}",
    REFER "\n+recommend {\"text\":\"Say sorry\",\"due\":\"2027-01-10\"}" },
  { "resolve", "r", "{\"how\":\"letter\",\"text\":\"We are sorry.\",\"apology\":\"given\"}", "find" },
  { "close", "r", "{\"next_step_told\":true,\"no_learning_reason\":\"Known already\"}", "resolve" },
  { "reopen", "c", "{\"reason\":\"A point was missed\"}" },
  { "withdraw", "lar", "{\"reason\":\"Asked to stop\"}" },
  { "transfer", "lar", "{\"to\":\"Other trust\",\"reason\":\"Their care\"}" },
  { "not-accept", "lar", "{\"reason\":\"Employment matter\"}" },
  { "settle", "lar", "{\"text\":\"Put right at once\"}" },
  { "link", "larc", "{\"other\":7,\"relation\":\"related\"}" },
  { "unlink", "larc", "{\"other\":7}", "{\"other\":7,\"relation\":\"related\"}" },
  { "hold", "larc", "{\"reason\":\"Coroner\"}" },
  { "release", "larc", "{\"reason\":\"Ended\"}", "{\"reason\":\"Coroner\"}" },
  { "situation", "larc", "{\"situation\":\"bereaved\",\"text\":\"Bereaved\",\"version\":\"1\"}" },
  { "situation-end", "larc", "{\"situation\":\"angry\"}", "{\"situation\":\"angry\"}" },
  { "tick", "larc", "{\"item\":\"listen.safety\",\"text\":\"Ask\",\"version\":\"1\"}" },
  { "not-applicable", "larc", "{\"item\":\"listen.name\",\"reason\":\"By letter\"}" },
  { "untick", "larc", "{\"item\":\"listen.words\"}", "{\"item\":\"listen.words\"}" },
  { "feeling", "larc", "{\"when\":\"start\",\"feeling\":\"very-upset\"}" },
  { "danger", "larc", "{\"what\":\"abuse\",\"told\":\"Bola Adewale\",\"told_at\":\"2026-11-23T09:58:00Z\"}" },
  { "hand-over", "larc", "{\"to\":\"Safeguarding lead\",\"reason\":\"A bruise\"}" },
  { "hand-over-accept", "larc", "{\"number\":1,\"by\":\"Claire\"}",
    "{\"to\":\"Lead\",\"reason\":\"r\"}" },
};

static void
prepare (HeedCase     **self,
         const Sample  *sample)
{
  static const char *const opposites[][2] = {
    { "unflag", "flag" }, { "resume", "pause" },  { "learned", "learn" },
    { "unlink", "link" }, { "release", "hold" },  { "situation-end", "situation" },
    { "untick", "tick" }, { "hand-over-accept", "hand-over" },
  };

  if (sample->before == NULL)
    return;
  if (sample->before[0] == '+')
    {
      g_auto (GStrv) lines = g_strsplit (sample->before, "\n", -1);

      for (guint i = 0; lines[i] != NULL; i++)
        {
          g_auto (GStrv) parts = g_strsplit (lines[i] + 1, " ", 2);

          do_act (self, parts[0], parts[1]);
        }
      return;
    }
  if (sample->before[0] != '{')
    {
      if ((*self)->stage != HEED_STAGE_RESOLVE)
        return;
      do_act (self, "find", "{\"issue\":1,\"finding\":\"upheld\",\"evidence\":\"Log\"}");
      if (g_str_equal (sample->before, "resolve"))
        do_act (self, "resolve", "{\"how\":\"letter\",\"text\":\"Sorry.\",\"apology\":\"given\"}");
      return;
    }
  for (guint i = 0; i < G_N_ELEMENTS (opposites); i++)
    if (g_str_equal (opposites[i][0], sample->kind) && heed_case_allows (*self, opposites[i][1]))
      do_act (self, opposites[i][1], sample->before);
}

static void
test_every_kind_in_every_stage (void)
{
  const HeedActKind *kinds;
  guint n_kinds;

  kinds = heed_act_kinds_get (&n_kinds);
  for (guint i = 0; i < n_kinds; i++)
    {
      guint n_samples = 0;

      for (guint j = 0; j < G_N_ELEMENTS (samples); j++)
        n_samples += g_str_equal (samples[j].kind, kinds[i].name);
      if (n_samples != 1)
        g_error ("the kind “%s” needs one line in the table of samples", kinds[i].name);
    }

  for (guint i = 0; i < G_N_ELEMENTS (samples); i++)
    for (guint stage = 0; stage < HEED_N_STAGES; stage++)
      {
        g_autoptr (HeedCase) self = make_in_stage ((HeedStage) stage);
        g_autoptr (HeedCase) after = NULL;
        g_autoptr (GError) error = NULL;
        g_autofree char *before = NULL;
        gboolean allowed = strchr (samples[i].stages, "larc"[stage]) != NULL;

        prepare (&self, &samples[i]);
        after = try_act (self, samples[i].kind, samples[i].body, &error);
        if (allowed)
          {
            g_assert_no_error (error);
            g_assert_cmpuint (after->seq, ==, self->seq + 1);
          }
        else
          {
            g_assert_null (after);
            g_assert_error (error, HEED_CASE_ERROR, HEED_CASE_ERROR_NOT_ALLOWED);
            if (samples[i].stages[0] != '\0')
              {
                g_assert_cmpstr (heed_case_error_get_fact (error), ==, samples[i].kind);
                g_assert_cmpstr (heed_case_error_get_value (error), ==,
                                 heed_stage_get_name (self->stage));
              }
            g_assert_false (heed_case_allows (self, samples[i].kind));
          }
      }
}

static void
test_needs (void)
{
  g_autoptr (HeedCase) self = make_logged ();

  g_assert_false (heed_case_has_needs (self));
  g_assert_false (heed_case_did_needs_step (self, "identify"));
  do_act (&self, "needs", "{\"needs_asked\":true}");
  g_assert_true (heed_case_did_needs_step (self, "identify"));
  g_assert_false (heed_case_did_needs_step (self, "record"));
  do_act (&self, "needs",
          "{\"support\":[\"sign\",\"large-print\",\"sign\"],\"language\":\"so\",\"interpreter\":true,"
          "\"contact_when\":\"After four\",\"no_contact_from\":\"2026-11-27\","
          "\"no_contact_to\":\"2026-12-04\",\"no_contact_why\":\"The funeral\"}");
  g_assert_true (heed_case_has_needs (self));
  g_assert_true (heed_case_did_needs_step (self, "flag"));
  g_assert_false (heed_case_did_needs_step (self, "share"));
  g_assert_cmpuint (self->support->len, ==, 2);
  g_assert_true (heed_case_has_support (self, "large-print"));
  g_assert_false (heed_case_is_left_in_peace (self, heed_date_parse ("2026-11-26")));
  g_assert_true (heed_case_is_left_in_peace (self, heed_date_parse ("2026-11-27")));
  g_assert_true (heed_case_is_left_in_peace (self, heed_date_parse ("2026-12-04")));
  g_assert_false (heed_case_is_left_in_peace (self, heed_date_parse ("2026-12-05")));
  /* What is not told again stays. */
  do_act (&self, "needs", "{\"support\":[\"braille\"]}");
  g_assert_cmpstr (self->language, ==, "so");
  g_assert_true (self->interpreter);
  g_assert_cmpuint (self->support->len, ==, 1);
  do_act (&self, "interpreter", "{\"state\":\"booked\",\"who\":\"Ifrah\"}");
  g_assert_cmpstr (self->interpreter_state, ==, "booked");
  do_act (&self, "needs-step", "{\"step\":\"share\"}");
  g_assert_true (heed_case_did_needs_step (self, "share"));
  do_act (&self, "resource", "{\"name\":\"A place\",\"resource\":\"advocacy\"}");
  g_assert_cmpuint (self->resources->len, ==, 1);
  assert_obstacle (self, "needs", "{\"support\":[\"sign\",\"telepathy\"]}",
                   HEED_OBSTACLE_UNKNOWN_CODE);
  assert_obstacle (self, "needs",
                   "{\"no_contact_from\":\"2026-12-04\",\"no_contact_to\":\"2026-12-03\"}",
                   HEED_OBSTACLE_ORDER);
  assert_obstacle (self, "needs", "{\"no_contact_to\":\"2026-11-22\"}", HEED_OBSTACLE_ORDER);
}

static void
test_log (void)
{
  g_autoptr (HeedCase) self = make_logged ();

  g_assert_cmpint (self->stage, ==, HEED_STAGE_LISTEN);
  g_assert_cmpstr (self->type, ==, "complaint");
  g_assert_cmpstr (self->taken_by, ==, "Joanna Pryce");
  g_assert_nonnull (self->profile_version);
  g_assert_cmpint (heed_case_get_severity (self), ==, 2);
  assert_missing (NULL, "log", "{}", "words,profile,person");
  assert_missing (NULL, "log", "{\"words\":\"  \",\"profile\":\"clinic\",\"anonymous\":true}",
                  "words");
  assert_missing (NULL, "log",
                  "{\"words\":\"w\",\"profile\":\"clinic\",\"anonymous\":true,\"issues\":[{}]}",
                  "issues[0].text");
  assert_obstacle (NULL, "log",
                   "{\"words\":\"w\",\"profile\":\"clinic\",\"anonymous\":true,"
                   "\"received\":\"2026-11-24\"}",
                   HEED_OBSTACLE_IN_FUTURE);
  assert_obstacle (NULL, "log", "{\"words\":\"w\",\"profile\":\"nowhere\",\"anonymous\":true}",
                   HEED_OBSTACLE_UNKNOWN_CODE);
}

static void
test_facts (void)
{
  g_autoptr (HeedCase) self = make_in_stage (HEED_STAGE_RESOLVE);

  assert_obstacle (self, "note", "{\"text\":5}", HEED_OBSTACLE_WRONG_TYPE);
  assert_obstacle (self, "note", "{\"text\":\"a\",\"colour\":\"red\"}", HEED_OBSTACLE_UNKNOWN_FACT);
  assert_obstacle (self, "flag", "{\"flag\":\"purple\"}", HEED_OBSTACLE_UNKNOWN_CODE);
  assert_obstacle (self, "agree", "{\"reply_by\":\"2026-02-30\",\"reason\":\"r\"}",
                   HEED_OBSTACLE_WRONG_TYPE);
  assert_obstacle (self, "agree", "{\"reply_by\":\"2026-11-01\",\"reason\":\"r\"}",
                   HEED_OBSTACLE_ORDER);
  assert_missing (self, "agree", "{\"reply_by\":\"2026-12-24\"}", "reason");
  assert_missing (self, "remedy", "{\"text\":\"t\"}", "remedy");
  assert_obstacle (self, "find", "{\"issue\":2,\"finding\":\"upheld\",\"evidence\":\"e\"}",
                   HEED_OBSTACLE_NO_SUCH_ITEM);
  assert_obstacle (self, "issue-add", "{\"text\":\"t\",\"severity\":4}", HEED_OBSTACLE_WRONG_TYPE);
  assert_obstacle (self, "unflag", "{\"flag\":\"legal\"}", HEED_OBSTACLE_NOT_SO);
  assert_obstacle (self, "assign", "{\"owner\":\"Imran\"}", HEED_OBSTACLE_ALREADY);
  assert_obstacle (self, "amend",
                   "{\"fact\":\"words\",\"old\":\"other\",\"new\":\"n\",\"reason\":\"r\"}",
                   HEED_OBSTACLE_OLD_VALUE);
  assert_missing (self, "amend", "{\"fact\":\"words\",\"new\":\"n\",\"reason\":\"r\"}", "old");
  assert_missing (self, "amend", "{\"fact\":\"words\",\"old\":null,\"new\":\"n\",\"reason\":\"r\"}",
                  "old");
  assert_obstacle (self, "amend", "{\"fact\":\"seq\",\"new\":\"n\",\"reason\":\"r\"}",
                   HEED_OBSTACLE_NOT_AMENDABLE);
  assert_obstacle (self, "amend",
                   "{\"fact\":\"type\",\"old\":\"complaint\",\"new\":\"rant\",\"reason\":\"r\"}",
                   HEED_OBSTACLE_UNKNOWN_CODE);
}

static void
test_guards (void)
{
  g_autoptr (HeedCase) self = NULL;

  do_act (&self, "log", "{\"words\":\"w\",\"profile\":\"england-nhs\",\"person\":\"p\"}");
  assert_missing (self, "listened", "{}", "issues,safety,reference_given");
  do_act (&self, "issue-add", "{\"text\":\"Delay\"}");
  do_act (&self, "issue-add", "{\"text\":\"Rudeness\"}");
  do_act (&self, "listened", "{\"safety\":\"handled\",\"reference_given\":false}");
  assert_missing (self, "acknowledge", "{}", "how,owner,plan,reply_by");
  do_act (&self, "assign", "{\"owner\":\"Imran\"}");
  do_act (&self, "acknowledge",
          "{\"how\":\"email\",\"plan\":\"Ask the ward\",\"reply_by\":\"2026-12-18\"}");
  assert_missing (self, "resolve", "{}", "apology,how,text,finding 1,finding 2");
  do_act (&self, "find", "{\"issue\":1,\"finding\":\"upheld\",\"evidence\":\"Log\"}");
  do_act (&self, "find", "{\"issue\":2,\"finding\":\"not-upheld\",\"evidence\":\"Both told us\"}");
  assert_missing (self, "close", "{}", "resolution,next_step_told,no_learning_reason");
  do_act (&self, "resolve", "{\"how\":\"letter\",\"text\":\"Sorry\",\"apology\":\"given\"}");
  g_assert_cmpstr (self->outcome, ==, "partly-upheld");
  assert_obstacle (self, "resolve", "{\"how\":\"letter\",\"text\":\"t\",\"apology\":\"given\"}",
                   HEED_OBSTACLE_ALREADY);
  do_act (&self, "learn", "{\"text\":\"Ring\",\"owner\":\"C\",\"due\":\"2027-01-10\"}");
  do_act (&self, "close", "{\"next_step_told\":true}");
  g_assert_cmpint (self->stage, ==, HEED_STAGE_CLOSED);
  g_assert_cmpstr (self->ending, ==, "resolved");

  do_act (&self, "reopen", "{\"reason\":\"A point was missed\"}");
  g_assert_cmpint (self->stage, ==, HEED_STAGE_ACKNOWLEDGE);
  g_assert_cmpuint (self->rounds->len, ==, 2);
  g_assert_cmpstr (((HeedRound *) g_ptr_array_index (self->rounds, 0))->outcome, ==,
                   "partly-upheld");
  g_assert_null (self->outcome);
}

static void
test_outcome (void)
{
  static const struct
  {
    const char *first, *second, *outcome;
  } rows[] = {
    { "upheld", "upheld", "upheld" },
    { "not-upheld", "not-upheld", "not-upheld" },
    { "upheld", "not-upheld", "partly-upheld" },
    { "partly-upheld", "partly-upheld", "partly-upheld" },
    { "partly-upheld", "not-upheld", "partly-upheld" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (HeedCase) self = make_in_stage (HEED_STAGE_RESOLVE);
      g_autofree char *first = g_strdup_printf (
        "{\"issue\":1,\"finding\":\"%s\",\"evidence\":\"e\"}", rows[i].first);
      g_autofree char *second = g_strdup_printf (
        "{\"issue\":2,\"finding\":\"%s\",\"evidence\":\"e\"}", rows[i].second);

      do_act (&self, "issue-add", "{\"text\":\"Second\"}");
      do_act (&self, "find", first);
      do_act (&self, "find", second);
      do_act (&self, "resolve", "{\"how\":\"letter\",\"text\":\"t\",\"apology\":\"given\"}");
      g_assert_cmpstr (self->outcome, ==, rows[i].outcome);
    }
}

static void
test_concern_becomes_complaint (void)
{
  g_autoptr (HeedCase) self = NULL;

  do_act (&self, "log",
          "{\"words\":\"w\",\"profile\":\"scotland-mchp\",\"person\":\"p\",\"type\":\"concern\","
          "\"received\":\"2026-11-10\"}");
  g_assert_cmpint (heed_case_get_round (self)->formal, ==, HEED_DATE_NONE);
  do_act (&self, "amend",
          "{\"fact\":\"type\",\"old\":\"concern\",\"new\":\"complaint\",\"reason\":\"Asked for it\"}");
  g_assert_cmpint (self->received, ==, heed_date_new (2026, 11, 10));
  g_assert_cmpint (heed_case_get_round (self)->formal, ==, heed_date_new (2026, 11, 23));
}

static const HeedClock *
find_clock (GPtrArray  *clocks,
            const char *id)
{
  for (guint i = 0; i < clocks->len; i++)
    {
      const HeedClock *clock = g_ptr_array_index (clocks, i);
      if (g_str_equal (clock->spec->id, id))
        return clock;
    }
  g_assert_not_reached ();
}

static void
test_clocks (void)
{
  g_autoptr (HeedCase) self = make_in_stage (HEED_STAGE_ACKNOWLEDGE);
  HeedDate today = heed_date_new (2026, 11, 23);
  g_autoptr (GPtrArray) clocks = heed_case_compute_clocks (self, rules, today);
  g_autoptr (GPtrArray) later = NULL;

  g_assert_cmpint (find_clock (clocks, "acknowledge")->due, ==, heed_date_new (2026, 11, 24));
  g_assert_cmpint (find_clock (clocks, "acknowledge")->days_left, ==, 1);
  g_assert_cmpint (find_clock (clocks, "limit")->due, ==, heed_date_new (2027, 5, 19));
  g_assert_cmpstr (heed_clocks_get_next (clocks, self->stage)->spec->id, ==, "acknowledge");

  do_act (&self, "acknowledge",
          "{\"how\":\"phone\",\"plan\":\"p\",\"owner\":\"o\",\"reply_by\":\"2026-12-15\"}");
  later = heed_case_compute_clocks (self, rules, today);
  g_assert_cmpint (find_clock (later, "acknowledge")->state, ==, HEED_CLOCK_MET);
  g_assert_cmpint (find_clock (later, "reply")->due, ==, heed_date_new (2026, 12, 15));
  g_assert_cmpint (find_clock (later, "limit")->due, ==, heed_date_new (2027, 5, 19));
}

static void
test_inverse (void)
{
  static const char *const kinds[] = { "flag", "assign", "pause", "link", "hold", "situation",
                                       "tick" };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autoptr (HeedCase) before = make_in_stage (HEED_STAGE_RESOLVE);
      g_autoptr (HeedCase) after = NULL;
      g_autoptr (HeedCase) undone = NULL;
      g_autoptr (HeedAct) act = NULL;
      g_autoptr (HeedAct) inverse = NULL;
      g_autoptr (GError) error = NULL;

      for (guint j = 0; j < G_N_ELEMENTS (samples); j++)
        if (g_str_equal (samples[j].kind, kinds[i]))
          act = make_act (kinds[i], samples[j].body);
      after = heed_case_apply (before, act, rules, &error);
      g_assert_no_error (error);
      inverse = heed_case_new_inverse (before, act, &context);
      g_assert_nonnull (inverse);
      undone = heed_case_apply (after, inverse, rules, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (undone->flags->len, ==, before->flags->len);
      g_assert_cmpuint (undone->links->len, ==, before->links->len);
      g_assert_cmpuint (undone->situations->len, ==, before->situations->len);
      g_assert_cmpuint (undone->ticks->len, ==, before->ticks->len);
      g_assert_cmpstr (undone->owner, ==, before->owner);
      g_assert_false (undone->hold);
      g_assert_false (heed_case_is_paused (undone));
    }
}

/* Ticks, situations, how the person is, danger and handing over, with who and when. */
static void
test_guide (void)
{
  g_autoptr (HeedCase) self = make_in_stage (HEED_STAGE_ACKNOWLEDGE);
  const HeedTick *tick;
  const HeedDanger *danger;
  const HeedHandOver *hand_over;

  do_act (&self, "tick",
          "{\"item\":\"acknowledge.plan\",\"text\":\"Agree\",\"version\":\"2026-11+3\","
          "\"evidence\":\"Ruth Adler\"}");
  tick = heed_case_find_tick (self, "acknowledge.plan");
  g_assert_cmpstr (tick->evidence, ==, "Ruth Adler");
  g_assert_cmpstr (tick->by, ==, "Joanna Pryce");
  g_assert_cmpint (tick->at, ==, NOW);
  g_assert_false (tick->not_applicable);
  g_assert_cmpstr (self->guidance_version, ==, "2026-11+3");
  g_assert_null (heed_case_find_tick (self, "acknowledge.date"));
  assert_obstacle (self, "tick", "{\"item\":\"acknowledge.plan\"}", HEED_OBSTACLE_ALREADY);
  assert_obstacle (self, "not-applicable", "{\"item\":\"acknowledge.plan\",\"reason\":\"r\"}",
                   HEED_OBSTACLE_ALREADY);
  assert_missing (self, "not-applicable", "{\"item\":\"acknowledge.date\"}", "reason");
  assert_missing (self, "tick", "{\"item\":\"  \"}", "item");
  do_act (&self, "untick", "{\"item\":\"acknowledge.plan\"}");
  g_assert_null (heed_case_find_tick (self, "acknowledge.plan"));
  assert_obstacle (self, "untick", "{\"item\":\"acknowledge.plan\"}", HEED_OBSTACLE_NOT_SO);
  do_act (&self, "not-applicable", "{\"item\":\"acknowledge.plan\",\"reason\":\"By letter\"}");
  g_assert_true (heed_case_find_tick (self, "acknowledge.plan")->not_applicable);

  do_act (&self, "situation", "{\"situation\":\"self-harm\"}");
  g_assert_true (heed_case_has_situation (self, "self-harm"));
  assert_obstacle (self, "situation", "{\"situation\":\"self-harm\"}", HEED_OBSTACLE_ALREADY);
  do_act (&self, "situation-end", "{\"situation\":\"self-harm\"}");
  g_assert_false (heed_case_has_situation (self, "self-harm"));
  assert_obstacle (self, "situation-end", "{\"situation\":\"self-harm\"}", HEED_OBSTACLE_NOT_SO);

  do_act (&self, "danger",
          "{\"what\":\"self-harm\",\"told\":\"Bola Adewale\",\"told_at\":\"2026-11-23T09:58:00Z\"}");
  do_act (&self, "danger", "{\"what\":\"threat\",\"told\":\"Security\"}");
  danger = g_ptr_array_index (self->dangers, 0);
  g_assert_cmpint (danger->told_at, ==, NOW - 2 * G_TIME_SPAN_MINUTE);
  danger = g_ptr_array_index (self->dangers, 1);
  g_assert_cmpint (danger->told_at, ==, NOW);
  assert_missing (self, "danger", "{\"what\":\"threat\"}", "told");
  assert_obstacle (self, "danger", "{\"what\":\"boredom\",\"told\":\"x\"}",
                   HEED_OBSTACLE_UNKNOWN_CODE);
  assert_obstacle (self, "danger",
                   "{\"what\":\"threat\",\"told\":\"x\",\"told_at\":\"2026-11-23T10:01:00Z\"}",
                   HEED_OBSTACLE_IN_FUTURE);

  do_act (&self, "hand-over",
          "{\"to\":\"Crisis team\",\"reason\":\"Said so\",\"situation\":\"self-harm\"}");
  g_assert_cmpuint (heed_case_get_n_open_hand_overs (self), ==, 1);
  assert_obstacle (self, "hand-over-accept", "{\"number\":2}", HEED_OBSTACLE_NO_SUCH_ITEM);
  assert_obstacle (self, "hand-over-accept", "{\"number\":0}", HEED_OBSTACLE_NO_SUCH_ITEM);
  do_act (&self, "hand-over-accept", "{\"number\":1,\"by\":\"Sam Odu\"}");
  hand_over = g_ptr_array_index (self->hand_overs, 0);
  g_assert_cmpstr (hand_over->accepted_by, ==, "Sam Odu");
  g_assert_cmpuint (heed_case_get_n_open_hand_overs (self), ==, 0);
  assert_obstacle (self, "hand-over-accept", "{\"number\":1}", HEED_OBSTACLE_ALREADY);
}

/* How the person is at the start and at the end are kept apart from how they are now. */
static void
test_feelings (void)
{
  g_autoptr (HeedCase) self = make_logged ();

  do_act (&self, "feeling", "{\"when\":\"start\",\"feeling\":\"unsafe\"}");
  do_act (&self, "feeling", "{\"when\":\"now\",\"feeling\":\"very-upset\"}");
  g_assert_cmpstr (self->feeling_start, ==, "unsafe");
  g_assert_cmpstr (self->feeling_now, ==, "very-upset");
  g_assert_null (self->feeling_end);
  do_act (&self, "feeling", "{\"when\":\"end\",\"feeling\":\"worried\"}");
  g_assert_cmpstr (self->feeling_start, ==, "unsafe");
  g_assert_cmpstr (self->feeling_now, ==, "worried");
  g_assert_cmpstr (self->feeling_end, ==, "worried");
  assert_missing (self, "feeling", "{\"feeling\":\"calm\"}", "when");
}

/* A round is worked anew; what the round before ticked stays as its own. */
static void
test_ticks_of_rounds (void)
{
  g_autoptr (HeedCase) self = make_in_stage (HEED_STAGE_RESOLVE);

  do_act (&self, "tick", "{\"item\":\"resolve.apology\"}");
  do_act (&self, "withdraw", "{\"reason\":\"r\"}");
  do_act (&self, "reopen", "{\"reason\":\"r\"}");
  g_assert_null (heed_case_find_tick (self, "resolve.apology"));
  g_assert_cmpuint (self->ticks->len, ==, 1);
  do_act (&self, "tick", "{\"item\":\"resolve.apology\"}");
  do_act (&self, "untick", "{\"item\":\"resolve.apology\"}");
  g_assert_cmpuint (self->ticks->len, ==, 1);
}

/* Undoing an undoing brings back what was noted, whole. */
static void
test_untick_inverse (void)
{
  static const char *const bodies[][2] = {
    { "tick", "{\"item\":\"a.b\",\"text\":\"T\",\"version\":\"7\",\"evidence\":\"E\"}" },
    { "not-applicable", "{\"item\":\"a.b\",\"text\":\"T\",\"version\":\"7\",\"reason\":\"R\"}" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (bodies); i++)
    {
      g_autoptr (HeedCase) self = make_logged ();
      g_autoptr (HeedCase) back = NULL;
      g_autoptr (HeedAct) untick = make_act ("untick", "{\"item\":\"a.b\"}");
      g_autoptr (HeedAct) again = NULL;
      g_autoptr (GError) error = NULL;
      const HeedTick *tick;

      do_act (&self, bodies[i][0], bodies[i][1]);
      again = heed_case_new_inverse (self, untick, &context);
      do_act (&self, "untick", "{\"item\":\"a.b\"}");
      back = heed_case_apply (self, again, rules, &error);
      g_assert_no_error (error);
      tick = heed_case_find_tick (back, "a.b");
      g_assert_cmpstr (tick->text, ==, "T");
      g_assert_cmpstr (tick->version, ==, "7");
      g_assert_cmpstr (tick->evidence, ==, i == 0 ? "E" : NULL);
      g_assert_cmpstr (tick->reason, ==, i == 1 ? "R" : NULL);
      g_assert_cmpint (tick->not_applicable, ==, i == 1);
    }
}

static void
test_merge (void)
{
  g_autoptr (HeedCase) self = make_in_stage (HEED_STAGE_RESOLVE);

  do_act (&self, "link", "{\"other\":9,\"relation\":\"duplicate\"}");
  g_assert_cmpint (self->stage, ==, HEED_STAGE_CLOSED);
  g_assert_cmpint (self->duplicate_of, ==, 9);
  assert_obstacle (self, "link", "{\"other\":9,\"relation\":\"related\"}", HEED_OBSTACLE_ALREADY);
  do_act (&self, "unlink", "{\"other\":9}");
  g_assert_cmpint (self->stage, ==, HEED_STAGE_RESOLVE);
  g_assert_null (self->ending);
}

/* What apply() leads to step by step, fold() leads to from the ledger alone. */
static void
test_fold (void)
{
  g_autoptr (GPtrArray) acts = g_ptr_array_new_with_free_func ((GDestroyNotify) heed_act_unref);
  g_autoptr (HeedCase) self = NULL;
  g_autoptr (HeedCase) folded = NULL;
  g_autoptr (GError) error = NULL;

  g_ptr_array_add (acts, make_act ("log", "{\"words\":\"w\",\"profile\":\"clinic\",\"person\":\"p\"}"));
  g_ptr_array_add (acts, make_act ("issue-add", "{\"text\":\"Delay\"}"));
  g_ptr_array_add (acts, make_act ("flag", "{\"flag\":\"legal\"}"));
  g_ptr_array_add (acts, make_act ("note", "{\"text\":\"n\"}"));
  for (guint i = 0; i < acts->len; i++)
    {
      HeedCase *after = heed_case_apply (self, g_ptr_array_index (acts, i), rules, &error);

      g_assert_no_error (error);
      g_clear_pointer (&self, heed_case_unref);
      self = after;
    }
  folded = heed_case_fold (acts, rules, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (folded->seq, ==, self->seq);
  g_assert_cmpuint (folded->issues->len, ==, 1);
  g_assert_true (heed_case_has_flag (folded, "legal"));
  g_ptr_array_remove_index (acts, 0);
  g_assert_null (heed_case_fold (acts, rules, NULL));
}

static void
test_touched (void)
{
  g_autoptr (HeedAct) find = make_act ("find", "{\"issue\":2}");
  g_autoptr (HeedAct) note = make_act ("note", "{\"text\":\"n\"}");
  g_autoptr (HeedAct) amend = make_act ("amend", "{\"fact\":\"words\"}");
  g_autofree char *found = heed_act_dup_touched (find);
  g_autofree char *amended = heed_act_dup_touched (amend);

  g_assert_cmpstr (found, ==, "issue 2");
  g_assert_cmpstr (amended, ==, "fact words");
  g_assert_null (heed_act_dup_touched (note));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  rules = heed_rules_new_builtin (NULL);
  g_assert_nonnull (rules);

  g_test_add_func ("/case/every-kind-in-every-stage", test_every_kind_in_every_stage);
  g_test_add_func ("/case/needs", test_needs);
  g_test_add_func ("/case/log", test_log);
  g_test_add_func ("/case/facts", test_facts);
  g_test_add_func ("/case/guards", test_guards);
  g_test_add_func ("/case/outcome", test_outcome);
  g_test_add_func ("/case/concern-becomes-complaint", test_concern_becomes_complaint);
  g_test_add_func ("/case/clocks", test_clocks);
  g_test_add_func ("/case/inverse", test_inverse);
  g_test_add_func ("/case/guide", test_guide);
  g_test_add_func ("/case/feelings", test_feelings);
  g_test_add_func ("/case/ticks-of-rounds", test_ticks_of_rounds);
  g_test_add_func ("/case/untick-inverse", test_untick_inverse);
  g_test_add_func ("/case/merge", test_merge);
  g_test_add_func ("/case/fold", test_fold);
  g_test_add_func ("/case/touched", test_touched);

  return g_test_run ();
}
