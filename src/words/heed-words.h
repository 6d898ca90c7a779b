/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib/gi18n-lib.h>

#include "heed-case.h"

G_BEGIN_DECLS

/* Sentences that the screen and the command line share, made from the facts of the lower rooms. */

void heed_words_init (void);

char       *heed_words_date (HeedDate date); /* Tue 24 Nov 2026 */
char       *heed_words_date_near (HeedDate date,
                                  HeedDate today); /* Tue 24 Nov; with the year when it is another */
char       *heed_words_due (HeedDate            due,
                            HeedDate            today,
                            const HeedCalendar *calendar); /* Today, Tomorrow, 2 working days late … */
char       *heed_words_clock_due (const HeedClock *clock,
                                  HeedDate         today);         /* Due Tue 24 Nov, 1 working day left */
char       *heed_words_clock_why (const HeedClock *clock); /* 3 working days after Thu 24 Dec 2026, skipping … */
const char *heed_words_stage (HeedStage stage);
const char *heed_words_bucket (int bucket);
const char *heed_words_fact (const char *fact); /* "A plan" for "plan" */
char       *heed_words_missing (char **missing);
char       *heed_words_error (const GError *error);
char       *heed_words_act (const HeedAct   *act,
                            const HeedRules *rules,
                            const char      *person); /* "rang Amina Yusuf" */
char       *heed_words_act_detail (const HeedAct   *act,
                                   const HeedRules *rules);
const char *heed_words_code (const HeedRules *rules,
                             const char      *codes,
                             const char      *id); /* translated label */
const char *heed_words_code_brief (const HeedRules *rules,
                                   const char      *codes,
                                   const char      *id);

G_END_DECLS
