/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What a file that leaves the register is. One JSON object for machines, the same as lines for
 * people, and the same as a line of the export ledger. Nothing gets its name before that line is
 * kept.
 */
#include "config.h"

#include "heed-about.h"

#include "heed-words-export.h"
#include "heed-words-report.h"

#include <string.h>

static int
compare_texts (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

struct _HeedAbout
{
  JsonObject *object;
  char       *id;
  char       *what;
  char       *actor;
  gint64      made_at;
};

/**
 * heed_about_new:
 * @what: what leaves: "cases", "annual" …
 * @snapshot: a snapshot that began
 * @context: who makes it, when and in which zone
 *
 * Begins with who and when.
 *
 * Returns: (transfer full): what there is to say
 */
HeedAbout *
heed_about_new (const char *what, HeedSnapshot *snapshot, const HeedActContext *context)
{
  HeedAbout       *self = g_new0 (HeedAbout, 1);
  g_autofree char *made = heed_instant_format (context->now);
  g_autofree char *organisation = heed_snapshot_get_setting (snapshot, "organisation");

  self->object = json_object_new ();
  self->id = g_uuid_string_random ();
  self->what = g_strdup (what);
  self->actor = g_strdup (context->actor);
  self->made_at = context->now;
  heed_about_add_text (self, "what", what);
  heed_about_add_text (self, "export", self->id);
  heed_about_add_text (self, "organisation", organisation);
  heed_about_add_text (self, "actor", context->actor);
  heed_about_add_text (self, "made-at", made);
  heed_about_add_text (self, "zone", context->zone);
  heed_about_add_text (self, "program", "Heed " HEED_VERSION);
  return self;
}

/**
 * heed_about_free:
 * @self: (transfer full): what there is to say
 *
 * Frees it.
 */
void
heed_about_free (HeedAbout *self)
{
  json_object_unref (self->object);
  g_free (self->id);
  g_free (self->what);
  g_free (self->actor);
  g_free (self);
}

const char *
heed_about_get_id (HeedAbout *self)
{
  return self->id;
}

/* The adders: what is empty is left out. */
void
heed_about_add_text (HeedAbout *self, const char *name, const char *text)
{
  if (text != NULL && *text != '\0')
    json_object_set_string_member (self->object, name, text);
}

void
heed_about_add_number (HeedAbout *self, const char *name, guint64 number)
{
  json_object_set_int_member (self->object, name, (gint64) number);
}

void
heed_about_add_flag (HeedAbout *self, const char *name, gboolean flag)
{
  json_object_set_boolean_member (self->object, name, flag);
}

void
heed_about_add_date (HeedAbout *self, const char *name, HeedDate date)
{
  g_autofree char *text = date != HEED_DATE_NONE ? heed_date_format (date) : NULL;

  heed_about_add_text (self, name, text);
}

void
heed_about_add_list (HeedAbout *self, const char *name, JsonArray *list)
{
  if (json_array_get_length (list) > 0)
    json_object_set_array_member (self->object, name, json_array_ref (list));
}

/**
 * heed_about_add_rules:
 * @self: what there is to say
 * @rules: the rules
 * @profiles: (element-type utf8): a set of ids of profiles
 *
 * Adds the editions of the rules by which due dates are told, as "england-nhs 2026-11".
 */
void
heed_about_add_rules (HeedAbout *self, const HeedRules *rules, GHashTable *profiles)
{
  g_autofree const char **ids = (const char **) g_hash_table_get_keys_as_array (profiles, NULL);
  g_autoptr (JsonArray) list = json_array_new ();

  qsort (ids, g_hash_table_size (profiles), sizeof *ids, compare_texts);
  for (guint i = 0; ids[i] != NULL; i++)
    {
      const HeedProfile *profile = heed_rules_get_profile (rules, ids[i]);
      g_autofree char   *text = g_strdup_printf ("%s %s", ids[i],
                                               profile ? heed_profile_get_version (profile) : "?");

      json_array_add_string_element (list, text);
    }
  heed_about_add_list (self, "rules", list);
}

static void
add_condition (JsonArray *list, const char *name, const char *value)
{
  g_autofree char *text = g_strdup_printf ("%s=%s", name, value);

  json_array_add_string_element (list, text);
}

/**
 * heed_about_add_filter:
 * @self: what there is to say
 * @filter: which cases
 * @identifiable: whether it may say what somebody typed, which may be a name
 *
 * Adds the period and the conditions.
 */
void
heed_about_add_filter (HeedAbout *self, const HeedSnapshotFilter *filter, gboolean identifiable)
{
  static const char *const views[] = { "all", "listen", "acknowledge",
                                       "resolve", "feedback", "my-day" };
  const HeedQuery         *query = filter->query;
  g_autoptr (JsonArray) list = json_array_new ();

  heed_about_add_text (self, "basis",
                       filter->basis == HEED_SNAPSHOT_CLOSED ? "closed" : "received");
  heed_about_add_date (self, "from", filter->from);
  heed_about_add_date (self, "to", filter->to);
  if (query == NULL)
    return;
  if (query->view != HEED_VIEW_ALL)
    add_condition (list, "view", views[query->view]);
  if (query->late_only)
    add_condition (list, "late", "true");
  if (query->severity >= 0)
    {
      g_autofree char *severity = g_strdup_printf ("%d", query->severity);

      add_condition (list, "severity", severity);
    }
  if (query->flag != NULL)
    add_condition (list, "flag", query->flag);
  if (query->owner != NULL)
    add_condition (list, "owner", identifiable ? query->owner : "…");
  if (query->place != NULL)
    add_condition (list, "place", identifiable ? query->place : "…");
  if (query->text != NULL && *query->text != '\0')
    add_condition (list, "text", identifiable ? query->text : "…");
  heed_about_add_list (self, "filter", list);
}

/**
 * heed_about_add_scanner:
 * @self: what there is to say
 * @scanner: what searched the free text
 *
 * Adds what was replaced, by kind, and by which edition of the patterns.
 */
void
heed_about_add_scanner (HeedAbout *self, HeedScanner *scanner)
{
  g_autoptr (JsonArray) list = json_array_new ();

  for (guint i = 0; i < heed_scanner_get_n_kinds (scanner); i++)
    if (heed_scanner_get_count (scanner, i) > 0)
      {
        g_autofree char *count = g_strdup_printf ("%" G_GUINT64_FORMAT,
                                                  heed_scanner_get_count (scanner, i));

        add_condition (list, heed_scanner_get_id (scanner, i), count);
      }
  heed_about_add_list (self, "replaced", list);
  json_object_set_string_member (self->object, "safe-harbor", heed_scanner_get_version (scanner));
}

/**
 * heed_about_add_sum:
 * @self: what there is to say
 * @path: the file
 * @format: its format
 * @sha256: of all of it, in hex
 *
 * Adds what is only known when the file is finished, and so stands beside it and not in it.
 */
void
heed_about_add_sum (HeedAbout *self, const char *path, HeedFormat format, const char *sha256)
{
  g_autofree char *base = g_path_get_basename (path);
  g_autofree char *name = g_filename_display_name (base);

  heed_about_add_text (self, "file", name);
  heed_about_add_text (self, "format", heed_format_get_name (format));
  heed_about_add_text (self, "sha256", sha256);
}

/* A value as a person reads it. */
static char *
dup_value (JsonNode *node)
{
  GString   *text;
  JsonArray *list;

  if (json_node_get_value_type (node) == G_TYPE_BOOLEAN)
    return g_strdup (heed_words_report (json_node_get_boolean (node) ? "yes" : "no"));
  if (!JSON_NODE_HOLDS_ARRAY (node))
    return json_node_get_value_type (node) == G_TYPE_STRING ? json_node_dup_string (node)
                                                            : json_to_string (node, FALSE);
  text = g_string_new (NULL);
  list = json_node_get_array (node);
  for (guint i = 0; i < json_array_get_length (list); i++)
    g_string_append_printf (text, "%s%s", i ? ", " : "", json_array_get_string_element (list, i));
  return g_string_free_and_steal (text);
}

/**
 * heed_about_dup_pairs:
 * @self: what there is to say
 *
 * Makes lines for people of it.
 *
 * Returns: (transfer full) (element-type utf8): name, value, name, value …
 */
GPtrArray *
heed_about_dup_pairs (HeedAbout *self)
{
  GPtrArray *pairs = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GList) members = json_object_get_members (self->object);

  for (GList *l = members; l != NULL; l = l->next)
    {
      g_ptr_array_add (pairs, g_strdup (heed_words_about (l->data)));
      if (g_str_equal (l->data, "what"))
        g_ptr_array_add (pairs, heed_words_report_title (self->what));
      else
        g_ptr_array_add (pairs, dup_value (json_object_get_member (self->object, l->data)));
    }
  return pairs;
}

