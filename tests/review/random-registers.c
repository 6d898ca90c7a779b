/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Makes random small registers in memory and counts every measure of them, for test-measures.py,
 * which counts the same from the acts alone. One register a line:
 *
 *   random-registers N SEED
 */

#include "config.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include "heed-measure.h"

#define TODAY heed_date_new (2026, 11, 24)
#define FIRST heed_date_new (2024, 9, 1)

typedef struct
{
  GRand     *rng;
  HeedRules *rules;
  GTimeZone *zone;
  JsonArray *acts; /* of the register */
  HeedCase  *state;
  gint64     case_id;
  HeedDate   day;
} Making;

#define PICK(self, ...) \
  pick (self, (const char *const[]) { __VA_ARGS__, NULL })

static const char *
pick (Making            *self,
      const char *const *list)
{
  return list[g_rand_int_range (self->rng, 0, (int) g_strv_length ((char **) list))];
}

static gboolean
chance (Making *self,
        int     of)
{
  return g_rand_int_range (self->rng, 0, of) == 0;
}

static char *
day_text (HeedDate day)
{
  return heed_date_format (day);
}

/* Does something to the case at a random time of the day; what is refused is forgotten. */
static gboolean
act (Making     *self,
     const char *kind,
     const char *json)
{
  g_autoptr (JsonNode) body = heed_json_parse (json, -1, kind, NULL);
  gint64 at = heed_instant_of_date (self->day, self->zone)
              + (gint64) g_rand_int_range (self->rng, 0, 23 * 3600) * G_USEC_PER_SEC;
  HeedActContext context = { "Grace Okafor", "Europe/London", at };
  g_autoptr (HeedAct) given = NULL;
  g_autoptr (HeedAct) complete = NULL;
  g_autoptr (HeedAct) placed = NULL;
  HeedCase   *after;
  JsonObject *line;

  g_assert_nonnull (body);
  given = heed_act_new_at (kind, &context, self->case_id, 0, at, json_node_get_object (body));
  complete = heed_act_complete (given, self->rules);
  placed = heed_act_new_placed (complete, self->case_id, self->state ? self->state->seq + 1 : 1);
  after = heed_case_apply (self->state, placed, self->rules, NULL);
  if (after == NULL)
    return FALSE;
  g_clear_pointer (&self->state, heed_case_unref);
  self->state = after;
  line = json_object_new ();
  json_object_set_int_member (line, "case", self->case_id);
  json_object_set_string_member (line, "kind", kind);
  json_object_set_int_member (line, "at", at);
  json_object_set_object_member (line, "body", json_object_ref (placed->body));
  json_array_add_object_element (self->acts, line);
  return TRUE;
}

static gboolean act_printf (Making     *self,
                            const char *kind,
                            const char *format,
                            ...) G_GNUC_PRINTF (3, 4);

static gboolean
act_printf (Making     *self,
            const char *kind,
            const char *format,
            ...)
{
  g_autofree char *json = NULL;
  va_list          arguments;

  va_start (arguments, format);
  json = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  return act (self, kind, json);
}

static char *
issues_json (Making *self)
{
  GString *text = g_string_new ("[");

  for (int i = g_rand_int_range (self->rng, 0, 4); i > 0; i--)
    g_string_append_printf (text, "%s{\"text\":\"One\",\"category\":\"%s\",\"severity\":%d}",
                            text->len > 1 ? "," : "",
                            PICK (self, "listening.ignoring", "safety", "processes.visiting"),
                            g_rand_int_range (self->rng, 0, 4));
  g_string_append (text, "]");
  return g_string_free (text, FALSE);
}

static void
log_case (Making *self)
{
  g_autofree char *issues = issues_json (self);
  g_autofree char *received = day_text (self->day - (chance (self, 3) ? 5 : 0));

  act_printf (self, "log",
              "{\"words\":\"x\",\"profile\":\"england-nhs\",\"anonymous\":true,\"type\":\"%s\","
              "\"issues\":%s,\"feeling\":\"%s\",\"authority\":\"%s\",\"received\":\"%s\"}",
              PICK (self, "complaint", "complaint", "complaint", "complaint", "concern",
                    "compliment", "enquiry"),
              issues, PICK (self, "calm", "worried", "very-upset", "unsafe"),
              PICK (self, "not-needed", "awaited", "given"), received);
}

static void
find_all (Making *self)
{
  for (guint i = 0; i < self->state->issues->len; i++)
    act_printf (self, "find", "{\"issue\":%u,\"finding\":\"%s\",\"evidence\":\"x\"}", i + 1,
                PICK (self, "upheld", "partly-upheld", "not-upheld"));
}

