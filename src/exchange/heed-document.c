/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The content of a paper, block after block. Owns what is said and refuses to know how it looks:
 * measures, fonts and pages are in heed-pages.c. */

#include "config.h"

#include "heed-document-private.h"

static void
block_free (gpointer data)
{
  HeedBlock *block = data;

  if (block->columns != NULL)
    for (guint i = 0; i < block->columns->len; i++)
      g_free ((char *) g_array_index (block->columns, HeedDocumentColumn, i).title);
  g_clear_pointer (&block->columns, g_array_unref);
  g_clear_pointer (&block->items, g_ptr_array_unref);
  g_clear_pointer (&block->rows, g_ptr_array_unref);
  if (block->destroy != NULL)
    block->destroy (block->user_data);
  g_free (block->text);
  g_free (block->more);
  g_free (block);
}

/* What is no UTF-8 is drawn with replacement characters rather than not at all. */
static char *
make_text (const char *text)
{
  return text != NULL ? g_utf8_make_valid (text, -1) : NULL;
}

static HeedBlock *
add_block (HeedDocument *self,
           HeedBlockType type,
           const char   *text)
{
  HeedBlock *block = g_new0 (HeedBlock, 1);

  block->type = type;
  block->text = make_text (text);
  g_ptr_array_add (self->blocks, block);
  return block;
}

/**
 * heed_document_new:
 * @title: what it is, for whoever finds the file; not printed
 * @language: (nullable): the language it is written in, as BCP 47 ("en-GB")
 *
 * Returns: (transfer full): a document without any block
 */
HeedDocument *
heed_document_new (const char *title,
                   const char *language)
{
  HeedDocument *self = g_atomic_rc_box_new0 (HeedDocument);

  self->title = make_text (title);
  self->language = make_text (language);
  self->blocks = g_ptr_array_new_with_free_func (block_free);
  return self;
}

/** heed_document_ref: Returns: (transfer full): @self, held once more */
HeedDocument *
heed_document_ref (HeedDocument *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
document_clear (gpointer data)
{
  HeedDocument *self = data;

  g_clear_pointer (&self->blocks, g_ptr_array_unref);
  g_free (self->title);
  g_free (self->language);
  g_free (self->author);
  g_free (self->subject);
  g_free (self->footer);
  g_free (self->date);
}

/** heed_document_unref: @self: (transfer full): a document. Lets go of it. */
void
heed_document_unref (HeedDocument *self)
{
  g_atomic_rc_box_release_full (self, document_clear);
}

/** heed_document_get_title: Returns: (transfer none): what it is */
const char *
heed_document_get_title (const HeedDocument *self)
{
  return self->title;
}

/**
 * heed_document_set_author:
 * @self: a document
 * @author: (nullable): who answers for it, usually the organisation; for the file, not printed
 */
void
heed_document_set_author (HeedDocument *self,
                          const char   *author)
{
  g_free (self->author);
  self->author = make_text (author);
}

/**
 * heed_document_set_subject:
 * @self: a document
 * @subject: (nullable): what it is about; for the file, not printed
 */
void
heed_document_set_subject (HeedDocument *self,
                           const char   *subject)
{
  g_free (self->subject);
  self->subject = make_text (subject);
}

/**
 * heed_document_set_footer:
 * @self: a document
 * @footer: (nullable): one short line at the foot of each page, beside the page number
 */
void
heed_document_set_footer (HeedDocument *self,
                          const char   *footer)
{
  g_free (self->footer);
  self->footer = make_text (footer);
}

/**
 * heed_document_set_date:
 * @self: a document
 * @date: (nullable): the day it is from, ISO 8601. The same document of the same day makes the
 *   same file, so that its checksum proves it; without a date the file does not tell any.
 */
void
heed_document_set_date (HeedDocument *self,
                        const char   *date)
{
  g_free (self->date);
  self->date = make_text (date);
}

/**
 * heed_document_add_letterhead:
 * @self: a document
 * @name: who writes
 * @lines: (nullable): department, address, telephone; lines broken by "\n"
 */
void
heed_document_add_letterhead (HeedDocument *self,
                              const char   *name,
                              const char   *lines)
{
  add_block (self, HEED_BLOCK_LETTERHEAD, name)->more = make_text (lines);
}

/**
 * heed_document_add_heading:
 * @self: a document
 * @level: 1 for the title of the paper, 2 for its parts, 3 for parts of these
 * @text: one line, or more if it is long
 *
 * A heading is kept on the page of what follows it.
 */
void
heed_document_add_heading (HeedDocument *self,
                           int           level,
                           const char   *text)
{
  add_block (self, HEED_BLOCK_HEADING, text)->level = CLAMP (level, 1, 3);
}

/**
 * heed_document_add_paragraph:
 * @self: a document
 * @text: plain text in any script; "\n" breaks the line
 */
void
heed_document_add_paragraph (HeedDocument *self,
                             const char   *text)
{
  add_block (self, HEED_BLOCK_PARAGRAPH, text);
}

/**
 * heed_document_add_caption:
 * @self: a document
 * @text: a smaller, paler line, as under a drawing or a table
 */
void
heed_document_add_caption (HeedDocument *self,
                           const char   *text)
{
  add_block (self, HEED_BLOCK_CAPTION, text);
}

/**
 * heed_document_add_list:
 * @self: a document
 * @items: (array zero-terminated=1): its items
 * @is_numbered: whether they are numbered rather than dotted
 */
void
heed_document_add_list (HeedDocument      *self,
                        const char *const *items,
                        gboolean           is_numbered)
{
  HeedBlock *block = add_block (self, HEED_BLOCK_LIST, NULL);

  block->is_numbered = is_numbered;
  block->items = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; items[i] != NULL; i++)
    g_ptr_array_add (block->items, make_text (items[i]));
}

