/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reading JSON that strangers wrote. Owns the one parser of the whole program, and the small
 * checked getters that rules files are read with: each failure names the file, the place in it
 * and the reason. Knows nothing of what the files mean. */

#include "config.h"

#include "heed-json.h"

#include <string.h>

#include "heed-rules.h"

#define MAX_BYTES   (8 * 1024 * 1024)
#define MAX_NESTING 64
#define MAX_STRING  2000

static const char *const head_members[] = {
  "$schema", "format", "id", "name", "version", "source", "checked_on", "notes", NULL
};

/* Where a text scan stands: which value is being read, and how deep. */
typedef struct
{
  guint    nesting;
  gboolean in_string;
  gboolean in_word;
  gboolean seen_value;
  gboolean escaped;
  guint    hex_left; /* digits of \uXXXX still to come */
  gboolean hex_zero;
} JsonScan;

/* A NUL character would end a text early wherever C reads it. */
static const char *
scan_string_byte (JsonScan *scan,
                  char      byte)
{
  if (scan->hex_left > 0)
    {
      scan->hex_zero = scan->hex_zero && byte == '0';
      if (--scan->hex_left == 0 && scan->hex_zero)
        return "it has a NUL character (\\u0000) inside a string";
    }
  else if (scan->escaped)
    {
      scan->escaped = FALSE;
      scan->hex_left = byte == 'u' ? 4 : 0;
      scan->hex_zero = TRUE;
    }
  else if (byte == '\\')
    scan->escaped = TRUE;
  else if (byte == '"')
    scan->in_string = FALSE;
  else if ((guchar) byte < 0x20)
    return "it has a control character inside a string";
  return NULL;
}

/* Takes one byte of a text; returns why the text is refused, or NULL. json-glib itself reads
 * `0{"":[ ]}` as a document, so that there is only one is checked here. */
static const char *
scan_byte (JsonScan   *scan,
           const char *byte)
{
  if (scan->in_string)
    return scan_string_byte (scan, *byte);

  if (strchr (" \t\r\n", *byte) != NULL)
    {
      scan->in_word = FALSE;
      return NULL;
    }
  if (strchr ("]}", *byte) != NULL)
    {
      if (scan->nesting == 0)
        return "it closes more brackets than it opens";
      scan->nesting--;
      scan->in_word = FALSE;
      return NULL;
    }
  if (strchr (",:", *byte) != NULL && scan->nesting > 0)
    {
      scan->in_word = FALSE;
      return NULL;
    }

  /* A value begins here, unless a number or a word goes on. */
  if (scan->nesting == 0 && scan->seen_value && !scan->in_word)
    return "it holds more than one document";
  if (strchr ("[{\"", *byte) != NULL)
    {
      if (scan->in_word)
        return "a value begins right after another";
      scan->in_string = *byte == '"';
      if (*byte != '"' && ++scan->nesting > MAX_NESTING)
        return "it is nested too deeply";
    }
  else
    scan->in_word = TRUE;
  scan->seen_value = TRUE;
  return NULL;
}

/* Returns why a text is refused before it is parsed, or NULL. */
static const char *
scan_text (const char *text,
           gsize       length)
{
  JsonScan scan = { 0 };

  if (length > MAX_BYTES)
    return "it is larger than 8 MiB";
  if (memchr (text, '\0', length) != NULL)
    return "it has a NUL byte";
  if (!g_utf8_validate_len (text, length, NULL))
    return "it is not UTF-8";

  for (gsize i = 0; i < length; i++)
    {
      const char *reason = scan_byte (&scan, text + i);

      if (reason != NULL)
        return reason;
    }

  return scan.seen_value ? NULL : "it is empty";
}

typedef struct
{
  GHashTable *seen;  /* "object member" */
  char       *twice; /* the first member that is there twice */
} JsonMembers;

