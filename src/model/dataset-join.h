/* Private to the model: two tables become one, and names that nobody uses go. */
#pragma once

#include "dataset-table.h"

G_BEGIN_DECLS

void nida_dictionary_add_label (NidaDictionary *dictionary, guint32 code, const char *label, gsize length);
/* Would joining @other change @self? */
gboolean nida_dictionary_adds  (NidaDictionary *self, NidaDictionary *other);
void nida_table_join           (NidaTable *self, NidaTable *other);
void nida_table_prune          (NidaTable *self);

G_END_DECLS
