/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A case as one JSON object: its state, its people, its dates and its acts. */

#include "config.h"

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
  heed_ctl_set_text (object, "feeling_start", state->feeling_start);
  heed_ctl_set_text (object, "feeling", state->feeling_now);
  heed_ctl_set_text (object, "language", state->language);
  json_object_set_boolean_member (object, "interpreter", state->interpreter);
  heed_ctl_set_text (object, "format", state->format);
  heed_ctl_set_text (object, "needs", state->needs);
  heed_ctl_set_text (object, "taken_by", state->taken_by);
  heed_ctl_set_text (object, "safety", state->safety);
  heed_ctl_set_text (object, "plan", state->plan);
  json_object_set_boolean_member (object, "reference_given", state->reference_given);
  heed_ctl_set_date (object, "listened", state->listened);
  heed_ctl_set_text (object, "acknowledged_how", state->acknowledged_how);
  heed_ctl_set_date (object, "last_update", state->last_update);
  json_object_set_int_member (object, "contacts", state->n_contacts);
  heed_ctl_set_text (object, "resolution", state->resolution);
  heed_ctl_set_text (object, "resolved_how", state->resolved_how);
  heed_ctl_set_text (object, "apology", state->apology);
  heed_ctl_set_text (object, "apology_form", state->apology_form);
  heed_ctl_set_text (object, "apology_by", state->apology_by);
  heed_ctl_set_date (object, "apology_on", state->apology_on);
  heed_ctl_set_text (object, "apology_elements", state->apology_elements);
  json_object_set_boolean_member (object, "feedback_consent", state->feedback_consent);
  heed_ctl_set_date (object, "feedback_asked", state->feedback_asked);
  heed_ctl_set_date (object, "feedback_declined", state->feedback_declined);
  heed_ctl_set_text (object, "feedback_why_not", state->feedback_why_not);
  heed_ctl_set_date (object, "thanked", state->thanked);
  heed_ctl_set_date (object, "passed_on", state->passed_on);
  heed_ctl_set_text (object, "passed_to", state->passed_to);
  heed_ctl_set_text (object, "reasons", state->reasons);
  heed_ctl_set_text (object, "named", state->named);
  heed_ctl_set_text (object, "decision", state->decision);
  json_object_set_boolean_member (object, "next_step_told", state->next_step_told);
  heed_ctl_set_text (object, "no_learning_reason", state->no_learning_reason);
  json_object_set_boolean_member (object, "hold", state->hold);
}

static JsonObject *
issue_json (gconstpointer item)
{
  const HeedIssue *issue = item;
  JsonObject *object = json_object_new ();

  json_object_set_int_member (object, "number", issue->number);
  heed_ctl_set_text (object, "text", issue->text);
  heed_ctl_set_text (object, "category", issue->category);
  if (issue->severity >= 0)
    json_object_set_int_member (object, "severity", issue->severity);
  if (issue->harm >= 0)
    json_object_set_int_member (object, "harm", issue->harm);
  heed_ctl_set_text (object, "care_stage", issue->care_stage);
  heed_ctl_set_text (object, "place", issue->place);
  heed_ctl_set_date (object, "happened", issue->happened);
  heed_ctl_set_text (object, "finding", issue->finding);
  heed_ctl_set_text (object, "evidence", issue->evidence);
  heed_ctl_set_text (object, "should_have", issue->should_have);
  heed_ctl_set_text (object, "factors", issue->factors);
  return object;
}

static JsonObject *
want_json (gconstpointer item)
{
  const HeedWant *want = item;
  JsonObject *object = json_object_new ();

  heed_ctl_set_text (object, "text", want->text);
  heed_ctl_set_date (object, "done", want->done);
  return object;
}

static JsonObject *
promise_json (gconstpointer item)
{
  const HeedPromise *promise = item;
  JsonObject *object = json_object_new ();

  heed_ctl_set_date (object, "by", promise->by);
  json_object_set_boolean_member (object, "with_person", promise->with_person);
  heed_ctl_set_text (object, "reason", promise->reason);
  heed_ctl_set_text (object, "made_by", promise->made_by);
  heed_ctl_set_date (object, "made_on", promise->made_on);
  return object;
}

