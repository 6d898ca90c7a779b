/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "heed-session.h"

G_BEGIN_DECLS

/**
 * HeedOpening:
 * Which file to open, and what is told about the organisation when it is new.
 * @path: the database file
 * @user: who is at work
 * @now: fixed instant or 0
 * @is_sample: fill it with the sample cases if it is empty
 * @create: make it where there is none
 * @rules_folder: the organisation's own folder of rules
 * @organisation: (nullable): with the following, told once, at the first run
 */
typedef struct
{
  char    *path;
  char    *user;
  gint64   now;
  gboolean is_sample;
  gboolean create;
  char    *organisation;
  char    *rules_folder;
  char    *site;
  char    *profile;
  char    *services; /* one per line */
} HeedOpening;

void         heed_opening_free (HeedOpening *self);
void         heed_opening_run (HeedOpening        *self,
                               HeedRules          *rules,
                               GAsyncReadyCallback callback,
                               gpointer            user_data);
HeedSession *heed_opening_finish (GAsyncResult *result,
                                  GPtrArray    *left_out,
                                  GError      **error);
char       **heed_services_parse (const char *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HeedOpening, heed_opening_free)

G_END_DECLS
