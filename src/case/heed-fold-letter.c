/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Letters that were sent: the exact text, to whom, how, and the checksum of the paper. Owns the
 * rule to whom a letter may go. What a letter must say is no matter of this room: whoever records
 * one names the parts that it lacks, and why it went out all the same. */

#include "config.h"

#include "heed-fold-private.h"

#include <string.h>

#define REFUSE(error, obstacle, fact, value) \
  (heed_case_set_obstacle (error, HEED_CASE_ERROR_NOT_ALLOWED, obstacle, fact, value), FALSE)

static gboolean
is_one_of (const char        *text,
           const char *const *ids)
{
  return text != NULL && g_strv_contains (ids, text);
}

/* Whether the person who complains speaks about somebody else's care. */
static gboolean
is_for_another (const HeedCase *self)
{
  return self->patient != NULL
         || (self->relationship != NULL && !g_str_equal (self->relationship, "patient"));
}

/**
 * heed_case_may_send_letter:
 * @self: a case
 * @letter: a code of letters
 * @to: a code of letter-recipients
 *
 * Tells whether the patient's permission, or a decision in its place, is there for a letter to
 * somebody else than the patient. The person who complains may be written to at any time; only the
 * reply, which tells what was found about the patient's care, waits for it. Others get nothing
 * without it (domain knowledge of all profiles; England: SI 2009/309, regulation 5).
 *
 * Returns: whether the letter may be recorded as sent
 */
gboolean
heed_case_may_send_letter (const HeedCase *self,
                           const char     *letter,
                           const char     *to)
{
  static const char *const enough[] = { "given", "not-needed", "not-possible", NULL };

  if (g_strcmp0 (to, "patient") == 0)
    return TRUE;
  if (g_strcmp0 (to, "person") == 0)
    return g_strcmp0 (letter, "final-reply") != 0 || !is_for_another (self)
           || is_one_of (self->authority, enough);
  return g_strcmp0 (self->authority, "given") == 0;
}

/**
 * heed_case_get_letter:
 * @self: a case
 * @letter: a code of letters
 *
 * Returns: (transfer none) (nullable): the last letter of that kind that went to the person or the
 *   patient since the case was opened, or opened again
 */
const HeedLetterSent *
heed_case_get_letter (const HeedCase *self,
                      const char     *letter)
{
  static const char *const told[] = { "person", "patient", NULL };

  for (guint i = self->letters->len; i > 0; i--)
    {
      const HeedLetterSent *sent = g_ptr_array_index (self->letters, i - 1);

      if (g_str_equal (sent->letter, letter) && is_one_of (sent->to, told)
          && sent->round == self->rounds->len)
        return sent;
    }
  return NULL;
}

static gboolean
is_checksum (const char *text)
{
  if (strlen (text) != 64)
    return FALSE;
  for (const char *c = text; *c != '\0'; c++)
    if (!g_ascii_isdigit (*c) && (*c < 'a' || *c > 'f'))
      return FALSE;
  return TRUE;
}

HEED_CHECK (letter)
{
  const char *to = heed_act_get_text (act, "recipient");
  const char *checksum = heed_act_get_text (act, "pdf_sha256");

  if (checksum != NULL && !is_checksum (checksum))
    {
      heed_case_set_obstacle (error, HEED_CASE_ERROR_BAD_FACT, HEED_OBSTACLE_WRONG_TYPE,
                              "pdf_sha256", NULL);
      return FALSE;
    }
  if (!heed_case_may_send_letter (self, heed_act_get_text (act, "letter"), to))
    return REFUSE (error, HEED_OBSTACLE_CONSENT, "authority", NULL);
  return TRUE;
}

HEED_NEEDS (letter)
{
  JsonArray  *lacking = heed_act_get_list (act, "missing");
  const char *reason = heed_act_get_text (act, "passed_reason");
  const char *name = heed_act_get_text (act, "recipient_name");

  if (lacking != NULL && json_array_get_length (lacking) > 0 && (reason == NULL || *reason == '\0'))
    g_ptr_array_add (missing, g_strdup ("passed_reason"));
  if (g_strcmp0 (heed_act_get_text (act, "recipient"), "other") == 0 && (name == NULL || *name == '\0'))
    g_ptr_array_add (missing, g_strdup ("recipient_name"));
}

/* A letter to them is a contact that reached them. */
HEED_FOLD (letter)
{
  HeedLetterSent *sent = g_new0 (HeedLetterSent, 1);

  heed_fold_set_text (&sent->letter, act, "letter");
  heed_fold_set_text (&sent->to, act, "recipient");
  heed_fold_set_text (&sent->how, act, "how");
  heed_fold_set_text (&sent->text, act, "text");
  heed_fold_set_text (&sent->checksum, act, "pdf_sha256");
  sent->on = heed_act_get_day (act);
  sent->round = self->rounds->len;
  g_ptr_array_add (self->letters, sent);
  if (!g_str_equal (sent->to, "other"))
    {
      self->last_update = MAX (self->last_update, sent->on);
      self->n_contacts++;
    }
}
