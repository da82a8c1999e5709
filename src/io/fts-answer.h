/* What the answers of the FTS API share. */
#pragma once

#include "record-table.h"

#include <json-c/json.h>

G_BEGIN_DECLS

/* Does the answer begin as one with an array at @path? */
gboolean nida_fts_answer_has_array    (const NidaInput *input, const char *path);
/* FALSE with the reason that FTS gives when @envelope says that this is no answer to the question. */
gboolean nida_fts_answer_check_status (NidaInput *input, json_object *envelope, GError **error);
/* Keep the figure at @path, if there is one. @set: NULL, or what is the same in every page of the answer. */
void     nida_fts_answer_add_stated   (NidaRecordTable *table, json_object *envelope, const char *path, NidaStatedKind kind,
                                       const char *set);

G_END_DECLS
