/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The parts of the guide pane about how people are: the red card, how the person is as they leave,
 * and the quiet question to whoever listened. The answer to that last one is kept nowhere: it is
 * theirs. */

#include "config.h"

#include "guide/heed-guide-pane-private.h"

#include "heed-words.h"

/* The red card */

gboolean
heed_guide_pane_is_alarming (HeedGuidePane *self,
                             const char    *code)
{
  const HeedCodes *dangers = heed_rules_get_codes (heed_session_get_rules (self->session),
                                                   "dangers");

  if (g_str_has_prefix (code, "dangers/"))
    return heed_codes_find (dangers, code + strlen ("dangers/")) != NULL;
  return g_str_equal (code, "feelings/unsafe");
}

static gboolean
has_alarm (HeedGuidePane *self)
{
  GPtrArray *situations = heed_guidance_get_lists (self->guidance, HEED_GUIDE_SITUATION);

  if (g_strcmp0 (self->state->feeling_now, "unsafe") == 0)
    return TRUE;
  for (guint i = 0; self->hints != NULL && self->hints[i] != NULL; i++)
    if (heed_guide_pane_is_alarming (self, self->hints[i]))
      return TRUE;
  for (guint i = 0; i < situations->len; i++)
    {
      const HeedGuideList *list = situations->pdata[i];

      if (list->safety_first && heed_case_has_situation (self->state, list->id))
        return TRUE;
    }
  return FALSE;
}

/* What to ask: the hint's own question, else what the first situation of danger asks. */
static const char *
get_question (HeedGuidePane *self)
{
  g_autoptr (GPtrArray) active = heed_guidance_get_active (self->guidance, self->state);
  const HeedGuideItem *item;

  if (self->question != NULL)
    return self->question;
  for (guint i = 0; i < active->len; i++)
    {
      const HeedGuideList *list = active->pdata[i];

      if (!list->safety_first)
        continue;
      for (guint j = 0; j < list->items->len; j++)
        {
          item = list->items->pdata[j];
          if (item->say != NULL && heed_case_find_tick (self->state, item->id) == NULL)
            return _ (item->say);
        }
    }
  item = heed_guidance_find_item (self->guidance, "listen.safety", NULL);
  return item != NULL && item->say != NULL ? _ (item->say) : "";
}

static char *
dup_told (HeedGuidePane    *self,
          const HeedDanger *danger)
{
  GTimeZone *zone = heed_session_get_zone (self->session);
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc_usec (danger->told_at);
  g_autoptr (GDateTime) local = g_date_time_to_timezone (utc, zone);
  HeedDate         day = heed_date_of_instant (danger->told_at, zone);
  g_autofree char *date = heed_words_date_near (day, heed_session_get_today (self->session));
  g_autofree char *time = g_date_time_format (local, "%H:%M");

  /* Translators: who was told about a danger, on which day, at what time of day */
  return g_strdup_printf (_ ("%1$s was told, %2$s %3$s"), danger->told, date, time);
}

static void
update_alert (HeedGuidePane *self)
{
  GPtrArray *dangers = self->state->dangers;
  gboolean   is_told = dangers->len > 0;
  gboolean   was_visible = gtk_widget_get_visible (self->alert_card);
  gboolean   is_visible = is_told || (has_alarm (self) && !self->is_said_safe);
  g_autofree char *say = NULL;

  if (is_told)
    {
      g_autofree char *told = dup_told (self, dangers->pdata[dangers->len - 1]);

      gtk_label_set_text (self->alert_told, told);
    }
  else
    /* Translators: something to say, between quotation marks */
    say = g_strdup_printf (_ ("“%s”"), get_question (self));
  gtk_label_set_text (self->alert_title,
                      is_told ? _ ("Safety") : _ ("Is Anyone in Danger Now?"));
  gtk_label_set_text (self->alert_say, say != NULL ? say : "");
  gtk_widget_set_visible (GTK_WIDGET (self->alert_say), say != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->alert_told), is_told);
  gtk_widget_set_visible (self->safe_button, !is_told);
  if (is_told)
    gtk_widget_remove_css_class (self->alert_card, "alert-card");
  else
    gtk_widget_add_css_class (self->alert_card, "alert-card");
  gtk_widget_add_css_class (self->alert_card, "safety-card");
  gtk_widget_set_visible (self->alert_card, is_visible);
  if (is_visible && !was_visible && !is_told)
    gtk_accessible_announce (GTK_ACCESSIBLE (self), _ ("Is anyone in danger now?"),
                             GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_HIGH);
}

/* How they are as they leave */

