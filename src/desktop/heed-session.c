/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Who is at work, where, with which rules, and what time it is. The one place of the desktop that
 * reads a clock; what is kept about the organisation lives in the store.
 */
#include "config.h"

#include "heed-session.h"

#include "heed-own-rules.h"

struct _HeedSession
{
  GObject parent_instance;

  /* owned */
  HeedStore *store;
  HeedRules *rules;
  GPtrArray *guidance; /* of HeedGuidance, the last is in force; pages hold parts of those before */
  GTimeZone *zone;
  char      *user;
  char      *organisation;
  char      *contact;
  char      *rules_folder;
  char      *site;
  char      *profile;
  char     **services;

  gint64   now;
  gboolean is_sample;
};

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HeedSession, heed_session, G_TYPE_OBJECT)

static void
heed_session_finalize (GObject *object)
{
  HeedSession *self = HEED_SESSION (object);

  g_clear_object (&self->store);
  g_clear_pointer (&self->rules, heed_rules_unref);
  g_clear_pointer (&self->guidance, g_ptr_array_unref);
  g_clear_pointer (&self->zone, g_time_zone_unref);
  g_clear_pointer (&self->user, g_free);
  g_clear_pointer (&self->organisation, g_free);
  g_clear_pointer (&self->contact, g_free);
  g_clear_pointer (&self->rules_folder, g_free);
  g_clear_pointer (&self->site, g_free);
  g_clear_pointer (&self->profile, g_free);
  g_clear_pointer (&self->services, g_strfreev);
  G_OBJECT_CLASS (heed_session_parent_class)->finalize (object);
}

