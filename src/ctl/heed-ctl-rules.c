/* SPDX-License-Identifier: GPL-3.0-or-later */

/* kinds and due: what the rules say, without a database. */

#include "config.h"

#include <gio/gio.h>
#include <stdio.h>
#include <string.h>

#include "heed-ctl.h"
#include "heed-words.h"

static char *
join_stages (const HeedActKind *kind)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < HEED_N_STAGES; i++)
    if (kind->stages & HEED_STAGE_BIT (i))
      g_string_append_printf (text, "%s%s", text->len ? "," : "",
                              heed_stage_get_name ((HeedStage) i));
  if (text->len == 0)
    g_string_append (text, "new");
  return g_string_free (text, FALSE);
}

static JsonObject *
fact_json (HeedCtl            *self,
           const HeedFactSpec *fact)
{
  JsonObject      *object = json_object_new ();
  const HeedCodes *codes = fact->codes ? heed_rules_get_codes (self->rules, fact->codes) : NULL;

  json_object_set_string_member (object, "name", fact->name);
  json_object_set_string_member (object, "type", heed_fact_type_get_name (fact->type));
  json_object_set_boolean_member (object, "required", fact->required);
  if (fact->codes != NULL)
    json_object_set_string_member (object, "codes", fact->codes);
  if (codes != NULL)
    {
      JsonArray *values = json_array_new ();

      for (guint i = 0; i < heed_codes_get_size (codes); i++)
        json_array_add_string_element (values, heed_codes_get (codes, i)->id);
      json_object_set_array_member (object, "values", values);
    }
  return object;
}

static JsonArray *
kinds_json (HeedCtl *self)
{
  JsonArray         *array = json_array_new ();
  guint              n_kinds;
  const HeedActKind *kinds = heed_act_kinds_get (&n_kinds);

  for (guint i = 0; i < n_kinds; i++)
    {
      JsonObject *object = json_object_new ();
      JsonArray  *stages = json_array_new ();
      JsonArray  *facts = json_array_new ();

      for (guint j = 0; j < HEED_N_STAGES; j++)
        if (kinds[i].stages & HEED_STAGE_BIT (j))
          json_array_add_string_element (stages, heed_stage_get_name ((HeedStage) j));
      for (const HeedFactSpec *fact = kinds[i].facts; fact->name != NULL; fact++)
        json_array_add_object_element (facts, fact_json (self, fact));
      json_object_set_string_member (object, "kind", kinds[i].name);
      json_object_set_array_member (object, "stages", stages);
      heed_ctl_set_text (object, "inverse", kinds[i].inverse);
      json_object_set_array_member (object, "facts", facts);
      json_array_add_object_element (array, object);
    }
  return array;
}

static char *
join_codes (HeedCtl    *self,
            const char *id)
{
  const HeedCodes *codes = id ? heed_rules_get_codes (self->rules, id) : NULL;
  GString         *text = g_string_new (NULL);

  for (guint i = 0; codes != NULL && i < heed_codes_get_size (codes); i++)
    g_string_append_printf (text, "%s%s", i ? " " : "", heed_codes_get (codes, i)->id);
  return g_string_free (text, FALSE);
}

int
heed_ctl_kinds (HeedCtl *self)
{
  guint              n_kinds;
  const HeedActKind *kinds = heed_act_kinds_get (&n_kinds);
  g_autoptr (HeedCtlTable) table = NULL;

  if (self->json)
    {
      g_autoptr (JsonArray) array = kinds_json (self);

      heed_ctl_print_array (array);
      return HEED_CTL_OK;
    }

  table = heed_ctl_table_new (6);
  heed_ctl_table_add (table, _ ("Kind"), _ ("Stages"), _ ("Fact"), _ ("Type"), _ ("Needed"),
                      _ ("Values"), NULL);
  for (guint i = 0; i < n_kinds; i++)
    {
      g_autofree char *stages = join_stages (&kinds[i]);
      gboolean         first = TRUE;

      for (const HeedFactSpec *fact = kinds[i].facts; fact->name != NULL; fact++, first = FALSE)
        {
          g_autofree char *values = join_codes (self, fact->codes);

          heed_ctl_table_add (table, first ? kinds[i].name : "", first ? stages : "", fact->name,
                              heed_fact_type_get_name (fact->type),
                              fact->required ? _ ("needed") : "", values, NULL);
        }
      if (first)
        heed_ctl_table_add (table, kinds[i].name, stages, "", "", "", "", NULL);
    }
  heed_ctl_table_print (table);
  return HEED_CTL_OK;
}

