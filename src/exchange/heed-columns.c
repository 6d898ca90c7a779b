/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The columns that an export of cases may have, in one place for all formats: what each is called,
 * where it comes from, and whether it tells who somebody is. Writes nothing.
 */
#include "config.h"

#include "heed-columns.h"
#include "heed-words.h"

/* --- Cells ------------------------------------------------------------------------------------ */

/* An empty text is an empty cell. */
void
heed_cell_set_text (HeedCell *cell, const char *text)
{
  if (text == NULL || *text == '\0')
    return;
  cell->type = HEED_CELL_TEXT;
  cell->text = text;
}

void
heed_cell_set_number (HeedCell *cell, gint64 number)
{
  cell->type = HEED_CELL_NUMBER;
  cell->number = number;
}

void
heed_cell_set_date (HeedCell *cell, HeedDate date)
{
  if (date == HEED_DATE_NONE)
    return;
  cell->type = HEED_CELL_DATE;
  cell->date = date;
}

void
heed_cell_set_flag (HeedCell *cell, gboolean flag)
{
  cell->type = HEED_CELL_FLAG;
  cell->number = flag != FALSE;
}

static void
set_code (HeedCell *cell, HeedColumnContext *context, const char *codes, const char *id)
{
  if (id == NULL || *id == '\0')
    return;
  heed_cell_set_text (cell, heed_words_code (context->rules, codes, id));
  cell->code = id;
}

/* Takes a text made for this row. */
static void
set_made (HeedCell *cell, HeedColumnContext *context, GString *text)
{
  if (text->len > 0)
    heed_cell_set_text (cell,
                        g_string_chunk_insert_len (context->texts, text->str, (gssize) text->len));
}

static void
set_days (HeedCell *cell, HeedDate from, HeedDate to)
{
  if (from != HEED_DATE_NONE && to != HEED_DATE_NONE)
    heed_cell_set_number (cell, to - from);
}

static void
add_line (GString *text, const char *line)
{
  if (line == NULL || *line == '\0')
    return;
  if (text->len > 0)
    g_string_append_c (text, '\n');
  g_string_append (text, line);
}

/**
 * heed_case_get_age:
 * @item: a case with its people
 *
 * Gets how old the patient was when the case was received: who complains is the patient, unless
 * another is named.
 *
 * Returns: whole years; -1 where it is not known
 */
int
heed_case_get_age (const HeedSnapshotCase *item)
{
  const HeedPerson *patient = item->patient ? item->patient : item->person;
  HeedDate          born = patient && patient->birth_date ? heed_date_parse (patient->birth_date)
                                                          : HEED_DATE_NONE;
  int               born_year, born_month, born_day, year, month, day;

  /* Somebody else's birth date says nothing of a patient who is not named. */
  if (item->patient == NULL && item->state->relationship != NULL
      && !g_str_equal (item->state->relationship, "patient"))
    return -1;
  if (born == HEED_DATE_NONE || item->received == HEED_DATE_NONE || born > item->received)
    return -1;
  heed_date_get (born, &born_year, &born_month, &born_day);
  heed_date_get (item->received, &year, &month, &day);
  return year - born_year - (month < born_month || (month == born_month && day < born_day));
}

/* --- Getters: from the register --------------------------------------------------------------- */

#define GETTER(name) \
  static void get_##name (const HeedSnapshotCase *item, HeedColumnContext *context, HeedCell *cell)
#define TEXT_GETTER(name, value)      \
  GETTER (name)                       \
  {                                   \
    heed_cell_set_text (cell, value); \
  }
#define DATE_GETTER(name, value)      \
  GETTER (name)                       \
  {                                   \
    heed_cell_set_date (cell, value); \
  }
#define FLAG_GETTER(name, value)      \
  GETTER (name)                       \
  {                                   \
    heed_cell_set_flag (cell, value); \
  }
#define CODE_GETTER(name, codes, value)     \
  GETTER (name)                             \
  {                                         \
    set_code (cell, context, codes, value); \
  }
#define NUMBER_GETTER(name, value)      \
  GETTER (name)                         \
  {                                     \
    heed_cell_set_number (cell, value); \
  }

