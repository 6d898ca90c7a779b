/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "heed-session.h"

G_BEGIN_DECLS

#define HEED_TYPE_LISTEN_FORM (heed_listen_form_get_type ())

/* The form of the listening page: its fields and the facts in them. Emits "changed". */
G_DECLARE_FINAL_TYPE (HeedListenForm, heed_listen_form, HEED, LISTEN_FORM, GtkBox)

void        heed_listen_form_set_session (HeedListenForm *self,
                                          HeedSession    *session);
void        heed_listen_form_focus (HeedListenForm *self);
gboolean    heed_listen_form_is_blank (HeedListenForm *self);
JsonObject *heed_listen_form_collect (HeedListenForm *self);
void        heed_listen_form_fill (HeedListenForm *self,
                                   JsonObject     *facts);
void        heed_listen_form_teach (HeedListenForm *self);
void        heed_listen_form_mark (HeedListenForm *self,
                                   char          **missing);

G_END_DECLS
