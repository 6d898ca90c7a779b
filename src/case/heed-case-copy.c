/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Making, copying and freeing a case and what it holds. The tables of offsets below name each
 * string once, so that none is forgotten in one of the three. */

#include "config.h"

#include "heed-fold-private.h"

static const gsize case_strings[] = {
  G_STRUCT_OFFSET (HeedCase, reference),      G_STRUCT_OFFSET (HeedCase, type),
  G_STRUCT_OFFSET (HeedCase, ending),         G_STRUCT_OFFSET (HeedCase, outcome),
  G_STRUCT_OFFSET (HeedCase, owner),          G_STRUCT_OFFSET (HeedCase, profile),
  G_STRUCT_OFFSET (HeedCase, profile_version), G_STRUCT_OFFSET (HeedCase, zone),
  G_STRUCT_OFFSET (HeedCase, site),           G_STRUCT_OFFSET (HeedCase, taken_by),
  G_STRUCT_OFFSET (HeedCase, channel),        G_STRUCT_OFFSET (HeedCase, words),
  G_STRUCT_OFFSET (HeedCase, did),            G_STRUCT_OFFSET (HeedCase, place),
  G_STRUCT_OFFSET (HeedCase, happened),       G_STRUCT_OFFSET (HeedCase, person),
  G_STRUCT_OFFSET (HeedCase, patient),        G_STRUCT_OFFSET (HeedCase, relationship),
  G_STRUCT_OFFSET (HeedCase, authority),      G_STRUCT_OFFSET (HeedCase, feeling_start),
  G_STRUCT_OFFSET (HeedCase, feeling_now),    G_STRUCT_OFFSET (HeedCase, language),
  G_STRUCT_OFFSET (HeedCase, format),         G_STRUCT_OFFSET (HeedCase, needs),
  G_STRUCT_OFFSET (HeedCase, safety),         G_STRUCT_OFFSET (HeedCase, plan),
  G_STRUCT_OFFSET (HeedCase, acknowledged_how), G_STRUCT_OFFSET (HeedCase, resolution),
  G_STRUCT_OFFSET (HeedCase, resolved_how),   G_STRUCT_OFFSET (HeedCase, apology),
  G_STRUCT_OFFSET (HeedCase, no_learning_reason), G_STRUCT_OFFSET (HeedCase, contact_when),
  G_STRUCT_OFFSET (HeedCase, no_contact_why), G_STRUCT_OFFSET (HeedCase, interpreter_state),
  G_STRUCT_OFFSET (HeedCase, interpreter_who),
  G_STRUCT_OFFSET (HeedCase, apology_form),
  G_STRUCT_OFFSET (HeedCase, apology_by),     G_STRUCT_OFFSET (HeedCase, apology_elements),
  G_STRUCT_OFFSET (HeedCase, feedback_why_not), G_STRUCT_OFFSET (HeedCase, passed_to),
  G_STRUCT_OFFSET (HeedCase, reasons),        G_STRUCT_OFFSET (HeedCase, named),
  G_STRUCT_OFFSET (HeedCase, decision),
  G_STRUCT_OFFSET (HeedCase, feeling_end),    G_STRUCT_OFFSET (HeedCase, guidance_version),
};

static const gsize issue_strings[] = {
  G_STRUCT_OFFSET (HeedIssue, text),     G_STRUCT_OFFSET (HeedIssue, category),
  G_STRUCT_OFFSET (HeedIssue, care_stage), G_STRUCT_OFFSET (HeedIssue, place),
  G_STRUCT_OFFSET (HeedIssue, finding),  G_STRUCT_OFFSET (HeedIssue, evidence),
  G_STRUCT_OFFSET (HeedIssue, should_have), G_STRUCT_OFFSET (HeedIssue, factors),
};

static const gsize want_strings[] = { G_STRUCT_OFFSET (HeedWant, text) };

static const gsize promise_strings[] = {
  G_STRUCT_OFFSET (HeedPromise, reason),
  G_STRUCT_OFFSET (HeedPromise, made_by),
};

static const gsize pause_strings[] = {
  G_STRUCT_OFFSET (HeedCasePause, reason),
  G_STRUCT_OFFSET (HeedCasePause, note),
  G_STRUCT_OFFSET (HeedCasePause, by),
};

static const gsize remedy_strings[] = {
  G_STRUCT_OFFSET (HeedRemedy, kind),
  G_STRUCT_OFFSET (HeedRemedy, text),
};

