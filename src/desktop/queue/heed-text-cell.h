/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* How a text cell is drawn; a style class of the same name gives the colour. */
typedef enum
{
  HEED_TEXT_CELL_PLAIN,
  HEED_TEXT_CELL_DIMMED,
  HEED_TEXT_CELL_HEADING,
  HEED_TEXT_CELL_LATE,  /* a red pill */
  HEED_TEXT_CELL_TODAY, /* a yellow pill */
} HeedTextCellLook;

#define HEED_TYPE_TEXT_CELL (heed_text_cell_get_type ())
G_DECLARE_FINAL_TYPE (HeedTextCell, heed_text_cell, HEED, TEXT_CELL, GtkWidget)

GtkWidget *heed_text_cell_new (guint    n_lines,
                               gboolean fits_text);
void       heed_text_cell_set_text (HeedTextCell *self,
                                    const char   *text,
                                    const char   *under);
void       heed_text_cell_set_look (HeedTextCell    *self,
                                    HeedTextCellLook look);

G_END_DECLS
