/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "guide/heed-guide-pane.h"
#include "heed-guide-progress.h"

G_BEGIN_DECLS

struct _HeedGuidePane
{
  AdwBin parent_instance;

  /* template */
  GtkWidget           *alert_card;
  GtkLabel            *alert_title;
  GtkLabel            *alert_say;
  GtkLabel            *alert_told;
  GtkWidget           *safe_button;
  AdwWrapBox          *chips;
  GtkBox              *lists_box;
  AdwPreferencesGroup *hand_overs_group;
  AdwToggleGroup      *end_group;
  GtkWidget           *you_card;
  GtkLabel            *you_label;
  GtkWidget           *you_buttons;
  GtkWidget           *fine_button;
  GtkWidget           *shaken_button;
  AdwPreferencesGroup *reference_group;
  AdwExpanderRow      *frame_row;

  /* owned */
  HeedSession  *session;
  HeedGuidance *guidance;
  HeedCase     *state;
  GSettings    *settings;
  GHashTable   *checklists;     /* id → HeedGuideChecklist, borrowed from lists_box */
  GHashTable   *chip_buttons;   /* id → GtkToggleButton, borrowed from chips */
  GtkWidget    *more_chip;      /* borrowed from chips */
  GPtrArray    *hand_over_rows; /* borrowed from their group */
  GPtrArray    *frame_rows;     /* borrowed from frame_row */
  char        **hints;
  char         *question;

  guint n_done;
  guint is_updating : 1;
  guint is_said_safe : 1;
  guint is_you_answered : 1;
};

/* heed-guide-pane.c */
void heed_guide_pane_perform (HeedGuidePane *self,
                              const char    *kind,
                              JsonObject    *body);
void heed_guide_pane_perform_all (HeedGuidePane *self,
                                  GPtrArray     *acts);
HeedAct *heed_guide_pane_new_act (HeedGuidePane *self,
                                  const char    *kind,
                                  JsonObject    *body);

/* heed-guide-pane-actions.c */
void heed_guide_pane_install_actions (GtkWidgetClass *widget_class);

/* heed-guide-pane-safety.c */
void heed_guide_pane_init_safety (HeedGuidePane *self);
void heed_guide_pane_update_safety (HeedGuidePane *self);
gboolean heed_guide_pane_is_alarming (HeedGuidePane *self,
                                      const char    *code);

/* heed-guide-pane-reference.c */
void heed_guide_pane_fill_reference (HeedGuidePane *self);

G_END_DECLS
