/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Puts the blocks of a document on pages: where lines break, what stays together, what is
 * repeated. Direction is found in each text by itself, so that one paper may hold several scripts.
 * Draws nothing. */

#include "config.h"

#include "heed-pages-private.h"

/* Measures in parts of the font size. */
#define LINE_HEIGHT    1.4
#define PARAGRAPH_GAP  0.75
#define HEADING_GAP    1.1
#define HEADING_AFTER  0.3
#define ITEM_GAP       0.25
#define LIST_INDENT    1.7
#define CELL_PADDING   0.35
#define LETTERHEAD_GAP 2.0
#define SMALL          0.85
#define GREY_TEXT      0.35 /* 7:1 on white */
#define GREY_RULE      0.75

/* A heading needs so many lines of what follows it on its page. */
#define LINES_KEPT 3

typedef struct
{
  HeedPages *pages;
  double     size;
  double     width;
  double     bottom;
  double     y;
  double     pending; /* space due before the next block; none at the top of a page */
  HeedPiece  marker;  /* of a list's item: stands beside its first line, wherever that is put */
} Flow;

PangoLayout *
heed_layout_new_text (HeedPages  *self,
                      const char *text,
                      double      size,
                      double      width,
                      gboolean    is_bold)
{
  PangoLayout          *layout = pango_layout_new (self->context);
  PangoFontDescription *font = pango_font_description_new ();

  pango_font_description_set_family (font, self->font_family);
  pango_font_description_set_absolute_size (font, size * PANGO_SCALE);
  pango_font_description_set_weight (font, is_bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_width (layout, width < 0 ? -1 : (int) (width * PANGO_SCALE));
  pango_layout_set_line_spacing (layout, (float) LINE_HEIGHT);
  pango_layout_set_text (layout, text != NULL ? text : "", -1);
  return layout;
}

static GArray *
current_page (Flow *flow)
{
  return g_ptr_array_index (flow->pages->pages, flow->pages->pages->len - 1);
}

static void
add_piece (Flow            *flow,
           const HeedPiece *piece)
{
  g_array_append_vals (current_page (flow), piece, 1);
}

static void
add_tag (Flow         *flow,
         HeedPieceType type,
         const char   *tag)
{
  add_piece (flow, &(HeedPiece) { .type = type, .tag = tag });
}

static void
clear_piece (gpointer data)
{
  g_clear_object (&((HeedPiece *) data)->layout);
}

static void
new_page (Flow *flow)
{
  GArray *page = g_array_new (FALSE, TRUE, sizeof (HeedPiece));

  g_array_set_clear_func (page, clear_piece);
  g_ptr_array_add (flow->pages->pages, page);
  flow->y = flow->pages->setup.top;
  flow->pending = 0;
}

static gboolean
is_at_top (Flow *flow)
{
  return flow->y <= flow->pages->setup.top;
}

/* Whether so much fits below what is there, the space due before it included. */
static gboolean
fits (Flow  *flow,
      double height)
{
  return flow->y + flow->pending + height <= flow->bottom;
}

static void
make_room (Flow  *flow,
           double height)
{
  if (!is_at_top (flow) && !fits (flow, height))
    new_page (flow);
  if (!is_at_top (flow))
    flow->y += flow->pending;
  flow->pending = 0;
}

static void
want_gap (Flow  *flow,
          double gap)
{
  flow->pending = MAX (flow->pending, gap * flow->size);
}

static double
small_size (Flow *flow)
{
  return flow->size >= HEED_FONT_SIZE_LARGE ? flow->size : flow->size * SMALL;
}

static double
layout_height (PangoLayout *layout)
{
  PangoRectangle logical;

  pango_layout_get_extents (layout, NULL, &logical);
  return pango_units_to_double (logical.height);
}

/* How high each line is, in points: from its top to the top of the next one, for the range that Pango
 * tells of a line leaves out what the line spacing adds between two. */
static GArray *
measure_lines (PangoLayout *layout)
{
  GArray          *heights = g_array_new (FALSE, FALSE, sizeof (double));
  PangoLayoutIter *iter = pango_layout_get_iter (layout);
  gboolean         is_last;

  do
    {
      int    top = 0;
      int    end = 0;
      double height;

      pango_layout_iter_get_line_yrange (iter, &top, &end);
      is_last = !pango_layout_iter_next_line (iter);
      if (!is_last)
        pango_layout_iter_get_line_yrange (iter, &end, NULL);
      height = pango_units_to_double (end - top);
      g_array_append_val (heights, height);
    }
  while (!is_last);
  pango_layout_iter_free (iter);
  return heights;
}

/* How many lines from @first on fit into @room, and their height. */
static guint
count_fitting (GArray *heights,
               guint   first,
               double  room,
               double *height)
{
  guint n = 0;

  *height = 0;
  while (first + n < heights->len
         && *height + g_array_index (heights, double, first + n) <= room + 0.01)
    *height += g_array_index (heights, double, first + n++);
  return n;
}

/* Whether a paragraph may be broken after so many lines: never one line alone on a page. */
static guint
avoid_single_lines (guint    n,
                    guint    first,
                    guint    total,
                    gboolean at_top)
{
  if (n == 0 || first + n == total || at_top)
    return n;
  if (first == 0 && n < 2)
    return 0;
  if (total - (first + n) == 1)
    return n > 2 || first > 0 ? n - 1 : 0;
  return n;
}

static void
place_marker (Flow *flow)
{
  if (flow->marker.layout == NULL)
    return;
  flow->marker.y = flow->y;
  add_tag (flow, HEED_PIECE_BEGIN, "Lbl");
  add_piece (flow, &flow->marker);
  add_tag (flow, HEED_PIECE_END, "Lbl");
  flow->marker.layout = NULL;
}

/* Puts a text where the flow is, over as many pages as it takes. Takes the layout. */
static void
place_text (Flow        *flow,
            PangoLayout *layout,
            double       x,
            double       grey,
            const char  *tag)
{
  g_autoptr (GArray) heights = measure_lines (layout);
  guint first = 0;

  while (first < heights->len)
    {
      double height = 0;
      guint  n = count_fitting (heights, first, flow->bottom - flow->y, &height);

      n = avoid_single_lines (n, first, heights->len, is_at_top (flow));
      if (n == 0 && !is_at_top (flow))
        {
          new_page (flow);
          continue;
        }
      n = MAX (n, 1);
      height = 0;
      for (guint i = 0; i < n; i++)
        height += g_array_index (heights, double, first + i);
      place_marker (flow);
      add_tag (flow, HEED_PIECE_BEGIN, tag);
      add_piece (flow, &(HeedPiece) {
                           .type = HEED_PIECE_LINES,
                           .layout = g_object_ref (layout),
                           .first = first,
                           .n_lines = n,
                           .x = x,
                           .y = flow->y,
                           .grey = grey,
                       });
      add_tag (flow, HEED_PIECE_END, tag);
      flow->y += height;
      first += n;
    }
  g_object_unref (layout);
}

static void
flow_heading (Flow            *flow,
              const HeedBlock *block)
{
  static const double      sizes[] = { 1.45, 1.15, 1.0 };
  static const char *const tags[] = { "H1", "H2", "H3" };
  double                   size = flow->size * sizes[block->level - 1];
  PangoLayout             *layout = heed_layout_new_text (flow->pages, block->text, size,
                                                          flow->width, TRUE);

  want_gap (flow, HEADING_GAP);
  make_room (flow, layout_height (layout) + LINES_KEPT * LINE_HEIGHT * flow->size);
  place_text (flow, layout, flow->pages->setup.left, 0, tags[block->level - 1]);
  flow->pending = HEADING_AFTER * flow->size;
}

static void
flow_paragraph (Flow            *flow,
                const HeedBlock *block)
{
  gboolean     is_caption = block->type == HEED_BLOCK_CAPTION;
  PangoLayout *layout = heed_layout_new_text (flow->pages, block->text,
                                              is_caption ? small_size (flow) : flow->size,
                                              flow->width, FALSE);

  make_room (flow, 0);
  place_text (flow, layout, flow->pages->setup.left, is_caption ? GREY_TEXT : 0, "P");
  flow->pending = PARAGRAPH_GAP * flow->size;
}

static void
flow_letterhead (Flow            *flow,
                 const HeedBlock *block)
{
  double       x = flow->pages->setup.left;
  PangoLayout *name = heed_layout_new_text (flow->pages, block->text, flow->size * 1.2, flow->width,
                                            TRUE);

  make_room (flow, 0);
  place_text (flow, name, x, 0, "P");
  if (block->more != NULL && *block->more != '\0')
    place_text (flow,
                heed_layout_new_text (flow->pages, block->more, small_size (flow), flow->width,
                                      FALSE),
                x, GREY_TEXT, "P");
  flow->pending = LETTERHEAD_GAP * flow->size;
}

static gboolean
is_right_to_left (const char *text)
{
  return pango_find_base_dir (text, -1) == PANGO_DIRECTION_RTL;
}

static void
flow_item (Flow       *flow,
           const char *text,
           const char *sign,
           double      indent)
{
  gboolean     is_rtl = is_right_to_left (text);
  double       left = flow->pages->setup.left;
  PangoLayout *layout = heed_layout_new_text (flow->pages, text, flow->size, flow->width - indent,
                                              FALSE);
  PangoLayout *marker = heed_layout_new_text (flow->pages, sign, flow->size, -1, FALSE);
  int          marker_width = 0;

  make_room (flow, 0);
  pango_layout_get_size (marker, &marker_width, NULL);
  flow->marker = (HeedPiece) {
    .type = HEED_PIECE_LINES,
    .layout = marker,
    .n_lines = 1,
    .x = is_rtl ? left + flow->width - pango_units_to_double (marker_width) : left,
  };
  place_text (flow, layout, is_rtl ? left : left + indent, 0, "LI");
  flow->pending = ITEM_GAP * flow->size;
}

static void
flow_list (Flow            *flow,
           const HeedBlock *block)
{
  double indent = (block->is_numbered && block->items->len > 9 ? 1.4 : 1) * LIST_INDENT
                  * flow->size;

  for (guint i = 0; i < block->items->len; i++)
    {
      g_autofree char *number = g_strdup_printf ("%u.", i + 1);

      flow_item (flow, g_ptr_array_index (block->items, i), block->is_numbered ? number : "•",
                 indent);
    }
  flow->pending = PARAGRAPH_GAP * flow->size;
}

static void
flow_drawing (Flow            *flow,
              const HeedBlock *block)
{
  double height = MIN (block->amount, flow->bottom - flow->pages->setup.top);

  make_room (flow, height);
  add_tag (flow, HEED_PIECE_BEGIN, "Figure");
  add_piece (flow, &(HeedPiece) {
                       .type = HEED_PIECE_DRAWING,
                       .x = flow->pages->setup.left,
                       .y = flow->y,
                       .width = flow->width,
                       .height = height,
                       .block = block,
                   });
  add_tag (flow, HEED_PIECE_END, "Figure");
  flow->y += height;
  flow->pending = PARAGRAPH_GAP * flow->size;
}

/* --- Tables --- */

/* A row being placed: its cells, and how many lines of each are placed already. */
typedef struct
{
  guint         n_cells;
  PangoLayout **layouts;
  GArray      **heights;
  guint        *done;
  double       *x;
  const char   *tag;
} Row;

static gboolean
is_table_right_to_left (const HeedBlock *block)
{
  for (guint i = 0; i < block->columns->len; i++)
    if (is_right_to_left (g_array_index (block->columns, HeedDocumentColumn, i).title))
      return TRUE;
  return FALSE;
}

static void
row_init (Row             *row,
          Flow            *flow,
          const HeedBlock *block,
          char *const     *cells)
{
  const HeedDocumentColumn *columns = (const HeedDocumentColumn *) block->columns->data;
  gboolean                  is_rtl = is_table_right_to_left (block);
  double                    padding = CELL_PADDING * flow->size;
  double                    shares = 0;
  double                    x = flow->pages->setup.left;

  row->n_cells = block->columns->len;
  row->layouts = g_new0 (PangoLayout *, row->n_cells);
  row->heights = g_new0 (GArray *, row->n_cells);
  row->done = g_new0 (guint, row->n_cells);
  row->x = g_new0 (double, row->n_cells);
  row->tag = cells != NULL ? "TD" : "TH";
  for (guint i = 0; i < row->n_cells; i++)
    shares += columns[i].share;
  for (guint n = 0; n < row->n_cells; n++)
    {
      guint  i = is_rtl ? row->n_cells - 1 - n : n;
      double width = flow->width * (shares > 0 ? columns[i].share / shares : 1.0 / row->n_cells);

      row->x[i] = x + padding;
      row->layouts[i] = heed_layout_new_text (flow->pages,
                                              cells != NULL ? cells[i] : columns[i].title,
                                              flow->size, MAX (width - 2 * padding, flow->size),
                                              cells == NULL);
      if (columns[i].is_number)
        {
          pango_layout_set_auto_dir (row->layouts[i], FALSE);
          pango_layout_set_alignment (row->layouts[i],
                                      is_rtl ? PANGO_ALIGN_LEFT : PANGO_ALIGN_RIGHT);
        }
      row->heights[i] = measure_lines (row->layouts[i]);
      x += width;
    }
}

static void
row_clear (Row *row)
{
  for (guint i = 0; i < row->n_cells; i++)
    {
      g_object_unref (row->layouts[i]);
      g_array_unref (row->heights[i]);
    }
  g_free (row->layouts);
  g_free (row->heights);
  g_free (row->done);
  g_free (row->x);
}

static double
row_height (Row   *row,
            double padding)
{
  double height = 0;

  for (guint i = 0; i < row->n_cells; i++)
    height = MAX (height, layout_height (row->layouts[i]));
  return height + 2 * padding;
}

/* Places what of the row fits into @room; returns whether all of it is placed now. */
static gboolean
row_place (Row   *row,
           Flow  *flow,
           double room)
{
  double   padding = CELL_PADDING * flow->size;
  double   used = 0;
  gboolean is_done = TRUE;

  add_tag (flow, HEED_PIECE_BEGIN, "TR");
  for (guint i = 0; i < row->n_cells; i++)
    {
      double height = 0;
      guint  n = count_fitting (row->heights[i], row->done[i], room - 2 * padding, &height);

      /* A line higher than a page is cut off rather than tried for ever. */
      if (n == 0 && row->done[i] < row->heights[i]->len && is_at_top (flow))
        n = 1;
      add_tag (flow, HEED_PIECE_BEGIN, row->tag);
      if (n > 0)
        add_piece (flow, &(HeedPiece) {
                             .type = HEED_PIECE_LINES,
                             .layout = g_object_ref (row->layouts[i]),
                             .first = row->done[i],
                             .n_lines = n,
                             .x = row->x[i],
                             .y = flow->y + padding,
                         });
      add_tag (flow, HEED_PIECE_END, row->tag);
      row->done[i] += n;
      used = MAX (used, height);
      is_done = is_done && row->done[i] == row->heights[i]->len;
    }
  add_tag (flow, HEED_PIECE_END, "TR");
  flow->y += used + 2 * padding;
  add_piece (flow, &(HeedPiece) {
                       .type = HEED_PIECE_RULE,
                       .x = flow->pages->setup.left,
                       .y = flow->y,
                       .width = flow->width,
                       .height = row->tag[1] == 'H' ? 1.0 : 0.5,
                       .grey = GREY_RULE,
                   });
  return is_done;
}

static void
place_titles (Flow            *flow,
              const HeedBlock *block)
{
  Row row = { 0 };

  row_init (&row, flow, block, NULL);
  row_place (&row, flow, flow->bottom - flow->y);
  row_clear (&row);
}

static void
next_table_page (Flow            *flow,
                 const HeedBlock *block)
{
  add_tag (flow, HEED_PIECE_END, "Table");
  new_page (flow);
  add_tag (flow, HEED_PIECE_BEGIN, "Table");
  place_titles (flow, block);
}

static double
titles_height (Flow            *flow,
               const HeedBlock *block)
{
  Row    row = { 0 };
  double height;

  row_init (&row, flow, block, NULL);
  height = row_height (&row, CELL_PADDING * flow->size);
  row_clear (&row);
  return height;
}

static void
flow_table (Flow            *flow,
            const HeedBlock *block)
{
  double padding = CELL_PADDING * flow->size;
  double titles = titles_height (flow, block);
  double page = flow->bottom - flow->pages->setup.top - titles;

  for (guint r = 0; r < MAX (block->rows->len, 1); r++)
    {
      Row    row = { 0 };
      double height = 0;

      if (block->rows->len > 0)
        {
          row_init (&row, flow, block, g_ptr_array_index (block->rows, r));
          height = row_height (&row, padding);
        }
      if (r == 0)
        {
          make_room (flow, titles + MIN (height, page));
          add_tag (flow, HEED_PIECE_BEGIN, "Table");
          place_titles (flow, block);
        }
      /* A row stays whole where a page can hold it. */
      else if (height <= page && flow->y + height > flow->bottom)
        next_table_page (flow, block);
      while (row.n_cells > 0 && !row_place (&row, flow, flow->bottom - flow->y))
        next_table_page (flow, block);
      row_clear (&row);
    }
  add_tag (flow, HEED_PIECE_END, "Table");
  flow->pending = PARAGRAPH_GAP * flow->size;
}

static void
flow_block (Flow            *flow,
            const HeedBlock *block)
{
  switch (block->type)
    {
    case HEED_BLOCK_LETTERHEAD:
      flow_letterhead (flow, block);
      break;
    case HEED_BLOCK_HEADING:
      flow_heading (flow, block);
      break;
    case HEED_BLOCK_LIST:
      flow_list (flow, block);
      break;
    case HEED_BLOCK_TABLE:
      flow_table (flow, block);
      break;
    case HEED_BLOCK_DRAWING:
      flow_drawing (flow, block);
      break;
    case HEED_BLOCK_SPACE:
      flow->pending += block->amount * LINE_HEIGHT * flow->size;
      break;
    case HEED_BLOCK_PAGE_BREAK:
      if (!is_at_top (flow))
        new_page (flow);
      break;
    case HEED_BLOCK_PARAGRAPH:
    case HEED_BLOCK_CAPTION:
    default:
      flow_paragraph (flow, block);
      break;
    }
}

/* Fills the pages of @self from its document; there is always one page. */
void
heed_layout_flow (HeedPages *self)
{
  Flow flow = { .pages = self, .size = self->setup.font_size };

  flow.width = self->setup.width - self->setup.left - self->setup.right;
  flow.bottom = self->setup.height - self->setup.bottom;
  new_page (&flow);
  for (guint i = 0; i < self->document->blocks->len; i++)
    flow_block (&flow, g_ptr_array_index (self->document->blocks, i));
}
