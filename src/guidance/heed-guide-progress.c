/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where a case stands in its checklists: what is done, what comes next, and what is expected and
 * still open when a stage is left. Computed each time from the facts of the case; never blocks. */

#include "config.h"

#include "heed-guide-progress.h"

/**
 * heed_guide_list_get_progress:
 * @self: a list
 * @kase: a case
 *
 * Returns: how far the list was worked through
 */
HeedGuideProgress
heed_guide_list_get_progress (const HeedGuideList *self,
                              const HeedCase      *kase)
{
  HeedGuideProgress progress = { self->items->len };
  const HeedGuideItem *optional = NULL;

  for (guint i = 0; i < self->items->len; i++)
    {
      const HeedGuideItem *item = g_ptr_array_index (self->items, i);
      const HeedTick *tick = heed_case_find_tick (kase, item->id);

      if (tick != NULL)
        {
          progress.done++;
          progress.not_applicable += tick->not_applicable;
        }
      else if (item->expected && progress.next == NULL)
        progress.next = item;
      else if (!item->expected && optional == NULL)
        optional = item;
    }
  if (progress.next == NULL)
    progress.next = optional;
  return progress;
}

/**
 * heed_guidance_get_active:
 * @self: the guidance
 * @kase: a case
 *
 * Returns: (transfer container) (element-type HeedGuideList): the lists to work with now: first the
 *   situations in which safety comes first, then the stage, then the other situations
 */
GPtrArray *
heed_guidance_get_active (const HeedGuidance *self,
                          const HeedCase     *kase)
{
  GPtrArray *active = g_ptr_array_new ();
  GPtrArray *situations = heed_guidance_get_lists (self, HEED_GUIDE_SITUATION);
  const HeedGuideList *stage = heed_guidance_get_stage (self, kase->stage);

  for (guint pass = 0; pass < 2; pass++)
    {
      for (guint i = 0; i < situations->len; i++)
        {
          HeedGuideList *situation = g_ptr_array_index (situations, i);

          if (situation->safety_first == (pass == 0)
              && heed_case_has_situation (kase, situation->id))
            g_ptr_array_add (active, situation);
        }
      if (pass == 0 && stage != NULL)
        g_ptr_array_add (active, (gpointer) stage);
    }
  return active;
}

static void
add_open_items (GPtrArray           *open,
                const HeedGuideList *list,
                const HeedCase      *kase)
{
  for (guint i = 0; list != NULL && i < list->items->len; i++)
    {
      const HeedGuideItem *item = g_ptr_array_index (list->items, i);

      if (item->expected && heed_case_find_tick (kase, item->id) == NULL)
        g_ptr_array_add (open, (gpointer) item);
    }
}

/* Whether an act of that kind, if it is allowed, leaves the stage. Acknowledging at once leaves
 * listening too; an answer leaves the case where it is until it is closed. */
static gboolean
leaves_stage (const HeedCase *kase,
              const char     *kind,
              HeedStage       stage)
{
  if (stage < kase->stage || !heed_case_allows (kase, kind))
    return FALSE;
  if (g_str_equal (kind, "listened"))
    return stage == HEED_STAGE_LISTEN;
  if (g_str_equal (kind, "acknowledge"))
    return stage <= HEED_STAGE_ACKNOWLEDGE;
  return g_str_equal (kind, "close") && stage == HEED_STAGE_RESOLVE;
}

/**
 * heed_guidance_get_open:
 * @self: the guidance
 * @kase: a case
 * @kind: name of an act kind, as in "acknowledge"
 *
 * Tells what is expected and still open in the stages that an act of that kind would leave, and in
 * the situations that are so. It never blocks: the act can name them as passed, with a reason.
 *
 * Returns: (transfer container) (element-type HeedGuideItem): the items; empty for an act that
 *   leaves no stage
 */
GPtrArray *
heed_guidance_get_open (const HeedGuidance *self,
                        const HeedCase     *kase,
                        const char         *kind)
{
  GPtrArray *open = g_ptr_array_new ();
  GPtrArray *situations = heed_guidance_get_lists (self, HEED_GUIDE_SITUATION);
  gboolean   leaves = FALSE;

  for (guint i = HEED_STAGE_LISTEN; i <= HEED_STAGE_RESOLVE; i++)
    if (leaves_stage (kase, kind, (HeedStage) i))
      {
        leaves = TRUE;
        add_open_items (open, heed_guidance_get_stage (self, (HeedStage) i), kase);
      }
  for (guint i = 0; leaves && i < situations->len; i++)
    {
      const HeedGuideList *situation = g_ptr_array_index (situations, i);

      if (heed_case_has_situation (kase, situation->id))
        add_open_items (open, situation, kase);
    }
  return open;
}

/**
 * heed_guidance_get_next:
 * @self: the guidance
 * @kase: a case
 * @list: (out) (optional) (transfer none): the list it is in
 *
 * Returns: (transfer none) (nullable): what to do next, %NULL where everything is done
 */
const HeedGuideItem *
heed_guidance_get_next (const HeedGuidance   *self,
                        const HeedCase       *kase,
                        const HeedGuideList **list)
{
  g_autoptr (GPtrArray) active = heed_guidance_get_active (self, kase);

  for (guint i = 0; i < active->len; i++)
    {
      const HeedGuideList *candidate = g_ptr_array_index (active, i);
      HeedGuideProgress progress = heed_guide_list_get_progress (candidate, kase);

      if (progress.next != NULL)
        {
          if (list != NULL)
            *list = candidate;
          return progress.next;
        }
    }
  return NULL;
}
