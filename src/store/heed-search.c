/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What makes texts findable however they are typed: letters that the tokenizer leaves apart, phone
 * numbers with and without their country, and what somebody typed as a question that cannot be
 * taken for a query language. Knows no country: what may be a code of one is left out by length.
 */
#include "config.h"

#include "heed-search.h"

#include <string.h>

#define MOST_COUNTRY_DIGITS 3 /* ITU-T E.164: a country code has one to three digits */
#define LEAST_FORM_DIGITS   6
#define KEY_DIGITS          8
#define LEAST_PHONE_DIGITS  7

/* Letters that have no accent to take away, so that unicode61 does not fold them. */
static const struct
{
  gunichar    letter;
  const char *plain;
} letters[] = {
  { 0x00DF, "ss" }, { 0x1E9E, "SS" }, { 0x00E6, "ae" }, { 0x00C6, "AE" }, { 0x0153, "oe" },
  { 0x0152, "OE" }, { 0x00F8, "o" },  { 0x00D8, "O" },  { 0x0142, "l" },  { 0x0141, "L" },
  { 0x0111, "d" },  { 0x0110, "D" },  { 0x00F0, "d" },  { 0x00D0, "D" },  { 0x00FE, "th" },
  { 0x00DE, "TH" }, { 0x0131, "i" },
};

/* All these letters begin with one of four bytes; most texts have none. */
#define LEAD_BYTES "\xC3\xC4\xC5\xE1"

static const char *
find_plain (gunichar letter)
{
  for (guint i = 0; i < G_N_ELEMENTS (letters); i++)
    if (letters[i].letter == letter)
      return letters[i].plain;
  return NULL;
}

/**
 * heed_search_fold:
 * @text: (nullable): UTF-8 text
 *
 * Writes plain letters in the place of those that the full-text index does not fold itself.
 *
 * Returns: (transfer full) (nullable): the text; %NULL for %NULL
 */
char *
heed_search_fold (const char *text)
{
  g_autoptr (GString) folded = NULL;

  if (text == NULL || strpbrk (text, LEAD_BYTES) == NULL)
    return g_strdup (text);
  folded = g_string_sized_new (strlen (text));
  for (const char *p = text; *p; p = g_utf8_next_char (p))
    {
      const char *plain = (guchar) *p < 0x80 ? NULL : find_plain (g_utf8_get_char (p));

      if (plain != NULL)
        g_string_append (folded, plain);
      else
        g_string_append_len (folded, p, g_utf8_next_char (p) - p);
    }
  return g_string_free_and_steal (g_steal_pointer (&folded));
}

/**
 * heed_search_add_folded:
 * @text: (nullable): UTF-8 text that is indexed as it is
 * @words: where to add
 *
 * Adds those words of a text that heed_search_fold() changes, as it changes them.
 */
void
heed_search_add_folded (const char *text,
                        GString    *words)
{
  g_auto (GStrv) all = NULL;

  if (text == NULL || strpbrk (text, LEAD_BYTES) == NULL)
    return;
  all = g_strsplit_set (text, " \t\r\n", -1);
  for (guint i = 0; all[i] != NULL; i++)
    {
      g_autofree char *folded = heed_search_fold (all[i]);

      if (!g_str_equal (folded, all[i]))
        g_string_append_printf (words, "\n%s", folded);
    }
}

/* The digits of a number; whether it begins with a country code, which "+" and "00" say. A zero in
 * brackets after one is only dialled inside the country. */
static char *
get_digits (const char *phone,
            gboolean   *international)
{
  g_autoptr (GString) digits = g_string_new (NULL);
  const char *start = phone + strspn (phone, " (");
  const char *zero;

  *international = *start == '+' || g_str_has_prefix (start, "00");
  zero = *international ? strstr (start, "(0)") : NULL;
  for (const char *p = start; *p; p++)
    if (g_ascii_isdigit (*p) && !(zero != NULL && p == zero + 1))
      g_string_append_c (digits, *p);
  if (*international && g_str_has_prefix (digits->str, "00"))
    g_string_erase (digits, 0, 2);
  return g_string_free_and_steal (g_steal_pointer (&digits));
}

