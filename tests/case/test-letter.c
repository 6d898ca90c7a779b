/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Letters recorded as sent: to whom they may go, what they need, and what they spare the steps
 * after them. */

#include "config.h"

#include "heed-case.h"

static HeedRules *rules;

/* Monday 2026-11-23 10:00 in London */
#define NOW (G_GINT64_CONSTANT (1795428000) * G_USEC_PER_SEC)
#define SUM "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"

static const HeedActContext context = { "Joanna Pryce", "Europe/London", NOW };

static HeedCase *
try_act (const HeedCase *before,
         const char     *kind,
         const char     *body,
         GError        **error)
{
  g_autoptr (JsonNode) node = heed_json_parse (body, -1, "test", NULL);
  g_autoptr (HeedAct) act = NULL;
  g_autoptr (HeedAct) complete = NULL;

  g_assert_nonnull (node);
  act = heed_act_new (kind, &context, 0, 0, json_node_get_object (node));
  complete = heed_act_complete (act, rules);
  return heed_case_apply (before, complete, rules, error);
}

static void
do_act (HeedCase  **self,
        const char *kind,
        const char *body)
{
  g_autoptr (GError) error = NULL;
  HeedCase *after = try_act (*self, kind, body, &error);

  g_assert_no_error (error);
  g_clear_pointer (self, heed_case_unref);
  *self = after;
}

static HeedCase *
make_case (const char *more)
{
  g_autofree char *body = g_strdup_printf ("{\"words\":\"w\",\"profile\":\"england-nhs\","
                                           "\"person\":\"p1\",\"received\":\"2026-11-19\","
                                           "\"issues\":[{\"text\":\"Not told\"}]%s}",
                                           more);
  HeedCase *self = NULL;

  do_act (&self, "log", body);
  return self;
}

/* "+" may be sent, "-" must not. */
static void
assert_recipients (const char *more,
                   const char *letter,
                   const char *person,
                   const char *patient,
                   const char *other)
{
  const char *const to[] = { "person", "patient", "other" };
  const char *const expected[] = { person, patient, other };
  g_autoptr (HeedCase) self = make_case (more);

  for (guint i = 0; i < G_N_ELEMENTS (to); i++)
    {
      g_autofree char *body = g_strdup_printf ("{\"letter\":\"%s\",\"text\":\"Dear\",\"recipient\":\"%s\","
                                               "\"recipient_name\":\"A\",\"how\":\"letter\"}",
                                               letter, to[i]);
      g_autoptr (GError) error = NULL;
      g_autoptr (HeedCase) after = try_act (self, "letter", body, &error);

      if (*expected[i] == '+')
        g_assert_no_error (error);
      else
        {
          g_assert_error (error, HEED_CASE_ERROR, HEED_CASE_ERROR_NOT_ALLOWED);
          g_assert_cmpint (heed_case_error_get_obstacle (error), ==, HEED_OBSTACLE_CONSENT);
        }
      g_assert_cmpint (heed_case_may_send_letter (self, letter, to[i]), ==, *expected[i] == '+');
    }
}

static void
test_recipients (void)
{
  /* The patient complains. */
  assert_recipients ("", "final-reply", "+", "+", "-");
  assert_recipients (",\"relationship\":\"patient\"", "final-reply", "+", "+", "-");
  assert_recipients (",\"authority\":\"given\"", "final-reply", "+", "+", "+");
  assert_recipients (",\"authority\":\"not-needed\"", "final-reply", "+", "+", "-");
  /* Somebody complains for the patient. */
  assert_recipients (",\"relationship\":\"child\"", "final-reply", "-", "+", "-");
  assert_recipients (",\"patient\":\"p2\"", "final-reply", "-", "+", "-");
  assert_recipients (",\"relationship\":\"child\",\"authority\":\"awaited\"", "final-reply", "-",
                     "+", "-");
  assert_recipients (",\"relationship\":\"child\",\"authority\":\"refused\"", "final-reply", "-",
                     "+", "-");
  assert_recipients (",\"relationship\":\"child\",\"authority\":\"given\"", "final-reply", "+", "+",
                     "+");
  assert_recipients (",\"relationship\":\"child\",\"authority\":\"not-possible\"", "final-reply",
                     "+", "+", "-");
  /* What tells nothing about the care may go to whoever wrote. */
  assert_recipients (",\"relationship\":\"child\"", "acknowledgement", "+", "+", "-");
  assert_recipients (",\"relationship\":\"child\"", "consent-request", "+", "+", "-");
  assert_recipients (",\"relationship\":\"child\",\"authority\":\"refused\"", "holding", "+", "+",
                     "-");
}

