/* SPDX-License-Identifier: GPL-3.0-or-later */

/* letter: begin a letter, check one, make a PDF of it, record it as sent. */

#include "config.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>

#include "heed-ctl.h"
#include "heed-letter-paper.h"
#include "heed-words-letter.h"
#include "heed-words.h"

typedef struct
{
  HeedCtl           *ctl;
  HeedCaseFile      *file;
  const char        *letter;
  char              *text;
  HeedSender         sender;
  HeedLetterChecker  checker;
  HeedLetterFacts   *facts;
  HeedLetterCheck   *check;
  GPtrArray         *missing; /* char *, fields that are not known */
  char              *checksum;
} Letter;

static void
letter_clear (Letter *self)
{
  g_clear_pointer (&self->check, heed_letter_check_free);
  g_clear_pointer (&self->facts, heed_letter_facts_unref);
  g_clear_pointer (&self->checker.letters, heed_letters_unref);
  g_clear_pointer (&self->checker.phrases, heed_phrases_unref);
  g_clear_pointer (&self->checker.language, heed_language_unref);
  g_clear_pointer (&self->file, heed_case_file_free);
  g_clear_pointer (&self->missing, g_ptr_array_unref);
  heed_sender_clear (&self->sender);
  g_free (self->text);
  g_free (self->checksum);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Letter, letter_clear)

static gboolean
load (Letter  *self,
      GError **error)
{
  HeedCtl *ctl = self->ctl;
  g_autoptr (GPtrArray) left_out = g_ptr_array_new_with_free_func (g_free);
  gint64   id = heed_store_find_reference (ctl->store, ctl->args[0], error);

  self->file = id > 0 ? heed_store_load_case (ctl->store, id, error) : NULL;
  if (self->file == NULL)
    return FALSE;
  heed_sender_load (&self->sender, ctl->store);
  self->checker.letters = heed_letters_new (ctl->rules_folder, left_out, error);
  if (self->checker.letters != NULL)
    self->checker.phrases = heed_phrases_new (ctl->rules_folder, left_out, error);
  heed_ctl_tell_left_out (left_out);
  if (self->checker.phrases != NULL)
    self->checker.language = heed_language_new_builtin (error);
  if (self->checker.language == NULL)
    return FALSE;
  self->facts = heed_letter_facts_for_case (self->checker.letters, ctl->rules, self->file,
                                            &self->sender, ctl->context.actor, ctl->today);
  return TRUE;
}

/* The text is that of a file, or a beginning from the template. */
static gboolean
take_text (Letter  *self,
           GError **error)
{
  const HeedLetterTemplate *template;
  gsize length = 0;

  self->missing = g_ptr_array_new_with_free_func (g_free);
  if (self->ctl->n_args > 2)
    {
      self->text = heed_ctl_read_input (self->ctl->args[2], &length, error);
      if (self->text != NULL && !g_utf8_validate_len (self->text, length, NULL))
        {
          g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                               _ ("It is not text in UTF-8."));
          return FALSE;
        }
      return self->text != NULL;
    }
  template = heed_letters_choose (self->checker.letters, self->letter, self->file->state);
  if (template == NULL)
    {
      g_set_error (error, HEED_RULES_ERROR, HEED_RULES_ERROR_UNKNOWN, "letter \"%s\"",
                   self->letter);
      return FALSE;
    }
  self->text = heed_letter_compose (self->facts, template, self->missing);
  return TRUE;
}

static gboolean
write_pdf (Letter  *self,
           GError **error)
{
  g_autoptr (HeedDocument) document = NULL;
  g_autoptr (GBytes) pdf = NULL;

  document = heed_letter_document_new (self->ctl->rules, self->file->state, &self->sender,
                                       self->letter, self->text, self->ctl->today);
  pdf = heed_letter_to_pdf (document, self->file->state, error);
  if (pdf == NULL || (self->ctl->pdf != NULL && !heed_pdf_write (pdf, self->ctl->pdf, error)))
    return FALSE;
  self->checksum = heed_pdf_get_checksum (pdf);
  return TRUE;
}

/* --- What was found --- */

static JsonObject *
place_json (Letter     *self,
            gsize       start,
            gsize       end,
            const char *what,
            const char *words)
{
  JsonObject      *object = json_object_new ();
  g_autofree char *found = g_strndup (self->text + start, end - start);

  heed_ctl_set_text (object, "what", what);
  heed_ctl_set_text (object, "words", words);
  json_object_set_int_member (object, "start", (gint64) start);
  json_object_set_int_member (object, "end", (gint64) end);
  if (end > start)
    heed_ctl_set_text (object, "found", found);
  return object;
}

