/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "heed-session.h"

G_BEGIN_DECLS

#define HEED_TYPE_HEARD_BOX (heed_heard_box_get_type ())

/* What the listener heard in a text that is being typed: chips for what it is about, under it.
 * Emits "category-chosen" (const char *: the code) when a chip is pressed, and notifies "danger":
 * what to ask where the words may mean danger, else NULL. */
G_DECLARE_FINAL_TYPE (HeedHeardBox, heed_heard_box, HEED, HEARD_BOX, GtkBox)

void        heed_heard_box_attend (HeedHeardBox *self,
                                   HeedSession  *session,
                                   GtkTextView  *view);
const char *heed_heard_box_get_danger (HeedHeardBox *self);
void        heed_heard_box_teach (HeedHeardBox *self,
                                  const char   *chosen);

G_END_DECLS
