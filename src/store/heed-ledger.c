/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The ledger: acts and the references of their cases, only ever appended. Each act holds the
 * SHA-256 of the one before it in the same case; the first holds that of the case's reference.
 */
#include "config.h"

#include "heed-ledger.h"

#define ACT_COLUMNS "case_id, seq, id, happened_at, entered_at, kind, actor, zone, body"

#define SQL_APPEND \
  "INSERT INTO act (" ACT_COLUMNS ", prev_hash, hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
#define SQL_LOAD \
  "SELECT " ACT_COLUMNS " FROM act WHERE case_id = ? AND seq > ? ORDER BY seq"
#define SQL_LOAD_ONE  "SELECT " ACT_COLUMNS " FROM act WHERE id = ?"
#define SQL_HEAD      "SELECT seq, lower(hex(hash)) FROM act WHERE case_id = ? ORDER BY seq DESC LIMIT 1"
#define SQL_NEXT_CASE "SELECT coalesce(max(case_id), 0) + 1 FROM act"
#define SQL_CASES     "SELECT DISTINCT case_id FROM act ORDER BY case_id"
#define SQL_CHECK \
  "SELECT " ACT_COLUMNS ", lower(hex(prev_hash)), lower(hex(hash)) FROM act ORDER BY case_id, seq"
#define SQL_NEXT_NUMBER \
  "SELECT coalesce(max(number), 0) + 1 FROM reference WHERE site = ? AND year = ?"
#define SQL_ADD_REFERENCE \
  "INSERT INTO reference (case_id, year, number, site, reference) VALUES (?, ?, ?, ?, ?)"
#define SQL_GET_REFERENCE  "SELECT reference FROM reference WHERE case_id = ?"
#define SQL_FIND_REFERENCE "SELECT case_id FROM reference WHERE reference = ?"

static char *
hash_text (const char *text)
{
  return g_compute_checksum_for_string (G_CHECKSUM_SHA256, text, -1);
}

static char *
hash_act (const HeedAct *act,
          const char    *previous,
          const char    *body)
{
  g_autofree char *text = NULL;

  text = g_strdup_printf ("%s\n%s\n%s\n%" G_GINT64_FORMAT "\n%u\n%s\n%" G_GINT64_FORMAT
                          "\n%" G_GINT64_FORMAT "\n%s\n%s",
                          previous, act->id, act->kind, act->case_id, act->seq, act->actor,
                          act->happened_at, act->entered_at, act->zone, body);
  return hash_text (text);
}

static GBytes *
hex_to_bytes (const char *hex)
{
  GByteArray *bytes = g_byte_array_new ();

  for (; hex[0] != '\0' && hex[1] != '\0'; hex += 2)
    {
      guint8 byte = (guint8) (g_ascii_xdigit_value (hex[0]) << 4 | g_ascii_xdigit_value (hex[1]));

      g_byte_array_append (bytes, &byte, 1);
    }
  return g_byte_array_free_to_bytes (bytes);
}

/**
 * heed_ledger_append:
 * @database: a connection, in a transaction
 * @act: an act that has its place
 * @previous: (nullable): the hash of the act before it, in hex; %NULL for the first
 * @hash: (out): its own hash, in hex
 * @error: return location
 *
 * Appends an act. The reference of its case must be there before.
 *
 * Returns: whether it succeeded
 */
gboolean
heed_ledger_append (HeedDatabase  *database,
                    const HeedAct *act,
                    const char    *previous,
                    char         **hash,
                    GError       **error)
{
  g_autofree char *body = heed_json_object_to_text (act->body);
  g_autofree char *reference = NULL;
  g_autofree char *first = NULL;
  g_autofree char *own = NULL;
  g_autoptr (GBytes) previous_bytes = NULL;
  g_autoptr (GBytes) own_bytes = NULL;

  if (previous == NULL)
    {
      reference = heed_ledger_get_reference (database, act->case_id, error);
      if (reference == NULL)
        return FALSE;
      previous = first = hash_text (reference);
    }
  own = hash_act (act, previous, body);
  previous_bytes = hex_to_bytes (previous);
  own_bytes = hex_to_bytes (own);
  if (!heed_database_run (database, error, SQL_APPEND, "iitiittttbb", act->case_id, (gint64) act->seq,
                          act->id, act->happened_at, act->entered_at, act->kind, act->actor, act->zone,
                          body, previous_bytes, own_bytes))
    return FALSE;
  *hash = g_steal_pointer (&own);
  return TRUE;
}