/* "2026-12-01..2026-12-09": the first day that does not count, and the day that counts again. */
static gboolean
parse_pause (const char *text,
             HeedPause  *pause)
{
  const char      *dots = strstr (text, "..");
  g_autofree char *from = dots ? g_strndup (text, (gsize) (dots - text)) : NULL;

  if (from == NULL)
    return FALSE;
  pause->from = heed_date_parse (from);
  pause->to = heed_date_parse (dots + 2);
  return pause->from != HEED_DATE_NONE && pause->to != HEED_DATE_NONE && pause->to >= pause->from;
}

static int
compare_pauses (gconstpointer a,
                gconstpointer b)
{
  return ((const HeedPause *) a)->from - ((const HeedPause *) b)->from;
}

static void
print_clocks (HeedCtl           *self,
              const HeedProfile *profile,
              HeedClockFacts    *facts)
{
  const HeedCalendar *calendar = heed_rules_get_calendar (self->rules,
                                                          heed_profile_get_calendar (profile));
  g_autoptr (JsonArray) array = json_array_new ();
  g_autoptr (HeedCtlTable) table = heed_ctl_table_new (3);
  HeedDate      received = facts->start;

  for (guint i = 0; i < heed_profile_get_n_clocks (profile); i++)
    {
      const HeedClockSpec *spec = heed_profile_get_clock (profile, i);
      g_autoptr (HeedClock) clock = NULL;
      g_autofree char *due = NULL;
      g_autofree char *why = NULL;

      if (!heed_clock_spec_applies (spec, self->type ? self->type : "complaint"))
        continue;
      facts->start = spec->start == HEED_CLOCK_START_RECEIVED
                             || spec->start == HEED_CLOCK_START_FORMAL
                             || spec->start == HEED_CLOCK_START_AGREED
                         ? received
                         : HEED_DATE_NONE;
      clock = heed_clock_new (spec, calendar, facts);
      if (clock->due != HEED_DATE_NONE)
        due = heed_words_date (clock->due);
      else
        due = heed_words_clock_due (clock, self->today);
      why = heed_words_clock_why (clock);
      json_array_add_object_element (array, heed_ctl_clock_json (clock, self->today));
      heed_ctl_table_add (table, g_dgettext (GETTEXT_PACKAGE, spec->label), due, why, NULL);
    }
  if (self->json)
    heed_ctl_print_array (array);
  else
    heed_ctl_table_print (table);
}

int
heed_ctl_due (HeedCtl *self)
{
  const HeedCodes   *types = heed_rules_get_codes (self->rules, "contact-types");
  const HeedProfile *profile;
  g_autoptr (GArray) pauses = g_array_new (FALSE, FALSE, sizeof (HeedPause));
  HeedClockFacts facts = {
    .agreed = HEED_DATE_NONE,
    .first_agreed = HEED_DATE_NONE,
    .met = HEED_DATE_NONE,
    .today = self->today,
  };

  if (self->profile == NULL || self->received == NULL)
    return heed_ctl_usage (_ ("It needs --profile and --received."));
  profile = heed_rules_get_profile (self->rules, self->profile);
  facts.start = heed_date_parse (self->received);
  if (self->agreed != NULL)
    facts.agreed = facts.first_agreed = heed_date_parse (self->agreed);
  for (guint i = 0; self->pauses != NULL && self->pauses[i] != NULL; i++)
    {
      HeedPause pause;

      if (!parse_pause (self->pauses[i], &pause))
        {
          g_printerr ("heedctl: --pause: %s\n", _ ("it must be two dates, FROM..TO"));
          return HEED_CTL_REFUSED;
        }
      g_array_append_val (pauses, pause);
    }
  g_array_sort (pauses, compare_pauses);
  for (guint i = 1; i < pauses->len; i++)
    if (g_array_index (pauses, HeedPause, i).from < g_array_index (pauses, HeedPause, i - 1).to)
      {
        g_printerr ("heedctl: --pause: %s\n", _ ("two pauses overlap"));
        return HEED_CTL_REFUSED;
      }
  if (profile == NULL)
    g_printerr ("heedctl: --profile: %s\n", _ ("there is no such profile"));
  else if (facts.start == HEED_DATE_NONE)
    g_printerr ("heedctl: --received: %s\n", _ ("it is not a date such as 2026-11-24"));
  else if (self->agreed != NULL && facts.agreed == HEED_DATE_NONE)
    g_printerr ("heedctl: --agreed: %s\n", _ ("it is not a date such as 2026-11-24"));
  else if (self->type != NULL && heed_codes_find (types, self->type) == NULL)
    g_printerr ("heedctl: --type: %s\n", _ ("there is no such type of contact"));
  else
    {
      facts.pauses = (const HeedPause *) (gpointer) pauses->data;
      facts.n_pauses = pauses->len;
      print_clocks (self, profile, &facts);
      return HEED_CTL_OK;
    }
  return HEED_CTL_REFUSED;
}
