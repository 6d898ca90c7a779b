/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reading import mappings: JSON files that say which column is which fact. Refuses, with the place
 * and the reason, whatever could not give acts that the rules accept. */

#include "config.h"

#include "heed-import-map.h"

#include <gio/gio.h>
#include <string.h>

#include "heed-json.h"

#define FORMAT        "heed-import/1"
#define SURVEY_FORMAT "heed-survey-import/1"

static const char *const members[] = {
  "$schema", "format", "id", "name", "notes", "source", "file", "key", "facts", "person", "issue",
  NULL
};
static const char *const survey_members[] = {
  "$schema", "format",    "id",     "name",    "notes",    "source",
  "file",    "key",       "survey", "answers", "feedback", "place",
  "reference", NULL
};
static const char *const file_members[] = { "separator", "encoding", "dates", NULL };
static const char *const fact_members[] = {
  "column", "value", "map", "default", "otherwise", NULL
};

static const HeedFactSpec person_facts[] = {
  { "name", HEED_FACT_TEXT, NULL, FALSE },
  { "full_name", HEED_FACT_TEXT, NULL, FALSE },
  { "phone", HEED_FACT_TEXT, NULL, FALSE },
  { "email", HEED_FACT_TEXT, NULL, FALSE },
  { "address", HEED_FACT_TEXT, NULL, FALSE },
  { "birth_date", HEED_FACT_DATE, NULL, FALSE },
  { "reach", HEED_FACT_TEXT, NULL, FALSE },
  { NULL, HEED_FACT_TEXT, NULL, FALSE },
};

static const HeedFactSpec place_facts[] = {
  { "site", HEED_FACT_TEXT, NULL, FALSE },
  { "service", HEED_FACT_TEXT, NULL, FALSE },
  { NULL, HEED_FACT_TEXT, NULL, FALSE },
};

static void
fact_free (gpointer data)
{
  HeedImportFact *self = data;

  g_free (self->column);
  g_free (self->constant);
  g_free (self->otherwise);
  g_clear_pointer (&self->map, g_hash_table_unref);
  g_free (self);
}

/**
 * heed_import_map_free:
 * @self: (transfer full) (nullable): a mapping
 *
 * Frees a mapping.
 */
void
heed_import_map_free (HeedImportMap *self)
{
  if (self == NULL)
    return;
  g_free (self->id);
  g_free (self->name);
  g_free (self->encoding);
  g_free (self->date_format);
  g_free (self->key);
  g_free (self->reference);
  g_ptr_array_unref (self->facts);
  g_clear_pointer (&self->specs, g_ptr_array_unref);
  g_free (self);
}

/* Reads one or two digits, or exactly four; the text moves on behind them. */
static gboolean
read_digits (const char **text,
             int          least,
             int          most,
             int         *number)
{
  int n = 0;

  *number = 0;
  for (; n < most && g_ascii_isdigit (**text); n++)
    *number = *number * 10 + *(*text)++ - '0';
  return n >= least;
}

/**
 * heed_import_parse_date:
 * @text: what stands in a cell
 * @format: as in `%d/%m/%Y`
 *
 * Reads a date that is written in one way and no other. Days and months may lack the leading zero
 * where a separator follows.
 *
 * Returns: the date; %HEED_DATE_NONE if it is not written so, or there is no such day
 */
HeedDate
heed_import_parse_date (const char *text,
                        const char *format)
{
  int      year = 0;
  int      month = 0;
  int      day = 0;
  gboolean ok = TRUE;

  g_return_val_if_fail (text != NULL, HEED_DATE_NONE);
  g_return_val_if_fail (format != NULL, HEED_DATE_NONE);

  for (; ok && *format != '\0'; format++)
    {
      /* Digits that touch other digits have to be all there. */
      int least = format[0] == '%' && format[1] != '\0' && format[2] == '%' ? 2 : 1;

      if (*format != '%')
        {
          ok = *text == *format;
          text += ok;
          continue;
        }
      format++;
      if (*format == 'Y')
        ok = read_digits (&text, 4, 4, &year);
      else
        ok = read_digits (&text, least, 2, *format == 'm' ? &month : &day);
    }
  return ok && *text == '\0' ? heed_date_new (year, month, day) : HEED_DATE_NONE;
}

