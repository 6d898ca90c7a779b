/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "heed-case-row.h"
#include "heed-case.h"
#include "heed-query.h"
#include "heed-store-error.h"

G_BEGIN_DECLS

#define HEED_TYPE_STORE (heed_store_get_type ())
G_DECLARE_FINAL_TYPE (HeedStore, heed_store, HEED, STORE, GObject)

/**
 * HeedStoreFlags:
 * @HEED_STORE_CREATE: make the file where there is none
 * @HEED_STORE_READ_ONLY: refuse every act
 */
typedef enum
{
  HEED_STORE_DEFAULT = 0,
  HEED_STORE_CREATE = 1 << 0,
  HEED_STORE_READ_ONLY = 1 << 1,
} HeedStoreFlags;

/* Opening and closing. heed_store_close() waits for what was begun; dispose does the same. */
HeedStore  *heed_store_open            (const char           *path,
                                        GBytes               *key,
                                        HeedRules            *rules,
                                        HeedStoreFlags        flags,
                                        GError              **error);
void        heed_store_open_async      (const char           *path,
                                        GBytes               *key,
                                        HeedRules            *rules,
                                        HeedStoreFlags        flags,
                                        GCancellable         *cancellable,
                                        GAsyncReadyCallback   callback,
                                        gpointer              user_data);
HeedStore  *heed_store_open_finish     (GAsyncResult         *result,
                                        GError              **error);
void        heed_store_close           (HeedStore            *self);
const char *heed_store_get_path        (HeedStore            *self);
HeedRules  *heed_store_get_rules       (HeedStore            *self);

/* One way in. The acts are performed in order in one transaction: all or none. A log act makes a
 * case; a following act with case_id 0 belongs to the case made last. Returns (element-type
 * HeedCase): the case after each act. An act whose id is known is not stored again: its case is
 * returned as it stands. Emits "changed" (case id) once per case afterwards, on the main thread. */
GPtrArray  *heed_store_perform         (HeedStore            *self,
                                        GPtrArray            *acts,
                                        GError              **error);
void        heed_store_perform_async   (HeedStore            *self,
                                        GPtrArray            *acts,
                                        GAsyncReadyCallback   callback,
                                        gpointer              user_data);
GPtrArray  *heed_store_perform_finish  (HeedStore            *self,
                                        GAsyncResult         *result,
                                        GError              **error);

/* One case: its state, its acts (element-type HeedAct, oldest first), its people. */
typedef struct
{
  HeedCase   *state;
  GPtrArray  *acts;
  GHashTable *people;       /* person id → HeedPerson */
  GHashTable *references;   /* register id of a linked case (gint64*) → its reference (char*) */
} HeedCaseFile;

void          heed_case_file_free           (HeedCaseFile         *file);
gint64        heed_store_find_reference     (HeedStore            *self,
                                             const char           *reference,
                                             GError              **error);
HeedCaseFile *heed_store_load_case          (HeedStore            *self,
                                             gint64                case_id,
                                             GError              **error);
void          heed_store_load_case_async    (HeedStore            *self,
                                             gint64                case_id,
                                             GCancellable         *cancellable,
                                             GAsyncReadyCallback   callback,
                                             gpointer              user_data);
HeedCaseFile *heed_store_load_case_finish   (HeedStore            *self,
                                             GAsyncResult         *result,
                                             GError              **error);

/* Lists. A query loads the ids in view order once; rows are loaded by id, a page at a time. */
HeedIdList   *heed_store_list               (HeedStore            *self,
                                             const HeedQuery      *query,
                                             GError              **error);
void          heed_store_list_async         (HeedStore            *self,
                                             const HeedQuery      *query,
                                             GCancellable         *cancellable,
                                             GAsyncReadyCallback   callback,
                                             gpointer              user_data);
HeedIdList   *heed_store_list_finish        (HeedStore            *self,
                                             GAsyncResult         *result,
                                             GError              **error);
GPtrArray    *heed_store_load_rows          (HeedStore            *self,
                                             const gint64         *ids,
                                             guint                 n_ids,
                                             GError              **error);
void          heed_store_load_rows_async    (HeedStore            *self,
                                             const gint64         *ids,
                                             guint                 n_ids,
                                             GCancellable         *cancellable,
                                             GAsyncReadyCallback   callback,
                                             gpointer              user_data);
GPtrArray    *heed_store_load_rows_finish   (HeedStore            *self,
                                             GAsyncResult         *result,
                                             GError              **error);

/* Counts for the sidebar, and the values that filters offer. */
gboolean      heed_store_count              (HeedStore            *self,
                                             HeedDate              today,
                                             HeedCounts           *counts,
                                             GError              **error);
void          heed_store_count_async        (HeedStore            *self,
                                             HeedDate              today,
                                             GCancellable         *cancellable,
                                             GAsyncReadyCallback   callback,
                                             gpointer              user_data);
