/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Control charts in words: what a point is, and what the whole says in one or two plain sentences,
 * so that nobody takes an ordinary month for news. Reads the chart and computes nothing. */

#include "config.h"

#include "heed-words-review.h"

#define MANY_NAMES 2 /* so many points that stood out are named; of more, the number */

/**
 * heed_words_spc_kind:
 * @kind: a kind of chart
 *
 * Returns: (transfer none): what it is called
 */
const char *
heed_words_spc_kind (HeedSpcKind kind)
{
  switch (kind)
    {
    case HEED_SPC_P:
      return _ ("p chart");
    case HEED_SPC_U:
      return _ ("u chart");
    case HEED_SPC_C:
      return _ ("c chart");
    case HEED_SPC_T:
      return _ ("t chart");
    case HEED_SPC_XMR:
    default:
      return _ ("XmR chart");
    }
}

/**
 * heed_words_spc_reason:
 * @reason: why a kind of chart was chosen
 *
 * Returns: (transfer none): one sentence
 */
const char *
heed_words_spc_reason (HeedSpcReason reason)
{
  switch (reason)
    {
    case HEED_SPC_REASON_SMALL_SHARE:
      return _ ("Few people in each month: the usual range is worked out from how many there were "
                "(p chart).");
    case HEED_SPC_REASON_SMALL_RATE:
      return _ ("Few in each month, and the activity changes: the usual range follows the activity "
                "(u chart).");
    case HEED_SPC_REASON_SMALL_COUNT:
      return _ ("Few in each month: the usual range is worked out from the counts themselves "
                "(c chart).");
    case HEED_SPC_REASON_RARE:
      return _ ("Most months have none: the days between them are shown instead (t chart).");
    case HEED_SPC_REASON_ENOUGH:
    default:
      return _ ("The usual range comes from how much one month differs from the next (XmR chart).");
    }
}

/**
 * heed_words_spc_cause:
 * @cause: why a point stands out
 *
 * Returns: (transfer none): a phrase
 */
const char *
heed_words_spc_cause (HeedSpcCause cause)
{
  switch (cause)
    {
    case HEED_SPC_ABOVE_LIMIT:
      return _ ("Above the usual range");
    case HEED_SPC_BELOW_LIMIT:
      return _ ("Below the usual range");
    case HEED_SPC_RISING:
      return _ ("Part of a steady rise");
    case HEED_SPC_FALLING:
      return _ ("Part of a steady fall");
    case HEED_SPC_NEAR_UPPER:
      return _ ("Two of three near the top of the usual range");
    case HEED_SPC_NEAR_LOWER:
      return _ ("Two of three near the bottom of the usual range");
    case HEED_SPC_RUN_ABOVE:
      return _ ("Seven or more in a row above the average");
    case HEED_SPC_RUN_BELOW:
      return _ ("Seven or more in a row below the average");
    case HEED_SPC_COMMON:
    default:
      return _ ("Ordinary variation");
    }
}

/**
 * heed_words_spc_verdict:
 * @variation: what the last point means
 * @improvement: which way is better
 *
 * Returns: (transfer none): one word for a tag
 */
const char *
heed_words_spc_verdict (HeedSpcVariation variation,
                        HeedImprovement  improvement)
{
  switch (variation)
    {
    case HEED_SPC_IMPROVEMENT:
      return C_ ("measure", "Better");
    case HEED_SPC_CONCERN:
      return C_ ("measure", "Worse");
    case HEED_SPC_NEUTRAL_HIGH:
      return C_ ("measure", "Higher");
    case HEED_SPC_NEUTRAL_LOW:
      return C_ ("measure", "Lower");
    case HEED_SPC_ORDINARY:
    default:
      return C_ ("measure", "Unchanged");
    }
}

/**
 * heed_words_spc_target:
 * @assurance: whether the target will be met
 *
 * Returns: (transfer none) (nullable): one sentence; %NULL without a target
 */
const char *
heed_words_spc_target (HeedSpcAssurance assurance)
{
  switch (assurance)
    {
    case HEED_SPC_PASSES:
      return _ ("As things stand, the target will be met each time.");
    case HEED_SPC_FAILS:
      return _ ("As things stand, the target will not be met: something has to change.");
    case HEED_SPC_HIT_OR_MISS:
      return _ ("As things stand, the target will be met at times and missed at times.");
    case HEED_SPC_NO_TARGET:
    default:
      return NULL;
    }
}

