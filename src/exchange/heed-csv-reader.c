/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Small tables of known columns, read whole: series for a chart, activity of a site. Refuses what
 * is no table, with the row; big tables with a mapping are heed-import.c's. */

#include "config.h"

#include "heed-csv-reader.h"

#include <csv.h>
#include <math.h>
#include <string.h>

#include "heed-words.h"

#define MAX_BYTES (16 * 1024 * 1024)

typedef struct
{
  GPtrArray    *rows;
  GStrvBuilder *cells;
  guint         n_cells;
  guint         number;
  gboolean      blank;
} Reading;

static void
row_free (gpointer data)
{
  HeedCsvRow *row = data;

  g_strfreev (row->cells);
  g_free (row);
}

static void
cell_cb (void  *data,
         size_t length,
         void  *user_data)
{
  Reading         *reading = user_data;
  g_autofree char *cell = g_strstrip (g_strndup (data ? data : "", length));

  reading->blank &= *cell == '\0';
  reading->n_cells++;
  g_strv_builder_add (reading->cells, cell);
}

static void
row_cb (int   character,
        void *user_data)
{
  Reading    *reading = user_data;
  HeedCsvRow *row = g_new0 (HeedCsvRow, 1);

  reading->number++;
  row->number = reading->number;
  row->n_cells = reading->n_cells;
  row->cells = g_strv_builder_end (reading->cells);
  if (reading->blank)
    row_free (row);
  else
    g_ptr_array_add (reading->rows, row);
  g_strv_builder_unref (reading->cells);
  reading->cells = g_strv_builder_new ();
  reading->n_cells = 0;
  reading->blank = TRUE;
}

/**
 * heed_csv_set_error:
 * @error: where to put an error
 * @path: the file
 * @row: the row, from 1; 0 for the whole file
 * @reason: what is wrong, translated
 *
 * Says what is wrong with a table, and where.
 */
void
heed_csv_set_error (GError    **error,
                    const char *path,
                    guint       row,
                    const char *reason)
{
  if (row == 0)
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "%s: %s", path, reason);
  else
    /* Translators: the name of a file, the number of a row, and what is wrong with it */
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, _ ("%s: row %u: %s"), path, row,
                 reason);
}

/**
 * heed_csv_parse_number:
 * @text: UTF-8 text
 * @number: (out): the number; unchanged on failure
 *
 * Reads a number with a point, as programs write it, and nothing around it.
 *
 * Returns: whether it is one, and finite
 */
gboolean
heed_csv_parse_number (const char *text,
                       double     *number)
{
  char  *end;
  double value;

  if (*text == '\0' || strpbrk (text, "xXpP") != NULL)
    return FALSE;
  value = g_ascii_strtod (text, &end);
  if (*end != '\0' || !isfinite (value))
    return FALSE;
  *number = value;
  return TRUE;
}

static char *
load (const char *path,
      gsize      *length,
      GError    **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFileInfo) info = g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_SIZE, 0, NULL,
                                                  error);
  g_autofree char *text = NULL;

  if (info == NULL)
    return NULL;
  if (g_file_info_get_size (info) > MAX_BYTES)
    {
      heed_csv_set_error (error, path, 0, _ ("the file is larger than 16 MB"));
      return NULL;
    }
  if (!g_file_load_contents (file, NULL, &text, length, NULL, error))
    return NULL;
  if (!g_utf8_validate (text, (gssize) *length, NULL))
    {
      heed_csv_set_error (error, path, 0, _ ("it is not UTF-8 text; save it as CSV UTF-8"));
      return NULL;
    }
  return g_steal_pointer (&text);
}

static gboolean
check_rows (GPtrArray  *rows,
            const char *path,
            guint       n_columns,
            GError    **error)
{
  for (guint i = 0; i < rows->len; i++)
    {
      const HeedCsvRow *row = rows->pdata[i];
      g_autofree char  *reason = NULL;

      if (row->n_cells == n_columns)
        continue;
      reason = g_strdup_printf (ngettext ("it must have %u column, and has %u",
                                          "it must have %u columns, and has %u", n_columns),
                                n_columns, row->n_cells);
      heed_csv_set_error (error, path, row->number, reason);
      return FALSE;
    }
  if (rows->len > 0)
    return TRUE;
  heed_csv_set_error (error, path, 0, _ ("the file is empty"));
  return FALSE;
}

/**
 * heed_csv_read:
 * @path: a file of comma-separated values in UTF-8
 * @n_columns: how many columns each row must have
 * @error: where to put an error
 *
 * Reads a table whole. Blank rows are left out; the first row may be a heading, which is for the
 * caller to tell.
 *
 * Returns: (transfer full) (element-type HeedCsvRow): the rows, at least one; %NULL with
 *   a #GIOErrorEnum that names the file and the row
 */
GPtrArray *
heed_csv_read (const char *path,
               guint       n_columns,
               GError    **error)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (row_free);
  Reading           reading = { rows, g_strv_builder_new (), 0, 0, TRUE };
  struct csv_parser parser;
  gsize             length = 0;
  g_autofree char  *text = load (path, &length, error);
  gsize             skip = text != NULL && g_str_has_prefix (text, "\xef\xbb\xbf") ? 3 : 0;
  gboolean          ok = FALSE;

  if (text != NULL && csv_init (&parser, CSV_STRICT | CSV_STRICT_FINI | CSV_REPALL_NL) == 0)
    {
      ok = csv_parse (&parser, text + skip, length - skip, cell_cb, row_cb, &reading)
               == length - skip
           && csv_fini (&parser, cell_cb, row_cb, &reading) == 0;
      csv_free (&parser);
      if (!ok)
        heed_csv_set_error (error, path, reading.number + 1,
                            _ ("this is not a table; a quotation mark is perhaps missing"));
    }
  g_strv_builder_unref (reading.cells);
  if (!ok || !check_rows (rows, path, n_columns, error))
    return NULL;
  return g_steal_pointer (&rows);
}
