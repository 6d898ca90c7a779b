/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Spreadsheets through libxlsxwriter, in constant memory: numbers, dates and texts each as what
 * they are, so that no text becomes a formula and no leading zero is lost. Rows beyond what one
 * sheet holds go on in the next. What was written is counted again in the file: the library does
 * not tell when its own temporary files could not be written.
 */
#include "config.h"

#include "heed-table-writer.h"
#include "heed-words-export.h"

#include <minizip/unzip.h>
#include <string.h>
#include <xlsxwriter.h>

#define SHEET_ROWS 1048575 /* below the header, as many as a sheet of that format holds */
#define CELL_UNITS 32767   /* of UTF-16 in a cell */
#define CHUNK      65536

typedef struct
{
  HeedTableWriter base;
  lxw_workbook   *book; /* NULL once closed */
  lxw_worksheet  *sheet;
  lxw_format     *date;
  lxw_format     *bold;
  lxw_format     *wrap;
  lxw_row_t       row; /* next in the sheet */
  guint           n_sheets;
  HeedCell       *header;
  char           *folder;
} XlsxWriter;

static gboolean
check (lxw_error result, GError **error)
{
  if (result == LXW_NO_ERROR)
    return TRUE;
  g_set_error_literal (error, G_IO_ERROR,
                       result == LXW_ERROR_ZIP_FILE_OPERATION || result == LXW_ERROR_ZIP_CLOSE
                               || result == LXW_ERROR_ZIP_FILE_ADD
                               || result == LXW_ERROR_CREATING_TMPFILE
                           ? G_IO_ERROR_NO_SPACE
                           : G_IO_ERROR_FAILED,
                       lxw_strerror (result));
  return FALSE;
}

/* Cuts what is longer than a cell holds, and replaces what is no character in XML. */
static char *
fit_text (XlsxWriter *self, const char *text)
{
  GString *fit = g_string_new (NULL);
  guint    units = 0;

  for (const char *p = text; *p; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      units += c > 0xffff ? 2 : 1;
      if (units > CELL_UNITS)
        {
          self->base.n_clipped++;
          break;
        }
      g_string_append_unichar (fit, (c & 0xfffe) == 0xfffe ? 0xfffd : c);
    }
  return g_string_free_and_steal (fit);
}

static gboolean
needs_fitting (const char *text)
{
  return strlen (text) > CELL_UNITS || strstr (text, "\xef\xbf\xbe")
         || strstr (text, "\xef\xbf\xbf");
}

static lxw_error
write_cell (XlsxWriter *self, lxw_col_t column, const HeedCell *cell, lxw_format *format)
{
  g_autofree char *text = NULL;
  int              year, month, day;
  lxw_datetime     date = { 0 };

  switch (cell->type)
    {
    case HEED_CELL_TEXT:
      text = needs_fitting (cell->text) ? fit_text (self, cell->text) : NULL;
      return worksheet_write_string (self->sheet, self->row, column, text ? text : cell->text,
                                     format);
    case HEED_CELL_NUMBER:
      return worksheet_write_number (self->sheet, self->row, column, (double) cell->number, format);
    case HEED_CELL_REAL:
      return worksheet_write_number (self->sheet, self->row, column, cell->real, format);
    case HEED_CELL_DATE:
      heed_date_get (cell->date, &year, &month, &day);
      /* Spreadsheets know no day before 1900 and count its first two months wrongly. */
      if (year < 1901 || year > 9999)
        {
          text = heed_date_format (cell->date);
          return worksheet_write_string (self->sheet, self->row, column, text, format);
        }
      date.year = year;
      date.month = month;
      date.day = day;
      return worksheet_write_datetime (self->sheet, self->row, column, &date, self->date);
    case HEED_CELL_FLAG:
      return worksheet_write_boolean (self->sheet, self->row, column, (int) cell->number, format);
    case HEED_CELL_EMPTY:
    default:
      return LXW_NO_ERROR;
    }
}

static gboolean
write_cells (XlsxWriter *self, const HeedCell *cells, lxw_format *format, GError **error)
{
  for (guint i = 0; i < self->base.n_columns; i++)
    if (!check (write_cell (self, (lxw_col_t) i, &cells[i], format), error))
      return FALSE;
  self->row++;
  return TRUE;
}

static double
width_of (HeedCellType type)
{
  return type == HEED_CELL_TEXT ? 24.0 : type == HEED_CELL_DATE ? 12.0
                                                                : 10.0;
}

static gboolean
add_sheet (XlsxWriter *self, GError **error)
{
  g_autofree char *name = heed_words_sheet_name (++self->n_sheets);

  self->sheet = workbook_add_worksheet (self->book, name);
  if (self->sheet == NULL)
    return check (LXW_ERROR_SHEETNAME_ALREADY_USED, error);
  for (guint i = 0; i < self->base.n_columns; i++)
    worksheet_set_column (self->sheet, (lxw_col_t) i, (lxw_col_t) i,
                          width_of (self->base.columns[i].type), NULL);
  worksheet_freeze_panes (self->sheet, 1, 0);
  worksheet_repeat_rows (self->sheet, 0, 0);
  self->row = 0;
  return write_cells (self, self->header, self->bold, error);
}