/* Where the stretch that the last point belongs to begins. */
static guint
find_stretch (const HeedSpc *self)
{
  guint first = self->n_points - 1;

  while (first > 0 && self->points[first - 1].group == self->points[first].group
         && self->points[first - 1].variation == self->variation)
    first--;
  return first;
}

static char *
stretch_words (const HeedSpc *self,
               const char    *since)
{
  switch (self->variation)
    {
    case HEED_SPC_IMPROVEMENT:
      /* Translators: the %s is a month or a day, as in "April 2026" */
      return g_strdup_printf (_ ("Better since %s, and not by chance."), since);
    case HEED_SPC_CONCERN:
      /* Translators: the %s is a month or a day, as in "April 2026" */
      return g_strdup_printf (_ ("Worse since %s, and not by chance."), since);
    case HEED_SPC_NEUTRAL_HIGH:
      /* Translators: the %s is a month or a day, as in "April 2026" */
      return g_strdup_printf (_ ("Higher since %s, and not by chance."), since);
    case HEED_SPC_NEUTRAL_LOW:
      /* Translators: the %s is a month or a day, as in "April 2026" */
      return g_strdup_printf (_ ("Lower since %s, and not by chance."), since);
    case HEED_SPC_ORDINARY:
    default:
      return g_strdup (_ ("The ups and downs are ordinary."));
    }
}

/* What lay outside the limits before the last stretch; NULL where nothing did. */
static char *
outside_words (const HeedSpc     *self,
               const char *const *labels,
               guint              end)
{
  const char *names[MANY_NAMES] = { NULL };
  guint       n_outside = 0;

  for (guint i = 0; i < end; i++)
    if (self->points[i].outside)
      {
        if (n_outside < MANY_NAMES)
          names[n_outside] = labels[i];
        n_outside++;
      }
  if (n_outside == 0)
    return NULL;
  if (n_outside == 1)
    /* Translators: the %s is a month or a day, as in "January 2026" */
    return g_strdup_printf (_ ("%s stood out."), names[0]);
  if (n_outside == 2)
    /* Translators: each %s is a month or a day, as in "January 2026" */
    return g_strdup_printf (_ ("%s and %s stood out."), names[0], names[1]);
  return g_strdup_printf (ngettext ("%u point stood out.", "%u points stood out.", n_outside),
                          n_outside);
}

/**
 * heed_words_spc_reading:
 * @self: a chart
 * @labels: (array): what each point is called, as in "April 2026"
 *
 * Says what a chart shows: whether the last points are ordinary, better or worse, since when, and
 * which stood out before.
 *
 * Returns: (transfer full): one to three sentences
 */
char *
heed_words_spc_reading (const HeedSpc     *self,
                        const char *const *labels)
{
  g_autoptr (GStrvBuilder) sentences = g_strv_builder_new ();
  g_auto (GStrv) all = NULL;
  guint end = self->n_points;
  char *outside;

  if (self->n_points == 0)
    return g_strdup (_ ("There is nothing to show yet."));
  if (self->variation == HEED_SPC_ORDINARY && self->n_points < HEED_SPC_TOO_FEW)
    return g_strdup_printf (ngettext ("%u point so far: too little to tell news from ups and downs.",
                                      "%u points so far: too few to tell news from ups and downs.",
                                      self->n_points),
                            self->n_points);
  if (self->variation == HEED_SPC_ORDINARY)
    g_strv_builder_take (sentences, stretch_words (self, NULL));
  else
    {
      end = find_stretch (self);
      if (end + 1 == self->n_points)
        /* Translators: the %s is a month or a day, as in "January 2026" */
        g_strv_builder_take (sentences, g_strdup_printf (_ ("%s stands out."), labels[end]));
      else
        g_strv_builder_take (sentences, stretch_words (self, labels[end]));
    }
  outside = outside_words (self, labels, end);
  if (outside != NULL)
    g_strv_builder_take (sentences, outside);
  if (self->n_base < HEED_SPC_FEW)
    g_strv_builder_take (
        sentences,
        g_strdup_printf (ngettext ("The usual range rests on %u point only and may still move.",
                                   "The usual range rests on %u points only and may still move.",
                                   self->n_base),
                         self->n_base));
  all = g_strv_builder_end (sentences);
  return g_strjoinv (" ", all);
}
