/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the checks found, as rows: what is missing stands open, what is there is folded away. Shows
 * and asks; the text belongs to the page. */

#include "config.h"

#include "letter/heed-letter-checks.h"

#include "heed-words-letter.h"
#include "heed-words.h"

struct _HeedLetterChecks
{
  AdwBin parent_instance;

  /* template */
  AdwPreferencesGroup *parts_group;
  AdwPreferencesGroup *answers_group;
  AdwPreferencesGroup *mistakes_group;
  AdwPreferencesGroup *words_group;
  AdwPreferencesGroup *apology_group;
  GtkLabel            *parts_count;
  GtkLabel            *answers_count;
  GtkLabel            *mistakes_count;
  GtkLabel            *words_count;
  GtkLabel            *apology_count;
  GtkImage            *reading_icon;
  GtkLabel            *reading_label;
  GtkLabel            *sentence_label;
  GtkLabel            *note_label;

  /* owned */
  GHashTable *rows;  /* row (borrowed) → the group it is in (borrowed) */
  char       *shown; /* what the rows say, so that nothing is rebuilt under the hand */
};

G_DEFINE_FINAL_TYPE (HeedLetterChecks, heed_letter_checks, ADW_TYPE_BIN)

enum
{
  SIGNAL_INSERT,
  SIGNAL_SHOW,
  SIGNAL_REPLACE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* A place in the text, and what a button does with it. */
typedef struct
{
  HeedLetterChecks *checks;
  char             *id;     /* of a part to insert */
  char             *better; /* to put in its place; "" keeps it */
  guint             start;
  guint             end;
} Place;

static void
place_free (gpointer  data,
            GClosure *closure)
{
  Place *place = data;

  g_free (place->id);
  g_free (place->better);
  g_free (place);
}

static void
place_cb (Place *place)
{
  if (place->id != NULL)
    g_signal_emit (place->checks, signals[SIGNAL_INSERT], 0, place->id);
  else if (place->better != NULL)
    g_signal_emit (place->checks, signals[SIGNAL_REPLACE], 0, place->start, place->end,
                   place->better);
  else
    g_signal_emit (place->checks, signals[SIGNAL_SHOW], 0, place->start, place->end);
}

static void
expanded_cb (AdwExpanderRow *row,
             GParamSpec     *pspec,
             Place          *place)
{
  if (adw_expander_row_get_expanded (row))
    place_cb (place);
}

static Place *
new_place (HeedLetterChecks *self,
           gsize             start,
           gsize             end)
{
  Place *place = g_new0 (Place, 1);

  place->checks = self;
  place->start = (guint) start;
  place->end = (guint) end;
  return place;
}

static void
connect_place (gpointer    widget,
               const char *signal,
               Place      *place)
{
  g_signal_connect_data (widget, signal, G_CALLBACK (place_cb), place, place_free,
                         G_CONNECT_SWAPPED);
}

/* The state is told by shape and words; the colour only helps. */
static GtkWidget *
new_icon (gboolean is_good)
{
  GtkWidget *icon = gtk_image_new_from_icon_name (is_good ? "heed-done-symbolic"
                                                          : "dialog-warning-symbolic");

  gtk_widget_add_css_class (icon, is_good ? "success" : "warning");
  gtk_accessible_update_property (GTK_ACCESSIBLE (icon), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  is_good ? _ ("There") : _ ("Look at this"), -1);
  return icon;
}

static GtkWidget *
new_row (gboolean    is_good,
         const char *title,
         const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle != NULL ? subtitle : "");
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), new_icon (is_good));
  return row;
}

static void
add_row (HeedLetterChecks    *self,
         AdwPreferencesGroup *group,
         GtkWidget           *row)
{
  adw_preferences_group_add (group, row);
  g_hash_table_insert (self->rows, row, group);
}

static void
set_count (GtkLabel *label,
           guint     n,
           guint     of)
{
  /* Translators: how many there are, of how many */
  g_autofree char *text = g_strdup_printf (_ ("%u of %u"), n, of);

  gtk_label_set_text (label, text);
}

