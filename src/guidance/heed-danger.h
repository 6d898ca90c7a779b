/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "heed-text.h"

G_BEGIN_DECLS

/**
 * HeedDangerLevel:
 * @HEED_DANGER_AMBER: worth knowing at once
 * @HEED_DANGER_RED: somebody may be in danger
 */
typedef enum
{
  HEED_DANGER_AMBER,
  HEED_DANGER_RED,
} HeedDangerLevel;

/**
 * HeedDangerKind:
 * @id: "self-harm", "urgent-care" …: where there is such a code in "dangers", that code
 * @label: what it may be, English, translatable by the top rooms
 * @question: a plain question to ask, English
 * @level: how grave
 */
typedef struct
{
  char           *id;
  char           *label;
  char           *question;
  HeedDangerLevel level;
} HeedDangerKind;

/**
 * HeedDangerSpan:
 * @kind: (transfer none): what the words may mean, belongs to the rules
 * @rule: (transfer none): the rule that found them
 * @weight: what they add to their kind
 * @start: where they begin in the text, in bytes
 * @end: the byte behind them
 */
typedef struct
{
  const HeedDangerKind *kind;
  const char           *rule;
  int                   weight;
  gsize                 start;
  gsize                 end;
} HeedDangerSpan;

/**
 * HeedDangers:
 *
 * The rules by which words are taken for signs of danger. Immutable; belongs to the listener.
 */
typedef struct _HeedDangers HeedDangers;

HeedDangers *heed_dangers_new_from_json (JsonNode   *root,
                                         const char *file,
                                         GError    **error);
void         heed_dangers_free (HeedDangers *self);
GArray      *heed_dangers_find (const HeedDangers *self,
                                const HeedText    *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HeedDangers, heed_dangers_free)

G_END_DECLS
