/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "heed-store.h"

G_BEGIN_DECLS

/* Monday 2026-11-23 10:00 in London: the day on which everything is measured. */
#define BENCH_NOW (G_GINT64_CONSTANT (1795428000) * G_USEC_PER_SEC)

JsonObject *bench_make_complaint (GRand    *rng,
                                  guint     number,
                                  HeedDate  received);
void        bench_add_case       (GPtrArray *acts,
                                  GRand     *rng,
                                  guint      number,
                                  guint      n);
HeedStore  *bench_open           (const char *path,
                                  HeedRules  *rules,
                                  guint       n);

G_END_DECLS
