/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Feedback review: the closed cases to look back at, with how the lot was drawn, the list of what
 * people said and what was done, and the feedback that belongs to no case. Shows what the store
 * lists, and reads it again when a case changed. */

#include "config.h"

#include "actions/heed-looks-page.h"

#include "actions/heed-entry-list.h"
#include "heed-words-measures.h"
#include "heed-words.h"

#define RELOAD_DELAY_MS 150
#define LOOK_DAYS       90
#define LOOK_PERCENT    10

struct _HeedLooksPage
{
  AdwNavigationPage parent_instance;

  /* template */
  AdwWindowTitle *window_title;
  AdwBanner      *banner;
  GtkLabel       *lot_label;
  HeedEntryList  *looks_list;
  HeedEntryList  *said_list;
  HeedEntryList  *anonymous_list;

  /* owned */
  HeedSession  *session;
  GCancellable *cancellable;

  HeedLookQuery query;
  guint         reload_source;
};

G_DEFINE_FINAL_TYPE (HeedLooksPage, heed_looks_page, ADW_TYPE_NAVIGATION_PAGE)

static char *
join (const char *const *texts,
      guint              n_texts)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) parts = NULL;

  for (guint i = 0; i < n_texts; i++)
    if (texts[i] != NULL)
      g_strv_builder_add (builder, texts[i]);
  parts = g_strv_builder_end (builder);
  return g_strjoinv (" · ", parts);
}

static HeedEntry *
new_look (HeedLooksPage     *self,
          const HeedLookRow *row)
{
  HeedRules       *rules = heed_session_get_rules (self->session);
  g_autofree char *day = heed_words_date_near (row->closed, self->query.today);
  /* Translators: %s is a date. */
  g_autofree char *closed = g_strdup_printf (_ ("Closed %s"), day);
  g_autofree char *heard = NULL;
  const char      *texts[4] = { row->reference, row->place, closed, NULL };
  HeedEntry       *entry;

  if (row->heard != NULL)
    heard = g_strdup_printf (_ ("Felt heard: %s"),
                             heed_words_code (rules, "felt-heard", row->heard));
  texts[3] = heard;
  /* Translators: a person's name and their words. */
  entry = heed_entry_new (row->case_id,
                          g_strdup_printf (_ ("%s: %s"),
                                           row->name ? row->name : _ ("Somebody who gave no name"),
                                           row->words ? row->words : ""),
                          join (texts, G_N_ELEMENTS (texts)));
  heed_entry_set_tag (entry, heed_words_look_why (row->why),
                      row->why & HEED_LOOK_LOW ? "late" : "today");
  return entry;
}

static void
looks_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      data)
{
  g_autoptr (HeedLooksPage) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (HeedLookList) list = heed_store_list_looks_finish (HEED_STORE (source), result, &error);
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree char *lot = NULL;
  g_autofree char *subtitle = NULL;

  if (self->session == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (list == NULL)
    {
      g_autofree char *text = heed_words_error (error);

      adw_banner_set_title (self->banner, text);
      adw_banner_set_revealed (self->banner, TRUE);
      return;
    }
  for (guint i = 0; i < list->rows->len; i++)
    g_ptr_array_add (entries, new_look (self, list->rows->pdata[i]));
  lot = heed_words_look_lot (list, &self->query);
  subtitle = g_strdup_printf (ngettext ("%u case to look back at", "%u cases to look back at",
                                        entries->len),
                              entries->len);
  adw_banner_set_revealed (self->banner, FALSE);
  gtk_label_set_text (self->lot_label, lot);
  adw_window_title_set_subtitle (self->window_title, subtitle);
  heed_entry_list_set (self->looks_list, entries);
}

static HeedEntry *
new_said (HeedLooksPage     *self,
          const HeedSaidRow *row)
{
  g_autofree char *day = heed_words_date_near (row->on, self->query.today);
  const char      *texts[] = { row->reference, row->place, day };
  HeedEntry       *entry;

  /* Translators: what people said, and what was done about it. */
  entry = heed_entry_new (row->case_id,
                          g_strdup_printf (_ ("You said: %s\nWe did: %s"), row->you_said,
                                           row->we_did),
                          join (texts, G_N_ELEMENTS (texts)));
  if (row->publishable)
    heed_entry_set_tag (entry, g_strdup (_ ("May be published")), "good");
  return entry;
}

static void
said_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      data)
{
  g_autoptr (HeedLooksPage) self = data;
  g_autoptr (GPtrArray) rows = heed_store_list_said_finish (HEED_STORE (source), result, NULL);
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func (g_object_unref);

  if (self->session == NULL || rows == NULL)
    return;
  for (guint i = 0; i < rows->len; i++)
    g_ptr_array_add (entries, new_said (self, rows->pdata[i]));
  heed_entry_list_set (self->said_list, entries);
}

