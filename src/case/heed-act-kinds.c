/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The table of act kinds: reading it is reading the workflow. Each row says in which stages an act
 * is allowed, what facts it holds, what it touches and which functions fold it. Adding a kind is
 * adding a row here and a function in heed-fold-*.c. */

#include "config.h"

#include "heed-act-kinds.h"

#include "heed-fold-private.h"

#define LISTEN HEED_STAGE_BIT (HEED_STAGE_LISTEN)
#define ACKNOWLEDGE HEED_STAGE_BIT (HEED_STAGE_ACKNOWLEDGE)
#define RESOLVE HEED_STAGE_BIT (HEED_STAGE_RESOLVE)
#define CLOSED HEED_STAGE_BIT (HEED_STAGE_CLOSED)
#define OPEN (LISTEN | ACKNOWLEDGE | RESOLVE)
#define ANY (OPEN | CLOSED)

#define FACTS(...) ((const HeedFactSpec[]){ __VA_ARGS__, { NULL } })
#define NEEDED TRUE

#define ISSUE_FACTS \
  { "category", HEED_FACT_CODE, "hcat" }, \
  { "severity", HEED_FACT_NUMBER, "severity" }, \
  { "harm", HEED_FACT_NUMBER, "harm" }, \
  { "care_stage", HEED_FACT_CODE, "care-stages" }, \
  { "place", HEED_FACT_TEXT }, \
  { "happened", HEED_FACT_DATE }

#define NEEDS_FACTS \
  { "language", HEED_FACT_TEXT }, \
  { "interpreter", HEED_FACT_FLAG }, \
  { "support", HEED_FACT_CODES, "support" }, \
  { "format", HEED_FACT_CODE, "formats" }, \
  { "needs", HEED_FACT_TEXT }, \
  { "contact_when", HEED_FACT_TEXT }, \
  { "no_contact_from", HEED_FACT_DATE }, \
  { "no_contact_to", HEED_FACT_DATE }, \
  { "no_contact_why", HEED_FACT_TEXT }, \
  { "needs_asked", HEED_FACT_FLAG }

#define APOLOGY_FACTS \
  { "apology_by", HEED_FACT_TEXT }, \
  { "apology_on", HEED_FACT_DATE }, \
  { "apology_elements", HEED_FACT_CODES, "apology-elements" }
#define ITEM_FACTS \
  { "item", HEED_FACT_TEXT, NULL, NEEDED }, { "text", HEED_FACT_TEXT }, \
  { "version", HEED_FACT_TEXT }

#define PASSED_FACTS { "passed", HEED_FACT_TEXTS }, { "passed_reason", HEED_FACT_TEXT }

static const HeedFactSpec log_facts[] = {
  { "words", HEED_FACT_TEXT, NULL, NEEDED },
  { "profile", HEED_FACT_TEXT, NULL, NEEDED },
  { "profile_version", HEED_FACT_TEXT },
  { "site", HEED_FACT_TEXT },
  { "type", HEED_FACT_CODE, "contact-types" },
  { "received", HEED_FACT_DATE },
  { "channel", HEED_FACT_CODE, "channels" },
  { "person", HEED_FACT_PERSON },
  { "anonymous", HEED_FACT_FLAG },
  { "patient", HEED_FACT_PERSON },
  { "relationship", HEED_FACT_CODE, "relationships" },
  { "authority", HEED_FACT_CODE, "authority" },
  { "feeling", HEED_FACT_CODE, "feelings" },
  NEEDS_FACTS,
  { "place", HEED_FACT_TEXT },
  { "happened", HEED_FACT_TEXT },
  { "wants", HEED_FACT_TEXTS },
  { "did", HEED_FACT_TEXT },
  { "issues", HEED_FACT_ISSUES },
  { "safety", HEED_FACT_CODE, "safety" },
  { "reference_given", HEED_FACT_FLAG },
  { NULL },
};

