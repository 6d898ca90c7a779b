/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The guide pane: situations, checklists and their progress, handovers. It shows what the case
 * tells and emits the acts that somebody asks for; whether they are allowed the case decides.
 * Situations are suggested, never switched on. */

#include "config.h"

#include "guide/heed-guide-pane-private.h"

#include "guide/heed-guide-checklist.h"
#include "heed-words.h"

/* So many situations are offered before somebody asks for all. */
#define N_FIRST_CHIPS 6

enum
{
  SIGNAL_PERFORM,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HeedGuidePane, heed_guide_pane, ADW_TYPE_BIN)

/* Acts */

HeedAct *
heed_guide_pane_new_act (HeedGuidePane *self,
                         const char    *kind,
                         JsonObject    *body)
{
  HeedActContext context = heed_session_get_context (self->session);

  return heed_act_new (kind, &context, self->state->id, self->state->id != 0 ? self->state->seq : 0,
                       body);
}

void
heed_guide_pane_perform_all (HeedGuidePane *self,
                             GPtrArray     *acts)
{
  g_signal_emit (self, signals[SIGNAL_PERFORM], 0, acts);
}

void
heed_guide_pane_perform (HeedGuidePane *self,
                         const char    *kind,
                         JsonObject    *body)
{
  g_autoptr (GPtrArray) acts = g_ptr_array_new_with_free_func ((GDestroyNotify) heed_act_unref);

  g_ptr_array_add (acts, heed_guide_pane_new_act (self, kind, body));
  heed_guide_pane_perform_all (self, acts);
}

/* Situations */

static char **
dup_suggested (HeedGuidePane *self)
{
  g_auto (GStrv) codes = heed_guidance_dup_codes (self->state);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) all = NULL;

  g_strv_builder_addv (builder, (const char **) codes);
  if (self->hints != NULL)
    g_strv_builder_addv (builder, (const char **) self->hints);
  all = g_strv_builder_end (builder);
  return heed_guidance_suggest (self->guidance, (const char *const *) all);
}

static void
chip_toggled_cb (HeedGuidePane   *self,
                 GtkToggleButton *chip)
{
  const char *id = g_object_get_data (G_OBJECT (chip), "situation");
  const HeedGuideList *list = heed_guidance_find (self->guidance, id);
  gboolean is_on = gtk_toggle_button_get_active (chip);
  g_autoptr (JsonObject) body = json_object_new ();
  g_auto (GStrv) suggested = NULL;

  if (self->is_updating || self->state == NULL)
    return;
  json_object_set_string_member (body, "situation", id);
  json_object_set_string_member (body, "text", list->name);
  if (is_on)
    {
      suggested = dup_suggested (self);
      json_object_set_string_member (body, "version", list->version);
      json_object_set_boolean_member (body, "suggested",
                                      g_strv_contains ((const char *const *) suggested, id));
    }
  heed_guide_pane_perform (self, is_on ? "situation" : "situation-end", body);
}

static void update_chips (HeedGuidePane *self);

static void
more_toggled_cb (HeedGuidePane *self)
{
  if (!self->is_updating)
    update_chips (self);
}

static GtkWidget *
new_chip (const char *label)
{
  GtkWidget *chip = gtk_toggle_button_new ();
  GtkWidget *text = gtk_label_new (label);

  gtk_label_set_wrap (GTK_LABEL (text), TRUE);
  gtk_button_set_child (GTK_BUTTON (chip), text);
  gtk_widget_add_css_class (chip, "chip");
  return chip;
}