static JsonArray *
places_json (Letter *self,
             GArray *places)
{
  static const char *const states[] = { "missing", "unfinished", "differs", "there" };
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < places->len; i++)
    {
      const HeedLetterPlace *place = &g_array_index (places, HeedLetterPlace, i);
      g_autofree char       *words = heed_words_letter_part (place);
      JsonObject            *object = place_json (self, place->start, place->end, place->id, words);

      heed_ctl_set_text (object, "label", heed_words_letter_text (place->label));
      heed_ctl_set_text (object, "state", states[place->state]);
      json_array_add_object_element (array, object);
    }
  return array;
}

static JsonArray *
answers_json (Letter *self)
{
  static const char *const states[] = { "missing", "unfinished", "differs", "there" };
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < self->check->answers->len; i++)
    {
      const HeedLetterAnswer *answer = &g_array_index (self->check->answers, HeedLetterAnswer, i);
      g_autofree char *words = heed_words_letter_answer (
          answer, heed_case_get_issue (self->file->state, answer->number), self->ctl->rules);
      JsonObject *object = place_json (self, answer->start, answer->end, NULL, words);

      json_object_set_int_member (object, "issue", answer->number);
      heed_ctl_set_text (object, "state", states[answer->state]);
      json_array_add_object_element (array, object);
    }
  return array;
}

static JsonArray *
words_json (Letter *self)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < self->check->mistakes->len; i++)
    {
      const HeedLetterMistake *mistake = &g_array_index (self->check->mistakes, HeedLetterMistake, i);
      g_autofree char         *words = heed_words_letter_mistake (mistake);

      json_array_add_object_element (array, place_json (self, mistake->start, mistake->end,
                                                        "differs", words));
    }
  for (guint i = 0; i < self->check->phrases->len; i++)
    {
      const HeedPhraseHit *hit = &g_array_index (self->check->phrases, HeedPhraseHit, i);

      json_array_add_object_element (array, place_json (self, hit->start, hit->end,
                                                        hit->phrase->kind->id, hit->phrase->why));
    }
  return array;
}

static JsonObject *
letter_json (Letter *self)
{
  JsonObject      *object = json_object_new ();
  JsonArray       *missing = json_array_new ();
  JsonArray       *lacking = json_array_new ();
  g_auto (GStrv)   names = heed_words_letter_lacking (self->check);
  const char      *note = heed_letters_get_apology_note (self->checker.letters,
                                                         self->file->state->profile);

  for (guint i = 0; i < self->missing->len; i++)
    json_array_add_string_element (missing, g_ptr_array_index (self->missing, i));
  for (guint i = 0; names[i] != NULL; i++)
    json_array_add_string_element (lacking, names[i]);
  json_object_set_string_member (object, "letter", self->letter);
  json_object_set_string_member (object, "text", self->text);
  json_object_set_array_member (object, "unknown", missing);
  json_object_set_array_member (object, "lacking", lacking);
  json_object_set_array_member (object, "parts", places_json (self, self->check->parts));
  json_object_set_array_member (object, "answers", answers_json (self));
  json_object_set_array_member (object, "apology", places_json (self, self->check->apology));
  json_object_set_array_member (object, "look_at", words_json (self));
  json_object_set_double_member (object, "grade", self->check->readability.flesch_kincaid);
  json_object_set_double_member (object, "flesch", self->check->readability.flesch);
  json_object_set_int_member (object, "long_sentences", self->check->long_sentences->len);
  heed_ctl_set_text (object, "apology_note", heed_words_letter_text (note));
  heed_ctl_set_text (object, "pdf_sha256", self->checksum);
  return object;
}

static void
print_places (GArray *places)
{
  for (guint i = 0; i < places->len; i++)
    {
      const HeedLetterPlace *place = &g_array_index (places, HeedLetterPlace, i);
      g_autofree char       *words = heed_words_letter_part (place);

      printf ("  %s  %s: %s\n", place->state == HEED_LETTER_THERE ? "✓" : "–",
              heed_words_letter_text (place->label), words);
    }
}

