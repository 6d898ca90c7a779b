/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The chips of a queue: service, severity, owner, flag. Each is a menu of choices; the chosen one
 * is written on the chip. A value starts with "=" so that "no one" ("=") and "any" ("") differ.
 */
#include "config.h"

#include "heed-queue-filters.h"
#include "heed-words.h"

struct _HeedQueueFilters
{
  GObject parent_instance;

  /* owned */
  HeedSession        *session;
  GSimpleActionGroup *actions;
  GtkMenuButton      *buttons[HEED_N_FILTERS];
  GHashTable         *labels[HEED_N_FILTERS]; /* value → what the chip says */
  GCancellable       *cancellable;

  gboolean frozen;
};

static const struct
{
  const char *action;
  const char *title;
  const char *any;
} filters[HEED_N_FILTERS] = {
  { "service", N_ ("Service"), N_ ("Any Service") },
  { "severity", N_ ("Severity"), N_ ("Any Severity") },
  { "owner", N_ ("Owner"), N_ ("Anyone") },
  { "flag", N_ ("Flags"), N_ ("Any or None") },
};

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HeedQueueFilters, heed_queue_filters, G_TYPE_OBJECT)

static char *
dup_value (HeedQueueFilters *self,
           HeedFilter        filter)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self->actions),
                                                filters[filter].action);
  g_autoptr (GVariant) state = g_action_get_state (action);

  return g_variant_dup_string (state, NULL);
}

static void
update_chip (HeedQueueFilters *self,
             HeedFilter        filter)
{
  g_autofree char *value = dup_value (self, filter);
  GtkMenuButton   *button = self->buttons[filter];
  const char      *label = g_hash_table_lookup (self->labels[filter], value);

  if (button == NULL)
    return;
  if (*value == '\0' || label == NULL)
    {
      gtk_menu_button_set_label (button, _ (filters[filter].title));
      gtk_widget_remove_css_class (GTK_WIDGET (button), "chosen");
    }
  else
    {
      gtk_menu_button_set_label (button, label);
      gtk_widget_add_css_class (GTK_WIDGET (button), "chosen");
    }
}

static void
state_cb (HeedQueueFilters *self)
{
  for (int i = 0; i < HEED_N_FILTERS; i++)
    update_chip (self, i);
  if (!self->frozen)
    g_signal_emit (self, signals[CHANGED], 0);
}

/* --- Menus ---------------------------------------------------------------------------------- */

static void
add_choice (HeedQueueFilters *self,
            HeedFilter        filter,
            GMenu            *menu,
            const char       *value,
            const char       *label)
{
  g_autofree char *action = g_strconcat ("filter.", filters[filter].action, NULL);
  g_autoptr (GMenuItem) item = g_menu_item_new (NULL, NULL);
  g_auto (GStrv) parts = g_strsplit (label, "_", -1);
  g_autofree char *escaped = g_strjoinv ("__", parts);

  g_menu_item_set_label (item, escaped);
  g_menu_item_set_action_and_target (item, action, "s", value);
  g_menu_append_item (menu, item);
  g_hash_table_replace (self->labels[filter], g_strdup (value), g_strdup (label));
}

static GMenu *
new_menu (HeedQueueFilters *self,
          HeedFilter        filter,
          GMenu           **choices)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) any = g_menu_new ();

  add_choice (self, filter, any, "", _ (filters[filter].any));
  *choices = g_menu_new ();
  g_menu_append_section (menu, NULL, G_MENU_MODEL (any));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (*choices));
  return menu;
}

static void
set_menu (HeedQueueFilters *self,
          HeedFilter        filter,
          GMenu            *menu)
{
  if (self->buttons[filter] != NULL)
    gtk_menu_button_set_menu_model (self->buttons[filter], G_MENU_MODEL (menu));
}

static void
fill_services (HeedQueueFilters *self)
{
  g_autoptr (GMenu) choices = NULL;
  g_autoptr (GMenu) menu = new_menu (self, HEED_FILTER_SERVICE, &choices);
  char **services = heed_session_get_services (self->session);

  for (guint i = 0; services[i] != NULL; i++)
    {
      g_autofree char *value = g_strconcat ("=", services[i], NULL);

      add_choice (self, HEED_FILTER_SERVICE, choices, value, services[i]);
    }
  set_menu (self, HEED_FILTER_SERVICE, menu);
}

