/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Letters: what templates make of a case, what each check finds, and what it must not find. */

#include "config.h"

#include <glib/gstdio.h>
#include <string.h>

#include "heed-letter-check.h"
#include "heed-letter-text.h"

static HeedRules        *rules;
static HeedLetterChecker checker;

/* Monday 2026-11-23 10:00 in London */
#define NOW (G_GINT64_CONSTANT (1795428000) * G_USEC_PER_SEC)

static const HeedActContext context = { "Joanna Pryce", "Europe/London", NOW };

static void
do_act (HeedCase  **self,
        const char *kind,
        const char *body)
{
  g_autoptr (JsonNode) node = heed_json_parse (body, -1, "test", NULL);
  g_autoptr (HeedAct) act = NULL;
  g_autoptr (HeedAct) complete = NULL;
  g_autoptr (GError) error = NULL;
  HeedCase *after;

  g_assert_nonnull (node);
  act = heed_act_new (kind, &context, 0, 0, json_node_get_object (node));
  complete = heed_act_complete (act, rules);
  after = heed_case_apply (*self, complete, rules, &error);
  g_assert_no_error (error);
  g_clear_pointer (self, heed_case_unref);
  *self = after;
}

/* The story of mockup 04: three points, all found. */
static HeedCase *
make_case (const char *profile)
{
  g_autofree char *body = g_strdup_printf (
      "{\"words\":\"Nobody told us why.\",\"profile\":\"%s\",\"person\":\"p1\","
      "\"received\":\"2026-11-19\",\"wants\":[\"An apology\"],\"did\":\"Gave a number\","
      "\"safety\":\"no-one\",\"reference_given\":true,\"issues\":[{\"text\":\"Cancelled twice\"},"
      "{\"text\":\"Nobody explained why\"},{\"text\":\"No new date given\"}]}",
      profile);
  HeedCase *self = NULL;

  do_act (&self, "log", body);
  do_act (&self, "listened", "{}");
  do_act (&self, "acknowledge",
          "{\"how\":\"phone\",\"plan\":\"Ruth reads the notes\",\"owner\":\"Imran Qureshi\","
          "\"reply_by\":\"2026-12-15\",\"agreed\":true}");
  do_act (&self, "find",
          "{\"issue\":1,\"finding\":\"upheld\",\"evidence\":\"The lists were too long\"}");
  do_act (&self, "find",
          "{\"issue\":2,\"finding\":\"partly-upheld\",\"evidence\":\"One person knew\","
          "\"should_have\":\"You should have been told.\"}");
  do_act (&self, "find",
          "{\"issue\":3,\"finding\":\"not-upheld\",\"evidence\":\"A date was sent on 2 October\"}");
  do_act (&self, "learn",
          "{\"text\":\"Ring people the day before.\",\"owner\":\"C\",\"due\":\"2027-01-10\"}");
  self->reference = g_strdup ("26-0301");
  return self;
}

static HeedLetterFacts *
make_facts (const char *profile)
{
  g_autoptr (HeedCase) state = make_case (profile);
  HeedLetterFacts *facts;

  facts = heed_letter_facts_new (checker.letters, rules, state, heed_date_parse ("2026-11-23"));
  heed_letter_facts_set (facts, "person", "Mrs Okonkwo");
  heed_letter_facts_set (facts, "full_name", "Grace Okonkwo");
  heed_letter_facts_set (facts, "address_block", "Mrs Grace Okonkwo\n14 Larkfield Terrace");
  heed_letter_facts_set (facts, "contact", "01632 960 144");
  heed_letter_facts_set (facts, "user", "Joanna Pryce");
  heed_letter_facts_set (facts, "organisation", "St Aldhelm’s Hospital");
  heed_letter_facts_set (facts, "advocacy", "Care Advocates");
  heed_letter_facts_set (facts, "advocacy_reach", "01632 960 200");
  heed_letter_facts_set (facts, "other_person", "Daniel Okonkwo");
  return facts;
}

static HeedLetterState
get_part (HeedLetterFacts *facts,
          const char      *letter,
          const char      *part,
          const char      *text)
{
  g_autoptr (HeedLetterCheck) check = heed_letter_check_new (&checker, facts, letter, text);

  for (guint i = 0; i < check->parts->len; i++)
    {
      const HeedLetterPlace *place = &g_array_index (check->parts, HeedLetterPlace, i);

      if (g_str_equal (place->id, part))
        {
          if (place->state != HEED_LETTER_MISSING)
            g_assert_cmpuint (place->end, <=, strlen (text));
          return place->state;
        }
    }
  g_error ("the letter “%s” has no part “%s”", letter, part);
}

static const char *const profiles[] = { "england-nhs",         "scotland-mchp", "ireland-hse",
                                        "northern-ireland-hsc", "us-hospital",  "nsw-health",
                                        "clinic" };
static const char *const kinds[] = { "acknowledgement", "record",    "holding", "final-reply",
                                     "not-accepted",    "withdrawn", "thanks",  "consent-request" };

/* Each template has each part that its profile asks for, and each wording of a part is known as that
 * part; only what has to be written by hand is left. */
