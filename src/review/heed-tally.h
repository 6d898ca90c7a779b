/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "heed-case.h"

G_BEGIN_DECLS

/**
 * HeedTallyBasis:
 * What happened, and by which day it counts.
 */
typedef enum
{
  HEED_TALLY_RECEIVED,       /* a round began; the day it was received */
  HEED_TALLY_ACKNOWLEDGE,    /* an acknowledgement; the day it was due */
  HEED_TALLY_CLOSED,         /* a round ended; the day it was closed */
  HEED_TALLY_ISSUE,          /* an issue; the day the case was received */
  HEED_TALLY_FEEDBACK,       /* feedback; the day it was given */
  HEED_TALLY_ASKED,          /* somebody was asked for feedback; that day */
  HEED_TALLY_CONSENT,        /* permission that was waited for; the day it came */
  HEED_TALLY_ACTION,         /* a learning action; the day it was due */
  HEED_TALLY_OMBUDSMAN,      /* a referral; the day it was referred */
  HEED_TALLY_RECOMMENDATION, /* what the ombudsman recommended; the day it was due */
} HeedTallyBasis;

#define HEED_N_TALLY_BASES (HEED_TALLY_RECOMMENDATION + 1)

/**
 * HeedTallyFlags:
 * What is so of it. The first are about the case, the others each about one basis.
 */
typedef enum
{
  HEED_TALLY_COMPLAINT = 1 << 0,
  HEED_TALLY_CONCERN = 1 << 1,
  HEED_TALLY_COMPLIMENT = 1 << 2,
  HEED_TALLY_WORRY = 1 << 3, /* a complaint or a concern */
  HEED_TALLY_FIRST = 1 << 4, /* the first round */
  HEED_TALLY_DONE = 1 << 5,
  HEED_TALLY_IN_TIME = 1 << 6,
  HEED_TALLY_ANSWERED = 1 << 7, /* looked into and answered, or settled */
  HEED_TALLY_PROMISED = 1 << 8, /* there was a date for the answer */
  HEED_TALLY_FIRST_IN_TIME = 1 << 9,
  HEED_TALLY_EXTENDED = 1 << 10,
  HEED_TALLY_EARLY = 1 << 11, /* settled at once */
  HEED_TALLY_OVER_SIX_MONTHS = 1 << 12,
  HEED_TALLY_REOPENED = 1 << 13,
  HEED_TALLY_FOUND = 1 << 14, /* there is a finding */
  HEED_TALLY_UPHELD = 1 << 15,
  HEED_TALLY_PARTLY = 1 << 16,
  HEED_TALLY_NOT_UPHELD = 1 << 17,
  HEED_TALLY_UPSET = 1 << 18, /* not calm at the start */
  HEED_TALLY_CALMED = 1 << 19,
  HEED_TALLY_SAID_HEARD = 1 << 20,
  HEED_TALLY_HEARD = 1 << 21,
  HEED_TALLY_SAID_FFT = 1 << 22,
  HEED_TALLY_FFT_GOOD = 1 << 23,
  HEED_TALLY_SAID_AGAIN = 1 << 24,
  HEED_TALLY_AGAIN = 1 << 25,
  HEED_TALLY_SAID_AFFECTED = 1 << 26,
  HEED_TALLY_AFFECTED = 1 << 27,
  HEED_TALLY_PROVED = 1 << 28,
  HEED_TALLY_CHECKED = 1 << 29,
  HEED_TALLY_EFFECTIVE = 1 << 30,
} HeedTallyFlags;

/**
 * HeedTally:
 * @basis: what happened
 * @day: the day by which it counts
 * @flags: what is so of it
 * @value: working days (closed, consent; -1 not known), harm (issue; -1 not judged), the day it was
 *   done (action), the overall rating (feedback); else 0
 * @severity: of an issue; -1 not judged
 * @code: (nullable): the contact type; of issues and actions the category (hcat)
 * @stage: (nullable): of an issue, when in their care
 * @place: (nullable): service or ward
 *
 * One thing that measures count. Strings belong to the case it was computed from.
 */
typedef struct
{
  HeedTallyBasis basis;
  HeedDate       day;
  guint          flags;
  int            value;
  int            severity;
  const char    *code;
  const char    *stage;
  const char    *place;
} HeedTally;

GArray     *heed_case_compute_tallies (const HeedCase  *self,
                                       const HeedRules *rules);
guint       heed_tally_feedback_flags (const char *heard,
                                       const char *fft,
                                       const char *speak_up_again,
                                       const char *care_affected);
gboolean    heed_tally_is_open (const HeedTally *self);
const char *heed_tally_basis_get_name (HeedTallyBasis basis);

G_END_DECLS
