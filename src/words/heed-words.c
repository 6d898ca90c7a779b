/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Names: what stages, sections, facts and codes are called. One name each, for the screen and the
 * command line alike. */

#include "config.h"

#include "heed-words.h"

#include <locale.h>
#include <string.h>

#include "heed-query.h"

typedef struct
{
  const char *fact;
  const char *words;
} FactWords;

/* In the middle of a sentence: "To do this, Heed still needs: a plan." */
static const FactWords fact_words[] = {
  { "accepted", N_ ("the day it was accepted") },
  { "agreed", N_ ("whether the date was agreed with the person") },
  { "anonymous", N_ ("whether the person stays unnamed") },
  { "answers", N_ ("what they said about each point") },
  { "apology", N_ ("whether an apology was given") },
  { "apology_by", N_ ("who apologised") },
  { "apology_elements", N_ ("what the apology said") },
  { "apology_form", N_ ("how the apology was made") },
  { "apology_on", N_ ("the day of the apology") },
  { "asked_by", N_ ("who asked them") },
  { "authority", N_ ("the patient’s permission") },
  { "body", N_ ("who looks at the case now") },
  { "care_affected", N_ ("whether speaking up affected their care") },
  { "by", N_ ("who accepted it") },
  { "care_stage", N_ ("when in their care it happened") },
  { "category", N_ ("what it is about") },
  { "changed", N_ ("what changed") },
  { "channel", N_ ("how it came") },
  { "comment", N_ ("their own words about how it went") },
  { "consent", N_ ("that they said they may be asked") },
  { "contact_when", N_ ("when it suits them") },
  { "cost", N_ ("what it cost") },
  { "decided", N_ ("the day of their decision") },
  { "decision", N_ ("the decision") },
  { "declined", N_ ("the day it was declined") },
  { "delivered", N_ ("the day it was done") },
  { "did", N_ ("what was done at once") },
  { "direction", N_ ("who contacted whom") },
  { "done", N_ ("the day it was done") },
  { "due", N_ ("the day it is due") },
  { "effective", N_ ("whether it works") },
  { "evidence", N_ ("what the finding rests on") },
  { "fact", N_ ("what to correct") },
  { "factors", N_ ("what helped it happen") },
  { "feeling", N_ ("how the person feels") },
  { "fft", N_ ("how the experience was") },
  { "finding", N_ ("a finding") },
  { "findings", N_ ("a finding for each issue") },
  { "flag", N_ ("a flag") },
  { "format", N_ ("the format the person needs") },
  { "from", N_ ("the first day of the pause") },
  { "happened", N_ ("when it happened") },
  { "harm", N_ ("how much harm there was") },
  { "heard", N_ ("whether they felt heard") },
  { "how", N_ ("how the person was told") },
  { "inquiry", N_ ("where they stand") },
  { "interpreter", N_ ("whether an interpreter is needed") },
  { "issue", N_ ("an issue") },
  { "issues", N_ ("at least one issue") },
  { "kept", N_ ("whether what was promised was done") },
  { "item", N_ ("an item of the checklist") },
  { "language", N_ ("the person’s language") },
  { "learning", N_ ("a learning action, or the reason why there is none") },
  { "letter", N_ ("which letter it is") },
  { "means", N_ ("how they were contacted") },
  { "measure", N_ ("how the improvement will be measured") },
  { "missing", N_ ("what the letter does not say") },
  { "minutes", N_ ("how long it took") },
  { "name", N_ ("its name") },
  { "named", N_ ("whom they thank") },
  { "needs", N_ ("what the person needs to be heard") },
  { "needs_asked", N_ ("whether they were asked what they need") },
  { "new", N_ ("the new value") },
  { "next_step_told", N_ ("that the person was told what they can do next") },
  { "no_contact_from", N_ ("the first day without contact") },
  { "no_contact_to", N_ ("the last day without contact") },
  { "no_contact_why", N_ ("why they want no contact then") },
  { "no_learning_reason", N_ ("a learning action, or the reason why there is none") },
  { "note", N_ ("a note") },
  { "number", N_ ("its number") },
  { "offered", N_ ("the day it was offered") },
  { "old", N_ ("the old value") },
  { "on", N_ ("the day") },
  { "other", N_ ("the other case") },
  { "overall", N_ ("how well it was handled overall") },
  { "owner", N_ ("who will look into it") },
  { "papers_due", N_ ("the day the papers are due") },
  { "papers_sent", N_ ("the day the papers were sent") },
  { "passed", N_ ("which items stayed open") },
  { "passed_reason", N_ ("why it goes on without what is missing") },
  { "patient", N_ ("the patient") },
  { "pdf_sha256", N_ ("the checksum of the PDF file") },
  { "person", N_ ("the person’s name") },
  { "place", N_ ("where it happened") },
  { "plan", N_ ("a plan") },
  { "profile", N_ ("the rules it is handled under") },
  { "profile_version", N_ ("the edition of the rules") },
  { "proof", N_ ("what shows that it was done") },
  { "provisional", N_ ("the day of their provisional view") },
  { "publishable", N_ ("whether it may be published") },
  { "reached", N_ ("whether they were reached") },
  { "reason", N_ ("a reason") },
  { "reasons", N_ ("what the thanks are for") },
  { "received", N_ ("the day it was received") },
  { "recipient", N_ ("who it is sent to") },
  { "recipient_name", N_ ("the name, if it is sent to somebody else") },
  { "reference_given", N_ ("that the person was given the reference") },
  { "referred", N_ ("the day it was referred") },
  { "relation", N_ ("how the cases belong together") },
  { "relationship", N_ ("how the person is related to the patient") },
  { "remedies", N_ ("a remedy") },
  { "remedy", N_ ("a remedy") },
  { "reply_by", N_ ("a date for the reply") },
  { "resource", N_ ("which place that helps") },
  { "safe_route", N_ ("who will speak with them about it, apart from those complained about") },
  { "safety", N_ ("whether someone is at risk now") },
  { "severity", N_ ("how serious it is") },
  { "should_have", N_ ("what should have happened") },
  { "site", N_ ("the site") },
  { "source", N_ ("where the answers came from") },
  { "speak_up_again", N_ ("whether they would speak up again") },
  { "situation", N_ ("the situation") },
  { "state", N_ ("how it stands") },
  { "step", N_ ("which step") },
  { "strength", N_ ("how strong the action is") },
  { "suggested", N_ ("whether Heed suggested it") },
  { "support", N_ ("what helps them to talk and to read") },
  { "survey", N_ ("the survey") },
  { "survey_version", N_ ("the edition of the survey") },
  { "template", N_ ("which template it began with") },
  { "text", N_ ("a few words about it") },
  { "their_reference", N_ ("their reference") },
  { "themes", N_ ("themes to watch") },
  { "told", N_ ("who was told") },
  { "told_at", N_ ("when they were told") },
  { "to", N_ ("who it is passed to") },
  { "told_by", N_ ("who told us") },
  { "type", N_ ("what kind of contact it is") },
  { "version", N_ ("the edition of the guidance") },
  { "wants", N_ ("what the person wants") },
  { "way", N_ ("how they were asked or answered") },
  { "we_did", N_ ("what we did about it") },
  { "what", N_ ("what the danger is") },
  { "when", N_ ("when in the conversation") },
  { "who", N_ ("who, or when") },
  { "why_not", N_ ("why there is no feedback") },
  { "words", N_ ("the person’s words") },
  { "you_said", N_ ("what they said, for others to read") },
};

