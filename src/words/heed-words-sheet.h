/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "heed-store.h"

G_BEGIN_DECLS

/**
 * HeedSender:
 * @organisation: (nullable): its name
 * @contact: (nullable): where and how the office is reached, for instance
 *   "Patient Relations, Level 2. 01632 960 144"
 *
 * Whose paper it is: what the organisation told of itself, see heed_store_get_setting().
 */
typedef struct
{
  char *organisation;
  char *contact;
} HeedSender;

typedef enum
{
  HEED_SHEET_HEADING,
  HEED_SHEET_PARAGRAPH,
  HEED_SHEET_ITEM,
} HeedSheetPart;

/**
 * HeedSheetLine:
 * One line of the sheet "What Will Happen Now".
 */
typedef struct
{
  HeedSheetPart part;
  char         *text;
} HeedSheetLine;

char      *heed_words_sheet_title (void);
GPtrArray *heed_words_sheet       (const HeedCaseFile *file,
                                   const HeedRules    *rules,
                                   const HeedSender   *sender,
                                   HeedDate            today);
void       heed_sender_load       (HeedSender         *sender,
                                   HeedStore          *store);
void       heed_sender_clear      (HeedSender         *sender);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (HeedSender, heed_sender_clear)

G_END_DECLS
