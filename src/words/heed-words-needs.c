/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How somebody needs to be talked to, in words; and the names of languages, which are those of
 * iso-codes. Without iso-codes, languages are called what was typed. */

#include "config.h"

#include "heed-words-needs.h"

#include <string.h>

#include "heed-json.h"

#define LANGUAGES_FILE ISO_CODES_PREFIX "/share/iso-codes/json/iso_639-2.json"
#define LANGUAGES_DOMAIN "iso_639-2"

static void
language_free (gpointer data)
{
  HeedLanguage *language = data;

  g_free (language->code);
  g_free (language->name);
  g_free (language);
}

/* "Spanish; Castilian" has two names: one is enough. Groups of languages are nobody's language. */
static HeedLanguage *
read_language (JsonObject *entry)
{
  const char   *english = json_object_get_string_member_with_default (entry, "name", "");
  const char   *code = json_object_get_string_member_with_default (entry, "alpha_2", NULL);
  HeedLanguage *language;

  if (code == NULL)
    code = json_object_get_string_member_with_default (entry, "alpha_3", "");
  if (*english == '\0' || strlen (code) > 3 || strstr (english, "languages") != NULL
      || g_str_equal (code, "mis") || g_str_equal (code, "mul") || g_str_equal (code, "und")
      || g_str_equal (code, "zxx"))
    return NULL;
  language = g_new0 (HeedLanguage, 1);
  language->code = g_strdup (code);
  language->name = g_strdup (dgettext (LANGUAGES_DOMAIN, english));
  language->name[strcspn (language->name, ";")] = '\0';
  return language;
}

static gint
compare_languages (gconstpointer a,
                   gconstpointer b)
{
  return g_utf8_collate ((*(HeedLanguage *const *) a)->name, (*(HeedLanguage *const *) b)->name);
}

static gpointer
load_languages (gpointer unused)
{
  GPtrArray *languages = g_ptr_array_new_with_free_func (language_free);
  g_autofree char *text = NULL;
  gsize            length;
  g_autoptr (JsonNode) root = NULL;
  JsonArray *entries = NULL;

  bind_textdomain_codeset (LANGUAGES_DOMAIN, "UTF-8");
  if (g_file_get_contents (LANGUAGES_FILE, &text, &length, NULL))
    root = heed_json_parse (text, (gssize) length, "iso_639-2.json", NULL);
  if (root != NULL && JSON_NODE_HOLDS_OBJECT (root)
      && json_object_has_member (json_node_get_object (root), "639-2"))
    entries = json_object_get_array_member (json_node_get_object (root), "639-2");
  for (guint i = 0; entries != NULL && i < json_array_get_length (entries); i++)
    {
      HeedLanguage *language = read_language (json_array_get_object_element (entries, i));

      if (language != NULL)
        g_ptr_array_add (languages, language);
    }
  g_ptr_array_sort (languages, compare_languages);
  return languages;
}

/**
 * heed_words_languages:
 *
 * Returns: (transfer none) (element-type HeedLanguage): the languages of ISO 639-2, by name; empty
 *   where iso-codes is not installed
 */
GPtrArray *
heed_words_languages (void)
{
  static GOnce once = G_ONCE_INIT;

  return g_once (&once, load_languages, NULL);
}

/**
 * heed_words_language:
 * @language: an ISO 639 code, or what was typed
 *
 * Returns: (transfer none): the name of the language; @language itself if it is no known code
 */
const char *
heed_words_language (const char *language)
{
  GPtrArray *languages = heed_words_languages ();

  for (guint i = 0; i < languages->len; i++)
    {
      const HeedLanguage *known = languages->pdata[i];

      if (g_str_equal (known->code, language))
        return known->name;
    }
  return language;
}

/**
 * heed_words_language_code:
 * @name: the name of a language as somebody typed it
 *
 * Returns: (transfer none) (nullable): its ISO 639 code; %NULL if there is none of that name
 */
const char *
heed_words_language_code (const char *name)
{
  GPtrArray       *languages = heed_words_languages ();
  g_autofree char *folded = g_utf8_casefold (name, -1);

  for (guint i = 0; i < languages->len; i++)
    {
      const HeedLanguage *known = languages->pdata[i];
      g_autofree char    *other = g_utf8_casefold (known->name, -1);

      if (g_str_equal (folded, other))
        return known->code;
    }
  return NULL;
}

/**
 * heed_words_no_contact:
 * @state: a case
 *
 * Returns: (transfer full) (nullable): when the person wants to be left in peace, and why; %NULL if
 *   they did not say
 */
char *
heed_words_no_contact (const HeedCase *state)
{
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;
  g_autofree char *when = NULL;

  if (state->no_contact_from == HEED_DATE_NONE)
    return NULL;
  from = heed_words_date (state->no_contact_from);
  if (state->no_contact_to == HEED_DATE_NONE)
    /* Translators: when not to contact somebody; %s is a date */
    when = g_strdup_printf (_ ("No contact from %s"), from);
  else
    {
      to = heed_words_date (state->no_contact_to);
      /* Translators: when not to contact somebody; two dates */
      when = g_strdup_printf (_ ("No contact from %s to %s"), from, to);
    }
  if (state->no_contact_why == NULL)
    return g_steal_pointer (&when);
  /* Translators: when not to contact somebody, then why */
  return g_strdup_printf (_ ("%s: %s"), when, state->no_contact_why);
}

static void
add_interpreter (GStrvBuilder    *lines,
                 const HeedCase  *state,
                 const HeedRules *rules)
{
  const char *how;

  if (!state->interpreter)
    return;
  how = state->interpreter_state != NULL
            ? heed_words_code (rules, "interpreter-states", state->interpreter_state)
            : _ ("Interpreter needed");
  if (state->interpreter_who != NULL)
    /* Translators: how it stands with an interpreter, then who or when */
    g_strv_builder_take (lines, g_strdup_printf (_ ("%s: %s"), how, state->interpreter_who));
  else
    g_strv_builder_add (lines, how);
}

/**
 * heed_words_needs:
 * @state: a case
 * @rules: the rules
 *
 * Returns: (transfer full): what to know before talking or writing to the person, a short text each,
 *   the most needed first; empty if nothing is known
 */
char **
heed_words_needs (const HeedCase  *state,
                  const HeedRules *rules)
{
  g_autoptr (GStrvBuilder) lines = g_strv_builder_new ();
  char *no_contact = heed_words_no_contact (state);

  if (no_contact != NULL)
    g_strv_builder_take (lines, no_contact);
  if (state->language != NULL)
    g_strv_builder_add (lines, heed_words_language (state->language));
  add_interpreter (lines, state, rules);
  for (guint i = 0; i < state->support->len; i++)
    g_strv_builder_add (lines, heed_words_code_brief (rules, "support", state->support->pdata[i]));
  if (state->format != NULL && !g_str_equal (state->format, "standard")
      && !heed_case_has_support (state, state->format))
    g_strv_builder_add (lines, heed_words_code (rules, "formats", state->format));
  if (state->contact_when != NULL)
    g_strv_builder_add (lines, state->contact_when);
  if (state->needs != NULL)
    g_strv_builder_add (lines, state->needs);
  return g_strv_builder_end (lines);
}
