/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define HEED_STORE_ERROR (heed_store_error_quark ())

/**
 * HeedStoreError:
 * What went wrong with keeping. What is wrong with an act itself stays a #HeedCaseError.
 * @HEED_STORE_ERROR_FAILED: anything else
 * @HEED_STORE_ERROR_BUSY: another program holds the file for longer than the wait
 * @HEED_STORE_ERROR_CORRUPT: the file is damaged or cut short
 * @HEED_STORE_ERROR_CONFLICT: somebody else changed the same thing; heed_store_error_get_acts()
 * @HEED_STORE_ERROR_WRONG_KEY: the key does not open the file
 * @HEED_STORE_ERROR_NOT_HEED: it is not a Heed file
 * @HEED_STORE_ERROR_TOO_NEW: written by a newer Heed
 * @HEED_STORE_ERROR_FULL: the disk is full
 * @HEED_STORE_ERROR_READ_ONLY: the file or its folder cannot be written
 * @HEED_STORE_ERROR_NOT_LOCAL: on a network or synchronised folder
 * @HEED_STORE_ERROR_NOT_FOUND: there is no such file, case or reference
 * @HEED_STORE_ERROR_EXISTS: would overwrite something
 * @HEED_STORE_ERROR_ON_HOLD: nothing may be erased: a case that names the person is on hold
 * @HEED_STORE_ERROR_KNOWN_ID: an act with this id is stored, and it says something else
 */
typedef enum
{
  HEED_STORE_ERROR_FAILED,
  HEED_STORE_ERROR_BUSY,
  HEED_STORE_ERROR_CORRUPT,
  HEED_STORE_ERROR_CONFLICT,
  HEED_STORE_ERROR_WRONG_KEY,
  HEED_STORE_ERROR_NOT_HEED,
  HEED_STORE_ERROR_TOO_NEW,
  HEED_STORE_ERROR_FULL,
  HEED_STORE_ERROR_READ_ONLY,
  HEED_STORE_ERROR_NOT_LOCAL,
  HEED_STORE_ERROR_NOT_FOUND,
  HEED_STORE_ERROR_EXISTS,
  HEED_STORE_ERROR_ON_HOLD,
  HEED_STORE_ERROR_KNOWN_ID,
} HeedStoreError;

GQuark     heed_store_error_quark     (void);

/* With CONFLICT: (element-type HeedAct) the acts of others that came in between and touch the
 * same thing. */
GPtrArray *heed_store_error_get_acts  (const GError *error);

G_END_DECLS
