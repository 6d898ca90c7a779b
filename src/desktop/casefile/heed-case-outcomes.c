/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Fills the groups of the case page that tell what came of it: what was put right and learned, what
 * the person said afterwards, and the ombudsman. It shows; it decides nothing. */

#include "config.h"

#include "casefile/heed-case-page-private.h"

#include "heed-words.h"

static char *
join (GStrvBuilder *builder)
{
  g_auto (GStrv) parts = g_strv_builder_end (builder);

  return g_strjoinv (" · ", parts);
}

static void
add_text (GStrvBuilder *builder,
          const char   *text)
{
  if (text != NULL)
    g_strv_builder_add (builder, text);
}

/* What a day is, and the day, where there is one: "Offered: Mon 2 Nov". */
static void
add_day (HeedCasePage *self,
         GStrvBuilder *builder,
         const char   *what,
         HeedDate      day)
{
  g_autofree char *text = NULL;

  if (day == HEED_DATE_NONE)
    return;
  text = heed_words_date_near (day, heed_session_get_today (self->session));
  /* Translators: what happened, then the day, as in "Offered: Mon 2 Nov". */
  g_strv_builder_take (builder, g_strdup_printf (_ ("%s: %s"), what, text));
}

static void
show_apology (HeedCasePage *self)
{
  HeedCase  *state = self->file->state;
  HeedRules *rules = heed_session_get_rules (self->session);
  g_autoptr (GStrvBuilder) parts = g_strv_builder_new ();
  g_autofree char *subtitle = NULL;
  GtkWidget       *row;

  if (state->apology == NULL)
    return;
  add_text (parts, heed_words_code (rules, "apology-forms", state->apology_form));
  add_text (parts, state->apology_by);
  add_day (self, parts, C_ ("apology", "Given"), state->apology_on);
  subtitle = join (parts);
  row = heed_case_page_new_row (_ ("Apology"), subtitle);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             heed_case_page_new_tag (heed_words_code_brief (rules, "apology",
                                                                            state->apology),
                                                     NULL));
  heed_case_page_add_row (self, self->after_group, row);
}

static void
show_remedies (HeedCasePage *self)
{
  HeedCase  *state = self->file->state;
  HeedRules *rules = heed_session_get_rules (self->session);

  for (guint i = 0; i < state->remedies->len; i++)
    {
      const HeedRemedy *remedy = state->remedies->pdata[i];
      g_autoptr (GStrvBuilder) parts = g_strv_builder_new ();
      g_autofree char *subtitle = NULL;
      GtkWidget       *row;

      add_text (parts, remedy->text);
      add_day (self, parts, C_ ("remedy", "Offered"), remedy->offered);
      add_day (self, parts, C_ ("remedy", "Accepted"), remedy->accepted);
      add_day (self, parts, C_ ("remedy", "Delivered"), remedy->delivered);
      subtitle = join (parts);
      row = heed_case_page_new_row (heed_words_code (rules, "remedies", remedy->kind), subtitle);
      if (remedy->delivered != HEED_DATE_NONE)
        adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                                   heed_case_page_new_tag (C_ ("remedy", "Delivered"), "good"));
      else if (remedy->declined != HEED_DATE_NONE)
        adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                                   heed_case_page_new_tag (C_ ("remedy", "Declined"), NULL));
      else
        adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                                   heed_case_page_new_button (_ ("Update…"), "case.update-remedy",
                                                              remedy->number));
      heed_case_page_add_row (self, self->after_group, row);
    }
}

typedef struct
{
  const char *tag;
  const char *css_class;
  const char *button;
  const char *action;
} LearningLook;

static const LearningLook looks[] = {
  [HEED_LEARNING_OPEN] = { NULL, NULL, N_ ("Done…"), "case.learned" },
  [HEED_LEARNING_LATE] = { NC_ ("learning", "Late"), "late", N_ ("Done…"), "case.learned" },
  [HEED_LEARNING_NO_PROOF] = { NC_ ("learning", "No proof yet"), "today", N_ ("Add Proof…"),
                               "case.add-proof" },
  [HEED_LEARNING_CHECK_DUE] = { NC_ ("learning", "To be checked"), "today", N_ ("Check…"),
                                "case.learning-check" },
  [HEED_LEARNING_NOT_EFFECTIVE] = { NC_ ("learning", "Not effective"), "late", N_ ("Check…"),
                                    "case.learning-check" },
  [HEED_LEARNING_DONE] = { NC_ ("learning", "Done"), "good", NULL, NULL },
  [HEED_LEARNING_DROPPED] = { NC_ ("learning", "Dropped"), NULL, NULL, NULL },
};

