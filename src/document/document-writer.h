/* The thread that writes a document's revisions into its file in the order in which they were made, and hears of those of
 * other processes. What cannot be written waits, and is tried again. */
#pragma once

#include "store.h"

G_BEGIN_DECLS

typedef struct _NidaDocumentWriter NidaDocumentWriter;

/* @revision is in the file, as @serial. @own: it was pushed here. */
typedef struct {
  NidaRevision *revision;
  guint64       serial;
  gboolean      own;
} NidaWritten;

/* Something is to be taken: called on the writer's thread. */
typedef void (*NidaWriterWake) (gpointer data);

/* Takes @store. */
NidaDocumentWriter *nida_document_writer_new   (NidaStore *store, NidaWriterWake wake, gpointer data);
/* What waits is not written any more. */
void                nida_document_writer_free  (NidaDocumentWriter *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (NidaDocumentWriter, nida_document_writer_free)

void                nida_document_writer_push  (NidaDocumentWriter *self, NidaRevision *revision);
/* Look whether others have written. */
void                nida_document_writer_look  (NidaDocumentWriter *self);
/* Wait until nothing waits, or a try failed. */
gboolean            nida_document_writer_flush (NidaDocumentWriter *self, GError **error);
/* Take what happened since: of NidaWritten, by serial; and why the last try failed, NULL where it did not. */
GPtrArray          *nida_document_writer_take  (NidaDocumentWriter *self, GError **failure);

G_END_DECLS
