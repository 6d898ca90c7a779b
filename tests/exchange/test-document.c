/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Papers: pages, PDF files read back with other people's programs, and files that cannot be
 * written. */

#include "config.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <pango/pangocairo.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "heed-pages.h"
#include "heed-words.h"

static const char *const arabic = "السيدة أمينة يوسف، شكرا لأنك أخبرتنا بما حدث في المستشفى";
static const char *const hebrew = "תודה שסיפרת לנו מה קרה";
static const char *const polish = "Dziękujemy za list. Przykro nam, że czekała Pani cztery godziny.";
static const char *const bengali = "আমাদের জানানোর জন্য ধন্যবাদ।";

static void
set_a4 (HeedPageSetup *setup,
        gboolean       is_large)
{
  heed_page_setup_init (setup, is_large);
  setup->width = 595;
  setup->height = 842;
}

static GBytes *
make_pdf (HeedDocument *document,
          gboolean      is_large)
{
  HeedPageSetup setup;
  g_autoptr (HeedPages) pages = NULL;
  g_autoptr (GError) error = NULL;
  GBytes *pdf;

  set_a4 (&setup, is_large);
  pages = heed_pages_new (document, &setup);
  pdf = heed_pages_to_pdf (pages, &error);
  g_assert_no_error (error);
  return pdf;
}

/* What a command of poppler says about the file. */
static char *
ask (const char *const *command,
     GBytes            *pdf)
{
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;
  g_autofree char *complaint = NULL;
  char            *answer = NULL;
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) arguments = NULL;
  int fd = g_file_open_tmp ("heed-XXXXXX.pdf", &path, &error);

  g_assert_no_error (error);
  close (fd);
  g_assert_true (heed_pdf_write (pdf, path, &error));
  for (guint i = 0; command[i] != NULL; i++)
    g_strv_builder_add (builder, g_str_equal (command[i], "FILE") ? path : command[i]);
  arguments = g_strv_builder_end (builder);
  process = g_subprocess_newv ((const char *const *) arguments,
                               G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_PIPE,
                               &error);
  g_assert_no_error (error);
  g_subprocess_communicate_utf8 (process, NULL, NULL, &answer, &complaint, &error);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_get_successful (process));
  /* Not one word of complaint: the file is sound. */
  g_assert_cmpstr (complaint, ==, "");
  g_unlink (path);
  return answer;
}

static char *
read_text (GBytes *pdf)
{
  return ask ((const char *[]) { "pdftotext", "FILE", "-", NULL }, pdf);
}

/* The words alone, with one space between them. pdftotext marks which way text runs, and guesses at
 * which end of a word that runs right to left its comma stands. */
static char *
flatten (const char *text)
{
  GString *flat = g_string_new (NULL);

  for (const char *c = text; *c != '\0'; c = g_utf8_next_char (c))
    {
      gunichar character = g_utf8_get_char (c);

      if (character == 0x202a || character == 0x202b || character == 0x202c || character == 0x200e
          || character == 0x200f)
        continue;
      if (g_unichar_isspace (character) || g_unichar_ispunct (character))
        {
          if (flat->len > 0 && flat->str[flat->len - 1] != ' ')
            g_string_append_c (flat, ' ');
        }
      else
        g_string_append_unichar (flat, character);
    }
  return g_string_free (flat, FALSE);
}

static void
assert_holds (const char *text,
              const char *needle)
{
  g_autofree char *flat = flatten (text);
  g_autofree char *wanted = flatten (needle);

  if (strstr (flat, wanted) == NULL)
    g_error ("“%s” is not in “%s”", wanted, flat);
}

static HeedDocument *
make_letter (const char *body,
             const char *language)
{
  HeedDocument *document = heed_document_new ("Reply to Grace Okonkwo", language);

  heed_document_set_author (document, "St Aldhelm’s Hospital");
  heed_document_set_subject (document, "26-0301");
  heed_document_set_footer (document, "26-0301");
  heed_document_set_date (document, "2026-11-24");
  heed_document_add_letterhead (document, "St Aldhelm’s Hospital",
                                "Patient Relations, Level 2. 01632 960 144");
  heed_document_add_paragraph (document, body);
  return document;
}

