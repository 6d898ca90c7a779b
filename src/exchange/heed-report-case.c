/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * All there is about cases that are named: one person's record, for who asks what is held about
 * them, and the papers of a case for the ombudsman, with an index. Both show who people are.
 */
#include "config.h"

#include "heed-pages.h"
#include "heed-report-job.h"
#include "heed-words-export.h"
#include "heed-words-report.h"

/* What of a case goes into its table of facts, in order; the columns say how. */
static const char *const fact_columns[] = {
  "reference",
  "type",
  "received",
  "logged",
  "taken-by",
  "channel",
  "site",
  "place",
  "happened",
  "stage",
  "owner",
  "relationship",
  "authority",
  "language",
  "format",
  "needs",
  "interpreter",
  "feeling-start",
  "feeling-now",
  "safety",
  "flags",
  "wants",
  "did",
  "plan",
  "acknowledged",
  "reply-promised-first",
  "reply-promised-last",
  "answered",
  "answered-how",
  "closed",
  "ending",
  "outcome",
  "apology",
  "answer",
  "profile",
  "profile-version",
  "hold",
};

static void
begin_pairs (HeedSection *section)
{
  heed_section_add_column (section, "label", heed_words_report ("label"), HEED_CELL_TEXT, 2);
  heed_section_add_column (section, "value", heed_words_report ("value"), HEED_CELL_TEXT, 5);
}

static void
add_pair (HeedSection *section, const char *id, const char *value)
{
  if (value == NULL || *value == '\0')
    return;
  heed_section_begin_row (section);
  heed_section_add_text_cell (section, heed_words_column (id), id);
  heed_section_add_text_cell (section, value, NULL);
}

static void
add_person (HeedSection *section, const HeedPerson *person, gboolean is_patient)
{
  if (person == NULL)
    return;
  add_pair (section, is_patient ? "patient-name" : "name", person->name);
  add_pair (section, "full-name", person->full_name);
  add_pair (section, "phone", person->phone);
  add_pair (section, "email", person->email);
  add_pair (section, "address", person->address);
  add_pair (section, is_patient ? "patient-birth-date" : "birth-date", person->birth_date);
}

/* What was changed stays in the acts, and so does who somebody was taken for. */
static void
add_people (HeedReportBuild *build, const HeedCaseFile *file)
{
  HeedSection   *section = heed_report_add_section (build->report, "people",
                                                    heed_words_report ("people"));
  GHashTableIter iter;
  gpointer       id, person;

  begin_pairs (section);
  if (file->state->person)
    add_person (section, g_hash_table_lookup (file->people, file->state->person), FALSE);
  if (file->state->patient)
    add_person (section, g_hash_table_lookup (file->people, file->state->patient), TRUE);
  g_hash_table_iter_init (&iter, file->people);
  while (g_hash_table_iter_next (&iter, &id, &person))
    if (g_strcmp0 (id, file->state->person) != 0 && g_strcmp0 (id, file->state->patient) != 0)
      add_person (section, person, FALSE);
}

static void
add_facts (HeedReportBuild *build, const HeedSnapshotCase *item)
{
  HeedSection *section = heed_report_add_section (build->report, "facts",
                                                  heed_words_report ("facts"));
  g_autoptr (GStringChunk) texts = g_string_chunk_new (1024);
  HeedColumnContext context = { build->rules, build->today, build->zone, texts };

  heed_section_add_column (section, "label", heed_words_report ("label"), HEED_CELL_TEXT, 2);
  heed_section_add_column (section, "value", heed_words_report ("value"), HEED_CELL_TEXT, 5);
  for (guint i = 0; i < G_N_ELEMENTS (fact_columns); i++)
    {
      const HeedColumn *column = heed_columns_find (fact_columns[i]);
      HeedCell          cell = { 0 };

      column->get (item, &context, &cell);
      if (cell.type == HEED_CELL_EMPTY)
        continue;
      heed_section_begin_row (section);
      heed_section_add_text_cell (section, heed_words_column (column->id), column->id);
      heed_section_add_cell (section, &cell);
    }
}

