/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "heed-case.h"

G_BEGIN_DECLS

#define HEED_TYPE_CASE_ROW (heed_case_row_get_type ())

/**
 * HeedCaseRow:
 * What a list shows of a case, as the register holds it. Immutable and reference-counted.
 * @words: the first 240 characters
 * @due: %HEED_DATE_NONE when nothing is due, waiting or paused
 * @due_clock: (nullable): id of the clock that is due next
 * @profile: id of the rules it was received under, whose working days count
 * @flags: space-separated flags
 */
typedef struct
{
  gint64     id;
  char      *reference;
  char      *name;          /* how the person likes to be called; NULL when not given */
  char      *words;
  char      *category;      /* hcat, of the most severe issue */
  char      *place;
  char      *owner;
  char      *type;
  char      *ending;
  char      *flags;
  char      *due_clock;
  char      *profile;
  HeedStage  stage;
  HeedDate   received;
  HeedDate   due;
  int        severity;      /* -1 not judged */
  gboolean   paused;
  gboolean   interpreter;
  gboolean   resolved;

  /*< private >*/
  gatomicrefcount ref_count;
} HeedCaseRow;

/**
 * HeedPerson:
 * Who somebody is and how to reach them. Lives apart from the acts, which hold only its id, so
 * that a person can be erased and the chain stays whole.
 */
typedef struct
{
  char *id;
  char *name;               /* how they like to be called */
  char *full_name;
  char *phone;
  char *email;
  char *address;
  char *birth_date;         /* ISO */
  char *reach;              /* how best to reach them, in their words */

  /*< private >*/
  gatomicrefcount ref_count;
} HeedPerson;

GType        heed_case_row_get_type (void) G_GNUC_CONST;
HeedCaseRow *heed_case_row_ref      (HeedCaseRow *self);
void         heed_case_row_unref    (HeedCaseRow *self);
HeedPerson  *heed_person_ref        (HeedPerson  *self);
void         heed_person_unref      (HeedPerson  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HeedCaseRow, heed_case_row_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HeedPerson, heed_person_unref)

G_END_DECLS
