/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Importing a table: reads it as a stream, makes an act of each row and hands them to the store in
 * batches. Rows that cannot become a case are written beside the table, with the reason. Every row
 * is counted. */

#include "config.h"

#include "heed-import.h"

#include <csv.h>
#include <gio/gio.h>
#include <string.h>

#include "heed-import-row-private.h"
#include "heed-words.h"

#define BATCH_ROWS     500
#define CHUNK_BYTES    (256 * 1024)
#define MAX_CELL_BYTES (4 * 1024 * 1024)

/* A line that waits to be stored, kept whole in case the store refuses it. */
typedef struct
{
  HeedAct   *act;
  char      *key;
  char      *evidence;
  GPtrArray *cells;
  guint64    number;
} Waiting;

typedef struct
{
  const HeedImport  *import;
  HeedImportCounts  *counts;
  HeedImportLine     line;
  GHashTable        *keys;  /* key → row number */
  GPtrArray         *batch; /* Waiting */
  GIConv             iconv;
  GFile             *refused_file;
  GFileOutputStream *refused;
  GString           *refused_text;
  guint64            done;
  guint64            total;
  gboolean           invalid_bytes;
  gboolean           stopped;
  GError            *error;
} Run;

static void
waiting_free (gpointer data)
{
  Waiting *self = data;

  heed_act_unref (self->act);
  g_free (self->key);
  g_free (self->evidence);
  g_ptr_array_unref (self->cells);
  g_free (self);
}

/* --- Refused rows ------------------------------------------------------------------------- */

/**
 * heed_import_refused_path:
 * @path: a table
 *
 * Returns: (transfer full): where the rows are written that were refused
 */
char *
heed_import_refused_path (const char *path)
{
  return g_strconcat (path, ".refused.csv", NULL);
}

/* The file is there only once it is complete: it is replaced when the stream is closed. */
static void
flush_refused (Run *run)
{
  if (run->error != NULL || run->refused_text->len == 0)
    return;
  if (run->refused == NULL)
    run->refused = g_file_replace (run->refused_file, NULL, FALSE,
                                   G_FILE_CREATE_PRIVATE | G_FILE_CREATE_REPLACE_DESTINATION,
                                   NULL, &run->error);
  if (run->refused != NULL)
    g_output_stream_write_all (G_OUTPUT_STREAM (run->refused), run->refused_text->str,
                               run->refused_text->len, NULL, NULL, &run->error);
  g_string_truncate (run->refused_text, 0);
}

static void
refuse (Run        *run,
        GPtrArray  *cells,
        guint64     number,
        const char *reason)
{
  g_autoptr (GPtrArray) row = g_ptr_array_new ();

  run->counts->refused++;
  if (run->import->refused != NULL)
    run->import->refused (number, reason, run->import->user_data);
  if (run->import->store == NULL)
    return;

  if (run->refused == NULL && run->refused_text->len == 0)
    {
      for (guint i = 0; i < run->line.header->len; i++)
        g_ptr_array_add (row, run->line.header->pdata[i]);
      g_ptr_array_add (row, (gpointer) "reason");
      heed_import_append_csv (run->refused_text, row, run->import->map->separator);
      g_ptr_array_set_size (row, 0);
    }
  for (guint i = 0; i < run->line.header->len; i++)
    g_ptr_array_add (row, i < cells->len ? cells->pdata[i] : (gpointer) "");
  g_ptr_array_add (row, (gpointer) reason);
  for (guint i = run->line.header->len; i < cells->len; i++)
    g_ptr_array_add (row, cells->pdata[i]);
  heed_import_append_csv (run->refused_text, row, run->import->map->separator);
  if (run->refused_text->len > CHUNK_BYTES)
    flush_refused (run);
}

/* --- Batches ------------------------------------------------------------------------------ */