static void
test_templates_have_their_parts (void)
{
  for (guint p = 0; p < G_N_ELEMENTS (profiles); p++)
    for (guint k = 0; k < G_N_ELEMENTS (kinds); k++)
      {
        g_autoptr (HeedLetterFacts) facts = make_facts (profiles[p]);
        g_autoptr (GPtrArray) templates = heed_letters_list_templates (checker.letters, kinds[k],
                                                                       profiles[p]);

        g_assert_cmpuint (templates->len, >, 0);
        for (guint t = 0; t < templates->len; t++)
          {
            const HeedLetterTemplate *template = g_ptr_array_index (templates, t);
            g_autoptr (GPtrArray) missing = g_ptr_array_new_with_free_func (g_free);
            g_autofree char *text = heed_letter_compose (facts, template, missing);
            g_autoptr (HeedLetterCheck) check = NULL;

            g_assert_true (g_utf8_validate (text, -1, NULL));
            g_assert_null (strchr (text, '{'));
            check = heed_letter_check_new (&checker, facts, kinds[k], text);
            for (guint i = 0; i < check->parts->len; i++)
              {
                const HeedLetterPlace *place = &g_array_index (check->parts, HeedLetterPlace, i);

                if (place->state == HEED_LETTER_MISSING)
                  g_error ("%s, %s: the part “%s” is not found in:\n%s", profiles[p], template->id,
                           place->id, text);
              }
            for (guint i = 0; i < check->answers->len; i++)
              g_assert_cmpint (g_array_index (check->answers, HeedLetterAnswer, i).state, ==,
                               HEED_LETTER_THERE);
            g_assert_cmpuint (check->mistakes->len, ==, 0);
          }
      }
}

/* Our own words have nothing in them that we tell others to look at, and are easy to read. */
static void
test_templates_read_well (void)
{
  for (guint p = 0; p < G_N_ELEMENTS (profiles); p++)
    for (guint k = 0; k < G_N_ELEMENTS (kinds); k++)
      {
        g_autoptr (HeedLetterFacts) facts = make_facts (profiles[p]);
        HeedCase *state = heed_letter_facts_get_case (facts);
        g_autofree char *text = heed_letter_compose (
            facts, heed_letters_choose (checker.letters, kinds[k], state), NULL);
        g_autoptr (HeedLetterCheck) check = heed_letter_check_new (&checker, facts, kinds[k], text);

        for (guint i = 0; i < check->phrases->len; i++)
          {
            const HeedPhraseHit *hit = &g_array_index (check->phrases, HeedPhraseHit, i);

            if (hit->phrase->kind->rank <= 3)
              g_error ("%s, %s: “%.*s” (%s)", profiles[p], kinds[k], (int) (hit->end - hit->start),
                       text + hit->start, hit->phrase->kind->id);
          }
        if (check->readability.flesch_kincaid > HEED_READABILITY_GRADE_WARN)
          g_error ("%s, %s: grade %.1f\n%s", profiles[p], kinds[k],
                   check->readability.flesch_kincaid, text);
      }
}

/* A part that is not written is not found: the letter without it lacks it. */
static void
test_part_left_out_is_missing (void)
{
  for (guint p = 0; p < G_N_ELEMENTS (profiles); p++)
    {
      g_autoptr (HeedLetterFacts) facts = make_facts (profiles[p]);
      g_autoptr (GPtrArray) parts = heed_letters_list_parts (checker.letters, "final-reply",
                                                             profiles[p]);

      g_assert_cmpuint (parts->len, >, 2);
      for (guint i = 0; i < parts->len; i++)
        {
          const HeedLetterPart *part = g_ptr_array_index (parts, i);

          g_assert_cmpint (get_part (facts, "final-reply", part->id,
                                     "Dear Mrs Okonkwo,\n\nThe weather was mild.\n"),
                           ==, HEED_LETTER_MISSING);
        }
    }
}

typedef struct
{
  const char *part;
  const char *hits[8];
  const char *misses[8];
} PartSample;

/* Ways of saying it, and look-alikes that do not say it. */
static const PartSample england[] = {
  { "how-considered",
    { "I spoke with the ward sister and read your notes.", "We looked into what happened.",
      "We asked the nurses who were there.", "Dr Shah reviewed your records.",
      "I investigated each of your points.", "We talked to the night team." },
    { "I have read your letter twice.", "We spoke of it often.", "You looked after him well.",
      "The investigator will be named soon.", "We have not looked into this.",
      "The notes are kept for eight years." } },
  { "action",
    { "We will ring every person the evening before.", "From now on a nurse calls each hour.",
      "We have changed the rota.", "To put this right I will meet the team.",
      "We have now bought two chairs." },
    { "You will get better soon.", "The rota was changed by others long ago, it is said.",
      "They will see.", "Nothing more can be said.", "Things change." } },
  { "next-body",
    { "You can ask the Parliamentary and Health Service Ombudsman within 12 months.",
      "The ombudsman can look at it. You have one year.",
      "The Ombudsman takes cases for 12 months from now." },
    { "You can ask the ombudsman.", "You have 12 months to write to us.",
      "The ombudsmen of old were kings’ men." } },
  { "contact",
    { "If you have a question, ring me on 01632 960 144.",
      "Please contact Imran Qureshi, 01632 960 144.", "Imran Qureshi will answer any question." },
    { "We tried to contact you.", "Your question was a good one.",
      "Please ring us.", "You asked a good question." } },
  { "talk",
    { "We could meet at your home.", "Would you like to talk to me about it?",
      "We are glad to meet you." },
    { "You talked to nobody.", "The team talked.", "Speakers were on.", "Metal is hard." } },
};