static void
assert_missing (const HeedCase *self,
                const char     *kind,
                const char     *body,
                const char     *expected)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *list = NULL;

  g_assert_null (try_act (self, kind, body, &error));
  g_assert_error (error, HEED_CASE_ERROR, HEED_CASE_ERROR_MISSING_FACTS);
  list = g_strjoinv (",", heed_case_error_get_missing (error));
  g_assert_cmpstr (list, ==, expected);
}

#define LETTER "\"letter\":\"final-reply\",\"text\":\"Dear\",\"recipient\":\"person\",\"how\":\"email\""

static void
test_needs (void)
{
  g_autoptr (HeedCase) self = make_case (",\"authority\":\"given\"");
  g_autoptr (GError) error = NULL;

  assert_missing (self, "letter", "{}", "letter,text,recipient,how");
  assert_missing (self, "letter", "{" LETTER ",\"missing\":[\"The ombudsman\"]}", "passed_reason");
  assert_missing (self, "letter",
                  "{\"letter\":\"record\",\"text\":\"x\",\"recipient\":\"other\",\"how\":\"email\"}", "recipient_name");
  g_assert_null (try_act (self, "letter", "{" LETTER ",\"pdf_sha256\":\"ABC\"}", &error));
  g_assert_cmpint (heed_case_error_get_obstacle (error), ==, HEED_OBSTACLE_WRONG_TYPE);
  do_act (&self, "letter", "{" LETTER ",\"missing\":[]}");
  do_act (&self, "letter", "{" LETTER ",\"missing\":[\"A\"],\"passed_reason\":\"Asked by phone\"}");
  g_assert_cmpuint (self->letters->len, ==, 2);
}

static void
test_kept (void)
{
  g_autoptr (HeedCase) self = make_case ("");
  const HeedLetterSent *sent;

  g_assert_null (heed_case_get_letter (self, "final-reply"));
  do_act (&self, "letter", "{" LETTER ",\"pdf_sha256\":\"" SUM "\"}");
  sent = heed_case_get_letter (self, "final-reply");
  g_assert_cmpstr (sent->text, ==, "Dear");
  g_assert_cmpstr (sent->checksum, ==, SUM);
  g_assert_cmpint (self->last_update, ==, heed_date_parse ("2026-11-23"));
  g_assert_cmpuint (self->n_contacts, ==, 1);
  g_assert_null (heed_case_get_letter (self, "acknowledgement"));
}

/* A letter that was sent is not asked for again. */
static void
test_spares_steps (void)
{
  g_autoptr (HeedCase) self = make_case ("");

  do_act (&self, "listened", "{\"safety\":\"no-one\",\"reference_given\":true}");
  assert_missing (self, "acknowledge", "{}", "how,owner,plan,reply_by");
  do_act (&self, "letter",
          "{\"letter\":\"acknowledgement\",\"text\":\"Thank you\",\"recipient\":\"person\",\"how\":\"email\"}");
  do_act (&self, "acknowledge", "{\"owner\":\"o\",\"plan\":\"p\",\"reply_by\":\"2026-12-15\"}");
  g_assert_cmpstr (self->acknowledged_how, ==, "email");
  do_act (&self, "find", "{\"issue\":1,\"finding\":\"upheld\",\"evidence\":\"Log\"}");
  assert_missing (self, "resolve", "{\"apology\":\"given\"}", "how,text");
  do_act (&self, "letter", "{" LETTER "}");
  do_act (&self, "resolve", "{\"apology\":\"given\"}");
  g_assert_cmpstr (self->resolution, ==, "Dear");
  g_assert_cmpstr (self->resolved_how, ==, "email");
  do_act (&self, "close", "{\"next_step_told\":true,\"no_learning_reason\":\"Known\"}");
  /* A new round needs a new reply. */
  do_act (&self, "reopen", "{\"reason\":\"A point was missed\"}");
  g_assert_null (heed_case_get_letter (self, "final-reply"));
}

/* A letter to somebody else is no answer to the person. */
static void
test_to_others (void)
{
  g_autoptr (HeedCase) self = make_case (",\"authority\":\"given\"");

  do_act (&self, "letter",
          "{\"letter\":\"final-reply\",\"text\":\"x\",\"recipient\":\"other\",\"recipient_name\":\"MP\",\"how\":\"email\"}");
  g_assert_null (heed_case_get_letter (self, "final-reply"));
  g_assert_cmpuint (self->n_contacts, ==, 0);
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (GError) error = NULL;

  g_test_init (&argc, &argv, NULL);
  rules = heed_rules_new_builtin (&error);
  g_assert_no_error (error);
  g_test_add_func ("/letter/recipients", test_recipients);
  g_test_add_func ("/letter/needs", test_needs);
  g_test_add_func ("/letter/kept", test_kept);
  g_test_add_func ("/letter/spares-steps", test_spares_steps);
  g_test_add_func ("/letter/to-others", test_to_others);
  return g_test_run ();
}
