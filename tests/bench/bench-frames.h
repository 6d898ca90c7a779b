/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

void bench_frames_watch (GtkApplication *application,
                         const char     *name);

G_END_DECLS
