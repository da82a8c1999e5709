/* The bytes of one input in a regular file: the person's own, or a nameless temporary one for what came through a pipe,
 * the network, gzip or another encoding; or in a document. So every later step may read a place twice, or two places at once. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* No input may hold more once it is unpacked. */
#define NIDA_BYTES_MAX (G_GUINT64_CONSTANT (2) << 30)

typedef struct _NidaBytes NidaBytes;

NidaBytes *nida_bytes_open          (const char *path, const char *name, GCancellable *cancellable, GError **error);
NidaBytes *nida_bytes_open_stdin    (const char *name, GCancellable *cancellable, GError **error);
/* An empty temporary file that takes bytes. */
NidaBytes *nida_bytes_new           (const char *name, GError **error);
gboolean   nida_bytes_append        (NidaBytes *self, const void *data, gsize length, GError **error);
gboolean   nida_bytes_append_all    (NidaBytes *self, NidaBytes *other, GCancellable *cancellable, GError **error);
/* A copy of a part of @other. */
NidaBytes *nida_bytes_new_range     (NidaBytes *other, guint64 offset, guint64 length, GCancellable *cancellable,
                                     GError **error);
/* Bytes that stand elsewhere. @read gives exactly @length of them from @offset on, or -1 with @error; in any thread, also in
 * two at once. */
typedef gssize (*NidaBytesRead) (gpointer data, guint64 offset, void *buffer, gsize length, GError **error);
NidaBytes *nida_bytes_new_reader    (const char *name, guint64 size, NidaBytesRead read, gpointer data,
                                     GDestroyNotify destroy);
NidaBytes *nida_bytes_ref           (NidaBytes *self);
void       nida_bytes_unref         (NidaBytes *self);

guint64    nida_bytes_get_size      (NidaBytes *self);
const char *nida_bytes_get_name     (NidaBytes *self);
/* Exactly @length bytes unless the end is met before; -1 with @error (%NIDA_READ_ERROR_CHANGED when the file shrank). */
gssize     nida_bytes_read          (NidaBytes *self, guint64 offset, void *buffer, gsize length, GError **error);
/* FALSE with %NIDA_READ_ERROR_CHANGED when the file is not what it was when it was opened. */
gboolean   nida_bytes_check         (NidaBytes *self, GError **error);
/* When a file was changed last, in microseconds since 1970; 0 for a temporary one. */
gint64     nida_bytes_get_modified  (NidaBytes *self);
/* By what a file differs from itself at another time, without reading it; NULL for a temporary one. */
char      *nida_bytes_dup_tag       (NidaBytes *self);
char      *nida_bytes_dup_checksum  (NidaBytes *self, GCancellable *cancellable, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NidaBytes, nida_bytes_unref)

G_END_DECLS
