/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The nine indicators of the NHS Model Complaints Handling Procedure of Scotland, counted on closed
 * cases: by stage 1 (settled without an investigation), stage 2 (investigated), and stage 2 after
 * stage 1. What Heed does not hold it says.
 */
#include "config.h"

#include "heed-report-job.h"
#include "heed-words-report.h"

enum
{
  STAGE_1,
  STAGE_2,
  ESCALATED,
  N_STAGES,
};

static const char *const stage_ids[N_STAGES] = { "stage-1", "stage-2", "escalated" };

/* Working days within which each is to be closed, as the procedure has it; the clocks of the
 * profile say the same of single cases. */
static const char *const stage_clocks[N_STAGES] = { "early", "reply", "reply" };

typedef struct
{
  gint64 received;
  gint64 closed[N_STAGES];
  gint64 outcomes[N_STAGES][3];
  gint64 days[N_STAGES];
  gint64 with_days[N_STAGES];
  gint64 in_time[N_STAGES];
  gint64 with_clock[N_STAGES];
  gint64 extended[N_STAGES];
  gint64 learning;
  gint64 learning_done;
} Tally;

static guint
get_stage (const HeedRound *round)
{
  if (g_strcmp0 (round->ending, "settled") == 0)
    return STAGE_1;
  return round->formal > round->received ? ESCALATED : STAGE_2;
}

/* Whether the clock of the stage was met; FALSE in @known where the profile has none. */
static gboolean
is_in_time (const HeedReportBuild *build, const HeedCase *state, const char *id, gboolean *known)
{
  g_autoptr (GPtrArray) clocks = heed_case_compute_clocks (state, build->rules, build->today);

  *known = FALSE;
  for (guint i = 0; i < clocks->len; i++)
    {
      const HeedClock *clock = clocks->pdata[i];

      if (!g_str_equal (clock->spec->id, id)
          || (clock->state != HEED_CLOCK_MET && clock->state != HEED_CLOCK_MISSED))
        continue;
      *known = TRUE;
      return clock->state == HEED_CLOCK_MET;
    }
  return FALSE;
}

static void
count_closed (HeedReportBuild *build, Tally *self, const HeedCase *state, const HeedRound *round)
{
  static const char *const outcomes[] = { "upheld", "partly-upheld", "not-upheld" };
  const HeedProfile       *profile = heed_rules_get_profile (build->rules, state->profile);
  const HeedCalendar      *calendar = profile ? heed_rules_get_calendar (
                                               build->rules, heed_profile_get_calendar (profile))
                                              : NULL;
  guint                    stage = get_stage (round);
  gboolean                 known, met;
  int                      days;

  self->closed[stage]++;
  for (guint i = 0; i < G_N_ELEMENTS (outcomes); i++)
    self->outcomes[stage][i] += g_strcmp0 (round->outcome, outcomes[i]) == 0;
  if (calendar
      && heed_calendar_count_working_days (calendar, round->received, round->closed, &days, NULL))
    {
      self->days[stage] += days;
      self->with_days[stage]++;
    }
  met = is_in_time (build, state, stage_clocks[stage], &known);
  self->with_clock[stage] += known;
  self->in_time[stage] += known && met;
  self->extended[stage] += state->promises->len > 1;
}

static gboolean
count_case (HeedReportBuild        *build,
            const HeedSnapshotCase *item,
            gpointer                user_data,
            GError                **error)
{
  Tally          *self = user_data;
  const HeedCase *state = item->state;

  if (g_strcmp0 (state->type, "complaint") != 0)
    return TRUE;
  self->received += heed_report_holds (build, item->received);
  for (guint i = 0; i < state->rounds->len; i++)
    {
      const HeedRound *round = state->rounds->pdata[i];

      if (heed_report_holds (build, round->closed)
          && (g_strcmp0 (round->ending, "settled") == 0
              || g_strcmp0 (round->ending, "resolved") == 0))
        count_closed (build, self, state, round);
    }
  for (guint i = 0; i < state->learning->len; i++)
    {
      const HeedLearning *learning = state->learning->pdata[i];

      self->learning += heed_report_holds (build, learning->due);
      self->learning_done += heed_report_holds (build, learning->due)
                             && learning->done != HEED_DATE_NONE;
    }
  return TRUE;
}