/**
 * heed_about_write:
 * @self: what there is to say
 * @path: where to
 * @error: return location
 *
 * Writes it as JSON.
 *
 * Returns: (transfer full): the file, finished and not yet delivered
 */
HeedSink *
heed_about_write (HeedAbout *self, const char *path, GError **error)
{
  g_autoptr (HeedSink) sink = heed_sink_open (path, error);
  g_autoptr (JsonNode) node = json_node_init_object (json_node_alloc (), self->object);
  g_autofree char *text = json_to_string (node, TRUE);
  g_autofree char *line = g_strconcat (text, "\n", NULL);
  g_autofree char *sum = NULL;

  if (sink == NULL || !heed_sink_write (sink, line, strlen (line), error)
      || !heed_sink_finish (sink, &sum, error))
    return NULL;
  return g_steal_pointer (&sink);
}

static gboolean
append (HeedAbout *self, HeedSnapshot *snapshot, const char *what, const char *id, GError **error)
{
  g_autofree char *body = heed_json_object_to_text (self->object);
  HeedExportEntry  entry = { (char *) id, self->made_at, self->actor, (char *) what, body };

  return heed_snapshot_record (snapshot, &entry, error);
}

/**
 * heed_about_record:
 * @self: what there is to say
 * @snapshot: the snapshot, which is ended by it
 * @file: a finished file
 * @beside: (nullable): a finished file that says what the first is
 * @error: return location
 *
 * Keeps a line in the export ledger, then gives the files their names. A file that does not get its
 * name after all gets a second line that says so.
 *
 * Returns: whether the files are there
 */
gboolean
heed_about_record (HeedAbout    *self,
                   HeedSnapshot *snapshot,
                   HeedSink     *file,
                   HeedSink     *beside,
                   GError      **error)
{
  g_autofree char *id = NULL;

  if (!append (self, snapshot, self->what, self->id, error))
    return FALSE;
  if ((beside == NULL || heed_sink_deliver (beside, error)) && heed_sink_deliver (file, error))
    return TRUE;
  id = g_uuid_string_random ();
  append (self, snapshot, "undelivered", id, NULL);
  return FALSE;
}
