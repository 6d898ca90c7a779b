/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A profile: the procedure one kind of organisation in one country works by. Owns the reading of
 * its clocks. Computes no dates; heed-clock.c does. */

#include "config.h"

#include "heed-profile.h"

#include "heed-json.h"
#include "heed-rules.h"

#define MOST_DAYS   3650
#define MOST_MONTHS 120

struct _HeedProfile
{
  char      *id;
  char      *name;
  char      *version;
  char      *calendar;
  char      *zone;
  char      *complaint_word;
  char      *next_body;
  int        next_body_months;
  HeedDate   valid_from;
  gboolean   requires_reply_date;
  GPtrArray *clocks; /* of HeedClockSpec */
};

static const char *const profile_members[] = {
  "valid_from", "zone", "calendar", "complaint_word", "next_body", "requires_reply_date", "clocks",
  NULL
};
static const char *const clock_members[] = {
  "id", "label", "basis", "start", "amount", "unit", "end", "pausable", "agreeable", "types",
  "source", NULL
};
static const char *const next_body_members[] = { "name", "within_months", NULL };

/* In the order of HeedClockStart, HeedClockUnit and HeedClockEnd. */
static const char *const starts[] = {
  "received", "formal", "acknowledged", "agreed", "updated", "closed", NULL
};
static const char *const units[] = { "working_days", "calendar_days", "months", NULL };
static const char *const ends[] = { "acknowledged", "resolved", "closed", "feedback", NULL };

static void
clock_spec_free (gpointer data)
{
  HeedClockSpec *spec = data;

  g_free (spec->id);
  g_free (spec->label);
  g_free (spec->basis);
  g_strfreev (spec->types);
  g_free (spec->source);
  g_free (spec);
}

static void
profile_clear (gpointer data)
{
  HeedProfile *self = data;

  g_free (self->id);
  g_free (self->name);
  g_free (self->version);
  g_free (self->calendar);
  g_free (self->zone);
  g_free (self->complaint_word);
  g_free (self->next_body);
  g_clear_pointer (&self->clocks, g_ptr_array_unref);
}

/**
 * heed_profile_ref:
 * @self: a profile
 *
 * Returns: (transfer full): @self, held once more
 */
HeedProfile *
heed_profile_ref (HeedProfile *self)
{
  return g_atomic_rc_box_acquire (self);
}

/**
 * heed_profile_unref:
 * @self: (transfer full): a profile
 *
 * Lets go of a profile.
 */
void
heed_profile_unref (HeedProfile *self)
{
  g_atomic_rc_box_release_full (self, profile_clear);
}

static gboolean
read_clock_texts (HeedClockSpec       *spec,
                  const HeedJsonPlace *place,
                  GError             **error)
{
  const char *id, *label, *basis, *source;

  if (!heed_json_check_members (place, clock_members, NULL, error)
      || !heed_json_read_id (place, "id", &id, error)
      || !heed_json_read_string (place, "label", &label, error)
      || !heed_json_read_string (place, "basis", &basis, error)
      || !heed_json_read_string (place, "source", &source, error))
    return FALSE;

  spec->id = g_strdup (id);
  spec->label = g_strdup (label);
  spec->basis = g_strdup (basis);
  spec->source = g_strdup (source);
  return (spec->types = heed_json_read_strings (place, "types", error)) != NULL;
}

static gboolean
read_clock_rule (HeedClockSpec       *spec,
                 const HeedJsonPlace *place,
                 GError             **error)
{
  int start, unit, end;

  if (!heed_json_read_choice (place, "start", starts, &start, error)
      || !heed_json_read_choice (place, "unit", units, &unit, error)
      || !heed_json_read_choice (place, "end", ends, &end, error)
      || !heed_json_read_boolean (place, "pausable", &spec->pausable, error)
      || !heed_json_read_boolean (place, "agreeable", &spec->agreeable, error))
    return FALSE;

  spec->start = (HeedClockStart) start;
  spec->unit = (HeedClockUnit) unit;
  spec->end = (HeedClockEnd) end;

  if (spec->start == HEED_CLOCK_START_AGREED)
    {
      if (!heed_json_read_int (place, "amount", 0, 0, &spec->amount, error))
        return FALSE;
      if (!spec->agreeable)
        {
          heed_json_set_error (place, "agreeable", error,
                               "a clock that starts with \"agreed\" has to be agreeable");
          return FALSE;
        }
      return TRUE;
    }
  return heed_json_read_int (place, "amount", 1,
                             spec->unit == HEED_CLOCK_UNIT_MONTHS ? MOST_MONTHS : MOST_DAYS,
                             &spec->amount, error);
}

