/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "heed-act.h"
#include "heed-database.h"

G_BEGIN_DECLS

/* The end of a case's chain. */
typedef struct
{
  guint  seq;               /* 0: no acts */
  char  *hash;              /* in hex */
} HeedLedgerHead;

gboolean   heed_ledger_append         (HeedDatabase   *database,
                                       const HeedAct  *act,
                                       const char     *previous,
                                       char          **hash,
                                       GError        **error);
GPtrArray *heed_ledger_load           (HeedDatabase   *database,
                                       gint64          case_id,
                                       guint           after,
                                       GError        **error);
gboolean   heed_ledger_get_head       (HeedDatabase   *database,
                                       gint64          case_id,
                                       HeedLedgerHead *head,
                                       GError        **error);
void       heed_ledger_head_clear     (HeedLedgerHead *head);
gboolean   heed_ledger_find           (HeedDatabase   *database,
                                       const char     *act_id,
                                       HeedAct       **act,
                                       GError        **error);
gint64     heed_ledger_next_case      (HeedDatabase   *database,
                                       GError        **error);
GArray    *heed_ledger_list_cases     (HeedDatabase   *database,
                                       GError        **error);
gboolean   heed_ledger_check          (HeedDatabase   *database,
                                       GPtrArray      *problems,
                                       guint64        *n_acts,
                                       GError        **error);

char      *heed_ledger_next_reference (HeedDatabase   *database,
                                       gint64          case_id,
                                       const char     *site,
                                       int             year,
                                       GError        **error);
char      *heed_ledger_get_reference  (HeedDatabase   *database,
                                       gint64          case_id,
                                       GError        **error);
gint64     heed_ledger_find_reference (HeedDatabase   *database,
                                       const char     *reference,
                                       GError        **error);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (HeedLedgerHead, heed_ledger_head_clear)

G_END_DECLS
