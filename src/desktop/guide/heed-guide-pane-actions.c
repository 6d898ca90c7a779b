/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What can be done in the guide pane with a tick, a reason, a name. Each becomes an act. */

#include "config.h"

#include "guide/heed-guide-pane-private.h"

#include "guide/heed-guide-dialog.h"
#include "heed-words.h"

/* What a person is asked about while a dialog is open. */
typedef struct
{
  HeedGuidePane *pane;
  char          *item;
  int            number;
} Asked;

static void
asked_free (gpointer data)
{
  Asked *asked = data;

  g_object_unref (asked->pane);
  g_free (asked->item);
  g_free (asked);
}

static Asked *
asked_new (HeedGuidePane *pane,
           const char    *item)
{
  Asked *asked = g_new0 (Asked, 1);

  asked->pane = g_object_ref (pane);
  asked->item = g_strdup (item);
  return asked;
}

/* The facts every act about an item has: which, its words, the edition of its list. */
static JsonObject *
new_item_body (HeedGuidePane *self,
               const char    *id)
{
  const HeedGuideList *list = NULL;
  const HeedGuideItem *item = heed_guidance_find_item (self->guidance, id, &list);
  JsonObject *body = json_object_new ();

  json_object_set_string_member (body, "item", id);
  if (item != NULL)
    {
      json_object_set_string_member (body, "text", item->text);
      json_object_set_string_member (body, "version", list->version);
    }
  return body;
}

static HeedAct *
new_tick (HeedGuidePane *self,
          const char    *item,
          const char    *evidence)
{
  g_autoptr (JsonObject) body = new_item_body (self, item);
  g_autofree char *clean = g_strstrip (g_strdup (evidence != NULL ? evidence : ""));

  if (*clean != '\0')
    json_object_set_string_member (body, "evidence", clean);
  return heed_guide_pane_new_act (self, "tick", body);
}

static void
show_again (HeedGuidePane *self)
{
  g_autoptr (HeedCase) state = heed_case_ref (self->state);

  heed_guide_pane_set_case (self, state);
}

static void
hand_over_answered (char   **answers,
                    gpointer user_data)
{
  Asked *asked = user_data;
  HeedGuidePane  *self = asked->pane;
  const HeedGuideList *list = NULL;
  g_autoptr (GPtrArray) acts = g_ptr_array_new_with_free_func ((GDestroyNotify) heed_act_unref);
  g_autoptr (JsonObject) body = json_object_new ();

  heed_guidance_find_item (self->guidance, asked->item, &list);
  json_object_set_string_member (body, "to", answers[0]);
  json_object_set_string_member (body, "reason", answers[1]);
  if (list != NULL)
    json_object_set_string_member (body, "situation", list->id);
  g_ptr_array_add (acts, heed_guide_pane_new_act (self, "hand-over", body));
  g_ptr_array_add (acts, new_tick (self, asked->item, answers[0]));
  heed_guide_pane_perform_all (self, acts);
}

static void
ask_hand_over (HeedGuidePane       *self,
               const HeedGuideItem *item,
               const HeedGuideList *list,
               const char          *evidence)
{
  Asked *asked = asked_new (self, item->id);
  g_autofree char *to = g_strstrip (g_strdup (evidence));
  /* Translators: %s is who has to take over, as in “the safeguarding lead” */
  g_autofree char *text = g_strdup_printf (_ ("To %s. It stays with you until they have accepted it."),
                                           _ (list->hand_over_to));
  const HeedGuideQuestion question = {
    .destroy = asked_free,
    .title = _ ("Hand Over"),
    .text = text,
    .button = _ ("_Hand Over"),
    .fields = {
      { .label = _ ("Who takes over"), .text = to },
      { .label = _ ("What they have to know"), .text = _ (list->name) },
    },
  };

  heed_guide_ask (GTK_WIDGET (self), heed_session_get_rules (self->session), &question,
                  hand_over_answered, asked);
  show_again (self);
}

