/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One list of the guide: what a file may say, and how an organisation's file extends one of
 * Heed's. Refuses what nobody would read and what contradicts itself, with file, place and reason.
 * Which lists there are is the matter of HeedGuidance. */

#include "config.h"

#include "heed-guide-list.h"

#include <string.h>

#include "heed-rules.h"

#define FORMAT    "heed-guide/1"
#define MAX_ITEMS 100
#define MAX_RANK  1000

static const char *const kind_names[] = { "stage", "situation", "frame", "signs", "words", NULL };

static const char *const folder_names[HEED_N_GUIDE_KINDS] = {
  [HEED_GUIDE_STAGE] = "guidance/stages", [HEED_GUIDE_SITUATION] = "guidance/situations",
  [HEED_GUIDE_FRAME] = "guidance/frames", [HEED_GUIDE_SIGNS] = "guidance/signs",
  [HEED_GUIDE_WORDS] = "guidance/words",
};

static const char *const evidence_names[] = { "none", "text", "date", "person", "reference", NULL };

static const char *const list_members[] = {
  "kind",         "brief",        "opening", "hand_over_to", "feeling", "suggested_by",
  "safety_first", "extends",      "off",     "order",        "items",   "rank",         NULL,
};

static const char *const item_members[] = {
  "id", "text", "why", "say", "ask", "expected", "hand_over", "off", "evidence", NULL
};

/**
 * heed_guide_kind_get_name:
 * @kind: a kind of list
 *
 * Returns: (transfer none): its name in files and on the command line
 */
const char *
heed_guide_kind_get_name (HeedGuideKind kind)
{
  return kind_names[kind];
}

/**
 * heed_guide_kind_get_folder:
 * @kind: a kind of list
 *
 * Returns: (transfer none): the folder its files lie in, as in "guidance/stages"
 */
const char *
heed_guide_kind_get_folder (HeedGuideKind kind)
{
  return folder_names[kind];
}

/**
 * heed_evidence_get_name:
 * @evidence: what a tick may carry
 *
 * Returns: (transfer none): its name in files and on the command line
 */
const char *
heed_evidence_get_name (HeedEvidence evidence)
{
  return evidence_names[evidence];
}

static void
item_free (gpointer data)
{
  HeedGuideItem *item = data;

  g_free (item->id);
  g_free (item->text);
  g_free (item->why);
  g_free (item->say);
  g_free (item->ask);
  g_free (item);
}

static HeedGuideItem *
item_copy (const HeedGuideItem *item)
{
  HeedGuideItem *copy = g_memdup2 (item, sizeof *item);

  copy->id = g_strdup (item->id);
  copy->text = g_strdup (item->text);
  copy->why = g_strdup (item->why);
  copy->say = g_strdup (item->say);
  copy->ask = g_strdup (item->ask);
  return copy;
}

/**
 * heed_guide_list_free:
 * @self: (transfer full): a list
 *
 * Frees a list.
 */
void
heed_guide_list_free (HeedGuideList *self)
{
  g_free (self->id);
  g_free (self->name);
  g_free (self->brief);
  g_free (self->version);
  g_free (self->opening);
  g_free (self->hand_over_to);
  g_free (self->feeling);
  g_strfreev (self->suggested_by);
  g_clear_pointer (&self->items, g_ptr_array_unref);
  g_clear_pointer (&self->all_items, g_ptr_array_unref);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HeedGuideList, heed_guide_list_free)

static HeedGuideItem *
find_item (const HeedGuideList *self,
           const char          *id,
           guint               *position)
{
  for (guint i = 0; i < self->all_items->len; i++)
    {
      HeedGuideItem *item = g_ptr_array_index (self->all_items, i);

      if (g_strcmp0 (item->id, id) == 0)
        {
          *position = i;
          return item;
        }
    }
  return NULL;
}

/**
 * heed_guide_list_find:
 * @self: a list
 * @item: (nullable): the id of an item
 *
 * Returns: (transfer none) (nullable): the item of that id, whether it is in force or switched off
 */
const HeedGuideItem *
heed_guide_list_find (const HeedGuideList *self,
                      const char          *item)
{
  guint position;

  return find_item (self, item, &position);
}

static gboolean
read_optional (const HeedJsonPlace *place,
               const char          *member,
               char               **value,
               GError             **error)
{
  const char *text;

  if (!heed_json_has (place, member))
    return TRUE;
  if (!heed_json_read_string (place, member, &text, error))
    return FALSE;
  g_set_str (value, text);
  return TRUE;
}

static gboolean
read_flag (const HeedJsonPlace *place,
           const char          *member,
           gboolean            *value,
           GError             **error)
{
  return !heed_json_has (place, member) || heed_json_read_boolean (place, member, value, error);
}

