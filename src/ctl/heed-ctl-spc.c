/* SPDX-License-Identifier: GPL-3.0-or-later */

/* spc: a control chart of any two columns, without a database. */

#include "config.h"

#include <math.h>

#include "heed-csv-reader.h"
#include "heed-ctl.h"
#include "heed-words-review.h"

typedef struct
{
  const char *x; /* owned by the table */
  HeedDate    date;
  double      y;
  guint       row;
} SpcRow;

/* "2026-04-01", or a month as "2026-04". */
static HeedDate
parse_date (const char *text)
{
  g_autofree char *day = strlen (text) == 7 ? g_strconcat (text, "-01", NULL) : g_strdup (text);

  return heed_date_parse (day);
}

static int
compare_rows (gconstpointer a,
              gconstpointer b)
{
  HeedDate one = ((const SpcRow *) a)->date, two = ((const SpcRow *) b)->date;

  return (one > two) - (one < two);
}

/* The rows in order of time; as they stand where some x is no date. */
static GArray *
take_rows (GPtrArray  *table,
           const char *path,
           GError    **error)
{
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (SpcRow));
  gboolean dated = TRUE;

  for (guint i = 0; i < table->len; i++)
    {
      const HeedCsvRow *line = table->pdata[i];
      SpcRow            row = { line->cells[0], parse_date (line->cells[0]), 0, line->number };

      if (!heed_csv_parse_number (line->cells[1], &row.y))
        {
          if (i == 0)
            continue; /* the heading */
          heed_csv_set_error (error, path, line->number,
                              _ ("the second column is not a number such as 12 or 0.85"));
          return NULL;
        }
      dated &= row.date != HEED_DATE_NONE;
      g_array_append_val (rows, row);
    }
  if (rows->len == 0)
    {
      heed_csv_set_error (error, path, 0, _ ("there is no row with a number in the second column"));
      return NULL;
    }
  if (dated)
    g_array_sort (rows, compare_rows);
  for (guint i = 1; dated && i < rows->len; i++)
    if (g_array_index (rows, SpcRow, i).date == g_array_index (rows, SpcRow, i - 1).date)
      {
        heed_csv_set_error (error, path, g_array_index (rows, SpcRow, i).row,
                            _ ("the date is there twice"));
        return NULL;
      }
  return g_steal_pointer (&rows);
}

/* Marks the rows at which new limits begin. */
static gboolean
mark_rebase (HeedCtl      *self,
             GArray       *rows,
             HeedSpcInput *inputs)
{
  for (guint i = 0; self->rebase != NULL && self->rebase[i] != NULL; i++)
    {
      gboolean found = FALSE;

      for (guint j = 0; j < rows->len; j++)
        if (g_str_equal (g_array_index (rows, SpcRow, j).x, self->rebase[i]))
          found = inputs[j].rebase = TRUE;
      if (!found)
        {
          g_printerr ("heedctl: --rebase: ");
          g_printerr (_ ("no row is of “%s”"), self->rebase[i]);
          g_printerr ("\n");
          return FALSE;
        }
    }
  return TRUE;
}

static void
set_number (JsonObject *object,
            const char *name,
            double      value)
{
  if (isfinite (value))
    json_object_set_double_member (object, name, value);
  else
    json_object_set_null_member (object, name);
}

static JsonArray *
points_json (const HeedSpc *spc,
             GArray        *rows)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < spc->n_points; i++)
    {
      const HeedSpcPoint *point = &spc->points[i];
      JsonObject         *object = json_object_new ();

      json_object_set_string_member (object, "x", g_array_index (rows, SpcRow, i).x);
      set_number (object, "y", point->value);
      json_object_set_int_member (object, "group", point->group);
      set_number (object, "mean", point->mean);
      set_number (object, "lower", point->lower);
      set_number (object, "upper", point->upper);
      json_object_set_int_member (object, "side", point->side);
      json_object_set_boolean_member (object, "outside", point->outside);
      json_object_set_boolean_member (object, "near", point->near);
      json_object_set_string_member (object, "cause", heed_spc_cause_get_name (point->cause));
      json_object_set_string_member (object, "means",
                                     heed_spc_variation_get_name (point->variation));
      json_array_add_object_element (array, object);
    }
  return array;
}

