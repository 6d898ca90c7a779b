/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the listener heard, shown while the words are typed: words that may mean danger are
 * underlined, and what it is about is offered as chips. The listening itself runs on a thread of
 * its own, a moment after the last key. It never changes what was typed and never chooses. */

#include "config.h"

#include "listen/heed-heard-box.h"

#include <glib/gi18n.h>

#include "heed-lessons.h"
#include "heed-listener.h"

#define PAUSE_MS 300

struct _HeedHeardBox
{
  GtkBox parent_instance;

  /* owned */
  HeedSession  *session;
  HeedListener *listener; /* made by the first who listens */
  HeedLessons  *lessons;
  HeedHeard    *heard;
  char         *words; /* in which that was heard */
  char         *danger;
  GHashTable   *taken; /* codes whose chips were pressed */
  GtkTextTag   *tag;
  GCancellable *cancellable;

  /* borrowed */
  GtkTextView *view;
  AdwWrapBox  *chips;

  guint timeout;
  guint is_listening : 1;
  guint has_more : 1;
};

/* What crosses to the thread and back. */
typedef struct
{
  HeedListener *listener;
  HeedLessons  *lessons;
  HeedHeard    *heard;
  char         *words;
  char         *folder;
} Hearing;

enum
{
  PROP_0,
  PROP_DANGER,
  N_PROPS,
};

enum
{
  SIGNAL_CATEGORY_CHOSEN,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint       signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HeedHeardBox, heed_heard_box, GTK_TYPE_BOX)

static void
hearing_free (gpointer data)
{
  Hearing *hearing = data;

  g_clear_pointer (&hearing->heard, heed_heard_free);
  g_clear_pointer (&hearing->listener, heed_listener_unref);
  g_clear_pointer (&hearing->lessons, heed_lessons_unref);
  g_free (hearing->words);
  g_free (hearing->folder);
  g_free (hearing);
}

static char *
dup_words (HeedHeardBox *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->view);
  GtkTextIter    start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

/* --- Showing ------------------------------------------------------------------------------- */

/* Amber that can be read on the page as it is now. */
static void
update_tag_colour (HeedHeardBox *self)
{
  gboolean dark = adw_style_manager_get_dark (adw_style_manager_get_default ());
  GdkRGBA  amber;

  adw_accent_color_to_standalone_rgba (ADW_ACCENT_COLOR_YELLOW, dark, &amber);
  g_object_set (self->tag, "underline", PANGO_UNDERLINE_SINGLE, "underline-rgba", &amber, NULL);
}

static void
underline (HeedHeardBox *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->view);
  GtkTextIter    start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  gtk_text_buffer_remove_tag (buffer, self->tag, &start, &end);
  for (guint i = 0; self->heard != NULL && i < self->heard->dangers->len; i++)
    {
      const HeedDangerSpan *span = &g_array_index (self->heard->dangers, HeedDangerSpan, i);
      glong from = g_utf8_pointer_to_offset (self->words, self->words + span->start);
      glong to = g_utf8_pointer_to_offset (self->words, self->words + span->end);

      gtk_text_buffer_get_iter_at_offset (buffer, &start, (int) from);
      gtk_text_buffer_get_iter_at_offset (buffer, &end, (int) to);
      gtk_text_buffer_apply_tag (buffer, self->tag, &start, &end);
    }
}

static void
set_danger (HeedHeardBox *self,
            const char   *text)
{
  if (!g_set_str (&self->danger, text))
    return;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DANGER]);
  if (text != NULL)
    gtk_accessible_announce (GTK_ACCESSIBLE (self), text,
                             GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_HIGH);
}

static void
show_danger (HeedHeardBox *self)
{
  const HeedDangerKind *worst = self->heard ? heed_heard_get_worst (self->heard) : NULL;
  g_autofree char      *text = NULL;

  if (worst != NULL)
    /* Translators: what the words may mean, as in “May need care now”; then a question to ask. */
    text = g_strdup_printf (_ ("%s. Ask: “%s”"), _ (worst->label), _ (worst->question));
  set_danger (self, text);
}

