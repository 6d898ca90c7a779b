/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The life of one act in the store: known already? in conflict? allowed? then ledger and register,
 * in one transaction. Runs on a storage thread and knows no other.
 */
#include "config.h"

#include "heed-engine.h"
#include "heed-ledger.h"
#include "heed-people.h"
#include "heed-register.h"
#include "heed-schema.h"
#include "heed-store-error-private.h"

#define CACHE_SIZE 512

#define SQL_ADD_ROW     "INSERT INTO import_row (case_id, source, row_key, row) VALUES (?, ?, ?, ?)"
#define SQL_FIND_ROW    "SELECT case_id FROM import_row WHERE source = ? AND row_key = ?"
#define SQL_GET_SETTING "SELECT value FROM setting WHERE name = ?"
#define SQL_SET_SETTING \
  "INSERT INTO setting (name, value) VALUES (?1, ?2) ON CONFLICT (name) DO UPDATE SET value = ?2"
#define SQL_CLEAR_SETTING "DELETE FROM setting WHERE name = ?"

/* A case is what was folded up to one act; the hash of that act tells whether it still is. */
typedef struct
{
  HeedCase *state;
  char     *head;
} Cached;

static void
cached_free (Cached *cached)
{
  heed_case_unref (cached->state);
  g_free (cached->head);
  g_free (cached);
}

/**
 * heed_engine_new:
 * @path: the file
 * @key: (nullable): its key
 * @rules: the rules
 * @flags: how to open it
 * @error: return location
 *
 * Opens the file for the calling thread.
 *
 * Returns: (transfer full): the engine
 */
HeedEngine *
heed_engine_new (const char    *path,
                 GBytes        *key,
                 HeedRules     *rules,
                 HeedStoreFlags flags,
                 GError       **error)
{
  HeedDatabaseFlags how = (flags & HEED_STORE_READ_ONLY ? HEED_DATABASE_READ_ONLY : 0) | (flags & HEED_STORE_CREATE ? HEED_DATABASE_CREATE : 0);
  g_autoptr (HeedDatabase) database = heed_database_open (path, key, how, error);
  HeedEngine *self;

  if (database == NULL || !heed_schema_prepare (database, path, key, how, error))
    return NULL;
  self = g_new0 (HeedEngine, 1);
  self->database = g_steal_pointer (&database);
  self->rules = heed_rules_ref (rules);
  self->key = key ? g_bytes_ref (key) : NULL;
  self->cache = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, (GDestroyNotify) cached_free);
  self->path = g_strdup (path);
  self->read_only = (flags & HEED_STORE_READ_ONLY) != 0;
  if (self->read_only || heed_engine_renew (self, error))
    return self;
  heed_engine_free (self);
  return NULL;
}

/**
 * heed_engine_free:
 * @self: (transfer full): an engine
 *
 * Closes the connection.
 */
void
heed_engine_free (HeedEngine *self)
{
  heed_database_close (self->database);
  heed_rules_unref (self->rules);
  g_clear_pointer (&self->key, g_bytes_unref);
  g_hash_table_unref (self->cache);
  g_free (self->path);
  g_free (self);
}

static void
remember (HeedEngine *self,
          HeedCase   *state,
          const char *head)
{
  Cached *cached = g_new0 (Cached, 1);

  if (g_hash_table_size (self->cache) >= CACHE_SIZE)
    g_hash_table_remove_all (self->cache);
  cached->state = heed_case_ref (state);
  cached->head = g_strdup (head);
  g_hash_table_replace (self->cache, g_memdup2 (&state->id, sizeof state->id), cached);
}

/**
 * heed_engine_load_case:
 * @self: an engine
 * @case_id: a case
 * @head: (out) (optional): the hash of its last act
 * @error: return location
 *
 * Loads a case as it stands.
 *
 * Returns: (transfer full): the case
 */
HeedCase *
heed_engine_load_case (HeedEngine *self,
                       gint64      case_id,
                       char      **head,
                       GError    **error)
{
  g_auto (HeedLedgerHead) end = { 0 };
  g_autoptr (GPtrArray) acts = NULL;
  g_autoptr (HeedCase) state = NULL;
  Cached *cached = g_hash_table_lookup (self->cache, &case_id);

  if (!heed_ledger_get_head (self->database, case_id, &end, error))
    return NULL;
  if (end.seq == 0)
    {
      g_set_error (error, HEED_STORE_ERROR, HEED_STORE_ERROR_NOT_FOUND,
                   "there is no case %" G_GINT64_FORMAT, case_id);
      return NULL;
    }
  if (cached && g_str_equal (cached->head, end.hash))
    state = heed_case_ref (cached->state);
  else
    {
      acts = heed_ledger_load (self->database, case_id, 0, error);
      state = acts ? heed_case_fold (acts, self->rules, error) : NULL;
      if (state == NULL)
        return NULL;
      state->id = case_id;
      g_free (state->reference);
      state->reference = heed_ledger_get_reference (self->database, case_id, error);
      if (state->reference == NULL)
        return NULL;
      remember (self, state, end.hash);
    }
  if (head != NULL)
    *head = g_steal_pointer (&end.hash);
  return g_steal_pointer (&state);
}

