/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Finds in what people wrote whatever tells who somebody is, and replaces it. Not for two threads
 * at once. */
typedef struct _HeedScanner HeedScanner;

/* Told of each thing found: of which kind, and what it was. */
typedef void (*HeedScannerFound) (guint kind, const char *text, gpointer user_data);

HeedScanner *heed_scanner_new (GError **error);
void         heed_scanner_free (HeedScanner *self);
const char  *heed_scanner_get_version (HeedScanner *self);
guint        heed_scanner_get_n_kinds (HeedScanner *self);
const char  *heed_scanner_get_id (HeedScanner *self, guint kind);
const char  *heed_scanner_get_label (HeedScanner *self, guint kind);
guint64      heed_scanner_get_count (HeedScanner *self, guint kind);
void         heed_scanner_set_found (HeedScanner *self, HeedScannerFound found, gpointer user_data);
void         heed_scanner_set_names (HeedScanner *self, const char *names, const char *more);
const char  *heed_scanner_mask (HeedScanner *self, const char *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HeedScanner, heed_scanner_free)

G_END_DECLS
