/* SPDX-License-Identifier: GPL-3.0-or-later */

/* export, columns and exports: cases out of the register into a file, what they may hold, and what
 * left before. Ctrl+C ends it with nothing left behind. */

#include "config.h"

#include <gio/gio.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "heed-ctl-export.h"
#include "heed-export.h"
#include "heed-words-export.h"

static GCancellable *stop;

/* Only sets a flag and wakes nobody: the rows are read on this thread. */
static void
interrupt_cb (int number)
{
  g_cancellable_cancel (stop);
}

/* Lets Ctrl+C, and whoever ends a service, stop the work between two rows. */
GCancellable *
heed_ctl_catch_interrupt (void)
{
  struct sigaction action = { .sa_handler = interrupt_cb };

  if (stop == NULL)
    stop = g_cancellable_new ();
  sigaction (SIGINT, &action, NULL);
  sigaction (SIGTERM, &action, NULL);
  return stop;
}

void
heed_ctl_tell_progress (guint64 done, guint64 total, gpointer user_data)
{
  if (isatty (STDERR_FILENO))
    fprintf (stderr, "\r%" G_GUINT64_FORMAT "/%" G_GUINT64_FORMAT "%s", done, total,
             done == total ? "\n" : "");
}

/* The format: what was asked for, else what the name of the file ends in. */
gboolean
heed_ctl_take_format (HeedCtl *self, HeedFormat *format)
{
  const char *end = strrchr (self->output, '.');

  if (self->format != NULL)
    return heed_format_parse (self->format, format);
  return end != NULL && heed_format_parse (end + 1, format);
}

/* A day of --from and --to; TRUE where none was given. */
static gboolean
take_day (const char *text, HeedDate *day)
{
  *day = text ? heed_date_parse (text) : HEED_DATE_NONE;
  return text == NULL || *day != HEED_DATE_NONE;
}

/* The period of --from, --to and --by. Tells what is wrong with it. */
gboolean
heed_ctl_take_period (HeedCtl *self, HeedSnapshotFilter *filter)
{
  if (!take_day (self->from, &filter->from))
    {
      heed_ctl_usage (_ ("--from: “%s” is not a day such as 2026-04-01."), self->from);
      return FALSE;
    }
  if (!take_day (self->to, &filter->to))
    {
      heed_ctl_usage (_ ("--to: “%s” is not a day such as 2027-03-31."), self->to);
      return FALSE;
    }
  if (filter->from != HEED_DATE_NONE && filter->to != HEED_DATE_NONE && filter->from > filter->to)
    {
      heed_ctl_usage (_ ("--from is later than --to."));
      return FALSE;
    }
  if (self->by != NULL && !g_str_equal (self->by, "received") && !g_str_equal (self->by, "closed"))
    {
      heed_ctl_usage (_ ("--by is “received” or “closed”."));
      return FALSE;
    }
  if (self->by != NULL && g_str_equal (self->by, "closed"))
    filter->basis = HEED_SNAPSHOT_CLOSED;
  return TRUE;
}

void
heed_ctl_print_export (HeedCtl *self, const HeedExportResult *result)
{
  g_autoptr (JsonObject) object = json_object_new ();

  if (!self->json)
    {
      printf ("rows matched %" G_GUINT64_FORMAT " = rows written %" G_GUINT64_FORMAT "\n",
              result->matched, result->written);
      if (result->clipped > 0)
        /* Translators: how many texts */
        g_printerr (_ ("heedctl: %" G_GUINT64_FORMAT
                       " texts were cut: a cell of a spreadsheet holds no "
                       "more\n"),
                    result->clipped);
      puts (self->output);
      return;
    }
  json_object_set_string_member (object, "export", result->id);
  json_object_set_string_member (object, "file", self->output);
  heed_ctl_set_text (object, "about", result->about);
  json_object_set_int_member (object, "matched", (gint64) result->matched);
  json_object_set_int_member (object, "written", (gint64) result->written);
  json_object_set_int_member (object, "clipped", (gint64) result->clipped);
  json_object_set_string_member (object, "sha256", result->sha256);
  json_object_set_string_member (object, "ledger_head", result->head);
  heed_ctl_print_object (object);
}

int
heed_ctl_export (HeedCtl *self)
{
  return heed_ctl_export_preset (self, NULL);
}

