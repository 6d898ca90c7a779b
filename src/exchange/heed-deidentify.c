/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * De-identification by Safe Harbor, 45 CFR 164.514(b)(2), cell by cell: years in place of dates,
 * one group of ages from 90 on, numbers in place of references and of names of staff, places and
 * sites, free text searched, and who it was left out. Decides nothing about columns: that is in
 * their table.
 */
#include "config.h"

#include "heed-deidentify.h"
#include "heed-words-export.h"

/* So many different names get a number each; the rest share the last, so that memory stays bounded.
 */
#define MAX_NAMES 65536

struct _HeedDeidentifier
{
  HeedScanner *scanner;
  GHashTable  *names; /* column id → (name → number) */
  guint64      row;
};

/**
 * heed_deidentifier_new:
 * @error: return location
 *
 * Begins an export that names nobody.
 *
 * Returns: (transfer full): what makes it so
 */
HeedDeidentifier *
heed_deidentifier_new (GError **error)
{
  g_autoptr (HeedScanner) scanner = heed_scanner_new (error);
  HeedDeidentifier *self;

  if (scanner == NULL)
    return NULL;
  self = g_new0 (HeedDeidentifier, 1);
  self->scanner = g_steal_pointer (&scanner);
  self->names = g_hash_table_new_full (g_str_hash, g_str_equal, NULL,
                                       (GDestroyNotify) g_hash_table_unref);
  return self;
}

/**
 * heed_deidentifier_free:
 * @self: (transfer full): it
 *
 * Frees it, and with it all knowledge of which name was which number.
 */
void
heed_deidentifier_free (HeedDeidentifier *self)
{
  heed_scanner_free (self->scanner);
  g_hash_table_unref (self->names);
  g_free (self);
}

HeedScanner *
heed_deidentifier_get_scanner (HeedDeidentifier *self)
{
  return self->scanner;
}

/**
 * heed_deidentifier_begin_row:
 * @self: it
 * @item: the case of the row
 *
 * Tells whose names to look for in the free text of the next row.
 */
void
heed_deidentifier_begin_row (HeedDeidentifier *self, const HeedSnapshotCase *item)
{
  g_autofree char *staff = NULL;

  self->row++;
  if (item->names == NULL && item->state == NULL)
    return;
  staff = g_strconcat (item->owner ? item->owner : "", "\n",
                       item->state && item->state->taken_by ? item->state->taken_by : "", NULL);
  heed_scanner_set_names (self->scanner, item->names, staff);
}

static guint
number_of (HeedDeidentifier *self, const char *column, const char *name)
{
  GHashTable *numbers = g_hash_table_lookup (self->names, column);
  guint       number;

  if (numbers == NULL)
    {
      numbers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      g_hash_table_insert (self->names, (char *) column, numbers);
    }
  number = GPOINTER_TO_UINT (g_hash_table_lookup (numbers, name));
  if (number > 0)
    return number;
  number = g_hash_table_size (numbers) + 1;
  if (number <= MAX_NAMES)
    g_hash_table_insert (numbers, g_strdup (name), GUINT_TO_POINTER (number));
  return MIN (number, MAX_NAMES);
}

/* A date becomes its year, as a number. */
static void
leave_year (HeedCell *cell)
{
  int year = heed_date_get_year (cell->date);

  *cell = (HeedCell) { 0 };
  heed_cell_set_number (cell, year);
}

/**
 * heed_deidentifier_apply:
 * @self: it
 * @column: the column of the cell
 * @texts: for texts made for this row
 * @cell: a cell; changed
 *
 * Takes from a cell what tells who it was.
 */
void
heed_deidentifier_apply (HeedDeidentifier *self,
                         const HeedColumn *column,
                         GStringChunk     *texts,
                         HeedCell         *cell)
{
  g_autofree char *made = NULL;

  if (cell->type == HEED_CELL_EMPTY)
    return;
  switch (column->privacy)
    {
    case HEED_PRIVACY_YEAR:
      leave_year (cell);
      break;
    case HEED_PRIVACY_AGE:
      if (cell->number < 90)
        break;
      *cell = (HeedCell) { 0 };
      heed_cell_set_text (cell, "90+");
      break;
    case HEED_PRIVACY_REFERENCE:
      *cell = (HeedCell) { 0 };
      heed_cell_set_number (cell, (gint64) self->row);
      break;
    case HEED_PRIVACY_CODED:
      made = heed_words_coded (column->id, number_of (self, column->id, cell->text));
      *cell = (HeedCell) { 0 };
      heed_cell_set_text (cell, g_string_chunk_insert (texts, made));
      break;
    case HEED_PRIVACY_SCAN:
      cell->text = g_string_chunk_insert (texts, heed_scanner_mask (self->scanner, cell->text));
      cell->code = NULL;
      break;
    case HEED_PRIVACY_OUT:
      *cell = (HeedCell) { 0 };
      break;
    case HEED_PRIVACY_KEEP:
    default:
      break;
    }
}
