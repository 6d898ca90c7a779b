/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "heed-guide-list.h"

G_BEGIN_DECLS

/**
 * HeedGuideEdit:
 *
 * A list of the guide while an organisation changes it. Gives the document that makes the change
 * last; to be used on one thread.
 */
typedef struct _HeedGuideEdit HeedGuideEdit;

/**
 * HeedGuideText:
 * @text: what to do
 * @why: (nullable): why it matters
 * @say: (nullable): what to say
 * @expected: whether passing it wants a reason
 *
 * What an organisation may say in an item.
 */
typedef struct
{
  const char *text;
  const char *why;
  const char *say;
  gboolean    expected;
} HeedGuideText;

HeedGuideEdit       *heed_guide_edit_new      (const HeedGuideList *list);
void                 heed_guide_edit_free     (HeedGuideEdit       *self);
guint                heed_guide_edit_get_size (const HeedGuideEdit *self);
const HeedGuideItem *heed_guide_edit_get      (const HeedGuideEdit *self,
                                               guint                position);
gboolean             heed_guide_edit_switch   (HeedGuideEdit       *self,
                                               const char          *item,
                                               gboolean             off);
gboolean             heed_guide_edit_move     (HeedGuideEdit       *self,
                                               const char          *item,
                                               int                  by);
gboolean             heed_guide_edit_change   (HeedGuideEdit       *self,
                                               const char          *item,
                                               const HeedGuideText *text);
const char          *heed_guide_edit_add      (HeedGuideEdit       *self,
                                               const HeedGuideText *text);
JsonNode            *heed_guide_edit_to_json  (const HeedGuideEdit *self,
                                               const HeedGuideList *builtin,
                                               HeedDate             today);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HeedGuideEdit, heed_guide_edit_free)

G_END_DECLS
