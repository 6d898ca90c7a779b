/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Questions to the register and their answers: plain values.
 */
#include "config.h"

#include "heed-query.h"

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
