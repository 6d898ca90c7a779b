/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The cells of the lists of cases. A cell is built once and filled often: filling sets texts and
 * classes and makes no widget. The sentences come from the words room.
 */
#include "config.h"

#include <adwaita.h>

#include "heed-case-cells.h"
#include "heed-case-item.h"
#include "heed-initials.h"
#include "heed-severity-cell.h"
#include "heed-text-cell.h"
#include "heed-words.h"

typedef void (*FillCell) (HeedSession *session,
                          GtkWidget   *cell,
                          HeedCaseRow *row);

typedef struct
{
  GtkWidget *(*make) (void);
  FillCell fill;
} CellKind;

typedef struct
{
  HeedSession    *session;
  const CellKind *kind;
} Cells;

/* --- Making --------------------------------------------------------------------------------- */

static GtkWidget *
make_line (void)
{
  return heed_text_cell_new (1, FALSE);
}

static GtkWidget *
make_dimmed_line (void)
{
  GtkWidget *cell = heed_text_cell_new (1, FALSE);

  heed_text_cell_set_look (HEED_TEXT_CELL (cell), HEED_TEXT_CELL_DIMMED);
  return cell;
}

static GtkWidget *
make_two_lines (void)
{
  return heed_text_cell_new (2, FALSE);
}

static GtkWidget *
make_words (void)
{
  GtkInscription *words = GTK_INSCRIPTION (gtk_inscription_new (NULL));

  gtk_inscription_set_min_lines (words, 2);
  gtk_inscription_set_nat_lines (words, 2);
  gtk_inscription_set_min_chars (words, 4);
  gtk_inscription_set_nat_chars (words, 4);
  gtk_inscription_set_text_overflow (words, GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_END);
  gtk_inscription_set_wrap_mode (words, PANGO_WRAP_WORD_CHAR);
  gtk_inscription_set_yalign (words, 0.5f);
  return GTK_WIDGET (words);
}

static GtkWidget *
make_severity (void)
{
  GtkWidget *cell = heed_severity_cell_new ();

  gtk_widget_set_halign (cell, GTK_ALIGN_START);
  gtk_widget_set_valign (cell, GTK_ALIGN_CENTER);
  return cell;
}

static GtkWidget *
make_owner (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *name = heed_text_cell_new (1, FALSE);

  gtk_widget_set_hexpand (name, TRUE);
  gtk_box_append (GTK_BOX (box), heed_initials_new ());
  gtk_box_append (GTK_BOX (box), name);
  return box;
}

static GtkWidget *
make_narrow (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *top = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *foot = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *name = heed_text_cell_new (1, FALSE);
  GtkWidget *about = heed_text_cell_new (1, FALSE);

  gtk_widget_add_css_class (box, "case-narrow");
  gtk_widget_add_css_class (about, "caption");
  gtk_widget_set_hexpand (name, TRUE);
  gtk_widget_set_hexpand (about, TRUE);
  heed_text_cell_set_look (HEED_TEXT_CELL (name), HEED_TEXT_CELL_HEADING);
  heed_text_cell_set_look (HEED_TEXT_CELL (about), HEED_TEXT_CELL_DIMMED);
  gtk_box_append (GTK_BOX (top), name);
  gtk_box_append (GTK_BOX (top), heed_text_cell_new (1, TRUE));
  gtk_box_append (GTK_BOX (foot), about);
  gtk_box_append (GTK_BOX (foot), make_severity ());
  gtk_box_append (GTK_BOX (box), top);
  gtk_box_append (GTK_BOX (box), make_words ());
  gtk_box_append (GTK_BOX (box), foot);
  return box;
}

/* --- Filling -------------------------------------------------------------------------------- */

static const char *
name_of (HeedCaseRow *row)
{
  return row->name != NULL && *row->name != '\0' ? row->name : _ ("Name not given");
}

static char *
dup_due (HeedSession *session,
         HeedCaseRow *row)
{
  if (row->due != HEED_DATE_NONE)
    return heed_words_due (row->due, heed_session_get_today (session),
                           heed_session_get_calendar (session, row->profile));
  if (row->paused)
    return g_strdup (_ ("Paused"));
  if (row->stage == HEED_STAGE_CLOSED)
    return g_strdup (_ ("Closed"));
  return g_strdup (_ ("No date yet"));
}

/* The narrow pill is shorter; the tooltip has the whole. */
static char *
dup_due_short (HeedSession *session,
               HeedCaseRow *row)
{
  const HeedCalendar *calendar = heed_session_get_calendar (session, row->profile);
  HeedDate            today = heed_session_get_today (session);
  int                 days = 0;

  if (row->due == HEED_DATE_NONE || row->due >= today || calendar == NULL
      || !heed_calendar_count_working_days (calendar, row->due, today, &days, NULL) || days < 1)
    return dup_due (session, row);
  return g_strdup_printf (ngettext ("%d day late", "%d days late", (gulong) days), days);
}

static HeedTextCellLook
get_due_look (HeedSession *session,
              HeedCaseRow *row)
{
  HeedDate today = heed_session_get_today (session);

  if (row == NULL || row->due == HEED_DATE_NONE || row->due > today)
    return HEED_TEXT_CELL_PLAIN;
  return row->due < today ? HEED_TEXT_CELL_LATE : HEED_TEXT_CELL_TODAY;
}

