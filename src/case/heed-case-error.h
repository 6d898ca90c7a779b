/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define HEED_CASE_ERROR (heed_case_error_quark ())

/**
 * HeedCaseError:
 * @HEED_CASE_ERROR_NOT_ALLOWED: the act is not allowed in the case's stage or state
 * @HEED_CASE_ERROR_MISSING_FACTS: facts are missing; heed_case_error_get_missing() names them all
 * @HEED_CASE_ERROR_BAD_FACT: a fact is unknown, of the wrong type, or not in its code set
 * @HEED_CASE_ERROR_UNKNOWN_KIND: there is no such act kind
 */
typedef enum
{
  HEED_CASE_ERROR_NOT_ALLOWED,
  HEED_CASE_ERROR_MISSING_FACTS,
  HEED_CASE_ERROR_BAD_FACT,
  HEED_CASE_ERROR_UNKNOWN_KIND,
} HeedCaseError;

/**
 * HeedObstacle:
 * Why an act is not allowed, or what is wrong with a fact. The top rooms make the sentence.
 */
typedef enum
{
  HEED_OBSTACLE_NONE,
  HEED_OBSTACLE_STAGE,          /* not in this stage: fact is the act kind, value the stage */
  HEED_OBSTACLE_ALREADY,        /* already so: flagged, paused, linked, on hold, resolved */
  HEED_OBSTACLE_NOT_SO,         /* not so: nothing to unflag, resume, unlink, release */
  HEED_OBSTACLE_NO_SUCH_ITEM,   /* no issue, remedy, action of that number */
  HEED_OBSTACLE_UNKNOWN_FACT,
  HEED_OBSTACLE_WRONG_TYPE,
  HEED_OBSTACLE_UNKNOWN_CODE,
  HEED_OBSTACLE_EMPTY,
  HEED_OBSTACLE_BEFORE_RECEIPT,
  HEED_OBSTACLE_IN_FUTURE,
  HEED_OBSTACLE_OLD_VALUE,      /* amend: the old value given is not the value that stands */
  HEED_OBSTACLE_NOT_AMENDABLE,
  HEED_OBSTACLE_SELF,           /* linked to itself */
  HEED_OBSTACLE_ORDER,          /* a date before the one it must follow */
  HEED_OBSTACLE_NO_CASE,        /* the act needs a case, or must not have one */
  HEED_OBSTACLE_TYPE,           /* not for this contact type */
  HEED_OBSTACLE_CONSENT,        /* the patient's permission is not there */
} HeedObstacle;

GQuark        heed_case_error_quark        (void);
char        **heed_case_error_get_missing  (const GError  *error);
HeedObstacle  heed_case_error_get_obstacle (const GError  *error);
const char   *heed_case_error_get_fact     (const GError  *error);
const char   *heed_case_error_get_value    (const GError  *error);

G_END_DECLS
