/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Databases that each released schema wrote, kept to be opened for ever. */

#include <gio/gio.h>

#define STORED_CASES 3 /* in each of them */

/* Unpacks the database of a schema. Returns FALSE where none is kept. */
static inline gboolean
stored_unpack (int         version,
               const char *path)
{
  g_autofree char *name = g_strdup_printf ("schema-%d.heed.gz", version);
  g_autofree char *from = g_build_filename (g_getenv ("HEED_TEST_SOURCE"), "tests", "store", "data",
                                            name, NULL);
  g_autoptr (GFile) source = g_file_new_for_path (from);
  g_autoptr (GFile) target = g_file_new_for_path (path);
  g_autoptr (GFileInputStream) input = g_file_read (source, NULL, NULL);
  g_autoptr (GFileOutputStream) output = NULL;
  g_autoptr (GConverter) converter = G_CONVERTER (g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP));
  g_autoptr (GInputStream) unpacked = NULL;
  g_autoptr (GError) error = NULL;

  if (input == NULL)
    return FALSE;
  unpacked = g_converter_input_stream_new (G_INPUT_STREAM (input), converter);
  output = g_file_replace (target, NULL, FALSE, G_FILE_CREATE_NONE, NULL, &error);
  g_assert_no_error (error);
  g_output_stream_splice (G_OUTPUT_STREAM (output), unpacked, G_OUTPUT_STREAM_SPLICE_CLOSE_TARGET,
                          NULL, &error);
  g_assert_no_error (error);
  return TRUE;
}
