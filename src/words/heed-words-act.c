/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Acts in words: what somebody did, to follow their name in a timeline, and the details below. */

#include "config.h"

#include "heed-words-needs.h"

#include <string.h>

typedef struct
{
  const char *kind;
  const char *words;
} KindWords;

/* What follows a name: "Grace Okafor wrote a note". */
static const KindWords kind_words[] = {
  { "acknowledge", N_ ("acknowledged the complaint") },
  { "agree", N_ ("agreed a date for the reply") },
  { "amend", N_ ("corrected an entry") },
  { "answer", N_ ("answered what the person asked or suggested") },
  { "apologise", N_ ("noted an apology") },
  { "assign", N_ ("changed who looks into it") },
  { "close", N_ ("closed the case") },
  { "contact", N_ ("was in contact") },
  { "danger", N_ ("told somebody about a danger") },
  { "erase", N_ ("erased who the person is") },
  { "feedback", N_ ("noted how the person found it") },
  { "feedback-ask", N_ ("asked the person how it went") },
  { "feedback-consent", N_ ("noted that the person may be asked how it went") },
  { "feedback-decline", N_ ("noted why there is no feedback") },
  { "feeling", N_ ("noted how the person is") },
  { "find", N_ ("made a finding") },
  { "flag", N_ ("set a flag") },
  { "hand-over", N_ ("handed over") },
  { "hand-over-accept", N_ ("noted that a handover was accepted") },
  { "hold", N_ ("kept the case from being deleted") },
  { "issue-add", N_ ("added an issue") },
  { "issue-amend", N_ ("corrected an issue") },
  { "learn", N_ ("planned a learning action") },
  { "learn-amend", N_ ("changed a learning action") },
  { "learn-drop", N_ ("dropped a learning action") },
  { "learned", N_ ("noted that a learning action is done") },
  { "learning-check", N_ ("looked whether a learning action works") },
  { "learning-told", N_ ("told the person what was learned") },
  { "letter", N_ ("sent a letter") },
  { "link", N_ ("linked another case") },
  { "listened", N_ ("finished listening") },
  { "log", N_ ("logged the complaint") },
  { "interpreter", N_ ("noted how it stands with the interpreter") },
  { "needs", N_ ("noted what the person needs") },
  { "needs-step", N_ ("took a step to meet what the person needs") },
  { "not-accept", N_ ("did not accept the complaint") },
  { "not-applicable", N_ ("noted that an item does not apply") },
  { "note", N_ ("wrote a note") },
  { "ombudsman-decide", N_ ("noted the ombudsman’s decision") },
  { "ombudsman-refer", N_ ("noted that the case is with the ombudsman") },
  { "ombudsman-update", N_ ("noted news from the ombudsman") },
  { "pass-on", N_ ("passed the thanks on") },
  { "pause", N_ ("paused the clocks") },
  { "person", N_ ("changed who the person is") },
  { "recommend", N_ ("noted a recommendation") },
  { "recommend-met", N_ ("met a recommendation") },
  { "release", N_ ("let the case be deleted again") },
  { "remedy", N_ ("noted a remedy") },
  { "reopen", N_ ("reopened the case") },
  { "resolve", N_ ("answered the complaint") },
  { "resource", N_ ("told the person of a place that helps") },
  { "resume", N_ ("started the clocks again") },
  { "review", N_ ("looked back at the case") },
  { "settle", N_ ("settled it on the spot") },
  { "thank", N_ ("thanked the person") },
  { "situation", N_ ("noted the situation") },
  { "situation-end", N_ ("noted that a situation is over") },
  { "tick", N_ ("ticked an item") },
  { "transfer", N_ ("passed it to another organisation") },
  { "unflag", N_ ("removed a flag") },
  { "unlink", N_ ("unlinked another case") },
  { "untick", N_ ("took back a tick") },
  { "want-done", N_ ("did what the person wanted") },
  { "withdraw", N_ ("noted that the person withdrew") },
};

