/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Heed itself, with its frames watched; takes Heed's own options. */

#include "config.h"

#include "bench-frames.h"
#include "heed-application.h"
#include "heed-words.h"

int
main (int    argc,
      char **argv)
{
  g_autoptr (HeedApplication) application = NULL;

  heed_words_init ();
  application = heed_application_new ();
  bench_frames_watch (GTK_APPLICATION (application), "heed");
  return g_application_run (G_APPLICATION (application), argc, argv);
}
