/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The store from outside: what is performed is there again, once, and bad files are refused. */

#include "config.h"

#include "heed-database.h"
#include "heed-store.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

/* Monday 2026-11-23 10:00 in London */
#define NOW (G_GINT64_CONSTANT (1795428000) * G_USEC_PER_SEC)

static HeedRules           *rules;
static const HeedActContext context = { "Joanna Pryce", "Europe/London", NOW };

typedef struct
{
  char      *folder;
  char      *path;
  HeedStore *store;
  gint64     changed;
} Fixture;

static void
changed_cb (HeedStore *store,
            gint64     case_id,
            gpointer   data)
{
  ((Fixture *) data)->changed = case_id;
}

static void
open_store (Fixture       *fixture,
            HeedStoreFlags flags)
{
  g_autoptr (GError) error = NULL;

  fixture->store = heed_store_open (fixture->path, NULL, rules, flags, &error);
  g_assert_no_error (error);
  g_signal_connect (fixture->store, "changed", G_CALLBACK (changed_cb), fixture);
}

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  fixture->folder = g_dir_make_tmp ("heed-store-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "register.heed", NULL);
  open_store (fixture, HEED_STORE_CREATE);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  g_autoptr (GDir) folder = g_dir_open (fixture->folder, 0, NULL);
  const char *name;

  if (fixture->store)
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

static HeedAct *
make_act (const char *kind,
          gint64      case_id,
          guint       seen,
          const char *body)
{
  g_autoptr (JsonNode) node = heed_json_parse (body, -1, "test", NULL);

  g_assert_nonnull (node);
  return heed_act_new (kind, &context, case_id, seen, json_node_get_object (node));
}

/* Performs one act; takes it. */
static HeedCase *
perform_in (HeedStore *store,
            HeedAct   *act,
            GError   **error)
{
  g_autoptr (GPtrArray) acts = g_ptr_array_new_with_free_func ((GDestroyNotify) heed_act_unref);
  g_autoptr (GPtrArray) cases = NULL;

  g_ptr_array_add (acts, act);
  cases = heed_store_perform (store, acts, error);
  return cases ? heed_case_ref (cases->pdata[0]) : NULL;
}

#define perform(fixture, act, error) perform_in ((fixture)->store, act, error)

#define LOG(words, more)                                                              \
  "{\"words\": \"" words "\", \"profile\": \"england-nhs\", \"type\": \"complaint\"," \
  " \"channel\": \"phone\"" more "}"
#define MARY \
  ", \"person\": {\"name\": \"Mary Ó Briain\", \"phone\": \"07700 900 123\", \"email\": \"m@example.org\"}"

static gint64
log_case (Fixture    *fixture,
          const char *body,
          const char *reference)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HeedCase) state = perform (fixture, make_act ("log", 0, 0, body), &error);

  g_assert_no_error (error);
  g_assert_cmpstr (state->reference, ==, reference);
  g_assert_cmpint (fixture->changed, ==, state->id);
  return state->id;
}

static guint
count_found (Fixture    *fixture,
             const char *text)
{
  g_autoptr (HeedQuery) query = heed_query_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (HeedIdList) list = NULL;

  query->today = heed_date_new (2026, 11, 23);
  query->text = g_strdup (text);
  list = heed_store_list (fixture->store, query, &error);
  g_assert_no_error (error);
  return list->n_ids;
}

static void
assert_verified (Fixture *fixture,
                 guint    n_problems)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HeedVerdict) verdict = heed_store_verify (fixture->store, NULL, NULL, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < verdict->problems->len; i++)
    g_test_message ("%s", (const char *) verdict->problems->pdata[i]);
  g_assert_cmpuint (verdict->problems->len, ==, n_problems);
}