static gboolean
date_format_is_good (const char *format)
{
  guint year = 0;
  guint month = 0;
  guint day = 0;

  for (; *format != '\0'; format++)
    {
      if (g_ascii_isdigit (*format))
        return FALSE;
      if (*format != '%')
        continue;
      format++;
      if (*format == 'Y')
        year++;
      else if (*format == 'm')
        month++;
      else if (*format == 'd')
        day++;
      else
        return FALSE;
    }
  return year == 1 && month == 1 && day == 1;
}

/* Steps into an object of an object. */
static gboolean
enter_object (const HeedJsonPlace *place,
              const char          *member,
              HeedJsonPlace       *inner,
              GError             **error)
{
  JsonNode *node = json_object_get_member (place->object, member);

  if (node == NULL || !JSON_NODE_HOLDS_OBJECT (node))
    {
      heed_json_set_error (place, member, error, node ? "it must be an object" : "it is missing");
      return FALSE;
    }
  inner->object = json_node_get_object (node);
  inner->file = place->file;
  if (g_snprintf (inner->path, sizeof inner->path, "%s.%s", place->path, member) < 0)
    return FALSE;
  return TRUE;
}

/* Whether a value would be accepted as that fact. */
static gboolean
check_value (const HeedJsonPlace *place,
             const char          *member,
             const HeedFactSpec  *spec,
             const HeedRules     *rules,
             const char          *value,
             GError             **error)
{
  const HeedCodes *codes;

  if (spec->type == HEED_FACT_FLAG && !g_str_equal (value, "true") && !g_str_equal (value, "false"))
    {
      heed_json_set_error (place, member, error, "\"%s\" is neither true nor false", value);
      return FALSE;
    }
  if (spec->type == HEED_FACT_NUMBER
      && !g_ascii_string_to_signed (value, 10, 0, 1000000, NULL, NULL))
    {
      heed_json_set_error (place, member, error, "\"%s\" is not a number", value);
      return FALSE;
    }
  if (spec->type == HEED_FACT_DATE && heed_date_parse (value) == HEED_DATE_NONE)
    {
      heed_json_set_error (place, member, error, "\"%s\" is not a date", value);
      return FALSE;
    }
  codes = spec->codes ? heed_rules_get_codes (rules, spec->codes) : NULL;
  if (codes != NULL && heed_codes_find (codes, value) == NULL)
    {
      heed_json_set_error (place, member, error, "there is no code \"%s\" in \"%s\"", value,
                           spec->codes);
      return FALSE;
    }
  if (g_str_equal (spec->name, "profile") && heed_rules_get_profile (rules, value) == NULL)
    {
      heed_json_set_error (place, member, error, "there is no profile \"%s\"", value);
      return FALSE;
    }
  return TRUE;
}

/* A constant may be a text, a number or true and false; inside Heed it is a text. */
static gboolean
read_constant (const HeedJsonPlace *place,
               const char          *member,
               const HeedFactSpec  *spec,
               const HeedRules     *rules,
               char               **value,
               GError             **error)
{
  JsonNode *node = json_object_get_member (place->object, member);
  GType     type = node && JSON_NODE_HOLDS_VALUE (node) ? json_node_get_value_type (node)
                                                        : G_TYPE_INVALID;

  if (type == G_TYPE_STRING)
    *value = g_strdup (json_node_get_string (node));
  else if (type == G_TYPE_BOOLEAN)
    *value = g_strdup (json_node_get_boolean (node) ? "true" : "false");
  else if (type == G_TYPE_INT64)
    *value = g_strdup_printf ("%" G_GINT64_FORMAT, json_node_get_int (node));
  else
    {
      heed_json_set_error (place, member, error,
                           "it must be a text, a whole number, true or false");
      return FALSE;
    }
  return check_value (place, member, spec, rules, *value, error);
}