/* Stores some of the waiting rows in one transaction. */
static gboolean
store_rows (Run     *run,
            guint    first,
            guint    n,
            GError **error)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (heed_import_row_free);

  for (guint i = first; i < first + n; i++)
    {
      Waiting       *waiting = run->batch->pdata[i];
      HeedImportRow *row = heed_import_row_new (waiting->key, waiting->evidence);

      g_ptr_array_add (row->acts, heed_act_ref (waiting->act));
      g_ptr_array_add (rows, row);
    }
  if (!heed_store_perform_import (run->import->store, run->import->map->id, rows, error))
    return FALSE;

  for (guint i = 0; i < n; i++)
    {
      const HeedImportRow *row = rows->pdata[i];

      if (row->already)
        run->counts->already++;
      else
        run->counts->made++;
    }
  return TRUE;
}

static void
store_batch (Run *run)
{
  g_autoptr (GError) error = NULL;
  guint n = run->batch->len;

  if (n == 0 || run->error != NULL)
    return;
  if (run->import->store == NULL)
    run->counts->made += n;
  else if (!store_rows (run, 0, n, &error))
    {
      /* One bad row must not keep the good ones out. */
      for (guint i = 0; i < n && run->error == NULL; i++)
        {
          g_autoptr (GError) row_error = NULL;
          g_autofree char *reason = NULL;
          Waiting         *waiting = run->batch->pdata[i];

          if (store_rows (run, i, 1, &row_error))
            continue;
          if (row_error->domain != HEED_CASE_ERROR)
            {
              run->error = g_steal_pointer (&row_error);
              break;
            }
          reason = heed_words_error (row_error);
          refuse (run, waiting->cells, waiting->number, reason);
        }
    }
  g_ptr_array_set_size (run->batch, 0);
  flush_refused (run);
  if (run->error == NULL
      && run->import->progress != NULL
      && !run->import->progress (run->counts, run->done, run->total, run->import->user_data))
    run->stopped = TRUE;
}

/* --- Rows and cells ----------------------------------------------------------------------- */

static void
take_header (Run *run)
{
  GPtrArray *header = run->line.header;

  run->line.header = run->line.cells;
  run->line.cells = header;
  header = run->line.header;
  for (guint i = 0; i < header->len; i++)
    for (guint j = 0; j < i; j++)
      if (run->error == NULL && g_str_equal (header->pdata[i], header->pdata[j]))
        run->error = g_error_new (G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                                  /* Translators: the name of a file, then of a column */
                                  _ ("%s: there are two columns “%s”"), run->import->path,
                                  (char *) header->pdata[i]);

  if (run->import->map->reference != NULL
      && !g_ptr_array_find_with_equal_func (header, run->import->map->reference, g_str_equal, NULL))
    run->error = g_error_new (G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                              /* Translators: the name of a file, then of a column */
                              _ ("%s: there is no column “%s”, which the mapping names"),
                              run->import->path, run->import->map->reference);
  for (guint i = 0; i <= run->import->map->facts->len && run->error == NULL; i++)
    {
      const HeedImportFact *fact = i > 0 ? run->import->map->facts->pdata[i - 1] : NULL;
      const char           *column = fact ? fact->column : run->import->map->key;

      if (column != NULL && !g_ptr_array_find_with_equal_func (header, column, g_str_equal, NULL))
        run->error = g_error_new (G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                                  /* Translators: the name of a file, then of a column */
                                  _ ("%s: there is no column “%s”, which the mapping names"),
                                  run->import->path, column);
    }
}

/* A row of a survey is stored by itself: on its case, or with no case at all. */
static void
take_feedback (Run *run)
{
  HeedImportLine  *line = &run->line;
  g_autofree char *reason = NULL;
  gboolean         already = FALSE;

  if (heed_import_line_keep_feedback (line, &already, &reason, &run->error))
    {
      if (already)
        run->counts->already++;
      else
        run->counts->made++;
      g_hash_table_insert (run->keys, g_strdup (heed_import_line_get_key (line)),
                           g_memdup2 (&line->number, sizeof line->number));
    }
  else if (run->error == NULL)
    refuse (run, line->cells, line->number, reason);
}