static JsonObject *
pause_json (gconstpointer item)
{
  const HeedCasePause *pause = item;
  JsonObject *object = json_object_new ();

  heed_ctl_set_date (object, "from", pause->from);
  heed_ctl_set_date (object, "to", pause->to);
  heed_ctl_set_text (object, "reason", pause->reason);
  heed_ctl_set_text (object, "note", pause->note);
  heed_ctl_set_text (object, "by", pause->by);
  return object;
}

static JsonObject *
remedy_json (gconstpointer item)
{
  const HeedRemedy *remedy = item;
  JsonObject *object = json_object_new ();

  json_object_set_int_member (object, "number", remedy->number);
  heed_ctl_set_text (object, "remedy", remedy->kind);
  heed_ctl_set_text (object, "text", remedy->text);
  heed_ctl_set_date (object, "offered", remedy->offered);
  heed_ctl_set_date (object, "accepted", remedy->accepted);
  heed_ctl_set_date (object, "delivered", remedy->delivered);
  heed_ctl_set_date (object, "declined", remedy->declined);
  return object;
}

static JsonObject *
learning_json (gconstpointer item)
{
  const HeedLearning *learning = item;
  JsonObject *object = json_object_new ();

  json_object_set_int_member (object, "number", learning->number);
  heed_ctl_set_text (object, "text", learning->text);
  heed_ctl_set_text (object, "owner", learning->owner);
  heed_ctl_set_text (object, "strength", learning->strength);
  heed_ctl_set_text (object, "measure", learning->measure);
  heed_ctl_set_date (object, "due", learning->due);
  heed_ctl_set_date (object, "done", learning->done);
  heed_ctl_set_text (object, "proof", learning->proof);
  heed_ctl_set_date (object, "check_due", heed_learning_get_check_due (learning));
  heed_ctl_set_date (object, "checked", learning->checked);
  heed_ctl_set_text (object, "effective", learning->effective);
  heed_ctl_set_text (object, "check_note", learning->check_note);
  heed_ctl_set_date (object, "told", learning->told);
  heed_ctl_set_date (object, "dropped", learning->dropped);
  heed_ctl_set_text (object, "drop_reason", learning->drop_reason);
  return object;
}

static JsonObject *
feedback_json (gconstpointer item)
{
  const HeedFeedback *feedback = item;
  JsonObject *object = json_object_new ();

  json_object_set_int_member (object, "round", feedback->round);
  heed_ctl_set_date (object, "on", feedback->on);
  heed_ctl_set_text (object, "way", feedback->way);
  heed_ctl_set_text (object, "asked_by", feedback->asked_by);
  heed_ctl_set_text (object, "by", feedback->by);
  heed_ctl_set_text (object, "survey", feedback->survey);
  heed_ctl_set_text (object, "survey_version", feedback->survey_version);
  heed_ctl_set_text (object, "answers", feedback->answers);
  heed_ctl_set_text (object, "heard", feedback->heard);
  if (feedback->overall > 0)
    json_object_set_int_member (object, "overall", feedback->overall);
  heed_ctl_set_text (object, "fft", feedback->fft);
  heed_ctl_set_text (object, "speak_up_again", feedback->speak_up_again);
  heed_ctl_set_text (object, "care_affected", feedback->care_affected);
  heed_ctl_set_text (object, "safe_route", feedback->safe_route);
  heed_ctl_set_text (object, "comment", feedback->comment);
  return object;
}

static JsonObject *
review_json (gconstpointer item)
{
  const HeedReview *review = item;
  JsonObject *object = json_object_new ();

  json_object_set_int_member (object, "round", review->round);
  heed_ctl_set_date (object, "on", review->on);
  heed_ctl_set_text (object, "by", review->by);
  heed_ctl_set_text (object, "kept", review->kept);
  heed_ctl_set_text (object, "note", review->note);
  heed_ctl_set_text (object, "themes", review->themes);
  heed_ctl_set_text (object, "you_said", review->you_said);
  heed_ctl_set_text (object, "we_did", review->we_did);
  json_object_set_boolean_member (object, "publishable", review->publishable);
  return object;
}

