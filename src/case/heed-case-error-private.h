/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "heed-case-error.h"

G_BEGIN_DECLS

void heed_case_set_obstacle (GError        **error,
                             HeedCaseError   code,
                             HeedObstacle    obstacle,
                             const char     *fact,
                             const char     *value);
void heed_case_set_missing  (GError        **error,
                             GPtrArray      *missing);

G_END_DECLS
