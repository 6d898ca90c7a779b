/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "heed-database.h"

G_BEGIN_DECLS

/* What somebody is typing, and where. */
typedef struct
{
  gint64  case_id;
  char   *author;
  char   *kind;
  char   *text;             /* NULL deletes */
  gint64  now;
} HeedDraft;

HeedDraft *heed_draft_new   (gint64            case_id,
                             const char       *author,
                             const char       *kind);
void       heed_draft_free  (HeedDraft        *self);
gboolean   heed_drafts_save (HeedDatabase     *database,
                             const HeedDraft  *draft,
                             GError          **error);
char      *heed_drafts_load (HeedDatabase     *database,
                             const HeedDraft  *draft,
                             GError          **error);

G_END_DECLS
