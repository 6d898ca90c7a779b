/* SPDX-License-Identifier: GPL-3.0-or-later */

/* All rules together, and the checks between files. How files are found is told in
 * heed-rules-files.c; what one file may say is checked by its own reader. */

#include "config.h"

#include "heed-rules.h"

#include <string.h>

#include "heed-rules-files.h"

G_DEFINE_QUARK (heed - rules - error - quark, heed_rules_error)

struct _HeedRules
{
  GHashTable *calendars;    /* id → HeedCalendar */
  GHashTable *codes;        /* id → HeedCodes */
  GHashTable *surveys;      /* id → HeedSurvey */
  GHashTable *resources;    /* id of a profile → HeedResources */
  GPtrArray  *profiles;     /* of HeedProfile, those in force, by name */
  GPtrArray  *all_profiles; /* of HeedProfile, those that an organisation replaced too */
};

/* In which folder a kind of file lies, in the order of reading: each speaks only of
 * what comes before it. */
static const char *const folders[] = { "calendars", "codes", "surveys", "profiles", "resources" };

static void
rules_clear (gpointer data)
{
  HeedRules *self = data;

  g_clear_pointer (&self->calendars, g_hash_table_unref);
  g_clear_pointer (&self->codes, g_hash_table_unref);
  g_clear_pointer (&self->surveys, g_hash_table_unref);
  g_clear_pointer (&self->resources, g_hash_table_unref);
  g_clear_pointer (&self->profiles, g_ptr_array_unref);
  g_clear_pointer (&self->all_profiles, g_ptr_array_unref);
}

static HeedRules *
rules_new (void)
{
  HeedRules *self = g_atomic_rc_box_new0 (HeedRules);

  self->calendars = g_hash_table_new_full (g_str_hash, g_str_equal, NULL,
                                           (GDestroyNotify) heed_calendar_unref);
  self->codes = g_hash_table_new_full (g_str_hash, g_str_equal, NULL,
                                       (GDestroyNotify) heed_codes_unref);
  self->surveys = g_hash_table_new_full (g_str_hash, g_str_equal, NULL,
                                         (GDestroyNotify) heed_survey_unref);
  self->resources = g_hash_table_new_full (g_str_hash, g_str_equal, NULL,
                                           (GDestroyNotify) heed_resources_unref);
  self->profiles = g_ptr_array_new_with_free_func ((GDestroyNotify) heed_profile_unref);
  self->all_profiles = g_ptr_array_new_with_free_func ((GDestroyNotify) heed_profile_unref);
  return self;
}

/**
 * heed_rules_ref:
 * @self: the rules
 *
 * Returns: (transfer full): @self, held once more
 */
HeedRules *
heed_rules_ref (HeedRules *self)
{
  return g_atomic_rc_box_acquire (self);
}

/**
 * heed_rules_unref:
 * @self: (transfer full): the rules
 *
 * Lets go of the rules.
 */
void
heed_rules_unref (HeedRules *self)
{
  g_atomic_rc_box_release_full (self, rules_clear);
}

static gboolean
set_invalid (GError    **error,
             const char *file,
             const char *path,
             const char *what,
             const char *id)
{
  g_set_error (error, HEED_RULES_ERROR, HEED_RULES_ERROR_INVALID, "%s: %s: there is no %s \"%s\"",
               file, path, what, id);
  return FALSE;
}

/* Whether everything that @profile speaks of is there. */
static gboolean
check_profile (const HeedRules   *self,
               const HeedProfile *profile,
               const char        *file,
               GError           **error)
{
  const HeedCodes *types = heed_rules_get_codes (self, "contact-types");

  if (heed_rules_get_calendar (self, heed_profile_get_calendar (profile)) == NULL)
    return set_invalid (error, file, "$.calendar", "calendar",
                        heed_profile_get_calendar (profile));

  for (guint i = 0; i < heed_profile_get_n_clocks (profile); i++)
    {
      const HeedClockSpec *spec = heed_profile_get_clock (profile, i);

      for (guint t = 0; spec->types[t] != NULL; t++)
        if (types == NULL || heed_codes_find (types, spec->types[t]) == NULL)
          {
            g_autofree char *path = g_strdup_printf ("$.clocks[%u].types[%u]", i, t);

            return set_invalid (error, file, path, "contact type", spec->types[t]);
          }
    }
  return TRUE;
}

/* Whether the answers of @survey are there, and are numbers. */
static gboolean
check_survey (const HeedRules  *self,
              const HeedSurvey *survey,
              const char       *file,
              GError          **error)
{
  const HeedCodes *scale = heed_rules_get_codes (self, heed_survey_get_scale (survey));

  if (scale == NULL)
    return set_invalid (error, file, "$.scale", "code list", heed_survey_get_scale (survey));
  for (guint i = 0; i < heed_codes_get_size (scale); i++)
    if (!g_ascii_string_to_unsigned (heed_codes_get (scale, i)->id, 10, 0, 100, NULL, NULL))
      return set_invalid (error, file, "$.scale", "number in the code list",
                          heed_survey_get_scale (survey));
  return TRUE;
}

