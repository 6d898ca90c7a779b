/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "heed-engine.h"

G_BEGIN_DECLS

typedef struct _HeedWorker HeedWorker;

/* What runs on a storage thread. Returns its result; NULL without an error is one, too. */
typedef gpointer (*HeedWork) (HeedEngine *engine,
                              gpointer    input,
                              GError    **error);

/* A question for a storage thread: immutable input, and what to do with it. */
typedef struct
{
  HeedWork       work;
  gpointer       input;
  GDestroyNotify free_input;
  GDestroyNotify free_result;
} HeedJob;

/* Called where the answer goes, before it: for telling what changed. */
typedef void (*HeedWorkDone) (GObject *store,
                              gpointer input,
                              gpointer result);

HeedWorker *heed_worker_new       (const char     *name,
                                   const char     *path,
                                   GBytes         *key,
                                   HeedRules      *rules,
                                   HeedStoreFlags  flags);
void        heed_worker_free      (HeedWorker     *self);
gpointer    heed_worker_call      (HeedWorker     *self,
                                   HeedJob         job,
                                   GError        **error);
void        heed_worker_push      (HeedWorker     *self,
                                   HeedJob         job,
                                   GTask          *task,
                                   HeedWorkDone    done);

G_END_DECLS