/* A member that only some kinds of list have. */
static gboolean
refuse_for_kind (const HeedJsonPlace *place,
                 const char          *member,
                 gboolean             allowed,
                 HeedGuideKind        kind,
                 GError             **error)
{
  if (allowed || !heed_json_has (place, member))
    return TRUE;
  heed_json_set_error (place, member, error, "a list of the kind \"%s\" has none",
                       kind_names[kind]);
  return FALSE;
}

/* Items */

static gboolean
check_item (const HeedJsonPlace *place,
            const HeedGuideList *list,
            const HeedGuideItem *item,
            GError             **error)
{
  gboolean checklist = list->kind == HEED_GUIDE_STAGE || list->kind == HEED_GUIDE_SITUATION;

  if (list->kind != HEED_GUIDE_SIGNS && item->why == NULL)
    {
      heed_json_set_error (place, "why", error, "it is missing");
      return FALSE;
    }
  if (!refuse_for_kind (place, "expected", checklist, list->kind, error)
      || !refuse_for_kind (place, "evidence", checklist, list->kind, error)
      || !refuse_for_kind (place, "hand_over", list->kind == HEED_GUIDE_SITUATION, list->kind,
                           error))
    return FALSE;
  if (item->ask != NULL && item->evidence == HEED_EVIDENCE_NONE)
    {
      heed_json_set_error (place, "ask", error, "there is no \"evidence\" to ask for");
      return FALSE;
    }
  if (item->ask == NULL && item->evidence != HEED_EVIDENCE_NONE)
    {
      heed_json_set_error (place, "ask", error, "it is missing, so nobody knows what to enter");
      return FALSE;
    }
  if (item->hand_over && list->hand_over_to == NULL)
    {
      heed_json_set_error (place, "hand_over", error, "the list has no \"hand_over_to\"");
      return FALSE;
    }
  return TRUE;
}

/* Reads what the place says over what the item holds already. */
static gboolean
read_item_members (const HeedJsonPlace *place,
                   HeedGuideItem       *item,
                   GError             **error)
{
  int evidence;

  if (!read_optional (place, "text", &item->text, error)
      || !read_optional (place, "why", &item->why, error)
      || !read_optional (place, "say", &item->say, error)
      || !read_optional (place, "ask", &item->ask, error)
      || !read_flag (place, "expected", &item->expected, error)
      || !read_flag (place, "hand_over", &item->hand_over, error)
      || !read_flag (place, "off", &item->off, error))
    return FALSE;
  if (heed_json_has (place, "evidence"))
    {
      if (!heed_json_read_choice (place, "evidence", evidence_names, &evidence, error))
        return FALSE;
      item->evidence = (HeedEvidence) evidence;
    }
  if (item->text == NULL)
    {
      heed_json_set_error (place, "text", error, "it is missing");
      return FALSE;
    }
  return TRUE;
}

static gboolean
read_item (const HeedJsonPlace *place,
           HeedGuideList       *list,
           GHashTable          *seen,
           GError             **error)
{
  g_autofree char *prefix = g_strconcat (list->id, ".", NULL);
  HeedGuideItem *item;
  const char *id;
  guint position;

  if (!heed_json_check_members (place, item_members, NULL, error)
      || !heed_json_read_id (place, "id", &id, error))
    return FALSE;
  if (!g_str_has_prefix (id, prefix) || id[strlen (prefix)] == '\0')
    {
      heed_json_set_error (place, "id", error, "it must begin with \"%s\"", prefix);
      return FALSE;
    }
  if (!g_hash_table_add (seen, g_strdup (id)))
    {
      heed_json_set_error (place, "id", error, "\"%s\" is in the list already", id);
      return FALSE;
    }

  item = find_item (list, id, &position);
  if (item == NULL)
    {
      item = g_new0 (HeedGuideItem, 1);
      item->id = g_strdup (id);
      g_ptr_array_add (list->all_items, item);
    }
  return read_item_members (place, item, error) && check_item (place, list, item, error);
}

static gboolean
read_items (const HeedJsonPlace *place,
            HeedGuideList       *list,
            gboolean             extends,
            GError             **error)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  JsonArray *array;

  if (extends && !heed_json_has (place, "items"))
    return TRUE;
  array = heed_json_read_array (place, "items", 1, error);
  if (array == NULL)
    return FALSE;
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      HeedJsonPlace element;

      if (!heed_json_read_element (place, "items", i, &element, error)
          || !read_item (&element, list, seen, error))
        return FALSE;
    }
  if (list->all_items->len > MAX_ITEMS)
    {
      heed_json_set_error (place, "items", error, "more than %d items are no checklist",
                           MAX_ITEMS);
      return FALSE;
    }
  return TRUE;
}

