/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Finds rules files of any kind, those inside the program and those in an organisation's own folder,
 * and reads their JSON. What a file may say is the matter of whoever takes it in. */

#include "config.h"

#include "heed-rules-files.h"

#include <gio/gio.h>
#include <string.h>

#define RESOURCE_ROOT "/care/heed/rules"
#define LARGEST_FILE  (8 * 1024 * 1024)

/* Written by glib-compile-resources from data/rules.gresource.xml. */
extern GResource *heed_rules_data_get_resource (void);

static gboolean
take (const char        *kind,
      const char        *file,
      GBytes            *bytes,
      HeedRulesFileFunc  func,
      gpointer           user_data,
      GError           **error)
{
  g_autoptr (JsonNode) root = NULL;
  gsize       size;
  const char *text = g_bytes_get_data (bytes, &size);

  root = heed_json_parse (text ? text : "", (gssize) size, file, error);
  return root != NULL && func (kind, root, file, user_data, error);
}

/**
 * heed_rules_files_read_builtin:
 * @kind: the folder under data/: "codes", "guidance" …
 * @func: takes in one file
 * @user_data: for @func
 * @error: where to put an error
 *
 * Reads the files of one kind that are part of the program; folders inside are other kinds.
 *
 * Returns: %FALSE with the error of the first that was not taken: the program was built wrongly
 */
gboolean
heed_rules_files_read_builtin (const char        *kind,
                               HeedRulesFileFunc  func,
                               gpointer           user_data,
                               GError           **error)
{
  GResource       *resource = heed_rules_data_get_resource ();
  g_autofree char *path = g_strdup_printf (RESOURCE_ROOT "/%s", kind);
  g_auto (GStrv) names = NULL;

  names = g_resource_enumerate_children (resource, path, G_RESOURCE_LOOKUP_FLAGS_NONE, error);
  for (guint i = 0; names != NULL && names[i] != NULL; i++)
    {
      g_autofree char *name = g_strdup_printf ("%s/%s", kind, names[i]);
      g_autofree char *file = g_strdup_printf ("%s/%s", path, names[i]);
      g_autoptr (GBytes) bytes = NULL;

      if (g_str_has_suffix (names[i], "/"))
        continue;
      bytes = g_resource_lookup_data (resource, file, G_RESOURCE_LOOKUP_FLAGS_NONE, error);
      if (bytes == NULL || !take (kind, name, bytes, func, user_data, error))
        return FALSE;
    }
  return names != NULL;
}

/**
 * heed_rules_files_check_folder:
 * @folder: an organisation's own folder
 * @error: where to put an error
 *
 * Returns: %FALSE with %HEED_RULES_ERROR_READ where @folder is no folder
 */
gboolean
heed_rules_files_check_folder (const char *folder,
                               GError    **error)
{
  g_autofree char *display = NULL;

  if (g_file_test (folder, G_FILE_TEST_IS_DIR))
    return TRUE;
  display = g_filename_display_name (folder);
  g_set_error (error, HEED_RULES_ERROR, HEED_RULES_ERROR_READ, "%s: it is not a folder", display);
  return FALSE;
}

static gint
compare_names (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* Reads a file that may be anybody's, so looks at its size before it takes it in. */
static GBytes *
read_own_file (const char *path,
               const char *name,
               GError    **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFileInfo) info = NULL;
  g_autoptr (GBytes) bytes = NULL;

  info = g_file_query_info (file,
                            G_FILE_ATTRIBUTE_STANDARD_TYPE "," G_FILE_ATTRIBUTE_STANDARD_SIZE,
                            G_FILE_QUERY_INFO_NONE, NULL, &local_error);
  if (info != NULL && g_file_info_get_file_type (info) != G_FILE_TYPE_REGULAR)
    g_set_error (error, HEED_RULES_ERROR, HEED_RULES_ERROR_READ, "%s: it is not a file", name);
  else if (info != NULL && g_file_info_get_size (info) > LARGEST_FILE)
    g_set_error (error, HEED_RULES_ERROR, HEED_RULES_ERROR_READ, "%s: it is larger than 8 MiB",
                 name);
  else if (info != NULL)
    bytes = g_file_load_bytes (file, NULL, NULL, &local_error);
  if (local_error != NULL)
    g_set_error (error, HEED_RULES_ERROR, HEED_RULES_ERROR_READ, "%s: %s", name,
                 local_error->message);
  return g_steal_pointer (&bytes);
}

/**
 * heed_rules_files_read_own:
 * @folder: an organisation's own folder
 * @kind: the folder inside it: "codes", "guidance" …; it need not be there
 * @func: takes in one file
 * @user_data: for @func
 * @left_out: (element-type utf8): gets a message "file: path: reason" for each file not taken
 *
 * Reads an organisation's files of one kind, in the order of their names. Others than "*.json" and
 * hidden ones are passed over.
 */
void
heed_rules_files_read_own (const char        *folder,
                           const char        *kind,
                           HeedRulesFileFunc  func,
                           gpointer           user_data,
                           GPtrArray         *left_out)
{
  g_autofree char *path = g_build_filename (folder, kind, NULL);
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  const char *entry;

  if (dir == NULL)
    return;
  while ((entry = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (entry, ".json") && *entry != '.')
      g_ptr_array_add (names, g_strdup (entry));
  g_ptr_array_sort (names, compare_names);

  for (guint i = 0; i < names->len; i++)
    {
      g_autofree char *full = g_build_filename (path, g_ptr_array_index (names, i), NULL);
      g_autofree char *display = g_filename_display_name (g_ptr_array_index (names, i));
      g_autofree char *name = g_strdup_printf ("%s/%s", kind, display);
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (GError) error = NULL;

      bytes = read_own_file (full, name, &error);
      if (bytes == NULL || !take (kind, name, bytes, func, user_data, &error))
        g_ptr_array_add (left_out, g_strdup (error->message));
    }
}
