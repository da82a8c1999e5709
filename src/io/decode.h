/* Taking off the packing of a transfer or of a file, block by block, with limits: what is small when it is sent must not
 * fill the disk. */
#pragma once

#include "bytes.h"

G_BEGIN_DECLS

typedef struct _NidaDecoder NidaDecoder;

/* @encoding is that of HTTP ("gzip", "br") or NULL for none. %NULL with @error for one that is not known. */
NidaDecoder *nida_decoder_new    (const char *encoding, const char *name, GError **error);
void         nida_decoder_free   (NidaDecoder *self);
/* Append what @data holds to @to. */
gboolean     nida_decoder_push   (NidaDecoder *self, const char *data, gsize length, NidaBytes *to, GError **error);
/* There is no more. @proves says that the packing itself shows that nothing is missing. FALSE with
 * %NIDA_READ_ERROR_INCOMPLETE when something is. */
gboolean     nida_decoder_finish (NidaDecoder *self, NidaBytes *to, gboolean *proves, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NidaDecoder, nida_decoder_free)

G_END_DECLS
