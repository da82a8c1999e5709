/* The builder from inside: dataset-builder.c fills it row by row, dataset-handover.c joins builders and hands the table over. */
#pragma once

#include "dataset-aliases.h"
#include "dataset-builder.h"
#include "dataset-table.h"

G_BEGIN_DECLS

struct _NidaDatasetBuilder {
  GObject     parent_instance;

  NidaTable   table;
  GHashTable *vocabularies[NIDA_N_CODE_FIELDS];    /* sets of names, or NULL */
  NidaAliases *aliases;                            /* or NULL */

  /* the row that was begun */
  gboolean    in_row;
  gint64      values[NIDA_N_COLUMNS];
  guint64     set;                                 /* bit: values has the column */
  GString    *texts[2];                            /* description, English and Arabic */
  GString    *labels[NIDA_N_CODE_FIELDS];          /* Arabic names that came before the English one */
  guint64     labelled;                            /* bit: labels has the field */
};

/* Leave it as new. */
void nida_dataset_builder_reset (NidaDatasetBuilder *self);

G_END_DECLS
