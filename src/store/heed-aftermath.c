/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The part of the register that tells what comes of cases: actions, closed cases to look back at,
 * and what was said and done. Computed from each case alone, like the rest of the register.
 */
#include "config.h"

#include "heed-aftermath.h"

#define SQL_WRITE_ACTION                                                                          \
  "INSERT OR REPLACE INTO actions (case_id, kind, number, due, done, check_due, proven, dropped," \
  " text, owner, strength, effective, place) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
#define SQL_WRITE_LOOK                                                                            \
  "INSERT OR REPLACE INTO looks (case_id, closed, reviewed, asked, declined, answered, low,"      \
  " reopened, overall, heard, fft, speak_up_again, care_affected)"                                \
  " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
#define SQL_WRITE_SAID                                                                            \
  "INSERT OR REPLACE INTO said (case_id, number, said_on, publishable, you_said, we_did, place)"  \
  " VALUES (?, ?, ?, ?, ?, ?, ?)"
/* One text a row, in the form that the functions below make from the case. */
#define SQL_ACTION_TEXTS                                                                          \
  "SELECT kind || '|' || number || '|' || due || '|' || coalesce(done, '') || '|'"                \
  " || coalesce(check_due, '') || '|' || proven || '|' || dropped || '|' || coalesce(text, '')"   \
  " || '|' || coalesce(owner, '') || '|' || coalesce(strength, '') || '|'"                        \
  " || coalesce(effective, '') || '|' || coalesce(place, '')"                                     \
  " FROM actions WHERE case_id = ? ORDER BY kind, number"
#define SQL_LOOK_TEXTS                                                                            \
  "SELECT coalesce(closed, '') || '|' || coalesce(reviewed, '') || '|' || coalesce(asked, '')"    \
  " || '|' || coalesce(declined, '') || '|' || coalesce(answered, '') || '|' || low || '|'"       \
  " || reopened || '|' || overall || '|' || coalesce(heard, '') || '|' || coalesce(fft, '')"      \
  " || '|' || coalesce(speak_up_again, '') || '|' || coalesce(care_affected, '')"                 \
  " FROM looks WHERE case_id = ?"
#define SQL_SAID_TEXTS                                                                            \
  "SELECT number || '|' || said_on || '|' || publishable || '|' || you_said || '|' || we_did"     \
  " || '|' || coalesce(place, '') FROM said WHERE case_id = ? ORDER BY number"

#define SQL_ACTIONS                                                                               \
  "SELECT a.case_id, a.kind, a.number, a.due, a.done, a.check_due, a.proven, a.text, a.owner,"    \
  " a.strength, a.effective, a.place, c.reference, c.name"                                        \
  " FROM actions AS a JOIN cases AS c ON c.id = a.case_id WHERE a.dropped = 0 AND "
#define SQL_ACTIONS_ORDER " ORDER BY a.due, a.case_id, a.kind, a.number"
#define SQL_COUNT_ACTIONS "SELECT count(*) FROM actions AS a WHERE a.dropped = 0 AND "
#define SQL_OPEN "a.done IS NULL"
#define SQL_NO_PROOF "a.done IS NOT NULL AND a.proven = 0"
#define SQL_CHECK "a.check_due <= ?1"
#define SQL_NOT_EFFECTIVE "a.effective IN ('no', 'partly')"

/* In the order of HeedActionFilter; each names today, so that it is bound alike. */
#define ACTION_SQL(start, end)                                                                    \
  start "?1 IS NOT NULL AND (" SQL_OPEN " OR " SQL_NO_PROOF " OR " SQL_CHECK " OR "               \
  SQL_NOT_EFFECTIVE ")" end,                                                                      \
  start "?1 IS NOT NULL AND " SQL_OPEN end,                                                       \
  start "a.due < ?1 AND " SQL_OPEN end,                                                           \
  start "?1 IS NOT NULL AND " SQL_NO_PROOF end,                                                   \
  start SQL_CHECK end,                                                                            \
  start "?1 IS NOT NULL AND " SQL_NOT_EFFECTIVE end,                                              \
  start "?1 IS NOT NULL" end

static const char *const list_sql[] = { ACTION_SQL (SQL_ACTIONS, SQL_ACTIONS_ORDER) };
static const char *const count_sql[] = { ACTION_SQL (SQL_COUNT_ACTIONS, "") };

