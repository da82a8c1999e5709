/* A text file becomes rows: its header chooses a reader, and a large file is read by two threads. */
#pragma once

#include "format.h"
#include "reader.h"

G_BEGIN_DECLS

/* For tests: read blocks of @block bytes, and share files above @min_shared bytes among two threads; 0 for the default. */
void     nida_table_file_tune (gsize block, guint64 min_shared);

G_END_DECLS
