/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The table that an authority asks for, as its file under data/returns/ says: the summary of cases
 * brought forward, new, resolved and carried forward, a count for each list, and whether the
 * numbers agree with each other. A table whose numbers do not agree is told as such, and still
 * written.
 */
#include "config.h"

#include "heed-report-job.h"
#include "heed-return.h"
#include "heed-words-report.h"

typedef struct
{
  HeedReturn *form;
  GPtrArray  *counts; /* of each list: GArray of gint64 */
  gint64      brought;
  gint64      new_cases;
  gint64      upheld;
  gint64      partly;
  gint64      not_upheld;
  gint64      no_finding;
  gint64      carried;
  gint64      reopened;
} Tally;

static const HeedReturnList *
find_list (const Tally *self, const char *id, guint *position)
{
  for (guint i = 0; i < self->form->lists->len; i++)
    {
      const HeedReturnList *list = self->form->lists->pdata[i];

      if (g_str_equal (list->id, id))
        {
          *position = i;
          return list;
        }
    }
  return NULL;
}

static void
count_one (Tally *self, guint list, guint code)
{
  g_array_index ((GArray *) self->counts->pdata[list], gint64, code)++;
}

/* What a list goes by, of an issue or of the case. */
static const char *
get_value (const HeedReturnList *list, const HeedSnapshotCase *item, const HeedIssue *issue)
{
  switch (list->fact)
    {
    case HEED_RETURN_RELATIONSHIP:
      if (item->state->person == NULL)
        return NULL;
      return item->state->relationship || item->state->patient ? item->state->relationship
                                                               : "patient";
    case HEED_RETURN_PLACE:
      return issue && issue->place ? issue->place
             : item->state->place  ? item->state->place
                                   : item->place;
    case HEED_RETURN_CATEGORY:
      return issue ? issue->category : NULL;
    case HEED_RETURN_AGE:
    case HEED_RETURN_PROFESSION:
    default:
      return NULL;
    }
}

static guint
classify (const HeedReturnList   *list,
          const HeedRules        *rules,
          const HeedSnapshotCase *item,
          const HeedIssue        *issue)
{
  return heed_return_classify (list, rules, get_value (list, item, issue),
                               list->fact == HEED_RETURN_AGE ? heed_case_get_age (item) : -1);
}

/* Whether an issue counts in a list that looks closer at one code of another. */
static gboolean
is_within (const Tally            *self,
           const HeedReturnList   *list,
           const HeedRules        *rules,
           const HeedSnapshotCase *item,
           const HeedIssue        *issue)
{
  const HeedReturnList *other;
  guint                 position;

  if (list->within == NULL)
    return TRUE;
  other = find_list (self, list->within, &position);
  position = other ? classify (other, rules, item, issue) : 0;
  return other
         && g_str_equal (g_array_index (other->codes, HeedReturnCode, position).id,
                         list->within_code);
}

/* A new case counts once in each list that goes by cases, and with every issue in the others; one
 * without issues counts as one that is not known. */
static void
count_lists (Tally *self, const HeedRules *rules, const HeedSnapshotCase *item)
{
  for (guint i = 0; i < self->form->lists->len; i++)
    {
      const HeedReturnList *list = self->form->lists->pdata[i];
      guint                 n = list->per_issue ? item->state->issues->len : 0;

      for (guint issue = 0; issue < MAX (n, 1); issue++)
        {
          const HeedIssue *one = n > 0 ? item->state->issues->pdata[issue] : NULL;

          if (is_within (self, list, rules, item, one))
            count_one (self, i, classify (list, rules, item, one));
        }
    }
}

static void
count_outcome (Tally *self, const char *outcome)
{
  if (g_strcmp0 (outcome, "upheld") == 0)
    self->upheld++;
  else if (g_strcmp0 (outcome, "partly-upheld") == 0)
    self->partly++;
  else if (g_strcmp0 (outcome, "not-upheld") == 0)
    self->not_upheld++;
  else
    self->no_finding++;
}

/* A case counts by its first round: what is opened again was counted before. */
static gboolean
count_case (HeedReportBuild        *build,
            const HeedSnapshotCase *item,
            gpointer                user_data,
            GError                **error)
{
  Tally           *self = user_data;
  const HeedRound *first = item->state->rounds->len ? item->state->rounds->pdata[0] : NULL;
  HeedDate         from = build->job->from;
  HeedDate         to = build->job->to;

  if (first == NULL || !g_strv_contains ((const char *const *) self->form->types, item->state->type)
      || first->formal == HEED_DATE_NONE
      || (first->ending
          && g_strv_contains ((const char *const *) self->form->endings_left_out, first->ending)))
    return TRUE;
  if (first->formal > to || (first->closed != HEED_DATE_NONE && first->closed < from))
    return TRUE;
  if (first->formal < from)
    self->brought++;
  else
    {
      self->new_cases++;
      count_lists (self, build->rules, item);
    }
  if (first->closed == HEED_DATE_NONE || first->closed > to)
    self->carried++;
  else
    count_outcome (self, first->outcome);
  self->reopened += item->state->rounds->len > 1;
  return TRUE;
}

