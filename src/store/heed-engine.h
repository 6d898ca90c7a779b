/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "heed-database.h"
#include "heed-store.h"

G_BEGIN_DECLS

/* What a storage thread owns: its connection, and cases folded before. */
typedef struct
{
  HeedDatabase *database;
  HeedRules    *rules;
  GBytes       *key;
  GHashTable   *cache;      /* gint64* → cached case */
  char         *path;
  gboolean      read_only;
  gboolean      erased;       /* in this transaction */
  gint64        seen_version; /* for heed-watch.c: 0 until it first looked */
  gint64        seen_row;
} HeedEngine;

HeedEngine   *heed_engine_new         (const char      *path,
                                       GBytes          *key,
                                       HeedRules       *rules,
                                       HeedStoreFlags   flags,
                                       GError         **error);
void          heed_engine_free        (HeedEngine      *self);
HeedCase     *heed_engine_load_case   (HeedEngine      *self,
                                       gint64           case_id,
                                       char           **head,
                                       GError         **error);
HeedCaseFile *heed_engine_collect_file (HeedEngine     *self,
                                       gint64           case_id,
                                       GError         **error);
HeedCaseFile *heed_engine_load_file   (HeedEngine      *self,
                                       gint64           case_id,
                                       GError         **error);
GPtrArray    *heed_engine_perform     (HeedEngine      *self,
                                       GPtrArray       *acts,
                                       GError         **error);
gboolean      heed_engine_import      (HeedEngine      *self,
                                       const char      *source,
                                       GPtrArray       *rows,
                                       GArray          *changed,
                                       GError         **error);
gboolean      heed_engine_follow_person (HeedEngine    *self,
                                       const HeedAct   *act,
                                       GError         **error);
void          heed_engine_finish_erasing (HeedEngine   *self);
HeedDate      heed_engine_get_tomorrow (HeedEngine     *self,
                                       HeedDate         today);
char         *heed_engine_get_setting (HeedEngine      *self,
                                       const char      *name,
                                       GError         **error);
gboolean      heed_engine_set_setting (HeedEngine      *self,
                                       const char      *name,
                                       const char      *value,
                                       GError         **error);
HeedVerdict  *heed_engine_verify      (HeedEngine      *self,
                                       HeedStoreProgress progress,
                                       gpointer         user_data,
                                       GError         **error);
gboolean      heed_engine_renew       (HeedEngine      *self,
                                       GError         **error);
gboolean      heed_engine_rebuild     (HeedEngine      *self,
                                       HeedStoreProgress progress,
                                       gpointer         user_data,
                                       GError         **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HeedEngine, heed_engine_free)

G_END_DECLS
