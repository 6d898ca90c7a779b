/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Lists, counts and search. A question is put together from constant fragments; what people typed
 * is only ever bound.
 */
#include "config.h"

#include "heed-register.h"
#include "heed-search.h"

#include <stdlib.h>
#include <string.h>

/* Parameters: 1 owner, 2 place, 3 flag, 4 severity, 5 today, 6 tomorrow, 7 text, 8 limit. */
#define SQL_SELECT_DUE      "SELECT id, due_sort FROM cases WHERE "
#define SQL_SELECT_FEEDBACK "SELECT id, feedback_due FROM cases WHERE "
/* What is found, newest first: the index is read from its end, and no further than needed. */
#define SQL_FIND                                                                            \
  "SELECT id, due_sort FROM search CROSS JOIN cases ON id = search.rowid WHERE search MATCH ?7 AND "
#define SQL_FIND_FEEDBACK                                                                       \
  "SELECT id, feedback_due FROM search CROSS JOIN cases ON id = search.rowid WHERE search MATCH" \
  " ?7 AND "
#define SQL_MY_DAY \
  "stage < 3 AND due_sort <= ?6 AND (owner = ?1 OR (owner IS NULL AND due_sort <= ?5))"
#define SQL_TEXT " AND id IN (SELECT rowid FROM search WHERE search MATCH ?7)"
#define SQL_FLAG " AND instr(' ' || flags || ' ', ' ' || ?3 || ' ') > 0"
/* Parameters: 20 basis, 21 from, 22 end, 23 flags, 24 flags of a hit, 25 hit, 26 done before, 27
 * site, 28 place, 29 code, 30 stage, 31 harm. 32 is the flag of what is done. */
#define SQL_COUNTED                                                                           \
  " AND id IN (SELECT case_id FROM tally WHERE basis = ?20 AND day >= ?21 AND day < ?22"      \
  " AND (flags & ?23) = ?23 AND (?25 < 0 OR ((flags & ?24) = ?24) = ?25)"                     \
  " AND ((flags & 32) <> 0 OR day < ?26) AND (?27 IS NULL OR site = ?27)"                     \
  " AND (?28 IS NULL OR place = ?28)"                                                         \
  " AND (?29 IS NULL OR code = ?29 OR (code > ?29 || '.' AND code < ?29 || '/'))"             \
  " AND (?30 IS NULL OR stage = ?30) AND (?31 < 0 OR value >= ?31))"
#define SQL_COUNT                                                                             \
  "SELECT stage, count(*), sum(due_sort < ?1), sum(due_sort = ?1) FROM cases WHERE stage < 3" \
  " GROUP BY stage"
/* Whoever was asked and has not answered in time is not waited for any more. */
#define SQL_WAITING(today)                                                                       \
  "feedback_due IS NOT NULL AND NOT (feedback_due < " today                                      \
  " AND id IN (SELECT case_id FROM looks WHERE asked IS NOT NULL))"
#define SQL_COUNT_FEEDBACK                                                                       \
  "SELECT count(*), coalesce(sum(feedback_due < ?1), 0) FROM cases WHERE " SQL_WAITING ("?1")

static const char *const view_sql[] = {
  "1",
  "stage = 0 AND stage < 3",
  "stage = 1 AND stage < 3",
  "stage = 2 AND stage < 3",
  SQL_WAITING ("?5"),
  SQL_MY_DAY,
};

/* The condition; the same for lists and for reading all of it as a stream. */
void
heed_list_add_condition (GString         *sql,
                         const HeedQuery *query,
                         gboolean         text)
{
  gboolean feedback = query->view == HEED_VIEW_FEEDBACK;

  g_string_append (sql, view_sql[query->view]);
  if (query->owner && query->view != HEED_VIEW_MY_DAY)
    g_string_append (sql, *query->owner ? " AND owner = ?1" : " AND owner IS NULL");
  if (query->place)
    g_string_append (sql, " AND place = ?2");
  if (query->flag)
    g_string_append (sql, SQL_FLAG);
  if (query->severity >= 0)
    g_string_append (sql, " AND severity = ?4");
  if (query->late_only)
    g_string_append (sql, feedback ? " AND feedback_due < ?5" : " AND stage < 3 AND due_sort < ?5");
  if (query->counted)
    g_string_append (sql, SQL_COUNTED);
  if (text)
    g_string_append (sql, SQL_TEXT);
}

