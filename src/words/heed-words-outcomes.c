/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What comes of cases, in words: how an action stands, and why a closed case is looked back at. */

#include "config.h"

#include "heed-words.h"

/**
 * heed_words_action_filter:
 * @filter: which actions
 *
 * Returns: (transfer none): what they are called, as in "No Proof Yet"
 */
const char *
heed_words_action_filter (HeedActionFilter filter)
{
  switch (filter)
    {
    case HEED_ACTIONS_OPEN:
      return C_ ("actions", "Open");
    case HEED_ACTIONS_LATE:
      return C_ ("actions", "Late");
    case HEED_ACTIONS_NO_PROOF:
      /* Translators: actions that were done, but nothing shows it */
      return C_ ("actions", "No Proof Yet");
    case HEED_ACTIONS_CHECK_DUE:
      /* Translators: actions for which it is time to look whether they work */
      return C_ ("actions", "To Be Checked");
    case HEED_ACTIONS_NOT_EFFECTIVE:
      /* Translators: actions that do not do what they should */
      return C_ ("actions", "Not Effective");
    case HEED_ACTIONS_ALL:
      return C_ ("actions", "All");
    case HEED_ACTIONS_TO_DO:
    default:
      /* Translators: actions that need somebody */
      return C_ ("actions", "To Do");
    }
}

/**
 * heed_words_action_state:
 * @row: an action
 * @today: today
 *
 * Returns: (transfer full): how it stands, as in "Due Tue 1 Dec" or "Done, but nothing shows it yet"
 */
char *
heed_words_action_state (const HeedActionRow *row,
                         HeedDate             today)
{
  g_autofree char *day = heed_words_date_near (row->done == HEED_DATE_NONE ? row->due : row->done,
                                               today);
  g_autofree char *check = NULL;

  if (row->done == HEED_DATE_NONE && row->due < today)
    /* Translators: an action; the %s is the day it was due */
    return g_strdup_printf (_ ("Late since %s"), day);
  if (row->done == HEED_DATE_NONE)
    /* Translators: an action; the %s is the day it is due */
    return g_strdup_printf (_ ("Due %s"), day);
  if (!row->proven)
    return g_strdup (_ ("Done, but nothing shows it yet"));
  if (g_strcmp0 (row->effective, "no") == 0)
    return g_strdup (_ ("Done, but it does not work"));
  if (g_strcmp0 (row->effective, "partly") == 0)
    return g_strdup (_ ("Done, but it works only partly"));
  if (row->check_due != HEED_DATE_NONE && row->check_due <= today)
    return g_strdup (_ ("Done: time to look whether it works"));
  if (row->check_due == HEED_DATE_NONE)
    /* Translators: an action; the %s is the day it was done */
    return g_strdup_printf (_ ("Done %s"), day);
  check = heed_words_date_near (row->check_due, today);
  /* Translators: an action: the day it was done, and the day to look whether it works */
  return g_strdup_printf (_ ("Done %s; to be checked %s"), day, check);
}

/**
 * heed_words_look_why:
 * @why: bits of #HeedLookReason
 *
 * Returns: (transfer full): why a closed case is looked back at, as in "Poor feedback, reopened"
 */
char *
heed_words_look_why (guint why)
{
  static const struct
  {
    HeedLookReason reason;
    const char    *words;
  } reasons[] = {
    { HEED_LOOK_LOW, N_ ("Poor feedback") },
    { HEED_LOOK_REOPENED, N_ ("Reopened") },
    { HEED_LOOK_SAMPLE, N_ ("Drawn by lot") },
  };
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) list = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (reasons); i++)
    if (why & reasons[i].reason)
      g_strv_builder_add (builder, _ (reasons[i].words));
  list = g_strv_builder_end (builder);
  /* Translators: between the members of a list */
  return g_strjoinv (_ (", "), list);
}

/**
 * heed_words_look_lot:
 * @list: closed cases to look back at
 * @query: how the lot was drawn
 *
 * Returns: (transfer full): how the lot was drawn, so that anybody can draw it again
 */
char *
heed_words_look_lot (const HeedLookList  *list,
                     const HeedLookQuery *query)
{
  /* Translators: how a random sample was drawn: cases drawn, cases there were, days, the seed */
  return g_strdup_printf (_ ("Drawn by lot: %u of the %u cases closed in the last %u days, "
                             "about %u in a hundred, with the seed %" G_GUINT64_FORMAT "."),
                          list->n_drawn, list->n_pool, query->days, query->percent, query->seed);
}
