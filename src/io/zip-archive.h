/* The entries of a zip archive, read as streams, with limits: what is small on the disk must not fill it. Nothing is
 * unpacked to a path. */
#pragma once

#include "bytes.h"

G_BEGIN_DECLS

typedef struct _NidaZip NidaZip;
typedef struct _NidaZipEntry NidaZipEntry;

gboolean      nida_zip_is        (const char *head, gsize length);
/* NULL with %NIDA_READ_ERROR when it is damaged, or names an entry twice. */
NidaZip      *nida_zip_open      (NidaBytes *bytes, GError **error);
void          nida_zip_free      (NidaZip *self);
guint         nida_zip_get_size  (NidaZip *self);
const char   *nida_zip_get_name  (NidaZip *self, guint index);
/* -1 when there is none of this name. */
int           nida_zip_find      (NidaZip *self, const char *name);

NidaZipEntry *nida_zip_begin     (NidaZip *self, guint index, GError **error);
/* At most @length bytes; 0 at the end, -1 with @error. */
gssize        nida_zip_read      (NidaZipEntry *self, char *buffer, gsize length, GError **error);
void          nida_zip_end       (NidaZipEntry *self);

/* All of an entry. */
NidaBytes    *nida_zip_unpack    (NidaZip *self, guint index, const char *name, GCancellable *cancellable, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NidaZip, nida_zip_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (NidaZipEntry, nida_zip_end)

G_END_DECLS
