/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Learning actions and recommendations of all cases, by how they stand. Shows what the store lists,
 * and reads it again when a case changed. */

#include "config.h"

#include "actions/heed-actions-page.h"

#include "actions/heed-entry-list.h"
#include "heed-words.h"

#define RELOAD_DELAY_MS 150

struct _HeedActionsPage
{
  AdwNavigationPage parent_instance;

  /* template */
  AdwWindowTitle *window_title;
  AdwWrapBox     *filters_box;
  HeedEntryList  *list;
  AdwBanner      *banner;

  /* owned */
  HeedSession  *session;
  GCancellable *cancellable;

  /* borrowed */
  GtkToggleButton *buttons[HEED_N_ACTION_FILTERS];

  HeedActionFilter filter;
  guint            reload_source;
};

G_DEFINE_FINAL_TYPE (HeedActionsPage, heed_actions_page, ADW_TYPE_NAVIGATION_PAGE)

static char *
join_caption (HeedActionsPage     *self,
              const HeedActionRow *row)
{
  HeedRules *rules = heed_session_get_rules (self->session);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) parts = NULL;
  const char *texts[] = {
    row->reference,
    row->kind == HEED_ACTION_RECOMMENDATION ? _ ("Ombudsman") : NULL,
    row->place,
    row->owner,
    heed_words_code_brief (rules, "action-strength", row->strength),
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    if (texts[i] != NULL)
      g_strv_builder_add (builder, texts[i]);
  parts = g_strv_builder_end (builder);
  return g_strjoinv (" · ", parts);
}

static const char *
get_css_class (const HeedActionRow *row,
               HeedDate             today)
{
  if (row->done == HEED_DATE_NONE)
    return row->due < today ? "late" : NULL;
  if (g_strcmp0 (row->effective, "no") == 0 || g_strcmp0 (row->effective, "partly") == 0)
    return "late";
  if (!row->proven || (row->check_due != HEED_DATE_NONE && row->check_due <= today))
    return "today";
  return "good";
}

static void
show_error (HeedActionsPage *self,
            const GError    *error)
{
  g_autofree char *text = NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  text = heed_words_error (error);
  adw_banner_set_title (self->banner, text);
  adw_banner_set_revealed (self->banner, TRUE);
}

static void
listed_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr (HeedActionsPage) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rows = heed_store_list_actions_finish (HEED_STORE (source), result, &error);
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func (g_object_unref);
  HeedDate today;

  if (self->session == NULL)
    return;
  if (rows == NULL)
    {
      show_error (self, error);
      return;
    }
  today = heed_session_get_today (self->session);
  for (guint i = 0; i < rows->len; i++)
    {
      const HeedActionRow *row = rows->pdata[i];
      HeedEntry *entry = heed_entry_new (row->case_id, g_strdup (row->text),
                                         join_caption (self, row));

      heed_entry_set_tag (entry, heed_words_action_state (row, today), get_css_class (row, today));
      g_ptr_array_add (entries, entry);
    }
  adw_banner_set_revealed (self->banner, FALSE);
  heed_entry_list_set (self->list, entries);
}

static void
counted_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      data)
{
  g_autoptr (HeedActionsPage) self = data;
  g_autofree HeedActionCounts *counts =
    heed_store_count_actions_finish (HEED_STORE (source), result, NULL);
  g_autofree char *subtitle = NULL;

  if (self->session == NULL || counts == NULL)
    return;
  for (guint i = 0; i < HEED_N_ACTION_FILTERS; i++)
    {
      /* Translators: how actions stand, then how many do, as in "Late 2". */
      g_autofree char *label = g_strdup_printf (_ ("%s %u"),
                                                heed_words_action_filter ((HeedActionFilter) i),
                                                counts->n[i]);

      gtk_button_set_label (GTK_BUTTON (self->buttons[i]), label);
    }
  /* Translators: how many actions need somebody, and how many of them are late. */
  subtitle = g_strdup_printf (_ ("%u to do, %u late"), counts->n[HEED_ACTIONS_TO_DO],
                              counts->n[HEED_ACTIONS_LATE]);
  adw_window_title_set_subtitle (self->window_title, subtitle);
}

