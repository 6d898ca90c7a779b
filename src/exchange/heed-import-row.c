/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One row of a table: its cells become the facts of a log act, or a reason why they cannot. */

#include "config.h"

#include "heed-import-row-private.h"

#include <string.h>

#include "heed-words.h"

const char *
heed_import_line_get_cell (const HeedImportLine *self,
                           const char           *column)
{
  for (guint i = 0; i < self->header->len && i < self->cells->len; i++)
    if (g_str_equal (self->header->pdata[i], column))
      return self->cells->pdata[i];
  return NULL;
}

const char *
heed_import_line_get_key (const HeedImportLine *self)
{
  const char *key = heed_import_line_get_cell (self, self->import->map->key);

  return key && *key ? key : NULL;
}

/* The value of a fact in this row as a text; NULL where it has none, or with a reason. */
static const char *
get_value (const HeedImportLine *self,
           const HeedImportFact *fact,
           char                **reason)
{
  const char *cell;
  const char *value;

  if (fact->column == NULL)
    return fact->constant;
  cell = heed_import_line_get_cell (self, fact->column);
  if (cell == NULL || *cell == '\0')
    return fact->constant;
  if (fact->map == NULL)
    return cell;
  value = g_hash_table_lookup (fact->map, cell);
  if (value == NULL)
    value = fact->otherwise;
  if (value == NULL)
    /* Translators: the name of a column, then what stands in it */
    *reason = g_strdup_printf (_ ("%s: the mapping does not know “%s”"), fact->column, cell);
  return value;
}

static void
set_date (JsonObject           *object,
          const HeedImportLine *self,
          const HeedImportFact *fact,
          const char           *value,
          char                **reason)
{
  const char      *format = self->import->map->date_format;
  g_autofree char *text = NULL;
  HeedDate         date = heed_date_parse (value);

  if (fact->column != NULL && value == heed_import_line_get_cell (self, fact->column))
    date = heed_import_parse_date (value, format);
  if (date == HEED_DATE_NONE)
    {
      /* Translators: the name of a column, what stands in it, and a pattern such as %d/%m/%Y */
      *reason = g_strdup_printf (_ ("%s: “%s” is no date written as %s"),
                                 fact->column ? fact->column : fact->spec->name, value, format);
      return;
    }
  text = heed_date_format (date);
  json_object_set_string_member (object, fact->spec->name, text);
}

static void
set_flag (JsonObject           *object,
          const HeedImportFact *fact,
          const char           *value,
          char                **reason)
{
  static const char *const yes[] = { "true", "yes", "1", "y", NULL };
  static const char *const no[] = { "false", "no", "0", "n", NULL };
  g_autofree char         *folded = g_ascii_strdown (value, -1);

  if (g_strv_contains (yes, folded))
    json_object_set_boolean_member (object, fact->spec->name, TRUE);
  else if (g_strv_contains (no, folded))
    json_object_set_boolean_member (object, fact->spec->name, FALSE);
  else
    /* Translators: the name of a column, then what stands in it */
    *reason = g_strdup_printf (_ ("%s: “%s” is neither yes nor no"),
                               fact->column ? fact->column : fact->spec->name, value);
}

/* Puts a value into an object in the type that the fact has. */
static void
set_value (JsonObject           *object,
           const HeedImportLine *self,
           const HeedImportFact *fact,
           const char           *value,
           char                **reason)
{
  const char      *column = fact->column ? fact->column : fact->spec->name;
  const HeedCodes *codes;
  gint64           number;

  codes = fact->spec->codes ? heed_rules_get_codes (self->import->rules, fact->spec->codes) : NULL;
  if (codes != NULL && heed_codes_find (codes, value) == NULL)
    {
      /* Translators: the name of a column, then what stands in it */
      *reason = g_strdup_printf (_ ("%s: “%s” is not one of the choices"), column, value);
      return;
    }
  if (fact->spec->type == HEED_FACT_DATE)
    set_date (object, self, fact, value, reason);
  else if (fact->spec->type == HEED_FACT_FLAG)
    set_flag (object, fact, value, reason);
  else if (fact->spec->type != HEED_FACT_NUMBER)
    json_object_set_string_member (object, fact->spec->name, value);
  else if (g_ascii_string_to_signed (value, 10, 0, 1000000, &number, NULL))
    json_object_set_int_member (object, fact->spec->name, number);
  else
    /* Translators: the name of a column, then what stands in it */
    *reason = g_strdup_printf (_ ("%s: “%s” is not a whole number"), column, value);
}

JsonObject *
heed_import_line_build_part (const HeedImportLine *self,
                             HeedImportPart        part,
                             char                **reason)
{
  g_autoptr (JsonObject) object = json_object_new ();
  GPtrArray *facts = self->import->map->facts;

  for (guint i = 0; i < facts->len && *reason == NULL; i++)
    {
      const HeedImportFact *fact = facts->pdata[i];
      const char           *value;

      if (fact->part != part)
        continue;
      value = get_value (self, fact, reason);
      if (value != NULL && *value != '\0')
        set_value (object, self, fact, value, reason);
    }
  return g_steal_pointer (&object);
}