static const HeedFactSpec feedback_facts[] = {
  { "way", HEED_FACT_CODE, "feedback-ways", NEEDED },
  { "asked_by", HEED_FACT_TEXT },
  { "on", HEED_FACT_DATE },
  { "survey", HEED_FACT_TEXT },
  { "survey_version", HEED_FACT_TEXT },
  { "answers", HEED_FACT_ANSWERS },
  { "heard", HEED_FACT_CODE, "felt-heard" },
  { "overall", HEED_FACT_NUMBER, "overall" },
  { "fft", HEED_FACT_CODE, "fft" },
  { "speak_up_again", HEED_FACT_CODE, "yes-no-unsure" },
  { "care_affected", HEED_FACT_CODE, "yes-no-unsure" },
  { "safe_route", HEED_FACT_TEXT },
  { "comment", HEED_FACT_TEXT },
  { "source", HEED_FACT_TEXT },
  { NULL },
};

static const HeedActKind kinds[] = {
  { "log", 0, log_facts, NULL, NULL, heed_needs_log, heed_check_log, heed_fold_log },
  { "amend", ANY,
    FACTS ({ "fact", HEED_FACT_TEXT, NULL, NEEDED }, { "old", HEED_FACT_TEXT },
           { "new", HEED_FACT_TEXT, NULL, NEEDED }, { "reason", HEED_FACT_TEXT, NULL, NEEDED }),
    NULL, "fact", NULL, heed_check_amend, heed_fold_amend },
  { "person", ANY,
    FACTS ({ "person", HEED_FACT_PERSON }, { "patient", HEED_FACT_PERSON },
           { "relationship", HEED_FACT_CODE, "relationships" },
           { "authority", HEED_FACT_CODE, "authority" }, { "changed", HEED_FACT_TEXTS },
           { "reason", HEED_FACT_TEXT }),
    NULL, "person", NULL, NULL, heed_fold_person },
  { "erase", ANY,
    FACTS ({ "person", HEED_FACT_PERSON, NULL, NEEDED },
           { "reason", HEED_FACT_TEXT, NULL, NEEDED }),
    NULL, "person", NULL, heed_check_erase, heed_fold_note },
  { "needs", ANY, FACTS (NEEDS_FACTS), NULL, "needs", NULL, heed_check_needs, heed_fold_needs },
  { "needs-step", ANY,
    FACTS ({ "step", HEED_FACT_CODE, "needs-steps", NEEDED }, { "note", HEED_FACT_TEXT }), NULL,
    NULL, NULL, NULL, heed_fold_needs_step },
  { "interpreter", ANY,
    FACTS ({ "state", HEED_FACT_CODE, "interpreter-states", NEEDED },
           { "who", HEED_FACT_TEXT }, { "note", HEED_FACT_TEXT }),
    NULL, "interpreter", NULL, NULL, heed_fold_interpreter },
  { "resource", ANY,
    FACTS ({ "name", HEED_FACT_TEXT, NULL, NEEDED }, { "resource", HEED_FACT_TEXT },
           { "means", HEED_FACT_CODE, "contact-means" }, { "note", HEED_FACT_TEXT }),
    NULL, NULL, NULL, NULL, heed_fold_resource },
  { "note", ANY, FACTS ({ "text", HEED_FACT_TEXT, NULL, NEEDED }), NULL, NULL, NULL, NULL,
    heed_fold_note },
  { "contact", ANY,
    FACTS ({ "means", HEED_FACT_CODE, "contact-means", NEEDED },
           { "direction", HEED_FACT_CODE, "directions", NEEDED },
           { "text", HEED_FACT_TEXT, NULL, NEEDED }, { "reached", HEED_FACT_FLAG },
           { "minutes", HEED_FACT_NUMBER }, { "feeling", HEED_FACT_CODE, "feelings" }),
    NULL, NULL, NULL, NULL, heed_fold_contact },
  { "letter", ANY,
    FACTS ({ "letter", HEED_FACT_CODE, "letters", NEEDED },
           { "text", HEED_FACT_TEXT, NULL, NEEDED },
           { "recipient", HEED_FACT_CODE, "letter-recipients", NEEDED },
           { "recipient_name", HEED_FACT_TEXT },
           { "how", HEED_FACT_CODE, "channels", NEEDED }, { "template", HEED_FACT_TEXT },
           { "pdf_sha256", HEED_FACT_TEXT }, { "missing", HEED_FACT_TEXTS },
           { "passed_reason", HEED_FACT_TEXT }),
    NULL, NULL, heed_needs_letter, heed_check_letter, heed_fold_letter },
  { "assign", OPEN, FACTS ({ "owner", HEED_FACT_TEXT, NULL, NEEDED }, { "reason", HEED_FACT_TEXT }),
    "assign", "owner", NULL, heed_check_assign, heed_fold_assign },
  { "flag", ANY, FACTS ({ "flag", HEED_FACT_CODE, "flags", NEEDED }, { "note", HEED_FACT_TEXT }),
    "unflag", "flag", NULL, heed_check_flag, heed_fold_flag },
  { "unflag", ANY, FACTS ({ "flag", HEED_FACT_CODE, "flags", NEEDED }, { "note", HEED_FACT_TEXT }),
    "flag", "flag", NULL, heed_check_unflag, heed_fold_unflag },
  { "listened", LISTEN,
    FACTS ({ "safety", HEED_FACT_CODE, "safety" }, { "reference_given", HEED_FACT_FLAG },
           { "note", HEED_FACT_TEXT }, PASSED_FACTS),
    NULL, "stage", heed_needs_listened, heed_check_stage, heed_fold_listened },
  { "acknowledge", LISTEN | ACKNOWLEDGE,
    FACTS ({ "how", HEED_FACT_CODE, "channels" }, { "plan", HEED_FACT_TEXT },
           { "owner", HEED_FACT_TEXT }, { "reply_by", HEED_FACT_DATE },
           { "agreed", HEED_FACT_FLAG }, { "text", HEED_FACT_TEXT },
           { "safety", HEED_FACT_CODE, "safety" }, { "reference_given", HEED_FACT_FLAG },
           PASSED_FACTS),
    NULL, "stage", heed_needs_acknowledge, heed_check_acknowledge, heed_fold_acknowledge },
  { "agree", OPEN,
    FACTS ({ "reply_by", HEED_FACT_DATE, NULL, NEEDED }, { "agreed", HEED_FACT_FLAG },
           { "reason", HEED_FACT_TEXT }),
    NULL, "promise", NULL, heed_check_agree, heed_fold_agree },
  { "pause", OPEN,
    FACTS ({ "reason", HEED_FACT_CODE, "pause-reasons", NEEDED }, { "from", HEED_FACT_DATE },
           { "note", HEED_FACT_TEXT }),
    "resume", "pause", NULL, heed_check_pause, heed_fold_pause },
  { "resume", OPEN, FACTS ({ "on", HEED_FACT_DATE }, { "note", HEED_FACT_TEXT }), NULL, "pause",
    NULL, heed_check_resume, heed_fold_resume },
  { "issue-add", OPEN, FACTS ({ "text", HEED_FACT_TEXT, NULL, NEEDED }, ISSUE_FACTS), NULL, NULL,
    NULL, NULL, heed_fold_issue_add },
  { "issue-amend", OPEN,
    FACTS ({ "issue", HEED_FACT_ISSUE, NULL, NEEDED }, { "text", HEED_FACT_TEXT }, ISSUE_FACTS,
           { "reason", HEED_FACT_TEXT, NULL, NEEDED }),
    NULL, "issue", NULL, heed_check_issue, heed_fold_issue_amend },
  { "find", ACKNOWLEDGE | RESOLVE,
    FACTS ({ "issue", HEED_FACT_ISSUE, NULL, NEEDED },
           { "finding", HEED_FACT_CODE, "findings", NEEDED },
           { "evidence", HEED_FACT_TEXT, NULL, NEEDED }, { "should_have", HEED_FACT_TEXT },
           { "factors", HEED_FACT_CODES, "contributory-factors" }),
    NULL, "issue", NULL, heed_check_issue, heed_fold_find },
  { "want-done", ANY,
    FACTS ({ "number", HEED_FACT_NUMBER, NULL, NEEDED }, { "done", HEED_FACT_DATE }), NULL, "want",
    NULL, heed_check_want_done, heed_fold_want_done },
  { "remedy", ANY,
    FACTS ({ "number", HEED_FACT_NUMBER }, { "remedy", HEED_FACT_CODE, "remedies" },
           { "text", HEED_FACT_TEXT }, { "offered", HEED_FACT_DATE },
           { "accepted", HEED_FACT_DATE }, { "delivered", HEED_FACT_DATE },
           { "declined", HEED_FACT_DATE }),
    NULL, "remedy", NULL, heed_check_remedy, heed_fold_remedy },
  { "apologise", ANY,
    FACTS ({ "apology_form", HEED_FACT_CODE, "apology-forms", NEEDED }, APOLOGY_FACTS,
           { "text", HEED_FACT_TEXT }),
    NULL, "apology", NULL, heed_check_apologise, heed_fold_apologise },
  { "learn", ANY,
    FACTS ({ "text", HEED_FACT_TEXT, NULL, NEEDED }, { "owner", HEED_FACT_TEXT, NULL, NEEDED },
           { "due", HEED_FACT_DATE, NULL, NEEDED },
           { "strength", HEED_FACT_CODE, "action-strength" }, { "measure", HEED_FACT_TEXT }),
    NULL, NULL, NULL, NULL, heed_fold_learn },
  { "learn-amend", ANY,
    FACTS ({ "number", HEED_FACT_NUMBER, NULL, NEEDED }, { "text", HEED_FACT_TEXT },
           { "owner", HEED_FACT_TEXT }, { "due", HEED_FACT_DATE },
           { "strength", HEED_FACT_CODE, "action-strength" }, { "measure", HEED_FACT_TEXT },
           { "reason", HEED_FACT_TEXT, NULL, NEEDED }),
    NULL, "learning", NULL, heed_check_learn_amend, heed_fold_learn_amend },
  { "learn-drop", ANY,
    FACTS ({ "number", HEED_FACT_NUMBER, NULL, NEEDED },
           { "reason", HEED_FACT_TEXT, NULL, NEEDED }),
    NULL, "learning", NULL, heed_check_learn_amend, heed_fold_learn_drop },
  { "learned", ANY,
    FACTS ({ "number", HEED_FACT_NUMBER, NULL, NEEDED }, { "proof", HEED_FACT_TEXT },
           { "done", HEED_FACT_DATE }),
    NULL, "learning", NULL, heed_check_learned, heed_fold_learned },
  { "learning-check", ANY,
    FACTS ({ "number", HEED_FACT_NUMBER, NULL, NEEDED },
           { "effective", HEED_FACT_CODE, "effectiveness", NEEDED }, { "note", HEED_FACT_TEXT },
           { "on", HEED_FACT_DATE }),
    NULL, "learning", heed_needs_learning_check, heed_check_learning_check,
    heed_fold_learning_check },
  { "learning-told", ANY,
    FACTS ({ "number", HEED_FACT_NUMBER, NULL, NEEDED }, { "on", HEED_FACT_DATE },
           { "text", HEED_FACT_TEXT }),
    NULL, "learning", NULL, heed_check_learning_told, heed_fold_learning_told },
  { "feedback-consent", ANY, FACTS ({ "note", HEED_FACT_TEXT }), NULL, "feedback", NULL,
    heed_check_feedback_consent, heed_fold_feedback_consent },
  { "feedback-ask", CLOSED,
    FACTS ({ "way", HEED_FACT_CODE, "feedback-ways", NEEDED }, { "consent", HEED_FACT_FLAG },
           { "note", HEED_FACT_TEXT }),
    NULL, "feedback", heed_needs_feedback_ask, heed_check_feedback_ask, heed_fold_feedback_ask },
  { "feedback", CLOSED, feedback_facts, NULL, "feedback", heed_needs_feedback, heed_check_feedback,
    heed_fold_feedback },
  { "feedback-decline", ANY,
    FACTS ({ "why_not", HEED_FACT_CODE, "feedback-declines", NEEDED }, { "note", HEED_FACT_TEXT }),
    NULL, "feedback", NULL, heed_check_feedback_decline, heed_fold_feedback_decline },
  { "review", CLOSED,
    FACTS ({ "kept", HEED_FACT_CODE, "promises-kept", NEEDED },
           { "note", HEED_FACT_TEXT, NULL, NEEDED }, { "themes", HEED_FACT_CODES, "hcat" },
           { "you_said", HEED_FACT_TEXT }, { "we_did", HEED_FACT_TEXT },
           { "publishable", HEED_FACT_FLAG }),
    NULL, "review", heed_needs_review, heed_check_review, heed_fold_review },
  { "thank", ANY,
    FACTS ({ "how", HEED_FACT_CODE, "channels", NEEDED }, { "text", HEED_FACT_TEXT }), NULL,
    "thanks", NULL, heed_check_stage, heed_fold_thank },
  { "pass-on", ANY,
    FACTS ({ "to", HEED_FACT_TEXT, NULL, NEEDED },
           { "reasons", HEED_FACT_CODES, "compliment-reasons" }, { "named", HEED_FACT_TEXT },
           { "note", HEED_FACT_TEXT }),
    NULL, "thanks", NULL, heed_check_stage, heed_fold_pass_on },
  { "answer", OPEN,
    FACTS ({ "decision", HEED_FACT_CODE, "suggestion-decisions" },
           { "text", HEED_FACT_TEXT, NULL, NEEDED },
           { "how", HEED_FACT_CODE, "channels", NEEDED }),
    NULL, "stage", heed_needs_answer, heed_check_answer, heed_fold_answer },
  { "ombudsman-refer", ANY,
    FACTS ({ "body", HEED_FACT_TEXT, NULL, NEEDED }, { "referred", HEED_FACT_DATE },
           { "their_reference", HEED_FACT_TEXT }, { "told_by", HEED_FACT_TEXT },
           { "papers_due", HEED_FACT_DATE }),
    NULL, "ombudsman", NULL, heed_check_ombudsman_refer, heed_fold_ombudsman_refer },
  { "ombudsman-update", ANY,
    FACTS ({ "inquiry", HEED_FACT_CODE, "ombudsman-stages" }, { "accepted", HEED_FACT_DATE },
           { "their_reference", HEED_FACT_TEXT }, { "papers_due", HEED_FACT_DATE },
           { "papers_sent", HEED_FACT_DATE }, { "provisional", HEED_FACT_DATE },
           { "note", HEED_FACT_TEXT }),
    NULL, "ombudsman", NULL, heed_check_ombudsman_open, heed_fold_ombudsman_update },
  { "ombudsman-decide", ANY,
    FACTS ({ "decision", HEED_FACT_CODE, "ombudsman-decisions", NEEDED },
           { "decided", HEED_FACT_DATE }, { "text", HEED_FACT_TEXT }, { "cost", HEED_FACT_TEXT }),
    NULL, "ombudsman", NULL, heed_check_ombudsman_open, heed_fold_ombudsman_decide },
  { "recommend", ANY,
    FACTS ({ "text", HEED_FACT_TEXT, NULL, NEEDED }, { "due", HEED_FACT_DATE, NULL, NEEDED },
           { "owner", HEED_FACT_TEXT }),
    NULL, NULL, NULL, heed_check_recommend, heed_fold_recommend },
  { "recommend-met", ANY,
    FACTS ({ "number", HEED_FACT_NUMBER, NULL, NEEDED },
           { "evidence", HEED_FACT_TEXT, NULL, NEEDED }, { "done", HEED_FACT_DATE }),
    NULL, "recommendation", NULL, heed_check_recommend_met, heed_fold_recommend_met },
  { "resolve", RESOLVE,
    FACTS ({ "how", HEED_FACT_CODE, "channels" }, { "text", HEED_FACT_TEXT },
           { "apology", HEED_FACT_CODE, "apology", NEEDED },
           { "apology_form", HEED_FACT_CODE, "apology-forms" }, APOLOGY_FACTS),
    NULL, "stage", heed_needs_resolve, heed_check_resolve, heed_fold_resolve },
  { "close", RESOLVE,
    FACTS ({ "next_step_told", HEED_FACT_FLAG }, { "no_learning_reason", HEED_FACT_TEXT },
           PASSED_FACTS),
    NULL, "stage", heed_needs_close, heed_check_stage, heed_fold_close },
  { "reopen", CLOSED, FACTS ({ "reason", HEED_FACT_TEXT, NULL, NEEDED }), NULL, "stage", NULL,
    heed_check_stage, heed_fold_reopen },
  { "withdraw", OPEN, FACTS ({ "reason", HEED_FACT_TEXT, NULL, NEEDED }), NULL, "stage", NULL,
    heed_check_stage, heed_fold_withdraw },
  { "transfer", OPEN,
    FACTS ({ "to", HEED_FACT_TEXT, NULL, NEEDED }, { "reason", HEED_FACT_TEXT, NULL, NEEDED }),
    NULL, "stage", NULL, heed_check_stage, heed_fold_transfer },
  { "not-accept", OPEN, FACTS ({ "reason", HEED_FACT_TEXT, NULL, NEEDED }), NULL, "stage", NULL,
    heed_check_stage, heed_fold_not_accept },
  { "settle", OPEN, FACTS ({ "text", HEED_FACT_TEXT, NULL, NEEDED }), NULL, "stage", NULL,
    heed_check_stage, heed_fold_settle },
  { "link", ANY,
    FACTS ({ "other", HEED_FACT_REFERENCE, NULL, NEEDED },
           { "relation", HEED_FACT_CODE, "relations", NEEDED }, { "reason", HEED_FACT_TEXT }),
    "unlink", "link", NULL, heed_check_link, heed_fold_link },
  { "unlink", ANY,
    FACTS ({ "other", HEED_FACT_REFERENCE, NULL, NEEDED }, { "reason", HEED_FACT_TEXT }), "link",
    "link", NULL, heed_check_unlink, heed_fold_unlink },
  { "situation", ANY,
    FACTS ({ "situation", HEED_FACT_TEXT, NULL, NEEDED }, { "text", HEED_FACT_TEXT },
           { "version", HEED_FACT_TEXT }, { "suggested", HEED_FACT_FLAG }),
    "situation-end", "situation", NULL, heed_check_situation, heed_fold_situation },
  { "situation-end", ANY,
    FACTS ({ "situation", HEED_FACT_TEXT, NULL, NEEDED }, { "text", HEED_FACT_TEXT },
           { "reason", HEED_FACT_TEXT }),
    "situation", "situation", NULL, heed_check_situation_end, heed_fold_situation_end },
  { "tick", ANY, FACTS (ITEM_FACTS, { "evidence", HEED_FACT_TEXT }), "untick", "item", NULL,
    heed_check_tick, heed_fold_tick },
  { "not-applicable", ANY, FACTS (ITEM_FACTS, { "reason", HEED_FACT_TEXT, NULL, NEEDED }), "untick",
    "item", NULL, heed_check_tick, heed_fold_not_applicable },
  { "untick", ANY, FACTS (ITEM_FACTS, { "reason", HEED_FACT_TEXT }), "tick", "item", NULL,
    heed_check_untick, heed_fold_untick },
  { "feeling", ANY,
    FACTS ({ "when", HEED_FACT_CODE, "moments", NEEDED },
           { "feeling", HEED_FACT_CODE, "feelings", NEEDED }),
    NULL, NULL, NULL, NULL, heed_fold_feeling },
  { "danger", ANY,
    FACTS ({ "what", HEED_FACT_CODE, "dangers", NEEDED }, { "told", HEED_FACT_TEXT, NULL, NEEDED },
           { "told_at", HEED_FACT_INSTANT }, { "text", HEED_FACT_TEXT }),
    NULL, NULL, NULL, heed_check_danger, heed_fold_danger },
  { "hand-over", ANY,
    FACTS ({ "to", HEED_FACT_TEXT, NULL, NEEDED }, { "reason", HEED_FACT_TEXT, NULL, NEEDED },
           { "situation", HEED_FACT_TEXT }),
    NULL, NULL, NULL, NULL, heed_fold_hand_over },
  { "hand-over-accept", ANY,
    FACTS ({ "number", HEED_FACT_NUMBER, NULL, NEEDED }, { "by", HEED_FACT_TEXT },
           { "note", HEED_FACT_TEXT }),
    NULL, "hand-over", NULL, heed_check_hand_over_accept, heed_fold_hand_over_accept },
  { "hold", ANY, FACTS ({ "reason", HEED_FACT_TEXT, NULL, NEEDED }), "release", "hold", NULL,
    heed_check_hold, heed_fold_hold },
  { "release", ANY, FACTS ({ "reason", HEED_FACT_TEXT, NULL, NEEDED }), "hold", "hold", NULL,
    heed_check_release, heed_fold_release },
};

