/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The annual report, the report of the Outcomes page, and the learning digest: measures, what it was
 * about, what people said, and what was done about it. Names nobody: texts are searched, small
 * numbers hidden as asked.
 */
#include "config.h"

#include "heed-report-job.h"
#include "heed-shown.h"
#include "heed-words-measures.h"
#include "heed-words-report.h"

#include <string.h>

typedef struct
{
  char    *text;
  char    *more;
  char    *category;
  HeedDate day;
  int      state;
} Line;

typedef struct
{
  GHashTable *subjects; /* hcat category → count */
  GHashTable *themes;
  GPtrArray  *said;    /* Line: you said, we did */
  GPtrArray  *actions; /* Line */
} Tally;

static void
line_free (gpointer data)
{
  Line *line = data;

  g_free (line->text);
  g_free (line->more);
  g_free (line->category);
  g_free (line);
}

static void
tally_init (Tally *self)
{
  self->subjects = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->themes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->said = g_ptr_array_new_with_free_func (line_free);
  self->actions = g_ptr_array_new_with_free_func (line_free);
}

static void
tally_clear (Tally *self)
{
  g_hash_table_unref (self->subjects);
  g_hash_table_unref (self->themes);
  g_ptr_array_unref (self->said);
  g_ptr_array_unref (self->actions);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Tally, tally_clear)

static void
count_key (GHashTable *counts, const char *key)
{
  guint n = GPOINTER_TO_UINT (g_hash_table_lookup (counts, key));

  g_hash_table_replace (counts, g_strdup (key), GUINT_TO_POINTER (n + 1));
}

/* The category above the one that was coded: seven of them, wide enough to tell about. */
static char *
dup_category (const HeedRules *rules, const char *id)
{
  const HeedCodes *codes = heed_rules_get_codes (rules, "hcat");
  const char      *dot = id ? strchr (id, '.') : NULL;
  g_autofree char *above = dot ? g_strndup (id, (gsize) (dot - id)) : g_strdup (id);

  if (above == NULL || codes == NULL || heed_codes_find (codes, above) == NULL)
    return g_strdup ("not-coded");
  return g_steal_pointer (&above);
}

static void
count_issues (HeedReportBuild *build, Tally *self, const HeedCase *state)
{
  for (guint i = 0; i < state->issues->len; i++)
    {
      g_autofree char *category = dup_category (
          build->rules, ((const HeedIssue *) state->issues->pdata[i])->category);

      count_key (self->subjects, category);
    }
}

/* What was written down to be told: only what somebody marked as fit to publish. */
static void
collect_said (HeedReportBuild *build, Tally *self, const HeedSnapshotCase *item)
{
  for (guint i = 0; i < item->state->reviews->len; i++)
    {
      const HeedReview *review = item->state->reviews->pdata[i];
      g_auto (GStrv) themes = review->themes ? g_strsplit (review->themes, " ", -1) : NULL;
      Line *line;

      if (!heed_report_holds (build, review->on))
        continue;
      for (guint theme = 0; themes && themes[theme]; theme++)
        if (*themes[theme])
          count_key (self->themes, themes[theme]);
      if (!review->publishable || review->you_said == NULL || review->we_did == NULL)
        continue;
      line = g_new0 (Line, 1);
      line->text = g_strdup (heed_report_mask (build, item, review->you_said));
      line->more = g_strdup (heed_report_mask (build, item, review->we_did));
      line->day = review->on;
      g_ptr_array_add (self->said, line);
    }
}

static void
collect_actions (HeedReportBuild *build, Tally *self, const HeedSnapshotCase *item)
{
  for (guint i = 0; i < item->state->learning->len; i++)
    {
      const HeedLearning *learning = item->state->learning->pdata[i];
      HeedLearningState   state = heed_learning_get_state (learning, build->today);
      gboolean            open = state == HEED_LEARNING_OPEN || state == HEED_LEARNING_LATE;
      Line               *line;

      if (!open && !heed_report_holds (build, learning->due)
          && !heed_report_holds (build, learning->done))
        continue;
      line = g_new0 (Line, 1);
      line->text = g_strdup (heed_report_mask (build, item, learning->text));
      line->category = dup_category (build->rules, heed_case_get_category (item->state));
      line->day = learning->due;
      line->state = (int) state;
      g_ptr_array_add (self->actions, line);
    }
}

