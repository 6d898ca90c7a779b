/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "heed-scanner.h"
#include "heed-sink.h"
#include "heed-snapshot.h"
#include "heed-table-writer.h"

G_BEGIN_DECLS

/* What a file that leaves the register is: who made it, when, of what, by which rules; and the line
 * of the export ledger that says the same. */
typedef struct _HeedAbout HeedAbout;

HeedAbout  *heed_about_new (const char *what,
                            HeedSnapshot *snapshot,
                            const HeedActContext *context);
void        heed_about_free (HeedAbout *self);
const char *heed_about_get_id (HeedAbout *self);
void        heed_about_add_text (HeedAbout *self, const char *name, const char *text);
void        heed_about_add_number (HeedAbout *self, const char *name, guint64 number);
void        heed_about_add_flag (HeedAbout *self, const char *name, gboolean flag);
void        heed_about_add_date (HeedAbout *self, const char *name, HeedDate date);
void        heed_about_add_list (HeedAbout *self, const char *name, JsonArray *list);
void        heed_about_add_rules (HeedAbout *self,
                                  const HeedRules *rules,
                                  GHashTable *profiles);
void
           heed_about_add_filter (HeedAbout *self, const HeedSnapshotFilter *filter, gboolean identifiable);
void       heed_about_add_scanner (HeedAbout *self, HeedScanner *scanner);
void       heed_about_add_sum (HeedAbout *self, const char *path, HeedFormat format, const char *sha256);
GPtrArray *heed_about_dup_pairs (HeedAbout *self);
HeedSink  *heed_about_write (HeedAbout *self, const char *path, GError **error);
gboolean   heed_about_record (HeedAbout    *self,
                              HeedSnapshot *snapshot,
                              HeedSink     *file,
                              HeedSink     *beside,
                              GError      **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HeedAbout, heed_about_free)

G_END_DECLS
