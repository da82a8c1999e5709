/* Private to the model: names that are known by a key and spelled in several ways. */
#pragma once

#include "dataset-table.h"

G_BEGIN_DECLS

GHashTable *nida_spellings_new           (void);
void        nida_spellings_add           (GHashTable *self, const char *key, const char *name, const char *arabic);
/* The entry of @dictionary that stands for @key until all is read. */
guint32     nida_spellings_intern        (GHashTable *self, NidaDictionary *dictionary, const char *key);
/* As "(sa(st)a(st))": the key, its names and its Arabic names with how often; in the order of the keys. */
GVariant   *nida_spellings_pack          (GHashTable *self);
void        nida_spellings_unpack        (GHashTable *self, GVariant *packed);
void        nida_spellings_join          (GHashTable *self, GHashTable *other);
/* Give every key in the dictionaries its name. */
void        nida_table_resolve_spellings (NidaTable *table);

G_END_DECLS
