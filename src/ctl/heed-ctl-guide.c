/* SPDX-License-Identifier: GPL-3.0-or-later */

/* guide and guidance: what to do next in a case, the lists themselves, and whether an
 * organisation's own lists are right. */

#include "config.h"

#include <stdio.h>
#include <string.h>

#include "heed-ctl.h"
#include "heed-guide-progress.h"
#include "heed-words.h"

static const char *
get_state_name (const HeedTick *tick)
{
  if (tick == NULL)
    return "open";
  return tick->not_applicable ? "not-applicable" : "done";
}

static void
set_instant (HeedCtl    *self,
             JsonObject *object,
             const char *name,
             gint64      instant)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc_usec (instant);
  g_autoptr (GDateTime) local = g_date_time_to_timezone (utc, self->zone);
  g_autofree char *text = g_date_time_format_iso8601 (local);

  json_object_set_string_member (object, name, text);
}

/* The items of a list; with @state what was noted for each, else all there are. */
static JsonArray *
items_json (HeedCtl             *self,
            const HeedGuideList *list,
            const HeedCase      *state)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < list->items->len; i++)
    {
      const HeedGuideItem *item = list->items->pdata[i];
      const HeedTick      *tick = state ? heed_case_find_tick (state, item->id) : NULL;
      JsonObject          *object = json_object_new ();

      json_object_set_string_member (object, "item", item->id);
      json_object_set_string_member (object, "text", item->text);
      heed_ctl_set_text (object, "why", item->why);
      heed_ctl_set_text (object, "say", item->say);
      json_object_set_boolean_member (object, "expected", item->expected);
      json_object_set_boolean_member (object, "hand_over", item->hand_over);
      json_object_set_string_member (object, "takes", heed_evidence_get_name (item->evidence));
      if (state != NULL)
        json_object_set_string_member (object, "state", get_state_name (tick));
      if (tick != NULL)
        {
          json_object_set_string_member (object, "by", tick->by);
          set_instant (self, object, "at", tick->at);
          heed_ctl_set_text (object, "evidence", tick->evidence);
          heed_ctl_set_text (object, "reason", tick->reason);
        }
      json_array_add_object_element (array, object);
    }
  return array;
}

static JsonObject *
list_json (HeedCtl             *self,
           const HeedGuideList *list,
           const HeedCase      *state)
{
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "list", list->id);
  json_object_set_string_member (object, "kind", heed_guide_kind_get_name (list->kind));
  json_object_set_string_member (object, "name", list->name);
  json_object_set_string_member (object, "version", list->version);
  heed_ctl_set_text (object, "opening", list->opening);
  heed_ctl_set_text (object, "hand_over_to", list->hand_over_to);
  if (state != NULL)
    {
      HeedGuideProgress progress = heed_guide_list_get_progress (list, state);

      json_object_set_int_member (object, "done", progress.done);
      json_object_set_int_member (object, "total", progress.total);
    }
  json_object_set_array_member (object, "items", items_json (self, list, state));
  return object;
}

static JsonArray *
texts_json (char **texts)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; texts[i] != NULL; i++)
    json_array_add_string_element (array, texts[i]);
  return array;
}

static JsonArray *
hand_overs_json (HeedCtl        *self,
                 const HeedCase *state)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < state->hand_overs->len; i++)
    {
      const HeedHandOver *hand_over = state->hand_overs->pdata[i];
      JsonObject         *object = json_object_new ();

      json_object_set_int_member (object, "number", hand_over->number);
      json_object_set_string_member (object, "to", hand_over->to);
      json_object_set_string_member (object, "reason", hand_over->reason);
      heed_ctl_set_text (object, "situation", hand_over->situation);
      json_object_set_string_member (object, "by", hand_over->by);
      set_instant (self, object, "at", hand_over->at);
      heed_ctl_set_text (object, "accepted_by", hand_over->accepted_by);
      if (hand_over->accepted_by != NULL)
        set_instant (self, object, "accepted_at", hand_over->accepted_at);
      json_array_add_object_element (array, object);
    }
  return array;
}