/* The same id may stand for several contact types, each with its own rule, but not twice for
 * one. */
static gboolean
check_types (HeedProfile         *self,
             const HeedClockSpec *spec,
             const HeedJsonPlace *place,
             GError             **error)
{
  for (guint i = 0; i < self->clocks->len; i++)
    {
      const HeedClockSpec *other = g_ptr_array_index (self->clocks, i);

      for (guint t = 0; g_str_equal (other->id, spec->id) && spec->types[t] != NULL; t++)
        if (heed_clock_spec_applies (other, spec->types[t]))
          {
            heed_json_set_error (place, "types", error,
                                 "there is a clock \"%s\" for \"%s\" already",
                                 spec->id, spec->types[t]);
            return FALSE;
          }
    }
  return TRUE;
}

static gboolean
read_clocks (HeedProfile         *self,
             const HeedJsonPlace *place,
             GError             **error)
{
  JsonArray *array = heed_json_read_array (place, "clocks", 1, error);

  if (array == NULL)
    return FALSE;
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      HeedClockSpec *spec = g_new0 (HeedClockSpec, 1);
      HeedJsonPlace  element;

      if (!heed_json_read_element (place, "clocks", i, &element, error)
          || !read_clock_texts (spec, &element, error)
          || !read_clock_rule (spec, &element, error)
          || !check_types (self, spec, &element, error))
        {
          clock_spec_free (spec);
          return FALSE;
        }
      g_ptr_array_add (self->clocks, spec);
    }
  return TRUE;
}

/* Who a person may turn to when they are still unhappy; a profile need not name one. */
static gboolean
read_next_body (HeedProfile         *self,
                const HeedJsonPlace *place,
                GError             **error)
{
  HeedJsonPlace body = { .file = place->file };
  JsonNode     *node = json_object_get_member (place->object, "next_body");
  const char   *name;

  if (node == NULL)
    return TRUE;
  g_snprintf (body.path, sizeof body.path, "%s.next_body", place->path);
  if (!JSON_NODE_HOLDS_OBJECT (node))
    {
      heed_json_set_error (&body, NULL, error, "it must be an object");
      return FALSE;
    }
  body.object = json_node_get_object (node);
  if (!heed_json_check_members (&body, next_body_members, NULL, error)
      || !heed_json_read_string (&body, "name", &name, error))
    return FALSE;
  self->next_body = g_strdup (name);
  if (!heed_json_has (&body, "within_months"))
    return TRUE;
  return heed_json_read_int (&body, "within_months", 1, MOST_MONTHS, &self->next_body_months,
                             error);
}

static gboolean
read_zone (HeedProfile         *self,
           const HeedJsonPlace *place,
           GError             **error)
{
  g_autoptr (GTimeZone) zone = NULL;
  const char *name;

  if (!heed_json_read_string (place, "zone", &name, error))
    return FALSE;
  zone = g_time_zone_new_identifier (name);
  if (zone == NULL)
    {
      heed_json_set_error (place, "zone", error, "there is no time zone \"%s\"", name);
      return FALSE;
    }
  self->zone = g_strdup (name);
  return TRUE;
}

/**
 * heed_profile_new_from_json:
 * @root: a document in the format "heed-profile/1", see data/schema/profile.json
 * @file: the name of its file, for messages
 * @error: where to put an error
 *
 * Makes a profile. Whether its calendar and its contact types exist is checked by #HeedRules.
 *
 * Returns: (transfer full): the profile, or %NULL with %HEED_RULES_ERROR_INVALID
 */
