/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Puts a document on paper or into a PDF file. Both draw the same pages; what is on them is told by
 * whoever made the document. A failure is told in a dialog over the widget that asked. */

#include "config.h"

#include "heed-printing.h"

#include "heed-pages.h"
#include "heed-words.h"

typedef struct
{
  GtkWidget    *parent;
  HeedDocument *document;
  HeedPages    *pages;
  gboolean      is_large_print;
} Printing;

static void
printing_free (gpointer data)
{
  Printing *printing = data;

  g_clear_object (&printing->parent);
  g_clear_pointer (&printing->pages, heed_pages_free);
  g_clear_pointer (&printing->document, heed_document_unref);
  g_free (printing);
}

static void
tell_failure (GtkWidget    *parent,
              const char   *title,
              const GError *error)
{
  AdwDialog       *dialog = adw_alert_dialog_new (title, NULL);
  g_autofree char *words = heed_words_error (error);

  adw_alert_dialog_set_body (ADW_ALERT_DIALOG (dialog), words);
  adw_alert_dialog_add_response (ADW_ALERT_DIALOG (dialog), "close", _ ("_Close"));
  adw_dialog_present (dialog, parent);
}

/* --- On paper --- */

static void
begin_cb (GtkPrintOperation *operation,
          GtkPrintContext   *context,
          Printing          *printing)
{
  GtkPageSetup *paper = gtk_print_context_get_page_setup (context);
  HeedPageSetup setup;

  heed_page_setup_init (&setup, printing->is_large_print);
  setup.width = gtk_page_setup_get_paper_width (paper, GTK_UNIT_POINTS);
  setup.height = gtk_page_setup_get_paper_height (paper, GTK_UNIT_POINTS);
  if (gtk_page_setup_get_orientation (paper) == GTK_PAGE_ORIENTATION_LANDSCAPE
      || gtk_page_setup_get_orientation (paper) == GTK_PAGE_ORIENTATION_REVERSE_LANDSCAPE)
    {
      double width = setup.width;

      setup.width = setup.height;
      setup.height = width;
    }
  g_clear_pointer (&printing->pages, heed_pages_free);
  printing->pages = heed_pages_new (printing->document, &setup);
  gtk_print_operation_set_n_pages (operation, (int) heed_pages_get_n_pages (printing->pages));
}

static void
draw_cb (GtkPrintOperation *operation,
         GtkPrintContext   *context,
         int                page,
         Printing          *printing)
{
  heed_pages_draw (printing->pages, (guint) page, gtk_print_context_get_cairo_context (context));
}

static void
done_cb (GtkPrintOperation       *operation,
         GtkPrintOperationResult  result,
         Printing                *printing)
{
  g_autoptr (GError) error = NULL;

  if (result != GTK_PRINT_OPERATION_RESULT_ERROR)
    return;
  gtk_print_operation_get_error (operation, &error);
  tell_failure (printing->parent, _ ("This Could Not Be Printed"), error);
}

/**
 * heed_printing_print:
 * @parent: a widget in the window
 * @document: what to print
 * @is_large_print: whether for somebody who needs large print
 *
 * Asks for a printer and prints. Returns at once.
 */
void
heed_printing_print (GtkWidget    *parent,
                     HeedDocument *document,
                     gboolean      is_large_print)
{
  g_autoptr (GtkPrintOperation) operation = gtk_print_operation_new ();
  Printing *printing = g_new0 (Printing, 1);

  printing->parent = g_object_ref (parent);
  printing->document = heed_document_ref (document);
  printing->is_large_print = is_large_print;
  gtk_print_operation_set_job_name (operation, heed_document_get_title (document));
  gtk_print_operation_set_use_full_page (operation, TRUE);
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_embed_page_setup (operation, TRUE);
  gtk_print_operation_set_allow_async (operation, TRUE);
  g_signal_connect (operation, "begin-print", G_CALLBACK (begin_cb), printing);
  g_signal_connect (operation, "draw-page", G_CALLBACK (draw_cb), printing);
  g_signal_connect (operation, "done", G_CALLBACK (done_cb), printing);
  g_object_set_data_full (G_OBJECT (operation), "heed-printing", printing, printing_free);
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG,
                           GTK_WINDOW (gtk_widget_get_root (parent)), NULL);
}

/* --- Into a file --- */

static void
file_chosen_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  Printing *printing = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, NULL);
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;
  HeedPageSetup setup;
  g_autoptr (GBytes) pdf = NULL;

  if (path != NULL)
    {
      heed_page_setup_init (&setup, printing->is_large_print);
      printing->pages = heed_pages_new (printing->document, &setup);
      pdf = heed_pages_to_pdf (printing->pages, &error);
      if (pdf == NULL || !heed_pdf_write (pdf, path, &error))
        tell_failure (printing->parent, _ ("The File Could Not Be Written"), error);
    }
  printing_free (printing);
}

/**
 * heed_printing_save_pdf:
 * @parent: a widget in the window
 * @document: what to save
 * @is_large_print: whether for somebody who needs large print
 * @name: the name offered for the file, with ".pdf"
 *
 * Asks for a place and writes a PDF there. Returns at once.
 */
void
heed_printing_save_pdf (GtkWidget    *parent,
                        HeedDocument *document,
                        gboolean      is_large_print,
                        const char   *name)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  Printing *printing = g_new0 (Printing, 1);

  printing->parent = g_object_ref (parent);
  printing->document = heed_document_ref (document);
  printing->is_large_print = is_large_print;
  gtk_file_dialog_set_title (dialog, _ ("Save as PDF"));
  gtk_file_dialog_set_initial_name (dialog, name);
  gtk_file_dialog_save (dialog, GTK_WINDOW (gtk_widget_get_root (parent)), NULL, file_chosen_cb,
                        printing);
}
