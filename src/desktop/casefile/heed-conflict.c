/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What to ask when two people changed the same thing at once: whose change is to stand. */

#include "config.h"

#include "casefile/heed-conflict.h"

#include "heed-words.h"

static char *
dup_sentence (HeedSession   *session,
              const HeedAct *act)
{
  HeedRules       *rules = heed_session_get_rules (session);
  g_autofree char *what = heed_words_act (act, rules, NULL);
  g_autofree char *detail = heed_words_act_detail (act, rules);

  if (detail == NULL || *detail == '\0')
    return g_strdup_printf ("%s %s", act->actor, what);
  return g_strdup_printf ("%s %s\n%s", act->actor, what, detail);
}

/**
 * heed_conflict_ask:
 * @parent: a widget of the window
 * @session: the session
 * @error: a %HEED_STORE_ERROR_CONFLICT
 * @callback: called with the answer
 * @user_data: for @callback
 *
 * Lists what others changed meanwhile, and asks which change is to stand.
 */
void
heed_conflict_ask (GtkWidget          *parent,
                   HeedSession        *session,
                   const GError       *error,
                   GAsyncReadyCallback callback,
                   gpointer            user_data)
{
  GPtrArray      *acts = heed_store_error_get_acts (error);
  AdwAlertDialog *dialog = ADW_ALERT_DIALOG (adw_alert_dialog_new (NULL, NULL));
  g_autoptr (GString) body = g_string_new (_ ("While you were working:"));

  for (guint i = 0; acts != NULL && i < acts->len; i++)
    {
      g_autofree char *sentence = dup_sentence (session, acts->pdata[i]);

      g_string_append_printf (body, "\n\n%s", sentence);
    }
  adw_alert_dialog_set_heading (dialog, _ ("Somebody Else Changed This Too"));
  adw_alert_dialog_set_body (dialog, body->str);
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