static void
test_parts (void)
{
  g_autoptr (HeedLetterFacts) facts = make_facts ("england-nhs");
  guint n_hits = 0, n_misses = 0;

  for (guint i = 0; i < G_N_ELEMENTS (england); i++)
    {
      for (guint h = 0; england[i].hits[h] != NULL; h++, n_hits++)
        if (get_part (facts, "final-reply", england[i].part, england[i].hits[h])
            != HEED_LETTER_THERE)
          g_error ("%s: not found in “%s”", england[i].part, england[i].hits[h]);
      for (guint m = 0; england[i].misses[m] != NULL; m++, n_misses++)
        if (get_part (facts, "final-reply", england[i].part, england[i].misses[m])
            != HEED_LETTER_MISSING)
          g_error ("%s: found in “%s”", england[i].part, england[i].misses[m]);
    }
  g_assert_cmpuint (n_hits, >=, 20);
  g_assert_cmpuint (n_misses, >=, 20);
}

static void
test_hospital_needs_four (void)
{
  static const char *const ids[] = { "contact", "how-considered", "results", "completed" };
  g_autoptr (HeedLetterFacts) facts = make_facts ("us-hospital");
  g_autoptr (GPtrArray) parts = heed_letters_list_parts (checker.letters, "final-reply",
                                                         "us-hospital");
  const char *letter = "Your contact person is Imran Qureshi. We reviewed your chart and spoke with "
                       "the charge nurse. We found that nobody came. We completed this review on "
                       "November 20, 2026.";

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      g_assert_cmpint (get_part (facts, "final-reply", ids[i], letter), ==, HEED_LETTER_THERE);
      g_assert_cmpstr (((HeedLetterPart *) g_ptr_array_index (parts, i))->id, ==, ids[i]);
    }
  g_assert_cmpint (get_part (facts, "final-reply", "completed", "We completed this review."), ==,
                   HEED_LETTER_MISSING);
}

/* What is still to be written does not count as written. */
static void
test_gaps (void)
{
  g_autoptr (HeedLetterFacts) facts = make_facts ("england-nhs");
  g_autoptr (HeedLetterCheck) check = NULL;
  g_autoptr (HeedLetterCheck) none = NULL;

  g_assert_cmpint (get_part (facts, "final-reply", "how-considered",
                             "I read your notes and spoke with [whom]."),
                   ==, HEED_LETTER_UNFINISHED);
  check = heed_letter_check_new (&checker, facts, "thanks", "Dear [name],\n\n[1] [ ] [a\nb] []");
  g_assert_cmpuint (check->gaps->len, ==, 1);
  none = heed_letter_check_new (&checker, facts, "thanks", "Dear Mrs Okonkwo,\n\nThank you [1].");
  g_assert_cmpuint (none->gaps->len, ==, 0);
}

/* --- Issues --- */

static void
assert_answer (const char     *text,
               guint           number,
               HeedLetterState expected)
{
  g_autoptr (HeedLetterFacts) facts = make_facts ("england-nhs");
  g_autoptr (HeedLetterCheck) check = heed_letter_check_new (&checker, facts, "final-reply", text);
  const HeedLetterAnswer *answer = &g_array_index (check->answers, HeedLetterAnswer, number - 1);

  if (answer->state != expected)
    g_error ("issue %u is %d and not %d in “%s”", number, (int) answer->state, (int) expected, text);
}