static void
fill_due (HeedSession *session,
          GtkWidget   *cell,
          HeedCaseRow *row)
{
  g_autofree char *text = row != NULL ? dup_due (session, row) : NULL;

  heed_text_cell_set_text (HEED_TEXT_CELL (cell), text, NULL);
  heed_text_cell_set_look (HEED_TEXT_CELL (cell), get_due_look (session, row));
}

static char *
dup_under_name (HeedSession *session,
                HeedCaseRow *row)
{
  const char *extra = NULL;

  if (row->interpreter)
    extra = _ ("Interpreter");
  else if (row->flags != NULL && *row->flags != '\0')
    {
      g_auto (GStrv) flags = g_strsplit (row->flags, " ", 2);

      extra = heed_words_code_brief (heed_session_get_rules (session), "flags", flags[0]);
    }
  else if (row->name == NULL)
    extra = _ ("Anonymous");

  return extra != NULL ? g_strdup_printf ("%s · %s", row->reference, extra)
                       : g_strdup (row->reference);
}

static void
fill_person (HeedSession *session,
             GtkWidget   *cell,
             HeedCaseRow *row)
{
  g_autofree char *under = row != NULL ? dup_under_name (session, row) : NULL;

  heed_text_cell_set_text (HEED_TEXT_CELL (cell), row != NULL ? name_of (row) : NULL, under);
}

static char *
dup_one_line (const char *words)
{
  g_autofree char *line = g_strdup (words != NULL ? words : "");

  return g_strdup (g_strdelimit (g_strstrip (line), "\n\r\t", ' '));
}

static void
fill_words (HeedSession *session,
            GtkWidget   *cell,
            HeedCaseRow *row)
{
  g_autofree char *line = dup_one_line (row != NULL ? row->words : NULL);

  gtk_inscription_set_text (GTK_INSCRIPTION (cell), line);
}

static const char *
about_of (HeedSession *session,
          HeedCaseRow *row)
{
  const char *about = NULL;

  if (row->category != NULL)
    about = heed_words_code_brief (heed_session_get_rules (session), "hcat", row->category);
  return about != NULL ? about : _ ("Not sorted yet");
}

static void
fill_about (HeedSession *session,
            GtkWidget   *cell,
            HeedCaseRow *row)
{
  heed_text_cell_set_text (HEED_TEXT_CELL (cell), row != NULL ? about_of (session, row) : NULL,
                           row != NULL ? row->place : NULL);
}

static void
fill_severity (HeedSession *session,
               GtkWidget   *cell,
               HeedCaseRow *row)
{
  heed_severity_cell_set_severity (HEED_SEVERITY_CELL (cell), row != NULL ? row->severity : -2);
}

static void
fill_owner (HeedSession *session,
            GtkWidget   *cell,
            HeedCaseRow *row)
{
  HeedInitials    *initials = HEED_INITIALS (gtk_widget_get_first_child (cell));
  HeedTextCell    *name = HEED_TEXT_CELL (gtk_widget_get_last_child (cell));
  const char      *owner = row != NULL && row->owner != NULL ? row->owner : "";
  g_autofree char *first = g_strndup (owner, strcspn (owner, " "));
  const char      *shown = *owner != '\0' ? first : _ ("No one");

  heed_initials_set_name (initials, row != NULL ? owner : NULL);
  heed_text_cell_set_text (name, row != NULL ? shown : NULL, NULL);
  heed_text_cell_set_look (name, *owner != '\0' ? HEED_TEXT_CELL_PLAIN : HEED_TEXT_CELL_DIMMED);
}

static void
fill_stage (HeedSession *session,
            GtkWidget   *cell,
            HeedCaseRow *row)
{
  heed_text_cell_set_text (HEED_TEXT_CELL (cell),
                           row != NULL ? heed_words_stage (row->stage) : NULL, NULL);
}

static void
fill_narrow (HeedSession *session,
             GtkWidget   *cell,
             HeedCaseRow *row)
{
  GtkWidget       *top = gtk_widget_get_first_child (cell);
  GtkWidget       *foot = gtk_widget_get_last_child (cell);
  GtkWidget       *due = gtk_widget_get_last_child (top);
  g_autofree char *short_due = row != NULL ? dup_due_short (session, row) : NULL;
  g_autofree char *whole_due = row != NULL ? dup_due (session, row) : NULL;
  g_autofree char *about = NULL;

  if (row != NULL)
    about = row->place != NULL ? g_strdup_printf ("%s · %s", about_of (session, row), row->place)
                               : g_strdup (about_of (session, row));
  heed_text_cell_set_text (HEED_TEXT_CELL (due), short_due, NULL);
  heed_text_cell_set_look (HEED_TEXT_CELL (due), get_due_look (session, row));
  gtk_widget_set_tooltip_text (due, whole_due);
  heed_text_cell_set_text (HEED_TEXT_CELL (gtk_widget_get_first_child (top)),
                           row != NULL ? name_of (row) : NULL, NULL);
  fill_words (session, gtk_widget_get_next_sibling (top), row);
  heed_text_cell_set_text (HEED_TEXT_CELL (gtk_widget_get_first_child (foot)), about, NULL);
  fill_severity (session, gtk_widget_get_last_child (foot), row);
}

