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
#define SQL_CHANGE                                                                              \
  "UPDATE person SET name = ?2, full_name = ?3, phone = ?4, email = ?5, address = ?6,"         \
  " birth_date = ?7, reach = ?8, folded = ?9, full_folded = ?10, digits = ?11, email_folded = ?12" \
  " WHERE id = ?1"
#define SQL_FORGET_ROWS \
  "UPDATE import_row SET row = NULL WHERE case_id IN (SELECT case_id FROM case_person WHERE person_id = ?)"
#define SQL_CASES "SELECT case_id FROM case_person WHERE person_id = ?"
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

static const char *const members[] = {
  "name", "full_name", "phone", "email", "address", "birth_date", "reach",
};

/* What is stored of a person, in the order of the columns. */
static gboolean
write_person (HeedDatabase *database,
              const char   *sql,
              const char   *id,
              char        **values,
              GError      **error)
{
  g_autofree char *folded = heed_people_fold (values[0]);
  g_autofree char *full_folded = heed_people_fold (values[1]);
  g_autofree char *digits = heed_search_phone_key (values[2]);
  g_autofree char *email = values[3] ? g_utf8_casefold (values[3], -1) : NULL;

  return heed_database_run (database, error, sql, "tttttttttttt", id, values[0], values[1], values[2],
                            values[3], values[4], values[5], values[6], folded, full_folded, digits, email);
}

static void
take_values (JsonObject *object,
             char      **values)
{
  for (guint i = 0; i < G_N_ELEMENTS (members); i++)
    {
      const char *value = json_object_get_string_member_with_default (object, members[i], NULL);

      if (!json_object_has_member (object, members[i]))
        continue;
      g_free (values[i]);
      values[i] = value && *value ? g_strdup (value) : NULL;
    }
}

static gboolean
add_person (HeedDatabase *database,
            const char   *id,
            JsonObject   *object,
            GError      **error)
{
  char    *values[G_N_ELEMENTS (members)] = { NULL };
  gboolean done;

  take_values (object, values);
  done = write_person (database, SQL_ADD, id, values, error);
  for (guint i = 0; i < G_N_ELEMENTS (members); i++)
    g_free (values[i]);
  return done;
}

static HeedPerson *
load_known (HeedDatabase *database,
            const char   *id,
            const char   *fact,
            GError      **error)
{
  g_autoptr (GError) why = NULL;
  HeedPerson *known = heed_people_load (database, id, &why);

  if (why != NULL)
    g_propagate_error (error, g_steal_pointer (&why));
  else if (known == NULL)
    g_set_error (error, HEED_STORE_ERROR, HEED_STORE_ERROR_NOT_FOUND, "%s: no such person", fact);
  return known;
}

static gboolean
change_person (HeedDatabase *database,
               const char   *id,
               JsonObject   *object,
               const char   *fact,
               GError      **error)
{
  g_autoptr (HeedPerson) known = load_known (database, id, fact, error);
  char    *values[G_N_ELEMENTS (members)];
  gboolean done;

  if (known == NULL)
    return FALSE;
  values[0] = g_strdup (known->name);
  values[1] = g_strdup (known->full_name);
  values[2] = g_strdup (known->phone);
  values[3] = g_strdup (known->email);
  values[4] = g_strdup (known->address);
  values[5] = g_strdup (known->birth_date);
  values[6] = g_strdup (known->reach);
  take_values (object, values);
  done = write_person (database, SQL_CHANGE, id, values, error);
  for (guint i = 0; i < G_N_ELEMENTS (members); i++)
    g_free (values[i]);
  return done;
}

/* A person with an "id" is one of the case's, to be changed: only the names of what changes stay in
 * the act. Any other is new. */
static gboolean
extract_person (HeedExtraction     *self,
                const HeedFactSpec *spec,
                JsonObject         *body,
                GError            **error)
{
  g_autoptr (JsonObject) object = json_object_ref (json_object_get_object_member (body, spec->name));
  g_autofree char *id = g_strdup (heed_act_person_get_id (object));
  JsonArray *changed;

  if (!heed_act_check_person (object, spec->name, error))
    return FALSE;
  if (id == NULL)
    {
      id = make_id (self->act, spec->name);
      json_object_set_string_member (body, spec->name, id);
      return self->repeated || add_person (self->database, id, object, error);
    }
  if (self->before == NULL || !g_str_equal (self->act->kind, "person")
      || (!self->repeated && g_strcmp0 (id, self->before->person) != 0
          && g_strcmp0 (id, self->before->patient) != 0))
    {
      g_set_error (error, HEED_STORE_ERROR, HEED_STORE_ERROR_NOT_FOUND, "%s: not one of this case",
                   spec->name);
      return FALSE;
    }
  changed = json_array_new ();
  for (guint i = 0; i < G_N_ELEMENTS (members); i++)
    if (json_object_has_member (object, members[i]))
      json_array_add_string_element (changed, members[i]);
  json_object_set_string_member (body, spec->name, id);
  json_object_set_array_member (body, "changed", changed);
  return self->repeated || change_person (self->database, id, object, spec->name, error);
}

