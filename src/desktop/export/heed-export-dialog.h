/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "heed-session.h"
#include "heed-table-writer.h"

G_BEGIN_DECLS

#define HEED_TYPE_EXPORT_DIALOG (heed_export_dialog_get_type ())
G_DECLARE_FINAL_TYPE (HeedExportDialog, heed_export_dialog, HEED, EXPORT_DIALOG, AdwDialog)

AdwDialog *heed_export_dialog_new (HeedSession     *session,
                                   const HeedQuery *query,
                                   const char      *kind,
                                   const char      *reference);
AdwDialog *heed_export_dialog_new_measured (HeedSession             *session,
                                            const HeedMeasuredQuery *query,
                                            HeedFormat               format);

G_END_DECLS