static JsonArray *
dangers_json (HeedCtl        *self,
              const HeedCase *state)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < state->dangers->len; i++)
    {
      const HeedDanger *danger = state->dangers->pdata[i];
      JsonObject       *object = json_object_new ();

      json_object_set_string_member (object, "what", danger->what);
      json_object_set_string_member (object, "told", danger->told);
      set_instant (self, object, "told_at", danger->told_at);
      json_object_set_string_member (object, "by", danger->by);
      heed_ctl_set_text (object, "text", danger->text);
      json_array_add_object_element (array, object);
    }
  return array;
}

/* Situations that the case suggests and nobody switched on. */
static char **
dup_suggested (const HeedGuidance *guidance,
               const HeedCase     *state)
{
  g_auto (GStrv) codes = heed_guidance_dup_codes (state);
  g_auto (GStrv) all = heed_guidance_suggest (guidance, (const char *const *) codes);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; all[i] != NULL; i++)
    if (!heed_case_has_situation (state, all[i]))
      g_strv_builder_add (builder, all[i]);
  return g_strv_builder_end (builder);
}

static void
print_guide_json (HeedCtl            *self,
                  const HeedGuidance *guidance,
                  const HeedCase     *state)
{
  g_autoptr (JsonObject) object = json_object_new ();
  g_autoptr (GPtrArray) active = heed_guidance_get_active (guidance, state);
  g_auto (GStrv) suggested = dup_suggested (guidance, state);
  const HeedGuideItem *next = heed_guidance_get_next (guidance, state, NULL);
  JsonArray           *lists = json_array_new ();
  JsonArray           *situations = json_array_new ();

  for (guint i = 0; i < active->len; i++)
    json_array_add_object_element (lists, list_json (self, active->pdata[i], state));
  for (guint i = 0; i < state->situations->len; i++)
    json_array_add_string_element (situations,
                                   ((HeedSituation *) state->situations->pdata[i])->id);
  json_object_set_string_member (object, "reference", state->reference);
  json_object_set_string_member (object, "stage", heed_stage_get_name (state->stage));
  heed_ctl_set_text (object, "guidance_version", state->guidance_version);
  heed_ctl_set_text (object, "next", next ? next->id : NULL);
  heed_ctl_set_text (object, "feeling_start", state->feeling_start);
  heed_ctl_set_text (object, "feeling_now", state->feeling_now);
  heed_ctl_set_text (object, "feeling_end", state->feeling_end);
  json_object_set_array_member (object, "situations", situations);
  json_object_set_array_member (object, "suggested", texts_json (suggested));
  json_object_set_array_member (object, "dangers", dangers_json (self, state));
  json_object_set_array_member (object, "hand_overs", hand_overs_json (self, state));
  json_object_set_array_member (object, "lists", lists);
  heed_ctl_print_object (object);
}

static void
print_item (HeedCtl             *self,
            const HeedGuideItem *item,
            const HeedTick      *tick)
{
  g_autofree char *id = g_strdup_printf ("(%s)", item->id);
  const char      *mark = tick == NULL ? "[ ]" : tick->not_applicable ? "[-]"
                                                                      : "[x]";

  printf ("  %s %s %s\n", mark, _ (item->text), id);
  if (tick != NULL)
    {
      HeedDate         day = heed_date_of_instant (tick->at, self->zone);
      g_autofree char *date = heed_words_date_near (day, self->today);
      const char      *more = tick->not_applicable ? tick->reason : tick->evidence;
      g_autofree char *by = heed_ctl_clean (tick->by, FALSE);
      g_autofree char *clean = more ? heed_ctl_clean (more, FALSE) : NULL;

      printf ("      %s, %s%s%s\n", by, date, clean ? ": " : "", clean ? clean : "");
    }
}

