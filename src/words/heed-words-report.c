/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What reports say: headings, lines, notes and definitions, by the names that machines know them
 * by. */

#include "config.h"

#include "heed-words-report.h"

typedef struct
{
  const char *id;
  const char *text;
} ReportWords;

static const ReportWords words[] = {
  /* columns and cells of tables */
  { "about", N_ ("About This Report") },
  { "about-name", N_ ("What") },
  { "about-value", N_ ("Details") },
  { "action", N_ ("Action") },
  { "agrees", N_ ("agrees") },
  { "cases-in-90-days", N_ ("Cases in 90 days") },
  { "category", N_ ("Category") },
  { "code", N_ ("Code") },
  { "column", N_ ("Column") },
  { "count", N_ ("Number") },
  { "done-column", N_ ("Done") },
  { "detail", N_ ("Details") },
  { "disagrees", N_ ("does not agree") },
  { "due", N_ ("Due") },
  { "label", N_ ("What") },
  { "no", N_ ("No") },
  { "of", N_ ("Of") },
  { "page", N_ ("Page") },
  { "period", N_ ("When") },
  { "place", N_ ("Where") },
  { "result", N_ ("Result") },
  { "row", N_ ("Row") },
  { "section", N_ ("Part") },
  { "share", N_ ("Per cent") },
  { "state", N_ ("How it stands") },
  { "total", N_ ("Total") },
  { "unit", N_ ("Unit") },
  /* Translators: the unit of a plain count, in a table */
  { "unit-count", N_ ("number") },
  /* Translators: working days */
  { "unit-days", N_ ("working days") },
  { "unit-percent", N_ ("per cent") },
  /* Translators: so many for each thousand contacts, bed-days, or whatever was told */
  { "unit-rate", N_ ("per 1,000") },
  { "value", N_ ("Value") },
  { "we-did-column", N_ ("We did") },
  { "what", N_ ("What was done") },
  { "when", N_ ("When") },
  { "who", N_ ("Who") },
  { "yes", N_ ("Yes") },
  { "you-said-column", N_ ("You said") },
  /* headings */
  { "actions", N_ ("What We Are Doing") },
  { "checks", N_ ("Checks") },
  { "chronology", N_ ("What Was Done, in Order") },
  { "contents", N_ ("Contents") },
  { "definitions", N_ ("What the Numbers Mean") },
  { "facts", N_ ("The Case") },
  { "findings", N_ ("Issues and Findings") },
  { "letters", N_ ("Letters") },
  { "look-into", N_ ("To Look Into") },
  { "measures", N_ ("Measures") },
  { "notes", N_ ("Notes") },
  { "numbers", N_ ("The Year in Numbers") },
  { "people", N_ ("Who It Is About") },
  { "put-right", N_ ("Putting It Right") },
  { "subjects", N_ ("What Complaints Were About") },
  { "summary", N_ ("Summary") },
  { "their-words", N_ ("In Their Words") },
  { "themes", N_ ("Themes") },
  { "you-said", N_ ("You Said, We Did") },
  /* lines */
  { "action-check", N_ ("done; to be checked") },
  { "action-done", N_ ("done") },
  { "action-dropped", N_ ("given up") },
  { "action-late", N_ ("late") },
  { "action-no-proof", N_ ("done; nothing shows it yet") },
  { "action-not-effective", N_ ("done; does not work yet") },
  { "action-open", N_ ("to be done") },
  { "brought-forward", N_ ("Brought forward") },
  { "carried-forward", N_ ("Carried forward") },
  { "closed", N_ ("Complaints closed") },
  { "empty", N_ ("None.") },
  { "felt-heard", N_ ("Felt heard") },
  { "new", N_ ("New") },
  { "no-finding", N_ ("Closed without a finding") },
  { "not-coded", N_ ("Not coded") },
  { "not-upheld", N_ ("Not upheld") },
  { "open-at-end", N_ ("Still open at the end") },
  { "partly-upheld", N_ ("Partly upheld") },
  { "received", N_ ("Complaints received") },
  { "reopened", N_ ("Opened again") },
  { "resolved", N_ ("Resolved") },
  { "to-ombudsman", N_ ("Known to have gone to the ombudsman") },
  { "upheld", N_ ("Upheld") },
  { "well-founded", N_ ("Well founded: upheld or partly upheld") },
  { "learning-done", N_ ("Learning actions due that were done") },
  { "stage-1", N_ ("Stage 1: settled early") },
  { "stage-2", N_ ("Stage 2: looked into") },
  { "escalated", N_ ("Stage 2 after stage 1") },
  /* the nine indicators of Scotland */
  { "1-learning", N_ ("1. Learning from complaints") },
  { "2-experience", N_ ("2. Experience of the complaints process") },
  { "3-staff", N_ ("3. Staff awareness and training") },
  { "4-received", N_ ("4. Complaints received") },
  { "5-closed", N_ ("5. Closed at each stage") },
  { "6-stage-1", N_ ("6. Outcomes at stage 1") },
  { "6-stage-2", N_ ("6. Outcomes at stage 2") },
  { "6-escalated", N_ ("6. Outcomes at stage 2 after stage 1") },
  { "7-days", N_ ("7. Average days at each stage") },
  { "8-in-time", N_ ("8. Closed in time at each stage") },
  { "9-extended", N_ ("9. With an extension at each stage") },
  /* notes and definitions */
  { "4-note",
    N_ ("Divide by the people you serve, or the patients on your list, and multiply by 1,000.") },
  { "7-note",
    N_ ("The last column holds working days: the average, as the procedure asks for it.") },
  { "chart-hidden",
    N_ ("There is no chart: some of its numbers are too small to be shown, or they are rounded.") },
  { "look-into-note",
    N_ ("The same thing in the same place three times in the last 90 days of the period, or "
        "suddenly more of it.") },
  { "look-into-hidden", N_ ("What has a small number is left out.") },
  { "def-actions",
    N_ ("Actions: what was agreed to be done differently. An action counts as done when something "
        "shows that it was.") },
  { "def-subjects",
    N_ ("What complaints were about: every issue of a complaint counts, so the total is higher "
        "than that of complaints.") },
  { "def-well-founded",
    N_ ("Well founded: closed with at least one issue upheld, of those closed with a finding.") },
  { "def-you-said",
    N_ ("You said, we did: what was written for publishing when a closed complaint was looked "
        "back at.") },
  { "none", N_ ("There is nothing to tell for this period.") },
  { "not-held", N_ ("Heed does not hold this. Add it from your training records.") },
  { "record-note",
    N_ ("This is everything that Heed holds about the case. Before it is given out, somebody must "
        "check what it says about other people.") },
  { "return-counts",
    N_ ("New cases count in the lists, by the day they became complaints; one counts once by age, "
        "status and profession, and with every issue by service and subject. Cases that were "
        "settled at once, passed on, not accepted, or the same as another do not count. Cases "
        "withdrawn count as resolved without a finding.") },
  { "scotland-stages",
    N_ ("Counted on complaints closed in the period. Stage 1: settled without an investigation. "
        "Stage 2: looked into and answered. Stage 2 after stage 1: became a complaint after the "
        "day it came. An extension: another date was agreed for the answer. Compare with the "
        "guidance in force before you publish.") },
};