static void
test_answers (void)
{
  static const char *const agree[] = {
    "1. Your operation was cancelled twice\nWe agree with you. Both lists were too long.",
    "1.  Cancelled\nYou were right. The lists were too long.",
    "1) Cancelled\nThis should not have happened to you.",
    "1. We agree that it was cancelled twice, and too late.",
    "Your operation was cancelled twice. We agree with you.",
    "We agree that we cancelled your operation twice.",
    "Dear Mrs Okonkwo,\n\n1. Cancelled twice\nI agree with you on this point.\n\n2. Nobody explained",
    "1. Cancelled twice\nWe uphold this point in full.",
  };
  static const char *const missing[] = {
    "Dear Mrs Okonkwo,\n\nThank you.",
    "1. Cancelled twice\n\n2. Nobody explained why\nWe agree with part of this point.",
    "1. Cancelled twice\nYes.",
    "We met twice and liked it.",
    "11. Other\nWe agree with you about the lists.",
    "In 1. April we agree with you.",
    "We cancelled it.",
    "",
  };
  static const char *const without[] = {
    "1. Cancelled twice\nThe lists were long on both days in October.",
    "1. Cancelled twice\nWe agree with you. [What happened.]",
    "Your operation was cancelled twice in October.",
  };
  static const char *const differs[] = {
    "1. Cancelled twice\nWe do not agree with this point.",
    "1. Cancelled twice\nWe agree with part of this point.",
    "1. Cancelled twice\nWe did not find that this happened.",
  };

  for (guint i = 0; i < G_N_ELEMENTS (agree); i++)
    assert_answer (agree[i], 1, HEED_LETTER_THERE);
  for (guint i = 0; i < G_N_ELEMENTS (missing); i++)
    assert_answer (missing[i], 1, HEED_LETTER_MISSING);
  for (guint i = 0; i < G_N_ELEMENTS (without); i++)
    assert_answer (without[i], 1, HEED_LETTER_UNFINISHED);
  for (guint i = 0; i < G_N_ELEMENTS (differs); i++)
    assert_answer (differs[i], 1, HEED_LETTER_DIFFERS);
  assert_answer ("2. Nobody explained why\nWe agree with part of this point.", 2, HEED_LETTER_THERE);
  assert_answer ("2. Nobody explained why\nThis is partly upheld, as one knew.", 2,
                 HEED_LETTER_THERE);
  assert_answer ("2. Nobody explained why\nYou are right about part of this.", 2, HEED_LETTER_THERE);
  assert_answer ("2. Nobody explained why\nWe agree with you on this point.", 2,
                 HEED_LETTER_DIFFERS);
  assert_answer ("3. No new date\nWe do not agree here. A date was sent.", 3, HEED_LETTER_THERE);
  assert_answer ("3. No new date\nWe did not find that no date was given.", 3, HEED_LETTER_THERE);
  assert_answer ("3. No new date\nThis point is not upheld, and this is why.", 3, HEED_LETTER_THERE);
  assert_answer ("3. No new date\nYou were right about the date.", 3, HEED_LETTER_DIFFERS);
}

/* --- Apologies --- */

typedef struct
{
  const char *part;
  const char *hits[6];
  const char *misses[6];
} ApologySample;

static const ApologySample apologies[] = {
  { "regret",
    { "I am sorry.", "We are very sorry for that day.", "I apologise for this.",
      "Please accept my apology.", "I'm sorry that we sent you home." },
    { "I am sorry if you were upset.", "I am sorry you feel that way.",
      "I am sorry for any inconvenience.", "We are sorry to hear this.",
      "You need not be sorry." } },
  { "what",
    { "I am sorry that we sent you home.", "We did not ring you.", "We cancelled it twice.",
      "Nobody came to you.", "I am sorry for not calling you." },
    { "I am sorry.", "You did not ring us.", "We did not find this.", "It is sad.",
      "They sent a card." } },
  { "effect",
    { "You had to wait for four hours.", "You went without food.", "This meant a second fast.",
      "It must have been hard.", "You were left in pain." },
    { "We had to wait.", "I am sorry that you felt upset.", "This meaning is lost.",
      "We went home.", "It will be hard." } },
  { "responsibility",
    { "We should have rung you.", "This was our mistake.", "We got this wrong.",
      "We let you down.", "We take full responsibility." },
    { "You should have rung us.", "It was not our fault.", "They were wrong.", "He got it wrong.",
      "Mistakes were made." } },
  { "repair",
    { "We will ring everybody.", "From now on a nurse calls.", "To put things right we meet.",
      "We have changed the list.", "We will make sure of it." },
    { "You will be fine.", "We will not do more.", "Things went right.", "Now it is late.",
      "They changed it." } },
};

static HeedLetterState
get_apology (const char *part,
             const char *text)
{
  g_autoptr (HeedLetterFacts) facts = make_facts ("england-nhs");
  g_autoptr (HeedLetterCheck) check = heed_letter_check_new (&checker, facts, "final-reply", text);

  g_assert_cmpuint (check->apology->len, ==, 5);
  for (guint i = 0; i < check->apology->len; i++)
    if (g_str_equal (g_array_index (check->apology, HeedLetterPlace, i).id, part))
      return g_array_index (check->apology, HeedLetterPlace, i).state;
  g_assert_not_reached ();
}

static void
test_apology (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (apologies); i++)
    {
      for (guint h = 0; h < 5; h++)
        if (get_apology (apologies[i].part, apologies[i].hits[h]) != HEED_LETTER_THERE)
          g_error ("%s: not found in “%s”", apologies[i].part, apologies[i].hits[h]);
      for (guint m = 0; m < 5; m++)
        if (get_apology (apologies[i].part, apologies[i].misses[m]) != HEED_LETTER_MISSING)
          g_error ("%s: found in “%s”", apologies[i].part, apologies[i].misses[m]);
    }
  for (guint p = 0; p < G_N_ELEMENTS (profiles); p++)
    g_assert_nonnull (heed_letters_get_apology_note (checker.letters, profiles[p]));
}

/* --- Names and dates --- */

/* "what found" or NULL for none. */
typedef struct
{
  const char           *text;
  HeedLetterMistakeKind kind;
  const char           *found;
  const char           *expected;
} MistakeSample;

