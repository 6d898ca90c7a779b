/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "heed-case-error-private.h"
#include "heed-case.h"

G_BEGIN_DECLS

/* The apply, check and needs functions that the table of act kinds (heed-act-kinds.c) names. */

#define HEED_FOLD(name) void heed_fold_##name (HeedCase *self, const HeedAct *act)
#define HEED_CHECK(name) \
  gboolean heed_check_##name (const HeedCase *self, const HeedAct *act, GError **error)
#define HEED_NEEDS(name) \
  void heed_needs_##name (const HeedCase *self, const HeedAct *act, const HeedRules *rules, \
                          GPtrArray *missing)

/* heed-fold-stages.c */
HEED_FOLD (log);
HEED_FOLD (listened);
HEED_FOLD (acknowledge);
HEED_FOLD (resolve);
HEED_FOLD (close);
HEED_FOLD (reopen);
HEED_FOLD (withdraw);
HEED_FOLD (transfer);
HEED_FOLD (not_accept);
HEED_FOLD (settle);
HEED_NEEDS (log);
HEED_NEEDS (listened);
HEED_NEEDS (acknowledge);
HEED_NEEDS (resolve);
HEED_NEEDS (close);
HEED_CHECK (log);
HEED_CHECK (stage);
HEED_CHECK (resolve);
HEED_CHECK (acknowledge);

void heed_fold_end_case       (HeedCase      *self,
                               const HeedAct *act,
                               const char    *ending);

/* heed-fold-learning.c */
HEED_FOLD (apologise);
HEED_FOLD (learn);
HEED_FOLD (learn_amend);
HEED_FOLD (learn_drop);
HEED_FOLD (learned);
HEED_FOLD (learning_check);
HEED_FOLD (learning_told);
HEED_FOLD (remedy);
HEED_NEEDS (learning_check);
HEED_CHECK (apologise);
HEED_CHECK (learn_amend);
HEED_CHECK (learned);
HEED_CHECK (learning_check);
HEED_CHECK (learning_told);
HEED_CHECK (remedy);
void heed_fold_apology        (HeedCase      *self,
                               const HeedAct *act);

/* heed-fold-feedback.c */
HEED_FOLD (feedback_consent);
HEED_FOLD (feedback_ask);
HEED_FOLD (feedback_decline);
HEED_FOLD (feedback);
HEED_FOLD (review);
HEED_NEEDS (feedback_ask);
HEED_NEEDS (feedback);
HEED_NEEDS (review);
HEED_CHECK (feedback_consent);
HEED_CHECK (feedback_ask);
HEED_CHECK (feedback_decline);
HEED_CHECK (feedback);
HEED_CHECK (review);

/* heed-fold-thanks.c */
HEED_FOLD (thank);
HEED_FOLD (pass_on);
HEED_FOLD (answer);
HEED_NEEDS (answer);
HEED_CHECK (answer);

/* heed-fold-ombudsman.c */
HEED_FOLD (ombudsman_refer);
HEED_FOLD (ombudsman_update);
HEED_FOLD (ombudsman_decide);
HEED_FOLD (recommend);
HEED_FOLD (recommend_met);
HEED_CHECK (ombudsman_refer);
HEED_CHECK (ombudsman_open);
HEED_CHECK (recommend);
HEED_CHECK (recommend_met);

/* heed-fold-record.c */
HEED_FOLD (note);
HEED_FOLD (amend);
HEED_FOLD (person);
HEED_FOLD (contact);
HEED_FOLD (assign);
HEED_FOLD (flag);
HEED_FOLD (unflag);
HEED_FOLD (agree);
HEED_FOLD (pause);
HEED_FOLD (resume);
HEED_FOLD (issue_add);
HEED_FOLD (issue_amend);
HEED_FOLD (find);
HEED_FOLD (want_done);
HEED_FOLD (link);
HEED_FOLD (unlink);
HEED_FOLD (hold);
HEED_FOLD (release);
HEED_CHECK (amend);
HEED_CHECK (erase);
HEED_CHECK (assign);
HEED_CHECK (flag);
HEED_CHECK (unflag);
HEED_CHECK (agree);
HEED_CHECK (pause);
HEED_CHECK (resume);
HEED_CHECK (issue);
HEED_CHECK (want_done);
HEED_CHECK (link);
HEED_CHECK (unlink);
HEED_CHECK (hold);
HEED_CHECK (release);

/* heed-fold-needs.c */
HEED_FOLD (needs);
HEED_FOLD (needs_step);
HEED_FOLD (interpreter);
HEED_FOLD (resource);
HEED_CHECK (needs);

/* heed-fold-guide.c */
HEED_FOLD (situation);
HEED_FOLD (situation_end);
HEED_FOLD (tick);
HEED_FOLD (not_applicable);
HEED_FOLD (untick);
HEED_FOLD (feeling);
HEED_FOLD (danger);
HEED_FOLD (hand_over);
HEED_FOLD (hand_over_accept);
HEED_CHECK (situation);
HEED_CHECK (situation_end);
HEED_CHECK (tick);
HEED_CHECK (untick);
HEED_CHECK (danger);
HEED_CHECK (hand_over_accept);

const char *heed_fold_describe_tick (const HeedCase *self,
                                     const char     *item,
                                     JsonObject     *body);

void heed_fold_add_issue      (HeedCase      *self,
                               JsonObject    *facts);
void heed_fold_add_promise    (HeedCase      *self,
                               const HeedAct *act);
void heed_fold_set_authority  (HeedCase      *self,
                               const HeedAct *act);
void heed_fold_set_text       (char         **field,
                               const HeedAct *act,
                               const char    *fact);
void heed_fold_set_codes      (char         **field,
                               const HeedAct *act,
                               const char    *fact);
void heed_fold_set_date       (HeedDate      *field,
                               const HeedAct *act,
                               const char    *fact);
HeedDate heed_fold_get_day    (const HeedAct *act,
                               const char    *fact);
gboolean heed_fold_is_said    (const HeedAct *act,
                               const char    *fact);
gboolean heed_check_number    (GPtrArray     *items,
                               const HeedAct *act,
                               const char    *fact,
                               GError       **error);
gboolean heed_check_not_after (const HeedAct *act,
                               const char    *fact,
                               GError       **error);

/* heed-fold-feedback.c */
gboolean heed_case_allows_after (const HeedCase  *self,
                                 const char      *kind);

/* heed-fold-letter.c */
HEED_FOLD (letter);
HEED_CHECK (letter);
HEED_NEEDS (letter);

/* heed-act-check.c */
gboolean heed_act_check_facts (const HeedAct    *act,
                               const HeedRules  *rules,
                               GPtrArray        *missing,
                               GError          **error);

/* heed-case-copy.c */
HeedCase *heed_case_new_empty (void);
HeedCase *heed_case_copy      (const HeedCase *self);

HeedIssue     *heed_issue_new       (void);
HeedRound     *heed_round_new       (void);
void           heed_case_end_round  (HeedCase  *self,
                                     HeedRound *run);

G_END_DECLS