static gboolean
xlsx_row (HeedTableWriter *base, const HeedCell *cells, GError **error)
{
  XlsxWriter *self = (XlsxWriter *) base;

  if (self->header == NULL)
    {
      self->header = g_memdup2 (cells, sizeof *cells * base->n_columns);
      return add_sheet (self, error);
    }
  if (self->row > SHEET_ROWS && !add_sheet (self, error))
    return FALSE;
  return write_cells (self, cells, NULL, error);
}

static gboolean
write_about (XlsxWriter *self, GPtrArray *about, GError **error)
{
  lxw_worksheet *sheet = workbook_add_worksheet (self->book, heed_words_column ("about"));

  if (sheet == NULL)
    return check (LXW_ERROR_SHEETNAME_ALREADY_USED, error);
  worksheet_set_column (sheet, 0, 0, 28, self->bold);
  worksheet_set_column (sheet, 1, 1, 80, self->wrap);
  for (guint i = 0; i + 1 < about->len; i += 2)
    for (guint column = 0; column < 2; column++)
      {
        const char      *value = about->pdata[i + column];
        g_autofree char *text = fit_text (self, value ? value : "");

        if (!check (worksheet_write_string (sheet, i / 2, (lxw_col_t) column, text,
                                            column ? self->wrap : self->bold),
                    error))
          return FALSE;
      }
  return TRUE;
}

/* Counts the rows of a sheet in the file itself. */
static gboolean
count_rows (unzFile zip, guint sheet, guint64 *n_rows)
{
  static const char tag[] = "<row ";
  g_autofree char  *name = g_strdup_printf ("xl/worksheets/sheet%u.xml", sheet);
  g_autofree char  *chunk = g_malloc (CHUNK);
  guint             matched = 0;
  int               n;

  if (unzLocateFile (zip, name, 1) != UNZ_OK || unzOpenCurrentFile (zip) != UNZ_OK)
    return FALSE;
  while ((n = unzReadCurrentFile (zip, chunk, CHUNK)) > 0)
    for (int i = 0; i < n; i++)
      {
        matched = chunk[i] == tag[matched] ? matched + 1 : chunk[i] == tag[0];
        if (tag[matched] == '\0')
          {
            *n_rows += 1;
            matched = 0;
          }
      }
  return unzCloseCurrentFile (zip) == UNZ_OK && n == 0;
}

static gboolean
check_file (XlsxWriter *self, GError **error)
{
  unzFile  zip = unzOpen64 (heed_sink_get_temporary (self->base.sink));
  guint64  n_rows = 0;
  gboolean read = zip != NULL;

  for (guint i = 1; read && i <= self->n_sheets; i++)
    read = count_rows (zip, i, &n_rows);
  if (zip != NULL)
    unzClose (zip);
  if (read && n_rows == self->base.n_rows + self->n_sheets)
    return TRUE;
  g_set_error_literal (
      error, G_IO_ERROR, G_IO_ERROR_NO_SPACE,
      "the spreadsheet is not whole: there may be no room for its temporary files");
  return FALSE;
}

static gboolean
xlsx_close (HeedTableWriter *base, GPtrArray *about, GError **error)
{
  XlsxWriter *self = (XlsxWriter *) base;

  if (!write_about (self, about, error))
    return FALSE;
  return check (workbook_close (g_steal_pointer (&self->book)), error) && check_file (self, error);
}

static void
xlsx_free (HeedTableWriter *base)
{
  XlsxWriter *self = (XlsxWriter *) base;

  /* There is no way to let go of a workbook but to write it; what is written is removed. */
  if (self->book != NULL)
    workbook_close (self->book);
  g_free (self->header);
  g_free (self->folder);
  g_free (self);
}

/**
 * heed_xlsx_writer_new:
 * @sink: where to; the library writes to its temporary name
 *
 * Makes a writer of spreadsheets. Temporary files of the library lie in the folder of the target:
 * what is patients' goes nowhere else, and there must be room for it there anyway.
 *
 * Returns: (transfer full): the writer
 */
HeedTableWriter *
heed_xlsx_writer_new (HeedSink *sink)
{
  static const HeedTableWriterClass klass = { xlsx_row, xlsx_close, xlsx_free };
  XlsxWriter                       *self = g_new0 (XlsxWriter, 1);
  lxw_workbook_options              options = { .constant_memory = LXW_TRUE };

  self->base.klass = &klass;
  self->folder = g_path_get_dirname (heed_sink_get_temporary (sink));
  options.tmpdir = self->folder;
  self->book = workbook_new_opt (heed_sink_get_temporary (sink), &options);
  self->date = workbook_add_format (self->book);
  format_set_num_format (self->date, "yyyy-mm-dd");
  self->bold = workbook_add_format (self->book);
  format_set_bold (self->bold);
  self->wrap = workbook_add_format (self->book);
  format_set_text_wrap (self->wrap);
  format_set_align (self->wrap, LXW_ALIGN_VERTICAL_TOP);
  return &self->base;
}
