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
const char *heed_import_line_get_cell (const HeedImportLine *self,
                                       const char           *column);
JsonObject *heed_import_line_build_part (const HeedImportLine *self,
                                         HeedImportPart        part,
                                         char                **reason);
char       *heed_import_make_id       (const char           *source,
                                       const char           *key);

/* heed-import-survey.c */
gboolean    heed_import_line_keep_feedback (const HeedImportLine *self,
                                            gboolean             *already,
                                            char                **reason,
                                            GError              **error);
char       *heed_import_line_dup_evidence (const HeedImportLine *self);
void        heed_import_append_csv (GString   *text,
                                    GPtrArray *cells,
                                    char       separator);

G_END_DECLS