/* Replaces the profile of the same id and version wherever it is, and the one of the same id
 * among those in force. */
static void
add_profile (HeedRules   *self,
             HeedProfile *profile)
{
  const char *id = heed_profile_get_id (profile);

  for (guint i = 0; i < self->profiles->len; i++)
    if (g_str_equal (heed_profile_get_id (g_ptr_array_index (self->profiles, i)), id))
      {
        g_ptr_array_remove_index (self->profiles, i);
        break;
      }
  for (guint i = 0; i < self->all_profiles->len; i++)
    {
      HeedProfile *other = g_ptr_array_index (self->all_profiles, i);

      if (g_str_equal (heed_profile_get_id (other), id)
          && g_str_equal (heed_profile_get_version (other), heed_profile_get_version (profile)))
        {
          g_ptr_array_remove_index (self->all_profiles, i);
          break;
        }
    }
  g_ptr_array_add (self->profiles, profile);
  g_ptr_array_add (self->all_profiles, heed_profile_ref (profile));
}

/* Takes in one file of the folder @kind; @file is its name for messages. */
static gboolean
add_file (const char *kind,
          JsonNode   *root,
          const char *file,
          gpointer    user_data,
          GError    **error)
{
  HeedRules *self = user_data;

  if (g_str_equal (kind, "calendars"))
    {
      HeedCalendar *calendar = heed_calendar_new_from_json (root, file, error);

      if (calendar == NULL)
        return FALSE;
      g_hash_table_replace (self->calendars, (char *) heed_calendar_get_id (calendar), calendar);
    }
  else if (g_str_equal (kind, "codes"))
    {
      HeedCodes *codes = heed_codes_new_from_json (root, file, error);

      if (codes == NULL)
        return FALSE;
      g_hash_table_replace (self->codes, (char *) heed_codes_get_id (codes), codes);
    }
  else if (g_str_equal (kind, "resources"))
    {
      g_autoptr (HeedResources) list = heed_resources_new_from_json (root, file, error);

      if (list == NULL)
        return FALSE;
      if (heed_rules_get_profile (self, heed_resources_get_profile (list)) == NULL)
        return set_invalid (error, file, "$.profile", "profile",
                            heed_resources_get_profile (list));
      g_hash_table_replace (self->resources, (char *) heed_resources_get_profile (list),
                            heed_resources_ref (list));
    }
  else if (g_str_equal (kind, "surveys"))
    {
      g_autoptr (HeedSurvey) survey = heed_survey_new_from_json (root, file, error);

      if (survey == NULL || !check_survey (self, survey, file, error))
        return FALSE;
      g_hash_table_replace (self->surveys, (char *) heed_survey_get_id (survey),
                            heed_survey_ref (survey));
    }
  else
    {
      g_autoptr (HeedProfile) profile = heed_profile_new_from_json (root, file, error);

      if (profile == NULL || !check_profile (self, profile, file, error))
        return FALSE;
      add_profile (self, g_steal_pointer (&profile));
    }
  return TRUE;
}

static gint
compare_profiles (gconstpointer a,
                  gconstpointer b)
{
  return strcmp (heed_profile_get_name (*(HeedProfile *const *) a),
                 heed_profile_get_name (*(HeedProfile *const *) b));
}

/**
 * heed_rules_new_builtin:
 * @error: where to put an error
 *
 * Loads the rules that are part of the program.
 *
 * Returns: (transfer full): the rules; %NULL with an error of #HeedRulesError or GResourceError
 *   where the program was built wrongly
 */
HeedRules *
heed_rules_new_builtin (GError **error)
{
  g_autoptr (HeedRules) self = rules_new ();

  for (guint i = 0; i < G_N_ELEMENTS (folders); i++)
    if (!heed_rules_files_read_builtin (folders[i], add_file, self, error))
      return NULL;

  g_ptr_array_sort (self->profiles, compare_profiles);
  return g_steal_pointer (&self);
}

/**
 * heed_rules_new_with_folder:
 * @folder: the organisation's own folder, with any of "profiles", "calendars", "codes" and
 *   "surveys" and "resources" in it
 * @left_out: (out) (optional) (transfer full) (element-type utf8): a message "file: path: reason"
 *   for each file that was not taken; empty where all were
 * @error: where to put an error
 *
 * Loads the program's rules and lays the organisation's files over them: one of the same id takes
 * the place of the program's. A file that is wrong is left out and reported, and what it would
 * have replaced stays. Files are read in the order of their names; others than "*.json" are
 * ignored. An own profile may only speak of calendars and contact types that are there; the
 * program's own profiles stay whatever contact types an organisation has, as a clock for a type
 * that is not there does not apply to anything.
 *
 * Returns: (transfer full): the rules; %NULL with %HEED_RULES_ERROR_READ where @folder is no folder
 */
