/* SPDX-License-Identifier: GPL-3.0-or-later */

/* heedctl: everything Heed does, without a window. This file owns the command line: which commands
 * and options there are, and what every command needs before it begins. */

#include "config.h"

#include <gio/gio.h>
#include <stdio.h>
#include <string.h>

#include "heed-ctl-export.h"
#include "heed-ctl-options.h"
#include "heed-ctl.h"
#include "heed-words.h"

typedef struct
{
  const char *name;
  const char *arguments;
  const char *help;
  guint       least;
  guint       most;
  const char *options; /* names of the options it takes besides those every command takes */
  int (*run) (HeedCtl *self);
} Command;

static const Command commands[] = {
  { "log", "[FILE|-]", N_ ("log complaints: a JSON object, or one in each line"), 0, 1, "json",
    heed_ctl_log },
  { "act", "REFERENCE KIND [FILE|-]", N_ ("do something to a case"), 2, 3, "json", heed_ctl_act },
  { "show", "REFERENCE", N_ ("show a case"), 1, 1, "json", heed_ctl_show },
  { "guide", "REFERENCE | --list", N_ ("tell what to do next in a case, or what the guide has"), 0, 1,
    "json list", heed_ctl_guide },
  { "guidance", "check FOLDER", N_ ("check your own guidance"), 2, 2, "json", heed_ctl_guidance },
  { "letter", "REFERENCE KIND [FILE|-]", N_ ("begin, check, print or record a letter"), 2, 3,
    "json check pdf send to reason", heed_ctl_letter },
  { "queue", "", N_ ("list open cases"), 0, 0, "json stage late owner sort limit", heed_ctl_queue },
  { "search", "TEXT", N_ ("find cases by words, name, reference or phone number"), 1, 1,
    "json limit", heed_ctl_search },
  { "counts", "", N_ ("count open and late cases"), 0, 0, "json", heed_ctl_counts },
  { "feedback", "[REFERENCE [FILE|-]]",
    N_ ("note what the person said about how it was handled; or list feedback without a case"), 0, 2,
    "json", heed_ctl_feedback },
  { "actions", "", N_ ("list learning actions and recommendations"), 0, 0,
    "json late due no-proof not-effective all", heed_ctl_actions },
  { "review-list", "", N_ ("list closed cases to look back at"), 0, 0, "json seed",
    heed_ctl_review_list },
  { "said", "", N_ ("list what people said and what was done"), 0, 0, "json all", heed_ctl_said },
  { "import", "FILE --map MAPPING.json", N_ ("make cases, or feedback, from the rows of a table"), 1, 1,
    "json map dry-run", heed_ctl_import },
  { "export", "--output FILE", N_ ("write cases into a spreadsheet, CSV or JSON lines"), 0, 0,
    "json format output from to by suppress columns identifiable reason bom raw", heed_ctl_export },
  { "report", "[KIND [REFERENCE…] --output FILE]", N_ ("write a report; without a kind, list them"), 0, 64,
    "json format output from to by site service suppress identifiable reason bom raw",
    heed_ctl_report },
  { "columns", "", N_ ("list the columns an export may have"), 0, 0, "json", heed_ctl_columns },
  { "exports", "", N_ ("list what was exported before"), 0, 0, "json", heed_ctl_exports },
  { "backup", "FILE", N_ ("write a verified copy of the database"), 1, 1, "json", heed_ctl_backup },
  { "restore", "FILE", N_ ("make the database from a backup"), 1, 1, "json", heed_ctl_restore },
  { "verify", "", N_ ("check every act and the register"), 0, 0, "json", heed_ctl_verify },
  { "rebuild", "", N_ ("make the register anew from the acts"), 0, 0, "json", heed_ctl_rebuild },
  { "sheet", "REFERENCE", N_ ("make the sheet that a person takes home"), 1, 1, "json pdf",
    heed_ctl_sheet },
  { "places", "--profile ID", N_ ("list the places that help"), 0, 0, "json profile",
    heed_ctl_places },
  { "kinds", "", N_ ("list what can be done to a case, and the facts it takes"), 0, 0, "json",
    heed_ctl_kinds },
  { "due", "--profile ID --received DATE", N_ ("tell the due dates of a profile, and why"), 0, 0,
    "json profile received agreed pause type", heed_ctl_due },
  { "spc", "FILE.csv", N_ ("tell what in two columns, x and y, is more than ups and downs"), 1, 1,
    "json improvement target rebase fix-after screen trend", heed_ctl_spc },
  { "readability", "FILE|-", N_ ("tell how hard a text is to read, and words to look at"), 1, 1,
    "json", heed_ctl_readability },
  { "measures", "", N_ ("count every measure, month by month"), 0, 0,
    "json from to site service suppress per", heed_ctl_measures },
  { "activity", "[FILE.csv | SITE MONTH KIND AMOUNT]",
    N_ ("list or tell what rates are counted against"), 0, 4, "json", heed_ctl_activity },
  { "listen", "FILE|- | --forget", N_ ("tell signs of danger, what words are about, and why"), 0, 1,
    "json chosen forget", heed_ctl_listen },
};

