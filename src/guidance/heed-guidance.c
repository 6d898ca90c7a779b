/* SPDX-License-Identifier: GPL-3.0-or-later */

/* All lists of the guide together: those of the program, with the organisation's own laid over
 * them. Tells which situations somebody may want to switch on; switches none on itself. */

#include "config.h"

#include "heed-guidance.h"

#include <string.h>

#include "heed-rules-files.h"

struct _HeedGuidance
{
  GHashTable *by_id;                     /* id → HeedGuideList, owned; also those switched off */
  GPtrArray  *lists[HEED_N_GUIDE_KINDS]; /* of HeedGuideList, borrowed, those in force, in order */
};

G_DEFINE_BOXED_TYPE (HeedGuidance, heed_guidance, heed_guidance_ref, heed_guidance_unref)

/* While files are read. */
typedef struct
{
  HeedGuidance    *guidance;
  const HeedRules *rules;
  HeedGuideKind    kind;
  gboolean         own;
} Loading;

static void
guidance_clear (gpointer data)
{
  HeedGuidance *self = data;

  g_clear_pointer (&self->by_id, g_hash_table_unref);
  for (guint i = 0; i < HEED_N_GUIDE_KINDS; i++)
    g_clear_pointer (&self->lists[i], g_ptr_array_unref);
}

/**
 * heed_guidance_ref:
 * @self: the guidance
 *
 * Returns: (transfer full): @self, held once more; safe from any thread
 */
HeedGuidance *
heed_guidance_ref (HeedGuidance *self)
{
  return g_atomic_rc_box_acquire (self);
}

/**
 * heed_guidance_unref:
 * @self: (transfer full): the guidance
 *
 * Lets go of the guidance; safe from any thread.
 */
void
heed_guidance_unref (HeedGuidance *self)
{
  g_atomic_rc_box_release_full (self, guidance_clear);
}

static gboolean
take_file (const char *folder,
           JsonNode   *root,
           const char *file,
           gpointer    user_data,
           GError    **error)
{
  Loading *loading = user_data;
  HeedJsonPlace  place;
  HeedJsonHead   head;
  HeedGuideList *list;

  if (!heed_guide_open (root, file, &place, &head, error))
    return FALSE;
  list = heed_guide_list_new (&place, loading->kind,
                              heed_guidance_find (loading->guidance, head.id), loading->rules,
                              error);
  if (list == NULL)
    return FALSE;
  list->own = loading->own;
  g_hash_table_replace (loading->guidance->by_id, list->id, list);
  return TRUE;
}

static gint
compare_lists (gconstpointer a,
               gconstpointer b)
{
  const HeedGuideList *first = *(HeedGuideList *const *) a;
  const HeedGuideList *second = *(HeedGuideList *const *) b;

  if (first->rank != second->rank)
    return first->rank < second->rank ? -1 : 1;
  return strcmp (first->name, second->name);
}

static void
sort_lists (HeedGuidance *self)
{
  for (guint i = 0; i < HEED_N_GUIDE_KINDS; i++)
    {
      g_autoptr (GPtrArray) all = heed_guidance_dup_all (self, (HeedGuideKind) i);

      g_ptr_array_set_size (self->lists[i], 0);
      for (guint j = 0; j < all->len; j++)
        if (!((HeedGuideList *) all->pdata[j])->off)
          g_ptr_array_add (self->lists[i], all->pdata[j]);
    }
}

static HeedGuidance *
load_builtin (const HeedRules *rules,
              GError         **error)
{
  g_autoptr (HeedGuidance) self = g_atomic_rc_box_new0 (HeedGuidance);
  Loading loading = { self, rules };

  self->by_id = g_hash_table_new_full (g_str_hash, g_str_equal, NULL,
                                       (GDestroyNotify) heed_guide_list_free);
  for (guint i = 0; i < HEED_N_GUIDE_KINDS; i++)
    self->lists[i] = g_ptr_array_new ();
  for (guint i = 0; i < HEED_N_GUIDE_KINDS; i++)
    {
      loading.kind = (HeedGuideKind) i;
      if (!heed_rules_files_read_builtin (heed_guide_kind_get_folder (loading.kind), take_file,
                                          &loading, error))
        return NULL;
    }
  sort_lists (self);
  return g_steal_pointer (&self);
}

