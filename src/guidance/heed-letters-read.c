/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reading the files of letters: templates, parts, signs. Each mistake is told with file, path and
 * reason, and a file that is wrong is taken in not at all. */

#include "config.h"

#include "heed-letters-private.h"

#include <string.h>

#include "heed-json.h"

static const char *const sign_members[] = { "language",    "months", "weekdays", "fields",
                                            "apology", "conclusions", "dates",  NULL };
static const char *const parts_members[] = { "profile", "apology_note", "date_order", "parts",
                                             NULL };
static const char *const template_members[] = { "letter", "profiles", "support", "blocks", NULL };
static const char *const mark_members[] = { "id", "label", "hint", "find", "also", "unless", NULL };
static const char *const part_members[] = { "letters", "text", NULL };
static const char *const block_members[] = { "text", "part", "heading", "when", "each", NULL };
static const char *const conditions[] = { "issues",      "wants",  "did",           "interpreter",
                                          "permission",  "upheld", "partly-upheld", "not-upheld",
                                          "not-found", NULL };

static void
sign_clear (HeedLetterSign *sign)
{
  g_clear_pointer (&sign->patterns, heed_patterns_free);
  g_clear_pointer (&sign->literals, g_ptr_array_unref);
}

static void
mark_clear (HeedLetterMark *mark)
{
  sign_clear (&mark->find);
  sign_clear (&mark->also);
  sign_clear (&mark->unless);
}

static void
mark_free (gpointer data)
{
  HeedLetterMark *mark = data;

  mark_clear (mark);
  g_free (mark->id);
  g_free (mark->label);
  g_free (mark->hint);
  g_free (mark);
}

static void
part_free (gpointer data)
{
  HeedLetterPartFull *part = data;

  mark_clear (&part->mark);
  g_free (part->shown.id);
  g_free (part->shown.label);
  g_free (part->shown.hint);
  g_free (part->shown.text);
  g_strfreev (part->letters);
  g_free (part);
}

void
heed_letter_parts_free (gpointer data)
{
  HeedLetterParts *parts = data;

  g_free (parts->id);
  g_free (parts->version);
  g_free (parts->profile);
  g_free (parts->apology_note);
  g_clear_pointer (&parts->parts, g_ptr_array_unref);
  g_free (parts);
}

static void
block_free (gpointer data)
{
  HeedLetterBlock *block = data;

  g_free (block->text);
  g_free (block->part);
  g_free (block->heading);
  g_strfreev (block->when);
  g_free (block);
}

void
heed_letter_template_free (gpointer data)
{
  HeedLetterTemplateFull *template = data;

  g_free (template->shown.id);
  g_free (template->shown.name);
  g_free (template->shown.version);
  g_free (template->shown.letter);
  g_free (template->shown.support);
  g_strfreev (template->profiles);
  g_clear_pointer (&template->blocks, g_ptr_array_unref);
  g_free (template);
}

void
heed_letter_signs_free (gpointer data)
{
  HeedLetterSigns *signs = data;

  g_free (signs->id);
  g_strfreev (signs->months);
  g_strfreev (signs->weekdays);
  g_clear_pointer (&signs->fields, g_hash_table_unref);
  g_clear_pointer (&signs->apology, g_ptr_array_unref);
  g_clear_pointer (&signs->conclusions, g_ptr_array_unref);
  g_clear_pointer (&signs->dates, g_ptr_array_unref);
  g_free (signs);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HeedLetterMark, mark_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HeedLetterPartFull, part_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HeedLetterParts, heed_letter_parts_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HeedLetterBlock, block_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HeedLetterTemplateFull, heed_letter_template_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HeedLetterSigns, heed_letter_signs_free)

/* Whether each field in braces is one that a letter knows. */
static gboolean
check_fields (const HeedLetters   *self,
              const HeedJsonPlace *place,
              const char          *member,
              const char          *text,
              GError             **error)
{
  for (const char *c = strchr (text, '{'); c != NULL; c = strchr (c + 1, '{'))
    {
      const char      *end = strchr (c, '}');
      g_autofree char *field = end != NULL ? g_strndup (c + 1, (gsize) (end - c - 1)) : NULL;

      if (field == NULL)
        heed_json_set_error (place, member, error, "a { without its }");
      else if (!g_str_equal (field, "date") && !g_hash_table_contains (self->signs->fields, field))
        heed_json_set_error (place, member, error, "there is no field \"{%s}\"", field);
      else
        continue;
      return FALSE;
    }
  return TRUE;
}

