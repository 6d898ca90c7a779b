/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "heed-act-kinds.h"
#include "heed-clock.h"

G_BEGIN_DECLS

#define HEED_TYPE_CASE (heed_case_get_type ())

/**
 * HeedIssue:
 * One point complained about. Numbered from 1 in the order they were named.
 */
typedef struct
{
  guint     number;
  char     *text;
  char     *category;       /* hcat */
  int       severity;       /* 0-3; -1 not judged */
  int       harm;           /* 0-5; -1 not judged */
  char     *care_stage;     /* care-stages */
  char     *place;          /* service or ward, as the organisation names it */
  HeedDate  happened;
  char     *finding;        /* findings; NULL until found */
  char     *evidence;
  char     *should_have;    /* what should have happened */
  char     *factors;        /* contributory-factors, space-separated */
} HeedIssue;

typedef struct
{
  char     *text;
  HeedDate  done;
} HeedWant;

/**
 * HeedPromise:
 * A date by which the person will have an answer, and how it came about.
 */
typedef struct
{
  HeedDate  by;
  gboolean  with_person;    /* agreed with them; else set for them */
  char     *reason;         /* of an extension */
  char     *made_by;
  HeedDate  made_on;
} HeedPromise;

typedef struct
{
  HeedDate  from;
  HeedDate  to;
  char     *reason;         /* pause-reasons */
  char     *note;
  char     *by;
} HeedCasePause;

typedef struct
{
  guint     number;
  char     *kind;           /* remedies */
  char     *text;
  HeedDate  offered;
  HeedDate  accepted;
  HeedDate  delivered;
  HeedDate  declined;
} HeedRemedy;

/**
 * HeedLearning:
 * A learning action. It is closed only when it is done and something shows it; whether it works is
 * looked at twice, about three and six months later.
 */
typedef struct
{
  guint     number;
  char     *text;
  char     *owner;
  char     *strength;       /* action-strength */
  char     *measure;        /* of success */
  HeedDate  due;
  HeedDate  done;
  char     *proof;          /* NULL until something shows that it was done */
  HeedDate  checked;        /* the last time */
  char     *effective;      /* effectiveness, at the last check */
  char     *check_note;
  HeedDate  told;           /* the person who complained was told */
  HeedDate  dropped;
  char     *drop_reason;
} HeedLearning;

/**
 * HeedResourceGiven:
 * A place that helps, which the person was told of.
 */
typedef struct
{
  char     *id;             /* of the resource; NULL if it is none that Heed knows */
  char     *name;
  HeedDate  given;
} HeedResourceGiven;

/**
 * HeedLearningState:
 * @HEED_LEARNING_OPEN: to be done
 * @HEED_LEARNING_LATE: to be done, and its day has passed
 * @HEED_LEARNING_NO_PROOF: done, but nothing shows it yet
 * @HEED_LEARNING_CHECK_DUE: done and shown; time to look whether it works
 * @HEED_LEARNING_NOT_EFFECTIVE: looked at; it does not work, or only partly
 * @HEED_LEARNING_DONE: done, shown, and nothing more to do now
 * @HEED_LEARNING_DROPPED: given up, with a reason
 */
typedef enum
{
  HEED_LEARNING_OPEN,
  HEED_LEARNING_LATE,
  HEED_LEARNING_NO_PROOF,
  HEED_LEARNING_CHECK_DUE,
  HEED_LEARNING_NOT_EFFECTIVE,
  HEED_LEARNING_DONE,
  HEED_LEARNING_DROPPED,
} HeedLearningState;

/**
 * HeedFeedback:
 * What the person said about how their complaint was handled.
 */
typedef struct
{
  guint     round;          /* of the case */
  HeedDate  on;
  char     *way;            /* feedback-ways */
  char     *asked_by;       /* who asked, where somebody did */
  char     *by;             /* who entered it */
  char     *survey;
  char     *survey_version;
  char     *answers;        /* "listened=4 again=5"; see heed_feedback_get_answer() */
  char     *heard;          /* felt-heard */
  int       overall;        /* 1-5; 0 not said */
  char     *fft;            /* fft */
  char     *speak_up_again; /* yes-no-unsure */
  char     *care_affected;  /* yes-no-unsure */
  char     *safe_route;     /* who will speak with them about it */
  char     *comment;
} HeedFeedback;

