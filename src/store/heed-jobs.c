/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What the storage threads are asked to do: input, work and result of each question.
 */
#include "config.h"

#include "heed-drafts.h"
#include "heed-register.h"
#include "heed-store-private.h"

static gpointer
perform_work (HeedEngine *engine,
              gpointer    input,
              GError    **error)
{
  return heed_engine_perform (engine, input, error);
}

HeedJob
heed_job_perform (GPtrArray *acts)
{
  return (HeedJob) { perform_work, g_ptr_array_ref (acts), (GDestroyNotify) g_ptr_array_unref,
                     (GDestroyNotify) g_ptr_array_unref };
}

static gpointer
load_case_work (HeedEngine *engine,
                gpointer    input,
                GError    **error)
{
  return heed_engine_load_file (engine, *(gint64 *) input, error);
}

HeedJob
heed_job_load_case (gint64 case_id)
{
  return (HeedJob) { load_case_work, g_memdup2 (&case_id, sizeof case_id), g_free,
                     (GDestroyNotify) heed_case_file_free };
}

static gpointer
list_work (HeedEngine *engine,
           gpointer    input,
           GError    **error)
{
  HeedQuery *query = input;
  HeedDate   tomorrow = query->view == HEED_VIEW_MY_DAY ? heed_engine_get_tomorrow (engine, query->today)
                                                        : HEED_DATE_NONE;

  return heed_list_load (engine->database, query, tomorrow, error);
}

HeedJob
heed_job_list (const HeedQuery *query)
{
  return (HeedJob) { list_work, heed_query_copy (query), (GDestroyNotify) heed_query_free,
                     (GDestroyNotify) heed_id_list_free };
}

static gpointer
load_rows_work (HeedEngine *engine,
                gpointer    input,
                GError    **error)
{
  GArray *ids = input;

  return heed_register_load_rows (engine->database, (const gint64 *) (gpointer) ids->data, ids->len, error);
}

HeedJob
heed_job_load_rows (const gint64 *ids,
                    guint         n_ids)
{
  GArray *copy = g_array_new (FALSE, FALSE, sizeof (gint64));

  if (n_ids > 0)
    g_array_append_vals (copy, ids, n_ids);
  return (HeedJob) { load_rows_work, copy, (GDestroyNotify) g_array_unref, (GDestroyNotify) g_ptr_array_unref };
}

static gpointer
count_work (HeedEngine *engine,
            gpointer    input,
            GError    **error)
{
  g_autofree HeedCounts *counts = g_new0 (HeedCounts, 1);

  if (!heed_list_count (engine->database, *(HeedDate *) input, counts, error))
    return NULL;
  return g_steal_pointer (&counts);
}

HeedJob
heed_job_count (HeedDate today)
{
  return (HeedJob) { count_work, g_memdup2 (&today, sizeof today), g_free, g_free };
}

static gpointer
list_owners_work (HeedEngine *engine,
                  gpointer    input,
                  GError    **error)
{
  return heed_register_list_owners (engine->database, error);
}

HeedJob
heed_job_list_owners (void)
{
  return (HeedJob) { list_owners_work, NULL, NULL, (GDestroyNotify) g_strfreev };
}

static gpointer
find_earlier_work (HeedEngine *engine,
                   gpointer    input,
                   GError    **error)
{
  char **texts = input;

  return heed_register_find_earlier (engine->database, texts[0], texts[1], error);
}

HeedJob
heed_job_find_earlier (const char *name,
                       const char *reach)
{
  const char *texts[] = { name ? name : "", reach ? reach : "", NULL };

  return (HeedJob) { find_earlier_work, g_strdupv ((char **) texts), (GDestroyNotify) g_strfreev,
                     (GDestroyNotify) g_ptr_array_unref };
}

static gpointer
save_draft_work (HeedEngine *engine,
                 gpointer    input,
                 GError    **error)
{
  return GINT_TO_POINTER (heed_drafts_save (engine->database, input, error));
}

HeedJob
heed_job_save_draft (gint64      case_id,
                     const char *author,
                     const char *kind,
                     const char *text,
                     gint64      now)
{
  HeedDraft *draft = heed_draft_new (case_id, author, kind);

  draft->text = g_strdup (text);
  draft->now = now;
  return (HeedJob) { save_draft_work, draft, (GDestroyNotify) heed_draft_free, NULL };
}

static gpointer
load_draft_work (HeedEngine *engine,
                 gpointer    input,
                 GError    **error)
{
  return heed_drafts_load (engine->database, input, error);
}

HeedJob
heed_job_load_draft (gint64      case_id,
                     const char *author,
                     const char *kind)
{
  return (HeedJob) { load_draft_work, heed_draft_new (case_id, author, kind),
                     (GDestroyNotify) heed_draft_free, g_free };
}
