/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "heed-columns.h"
#include "heed-scanner.h"

G_BEGIN_DECLS

/* Makes rows of which nobody can tell who they were. */
typedef struct _HeedDeidentifier HeedDeidentifier;

HeedDeidentifier *heed_deidentifier_new (GError **error);
void              heed_deidentifier_free (HeedDeidentifier *self);
HeedScanner      *heed_deidentifier_get_scanner (HeedDeidentifier *self);
void              heed_deidentifier_begin_row (HeedDeidentifier *self,
                                               const HeedSnapshotCase *item);
void              heed_deidentifier_apply (HeedDeidentifier *self,
                                           const HeedColumn *column,
                                           GStringChunk     *texts,
                                           HeedCell         *cell);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HeedDeidentifier, heed_deidentifier_free)

G_END_DECLS
