/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Comma-separated values as RFC 4180 has them: UTF-8, CRLF, quotes where they are needed. A text
 * that a spreadsheet would take for a formula gets an apostrophe before it; numbers and dates never
 * do.
 */
#include "config.h"

#include "heed-table-writer.h"

#include <string.h>

#define BOM "\xef\xbb\xbf"

typedef struct
{
  HeedTableWriter base;
  GString        *line;
  gboolean        begun;
} CsvWriter;

/* What may make a spreadsheet compute (OWASP ASVS 1.2.10), and the full-width forms that some of
 * them take for the same. */
static gboolean
needs_guard (const char *text)
{
  static const char *const wide[] = { "＝", "＋", "－", "＠" };

  if (strchr ("=+-@\t\r\n|%", *text) != NULL)
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (wide); i++)
    if (g_str_has_prefix (text, wide[i]))
      return TRUE;
  return FALSE;
}

/**
 * heed_csv_append_text:
 * @line: where to
 * @text: a text
 * @raw: whether it is for machines: without the guard
 *
 * Appends one cell of text.
 */
void
heed_csv_append_text (GString *line, const char *text, gboolean raw)
{
  const char *quote;
  gboolean    quoted = strpbrk (text, "\",\r\n") != NULL;

  if (quoted)
    g_string_append_c (line, '"');
  if (!raw && *text && needs_guard (text))
    g_string_append_c (line, '\'');
  for (; (quote = strchr (text, '"')) != NULL; text = quote + 1)
    {
      g_string_append_len (line, text, quote - text);
      g_string_append (line, "\"\"");
    }
  g_string_append (line, text);
  if (quoted)
    g_string_append_c (line, '"');
}

/* Digits by hand: printf would take a third of the time. */
static void
append_number (GString *line, gint64 number)
{
  char    digits[24];
  char   *p = digits + sizeof digits;
  guint64 rest = number < 0 ? 0 - (guint64) number : (guint64) number;

  do
    *--p = (char) ('0' + rest % 10);
  while ((rest /= 10) > 0);
  if (number < 0)
    *--p = '-';
  g_string_append_len (line, p, digits + sizeof digits - p);
}

static void
append_date (GString *line, HeedDate date)
{
  int  year, month, day;
  char text[10];

  heed_date_get (date, &year, &month, &day);
  if (year < 0 || year > 9999)
    {
      g_autofree char *long_text = heed_date_format (date);

      g_string_append (line, long_text);
      return;
    }
  for (int i = 3; i >= 0; i--, year /= 10)
    text[i] = (char) ('0' + year % 10);
  text[4] = text[7] = '-';
  text[5] = (char) ('0' + month / 10);
  text[6] = (char) ('0' + month % 10);
  text[8] = (char) ('0' + day / 10);
  text[9] = (char) ('0' + day % 10);
  g_string_append_len (line, text, sizeof text);
}

static void
append_cell (CsvWriter *self, const HeedCell *cell)
{
  gboolean raw = self->base.options.raw;
  char     number[G_ASCII_DTOSTR_BUF_SIZE];

  switch (cell->type)
    {
    case HEED_CELL_TEXT:
      heed_csv_append_text (self->line, raw && cell->code ? cell->code : cell->text, raw);
      break;
    case HEED_CELL_NUMBER:
      append_number (self->line, cell->number);
      break;
    case HEED_CELL_REAL:
      g_string_append (self->line, g_ascii_dtostr (number, sizeof number, cell->real));
      break;
    case HEED_CELL_DATE:
      append_date (self->line, cell->date);
      break;
    case HEED_CELL_FLAG:
      g_string_append (self->line, cell->number ? "true" : "false");
      break;
    case HEED_CELL_EMPTY:
    default:
      break;
    }
}

static gboolean
csv_row (HeedTableWriter *base, const HeedCell *cells, GError **error)
{
  CsvWriter *self = (CsvWriter *) base;

  g_string_truncate (self->line, 0);
  if (!self->begun && base->options.bom)
    g_string_append (self->line, BOM);
  self->begun = TRUE;
  for (guint i = 0; i < base->n_columns; i++)
    {
      if (i > 0)
        g_string_append_c (self->line, ',');
      append_cell (self, &cells[i]);
    }
  /* A row of one empty cell would be an empty line, which readers leave out. */
  if (base->n_columns == 1 && cells[0].type == HEED_CELL_EMPTY)
    g_string_append (self->line, "\"\"");
  g_string_append (self->line, "\r\n");
  return heed_sink_write (base->sink, self->line->str, self->line->len, error);
}

static gboolean
csv_close (HeedTableWriter *base, GPtrArray *about, GError **error)
{
  return TRUE;
}

static void
csv_free (HeedTableWriter *base)
{
  g_string_free (((CsvWriter *) base)->line, TRUE);
  g_free (base);
}

/**
 * heed_csv_writer_new:
 * @options: how
 *
 * Makes a writer of comma-separated values.
 *
 * Returns: (transfer full): the writer
 */
HeedTableWriter *
heed_csv_writer_new (HeedTableOptions options)
{
  static const HeedTableWriterClass klass = { csv_row, csv_close, csv_free };
  CsvWriter                        *self = g_new0 (CsvWriter, 1);

  self->base.klass = &klass;
  self->line = g_string_sized_new (4096);
  return &self->base;
}
