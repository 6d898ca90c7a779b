/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Reading the whole register, or a part of it, as one moment had it and one case at a time. Owns a
 * connection of its own, so that lists go on while a million cases are written out. Changes nothing
 * but the export ledger.
 */
#include "config.h"

#include "heed-exports.h"
#include "heed-ledger.h"
#include "heed-people.h"
#include "heed-register.h"
#include "heed-search.h"
#include "heed-snapshot.h"
#include "heed-store-private.h"
#include "heed-tallies.h"

#define COLUMNS                                                                               \
  "id, stage, received, due, closed, logged_at, severity, paused, interpreter, hold,"         \
  " cases.reference, type, ending, outcome, category, owner, channel, profile, site, flags, " \
  "place, name, head"

enum
{
  ID,
  STAGE,
  RECEIVED,
  DUE,
  CLOSED,
  LOGGED_AT,
  SEVERITY,
  PAUSED,
  INTERPRETER,
  HOLD,
  REFERENCE,
  TYPE,
  ENDING,
  OUTCOME,
  CATEGORY,
  OWNER,
  CHANNEL,
  PROFILE,
  SITE,
  FLAGS,
  PLACE,
  NAME,
  HEAD,
  WORDS,
  NAMES,
};

/* In order of id, and straight through the table: an index in another order would make SQLite
 * sort, and so keep, every row before it gives the first. */
#define SQL_ROWS "SELECT " COLUMNS " FROM cases NOT INDEXED WHERE "
#define SQL_TEXTS                                                               \
  "SELECT " COLUMNS ", case_text.words, case_text.names FROM cases NOT INDEXED" \
  " LEFT JOIN case_text ON case_text.case_id = cases.id WHERE "
#define SQL_ONE      SQL_TEXTS "cases.id = ?1"
#define SQL_COUNT    "SELECT count(*) FROM cases WHERE "
#define SQL_RECEIVED " AND received BETWEEN ?9 AND ?10"
#define SQL_CLOSED   " AND closed BETWEEN ?9 AND ?10"
#define SQL_ORDER    " ORDER BY id"
#define SQL_HEADS    "SELECT head FROM cases ORDER BY id"

struct _HeedSnapshot
{
  char         *path;
  GBytes       *key;
  HeedRules    *rules;
  HeedEngine   *engine; /* NULL until begun */
  GCancellable *cancellable;
  char         *head; /* NULL until all cases were read */
};

/**
 * heed_snapshot_new:
 * @store: a store
 *
 * Makes a snapshot that is not begun yet. Reads nothing.
 *
 * Returns: (transfer full): the snapshot
 */
HeedSnapshot *
heed_snapshot_new (HeedStore *store)
{
  HeedSnapshot *self = g_new0 (HeedSnapshot, 1);
  GBytes       *key = heed_store_get_key (store);

  self->path = g_strdup (heed_store_get_path (store));
  self->key = key ? g_bytes_ref (key) : NULL;
  self->rules = heed_rules_ref (heed_store_get_rules (store));
  return self;
}

/**
 * heed_snapshot_free:
 * @self: (transfer full): a snapshot
 *
 * Ends it. To be called by the thread that began it.
 */
void
heed_snapshot_free (HeedSnapshot *self)
{
  if (self->engine != NULL)
    {
      heed_database_rollback (self->engine->database);
      heed_engine_free (self->engine);
    }
  g_clear_object (&self->cancellable);
  g_free (self->head);
  g_clear_pointer (&self->key, g_bytes_unref);
  heed_rules_unref (self->rules);
  g_free (self->path);
  g_free (self);
}

/**
 * heed_snapshot_begin:
 * @self: a snapshot
 * @cancellable: (nullable): ends what it does from now on
 * @error: return location
 *
 * Takes the moment: what is done to the register from now on is not seen.
 *
 * Returns: whether it began
 */
gboolean
heed_snapshot_begin (HeedSnapshot *self, GCancellable *cancellable, GError **error)
{
  gint64 ignored;

  /* Each page is read once, so a large cache only takes memory. */
  self->engine = heed_engine_new (self->path, self->key, self->rules, HEED_STORE_DEFAULT, error);
  if (self->engine == NULL)
    return FALSE;
  g_set_object (&self->cancellable, cancellable);
  heed_database_set_cancellable (self->engine->database, cancellable);
  /* The transaction takes its moment with the first thing read in it. */
  return heed_database_exec (self->engine->database, "PRAGMA cache_size = -8192", error)
         && heed_database_begin (self->engine->database, FALSE, error)
         && heed_database_get_int (self->engine->database, "SELECT count(*) FROM setting", &ignored,
                                   error);
}

