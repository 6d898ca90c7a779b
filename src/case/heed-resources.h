/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/**
 * HeedResourceKind:
 * What a place is there for.
 */
typedef enum
{
  HEED_RESOURCE_ADVOCACY,
  HEED_RESOURCE_BEREAVEMENT,
  HEED_RESOURCE_CRISIS,
  HEED_RESOURCE_LANGUAGE,
  HEED_RESOURCE_NEXT_BODY,    /* where to turn when we cannot settle it */
  HEED_RESOURCE_OUT_OF_HOURS,
  HEED_RESOURCE_SUPPORT,
} HeedResourceKind;

#define HEED_N_RESOURCE_KINDS 7

/**
 * HeedResource:
 * @id: what acts call it
 * @name: its name
 * @kind: what it is there for
 * @what: what it does, for the person to read
 * @reach: (nullable): how to reach it; %NULL where only the organisation can tell
 * @hours: (nullable): when it can be reached, if not always
 * @source: where its facts are from
 *
 * A place that helps.
 */
typedef struct
{
  char            *id;
  char            *name;
  HeedResourceKind kind;
  char            *what;
  char            *reach;
  char            *hours;
  char            *source;
} HeedResource;

typedef struct _HeedResources HeedResources;

HeedResources      *heed_resources_new_from_json (JsonNode            *root,
                                                  const char          *file,
                                                  GError             **error);
HeedResources      *heed_resources_ref           (HeedResources       *self);
void                heed_resources_unref         (HeedResources       *self);
const char         *heed_resources_get_id        (const HeedResources *self);
const char         *heed_resources_get_profile   (const HeedResources *self);
const HeedResource *heed_resources_get           (const HeedResources *self,
                                                  guint                position);
const HeedResource *heed_resources_find          (const HeedResources *self,
                                                  const char          *id);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HeedResources, heed_resources_unref)

G_END_DECLS
