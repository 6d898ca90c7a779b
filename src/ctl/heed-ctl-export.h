/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "heed-ctl.h"
#include "heed-export.h"

G_BEGIN_DECLS

int  heed_ctl_export (HeedCtl *self);
int  heed_ctl_columns (HeedCtl *self);
int  heed_ctl_exports (HeedCtl *self);
int  heed_ctl_report (HeedCtl *self);
int  heed_ctl_export_preset (HeedCtl *self, const char *what);
void heed_ctl_print_export (HeedCtl *self, const HeedExportResult *result);

/* What the commands that write files share. */
GCancellable *heed_ctl_catch_interrupt (void);
void          heed_ctl_tell_progress (guint64 done, guint64 total, gpointer user_data);
gboolean      heed_ctl_take_format (HeedCtl *self, HeedFormat *format);
gboolean      heed_ctl_take_period (HeedCtl *self, HeedSnapshotFilter *filter);

G_END_DECLS