static GtkWidget *
new_learning_menu (const HeedLearning *learning)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autofree char *change = g_strdup_printf ("case.learn-amend(%u)", learning->number);
  g_autofree char *check = g_strdup_printf ("case.learning-check(%u)", learning->number);
  g_autofree char *told = g_strdup_printf ("case.learning-told(%u)", learning->number);
  g_autofree char *drop = g_strdup_printf ("case.learn-drop(%u)", learning->number);
  GtkWidget       *button = gtk_menu_button_new ();

  g_menu_append (menu, _ ("_Change Action…"), change);
  if (learning->done != HEED_DATE_NONE)
    g_menu_append (menu, _ ("Check Whether It _Works…"), check);
  if (learning->told == HEED_DATE_NONE)
    g_menu_append (menu, _ ("The Person Was _Told…"), told);
  g_menu_append (menu, _ ("_Drop Action…"), drop);
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), G_MENU_MODEL (menu));
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "view-more-symbolic");
  gtk_widget_set_tooltip_text (button, _ ("Action Menu"));
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  return button;
}

static char *
dup_learning_text (HeedCasePage       *self,
                   const HeedLearning *learning)
{
  HeedRules *rules = heed_session_get_rules (self->session);
  g_autoptr (GStrvBuilder) parts = g_strv_builder_new ();

  add_text (parts, learning->owner);
  add_day (self, parts, C_ ("learning", "Due"), learning->due);
  add_text (parts, heed_words_code_brief (rules, "action-strength", learning->strength));
  add_text (parts, learning->measure);
  add_day (self, parts, C_ ("learning", "Done"), learning->done);
  add_text (parts, learning->proof);
  add_day (self, parts, C_ ("learning", "Checked"), learning->checked);
  add_text (parts, heed_words_code_brief (rules, "effectiveness", learning->effective));
  add_text (parts, learning->check_note);
  add_day (self, parts, C_ ("learning", "The person was told"), learning->told);
  add_text (parts, learning->drop_reason);
  return join (parts);
}

static void
show_learning (HeedCasePage *self)
{
  HeedCase *state = self->file->state;
  HeedDate  today = heed_session_get_today (self->session);

  for (guint i = 0; i < state->learning->len; i++)
    {
      const HeedLearning *learning = state->learning->pdata[i];
      const LearningLook *look = &looks[heed_learning_get_state (learning, today)];
      g_autofree char    *subtitle = dup_learning_text (self, learning);
      GtkWidget          *row = heed_case_page_new_row (learning->text, subtitle);

      if (look->tag != NULL)
        {
          GtkWidget *tag = heed_case_page_new_tag (
            g_dpgettext2 (GETTEXT_PACKAGE, "learning", look->tag), look->css_class);

          /* A button and a menu stand beside it, also where the page is narrow. */
          gtk_label_set_wrap (GTK_LABEL (tag), TRUE);
          gtk_label_set_natural_wrap_mode (GTK_LABEL (tag), GTK_NATURAL_WRAP_NONE);
          adw_action_row_add_suffix (ADW_ACTION_ROW (row), tag);
        }
      if (look->action != NULL)
        adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                                   heed_case_page_new_button (_ (look->button), look->action,
                                                              learning->number));
      if (learning->dropped == HEED_DATE_NONE)
        adw_action_row_add_suffix (ADW_ACTION_ROW (row), new_learning_menu (learning));
      heed_case_page_add_row (self, self->after_group, row);
    }
}