static HeedAct *
read_act (HeedStatement *statement,
          GError       **error)
{
  g_autoptr (JsonNode) node = NULL;
  HeedAct     fields = { 0 };
  const char *body = heed_statement_get_text (statement, 8);

  node = json_from_string (body ? body : "", error);
  if (node == NULL || !JSON_NODE_HOLDS_OBJECT (node))
    {
      g_clear_error (error);
      g_set_error (error, HEED_STORE_ERROR, HEED_STORE_ERROR_CORRUPT, "act %s: its body is no JSON object",
                   heed_statement_get_text (statement, 2));
      return NULL;
    }
  fields.case_id = heed_statement_get_int (statement, 0);
  fields.seq = (guint) heed_statement_get_int (statement, 1);
  fields.id = (char *) heed_statement_get_text (statement, 2);
  fields.happened_at = heed_statement_get_int (statement, 3);
  fields.entered_at = heed_statement_get_int (statement, 4);
  fields.kind = (char *) heed_statement_get_text (statement, 5);
  fields.actor = (char *) heed_statement_get_text (statement, 6);
  fields.zone = (char *) heed_statement_get_text (statement, 7);
  fields.body = json_node_get_object (node);
  return heed_act_new_stored (&fields);
}

/**
 * heed_ledger_load:
 * @database: a connection
 * @case_id: a case
 * @after: the last act not wanted; 0 for all
 * @error: return location
 *
 * Loads the acts of a case.
 *
 * Returns: (transfer full) (element-type HeedAct): oldest first
 */
GPtrArray *
heed_ledger_load (HeedDatabase *database,
                  gint64        case_id,
                  guint         after,
                  GError      **error)
{
  g_autoptr (GPtrArray) acts = g_ptr_array_new_with_free_func ((GDestroyNotify) heed_act_unref);
  g_autoptr (HeedStatement) statement = NULL;
  HeedStep step;

  statement = heed_database_query (database, error, SQL_LOAD, "ii", case_id, (gint64) after);
  if (statement == NULL)
    return NULL;
  while ((step = heed_statement_step (statement, error)) == HEED_STEP_ROW)
    {
      HeedAct *act = read_act (statement, error);

      if (act == NULL)
        return NULL;
      g_ptr_array_add (acts, act);
    }
  return step == HEED_STEP_DONE ? g_steal_pointer (&acts) : NULL;
}

/**
 * heed_ledger_get_head:
 * @database: a connection
 * @case_id: a case
 * @head: (out): the end of its chain; seq 0 where there is no such case
 * @error: return location
 *
 * Gets the end of a case's chain.
 *
 * Returns: whether it succeeded
 */
gboolean
heed_ledger_get_head (HeedDatabase   *database,
                      gint64          case_id,
                      HeedLedgerHead *head,
                      GError        **error)
{
  g_autoptr (HeedStatement) statement = NULL;
  HeedStep step;

  *head = (HeedLedgerHead) { 0 };
  statement = heed_database_query (database, error, SQL_HEAD, "i", case_id);
  step = statement ? heed_statement_step (statement, error) : HEED_STEP_ERROR;
  if (step == HEED_STEP_ROW)
    {
      head->seq = (guint) heed_statement_get_int (statement, 0);
      head->hash = heed_statement_dup_text (statement, 1);
    }
  return step != HEED_STEP_ERROR;
}

/**
 * heed_ledger_head_clear:
 * @head: the end of a chain
 *
 * Frees what it holds.
 */
void
heed_ledger_head_clear (HeedLedgerHead *head)
{
  g_clear_pointer (&head->hash, g_free);
}

