/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "heed-import.h"

G_BEGIN_DECLS

/* One row of a table on its way to a case. */
typedef struct
{
  const HeedImport *import;
  GPtrArray        *header; /* char * */
  GPtrArray        *cells;  /* char *, UTF-8 */
  guint64           number;
} HeedImportLine;

const char *heed_import_line_get_key (const HeedImportLine *self);
HeedAct    *heed_import_line_new_act (const HeedImportLine *self,
                                      char                **reason);
char       *heed_import_line_dup_evidence (const HeedImportLine *self);
void        heed_import_append_csv (GString   *text,
                                    GPtrArray *cells,
                                    char       separator);

G_END_DECLS
