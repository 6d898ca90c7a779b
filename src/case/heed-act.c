/* SPDX-License-Identifier: GPL-3.0-or-later */

/* HeedAct: one thing that somebody did to a case. Owns the act's fields and how its facts are
 * read; knows nothing about what kinds there are or what they change. */

#include "config.h"

#include "heed-act.h"

typedef struct
{
  HeedAct         act;
  gatomicrefcount ref_count;
} HeedActBox;

G_DEFINE_BOXED_TYPE (HeedAct, heed_act, heed_act_ref, heed_act_unref)

static JsonObject *
seal_body (JsonObject *body)
{
  JsonObject *sealed = body != NULL ? json_object_ref (body) : json_object_new ();

  json_object_seal (sealed);
  return sealed;
}

/**
 * heed_act_new_stored:
 * @fields: the fields of an act; its body is shared and sealed
 *
 * Makes an act from fields that are known already, as the ledger does.
 *
 * Returns: (transfer full): an act
 */
HeedAct *
heed_act_new_stored (const HeedAct *fields)
{
  HeedActBox *self = g_new0 (HeedActBox, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->act = *fields;
  self->act.id = g_strdup (fields->id);
  self->act.kind = g_strdup (fields->kind);
  self->act.actor = g_strdup (fields->actor);
  self->act.zone = g_strdup (fields->zone);
  self->act.body = seal_body (fields->body);
  return &self->act;
}

/**
 * heed_act_new_at:
 * @kind: name of an act kind
 * @context: who acts, where, and what time it is
 * @case_id: register id of the case, 0 for a new one
 * @seen_seq: the last act its author had seen, 0 if unknown
 * @happened_at: when it happened, UTC µs
 * @body: (nullable) (transfer none): its facts; sealed from now on
 *
 * Makes an act with a new UUID, entered now about something that happened at another time.
 *
 * Returns: (transfer full): an act
 */
HeedAct *
heed_act_new_at (const char           *kind,
                 const HeedActContext *context,
                 gint64                case_id,
                 guint                 seen_seq,
                 gint64                happened_at,
                 JsonObject           *body)
{
  g_autofree char *id = g_uuid_string_random ();
  HeedAct fields = {
    .id = id,
    .kind = (char *) kind,
    .actor = (char *) context->actor,
    .happened_at = happened_at,
    .entered_at = context->now,
    .zone = (char *) context->zone,
    .case_id = case_id,
    .seen_seq = seen_seq,
    .body = body,
  };

  return heed_act_new_stored (&fields);
}

/**
 * heed_act_new:
 * @kind: name of an act kind
 * @context: who acts, where, and what time it is
 * @case_id: register id of the case, 0 for a new one
 * @seen_seq: the last act its author had seen, 0 if unknown
 * @body: (nullable) (transfer none): its facts; sealed from now on
 *
 * Makes an act with a new UUID that happens now.
 *
 * Returns: (transfer full): an act
 */
HeedAct *
heed_act_new (const char           *kind,
              const HeedActContext *context,
              gint64                case_id,
              guint                 seen_seq,
              JsonObject           *body)
{
  return heed_act_new_at (kind, context, case_id, seen_seq, context->now, body);
}

/**
 * heed_act_new_with_body:
 * @self: an act
 * @body: (transfer none): other facts
 *
 * Returns: (transfer full): the same act with other facts
 */
HeedAct *
heed_act_new_with_body (const HeedAct *self,
                        JsonObject    *body)
{
  HeedAct fields = *self;

  fields.body = body;
  return heed_act_new_stored (&fields);
}

/**
 * heed_act_new_placed:
 * @self: an act
 * @case_id: register id of its case
 * @seq: its place in the case's chain, from 1
 *
 * Returns: (transfer full): the same act with its place in the ledger
 */
HeedAct *
heed_act_new_placed (const HeedAct *self,
                     gint64         case_id,
                     guint          seq)
{
  HeedAct fields = *self;

  fields.case_id = case_id;
  fields.seq = seq;
  return heed_act_new_stored (&fields);
}

/**
 * heed_act_ref:
 * @self: an act
 *
 * Returns: (transfer full): @self; safe from any thread
 */
HeedAct *
heed_act_ref (HeedAct *self)
{
  g_atomic_ref_count_inc (&((HeedActBox *) self)->ref_count);
  return self;
}

/**
 * heed_act_unref:
 * @self: (transfer full): an act
 *
 * Gives up a reference; safe from any thread.
 */
void
heed_act_unref (HeedAct *self)
{
  if (!g_atomic_ref_count_dec (&((HeedActBox *) self)->ref_count))
    return;

  g_free (self->id);
  g_free (self->kind);
  g_free (self->actor);
  g_free (self->zone);
  json_object_unref (self->body);
  g_free (self);
}

static JsonNode *
get_fact (const HeedAct *self,
          const char    *fact,
          JsonNodeType   type)
{
  JsonNode *node = json_object_get_member (self->body, fact);

  return node != NULL && JSON_NODE_TYPE (node) == type ? node : NULL;
}

/**
 * heed_act_get_text:
 * @self: an act
 * @fact: name of a fact
 *
 * Returns: (transfer none) (nullable): the text, UTF-8; %NULL if it is absent or no text
 */
const char *
heed_act_get_text (const HeedAct *self,
                   const char    *fact)
{
  JsonNode *node = get_fact (self, fact, JSON_NODE_VALUE);

  if (node == NULL || json_node_get_value_type (node) != G_TYPE_STRING)
    return NULL;
  return json_node_get_string (node);
}

/**
 * heed_act_get_date:
 * @self: an act
 * @fact: name of a fact
 *
 * Returns: the civil date; %HEED_DATE_NONE if it is absent or no date
 */
HeedDate
heed_act_get_date (const HeedAct *self,
                   const char    *fact)
{
  const char *text = heed_act_get_text (self, fact);

  return text != NULL ? heed_date_parse (text) : HEED_DATE_NONE;
}

/**
 * heed_act_get_number:
 * @self: an act
 * @fact: name of a fact
 *
 * Returns: the whole number; -1 if it is absent or no number
 */
gint64
heed_act_get_number (const HeedAct *self,
                     const char    *fact)
{
  JsonNode *node = get_fact (self, fact, JSON_NODE_VALUE);

  if (node == NULL || json_node_get_value_type (node) != G_TYPE_INT64)
    return -1;
  return json_node_get_int (node);
}

/**
 * heed_act_get_flag:
 * @self: an act
 * @fact: name of a fact
 *
 * Returns: whether the fact is there and true
 */
gboolean
heed_act_get_flag (const HeedAct *self,
                   const char    *fact)
{
  JsonNode *node = get_fact (self, fact, JSON_NODE_VALUE);

  return node != NULL && json_node_get_value_type (node) == G_TYPE_BOOLEAN &&
         json_node_get_boolean (node);
}

/**
 * heed_act_has:
 * @self: an act
 * @fact: name of a fact
 *
 * Returns: whether the fact is there and not null
 */
gboolean
heed_act_has (const HeedAct *self,
              const char    *fact)
{
  JsonNode *node = json_object_get_member (self->body, fact);

  return node != NULL && !JSON_NODE_HOLDS_NULL (node);
}

/**
 * heed_act_get_list:
 * @self: an act
 * @fact: name of a fact
 *
 * Returns: (transfer none) (nullable): the list; %NULL if it is absent or no list
 */
JsonArray *
heed_act_get_list (const HeedAct *self,
                   const char    *fact)
{
  JsonNode *node = get_fact (self, fact, JSON_NODE_ARRAY);

  return node != NULL ? json_node_get_array (node) : NULL;
}

/**
 * heed_act_get_object:
 * @self: an act
 * @fact: name of a fact
 *
 * Returns: (transfer none) (nullable): the object; %NULL if it is absent or no object
 */
JsonObject *
heed_act_get_object (const HeedAct *self,
                     const char    *fact)
{
  JsonNode *node = get_fact (self, fact, JSON_NODE_OBJECT);

  return node != NULL ? json_node_get_object (node) : NULL;
}

/**
 * heed_act_get_day:
 * @self: an act
 *
 * Returns: the civil date on which it happened, in the zone in which it was meant
 */
HeedDate
heed_act_get_day (const HeedAct *self)
{
  g_autoptr (GTimeZone) zone = heed_zone_new (self->zone);

  return heed_date_of_instant (self->happened_at, zone);
}

/**
 * heed_json_object_to_text:
 * @object: an object
 *
 * Writes an object as compact JSON, its members in the order in which they were set: the form in
 * which the ledger stores and hashes a body.
 *
 * Returns: (transfer full): UTF-8 text
 */
char *
heed_json_object_to_text (JsonObject *object)
{
  g_autoptr (JsonNode) node = json_node_new (JSON_NODE_OBJECT);

  json_node_set_object (node, object);
  return json_to_string (node, FALSE);
}