static JsonObject *
referral_json (gconstpointer item)
{
  const HeedReferral *referral = item;
  JsonObject *object = json_object_new ();

  json_object_set_int_member (object, "number", referral->number);
  heed_ctl_set_text (object, "body", referral->body);
  heed_ctl_set_text (object, "their_reference", referral->reference);
  heed_ctl_set_text (object, "told_by", referral->told_by);
  heed_ctl_set_date (object, "referred", referral->referred);
  heed_ctl_set_date (object, "accepted", referral->accepted);
  heed_ctl_set_text (object, "inquiry", referral->stage);
  heed_ctl_set_date (object, "papers_due", referral->papers_due);
  heed_ctl_set_date (object, "papers_sent", referral->papers_sent);
  heed_ctl_set_date (object, "provisional", referral->provisional);
  heed_ctl_set_date (object, "decided", referral->decided);
  heed_ctl_set_text (object, "decision", referral->decision);
  heed_ctl_set_text (object, "text", referral->text);
  heed_ctl_set_text (object, "cost", referral->cost);
  return object;
}

static JsonObject *
recommendation_json (gconstpointer item)
{
  const HeedRecommendation *recommendation = item;
  JsonObject *object = json_object_new ();

  json_object_set_int_member (object, "number", recommendation->number);
  heed_ctl_set_text (object, "text", recommendation->text);
  heed_ctl_set_text (object, "owner", recommendation->owner);
  heed_ctl_set_date (object, "due", recommendation->due);
  heed_ctl_set_date (object, "met", recommendation->met);
  heed_ctl_set_text (object, "evidence", recommendation->evidence);
  return object;
}

static JsonObject *
round_json (gconstpointer item)
{
  const HeedRound *round = item;
  JsonObject *object = json_object_new ();

  json_object_set_int_member (object, "number", round->number);
  heed_ctl_set_date (object, "received", round->received);
  heed_ctl_set_date (object, "formal", round->formal);
  heed_ctl_set_date (object, "acknowledged", round->acknowledged);
  heed_ctl_set_date (object, "resolved", round->resolved);
  heed_ctl_set_date (object, "closed", round->closed);
  heed_ctl_set_text (object, "ending", round->ending);
  heed_ctl_set_text (object, "outcome", round->outcome);
  return object;
}

static JsonArray *
links_json (HeedCaseFile *file)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < file->state->links->len; i++)
    {
      const HeedLink *link = file->state->links->pdata[i];
      JsonObject     *object = json_object_new ();

      heed_ctl_set_text (object, "other", g_hash_table_lookup (file->references, &link->other));
      heed_ctl_set_text (object, "relation", link->relation);
      json_array_add_object_element (array, object);
    }
  return array;
}

/* Makes a list of what each item of an array says. */
typedef JsonObject *(*ItemJson) (gconstpointer item);

static void
set_items (JsonObject *object,
           const char *name,
           GPtrArray  *items,
           ItemJson    item_json)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < items->len; i++)
    json_array_add_object_element (array, item_json (items->pdata[i]));
  json_object_set_array_member (object, name, array);
}

static JsonObject *
act_json (gconstpointer item)
{
  const HeedAct *act = item;
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
  JsonArray        *flags = json_array_new ();
  JsonArray        *dates = json_array_new ();
  const HeedPerson *person = find_person (file, state->person);
  const HeedPerson *patient = find_person (file, state->patient);
  g_autoptr (GPtrArray) clocks = heed_case_compute_clocks (state, self->rules, self->today);

  set_state (object, state);
  if (person != NULL)
    json_object_set_object_member (object, "person", person_json (person));
  if (patient != NULL)
    json_object_set_object_member (object, "patient", person_json (patient));
  for (guint i = 0; i < state->flags->len; i++)
    json_array_add_string_element (flags, state->flags->pdata[i]);
  for (guint i = 0; clocks != NULL && i < clocks->len; i++)
    json_array_add_object_element (dates, heed_ctl_clock_json (clocks->pdata[i], self->today));
  json_object_set_array_member (object, "flags", flags);
  set_items (object, "wants", state->wants, want_json);
  set_items (object, "issues", state->issues, issue_json);
  set_items (object, "promises", state->promises, promise_json);
  set_items (object, "pauses", state->pauses, pause_json);
  set_items (object, "remedies", state->remedies, remedy_json);
  set_items (object, "learning", state->learning, learning_json);
  set_items (object, "feedback", state->feedback, feedback_json);
  set_items (object, "reviews", state->reviews, review_json);
  set_items (object, "referrals", state->referrals, referral_json);
  set_items (object, "recommendations", state->recommendations, recommendation_json);
  set_items (object, "rounds", state->rounds, round_json);
  json_object_set_array_member (object, "links", links_json (file));
  json_object_set_array_member (object, "dates", dates);
  set_items (object, "acts", file->acts, act_json);
  return object;
}