/**
 * heed_snapshot_get_rules:
 * @self: a snapshot
 *
 * Gets the rules.
 *
 * Returns: (transfer none): the rules
 */
HeedRules *
heed_snapshot_get_rules (HeedSnapshot *self)
{
  return self->rules;
}

/**
 * heed_snapshot_get_setting:
 * @self: a snapshot that began
 * @name: which
 *
 * Gets what the organisation told about itself.
 *
 * Returns: (transfer full) (nullable): the value
 */
char *
heed_snapshot_get_setting (HeedSnapshot *self, const char *name)
{
  return heed_engine_get_setting (self->engine, name, NULL);
}

/* Adds the conditions to a statement and binds what they ask about. */
static HeedStatement *
prepare (HeedSnapshot             *self,
         const HeedSnapshotFilter *filter,
         const char               *select,
         const char               *order,
         GError                  **error)
{
  HeedDatabase    *database = self->engine->database;
  const HeedQuery *query = filter->query;
  gboolean         dated = filter->from != HEED_DATE_NONE || filter->to != HEED_DATE_NONE
                   || filter->basis == HEED_SNAPSHOT_CLOSED;
  g_autofree char *text = query && query->text && *query->text ? heed_search_quote (query->text)
                                                               : NULL;
  g_autoptr (GString) sql = g_string_new (select);
  HeedStatement *statement;

  if (query == NULL)
    g_string_append (sql, "1");
  else if (query->text && *query->text && text == NULL)
    g_string_append (sql, "0");
  else
    heed_list_add_condition (sql, query, text != NULL);
  if (dated)
    g_string_append (sql, filter->basis == HEED_SNAPSHOT_CLOSED ? SQL_CLOSED : SQL_RECEIVED);
  g_string_append (sql, order);
  statement = heed_database_prepare (database, sql->str, error);
  if (statement == NULL)
    return NULL;
  if (query != NULL)
    heed_list_bind_condition (statement, query,
                              heed_engine_get_tomorrow (self->engine, query->today), text);
  if (dated)
    {
      heed_statement_bind_int (statement, 9, filter->from);
      heed_statement_bind_int (statement, 10,
                               filter->to == HEED_DATE_NONE ? G_MAXINT32 : filter->to);
    }
  return statement;
}

/**
 * heed_snapshot_count:
 * @self: a snapshot that began
 * @filter: which cases
 * @n_cases: (out): how many
 * @error: return location
 *
 * Counts, apart from reading, so that the one can be held against the other.
 *
 * Returns: whether it succeeded
 */
gboolean
heed_snapshot_count (HeedSnapshot             *self,
                     const HeedSnapshotFilter *filter,
                     guint64                  *n_cases,
                     GError                  **error)
{
  g_autoptr (HeedStatement) statement = prepare (self, filter, SQL_COUNT, "", error);

  if (statement == NULL || heed_statement_step (statement, error) != HEED_STEP_ROW)
    return FALSE;
  *n_cases = (guint64) heed_statement_get_int (statement, 0);
  return TRUE;
}

static HeedDate
get_date (HeedStatement *statement, int column)
{
  return heed_statement_is_null (statement, column)
             ? HEED_DATE_NONE
             : (HeedDate) heed_statement_get_int (statement, column);
}

