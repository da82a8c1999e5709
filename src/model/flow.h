/* One row of a dataset as an object, made when a view asks for it. */
#pragma once

#include "dataset.h"

G_BEGIN_DECLS

#define NIDA_TYPE_FLOW (nida_flow_get_type ())
G_DECLARE_FINAL_TYPE (NidaFlow, nida_flow, NIDA, FLOW, GObject)

NidaFlow    *nida_flow_new         (NidaDataset *dataset, guint row);
NidaDataset *nida_flow_get_dataset (NidaFlow *self);
guint        nida_flow_get_row     (NidaFlow *self);

G_END_DECLS
