/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A report as a file: pages, a spreadsheet with a sheet for each section, or one table for
 * machines.
 */
#include "config.h"

#include "heed-report-private.h"
#include "heed-pages.h"
#include "heed-words-export.h"
#include "heed-words-report.h"

#include <string.h>
#include <xlsxwriter.h>

/* --- Pages ------------------------------------------------------------------------------------ */

/* Codes are for machines: on paper the words beside them are enough. */
static guint
get_first_column (const HeedSection *section)
{
  return section->columns->len > 1
         && g_str_equal (g_array_index (section->columns, HeedTableColumn, 0).id, "code");
}

static void
add_table (HeedDocument *document, const HeedSection *section)
{
  guint                          first = get_first_column (section);
  guint                          n = section->columns->len - first;
  guint                          n_rows = heed_section_get_n_rows (section);
  g_autofree HeedDocumentColumn *columns = g_new0 (HeedDocumentColumn, n);

  for (guint i = 0; i < n; i++)
    {
      const HeedTableColumn *column = &g_array_index (section->columns, HeedTableColumn, first + i);

      columns[i].title = column->title;
      columns[i].share = g_array_index (section->shares, double, first + i);
      columns[i].is_number = column->type == HEED_CELL_NUMBER || column->type == HEED_CELL_REAL;
    }
  if (n_rows > 0)
    heed_document_add_table (document, columns, n);
  else if (n > 0 && section->texts->len == 0)
    heed_document_add_paragraph (document, heed_words_report ("empty"));
  for (guint row = 0; row < n_rows; row++)
    {
      g_auto (GStrv) cells = g_new0 (char *, n + 1);

      for (guint i = 0; i < n; i++)
        cells[i] = heed_report_cell_words (heed_section_get_cell (section, row, first + i));
      heed_document_add_row (document, (const char *const *) cells);
    }
}

/* The drawing belongs to the report, which the pages outlive: it goes over to the document. */
static void
add_drawing (HeedDocument *document, HeedSection *section)
{
  if (section->draw == NULL)
    return;
  heed_document_add_drawing (document, section->height, section->draw,
                             g_steal_pointer (&section->draw_data), section->draw_free);
  section->draw = NULL;
  section->draw_free = NULL;
}

static void
add_section (HeedDocument *document, HeedSection *section)
{
  if (section->heading != NULL && *section->heading != '\0')
    heed_document_add_heading (document, 2, section->heading);
  for (guint i = 0; i < section->texts->len; i++)
    heed_document_add_paragraph (document, section->texts->pdata[i]);
  if (section->items->len > 0)
    {
      g_autoptr (GPtrArray) items = g_ptr_array_copy (section->items, NULL, NULL);

      g_ptr_array_set_free_func (items, NULL);
      g_ptr_array_add (items, NULL);
      heed_document_add_list (document, (const char *const *) items->pdata, FALSE);
    }
  add_drawing (document, section);
  add_table (document, section);
}

/* A hash is read from paper in groups of eight, and broken between them. */
static char *
part_hash (const char *text)
{
  GString *parted;

  if (strlen (text) != 64 || strspn (text, "0123456789abcdef") != 64)
    return g_strdup (text);
  parted = g_string_new (NULL);
  for (guint i = 0; i < 64; i += 8)
    g_string_append_printf (parted, "%s%.8s", i ? " " : "", text + i);
  return g_string_free_and_steal (parted);
}

/**
 * heed_report_to_document:
 * @self: a report; its drawings go over to the document
 * @about: (element-type utf8): pairs of name and value that say what it is
 *
 * Makes a paper of it, with what it is at the end.
 *
 * Returns: (transfer full): the paper
 */
