/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * An organisation's own folder: where it lies, and reading rules and guidance from it. What is wrong
 * in it is left out and told, and Heed works with its own instead; writes nothing.
 */
#include "config.h"

#include "heed-own-rules.h"

#include "heed-letters.h"
#include "heed-listener.h"
#include "heed-phrases.h"

/**
 * heed_own_rules_dup_folder:
 * @chosen: (nullable): the folder that was chosen in the preferences; %NULL or "" for none
 * @is_sample: whether these are the sample cases, which have a folder to themselves
 *
 * Returns: (transfer full): the organisation's own folder; it need not be there, whoever writes into
 *   it first makes it
 */
char *
heed_own_rules_dup_folder (const char *chosen,
                           gboolean    is_sample)
{
  if (!is_sample && chosen != NULL && *chosen != '\0')
    return g_strdup (chosen);
  return g_build_filename (g_get_user_data_dir (), "heed", is_sample ? "sample-rules" : "rules",
                           NULL);
}

static void
add_messages (GPtrArray *left_out,
              GPtrArray *messages)
{
  for (guint i = 0; messages != NULL && i < messages->len; i++)
    g_ptr_array_add (left_out, g_strdup (g_ptr_array_index (messages, i)));
}

/**
 * heed_own_rules_load:
 * @folder: the organisation's own folder; where there is none, that is no mistake
 * @left_out: (element-type utf8): gets a message "file: path: reason" for each file not taken
 *
 * Returns: (transfer full): the rules, with those of @folder laid over them
 */
HeedRules *
heed_own_rules_load (const char *folder,
                     GPtrArray  *left_out)
{
  HeedRules *rules;
  g_autoptr (GPtrArray) messages = NULL;
  g_autoptr (GError) error = NULL;

  if (g_file_test (folder, G_FILE_TEST_IS_DIR))
    rules = heed_rules_new_with_folder (folder, &messages, &error);
  else
    rules = heed_rules_new_builtin (&error);
  if (rules == NULL)
    g_error ("The rules that came with Heed are damaged: %s", error->message);
  add_messages (left_out, messages);
  return rules;
}

/**
 * heed_own_rules_load_guidance:
 * @rules: the rules
 * @folder: the organisation's own folder; where there is none, that is no mistake
 * @left_out: (element-type utf8): gets a message "file: path: reason" for each file not taken
 *
 * Returns: (transfer full): the guidance, with that of @folder laid over it
 */
HeedGuidance *
heed_own_rules_load_guidance (HeedRules  *rules,
                              const char *folder,
                              GPtrArray  *left_out)
{
  HeedGuidance *guidance;
  g_autoptr (GPtrArray) messages = NULL;
  g_autoptr (GError) error = NULL;

  if (g_file_test (folder, G_FILE_TEST_IS_DIR))
    guidance = heed_guidance_new_with_folder (rules, folder, &messages, &error);
  else
    guidance = heed_guidance_new_builtin (rules, &error);
  if (guidance == NULL)
    g_error ("The guidance that came with Heed is damaged: %s", error->message);
  add_messages (left_out, messages);
  return guidance;
}

/**
 * heed_own_rules_check_letters:
 * @folder: the organisation's own folder
 * @left_out: (element-type utf8): gets a message "file: path: reason" for each file not taken
 *
 * Reads what pages read later, each when it is needed (letters, words to look at, the listener), so
 * that somebody hears of a mistake in it when Heed starts, not when they are writing.
 */
void
heed_own_rules_check_letters (const char *folder,
                              GPtrArray  *left_out)
{
  g_autoptr (HeedLetters) letters = NULL;
  g_autoptr (HeedPhrases) phrases = NULL;
  g_autoptr (HeedListener) listener = NULL;

  if (!g_file_test (folder, G_FILE_TEST_IS_DIR))
    return;
  letters = heed_letters_new (folder, left_out, NULL);
  phrases = heed_phrases_new (folder, left_out, NULL);
  listener = heed_listener_new (folder, left_out, NULL);
}