/**
 * HeedReview:
 * A look back at a closed case: what was promised beside what was done.
 */
typedef struct
{
  guint     round;
  HeedDate  on;
  char     *by;
  char     *kept;           /* promises-kept */
  char     *note;
  char     *themes;         /* hcat, space-separated */
  char     *you_said;
  char     *we_did;
  gboolean  publishable;
} HeedReview;

/**
 * HeedReferral:
 * What the ombudsman, or whatever the next body is called, has to do with the case.
 */
typedef struct
{
  guint     number;
  char     *body;
  char     *reference;      /* theirs */
  char     *told_by;
  HeedDate  referred;
  HeedDate  accepted;
  char     *stage;          /* ombudsman-stages */
  HeedDate  papers_due;
  HeedDate  papers_sent;
  HeedDate  provisional;    /* their provisional view */
  HeedDate  decided;
  char     *decision;       /* ombudsman-decisions */
  char     *text;           /* of the decision, in short */
  char     *cost;
} HeedReferral;

typedef struct
{
  guint     number;
  char     *text;
  char     *owner;
  HeedDate  due;
  HeedDate  met;
  char     *evidence;
} HeedRecommendation;

typedef struct
{
  gint64    other;          /* register id of the other case */
  char     *relation;       /* "duplicate" or "related" */
} HeedLink;

/**
 * HeedSituation:
 * What somebody said the situation is: "bereaved", "interpreter" …
 */
typedef struct
{
  char     *id;             /* of a situation in the guidance */
  char     *text;           /* what it was called */
  char     *by;
  gint64    at;
} HeedSituation;

/**
 * HeedTick:
 * What was noted for an item of a checklist: that it was done, or why it does not apply.
 */
typedef struct
{
  char     *item;           /* its id in the guidance, as in "listen.safety" */
  char     *text;           /* its words as they were then */
  char     *version;        /* of the list */
  char     *evidence;
  char     *reason;         /* why it does not apply */
  char     *by;
  gint64    at;
  guint     round;          /* number of the round it was noted in */
  gboolean  not_applicable;
} HeedTick;

/**
 * HeedDanger:
 * That somebody was unsafe, and who was told.
 */
typedef struct
{
  char     *what;           /* dangers */
  char     *told;
  char     *text;
  char     *by;
  gint64    told_at;
} HeedDanger;

/**
 * HeedHandOver:
 * Something urgent put into other hands; open until somebody accepts it.
 */
typedef struct
{
  guint     number;
  char     *to;
  char     *reason;
  char     *situation;      /* id of the situation it is for */
  char     *by;
  char     *accepted_by;    /* NULL while open */
  gint64    at;
  gint64    accepted_at;
} HeedHandOver;

/**
 * HeedLetterSent:
 * A letter as it went out.
 */
typedef struct
{
  char     *letter;         /* letters */
  char     *to;             /* letter-recipients */
  char     *how;            /* channels */
  char     *text;           /* exactly as sent */
  char     *checksum;       /* SHA-256 of the PDF; NULL if there was none */
  HeedDate  on;
  guint     round;
} HeedLetterSent;

/**
 * HeedRound:
 * One run from receipt to closing. Reopening begins another and keeps this one as it was.
 */
typedef struct
{
  guint     number;
  HeedDate  received;
  HeedDate  formal;         /* the day it was or became a complaint */
  HeedDate  acknowledged;
  HeedDate  resolved;
  HeedDate  closed;
  char     *ending;         /* endings */
  char     *outcome;        /* findings, rolled up */
  GPtrArray *promises;      /* HeedPromise, of a round that is past; NULL in the present one */
  GPtrArray *pauses;        /* HeedCasePause, likewise */
} HeedRound;

/**
 * HeedCase:
 *
 * The state of a case: the fold of its acts by heed_case_apply(). Immutable and reference-counted;
 * may cross threads. Read its fields, never write them.
 */
