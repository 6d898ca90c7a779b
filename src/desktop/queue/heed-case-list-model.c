/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The answer to a query as a list model. The ids are loaded once, in view order; the rows follow,
 * a page at a time, for those positions only that somebody looks at. An item is a placeholder
 * until its row is there. The model owns no rule about what belongs into a list: the store does.
 */
#include "config.h"

#include "heed-case-list-model.h"

#define PAGE             64
#define MAX_ROWS_KEPT    2048
#define MAX_SPLICE       4096 /* replacing more than that asks the views for every item */
#define REFRESH_DELAY_MS 120

struct _HeedCaseListModel
{
  GObject parent_instance;

  /* owned */
  HeedStore    *store;
  HeedQuery    *query;
  HeedIdList   *ids;
  GPtrArray    *items;     /* weak: HeedCaseItem or NULL for each position */
  GHashTable   *positions; /* weak: HeedCaseItem → position */
  GHashTable   *rows;      /* id (gint64 *) → HeedCaseRow */
  GHashTable   *wanted;    /* pages to load in the next idle */
  GCancellable *cancellable;

  guint    load_source;
  guint    refresh_source;
  gboolean refreshing;
  gboolean refresh_again;
  gboolean replace; /* another question: start from the top */
};

enum
{
  FAILED,
  REFRESHED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void list_model_init (GListModelInterface *iface);
static void section_model_init (GtkSectionModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (HeedCaseListModel, heed_case_list_model, G_TYPE_OBJECT, G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init) G_IMPLEMENT_INTERFACE (GTK_TYPE_SECTION_MODEL, section_model_init))

static guint
count (HeedCaseListModel *self)
{
  return self->ids != NULL ? self->ids->n_ids : 0;
}

/* --- Items ---------------------------------------------------------------------------------- */

static void
item_gone_cb (gpointer data,
              GObject *where_it_was)
{
  HeedCaseListModel *self = data;
  gpointer           position = NULL;

  if (g_hash_table_steal_extended (self->positions, where_it_was, NULL, &position))
    g_ptr_array_index (self->items, GPOINTER_TO_UINT (position)) = NULL;
}

static void
forget_item (HeedCaseListModel *self,
             guint              position)
{
  gpointer item = g_ptr_array_index (self->items, position);

  if (item == NULL)
    return;
  g_object_weak_unref (item, item_gone_cb, self);
  g_hash_table_remove (self->positions, item);
  g_ptr_array_index (self->items, position) = NULL;
}

static void
keep_row (HeedCaseListModel *self,
          HeedCaseRow       *row)
{
  if (g_hash_table_size (self->rows) >= MAX_ROWS_KEPT)
    g_hash_table_remove_all (self->rows);
  g_hash_table_replace (self->rows, g_memdup2 (&row->id, sizeof row->id), heed_case_row_ref (row));
}

static void
fill_items (HeedCaseListModel *self)
{
  GHashTableIter iter;
  gpointer       item;
  g_autoptr (GPtrArray) filled = g_ptr_array_new_with_free_func (g_object_unref);

  g_hash_table_iter_init (&iter, self->positions);
  while (g_hash_table_iter_next (&iter, &item, NULL))
    g_ptr_array_add (filled, g_object_ref (item));

  for (guint i = 0; i < filled->len; i++)
    {
      gint64       id = heed_case_item_get_id (filled->pdata[i]);
      HeedCaseRow *row = g_hash_table_lookup (self->rows, &id);

      if (row != NULL)
        heed_case_item_set_row (filled->pdata[i], row);
    }
}

static void
rows_loaded_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      data)
{
  g_autoptr (HeedCaseListModel) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rows = heed_store_load_rows_finish (HEED_STORE (source), result, &error);

  if (rows == NULL)
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        g_signal_emit (self, signals[FAILED], 0, error);
      return;
    }
  for (guint i = 0; i < rows->len; i++)
    {
      if (rows->pdata[i] != NULL)
        keep_row (self, rows->pdata[i]);
    }
  fill_items (self);
}

static gboolean
load_wanted_cb (gpointer data)
{
  HeedCaseListModel *self = data;
  GHashTableIter     iter;
  gpointer           page;

  self->load_source = 0;
  g_hash_table_iter_init (&iter, self->wanted);
  while (g_hash_table_iter_next (&iter, &page, NULL))
    {
      guint begin = GPOINTER_TO_UINT (page) * PAGE;

      if (begin < count (self))
        heed_store_load_rows_async (self->store, self->ids->ids + begin,
                                    MIN (PAGE, count (self) - begin), self->cancellable,
                                    rows_loaded_cb, g_object_ref (self));
    }
  g_hash_table_remove_all (self->wanted);
  return G_SOURCE_REMOVE;
}