static void
test_perform (Fixture      *fixture,
              gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HeedAct) note = NULL;
  g_autoptr (HeedCase) once = NULL;
  g_autoptr (HeedCase) twice = NULL;
  g_autoptr (HeedCaseFile) file = NULL;
  gint64 id = log_case (fixture, LOG ("The café was cold", MARY), "26-0001");

  note = make_act ("note", id, 0, "{\"text\": \"Rang back\"}");
  once = perform (fixture, heed_act_ref (note), &error);
  g_assert_no_error (error);
  twice = perform (fixture, heed_act_ref (note), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (once->seq, ==, 2);
  g_assert_cmpuint (twice->seq, ==, 2);
  g_assert_finalize_object (g_steal_pointer (&fixture->store));
  open_store (fixture, HEED_STORE_DEFAULT);
  file = heed_store_load_case (fixture->store, id, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (file->acts->len, ==, 2);
  g_assert_cmpstr (file->state->reference, ==, "26-0001");
  g_assert_cmpstr (((HeedPerson *) g_hash_table_lookup (file->people, file->state->person))->name, ==, "Mary Ó Briain");
  g_assert_cmpint (heed_store_find_reference (fixture->store, "26-0001", NULL), ==, id);
  assert_verified (fixture, 0);
}

/* An id that is known says the same again, or is refused. */
static void
test_known_id (Fixture      *fixture,
               gconstpointer data)
{
  static const char *const others[] = {
    "{\"text\": \"Rang again\"}",
    "{}",
    "{\"text\": \"Rang back\", \"more\": \"x\"}",
  };
  g_autoptr (HeedAct) log = make_act ("log", 0, 0, LOG ("one", MARY));
  g_autoptr (HeedAct) note = NULL;
  g_autoptr (HeedCase) state = perform (fixture, heed_act_ref (log), NULL);
  HeedAct fields;

  g_clear_pointer (&state, heed_case_unref);
  state = perform (fixture, heed_act_ref (log), NULL);
  g_assert_nonnull (state);
  note = make_act ("note", state->id, 0, "{\"text\": \"Rang back\"}");
  g_clear_pointer (&state, heed_case_unref);
  state = perform (fixture, heed_act_ref (note), NULL);
  g_assert_nonnull (state);
  for (guint i = 0; i < G_N_ELEMENTS (others) + 3; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (JsonNode) node = heed_json_parse (others[i % 3], -1, "test", NULL);

      fields = *note;
      if (i < G_N_ELEMENTS (others))
        fields.body = json_node_get_object (node);
      else if (i == G_N_ELEMENTS (others))
        fields.actor = (char *) "Eve";
      else if (i == G_N_ELEMENTS (others) + 1)
        fields.kind = (char *) "hold";
      else
        fields.case_id = 99;
      g_assert_null (perform (fixture, heed_act_new_stored (&fields), &error));
      g_assert_error (error, HEED_STORE_ERROR, HEED_STORE_ERROR_KNOWN_ID);
    }
  fields = *note;
  fields.happened_at = fields.entered_at = NOW + G_USEC_PER_SEC;
  g_clear_pointer (&state, heed_case_unref);
  state = perform (fixture, heed_act_new_stored (&fields), NULL);
  g_assert_cmpuint (state->seq, ==, 2);
  assert_verified (fixture, 0);
}

static void
test_references (Fixture      *fixture,
                 gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  log_case (fixture, LOG ("one", MARY), "26-0001");
  g_assert_null (perform (fixture, make_act ("log", 0, 0, "{}"), &error));
  g_assert_error (error, HEED_CASE_ERROR, HEED_CASE_ERROR_MISSING_FACTS);
  log_case (fixture, LOG ("two", MARY), "26-0002");
  log_case (fixture, LOG ("old", MARY ", \"received\": \"2025-12-31\""), "25-0001");
  log_case (fixture, LOG ("there", MARY ", \"site\": \"NORTH\""), "NORTH-26-0001");
  log_case (fixture, LOG ("three", MARY), "26-0003");
  assert_verified (fixture, 0);
}

static void
test_conflict (Fixture      *fixture,
               gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HeedCase) first = NULL;
  gint64 id = log_case (fixture, LOG ("one", MARY), "26-0001");

  first = perform (fixture, make_act ("assign", id, 1, "{\"owner\": \"Ann\"}"), &error);
  g_assert_no_error (error);
  g_assert_null (perform (fixture, make_act ("assign", id, 1, "{\"owner\": \"Bob\"}"), &error));
  g_assert_error (error, HEED_STORE_ERROR, HEED_STORE_ERROR_CONFLICT);
  g_assert_cmpuint (heed_store_error_get_acts (error)->len, ==, 1);
  g_clear_error (&error);
  g_clear_pointer (&first, heed_case_unref);
  first = perform (fixture, make_act ("note", id, 1, "{\"text\": \"follows on\"}"), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (first->seq, ==, 3);
  g_assert_cmpstr (first->owner, ==, "Ann");
}

/* Resolving and closing touch the same thing; done together they are no conflict. */
static void
test_together (Fixture      *fixture,
               gconstpointer data)
{
  static const char *const steps[][2] = {
    { "listened", "{\"safety\": \"no-one\", \"reference_given\": true}" },
    { "acknowledge", "{\"how\": \"phone\", \"plan\": \"p\", \"owner\": \"o\","
                     " \"reply_by\": \"2026-12-20\"}" },
  };
  g_autoptr (GPtrArray) acts = g_ptr_array_new_with_free_func ((GDestroyNotify) heed_act_unref);
  g_autoptr (GPtrArray) cases = NULL;
  g_autoptr (GError) error = NULL;
  gint64 id = log_case (fixture, LOG ("one", MARY ", \"issues\": [{\"text\": \"Delay\"}]"), "26-0001");

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    g_ptr_array_add (acts, make_act (steps[i][0], id, 1, steps[i][1]));
  cases = heed_store_perform (fixture->store, acts, &error);
  g_assert_no_error (error);
  g_assert_cmpint (((HeedCase *) cases->pdata[1])->stage, ==, HEED_STAGE_RESOLVE);
}

static void
test_rollback (Fixture      *fixture,
               gconstpointer data)
{
  g_autoptr (GPtrArray) acts = g_ptr_array_new_with_free_func ((GDestroyNotify) heed_act_unref);
  g_autoptr (GError) error = NULL;

  g_ptr_array_add (acts, make_act ("log", 0, 0, LOG ("one", MARY)));
  g_ptr_array_add (acts, make_act ("unflag", 0, 0, "{\"flag\": \"no-such\"}"));
  g_assert_null (heed_store_perform (fixture->store, acts, &error));
  g_assert_error (error, HEED_CASE_ERROR, HEED_CASE_ERROR_BAD_FACT);
  g_assert_cmpuint (count_found (fixture, NULL), ==, 0);
  log_case (fixture, LOG ("two", MARY), "26-0001");
}

static void
test_search (Fixture      *fixture,
             gconstpointer data)
{
  static const char *const found[] = { "cafe", "CAFÉ co", "briain", "26-0001", "26-00", "0770090", "07700 900 1", "mary cold", "m@exam" };
  static const char *const not_found[] = { "c", "\"", "NEAR(", "words:x", "warm", "* NOT", "cafe -cold x" };

  log_case (fixture, LOG ("The café was cold", MARY), "26-0001");
  for (guint i = 0; i < G_N_ELEMENTS (found); i++)
    if (count_found (fixture, found[i]) != 1)
      g_error ("not found: %s", found[i]);
  for (guint i = 0; i < G_N_ELEMENTS (not_found); i++)
    if (count_found (fixture, not_found[i]) != 0)
      g_error ("found: %s", not_found[i]);
}

/* However a number is typed, and whoever typed it. */
static char *
get_name (Fixture *fixture,
          gint64   id)
{
  g_autoptr (HeedCaseFile) file = heed_store_load_case (fixture->store, id, NULL);
  HeedPerson *person;

  g_assert_nonnull (file);
  person = g_hash_table_lookup (file->people, file->state->person);
  return person ? g_strdup_printf ("%s, %s, %s", person->name, person->phone, person->email) : NULL;
}

/* Performs an act on the person of a case; %s in @body is their id. */
static gboolean
act_on_person (Fixture    *fixture,
               gint64      id,
               const char *kind,
               const char *body,
               GError    **error)
{
  g_autoptr (HeedCaseFile) file = heed_store_load_case (fixture->store, id, NULL);
  g_auto (GStrv) parts = g_strsplit (body, "%s", 2);
  g_autofree char *text = g_strjoinv (file->state->person, parts);
  g_autoptr (HeedCase) state = perform (fixture, make_act (kind, id, 0, text), error);

  return state != NULL;
}

static void
test_person_changed (Fixture      *fixture,
                     gconstpointer data)
{
  gint64           id = log_case (fixture, LOG ("one", MARY), "26-0001");
  gint64           other;
  g_autofree char *person = NULL;
  g_autofree char *shared = NULL;
  g_autofree char *name = NULL;
  g_autofree char *body = NULL;
  g_autoptr (HeedCaseFile) file = heed_store_load_case (fixture->store, id, NULL);
  g_autoptr (GError) error = NULL;

  person = g_strdup (file->state->person);
  shared = g_strdup_printf (LOG ("two", ", \"person\": \"%s\""), person);
  other = log_case (fixture, shared, "26-0002");
  g_assert_true (act_on_person (fixture, id, "person",
                                "{\"person\": {\"id\": \"%s\", \"name\": \"Mary Byrne\", \"email\": \"\"},"
                                " \"reason\": \"Married\"}",
                                &error));
  g_assert_no_error (error);
  name = get_name (fixture, other);
  g_assert_cmpstr (name, ==, "Mary Byrne, 07700 900 123, (null)");
  g_assert_cmpuint (count_found (fixture, "byrne"), ==, 2);
  g_assert_cmpuint (count_found (fixture, "briain"), ==, 0);
  g_assert_cmpuint (count_found (fixture, "m@example"), ==, 0);
  g_clear_pointer (&file, heed_case_file_free);
  file = heed_store_load_case (fixture->store, id, NULL);
  body = heed_json_object_to_text (((HeedAct *) file->acts->pdata[1])->body);
  g_assert_null (strstr (body, "Byrne"));
  g_assert_nonnull (strstr (body, "\"changed\":[\"name\",\"email\"]"));

  g_assert_false (act_on_person (fixture, id, "person", "{\"person\": {\"id\": \"%s\"}}", &error));
  g_assert_error (error, HEED_CASE_ERROR, HEED_CASE_ERROR_MISSING_FACTS);
  g_clear_error (&error);
  g_assert_false (act_on_person (fixture, id, "person", "{\"person\": {\"id\": \"x%s\", \"name\": \"A\"}}", &error));
  g_assert_error (error, HEED_STORE_ERROR, HEED_STORE_ERROR_NOT_FOUND);
  assert_verified (fixture, 0);
}

/* Whether a file in the folder, whichever, holds a text. */
static gboolean
is_in_files (Fixture    *fixture,
             const char *text)
{
  g_autoptr (GDir) folder = g_dir_open (fixture->folder, 0, NULL);
  gboolean    found = FALSE;
  const char *name;

  while ((name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *path = g_build_filename (fixture->folder, name, NULL);
      g_autofree char *bytes = NULL;
      gsize            size;

      g_assert_true (g_file_get_contents (path, &bytes, &size, NULL));
      found = found || memmem (bytes, size, text, strlen (text)) != NULL;
    }
  return found;
}

/* Nothing of an erased person is left in the files, and the chain is whole. */
static void
test_person_erased (Fixture      *fixture,
                    gconstpointer data)
{
  static const char *const traces[] = { "Briain", "briain", "900123", "900 123", "m@example" };
  g_autoptr (HeedAct) log = make_act ("log", 0, 0, LOG ("one", MARY));
  g_autoptr (HeedCase) state = perform (fixture, heed_act_ref (log), NULL);
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (heed_import_row_free);
  g_autoptr (GPtrArray) earlier = NULL;
  g_autoptr (HeedVerdict) verdict = NULL;
  g_autoptr (GError) error = NULL;
  HeedImportRow *row = heed_import_row_new ("1", "Mary Ó Briain,one");
  const char    *body = "{\"person\": \"%s\", \"reason\": \"Asked for it\"}";

  g_ptr_array_add (row->acts, make_act ("log", 0, 0, LOG ("two", MARY)));
  g_ptr_array_add (rows, row);
  g_assert_true (heed_store_perform_import (fixture->store, "list", rows, NULL));
  log_case (fixture, LOG ("three", ", \"person\": {\"name\": \"Ann\"}"), "26-0003");
  for (guint i = 0; i < G_N_ELEMENTS (traces); i++)
    g_assert_true (is_in_files (fixture, traces[i]));

  g_assert_true (act_on_person (fixture, 2, "hold", "{\"reason\": \"Coroner\"}", NULL));
  g_assert_false (act_on_person (fixture, 2, "erase", body, &error));
  g_assert_error (error, HEED_STORE_ERROR, HEED_STORE_ERROR_ON_HOLD);
  g_clear_error (&error);
  g_assert_true (act_on_person (fixture, 2, "release", "{\"reason\": \"Over\"}", NULL));
  for (gint64 id = 1; id <= 2; id++)
    {
      g_assert_true (act_on_person (fixture, id, "erase", body, &error));
      g_assert_no_error (error);
      g_assert_null (get_name (fixture, id));
    }
  g_assert_false (act_on_person (fixture, 1, "erase", body, NULL));
  g_assert_cmpuint (count_found (fixture, "mary"), ==, 0);
  earlier = heed_store_find_earlier (fixture->store, "Mary Ó Briain", "07700 900123", NULL);
  g_assert_cmpuint (earlier->len, ==, 0);

  /* Repeating the act that brought them does not bring them back. */
  g_clear_pointer (&state, heed_case_unref);
  state = perform (fixture, heed_act_ref (log), &error);
  g_assert_no_error (error);
  g_clear_object (&fixture->store);
  for (guint i = 0; i < G_N_ELEMENTS (traces); i++)
    if (is_in_files (fixture, traces[i]))
      g_error ("still there: %s", traces[i]);
  open_store (fixture, HEED_STORE_DEFAULT);
  assert_verified (fixture, 0);
  g_assert_true (heed_store_rebuild (fixture->store, NULL, NULL, NULL));
  assert_verified (fixture, 0);
}

static void
test_phones (Fixture      *fixture,
             gconstpointer data)
{
  static const char *const typed[] = {
    "07700 900123", "+44 (0)7700 900123", "+447700900123", "0044 7700 900 123", "(07700) 900-123",
    "+44 7700 900123",
  };
  static const char *const others[] = { "07700 900124", "+44 7700 901123", "900124", "+1 7700 900 124" };

  for (guint i = 0; i < G_N_ELEMENTS (typed); i++)
    {
      g_autofree char *body = g_strdup_printf (LOG ("x", ", \"person\": {\"phone\": \"%s\"}"), typed[i]);
      g_autoptr (HeedCase) state = perform (fixture, make_act ("log", 0, 0, body), NULL);

      g_assert_nonnull (state);
    }
  for (guint i = 0; i < G_N_ELEMENTS (typed); i++)
    {
      g_autoptr (GPtrArray) earlier = heed_store_find_earlier (fixture->store, NULL, typed[i], NULL);

      if (count_found (fixture, typed[i]) != G_N_ELEMENTS (typed))
        g_error ("%s finds %u", typed[i], count_found (fixture, typed[i]));
      g_assert_cmpuint (earlier->len, ==, G_N_ELEMENTS (typed));
    }
  g_assert_cmpuint (count_found (fixture, "07700 900"), ==, G_N_ELEMENTS (typed));
  g_assert_cmpuint (count_found (fixture, "7700900"), ==, G_N_ELEMENTS (typed));
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    if (count_found (fixture, others[i]) != 0)
      g_error ("found: %s", others[i]);
}

/* Letters without an accent to take away. */
static void
test_letters (Fixture      *fixture,
              gconstpointer data)
{
  static const char *const found[] = { "strasse", "Straße", "STRASSE", "STRAẞE", "soren", "søren", "lodz",
                                       "Łódź",    "weiss",  "aether" };
  g_autoptr (GPtrArray) earlier = NULL;

  log_case (fixture, LOG ("Lange Straße in Łódź, æther", ", \"person\": {\"name\": \"Søren Weiß\"}"), "26-0001");
  for (guint i = 0; i < G_N_ELEMENTS (found); i++)
    if (count_found (fixture, found[i]) != 1)
      g_error ("not found: %s", found[i]);
  earlier = heed_store_find_earlier (fixture->store, "Soren  WEISS", NULL, NULL);
  g_assert_cmpuint (earlier->len, ==, 1);
}

/* A common word finds the newest cases, no more than can be looked at, by whatever they are sorted. */
static void
test_search_limit (Fixture      *fixture,
                   gconstpointer data)
{
  const guint n = HEED_SEARCH_MOST + 20;
  g_autoptr (GPtrArray) acts = g_ptr_array_new_with_free_func ((GDestroyNotify) heed_act_unref);
  g_autoptr (GPtrArray) cases = NULL;
  g_autoptr (HeedQuery) query = heed_query_new ();

  for (guint i = 0; i < n; i++)
    {
      /* The later it is logged, the earlier it is due. */
      g_autofree char *day = heed_date_format (heed_date_new (2026, 11, 20) - (HeedDate) i);
      g_autofree char *body = g_strdup_printf (LOG ("cold", ", \"anonymous\": true, \"received\": \"%s\""), day);

      g_ptr_array_add (acts, make_act ("log", 0, 0, body));
    }
  cases = heed_store_perform (fixture->store, acts, NULL);
  g_assert_nonnull (cases);
  query->today = heed_date_new (2026, 11, 23);
  query->text = g_strdup ("cold");
  for (guint i = 0; i < 4; i++)
    {
      g_autoptr (HeedIdList) list = NULL;
      guint expected = i < 2 ? HEED_SEARCH_MOST : 50;

      query->limit = i < 2 ? 0 : 50;
      query->sort = i % 2 ? HEED_SORT_RECEIVED : HEED_SORT_DUE;
      list = heed_store_list (fixture->store, query, NULL);
      g_assert_cmpuint (list->n_ids, ==, expected);
      g_assert_true (list->capped);
      for (guint j = 0; j < list->n_ids; j++)
        g_assert_cmpint (list->ids[j], >, n - expected);
      if (i % 2)
        g_assert_cmpint (list->ids[0], ==, n);
      else
        g_assert_cmpint (list->ids[0], >, list->ids[expected - 1]);
      g_assert_cmpuint (list->bucket_ends[HEED_BUCKET_CLOSED], ==, i % 2 ? 0 : expected);
    }
  query->limit = n;
  {
    g_autoptr (HeedIdList) list = heed_store_list (fixture->store, query, NULL);

    g_assert_cmpuint (list->n_ids, ==, n);
    g_assert_false (list->capped);
  }
}

static void
test_lists (Fixture      *fixture,
            gconstpointer data)
{
  g_autoptr (HeedQuery) query = heed_query_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (GPtrArray) earlier = NULL;
  g_autoptr (HeedIdList) list = NULL;
  HeedCounts counts;
  gint64     old, new;

  old = log_case (fixture, LOG ("old", MARY ", \"received\": \"2026-10-01\""), "26-0001");
  new = log_case (fixture, LOG ("new", MARY), "26-0002");
  query->today = heed_date_new (2026, 11, 23);
  for (HeedView view = HEED_VIEW_ALL; view <= HEED_VIEW_MY_DAY; view++)
    for (guint i = 0; i < 64; i++)
      {
        g_autoptr (HeedQuery) each = heed_query_new ();
        g_autoptr (HeedIdList) any = NULL;

        each->view = view;
        each->sort = i & 1 ? HEED_SORT_RECEIVED : HEED_SORT_DUE;
        each->late_only = (i & 2) != 0;
        each->owner = i & 4 ? g_strdup ("Ann") : NULL;
        each->place = i & 8 ? g_strdup ("A&E") : NULL;
        each->flag = i & 16 ? g_strdup ("safeguarding") : NULL;
        each->text = i & 32 ? g_strdup ("mary") : NULL;
        any = heed_store_list (fixture->store, each, &error);
        g_assert_no_error (error);
      }
  list = heed_store_list (fixture->store, query, &error);
  g_assert_cmpuint (list->n_ids, ==, 2);
  g_assert_cmpint (list->ids[0], ==, old);
  g_assert_cmpint (list->ids[1], ==, new);
  g_assert_cmpuint (list->bucket_ends[HEED_BUCKET_LATE], ==, 1);
  g_assert_cmpuint (list->bucket_ends[HEED_BUCKET_CLOSED], ==, 2);
  rows = heed_store_load_rows (fixture->store, list->ids, list->n_ids, &error);
  g_assert_cmpstr (((HeedCaseRow *) rows->pdata[0])->name, ==, "Mary Ó Briain");
  g_assert_cmpstr (((HeedCaseRow *) rows->pdata[0])->profile, ==, "england-nhs");
  g_assert_true (heed_store_count (fixture->store, query->today, &counts, &error));
  g_assert_cmpuint (counts.all_open, ==, 2);
  g_assert_cmpuint (counts.all_late, ==, 1);
  earlier = heed_store_find_earlier (fixture->store, "mary o briain", NULL, &error);
  g_assert_cmpuint (earlier->len, ==, 2);
}

static void
test_drafts (Fixture      *fixture,
             gconstpointer data)
{
  g_autofree char *text = NULL;
  g_autofree char *value = NULL;

  g_assert_true (heed_store_save_draft (fixture->store, 0, "Ann", "log", "half", NOW, NULL));
  g_assert_true (heed_store_save_draft (fixture->store, 0, "Ann", "log", "half a sent", NOW, NULL));
  text = heed_store_load_draft (fixture->store, 0, "Ann", "log", NULL);
  g_assert_cmpstr (text, ==, "half a sent");
  g_assert_true (heed_store_save_draft (fixture->store, 0, "Ann", "log", NULL, NOW, NULL));
  g_assert_null (heed_store_load_draft (fixture->store, 0, "Ann", "log", NULL));
  g_assert_true (heed_store_set_setting (fixture->store, "profile", "clinic", NULL));
  value = heed_store_get_setting (fixture->store, "profile", NULL);
  g_assert_cmpstr (value, ==, "clinic");
}

static void
test_care (Fixture      *fixture,
           gconstpointer data)
{
  g_autofree char *backup = g_build_filename (fixture->folder, "backup.heed", NULL);
  g_autoptr (GError) error = NULL;

  log_case (fixture, LOG ("The café was cold", MARY), "26-0001");
  g_assert_true (heed_store_backup (fixture->store, backup, &error));
  g_assert_no_error (error);
  g_assert_false (heed_store_backup (fixture->store, backup, &error));
  g_assert_error (error, HEED_STORE_ERROR, HEED_STORE_ERROR_EXISTS);
  g_clear_error (&error);
  log_case (fixture, LOG ("later", MARY), "26-0002");
  g_assert_true (heed_store_rebuild (fixture->store, NULL, NULL, &error));
  assert_verified (fixture, 0);
  g_assert_cmpuint (count_found (fixture, "cafe"), ==, 1);
  g_assert_finalize_object (g_steal_pointer (&fixture->store));
  g_assert_true (heed_store_restore (backup, fixture->path, NULL, &error));
  g_assert_no_error (error);
  open_store (fixture, HEED_STORE_DEFAULT);
  g_assert_cmpuint (count_found (fixture, NULL), ==, 1);
  assert_verified (fixture, 0);
}

/* Somebody with another program changes the file: each change is found. */
static void
test_tampered (Fixture      *fixture,
               gconstpointer data)
{
  static const char *const changes[] = {
    "UPDATE cases SET owner = 'Bob'",
    "DELETE FROM cases",
    "UPDATE case_text SET words = 'other'",
    "DROP TRIGGER act_no_update; UPDATE act SET actor = 'Bob'",
    "DROP TRIGGER act_no_delete; DELETE FROM act WHERE seq = 2",
    "UPDATE reference SET reference = '26-0009'",
  };
  g_autoptr (HeedCase) state = NULL;
  gint64 id = log_case (fixture, LOG ("one", MARY), "26-0001");

  state = perform (fixture, make_act ("note", id, 0, "{\"text\": \"two\"}"), NULL);
  g_assert_nonnull (state);
  for (guint i = 0; i < G_N_ELEMENTS (changes); i++)
    {
      g_autoptr (HeedDatabase) database = heed_database_open (fixture->path, NULL, 0, NULL);
      g_autoptr (HeedVerdict) verdict = NULL;

      g_assert_true (heed_database_exec (database, "SAVEPOINT before", NULL));
      g_assert_true (heed_database_exec (database, changes[i], NULL));
      g_assert_true (heed_database_exec (database, "RELEASE before", NULL));
      verdict = heed_store_verify (fixture->store, NULL, NULL, NULL);
      if (verdict->problems->len == 0)
        g_error ("not found: %s", changes[i]);
      g_assert_true (i >= 3 || heed_store_rebuild (fixture->store, NULL, NULL, NULL));
      if (i < 3)
        assert_verified (fixture, 0);
    }
}

static void
test_bad_files (Fixture      *fixture,
                gconstpointer data)
{
  static const struct
  {
    const char    *content;
    HeedStoreError code;
  } files[] = {
    { NULL, HEED_STORE_ERROR_NOT_FOUND },
    { "", HEED_STORE_ERROR_CORRUPT },
    { "Dear Sir or Madam", HEED_STORE_ERROR_NOT_HEED },
    { "SQLite format 3", HEED_STORE_ERROR_NOT_HEED },
  };
  g_autofree char *path = g_build_filename (fixture->folder, "bad.heed", NULL);
  g_autofree char *whole = NULL;
  gsize            size;

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *after = NULL;

      if (files[i].content)
        g_file_set_contents (path, files[i].content, -1, NULL);
      g_assert_null (heed_store_open (path, NULL, rules, HEED_STORE_DEFAULT, &error));
      g_assert_error (error, HEED_STORE_ERROR, (int) files[i].code);
      g_assert_cmpint (g_file_get_contents (path, &after, NULL, NULL), ==, files[i].content != NULL);
      g_assert_cmpstr (after, ==, files[i].content);
    }
  g_assert_finalize_object (g_steal_pointer (&fixture->store));
  g_assert_true (g_file_get_contents (fixture->path, &whole, &size, NULL));
  for (guint i = 0; i < 4; i++)
    {
      static const HeedStoreError codes[] = { HEED_STORE_ERROR_CORRUPT, HEED_STORE_ERROR_NOT_HEED, HEED_STORE_ERROR_TOO_NEW, HEED_STORE_ERROR_WRONG_KEY };
      g_autofree char            *bad = g_memdup2 (whole, size);
      g_autofree char            *after = NULL;
      g_autoptr (GBytes) key = i == 3 ? g_bytes_new_static ("0123456789abcdef0123456789abcdef", 32) : NULL;
      g_autoptr (GError) error = NULL;
      gsize bad_size = i == 0 ? size / 2 : size, after_size;

      bad[71] ^= i == 1;         /* application_id */
      bad[63] += i == 2 ? 9 : 0; /* user_version */
      g_file_set_contents (path, bad, (gssize) bad_size, NULL);
      g_assert_null (heed_store_open (path, key, rules, HEED_STORE_CREATE, &error));
      g_assert_error (error, HEED_STORE_ERROR, (int) codes[i]);
      g_assert_true (g_file_get_contents (path, &after, &after_size, NULL));
      g_assert_cmpmem (after, after_size, bad, bad_size);
    }
}

static void
test_encrypted (Fixture      *fixture,
                gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "secret.heed", NULL);
  g_autoptr (GBytes) key = g_bytes_new_static ("0123456789abcdef0123456789abcdef", 32);
  g_autoptr (GBytes) other = g_bytes_new_static ("0123456789abcdef0123456789abcdeX", 32);
  g_autoptr (GError) error = NULL;
  g_autoptr (HeedStore) store = heed_store_open (path, key, rules, HEED_STORE_CREATE, &error);

  g_assert_no_error (error);
  g_clear_object (&store);
  g_assert_null (heed_store_open (path, other, rules, HEED_STORE_DEFAULT, &error));
  g_assert_error (error, HEED_STORE_ERROR, HEED_STORE_ERROR_WRONG_KEY);
  g_clear_error (&error);
  g_assert_null (heed_store_open (path, NULL, rules, HEED_STORE_DEFAULT, &error));
  g_assert_error (error, HEED_STORE_ERROR, HEED_STORE_ERROR_WRONG_KEY);
  g_clear_error (&error);
  store = heed_store_open (path, key, rules, HEED_STORE_DEFAULT, &error);
  g_assert_no_error (error);
}

