/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Making a report: which kinds there are, the walk over the cases, and the way into a file. As with
 * an export, nothing gets its name before it is a line of the export ledger. What a kind says is in
 * a file of its own.
 */
#include "config.h"

#include "heed-report-job.h"

#include "heed-about.h"
#include "heed-pages.h"
#include "heed-words-export.h"
#include "heed-words-report.h"

#include <string.h>

#define TELL_CASES 500

static const HeedReportKind kinds[] = {
  { "outcomes", FALSE, FALSE, 3, TRUE, HEED_SUPPRESS_BOARD, heed_report_outcomes },
  { "annual", FALSE, FALSE, 3, TRUE, HEED_SUPPRESS_BOARD, heed_report_annual },
  { "learning", FALSE, FALSE, 3, FALSE, HEED_SUPPRESS_BOARD, heed_report_learning },
  { "ko41a", FALSE, FALSE, 3, FALSE, HEED_SUPPRESS_NONE, heed_report_return },
  { "scotland", FALSE, FALSE, 3, TRUE, HEED_SUPPRESS_BOARD, heed_report_scotland },
  { "record", TRUE, TRUE, 0, FALSE, HEED_SUPPRESS_NONE, heed_report_record },
  { "bundle", TRUE, TRUE, 0, FALSE, HEED_SUPPRESS_NONE, heed_report_bundle },
};

/**
 * heed_report_kinds_get:
 * @n_kinds: (out): how many
 *
 * Gets the kinds of reports.
 *
 * Returns: (array length=n_kinds): the kinds
 */
const HeedReportKind *
heed_report_kinds_get (guint *n_kinds)
{
  *n_kinds = G_N_ELEMENTS (kinds);
  return kinds;
}

/**
 * heed_report_kind_find:
 * @id: "annual" …
 *
 * Finds a kind of report.
 *
 * Returns: (nullable): the kind
 */
const HeedReportKind *
heed_report_kind_find (const char *id)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_str_equal (kinds[i].id, id))
      return &kinds[i];
  return NULL;
}

/**
 * heed_report_kind_period:
 * @self: a kind
 * @today: today
 * @from: (out): the first day
 * @to: (out): the last day
 *
 * Tells the period that is reported unless somebody says otherwise: the last year that has ended.
 */
void
heed_report_kind_period (const HeedReportKind *self, HeedDate today, HeedDate *from, HeedDate *to)
{
  int year = heed_date_get_year (today);

  *from = *to = HEED_DATE_NONE;
  if (self->year_end == 0)
    return;
  *from = heed_date_add_months (heed_date_new (year, 1, 1), self->year_end);
  while (heed_date_add_months (*from, 12) > today)
    *from = heed_date_add_months (*from, -12);
  *to = heed_date_add_months (*from, 12) - 1;
}

/* Whether a day lies in the period. */
gboolean
heed_report_holds (const HeedReportBuild *build, HeedDate day)
{
  return day != HEED_DATE_NONE && (build->job->from == HEED_DATE_NONE || day >= build->job->from)
         && (build->job->to == HEED_DATE_NONE || day <= build->job->to);
}

/* A text of a case without what tells who somebody is; valid until the next call. */
const char *
heed_report_mask (HeedReportBuild *build, const HeedSnapshotCase *item, const char *text)
{
  if (text == NULL || build->scanner == NULL)
    return text;
  heed_scanner_set_names (build->scanner, item->names, item->owner);
  return heed_scanner_mask (build->scanner, text);
}

typedef struct
{
  HeedReportBuild   *build;
  HeedReportCaseFunc func;
  gpointer           user_data;
} Walk;

/* Whether a case is of the site and the service that are asked about; it is of a service when one of
 * its issues is. */
static gboolean
is_asked_about (const HeedReportJob *job, const HeedSnapshotCase *item)
{
  if (job->site != NULL && g_strcmp0 (item->site, job->site) != 0)
    return FALSE;
  if (job->service == NULL || g_strcmp0 (item->place, job->service) == 0)
    return TRUE;
  for (guint i = 0; i < item->state->issues->len; i++)
    if (g_strcmp0 (((HeedIssue *) item->state->issues->pdata[i])->place, job->service) == 0)
      return TRUE;
  return FALSE;
}

/* What was closed before the period and not opened again has no part in it, but for what is due or
 * done about it later: the ombudsman, and learning. Those are few years, and folded too. */
