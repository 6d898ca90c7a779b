/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "heed-document.h"

G_BEGIN_DECLS

typedef enum
{
  HEED_BLOCK_LETTERHEAD,
  HEED_BLOCK_HEADING,
  HEED_BLOCK_PARAGRAPH,
  HEED_BLOCK_CAPTION,
  HEED_BLOCK_LIST,
  HEED_BLOCK_TABLE,
  HEED_BLOCK_DRAWING,
  HEED_BLOCK_SPACE,
  HEED_BLOCK_PAGE_BREAK,
} HeedBlockType;

/* One block; which fields count depends on its type. */
typedef struct
{
  HeedBlockType type;
  char         *text;    /* heading, paragraph, caption; the name in a letterhead */
  char         *more;    /* the lines under a letterhead's name */
  GPtrArray    *items;   /* char *, of a list */
  GArray       *columns; /* HeedDocumentColumn with titles of its own, of a table */
  GPtrArray    *rows;    /* char **, as many cells as columns */
  int           level;   /* of a heading, from 1 */
  gboolean      is_numbered;
  double        amount; /* height of a drawing in points; of a space in lines */

  HeedDocumentDraw draw;
  gpointer         user_data;
  GDestroyNotify   destroy;
} HeedBlock;

struct _HeedDocument
{
  char      *title;
  char      *language; /* BCP 47; NULL if not known */
  char      *author;
  char      *subject;
  char      *footer;
  char      *date;   /* ISO */
  GPtrArray *blocks; /* HeedBlock */
};

G_END_DECLS
