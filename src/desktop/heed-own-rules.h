/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "heed-guidance.h"

G_BEGIN_DECLS

char         *heed_own_rules_dup_folder (const char *chosen,
                                         gboolean    is_sample);
HeedRules    *heed_own_rules_load (const char *folder,
                                   GPtrArray  *left_out);
HeedGuidance *heed_own_rules_load_guidance (HeedRules  *rules,
                                            const char *folder,
                                            GPtrArray  *left_out);
void          heed_own_rules_check_letters (const char *folder,
                                            GPtrArray  *left_out);

G_END_DECLS
