/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Rows of lists and people: immutable values that cross threads.
 */
#include "config.h"

#include "heed-case-row.h"

G_DEFINE_BOXED_TYPE (HeedCaseRow, heed_case_row, heed_case_row_ref, heed_case_row_unref)

/**
 * heed_case_row_ref:
 * @self: a row
 *
 * Takes a reference; any thread may.
 *
 * Returns: (transfer full): @self
 */
HeedCaseRow *
heed_case_row_ref (HeedCaseRow *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

/**
 * heed_case_row_unref:
 * @self: (transfer full): a row
 *
 * Drops a reference; any thread may.
 */
void
heed_case_row_unref (HeedCaseRow *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_free (self->reference);
  g_free (self->name);
  g_free (self->words);
  g_free (self->category);
  g_free (self->place);
  g_free (self->owner);
  g_free (self->type);
  g_free (self->ending);
  g_free (self->flags);
  g_free (self->due_clock);
  g_free (self->profile);
  g_free (self);
}

/**
 * heed_person_ref:
 * @self: a person
 *
 * Takes a reference; any thread may.
 *
 * Returns: (transfer full): @self
 */
HeedPerson *
heed_person_ref (HeedPerson *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

/**
 * heed_person_unref:
 * @self: (transfer full): a person
 *
 * Drops a reference; any thread may.
 */
void
heed_person_unref (HeedPerson *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_free (self->id);
  g_free (self->name);
  g_free (self->full_name);
  g_free (self->phone);
  g_free (self->email);
  g_free (self->address);
  g_free (self->birth_date);
  g_free (self->reach);
  g_free (self);
}