#define SQL_LOOKS                                                                                 \
  "SELECT l.case_id, l.closed, l.low, l.reopened, l.overall, l.heard, c.reference, c.name,"       \
  " c.words, c.place FROM looks AS l JOIN cases AS c ON c.id = l.case_id"                         \
  " WHERE l.closed IS NOT NULL AND l.reviewed IS NULL"                                            \
  " AND (l.low = 1 OR l.reopened = 1 OR l.closed >= ?1) ORDER BY l.closed, l.case_id"
#define SQL_POOL "SELECT case_id FROM looks WHERE closed >= ?1"
#define SQL_SAID                                                                                  \
  "SELECT s.case_id, s.said_on, s.publishable, s.you_said, s.we_did, s.place, c.reference"        \
  " FROM said AS s JOIN cases AS c ON c.id = s.case_id WHERE s.publishable >= ?1"                 \
  " ORDER BY s.said_on DESC, s.case_id DESC, s.number DESC"

G_STATIC_ASSERT (G_N_ELEMENTS (list_sql) == HEED_N_ACTION_FILTERS);

/* Rows of the tables, as they are to be */

typedef struct
{
  HeedActionKind kind;
  guint          number;
  HeedDate       due, done, check_due;
  gboolean       proven, dropped;
  const char    *text, *owner, *strength, *effective;
} Action;

static Action
get_action (const HeedCase *state,
            guint           index)
{
  const HeedLearning       *learning;
  const HeedRecommendation *met;

  if (index >= state->learning->len)
    {
      met = g_ptr_array_index (state->recommendations, index - state->learning->len);
      return (Action) { HEED_ACTION_RECOMMENDATION, met->number, met->due, met->met, HEED_DATE_NONE,
                        met->met != HEED_DATE_NONE, FALSE, met->text, met->owner, NULL, NULL };
    }
  learning = g_ptr_array_index (state->learning, index);
  return (Action) { HEED_ACTION_LEARNING, learning->number, learning->due, learning->done,
                    heed_learning_get_check_due (learning), learning->proof != NULL,
                    learning->dropped != HEED_DATE_NONE, learning->text, learning->owner,
                    learning->strength, learning->effective };
}

static guint
count_actions (const HeedCase *state)
{
  return state->learning->len + state->recommendations->len;
}

/* A case is looked back at once it was answered; reopened, it keeps its place without a day. */
static gboolean
has_look (const HeedCase *state)
{
  return state->rounds->len > 1 || g_strcmp0 (state->ending, "resolved") == 0
         || g_strcmp0 (state->ending, "settled") == 0;
}

static const HeedFeedback *
get_feedback_of_round (const HeedCase *state)
{
  const HeedFeedback *last = heed_case_get_feedback (state);

  return last != NULL && last->round == state->rounds->len ? last : NULL;
}

/* NULL for a day that is none. */
static void
bind_day (HeedStatement *statement,
          int            place,
          HeedDate       day)
{
  if (day != HEED_DATE_NONE)
    heed_statement_bind_int (statement, place, day);
}

static gboolean
write_action (HeedDatabase   *database,
              const HeedCase *state,
              const Action   *action,
              GError        **error)
{
  HeedStatement *statement = heed_database_prepare (database, SQL_WRITE_ACTION, error);
  const char    *texts[] = { action->text, action->owner, action->strength, action->effective,
                             heed_case_get_place (state) };

  if (statement == NULL)
    return FALSE;
  heed_statement_bind_int (statement, 1, state->id);
  heed_statement_bind_int (statement, 2, action->kind);
  heed_statement_bind_int (statement, 3, action->number);
  heed_statement_bind_int (statement, 4, action->due);
  bind_day (statement, 5, action->done);
  bind_day (statement, 6, action->check_due);
  heed_statement_bind_int (statement, 7, action->proven);
  heed_statement_bind_int (statement, 8, action->dropped);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    heed_statement_bind_text (statement, 9 + (int) i, texts[i]);
  return heed_statement_finish (statement, error);
}