/**
 * heed_engine_collect_file:
 * @self: an engine, in a transaction
 * @case_id: a case
 * @error: return location
 *
 * Loads all there is about a case.
 *
 * Returns: (transfer full): the case with its acts and people
 */
HeedCaseFile *
heed_engine_collect_file (HeedEngine *self,
                          gint64      case_id,
                          GError    **error)
{
  g_autoptr (HeedCaseFile) file = g_new0 (HeedCaseFile, 1);

  file->references = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  file->state = heed_engine_load_case (self, case_id, NULL, error);
  file->acts = file->state ? heed_ledger_load (self->database, case_id, 0, error) : NULL;
  file->people = file->acts ? heed_register_load_people (self->database, case_id, error) : NULL;
  for (guint i = 0; file->people && i < file->state->links->len; i++)
    {
      const HeedLink *link = file->state->links->pdata[i];
      char           *reference = heed_ledger_get_reference (self->database, link->other, NULL);

      if (reference != NULL)
        g_hash_table_replace (file->references, g_memdup2 (&link->other, sizeof link->other), reference);
    }
  return file->people ? g_steal_pointer (&file) : NULL;
}

/**
 * heed_engine_load_file:
 * @self: an engine
 * @case_id: a case
 * @error: return location
 *
 * Loads all there is about a case, as of one moment.
 *
 * Returns: (transfer full): the case with its acts and people
 */
HeedCaseFile *
heed_engine_load_file (HeedEngine *self,
                       gint64      case_id,
                       GError    **error)
{
  HeedCaseFile *file;

  if (!heed_database_begin (self->database, FALSE, error))
    return NULL;
  file = heed_engine_collect_file (self, case_id, error);
  heed_database_rollback (self->database);
  return file;
}

static gboolean
is_among (GPtrArray     *acts,
          const HeedAct *act)
{
  for (guint i = 0; i < acts->len; i++)
    if (g_str_equal (((HeedAct *) acts->pdata[i])->id, act->id))
      return TRUE;
  return FALSE;
}

/* Whether somebody else changed the same thing after what the act's author had seen. What the
 * author does in the same breath (@together) is no conflict: resolving and then closing. */
static gboolean
check_conflict (HeedEngine    *self,
                const HeedAct *act,
                GPtrArray     *together,
                GError       **error)
{
  g_autofree char *touched = heed_act_dup_touched (act);
  g_autofree char *body = heed_json_object_to_text (act->body);
  g_autoptr (GPtrArray) newer = NULL;
  g_autoptr (GPtrArray) same = g_ptr_array_new_with_free_func ((GDestroyNotify) heed_act_unref);

  if (act->seen_seq == 0 || touched == NULL)
    return TRUE;
  newer = heed_ledger_load (self->database, act->case_id, act->seen_seq, error);
  if (newer == NULL)
    return FALSE;
  for (guint i = 0; i < newer->len; i++)
    {
      HeedAct         *other = newer->pdata[i];
      g_autofree char *other_touched = heed_act_dup_touched (other);
      g_autofree char *other_body = heed_json_object_to_text (other->body);

      if (g_strcmp0 (touched, other_touched) == 0 && !g_str_equal (body, other_body) &&
          !is_among (together, other))
        g_ptr_array_add (same, heed_act_ref (other));
    }
  if (same->len == 0)
    return TRUE;
  g_propagate_error (error, heed_store_error_new_conflict (g_steal_pointer (&same)));
  return FALSE;
}

/* Gives the fresh case what only the store knows; nobody else has seen it yet. */
static gboolean
name_case (HeedEngine *self,
           HeedCase   *before,
           HeedCase   *after,
           gint64      case_id,
           GError    **error)
{
  after->id = case_id;
  g_free (after->reference);
  after->reference = before ? g_strdup (before->reference)
                            : heed_ledger_next_reference (self->database, case_id, after->site,
                                                          heed_date_get_year (after->received), error);
  return after->reference != NULL;
}

