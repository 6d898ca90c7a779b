/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * HeedDate:
 *
 * A civil date: the number of days since 1970-01-01, in no time zone. Dates that rules and
 * people speak of (received, due, agreed) are civil dates; instants are UTC microseconds.
 */
typedef gint32 HeedDate;

#define HEED_DATE_NONE G_MININT32

HeedDate heed_date_new (int year,
                        int month,
                        int day);
void     heed_date_get (HeedDate date,
                        int     *year,
                        int     *month,
                        int     *day);
int      heed_date_get_year (HeedDate date);
int      heed_date_get_weekday (HeedDate date);
HeedDate heed_date_add_months (HeedDate date,
                               int      months);
HeedDate heed_date_parse (const char *text);
char    *heed_date_format (HeedDate date);

GTimeZone *heed_zone_new (const char *identifier);
HeedDate heed_date_of_instant (gint64     instant,
                               GTimeZone *zone);
gint64   heed_instant_of_date (HeedDate   date,
                               GTimeZone *zone);
gboolean heed_instant_parse (const char *text,
                             GTimeZone  *zone,
                             gint64     *instant);
char    *heed_instant_format (gint64 instant);

G_END_DECLS
