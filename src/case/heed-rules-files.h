/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "heed-rules.h"

G_BEGIN_DECLS

/**
 * HeedRulesFileFunc:
 * @kind: the folder it lies in: "codes", "guidance" …
 * @root: what is in the file
 * @file: its name for messages: "codes/flags.json"
 * @user_data: whatever was given
 * @error: where to put an error that names @file, the path inside it and the reason
 *
 * Takes in one rules file.
 *
 * Returns: whether it was taken
 */
typedef gboolean (*HeedRulesFileFunc) (const char *kind,
                                       JsonNode   *root,
                                       const char *file,
                                       gpointer    user_data,
                                       GError    **error);

gboolean heed_rules_files_read_builtin (const char        *kind,
                                        HeedRulesFileFunc  func,
                                        gpointer           user_data,
                                        GError           **error);
gboolean heed_rules_files_check_folder (const char        *folder,
                                        GError           **error);
void     heed_rules_files_read_own     (const char        *folder,
                                        const char        *kind,
                                        HeedRulesFileFunc  func,
                                        gpointer           user_data,
                                        GPtrArray         *left_out);

G_END_DECLS
