/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "heed-guidance.h"
#include "heed-store.h"

G_BEGIN_DECLS

#define HEED_TYPE_SESSION (heed_session_get_type ())
G_DECLARE_FINAL_TYPE (HeedSession, heed_session, HEED, SESSION, GObject)

/**
 * HeedSessionSetup:
 * What a session begins with. NULL where nothing is known.
 * @guidance: (nullable): what the guide says; read from @rules_folder if not given
 * @rules_folder: (nullable): the organisation's own folder, if one was chosen
 * @now: the instant at which the clock stands, for tests and pictures; 0 for the real time
 */
typedef struct
{
  HeedStore    *store;
  HeedRules    *rules;
  HeedGuidance *guidance;
  const char   *user;
  const char   *organisation;
  const char   *contact;
  const char   *rules_folder;
  const char   *site;
  const char   *profile;
  char        **services;
  gint64        now;
  gboolean      is_sample;
} HeedSessionSetup;

HeedSession *heed_session_new (const HeedSessionSetup *setup);

HeedStore          *heed_session_get_store (HeedSession *self);
HeedRules          *heed_session_get_rules (HeedSession *self);
HeedGuidance       *heed_session_get_guidance (HeedSession *self);
gboolean            heed_session_reload_guidance (HeedSession *self);
const char         *heed_session_get_user (HeedSession *self);
const char         *heed_session_get_organisation (HeedSession *self);
const char         *heed_session_get_contact (HeedSession *self);
const char         *heed_session_get_rules_folder (HeedSession *self);
const char         *heed_session_get_site (HeedSession *self);
const char         *heed_session_get_profile_id (HeedSession *self);
const HeedProfile  *heed_session_get_profile (HeedSession *self);
const HeedCalendar *heed_session_get_calendar (HeedSession *self,
                                               const char  *profile);
char              **heed_session_get_services (HeedSession *self);
gboolean            heed_session_is_sample (HeedSession *self);

/* The strings of the context belong to the session. */
HeedActContext heed_session_get_context (HeedSession *self);
gint64         heed_session_get_now (HeedSession *self);
HeedDate       heed_session_get_today (HeedSession *self);
GTimeZone     *heed_session_get_zone (HeedSession *self);

/* What the preferences change. Emits "changed" (no arguments). */
void heed_session_set_user (HeedSession *self,
                            const char  *user);
void heed_session_set_organisation (HeedSession *self,
                                    const char  *organisation);
void heed_session_set_contact (HeedSession *self,
                               const char  *contact);
void heed_session_set_site (HeedSession *self,
                            const char  *site);
void heed_session_set_services (HeedSession *self,
                                char       **services);

G_END_DECLS
