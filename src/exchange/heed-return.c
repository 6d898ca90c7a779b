/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Reads what an authority asks for (data/returns/) and finds the code under which a case counts.
 * Knows no authority by name, and counts nothing.
 */
#include "config.h"

#include "heed-return.h"

#include "heed-json.h"
#include "heed-rules-files.h"

#include <string.h>

static void
code_clear (gpointer data)
{
  HeedReturnCode *code = data;

  g_free (code->id);
  g_free (code->label);
}

static void
list_free (gpointer data)
{
  HeedReturnList *list = data;

  g_free (list->id);
  g_free (list->label);
  g_array_unref (list->codes);
  g_hash_table_unref (list->map);
  g_free (list->within);
  g_free (list->within_code);
  g_free (list);
}

/**
 * heed_return_free:
 * @self: (transfer full): a return
 *
 * Frees it.
 */
void
heed_return_free (HeedReturn *self)
{
  g_free (self->id);
  g_free (self->name);
  g_free (self->version);
  g_free (self->source);
  g_strfreev (self->types);
  g_strfreev (self->endings_left_out);
  g_ptr_array_unref (self->lists);
  g_free (self);
}

static gboolean
find_code (const HeedReturnList *list, const char *id, guint *position)
{
  for (guint i = 0; i < list->codes->len; i++)
    if (g_str_equal (g_array_index (list->codes, HeedReturnCode, i).id, id))
      {
        *position = i;
        return TRUE;
      }
  return FALSE;
}

static gboolean
read_codes (HeedReturnList      *list,
            const HeedJsonPlace *place,
            const char          *member,
            gboolean             bands,
            GError             **error)
{
  static const char *const members[] = { "id", "label", NULL };
  static const char *const band_members[] = { "from", "to", NULL };
  JsonArray               *array = heed_json_read_array (place, member, 1, error);
  HeedJsonPlace            code;
  const char              *id, *label;
  guint                    known;

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      HeedReturnCode item = { .from = -1, .to = -1 };

      if (!heed_json_read_element (place, member, i, &code, error)
          || !heed_json_check_members (&code, members, bands ? band_members : NULL, error)
          || !heed_json_read_id (&code, "id", &id, error)
          || !heed_json_read_string (&code, "label", &label, error)
          || (bands
              && (!heed_json_read_int (&code, "from", 0, 150, &item.from, error)
                  || !heed_json_read_int (&code, "to", item.from, 150, &item.to, error))))
        return FALSE;
      if (find_code (list, id, &known))
        {
          heed_json_set_error (&code, "id", error, "\"%s\" is there twice", id);
          return FALSE;
        }
      item.id = g_strdup (id);
      item.label = g_strdup (label);
      g_array_append_val (list->codes, item);
    }
  return array != NULL;
}

/* A member that names one of the list's codes. */
static gboolean
read_code (const HeedReturnList *list,
           const HeedJsonPlace  *place,
           const char           *member,
           guint                *position,
           GError              **error)
{
  const char *id;

  if (!heed_json_read_string (place, member, &id, error))
    return FALSE;
  if (find_code (list, id, position))
    return TRUE;
  heed_json_set_error (place, member, error, "there is no code \"%s\" in the list", id);
  return FALSE;
}

static gboolean
read_map (HeedReturnList *list, const HeedJsonPlace *place, GError **error)
{
  JsonNode *node = json_object_get_member (place->object, "map");
  g_autoptr (GList) members = NULL;
  HeedJsonPlace map = *place;

  if (node == NULL)
    return TRUE;
  if (!JSON_NODE_HOLDS_OBJECT (node))
    {
      heed_json_set_error (place, "map", error, "it must be an object");
      return FALSE;
    }
  map.object = json_node_get_object (node);
  g_strlcat (map.path, ".map", sizeof map.path);
  members = json_object_get_members (map.object);
  for (GList *l = members; l != NULL; l = l->next)
    {
      guint position;

      if (!read_code (list, &map, l->data, &position, error))
        return FALSE;
      g_hash_table_insert (list->map, g_utf8_casefold (l->data, -1),
                           GUINT_TO_POINTER (position + 1));
    }
  return TRUE;
}

static gboolean
read_within (HeedReturnList *list, const HeedJsonPlace *place, GError **error)
{
  static const char *const members[] = { "list", "code", NULL };
  JsonNode                *node = json_object_get_member (place->object, "within");
  HeedJsonPlace            within = *place;
  const char              *id, *code;

  if (node == NULL)
    return TRUE;
  if (!JSON_NODE_HOLDS_OBJECT (node))
    {
      heed_json_set_error (place, "within", error, "it must be an object");
      return FALSE;
    }
  within.object = json_node_get_object (node);
  g_strlcat (within.path, ".within", sizeof within.path);
  if (!heed_json_check_members (&within, members, NULL, error)
      || !heed_json_read_id (&within, "list", &id, error)
      || !heed_json_read_id (&within, "code", &code, error))
    return FALSE;
  list->within = g_strdup (id);
  list->within_code = g_strdup (code);
  return TRUE;
}

