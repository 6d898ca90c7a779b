/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Keeps what is done with the guide while a complaint is written down. There is no case yet, so the
 * acts are folded into one that is thrown away, by the same rules as later; they are part of the
 * draft, and are performed with the log act in one transaction. */

#include "config.h"

#include "listen/heed-listen-guide.h"

#include "heed-guide-progress.h"
#include "heed-words.h"

struct _HeedListenGuide
{
  HeedSession   *session;
  HeedGuidePane *pane;     /* borrowed from the page that owns this */
  HeedCase      *state;    /* never stored */
  GPtrArray     *acts;     /* HeedAct */
  char         **form;     /* what the form suggests */
  char         **dangers;  /* what the words suggest */
  char          *question;
};

/* A case that has heard nothing yet. */
static HeedCase *
new_state (HeedListenGuide *self)
{
  HeedActContext context = heed_session_get_context (self->session);
  g_autoptr (JsonObject) body = json_object_new ();
  g_autoptr (HeedAct) log = NULL;
  g_autoptr (GError) error = NULL;
  HeedCase *state;

  json_object_set_string_member (body, "words", "-");
  json_object_set_string_member (body, "profile", heed_session_get_profile_id (self->session));
  json_object_set_boolean_member (body, "anonymous", TRUE);
  log = heed_act_new ("log", &context, 0, 0, body);
  state = heed_case_apply (NULL, log, heed_session_get_rules (self->session), &error);
  if (state == NULL)
    g_warning ("The guide cannot begin: %s", error->message);
  return state;
}

/**
 * heed_listen_guide_new:
 * @session: the session
 * @pane: the guide pane, which shows what is kept here
 *
 * Returns: (transfer full): a guide that nobody has worked with yet
 */
HeedListenGuide *
heed_listen_guide_new (HeedSession   *session,
                       HeedGuidePane *pane)
{
  HeedListenGuide *self = g_new0 (HeedListenGuide, 1);

  self->session = g_object_ref (session);
  self->pane = pane;
  self->acts = g_ptr_array_new_with_free_func ((GDestroyNotify) heed_act_unref);
  self->state = new_state (self);
  heed_guide_pane_set_session (pane, session);
  if (self->state != NULL)
    heed_guide_pane_set_case (pane, self->state);
  return self;
}

/**
 * heed_listen_guide_free:
 * @self: (transfer full): the guide
 *
 * Forgets what was done with it.
 */
void
heed_listen_guide_free (HeedListenGuide *self)
{
  g_object_unref (self->session);
  g_clear_pointer (&self->state, heed_case_unref);
  g_ptr_array_unref (self->acts);
  g_strfreev (self->form);
  g_strfreev (self->dangers);
  g_free (self->question);
  g_free (self);
}

static gboolean
take_act (HeedListenGuide *self,
          const HeedAct   *act,
          GError         **error)
{
  HeedCase *after =
    heed_case_apply (self->state, act, heed_session_get_rules (self->session), error);

  if (after == NULL)
    return FALSE;
  heed_case_unref (self->state);
  self->state = after;
  g_ptr_array_add (self->acts, heed_act_ref ((HeedAct *) act));
  return TRUE;
}

/**
 * heed_listen_guide_perform:
 * @self: the guide
 * @acts: (element-type HeedAct): what somebody did with it
 * @error: return location for an error
 *
 * Keeps acts until there is a case, and shows them.
 *
 * Returns: %FALSE with a #HeedCaseError where one is not allowed; those before it are kept
 */
gboolean
heed_listen_guide_perform (HeedListenGuide *self,
                           GPtrArray       *acts,
                           GError         **error)
{
  gboolean is_good = TRUE;

  for (guint i = 0; is_good && i < acts->len; i++)
    is_good = take_act (self, acts->pdata[i], error);
  heed_guide_pane_set_case (self->pane, self->state);
  return is_good;
}

static void
add_code (GStrvBuilder *codes,
          JsonObject   *facts,
          const char   *fact,
          const char   *set)
{
  const char *code = json_object_get_string_member_with_default (facts, fact, NULL);

  if (code != NULL)
    g_strv_builder_take (codes, g_strconcat (set, "/", code, NULL));
}

static void
add_list_codes (GStrvBuilder *codes,
                JsonObject   *facts)
{
  JsonArray *support = json_object_has_member (facts, "support")
                         ? json_object_get_array_member (facts, "support")
                         : NULL;
  JsonArray *issues = json_object_has_member (facts, "issues")
                        ? json_object_get_array_member (facts, "issues")
                        : NULL;

  for (guint i = 0; support != NULL && i < json_array_get_length (support); i++)
    g_strv_builder_take (codes, g_strconcat ("support/", json_array_get_string_element (support, i),
                                             NULL));
  for (guint i = 0; issues != NULL && i < json_array_get_length (issues); i++)
    add_code (codes, json_array_get_object_element (issues, i), "category", "hcat");
}

static void
show_hints (HeedListenGuide *self)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) hints = NULL;

  if (self->form != NULL)
    g_strv_builder_addv (builder, (const char **) self->form);
  if (self->dangers != NULL)
    g_strv_builder_addv (builder, (const char **) self->dangers);
  hints = g_strv_builder_end (builder);
  heed_guide_pane_set_hints (self->pane, (const char *const *) hints, self->question);
}

/**
 * heed_listen_guide_set_facts:
 * @self: the guide
 * @facts: what the form holds by now
 *
 * Offers the situations that the form suggests.
 */
