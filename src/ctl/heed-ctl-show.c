/* SPDX-License-Identifier: GPL-3.0-or-later */

/* show: one case, whole. */

#include "config.h"

#include <gio/gio.h>
#include <stdio.h>

#include "heed-ctl.h"
#include "heed-words.h"

static const char *
clock_state_name (HeedClockState state)
{
  static const char *const names[] = {
    [HEED_CLOCK_WAITING] = "waiting",
    [HEED_CLOCK_RUNNING] = "running",
    [HEED_CLOCK_PAUSED] = "paused",
    [HEED_CLOCK_MET] = "met",
    [HEED_CLOCK_MISSED] = "missed",
    [HEED_CLOCK_UNKNOWN] = "unknown",
  };

  return names[state];
}

JsonObject *
heed_ctl_clock_json (const HeedClock *clock,
                     HeedDate         today)
{
  JsonObject      *object = json_object_new ();
  g_autofree char *words = heed_words_clock_due (clock, today);
  g_autofree char *why = heed_words_clock_why (clock);

  json_object_set_string_member (object, "clock", clock->spec->id);
  json_object_set_string_member (object, "label", clock->spec->label);
  json_object_set_string_member (object, "state", clock_state_name (clock->state));
  heed_ctl_set_date (object, "start", clock->start);
  heed_ctl_set_date (object, "due", clock->due);
  heed_ctl_set_date (object, "computed", clock->computed);
  heed_ctl_set_date (object, "met", clock->met);
  json_object_set_string_member (object, "words", words);
  json_object_set_string_member (object, "why", why);
  json_object_set_string_member (object, "basis", clock->spec->basis);
  json_object_set_string_member (object, "source", clock->spec->source);
  return object;
}

static void
set_state (JsonObject     *object,
           const HeedCase *state)
{
  json_object_set_string_member (object, "reference", state->reference);
  json_object_set_string_member (object, "stage", heed_stage_get_name (state->stage));
  json_object_set_int_member (object, "seq", state->seq);
  heed_ctl_set_text (object, "type", state->type);
  heed_ctl_set_text (object, "ending", state->ending);
  heed_ctl_set_text (object, "outcome", state->outcome);
  heed_ctl_set_text (object, "owner", state->owner);
  heed_ctl_set_text (object, "profile", state->profile);
  heed_ctl_set_text (object, "profile_version", state->profile_version);
  heed_ctl_set_text (object, "site", state->site);
  heed_ctl_set_date (object, "received", state->received);
  heed_ctl_set_text (object, "channel", state->channel);
  heed_ctl_set_text (object, "words", state->words);
  heed_ctl_set_text (object, "place", state->place);
  heed_ctl_set_text (object, "happened", state->happened);
  heed_ctl_set_text (object, "did", state->did);
  heed_ctl_set_text (object, "relationship", state->relationship);
  heed_ctl_set_text (object, "authority", state->authority);
  heed_ctl_set_text (object, "feeling", state->feeling_now);
  heed_ctl_set_text (object, "safety", state->safety);
  heed_ctl_set_text (object, "plan", state->plan);
  heed_ctl_set_text (object, "resolution", state->resolution);
  heed_ctl_set_text (object, "apology", state->apology);
  json_object_set_boolean_member (object, "hold", state->hold);
}

static JsonObject *
issue_json (const HeedIssue *issue)
{
  JsonObject *object = json_object_new ();

  json_object_set_int_member (object, "number", issue->number);
  heed_ctl_set_text (object, "text", issue->text);
  heed_ctl_set_text (object, "category", issue->category);
  if (issue->severity >= 0)
    json_object_set_int_member (object, "severity", issue->severity);
  if (issue->harm >= 0)
    json_object_set_int_member (object, "harm", issue->harm);
  heed_ctl_set_text (object, "place", issue->place);
  heed_ctl_set_text (object, "finding", issue->finding);
  heed_ctl_set_text (object, "evidence", issue->evidence);
  heed_ctl_set_text (object, "should_have", issue->should_have);
  return object;
}

