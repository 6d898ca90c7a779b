/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "heed-case.h"

G_BEGIN_DECLS

/**
 * HeedImportPart:
 * Where in the body of the log act a fact goes.
 */
typedef enum
{
  HEED_IMPORT_PART_CASE,
  HEED_IMPORT_PART_PERSON,
  HEED_IMPORT_PART_ISSUE,
  HEED_IMPORT_PART_FEEDBACK,    /* of the act feedback, in place of the log act */
  HEED_IMPORT_PART_ANSWERS,     /* to the questions of a survey */
  HEED_IMPORT_PART_PLACE,       /* site and service of feedback that belongs to no case */
} HeedImportPart;

/**
 * HeedImportFact:
 * @part: the object it belongs to
 * @spec: what it must be; owned by the table of act kinds, or by the mapping
 * @column: (nullable): the column it is read from; %NULL for a constant
 * @constant: (nullable): its value in every row, or where the cell is empty
 * @map: (nullable): cell → value; %NULL to take the cell as it is
 * @otherwise: (nullable): value for cells that @map does not hold; %NULL refuses the row
 */
typedef struct
{
  HeedImportPart      part;
  const HeedFactSpec *spec;
  char               *column;
  char               *constant;
  GHashTable         *map;
  char               *otherwise;
} HeedImportFact;

/**
 * HeedImportMap:
 * How the columns of somebody's table become facts. Immutable once read.
 * @id: names the source: rows are told apart by source and key
 * @separator: ',' ';' or TAB
 * @encoding: (nullable): what iconv calls it; %NULL for UTF-8
 * @date_format: made of %Y, %m, %d and what stands between them
 * @key: the column whose value no two rows share
 * @facts: (element-type HeedImportFact)
 * @is_survey: whether the rows are feedback, and make no cases
 * @reference: (nullable): of a survey: the column with the reference of the case; rows without one
 *   belong to no case
 */
typedef struct
{
  char      *id;
  char      *name;
  char       separator;
  char      *encoding;
  char      *date_format;
  char      *key;
  GPtrArray *facts;
  gboolean   is_survey;
  char      *reference;

  /*< private >*/
  GPtrArray *specs; /* of questions */
} HeedImportMap;

HeedImportMap *heed_import_map_new_from_json (JsonNode        *root,
                                              const char      *file,
                                              const HeedRules *rules,
                                              GError         **error);
HeedImportMap *heed_import_map_load (const char      *path,
                                     const HeedRules *rules,
                                     GError         **error);
void           heed_import_map_free (HeedImportMap *self);
HeedDate       heed_import_parse_date (const char *text,
                                       const char *format);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HeedImportMap, heed_import_map_free)

G_END_DECLS