/* --- Factories ------------------------------------------------------------------------------ */

static void
setup_cb (GtkSignalListItemFactory *factory,
          GObject                  *list_item,
          Cells                    *cells)
{
  gtk_list_item_set_child (GTK_LIST_ITEM (list_item), cells->kind->make ());
}

static void
refill_cb (HeedCaseItem *item,
           GParamSpec   *pspec,
           GtkListItem  *list_item)
{
  Cells       *cells = g_object_get_data (G_OBJECT (list_item), "heed-cells");
  HeedCaseRow *row = heed_case_item_get_row (item);

  cells->kind->fill (cells->session, gtk_list_item_get_child (list_item), row);
  /* In the table the row is named as a whole, by its own factory. */
  if (row != NULL && !GTK_IS_COLUMN_VIEW_CELL (list_item))
    {
      g_autofree char *label = heed_case_cells_dup_label (cells->session, row);

      gtk_list_item_set_accessible_label (list_item, label);
    }
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *list_item,
         Cells                    *cells)
{
  HeedCaseItem *item = gtk_list_item_get_item (list_item);

  g_object_set_data (G_OBJECT (list_item), "heed-cells", cells);
  g_signal_connect (item, "notify::row", G_CALLBACK (refill_cb), list_item);
  refill_cb (item, NULL, list_item);
}

static void
unbind_cb (GtkSignalListItemFactory *factory,
           GtkListItem              *list_item,
           Cells                    *cells)
{
  g_signal_handlers_disconnect_by_func (gtk_list_item_get_item (list_item), refill_cb, list_item);
}

static void
cells_free (gpointer  data,
            GClosure *closure)
{
  Cells *cells = data;

  g_object_unref (cells->session);
  g_free (cells);
}

static GtkListItemFactory *
new_factory (HeedSession    *session,
             const CellKind *kind)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  Cells              *cells = g_new0 (Cells, 1);

  cells->session = g_object_ref (session);
  cells->kind = kind;
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), cells);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), cells);
  g_signal_connect_data (factory, "setup", G_CALLBACK (setup_cb), cells, cells_free, 0);
  return factory;
}

#define DEFINE_CELL(name, maker)                                        \
  GtkListItemFactory *heed_case_cells_new_##name (HeedSession *session) \
  {                                                                     \
    static const CellKind kind = { maker, fill_##name };                \
                                                                        \
    return new_factory (session, &kind);                                \
  }

DEFINE_CELL (due, make_line)
DEFINE_CELL (person, make_two_lines)
DEFINE_CELL (words, make_words)
DEFINE_CELL (about, make_two_lines)
DEFINE_CELL (severity, make_severity)
DEFINE_CELL (owner, make_owner)
DEFINE_CELL (stage, make_dimmed_line)
DEFINE_CELL (narrow, make_narrow)

static void
label_row_cb (HeedCaseItem     *item,
              GParamSpec       *pspec,
              GtkColumnViewRow *view_row)
{
  HeedSession     *session = g_object_get_data (G_OBJECT (view_row), "heed-session");
  HeedCaseRow     *row = heed_case_item_get_row (item);
  g_autofree char *label = row != NULL ? heed_case_cells_dup_label (session, row)
                                       : g_strdup (_ ("Loading"));

  gtk_column_view_row_set_accessible_label (view_row, label);
}

static void
bind_row_cb (GtkSignalListItemFactory *factory,
             GtkColumnViewRow         *view_row,
             HeedSession              *session)
{
  HeedCaseItem *item = gtk_column_view_row_get_item (view_row);

  g_object_set_data (G_OBJECT (view_row), "heed-session", session);
  g_signal_connect (item, "notify::row", G_CALLBACK (label_row_cb), view_row);
  label_row_cb (item, NULL, view_row);
}

static void
unbind_row_cb (GtkSignalListItemFactory *factory,
               GtkColumnViewRow         *view_row,
               HeedSession              *session)
{
  g_signal_handlers_disconnect_by_func (gtk_column_view_row_get_item (view_row), label_row_cb,
                                        view_row);
}

/** heed_case_cells_new_row_label: Returns: (transfer full): names the rows of a table aloud */
GtkListItemFactory *
heed_case_cells_new_row_label (HeedSession *session)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_row_cb), session, 0);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (unbind_row_cb), session, 0);
  return factory;
}

/** heed_case_cells_dup_label: Returns: (transfer full): a row as a screen reader says it */
char *
heed_case_cells_dup_label (HeedSession *session,
                           HeedCaseRow *row)
{
  g_autofree char *due = dup_due (session, row);

  /* Translators: person, reference, when due, what about, stage; read aloud as one row */
  return g_strdup_printf (_ ("%s, %s, %s, %s, %s"), name_of (row), row->reference, due,
                          about_of (session, row), heed_words_stage (row->stage));
}
