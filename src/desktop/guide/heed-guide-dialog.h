/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "heed-rules.h"

G_BEGIN_DECLS

/**
 * HeedGuideField:
 * @label: what to enter
 * @text: (nullable): what stands there at first
 * @codes: (nullable): id of a code set to choose from; a text otherwise
 * @is_optional: whether it may stay empty
 */
typedef struct
{
  const char *label;
  const char *text;
  const char *codes;
  gboolean    is_optional;
} HeedGuideField;

/**
 * HeedGuideAnswer:
 * @answers: (array zero-terminated=1): what was entered, in the order of the fields
 * @user_data: whatever was given
 *
 * Called where somebody answered, not where they went back.
 */
typedef void (*HeedGuideAnswer) (char   **answers,
                                 gpointer user_data);

#define HEED_GUIDE_MAX_FIELDS 4

/**
 * HeedGuideQuestion:
 * @title: what it is about
 * @text: (nullable): what to think of
 * @button: what the button does
 * @destroy: (nullable): frees the user data when the dialog is gone
 * @fields: the fields, ended by one without a label
 */
typedef struct
{
  const char    *title;
  const char    *text;
  const char    *button;
  GDestroyNotify destroy;
  HeedGuideField fields[HEED_GUIDE_MAX_FIELDS + 1];
} HeedGuideQuestion;

void heed_guide_ask (GtkWidget               *parent,
                     const HeedRules         *rules,
                     const HeedGuideQuestion *question,
                     HeedGuideAnswer          answer,
                     gpointer                 user_data);

G_END_DECLS
