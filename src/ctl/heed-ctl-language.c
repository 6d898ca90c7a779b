/* SPDX-License-Identifier: GPL-3.0-or-later */

/* readability: how hard a text is to read, and which words in it to look at. Needs no database. */

#include "config.h"

#include <gio/gio.h>
#include <stdio.h>

#include "heed-ctl.h"
#include "heed-phrases.h"
#include "heed-readability.h"
#include "heed-words.h"

/* What the command found in one text. */
typedef struct
{
  HeedLanguage   *language;
  HeedPhrases    *phrases;
  HeedText       *text;
  HeedReadability scores;
  GArray         *hits;
  GArray         *sentences;
} Reading;

static void
reading_clear (Reading *self)
{
  g_clear_pointer (&self->hits, g_array_unref);
  g_clear_pointer (&self->sentences, g_array_unref);
  g_clear_pointer (&self->text, heed_text_free);
  g_clear_pointer (&self->phrases, heed_phrases_unref);
  g_clear_pointer (&self->language, heed_language_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Reading, reading_clear)

/* Rounded to two places, so that the same text prints the same everywhere. */
static void
set_score (JsonObject *object,
           const char *name,
           double      value)
{
  char  buffer[G_ASCII_DTOSTR_BUF_SIZE];
  char *end;

  g_ascii_formatd (buffer, sizeof buffer, "%.2f", value);
  json_object_set_double_member (object, name, g_ascii_strtod (buffer, &end));
}

/* Places are told in bytes and, for people, in lines. */
static guint
line_of (const char *text,
         gsize       offset)
{
  guint line = 1;

  for (gsize i = 0; i < offset; i++)
    line += text[i] == '\n';
  return line;
}

static char *
cut_out (const char *text,
         gsize       start,
         gsize       end)
{
  return g_strndup (text + start, end - start);
}

static JsonObject *
hit_json (const char          *text,
          const HeedPhraseHit *hit)
{
  JsonObject      *object = json_object_new ();
  JsonArray       *better = json_array_new ();
  g_autofree char *words = cut_out (text, hit->start, hit->end);

  for (guint i = 0; hit->phrase->better[i] != NULL; i++)
    json_array_add_string_element (better, hit->phrase->better[i]);
  json_object_set_string_member (object, "kind", hit->phrase->kind->id);
  json_object_set_string_member (object, "phrase", hit->phrase->id);
  json_object_set_string_member (object, "text", words);
  json_object_set_int_member (object, "line", line_of (text, hit->start));
  json_object_set_int_member (object, "start", (gint64) hit->start);
  json_object_set_int_member (object, "end", (gint64) hit->end);
  json_object_set_string_member (object, "why",
                                 g_dgettext (GETTEXT_PACKAGE, hit->phrase->why));
  json_object_set_array_member (object, "better", better);
  return object;
}

static void
print_json (const Reading *reading)
{
  g_autoptr (JsonObject) object = json_object_new ();
  const HeedReadability *scores = &reading->scores;
  const char            *text = heed_text_get_string (reading->text);
  JsonArray             *sentences = json_array_new ();
  JsonArray             *hits = json_array_new ();

  json_object_set_int_member (object, "words", scores->n_words);
  json_object_set_int_member (object, "sentences", scores->n_sentences);
  json_object_set_int_member (object, "syllables", scores->n_syllables);
  json_object_set_int_member (object, "long_words", scores->n_polysyllables);
  set_score (object, "words_per_sentence", scores->words_per_sentence);
  set_score (object, "flesch", scores->flesch);
  set_score (object, "flesch_kincaid", scores->flesch_kincaid);
  set_score (object, "smog", scores->smog);
  json_object_set_boolean_member (object, "smog_is_rough", scores->smog_is_rough);
  json_object_set_boolean_member (object, "is_rough", scores->is_rough);
  for (guint i = 0; i < reading->sentences->len; i++)
    {
      const HeedLongSentence *sentence = &g_array_index (reading->sentences, HeedLongSentence, i);
      JsonObject             *entry = json_object_new ();

      json_object_set_int_member (entry, "words", sentence->n_words);
      json_object_set_int_member (entry, "line", line_of (text, sentence->start));
      json_object_set_int_member (entry, "start", (gint64) sentence->start);
      json_object_set_int_member (entry, "end", (gint64) sentence->end);
      json_array_add_object_element (sentences, entry);
    }
  for (guint i = 0; i < reading->hits->len; i++)
    json_array_add_object_element (hits, hit_json (text, &g_array_index (reading->hits,
                                                                         HeedPhraseHit, i)));
  json_object_set_array_member (object, "long_sentences", sentences);
  json_object_set_array_member (object, "look_at", hits);
  heed_ctl_print_object (object);
}

static void
add_number (HeedCtlTable *table,
            const char   *label,
            guint         number)
{
  g_autofree char *value = g_strdup_printf ("%u", number);

  heed_ctl_table_add (table, label, value, "", NULL);
}

static void
add_score (HeedCtlTable *table,
           const char   *label,
           double        score,
           const char   *note)
{
  g_autofree char *value = g_strdup_printf ("%.1f", score);

  heed_ctl_table_add (table, label, value, note, NULL);
}

static void
print_scores (const HeedReadability *scores)
{
  g_autoptr (HeedCtlTable) table = heed_ctl_table_new (3);
  const char   *rough = scores->is_rough ? _ ("rough: fewer than 100 words") : "";

  add_number (table, _ ("Words"), scores->n_words);
  add_number (table, _ ("Sentences"), scores->n_sentences);
  add_score (table, _ ("Words in a sentence"), scores->words_per_sentence,
             _ ("aim: 15 at most"));
  add_score (table, _ ("Flesch reading ease"), scores->flesch,
             *rough ? rough : _ ("aim: 65 or more"));
  add_score (table, _ ("Flesch-Kincaid grade"), scores->flesch_kincaid,
             *rough ? rough : _ ("aim: 7 at most"));
  add_score (table, _ ("SMOG grade"), scores->smog,
             scores->smog_is_rough ? _ ("rough: fewer than 30 sentences") : "");
  heed_ctl_table_print (table);
}

static void
print_text (const Reading *reading)
{
  const char *text = heed_text_get_string (reading->text);

  print_scores (&reading->scores);
  for (guint i = 0; i < reading->sentences->len; i++)
    {
      const HeedLongSentence *sentence = &g_array_index (reading->sentences, HeedLongSentence, i);
      g_autofree char        *words = cut_out (text, sentence->start, sentence->end);
      g_autofree char        *clean = heed_ctl_clean (words, FALSE);

      if (i == 0)
        printf ("\n%s\n", _ ("Long sentences"));
      /* Translators: a line number, a number of words, a sentence */
      printf (_ ("line %u, %u words: %s\n"), line_of (text, sentence->start), sentence->n_words,
              clean);
    }
  for (guint i = 0; i < reading->hits->len; i++)
    {
      const HeedPhraseHit *hit = &g_array_index (reading->hits, HeedPhraseHit, i);
      g_autofree char     *words = cut_out (text, hit->start, hit->end);
      g_autofree char     *clean = heed_ctl_clean (words, FALSE);
      g_autofree char     *better = g_strjoinv (" / ", hit->phrase->better);

      if (i == 0)
        printf ("\n%s\n", _ ("Words to look at"));
      /* Translators: a line number, words of a letter, what kind of words they are, why */
      printf (_ ("line %u, “%s”. %s: %s\n"), line_of (text, hit->start), clean,
              g_dgettext (GETTEXT_PACKAGE, hit->phrase->kind->label),
              g_dgettext (GETTEXT_PACKAGE, hit->phrase->why));
      if (*better != '\0')
        printf ("    %s %s\n", _ ("Better:"), better);
    }
}

int
heed_ctl_readability (HeedCtl *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) left_out = g_ptr_array_new_with_free_func (g_free);
  g_auto (Reading) reading = { 0 };
  g_autofree char *text = NULL;
  gsize            length;

  text = heed_ctl_read_input (self->args[0], &length, &error);
  if (text == NULL)
    return heed_ctl_refuse (self->args[0], error);
  if (!g_utf8_validate_len (text, length, NULL))
    {
      g_printerr ("heedctl: %s: %s\n", self->args[0], _ ("it is not text in UTF-8"));
      return HEED_CTL_REFUSED;
    }
  reading.language = heed_language_new_builtin (&error);
  if (reading.language != NULL)
    reading.phrases = heed_phrases_new (self->rules_folder, left_out, &error);
  heed_ctl_tell_left_out (left_out);
  if (reading.phrases == NULL)
    return heed_ctl_refuse (NULL, error);

  reading.text = heed_text_new (reading.language, text, (gssize) length);
  heed_readability_measure (&reading.scores, reading.language, reading.text);
  reading.sentences = heed_readability_find_long_sentences (reading.text,
                                                            HEED_READABILITY_LONG_SENTENCE);
  reading.hits = heed_phrases_find (reading.phrases, reading.text);
  if (self->json)
    print_json (&reading);
  else
    print_text (&reading);
  return HEED_CTL_OK;
}
