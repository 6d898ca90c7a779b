/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "heed-guide-list.h"

G_BEGIN_DECLS

char    *heed_guide_file_get_path (const char    *folder,
                                   HeedGuideKind  kind,
                                   const char    *id);
GBytes  *heed_guide_file_read     (const char    *path);
gboolean heed_guide_file_write    (const char    *path,
                                   JsonNode      *root,
                                   GError       **error);
gboolean heed_guide_file_put_back (const char    *path,
                                   GBytes        *before,
                                   GError       **error);

G_END_DECLS