/* As the title of a field, where the words above would be long. */
static const FactWords fact_titles[] = {
  { "contact_when", N_ ("When it suits them") },
  { "format", N_ ("Written replies") },
  { "interpreter", N_ ("Interpreter, spoken or signed") },
  { "language", N_ ("Language") },
  { "name", N_ ("Name") },
  { "needs", N_ ("Anything else that helps") },
  { "needs_asked", N_ ("They were asked what they need") },
  { "no_contact_from", N_ ("From") },
  { "no_contact_to", N_ ("To") },
  { "no_contact_why", N_ ("Why") },
  { "state", N_ ("How it stands") },
  { "step", N_ ("Step") },
  { "support", N_ ("What helps them") },
  { "who", N_ ("Who, or when") },
};

/**
 * heed_words_init:
 *
 * Takes the language of the surroundings. To be called once, before anything else.
 */
void
heed_words_init (void)
{
  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, HEED_LOCALE_DIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
}

/**
 * heed_words_stage:
 * @stage: a stage
 *
 * Returns: (transfer none): its name, as in "Acknowledge"
 */
const char *
heed_words_stage (HeedStage stage)
{
  switch (stage)
    {
    case HEED_STAGE_LISTEN:
      /* Translators: the stage of a case in which the person is listened to */
      return C_ ("stage", "Listen");
    case HEED_STAGE_ACKNOWLEDGE:
      /* Translators: the stage of a case in which receipt is acknowledged and a plan made */
      return C_ ("stage", "Acknowledge");
    case HEED_STAGE_RESOLVE:
      /* Translators: the stage of a case in which it is looked into and answered */
      return C_ ("stage", "Resolve");
    case HEED_STAGE_CLOSED:
    default:
      /* Translators: the stage of a case that is finished */
      return C_ ("stage", "Closed");
    }
}