static void
fill_chips (HeedGuidePane *self)
{
  GPtrArray *situations = heed_guidance_get_lists (self->guidance, HEED_GUIDE_SITUATION);

  for (guint i = 0; i < situations->len; i++)
    {
      const HeedGuideList *list = situations->pdata[i];
      GtkWidget *chip = new_chip (_ (list->brief));

      g_object_set_data (G_OBJECT (chip), "situation", list->id);
      gtk_widget_set_tooltip_text (chip, _ (list->name));
      g_signal_connect_object (chip, "toggled", G_CALLBACK (chip_toggled_cb), self,
                               G_CONNECT_SWAPPED);
      adw_wrap_box_append (self->chips, chip);
      g_hash_table_insert (self->chip_buttons, list->id, chip);
    }
  self->more_chip = new_chip (_ ("More…"));
  gtk_widget_set_tooltip_text (self->more_chip, _ ("Show All Situations"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->more_chip), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("More situations"), -1);
  g_signal_connect_object (self->more_chip, "toggled", G_CALLBACK (more_toggled_cb), self,
                           G_CONNECT_SWAPPED);
  adw_wrap_box_append (self->chips, self->more_chip);
}

static void
update_chip (HeedGuidePane       *self,
             const HeedGuideList *list,
             gboolean             is_suggested,
             gboolean             is_first)
{
  GtkWidget  *chip = g_hash_table_lookup (self->chip_buttons, list->id);
  gboolean    is_on = heed_case_has_situation (self->state, list->id);
  gboolean    is_offered = is_suggested && !is_on;
  gboolean    is_all = gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->more_chip));
  g_autofree char *text = NULL;

  if (is_offered)
    /* Translators: a situation that the guide suggests, as in “Bereaved?” */
    text = g_strdup_printf (_ ("%s?"), _ (list->brief));
  gtk_label_set_text (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (chip))),
                      text != NULL ? text : _ (list->brief));
  gtk_accessible_update_property (GTK_ACCESSIBLE (chip), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ (list->brief), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  is_offered ? _ ("Suggested") : "", -1);
  if (is_offered)
    gtk_widget_add_css_class (chip, "offered");
  else
    gtk_widget_remove_css_class (chip, "offered");
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (chip), is_on);
  gtk_widget_set_visible (chip, is_on || is_suggested || is_first || is_all);
}

static void
update_chips (HeedGuidePane *self)
{
  GPtrArray *situations = heed_guidance_get_lists (self->guidance, HEED_GUIDE_SITUATION);
  g_auto (GStrv) suggested = dup_suggested (self);

  self->is_updating = TRUE;
  for (guint i = 0; i < situations->len; i++)
    {
      const HeedGuideList *list = situations->pdata[i];

      update_chip (self, list, g_strv_contains ((const char *const *) suggested, list->id),
                   i < N_FIRST_CHIPS);
    }
  self->is_updating = FALSE;
}

/* Checklists */

/* Puts the checklists that are wanted now in order; those that stay are left as they are. */
static void
arrange_checklists (HeedGuidePane *self,
                    GPtrArray     *active)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->lists_box));
  GtkWidget *last = NULL;

  while (child != NULL)
    {
      GtkWidget *next = gtk_widget_get_next_sibling (child);
      const HeedGuideList *list = heed_guide_checklist_get_list (HEED_GUIDE_CHECKLIST (child));

      if (!g_ptr_array_find (active, list, NULL))
        {
          g_hash_table_remove (self->checklists, list->id);
          gtk_box_remove (self->lists_box, child);
        }
      child = next;
    }
  for (guint i = 0; i < active->len; i++)
    {
      const HeedGuideList *list = active->pdata[i];
      GtkWidget *checklist = g_hash_table_lookup (self->checklists, list->id);

      if (checklist == NULL)
        {
          checklist = heed_guide_checklist_new (self->session, list);
          gtk_box_append (self->lists_box, checklist);
          g_hash_table_insert (self->checklists, list->id, checklist);
        }
      gtk_box_reorder_child_after (self->lists_box, checklist, last);
      last = checklist;
    }
}

