/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The guide beside the case: performs what it asks for, and shows or hides it. */

#include "config.h"

#include "casefile/heed-case-page-private.h"

#include "heed-words.h"

static void
performed_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (HeedCasePage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) cases = heed_store_perform_finish (HEED_STORE (source), result, &error);

  if (cases != NULL || self->session == NULL)
    return;
  /* What somebody else noted in the meantime is shown; nothing of it was overwritten. */
  heed_case_page_show_error (self, error);
  if (self->file != NULL)
    heed_guide_pane_set_case (self->guide_pane, self->file->state);
  heed_case_page_reload (self);
}

static void
perform_cb (HeedCasePage *self,
            GPtrArray    *acts)
{
  heed_store_perform_async (heed_session_get_store (self->session), acts, performed_cb,
                            g_object_ref (self));
}

static void
toggle_guide_action (GtkWidget  *widget,
                     const char *name,
                     GVariant   *parameter)
{
  AdwOverlaySplitView *split_view = HEED_CASE_PAGE (widget)->split_view;
  gboolean is_shown = !adw_overlay_split_view_get_show_sidebar (split_view);

  adw_overlay_split_view_set_show_sidebar (split_view, is_shown);
  if (is_shown)
    gtk_widget_child_focus (GTK_WIDGET (HEED_CASE_PAGE (widget)->guide_pane), GTK_DIR_TAB_FORWARD);
}

void
heed_case_page_install_guide (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "case.toggle-guide", NULL, toggle_guide_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F9, 0, "case.toggle-guide", NULL);
}

void
heed_case_page_init_guide (HeedCasePage *self)
{
  heed_guide_pane_set_session (self->guide_pane, self->session);
  g_signal_connect_object (self->guide_pane, "perform", G_CALLBACK (perform_cb), self,
                           G_CONNECT_SWAPPED);
}