/* Facts that are told in words of their own, without a label before them, in this order. */
static const char *const plain_facts[] = {
  "words",
  "text",
  "plan",
  "proof",
  "reason",
  "evidence",
  "should_have",
  "no_learning_reason",
  "comment",
  "you_said",
  "we_did",
  "safe_route",
  "note",
  "did",
  "passed_reason",
  NULL,
};

static const char *
get_kind_words (const char *kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (kind_words); i++)
    if (g_str_equal (kind_words[i].kind, kind))
      return _ (kind_words[i].words);
  return NULL;
}

static char *
contact_words (const HeedAct *act,
               const char    *person)
{
  const char *means = heed_act_get_text (act, "means");
  gboolean    in = g_strcmp0 (heed_act_get_text (act, "direction"), "in") == 0;
  const char *name = person && *person ? person : _ ("the person");

  if (means == NULL)
    return g_strdup (get_kind_words ("contact"));
  if (g_str_equal (means, "attempt"))
    /* Translators: what somebody did, after their name; %s is another person's name */
    return g_strdup_printf (_ ("tried to reach %s"), name);
  if (g_str_equal (means, "meeting") || g_str_equal (means, "in-person"))
    /* Translators: what somebody did, after their name; %s is another person's name */
    return g_strdup_printf (_ ("met %s"), name);
  if (in)
    /* Translators: what somebody did, after their name; %s is another person's name */
    return g_strdup_printf (_ ("heard from %s"), name);
  if (g_str_equal (means, "call"))
    /* Translators: made a phone call, after a name; %s is another person's name */
    return g_strdup_printf (_ ("rang %s"), name);
  if (g_str_equal (means, "video"))
    /* Translators: what somebody did, after their name; %s is another person's name */
    return g_strdup_printf (_ ("made a video call to %s"), name);
  /* Translators: what somebody did, after their name; %s is another person's name */
  return g_strdup_printf (_ ("wrote to %s"), name);
}

/* What somebody did to an item of a checklist or to a situation; NULL for other acts. */
static char *
checklist_words (const HeedAct *act,
                 const char    *name)
{
  if (g_str_equal (act->kind, "tick"))
    /* Translators: what somebody did, after their name; %s is an item of a checklist */
    return g_strdup_printf (_ ("did: %s"), name);
  if (g_str_equal (act->kind, "untick"))
    /* Translators: what somebody did, after their name; %s is an item of a checklist */
    return g_strdup_printf (_ ("took back the tick at: %s"), name);
  if (g_str_equal (act->kind, "not-applicable"))
    /* Translators: what somebody did, after their name; %s is an item of a checklist */
    return g_strdup_printf (_ ("noted that this does not apply: %s"), name);
  if (g_str_equal (act->kind, "situation"))
    /* Translators: what somebody did, after their name; %s is a situation, as in “Bereaved” */
    return g_strdup_printf (_ ("noted the situation: %s"), name);
  if (g_str_equal (act->kind, "situation-end"))
    /* Translators: what somebody did, after their name; %s is a situation, as in “Bereaved” */
    return g_strdup_printf (_ ("noted that this is over: %s"), name);
  return NULL;
}

