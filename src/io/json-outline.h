/* What the beginning of a JSON document says of its shape, for formats that know theirs by it. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Does @text, the beginning of a document, hold an array at @path ("data.flows")? */
gboolean  nida_json_outline_has_array  (const char *text, gsize length, const char *path);
/* The text without escapes at @path, or NULL. */
char     *nida_json_outline_dup_string (const char *text, gsize length, const char *path);

G_END_DECLS
