/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What exports are called and say: titles of columns, names of sheets, and what a table is about.
 * One name each, for files, the screen and the command line alike. */

#include "config.h"

#include "heed-words-export.h"

typedef struct
{
  const char *id;
  const char *title;
} Title;

/* Titles of columns of a table that leaves Heed. */
static const Title titles[] = {
  { "about", NC_ ("column", "About") },
  { "acknowledged", NC_ ("column", "Acknowledged") },
  { "acknowledged-in-time", NC_ ("column", "Acknowledged in time") },
  { "address", NC_ ("column", "Address") },
  { "age", NC_ ("column", "Age of patient") },
  { "answer", NC_ ("column", "Answer") },
  { "answered", NC_ ("column", "Answered") },
  { "answered-how", NC_ ("column", "How answered") },
  { "answered-in-time", NC_ ("column", "Answered in time") },
  { "apology", NC_ ("column", "Apology") },
  { "authority", NC_ ("column", "Patient’s permission") },
  { "birth-date", NC_ ("column", "Date of birth") },
  { "category", NC_ ("column", "Category") },
  { "channel", NC_ ("column", "How it came") },
  { "closed", NC_ ("column", "Closed") },
  { "contacts", NC_ ("column", "Contacts") },
  { "days-open", NC_ ("column", "Days to close") },
  { "days-to-acknowledge", NC_ ("column", "Days to acknowledge") },
  { "days-to-answer", NC_ ("column", "Days to answer") },
  { "did", NC_ ("column", "Done at once") },
  { "due", NC_ ("column", "Next due") },
  { "email", NC_ ("column", "Email") },
  { "ending", NC_ ("column", "How it ended") },
  { "evidence", NC_ ("column", "Evidence") },
  { "feeling-now", NC_ ("column", "Feeling now") },
  { "feeling-start", NC_ ("column", "Feeling at first") },
  { "feedback-comment", NC_ ("column", "Feedback in words") },
  { "feedback-overall", NC_ ("column", "Overall rating") },
  { "felt-heard", NC_ ("column", "Felt heard") },
  { "flags", NC_ ("column", "Flags") },
  { "format", NC_ ("column", "Format needed") },
  { "full-name", NC_ ("column", "Full name") },
  { "happened", NC_ ("column", "When it happened") },
  { "harm", NC_ ("column", "Greatest harm") },
  { "hold", NC_ ("column", "On legal hold") },
  { "interpreter", NC_ ("column", "Interpreter needed") },
  { "issue-care-stages", NC_ ("column", "Stages of care") },
  { "issue-categories", NC_ ("column", "Categories of issues") },
  { "issue-findings", NC_ ("column", "Findings") },
  { "issue-texts", NC_ ("column", "Issues in words") },
  { "issues", NC_ ("column", "Issues") },
  { "language", NC_ ("column", "Language") },
  { "learning", NC_ ("column", "What was learned") },
  { "learning-actions", NC_ ("column", "Learning actions") },
  { "learning-done", NC_ ("column", "Learning actions done") },
  { "logged", NC_ ("column", "Logged") },
  { "name", NC_ ("column", "Name") },
  { "needs", NC_ ("column", "Communication needs") },
  { "ombudsman", NC_ ("column", "Ombudsman") },
  { "ombudsman-decision", NC_ ("column", "Ombudsman’s decision") },
  { "outcome", NC_ ("column", "Outcome") },
  { "owner", NC_ ("column", "Owner") },
  { "patient-birth-date", NC_ ("column", "Patient’s date of birth") },
  { "patient-name", NC_ ("column", "Patient’s name") },
  { "paused", NC_ ("column", "Paused") },
  { "phone", NC_ ("column", "Phone") },
  { "place", NC_ ("column", "Place") },
  { "plan", NC_ ("column", "Plan") },
  { "profile", NC_ ("column", "Rules") },
  { "profile-version", NC_ ("column", "Edition of the rules") },
  { "received", NC_ ("column", "Received") },
  { "reference", NC_ ("column", "Reference") },
  { "relationship", NC_ ("column", "Relationship to patient") },
  { "remedies", NC_ ("column", "Remedies") },
  { "reply-promised-first", NC_ ("column", "Reply first promised for") },
  { "reply-promised-last", NC_ ("column", "Reply last promised for") },
  { "review-note", NC_ ("column", "Note of the review") },
  { "rounds", NC_ ("column", "Rounds") },
  { "safety", NC_ ("column", "Someone at risk") },
  { "severity", NC_ ("column", "Severity") },
  { "should-have", NC_ ("column", "What should have happened") },
  { "site", NC_ ("column", "Site") },
  { "stage", NC_ ("column", "Stage") },
  { "taken-by", NC_ ("column", "Taken by") },
  { "type", NC_ ("column", "Type") },
  { "wants", NC_ ("column", "What they want") },
  { "words", NC_ ("column", "In their words") },
};