static gboolean
count_case (HeedReportBuild        *build,
            const HeedSnapshotCase *item,
            gpointer                user_data,
            GError                **error)
{
  Tally          *self = user_data;
  const HeedCase *state = item->state;

  collect_said (build, self, item);
  collect_actions (build, self, item);
  if (g_strcmp0 (state->type, "complaint") == 0 && heed_report_holds (build, item->received))
    count_issues (build, self, state);
  return TRUE;
}

/* --- Sections --------------------------------------------------------------------------------- */

/* What the law asks for first. The number is the numerator of a measure, but for the well-founded:
 * those found, less those not upheld. */
static void
add_numbers (HeedReportBuild *build, HeedMeasured *measured)
{
  static const char *const lines[][2] = { { "received", "received" },
                                          { "well-founded", "not-upheld" },
                                          { "to-ombudsman", "ombudsman" },
                                          { "reopened", "reopened" },
                                          { "open-at-end", "open" } };
  HeedSection             *section = heed_report_add_section (build->report, "numbers",
                                                              heed_words_report ("numbers"));

  heed_section_add_column (section, "label", heed_words_report ("label"), HEED_CELL_TEXT, 5);
  heed_section_add_column (section, "count", heed_words_report ("count"), HEED_CELL_NUMBER, 1.5);
  heed_section_add_column (section, "of", heed_words_report ("of"), HEED_CELL_NUMBER, 1.5);
  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      const HeedMeasure *measure = heed_measure_find (lines[i][1]);
      g_autoptr (HeedShown) shown = heed_shown_new (measured->set, measure,
                                                    build->job->suppression);
      HeedPeriodCount count = heed_measure_set_get_count (measured->set, measure,
                                                          HEED_ALL_PERIODS);
      HeedShownCell   cell = heed_shown_get (shown, HEED_ALL_PERIODS);

      if (g_str_equal (lines[i][0], "well-founded"))
        {
          gboolean hidden = cell.numerator < 0 || cell.denominator < 0;

          count.numerator = count.denominator - count.numerator;
          cell.numerator = hidden ? -1 : cell.denominator - cell.numerator;
        }
      heed_section_begin_row (section);
      heed_section_add_text_cell (section, heed_words_report (lines[i][0]), lines[i][0]);
      heed_report_add_shown (build, section, cell.numerator, (gint64) count.numerator);
      if (measure->kind == HEED_MEASURE_SHARE)
        heed_report_add_shown (build, section, cell.denominator, (gint64) count.denominator);
    }
}

