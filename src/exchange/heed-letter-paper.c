/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A letter on paper: the facts that people and organisation add to a case, and the text of the letter
 * as a document. The words are the writer's; nothing here changes them. */

#include "config.h"

#include "heed-letter-paper.h"

#include "heed-letter-text.h"
#include "heed-words.h"

static const HeedPerson *
find_person (const HeedCaseFile *file,
             const char         *id)
{
  return id != NULL ? g_hash_table_lookup (file->people, id) : NULL;
}

static const char *
get_name (const HeedPerson *person)
{
  if (person == NULL)
    return NULL;
  return person->full_name != NULL ? person->full_name : person->name;
}

static void
set_person (HeedLetterFacts  *facts,
            const HeedPerson *person)
{
  g_autofree char *block = NULL;

  if (person == NULL)
    return;
  heed_letter_facts_set (facts, "person", person->name != NULL ? person->name : person->full_name);
  heed_letter_facts_set (facts, "full_name", get_name (person));
  if (get_name (person) != NULL && person->address != NULL)
    block = g_strdup_printf ("%s\n%s", get_name (person), person->address);
  heed_letter_facts_set (facts, "address_block", block);
  heed_letter_facts_set (facts, "other_person", get_name (person));
}

/* The first place that helps to complain and can be reached. */
static void
set_advocacy (HeedLetterFacts     *facts,
              const HeedResources *resources)
{
  const HeedResource *resource;

  for (guint i = 0; resources != NULL && (resource = heed_resources_get (resources, i)) != NULL; i++)
    if (resource->kind == HEED_RESOURCE_ADVOCACY)
      {
        heed_letter_facts_set (facts, "advocacy", resource->name);
        heed_letter_facts_set (facts, "advocacy_reach", resource->reach);
        return;
      }
}

/**
 * heed_letter_facts_for_case:
 * @letters: the letters
 * @rules: the rules
 * @file: a case with its people
 * @sender: whose letter it is
 * @user: (nullable): who writes
 * @today: the day the letter is from
 *
 * Returns: (transfer full): all that a letter about the case may say
 */
HeedLetterFacts *
heed_letter_facts_for_case (HeedLetters        *letters,
                            const HeedRules    *rules,
                            const HeedCaseFile *file,
                            const HeedSender   *sender,
                            const char         *user,
                            HeedDate            today)
{
  HeedLetterFacts *facts = heed_letter_facts_new (letters, rules, file->state, today);

  set_person (facts, find_person (file, file->state->person));
  heed_letter_facts_set (facts, "patient", get_name (find_person (file, file->state->patient)));
  heed_letter_facts_set (facts, "organisation", sender->organisation);
  heed_letter_facts_set (facts, "contact", sender->contact);
  heed_letter_facts_set (facts, "user", user);
  set_advocacy (facts, heed_rules_get_resources (rules, file->state->profile));
  return facts;
}

static void
add_paragraph (HeedDocument *document,
               GString      *paragraph)
{
  if (paragraph->len > 0)
    heed_document_add_paragraph (document, paragraph->str);
  g_string_truncate (paragraph, 0);
}

/**
 * heed_letter_document_new:
 * @rules: the rules
 * @state: the case
 * @sender: whose letter it is
 * @letter: a code of letters
 * @text: the letter, UTF-8
 * @today: the day the letter is from
 *
 * Returns: (transfer full): the letter on the paper of the organisation
 */
HeedDocument *
heed_letter_document_new (const HeedRules  *rules,
                          const HeedCase   *state,
                          const HeedSender *sender,
                          const char       *letter,
                          const char       *text,
                          HeedDate          today)
{
  g_autofree char *title = g_strdup_printf ("%s %s", heed_words_code (rules, "letters", letter),
                                            state->reference);
  g_autofree char *date = heed_date_format (today);
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_autoptr (GArray) lines = heed_letter_find_lines (valid);
  g_autoptr (GString) paragraph = g_string_new (NULL);
  HeedDocument *document = heed_document_new (title, state->language);

  heed_document_set_author (document, sender->organisation);
  heed_document_set_subject (document, state->reference);
  heed_document_set_footer (document, state->reference);
  heed_document_set_date (document, date);
  if (sender->organisation != NULL)
    heed_document_add_letterhead (document, sender->organisation, sender->contact);
  for (guint i = 0; i < lines->len; i++)
    {
      const HeedLetterLine *line = &g_array_index (lines, HeedLetterLine, i);
      g_autofree char      *content = g_strndup (valid + line->start, line->end - line->start);

      if (line->kind == HEED_LETTER_LINE_EMPTY || line->kind == HEED_LETTER_LINE_HEADING)
        add_paragraph (document, paragraph);
      if (line->kind == HEED_LETTER_LINE_HEADING)
        heed_document_add_heading (document, 3, content);
      else if (line->kind != HEED_LETTER_LINE_EMPTY)
        g_string_append_printf (paragraph, "%s%s", paragraph->len > 0 ? "\n" : "", content);
    }
  add_paragraph (document, paragraph);
  return document;
}

/**
 * heed_letter_wants_large_print:
 * @state: a case
 *
 * Returns: whether the person asked for large print
 */
gboolean
heed_letter_wants_large_print (const HeedCase *state)
{
  return g_strcmp0 (state->format, "large-print") == 0
         || heed_case_has_support (state, "large-print");
}

/**
 * heed_letter_to_pdf:
 * @document: a letter
 * @state: the case
 * @error: where to put an error
 *
 * Returns: (transfer full): the letter as PDF, in large print for those who asked for it; %NULL
 *   with an error as heed_pages_to_pdf()
 */
GBytes *
heed_letter_to_pdf (HeedDocument   *document,
                    const HeedCase *state,
                    GError        **error)
{
  HeedPageSetup setup;
  g_autoptr (HeedPages) pages = NULL;

  heed_page_setup_init (&setup, heed_letter_wants_large_print (state));
  pages = heed_pages_new (document, &setup);
  return heed_pages_to_pdf (pages, error);
}

/**
 * heed_letter_act_body:
 * @facts: the facts of the case
 * @letters: the letters
 * @letter: a code of letters
 * @text: the letter as it goes out
 *
 * Returns: (transfer full): the body of an act "letter" as far as it is known: which letter, its
 *   text, and the editions of template and parts it was written with
 */
JsonObject *
heed_letter_act_body (const HeedLetterFacts *facts,
                      HeedLetters           *letters,
                      const char            *letter,
                      const char            *text)
{
  const HeedCase           *state = heed_letter_facts_get_case (facts);
  const HeedLetterTemplate *template = heed_letters_choose (letters, letter, state);
  const char *parts = heed_letters_get_parts_version (letters, state->profile);
  JsonObject *body = json_object_new ();

  json_object_set_string_member (body, "letter", letter);
  json_object_set_string_member (body, "text", text);
  if (template != NULL)
    {
      g_autofree char *edition = g_strdup_printf ("%s %s, %s %s", template->id, template->version,
                                                  state->profile, parts != NULL ? parts : "-");

      json_object_set_string_member (body, "template", edition);
    }
  return body;
}
