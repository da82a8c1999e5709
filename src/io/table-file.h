/* A text file becomes rows: its header chooses a reader, and a large file is read by two threads. */
#pragma once

#include "progress.h"
#include "reader.h"
#include "unpack.h"

G_BEGIN_DECLS

/* Read all of @bytes into @builder as one more source, which @info describes but for its format and counts. */
gboolean nida_table_file_read (NidaBytes *bytes, const NidaText *text, const NidaSourceInfo *info,
                               NidaDatasetBuilder *builder, const NidaLoadOptions *options, NidaProgress *progress,
                               GCancellable *cancellable, GError **error);
/* For tests: read blocks of @block bytes, and share files above @min_shared bytes among two threads; 0 for the default. */
void     nida_table_file_tune (gsize block, guint64 min_shared);

G_END_DECLS