/* What is there, in one row that can be opened. */
static void
add_there (HeedLetterChecks    *self,
           AdwPreferencesGroup *group,
           GArray              *places,
           guint                n)
{
  GtkWidget       *expander = adw_expander_row_new ();
  /* Translators: parts of a letter */
  g_autofree char *title = g_strdup_printf (
      ngettext ("%u part is there", "%u parts are there", n), n);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (expander), title);
  adw_expander_row_add_prefix (ADW_EXPANDER_ROW (expander), new_icon (TRUE));
  for (guint i = 0; i < places->len; i++)
    {
      const HeedLetterPlace *place = &g_array_index (places, HeedLetterPlace, i);
      GtkWidget             *row;

      if (place->state != HEED_LETTER_THERE)
        continue;
      row = new_row (TRUE, heed_words_letter_text (place->label), NULL);
      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
      connect_place (row, "activated", new_place (self, place->start, place->end));
      adw_expander_row_add_row (ADW_EXPANDER_ROW (expander), row);
    }
  add_row (self, group, expander);
}

static void
show_places (HeedLetterChecks    *self,
             AdwPreferencesGroup *group,
             GtkLabel            *count,
             GArray              *places)
{
  guint n = 0;

  for (guint i = 0; i < places->len; i++)
    n += g_array_index (places, HeedLetterPlace, i).state == HEED_LETTER_THERE;
  set_count (count, n, places->len);
  gtk_widget_set_visible (GTK_WIDGET (group), places->len > 0);
  if (n > 0)
    add_there (self, group, places, n);
  for (guint i = 0; i < places->len; i++)
    {
      const HeedLetterPlace *place = &g_array_index (places, HeedLetterPlace, i);
      g_autofree char       *words = heed_words_letter_part (place);
      GtkWidget             *row;

      if (place->state == HEED_LETTER_THERE)
        continue;
      row = new_row (FALSE, heed_words_letter_text (place->label), words);
      if (place->state == HEED_LETTER_UNFINISHED)
        {
          gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
          connect_place (row, "activated", new_place (self, place->start, place->end));
        }
      else if (place->text != NULL)
        {
          GtkWidget *button = gtk_button_new_with_label (C_ ("button", "Insert"));
          Place     *insert = new_place (self, 0, 0);

          insert->id = g_strdup (place->id);
          gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
          gtk_widget_add_css_class (button, "flat");
          gtk_widget_add_css_class (button, "accent");
          gtk_accessible_update_property (GTK_ACCESSIBLE (button),
                                          GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                          heed_words_letter_text (place->label), -1);
          connect_place (button, "clicked", insert);
          adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
        }
      add_row (self, group, row);
    }
}

static void
show_answers (HeedLetterChecks      *self,
              const HeedLetterCheck *check,
              const HeedCase        *state,
              const HeedRules       *rules)
{
  set_count (self->answers_count, heed_letter_check_count_answers (check), check->answers->len);
  gtk_widget_set_visible (GTK_WIDGET (self->answers_group), check->answers->len > 0);
  for (guint i = 0; i < check->answers->len; i++)
    {
      const HeedLetterAnswer *answer = &g_array_index (check->answers, HeedLetterAnswer, i);
      const HeedIssue        *issue = heed_case_get_issue (state, answer->number);
      g_autofree char        *words = heed_words_letter_answer (answer, issue, rules);
      g_autofree char        *title = g_strdup_printf ("%u. %s", answer->number, issue->text);
      GtkWidget *row = new_row (answer->state == HEED_LETTER_THERE, title, words);

      if (answer->state != HEED_LETTER_MISSING)
        {
          gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
          connect_place (row, "activated", new_place (self, answer->start, answer->end));
        }
      add_row (self, self->answers_group, row);
    }
}

static void
add_better (HeedLetterChecks *self,
            GtkWidget        *box,
            const char       *label,
            gsize             start,
            gsize             end,
            const char       *better)
{
  GtkWidget *button = gtk_button_new_with_label (label);
  Place     *place = new_place (self, start, end);

  place->better = g_strdup (better);
  if (*better == '\0')
    gtk_widget_add_css_class (button, "flat");
  connect_place (button, "clicked", place);
  gtk_box_append (GTK_BOX (box), button);
}

