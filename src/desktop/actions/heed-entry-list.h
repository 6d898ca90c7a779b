/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define HEED_TYPE_ENTRY (heed_entry_get_type ())
G_DECLARE_FINAL_TYPE (HeedEntry, heed_entry, HEED, ENTRY, GObject)

#define HEED_TYPE_ENTRY_LIST (heed_entry_list_get_type ())

/* A list of entries, each of which leads to a case; or, where there is none, a word about that. */
G_DECLARE_FINAL_TYPE (HeedEntryList, heed_entry_list, HEED, ENTRY_LIST, AdwBin)

HeedEntry *heed_entry_new             (gint64         case_id,
                                       char          *title,
                                       char          *caption);
void       heed_entry_set_tag         (HeedEntry     *self,
                                       char          *tag,
                                       const char    *css_class);
void       heed_entry_list_set_empty  (HeedEntryList *self,
                                       const char    *title,
                                       const char    *description);
void       heed_entry_list_set        (HeedEntryList *self,
                                       GPtrArray     *entries);

G_END_DECLS