static void
test_text (void)
{
  const char *const texts[] = { "Dear Mrs Okonkwo,\nThank you.", polish, hebrew, arabic };
  const char *const languages[] = { "en-GB", "pl", "he", "ar" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (HeedDocument) document = make_letter (texts[i], languages[i]);
      g_autoptr (GBytes) pdf = make_pdf (document, FALSE);
      g_autofree char *text = read_text (pdf);

      assert_holds (text, "St Aldhelm’s Hospital");
      assert_holds (text, texts[i]);
      assert_holds (text, "Page 1 of 1");
    }
}

/* Scripts whose glyphs stand in another order than their letters come out whole all the same. */
static void
test_mixed_scripts (void)
{
  g_autoptr (HeedDocument) document = make_letter (bengali, "bn");
  g_autoptr (GBytes) pdf = NULL;
  g_autofree char *text = NULL;

  heed_document_add_paragraph (document, "Ref 26-0301: Ελληνικά, Русский, Tiếng Việt, ไทย");
  pdf = make_pdf (document, FALSE);
  text = read_text (pdf);
  assert_holds (text, "Ελληνικά, Русский, Tiếng Việt");
  assert_holds (text, "ধন্যবাদ");
}

static void
test_metadata (void)
{
  g_autoptr (HeedDocument) document = make_letter ("Dear Mrs Okonkwo,", "en-GB");
  g_autoptr (GBytes) pdf = make_pdf (document, FALSE);
  g_autofree char *info = ask ((const char *[]) { "pdfinfo", "-isodates", "FILE", NULL }, pdf);
  g_autofree char *structure = ask ((const char *[]) { "pdfinfo", "-struct-text", "FILE", NULL },
                                    pdf);
  gsize            length = 0;
  const char      *data = g_bytes_get_data (pdf, &length);

  assert_holds (info, "Title: Reply to Grace Okonkwo");
  assert_holds (info, "Subject: 26-0301");
  assert_holds (info, "Author: St Aldhelm’s Hospital");
  assert_holds (info, "Tagged: yes");
  assert_holds (info, "CreationDate: 2026-11-24");
  assert_holds (structure, "Dear Mrs Okonkwo,");
  g_assert_nonnull (memmem (data, length, "/Lang (en-GB)", strlen ("/Lang (en-GB)")));
}

/* A language that is no tag would end the PDF's string early. */
static void
test_language_is_checked (void)
{
  g_autoptr (HeedDocument) document = make_letter ("Dear Mrs Okonkwo,", "en) /Evil (");
  g_autoptr (GBytes) pdf = make_pdf (document, FALSE);
  g_autofree char *info = ask ((const char *[]) { "pdfinfo", "FILE", NULL }, pdf);
  gsize            length = 0;
  const char      *data = g_bytes_get_data (pdf, &length);

  assert_holds (info, "Tagged: yes");
  g_assert_null (memmem (data, length, "Evil", 4));
}

static void
test_same_document_same_file (void)
{
  g_autoptr (HeedDocument) document = make_letter ("Dear Mrs Okonkwo,", "en-GB");
  g_autoptr (HeedDocument) again = make_letter ("Dear Mrs Okonkwo,", "en-GB");
  g_autoptr (HeedDocument) other = make_letter ("Dear Mr Okonkwo,", "en-GB");
  g_autoptr (GBytes) pdf = make_pdf (document, FALSE);
  g_autoptr (GBytes) second = make_pdf (again, FALSE);
  g_autoptr (GBytes) third = make_pdf (other, FALSE);
  g_autofree char *sum = heed_pdf_get_checksum (pdf);
  g_autofree char *second_sum = heed_pdf_get_checksum (second);
  g_autofree char *third_sum = heed_pdf_get_checksum (third);

  g_assert_cmpuint (strlen (sum), ==, 64);
  g_assert_cmpstr (sum, ==, second_sum);
  g_assert_cmpstr (sum, !=, third_sum);
}

static guint
count_pages (HeedDocument *document,
             gboolean      is_large)
{
  HeedPageSetup setup;
  g_autoptr (HeedPages) pages = NULL;

  set_a4 (&setup, is_large);
  pages = heed_pages_new (document, &setup);
  return heed_pages_get_n_pages (pages);
}

