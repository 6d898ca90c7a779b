/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "heed-export.h"
#include "heed-report.h"
#include "heed-words-chart.h"

G_BEGIN_DECLS

/**
 * HeedReportJob:
 * What is to be reported. Whoever makes it keeps what it points to until the end.
 * @kind: id of a kind of report; see heed_report_kinds_get()
 * @path: the file to make or to replace
 * @from: the first day, or %HEED_DATE_NONE
 * @to: the last day, or %HEED_DATE_NONE
 * @site: (nullable): only what is of this site
 * @service: (nullable): only what is of this service or ward
 * @suppression: how small numbers are hidden
 * @references: (nullable) (array zero-terminated=1): the cases of a report about cases
 * @reason: (nullable): why it shows who people are; must be given for a report that does
 */
typedef struct
{
  const char        *kind;
  const char        *path;
  HeedFormat         format;
  HeedTableOptions   options;
  HeedDate           from;
  HeedDate           to;
  const char        *site;
  const char        *service;
  HeedSuppression    suppression;
  const char *const *references;
  const char        *reason;
  HeedActContext     context;
  GCancellable      *cancellable;
  HeedExportProgress progress;
  gpointer           user_data;
} HeedReportJob;

/**
 * HeedReportBuild:
 * A report while it is made.
 * @cases: cases read so far
 */
typedef struct
{
  const HeedReportJob *job;
  HeedSnapshot        *snapshot;
  const HeedRules     *rules;
  GTimeZone           *zone;
  HeedDate             today;
  HeedReport          *report;
  HeedScanner         *scanner; /* for texts in reports that name nobody */
  GHashTable          *profiles;
  guint64              matched;
  guint64              cases;
} HeedReportBuild;

/**
 * HeedReportKind:
 * @id: what files and the command line call it
 * @identifiable: whether it shows who people are
 * @cases: whether it is about cases that are named
 * @year_end: month in which its year ends, where it is about a year; 0 if it is not
 * @measures: whether it holds measures: it has a first and a last day, and may be of one site or
 *   service
 * @suppression: how small numbers are hidden unless somebody says otherwise
 * @build: makes it
 */
typedef struct
{
  const char     *id;
  gboolean        identifiable;
  gboolean        cases;
  int             year_end;
  gboolean        measures;
  HeedSuppression suppression;
  gboolean (*build) (HeedReportBuild *build, GError **error);
} HeedReportKind;

const HeedReportKind *heed_report_kinds_get (guint *n_kinds);
const HeedReportKind *heed_report_kind_find (const char *id);
void
         heed_report_kind_period (const HeedReportKind *self,
                                  HeedDate today,
                                  HeedDate *from,
                                  HeedDate *to);
gboolean heed_report_run (const HeedReportJob *job,
                          HeedSnapshot        *snapshot,
                          HeedExportResult    *result,
                          GError             **error);

/* For the kinds. */
typedef gboolean (*HeedReportCaseFunc) (HeedReportBuild        *build,
                                        const HeedSnapshotCase *item,
                                        gpointer                user_data,
                                        GError                **error);

gboolean heed_report_walk (HeedReportBuild   *build,
                           HeedReportCaseFunc func,
                           gpointer           user_data,
                           GError           **error);
gboolean heed_report_holds (const HeedReportBuild *build, HeedDate day);
const char *
heed_report_mask (HeedReportBuild *build, const HeedSnapshotCase *item, const char *text);

HeedMeasured *
heed_report_load_measured (HeedReportBuild *build, HeedPeriodUnit unit, GError **error);
void
heed_report_add_shown (HeedReportBuild *build, HeedSection *section, gint64 shown, gint64 count);
gboolean
heed_report_add_measures (HeedReportBuild *build, HeedMeasured *measured, GError **error);
void heed_report_add_measure_definitions (HeedSection *section);

gboolean heed_report_outcomes (HeedReportBuild *build, GError **error);
gboolean heed_report_annual (HeedReportBuild *build, GError **error);
gboolean heed_report_learning (HeedReportBuild *build, GError **error);
gboolean heed_report_return (HeedReportBuild *build, GError **error);
gboolean heed_report_scotland (HeedReportBuild *build, GError **error);
gboolean heed_report_record (HeedReportBuild *build, GError **error);
gboolean heed_report_bundle (HeedReportBuild *build, GError **error);

G_END_DECLS
