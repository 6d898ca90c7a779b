/* SPDX-License-Identifier: GPL-3.0-or-later */

/* show: one case, whole, for people. What programs get is in heed-ctl-case.c. */

#include "config.h"

#include <gio/gio.h>
#include <stdio.h>

#include "heed-ctl.h"
#include "heed-words.h"

static const HeedPerson *
find_person (HeedCaseFile *file,
             const char   *id)
{
  return id && file->people ? g_hash_table_lookup (file->people, id) : NULL;
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
  g_autoptr (HeedCtlTable) table = NULL;

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
  g_autoptr (HeedCtlTable) table = NULL;

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