static void
tick_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  HeedGuidePane *self = HEED_GUIDE_PANE (widget);
  const HeedGuideList *list = NULL;
  const HeedGuideItem *item;
  const char *id, *evidence;
  g_autoptr (GPtrArray) acts = NULL;

  g_variant_get (parameter, "(&s&s)", &id, &evidence);
  item = heed_guidance_find_item (self->guidance, id, &list);
  if (item != NULL && item->hand_over && list->hand_over_to != NULL)
    {
      ask_hand_over (self, item, list, evidence);
      return;
    }
  acts = g_ptr_array_new_with_free_func ((GDestroyNotify) heed_act_unref);
  g_ptr_array_add (acts, new_tick (self, id, evidence));
  heed_guide_pane_perform_all (self, acts);
}

static void
undo_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  HeedGuidePane *self = HEED_GUIDE_PANE (widget);
  g_autoptr (JsonObject) body = new_item_body (self, g_variant_get_string (parameter, NULL));

  heed_guide_pane_perform (self, "untick", body);
}

static void
reason_answered (char   **answers,
                 gpointer user_data)
{
  Asked *asked = user_data;
  g_autoptr (JsonObject) body = new_item_body (asked->pane, asked->item);

  json_object_set_string_member (body, "reason", answers[0]);
  heed_guide_pane_perform (asked->pane, "not-applicable", body);
}

static void
not_applicable_action (GtkWidget  *widget,
                       const char *name,
                       GVariant   *parameter)
{
  HeedGuidePane *self = HEED_GUIDE_PANE (widget);
  const char *id = g_variant_get_string (parameter, NULL);
  const HeedGuideItem *item = heed_guidance_find_item (self->guidance, id, NULL);
  Asked *asked = asked_new (self, id);
  const HeedGuideQuestion question = {
    .destroy = asked_free,
    .title = _ ("Why Does This Not Apply?"),
    .text = item != NULL ? _ (item->text) : NULL,
    .button = _ ("_Save"),
    .fields = { { .label = _ ("Reason") } },
  };

  heed_guide_ask (widget, heed_session_get_rules (self->session), &question, reason_answered,
                  asked);
}

static void
accept_answered (char   **answers,
                 gpointer user_data)
{
  Asked *asked = user_data;
  g_autoptr (JsonObject) body = json_object_new ();

  json_object_set_int_member (body, "number", asked->number);
  json_object_set_string_member (body, "by", answers[0]);
  if (*answers[1] != '\0')
    json_object_set_string_member (body, "note", answers[1]);
  heed_guide_pane_perform (asked->pane, "hand-over-accept", body);
}

static void
accept_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  HeedGuidePane *self = HEED_GUIDE_PANE (widget);
  Asked *asked = asked_new (self, NULL);
  const HeedGuideQuestion question = {
    .destroy = asked_free,
    .title = _ ("Who Accepted It?"),
    .text = _ ("From now on it is theirs."),
    .button = _ ("_Save"),
    .fields = {
      { .label = _ ("Name") },
      { .label = _ ("Note"), .is_optional = TRUE },
    },
  };

  asked->number = g_variant_get_int32 (parameter);
  heed_guide_ask (widget, heed_session_get_rules (self->session), &question, accept_answered,
                  asked);
}

/* A time of day is meant on the last day on which it has been so. */
static gboolean
parse_time (HeedGuidePane *self,
            const char    *text,
            gint64        *instant)
{
  GTimeZone *zone = heed_session_get_zone (self->session);
  gint64 now = heed_session_get_now (self->session);

  for (HeedDate day = heed_session_get_today (self->session), back = 0; back < 2; back++)
    {
      g_autofree char *date = heed_date_format (day - back);
      g_autofree char *full = g_strconcat (date, "T", strlen (text) == 4 ? "0" : "", text, NULL);

      if (!heed_instant_parse (full, zone, instant))
        return FALSE;
      if (*instant <= now)
        return TRUE;
    }
  return FALSE;
}

