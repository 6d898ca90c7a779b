/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>
#include <glib.h>

G_BEGIN_DECLS

/**
 * HeedDocument:
 *
 * What a paper says: a letter, a sheet for the person, a report. Blocks in their order, without
 * any measure; heed_pages_new() lays them out. Reference-counted; once it was laid out nothing may
 * be added.
 */
typedef struct _HeedDocument HeedDocument;

/**
 * HeedDocumentColumn:
 * @title: its heading, repeated on each page
 * @share: its part of the width, beside the shares of the other columns
 * @is_number: whether its cells are set against the end of the column
 */
typedef struct
{
  const char *title;
  double      share;
  gboolean    is_number;
} HeedDocumentColumn;

/**
 * HeedDocumentDraw:
 * @cr: where to draw; the corner of the drawing is at 0, 0
 * @width: points
 * @height: points
 * @user_data: what was given
 *
 * Draws a picture, such as a chart. Called each time a page is drawn.
 */
typedef void (*HeedDocumentDraw) (cairo_t *cr,
                                  double   width,
                                  double   height,
                                  gpointer user_data);

HeedDocument *heed_document_new (const char *title,
                                 const char *language);
HeedDocument *heed_document_ref (HeedDocument *self);
void          heed_document_unref (HeedDocument *self);
const char   *heed_document_get_title (const HeedDocument *self);

void heed_document_set_author (HeedDocument *self,
                               const char   *author);
void heed_document_set_subject (HeedDocument *self,
                                const char   *subject);
void heed_document_set_footer (HeedDocument *self,
                               const char   *footer);
void heed_document_set_date (HeedDocument *self,
                             const char   *date);

void heed_document_add_letterhead (HeedDocument *self,
                                   const char   *name,
                                   const char   *lines);
void heed_document_add_heading (HeedDocument *self,
                                int           level,
                                const char   *text);
void heed_document_add_paragraph (HeedDocument *self,
                                  const char   *text);
void heed_document_add_caption (HeedDocument *self,
                                const char   *text);
void heed_document_add_list (HeedDocument      *self,
                             const char *const *items,
                             gboolean           is_numbered);
void heed_document_add_table (HeedDocument             *self,
                              const HeedDocumentColumn *columns,
                              guint                     n_columns);
void heed_document_add_row (HeedDocument      *self,
                            const char *const *cells);
void heed_document_add_drawing (HeedDocument    *self,
                                double           height,
                                HeedDocumentDraw draw,
                                gpointer         user_data,
                                GDestroyNotify   destroy);
void heed_document_add_space (HeedDocument *self,
                              double        lines);
void heed_document_add_page_break (HeedDocument *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HeedDocument, heed_document_unref)

G_END_DECLS
