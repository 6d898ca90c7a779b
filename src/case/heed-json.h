/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

#include "heed-date.h"

G_BEGIN_DECLS

/**
 * HeedJsonPlace:
 * @object: (transfer none): the object being read
 * @file: (transfer none): the name of its file, for messages
 * @path: where in the file it is, as in "$.clocks[2]"
 *
 * A place in a rules file; every complaint about a file names it.
 */
typedef struct
{
  JsonObject *object;
  const char *file;
  char        path[160];
} HeedJsonPlace;

/**
 * HeedJsonHead:
 * @id: (transfer none): what other files and cases call it
 * @name: (transfer none): the English name
 * @version: (transfer none): which edition it is
 *
 * What every rules file begins with.
 */
typedef struct
{
  const char *id;
  const char *name;
  const char *version;
} HeedJsonHead;

gboolean   heed_json_open (JsonNode      *root,
                           const char    *file,
                           const char    *format,
                           HeedJsonPlace *place,
                           GError       **error);
gboolean   heed_json_read_head (const HeedJsonPlace *place,
                                const char *const   *members,
                                HeedJsonHead        *head,
                                GError             **error);
gboolean   heed_json_check_members (const HeedJsonPlace *place,
                                    const char *const   *members,
                                    const char *const   *more,
                                    GError             **error);
gboolean   heed_json_has (const HeedJsonPlace *place,
                          const char          *member);
gboolean   heed_json_read_string (const HeedJsonPlace *place,
                                  const char          *member,
                                  const char         **value,
                                  GError             **error);
gboolean   heed_json_read_id (const HeedJsonPlace *place,
                              const char          *member,
                              const char         **value,
                              GError             **error);
gboolean   heed_json_read_choice (const HeedJsonPlace *place,
                                  const char          *member,
                                  const char *const   *choices,
                                  int                 *index,
                                  GError             **error);
gboolean   heed_json_read_int (const HeedJsonPlace *place,
                               const char          *member,
                               int                  least,
                               int                  most,
                               int                 *value,
                               GError             **error);
gboolean   heed_json_read_boolean (const HeedJsonPlace *place,
                                   const char          *member,
                                   gboolean            *value,
                                   GError             **error);
gboolean   heed_json_read_date (const HeedJsonPlace *place,
                                const char          *member,
                                HeedDate            *value,
                                GError             **error);
JsonArray *heed_json_read_array (const HeedJsonPlace *place,
                                 const char          *member,
                                 guint                least,
                                 GError             **error);
gboolean   heed_json_read_element (const HeedJsonPlace *place,
                                   const char          *member,
                                   guint                index,
                                   HeedJsonPlace       *element,
                                   GError             **error);
char     **heed_json_read_strings (const HeedJsonPlace *place,
                                   const char          *member,
                                   GError             **error);
void       heed_json_set_error (const HeedJsonPlace *place,
                                const char          *member,
                                GError             **error,
                                const char          *reason,
                                ...) G_GNUC_PRINTF (4, 5);

G_END_DECLS
