/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "heed-case-row.h"
#include "heed-database.h"

G_BEGIN_DECLS

/**
 * HeedExtraction:
 * @before: (nullable): the case the act is done to
 * @repeated: whether the act is stored already, so that nothing is to be written
 */
typedef struct
{
  HeedDatabase   *database;
  const HeedAct  *act;
  const HeedCase *before;
  gboolean        repeated;
} HeedExtraction;

HeedAct    *heed_people_extract (HeedExtraction *self,
                                 GError       **error);
gboolean    heed_people_erase   (HeedDatabase  *database,
                                 const char    *id,
                                 GError       **error);
GArray     *heed_people_list_cases (HeedDatabase *database,
                                 const char    *id,
                                 GError       **error);
HeedPerson *heed_people_load    (HeedDatabase  *database,
                                 const char    *id,
                                 GError       **error);
char       *heed_people_fold    (const char    *text);

G_END_DECLS
