/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Drafts: what is being typed, which nothing else touches.
 */
#include "config.h"

#include "heed-drafts.h"

#define SQL_SAVE                                                                          \
  "INSERT INTO draft (case_id, author, kind, text, saved_at) VALUES (?1, ?2, ?3, ?4, ?5)" \
  " ON CONFLICT (case_id, author, kind) DO UPDATE SET text = ?4, saved_at = ?5"
#define SQL_DELETE "DELETE FROM draft WHERE case_id = ? AND author = ? AND kind = ?"
#define SQL_LOAD   "SELECT text FROM draft WHERE case_id = ? AND author = ? AND kind = ?"

/**
 * heed_draft_new:
 * @case_id: a case; 0 for one being logged
 * @author: who types
 * @kind: the act it is for
 *
 * Names a draft.
 *
 * Returns: (transfer full): the draft, without text
 */
HeedDraft *
heed_draft_new (gint64      case_id,
                const char *author,
                const char *kind)
{
  HeedDraft *self = g_new0 (HeedDraft, 1);

  self->case_id = case_id;
  self->author = g_strdup (author);
  self->kind = g_strdup (kind);
  return self;
}

/**
 * heed_draft_free:
 * @self: (transfer full): a draft
 *
 * Frees a draft.
 */
void
heed_draft_free (HeedDraft *self)
{
  g_free (self->author);
  g_free (self->kind);
  g_free (self->text);
  g_free (self);
}

/**
 * heed_drafts_save:
 * @database: a connection
 * @draft: a draft
 * @error: return location
 *
 * Keeps or deletes a draft.
 *
 * Returns: whether it succeeded
 */
gboolean
heed_drafts_save (HeedDatabase    *database,
                  const HeedDraft *draft,
                  GError         **error)
{
  if (draft->text == NULL)
    return heed_database_run (database, error, SQL_DELETE, "itt", draft->case_id, draft->author, draft->kind);
  return heed_database_run (database, error, SQL_SAVE, "ittti", draft->case_id, draft->author, draft->kind,
                            draft->text, draft->now);
}

/**
 * heed_drafts_load:
 * @database: a connection
 * @draft: names it
 * @error: return location
 *
 * Loads the text of a draft.
 *
 * Returns: (transfer full) (nullable): the text; %NULL without an error when there is none
 */
char *
heed_drafts_load (HeedDatabase    *database,
                  const HeedDraft *draft,
                  GError         **error)
{
  g_autoptr (HeedStatement) statement = NULL;

  statement = heed_database_query (database, error, SQL_LOAD, "itt", draft->case_id, draft->author, draft->kind);
  if (statement && heed_statement_step (statement, error) == HEED_STEP_ROW)
    return heed_statement_dup_text (statement, 0);
  return NULL;
}
