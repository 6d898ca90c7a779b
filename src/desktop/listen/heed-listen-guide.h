/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "guide/heed-guide-pane.h"

G_BEGIN_DECLS

/* What was done with the guide before there is a case. */
typedef struct _HeedListenGuide HeedListenGuide;

HeedListenGuide *heed_listen_guide_new (HeedSession     *session,
                                        HeedGuidePane   *pane);
void             heed_listen_guide_free (HeedListenGuide *self);
gboolean         heed_listen_guide_perform (HeedListenGuide *self,
                                            GPtrArray       *acts,
                                            GError         **error);
void             heed_listen_guide_set_facts (HeedListenGuide *self,
                                              JsonObject      *facts);
void             heed_listen_guide_set_dangers (HeedListenGuide   *self,
                                                const char *const *codes,
                                                const char        *question);
gboolean         heed_listen_guide_is_blank (HeedListenGuide *self);
JsonArray       *heed_listen_guide_save (HeedListenGuide *self);
void             heed_listen_guide_restore (HeedListenGuide *self,
                                            JsonArray       *saved);
void             heed_listen_guide_add_acts (HeedListenGuide *self,
                                             GPtrArray       *acts);
JsonObject      *heed_listen_guide_dup_listened (HeedListenGuide *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HeedListenGuide, heed_listen_guide_free)

G_END_DECLS