static HeedSection *
add_indicator (HeedReportBuild *build, const char *id)
{
  HeedSection *section = heed_report_add_section (build->report, id, heed_words_report (id));

  heed_section_add_column (section, "code", heed_words_report ("code"), HEED_CELL_TEXT, 2);
  heed_section_add_column (section, "label", heed_words_report ("label"), HEED_CELL_TEXT, 4);
  heed_section_add_column (section, "count", heed_words_report ("count"), HEED_CELL_NUMBER, 1.5);
  heed_section_add_column (section, "of", heed_words_report ("of"), HEED_CELL_NUMBER, 1.5);
  heed_section_add_column (section, "share", heed_words_report ("share"), HEED_CELL_REAL, 1.5);
  return section;
}

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
  HeedCell empty = { 0 };

  heed_section_begin_row (section);
  heed_section_add_text_cell (section, id, NULL);
  heed_section_add_text_cell (section, heed_words_report (id), NULL);
  add_number (build, section, count);
  if (of < 0)
    return;
  add_number (build, section, of);
  if (of > 0 && !heed_suppression_hides_share (build->job->suppression, count, of))
    heed_section_add_real (section, 100.0 * (double) count / (double) of);
  else
    heed_section_add_cell (section, &empty);
}

static void
add_stages (HeedReportBuild *build, const char *id, const gint64 *counts, const gint64 *of)
{
  HeedSection *section = add_indicator (build, id);

  for (guint stage = 0; stage < N_STAGES; stage++)
    add_line (build, section, stage_ids[stage], counts[stage], of[stage]);
}

static void
add_outcomes (HeedReportBuild *build, const Tally *self)
{
  static const char *const outcomes[] = { "upheld", "partly-upheld", "not-upheld" };

  for (guint stage = 0; stage < N_STAGES; stage++)
    {
      g_autofree char *id = g_strconcat ("6-", stage_ids[stage], NULL);
      HeedSection     *section = add_indicator (build, id);

      for (guint i = 0; i < G_N_ELEMENTS (outcomes); i++)
        add_line (build, section, outcomes[i], self->outcomes[stage][i], self->closed[stage]);
    }
}

/* The mean, because the procedure asks for it. */
static void
add_days (HeedReportBuild *build, const Tally *self)
{
  HeedSection *section = add_indicator (build, "7-days");

  for (guint stage = 0; stage < N_STAGES; stage++)
    {
      HeedCell empty = { 0 };

      heed_section_begin_row (section);
      heed_section_add_text_cell (section, stage_ids[stage], NULL);
      heed_section_add_text_cell (section, heed_words_report (stage_ids[stage]), NULL);
      heed_section_add_cell (section, &empty);
      add_number (build, section, self->with_days[stage]);
      if (self->with_days[stage] > 0
          && !heed_suppression_hides (build->job->suppression, self->with_days[stage]))
        heed_section_add_real (section,
                               (double) self->days[stage] / (double) self->with_days[stage]);
    }
  heed_section_add_text (section, heed_words_report ("7-note"));
}

/**
 * heed_report_scotland:
 * @build: a report
 * @error: return location
 *
 * Counts the nine indicators.
 *
 * Returns: whether they could be counted
 */
gboolean
heed_report_scotland (HeedReportBuild *build, GError **error)
{
  Tally        self = { 0 };
  HeedSection *section;
  gint64       all[N_STAGES];
  g_autoptr (HeedMeasured) measured = heed_report_load_measured (build, HEED_PERIOD_MONTH, error);
  HeedPeriodCount heard;

  if (measured == NULL || !heed_report_walk (build, count_case, &self, error))
    return FALSE;
  section = add_indicator (build, "1-learning");
  add_line (build, section, "learning-done", self.learning_done, self.learning);
  section = add_indicator (build, "2-experience");
  heard = heed_measure_set_get_count (measured->set, heed_measure_find ("felt-heard"),
                                      HEED_ALL_PERIODS);
  add_line (build, section, "felt-heard", (gint64) heard.numerator, (gint64) heard.denominator);
  section = heed_report_add_section (build->report, "3-staff", heed_words_report ("3-staff"));
  heed_section_add_text (section, heed_words_report ("not-held"));
  section = add_indicator (build, "4-received");
  add_line (build, section, "received", self.received, -1);
  heed_section_add_text (section, heed_words_report ("4-note"));
  for (guint stage = 0; stage < N_STAGES; stage++)
    all[stage] = self.closed[STAGE_1] + self.closed[STAGE_2] + self.closed[ESCALATED];
  add_stages (build, "5-closed", self.closed, all);
  add_outcomes (build, &self);
  add_days (build, &self);
  add_stages (build, "8-in-time", self.in_time, self.with_clock);
  add_stages (build, "9-extended", self.extended, self.closed);
  section = heed_report_add_section (build->report, "notes", heed_words_report ("notes"));
  heed_section_add_text (section, heed_words_report ("scotland-stages"));
  return TRUE;
}