gboolean      heed_store_count_finish       (HeedStore            *self,
                                             GAsyncResult         *result,
                                             HeedCounts           *counts,
                                             GError              **error);
char        **heed_store_list_owners        (HeedStore            *self,
                                             GError              **error);
void          heed_store_list_owners_async  (HeedStore            *self,
                                             GCancellable         *cancellable,
                                             GAsyncReadyCallback   callback,
                                             gpointer              user_data);
char        **heed_store_list_owners_finish (HeedStore            *self,
                                             GAsyncResult         *result,
                                             GError              **error);

/* Earlier cases of what may be the same person: same name (folded), phone digits or e-mail.
 * Returns (element-type HeedCaseRow): newest first, at most 20. */
GPtrArray    *heed_store_find_earlier       (HeedStore            *self,
                                             const char           *name,
                                             const char           *reach,
                                             GError              **error);
void          heed_store_find_earlier_async (HeedStore            *self,
                                             const char           *name,
                                             const char           *reach,
                                             GCancellable         *cancellable,
                                             GAsyncReadyCallback   callback,
                                             gpointer              user_data);
GPtrArray    *heed_store_find_earlier_finish (HeedStore           *self,
                                             GAsyncResult         *result,
                                             GError              **error);

/* Drafts: one row for (case, author, kind); case 0 for a complaint being logged. A NULL text
 * deletes. No refresh, stage move or reassignment touches them. */
gboolean      heed_store_save_draft         (HeedStore            *self,
                                             gint64                case_id,
                                             const char           *author,
                                             const char           *kind,
                                             const char           *text,
                                             gint64                now,
                                             GError              **error);
void          heed_store_save_draft_async   (HeedStore            *self,
                                             gint64                case_id,
                                             const char           *author,
                                             const char           *kind,
                                             const char           *text,
                                             gint64                now,
                                             GAsyncReadyCallback   callback,
                                             gpointer              user_data);
gboolean      heed_store_save_draft_finish  (HeedStore            *self,
                                             GAsyncResult         *result,
                                             GError              **error);
char         *heed_store_load_draft         (HeedStore            *self,
                                             gint64                case_id,
                                             const char           *author,
                                             const char           *kind,
                                             GError              **error);
void          heed_store_load_draft_async   (HeedStore            *self,
                                             gint64                case_id,
                                             const char           *author,
                                             const char           *kind,
                                             GCancellable         *cancellable,
                                             GAsyncReadyCallback   callback,
                                             gpointer              user_data);
char         *heed_store_load_draft_finish  (HeedStore            *self,
                                             GAsyncResult         *result,
                                             GError              **error);

/* What the organisation told Heed about itself: "organisation", "site", "profile", "services" … */
char         *heed_store_get_setting        (HeedStore            *self,
                                             const char           *name,
                                             GError              **error);
gboolean      heed_store_set_setting        (HeedStore            *self,
                                             const char           *name,
                                             const char           *value,
                                             GError              **error);
void          heed_store_set_setting_async  (HeedStore            *self,
                                             const char           *name,
                                             const char           *value,
                                             GAsyncReadyCallback   callback,
                                             gpointer              user_data);
gboolean      heed_store_set_setting_finish (HeedStore            *self,
                                             GAsyncResult         *result,
                                             GError              **error);

/* Care of the file. */
typedef void (*HeedStoreProgress)           (guint64               done,
                                             guint64               total,
                                             gpointer              user_data);

gboolean      heed_store_backup             (HeedStore            *self,
                                             const char           *path,
                                             GError              **error);
gboolean      heed_store_restore            (const char           *backup,
                                             const char           *path,
                                             GBytes               *key,
                                             GError              **error);
HeedVerdict  *heed_store_verify             (HeedStore            *self,
                                             HeedStoreProgress     progress,
                                             gpointer              user_data,
                                             GError              **error);
gboolean      heed_store_rebuild            (HeedStore            *self,
                                             HeedStoreProgress     progress,
                                             gpointer              user_data,
                                             GError              **error);

/**
 * HeedImportRow:
 * @key: names the row in its source, so that it is stored once
 * @original: (nullable): the row as it was, kept as evidence
 * @acts: (element-type HeedAct): a log act and what follows it
 * @already: (out): whether the row was stored before
 */
typedef struct
{
  char      *key;
  char      *original;
  GPtrArray *acts;
  gboolean   already;
} HeedImportRow;

HeedImportRow *heed_import_row_new          (const char           *key,
                                             const char           *original);
void           heed_import_row_free         (gpointer              row);

/* Import: the acts of each row become one case each, with the row kept as evidence under
 * (source, row key). A row already stored is skipped. One transaction for the whole batch: a row
 * that cannot be stored keeps the others out, too. */
gboolean      heed_store_perform_import     (HeedStore            *self,
                                             const char           *source,
                                             GPtrArray            *rows,
                                             GError              **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HeedCaseFile, heed_case_file_free)

G_END_DECLS
