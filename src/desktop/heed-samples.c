/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Sample cases for getting to know Heed: one case a line, its acts dated back from today, so that
 * there is always something late, due today and waiting. They go through the same door as all acts.
 */
#include "config.h"

#include <gio/gio.h>

#include "heed-samples.h"

#define RESOURCE "/care/heed/samples/cases.jsonl"
#define PROFILE  "england-nhs"

static char **
load_lines (GError **error)
{
  g_autoptr (GBytes) bytes = g_resources_lookup_data (RESOURCE, 0, error);
  g_autofree char *text = NULL;

  if (bytes == NULL)
    return NULL;
  text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  return g_strsplit (g_strstrip (text), "\n", -1);
}

static gint64
instant_of (JsonObject *act,
            gint64      days_ago,
            gint64      now,
            GTimeZone  *zone)
{
  HeedDate         day = heed_date_of_instant (now, zone);
  const char      *time = json_object_get_string_member_with_default (act, "time", "10:00");
  g_autofree char *date = NULL;
  g_autofree char *text = NULL;
  gint64           instant = 0;

  day -= (HeedDate) json_object_get_int_member_with_default (act, "days_ago", days_ago);
  date = heed_date_format (day);
  text = g_strdup_printf ("%sT%s%s", date, time, strlen (time) == 5 ? ":00" : "");
  if (!heed_instant_parse (text, zone, &instant))
    instant = heed_instant_of_date (day, zone);
  return MIN (instant, now);
}

/* "@+3" and "@-2" in the facts of a sample are days from today. */
static void date_facts (JsonNode *node,
                        HeedDate  today);

static void
date_member_cb (JsonObject *object,
                const char *name,
                JsonNode   *node,
                gpointer    today)
{
  date_facts (node, GPOINTER_TO_INT (today));
}

static void
date_element_cb (JsonArray *array,
                 guint      index,
                 JsonNode  *node,
                 gpointer   today)
{
  date_facts (node, GPOINTER_TO_INT (today));
}

static void
date_facts (JsonNode *node,
            HeedDate  today)
{
  const char      *text = NULL;
  g_autofree char *date = NULL;

  if (JSON_NODE_HOLDS_OBJECT (node))
    json_object_foreach_member (json_node_get_object (node), date_member_cb,
                                GINT_TO_POINTER (today));
  else if (JSON_NODE_HOLDS_ARRAY (node))
    json_array_foreach_element (json_node_get_array (node), date_element_cb,
                                GINT_TO_POINTER (today));
  else if (JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING)
    text = json_node_get_string (node);

  if (text == NULL || *text != '@' || (text[1] != '+' && text[1] != '-'))
    return;
  date = heed_date_format (today + (HeedDate) g_ascii_strtoll (text + 1, NULL, 10));
  json_node_set_string (node, date);
}

static void
set_missing (JsonObject *body,
             const char *fact,
             const char *value)
{
  if (!json_object_has_member (body, fact))
    json_object_set_string_member (body, fact, value);
}

/* What the page would have added to what was typed. */
static void
complete_log (JsonObject *body,
              HeedRules  *rules,
              HeedDate    day)
{
  const HeedProfile *profile = heed_rules_get_profile (rules, PROFILE);
  g_autofree char   *received = heed_date_format (day);

  set_missing (body, "profile", PROFILE);
  set_missing (body, "profile_version", heed_profile_get_version (profile));
  set_missing (body, "received", received);
}