HeedDocument *
heed_report_to_document (HeedReport *self, GPtrArray *about)
{
  HeedDocument            *document = heed_document_new (self->title, NULL);
  const HeedDocumentColumn columns[] = { { heed_words_report ("about-name"), 2, FALSE },
                                         { heed_words_report ("about-value"), 5, FALSE } };

  heed_document_add_heading (document, 1, self->title);
  for (guint i = 0; i < self->lines->len; i++)
    heed_document_add_paragraph (document, self->lines->pdata[i]);
  for (guint i = 0; i < self->sections->len; i++)
    {
      if (self->page_for_each && i > 0)
        heed_document_add_page_break (document);
      add_section (document, self->sections->pdata[i]);
    }
  if (self->page_for_each)
    heed_document_add_page_break (document);
  heed_document_add_heading (document, 2, heed_words_report ("about"));
  heed_document_add_table (document, columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i + 1 < about->len; i += 2)
    {
      g_autofree char *value = part_hash (about->pdata[i + 1]);
      const char      *cells[] = { about->pdata[i], value, NULL };

      heed_document_add_row (document, cells);
    }
  heed_document_set_footer (document, self->title);
  return document;
}

/* How many pages a section takes. */
static guint
count_pages (HeedSection *section)
{
  g_autoptr (HeedDocument) document = heed_document_new ("", NULL);
  g_autoptr (HeedPages) pages = NULL;
  HeedPageSetup setup;

  add_section (document, section);
  heed_page_setup_init (&setup, FALSE);
  pages = heed_pages_new (document, &setup);
  return MAX (heed_pages_get_n_pages (pages), 1);
}

/**
 * heed_report_add_index:
 * @self: a report whose sections each begin on a page of their own
 * @heading: of the index
 *
 * Puts an index of pages before all sections. It takes one page itself, with the title.
 *
 * Returns: whether there are few enough sections for one page
 */
gboolean
heed_report_add_index (HeedReport *self, const char *heading)
{
  HeedSection *index = heed_report_add_section (self, "index", heading);
  guint        page = 2;

  heed_section_add_column (index, "part", heed_words_report ("section"), HEED_CELL_TEXT, 6);
  heed_section_add_column (index, "page", heed_words_report ("page"), HEED_CELL_NUMBER, 1);
  for (guint i = 0; i + 1 < self->sections->len; i++)
    {
      HeedSection *section = self->sections->pdata[i];

      heed_section_begin_row (index);
      heed_section_add_text_cell (index, section->heading, section->id);
      heed_section_add_number (index, page);
      page += count_pages (section);
    }
  g_ptr_array_steal_index (self->sections, self->sections->len - 1);
  g_ptr_array_insert (self->sections, 0, index);
  return TRUE;
}

/* --- One table for machines ------------------------------------------------------------------- */

static gboolean
same_columns (const HeedSection *a, const HeedSection *b)
{
  if (a->columns->len != b->columns->len)
    return FALSE;
  for (guint i = 0; i < a->columns->len; i++)
    if (!g_str_equal (g_array_index (a->columns, HeedTableColumn, i).id,
                      g_array_index (b->columns, HeedTableColumn, i).id))
      return FALSE;
  return TRUE;
}

/* The section whose columns all others have that have a table; NULL if they differ. */
static const HeedSection *
find_pattern (HeedReport *self)
{
  const HeedSection *pattern = NULL;

  for (guint i = 0; i < self->sections->len; i++)
    {
      const HeedSection *section = self->sections->pdata[i];

      if (section->columns->len == 0)
        continue;
      if (pattern == NULL)
        pattern = section;
      else if (!same_columns (pattern, section))
        return NULL;
    }
  return pattern;
}

static gboolean
write_alike (HeedReport *self, const HeedSection *pattern, HeedTableWriter *writer, GError **error)
{
  guint                n = pattern->columns->len;
  g_autofree HeedCell *cells = g_new0 (HeedCell, n + 1);

  for (guint i = 0; i < self->sections->len; i++)
    {
      const HeedSection *section = self->sections->pdata[i];

      for (guint row = 0; row < heed_section_get_n_rows (section); row++)
        {
          cells[0] = (HeedCell) { 0 };
          heed_cell_set_text (&cells[0], section->heading);
          cells[0].code = section->id;
          for (guint column = 0; column < n; column++)
            cells[column + 1] = *heed_section_get_cell (section, row, column);
          if (!heed_table_writer_row (writer, cells, error))
            return FALSE;
        }
    }
  return TRUE;
}