static void
take_row (Run *run)
{
  HeedImportLine  *line = &run->line;
  g_autofree char *reason = NULL;
  g_autoptr (HeedAct) act = NULL;
  guint64 *earlier;

  run->counts->read++;
  if (run->invalid_bytes)
    reason = g_strdup (_ ("some characters are not in the encoding that the mapping names"));
  else if (line->cells->len != line->header->len)
    reason = g_strdup_printf (_ ("it has %u cells, but the header has %u"), line->cells->len,
                              line->header->len);
  else if (heed_import_line_get_key (line) != NULL
           && (earlier = g_hash_table_lookup (run->keys, heed_import_line_get_key (line))) != NULL)
    /* Translators: the name of a column, then the number of a row */
    reason = g_strdup_printf (_ ("%s: row %" G_GUINT64_FORMAT " has the same"),
                              run->import->map->key, *earlier);
  else if (run->import->map->is_survey)
    {
      take_feedback (run);
      return;
    }
  else
    act = heed_import_line_new_act (line, &reason);

  if (act == NULL)
    refuse (run, line->cells, line->number, reason);
  else
    {
      Waiting *waiting = g_new0 (Waiting, 1);

      waiting->act = g_steal_pointer (&act);
      waiting->key = g_strdup (heed_import_line_get_key (line));
      waiting->evidence = heed_import_line_dup_evidence (line);
      waiting->number = line->number;
      waiting->cells = g_steal_pointer (&line->cells);
      line->cells = g_ptr_array_new_with_free_func (g_free);
      g_hash_table_insert (run->keys, g_strdup (waiting->key),
                           g_memdup2 (&waiting->number, sizeof waiting->number));
      g_ptr_array_add (run->batch, waiting);
    }
  if (run->batch->len == BATCH_ROWS)
    store_batch (run);
}

static void
cell_cb (void  *data,
         size_t length,
         void  *user_data)
{
  Run  *run = user_data;
  char *cell = NULL;

  if (run->stopped || run->error != NULL)
    return;
  if (data == NULL)
    cell = g_strdup ("");
  else if (run->iconv != (GIConv) -1)
    cell = g_convert_with_iconv (data, (gssize) length, run->iconv, NULL, NULL, NULL);
  else if (g_utf8_validate (data, (gssize) length, NULL))
    cell = g_strndup (data, length);

  if (cell == NULL)
    {
      run->invalid_bytes = TRUE;
      cell = g_utf8_make_valid (data, (gssize) length);
    }
  g_ptr_array_add (run->line.cells, cell);
}

static void
row_cb (int   character,
        void *user_data)
{
  Run *run = user_data;

  if (run->stopped || run->error != NULL)
    return;
  if (run->line.number++ == 0)
    take_header (run);
  else
    take_row (run);
  g_ptr_array_set_size (run->line.cells, 0);
  run->invalid_bytes = FALSE;
}

/* --- The file ----------------------------------------------------------------------------- */

/* libcsv would take all that follows a quotation mark that is never closed for one cell. */
static gboolean
is_quotation_open (const struct csv_parser *parser)
{
  const int field_begun = 2; /* as libcsv numbers its states */

  return parser->quoted && parser->pstate == field_begun;
}

static void
refuse_table (Run *run)
{
  /* Translators: the name of a file, then the number of a row */
  g_set_error (&run->error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
               _ ("%s: row %" G_GUINT64_FORMAT ": this is not a table; a quotation mark is "
                  "perhaps missing"),
               run->import->path, run->line.number + 1);
}

static void
read_stream (Run               *run,
             GInputStream      *stream,
             struct csv_parser *parser)
{
  g_autofree char *chunk = g_malloc (CHUNK_BYTES);
  gboolean         first = TRUE;

