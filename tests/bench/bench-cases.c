/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Invented registers of any size for the benchmarks: the same seed makes the same cases. They come
 * over two thousand days, oldest first, mostly closed, a few per cent open; their words are put
 * together from sentences of the kind that people say, with rare words strewn in. Everything goes
 * through heed_store_perform(), as in life. */

#include "config.h"

#include <math.h>

#include "bench-cases.h"

#define EDITION "1" /* of what is made: a file of another edition is made anew */
#define SEED    20261123
#define BATCH   2000
#define DAYS    2000

#define PICK(rng, list) list[g_rand_int_range (rng, 0, G_N_ELEMENTS (list))]

static const char *const sentences[] = {
  "I waited %s in the waiting room and nobody came to tell us what was happening.",
  "They moved my %s in the night and nobody rang the family.",
  "The doctor spoke to my %s the whole time as if I was not in the room.",
  "It took %s and five telephone calls to be told that the scan was clear.",
  "I told them that those tablets made me ill last time and it is in my notes.",
  "The ward was cold and dirty and the call bell did not work.",
  "My appointment was cancelled twice with no reason given.",
  "When I asked the %s, I was told that it was not their job.",
  "I had taken the day off work and paid for a taxi both ways.",
  "My %s has hardly any English and nobody asked for an interpreter.",
  "The letter about the operation arrived %s after the day itself.",
  "We were told different things by different people.",
  "The %s was kind and explained everything, I want that to be said as well.",
  "The food was left where my %s could not reach it.",
  "Nobody washed their hands before touching the dressing.",
  "I asked for pain relief and it took %s until somebody brought it.",
  "The results were sent to the wrong surgery and then lost.",
  "I felt that I was being rushed out because somebody needed the bed.",
  "The receptionist shouted my private details across the room.",
  "My %s fell on the way to the bathroom and we found out by chance.",
  "We only want to know what went wrong and that it does not happen to anyone else.",
  "No one has said sorry, not once.",
};
static const char *const slots[] = {
  "mother", "father", "husband", "wife",    "son",       "daughter",   "partner",      "neighbour",
  "nurse",  "doctor", "midwife", "porter",  "pharmacist", "consultant", "receptionist", "ward manager",
  "four hours", "three weeks", "two days", "a whole night", "six months", "an hour and a half",
};
static const char *const syllables[] = {
  "ba", "cor", "den", "el", "fa", "gor", "hin", "is", "jo", "kel", "lu", "mor", "na", "ol",
  "pra", "quin", "ros", "sta", "ti", "ur", "vel", "wen", "xan", "yo", "zi", "mab", "pril", "sone",
};
static const char *const first_names[] = {
  "Amina",  "Grace",  "Tomasz", "Rhys",  "Li Na",  "Callum", "Margaret", "Priya", "Seán",   "Zoë",
  "Joanna", "Imran",  "Sunita", "Olga",  "Kwame",  "Niamh",  "Ahmed",    "Chloe", "Dilwyn", "Fatima",
  "George", "Hannah", "Idris",  "Jürgen", "Keiko", "Leila",  "Mohammed", "Nora",  "Owen",   "Petra",
};
static const char *const last_names[] = {
  "Yusuf", "Okonkwo", "Kowalczyk", "Pritchard", "Chen", "Reid", "Doyle", "Raman", "Ó Briain", "Weiß",
  "Smith", "Jones", "Taylor", "Brown", "Williams", "Davies", "Evans", "Khan", "Patel", "Nowak",
};
static const char *const categories[] = { "communication", "processes", "quality", "safety",
                                          "environment",   "listening", "respect" };
static const char *const places[] = { "Emergency department", "Ward 7", "Maternity", "Outpatients",
                                      "Radiology", "Pharmacy", "Day surgery", "Physiotherapy" };
static const char *const channels[] = { "phone", "email", "letter", "in-person" };
static const char *const owners[] = { "Joanna Pryce", "Imran Siddiqui", "Sunita Rao", "Callum Reid",
                                      "Ruth Adeyemi", "Claire Donnelly" };

/* A word of a vocabulary of some ten thousand; the low numbers are much commoner (Zipf). */
static void
append_rare_word (GString *text,
                  GRand   *rng)
{
  guint number = (guint) pow (10000.0, g_rand_double (rng));

  for (guint i = 0; i < 3; i++, number /= G_N_ELEMENTS (syllables))
    g_string_append (text, syllables[(number * 7 + i * 11) % G_N_ELEMENTS (syllables)]);
}