static gboolean
read_sign (const HeedLetters   *self,
           const HeedJsonPlace *place,
           const char          *member,
           HeedLetterSign      *sign,
           GError             **error)
{
  g_auto (GStrv) texts = NULL;

  sign->literals = g_ptr_array_new_with_free_func (g_free);
  sign->patterns = heed_patterns_new ();
  if (!heed_json_has (place, member))
    return TRUE;
  sign->is_set = TRUE;
  texts = heed_json_read_strings (place, member, error);
  for (guint i = 0; texts != NULL && texts[i] != NULL; i++)
    {
      const char *reason = NULL;

      if (strchr (texts[i], '{') != NULL)
        {
          if (!check_fields (self, place, member, texts[i], error))
            return FALSE;
          g_ptr_array_add (sign->literals, g_strdup (texts[i]));
        }
      else if (!heed_patterns_add (sign->patterns, texts[i], 0, &reason))
        {
          heed_json_set_error (place, member, error, "\"%s\": %s", texts[i], reason);
          return FALSE;
        }
    }
  return texts != NULL;
}

static gboolean
read_mark (const HeedLetters   *self,
           const HeedJsonPlace *place,
           const char *const   *more,
           HeedLetterMark      *mark,
           GError             **error)
{
  const char *id = NULL, *label = NULL, *hint = NULL;

  if (!heed_json_check_members (place, mark_members, more, error)
      || !heed_json_read_id (place, "id", &id, error)
      || (heed_json_has (place, "label") && !heed_json_read_string (place, "label", &label, error))
      || (heed_json_has (place, "hint") && !heed_json_read_string (place, "hint", &hint, error))
      || heed_json_read_array (place, "find", 1, error) == NULL
      || !read_sign (self, place, "find", &mark->find, error)
      || !read_sign (self, place, "also", &mark->also, error)
      || !read_sign (self, place, "unless", &mark->unless, error))
    return FALSE;
  mark->id = g_strdup (id);
  mark->label = g_strdup (label);
  mark->hint = g_strdup (hint);
  return TRUE;
}

static GPtrArray *
read_marks (const HeedLetters   *self,
            const HeedJsonPlace *place,
            const char          *member,
            GError             **error)
{
  g_autoptr (GPtrArray) marks = g_ptr_array_new_with_free_func (mark_free);
  JsonArray *array = heed_json_read_array (place, member, 1, error);

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      g_autoptr (HeedLetterMark) mark = g_new0 (HeedLetterMark, 1);
      HeedJsonPlace element;

      if (!heed_json_read_element (place, member, i, &element, error)
          || !read_mark (self, &element, NULL, mark, error))
        return NULL;
      g_ptr_array_add (marks, g_steal_pointer (&mark));
    }
  return array != NULL ? g_steal_pointer (&marks) : NULL;
}

/* --- Signs --- */

static char **
read_names (const HeedJsonPlace *place,
            const char          *member,
            guint                n_names,
            GError             **error)
{
  g_auto (GStrv) names = heed_json_read_strings (place, member, error);

  if (names != NULL && g_strv_length (names) != n_names)
    {
      heed_json_set_error (place, member, error, "it must hold %u names", n_names);
      return NULL;
    }
  return g_steal_pointer (&names);
}

static GHashTable *
read_field_names (const HeedJsonPlace *place,
                  GError             **error)
{
  g_autoptr (GHashTable) fields = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (GList) members = NULL;
  JsonNode     *node = json_object_get_member (place->object, "fields");
  HeedJsonPlace inside = *place;

  if (node == NULL || !JSON_NODE_HOLDS_OBJECT (node))
    {
      heed_json_set_error (place, "fields", error, "it must be an object");
      return NULL;
    }
  inside.object = json_node_get_object (node);
  g_snprintf (inside.path, sizeof inside.path, "%s.fields", place->path);
  members = json_object_get_members (inside.object);
  for (GList *l = members; l != NULL; l = l->next)
    {
      const char *label = NULL;

      if (!heed_json_read_string (&inside, l->data, &label, error))
        return NULL;
      g_hash_table_insert (fields, g_strdup (l->data), g_strdup (label));
    }
  return g_steal_pointer (&fields);
}

static gboolean
take_signs (HeedLetters         *self,
            const HeedJsonPlace *place,
            const HeedJsonHead  *head,
            GError             **error)
{
  g_autoptr (HeedLetterSigns) signs = g_new0 (HeedLetterSigns, 1);
  HeedLetters reading = { .signs = signs };
  const char *language = NULL;

  signs->id = g_strdup (head->id);
  if (!heed_json_read_string (place, "language", &language, error)
      || (signs->months = read_names (place, "months", 12, error)) == NULL
      || (signs->weekdays = read_names (place, "weekdays", 7, error)) == NULL
      || (signs->fields = read_field_names (place, error)) == NULL
      || (signs->apology = read_marks (&reading, place, "apology", error)) == NULL
      || (signs->conclusions = read_marks (&reading, place, "conclusions", error)) == NULL
      || (signs->dates = read_marks (&reading, place, "dates", error)) == NULL)
    return FALSE;
  g_clear_pointer (&self->signs, heed_letter_signs_free);
  self->signs = g_steal_pointer (&signs);
  return TRUE;
}

