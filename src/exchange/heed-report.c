/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A report as what it says: its sections and their tables. Knows neither where the numbers come
 * from nor what a file looks like. Small numbers are hidden here, once for all formats.
 */
#include "config.h"

#include "heed-report-private.h"
#include "heed-words-report.h"

static void
column_clear (gpointer data)
{
  HeedTableColumn *column = data;

  g_free ((char *) column->id);
  g_free ((char *) column->title);
}

static void
cell_clear (gpointer data)
{
  HeedReportCell *cell = data;

  g_free (cell->text);
  g_free (cell->code);
}

static void
section_free (gpointer data)
{
  HeedSection *self = data;

  if (self->draw_free)
    self->draw_free (self->draw_data);
  g_free (self->id);
  g_free (self->heading);
  g_ptr_array_unref (self->texts);
  g_ptr_array_unref (self->items);
  g_array_unref (self->columns);
  g_array_unref (self->shares);
  g_array_unref (self->cells);
  g_free (self);
}

/**
 * heed_report_new:
 * @title: what it is called
 *
 * Makes a report that says nothing yet.
 *
 * Returns: (transfer full): the report
 */
HeedReport *
heed_report_new (const char *title)
{
  HeedReport *self = g_new0 (HeedReport, 1);

  self->title = g_strdup (title);
  self->lines = g_ptr_array_new_with_free_func (g_free);
  self->sections = g_ptr_array_new_with_free_func (section_free);
  return self;
}

/**
 * heed_report_free:
 * @self: (transfer full): a report
 *
 * Frees it.
 */
void
heed_report_free (HeedReport *self)
{
  g_free (self->title);
  g_ptr_array_unref (self->lines);
  g_ptr_array_unref (self->sections);
  g_free (self);
}

const char *
heed_report_get_title (HeedReport *self)
{
  return self->title;
}

/* Adds a line below the title, such as the period. */
void
heed_report_add_line (HeedReport *self, const char *line)
{
  if (line != NULL && *line != '\0')
    g_ptr_array_add (self->lines, g_strdup (line));
}

/* Begins each section on a page of its own: for bundles, whose parts are handed out singly. */
void
heed_report_set_many (HeedReport *self, gboolean page_for_each)
{
  self->page_for_each = page_for_each;
}

/**
 * heed_report_add_section:
 * @self: a report
 * @id: its name for machines
 * @heading: its name for people
 *
 * Adds a section at the end.
 *
 * Returns: (transfer none): the section, which belongs to the report
 */
HeedSection *
heed_report_add_section (HeedReport *self, const char *id, const char *heading)
{
  HeedSection *section = g_new0 (HeedSection, 1);

  section->id = g_strdup (id);
  section->heading = g_strdup (heading);
  section->texts = g_ptr_array_new_with_free_func (g_free);
  section->items = g_ptr_array_new_with_free_func (g_free);
  section->columns = g_array_new (FALSE, TRUE, sizeof (HeedTableColumn));
  g_array_set_clear_func (section->columns, column_clear);
  section->shares = g_array_new (FALSE, TRUE, sizeof (double));
  section->cells = g_array_new (FALSE, TRUE, sizeof (HeedReportCell));
  g_array_set_clear_func (section->cells, cell_clear);
  g_ptr_array_add (self->sections, section);
  return section;
}

/* Adds a paragraph before the table. Nothing adds nothing. */
void
heed_section_add_text (HeedSection *self, const char *text)
{
  if (text != NULL && *text != '\0')
    g_ptr_array_add (self->texts, g_strdup (text));
}

/* Adds an item of a list after the paragraphs. */
void
heed_section_add_item (HeedSection *self, const char *text)
{
  if (text != NULL && *text != '\0')
    g_ptr_array_add (self->items, g_strdup (text));
}

/**
 * heed_section_set_drawing:
 * @self: a section
 * @height: points
 * @draw: draws it, on paper only
 * @user_data: (transfer full): for @draw
 * @destroy: (nullable): frees @user_data
 *
 * Gives the section a drawing. What it shows must be in the table, too.
 */
void
heed_section_set_drawing (HeedSection     *self,
                          double           height,
                          HeedDocumentDraw draw,
                          gpointer         user_data,
                          GDestroyNotify   destroy)
{
  self->height = height;
  self->draw = draw;
  self->draw_data = user_data;
  self->draw_free = destroy;
}

/**
 * heed_section_add_column:
 * @self: a section
 * @id: its name for machines
 * @title: its name for people
 * @type: what its cells are
 * @share: its part of the width of the page, beside those of the others
 *
 * Adds a column to the table of the section. All columns come before the first row.
 */
void
heed_section_add_column (HeedSection *self,
                         const char  *id,
                         const char  *title,
                         HeedCellType type,
                         double       share)
{
  HeedTableColumn column = { g_strdup (id), g_strdup (title), type };

  g_array_append_val (self->columns, column);
  g_array_append_val (self->shares, share);
}

/* Begins a row: the cells of the row before it that were not given are empty. */
void
heed_section_begin_row (HeedSection *self)
{
  guint full = heed_section_get_n_rows (self) * self->columns->len;

  g_array_set_size (self->cells, full);
}

