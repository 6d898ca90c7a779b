/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Errors of the domain: not a sentence but the facts of a refusal, from which the top rooms make
 * one. */

#include "config.h"

#include "heed-case-error-private.h"

typedef struct
{
  char        **missing;
  HeedObstacle  obstacle;
  char         *fact;
  char         *value;
} HeedCaseErrorPrivate;

static void
heed_case_error_private_init (HeedCaseErrorPrivate *self)
{
}

static void
heed_case_error_private_copy (const HeedCaseErrorPrivate *self,
                              HeedCaseErrorPrivate       *copy)
{
  copy->missing = g_strdupv (self->missing);
  copy->obstacle = self->obstacle;
  copy->fact = g_strdup (self->fact);
  copy->value = g_strdup (self->value);
}

static void
heed_case_error_private_clear (HeedCaseErrorPrivate *self)
{
  g_strfreev (self->missing);
  g_free (self->fact);
  g_free (self->value);
}

G_DEFINE_EXTENDED_ERROR (HeedCaseError, heed_case_error)

static HeedCaseErrorPrivate *
get_private (const GError *error)
{
  return error != NULL && error->domain == HEED_CASE_ERROR ? heed_case_error_get_private (error)
                                                           : NULL;
}

/* The message is for developers and logs: it names kinds and facts, never what they hold. */
void
heed_case_set_obstacle (GError        **error,
                        HeedCaseError   code,
                        HeedObstacle    obstacle,
                        const char     *fact,
                        const char     *value)
{
  HeedCaseErrorPrivate *self;

  if (error == NULL)
    return;

  *error = g_error_new (HEED_CASE_ERROR, code, "obstacle %d at %s", (int) obstacle,
                        fact != NULL ? fact : "the act");
  self = heed_case_error_get_private (*error);
  self->obstacle = obstacle;
  self->fact = g_strdup (fact);
  self->value = g_strdup (value);
}

void
heed_case_set_missing (GError    **error,
                       GPtrArray  *missing)
{
  HeedCaseErrorPrivate *self;
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autofree char *list = NULL;

  if (error == NULL)
    return;

  for (guint i = 0; i < missing->len; i++)
    g_strv_builder_add (builder, g_ptr_array_index (missing, i));
  *error = g_error_new_literal (HEED_CASE_ERROR, HEED_CASE_ERROR_MISSING_FACTS, "");
  self = heed_case_error_get_private (*error);
  self->missing = g_strv_builder_end (builder);
  list = g_strjoinv (", ", self->missing);
  g_free ((*error)->message);
  (*error)->message = g_strdup_printf ("missing facts: %s", list);
}

/**
 * heed_case_error_get_missing:
 * @error: an error
 *
 * Returns: (transfer none) (nullable): the names of all missing facts, such as "owner" or
 *   "finding 2" (of issue 2); %NULL if the error is not about missing facts
 */
char **
heed_case_error_get_missing (const GError *error)
{
  HeedCaseErrorPrivate *self = get_private (error);

  return self != NULL ? self->missing : NULL;
}

/**
 * heed_case_error_get_obstacle:
 * @error: an error
 *
 * Returns: what stands in the way; %HEED_OBSTACLE_NONE if the error does not say
 */
HeedObstacle
heed_case_error_get_obstacle (const GError *error)
{
  HeedCaseErrorPrivate *self = get_private (error);

  return self != NULL ? self->obstacle : HEED_OBSTACLE_NONE;
}

/**
 * heed_case_error_get_fact:
 * @error: an error
 *
 * Returns: (transfer none) (nullable): the fact that is wrong
 */
const char *
heed_case_error_get_fact (const GError *error)
{
  HeedCaseErrorPrivate *self = get_private (error);

  return self != NULL ? self->fact : NULL;
}

/**
 * heed_case_error_get_value:
 * @error: an error
 *
 * Returns: (transfer none) (nullable): what it held, or what it had to be: an expected type, the
 *   current stage, the id of a code set; see #HeedObstacle
 */
const char *
heed_case_error_get_value (const GError *error)
{
  HeedCaseErrorPrivate *self = get_private (error);

  return self != NULL ? self->value : NULL;
}