static gboolean
write_look (HeedDatabase   *database,
            const HeedCase *state,
            GError        **error)
{
  static const HeedFeedback nothing = { .on = HEED_DATE_NONE };
  const HeedFeedback *said = get_feedback_of_round (state);
  const HeedReview   *review = heed_case_get_review (state);
  HeedStatement      *statement = heed_database_prepare (database, SQL_WRITE_LOOK, error);

  if (statement == NULL)
    return FALSE;
  if (said == NULL)
    said = &nothing;
  heed_statement_bind_int (statement, 1, state->id);
  bind_day (statement, 2, heed_case_get_round (state)->closed);
  bind_day (statement, 3, review != NULL ? review->on : HEED_DATE_NONE);
  bind_day (statement, 4, state->feedback_asked);
  bind_day (statement, 5, state->feedback_declined);
  bind_day (statement, 6, said->on);
  heed_statement_bind_int (statement, 7, heed_feedback_is_low (said));
  heed_statement_bind_int (statement, 8, state->rounds->len > 1);
  heed_statement_bind_int (statement, 9, said->overall);
  heed_statement_bind_text (statement, 10, said->heard);
  heed_statement_bind_text (statement, 11, said->fft);
  heed_statement_bind_text (statement, 12, said->speak_up_again);
  heed_statement_bind_text (statement, 13, said->care_affected);
  return heed_statement_finish (statement, error);
}

/**
 * heed_aftermath_write:
 * @database: a connection, in a transaction
 * @state: a case
 * @error: return location
 *
 * Writes what came of a case. Nothing of it ever goes away again, so there is nothing to delete.
 *
 * Returns: whether it succeeded
 */
gboolean
heed_aftermath_write (HeedDatabase   *database,
                      const HeedCase *state,
                      GError        **error)
{
  for (guint i = 0; i < count_actions (state); i++)
    {
      const Action action = get_action (state, i);

      if (!write_action (database, state, &action, error))
        return FALSE;
    }
  for (guint i = 0; i < state->reviews->len; i++)
    {
      const HeedReview *review = g_ptr_array_index (state->reviews, i);

      if (review->you_said != NULL && review->we_did != NULL
          && !heed_database_run (database, error, SQL_WRITE_SAID, "iiiittt", state->id,
                                 (gint64) i + 1, (gint64) review->on, (gint64) review->publishable,
                                 review->you_said, review->we_did, heed_case_get_place (state)))
        return FALSE;
    }
  return !has_look (state) || write_look (database, state, error);
}

/* Comparing */

static void
add_day (GString *text,
         HeedDate day)
{
  if (day != HEED_DATE_NONE)
    g_string_append_printf (text, "%d", day);
  g_string_append_c (text, '|');
}

static void
add_texts (GString           *text,
           const char *const *texts,
           guint              n_texts)
{
  for (guint i = 0; i < n_texts; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "|" : "", texts[i] ? texts[i] : "");
  g_string_append_c (text, '\n');
}

static char *
tell_actions (const HeedCase *state)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < count_actions (state); i++)
    {
      const Action action = get_action (state, i);
      const char  *texts[] = { action.text, action.owner, action.strength, action.effective,
                               heed_case_get_place (state) };

      g_string_append_printf (text, "%u|%u|%d|", action.kind, action.number, action.due);
      add_day (text, action.done);
      add_day (text, action.check_due);
      g_string_append_printf (text, "%d|%d|", action.proven, action.dropped);
      add_texts (text, texts, G_N_ELEMENTS (texts));
    }
  return g_string_free_and_steal (text);
}

static char *
tell_look (const HeedCase *state)
{
  static const HeedFeedback nothing = { .on = HEED_DATE_NONE };
  const HeedFeedback *said = get_feedback_of_round (state);
  const HeedReview   *review = heed_case_get_review (state);
  GString            *text = g_string_new (NULL);
  const char         *texts[4];

  if (!has_look (state))
    return g_string_free_and_steal (text);
  if (said == NULL)
    said = &nothing;
  add_day (text, heed_case_get_round (state)->closed);
  add_day (text, review != NULL ? review->on : HEED_DATE_NONE);
  add_day (text, state->feedback_asked);
  add_day (text, state->feedback_declined);
  add_day (text, said->on);
  g_string_append_printf (text, "%d|%d|%d|", heed_feedback_is_low (said), state->rounds->len > 1,
                          said->overall);
  texts[0] = said->heard;
  texts[1] = said->fft;
  texts[2] = said->speak_up_again;
  texts[3] = said->care_affected;
  add_texts (text, texts, G_N_ELEMENTS (texts));
  return g_string_free_and_steal (text);
}

static char *
tell_said (const HeedCase *state)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < state->reviews->len; i++)
    {
      const HeedReview *review = g_ptr_array_index (state->reviews, i);
      const char       *texts[] = { review->you_said, review->we_did, heed_case_get_place (state) };

      if (texts[0] == NULL || texts[1] == NULL)
        continue;
      g_string_append_printf (text, "%u|%d|%d|", i + 1, review->on, review->publishable);
      add_texts (text, texts, G_N_ELEMENTS (texts));
    }
  return g_string_free_and_steal (text);
}