static void
add_summary (HeedReportBuild *build, const Tally *self)
{
  HeedSection *section = heed_report_add_section (build->report, "summary",
                                                  heed_words_report ("summary"));
  const struct
  {
    const char *id;
    gint64      count;
  } lines[] = {
    { "brought-forward", self->brought },
    { "new", self->new_cases },
    { "resolved", self->upheld + self->partly + self->not_upheld + self->no_finding },
    { "upheld", self->upheld },
    { "partly-upheld", self->partly },
    { "not-upheld", self->not_upheld },
    { "no-finding", self->no_finding },
    { "carried-forward", self->carried },
  };

  heed_section_add_column (section, "code", heed_words_report ("code"), HEED_CELL_TEXT, 2);
  heed_section_add_column (section, "label", heed_words_report ("label"), HEED_CELL_TEXT, 5);
  heed_section_add_column (section, "count", heed_words_report ("count"), HEED_CELL_NUMBER, 1.5);
  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      heed_section_begin_row (section);
      heed_section_add_text_cell (section, lines[i].id, NULL);
      heed_section_add_text_cell (section, heed_words_report (lines[i].id), NULL);
      heed_section_add_number (section, lines[i].count);
    }
}

static gint64
add_list (HeedReportBuild *build, const HeedReturnList *list, GArray *counts)
{
  HeedSection *section = heed_report_add_section (build->report, list->id, list->label);
  g_autofree HeedTableColumn *lines = g_new0 (HeedTableColumn, list->codes->len);
  gint64                      total = 0;

  for (guint i = 0; i < list->codes->len; i++)
    {
      const HeedReturnCode *code = &g_array_index (list->codes, HeedReturnCode, i);

      lines[i] = (HeedTableColumn) { code->id, code->label, HEED_CELL_NUMBER };
      total += g_array_index (counts, gint64, i);
    }
  heed_section_add_counts (section, lines, (const gint64 *) (gpointer) counts->data,
                           list->codes->len, build->job->suppression);
  return total;
}

/* One line for each check: what must be so, and whether it is. */
static void
add_check (HeedSection *section, const char *id, char *text, gboolean so)
{
  heed_section_begin_row (section);
  heed_section_add_text_cell (section, id, NULL);
  heed_section_add_text_cell (section, text, NULL);
  heed_section_add_text_cell (section, heed_words_report (so ? "agrees" : "disagrees"),
                              so ? "agrees" : "disagrees");
  g_free (text);
}

static void
add_checks (HeedReportBuild *build, const Tally *self, const gint64 *totals)
{
  HeedSection *section = heed_report_add_section (build->report, "checks",
                                                  heed_words_report ("checks"));
  gint64       resolved = self->upheld + self->partly + self->not_upheld + self->no_finding;

  heed_section_add_column (section, "code", heed_words_report ("code"), HEED_CELL_TEXT, 2);
  heed_section_add_column (section, "label", heed_words_report ("label"), HEED_CELL_TEXT, 5);
  heed_section_add_column (section, "count", heed_words_report ("result"), HEED_CELL_TEXT, 1.5);
  add_check (section, "carried-forward",
             heed_words_check_carried (self->brought, self->new_cases, resolved, self->carried),
             self->brought + self->new_cases - resolved == self->carried && self->carried >= 0);
  for (guint i = 0; i < self->form->lists->len; i++)
    {
      const HeedReturnList *list = self->form->lists->pdata[i];

      if (list->check == HEED_RETURN_EQUAL)
        add_check (section, list->id,
                   heed_words_check_equal (list->label, totals[i], self->new_cases),
                   totals[i] == self->new_cases);
      else if (list->check == HEED_RETURN_AT_LEAST)
        add_check (section, list->id,
                   heed_words_check_at_least (list->label, totals[i], self->new_cases),
                   totals[i] >= self->new_cases);
    }
}

/**
 * heed_report_return:
 * @build: a report of the kind that has the name of a return
 * @error: return location
 *
 * Counts what an authority asks for.
 *
 * Returns: whether it could be counted
 */
gboolean
heed_report_return (HeedReportBuild *build, GError **error)
{
  Tally self = { .form = heed_return_load (build->job->kind, error) };
  g_autoptr (HeedReturn) form = self.form;
  g_autoptr (GPtrArray) counts = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  g_autofree gint64 *totals = NULL;
  g_autofree char   *edition = NULL;
  g_autofree char   *reopened = NULL;
  HeedSection       *notes;

  if (form == NULL)
    return FALSE;
  self.counts = counts;
  for (guint i = 0; i < form->lists->len; i++)
    {
      GArray *numbers = g_array_new (FALSE, TRUE, sizeof (gint64));

      g_array_set_size (numbers, ((HeedReturnList *) form->lists->pdata[i])->codes->len);
      g_ptr_array_add (counts, numbers);
    }
  if (!heed_report_walk (build, count_case, &self, error))
    return FALSE;
  add_summary (build, &self);
  totals = g_new0 (gint64, form->lists->len);
  for (guint i = 0; i < form->lists->len; i++)
    totals[i] = add_list (build, form->lists->pdata[i], counts->pdata[i]);
  add_checks (build, &self, totals);
  notes = heed_report_add_section (build->report, "notes", heed_words_report ("notes"));
  edition = heed_words_edition (form->name, form->version);
  heed_section_add_text (notes, edition);
  heed_section_add_text (notes, form->source);
  heed_section_add_text (notes, heed_words_report ("return-counts"));
  reopened = heed_words_reopened ((guint64) self.reopened);
  heed_section_add_text (notes, reopened);
  return TRUE;
}
