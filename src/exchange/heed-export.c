/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Exporting cases as a table: which columns, in what form, into which file. Every export counts
 * what matches apart from what it writes, says what it is, and is a line of the export ledger
 * before the file has its name. Owns no column, no format and no rule of what tells who somebody
 * is.
 */
#include "config.h"

#include "heed-export.h"

#include "heed-about.h"
#include "heed-deidentify.h"
#include "heed-words-export.h"

#define TELL_ROWS 1000

/* One export while it runs. */
typedef struct
{
  const HeedExport  *job;
  const HeedColumn **columns;
  HeedTableColumn   *titles;
  guint              n_columns;
  HeedSnapshotDepth  depth;
  HeedColumnContext  context;
  HeedCell          *cells;
  HeedDeidentifier  *deidentifier; /* NULL where it shows who people are */
  HeedSink          *sink;
  HeedTableWriter   *writer;
  GHashTable        *profiles; /* under which the cases were received */
  guint64            matched;
} Run;

static void
run_clear (Run *run)
{
  g_clear_pointer (&run->writer, heed_table_writer_free);
  g_clear_pointer (&run->sink, heed_sink_free);
  g_clear_pointer (&run->deidentifier, heed_deidentifier_free);
  g_clear_pointer (&run->profiles, g_hash_table_unref);
  g_clear_pointer (&run->context.texts, g_string_chunk_free);
  g_clear_pointer (&run->context.zone, g_time_zone_unref);
  g_free (run->columns);
  g_free (run->titles);
  g_free (run->cells);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Run, run_clear)

static gboolean
is_blank (const char *text)
{
  for (; text && *text; text = g_utf8_next_char (text))
    if (!g_unichar_isspace (g_utf8_get_char (text)))
      return FALSE;
  return TRUE;
}

static gboolean
refuse (GError **error, char *message)
{
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT, message);
  g_free (message);
  return FALSE;
}

/**
 * heed_export_dup_columns:
 * @self: an export
 * @error: return location
 *
 * Finds out which columns it will have. Without a choice those are the usual ones, less the ones
 * that tell who somebody is where nobody shall be known. To ask for such a one by name is an error.
 *
 * Returns: (transfer full): ids of columns
 */
char **
heed_export_dup_columns (const HeedExport *self, GError **error)
{
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();
  guint             n;
  const HeedColumn *all = heed_columns_get (&n);

  for (guint i = 0; self->columns == NULL && i < n; i++)
    if (all[i].usual && (self->identifiable || all[i].privacy != HEED_PRIVACY_OUT))
      g_strv_builder_add (ids, all[i].id);
  for (guint i = 0; self->columns != NULL && self->columns[i] != NULL; i++)
    {
      const HeedColumn *column = heed_columns_find (self->columns[i]);

      if (column == NULL)
        {
          refuse (error, heed_words_no_column (self->columns[i]));
          return NULL;
        }
      if (column->privacy == HEED_PRIVACY_OUT && !self->identifiable && self->what != NULL)
        continue;
      if (column->privacy == HEED_PRIVACY_OUT && !self->identifiable)
        {
          refuse (error, heed_words_column_tells (column->id));
          return NULL;
        }
      if (g_strv_contains ((const char *const *) self->columns + i + 1, column->id))
        {
          refuse (error, heed_words_column_twice (column->id));
          return NULL;
        }
      g_strv_builder_add (ids, column->id);
    }
  if (self->columns != NULL && self->columns[0] == NULL)
    {
      refuse (error, heed_words_no_columns ());
      return NULL;
    }
  return g_strv_builder_end (ids);
}

static void
take_column (Run *run, guint i, const char *id)
{
  const HeedColumn *column = heed_columns_find (id);

  run->columns[i] = column;
  run->titles[i] = (HeedTableColumn) { column->id, heed_words_column (column->id), column->type };
  if (run->job->options.raw)
    run->titles[i].title = column->id;
  run->depth = MAX (run->depth, column->depth);
}

static gboolean
prepare (Run *run, HeedSnapshot *snapshot, GError **error)
{
  const HeedExport *job = run->job;
  g_auto (GStrv) ids = NULL;

  if (job->identifiable && is_blank (job->reason))
    return refuse (error, heed_words_reason_needed ());
  ids = heed_export_dup_columns (job, error);
  if (ids == NULL)
    return FALSE;
  run->n_columns = g_strv_length (ids);
  run->columns = g_new0 (const HeedColumn *, run->n_columns);
  run->titles = g_new0 (HeedTableColumn, run->n_columns);
  run->cells = g_new0 (HeedCell, run->n_columns);
  for (guint i = 0; i < run->n_columns; i++)
    take_column (run, i, ids[i]);
  if (!job->identifiable && (run->deidentifier = heed_deidentifier_new (error)) == NULL)
    return FALSE;
  run->profiles = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  run->context.rules = heed_snapshot_get_rules (snapshot);
  run->context.zone = heed_zone_new (job->context.zone);
  if (run->context.zone == NULL)
    run->context.zone = g_time_zone_new_utc ();
  run->context.today = heed_date_of_instant (job->context.now, run->context.zone);
  run->context.texts = g_string_chunk_new (4096);
  return TRUE;
}

