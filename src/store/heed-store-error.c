/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The errors of the store. A conflict carries the acts of others that caused it, so that the
 * screen can show them.
 */
#include "config.h"

#include "heed-store-error-private.h"

typedef struct
{
  GPtrArray *acts;
} HeedStoreErrorPrivate;

static void
heed_store_error_private_init (HeedStoreErrorPrivate *priv)
{
  priv->acts = NULL;
}

static void
heed_store_error_private_copy (const HeedStoreErrorPrivate *from,
                               HeedStoreErrorPrivate       *to)
{
  to->acts = from->acts ? g_ptr_array_ref (from->acts) : NULL;
}

static void
heed_store_error_private_clear (HeedStoreErrorPrivate *priv)
{
  g_clear_pointer (&priv->acts, g_ptr_array_unref);
}

G_DEFINE_EXTENDED_ERROR (HeedStoreError, heed_store_error)

/**
 * heed_store_error_get_acts:
 * @error: an error of the store
 *
 * Gets the acts of others that came in between.
 *
 * Returns: (transfer none) (nullable) (element-type HeedAct): oldest first; %NULL unless @error is
 *   a conflict
 */
GPtrArray *
heed_store_error_get_acts (const GError *error)
{
  if (!g_error_matches (error, HEED_STORE_ERROR, HEED_STORE_ERROR_CONFLICT))
    return NULL;
  return heed_store_error_get_private (error)->acts;
}

/**
 * heed_store_error_new_conflict:
 * @acts: (transfer full) (element-type HeedAct): what came in between
 *
 * Makes the error that says that somebody else changed the same thing.
 *
 * Returns: (transfer full): the error
 */
GError *
heed_store_error_new_conflict (GPtrArray *acts)
{
  GError *error = g_error_new_literal (HEED_STORE_ERROR, HEED_STORE_ERROR_CONFLICT,
                                       "somebody else changed the same thing");

  heed_store_error_get_private (error)->acts = acts;
  return error;
}