TEXT_GETTER (reference, item->reference)
DATE_GETTER (received, item->received)
CODE_GETTER (type, "contact-types", item->type)
CODE_GETTER (channel, "channels", item->channel)
CODE_GETTER (category, "hcat", item->category)
CODE_GETTER (ending, "endings", item->ending)
CODE_GETTER (outcome, "findings", item->outcome)
DATE_GETTER (due, item->due)
DATE_GETTER (closed, item->closed)
TEXT_GETTER (owner, item->owner)
TEXT_GETTER (place, item->place)
TEXT_GETTER (site, item->site)
TEXT_GETTER (profile, item->profile)
TEXT_GETTER (words, item->words)
TEXT_GETTER (name, item->name)
FLAG_GETTER (paused, item->paused)
FLAG_GETTER (interpreter, item->interpreter)
FLAG_GETTER (hold, item->hold)

GETTER (stage)
{
  heed_cell_set_text (cell, heed_words_stage (item->stage));
  cell->code = heed_stage_get_name (item->stage);
}

GETTER (severity)
{
  if (item->severity >= 0)
    heed_cell_set_number (cell, item->severity);
}

GETTER (flags)
{
  g_auto (GStrv) ids = item->flags ? g_strsplit (item->flags, " ", -1) : NULL;
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; ids && ids[i]; i++)
    add_line (text, heed_words_code (context->rules, "flags", ids[i]));
  set_made (cell, context, text);
  cell->code = item->flags;
}

GETTER (days_open)
{
  set_days (cell, item->received, item->closed);
}

GETTER (logged)
{
  heed_cell_set_date (cell, heed_date_of_instant (item->logged_at, context->zone));
}

/* --- Getters: from the case itself ------------------------------------------------------------ */

#define ROUND(item) heed_case_get_round ((item)->state)

TEXT_GETTER (full_name, item->person ? item->person->full_name : NULL)
TEXT_GETTER (phone, item->person ? item->person->phone : NULL)
TEXT_GETTER (email, item->person ? item->person->email : NULL)
TEXT_GETTER (address, item->person ? item->person->address : NULL)
TEXT_GETTER (birth_date, item->person ? item->person->birth_date : NULL)
TEXT_GETTER (patient_name,
             item->patient
                 ? item->patient->full_name ? item->patient->full_name : item->patient->name
                 : NULL)
TEXT_GETTER (patient_birth_date, item->patient ? item->patient->birth_date : NULL)
CODE_GETTER (relationship, "relationships", item->state->relationship)
CODE_GETTER (authority, "authority", item->state->authority)
CODE_GETTER (feeling_start, "feelings", item->state->feeling_start)
CODE_GETTER (feeling_now, "feelings", item->state->feeling_now)
CODE_GETTER (format, "formats", item->state->format)
CODE_GETTER (safety, "safety", item->state->safety)
CODE_GETTER (apology, "apology", item->state->apology)
CODE_GETTER (resolved_how, "channels", item->state->resolved_how)
TEXT_GETTER (language, item->state->language)
TEXT_GETTER (needs, item->state->needs)
TEXT_GETTER (happened, item->state->happened)
TEXT_GETTER (did, item->state->did)
TEXT_GETTER (plan, item->state->plan)
TEXT_GETTER (resolution, item->state->resolution)
TEXT_GETTER (taken_by, item->state->taken_by)
TEXT_GETTER (profile_version, item->state->profile_version)
DATE_GETTER (acknowledged, ROUND (item)->acknowledged)
DATE_GETTER (resolved, ROUND (item)->resolved)
NUMBER_GETTER (issues, item->state->issues->len)
NUMBER_GETTER (contacts, item->state->n_contacts)
NUMBER_GETTER (rounds, item->state->rounds->len)

GETTER (age)
{
  int age = heed_case_get_age (item);

  if (age >= 0)
    heed_cell_set_number (cell, age);
}

GETTER (days_to_acknowledge)
{
  set_days (cell, ROUND (item)->received, ROUND (item)->acknowledged);
}

GETTER (days_to_resolve)
{
  set_days (cell, ROUND (item)->received, ROUND (item)->resolved);
}

GETTER (reply_promised_first)
{
  if (item->state->promises->len > 0)
    heed_cell_set_date (cell, ((const HeedPromise *) item->state->promises->pdata[0])->by);
}

