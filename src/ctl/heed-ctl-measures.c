/* SPDX-License-Identifier: GPL-3.0-or-later */

/* measures and activity: what was achieved, month by month, and what rates are counted against. */

#include "config.h"

#include <math.h>
#include <string.h>

#include "heed-csv-reader.h"
#include "heed-ctl.h"
#include "heed-shown.h"
#include "heed-words-measures.h"

static gboolean
is_part_of (const HeedMeasure *measure)
{
  return measure->kind == HEED_MEASURE_SHARE;
}

static void
set_count (JsonObject *object,
           const char *name,
           gint64      count)
{
  if (count >= 0)
    json_object_set_int_member (object, name, count);
  else
    json_object_set_null_member (object, name);
}

static void
set_value (JsonObject *object,
           const char *name,
           double      value)
{
  if (isfinite (value))
    json_object_set_double_member (object, name, value);
  else
    json_object_set_null_member (object, name);
}

static void
set_cell (JsonObject  *object,
          const HeedShown *shown,
          guint        period)
{
  HeedShownCell cell = heed_shown_get (shown, period);
  double    low, high;

  if (shown->measure->kind != HEED_MEASURE_DAYS)
    set_count (object, "numerator", cell.numerator);
  if (shown->measure->kind != HEED_MEASURE_COUNT && shown->measure->kind != HEED_MEASURE_STOCK)
    set_count (object, "denominator", cell.denominator);
  set_value (object, "value", cell.value);
  if (is_part_of (shown->measure) && isfinite (cell.value))
    {
      heed_wilson_interval ((double) cell.numerator, (double) cell.denominator, &low, &high);
      json_object_set_double_member (object, "low", 100 * low);
      json_object_set_double_member (object, "high", 100 * high);
    }
  if (shown->measure->kind == HEED_MEASURE_DAYS)
    set_value (object, "p90",
               isfinite (cell.value)
                   ? heed_measure_set_get_quantile (shown->set, shown->measure, period, 0.9)
                   : (double) NAN);
}

static JsonObject *
measure_json (const HeedShown *shown)
{
  static const char *const kinds[] = { "count", "share", "rate", "ratio", "days", "stock" };
  const HeedMeasure       *measure = shown->measure;
  JsonObject              *object = json_object_new ();
  JsonArray               *periods = json_array_new ();

  json_object_set_string_member (object, "id", measure->id);
  json_object_set_string_member (object, "label", heed_words_measure (measure));
  json_object_set_string_member (object, "kind", kinds[measure->kind]);
  json_object_set_string_member (object, "improvement",
                                 heed_improvement_get_name (measure->improvement));
  json_object_set_string_member (object, "basis", heed_tally_basis_get_name (measure->basis));
  json_object_set_string_member (object, "definition", heed_words_measure_definition (measure));
  json_object_set_string_member (object, "counts", heed_words_measure_numerator (measure));
  heed_ctl_set_text (object, "of", heed_words_measure_denominator (measure));
  set_cell (object, shown, HEED_ALL_PERIODS);
  for (guint i = 0; i < heed_measure_set_get_n_periods (shown->set); i++)
    {
      const HeedPeriod *period = heed_measure_set_get_period (shown->set, i);
      JsonObject       *cell = json_object_new ();

      heed_ctl_set_date (cell, "from", period->from);
      heed_ctl_set_date (cell, "to", period->end - 1);
      set_cell (cell, shown, i);
      json_array_add_object_element (periods, cell);
    }
  json_object_set_array_member (object, "periods", periods);
  return object;
}

static char *
count_text (const HeedShown *shown,
            HeedShownCell    cell)
{
  if (cell.numerator < 0 || cell.denominator < 0)
    /* Translators: in the place of a number that is too small to be shown */
    return g_strdup (_ ("hidden"));
  return heed_words_measure_counts (
      shown->measure, (HeedPeriodCount) { (double) cell.numerator, (double) cell.denominator });
}

static void
add_row (HeedCtlTable *table,
         const HeedShown *shown)
{
  HeedShownCell    cell = heed_shown_get (shown, HEED_ALL_PERIODS);
  g_autofree char *value = heed_words_measure_value (shown->measure, cell.value);
  g_autofree char *counts = count_text (shown, cell);
  g_autofree char *more = NULL;

  if (is_part_of (shown->measure) && isfinite (cell.value))
    {
      double low, high;

      heed_wilson_interval ((double) cell.numerator, (double) cell.denominator, &low, &high);
      /* Translators: the ends of a 95 % confidence interval, in per cent */
      more = g_strdup_printf (_ ("%.0f to %.0f %%"), 100 * low, 100 * high);
    }
  else if (shown->measure->kind == HEED_MEASURE_DAYS && isfinite (cell.value))
    more = g_strdup_printf (
        /* Translators: nine in ten took no more than so many working days */
        _ ("nine in ten within %.0f"),
        heed_measure_set_get_quantile (shown->set, shown->measure, HEED_ALL_PERIODS, 0.9));
  heed_ctl_table_add (table, heed_words_measure (shown->measure), value, counts, more ? more : "",
                      NULL);
}