static char *
dup_reasons (const HeedTopic *topic)
{
  const char      *words[HEED_TOPIC_REASONS + 1] = { NULL };
  g_autofree char *joined = NULL;

  for (guint i = 0; i < topic->n_reasons; i++)
    words[i] = topic->reasons[i];
  joined = g_strjoinv (", ", (char **) words);
  /* Translators: %s is a list of words that somebody said. */
  return g_strdup_printf (_ ("Because of: %s"), joined);
}

static void
chip_clicked_cb (HeedHeardBox *self,
                 GtkWidget    *chip)
{
  g_autofree char *code = g_strdup (gtk_widget_get_name (chip));

  g_hash_table_add (self->taken, g_strdup (code));
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
  adw_wrap_box_remove (self->chips, chip);
  gtk_widget_set_visible (GTK_WIDGET (self),
                          gtk_widget_get_next_sibling (
                            gtk_widget_get_first_child (GTK_WIDGET (self->chips)))
                            != NULL);
  g_signal_emit (self, signals[SIGNAL_CATEGORY_CHOSEN], 0, code);
}

static void
add_chip (HeedHeardBox    *self,
          const HeedTopic *topic)
{
  HeedRules       *rules = heed_session_get_rules (self->session);
  const HeedCode  *code = heed_codes_find (heed_rules_get_codes (rules, "hcat"), topic->code);
  g_autofree char *reasons = dup_reasons (topic);
  GtkWidget       *content, *chip;

  if (code == NULL || g_hash_table_contains (self->taken, topic->code))
    return;
  content = adw_button_content_new ();
  adw_button_content_set_icon_name (ADW_BUTTON_CONTENT (content), "list-add-symbolic");
  adw_button_content_set_label (ADW_BUTTON_CONTENT (content), _ (code->brief));
  chip = gtk_button_new ();
  gtk_button_set_child (GTK_BUTTON (chip), content);
  gtk_widget_add_css_class (chip, "chip");
  gtk_widget_set_name (chip, topic->code);
  gtk_widget_set_tooltip_text (chip, reasons);
  gtk_accessible_update_property (GTK_ACCESSIBLE (chip), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  reasons, -1);
  g_signal_connect_object (chip, "clicked", G_CALLBACK (chip_clicked_cb), self,
                           G_CONNECT_SWAPPED);
  adw_wrap_box_append (self->chips, chip);
}

static void
show_chips (HeedHeardBox *self)
{
  GtkWidget *label = gtk_widget_get_first_child (GTK_WIDGET (self->chips));
  GtkWidget *child;
  guint      n = self->heard ? heed_heard_count_suggestions (self->heard) : 0;

  while ((child = gtk_widget_get_next_sibling (label)) != NULL)
    adw_wrap_box_remove (self->chips, child);
  for (guint i = 0; i < n; i++)
    add_chip (self, &g_array_index (self->heard->topics, HeedTopic, i));
  gtk_widget_set_visible (GTK_WIDGET (self), gtk_widget_get_next_sibling (label) != NULL);
}

/* --- Listening ----------------------------------------------------------------------------- */

static void listen (HeedHeardBox *self);

static void
listen_in_thread (GTask        *task,
                  gpointer      source,
                  gpointer      data,
                  GCancellable *cancellable)
{
  Hearing *hearing = data;
  GError  *error = NULL;

  if (hearing->listener == NULL)
    hearing->listener = heed_listener_new (hearing->folder, NULL, &error);
  if (hearing->listener == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  hearing->heard = heed_listener_listen (hearing->listener, hearing->words, -1, hearing->lessons);
  g_task_return_boolean (task, TRUE);
}

static void
heard_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (HeedHeardBox) self = user_data;
  Hearing *hearing = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;

  self->is_listening = FALSE;
  if (!g_task_propagate_boolean (G_TASK (result), &error))
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        g_warning ("The listener: %s", error->message);
      return;
    }
  if (self->session == NULL)
    return;
  if (self->listener == NULL)
    self->listener = heed_listener_ref (hearing->listener);
  if (self->has_more)
    {
      listen (self);
      return;
    }
  g_clear_pointer (&self->heard, heed_heard_free);
  self->heard = g_steal_pointer (&hearing->heard);
  g_free (self->words);
  self->words = g_steal_pointer (&hearing->words);
  underline (self);
  show_danger (self);
  show_chips (self);
}

