/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The text of a letter on the page: what is marked in it, what can be put into it, and when it is
 * looked over. Checks run on a thread; an answer about an older text is thrown away. */

#include "config.h"

#include "letter/heed-letter-page-private.h"

#include <libspelling.h>
#include <string.h>

#include "heed-letter-text.h"
#include "heed-words-letter.h"
#include "heed-words.h"

#define CHECK_DELAY_MS 300

GtkTextBuffer *
heed_letter_page_get_buffer (HeedLetterPage *self)
{
  return gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->source_view));
}

char *
heed_letter_page_dup_text (HeedLetterPage *self)
{
  GtkTextBuffer *buffer = heed_letter_page_get_buffer (self);
  GtkTextIter    start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

/* Puts another text in the place of all, as one step that can be undone. */
void
heed_letter_page_set_text (HeedLetterPage *self,
                           const char     *text,
                           gboolean        can_undo)
{
  GtkTextBuffer *buffer = heed_letter_page_get_buffer (self);
  GtkTextIter    start, end;

  if (!can_undo)
    gtk_text_buffer_begin_irreversible_action (buffer);
  else
    gtk_text_buffer_begin_user_action (buffer);
  gtk_text_buffer_get_bounds (buffer, &start, &end);
  gtk_text_buffer_delete (buffer, &start, &end);
  gtk_text_buffer_insert (buffer, &start, text, -1);
  if (!can_undo)
    gtk_text_buffer_end_irreversible_action (buffer);
  else
    gtk_text_buffer_end_user_action (buffer);
  gtk_text_buffer_get_start_iter (buffer, &start);
  gtk_text_buffer_place_cursor (buffer, &start);
}

/* --- What is marked --- */

static void
get_iter (GtkTextBuffer *buffer,
          const char    *text,
          gsize          offset,
          GtkTextIter   *iter)
{
  gtk_text_buffer_get_iter_at_offset (buffer, iter,
                                      (int) g_utf8_strlen (text, (gssize) MIN (offset,
                                                                               strlen (text))));
}

static void
apply (HeedLetterPage *self,
       const char     *tag,
       const char     *text,
       gsize           start,
       gsize           end)
{
  GtkTextBuffer *buffer = heed_letter_page_get_buffer (self);
  GtkTextIter    from, to;

  get_iter (buffer, text, start, &from);
  get_iter (buffer, text, end, &to);
  gtk_text_buffer_apply_tag_by_name (buffer, tag, &from, &to);
}

static gboolean
is_kept (HeedLetterPage *self,
         const char     *text,
         gsize           start,
         gsize           end)
{
  g_autofree char *found = g_strndup (text + start, end - start);

  return g_hash_table_contains (self->kept, found);
}

static void
mark_text (HeedLetterPage *self,
           const char     *text)
{
  static const char *const tags[] = { "heading", "look-at", "gap" };
  GtkTextBuffer *buffer = heed_letter_page_get_buffer (self);
  g_autoptr (GArray) lines = heed_letter_find_lines (text);
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  for (guint i = 0; i < G_N_ELEMENTS (tags); i++)
    gtk_text_buffer_remove_tag_by_name (buffer, tags[i], &start, &end);
  for (guint i = 0; i < lines->len; i++)
    {
      const HeedLetterLine *line = &g_array_index (lines, HeedLetterLine, i);

      if (line->kind == HEED_LETTER_LINE_HEADING)
        apply (self, "heading", text, line->start, line->end);
    }
  for (guint i = 0; i < self->check->phrases->len; i++)
    {
      const HeedPhraseHit *hit = &g_array_index (self->check->phrases, HeedPhraseHit, i);

      if (!is_kept (self, text, hit->start, hit->end))
        apply (self, "look-at", text, hit->start, hit->end);
    }
  for (guint i = 0; i < self->check->mistakes->len; i++)
    {
      const HeedLetterMistake *mistake = &g_array_index (self->check->mistakes, HeedLetterMistake, i);

      if (!is_kept (self, text, mistake->start, mistake->end))
        apply (self, "look-at", text, mistake->start, mistake->end);
    }
  for (guint i = 0; i < self->check->gaps->len; i++)
    {
      const HeedLetterGap *gap = &g_array_index (self->check->gaps, HeedLetterGap, i);

      apply (self, "gap", text, gap->start, gap->end);
    }
}

/* --- Checking --- */

typedef struct
{
  HeedLetterChecker checker;
  HeedLetterFacts  *facts;
  char             *letter;
  char             *text;
  guint             serial;
} Checking;

static void
checking_free (gpointer data)
{
  Checking *checking = data;

  heed_letters_unref (checking->checker.letters);
  heed_phrases_unref (checking->checker.phrases);
  heed_language_unref (checking->checker.language);
  heed_letter_facts_unref (checking->facts);
  g_free (checking->letter);
  g_free (checking->text);
  g_free (checking);
}

static void
check_thread (GTask        *task,
              gpointer      source,
              gpointer      task_data,
              GCancellable *cancellable)
{
  Checking *checking = task_data;

  g_task_return_pointer (task,
                         heed_letter_check_new (&checking->checker, checking->facts,
                                                checking->letter, checking->text),
                         (GDestroyNotify) heed_letter_check_free);
}

static void
checked_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (HeedLetterPage) self = user_data;
  Checking *checking = g_task_get_task_data (G_TASK (result));
  g_autoptr (HeedLetterCheck) check = g_task_propagate_pointer (G_TASK (result), NULL);

  if (self->session == NULL || checking->serial != self->check_serial)
    return;
  g_clear_pointer (&self->check, heed_letter_check_free);
  self->check = g_steal_pointer (&check);
  mark_text (self, checking->text);
  heed_letter_checks_show (self->checks, self->check, checking->text, self->file->state,
                           heed_session_get_rules (self->session),
                           heed_letters_get_apology_note (self->checker.letters,
                                                          self->file->state->profile),
                           self->kept);
}

