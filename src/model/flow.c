/* A row as an object: nothing but the dataset and a number, so that a view of a million rows makes only those it shows. */
#include "flow.h"

struct _NidaFlow {
  GObject      parent_instance;

  NidaDataset *dataset;
  guint        row;
};

G_DEFINE_FINAL_TYPE (NidaFlow, nida_flow, G_TYPE_OBJECT)

static void
nida_flow_finalize (GObject *object)
{
  NidaFlow *self = NIDA_FLOW (object);

  g_clear_object (&self->dataset);

  G_OBJECT_CLASS (nida_flow_parent_class)->finalize (object);
}

static void
nida_flow_class_init (NidaFlowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = nida_flow_finalize;
}

static void
nida_flow_init (NidaFlow *self)
{
}

/**
 * nida_flow_new:
 * @row: of @dataset
 *
 * Returns: (transfer full): the row as an object, which keeps @dataset alive
 */
NidaFlow *
nida_flow_new (NidaDataset *dataset,
               guint        row)
{
  NidaFlow *self;

  g_return_val_if_fail (NIDA_IS_DATASET (dataset), NULL);
  g_return_val_if_fail (row < nida_dataset_get_n_rows (dataset), NULL);

  self = g_object_new (NIDA_TYPE_FLOW, NULL);
  self->dataset = g_object_ref (dataset);
  self->row = row;
  return self;
}

NidaDataset *
nida_flow_get_dataset (NidaFlow *self)
{
  g_return_val_if_fail (NIDA_IS_FLOW (self), NULL);

  return self->dataset;
}

guint
nida_flow_get_row (NidaFlow *self)
{
  g_return_val_if_fail (NIDA_IS_FLOW (self), 0);

  return self->row;
}