static HeedAct *
new_act (JsonObject *sample,
         HeedRules  *rules,
         gint64      case_days_ago,
         gint64      now,
         GTimeZone  *zone)
{
  const char *kind = json_object_get_string_member_with_default (sample, "kind", "");
  JsonNode   *body_node = json_object_get_member (sample, "body");
  g_autoptr (JsonObject) body = NULL;
  gint64         when = instant_of (sample, case_days_ago, now, zone);
  HeedActContext context = {
    .actor = json_object_get_string_member_with_default (sample, "actor", ""),
    .zone = g_time_zone_get_identifier (zone),
    .now = when,
  };

  if (body_node != NULL)
    date_facts (body_node, heed_date_of_instant (now, zone));
  body = body_node != NULL && JSON_NODE_HOLDS_OBJECT (body_node)
             ? json_object_ref (json_node_get_object (body_node))
             : json_object_new ();
  if (g_str_equal (kind, "log"))
    complete_log (body, rules,
                  heed_date_of_instant (now, zone) - (HeedDate) case_days_ago);
  return heed_act_new_at (kind, &context, 0, 0, when, body);
}

static gboolean
fill_case (HeedStore  *store,
           const char *line,
           gint64      now,
           GTimeZone  *zone,
           GError    **error)
{
  g_autoptr (JsonNode) root = heed_json_parse (line, -1, RESOURCE, error);
  g_autoptr (GPtrArray) acts = g_ptr_array_new_with_free_func ((GDestroyNotify) heed_act_unref);
  g_autoptr (GPtrArray) cases = NULL;
  JsonObject *object = NULL;
  JsonArray  *samples = NULL;

  if (root == NULL)
    return FALSE;
  object = json_node_get_object (root);
  samples = json_object_get_array_member (object, "acts");
  for (guint i = 0; i < json_array_get_length (samples); i++)
    g_ptr_array_add (acts,
                     new_act (json_array_get_object_element (samples, i), heed_store_get_rules (store),
                              json_object_get_int_member_with_default (object, "days_ago", 0),
                              now, zone));
  cases = heed_store_perform (store, acts, error);
  return cases != NULL;
}

/**
 * heed_samples_fill:
 * @store: an empty store
 * @now: the instant that the samples end at, UTC µs
 * @zone: in which their days are meant
 *
 * Perform the acts of all sample cases. Blocks: for a worker thread.
 *
 * Returns: whether all were stored
 */
gboolean
heed_samples_fill (HeedStore *store,
                   gint64     now,
                   GTimeZone *zone,
                   GError   **error)
{
  g_auto (GStrv) lines = load_lines (error);

  if (lines == NULL)
    return FALSE;
  for (guint i = 0; lines[i] != NULL; i++)
    {
      if (*lines[i] != '\0' && !fill_case (store, lines[i], now, zone, error))
        {
          g_prefix_error (error, "%s:%u: ", RESOURCE, i + 1);
          return FALSE;
        }
    }
  return TRUE;
}

/** heed_samples_dup_services: Returns: (transfer full): the places that the samples speak of */
char **
heed_samples_dup_services (void)
{
  g_auto (GStrv) lines = load_lines (NULL);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) places = g_ptr_array_new ();

  for (guint i = 0; lines != NULL && lines[i] != NULL; i++)
    {
      g_autoptr (JsonNode) root = heed_json_parse (lines[i], -1, RESOURCE, NULL);
      JsonArray  *acts = root != NULL && JSON_NODE_HOLDS_OBJECT (root)
                             ? json_object_get_array_member (json_node_get_object (root), "acts")
                             : NULL;
      JsonObject *body = acts != NULL && json_array_get_length (acts) > 0
                             ? json_object_get_object_member (json_array_get_object_element (acts, 0),
                                                              "body")
                             : NULL;
      const char *place = body != NULL
                              ? json_object_get_string_member_with_default (body, "place", NULL)
                              : NULL;

      if (place != NULL && !g_hash_table_contains (seen, place))
        {
          char *copy = g_strdup (place);

          g_hash_table_add (seen, copy);
          g_ptr_array_add (places, copy);
        }
    }
  g_ptr_array_sort_values (places, (GCompareFunc) g_utf8_collate);
  g_ptr_array_add (places, NULL);
  return (char **) g_ptr_array_steal (places, NULL);
}