static void
told_answered (char   **answers,
               gpointer user_data)
{
  Asked *asked = user_data;
  HeedGuidePane  *self = asked->pane;
  g_autoptr (JsonObject) body = json_object_new ();
  gint64 instant;

  json_object_set_string_member (body, "what", answers[0]);
  json_object_set_string_member (body, "told", answers[1]);
  if (parse_time (self, answers[2], &instant))
    {
      g_autoptr (GDateTime) time = g_date_time_new_from_unix_utc_usec (instant);
      g_autofree char *iso = g_date_time_format_iso8601 (time);

      json_object_set_string_member (body, "told_at", iso);
      if (*answers[3] != '\0')
        json_object_set_string_member (body, "text", answers[3]);
    }
  else
    {
      /* Translators: what was entered as a time of day and cannot be read, then a note */
      g_autofree char *text = g_strdup_printf (_ ("Told at: %s. %s"), answers[2], answers[3]);

      json_object_set_string_member (body, "text", text);
    }
  heed_guide_pane_perform (self, "danger", body);
}

/* What the danger may be, as far as the hints and the situations tell. */
static const char *
guess_danger (HeedGuidePane *self)
{
  for (guint i = 0; self->hints != NULL && self->hints[i] != NULL; i++)
    if (g_str_has_prefix (self->hints[i], "dangers/")
        && heed_guide_pane_is_alarming (self, self->hints[i]))
      return self->hints[i] + strlen ("dangers/");
  for (guint i = 0; i < self->state->situations->len; i++)
    {
      const HeedSituation *situation = self->state->situations->pdata[i];
      const HeedGuideList *list = heed_guidance_find (self->guidance, situation->id);

      for (guint j = 0; list != NULL && list->suggested_by[j] != NULL; j++)
        if (g_str_has_prefix (list->suggested_by[j], "dangers/"))
          return list->suggested_by[j] + strlen ("dangers/");
    }
  return NULL;
}

static void
told_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  HeedGuidePane *self = HEED_GUIDE_PANE (widget);
  Asked *asked = asked_new (self, NULL);
  g_autoptr (GDateTime) utc =
    g_date_time_new_from_unix_utc_usec (heed_session_get_now (self->session));
  g_autoptr (GDateTime) local =
    g_date_time_to_timezone (utc, heed_session_get_zone (self->session));
  g_autofree char *time = g_date_time_format (local, "%H:%M");
  const HeedGuideQuestion question = {
    .destroy = asked_free,
    .title = _ ("Who Was Told?"),
    .text = _ ("Care first. This can wait until help is on its way."),
    .button = _ ("_Save"),
    .fields = {
      { .label = _ ("What the danger is"), .codes = "dangers", .text = guess_danger (self) },
      { .label = _ ("Who was told") },
      { .label = _ ("At what time"), .text = time },
      { .label = _ ("What was said"), .is_optional = TRUE },
    },
  };

  heed_guide_ask (widget, heed_session_get_rules (self->session), &question, told_answered, asked);
}

/* That no one is in danger is the answer to an item of the list; where it is answered already the
 * question only goes. */
static void
safe_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  static const char item[] = "listen.safety";
  HeedGuidePane *self = HEED_GUIDE_PANE (widget);

  self->is_said_safe = TRUE;
  if (heed_guidance_find_item (self->guidance, item, NULL) != NULL
      && heed_case_find_tick (self->state, item) == NULL)
    {
      g_autoptr (GPtrArray) acts = g_ptr_array_new_with_free_func ((GDestroyNotify) heed_act_unref);

      g_ptr_array_add (acts, new_tick (self, item, _ ("No one is in danger")));
      heed_guide_pane_perform_all (self, acts);
    }
  heed_guide_pane_update_safety (self);
}

void
heed_guide_pane_install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "guide.tick", "(ss)", tick_action);
  gtk_widget_class_install_action (widget_class, "guide.undo", "s", undo_action);
  gtk_widget_class_install_action (widget_class, "guide.not-applicable", "s",
                                   not_applicable_action);
  gtk_widget_class_install_action (widget_class, "guide.accept", "i", accept_action);
  gtk_widget_class_install_action (widget_class, "guide.told", NULL, told_action);
  gtk_widget_class_install_action (widget_class, "guide.safe", NULL, safe_action);
}
