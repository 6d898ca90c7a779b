/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "heed-words.h"

G_BEGIN_DECLS

const char *heed_words_column (const char *id);
const char *heed_words_about (const char *id);
char       *heed_words_sheet_name (guint number);
char       *heed_words_coded (const char *id, guint number);
char       *heed_words_no_column (const char *id);
char       *heed_words_column_tells (const char *id);
char       *heed_words_column_twice (const char *id);
char       *heed_words_no_columns (void);
char       *heed_words_reason_needed (void);
char       *heed_words_rows_differ (guint64 matched, guint64 written);

G_END_DECLS
