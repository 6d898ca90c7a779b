/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "heed-columns.h"
#include "heed-sink.h"

G_BEGIN_DECLS

typedef enum
{
  HEED_FORMAT_CSV,
  HEED_FORMAT_JSONL,
  HEED_FORMAT_XLSX,
  HEED_FORMAT_PDF, /* reports only */
} HeedFormat;

/**
 * HeedTableOptions:
 * @bom: CSV: begin with a byte order mark, by which old spreadsheets know UTF-8
 * @raw: CSV: for machines: names and codes for machines, and no guard before texts that a
 * spreadsheet would take for a formula
 */
typedef struct
{
  gboolean bom;
  gboolean raw;
} HeedTableOptions;

/* One column of a table as its writer sees it. */
typedef struct
{
  const char  *id;    /* for machines */
  const char  *title; /* for people */
  HeedCellType type;
} HeedTableColumn;

typedef struct _HeedTableWriter HeedTableWriter;

/**
 * HeedTableWriterClass:
 * What a format must be able to do.
 * @row: writes one row
 * @close: writes what is left. @about (element-type utf8) holds pairs of name and value that say
 * what the table is, for formats with a place for it. May count again what is in the file.
 * @free: frees what the writer holds
 */
typedef struct
{
  gboolean (*row) (HeedTableWriter *self, const HeedCell *cells, GError **error);
  gboolean (*close) (HeedTableWriter *self, GPtrArray *about, GError **error);
  void (*free) (HeedTableWriter *self);
} HeedTableWriterClass;

struct _HeedTableWriter
{
  const HeedTableWriterClass *klass;
  HeedSink                   *sink;
  const HeedTableColumn      *columns;
  guint                       n_columns;
  HeedTableOptions            options;
  guint64                     n_rows;
  guint64                     n_clipped; /* cells that were too long for the format */
};

gboolean         heed_format_parse (const char *name, HeedFormat *format);
const char      *heed_format_get_name (HeedFormat format);
HeedTableWriter *heed_table_writer_new (HeedFormat             format,
                                        HeedSink              *sink,
                                        const HeedTableColumn *columns,
                                        guint                  n_columns,
                                        HeedTableOptions       options,
                                        GError               **error);
HeedTableWriter *heed_csv_writer_new (HeedTableOptions options);
HeedTableWriter *heed_jsonl_writer_new (void);
HeedTableWriter *heed_xlsx_writer_new (HeedSink *sink);
gboolean         heed_table_writer_begin (HeedTableWriter *self, GError **error);
gboolean         heed_table_writer_row (HeedTableWriter *self,
                                        const HeedCell *cells,
                                        GError **error);
gboolean         heed_table_writer_close (HeedTableWriter *self, GPtrArray *about, GError **error);
void             heed_table_writer_free (HeedTableWriter *self);
void             heed_csv_append_text (GString *line, const char *text, gboolean raw);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HeedTableWriter, heed_table_writer_free)

G_END_DECLS