/* The items named come first, in that order; the others follow as they were. */
static gboolean
read_order (const HeedJsonPlace *place,
            HeedGuideList       *list,
            GError             **error)
{
  g_auto (GStrv) order = NULL;

  if (!heed_json_has (place, "order"))
    return TRUE;
  order = heed_json_read_strings (place, "order", error);
  if (order == NULL)
    return FALSE;
  for (guint i = 0; order[i] != NULL; i++)
    {
      g_autofree char *member = g_strdup_printf ("order[%u]", i);
      guint position;

      if (find_item (list, order[i], &position) == NULL)
        {
          heed_json_set_error (place, member, error, "there is no item \"%s\"", order[i]);
          return FALSE;
        }
      g_ptr_array_insert (list->all_items, (int) i,
                          g_ptr_array_steal_index (list->all_items, position));
    }
  return TRUE;
}

/* The head of a list */

/* What suggests a situation: codes as "set/code", joined by "+" where all must be so. */
static gboolean
check_suggestion (const HeedJsonPlace *place,
                  guint                index,
                  const char          *suggestion,
                  const HeedRules     *rules,
                  GError             **error)
{
  g_autofree char *member = g_strdup_printf ("suggested_by[%u]", index);
  g_auto (GStrv) parts = g_strsplit (suggestion, "+", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      g_auto (GStrv) pair = g_strsplit (parts[i], "/", 2);
      const HeedCodes *codes;

      if (g_str_equal (parts[i], "interpreter"))
        continue;
      codes = g_strv_length (pair) == 2 ? heed_rules_get_codes (rules, pair[0]) : NULL;
      if (codes == NULL || heed_codes_find (codes, pair[1]) == NULL)
        {
          heed_json_set_error (place, member, error,
                               "\"%s\" is neither \"interpreter\" nor a code as in "
                               "\"flags/bereaved\"",
                               parts[i]);
          return FALSE;
        }
    }
  return TRUE;
}

static gboolean
read_suggestions (const HeedJsonPlace *place,
                  HeedGuideList       *list,
                  const HeedRules     *rules,
                  GError             **error)
{
  char **suggestions;

  if (!heed_json_has (place, "suggested_by"))
    {
      if (list->suggested_by == NULL)
        list->suggested_by = g_new0 (char *, 1);
      return TRUE;
    }
  suggestions = heed_json_read_strings (place, "suggested_by", error);
  if (suggestions == NULL)
    return FALSE;
  g_strfreev (list->suggested_by);
  list->suggested_by = suggestions;
  for (guint i = 0; suggestions[i] != NULL; i++)
    if (!check_suggestion (place, i, suggestions[i], rules, error))
      return FALSE;
  return TRUE;
}

static gboolean
read_feeling (const HeedJsonPlace *place,
              HeedGuideList       *list,
              const HeedRules     *rules,
              GError             **error)
{
  const HeedCodes *feelings = heed_rules_get_codes (rules, "feelings");

  if (!read_optional (place, "feeling", &list->feeling, error))
    return FALSE;
  if (list->kind == HEED_GUIDE_SIGNS && list->feeling == NULL)
    {
      heed_json_set_error (place, "feeling", error, "it is missing");
      return FALSE;
    }
  if (list->feeling != NULL && heed_codes_find (feelings, list->feeling) == NULL)
    {
      heed_json_set_error (place, "feeling", error, "there is no feeling \"%s\"", list->feeling);
      return FALSE;
    }
  return TRUE;
}

static gboolean
check_kind (const HeedJsonPlace *place,
            const HeedGuideList *list,
            GError             **error)
{
  gboolean  situation = list->kind == HEED_GUIDE_SITUATION;
  HeedStage stage;
  int       kind;

  if (!heed_json_read_choice (place, "kind", kind_names, &kind, error))
    return FALSE;
  if (kind != (int) list->kind)
    {
      heed_json_set_error (place, "kind", error, "in the folder \"%s\" it must be \"%s\"",
                           folder_names[list->kind], kind_names[list->kind]);
      return FALSE;
    }
  if (list->kind == HEED_GUIDE_STAGE
      && (!heed_stage_parse (list->id, &stage) || stage == HEED_STAGE_CLOSED))
    {
      heed_json_set_error (place, "id", error,
                           "the checklist of a stage is named listen, acknowledge or resolve");
      return FALSE;
    }
  return refuse_for_kind (place, "hand_over_to", situation, list->kind, error)
         && refuse_for_kind (place, "suggested_by", situation, list->kind, error)
         && refuse_for_kind (place, "safety_first", situation, list->kind, error)
         && refuse_for_kind (place, "feeling", list->kind == HEED_GUIDE_SIGNS, list->kind, error);
}