/* Looks the text over, on a thread of its own. */
void
heed_letter_page_start_check (HeedLetterPage *self)
{
  g_autoptr (GTask) task = NULL;
  Checking *checking;

  g_clear_handle_id (&self->check_timeout, g_source_remove);
  if (!self->is_ready)
    return;
  checking = g_new0 (Checking, 1);
  checking->checker.letters = heed_letters_ref (self->checker.letters);
  checking->checker.phrases = heed_phrases_ref (self->checker.phrases);
  checking->checker.language = heed_language_ref (self->checker.language);
  checking->facts = heed_letter_facts_ref (self->facts);
  checking->letter = g_strdup (self->letter);
  checking->text = heed_letter_page_dup_text (self);
  checking->serial = ++self->check_serial;
  task = g_task_new (NULL, NULL, checked_cb, g_object_ref (self));
  g_task_set_task_data (task, checking, checking_free);
  g_task_run_in_thread (task, check_thread);
}

static gboolean
check_timeout_cb (gpointer data)
{
  HeedLetterPage *self = data;

  self->check_timeout = 0;
  heed_letter_page_start_check (self);
  return G_SOURCE_REMOVE;
}

static void
changed_cb (HeedLetterPage *self)
{
  if (!self->is_ready)
    return;
  /* Until it is looked over again, no place is trusted. */
  self->check_serial++;
  g_clear_handle_id (&self->check_timeout, g_source_remove);
  self->check_timeout = g_timeout_add (CHECK_DELAY_MS, check_timeout_cb, self);
}

/* --- Putting in --- */

/* Puts a paragraph where the cursor is, with empty lines around it. */
void
heed_letter_page_insert (HeedLetterPage *self,
                         const char     *text)
{
  GtkTextBuffer *buffer = heed_letter_page_get_buffer (self);
  GtkTextIter    iter;

  gtk_text_buffer_begin_user_action (buffer);
  gtk_text_buffer_get_iter_at_mark (buffer, &iter, gtk_text_buffer_get_insert (buffer));
  if (!gtk_text_iter_starts_line (&iter))
    {
      if (!gtk_text_iter_ends_line (&iter))
        gtk_text_iter_forward_to_line_end (&iter);
      gtk_text_buffer_insert (buffer, &iter, "\n\n", -1);
    }
  gtk_text_buffer_insert (buffer, &iter, text, -1);
  if (!gtk_text_iter_ends_line (&iter))
    gtk_text_buffer_insert (buffer, &iter, "\n\n", -1);
  gtk_text_buffer_place_cursor (buffer, &iter);
  gtk_text_buffer_end_user_action (buffer);
  gtk_text_view_scroll_mark_onscreen (GTK_TEXT_VIEW (self->source_view),
                                      gtk_text_buffer_get_insert (buffer));
  gtk_widget_grab_focus (GTK_WIDGET (self->source_view));
}

/* A part that is asked for goes before the closing words, unless the writer put the cursor into the
 * letter: then it goes there. */