static const MistakeSample mistakes[] = {
  { "Dear Mrs Okonkwa,", HEED_LETTER_NAME, "Okonkwa", "Okonkwo" },
  { "Dear Mrs Smith,", HEED_LETTER_GREETING, "Dear Mrs Smith", "Mrs Okonkwo" },
  { "Dear Mr Smith,", HEED_LETTER_GREETING, "Dear Mr Smith", "Mrs Okonkwo" },
  { "Dear Sir or Madam,", HEED_LETTER_GREETING, "Dear Sir or Madam", "Mrs Okonkwo" },
  { "We thank Mrs Okonkow for this.", HEED_LETTER_NAME, "Okonkow", "Okonkwo" },
  { "We thank Mrs Okonko for this.", HEED_LETTER_NAME, "Okonko", "Okonkwo" },
  { "It was Gracy who rang.", HEED_LETTER_NAME, "Gracy", "Grace" },
  { "Please ring Imram Qureshi.", HEED_LETTER_NAME, "Imram", "Imran" },
  { "Please ring Imran Quereshi.", HEED_LETTER_NAME, "Quereshi", "Qureshi" },
  { "Please ring Joana Pryce.", HEED_LETTER_NAME, "Joana", "Joanna" },
  { "Mrs Okonkow’s letter", HEED_LETTER_NAME, "Okonkow", "Okonkwo" },
  { "Your reference is 26-0302.", HEED_LETTER_REFERENCE, "26-0302", "26-0301" },
  { "26-1301 is yours", HEED_LETTER_REFERENCE, "26-1301", "26-0301" },
  { "(ref. 25-0301)", HEED_LETTER_REFERENCE, "25-0301", "26-0301" },
  { "We received it on 18 November 2026.", HEED_LETTER_DATE, "18 November 2026",
    "19 November 2026" },
  { "We received your letter on 2026-11-20.", HEED_LETTER_DATE, "2026-11-20", "19 November 2026" },
  { "You wrote to us on 19 October.", HEED_LETTER_DATE, "19 October", "19 November 2026" },
  { "We received it on 19/10/2026.", HEED_LETTER_DATE, "19/10/2026", "19 November 2026" },
  { "You will have a reply by 16 December 2026.", HEED_LETTER_DATE, "16 December 2026",
    "15 December 2026" },
  { "We will write to you by December 14, 2026.", HEED_LETTER_DATE, "December 14, 2026",
    "15 December 2026" },
  { "We met on Monday 24 November 2026.", HEED_LETTER_WEEKDAY, "24 November 2026", "Tuesday" },
  { "We met on Sunday, 5 October 2026.", HEED_LETTER_WEEKDAY, "5 October 2026", "Monday" },
  { "We met on 31 June 2026.", HEED_LETTER_NO_DATE, "31 June 2026", NULL },
  { "We met on 29 February 2026.", HEED_LETTER_NO_DATE, "29 February 2026", NULL },
  { "We met on 45 May.", HEED_LETTER_NO_DATE, "45 May", NULL },
};

static const char *const no_mistakes[] = {
  "Dear Mrs Okonkwo,",
  "Dear Grace,",
  "Dear grace okonkwo,",
  "Hello Mrs Grace Okonkwo,",
  "Thank you, all of you,\nfor coming.",
  "Mrs Okonkwo’s letter",
  "GRACE came.",
  "We ate grapes and gracefully left.",
  "Your reference is 26-0301.",
  "Ring 01632 960 144 or 26-03010.",
  "Order 126-0302 came.",
  "We received it on 19 November 2026.",
  "We received it on Thursday 19 November 2026.",
  "We received it on 19/11/2026.",
  "You will have a reply by 15 December 2026.",
  "You will have a reply by Tuesday, December 15, 2026.",
  "You fasted on 14 and 22 September.",
  "We met on 6 October, and spoke.",
  "We received it. We met on 6 October.",
  "We met on Monday 23 November 2026.",
  "In May we will march.",
  "You may wait 3 days.",
  "Sister Ruth and Dr Shah spoke.",
  "The Trade was slow.",
};

static void
test_mistakes (void)
{
  g_autoptr (HeedLetterFacts) facts = make_facts ("england-nhs");

  for (guint i = 0; i < G_N_ELEMENTS (mistakes); i++)
    {
      g_autoptr (HeedLetterCheck) check = heed_letter_check_new (&checker, facts, "final-reply",
                                                                 mistakes[i].text);
      const HeedLetterMistake *mistake;

      if (check->mistakes->len != 1)
        g_error ("%u mistakes in “%s”", check->mistakes->len, mistakes[i].text);
      mistake = &g_array_index (check->mistakes, HeedLetterMistake, 0);
      g_assert_cmpint (mistake->kind, ==, mistakes[i].kind);
      g_assert_cmpstr (mistake->found, ==, mistakes[i].found);
      g_assert_cmpstr (mistake->expected, ==, mistakes[i].expected);
    }
  for (guint i = 0; i < G_N_ELEMENTS (no_mistakes); i++)
    {
      g_autoptr (HeedLetterCheck) check = heed_letter_check_new (&checker, facts, "final-reply",
                                                                 no_mistakes[i]);

      if (check->mistakes->len > 0)
        g_error ("“%s” in “%s”", g_array_index (check->mistakes, HeedLetterMistake, 0).found,
                 no_mistakes[i]);
    }
}

/* --- Composing --- */