static void
add_words (HeedReportBuild *build, const HeedCaseFile *file)
{
  HeedSection *section = heed_report_add_section (build->report, "their-words",
                                                  heed_words_report ("their-words"));

  heed_section_add_column (section, "words", heed_words_column ("words"), HEED_CELL_TEXT, 1);
  heed_section_begin_row (section);
  heed_section_add_text_cell (section, file->state->words, NULL);
}

static void
add_findings (HeedReportBuild *build, const HeedCaseFile *file)
{
  HeedSection *section = heed_report_add_section (build->report, "findings",
                                                  heed_words_report ("findings"));

  heed_section_add_column (section, "issue", heed_words_column ("issue-texts"), HEED_CELL_TEXT, 3);
  heed_section_add_column (section, "category", heed_words_column ("category"), HEED_CELL_TEXT, 2);
  heed_section_add_column (section, "finding", heed_words_column ("outcome"), HEED_CELL_TEXT, 1.5);
  heed_section_add_column (section, "evidence", heed_words_column ("evidence"), HEED_CELL_TEXT, 3);
  heed_section_add_column (section, "should-have", heed_words_column ("should-have"),
                           HEED_CELL_TEXT, 3);
  for (guint i = 0; i < file->state->issues->len; i++)
    {
      const HeedIssue *issue = file->state->issues->pdata[i];

      heed_section_begin_row (section);
      heed_section_add_text_cell (section, issue->text, NULL);
      heed_section_add_text_cell (
          section, issue->category ? heed_words_code (build->rules, "hcat", issue->category) : NULL,
          issue->category);
      heed_section_add_text_cell (
          section,
          issue->finding ? heed_words_code (build->rules, "findings", issue->finding) : NULL,
          issue->finding);
      heed_section_add_text_cell (section, issue->evidence, NULL);
      heed_section_add_text_cell (section, issue->should_have, NULL);
    }
}

static void
add_put_right (HeedReportBuild *build, const HeedCaseFile *file)
{
  HeedSection *section = heed_report_add_section (build->report, "put-right",
                                                  heed_words_report ("put-right"));

  heed_section_add_column (section, "what", heed_words_report ("label"), HEED_CELL_TEXT, 5);
  heed_section_add_column (section, "due", heed_words_report ("due"), HEED_CELL_DATE, 2);
  heed_section_add_column (section, "done", heed_words_report ("done-column"), HEED_CELL_DATE, 2);
  for (guint i = 0; i < file->state->remedies->len; i++)
    {
      const HeedRemedy *remedy = file->state->remedies->pdata[i];

      heed_section_begin_row (section);
      heed_section_add_text_cell (section,
                                  remedy->text && *remedy->text
                                      ? remedy->text
                                      : heed_words_code (build->rules, "remedies", remedy->kind),
                                  remedy->kind);
      heed_section_add_date (section, remedy->offered);
      heed_section_add_date (section, remedy->delivered);
    }
  for (guint i = 0; i < file->state->learning->len; i++)
    {
      const HeedLearning *learning = file->state->learning->pdata[i];

      heed_section_begin_row (section);
      heed_section_add_text_cell (section, learning->text, NULL);
      heed_section_add_date (section, learning->due);
      heed_section_add_date (section, learning->done);
    }
}

