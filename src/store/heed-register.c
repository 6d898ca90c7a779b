/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The register: one row a case for lists and searches, computed from the case alone, so that it
 * can be compared and made again.
 */
#include "config.h"

#include "heed-aftermath.h"
#include "heed-people.h"
#include "heed-register.h"
#include "heed-schema.h"
#include "heed-search.h"
#include "heed-tallies.h"

#include <string.h>

#define COLUMNS                                                                                     \
  "id, seq, stage, received, received_month, due, due_sort, feedback_due, severity, paused,"        \
  " interpreter, resolved, hold, logged_at, last_act_at, closed, reference, type, ending, outcome," \
  " category, due_clock, owner, channel, profile, site, head, flags, place, name, words"

enum
{
  ID,
  SEQ,
  STAGE,
  RECEIVED,
  RECEIVED_MONTH,
  DUE,
  DUE_SORT,
  FEEDBACK_DUE,
  SEVERITY,
  PAUSED,
  INTERPRETER,
  RESOLVED,
  HOLD,
  LOGGED_AT,
  LAST_ACT_AT,
  CLOSED,
  REFERENCE,
  TYPE,
  ENDING,
  OUTCOME,
  CATEGORY,
  DUE_CLOCK,
  OWNER,
  CHANNEL,
  PROFILE,
  SITE,
  HEAD,
  FLAGS,
  PLACE,
  NAME,
  WORDS,
  N_COLUMNS,
};

#define SQL_WRITE                                                                                      \
  "INSERT OR REPLACE INTO cases (" COLUMNS ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?," \
  " ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
#define SQL_LOAD "SELECT " COLUMNS " FROM cases WHERE id = ?"
#define SQL_LOAD_ROW                                                                               \
  "SELECT stage, received, due, severity, paused, interpreter, resolved, reference, type, ending," \
  " category, due_clock, owner, profile, flags, place, name, words FROM cases WHERE id = ?"
#define SQL_CLEAR                                                                          \
  "DELETE FROM cases; DELETE FROM issues; DELETE FROM case_person; DELETE FROM case_text;" \
  "DELETE FROM actions; DELETE FROM looks; DELETE FROM said; DELETE FROM tally;" \
  "DELETE FROM tally_month"
#define SQL_INDEX        "INSERT INTO search (search) VALUES ('rebuild')"
#define SQL_CLEAR_ISSUES "DELETE FROM issues WHERE case_id = ?"
#define SQL_ADD_ISSUE                                                                                \
  "INSERT INTO issues (case_id, number, severity, harm, category, care_stage, finding, place, text)" \
  " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"
#define SQL_ADD_PERSON "INSERT INTO case_person (case_id, person_id) VALUES (?, ?) ON CONFLICT DO NOTHING"
#define SQL_PEOPLE     "SELECT person_id FROM case_person WHERE case_id = ?"
#define SQL_WRITE_TEXT                                                                         \
  "INSERT INTO case_text (case_id, reference, names, words, more) VALUES (?1, ?2, ?3, ?4, ?5)" \
  " ON CONFLICT (case_id) DO UPDATE SET reference = ?2, names = ?3, words = ?4, more = ?5"     \
  " WHERE reference IS NOT ?2 OR names IS NOT ?3 OR words IS NOT ?4 OR more IS NOT ?5"
#define SQL_TEXT "SELECT names, words, more FROM case_text WHERE case_id = ?"
#define SQL_OWNERS \
  "SELECT DISTINCT owner FROM cases WHERE stage < 3 AND owner IS NOT NULL ORDER BY owner"
#define SQL_EARLIER                                                                              \
  "SELECT DISTINCT case_id FROM case_person WHERE person_id IN"                                  \
  " (SELECT id FROM person WHERE folded = ?1 UNION SELECT id FROM person WHERE full_folded = ?1" \
  " UNION SELECT id FROM person WHERE digits = ?2"                                               \
  " UNION SELECT id FROM person WHERE email_folded = ?3)"                                        \
  " ORDER BY case_id DESC LIMIT 20"