static int
compare_keys (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* Counts of codes of HCAT, in the order of their names, which is the same each year. */
static void
add_codes (HeedReportBuild *build, const char *id, GHashTable *counts)
{
  HeedSection *section = heed_report_add_section (build->report, id, heed_words_report (id));
  guint                       n = g_hash_table_size (counts);
  g_autofree const char     **keys = (const char **) g_hash_table_get_keys_as_array (counts, NULL);
  g_autofree HeedTableColumn *lines = g_new0 (HeedTableColumn, n + 1);
  g_autofree gint64          *numbers = g_new0 (gint64, n + 1);

  if (n == 0)
    {
      heed_section_add_text (section, heed_words_report ("none"));
      return;
    }
  qsort (keys, n, sizeof *keys, compare_keys);
  for (guint i = 0; i < n; i++)
    {
      gboolean coded = !g_str_equal (keys[i], "not-coded");

      lines[i] = (HeedTableColumn) { keys[i],
                                     coded ? heed_words_code (build->rules, "hcat", keys[i])
                                           : heed_words_report ("not-coded"),
                                     HEED_CELL_NUMBER };
      numbers[i] = GPOINTER_TO_UINT (g_hash_table_lookup (counts, keys[i]));
    }
  heed_section_add_counts (section, lines, numbers, n, build->job->suppression);
}

static void
add_said (HeedReportBuild *build, const Tally *self)
{
  HeedSection *section = heed_report_add_section (build->report, "you-said",
                                                  heed_words_report ("you-said"));

  heed_section_add_column (section, "you-said", heed_words_report ("you-said-column"),
                           HEED_CELL_TEXT, 1);
  heed_section_add_column (section, "we-did", heed_words_report ("we-did-column"), HEED_CELL_TEXT,
                           1);
  for (guint i = 0; i < self->said->len; i++)
    {
      const Line *line = self->said->pdata[i];

      heed_section_begin_row (section);
      heed_section_add_text_cell (section, line->text, NULL);
      heed_section_add_text_cell (section, line->more, NULL);
    }
  if (self->said->len == 0)
    heed_section_add_text (section, heed_words_report ("none"));
}

static void
add_actions (HeedReportBuild *build, const Tally *self)
{
  static const char *const states[] = { "action-open", "action-late", "action-no-proof",
                                        "action-check", "action-not-effective", "action-done",
                                        "action-dropped" };
  HeedSection             *section = heed_report_add_section (build->report, "actions",
                                                              heed_words_report ("actions"));

  heed_section_add_column (section, "action", heed_words_report ("action"), HEED_CELL_TEXT, 5);
  heed_section_add_column (section, "category", heed_words_report ("category"), HEED_CELL_TEXT, 2);
  heed_section_add_column (section, "due", heed_words_report ("due"), HEED_CELL_DATE, 2);
  heed_section_add_column (section, "state", heed_words_report ("state"), HEED_CELL_TEXT, 2);
  for (guint i = 0; i < self->actions->len; i++)
    {
      const Line *line = self->actions->pdata[i];
      gboolean    coded = !g_str_equal (line->category, "not-coded");

      heed_section_begin_row (section);
      heed_section_add_text_cell (section, line->text, NULL);
      heed_section_add_text_cell (
          section, coded ? heed_words_code (build->rules, "hcat", line->category) : NULL,
          coded ? line->category : NULL);
      heed_section_add_date (section, line->day);
      heed_section_add_text_cell (section, heed_words_report (states[line->state]),
                                  states[line->state]);
    }
  if (self->actions->len == 0)
    heed_section_add_text (section, heed_words_report ("none"));
}

static void
add_definitions (HeedReportBuild *build, const char *const *ids, gboolean measures)
{
  HeedSection     *section = heed_report_add_section (build->report, "definitions",
                                                      heed_words_report ("definitions"));

  for (guint i = 0; ids[i] != NULL; i++)
    heed_section_add_item (section, heed_words_report (ids[i]));
  if (measures)
    heed_report_add_measure_definitions (section);
  heed_section_add_item (section, heed_words_suppression (build->job->suppression));
}

static gboolean
make_report (HeedReportBuild *build, gboolean annual, GError **error)
{
  static const char *const definitions[] = { "def-well-founded", "def-subjects", "def-you-said",
                                             "def-actions", NULL };
  g_autoptr (HeedMeasured) measured = heed_report_load_measured (build, HEED_PERIOD_MONTH, error);
  g_auto (Tally) self = { 0 };

  tally_init (&self);
  if (measured == NULL || !heed_report_walk (build, count_case, &self, error))
    return FALSE;
  if (annual)
    add_numbers (build, measured);
  if (!heed_report_add_measures (build, measured, error))
    return FALSE;
  add_codes (build, "subjects", self.subjects);
  add_codes (build, "themes", self.themes);
  add_said (build, &self);
  add_actions (build, &self);
  add_definitions (build, definitions + !annual, TRUE);
  return TRUE;
}

/**
 * heed_report_annual:
 * @build: a report
 * @error: return location
 *
 * Makes the report that regulation 18 of the Local Authority Social Services and National Health
 * Service Complaints (England) Regulations 2009 asks for each year, and whoever else does.
 *
 * Returns: whether it could be made
 */
gboolean
heed_report_annual (HeedReportBuild *build, GError **error)
{
  return make_report (build, TRUE, error);
}

/**
 * heed_report_outcomes:
 * @build: a report
 * @error: return location
 *
 * Makes a report of what the Outcomes page shows, for any period, site or service.
 *
 * Returns: whether it could be made
 */
gboolean
heed_report_outcomes (HeedReportBuild *build, GError **error)
{
  return make_report (build, FALSE, error);
}

/**
 * heed_report_learning:
 * @build: a report
 * @error: return location
 *
 * Makes a digest of what was learned, for walls and newsletters.
 *
 * Returns: whether it could be made
 */
gboolean
heed_report_learning (HeedReportBuild *build, GError **error)
{
  static const char *const definitions[] = { "def-you-said", "def-actions", NULL };
  g_auto (Tally) self = { 0 };

  tally_init (&self);
  if (!heed_report_walk (build, count_case, &self, error))
    return FALSE;
  add_said (build, &self);
  add_codes (build, "themes", self.themes);
  add_actions (build, &self);
  add_definitions (build, definitions, FALSE);
  return TRUE;
}
