/* What the files about a document's file share. */
#pragma once

#include "document-file.h"
#include "document-writer.h"

G_BEGIN_DECLS

struct _NidaDocumentFile
{
  GObject             parent_instance;

  NidaDocument       *document;     /* not owned; NULL once it has gone */
  GMainContext       *context;      /* the document's */
  NidaDocumentWriter *writer;       /* or NULL */
  GFileMonitor       *monitor;
  GQueue              waiting;      /* NidaRevision: made here, not known to be in the file */
  GQueue              recent;
  GPtrArray          *meanwhile;    /* NidaRevision: since a Save As began; or NULL */
  GError             *problem;
  GError             *limit;        /* why nothing can be changed, or NULL */
  GMutex              lock;
  char               *path;         /* changed on the document's thread only, with the lock */
};

NidaDocumentFile *nida_document_file_new       (NidaDocument *document);
/* Also one that has no store yet. */
NidaDocumentFile *nida_document_file_peek      (NidaDocument *document);
NidaDocumentFile *nida_document_file_find_open (const char *path);
void              nida_document_file_attach    (NidaDocumentFile *self, NidaStore *store);
void              nida_document_file_detach    (NidaDocumentFile *self);
NidaStore        *nida_document_file_open_store (NidaDocumentFile *self, NidaStoreMode mode, GError **error);
/* Put what is unsaved into a draft: its path, or NULL where that fails too. */
char             *nida_document_file_rescue    (NidaDocumentFile *self);

G_END_DECLS
