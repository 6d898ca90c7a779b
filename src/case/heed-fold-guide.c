/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The acts of working with the guide: situations, ticks, how the person is, danger, handing over.
 * Keeps what was done as facts. Knows no checklist: which items there are, and which of them are
 * expected, is the guidance room's matter. */

#include "config.h"

#include "heed-fold-private.h"

#define REFUSE(error, obstacle, fact, value) \
  (heed_case_set_obstacle (error, HEED_CASE_ERROR_NOT_ALLOWED, obstacle, fact, value), FALSE)

static guint
get_round_number (const HeedCase *self)
{
  return heed_case_get_round (self)->number;
}

/* The edition of the guidance that was on the screen. */
static void
remember_version (HeedCase      *self,
                  const HeedAct *act)
{
  heed_fold_set_text (&self->guidance_version, act, "version");
}

/* Situations */

static gboolean
find_situation (const HeedCase *self,
                const char     *id,
                guint          *position)
{
  for (guint i = 0; i < self->situations->len; i++)
    {
      const HeedSituation *situation = g_ptr_array_index (self->situations, i);

      if (g_strcmp0 (situation->id, id) == 0)
        {
          *position = i;
          return TRUE;
        }
    }
  return FALSE;
}

/**
 * heed_case_has_situation:
 * @self: a case
 * @id: the id of a situation in the guidance, as in "bereaved"
 *
 * Returns: whether somebody said that it is so, and nobody that it is over
 */
gboolean
heed_case_has_situation (const HeedCase *self,
                         const char     *id)
{
  guint position;

  return find_situation (self, id, &position);
}

HEED_CHECK (situation)
{
  const char *id = heed_act_get_text (act, "situation");

  if (heed_case_has_situation (self, id))
    return REFUSE (error, HEED_OBSTACLE_ALREADY, "situation", id);
  return TRUE;
}

HEED_CHECK (situation_end)
{
  const char *id = heed_act_get_text (act, "situation");

  if (!heed_case_has_situation (self, id))
    return REFUSE (error, HEED_OBSTACLE_NOT_SO, "situation", id);
  return TRUE;
}

HEED_FOLD (situation)
{
  HeedSituation *situation = g_new0 (HeedSituation, 1);

  heed_fold_set_text (&situation->id, act, "situation");
  heed_fold_set_text (&situation->text, act, "text");
  situation->by = g_strdup (act->actor);
  situation->at = act->happened_at;
  g_ptr_array_add (self->situations, situation);
  remember_version (self, act);
}

HEED_FOLD (situation_end)
{
  guint position;

  if (find_situation (self, heed_act_get_text (act, "situation"), &position))
    g_ptr_array_remove_index (self->situations, position);
}

/* Items of the checklists */

/**
 * heed_case_find_tick:
 * @self: a case
 * @item: the id of an item of a checklist, as in "listen.safety"
 *
 * Each round is worked anew, so what an earlier round ticked does not count here.
 *
 * Returns: (transfer none) (nullable): what was noted for the item in this round
 */
const HeedTick *
heed_case_find_tick (const HeedCase *self,
                     const char     *item)
{
  for (guint i = self->ticks->len; i > 0; i--)
    {
      const HeedTick *tick = g_ptr_array_index (self->ticks, i - 1);

      if (tick->round == get_round_number (self) && g_strcmp0 (tick->item, item) == 0)
        return tick;
    }
  return NULL;
}

/* What is noted for an item is undone before something else is noted for it. */
HEED_CHECK (tick)
{
  const char *item = heed_act_get_text (act, "item");

  if (heed_case_find_tick (self, item) != NULL)
    return REFUSE (error, HEED_OBSTACLE_ALREADY, "item", item);
  return TRUE;
}

HEED_CHECK (untick)
{
  const char *item = heed_act_get_text (act, "item");

  if (heed_case_find_tick (self, item) == NULL)
    return REFUSE (error, HEED_OBSTACLE_NOT_SO, "item", item);
  return TRUE;
}

static HeedTick *
add_tick (HeedCase      *self,
          const HeedAct *act)
{
  HeedTick *tick = g_new0 (HeedTick, 1);

  heed_fold_set_text (&tick->item, act, "item");
  heed_fold_set_text (&tick->text, act, "text");
  heed_fold_set_text (&tick->version, act, "version");
  heed_fold_set_text (&tick->evidence, act, "evidence");
  heed_fold_set_text (&tick->reason, act, "reason");
  tick->by = g_strdup (act->actor);
  tick->at = act->happened_at;
  tick->round = get_round_number (self);
  g_ptr_array_add (self->ticks, tick);
  remember_version (self, act);
  return tick;
}

