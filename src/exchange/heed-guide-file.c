/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The files in which an organisation keeps its own guidance: written whole or not at all, and put back
 * as they were. What they say is the matter of heed-guide-edit.c. */

#include "config.h"

#include "heed-guide-file.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <string.h>

/**
 * heed_guide_file_get_path:
 * @folder: the organisation's own folder of rules
 * @kind: the kind of the list
 * @id: the id of the list
 *
 * Returns: (transfer full): where the organisation's file for that list lies
 */
char *
heed_guide_file_get_path (const char    *folder,
                          HeedGuideKind  kind,
                          const char    *id)
{
  g_autofree char *name = g_strconcat (id, ".json", NULL);

  return g_build_filename (folder, heed_guide_kind_get_folder (kind), name, NULL);
}

/**
 * heed_guide_file_read:
 * @path: a file
 *
 * Returns: (transfer full) (nullable): what is in it; %NULL if it is not there
 */
GBytes *
heed_guide_file_read (const char *path)
{
  char *data;
  gsize length;

  if (!g_file_get_contents (path, &data, &length, NULL))
    return NULL;
  return g_bytes_new_take (data, length);
}

static gboolean
write_data (const char *path,
            const char *data,
            gsize       length,
            GError    **error)
{
  g_autofree char *folder = g_path_get_dirname (path);

  if (g_mkdir_with_parents (folder, 0755) != 0)
    {
      int code = errno;

      g_set_error (error, G_FILE_ERROR, (int) g_file_error_from_errno (code), "%s: %s", folder,
                   g_strerror (code));
      return FALSE;
    }
  return g_file_set_contents_full (path, data, (gssize) length,
                                   G_FILE_SET_CONTENTS_CONSISTENT,
                                   0644, error);
}

/**
 * heed_guide_file_write:
 * @path: where to; folders are made
 * @root: the document
 * @error: where to put an error
 *
 * Returns: whether it was written; else an error of G_FILE_ERROR, and the file is as it was
 */
gboolean
heed_guide_file_write (const char *path,
                       JsonNode   *root,
                       GError    **error)
{
  g_autofree char *text = json_to_string (root, TRUE);
  g_autofree char *lines = g_strconcat (text, "\n", NULL);

  return write_data (path, lines, strlen (lines), error);
}

/**
 * heed_guide_file_put_back:
 * @path: a file
 * @before: (nullable): what was in it; %NULL if it was not there
 * @error: where to put an error
 *
 * Undoes a change.
 *
 * Returns: whether it is as it was; else an error of G_FILE_ERROR
 */
gboolean
heed_guide_file_put_back (const char *path,
                          GBytes     *before,
                          GError    **error)
{
  int code;

  if (before != NULL)
    return write_data (path, g_bytes_get_data (before, NULL), g_bytes_get_size (before), error);
  if (g_unlink (path) == 0 || errno == ENOENT)
    return TRUE;
  code = errno;
  g_set_error (error, G_FILE_ERROR, (int) g_file_error_from_errno (code), "%s: %s", path,
               g_strerror (code));
  return FALSE;
}