/* Listens to what is there now; if a hearing is under way, when that is over. The box is not the
 * source of the task, for the thread may be the last to let go of a task. */
static void
listen (HeedHeardBox *self)
{
  g_autoptr (GTask) task = NULL;
  Hearing *hearing;

  self->has_more = self->is_listening;
  if (self->is_listening || self->session == NULL)
    return;
  self->is_listening = TRUE;
  hearing = g_new0 (Hearing, 1);
  hearing->words = dup_words (self);
  hearing->folder = g_strdup (heed_session_get_rules_folder (self->session));
  hearing->listener = self->listener ? heed_listener_ref (self->listener) : NULL;
  hearing->lessons = heed_lessons_ref (self->lessons);
  task = g_task_new (NULL, self->cancellable, heard_cb, g_object_ref (self));
  g_task_set_task_data (task, hearing, hearing_free);
  g_task_run_in_thread (task, listen_in_thread);
}

static gboolean
timeout_cb (gpointer user_data)
{
  HeedHeardBox *self = user_data;

  self->timeout = 0;
  listen (self);
  return G_SOURCE_REMOVE;
}

static void
words_changed_cb (HeedHeardBox *self)
{
  g_clear_handle_id (&self->timeout, g_source_remove);
  self->timeout = g_timeout_add (PAUSE_MS, timeout_cb, self);
}

/* --- Learning ------------------------------------------------------------------------------ */

static void
lessons_loaded_cb (GObject      *source,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  g_autoptr (HeedHeardBox) self = user_data;
  g_autoptr (GPtrArray) counts = heed_store_load_lessons_finish (HEED_STORE (source), result, NULL);

  if (counts == NULL || counts->len == 0 || self->session == NULL)
    return;
  g_clear_pointer (&self->lessons, heed_lessons_unref);
  self->lessons = heed_lessons_new ();
  for (guint i = 0; i < counts->len; i++)
    {
      const HeedLessonCount *count = g_ptr_array_index (counts, i);

      heed_lessons_add (self->lessons, count->word, count->category, count->count);
    }
  words_changed_cb (self);
}

/**
 * heed_heard_box_teach:
 * @self: the box
 * @chosen: the code that was chosen for the words in the end
 *
 * Counts a choice for the words last heard, so that the listener learns from it. Only words that
 * the listener knows are counted, see heed_topics_learn().
 */
void
heed_heard_box_teach (HeedHeardBox *self,
                      const char   *chosen)
{
  g_autoptr (GArray) learnt = NULL;
  g_autoptr (GPtrArray) counts = NULL;
  const char *first;

  if (self->heard == NULL || self->listener == NULL || self->heard->topics->len == 0)
    return;
  first = g_array_index (self->heard->topics, HeedTopic, 0).code;
  learnt = heed_listener_learn (self->listener, self->words, first, chosen);
  counts = g_ptr_array_new_with_free_func ((GDestroyNotify) heed_lesson_count_free);
  for (guint i = 0; i < learnt->len; i++)
    {
      const HeedLesson *lesson = &g_array_index (learnt, HeedLesson, i);

      g_ptr_array_add (counts, heed_lesson_count_new (lesson->word, lesson->code, lesson->change));
    }
  if (counts->len > 0)
    heed_store_add_lessons_async (heed_session_get_store (self->session), counts, NULL, NULL);
}

/* --- The object ---------------------------------------------------------------------------- */

static gboolean
query_tooltip_cb (HeedHeardBox *self,
                  int           x,
                  int           y,
                  gboolean      keyboard,
                  GtkTooltip   *tooltip)
{
  GtkTextIter iter;
  int         buffer_x, buffer_y;
  gsize       at;

  if (self->heard == NULL || keyboard)
    return FALSE;
  gtk_text_view_window_to_buffer_coords (self->view, GTK_TEXT_WINDOW_WIDGET, x, y, &buffer_x,
                                         &buffer_y);
  if (!gtk_text_view_get_iter_at_location (self->view, &iter, buffer_x, buffer_y)
      || gtk_text_iter_get_offset (&iter) > g_utf8_strlen (self->words, -1))
    return FALSE;
  at = (gsize) (g_utf8_offset_to_pointer (self->words, gtk_text_iter_get_offset (&iter))
                - self->words);
  for (guint i = 0; i < self->heard->dangers->len; i++)
    {
      const HeedDangerSpan *span = &g_array_index (self->heard->dangers, HeedDangerSpan, i);

      if (at >= span->start && at < span->end)
        {
          gtk_tooltip_set_text (tooltip, _ (span->kind->label));
          return TRUE;
        }
    }
  return FALSE;
}

