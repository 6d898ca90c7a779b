/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "heed-words.h"

G_BEGIN_DECLS

const char *heed_words_report (const char *id);
char       *heed_words_report_title (const char *kind);
char       *heed_words_days (const char *first,
                             const char *last);
char       *heed_words_hidden (gboolean small, int most);
char       *heed_words_cases_needed (void);
char       *heed_words_definition (const char *name, const char *text);
char       *heed_words_edition (const char *name, const char *version);
char       *heed_words_reopened (guint64 n);
char       *heed_words_check_carried (gint64 brought,
                                      gint64 new_cases,
                                      gint64 resolved,
                                      gint64 carried);
char       *heed_words_check_equal (const char *list, gint64 total, gint64 new_cases);
char       *heed_words_check_at_least (const char *list, gint64 total, gint64 new_cases);
char       *heed_words_case_title (const char *reference);

G_END_DECLS
