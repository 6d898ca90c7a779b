/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* A file that appears under its name only when it is whole. Errors are those of GIO. */
typedef struct _HeedSink HeedSink;

HeedSink   *heed_sink_open (const char *path, GError **error);
void        heed_sink_free (HeedSink *self);
gboolean    heed_sink_write (HeedSink *self, const char *bytes, gsize n_bytes, GError **error);
const char *heed_sink_get_temporary (HeedSink *self);
gboolean    heed_sink_finish (HeedSink *self, char **sha256, GError **error);
gboolean    heed_sink_deliver (HeedSink *self, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HeedSink, heed_sink_free)

G_END_DECLS