static void
test_missing_facts_are_named (void)
{
  g_autoptr (HeedCase) state = NULL;
  g_autoptr (HeedLetterFacts) facts = NULL;
  g_autoptr (GPtrArray) missing = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *text = NULL;
  g_autofree char *names = NULL;

  do_act (&state, "log", "{\"words\":\"Nobody rang.\",\"profile\":\"england-nhs\",\"person\":\"p\"}");
  facts = heed_letter_facts_new (checker.letters, rules, state, heed_date_parse ("2026-11-23"));
  text = heed_letter_compose (facts, heed_letters_choose (checker.letters, "acknowledgement", state),
                              missing);
  g_ptr_array_add (missing, NULL);
  names = g_strjoinv (" ", (char **) missing->pdata);
  g_assert_cmpstr (names, ==, "address_block person reference owner reply_by contact advocacy "
                              "advocacy_reach user organisation");
  g_assert_nonnull (strstr (text, "Dear [name],"));
  g_assert_nonnull (strstr (text, "a reply by [the date of the reply]"));
}

static void
test_choose (void)
{
  g_autoptr (HeedCase) state = NULL;

  do_act (&state, "log",
          "{\"words\":\"w\",\"profile\":\"england-nhs\",\"person\":\"p\",\"interpreter\":true}");
  g_assert_cmpstr (heed_letters_choose (checker.letters, "acknowledgement", state)->id, ==,
                   "acknowledgement-interpreter");
  g_assert_cmpstr (heed_letters_choose (checker.letters, "holding", state)->id, ==, "holding");
  do_act (&state, "amend",
          "{\"fact\":\"format\",\"old\":\"\",\"new\":\"easy-read\",\"reason\":\"Asked\"}");
  g_assert_cmpstr (heed_letters_choose (checker.letters, "acknowledgement", state)->id, ==,
                   "acknowledgement-easy-read");
  g_assert_null (heed_letters_choose (checker.letters, "no-such-letter", state));
}

static void
test_date_order (void)
{
  g_autoptr (HeedLetterFacts) nhs = make_facts ("england-nhs");
  g_autoptr (HeedLetterFacts) hospital = make_facts ("us-hospital");

  g_assert_cmpstr (heed_letter_facts_get (nhs, "today"), ==, "23 November 2026");
  g_assert_cmpstr (heed_letter_facts_get (hospital, "today"), ==, "November 23, 2026");
}

/* Letters in other scripts are taken apart without harm. */
static void
test_other_languages (void)
{
  static const char *const letters[] = {
    "السيدة أمينة،\n\n١. الانتظار\nنحن آسفون.\n\n1. الانتظار\nنعتذر عن ذلك يا سيدتي.",
    "Szanowna Pani,\n\n1. Odwołano dwa razy\nZgadzamy się z Panią. Přílišná žluťoučká ß ﬁ İ.",
    "Chère Madame,\n\nNous sommes désolés. [à écrire] 26-0301, 45 mai, ’",
    "\xe2\x80\x8f[\xe2\x80\x8f] {date} {} [",
  };
  g_autoptr (HeedLetterFacts) facts = make_facts ("england-nhs");

  for (guint i = 0; i < G_N_ELEMENTS (letters); i++)
    {
      g_autoptr (HeedLetterCheck) check = heed_letter_check_new (&checker, facts, "final-reply",
                                                                 letters[i]);

      for (guint m = 0; m < check->mistakes->len; m++)
        g_assert_true (g_utf8_validate (g_array_index (check->mistakes, HeedLetterMistake, m).found,
                                        -1, NULL));
      for (guint g = 0; g < check->gaps->len; g++)
        g_assert_cmpuint (g_array_index (check->gaps, HeedLetterGap, g).end, <=,
                          strlen (letters[i]));
    }
}

/* Any bytes at any place: nothing breaks, and places are places. */
static void
test_random_texts (void)
{
  static const char *const bits[] = { "1. ",  "\n",    "\n\n", "[",   "]",        "sorry",
                                      "we ",  "agree", "Dear", ", ",  "26-0301",  "31 June ",
                                      "é",    "ﬁ",     "{date}", "İ", "Okonkwa ", "’",
                                      "you ", "twice", "cancelled ", "\t", ".", "- " };
  g_autoptr (HeedLetterFacts) facts = make_facts ("england-nhs");

  for (guint i = 0; i < 300; i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (HeedLetterCheck) check = NULL;

      for (int n = g_test_rand_int_range (0, 60); n > 0; n--)
        g_string_append (text, bits[g_test_rand_int_range (0, G_N_ELEMENTS (bits))]);
      check = heed_letter_check_new (&checker, facts, kinds[i % G_N_ELEMENTS (kinds)], text->str);
      for (guint p = 0; p < check->parts->len; p++)
        g_assert_cmpuint (g_array_index (check->parts, HeedLetterPlace, p).end, <=, text->len);
      for (guint a = 0; a < check->answers->len; a++)
        g_assert_cmpuint (g_array_index (check->answers, HeedLetterAnswer, a).end, <=, text->len);
    }
}

