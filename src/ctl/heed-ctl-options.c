/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The options of heedctl, one table: what they are called, where their values go, and what they say
 * of themselves. Which command takes which is written in the table of commands, in main.c. */

#include "config.h"

#include "heed-ctl-options.h"

#include <string.h>

#include "heed-words.h"

/* Where in a HeedCtl the value goes; GOptionEntry has a pointer in its place. */
#define AT(member) GSIZE_TO_POINTER (G_STRUCT_OFFSET (HeedCtl, member))

static const HeedCtl no_options = HEED_CTL_INIT;

/* Every command takes these. */
static const char *const common[] = { "database", "rules", "as", "now", "version", NULL };

static const GOptionEntry options[] = {
  { "database", 'd', 0, G_OPTION_ARG_FILENAME, AT (database),
    N_ ("the database, in place of $XDG_DATA_HOME/heed/heed.db"), N_ ("FILE") },
  { "rules", 0, 0, G_OPTION_ARG_FILENAME, AT (rules_folder),
    N_ ("the organisation's own folder, in place of $XDG_DATA_HOME/heed/rules"), N_ ("FOLDER") },
  { "as", 0, 0, G_OPTION_ARG_STRING, AT (as), N_ ("who acts, in place of you"), N_ ("NAME") },
  { "now", 0, 0, G_OPTION_ARG_STRING, AT (now_text), N_ ("what time it is, ISO 8601"),
    N_ ("TIME") },
  { "json", 0, 0, G_OPTION_ARG_NONE, AT (json), N_ ("print one JSON document"), NULL },
  { "stage", 0, 0, G_OPTION_ARG_STRING, AT (stage),
    N_ ("queue: listen, acknowledge, resolve or closed"), N_ ("STAGE") },
  { "late", 0, 0, G_OPTION_ARG_NONE, AT (late), N_ ("queue, actions: only what is late"), NULL },
  { "due", 0, 0, G_OPTION_ARG_NONE, AT (check_due),
    N_ ("actions: only those to be checked now"), NULL },
  { "no-proof", 0, 0, G_OPTION_ARG_NONE, AT (no_proof),
    N_ ("actions: only those done without proof"), NULL },
  { "not-effective", 0, 0, G_OPTION_ARG_NONE, AT (not_effective),
    N_ ("actions: only those that do not work"), NULL },
  { "all", 0, 0, G_OPTION_ARG_NONE, AT (all),
    N_ ("actions, said: all, not only what needs somebody or may be published"), NULL },
  { "seed", 0, 0, G_OPTION_ARG_STRING, AT (seed), N_ ("review-list: the seed of the lot"),
    N_ ("NUMBER") },
  { "owner", 0, 0, G_OPTION_ARG_STRING, AT (owner), N_ ("queue: whose cases"), N_ ("NAME") },
  { "sort", 0, 0, G_OPTION_ARG_STRING, AT (sort), N_ ("queue: due or received"), N_ ("ORDER") },
  { "limit", 0, 0, G_OPTION_ARG_INT, AT (limit), N_ ("queue, search: at most so many"),
    N_ ("NUMBER") },
  { "map", 0, 0, G_OPTION_ARG_FILENAME, AT (map), N_ ("import: which column is which fact"),
    N_ ("FILE") },
  { "dry-run", 0, 0, G_OPTION_ARG_NONE, AT (dry_run),
    N_ ("import: check all and write nothing"), NULL },
  { "list", 0, 0, G_OPTION_ARG_NONE, AT (list), N_ ("guide: all lists and their versions"),
    NULL },
  { "check", 0, 0, G_OPTION_ARG_NONE, AT (check), N_ ("letter: tell what it lacks"), NULL },
  { "send", 0, 0, G_OPTION_ARG_STRING, AT (send), N_ ("letter: record it as sent, by letter …"),
    N_ ("HOW") },
  { "pdf", 0, 0, G_OPTION_ARG_FILENAME, AT (pdf), N_ ("letter, sheet: write it as PDF"),
    N_ ("FILE") },
  { "profile", 0, 0, G_OPTION_ARG_STRING, AT (profile), N_ ("due, places: the profile"), N_ ("ID") },
  { "received", 0, 0, G_OPTION_ARG_STRING, AT (received), N_ ("due: the day of receipt"),
    N_ ("DATE") },
  { "agreed", 0, 0, G_OPTION_ARG_STRING, AT (agreed), N_ ("due: the date agreed for the reply"),
    N_ ("DATE") },
  { "pause", 0, 0, G_OPTION_ARG_STRING_ARRAY, AT (pauses), N_ ("due: days that do not count"),
    N_ ("FROM..TO") },
  { "type", 0, 0, G_OPTION_ARG_STRING, AT (type), N_ ("due: the type of contact"), N_ ("TYPE") },
  { "from", 0, 0, G_OPTION_ARG_STRING, AT (from), N_ ("measures, export, report: the first day"), N_ ("DATE") },
  { "to", 0, 0, G_OPTION_ARG_STRING, AT (to),
    N_ ("measures, export, report: the last day; letter: person, patient or other:NAME"),
    N_ ("DATE|WHO") },
  { "site", 0, 0, G_OPTION_ARG_STRING, AT (site), N_ ("measures, report: only of this site"),
    N_ ("SITE") },
  { "service", 0, 0, G_OPTION_ARG_STRING, AT (service),
    N_ ("measures, report: only of this service or ward"), N_ ("NAME") },
  { "suppress", 0, 0, G_OPTION_ARG_STRING, AT (suppress),
    N_ ("measures: how small numbers are hidden: none, board, public or cms"), N_ ("RULE") },
  { "per", 0, 0, G_OPTION_ARG_STRING, AT (per),
    N_ ("measures: the activity that rates are counted against"), N_ ("KIND") },
  { "improvement", 0, 0, G_OPTION_ARG_STRING, AT (improvement),
    N_ ("spc: which way is better: up, down or neutral"), N_ ("WAY") },
  { "target", 0, 0, G_OPTION_ARG_STRING, AT (target), N_ ("spc: a target for the values"),
    N_ ("NUMBER") },
  { "rebase", 0, 0, G_OPTION_ARG_STRING_ARRAY, AT (rebase),
    N_ ("spc: the x from which a known change gives new limits"), N_ ("DATE") },
  { "fix-after", 0, 0, G_OPTION_ARG_INT, AT (fix_after),
    N_ ("spc: take the limits from the first so many values"), N_ ("NUMBER") },
  { "screen", 0, 0, G_OPTION_ARG_NONE, AT (screen),
    N_ ("spc: leave great jumps out of the limits"), NULL },
  { "trend", 0, 0, G_OPTION_ARG_INT, AT (trend),
    N_ ("spc: how many in a row make a trend, 6 or 7"), N_ ("NUMBER") },
  { "chosen", 0, 0, G_OPTION_ARG_STRING, AT (chosen),
    N_ ("listen: learn that this category is right"), N_ ("CATEGORY") },
  { "forget", 0, 0, G_OPTION_ARG_NONE, AT (forget), N_ ("listen: forget what was learnt"),
    NULL },
  { "format", 0, 0, G_OPTION_ARG_STRING, AT (format),
    N_ ("csv, xlsx or jsonl; without it, what the file name ends in"), N_ ("FORMAT") },
  { "output", 'o', 0, G_OPTION_ARG_FILENAME, AT (output), N_ ("export: the file to write"),
    N_ ("FILE") },
  { "by", 0, 0, G_OPTION_ARG_STRING, AT (by),
    N_ ("export: which day counts, received or closed"), N_ ("DAY") },
  { "columns", 0, 0, G_OPTION_ARG_STRING, AT (columns),
    N_ ("export: names of columns, with commas between"), N_ ("NAMES") },
  { "identifiable", 0, 0, G_OPTION_ARG_NONE, AT (identifiable),
    N_ ("export: show who people are; needs --reason"), NULL },
  { "reason", 0, 0, G_OPTION_ARG_STRING, AT (reason),
    N_ ("export: why it shows who people are; letter: why it is sent without what it lacks"),
    N_ ("TEXT") },
  { "bom", 0, 0, G_OPTION_ARG_NONE, AT (bom),
    N_ ("export: begin CSV with a byte order mark, for older spreadsheets"), NULL },
  { "raw", 0, 0, G_OPTION_ARG_NONE, AT (raw),
    N_ ("export: CSV for machines: names for machines, texts as they are"), NULL },
  { "version", 0, 0, G_OPTION_ARG_NONE, AT (version), N_ ("print the version"), NULL },
};