/**
 * heed_document_add_table:
 * @self: a document
 * @columns: (array length=n_columns): its columns
 * @n_columns: how many, at least one
 *
 * Begins a table; heed_document_add_row() fills it. The titles are repeated on each page.
 */
void
heed_document_add_table (HeedDocument             *self,
                         const HeedDocumentColumn *columns,
                         guint                     n_columns)
{
  HeedBlock *block = add_block (self, HEED_BLOCK_TABLE, NULL);

  block->columns = g_array_new (FALSE, FALSE, sizeof (HeedDocumentColumn));
  block->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  for (guint i = 0; i < n_columns; i++)
    {
      HeedDocumentColumn column = columns[i];

      column.title = make_text (column.title != NULL ? column.title : "");
      g_array_append_val (block->columns, column);
    }
}

/**
 * heed_document_add_row:
 * @self: a document whose last block is a table
 * @cells: (array zero-terminated=1): a text for each column; those left out are empty
 */
void
heed_document_add_row (HeedDocument      *self,
                       const char *const *cells)
{
  HeedBlock *block = self->blocks->len > 0 ? g_ptr_array_index (self->blocks, self->blocks->len - 1)
                                           : NULL;
  g_auto (GStrv) row = NULL;
  guint i = 0;

  g_return_if_fail (block != NULL && block->type == HEED_BLOCK_TABLE);

  row = g_new0 (char *, block->columns->len + 1);
  for (; i < block->columns->len && cells[i] != NULL; i++)
    row[i] = make_text (cells[i]);
  for (; i < block->columns->len; i++)
    row[i] = g_strdup ("");
  g_ptr_array_add (block->rows, g_steal_pointer (&row));
}

/**
 * heed_document_add_drawing:
 * @self: a document
 * @height: points; as wide as the text
 * @draw: (scope notified): draws it
 * @user_data: for @draw
 * @destroy: (nullable): lets go of @user_data
 *
 * Whoever cannot see a drawing needs the same in words: add a caption.
 */
void
heed_document_add_drawing (HeedDocument    *self,
                           double           height,
                           HeedDocumentDraw draw,
                           gpointer         user_data,
                           GDestroyNotify   destroy)
{
  HeedBlock *block = add_block (self, HEED_BLOCK_DRAWING, NULL);

  block->amount = height;
  block->draw = draw;
  block->user_data = user_data;
  block->destroy = destroy;
}

/**
 * heed_document_add_space:
 * @self: a document
 * @lines: how many lines of text high, as room for a signature
 */
void
heed_document_add_space (HeedDocument *self,
                         double        lines)
{
  add_block (self, HEED_BLOCK_SPACE, NULL)->amount = lines;
}

/** heed_document_add_page_break: @self: a document. What follows begins on a new page. */
void
heed_document_add_page_break (HeedDocument *self)
{
  add_block (self, HEED_BLOCK_PAGE_BREAK, NULL);
}