/* A row as it is to be: a text or a number, and neither for NULL. */
typedef struct
{
  gint64   numbers[REFERENCE];
  gboolean present[REFERENCE];
  char    *texts[N_COLUMNS];
  char    *names; /* for searching */
  char    *words;
  char    *more;
} Row;

static void
row_clear (Row *row)
{
  for (guint i = REFERENCE; i < N_COLUMNS; i++)
    g_free (row->texts[i]);
  g_free (row->names);
  g_free (row->words);
  g_free (row->more);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Row, row_clear)

static void
set_number (Row   *row,
            guint  column,
            gint64 number)
{
  row->numbers[column] = number;
  row->present[column] = TRUE;
}

static gboolean
add_person_text (HeedDatabase *database,
                 const char   *id,
                 GString      *names,
                 GString      *more,
                 char        **name,
                 GError      **error)
{
  g_autoptr (GError) why = NULL;
  HeedPerson      *person = id ? heed_people_load (database, id, &why) : NULL;
  g_autofree char *forms = NULL;

  if (why != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&why));
      return FALSE;
    }
  if (person == NULL)
    return TRUE;
  forms = heed_search_phone_forms (person->phone);
  g_string_append_printf (names, "%s\n%s\n", person->name ? person->name : "", person->full_name ? person->full_name : "");
  g_string_append_printf (more, "%s%s\n%s\n", person->phone ? person->phone : "", forms,
                          person->email ? person->email : "");
  if (name != NULL)
    *name = g_strdup (person->name ? person->name : person->full_name);
  heed_person_unref (person);
  return TRUE;
}

static gboolean
fill_text (Row          *row,
           HeedDatabase *database,
           HeedCase     *state,
           GError      **error)
{
  g_autoptr (GString) names = g_string_new (NULL);
  g_autoptr (GString) more = g_string_new (NULL);
  g_autoptr (GString) folded = g_string_new (NULL);

  if (!add_person_text (database, state->person, names, more, &row->texts[NAME], error) || !add_person_text (database, state->patient, names, more, NULL, error))
    return FALSE;
  for (guint i = 0; i < state->issues->len; i++)
    {
      const HeedIssue *issue = state->issues->pdata[i];

      g_string_append_printf (more, "%s\n%s\n", issue->text ? issue->text : "", issue->place ? issue->place : "");
    }
  g_string_append_printf (more, "%s\n%s", state->place ? state->place : "", state->resolution ? state->resolution : "");
  heed_search_add_folded (state->words, folded);
  heed_search_add_folded (names->str, folded);
  heed_search_add_folded (more->str, folded);
  g_string_append (more, folded->str);
  row->names = g_string_free_and_steal (g_steal_pointer (&names));
  row->more = g_string_free_and_steal (g_steal_pointer (&more));
  row->words = g_strdup (state->words);
  return TRUE;
}

/* The case reckons a clock for feedback only while the person may be asked. */
static gboolean
has_feedback_clock (GPtrArray *clocks)
{
  for (guint i = 0; clocks != NULL && i < clocks->len; i++)
    {
      const HeedClock *clock = g_ptr_array_index (clocks, i);

      if (clock->spec->end == HEED_CLOCK_END_FEEDBACK)
        return TRUE;
    }
  return FALSE;
}

