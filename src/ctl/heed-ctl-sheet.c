/* SPDX-License-Identifier: GPL-3.0-or-later */

/* sheet and places: what a person takes home from the desk. */

#include "config.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <stdio.h>

#include "heed-ctl.h"
#include "heed-pages.h"
#include "heed-sheet.h"

static HeedCaseFile *
load_case (HeedCtl *self)
{
  g_autoptr (GError) error = NULL;
  gint64        id = heed_store_find_reference (self->store, self->args[0], &error);
  HeedCaseFile *file = id > 0 ? heed_store_load_case (self->store, id, &error) : NULL;

  if (file == NULL)
    heed_ctl_refuse (self->args[0], error);
  return file;
}

/* In large print: somebody who is upset reads better so, and nobody has to ask for it. */
static int
write_pdf (HeedCtl            *self,
           const HeedCaseFile *file,
           const HeedSender   *sender)
{
  g_autoptr (HeedDocument) document = heed_sheet_new (file, self->rules, sender, self->today);
  HeedPageSetup setup;
  g_autoptr (HeedPages) pages = NULL;
  g_autoptr (GBytes) pdf = NULL;
  g_autoptr (GError) error = NULL;

  heed_page_setup_init (&setup, TRUE);
  pages = heed_pages_new (document, &setup);
  pdf = heed_pages_to_pdf (pages, &error);
  if (pdf == NULL || !heed_pdf_write (pdf, self->pdf, &error))
    return heed_ctl_refuse (self->pdf, error);
  return HEED_CTL_OK;
}

static void
print_json (GPtrArray *lines)
{
  static const char *const parts[] = { "heading", "paragraph", "item" };
  g_autoptr (JsonArray) array = json_array_new ();

  for (guint i = 0; i < lines->len; i++)
    {
      const HeedSheetLine *line = lines->pdata[i];
      JsonObject          *object = json_object_new ();

      json_object_set_string_member (object, "part", parts[line->part]);
      json_object_set_string_member (object, "text", line->text);
      json_array_add_object_element (array, object);
    }
  heed_ctl_print_array (array);
}

static void
print_text (GPtrArray *lines)
{
  g_autofree char *title = heed_words_sheet_title ();

  printf ("%s\n\n", title);
  for (guint i = 0; i < lines->len; i++)
    {
      const HeedSheetLine *line = lines->pdata[i];
      g_autofree char     *clean = heed_ctl_clean (line->text, TRUE);

      if (line->part == HEED_SHEET_ITEM)
        printf ("  - %s\n", clean);
      else
        printf ("%s%s\n", line->part == HEED_SHEET_HEADING ? "\n" : "", clean);
    }
}

/* heedctl sheet REFERENCE [--pdf FILE] */
int
heed_ctl_sheet (HeedCtl *self)
{
  g_autoptr (HeedCaseFile) file = NULL;
  g_autoptr (GPtrArray) lines = NULL;
  g_auto (HeedSender) sender = { 0 };

  if (!heed_ctl_open (self, HEED_STORE_DEFAULT))
    return HEED_CTL_REFUSED;
  file = load_case (self);
  if (file == NULL)
    return HEED_CTL_REFUSED;
  heed_sender_load (&sender, self->store);
  if (self->pdf != NULL)
    return write_pdf (self, file, &sender);
  lines = heed_words_sheet (file, self->rules, &sender, self->today);
  if (self->json)
    print_json (lines);
  else
    print_text (lines);
  return HEED_CTL_OK;
}

/* heedctl places --profile ID */
int
heed_ctl_places (HeedCtl *self)
{
  const HeedResources *places = heed_rules_get_resources (self->rules, self->profile);
  const HeedResource  *place;
  g_autoptr (JsonArray) array = json_array_new ();
  g_autoptr (HeedCtlTable) table = NULL;

  if (self->profile == NULL)
    return heed_ctl_usage (_ ("It is: heedctl %s %s"), "places", "--profile ID");
  if (places == NULL)
    return heed_ctl_usage (_ ("There is no profile “%s”."), self->profile);
  table = heed_ctl_table_new (3);
  for (guint i = 0; (place = heed_resources_get (places, i)) != NULL; i++)
    {
      JsonObject *object = json_object_new ();

      heed_ctl_set_text (object, "id", place->id);
      heed_ctl_set_text (object, "name", place->name);
      heed_ctl_set_text (object, "what", place->what);
      heed_ctl_set_text (object, "reach", place->reach);
      heed_ctl_set_text (object, "hours", place->hours);
      heed_ctl_set_text (object, "source", place->source);
      json_array_add_object_element (array, object);
      heed_ctl_table_add (table, place->id, place->name,
                          place->reach != NULL ? place->reach
                                               : _ ("your organisation adds its own number"),
                          NULL);
    }
  if (self->json)
    heed_ctl_print_array (array);
  else
    heed_ctl_table_print (table);
  return HEED_CTL_OK;
}