static gboolean
extract_fact (HeedExtraction     *self,
              const HeedFactSpec *spec,
              JsonObject         *body,
              GError            **error)
{
  JsonNode *node = json_object_get_member (body, spec->name);

  if (spec->type == HEED_FACT_PERSON && JSON_NODE_HOLDS_OBJECT (node))
    return extract_person (self, spec, body, error);
  if (json_node_get_value_type (node) != G_TYPE_STRING)
    return TRUE;
  if (spec->type == HEED_FACT_PERSON && !self->repeated)
    {
      g_autoptr (HeedPerson) known = load_known (self->database, json_node_get_string (node), spec->name,
                                                 error);

      return known != NULL;
    }
  if (spec->type == HEED_FACT_REFERENCE)
    {
      gint64 other = heed_ledger_find_reference (self->database, json_node_get_string (node), error);

      if (other == 0)
        return FALSE;
      json_object_set_int_member (body, spec->name, other);
    }
  return TRUE;
}

/**
 * heed_people_extract:
 * @self: an act as its author made it, its case, and where to keep people
 * @error: return location
 *
 * Moves the people in an act's body to their own table, leaving their ids; and puts the register
 * ids of other cases in the place of their references. Nothing is written for an act that is
 * repeated.
 *
 * Returns: (transfer full): the act as the ledger keeps it
 */
HeedAct *
heed_people_extract (HeedExtraction *self,
                     GError        **error)
{
  const HeedActKind *kind = heed_act_kind_find (self->act->kind);
  g_autoptr (JsonObject) body = json_object_new ();
  g_autoptr (GList) facts = json_object_get_members (self->act->body);

  if (kind == NULL)
    return heed_act_ref ((HeedAct *) self->act);
  for (GList *l = facts; l != NULL; l = l->next)
    json_object_set_member (body, l->data,
                            json_node_copy (json_object_get_member (self->act->body, l->data)));
  for (const HeedFactSpec *spec = kind->facts; spec && spec->name; spec++)
    if (json_object_has_member (body, spec->name) && !extract_fact (self, spec, body, error))
      return NULL;
  return heed_act_new_with_body (self->act, body);
}

/**
 * heed_people_erase:
 * @database: a connection, in a transaction
 * @id: a person's id
 * @error: return location
 *
 * Takes away all that is known of a person, and the rows of imported tables they came with. Their id
 * stays: it is in acts, and says that there was somebody. The register still holds their name.
 *
 * Returns: whether it succeeded
 */
gboolean
heed_people_erase (HeedDatabase *database,
                   const char   *id,
                   GError      **error)
{
  char *nothing[G_N_ELEMENTS (members)] = { NULL };

  return write_person (database, SQL_CHANGE, id, nothing, error)
         && heed_database_run (database, error, SQL_FORGET_ROWS, "t", id);
}

/**
 * heed_people_list_cases:
 * @database: a connection
 * @id: a person's id
 * @error: return location
 *
 * Lists the cases that name a person.
 *
 * Returns: (transfer full) (element-type gint64): their register ids
 */
GArray *
heed_people_list_cases (HeedDatabase *database,
                        const char   *id,
                        GError      **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (HeedStatement) statement = heed_database_query (database, error, SQL_CASES, "t", id);
  HeedStep step = HEED_STEP_ERROR;

  while (statement && (step = heed_statement_step (statement, error)) == HEED_STEP_ROW)
    {
      gint64 case_id = heed_statement_get_int (statement, 0);

      g_array_append_val (ids, case_id);
    }
  return step == HEED_STEP_DONE ? g_steal_pointer (&ids) : NULL;
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
  gboolean    erased = TRUE;

  if (statement == NULL || heed_statement_step (statement, error) != HEED_STEP_ROW)
    return NULL;
  for (int i = 1; i <= (int) G_N_ELEMENTS (members); i++)
    erased = erased && heed_statement_is_null (statement, i);
  if (erased)
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