static void
want_page (HeedCaseListModel *self,
           guint              position)
{
  g_hash_table_add (self->wanted, GUINT_TO_POINTER (position / PAGE));
  if (self->load_source == 0)
    self->load_source = g_idle_add_full (G_PRIORITY_DEFAULT, load_wanted_cb, self, NULL);
}

static gpointer
get_item (GListModel *model,
          guint       position)
{
  HeedCaseListModel *self = HEED_CASE_LIST_MODEL (model);
  HeedCaseItem      *item = NULL;
  HeedCaseRow       *row = NULL;

  if (position >= count (self))
    return NULL;

  item = g_ptr_array_index (self->items, position);
  if (item != NULL)
    return g_object_ref (item);

  item = heed_case_item_new (self->ids->ids[position]);
  g_ptr_array_index (self->items, position) = item;
  g_hash_table_insert (self->positions, item, GUINT_TO_POINTER (position));
  g_object_weak_ref (G_OBJECT (item), item_gone_cb, self);

  row = g_hash_table_lookup (self->rows, &self->ids->ids[position]);
  if (row != NULL)
    heed_case_item_set_row (item, row);
  else
    want_page (self, position);
  return item;
}

static GType
get_item_type (GListModel *model)
{
  return HEED_TYPE_CASE_ITEM;
}

static guint
get_n_items (GListModel *model)
{
  return count (HEED_CASE_LIST_MODEL (model));
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item = get_item;
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
}

/* --- Sections ------------------------------------------------------------------------------- */

static void
get_section (GtkSectionModel *model,
             guint            position,
             guint           *out_start,
             guint           *out_end)
{
  HeedCaseListModel *self = HEED_CASE_LIST_MODEL (model);
  guint              n = count (self);
  guint              start = 0;

  if (position >= n)
    {
      *out_start = n;
      *out_end = G_MAXUINT;
      return;
    }
  *out_start = 0;
  *out_end = n;
  if (!heed_case_list_model_has_sections (self))
    return;
  for (int i = 0; i < HEED_N_BUCKETS; i++)
    {
      guint end = MIN (self->ids->bucket_ends[i], n);

      if (position < end)
        {
          *out_start = start;
          *out_end = end;
          return;
        }
      start = MAX (start, end);
    }
  *out_start = start;
}

static void
section_model_init (GtkSectionModelInterface *iface)
{
  iface->get_section = get_section;
}

/* --- Asking --------------------------------------------------------------------------------- */

/* Move what is alive to its new place; what was replaced is let go. */
static void
splice_items (HeedCaseListModel *self,
              guint              begin,
              guint              removed,
              guint              added)
{
  guint old_length = self->items->len;
  guint new_length = old_length - removed + added;
  guint tail = old_length - begin - removed;

  for (guint i = begin; i < begin + removed; i++)
    forget_item (self, i);

  if (new_length > old_length)
    g_ptr_array_set_size (self->items, (int) new_length);
  if (tail > 0 && added != removed)
    memmove (self->items->pdata + begin + added, self->items->pdata + begin + removed,
             tail * sizeof (gpointer));
  if (new_length < old_length)
    g_ptr_array_set_size (self->items, (int) new_length);
  for (guint i = begin; i < begin + added; i++)
    g_ptr_array_index (self->items, i) = NULL;
  for (guint i = begin + added; added != removed && i < new_length; i++)
    {
      if (g_ptr_array_index (self->items, i) != NULL)
        g_hash_table_insert (self->positions, g_ptr_array_index (self->items, i),
                             GUINT_TO_POINTER (i));
    }
}

static void
take_all (HeedCaseListModel *self,
          HeedIdList        *ids)
{
  guint before = count (self);

  if (before > 0)
    {
      splice_items (self, 0, before, 0);
      g_clear_pointer (&self->ids, heed_id_list_free);
      g_list_model_items_changed (G_LIST_MODEL (self), 0, before, 0);
    }
  g_clear_pointer (&self->ids, heed_id_list_free);
  self->ids = ids;
  splice_items (self, 0, 0, ids->n_ids);
  if (ids->n_ids > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), 0, 0, ids->n_ids);
}

