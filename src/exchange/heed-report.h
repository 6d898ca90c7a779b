/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "heed-document.h"
#include "heed-suppression.h"
#include "heed-table-writer.h"

G_BEGIN_DECLS

/* What a report says, whatever the file it goes into: sections with paragraphs, lists, a drawing,
 * and a table each. */
typedef struct _HeedReport  HeedReport;
typedef struct _HeedSection HeedSection;

HeedReport  *heed_report_new (const char *title);
void         heed_report_free (HeedReport *self);
const char  *heed_report_get_title (HeedReport *self);
void         heed_report_add_line (HeedReport *self, const char *line);
void         heed_report_set_many (HeedReport *self, gboolean page_for_each);
HeedSection *heed_report_add_section (HeedReport *self, const char *id, const char *heading);
void         heed_section_add_text (HeedSection *self, const char *text);
void         heed_section_add_item (HeedSection *self, const char *text);
void         heed_section_set_drawing (HeedSection     *self,
                                       double           height,
                                       HeedDocumentDraw draw,
                                       gpointer         user_data,
                                       GDestroyNotify   destroy);
void         heed_section_add_column (HeedSection *self,
                                      const char  *id,
                                      const char  *title,
                                      HeedCellType type,
                                      double       share);
void         heed_section_begin_row (HeedSection *self);
void         heed_section_add_text_cell (HeedSection *self, const char *text, const char *code);
void         heed_section_add_cell (HeedSection *self, const HeedCell *cell);
void         heed_section_add_number (HeedSection *self, gint64 number);
void         heed_section_add_real (HeedSection *self, double number);
void         heed_section_add_date (HeedSection *self, HeedDate date);
void         heed_section_add_counts (HeedSection           *self,
                                      const HeedTableColumn *lines,
                                      const gint64          *counts,
                                      guint                  n,
                                      HeedSuppression        suppression);
gboolean     heed_report_add_index (HeedReport *self, const char *heading);
guint        heed_report_get_n_rows (HeedReport *self);

HeedDocument *heed_report_to_document (HeedReport *self, GPtrArray *about);
gboolean      heed_report_write_table (HeedReport      *self,
                                       HeedFormat       format,
                                       HeedTableOptions options,
                                       HeedSink        *sink,
                                       GError         **error);
gboolean
heed_report_write_book (HeedReport *self, HeedSink *sink, GPtrArray *about, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HeedReport, heed_report_free)

G_END_DECLS
