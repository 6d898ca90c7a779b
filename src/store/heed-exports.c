/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The export ledger: what left the register, when, for whom and why. Only ever appended; each line
 * holds the SHA-256 of the one before it.
 */
#include "config.h"

#include "heed-exports.h"

#define SQL_LAST "SELECT seq, lower(hex(hash)) FROM export ORDER BY seq DESC LIMIT 1"
#define SQL_APPEND \
  "INSERT INTO export (seq, made_at, id, actor, what, body, hash) VALUES (?, ?, ?, ?, ?, ?, ?)"
#define SQL_LIST "SELECT seq, made_at, id, actor, what, body FROM export ORDER BY seq DESC"
#define SQL_CHECK \
  "SELECT seq, made_at, id, actor, what, body, lower(hex(hash)) FROM export ORDER BY seq"

/* What the first line follows. */
#define BEGINNING "exports"

static char *
hash_entry (const HeedExportEntry *entry, gint64 seq, const char *previous)
{
  g_autofree char *text = g_strdup_printf (
      "%s\n%" G_GINT64_FORMAT "\n%" G_GINT64_FORMAT "\n%s\n%s\n%s\n%s", previous, seq,
      entry->made_at, entry->id, entry->actor, entry->what, entry->body);

  return g_compute_checksum_for_string (G_CHECKSUM_SHA256, text, -1);
}

static GBytes *
hex_to_bytes (const char *hex)
{
  guint8 bytes[32];

  for (guint i = 0; i < sizeof bytes; i++)
    bytes[i] = (guint8) (g_ascii_xdigit_value (hex[2 * i]) << 4
                         | g_ascii_xdigit_value (hex[2 * i + 1]));
  return g_bytes_new (bytes, sizeof bytes);
}

/**
 * heed_export_entry_free:
 * @entry: (transfer full): a line of the export ledger
 *
 * Frees it.
 */
void
heed_export_entry_free (HeedExportEntry *entry)
{
  g_free (entry->id);
  g_free (entry->actor);
  g_free (entry->what);
  g_free (entry->body);
  g_free (entry);
}

/**
 * heed_exports_append:
 * @database: a connection, in a transaction that writes
 * @entry: what leaves the register
 * @error: return location
 *
 * Appends a line.
 *
 * Returns: whether it succeeded
 */
gboolean
heed_exports_append (HeedDatabase *database, const HeedExportEntry *entry, GError **error)
{
  g_autoptr (HeedStatement) last = heed_database_query (database, error, SQL_LAST, "");
  HeedStep         step = last ? heed_statement_step (last, error) : HEED_STEP_ERROR;
  g_autofree char *previous = NULL;
  g_autofree char *hash = NULL;
  g_autoptr (GBytes) bytes = NULL;
  gint64 seq = 1;

  if (step == HEED_STEP_ERROR)
    return FALSE;
  if (step == HEED_STEP_ROW)
    {
      seq = heed_statement_get_int (last, 0) + 1;
      previous = heed_statement_dup_text (last, 1);
    }
  hash = hash_entry (entry, seq, previous ? previous : BEGINNING);
  bytes = hex_to_bytes (hash);
  return heed_database_run (database, error, SQL_APPEND, "iittttb", seq, entry->made_at, entry->id,
                            entry->actor, entry->what, entry->body, bytes);
}

static HeedExportEntry *
read_entry (HeedStatement *statement)
{
  HeedExportEntry *entry = g_new0 (HeedExportEntry, 1);

  entry->made_at = heed_statement_get_int (statement, 1);
  entry->id = heed_statement_dup_text (statement, 2);
  entry->actor = heed_statement_dup_text (statement, 3);
  entry->what = heed_statement_dup_text (statement, 4);
  entry->body = heed_statement_dup_text (statement, 5);
  return entry;
}

/**
 * heed_exports_list:
 * @database: a connection
 * @error: return location
 *
 * Lists what left the register.
 *
 * Returns: (transfer full) (element-type HeedExportEntry): newest first
 */
GPtrArray *
heed_exports_list (HeedDatabase *database, GError **error)
{
  g_autoptr (GPtrArray)
      entries = g_ptr_array_new_with_free_func ((GDestroyNotify) heed_export_entry_free);
  g_autoptr (HeedStatement) statement = heed_database_prepare (database, SQL_LIST, error);
  HeedStep step = HEED_STEP_ERROR;

  while (statement && (step = heed_statement_step (statement, error)) == HEED_STEP_ROW)
    g_ptr_array_add (entries, read_entry (statement));
  return step == HEED_STEP_DONE ? g_steal_pointer (&entries) : NULL;
}

/**
 * heed_exports_check:
 * @database: a connection
 * @problems: (element-type utf8): where to add what is wrong
 * @n_exports: (out): how many lines there are
 * @error: return location
 *
 * Computes each hash again and compares.
 *
 * Returns: whether all lines could be read
 */
gboolean
heed_exports_check (HeedDatabase *database, GPtrArray *problems, guint64 *n_exports, GError **error)
{
  g_autoptr (HeedStatement) statement = heed_database_prepare (database, SQL_CHECK, error);
  g_autofree char *previous = g_strdup (BEGINNING);
  HeedStep         step = HEED_STEP_ERROR;

  *n_exports = 0;
  while (statement && (step = heed_statement_step (statement, error)) == HEED_STEP_ROW)
    {
      g_autoptr (HeedExportEntry) entry = read_entry (statement);
      gint64           seq = heed_statement_get_int (statement, 0);
      g_autofree char *hash = hash_entry (entry, seq, previous);

      *n_exports += 1;
      if (seq != (gint64) *n_exports)
        g_ptr_array_add (problems,
                         g_strdup_printf ("export %s: one is missing before it", entry->id));
      else if (g_strcmp0 (hash, heed_statement_get_text (statement, 6)) != 0)
        g_ptr_array_add (
            problems,
            g_strdup_printf ("export %s: it was changed, or the one before it", entry->id));
      *n_exports = (guint64) seq;
      g_free (previous);
      previous = heed_statement_dup_text (statement, 6);
    }
  return step == HEED_STEP_DONE;
}
