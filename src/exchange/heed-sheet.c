/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The sheet a person takes home, as a document to print. What it says is the matter of
 * heed-words-sheet.c. */

#include "config.h"

#include "heed-sheet.h"

/**
 * heed_sheet_new:
 * @file: a case
 * @rules: the rules
 * @sender: whose paper it is
 * @today: the day on which it is given
 *
 * Returns: (transfer full): the sheet "What Will Happen Now"
 */
HeedDocument *
heed_sheet_new (const HeedCaseFile *file,
                const HeedRules    *rules,
                const HeedSender   *sender,
                HeedDate            today)
{
  g_autofree char *title = heed_words_sheet_title ();
  g_autoptr (GPtrArray) lines = heed_words_sheet (file, rules, sender, today);
  /* The sheet is in the language of the program, whatever the person speaks. */
  HeedDocument *document = heed_document_new (title, NULL);
  g_autoptr (GPtrArray) items = g_ptr_array_new ();

  if (sender->organisation != NULL && *sender->organisation != '\0')
    heed_document_add_letterhead (document, sender->organisation, sender->contact);
  heed_document_add_heading (document, 1, title);
  for (guint i = 0; i < lines->len; i++)
    {
      const HeedSheetLine *line = lines->pdata[i];
      const HeedSheetLine *next = i + 1 < lines->len ? lines->pdata[i + 1] : NULL;

      if (line->part == HEED_SHEET_HEADING)
        heed_document_add_heading (document, 2, line->text);
      else if (line->part == HEED_SHEET_PARAGRAPH)
        heed_document_add_paragraph (document, line->text);
      else
        {
          g_ptr_array_add (items, line->text);
          if (next != NULL && next->part == HEED_SHEET_ITEM)
            continue;
          g_ptr_array_add (items, NULL);
          heed_document_add_list (document, (const char *const *) items->pdata, FALSE);
          g_ptr_array_set_size (items, 0);
        }
    }
  return document;
}
