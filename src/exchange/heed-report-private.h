/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "heed-report.h"

G_BEGIN_DECLS

/* A cell that keeps its own texts. */
typedef struct
{
  HeedCell cell;
  char    *text;
  char    *code;
} HeedReportCell;

struct _HeedSection
{
  char            *id;
  char            *heading;
  GPtrArray       *texts;   /* char* */
  GPtrArray       *items;   /* char* */
  GArray          *columns; /* HeedTableColumn, texts owned */
  GArray          *shares;  /* double */
  GArray          *cells;   /* HeedReportCell, row by row */
  double           height;  /* of the drawing; 0 for none */
  HeedDocumentDraw draw;
  gpointer         draw_data;
  GDestroyNotify   draw_free;
};

struct _HeedReport
{
  char      *title;
  GPtrArray *lines;    /* char*, below the title */
  GPtrArray *sections; /* HeedSection */
  gboolean   page_for_each;
};

guint           heed_section_get_n_rows (const HeedSection *self);
const HeedCell *heed_section_get_cell (const HeedSection *self, guint row, guint column);
char           *heed_report_cell_words (const HeedCell *cell);

G_END_DECLS