static void
read_row (HeedStatement *statement, gboolean texts, HeedSnapshotCase *item)
{
  const char **const fields[] = {
    &item->reference,
    &item->type,
    &item->ending,
    &item->outcome,
    &item->category,
    &item->owner,
    &item->channel,
    &item->profile,
    &item->site,
    &item->flags,
    &item->place,
    &item->name,
  };

  item->id = heed_statement_get_int (statement, ID);
  item->stage = (HeedStage) heed_statement_get_int (statement, STAGE);
  item->received = (HeedDate) heed_statement_get_int (statement, RECEIVED);
  item->due = get_date (statement, DUE);
  item->closed = get_date (statement, CLOSED);
  item->logged_at = heed_statement_get_int (statement, LOGGED_AT);
  item->severity = (int) heed_statement_get_int (statement, SEVERITY);
  item->paused = heed_statement_get_int (statement, PAUSED) != 0;
  item->interpreter = heed_statement_get_int (statement, INTERPRETER) != 0;
  item->hold = heed_statement_get_int (statement, HOLD) != 0;
  for (int i = 0; i < (int) G_N_ELEMENTS (fields); i++)
    *fields[i] = heed_statement_get_text (statement, REFERENCE + i);
  if (texts)
    {
      item->words = heed_statement_get_text (statement, WORDS);
      item->names = heed_statement_get_text (statement, NAMES);
    }
}

static gboolean
load_person (HeedSnapshot *self, const char *id, HeedPerson **person, GError **error)
{
  g_autoptr (GError) why = NULL;

  *person = id ? heed_people_load (self->engine->database, id, &why) : NULL;
  if (why == NULL)
    return TRUE; /* nobody, or somebody who was erased, is no error */
  g_propagate_error (error, g_steal_pointer (&why));
  return FALSE;
}

/* Gives one case away, folded if that is asked for. */
static gboolean
give (HeedSnapshot     *self,
      HeedSnapshotCase *item,
      gboolean          fold,
      HeedSnapshotFunc  func,
      gpointer          user_data,
      GError          **error)
{
  g_autoptr (HeedCase) state = NULL;
  g_autoptr (HeedPerson) person = NULL;
  g_autoptr (HeedPerson) patient = NULL;

  if (fold)
    {
      state = heed_engine_load_case (self->engine, item->id, NULL, error);
      if (state == NULL || !load_person (self, state->person, &person, error)
          || !load_person (self, state->patient, &patient, error))
        return FALSE;
      item->state = state;
      item->person = person;
      item->patient = patient;
    }
  return func (item, user_data, error);
}

static void
add_head (GChecksum *sum, const char *head)
{
  g_checksum_update (sum, (const guchar *) (head ? head : ""), -1);
}

static gboolean
is_everything (const HeedSnapshotFilter *filter)
{
  return filter->query == NULL && filter->basis == HEED_SNAPSHOT_RECEIVED
         && filter->from == HEED_DATE_NONE && filter->to == HEED_DATE_NONE;
}

/**
 * heed_snapshot_read:
 * @self: a snapshot that began
 * @filter: which cases
 * @depth: how much of each
 * @func: told of each case, in order of logging
 * @user_data: for @func
 * @error: return location
 *
 * Reads cases one after the other, in constant memory.
 *
 * Returns: whether all were read
 */
gboolean
heed_snapshot_read (HeedSnapshot             *self,
                    const HeedSnapshotFilter *filter,
                    HeedSnapshotDepth         depth,
                    HeedSnapshotFunc          func,
                    gpointer                  user_data,
                    GError                  **error)
{
  gboolean texts = depth != HEED_SNAPSHOT_ROW;
  g_autoptr (HeedStatement)
      statement = prepare (self, filter, texts ? SQL_TEXTS : SQL_ROWS, SQL_ORDER, error);
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);
  HeedStep step = HEED_STEP_ERROR;

  while (statement && (step = heed_statement_step (statement, error)) == HEED_STEP_ROW)
    {
      HeedSnapshotCase item = { 0 };

      read_row (statement, texts, &item);
      add_head (sum, heed_statement_get_text (statement, HEAD));
      if (!give (self, &item, depth == HEED_SNAPSHOT_CASE, func, user_data, error))
        return FALSE;
      if (self->cancellable && g_cancellable_set_error_if_cancelled (self->cancellable, error))
        return FALSE;
    }
  /* Who read all cases has seen all there is to the hash of the ledger. */
  if (step == HEED_STEP_DONE && self->head == NULL && is_everything (filter))
    self->head = g_strdup (g_checksum_get_string (sum));
  return step == HEED_STEP_DONE;
}

/**
 * heed_snapshot_read_one:
 * @self: a snapshot that began
 * @case_id: a case
 * @func: told of it, folded
 * @user_data: for @func
 * @error: return location
 *
 * Reads one case.
 *
 * Returns: whether it was read
 */