static void
fill_severities (HeedQueueFilters *self)
{
  g_autoptr (GMenu) choices = NULL;
  g_autoptr (GMenu) menu = new_menu (self, HEED_FILTER_SEVERITY, &choices);

  for (int i = 3; i > 0; i--)
    {
      g_autofree char *value = g_strdup_printf ("=%d", i);
      g_autofree char *label = g_strdup_printf (_ ("Severity %d of 3"), i);

      add_choice (self, HEED_FILTER_SEVERITY, choices, value, label);
    }
  set_menu (self, HEED_FILTER_SEVERITY, menu);
}

static void
fill_flags (HeedQueueFilters *self)
{
  HeedRules       *rules = heed_session_get_rules (self->session);
  const HeedCodes *codes = heed_rules_get_codes (rules, "flags");
  g_autoptr (GMenu) choices = NULL;
  g_autoptr (GMenu) menu = new_menu (self, HEED_FILTER_FLAG, &choices);

  for (guint i = 0; codes != NULL && i < heed_codes_get_size (codes); i++)
    {
      const HeedCode  *code = heed_codes_get (codes, i);
      g_autofree char *value = g_strconcat ("=", code->id, NULL);

      add_choice (self, HEED_FILTER_FLAG, choices, value,
                  heed_words_code_brief (rules, "flags", code->id));
    }
  set_menu (self, HEED_FILTER_FLAG, menu);
}

static void
fill_owners (HeedQueueFilters *self,
             char            **owners)
{
  const char *user = heed_session_get_user (self->session);
  g_autoptr (GMenu) choices = NULL;
  g_autoptr (GMenu) menu = new_menu (self, HEED_FILTER_OWNER, &choices);

  if (*user != '\0')
    {
      g_autofree char *value = g_strconcat ("=", user, NULL);

      add_choice (self, HEED_FILTER_OWNER, choices, value, _ ("Me"));
    }
  add_choice (self, HEED_FILTER_OWNER, choices, "=", _ ("No One"));
  for (guint i = 0; owners != NULL && owners[i] != NULL; i++)
    {
      g_autofree char *value = g_strconcat ("=", owners[i], NULL);

      if (*owners[i] != '\0' && !g_str_equal (owners[i], user))
        add_choice (self, HEED_FILTER_OWNER, choices, value, owners[i]);
    }
  set_menu (self, HEED_FILTER_OWNER, menu);
}

static void
owners_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  g_auto (GStrv) owners = heed_store_list_owners_finish (HEED_STORE (source), result, NULL);
  g_autoptr (HeedQueueFilters) self = data;

  if (owners != NULL && !g_cancellable_is_cancelled (self->cancellable))
    fill_owners (self, owners);
}

static void
open_owners_cb (HeedQueueFilters *self)
{
  heed_store_list_owners_async (heed_session_get_store (self->session), self->cancellable,
                                owners_cb, g_object_ref (self));
}

/* --- The object ----------------------------------------------------------------------------- */

static void
heed_queue_filters_dispose (GObject *object)
{
  HeedQueueFilters *self = HEED_QUEUE_FILTERS (object);

  g_cancellable_cancel (self->cancellable);
  for (int i = 0; i < HEED_N_FILTERS; i++)
    g_clear_weak_pointer (&self->buttons[i]);
  g_clear_object (&self->actions);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (heed_queue_filters_parent_class)->dispose (object);
}

static void
heed_queue_filters_finalize (GObject *object)
{
  HeedQueueFilters *self = HEED_QUEUE_FILTERS (object);

  g_clear_object (&self->cancellable);
  for (int i = 0; i < HEED_N_FILTERS; i++)
    g_clear_pointer (&self->labels[i], g_hash_table_unref);
  G_OBJECT_CLASS (heed_queue_filters_parent_class)->finalize (object);
}

