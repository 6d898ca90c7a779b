/* SPDX-License-Identifier: GPL-3.0-or-later */

/* queue, search and counts: questions to the register. */

#include "config.h"

#include <gio/gio.h>
#include <stdio.h>

#include "heed-ctl.h"
#include "heed-words.h"

#define DEFAULT_LIMIT 100000

static JsonObject *
row_json (const HeedCaseRow *row)
{
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "reference", row->reference);
  json_object_set_string_member (object, "stage", heed_stage_get_name (row->stage));
  heed_ctl_set_text (object, "name", row->name);
  heed_ctl_set_text (object, "words", row->words);
  heed_ctl_set_text (object, "category", row->category);
  if (row->severity >= 0)
    json_object_set_int_member (object, "severity", row->severity);
  heed_ctl_set_text (object, "place", row->place);
  heed_ctl_set_text (object, "owner", row->owner);
  heed_ctl_set_text (object, "type", row->type);
  heed_ctl_set_text (object, "ending", row->ending);
  heed_ctl_set_text (object, "flags", row->flags);
  heed_ctl_set_date (object, "received", row->received);
  heed_ctl_set_date (object, "due", row->due);
  heed_ctl_set_text (object, "due_clock", row->due_clock);
  json_object_set_boolean_member (object, "paused", row->paused);
  return object;
}

static char *
shorten (const char *words)
{
  g_autofree char *start = NULL;

  if (words == NULL || g_utf8_strlen (words, -1) <= 60)
    return g_strdup (words ? words : "");
  start = g_utf8_substring (words, 0, 59);
  return g_strconcat (start, "…", NULL);
}

static void
print_rows (HeedCtl   *self,
            GPtrArray *rows)
{
  g_autoptr (HeedCtlTable) table = heed_ctl_table_new (7);

  for (guint i = 0; i < rows->len; i++)
    {
      const HeedCaseRow *row = rows->pdata[i];
      g_autofree char   *received = heed_date_format (row->received);
      g_autofree char   *due = row->due == HEED_DATE_NONE ? g_strdup ("-")
                                                          : heed_date_format (row->due);
      g_autofree char   *words = shorten (row->words);
      const char        *late = row->due != HEED_DATE_NONE && row->due < self->today ? "!" : " ";

      heed_ctl_table_add (table, row->reference, heed_words_stage (row->stage), received, due, late,
                          row->name ? row->name : "-", words, NULL);
    }
  heed_ctl_table_print (table);
}

/* Prints what a query finds. */
static int
print_query (HeedCtl         *self,
             const HeedQuery *query)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HeedIdList) list = heed_store_list (self->store, query, &error);
  g_autoptr (GPtrArray) rows = NULL;

  if (list != NULL)
    rows = heed_store_load_rows (self->store, list->ids, list->n_ids, &error);
  if (rows == NULL)
    return heed_ctl_refuse (NULL, error);

  if (self->json)
    {
      g_autoptr (JsonArray) array = json_array_new ();

      for (guint i = 0; i < rows->len; i++)
        json_array_add_object_element (array, row_json (rows->pdata[i]));
      heed_ctl_print_array (array);
    }
  else
    print_rows (self, rows);
  return HEED_CTL_OK;
}

int
heed_ctl_queue (HeedCtl *self)
{
  static const HeedView views[HEED_N_STAGES] = { HEED_VIEW_LISTEN, HEED_VIEW_ACKNOWLEDGE,
                                                 HEED_VIEW_RESOLVE, HEED_VIEW_FEEDBACK };
  g_autoptr (HeedQuery) query = heed_query_new ();
  HeedStage stage;

  if (self->stage != NULL)
    {
      if (!heed_stage_parse (self->stage, &stage))
        return heed_ctl_usage (_ ("--stage: “%s” is none of listen, acknowledge, resolve, closed."),
                               self->stage);
      query->view = views[stage];
    }
  if (self->sort != NULL
      && !g_str_equal (self->sort, "due")
      && !g_str_equal (self->sort, "received"))
    return heed_ctl_usage (_ ("--sort: “%s” is neither due nor received."), self->sort);
  if (self->limit < -1 || self->limit == 0)
    return heed_ctl_usage (_ ("--limit: it must be at least 1."));
  if (!heed_ctl_open (self, HEED_STORE_DEFAULT))
    return HEED_CTL_REFUSED;

  query->sort = g_strcmp0 (self->sort, "received") == 0 ? HEED_SORT_RECEIVED : HEED_SORT_DUE;
  query->today = self->today;
  query->late_only = self->late;
  query->owner = g_strdup (self->owner);
  query->limit = self->limit > 0 ? (guint) self->limit : DEFAULT_LIMIT;
  return print_query (self, query);
}

int
heed_ctl_search (HeedCtl *self)
{
  g_autoptr (HeedQuery) query = heed_query_new ();

  if (self->limit < -1 || self->limit == 0)
    return heed_ctl_usage (_ ("--limit: it must be at least 1."));
  if (!heed_ctl_open (self, HEED_STORE_DEFAULT))
    return HEED_CTL_REFUSED;

  query->view = HEED_VIEW_ALL;
  query->sort = HEED_SORT_RECEIVED;
  query->today = self->today;
  query->text = g_strdup (self->args[0]);
  query->limit = self->limit > 0 ? (guint) self->limit : DEFAULT_LIMIT;
  return print_query (self, query);
}

int
heed_ctl_counts (HeedCtl *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonObject) object = json_object_new ();
  HeedCounts    counts = { 0 };
  g_autoptr (HeedCtlTable) table = NULL;

  if (!heed_ctl_open (self, HEED_STORE_DEFAULT))
    return HEED_CTL_REFUSED;
  if (!heed_store_count (self->store, self->today, &counts, &error))
    return heed_ctl_refuse (NULL, error);

  table = heed_ctl_table_new (3);
  heed_ctl_table_add (table, "", _ ("Open"), _ ("Late"), NULL);
  for (guint i = 0; i < HEED_N_STAGES; i++)
    {
      JsonObject      *stage = json_object_new ();
      g_autofree char *open = g_strdup_printf ("%u", counts.open[i]);
      g_autofree char *late = g_strdup_printf ("%u", counts.late[i]);
      const char      *words = i == HEED_STAGE_CLOSED ? _ ("Waiting for feedback")
                                                      : heed_words_stage ((HeedStage) i);

      json_object_set_int_member (stage, "open", counts.open[i]);
      json_object_set_int_member (stage, "late", counts.late[i]);
      json_object_set_object_member (object, heed_stage_get_name ((HeedStage) i), stage);
      heed_ctl_table_add (table, words, open, late, NULL);
    }
  json_object_set_int_member (object, "due_today", counts.today);
  json_object_set_int_member (object, "all_open", counts.all_open);
  json_object_set_int_member (object, "all_late", counts.all_late);
  {
    g_autofree char *open = g_strdup_printf ("%u", counts.all_open);
    g_autofree char *late = g_strdup_printf ("%u", counts.all_late);

    heed_ctl_table_add (table, _ ("All open"), open, late, NULL);
  }
  if (self->json)
    heed_ctl_print_object (object);
  else
    heed_ctl_table_print (table);
  return HEED_CTL_OK;
}
