/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "heed-ctl.h"

G_BEGIN_DECLS

void        heed_ctl_options_add (HeedCtl        *self,
                                  GOptionContext *context);
const char *heed_ctl_options_find_stray (HeedCtl           *self,
                                         const char *const *taken);
void        heed_ctl_options_clear (HeedCtl *self);

G_END_DECLS
