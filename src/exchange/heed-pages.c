/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Laid-out pages and how they are drawn: the one drawing that printing and PDF share. Owns the
 * Pango context; refuses to decide what stands where (heed-layout.c). */

#include "config.h"

#include "heed-pages-private.h"

#include <langinfo.h>

#include "heed-words.h"

#define POINTS_PER_MM (72.0 / 25.4)
#define MARGIN_MM     20.0
#define FOOT_MM       22.0

/* The paper that the user's language and country use, from the C library. */
static double
get_paper_mm (nl_item item,
              double  otherwise)
{
  /* The C library hands a number out as a pointer. */
  int millimetres = (int) (gintptr) nl_langinfo (item);

  return millimetres > 50 && millimetres < 2000 ? millimetres : otherwise;
}

/**
 * heed_page_setup_init:
 * @setup: (out caller-allocates): a page
 * @is_large_print: whether for somebody who asked for large print
 *
 * Fills in the paper of the locale (LC_PAPER; A4 where it says none), margins of 20 mm and the size
 * of the text.
 */
void
heed_page_setup_init (HeedPageSetup *setup,
                      gboolean       is_large_print)
{
  *setup = (HeedPageSetup) {
    .width = get_paper_mm (_NL_PAPER_WIDTH, 210) * POINTS_PER_MM,
    .height = get_paper_mm (_NL_PAPER_HEIGHT, 297) * POINTS_PER_MM,
    .top = MARGIN_MM * POINTS_PER_MM,
    .bottom = FOOT_MM * POINTS_PER_MM,
    .left = MARGIN_MM * POINTS_PER_MM,
    .right = MARGIN_MM * POINTS_PER_MM,
    .font_size = is_large_print ? HEED_FONT_SIZE_LARGE : HEED_FONT_SIZE,
  };
}

/* Measures that hold for every surface: no hinting, and a unit is a point. */
static PangoContext *
make_context (const char *language)
{
  PangoFontMap         *fonts = pango_cairo_font_map_get_default ();
  PangoContext         *context = pango_font_map_create_context (fonts);
  cairo_font_options_t *options = cairo_font_options_create ();

  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  pango_cairo_context_set_font_options (context, options);
  cairo_font_options_destroy (options);
  pango_cairo_context_set_resolution (context, 72);
  pango_context_set_round_glyph_positions (context, FALSE);
  if (language != NULL)
    pango_context_set_language (context, pango_language_from_string (language));
  return context;
}

/**
 * heed_pages_new:
 * @document: what to lay out
 * @setup: the page
 *
 * Lays the document out. Margins that leave no room for text are made narrower.
 *
 * Returns: (transfer full): its pages, at least one
 */
HeedPages *
heed_pages_new (HeedDocument        *document,
                const HeedPageSetup *setup)
{
  HeedPages *self = g_new0 (HeedPages, 1);
  double     least;

  self->document = heed_document_ref (document);
  self->setup = *setup;
  least = self->setup.font_size * 6;
  if (self->setup.width - self->setup.left - self->setup.right < least)
    self->setup.left = self->setup.right = MAX (0, (self->setup.width - least) / 2);
  if (self->setup.height - self->setup.top - self->setup.bottom < least)
    self->setup.top = self->setup.bottom = MAX (0, (self->setup.height - least) / 2);
  self->font_family = g_strdup (setup->font_family != NULL ? setup->font_family : "sans-serif");
  self->setup.font_family = self->font_family;
  self->context = make_context (document->language);
  self->pages = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  heed_layout_flow (self);
  return self;
}

/** heed_pages_free: @self: (transfer full): pages. Lets go of them. */
void
heed_pages_free (HeedPages *self)
{
  g_ptr_array_unref (self->pages);
  g_object_unref (self->context);
  heed_document_unref (self->document);
  g_free (self->font_family);
  g_free (self);
}

/** heed_pages_get_n_pages: Returns: how many pages there are, at least 1 */
guint
heed_pages_get_n_pages (const HeedPages *self)
{
  return self->pages->len;
}