int
heed_ctl_usage (const char *format,
                ...)
{
  g_autofree char *text = NULL;
  va_list          arguments;

  va_start (arguments, format);
  text = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_printerr ("heedctl: %s\n%s\n", text, _ ("Try “heedctl --help”."));
  return HEED_CTL_USAGE;
}

/* Says what was refused: the place, the fields, the reason. */
int
heed_ctl_refuse (const char   *place,
                 const GError *error)
{
  char           **missing = NULL;
  g_autofree char *fields = NULL;
  g_autofree char *words = heed_words_error (error);

  if (g_error_matches (error, HEED_CASE_ERROR, HEED_CASE_ERROR_MISSING_FACTS))
    missing = heed_case_error_get_missing (error);
  if (missing != NULL)
    fields = g_strjoinv (", ", missing);
  g_printerr ("heedctl: %s%s%s%s%s\n", place ? place : "", place ? ": " : "",
              fields ? fields : "", fields ? ": " : "", words);
  return HEED_CTL_REFUSED;
}

/* A setting of the organisation, else something that fits. */
char *
heed_ctl_setting (HeedCtl    *self,
                  const char *name,
                  const char *otherwise)
{
  g_autofree char *value = heed_store_get_setting (self->store, name, NULL);

  return value && *value ? g_steal_pointer (&value) : g_strdup (otherwise);
}

static gboolean
take_time (HeedCtl *self)
{
  self->context.now = g_get_real_time ();
  if (self->now_text != NULL
      && !heed_instant_parse (self->now_text, self->zone, &self->context.now))
    return FALSE;
  self->today = heed_date_of_instant (self->context.now, self->zone);
  return TRUE;
}

/* Opens the database and takes the zone of the profile that is set there. */
gboolean
heed_ctl_open (HeedCtl       *self,
               HeedStoreFlags flags)
{
  g_autoptr (GError) error = NULL;
  g_autofree char   *profile_id = NULL;
  g_autofree char   *folder = g_path_get_dirname (self->database);
  const HeedProfile *profile;

  if (flags & HEED_STORE_CREATE)
    g_mkdir_with_parents (folder, 0700);
  self->store = heed_store_open (self->database, NULL, self->rules, flags, &error);
  if (g_error_matches (error, HEED_STORE_ERROR, HEED_STORE_ERROR_NOT_FOUND)
      && !(flags & HEED_STORE_CREATE))
    {
      g_printerr ("heedctl: %s: %s\n", self->database,
                  _ ("There is no database here. Name another with --database; “log”, “import” and "
                     "“restore” make one."));
      return FALSE;
    }
  if (self->store == NULL)
    {
      heed_ctl_refuse (self->database, error);
      return FALSE;
    }

  profile_id = heed_ctl_setting (self, "profile", "england-nhs");
  profile = heed_rules_get_profile (self->rules, profile_id);
  if (profile != NULL)
    {
      g_autoptr (GTimeZone) zone = heed_zone_new (heed_profile_get_zone (profile));

      if (zone != NULL)
        {
          g_time_zone_unref (self->zone);
          self->zone = g_steal_pointer (&zone);
          self->context.zone = heed_profile_get_zone (profile);
        }
    }
  take_time (self);
  return TRUE;
}

static const Command *
find_command (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    if (g_str_equal (commands[i].name, name))
      return &commands[i];
  return NULL;
}

static char *
describe_commands (void)
{
  GString *text = g_string_new (_ ("Commands:"));

  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      g_autofree char *line = g_strconcat (commands[i].name, " ", commands[i].arguments, NULL);

      g_string_append_printf (text, "\n  %-33s %s", line, _ (commands[i].help));
    }
  g_string_append_printf (text, "\n\n%s",
                          _ ("Exit status: 0 done, 1 refused, 2 the command line is wrong."));
  return g_string_free (text, FALSE);
}