/* Answers a repeated act with its case. What the moment of logging filled in then need not be the
 * same now. */
static HeedCase *
repeat_one (HeedEngine    *self,
            const HeedAct *given,
            const HeedAct *complete,
            const HeedAct *stored,
            GError       **error)
{
  g_autoptr (GList) members = json_object_get_members (stored->body);
  g_autoptr (HeedCase) state = heed_engine_load_case (self, stored->case_id, NULL, error);
  HeedExtraction extraction = { self->database, complete, state, TRUE };
  g_autoptr (HeedAct) kept = state ? heed_people_extract (&extraction, error) : NULL;
  gboolean same;

  if (kept == NULL)
    return NULL;
  same = g_str_equal (kept->kind, stored->kind) && g_str_equal (kept->actor, stored->actor)
         && (given->case_id == 0 || given->case_id == stored->case_id)
         && json_object_get_size (kept->body) == g_list_length (members);

  for (GList *l = members; same && l != NULL; l = l->next)
    {
      JsonNode *mine = json_object_get_member (kept->body, l->data);

      same = mine != NULL
             && (!json_object_has_member (given->body, l->data)
                 || json_node_equal (mine, json_object_get_member (stored->body, l->data)));
    }
  if (same)
    return g_steal_pointer (&state);
  g_set_error (error, HEED_STORE_ERROR, HEED_STORE_ERROR_KNOWN_ID, "act %s is stored already",
               stored->id);
  return NULL;
}

static HeedCase *
perform_one (HeedEngine    *self,
             const HeedAct *given,
             GPtrArray     *together,
             gint64        *last_case,
             GError       **error)
{
  const HeedActKind *kind = heed_act_kind_find (given->kind);
  g_autoptr (HeedAct) complete = heed_act_complete (given, self->rules);
  g_autoptr (HeedAct) stored = NULL;
  g_autoptr (HeedAct) kept = NULL;
  g_autoptr (HeedAct) act = NULL;
  g_autoptr (HeedCase) before = NULL;
  g_autoptr (HeedCase) after = NULL;
  g_autofree char *previous = NULL;
  g_autofree char *head = NULL;
  gboolean         makes = kind && kind->stages == 0;
  gint64           case_id = given->case_id ? given->case_id : *last_case;

  if (!heed_ledger_find (self->database, given->id, &stored, error))
    return NULL;
  if (stored != NULL)
    {
      *last_case = stored->case_id;
      return repeat_one (self, given, complete, stored, error);
    }
  *last_case = case_id = makes ? heed_ledger_next_case (self->database, error) : case_id;
  if (makes && case_id == 0)
    return NULL;
  if (!makes && case_id != 0)
    {
      before = heed_engine_load_case (self, case_id, &previous, error);
      if (before == NULL)
        return NULL;
    }
  kept = heed_people_extract (&(HeedExtraction) { self->database, complete, before, FALSE }, error);
  if (kept == NULL)
    return NULL;
  act = heed_act_new_placed (kept, case_id, before ? before->seq + 1 : 1);
  if (before && !check_conflict (self, act, together, error))
    return NULL;
  after = heed_case_apply (before, act, self->rules, error);
  if (after == NULL || !name_case (self, before, after, case_id, error) || !heed_ledger_append (self->database, act, previous, &head, error))
    return NULL;
  remember (self, after, head);
  if (!heed_register_write (self->database, after, head, self->rules, error)
      || (before && !heed_engine_follow_person (self, act, error)))
    return NULL;
  return g_steal_pointer (&after);
}

static gboolean
begin_write (HeedEngine *self,
             GError    **error)
{
  if (!self->read_only)
    return heed_database_begin (self->database, TRUE, error);
  g_set_error_literal (error, HEED_STORE_ERROR, HEED_STORE_ERROR_READ_ONLY, "opened for reading only");
  return FALSE;
}

static GPtrArray *
perform_all (HeedEngine *self,
             GPtrArray  *acts,
             GError    **error)
{
  g_autoptr (GPtrArray) cases = g_ptr_array_new_with_free_func ((GDestroyNotify) heed_case_unref);
  gint64 last_case = 0;

  for (guint i = 0; i < acts->len; i++)
    {
      HeedCase *state = perform_one (self, acts->pdata[i], acts, &last_case, error);

      if (state == NULL)
        return NULL;
      g_ptr_array_add (cases, state);
    }
  return g_steal_pointer (&cases);
}

/**
 * heed_engine_perform:
 * @self: an engine
 * @acts: (element-type HeedAct): what was done
 * @error: return location
 *
 * The one way in.
 *
 * Returns: (transfer full) (element-type HeedCase): the case after each act
 */