static void
fill_dates (Row             *row,
            HeedCase        *state,
            const HeedRules *rules)
{
  g_autoptr (GTimeZone) zone = heed_zone_new (state->zone ? state->zone : "UTC");
  HeedDate today = heed_date_of_instant (state->last_act_at, zone);
  g_autoptr (GPtrArray) clocks = heed_case_compute_clocks (state, rules, today);
  const HeedClock *next = clocks ? heed_clocks_get_next (clocks, state->stage) : NULL;
  HeedDate         due = next ? next->due : HEED_DATE_NONE;
  const HeedRound *round = heed_case_get_round (state);
  gboolean         closed = state->stage == HEED_STAGE_CLOSED;
  gboolean         asks = closed && has_feedback_clock (clocks);
  int              year = 1970, month = 1, day;

  if (state->received != HEED_DATE_NONE)
    heed_date_get (state->received, &year, &month, &day);
  set_number (row, RECEIVED, state->received);
  set_number (row, RECEIVED_MONTH, year * 12 + month - 1);
  if (due != HEED_DATE_NONE && (!closed || asks))
    {
      set_number (row, DUE, due);
      row->texts[DUE_CLOCK] = g_strdup (next->spec->id);
    }
  set_number (row, DUE_SORT, closed ? HEED_DUE_CLOSED : due != HEED_DATE_NONE ? due
                                                                              : HEED_DUE_WAITING);
  if (asks)
    set_number (row, FEEDBACK_DUE, due != HEED_DATE_NONE ? due : HEED_DUE_WAITING);
  set_number (row, RESOLVED, round && round->resolved != HEED_DATE_NONE);
  if (round && round->closed != HEED_DATE_NONE)
    set_number (row, CLOSED, round->closed);
}

static gboolean
fill_row (Row             *row,
          HeedDatabase    *database,
          HeedCase        *state,
          const char      *head,
          const HeedRules *rules,
          GError         **error)
{
  g_autoptr (GString) flags = g_string_new (NULL);

  fill_dates (row, state, rules);
  set_number (row, ID, state->id);
  set_number (row, SEQ, state->seq);
  set_number (row, STAGE, state->stage);
  set_number (row, SEVERITY, heed_case_get_severity (state));
  set_number (row, PAUSED, heed_case_is_paused (state));
  set_number (row, INTERPRETER, state->interpreter != FALSE);
  set_number (row, HOLD, state->hold != FALSE);
  set_number (row, LOGGED_AT, state->logged_at);
  set_number (row, LAST_ACT_AT, state->last_act_at);
  for (guint i = 0; i < state->flags->len; i++)
    g_string_append_printf (flags, "%s%s", i ? " " : "", (const char *) state->flags->pdata[i]);
  row->texts[REFERENCE] = g_strdup (state->reference);
  row->texts[TYPE] = g_strdup (state->type);
  row->texts[ENDING] = g_strdup (state->ending);
  row->texts[OUTCOME] = g_strdup (state->outcome);
  row->texts[CATEGORY] = g_strdup (heed_case_get_category (state));
  row->texts[OWNER] = state->owner && *state->owner ? g_strdup (state->owner) : NULL;
  row->texts[CHANNEL] = g_strdup (state->channel);
  row->texts[PROFILE] = g_strdup (state->profile);
  row->texts[SITE] = g_strdup (state->site);
  row->texts[HEAD] = g_strdup (head);
  row->texts[FLAGS] = flags->len ? g_string_free_and_steal (g_steal_pointer (&flags)) : NULL;
  row->texts[PLACE] = g_strdup (heed_case_get_place (state));
  row->texts[WORDS] = state->words ? g_utf8_substring (state->words, 0, MIN (240, g_utf8_strlen (state->words, -1))) : NULL;
  return fill_text (row, database, state, error);
}

static gboolean
write_parts (HeedDatabase *database,
             HeedCase     *state,
             GError      **error)
{
  const char *people[] = { state->person, state->patient };

  if (!heed_database_run (database, error, SQL_CLEAR_ISSUES, "i", state->id))
    return FALSE;
  for (guint i = 0; i < state->issues->len; i++)
    {
      const HeedIssue *issue = state->issues->pdata[i];

      if (!heed_database_run (database, error, SQL_ADD_ISSUE, "iiiittttt", state->id, (gint64) issue->number,
                              (gint64) issue->severity, (gint64) issue->harm, issue->category,
                              issue->care_stage, issue->finding, issue->place, issue->text))
        return FALSE;
    }
  for (guint i = 0; i < G_N_ELEMENTS (people); i++)
    if (people[i] && !heed_database_run (database, error, SQL_ADD_PERSON, "it", state->id, people[i]))
      return FALSE;
  return TRUE;
}