static void
json_members_clear (JsonMembers *self)
{
  g_clear_pointer (&self->seen, g_hash_table_unref);
  g_free (self->twice);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (JsonMembers, json_members_clear)

/* json-glib keeps the last of two members of one name; which was meant, nobody can tell. */
static void
object_member_cb (JsonParser  *parser,
                  JsonObject  *object,
                  const char  *member,
                  JsonMembers *self)
{
  if (!g_hash_table_add (self->seen, g_strdup_printf ("%p %s", (void *) object, member))
      && self->twice == NULL)
    self->twice = g_strdup (member);
}

/**
 * heed_json_parse:
 * @text: (array length=length): UTF-8 text, any bytes
 * @length: bytes in @text, or -1 where it ends with a NUL
 * @name: what to call the text in messages, a file name as a rule
 * @error: where to put an error
 *
 * Reads one JSON document. This is the only JSON parser in Heed: strict, mutable, at most 8 MiB
 * and 64 levels deep, exactly one document, UTF-8 without NUL bytes or characters, and no object
 * with two members of one name.
 *
 * Returns: (transfer full): the document, or %NULL with %HEED_RULES_ERROR_SYNTAX
 */
JsonNode *
heed_json_parse (const char *text,
                 gssize      length,
                 const char *name,
                 GError    **error)
{
  g_autoptr (JsonParser) parser = NULL;
  g_autoptr (GError) local_error = NULL;
  g_auto (JsonMembers) members = { 0 };
  const char *reason;
  JsonNode   *root;

  g_return_val_if_fail (text != NULL, NULL);
  g_return_val_if_fail (name != NULL, NULL);

  if (length < 0)
    length = (gssize) strlen (text);
  reason = scan_text (text, (gsize) length);
  if (reason != NULL)
    {
      g_set_error (error, HEED_RULES_ERROR, HEED_RULES_ERROR_SYNTAX, "%s: %s", name, reason);
      return NULL;
    }

  members.seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  parser = json_parser_new ();
  json_parser_set_strict (parser, TRUE);
  g_signal_connect (parser, "object-member", G_CALLBACK (object_member_cb), &members);
  if (!json_parser_load_from_data (parser, text, length, &local_error))
    {
      g_set_error (error, HEED_RULES_ERROR, HEED_RULES_ERROR_SYNTAX, "%s: %s",
                   name, local_error->message);
      return NULL;
    }

  if (members.twice != NULL)
    {
      g_set_error (error, HEED_RULES_ERROR, HEED_RULES_ERROR_SYNTAX,
                   "%s: an object has the member \"%s\" twice; leave one", name, members.twice);
      return NULL;
    }
  root = json_parser_steal_root (parser);
  if (root == NULL)
    g_set_error (error, HEED_RULES_ERROR, HEED_RULES_ERROR_SYNTAX, "%s: it is empty", name);
  return root;
}

/**
 * heed_json_set_error:
 * @place: the object that is wrong
 * @member: (nullable): the member that is wrong
 * @error: where to put the error
 * @reason: printf format of the reason, English
 * @...: its arguments
 *
 * Sets %HEED_RULES_ERROR_INVALID with a message "file: path: reason".
 */
void
heed_json_set_error (const HeedJsonPlace *place,
                     const char          *member,
                     GError             **error,
                     const char          *reason,
                     ...)
{
  g_autofree char *text = NULL;
  va_list          arguments;

  va_start (arguments, reason);
  text = g_strdup_vprintf (reason, arguments);
  va_end (arguments);

  g_set_error (error, HEED_RULES_ERROR, HEED_RULES_ERROR_INVALID, "%s: %s%s%s: %s", place->file,
               place->path, member ? "." : "", member ? member : "", text);
}

/**
 * heed_json_has:
 * @place: an object
 * @member: a member's name
 *
 * Returns: whether @place has @member, of whatever kind
 */
gboolean
heed_json_has (const HeedJsonPlace *place,
               const char          *member)
{
  return json_object_has_member (place->object, member);
}

/* The member, or NULL with an error that it is missing. */
static JsonNode *
get_node (const HeedJsonPlace *place,
          const char          *member,
          GError             **error)
{
  JsonNode *node = json_object_get_member (place->object, member);

  if (node == NULL)
    heed_json_set_error (place, member, error, "it is missing");
  return node;
}

static gboolean
node_holds (JsonNode *node,
            GType     type)
{
  return JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == type;
}

/* A text must say something, be short enough to show, and keep to one line. */
static gboolean
text_is_good (const char *text)
{
  g_autofree char *stripped = g_strstrip (g_strdup (text));

  if (*stripped == '\0' || strlen (text) > MAX_STRING)
    return FALSE;
  for (const char *p = text; *p != '\0'; p++)
    if (g_ascii_iscntrl (*p))
      return FALSE;
  return TRUE;
}

/**
 * heed_json_read_string:
 * @place: an object
 * @member: a member's name
 * @value: (out) (transfer none): its text, owned by the document
 * @error: where to put an error
 *
 * Reads a text that must be there and say something.
 *
 * Returns: %FALSE with %HEED_RULES_ERROR_INVALID where it is not
 */
gboolean
heed_json_read_string (const HeedJsonPlace *place,
                       const char          *member,
                       const char         **value,
                       GError             **error)
{
  JsonNode *node = get_node (place, member, error);

  if (node == NULL)
    return FALSE;
  if (!node_holds (node, G_TYPE_STRING) || !text_is_good (json_node_get_string (node)))
    {
      heed_json_set_error (place, member, error,
                           "it must be one line of text of 1 to %d bytes", MAX_STRING);
      return FALSE;
    }
  *value = json_node_get_string (node);
  return TRUE;
}

/**
 * heed_json_read_id:
 * @place: an object
 * @member: a member's name
 * @value: (out) (transfer none): the id, owned by the document
 * @error: where to put an error
 *
 * Reads an id: 1 to 64 of a-z, 0-9, "-", ".", beginning with a letter or digit.
 *
 * Returns: %FALSE with %HEED_RULES_ERROR_INVALID where it is not one
 */
gboolean
heed_json_read_id (const HeedJsonPlace *place,
                   const char          *member,
                   const char         **value,
                   GError             **error)
{
  const char *text;

  if (!heed_json_read_string (place, member, &text, error))
    return FALSE;
  if (!g_ascii_isalnum (*text) || strlen (text) > 64
      || strspn (text, "abcdefghijklmnopqrstuvwxyz0123456789-.") != strlen (text))
    {
      heed_json_set_error (place, member, error,
                           "an id is 1 to 64 of a-z, 0-9, \"-\" and \".\", not \"%s\"", text);
      return FALSE;
    }
  *value = text;
  return TRUE;
}

/**
 * heed_json_read_choice:
 * @place: an object
 * @member: a member's name
 * @choices: (array zero-terminated=1): the words allowed
 * @index: (out): which of @choices it is
 * @error: where to put an error
 *
 * Reads one word of a list.
 *
 * Returns: %FALSE with %HEED_RULES_ERROR_INVALID where it is none of them
 */
gboolean
heed_json_read_choice (const HeedJsonPlace *place,
                       const char          *member,
                       const char *const   *choices,
                       int                 *index,
                       GError             **error)
{
  g_autofree char *words = NULL;
  const char      *text;

  if (!heed_json_read_string (place, member, &text, error))
    return FALSE;
  for (int i = 0; choices[i] != NULL; i++)
    if (g_str_equal (choices[i], text))
      {
        *index = i;
        return TRUE;
      }

  words = g_strjoinv (", ", (char **) choices);
  heed_json_set_error (place, member, error, "\"%s\" is none of %s", text, words);
  return FALSE;
}

/**
 * heed_json_read_int:
 * @place: an object
 * @member: a member's name
 * @least: the smallest number allowed
 * @most: the largest number allowed
 * @value: (out): the number
 * @error: where to put an error
 *
 * Reads a whole number within limits.
 *
 * Returns: %FALSE with %HEED_RULES_ERROR_INVALID where it is not one
 */
gboolean
heed_json_read_int (const HeedJsonPlace *place,
                    const char          *member,
                    int                  least,
                    int                  most,
                    int                 *value,
                    GError             **error)
{
  JsonNode *node = get_node (place, member, error);

  if (node == NULL)
    return FALSE;
  if (!node_holds (node, G_TYPE_INT64) || json_node_get_int (node) < least
      || json_node_get_int (node) > most)
    {
      heed_json_set_error (place, member, error,
                           "it must be a whole number from %d to %d", least, most);
      return FALSE;
    }
  *value = (int) json_node_get_int (node);
  return TRUE;
}

/**
 * heed_json_read_boolean:
 * @place: an object
 * @member: a member's name
 * @value: (out): its value
 * @error: where to put an error
 *
 * Reads `true` or `false`.
 *
 * Returns: %FALSE with %HEED_RULES_ERROR_INVALID where it is neither
 */
gboolean
heed_json_read_boolean (const HeedJsonPlace *place,
                        const char          *member,
                        gboolean            *value,
                        GError             **error)
{
  JsonNode *node = get_node (place, member, error);

  if (node == NULL)
    return FALSE;
  if (!node_holds (node, G_TYPE_BOOLEAN))
    {
      heed_json_set_error (place, member, error, "it must be true or false");
      return FALSE;
    }
  *value = json_node_get_boolean (node);
  return TRUE;
}

/**
 * heed_json_read_date:
 * @place: an object
 * @member: a member's name
 * @value: (out): the date
 * @error: where to put an error
 *
 * Reads a date written as `YYYY-MM-DD`.
 *
 * Returns: %FALSE with %HEED_RULES_ERROR_INVALID where it is not one
 */
gboolean
heed_json_read_date (const HeedJsonPlace *place,
                     const char          *member,
                     HeedDate            *value,
                     GError             **error)
{
  const char *text;

  if (!heed_json_read_string (place, member, &text, error))
    return FALSE;
  *value = heed_date_parse (text);
  if (*value == HEED_DATE_NONE)
    {
      heed_json_set_error (place, member, error, "\"%s\" is not a date YYYY-MM-DD", text);
      return FALSE;
    }
  return TRUE;
}

/**
 * heed_json_read_array:
 * @place: an object
 * @member: a member's name
 * @least: how many elements it must have at least
 * @error: where to put an error
 *
 * Reads a list.
 *
 * Returns: (transfer none) (nullable): the list, owned by the document; %NULL with
 *   %HEED_RULES_ERROR_INVALID where it is not one
 */
JsonArray *
heed_json_read_array (const HeedJsonPlace *place,
                      const char          *member,
                      guint                least,
                      GError             **error)
{
  JsonNode *node = get_node (place, member, error);

  if (node == NULL)
    return NULL;
  if (!JSON_NODE_HOLDS_ARRAY (node) || json_array_get_length (json_node_get_array (node)) < least)
    {
      heed_json_set_error (place, member, error,
                           least > 0 ? "it must be a list that is not empty" : "it must be a list");
      return NULL;
    }
  return json_node_get_array (node);
}

/**
 * heed_json_read_element:
 * @place: an object
 * @member: the name of a list in it that heed_json_read_array() has found good
 * @index: which element
 * @element: (out): the element as a place of its own
 * @error: where to put an error
 *
 * Goes into an object that is an element of a list.
 *
 * Returns: %FALSE with %HEED_RULES_ERROR_INVALID where it is not an object
 */
gboolean
heed_json_read_element (const HeedJsonPlace *place,
                        const char          *member,
                        guint                index,
                        HeedJsonPlace       *element,
                        GError             **error)
{
  JsonNode *node;

  element->file = place->file;
  g_snprintf (element->path, sizeof element->path, "%s.%s[%u]", place->path, member, index);
  node = json_array_get_element (json_object_get_array_member (place->object, member), index);
  if (!JSON_NODE_HOLDS_OBJECT (node))
    {
      heed_json_set_error (element, NULL, error, "it must be an object");
      return FALSE;
    }
  element->object = json_node_get_object (node);
  return TRUE;
}

/**
 * heed_json_read_strings:
 * @place: an object
 * @member: the name of a list of texts in it
 * @error: where to put an error
 *
 * Reads a list of texts that is not empty and in which none is there twice.
 *
 * Returns: (transfer full) (array zero-terminated=1): the texts; %NULL with
 *   %HEED_RULES_ERROR_INVALID
 */
char **
heed_json_read_strings (const HeedJsonPlace *place,
                        const char          *member,
                        GError             **error)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  JsonArray *array = heed_json_read_array (place, member, 1, error);

  if (array == NULL)
    return NULL;
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonNode        *node = json_array_get_element (array, i);
      g_autofree char *path = g_strdup_printf ("%s[%u]", member, i);

      if (!node_holds (node, G_TYPE_STRING) || !text_is_good (json_node_get_string (node)))
        {
          heed_json_set_error (place, path, error,
                               "it must be one line of text of 1 to %d bytes", MAX_STRING);
          return NULL;
        }
      if (!g_hash_table_add (seen, (char *) json_node_get_string (node)))
        {
          heed_json_set_error (place, path, error, "\"%s\" is there twice",
                               json_node_get_string (node));
          return NULL;
        }
      g_strv_builder_add (builder, json_node_get_string (node));
    }
  return g_strv_builder_end (builder);
}

