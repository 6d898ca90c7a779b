/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define HEED_TYPE_INITIALS (heed_initials_get_type ())
G_DECLARE_FINAL_TYPE (HeedInitials, heed_initials, HEED, INITIALS, GtkWidget)

GtkWidget *heed_initials_new (void);
void       heed_initials_set_name (HeedInitials *self,
                                   const char   *name);

G_END_DECLS
