/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The templates and parts of letters that are in force, and which of them a case needs. Reading
 * them is in heed-letters-read.c, writing a letter in heed-letter-compose.c. */

#include "config.h"

#include "heed-letters-private.h"

#include "heed-rules-files.h"

/* In the order of reading: parts speak of fields, templates of parts. */
static const char *const folders[] = { "letters/signs", "letters/parts", "letters/templates" };

static void
letters_clear (gpointer data)
{
  HeedLetters *self = data;

  g_clear_pointer (&self->signs, heed_letter_signs_free);
  g_clear_pointer (&self->parts, g_ptr_array_unref);
  g_clear_pointer (&self->templates, g_ptr_array_unref);
}

/**
 * heed_letters_new:
 * @folder: (nullable): the organisation's own folder, with any of "letters/templates",
 *   "letters/parts" and "letters/signs" in it
 * @left_out: (nullable) (element-type utf8): takes a message "file: path: reason" for each file of
 *   the organisation that was not taken
 * @error: where to put an error
 *
 * Loads the program's letters and lays the organisation's over them: a file of the same id takes
 * the place of the program's. One that is wrong is left out, and what it would have replaced stays.
 *
 * Returns: (transfer full): the letters; %NULL with an error of #HeedRulesError where the program
 *   was built wrongly
 */
HeedLetters *
heed_letters_new (const char *folder,
                  GPtrArray  *left_out,
                  GError    **error)
{
  g_autoptr (HeedLetters) self = g_atomic_rc_box_new0 (HeedLetters);
  g_autoptr (GPtrArray) messages = g_ptr_array_new_with_free_func (g_free);

  self->parts = g_ptr_array_new_with_free_func (heed_letter_parts_free);
  self->templates = g_ptr_array_new_with_free_func (heed_letter_template_free);
  for (guint i = 0; i < G_N_ELEMENTS (folders); i++)
    if (!heed_rules_files_read_builtin (folders[i], heed_letters_take_file, self, error))
      return NULL;
  for (guint i = 0; folder != NULL && i < G_N_ELEMENTS (folders); i++)
    heed_rules_files_read_own (folder, folders[i], heed_letters_take_file, self,
                               left_out != NULL ? left_out : messages);
  return g_steal_pointer (&self);
}

/** heed_letters_ref: Returns: (transfer full): @self, held once more */
HeedLetters *
heed_letters_ref (HeedLetters *self)
{
  return g_atomic_rc_box_acquire (self);
}

/** heed_letters_unref: @self: (transfer full): letters. Lets go of them. */
void
heed_letters_unref (HeedLetters *self)
{
  g_atomic_rc_box_release_full (self, letters_clear);
}

static gboolean
is_for (const HeedLetterTemplateFull *template,
        const char                   *letter,
        const char                   *profile)
{
  return g_strcmp0 (template->shown.letter, letter) == 0
         && (template->profiles == NULL
             || (profile != NULL
                 && g_strv_contains ((const char *const *) template->profiles, profile)));
}

/**
 * heed_letters_list_templates:
 * @self: the letters
 * @letter: a code of letters
 * @profile: (nullable): the id of a profile
 *
 * Returns: (transfer container) (element-type HeedLetterTemplate): the templates that may be used
 */
GPtrArray *
heed_letters_list_templates (const HeedLetters *self,
                             const char        *letter,
                             const char        *profile)
{
  GPtrArray *found = g_ptr_array_new ();

  for (guint i = 0; i < self->templates->len; i++)
    if (is_for (g_ptr_array_index (self->templates, i), letter, profile))
      g_ptr_array_add (found, g_ptr_array_index (self->templates, i));
  return found;
}

/**
 * heed_letters_find_template:
 * @self: the letters
 * @id: (nullable): the id of a template
 *
 * Returns: (transfer none) (nullable): the template
 */
const HeedLetterTemplate *
heed_letters_find_template (const HeedLetters *self,
                            const char        *id)
{
  for (guint i = 0; i < self->templates->len; i++)
    {
      const HeedLetterTemplate *template = g_ptr_array_index (self->templates, i);

      if (g_strcmp0 (template->id, id) == 0)
        return template;
    }
  return NULL;
}

static gboolean
needs_support (const HeedCase *state,
               const char     *support)
{
  if (g_str_equal (support, "interpreter"))
    return state->interpreter;
  return g_strcmp0 (state->format, support) == 0 || heed_case_has_support (state, support);
}

