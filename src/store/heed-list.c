/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Lists, counts and search. A question is put together from constant fragments; what people typed
 * is only ever bound.
 */
#include "config.h"

#include "heed-register.h"

#include <string.h>

/* Parameters: 1 owner, 2 place, 3 flag, 4 severity, 5 today, 6 tomorrow, 7 text, 8 limit. */
#define SQL_SELECT_DUE      "SELECT id, due_sort FROM cases WHERE "
#define SQL_SELECT_FEEDBACK "SELECT id, feedback_due FROM cases WHERE "
#define SQL_MY_DAY \
  "stage < 3 AND due_sort <= ?6 AND (owner = ?1 OR (owner IS NULL AND due_sort <= ?5))"
#define SQL_FLAG " AND instr(' ' || flags || ' ', ' ' || ?3 || ' ') > 0"
#define SQL_TEXT " AND id IN (SELECT rowid FROM search WHERE search MATCH ?7)"
#define SQL_COUNT                                                                             \
  "SELECT stage, count(*), sum(due_sort < ?1), sum(due_sort = ?1) FROM cases WHERE stage < 3" \
  " GROUP BY stage"
/* Whoever was asked and has not answered in time is not waited for any more. */
#define SQL_WAITING(today)                                                                       \
  "feedback_due IS NOT NULL AND NOT (feedback_due < " today                                      \
  " AND EXISTS (SELECT 1 FROM looks WHERE case_id = cases.id AND asked IS NOT NULL))"
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

/**
 * heed_search_quote:
 * @text: what somebody typed
 *
 * Quotes each word, so that nothing in it is taken for a query language. Each is the beginning of
 * a word looked for; digits typed with gaps are looked for as one number, too.
 *
 * Returns: (transfer full) (nullable): for MATCH; %NULL when there are fewer than two letters
 */
char *
heed_search_quote (const char *text)
{
  g_autoptr (GString) quoted = g_string_new (NULL);
  g_autoptr (GString) digits = g_string_new (NULL);
  g_auto (GStrv) words = NULL;
  gboolean number = TRUE;
  guint    letters = 0;

  for (const char *p = text; *p; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      letters += g_unichar_isalnum (c) || g_unichar_type (c) == G_UNICODE_OTHER_LETTER;
      if (g_ascii_isdigit (*p))
        g_string_append_c (digits, *p);
      else if (!strchr (" +-()/.", *p))
        number = FALSE;
    }
  if (letters < 2)
    return NULL;
  words = g_strsplit_set (text, " \t\n\r", -1);
  for (guint i = 0; words[i] != NULL; i++)
    {
      gboolean any = FALSE;

      for (const char *p = words[i]; *p; p = g_utf8_next_char (p))
        any = any || g_unichar_isalnum (g_utf8_get_char (p));
      if (!any)
        continue;
      g_strdelimit (words[i], "\"", ' ');
      g_string_append_printf (quoted, "%s\"%s\"*", quoted->len ? " AND " : "", words[i]);
    }
  if (quoted->len == 0)
    return NULL;
  if (number && digits->len >= 3)
    {
      g_string_prepend_c (quoted, '(');
      g_string_append_printf (quoted, ") OR \"%s\"*", digits->str);
    }
  return g_string_free_and_steal (g_steal_pointer (&quoted));
}

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
  if (text)
    g_string_append (sql, SQL_TEXT);
}

static char *
compose (const HeedQuery *query,
         gboolean         text)
{
  gboolean feedback = query->view == HEED_VIEW_FEEDBACK;
  GString *sql = g_string_new (feedback ? SQL_SELECT_FEEDBACK : SQL_SELECT_DUE);

  heed_list_add_condition (sql, query, text);
  if (query->sort == HEED_SORT_RECEIVED)
    g_string_append (sql, text ? " ORDER BY id DESC" : " ORDER BY received DESC, id DESC");
  else
    g_string_append (sql, feedback ? " ORDER BY feedback_due, id" : " ORDER BY due_sort, id");
  g_string_append (sql, " LIMIT ?8");
  return g_string_free_and_steal (sql);
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
  if (text)
    heed_statement_bind_text (statement, 7, text);
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

/**
 * heed_list_load:
 * @database: a connection
 * @query: the question
 * @tomorrow: the next working day, for %HEED_VIEW_MY_DAY
 * @error: return location
 *
 * Loads the ids of a list.
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
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (HeedStatement) statement = NULL;
  g_autofree char *text = NULL;
  g_autofree char *sql = NULL;
  HeedStep         step = HEED_STEP_ERROR;

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
  heed_statement_bind_int (statement, 8, query->limit ? (gint64) query->limit + 1 : -1);
  while ((step = heed_statement_step (statement, error)) == HEED_STEP_ROW)
    {
      gint64 id = heed_statement_get_int (statement, 0);

      if (query->limit && ids->len == query->limit)
        {
          list->capped = TRUE;
          step = HEED_STEP_DONE;
          break;
        }
      g_array_append_val (ids, id);
      list->bucket_ends[bucket_of (heed_statement_get_int (statement, 1), query->today)]++;
    }
  if (step != HEED_STEP_DONE)
    return NULL;
  for (guint i = 1; i < HEED_N_BUCKETS; i++)
    list->bucket_ends[i] += list->bucket_ends[i - 1];
  if (query->sort != HEED_SORT_DUE)
    memset (list->bucket_ends, 0, sizeof list->bucket_ends);
  list->n_ids = ids->len;
  list->ids = (gint64 *) (gpointer) g_array_free (g_steal_pointer (&ids), FALSE);
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
