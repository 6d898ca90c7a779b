/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "heed-measured.h"
#include "heed-store.h"

G_BEGIN_DECLS

/**
 * HeedSnapshotBasis:
 * @HEED_SNAPSHOT_RECEIVED: the day it was received
 * @HEED_SNAPSHOT_CLOSED: the day it was closed; leaves out what is open
 */
typedef enum
{
  HEED_SNAPSHOT_RECEIVED,
  HEED_SNAPSHOT_CLOSED,
} HeedSnapshotBasis;

/**
 * HeedSnapshotFilter:
 * Which cases. All of @query but its order and limit counts.
 * @query: (nullable): as for lists; %NULL for every case
 * @basis: which day lies in the period
 * @from: its first day, or %HEED_DATE_NONE
 * @to: its last day, or %HEED_DATE_NONE
 */
typedef struct
{
  const HeedQuery  *query;
  HeedSnapshotBasis basis;
  HeedDate          from;
  HeedDate          to;
} HeedSnapshotFilter;

/**
 * HeedSnapshotDepth:
 * How much is read of each case.
 * @HEED_SNAPSHOT_ROW: its row in the register
 * @HEED_SNAPSHOT_TEXT: also the whole of its words and the names in it
 * @HEED_SNAPSHOT_CASE: also the case itself and its people, folded from its acts: some 20 times
 * slower
 */
typedef enum
{
  HEED_SNAPSHOT_ROW,
  HEED_SNAPSHOT_TEXT,
  HEED_SNAPSHOT_CASE,
} HeedSnapshotDepth;

/**
 * HeedSnapshotCase:
 * One case of a snapshot; valid until the function it is given to returns.
 * @words: (nullable): the person's words, whole; from %HEED_SNAPSHOT_TEXT on
 * @names: (nullable): names of the person and the patient, one a line; from %HEED_SNAPSHOT_TEXT on
 * @state: (nullable): with %HEED_SNAPSHOT_CASE
 * @person: (nullable): with %HEED_SNAPSHOT_CASE
 * @patient: (nullable): who was treated, where it is not the person; with %HEED_SNAPSHOT_CASE
 */
typedef struct
{
  gint64      id;
  const char *reference;
  const char *type;
  const char *ending;
  const char *outcome;
  const char *category;
  const char *owner;
  const char *channel;
  const char *profile;
  const char *site;
  const char *flags;
  const char *place;
  const char *name;
  const char *words;
  const char *names;
  HeedStage   stage;
  HeedDate    received;
  HeedDate    due;
  HeedDate    closed;
  gint64      logged_at;
  int         severity; /* -1 not judged */
  gboolean    paused;
  gboolean    interpreter;
  gboolean    hold;
  HeedCase   *state;
  HeedPerson *person;
  HeedPerson *patient;
} HeedSnapshotCase;

/* Told of each case. Returns FALSE with an error to stop. */
typedef gboolean (*HeedSnapshotFunc) (const HeedSnapshotCase *item,
                                      gpointer                user_data,
                                      GError                **error);

/**
 * HeedExportEntry:
 * One line of the export ledger: what left the register.
 * @id: a UUID
 * @made_at: UTC µs
 * @actor: who
 * @what: "cases", "annual-report" …
 * @body: what it was in detail, a JSON object
 */
typedef struct
{
  char  *id;
  gint64 made_at;
  char  *actor;
  char  *what;
  char  *body;
} HeedExportEntry;

/* The register as it stands at one moment, read as a stream by one thread over a connection of its
 * own; lists go on meanwhile. Made where the store lives, then handed to the thread that reads. */
typedef struct _HeedSnapshot HeedSnapshot;

HeedSnapshot *heed_snapshot_new (HeedStore *store);
void          heed_snapshot_free (HeedSnapshot *self);
gboolean      heed_snapshot_begin (HeedSnapshot *self, GCancellable *cancellable, GError **error);
HeedRules    *heed_snapshot_get_rules (HeedSnapshot *self);
char         *heed_snapshot_get_setting (HeedSnapshot *self, const char *name);
gboolean      heed_snapshot_count (HeedSnapshot             *self,
                                   const HeedSnapshotFilter *filter,
                                   guint64                  *n_cases,
                                   GError                  **error);
gboolean      heed_snapshot_read (HeedSnapshot             *self,
                                  const HeedSnapshotFilter *filter,
                                  HeedSnapshotDepth         depth,
                                  HeedSnapshotFunc          func,
                                  gpointer                  user_data,
                                  GError                  **error);
gboolean      heed_snapshot_read_one (HeedSnapshot    *self,
                                      gint64           case_id,
                                      HeedSnapshotFunc func,
                                      gpointer         user_data,
                                      GError         **error);
HeedCaseFile *heed_snapshot_load_case (HeedSnapshot *self, gint64 case_id, GError **error);
gint64        heed_snapshot_find (HeedSnapshot *self, const char *reference, GError **error);
HeedMeasured *heed_snapshot_load_measured (HeedSnapshot            *self,
                                           const HeedMeasuredQuery *query,
                                           GError                 **error);
char         *heed_snapshot_dup_head (HeedSnapshot *self, GError **error);
gboolean      heed_snapshot_record (HeedSnapshot *self,
                                    const HeedExportEntry *entry,
                                    GError **error);
GPtrArray    *heed_snapshot_list_exports (HeedSnapshot *self, GError **error);
void          heed_export_entry_free (HeedExportEntry *entry);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HeedSnapshot, heed_snapshot_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HeedExportEntry, heed_export_entry_free)

G_END_DECLS