/* Words to look at: opened, the row shows what could stand there. */
static GtkWidget *
new_words_row (HeedLetterChecks  *self,
               const char        *found,
               const char        *why,
               gsize              start,
               gsize              end,
               char *const       *better)
{
  GtkWidget       *row = adw_expander_row_new ();
  GtkWidget       *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);
  g_autofree char *title = g_strdup_printf (_ ("“%s”"), found);
  Place           *place = new_place (self, start, end);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (row), why);
  adw_expander_row_add_prefix (ADW_EXPANDER_ROW (row), new_icon (FALSE));
  gtk_widget_set_margin_top (box, 12);
  gtk_widget_set_margin_bottom (box, 12);
  gtk_widget_set_margin_start (box, 12);
  gtk_widget_set_margin_end (box, 12);
  for (guint i = 0; better != NULL && better[i] != NULL; i++)
    {
      GtkWidget       *buttons = adw_wrap_box_new ();
      g_autofree char *quoted = g_strdup_printf (_ ("“%s”"), better[i]);
      GtkWidget       *label = gtk_label_new (quoted);
      GtkWidget       *use = gtk_button_new_with_label (_ ("Use This"));
      Place           *using = new_place (self, start, end);

      using->better = g_strdup (better[i]);
      connect_place (use, "clicked", using);
      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_box_append (GTK_BOX (box), label);
      gtk_accessible_update_property (GTK_ACCESSIBLE (use), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                      better[i], -1);
      adw_wrap_box_append (ADW_WRAP_BOX (buttons), use);
      gtk_box_append (GTK_BOX (box), buttons);
    }
  add_better (self, box, _ ("Keep Mine"), start, end, "");
  adw_expander_row_add_row (ADW_EXPANDER_ROW (row), box);
  g_signal_connect_data (row, "notify::expanded", G_CALLBACK (expanded_cb), place, place_free, 0);
  return row;
}

static void
show_words (HeedLetterChecks      *self,
            const HeedLetterCheck *check,
            const char            *text,
            GHashTable            *kept)
{
  guint n = 0;
  g_autofree char *count = NULL;

  for (guint i = 0; i < check->phrases->len; i++)
    {
      const HeedPhraseHit *hit = &g_array_index (check->phrases, HeedPhraseHit, i);
      g_autofree char     *found = g_strndup (text + hit->start, hit->end - hit->start);
      g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
      g_auto (GStrv) better = NULL;

      if (g_hash_table_contains (kept, found))
        continue;
      for (guint b = 0; hit->phrase->better[b] != NULL; b++)
        g_strv_builder_take (builder, heed_phrases_fit (hit->phrase->better[b], found));
      better = g_strv_builder_end (builder);
      add_row (self, self->words_group,
               new_words_row (self, found, heed_words_letter_text (hit->phrase->why), hit->start,
                              hit->end, better));
      n++;
    }
  for (guint i = 0; i < check->long_sentences->len; i++)
    {
      const HeedLongSentence *sentence = &g_array_index (check->long_sentences, HeedLongSentence, i);
      g_autofree char *title = g_strdup_printf (
          ngettext ("A sentence of %u word", "A sentence of %u words", sentence->n_words),
          sentence->n_words);
      GtkWidget *row = new_row (FALSE, title, _ ("Two short ones are easier to follow"));

      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
      connect_place (row, "activated", new_place (self, sentence->start, sentence->end));
      add_row (self, self->words_group, row);
      n++;
    }
  count = g_strdup_printf ("%u", n);
  gtk_label_set_text (self->words_count, count);
  gtk_widget_set_visible (GTK_WIDGET (self->words_group), n > 0);
}

