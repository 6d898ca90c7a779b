/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Printing: one JSON document, or text in aligned columns. */

#include "config.h"

#include "heed-ctl.h"

#include <stdio.h>
#include <string.h>

struct _HeedCtlTable
{
  guint      n_columns;
  GPtrArray *cells;
  glong     *widths;
};

void
heed_ctl_set_text (JsonObject *object,
                   const char *name,
                   const char *value)
{
  if (value != NULL)
    json_object_set_string_member (object, name, value);
  else
    json_object_set_null_member (object, name);
}

void
heed_ctl_set_date (JsonObject *object,
                   const char *name,
                   HeedDate    value)
{
  g_autofree char *text = value != HEED_DATE_NONE ? heed_date_format (value) : NULL;

  heed_ctl_set_text (object, name, text);
}

void
heed_ctl_print_json (JsonNode *node)
{
  g_autofree char *text = json_to_string (node, TRUE);

  puts (text);
}

void
heed_ctl_print_object (JsonObject *object)
{
  g_autoptr (JsonNode) node = json_node_init_object (json_node_alloc (), object);

  heed_ctl_print_json (node);
}

void
heed_ctl_print_array (JsonArray *array)
{
  g_autoptr (JsonNode) node = json_node_init_array (json_node_alloc (), array);

  heed_ctl_print_json (node);
}

/* Text that people typed must not steer a terminal: control characters become spaces, but for line
 * breaks if @lines. */
char *
heed_ctl_clean (const char *text,
                gboolean    lines)
{
  GString *clean = g_string_new (NULL);

  for (; *text != '\0'; text = g_utf8_next_char (text))
    {
      gunichar c = g_utf8_get_char (text);

      g_string_append_unichar (clean, g_unichar_iscntrl (c) && !(lines && c == '\n') ? ' ' : c);
    }
  return g_string_free (clean, FALSE);
}

HeedCtlTable *
heed_ctl_table_new (guint n_columns)
{
  HeedCtlTable *self = g_new0 (HeedCtlTable, 1);

  self->n_columns = n_columns;
  self->cells = g_ptr_array_new_with_free_func (g_free);
  self->widths = g_new0 (glong, n_columns);
  return self;
}

/* Adds a row: as many texts as there are columns, then NULL. Lines are kept apart by nothing but
 * their ends, so line breaks inside a text become spaces. */
void
heed_ctl_table_add (HeedCtlTable *self,
                    ...)
{
  va_list     texts;
  const char *text;

  va_start (texts, self);
  for (guint i = 0; i < self->n_columns && (text = va_arg (texts, const char *)) != NULL; i++)
    {
      char *cell = heed_ctl_clean (text, FALSE);

      self->widths[i] = MAX (self->widths[i], g_utf8_strlen (cell, -1));
      g_ptr_array_add (self->cells, cell);
    }
  va_end (texts);
}

/* Prints the rows. */
void
heed_ctl_table_print (HeedCtlTable *self)
{
  for (guint i = 0; i < self->cells->len; i++)
    {
      guint       column = i % self->n_columns;
      gboolean    last = column + 1 == self->n_columns;
      const char *cell = self->cells->pdata[i];
      int         gap = (int) (self->widths[column] - g_utf8_strlen (cell, -1)) + 2;

      printf ("%s%*s", cell, last ? 0 : gap, "");
      if (last)
        putchar ('\n');
    }
}

void
heed_ctl_table_free (HeedCtlTable *self)
{
  g_ptr_array_unref (self->cells);
  g_free (self->widths);
  g_free (self);
}
