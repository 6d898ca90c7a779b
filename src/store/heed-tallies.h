/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "heed-database.h"
#include "heed-measured.h"

G_BEGIN_DECLS

gboolean      heed_tallies_write (HeedDatabase    *database,
                                  HeedCase        *state,
                                  const HeedRules *rules,
                                  GError         **error);
gboolean      heed_tallies_check (HeedDatabase    *database,
                                  HeedCase        *state,
                                  const HeedRules *rules,
                                  gboolean        *right,
                                  GError         **error);
HeedMeasured *heed_tallies_read (HeedDatabase            *database,
                                 const HeedMeasuredQuery *query,
                                 GError                 **error);
HeedMeasured *heed_tallies_load (HeedDatabase            *database,
                                 const HeedMeasuredQuery *query,
                                 GError                 **error);
gboolean      heed_activity_set (HeedDatabase       *database,
                                 const HeedActivity *activity,
                                 GError            **error);
GPtrArray    *heed_activity_list (HeedDatabase *database,
                                  GError      **error);
gboolean      heed_chart_note_set (HeedDatabase        *database,
                                   const HeedChartNote *note,
                                   GError             **error);

G_END_DECLS