static char *
make_words (GRand *rng,
            guint  number)
{
  GString *text = g_string_new (NULL);

  for (int i = g_rand_int_range (rng, 3, 19); i > 0; i--)
    {
      const char *sentence = PICK (rng, sentences);
      const char *slot = strstr (sentence, "%s");

      g_string_append_len (text, sentence, slot ? slot - sentence : -1);
      if (slot != NULL)
        g_string_append_printf (text, "%s%s", PICK (rng, slots), slot + 2);
      g_string_append_c (text, ' ');
      if (i % 3 == 0)
        {
          g_string_append (text, "It was about the ");
          append_rare_word (text, rng);
          g_string_append (text, ". ");
        }
    }
  g_string_append (text, number % 5000 == 17 ? "And the xylophone." : "Thank you.");
  return g_string_free (text, FALSE);
}

static void
set_date (JsonObject *body,
          const char *fact,
          HeedDate    day)
{
  g_autofree char *text = heed_date_format (day);

  json_object_set_string_member (body, fact, text);
}

/* The body of a log act. */
JsonObject *
bench_make_complaint (GRand    *rng,
                      guint     number,
                      HeedDate  received)
{
  JsonObject *body = json_object_new ();
  JsonObject *person = json_object_new ();
  JsonArray  *issues = json_array_new ();
  g_autofree char *words = make_words (rng, number);
  g_autofree char *name = g_strdup_printf ("%s %s", PICK (rng, first_names), PICK (rng, last_names));
  g_autofree char *phone = g_strdup_printf ("07700 9%05u", number % 100000);

  json_object_set_string_member (body, "words", words);
  json_object_set_string_member (body, "profile", "england-nhs");
  json_object_set_string_member (body, "channel", PICK (rng, channels));
  json_object_set_string_member (body, "place", PICK (rng, places));
  set_date (body, "received", received);
  json_object_set_string_member (person, "name", name);
  json_object_set_string_member (person, "phone", phone);
  json_object_set_object_member (body, "person", person);
  for (int i = g_rand_int_range (rng, 1, 3); i > 0; i--)
    {
      JsonObject *issue = json_object_new ();

      json_object_set_string_member (issue, "text", "One point of it");
      json_object_set_string_member (issue, "category", PICK (rng, categories));
      json_object_set_int_member (issue, "severity", g_rand_int_range (rng, 0, 4));
      json_array_add_object_element (issues, issue);
    }
  json_object_set_array_member (body, "issues", issues);
  return body;
}

/* A day after receipt, but not after the day of measuring. */
static HeedActContext
context_after (HeedDate received,
               int      days)
{
  HeedDate now = heed_date_new (2026, 11, 23);

  return (HeedActContext) { "Bench", "Europe/London",
                            BENCH_NOW - (gint64) MAX (now - received - days, 0) * G_TIME_SPAN_DAY };
}

static void
add_act (GPtrArray  *acts,
         HeedDate    received,
         int         days,
         const char *kind,
         const char *json)
{
  HeedActContext context = context_after (received, days);
  g_autoptr (JsonNode) node = heed_json_parse (json, -1, "bench", NULL);

  g_ptr_array_add (acts, heed_act_new (kind, &context, 0, 0, json_node_get_object (node)));
}

static void
add_acknowledgement (GPtrArray *acts,
                     GRand     *rng,
                     HeedDate   received)
{
  g_autofree char *day = heed_date_format (received + 40);
  g_autofree char *json = g_strdup_printf ("{\"how\": \"phone\", \"plan\": \"Ask the ward\", \"owner\": \"%s\","
                                           " \"reply_by\": \"%s\", \"agreed\": true}",
                                           PICK (rng, owners), day);

  add_act (acts, received, 2, "acknowledge", json);
}