struct _HeedCase
{
  /* where it stands */
  gint64      id;
  char       *reference;
  guint       seq;
  HeedStage   stage;
  char       *type;             /* contact-types */
  char       *ending;           /* endings; NULL while open */
  char       *outcome;          /* findings, rolled up; NULL until resolved */
  char       *owner;
  gboolean    hold;
  gint64      duplicate_of;
  HeedStage   merged_from;      /* its stage before it was merged */

  /* the rules it was received under */
  char       *profile;
  char       *profile_version;
  char       *zone;
  char       *site;

  /* how it came */
  HeedDate    received;
  gint64      logged_at;
  gint64      last_act_at;
  char       *taken_by;
  char       *channel;          /* channels */
  char       *words;
  char       *did;              /* what was done at once */
  char       *place;
  char       *happened;         /* when, as they tell it */
  GPtrArray  *wants;            /* HeedWant */

  /* who */
  char       *person;           /* person id; NULL when anonymous */
  char       *patient;          /* person id of the patient where it is somebody else */
  char       *relationship;     /* relationships */
  char       *authority;        /* authority */
  HeedDate    authority_asked;  /* the patient's permission was asked for */
  HeedDate    authority_given;  /* it came after it was asked for */
  char       *feeling_start;    /* feelings */
  char       *feeling_now;
  char       *feeling_end;      /* of the last conversation that was asked about */
  char       *language;
  gboolean    interpreter;
  char       *format;           /* formats */
  char       *needs;            /* other communication needs */
  char       *contact_when;     /* when it suits them, in words */
  char       *no_contact_why;
  HeedDate    no_contact_from;  /* first and last day on which they are left in peace */
  HeedDate    no_contact_to;
  gboolean    needs_asked;      /* whether they were asked what they need */
  char       *interpreter_state; /* interpreter-states; NULL if nothing was arranged */
  char       *interpreter_who;

  /* what was done */
  char       *safety;           /* safety */
  gboolean    reference_given;
  char       *plan;
  char       *acknowledged_how; /* channels */
  char       *resolution;       /* what they were told */
  char       *resolved_how;
  char       *apology;          /* apology */
  char       *apology_form;     /* apology-forms */
  char       *apology_by;
  HeedDate    apology_on;
  char       *apology_elements; /* apology-elements, space-separated */
  gboolean    next_step_told;
  char       *no_learning_reason;
  HeedDate    listened;
  HeedDate    last_update;      /* last contact out that reached them */
  guint       n_contacts;
  gboolean    feedback_done;    /* in this round */
  gboolean    feedback_consent; /* they said that they may be asked */
  HeedDate    feedback_asked;   /* in this round */
  HeedDate    feedback_declined;
  char       *feedback_why_not; /* feedback-declines */
  HeedDate    thanked;
  HeedDate    passed_on;        /* thanks, to the team */
  char       *passed_to;
  char       *reasons;          /* compliment-reasons, space-separated */
  char       *named;            /* whom they thank */
  char       *decision;         /* suggestion-decisions */
  GPtrArray  *issues;           /* HeedIssue */
  GPtrArray  *flags;            /* char * */
  GPtrArray  *support;          /* char *, support */
  GPtrArray  *needs_steps;      /* char *, needs-steps */
  GPtrArray  *resources;        /* HeedResourceGiven */
  GPtrArray  *promises;         /* HeedPromise, first to last */
  GPtrArray  *pauses;           /* HeedCasePause */
  GPtrArray  *remedies;         /* HeedRemedy */
  GPtrArray  *learning;         /* HeedLearning */
  GPtrArray  *feedback;         /* HeedFeedback, first to last */
  GPtrArray  *reviews;          /* HeedReview, first to last */
  GPtrArray  *referrals;        /* HeedReferral */
  GPtrArray  *recommendations;  /* HeedRecommendation */
  GPtrArray  *links;            /* HeedLink */
  GPtrArray  *letters;          /* HeedLetterSent, first to last */
  GPtrArray  *rounds;           /* HeedRound */

  /* with the guide */
  char       *guidance_version; /* of the list last worked with */
  GPtrArray  *situations;       /* HeedSituation, those that are so now */
  GPtrArray  *ticks;            /* HeedTick, of all rounds */
  GPtrArray  *dangers;          /* HeedDanger */
  GPtrArray  *hand_overs;       /* HeedHandOver */