/**
 * heed_ledger_find:
 * @database: a connection
 * @act_id: the UUID of an act
 * @act: (out) (transfer full) (nullable): the act; %NULL if it is not stored
 * @error: return location
 *
 * Looks for an act by its id.
 *
 * Returns: whether it succeeded
 */
gboolean
heed_ledger_find (HeedDatabase *database,
                  const char   *act_id,
                  HeedAct     **act,
                  GError      **error)
{
  g_autoptr (HeedStatement) statement = NULL;
  HeedStep step;

  *act = NULL;
  statement = heed_database_query (database, error, SQL_LOAD_ONE, "t", act_id);
  step = statement ? heed_statement_step (statement, error) : HEED_STEP_ERROR;
  if (step == HEED_STEP_ROW)
    *act = read_act (statement, error);
  return step == HEED_STEP_DONE || *act != NULL;
}

/**
 * heed_ledger_next_case:
 * @database: a connection, in a transaction
 * @error: return location
 *
 * Gets the register id for a new case.
 *
 * Returns: the id; 0 on error
 */
gint64
heed_ledger_next_case (HeedDatabase *database,
                       GError      **error)
{
  gint64 id;

  return heed_database_get_int (database, SQL_NEXT_CASE, &id, error) ? id : 0;
}

/**
 * heed_ledger_list_cases:
 * @database: a connection
 * @error: return location
 *
 * Lists the register ids of all cases.
 *
 * Returns: (transfer full) (element-type gint64): the ids, in order
 */
GArray *
heed_ledger_list_cases (HeedDatabase *database,
                        GError      **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (HeedStatement) statement = heed_database_prepare (database, SQL_CASES, error);
  HeedStep step = HEED_STEP_ERROR;

  while (statement != NULL && (step = heed_statement_step (statement, error)) == HEED_STEP_ROW)
    {
      gint64 id = heed_statement_get_int (statement, 0);

      g_array_append_val (ids, id);
    }
  return step == HEED_STEP_DONE ? g_steal_pointer (&ids) : NULL;
}

static char *
check_row (HeedDatabase  *database,
           HeedStatement *statement,
           gint64         case_id,
           guint          seq,
           const char    *previous)
{
  HeedAct          act = { 0 };
  g_autofree char *first = NULL;
  g_autofree char *reference = NULL;
  g_autofree char *hash = NULL;
  const char      *wrong = NULL;

  act.case_id = heed_statement_get_int (statement, 0);
  act.seq = (guint) heed_statement_get_int (statement, 1);
  act.id = (char *) heed_statement_get_text (statement, 2);
  act.happened_at = heed_statement_get_int (statement, 3);
  act.entered_at = heed_statement_get_int (statement, 4);
  act.kind = (char *) heed_statement_get_text (statement, 5);
  act.actor = (char *) heed_statement_get_text (statement, 6);
  act.zone = (char *) heed_statement_get_text (statement, 7);
  if (previous == NULL)
    {
      reference = heed_ledger_get_reference (database, case_id, NULL);
      previous = first = hash_text (reference ? reference : "");
    }
  hash = hash_act (&act, previous, heed_statement_get_text (statement, 8));
  if (act.seq != seq)
    wrong = "an act is missing before it";
  else if (g_strcmp0 (previous, heed_statement_get_text (statement, 9)) != 0)
    wrong = "it does not follow the act before it";
  else if (g_strcmp0 (hash, heed_statement_get_text (statement, 10)) != 0)
    wrong = "it was changed";
  if (wrong == NULL)
    return NULL;
  return g_strdup_printf ("case %" G_GINT64_FORMAT ", act %u (%s): %s", case_id, act.seq, act.id, wrong);
}

/**
 * heed_ledger_check:
 * @database: a connection
 * @problems: (element-type utf8): where to add what is wrong
 * @n_acts: (out): how many acts there are
 * @error: return location
 *
 * Computes each hash again and compares.
 *
 * Returns: whether all acts could be read
 */