static void
show_thanks (HeedCasePage *self)
{
  HeedCase  *state = self->file->state;
  HeedRules *rules = heed_session_get_rules (self->session);
  g_autoptr (GStrvBuilder) thanked = g_strv_builder_new ();
  g_autoptr (GStrvBuilder) passed = g_strv_builder_new ();
  g_auto (GStrv) reasons = g_strsplit (state->reasons ? state->reasons : "", " ", -1);
  g_autofree char *subtitle = NULL;
  g_autofree char *when = NULL;

  if (state->thanked != HEED_DATE_NONE)
    {
      add_day (self, thanked, C_ ("thanks", "Thanked"), state->thanked);
      when = join (thanked);
      heed_case_page_add_row (self, self->after_group,
                              heed_case_page_new_row (_ ("The person was thanked"), when));
    }
  if (state->passed_to != NULL)
    {
      /* Translators: %s is a team or a ward. */
      g_autofree char *title = g_strdup_printf (_ ("Thanks passed to %s"), state->passed_to);

      for (guint i = 0; reasons[i] != NULL && *reasons[i] != '\0'; i++)
        add_text (passed, heed_words_code (rules, "compliment-reasons", reasons[i]));
      add_text (passed, state->named);
      add_day (self, passed, C_ ("thanks", "Passed on"), state->passed_on);
      subtitle = join (passed);
      heed_case_page_add_row (self, self->after_group, heed_case_page_new_row (title, subtitle));
    }
  if (state->decision != NULL)
    heed_case_page_add_row (
        self, self->after_group,
        heed_case_page_new_row (heed_words_code (rules, "suggestion-decisions", state->decision),
                                state->resolution));
}

/* What was put right and what was learned. */
static void
show_after (HeedCasePage *self)
{
  guint before = self->rows->len;

  show_apology (self);
  show_remedies (self);
  show_learning (self);
  show_thanks (self);
  gtk_widget_set_visible (GTK_WIDGET (self->after_group), self->rows->len > before);
}

static void
show_said (HeedCasePage       *self,
           const HeedFeedback *said)
{
  HeedRules *rules = heed_session_get_rules (self->session);
  g_autofree char *overall = g_strdup_printf ("%d", said->overall);
  g_autoptr (GStrvBuilder) parts = g_strv_builder_new ();
  g_autofree char *subtitle = NULL;
  g_autofree char *title = NULL;
  GtkWidget       *row;

  if (said->heard != NULL)
    /* Translators: whether somebody felt heard: fully, mostly, a little, not at all. */
    title = g_strdup_printf (_ ("Felt heard: %s"), heed_words_code (rules, "felt-heard",
                                                                    said->heard));
  add_text (parts, said->comment);
  if (said->overall > 0)
    add_text (parts, heed_words_code (rules, "overall", overall));
  add_text (parts, heed_words_code (rules, "feedback-ways", said->way));
  if (said->asked_by != NULL)
    /* Translators: who asked for feedback; %s is a name. */
    g_strv_builder_take (parts, g_strdup_printf (_ ("Asked by %s"), said->asked_by));
  add_day (self, parts, C_ ("feedback", "Said"), said->on);
  subtitle = join (parts);
  row = heed_case_page_new_row (title != NULL ? title : _ ("What They Said"), subtitle);
  if (heed_feedback_is_low (said))
    adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                               heed_case_page_new_tag (C_ ("feedback", "Look back"), "today"));
  heed_case_page_add_row (self, self->feedback_group, row);
  if (said->safe_route != NULL)
    heed_case_page_add_row (
        self, self->feedback_group,
        heed_case_page_new_row (_ ("Says that speaking up affected their care"), said->safe_route));
}

static void
show_review (HeedCasePage     *self,
             const HeedReview *review)
{
  HeedRules *rules = heed_session_get_rules (self->session);
  g_autoptr (GStrvBuilder) parts = g_strv_builder_new ();
  g_autofree char *subtitle = NULL;
  /* Translators: whether promises were kept: all of it, some of it … */
  g_autofree char *title = g_strdup_printf (_ ("Looked back: promises kept: %s"),
                                            heed_words_code_brief (rules, "promises-kept",
                                                                   review->kept));

  add_text (parts, review->note);
  if (review->you_said != NULL)
    /* Translators: what somebody said, and what was done about it. */
    g_strv_builder_take (parts, g_strdup_printf (_ ("You said: %s We did: %s"), review->you_said,
                                                 review->we_did));
  add_text (parts, review->by);
  add_day (self, parts, C_ ("review", "Looked at"), review->on);
  subtitle = join (parts);
  heed_case_page_add_row (self, self->feedback_group, heed_case_page_new_row (title, subtitle));
}

