/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Changes of an organisation to a list of the guide, and the document that says them: only what
 * differs from Heed's own list, so that what Heed improves later still arrives. It writes no file,
 * and what it makes is checked like any other file when it is read. */

#include "config.h"

#include "heed-guide-edit.h"

#include <stdlib.h>
#include <string.h>

struct _HeedGuideEdit
{
  const HeedGuideList *list;  /* borrowed: what it began with */
  GPtrArray           *items; /* of HeedGuideItem, owned, with those that are switched off */
};

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

static gpointer
item_copy (gconstpointer source,
           gpointer      unused)
{
  HeedGuideItem *copy = g_memdup2 (source, sizeof *copy);

  copy->id = g_strdup (copy->id);
  copy->text = g_strdup (copy->text);
  copy->why = g_strdup (copy->why);
  copy->say = g_strdup (copy->say);
  copy->ask = g_strdup (copy->ask);
  return copy;
}

static HeedGuideItem *
find (const HeedGuideEdit *self,
      const char          *id,
      guint               *position)
{
  for (guint i = 0; i < self->items->len; i++)
    {
      HeedGuideItem *item = self->items->pdata[i];

      if (g_strcmp0 (item->id, id) != 0)
        continue;
      if (position != NULL)
        *position = i;
      return item;
    }
  return NULL;
}

/**
 * heed_guide_edit_new:
 * @list: the list in force; has to outlive the edit
 *
 * Returns: (transfer full): an edit that has changed nothing yet
 */
HeedGuideEdit *
heed_guide_edit_new (const HeedGuideList *list)
{
  HeedGuideEdit *self = g_new0 (HeedGuideEdit, 1);

  self->list = list;
  self->items = g_ptr_array_copy (list->all_items, item_copy, NULL);
  g_ptr_array_set_free_func (self->items, item_free);
  return self;
}

/**
 * heed_guide_edit_free:
 * @self: (transfer full): an edit
 *
 * Frees it; nothing is written.
 */
void
heed_guide_edit_free (HeedGuideEdit *self)
{
  g_clear_pointer (&self->items, g_ptr_array_unref);
  g_free (self);
}

/**
 * heed_guide_edit_get_size:
 * @self: an edit
 *
 * Returns: how many items there are, with those that are switched off
 */
guint
heed_guide_edit_get_size (const HeedGuideEdit *self)
{
  return self->items->len;
}

/**
 * heed_guide_edit_get:
 * @self: an edit
 * @position: from 0
 *
 * Returns: (transfer none) (nullable): the item there; %NULL behind the last
 */
const HeedGuideItem *
heed_guide_edit_get (const HeedGuideEdit *self,
                     guint                position)
{
  return position < self->items->len ? self->items->pdata[position] : NULL;
}

/**
 * heed_guide_edit_switch:
 * @self: an edit
 * @item: id of an item
 * @off: whether to switch it off
 *
 * Returns: whether there is such an item
 */
gboolean
heed_guide_edit_switch (HeedGuideEdit *self,
                        const char    *item,
                        gboolean       off)
{
  HeedGuideItem *found = find (self, item, NULL);

  if (found == NULL)
    return FALSE;
  found->off = off;
  return TRUE;
}

/**
 * heed_guide_edit_move:
 * @self: an edit
 * @item: id of an item
 * @by: how many places down; negative for up
 *
 * Returns: whether it moved
 */
gboolean
heed_guide_edit_move (HeedGuideEdit *self,
                      const char    *item,
                      int            by)
{
  guint position;
  int   to;

  if (find (self, item, &position) == NULL)
    return FALSE;
  to = CLAMP ((int) position + by, 0, (int) self->items->len - 1);
  if (to == (int) position)
    return FALSE;
  g_ptr_array_insert (self->items, to, g_ptr_array_steal_index (self->items, position));
  return TRUE;
}

static const char *
or_null (const char *text)
{
  return text != NULL && *text != '\0' ? text : NULL;
}

/* A document says what is different, and nothing cannot be said: a reason or a sentence that is there
 * can be replaced, not taken away. */
static void
set_text (HeedGuideItem       *item,
          const HeedGuideText *text)
{
  g_set_str (&item->text, text->text);
  if (or_null (text->why) != NULL)
    g_set_str (&item->why, text->why);
  if (or_null (text->say) != NULL)
    g_set_str (&item->say, text->say);
  item->expected = text->expected;
}

/**
 * heed_guide_edit_change:
 * @self: an edit
 * @item: id of an item
 * @text: what it says now; without a reason or a sentence, those that are there stay
 *
 * Returns: whether there is such an item
 */
gboolean
heed_guide_edit_change (HeedGuideEdit       *self,
                        const char          *item,
                        const HeedGuideText *text)
{
  HeedGuideItem *found = find (self, item, NULL);

  if (found == NULL)
    return FALSE;
  set_text (found, text);
  return TRUE;
}

/**
 * heed_guide_edit_add:
 * @self: an edit
 * @text: what the item says
 *
 * Adds an item at the end.
 *
 * Returns: (transfer none): its id, which no other item of the list has
 */
const char *
heed_guide_edit_add (HeedGuideEdit       *self,
                     const HeedGuideText *text)
{
  HeedGuideItem *item = g_new0 (HeedGuideItem, 1);

  for (guint n = 1; item->id == NULL; n++)
    {
      g_autofree char *id = g_strdup_printf ("%s.own-%u", self->list->id, n);

      if (find (self, id, NULL) == NULL)
        item->id = g_steal_pointer (&id);
    }
  set_text (item, text);
  g_ptr_array_add (self->items, item);
  return item->id;
}