  /*< private >*/
  gatomicrefcount ref_count;
};

GType             heed_case_get_type        (void) G_GNUC_CONST;
HeedCase         *heed_case_ref             (HeedCase         *self);
void              heed_case_unref           (HeedCase         *self);

HeedCase         *heed_case_apply           (const HeedCase   *before,
                                             const HeedAct    *act,
                                             const HeedRules  *rules,
                                             GError          **error);
HeedCase         *heed_case_fold            (GPtrArray        *acts,
                                             const HeedRules  *rules,
                                             GError          **error);
gboolean          heed_act_check            (const HeedAct    *act,
                                             const HeedRules  *rules,
                                             GError          **error);
gboolean          heed_act_check_person     (JsonObject       *person,
                                             const char       *fact,
                                             GError          **error);
const char       *heed_act_person_get_id    (JsonObject       *person);
HeedAct          *heed_act_complete         (const HeedAct    *act,
                                             const HeedRules  *rules);
char            **heed_case_dup_missing     (const HeedCase   *self,
                                             const HeedAct    *act,
                                             const HeedRules  *rules);
gboolean          heed_case_allows          (const HeedCase   *self,
                                             const char       *kind);
HeedAct          *heed_case_new_inverse     (const HeedCase   *before,
                                             const HeedAct    *act,
                                             const HeedActContext *context);

const HeedRound  *heed_case_get_round       (const HeedCase   *self);
const HeedIssue  *heed_case_get_issue       (const HeedCase   *self,
                                             guint             number);
gboolean          heed_case_has_flag        (const HeedCase   *self,
                                             const char       *flag);
gboolean          heed_case_has_support     (const HeedCase   *self,
                                             const char       *support);
gboolean          heed_case_has_needs       (const HeedCase   *self);
gboolean          heed_case_did_needs_step  (const HeedCase   *self,
                                             const char       *step);
gboolean          heed_case_is_left_in_peace (const HeedCase  *self,
                                             HeedDate          day);
gboolean          heed_case_has_situation   (const HeedCase   *self,
                                             const char       *id);
const HeedTick   *heed_case_find_tick       (const HeedCase   *self,
                                             const char       *item);
guint             heed_case_get_n_open_hand_overs (const HeedCase *self);
gboolean          heed_case_may_send_letter (const HeedCase   *self,
                                             const char       *letter,
                                             const char       *to);
const HeedLetterSent *heed_case_get_letter  (const HeedCase   *self,
                                             const char       *letter);
gboolean          heed_case_is_paused       (const HeedCase   *self);
const HeedPromise *heed_case_get_promise    (const HeedCase   *self);
int               heed_case_get_severity    (const HeedCase   *self);
const char       *heed_case_get_category    (const HeedCase   *self);
const char       *heed_case_get_place       (const HeedCase   *self);
char             *heed_case_dup_fact        (const HeedCase   *self,
                                             const char       *fact);

HeedLearningState heed_learning_get_state   (const HeedLearning *self,
                                             HeedDate          today);
HeedDate          heed_learning_get_check_due (const HeedLearning *self);
int               heed_feedback_get_answer  (const HeedFeedback *self,
                                             const char       *question);
gboolean          heed_feedback_is_low      (const HeedFeedback *self);
const HeedFeedback *heed_case_get_feedback  (const HeedCase   *self);
const HeedReview *heed_case_get_review      (const HeedCase   *self);
const HeedReferral *heed_case_get_referral  (const HeedCase   *self);
gboolean          heed_case_may_ask_feedback (const HeedCase  *self);

GPtrArray        *heed_case_compute_clocks  (const HeedCase   *self,
                                             const HeedRules  *rules,
                                             HeedDate          today);
GPtrArray        *heed_case_compute_round_clocks (const HeedCase *self,
                                             const HeedRound  *run,
                                             const HeedRules  *rules,
                                             HeedDate          today);
const HeedClock  *heed_clocks_get_next      (GPtrArray        *clocks,
                                             HeedStage         stage);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HeedCase, heed_case_unref)

G_END_DECLS
