/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "heed-case.h"

/* Cases made act by act, for the tests of the fold. */

static HeedRules *rules G_GNUC_UNUSED;

/* Monday 2026-11-23 10:00 in London */
#define NOW (G_GINT64_CONSTANT (1795428000) * G_USEC_PER_SEC)

static const HeedActContext context = { "Joanna Pryce", "Europe/London", NOW };

static inline HeedAct *
make_act (const char *kind,
          const char *body)
{
  g_autoptr (JsonNode) node = heed_json_parse (body, -1, "test", NULL);
  HeedAct *act;

  g_assert_nonnull (node);
  act = heed_act_new (kind, &context, 0, 0, json_node_get_object (node));
  if (g_str_equal (kind, "log"))
    {
      g_autoptr (HeedAct) bare = act;
      act = heed_act_complete (bare, rules);
    }
  return act;
}

static inline HeedCase *
try_act (const HeedCase  *before,
         const char      *kind,
         const char      *body,
         GError         **error)
{
  g_autoptr (HeedAct) act = make_act (kind, body);

  return heed_case_apply (before, act, rules, error);
}

/* Performs an act that must be allowed and moves on to the case after it. */
static inline void
do_act (HeedCase   **self,
        const char  *kind,
        const char  *body)
{
  g_autoptr (GError) error = NULL;
  HeedCase *after = try_act (*self, kind, body, &error);

  g_assert_no_error (error);
  g_clear_pointer (self, heed_case_unref);
  *self = after;
}

static inline void
assert_obstacle (const HeedCase *self,
                 const char     *kind,
                 const char     *body,
                 HeedObstacle    obstacle)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (try_act (self, kind, body, &error));
  g_assert_nonnull (error);
  g_assert_cmpint (heed_case_error_get_obstacle (error), ==, obstacle);
}

static inline void
assert_missing (const HeedCase *self,
                const char     *kind,
                const char     *body,
                const char     *expected)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *list = NULL;

  g_assert_null (try_act (self, kind, body, &error));
  g_assert_error (error, HEED_CASE_ERROR, HEED_CASE_ERROR_MISSING_FACTS);
  list = g_strjoinv (",", heed_case_error_get_missing (error));
  g_assert_cmpstr (list, ==, expected);
}

static inline HeedCase *
make_logged (void)
{
  HeedCase *self = NULL;

  do_act (&self, "log",
          "{\"words\":\"Nobody rang us.\",\"profile\":\"england-nhs\",\"person\":\"p1\","
          "\"received\":\"2026-11-19\",\"wants\":[\"To know why\"],"
          "\"issues\":[{\"text\":\"Not told\",\"category\":\"communication\",\"severity\":2}]}");
  return self;
}

static inline HeedCase *
make_in_stage (HeedStage stage)
{
  HeedCase *self = make_logged ();

  if (stage >= HEED_STAGE_ACKNOWLEDGE)
    do_act (&self, "listened", "{\"safety\":\"no-one\",\"reference_given\":true}");
  if (stage >= HEED_STAGE_RESOLVE)
    do_act (&self, "acknowledge",
            "{\"how\":\"phone\",\"plan\":\"Ruth looks into it\",\"owner\":\"Imran\","
            "\"reply_by\":\"2026-12-15\",\"agreed\":true}");
  if (stage >= HEED_STAGE_CLOSED)
    do_act (&self, "withdraw", "{\"reason\":\"Asked to stop\"}");
  return self;
}
