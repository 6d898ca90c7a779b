/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Pages as a PDF file: the bytes, their checksum, and writing them so that a file is whole or not
 * there. The same document on the same day makes the same bytes. */

#include "config.h"

#include "heed-pages-private.h"

#include <cairo-pdf.h>
#include <gio/gio.h>
#include <string.h>

static cairo_status_t
append_cb (void                *closure,
           const unsigned char *data,
           unsigned int         length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

static void
set_metadata (cairo_surface_t     *surface,
              cairo_pdf_metadata_t which,
              const char          *text)
{
  if (text != NULL && *text != '\0')
    cairo_pdf_surface_set_metadata (surface, which, text);
}

/* The last occurrence of @needle in the bytes, as an offset; -1 if there is none. */
static gssize
find_last (const GByteArray *bytes,
           const char       *needle)
{
  gsize length = strlen (needle);

  for (gssize i = (gssize) bytes->len - (gssize) length; i >= 0; i--)
    if (memcmp (bytes->data + i, needle, length) == 0)
      return i;
  return -1;
}

static gboolean
is_language_tag (const char *language)
{
  for (const char *c = language; *c != '\0'; c++)
    if (!g_ascii_isalnum (*c) && *c != '-')
      return FALSE;
  return *language != '\0';
}

static void
insert_bytes (GByteArray *bytes,
              gsize       offset,
              const char *text)
{
  gsize tail = bytes->len - offset;
  gsize more = strlen (text);

  g_byte_array_set_size (bytes, (guint) (bytes->len + more));
  memmove (bytes->data + offset + more, bytes->data + offset, tail);
  memcpy (bytes->data + offset, text, more);
}

/* Cairo has no way to say in which language a document is written, that its structure is tagged,
 * and that readers should show its title. The catalog is the last object it writes, so that only
 * the place of the table after it changes (ISO 32000-1, 7.7.2 and 14.9.2). Where the file looks
 * otherwise it is left as it is. */
static void
complete_catalog (GByteArray *bytes,
                  const char *language)
{
  static const char type[] = "/Type /Catalog";
  g_autofree char  *lang = NULL;
  g_autofree char  *entries = NULL;
  g_autofree char  *end = NULL;
  g_autofree char  *old_end = NULL;
  gssize            catalog = find_last (bytes, type);
  gssize            table = find_last (bytes, "\nxref\n");
  gssize            start = find_last (bytes, "\nstartxref\n");

  if (catalog < 0 || table < catalog || start < table)
    return;
  old_end = g_strdup_printf ("\nstartxref\n%" G_GSSIZE_FORMAT "\n%%%%EOF\n", table + 1);
  if ((gsize) start + strlen (old_end) != bytes->len
      || memcmp (bytes->data + start, old_end, strlen (old_end)) != 0)
    return;

  lang = language != NULL && is_language_tag (language)
             ? g_strdup_printf ("\n   /Lang (%s)", language)
             : g_strdup ("");
  entries = g_strconcat (lang, "\n   /MarkInfo << /Marked true >>",
                         "\n   /ViewerPreferences << /DisplayDocTitle true >>", NULL);
  end = g_strdup_printf ("\nstartxref\n%" G_GSSIZE_FORMAT "\n%%%%EOF\n",
                         table + 1 + (gssize) strlen (entries));
  g_byte_array_set_size (bytes, (guint) start);
  g_byte_array_append (bytes, (const guint8 *) end, (guint) strlen (end));
  insert_bytes (bytes, (gsize) catalog + strlen (type), entries);
}

/**
 * heed_pages_to_pdf:
 * @self: pages
 * @error: where to put an error
 *
 * Makes a PDF of the pages: text that can be selected and read out, with title, author, subject,
 * language and structure.
 *
 * Returns: (transfer full): the file's content; %NULL with %G_IO_ERROR_FAILED where cairo cannot
 */
GBytes *
heed_pages_to_pdf (const HeedPages *self,
                   GError         **error)
{
  const HeedDocument *document = self->document;
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  cairo_surface_t *surface;
  cairo_t         *cr;
  cairo_status_t   status;

  surface = cairo_pdf_surface_create_for_stream (append_cb, bytes, self->setup.width,
                                                 self->setup.height);
  /* The last version with a plain table of objects. */
  cairo_pdf_surface_restrict_to_version (surface, CAIRO_PDF_VERSION_1_4);
  set_metadata (surface, CAIRO_PDF_METADATA_TITLE, document->title);
  set_metadata (surface, CAIRO_PDF_METADATA_AUTHOR, document->author);
  set_metadata (surface, CAIRO_PDF_METADATA_SUBJECT, document->subject);
  set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "Heed " HEED_VERSION);
  set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, document->date);
  cr = cairo_create (surface);
  /* A tagged file has one element that holds all others (ISO 32000-2, 14.8.4.3). */
  cairo_tag_begin (cr, "Document", NULL);
  for (guint i = 0; i < heed_pages_get_n_pages (self); i++)
    {
      heed_pages_draw (self, i, cr);
      if (i + 1 == heed_pages_get_n_pages (self))
        cairo_tag_end (cr, "Document");
      cairo_show_page (cr);
    }
  status = cairo_status (cr);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  if (status != CAIRO_STATUS_SUCCESS)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED, cairo_status_to_string (status));
      return NULL;
    }
  complete_catalog (bytes, document->language);
  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}

/**
 * heed_pdf_write:
 * @pdf: content of the file
 * @path: where to; a file that is there is replaced
 * @error: where to put an error
 *
 * Writes the file beside its place first, so that there is never half of one.
 *
 * Returns: whether it was written; else an error of G_FILE_ERROR, such as %G_FILE_ERROR_NOSPC,
 *   %G_FILE_ERROR_ACCES, %G_FILE_ERROR_ISDIR or %G_FILE_ERROR_NOENT
 */
gboolean
heed_pdf_write (GBytes     *pdf,
                const char *path,
                GError    **error)
{
  gsize       length = 0;
  const char *data = g_bytes_get_data (pdf, &length);

  /* Letters are read by whoever made them, and by nobody else. */
  return g_file_set_contents_full (path, data, (gssize) length,
                                   G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE,
                                   0600, error);
}

/**
 * heed_pdf_get_checksum:
 * @pdf: content of a file
 *
 * Returns: (transfer full): its SHA-256, 64 lower-case hexadecimal digits
 */
char *
heed_pdf_get_checksum (GBytes *pdf)
{
  return g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, pdf);
}
