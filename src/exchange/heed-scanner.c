/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Searches free text for what tells who somebody is: the names of the people of the case, and
 * whatever matches the patterns of data/exports/. Replaces too much rather than too little. That
 * nothing was missed it cannot promise: whoever exports sees a preview and decides.
 */
#include "config.h"

#include "heed-rules-files.h"
#include "heed-scanner.h"

#include "heed-json.h"

#include <string.h>

#define MAX_KINDS 24

typedef struct
{
  char   *id;
  char   *label;
  char   *mask;
  guint64 count;
} Kind;

struct _HeedScanner
{
  char            *version;
  Kind             kinds[MAX_KINDS]; /* the names of the case are kind 0 */
  guint            n_kinds;
  GRegex          *regex;      /* one for all; group i is kind i */
  GPtrArray       *names;      /* parts of names, folded */
  char            *names_text; /* what they were made of */
  GString         *masked;
  GString         *once;
  HeedScannerFound found;
  gpointer         user_data;
};

/* --- Reading the patterns --------------------------------------------------------------------- */

static void
add_kind (HeedScanner *self, const char *id, const char *label, const char *mask)
{
  Kind *kind = &self->kinds[self->n_kinds++];

  kind->id = g_strdup (id);
  kind->label = g_strdup (label);
  kind->mask = g_strdup (mask);
}

static gboolean
read_find (HeedScanner *self, const HeedJsonPlace *place, GString *pattern, GError **error)
{
  static const char *const members[] = { "id", "label", "mask", "pattern", NULL };
  g_autoptr (GError) why = NULL;
  g_autoptr (GRegex) regex = NULL;
  const char *id, *label, *mask, *text;

  if (!heed_json_check_members (place, members, NULL, error)
      || !heed_json_read_id (place, "id", &id, error)
      || !heed_json_read_string (place, "label", &label, error)
      || !heed_json_read_string (place, "mask", &mask, error)
      || !heed_json_read_string (place, "pattern", &text, error))
    return FALSE;
  regex = g_regex_new (text, G_REGEX_DEFAULT, G_REGEX_MATCH_DEFAULT, &why);
  if (regex == NULL || g_regex_get_capture_count (regex) > 0)
    {
      heed_json_set_error (place, "pattern", error, "%s",
                           regex ? "it has groups that capture" : why->message);
      return FALSE;
    }
  if (self->n_kinds == MAX_KINDS)
    {
      heed_json_set_error (place, "id", error, "there are more than %d", MAX_KINDS - 1);
      return FALSE;
    }
  add_kind (self, id, label, mask);
  /* A group of its own, so that an option inside does not reach the next. */
  g_string_append_printf (pattern, "%s((?:%s))", pattern->len ? "|" : "", text);
  return TRUE;
}

static gboolean
take_file (const char *kind, JsonNode *root, const char *file, gpointer user_data, GError **error)
{
  static const char *const members[] = { "names_label", "names_mask", "finds", NULL };
  HeedScanner             *self = user_data;
  HeedJsonPlace            place, find;
  HeedJsonHead             head;
  JsonArray               *finds;
  const char              *label, *mask;
  g_autoptr (GString) pattern = g_string_new (NULL);

  if (!heed_json_open (root, file, "heed-deidentify/1", &place, error)
      || !heed_json_read_head (&place, members, &head, error)
      || !heed_json_read_string (&place, "names_label", &label, error)
      || !heed_json_read_string (&place, "names_mask", &mask, error)
      || (finds = heed_json_read_array (&place, "finds", 1, error)) == NULL)
    return FALSE;
  self->version = g_strdup (head.version);
  add_kind (self, "names", label, mask);
  for (guint i = 0; i < json_array_get_length (finds); i++)
    if (!heed_json_read_element (&place, "finds", i, &find, error)
        || !read_find (self, &find, pattern, error))
      return FALSE;
  self->regex = g_regex_new (pattern->str, G_REGEX_OPTIMIZE, G_REGEX_MATCH_DEFAULT, error);
  return self->regex != NULL;
}

