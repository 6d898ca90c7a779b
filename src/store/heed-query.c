/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Questions to the register and their answers: plain values.
 */
#include "config.h"

#include "heed-query.h"

/**
 * heed_counted_new:
 * @basis: a #HeedTallyBasis
 * @from: the first day
 * @end: the day after the last
 *
 * Returns: (transfer full): a question for every case that counts by these days
 */
HeedCounted *
heed_counted_new (int      basis,
                  HeedDate from,
                  HeedDate end)
{
  HeedCounted *self = g_new0 (HeedCounted, 1);

  self->basis = basis;
  self->from = from;
  self->end = end;
  self->hit = -1;
  self->harm = -1;
  self->done_before = G_MAXINT32;
  return self;
}

/**
 * heed_counted_copy:
 * @self: a question
 *
 * Returns: (transfer full): a copy
 */
HeedCounted *
heed_counted_copy (const HeedCounted *self)
{
  HeedCounted *copy = g_memdup2 (self, sizeof *self);

  copy->site = g_strdup (self->site);
  copy->place = g_strdup (self->place);
  copy->code = g_strdup (self->code);
  copy->stage = g_strdup (self->stage);
  return copy;
}

/**
 * heed_counted_free:
 * @self: (transfer full): a question
 */
void
heed_counted_free (HeedCounted *self)
{
  g_free (self->site);
  g_free (self->place);
  g_free (self->code);
  g_free (self->stage);
  g_free (self);
}

/**
 * heed_query_new:
 *
 * Makes a question for every case, by due date.
 *
 * Returns: (transfer full): the question
 */
HeedQuery *
heed_query_new (void)
{
  HeedQuery *self = g_new0 (HeedQuery, 1);

  self->severity = -1;
  return self;
}

/**
 * heed_query_copy:
 * @self: a question
 *
 * Copies a question.
 *
 * Returns: (transfer full): the copy
 */
HeedQuery *
heed_query_copy (const HeedQuery *self)
{
  HeedQuery *copy = g_memdup2 (self, sizeof *self);

  copy->owner = g_strdup (self->owner);
  copy->place = g_strdup (self->place);
  copy->flag = g_strdup (self->flag);
  copy->text = g_strdup (self->text);
  copy->counted = self->counted ? heed_counted_copy (self->counted) : NULL;
  return copy;
}

/**
 * heed_query_free:
 * @self: (transfer full): a question
 *
 * Frees a question.
 */
void
heed_query_free (HeedQuery *self)
{
  g_free (self->owner);
  g_free (self->place);
  g_free (self->flag);
  g_free (self->text);
  g_clear_pointer (&self->counted, heed_counted_free);
  g_free (self);
}

/**
 * heed_id_list_free:
 * @self: (transfer full): a list of ids
 *
 * Frees a list.
 */
void
heed_id_list_free (HeedIdList *self)
{
  g_free (self->ids);
  g_free (self);
}

/**
 * heed_verdict_free:
 * @self: (transfer full): what verifying found
 *
 * Frees a verdict.
 */
void
heed_verdict_free (HeedVerdict *self)
{
  g_clear_pointer (&self->problems, g_ptr_array_unref);
  g_free (self->head);
  g_free (self);
}