  while (run->error == NULL && !run->stopped)
    {
      gsize n = 0;
      gsize skip = 0;

      if (!g_input_stream_read_all (stream, chunk, CHUNK_BYTES, &n, NULL, &run->error))
        return;
      if (n == 0)
        break;
      if (first && n >= 3 && memcmp (chunk, "\xef\xbb\xbf", 3) == 0)
        skip = 3;
      first = FALSE;
      run->done += n;
      if (csv_parse (parser, chunk + skip, n - skip, cell_cb, row_cb, run) != n - skip
          || parser->entry_pos > MAX_CELL_BYTES)
        refuse_table (run);
    }
  if (run->error == NULL && !run->stopped && is_quotation_open (parser))
    refuse_table (run);
  if (run->error == NULL && !run->stopped)
    csv_fini (parser, cell_cb, row_cb, run);
  store_batch (run);
}

static void
finish_refused (Run *run)
{
  flush_refused (run);
  if (run->refused == NULL)
    return;
  g_output_stream_close (G_OUTPUT_STREAM (run->refused), NULL, run->error ? NULL : &run->error);
  g_clear_object (&run->refused);
}

static gboolean
run_file (Run   *run,
          GFile *file)
{
  g_autoptr (GFileInputStream) stream = g_file_read (file, NULL, &run->error);
  g_autoptr (GFileInfo) info = NULL;
  struct csv_parser parser;

  if (stream == NULL)
    return FALSE;
  info = g_file_input_stream_query_info (stream, G_FILE_ATTRIBUTE_STANDARD_SIZE, NULL, NULL);
  run->total = info ? (guint64) g_file_info_get_size (info) : 0;

  if (csv_init (&parser, 0) != 0)
    {
      run->error = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_FAILED, _ ("No memory left"));
      return FALSE;
    }
  csv_set_delim (&parser, (guchar) run->import->map->separator);
  read_stream (run, G_INPUT_STREAM (stream), &parser);
  csv_free (&parser);
  finish_refused (run);
  if (run->error == NULL && run->line.number == 0)
    run->error = g_error_new (G_IO_ERROR, G_IO_ERROR_INVALID_DATA, _ ("%s: the file is empty"),
                              run->import->path);
  return run->error == NULL;
}

/**
 * heed_import_run:
 * @self: what to import, how and where to
 * @counts: (out): what became of the rows, also after an error
 * @error: where to put an error
 *
 * Makes a case of each row that the rules accept. Rows are told apart by the mapping's id and
 * their key: a second run adds nothing. What was stored before an error or a stop stays.
 *
 * Returns: %FALSE with an error; %G_IO_ERROR_CANCELLED where the progress function stopped it
 */
gboolean
heed_import_run (const HeedImport *self,
                 HeedImportCounts *counts,
                 GError          **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (self->path);
  g_autofree char *refused = heed_import_refused_path (self->path);
  gboolean         ok;
  Run              run = {
                 .import = self,
                 .counts = counts,
                 .iconv = (GIConv) -1,
  };

  memset (counts, 0, sizeof *counts);
  if (self->map->encoding != NULL)
    run.iconv = g_iconv_open ("UTF-8", self->map->encoding);
  run.line.import = self;
  run.line.header = g_ptr_array_new_with_free_func (g_free);
  run.line.cells = g_ptr_array_new_with_free_func (g_free);
  run.keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  run.batch = g_ptr_array_new_with_free_func (waiting_free);
  run.refused_file = g_file_new_for_path (refused);
  run.refused_text = g_string_new (NULL);

  ok = run_file (&run, file);
  if (ok && run.stopped)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, _ ("It was stopped"));
      ok = FALSE;
    }
  else if (!ok)
    g_propagate_error (error, run.error);
  /* After an error, rows that waited for their batch were not kept: they count as not read. */
  counts->read = counts->made + counts->refused + counts->already;

  if (run.iconv != (GIConv) -1)
    g_iconv_close (run.iconv);
  g_ptr_array_unref (run.line.header);
  g_ptr_array_unref (run.line.cells);
  g_ptr_array_unref (run.batch);
  g_hash_table_unref (run.keys);
  g_object_unref (run.refused_file);
  g_string_free (run.refused_text, TRUE);
  return ok;
}