/**
 * heed_scanner_new:
 * @error: return location
 *
 * Reads the patterns.
 *
 * Returns: (transfer full): a scanner that knows no names yet
 */
HeedScanner *
heed_scanner_new (GError **error)
{
  g_autoptr (HeedScanner) self = g_new0 (HeedScanner, 1);

  self->names = g_ptr_array_new_with_free_func (g_free);
  self->masked = g_string_new (NULL);
  self->once = g_string_new (NULL);
  if (!heed_rules_files_read_builtin ("exports", take_file, self, error))
    return NULL;
  return g_steal_pointer (&self);
}

/**
 * heed_scanner_free:
 * @self: (transfer full): a scanner
 *
 * Frees it.
 */
void
heed_scanner_free (HeedScanner *self)
{
  for (guint i = 0; i < self->n_kinds; i++)
    {
      g_free (self->kinds[i].id);
      g_free (self->kinds[i].label);
      g_free (self->kinds[i].mask);
    }
  g_clear_pointer (&self->regex, g_regex_unref);
  g_ptr_array_unref (self->names);
  g_string_free (self->masked, TRUE);
  g_string_free (self->once, TRUE);
  g_free (self->names_text);
  g_free (self->version);
  g_free (self);
}

/* --- What it knows ---------------------------------------------------------------------------- */

const char *
heed_scanner_get_version (HeedScanner *self)
{
  return self->version;
}

guint
heed_scanner_get_n_kinds (HeedScanner *self)
{
  return self->n_kinds;
}

const char *
heed_scanner_get_id (HeedScanner *self, guint kind)
{
  return self->kinds[kind].id;
}

const char *
heed_scanner_get_label (HeedScanner *self, guint kind)
{
  return self->kinds[kind].label;
}

/* How many of a kind were replaced so far. */
guint64
heed_scanner_get_count (HeedScanner *self, guint kind)
{
  return self->kinds[kind].count;
}

/* Has @found told of each thing replaced, for a preview. */
void
heed_scanner_set_found (HeedScanner *self, HeedScannerFound found, gpointer user_data)
{
  self->found = found;
  self->user_data = user_data;
}

static gboolean
is_part (gunichar c)
{
  return g_unichar_isalpha (c) || g_unichar_ismark (c);
}

/* Without case and accents, so that "MULLER" finds "Müller". */
static char *
fold (const char *text, gsize length)
{
  g_autofree char *folded = g_utf8_casefold (text, (gssize) length);
  g_autofree char *apart = g_utf8_normalize (folded, -1, G_NORMALIZE_NFKD);
  GString         *plain = g_string_new (NULL);

  for (const char *p = apart; p && *p; p = g_utf8_next_char (p))
    if (!g_unichar_ismark (g_utf8_get_char (p)))
      g_string_append_unichar (plain, g_utf8_get_char (p));
  return g_string_free_and_steal (plain);
}

static void
add_names (HeedScanner *self, const char *text)
{
  while (text && *text)
    {
      const char *end = text;

      while (*end && is_part (g_utf8_get_char (end)))
        end = g_utf8_next_char (end);
      /* A single letter is an initial; it would be found in every sentence. */
      if (end > g_utf8_next_char (text))
        g_ptr_array_add (self->names, fold (text, (gsize) (end - text)));
      text = *end ? g_utf8_next_char (end) : end;
    }
}

/**
 * heed_scanner_set_names:
 * @self: a scanner
 * @names: (nullable): names of the people of a case, apart by anything that is no letter
 * @more: (nullable): further ones, as of staff
 *
 * Tells whose names to look for from now on.
 */
void
heed_scanner_set_names (HeedScanner *self, const char *names, const char *more)
{
  g_autofree char *text = g_strconcat (names ? names : "", "\n", more ? more : "", NULL);

  if (g_strcmp0 (text, self->names_text) == 0)
    return;
  g_ptr_array_set_size (self->names, 0);
  add_names (self, text);
  g_free (self->names_text);
  self->names_text = g_steal_pointer (&text);
}

