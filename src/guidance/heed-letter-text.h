/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "heed-date.h"
#include "heed-text.h"

G_BEGIN_DECLS

/**
 * HeedLetterLine:
 * What a line of a letter is. A numbered line with text right below it is the heading of a point.
 */
typedef enum
{
  HEED_LETTER_LINE_EMPTY,
  HEED_LETTER_LINE_TEXT,
  HEED_LETTER_LINE_HEADING,
  HEED_LETTER_LINE_NUMBERED,
  HEED_LETTER_LINE_DOTTED,
} HeedLetterLineKind;

typedef struct
{
  HeedLetterLineKind kind;
  gsize              start;     /* bytes */
  gsize              end;       /* the byte behind it, without its line break */
  gsize              content;   /* behind the number or dot */
  guint              number;    /* of a heading or numbered line */
} HeedLetterLine;

/**
 * HeedLetterDate:
 * A date that stands in a text.
 */
typedef struct
{
  gsize    start;
  gsize    end;
  guint    first_word;
  HeedDate date;        /* HEED_DATE_NONE if there is no such day */
  gboolean has_year;
  int      weekday;     /* as it stands there, 1 Monday to 7 Sunday; 0 if none does */
} HeedLetterDate;

GArray *heed_letter_find_lines (const char *text);
GArray *heed_letter_find_dates (const HeedText    *text,
                                const char *const *months,
                                const char *const *weekdays,
                                int                year);

G_END_DECLS