/* The months asked about; without any, the last twelve whole ones. */
static gboolean
take_days (HeedCtl           *self,
           HeedMeasuredQuery *query)
{
  HeedDate month;
  int      year, number;

  heed_date_get (self->today, &year, &number, NULL);
  month = heed_date_new (year, number, 1);
  query->from = self->from ? heed_date_parse (self->from) : heed_date_add_months (month, -12);
  query->to = self->to ? heed_date_parse (self->to) : month - 1;
  if (query->from == HEED_DATE_NONE)
    heed_ctl_usage (_ ("--from: it is not a date such as 2026-11-24."));
  else if (query->to == HEED_DATE_NONE)
    heed_ctl_usage (_ ("--to: it is not a date such as 2026-11-24."));
  else if (query->to < query->from)
    heed_ctl_usage (_ ("--to: it is before --from."));
  else
    return TRUE;
  return FALSE;
}

static void
print_json (HeedCtl                 *self,
            const HeedMeasuredQuery *query,
            HeedMeasureSet          *set,
            HeedSuppression          suppression)
{
  g_autoptr (JsonObject) object = json_object_new ();
  JsonArray         *array = json_array_new ();
  guint              n_measures;
  const HeedMeasure *measures = heed_measures_get (&n_measures);

  heed_ctl_set_date (object, "from", query->from);
  heed_ctl_set_date (object, "to", query->to);
  heed_ctl_set_date (object, "today", self->today);
  heed_ctl_set_text (object, "site", query->site);
  heed_ctl_set_text (object, "service", query->place);
  json_object_set_string_member (object, "suppress", heed_suppression_get_name (suppression));
  json_object_set_string_member (object, "rule", heed_words_suppression (suppression));
  for (guint i = 0; i < n_measures; i++)
    {
      g_autoptr (HeedShown) shown = heed_shown_new (set, &measures[i], suppression);

      json_array_add_object_element (array, measure_json (shown));
    }
  json_object_set_array_member (object, "measures", array);
  heed_ctl_print_object (object);
}

static void
print_text (const HeedMeasuredQuery *query,
            HeedMeasureSet          *set,
            HeedSuppression          suppression)
{
  g_autoptr (HeedCtlTable) table = heed_ctl_table_new (4);
  g_autofree char   *span = heed_words_span (query->from, query->to);
  guint              n_measures;
  const HeedMeasure *measures = heed_measures_get (&n_measures);

  for (guint i = 0; i < n_measures; i++)
    {
      g_autoptr (HeedShown) shown = heed_shown_new (set, &measures[i], suppression);

      add_row (table, shown);
    }
  g_print ("%s\n\n", span);
  heed_ctl_table_print (table);
  g_print ("\n%s\n", heed_words_suppression (suppression));
}

int
heed_ctl_measures (HeedCtl *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HeedMeasured) measured = NULL;
  HeedSuppression   suppression = HEED_SUPPRESS_NONE;
  HeedMeasuredQuery query = { .unit = HEED_PERIOD_MONTH };

  if (self->suppress != NULL && !heed_suppression_parse (self->suppress, &suppression))
    return heed_ctl_usage (_ ("--suppress: it must be none, board, public or cms."));
  if (self->per != NULL
      && heed_codes_find (heed_rules_get_codes (self->rules, "activity"), self->per) == NULL)
    return heed_ctl_usage (_ ("--per: there is no activity “%s”."), self->per);
  if (!heed_ctl_open (self, HEED_STORE_DEFAULT))
    return HEED_CTL_REFUSED;
  if (!take_days (self, &query))
    return HEED_CTL_USAGE;
  query.issues_from = query.issues_to = query.to;
  query.today = self->today;
  query.site = self->site;
  query.place = self->service;
  query.activity = self->per;
  measured = heed_store_load_measured (self->store, &query, &error);
  if (measured == NULL)
    return heed_ctl_refuse (NULL, error);
  if (self->json)
    print_json (self, &query, measured->set, suppression);
  else
    print_text (&query, measured->set, suppression);
  return HEED_CTL_OK;
}

/* --- Activity ------------------------------------------------------------------------------ */