/* --- Parts --- */

static gboolean
read_part (const HeedLetters   *self,
           HeedLetterParts     *parts,
           const HeedJsonPlace *place,
           GError             **error)
{
  g_autoptr (HeedLetterPartFull) part = g_new0 (HeedLetterPartFull, 1);
  const char *text = NULL;

  if (!read_mark (self, place, part_members, &part->mark, error)
      || !heed_json_read_string (place, "text", &text, error)
      || !check_fields (self, place, "text", text, error)
      || (part->letters = heed_json_read_strings (place, "letters", error)) == NULL)
    {
      g_free (part->mark.id);
      g_free (part->mark.label);
      g_free (part->mark.hint);
      return FALSE;
    }
  part->shown.id = part->mark.id;
  part->shown.label = part->mark.label;
  part->shown.hint = part->mark.hint;
  part->shown.text = g_strdup (text);
  if (part->shown.label == NULL || part->shown.hint == NULL)
    {
      heed_json_set_error (place, part->shown.label == NULL ? "label" : "hint", error,
                           "it is missing");
      return FALSE;
    }
  for (guint i = 0; i < parts->parts->len; i++)
    {
      const HeedLetterPartFull *other = g_ptr_array_index (parts->parts, i);

      for (guint l = 0; g_str_equal (other->shown.id, part->shown.id) && part->letters[l] != NULL;
           l++)
        if (g_strv_contains ((const char *const *) other->letters, part->letters[l]))
          {
            heed_json_set_error (place, "id", error, "\"%s\" is in the list already for \"%s\"",
                                 part->shown.id, part->letters[l]);
            return FALSE;
          }
    }
  g_ptr_array_add (parts->parts, g_steal_pointer (&part));
  return TRUE;
}

static gboolean
take_parts (HeedLetters         *self,
            const HeedJsonPlace *place,
            const HeedJsonHead  *head,
            GError             **error)
{
  static const char *const orders[] = { "dmy", "mdy", NULL };
  g_autoptr (HeedLetterParts) parts = g_new0 (HeedLetterParts, 1);
  const char *profile = NULL, *note = NULL;
  int         order = 0;
  JsonArray  *array;

  parts->parts = g_ptr_array_new_with_free_func (part_free);
  if ((heed_json_has (place, "profile") && !heed_json_read_id (place, "profile", &profile, error))
      || (heed_json_has (place, "apology_note")
          && !heed_json_read_string (place, "apology_note", &note, error))
      || (heed_json_has (place, "date_order")
          && !heed_json_read_choice (place, "date_order", orders, &order, error))
      || (array = heed_json_read_array (place, "parts", 1, error)) == NULL)
    return FALSE;
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      HeedJsonPlace element;

      if (!heed_json_read_element (place, "parts", i, &element, error)
          || !read_part (self, parts, &element, error))
        return FALSE;
    }
  parts->id = g_strdup (head->id);
  parts->version = g_strdup (head->version);
  parts->profile = g_strdup (profile);
  parts->apology_note = g_strdup (note);
  parts->month_first = order == 1;
  for (guint i = 0; i < self->parts->len; i++)
    if (g_str_equal (((HeedLetterParts *) g_ptr_array_index (self->parts, i))->id, parts->id))
      {
        g_ptr_array_remove_index (self->parts, i);
        break;
      }
  g_ptr_array_add (self->parts, g_steal_pointer (&parts));
  return TRUE;
}

/* --- Templates --- */

static gboolean
has_part (const HeedLetters *self,
          const char        *id)
{
  for (guint i = 0; i < self->parts->len; i++)
    {
      const HeedLetterParts *parts = g_ptr_array_index (self->parts, i);

      for (guint j = 0; j < parts->parts->len; j++)
        if (g_str_equal (((HeedLetterPart *) g_ptr_array_index (parts->parts, j))->id, id))
          return TRUE;
    }
  return FALSE;
}