HEED_FOLD (tick)
{
  add_tick (self, act);
}

HEED_FOLD (not_applicable)
{
  add_tick (self, act)->not_applicable = TRUE;
}

HEED_FOLD (untick)
{
  const HeedTick *tick = heed_case_find_tick (self, heed_act_get_text (act, "item"));

  if (tick != NULL)
    g_ptr_array_remove (self->ticks, (gpointer) tick);
}

/* Puts what is noted for an item into the body of an act that would note it again; returns the kind
 * of that act. */
const char *
heed_fold_describe_tick (const HeedCase *self,
                         const char     *item,
                         JsonObject     *body)
{
  const HeedTick *tick = heed_case_find_tick (self, item);

  if (tick == NULL)
    return "tick";
  if (tick->text != NULL)
    json_object_set_string_member (body, "text", tick->text);
  if (tick->version != NULL)
    json_object_set_string_member (body, "version", tick->version);
  if (tick->evidence != NULL)
    json_object_set_string_member (body, "evidence", tick->evidence);
  if (tick->reason != NULL)
    json_object_set_string_member (body, "reason", tick->reason);
  return tick->not_applicable ? "not-applicable" : "tick";
}

/* How they are, and danger */

HEED_FOLD (feeling)
{
  const char *when = heed_act_get_text (act, "when");

  if (g_strcmp0 (when, "start") == 0)
    heed_fold_set_text (&self->feeling_start, act, "feeling");
  if (g_strcmp0 (when, "end") == 0)
    heed_fold_set_text (&self->feeling_end, act, "feeling");
  heed_fold_set_text (&self->feeling_now, act, "feeling");
}

HEED_CHECK (danger)
{
  gint64 at;

  if (heed_instant_parse (heed_act_get_text (act, "told_at"), NULL, &at) && at > act->entered_at)
    return REFUSE (error, HEED_OBSTACLE_IN_FUTURE, "told_at", NULL);
  return TRUE;
}

HEED_FOLD (danger)
{
  HeedDanger *danger = g_new0 (HeedDanger, 1);

  heed_fold_set_text (&danger->what, act, "what");
  heed_fold_set_text (&danger->told, act, "told");
  heed_fold_set_text (&danger->text, act, "text");
  danger->by = g_strdup (act->actor);
  if (!heed_instant_parse (heed_act_get_text (act, "told_at"), NULL, &danger->told_at))
    danger->told_at = act->happened_at;
  g_ptr_array_add (self->dangers, danger);
}

/* Handing over: open until somebody accepts it. */

HEED_FOLD (hand_over)
{
  HeedHandOver *hand_over = g_new0 (HeedHandOver, 1);

  hand_over->number = self->hand_overs->len + 1;
  heed_fold_set_text (&hand_over->to, act, "to");
  heed_fold_set_text (&hand_over->reason, act, "reason");
  heed_fold_set_text (&hand_over->situation, act, "situation");
  hand_over->by = g_strdup (act->actor);
  hand_over->at = act->happened_at;
  g_ptr_array_add (self->hand_overs, hand_over);
}

HEED_CHECK (hand_over_accept)
{
  gint64 number = heed_act_get_number (act, "number");
  const HeedHandOver *hand_over;

  if (number < 1 || number > self->hand_overs->len)
    return REFUSE (error, HEED_OBSTACLE_NO_SUCH_ITEM, "number", NULL);
  hand_over = g_ptr_array_index (self->hand_overs, number - 1);
  if (hand_over->accepted_by != NULL)
    return REFUSE (error, HEED_OBSTACLE_ALREADY, NULL, NULL);
  if (act->happened_at < hand_over->at)
    return REFUSE (error, HEED_OBSTACLE_ORDER, "happened_at", NULL);
  return TRUE;
}

HEED_FOLD (hand_over_accept)
{
  HeedHandOver *hand_over =
    g_ptr_array_index (self->hand_overs, heed_act_get_number (act, "number") - 1);

  hand_over->accepted_by = g_strdup (act->actor);
  heed_fold_set_text (&hand_over->accepted_by, act, "by");
  hand_over->accepted_at = act->happened_at;
}

/**
 * heed_case_get_n_open_hand_overs:
 * @self: a case
 *
 * Returns: how many handovers nobody has accepted yet; each still belongs to whoever made it
 */
guint
heed_case_get_n_open_hand_overs (const HeedCase *self)
{
  guint n = 0;

  for (guint i = 0; i < self->hand_overs->len; i++)
    n += ((const HeedHandOver *) g_ptr_array_index (self->hand_overs, i))->accepted_by == NULL;
  return n;
}
