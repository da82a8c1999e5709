/* Columns derived from a dataset: each row a small code, each code what it stands for. Private to query/. */
#pragma once

#include "dataset.h"
#include "interner.h"

G_BEGIN_DECLS

/* Code 0 is "not stated", the others are numbers of @keys. */
typedef struct {
  NidaCodes    codes;
  gboolean     borrowed;     /* they are the dataset's */
  gboolean     goes_on;      /* with the codes of what was encoded of the first rows before */
  guint32      n_codes;
  NidaInterner keys;
  NidaPeriod  *periods;      /* of dates and usage years */
  char       **names;        /* of ids */
} NidaEncoded;

typedef NidaKey (*NidaKeyFunc) (guint row, gconstpointer data);

/* Rows with the key that @get_key makes; (0, 0) is "not stated". @before (nullable) is the same of the @n_before first rows, whose
 * codes stay what they are. */
NidaEncoded *nida_encode_rows   (guint n_rows, const NidaEncoded *before, guint n_before, NidaKeyFunc get_key, gconstpointer data);
NidaEncoded *nida_encode_dates  (NidaDataset *dataset, const NidaEncoded *before, guint n_before);
NidaEncoded *nida_encode_usage  (NidaDataset *dataset, const NidaEncoded *before, guint n_before);
/* The code is a set of ready-made donor groups. @before: where nothing else is said of the names of donors and countries. */
NidaEncoded *nida_encode_groups (NidaDataset *dataset, const NidaEncoded *before, guint n_before);
NidaEncoded *nida_encode_ids    (NidaDataset *dataset);
void         nida_encoded_free  (NidaEncoded *self);

G_END_DECLS
