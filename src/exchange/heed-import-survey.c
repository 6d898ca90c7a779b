/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One row of a survey: feedback on the case whose reference it names, else feedback that belongs to
 * no case and keeps nothing that could lead to one. */

#include "config.h"

#include "heed-import-row-private.h"

#include <string.h>

#include "heed-outcomes.h"
#include "heed-words.h"

static JsonObject *
build_body (const HeedImportLine *self,
            char                **reason)
{
  g_autoptr (JsonObject) body = NULL;
  g_autoptr (JsonObject) answers = NULL;

  body = heed_import_line_build_part (self, HEED_IMPORT_PART_FEEDBACK, reason);
  if (*reason == NULL)
    answers = heed_import_line_build_part (self, HEED_IMPORT_PART_ANSWERS, reason);
  if (*reason != NULL)
    return NULL;
  if (json_object_get_size (answers) > 0)
    json_object_set_object_member (body, "answers", g_steal_pointer (&answers));
  if (!json_object_has_member (body, "way"))
    json_object_set_string_member (body, "way", "online");
  json_object_set_string_member (body, "source", self->import->map->id);
  return g_steal_pointer (&body);
}

static HeedAct *
make_act (const HeedImportLine *self,
          JsonObject           *body,
          gint64                case_id)
{
  const HeedImport *import = self->import;
  g_autofree char  *id = heed_import_make_id (import->map->id, heed_import_line_get_key (self));
  g_autoptr (HeedAct) told = NULL;
  HeedAct fields = {
    .id = id,
    .kind = (char *) "feedback",
    .actor = (char *) import->context.actor,
    .zone = (char *) import->context.zone,
    .happened_at = import->context.now,
    .entered_at = import->context.now,
    .case_id = case_id,
    .body = body,
  };

  told = heed_act_new_stored (&fields);
  return heed_act_complete (told, import->rules);
}

/* Whether the case holds the act; its id says so. */
static gboolean
holds_act (HeedStore     *store,
           gint64         case_id,
           const HeedAct *act,
           gboolean      *found,
           GError       **error)
{
  HeedCaseFile *file = heed_store_load_case (store, case_id, error);

  *found = FALSE;
  if (file == NULL)
    return FALSE;
  for (guint i = 0; i < file->acts->len; i++)
    *found = *found || g_str_equal (((HeedAct *) file->acts->pdata[i])->id, act->id);
  heed_case_file_free (file);
  return TRUE;
}

static gboolean
keep_on_case (const HeedImportLine *self,
              JsonObject           *body,
              const char           *reference,
              gboolean             *already,
              char                **reason,
              GError              **error)
{
  HeedStore *store = self->import->store;
  g_autoptr (GError) why = NULL;
  g_autoptr (GPtrArray) acts = g_ptr_array_new_with_free_func ((GDestroyNotify) heed_act_unref);
  g_autoptr (GPtrArray) cases = NULL;
  HeedAct *act;
  gint64   case_id;

  case_id = heed_store_find_reference (store, reference, &why);
  if (g_error_matches (why, HEED_STORE_ERROR, HEED_STORE_ERROR_NOT_FOUND))
    {
      /* Translators: the name of a column, then a reference */
      *reason = g_strdup_printf (_ ("%s: there is no case “%s”"), self->import->map->reference,
                                 reference);
      return FALSE;
    }
  if (why == NULL)
    {
      act = make_act (self, body, case_id);
      g_ptr_array_add (acts, act);
      if (holds_act (store, case_id, act, already, &why) && !*already)
        cases = heed_store_perform (store, acts, &why);
    }
  if (why == NULL)
    return TRUE;
  if (why->domain == HEED_CASE_ERROR)
    *reason = heed_words_error (why);
  else
    g_propagate_error (error, g_steal_pointer (&why));
  return FALSE;
}

static char *
dup_text (const HeedAct *act,
          const char    *fact)
{
  return g_strdup (heed_act_get_text (act, fact));
}