/**
 * heed_words_report:
 * @id: for machines
 *
 * Returns: (transfer none): what it says in a report; @id itself where there is nothing
 */
const char *
heed_words_report (const char *id)
{
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_str_equal (words[i].id, id))
      return _ (words[i].text);
  return id;
}

/**
 * heed_words_report_title:
 * @kind: of a report
 *
 * Returns: (transfer full): its title
 */
char *
heed_words_report_title (const char *kind)
{
  static const ReportWords titles[] = {
    { "annual", N_ ("Complaints: Annual Report") },
    { "cases", N_ ("Cases") },
    { "bundle", N_ ("Case Papers") },
    { "ko41a", N_ ("KO41a Return") },
    { "outcomes", N_ ("Complaints: Outcomes") },
    { "learning", N_ ("What We Learned From Complaints") },
    { "record", N_ ("What We Hold About You") },
    { "scotland", N_ ("Complaints: Indicators for Scotland") },
  };

  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    if (g_str_equal (titles[i].id, kind))
      return g_strdup (_ (titles[i].text));
  return g_strdup (kind);
}

/**
 * heed_words_days:
 * @first: (nullable): the first day, in words
 * @last: (nullable): the last day, in words
 *
 * Returns: (transfer full) (nullable): the period; %NULL without an end
 */