static void
print_list (HeedCtl             *self,
            const HeedGuideList *list,
            const HeedCase      *state)
{
  HeedGuideProgress progress = heed_guide_list_get_progress (list, state);

  /* Translators: the name of a checklist, then how many of its items are done, as in "7 of 11" */
  printf (_ ("\n%s  %u of %u\n"), _ (list->name), progress.done, progress.total);
  for (guint i = 0; i < list->items->len; i++)
    {
      const HeedGuideItem *item = list->items->pdata[i];

      print_item (self, item, heed_case_find_tick (state, item->id));
    }
}

static void
print_next (const HeedGuidance *guidance,
            const HeedCase     *state)
{
  const HeedGuideItem *next = heed_guidance_get_next (guidance, state, NULL);

  if (next == NULL)
    {
      printf ("%s\n", _ ("Everything in the guide is done."));
      return;
    }
  /* Translators: what to do next */
  printf (_ ("Next: %s\n"), _ (next->text));
  if (next->say != NULL)
    /* Translators: what somebody can say, between quotation marks */
    printf (_ ("  “%s”\n"), _ (next->say));
  if (next->why != NULL)
    printf ("  %s\n", _ (next->why));
}

static void
print_guide (HeedCtl            *self,
             const HeedGuidance *guidance,
             const HeedCase     *state)
{
  g_autoptr (GPtrArray) active = heed_guidance_get_active (guidance, state);
  g_auto (GStrv) suggested = dup_suggested (guidance, state);

  printf ("%s  %s\n", state->reference, heed_words_stage (state->stage));
  print_next (guidance, state);
  for (guint i = 0; suggested[i] != NULL; i++)
    /* Translators: the guide suggests a situation: its name, then its id */
    printf (_ ("May be: %s (%s)\n"), _ (heed_guidance_find (guidance, suggested[i])->name),
            suggested[i]);
  for (guint i = 0; i < state->hand_overs->len; i++)
    {
      const HeedHandOver *hand_over = state->hand_overs->pdata[i];
      g_autofree char    *to = heed_ctl_clean (hand_over->to, FALSE);

      if (hand_over->accepted_by == NULL)
        /* Translators: a handover nobody has accepted yet: its number, and to whom */
        printf (_ ("Handover %u is open: %s\n"), hand_over->number, to);
    }
  for (guint i = 0; i < active->len; i++)
    print_list (self, active->pdata[i], state);
}

static void
print_all_lists (HeedCtl            *self,
                 const HeedGuidance *guidance)
{
  g_autoptr (JsonArray) array = json_array_new ();
  g_autoptr (HeedCtlTable) table = heed_ctl_table_new (5);

  for (guint kind = 0; kind < HEED_N_GUIDE_KINDS; kind++)
    {
      GPtrArray *lists = heed_guidance_get_lists (guidance, (HeedGuideKind) kind);

      for (guint i = 0; i < lists->len; i++)
        {
          const HeedGuideList *list = lists->pdata[i];
          g_autofree char     *n_items = g_strdup_printf ("%u", list->items->len);

          json_array_add_object_element (array, list_json (self, list, NULL));
          heed_ctl_table_add (table, heed_guide_kind_get_name (list->kind), list->id,
                              list->version, n_items, _ (list->name), NULL);
        }
    }
  if (self->json)
    heed_ctl_print_array (array);
  else
    heed_ctl_table_print (table);
}

static HeedGuidance *
load_guidance (HeedCtl *self,
               GError **error)
{
  g_autoptr (GPtrArray) left_out = NULL;
  HeedGuidance *guidance;

  if (self->rules_folder == NULL)
    return heed_guidance_new_builtin (self->rules, error);
  guidance = heed_guidance_new_with_folder (self->rules, self->rules_folder, &left_out, error);
  heed_ctl_tell_left_out (left_out);
  return guidance;
}

/**
 * heed_ctl_guide:
 * @self: the call
 *
 * Tells what to do next in a case and where its checklists stand, or with --list what the guide has.
 *
 * Returns: the exit status
 */