/* Text answers as the case keeps them, see HeedFeedback. */
static char *
dup_answers (const HeedAct *act)
{
  JsonObject *answers = heed_act_get_object (act, "answers");
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GList) questions = answers != NULL ? json_object_get_members (answers) : NULL;

  questions = g_list_sort (g_steal_pointer (&questions), (GCompareFunc) strcmp);
  for (GList *l = questions; l != NULL; l = l->next)
    g_string_append_printf (text, "%s%s=%" G_GINT64_FORMAT, text->len > 0 ? " " : "",
                            (const char *) l->data,
                            json_object_get_int_member (answers, l->data));
  return text->len > 0 ? g_string_free_and_steal (g_steal_pointer (&text)) : NULL;
}

static HeedFeedbackRow *
make_row (const HeedImportLine *self,
          const HeedAct        *act,
          JsonObject           *place)
{
  HeedFeedbackRow *row = heed_feedback_row_new ();
  int              year, month, day;

  heed_date_get (heed_act_get_date (act, "on"), &year, &month, &day);
  row->id = g_strdup (act->id);
  row->month = year * 12 + month - 1;
  row->site = g_strdup (json_object_get_string_member_with_default (place, "site",
                                                                    self->import->site));
  row->service = g_strdup (json_object_get_string_member_with_default (place, "service", NULL));
  row->survey = dup_text (act, "survey");
  row->survey_version = dup_text (act, "survey_version");
  row->answers = dup_answers (act);
  row->heard = dup_text (act, "heard");
  row->overall = (int) MAX (heed_act_get_number (act, "overall"), 0);
  row->fft = dup_text (act, "fft");
  row->speak_up_again = dup_text (act, "speak_up_again");
  row->care_affected = dup_text (act, "care_affected");
  row->comment = dup_text (act, "comment");
  return row;
}

static gboolean
keep_apart (const HeedImportLine *self,
            const HeedAct        *act,
            gboolean             *already,
            char                **reason,
            GError              **error)
{
  g_autoptr (GPtrArray) rows =
    g_ptr_array_new_with_free_func ((GDestroyNotify) heed_feedback_row_free);
  g_autoptr (JsonObject) place = NULL;
  int added;

  place = heed_import_line_build_part (self, HEED_IMPORT_PART_PLACE, reason);
  if (*reason != NULL)
    return FALSE;
  if (heed_act_get_date (act, "on") == HEED_DATE_NONE)
    {
      *reason = g_strdup (_ ("it has neither the reference of a case nor a date"));
      return FALSE;
    }
  if (self->import->store == NULL)
    return TRUE;
  g_ptr_array_add (rows, make_row (self, act, place));
  added = heed_store_add_feedback (self->import->store, rows, error);
  *already = added == 0;
  return added >= 0;
}

/* Keeps the feedback of a row. FALSE with a reason refuses the row, with an error ends the import. */
gboolean
heed_import_line_keep_feedback (const HeedImportLine *self,
                                gboolean             *already,
                                char                **reason,
                                GError              **error)
{
  const HeedImportMap *map = self->import->map;
  const char *reference = map->reference ? heed_import_line_get_cell (self, map->reference) : NULL;
  g_autoptr (JsonObject) body = NULL;
  g_autoptr (HeedAct) act = NULL;
  g_autoptr (GError) why = NULL;

  if (heed_import_line_get_key (self) == NULL)
    {
      /* Translators: the name of a column */
      *reason = g_strdup_printf (_ ("%s: it must not be empty, because rows are told apart by it"),
                                 map->key);
      return FALSE;
    }
  body = build_body (self, reason);
  if (body == NULL)
    return FALSE;
  act = make_act (self, body, 0);
  if (!heed_act_check (act, self->import->rules, &why))
    {
      *reason = heed_words_error (why);
      return FALSE;
    }
  if (reference == NULL || *reference == '\0')
    return keep_apart (self, act, already, reason, error);
  return self->import->store == NULL
         || keep_on_case (self, body, reference, already, reason, error);
}
