/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Tables of cases that somebody asks for: lists of columns under data/presets/. Knows no authority
 * by name.
 */
#include "config.h"

#include "heed-export-preset.h"

#include "heed-columns.h"
#include "heed-json.h"
#include "heed-rules-files.h"

static void
preset_free (gpointer data)
{
  HeedExportPreset *self = data;

  g_free (self->id);
  g_free (self->name);
  g_strfreev (self->columns);
  g_free (self);
}

static gboolean
take_file (const char *kind, JsonNode *root, const char *file, gpointer user_data, GError **error)
{
  static const char *const members[] = { "columns", NULL };
  HeedJsonPlace            place;
  HeedJsonHead             head;
  HeedExportPreset        *self;
  g_auto (GStrv) columns = NULL;

  if (!heed_json_open (root, file, "heed-preset/1", &place, error)
      || !heed_json_read_head (&place, members, &head, error)
      || (columns = heed_json_read_strings (&place, "columns", error)) == NULL)
    return FALSE;
  for (guint i = 0; columns[i] != NULL; i++)
    if (heed_columns_find (columns[i]) == NULL)
      {
        heed_json_set_error (&place, "columns", error, "there is no column \"%s\"", columns[i]);
        return FALSE;
      }
  self = g_new0 (HeedExportPreset, 1);
  self->id = g_strdup (head.id);
  self->name = g_strdup (head.name);
  self->columns = g_steal_pointer (&columns);
  g_ptr_array_add (user_data, self);
  return TRUE;
}

/**
 * heed_export_presets_load:
 * @error: return location
 *
 * Loads the tables that somebody asks for.
 *
 * Returns: (transfer full) (element-type HeedExportPreset): the tables
 */
GPtrArray *
heed_export_presets_load (GError **error)
{
  g_autoptr (GPtrArray) presets = g_ptr_array_new_with_free_func (preset_free);

  if (!heed_rules_files_read_builtin ("presets", take_file, presets, error))
    return NULL;
  return g_steal_pointer (&presets);
}
