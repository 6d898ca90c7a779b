/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What changing or erasing a person brings with it: all cases that name them are written to the
 * register again, and what is erased leaves the file.
 */
#include "config.h"

#include "heed-engine.h"
#include "heed-people.h"
#include "heed-register.h"

#define SQL_COUNT_HOLDS \
  "SELECT count(*) FROM case_person JOIN cases ON cases.id = case_id WHERE person_id = ? AND hold = 1"
/* Words that were taken back stay in the index until its parts are merged: now. */
#define SQL_MERGE    "INSERT INTO search (search) VALUES ('optimize')"
#define SQL_TRUNCATE "PRAGMA wal_checkpoint(TRUNCATE)"

static gboolean
write_cases (HeedEngine *self,
             const char *person,
             GError    **error)
{
  g_autoptr (GArray) ids = heed_people_list_cases (self->database, person, error);

  for (guint i = 0; ids != NULL && i < ids->len; i++)
    {
      g_autofree char *head = NULL;
      g_autoptr (HeedCase) state = heed_engine_load_case (self, g_array_index (ids, gint64, i), &head,
                                                          error);

      if (state == NULL || !heed_register_write (self->database, state, head, self->rules, error))
        return FALSE;
    }
  return ids != NULL;
}

static gboolean
check_holds (HeedEngine *self,
             const char *person,
             GError    **error)
{
  g_autoptr (HeedStatement) statement = NULL;

  statement = heed_database_query (self->database, error, SQL_COUNT_HOLDS, "t", person);
  if (statement == NULL || heed_statement_step (statement, error) != HEED_STEP_ROW)
    return FALSE;
  if (heed_statement_get_int (statement, 0) == 0)
    return TRUE;
  g_set_error_literal (error, HEED_STORE_ERROR, HEED_STORE_ERROR_ON_HOLD, "a case is on hold");
  return FALSE;
}

/**
 * heed_engine_follow_person:
 * @self: an engine, in a transaction
 * @act: an act that was appended and whose case was written
 * @error: return location
 *
 * Does what an act on a person brings with it; nothing for other acts.
 *
 * Returns: whether it succeeded
 */
gboolean
heed_engine_follow_person (HeedEngine    *self,
                           const HeedAct *act,
                           GError       **error)
{
  const char *person = heed_act_get_text (act, "person");
  const char *patient = heed_act_get_text (act, "patient");

  if (g_str_equal (act->kind, "erase"))
    {
      self->erased = TRUE;
      return check_holds (self, person, error) && heed_people_erase (self->database, person, error)
             && write_cases (self, person, error)
             && heed_database_exec (self->database, SQL_MERGE, error);
    }
  if (!g_str_equal (act->kind, "person") || !heed_act_has (act, "changed"))
    return TRUE;
  return (person == NULL || write_cases (self, person, error))
         && (patient == NULL || write_cases (self, patient, error));
}

/**
 * heed_engine_finish_erasing:
 * @self: an engine, after a transaction
 *
 * Empties the write-ahead log after something was erased, as far as nobody is reading it; else the
 * next one to close the file does.
 */
void
heed_engine_finish_erasing (HeedEngine *self)
{
  if (self->erased)
    heed_database_exec (self->database, SQL_TRUNCATE, NULL);
  self->erased = FALSE;
}