static gboolean
compare (HeedDatabase *database,
         const char   *sql,
         gint64        case_id,
         char         *expected,
         gboolean     *differs,
         GError      **error)
{
  g_autofree char *owned = expected;
  g_autoptr (HeedStatement) statement = heed_database_query (database, error, sql, "i", case_id);
  g_autoptr (GString) text = g_string_new (NULL);
  HeedStep step = HEED_STEP_ERROR;

  while (statement && (step = heed_statement_step (statement, error)) == HEED_STEP_ROW)
    g_string_append_printf (text, "%s\n", heed_statement_get_text (statement, 0));
  *differs |= !g_str_equal (text->str, owned);
  return step == HEED_STEP_DONE;
}

/**
 * heed_aftermath_check:
 * @database: a connection
 * @state: a case, folded from the ledger
 * @differs: (inout): set where the register tells something else
 * @error: return location
 *
 * Compares this part of the register with what it should be.
 *
 * Returns: whether it could be read
 */
gboolean
heed_aftermath_check (HeedDatabase   *database,
                      const HeedCase *state,
                      gboolean       *differs,
                      GError        **error)
{
  return compare (database, SQL_ACTION_TEXTS, state->id, tell_actions (state), differs, error)
         && compare (database, SQL_LOOK_TEXTS, state->id, tell_look (state), differs, error)
         && compare (database, SQL_SAID_TEXTS, state->id, tell_said (state), differs, error);
}

/* Reading */

static HeedDate
get_day (HeedStatement *statement,
         int            column)
{
  return heed_statement_is_null (statement, column)
           ? HEED_DATE_NONE
           : (HeedDate) heed_statement_get_int (statement, column);
}

static HeedActionRow *
read_action (HeedStatement *statement)
{
  HeedActionRow *row = g_new0 (HeedActionRow, 1);

  row->case_id = heed_statement_get_int (statement, 0);
  row->kind = (HeedActionKind) heed_statement_get_int (statement, 1);
  row->number = (guint) heed_statement_get_int (statement, 2);
  row->due = get_day (statement, 3);
  row->done = get_day (statement, 4);
  row->check_due = get_day (statement, 5);
  row->proven = heed_statement_get_int (statement, 6) != 0;
  row->text = heed_statement_dup_text (statement, 7);
  row->owner = heed_statement_dup_text (statement, 8);
  row->strength = heed_statement_dup_text (statement, 9);
  row->effective = heed_statement_dup_text (statement, 10);
  row->place = heed_statement_dup_text (statement, 11);
  row->reference = heed_statement_dup_text (statement, 12);
  row->name = heed_statement_dup_text (statement, 13);
  return row;
}

/**
 * heed_aftermath_list_actions:
 * @database: a connection
 * @filter: which
 * @today: for what is late or due to be checked
 * @error: return location
 *
 * Returns: (transfer full) (element-type HeedActionRow): the actions, the first due first
 */
GPtrArray *
heed_aftermath_list_actions (HeedDatabase    *database,
                             HeedActionFilter filter,
                             HeedDate         today,
                             GError         **error)
{
  g_autoptr (GPtrArray) rows =
    g_ptr_array_new_with_free_func ((GDestroyNotify) heed_action_row_free);
  g_autoptr (HeedStatement) statement =
    heed_database_query (database, error, list_sql[filter], "i", (gint64) today);
  HeedStep step = HEED_STEP_ERROR;

  while (statement && (step = heed_statement_step (statement, error)) == HEED_STEP_ROW)
    g_ptr_array_add (rows, read_action (statement));
  return step == HEED_STEP_DONE ? g_steal_pointer (&rows) : NULL;
}

/**
 * heed_aftermath_count_actions:
 * @database: a connection
 * @today: for what is late or due to be checked
 * @error: return location
 *
 * Returns: (transfer full): how many actions each filter finds; free with g_free()
 */
HeedActionCounts *
heed_aftermath_count_actions (HeedDatabase *database,
                              HeedDate      today,
                              GError      **error)
{
  g_autofree HeedActionCounts *counts = g_new0 (HeedActionCounts, 1);

  for (guint i = 0; i < HEED_N_ACTION_FILTERS; i++)
    {
      g_autoptr (HeedStatement) statement =
        heed_database_query (database, error, count_sql[i], "i", (gint64) today);

      if (!statement || heed_statement_step (statement, error) != HEED_STEP_ROW)
        return NULL;
      counts->n[i] = (guint) heed_statement_get_int (statement, 0);
    }
  return g_steal_pointer (&counts);
}