/* What somebody said who cannot be found again: no case, no day. */
static HeedEntry *
new_anonymous (HeedLooksPage         *self,
               const HeedFeedbackRow *row)
{
  HeedRules       *rules = heed_session_get_rules (self->session);
  HeedDate         first = heed_date_new (row->month / 12, row->month % 12 + 1, 1);
  const HeedPeriod period = { first, heed_date_add_months (first, 1) };
  g_autofree char *month = heed_words_period (&period);
  g_autofree char *heard = NULL;
  g_autofree char *overall = NULL;
  const char      *answers[3] = { NULL };
  const char      *texts[] = { row->service, row->site, month };
  char            *title = NULL;

  if (row->heard != NULL)
    heard = g_strdup_printf (_ ("Felt heard: %s"),
                             heed_words_code (rules, "felt-heard", row->heard));
  if (row->overall > 0)
    /* Translators: how somebody rates it all, from 1 to 5. */
    overall = g_strdup_printf (_ ("Overall %d of 5"), row->overall);
  answers[0] = heard;
  answers[1] = overall;
  answers[2] = row->fft ? heed_words_code (rules, "fft", row->fft) : NULL;
  title = join (answers, G_N_ELEMENTS (answers));
  if (row->comment != NULL)
    {
      g_autofree char *said = title;

      title = *said != '\0' ? g_strjoin ("\n", row->comment, said, NULL) : g_strdup (row->comment);
    }
  return heed_entry_new (0, title, join (texts, G_N_ELEMENTS (texts)));
}

static void
anonymous_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      data)
{
  g_autoptr (HeedLooksPage) self = data;
  g_autoptr (GPtrArray) rows = heed_store_list_feedback_finish (HEED_STORE (source), result, NULL);
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func (g_object_unref);

  if (self->session == NULL || rows == NULL)
    return;
  for (guint i = rows->len; i > 0; i--) /* the newest first */
    g_ptr_array_add (entries, new_anonymous (self, rows->pdata[i - 1]));
  heed_entry_list_set (self->anonymous_list, entries);
}

static void
reload (HeedLooksPage *self)
{
  HeedStore *store = heed_session_get_store (self->session);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  self->query.today = heed_session_get_today (self->session);
  self->query.days = LOOK_DAYS;
  self->query.percent = LOOK_PERCENT;
  self->query.seed = heed_look_seed_of (self->query.today);
  heed_store_list_looks_async (store, &self->query, self->cancellable, looks_cb,
                               g_object_ref (self));
  heed_store_list_said_async (store, FALSE, self->cancellable, said_cb, g_object_ref (self));
  heed_store_list_feedback_async (store, self->cancellable, anonymous_cb, g_object_ref (self));
}

static gboolean
reload_cb (gpointer data)
{
  HeedLooksPage *self = data;

  self->reload_source = 0;
  reload (self);
  return G_SOURCE_REMOVE;
}

static void
store_changed_cb (HeedLooksPage *self)
{
  if (self->reload_source == 0)
    self->reload_source = g_timeout_add (RELOAD_DELAY_MS, reload_cb, self);
}

static void
heed_looks_page_dispose (GObject *object)
{
  HeedLooksPage *self = HEED_LOOKS_PAGE (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_handle_id (&self->reload_source, g_source_remove);
  g_clear_object (&self->session);
  gtk_widget_dispose_template (GTK_WIDGET (self), HEED_TYPE_LOOKS_PAGE);
  G_OBJECT_CLASS (heed_looks_page_parent_class)->dispose (object);
}

static void
heed_looks_page_class_init (HeedLooksPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = heed_looks_page_dispose;
  g_type_ensure (HEED_TYPE_ENTRY_LIST);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/care/heed/Heed/ui/actions/heed-looks-page.ui");
  gtk_widget_class_bind_template_child (widget_class, HeedLooksPage, window_title);
  gtk_widget_class_bind_template_child (widget_class, HeedLooksPage, banner);
  gtk_widget_class_bind_template_child (widget_class, HeedLooksPage, lot_label);
  gtk_widget_class_bind_template_child (widget_class, HeedLooksPage, looks_list);
  gtk_widget_class_bind_template_child (widget_class, HeedLooksPage, said_list);
  gtk_widget_class_bind_template_child (widget_class, HeedLooksPage, anonymous_list);
}

static void
heed_looks_page_init (HeedLooksPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  heed_entry_list_set_empty (self->looks_list, _ ("Nothing to Look Back At"),
                             _ ("Closed cases come here when feedback was poor, when they were "
                                "reopened, or by lot."));
  heed_entry_list_set_empty (self->said_list, _ ("Nothing Yet"),
                             _ ("What people said and what was done is written down when a case "
                                "is looked back at."));
  heed_entry_list_set_empty (self->anonymous_list, _ ("Nothing Yet"),
                             _ ("Feedback from a survey that names no case comes here when it is "
                                "imported. Nothing leads from it to a person."));
}

/**
 * heed_looks_page_new:
 * @session: the session
 *
 * Returns: (transfer floating): the page
 */
AdwNavigationPage *
heed_looks_page_new (HeedSession *session)
{
  HeedLooksPage *self = g_object_new (HEED_TYPE_LOOKS_PAGE, NULL);

  self->session = g_object_ref (session);
  g_signal_connect_object (heed_session_get_store (session), "changed",
                           G_CALLBACK (store_changed_cb), self, G_CONNECT_SWAPPED);
  reload (self);
  return ADW_NAVIGATION_PAGE (self);
}
