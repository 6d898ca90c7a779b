/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A disk that fails at any moment: what was confirmed is there, and nothing is half there. */

#include "config.h"

#include "fault-vfs.h"
#include "heed-store.h"
#include "stored.h"

#define SQLITE_HAS_CODEC
#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#define NOW      (G_GINT64_CONSTANT (1795428000) * G_USEC_PER_SEC)
#define N_BEFORE 3  /* cases in the file that things are done to */
#define N_BACKUP 5  /* cases in the backup that is restored */
#define N_ROWS   10 /* rows imported */
#define NOBODY   65534

static HeedRules           *rules;
static const HeedActContext context = { "Joanna Pryce", "Europe/London", NOW };
static char                *models; /* a folder: files to begin with */

typedef struct
{
  char      *folder;
  char      *path;
  char      *other; /* the backup */
  HeedStore *store;
  GPtrArray *acts; /* the same in a second try */
  GPtrArray *rows;
} Scene;

/* @run does it, on the open store or, without @model, on the path. @check is told whether it was
 * confirmed, when all is closed and the disk is well again. */
typedef struct
{
  const char *name;
  const char *model;
  gboolean    opens;
  gboolean (*run)   (Scene   *scene,
                     GError **error);
  void     (*check) (Scene   *scene,
                     gboolean done);
} Operation;

static HeedAct *
make_act (const char *kind,
          gint64      case_id,
          const char *body)
{
  g_autoptr (JsonNode) node = heed_json_parse (body, -1, "test", NULL);

  g_assert_nonnull (node);
  return heed_act_new (kind, &context, case_id, 0, json_node_get_object (node));
}

static HeedAct *
make_log (void)
{
  return make_act ("log", 0,
                   "{\"words\": \"The ward was cold\", \"profile\": \"england-nhs\","
                   " \"type\": \"complaint\", \"channel\": \"phone\", \"person\":"
                   " {\"name\": \"Mary Ó Briain\", \"phone\": \"07700 900 123\"},"
                   " \"issues\": [{\"text\": \"Delay\"}]}");
}

static void
copy_file (const char *from,
           const char *to)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *data = NULL;
  gsize            size;

  if (!g_file_get_contents (from, &data, &size, NULL))
    return;
  g_file_set_contents_full (to, data, (gssize) size, G_FILE_SET_CONTENTS_NONE, 0600, &error);
  g_assert_no_error (error);
}

static void
copy_database (const char *from,
               const char *to)
{
  g_autofree char *from_log = g_strconcat (from, "-wal", NULL);
  g_autofree char *to_log = g_strconcat (to, "-wal", NULL);

  copy_file (from, to);
  copy_file (from_log, to_log);
}

static void
remove_folder (const char *path)
{
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  const char *name;

  while (folder && (name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *file = g_build_filename (path, name, NULL);

      g_unlink (file);
    }
  g_rmdir (path);
}

/* Opens a file, verifies it, and counts its cases. */
static guint64
count_cases (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HeedStore) store = heed_store_open (path, NULL, rules, HEED_STORE_DEFAULT, &error);
  g_autoptr (HeedVerdict) verdict = NULL;

  g_assert_no_error (error);
  verdict = heed_store_verify (store, NULL, NULL, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < verdict->problems->len; i++)
    g_test_message ("%s: %s", path, (const char *) verdict->problems->pdata[i]);
  g_assert_cmpuint (verdict->problems->len, ==, 0);
  return verdict->n_cases;
}

static HeedStage
get_stage (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HeedStore) store = heed_store_open (path, NULL, rules, HEED_STORE_DEFAULT, &error);
  g_autoptr (HeedCaseFile) file = NULL;

  g_assert_no_error (error);
  file = heed_store_load_case (store, 1, &error);
  g_assert_no_error (error);
  return file->state->stage;
}

static Scene *
scene_new (const char *model)
{
  Scene           *scene = g_new0 (Scene, 1);
  g_autofree char *from = model ? g_build_filename (models, model, NULL) : NULL;

  scene->folder = g_dir_make_tmp ("heed-faults-XXXXXX", NULL);
  scene->path = g_build_filename (scene->folder, "register.heed", NULL);
  scene->other = g_build_filename (scene->folder, "other.heed", NULL);
  scene->acts = g_ptr_array_new_with_free_func ((GDestroyNotify) heed_act_unref);
  scene->rows = g_ptr_array_new_with_free_func (heed_import_row_free);
  if (from != NULL)
    copy_database (from, scene->path);
  return scene;
}

