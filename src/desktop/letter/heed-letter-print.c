/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The letter on paper and in a file: both draw the pages of heed-pages.c. */

#include "config.h"

#include "letter/heed-letter-page-private.h"

#include "heed-words.h"

/* What one printing needs until it is over. */
typedef struct
{
  HeedLetterPage *page;
  HeedDocument   *document;
  HeedPages      *pages;
} Printing;

static void
printing_free (gpointer data)
{
  Printing *printing = data;

  g_clear_pointer (&printing->pages, heed_pages_free);
  g_clear_pointer (&printing->document, heed_document_unref);
  g_clear_object (&printing->page);
  g_free (printing);
}

HeedDocument *
heed_letter_page_make_document (HeedLetterPage *self)
{
  g_autofree char *text = heed_letter_page_dup_text (self);

  return heed_letter_document_new (heed_session_get_rules (self->session), self->file->state,
                                   &self->sender, self->letter, text,
                                   heed_session_get_today (self->session));
}

static void
begin_print_cb (GtkPrintOperation *operation,
                GtkPrintContext   *context,
                Printing          *printing)
{
  HeedPageSetup setup;

  heed_page_setup_init (&setup, heed_letter_wants_large_print (printing->page->file->state));
  setup.width = gtk_print_context_get_width (context);
  setup.height = gtk_print_context_get_height (context);
  g_clear_pointer (&printing->pages, heed_pages_free);
  printing->pages = heed_pages_new (printing->document, &setup);
  gtk_print_operation_set_n_pages (operation, (int) heed_pages_get_n_pages (printing->pages));
}

static void
draw_page_cb (GtkPrintOperation *operation,
              GtkPrintContext   *context,
              int                page,
              Printing          *printing)
{
  heed_pages_draw (printing->pages, (guint) page, gtk_print_context_get_cairo_context (context));
}

static void
done_cb (GtkPrintOperation      *operation,
         GtkPrintOperationResult result,
         Printing               *printing)
{
  g_autoptr (GError) error = NULL;

  if (result == GTK_PRINT_OPERATION_RESULT_ERROR && printing->page->session != NULL)
    {
      gtk_print_operation_get_error (operation, &error);
      heed_letter_page_show_error (printing->page, error);
    }
}

/* Asks for a printer, and prints the letter. */
void
heed_letter_page_print (HeedLetterPage *self)
{
  g_autoptr (GtkPrintOperation) operation = gtk_print_operation_new ();
  g_autoptr (GError) error = NULL;
  Printing  *printing = g_new0 (Printing, 1);
  GtkWidget *window = GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self)));

  printing->page = g_object_ref (self);
  printing->document = heed_letter_page_make_document (self);
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_use_full_page (operation, TRUE);
  gtk_print_operation_set_embed_page_setup (operation, TRUE);
  gtk_print_operation_set_allow_async (operation, TRUE);
  gtk_print_operation_set_job_name (operation, heed_document_get_title (printing->document));
  g_signal_connect (operation, "begin-print", G_CALLBACK (begin_print_cb), printing);
  g_signal_connect (operation, "draw-page", G_CALLBACK (draw_page_cb), printing);
  g_signal_connect (operation, "done", G_CALLBACK (done_cb), printing);
  g_object_set_data_full (G_OBJECT (operation), "heed-printing", printing, printing_free);
  if (gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG,
                               GTK_WINDOW (window), &error)
      == GTK_PRINT_OPERATION_RESULT_ERROR)
    heed_letter_page_show_error (self, error);
}

static void
written_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (HeedLetterPage) self = user_data;
  g_autoptr (GError) error = NULL;
  AdwToast *toast;

  if (self->session == NULL)
    return;
  if (!g_file_replace_contents_finish (G_FILE (source), result, NULL, &error))
    {
      heed_letter_page_show_error (self, error);
      return;
    }
  toast = adw_toast_new (_ ("Saved as PDF"));
  adw_toast_overlay_add_toast (self->toasts, toast);
}

static void
chosen_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (HeedLetterPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, &error);
  g_autoptr (HeedDocument) document = NULL;
  g_autoptr (GBytes) pdf = NULL;

  if (file == NULL || self->session == NULL)
    return;
  document = heed_letter_page_make_document (self);
  pdf = heed_letter_to_pdf (document, self->file->state, &error);
  if (pdf == NULL)
    {
      heed_letter_page_show_error (self, error);
      return;
    }
  /* Written beside its place first, and for nobody else to read. */
  g_file_replace_contents_bytes_async (file, pdf, NULL, FALSE, G_FILE_CREATE_PRIVATE, NULL,
                                       written_cb, g_object_ref (self));
}

/* Asks where to, and writes the letter as PDF. */
void
heed_letter_page_save_pdf (HeedLetterPage *self)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  GtkWidget       *window = GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self)));
  g_autofree char *name = g_strdup_printf ("%s %s.pdf", self->file->state->reference, self->letter);

  gtk_file_dialog_set_title (dialog, _ ("Save as PDF"));
  gtk_file_dialog_set_initial_name (dialog, name);
  gtk_file_dialog_save (dialog, GTK_WINDOW (window), NULL, chosen_cb, g_object_ref (self));
}