/* All that a number may begin with, put together by @before and @after each. */
static void
append_forms (GString    *text,
              const char *phone,
              const char *before,
              const char *after)
{
  gboolean         international;
  g_autofree char *digits = get_digits (phone, &international);
  gsize            length = strlen (digits);
  gsize            most = international ? MOST_COUNTRY_DIGITS : strspn (digits, "0");

  if (length < 3)
    return;
  g_string_append_printf (text, "%s%s%s", before, digits, after);
  for (gsize i = international ? 1 : most; i <= most; i++)
    if (i > 0 && length - i >= LEAST_FORM_DIGITS)
      g_string_append_printf (text, "%s%s%s", before, digits + i, after);
}

/**
 * heed_search_phone_forms:
 * @phone: (nullable): a phone number as typed
 *
 * Gets what the index holds of a number: its digits, and its digits without what may be a country
 * code or the zeros dialled before it.
 *
 * Returns: (transfer full): the forms, each with a space before it; "" for no number
 */
char *
heed_search_phone_forms (const char *phone)
{
  GString *forms = g_string_new (NULL);

  if (phone != NULL)
    append_forms (forms, phone, " ", "");
  return g_string_free_and_steal (forms);
}

/**
 * heed_search_phone_key:
 * @phone: (nullable): a phone number as typed
 *
 * Gets what is the same for one number however it is typed: its last eight digits, or all where
 * there are fewer.
 *
 * Returns: (transfer full) (nullable): the digits; %NULL for fewer than three
 */
char *
heed_search_phone_key (const char *phone)
{
  gboolean         international;
  g_autofree char *digits = phone ? get_digits (phone, &international) : NULL;
  gsize            length = digits ? strlen (digits) : 0;

  if (length < 3)
    return NULL;
  return g_strdup (digits + (length > KEY_DIGITS ? length - KEY_DIGITS : 0));
}

static gboolean
is_number (const char *text)
{
  return strspn (text, "0123456789 +-()/.") == strlen (text);
}

/* Digits in groups, more of them than references have. Looking for each group would go through all
 * numbers that begin like it. */
static gboolean
is_phone (const char *text)
{
  guint n_digits = 0;

  for (const char *p = text; *p; p++)
    n_digits += g_ascii_isdigit (*p) != 0;
  return is_number (text) && n_digits >= LEAST_PHONE_DIGITS
         && (strchr (text, ' ') != NULL || *text == '+');
}

static gboolean
has_two_letters (const char *text)
{
  guint letters_found = 0;

  for (const char *p = text; *p; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      letters_found += g_unichar_isalnum (c) || g_unichar_type (c) == G_UNICODE_OTHER_LETTER;
    }
  return letters_found >= 2;
}

static gboolean
has_letter (const char *word)
{
  for (const char *p = word; *p; p = g_utf8_next_char (p))
    if (g_unichar_isalnum (g_utf8_get_char (p)))
      return TRUE;
  return FALSE;
}

/**
 * heed_search_quote:
 * @text: what somebody typed
 *
 * Quotes each word, so that nothing in it is taken for a query language. Each is the beginning of
 * a word looked for; what may be a phone number is looked for in all its forms, too.
 *
 * Returns: (transfer full) (nullable): for MATCH; %NULL when there are fewer than two letters
 */
char *
heed_search_quote (const char *text)
{
  g_autoptr (GString) quoted = g_string_new (NULL);
  g_autofree char *folded = heed_search_fold (text);
  g_auto (GStrv) words = NULL;

  if (!has_two_letters (text))
    return NULL;
  words = g_strsplit_set (folded, " \t\n\r", -1);
  for (guint i = 0; words[i] != NULL; i++)
    if (has_letter (words[i]))
      {
        g_strdelimit (words[i], "\"", ' ');
        g_string_append_printf (quoted, "%s\"%s\"*", quoted->len ? " AND " : "", words[i]);
      }
  if (quoted->len == 0)
    return NULL;
  if (is_phone (text))
    {
      g_string_assign (quoted, "");
      append_forms (quoted, text, " OR \"", "\"*");
      g_string_erase (quoted, 0, strlen (" OR "));
    }
  else if (is_number (text))
    {
      g_string_prepend_c (quoted, '(');
      g_string_append_c (quoted, ')');
      append_forms (quoted, text, " OR \"", "\"*");
    }
  return g_string_free_and_steal (g_steal_pointer (&quoted));
}