static void
go_on (Making *self)
{
  g_autofree char *soon = day_text (self->day + g_rand_int_range (self->rng, 0, 40));

  switch (self->state->stage)
    {
    case HEED_STAGE_LISTEN:
    case HEED_STAGE_ACKNOWLEDGE:
      if (self->state->issues->len == 0)
        act (self, "issue-add", "{\"text\":\"Another\",\"category\":\"respect\"}");
      act_printf (self, "acknowledge",
                  "{\"how\":\"phone\",\"plan\":\"x\",\"owner\":\"Ben\",\"reply_by\":\"%s\","
                  "\"agreed\":true,\"safety\":\"no-one\",\"reference_given\":true}",
                  soon);
      break;
    case HEED_STAGE_RESOLVE:
      find_all (self);
      act (self, "resolve", "{\"how\":\"letter\",\"text\":\"x\",\"apology\":\"given\"}");
      if (chance (self, 2))
        self->day = MIN (self->day + 4, TODAY);
      act (self, "close", "{\"next_step_told\":true,\"no_learning_reason\":\"x\"}");
      break;
    case HEED_STAGE_CLOSED:
    default:
      if (chance (self, 3))
        act (self, "reopen", "{\"reason\":\"x\"}");
    }
}

static void
ask_and_learn (Making *self)
{
  g_autofree char *soon = day_text (self->day + g_rand_int_range (self->rng, 0, 90));
  int              number = chance (self, 4) ? 2 : 1;

  switch (g_rand_int_range (self->rng, 0, 14))
    {
    case 0:
      act (self, "feedback-ask", "{\"way\":\"phone\"}");
      break;
    case 1:
      act_printf (self, "feedback",
                  "{\"way\":\"phone\",\"asked_by\":\"Joy\",\"fft\":\"%s\",\"speak_up_again\":\"%s\","
                  "\"care_affected\":\"%s\",\"safe_route\":\"x\",\"heard\":\"%s\"}",
                  PICK (self, "very-good", "good", "neither", "very-poor", "dont-know"),
                  PICK (self, "yes", "no", "unsure"), PICK (self, "yes", "no", "unsure"),
                  PICK (self, "fully", "mostly", "a-little", "not-at-all"));
      break;
    case 2:
      act (self, "feedback", "{\"way\":\"paper\",\"comment\":\"x\",\"asked_by\":\"Joy\"}");
      break;
    case 3:
    case 11:
    case 12:
      act_printf (self, "learn", "{\"text\":\"x\",\"owner\":\"Ben\",\"due\":\"%s\"}", soon);
      break;
    case 4:
      act_printf (self, "learned", "{\"number\":%d%s}", number,
                  chance (self, 2) ? ",\"proof\":\"x\"" : "");
      break;
    case 5:
    case 10:
      act_printf (self, "learned", "{\"number\":%d,\"proof\":\"x\"}", number);
      act_printf (self, "learning-check", "{\"number\":%d,\"effective\":\"%s\",\"note\":\"x\"}",
                  number, PICK (self, "yes", "partly", "no"));
      break;
    case 6:
      act_printf (self, "learn-drop", "{\"number\":%d,\"reason\":\"x\"}", number);
      break;
    case 7:
      act (self, "ombudsman-refer", "{\"body\":\"x\"}");
      break;
    case 8:
      act_printf (self, "ombudsman-decide", "{\"decision\":\"%s\"}",
                  PICK (self, "upheld", "partly-upheld", "not-upheld", "not-taken", "ended"));
      break;
    default:
      if (chance (self, 2))
        act_printf (self, "recommend", "{\"text\":\"x\",\"due\":\"%s\"}", soon);
      else
        act_printf (self, "recommend-met", "{\"number\":%d,\"evidence\":\"x\"}", number);
    }
}

static void
turn_aside (Making *self)
{
  g_autofree char *soon = day_text (self->day + g_rand_int_range (self->rng, 0, 40));

  switch (g_rand_int_range (self->rng, 0, 16))
    {
    case 0:
      act_printf (self, "agree", "{\"reply_by\":\"%s\",\"agreed\":true,\"reason\":\"x\"}", soon);
      break;
    case 1:
      act_printf (self, "contact",
                  "{\"means\":\"call\",\"direction\":\"out\",\"text\":\"x\",\"feeling\":\"%s\"}",
                  PICK (self, "calm", "worried", "very-upset"));
      break;
    case 2:
      act_printf (self, "person", "{\"authority\":\"%s\"}", PICK (self, "awaited", "given"));
      break;
    case 3:
      act (self, "pause", "{\"reason\":\"consent\"}");
      break;
    case 4:
      act (self, "resume", "{}");
      break;
    case 5:
      if (chance (self, 3))
        act (self, PICK (self, "withdraw", "not-accept"), "{\"reason\":\"x\"}");
      break;
    case 8:
    case 9:
      act (self, "person", "{\"authority\":\"awaited\"}");
      break;
    case 10:
    case 11:
    case 12:
      act (self, "person", "{\"authority\":\"given\"}");
      break;
    case 6:
      act (self, "settle", "{\"text\":\"x\"}");
      break;
    default:
      if (chance (self, 6))
        act (self, "transfer", "{\"to\":\"x\",\"reason\":\"x\"}");
    }
}

