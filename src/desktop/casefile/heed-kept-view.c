/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What was promised to a person, beside what was done: the reply and its date, what they wanted,
 * remedies and learning actions. Shows; judges nothing. */

#include "config.h"

#include "casefile/heed-kept-view.h"

#include "heed-words.h"

static void
add_line (AdwPreferencesGroup *group,
          const char          *promised,
          const char          *done,
          const char          *css_class)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *tag = gtk_label_new (done);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), promised);
  gtk_label_set_wrap (GTK_LABEL (tag), TRUE);
  gtk_label_set_natural_wrap_mode (GTK_LABEL (tag), GTK_NATURAL_WRAP_NONE);
  gtk_label_set_justify (GTK_LABEL (tag), GTK_JUSTIFY_RIGHT);
  gtk_widget_set_valign (tag, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (tag, "tag");
  if (css_class != NULL)
    gtk_widget_add_css_class (tag, css_class);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), tag);
  adw_preferences_group_add (group, row);
}

/* The day it was done, or that it was not; until the day it is due there is nothing to worry about. */
static void
add_deed (AdwPreferencesGroup *group,
          const char          *promised,
          HeedDate             done,
          HeedDate             due,
          HeedDate             today)
{
  gboolean         waits = done == HEED_DATE_NONE && due != HEED_DATE_NONE && due >= today;
  g_autofree char *day = NULL;
  g_autofree char *text = NULL;

  if (done != HEED_DATE_NONE || waits)
    day = heed_words_date_near (waits ? due : done, today);
  if (waits)
    /* Translators: of something promised; %s is a date. */
    text = g_strdup_printf (_ ("Due %s"), day);
  else if (day != NULL)
    /* Translators: %s is a date. */
    text = g_strdup_printf (_ ("Done %s"), day);
  add_line (group, promised, text != NULL ? text : C_ ("promise", "Not done yet"),
            waits ? NULL : day != NULL ? "good" : "late");
}

static void
add_reply (AdwPreferencesGroup *group,
           const HeedCase      *state,
           HeedDate             today)
{
  const HeedPromise *promise = heed_case_get_promise (state);
  const HeedRound   *run = heed_case_get_round (state);
  g_autofree char   *by = NULL;
  g_autofree char   *on = NULL;
  g_autofree char   *promised = NULL;
  g_autofree char   *done = NULL;

  if (promise == NULL)
    return;
  by = heed_words_date_near (promise->by, today);
  /* Translators: %s is a date. */
  promised = g_strdup_printf (_ ("A reply by %s"), by);
  if (run->resolved == HEED_DATE_NONE)
    {
      add_deed (group, promised, HEED_DATE_NONE, promise->by, today);
      return;
    }
  on = heed_words_date_near (run->resolved, today);
  /* Translators: when a reply was sent; %s is a date. */
  done = g_strdup_printf (run->resolved <= promise->by ? _ ("On time, %s") : _ ("Late, %s"), on);
  add_line (group, promised, done, run->resolved <= promise->by ? "good" : "late");
}

static void
add_remedies (AdwPreferencesGroup *group,
              const HeedCase      *state,
              const HeedRules     *rules,
              HeedDate             today)
{
  for (guint i = 0; i < state->remedies->len; i++)
    {
      const HeedRemedy *remedy = state->remedies->pdata[i];
      const char       *kind = heed_words_code (rules, "remedies", remedy->kind);
      /* Translators: the kind of a remedy, then words about it. */
      g_autofree char *text = remedy->text != NULL
                                ? g_strdup_printf (_ ("%s: %s"), kind, remedy->text)
                                : g_strdup (kind);

      if (remedy->declined != HEED_DATE_NONE)
        add_line (group, text, _ ("They declined"), NULL);
      else
        add_deed (group, text, remedy->delivered, HEED_DATE_NONE, today);
    }
}

/**
 * heed_kept_view_new:
 * @session: the session
 * @state: a case
 *
 * Returns: (transfer floating): what was promised, each with what came of it
 */
GtkWidget *
heed_kept_view_new (HeedSession    *session,
                    const HeedCase *state)
{
  HeedDate             today = heed_session_get_today (session);
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());

  adw_preferences_group_set_title (group, _ ("Promised and Done"));
  add_reply (group, state, today);
  for (guint i = 0; i < state->wants->len; i++)
    {
      const HeedWant *want = state->wants->pdata[i];

      add_deed (group, want->text, want->done, HEED_DATE_NONE, today);
    }
  add_remedies (group, state, heed_session_get_rules (session), today);
  for (guint i = 0; i < state->learning->len; i++)
    {
      const HeedLearning *learning = state->learning->pdata[i];

      if (learning->dropped != HEED_DATE_NONE)
        add_line (group, learning->text, _ ("Dropped"), "late");
      else
        add_deed (group, learning->text, learning->done, learning->due, today);
    }
  if (heed_case_get_promise (state) == NULL && state->wants->len + state->remedies->len
                                                   + state->learning->len == 0)
    adw_preferences_group_set_description (group, _ ("Nothing was promised."));
  return GTK_WIDGET (group);
}
