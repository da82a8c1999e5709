/* From stored bytes to plain UTF-8 text in a regular file: gzip taken off, encodings turned into UTF-8, and what is no
 * table at all named. */
#pragma once

#include "bytes.h"

G_BEGIN_DECLS

/* Take off gzip if the bytes begin with its magic number, whatever the name says. Returns @bytes itself, or new bytes and
 * frees @bytes; on error @bytes is freed. */
NidaBytes *nida_unpack_gzip     (NidaBytes *bytes, GCancellable *cancellable, GError **error);

typedef struct {
  guint64     start;        /* of the text, after a byte-order mark */
  const char *encoding;     /* "UTF-16LE", "windows-1256" …; interned; NULL when the bytes were UTF-8 */
} NidaText;

/* The same for encodings. */
NidaBytes *nida_unpack_encoding (NidaBytes *bytes, NidaText *text, GCancellable *cancellable, GError **error);
/* The same from an encoding that a person names. */
NidaBytes *nida_unpack_as       (NidaBytes *bytes, const char *encoding, NidaText *text, GCancellable *cancellable,
                                 GError **error);
/* FALSE with %NIDA_READ_ERROR_EMPTY or %NIDA_READ_ERROR_FORMAT when the bytes are no text; says what they look like. */
gboolean   nida_unpack_check    (NidaBytes *bytes, GError **error);

G_END_DECLS