/**
 * heed_register_write:
 * @database: a connection, in a transaction
 * @state: a case
 * @head: the hash of its last act, in hex
 * @rules: the rules
 * @error: return location
 *
 * Writes what lists and searches read of a case.
 *
 * Returns: whether it succeeded
 */
gboolean
heed_register_write (HeedDatabase    *database,
                     HeedCase        *state,
                     const char      *head,
                     const HeedRules *rules,
                     GError         **error)
{
  g_auto (Row) row = { 0 };
  HeedStatement *statement;

  if (!fill_row (&row, database, state, head, rules, error))
    return FALSE;
  statement = heed_database_prepare (database, SQL_WRITE, error);
  if (statement == NULL)
    return FALSE;
  for (int i = 0; i < N_COLUMNS; i++)
    if (i >= REFERENCE)
      heed_statement_bind_text (statement, i + 1, row.texts[i]);
    else if (row.present[i])
      heed_statement_bind_int (statement, i + 1, row.numbers[i]);
  return heed_statement_finish (statement, error) && write_parts (database, state, error) && heed_aftermath_write (database, state, error) && heed_tallies_write (database, state, rules, error) && heed_database_run (database, error, SQL_WRITE_TEXT, "itttt", state->id, state->reference, row.names, row.words, row.more);
}

static gboolean
row_differs (HeedStatement *statement,
             const Row     *row)
{
  for (int i = 0; i < N_COLUMNS; i++)
    if (i >= REFERENCE ? g_strcmp0 (heed_statement_get_text (statement, i), row->texts[i]) != 0 : heed_statement_is_null (statement, i) == row->present[i] || heed_statement_get_int (statement, i) != row->numbers[i])
      return TRUE;
  return FALSE;
}

/**
 * heed_register_check:
 * @database: a connection
 * @state: a case, folded from the ledger
 * @head: the hash of its last act, in hex
 * @rules: the rules
 * @problems: (element-type utf8): where to add what is wrong
 * @error: return location
 *
 * Compares the register with what it should be.
 *
 * Returns: whether it could be read
 */
gboolean
heed_register_check (HeedDatabase    *database,
                     HeedCase        *state,
                     const char      *head,
                     const HeedRules *rules,
                     GPtrArray       *problems,
                     GError         **error)
{
  g_auto (Row) row = { 0 };
  g_autoptr (HeedStatement) statement = NULL;
  g_autoptr (HeedStatement) text = NULL;
  HeedStep    step;
  gboolean    counted;
  const char *wrong = NULL;
  gboolean    differs = FALSE;

  if (!fill_row (&row, database, state, head, rules, error) || !heed_tallies_check (database, state, rules, &counted, error))
    return FALSE;
  statement = heed_database_query (database, error, SQL_LOAD, "i", state->id);
  step = statement ? heed_statement_step (statement, error) : HEED_STEP_ERROR;
  if (step == HEED_STEP_ERROR)
    return FALSE;
  if (step == HEED_STEP_DONE)
    wrong = "is not in the register";
  else if (row_differs (statement, &row))
    wrong = "the register differs from the ledger";
  text = heed_database_query (database, error, SQL_TEXT, "i", state->id);
  step = text ? heed_statement_step (text, error) : HEED_STEP_ERROR;
  if (step == HEED_STEP_ERROR)
    return FALSE;
  if (wrong == NULL && (step == HEED_STEP_DONE || g_strcmp0 (heed_statement_get_text (text, 0), row.names) || g_strcmp0 (heed_statement_get_text (text, 1), row.words) || g_strcmp0 (heed_statement_get_text (text, 2), row.more)))
    wrong = "the text to search differs from the ledger";
  if (!heed_aftermath_check (database, state, &differs, error))
    return FALSE;
  if (wrong == NULL && differs)
    wrong = "what came of it differs from the ledger";
  if (wrong == NULL && !counted)
    wrong = "what measures count of it differs from the ledger";
  if (wrong != NULL)
    g_ptr_array_add (problems, g_strdup_printf ("case %s: %s", state->reference, wrong));
  return TRUE;
}

