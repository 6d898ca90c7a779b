/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What comes of cases: feedback, actions, closed cases to look back at, what was said and done. */

#include "config.h"

#include <stdio.h>

#include "heed-ctl.h"
#include "heed-outcomes.h"
#include "heed-words.h"

#define LOOK_DAYS    90
#define LOOK_PERCENT 10

/* Feedback that belongs to no case: a month, a place, and what was said. */
static int
list_feedback (HeedCtl *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (JsonArray) array = json_array_new ();

  if (!heed_ctl_open (self, HEED_STORE_DEFAULT))
    return HEED_CTL_REFUSED;
  rows = heed_store_list_feedback (self->store, &error);
  if (rows == NULL)
    return heed_ctl_refuse (NULL, error);
  for (guint i = 0; i < rows->len; i++)
    {
      const HeedFeedbackRow *row = rows->pdata[i];
      JsonObject            *object = json_object_new ();
      g_autofree char       *month =
        g_strdup_printf ("%04d-%02d", row->month / 12, row->month % 12 + 1);
      g_autofree char *comment = heed_ctl_clean (row->comment ? row->comment : "", FALSE);

      json_object_set_string_member (object, "month", month);
      heed_ctl_set_text (object, "site", row->site);
      heed_ctl_set_text (object, "service", row->service);
      heed_ctl_set_text (object, "survey", row->survey);
      heed_ctl_set_text (object, "survey_version", row->survey_version);
      heed_ctl_set_text (object, "answers", row->answers);
      heed_ctl_set_text (object, "heard", row->heard);
      if (row->overall > 0)
        json_object_set_int_member (object, "overall", row->overall);
      heed_ctl_set_text (object, "fft", row->fft);
      heed_ctl_set_text (object, "speak_up_again", row->speak_up_again);
      heed_ctl_set_text (object, "care_affected", row->care_affected);
      heed_ctl_set_text (object, "comment", row->comment);
      json_array_add_object_element (array, object);
      if (!self->json)
        printf ("%s  %s  %s  %s\n", month, row->service ? row->service : "-",
                row->heard ? heed_words_code (self->rules, "felt-heard", row->heard) : "-",
                comment);
    }
  if (self->json)
    heed_ctl_print_array (array);
  return HEED_CTL_OK;
}

static int
act_feedback (HeedCtl *self)
{
  char *args[] = { self->args[0], (char *) "feedback", self->n_args > 1 ? self->args[1] : NULL,
                   NULL };

  self->n_args++;
  self->args = args;
  return heed_ctl_act (self);
}

/* With a reference the same as the act "feedback". */
int
heed_ctl_feedback (HeedCtl *self)
{
  if (self->n_args == 0)
    return list_feedback (self);
  return act_feedback (self);
}

static JsonObject *
action_json (const HeedActionRow *row,
             const char          *words)
{
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "reference", row->reference);
  json_object_set_string_member (object, "kind",
                                 row->kind == HEED_ACTION_LEARNING ? "learning" : "recommendation");
  json_object_set_int_member (object, "number", row->number);
  heed_ctl_set_text (object, "text", row->text);
  heed_ctl_set_text (object, "owner", row->owner);
  heed_ctl_set_text (object, "strength", row->strength);
  heed_ctl_set_text (object, "place", row->place);
  heed_ctl_set_date (object, "due", row->due);
  heed_ctl_set_date (object, "done", row->done);
  json_object_set_boolean_member (object, "proven", row->proven);
  heed_ctl_set_date (object, "check_due", row->check_due);
  heed_ctl_set_text (object, "effective", row->effective);
  json_object_set_string_member (object, "words", words);
  return object;
}

static HeedActionFilter
get_filter (const HeedCtl *self)
{
  if (self->late)
    return HEED_ACTIONS_LATE;
  if (self->check_due)
    return HEED_ACTIONS_CHECK_DUE;
  if (self->no_proof)
    return HEED_ACTIONS_NO_PROOF;
  if (self->not_effective)
    return HEED_ACTIONS_NOT_EFFECTIVE;
  return self->all ? HEED_ACTIONS_ALL : HEED_ACTIONS_TO_DO;
}

int
heed_ctl_actions (HeedCtl *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (JsonArray) array = json_array_new ();
  g_autoptr (HeedCtlTable) table = NULL;

  if (self->late + self->check_due + self->no_proof + self->not_effective + self->all > 1)
    return heed_ctl_usage (_ ("Choose one of --late, --due, --no-proof, --not-effective, --all."));
  if (!heed_ctl_open (self, HEED_STORE_DEFAULT))
    return HEED_CTL_REFUSED;
  rows = heed_store_list_actions (self->store, get_filter (self), self->today, &error);
  if (rows == NULL)
    return heed_ctl_refuse (NULL, error);

  table = heed_ctl_table_new (5);
  for (guint i = 0; i < rows->len; i++)
    {
      const HeedActionRow *row = rows->pdata[i];
      g_autofree char *number = g_strdup_printf ("%u", row->number);
      g_autofree char *words = heed_words_action_state (row, self->today);

      json_array_add_object_element (array, action_json (row, words));
      heed_ctl_table_add (table, row->reference, number, words, row->owner ? row->owner : "-",
                          row->text, NULL);
    }
  if (self->json)
    heed_ctl_print_array (array);
  else
    heed_ctl_table_print (table);
  return HEED_CTL_OK;
}