static void
update_checklists (HeedGuidePane *self,
                   gboolean       is_same_case)
{
  g_autoptr (GPtrArray) active = heed_guidance_get_active (self->guidance, self->state);
  guint n_done = 0, n_items = 0;

  arrange_checklists (self, active);
  for (guint i = 0; i < active->len; i++)
    {
      const HeedGuideList *list = active->pdata[i];
      HeedGuideProgress progress = heed_guide_checklist_update (
        g_hash_table_lookup (self->checklists, list->id), self->state);

      n_done += progress.done;
      n_items += progress.total;
    }
  if (is_same_case && n_done != self->n_done && gtk_widget_get_mapped (GTK_WIDGET (self)))
    {
      /* Translators: how many items of the checklists are done */
      g_autofree char *text = g_strdup_printf (_ ("%u of %u done"), n_done, n_items);

      gtk_accessible_announce (GTK_ACCESSIBLE (self), text,
                               GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
    }
  self->n_done = n_done;
}

/* Handovers */

static GtkWidget *
new_hand_over_row (const HeedHandOver *hand_over)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *subtitle = NULL;

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), hand_over->to);
  if (hand_over->accepted_by != NULL)
    /* Translators: %s is who accepted a handover */
    subtitle = g_strdup_printf (_ ("Accepted by %s"), hand_over->accepted_by);
  else
    /* Translators: %s is who handed over and is still responsible */
    subtitle = g_strdup_printf (_ ("Not accepted yet: it is still with %s"), hand_over->by);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  if (hand_over->accepted_by == NULL)
    {
      GtkWidget *button = gtk_button_new_with_label (_ ("Accepted…"));

      gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "guide.accept");
      gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "i", (int) hand_over->number);
      gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
    }
  return row;
}

static void
update_hand_overs (HeedGuidePane *self)
{
  GPtrArray *hand_overs = self->state->hand_overs;

  for (guint i = 0; i < self->hand_over_rows->len; i++)
    adw_preferences_group_remove (self->hand_overs_group, self->hand_over_rows->pdata[i]);
  g_ptr_array_set_size (self->hand_over_rows, 0);
  for (guint i = hand_overs->len; i > 0; i--)
    {
      GtkWidget *row = new_hand_over_row (hand_overs->pdata[i - 1]);

      adw_preferences_group_add (self->hand_overs_group, row);
      g_ptr_array_add (self->hand_over_rows, row);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->hand_overs_group), hand_overs->len > 0);
}

static void
update (HeedGuidePane *self,
        gboolean       is_same_case)
{
  update_chips (self);
  update_checklists (self, is_same_case);
  update_hand_overs (self);
  heed_guide_pane_update_safety (self);
}

static void
heed_guide_pane_dispose (GObject *object)
{
  HeedGuidePane *self = HEED_GUIDE_PANE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), HEED_TYPE_GUIDE_PANE);
  g_clear_object (&self->session);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (heed_guide_pane_parent_class)->dispose (object);
}

static void
heed_guide_pane_finalize (GObject *object)
{
  HeedGuidePane *self = HEED_GUIDE_PANE (object);

  g_clear_pointer (&self->guidance, heed_guidance_unref);
  g_clear_pointer (&self->state, heed_case_unref);
  g_clear_pointer (&self->checklists, g_hash_table_unref);
  g_clear_pointer (&self->chip_buttons, g_hash_table_unref);
  g_clear_pointer (&self->hand_over_rows, g_ptr_array_unref);
  g_clear_pointer (&self->frame_rows, g_ptr_array_unref);
  g_clear_pointer (&self->hints, g_strfreev);
  g_clear_pointer (&self->question, g_free);

  G_OBJECT_CLASS (heed_guide_pane_parent_class)->finalize (object);
}

