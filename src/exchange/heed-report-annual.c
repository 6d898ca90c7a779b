/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The annual report and the learning digest: what came, what was found, what it was about, how long
 * it took, what people said, and what was done about it. Names nobody: texts are searched, small
 * numbers hidden as asked.
 */
#include "config.h"

#include "heed-report-job.h"
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
  gint64      received;
  gint64      closed;
  gint64      outcomes[4]; /* upheld, partly, not upheld, no finding */
  gint64      ombudsman;
  gint64      open;
  gint64      feedback;
  gint64      heard;
  gint64      acknowledged;
  gint64      acknowledged_in_time;
  gint64      answered;
  gint64      answered_in_time;
  gint64      reopened;
  GHashTable *subjects; /* hcat category → count */
  GHashTable *themes;
  GPtrArray  *said;    /* Line: you said, we did */
  GPtrArray  *actions; /* Line */
  GArray     *days;    /* int: days to close */
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
  self->days = g_array_new (FALSE, FALSE, sizeof (int));
}

static void
tally_clear (Tally *self)
{
  g_hash_table_unref (self->subjects);
  g_hash_table_unref (self->themes);
  g_ptr_array_unref (self->said);
  g_ptr_array_unref (self->actions);
  g_array_unref (self->days);
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

static void
count_round (HeedReportBuild *build, Tally *self, const HeedRound *round)
{
  static const char *const outcomes[] = { "upheld", "partly-upheld", "not-upheld" };
  guint                    outcome = 0;

  if (!heed_report_holds (build, round->closed))
    return;
  self->closed++;
  while (outcome < G_N_ELEMENTS (outcomes) && g_strcmp0 (round->outcome, outcomes[outcome]) != 0)
    outcome++;
  self->outcomes[outcome]++;
  if (round->received != HEED_DATE_NONE)
    {
      int days = round->closed - round->received;

      g_array_append_val (self->days, days);
    }
  self->reopened += round->number > 1;
}

static void
count_clocks (HeedReportBuild *build, Tally *self, const HeedCase *state)
{
  g_autoptr (GPtrArray) clocks = heed_case_compute_clocks (state, build->rules, build->today);

  for (guint i = 0; i < clocks->len; i++)
    {
      const HeedClock *clock = clocks->pdata[i];
      gboolean         met = clock->state == HEED_CLOCK_MET;

      if ((!met && clock->state != HEED_CLOCK_MISSED) || !heed_report_holds (build, clock->met))
        continue;
      if (g_str_equal (clock->spec->id, "acknowledge"))
        {
          self->acknowledged++;
          self->acknowledged_in_time += met;
        }
      else if (g_str_equal (clock->spec->id, "reply"))
        {
          self->answered++;
          self->answered_in_time += met;
        }
    }
}

static void
count_later (HeedReportBuild *build, Tally *self, const HeedSnapshotCase *item)
{
  const HeedCase *state = item->state;

  for (guint i = 0; i < state->referrals->len; i++)
    self->ombudsman += heed_report_holds (
        build, ((const HeedReferral *) state->referrals->pdata[i])->referred);
  for (guint i = 0; i < state->feedback->len; i++)
    {
      const HeedFeedback *feedback = state->feedback->pdata[i];

      self->feedback += heed_report_holds (build, feedback->on) && feedback->heard != NULL;
      self->heard += heed_report_holds (build, feedback->on)
                     && g_strcmp0 (feedback->heard, "yes") == 0;
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
  if (g_strcmp0 (state->type, "complaint") != 0)
    return TRUE;
  if (heed_report_holds (build, item->received))
    {
      self->received++;
      count_issues (build, self, state);
    }
  self->open += state->stage != HEED_STAGE_CLOSED
                || (build->job->to != HEED_DATE_NONE && item->closed != HEED_DATE_NONE
                    && item->closed > build->job->to);
  for (guint i = 0; i < state->rounds->len; i++)
    count_round (build, self, state->rounds->pdata[i]);
  count_clocks (build, self, state);
  count_later (build, self, item);
  return TRUE;
}

/* --- Sections --------------------------------------------------------------------------------- */

static void
add_number (HeedReportBuild *build, HeedSection *section, gint64 count)
{
  HeedSuppression  suppression = build->job->suppression;
  g_autofree char *hidden = NULL;

  if (!heed_suppression_hides (suppression, count))
    {
      heed_section_add_number (section, heed_suppression_round (suppression, count));
      return;
    }
  hidden = heed_words_hidden (TRUE, heed_suppression_get_most (suppression));
  heed_section_add_text_cell (section, hidden, "hidden");
}

static void
add_line (HeedReportBuild *build, HeedSection *section, const char *id, gint64 count, gint64 of)
{
  heed_section_begin_row (section);
  heed_section_add_text_cell (section, heed_words_report (id), id);
  add_number (build, section, count);
  if (of < 0)
    return;
  add_number (build, section, of);
  if (of > 0 && !heed_suppression_hides_share (build->job->suppression, count, of))
    heed_section_add_real (section, 100.0 * (double) count / (double) of);
}

static HeedSection *
add_numbers_section (HeedReportBuild *build, const char *id)
{
  HeedSection *section = heed_report_add_section (build->report, id, heed_words_report (id));

  heed_section_add_column (section, "label", heed_words_report ("label"), HEED_CELL_TEXT, 5);
  heed_section_add_column (section, "count", heed_words_report ("count"), HEED_CELL_NUMBER, 1.5);
  heed_section_add_column (section, "of", heed_words_report ("of"), HEED_CELL_NUMBER, 1.5);
  heed_section_add_column (section, "share", heed_words_report ("share"), HEED_CELL_REAL, 1.5);
  return section;
}

static int
compare_ints (gconstpointer a, gconstpointer b)
{
  return *(const int *) a - *(const int *) b;
}

static void
add_numbers (HeedReportBuild *build, Tally *self)
{
  HeedSection *section = add_numbers_section (build, "numbers");
  gint64       found = self->outcomes[0] + self->outcomes[1] + self->outcomes[2];

  add_line (build, section, "received", self->received, -1);
  add_line (build, section, "closed", self->closed, -1);
  add_line (build, section, "well-founded", self->outcomes[0] + self->outcomes[1], found);
  add_line (build, section, "to-ombudsman", self->ombudsman, -1);
  add_line (build, section, "open-at-end", self->open, -1);
  add_line (build, section, "reopened", self->reopened, self->closed);
  section = add_numbers_section (build, "times");
  add_line (build, section, "acknowledged-in-time", self->acknowledged_in_time, self->acknowledged);
  add_line (build, section, "answered-in-time", self->answered_in_time, self->answered);
  if (self->days->len > 0 && !heed_suppression_hides (build->job->suppression, self->days->len))
    {
      g_array_sort (self->days, compare_ints);
      heed_section_begin_row (section);
      heed_section_add_text_cell (section, heed_words_report ("median-days"), "median-days");
      heed_section_add_number (section, g_array_index (self->days, int, (self->days->len - 1) / 2));
      heed_section_add_number (section,
                               heed_suppression_round (build->job->suppression, self->days->len));
    }
  section = add_numbers_section (build, "experience");
  add_line (build, section, "felt-heard", self->heard, self->feedback);
}

static void
add_outcomes (HeedReportBuild *build, const Tally *self)
{
  static const char *const ids[] = { "upheld", "partly-upheld", "not-upheld", "no-finding" };
  HeedSection             *section = heed_report_add_section (build->report, "outcomes",
                                                              heed_words_report ("outcomes"));
  HeedTableColumn          lines[G_N_ELEMENTS (ids)];

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    lines[i] = (HeedTableColumn) { ids[i], heed_words_report (ids[i]), HEED_CELL_NUMBER };
  heed_section_add_counts (section, lines, self->outcomes, G_N_ELEMENTS (ids),
                           build->job->suppression);
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
add_definitions (HeedReportBuild *build, const char *const *ids)
{
  HeedSection     *section = heed_report_add_section (build->report, "definitions",
                                                      heed_words_report ("definitions"));

  for (guint i = 0; ids[i] != NULL; i++)
    heed_section_add_item (section, heed_words_report (ids[i]));
  heed_section_add_item (section, heed_words_suppression (build->job->suppression));
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
  static const char *const definitions[] = { "def-received",
                                             "def-well-founded",
                                             "def-subjects",
                                             "def-times",
                                             "def-ombudsman",
                                             "def-heard",
                                             NULL };
  g_auto (Tally) self = { 0 };

  tally_init (&self);
  if (!heed_report_walk (build, count_case, &self, error))
    return FALSE;
  add_numbers (build, &self);
  add_outcomes (build, &self);
  add_codes (build, "subjects", self.subjects);
  add_codes (build, "themes", self.themes);
  add_said (build, &self);
  add_actions (build, &self);
  add_definitions (build, definitions);
  return TRUE;
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
  add_definitions (build, definitions);
  return TRUE;
}