static void
place_cursor (HeedLetterPage *self)
{
  GtkTextBuffer *buffer = heed_letter_page_get_buffer (self);
  GtkTextIter    iter;
  int            n_lines = gtk_text_buffer_get_line_count (buffer);
  guint          n_short = 0;

  gtk_text_buffer_get_iter_at_mark (buffer, &iter, gtk_text_buffer_get_insert (buffer));
  if (gtk_text_iter_get_line (&iter) > 4)
    return;
  for (int line = n_lines - 1; line > 0 && n_short < 3; line--)
    {
      gtk_text_buffer_get_iter_at_line (buffer, &iter, line);
      n_short += gtk_text_iter_ends_line (&iter) ? 0 : 1;
      if (n_short == 3)
        gtk_text_buffer_place_cursor (buffer, &iter);
    }
}

void
heed_letter_page_insert_part (HeedLetterPage *self,
                              const char     *id)
{
  g_autoptr (GPtrArray) parts = heed_letters_list_parts (self->checker.letters, self->letter,
                                                         self->file->state->profile);

  for (guint i = 0; i < parts->len; i++)
    {
      const HeedLetterPart *part = g_ptr_array_index (parts, i);

      if (g_str_equal (part->id, id))
        {
          g_autofree char *text = heed_letter_fill (self->facts, part->text, NULL);

          place_cursor (self);
          heed_letter_page_insert (self, text);
          return;
        }
    }
}

static void
insert_cb (HeedLetterPage *self,
           const char     *id)
{
  heed_letter_page_insert_part (self, id);
}

static void
select_place (HeedLetterPage *self,
              guint           start,
              guint           end)
{
  g_autofree char *text = heed_letter_page_dup_text (self);
  GtkTextBuffer   *buffer = heed_letter_page_get_buffer (self);
  GtkTextIter      from, to;

  get_iter (buffer, text, start, &from);
  get_iter (buffer, text, end, &to);
  gtk_text_buffer_select_range (buffer, &from, &to);
}

static void
show_place_cb (HeedLetterPage *self,
               guint           start,
               guint           end)
{
  select_place (self, start, end);
  gtk_text_view_scroll_to_mark (GTK_TEXT_VIEW (self->source_view),
                                gtk_text_buffer_get_insert (heed_letter_page_get_buffer (self)),
                                0.1, FALSE, 0, 0);
}

/* Puts the better words in, or keeps what stands there. The row may be older than the text: only
 * what still stands in its place is replaced. */
static void
replace_cb (HeedLetterPage *self,
            guint           start,
            guint           end,
            const char     *better)
{
  g_autofree char *text = heed_letter_page_dup_text (self);
  GtkTextBuffer   *buffer = heed_letter_page_get_buffer (self);
  GtkTextIter      from, to;

  if (end > strlen (text) || self->check_timeout != 0)
    return;
  if (*better == '\0')
    {
      g_hash_table_add (self->kept, g_strndup (text + start, end - start));
      heed_letter_page_start_check (self);
      return;
    }
  get_iter (buffer, text, start, &from);
  get_iter (buffer, text, end, &to);
  gtk_text_buffer_begin_user_action (buffer);
  gtk_text_buffer_delete (buffer, &from, &to);
  gtk_text_buffer_insert (buffer, &from, better, -1);
  gtk_text_buffer_end_user_action (buffer);
  gtk_text_buffer_place_cursor (buffer, &from);
  gtk_widget_grab_focus (GTK_WIDGET (self->source_view));
}

/* --- The menu --- */

static void
add_item (GMenu      *menu,
          const char *label,
          const char *action,
          const char *target)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, action, "s", target);
  g_menu_append_item (menu, item);
}

static void
add_places (HeedLetterPage *self,
            GMenu          *menu)
{
  const HeedResources *resources;
  const HeedResource  *resource;
  g_autoptr (GMenu) places = g_menu_new ();

  resources = heed_rules_get_resources (heed_session_get_rules (self->session),
                                        self->file->state->profile);
  for (guint i = 0; resources != NULL && (resource = heed_resources_get (resources, i)) != NULL; i++)
    {
      g_autofree char *text = g_strdup_printf ("%s: %s%s%s", resource->name, resource->what,
                                               resource->reach != NULL ? " " : "",
                                               resource->reach != NULL ? resource->reach : "");

      add_item (places, resource->name, "letter.insert", text);
    }
  if (g_menu_model_get_n_items (G_MENU_MODEL (places)) > 0)
    g_menu_append_submenu (menu, _ ("A Place That Helps"), G_MENU_MODEL (places));
}

