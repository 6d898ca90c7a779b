/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "heed-database.h"
#include "heed-measured.h"
#include "heed-outcomes.h"

G_BEGIN_DECLS

gboolean          heed_aftermath_write          (HeedDatabase         *database,
                                                 const HeedCase       *state,
                                                 GError              **error);
gboolean          heed_aftermath_check          (HeedDatabase         *database,
                                                 const HeedCase       *state,
                                                 gboolean             *differs,
                                                 GError              **error);
GPtrArray        *heed_aftermath_list_actions   (HeedDatabase         *database,
                                                 HeedActionFilter      filter,
                                                 HeedDate              today,
                                                 GError              **error);
HeedActionCounts *heed_aftermath_count_actions  (HeedDatabase         *database,
                                                 HeedDate              today,
                                                 GError              **error);
HeedLookList     *heed_aftermath_list_looks     (HeedDatabase         *database,
                                                 const HeedLookQuery  *query,
                                                 GError              **error);
GPtrArray        *heed_aftermath_list_said      (HeedDatabase         *database,
                                                 gboolean              publishable_only,
                                                 GError              **error);

/* heed-feedback.c */
int               heed_feedback_add             (HeedDatabase         *database,
                                                 GPtrArray            *rows,
                                                 GError              **error);
gboolean          heed_feedback_count           (HeedDatabase            *database,
                                                 const HeedMeasuredQuery *query,
                                                 HeedMeasureSet          *set,
                                                 GError                 **error);
GPtrArray        *heed_feedback_list            (HeedDatabase         *database,
                                                 GError              **error);

G_END_DECLS