/**
 * heed_guidance_new_builtin:
 * @rules: the rules, for the codes that the guidance speaks of
 * @error: where to put an error
 *
 * Loads the guidance that is part of the program.
 *
 * Returns: (transfer full): the guidance; %NULL with an error of #HeedRulesError where the program
 *   was built wrongly
 */
HeedGuidance *
heed_guidance_new_builtin (const HeedRules *rules,
                           GError         **error)
{
  return load_builtin (rules, error);
}

/**
 * heed_guidance_new_with_folder:
 * @rules: the rules, for the codes that the guidance speaks of
 * @folder: the organisation's own folder, with any of "guidance/stages", "guidance/situations",
 *   "guidance/frames", "guidance/signs" and "guidance/words" in it
 * @left_out: (out) (optional) (transfer full) (element-type utf8): a message "file: path: reason"
 *   for each file that was not taken; empty where all were
 * @error: where to put an error
 *
 * Loads the program's guidance and lays the organisation's files over it: one of the same id takes
 * the place of the program's, or extends it where it says so. A file that is wrong is left out and
 * reported, and what it would have changed stays.
 *
 * Returns: (transfer full): the guidance; %NULL with %HEED_RULES_ERROR_READ where @folder is no
 *   folder
 */
HeedGuidance *
heed_guidance_new_with_folder (const HeedRules *rules,
                               const char      *folder,
                               GPtrArray      **left_out,
                               GError         **error)
{
  g_autoptr (HeedGuidance) self = NULL;
  g_autoptr (GPtrArray) messages = g_ptr_array_new_with_free_func (g_free);
  Loading loading;

  if (!heed_rules_files_check_folder (folder, error))
    return NULL;
  self = load_builtin (rules, error);
  if (self == NULL)
    return NULL;

  loading = (Loading){ self, rules, HEED_GUIDE_STAGE, TRUE };
  for (guint i = 0; i < HEED_N_GUIDE_KINDS; i++)
    {
      loading.kind = (HeedGuideKind) i;
      heed_rules_files_read_own (folder, heed_guide_kind_get_folder (loading.kind), take_file,
                                 &loading, messages);
    }
  sort_lists (self);
  if (left_out != NULL)
    *left_out = g_steal_pointer (&messages);
  return g_steal_pointer (&self);
}

/**
 * heed_guidance_get_lists:
 * @self: the guidance
 * @kind: a kind of list
 *
 * Returns: (transfer none) (element-type HeedGuideList): the lists of that kind in force, in the
 *   order in which to show them; not to be changed
 */
GPtrArray *
heed_guidance_get_lists (const HeedGuidance *self,
                         HeedGuideKind       kind)
{
  return self->lists[kind];
}

/**
 * heed_guidance_dup_all:
 * @self: the guidance
 * @kind: a kind of list
 *
 * Returns: (transfer container) (element-type HeedGuideList): all lists of that kind, in the order
 *   in which to show them, also those that are switched off
 */
GPtrArray *
heed_guidance_dup_all (const HeedGuidance *self,
                       HeedGuideKind       kind)
{
  GPtrArray     *all = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer       list;

  g_hash_table_iter_init (&iter, self->by_id);
  while (g_hash_table_iter_next (&iter, NULL, &list))
    if (((HeedGuideList *) list)->kind == kind)
      g_ptr_array_add (all, list);
  g_ptr_array_sort (all, compare_lists);
  return all;
}

/**
 * heed_guidance_find:
 * @self: the guidance
 * @id: (nullable): the id of a list
 *
 * Returns: (transfer none) (nullable): the list of that id, also one that is switched off
 */
const HeedGuideList *
heed_guidance_find (const HeedGuidance *self,
                    const char         *id)
{
  return id != NULL ? g_hash_table_lookup (self->by_id, id) : NULL;
}

