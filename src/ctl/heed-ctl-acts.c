/* SPDX-License-Identifier: GPL-3.0-or-later */

/* log and act: JSON in, acts to the store. */

#include "config.h"

#include <gio/gio.h>
#include <gio/gunixinputstream.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "heed-ctl.h"
#include "heed-words.h"

/* Reads a file, or the standard input for "-". */
char *
heed_ctl_read_input (const char *path,
                     gsize      *length,
                     GError    **error)
{
  g_autoptr (GInputStream) stream = NULL;
  g_autoptr (GOutputStream) memory = NULL;
  char *text = NULL;

  if (!g_str_equal (path, "-"))
    return g_file_get_contents (path, &text, length, error) ? text : NULL;

  stream = g_unix_input_stream_new (STDIN_FILENO, FALSE);
  memory = g_memory_output_stream_new_resizable ();
  if (g_output_stream_splice (memory, stream, G_OUTPUT_STREAM_SPLICE_NONE, NULL, error) < 0
      || !g_output_stream_write_all (memory, "", 1, NULL, NULL, error)
      || !g_output_stream_close (memory, NULL, error))
    return NULL;
  *length = g_memory_output_stream_get_data_size (G_MEMORY_OUTPUT_STREAM (memory)) - 1;
  return g_memory_output_stream_steal_data (G_MEMORY_OUTPUT_STREAM (memory));
}

static gboolean
is_refused (const char *place,
            const char *member,
            const char *reason)
{
  g_printerr ("heedctl: %s: %s: %s\n", place, member, reason);
  return FALSE;
}

/* Takes a member out of an object; FALSE if it is there and not of that type. */
static gboolean
take_text (JsonObject *object,
           const char *place,
           const char *member,
           char      **value)
{
  JsonNode *node = json_object_get_member (object, member);

  if (node == NULL)
    return TRUE;
  if (!JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_STRING)
    return is_refused (place, member, _ ("it must be a text"));
  *value = g_strdup (json_node_get_string (node));
  json_object_remove_member (object, member);
  return TRUE;
}

/* Makes an act from what a file says: "id", "happened_at" and "seen_seq" belong to the act, all
 * else to its body. */
static HeedAct *
make_act (HeedCtl    *self,
          const char *place,
          const char *kind,
          gint64      case_id,
          JsonObject *object)
{
  g_autofree char *id = NULL;
  g_autofree char *happened = NULL;
  g_autofree char *made = NULL;
  JsonNode        *seen = json_object_get_member (object, "seen_seq");
  HeedAct          fields = { 0 };

  fields.kind = (char *) kind;
  fields.actor = (char *) self->context.actor;
  fields.zone = (char *) self->context.zone;
  fields.case_id = case_id;
  fields.happened_at = fields.entered_at = self->context.now;

  if (!take_text (object, place, "id", &id) || !take_text (object, place, "happened_at", &happened))
    return NULL;
  if (id != NULL && !g_uuid_string_is_valid (id))
    {
      is_refused (place, "id", _ ("it is not a UUID"));
      return NULL;
    }
  if (happened != NULL && !heed_instant_parse (happened, self->zone, &fields.happened_at))
    {
      is_refused (place, "happened_at", _ ("it is not a time such as 2026-11-24T09:00"));
      return NULL;
    }
  if (seen != NULL)
    {
      gint64 number = json_node_get_value_type (seen) == G_TYPE_INT64 ? json_node_get_int (seen) : -1;

      if (number < 0 || number > G_MAXINT)
        {
          is_refused (place, "seen_seq", _ ("it must be a number from 0"));
          return NULL;
        }
      fields.seen_seq = (guint) number;
      json_object_remove_member (object, "seen_seq");
    }
  fields.id = made = id ? g_steal_pointer (&id) : g_uuid_string_random ();
  fields.body = object;
  return heed_act_new_stored (&fields);
}

/* Performs one act; returns the case after it. */
static HeedCase *
perform (HeedCtl    *self,
         const char *place,
         HeedAct    *act)
{
  g_autoptr (GPtrArray) acts = g_ptr_array_new ();
  g_autoptr (GPtrArray) cases = NULL;
  g_autoptr (GError) error = NULL;

  g_ptr_array_add (acts, act);
  cases = heed_store_perform (self->store, acts, &error);
  if (cases == NULL)
    {
      heed_ctl_refuse (place, error);
      return NULL;
    }
  return heed_case_ref (cases->pdata[cases->len - 1]);
}

static JsonNode *
parse_object (const char *text,
              gsize       length,
              const char *place)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) node = heed_json_parse (text, (gssize) length, place, &error);

  if (node == NULL)
    {
      g_printerr ("heedctl: %s\n", error->message);
      return NULL;
    }
  if (!JSON_NODE_HOLDS_OBJECT (node))
    {
      g_printerr ("heedctl: %s: %s\n", place, _ ("it must be a JSON object"));
      return NULL;
    }
  return g_steal_pointer (&node);
}

static JsonObject *
case_summary (const HeedCase *self)
{
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "reference", self->reference);
  json_object_set_string_member (object, "stage", heed_stage_get_name (self->stage));
  json_object_set_int_member (object, "seq", self->seq);
  return object;
}