static void
take_changes (HeedCaseListModel *self,
              HeedIdList        *ids)
{
  g_autoptr (HeedIdList) old = self->ids;
  guint    begin = 0;
  guint    end = 0;
  guint    shorter = MIN (old->n_ids, ids->n_ids);
  gboolean moved = memcmp (old->bucket_ends, ids->bucket_ends, sizeof old->bucket_ends) != 0;

  while (begin < shorter && old->ids[begin] == ids->ids[begin])
    begin++;
  while (end < shorter - begin
         && old->ids[old->n_ids - 1 - end] == ids->ids[ids->n_ids - 1 - end])
    end++;

  if (MAX (old->n_ids, ids->n_ids) - begin - end > MAX_SPLICE)
    {
      old = NULL;
      take_all (self, ids);
      return;
    }
  self->ids = ids;
  splice_items (self, begin, old->n_ids - begin - end, ids->n_ids - begin - end);
  if (begin + end < old->n_ids || begin + end < ids->n_ids)
    g_list_model_items_changed (G_LIST_MODEL (self), begin, old->n_ids - begin - end,
                                ids->n_ids - begin - end);
  if (moved && ids->n_ids > 0)
    gtk_section_model_sections_changed (GTK_SECTION_MODEL (self), 0, ids->n_ids);
}

/* Items on screen whose row was dropped because the case changed. */
static void
reload_items (HeedCaseListModel *self)
{
  GHashTableIter iter;
  gpointer       item;
  gpointer       position;

  g_hash_table_iter_init (&iter, self->positions);
  while (g_hash_table_iter_next (&iter, &item, &position))
    {
      gint64 id = heed_case_item_get_id (item);

      if (!g_hash_table_contains (self->rows, &id))
        want_page (self, GPOINTER_TO_UINT (position));
    }
}

static void ask (HeedCaseListModel *self);

static void
listed_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr (HeedCaseListModel) self = data;
  g_autoptr (GError) error = NULL;
  HeedIdList *ids = heed_store_list_finish (HEED_STORE (source), result, &error);

  self->refreshing = FALSE;
  if (self->store == NULL)
    {
      g_clear_pointer (&ids, heed_id_list_free);
      return;
    }
  if (self->refresh_again)
    {
      g_clear_pointer (&ids, heed_id_list_free);
      ask (self);
      return;
    }
  if (ids == NULL)
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        g_signal_emit (self, signals[FAILED], 0, error);
      return;
    }
  if (self->replace || self->ids == NULL)
    take_all (self, ids);
  else
    take_changes (self, ids);
  self->replace = FALSE;
  reload_items (self);
  g_signal_emit (self, signals[REFRESHED], 0);
}

static void
ask (HeedCaseListModel *self)
{
  if (self->query == NULL)
    return;
  if (self->refreshing)
    {
      self->refresh_again = TRUE;
      g_cancellable_cancel (self->cancellable);
      return;
    }
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  self->refreshing = TRUE;
  self->refresh_again = FALSE;
  heed_store_list_async (self->store, self->query, self->cancellable, listed_cb,
                         g_object_ref (self));
}

static gboolean
refresh_cb (gpointer data)
{
  HeedCaseListModel *self = data;

  self->refresh_source = 0;
  ask (self);
  return G_SOURCE_REMOVE;
}

static void
store_changed_cb (HeedCaseListModel *self,
                  gint64             case_id)
{
  g_hash_table_remove (self->rows, &case_id);
  if (self->refresh_source == 0)
    self->refresh_source = g_timeout_add (REFRESH_DELAY_MS, refresh_cb, self);
}

/* --- The object ----------------------------------------------------------------------------- */

static void
heed_case_list_model_dispose (GObject *object)
{
  HeedCaseListModel *self = HEED_CASE_LIST_MODEL (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_handle_id (&self->load_source, g_source_remove);
  g_clear_handle_id (&self->refresh_source, g_source_remove);
  for (guint i = 0; self->items != NULL && i < self->items->len; i++)
    forget_item (self, i);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->store);
  g_clear_pointer (&self->query, heed_query_free);
  G_OBJECT_CLASS (heed_case_list_model_parent_class)->dispose (object);
}

static void
heed_case_list_model_finalize (GObject *object)
{
  HeedCaseListModel *self = HEED_CASE_LIST_MODEL (object);

  g_clear_pointer (&self->ids, heed_id_list_free);
  g_clear_pointer (&self->items, g_ptr_array_unref);
  g_clear_pointer (&self->positions, g_hash_table_unref);
  g_clear_pointer (&self->rows, g_hash_table_unref);
  g_clear_pointer (&self->wanted, g_hash_table_unref);
  G_OBJECT_CLASS (heed_case_list_model_parent_class)->finalize (object);
}

