/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Whether the body of an act holds what its kind says: known facts, of the right type, in their
 * code sets. Knows nothing about the case. */

#include "config.h"

#include "heed-fold-private.h"

static gboolean check_facts (JsonObject          *body,
                             const HeedFactSpec  *specs,
                             const char          *path,
                             HeedDate             on,
                             const HeedRules     *rules,
                             GPtrArray           *missing,
                             GError             **error);

static gboolean
refuse (GError       **error,
        HeedObstacle   obstacle,
        const char    *path,
        const char    *fact,
        const char    *value)
{
  g_autofree char *where = g_strconcat (path, fact, NULL);

  heed_case_set_obstacle (error, HEED_CASE_ERROR_BAD_FACT, obstacle, where, value);
  return FALSE;
}

static gboolean
holds (JsonNode *node,
       GType     type)
{
  return JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == type;
}

static gboolean
is_code (const HeedRules *rules,
         const char      *codes_id,
         const char      *code,
         HeedDate         on)
{
  const HeedCodes *codes = heed_rules_get_codes (rules, codes_id);

  return codes != NULL && heed_codes_is_valid (codes, code, on);
}

static gboolean
check_number_fact (JsonNode            *node,
                   const HeedFactSpec  *spec,
                   HeedDate             on,
                   const HeedRules     *rules)
{
  g_autofree char *code = NULL;

  if (spec->codes == NULL)
    return json_node_get_int (node) >= 0;
  code = g_strdup_printf ("%" G_GINT64_FORMAT, json_node_get_int (node));
  return is_code (rules, spec->codes, code, on);
}

static gboolean
check_texts (JsonNode   *node)
{
  JsonArray *texts;

  if (!JSON_NODE_HOLDS_ARRAY (node))
    return FALSE;
  texts = json_node_get_array (node);
  for (guint i = 0; i < json_array_get_length (texts); i++)
    if (!holds (json_array_get_element (texts, i), G_TYPE_STRING))
      return FALSE;
  return TRUE;
}

static gboolean
check_codes (JsonNode           *node,
             const HeedFactSpec *spec,
             HeedDate            on,
             const HeedRules    *rules)
{
  JsonArray *codes = json_node_get_array (node);

  for (guint i = 0; i < json_array_get_length (codes); i++)
    if (!is_code (rules, spec->codes, json_array_get_string_element (codes, i), on))
      return FALSE;
  return TRUE;
}

static gboolean
check_issues (JsonNode         *node,
              const char       *fact,
              HeedDate          on,
              const HeedRules  *rules,
              GPtrArray        *missing,
              GError          **error)
{
  const HeedActKind *kind = heed_act_kind_find ("issue-add");
  JsonArray *issues;

  if (!JSON_NODE_HOLDS_ARRAY (node))
    return refuse (error, HEED_OBSTACLE_WRONG_TYPE, "", fact, "issues");
  issues = json_node_get_array (node);
  for (guint i = 0; i < json_array_get_length (issues); i++)
    {
      JsonNode *element = json_array_get_element (issues, i);
      g_autofree char *path = g_strdup_printf ("%s[%u].", fact, i);

      if (!JSON_NODE_HOLDS_OBJECT (element))
        return refuse (error, HEED_OBSTACLE_WRONG_TYPE, path, "", "issue");
      if (!check_facts (json_node_get_object (element), kind->facts, path, on, rules, missing,
                        error))
        return FALSE;
    }
  return TRUE;
}

