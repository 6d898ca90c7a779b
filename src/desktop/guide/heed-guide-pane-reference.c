/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The foot of the guide pane: a model to follow, words that help and words that hurt, warning
 * signs. To be read; nothing here is ticked. */

#include "config.h"

#include "guide/heed-guide-pane-private.h"

#include "heed-words.h"

#define FRAME_KEY "guide-frame"

static GtkWidget *
new_row (const char *title,
         const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  if (subtitle != NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  return row;
}

static void
show_frame (HeedGuidePane *self)
{
  g_autofree char *id = g_settings_get_string (self->settings, FRAME_KEY);
  const HeedGuideList *list = heed_guidance_find (self->guidance, id);

  for (guint i = 0; i < self->frame_rows->len; i++)
    adw_expander_row_remove (self->frame_row, self->frame_rows->pdata[i]);
  g_ptr_array_set_size (self->frame_rows, 0);
  adw_expander_row_set_subtitle (self->frame_row,
                                 list != NULL ? _ (list->brief) : C_ ("steps to follow", "None"));
  if (list == NULL || list->kind != HEED_GUIDE_FRAME)
    return;
  for (guint i = 0; i < list->items->len; i++)
    {
      const HeedGuideItem *item = list->items->pdata[i];
      g_autofree char *say = item->say != NULL ? g_strdup_printf (_ ("“%s”"), _ (item->say)) : NULL;
      GtkWidget *row = new_row (_ (item->text), say != NULL ? say : _ (item->why));

      adw_expander_row_add_row (self->frame_row, row);
      g_ptr_array_add (self->frame_rows, row);
    }
}

static void
frame_chosen_cb (HeedGuidePane *self,
                 GParamSpec    *pspec,
                 AdwComboRow   *row)
{
  GPtrArray *frames = heed_guidance_get_lists (self->guidance, HEED_GUIDE_FRAME);
  guint      selected = adw_combo_row_get_selected (row);
  const HeedGuideList *list =
    selected >= 1 && selected <= frames->len ? frames->pdata[selected - 1] : NULL;

  g_settings_set_string (self->settings, FRAME_KEY, list != NULL ? list->id : "");
  show_frame (self);
}

static void
add_frames (HeedGuidePane *self)
{
  GPtrArray *frames = heed_guidance_get_lists (self->guidance, HEED_GUIDE_FRAME);
  g_autofree char *id = g_settings_get_string (self->settings, FRAME_KEY);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  GtkWidget *row = adw_combo_row_new ();
  guint      selected = 0;

  gtk_string_list_append (names, C_ ("steps to follow", "None"));
  for (guint i = 0; i < frames->len; i++)
    {
      const HeedGuideList *list = frames->pdata[i];

      gtk_string_list_append (names, _ (list->brief));
      if (g_str_equal (list->id, id))
        selected = i + 1;
    }
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("Model"));
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (names));
  adw_combo_row_set_selected (ADW_COMBO_ROW (row), selected);
  adw_expander_row_add_row (self->frame_row, row);
  adw_expander_row_set_expanded (self->frame_row, selected > 0);
  g_signal_connect_object (row, "notify::selected", G_CALLBACK (frame_chosen_cb), self,
                           G_CONNECT_SWAPPED);
  show_frame (self);
}

/* What to say instead of a word that hurts stands below it, else why a word helps. */
static char *
dup_words_subtitle (const HeedGuideItem *item)
{
  if (item->say != NULL && item->why != NULL)
    /* Translators: why some words hurt, and on a line of its own what to say instead */
    return g_strdup_printf (_ ("%1$s\nBetter: “%2$s”"), _ (item->why), _ (item->say));
  return g_strdup (item->why != NULL ? _ (item->why) : NULL);
}

static void
add_lists (HeedGuidePane *self,
           HeedGuideKind  kind)
{
  GPtrArray *lists = heed_guidance_get_lists (self->guidance, kind);

  for (guint i = 0; i < lists->len; i++)
    {
      const HeedGuideList *list = lists->pdata[i];
      GtkWidget *expander = adw_expander_row_new ();
      g_autofree char *title = NULL;

      if (kind == HEED_GUIDE_SIGNS)
        /* Translators: the warning signs of a state, as in “Signs: Very upset” */
        title = g_strdup_printf (_ ("Signs: %s"), _ (list->name));
      adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (expander), FALSE);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (expander),
                                     title != NULL ? title : _ (list->name));
      adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (expander),
                                     list->opening != NULL ? _ (list->opening) : "");
      adw_expander_row_set_subtitle_lines (ADW_EXPANDER_ROW (expander), 0);
      for (guint j = 0; j < list->items->len; j++)
        {
          const HeedGuideItem *item = list->items->pdata[j];
          g_autofree char *subtitle = dup_words_subtitle (item);

          adw_expander_row_add_row (ADW_EXPANDER_ROW (expander), new_row (_ (item->text), subtitle));
        }
      adw_preferences_group_add (self->reference_group, expander);
    }
}

void
heed_guide_pane_fill_reference (HeedGuidePane *self)
{
  add_frames (self);
  add_lists (self, HEED_GUIDE_WORDS);
  add_lists (self, HEED_GUIDE_SIGNS);
}