static void
heed_case_list_model_class_init (HeedCaseListModelClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = heed_case_list_model_dispose;
  object_class->finalize = heed_case_list_model_finalize;

  /**
   * HeedCaseListModel::failed:
   * @error: why the store did not answer
   */
  signals[FAILED] = g_signal_new ("failed", HEED_TYPE_CASE_LIST_MODEL, G_SIGNAL_RUN_LAST,
                                  0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_ERROR);
  /**
   * HeedCaseListModel::refreshed:
   *
   * The list is what the store last answered, also when nothing moved.
   */
  signals[REFRESHED] = g_signal_new ("refreshed", HEED_TYPE_CASE_LIST_MODEL, G_SIGNAL_RUN_LAST,
                                     0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
heed_case_list_model_init (HeedCaseListModel *self)
{
  self->items = g_ptr_array_new ();
  self->positions = g_hash_table_new (NULL, NULL);
  self->rows = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free,
                                      (GDestroyNotify) heed_case_row_unref);
  self->wanted = g_hash_table_new (NULL, NULL);
}

/** heed_case_list_model_new: @store: who answers. Returns: (transfer full): an empty list */
HeedCaseListModel *
heed_case_list_model_new (HeedStore *store)
{
  HeedCaseListModel *self = g_object_new (HEED_TYPE_CASE_LIST_MODEL, NULL);

  self->store = g_object_ref (store);
  g_signal_connect_object (store, "changed", G_CALLBACK (store_changed_cb), self,
                           G_CONNECT_SWAPPED);
  return self;
}

/** heed_case_list_model_set_query: @query: the new question; copied. The list starts anew. */
void
heed_case_list_model_set_query (HeedCaseListModel *self,
                                const HeedQuery   *query)
{
  HeedQuery *copy = heed_query_copy (query);

  g_clear_pointer (&self->query, heed_query_free);
  self->query = copy;
  self->replace = TRUE;
  g_cancellable_cancel (self->cancellable); /* rows of the old question are of no use */
  ask (self);
}

/** heed_case_list_model_refresh: Ask the same question again; only what differs moves. */
void
heed_case_list_model_refresh (HeedCaseListModel *self)
{
  ask (self);
}

/** heed_case_list_model_is_ready: Returns: whether the first answer is there */
gboolean
heed_case_list_model_is_ready (HeedCaseListModel *self)
{
  return self->ids != NULL;
}

/** heed_case_list_model_is_capped: Returns: whether there are more cases than the list holds */
gboolean
heed_case_list_model_is_capped (HeedCaseListModel *self)
{
  return self->ids != NULL && self->ids->capped;
}

/** heed_case_list_model_has_sections: Returns: whether the list is divided by when things are due */
gboolean
heed_case_list_model_has_sections (HeedCaseListModel *self)
{
  return self->ids != NULL && self->query != NULL && self->query->sort == HEED_SORT_DUE
         && self->ids->bucket_ends[HEED_N_BUCKETS - 1] > 0;
}

/** heed_case_list_model_get_bucket: Returns: the #HeedBucket of a position */
int
heed_case_list_model_get_bucket (HeedCaseListModel *self,
                                 guint              position)
{
  for (int i = 0; self->ids != NULL && i < HEED_N_BUCKETS; i++)
    {
      if (position < self->ids->bucket_ends[i])
        return i;
    }
  return HEED_BUCKET_CLOSED;
}

/** heed_case_list_model_get_bucket_size: Returns: how many cases a bucket holds */
guint
heed_case_list_model_get_bucket_size (HeedCaseListModel *self,
                                      int                bucket)
{
  guint start = 0;

  if (self->ids == NULL)
    return 0;
  for (int i = 0; i < bucket; i++)
    start = MAX (start, self->ids->bucket_ends[i]);
  return self->ids->bucket_ends[bucket] > start ? self->ids->bucket_ends[bucket] - start : 0;
}

/** heed_case_list_model_find: @position: (out): where the case is. Returns: whether it is there */
gboolean
heed_case_list_model_find (HeedCaseListModel *self,
                           gint64             id,
                           guint             *position)
{
  for (guint i = 0; i < count (self); i++)
    {
      if (self->ids->ids[i] == id)
        {
          *position = i;
          return TRUE;
        }
    }
  return FALSE;
}

/** heed_case_list_model_get_id: Returns: the register id at a position, 0 past the end */
gint64
heed_case_list_model_get_id (HeedCaseListModel *self,
                             guint              position)
{
  return position < count (self) ? self->ids->ids[position] : 0;
}
