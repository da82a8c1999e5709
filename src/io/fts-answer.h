/* What the answers of the FTS API share. */
#pragma once

#include "format.h"

#include <json-c/json.h>

G_BEGIN_DECLS

/* Does the answer begin as one with an array at @path? */
gboolean nida_fts_answer_has_array    (const NidaInput *input, const char *path);
/* FALSE with the reason that FTS gives when @envelope says that this is no answer to the question. */
gboolean nida_fts_answer_check_status (NidaInput *input, json_object *envelope, GError **error);

G_END_DECLS