/* Makes one of the four cells; NULL with a reason. */
static HeedActivity *
parse_activity (HeedCtl     *self,
                char *const *cells,
                const char **reason)
{
  g_autofree char *day = g_strconcat (cells[1], strlen (cells[1]) == 7 ? "-01" : "", NULL);
  HeedDate         month = heed_date_parse (day);
  HeedActivity    *activity;
  gint64           amount;
  int              number;

  heed_date_get (month, NULL, NULL, &number);
  if (month == HEED_DATE_NONE || number != 1)
    *reason = _ ("the month must be written as 2026-11");
  else if (heed_codes_find (heed_rules_get_codes (self->rules, "activity"), cells[2]) == NULL)
    *reason = _ ("there is no such kind of activity; it must be contacts, bed-days, attendances, "
                 "list-size or calls");
  else if (!g_ascii_string_to_signed (cells[3], 10, 0, G_MAXINT32, &amount, NULL))
    *reason = _ ("the amount must be a whole number");
  else
    {
      activity = g_new0 (HeedActivity, 1);
      activity->site = g_strdup (cells[0]);
      activity->month = month;
      activity->kind = g_strdup (cells[2]);
      activity->amount = amount;
      activity->told_by = g_strdup (self->context.actor);
      activity->told_at = self->context.now;
      return activity;
    }
  return NULL;
}

static GPtrArray *
read_activities (HeedCtl *self,
                 GError **error)
{
  g_autoptr (GPtrArray) rows = heed_csv_read (self->args[0], 4, error);
  g_autoptr (GPtrArray) activities =
      g_ptr_array_new_with_free_func ((GDestroyNotify) heed_activity_free);

  for (guint i = 0; rows != NULL && i < rows->len; i++)
    {
      const HeedCsvRow *row = rows->pdata[i];
      const char       *reason = NULL;
      HeedActivity     *activity;

      if (i == 0 && g_ascii_strcasecmp (row->cells[1], "month") == 0)
        continue;
      activity = parse_activity (self, row->cells, &reason);
      if (activity == NULL)
        {
          heed_csv_set_error (error, self->args[0], row->number, reason);
          return NULL;
        }
      g_ptr_array_add (activities, activity);
    }
  return rows != NULL ? g_steal_pointer (&activities) : NULL;
}

static int
keep_activities (HeedCtl   *self,
                 GPtrArray *activities)
{
  g_autoptr (GError) error = NULL;

  if (!heed_store_set_activities (self->store, activities, &error))
    return heed_ctl_refuse (NULL, error);
  g_print (ngettext ("%u kept\n", "%u kept\n", activities->len), activities->len);
  return HEED_CTL_OK;
}

static int
list_activities (HeedCtl *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) list = heed_store_list_activities (self->store, &error);
  g_autoptr (JsonArray) array = json_array_new ();
  g_autoptr (HeedCtlTable) table = NULL;

  if (list == NULL)
    return heed_ctl_refuse (NULL, error);
  table = heed_ctl_table_new (4);
  for (guint i = 0; i < list->len; i++)
    {
      const HeedActivity *activity = list->pdata[i];
      JsonObject         *object = json_object_new ();
      g_autofree char    *month = heed_date_format (activity->month);
      g_autofree char    *amount = g_strdup_printf ("%" G_GINT64_FORMAT, activity->amount);

      month[7] = '\0';
      json_object_set_string_member (object, "site", activity->site);
      json_object_set_string_member (object, "month", month);
      json_object_set_string_member (object, "kind", activity->kind);
      json_object_set_int_member (object, "amount", activity->amount);
      json_object_set_string_member (object, "told_by", activity->told_by);
      json_array_add_object_element (array, object);
      heed_ctl_table_add (table, activity->site, month, activity->kind, amount, NULL);
    }
  if (self->json)
    heed_ctl_print_array (array);
  else
    heed_ctl_table_print (table);
  return HEED_CTL_OK;
}

int
heed_ctl_activity (HeedCtl *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) activities = NULL;
  const char *reason = NULL;

  if (self->n_args != 0 && self->n_args != 1 && self->n_args != 4)
    return heed_ctl_usage (_ ("It is: heedctl %s %s"), "activity",
                           "[FILE.csv | SITE MONTH KIND AMOUNT]");
  if (self->n_args == 1)
    {
      activities = read_activities (self, &error);
      if (activities == NULL)
        return heed_ctl_refuse (NULL, error);
    }
  if (self->n_args == 4)
    {
      HeedActivity *activity = parse_activity (self, self->args, &reason);

      if (activity == NULL)
        return heed_ctl_usage ("%s", reason);
      activities = g_ptr_array_new_with_free_func ((GDestroyNotify) heed_activity_free);
      g_ptr_array_add (activities, activity);
    }
  if (!heed_ctl_open (self, HEED_STORE_DEFAULT))
    return HEED_CTL_REFUSED;
  return activities ? keep_activities (self, activities) : list_activities (self);
}
