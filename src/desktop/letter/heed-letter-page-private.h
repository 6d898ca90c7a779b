/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtksourceview/gtksource.h>

#include "heed-letter-paper.h"
#include "letter/heed-letter-checks.h"
#include "letter/heed-letter-page.h"

G_BEGIN_DECLS

struct _HeedLetterPage
{
  AdwNavigationPage parent_instance;

  /* template */
  AdwWindowTitle   *window_title;
  AdwToastOverlay  *toasts;
  GtkStack         *stack;
  AdwStatusPage    *failed_page;
  GtkMenuButton    *insert_button;
  GtkLabel         *name_label;
  GtkLabel         *contact_label;
  GtkSourceView    *source_view;
  GtkScrolledWindow *scroller;
  HeedLetterChecks *checks;

  /* owned */
  HeedSession      *session;
  HeedCaseFile     *file;
  char             *letter;
  HeedSender        sender;
  HeedLetterChecker checker;
  HeedLetterFacts  *facts;
  HeedLetterCheck  *check;   /* of the text as it is, or was a moment ago */
  GHashTable       *kept;    /* words that the writer decided to keep */

  gint64 case_id;
  guint  draft_timeout;
  guint  check_timeout;
  guint  check_serial;
  guint  is_dirty : 1;
  guint  is_done : 1;
  guint  is_ready : 1;
};

/* heed-letter-page-text.c */
GtkTextBuffer *heed_letter_page_get_buffer (HeedLetterPage *self);
char          *heed_letter_page_dup_text (HeedLetterPage *self);
void           heed_letter_page_set_text (HeedLetterPage *self,
                                          const char     *text,
                                          gboolean        can_undo);
void           heed_letter_page_prepare_text (HeedLetterPage *self);
void           heed_letter_page_start_check (HeedLetterPage *self);
void           heed_letter_page_make_menu (HeedLetterPage *self);
void           heed_letter_page_insert_part (HeedLetterPage *self,
                                             const char     *id);
void           heed_letter_page_insert (HeedLetterPage *self,
                                        const char     *text);

/* heed-letter-page.c */
void           heed_letter_page_show_error (HeedLetterPage *self,
                                            const GError   *error);

/* heed-letter-print.c */
HeedDocument  *heed_letter_page_make_document (HeedLetterPage *self);
void           heed_letter_page_print (HeedLetterPage *self);
void           heed_letter_page_save_pdf (HeedLetterPage *self);

G_END_DECLS
