/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "heed-case.h"
#include "heed-json.h"

G_BEGIN_DECLS

/**
 * HeedGuideKind:
 * @HEED_GUIDE_STAGE: the checklist of a stage
 * @HEED_GUIDE_SITUATION: what to do when they are bereaved, angry, in need of an interpreter …
 * @HEED_GUIDE_FRAME: a model of service recovery, as in "LAST"
 * @HEED_GUIDE_SIGNS: warning signs of one traffic light
 * @HEED_GUIDE_WORDS: words that help, or words that hurt
 *
 * What a list is for. Each kind has a folder of its own under guidance/.
 */
typedef enum
{
  HEED_GUIDE_STAGE,
  HEED_GUIDE_SITUATION,
  HEED_GUIDE_FRAME,
  HEED_GUIDE_SIGNS,
  HEED_GUIDE_WORDS,
} HeedGuideKind;

#define HEED_N_GUIDE_KINDS 5

typedef enum
{
  HEED_EVIDENCE_NONE,
  HEED_EVIDENCE_TEXT,
  HEED_EVIDENCE_DATE,
  HEED_EVIDENCE_PERSON,
  HEED_EVIDENCE_REFERENCE,
} HeedEvidence;

/**
 * HeedGuideItem:
 * @id: stable; begins with the id of its list and a dot, as in "listen.safety"
 * @text: what to do, English, translatable by the top rooms
 * @why: (nullable): why it matters, one sentence
 * @say: (nullable): what to say
 * @ask: (nullable): what the evidence is, as the label of an entry
 * @expected: whether passing it wants a reason
 * @hand_over: whether it is done by handing over
 * @off: whether the organisation switched it off
 * @evidence: what a tick may carry
 */
typedef struct
{
  char        *id;
  char        *text;
  char        *why;
  char        *say;
  char        *ask;
  gboolean     expected;
  gboolean     hand_over;
  gboolean     off;
  HeedEvidence evidence;
} HeedGuideItem;

/**
 * HeedGuideList:
 * @id: "listen", "bereaved", "last" …; the checklist of a stage has the stage's name
 * @kind: what it is for
 * @name: full name, English, translatable by the top rooms
 * @brief: a short name for a chip
 * @version: its edition, with that of an organisation's additions behind a "+"
 * @opening: (nullable): what matters most, one or two sentences
 * @hand_over_to: (nullable): who has to take over in this situation
 * @feeling: (nullable): the code of feelings that these signs speak for
 * @suggested_by: (array zero-terminated=1): what suggests the situation, see
 *   heed_guidance_suggest()
 * @safety_first: whether safety comes before everything else in this situation
 * @rank: where it stands among the lists of its kind: the lowest first
 * @own: whether it is the organisation's, as a whole or in part
 * @off: whether the organisation switched it off
 * @items: (element-type HeedGuideItem): the items in force, in order
 * @all_items: (element-type HeedGuideItem): with those that are switched off
 *
 * Read its fields, never write them.
 */
typedef struct
{
  char         *id;
  HeedGuideKind kind;
  char         *name;
  char         *brief;
  char         *version;
  char         *opening;
  char         *hand_over_to;
  char         *feeling;
  char        **suggested_by;
  gboolean      safety_first;
  int           rank;
  gboolean      own;
  gboolean      off;
  GPtrArray    *items;
  GPtrArray    *all_items;
} HeedGuideList;

const char          *heed_guide_kind_get_name   (HeedGuideKind         kind);
const char          *heed_guide_kind_get_folder (HeedGuideKind         kind);
const char          *heed_evidence_get_name     (HeedEvidence          evidence);
gboolean             heed_guide_open            (JsonNode             *root,
                                                 const char           *file,
                                                 HeedJsonPlace        *place,
                                                 HeedJsonHead         *head,
                                                 GError              **error);
HeedGuideList       *heed_guide_list_new        (const HeedJsonPlace  *place,
                                                 HeedGuideKind         kind,
                                                 const HeedGuideList  *base,
                                                 const HeedRules      *rules,
                                                 GError              **error);
void                 heed_guide_list_free       (HeedGuideList        *self);
const HeedGuideItem *heed_guide_list_find       (const HeedGuideList  *self,
                                                 const char           *item);

G_END_DECLS