static const char *const stage_names[HEED_N_STAGES] = {
  [HEED_STAGE_LISTEN] = "listen",
  [HEED_STAGE_ACKNOWLEDGE] = "acknowledge",
  [HEED_STAGE_RESOLVE] = "resolve",
  [HEED_STAGE_CLOSED] = "closed",
};

/**
 * heed_act_kinds_get:
 * @n_kinds: (out): how many there are
 *
 * Returns: (transfer none) (array length=n_kinds): the table of act kinds
 */
const HeedActKind *
heed_act_kinds_get (guint *n_kinds)
{
  *n_kinds = G_N_ELEMENTS (kinds);
  return kinds;
}

/**
 * heed_act_kind_find:
 * @name: (nullable): name of a kind
 *
 * Returns: (transfer none) (nullable): its row, %NULL if there is none
 */
const HeedActKind *
heed_act_kind_find (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_strcmp0 (kinds[i].name, name) == 0)
      return &kinds[i];
  return NULL;
}

/**
 * heed_stage_get_name:
 * @stage: a stage
 *
 * Returns: (transfer none): its name in files and on the command line
 */
const char *
heed_stage_get_name (HeedStage stage)
{
  return stage_names[stage];
}

/**
 * heed_stage_parse:
 * @name: (nullable): what heed_stage_get_name() gave
 * @stage: (out): the stage
 *
 * Returns: whether there is a stage of that name
 */