/* One row for each cell: section, row, column, value. */
static gboolean
write_long (HeedReport *self, HeedTableWriter *writer, GError **error)
{
  for (guint i = 0; i < self->sections->len; i++)
    {
      const HeedSection *section = self->sections->pdata[i];
      guint              n = section->columns->len;

      for (guint cell = 0; cell < heed_section_get_n_rows (section) * n; cell++)
        {
          const HeedTableColumn *column = &g_array_index (section->columns, HeedTableColumn,
                                                          cell % n);
          HeedCell               cells[4] = { 0 };

          heed_cell_set_text (&cells[0], section->heading);
          cells[0].code = section->id;
          heed_cell_set_number (&cells[1], cell / n + 1);
          heed_cell_set_text (&cells[2], column->title);
          cells[2].code = column->id;
          cells[3] = *heed_section_get_cell (section, cell / n, cell % n);
          if (cells[3].type != HEED_CELL_EMPTY && !heed_table_writer_row (writer, cells, error))
            return FALSE;
        }
    }
  return TRUE;
}

/**
 * heed_report_write_table:
 * @self: a report
 * @format: %HEED_FORMAT_CSV or %HEED_FORMAT_JSONL
 * @options: how
 * @sink: where to
 * @error: return location
 *
 * Writes all tables as one: with the columns they have where all have the same, else one row for
 * each value.
 *
 * Returns: whether it could be written
 */
gboolean
heed_report_write_table (HeedReport      *self,
                         HeedFormat       format,
                         HeedTableOptions options,
                         HeedSink        *sink,
                         GError         **error)
{
  const HeedSection          *pattern = find_pattern (self);
  guint                       n = pattern ? pattern->columns->len + 1 : 4;
  g_autofree HeedTableColumn *columns = g_new0 (HeedTableColumn, n);
  g_autoptr (HeedTableWriter) writer = NULL;
  static const char *const ids[] = { "section", "row", "column", "value" };

  for (guint i = 0; i < n; i++)
    if (pattern != NULL && i > 0)
      columns[i] = g_array_index (pattern->columns, HeedTableColumn, i - 1);
    else
      columns[i] = (HeedTableColumn) { ids[i], options.raw ? ids[i] : heed_words_report (ids[i]),
                                       HEED_CELL_TEXT };
  for (guint i = 0; options.raw && i < n; i++)
    columns[i].title = columns[i].id;
  writer = heed_table_writer_new (format, sink, columns, n, options, error);
  if (writer == NULL)
    return FALSE;
  return pattern ? write_alike (self, pattern, writer, error) : write_long (self, writer, error);
}

/* --- A spreadsheet ---------------------------------------------------------------------------- */

typedef struct
{
  lxw_workbook  *book;
  lxw_worksheet *sheet;
  lxw_format    *bold;
  lxw_format    *wrap;
  lxw_format    *date;
  lxw_row_t      row;
} Book;

static void
put_text (Book *self, lxw_col_t column, const char *text, lxw_format *format)
{
  /* A cell of a spreadsheet holds 32,767 units of UTF-16. */
  g_autofree char *fit = g_utf8_strlen (text, -1) > 16000 ? g_utf8_substring (text, 0, 16000)
                                                          : NULL;

  worksheet_write_string (self->sheet, self->row, column, fit ? fit : text, format);
}

static void
put_cell (Book *self, lxw_col_t column, const HeedCell *cell)
{
  lxw_datetime date = { 0 };
  int          year, month, day;

  switch (cell->type)
    {
    case HEED_CELL_TEXT:
      put_text (self, column, cell->text, self->wrap);
      break;
    case HEED_CELL_NUMBER:
    case HEED_CELL_REAL:
      worksheet_write_number (self->sheet, self->row, column,
                              cell->type == HEED_CELL_REAL ? cell->real : (double) cell->number,
                              NULL);
      break;
    case HEED_CELL_DATE:
      heed_date_get (cell->date, &year, &month, &day);
      date.year = year;
      date.month = month;
      date.day = day;
      worksheet_write_datetime (self->sheet, self->row, column, &date, self->date);
      break;
    case HEED_CELL_FLAG:
      worksheet_write_boolean (self->sheet, self->row, column, (int) cell->number, NULL);
      break;
    case HEED_CELL_EMPTY:
    default:
      break;
    }
}