gboolean
heed_ledger_check (HeedDatabase *database,
                   GPtrArray    *problems,
                   guint64      *n_acts,
                   GError      **error)
{
  g_autoptr (HeedStatement) statement = heed_database_prepare (database, SQL_CHECK, error);
  g_autofree char *previous = NULL;
  gint64           case_id = -1;
  guint            seq = 0;
  HeedStep         step = HEED_STEP_ERROR;

  *n_acts = 0;
  while (statement != NULL && (step = heed_statement_step (statement, error)) == HEED_STEP_ROW)
    {
      char *problem;

      if (heed_statement_get_int (statement, 0) != case_id)
        {
          case_id = heed_statement_get_int (statement, 0);
          seq = 0;
          g_clear_pointer (&previous, g_free);
        }
      problem = check_row (database, statement, case_id, ++seq, previous);
      if (problem != NULL)
        g_ptr_array_add (problems, problem);
      seq = (guint) heed_statement_get_int (statement, 1);
      g_free (previous);
      previous = heed_statement_dup_text (statement, 10);
      *n_acts += 1;
    }
  return step == HEED_STEP_DONE;
}

/**
 * heed_ledger_next_reference:
 * @database: a connection, in a transaction
 * @case_id: a new case
 * @site: (nullable): the code of the site; %NULL or "" for the only one
 * @year: the year of receipt
 * @error: return location
 *
 * Gives a case the next reference of its site and year. There are no gaps.
 *
 * Returns: (transfer full): the reference, as in "26-0412"
 */
char *
heed_ledger_next_reference (HeedDatabase *database,
                            gint64        case_id,
                            const char   *site,
                            int           year,
                            GError      **error)
{
  g_autofree char *reference = NULL;
  g_autoptr (HeedStatement) statement = NULL;
  gboolean sited = site != NULL && *site != '\0';
  gint64   number;

  statement = heed_database_query (database, error, SQL_NEXT_NUMBER, "ti", sited ? site : "", (gint64) year);
  if (statement == NULL || heed_statement_step (statement, error) != HEED_STEP_ROW)
    return NULL;
  number = heed_statement_get_int (statement, 0);
  reference = g_strdup_printf ("%s%s%02d-%04" G_GINT64_FORMAT, sited ? site : "", sited ? "-" : "",
                               year % 100, number);
  if (!heed_database_run (database, error, SQL_ADD_REFERENCE, "iiitt", case_id, (gint64) year, number,
                          sited ? site : "", reference))
    return NULL;
  return g_steal_pointer (&reference);
}

/**
 * heed_ledger_get_reference:
 * @database: a connection
 * @case_id: a case
 * @error: return location
 *
 * Gets the reference of a case.
 *
 * Returns: (transfer full): the reference
 */
char *
heed_ledger_get_reference (HeedDatabase *database,
                           gint64        case_id,
                           GError      **error)
{
  g_autoptr (HeedStatement) statement = NULL;
  HeedStep step;

  statement = heed_database_query (database, error, SQL_GET_REFERENCE, "i", case_id);
  step = statement ? heed_statement_step (statement, error) : HEED_STEP_ERROR;
  if (step == HEED_STEP_ROW)
    return heed_statement_dup_text (statement, 0);
  if (step == HEED_STEP_DONE)
    g_set_error (error, HEED_STORE_ERROR, HEED_STORE_ERROR_NOT_FOUND,
                 "there is no case %" G_GINT64_FORMAT, case_id);
  return NULL;
}

/**
 * heed_ledger_find_reference:
 * @database: a connection
 * @reference: as told to people
 * @error: return location
 *
 * Finds a case by its reference.
 *
 * Returns: its register id; 0 on error
 */
gint64
heed_ledger_find_reference (HeedDatabase *database,
                            const char   *reference,
                            GError      **error)
{
  g_autoptr (HeedStatement) statement = NULL;
  HeedStep step;

  statement = heed_database_query (database, error, SQL_FIND_REFERENCE, "t", reference);
  step = statement ? heed_statement_step (statement, error) : HEED_STEP_ERROR;
  if (step == HEED_STEP_ROW)
    return heed_statement_get_int (statement, 0);
  if (step == HEED_STEP_DONE)
    g_set_error (error, HEED_STORE_ERROR, HEED_STORE_ERROR_NOT_FOUND, "there is no case %s", reference);
  return 0;
}