/**
 * heed_json_check_members:
 * @place: an object
 * @members: (array zero-terminated=1): members it may have
 * @more: (nullable) (array zero-terminated=1): further members it may have
 * @error: where to put an error
 *
 * Refuses members nobody reads, because a misspelt name would otherwise change a rule silently.
 *
 * Returns: %FALSE with %HEED_RULES_ERROR_INVALID where there is one
 */
gboolean
heed_json_check_members (const HeedJsonPlace *place,
                         const char *const   *members,
                         const char *const   *more,
                         GError             **error)
{
  JsonObjectIter iter;
  const char    *name;

  json_object_iter_init_ordered (&iter, place->object);
  while (json_object_iter_next_ordered (&iter, &name, NULL))
    if (!g_strv_contains (members, name) && !(more != NULL && g_strv_contains (more, name)))
      {
        heed_json_set_error (place, name, error, "there is no such member in this format");
        return FALSE;
      }
  return TRUE;
}

/**
 * heed_json_open:
 * @root: a document
 * @file: the name of its file, for messages
 * @format: the format it must say it has, for instance "heed-codes/1"
 * @place: (out): the document's object
 * @error: where to put an error
 *
 * Begins to read a rules file.
 *
 * Returns: %FALSE with %HEED_RULES_ERROR_INVALID where it is not an object of that format
 */