static gboolean
read_list (HeedReturn *self, const HeedJsonPlace *place, GError **error)
{
  static const char *const members[] = {
    "id", "label", "fact", "per", "otherwise", "missing", NULL
  };
  static const char *const more[] = { "check", "codes", "bands", "map", "within", NULL };
  static const char *const facts[] = { "age", "relationship", "place",
                                       "category", "profession", NULL };
  static const char *const pers[] = { "case", "issue", NULL };
  static const char *const checks[] = { "free", "equal", "at-least", NULL };
  HeedReturnList          *list = g_new0 (HeedReturnList, 1);
  const char              *id, *label;
  int                      fact, per, check = 0;

  list->codes = g_array_new (FALSE, TRUE, sizeof (HeedReturnCode));
  g_array_set_clear_func (list->codes, code_clear);
  list->map = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_ptr_array_add (self->lists, list);
  if (!heed_json_check_members (place, members, more, error)
      || !heed_json_read_id (place, "id", &id, error)
      || !heed_json_read_string (place, "label", &label, error)
      || !heed_json_read_choice (place, "fact", facts, &fact, error)
      || !heed_json_read_choice (place, "per", pers, &per, error)
      || (heed_json_has (place, "check")
          && !heed_json_read_choice (place, "check", checks, &check, error)))
    return FALSE;
  list->id = g_strdup (id);
  list->label = g_strdup (label);
  list->fact = (HeedReturnFact) fact;
  list->per_issue = per == 1;
  list->check = (HeedReturnCheck) check;
  return (!heed_json_has (place, "bands") || read_codes (list, place, "bands", TRUE, error))
         && read_codes (list, place, "codes", FALSE, error)
         && read_code (list, place, "otherwise", &list->otherwise, error)
         && read_code (list, place, "missing", &list->missing, error)
         && read_map (list, place, error) && read_within (list, place, error);
}

typedef struct
{
  const char *id;
  HeedReturn *found;
} Search;

static gboolean
take_file (const char *kind, JsonNode *root, const char *file, gpointer user_data, GError **error)
{
  static const char *const members[] = { "types", "endings_left_out", "lists", NULL };
  Search                  *search = user_data;
  g_autoptr (HeedReturn) self = g_new0 (HeedReturn, 1);
  HeedJsonPlace place, list;
  HeedJsonHead  head;
  JsonArray    *lists;

  self->lists = g_ptr_array_new_with_free_func (list_free);
  if (!heed_json_open (root, file, "heed-return/1", &place, error)
      || !heed_json_read_head (&place, members, &head, error)
      || (self->types = heed_json_read_strings (&place, "types", error)) == NULL
      || (self->endings_left_out = heed_json_read_strings (&place, "endings_left_out", error))
             == NULL
      || (lists = heed_json_read_array (&place, "lists", 1, error)) == NULL)
    return FALSE;
  for (guint i = 0; i < json_array_get_length (lists); i++)
    if (!heed_json_read_element (&place, "lists", i, &list, error)
        || !read_list (self, &list, error))
      return FALSE;
  self->id = g_strdup (head.id);
  self->name = g_strdup (head.name);
  self->version = g_strdup (head.version);
  self->source = g_strdup (json_object_get_string_member_with_default (place.object, "source", ""));
  if (g_str_equal (self->id, search->id))
    {
      g_clear_pointer (&search->found, heed_return_free);
      search->found = g_steal_pointer (&self);
    }
  return TRUE;
}

/**
 * heed_return_load:
 * @id: of a return: "ko41a"
 * @error: return location
 *
 * Loads what an authority asks for.
 *
 * Returns: (transfer full): the return
 */
HeedReturn *
heed_return_load (const char *id, GError **error)
{
  Search search = { id, NULL };

  if (!heed_rules_files_read_builtin ("returns", take_file, &search, error))
    {
      g_clear_pointer (&search.found, heed_return_free);
      return NULL;
    }
  if (search.found == NULL)
    g_set_error (error, HEED_RULES_ERROR, HEED_RULES_ERROR_UNKNOWN, "there is no return \"%s\"",
                 id);
  return search.found;
}

/**
 * heed_return_classify:
 * @list: a list of a return
 * @rules: the rules, for the codes above a code
 * @value: (nullable): our code, or the name of a place
 * @age: in years; -1 where not known
 *
 * Finds the code under which something counts.
 *
 * Returns: its position in the list
 */
guint
heed_return_classify (const HeedReturnList *list,
                      const HeedRules      *rules,
                      const char           *value,
                      int                   age)
{
  const HeedCodes *codes = list->fact == HEED_RETURN_CATEGORY ? heed_rules_get_codes (rules, "hcat")
                                                              : NULL;

  if (list->fact == HEED_RETURN_AGE)
    {
      for (guint i = 0; age >= 0 && i < list->codes->len; i++)
        {
          const HeedReturnCode *band = &g_array_index (list->codes, HeedReturnCode, i);

          if (band->from >= 0 && age >= band->from && age <= band->to)
            return i;
        }
      return age >= 0 ? list->otherwise : list->missing;
    }
  if (value == NULL || *value == '\0')
    return list->missing;
  while (value != NULL)
    {
      g_autofree char *folded = g_utf8_casefold (value, -1);
      guint            position = GPOINTER_TO_UINT (g_hash_table_lookup (list->map, folded));
      const HeedCode  *code = codes ? heed_codes_find (codes, value) : NULL;

      if (position > 0)
        return position - 1;
      value = code ? code->parent : NULL;
    }
  return list->otherwise;
}
