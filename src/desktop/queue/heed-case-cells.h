/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "heed-case-row.h"
#include "heed-session.h"

G_BEGIN_DECLS

/* What the lists of cases show of a row, for the wide table and the narrow list. */
GtkListItemFactory *heed_case_cells_new_due (HeedSession *session);
GtkListItemFactory *heed_case_cells_new_person (HeedSession *session);
GtkListItemFactory *heed_case_cells_new_words (HeedSession *session);
GtkListItemFactory *heed_case_cells_new_about (HeedSession *session);
GtkListItemFactory *heed_case_cells_new_severity (HeedSession *session);
GtkListItemFactory *heed_case_cells_new_owner (HeedSession *session);
GtkListItemFactory *heed_case_cells_new_stage (HeedSession *session);
GtkListItemFactory *heed_case_cells_new_narrow (HeedSession *session);
GtkListItemFactory *heed_case_cells_new_row_label (HeedSession *session);

char *heed_case_cells_dup_label (HeedSession *session,
                                 HeedCaseRow *row);

G_END_DECLS