static void
bind_counted (HeedStatement     *statement,
              const HeedCounted *counted)
{
  heed_statement_bind_int (statement, 20, counted->basis);
  heed_statement_bind_int (statement, 21, counted->from);
  heed_statement_bind_int (statement, 22, counted->end);
  heed_statement_bind_int (statement, 23, counted->flags);
  heed_statement_bind_int (statement, 24, counted->hit_flags);
  heed_statement_bind_int (statement, 25, counted->hit);
  heed_statement_bind_int (statement, 26, counted->done_before);
  heed_statement_bind_text (statement, 27, counted->site);
  heed_statement_bind_text (statement, 28, counted->place);
  heed_statement_bind_text (statement, 29, counted->code);
  heed_statement_bind_text (statement, 30, counted->stage);
  heed_statement_bind_int (statement, 31, counted->harm);
}

static char *
compose (const HeedQuery *query,
         gboolean         text)
{
  gboolean feedback = query->view == HEED_VIEW_FEEDBACK;
  GString *sql = g_string_new (text ? (feedback ? SQL_FIND_FEEDBACK : SQL_FIND)
                                    : (feedback ? SQL_SELECT_FEEDBACK : SQL_SELECT_DUE));

  heed_list_add_condition (sql, query, FALSE);
  if (text)
    g_string_append (sql, " ORDER BY search.rowid DESC");
  else if (query->sort == HEED_SORT_RECEIVED)
    g_string_append (sql, " ORDER BY received DESC, id DESC");
  else
    g_string_append (sql, feedback ? " ORDER BY feedback_due, id" : " ORDER BY due_sort, id");
  g_string_append (sql, " LIMIT ?8");
  return g_string_free_and_steal (sql);
}

static guint
get_limit (const HeedQuery *query,
           const char      *text)
{
  return query->limit == 0 && text != NULL ? HEED_SEARCH_MOST : query->limit;
}

/* Binds what heed_list_add_condition() asks about. */
void
heed_list_bind_condition (HeedStatement   *statement,
                          const HeedQuery *query,
                          HeedDate         tomorrow,
                          const char      *text)
{
  if ((query->owner && *query->owner) || query->view == HEED_VIEW_MY_DAY)
    heed_statement_bind_text (statement, 1, query->owner);
  if (query->place)
    heed_statement_bind_text (statement, 2, query->place);
  if (query->flag)
    heed_statement_bind_text (statement, 3, query->flag);
  if (query->severity >= 0)
    heed_statement_bind_int (statement, 4, query->severity);
  if (query->late_only || query->view == HEED_VIEW_MY_DAY || query->view == HEED_VIEW_FEEDBACK)
    heed_statement_bind_int (statement, 5, query->today);
  if (query->view == HEED_VIEW_MY_DAY)
    heed_statement_bind_int (statement, 6, tomorrow);
  if (query->counted)
    bind_counted (statement, query->counted);
  if (text)
    heed_statement_bind_text (statement, 7, text);
}

/* An id and when it is due. */
typedef struct
{
  gint64 id;
  gint64 due;
} Entry;

static int
compare_entries (gconstpointer a,
                 gconstpointer b)
{
  const Entry *left = a, *right = b;

  if (left->due != right->due)
    return left->due < right->due ? -1 : 1;
  return (left->id > right->id) - (left->id < right->id);
}

/* Loads the entries of a list; those found by a text come newest first. */
static GArray *
load_entries (HeedStatement *statement,
              guint          limit,
              gboolean      *capped,
              GError       **error)
{
  g_autoptr (GArray) entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  HeedStep step;

  while ((step = heed_statement_step (statement, error)) == HEED_STEP_ROW)
    {
      Entry entry = { heed_statement_get_int (statement, 0), heed_statement_get_int (statement, 1) };

      *capped = limit > 0 && entries->len == limit;
      if (*capped)
        return g_steal_pointer (&entries);
      g_array_append_val (entries, entry);
    }
  return step == HEED_STEP_DONE ? g_steal_pointer (&entries) : NULL;
}