/* The name of the body to turn to is no jargon; the word alone is. */
static void
test_name_is_no_jargon (void)
{
  g_autoptr (HeedLetterFacts) facts = make_facts ("england-nhs");
  g_autoptr (HeedLetterCheck) name = NULL;
  g_autoptr (HeedLetterCheck) word = NULL;

  name = heed_letter_check_new (&checker, facts, "final-reply",
                                "Ask the Parliamentary and Health Service Ombudsman.");
  g_assert_cmpuint (name->phrases->len, ==, 0);
  word = heed_letter_check_new (&checker, facts, "final-reply", "Ask the ombudsman.");
  g_assert_cmpuint (word->phrases->len, ==, 1);
}

static void
test_lacking (void)
{
  g_autoptr (HeedLetterFacts) facts = make_facts ("england-nhs");
  g_autoptr (HeedLetterCheck) check = NULL;
  g_auto (GStrv) lacking = NULL;
  g_autofree char *list = NULL;

  check = heed_letter_check_new (&checker, facts, "final-reply",
                                 "Dear Mrs Okonkwo,\n\nI spoke with the team. We will meet you.\n\n"
                                 "1. Cancelled\nWe agree with you here.\n\n2. Why\n[what]\n");
  lacking = heed_letter_check_dup_lacking (check, "gaps");
  list = g_strjoinv (", ", lacking);
  g_assert_cmpstr (list, ==, "The ombudsman, How to reach us, issue 2, issue 3, gaps");
}

/* --- Files --- */

typedef struct
{
  const char *folder;
  const char *file;
  const char *text;
  const char *message;  /* how it ends */
} BadFile;

#define HEAD(format) "{\"format\":\"" format "\",\"id\":\"own\",\"name\":\"Own\",\"version\":\"1\"," \
                     "\"source\":\"s\",\"checked_on\":\"2026-11-24\","
#define TEMPLATE(rest) HEAD ("heed-letter/1") "\"letter\":\"thanks\"," rest "}"
#define PARTS(rest) HEAD ("heed-letter-parts/1") "\"profile\":\"clinic\"," rest "}"
#define PART "\"id\":\"a\",\"label\":\"A\",\"hint\":\"h\",\"letters\":[\"thanks\"],\"text\":\"t\""

static const BadFile bad_files[] = {
  { "templates", "a.json", "{", NULL },
  { "templates", "a.json", "{\"format\":\"heed-letter/2\"}", NULL },
  { "templates", "a.json", TEMPLATE ("\"blocks\":[]"), "$.blocks" },
  { "templates", "a.json", TEMPLATE ("\"blocks\":[{\"text\":\"{nothing}\"}]"),
    "$.blocks[0].text: there is no field \"{nothing}\"" },
  { "templates", "a.json", TEMPLATE ("\"blocks\":[{\"text\":\"Dear {person\"}]"),
    "$.blocks[0].text: a { without its }" },
  { "templates", "a.json", TEMPLATE ("\"blocks\":[{\"part\":\"nothing\"}]"),
    "$.blocks[0].part: there is no part \"nothing\"" },
  { "templates", "a.json", TEMPLATE ("\"blocks\":[{}]"),
    "it must have either \"text\" or \"part\"" },
  { "templates", "a.json", TEMPLATE ("\"blocks\":[{\"text\":\"t\",\"part\":\"thanks\"}]"),
    "it must have either \"text\" or \"part\"" },
  { "templates", "a.json", TEMPLATE ("\"blocks\":[{\"text\":\"t\",\"when\":[\"rain\"]}]"),
    "$.blocks[0].when: there is no condition \"rain\"" },
  { "templates", "a.json", TEMPLATE ("\"blocks\":[{\"text\":\"t\",\"each\":\"day\"}]"),
    "$.blocks[0].each" },
  { "templates", "a.json", TEMPLATE ("\"blocks\":[{\"text\":\"t\",\"colour\":\"red\"}]"), "colour" },
  { "templates", "a.json", TEMPLATE ("\"blocks\":[{\"text\":\"a\\nb\"}]"), "$.blocks[0].text" },
  { "parts", "p.json", PARTS ("\"parts\":[]"), "$.parts" },
  { "parts", "p.json", PARTS ("\"parts\":[{" PART "}]"), "$.parts[0].find" },
  { "parts", "p.json", PARTS ("\"parts\":[{" PART ",\"find\":[\"~99\"]}]"), "$.parts[0].find" },
  { "parts", "p.json", PARTS ("\"parts\":[{" PART ",\"find\":[\"{x}\"]}]"),
    "there is no field \"{x}\"" },
  { "parts", "p.json", PARTS ("\"parts\":[{" PART ",\"find\":[\"x\"]},{" PART
                              ",\"find\":[\"y\"]}]"),
    "$.parts[1].id: \"a\" is in the list already for \"thanks\"" },
  { "parts", "p.json", PARTS ("\"date_order\":\"ymd\",\"parts\":[{" PART ",\"find\":[\"x\"]}]"),
    "$.date_order" },
  { "parts", "p.json", PARTS ("\"parts\":[{\"id\":\"a\",\"letters\":[\"thanks\"],\"text\":\"t\","
                              "\"find\":[\"x\"]}]"),
    "$.parts[0].label: it is missing" },
  { "signs", "en.json", HEAD ("heed-letter-signs/1") "\"language\":\"en\",\"months\":[\"May\"]}",
    "$.months: it must hold 12 names" },
};

