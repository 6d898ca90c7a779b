/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * JSON lines: one object a row, for machines: names and codes rather than words, and empty cells
 * left out. The header is no row.
 */
#include "config.h"

#include "heed-table-writer.h"

#include <json-glib/json-glib.h>

typedef struct
{
  HeedTableWriter base;
  GString        *line;
  gboolean        begun;
} JsonWriter;

static void
append_text (GString *line, const char *text)
{
  g_string_append_c (line, '"');
  for (const char *p = text; *p; p++)
    if (*p == '"' || *p == '\\')
      g_string_append_printf (line, "\\%c", *p);
    else if (*p == '\n')
      g_string_append (line, "\\n");
    else if ((guchar) *p < 0x20 || *p == 0x7f)
      g_string_append_printf (line, "\\u%04x", (guint) (guchar) *p);
    else
      g_string_append_c (line, *p);
  g_string_append_c (line, '"');
}

static void
append_cell (GString *line, const HeedCell *cell)
{
  g_autofree char *date = NULL;
  char             number[G_ASCII_DTOSTR_BUF_SIZE];

  switch (cell->type)
    {
    case HEED_CELL_TEXT:
      append_text (line, cell->code ? cell->code : cell->text);
      break;
    case HEED_CELL_NUMBER:
      g_string_append_printf (line, "%" G_GINT64_FORMAT, cell->number);
      break;
    case HEED_CELL_REAL:
      g_string_append (line, g_ascii_dtostr (number, sizeof number, cell->real));
      break;
    case HEED_CELL_DATE:
      date = heed_date_format (cell->date);
      g_string_append_printf (line, "\"%s\"", date);
      break;
    case HEED_CELL_FLAG:
      g_string_append (line, cell->number ? "true" : "false");
      break;
    case HEED_CELL_EMPTY:
    default:
      g_string_append (line, "null");
      break;
    }
}

static gboolean
jsonl_row (HeedTableWriter *base, const HeedCell *cells, GError **error)
{
  JsonWriter *self = (JsonWriter *) base;

  if (!self->begun)
    {
      self->begun = TRUE;
      return TRUE;
    }
  g_string_assign (self->line, "{");
  for (guint i = 0; i < base->n_columns; i++)
    {
      if (cells[i].type == HEED_CELL_EMPTY)
        continue;
      if (self->line->len > 1)
        g_string_append_c (self->line, ',');
      append_text (self->line, base->columns[i].id);
      g_string_append_c (self->line, ':');
      append_cell (self->line, &cells[i]);
    }
  g_string_append (self->line, "}\n");
  return heed_sink_write (base->sink, self->line->str, self->line->len, error);
}

static gboolean
jsonl_close (HeedTableWriter *base, GPtrArray *about, GError **error)
{
  return TRUE;
}

static void
jsonl_free (HeedTableWriter *base)
{
  g_string_free (((JsonWriter *) base)->line, TRUE);
  g_free (base);
}

/**
 * heed_jsonl_writer_new:
 *
 * Makes a writer of JSON lines.
 *
 * Returns: (transfer full): the writer
 */
HeedTableWriter *
heed_jsonl_writer_new (void)
{
  static const HeedTableWriterClass klass = { jsonl_row, jsonl_close, jsonl_free };
  JsonWriter                       *self = g_new0 (JsonWriter, 1);

  self->base.klass = &klass;
  self->line = g_string_sized_new (4096);
  return &self->base;
}