GPtrArray *
heed_engine_perform (HeedEngine *self,
                     GPtrArray  *acts,
                     GError    **error)
{
  g_autoptr (GPtrArray) cases = NULL;

  if (!begin_write (self, error))
    return NULL;
  cases = perform_all (self, acts, error);
  if (cases == NULL)
    {
      heed_database_rollback (self->database);
      return NULL;
    }
  if (!heed_database_commit (self->database, error))
    return NULL;
  heed_engine_finish_erasing (self);
  return g_steal_pointer (&cases);
}

static gboolean
import_row (HeedEngine    *self,
            const char    *source,
            HeedImportRow *row,
            GArray        *changed,
            GError       **error)
{
  g_autoptr (HeedStatement) found = heed_database_query (self->database, error, SQL_FIND_ROW, "tt", source, row->key);
  g_autoptr (GPtrArray) cases = NULL;
  HeedStep step = found ? heed_statement_step (found, error) : HEED_STEP_ERROR;
  gint64   id;

  row->already = step == HEED_STEP_ROW;
  if (step != HEED_STEP_DONE)
    return step == HEED_STEP_ROW;
  cases = perform_all (self, row->acts, error);
  if (cases == NULL)
    return FALSE;
  id = cases->len ? ((HeedCase *) cases->pdata[0])->id : 0;
  g_array_append_val (changed, id);
  return heed_database_run (self->database, error, SQL_ADD_ROW, "ittt", id, source, row->key, row->original);
}

/**
 * heed_engine_import:
 * @self: an engine
 * @source: names where the rows come from
 * @rows: (element-type HeedImportRow): the rows
 * @changed: (element-type gint64): where to add the ids of the cases made
 * @error: return location
 *
 * Stores the rows that are not stored yet, all or none.
 *
 * Returns: whether it succeeded
 */
gboolean
heed_engine_import (HeedEngine *self,
                    const char *source,
                    GPtrArray  *rows,
                    GArray     *changed,
                    GError    **error)
{
  if (!begin_write (self, error))
    return FALSE;
  for (guint i = 0; i < rows->len; i++)
    if (!import_row (self, source, rows->pdata[i], changed, error))
      {
        heed_database_rollback (self->database);
        return FALSE;
      }
  return heed_database_commit (self->database, error);
}

/**
 * heed_engine_get_tomorrow:
 * @self: an engine
 * @today: a day
 *
 * Gets the next working day by the organisation's calendar; Saturday and Sunday are none where it
 * has not told.
 *
 * Returns: the day
 */
HeedDate
heed_engine_get_tomorrow (HeedEngine *self,
                          HeedDate    today)
{
  g_autofree char    *id = heed_engine_get_setting (self, "profile", NULL);
  const HeedProfile  *profile = id ? heed_rules_get_profile (self->rules, id) : NULL;
  const HeedCalendar *calendar = profile ? heed_rules_get_calendar (self->rules, heed_profile_get_calendar (profile)) : NULL;
  HeedDate            day = calendar ? heed_calendar_add_working_days (calendar, today, 1, NULL, 0, NULL, NULL) : HEED_DATE_NONE;

  if (day != HEED_DATE_NONE)
    return day;
  for (day = today + 1; heed_date_get_weekday (day) > 5;)
    day++;
  return day;
}

/**
 * heed_engine_get_setting:
 * @self: an engine
 * @name: which
 * @error: return location
 *
 * Gets what the organisation told.
 *
 * Returns: (transfer full) (nullable): the value
 */
char *
heed_engine_get_setting (HeedEngine *self,
                         const char *name,
                         GError    **error)
{
  g_autoptr (HeedStatement) statement = heed_database_query (self->database, error, SQL_GET_SETTING, "t", name);

  if (statement && heed_statement_step (statement, error) == HEED_STEP_ROW)
    return heed_statement_dup_text (statement, 0);
  return NULL;
}

/**
 * heed_engine_set_setting:
 * @self: an engine
 * @name: which
 * @value: (nullable): its value; %NULL to forget
 * @error: return location
 *
 * Keeps what the organisation told.
 *
 * Returns: whether it is kept
 */
gboolean
heed_engine_set_setting (HeedEngine *self,
                         const char *name,
                         const char *value,
                         GError    **error)
{
  if (value == NULL)
    return heed_database_run (self->database, error, SQL_CLEAR_SETTING, "t", name);
  return heed_database_run (self->database, error, SQL_SET_SETTING, "tt", name, value);
}
