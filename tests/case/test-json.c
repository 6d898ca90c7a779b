/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The one JSON parser, against what strangers send. */

#include "config.h"

#include <string.h>

#include "heed-rules.h"
#include "heed-test-rules.h"

static void
assert_refused (const char *text,
                gssize      length,
                const char *message)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (heed_json_parse (text, length, "own.json", &error));
  g_assert_error (error, HEED_RULES_ERROR, HEED_RULES_ERROR_SYNTAX);
  g_assert_true (g_str_has_prefix (error->message, "own.json: "));
  if (message)
    g_assert_nonnull (strstr (error->message, message));
}

static void
test_json (void)
{
  g_autoptr (GString) deep = g_string_new (NULL);
  g_autofree char *large = g_strnfill (8 * 1024 * 1024 + 1, ' ');
  g_autoptr (JsonNode) node = NULL;

  assert_refused ("", 0, "it is empty");
  assert_refused (" \n", -1, "it is empty");
  assert_refused ("0{\"\":[ ]}", -1, NULL); /* aborts json-glib's immutable parser */
  assert_refused ("{}{}", -1, "more than one document");
  assert_refused ("1 2", -1, "more than one document");
  assert_refused ("{} x", -1, "more than one document");
  assert_refused ("\"a\" \"b\"", -1, "more than one document");
  assert_refused ("{}]", -1, "closes more brackets");
  assert_refused ("[1,]", -1, NULL);
  assert_refused ("{\"a\":1,}", -1, NULL);
  assert_refused ("{a:1}", -1, NULL);
  assert_refused ("// x\n{}", -1, NULL);
  assert_refused ("var x = {}", -1, NULL);
  assert_refused ("\xEF\xBB\xBF{}", -1, NULL);
  assert_refused ("[\"a\0b\"]", 7, "NUL byte");
  assert_refused ("[\"\xff\"]", -1, "not UTF-8");
  assert_refused ("[\"\xed\xa0\x80\"]", -1, "not UTF-8");
  assert_refused ("[\"a\tb\"]", -1, "control character");
  assert_refused ("{\"a\": \"x\\u0000y\"}", -1, "NUL character");
  assert_refused ("{\"\\u0000\": 1}", -1, "NUL character");
  assert_refused ("{\"a\": 1, \"b\": {\"c\": 1, \"c\": 1}}", -1, "\"c\" twice");
  assert_refused ("[{\"a\": {}, \"b\": 1, \"\\u0061\": 2}]", -1, "\"a\" twice");
  assert_refused (large, -1, "8 MiB");
  large[8 * 1024 * 1024] = '\0';
  large[0] = '1';
  g_assert_nonnull (node = heed_json_parse (large, -1, "own.json", NULL));

  g_clear_pointer (&node, json_node_unref);
  g_assert_nonnull (node = heed_json_parse ("[{\"a\": {\"a\": \"\\\\u0000\"}}, {\"a\": \"\\u0001\"}]",
                                            -1, "own.json", NULL));

  for (guint depth = 1; depth <= 65; depth++)
    {
      g_autoptr (JsonNode) root = NULL;

      g_string_set_size (deep, 0);
      for (guint i = 0; i < depth; i++)
        g_string_append (deep, i % 2 ? "{\"[[[[\\\"\":" : "[");
      g_string_append (deep, "0");
      for (guint i = depth; i > 0; i--)
        g_string_append (deep, (i - 1) % 2 ? "}" : "]");
      root = heed_json_parse (deep->str, -1, "own.json", NULL);
      g_assert_cmpint (root != NULL, ==, depth <= 64);
    }
}

/* Documents that every reader should take (y_), refuse (n_) or may do as it likes with (i_). With
 * json-glib 1.10.6 behind heed_json_parse() there is no deviation but those meant: members given
 * twice, and NUL characters. */
static void
test_json_suite (void)
{
  static const char *const refused[] = {
    "y_object_duplicated_key.json", "y_object_duplicated_key_and_value.json",
    "y_object_escaped_null_in_key.json", "y_string_null_escape.json", NULL,
  };
  g_autofree char *folder = heed_test_data ("torture/JSONTestSuite/test_parsing");
  g_autoptr (GDir) dir = NULL;
  guint       n_files = 0;
  const char *name;

  if (folder == NULL)
    return;
  dir = g_dir_open (folder, 0, NULL);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autofree char *text = NULL;
      g_autoptr (JsonNode) root = NULL;
      gsize length;

      g_assert_true (g_file_get_contents (path, &text, &length, NULL));
      root = heed_json_parse (text, (gssize) length, name, NULL);
      n_files++;
      if (g_strv_contains (refused, name))
        g_assert_null (root);
      else if ((*name == 'y' && root == NULL) || (*name == 'n' && root != NULL))
        {
          g_test_message ("%s: %s", name, root ? "taken" : "refused");
          g_test_fail ();
        }
    }
  g_test_message ("%u files", n_files);
  g_assert_cmpuint (n_files, >, 300);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/json/texts", test_json);
  g_test_add_func ("/json/suite", test_json_suite);

  return g_test_run ();
}