static void
add_ending (GPtrArray *acts,
            GRand     *rng,
            HeedDate   received,
            guint      n_issues)
{
  static const char *const findings[] = { "upheld", "partly-upheld", "not-upheld" };
  double chance = g_rand_double (rng);

  if (chance < 0.65)
    add_act (acts, received, 1, "settle", "{\"text\": \"Put right at once\"}");
  else if (chance < 0.8)
    add_act (acts, received, 9, "withdraw", "{\"reason\": \"Asked to stop\"}");
  if (chance < 0.8)
    return;
  add_act (acts, received, 1, "listened", "{\"safety\": \"no-one\", \"reference_given\": true}");
  add_acknowledgement (acts, rng, received);
  for (guint i = 1; i <= n_issues; i++)
    {
      g_autofree char *json = g_strdup_printf ("{\"issue\": %u, \"finding\": \"%s\","
                                               " \"evidence\": \"The ward's records\"}",
                                               i, PICK (rng, findings));

      add_act (acts, received, 20, "find", json);
    }
  add_act (acts, received, 25 + g_rand_int_range (rng, 0, 40), "resolve",
           "{\"how\": \"letter\", \"text\": \"We are sorry for what happened, and this is what we found.\","
           " \"apology\": \"given\"}");
  add_act (acts, received, 70, "close",
           "{\"next_step_told\": true, \"no_learning_reason\": \"Known already\"}");
}

/* Adds the acts of case @number of @n. */
void
bench_add_case (GPtrArray *acts,
                GRand     *rng,
                guint      number,
                guint      n)
{
  HeedDate       now = heed_date_new (2026, 11, 23);
  HeedDate       received = now - DAYS + (HeedDate) ((guint64) number * DAYS / MAX (n, 1));
  HeedActContext context = context_after (received, 0);
  g_autoptr (JsonObject) body = bench_make_complaint (rng, number, received);
  guint  n_issues = json_array_get_length (json_object_get_array_member (body, "issues"));
  int    age = now - received;
  double open = age < 30 ? 0.8 : age < 60 ? 0.5 : age < 120 ? 0.15 : 0.005;
  double chance = g_rand_double (rng);

  g_ptr_array_add (acts, heed_act_new ("log", &context, 0, 0, body));
  if (chance >= open)
    {
      add_ending (acts, rng, received, n_issues);
      return;
    }
  if (chance > open * 0.3)
    add_act (acts, received, 1, "listened", "{\"safety\": \"no-one\", \"reference_given\": true}");
  if (chance > open * 0.6)
    add_acknowledgement (acts, rng, received);
  if (number % 50 == 0)
    add_act (acts, received, 3, "flag", "{\"flag\": \"safeguarding\"}");
}

static void
fill (HeedStore *store,
      guint      n)
{
  g_autoptr (GRand) rng = g_rand_new_with_seed (SEED);
  gint64  start = g_get_monotonic_time ();
  guint64 n_acts = 0;
  double  seconds;

  for (guint done = 0; done < n; done += BATCH)
    {
      g_autoptr (GPtrArray) acts = g_ptr_array_new_with_free_func ((GDestroyNotify) heed_act_unref);
      g_autoptr (GPtrArray) cases = NULL;
      g_autoptr (GError) error = NULL;

      for (guint i = done; i < MIN (n, done + BATCH); i++)
        bench_add_case (acts, rng, i, n);
      cases = heed_store_perform (store, acts, &error);
      g_assert_no_error (error);
      n_acts += acts->len;
    }
  seconds = (double) (g_get_monotonic_time () - start) / G_USEC_PER_SEC;
  g_print ("made %u cases of %" G_GUINT64_FORMAT " acts in %.0f s: %.0f cases/s, %.0f acts/s in"
           " transactions of %d cases\n",
           n, n_acts, seconds, n / seconds, (double) n_acts / seconds, BATCH);
}

/**
 * bench_open:
 * @path: the file
 * @rules: the rules
 * @n: how many cases it has to have
 *
 * Opens a register of that size, making it first where it is not there yet.
 *
 * Returns: (transfer full): the store
 */
HeedStore *
bench_open (const char *path,
            HeedRules  *rules,
            guint       n)
{
  g_autofree char *edition = g_strdup_printf ("%s of %u", EDITION, n);
  g_autofree char *found = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (HeedStore) store = heed_store_open (path, NULL, rules, HEED_STORE_CREATE, &error);

  g_assert_no_error (error);
  found = heed_store_get_setting (store, "bench", NULL);
  if (found == NULL)
    {
      fill (store, n);
      g_assert_true (heed_store_set_setting (store, "bench", edition, NULL));
    }
  else if (!g_str_equal (found, edition))
    g_error ("%s holds another register (%s); remove it", path, found);
  return g_steal_pointer (&store);
}