static gboolean
read_value_map (const HeedJsonPlace *place,
                HeedImportFact      *fact,
                const HeedRules     *rules,
                GError             **error)
{
  HeedJsonPlace  map;
  JsonObjectIter iter;
  const char    *cell;

  if (!enter_object (place, "map", &map, error))
    return FALSE;

  fact->map = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  json_object_iter_init_ordered (&iter, map.object);
  while (json_object_iter_next_ordered (&iter, &cell, NULL))
    {
      char *value = NULL;

      if (!read_constant (&map, cell, fact->spec, rules, &value, error))
        {
          g_free (value);
          return FALSE;
        }
      g_hash_table_insert (fact->map, g_strdup (cell), value);
    }
  return TRUE;
}

static gboolean
read_fact (const HeedJsonPlace *place,
           HeedImportFact      *fact,
           const HeedRules     *rules,
           GError             **error)
{
  gboolean    has_column = heed_json_has (place, "column");
  const char *column;

  if (!heed_json_check_members (place, fact_members, NULL, error))
    return FALSE;
  if (has_column == heed_json_has (place, "value"))
    {
      heed_json_set_error (place, NULL, error, "it must have either \"column\" or \"value\"");
      return FALSE;
    }
  if (!has_column)
    {
      if (heed_json_has (place, "map")
          || heed_json_has (place, "default")
          || heed_json_has (place, "otherwise"))
        {
          heed_json_set_error (place, NULL, error, "with \"value\" there is nothing to map");
          return FALSE;
        }
      return read_constant (place, "value", fact->spec, rules, &fact->constant, error);
    }

  if (!heed_json_read_string (place, "column", &column, error))
    return FALSE;
  fact->column = g_strdup (column);
  if (heed_json_has (place, "default")
      && !read_constant (place, "default", fact->spec, rules, &fact->constant, error))
    return FALSE;
  if (heed_json_has (place, "map") && !read_value_map (place, fact, rules, error))
    return FALSE;
  if (!heed_json_has (place, "otherwise"))
    return TRUE;
  if (fact->map == NULL)
    {
      heed_json_set_error (place, "otherwise", error, "it needs a \"map\"");
      return FALSE;
    }
  return read_constant (place, "otherwise", fact->spec, rules, &fact->otherwise, error);
}

static const HeedFactSpec *
find_spec (const HeedFactSpec *specs,
           const char         *name)
{
  for (; specs != NULL && specs->name != NULL; specs++)
    if (g_str_equal (specs->name, name))
      return specs->type == HEED_FACT_TEXT
                     || specs->type == HEED_FACT_DATE
                     || specs->type == HEED_FACT_FLAG
                     || specs->type == HEED_FACT_NUMBER
                     || specs->type == HEED_FACT_CODE
                 ? specs
                 : NULL;
  return NULL;
}