/* The type of one fact, other than lists of issues. */
static gboolean
has_type (JsonNode           *node,
          const HeedFactSpec *spec,
          HeedDate            on,
          const HeedRules    *rules)
{
  gint64 instant;

  switch (spec->type)
    {
    case HEED_FACT_TEXT:
    case HEED_FACT_CODE:
      return holds (node, G_TYPE_STRING);
    case HEED_FACT_DATE:
      return holds (node, G_TYPE_STRING) &&
             heed_date_parse (json_node_get_string (node)) != HEED_DATE_NONE;
    case HEED_FACT_INSTANT:
      return holds (node, G_TYPE_STRING) &&
             heed_instant_parse (json_node_get_string (node), NULL, &instant);
    case HEED_FACT_FLAG:
      return holds (node, G_TYPE_BOOLEAN);
    case HEED_FACT_NUMBER:
    case HEED_FACT_ISSUE:
      return holds (node, G_TYPE_INT64) && check_number_fact (node, spec, on, rules);
    case HEED_FACT_REFERENCE:
      return holds (node, G_TYPE_INT64);
    case HEED_FACT_PERSON:
      return holds (node, G_TYPE_STRING);
    case HEED_FACT_CODES:
    case HEED_FACT_TEXTS:
      return check_texts (node);
    case HEED_FACT_ANSWERS:
      return JSON_NODE_HOLDS_OBJECT (node);
    case HEED_FACT_ISSUES:
    case HEED_FACT_ANY:
    default:
      return TRUE;
    }
}

static gboolean
check_fact (JsonNode            *node,
            const HeedFactSpec  *spec,
            const char          *path,
            HeedDate             on,
            const HeedRules     *rules,
            GPtrArray           *missing,
            GError             **error)
{
  if (!has_type (node, spec, on, rules))
    return refuse (error, HEED_OBSTACLE_WRONG_TYPE, path, spec->name,
                   heed_fact_type_get_name (spec->type));
  if (spec->type == HEED_FACT_CODE && !is_code (rules, spec->codes, json_node_get_string (node), on))
    return refuse (error, HEED_OBSTACLE_UNKNOWN_CODE, path, spec->name, spec->codes);
  if (spec->type == HEED_FACT_CODES && !check_codes (node, spec, on, rules))
    return refuse (error, HEED_OBSTACLE_UNKNOWN_CODE, path, spec->name, spec->codes);
  if (spec->type == HEED_FACT_ISSUES)
    return check_issues (node, spec->name, on, rules, missing, error);
  return TRUE;
}

static gboolean
is_empty (JsonNode *node)
{
  g_autofree char *text = NULL;

  if (node == NULL || JSON_NODE_HOLDS_NULL (node))
    return TRUE;
  if (!holds (node, G_TYPE_STRING))
    return FALSE;
  text = g_strstrip (g_strdup (json_node_get_string (node)));
  return *text == '\0';
}

static const HeedFactSpec *
find_spec (const HeedFactSpec *specs,
           const char         *name)
{
  for (; specs->name != NULL; specs++)
    if (g_str_equal (specs->name, name))
      return specs;
  return NULL;
}

static gboolean
check_facts (JsonObject          *body,
             const HeedFactSpec  *specs,
             const char          *path,
             HeedDate             on,
             const HeedRules     *rules,
             GPtrArray           *missing,
             GError             **error)
{
  g_autoptr (GList) members = json_object_get_members (body);

  for (GList *l = members; l != NULL; l = l->next)
    {
      const HeedFactSpec *spec = find_spec (specs, l->data);
      JsonNode *node = json_object_get_member (body, l->data);

      if (spec == NULL)
        return refuse (error, HEED_OBSTACLE_UNKNOWN_FACT, path, l->data, NULL);
      if (!JSON_NODE_HOLDS_NULL (node) &&
          !check_fact (node, spec, path, on, rules, missing, error))
        return FALSE;
    }

  for (; specs->name != NULL; specs++)
    if (specs->required && is_empty (json_object_get_member (body, specs->name)))
      g_ptr_array_add (missing, g_strconcat (path, specs->name, NULL));
  return TRUE;
}

/* The new value of an amended fact must be what the fact is when a case is logged. */
static gboolean
check_amended_value (const HeedAct    *act,
                     HeedDate          on,
                     const HeedRules  *rules,
                     GError          **error)
{
  const HeedActKind *log = heed_act_kind_find ("log");
  const char *fact = heed_act_get_text (act, "fact");
  const char *value = heed_act_get_text (act, "new");
  const HeedFactSpec *spec = fact != NULL ? find_spec (log->facts, fact) : NULL;

  if (spec == NULL || value == NULL || spec->type != HEED_FACT_CODE ||
      is_code (rules, spec->codes, value, on))
    return TRUE;
  return refuse (error, HEED_OBSTACLE_UNKNOWN_CODE, "", "new", spec->codes);
}