static HeedBucket
bucket_of (gint64   due,
           HeedDate today)
{
  HeedDate sunday = today + (7 - heed_date_get_weekday (today)) % 7;

  if (due >= HEED_DUE_CLOSED)
    return HEED_BUCKET_CLOSED;
  if (due >= HEED_DUE_WAITING)
    return HEED_BUCKET_WAITING;
  if (due < today)
    return HEED_BUCKET_LATE;
  if (due == today)
    return HEED_BUCKET_TODAY;
  return due <= sunday ? HEED_BUCKET_THIS_WEEK : HEED_BUCKET_LATER;
}

/* Divides a list sorted by due date into its sections. */
static void
count_buckets (HeedIdList *list,
               GArray     *entries,
               HeedDate    today)
{
  for (guint i = 0; i < entries->len; i++)
    list->bucket_ends[bucket_of (g_array_index (entries, Entry, i).due, today)]++;
  for (guint i = 1; i < HEED_N_BUCKETS; i++)
    list->bucket_ends[i] += list->bucket_ends[i - 1];
}

/**
 * heed_list_load:
 * @database: a connection
 * @query: the question
 * @tomorrow: the next working day, for %HEED_VIEW_MY_DAY
 * @error: return location
 *
 * Loads the ids of a list. Of what a text finds, the newest are taken, at most %HEED_SEARCH_MOST
 * where the question names no limit, and then sorted.
 *
 * Returns: (transfer full): the ids in view order
 */
HeedIdList *
heed_list_load (HeedDatabase    *database,
                const HeedQuery *query,
                HeedDate         tomorrow,
                GError         **error)
{
  g_autoptr (HeedIdList) list = g_new0 (HeedIdList, 1);
  g_autoptr (GArray) entries = NULL;
  g_autoptr (HeedStatement) statement = NULL;
  g_autofree char *text = NULL;
  g_autofree char *sql = NULL;
  guint limit;

  if (query->text && *query->text)
    {
      text = heed_search_quote (query->text);
      if (text == NULL)
        return g_steal_pointer (&list);
    }
  sql = compose (query, text != NULL);
  statement = heed_database_prepare (database, sql, error);
  if (statement == NULL)
    return NULL;
  heed_list_bind_condition (statement, query, tomorrow, text);
  limit = get_limit (query, text);
  heed_statement_bind_int (statement, 8, limit ? (gint64) limit + 1 : -1);
  entries = load_entries (statement, limit, &list->capped, error);
  if (entries == NULL)
    return NULL;
  if (query->sort == HEED_SORT_DUE)
    {
      if (text != NULL)
        g_array_sort (entries, compare_entries);
      count_buckets (list, entries, query->today);
    }
  list->n_ids = entries->len;
  list->ids = g_new (gint64, entries->len);
  for (guint i = 0; i < entries->len; i++)
    list->ids[i] = g_array_index (entries, Entry, i).id;
  return g_steal_pointer (&list);
}

/**
 * heed_list_count:
 * @database: a connection
 * @today: for lateness
 * @counts: (out): the counts
 * @error: return location
 *
 * Counts open cases.
 *
 * Returns: whether it succeeded
 */
gboolean
heed_list_count (HeedDatabase *database,
                 HeedDate      today,
                 HeedCounts   *counts,
                 GError      **error)
{
  g_autoptr (HeedStatement) open = heed_database_query (database, error, SQL_COUNT, "i", (gint64) today);
  g_autoptr (HeedStatement) feedback = NULL;
  HeedStep step = HEED_STEP_ERROR;

  *counts = (HeedCounts) { 0 };
  while (open && (step = heed_statement_step (open, error)) == HEED_STEP_ROW)
    {
      gint64 stage = heed_statement_get_int (open, 0);

      counts->open[stage] = (guint) heed_statement_get_int (open, 1);
      counts->late[stage] = (guint) heed_statement_get_int (open, 2);
      counts->today += (guint) heed_statement_get_int (open, 3);
      counts->all_open += counts->open[stage];
      counts->all_late += counts->late[stage];
    }
  if (step != HEED_STEP_DONE)
    return FALSE;
  feedback = heed_database_query (database, error, SQL_COUNT_FEEDBACK, "i", (gint64) today);
  if (!feedback || heed_statement_step (feedback, error) != HEED_STEP_ROW)
    return FALSE;
  counts->open[HEED_STAGE_CLOSED] = (guint) heed_statement_get_int (feedback, 0);
  counts->late[HEED_STAGE_CLOSED] = (guint) heed_statement_get_int (feedback, 1);
  return TRUE;
}