/**
 * heed_letters_choose:
 * @self: the letters
 * @letter: a code of letters
 * @state: a case
 *
 * Returns: (transfer none) (nullable): the template that fits what the person needs; else the one
 *   for everybody; %NULL where there is none for that letter
 */
const HeedLetterTemplate *
heed_letters_choose (const HeedLetters *self,
                     const char        *letter,
                     const HeedCase    *state)
{
  const HeedLetterTemplate *otherwise = NULL;
  const HeedLetterTemplate *fitting = NULL;

  for (guint i = 0; i < self->templates->len; i++)
    {
      const HeedLetterTemplate *template = g_ptr_array_index (self->templates, i);

      if (!is_for (g_ptr_array_index (self->templates, i), letter, state->profile))
        continue;
      if (template->support == NULL)
        otherwise = template;
      else if (needs_support (state, template->support)
               && (fitting == NULL || g_str_equal (template->support, "easy-read")))
        fitting = template;
    }
  return fitting != NULL ? fitting : otherwise;
}

/* Parts of the profile before those of every profile. */
const HeedLetterPartFull *
heed_letters_find_part (const HeedLetters *self,
                        const char        *part,
                        const char        *letter,
                        const char        *profile)
{
  const HeedLetterPartFull *common = NULL;

  for (guint i = 0; i < self->parts->len; i++)
    {
      const HeedLetterParts *parts = g_ptr_array_index (self->parts, i);

      if (parts->profile != NULL && g_strcmp0 (parts->profile, profile) != 0)
        continue;
      for (guint j = 0; j < parts->parts->len; j++)
        {
          const HeedLetterPartFull *found = g_ptr_array_index (parts->parts, j);

          if (!g_str_equal (found->shown.id, part)
              || !g_strv_contains ((const char *const *) found->letters, letter))
            continue;
          if (parts->profile != NULL)
            return found;
          common = found;
        }
    }
  return common;
}

static void
add_parts (const HeedLetters *self,
           GPtrArray         *list,
           const char        *letter,
           const char        *profile,
           gboolean           own)
{
  for (guint i = 0; i < self->parts->len; i++)
    {
      const HeedLetterParts *parts = g_ptr_array_index (self->parts, i);

      if ((parts->profile != NULL) != own
          || (own && g_strcmp0 (parts->profile, profile) != 0))
        continue;
      for (guint j = 0; j < parts->parts->len; j++)
        {
          HeedLetterPartFull *part = g_ptr_array_index (parts->parts, j);

          if (heed_letters_find_part (self, part->shown.id, letter, profile) == part)
            g_ptr_array_add (list, part);
        }
    }
}

/**
 * heed_letters_list_parts:
 * @self: the letters
 * @letter: a code of letters
 * @profile: (nullable): the id of a profile
 *
 * Returns: (transfer container) (element-type HeedLetterPart): what such a letter must say, first
 *   what the profile's rules ask for
 */
GPtrArray *
heed_letters_list_parts (const HeedLetters *self,
                         const char        *letter,
                         const char        *profile)
{
  GPtrArray *list = g_ptr_array_new ();

  add_parts (self, list, letter, profile, TRUE);
  add_parts (self, list, letter, profile, FALSE);
  return list;
}

static const HeedLetterParts *
find_parts (const HeedLetters *self,
            const char        *profile)
{
  for (guint i = 0; i < self->parts->len; i++)
    {
      const HeedLetterParts *parts = g_ptr_array_index (self->parts, i);

      if (parts->profile != NULL && g_strcmp0 (parts->profile, profile) == 0)
        return parts;
    }
  return NULL;
}

/**
 * heed_letters_get_apology_note:
 * @self: the letters
 * @profile: (nullable): the id of a profile
 *
 * Returns: (transfer none) (nullable): what the law there says about apologies, English
 */
const char *
heed_letters_get_apology_note (const HeedLetters *self,
                               const char        *profile)
{
  const HeedLetterParts *parts = find_parts (self, profile);

  return parts != NULL ? parts->apology_note : NULL;
}

/**
 * heed_letters_get_parts_version:
 * @self: the letters
 * @profile: (nullable): the id of a profile
 *
 * Returns: (transfer none) (nullable): the edition of the parts that its rules ask for
 */
const char *
heed_letters_get_parts_version (const HeedLetters *self,
                                const char        *profile)
{
  const HeedLetterParts *parts = find_parts (self, profile);

  return parts != NULL ? parts->version : NULL;
}

gboolean
heed_letters_is_month_first (const HeedLetters *self,
                             const char        *profile)
{
  const HeedLetterParts *parts = find_parts (self, profile);

  return parts != NULL && parts->month_first;
}
