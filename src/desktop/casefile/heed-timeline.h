/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "heed-session.h"

G_BEGIN_DECLS

#define HEED_TYPE_TIMELINE (heed_timeline_get_type ())

/* What was done to a case, newest first. */
G_DECLARE_FINAL_TYPE (HeedTimeline, heed_timeline, HEED, TIMELINE, GtkBox)

void heed_timeline_set_acts (HeedTimeline *self,
                             HeedSession  *session,
                             GPtrArray    *acts,
                             const char   *person);

G_END_DECLS