static void
show_feedback (HeedCasePage *self)
{
  HeedCase *state = self->file->state;
  guint     before = self->rows->len;

  for (guint i = 0; i < state->feedback->len; i++)
    show_said (self, state->feedback->pdata[i]);
  for (guint i = 0; i < state->reviews->len; i++)
    show_review (self, state->reviews->pdata[i]);
  if (state->feedback_asked != HEED_DATE_NONE && !state->feedback_done)
    {
      g_autoptr (GStrvBuilder) parts = g_strv_builder_new ();
      g_autofree char *when = NULL;

      add_day (self, parts, C_ ("feedback", "Asked"), state->feedback_asked);
      when = join (parts);
      heed_case_page_add_row (self, self->feedback_group,
                              heed_case_page_new_row (_ ("Waiting for their answer"), when));
    }
  if (state->feedback_why_not != NULL)
    heed_case_page_add_row (
        self, self->feedback_group,
        heed_case_page_new_row (_ ("No feedback"),
                                heed_words_code (heed_session_get_rules (self->session),
                                                 "feedback-declines", state->feedback_why_not)));
  gtk_widget_set_visible (GTK_WIDGET (self->feedback_group), self->rows->len > before);
}

static void
show_referral (HeedCasePage       *self,
               const HeedReferral *referral)
{
  HeedRules *rules = heed_session_get_rules (self->session);
  g_autoptr (GStrvBuilder) parts = g_strv_builder_new ();
  g_autofree char *subtitle = NULL;
  GtkWidget       *row;

  add_text (parts, referral->reference);
  add_text (parts, heed_words_code (rules, "ombudsman-stages", referral->stage));
  add_day (self, parts, C_ ("ombudsman", "Referred"), referral->referred);
  add_day (self, parts, C_ ("ombudsman", "Accepted"), referral->accepted);
  if (referral->papers_sent == HEED_DATE_NONE)
    add_day (self, parts, C_ ("ombudsman", "Papers due"), referral->papers_due);
  add_day (self, parts, C_ ("ombudsman", "Papers sent"), referral->papers_sent);
  add_day (self, parts, C_ ("ombudsman", "Provisional view"), referral->provisional);
  add_day (self, parts, C_ ("ombudsman", "Decided"), referral->decided);
  add_text (parts, referral->text);
  add_text (parts, referral->cost);
  subtitle = join (parts);
  row = heed_case_page_new_row (referral->body, subtitle);
  if (referral->decision != NULL)
    adw_action_row_add_suffix (
        ADW_ACTION_ROW (row),
        heed_case_page_new_tag (heed_words_code_brief (rules, "ombudsman-decisions",
                                                       referral->decision),
                                "accent"));
  heed_case_page_add_row (self, self->ombudsman_group, row);
}

static void
show_ombudsman (HeedCasePage *self)
{
  HeedCase *state = self->file->state;
  HeedDate  today = heed_session_get_today (self->session);

  for (guint i = 0; i < state->referrals->len; i++)
    show_referral (self, state->referrals->pdata[i]);
  for (guint i = 0; i < state->recommendations->len; i++)
    {
      const HeedRecommendation *met = state->recommendations->pdata[i];
      g_autoptr (GStrvBuilder) parts = g_strv_builder_new ();
      g_autofree char *subtitle = NULL;
      GtkWidget       *row;

      add_text (parts, met->owner);
      add_day (self, parts, C_ ("recommendation", "Due"), met->due);
      add_day (self, parts, C_ ("recommendation", "Met"), met->met);
      add_text (parts, met->evidence);
      subtitle = join (parts);
      row = heed_case_page_new_row (met->text, subtitle);
      if (met->met != HEED_DATE_NONE)
        adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                                   heed_case_page_new_tag (C_ ("recommendation", "Met"), "good"));
      else
        {
          if (met->due < today)
            adw_action_row_add_suffix (
                ADW_ACTION_ROW (row),
                heed_case_page_new_tag (C_ ("recommendation", "Late"), "late"));
          adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                                     heed_case_page_new_button (_ ("Met…"), "case.recommend-met",
                                                                met->number));
        }
      heed_case_page_add_row (self, self->ombudsman_group, row);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->ombudsman_group), state->referrals->len > 0);
}

/* Shows what came of the loaded case. */
void
heed_case_page_show_outcomes (HeedCasePage *self)
{
  show_after (self);
  show_feedback (self);
  show_ombudsman (self);
}