static JsonArray *
look_why_json (guint why)
{
  static const char *const names[] = { "low", "reopened", "sample" };
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (why & 1u << i)
      json_array_add_string_element (array, names[i]);
  return array;
}

static void
print_looks_json (const HeedLookList  *list,
                  const HeedLookQuery *query)
{
  g_autoptr (JsonObject) object = json_object_new ();
  JsonArray *cases = json_array_new ();

  json_object_set_int_member (object, "seed", (gint64) query->seed);
  json_object_set_int_member (object, "days", query->days);
  json_object_set_int_member (object, "percent", query->percent);
  json_object_set_int_member (object, "pool", list->n_pool);
  json_object_set_int_member (object, "drawn", list->n_drawn);
  for (guint i = 0; i < list->rows->len; i++)
    {
      const HeedLookRow *row = list->rows->pdata[i];
      JsonObject *one = json_object_new ();

      json_object_set_string_member (one, "reference", row->reference);
      json_object_set_array_member (one, "why", look_why_json (row->why));
      heed_ctl_set_date (one, "closed", row->closed);
      heed_ctl_set_text (one, "name", row->name);
      heed_ctl_set_text (one, "place", row->place);
      heed_ctl_set_text (one, "words", row->words);
      heed_ctl_set_text (one, "heard", row->heard);
      if (row->overall > 0)
        json_object_set_int_member (one, "overall", row->overall);
      json_array_add_object_element (cases, one);
    }
  json_object_set_array_member (object, "cases", cases);
  heed_ctl_print_object (object);
}

int
heed_ctl_review_list (HeedCtl *self)
{
  HeedLookQuery query = { .days = LOOK_DAYS, .percent = LOOK_PERCENT };
  g_autoptr (GError) error = NULL;
  g_autoptr (HeedLookList) list = NULL;
  g_autofree char *lot = NULL;
  g_autoptr (HeedCtlTable) table = NULL;

  if (self->seed != NULL
      && !g_ascii_string_to_unsigned (self->seed, 10, 0, G_MAXUINT32, &query.seed, NULL))
    return heed_ctl_usage (_ ("--seed: “%s” is not a whole number."), self->seed);
  if (!heed_ctl_open (self, HEED_STORE_DEFAULT))
    return HEED_CTL_REFUSED;
  query.today = self->today;
  if (self->seed == NULL)
    query.seed = heed_look_seed_of (self->today);
  list = heed_store_list_looks (self->store, &query, &error);
  if (list == NULL)
    return heed_ctl_refuse (NULL, error);
  if (self->json)
    {
      print_looks_json (list, &query);
      return HEED_CTL_OK;
    }

  table = heed_ctl_table_new (4);
  for (guint i = 0; i < list->rows->len; i++)
    {
      const HeedLookRow *row = list->rows->pdata[i];
      g_autofree char *closed = heed_date_format (row->closed);
      g_autofree char *why = heed_words_look_why (row->why);

      heed_ctl_table_add (table, row->reference, closed, row->name ? row->name : "-", why, NULL);
    }
  heed_ctl_table_print (table);
  lot = heed_words_look_lot (list, &query);
  printf ("%s\n", lot);
  return HEED_CTL_OK;
}

int
heed_ctl_said (HeedCtl *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (JsonArray) array = json_array_new ();

  if (!heed_ctl_open (self, HEED_STORE_DEFAULT))
    return HEED_CTL_REFUSED;
  rows = heed_store_list_said (self->store, !self->all, &error);
  if (rows == NULL)
    return heed_ctl_refuse (NULL, error);
  for (guint i = 0; i < rows->len; i++)
    {
      const HeedSaidRow *row = rows->pdata[i];
      JsonObject        *object = json_object_new ();
      g_autofree char   *said = heed_ctl_clean (row->you_said, TRUE);
      g_autofree char   *did = heed_ctl_clean (row->we_did, TRUE);

      json_object_set_string_member (object, "reference", row->reference);
      heed_ctl_set_date (object, "on", row->on);
      heed_ctl_set_text (object, "place", row->place);
      heed_ctl_set_text (object, "you_said", row->you_said);
      heed_ctl_set_text (object, "we_did", row->we_did);
      json_object_set_boolean_member (object, "publishable", row->publishable);
      json_array_add_object_element (array, object);
      if (!self->json)
        /* Translators: what people said, then what the organisation did about it */
        printf (_ ("You said: %s\nWe did: %s\n\n"), said, did);
    }
  if (self->json)
    heed_ctl_print_array (array);
  return HEED_CTL_OK;
}