static void
fill_cells (Run *run, const HeedSnapshotCase *item)
{
  if (run->deidentifier != NULL)
    heed_deidentifier_begin_row (run->deidentifier, item);
  for (guint i = 0; i < run->n_columns; i++)
    {
      run->cells[i] = (HeedCell) { 0 };
      run->columns[i]->get (item, &run->context, &run->cells[i]);
      if (run->deidentifier != NULL)
        heed_deidentifier_apply (run->deidentifier, run->columns[i], run->context.texts,
                                 &run->cells[i]);
    }
}

static gboolean
row_cb (const HeedSnapshotCase *item, gpointer user_data, GError **error)
{
  Run *run = user_data;

  fill_cells (run, item);
  if (item->profile != NULL && !g_hash_table_contains (run->profiles, item->profile))
    g_hash_table_add (run->profiles, g_strdup (item->profile));
  if (!heed_table_writer_row (run->writer, run->cells, error))
    return FALSE;
  g_string_chunk_clear (run->context.texts);
  if (run->job->progress && run->writer->n_rows % TELL_ROWS == 0)
    run->job->progress (run->writer->n_rows, run->matched, run->job->user_data);
  return TRUE;
}

static gboolean
write_rows (Run *run, HeedSnapshot *snapshot, GError **error)
{
  const HeedExport *job = run->job;

  if (!heed_snapshot_count (snapshot, &job->filter, &run->matched, error))
    return FALSE;
  run->sink = heed_sink_open (job->path, error);
  if (run->sink == NULL)
    return FALSE;
  run->writer = heed_table_writer_new (job->format, run->sink, run->titles, run->n_columns,
                                       job->options, error);
  if (run->writer == NULL
      || !heed_snapshot_read (snapshot, &job->filter, run->depth, row_cb, run, error))
    return FALSE;
  if (job->progress)
    job->progress (run->writer->n_rows, run->matched, job->user_data);
  if (run->writer->n_rows == run->matched)
    return TRUE;
  return refuse (error, heed_words_rows_differ (run->matched, run->writer->n_rows));
}

/* What the table is, for whoever gets it and for the export ledger. */
static HeedAbout *
make_about (Run *run, HeedSnapshot *snapshot, HeedExportResult *result)
{
  const HeedExport *job = run->job;
  HeedAbout *about = heed_about_new (job->what ? job->what : "cases", snapshot, &job->context);
  g_autoptr (JsonArray) columns = json_array_new ();

  result->id = g_strdup (heed_about_get_id (about));
  heed_about_add_rules (about, run->context.rules, run->profiles);
  heed_about_add_filter (about, &job->filter, job->identifiable);
  for (guint i = 0; i < run->n_columns; i++)
    json_array_add_string_element (columns, run->columns[i]->id);
  heed_about_add_list (about, "columns", columns);
  heed_about_add_flag (about, "identifiable", job->identifiable);
  if (job->identifiable)
    heed_about_add_text (about, "reason", job->reason);
  else
    heed_about_add_scanner (about, heed_deidentifier_get_scanner (run->deidentifier));
  heed_about_add_number (about, "rows-matched", run->matched);
  heed_about_add_number (about, "rows-written", run->writer->n_rows);
  if (run->writer->n_clipped > 0)
    heed_about_add_number (about, "clipped", run->writer->n_clipped);
  heed_about_add_text (about, "ledger-head", result->head);
  return about;
}

static gboolean
finish (Run              *run,
        HeedSnapshot     *snapshot,
        HeedAbout        *about,
        HeedExportResult *result,
        GError          **error)
{
  g_autoptr (GPtrArray) pairs = heed_about_dup_pairs (about);
  g_autoptr (HeedSink) beside = NULL;

  if (!heed_table_writer_close (run->writer, pairs, error)
      || !heed_sink_finish (run->sink, &result->sha256, error))
    return FALSE;
  heed_about_add_sum (about, run->job->path, run->job->format, result->sha256);
  if (run->job->format != HEED_FORMAT_XLSX)
    {
      result->about = g_strconcat (run->job->path, ".about.json", NULL);
      beside = heed_about_write (about, result->about, error);
      if (beside == NULL)
        return FALSE;
    }
  if (run->job->cancellable && g_cancellable_set_error_if_cancelled (run->job->cancellable, error))
    return FALSE;
  return heed_about_record (about, snapshot, run->sink, beside, error);
}