static void
test_pages (void)
{
  g_autoptr (HeedDocument) document = make_letter ("Dear Mrs Okonkwo,", "en-GB");
  g_autoptr (GBytes) pdf = NULL;
  g_autofree char *text = NULL;
  g_autofree char *last = NULL;

  for (guint i = 1; i <= 120; i++)
    {
      g_autofree char *line = g_strdup_printf ("Paragraph number %u stands here.", i);

      heed_document_add_paragraph (document, line);
    }
  g_assert_cmpuint (count_pages (document, FALSE), >, 2);
  g_assert_cmpuint (count_pages (document, TRUE), >, count_pages (document, FALSE));
  pdf = make_pdf (document, FALSE);
  text = read_text (pdf);
  last = g_strdup_printf ("Page %u of %u", count_pages (document, FALSE),
                          count_pages (document, FALSE));
  assert_holds (text, last);
  for (guint i = 1; i <= 120; i++)
    {
      g_autofree char *line = g_strdup_printf ("Paragraph number %u stands here.", i);

      assert_holds (text, line);
    }
}

/* A heading is never the last on its page, whatever stands before it. */
static void
test_headings_stay_with_text (void)
{
  for (guint before = 20; before < 70; before++)
    {
      g_autoptr (HeedDocument) document = heed_document_new ("Headings", "en");
      g_autoptr (GBytes) pdf = NULL;
      g_autofree char *text = NULL;
      g_auto (GStrv) pages = NULL;

      for (guint i = 0; i < before; i++)
        heed_document_add_space (document, 1);
      heed_document_add_paragraph (document, "Before.");
      heed_document_add_heading (document, 2, "A heading");
      heed_document_add_paragraph (document, "What follows it.");
      pdf = make_pdf (document, FALSE);
      text = read_text (pdf);
      pages = g_strsplit (text, "\f", -1);
      for (guint i = 0; pages[i] != NULL; i++)
        g_assert_cmpint (strstr (pages[i], "A heading") != NULL, ==,
                         strstr (pages[i], "What follows it.") != NULL);
      before += 6;
    }
}

/* The marker of a list's item is on the page of its first line. */
static void
test_lists (void)
{
  g_autoptr (HeedDocument) document = heed_document_new ("List", "en");
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GBytes) pdf = NULL;
  g_autofree char *text = NULL;
  g_auto (GStrv) pages = NULL;

  for (guint i = 1; i <= 60; i++)
    g_ptr_array_add (items, g_strdup_printf ("item%u %s", i,
                                             "and a good many words more, so that it takes up "
                                             "three lines of the page, which is where a break "
                                             "between pages can part a marker from the text that "
                                             "belongs to it, if nobody looks after it."));
  g_ptr_array_add (items, NULL);
  heed_document_add_list (document, (const char *const *) items->pdata, TRUE);
  pdf = make_pdf (document, FALSE);
  text = read_text (pdf);
  pages = g_strsplit (text, "\f", -1);
  g_assert_cmpuint (g_strv_length (pages), >, 3);
  for (guint i = 1; i <= 60; i++)
    {
      g_autofree char *marker = g_strdup_printf ("\n%u.", i);
      g_autofree char *item = g_strdup_printf ("item%u ", i);
      guint            found = 0;

      for (guint p = 0; pages[p] != NULL; p++)
        if (strstr (pages[p], item) != NULL)
          {
            found++;
            g_assert_true (strstr (pages[p], marker) != NULL
                           || g_str_has_prefix (pages[p], marker + 1));
          }
      g_assert_cmpuint (found, ==, 1);
    }
}

static void
test_table (void)
{
  const HeedDocumentColumn columns[] = { { "Point", 1, TRUE }, { "What we found", 5, FALSE } };
  g_autoptr (HeedDocument) document = heed_document_new ("Table", "en");
  g_autoptr (GString) endless = g_string_new (NULL);
  g_autoptr (GBytes) pdf = NULL;
  g_autofree char *text = NULL;
  g_auto (GStrv) pages = NULL;

  for (guint i = 1; i < 900; i++)
    g_string_append_printf (endless, "word%u of a row that is higher than a page. ", i);
  heed_document_add_table (document, columns, 2);
  heed_document_add_row (document, (const char *[]) { "1", "Short.", NULL });
  heed_document_add_row (document, (const char *[]) { "2", endless->str, NULL });
  heed_document_add_row (document, (const char *[]) { "3", NULL });
  pdf = make_pdf (document, FALSE);
  text = read_text (pdf);
  assert_holds (text, "word899 of");
  pages = g_strsplit (text, "\f", -1);
  g_assert_cmpuint (g_strv_length (pages), >, 3);
  /* After the last form feed there is nothing. */
  for (guint i = 0; pages[i + 1] != NULL; i++)
    g_assert_nonnull (strstr (pages[i], "What we found"));
}

