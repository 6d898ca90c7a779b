/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "heed-guidance.h"

G_BEGIN_DECLS

/**
 * HeedGuideProgress:
 * @total: how many items the list has
 * @done: how many of them were done or do not apply
 * @not_applicable: how many of @done do not apply
 * @next: (nullable): the first that is open; one that is expected goes before one that is not
 *
 * How far a list was worked through in the case's round.
 */
typedef struct
{
  guint                total;
  guint                done;
  guint                not_applicable;
  const HeedGuideItem *next;
} HeedGuideProgress;

HeedGuideProgress heed_guide_list_get_progress (const HeedGuideList *self,
                                                const HeedCase      *kase);
GPtrArray        *heed_guidance_get_active     (const HeedGuidance  *self,
                                                const HeedCase      *kase);
GPtrArray        *heed_guidance_get_open       (const HeedGuidance  *self,
                                                const HeedCase      *kase,
                                                const char          *kind);
const HeedGuideItem *heed_guidance_get_next    (const HeedGuidance  *self,
                                                const HeedCase      *kase,
                                                const HeedGuideList **list);

G_END_DECLS