static void
end_cb (HeedGuidePane *self)
{
  const char *name = adw_toggle_group_get_active_name (self->end_group);
  g_autoptr (JsonObject) body = json_object_new ();

  if (self->is_updating || name == NULL || self->state == NULL
      || g_strcmp0 (name, self->state->feeling_end) == 0)
    return;
  json_object_set_string_member (body, "when", "end");
  json_object_set_string_member (body, "feeling", name);
  heed_guide_pane_perform (self, "feeling", body);
}

static void
add_feeling (HeedGuidePane *self,
             const char    *id,
             const char    *style)
{
  HeedRules *rules = heed_session_get_rules (self->session);
  AdwToggle *toggle = adw_toggle_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *dot = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *label = gtk_label_new (heed_words_code_brief (rules, "feelings", id));

  gtk_widget_add_css_class (dot, "feel-dot");
  if (style != NULL)
    gtk_widget_add_css_class (dot, style);
  gtk_widget_set_halign (dot, GTK_ALIGN_CENTER);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_CENTER);
  gtk_widget_add_css_class (label, "caption");
  gtk_box_append (GTK_BOX (box), dot);
  gtk_box_append (GTK_BOX (box), label);
  adw_toggle_set_name (toggle, id);
  adw_toggle_set_child (toggle, box);
  adw_toggle_set_tooltip (toggle, heed_words_code (rules, "feelings", id));
  adw_toggle_group_add (self->end_group, toggle);
}

static void
update_end (HeedGuidePane *self)
{
  self->is_updating = TRUE;
  if (self->state->feeling_end != NULL)
    adw_toggle_group_set_active_name (self->end_group, self->state->feeling_end);
  else
    adw_toggle_group_set_active (self->end_group, GTK_INVALID_LIST_POSITION);
  self->is_updating = FALSE;
}

/* The quiet question */

static gboolean
is_hard (const char *feeling)
{
  return g_strcmp0 (feeling, "very-upset") == 0 || g_strcmp0 (feeling, "unsafe") == 0;
}

/* Asked after a hard conversation, on the day it was, of whoever had it. */
static gboolean
was_hard_today (HeedGuidePane *self)
{
  HeedCase *state = self->state;
  HeedDate  today = heed_session_get_today (self->session);
  HeedDate  logged = heed_date_of_instant (state->logged_at, heed_session_get_zone (self->session));
  gboolean  is_over = state->id != 0 || state->feeling_end != NULL;
  gboolean  is_hard_now = FALSE;

  for (guint i = 0; self->hints != NULL && self->hints[i] != NULL; i++)
    is_hard_now = is_hard_now || g_str_equal (self->hints[i], "feelings/very-upset")
                  || g_str_equal (self->hints[i], "feelings/unsafe");

  return is_over && logged == today
         && g_strcmp0 (state->taken_by, heed_session_get_user (self->session)) == 0
         && (is_hard (state->feeling_start) || is_hard (state->feeling_now)
             || state->dangers->len > 0 || is_hard_now);
}

static void
fine_cb (HeedGuidePane *self)
{
  self->is_you_answered = TRUE;
  gtk_widget_set_visible (self->you_card, FALSE);
}

static void
shaken_cb (HeedGuidePane *self)
{
  gtk_label_set_text (self->you_label,
                      _ ("That is no weakness: it was hard. Step away for ten minutes, drink "
                         "something, and ask somebody to take the desk.\n\n"
                         "Talk it over with a colleague or your lead today: what happened, how you "
                         "both are, what comes next, who can help. If it comes back to you in the "
                         "next days, tell them again.\n\n"
                         "Nothing of this is kept."));
  gtk_widget_set_visible (self->you_buttons, FALSE);
}

static void
update_you (HeedGuidePane *self)
{
  gboolean is_asked = !self->is_you_answered && was_hard_today (self);

  if (is_asked && !gtk_widget_get_visible (self->you_card))
    {
      gtk_label_set_text (self->you_label,
                          _ ("That was a hard conversation. How are you? Your answer is for you "
                             "alone and is kept nowhere."));
      gtk_widget_set_visible (self->you_buttons, TRUE);
    }
  gtk_widget_set_visible (self->you_card, is_asked);
}

void
heed_guide_pane_init_safety (HeedGuidePane *self)
{
  add_feeling (self, "calm", NULL);
  add_feeling (self, "worried", "good");
  add_feeling (self, "very-upset", "today");
  add_feeling (self, "unsafe", "late");
  adw_toggle_group_set_active (self->end_group, GTK_INVALID_LIST_POSITION);
  g_signal_connect_object (self->end_group, "notify::active", G_CALLBACK (end_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->fine_button, "clicked", G_CALLBACK (fine_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->shaken_button, "clicked", G_CALLBACK (shaken_cb), self,
                           G_CONNECT_SWAPPED);
}

void
heed_guide_pane_update_safety (HeedGuidePane *self)
{
  update_alert (self);
  update_end (self);
  update_you (self);
}