static void
heed_guide_pane_class_init (HeedGuidePaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = heed_guide_pane_dispose;
  G_OBJECT_CLASS (klass)->finalize = heed_guide_pane_finalize;

  /**
   * HeedGuidePane::perform:
   * @acts: (element-type HeedAct): what somebody did, to be performed in one transaction
   */
  signals[SIGNAL_PERFORM] = g_signal_new ("perform", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_PTR_ARRAY);

  g_type_ensure (HEED_TYPE_GUIDE_CHECKLIST);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/care/heed/Heed/ui/guide/heed-guide-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, HeedGuidePane, alert_card);
  gtk_widget_class_bind_template_child (widget_class, HeedGuidePane, alert_title);
  gtk_widget_class_bind_template_child (widget_class, HeedGuidePane, alert_say);
  gtk_widget_class_bind_template_child (widget_class, HeedGuidePane, alert_told);
  gtk_widget_class_bind_template_child (widget_class, HeedGuidePane, safe_button);
  gtk_widget_class_bind_template_child (widget_class, HeedGuidePane, chips);
  gtk_widget_class_bind_template_child (widget_class, HeedGuidePane, lists_box);
  gtk_widget_class_bind_template_child (widget_class, HeedGuidePane, hand_overs_group);
  gtk_widget_class_bind_template_child (widget_class, HeedGuidePane, end_group);
  gtk_widget_class_bind_template_child (widget_class, HeedGuidePane, you_card);
  gtk_widget_class_bind_template_child (widget_class, HeedGuidePane, you_label);
  gtk_widget_class_bind_template_child (widget_class, HeedGuidePane, you_buttons);
  gtk_widget_class_bind_template_child (widget_class, HeedGuidePane, fine_button);
  gtk_widget_class_bind_template_child (widget_class, HeedGuidePane, shaken_button);
  gtk_widget_class_bind_template_child (widget_class, HeedGuidePane, reference_group);
  gtk_widget_class_bind_template_child (widget_class, HeedGuidePane, frame_row);
  heed_guide_pane_install_actions (widget_class);
}

static void
heed_guide_pane_init (HeedGuidePane *self)
{
  self->checklists = g_hash_table_new (g_str_hash, g_str_equal);
  self->chip_buttons = g_hash_table_new (g_str_hash, g_str_equal);
  self->hand_over_rows = g_ptr_array_new ();
  self->frame_rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * heed_guide_pane_set_session:
 * @self: the pane
 * @session: the session, whose guidance it shows
 *
 * To be called once, before it gets a case.
 */
void
heed_guide_pane_set_session (HeedGuidePane *self,
                             HeedSession   *session)
{
  self->session = g_object_ref (session);
  self->guidance = heed_guidance_ref (heed_session_get_guidance (session));
  self->settings = g_settings_new ("care.heed.Heed");
  fill_chips (self);
  heed_guide_pane_init_safety (self);
  heed_guide_pane_fill_reference (self);
}

/**
 * heed_guide_pane_set_case:
 * @self: the pane
 * @state: the case, or what a complaint being written down would be by now (its id is 0)
 *
 * Shows how the case stands.
 */
void
heed_guide_pane_set_case (HeedGuidePane *self,
                          HeedCase      *state)
{
  g_autoptr (HeedCase) before = g_steal_pointer (&self->state);
  gboolean is_same_case = before != NULL && before->id == state->id;

  self->state = heed_case_ref (state);
  if (!is_same_case)
    {
      self->is_said_safe = FALSE;
      self->is_you_answered = FALSE;
    }
  update (self, is_same_case);
}

/**
 * heed_guide_pane_set_hints:
 * @self: the pane
 * @codes: (nullable) (array zero-terminated=1): what is known besides the case, see
 *   heed_guidance_suggest()
 * @question: (nullable): what to ask where a hint speaks of danger
 *
 * Offers what the hints suggest. A hint of danger brings the question to the top of the pane; one
 * that was not there before brings it back.
 */
void
heed_guide_pane_set_hints (HeedGuidePane     *self,
                           const char *const *codes,
                           const char        *question)
{
  const char *const none[] = { NULL };
  const char *const *before = self->hints != NULL ? (const char *const *) self->hints : none;

  codes = codes != NULL ? codes : none;
  for (guint i = 0; codes[i] != NULL; i++)
    if (!g_strv_contains (before, codes[i]) && heed_guide_pane_is_alarming (self, codes[i]))
      self->is_said_safe = FALSE;

  g_set_str (&self->question, question);
  if (!g_strv_equal (before, codes))
    {
      g_strfreev (self->hints);
      self->hints = g_strdupv ((char **) codes);
    }
  if (self->state != NULL)
    {
      update_chips (self);
      heed_guide_pane_update_safety (self);
    }
}