static JsonObject *
act_json (const HeedAct *act)
{
  JsonObject      *object = json_object_new ();
  g_autofree char *happened = heed_instant_format (act->happened_at);
  g_autofree char *entered = heed_instant_format (act->entered_at);

  json_object_set_int_member (object, "seq", act->seq);
  json_object_set_string_member (object, "id", act->id);
  json_object_set_string_member (object, "kind", act->kind);
  heed_ctl_set_text (object, "actor", act->actor);
  json_object_set_string_member (object, "happened_at", happened);
  json_object_set_string_member (object, "entered_at", entered);
  heed_ctl_set_text (object, "zone", act->zone);
  json_object_set_object_member (object, "body", json_object_ref (act->body));
  return object;
}

static JsonObject *
person_json (const HeedPerson *person)
{
  JsonObject *object = json_object_new ();

  heed_ctl_set_text (object, "id", person->id);
  heed_ctl_set_text (object, "name", person->name);
  heed_ctl_set_text (object, "full_name", person->full_name);
  heed_ctl_set_text (object, "phone", person->phone);
  heed_ctl_set_text (object, "email", person->email);
  heed_ctl_set_text (object, "address", person->address);
  heed_ctl_set_text (object, "birth_date", person->birth_date);
  heed_ctl_set_text (object, "reach", person->reach);
  return object;
}

static const HeedPerson *
find_person (HeedCaseFile *file,
             const char   *id)
{
  return id && file->people ? g_hash_table_lookup (file->people, id) : NULL;
}

JsonObject *
heed_ctl_case_json (HeedCtl      *self,
                    HeedCaseFile *file)
{
  HeedCase         *state = file->state;
  JsonObject       *object = json_object_new ();
  JsonArray        *issues = json_array_new ();
  JsonArray        *flags = json_array_new ();
  JsonArray        *dates = json_array_new ();
  JsonArray        *acts = json_array_new ();
  const HeedPerson *person = find_person (file, state->person);
  const HeedPerson *patient = find_person (file, state->patient);
  g_autoptr (GPtrArray) clocks = heed_case_compute_clocks (state, self->rules, self->today);

  set_state (object, state);
  if (person != NULL)
    json_object_set_object_member (object, "person", person_json (person));
  if (patient != NULL)
    json_object_set_object_member (object, "patient", person_json (patient));
  for (guint i = 0; i < state->issues->len; i++)
    json_array_add_object_element (issues, issue_json (state->issues->pdata[i]));
  for (guint i = 0; i < state->flags->len; i++)
    json_array_add_string_element (flags, state->flags->pdata[i]);
  for (guint i = 0; clocks != NULL && i < clocks->len; i++)
    json_array_add_object_element (dates, heed_ctl_clock_json (clocks->pdata[i], self->today));
  for (guint i = 0; i < file->acts->len; i++)
    json_array_add_object_element (acts, act_json (file->acts->pdata[i]));
  json_object_set_array_member (object, "issues", issues);
  json_object_set_array_member (object, "flags", flags);
  json_object_set_array_member (object, "dates", dates);
  json_object_set_array_member (object, "acts", acts);
  return object;
}

static void
print_line (const char *label,
            const char *value)
{
  g_autofree char *clean = value ? heed_ctl_clean (value, TRUE) : NULL;

  if (clean != NULL && *clean != '\0')
    printf ("%s: %s\n", label, clean);
}

static void
print_issues (HeedCtl        *self,
              const HeedCase *state)
{
  HeedCtlTable *table;

  if (state->issues->len == 0)
    return;
  printf ("\n%s\n", _ ("Issues"));
  table = heed_ctl_table_new (5);
  for (guint i = 0; i < state->issues->len; i++)
    {
      const HeedIssue *issue = state->issues->pdata[i];
      g_autofree char *number = g_strdup_printf ("%u", issue->number);
      g_autofree char *severity = g_strdup_printf ("%d", issue->severity);
      const char      *words = issue->severity < 0 ? "-"
                                                   : heed_words_code_brief (self->rules, "severity",
                                                                            severity);
      const char      *category = heed_words_code_brief (self->rules, "hcat", issue->category);
      const char      *finding = heed_words_code (self->rules, "findings", issue->finding);

      heed_ctl_table_add (table, number, category ? category : "-", words,
                          finding ? finding : "-", issue->text ? issue->text : "", NULL);
    }
  heed_ctl_table_print (table);
}