static gboolean
read_part (HeedImportMap       *self,
           const HeedJsonPlace *root,
           const char          *member,
           HeedImportPart       part,
           const HeedRules     *rules,
           GError             **error)
{
  const HeedActKind  *log = heed_act_kind_find ("log");
  const HeedActKind  *issue = heed_act_kind_find ("issue-add");
  const HeedActKind  *feedback = heed_act_kind_find ("feedback");
  const HeedFactSpec *specs = part == HEED_IMPORT_PART_PERSON     ? person_facts
                              : part == HEED_IMPORT_PART_ISSUE    ? issue->facts
                              : part == HEED_IMPORT_PART_FEEDBACK ? feedback->facts
                              : part == HEED_IMPORT_PART_PLACE    ? place_facts
                                                                  : log->facts;
  HeedJsonPlace       place;
  JsonObjectIter      iter;
  const char         *name;

  if (!enter_object (root, member, &place, error))
    return FALSE;

  json_object_iter_init_ordered (&iter, place.object);
  while (json_object_iter_next_ordered (&iter, &name, NULL))
    {
      HeedImportFact *fact = g_new0 (HeedImportFact, 1);
      HeedJsonPlace   inner;

      g_ptr_array_add (self->facts, fact);
      fact->part = part;
      fact->spec = find_spec (specs, name);
      if (fact->spec == NULL)
        {
          heed_json_set_error (&place, name, error, "there is no such fact that a cell can hold");
          return FALSE;
        }
      if (!enter_object (&place, name, &inner, error) || !read_fact (&inner, fact, rules, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
read_file_part (HeedImportMap       *self,
                const HeedJsonPlace *root,
                GError             **error)
{
  static const char *const separators[] = { "comma", "semicolon", "tab", NULL };
  static const char *const encodings[] = { "utf-8", "windows-1252", "iso-8859-1", NULL };
  static const char *const iconv_names[] = { NULL, "WINDOWS-1252", "ISO-8859-1" };
  HeedJsonPlace            place;
  const char              *dates;
  int                      separator;
  int                      encoding;

  if (!enter_object (root, "file", &place, error)
      || !heed_json_check_members (&place, file_members, NULL, error)
      || !heed_json_read_choice (&place, "separator", separators, &separator, error)
      || !heed_json_read_choice (&place, "encoding", encodings, &encoding, error)
      || !heed_json_read_string (&place, "dates", &dates, error))
    return FALSE;
  if (!date_format_is_good (dates))
    {
      heed_json_set_error (&place, "dates", error,
                           "it must hold %%Y, %%m and %%d once each, and no digits");
      return FALSE;
    }
  self->separator = ",;\t"[separator];
  self->encoding = g_strdup (iconv_names[encoding]);
  self->date_format = g_strdup (dates);
  return TRUE;
}

/* The questions of a survey: each is a number of its scale. */
static gboolean
read_answers (HeedImportMap       *self,
              const HeedJsonPlace *root,
              const HeedRules     *rules,
              GError             **error)
{
  const char       *id;
  const HeedSurvey *survey;
  HeedJsonPlace     place;
  JsonObjectIter    iter;
  const char       *name;

  if (!heed_json_read_id (root, "survey", &id, error)
      || !enter_object (root, "answers", &place, error))
    return FALSE;
  survey = heed_rules_get_survey (rules, id);
  if (survey == NULL)
    {
      heed_json_set_error (root, "survey", error, "there is no survey \"%s\"", id);
      return FALSE;
    }
  json_object_iter_init_ordered (&iter, place.object);
  while (json_object_iter_next_ordered (&iter, &name, NULL))
    {
      const HeedQuestion *question = heed_survey_find (survey, name);
      HeedImportFact     *fact = g_new0 (HeedImportFact, 1);
      HeedFactSpec       *spec;
      HeedJsonPlace       inner;

      g_ptr_array_add (self->facts, fact);
      if (question == NULL)
        {
          heed_json_set_error (&place, name, error, "there is no such question in \"%s\"", id);
          return FALSE;
        }
      spec = g_new0 (HeedFactSpec, 1);
      spec->name = g_intern_string (question->id);
      spec->type = HEED_FACT_NUMBER;
      spec->codes = g_intern_string (heed_survey_get_scale (survey));
      g_ptr_array_add (self->specs, spec);
      fact->part = HEED_IMPORT_PART_ANSWERS;
      fact->spec = spec;
      if (!enter_object (&place, name, &inner, error) || !read_fact (&inner, fact, rules, error))
        return FALSE;
    }
  return TRUE;
}

/* What a mapping of a survey says besides what every mapping does. */
static gboolean
read_survey (HeedImportMap       *self,
             const HeedJsonPlace *place,
             const HeedRules     *rules,
             GError             **error)
{
  const char *reference = NULL;

  self->is_survey = TRUE;
  if (!heed_json_check_members (place, survey_members, NULL, error)
      || !read_part (self, place, "feedback", HEED_IMPORT_PART_FEEDBACK, rules, error))
    return FALSE;
  if (heed_json_has (place, "reference")
      && !heed_json_read_string (place, "reference", &reference, error))
    return FALSE;
  self->reference = g_strdup (reference);
  if (heed_json_has (place, "place")
      && !read_part (self, place, "place", HEED_IMPORT_PART_PLACE, rules, error))
    return FALSE;
  return !heed_json_has (place, "answers") || read_answers (self, place, rules, error);
}

static gboolean
has_words (const HeedImportMap *self)
{
  for (guint i = 0; i < self->facts->len; i++)
    {
      const HeedImportFact *fact = self->facts->pdata[i];

      if (fact->part == HEED_IMPORT_PART_CASE && g_str_equal (fact->spec->name, "words"))
        return fact->column != NULL;
    }
  return FALSE;
}

/* What a mapping says whose rows become cases. */
static gboolean
read_cases (HeedImportMap       *self,
            const HeedJsonPlace *place,
            const HeedRules     *rules,
            GError             **error)
{
  if (!heed_json_check_members (place, members, NULL, error)
      || !read_part (self, place, "facts", HEED_IMPORT_PART_CASE, rules, error))
    return FALSE;
  if (heed_json_has (place, "person")
      && !read_part (self, place, "person", HEED_IMPORT_PART_PERSON, rules, error))
    return FALSE;
  if (heed_json_has (place, "issue")
      && !read_part (self, place, "issue", HEED_IMPORT_PART_ISSUE, rules, error))
    return FALSE;
  if (has_words (self))
    return TRUE;
  heed_json_set_error (place, "facts.words", error, "it must be read from a column");
  return FALSE;
}

/**
 * heed_import_map_new_from_json:
 * @root: a document of the format "heed-import/1", or "heed-survey-import/1"
 * @file: the name of its file, for messages
 * @rules: the rules, for its codes and profiles
 * @error: where to put an error
 *
 * Returns: (transfer full) (nullable): the mapping; %NULL with %HEED_RULES_ERROR_INVALID, whose
 *   message names file, place and reason
 */
HeedImportMap *
heed_import_map_new_from_json (JsonNode        *root,
                               const char      *file,
                               const HeedRules *rules,
                               GError         **error)
{
  g_autoptr (HeedImportMap) self = g_new0 (HeedImportMap, 1);
  HeedJsonPlace place;
  const char   *id;
  const char   *name;
  const char   *key;

  const char   *format;
  gboolean      survey;

  format = JSON_NODE_HOLDS_OBJECT (root) ? json_object_get_string_member_with_default (
                                             json_node_get_object (root), "format", NULL)
                                         : NULL;
  survey = g_strcmp0 (format, SURVEY_FORMAT) == 0;
  self->facts = g_ptr_array_new_with_free_func (fact_free);
  self->specs = g_ptr_array_new_with_free_func (g_free);
  if (!heed_json_open (root, file, survey ? SURVEY_FORMAT : FORMAT, &place, error)
      || !heed_json_read_id (&place, "id", &id, error)
      || !heed_json_read_string (&place, "name", &name, error)
      || !heed_json_read_string (&place, "key", &key, error)
      || !read_file_part (self, &place, error)
      || !(survey ? read_survey : read_cases) (self, &place, rules, error))
    return NULL;
  self->id = g_strdup (id);
  self->name = g_strdup (name);
  self->key = g_strdup (key);
  return g_steal_pointer (&self);
}

/**
 * heed_import_map_load:
 * @path: a file of the format "heed-import/1", or "heed-survey-import/1"
 * @rules: the rules
 * @error: where to put an error
 *
 * Returns: (transfer full) (nullable): the mapping; %NULL with an error
 */
HeedImportMap *
heed_import_map_load (const char      *path,
                      const HeedRules *rules,
                      GError         **error)
{
  g_autoptr (JsonNode) root = NULL;
  g_autofree char *text = NULL;
  gsize            length;

  if (!g_file_get_contents (path, &text, &length, error))
    return NULL;
  root = heed_json_parse (text, (gssize) length, path, error);
  return root ? heed_import_map_new_from_json (root, path, rules, error) : NULL;
}
