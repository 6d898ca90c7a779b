/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Writing a table row by row, whatever the format: which formats there are, the header and the
 * count of rows. Each format has a file of its own.
 */
#include "config.h"

#include "heed-table-writer.h"

static const char *const formats[] = { "csv", "jsonl", "xlsx", "pdf" };

/**
 * heed_format_parse:
 * @name: "csv", "jsonl", "xlsx" or "pdf"
 * @format: (out): the format
 *
 * Finds a format by its name, which is also the end of its file names.
 *
 * Returns: whether there is one
 */
gboolean
heed_format_parse (const char *name, HeedFormat *format)
{
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    if (g_ascii_strcasecmp (formats[i], name) == 0)
      {
        *format = (HeedFormat) i;
        return TRUE;
      }
  return FALSE;
}

/**
 * heed_format_get_name:
 * @format: a format
 *
 * Gets the name of a format.
 *
 * Returns: (transfer none): its name, which is also the end of its file names
 */
const char *
heed_format_get_name (HeedFormat format)
{
  return formats[format];
}

/**
 * heed_table_writer_new:
 * @format: any but %HEED_FORMAT_PDF
 * @sink: where to; outlives the writer
 * @columns: (array length=n_columns): the columns; outlive the writer
 * @n_columns: how many
 * @options: how
 * @error: return location
 *
 * Begins a table.
 *
 * Returns: (transfer full): its writer
 */
HeedTableWriter *
heed_table_writer_new (HeedFormat             format,
                       HeedSink              *sink,
                       const HeedTableColumn *columns,
                       guint                  n_columns,
                       HeedTableOptions       options,
                       GError               **error)
{
  g_autoptr (HeedTableWriter) self = NULL;

  switch (format)
    {
    case HEED_FORMAT_JSONL:
      self = heed_jsonl_writer_new ();
      break;
    case HEED_FORMAT_XLSX:
      self = heed_xlsx_writer_new (sink);
      break;
    case HEED_FORMAT_CSV:
    case HEED_FORMAT_PDF:
    default:
      self = heed_csv_writer_new (options);
      break;
    }
  self->sink = sink;
  self->columns = columns;
  self->n_columns = n_columns;
  self->options = options;
  if (!heed_table_writer_begin (self, error))
    return NULL;
  return g_steal_pointer (&self);
}

/* Writes the header. */
gboolean
heed_table_writer_begin (HeedTableWriter *self, GError **error)
{
  g_autofree HeedCell *cells = g_new0 (HeedCell, self->n_columns);
  gboolean             done;

  for (guint i = 0; i < self->n_columns; i++)
    {
      heed_cell_set_text (&cells[i], self->columns[i].title);
      cells[i].code = self->columns[i].id;
    }
  done = self->klass->row (self, cells, error);
  self->n_rows = 0;
  return done;
}

/**
 * heed_table_writer_row:
 * @self: a writer
 * @cells: as many as there are columns
 * @error: return location
 *
 * Writes a row.
 *
 * Returns: whether it could be written
 */
gboolean
heed_table_writer_row (HeedTableWriter *self, const HeedCell *cells, GError **error)
{
  self->n_rows++;
  return self->klass->row (self, cells, error);
}

/**
 * heed_table_writer_close:
 * @self: a writer
 * @about: (element-type utf8): pairs of name and value that say what the table is
 * @error: return location
 *
 * Ends the table. The sink is not finished by it.
 *
 * Returns: whether all of it could be written
 */
gboolean
heed_table_writer_close (HeedTableWriter *self, GPtrArray *about, GError **error)
{
  return self->klass->close (self, about, error);
}

/**
 * heed_table_writer_free:
 * @self: (transfer full): a writer
 *
 * Frees it.
 */
void
heed_table_writer_free (HeedTableWriter *self)
{
  self->klass->free (self);
}