gboolean
heed_snapshot_read_one (HeedSnapshot    *self,
                        gint64           case_id,
                        HeedSnapshotFunc func,
                        gpointer         user_data,
                        GError         **error)
{
  g_autoptr (HeedStatement)
      statement = heed_database_query (self->engine->database, error, SQL_ONE, "i", case_id);
  HeedStep         step = statement ? heed_statement_step (statement, error) : HEED_STEP_ERROR;
  HeedSnapshotCase item = { 0 };

  if (step == HEED_STEP_DONE)
    g_set_error (error, HEED_STORE_ERROR, HEED_STORE_ERROR_NOT_FOUND,
                 "there is no case %" G_GINT64_FORMAT, case_id);
  if (step != HEED_STEP_ROW)
    return FALSE;
  read_row (statement, TRUE, &item);
  return give (self, &item, TRUE, func, user_data, error);
}

/**
 * heed_snapshot_load_case:
 * @self: a snapshot that began
 * @case_id: a case
 * @error: return location
 *
 * Loads all there is about one case, as of the moment of the snapshot.
 *
 * Returns: (transfer full): the case with its acts and people
 */
HeedCaseFile *
heed_snapshot_load_case (HeedSnapshot *self, gint64 case_id, GError **error)
{
  return heed_engine_collect_file (self->engine, case_id, error);
}

/**
 * heed_snapshot_find:
 * @self: a snapshot that began
 * @reference: as told to people
 * @error: return location
 *
 * Finds a case.
 *
 * Returns: its register id; 0 on error
 */
gint64
heed_snapshot_find (HeedSnapshot *self, const char *reference, GError **error)
{
  return heed_ledger_find_reference (self->engine->database, reference, error);
}

/**
 * heed_snapshot_load_measured:
 * @self: a snapshot that began
 * @query: what is asked
 * @error: return location
 *
 * Measures the moment of the snapshot, as heed_store_load_measured() does the present one.
 *
 * Returns: (transfer full): the measured
 */
HeedMeasured *
heed_snapshot_load_measured (HeedSnapshot            *self,
                             const HeedMeasuredQuery *query,
                             GError                 **error)
{
  return heed_tallies_read (self->engine->database, query, error);
}

/**
 * heed_snapshot_dup_head:
 * @self: a snapshot that began
 * @error: return location
 *
 * Computes the hash that stands for the whole ledger, as heed_store_verify() tells it of a register
 * that is whole.
 *
 * Returns: (transfer full): SHA-256 over the hashes of the last acts of all cases, in hex
 */
char *
heed_snapshot_dup_head (HeedSnapshot *self, GError **error)
{
  g_autoptr (HeedStatement)
      statement = heed_database_prepare (self->engine->database, SQL_HEADS, error);
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);
  HeedStep step = HEED_STEP_ERROR;

  if (self->head != NULL)
    return g_strdup (self->head);
  while (statement && (step = heed_statement_step (statement, error)) == HEED_STEP_ROW)
    add_head (sum, heed_statement_get_text (statement, 0));
  return step == HEED_STEP_DONE ? g_strdup (g_checksum_get_string (sum)) : NULL;
}

/**
 * heed_snapshot_record:
 * @self: a snapshot that began
 * @entry: what is about to leave the register
 * @error: return location
 *
 * Ends the reading and appends to the export ledger. Cannot be cancelled.
 *
 * Returns: whether it is kept
 */
gboolean
heed_snapshot_record (HeedSnapshot *self, const HeedExportEntry *entry, GError **error)
{
  HeedDatabase *database = self->engine->database;

  heed_database_rollback (database);
  heed_database_set_cancellable (database, NULL);
  if (!heed_database_begin (database, TRUE, error))
    return FALSE;
  if (heed_exports_append (database, entry, error))
    return heed_database_commit (database, error);
  heed_database_rollback (database);
  return FALSE;
}

/**
 * heed_snapshot_list_exports:
 * @self: a snapshot that began
 * @error: return location
 *
 * Lists the export ledger.
 *
 * Returns: (transfer full) (element-type HeedExportEntry): newest first
 */
GPtrArray *
heed_snapshot_list_exports (HeedSnapshot *self, GError **error)
{
  return heed_exports_list (self->engine->database, error);
}
