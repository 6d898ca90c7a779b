/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Code lists: what acts store, and what it is called. Owns the reading of one list, the tree in
 * it and the days on which each code may be used. Decides nothing about what a code means. */

#include "config.h"

#include "heed-codes.h"

#include "heed-json.h"
#include "heed-rules.h"

struct _HeedCodes
{
  char       *id;
  char       *version;
  GPtrArray  *codes; /* of HeedCode, as in the file */
  GHashTable *by_id; /* borrows from codes */
};

static const char *const codes_members[] = { "codes", NULL };
static const char *const code_members[] = {
  "id", "label", "brief", "parent", "valid_from", "valid_to", NULL
};

static void
code_free (gpointer data)
{
  HeedCode *code = data;

  g_free (code->id);
  g_free (code->label);
  g_free (code->brief);
  g_free (code->parent);
  g_free (code);
}

static void
codes_clear (gpointer data)
{
  HeedCodes *self = data;

  g_free (self->id);
  g_free (self->version);
  g_clear_pointer (&self->by_id, g_hash_table_unref);
  g_clear_pointer (&self->codes, g_ptr_array_unref);
}

/**
 * heed_codes_ref:
 * @self: a code list
 *
 * Returns: (transfer full): @self, held once more
 */
HeedCodes *
heed_codes_ref (HeedCodes *self)
{
  return g_atomic_rc_box_acquire (self);
}

/**
 * heed_codes_unref:
 * @self: (transfer full): a code list
 *
 * Lets go of a code list.
 */
void
heed_codes_unref (HeedCodes *self)
{
  g_atomic_rc_box_release_full (self, codes_clear);
}

static gboolean
read_validity (const HeedJsonPlace *place,
               HeedCode            *code,
               GError             **error)
{
  code->valid_from = HEED_DATE_NONE;
  code->valid_to = HEED_DATE_NONE;
  if (heed_json_has (place, "valid_from")
      && !heed_json_read_date (place, "valid_from", &code->valid_from, error))
    return FALSE;
  if (heed_json_has (place, "valid_to")
      && !heed_json_read_date (place, "valid_to", &code->valid_to, error))
    return FALSE;
  if (code->valid_to != HEED_DATE_NONE && code->valid_to < code->valid_from)
    {
      heed_json_set_error (place, "valid_to", error, "it is before \"valid_from\"");
      return FALSE;
    }
  return TRUE;
}

static gboolean
read_code (HeedCodes           *self,
           const HeedJsonPlace *place,
           GError             **error)
{
  const char *id, *label, *brief, *parent = NULL;
  HeedCode   *code;

  if (!heed_json_check_members (place, code_members, NULL, error)
      || !heed_json_read_id (place, "id", &id, error)
      || !heed_json_read_string (place, "label", &label, error)
      || !heed_json_read_string (place, "brief", &brief, error))
    return FALSE;
  if (heed_json_has (place, "parent") && !heed_json_read_id (place, "parent", &parent, error))
    return FALSE;
  if (g_hash_table_contains (self->by_id, id))
    {
      heed_json_set_error (place, "id", error, "\"%s\" is in the list already", id);
      return FALSE;
    }
  /* A parent comes first in the file; so no code can be above itself. */
  if (parent != NULL && !g_hash_table_contains (self->by_id, parent))
    {
      heed_json_set_error (place, "parent", error, "no code \"%s\" comes before this one", parent);
      return FALSE;
    }

  code = g_new0 (HeedCode, 1);
  code->id = g_strdup (id);
  code->label = g_strdup (label);
  code->brief = g_strdup (brief);
  code->parent = g_strdup (parent);
  g_ptr_array_add (self->codes, code);
  g_hash_table_insert (self->by_id, code->id, code);
  return read_validity (place, code, error);
}

/**
 * heed_codes_new_from_json:
 * @root: a document in the format "heed-codes/1", see data/schema/codes.json
 * @file: the name of its file, for messages
 * @error: where to put an error
 *
 * Makes a code list.
 *
 * Returns: (transfer full): the list, or %NULL with %HEED_RULES_ERROR_INVALID
 */
HeedCodes *
heed_codes_new_from_json (JsonNode   *root,
                          const char *file,
                          GError    **error)
{
  g_autoptr (HeedCodes) self = NULL;
  HeedJsonPlace place;
  HeedJsonHead  head;
  JsonArray    *array;

  if (!heed_json_open (root, file, "heed-codes/1", &place, error)
      || !heed_json_read_head (&place, codes_members, &head, error)
      || (array = heed_json_read_array (&place, "codes", 1, error)) == NULL)
    return NULL;

  self = g_atomic_rc_box_new0 (HeedCodes);
  self->id = g_strdup (head.id);
  self->version = g_strdup (head.version);
  self->codes = g_ptr_array_new_with_free_func (code_free);
  self->by_id = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      HeedJsonPlace element;

      if (!heed_json_read_element (&place, "codes", i, &element, error)
          || !read_code (self, &element, error))
        return NULL;
    }

  return g_steal_pointer (&self);
}

/**
 * heed_codes_get_id:
 * @self: a code list
 *
 * Returns: (transfer none): its id
 */
const char *
heed_codes_get_id (const HeedCodes *self)
{
  return self->id;
}

/**
 * heed_codes_get_version:
 * @self: a code list
 *
 * Returns: (transfer none): which edition it is
 */
const char *
heed_codes_get_version (const HeedCodes *self)
{
  return self->version;
}

/**
 * heed_codes_get_size:
 * @self: a code list
 *
 * Returns: how many codes it has
 */
guint
heed_codes_get_size (const HeedCodes *self)
{
  return self->codes->len;
}

/**
 * heed_codes_get:
 * @self: a code list
 * @position: from 0, in the order of the file
 *
 * Returns: (transfer none) (nullable): the code, or %NULL behind the last
 */
const HeedCode *
heed_codes_get (const HeedCodes *self,
                guint            position)
{
  return position < self->codes->len ? g_ptr_array_index (self->codes, position) : NULL;
}

/**
 * heed_codes_find:
 * @self: a code list
 * @id: (nullable): the id of a code
 *
 * Returns: (transfer none) (nullable): the code of that id, whether it may still be used or not
 */
const HeedCode *
heed_codes_find (const HeedCodes *self,
                 const char      *id)
{
  return id != NULL ? g_hash_table_lookup (self->by_id, id) : NULL;
}

/**
 * heed_codes_is_valid:
 * @self: a code list
 * @id: (nullable): the id of a code
 * @on: the day on which it is used, or %HEED_DATE_NONE for whenever
 *
 * Returns: whether there is such a code and it may be used on that day
 */
gboolean
heed_codes_is_valid (const HeedCodes *self,
                     const char      *id,
                     HeedDate         on)
{
  const HeedCode *code = heed_codes_find (self, id);

  if (code == NULL)
    return FALSE;
  if (on == HEED_DATE_NONE)
    return TRUE;
  return (code->valid_from == HEED_DATE_NONE || on >= code->valid_from)
         && (code->valid_to == HEED_DATE_NONE || on <= code->valid_to);
}