/* Each answer is to a question of the survey, and on its scale. */
static gboolean
check_answers (const HeedAct    *act,
               HeedDate          on,
               const HeedRules  *rules,
               GError          **error)
{
  JsonObject *answers = heed_act_get_object (act, "answers");
  const char *survey_id = heed_act_get_text (act, "survey");
  const HeedSurvey *survey =
    heed_rules_get_survey (rules, survey_id != NULL ? survey_id : HEED_SURVEY_DEFAULT);
  g_autoptr (GList) members = NULL;

  if (survey == NULL)
    return refuse (error, HEED_OBSTACLE_UNKNOWN_CODE, "", "survey", "surveys");
  if (answers == NULL)
    return TRUE;
  members = json_object_get_members (answers);
  for (GList *l = members; l != NULL; l = l->next)
    {
      const HeedFactSpec spec = { l->data, HEED_FACT_NUMBER, heed_survey_get_scale (survey) };

      if (heed_survey_find (survey, l->data) == NULL)
        return refuse (error, HEED_OBSTACLE_UNKNOWN_FACT, "answers.", l->data, NULL);
      if (!check_fact (json_object_get_member (answers, l->data), &spec, "answers.", on, rules,
                       NULL, error))
        return FALSE;
    }
  return TRUE;
}

/* Adds to @missing what the kind requires and the body lacks. */
gboolean
heed_act_check_facts (const HeedAct    *act,
                      const HeedRules  *rules,
                      GPtrArray        *missing,
                      GError          **error)
{
  const HeedActKind *kind = heed_act_kind_find (act->kind);
  HeedDate on = heed_act_get_day (act);

  if (kind == NULL)
    {
      heed_case_set_obstacle (error, HEED_CASE_ERROR_UNKNOWN_KIND, HEED_OBSTACLE_NONE, NULL,
                              act->kind);
      return FALSE;
    }
  if (!check_facts (act->body, kind->facts, "", on, rules, missing, error))
    return FALSE;
  if (g_str_equal (act->kind, "amend") && !check_amended_value (act, on, rules, error))
    return FALSE;
  if (g_str_equal (act->kind, "feedback") && !check_answers (act, on, rules, error))
    return FALSE;
  if (act->kind[0] == 'l' && g_str_equal (act->kind, "log") &&
      heed_act_get_text (act, "profile") != NULL &&
      heed_rules_get_profile (rules, heed_act_get_text (act, "profile")) == NULL)
    return refuse (error, HEED_OBSTACLE_UNKNOWN_CODE, "", "profile", "profiles");
  return TRUE;
}

/**
 * heed_act_check:
 * @act: an act
 * @rules: the rules
 * @error: return location for an error
 *
 * Checks an act by itself, before there is a case: its kind, its facts, their types and codes.
 *
 * Returns: whether it can be performed as far as the act alone tells; else a %HEED_CASE_ERROR
 */
gboolean
heed_act_check (const HeedAct    *act,
                const HeedRules  *rules,
                GError          **error)
{
  g_autoptr (GPtrArray) missing = g_ptr_array_new_with_free_func (g_free);

  if (!heed_act_check_facts (act, rules, missing, error))
    return FALSE;
  if (missing->len > 0)
    {
      heed_case_set_missing (error, missing);
      return FALSE;
    }
  return TRUE;
}

/**
 * heed_act_person_get_id:
 * @person: a person as somebody gave it with an act
 *
 * Returns: (transfer none) (nullable): the id, if it is one who is known and to be changed
 */
const char *
heed_act_person_get_id (JsonObject *person)
{
  JsonNode *node = json_object_get_member (person, "id");

  return node != NULL && holds (node, G_TYPE_STRING) ? json_node_get_string (node) : NULL;
}