char *
heed_words_days (const char *first,
                 const char *last)
{
  if (first && last)
    /* Translators: a period: its first and its last day */
    return g_strdup_printf (_ ("%s to %s"), first, last);
  if (first)
    /* Translators: a period that has only a first day */
    return g_strdup_printf (_ ("From %s"), first);
  /* Translators: a period that has only a last day */
  return last ? g_strdup_printf (_ ("Until %s"), last) : NULL;
}

/**
 * heed_words_hidden:
 * @small: whether the number itself is small; else it is hidden so that it does not tell another
 * @most: the highest number that is hidden
 *
 * Returns: (transfer full): what stands in the place of the number
 */
char *
heed_words_hidden (gboolean small, int most)
{
  if (!small)
    return g_strdup (_ ("not shown"));
  /* Translators: in the place of a small number; the %d is the highest that is hidden */
  return g_strdup_printf (_ ("1 to %d"), most);
}

/**
 * heed_words_cases_needed:
 *
 * Returns: (transfer full): that a report needs a case
 */
char *
heed_words_cases_needed (void)
{
  return g_strdup (_ ("Name the cases that it is about."));
}

/**
 * heed_words_definition:
 * @name: of a measure
 * @text: what it counts
 *
 * Returns: (transfer full): both
 */
char *
heed_words_definition (const char *name, const char *text)
{
  /* Translators: a measure, and a sentence that says what it counts */
  return g_strdup_printf (_ ("%s: %s"), name, text);
}

/**
 * heed_words_edition:
 * @name: of a form
 * @version: its edition
 *
 * Returns: (transfer full): both
 */
char *
heed_words_edition (const char *name, const char *version)
{
  /* Translators: the name of a form, then its edition */
  return g_strdup_printf (_ ("%s, edition %s."), name, version);
}

/**
 * heed_words_reopened:
 * @n: how many cases were opened again
 *
 * Returns: (transfer full): how they count
 */
char *
heed_words_reopened (guint64 n)
{
  return g_strdup_printf (
      ngettext ("%" G_GUINT64_FORMAT " case was opened again; it counts by its first round.",
                "%" G_GUINT64_FORMAT " cases were opened again; they count by their first round.",
                (gulong) n),
      n);
}

/**
 * heed_words_check_carried:
 * @brought: brought forward
 * @new_cases: new
 * @resolved: resolved
 * @carried: carried forward
 *
 * Returns: (transfer full): what must be so of them
 */
char *
heed_words_check_carried (gint64 brought, gint64 new_cases, gint64 resolved, gint64 carried)
{
  /* Translators: four numbers */
  return g_strdup_printf (_ ("Brought forward %" G_GINT64_FORMAT " + new %" G_GINT64_FORMAT
                             " − resolved %" G_GINT64_FORMAT " = carried forward %" G_GINT64_FORMAT
                             ", and not below 0"),
                          brought, new_cases, resolved, carried);
}

/**
 * heed_words_check_equal:
 * @list: the name of a list
 * @total: its total
 * @new_cases: new cases
 *
 * Returns: (transfer full): what must be so of them
 */
char *
heed_words_check_equal (const char *list, gint64 total, gint64 new_cases)
{
  /* Translators: the name of a list, its total, another number */
  return g_strdup_printf (_ ("%s: total %" G_GINT64_FORMAT " = new %" G_GINT64_FORMAT), list, total,
                          new_cases);
}

/**
 * heed_words_check_at_least:
 * @list: the name of a list
 * @total: its total
 * @new_cases: new cases
 *
 * Returns: (transfer full): what must be so of them
 */
char *
heed_words_check_at_least (const char *list, gint64 total, gint64 new_cases)
{
  /* Translators: the name of a list, its total, another number */
  return g_strdup_printf (_ ("%s: total %" G_GINT64_FORMAT " ≥ new %" G_GINT64_FORMAT), list, total,
                          new_cases);
}

/**
 * heed_words_case_title:
 * @reference: of a case
 *
 * Returns: (transfer full): the heading of what is told about it
 */
char *
heed_words_case_title (const char *reference)
{
  /* Translators: the %s is the reference of a case */
  return g_strdup_printf (_ ("Case %s"), reference);
}
