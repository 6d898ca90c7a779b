/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * HeedCsvRow:
 * @number: where it stands in the file, from 1
 * @cells: (array zero-terminated=1): its cells, without space around them
 * @n_cells: how many
 */
typedef struct
{
  guint  number;
  char **cells;
  guint  n_cells;
} HeedCsvRow;

GPtrArray *heed_csv_read (const char *path,
                          guint       n_columns,
                          GError    **error);
gboolean   heed_csv_parse_number (const char *text,
                                  double     *number);
void       heed_csv_set_error (GError    **error,
                               const char *path,
                               guint       row,
                               const char *reason);

G_END_DECLS