static void
heed_session_class_init (HeedSessionClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = heed_session_finalize;

  /**
   * HeedSession::changed:
   *
   * Who is signed in, the site, the services or the guidance are different now.
   */
  signals[CHANGED] = g_signal_new ("changed", HEED_TYPE_SESSION, G_SIGNAL_RUN_LAST,
                                   0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
heed_session_init (HeedSession *self)
{
  self->zone = g_time_zone_new_local ();
  self->guidance = g_ptr_array_new_with_free_func ((GDestroyNotify) heed_guidance_unref);
}

/* Returns: whether all files of the organisation were taken. */
static gboolean
read_guidance (HeedSession *self)
{
  g_autoptr (GPtrArray) left_out = g_ptr_array_new_with_free_func (g_free);

  g_ptr_array_add (self->guidance,
                   heed_own_rules_load_guidance (self->rules, self->rules_folder, left_out));
  return left_out->len == 0;
}

/**
 * heed_session_new:
 * @setup: what it begins with; strings are copied
 *
 * Returns: (transfer full): a new session
 */
HeedSession *
heed_session_new (const HeedSessionSetup *setup)
{
  HeedSession *self = g_object_new (HEED_TYPE_SESSION, NULL);

  g_set_object (&self->store, setup->store);
  self->rules = heed_rules_ref (setup->rules);
  self->user = g_strdup (setup->user != NULL ? setup->user : "");
  self->organisation = g_strdup (setup->organisation != NULL ? setup->organisation : "");
  self->contact = g_strdup (setup->contact != NULL ? setup->contact : "");
  self->rules_folder = heed_own_rules_dup_folder (setup->rules_folder, setup->is_sample);
  self->site = g_strdup (setup->site != NULL ? setup->site : "");
  self->profile = g_strdup (setup->profile != NULL ? setup->profile : "clinic");
  self->services = setup->services != NULL ? g_strdupv (setup->services) : g_new0 (char *, 1);
  self->now = setup->now;
  self->is_sample = setup->is_sample;
  if (setup->guidance != NULL)
    g_ptr_array_add (self->guidance, heed_guidance_ref (setup->guidance));
  else
    read_guidance (self);

  return self;
}

/** heed_session_get_store: Returns: (transfer none): where the cases are kept */
HeedStore *
heed_session_get_store (HeedSession *self)
{
  return self->store;
}

/** heed_session_get_rules: Returns: (transfer none): the rules in use */
HeedRules *
heed_session_get_rules (HeedSession *self)
{
  return self->rules;
}

/**
 * heed_session_get_guidance:
 * @self: the session
 *
 * Returns: (transfer none): what the guide says; stays as it is for as long as the session, also
 *   when another takes its place
 */
HeedGuidance *
heed_session_get_guidance (HeedSession *self)
{
  return g_ptr_array_index (self->guidance, self->guidance->len - 1);
}

/**
 * heed_session_reload_guidance:
 * @self: the session
 *
 * Reads the guidance again, with what the organisation's own folder holds now, and emits
 * #HeedSession::changed.
 *
 * Returns: whether all of the organisation's files were taken
 */
gboolean
heed_session_reload_guidance (HeedSession *self)
{
  gboolean all = read_guidance (self);

  g_signal_emit (self, signals[CHANGED], 0);
  return all;
}

/** heed_session_get_user: Returns: the name of who is signed in; "" when not told */
const char *
heed_session_get_user (HeedSession *self)
{
  return self->user;
}

/** heed_session_get_organisation: Returns: the name of the organisation; "" when not told */
const char *
heed_session_get_organisation (HeedSession *self)
{
  return self->organisation;
}

/** heed_session_get_contact: Returns: where and how the office is reached; "" when not told */
const char *
heed_session_get_contact (HeedSession *self)
{
  return self->contact;
}

/**
 * heed_session_get_rules_folder:
 * @self: the session
 *
 * Returns: the organisation's own folder of rules, guidance and letters. It need not be there:
 *   whoever writes into it first makes it.
 */
const char *
heed_session_get_rules_folder (HeedSession *self)
{
  return self->rules_folder;
}

/** heed_session_get_site: Returns: the site or desk; "" when not told */
const char *
heed_session_get_site (HeedSession *self)
{
  return self->site;
}

/** heed_session_get_profile_id: Returns: the id of the rules profile for new cases */
const char *
heed_session_get_profile_id (HeedSession *self)
{
  return self->profile;
}

/** heed_session_get_profile: Returns: (transfer none) (nullable): that profile */
const HeedProfile *
heed_session_get_profile (HeedSession *self)
{
  return heed_rules_get_profile (self->rules, self->profile);
}

/**
 * heed_session_get_calendar:
 * @profile: (nullable): id of the rules of a case; NULL for those of new cases
 *
 * Returns: (transfer none) (nullable): the working days that count for such a case
 */
const HeedCalendar *
heed_session_get_calendar (HeedSession *self,
                           const char  *profile)
{
  const HeedProfile *rules = heed_rules_get_profile (self->rules,
                                                     profile != NULL ? profile : self->profile);

  return rules != NULL ? heed_rules_get_calendar (self->rules, heed_profile_get_calendar (rules))
                       : NULL;
}

/** heed_session_get_services: Returns: (transfer none): the services and wards, NULL-terminated */
char **
heed_session_get_services (HeedSession *self)
{
  return self->services;
}

/** heed_session_is_sample: Returns: whether these are the sample cases */
gboolean
heed_session_is_sample (HeedSession *self)
{
  return self->is_sample;
}

/** heed_session_get_now: Returns: the present instant, UTC µs */
gint64
heed_session_get_now (HeedSession *self)
{
  return self->now != 0 ? self->now : g_get_real_time ();
}

/** heed_session_get_zone: Returns: (transfer none): the zone in which people here speak of days */
GTimeZone *
heed_session_get_zone (HeedSession *self)
{
  return self->zone;
}

/** heed_session_get_today: Returns: the civil date here and now */
HeedDate
heed_session_get_today (HeedSession *self)
{
  return heed_date_of_instant (heed_session_get_now (self), self->zone);
}

/** heed_session_get_context: Returns: who acts, when and where; strings belong to the session */
HeedActContext
heed_session_get_context (HeedSession *self)
{
  return (HeedActContext) {
    .actor = self->user,
    .zone = g_time_zone_get_identifier (self->zone),
    .now = heed_session_get_now (self),
  };
}

/** heed_session_set_user: @user: the name of who is at work now */
void
heed_session_set_user (HeedSession *self,
                       const char  *user)
{
  if (g_set_str (&self->user, user))
    g_signal_emit (self, signals[CHANGED], 0);
}

/** heed_session_set_organisation: @organisation: the name of the organisation */
void
heed_session_set_organisation (HeedSession *self,
                               const char  *organisation)
{
  if (g_set_str (&self->organisation, organisation))
    g_signal_emit (self, signals[CHANGED], 0);
}

/** heed_session_set_contact: @contact: where and how the office is reached */
void
heed_session_set_contact (HeedSession *self,
                          const char  *contact)
{
  if (g_set_str (&self->contact, contact))
    g_signal_emit (self, signals[CHANGED], 0);
}

/** heed_session_set_site: @site: the site or desk */
void
heed_session_set_site (HeedSession *self,
                       const char  *site)
{
  if (g_set_str (&self->site, site))
    g_signal_emit (self, signals[CHANGED], 0);
}

/** heed_session_set_services: @services: the services and wards, NULL-terminated; copied */
void
heed_session_set_services (HeedSession *self,
                           char       **services)
{
  g_strfreev (self->services);
  self->services = g_strdupv (services);
  g_signal_emit (self, signals[CHANGED], 0);
}
