/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * HeedSuppression:
 * @HEED_SUPPRESS_NONE: inside the organisation: nothing is hidden
 * @HEED_SUPPRESS_BOARD: 1 to 5 are hidden
 * @HEED_SUPPRESS_PUBLIC: 1 to 7 are hidden, other counts rounded to the nearest 5
 * @HEED_SUPPRESS_CMS: 1 to 10 are hidden
 *
 * How small numbers are kept from telling about a person. Nought is always shown.
 */
typedef enum
{
  HEED_SUPPRESS_NONE,
  HEED_SUPPRESS_BOARD,
  HEED_SUPPRESS_PUBLIC,
  HEED_SUPPRESS_CMS,
} HeedSuppression;

#define HEED_N_SUPPRESSIONS (HEED_SUPPRESS_CMS + 1)

/**
 * HeedCrossTable:
 *
 * Counts in rows and columns with all their totals, of which some are hidden. Row @n_rows holds the
 * totals of the columns, column @n_columns those of the rows.
 */
typedef struct _HeedCrossTable HeedCrossTable;

gboolean    heed_suppression_parse (const char      *name,
                                    HeedSuppression *suppression);
const char *heed_suppression_get_name (HeedSuppression suppression);
int         heed_suppression_get_most (HeedSuppression suppression);
gboolean    heed_suppression_hides (HeedSuppression suppression,
                                    gint64          count);
gboolean    heed_suppression_hides_share (HeedSuppression suppression,
                                          gint64          numerator,
                                          gint64          denominator);
gint64      heed_suppression_round (HeedSuppression suppression,
                                    gint64          count);

HeedCrossTable *heed_cross_table_new (guint n_rows,
                                      guint n_columns);
void            heed_cross_table_free (HeedCrossTable *self);
guint           heed_cross_table_get_n_rows (const HeedCrossTable *self);
guint           heed_cross_table_get_n_columns (const HeedCrossTable *self);
void            heed_cross_table_add (HeedCrossTable *self,
                                      guint           row,
                                      guint           column,
                                      gint64          count);
void            heed_cross_table_suppress (HeedCrossTable *self,
                                           HeedSuppression suppression);
gint64          heed_cross_table_get_count (const HeedCrossTable *self,
                                            guint                 row,
                                            guint                 column);
gboolean        heed_cross_table_get_shown (const HeedCrossTable *self,
                                            guint                 row,
                                            guint                 column,
                                            gint64               *shown);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HeedCrossTable, heed_cross_table_free)

G_END_DECLS
