/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * From a file name to a session: opens the store, tells it about the organisation at the first
 * run, fills in the sample cases where they are wanted, and reads what the session needs. Nothing
 * of this runs on the thread of the windows.
 */
#include "config.h"

#include <glib/gstdio.h>

#include "heed-opening.h"
#include "heed-own-rules.h"
#include "heed-samples.h"

typedef struct
{
  HeedOpening *opening;
  HeedRules   *rules;
  HeedStore   *store;
  HeedGuidance *guidance;
  GPtrArray   *left_out;
  char        *organisation;
  char        *contact;
  char        *site;
  char        *profile;
  char        *services;
} Work;

static void
work_free (Work *work)
{
  g_clear_pointer (&work->opening, heed_opening_free);
  g_clear_pointer (&work->rules, heed_rules_unref);
  g_clear_object (&work->store);
  g_clear_pointer (&work->guidance, heed_guidance_unref);
  g_clear_pointer (&work->left_out, g_ptr_array_unref);
  g_free (work->organisation);
  g_free (work->contact);
  g_free (work->site);
  g_free (work->profile);
  g_free (work->services);
  g_free (work);
}

static gboolean
tell_store (Work    *work,
            GError **error)
{
  HeedOpening *opening = work->opening;

  return opening->organisation == NULL
         || (heed_store_set_setting (work->store, "organisation", opening->organisation, error)
             && heed_store_set_setting (work->store, "site", opening->site, error)
             && heed_store_set_setting (work->store, "profile", opening->profile, error)
             && heed_store_set_setting (work->store, "services", opening->services, error));
}

static gboolean
fill_samples (Work    *work,
              GError **error)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_local ();
  g_autoptr (HeedQuery) query = heed_query_new ();
  g_autoptr (HeedIdList) ids = NULL;
  gint64 now = work->opening->now != 0 ? work->opening->now : g_get_real_time ();

  query->today = heed_date_of_instant (now, zone);
  query->limit = 1;
  ids = heed_store_list (work->store, query, error);
  if (ids == NULL)
    return FALSE;
  return ids->n_ids > 0 || heed_samples_fill (work->store, now, zone, error);
}

static void
work_thread (GTask        *task,
             gpointer      source,
             gpointer      task_data,
             GCancellable *cancellable)
{
  Work       *work = task_data;
  const char *folder = work->opening->rules_folder;
  GError     *error = NULL;

  work->guidance = heed_own_rules_load_guidance (work->rules, folder, work->left_out);
  heed_own_rules_check_letters (folder, work->left_out);
  if (!tell_store (work, &error) || (work->opening->is_sample && !fill_samples (work, &error)))
    {
      g_task_return_error (task, error);
      return;
    }
  work->organisation = heed_store_get_setting (work->store, "organisation", NULL);
  work->contact = heed_store_get_setting (work->store, "contact", NULL);
  work->site = heed_store_get_setting (work->store, "site", NULL);
  work->profile = heed_store_get_setting (work->store, "profile", NULL);
  work->services = heed_store_get_setting (work->store, "services", NULL);
  g_task_return_boolean (task, TRUE);
}

static void
opened_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr (GTask) task = data;
  Work   *work = g_task_get_task_data (task);
  GError *error = NULL;

  work->store = heed_store_open_finish (result, &error);
  if (work->store == NULL)
    g_task_return_error (task, error);
  else
    g_task_run_in_thread (task, work_thread);
}

/**
 * heed_opening_run:
 * @self: (transfer full): what to open
 * @rules: the rules in use
 * @callback: called when there is a session, or an error
 */
void
heed_opening_run (HeedOpening        *self,
                  HeedRules          *rules,
                  GAsyncReadyCallback callback,
                  gpointer            user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, callback, user_data);
  g_autofree char *folder = g_path_get_dirname (self->path);
  Work            *work = g_new0 (Work, 1);

  work->opening = self;
  work->rules = heed_rules_ref (rules);
  work->left_out = g_ptr_array_new_with_free_func (g_free);
  g_task_set_task_data (task, work, (GDestroyNotify) work_free);
  if (self->create)
    g_mkdir_with_parents (folder, 0700);
  heed_store_open_async (self->path, NULL, rules,
                         self->create ? HEED_STORE_CREATE : HEED_STORE_DEFAULT, NULL,
                         opened_cb, g_object_ref (task));
}

/**
 * heed_opening_finish:
 * @result: what the callback got; to be called once for it
 * @left_out: (element-type utf8): gets a message "file: path: reason" for each of the
 *   organisation's files of guidance and letters that was not taken
 * @error: where to put an error
 *
 * Returns: (transfer full) (nullable): the session
 */
HeedSession *
heed_opening_finish (GAsyncResult *result,
                     GPtrArray    *left_out,
                     GError      **error)
{
  Work *work = g_task_get_task_data (G_TASK (result));
  /* Taken from the task: the thread may be the last to let go of that. */
  g_autoptr (HeedStore) store = g_steal_pointer (&work->store);
  g_auto (GStrv) services = NULL;
  HeedSessionSetup setup = { 0 };

  if (!g_task_propagate_boolean (G_TASK (result), error))
    return NULL;
  g_ptr_array_extend_and_steal (left_out, g_steal_pointer (&work->left_out));
  services = heed_services_parse (work->services);
  setup.store = store;
  setup.rules = work->rules;
  setup.guidance = work->guidance;
  setup.user = work->opening->user;
  setup.organisation = work->organisation;
  setup.contact = work->contact;
  setup.rules_folder = work->opening->rules_folder;
  setup.site = work->site;
  setup.profile = work->profile;
  setup.services = services;
  setup.now = work->opening->now;
  setup.is_sample = work->opening->is_sample;
  return heed_session_new (&setup);
}

/** heed_opening_free: Let go of what was asked. */
void
heed_opening_free (HeedOpening *self)
{
  g_free (self->path);
  g_free (self->user);
  g_free (self->organisation);
  g_free (self->rules_folder);
  g_free (self->site);
  g_free (self->profile);
  g_free (self->services);
  g_free (self);
}

/** heed_services_parse: @text: (nullable): one a line. Returns: (transfer full): the names */
char **
heed_services_parse (const char *text)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) lines = g_strsplit (text != NULL ? text : "", "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_strstrip (lines[i]);
      if (*lines[i] != '\0')
        g_strv_builder_add (builder, lines[i]);
    }
  return g_strv_builder_end (builder);
}
