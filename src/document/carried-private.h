/* Private: the table of a document's sources, for carried.c, which makes it and writes down what was read, carried-copies.c, which
 * the loader asks in its threads, and carried-fill.c. */
#pragma once

#include "carried.h"

#include "document-file.h"
#include "held-source.h"
#include "layouts.h"

G_BEGIN_DECLS

/* A source as it stood when the table was made. */
typedef struct {
  char           *id;
  NidaHeldSource *source;
  NidaVersion    *version;      /* that of @source under the address that it has here, or NULL */
} NidaCarriedEntry;

/* What was read well of a source, or made of it. */
typedef struct {
  char        *id;
  char        *uri;
  NidaVersion *version;
  gint64       modified_at;
  gboolean     carried;
  char        *snapshot;        /* of what @version was read as, which is told after the rest; or NULL */
  char        *snapshot_key;
} NidaCarriedFact;

struct _NidaCarried
{
  GObject           parent_instance;

  NidaCopies       *next;       /* or NULL */
  NidaDocument     *document;   /* NULL: of items that nothing is written into */
  char             *folder;     /* of the document when the table was made, or NULL */
  GMutex            lock;       /* over what follows */
  GHashTable       *entries;    /* address → NidaCarriedEntry */
  NidaDocumentFile *file;       /* or NULL */
  char             *file_path;  /* of it when the table was made */
  gboolean          is_read_only;
  NidaLayouts      *layouts;    /* what the document says of tables */
  char             *path;       /* of the file that is only read, or NULL */
  GPtrArray        *facts;      /* NidaCarriedFact */
  guint             settle_id;
  GError           *failure;    /* why bytes could not be put into the file the last time, or NULL */
  guint             failed_id;
};

void              nida_carried_copies_init (NidaCopiesInterface *iface);
/* The source at @uri, as the table has it; the caller's, as are @id and @version (nullable). */
NidaHeldSource   *nida_carried_find_source (NidaCarried *self, const char *uri, char **id, NidaVersion **version);
NidaDocumentFile *nida_carried_ref_file    (NidaCarried *self);
/* Takes @fact, for the main thread. */
void              nida_carried_add_fact    (NidaCarried *self, NidaCarriedFact *fact);
/* What became of putting bytes into the file: @failure, or NULL. In any thread; the main thread is told of it. */
void              nida_carried_note        (NidaCarried *self, const GError *failure);
/* Do @size bytes of @source belong into the document? */
gboolean          nida_carried_should_carry (const NidaHeldSource *source, guint64 size);
/* Put @bytes into the file. */
/* FALSE with %NIDA_READ_ERROR_CHANGED where they are no longer those of @checksum. */
gboolean          nida_carried_carry       (NidaDocumentFile *file, NidaBytes *bytes, const char *checksum, GCancellable *cancellable,
                                            GError **error);

G_END_DECLS