static void
reload (HeedActionsPage *self)
{
  HeedStore *store = heed_session_get_store (self->session);
  HeedDate   today = heed_session_get_today (self->session);

  g_cancellable_cancel (self->cancellable);
  g_set_object (&self->cancellable, NULL);
  self->cancellable = g_cancellable_new ();
  heed_store_list_actions_async (store, self->filter, today, self->cancellable, listed_cb,
                                 g_object_ref (self));
  heed_store_count_actions_async (store, today, self->cancellable, counted_cb,
                                  g_object_ref (self));
}

static gboolean
reload_cb (gpointer data)
{
  HeedActionsPage *self = data;

  self->reload_source = 0;
  reload (self);
  return G_SOURCE_REMOVE;
}

static void
store_changed_cb (HeedActionsPage *self)
{
  if (self->reload_source == 0)
    self->reload_source = g_timeout_add (RELOAD_DELAY_MS, reload_cb, self);
}

static void
toggled_cb (HeedActionsPage *self,
            GtkToggleButton *button)
{
  if (!gtk_toggle_button_get_active (button))
    return;
  for (guint i = 0; i < HEED_N_ACTION_FILTERS; i++)
    if (self->buttons[i] == button)
      self->filter = (HeedActionFilter) i;
  reload (self);
}

static void
add_filters (HeedActionsPage *self)
{
  for (guint i = 0; i < HEED_N_ACTION_FILTERS; i++)
    {
      GtkWidget *button = gtk_toggle_button_new_with_label (
        heed_words_action_filter ((HeedActionFilter) i));

      self->buttons[i] = GTK_TOGGLE_BUTTON (button);
      gtk_widget_add_css_class (button, "chip");
      if (i > 0)
        gtk_toggle_button_set_group (self->buttons[i], self->buttons[0]);
      adw_wrap_box_append (self->filters_box, button);
    }
  gtk_toggle_button_set_active (self->buttons[0], TRUE);
  for (guint i = 0; i < HEED_N_ACTION_FILTERS; i++)
    g_signal_connect_object (self->buttons[i], "toggled", G_CALLBACK (toggled_cb), self,
                             G_CONNECT_SWAPPED);
}

static void
heed_actions_page_dispose (GObject *object)
{
  HeedActionsPage *self = HEED_ACTIONS_PAGE (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_handle_id (&self->reload_source, g_source_remove);
  g_clear_object (&self->session);
  gtk_widget_dispose_template (GTK_WIDGET (self), HEED_TYPE_ACTIONS_PAGE);
  G_OBJECT_CLASS (heed_actions_page_parent_class)->dispose (object);
}

static void
heed_actions_page_class_init (HeedActionsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = heed_actions_page_dispose;
  g_type_ensure (HEED_TYPE_ENTRY_LIST);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/care/heed/Heed/ui/actions/heed-actions-page.ui");
  gtk_widget_class_bind_template_child (widget_class, HeedActionsPage, window_title);
  gtk_widget_class_bind_template_child (widget_class, HeedActionsPage, filters_box);
  gtk_widget_class_bind_template_child (widget_class, HeedActionsPage, list);
  gtk_widget_class_bind_template_child (widget_class, HeedActionsPage, banner);
}

static void
heed_actions_page_init (HeedActionsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  heed_entry_list_set_empty (self->list, _ ("No Actions Here"),
                             _ ("Actions are added on the page of a case: what we will change."));
  add_filters (self);
}

/**
 * heed_actions_page_new:
 * @session: the session
 *
 * Returns: (transfer floating): the page
 */
AdwNavigationPage *
heed_actions_page_new (HeedSession *session)
{
  HeedActionsPage *self = g_object_new (HEED_TYPE_ACTIONS_PAGE, NULL);

  self->session = g_object_ref (session);
  g_signal_connect_object (heed_session_get_store (session), "changed",
                           G_CALLBACK (store_changed_cb), self, G_CONNECT_SWAPPED);
  reload (self);
  return ADW_NAVIGATION_PAGE (self);
}