GETTER (reply_promised_last)
{
  const HeedPromise *promise = heed_case_get_promise (item->state);

  if (promise != NULL)
    heed_cell_set_date (cell, promise->by);
}

/* Whether a clock was met: empty while it runs, and where the rules have none. */
static void
set_in_time (HeedCell               *cell,
             const HeedSnapshotCase *item,
             HeedColumnContext      *context,
             const char             *clock_id)
{
  g_autoptr (GPtrArray)
      clocks = heed_case_compute_clocks (item->state, context->rules, context->today);

  for (guint i = 0; i < clocks->len; i++)
    {
      const HeedClock *clock = clocks->pdata[i];

      if (g_str_equal (clock->spec->id, clock_id)
          && (clock->state == HEED_CLOCK_MET || clock->state == HEED_CLOCK_MISSED))
        heed_cell_set_flag (cell, clock->state == HEED_CLOCK_MET);
    }
}

GETTER (acknowledged_in_time)
{
  set_in_time (cell, item, context, "acknowledge");
}

GETTER (answered_in_time)
{
  set_in_time (cell, item, context, "reply");
}

GETTER (wants)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < item->state->wants->len; i++)
    add_line (text, ((const HeedWant *) item->state->wants->pdata[i])->text);
  set_made (cell, context, text);
}

/* One line for each issue; an issue without it leaves its line empty, so that lines of several
 * columns belong together. */
static void
set_issues (HeedCell               *cell,
            const HeedSnapshotCase *item,
            HeedColumnContext      *context,
            gsize                   offset,
            const char             *codes)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GString) ids = g_string_new (NULL);
  gboolean any = FALSE;

  for (guint i = 0; i < item->state->issues->len; i++)
    {
      const char *value = G_STRUCT_MEMBER (char *, item->state->issues->pdata[i], offset);

      any = any || value != NULL;
      g_string_append_printf (text, "%s%s", i ? "\n" : "",
                              value == NULL ? ""
                              : codes       ? heed_words_code (context->rules, codes, value)
                                            : value);
      g_string_append_printf (ids, "%s%s", i ? "\n" : "", value ? value : "");
    }
  if (!any)
    return;
  set_made (cell, context, text);
  if (codes != NULL)
    cell->code = g_string_chunk_insert_len (context->texts, ids->str, (gssize) ids->len);
}

GETTER (issue_texts)
{
  set_issues (cell, item, context, G_STRUCT_OFFSET (HeedIssue, text), NULL);
}

GETTER (issue_categories)
{
  set_issues (cell, item, context, G_STRUCT_OFFSET (HeedIssue, category), "hcat");
}

GETTER (issue_care_stages)
{
  set_issues (cell, item, context, G_STRUCT_OFFSET (HeedIssue, care_stage), "care-stages");
}

GETTER (issue_findings)
{
  set_issues (cell, item, context, G_STRUCT_OFFSET (HeedIssue, finding), "findings");
}

GETTER (evidence)
{
  set_issues (cell, item, context, G_STRUCT_OFFSET (HeedIssue, evidence), NULL);
}

GETTER (should_have)
{
  set_issues (cell, item, context, G_STRUCT_OFFSET (HeedIssue, should_have), NULL);
}

GETTER (harm)
{
  int most = -1;

  for (guint i = 0; i < item->state->issues->len; i++)
    most = MAX (most, ((const HeedIssue *) item->state->issues->pdata[i])->harm);
  if (most >= 0)
    heed_cell_set_number (cell, most);
}

GETTER (remedies)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GString) ids = g_string_new (NULL);

  for (guint i = 0; i < item->state->remedies->len; i++)
    {
      const HeedRemedy *remedy = item->state->remedies->pdata[i];

      add_line (text, heed_words_code (context->rules, "remedies", remedy->kind));
      add_line (ids, remedy->kind);
    }
  set_made (cell, context, text);
  if (ids->len > 0)
    cell->code = g_string_chunk_insert_len (context->texts, ids->str, (gssize) ids->len);
}

GETTER (learning)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < item->state->learning->len; i++)
    add_line (text, ((const HeedLearning *) item->state->learning->pdata[i])->text);
  set_made (cell, context, text);
}

