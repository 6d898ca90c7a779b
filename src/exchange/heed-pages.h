/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "heed-document.h"

G_BEGIN_DECLS

/* Large print begins at 16 points (UK Association for Accessible Formats, 2012). */
#define HEED_FONT_SIZE       11.0
#define HEED_FONT_SIZE_LARGE 16.0

/**
 * HeedPageSetup:
 * @width, @height: of the paper, points (1/72 inch)
 * @top, @bottom, @left, @right: margins, points
 * @font_size: of the text, points; nothing is smaller in large print
 * @font_family: (nullable): Pango's name of a font; %NULL for the system's sans-serif
 */
typedef struct
{
  double      width;
  double      height;
  double      top;
  double      bottom;
  double      left;
  double      right;
  double      font_size;
  const char *font_family;
} HeedPageSetup;

/**
 * HeedPages:
 *
 * A document laid out on pages. Printing, the preview and the PDF file draw the same pages.
 * To be used on the thread that made it.
 */
typedef struct _HeedPages HeedPages;

void       heed_page_setup_init (HeedPageSetup *setup,
                                 gboolean       is_large_print);
HeedPages *heed_pages_new (HeedDocument        *document,
                           const HeedPageSetup *setup);
void       heed_pages_free (HeedPages *self);
guint      heed_pages_get_n_pages (const HeedPages *self);
void       heed_pages_draw (const HeedPages *self,
                            guint            page,
                            cairo_t         *cr);

/* heed-pdf.c */
GBytes  *heed_pages_to_pdf (const HeedPages *self,
                            GError         **error);
gboolean heed_pdf_write (GBytes     *pdf,
                         const char *path,
                         GError    **error);
char    *heed_pdf_get_checksum (GBytes *pdf);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HeedPages, heed_pages_free)

G_END_DECLS
