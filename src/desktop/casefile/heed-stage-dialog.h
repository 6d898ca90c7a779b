/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "heed-session.h"

G_BEGIN_DECLS

#define HEED_TYPE_STAGE_DIALOG (heed_stage_dialog_get_type ())

/* Asks for the facts of an act and performs it. Emits "performed" (HeedAct) when it is stored. */
G_DECLARE_FINAL_TYPE (HeedStageDialog, heed_stage_dialog, HEED, STAGE_DIALOG, AdwDialog)

/**
 * HeedStageDialogSetup:
 * @kind: name of the act kind
 * @title: title of the dialog
 * @button: label of the button that performs the act
 * @draft: (nullable): name under which what is typed is kept; the kind if %NULL
 * @fixed: (nullable): facts that are settled
 * @first: (nullable): facts to begin with
 * @above: (nullable) (transfer floating): what is shown above the form
 */
typedef struct
{
  const char *kind;
  const char *title;
  const char *button;
  const char *draft;
  JsonObject *fixed;
  JsonObject *first;
  GtkWidget  *above;
} HeedStageDialogSetup;

AdwDialog *heed_stage_dialog_new (HeedSession                *session,
                                  HeedCase                   *state,
                                  const HeedStageDialogSetup *setup);

G_END_DECLS