static void
print_dates (HeedCtl        *self,
             const HeedCase *state)
{
  g_autoptr (GPtrArray) clocks = heed_case_compute_clocks (state, self->rules, self->today);
  HeedCtlTable *table;

  if (clocks == NULL || clocks->len == 0)
    return;
  printf ("\n%s\n", _ ("Dates"));
  table = heed_ctl_table_new (3);
  for (guint i = 0; i < clocks->len; i++)
    {
      const HeedClock *clock = clocks->pdata[i];
      g_autofree char *due = heed_words_clock_due (clock, self->today);
      g_autofree char *why = heed_words_clock_why (clock);

      heed_ctl_table_add (table, g_dgettext (GETTEXT_PACKAGE, clock->spec->label), due, why, NULL);
    }
  heed_ctl_table_print (table);
}

static void
print_timeline (HeedCtl      *self,
                HeedCaseFile *file,
                const char   *name)
{
  printf ("\n%s\n", _ ("Timeline"));
  for (guint i = 0; i < file->acts->len; i++)
    {
      const HeedAct   *act = file->acts->pdata[i];
      g_autofree char *day = heed_words_date (heed_date_of_instant (act->happened_at, self->zone));
      g_autofree char *words = heed_words_act (act, self->rules, name);
      g_autofree char *detail = heed_words_act_detail (act, self->rules);
      g_autofree char *clean = heed_ctl_clean (detail, TRUE);
      g_autofree char *line = heed_ctl_clean (words, FALSE);
      g_autofree char *actor = heed_ctl_clean (act->actor, FALSE);
      g_auto (GStrv) lines = g_strsplit (clean, "\n", -1);

      /* Translators: a line of a timeline: number, date, who, what they did */
      printf (_ ("%3u  %s  %s %s\n"), act->seq, day, actor, line);
      for (guint j = 0; lines[j] != NULL; j++)
        printf ("     %s\n", lines[j]);
    }
}

static void
print_case (HeedCtl      *self,
            HeedCaseFile *file)
{
  const HeedCase   *state = file->state;
  const HeedPerson *person = find_person (file, state->person);
  const char       *name = person ? person->name : NULL;
  g_autofree char  *received = heed_words_date (state->received);
  g_autofree char  *words = heed_ctl_clean (state->words, TRUE);

  printf ("%s  %s\n\n%s\n\n", state->reference, heed_words_stage (state->stage), words);
  print_line (_ ("Person"), name ? name : _ ("not named"));
  if (person != NULL)
    print_line (_ ("How to reach them"),
                person->reach ? person->reach : person->phone ? person->phone
                                                              : person->email);
  print_line (_ ("Type"), heed_words_code (self->rules, "contact-types", state->type));
  print_line (_ ("Received"), received);
  print_line (_ ("Channel"), heed_words_code (self->rules, "channels", state->channel));
  print_line (_ ("Place"), heed_case_get_place (state));
  print_line (_ ("Looked into by"), state->owner);
  print_line (_ ("Plan"), state->plan);
  print_line (_ ("Ending"), heed_words_code (self->rules, "endings", state->ending));
  print_line (_ ("Outcome"), heed_words_code (self->rules, "findings", state->outcome));
  for (guint i = 0; i < state->flags->len; i++)
    print_line (_ ("Flag"), heed_words_code (self->rules, "flags", state->flags->pdata[i]));
  print_issues (self, state);
  print_dates (self, state);
  print_timeline (self, file, name);
}

int
heed_ctl_show (HeedCtl *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HeedCaseFile) file = NULL;
  gint64 id;

  if (!heed_ctl_open (self, HEED_STORE_DEFAULT))
    return HEED_CTL_REFUSED;
  id = heed_store_find_reference (self->store, self->args[0], &error);
  if (error == NULL)
    file = heed_store_load_case (self->store, id, &error);
  if (file == NULL)
    return heed_ctl_refuse (self->args[0], error);

  if (self->json)
    {
      g_autoptr (JsonObject) object = heed_ctl_case_json (self, file);

      heed_ctl_print_object (object);
    }
  else
    print_case (self, file);
  return HEED_CTL_OK;
}