static void
draw_cb (cairo_t *cr,
         double   width,
         double   height,
         gpointer user_data)
{
  guint *calls = user_data;

  (*calls)++;
  cairo_rectangle (cr, 0, 0, width, height);
  cairo_fill (cr);
}

static void
test_drawing (void)
{
  g_autoptr (HeedDocument) document = heed_document_new ("Drawing", "en");
  g_autoptr (GBytes) pdf = NULL;
  guint calls = 0;

  heed_document_add_drawing (document, 100000, draw_cb, &calls, NULL);
  heed_document_add_page_break (document);
  heed_document_add_page_break (document);
  heed_document_add_caption (document, "What it shows");
  pdf = make_pdf (document, FALSE);
  g_assert_cmpuint (calls, ==, 1);
  g_assert_cmpuint (count_pages (document, FALSE), ==, 2);
}

/* Nothing is taller or wider than the room there is, however little of it. */
static void
test_odd_papers (void)
{
  const double sizes[][2] = { { 60, 60 }, { 5, 900 }, { 2000, 40 } };

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr (HeedDocument) document = make_letter (arabic, "ar");
      g_autoptr (HeedPages) pages = NULL;
      g_autoptr (GBytes) pdf = NULL;
      HeedPageSetup setup;

      heed_page_setup_init (&setup, TRUE);
      setup.width = sizes[i][0];
      setup.height = sizes[i][1];
      pages = heed_pages_new (document, &setup);
      g_assert_cmpuint (heed_pages_get_n_pages (pages), <, 500);
      pdf = heed_pages_to_pdf (pages, NULL);
      g_assert_nonnull (pdf);
    }
}

static void
test_no_text (void)
{
  g_autoptr (HeedDocument) document = heed_document_new ("", NULL);
  g_autoptr (GBytes) pdf = NULL;

  heed_document_add_paragraph (document, "");
  heed_document_add_paragraph (document, "\xff\xfe broken");
  heed_document_add_list (document, (const char *[]) { NULL }, FALSE);
  pdf = make_pdf (document, FALSE);
  g_assert_cmpuint (count_pages (document, FALSE), ==, 1);
}

static void
test_write (void)
{
  g_autofree char *folder = g_dir_make_tmp ("heed-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "letter.pdf", NULL);
  g_autofree char *lost = g_build_filename (folder, "gone", "letter.pdf", NULL);
  g_autoptr (HeedDocument) document = make_letter ("Dear Mrs Okonkwo,", "en-GB");
  g_autoptr (GBytes) pdf = make_pdf (document, FALSE);
  g_autoptr (GError) error = NULL;
  g_autofree char *words = NULL;
  struct stat      state;

  g_assert_true (g_file_set_contents (path, "older", -1, NULL));
  g_assert_true (heed_pdf_write (pdf, path, &error));
  g_assert_no_error (error);
  g_assert_cmpint (g_stat (path, &state), ==, 0);
  g_assert_cmpuint ((guint64) state.st_size, ==, g_bytes_get_size (pdf));

  g_assert_false (heed_pdf_write (pdf, lost, &error));
  g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_NOENT);
  g_clear_error (&error);
  g_assert_false (heed_pdf_write (pdf, folder, &error));
  g_assert_nonnull (error);
  g_clear_error (&error);
  /* What is always full. */
  g_assert_false (heed_pdf_write (pdf, "/dev/full/letter.pdf", &error));
  g_assert_nonnull (error);
  words = heed_words_error (error);
  g_assert_cmpstr (words, !=, "");
  g_unlink (path);
  g_rmdir (folder);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/document/text", test_text);
  g_test_add_func ("/document/mixed-scripts", test_mixed_scripts);
  g_test_add_func ("/document/metadata", test_metadata);
  g_test_add_func ("/document/language-is-checked", test_language_is_checked);
  g_test_add_func ("/document/same-document-same-file", test_same_document_same_file);
  g_test_add_func ("/document/pages", test_pages);
  g_test_add_func ("/document/headings-stay-with-text", test_headings_stay_with_text);
  g_test_add_func ("/document/lists", test_lists);
  g_test_add_func ("/document/table", test_table);
  g_test_add_func ("/document/drawing", test_drawing);
  g_test_add_func ("/document/odd-papers", test_odd_papers);
  g_test_add_func ("/document/no-text", test_no_text);
  g_test_add_func ("/document/write", test_write);
  return g_test_run ();
}
