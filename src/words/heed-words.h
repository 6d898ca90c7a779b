/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib/gi18n-lib.h>

#include "heed-outcomes.h"

G_BEGIN_DECLS

/* Sentences that the screen and the command line share, made from the facts of the lower rooms.
 * heed_words_fact() is for the middle of a sentence: "a plan". */

void heed_words_init (void);

char       *heed_words_date (HeedDate date);
char       *heed_words_date_near (HeedDate date,
                                  HeedDate today);
char       *heed_words_due (HeedDate            due,
                            HeedDate            today,
                            const HeedCalendar *calendar);
char       *heed_words_clock_due (const HeedClock *clock,
                                  HeedDate         today);
char       *heed_words_clock_why (const HeedClock *clock);
const char *heed_words_stage (HeedStage stage);
const char *heed_words_bucket (int bucket);
const char *heed_words_fact (const char *fact);
char       *heed_words_fact_title (const char *fact);
char       *heed_words_missing (char **missing);
char       *heed_words_error (const GError *error);
char       *heed_words_act (const HeedAct   *act,
                            const HeedRules *rules,
                            const char      *person);
char       *heed_words_act_detail (const HeedAct   *act,
                                   const HeedRules *rules);
char       *heed_words_fact_value (const HeedAct      *act,
                                   const HeedFactSpec *spec,
                                   const HeedRules    *rules);
const char *heed_words_code (const HeedRules *rules,
                             const char      *codes,
                             const char      *id);
const char *heed_words_code_brief (const HeedRules *rules,
                                   const char      *codes,
                                   const char      *id);
const char *heed_words_action_filter (HeedActionFilter filter);
char       *heed_words_action_state (const HeedActionRow *row,
                                     HeedDate             today);
char       *heed_words_look_why (guint why);
char       *heed_words_look_lot (const HeedLookList  *list,
                                 const HeedLookQuery *query);
char       *heed_words_page (guint page,
                             guint n_pages);

G_END_DECLS
