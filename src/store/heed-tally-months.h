/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "heed-database.h"
#include "heed-measured.h"

G_BEGIN_DECLS

gboolean   heed_tally_months_change (HeedDatabase    *database,
                                     const HeedTally *tally,
                                     const char      *site,
                                     int              change,
                                     GError         **error);
gboolean   heed_tally_months_renew (HeedDatabase *database,
                                    GError      **error);
gboolean   heed_tally_months_check (HeedDatabase *database,
                                    GPtrArray    *problems,
                                    GError      **error);
HeedPeriod heed_tally_months_span (HeedDate from,
                                   HeedDate end);

G_END_DECLS
