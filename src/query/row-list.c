/* A permutation of rows as a list model. It is sorted in a thread (row-sort.c), and the list changes once. */
#include "row-list.h"

#include "flow.h"
#include "row-sort.h"

struct _NidaRowList {
  GObject      parent_instance;
  NidaDataset *dataset;
  GArray      *rows;          /* guint; never changed in place: a sort replaces it */
};

static void nida_row_list_list_model_init (GListModelInterface *iface);

G_DEFINE_TYPE_WITH_CODE (NidaRowList, nida_row_list, G_TYPE_OBJECT,
                         G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, nida_row_list_list_model_init))

static void
sort_free (gpointer data)
{
  NidaRowSort *sort = data;

  if (sort->destroy != NULL)
    sort->destroy (sort->compare_data);
  g_object_unref (sort->dataset);
  g_array_unref (sort->rows);
  g_free (sort);
}

static void
sort_in_thread_cb (GTask        *task,
                   gpointer      source_object,
                   gpointer      task_data,
                   GCancellable *cancellable)
{
  nida_row_sort_run (task_data, cancellable);
  g_task_return_boolean (task, TRUE);
}

/* --- the list --- */

static GType
nida_row_list_get_item_type (GListModel *model)
{
  return NIDA_TYPE_FLOW;
}

static guint
nida_row_list_get_n_items (GListModel *model)
{
  return NIDA_ROW_LIST (model)->rows->len;
}

static gpointer
nida_row_list_get_item (GListModel *model,
                        guint       position)
{
  NidaRowList *self = NIDA_ROW_LIST (model);

  if (position >= self->rows->len)
    return NULL;
  return nida_flow_new (self->dataset, g_array_index (self->rows, guint, position));
}

static void
nida_row_list_list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = nida_row_list_get_item_type;
  iface->get_n_items = nida_row_list_get_n_items;
  iface->get_item = nida_row_list_get_item;
}

static void
nida_row_list_finalize (GObject *object)
{
  NidaRowList *self = NIDA_ROW_LIST (object);

  g_clear_object (&self->dataset);
  g_clear_pointer (&self->rows, g_array_unref);

  G_OBJECT_CLASS (nida_row_list_parent_class)->finalize (object);
}

static void
nida_row_list_class_init (NidaRowListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = nida_row_list_finalize;
}

static void
nida_row_list_init (NidaRowList *self)
{
}

/**
 * nida_row_list_new:
 * @rows: (transfer full) (nullable) (element-type guint): rows of @dataset in the order to show; %NULL is every row
 *
 * Returns: (transfer full): a list that makes a #NidaFlow for a row when a view asks for it
 */
NidaRowList *
nida_row_list_new (NidaDataset *dataset,
                   GArray      *rows)
{
  NidaRowList *self;

  g_return_val_if_fail (NIDA_IS_DATASET (dataset), NULL);

  self = g_object_new (NIDA_TYPE_ROW_LIST, NULL);
  self->dataset = g_object_ref (dataset);
  self->rows = rows;
  if (rows == NULL)
    {
      guint n = nida_dataset_get_n_rows (dataset);

      self->rows = g_array_sized_new (FALSE, FALSE, sizeof (guint), n);
      for (guint row = 0; row < n; row++)
        g_array_append_val (self->rows, row);
    }
  return self;
}

NidaDataset *
nida_row_list_get_dataset (NidaRowList *self)
{
  g_return_val_if_fail (NIDA_IS_ROW_LIST (self), NULL);

  return self->dataset;
}

/**
 * nida_row_list_get_row:
 *
 * Returns: the row of the dataset that stands at @position
 */
guint
nida_row_list_get_row (NidaRowList *self,
                       guint        position)
{
  g_return_val_if_fail (NIDA_IS_ROW_LIST (self), 0);
  g_return_val_if_fail (position < self->rows->len, 0);

  return g_array_index (self->rows, guint, position);
}

/**
 * nida_row_list_sort_async:
 * @arabic: order by Arabic labels where there are any
 * @compare: (nullable): orders two names; called in a thread; %NULL is by code points
 * @destroy: (nullable): frees @compare_data when the sort is over
 *
 * Put the rows in the order of @field, in a thread. Rows without a value come last in either direction, ties are in the
 * order of the dataset. The list changes when nida_row_list_sort_finish() is called, once.
 */
void
nida_row_list_sort_async (NidaRowList         *self,
                          NidaField            field,
                          gboolean             descending,
                          gboolean             arabic,
                          NidaNameCompare      compare,
                          gpointer             compare_data,
                          GDestroyNotify       destroy,
                          GCancellable        *cancellable,
                          GAsyncReadyCallback  callback,
                          gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;
  NidaRowSort *sort;

  g_return_if_fail (NIDA_IS_ROW_LIST (self));
  g_return_if_fail (field > NIDA_FIELD_NONE && field < NIDA_N_FIELDS);

  task = g_task_new (self, cancellable, callback, user_data);
  sort = g_new0 (NidaRowSort, 1);
  *sort = (NidaRowSort) { .dataset = g_object_ref (self->dataset), .rows = g_array_copy (self->rows), .field = field,
                       .descending = descending, .arabic = arabic, .compare = compare, .compare_data = compare_data,
                       .destroy = destroy };
  g_task_set_source_tag (task, nida_row_list_sort_async);
  g_task_set_check_cancellable (task, TRUE);
  g_task_set_task_data (task, sort, sort_free);
  g_task_run_in_thread (task, sort_in_thread_cb);
}

/**
 * nida_row_list_sort_finish:
 *
 * Returns: whether the rows are in the new order; %FALSE with @error when it was cancelled, and then nothing has changed
 */
gboolean
nida_row_list_sort_finish (NidaRowList   *self,
                           GAsyncResult  *result,
                           GError       **error)
{
  NidaRowSort *sort;

  g_return_val_if_fail (NIDA_IS_ROW_LIST (self), FALSE);
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  if (!g_task_propagate_boolean (G_TASK (result), error))
    return FALSE;
  sort = g_task_get_task_data (G_TASK (result));
  g_array_unref (self->rows);
  self->rows = g_array_ref (sort->rows);
  g_list_model_items_changed (G_LIST_MODEL (self), 0, self->rows->len, self->rows->len);
  return TRUE;
}
