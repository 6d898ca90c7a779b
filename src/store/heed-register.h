/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "heed-case-row.h"
#include "heed-database.h"
#include "heed-query.h"

G_BEGIN_DECLS

#define HEED_DUE_WAITING 8000000
#define HEED_DUE_CLOSED  9000000

gboolean    heed_register_write    (HeedDatabase    *database,
                                    HeedCase        *state,
                                    const char      *head,
                                    const HeedRules *rules,
                                    GError         **error);
gboolean    heed_register_check    (HeedDatabase    *database,
                                    HeedCase        *state,
                                    const char      *head,
                                    const HeedRules *rules,
                                    GPtrArray       *problems,
                                    GError         **error);
gboolean    heed_register_begin    (HeedDatabase    *database,
                                    GError         **error);
gboolean    heed_register_end      (HeedDatabase    *database,
                                    GError         **error);
GPtrArray  *heed_register_load_rows (HeedDatabase   *database,
                                    const gint64    *ids,
                                    guint            n_ids,
                                    GError         **error);
GHashTable *heed_register_load_people (HeedDatabase *database,
                                    gint64           case_id,
                                    GError         **error);
char      **heed_register_list_owners (HeedDatabase *database,
                                    GError         **error);
GPtrArray  *heed_register_find_earlier (HeedDatabase *database,
                                    const char      *name,
                                    const char      *reach,
                                    GError         **error);
HeedIdList *heed_list_load         (HeedDatabase    *database,
                                    const HeedQuery *query,
                                    HeedDate         tomorrow,
                                    GError         **error);
gboolean    heed_list_count        (HeedDatabase    *database,
                                    HeedDate         today,
                                    HeedCounts      *counts,
                                    GError         **error);
void        heed_list_add_condition (GString        *sql,
                                    const HeedQuery *query,
                                    gboolean         text);
void        heed_list_bind_condition (HeedStatement *statement,
                                    const HeedQuery *query,
                                    HeedDate         tomorrow,
                                    const char      *text);

G_END_DECLS
