/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "heed-store.h"

G_BEGIN_DECLS

/* What comes of cases, across cases: actions, closed cases to look back at, what was said and done,
 * and feedback that belongs to no case. */

/**
 * HeedActionKind:
 * @HEED_ACTION_LEARNING: a learning action of a case
 * @HEED_ACTION_RECOMMENDATION: a recommendation of the ombudsman
 */
typedef enum
{
  HEED_ACTION_LEARNING,
  HEED_ACTION_RECOMMENDATION,
} HeedActionKind;

/**
 * HeedActionFilter:
 * @HEED_ACTIONS_TO_DO: all that need somebody: each of the next five
 * @HEED_ACTIONS_OPEN: not done, whether late or not
 * @HEED_ACTIONS_LATE: not done, and their day has passed
 * @HEED_ACTIONS_NO_PROOF: done, and nothing shows it
 * @HEED_ACTIONS_CHECK_DUE: time to look whether they work
 * @HEED_ACTIONS_NOT_EFFECTIVE: looked at; they do not work, or only partly
 * @HEED_ACTIONS_ALL: every action that was not dropped
 */
typedef enum
{
  HEED_ACTIONS_TO_DO,
  HEED_ACTIONS_OPEN,
  HEED_ACTIONS_LATE,
  HEED_ACTIONS_NO_PROOF,
  HEED_ACTIONS_CHECK_DUE,
  HEED_ACTIONS_NOT_EFFECTIVE,
  HEED_ACTIONS_ALL,
} HeedActionFilter;

#define HEED_N_ACTION_FILTERS 7

/**
 * HeedActionRow:
 * @number: among the case's actions of its kind, from 1
 * @name: (nullable): how the person likes to be called
 * @check_due: the next day to look whether it works, or %HEED_DATE_NONE
 */
typedef struct
{
  gint64          case_id;
  HeedActionKind  kind;
  guint           number;
  char           *reference;
  char           *name;
  char           *place;
  char           *text;
  char           *owner;
  char           *strength;     /* action-strength */
  char           *effective;    /* effectiveness */
  HeedDate        due;
  HeedDate        done;
  HeedDate        check_due;
  gboolean        proven;
} HeedActionRow;

/**
 * HeedActionCounts:
 * @n: how many actions each #HeedActionFilter finds
 */
typedef struct
{
  guint n[HEED_N_ACTION_FILTERS];
} HeedActionCounts;

/* Why a closed case is looked back at; several may hold. */
typedef enum
{
  HEED_LOOK_LOW = 1 << 0,       /* what they said was poor */
  HEED_LOOK_REOPENED = 1 << 1,
  HEED_LOOK_SAMPLE = 1 << 2,    /* drawn by lot */
} HeedLookReason;

/**
 * HeedLookQuery:
 * @today: today
 * @days: the lot is drawn from cases closed in so many days up to today
 * @percent: how many of a hundred the lot takes, on average
 * @seed: of the lot; the same seed draws the same cases
 */
typedef struct
{
  HeedDate today;
  guint    days;
  guint    percent;
  guint64  seed;
} HeedLookQuery;

typedef struct
{
  gint64    case_id;
  guint     why;            /* bits of HeedLookReason */
  HeedDate  closed;
  char     *reference;
  char     *name;
  char     *words;
  char     *place;
  char     *heard;          /* felt-heard */
  int       overall;        /* 1-5; 0 not said */
} HeedLookRow;

/**
 * HeedLookList:
 * @rows: (element-type HeedLookRow): what waits to be looked at, longest closed first
 * @n_pool: from how many closed cases the lot was drawn
 * @n_drawn: how many it drew, looked at or not
 */
typedef struct
{
  GPtrArray *rows;
  guint      n_pool;
  guint      n_drawn;
} HeedLookList;

/**
 * HeedSaidRow:
 * What people said and what was done, for others to read.
 */
typedef struct
{
  gint64    case_id;
  char     *reference;
  char     *place;
  char     *you_said;
  char     *we_did;
  HeedDate  on;
  gboolean  publishable;
} HeedSaidRow;