static void
scene_open (Scene *scene)
{
  g_autoptr (GError) error = NULL;

  scene->store = heed_store_open (scene->path, NULL, rules, HEED_STORE_DEFAULT, &error);
  g_assert_no_error (error);
}

static void
scene_free (Scene *scene)
{
  g_clear_object (&scene->store);
  remove_folder (scene->folder);
  g_ptr_array_unref (scene->acts);
  g_ptr_array_unref (scene->rows);
  g_free (scene->folder);
  g_free (scene->path);
  g_free (scene->other);
  g_free (scene);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Scene, scene_free)

static gboolean
run_acts (Scene   *scene,
          GError **error)
{
  g_autoptr (GPtrArray) cases = heed_store_perform (scene->store, scene->acts, error);

  return cases != NULL;
}

static gboolean
run_log (Scene   *scene,
         GError **error)
{
  if (scene->acts->len == 0)
    g_ptr_array_add (scene->acts, make_log ());
  return run_acts (scene, error);
}

static void
check_log (Scene   *scene,
           gboolean done)
{
  guint64 n = count_cases (scene->path);

  g_assert_true (n == N_BEFORE + 1 || (!done && n == N_BEFORE));
}

static gboolean
run_act (Scene   *scene,
         GError **error)
{
  if (scene->acts->len == 0)
    g_ptr_array_add (scene->acts, make_act ("listened", 1,
                                            "{\"safety\": \"no-one\", \"reference_given\": true}"));
  return run_acts (scene, error);
}

static void
check_act (Scene   *scene,
           gboolean done)
{
  g_assert_cmpuint (count_cases (scene->path), ==, N_BEFORE);
  g_assert_true (get_stage (scene->path) == HEED_STAGE_ACKNOWLEDGE
                 || (!done && get_stage (scene->path) == HEED_STAGE_LISTEN));
}

static gboolean
run_import (Scene   *scene,
            GError **error)
{
  for (guint i = scene->rows->len; i < N_ROWS; i++)
    {
      g_autofree char *key = g_strdup_printf ("%u", i);
      HeedImportRow   *row = heed_import_row_new (key, "a,b");

      g_ptr_array_add (row->acts, make_log ());
      g_ptr_array_add (scene->rows, row);
    }
  return heed_store_perform_import (scene->store, "list", scene->rows, error);
}

static void
check_import (Scene   *scene,
              gboolean done)
{
  guint64 n = count_cases (scene->path);
  g_autoptr (GError) error = NULL;

  g_assert_true (n == N_BEFORE + N_ROWS || (!done && n == N_BEFORE));
  /* Once more: each row is there once. */
  g_ptr_array_set_size (scene->rows, 0);
  scene_open (scene);
  g_assert_true (run_import (scene, &error));
  g_assert_no_error (error);
  g_clear_object (&scene->store);
  g_assert_cmpuint (count_cases (scene->path), ==, N_BEFORE + N_ROWS);
}

static gboolean
run_open (Scene   *scene,
          GError **error)
{
  g_autoptr (HeedStore) store = NULL;

  store = heed_store_open (scene->path, NULL, rules, HEED_STORE_CREATE, error);
  return store != NULL;
}

