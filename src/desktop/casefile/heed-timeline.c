/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Shows the acts of a case as sentences, newest first; ticks that stand together are one row. A
 * long history is shown a part at a time, so that a case with thousands of acts opens as fast as a
 * new one. */

#include "config.h"

#include "casefile/heed-timeline.h"

#include "heed-words.h"

#define N_AT_A_TIME 60

struct _HeedTimeline
{
  GtkBox parent_instance;

  /* owned */
  HeedSession *session;
  GPtrArray   *acts;
  char        *person;

  guint      n_shown;
  GtkWidget *more_button;
};

G_DEFINE_FINAL_TYPE (HeedTimeline, heed_timeline, GTK_TYPE_BOX)

static const char *
get_icon (const HeedAct *act)
{
  static const struct
  {
    const char *kind;
    const char *icon;
  } icons[] = {
    { "log", "heed-quote-symbolic" },
    { "listened", "heed-listen-symbolic" },
    { "acknowledge", "heed-acknowledge-symbolic" },
    { "resolve", "heed-resolve-symbolic" },
    { "note", "heed-note-symbolic" },
    { "contact", "heed-call-symbolic" },
    { "assign", "avatar-default-symbolic" },
    { "pause", "media-playback-pause-symbolic" },
    { "resume", "media-playback-start-symbolic" },
    { "flag", "dialog-warning-symbolic" },
    { "agree", "x-office-calendar-symbolic" },
    { "link", "insert-link-symbolic" },
  };

  if (g_strcmp0 (act->kind, "contact") == 0)
    {
      const char *means = heed_act_get_text (act, "means");

      if (g_strcmp0 (means, "letter") == 0 || g_strcmp0 (means, "email") == 0)
        return "heed-letter-symbolic";
      if (g_strcmp0 (means, "meeting") == 0 || g_strcmp0 (means, "in-person") == 0)
        return "heed-meeting-symbolic";
    }
  for (guint i = 0; i < G_N_ELEMENTS (icons); i++)
    if (g_strcmp0 (icons[i].kind, act->kind) == 0)
      return icons[i].icon;
  return "heed-done-symbolic";
}

static char *
dup_when (HeedTimeline  *self,
          const HeedAct *act)
{
  GTimeZone *zone = heed_session_get_zone (self->session);
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc_usec (act->happened_at);
  g_autoptr (GDateTime) local = g_date_time_to_timezone (utc, zone);
  HeedDate         day = heed_date_of_instant (act->happened_at, zone);
  HeedDate         today = heed_session_get_today (self->session);
  g_autofree char *time = g_date_time_format (local, "%H:%M");
  g_autofree char *date = day == today ? g_strdup (_ ("Today"))
                                       : heed_words_date_near (day, today);

  /* Translators: a day and a time of day, as in "Fri 20 Nov 14:02". */
  return g_strdup_printf (_ ("%s %s"), date, time);
}

static GtkWidget *
new_dot (const HeedAct *act,
         gboolean       is_last)
{
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *icon = gtk_image_new_from_icon_name (get_icon (act));

  gtk_widget_add_css_class (icon, "tl-dot");
  if (g_strcmp0 (act->kind, "listened") == 0 || g_strcmp0 (act->kind, "acknowledge") == 0
      || g_strcmp0 (act->kind, "resolve") == 0 || g_strcmp0 (act->kind, "close") == 0)
    gtk_widget_add_css_class (icon, "accent");
  gtk_widget_set_halign (icon, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (column), icon);
  if (!is_last)
    {
      GtkWidget *line = gtk_separator_new (GTK_ORIENTATION_VERTICAL);

      gtk_widget_add_css_class (line, "tl-line");
      gtk_widget_set_halign (line, GTK_ALIGN_CENTER);
      gtk_widget_set_vexpand (line, TRUE);
      gtk_box_append (GTK_BOX (column), line);
    }
  return column;
}

static GtkWidget *
new_text (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  return label;
}

/* Who did what, and when. */
static GtkWidget *
new_head (HeedTimeline  *self,
          const HeedAct *act,
          const char    *what)
{
  g_autofree char *when = dup_when (self, act);
  g_autofree char *markup = g_markup_printf_escaped ("<b>%s</b> %s", act->actor, what);
  GtkWidget       *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget       *sentence = new_text (NULL);
  GtkWidget       *time = gtk_label_new (when);

  gtk_label_set_markup (GTK_LABEL (sentence), markup);
  gtk_widget_set_hexpand (sentence, TRUE);
  gtk_widget_add_css_class (time, "caption");
  gtk_widget_add_css_class (time, "numeric");
  gtk_widget_add_css_class (time, "dimmed");
  gtk_widget_set_valign (time, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (head), sentence);
  gtk_box_append (GTK_BOX (head), time);
  return head;
}

static GtkWidget *
new_sentence (HeedTimeline  *self,
              const HeedAct *act)
{
  HeedRules       *rules = heed_session_get_rules (self->session);
  g_autofree char *what = heed_words_act (act, rules, self->person);
  g_autofree char *detail = heed_words_act_detail (act, rules);
  GtkWidget       *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);

  gtk_box_append (GTK_BOX (texts), new_head (self, act, what));
  if (detail != NULL && *detail != '\0')
    {
      GtkWidget *label = new_text (detail);

      gtk_label_set_selectable (GTK_LABEL (label), TRUE);
      gtk_box_append (GTK_BOX (texts), label);
    }
  return texts;
}

