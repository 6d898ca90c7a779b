/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * HeedExportPreset:
 * A table of cases that somebody asks for, as data: which columns, in which order.
 * @columns: (array zero-terminated=1): ids of columns
 */
typedef struct
{
  char  *id;
  char  *name;
  char **columns;
} HeedExportPreset;

GPtrArray *heed_export_presets_load (GError **error);

G_END_DECLS