/**
 * heed_register_begin:
 * @database: a connection, in a transaction
 * @error: return location
 *
 * Throws the register away, to be written anew up to heed_register_end(). Until then the full-text
 * index is not kept: making it at once is much faster.
 *
 * Returns: whether it succeeded
 */
gboolean
heed_register_begin (HeedDatabase *database,
                     GError      **error)
{
  return heed_schema_keep_index (database, FALSE, error) && heed_database_exec (database, SQL_CLEAR, error);
}

/**
 * heed_register_end:
 * @database: a connection, in the same transaction
 * @error: return location
 *
 * Makes the full-text index of the register that was written.
 *
 * Returns: whether it succeeded
 */
gboolean
heed_register_end (HeedDatabase *database,
                   GError      **error)
{
  return heed_database_exec (database, SQL_INDEX, error) && heed_schema_keep_index (database, TRUE, error);
}

/* The columns of a row, in the order of SQL_LOAD_ROW. */
enum
{
  ROW_STAGE,
  ROW_RECEIVED,
  ROW_DUE,
  ROW_SEVERITY,
  ROW_PAUSED,
  ROW_INTERPRETER,
  ROW_RESOLVED,
  ROW_REFERENCE,
  ROW_TYPE,
  ROW_ENDING,
  ROW_CATEGORY,
  ROW_DUE_CLOCK,
  ROW_OWNER,
  ROW_PROFILE,
  ROW_FLAGS,
  ROW_PLACE,
  ROW_NAME,
  ROW_WORDS,
};

static HeedCaseRow *
read_row (HeedStatement *statement,
          gint64         id)
{
  HeedCaseRow *row = g_new0 (HeedCaseRow, 1);

  g_atomic_ref_count_init (&row->ref_count);
  row->id = id;
  row->stage = (HeedStage) heed_statement_get_int (statement, ROW_STAGE);
  row->received = (HeedDate) heed_statement_get_int (statement, ROW_RECEIVED);
  row->due = heed_statement_is_null (statement, ROW_DUE) ? HEED_DATE_NONE
                                                         : (HeedDate) heed_statement_get_int (statement, ROW_DUE);
  row->severity = (int) heed_statement_get_int (statement, ROW_SEVERITY);
  row->paused = heed_statement_get_int (statement, ROW_PAUSED) != 0;
  row->interpreter = heed_statement_get_int (statement, ROW_INTERPRETER) != 0;
  row->resolved = heed_statement_get_int (statement, ROW_RESOLVED) != 0;
  row->reference = heed_statement_dup_text (statement, ROW_REFERENCE);
  row->type = heed_statement_dup_text (statement, ROW_TYPE);
  row->ending = heed_statement_dup_text (statement, ROW_ENDING);
  row->category = heed_statement_dup_text (statement, ROW_CATEGORY);
  row->due_clock = heed_statement_dup_text (statement, ROW_DUE_CLOCK);
  row->owner = heed_statement_dup_text (statement, ROW_OWNER);
  row->profile = heed_statement_dup_text (statement, ROW_PROFILE);
  row->flags = heed_statement_dup_text (statement, ROW_FLAGS);
  row->place = heed_statement_dup_text (statement, ROW_PLACE);
  row->name = heed_statement_dup_text (statement, ROW_NAME);
  row->words = heed_statement_dup_text (statement, ROW_WORDS);
  return row;
}

/**
 * heed_register_load_rows:
 * @database: a connection
 * @ids: (array length=n_ids): cases
 * @n_ids: how many
 * @error: return location
 *
 * Loads rows in the order asked for; those that are no more are left out.
 *
 * Returns: (transfer full) (element-type HeedCaseRow): the rows
 */
