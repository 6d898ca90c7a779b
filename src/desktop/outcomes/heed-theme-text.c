/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the Outcomes page says of a theme. Finding themes is the matter of src/review. */

#include "config.h"

#include "heed-theme-text.h"

#include "heed-words.h"

static const char *
get_training (const HeedRules *rules,
              const char      *category)
{
  const HeedCodes *codes = heed_rules_get_codes (rules, "training");
  g_autofree char *top = heed_category_top (category);
  const HeedCode  *code = codes != NULL ? heed_codes_find (codes, category) : NULL;

  if (code == NULL && codes != NULL)
    code = heed_codes_find (codes, top);
  return code != NULL ? g_dgettext (GETTEXT_PACKAGE, code->label) : NULL;
}

/**
 * heed_theme_text:
 * @rules: the rules, for the training that may help
 * @theme: what is raised again and again
 *
 * Returns: (transfer full): why it is a theme, and what may help
 */
char *
heed_theme_text (const HeedRules *rules,
                 const HeedTheme *theme)
{
  g_autoptr (GStrvBuilder) parts = g_strv_builder_new ();
  g_auto (GStrv) all = NULL;
  const char *training = get_training (rules, theme->category);

  g_strv_builder_take (
      parts, g_strdup_printf (ngettext ("%u case in 90 days.", "%u cases in 90 days.",
                                        theme->n_cases),
                              theme->n_cases));
  if (theme->rising)
    g_strv_builder_add (parts, _ ("More last month than ups and downs explain."));
  if (theme->repeated)
    g_strv_builder_add (parts, _ ("It came back after an action about it was done."));
  if (training != NULL)
    /* Translators: the %s is a topic of training */
    g_strv_builder_take (parts, g_strdup_printf (_ ("Practice that may help: %s."), training));
  all = g_strv_builder_end (parts);
  return g_strjoinv (" ", all);
}
