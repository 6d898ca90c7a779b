/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "heed-snapshot.h"

G_BEGIN_DECLS

typedef enum
{
  HEED_CELL_EMPTY,
  HEED_CELL_TEXT,
  HEED_CELL_NUMBER,
  HEED_CELL_REAL,
  HEED_CELL_DATE,
  HEED_CELL_FLAG,
} HeedCellType;

/**
 * HeedCell:
 * One value on its way out.
 * @type: what it is; a date stays a date and a text a text in every format
 * @text: (nullable): a text, for people
 * @code: (nullable): the id behind it, for machines, where it is one of a code set
 */
typedef struct
{
  HeedCellType type;
  const char  *text;
  const char  *code;
  gint64       number;
  double       real;
  HeedDate     date;
} HeedCell;

/**
 * HeedPrivacy:
 * What becomes of a column when nobody shall be known by what leaves the register (Safe Harbor,
 * 45 CFR 164.514(b)(2)).
 * @HEED_PRIVACY_KEEP: it says nothing about who it was
 * @HEED_PRIVACY_YEAR: a date: only its year
 * @HEED_PRIVACY_AGE: years: from 90 on they are one group
 * @HEED_PRIVACY_REFERENCE: a number that leads to the person: the number of the row takes its place
 * @HEED_PRIVACY_CODED: a name that may stay as "1", "2" …, the same for the same name
 * @HEED_PRIVACY_SCAN: what somebody wrote: searched for whatever tells who it was
 * @HEED_PRIVACY_OUT: who it was: never in it
 */
typedef enum
{
  HEED_PRIVACY_KEEP,
  HEED_PRIVACY_YEAR,
  HEED_PRIVACY_AGE,
  HEED_PRIVACY_REFERENCE,
  HEED_PRIVACY_CODED,
  HEED_PRIVACY_SCAN,
  HEED_PRIVACY_OUT,
} HeedPrivacy;

/* What getters need beside the case. */
typedef struct
{
  const HeedRules *rules;
  HeedDate         today;
  GTimeZone       *zone;
  GStringChunk    *texts; /* for texts made for this row; emptied after it */
} HeedColumnContext;

typedef void (*HeedColumnGet) (const HeedSnapshotCase *item,
                               HeedColumnContext      *context,
                               HeedCell               *cell);

/**
 * HeedColumn:
 * One column that an export may have.
 * @id: its name for machines; heed_words_column() has the one for people
 * @type: what its cells are, unless empty
 * @privacy: what becomes of it when nobody shall be known
 * @depth: how much of a case it needs
 * @usual: whether it is there when nobody chose
 * @get: fills in a cell, which is empty before
 */
typedef struct
{
  const char       *id;
  HeedCellType      type;
  HeedPrivacy       privacy;
  HeedSnapshotDepth depth;
  gboolean          usual;
  HeedColumnGet     get;
} HeedColumn;

const HeedColumn *heed_columns_get (guint *n_columns);
const HeedColumn *heed_columns_find (const char *id);
void              heed_cell_set_text (HeedCell *cell, const char *text);
void              heed_cell_set_number (HeedCell *cell, gint64 number);
void              heed_cell_set_date (HeedCell *cell, HeedDate date);
void              heed_cell_set_flag (HeedCell *cell, gboolean flag);
int               heed_case_get_age (const HeedSnapshotCase *item);

G_END_DECLS