static void
print_found (Letter *self)
{
  g_autofree char *reading = heed_words_letter_reading (&self->check->readability);
  g_autoptr (JsonArray) look_at = words_json (self);

  printf ("%s\n", _ ("Needed in the letter"));
  print_places (self->check->parts);
  for (guint i = 0; i < self->check->answers->len; i++)
    {
      const HeedLetterAnswer *answer = &g_array_index (self->check->answers, HeedLetterAnswer, i);
      g_autofree char *words = heed_words_letter_answer (
          answer, heed_case_get_issue (self->file->state, answer->number), self->ctl->rules);

      /* Translators: the number of an issue, then how it stands with the answer to it */
      printf (_ ("  %s  Issue %u: %s\n"), answer->state == HEED_LETTER_THERE ? "✓" : "–",
              answer->number, words);
    }
  if (self->check->apology->len > 0)
    printf ("\n%s\n", _ ("Parts of an apology"));
  print_places (self->check->apology);
  if (json_array_get_length (look_at) > 0)
    printf ("\n%s\n", _ ("Words to look at"));
  for (guint i = 0; i < json_array_get_length (look_at); i++)
    {
      JsonObject      *object = json_array_get_object_element (look_at, i);
      g_autofree char *found = heed_ctl_clean (
          json_object_get_string_member_with_default (object, "found", ""), FALSE);

      /* Translators: words of a letter, then why to look at them */
      printf (_ ("  “%s”: %s\n"), found, json_object_get_string_member (object, "words"));
    }
  printf ("\n%s\n", reading);
}

/* --- Recording --- */

static void
print_lacking (char **lacking)
{
  for (guint i = 0; lacking[i] != NULL; i++)
    /* Translators: %s is a part of a letter */
    g_printerr (_ ("not there: %s\n"), lacking[i]);
}

/* "person", "patient" or "other:NAME"; anything else is refused with the act. */
static void
set_recipient (JsonObject *body,
               const char *to)
{
  gboolean is_other = to != NULL && g_str_has_prefix (to, "other:");

  if (is_other)
    heed_ctl_set_text (body, "recipient_name", to + strlen ("other:"));
  json_object_set_string_member (body, "recipient", is_other ? "other" : to != NULL ? to : "person");
}

static int
record (Letter *self)
{
  HeedCtl *ctl = self->ctl;
  g_autoptr (JsonObject) body = heed_letter_act_body (self->facts, self->checker.letters,
                                                      self->letter, self->text);
  g_auto (GStrv) lacking = heed_words_letter_lacking (self->check);
  g_autoptr (GPtrArray) acts = g_ptr_array_new_with_free_func ((GDestroyNotify) heed_act_unref);
  g_autoptr (GPtrArray) cases = NULL;
  g_autoptr (GError) error = NULL;
  JsonArray *missing = json_array_new ();

  for (guint i = 0; lacking[i] != NULL; i++)
    json_array_add_string_element (missing, lacking[i]);
  json_object_set_array_member (body, "missing", missing);
  json_object_set_string_member (body, "how", ctl->send);
  set_recipient (body, ctl->to);
  json_object_set_string_member (body, "pdf_sha256", self->checksum);
  if (ctl->reason != NULL)
    json_object_set_string_member (body, "passed_reason", ctl->reason);
  g_ptr_array_add (acts, heed_act_new ("letter", &ctl->context, self->file->state->id,
                                       self->file->state->seq, body));
  cases = heed_store_perform (ctl->store, acts, &error);
  if (cases == NULL)
    {
      print_lacking (lacking);
      return heed_ctl_refuse (ctl->args[0], error);
    }
  return HEED_CTL_OK;
}

/* heedctl letter REFERENCE KIND [FILE|-] [--check] [--pdf FILE] [--send HOW [--to WHO]] */
int
heed_ctl_letter (HeedCtl *self)
{
  g_auto (Letter) letter = { .ctl = self, .letter = self->args[1] };
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) lacking = NULL;
  int status = HEED_CTL_OK;

  if (heed_codes_find (heed_rules_get_codes (self->rules, "letters"), self->args[1]) == NULL)
    return heed_ctl_usage (_ ("There is no letter “%s”."), self->args[1]);
  if (!heed_ctl_open (self, HEED_STORE_DEFAULT))
    return HEED_CTL_REFUSED;
  if (!load (&letter, &error))
    return heed_ctl_refuse (self->args[0], error);
  if (!take_text (&letter, &error) || !write_pdf (&letter, &error))
    return heed_ctl_refuse (self->pdf != NULL && letter.text != NULL ? self->pdf : self->args[1],
                            error);
  letter.check = heed_letter_check_new (&letter.checker, letter.facts, letter.letter, letter.text);
  lacking = heed_words_letter_lacking (letter.check);
  if (self->send != NULL)
    status = record (&letter);
  else if (self->check && lacking[0] != NULL)
    {
      print_lacking (lacking);
      status = HEED_CTL_REFUSED;
    }
  if (self->json)
    {
      g_autoptr (JsonObject) object = letter_json (&letter);

      heed_ctl_print_object (object);
    }
  else if (self->check)
    print_found (&letter);
  else if (self->pdf == NULL && self->send == NULL)
    fputs (letter.text, stdout);
  return status;
}