/* Logs what one JSON object says. */
static gboolean
log_object (HeedCtl    *self,
            const char *place,
            JsonNode   *node,
            JsonArray  *done)
{
  g_autofree char *profile = heed_ctl_setting (self, "profile", "england-nhs");
  g_autofree char *site = heed_ctl_setting (self, "site", NULL);
  g_autoptr (HeedAct) act = NULL;
  g_autoptr (HeedCase) result = NULL;
  JsonObject *object = json_node_get_object (node);

  if (!json_object_has_member (object, "profile"))
    json_object_set_string_member (object, "profile", profile);
  if (!json_object_has_member (object, "site") && site != NULL)
    json_object_set_string_member (object, "site", site);

  act = make_act (self, place, "log", 0, object);
  if (act == NULL)
    return FALSE;
  result = perform (self, place, act);
  if (result == NULL)
    return FALSE;
  if (self->json)
    json_array_add_object_element (done, case_summary (result));
  else
    {
      /* Whoever reads a reference may rely on it at once. */
      puts (result->reference);
      fflush (stdout);
    }
  return TRUE;
}

/* A text is JSON lines if its first line that is not empty is a document of its own. */
static gboolean
is_json_lines (const char *text)
{
  g_autoptr (JsonNode) node = NULL;
  const char *end;

  text += strspn (text, " \t\r\n");
  end = strchrnul (text, '\n');
  if (*(end + strspn (end, " \t\r\n")) == '\0')
    return FALSE;
  node = heed_json_parse (text, end - text, "", NULL);
  return node != NULL;
}

static gboolean
log_lines (HeedCtl    *self,
           const char *path,
           const char *text,
           JsonArray  *done)
{
  guint line = 0;

  while (*text != '\0')
    {
      const char      *end = strchrnul (text, '\n');
      g_autofree char *place = g_strdup_printf ("%s:%u", path, ++line);
      g_autoptr (JsonNode) node = NULL;

      if (text + strspn (text, " \t\r") < end)
        {
          node = parse_object (text, (gsize) (end - text), place);
          if (node == NULL || !log_object (self, place, node, done))
            return FALSE;
        }
      text = *end ? end + 1 : end;
    }
  return TRUE;
}

int
heed_ctl_log (HeedCtl *self)
{
  const char *path = self->n_args > 0 ? self->args[0] : "-";
  g_autoptr (JsonArray) done = json_array_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) node = NULL;
  g_autofree char *text = NULL;
  g_autofree char *place = NULL;
  gsize            length;
  gboolean         lines;
  gboolean         ok;

  text = heed_ctl_read_input (path, &length, &error);
  if (text == NULL)
    return heed_ctl_refuse (NULL, error);
  /* What is no JSON makes no database. */
  lines = strlen (text) == length && is_json_lines (text);
  if (!lines)
    {
      place = g_strdup_printf ("%s:1", path);
      node = parse_object (text, length, place);
      if (node == NULL)
        return HEED_CTL_REFUSED;
    }
  if (!heed_ctl_open (self, HEED_STORE_CREATE))
    return HEED_CTL_REFUSED;

  if (lines)
    ok = log_lines (self, path, text, done);
  else
    ok = log_object (self, place, node, done);
  if (self->json)
    heed_ctl_print_array (done);
  return ok ? HEED_CTL_OK : HEED_CTL_REFUSED;
}

/* Where the case stands, and what of the guide was left open on the way. */
static void
print_result (HeedCtl        *self,
              const HeedCase *result,
              GPtrArray      *open)
{
  if (self->json)
    {
      g_autoptr (JsonObject) summary = case_summary (result);
      JsonArray *items = json_array_new ();

      for (guint i = 0; i < open->len; i++)
        {
          const char      *line = open->pdata[i];
          g_autofree char *item = g_strndup (line, (gsize) (strchr (line, ':') - line));

          json_array_add_string_element (items, item);
        }
      json_object_set_array_member (summary, "left_open", items);
      heed_ctl_print_object (summary);
      return;
    }
  printf ("%s  %s\n", result->reference, heed_words_stage (result->stage));
  if (open->len > 0)
    printf ("%s\n", _ ("Left open in the guide:"));
  for (guint i = 0; i < open->len; i++)
    printf ("  %s\n", (const char *) open->pdata[i]);
}

int
heed_ctl_act (HeedCtl *self)
{
  const char *path = self->n_args > 2 ? self->args[2] : NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) node = NULL;
  g_autoptr (HeedAct) act = NULL;
  g_autoptr (HeedCase) result = NULL;
  g_autoptr (GPtrArray) open = NULL;
  g_autofree char *text = NULL;
  gsize            length = 2;
  gint64           case_id;

  text = path ? heed_ctl_read_input (path, &length, &error) : g_strdup ("{}");
  if (text == NULL)
    return heed_ctl_refuse (NULL, error);
  if (!heed_ctl_open (self, HEED_STORE_DEFAULT))
    return HEED_CTL_REFUSED;
  case_id = heed_store_find_reference (self->store, self->args[0], &error);
  if (error != NULL)
    return heed_ctl_refuse (self->args[0], error);

  node = parse_object (text, length, path ? path : self->args[1]);
  if (node == NULL)
    return HEED_CTL_REFUSED;
  act = make_act (self, path ? path : self->args[1], self->args[1], case_id,
                  json_node_get_object (node));
  if (act == NULL)
    return HEED_CTL_REFUSED;
  open = heed_ctl_list_open_items (self, case_id, act->kind);
  result = perform (self, path ? path : self->args[1], act);
  if (result == NULL)
    return HEED_CTL_REFUSED;
  print_result (self, result, open);
  return HEED_CTL_OK;
}