static HeedLookRow *
read_look (HeedStatement *statement)
{
  HeedLookRow *row = g_new0 (HeedLookRow, 1);

  row->case_id = heed_statement_get_int (statement, 0);
  row->closed = get_day (statement, 1);
  row->why = heed_statement_get_int (statement, 2) != 0 ? HEED_LOOK_LOW : 0;
  row->why |= heed_statement_get_int (statement, 3) != 0 ? HEED_LOOK_REOPENED : 0;
  row->overall = (int) heed_statement_get_int (statement, 4);
  row->heard = heed_statement_dup_text (statement, 5);
  row->reference = heed_statement_dup_text (statement, 6);
  row->name = heed_statement_dup_text (statement, 7);
  row->words = heed_statement_dup_text (statement, 8);
  row->place = heed_statement_dup_text (statement, 9);
  return row;
}

static gboolean
draw (HeedDatabase        *database,
      const HeedLookQuery *query,
      HeedLookList        *list,
      HeedDate             since,
      GError             **error)
{
  g_autoptr (HeedStatement) pool =
    heed_database_query (database, error, SQL_POOL, "i", (gint64) since);
  HeedStep step = HEED_STEP_ERROR;

  while (pool && (step = heed_statement_step (pool, error)) == HEED_STEP_ROW)
    {
      list->n_pool++;
      list->n_drawn += heed_look_is_drawn (query->seed, heed_statement_get_int (pool, 0),
                                           query->percent);
    }
  return step == HEED_STEP_DONE;
}

/**
 * heed_aftermath_list_looks:
 * @database: a connection
 * @query: how the lot is drawn
 * @error: return location
 *
 * Finds the closed cases to look back at: what was said was poor, they were reopened, or the lot
 * drew them. Those looked at since they were last closed are left out.
 *
 * Returns: (transfer full): the cases, longest closed first
 */
HeedLookList *
heed_aftermath_list_looks (HeedDatabase        *database,
                           const HeedLookQuery *query,
                           GError             **error)
{
  g_autoptr (HeedLookList) list = g_new0 (HeedLookList, 1);
  HeedDate since = query->today - (HeedDate) query->days;
  g_autoptr (HeedStatement) statement = NULL;
  HeedStep step = HEED_STEP_ERROR;

  list->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) heed_look_row_free);
  if (!draw (database, query, list, since, error))
    return NULL;
  statement = heed_database_query (database, error, SQL_LOOKS, "i", (gint64) since);
  while (statement && (step = heed_statement_step (statement, error)) == HEED_STEP_ROW)
    {
      HeedLookRow *row = read_look (statement);

      if (row->closed >= since && heed_look_is_drawn (query->seed, row->case_id, query->percent))
        row->why |= HEED_LOOK_SAMPLE;
      if (row->why != 0)
        g_ptr_array_add (list->rows, row);
      else
        heed_look_row_free (row);
    }
  return step == HEED_STEP_DONE ? g_steal_pointer (&list) : NULL;
}

/**
 * heed_aftermath_list_said:
 * @database: a connection
 * @publishable_only: leave out what may not be published
 * @error: return location
 *
 * Returns: (transfer full) (element-type HeedSaidRow): what was said and done, newest first
 */
GPtrArray *
heed_aftermath_list_said (HeedDatabase *database,
                          gboolean      publishable_only,
                          GError      **error)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) heed_said_row_free);
  g_autoptr (HeedStatement) statement =
    heed_database_query (database, error, SQL_SAID, "i", (gint64) publishable_only);
  HeedStep step = HEED_STEP_ERROR;

  while (statement && (step = heed_statement_step (statement, error)) == HEED_STEP_ROW)
    {
      HeedSaidRow *row = g_new0 (HeedSaidRow, 1);

      row->case_id = heed_statement_get_int (statement, 0);
      row->on = get_day (statement, 1);
      row->publishable = heed_statement_get_int (statement, 2) != 0;
      row->you_said = heed_statement_dup_text (statement, 3);
      row->we_did = heed_statement_dup_text (statement, 4);
      row->place = heed_statement_dup_text (statement, 5);
      row->reference = heed_statement_dup_text (statement, 6);
      g_ptr_array_add (rows, row);
    }
  return step == HEED_STEP_DONE ? g_steal_pointer (&rows) : NULL;
}
