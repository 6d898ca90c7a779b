/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "heed-letter-check.h"
#include "heed-letter-text.h"
#include "heed-letters-private.h"

G_BEGIN_DECLS

/* A letter taken apart, for the time of one check. */
typedef struct
{
  HeedLetterCheck *check;
  HeedLetters     *letters;
  HeedLanguage    *language;
  const char      *letter;
  const char      *string;
  HeedText        *text;
  GArray          *lines;       /* HeedLetterLine */
  GArray          *paragraphs;  /* HeedLetterGap */
  GArray          *dates;       /* HeedLetterDate */
  char            *folded;
  gsize           *offsets;     /* of each byte of @folded in @string */
} Search;

/* heed-letter-check.c */
GArray     *heed_letter_find_mark (const Search         *search,
                                   const HeedLetterMark *mark);

/* heed-letter-facts-check.c */
void        heed_letter_check_mistakes (const Search *search);
const char *heed_letter_find_greeting (const Search *search);

G_END_DECLS
