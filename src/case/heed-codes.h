/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

#include "heed-date.h"

G_BEGIN_DECLS

/**
 * HeedCode:
 * @id: what acts store, for instance "quality.neglect-hygiene"
 * @label: the full name, English, translatable by the top rooms
 * @brief: a one- or two-word name for narrow places
 * @parent: (nullable): the id of the code above this one
 * @valid_from: first day on which it may be used, or %HEED_DATE_NONE
 * @valid_to: last day on which it may be used, or %HEED_DATE_NONE
 */
typedef struct
{
  char    *id;
  char    *label;
  char    *brief;
  char    *parent;
  HeedDate valid_from;
  HeedDate valid_to;
} HeedCode;

typedef struct _HeedCodes HeedCodes;

HeedCodes      *heed_codes_new_from_json (JsonNode   *root,
                                          const char *file,
                                          GError    **error);
HeedCodes      *heed_codes_ref (HeedCodes *self);
void            heed_codes_unref (HeedCodes *self);
const char     *heed_codes_get_id (const HeedCodes *self);
const char     *heed_codes_get_version (const HeedCodes *self);
guint           heed_codes_get_size (const HeedCodes *self);
const HeedCode *heed_codes_get (const HeedCodes *self,
                                guint            position);
const HeedCode *heed_codes_find (const HeedCodes *self,
                                 const char      *id);
gboolean        heed_codes_is_valid (const HeedCodes *self,
                                     const char      *id,
                                     HeedDate         on);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HeedCodes, heed_codes_unref)

G_END_DECLS