/**
 * heed_section_add_cell:
 * @self: a section, in a row
 * @cell: what is in it; texts are copied
 *
 * Adds the next cell of the row.
 */
void
heed_section_add_cell (HeedSection *self, const HeedCell *cell)
{
  HeedReportCell copy = { .cell = *cell };

  copy.text = g_strdup (cell->text);
  copy.code = g_strdup (cell->code);
  copy.cell.text = copy.text;
  copy.cell.code = copy.code;
  g_array_append_val (self->cells, copy);
}

void
heed_section_add_text_cell (HeedSection *self, const char *text, const char *code)
{
  HeedCell cell = { 0 };

  heed_cell_set_text (&cell, text);
  cell.code = code;
  heed_section_add_cell (self, &cell);
}

void
heed_section_add_number (HeedSection *self, gint64 number)
{
  HeedCell cell = { 0 };

  heed_cell_set_number (&cell, number);
  heed_section_add_cell (self, &cell);
}

void
heed_section_add_real (HeedSection *self, double number)
{
  HeedCell cell = { .type = HEED_CELL_REAL, .real = number };

  heed_section_add_cell (self, &cell);
}

void
heed_section_add_date (HeedSection *self, HeedDate date)
{
  HeedCell cell = { 0 };

  heed_cell_set_date (&cell, date);
  heed_section_add_cell (self, &cell);
}

/* A count as it may be shown, or in words that it is small. */
static void
add_shown (HeedSection *self, const HeedCrossTable *table, guint row, HeedSuppression suppression)
{
  g_autofree char *hidden = NULL;
  gint64           shown;

  if (heed_cross_table_get_shown (table, row, 0, &shown))
    {
      heed_section_add_number (self, shown);
      return;
    }
  hidden = heed_words_hidden (
      heed_suppression_hides (suppression, heed_cross_table_get_count (table, row, 0)),
      heed_suppression_get_most (suppression));
  heed_section_add_text_cell (self, hidden, "hidden");
}

/**
 * heed_section_add_counts:
 * @self: a section without columns
 * @lines: (array length=n): what is counted, for machines and for people
 * @counts: (array length=n): how many of each; their total is told, too
 * @n: how many lines
 * @suppression: how small numbers are hidden, together with as many others as it takes for the
 * total not to tell them
 *
 * Makes the table of the section one of counts.
 */
void
heed_section_add_counts (HeedSection           *self,
                         const HeedTableColumn *lines,
                         const gint64          *counts,
                         guint                  n,
                         HeedSuppression        suppression)
{
  g_autoptr (HeedCrossTable) table = heed_cross_table_new (n, 1);

  heed_section_add_column (self, "code", heed_words_report ("code"), HEED_CELL_TEXT, 2);
  heed_section_add_column (self, "label", heed_words_report ("label"), HEED_CELL_TEXT, 5);
  heed_section_add_column (self, "count", heed_words_report ("count"), HEED_CELL_NUMBER, 1.5);
  for (guint i = 0; i < n; i++)
    heed_cross_table_add (table, i, 0, counts[i]);
  heed_cross_table_suppress (table, suppression);
  for (guint i = 0; i <= n; i++)
    {
      heed_section_begin_row (self);
      heed_section_add_text_cell (self, i < n ? lines[i].id : "total", NULL);
      heed_section_add_text_cell (self, i < n ? lines[i].title : heed_words_report ("total"), NULL);
      add_shown (self, table, i, suppression);
    }
}

guint
heed_section_get_n_rows (const HeedSection *self)
{
  guint n = self->columns->len;

  return n > 0 ? (self->cells->len + n - 1) / n : 0;
}

/* A cell; an empty one where the row ended before. */
const HeedCell *
heed_section_get_cell (const HeedSection *self, guint row, guint column)
{
  static const HeedCell empty = { 0 };
  guint                 i = row * self->columns->len + column;

  return i < self->cells->len ? &g_array_index (self->cells, HeedReportCell, i).cell : &empty;
}

/**
 * heed_report_get_n_rows:
 * @self: a report
 *
 * Counts the rows of all tables.
 *
 * Returns: how many
 */
guint
heed_report_get_n_rows (HeedReport *self)
{
  guint n = 0;

  for (guint i = 0; i < self->sections->len; i++)
    n += heed_section_get_n_rows (self->sections->pdata[i]);
  return n;
}

/* A cell as a person reads it on paper. */
char *
heed_report_cell_words (const HeedCell *cell)
{
  switch (cell->type)
    {
    case HEED_CELL_TEXT:
      return g_strdup (cell->text);
    case HEED_CELL_NUMBER:
      return g_strdup_printf ("%" G_GINT64_FORMAT, cell->number);
    case HEED_CELL_REAL:
      return g_strdup_printf ("%.1f", cell->real);
    case HEED_CELL_DATE:
      return heed_words_date (cell->date);
    case HEED_CELL_FLAG:
      return g_strdup (heed_words_report (cell->number ? "yes" : "no"));
    case HEED_CELL_EMPTY:
    default:
      return g_strdup ("");
    }
}
