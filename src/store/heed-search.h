/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *heed_search_fold        (const char *text);
void  heed_search_add_folded  (const char *text,
                               GString    *words);
char *heed_search_quote       (const char *text);
char *heed_search_phone_forms (const char *phone);
char *heed_search_phone_key   (const char *phone);

G_END_DECLS
