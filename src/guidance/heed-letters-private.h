/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "heed-letters.h"
#include "heed-patterns.h"

G_BEGIN_DECLS

/* Words of which at least one must be there. */
typedef struct
{
  HeedPatterns *patterns;
  GPtrArray    *literals;   /* char *, texts with fields: "{reference}"; "{date}" is any date */
  gboolean      is_set;
} HeedLetterSign;

/* A thing found by signs: all of @find, and of @also if it has any; void where @unless overlaps. */
typedef struct
{
  char          *id;
  char          *label;
  char          *hint;
  HeedLetterSign find;
  HeedLetterSign also;
  HeedLetterSign unless;
} HeedLetterMark;

typedef struct
{
  HeedLetterPart shown;     /* first, so that it is the part itself for everybody else */
  char         **letters;   /* codes of letters it belongs to */
  HeedLetterMark mark;      /* borrows id, label and hint */
} HeedLetterPartFull;

typedef struct
{
  char      *id;            /* that of the profile, or "common" */
  char      *version;
  char      *profile;       /* NULL: of every profile */
  char      *apology_note;
  gboolean   month_first;
  GPtrArray *parts;         /* HeedLetterPartFull */
} HeedLetterParts;

typedef struct
{
  char    *text;            /* NULL: that of the part */
  char    *part;
  char    *heading;
  char   **when;
  gboolean each_issue;
} HeedLetterBlock;

typedef struct
{
  HeedLetterTemplate shown; /* first, as above */
  char             **profiles;
  GPtrArray         *blocks; /* HeedLetterBlock */
} HeedLetterTemplateFull;

typedef struct
{
  char      *id;
  char     **months;
  char     **weekdays;
  GHashTable *fields;       /* field → what stands in its place while it is not known */
  GPtrArray *apology;       /* HeedLetterMark */
  GPtrArray *conclusions;   /* HeedLetterMark, ids of findings */
  GPtrArray *dates;         /* HeedLetterMark, ids of fields */
} HeedLetterSigns;

struct _HeedLetters
{
  HeedLetterSigns *signs;
  GPtrArray       *parts;     /* HeedLetterParts */
  GPtrArray       *templates; /* HeedLetterTemplateFull */
};

/* heed-letters-read.c */
gboolean heed_letters_take_file (const char *kind,
                                 JsonNode   *root,
                                 const char *file,
                                 gpointer    user_data,
                                 GError    **error);
void     heed_letter_signs_free (gpointer data);
void     heed_letter_parts_free (gpointer data);
void     heed_letter_template_free (gpointer data);

const HeedLetterPartFull *heed_letters_find_part (const HeedLetters *self,
                                                  const char        *part,
                                                  const char        *letter,
                                                  const char        *profile);
gboolean heed_letters_is_month_first (const HeedLetters *self,
                                      const char        *profile);

G_END_DECLS