void
heed_listen_guide_set_facts (HeedListenGuide *self,
                             JsonObject      *facts)
{
  g_autoptr (GStrvBuilder) codes = g_strv_builder_new ();

  if (json_object_get_boolean_member_with_default (facts, "interpreter", FALSE))
    g_strv_builder_add (codes, "interpreter");
  add_code (codes, facts, "feeling", "feelings");
  add_code (codes, facts, "channel", "channels");
  add_code (codes, facts, "format", "formats");
  add_list_codes (codes, facts);
  g_strfreev (self->form);
  self->form = g_strv_builder_end (codes);
  show_hints (self);
}

/**
 * heed_listen_guide_set_dangers:
 * @self: the guide
 * @codes: (nullable) (array zero-terminated=1): what the words suggest, as "dangers/self-harm"
 * @question: (nullable): what to ask
 *
 * Brings the question to the top of the pane, and offers the situations that go with the danger.
 */
void
heed_listen_guide_set_dangers (HeedListenGuide   *self,
                               const char *const *codes,
                               const char        *question)
{
  g_strfreev (self->dangers);
  self->dangers = g_strdupv ((char **) codes);
  g_set_str (&self->question, question);
  show_hints (self);
}

/**
 * heed_listen_guide_is_blank:
 * @self: the guide
 *
 * Returns: whether nobody has done anything with it
 */
gboolean
heed_listen_guide_is_blank (HeedListenGuide *self)
{
  return self->acts->len == 0;
}

/**
 * heed_listen_guide_save:
 * @self: the guide
 *
 * Returns: (transfer full): what was done, for the draft
 */
JsonArray *
heed_listen_guide_save (HeedListenGuide *self)
{
  JsonArray *saved = json_array_new ();

  for (guint i = 0; i < self->acts->len; i++)
    {
      const HeedAct *act = self->acts->pdata[i];
      JsonObject *object = json_object_new ();

      json_object_set_string_member (object, "id", act->id);
      json_object_set_string_member (object, "kind", act->kind);
      json_object_set_string_member (object, "actor", act->actor);
      json_object_set_int_member (object, "at", act->happened_at);
      json_object_set_object_member (object, "body", json_object_ref (act->body));
      json_array_add_object_element (saved, object);
    }
  return saved;
}

/* What a draft holds was written by Heed, but lay in a file; so nothing of it is taken on trust. */
static HeedAct *
read_act (HeedListenGuide *self,
          JsonNode        *node)
{
  HeedActContext context = heed_session_get_context (self->session);
  JsonObject    *object = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
  JsonNode      *body = object != NULL ? json_object_get_member (object, "body") : NULL;
  HeedAct        fields = { 0 };

  if (body == NULL || !JSON_NODE_HOLDS_OBJECT (body))
    return NULL;
  fields.id = (char *) json_object_get_string_member_with_default (object, "id", NULL);
  fields.kind = (char *) json_object_get_string_member_with_default (object, "kind", NULL);
  fields.actor = (char *) json_object_get_string_member_with_default (object, "actor",
                                                                      context.actor);
  if (fields.kind == NULL || fields.id == NULL || !g_uuid_string_is_valid (fields.id)
      || heed_act_kind_find (fields.kind) == NULL)
    return NULL;
  fields.zone = (char *) context.zone;
  fields.happened_at =
    MIN (json_object_get_int_member_with_default (object, "at", context.now), context.now);
  fields.entered_at = context.now;
  fields.body = json_node_get_object (body);
  return heed_act_new_stored (&fields);
}

/**
 * heed_listen_guide_restore:
 * @self: a guide that nobody has worked with
 * @saved: what heed_listen_guide_save() gave
 *
 * Goes on where a draft was left; what cannot be read or is not allowed any more is passed over.
 */
void
heed_listen_guide_restore (HeedListenGuide *self,
                           JsonArray       *saved)
{
  for (guint i = 0; i < json_array_get_length (saved); i++)
    {
      g_autoptr (HeedAct) act = read_act (self, json_array_get_element (saved, i));

      if (act != NULL)
        take_act (self, act, NULL);
    }
  heed_guide_pane_set_case (self->pane, self->state);
}

/**
 * heed_listen_guide_add_acts:
 * @self: the guide
 * @acts: (element-type HeedAct): where to add what was done, to be performed behind a log act
 *
 * The acts keep their ids, so that logging again does not do them twice.
 */
void
heed_listen_guide_add_acts (HeedListenGuide *self,
                            GPtrArray       *acts)
{
  HeedActContext context = heed_session_get_context (self->session);

  for (guint i = 0; i < self->acts->len; i++)
    {
      const HeedAct *act = self->acts->pdata[i];
      HeedAct fields = *act;

      fields.entered_at = context.now;
      g_ptr_array_add (acts, heed_act_new_stored (&fields));
    }
}

/**
 * heed_listen_guide_dup_listened:
 * @self: the guide
 *
 * Returns: (transfer full): the facts of the act that ends listening: which items were passed
 */
JsonObject *
heed_listen_guide_dup_listened (HeedListenGuide *self)
{
  g_autoptr (GPtrArray) open =
    heed_guidance_get_open (heed_session_get_guidance (self->session), self->state, "listened");
  JsonObject *body = json_object_new ();
  JsonArray  *passed = json_array_new ();

  for (guint i = 0; i < open->len; i++)
    json_array_add_string_element (passed, ((HeedGuideItem *) open->pdata[i])->id);
  if (open->len > 0)
    json_object_set_array_member (body, "passed", passed);
  else
    json_array_unref (passed);
  return body;
}