static gpointer
get_value (HeedCtl *self,
           guint    index)
{
  return (char *) self + GPOINTER_TO_SIZE (options[index].arg_data);
}

/**
 * heed_ctl_options_add:
 * @self: where the values go
 * @context: a context, for @self alone
 *
 * Adds all options of heedctl.
 */
void
heed_ctl_options_add (HeedCtl        *self,
                      GOptionContext *context)
{
  GOptionEntry entries[G_N_ELEMENTS (options) + 1] = { 0 };

  for (guint i = 0; i < G_N_ELEMENTS (options); i++)
    {
      entries[i] = options[i];
      entries[i].arg_data = get_value (self, i);
    }
  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
}

static gboolean
is_given (HeedCtl *self,
          guint    index)
{
  gsize at = GPOINTER_TO_SIZE (options[index].arg_data);
  gsize size = options[index].arg == G_OPTION_ARG_NONE || options[index].arg == G_OPTION_ARG_INT
                   ? sizeof (int)
                   : sizeof (gpointer);

  return memcmp (get_value (self, index), (const char *) &no_options + at, size) != 0;
}

/**
 * heed_ctl_options_find_stray:
 * @self: what was given
 * @taken: (array zero-terminated=1): names of the options that a command takes
 *
 * Returns: (transfer none) (nullable): the name of the first option that was given and that the
 *   command does not take
 */
const char *
heed_ctl_options_find_stray (HeedCtl           *self,
                             const char *const *taken)
{
  for (guint i = 0; i < G_N_ELEMENTS (options); i++)
    if (is_given (self, i) && !g_strv_contains (common, options[i].long_name)
        && !g_strv_contains (taken, options[i].long_name))
      return options[i].long_name;
  return NULL;
}

/**
 * heed_ctl_options_clear:
 * @self: where the values are
 *
 * Frees the values of options.
 */
void
heed_ctl_options_clear (HeedCtl *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (options); i++)
    if (options[i].arg == G_OPTION_ARG_STRING_ARRAY)
      g_clear_pointer ((char ***) get_value (self, i), g_strfreev);
    else if (options[i].arg == G_OPTION_ARG_STRING || options[i].arg == G_OPTION_ARG_FILENAME)
      g_clear_pointer ((char **) get_value (self, i), g_free);
}