HeedRules *
heed_rules_new_with_folder (const char *folder,
                            GPtrArray **left_out,
                            GError    **error)
{
  g_autoptr (HeedRules) self = NULL;
  g_autoptr (GPtrArray) messages = g_ptr_array_new_with_free_func (g_free);

  g_return_val_if_fail (folder != NULL, NULL);

  if (!heed_rules_files_check_folder (folder, error))
    return NULL;
  self = heed_rules_new_builtin (error);
  if (self == NULL)
    return NULL;

  for (guint i = 0; i < G_N_ELEMENTS (folders); i++)
    heed_rules_files_read_own (folder, folders[i], add_file, self, messages);
  g_ptr_array_sort (self->profiles, compare_profiles);

  if (left_out)
    *left_out = g_steal_pointer (&messages);
  return g_steal_pointer (&self);
}

/**
 * heed_rules_get_profiles:
 * @self: the rules
 *
 * Returns: (transfer none) (element-type HeedProfile): the profiles in force, by name; not to be
 *   changed
 */
GPtrArray *
heed_rules_get_profiles (const HeedRules *self)
{
  return self->profiles;
}

/**
 * heed_rules_get_profile:
 * @self: the rules
 * @id: (nullable): the id of a profile
 *
 * Returns: (transfer none) (nullable): the profile of that id in force
 */
const HeedProfile *
heed_rules_get_profile (const HeedRules *self,
                        const char      *id)
{
  for (guint i = 0; id != NULL && i < self->profiles->len; i++)
    if (g_str_equal (heed_profile_get_id (g_ptr_array_index (self->profiles, i)), id))
      return g_ptr_array_index (self->profiles, i);
  return NULL;
}

/**
 * heed_rules_get_profile_version:
 * @self: the rules
 * @id: (nullable): the id of a profile
 * @version: (nullable): its version, as a case remembers it
 *
 * Finds the very edition a case was received under, whether it is still in force or was replaced.
 *
 * Returns: (transfer none) (nullable): the profile, or %NULL where that edition is not kept
 */
const HeedProfile *
heed_rules_get_profile_version (const HeedRules *self,
                                const char      *id,
                                const char      *version)
{
  for (guint i = 0; id != NULL && version != NULL && i < self->all_profiles->len; i++)
    {
      const HeedProfile *profile = g_ptr_array_index (self->all_profiles, i);

      if (g_str_equal (heed_profile_get_id (profile), id)
          && g_str_equal (heed_profile_get_version (profile), version))
        return profile;
    }
  return NULL;
}

/**
 * heed_rules_get_calendar:
 * @self: the rules
 * @id: (nullable): the id of a calendar
 *
 * Returns: (transfer none) (nullable): the calendar of that id
 */
const HeedCalendar *
heed_rules_get_calendar (const HeedRules *self,
                         const char      *id)
{
  return id != NULL ? g_hash_table_lookup (self->calendars, id) : NULL;
}

/**
 * heed_rules_get_codes:
 * @self: the rules
 * @id: (nullable): the id of a code list
 *
 * Returns: (transfer none) (nullable): the code list of that id
 */
const HeedCodes *
heed_rules_get_codes (const HeedRules *self,
                      const char      *id)
{
  return id != NULL ? g_hash_table_lookup (self->codes, id) : NULL;
}

/**
 * heed_rules_get_resources:
 * @self: the rules
 * @profile: (nullable): the id of a profile
 *
 * Returns: (transfer none) (nullable): the places that help under that profile
 */
const HeedResources *
heed_rules_get_resources (const HeedRules *self,
                          const char      *profile)
{
  return profile != NULL ? g_hash_table_lookup (self->resources, profile) : NULL;
}

/**
 * heed_rules_get_survey:
 * @self: the rules
 * @id: (nullable): the id of a survey
 *
 * Returns: (transfer none) (nullable): the survey of that id
 */
const HeedSurvey *
heed_rules_get_survey (const HeedRules *self,
                       const char      *id)
{
  return id != NULL ? g_hash_table_lookup (self->surveys, id) : NULL;
}

/**
 * heed_rules_get_label:
 * @self: the rules
 * @codes_id: the id of a code list
 * @code_id: (nullable): the id of a code in it
 *
 * Tells what a code is called, also when it may no longer be used. A code that is in no list any
 * more is shown as it was stored, because an old case must stay readable.
 *
 * Returns: (transfer none) (nullable): the English label, translatable by the top rooms, or
 *   @code_id itself; %NULL only where @code_id is
 */
const char *
heed_rules_get_label (const HeedRules *self,
                      const char      *codes_id,
                      const char      *code_id)
{
  const HeedCodes *codes = heed_rules_get_codes (self, codes_id);
  const HeedCode  *code = codes ? heed_codes_find (codes, code_id) : NULL;

  return code ? code->label : code_id;
}