/**
 * heed_guidance_get_stage:
 * @self: the guidance
 * @stage: a stage
 *
 * Returns: (transfer none) (nullable): the checklist of that stage; of a closed case that of the
 *   last stage it was in; %NULL where it is switched off
 */
const HeedGuideList *
heed_guidance_get_stage (const HeedGuidance *self,
                         HeedStage           stage)
{
  const HeedGuideList *list;

  list = heed_guidance_find (self, heed_stage_get_name (MIN (stage, HEED_STAGE_RESOLVE)));
  return list != NULL && !list->off ? list : NULL;
}

/**
 * heed_guidance_find_item:
 * @self: the guidance
 * @item: (nullable): the id of an item, as in "listen.safety"
 * @list: (out) (optional) (transfer none): the list it is in
 *
 * Returns: (transfer none) (nullable): the item of that id, also one that is switched off
 */
const HeedGuideItem *
heed_guidance_find_item (const HeedGuidance   *self,
                         const char           *item,
                         const HeedGuideList **list)
{
  const char *dot = item != NULL ? strchr (item, '.') : NULL;
  g_autofree char *id = dot != NULL ? g_strndup (item, (gsize) (dot - item)) : NULL;
  const HeedGuideList *found = heed_guidance_find (self, id);

  if (list != NULL)
    *list = found;
  return found != NULL ? heed_guide_list_find (found, item) : NULL;
}

static gboolean
all_are_so (const char        *suggestion,
            const char *const *codes)
{
  g_auto (GStrv) parts = g_strsplit (suggestion, "+", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    if (!g_strv_contains (codes, parts[i]))
      return FALSE;
  return TRUE;
}

/**
 * heed_guidance_suggest:
 * @self: the guidance
 * @codes: (array zero-terminated=1): what is known, each as "set/code" like "flags/bereaved" or
 *   "dangers/self-harm", or "interpreter"
 *
 * Tells which situations to offer. Whether one is so, a person decides.
 *
 * Returns: (transfer full) (array zero-terminated=1): ids of situations, in the order in which to
 *   show them
 */
char **
heed_guidance_suggest (const HeedGuidance *self,
                       const char *const  *codes)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  GPtrArray *situations = self->lists[HEED_GUIDE_SITUATION];

  for (guint i = 0; i < situations->len; i++)
    {
      const HeedGuideList *situation = g_ptr_array_index (situations, i);

      for (guint j = 0; situation->suggested_by[j] != NULL; j++)
        if (all_are_so (situation->suggested_by[j], codes))
          {
            g_strv_builder_add (builder, situation->id);
            break;
          }
    }
  return g_strv_builder_end (builder);
}

static void
add_code (GStrvBuilder *builder,
          const char   *set,
          const char   *code)
{
  if (code != NULL)
    g_strv_builder_take (builder, g_strconcat (set, "/", code, NULL));
}

/**
 * heed_guidance_dup_codes:
 * @kase: a case
 *
 * Returns: (transfer full) (array zero-terminated=1): what the case tells for
 *   heed_guidance_suggest()
 */
char **
heed_guidance_dup_codes (const HeedCase *kase)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  if (kase->interpreter)
    g_strv_builder_add (builder, "interpreter");
  add_code (builder, "feelings", kase->feeling_now);
  add_code (builder, "channels", kase->channel);
  add_code (builder, "formats", kase->format);
  add_code (builder, "relationships", kase->relationship);
  add_code (builder, "contact-types", kase->type);
  for (guint i = 0; i < kase->flags->len; i++)
    add_code (builder, "flags", g_ptr_array_index (kase->flags, i));
  for (guint i = 0; i < kase->support->len; i++)
    add_code (builder, "support", g_ptr_array_index (kase->support, i));
  for (guint i = 0; i < kase->issues->len; i++)
    add_code (builder, "hcat", ((HeedIssue *) g_ptr_array_index (kase->issues, i))->category);
  for (guint i = 0; i < kase->dangers->len; i++)
    add_code (builder, "dangers", ((HeedDanger *) g_ptr_array_index (kase->dangers, i))->what);
  return g_strv_builder_end (builder);
}