static const gsize learning_strings[] = {
  G_STRUCT_OFFSET (HeedLearning, text),     G_STRUCT_OFFSET (HeedLearning, owner),
  G_STRUCT_OFFSET (HeedLearning, strength), G_STRUCT_OFFSET (HeedLearning, measure),
  G_STRUCT_OFFSET (HeedLearning, proof),    G_STRUCT_OFFSET (HeedLearning, effective),
  G_STRUCT_OFFSET (HeedLearning, check_note), G_STRUCT_OFFSET (HeedLearning, drop_reason),
};

static const gsize feedback_strings[] = {
  G_STRUCT_OFFSET (HeedFeedback, way),      G_STRUCT_OFFSET (HeedFeedback, asked_by),
  G_STRUCT_OFFSET (HeedFeedback, by),       G_STRUCT_OFFSET (HeedFeedback, survey),
  G_STRUCT_OFFSET (HeedFeedback, survey_version), G_STRUCT_OFFSET (HeedFeedback, answers),
  G_STRUCT_OFFSET (HeedFeedback, heard),    G_STRUCT_OFFSET (HeedFeedback, fft),
  G_STRUCT_OFFSET (HeedFeedback, speak_up_again), G_STRUCT_OFFSET (HeedFeedback, care_affected),
  G_STRUCT_OFFSET (HeedFeedback, safe_route), G_STRUCT_OFFSET (HeedFeedback, comment),
};

static const gsize review_strings[] = {
  G_STRUCT_OFFSET (HeedReview, by),         G_STRUCT_OFFSET (HeedReview, kept),
  G_STRUCT_OFFSET (HeedReview, note),       G_STRUCT_OFFSET (HeedReview, themes),
  G_STRUCT_OFFSET (HeedReview, you_said),   G_STRUCT_OFFSET (HeedReview, we_did),
};

static const gsize referral_strings[] = {
  G_STRUCT_OFFSET (HeedReferral, body),     G_STRUCT_OFFSET (HeedReferral, reference),
  G_STRUCT_OFFSET (HeedReferral, told_by),  G_STRUCT_OFFSET (HeedReferral, stage),
  G_STRUCT_OFFSET (HeedReferral, decision), G_STRUCT_OFFSET (HeedReferral, text),
  G_STRUCT_OFFSET (HeedReferral, cost),
};

static const gsize recommendation_strings[] = {
  G_STRUCT_OFFSET (HeedRecommendation, text),
  G_STRUCT_OFFSET (HeedRecommendation, owner),
  G_STRUCT_OFFSET (HeedRecommendation, evidence),
};

static const gsize link_strings[] = { G_STRUCT_OFFSET (HeedLink, relation) };

static const gsize letter_strings[] = {
  G_STRUCT_OFFSET (HeedLetterSent, letter), G_STRUCT_OFFSET (HeedLetterSent, to),
  G_STRUCT_OFFSET (HeedLetterSent, how),    G_STRUCT_OFFSET (HeedLetterSent, text),
  G_STRUCT_OFFSET (HeedLetterSent, checksum),
};

static const gsize resource_strings[] = {
  G_STRUCT_OFFSET (HeedResourceGiven, id),
  G_STRUCT_OFFSET (HeedResourceGiven, name),
};

static const gsize situation_strings[] = {
  G_STRUCT_OFFSET (HeedSituation, id),
  G_STRUCT_OFFSET (HeedSituation, text),
  G_STRUCT_OFFSET (HeedSituation, by),
};

static const gsize tick_strings[] = {
  G_STRUCT_OFFSET (HeedTick, item),    G_STRUCT_OFFSET (HeedTick, text),
  G_STRUCT_OFFSET (HeedTick, version), G_STRUCT_OFFSET (HeedTick, evidence),
  G_STRUCT_OFFSET (HeedTick, reason),  G_STRUCT_OFFSET (HeedTick, by),
};

static const gsize danger_strings[] = {
  G_STRUCT_OFFSET (HeedDanger, what),
  G_STRUCT_OFFSET (HeedDanger, told),
  G_STRUCT_OFFSET (HeedDanger, text),
  G_STRUCT_OFFSET (HeedDanger, by),
};

static const gsize hand_over_strings[] = {
  G_STRUCT_OFFSET (HeedHandOver, to),        G_STRUCT_OFFSET (HeedHandOver, reason),
  G_STRUCT_OFFSET (HeedHandOver, situation), G_STRUCT_OFFSET (HeedHandOver, by),
  G_STRUCT_OFFSET (HeedHandOver, accepted_by),
};