static void
performed_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      data)
{
  guint *left = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) cases = heed_store_perform_finish (HEED_STORE (source), result, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (cases->len, ==, 1);
  *left -= 1;
}

static void
opened_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  HeedStore **store = data;
  g_autoptr (GError) error = NULL;

  *store = heed_store_open_finish (result, &error);
  g_assert_no_error (error);
}

static void
count_cb (HeedStore *store,
          gint64     case_id,
          GArray    *told)
{
  g_array_append_val (told, case_id);
}

static gboolean
wake_cb (gpointer data)
{
  *(gboolean *) data = TRUE;
  return G_SOURCE_REMOVE;
}

/* Runs the main loop until so much was told, or so long. */
static void
wait_for (GArray *told,
          guint   n,
          guint   seconds)
{
  gboolean over = FALSE;
  guint    source = g_timeout_add_seconds (seconds, wake_cb, &over);

  while (!over && told->len < n)
    g_main_context_iteration (NULL, TRUE);
  if (!over)
    g_source_remove (source);
}

/* What another program does to the file is told once; what this one does, too. */
static void
test_others (Fixture      *fixture,
             gconstpointer data)
{
  gint64           first = log_case (fixture, LOG ("one", MARY), "26-0001");
  gint64           second = log_case (fixture, LOG ("two", MARY), "26-0002");
  HeedStore       *mine = NULL;
  g_autoptr (GArray) told = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (HeedCase) state = NULL;
  g_autoptr (HeedCase) after = NULL;

  heed_store_open_async (fixture->path, NULL, rules, HEED_STORE_DEFAULT, NULL, opened_cb, &mine);
  while (mine == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_signal_connect (mine, "changed", G_CALLBACK (count_cb), told);
  wait_for (told, 1, 1);
  g_assert_cmpuint (told->len, ==, 0);

  state = perform (fixture, make_act ("note", second, 0, "{\"text\": \"Rang\"}"), NULL);
  g_assert_nonnull (state);
  wait_for (told, 1, 20);
  g_assert_cmpuint (told->len, ==, 1);
  g_assert_cmpint (g_array_index (told, gint64, 0), ==, second);

  after = perform_in (mine, make_act ("note", first, 0, "{\"text\": \"Wrote\"}"), NULL);
  g_assert_nonnull (after);
  g_assert_cmpuint (told->len, ==, 2);
  wait_for (told, 3, 5);
  g_assert_cmpuint (told->len, ==, 2);
  g_assert_cmpint (g_array_index (told, gint64, 1), ==, first);
  g_assert_finalize_object (mine);
}

static GThread *teller; /* where "changed" was emitted */

static void
told_cb (void)
{
  teller = g_thread_self ();
}

static gpointer
perform_thread (gpointer data)
{
  HeedAct *act = make_act ("note", 1, 0, "{\"text\": \"Rang\"}");
  g_autoptr (HeedCase) state = perform ((Fixture *) data, act, NULL);

  g_assert_nonnull (state);
  g_main_context_wakeup (NULL);
  return NULL;
}

/* Whoever performs an act and waits for it, lists are told in the main loop. */
static void
test_told_at_home (Fixture      *fixture,
                   gconstpointer data)
{
  GThread *thread;

  log_case (fixture, LOG ("one", MARY), "26-0001");
  g_signal_connect (fixture->store, "changed", G_CALLBACK (told_cb), NULL);
  g_assert_true (g_main_context_acquire (NULL)); /* as a main loop does while it runs */
  thread = g_thread_new ("elsewhere", perform_thread, fixture);
  while (teller == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_main_context_release (NULL);
  g_thread_join (thread);
  g_assert_true (teller == g_thread_self ());
}

static void
test_async (Fixture      *fixture,
            gconstpointer data)
{
  guint left = 200;

  for (guint i = 0; i < 200; i++)
    {
      g_autoptr (GPtrArray) acts = g_ptr_array_new_with_free_func ((GDestroyNotify) heed_act_unref);

      g_ptr_array_add (acts, make_act ("log", 0, 0, LOG ("one", MARY)));
      heed_store_perform_async (fixture->store, acts, performed_cb, &left);
    }
  while (left > 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (count_found (fixture, NULL), ==, 200);
  assert_verified (fixture, 0);
}

static void
test_import (Fixture      *fixture,
             gconstpointer data)
{
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (heed_import_row_free);
      g_autoptr (GError) error = NULL;
      HeedImportRow *row = heed_import_row_new ("7", "a,b");

      g_ptr_array_add (row->acts, make_act ("log", 0, 0, LOG ("one", MARY)));
      g_ptr_array_add (rows, row);
      g_assert_true (heed_store_perform_import (fixture->store, "list", rows, &error));
      g_assert_no_error (error);
      g_assert_cmpint (row->already, ==, i == 1);
    }
  g_assert_cmpuint (count_found (fixture, NULL), ==, 1);
}

/* What another program asks of the file before it takes the write-ahead log away: whether anybody
 * holds the bytes that SQLite locks for reading (https://www.sqlite.org/lockingv3.html). */
static gboolean
is_locked_for_others (const char *path)
{
  int   status = 0;
  pid_t child = fork ();

  g_assert_cmpint (child, >=, 0);
  if (child == 0)
    {
      struct flock lock = { .l_type = F_WRLCK, .l_whence = SEEK_SET, .l_start = 0x40000002, .l_len = 510 };
      int          file = open (path, O_RDWR);

      _exit (file >= 0 && fcntl (file, F_GETLK, &lock) == 0 && lock.l_type != F_UNLCK ? 0 : 1);
    }
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  return WIFEXITED (status) && WEXITSTATUS (status) == 0;
}

/* A program that opens a file and closes it loses all its locks on it, also those of SQLite. */
static void
test_locks (Fixture      *fixture,
            gconstpointer data)
{
  g_autofree char *copy = g_build_filename (fixture->folder, "copy", NULL);
  g_autoptr (GError) error = NULL;

  log_case (fixture, LOG ("one", MARY), "26-0001");
  g_assert_cmpuint (count_found (fixture, NULL), ==, 1);
  g_assert_true (is_locked_for_others (fixture->path));
  g_assert_true (heed_store_backup (fixture->store, copy, &error));
  g_assert_no_error (error);
  g_assert_true (is_locked_for_others (fixture->path));
}

int
main (int   argc,
      char *argv[])
{
  static const struct
  {
    const char *name;
    void (*run) (Fixture *, gconstpointer);
  } tests[] = {
    { "/store/perform", test_perform },
    { "/store/known-id", test_known_id },
    { "/store/references", test_references },
    { "/store/conflict", test_conflict },
    { "/store/together", test_together },
    { "/store/rollback", test_rollback },
    { "/store/search", test_search },
    { "/store/person-changed", test_person_changed },
    { "/store/person-erased", test_person_erased },
    { "/store/phones", test_phones },
    { "/store/letters", test_letters },
    { "/store/search-limit", test_search_limit },
    { "/store/lists", test_lists },
    { "/store/locks", test_locks },
    { "/store/drafts", test_drafts },
    { "/store/care", test_care },
    { "/store/bad-files", test_bad_files },
    { "/store/encrypted", test_encrypted },
    { "/store/async", test_async },
    { "/store/told-at-home", test_told_at_home },
    { "/store/others", test_others },
    { "/store/import", test_import },
    { "/store/tampered", test_tampered },
  };

  g_test_init (&argc, &argv, NULL);
  rules = heed_rules_new_builtin (NULL);
  g_assert_nonnull (rules);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].name, Fixture, NULL, set_up, tests[i].run, tear_down);
  return g_test_run ();
}
