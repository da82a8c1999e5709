/* What the readers made of the bytes of one source, to be kept beside them: as long as the bytes and the readers are the same, it
 * takes the place of reading them again. The bytes stay what counts. */
#pragma once

#include "bytes.h"
#include "loader.h"

G_BEGIN_DECLS

/* Sources below it are read in no time (bytes). */
#define NIDA_SNAPSHOT_MIN (G_GUINT64_CONSTANT (1) << 20)

/* By what a snapshot is known: the bytes with the SHA-256 @checksum, under @name, by these readers, with what is said of tables. NULL
 * where a person corrects something for once: then there is none. */
char    *nida_snapshot_dup_key (const char *checksum, const char *name, const NidaLoadOptions *options);
/* Keep one of @bytes, which are held as @version, where @copies want one: they are read once more, by themselves. There is none of
 * what is packed, laid out by hand or a table of rates. @layouts: nullable. FALSE with @error: it could not be written. */
gboolean nida_snapshot_keep    (NidaCopies *copies, NidaVersion *version, NidaBytes *bytes, const char *name,
                                NidaLayouts *layouts, GCancellable *cancellable, GError **error);
/* Are the bytes read as @snapshot says? Takes as long as reading them. @layouts: nullable. */
gboolean nida_snapshot_is_true (GBytes *snapshot, const char *key, NidaBytes *bytes, const char *name, NidaLayouts *layouts,
                                GCancellable *cancellable);
/* Put the rows and the report of it into @builder, as one more source. FALSE: it is of another @key or damaged, and @builder is as
 * before. */
gboolean nida_snapshot_restore (GBytes *snapshot, const char *key, NidaDatasetBuilder *builder, const NidaSourceInfo *info);

/* For tests: the least bytes of a source; 0 for the default. */
void     nida_snapshot_tune    (guint64 min);
guint64  nida_snapshot_get_min (void);

G_END_DECLS