static JsonObject *
build_body (const HeedImportLine *self,
            char                **reason)
{
  g_autoptr (JsonObject) body = heed_import_line_build_part (self, HEED_IMPORT_PART_CASE, reason);
  g_autoptr (JsonObject) person = NULL;
  g_autoptr (JsonObject) issue = NULL;
  g_autofree char *words = NULL;
  JsonArray       *issues;

  if (*reason != NULL)
    return NULL;
  words = g_strdup (json_object_get_string_member_with_default (body, "words", ""));
  if (*g_strstrip (words) == '\0')
    {
      *reason = g_strdup (_ ("no words"));
      return NULL;
    }
  if (!json_object_has_member (body, "profile"))
    json_object_set_string_member (body, "profile", self->import->profile);
  if (!json_object_has_member (body, "site") && self->import->site != NULL)
    json_object_set_string_member (body, "site", self->import->site);

  person = heed_import_line_build_part (self, HEED_IMPORT_PART_PERSON, reason);
  if (*reason == NULL && json_object_has_member (person, "name"))
    {
      json_object_set_object_member (body, "person", g_steal_pointer (&person));
      json_object_remove_member (body, "anonymous");
    }
  if (*reason == NULL)
    issue = heed_import_line_build_part (self, HEED_IMPORT_PART_ISSUE, reason);
  if (*reason == NULL && json_object_has_member (issue, "text"))
    {
      issues = json_array_new ();
      json_array_add_object_element (issues, g_steal_pointer (&issue));
      json_object_set_array_member (body, "issues", issues);
    }
  return *reason == NULL ? g_steal_pointer (&body) : NULL;
}

/* The same source and key give the same id each time: a UUID of version 5 (RFC 9562, 5.5) with the
 * source in the place of the name space. */
char *
heed_import_make_id (const char *source,
                     const char *key)
{
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA1);
  guint8 d[20];
  gsize  length = sizeof d;

  g_checksum_update (sum, (const guchar *) source, (gssize) strlen (source) + 1);
  g_checksum_update (sum, (const guchar *) key, (gssize) strlen (key));
  g_checksum_get_digest (sum, d, &length);
  d[6] = (d[6] & 0x0f) | 0x50;
  d[8] = (d[8] & 0x3f) | 0x80;
  return g_strdup_printf ("%02x%02x%02x%02x-%02x%02x-%02x%02x-%02x%02x-%02x%02x%02x%02x%02x%02x",
                          d[0], d[1], d[2], d[3], d[4], d[5], d[6], d[7], d[8], d[9], d[10], d[11],
                          d[12], d[13], d[14], d[15]);
}

/* What the ledger will hold: the person's id in the place of the person. */
static HeedAct *
keep_person_apart (const HeedAct *act)
{
  g_autoptr (JsonObject) body = json_object_new ();
  g_autoptr (GList) members = json_object_get_members (act->body);

  for (GList *l = members; l != NULL; l = l->next)
    json_object_set_member (body, l->data, json_object_dup_member (act->body, l->data));
  if (json_object_has_member (body, "person"))
    json_object_set_string_member (body, "person", act->id);
  return heed_act_new_with_body (act, body);
}

HeedAct *
heed_import_line_new_act (const HeedImportLine *self,
                          char                **reason)
{
  const HeedImport *import = self->import;
  const char       *key = heed_import_line_get_key (self);
  g_autoptr (JsonObject) body = NULL;
  g_autoptr (HeedAct) told = NULL;
  g_autoptr (HeedAct) act = NULL;
  g_autoptr (HeedAct) kept = NULL;
  g_autoptr (HeedCase) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *id = NULL;
  HeedAct          fields = { 0 };

  if (key == NULL)
    {
      /* Translators: the name of a column */
      *reason = g_strdup_printf (_ ("%s: it must not be empty, because rows are told apart by it"),
                                 import->map->key);
      return NULL;
    }
  body = build_body (self, reason);
  if (body == NULL)
    return NULL;

  id = heed_import_make_id (import->map->id, key);
  fields.id = id;
  fields.kind = (char *) "log";
  fields.actor = (char *) import->context.actor;
  fields.zone = (char *) import->context.zone;
  fields.happened_at = import->context.now;
  fields.entered_at = import->context.now;
  fields.body = body;
  told = heed_act_new_stored (&fields);
  act = heed_act_complete (told, import->rules);
  kept = keep_person_apart (act);
  if (heed_act_check (kept, import->rules, &error))
    result = heed_case_apply (NULL, kept, import->rules, &error);
  if (result == NULL)
    {
      *reason = heed_words_error (error);
      return NULL;
    }
  return g_steal_pointer (&act);
}

char *
heed_import_line_dup_evidence (const HeedImportLine *self)
{
  g_autoptr (JsonObject) object = json_object_new ();

  for (guint i = 0; i < self->header->len && i < self->cells->len; i++)
    json_object_set_string_member (object, self->header->pdata[i], self->cells->pdata[i]);
  return heed_json_object_to_text (object);
}

/* RFC 4180; meant to be read by programs again, so nothing is put before formulas. */
void
heed_import_append_csv (GString   *text,
                        GPtrArray *cells,
                        char       separator)
{
  for (guint i = 0; i < cells->len; i++)
    {
      if (i > 0)
        g_string_append_c (text, separator);
      g_string_append_c (text, '"');
      for (const char *c = cells->pdata[i]; *c != '\0'; c++)
        {
          if (*c == '"')
            g_string_append_c (text, '"');
          g_string_append_c (text, *c);
        }
      g_string_append_c (text, '"');
    }
  g_string_append (text, "\r\n");
}
