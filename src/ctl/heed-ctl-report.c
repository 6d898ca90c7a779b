/* SPDX-License-Identifier: GPL-3.0-or-later */

/* report: a report for the board, the public, an authority, the ombudsman, or the person
 * themselves. */

#include "config.h"

#include <gio/gio.h>
#include <stdio.h>

#include "heed-ctl-export.h"
#include "heed-export-preset.h"
#include "heed-report-job.h"
#include "heed-words-report.h"

static int
list_kinds (HeedCtl *self)
{
  guint                 n;
  const HeedReportKind *kinds = heed_report_kinds_get (&n);
  g_autoptr (GPtrArray) presets = heed_export_presets_load (NULL);
  g_autoptr (JsonArray) array = json_array_new ();
  g_autoptr (HeedCtlTable) table = heed_ctl_table_new (2);

  for (guint i = 0; i < n + (presets ? presets->len : 0); i++)
    {
      const HeedExportPreset *preset = i < n ? NULL : presets->pdata[i - n];
      JsonObject             *object = json_object_new ();
      g_autofree char        *title = preset ? g_strdup (preset->name)
                                             : heed_words_report_title (kinds[i].id);

      json_object_set_string_member (object, "id", preset ? preset->id : kinds[i].id);
      json_object_set_string_member (object, "title", title);
      json_array_add_object_element (array, object);
      heed_ctl_table_add (table, preset ? preset->id : kinds[i].id, title, NULL);
    }
  if (self->json)
    heed_ctl_print_array (array);
  else
    heed_ctl_table_print (table);
  return HEED_CTL_OK;
}

static int
run_report (HeedCtl *self, const HeedReportKind *kind)
{
  HeedReportJob job = { .kind = kind->id, .path = self->output, .suppression = kind->suppression };
  HeedSnapshotFilter period = { 0 };
  g_auto (HeedExportResult) result = { 0 };
  g_autoptr (HeedSnapshot) snapshot = NULL;
  g_autoptr (GError) error = NULL;

  if (!heed_ctl_take_format (self, &job.format))
    return heed_ctl_usage (_ ("--format is pdf, xlsx, csv or jsonl."));
  if (self->suppress != NULL && !heed_suppression_parse (self->suppress, &job.suppression))
    return heed_ctl_usage (_ ("--suppress is none, board, public or cms."));
  if (!heed_ctl_take_period (self, &period))
    return HEED_CTL_USAGE;
  if (self->by != NULL)
    return heed_ctl_usage (_ ("The command “%s” has no option --%s."), "report", "by");
  if (kind->cases != (self->n_args > 1))
    return heed_ctl_usage (kind->cases ? _ ("Name the cases that it is about.")
                                       : _ ("This report is about a period, not about cases."));
  if ((self->site != NULL || self->service != NULL) && !kind->measures)
    return heed_ctl_usage (_ ("--site and --service are for reports that hold measures: %s."),
                           "outcomes, annual, scotland");
  if (!heed_ctl_open (self, HEED_STORE_DEFAULT))
    return HEED_CTL_REFUSED;
  if (self->from == NULL && self->to == NULL)
    heed_report_kind_period (kind, self->today, &period.from, &period.to);
  job.from = period.from;
  job.to = period.to;
  job.site = self->site;
  job.service = self->service;
  job.options = (HeedTableOptions) { self->bom, self->raw };
  job.references = kind->cases ? (const char *const *) self->args + 1 : NULL;
  job.reason = self->reason;
  job.context = self->context;
  job.cancellable = heed_ctl_catch_interrupt ();
  job.progress = heed_ctl_tell_progress;
  snapshot = heed_snapshot_new (self->store);
  if (!heed_report_run (&job, snapshot, &result, &error))
    return heed_ctl_refuse (NULL, error);
  heed_ctl_print_export (self, &result);
  return HEED_CTL_OK;
}

int
heed_ctl_report (HeedCtl *self)
{
  const HeedReportKind *kind = self->n_args > 0 ? heed_report_kind_find (self->args[0]) : NULL;
  g_autoptr (GPtrArray) presets = NULL;
  g_autoptr (GError) error = NULL;

  if (self->n_args == 0)
    return list_kinds (self);
  if (self->output == NULL)
    return heed_ctl_usage (_ ("It needs --output."));
  if (kind != NULL)
    return run_report (self, kind);
  if (self->suppress != NULL || self->site != NULL || self->service != NULL)
    return heed_ctl_usage (_ ("This is a table with a row for each case: --suppress, --site and "
                              "--service are for reports, which count."));
  presets = heed_export_presets_load (&error);
  if (presets == NULL)
    return heed_ctl_refuse (NULL, error);
  for (guint i = 0; i < presets->len; i++)
    {
      const HeedExportPreset *preset = presets->pdata[i];

      if (!g_str_equal (preset->id, self->args[0]))
        continue;
      self->columns = g_strjoinv (",", preset->columns);
      return heed_ctl_export_preset (self, preset->id);
    }
  return heed_ctl_usage (_ ("There is no report “%s”. “heedctl report” lists them."),
                         self->args[0]);
}
