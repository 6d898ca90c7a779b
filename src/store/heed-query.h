/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "heed-case.h"

G_BEGIN_DECLS

/**
 * HeedView:
 * @HEED_VIEW_ALL: every case
 * @HEED_VIEW_LISTEN: open cases in that stage (and so on)
 * @HEED_VIEW_FEEDBACK: closed cases waiting for feedback
 * @HEED_VIEW_MY_DAY: open cases of @owner that are late, due today or tomorrow's
 *   working day, and those nobody owns that are late or due today
 */
typedef enum
{
  HEED_VIEW_ALL,
  HEED_VIEW_LISTEN,
  HEED_VIEW_ACKNOWLEDGE,
  HEED_VIEW_RESOLVE,
  HEED_VIEW_FEEDBACK,
  HEED_VIEW_MY_DAY,
} HeedView;

typedef enum
{
  HEED_SORT_DUE,
  HEED_SORT_RECEIVED,       /* newest first */
} HeedSort;

/* How many cases a text finds at most, unless the question names another limit. */
#define HEED_SEARCH_MOST 1000

/**
 * HeedCounted:
 * @basis: a #HeedTallyBasis
 * @from: the first day
 * @end: the day after the last
 * @flags: what must be so
 * @hit_flags: with @hit 1, what must be so, too; with 0, what must not all be so
 * @hit: 1, 0; -1 any
 * @done_before: what waits to be done counts only if it was due before this day
 * @site: (nullable): only of this site
 * @place: (nullable): only of this service or ward
 * @code: (nullable): only of this code and those below it
 * @stage: (nullable): only of this stage of care
 * @harm: at least this harm; -1 any
 *
 * The cases behind a number that measures count.
 */
typedef struct
{
  int      basis;
  HeedDate from;
  HeedDate end;
  guint    flags;
  guint    hit_flags;
  int      hit;
  HeedDate done_before;
  char    *site;
  char    *place;
  char    *code;
  char    *stage;
  int      harm;
} HeedCounted;

/**
 * HeedQuery:
 * A question to the register. NULL, -1 and 0 mean "any". Filters combine with "and".
 * @text: what somebody typed: words, a name, a reference, digits of a phone number; never parsed
 *   as a query language. Finds the newest cases, at most %HEED_SEARCH_MOST if @limit is 0
 * @today: for buckets and lateness
 * @owner: exact; "" means no one
 * @counted: (nullable): only the cases behind this number
 */
typedef struct
{
  HeedView    view;
  HeedSort    sort;
  HeedDate    today;
  gboolean    late_only;
  char       *owner;
  char       *place;
  char       *flag;
  int         severity;     /* exact; -1 any */
  char       *text;
  guint       limit;
  HeedCounted *counted;
} HeedQuery;

/**
 * HeedBucket:
 * The sections of a list sorted by due date.
 */
typedef enum
{
  HEED_BUCKET_LATE,
  HEED_BUCKET_TODAY,
  HEED_BUCKET_THIS_WEEK,    /* up to and with the coming Sunday */
  HEED_BUCKET_LATER,
  HEED_BUCKET_WAITING,      /* open, with no date: paused, or nothing agreed yet */
  HEED_BUCKET_CLOSED,
} HeedBucket;

#define HEED_N_BUCKETS 6

/**
 * HeedIdList:
 * @ids: register ids in view order
 * @n_ids: how many
 * @bucket_ends: with %HEED_SORT_DUE, for each bucket the position after its last id
 * @capped: whether the limit cut the list
 */
typedef struct
{
  gint64   *ids;
  guint     n_ids;
  guint     bucket_ends[HEED_N_BUCKETS];
  gboolean  capped;
} HeedIdList;

/**
 * HeedCounts:
 * @open: open cases in each stage; for %HEED_STAGE_CLOSED those waiting for feedback
 * @late: how many of them are past their due date
 * @my_day: 0; see heed_store_list() with %HEED_VIEW_MY_DAY
 * @all: every open case
 */
typedef struct
{
  guint open[HEED_N_STAGES];
  guint late[HEED_N_STAGES];
  guint today;
  guint all_open;
  guint all_late;
} HeedCounts;

/**
 * HeedVerdict:
 * What verifying found.
 * @n_exports: lines of the export ledger
 * @problems: (element-type utf8): each names the case, the act and what is wrong
 */
typedef struct
{
  guint64    n_cases;
  guint64    n_acts;
  guint64    n_exports;
  GPtrArray *problems;
  char      *head;          /* SHA-256 over the heads of all cases */
} HeedVerdict;

HeedCounted *heed_counted_new (int                basis,
                               HeedDate           from,
                               HeedDate           end);
HeedCounted *heed_counted_copy (const HeedCounted *self);
void        heed_counted_free (HeedCounted       *self);
HeedQuery  *heed_query_new     (void);
HeedQuery  *heed_query_copy    (const HeedQuery  *self);
void        heed_query_free    (HeedQuery        *self);
void        heed_id_list_free  (HeedIdList       *self);
void        heed_verdict_free  (HeedVerdict      *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HeedCounted, heed_counted_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HeedQuery, heed_query_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HeedIdList, heed_id_list_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HeedVerdict, heed_verdict_free)

G_END_DECLS