/* What somebody did with the guide, to follow their name; NULL for other acts. */
static char *
guide_words (const HeedAct   *act,
             const HeedRules *rules)
{
  const char *name = heed_act_get_text (act, "text");
  const char *feeling = heed_act_get_text (act, "feeling");
  const char *when = heed_act_get_text (act, "when");

  if (name == NULL)
    name = heed_act_get_text (act, "situation");
  if (name == NULL)
    name = heed_act_get_text (act, "item");

  if (g_str_equal (act->kind, "feeling") && feeling != NULL && when != NULL)
    /* Translators: after a name; %1$s is “At the start”, %2$s is “Very upset or angry” */
    return g_strdup_printf (_ ("noted how the person is. %1$s: %2$s"),
                            heed_words_code (rules, "moments", when),
                            heed_words_code (rules, "feelings", feeling));
  if (g_str_equal (act->kind, "danger") && heed_act_get_text (act, "told") != NULL)
    /* Translators: after a name; %1$s is who was told, %2$s the danger, as in “Abuse or neglect” */
    return g_strdup_printf (_ ("told %1$s about a danger: %2$s"), heed_act_get_text (act, "told"),
                            heed_words_code (rules, "dangers", heed_act_get_text (act, "what")));
  if (g_str_equal (act->kind, "hand-over") && heed_act_get_text (act, "to") != NULL)
    /* Translators: what somebody did, after their name; %s is who has to take over */
    return g_strdup_printf (_ ("handed over to %s"), heed_act_get_text (act, "to"));
  if (g_str_equal (act->kind, "hand-over-accept") && heed_act_get_text (act, "by") != NULL)
    /* Translators: what somebody did, after their name; %s is who took over */
    return g_strdup_printf (_ ("noted that %s accepted the handover"), heed_act_get_text (act, "by"));
  return name != NULL ? checklist_words (act, name) : NULL;
}

static char *
letter_words (const HeedAct   *act,
              const HeedRules *rules,
              const char      *person)
{
  const char *letter = heed_words_code (rules, "letters", heed_act_get_text (act, "letter"));
  const char *to = heed_act_get_text (act, "recipient");
  const char *name = heed_act_get_text (act, "recipient_name");

  if (name == NULL && g_strcmp0 (to, "patient") == 0)
    name = _ ("the patient");
  else if (name == NULL)
    name = person != NULL && *person != '\0' ? person : _ ("the person");
  /* Translators: what somebody did, after their name: to whom, then the name of the letter */
  return g_strdup_printf (_ ("sent %s a letter: %s"), name, letter);
}

/**
 * heed_words_act:
 * @act: an act
 * @rules: the rules
 * @person: (nullable): the name of the person whose complaint it is
 *
 * Returns: (transfer full): what was done, to follow the actor's name, as in "rang Amina Yusuf"
 */
char *
heed_words_act (const HeedAct   *act,
                const HeedRules *rules,
                const char      *person)
{
  g_autofree char *date = NULL;
  g_autofree char *guide = NULL;
  const char      *words;
  const char      *code;
  gint64           issue;

  g_return_val_if_fail (act != NULL, NULL);

  if (g_str_equal (act->kind, "contact"))
    return contact_words (act, person);
  guide = guide_words (act, rules);
  if (guide != NULL)
    return g_steal_pointer (&guide);

  if (g_str_equal (act->kind, "letter") && heed_act_has (act, "letter"))
    return letter_words (act, rules, person);

  code = heed_act_get_text (act, "flag");
  if (code != NULL && g_str_equal (act->kind, "flag"))
    /* Translators: what somebody did, after their name; %s is the name of a flag */
    return g_strdup_printf (_ ("set the flag “%s”"), heed_words_code (rules, "flags", code));
  if (code != NULL && g_str_equal (act->kind, "unflag"))
    /* Translators: what somebody did, after their name; %s is the name of a flag */
    return g_strdup_printf (_ ("removed the flag “%s”"), heed_words_code (rules, "flags", code));
  if (g_str_equal (act->kind, "assign") && heed_act_get_text (act, "owner") != NULL)
    /* Translators: what somebody did, after their name; %s is another colleague's name */
    return g_strdup_printf (_ ("asked %s to look into it"), heed_act_get_text (act, "owner"));
  if (g_str_equal (act->kind, "agree") && heed_act_has (act, "reply_by"))
    {
      date = heed_words_date (heed_act_get_date (act, "reply_by"));
      return g_strdup_printf (heed_act_get_flag (act, "agreed")
                                  /* Translators: after a name; %s is a date */
                                  ? _ ("agreed a reply by %s")
                                  /* Translators: after a name; %s is a date */
                                  : _ ("set a reply by %s"),
                              date);
    }
  issue = heed_act_get_number (act, "issue");
  if (issue > 0 && g_str_equal (act->kind, "find"))
    /* Translators: what somebody did, after their name: the finding about an issue's number */
    return g_strdup_printf (_ ("found issue %d: %s"), (int) issue,
                            heed_words_code (rules, "findings",
                                             heed_act_get_text (act, "finding")));

  words = get_kind_words (act->kind);
  return g_strdup (words ? words : act->kind);
}

