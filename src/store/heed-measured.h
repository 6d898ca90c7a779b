/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "heed-measure.h"
#include "heed-store.h"
#include "heed-theme.h"

G_BEGIN_DECLS

/**
 * HeedMeasuredQuery:
 * @unit: what to cut the time into
 * @from: the first day
 * @to: the last day
 * @issues_from: the first day of the issues wanted
 * @issues_to: the last day of them
 * @today: today in the organisation's zone
 * @site: (nullable): only of this site
 * @place: (nullable): only of this service or ward
 * @activity: (nullable): the kind of activity that rates are counted against; %NULL for that which
 *   was told for most months
 */
typedef struct
{
  HeedPeriodUnit unit;
  HeedDate       from;
  HeedDate       to;
  HeedDate       issues_from;
  HeedDate       issues_to;
  HeedDate       today;
  char          *site;
  char          *place;
  char          *activity;
} HeedMeasuredQuery;

/**
 * HeedActivity:
 * How much was done, told by somebody: what rates are counted against.
 * @site: "" for the whole organisation
 * @month: the first day of the month
 * @kind: a code of the set "activity"
 * @amount: how many; negative forgets it
 */
typedef struct
{
  char    *site;
  HeedDate month;
  char    *kind;
  gint64   amount;
  char    *told_by;
  gint64   told_at;
} HeedActivity;

/**
 * HeedChartNote:
 * What somebody wrote beside a point of a chart.
 * @measure: of which measure
 * @day: the first day of the period
 * @site: "" for all
 * @place: "" for all
 * @text: "" forgets it
 * @rebase: whether a known change gives new limits from here on
 */
typedef struct
{
  char    *measure;
  HeedDate day;
  char    *site;
  char    *place;
  char    *text;
  gboolean rebase;
  char    *author;
  gint64   made_at;
} HeedChartNote;

/**
 * HeedMeasured:
 * @set: every measure
 * @issues: (element-type HeedIssueTally): the issues, of the site asked for, of all places; before
 *   the days of themes, those of a month together
 * @actions: (element-type HeedIssueTally): learning actions that were done not too long ago for
 *   themes, with the day they were done
 * @notes: (element-type HeedChartNote): notes on the charts of this site and place
 *
 * What the Outcomes page shows, as of one moment.
 */
typedef struct
{
  HeedMeasureSet *set;
  GArray         *issues;
  GArray         *actions;
  GPtrArray      *notes;

  /*< private >*/
  GStringChunk *strings;
} HeedMeasured;

HeedMeasuredQuery *heed_measured_query_copy (const HeedMeasuredQuery *self);
void               heed_measured_query_free (HeedMeasuredQuery *self);
void               heed_measured_free (HeedMeasured *self);
void               heed_activity_free (HeedActivity *self);
HeedActivity      *heed_activity_copy (const HeedActivity *self);
void               heed_chart_note_free (HeedChartNote *self);
HeedChartNote     *heed_chart_note_copy (const HeedChartNote *self);

HeedCounted *heed_measure_new_counted (const HeedMeasure *measure,
                                       const HeedPeriod  *period,
                                       int                hit,
                                       HeedDate           today);

/* Reading what measures need, and writing what people tell for them. */
HeedMeasured *heed_store_load_measured (HeedStore               *self,
                                        const HeedMeasuredQuery *query,
                                        GError                 **error);
void          heed_store_load_measured_async (HeedStore               *self,
                                              const HeedMeasuredQuery *query,
                                              GCancellable            *cancellable,
                                              GAsyncReadyCallback      callback,
                                              gpointer                 user_data);
HeedMeasured *heed_store_load_measured_finish (HeedStore    *self,
                                               GAsyncResult *result,
                                               GError      **error);
gboolean      heed_store_set_activities (HeedStore *self,
                                         GPtrArray *activities,
                                         GError   **error);
GPtrArray    *heed_store_list_activities (HeedStore *self,
                                          GError   **error);
gboolean      heed_store_set_chart_note (HeedStore           *self,
                                         const HeedChartNote *note,
                                         GError             **error);
void          heed_store_set_chart_note_async (HeedStore           *self,
                                               const HeedChartNote *note,
                                               GAsyncReadyCallback  callback,
                                               gpointer             user_data);
gboolean      heed_store_set_chart_note_finish (HeedStore    *self,
                                                GAsyncResult *result,
                                                GError      **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HeedMeasuredQuery, heed_measured_query_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HeedMeasured, heed_measured_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HeedActivity, heed_activity_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HeedChartNote, heed_chart_note_free)

G_END_DECLS
