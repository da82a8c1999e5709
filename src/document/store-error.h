/* What may go wrong with a document's file; each message says which file, what, and what to do. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define NIDA_STORE_ERROR (nida_store_error_quark ())
GQuark nida_store_error_quark (void);

typedef enum {
  NIDA_STORE_ERROR_NOT_FOUND,
  NIDA_STORE_ERROR_NOT_DOCUMENT,   /* another kind of file */
  NIDA_STORE_ERROR_NEWER,          /* written by a newer version: it can be looked at, if at all */
  NIDA_STORE_ERROR_DAMAGED,        /* shown as far as it can be read */
  NIDA_STORE_ERROR_READ_ONLY,      /* no permission, or a medium that takes nothing */
  NIDA_STORE_ERROR_FULL,
  NIDA_STORE_ERROR_GONE,           /* moved, removed or replaced while it was open */
  NIDA_STORE_ERROR_BUSY,           /* another program holds it */
  NIDA_STORE_ERROR_FAILED,
  NIDA_STORE_ERROR_NOT_HELD,       /* bytes that the document does not hold, or that are damaged */
} NidaStoreError;

/* Set @error for the file at @path from a result of SQLite and the errno behind it, or 0. Always FALSE. */
gboolean nida_store_error_set (GError **error, const char *path, int result, int system_error);
/* Set @error to @code with the message that goes with it. Always FALSE. */
gboolean nida_store_error_tell (GError **error, const char *path, NidaStoreError code);

G_END_DECLS