/**
 * heed_export_run:
 * @self: what to export
 * @snapshot: a snapshot that is not begun yet
 * @result: (out caller-allocates): what was exported; to be cleared
 * @error: return location; %G_IO_ERROR with a code that tells what to do
 *
 * Exports. Takes as long as it takes: not for a thread that must not wait. When it fails, the
 * target is as it was and nothing else is left; a line in the export ledger is there for each file
 * that got its name.
 *
 * Returns: whether the file is there, whole
 */
gboolean
heed_export_run (const HeedExport *self,
                 HeedSnapshot     *snapshot,
                 HeedExportResult *result,
                 GError          **error)
{
  g_auto (Run) run = { .job = self };
  g_autoptr (HeedAbout) about = NULL;

  *result = (HeedExportResult) { 0 };
  if (!prepare (&run, snapshot, error) || !heed_snapshot_begin (snapshot, self->cancellable, error)
      || !write_rows (&run, snapshot, error)
      || (result->head = heed_snapshot_dup_head (snapshot, error)) == NULL)
    return FALSE;
  about = make_about (&run, snapshot, result);
  if (!finish (&run, snapshot, about, result, error))
    return FALSE;
  result->matched = run.matched;
  result->written = run.writer->n_rows;
  result->clipped = run.writer->n_clipped;
  return TRUE;
}

/**
 * heed_export_result_clear:
 * @result: what was exported
 *
 * Frees what it holds.
 */
void
heed_export_result_clear (HeedExportResult *result)
{
  g_clear_pointer (&result->id, g_free);
  g_clear_pointer (&result->sha256, g_free);
  g_clear_pointer (&result->head, g_free);
  g_clear_pointer (&result->about, g_free);
}

/* --- Preview ---------------------------------------------------------------------------------- */

typedef struct
{
  Run        *run;
  GPtrArray  *finds;
  GHashTable *known; /* "kind\ntext" → HeedExportFind */
  guint       n_left;
} Preview;

static void
find_free (gpointer data)
{
  HeedExportFind *find = data;

  g_free (find->text);
  g_free (find);
}

static void
found_cb (guint kind, const char *text, gpointer user_data)
{
  Preview         *preview = user_data;
  HeedScanner     *scanner = heed_deidentifier_get_scanner (preview->run->deidentifier);
  g_autofree char *key = g_strdup_printf ("%u\n%s", kind, text);
  HeedExportFind  *find = g_hash_table_lookup (preview->known, key);

  if (find == NULL)
    {
      find = g_new0 (HeedExportFind, 1);
      find->label = g_intern_string (heed_scanner_get_label (scanner, kind));
      find->text = g_strdup (text);
      g_ptr_array_add (preview->finds, find);
      g_hash_table_insert (preview->known, g_steal_pointer (&key), find);
    }
  find->count++;
}

static gboolean
preview_cb (const HeedSnapshotCase *item, gpointer user_data, GError **error)
{
  Preview *preview = user_data;

  fill_cells (preview->run, item);
  g_string_chunk_clear (preview->run->context.texts);
  if (--preview->n_left > 0)
    return TRUE;
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_PARTIAL_INPUT, "enough");
  return FALSE;
}

/**
 * heed_export_preview:
 * @self: an export that names nobody
 * @snapshot: a snapshot that is not begun yet
 * @n_cases: how many cases to look at, at most
 * @error: return location
 *
 * Shows what the search of free text would replace in the first cases, so that somebody can judge
 * whether that is enough. Writes nothing. What it finds tells who people are.
 *
 * Returns: (transfer full) (element-type HeedExportFind): what was found, each once
 */
GPtrArray *
heed_export_preview (const HeedExport *self, HeedSnapshot *snapshot, guint n_cases, GError **error)
{
  g_auto (Run) run = { .job = self };
  g_autoptr (GPtrArray) finds = g_ptr_array_new_with_free_func (find_free);
  g_autoptr (GHashTable) known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GError) why = NULL;
  Preview preview = { &run, finds, known, n_cases };

  g_return_val_if_fail (!self->identifiable, NULL);
  if (!prepare (&run, snapshot, error) || !heed_snapshot_begin (snapshot, self->cancellable, error))
    return NULL;
  heed_scanner_set_found (heed_deidentifier_get_scanner (run.deidentifier), found_cb, &preview);
  if (!heed_snapshot_read (snapshot, &self->filter, run.depth, preview_cb, &preview, &why)
      && !g_error_matches (why, G_IO_ERROR, G_IO_ERROR_PARTIAL_INPUT))
    {
      g_propagate_error (error, g_steal_pointer (&why));
      return NULL;
    }
  return g_steal_pointer (&finds);
}