gboolean
heed_stage_parse (const char *name,
                  HeedStage  *stage)
{
  for (guint i = 0; i < HEED_N_STAGES; i++)
    if (g_strcmp0 (stage_names[i], name) == 0)
      {
        *stage = (HeedStage) i;
        return TRUE;
      }
  return FALSE;
}

/**
 * heed_fact_type_get_name:
 * @type: a type of fact
 *
 * Returns: (transfer none): its name in the documentation and on the command line
 */
const char *
heed_fact_type_get_name (HeedFactType type)
{
  static const char *const names[] = {
    [HEED_FACT_TEXT] = "text",     [HEED_FACT_DATE] = "date",
    [HEED_FACT_INSTANT] = "instant", [HEED_FACT_FLAG] = "flag",
    [HEED_FACT_NUMBER] = "number", [HEED_FACT_CODE] = "code",
    [HEED_FACT_CODES] = "codes",   [HEED_FACT_TEXTS] = "texts",
    [HEED_FACT_PERSON] = "person", [HEED_FACT_ISSUE] = "issue",
    [HEED_FACT_ISSUES] = "issues", [HEED_FACT_REFERENCE] = "reference",
    [HEED_FACT_ANSWERS] = "answers", [HEED_FACT_ANY] = "any",
  };

  return names[type];
}

/**
 * heed_act_dup_touched:
 * @act: an act
 *
 * Names the one thing that an act changes, so that two acts that change the same thing can be told
 * from two that do not: "owner", "stage", "issue 2", "fact words", "flag bereaved" …
 *
 * Returns: (transfer full) (nullable): the name; %NULL if the act only adds
 */
char *
heed_act_dup_touched (const HeedAct *act)
{
  static const char *const items[] = { "fact", "flag", "other", "situation", "item", NULL };
  const HeedActKind *kind = heed_act_kind_find (act->kind);
  gint64 number;

  if (kind == NULL || kind->touches == NULL)
    return NULL;

  for (guint i = 0; items[i] != NULL; i++)
    if (heed_act_get_text (act, items[i]) != NULL)
      return g_strdup_printf ("%s %s", kind->touches, heed_act_get_text (act, items[i]));

  number = MAX (heed_act_get_number (act, "issue"), heed_act_get_number (act, "number"));
  if (number < 0)
    number = heed_act_get_number (act, "other");
  if (number < 0)
    return g_strdup (kind->touches);
  return g_strdup_printf ("%s %" G_GINT64_FORMAT, kind->touches, number);
}
