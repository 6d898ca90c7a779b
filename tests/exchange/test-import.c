/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Importing without a store (all is checked, nothing written) and with one. */

#include "config.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <string.h>

#include "heed-import.h"
#include "heed-words.h"

#define HEAD  "\"format\":\"heed-import/1\",\"id\":\"test\",\"name\":\"Test\",\"key\":\"no\","
#define FACTS "\"facts\":{\"words\":{\"column\":\"text\"},\"received\":{\"column\":\"day\"}," \
              "\"type\":{\"value\":\"concern\"},\"anonymous\":{\"value\":true},"              \
              "\"profile\":{\"value\":\"england-nhs\"}}"
#define MAP_WITH(separator, encoding, dates)                                          \
  "{" HEAD "\"file\":{\"separator\":\"" separator "\",\"encoding\":\"" encoding "\"," \
  "\"dates\":\"" dates "\"}," FACTS "}"

static HeedRules *rules;
static char      *folder;

static void
remember_cb (guint64     row,
             const char *reason,
             gpointer    user_data)
{
  g_string_append_printf (user_data, "%" G_GUINT64_FORMAT ": %s\n", row, reason);
}

static HeedImportMap *
make_map (const char *json,
          GError    **error)
{
  g_autoptr (JsonNode) root = heed_json_parse (json, -1, "map.json", NULL);

  g_assert_nonnull (root);
  return heed_import_map_new_from_json (root, "map.json", rules, error);
}

/* Imports a text; returns the refused rows with their reasons. */
static char *
run_import (const char       *json,
            const char       *table,
            gssize            length,
            HeedStore        *store,
            HeedImportCounts *counts)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HeedImportMap) map = make_map (json, &error);
  g_autofree char *path = g_build_filename (folder, "table.csv", NULL);
  GString         *refused = g_string_new (NULL);
  HeedImport       import = {
          .path = path,
          .map = map,
          .rules = rules,
          .store = store,
          .profile = "england-nhs",
          .context = { "Grace", "Europe/London", G_GINT64_CONSTANT (1795500000000000) },
          .refused = remember_cb,
          .user_data = refused,
  };

  g_assert_no_error (error);
  g_assert_true (g_file_set_contents (path, table, length, NULL));
  heed_import_run (&import, counts, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (counts->read, ==, counts->made + counts->refused + counts->already);
  return g_string_free (refused, FALSE);
}

static void
test_dates (void)
{
  HeedDate day = heed_date_new (2026, 3, 4);

  g_assert_cmpint (heed_import_parse_date ("2026-03-04", "%Y-%m-%d"), ==, day);
  g_assert_cmpint (heed_import_parse_date ("04/03/2026", "%d/%m/%Y"), ==, day);
  g_assert_cmpint (heed_import_parse_date ("4/3/2026", "%d/%m/%Y"), ==, day);
  g_assert_cmpint (heed_import_parse_date ("20260304", "%Y%m%d"), ==, day);
  g_assert_cmpint (heed_import_parse_date ("04.03.2026", "%d/%m/%Y"), ==, HEED_DATE_NONE);
  g_assert_cmpint (heed_import_parse_date ("30/02/2026", "%d/%m/%Y"), ==, HEED_DATE_NONE);
  g_assert_cmpint (heed_import_parse_date ("12/25/2026", "%d/%m/%Y"), ==, HEED_DATE_NONE);
  g_assert_cmpint (heed_import_parse_date ("4/3/26", "%d/%m/%Y"), ==, HEED_DATE_NONE);
  g_assert_cmpint (heed_import_parse_date ("2026-03-04 10:00", "%Y-%m-%d"), ==, HEED_DATE_NONE);
  g_assert_cmpint (heed_import_parse_date ("", "%Y-%m-%d"), ==, HEED_DATE_NONE);
}