/**
 * heed_act_check_person:
 * @person: a person as somebody gave it with an act: texts by name
 * @fact: the fact it was given for: "person" or "patient"
 * @error: return location for an error
 *
 * Checks a person before they go to a table of their own: only what is known, only texts, and at
 * least a name or a way to reach them. With an "id", a person who is known, something to change; an
 * empty text takes away.
 *
 * Returns: whether it can be kept; else a %HEED_CASE_ERROR
 */
gboolean
heed_act_check_person (JsonObject  *person,
                       const char  *fact,
                       GError     **error)
{
  static const HeedFactSpec specs[] = {
    { "name", HEED_FACT_TEXT },    { "full_name", HEED_FACT_TEXT }, { "phone", HEED_FACT_TEXT },
    { "email", HEED_FACT_TEXT },   { "address", HEED_FACT_TEXT },   { "birth_date", HEED_FACT_DATE },
    { "reach", HEED_FACT_TEXT },   { "id", HEED_FACT_TEXT },        { NULL },
  };
  g_autoptr (GPtrArray) missing = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *path = g_strconcat (fact, ".", NULL);

  if (!check_facts (person, specs, path, HEED_DATE_NONE, NULL, missing, error))
    return FALSE;
  for (guint i = 0; specs[i].name != NULL; i++)
    if (!is_empty (json_object_get_member (person, specs[i].name)) && !g_str_equal (specs[i].name, "id"))
      return TRUE;
  if (heed_act_person_get_id (person) != NULL && json_object_get_size (person) > 1)
    return TRUE;
  g_ptr_array_add (missing, g_strdup (fact));
  heed_case_set_missing (error, missing);
  return FALSE;
}

static void
complete_log (const HeedAct   *act,
              const HeedRules *rules,
              JsonObject      *body)
{
  const char *id = heed_act_get_text (act, "profile");
  const HeedProfile *profile = id != NULL ? heed_rules_get_profile (rules, id) : NULL;

  if (!heed_act_has (act, "received"))
    {
      g_autofree char *day = heed_date_format (heed_act_get_day (act));

      json_object_set_string_member (body, "received", day);
    }
  if (profile != NULL && !heed_act_has (act, "profile_version"))
    json_object_set_string_member (body, "profile_version", heed_profile_get_version (profile));
}

static void
complete_feedback (const HeedAct   *act,
                   const HeedRules *rules,
                   JsonObject      *body)
{
  const char *id = heed_act_get_text (act, "survey");
  const HeedSurvey *survey = heed_rules_get_survey (rules, id != NULL ? id : HEED_SURVEY_DEFAULT);

  if (survey == NULL || !heed_act_has (act, "answers"))
    return;
  json_object_set_string_member (body, "survey", heed_survey_get_id (survey));
  if (!heed_act_has (act, "survey_version"))
    json_object_set_string_member (body, "survey_version", heed_survey_get_version (survey));
}

/**
 * heed_act_complete:
 * @act: an act
 * @rules: the rules
 *
 * Writes into an act what the moment decides for good: into a log the edition of the profile, and
 * the day of receipt where none is told; into feedback the survey and its edition. To be called
 * before the act is checked and stored, so that replaying the ledger under later rules gives the
 * same case.
 *
 * Returns: (transfer full): the completed act, or @act itself
 */
HeedAct *
heed_act_complete (const HeedAct   *act,
                   const HeedRules *rules)
{
  gboolean log = g_str_equal (act->kind, "log");
  g_autoptr (JsonObject) body = NULL;
  g_autoptr (GList) members = NULL;

  if (!log && !g_str_equal (act->kind, "feedback"))
    return heed_act_ref ((HeedAct *) act);

  body = json_object_new ();
  members = json_object_get_members (act->body);
  for (GList *l = members; l != NULL; l = l->next)
    json_object_set_member (body, l->data,
                            json_node_copy (json_object_get_member (act->body, l->data)));
  if (log)
    complete_log (act, rules, body);
  else
    complete_feedback (act, rules, body);
  return heed_act_new_with_body (act, body);
}