gboolean
heed_json_open (JsonNode      *root,
                const char    *file,
                const char    *format,
                HeedJsonPlace *place,
                GError       **error)
{
  const char *found;

  g_return_val_if_fail (root != NULL, FALSE);
  g_return_val_if_fail (file != NULL, FALSE);

  place->file = file;
  g_strlcpy (place->path, "$", sizeof place->path);
  if (!JSON_NODE_HOLDS_OBJECT (root))
    {
      heed_json_set_error (place, NULL, error, "it must be an object");
      return FALSE;
    }
  place->object = json_node_get_object (root);
  if (!heed_json_read_string (place, "format", &found, error))
    return FALSE;
  if (!g_str_equal (found, format))
    {
      heed_json_set_error (place, "format", error, "it is \"%s\", not \"%s\"", found, format);
      return FALSE;
    }
  return TRUE;
}

/**
 * heed_json_read_head:
 * @place: a document's object
 * @members: (array zero-terminated=1): what it may have besides the head
 * @head: (out): the texts every file begins with, owned by the document
 * @error: where to put an error
 *
 * Reads what all formats have in common: id, name, version, where the facts are from and when
 * they were last compared with it; and refuses members the format does not have.
 *
 * Returns: %FALSE with %HEED_RULES_ERROR_INVALID
 */
gboolean
heed_json_read_head (const HeedJsonPlace *place,
                     const char *const   *members,
                     HeedJsonHead        *head,
                     GError             **error)
{
  const char *text;
  JsonNode   *source;
  HeedDate    date;

  if (!heed_json_check_members (place, head_members, members, error)
      || !heed_json_read_id (place, "id", &head->id, error)
      || !heed_json_read_string (place, "name", &head->name, error)
      || !heed_json_read_string (place, "version", &head->version, error)
      || !heed_json_read_date (place, "checked_on", &date, error))
    return FALSE;

  if (heed_json_has (place, "notes") && !heed_json_read_string (place, "notes", &text, error))
    return FALSE;
  source = json_object_get_member (place->object, "source");
  if (source != NULL && JSON_NODE_HOLDS_ARRAY (source))
    {
      g_auto (GStrv) sources = heed_json_read_strings (place, "source", error);

      return sources != NULL;
    }
  return heed_json_read_string (place, "source", &text, error);
}
