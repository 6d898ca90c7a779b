/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What comes of cases, across cases: actions, closed cases to look back at, what was said and done,
 * and feedback that belongs to no case. */

#include "config.h"

#include "heed-database.h"
#include "heed-measured.h"
#include "heed-outcomes.h"

#include <glib/gstdio.h>
#include <string.h>

/* Monday 2026-11-23 10:00 in London */
#define NOW (G_GINT64_CONSTANT (1795428000) * G_USEC_PER_SEC)
#define DAY (24 * G_TIME_SPAN_HOUR)

static HeedRules *rules;

typedef struct
{
  char      *folder;
  char      *path;
  HeedStore *store;
  HeedDate   today;
} Fixture;

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("heed-outcomes-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "register.heed", NULL);
  fixture->today = heed_date_new (2026, 11, 23);
  fixture->store = heed_store_open (fixture->path, NULL, rules, HEED_STORE_CREATE, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  g_autoptr (GDir) folder = g_dir_open (fixture->folder, 0, NULL);
  const char *name;

  g_assert_finalize_object (fixture->store);
  while ((name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->path);
}

/* Performs an act that must be allowed, so many days before today. */
static gint64
perform (Fixture    *fixture,
         gint64      case_id,
         int         days_ago,
         const char *kind,
         const char *body)
{
  const HeedActContext context = { "Joanna Pryce", "Europe/London", NOW - days_ago * DAY };
  g_autoptr (JsonNode) node = heed_json_parse (body, -1, "test", NULL);
  g_autoptr (GPtrArray) acts = g_ptr_array_new_with_free_func ((GDestroyNotify) heed_act_unref);
  g_autoptr (GPtrArray) cases = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_nonnull (node);
  g_ptr_array_add (acts, heed_act_new (kind, &context, case_id, 0, json_node_get_object (node)));
  cases = heed_store_perform (fixture->store, acts, &error);
  g_assert_no_error (error);
  return ((HeedCase *) cases->pdata[0])->id;
}

/* A concern, settled so many days ago. */
static gint64
make_settled (Fixture *fixture,
              int      days_ago)
{
  gint64 id = perform (fixture, 0, days_ago, "log",
                       "{\"words\":\"Nobody rang\",\"profile\":\"england-nhs\",\"place\":\"Ward 4\","
                       "\"person\":{\"name\":\"Mary\"},\"type\":\"complaint\"}");

  perform (fixture, id, days_ago, "settle", "{\"text\":\"Rang at once\"}");
  return id;
}

static guint
count_actions (Fixture         *fixture,
               HeedActionFilter filter,
               HeedDate         today)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rows =
    heed_store_list_actions (fixture->store, filter, today, &error);
  g_autofree HeedActionCounts *counts = heed_store_count_actions (fixture->store, today, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (rows->len, ==, counts->n[filter]);
  return rows->len;
}

static void
assert_counts (Fixture    *fixture,
               HeedDate    today,
               const char *expected)
{
  g_autoptr (GString) found = g_string_new (NULL);

  for (guint i = 0; i < HEED_N_ACTION_FILTERS; i++)
    g_string_append_printf (found, "%s%u", i > 0 ? " " : "",
                            count_actions (fixture, (HeedActionFilter) i, today));
  g_assert_cmpstr (found->str, ==, expected);
}

/* In the order: to do, open, late, no proof, to be checked, not effective, all. */
static void
test_actions (Fixture      *fixture,
              gconstpointer data)
{
  gint64 id = make_settled (fixture, 200);
  g_autoptr (GPtrArray) rows = NULL;
  const HeedActionRow *row;

  assert_counts (fixture, fixture->today, "0 0 0 0 0 0 0");
  perform (fixture, id, 200, "learn",
           "{\"text\":\"Ring\",\"owner\":\"Claire\",\"due\":\"2026-11-22\",\"strength\":\"weak\"}");
  assert_counts (fixture, heed_date_new (2026, 11, 22), "1 1 0 0 0 0 1");
  assert_counts (fixture, fixture->today, "1 1 1 0 0 0 1");
  rows = heed_store_list_actions (fixture->store, HEED_ACTIONS_LATE, fixture->today, NULL);
  row = rows->pdata[0];
  g_assert_cmpstr (row->reference, ==, "26-0001");
  g_assert_cmpstr (row->name, ==, "Mary");
  g_assert_cmpstr (row->place, ==, "Ward 4");
  g_assert_cmpstr (row->strength, ==, "weak");

  perform (fixture, id, 100, "learned", "{\"number\":1}");
  assert_counts (fixture, fixture->today, "1 0 0 1 0 0 1");
  perform (fixture, id, 100, "learned", "{\"number\":1,\"proof\":\"Audit\"}");
  assert_counts (fixture, fixture->today, "1 0 0 0 1 0 1");
  assert_counts (fixture, fixture->today - 30, "0 0 0 0 0 0 1");
  perform (fixture, id, 0, "learning-check",
           "{\"number\":1,\"effective\":\"no\",\"note\":\"Still nobody rings\"}");
  assert_counts (fixture, fixture->today, "1 0 0 0 0 1 1");
  perform (fixture, id, 0, "learning-check", "{\"number\":1,\"effective\":\"yes\"}");
  assert_counts (fixture, fixture->today, "0 0 0 0 0 0 1");
  perform (fixture, id, 0, "learn-drop", "{\"number\":1,\"reason\":\"The ward closed\"}");
  assert_counts (fixture, fixture->today, "0 0 0 0 0 0 0");

  perform (fixture, id, 60, "ombudsman-refer", "{\"body\":\"PHSO\"}");
  perform (fixture, id, 50, "recommend", "{\"text\":\"Say sorry\",\"due\":\"2026-11-01\"}");
  assert_counts (fixture, fixture->today, "1 1 1 0 0 0 1");
  perform (fixture, id, 0, "recommend-met", "{\"number\":1,\"evidence\":\"Letter\"}");
  assert_counts (fixture, fixture->today, "0 0 0 0 0 0 1");
}

static HeedLookList *
list_looks (Fixture *fixture,
            guint    percent,
            guint64  seed)
{
  const HeedLookQuery query = { fixture->today, 90, percent, seed };
  g_autoptr (GError) error = NULL;
  HeedLookList *list = heed_store_list_looks (fixture->store, &query, &error);

  g_assert_no_error (error);
  return list;
}

static void
test_looks (Fixture      *fixture,
            gconstpointer data)
{
  gint64 low = make_settled (fixture, 300);
  gint64 reopened = make_settled (fixture, 200);
  gint64 plain = make_settled (fixture, 30);
  g_autoptr (HeedLookList) none = list_looks (fixture, 0, 1);
  g_autoptr (HeedLookList) all = NULL;
  g_autoptr (HeedLookList) lots = NULL;
  g_autoptr (HeedLookList) rest = NULL;

  g_assert_cmpuint (none->rows->len, ==, 0);
  perform (fixture, low, 250, "feedback", "{\"way\":\"paper\",\"heard\":\"a-little\",\"overall\":3}");
  perform (fixture, reopened, 150, "reopen", "{\"reason\":\"A point was missed\"}");
  all = list_looks (fixture, 0, 1);
  g_assert_cmpuint (all->rows->len, ==, 1);
  perform (fixture, reopened, 140, "settle", "{\"text\":\"Explained\"}");

  lots = list_looks (fixture, 100, 1);
  g_assert_cmpuint (lots->rows->len, ==, 3);
  g_assert_cmpuint (lots->n_pool, ==, 1);
  g_assert_cmpuint (lots->n_drawn, ==, 1);
  g_assert_cmpint (((HeedLookRow *) lots->rows->pdata[0])->case_id, ==, low);
  g_assert_cmpuint (((HeedLookRow *) lots->rows->pdata[0])->why, ==, HEED_LOOK_LOW);
  g_assert_cmpstr (((HeedLookRow *) lots->rows->pdata[0])->heard, ==, "a-little");
  g_assert_cmpuint (((HeedLookRow *) lots->rows->pdata[1])->why, ==, HEED_LOOK_REOPENED);
  g_assert_cmpuint (((HeedLookRow *) lots->rows->pdata[2])->why, ==, HEED_LOOK_SAMPLE);

  perform (fixture, low, 0, "review", "{\"kept\":\"none\",\"note\":\"Nobody rang again\"}");
  perform (fixture, plain, 0, "review",
           "{\"kept\":\"all\",\"note\":\"Done\",\"you_said\":\"Nobody rang\","
           "\"we_did\":\"We ring\",\"publishable\":true}");
  rest = list_looks (fixture, 100, 1);
  g_assert_cmpuint (rest->rows->len, ==, 1);
  g_assert_cmpuint (rest->n_drawn, ==, 1);
}

/* The same seed draws the same cases, another one others, and about as many as it should. */
static void
test_lot (void)
{
  guint drawn[2] = { 0, 0 }, same = 0;

  for (gint64 id = 1; id <= 10000; id++)
    {
      gboolean first = heed_look_is_drawn (20264, id, 10);
      gboolean second = heed_look_is_drawn (20271, id, 10);

      g_assert_cmpint (first, ==, heed_look_is_drawn (20264, id, 10));
      g_assert_false (heed_look_is_drawn (20264, id, 0));
      g_assert_true (heed_look_is_drawn (20264, id, 100));
      drawn[0] += first;
      drawn[1] += second;
      same += first && second;
    }
  /* Four standard deviations of a binomial count: 1000 ± 120, and 100 ± 40. */
  for (guint i = 0; i < 2; i++)
    {
      g_assert_cmpuint (drawn[i], >, 880);
      g_assert_cmpuint (drawn[i], <, 1120);
    }
  g_assert_cmpuint (same, >, 60);
  g_assert_cmpuint (same, <, 140);
  g_assert_cmpuint (heed_look_seed_of (heed_date_new (2026, 11, 24)), ==, 20264);
  g_assert_cmpuint (heed_look_seed_of (heed_date_new (2026, 3, 31)), ==, 20261);
  g_assert_cmpuint (heed_look_seed_of (heed_date_new (2026, 4, 1)), ==, 20262);
}

static void
test_said (Fixture      *fixture,
           gconstpointer data)
{
  gint64 id = make_settled (fixture, 30);
  g_autoptr (GPtrArray) all = NULL;
  g_autoptr (GPtrArray) publishable = NULL;

  perform (fixture, id, 2, "review", "{\"kept\":\"all\",\"note\":\"Nothing to tell\"}");
  perform (fixture, id, 1, "review",
           "{\"kept\":\"all\",\"note\":\"n\",\"you_said\":\"Nobody rang\",\"we_did\":\"We ring\"}");
  perform (fixture, id, 0, "review",
           "{\"kept\":\"all\",\"note\":\"n\",\"you_said\":\"Cold food\",\"we_did\":\"Warm plates\","
           "\"publishable\":true}");
  all = heed_store_list_said (fixture->store, FALSE, NULL);
  publishable = heed_store_list_said (fixture->store, TRUE, NULL);
  g_assert_cmpuint (all->len, ==, 2);
  g_assert_cmpuint (publishable->len, ==, 1);
  g_assert_cmpstr (((HeedSaidRow *) all->pdata[0])->you_said, ==, "Cold food");
  g_assert_cmpstr (((HeedSaidRow *) publishable->pdata[0])->we_did, ==, "Warm plates");
}

static HeedFeedbackRow *
make_feedback (const char *id)
{
  HeedFeedbackRow *row = heed_feedback_row_new ();

  row->id = g_strdup (id);
  row->month = 2026 * 12 + 10;
  row->site = g_strdup ("City");
  row->heard = g_strdup ("fully");
  row->overall = 4;
  row->answers = g_strdup ("again=5 listened=4");
  return row;
}

static void
test_feedback (Fixture      *fixture,
               gconstpointer data)
{
  g_autoptr (GPtrArray) rows =
    g_ptr_array_new_with_free_func ((GDestroyNotify) heed_feedback_row_free);
  g_autoptr (GPtrArray) found = NULL;
  g_autoptr (GError) error = NULL;
  const HeedFeedbackRow *row;

  g_ptr_array_add (rows, make_feedback ("b"));
  g_ptr_array_add (rows, make_feedback ("a"));
  g_assert_cmpint (heed_store_add_feedback (fixture->store, rows, &error), ==, 2);
  g_assert_cmpint (heed_store_add_feedback (fixture->store, rows, &error), ==, 0);
  g_assert_no_error (error);
  found = heed_store_list_feedback (fixture->store, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (found->len, ==, 2);
  row = found->pdata[0];
  g_assert_cmpstr (row->id, ==, "a");
  g_assert_cmpint (row->month, ==, 2026 * 12 + 10);
  g_assert_cmpstr (row->answers, ==, "again=5 listened=4");
  g_assert_cmpint (row->overall, ==, 4);
  g_assert_null (row->comment);
}

static int
count_heard (Fixture    *fixture,
             HeedDate    from,
             const char *site,
             int        *of)
{
  HeedMeasuredQuery query = { .unit = HEED_PERIOD_MONTH, .from = from, .today = from + 400,
                              .site = (char *) site };
  g_autoptr (HeedMeasured) measured = NULL;
  g_autoptr (GError) error = NULL;
  HeedPeriodCount count;

  query.to = query.issues_from = query.issues_to = heed_date_add_months (from, 1) - 1;
  measured = heed_store_load_measured (fixture->store, &query, &error);
  g_assert_no_error (error);
  count = heed_measure_set_get_count (measured->set, heed_measure_find ("felt-heard"),
                                      HEED_ALL_PERIODS);
  *of = (int) count.denominator;
  return (int) count.numerator;
}

/* What somebody says without a case counts in its month and at its site, like that of a case. */
static void
test_feedback_counts (Fixture      *fixture,
                      gconstpointer data)
{
  g_autoptr (GPtrArray) rows =
    g_ptr_array_new_with_free_func ((GDestroyNotify) heed_feedback_row_free);
  HeedFeedbackRow *unheard = make_feedback ("c");
  HeedFeedbackRow *silent = make_feedback ("d");
  int of;

  g_free (unheard->heard);
  unheard->heard = g_strdup ("a-little");
  g_clear_pointer (&silent->heard, g_free);
  g_ptr_array_add (rows, make_feedback ("a"));
  g_ptr_array_add (rows, make_feedback ("b"));
  g_ptr_array_add (rows, unheard);
  g_ptr_array_add (rows, silent);
  g_assert_cmpint (heed_store_add_feedback (fixture->store, rows, NULL), ==, 4);
  g_assert_cmpint (count_heard (fixture, heed_date_new (2026, 11, 1), NULL, &of), ==, 2);
  g_assert_cmpint (of, ==, 3);
  g_assert_cmpint (count_heard (fixture, heed_date_new (2026, 11, 1), "City", &of), ==, 2);
  count_heard (fixture, heed_date_new (2026, 11, 1), "Hill", &of);
  g_assert_cmpint (of, ==, 0);
  count_heard (fixture, heed_date_new (2026, 10, 1), NULL, &of);
  g_assert_cmpint (of, ==, 0);
}

/* Cases of eight months, in all states: some answered, some late, some found, some changed since. */
static void
make_months (Fixture *fixture)
{
  static const char *const findings[] = { "upheld", "partly-upheld", "not-upheld" };
  static const char *const places[] = { "Ward 4", "Pharmacy" };

  for (int i = 0; i < 48; i++)
    {
      int              ago = 5 * i + 1;
      g_autofree char *log = g_strdup_printf (
        "{\"words\":\"x\",\"profile\":\"england-nhs\",\"anonymous\":true,\"type\":\"%s\","
        "\"place\":\"%s\",\"issues\":[{\"text\":\"One\",\"category\":\"safety\",\"severity\":1}]}",
        i % 5 == 4 ? "compliment" : "complaint", places[i % 2]);
      gint64 id = perform (fixture, 0, ago, "log", log);

      if (i % 5 == 4 || i % 4 == 0)
        continue;
      if (i % 3 > 0)
        {
          g_autofree char *find = g_strdup_printf (
            "{\"issue\":1,\"finding\":\"%s\",\"evidence\":\"So it was\"}", findings[i % 3]);

          perform (fixture, id, ago - 1, "acknowledge",
                   "{\"how\":\"phone\",\"plan\":\"x\",\"owner\":\"Ben\",\"agreed\":true,"
                   "\"reply_by\":\"2026-11-20\",\"safety\":\"no-one\",\"reference_given\":true}");
          perform (fixture, id, ago - 1, "find", find);
        }
      perform (fixture, id, MAX (ago - 1 - 3 * (i % 9), 0), "settle", "{\"text\":\"Rang\"}");
    }
}

static HeedMeasured *
load_from (Fixture       *fixture,
           HeedPeriodUnit unit,
           HeedDate       from,
           const char    *place)
{
  const HeedMeasuredQuery query = {
    .unit = unit,
    .from = from,
    .to = fixture->today,
    .issues_from = from,
    .issues_to = fixture->today,
    .today = fixture->today,
    .place = (char *) place,
  };
  g_autoptr (GError) error = NULL;
  HeedMeasured *measured = heed_store_load_measured (fixture->store, &query, &error);

  g_assert_no_error (error);
  return measured;
}

static guint
count_issues (const HeedMeasured *measured)
{
  guint n = 0;

  for (guint i = 0; i < measured->issues->len; i++)
    n += g_array_index (measured->issues, HeedIssueTally, i).n;
  return n;
}

/* Weeks are counted from each tally, months from what is kept of whole months: the sums are one. */
static void
test_months (Fixture      *fixture,
             gconstpointer data)
{
  static const char *const places[] = { NULL, "Ward 4", "Pharmacy" };
  const HeedDate     from[] = { heed_date_new (2026, 4, 1), heed_date_new (2026, 6, 17) };
  guint              n_measures, n_counted = 0;
  const HeedMeasure *measures = heed_measures_get (&n_measures);

  make_months (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (places) * G_N_ELEMENTS (from); i++)
    {
      HeedDate    first = from[i / G_N_ELEMENTS (places)];
      const char *place = places[i % G_N_ELEMENTS (places)];
      g_autoptr (HeedMeasured) months = load_from (fixture, HEED_PERIOD_MONTH, first, place);
      g_autoptr (HeedMeasured) weeks = load_from (fixture, HEED_PERIOD_WEEK, first, place);

      for (guint j = 0; j < n_measures; j++)
        {
          HeedPeriodCount one = heed_measure_set_get_count (months->set, &measures[j],
                                                            HEED_ALL_PERIODS);
          HeedPeriodCount two = heed_measure_set_get_count (weeks->set, &measures[j],
                                                            HEED_ALL_PERIODS);

          g_assert_cmpint ((int) one.numerator, ==, (int) two.numerator);
          g_assert_cmpint ((int) one.denominator, ==, (int) two.denominator);
          n_counted += one.numerator > 0;
        }
      g_assert_cmpuint (count_issues (months), ==, i < G_N_ELEMENTS (places) ? 48 : 32);
    }
  g_assert_cmpuint (n_counted, >, 30);
}

static guint
count_waiting (Fixture *fixture,
               HeedDate today)
{
  g_autoptr (HeedQuery) query = heed_query_new ();
  g_autoptr (HeedIdList) list = NULL;
  g_autoptr (GError) error = NULL;
  HeedCounts counts;

  query->view = HEED_VIEW_FEEDBACK;
  query->today = today;
  list = heed_store_list (fixture->store, query, &error);
  g_assert_no_error (error);
  g_assert_true (heed_store_count (fixture->store, today, &counts, &error));
  g_assert_cmpuint (counts.open[HEED_STAGE_CLOSED], ==, list->n_ids);
  return list->n_ids;
}

/* Nobody waits for ever: whoever was asked and did not answer in time leaves the queue. */
static void
test_waiting (Fixture      *fixture,
              gconstpointer data)
{
  gint64 id = make_settled (fixture, 60);
  gint64 bereaved = make_settled (fixture, 60);
  gint64 thanks = perform (fixture, 0, 60, "log",
                           "{\"words\":\"Thank you\",\"profile\":\"england-nhs\","
                           "\"anonymous\":true,\"type\":\"compliment\"}");

  perform (fixture, thanks, 60, "pass-on", "{\"to\":\"Ward 4\"}");
  g_assert_cmpuint (count_waiting (fixture, fixture->today), ==, 2);
  perform (fixture, bereaved, 50, "flag", "{\"flag\":\"bereaved\"}");
  g_assert_cmpuint (count_waiting (fixture, fixture->today), ==, 1);
  perform (fixture, bereaved, 0, "feedback-consent", "{}");
  g_assert_cmpuint (count_waiting (fixture, fixture->today), ==, 2);

  perform (fixture, id, 0, "feedback-ask", "{\"way\":\"paper\"}");
  /* 20 working days from Monday 23 November: Monday 21 December. */
  g_assert_cmpuint (count_waiting (fixture, heed_date_new (2026, 12, 21)), ==, 2);
  g_assert_cmpuint (count_waiting (fixture, heed_date_new (2026, 12, 22)), ==, 1);
  perform (fixture, bereaved, 0, "feedback-decline", "{\"why_not\":\"said-no\"}");
  g_assert_cmpuint (count_waiting (fixture, heed_date_new (2026, 12, 21)), ==, 1);
}

static void
tamper (Fixture    *fixture,
        const char *sql)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HeedDatabase) database =
    heed_database_open (fixture->path, NULL, HEED_DATABASE_DEFAULT, &error);

  g_assert_no_error (error);
  g_assert_true (heed_database_exec (database, sql, &error));
  g_assert_no_error (error);
}

static guint
count_problems (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  HeedVerdict *verdict = heed_store_verify (fixture->store, NULL, NULL, &error);
  guint        n;

  g_assert_no_error (error);
  n = verdict->problems->len;
  heed_verdict_free (verdict);
  return n;
}

/* Each of the tables is compared with the ledger, and made again from it. */
static void
test_verify (Fixture      *fixture,
             gconstpointer data)
{
  static const char *const changes[] = {
    "UPDATE actions SET done = 1",
    "UPDATE actions SET text = 'Nothing'",
    "DELETE FROM actions",
    "UPDATE looks SET low = 0",
    "UPDATE looks SET heard = 'fully'",
    "UPDATE looks SET reviewed = NULL",
    "UPDATE said SET publishable = 1",
    "INSERT INTO said SELECT case_id, 9, said_on, 1, you_said, we_did, place FROM said",
    "UPDATE tally_month SET n = n + 1 WHERE basis = 0",
    "UPDATE tally_month SET place = 'Ward 5' WHERE basis = 2",
    "DELETE FROM tally_month WHERE basis = 4",
  };
  gint64 id = make_settled (fixture, 60);

  perform (fixture, id, 50, "learn", "{\"text\":\"Ring\",\"owner\":\"C\",\"due\":\"2026-12-01\"}");
  perform (fixture, id, 40, "feedback", "{\"way\":\"paper\",\"heard\":\"not-at-all\"}");
  perform (fixture, id, 30, "review",
           "{\"kept\":\"some\",\"note\":\"n\",\"you_said\":\"Nobody rang\",\"we_did\":\"We ring\"}");
  g_assert_cmpuint (count_problems (fixture), ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (changes); i++)
    {
      tamper (fixture, changes[i]);
      g_assert_cmpuint (count_problems (fixture), ==, 1);
      g_assert_true (heed_store_rebuild (fixture->store, NULL, NULL, NULL));
      g_assert_cmpuint (count_problems (fixture), ==, 0);
    }
}

/* A file from before these tables is filled from its ledger when it is opened. */
static void
test_old_file (Fixture      *fixture,
               gconstpointer data)
{
  gint64 id = make_settled (fixture, 60);
  g_autoptr (GError) error = NULL;
  g_autofree char *stale = NULL;

  perform (fixture, id, 50, "learn", "{\"text\":\"Ring\",\"owner\":\"C\",\"due\":\"2026-11-01\"}");
  g_clear_object (&fixture->store);
  tamper (fixture, "DROP TABLE actions; DROP TABLE looks; DROP TABLE said; DROP TABLE feedback;"
                   "DROP TABLE tally_month;"
                   " DROP TABLE tally; DROP TABLE activity; DROP TABLE chart_note; DROP TABLE lesson;"
                   " PRAGMA user_version = 2");
  fixture->store = heed_store_open (fixture->path, NULL, rules, HEED_STORE_DEFAULT, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count_actions (fixture, HEED_ACTIONS_LATE, fixture->today), ==, 1);
  stale = heed_store_get_setting (fixture->store, "register-stale", &error);
  g_assert_no_error (error);
  g_assert_null (stale);
}

int
main (int    argc,
      char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  rules = heed_rules_new_builtin (NULL);
  g_test_add ("/outcomes/actions", Fixture, NULL, set_up, test_actions, tear_down);
  g_test_add ("/outcomes/looks", Fixture, NULL, set_up, test_looks, tear_down);
  g_test_add_func ("/outcomes/lot", test_lot);
  g_test_add ("/outcomes/said", Fixture, NULL, set_up, test_said, tear_down);
  g_test_add ("/outcomes/feedback", Fixture, NULL, set_up, test_feedback, tear_down);
  g_test_add ("/outcomes/months", Fixture, NULL, set_up, test_months, tear_down);
  g_test_add ("/outcomes/feedback-counts", Fixture, NULL, set_up, test_feedback_counts, tear_down);
  g_test_add ("/outcomes/waiting", Fixture, NULL, set_up, test_waiting, tear_down);
  g_test_add ("/outcomes/verify", Fixture, NULL, set_up, test_verify, tear_down);
  g_test_add ("/outcomes/old-file", Fixture, NULL, set_up, test_old_file, tear_down);
  status = g_test_run ();
  heed_rules_unref (rules);
  return status;
}
