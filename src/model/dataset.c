/* The table of facts as its readers see it. */
#include "dataset.h"

#include "dataset-aliases.h"
#include "dataset-private.h"
#include "flow.h"

#include <string.h>

struct _NidaDataset {
  GObject   parent_instance;

  NidaTable table;
};

static void nida_dataset_list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (NidaDataset, nida_dataset, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, nida_dataset_list_model_init))

static gint64
get_value (NidaDataset  *self,
           NidaColumnId  id,
           guint         row)
{
  g_return_val_if_fail (NIDA_IS_DATASET (self) && row < self->table.columns.n_rows, nida_column_missing (id));

  return nida_columns_get (&self->table.columns, id, row);
}

static gconstpointer
get_column (NidaDataset  *self,
            NidaColumnId  id)
{
  g_return_val_if_fail (NIDA_IS_DATASET (self), NULL);

  return self->table.columns.columns[id].data;
}

/* --- GListModel --- */

static GType
nida_dataset_get_item_type (GListModel *model)
{
  return NIDA_TYPE_FLOW;
}

static guint
nida_dataset_get_n_items (GListModel *model)
{
  return NIDA_DATASET (model)->table.columns.n_rows;
}

static gpointer
nida_dataset_get_item (GListModel *model,
                       guint       position)
{
  NidaDataset *self = NIDA_DATASET (model);

  return position < self->table.columns.n_rows ? nida_flow_new (self, position) : NULL;
}

static void
nida_dataset_list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = nida_dataset_get_item_type;
  iface->get_n_items = nida_dataset_get_n_items;
  iface->get_item = nida_dataset_get_item;
}

static void
nida_dataset_finalize (GObject *object)
{
  nida_table_clear (&NIDA_DATASET (object)->table);

  G_OBJECT_CLASS (nida_dataset_parent_class)->finalize (object);
}

static void
nida_dataset_class_init (NidaDatasetClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = nida_dataset_finalize;
}

static void
nida_dataset_init (NidaDataset *self)
{
}

NidaDataset *
nida_dataset_new (NidaTable *table)
{
  NidaDataset *self = g_object_new (NIDA_TYPE_DATASET, NULL);

  self->table = *table;
  memset (table, 0, sizeof *table);
  return self;
}

const NidaTable *
nida_dataset_get_table (NidaDataset *self)
{
  return &self->table;
}

guint
nida_dataset_get_n_rows (NidaDataset *self)
{
  g_return_val_if_fail (NIDA_IS_DATASET (self), 0);

  return self->table.columns.n_rows;
}

NidaRates *
nida_dataset_get_rates (NidaDataset *self)
{
  g_return_val_if_fail (NIDA_IS_DATASET (self), NULL);

  return self->table.rates;
}

NidaDataset *
nida_dataset_get_base (NidaDataset *self)
{
  g_return_val_if_fail (NIDA_IS_DATASET (self), NULL);

  return self->table.gone != NULL && self->table.gone->len == 0 ? NIDA_DATASET (self->table.base) : NULL;
}

gconstpointer
nida_dataset_keep (NidaDataset    *self,
                   const char     *key,
                   gpointer      (*make) (NidaDataset *self, gconstpointer data),
                   gconstpointer   data,
                   GDestroyNotify  destroy)
{
  static GRecMutex lock;
  gpointer kept;

  g_return_val_if_fail (NIDA_IS_DATASET (self), NULL);

  g_rec_mutex_lock (&lock);
  kept = g_object_get_data (G_OBJECT (self), key);
  if (kept == NULL)
    {
      kept = make (self, data);
      g_object_set_data_full (G_OBJECT (self), key, kept, destroy);
    }
  g_rec_mutex_unlock (&lock);
  return kept;
}

guint
nida_dataset_find_base_row (NidaDataset *self,
                            NidaDataset *base,
                            guint        row)
{
  g_return_val_if_fail (NIDA_IS_DATASET (self), G_MAXUINT);

  if (self == base)
    return row;
  if (self->table.gone == NULL || self->table.base != G_OBJECT (base))
    return G_MAXUINT;
  for (guint i = 0; i < self->table.gone->len && g_array_index (self->table.gone, guint, i) <= row; i++)
    row++;
  return row < nida_dataset_get_n_rows (base) ? row : G_MAXUINT;
}

/**
 * nida_dataset_get_merged:
 * @n_merged: (out): how many there are
 *
 * Returns: (array length=n_merged) (transfer none): the records that were merged into @row
 */
