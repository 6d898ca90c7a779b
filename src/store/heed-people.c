/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * People: who they are and how to reach them, apart from the acts, which hold only their ids.
 */
#include "config.h"

#include "heed-ledger.h"
#include "heed-people.h"
#include "heed-search.h"

#define SQL_ADD                                                                             \
  "INSERT INTO person (id, name, full_name, phone, email, address, birth_date, reach,"      \
  " folded, full_folded, digits, email_folded) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)" \
  " ON CONFLICT (id) DO NOTHING"
#define SQL_LOAD \
  "SELECT id, name, full_name, phone, email, address, birth_date, reach FROM person WHERE id = ?"

/**
 * heed_people_fold:
 * @text: (nullable): a name
 *
 * Makes a name comparable: no case, no accents, single spaces.
 *
 * Returns: (transfer full) (nullable): the folded name; %NULL for nothing
 */
char *
heed_people_fold (const char *text)
{
  g_autofree char *plain = heed_search_fold (text);
  g_autofree char *folded = plain ? g_utf8_casefold (plain, -1) : NULL;
  g_autofree char *apart = folded ? g_utf8_normalize (folded, -1, G_NORMALIZE_NFKD) : NULL;
  g_autoptr (GString) name = g_string_new (NULL);
  gboolean gap = FALSE;

  for (const char *p = apart; p && *p; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isalnum (c))
        {
          if (gap && name->len > 0)
            g_string_append_c (name, ' ');
          g_string_append_unichar (name, c);
          gap = FALSE;
        }
      else if (!g_unichar_ismark (c))
        gap = TRUE;
    }
  return name->len > 0 ? g_string_free_and_steal (g_steal_pointer (&name)) : NULL;
}

/* The same act always makes the same person, so that a retry finds it. */
static char *
make_id (const HeedAct *act,
         const char    *fact)
{
  g_autofree char *text = g_strconcat (act->id, "\n", fact, NULL);
  g_autofree char *hash = g_compute_checksum_for_string (G_CHECKSUM_SHA256, text, -1);

  return g_strdup_printf ("%.8s-%.4s-8%.3s-a%.3s-%.12s", hash, hash + 8, hash + 12, hash + 15, hash + 18);
}

static gboolean
add_person (HeedDatabase *database,
            const char   *id,
            JsonObject   *object,
            GError      **error)
{
  static const char *const members[] = {
    "name",
    "full_name",
    "phone",
    "email",
    "address",
    "birth_date",
    "reach",
  };
  const char      *values[G_N_ELEMENTS (members)];
  g_autofree char *folded = NULL;
  g_autofree char *full_folded = NULL;
  g_autofree char *digits = NULL;
  g_autofree char *email = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (members); i++)
    {
      values[i] = json_object_get_string_member_with_default (object, members[i], NULL);
      if (values[i] && *values[i] == '\0')
        values[i] = NULL;
    }
  folded = heed_people_fold (values[0]);
  full_folded = heed_people_fold (values[1]);
  digits = heed_search_phone_key (values[2]);
  email = values[3] ? g_utf8_casefold (values[3], -1) : NULL;
  return heed_database_run (database, error, SQL_ADD, "tttttttttttt", id, values[0], values[1], values[2],
                            values[3], values[4], values[5], values[6], folded, full_folded, digits, email);
}

static gboolean
extract_fact (HeedDatabase       *database,
              const HeedAct      *act,
              const HeedFactSpec *spec,
              JsonObject         *body,
              GError            **error)
{
  JsonNode *node = json_object_get_member (body, spec->name);

  if (spec->type == HEED_FACT_PERSON && JSON_NODE_HOLDS_OBJECT (node))
    {
      g_autofree char *id = make_id (act, spec->name);

      if (!heed_act_check_person (json_node_get_object (node), spec->name, error) ||
          !add_person (database, id, json_node_get_object (node), error))
        return FALSE;
      json_object_set_string_member (body, spec->name, id);
    }
  else if (spec->type == HEED_FACT_PERSON && json_node_get_value_type (node) == G_TYPE_STRING)
    {
      g_autoptr (HeedPerson) known = heed_people_load (database, json_node_get_string (node), error);

      if (known == NULL && (error == NULL || *error == NULL))
        g_set_error (error, HEED_STORE_ERROR, HEED_STORE_ERROR_NOT_FOUND, "%s: no such person",
                     spec->name);
      return known != NULL;
    }
  else if (spec->type == HEED_FACT_REFERENCE && json_node_get_value_type (node) == G_TYPE_STRING)
    {
      gint64 other = heed_ledger_find_reference (database, json_node_get_string (node), error);

      if (other == 0)
        return FALSE;
      json_object_set_int_member (body, spec->name, other);
    }
  return TRUE;
}

/**
 * heed_people_extract:
 * @database: a connection, in a transaction
 * @act: an act as its author made it
 * @error: return location
 *
 * Moves the people in an act's body to their own table, leaving their ids; and puts the register
 * ids of other cases in the place of their references.
 *
 * Returns: (transfer full): the act as the ledger keeps it
 */
HeedAct *
heed_people_extract (HeedDatabase  *database,
                     const HeedAct *act,
                     GError       **error)
{
  const HeedActKind *kind = heed_act_kind_find (act->kind);
  g_autoptr (JsonObject) body = json_object_new ();
  g_autoptr (GList) members = json_object_get_members (act->body);

  if (kind == NULL)
    return heed_act_ref ((HeedAct *) act);
  for (GList *l = members; l != NULL; l = l->next)
    json_object_set_member (body, l->data, json_node_copy (json_object_get_member (act->body, l->data)));
  for (const HeedFactSpec *spec = kind->facts; spec && spec->name; spec++)
    if (json_object_has_member (body, spec->name) && !extract_fact (database, act, spec, body, error))
      return NULL;
  return heed_act_new_with_body (act, body);
}

/**
 * heed_people_load:
 * @database: a connection
 * @id: a person's id
 * @error: return location
 *
 * Loads a person.
 *
 * Returns: (transfer full) (nullable): the person; %NULL without an error when erased
 */
HeedPerson *
heed_people_load (HeedDatabase *database,
                  const char   *id,
                  GError      **error)
{
  g_autoptr (HeedStatement) statement = heed_database_query (database, error, SQL_LOAD, "t", id);
  HeedPerson *person;

  if (statement == NULL || heed_statement_step (statement, error) != HEED_STEP_ROW)
    return NULL;
  person = g_new0 (HeedPerson, 1);
  g_atomic_ref_count_init (&person->ref_count);
  person->id = heed_statement_dup_text (statement, 0);
  person->name = heed_statement_dup_text (statement, 1);
  person->full_name = heed_statement_dup_text (statement, 2);
  person->phone = heed_statement_dup_text (statement, 3);
  person->email = heed_statement_dup_text (statement, 4);
  person->address = heed_statement_dup_text (statement, 5);
  person->birth_date = heed_statement_dup_text (statement, 6);
  person->reach = heed_statement_dup_text (statement, 7);
  return person;
}