/* --- Searching -------------------------------------------------------------------------------- */

static void
replace (HeedScanner *self, GString *into, guint kind, const char *text, gsize length)
{
  const char *mask = self->kinds[kind].mask;
  gsize       n = strlen (mask);

  self->kinds[kind].count++;
  if (self->found != NULL)
    {
      g_autofree char *what = g_strndup (text, length);

      self->found (kind, what, self->user_data);
    }
  /* Two names in a row are one person. */
  if (into->len > n && into->str[into->len - 1] == ' '
      && strncmp (into->str + into->len - 1 - n, mask, n) == 0)
    g_string_truncate (into, into->len - 1);
  else
    g_string_append (into, mask);
}

static void
mask_patterns (HeedScanner *self, const char *text)
{
  g_autoptr (GMatchInfo) match = NULL;
  int done = 0;

  g_string_truncate (self->once, 0);
  if (g_regex_match (self->regex, text, G_REGEX_MATCH_DEFAULT, &match))
    do
      {
        int   start, end;
        guint kind = 1;

        while (kind + 1 < self->n_kinds
               && !(g_match_info_fetch_pos (match, (int) kind, &start, &end) && start >= 0))
          kind++;
        g_match_info_fetch_pos (match, 0, &start, &end);
        g_string_append_len (self->once, text + done, start - done);
        replace (self, self->once, kind, text + start, (gsize) (end - start));
        done = end;
      }
    while (g_match_info_next (match, NULL));
  g_string_append (self->once, text + done);
}

/* Short parts ("an", "may") are everyday words, too: they are taken for names with a capital only.
 */
static gboolean
is_name (HeedScanner *self, const char *word, gsize length)
{
  g_autofree char *folded = NULL;
  char             small[64];
  const char      *plain = small;
  gsize            i;

  for (i = 0; i < length && i < sizeof small - 1 && (guchar) word[i] < 0x80; i++)
    small[i] = g_ascii_tolower (word[i]);
  small[i] = '\0';
  if (i < length)
    plain = folded = fold (word, length);
  for (guint n = 0; n < self->names->len; n++)
    if (strcmp (self->names->pdata[n], plain) == 0)
      return g_utf8_strlen (plain, -1) > 3 || g_unichar_isupper (g_utf8_get_char (word));
  return FALSE;
}

/* The length of what was put in place of something, where @text begins with that. */
static gsize
get_mask_length (HeedScanner *self, const char *text)
{
  for (guint i = 0; *text == '[' && i < self->n_kinds; i++)
    if (g_str_has_prefix (text, self->kinds[i].mask))
      return strlen (self->kinds[i].mask);
  return 0;
}

static void
mask_names (HeedScanner *self, const char *text)
{
  g_string_truncate (self->masked, 0);
  while (*text)
    {
      const char *end = text + get_mask_length (self, text);

      if (end > text)
        {
          g_string_append_len (self->masked, text, end - text);
          text = end;
          continue;
        }
      while (*end
             && ((guchar) *end < 0x80 ? g_ascii_isalpha (*end) : is_part (g_utf8_get_char (end))))
        end = g_utf8_next_char (end);
      if (end > text && is_name (self, text, (gsize) (end - text)))
        replace (self, self->masked, 0, text, (gsize) (end - text));
      else
        {
          if (end == text)
            end = g_utf8_next_char (text);
          g_string_append_len (self->masked, text, end - text);
        }
      text = end;
    }
}

/**
 * heed_scanner_mask:
 * @self: a scanner
 * @text: what somebody wrote, UTF-8
 *
 * Replaces what tells who somebody is.
 *
 * Returns: (transfer none): the text without it; valid until the next call
 */
const char *
heed_scanner_mask (HeedScanner *self, const char *text)
{
  mask_patterns (self, text);
  if (self->names->len == 0)
    return self->once->str;
  mask_names (self, self->once->str);
  return self->masked->str;
}