static void
heed_queue_filters_class_init (HeedQueueFiltersClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = heed_queue_filters_dispose;
  G_OBJECT_CLASS (klass)->finalize = heed_queue_filters_finalize;

  /**
   * HeedQueueFilters::changed:
   *
   * Something else is chosen.
   */
  signals[CHANGED] = g_signal_new ("changed", HEED_TYPE_QUEUE_FILTERS, G_SIGNAL_RUN_LAST,
                                   0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
heed_queue_filters_init (HeedQueueFilters *self)
{
  self->actions = g_simple_action_group_new ();
  self->cancellable = g_cancellable_new ();
  for (int i = 0; i < HEED_N_FILTERS; i++)
    {
      g_autoptr (GSimpleAction) action = g_simple_action_new_stateful (
          filters[i].action, G_VARIANT_TYPE_STRING, g_variant_new_string (""));

      self->labels[i] = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
      g_action_map_add_action (G_ACTION_MAP (self->actions), G_ACTION (action));
      g_signal_connect_object (action, "notify::state", G_CALLBACK (state_cb), self,
                               G_CONNECT_SWAPPED);
    }
}

/**
 * heed_queue_filters_new:
 * @session: whose services, rules and owners are offered
 * @buttons: (array fixed-size=4): the chips, in the order of #HeedFilter
 *
 * Returns: (transfer full): filters that let everything through
 */
HeedQueueFilters *
heed_queue_filters_new (HeedSession    *session,
                        GtkMenuButton **buttons)
{
  HeedQueueFilters *self = g_object_new (HEED_TYPE_QUEUE_FILTERS, NULL);

  self->session = g_object_ref (session);
  for (int i = 0; i < HEED_N_FILTERS; i++)
    g_set_weak_pointer (&self->buttons[i], buttons[i]);
  fill_services (self);
  fill_severities (self);
  fill_flags (self);
  fill_owners (self, NULL);
  g_signal_connect_object (buttons[HEED_FILTER_OWNER], "notify::active",
                           G_CALLBACK (open_owners_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "changed", G_CALLBACK (fill_services), self,
                           G_CONNECT_SWAPPED);
  open_owners_cb (self);
  return self;
}

/** heed_queue_filters_get_actions: Returns: (transfer none): the actions of the chips' menus */
GActionGroup *
heed_queue_filters_get_actions (HeedQueueFilters *self)
{
  return G_ACTION_GROUP (self->actions);
}

/** heed_queue_filters_is_active: Returns: whether anything is chosen */
gboolean
heed_queue_filters_is_active (HeedQueueFilters *self)
{
  for (int i = 0; i < HEED_N_FILTERS; i++)
    {
      g_autofree char *value = dup_value (self, i);

      if (*value != '\0')
        return TRUE;
    }
  return FALSE;
}

/** heed_queue_filters_apply: @query: gets what is chosen */
void
heed_queue_filters_apply (HeedQueueFilters *self,
                          HeedQuery        *query)
{
  g_autofree char *service = dup_value (self, HEED_FILTER_SERVICE);
  g_autofree char *severity = dup_value (self, HEED_FILTER_SEVERITY);
  g_autofree char *owner = dup_value (self, HEED_FILTER_OWNER);
  g_autofree char *flag = dup_value (self, HEED_FILTER_FLAG);

  if (*service != '\0')
    g_set_str (&query->place, service + 1);
  if (*severity != '\0')
    query->severity = (int) g_ascii_strtoll (severity + 1, NULL, 10);
  if (*owner != '\0')
    g_set_str (&query->owner, owner + 1);
  if (*flag != '\0')
    g_set_str (&query->flag, flag + 1);
}

/** heed_queue_filters_clear: Let everything through again, without telling. */
void
heed_queue_filters_clear (HeedQueueFilters *self)
{
  self->frozen = TRUE;
  for (int i = 0; i < HEED_N_FILTERS; i++)
    g_action_group_change_action_state (G_ACTION_GROUP (self->actions), filters[i].action,
                                        g_variant_new_string (""));
  self->frozen = FALSE;
}
