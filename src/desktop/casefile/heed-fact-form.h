/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "heed-session.h"

G_BEGIN_DECLS

#define HEED_TYPE_FACT_FORM (heed_fact_form_get_type ())

/* Rows that ask for the facts of one act kind. Emits "changed" when something was entered. */
G_DECLARE_FINAL_TYPE (HeedFactForm, heed_fact_form, HEED, FACT_FORM, AdwPreferencesGroup)

HeedFactForm *heed_fact_form_new (HeedSession       *session,
                                  const char        *kind,
                                  JsonObject        *fixed,
                                  const char *const *hidden);
const char   *heed_fact_form_get_kind (HeedFactForm *self);
JsonObject   *heed_fact_form_collect (HeedFactForm *self);
gboolean      heed_fact_form_is_blank (HeedFactForm *self);
void          heed_fact_form_fill (HeedFactForm *self,
                                   JsonObject   *facts);
guint         heed_fact_form_mark (HeedFactForm *self,
                                   char        **missing);

G_END_DECLS
