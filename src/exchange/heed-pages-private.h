/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <pango/pangocairo.h>

#include "heed-document-private.h"
#include "heed-pages.h"

G_BEGIN_DECLS

typedef enum
{
  HEED_PIECE_LINES, /* some lines of a layout */
  HEED_PIECE_DRAWING,
  HEED_PIECE_RULE,  /* a thin line across */
  HEED_PIECE_BEGIN, /* what it is, for whoever has the page read out: a PDF structure tag */
  HEED_PIECE_END,
} HeedPieceType;

/* Something that stands at a place of a page; points from its upper left corner. */
typedef struct
{
  HeedPieceType    type;
  const char      *tag;    /* of BEGIN and END */
  PangoLayout     *layout; /* owned */
  guint            first;  /* the first of its lines that is drawn */
  guint            n_lines;
  double           x;
  double           y;
  double           width;
  double           height;
  double           grey;  /* 0 black to 1 white */
  const HeedBlock *block; /* of a drawing; belongs to the document */
} HeedPiece;

struct _HeedPages
{
  HeedDocument *document;
  HeedPageSetup setup;
  char         *font_family;
  PangoContext *context;
  GPtrArray    *pages; /* GArray of HeedPiece */
};

/* heed-layout.c */
void         heed_layout_flow (HeedPages *self);
PangoLayout *heed_layout_new_text (HeedPages  *self,
                                   const char *text,
                                   double      size,
                                   double      width,
                                   gboolean    is_bold);

G_END_DECLS
