/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

#include "heed-date.h"

G_BEGIN_DECLS

#define HEED_TYPE_ACT (heed_act_get_type ())

/**
 * HeedAct:
 * @id: UUID made by whoever created the act; an act with a known id is stored once
 * @kind: name of a row of the table of act kinds
 * @actor: who did it
 * @happened_at: when it happened, UTC µs
 * @entered_at: when it was entered, UTC µs
 * @zone: the IANA zone in which it was meant
 * @case_id: register id of the case, 0 for a new one
 * @seq: place in the case's chain, from 1; 0 until the store gave it one
 * @seen_seq: the last act its author had seen, 0 if they do not say
 * @body: its facts, sealed
 *
 * One thing that somebody did to a case. Immutable and reference-counted; may cross threads.
 * Read its fields, never write them.
 */
typedef struct
{
  char       *id;
  char       *kind;
  char       *actor;
  gint64      happened_at;
  gint64      entered_at;
  char       *zone;
  gint64      case_id;
  guint       seq;
  guint       seen_seq;
  JsonObject *body;
} HeedAct;

/**
 * HeedActContext:
 * Who acts, when and where: the same for each act of one moment.
 */
typedef struct
{
  const char *actor;
  const char *zone;
  gint64      now;
} HeedActContext;

GType        heed_act_get_type        (void) G_GNUC_CONST;
HeedAct     *heed_act_new             (const char           *kind,
                                       const HeedActContext *context,
                                       gint64                case_id,
                                       guint                 seen_seq,
                                       JsonObject           *body);
HeedAct     *heed_act_new_at          (const char           *kind,
                                       const HeedActContext *context,
                                       gint64                case_id,
                                       guint                 seen_seq,
                                       gint64                happened_at,
                                       JsonObject           *body);
HeedAct     *heed_act_new_stored      (const HeedAct        *fields);
HeedAct     *heed_act_new_with_body   (const HeedAct        *self,
                                       JsonObject           *body);
HeedAct     *heed_act_new_placed      (const HeedAct        *self,
                                       gint64                case_id,
                                       guint                 seq);
HeedAct     *heed_act_ref             (HeedAct              *self);
void         heed_act_unref           (HeedAct              *self);

const char  *heed_act_get_text        (const HeedAct        *self,
                                       const char           *fact);
HeedDate     heed_act_get_date        (const HeedAct        *self,
                                       const char           *fact);
gint64       heed_act_get_number      (const HeedAct        *self,
                                       const char           *fact);
gboolean     heed_act_get_flag        (const HeedAct        *self,
                                       const char           *fact);
gboolean     heed_act_has             (const HeedAct        *self,
                                       const char           *fact);
JsonArray   *heed_act_get_list        (const HeedAct        *self,
                                       const char           *fact);
JsonObject  *heed_act_get_object      (const HeedAct        *self,
                                       const char           *fact);
HeedDate     heed_act_get_day         (const HeedAct        *self);

char        *heed_json_object_to_text (JsonObject           *object);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HeedAct, heed_act_unref)

G_END_DECLS
