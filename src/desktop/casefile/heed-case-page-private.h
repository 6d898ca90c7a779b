/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "casefile/heed-case-page.h"
#include "casefile/heed-stage-bar.h"
#include "casefile/heed-timeline.h"
#include "guide/heed-guide-pane.h"

G_BEGIN_DECLS

struct _HeedCasePage
{
  AdwNavigationPage parent_instance;

  /* template */
  AdwWindowTitle      *window_title;
  AdwToastOverlay     *toasts;
  GtkStack            *stack;
  AdwStatusPage       *status_page;
  HeedStageBar        *stage_bar;
  GtkLabel            *words_label;
  GtkLabel            *words_caption;
  AdwPreferencesGroup *wants_group;
  AdwPreferencesGroup *issues_group;
  AdwPreferencesGroup *people_group;
  AdwPreferencesGroup *dates_group;
  AdwPreferencesGroup *after_group;
  AdwPreferencesGroup *feedback_group;
  AdwPreferencesGroup *ombudsman_group;
  HeedTimeline        *timeline;
  GtkButton           *primary_button;
  GtkButton           *pause_button;
  AdwWrapBox          *flags_box;
  AdwOverlaySplitView *split_view;
  HeedGuidePane       *guide_pane;

  /* owned */
  HeedSession  *session;
  HeedCaseFile *file;
  GCancellable *cancellable;
  HeedAct      *done; /* what is to be told once the case is shown as it is after it */
  HeedAct      *undo; /* what the button of the last toast performs */
  GPtrArray    *rows; /* rows that the view put into groups */

  gint64 case_id;
  guint  has_previous : 1;
  guint  has_next : 1;
};

/* heed-case-page-view.c */
void        heed_case_page_show_file (HeedCasePage *self);
const char *heed_case_page_get_name (HeedCasePage *self);

void        heed_case_page_add_row    (HeedCasePage        *self,
                                       AdwPreferencesGroup *group,
                                       GtkWidget           *row);
GtkWidget  *heed_case_page_new_row    (const char          *title,
                                       const char          *subtitle);
GtkWidget  *heed_case_page_new_tag    (const char          *text,
                                       const char          *css_class);
GtkWidget  *heed_case_page_new_button (const char          *label,
                                       const char          *action,
                                       guint                number);

/* heed-case-outcomes.c */
void        heed_case_page_show_outcomes (HeedCasePage *self);

/* heed-case-needs.c */
GtkWidget  *heed_case_needs_row_new (const HeedCase  *state,
                                     const HeedRules *rules);

/* heed-case-page-actions.c */
void heed_case_page_install_actions (GtkWidgetClass *widget_class);
void heed_case_page_update_actions (HeedCasePage *self);
void heed_case_page_show_done (HeedCasePage *self);
void heed_case_page_perform (HeedCasePage *self,
                             HeedAct      *act);

/* heed-case-page-guide.c */
void heed_case_page_install_guide (GtkWidgetClass *widget_class);
void heed_case_page_init_guide (HeedCasePage *self);

/* heed-case-page.c */
void heed_case_page_reload (HeedCasePage *self);
void heed_case_page_show_error (HeedCasePage *self,
                                const GError *error);

G_END_DECLS
