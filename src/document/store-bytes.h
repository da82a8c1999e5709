/* Bytes of sources inside a document's file, named by their SHA-256. SOURCE items name what they need in their text; what
 * none of them names, now or in a revision that can be gone back to, is dropped by and by. */
#pragma once

#include "bytes.h"
#include "store.h"

G_BEGIN_DECLS

/* What is held: the name, how many bytes, and when they were kept (microseconds since 1970). */
typedef struct {
  char    sha256[65];
  guint64 size;
  gint64  at;
} NidaHeld;

/* Keep @bytes; revisions can be written meanwhile. Returns the SHA-256, or NULL with @error. */
char       *nida_store_keep_bytes  (NidaStore *self, NidaBytes *bytes, GCancellable *cancellable, GError **error);
gboolean    nida_store_holds_bytes (NidaStore *self, const char *sha256);
/* As a file to read from. @name: for people. Verified; NULL with %NIDA_STORE_ERROR_NOT_HELD when they are not what they were. */
NidaBytes  *nida_store_open_bytes  (NidaStore *self, const char *sha256, const char *name, GCancellable *cancellable,
                                    GError **error);
/* All of them in memory, unpacked side by side; NULL when they are not held, or not what they were. */
GBytes     *nida_store_load_bytes  (NidaStore *self, const char *sha256);
/* Of NidaHeld, by name. */
GPtrArray  *nida_store_list_bytes  (NidaStore *self, GError **error);
/* Drop what was kept before @before (microseconds since 1970) and nothing names, and what a crash left unfinished. */
gboolean    nida_store_drop_unnamed (NidaStore *self, gint64 before, GError **error);

G_END_DECLS