static gboolean
walk_cb (const HeedSnapshotCase *item, gpointer user_data, GError **error)
{
  Walk                *walk = user_data;
  HeedReportBuild     *build = walk->build;
  const HeedReportJob *job = build->job;

  build->cases++;
  if (job->progress && build->cases % TELL_CASES == 0)
    job->progress (build->cases, build->matched, job->user_data);
  if (item->profile != NULL && !g_hash_table_contains (build->profiles, item->profile))
    g_hash_table_add (build->profiles, g_strdup (item->profile));
  if (!is_asked_about (job, item))
    return TRUE;
  return walk->func (build, item, walk->user_data, error);
}

/**
 * heed_report_walk:
 * @build: a report
 * @func: told of each case received until the end of the period, folded
 * @user_data: for @func
 * @error: return location
 *
 * Walks over the cases.
 *
 * Returns: whether all were read
 */
gboolean
heed_report_walk (HeedReportBuild   *build,
                  HeedReportCaseFunc func,
                  gpointer           user_data,
                  GError           **error)
{
  const HeedSnapshotFilter filter = { NULL, HEED_SNAPSHOT_RECEIVED, HEED_DATE_NONE,
                                      build->job->to };
  Walk                     walk = { build, func, user_data };

  if (!heed_snapshot_count (build->snapshot, &filter, &build->matched, error)
      || !heed_snapshot_read (build->snapshot, &filter, HEED_SNAPSHOT_CASE, walk_cb, &walk, error))
    return FALSE;
  if (build->job->progress)
    build->job->progress (build->cases, build->matched, build->job->user_data);
  if (build->cases == build->matched)
    return TRUE;
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED, "");
  g_free ((*error)->message);
  (*error)->message = heed_words_rows_differ (build->matched, build->cases);
  return FALSE;
}

static gboolean
write_pdf (HeedReportBuild *build, HeedSink *sink, GPtrArray *about, GError **error)
{
  g_autoptr (HeedDocument) document = heed_report_to_document (build->report, about);
  g_autoptr (HeedPages) pages = NULL;
  g_autoptr (GBytes) pdf = NULL;
  g_autofree char *day = heed_date_format (build->today);
  HeedPageSetup    setup;
  gsize            size;
  const char      *bytes;

  heed_document_set_author (document, build->job->context.actor);
  heed_document_set_date (document, day);
  heed_page_setup_init (&setup, FALSE);
  pages = heed_pages_new (document, &setup);
  pdf = heed_pages_to_pdf (pages, error);
  if (pdf == NULL)
    return FALSE;
  bytes = g_bytes_get_data (pdf, &size);
  return heed_sink_write (sink, bytes, size, error);
}

static gboolean
write_file (HeedReportBuild *build, HeedSink *sink, GPtrArray *about, GError **error)
{
  switch (build->job->format)
    {
    case HEED_FORMAT_PDF:
      return write_pdf (build, sink, about, error);
    case HEED_FORMAT_XLSX:
      return heed_report_write_book (build->report, sink, about, error);
    case HEED_FORMAT_CSV:
    case HEED_FORMAT_JSONL:
    default:
      return heed_report_write_table (build->report, build->job->format, build->job->options, sink,
                                      error);
    }
}

static HeedAbout *
make_about (HeedReportBuild *build, const HeedReportKind *kind, const char *head)
{
  const HeedReportJob *job = build->job;
  HeedAbout           *about = heed_about_new (kind->id, build->snapshot, &job->context);

  heed_about_add_rules (about, build->rules, build->profiles);
  heed_about_add_date (about, "from", job->from);
  heed_about_add_date (about, "to", job->to);
  heed_about_add_text (about, "site", job->site);
  heed_about_add_text (about, "service", job->service);
  if (job->references != NULL)
    {
      g_autoptr (JsonArray) list = json_array_new ();

      for (guint i = 0; job->references[i] != NULL; i++)
        json_array_add_string_element (list, job->references[i]);
      heed_about_add_list (about, "cases", list);
    }
  heed_about_add_flag (about, "identifiable", kind->identifiable);
  heed_about_add_text (about, "reason", job->reason);
  if (build->scanner != NULL)
    heed_about_add_scanner (about, build->scanner);
  if (!kind->identifiable)
    heed_about_add_text (about, "suppression", heed_suppression_get_name (job->suppression));
  heed_about_add_number (about, "cases-read", build->cases);
  heed_about_add_number (about, "rows-written", heed_report_get_n_rows (build->report));
  heed_about_add_text (about, "ledger-head", head);
  return about;
}

