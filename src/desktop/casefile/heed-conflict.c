/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What to ask when two people changed the same thing at once: whose change is to stand. */

#include "config.h"

#include "casefile/heed-conflict.h"

#include "heed-words.h"

/* The act of one's own that changes the same thing. */
static const HeedAct *
find_mine (GPtrArray     *mine,
           const HeedAct *theirs)
{
  g_autofree char *touched = heed_act_dup_touched (theirs);

  for (guint i = 0; i < mine->len; i++)
    {
      g_autofree char *own = heed_act_dup_touched (mine->pdata[i]);

      if (g_strcmp0 (own, touched) == 0)
        return mine->pdata[i];
    }
  return NULL;
}

static void
add_row (GtkWidget  *group,
         const char *title,
         const char *who,
         const char *theirs,
         const char *yours)
{
  GtkWidget       *row = adw_action_row_new ();
  const char      *nothing = _ ("nothing");
  g_autofree char *text = NULL;

  /* Translators: a name and what they entered, then on its own line what you entered */
  text = g_strdup_printf (_ ("%s: %s\nYou: %s"), who, theirs != NULL ? theirs : nothing,
                          yours != NULL ? yours : nothing);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), text);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
}

/* A row for each fact that the two tell differently; one for the whole where they are of two kinds. */
static void
add_rows (GtkWidget     *group,
          HeedSession   *session,
          const HeedAct *theirs,
          const HeedAct *mine)
{
  HeedRules         *rules = heed_session_get_rules (session);
  const HeedActKind *kind = heed_act_kind_find (theirs->kind);

  if (mine == NULL || !g_str_equal (mine->kind, theirs->kind))
    {
      g_autofree char *what = heed_words_act (theirs, rules, NULL);
      g_autofree char *own = mine != NULL ? heed_words_act (mine, rules, NULL) : NULL;

      add_row (group, _ ("What was done"), theirs->actor, what, own);
      return;
    }
  for (const HeedFactSpec *spec = kind->facts; spec->name != NULL; spec++)
    {
      g_autofree char *title = heed_words_fact_title (spec->name);
      g_autofree char *value = heed_words_fact_value (theirs, spec, rules);
      g_autofree char *own = heed_words_fact_value (mine, spec, rules);

      if (g_strcmp0 (value, own) != 0)
        add_row (group, title, theirs->actor, value, own);
    }
}

/**
 * heed_conflict_ask:
 * @parent: a widget of the window
 * @session: the session
 * @mine: (element-type HeedAct): what was to be done
 * @error: a %HEED_STORE_ERROR_CONFLICT
 * @callback: called with the answer
 * @user_data: for @callback
 *
 * Shows, fact by fact, what others entered meanwhile beside one's own, and asks which is to stand.
 */
void
heed_conflict_ask (GtkWidget          *parent,
                   HeedSession        *session,
                   GPtrArray          *mine,
                   const GError       *error,
                   GAsyncReadyCallback callback,
                   gpointer            user_data)
{
  GPtrArray      *acts = heed_store_error_get_acts (error);
  AdwAlertDialog *dialog = ADW_ALERT_DIALOG (
      adw_alert_dialog_new (_ ("Somebody Else Changed This Too"),
                            _ ("While you were working, this was entered. Which is to stand?")));
  GtkWidget *group = adw_preferences_group_new ();

  for (guint i = 0; acts != NULL && i < acts->len; i++)
    add_rows (group, session, acts->pdata[i], find_mine (mine, acts->pdata[i]));
  adw_alert_dialog_set_extra_child (dialog, group);
  adw_alert_dialog_add_responses (dialog, "theirs", _ ("Keep _Theirs"), "mine", _ ("Keep _Mine"),
                                  NULL);
  adw_alert_dialog_set_close_response (dialog, "theirs");
  adw_alert_dialog_choose (dialog, parent, NULL, callback, user_data);
}

/**
 * heed_conflict_ask_finish:
 * @dialog: the source object of the callback
 * @result: its result
 *
 * Returns: whether one's own change is to stand
 */
gboolean
heed_conflict_ask_finish (GObject      *dialog,
                          GAsyncResult *result)
{
  return g_strcmp0 (adw_alert_dialog_choose_finish (ADW_ALERT_DIALOG (dialog), result), "mine")
         == 0;
}

/**
 * heed_conflict_get_seen:
 * @error: a %HEED_STORE_ERROR_CONFLICT
 *
 * Returns: place of the last act that the person has seen once they were shown the conflict
 */
guint
heed_conflict_get_seen (const GError *error)
{
  GPtrArray *acts = heed_store_error_get_acts (error);
  guint      seen = 0;

  for (guint i = 0; acts != NULL && i < acts->len; i++)
    seen = MAX (seen, ((HeedAct *) acts->pdata[i])->seq);
  return seen;
}