static gboolean
parse_options (HeedCtl *self,
               char  ***arguments,
               GError **error)
{
  g_autoptr (GOptionContext) context = g_option_context_new (_ ("COMMAND [ARGUMENT…]"));
  g_autofree char *description = describe_commands ();

  g_option_context_set_translation_domain (context, GETTEXT_PACKAGE);
  g_option_context_set_summary (context, _ ("Handle patient complaints without a window."));
  g_option_context_set_description (context, description);
  heed_ctl_options_add (self, context);
  return g_option_context_parse_strv (context, arguments, error);
}

static const char *
get_own_name (void)
{
  const char *name = g_get_real_name ();

  return name && *name && !g_str_equal (name, "Unknown") ? name : g_get_user_name ();
}

/**
 * heed_ctl_tell_left_out:
 * @left_out: (nullable) (element-type utf8): messages "file: path: reason"
 *
 * Names, where errors go, each file of the organisation that was not taken. The command goes on.
 */
void
heed_ctl_tell_left_out (const GPtrArray *left_out)
{
  for (guint i = 0; left_out != NULL && i < left_out->len; i++)
    {
      g_autofree char *clean = heed_ctl_clean (left_out->pdata[i], FALSE);

      g_printerr ("heedctl: %s: %s\n", _ ("not used"), clean);
    }
}

/* The usual folder need not be there, one that was named must. */
static gboolean
load_rules (HeedCtl *self,
            GError **error)
{
  g_autoptr (GPtrArray) left_out = NULL;

  if (self->rules_folder == NULL)
    {
      self->rules_folder = g_build_filename (g_get_user_data_dir (), "heed", "rules", NULL);
      if (!g_file_test (self->rules_folder, G_FILE_TEST_IS_DIR))
        g_clear_pointer (&self->rules_folder, g_free);
    }
  if (self->rules_folder == NULL)
    self->rules = heed_rules_new_builtin (error);
  else
    self->rules = heed_rules_new_with_folder (self->rules_folder, &left_out, error);
  heed_ctl_tell_left_out (left_out);
  return self->rules != NULL;
}

static int
run (HeedCtl *self,
     char   **arguments)
{
  g_autoptr (GError) error = NULL;
  const Command *command;
  const char    *stray;
  g_auto (GStrv) taken = NULL;

  if (self->version)
    {
      puts ("heedctl " HEED_VERSION);
      return HEED_CTL_OK;
    }
  if (arguments[0] == NULL || arguments[1] == NULL)
    return heed_ctl_usage (_ ("Which command?"));
  command = find_command (arguments[1]);
  if (command == NULL)
    return heed_ctl_usage (_ ("There is no command “%s”."), arguments[1]);

  self->args = arguments + 2;
  self->n_args = g_strv_length (self->args);
  if (self->n_args < command->least || self->n_args > command->most)
    return heed_ctl_usage (_ ("It is: heedctl %s %s"), command->name, command->arguments);
  taken = g_strsplit (command->options, " ", -1);
  stray = heed_ctl_options_find_stray (self, (const char *const *) taken);
  if (stray != NULL)
    return heed_ctl_usage (_ ("The command “%s” has no option --%s."), command->name, stray);

  self->zone = g_time_zone_new_local ();
  self->context.zone = g_time_zone_get_identifier (self->zone);
  if (!take_time (self))
    return heed_ctl_usage (_ ("--now: “%s” is not a time such as 2026-11-24T09:00."),
                           self->now_text);
  self->context.actor = self->as && *self->as ? self->as : get_own_name ();
  if (self->database == NULL)
    self->database = g_build_filename (g_get_user_data_dir (), "heed", "heed.db", NULL);
  if (!load_rules (self, &error))
    return heed_ctl_refuse (self->rules_folder != NULL ? "--rules" : NULL, error);
  return command->run (self);
}

int
main (int    argc,
      char **argv)
{
  g_auto (GStrv) arguments = NULL;
  g_autoptr (GError) error = NULL;
  HeedCtl self = HEED_CTL_INIT;
  int     status;

  heed_words_init ();
  g_set_prgname ("heedctl");
  arguments = g_strdupv (argv);
  if (!parse_options (&self, &arguments, &error))
    status = heed_ctl_usage ("%s", error->message);
  else
    status = run (&self, arguments);

  if (self.store != NULL)
    heed_store_close (self.store);
  g_clear_object (&self.store);
  g_clear_pointer (&self.rules, heed_rules_unref);
  g_clear_pointer (&self.zone, g_time_zone_unref);
  heed_ctl_options_clear (&self);
  if (fflush (stdout) != 0 && status == HEED_CTL_OK)
    status = HEED_CTL_REFUSED;
  return status;
}
