/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Places that help: owns the reading of one list of them. Knows no case and rings nobody. */

#include "config.h"

#include "heed-resources.h"

#include "heed-json.h"

struct _HeedResources
{
  char      *id;
  char      *profile;
  GPtrArray *resources; /* of HeedResource, as in the file */
};

static const char *const list_members[] = { "profile", "resources", NULL };
static const char *const resource_members[] = { "id",    "name",  "kind",   "what",
                                                "reach", "hours", "source", NULL };
static const char *const kinds[] = { "advocacy",  "bereavement",  "crisis",  "language",
                                     "next-body", "out-of-hours", "support", NULL };

static void
resource_free (gpointer data)
{
  HeedResource *resource = data;

  g_free (resource->id);
  g_free (resource->name);
  g_free (resource->what);
  g_free (resource->reach);
  g_free (resource->hours);
  g_free (resource->source);
  g_free (resource);
}

static void
resources_clear (gpointer data)
{
  HeedResources *self = data;

  g_free (self->id);
  g_free (self->profile);
  g_clear_pointer (&self->resources, g_ptr_array_unref);
}

/**
 * heed_resources_ref:
 * @self: a list
 *
 * Returns: (transfer full): @self, held once more
 */
HeedResources *
heed_resources_ref (HeedResources *self)
{
  return g_atomic_rc_box_acquire (self);
}

/**
 * heed_resources_unref:
 * @self: (transfer full): a list
 *
 * Lets go of a list.
 */
void
heed_resources_unref (HeedResources *self)
{
  g_atomic_rc_box_release_full (self, resources_clear);
}

static gboolean
read_resource (HeedResources       *self,
               const HeedJsonPlace *place,
               GError             **error)
{
  const char *id, *name, *what, *source, *reach = NULL, *hours = NULL;
  int         kind;
  HeedResource *resource;

  if (!heed_json_check_members (place, resource_members, NULL, error)
      || !heed_json_read_id (place, "id", &id, error)
      || !heed_json_read_string (place, "name", &name, error)
      || !heed_json_read_choice (place, "kind", kinds, &kind, error)
      || !heed_json_read_string (place, "what", &what, error)
      || (heed_json_has (place, "reach") && !heed_json_read_string (place, "reach", &reach, error))
      || (heed_json_has (place, "hours") && !heed_json_read_string (place, "hours", &hours, error))
      || !heed_json_read_string (place, "source", &source, error))
    return FALSE;
  if (heed_resources_find (self, id) != NULL)
    {
      heed_json_set_error (place, "id", error, "\"%s\" is there twice", id);
      return FALSE;
    }
  resource = g_new0 (HeedResource, 1);
  resource->id = g_strdup (id);
  resource->name = g_strdup (name);
  resource->kind = (HeedResourceKind) kind;
  resource->what = g_strdup (what);
  resource->reach = g_strdup (reach);
  resource->hours = g_strdup (hours);
  resource->source = g_strdup (source);
  g_ptr_array_add (self->resources, resource);
  return TRUE;
}

/**
 * heed_resources_new_from_json:
 * @root: a document in the format "heed-resources/1", see data/schema/resources.json
 * @file: the name of its file, for messages
 * @error: where to put an error
 *
 * Makes a list of places that help.
 *
 * Returns: (transfer full): the list, or %NULL with %HEED_RULES_ERROR_INVALID
 */
HeedResources *
heed_resources_new_from_json (JsonNode   *root,
                              const char *file,
                              GError    **error)
{
  g_autoptr (HeedResources) self = NULL;
  HeedJsonPlace place;
  HeedJsonHead  head;
  const char   *profile;
  JsonArray    *array;

  if (!heed_json_open (root, file, "heed-resources/1", &place, error)
      || !heed_json_read_head (&place, list_members, &head, error)
      || !heed_json_read_id (&place, "profile", &profile, error)
      || (array = heed_json_read_array (&place, "resources", 1, error)) == NULL)
    return NULL;

  self = g_atomic_rc_box_new0 (HeedResources);
  self->id = g_strdup (head.id);
  self->profile = g_strdup (profile);
  self->resources = g_ptr_array_new_with_free_func (resource_free);
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      HeedJsonPlace element;

      if (!heed_json_read_element (&place, "resources", i, &element, error)
          || !read_resource (self, &element, error))
        return NULL;
    }
  return g_steal_pointer (&self);
}

/**
 * heed_resources_get_id:
 * @self: a list
 *
 * Returns: (transfer none): its id
 */
const char *
heed_resources_get_id (const HeedResources *self)
{
  return self->id;
}

/**
 * heed_resources_get_profile:
 * @self: a list
 *
 * Returns: (transfer none): id of the profile whose cases it is for
 */
const char *
heed_resources_get_profile (const HeedResources *self)
{
  return self->profile;
}

/**
 * heed_resources_get:
 * @self: a list
 * @position: from 0, in the order of the file
 *
 * Returns: (transfer none) (nullable): the place, or %NULL behind the last
 */
const HeedResource *
heed_resources_get (const HeedResources *self,
                    guint                position)
{
  return position < self->resources->len ? self->resources->pdata[position] : NULL;
}

/**
 * heed_resources_find:
 * @self: a list
 * @id: (nullable): the id of a place
 *
 * Returns: (transfer none) (nullable): the place of that id
 */
const HeedResource *
heed_resources_find (const HeedResources *self,
                     const char          *id)
{
  for (guint i = 0; id != NULL && i < self->resources->len; i++)
    {
      const HeedResource *resource = self->resources->pdata[i];

      if (g_str_equal (resource->id, id))
        return resource;
    }
  return NULL;
}