/**
 * HeedFeedbackRow:
 * Feedback that names no case and cannot be traced to one: not the day but only the month is kept,
 * and nothing tells in which order it came.
 * @id: names it in its source, so that it is stored once
 * @month: year * 12 + month - 1
 */
typedef struct
{
  char *id;
  int   month;
  char *site;
  char *service;
  char *survey;
  char *survey_version;
  char *answers;            /* as in HeedFeedback */
  char *heard;
  int   overall;
  char *fft;
  char *speak_up_again;
  char *care_affected;
  char *comment;
} HeedFeedbackRow;

void          heed_action_row_free          (HeedActionRow        *row);
void          heed_look_list_free           (HeedLookList         *list);
void          heed_look_row_free            (HeedLookRow          *row);
void          heed_said_row_free            (HeedSaidRow          *row);
HeedFeedbackRow *heed_feedback_row_new      (void);
void          heed_feedback_row_free        (HeedFeedbackRow      *row);
guint64       heed_look_seed_of             (HeedDate              today);
gboolean      heed_look_is_drawn            (guint64               seed,
                                             gint64                case_id,
                                             guint                 percent);

/* (element-type HeedActionRow), the first due first */
GPtrArray    *heed_store_list_actions       (HeedStore            *self,
                                             HeedActionFilter      filter,
                                             HeedDate              today,
                                             GError              **error);
void          heed_store_list_actions_async (HeedStore            *self,
                                             HeedActionFilter      filter,
                                             HeedDate              today,
                                             GCancellable         *cancellable,
                                             GAsyncReadyCallback   callback,
                                             gpointer              user_data);
GPtrArray    *heed_store_list_actions_finish (HeedStore           *self,
                                             GAsyncResult         *result,
                                             GError              **error);
HeedActionCounts *heed_store_count_actions  (HeedStore            *self,
                                             HeedDate              today,
                                             GError              **error);
void          heed_store_count_actions_async (HeedStore           *self,
                                             HeedDate              today,
                                             GCancellable         *cancellable,
                                             GAsyncReadyCallback   callback,
                                             gpointer              user_data);
HeedActionCounts *heed_store_count_actions_finish (HeedStore      *self,
                                             GAsyncResult         *result,
                                             GError              **error);
HeedLookList *heed_store_list_looks         (HeedStore            *self,
                                             const HeedLookQuery  *query,
                                             GError              **error);
void          heed_store_list_looks_async   (HeedStore            *self,
                                             const HeedLookQuery  *query,
                                             GCancellable         *cancellable,
                                             GAsyncReadyCallback   callback,
                                             gpointer              user_data);
HeedLookList *heed_store_list_looks_finish  (HeedStore            *self,
                                             GAsyncResult         *result,
                                             GError              **error);
/* (element-type HeedSaidRow), newest first */
GPtrArray    *heed_store_list_said          (HeedStore            *self,
                                             gboolean              publishable_only,
                                             GError              **error);
void          heed_store_list_said_async    (HeedStore            *self,
                                             gboolean              publishable_only,
                                             GCancellable         *cancellable,
                                             GAsyncReadyCallback   callback,
                                             gpointer              user_data);
GPtrArray    *heed_store_list_said_finish   (HeedStore            *self,
                                             GAsyncResult         *result,
                                             GError              **error);
/* (element-type HeedFeedbackRow); returns how many were not there before, -1 on error */
int           heed_store_add_feedback       (HeedStore            *self,
                                             GPtrArray            *rows,
                                             GError              **error);
GPtrArray    *heed_store_list_feedback      (HeedStore            *self,
                                             GError              **error);
void          heed_store_list_feedback_async
                                            (HeedStore            *self,
                                             GCancellable         *cancellable,
                                             GAsyncReadyCallback   callback,
                                             gpointer              user_data);
GPtrArray    *heed_store_list_feedback_finish
                                            (HeedStore            *self,
                                             GAsyncResult         *result,
                                             GError              **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HeedLookList, heed_look_list_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HeedFeedbackRow, heed_feedback_row_free)

G_END_DECLS
