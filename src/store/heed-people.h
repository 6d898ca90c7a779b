/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "heed-act-kinds.h"
#include "heed-case-row.h"
#include "heed-database.h"

G_BEGIN_DECLS

HeedAct    *heed_people_extract (HeedDatabase  *database,
                                 const HeedAct *act,
                                 GError       **error);
HeedPerson *heed_people_load    (HeedDatabase  *database,
                                 const char    *id,
                                 GError       **error);
char       *heed_people_fold    (const char    *text);

G_END_DECLS
