/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "heed-session.h"

G_BEGIN_DECLS

#define HEED_TYPE_WINDOW (heed_window_get_type ())
G_DECLARE_FINAL_TYPE (HeedWindow, heed_window, HEED, WINDOW, AdwApplicationWindow)

HeedWindow  *heed_window_new (GtkApplication *application);
void         heed_window_show_loading (HeedWindow *self);
void         heed_window_show_welcome (HeedWindow *self,
                                       HeedRules  *rules);
void         heed_window_show_failure (HeedWindow   *self,
                                       const GError *error);
void         heed_window_show_session (HeedWindow  *self,
                                       HeedSession *session);
HeedSession *heed_window_get_session (HeedWindow *self);
void heed_window_add_toast (HeedWindow *self,
                            AdwToast   *toast);

G_END_DECLS