static gboolean
check_block (const HeedLetters     *self,
             const HeedJsonPlace   *place,
             const HeedLetterBlock *block,
             GError               **error)
{
  if ((block->text == NULL) == (block->part == NULL))
    heed_json_set_error (place, NULL, error, "it must have either \"text\" or \"part\"");
  else if (block->part != NULL && !has_part (self, block->part))
    heed_json_set_error (place, "part", error, "there is no part \"%s\"", block->part);
  else if ((block->text == NULL || check_fields (self, place, "text", block->text, error))
           && (block->heading == NULL
               || check_fields (self, place, "heading", block->heading, error)))
    {
      for (guint i = 0; block->when != NULL && block->when[i] != NULL; i++)
        if (!g_strv_contains (conditions, block->when[i]))
          {
            heed_json_set_error (place, "when", error, "there is no condition \"%s\"",
                                 block->when[i]);
            return FALSE;
          }
      return TRUE;
    }
  return FALSE;
}

static gboolean
read_block (const HeedLetters   *self,
            GPtrArray           *blocks,
            const HeedJsonPlace *place,
            GError             **error)
{
  static const char *const each[] = { "issue", NULL };
  g_autoptr (HeedLetterBlock) block = g_new0 (HeedLetterBlock, 1);
  const char *text = NULL, *part = NULL, *heading = NULL;
  int         which = -1;

  if (!heed_json_check_members (place, block_members, NULL, error)
      || (heed_json_has (place, "text") && !heed_json_read_string (place, "text", &text, error))
      || (heed_json_has (place, "part") && !heed_json_read_id (place, "part", &part, error))
      || (heed_json_has (place, "heading")
          && !heed_json_read_string (place, "heading", &heading, error))
      || (heed_json_has (place, "each")
          && !heed_json_read_choice (place, "each", each, &which, error))
      || (heed_json_has (place, "when")
          && (block->when = heed_json_read_strings (place, "when", error)) == NULL))
    return FALSE;
  block->text = g_strdup (text);
  block->part = g_strdup (part);
  block->heading = g_strdup (heading);
  block->each_issue = which == 0;
  if (!check_block (self, place, block, error))
    return FALSE;
  g_ptr_array_add (blocks, g_steal_pointer (&block));
  return TRUE;
}

static gboolean
take_template (HeedLetters         *self,
               const HeedJsonPlace *place,
               const HeedJsonHead  *head,
               GError             **error)
{
  g_autoptr (HeedLetterTemplateFull) template = g_new0 (HeedLetterTemplateFull, 1);
  const char *letter = NULL, *support = NULL;
  JsonArray  *array;

  template->blocks = g_ptr_array_new_with_free_func (block_free);
  if (!heed_json_read_id (place, "letter", &letter, error)
      || (heed_json_has (place, "support")
          && !heed_json_read_id (place, "support", &support, error))
      || (heed_json_has (place, "profiles")
          && (template->profiles = heed_json_read_strings (place, "profiles", error)) == NULL)
      || (array = heed_json_read_array (place, "blocks", 1, error)) == NULL)
    return FALSE;
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      HeedJsonPlace element;

      if (!heed_json_read_element (place, "blocks", i, &element, error)
          || !read_block (self, template->blocks, &element, error))
        return FALSE;
    }
  template->shown = (HeedLetterTemplate) {
    .id = g_strdup (head->id),
    .name = g_strdup (head->name),
    .version = g_strdup (head->version),
    .letter = g_strdup (letter),
    .support = g_strdup (support),
  };
  for (guint i = 0; i < self->templates->len; i++)
    if (g_str_equal (((HeedLetterTemplate *) g_ptr_array_index (self->templates, i))->id, head->id))
      {
        heed_letter_template_free (g_ptr_array_index (self->templates, i));
        self->templates->pdata[i] = g_steal_pointer (&template);
        return TRUE;
      }
  g_ptr_array_add (self->templates, g_steal_pointer (&template));
  return TRUE;
}

/* Takes in one file of any of the three kinds; one of a known id takes the place of the other. */
gboolean
heed_letters_take_file (const char *kind,
                        JsonNode   *root,
                        const char *file,
                        gpointer    user_data,
                        GError    **error)
{
  HeedLetters  *self = user_data;
  HeedJsonPlace place;
  HeedJsonHead  head;

  if (g_str_equal (kind, "letters/signs"))
    return heed_json_open (root, file, "heed-letter-signs/1", &place, error)
           && heed_json_read_head (&place, sign_members, &head, error)
           && take_signs (self, &place, &head, error);
  if (g_str_equal (kind, "letters/parts"))
    return heed_json_open (root, file, "heed-letter-parts/1", &place, error)
           && heed_json_read_head (&place, parts_members, &head, error)
           && take_parts (self, &place, &head, error);
  return heed_json_open (root, file, "heed-letter/1", &place, error)
         && heed_json_read_head (&place, template_members, &head, error)
         && take_template (self, &place, &head, error);
}