static void
print_json (const HeedSpc *spc,
            GArray        *rows,
            const char    *reading)
{
  g_autoptr (JsonObject) object = json_object_new ();

  json_object_set_string_member (object, "chart", heed_spc_kind_get_name (spc->options.kind));
  json_object_set_string_member (object, "improvement",
                                 heed_improvement_get_name (spc->options.improvement));
  json_object_set_boolean_member (object, "screened", spc->options.screen);
  json_object_set_int_member (object, "fix_after", spc->options.fix_after);
  json_object_set_int_member (object, "trend", spc->options.trend);
  if (spc->options.has_target)
    json_object_set_double_member (object, "target", spc->options.target);
  else
    json_object_set_null_member (object, "target");
  json_object_set_int_member (object, "special", spc->n_special);
  json_object_set_string_member (object, "variation", heed_spc_variation_get_name (spc->variation));
  json_object_set_string_member (object, "assurance", heed_spc_assurance_get_name (spc->assurance));
  json_object_set_string_member (object, "reading", reading);
  json_object_set_array_member (object, "points", points_json (spc, rows));
  heed_ctl_print_object (object);
}

static char *
number_text (double value)
{
  return isfinite (value) ? g_strdup_printf ("%.4g", value) : g_strdup ("");
}

static void
print_text (const HeedSpc *spc,
            GArray        *rows,
            const char    *reading)
{
  g_autoptr (HeedCtlTable) table = heed_ctl_table_new (6);
  const char   *target = heed_words_spc_target (spc->assurance);

  g_print ("%s\n", reading);
  if (target != NULL)
    g_print ("%s\n", target);
  g_print ("\n");
  heed_ctl_table_add (table, "", _ ("Value"), _ ("Average"), _ ("From"), _ ("To"), "", NULL);
  for (guint i = 0; i < spc->n_points; i++)
    {
      const HeedSpcPoint *point = &spc->points[i];
      g_autofree char    *x = heed_ctl_clean (g_array_index (rows, SpcRow, i).x, FALSE);
      g_autofree char    *value = number_text (point->value);
      g_autofree char    *mean = number_text (point->mean);
      g_autofree char    *lower = number_text (point->lower);
      g_autofree char    *upper = number_text (point->upper);

      heed_ctl_table_add (table, x, value, mean, lower, upper,
                          point->cause != HEED_SPC_COMMON ? heed_words_spc_cause (point->cause)
                                                          : "",
                          NULL);
    }
  heed_ctl_table_print (table);
}

static gboolean
take_options (HeedCtl        *self,
              HeedSpcOptions *options)
{
  if (self->improvement != NULL
      && !heed_improvement_parse (self->improvement, &options->improvement))
    heed_ctl_usage (_ ("--improvement: it must be up, down or neutral."));
  else if (self->target != NULL && !heed_csv_parse_number (self->target, &options->target))
    heed_ctl_usage (_ ("--target: it must be a number such as 12 or 0.85."));
  else if (self->trend != 0 && self->trend != 6 && self->trend != 7)
    heed_ctl_usage (_ ("--trend: it must be 6 or 7."));
  else if (self->fix_after < 0 || self->fix_after == 1)
    heed_ctl_usage (_ ("--fix-after: it must be at least 2."));
  else
    {
      options->has_target = self->target != NULL;
      options->trend = (guint) self->trend;
      options->fix_after = (guint) self->fix_after;
      options->screen = self->screen;
      return TRUE;
    }
  return FALSE;
}

int
heed_ctl_spc (HeedCtl *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) table = NULL;
  g_autoptr (GArray) rows = NULL;
  g_autoptr (HeedSpc) spc = NULL;
  g_autofree HeedSpcInput *inputs = NULL;
  g_autofree const char  **labels = NULL;
  g_autofree char         *reading = NULL;
  HeedSpcOptions           options = { 0 };

  if (!take_options (self, &options))
    return HEED_CTL_USAGE;
  table = heed_csv_read (self->args[0], 2, &error);
  rows = table != NULL ? take_rows (table, self->args[0], &error) : NULL;
  if (rows == NULL)
    return heed_ctl_refuse (NULL, error);

  inputs = g_new0 (HeedSpcInput, rows->len);
  labels = g_new0 (const char *, rows->len);
  for (guint i = 0; i < rows->len; i++)
    {
      inputs[i].value = g_array_index (rows, SpcRow, i).y;
      labels[i] = g_array_index (rows, SpcRow, i).x;
    }
  if (!mark_rebase (self, rows, inputs))
    return HEED_CTL_REFUSED;
  spc = heed_spc_new (inputs, rows->len, &options);
  reading = heed_words_spc_reading (spc, labels);
  if (self->json)
    print_json (spc, rows, reading);
  else
    print_text (spc, rows, reading);
  return HEED_CTL_OK;
}