static void
check_open (Scene   *scene,
            gboolean done)
{
  g_autoptr (GError) error = NULL;

  if (!done)
    g_assert_true (run_open (scene, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (count_cases (scene->path), ==, 0);
}

/* A file that an older Heed wrote: each step, and the register made anew. */
static gboolean
run_migrate (Scene   *scene,
             GError **error)
{
  g_autoptr (HeedStore) store = heed_store_open (scene->path, NULL, rules, HEED_STORE_DEFAULT, error);

  return store != NULL;
}

static void
check_migrate (Scene   *scene,
               gboolean done)
{
  g_autoptr (GError) error = NULL;

  if (!done)
    g_assert_true (run_migrate (scene, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (count_cases (scene->path), ==, STORED_CASES);
}

static gboolean
run_backup (Scene   *scene,
            GError **error)
{
  return heed_store_backup (scene->store, scene->other, error);
}

/* Whether a name in the folder begins and ends so. */
static char *
find_file (Scene      *scene,
           const char *begin,
           const char *end)
{
  g_autoptr (GDir) folder = g_dir_open (scene->folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (folder)) != NULL)
    if (g_str_has_prefix (name, begin) && g_str_has_suffix (name, end))
      return g_build_filename (scene->folder, name, NULL);
  return NULL;
}

static void
check_no_rest (Scene *scene)
{
  g_autoptr (GDir) folder = g_dir_open (scene->folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (folder)) != NULL)
    if (strstr (name, ".part"))
      g_error ("left over: %s", name);
}

static void
check_backup (Scene   *scene,
              gboolean done)
{
  check_no_rest (scene);
  g_assert_cmpuint (count_cases (scene->path), ==, N_BEFORE);
  if (done || g_file_test (scene->other, G_FILE_TEST_EXISTS))
    g_assert_cmpuint (count_cases (scene->other), ==, N_BEFORE);
}

static gboolean
run_restore (Scene   *scene,
             GError **error)
{
  g_autofree char *backup = g_build_filename (models, "backup", NULL);

  return heed_store_restore (backup, scene->path, NULL, error);
}

static void
check_restore (Scene   *scene,
               gboolean done)
{
  g_autofree char *aside = NULL;
  guint64          n = count_cases (scene->path);

  check_no_rest (scene);
  g_assert_true (n == N_BACKUP || (!done && n == N_BEFORE));
  if (n == N_BEFORE)
    return;
  aside = find_file (scene, "register.heed.before-restore", "");
  g_assert_nonnull (aside);
  g_assert_cmpuint (count_cases (aside), ==, N_BEFORE);
}

/* The file is gone, and the log it left must not be played on what comes in its place. */
static gboolean
run_restore_gone (Scene   *scene,
                  GError **error)
{
  g_unlink (scene->path);
  return run_restore (scene, error);
}

static void
check_restore_gone (Scene   *scene,
                    gboolean done)
{
  check_no_rest (scene);
  if (done || g_file_test (scene->path, G_FILE_TEST_EXISTS))
    g_assert_cmpuint (count_cases (scene->path), ==, N_BACKUP);
}

static const Operation operations[] = {
  { "log", "closed", TRUE, run_log, check_log },
  { "act", "closed", TRUE, run_act, check_act },
  { "import", "crashed", TRUE, run_import, check_import },
  { "first-opening", NULL, FALSE, run_open, check_open },
  { "migrate", "schema-1", FALSE, run_migrate, check_migrate },
  { "backup", "closed", TRUE, run_backup, check_backup },
  { "restore", "closed", FALSE, run_restore, check_restore },
  { "restore-over-crashed", "crashed", FALSE, run_restore, check_restore },
  { "restore-where-gone", "crashed", FALSE, run_restore_gone, check_restore_gone },
};

/* How many faults of each kind happened, and how many of them came back as an error. */
static guint n_injected[N_FAULTS];
static guint n_told[N_FAULTS];

static void
assert_store_error (const GError *error)
{
  g_assert_nonnull (error);
  if (error->domain != HEED_STORE_ERROR)
    g_error ("not an error of the store: %s", error->message);
}

/* Does it with the nth call failing. Returns whether any failed. */
static gboolean
try_once (const Operation *operation,
          Fault            fault,
          guint            nth,
          gboolean         sticky)
{
  g_autoptr (Scene) scene = scene_new (operation->model);
  g_autoptr (GError) error = NULL;
  gboolean done;
  guint    n;

  g_test_message ("%s: %s %u%s", operation->name, fault_vfs_get_name (fault), nth,
                  sticky ? " and all after it" : "");
  if (operation->opens)
    scene_open (scene);
  fault_vfs_arm (fault, nth, sticky);
  done = operation->run (scene, &error);
  if (!done)
    assert_store_error (error);
  /* The disk is well again: what failed is done by trying again. */
  if (!done && !sticky && operation->opens)
    {
      g_clear_error (&error);
      done = operation->run (scene, &error);
      g_assert_no_error (error);
      g_assert_true (done);
      n_told[fault]++;
    }
  else
    n_told[fault] += !done;
  g_clear_object (&scene->store);
  n = fault_vfs_disarm ();
  n_injected[fault] += n > 0;
  operation->check (scene, done);
  return n > 0;
}

static void
test_operation (gconstpointer data)
{
  const Operation *operation = data;
  guint            all = 0;

  for (Fault fault = FAULT_WRITE; fault < N_FAULTS; fault++)
    for (guint sticky = 0; sticky < 2; sticky++)
      {
        guint nth = 1;

        while (try_once (operation, fault, nth, sticky != 0))
          nth++;
        all += nth - 1;
      }
  g_assert_cmpuint (all, >, 0);
  g_test_message ("%s: %u faults", operation->name, all);
}

/* Runs after the operations: the test has teeth. SQLite truncates only when closing, after all is
 * stored, and when it copies over a larger file. */
static void
test_teeth (void)
{
  for (Fault fault = FAULT_WRITE; fault < N_FAULTS; fault++)
    {
      g_test_message ("%s: %u injected, %u told", fault_vfs_get_name (fault), n_injected[fault],
                      n_told[fault]);
      g_assert_cmpuint (n_injected[fault], >, 0);
      if (fault != FAULT_TRUNCATE)
        g_assert_cmpuint (n_told[fault], >, 0);
    }
}

static char *
sum_file (const char *path)
{
  g_autofree char *data = NULL;
  gsize            size = 0;

  g_assert_true (g_file_get_contents (path, &data, &size, NULL));
  return g_compute_checksum_for_data (G_CHECKSUM_SHA256, (guchar *) data, size);
}

static void
test_full (void)
{
  g_autoptr (Scene) scene = scene_new ("closed");
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;

  scene_open (scene);
  before = sum_file (scene->path);
  fault_vfs_arm (FAULT_FULL, 1, TRUE);
  for (guint i = 0; i < 3; i++)
    {
      g_assert_false (run_log (scene, &error));
      g_assert_error (error, HEED_STORE_ERROR, HEED_STORE_ERROR_FULL);
      g_clear_error (&error);
    }
  g_assert_false (run_backup (scene, &error));
  g_assert_error (error, HEED_STORE_ERROR, HEED_STORE_ERROR_FULL);
  g_clear_error (&error);
  g_assert_false (g_file_test (scene->other, G_FILE_TEST_EXISTS));
  check_no_rest (scene);
  after = sum_file (scene->path);
  g_assert_cmpstr (before, ==, after);
  fault_vfs_disarm ();
  g_assert_true (run_log (scene, &error));
  g_clear_object (&scene->store);
  check_log (scene, TRUE);
}

static void
test_locked (void)
{
  g_autoptr (Scene) scene = scene_new ("closed");
  g_autofree char *before = sum_file (scene->path);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;
  sqlite3 *other;

  scene_open (scene);
  g_assert_cmpint (sqlite3_open (scene->path, &other), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (other, "BEGIN IMMEDIATE", NULL, NULL, NULL), ==, SQLITE_OK);
  fault_vfs_take_waited ();
  g_assert_false (run_log (scene, &error));
  g_assert_error (error, HEED_STORE_ERROR, HEED_STORE_ERROR_BUSY);
  g_assert_cmpint (fault_vfs_take_waited (), >=, 4 * G_USEC_PER_SEC);
  g_clear_error (&error);
  /* Restoring over a file in use is refused. */
  g_assert_false (run_restore (scene, &error));
  g_assert_error (error, HEED_STORE_ERROR, HEED_STORE_ERROR_BUSY);
  g_clear_error (&error);
  after = sum_file (scene->path);
  g_assert_cmpstr (before, ==, after);
  sqlite3_exec (other, "ROLLBACK", NULL, NULL, NULL);
  g_assert_cmpint (sqlite3_close (other), ==, SQLITE_OK);
  g_assert_true (run_log (scene, &error));
  g_clear_object (&scene->store);
  check_log (scene, TRUE);
}

/* As nobody: opening for writing fails, and leaves everything as it is. Returns 0 when so. */
static int
open_as_nobody (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HeedStore) store = NULL;

  if (geteuid () == 0 && (setgid (NOBODY) != 0 || setuid (NOBODY) != 0))
    return 77;
  store = heed_store_open (path, NULL, rules, HEED_STORE_DEFAULT, &error);
  if (store != NULL)
    return 1;
  return g_error_matches (error, HEED_STORE_ERROR, HEED_STORE_ERROR_READ_ONLY) ? 0 : 2;
}

static void
test_read_only (gconstpointer data)
{
  gboolean         folder = GPOINTER_TO_INT (data) != 0;
  g_autoptr (Scene) scene = scene_new ("closed");
  g_autofree char *before = sum_file (scene->path);
  g_autofree char *after = NULL;
  g_autofree char *log = g_strconcat (scene->path, "-wal", NULL);
  g_autofree char *program = g_file_read_link ("/proc/self/exe", NULL);
  const char      *arguments[] = { program, "open", scene->path, NULL };
  g_autoptr (GError) error = NULL;
  int status;

  g_assert_no_errno (chmod (scene->path, folder ? 0666 : 0444));
  g_assert_no_errno (chmod (scene->folder, folder ? 0555 : 0777));
  g_spawn_sync (NULL, (char **) arguments, NULL, G_SPAWN_DEFAULT, NULL, NULL, NULL, NULL, &status,
                &error);
  g_assert_no_error (error);
  g_assert_no_errno (chmod (scene->folder, 0700));
  g_assert_no_errno (chmod (scene->path, 0600));
  if (WIFEXITED (status) && WEXITSTATUS (status) == 77)
    {
      g_test_skip ("root, and cannot become nobody: root may write everything");
      return;
    }
  g_assert_cmpint (status, ==, 0);
  after = sum_file (scene->path);
  g_assert_cmpstr (before, ==, after);
  g_assert_false (g_file_test (log, G_FILE_TEST_EXISTS));
}

static void
log_cases (HeedStore *store,
           guint      n)
{
  g_autoptr (GPtrArray) acts = g_ptr_array_new_with_free_func ((GDestroyNotify) heed_act_unref);
  g_autoptr (GPtrArray) cases = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (acts, make_log ());
  cases = heed_store_perform (store, acts, &error);
  g_assert_no_error (error);
}

/* "closed": closed in order. "crashed": its last cases are in the log only. "backup": more.
 * "schema-1": written by an older Heed. */
static void
make_models (void)
{
  g_autofree char *closed = NULL;
  g_autofree char *crashed = NULL;
  g_autofree char *backup = NULL;
  g_autofree char *stored = NULL;
  g_autoptr (HeedStore) store = NULL;
  g_autoptr (GError) error = NULL;

  models = g_dir_make_tmp ("heed-models-XXXXXX", NULL);
  closed = g_build_filename (models, "closed", NULL);
  crashed = g_build_filename (models, "crashed", NULL);
  backup = g_build_filename (models, "backup", NULL);
  store = heed_store_open (closed, NULL, rules, HEED_STORE_CREATE, &error);
  g_assert_no_error (error);
  log_cases (store, N_BEFORE - 1);
  g_clear_object (&store);
  store = heed_store_open (closed, NULL, rules, HEED_STORE_DEFAULT, &error);
  log_cases (store, 1);
  copy_database (closed, crashed);
  log_cases (store, N_BACKUP - N_BEFORE);
  g_assert_true (heed_store_backup (store, backup, &error));
  g_clear_object (&store);
  g_unlink (closed);
  copy_database (crashed, closed);
  g_assert_cmpuint (count_cases (closed), ==, N_BEFORE);
  stored = g_build_filename (models, "schema-1", NULL);
  g_assert_true (stored_unpack (1, stored));
}

int
main (int   argc,
      char *argv[])
{
  int result;

  rules = heed_rules_new_builtin (NULL);
  g_assert_nonnull (rules);
  if (argc == 3 && g_str_equal (argv[1], "open"))
    return open_as_nobody (argv[2]);
  g_test_init (&argc, &argv, NULL);
  fault_vfs_install ();
  make_models ();
  for (guint i = 0; i < G_N_ELEMENTS (operations); i++)
    {
      g_autofree char *name = g_strconcat ("/faults/", operations[i].name, NULL);

      g_test_add_data_func (name, &operations[i], test_operation);
    }
  g_test_add_func ("/faults/teeth", test_teeth);
  g_test_add_func ("/faults/full", test_full);
  g_test_add_func ("/faults/locked", test_locked);
  g_test_add_data_func ("/faults/read-only-file", GINT_TO_POINTER (FALSE), test_read_only);
  g_test_add_data_func ("/faults/read-only-folder", GINT_TO_POINTER (TRUE), test_read_only);
  result = g_test_run ();
  remove_folder (models);
  g_free (models);
  return result;
}
