/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "heed-snapshot.h"

G_BEGIN_DECLS

/* What a list of a return goes by. */
typedef enum
{
  HEED_RETURN_AGE,
  HEED_RETURN_RELATIONSHIP,
  HEED_RETURN_PLACE,
  HEED_RETURN_CATEGORY,
  HEED_RETURN_PROFESSION,
} HeedReturnFact;

/* How the total of a list stands to the number of new cases. */
typedef enum
{
  HEED_RETURN_FREE,
  HEED_RETURN_EQUAL,
  HEED_RETURN_AT_LEAST,
} HeedReturnCheck;

typedef struct
{
  char *id;
  char *label;
  int   from; /* of a band of ages; -1 for any other code */
  int   to;
} HeedReturnCode;

/**
 * HeedReturnList:
 * One list of a return, as the file has it.
 * @per_issue: whether each issue counts, not each case once
 * @map: from our code, or the name of a place, to theirs; a code of HCAT without an entry goes by
 * the one above it
 * @otherwise: their code for what is not in @map
 * @missing: their code where nothing is known
 * @within: (nullable): only issues that another list counts under @within_code
 */
typedef struct
{
  char           *id;
  char           *label;
  HeedReturnFact  fact;
  HeedReturnCheck check;
  gboolean        per_issue;
  GArray         *codes; /* HeedReturnCode */
  GHashTable     *map;   /* char* → index in codes + 1 */
  guint           otherwise;
  guint           missing;
  char           *within;
  char           *within_code;
} HeedReturnList;

/**
 * HeedReturn:
 * A table that an authority asks for, as data: which cases count and by which lists.
 */
typedef struct
{
  char      *id;
  char      *name;
  char      *version;
  char      *source;
  char     **types;
  char     **endings_left_out;
  GPtrArray *lists; /* HeedReturnList */
} HeedReturn;

HeedReturn *heed_return_load (const char *id, GError **error);
void        heed_return_free (HeedReturn *self);
guint       heed_return_classify (const HeedReturnList *list,
                                  const HeedRules      *rules,
                                  const char           *value,
                                  int                   age);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HeedReturn, heed_return_free)

G_END_DECLS