/* The ticks are written out when somebody asks for them. */
static void
expanded_cb (HeedTimeline *self,
             GParamSpec   *pspec,
             GtkExpander  *expander)
{
  guint      last = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (expander), "last"));
  guint      n_ticks = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (expander), "n-ticks"));
  GtkWidget *box;

  if (gtk_expander_get_child (expander) != NULL)
    return;
  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_widget_set_margin_top (box, 6);
  for (guint i = 0; i < n_ticks; i++)
    gtk_box_append (GTK_BOX (box), new_sentence (self, self->acts->pdata[last - i]));
  gtk_expander_set_child (expander, box);
}

/* A worked checklist is one row, which opens to its ticks. */
static GtkWidget *
new_ticks (HeedTimeline *self,
           guint         last,
           guint         n_ticks)
{
  const HeedAct *act = self->acts->pdata[last];
  GtkWidget     *expander = gtk_expander_new (NULL);
  /* Translators: what somebody did, after their name; the items are those of a checklist */
  g_autofree char *what = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "ticked %u item",
                                                        "ticked %u items", n_ticks),
                                           n_ticks);
  g_autofree char *spoken = g_strdup_printf ("%s %s", act->actor, what);

  gtk_expander_set_label_widget (GTK_EXPANDER (expander), new_head (self, act, what));
  gtk_accessible_update_property (GTK_ACCESSIBLE (expander), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken,
                                  -1);
  g_object_set_data (G_OBJECT (expander), "last", GUINT_TO_POINTER (last));
  g_object_set_data (G_OBJECT (expander), "n-ticks", GUINT_TO_POINTER (n_ticks));
  g_signal_connect_object (expander, "notify::expanded", G_CALLBACK (expanded_cb), self,
                           G_CONNECT_SWAPPED);
  return expander;
}

/* How many ticks by one person stand together, the last of them at @last. */
static guint
count_ticks (GPtrArray *acts,
             guint      last)
{
  const char *actor = ((HeedAct *) acts->pdata[last])->actor;
  guint       n_ticks = 0;

  for (; n_ticks <= last; n_ticks++)
    {
      const HeedAct *act = acts->pdata[last - n_ticks];

      if (!g_str_equal (act->kind, "tick") || g_strcmp0 (act->actor, actor) != 0)
        break;
    }
  return n_ticks;
}

static GtkWidget *
new_entry (const HeedAct *act,
           GtkWidget     *content,
           gboolean       is_last)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  gtk_widget_set_hexpand (content, TRUE);
  gtk_widget_set_margin_bottom (content, 18);
  gtk_widget_set_margin_top (content, 5);
  gtk_box_append (GTK_BOX (row), new_dot (act, is_last));
  gtk_box_append (GTK_BOX (row), content);
  return row;
}

static void
show_more (HeedTimeline *self)
{
  for (guint n = 0; n < N_AT_A_TIME && self->n_shown < self->acts->len; n++)
    {
      guint      last = self->acts->len - 1 - self->n_shown;
      guint      n_ticks = count_ticks (self->acts, last);
      guint      n_acts = MAX (n_ticks, 1);
      HeedAct   *act = self->acts->pdata[last];
      GtkWidget *content = n_ticks > 1 ? new_ticks (self, last, n_ticks)
                                       : new_sentence (self, act);

      self->n_shown += n_acts;
      gtk_box_insert_child_after (GTK_BOX (self),
                                  new_entry (act, content, self->n_shown == self->acts->len),
                                  gtk_widget_get_prev_sibling (self->more_button));
    }
  gtk_widget_set_visible (self->more_button, self->n_shown < self->acts->len);
}

static void
heed_timeline_finalize (GObject *object)
{
  HeedTimeline *self = HEED_TIMELINE (object);

  g_clear_object (&self->session);
  g_clear_pointer (&self->acts, g_ptr_array_unref);
  g_clear_pointer (&self->person, g_free);

  G_OBJECT_CLASS (heed_timeline_parent_class)->finalize (object);
}

static void
heed_timeline_class_init (HeedTimelineClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = heed_timeline_finalize;
}

static void
heed_timeline_init (HeedTimeline *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  self->more_button = gtk_button_new_with_label (_ ("Show Earlier"));
  gtk_widget_set_halign (self->more_button, GTK_ALIGN_CENTER);
  gtk_widget_set_visible (self->more_button, FALSE);
  gtk_box_append (GTK_BOX (self), self->more_button);
  g_signal_connect_object (self->more_button, "clicked", G_CALLBACK (show_more), self,
                           G_CONNECT_SWAPPED);
}

/**
 * heed_timeline_set_acts:
 * @self: a timeline
 * @session: the session
 * @acts: (element-type HeedAct): the acts of a case, oldest first
 * @person: (nullable): how the person likes to be called
 *
 * Shows the acts, newest first.
 */
void
heed_timeline_set_acts (HeedTimeline *self,
                        HeedSession  *session,
                        GPtrArray    *acts,
                        const char   *person)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != self->more_button)
    gtk_box_remove (GTK_BOX (self), child);
  g_set_object (&self->session, session);
  g_clear_pointer (&self->acts, g_ptr_array_unref);
  self->acts = g_ptr_array_ref (acts);
  g_set_str (&self->person, person);
  self->n_shown = 0;
  show_more (self);
}