/* Whether the sentence about an act of the guide tells this fact already, or nobody asks for it. */
static gboolean
is_told (const HeedAct *act,
         const char    *fact)
{
  static const char *const kinds[] = {
    "tick",   "untick",    "not-applicable",   "situation", "situation-end", "feeling",
    "danger", "hand-over", "hand-over-accept", NULL,
  };
  static const char *const details[] = { "evidence", "reason", "told_at", "note", NULL };

  return g_strv_contains (kinds, act->kind) && !g_strv_contains (details, fact)
         && !(g_str_equal (act->kind, "danger") && g_str_equal (fact, "text"));
}

static gboolean
is_plain (const char *fact)
{
  return g_strv_contains (plain_facts, fact);
}

/* The names of codes in a list. */
static char *
codes_words (const HeedAct      *act,
             const HeedRules    *rules,
             const HeedFactSpec *spec)
{
  JsonArray *codes = heed_act_get_list (act, spec->name);
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  g_auto (GStrv) list = NULL;

  for (guint i = 0; codes != NULL && i < json_array_get_length (codes); i++)
    g_strv_builder_add (names, heed_words_code (rules, spec->codes,
                                                json_array_get_string_element (codes, i)));
  list = g_strv_builder_end (names);
  /* Translators: between the members of a list */
  return list[0] != NULL ? g_strjoinv (_ (", "), list) : NULL;
}

/* Each question of a survey with the answer to it, on lines of their own. */
static char *
answers_words (const HeedAct   *act,
               const HeedRules *rules)
{
  const char *id = heed_act_get_text (act, "survey");
  const HeedSurvey *survey = heed_rules_get_survey (rules, id != NULL ? id : HEED_SURVEY_DEFAULT);
  JsonObject *answers = heed_act_get_object (act, "answers");
  g_autoptr (GString) lines = g_string_new (NULL);
  const HeedQuestion *question;

  for (guint i = 0; survey != NULL && answers != NULL
                    && (question = heed_survey_get (survey, i)) != NULL; i++)
    {
      g_autofree char *answer = NULL;

      if (!json_object_has_member (answers, question->id))
        continue;
      answer = g_strdup_printf ("%" G_GINT64_FORMAT,
                                json_object_get_int_member (answers, question->id));
      /* Translators: a question of a survey, without its full stop, then the answer to it */
      g_string_append_printf (lines, _ ("\n%s – %s"),
                              g_dgettext (GETTEXT_PACKAGE, question->text),
                              heed_words_code (rules, heed_survey_get_scale (survey), answer));
    }
  return lines->len > 0 ? g_string_free_and_steal (g_steal_pointer (&lines)) : NULL;
}

/* An instant as a date and a time of day where the act was done. */
static char *
instant_words (const char *text,
               const char *zone_name)
{
  g_autoptr (GTimeZone) zone = heed_zone_new (zone_name);
  g_autoptr (GDateTime) utc = NULL;
  g_autoptr (GDateTime) local = NULL;
  g_autofree char *date = NULL;
  g_autofree char *time = NULL;
  gint64 instant;

  if (!heed_instant_parse (text, NULL, &instant))
    return NULL;
  utc = g_date_time_new_from_unix_utc_usec (instant);
  local = g_date_time_to_timezone (utc, zone);
  date = heed_words_date (heed_date_of_instant (instant, zone));
  time = g_date_time_format (local, "%H:%M");
  /* Translators: a date and a time of day, as in "Tue 24 Nov 2026, 14:02" */
  return g_strdup_printf (_ ("%s, %s"), date, time);
}