const NidaMergedRow *
nida_dataset_get_merged (NidaDataset *self,
                         guint        row,
                         guint       *n_merged)
{
  const NidaMergedRow *all;
  guint start = 0, end;

  g_return_val_if_fail (NIDA_IS_DATASET (self) && n_merged != NULL, NULL);

  all = (const NidaMergedRow *) self->table.merged->data;
  end = self->table.merged->len;
  while (start < end)
    {
      guint middle = start + (end - start) / 2;

      if (all[middle].row < row)
        start = middle + 1;
      else
        end = middle;
    }
  while (end < self->table.merged->len && all[end].row == row)
    end++;
  *n_merged = end - start;
  return all + start;
}

/**
 * nida_dataset_get_joined:
 * @n_joined: (out): how many there are
 *
 * Returns: (array length=n_joined) (transfer none): the names that count as others
 */
const NidaJoinedName *
nida_dataset_get_joined (NidaDataset *self,
                         guint       *n_joined)
{
  g_return_val_if_fail (NIDA_IS_DATASET (self) && n_joined != NULL, NULL);

  *n_joined = self->table.joined->len;
  return (const NidaJoinedName *) self->table.joined->data;
}

const char *
nida_dataset_get_written (NidaDataset *self,
                          guint        row,
                          NidaField    field)
{
  g_return_val_if_fail (NIDA_IS_DATASET (self) && row < self->table.columns.n_rows, NULL);

  return nida_table_get_written (&self->table, row, field);
}

NidaReport *
nida_dataset_get_report (NidaDataset *self)
{
  g_return_val_if_fail (NIDA_IS_DATASET (self), NULL);

  return self->table.report;
}

NidaDictionary *
nida_dataset_get_dictionary (NidaDataset *self,
                             NidaField    field)
{
  g_return_val_if_fail (NIDA_IS_DATASET (self) && nida_field_is_code (field), NULL);

  return self->table.dictionaries[field];
}

/**
 * nida_dataset_get_codes:
 *
 * Returns: the column of a code field; valid as long as the dataset
 */
NidaCodes
nida_dataset_get_codes (NidaDataset *self,
                        NidaField    field)
{
  const NidaColumn *column;

  g_return_val_if_fail (NIDA_IS_DATASET (self) && nida_field_is_code (field), ((NidaCodes) { NULL, 1 }));

  column = &self->table.columns.columns[field];
  return (NidaCodes) { column->data, column->data == NULL ? 1 : column->width };
}

/**
 * nida_dataset_get_dates:
 *
 * Returns: the column of dates; valid as long as the dataset
 */
NidaDates
nida_dataset_get_dates (NidaDataset *self)
{
  const NidaColumns *columns;
  const NidaColumn *column;

  g_return_val_if_fail (NIDA_IS_DATASET (self), ((NidaDates) { { NULL, 1 }, NULL, 0 }));

  columns = &self->table.columns;
  column = &columns->columns[NIDA_COLUMN_DATE];
  return (NidaDates) { { column->data, column->data == NULL ? 1 : column->width }, columns->dates, columns->n_dates };
}

const gint32 *
nida_dataset_get_date_ends (NidaDataset *self)
{
  return get_column (self, NIDA_COLUMN_DATE_END);
}

const gint32 *
nida_dataset_get_value_dates (NidaDataset *self)
{
  return get_column (self, NIDA_COLUMN_VALUE_DATE);
}

const NidaMoney *
nida_dataset_get_amounts (NidaDataset *self)
{
  return get_column (self, NIDA_COLUMN_AMOUNT);
}

const NidaMoney *
nida_dataset_get_amounts_usd (NidaDataset *self)
{
  return get_column (self, NIDA_COLUMN_AMOUNT_USD);
}

const guint16 *
nida_dataset_get_boundaries (NidaDataset *self)
{
  return get_column (self, NIDA_COLUMN_BOUNDARIES);
}

NidaKind
nida_dataset_get_kind (NidaDataset *self,
                       guint        row)
{
  return (NidaKind) get_value (self, (NidaColumnId) NIDA_FIELD_KIND, row);
}

NidaPeriod
nida_dataset_get_period (NidaDataset *self,
                         guint        row)
{
  g_return_val_if_fail (NIDA_IS_DATASET (self) && row < self->table.columns.n_rows,
                        ((NidaPeriod) { NIDA_DATE_NONE, NIDA_DATE_NONE }));

  return nida_table_get_period (&self->table, row);
}

NidaMoney
nida_dataset_get_amount (NidaDataset *self,
                         guint        row)
{
  return get_value (self, NIDA_COLUMN_AMOUNT, row);
}

