/* From the values of a JSON object to the cells of a record, for the readers of tables. */
#pragma once

#include "json-stream.h"
#include "record-table.h"

G_BEGIN_DECLS

/* Stands between the names of a cell that lists several, so that a comma in a name splits nothing. */
#define NIDA_JSON_LIST_MARK '\x1f'

typedef struct _NidaJsonRow NidaJsonRow;

NidaJsonRow *nida_json_row_new       (guint n_cells);
void         nida_json_row_free      (NidaJsonRow *self);
/* Empty all cells. */
void         nida_json_row_clear     (NidaJsonRow *self);
/* The cell is @text; after that, one more name of the list in it. */
void         nida_json_row_set       (NidaJsonRow *self, guint cell, const char *text, gsize length);
void         nida_json_row_add       (NidaJsonRow *self, guint cell, const char *text, gsize length);
/* The cell is @value: nothing for null, a list for an array of texts and numbers; objects say nothing. A number that
 * json-c did not keep exactly makes the row one that is refused. */
void         nida_json_row_set_value (NidaJsonRow *self, guint cell, json_object *value);
/* The same for one more text, number or truth value of the list. */
void         nida_json_row_add_value (NidaJsonRow *self, guint cell, json_object *value);
gboolean     nida_json_row_is_empty  (NidaJsonRow *self, guint cell);
/* The record, which lives until the row is changed. */
NidaRecord  *nida_json_row_get       (NidaJsonRow *self, guint number);
/* Give the row, made of @element, to @table, or refuse it where a number in it cannot be read exactly. */
void         nida_json_row_read      (NidaJsonRow *self, NidaRecordTable *table, const NidaJsonElement *element);

/* The value at @path ("planType.name") in @object, or NULL. */
json_object *nida_json_get           (json_object *object, const char *path);
/* The text at @path, or NULL when there is no text. */
const char  *nida_json_get_text      (json_object *object, const char *path);
/* A copy of it in which zero bytes are U+FFFD. */
char        *nida_json_dup_name      (json_object *object, const char *path);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NidaJsonRow, nida_json_row_free)

G_END_DECLS