GPtrArray *
heed_register_load_rows (HeedDatabase *database,
                         const gint64 *ids,
                         guint         n_ids,
                         GError      **error)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_full (n_ids, (GDestroyNotify) heed_case_row_unref);
  g_autoptr (HeedStatement) statement = heed_database_prepare (database, SQL_LOAD_ROW, error);

  for (guint i = 0; statement != NULL && i < n_ids; i++)
    {
      HeedStep step;

      heed_statement_bind_int (statement, 1, ids[i]);
      step = heed_statement_step (statement, error);
      if (step == HEED_STEP_ERROR)
        return NULL;
      if (step == HEED_STEP_ROW)
        g_ptr_array_add (rows, read_row (statement, ids[i]));
      heed_statement_release (statement);
    }
  return statement != NULL ? g_steal_pointer (&rows) : NULL;
}

/**
 * heed_register_load_people:
 * @database: a connection
 * @case_id: a case
 * @error: return location
 *
 * Loads everybody a case ever named.
 *
 * Returns: (transfer full): person id → HeedPerson
 */
GHashTable *
heed_register_load_people (HeedDatabase *database,
                           gint64        case_id,
                           GError      **error)
{
  g_autoptr (GHashTable) people = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) heed_person_unref);
  g_autoptr (HeedStatement) statement = heed_database_query (database, error, SQL_PEOPLE, "i", case_id);
  HeedStep step = HEED_STEP_ERROR;

  while (statement && (step = heed_statement_step (statement, error)) == HEED_STEP_ROW)
    {
      g_autoptr (GError) why = NULL;
      HeedPerson *person = heed_people_load (database, heed_statement_get_text (statement, 0), &why);

      if (why != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&why));
          return NULL;
        }
      if (person != NULL)
        g_hash_table_insert (people, person->id, person);
    }
  return step == HEED_STEP_DONE ? g_steal_pointer (&people) : NULL;
}

/**
 * heed_register_list_owners:
 * @database: a connection
 * @error: return location
 *
 * Lists who owns open cases.
 *
 * Returns: (transfer full): the names
 */
char **
heed_register_list_owners (HeedDatabase *database,
                           GError      **error)
{
  g_autoptr (GStrvBuilder) owners = g_strv_builder_new ();
  g_autoptr (HeedStatement) statement = heed_database_prepare (database, SQL_OWNERS, error);
  HeedStep step = HEED_STEP_ERROR;

  while (statement && (step = heed_statement_step (statement, error)) == HEED_STEP_ROW)
    g_strv_builder_add (owners, heed_statement_get_text (statement, 0));
  return step == HEED_STEP_DONE ? g_strv_builder_end (owners) : NULL;
}

/**
 * heed_register_find_earlier:
 * @database: a connection
 * @name: (nullable): a name
 * @reach: (nullable): a phone number or e-mail address
 * @error: return location
 *
 * Finds earlier cases of what may be the same person.
 *
 * Returns: (transfer full) (element-type HeedCaseRow): newest first
 */
GPtrArray *
heed_register_find_earlier (HeedDatabase *database,
                            const char   *name,
                            const char   *reach,
                            GError      **error)
{
  g_autofree char *folded = heed_people_fold (name);
  g_autofree char *digits = heed_search_phone_key (reach);
  g_autofree char *email = reach && strchr (reach, '@') ? g_utf8_casefold (reach, -1) : NULL;
  g_autoptr (HeedStatement) statement = NULL;
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  HeedStep step = HEED_STEP_ERROR;

  statement = heed_database_query (database, error, SQL_EARLIER, "ttt", folded, email ? NULL : digits, email);
  while (statement && (step = heed_statement_step (statement, error)) == HEED_STEP_ROW)
    {
      gint64 id = heed_statement_get_int (statement, 0);

      g_array_append_val (ids, id);
    }
  if (step != HEED_STEP_DONE)
    return NULL;
  return heed_register_load_rows (database, (const gint64 *) (gpointer) ids->data, ids->len, error);
}