NidaMoney
nida_dataset_get_amount_usd (NidaDataset *self,
                             guint        row)
{
  return get_value (self, NIDA_COLUMN_AMOUNT_USD, row);
}

/**
 * nida_dataset_get_usage_years:
 * @first: (out) (optional): the first year that the money is for
 * @last: (out) (optional): the last one
 *
 * Returns: %FALSE when the row does not say
 */
gboolean
nida_dataset_get_usage_years (NidaDataset *self,
                              guint        row,
                              int         *first,
                              int         *last)
{
  guint32 years = get_value (self, NIDA_COLUMN_USAGE_YEARS, row);

  if (years == 0)
    return FALSE;
  if (first != NULL)
    *first = years >> 16;
  if (last != NULL)
    *last = years & 0xffff;
  return TRUE;
}

gint64
nida_dataset_get_updated_at (NidaDataset *self,
                             guint        row)
{
  return get_value (self, NIDA_COLUMN_UPDATED_AT, row);
}

/**
 * nida_dataset_get_description:
 *
 * Returns: (transfer none) (nullable): the description in that language and no other
 */
const char *
nida_dataset_get_description (NidaDataset *self,
                              guint        row,
                              gboolean     arabic)
{
  guint64 place = get_value (self, NIDA_COLUMN_DESCRIPTION, row);
  const char *text = nida_text_store_get (&self->table.texts, place, arabic);

  return *text != '\0' ? text : NULL;
}

/**
 * nida_dataset_get_source:
 *
 * Returns: the index of the row's source in the report
 */
guint
nida_dataset_get_source (NidaDataset *self,
                         guint        row)
{
  return get_value (self, NIDA_COLUMN_SOURCE_INDEX, row);
}

guint
nida_dataset_get_source_row (NidaDataset *self,
                             guint        row)
{
  return get_value (self, NIDA_COLUMN_LINE, row);
}

gboolean
nida_dataset_get_place (NidaDataset *self,
                        guint        row,
                        guint64     *offset,
                        guint       *length)
{
  gint64 place = get_value (self, NIDA_COLUMN_PLACE, row);

  *offset = (guint64) place >> 32;
  *length = (guint) (place & G_MAXUINT32);
  return place != 0;
}

gboolean
nida_dataset_may_stay (NidaDataset *self)
{
  g_return_val_if_fail (NIDA_IS_DATASET (self), FALSE);

  return nida_table_may_stay (&self->table);
}

gboolean
nida_dataset_get_states_move (NidaDataset *self,
                              guint        row)
{
  g_return_val_if_fail (NIDA_IS_DATASET (self), TRUE);

  return nida_table_states_move (&self->table, row);
}

/**
 * nida_dataset_dup_id:
 *
 * Returns: (transfer full): "fts:376156", the same in every fetch; "" for a row whose source gives no ids
 */
char *
nida_dataset_dup_id (NidaDataset *self,
                     guint        row)
{
  g_return_val_if_fail (NIDA_IS_DATASET (self) && row < self->table.columns.n_rows, NULL);

  return nida_table_dup_id (&self->table, row);
}

/**
 * nida_dataset_get_id_key:
 * @family: (out): a number for the family of the id, while the program runs
 * @id: (out): a number for the id in its family, in this dataset
 *
 * Compare the ids of many rows without writing them out: both numbers are equal where nida_dataset_dup_id() is.
 *
 * Returns: %FALSE for a row without an id
 */
gboolean
nida_dataset_get_id_key (NidaDataset *self,
                         guint        row,
                         guint64     *family,
                         guint64     *id)
{
  guint64 packed;

  g_return_val_if_fail (NIDA_IS_DATASET (self) && row < self->table.columns.n_rows, FALSE);

  packed = (guint64) nida_columns_get (&self->table.columns, NIDA_COLUMN_ID, row);
  *family = GPOINTER_TO_SIZE (g_intern_string (nida_table_get_family (&self->table, row)));
  *id = packed & (NIDA_ID_TEXT | NIDA_ID_PAYLOAD);
  return packed != 0;
}

/**
 * nida_dataset_dup_text:
 * @arabic: the Arabic label or description where there is one
 *
 * Returns: (transfer full): the text of @field as Nida's own CSV holds it: ISO dates, exact decimals, English words of
 *   the fixed vocabularies; "" when not stated
 */
char *
nida_dataset_dup_text (NidaDataset *self,
                       guint        row,
                       NidaField    field,
                       gboolean     arabic)
{
  g_return_val_if_fail (NIDA_IS_DATASET (self) && row < self->table.columns.n_rows, NULL);

  return nida_table_dup_text (&self->table, row, field, arabic);
}