/**
 * heed_words_fact_value:
 * @act: an act
 * @spec: one of its facts
 * @rules: the rules
 *
 * Returns: (transfer full) (nullable): the fact as people read it; %NULL where the act does not
 *   tell it, and for what the case itself shows better
 */
char *
heed_words_fact_value (const HeedAct      *act,
                       const HeedFactSpec *spec,
                       const HeedRules    *rules)
{
  const char *text;

  g_return_val_if_fail (act != NULL, NULL);

  if (!heed_act_has (act, spec->name))
    return NULL;
  switch (spec->type)
    {
    case HEED_FACT_TEXT:
      text = heed_act_get_text (act, spec->name);
      return g_strdup (g_str_equal (spec->name, "language") ? heed_words_language (text) : text);
    case HEED_FACT_CODE:
      text = heed_act_get_text (act, spec->name);
      return g_strdup (heed_words_code (rules, spec->codes, text));
    case HEED_FACT_DATE:
      return heed_words_date (heed_act_get_date (act, spec->name));
    case HEED_FACT_FLAG:
      return g_strdup (heed_act_get_flag (act, spec->name) ? C_ ("fact", "yes")
                                                           : C_ ("fact", "no"));
    case HEED_FACT_CODES:
      return codes_words (act, rules, spec);
    case HEED_FACT_ANSWERS:
      return answers_words (act, rules);
    case HEED_FACT_NUMBER:
      if (spec->codes != NULL && heed_act_get_number (act, spec->name) >= 0)
        {
          g_autofree char *code = g_strdup_printf ("%" G_GINT64_FORMAT,
                                                   heed_act_get_number (act, spec->name));

          return g_strdup (heed_words_code (rules, spec->codes, code));
        }
      G_GNUC_FALLTHROUGH;
    case HEED_FACT_ISSUE:
      return g_strdup_printf ("%" G_GINT64_FORMAT, heed_act_get_number (act, spec->name));
    case HEED_FACT_INSTANT:
      return instant_words (heed_act_get_text (act, spec->name), act->zone);
    case HEED_FACT_TEXTS:
    case HEED_FACT_PERSON:
    case HEED_FACT_ISSUES:
    case HEED_FACT_REFERENCE:
    case HEED_FACT_ANY:
    default:
      return NULL;
    }
}

/**
 * heed_words_act_detail:
 * @act: an act
 * @rules: the rules
 *
 * Returns: (transfer full): what the act says, a line for each fact; may be empty
 */
char *
heed_words_act_detail (const HeedAct   *act,
                       const HeedRules *rules)
{
  g_autoptr (GString) lines = g_string_new (NULL);
  const HeedActKind *kind;

  g_return_val_if_fail (act != NULL, NULL);

  for (guint i = 0; plain_facts[i] != NULL; i++)
    if (heed_act_get_text (act, plain_facts[i]) != NULL && !is_told (act, plain_facts[i]))
      g_string_append_printf (lines, "%s%s", lines->len ? "\n" : "",
                              heed_act_get_text (act, plain_facts[i]));

  kind = heed_act_kind_find (act->kind);
  if (kind == NULL || g_str_equal (act->kind, "log"))
    return g_string_free (g_steal_pointer (&lines), FALSE);

  for (const HeedFactSpec *spec = kind->facts; spec->name != NULL; spec++)
    {
      g_autofree char *value = NULL;
      g_autofree char *line = NULL;

      if (!heed_act_has (act, spec->name) || is_told (act, spec->name)
          || (is_plain (spec->name) && spec->type == HEED_FACT_TEXT))
        continue;
      value = heed_words_fact_value (act, spec, rules);
      if (value == NULL)
        continue;
      /* Translators: the name of a fact, then its value */
      line = g_strdup_printf (_ ("%s: %s"), heed_words_fact (spec->name), value);
      g_string_append_printf (lines, "%s%s", lines->len ? "\n" : "", line);
    }
  return g_string_free (g_steal_pointer (&lines), FALSE);
}