static void
show_mistakes (HeedLetterChecks      *self,
               const HeedLetterCheck *check,
               GHashTable            *kept)
{
  guint            n = 0;
  g_autofree char *count = NULL;

  for (guint i = 0; i < check->mistakes->len; i++)
    {
      const HeedLetterMistake *mistake = &g_array_index (check->mistakes, HeedLetterMistake, i);
      g_autofree char         *why = heed_words_letter_mistake (mistake);
      char *better[] = { mistake->kind == HEED_LETTER_NAME || mistake->kind == HEED_LETTER_REFERENCE
                                 || mistake->kind == HEED_LETTER_DATE
                             ? mistake->expected
                             : NULL,
                         NULL };

      if (g_hash_table_contains (kept, mistake->found))
        continue;
      add_row (self, self->mistakes_group,
               new_words_row (self, mistake->found, why, mistake->start, mistake->end, better));
      n++;
    }
  count = g_strdup_printf ("%u", n);
  gtk_label_set_text (self->mistakes_count, count);
  gtk_widget_set_visible (GTK_WIDGET (self->mistakes_group), n > 0);
}

static void
show_reading (HeedLetterChecks      *self,
              const HeedReadability *readability)
{
  gboolean         is_easy = readability->flesch_kincaid <= HEED_READABILITY_GRADE_WARN;
  g_autofree char *reading = heed_words_letter_reading (readability);
  g_autofree char *sentence = NULL;
  int              words = (int) (readability->words_per_sentence + 0.5);

  /* Translators: how many words there are in a sentence of the letter, on average */
  sentence = g_strdup_printf (ngettext ("%d word a sentence", "%d words a sentence", words), words);
  gtk_label_set_text (self->reading_label, reading);
  gtk_label_set_text (self->sentence_label, readability->n_sentences > 0 ? sentence : "");
  gtk_image_set_from_icon_name (self->reading_icon, is_easy ? "heed-done-symbolic"
                                                            : "dialog-warning-symbolic");
  gtk_widget_remove_css_class (GTK_WIDGET (self->reading_icon), is_easy ? "warning" : "success");
  gtk_widget_add_css_class (GTK_WIDGET (self->reading_icon), is_easy ? "success" : "warning");
}

/* All that the rows say, as one text. */
static char *
describe (const HeedLetterCheck *check,
          const char            *text,
          GHashTable            *kept)
{
  GString *said = g_string_new (NULL);

  g_string_append_printf (said, "%u kept;", g_hash_table_size (kept));
  for (guint i = 0; i < check->parts->len; i++)
    {
      const HeedLetterPlace *place = &g_array_index (check->parts, HeedLetterPlace, i);

      g_string_append_printf (said, "%d@%zu;", (int) place->state, place->start);
    }
  for (guint i = 0; i < check->answers->len; i++)
    {
      const HeedLetterAnswer *answer = &g_array_index (check->answers, HeedLetterAnswer, i);

      g_string_append_printf (said, "%d@%zu;", (int) answer->state, answer->start);
    }
  for (guint i = 0; i < check->apology->len; i++)
    {
      const HeedLetterPlace *place = &g_array_index (check->apology, HeedLetterPlace, i);

      g_string_append_printf (said, "%d@%zu;", (int) place->state, place->start);
    }
  for (guint i = 0; i < check->mistakes->len; i++)
    {
      const HeedLetterMistake *mistake = &g_array_index (check->mistakes, HeedLetterMistake, i);

      g_string_append_printf (said, "%s@%zu;", mistake->found, mistake->start);
    }
  for (guint i = 0; i < check->phrases->len; i++)
    {
      const HeedPhraseHit *hit = &g_array_index (check->phrases, HeedPhraseHit, i);

      g_string_append_printf (said, "%.*s@%zu;", (int) (hit->end - hit->start), text + hit->start,
                              hit->start);
    }
  for (guint i = 0; i < check->long_sentences->len; i++)
    {
      const HeedLongSentence *sentence = &g_array_index (check->long_sentences, HeedLongSentence, i);

      g_string_append_printf (said, "%u@%zu;", sentence->n_words, sentence->start);
    }
  return g_string_free (said, FALSE);
}