/* Names of the lines that say what a table is about. */
static const Title about_titles[] = {
  { "actor", N_ ("Made by") },
  { "basis", N_ ("Period counts by") },
  { "cases", N_ ("Cases") },
  { "cases-read", N_ ("Cases looked at") },
  { "clipped", N_ ("Texts cut to fit a cell") },
  { "columns", N_ ("Columns") },
  { "export", N_ ("Number of this export") },
  { "filter", N_ ("Only cases with") },
  { "from", N_ ("First day") },
  { "identifiable", N_ ("Shows who people are") },
  { "ledger-head", N_ ("Hash of the ledger") },
  { "made-at", N_ ("Made at") },
  { "organisation", N_ ("Organisation") },
  { "program", N_ ("Program") },
  { "reason", N_ ("Reason") },
  { "replaced", N_ ("Replaced in texts") },
  { "rows-matched", N_ ("Cases that matched") },
  { "rows-written", N_ ("Rows written") },
  { "rules", N_ ("Rules") },
  { "suppression", N_ ("Small numbers") },
  { "safe-harbor", N_ ("Rules for hiding names") },
  { "to", N_ ("Last day") },
  { "what", N_ ("What it is") },
  { "zone", N_ ("Time zone") },
};

/**
 * heed_words_column:
 * @id: the name of a column for machines
 *
 * Returns: (transfer none): its title; @id itself where there is none
 */
const char *
heed_words_column (const char *id)
{
  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    if (g_str_equal (titles[i].id, id))
      return g_dpgettext2 (GETTEXT_PACKAGE, "column", titles[i].title);
  return id;
}

/**
 * heed_words_about:
 * @id: what a line tells about a table, for machines
 *
 * Returns: (transfer none): its name; @id itself where there is none
 */
const char *
heed_words_about (const char *id)
{
  for (guint i = 0; i < G_N_ELEMENTS (about_titles); i++)
    if (g_str_equal (about_titles[i].id, id))
      return _ (about_titles[i].title);
  return id;
}

/**
 * heed_words_sheet_name:
 * @number: which, from 1
 *
 * Returns: (transfer full): the name of a sheet of cases
 */
char *
heed_words_sheet_name (guint number)
{
  if (number == 1)
    /* Translators: the name of a sheet in a spreadsheet; at most 31 letters, none of []:*?/\ */
    return g_strdup (C_ ("sheet", "Cases"));
  /* Translators: the name of a further sheet; at most 31 letters, none of []:*?/\ */
  return g_strdup_printf (C_ ("sheet", "Cases %u"), number);
}

/**
 * heed_words_coded:
 * @id: the name of a column for machines, as "place"
 * @number: which of its values, from 1
 *
 * Returns: (transfer full): what takes the place of a name in an export that names nobody
 */
char *
heed_words_coded (const char *id, guint number)
{
  /* Translators: a name that is hidden: the title of a column and a number, as in "Place 3" */
  return g_strdup_printf (C_ ("hidden name", "%s %u"), heed_words_column (id), number);
}

/**
 * heed_words_no_column:
 * @id: what was asked for
 *
 * Returns: (transfer full): that there is no such column
 */
char *
heed_words_no_column (const char *id)
{
  /* Translators: the name of a column, as it was typed */
  return g_strdup_printf (_ ("There is no column “%s”. “heedctl columns” lists them."), id);
}

/**
 * heed_words_column_tells:
 * @id: the name of a column for machines
 *
 * Returns: (transfer full): that it cannot be in an export that names nobody
 */
char *
heed_words_column_tells (const char *id)
{
  /* Translators: the title of a column, as "Name" */
  return g_strdup_printf (
      _ ("The column “%s” tells who people are. Leave it out, or make an export "
         "that shows who people are and give the reason."),
      heed_words_column (id));
}

/**
 * heed_words_column_twice:
 * @id: the name of a column for machines
 *
 * Returns: (transfer full): that it was asked for twice
 */
char *
heed_words_column_twice (const char *id)
{
  /* Translators: the title of a column, as "Name" */
  return g_strdup_printf (_ ("The column “%s” is there twice. Name it once."),
                          heed_words_column (id));
}

/**
 * heed_words_no_columns:
 *
 * Returns: (transfer full): that an export needs a column
 */
char *
heed_words_no_columns (void)
{
  return g_strdup (_ ("Choose at least one column."));
}

/**
 * heed_words_reason_needed:
 *
 * Returns: (transfer full): that showing who people are needs a reason
 */
char *
heed_words_reason_needed (void)
{
  return g_strdup (
      _ ("An export that shows who people are needs a reason. It is kept in the export "
         "ledger."));
}

/**
 * heed_words_rows_differ:
 * @matched: cases that matched
 * @written: rows written
 *
 * Returns: (transfer full): that an export is not whole
 */
char *
heed_words_rows_differ (guint64 matched, guint64 written)
{
  /* Translators: two numbers */
  return g_strdup_printf (_ ("%" G_GUINT64_FORMAT " cases matched, but %" G_GUINT64_FORMAT
                             " rows were written. The file was not kept. Check the register with "
                             "“heedctl verify”, then try again."),
                          matched, written);
}