static void
add_chronology (HeedReportBuild *build, const HeedCaseFile *file)
{
  HeedSection      *section = heed_report_add_section (build->report, "chronology",
                                                       heed_words_report ("chronology"));
  const HeedPerson *person = file->state->person
                                 ? g_hash_table_lookup (file->people, file->state->person)
                                 : NULL;

  heed_section_add_column (section, "when", heed_words_report ("when"), HEED_CELL_DATE, 2);
  heed_section_add_column (section, "who", heed_words_report ("who"), HEED_CELL_TEXT, 2);
  heed_section_add_column (section, "what", heed_words_report ("what"), HEED_CELL_TEXT, 3);
  heed_section_add_column (section, "detail", heed_words_report ("detail"), HEED_CELL_TEXT, 5);
  for (guint i = 0; i < file->acts->len; i++)
    {
      const HeedAct   *act = file->acts->pdata[i];
      g_autofree char *what = heed_words_act (act, build->rules, person ? person->name : NULL);
      g_autofree char *detail = heed_words_act_detail (act, build->rules);

      heed_section_begin_row (section);
      heed_section_add_date (section, heed_date_of_instant (act->happened_at, build->zone));
      heed_section_add_text_cell (section, act->actor, NULL);
      heed_section_add_text_cell (section, what, act->kind);
      heed_section_add_text_cell (section, detail, NULL);
    }
}

/* Letters word for word: their text is a fact of the act that recorded them. */
static void
add_letters (HeedReportBuild *build, const HeedCaseFile *file)
{
  HeedSection *section = heed_report_add_section (build->report, "letters",
                                                  heed_words_report ("letters"));

  heed_section_add_column (section, "when", heed_words_report ("when"), HEED_CELL_DATE, 1);
  heed_section_add_column (section, "text", heed_words_report ("letters"), HEED_CELL_TEXT, 5);
  for (guint i = 0; i < file->acts->len; i++)
    {
      const HeedAct *act = file->acts->pdata[i];

      if (!g_str_equal (act->kind, "letter"))
        continue;
      heed_section_begin_row (section);
      heed_section_add_date (section, heed_date_of_instant (act->happened_at, build->zone));
      heed_section_add_text_cell (section, heed_act_get_text (act, "text"), NULL);
    }
}

static gboolean
add_case_cb (const HeedSnapshotCase *item, gpointer user_data, GError **error)
{
  HeedReportBuild *build = user_data;
  g_autoptr (HeedCaseFile) file = heed_snapshot_load_case (build->snapshot, item->id, error);

  if (file == NULL)
    return FALSE;
  add_facts (build, item);
  add_people (build, file);
  add_words (build, file);
  add_findings (build, file);
  add_put_right (build, file);
  add_letters (build, file);
  add_chronology (build, file);
  if (item->profile != NULL)
    g_hash_table_add (build->profiles, g_strdup (item->profile));
  build->cases++;
  return TRUE;
}

static gboolean
add_cases (HeedReportBuild *build, GError **error)
{
  for (guint i = 0; build->job->references[i] != NULL; i++)
    {
      const char *reference = build->job->references[i];
      gint64      id = heed_snapshot_find (build->snapshot, reference, error);

      if (id == 0)
        {
          g_prefix_error (error, "%s: ", reference);
          return FALSE;
        }
      if (!heed_snapshot_read_one (build->snapshot, id, add_case_cb, build, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * heed_report_record:
 * @build: a report
 * @error: return location
 *
 * Makes the record of one person: everything that is held about the cases named, for a request for
 * access. Which cases are theirs somebody has to say: the same name need not be the same person.
 *
 * Returns: whether it could be made
 */
gboolean
heed_report_record (HeedReportBuild *build, GError **error)
{
  heed_report_add_line (build->report, heed_words_report ("record-note"));
  return add_cases (build, error);
}

/**
 * heed_report_bundle:
 * @build: a report
 * @error: return location
 *
 * Makes the papers of cases for the ombudsman, each part on pages of its own, with an index of
 * pages before them.
 *
 * Returns: whether it could be made
 */
gboolean
heed_report_bundle (HeedReportBuild *build, GError **error)
{
  heed_report_set_many (build->report, TRUE);
  return add_cases (build, error)
         && heed_report_add_index (build->report, heed_words_report ("contents"));
}