/* A name that a sheet may have: at most 31 letters, none of []:*?/\, each once. */
static char *
make_sheet_name (const char *heading, guint number)
{
  g_autofree char *start = g_utf8_substring (heading, 0, MIN (g_utf8_strlen (heading, -1), 26));

  g_strdelimit (start, "[]:*?/\\'", ' ');
  return g_strdup_printf ("%u %s", number, g_strstrip (start));
}

static void
put_section (Book *self, const HeedSection *section)
{
  guint n = section->columns->len;

  for (guint i = 0; i < section->texts->len; i++, self->row++)
    put_text (self, 0, section->texts->pdata[i], NULL);
  for (guint i = 0; i < section->items->len; i++, self->row++)
    put_text (self, 0, section->items->pdata[i], NULL);
  for (guint i = 0; i < n; i++)
    {
      worksheet_set_column (self->sheet, (lxw_col_t) i, (lxw_col_t) i,
                            10.0 + 6.0 * g_array_index (section->shares, double, i), NULL);
      put_text (self, (lxw_col_t) i, g_array_index (section->columns, HeedTableColumn, i).title,
                self->bold);
    }
  if (n > 0)
    worksheet_freeze_panes (self->sheet, ++self->row, 0);
  for (guint row = 0; row < heed_section_get_n_rows (section); row++, self->row++)
    for (guint i = 0; i < n; i++)
      put_cell (self, (lxw_col_t) i, heed_section_get_cell (section, row, i));
}

static void
put_about (Book *self, HeedReport *report, GPtrArray *about)
{
  self->sheet = workbook_add_worksheet (self->book, heed_words_column ("about"));
  self->row = 0;
  worksheet_set_column (self->sheet, 0, 0, 28, NULL);
  worksheet_set_column (self->sheet, 1, 1, 80, NULL);
  put_text (self, 0, report->title, self->bold);
  self->row++;
  for (guint i = 0; i < report->lines->len; i++, self->row++)
    put_text (self, 0, report->lines->pdata[i], NULL);
  for (guint i = 0; i + 1 < about->len; i += 2, self->row++)
    {
      put_text (self, 0, about->pdata[i], self->bold);
      put_text (self, 1, about->pdata[i + 1], self->wrap);
    }
}

/**
 * heed_report_write_book:
 * @self: a report
 * @sink: where to
 * @about: (element-type utf8): pairs of name and value that say what it is
 * @error: return location
 *
 * Writes a spreadsheet with a sheet for each section and one that says what it is.
 *
 * Returns: whether it could be written
 */
gboolean
heed_report_write_book (HeedReport *self, HeedSink *sink, GPtrArray *about, GError **error)
{
  Book      book = { .book = workbook_new (heed_sink_get_temporary (sink)) };
  lxw_error result;

  book.bold = workbook_add_format (book.book);
  format_set_bold (book.bold);
  book.wrap = workbook_add_format (book.book);
  format_set_text_wrap (book.wrap);
  format_set_align (book.wrap, LXW_ALIGN_VERTICAL_TOP);
  book.date = workbook_add_format (book.book);
  format_set_num_format (book.date, "yyyy-mm-dd");
  for (guint i = 0; i < self->sections->len; i++)
    {
      const HeedSection *section = self->sections->pdata[i];
      g_autofree char   *name = make_sheet_name (section->heading, i + 1);

      book.sheet = workbook_add_worksheet (book.book, name);
      book.row = 0;
      put_section (&book, section);
    }
  put_about (&book, self, about);
  result = workbook_close (book.book);
  if (result == LXW_NO_ERROR)
    return TRUE;
  g_set_error_literal (error, G_IO_ERROR,
                       result == LXW_ERROR_CREATING_XLSX_FILE ? G_IO_ERROR_FAILED
                                                              : G_IO_ERROR_NO_SPACE,
                       lxw_strerror (result));
  return FALSE;
}
