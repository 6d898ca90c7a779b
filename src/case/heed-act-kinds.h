/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "heed-act.h"
#include "heed-case-error.h"
#include "heed-rules.h"

G_BEGIN_DECLS

typedef struct _HeedCase HeedCase;

/**
 * HeedStage:
 * Where a case is on its way.
 */
typedef enum
{
  HEED_STAGE_LISTEN,
  HEED_STAGE_ACKNOWLEDGE,
  HEED_STAGE_RESOLVE,
  HEED_STAGE_CLOSED,
} HeedStage;

#define HEED_N_STAGES 4
#define HEED_STAGE_BIT(stage) (1u << (stage))

typedef enum
{
  HEED_FACT_TEXT,
  HEED_FACT_DATE,       /* "2026-11-24" */
  HEED_FACT_INSTANT,    /* "2026-11-24T09:00:00Z" */
  HEED_FACT_FLAG,       /* true or false */
  HEED_FACT_NUMBER,
  HEED_FACT_CODE,       /* one of a code set */
  HEED_FACT_CODES,      /* a list of them */
  HEED_FACT_TEXTS,      /* a list of texts */
  HEED_FACT_PERSON,     /* {"name": …} on the way in; a person's id in the ledger */
  HEED_FACT_ISSUE,      /* the number of one of the case's issues, from 1 */
  HEED_FACT_ISSUES,     /* a list of {"text": …, "category": …, …}: the facts of issue-add */
  HEED_FACT_REFERENCE,  /* another case's reference on the way in; its register id in the ledger */
  HEED_FACT_ANSWERS,    /* {"listened": 4, …}: question of a survey → number of its scale */
  HEED_FACT_ANY,        /* free JSON, kept as evidence */
} HeedFactType;

/**
 * HeedFactSpec:
 * @name: its name in the body of the act
 * @type: what it must be
 * @codes: (nullable): id of the code set; a number with a code set is one of its ids as a number
 * @required: whether the act cannot be without it
 */
typedef struct
{
  const char   *name;
  HeedFactType  type;
  const char   *codes;
  gboolean      required;
} HeedFactSpec;

/**
 * HeedActKind:
 * @name: "log", "note" …
 * @stages: bits of the stages in which it is allowed; 0 for acts that make a case
 * @facts: the facts its body may hold, ended by a nameless one
 * @inverse: (nullable): name of the kind that undoes it
 * @touches: what it changes ("stage", "owner" …), for telling conflicts; NULL if it only adds
 * @needs: (nullable): adds the names of the facts that case and act together still lack
 * @check: (nullable): refuses what the facts alone cannot tell
 * @apply: folds the act into a copy of the case
 */
typedef struct
{
  const char          *name;
  guint                stages;
  const HeedFactSpec  *facts;
  const char          *inverse;
  const char          *touches;
  void               (*needs) (const HeedCase  *self,
                               const HeedAct   *act,
                               const HeedRules *rules,
                               GPtrArray       *missing);
  gboolean           (*check) (const HeedCase  *self,
                               const HeedAct   *act,
                               GError         **error);
  void               (*apply) (HeedCase        *self,
                               const HeedAct   *act);
} HeedActKind;

const HeedActKind  *heed_act_kinds_get       (guint              *n_kinds);
const HeedActKind  *heed_act_kind_find       (const char         *name);
const char         *heed_stage_get_name      (HeedStage           stage);
gboolean            heed_stage_parse         (const char         *name,
                                              HeedStage          *stage);
const char         *heed_fact_type_get_name  (HeedFactType        type);
char               *heed_act_dup_touched     (const HeedAct      *act);

G_END_DECLS