static void
clear_rows (HeedLetterChecks *self)
{
  GHashTableIter iter;
  gpointer       row, group;

  g_hash_table_iter_init (&iter, self->rows);
  while (g_hash_table_iter_next (&iter, &row, &group))
    adw_preferences_group_remove (group, row);
  g_hash_table_remove_all (self->rows);
}

/**
 * heed_letter_checks_show:
 * @self: the pane
 * @check: what was found
 * @text: the text that was checked
 * @state: the case
 * @rules: the rules
 * @apology_note: (nullable): what the law says about apologies
 * @kept: words that the writer decided to keep
 *
 * Shows what was found. Rows stay as they are where they would say the same.
 */
void
heed_letter_checks_show (HeedLetterChecks      *self,
                         const HeedLetterCheck *check,
                         const char            *text,
                         const HeedCase        *state,
                         const HeedRules       *rules,
                         const char            *apology_note,
                         GHashTable            *kept)
{
  g_autofree char *said = describe (check, text, kept);

  show_reading (self, &check->readability);
  if (g_strcmp0 (said, self->shown) == 0)
    return;
  g_set_str (&self->shown, said);
  clear_rows (self);
  show_places (self, self->parts_group, self->parts_count, check->parts);
  show_answers (self, check, state, rules);
  show_mistakes (self, check, kept);
  show_words (self, check, text, kept);
  show_places (self, self->apology_group, self->apology_count, check->apology);
  gtk_label_set_text (self->note_label,
                      apology_note != NULL ? heed_words_letter_text (apology_note) : "");
  gtk_widget_set_visible (GTK_WIDGET (self->note_label),
                          apology_note != NULL && check->apology->len > 0);
}

static void
heed_letter_checks_dispose (GObject *object)
{
  HeedLetterChecks *self = HEED_LETTER_CHECKS (object);

  g_clear_pointer (&self->rows, g_hash_table_unref);
  g_clear_pointer (&self->shown, g_free);
  gtk_widget_dispose_template (GTK_WIDGET (self), HEED_TYPE_LETTER_CHECKS);
  G_OBJECT_CLASS (heed_letter_checks_parent_class)->dispose (object);
}

static void
heed_letter_checks_class_init (HeedLetterChecksClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = heed_letter_checks_dispose;

  signals[SIGNAL_INSERT] = g_signal_new ("insert", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[SIGNAL_SHOW] = g_signal_new ("show-place", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                       0, NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_UINT,
                                       G_TYPE_UINT);
  signals[SIGNAL_REPLACE] = g_signal_new ("replace", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 3, G_TYPE_UINT,
                                          G_TYPE_UINT, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/care/heed/Heed/ui/letter/heed-letter-checks.ui");
  gtk_widget_class_bind_template_child (widget_class, HeedLetterChecks, parts_group);
  gtk_widget_class_bind_template_child (widget_class, HeedLetterChecks, answers_group);
  gtk_widget_class_bind_template_child (widget_class, HeedLetterChecks, mistakes_group);
  gtk_widget_class_bind_template_child (widget_class, HeedLetterChecks, words_group);
  gtk_widget_class_bind_template_child (widget_class, HeedLetterChecks, apology_group);
  gtk_widget_class_bind_template_child (widget_class, HeedLetterChecks, parts_count);
  gtk_widget_class_bind_template_child (widget_class, HeedLetterChecks, answers_count);
  gtk_widget_class_bind_template_child (widget_class, HeedLetterChecks, mistakes_count);
  gtk_widget_class_bind_template_child (widget_class, HeedLetterChecks, words_count);
  gtk_widget_class_bind_template_child (widget_class, HeedLetterChecks, apology_count);
  gtk_widget_class_bind_template_child (widget_class, HeedLetterChecks, reading_icon);
  gtk_widget_class_bind_template_child (widget_class, HeedLetterChecks, reading_label);
  gtk_widget_class_bind_template_child (widget_class, HeedLetterChecks, sentence_label);
  gtk_widget_class_bind_template_child (widget_class, HeedLetterChecks, note_label);
}

static void
heed_letter_checks_init (HeedLetterChecks *self)
{
  self->rows = g_hash_table_new (NULL, NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
}