static void
draw_lines (const HeedPiece *piece,
            cairo_t         *cr)
{
  PangoLayoutIter *iter = pango_layout_get_iter (piece->layout);
  int              start = 0;

  cairo_set_source_rgb (cr, piece->grey, piece->grey, piece->grey);
  for (guint i = 0; i < piece->first; i++)
    pango_layout_iter_next_line (iter);
  pango_layout_iter_get_line_yrange (iter, &start, NULL);
  for (guint i = 0; i < piece->n_lines; i++)
    {
      PangoRectangle logical;

      pango_layout_iter_get_line_extents (iter, NULL, &logical);
      cairo_move_to (cr, piece->x + pango_units_to_double (logical.x),
                     piece->y
                         + pango_units_to_double (pango_layout_iter_get_baseline (iter) - start));
      pango_cairo_show_layout_line (cr, pango_layout_iter_get_line_readonly (iter));
      if (!pango_layout_iter_next_line (iter))
        break;
    }
  pango_layout_iter_free (iter);
}

static void
draw_piece (const HeedPiece *piece,
            cairo_t         *cr)
{
  switch (piece->type)
    {
    case HEED_PIECE_BEGIN:
      cairo_tag_begin (cr, piece->tag, NULL);
      break;
    case HEED_PIECE_END:
      cairo_tag_end (cr, piece->tag);
      break;
    case HEED_PIECE_LINES:
      draw_lines (piece, cr);
      break;
    case HEED_PIECE_RULE:
      cairo_set_source_rgb (cr, piece->grey, piece->grey, piece->grey);
      cairo_rectangle (cr, piece->x, piece->y, piece->width, piece->height);
      cairo_fill (cr);
      break;
    case HEED_PIECE_DRAWING:
    default:
      cairo_save (cr);
      cairo_translate (cr, piece->x, piece->y);
      cairo_rectangle (cr, 0, 0, piece->width, piece->height);
      cairo_clip (cr);
      piece->block->draw (cr, piece->width, piece->height, piece->block->user_data);
      cairo_restore (cr);
      break;
    }
}

/* One line at the foot: what the paper is at its beginning, the page at its end. */
static void
draw_foot (const HeedPages *self,
           guint            page,
           cairo_t         *cr)
{
  HeedPages       *pages = (HeedPages *) self;
  double           size = self->setup.font_size;
  g_autofree char *label = heed_words_page (page + 1, self->pages->len);
  g_autoptr (PangoLayout) number = NULL;
  g_autoptr (PangoLayout) text = NULL;
  double width = self->setup.width - self->setup.left - self->setup.right;
  double y;
  int    number_width = 0;

  if (size < HEED_FONT_SIZE_LARGE)
    size *= 0.8;
  y = self->setup.height - self->setup.bottom + size;
  number = heed_layout_new_text (pages, label, size, -1, FALSE);
  pango_layout_get_size (number, &number_width, NULL);
  cairo_tag_begin (cr, "Artifact", NULL);
  cairo_set_source_rgb (cr, 0.35, 0.35, 0.35);
  cairo_move_to (cr, self->setup.width - self->setup.right - pango_units_to_double (number_width),
                 y);
  pango_cairo_show_layout (cr, number);
  if (self->document->footer != NULL)
    {
      text = heed_layout_new_text (pages, self->document->footer, size,
                                   width - pango_units_to_double (number_width) - size, FALSE);
      pango_layout_set_height (text, 0);
      pango_layout_set_ellipsize (text, PANGO_ELLIPSIZE_END);
      cairo_move_to (cr, self->setup.left, y);
      pango_cairo_show_layout (cr, text);
    }
  cairo_tag_end (cr, "Artifact");
}

/**
 * heed_pages_draw:
 * @self: pages
 * @page: which, from 0
 * @cr: where to draw; a unit is a point, the corner of the paper is at 0, 0
 *
 * Draws one page.
 */
void
heed_pages_draw (const HeedPages *self,
                 guint            page,
                 cairo_t         *cr)
{
  GArray *pieces;

  g_return_if_fail (page < self->pages->len);

  pieces = g_ptr_array_index (self->pages, page);
  cairo_save (cr);
  for (guint i = 0; i < pieces->len; i++)
    draw_piece (&g_array_index (pieces, HeedPiece, i), cr);
  draw_foot (self, page, cr);
  cairo_restore (cr);
}