/* --- The document --- */

static void
put_text (JsonObject *object,
          const char *member,
          const char *value,
          const char *before)
{
  if (value != NULL && g_strcmp0 (value, before) != 0)
    json_object_set_string_member (object, member, value);
}

/* Only what differs from the item as Heed has it. */
static JsonObject *
item_to_json (const HeedGuideItem *item,
              const HeedGuideItem *before)
{
  static const HeedGuideItem nothing = { 0 };
  JsonObject *object = json_object_new ();

  if (before == NULL)
    before = &nothing;
  json_object_set_string_member (object, "id", item->id);
  put_text (object, "text", item->text, before->text);
  put_text (object, "why", item->why, before->why);
  put_text (object, "say", item->say, before->say);
  put_text (object, "ask", item->ask, before->ask);
  if (item->expected != before->expected)
    json_object_set_boolean_member (object, "expected", item->expected);
  if (item->hand_over != before->hand_over)
    json_object_set_boolean_member (object, "hand_over", item->hand_over);
  if (item->off != before->off)
    json_object_set_boolean_member (object, "off", item->off);
  if (item->evidence != before->evidence)
    json_object_set_string_member (object, "evidence", heed_evidence_get_name (item->evidence));
  return object;
}

static gboolean
has_own_order (const HeedGuideEdit *self,
               const HeedGuideList *builtin)
{
  for (guint i = 0; i < builtin->all_items->len; i++)
    {
      const HeedGuideItem *before = builtin->all_items->pdata[i];
      const HeedGuideItem *item = heed_guide_edit_get (self, i);

      if (item == NULL || !g_str_equal (item->id, before->id))
        return TRUE;
    }
  return FALSE;
}

static void
put_items (const HeedGuideEdit *self,
           const HeedGuideList *builtin,
           JsonObject          *root)
{
  JsonArray *items = json_array_new ();
  JsonArray *order = json_array_new ();

  for (guint i = 0; i < self->items->len; i++)
    {
      const HeedGuideItem *item = self->items->pdata[i];
      const HeedGuideItem *before = builtin != NULL ? heed_guide_list_find (builtin, item->id)
                                                    : NULL;
      JsonObject          *object = item_to_json (item, before);

      json_array_add_string_element (order, item->id);
      if (json_object_get_size (object) > 1)
        json_array_add_object_element (items, object);
      else
        json_object_unref (object);
    }
  if (json_array_get_length (items) > 0)
    json_object_set_array_member (root, "items", items);
  else
    json_array_unref (items);
  if (builtin != NULL && has_own_order (self, builtin))
    json_object_set_array_member (root, "order", order);
  else
    json_array_unref (order);
}

/* What a list of the organisation's own says beside its items. */
static void
put_members (const HeedGuideList *list,
             JsonObject          *root)
{
  put_text (root, "brief", list->brief, NULL);
  put_text (root, "opening", list->opening, NULL);
  put_text (root, "hand_over_to", list->hand_over_to, NULL);
  put_text (root, "feeling", list->feeling, NULL);
  if (list->safety_first)
    json_object_set_boolean_member (root, "safety_first", TRUE);
  json_object_set_int_member (root, "rank", list->rank);
  if (list->suggested_by != NULL && list->suggested_by[0] != NULL)
    {
      JsonArray *suggestions = json_array_new ();

      for (guint i = 0; list->suggested_by[i] != NULL; i++)
        json_array_add_string_element (suggestions, list->suggested_by[i]);
      json_object_set_array_member (root, "suggested_by", suggestions);
    }
}

/* The organisation's editions are counted: "2026-11+3" is followed by 4. */
static char *
next_version (const HeedGuideList *list)
{
  const char *own = strrchr (list->version, '+');

  if (own == NULL && !list->own)
    return g_strdup ("1");
  return g_strdup_printf ("%d", 1 + atoi (own != NULL ? own + 1 : list->version));
}

/**
 * heed_guide_edit_to_json:
 * @self: an edit
 * @builtin: (nullable): Heed's own list of the same id
 * @today: the day of the change
 *
 * Makes the document that an organisation keeps: what differs from @builtin, or the whole list where
 * Heed has none of that id.
 *
 * Returns: (transfer full): a document in the format "heed-guide/1"
 */
JsonNode *
heed_guide_edit_to_json (const HeedGuideEdit *self,
                         const HeedGuideList *builtin,
                         HeedDate             today)
{
  JsonObject      *root = json_object_new ();
  JsonNode        *node = json_node_new (JSON_NODE_OBJECT);
  g_autofree char *version = next_version (self->list);
  g_autofree char *day = heed_date_format (today);

  json_object_set_string_member (root, "format", "heed-guide/1");
  json_object_set_string_member (root, "id", self->list->id);
  json_object_set_string_member (root, "name", self->list->name);
  json_object_set_string_member (root, "version", version);
  json_object_set_string_member (root, "source", "The organisation's own");
  json_object_set_string_member (root, "checked_on", day);
  json_object_set_string_member (root, "kind", heed_guide_kind_get_name (self->list->kind));
  if (builtin != NULL)
    json_object_set_boolean_member (root, "extends", TRUE);
  else
    put_members (self->list, root);
  if (self->list->off)
    json_object_set_boolean_member (root, "off", TRUE);
  put_items (self, builtin, root);
  json_node_take_object (node, root);
  return node;
}