static void
test_bad_files (void)
{
  g_autofree char *folder = g_dir_make_tmp ("heed-XXXXXX", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (bad_files); i++)
    {
      g_autofree char *inside = g_build_filename (folder, "letters", bad_files[i].folder, NULL);
      g_autofree char *above = g_build_filename (folder, "letters", NULL);
      g_autofree char *path = g_build_filename (inside, bad_files[i].file, NULL);
      g_autofree char *begins = g_strdup_printf ("letters/%s/%s: ", bad_files[i].folder,
                                                 bad_files[i].file);
      g_autoptr (GPtrArray) left_out = g_ptr_array_new_with_free_func (g_free);
      g_autoptr (GError) error = NULL;
      g_autoptr (HeedLetters) letters = NULL;
      const char *message;

      g_mkdir_with_parents (inside, 0700);
      g_assert_true (g_file_set_contents (path, bad_files[i].text, -1, NULL));
      letters = heed_letters_new (folder, left_out, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (left_out->len, ==, 1);
      message = g_ptr_array_index (left_out, 0);
      if (!g_str_has_prefix (message, begins)
          || (bad_files[i].message != NULL && strstr (message, bad_files[i].message) == NULL))
        g_error ("“%s” and not “%s%s”", message, begins,
                 bad_files[i].message ? bad_files[i].message : "…");
      /* The program's own stands. */
      g_assert_nonnull (heed_letters_find_template (letters, "thanks"));
      g_unlink (path);
      g_rmdir (inside);
      g_rmdir (above);
    }
  g_rmdir (folder);
}

/* An organisation's own takes the place of ours, and can add to it. */
static void
test_own_files (void)
{
  g_autofree char *folder = g_dir_make_tmp ("heed-XXXXXX", NULL);
  g_autofree char *inside = g_build_filename (folder, "letters", "templates", NULL);
  g_autofree char *above = g_build_filename (folder, "letters", NULL);
  g_autofree char *path = g_build_filename (inside, "thanks.json", NULL);
  g_autoptr (GPtrArray) left_out = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (HeedLetters) letters = NULL;
  g_autoptr (HeedCase) state = make_case ("clinic");
  g_autoptr (HeedLetterFacts) facts = NULL;
  g_autofree char *text = NULL;

  g_mkdir_with_parents (inside, 0700);
  g_assert_true (g_file_set_contents (path,
                                      "{\"format\":\"heed-letter/1\",\"id\":\"thanks\",\"name\":"
                                      "\"Our thanks\",\"version\":\"7\",\"source\":\"s\","
                                      "\"checked_on\":\"2026-11-24\",\"letter\":\"thanks\","
                                      "\"blocks\":[{\"text\":\"Our own: {reference}\"}]}",
                                      -1, NULL));
  letters = heed_letters_new (folder, left_out, NULL);
  g_assert_cmpuint (left_out->len, ==, 0);
  facts = heed_letter_facts_new (letters, rules, state, heed_date_parse ("2026-11-23"));
  text = heed_letter_compose (facts, heed_letters_choose (letters, "thanks", state), NULL);
  g_assert_cmpstr (text, ==, "Our own: 26-0301\n");
  g_assert_cmpstr (heed_letters_find_template (letters, "thanks")->version, ==, "7");
  g_unlink (path);
  g_rmdir (inside);
  g_rmdir (above);
  g_rmdir (folder);
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (GError) error = NULL;

  g_test_init (&argc, &argv, NULL);
  rules = heed_rules_new_builtin (&error);
  g_assert_no_error (error);
  checker.letters = heed_letters_new (NULL, NULL, &error);
  g_assert_no_error (error);
  checker.phrases = heed_phrases_new (NULL, NULL, &error);
  g_assert_no_error (error);
  checker.language = heed_language_new_builtin (&error);
  g_assert_no_error (error);

  g_test_add_func ("/letters/templates-have-their-parts", test_templates_have_their_parts);
  g_test_add_func ("/letters/templates-read-well", test_templates_read_well);
  g_test_add_func ("/letters/part-left-out", test_part_left_out_is_missing);
  g_test_add_func ("/letters/parts", test_parts);
  g_test_add_func ("/letters/hospital", test_hospital_needs_four);
  g_test_add_func ("/letters/gaps", test_gaps);
  g_test_add_func ("/letters/answers", test_answers);
  g_test_add_func ("/letters/apology", test_apology);
  g_test_add_func ("/letters/mistakes", test_mistakes);
  g_test_add_func ("/letters/missing-facts", test_missing_facts_are_named);
  g_test_add_func ("/letters/choose", test_choose);
  g_test_add_func ("/letters/date-order", test_date_order);
  g_test_add_func ("/letters/other-languages", test_other_languages);
  g_test_add_func ("/letters/random-texts", test_random_texts);
  g_test_add_func ("/letters/name-is-no-jargon", test_name_is_no_jargon);
  g_test_add_func ("/letters/lacking", test_lacking);
  g_test_add_func ("/letters/bad-files", test_bad_files);
  g_test_add_func ("/letters/own-files", test_own_files);
  return g_test_run ();
}
