/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "heed-guide-list.h"

G_BEGIN_DECLS

#define HEED_TYPE_GUIDANCE (heed_guidance_get_type ())

/**
 * HeedGuidance:
 *
 * What Heed says to staff: the checklists of the stages and situations, frames, warning signs, words
 * that help and words that hurt. Immutable once loaded; may be read from any thread.
 */
typedef struct _HeedGuidance HeedGuidance;

GType                heed_guidance_get_type        (void) G_GNUC_CONST;
HeedGuidance        *heed_guidance_new_builtin     (const HeedRules     *rules,
                                                    GError             **error);
HeedGuidance        *heed_guidance_new_with_folder (const HeedRules     *rules,
                                                    const char          *folder,
                                                    GPtrArray          **left_out,
                                                    GError             **error);
HeedGuidance        *heed_guidance_ref             (HeedGuidance        *self);
void                 heed_guidance_unref           (HeedGuidance        *self);

GPtrArray           *heed_guidance_get_lists       (const HeedGuidance  *self,
                                                    HeedGuideKind        kind);
GPtrArray           *heed_guidance_dup_all         (const HeedGuidance  *self,
                                                    HeedGuideKind        kind);
const HeedGuideList *heed_guidance_find            (const HeedGuidance  *self,
                                                    const char          *id);
const HeedGuideList *heed_guidance_get_stage       (const HeedGuidance  *self,
                                                    HeedStage            stage);
const HeedGuideItem *heed_guidance_find_item       (const HeedGuidance  *self,
                                                    const char          *item,
                                                    const HeedGuideList **list);
char               **heed_guidance_suggest         (const HeedGuidance  *self,
                                                    const char *const   *codes);
char               **heed_guidance_dup_codes       (const HeedCase      *kase);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HeedGuidance, heed_guidance_unref)

G_END_DECLS