GETTER (learning_done)
{
  gint64 done = 0;

  for (guint i = 0; i < item->state->learning->len; i++)
    done += ((const HeedLearning *) item->state->learning->pdata[i])->done != HEED_DATE_NONE;
  heed_cell_set_number (cell, done);
}

NUMBER_GETTER (learning_actions, item->state->learning->len)

GETTER (ombudsman)
{
  const HeedReferral *referral = heed_case_get_referral (item->state);

  if (referral != NULL)
    heed_cell_set_text (cell, referral->body);
}

GETTER (ombudsman_decision)
{
  const HeedReferral *referral = heed_case_get_referral (item->state);

  if (referral != NULL)
    set_code (cell, context, "ombudsman-decisions", referral->decision);
}

GETTER (felt_heard)
{
  const HeedFeedback *feedback = heed_case_get_feedback (item->state);

  if (feedback != NULL)
    set_code (cell, context, "felt-heard", feedback->heard);
}

GETTER (feedback_overall)
{
  const HeedFeedback *feedback = heed_case_get_feedback (item->state);

  if (feedback != NULL && feedback->overall > 0)
    heed_cell_set_number (cell, feedback->overall);
}

GETTER (feedback_comment)
{
  const HeedFeedback *feedback = heed_case_get_feedback (item->state);

  if (feedback != NULL)
    heed_cell_set_text (cell, feedback->comment);
}

GETTER (review_note)
{
  const HeedReview *review = heed_case_get_review (item->state);

  if (review != NULL)
    heed_cell_set_text (cell, review->note);
}

/* --- The table -------------------------------------------------------------------------------- */

#define ROW  HEED_SNAPSHOT_ROW
#define TEXT HEED_SNAPSHOT_TEXT
#define CASE HEED_SNAPSHOT_CASE