int
heed_ctl_guide (HeedCtl *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HeedGuidance) guidance = NULL;
  g_autoptr (HeedCaseFile) file = NULL;
  gint64 id;

  if (self->list == (self->n_args > 0))
    return heed_ctl_usage (_ ("It needs a reference, or --list."));
  guidance = load_guidance (self, &error);
  if (guidance == NULL)
    return heed_ctl_refuse (NULL, error);
  if (self->list)
    {
      print_all_lists (self, guidance);
      return HEED_CTL_OK;
    }

  if (!heed_ctl_open (self, HEED_STORE_DEFAULT))
    return HEED_CTL_REFUSED;
  id = heed_store_find_reference (self->store, self->args[0], &error);
  if (error == NULL)
    file = heed_store_load_case (self->store, id, &error);
  if (file == NULL)
    return heed_ctl_refuse (self->args[0], error);
  if (self->json)
    print_guide_json (self, guidance, file->state);
  else
    print_guide (self, guidance, file->state);
  return HEED_CTL_OK;
}

/* What of the guidance is the organisation's. */
static void
print_own_lists (const HeedGuidance *guidance)
{
  guint n_own = 0;

  for (guint kind = 0; kind < HEED_N_GUIDE_KINDS; kind++)
    {
      GPtrArray *lists = heed_guidance_get_lists (guidance, (HeedGuideKind) kind);

      for (guint i = 0; i < lists->len; i++)
        {
          const HeedGuideList *list = lists->pdata[i];

          if (!list->own)
            continue;
          n_own++;
          printf ("%s/%s.json  %s\n", heed_guide_kind_get_folder (list->kind), list->id,
                  list->version);
        }
    }
  if (n_own == 0)
    printf ("%s\n", _ ("There is no guidance of your own in this folder."));
}

/**
 * heed_ctl_guidance:
 * @self: the call
 *
 * Checks the guidance in an organisation's folder, and names each file that would be left out.
 *
 * Returns: the exit status: refused where a file is wrong
 */
int
heed_ctl_guidance (HeedCtl *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HeedGuidance) guidance = NULL;
  g_autoptr (GPtrArray) left_out = NULL;

  if (!g_str_equal (self->args[0], "check"))
    return heed_ctl_usage (_ ("It is: heedctl %s %s"), "guidance", "check FOLDER");
  guidance = heed_guidance_new_with_folder (self->rules, self->args[1], &left_out, &error);
  if (guidance == NULL)
    return heed_ctl_refuse (NULL, error);

  if (self->json)
    {
      g_autoptr (JsonObject) object = json_object_new ();
      JsonArray *problems = json_array_new ();

      for (guint i = 0; i < left_out->len; i++)
        json_array_add_string_element (problems, left_out->pdata[i]);
      json_object_set_boolean_member (object, "good", left_out->len == 0);
      json_object_set_array_member (object, "left_out", problems);
      heed_ctl_print_object (object);
    }
  else
    print_own_lists (guidance);
  for (guint i = 0; i < left_out->len; i++)
    g_printerr ("heedctl: %s\n", (const char *) left_out->pdata[i]);
  return left_out->len == 0 ? HEED_CTL_OK : HEED_CTL_REFUSED;
}

/**
 * heed_ctl_list_open_items:
 * @self: the call
 * @case_id: the case
 * @kind: the kind of act that is about to be done
 *
 * Returns: (transfer full) (element-type utf8): what the guide expects before such an act and is
 *   open, as "item: text"; empty where nothing is
 */
GPtrArray *
heed_ctl_list_open_items (HeedCtl    *self,
                          gint64      case_id,
                          const char *kind)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (HeedGuidance) guidance = load_guidance (self, NULL);
  g_autoptr (HeedCaseFile) file = heed_store_load_case (self->store, case_id, NULL);
  g_autoptr (GPtrArray) open = NULL;

  if (guidance == NULL || file == NULL)
    return lines;
  open = heed_guidance_get_open (guidance, file->state, kind);
  for (guint i = 0; i < open->len; i++)
    {
      const HeedGuideItem *item = open->pdata[i];

      g_ptr_array_add (lines, g_strdup_printf ("%s: %s", item->id, _ (item->text)));
    }
  return lines;
}