/* What is exported: cases, or a table that somebody asks for, whose columns are chosen already. */
int
heed_ctl_export_preset (HeedCtl *self, const char *what)
{
  HeedExport job = { .path = self->output };
  g_auto (HeedExportResult) result = { 0 };
  g_auto (GStrv) columns = self->columns ? g_strsplit (self->columns, ",", -1) : NULL;
  g_autoptr (HeedSnapshot) snapshot = NULL;
  g_autoptr (GError) error = NULL;

  if (self->output == NULL)
    return heed_ctl_usage (_ ("It needs --output."));
  if (!heed_ctl_take_format (self, &job.format) || job.format == HEED_FORMAT_PDF)
    return heed_ctl_usage (_ ("--format is csv, xlsx or jsonl."));
  if (!heed_ctl_take_period (self, &job.filter))
    return HEED_CTL_USAGE;
  if (self->reason != NULL && !self->identifiable)
    return heed_ctl_usage (_ ("--reason belongs to --identifiable."));
  if (self->suppress != NULL)
    return heed_ctl_usage (_ ("An export has a row for each case, so there are no counts to hide: "
                              "--suppress is for “heedctl report” and “heedctl measures”."));
  if (!heed_ctl_open (self, HEED_STORE_DEFAULT))
    return HEED_CTL_REFUSED;

  for (guint i = 0; columns && columns[i]; i++)
    g_strstrip (columns[i]);
  job.what = what;
  job.columns = (const char *const *) columns;
  job.options = (HeedTableOptions) { self->bom, self->raw };
  job.identifiable = self->identifiable;
  job.reason = self->reason;
  job.context = self->context;
  job.cancellable = heed_ctl_catch_interrupt ();
  job.progress = heed_ctl_tell_progress;
  snapshot = heed_snapshot_new (self->store);
  if (!heed_export_run (&job, snapshot, &result, &error))
    return heed_ctl_refuse (NULL, error);
  heed_ctl_print_export (self, &result);
  return HEED_CTL_OK;
}

static const char *
get_privacy_name (HeedPrivacy privacy)
{
  static const char *const names[] = { "keep", "year", "age", "number", "coded", "scan", "out" };

  return names[privacy];
}

int
heed_ctl_columns (HeedCtl *self)
{
  guint             n;
  const HeedColumn *columns = heed_columns_get (&n);
  g_autoptr (JsonArray) array = json_array_new ();
  g_autoptr (HeedCtlTable) table = heed_ctl_table_new (4);

  for (guint i = 0; i < n; i++)
    {
      JsonObject *object = json_object_new ();

      json_object_set_string_member (object, "id", columns[i].id);
      json_object_set_string_member (object, "title", heed_words_column (columns[i].id));
      json_object_set_string_member (object, "deidentified", get_privacy_name (columns[i].privacy));
      json_object_set_boolean_member (object, "usual", columns[i].usual);
      json_array_add_object_element (array, object);
      heed_ctl_table_add (table, columns[i].id, get_privacy_name (columns[i].privacy),
                          columns[i].usual ? "*" : "", heed_words_column (columns[i].id), NULL);
    }
  if (self->json)
    heed_ctl_print_array (array);
  else
    heed_ctl_table_print (table);
  return HEED_CTL_OK;
}

/* A member of the body of a line, for the table. */
static const char *
get_member (JsonObject *body, const char *name)
{
  return json_object_get_string_member_with_default (body, name, "");
}

static void
print_entries (HeedCtl *self, GPtrArray *entries)
{
  g_autoptr (JsonArray) array = json_array_new ();
  g_autoptr (HeedCtlTable) table = heed_ctl_table_new (5);

  for (guint i = 0; i < entries->len; i++)
    {
      const HeedExportEntry *entry = entries->pdata[i];
      g_autoptr (JsonNode) node = heed_json_parse (entry->body, -1, entry->id, NULL);
      g_autofree char *made = heed_instant_format (entry->made_at);
      JsonObject      *body;

      if (node == NULL || !JSON_NODE_HOLDS_OBJECT (node))
        continue;
      body = json_node_get_object (node);
      json_array_add_object_element (array, json_object_ref (body));
      heed_ctl_table_add (table, made, entry->what, entry->actor, get_member (body, "file"),
                          get_member (body, "reason"), NULL);
    }
  if (self->json)
    heed_ctl_print_array (array);
  else
    heed_ctl_table_print (table);
}

int
heed_ctl_exports (HeedCtl *self)
{
  g_autoptr (HeedSnapshot) snapshot = NULL;
  g_autoptr (GPtrArray) entries = NULL;
  g_autoptr (GError) error = NULL;

  if (!heed_ctl_open (self, HEED_STORE_DEFAULT))
    return HEED_CTL_REFUSED;
  snapshot = heed_snapshot_new (self->store);
  if (!heed_snapshot_begin (snapshot, NULL, &error)
      || (entries = heed_snapshot_list_exports (snapshot, &error)) == NULL)
    return heed_ctl_refuse (self->database, error);
  print_entries (self, entries);
  return HEED_CTL_OK;
}