HeedProfile *
heed_profile_new_from_json (JsonNode   *root,
                            const char *file,
                            GError    **error)
{
  g_autoptr (HeedProfile) self = NULL;
  HeedJsonPlace place;
  HeedJsonHead  head;
  const char   *calendar, *word;

  if (!heed_json_open (root, file, "heed-profile/1", &place, error)
      || !heed_json_read_head (&place, profile_members, &head, error))
    return NULL;

  self = g_atomic_rc_box_new0 (HeedProfile);
  self->id = g_strdup (head.id);
  self->name = g_strdup (head.name);
  self->version = g_strdup (head.version);
  self->clocks = g_ptr_array_new_with_free_func (clock_spec_free);

  if (!heed_json_read_date (&place, "valid_from", &self->valid_from, error)
      || !read_zone (self, &place, error)
      || !heed_json_read_id (&place, "calendar", &calendar, error)
      || !heed_json_read_string (&place, "complaint_word", &word, error)
      || !read_next_body (self, &place, error)
      || !heed_json_read_boolean (&place, "requires_reply_date", &self->requires_reply_date, error)
      || !read_clocks (self, &place, error))
    return NULL;

  self->calendar = g_strdup (calendar);
  self->complaint_word = g_strdup (word);
  return g_steal_pointer (&self);
}

/**
 * heed_profile_get_id:
 * @self: a profile
 *
 * Returns: (transfer none): its id
 */
const char *
heed_profile_get_id (const HeedProfile *self)
{
  return self->id;
}

/**
 * heed_profile_get_name:
 * @self: a profile
 *
 * Returns: (transfer none): its English name, translatable by the top rooms
 */
const char *
heed_profile_get_name (const HeedProfile *self)
{
  return self->name;
}

/**
 * heed_profile_get_version:
 * @self: a profile
 *
 * Returns: (transfer none): which edition it is
 */
const char *
heed_profile_get_version (const HeedProfile *self)
{
  return self->version;
}

/**
 * heed_profile_get_calendar:
 * @self: a profile
 *
 * Returns: (transfer none): the id of the calendar it counts with
 */
const char *
heed_profile_get_calendar (const HeedProfile *self)
{
  return self->calendar;
}

/**
 * heed_profile_get_zone:
 * @self: a profile
 *
 * Returns: (transfer none): the time zone of the organisation, as in the IANA database
 */
const char *
heed_profile_get_zone (const HeedProfile *self)
{
  return self->zone;
}

/**
 * heed_profile_get_complaint_word:
 * @self: a profile
 *
 * Returns: (transfer none): the English word that is used there, "complaint" or "grievance"
 */
const char *
heed_profile_get_complaint_word (const HeedProfile *self)
{
  return self->complaint_word;
}

/**
 * heed_profile_get_next_body:
 * @self: a profile
 *
 * Returns: (transfer none) (nullable): the name of whom a person may turn to next, %NULL where the
 *   profile names nobody
 */
const char *
heed_profile_get_next_body (const HeedProfile *self)
{
  return self->next_body;
}

/**
 * heed_profile_get_next_body_months:
 * @self: a profile
 *
 * Returns: within how many calendar months a person has to turn to the next body; 0 where the
 *   profile does not say
 */
int
heed_profile_get_next_body_months (const HeedProfile *self)
{
  return self->next_body_months;
}

/**
 * heed_profile_get_valid_from:
 * @self: a profile
 *
 * Returns: the first day of receipt for which it is meant
 */
HeedDate
heed_profile_get_valid_from (const HeedProfile *self)
{
  return self->valid_from;
}

/**
 * heed_profile_requires_reply_date:
 * @self: a profile
 *
 * Returns: whether a date for the reply must be agreed with the person or set for them
 */
gboolean
heed_profile_requires_reply_date (const HeedProfile *self)
{
  return self->requires_reply_date;
}

/**
 * heed_profile_get_n_clocks:
 * @self: a profile
 *
 * Returns: how many clocks it has
 */
guint
heed_profile_get_n_clocks (const HeedProfile *self)
{
  return self->clocks->len;
}

/**
 * heed_profile_get_clock:
 * @self: a profile
 * @position: from 0, in the order of the file
 *
 * Several clocks may share an id where they apply to different contact types.
 *
 * Returns: (transfer none) (nullable): the rule, or %NULL behind the last
 */
const HeedClockSpec *
heed_profile_get_clock (const HeedProfile *self,
                        guint              position)
{
  return position < self->clocks->len ? g_ptr_array_index (self->clocks, position) : NULL;
}

/**
 * heed_clock_spec_applies:
 * @spec: a rule
 * @contact_type: (nullable): the id of a contact type, as in data/codes/contact-types.json
 *
 * Returns: whether @spec applies to contacts of that type
 */
gboolean
heed_clock_spec_applies (const HeedClockSpec *spec,
                         const char          *contact_type)
{
  return contact_type != NULL
         && g_strv_contains ((const char *const *) spec->types, contact_type);
}
