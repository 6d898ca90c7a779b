/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "heed-worker.h"

G_BEGIN_DECLS

HeedWorker *heed_store_get_writer (HeedStore    *self,
                                   GError      **error);
HeedWorker *heed_store_get_reader (HeedStore    *self,
                                   GError      **error);
GBytes     *heed_store_get_key    (HeedStore    *self);
gpointer    heed_store_read_now   (HeedStore    *self,
                                   HeedJob       job,
                                   GError      **error);
gpointer    heed_store_write_now  (HeedStore    *self,
                                   HeedJob       job,
                                   GError      **error);
void        heed_store_push_read  (HeedStore    *self,
                                   HeedJob       job,
                                   GTask        *task);
struct _HeedWatch *heed_store_get_watch (HeedStore *self);
void               heed_store_tell_case (HeedStore *self, gint64 case_id);
void        heed_store_push_write (HeedStore    *self,
                                   HeedJob       job,
                                   GTask        *task);
/* The jobs; each takes what it is given. */
HeedJob heed_job_perform      (GPtrArray *acts);
HeedJob heed_job_load_case    (gint64 case_id);
HeedJob heed_job_list         (const HeedQuery *query);
HeedJob heed_job_load_rows    (const gint64 *ids, guint n_ids);
HeedJob heed_job_count        (HeedDate today);
HeedJob heed_job_list_owners  (void);
HeedJob heed_job_find_earlier (const char *name, const char *reach);
HeedJob heed_job_save_draft   (gint64 case_id, const char *author, const char *kind, const char *text, gint64 now);
HeedJob heed_job_set_setting  (const char *name, const char *value);
HeedJob heed_job_load_draft   (gint64 case_id, const char *author, const char *kind);
void    heed_store_tell_cases (GObject *store, gpointer input, gpointer result);

G_END_DECLS