static gboolean
write_all (HeedReportBuild      *build,
           const HeedReportKind *kind,
           HeedExportResult     *result,
           GError              **error)
{
  const HeedReportJob *job = build->job;
  g_autoptr (HeedAbout) about = make_about (build, kind, result->head);
  g_autoptr (GPtrArray) pairs = heed_about_dup_pairs (about);
  g_autoptr (HeedSink) sink = heed_sink_open (job->path, error);
  g_autoptr (HeedSink) beside = NULL;

  result->id = g_strdup (heed_about_get_id (about));
  if (sink == NULL || !write_file (build, sink, pairs, error)
      || !heed_sink_finish (sink, &result->sha256, error))
    return FALSE;
  heed_about_add_sum (about, job->path, job->format, result->sha256);
  if (job->format == HEED_FORMAT_CSV || job->format == HEED_FORMAT_JSONL)
    {
      result->about = g_strconcat (job->path, ".about.json", NULL);
      beside = heed_about_write (about, result->about, error);
      if (beside == NULL)
        return FALSE;
    }
  if (job->cancellable && g_cancellable_set_error_if_cancelled (job->cancellable, error))
    return FALSE;
  return heed_about_record (about, build->snapshot, sink, beside, error);
}

static gboolean
prepare (HeedReportBuild *build, const HeedReportKind *kind, GError **error)
{
  const HeedReportJob *job = build->job;
  g_autofree char     *title = NULL;
  g_autofree char     *reason = job->reason ? g_strstrip (g_strdup (job->reason)) : NULL;
  char                *wrong = NULL;

  if (kind->identifiable && (reason == NULL || *reason == '\0'))
    wrong = heed_words_reason_needed ();
  else if (kind->cases && (job->references == NULL || job->references[0] == NULL))
    wrong = heed_words_cases_needed ();
  if (wrong != NULL)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT, wrong);
      g_free (wrong);
      return FALSE;
    }
  if (!kind->identifiable && (build->scanner = heed_scanner_new (error)) == NULL)
    return FALSE;
  build->rules = heed_snapshot_get_rules (build->snapshot);
  build->zone = heed_zone_new (job->context.zone);
  if (build->zone == NULL)
    build->zone = g_time_zone_new_utc ();
  build->today = heed_date_of_instant (job->context.now, build->zone);
  build->profiles = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  title = heed_words_report_title (kind->id);
  build->report = heed_report_new (title);
  return heed_snapshot_begin (build->snapshot, job->cancellable, error);
}

static void
add_lines (HeedReportBuild *build)
{
  g_autofree char *organisation = heed_snapshot_get_setting (build->snapshot, "organisation");
  HeedDate from = build->job->from;
  HeedDate to = build->job->to;
  g_autofree char *first = from != HEED_DATE_NONE ? heed_words_date (from) : NULL;
  g_autofree char *last = to != HEED_DATE_NONE ? heed_words_date (to) : NULL;
  g_autofree char *period = heed_words_days (first, last);

  heed_report_add_line (build->report, organisation);
  heed_report_add_line (build->report, period);
  heed_report_add_line (build->report, build->job->service);
  heed_report_add_line (build->report, build->job->site);
}

/* Measures are cut into periods, so their time has two ends: without a last day it ends today,
 * without a first one it is a year. */
static void
close_period (HeedReportJob *job)
{
  g_autoptr (GTimeZone) zone = heed_zone_new (job->context.zone);
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();

  if (job->to == HEED_DATE_NONE)
    job->to = heed_date_of_instant (job->context.now, zone ? zone : utc);
  if (job->from == HEED_DATE_NONE)
    job->from = heed_date_add_months (job->to + 1, -12);
}

/**
 * heed_report_run:
 * @job: what to report
 * @snapshot: a snapshot that is not begun yet
 * @result: (out caller-allocates): what was made; to be cleared
 * @error: return location; as of heed_export_run()
 *
 * Makes a report. Takes as long as it takes: not for a thread that must not wait.
 *
 * Returns: whether the file is there, whole
 */
gboolean
heed_report_run (const HeedReportJob *job,
                 HeedSnapshot        *snapshot,
                 HeedExportResult    *result,
                 GError             **error)
{
  const HeedReportKind *kind = heed_report_kind_find (job->kind);
  HeedReportJob         whole = *job;
  HeedReportBuild       build = { .job = &whole, .snapshot = snapshot };
  gboolean              done = FALSE;

  *result = (HeedExportResult) { 0 };
  g_return_val_if_fail (kind != NULL, FALSE);
  if (kind->measures)
    close_period (&whole);
  if (prepare (&build, kind, error))
    {
      add_lines (&build);
      done = kind->build (&build, error)
             && (result->head = heed_snapshot_dup_head (snapshot, error)) != NULL
             && write_all (&build, kind, result, error);
    }
  if (done)
    {
      result->matched = result->written = build.cases;
    }
  g_clear_pointer (&build.report, heed_report_free);
  g_clear_pointer (&build.scanner, heed_scanner_free);
  g_clear_pointer (&build.profiles, g_hash_table_unref);
  g_clear_pointer (&build.zone, g_time_zone_unref);
  return done;
}