static gboolean
read_list_members (const HeedJsonPlace *place,
                   HeedGuideList       *list,
                   const HeedRules     *rules,
                   GError             **error)
{
  if (!read_optional (place, "brief", &list->brief, error)
      || !read_optional (place, "opening", &list->opening, error)
      || !read_optional (place, "hand_over_to", &list->hand_over_to, error)
      || !read_flag (place, "safety_first", &list->safety_first, error)
      || !read_flag (place, "off", &list->off, error)
      || (heed_json_has (place, "rank")
          && !heed_json_read_int (place, "rank", 0, MAX_RANK, &list->rank, error))
      || !read_suggestions (place, list, rules, error)
      || !read_feeling (place, list, rules, error))
    return FALSE;
  if (list->brief == NULL)
    {
      heed_json_set_error (place, "brief", error, "it is missing");
      return FALSE;
    }
  return TRUE;
}

static HeedGuideList *
list_new_from (const HeedGuideList *base)
{
  HeedGuideList *self = g_new0 (HeedGuideList, 1);

  self->items = g_ptr_array_new ();
  self->all_items = g_ptr_array_new_with_free_func (item_free);
  self->rank = MAX_RANK;
  if (base == NULL)
    return self;

  self->version = g_strdup (base->version);
  self->brief = g_strdup (base->brief);
  self->opening = g_strdup (base->opening);
  self->hand_over_to = g_strdup (base->hand_over_to);
  self->feeling = g_strdup (base->feeling);
  self->suggested_by = g_strdupv (base->suggested_by);
  self->safety_first = base->safety_first;
  self->off = base->off;
  self->rank = base->rank;
  for (guint i = 0; i < base->all_items->len; i++)
    g_ptr_array_add (self->all_items, item_copy (g_ptr_array_index (base->all_items, i)));
  return self;
}

static void
set_version (HeedGuideList *list,
             const char    *version)
{
  g_autofree char *before = g_steal_pointer (&list->version);

  list->version = before != NULL ? g_strconcat (before, "+", version, NULL) : g_strdup (version);
}

/**
 * heed_guide_open:
 * @root: a document in the format "heed-guide/1", see data/schema/guide.json
 * @file: the name of its file, for messages
 * @place: (out): the document's object
 * @head: (out): the texts it begins with, owned by the document
 * @error: where to put an error
 *
 * Begins to read a list.
 *
 * Returns: %FALSE with %HEED_RULES_ERROR_INVALID where it is not of that format
 */
gboolean
heed_guide_open (JsonNode      *root,
                 const char    *file,
                 HeedJsonPlace *place,
                 HeedJsonHead  *head,
                 GError       **error)
{
  return heed_json_open (root, file, FORMAT, place, error)
         && heed_json_read_head (place, list_members, head, error);
}

/**
 * heed_guide_list_new:
 * @place: a document that heed_guide_open() has opened
 * @kind: the kind of list that its folder is for
 * @base: (nullable): the list of the same id that is in force
 * @rules: the rules, for the codes it speaks of
 * @error: where to put an error
 *
 * Makes a list. A document that says `"extends": true` takes over everything of @base that it does
 * not say itself: members, items, and the members of items of the same id. Any other stands alone.
 *
 * Returns: (transfer full) (nullable): the list; %NULL with %HEED_RULES_ERROR_INVALID
 */
HeedGuideList *
heed_guide_list_new (const HeedJsonPlace *place,
                     HeedGuideKind        kind,
                     const HeedGuideList *base,
                     const HeedRules     *rules,
                     GError             **error)
{
  g_autoptr (HeedGuideList) self = NULL;
  gboolean extends = FALSE;

  if (!read_flag (place, "extends", &extends, error))
    return NULL;
  if (extends && base == NULL)
    {
      heed_json_set_error (place, "extends", error, "there is no list \"%s\" to extend",
                           json_object_get_string_member (place->object, "id"));
      return NULL;
    }
  if (base != NULL && base->kind != kind)
    {
      heed_json_set_error (place, "id", error, "\"%s\" is the id of a list of the kind \"%s\"",
                           base->id, kind_names[base->kind]);
      return NULL;
    }

  self = list_new_from (extends ? base : NULL);
  self->kind = kind;
  self->id = g_strdup (json_object_get_string_member (place->object, "id"));
  self->name = g_strdup (json_object_get_string_member (place->object, "name"));
  set_version (self, json_object_get_string_member (place->object, "version"));
  if (!check_kind (place, self, error) || !read_list_members (place, self, rules, error)
      || !read_items (place, self, extends, error) || !read_order (place, self, error))
    return NULL;

  for (guint i = 0; i < self->all_items->len; i++)
    if (!((HeedGuideItem *) g_ptr_array_index (self->all_items, i))->off)
      g_ptr_array_add (self->items, g_ptr_array_index (self->all_items, i));
  if (self->items->len == 0 && !self->off)
    {
      heed_json_set_error (place, "items", error,
                           "all items are switched off; switch the list off instead");
      return NULL;
    }
  return g_steal_pointer (&self);
}
