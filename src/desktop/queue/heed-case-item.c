/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One place in a list of cases: the id at once, the row as soon as the store has read it.
 */
#include "config.h"

#include "heed-case-item.h"

struct _HeedCaseItem
{
  GObject parent_instance;

  HeedCaseRow *row;
  gint64       id;
};

G_DEFINE_FINAL_TYPE (HeedCaseItem, heed_case_item, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_ROW,
  PROP_LOADING,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static void
heed_case_item_finalize (GObject *object)
{
  HeedCaseItem *self = HEED_CASE_ITEM (object);

  g_clear_pointer (&self->row, heed_case_row_unref);
  G_OBJECT_CLASS (heed_case_item_parent_class)->finalize (object);
}

static void
heed_case_item_get_property (GObject    *object,
                             guint       prop_id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  HeedCaseItem *self = HEED_CASE_ITEM (object);

  switch (prop_id)
    {
    case PROP_ROW:
      g_value_set_boxed (value, self->row);
      break;

    case PROP_LOADING:
      g_value_set_boolean (value, self->row == NULL);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
heed_case_item_class_init (HeedCaseItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags   flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->finalize = heed_case_item_finalize;
  object_class->get_property = heed_case_item_get_property;

  properties[PROP_ROW] = g_param_spec_boxed ("row", NULL, NULL, HEED_TYPE_CASE_ROW, flags);
  properties[PROP_LOADING] = g_param_spec_boolean ("loading", NULL, NULL, TRUE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
heed_case_item_init (HeedCaseItem *self)
{
}

/** heed_case_item_new: @id: register id. Returns: (transfer full): an item that is loading */
HeedCaseItem *
heed_case_item_new (gint64 id)
{
  HeedCaseItem *self = g_object_new (HEED_TYPE_CASE_ITEM, NULL);

  self->id = id;
  return self;
}

/** heed_case_item_get_id: Returns: the register id of the case */
gint64
heed_case_item_get_id (HeedCaseItem *self)
{
  return self->id;
}

/** heed_case_item_get_row: Returns: (transfer none) (nullable): the row; NULL while loading */
HeedCaseRow *
heed_case_item_get_row (HeedCaseItem *self)
{
  return self->row;
}

/** heed_case_item_set_row: @row: what the store has read */
void
heed_case_item_set_row (HeedCaseItem *self,
                        HeedCaseRow  *row)
{
  if (self->row == row)
    return;
  g_clear_pointer (&self->row, heed_case_row_unref);
  self->row = heed_case_row_ref (row);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ROW]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LOADING]);
}