/**
 * heed_words_bucket:
 * @bucket: a #HeedBucket
 *
 * Returns: (transfer none): the heading of that section of a list
 */
const char *
heed_words_bucket (int bucket)
{
  switch ((HeedBucket) bucket)
    {
    case HEED_BUCKET_LATE:
      return C_ ("section", "Late");
    case HEED_BUCKET_TODAY:
      return C_ ("section", "Today");
    case HEED_BUCKET_THIS_WEEK:
      return C_ ("section", "This week");
    case HEED_BUCKET_LATER:
      return C_ ("section", "Later");
    case HEED_BUCKET_WAITING:
      return C_ ("section", "Waiting");
    case HEED_BUCKET_CLOSED:
    default:
      return C_ ("section", "Closed");
    }
}

/**
 * heed_words_fact:
 * @fact: name of a fact
 *
 * Returns: (transfer none): what people call it, for the middle of a sentence, as in "a plan"; the
 *   name itself with spaces where Heed has no words for it
 */
const char *
heed_words_fact (const char *fact)
{
  g_autofree char *spaced = NULL;

  g_return_val_if_fail (fact != NULL, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (fact_words); i++)
    if (g_str_equal (fact_words[i].fact, fact))
      return _ (fact_words[i].words);

  spaced = g_strdelimit (g_strdup (fact), "-_", ' ');
  return g_intern_string (spaced);
}

/**
 * heed_words_fact_title:
 * @fact: name of a fact
 *
 * Returns: (transfer full): what people call it, as the title of a field
 */
char *
heed_words_fact_title (const char *fact)
{
  const char *words = heed_words_fact (fact);
  GString    *title;

  for (guint i = 0; i < G_N_ELEMENTS (fact_titles); i++)
    if (g_str_equal (fact_titles[i].fact, fact))
      return g_strdup (_ (fact_titles[i].words));

  title = g_string_new (NULL);
  g_string_append_unichar (title, g_unichar_toupper (g_utf8_get_char (words)));
  g_string_append (title, g_utf8_next_char (words));
  return g_string_free (title, FALSE);
}

/**
 * heed_words_missing:
 * @missing: (nullable) (array zero-terminated=1): names of facts
 *
 * Returns: (transfer full): a sentence that asks for them
 */
char *
heed_words_missing (char **missing)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) list = NULL;
  g_autofree char *joined = NULL;

  for (guint i = 0; missing != NULL && missing[i] != NULL; i++)
    g_strv_builder_add (builder, heed_words_fact (missing[i]));
  list = g_strv_builder_end (builder);
  if (list[0] == NULL)
    return g_strdup (_ ("To do this, Heed still needs something more."));

  /* Translators: between the members of a list */
  joined = g_strjoinv (_ (", "), list);
  /* Translators: the %s is a list, as in "a plan, who will look into it" */
  return g_strdup_printf (_ ("To do this, Heed still needs: %s."), joined);
}

/**
 * heed_words_code:
 * @rules: the rules
 * @codes: id of a code set
 * @id: (nullable): a code
 *
 * Returns: (transfer none) (nullable): its full name; @id itself where there is no such code
 */
const char *
heed_words_code (const HeedRules *rules,
                 const char      *codes,
                 const char      *id)
{
  const HeedCodes *set = heed_rules_get_codes (rules, codes);
  const HeedCode  *code = set && id ? heed_codes_find (set, id) : NULL;

  return code ? g_dgettext (GETTEXT_PACKAGE, code->label) : id;
}

/**
 * heed_words_code_brief:
 * @rules: the rules
 * @codes: id of a code set
 * @id: (nullable): a code
 *
 * Returns: (transfer none) (nullable): its short name; @id itself where there is no such code
 */
const char *
heed_words_code_brief (const HeedRules *rules,
                       const char      *codes,
                       const char      *id)
{
  const HeedCodes *set = heed_rules_get_codes (rules, codes);
  const HeedCode  *code = set && id ? heed_codes_find (set, id) : NULL;

  return code ? g_dgettext (GETTEXT_PACKAGE, code->brief) : id;
}

/**
 * heed_words_page:
 * @page: a page of a paper, from 1
 * @n_pages: how many there are
 *
 * Returns: (transfer full): what stands at its foot, as in "Page 1 of 3"
 */
char *
heed_words_page (guint page,
                 guint n_pages)
{
  /* Translators: at the foot of a printed page; the number of the page and how many there are */
  return g_strdup_printf (_ ("Page %u of %u"), page, n_pages);
}