static void
test_mistakes (void)
{
  static const struct
  {
    const char *json;
    const char *says;
  } cases[] = {
    { "{\"format\":\"heed-codes/1\"}", "$.format" },
    { MAP_WITH ("dot", "utf-8", "%Y-%m-%d"), "$.file.separator" },
    { MAP_WITH ("comma", "utf-16", "%Y-%m-%d"), "$.file.encoding" },
    { MAP_WITH ("comma", "utf-8", "%y-%m-%d"), "$.file.dates" },
    { "{" HEAD "\"file\":{\"separator\":\"tab\",\"encoding\":\"utf-8\",\"dates\":\"%Y-%m-%d\"},"
      "\"facts\":{\"shoes\":{\"column\":\"a\"}}}",
      "$.facts.shoes" },
    { "{" HEAD "\"file\":{\"separator\":\"tab\",\"encoding\":\"utf-8\",\"dates\":\"%Y-%m-%d\"},"
      "\"facts\":{\"type\":{\"value\":\"moan\"}}}",
      "$.facts.type.value" },
    { "{" HEAD "\"file\":{\"separator\":\"tab\",\"encoding\":\"utf-8\",\"dates\":\"%Y-%m-%d\"},"
      "\"facts\":{\"type\":{\"column\":\"a\",\"map\":{\"x\":\"moan\"}}}}",
      "$.facts.type.map.x" },
    { "{" HEAD "\"file\":{\"separator\":\"tab\",\"encoding\":\"utf-8\",\"dates\":\"%Y-%m-%d\"},"
      "\"facts\":{\"words\":{\"value\":\"always\"}}}",
      "$.facts.words" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (HeedImportMap) map = make_map (cases[i].json, &error);

      g_assert_null (map);
      g_assert_error (error, HEED_RULES_ERROR, HEED_RULES_ERROR_INVALID);
      g_assert_true (g_str_has_prefix (error->message, "map.json: "));
      if (strstr (error->message, cases[i].says) == NULL)
        g_error ("“%s” does not say %s", error->message, cases[i].says);
    }
}

static void
test_rows (void)
{
  const char      *table = "no,day,text\r\n"
                           "1,04/03/2026,\"Nobody rang, \"\"ever\"\".\r\nNot once.\"\r\n"
                           "2,31/02/2026,Impossible\r\n"
                           "3,04/03/2026,\"  \"\r\n"
                           "4,04/03/2026\r\n"
                           "1,04/03/2026,Again\r\n"
                           ",04/03/2026,No key\r\n"
                           "7,04/03/2026,\xff\xfe\r\n"
                           "8,04/03/2026,The last line has no end";
  HeedImportCounts counts;
  g_autofree char *refused = run_import (MAP_WITH ("comma", "utf-8", "%d/%m/%Y"), table, -1, NULL,
                                         &counts);

  g_assert_cmpstr (refused, ==,
                   "3: day: “31/02/2026” is no date written as %d/%m/%Y\n"
                   "4: no words\n"
                   "5: it has 2 cells, but the header has 3\n"
                   "6: no: row 2 has the same\n"
                   "7: no: it must not be empty, because rows are told apart by it\n"
                   "8: some characters are not in the encoding that the mapping names\n");
  g_assert_cmpuint (counts.read, ==, 8);
  g_assert_cmpuint (counts.made, ==, 2);
}

static void
test_encodings (void)
{
  HeedImportCounts counts;
  g_autofree char *bom = run_import (MAP_WITH ("tab", "utf-8", "%Y-%m-%d"),
                                     "\xef\xbb\xbfno\tday\ttext\n1\t2026-03-04\tCafé\n", -1, NULL,
                                     &counts);
  g_autofree char *windows = NULL;

  g_assert_cmpstr (bom, ==, "");
  g_assert_cmpuint (counts.made, ==, 1);

  windows = run_import (MAP_WITH ("semicolon", "windows-1252", "%Y-%m-%d"),
                        "no;day;text\n1;2026-03-04;It\x92s late\n2;2026-03-04;\x81\n", -1, NULL,
                        &counts);
  g_assert_cmpstr (windows, ==,
                   "3: some characters are not in the encoding that the mapping names\n");
  g_assert_cmpuint (counts.made, ==, 1);
}

/* What one run stores, the next finds there; refused rows are beside the table. */
static void
test_store (void)
{
  g_autofree char *path = g_build_filename (folder, "heed.db", NULL);
  g_autofree char *beside = g_build_filename (folder, "table.csv.refused.csv", NULL);
  g_autofree char *text = NULL;
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GString) table = g_string_new ("no,day,text\n");
  g_autoptr (HeedStore) store = heed_store_open (path, NULL, rules, HEED_STORE_CREATE, &error);
  HeedImportCounts counts;
  HeedCounts       register_counts;

  g_assert_no_error (error);
  for (guint i = 0; i < 1203; i++)
    g_string_append_printf (table, "%u,2026-03-04,%s\n", i, i == 700 ? "" : "Nobody rang.");

  first = run_import (MAP_WITH ("comma", "utf-8", "%Y-%m-%d"), table->str, -1, store, &counts);
  g_assert_cmpstr (first, ==, "702: no words\n");
  g_assert_cmpuint (counts.made, ==, 1202);
  g_assert_true (heed_store_count (store, heed_date_new (2026, 3, 4), &register_counts, &error));
  g_assert_cmpuint (register_counts.all_open, ==, 1202);
  g_assert_true (g_file_get_contents (beside, &text, NULL, NULL));
  g_assert_cmpstr (text, ==, "\"no\",\"day\",\"text\",\"reason\"\r\n"
                             "\"700\",\"2026-03-04\",\"\",\"no words\"\r\n");

  second = run_import (MAP_WITH ("comma", "utf-8", "%Y-%m-%d"), table->str, -1, store, &counts);
  g_assert_cmpuint (counts.made, ==, 0);
  g_assert_cmpuint (counts.already, ==, 1202);
  g_assert_true (heed_store_count (store, heed_date_new (2026, 3, 4), &register_counts, &error));
  g_assert_cmpuint (register_counts.all_open, ==, 1202);
  heed_store_close (store);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  heed_words_init ();
  rules = heed_rules_new_builtin (NULL);
  folder = g_dir_make_tmp ("heed-import-XXXXXX", NULL);
  g_assert_nonnull (rules);
  g_assert_nonnull (folder);
  g_test_add_func ("/import/dates", test_dates);
  g_test_add_func ("/import/mistakes", test_mistakes);
  g_test_add_func ("/import/rows", test_rows);
  g_test_add_func ("/import/encodings", test_encodings);
  g_test_add_func ("/import/store", test_store);
  return g_test_run ();
}