/**
 * heed_heard_box_attend:
 * @self: the box
 * @session: the session
 * @view: where the words are typed; lives at least as long as the box
 *
 * Listens to what is typed there from now on.
 */
void
heed_heard_box_attend (HeedHeardBox *self,
                       HeedSession  *session,
                       GtkTextView  *view)
{
  g_return_if_fail (self->session == NULL);

  self->session = g_object_ref (session);
  self->view = view;
  self->tag = g_object_ref (gtk_text_buffer_create_tag (gtk_text_view_get_buffer (view), NULL,
                                                        NULL));
  update_tag_colour (self);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark",
                           G_CALLBACK (update_tag_colour), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_text_view_get_buffer (view), "changed",
                           G_CALLBACK (words_changed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_set_has_tooltip (GTK_WIDGET (view), TRUE);
  g_signal_connect_object (view, "query-tooltip", G_CALLBACK (query_tooltip_cb), self,
                           G_CONNECT_SWAPPED);
  heed_store_load_lessons_async (heed_session_get_store (session), self->cancellable,
                                 lessons_loaded_cb, g_object_ref (self));
}

/**
 * heed_heard_box_get_danger:
 * @self: the box
 *
 * Returns: (transfer none) (nullable): what to say where the words may mean danger
 */
const char *
heed_heard_box_get_danger (HeedHeardBox *self)
{
  return self->danger;
}

static void
heed_heard_box_get_property (GObject    *object,
                             guint       id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  if (id == PROP_DANGER)
    g_value_set_string (value, HEED_HEARD_BOX (object)->danger);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
heed_heard_box_dispose (GObject *object)
{
  HeedHeardBox *self = HEED_HEARD_BOX (object);

  g_clear_handle_id (&self->timeout, g_source_remove);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->session);
  g_clear_object (&self->tag);
  G_OBJECT_CLASS (heed_heard_box_parent_class)->dispose (object);
}

static void
heed_heard_box_finalize (GObject *object)
{
  HeedHeardBox *self = HEED_HEARD_BOX (object);

  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->heard, heed_heard_free);
  g_clear_pointer (&self->listener, heed_listener_unref);
  g_clear_pointer (&self->lessons, heed_lessons_unref);
  g_clear_pointer (&self->taken, g_hash_table_unref);
  g_free (self->words);
  g_free (self->danger);
  G_OBJECT_CLASS (heed_heard_box_parent_class)->finalize (object);
}

static void
heed_heard_box_class_init (HeedHeardBoxClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = heed_heard_box_dispose;
  object_class->finalize = heed_heard_box_finalize;
  object_class->get_property = heed_heard_box_get_property;
  properties[PROP_DANGER] = g_param_spec_string ("danger", NULL, NULL, NULL,
                                                 G_PARAM_READABLE | G_PARAM_STATIC_STRINGS
                                                   | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[SIGNAL_CATEGORY_CHOSEN] = g_signal_new ("category-chosen", G_TYPE_FROM_CLASS (klass),
                                                  G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                                  G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
heed_heard_box_init (HeedHeardBox *self)
{
  /* Translators: before chips with categories: “Looks like”, then “Delay”, “Medication” … */
  GtkWidget *label = gtk_label_new (_ ("Looks like"));

  self->cancellable = g_cancellable_new ();
  self->lessons = heed_lessons_new ();
  self->taken = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->chips = ADW_WRAP_BOX (adw_wrap_box_new ());
  adw_wrap_box_set_child_spacing (self->chips, 6);
  adw_wrap_box_set_line_spacing (self->chips, 6);
  gtk_widget_set_hexpand (GTK_WIDGET (self->chips), TRUE);
  gtk_widget_add_css_class (label, "dimmed");
  gtk_widget_set_margin_end (label, 6);
  adw_wrap_box_append (self->chips, label);
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->chips));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}
