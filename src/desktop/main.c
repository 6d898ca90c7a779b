/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The desktop program.
 */
#include "config.h"

#include <locale.h>

#include "heed-application.h"
#include "heed-words.h"

int
main (int    argc,
      char **argv)
{
  g_autoptr (HeedApplication) application = NULL;

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, HEED_LOCALE_DIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  heed_words_init ();

  application = heed_application_new ();
  return g_application_run (G_APPLICATION (application), argc, argv);
}