static const gsize round_strings[] = {
  G_STRUCT_OFFSET (HeedRound, ending),
  G_STRUCT_OFFSET (HeedRound, outcome),
};

static void
copy_strings (gpointer     item,
              const gsize *offsets,
              gsize        n_offsets)
{
  for (gsize i = 0; i < n_offsets; i++)
    {
      char **field = G_STRUCT_MEMBER_P (item, offsets[i]);
      *field = g_strdup (*field);
    }
}

static void
free_strings (gpointer     item,
              const gsize *offsets,
              gsize        n_offsets)
{
  for (gsize i = 0; i < n_offsets; i++)
    g_free (G_STRUCT_MEMBER (char *, item, offsets[i]));
}

/* What an array of the case holds: how to copy and to free one of its items. */
#define DEFINE_ITEM(Type, name) \
  static void free_##name (gpointer item) \
  { \
    free_strings (item, name##_strings, G_N_ELEMENTS (name##_strings)); \
    g_free (item); \
  } \
  static gpointer copy_##name (gconstpointer item, gpointer unused) \
  { \
    gpointer copy = g_memdup2 (item, sizeof (Type)); \
    copy_strings (copy, name##_strings, G_N_ELEMENTS (name##_strings)); \
    return copy; \
  }

DEFINE_ITEM (HeedIssue, issue)
DEFINE_ITEM (HeedWant, want)
DEFINE_ITEM (HeedPromise, promise)
DEFINE_ITEM (HeedCasePause, pause)
DEFINE_ITEM (HeedRemedy, remedy)
DEFINE_ITEM (HeedLearning, learning)
DEFINE_ITEM (HeedFeedback, feedback)
DEFINE_ITEM (HeedReview, review)
DEFINE_ITEM (HeedReferral, referral)
DEFINE_ITEM (HeedRecommendation, recommendation)
DEFINE_ITEM (HeedLink, link)
DEFINE_ITEM (HeedLetterSent, letter)
DEFINE_ITEM (HeedResourceGiven, resource)
DEFINE_ITEM (HeedSituation, situation)
DEFINE_ITEM (HeedTick, tick)
DEFINE_ITEM (HeedDanger, danger)
DEFINE_ITEM (HeedHandOver, hand_over)

/* What a past round promised never changes again; copies share it. */
static void
free_round (gpointer item)
{
  HeedRound *run = item;

  free_strings (run, round_strings, G_N_ELEMENTS (round_strings));
  g_clear_pointer (&run->promises, g_ptr_array_unref);
  g_clear_pointer (&run->pauses, g_ptr_array_unref);
  g_free (run);
}

static gpointer
copy_round (gconstpointer item,
            gpointer      unused)
{
  HeedRound *copy = g_memdup2 (item, sizeof (HeedRound));

  copy_strings (copy, round_strings, G_N_ELEMENTS (round_strings));
  if (copy->promises != NULL)
    g_ptr_array_ref (copy->promises);
  if (copy->pauses != NULL)
    g_ptr_array_ref (copy->pauses);
  return copy;
}

static gpointer
copy_text (gconstpointer item,
           gpointer      unused)
{
  return g_strdup (item);
}

typedef struct
{
  gsize          offset;
  GCopyFunc      copy;
  GDestroyNotify free;
} ArrayField;

static const ArrayField arrays[] = {
  { G_STRUCT_OFFSET (HeedCase, wants), copy_want, free_want },
  { G_STRUCT_OFFSET (HeedCase, issues), copy_issue, free_issue },
  { G_STRUCT_OFFSET (HeedCase, flags), copy_text, g_free },
  { G_STRUCT_OFFSET (HeedCase, support), copy_text, g_free },
  { G_STRUCT_OFFSET (HeedCase, needs_steps), copy_text, g_free },
  { G_STRUCT_OFFSET (HeedCase, resources), copy_resource, free_resource },
  { G_STRUCT_OFFSET (HeedCase, letters), copy_letter, free_letter },
  { G_STRUCT_OFFSET (HeedCase, promises), copy_promise, free_promise },
  { G_STRUCT_OFFSET (HeedCase, pauses), copy_pause, free_pause },
  { G_STRUCT_OFFSET (HeedCase, remedies), copy_remedy, free_remedy },
  { G_STRUCT_OFFSET (HeedCase, learning), copy_learning, free_learning },
  { G_STRUCT_OFFSET (HeedCase, feedback), copy_feedback, free_feedback },
  { G_STRUCT_OFFSET (HeedCase, reviews), copy_review, free_review },
  { G_STRUCT_OFFSET (HeedCase, referrals), copy_referral, free_referral },
  { G_STRUCT_OFFSET (HeedCase, recommendations), copy_recommendation, free_recommendation },
  { G_STRUCT_OFFSET (HeedCase, links), copy_link, free_link },
  { G_STRUCT_OFFSET (HeedCase, rounds), copy_round, free_round },
  { G_STRUCT_OFFSET (HeedCase, situations), copy_situation, free_situation },
  { G_STRUCT_OFFSET (HeedCase, ticks), copy_tick, free_tick },
  { G_STRUCT_OFFSET (HeedCase, dangers), copy_danger, free_danger },
  { G_STRUCT_OFFSET (HeedCase, hand_overs), copy_hand_over, free_hand_over },
};

HeedIssue *
heed_issue_new (void)
{
  HeedIssue *issue = g_new0 (HeedIssue, 1);

  issue->severity = -1;
  issue->harm = -1;
  issue->happened = HEED_DATE_NONE;
  return issue;
}

HeedRound *
heed_round_new (void)
{
  HeedRound *run = g_new0 (HeedRound, 1);

  run->received = HEED_DATE_NONE;
  run->formal = HEED_DATE_NONE;
  run->acknowledged = HEED_DATE_NONE;
  run->resolved = HEED_DATE_NONE;
  run->closed = HEED_DATE_NONE;
  return run;
}

/* A round ends for good when the next begins: it keeps what was promised in it. */
void
heed_case_end_round (HeedCase  *self,
                     HeedRound *run)
{
  run->promises = g_steal_pointer (&self->promises);
  run->pauses = g_steal_pointer (&self->pauses);
  self->promises = g_ptr_array_new_with_free_func (free_promise);
  self->pauses = g_ptr_array_new_with_free_func (free_pause);
}

HeedCase *
heed_case_new_empty (void)
{
  HeedCase *self = g_new0 (HeedCase, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->received = HEED_DATE_NONE;
  self->authority_asked = HEED_DATE_NONE;
  self->authority_given = HEED_DATE_NONE;
  self->listened = HEED_DATE_NONE;
  self->last_update = HEED_DATE_NONE;
  self->no_contact_from = HEED_DATE_NONE;
  self->no_contact_to = HEED_DATE_NONE;
  self->apology_on = HEED_DATE_NONE;
  self->feedback_asked = HEED_DATE_NONE;
  self->feedback_declined = HEED_DATE_NONE;
  self->thanked = HEED_DATE_NONE;
  self->passed_on = HEED_DATE_NONE;
  for (guint i = 0; i < G_N_ELEMENTS (arrays); i++)
    G_STRUCT_MEMBER (GPtrArray *, self, arrays[i].offset) =
      g_ptr_array_new_with_free_func (arrays[i].free);
  return self;
}

HeedCase *
heed_case_copy (const HeedCase *self)
{
  HeedCase *copy = g_memdup2 (self, sizeof *self);

  g_atomic_ref_count_init (&copy->ref_count);
  copy_strings (copy, case_strings, G_N_ELEMENTS (case_strings));
  for (guint i = 0; i < G_N_ELEMENTS (arrays); i++)
    {
      GPtrArray *items = G_STRUCT_MEMBER (GPtrArray *, self, arrays[i].offset);
      GPtrArray *copies = g_ptr_array_copy (items, arrays[i].copy, NULL);

      g_ptr_array_set_free_func (copies, arrays[i].free);
      G_STRUCT_MEMBER (GPtrArray *, copy, arrays[i].offset) = copies;
    }
  return copy;
}

/**
 * heed_case_ref:
 * @self: a case
 *
 * Returns: (transfer full): @self; safe from any thread
 */
HeedCase *
heed_case_ref (HeedCase *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

/**
 * heed_case_unref:
 * @self: (transfer full): a case
 *
 * Gives up a reference; safe from any thread.
 */
void
heed_case_unref (HeedCase *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  free_strings (self, case_strings, G_N_ELEMENTS (case_strings));
  for (guint i = 0; i < G_N_ELEMENTS (arrays); i++)
    g_ptr_array_unref (G_STRUCT_MEMBER (GPtrArray *, self, arrays[i].offset));
  g_free (self);
}