static const HeedColumn columns[] = {
  { "reference", HEED_CELL_TEXT, HEED_PRIVACY_REFERENCE, ROW, TRUE, get_reference },
  { "received", HEED_CELL_DATE, HEED_PRIVACY_YEAR, ROW, TRUE, get_received },
  { "type", HEED_CELL_TEXT, HEED_PRIVACY_KEEP, ROW, TRUE, get_type },
  { "stage", HEED_CELL_TEXT, HEED_PRIVACY_KEEP, ROW, TRUE, get_stage },
  { "channel", HEED_CELL_TEXT, HEED_PRIVACY_KEEP, ROW, TRUE, get_channel },
  { "category", HEED_CELL_TEXT, HEED_PRIVACY_KEEP, ROW, TRUE, get_category },
  { "severity", HEED_CELL_NUMBER, HEED_PRIVACY_KEEP, ROW, TRUE, get_severity },
  { "site", HEED_CELL_TEXT, HEED_PRIVACY_CODED, ROW, TRUE, get_site },
  { "place", HEED_CELL_TEXT, HEED_PRIVACY_CODED, ROW, TRUE, get_place },
  { "owner", HEED_CELL_TEXT, HEED_PRIVACY_CODED, ROW, TRUE, get_owner },
  { "due", HEED_CELL_DATE, HEED_PRIVACY_YEAR, ROW, TRUE, get_due },
  { "closed", HEED_CELL_DATE, HEED_PRIVACY_YEAR, ROW, TRUE, get_closed },
  { "days-open", HEED_CELL_NUMBER, HEED_PRIVACY_KEEP, ROW, TRUE, get_days_open },
  { "ending", HEED_CELL_TEXT, HEED_PRIVACY_KEEP, ROW, TRUE, get_ending },
  { "outcome", HEED_CELL_TEXT, HEED_PRIVACY_KEEP, ROW, TRUE, get_outcome },
  { "paused", HEED_CELL_FLAG, HEED_PRIVACY_KEEP, ROW, FALSE, get_paused },
  { "interpreter", HEED_CELL_FLAG, HEED_PRIVACY_KEEP, ROW, TRUE, get_interpreter },
  { "hold", HEED_CELL_FLAG, HEED_PRIVACY_KEEP, ROW, FALSE, get_hold },
  { "flags", HEED_CELL_TEXT, HEED_PRIVACY_KEEP, ROW, TRUE, get_flags },
  { "profile", HEED_CELL_TEXT, HEED_PRIVACY_KEEP, ROW, FALSE, get_profile },
  { "logged", HEED_CELL_DATE, HEED_PRIVACY_YEAR, ROW, FALSE, get_logged },
  { "name", HEED_CELL_TEXT, HEED_PRIVACY_OUT, ROW, TRUE, get_name },
  { "words", HEED_CELL_TEXT, HEED_PRIVACY_SCAN, TEXT, FALSE, get_words },
  { "full-name", HEED_CELL_TEXT, HEED_PRIVACY_OUT, CASE, FALSE, get_full_name },
  { "phone", HEED_CELL_TEXT, HEED_PRIVACY_OUT, CASE, FALSE, get_phone },
  { "email", HEED_CELL_TEXT, HEED_PRIVACY_OUT, CASE, FALSE, get_email },
  { "address", HEED_CELL_TEXT, HEED_PRIVACY_OUT, CASE, FALSE, get_address },
  { "birth-date", HEED_CELL_TEXT, HEED_PRIVACY_OUT, CASE, FALSE, get_birth_date },
  { "patient-name", HEED_CELL_TEXT, HEED_PRIVACY_OUT, CASE, FALSE, get_patient_name },
  { "patient-birth-date", HEED_CELL_TEXT, HEED_PRIVACY_OUT, CASE, FALSE, get_patient_birth_date },
  { "age", HEED_CELL_NUMBER, HEED_PRIVACY_AGE, CASE, FALSE, get_age },
  { "relationship", HEED_CELL_TEXT, HEED_PRIVACY_KEEP, CASE, FALSE, get_relationship },
  { "authority", HEED_CELL_TEXT, HEED_PRIVACY_KEEP, CASE, FALSE, get_authority },
  { "language", HEED_CELL_TEXT, HEED_PRIVACY_KEEP, CASE, FALSE, get_language },
  { "format", HEED_CELL_TEXT, HEED_PRIVACY_KEEP, CASE, FALSE, get_format },
  { "needs", HEED_CELL_TEXT, HEED_PRIVACY_SCAN, CASE, FALSE, get_needs },
  { "happened", HEED_CELL_TEXT, HEED_PRIVACY_SCAN, CASE, FALSE, get_happened },
  { "taken-by", HEED_CELL_TEXT, HEED_PRIVACY_CODED, CASE, FALSE, get_taken_by },
  { "feeling-start", HEED_CELL_TEXT, HEED_PRIVACY_KEEP, CASE, FALSE, get_feeling_start },
  { "feeling-now", HEED_CELL_TEXT, HEED_PRIVACY_KEEP, CASE, FALSE, get_feeling_now },
  { "safety", HEED_CELL_TEXT, HEED_PRIVACY_KEEP, CASE, FALSE, get_safety },
  { "wants", HEED_CELL_TEXT, HEED_PRIVACY_SCAN, CASE, FALSE, get_wants },
  { "did", HEED_CELL_TEXT, HEED_PRIVACY_SCAN, CASE, FALSE, get_did },
  { "issues", HEED_CELL_NUMBER, HEED_PRIVACY_KEEP, CASE, FALSE, get_issues },
  { "issue-texts", HEED_CELL_TEXT, HEED_PRIVACY_SCAN, CASE, FALSE, get_issue_texts },
  { "issue-categories", HEED_CELL_TEXT, HEED_PRIVACY_KEEP, CASE, FALSE, get_issue_categories },
  { "issue-care-stages", HEED_CELL_TEXT, HEED_PRIVACY_KEEP, CASE, FALSE, get_issue_care_stages },
  { "harm", HEED_CELL_NUMBER, HEED_PRIVACY_KEEP, CASE, FALSE, get_harm },
  { "contacts", HEED_CELL_NUMBER, HEED_PRIVACY_KEEP, CASE, FALSE, get_contacts },
  { "plan", HEED_CELL_TEXT, HEED_PRIVACY_SCAN, CASE, FALSE, get_plan },
  { "acknowledged", HEED_CELL_DATE, HEED_PRIVACY_YEAR, CASE, FALSE, get_acknowledged },
  { "days-to-acknowledge", HEED_CELL_NUMBER, HEED_PRIVACY_KEEP, CASE, FALSE,
    get_days_to_acknowledge },
  { "acknowledged-in-time", HEED_CELL_FLAG, HEED_PRIVACY_KEEP, CASE, FALSE,
    get_acknowledged_in_time },
  { "reply-promised-first", HEED_CELL_DATE, HEED_PRIVACY_YEAR, CASE, FALSE,
    get_reply_promised_first },
  { "reply-promised-last", HEED_CELL_DATE, HEED_PRIVACY_YEAR, CASE, FALSE,
    get_reply_promised_last },
  { "answered", HEED_CELL_DATE, HEED_PRIVACY_YEAR, CASE, FALSE, get_resolved },
  { "days-to-answer", HEED_CELL_NUMBER, HEED_PRIVACY_KEEP, CASE, FALSE, get_days_to_resolve },
  { "answered-in-time", HEED_CELL_FLAG, HEED_PRIVACY_KEEP, CASE, FALSE, get_answered_in_time },
  { "answered-how", HEED_CELL_TEXT, HEED_PRIVACY_KEEP, CASE, FALSE, get_resolved_how },
  { "issue-findings", HEED_CELL_TEXT, HEED_PRIVACY_KEEP, CASE, FALSE, get_issue_findings },
  { "evidence", HEED_CELL_TEXT, HEED_PRIVACY_SCAN, CASE, FALSE, get_evidence },
  { "should-have", HEED_CELL_TEXT, HEED_PRIVACY_SCAN, CASE, FALSE, get_should_have },
  { "answer", HEED_CELL_TEXT, HEED_PRIVACY_SCAN, CASE, FALSE, get_resolution },
  { "apology", HEED_CELL_TEXT, HEED_PRIVACY_KEEP, CASE, FALSE, get_apology },
  { "remedies", HEED_CELL_TEXT, HEED_PRIVACY_KEEP, CASE, FALSE, get_remedies },
  { "learning-actions", HEED_CELL_NUMBER, HEED_PRIVACY_KEEP, CASE, FALSE, get_learning_actions },
  { "learning-done", HEED_CELL_NUMBER, HEED_PRIVACY_KEEP, CASE, FALSE, get_learning_done },
  { "learning", HEED_CELL_TEXT, HEED_PRIVACY_SCAN, CASE, FALSE, get_learning },
  { "ombudsman", HEED_CELL_TEXT, HEED_PRIVACY_KEEP, CASE, FALSE, get_ombudsman },
  { "ombudsman-decision", HEED_CELL_TEXT, HEED_PRIVACY_KEEP, CASE, FALSE, get_ombudsman_decision },
  { "felt-heard", HEED_CELL_TEXT, HEED_PRIVACY_KEEP, CASE, FALSE, get_felt_heard },
  { "feedback-overall", HEED_CELL_NUMBER, HEED_PRIVACY_KEEP, CASE, FALSE, get_feedback_overall },
  { "feedback-comment", HEED_CELL_TEXT, HEED_PRIVACY_SCAN, CASE, FALSE, get_feedback_comment },
  { "review-note", HEED_CELL_TEXT, HEED_PRIVACY_SCAN, CASE, FALSE, get_review_note },
  { "rounds", HEED_CELL_NUMBER, HEED_PRIVACY_KEEP, CASE, FALSE, get_rounds },
  { "profile-version", HEED_CELL_TEXT, HEED_PRIVACY_KEEP, CASE, FALSE, get_profile_version },
};

/**
 * heed_columns_get:
 * @n_columns: (out): how many
 *
 * Gets every column there is, in the order in which they are offered.
 *
 * Returns: (array length=n_columns): the columns
 */
const HeedColumn *
heed_columns_get (guint *n_columns)
{
  *n_columns = G_N_ELEMENTS (columns);
  return columns;
}

/**
 * heed_columns_find:
 * @id: the name of a column
 *
 * Finds a column.
 *
 * Returns: (nullable): the column
 */
const HeedColumn *
heed_columns_find (const char *id)
{
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    if (g_str_equal (columns[i].id, id))
      return &columns[i];
  return NULL;
}
