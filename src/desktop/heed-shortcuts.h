/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * HeedShortcut:
 * One row of the table that accelerators and the shortcuts dialog are made from.
 * @action: detailed name of the action; NULL where a widget itself answers the keys
 * @keys: as gtk_accelerator_parse() reads them
 * @title: what they do
 * @group: heading in the dialog
 */
typedef struct
{
  const char *action;
  const char *keys;
  const char *title;
  const char *group;
} HeedShortcut;

void       heed_shortcuts_install (GtkApplication *application);
AdwDialog *heed_shortcuts_new_dialog (void);

G_END_DECLS