static void
live (Making *self)
{
  self->day = FIRST + g_rand_int_range (self->rng, 0, TODAY - FIRST);
  log_case (self);
  if (self->state == NULL)
    return;
  for (int steps = g_rand_int_range (self->rng, 0, 30); steps > 0; steps--)
    {
      self->day += chance (self, 12) ? g_rand_int_range (self->rng, 100, 260)
                                     : g_rand_int_range (self->rng, 0, 20);
      if (self->day > TODAY)
        return;
      if (chance (self, 2))
        go_on (self);
      else if (chance (self, 2))
        ask_and_learn (self);
      else
        turn_aside (self);
    }
}

static JsonArray *
cell_json (HeedMeasureSet    *set,
           const HeedMeasure *measure,
           guint              period)
{
  HeedPeriodCount count = heed_measure_set_get_count (set, measure, period);
  double          value = heed_measure_set_get_value (set, measure, period);
  JsonArray      *cell = json_array_new ();

  json_array_add_double_element (cell, count.numerator);
  json_array_add_double_element (cell, count.denominator);
  if (isnan (value))
    json_array_add_null_element (cell);
  else
    json_array_add_double_element (cell, value);
  if (measure->kind == HEED_MEASURE_DAYS && !isnan (value))
    json_array_add_double_element (cell, heed_measure_set_get_quantile (set, measure, period, 0.9));
  return cell;
}

static JsonObject *
measures_json (HeedMeasureSet *set)
{
  JsonObject        *object = json_object_new ();
  guint              n_measures;
  const HeedMeasure *measures = heed_measures_get (&n_measures);

  for (guint i = 0; i < n_measures; i++)
    {
      JsonArray *cells = json_array_new ();

      for (guint j = 0; j < heed_measure_set_get_n_periods (set); j++)
        json_array_add_array_element (cells, cell_json (set, &measures[i], j));
      json_array_add_array_element (cells, cell_json (set, &measures[i], HEED_ALL_PERIODS));
      json_object_set_array_member (object, measures[i].id, cells);
    }
  return object;
}

static void
print_register (Making *self)
{
  HeedDate from = FIRST + g_rand_int_range (self->rng, 60, 200);
  HeedDate to = TODAY - g_rand_int_range (self->rng, 0, 60);
  g_autoptr (GArray) periods = heed_periods_cut (HEED_PERIOD_MONTH, from, to);
  g_autoptr (HeedMeasureSet) set = heed_measure_set_new (
      (const HeedPeriod *) (gpointer) periods->data, periods->len, TODAY);
  g_autoptr (JsonObject) object = json_object_new ();
  g_autofree char *from_text = day_text (from);
  g_autofree char *to_text = day_text (to);
  g_autofree char *text = NULL;

  self->acts = json_array_new ();
  for (int i = g_rand_int_range (self->rng, 1, 9); i > 0; i--)
    {
      g_autoptr (GArray) tallies = NULL;

      self->case_id++;
      live (self);
      if (self->state == NULL)
        continue;
      tallies = heed_case_compute_tallies (self->state, self->rules);
      for (guint t = 0; t < tallies->len; t++)
        {
          const HeedTally *tally = &g_array_index (tallies, HeedTally, t);

          if (tally->day >= from)
            heed_measure_set_add (set, tally, 1);
          else if (tally->flags & HEED_TALLY_WORRY && tally->basis == HEED_TALLY_RECEIVED)
            heed_measure_set_add_stock (set, 1);
          else if (tally->flags & HEED_TALLY_WORRY && tally->basis == HEED_TALLY_CLOSED)
            heed_measure_set_add_stock (set, -1);
        }
      g_clear_pointer (&self->state, heed_case_unref);
    }
  for (guint i = 0; i < periods->len; i++)
    if (i % 3 != 0)
      heed_measure_set_add_activity (set, i, 100.0 * (i + 1));
  json_object_set_string_member (object, "from", from_text);
  json_object_set_string_member (object, "to", to_text);
  json_object_set_array_member (object, "acts", self->acts);
  json_object_set_object_member (object, "measures", measures_json (set));
  text = heed_json_object_to_text (object);
  puts (text);
}

int
main (int    argc,
      char **argv)
{
  Making self = { 0 };

  g_assert_cmpint (argc, ==, 3);
  self.rng = g_rand_new_with_seed ((guint32) atoi (argv[2]));
  self.rules = heed_rules_new_builtin (NULL);
  self.zone = heed_zone_new ("Europe/London");
  for (int i = atoi (argv[1]); i > 0; i--)
    print_register (&self);
  g_rand_free (self.rng);
  g_time_zone_unref (self.zone);
  heed_rules_unref (self.rules);
  return 0;
}