/* Words that help, as the guide has them. */
static void
add_words (HeedLetterPage *self,
           GMenu          *menu)
{
  const HeedGuideList *list;
  g_autoptr (GMenu) submenu = g_menu_new ();

  list = heed_guidance_find (heed_session_get_guidance (self->session), "help");
  if (list == NULL || list->off)
    return;
  for (guint i = 0; i < list->items->len; i++)
    {
      const HeedGuideItem *item = g_ptr_array_index (list->items, i);

      if (!item->off)
        add_item (submenu, _ (item->text), "letter.insert", _ (item->text));
    }
  g_menu_append_submenu (menu, _ ("Words That Help"), G_MENU_MODEL (submenu));
}

/* What can be put into the letter: its parts, places that help, words, or another beginning. */
void
heed_letter_page_make_menu (HeedLetterPage *self)
{
  const char *profile = self->file->state->profile;
  g_autoptr (GPtrArray) parts = heed_letters_list_parts (self->checker.letters, self->letter,
                                                         profile);
  g_autoptr (GPtrArray) templates = heed_letters_list_templates (self->checker.letters,
                                                                 self->letter, profile);
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) part_section = g_menu_new ();
  g_autoptr (GMenu) more = g_menu_new ();
  g_autoptr (GMenu) beginnings = g_menu_new ();

  for (guint i = 0; i < parts->len; i++)
    {
      const HeedLetterPart *part = g_ptr_array_index (parts, i);

      add_item (part_section, heed_words_letter_text (part->label), "letter.insert-part", part->id);
    }
  for (guint i = 0; i < templates->len; i++)
    {
      const HeedLetterTemplate *template = g_ptr_array_index (templates, i);

      add_item (beginnings, heed_words_letter_text (template->name), "letter.begin-again",
                template->id);
    }
  g_menu_append_section (menu, _ ("Parts of the Letter"), G_MENU_MODEL (part_section));
  add_words (self, more);
  add_places (self, more);
  g_menu_append_section (menu, NULL, G_MENU_MODEL (more));
  g_menu_append_submenu (more, _ ("Begin Again With"), G_MENU_MODEL (beginnings));
  gtk_menu_button_set_menu_model (self->insert_button, G_MENU_MODEL (menu));
}

/* --- Beginning --- */

static void
add_spelling (HeedLetterPage *self)
{
  GtkSourceBuffer *buffer = GTK_SOURCE_BUFFER (heed_letter_page_get_buffer (self));
  g_autoptr (SpellingTextBufferAdapter) adapter = NULL;

  adapter = spelling_text_buffer_adapter_new (buffer, spelling_checker_get_default ());
  gtk_text_view_set_extra_menu (GTK_TEXT_VIEW (self->source_view),
                                spelling_text_buffer_adapter_get_menu_model (adapter));
  gtk_widget_insert_action_group (GTK_WIDGET (self->source_view), "spelling",
                                  G_ACTION_GROUP (adapter));
  spelling_text_buffer_adapter_set_enabled (adapter, TRUE);
}

void
heed_letter_page_prepare_text (HeedLetterPage *self)
{
  GtkTextBuffer *buffer = heed_letter_page_get_buffer (self);
  GtkSourceStyleSchemeManager *schemes = gtk_source_style_scheme_manager_get_default ();

  /* Paper is white whatever the theme is. */
  gtk_source_buffer_set_style_scheme (
      GTK_SOURCE_BUFFER (buffer),
      gtk_source_style_scheme_manager_get_scheme (schemes, "Adwaita"));
  gtk_source_buffer_set_highlight_matching_brackets (GTK_SOURCE_BUFFER (buffer), FALSE);
  gtk_text_buffer_create_tag (buffer, "heading", "weight", PANGO_WEIGHT_BOLD, NULL);
  gtk_text_buffer_create_tag (buffer, "look-at", "underline", PANGO_UNDERLINE_SINGLE,
                              "underline-rgba", &(GdkRGBA) { 0.77f, 0.53f, 0.0f, 1.0f }, NULL);
  gtk_text_buffer_create_tag (buffer, "gap", "background-rgba",
                              &(GdkRGBA) { 0.97f, 0.89f, 0.71f, 1.0f }, NULL);
  add_spelling (self);
  g_signal_connect_object (buffer, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->checks, "insert", G_CALLBACK (insert_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->checks, "show-place", G_CALLBACK (show_place_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->checks, "replace", G_CALLBACK (replace_cb), self,
                           G_CONNECT_SWAPPED);
}
