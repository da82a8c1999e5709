/* What is remembered of one reading of a source: when, from where, and the bytes by their SHA-256. */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/* One answer of a server, of which a source may have several; a file is one page whose tag is its size and time. */
typedef struct {
  char    *uri;
  char    *etag;              /* or NULL, like the next */
  char    *last_modified;
  guint64  offset;            /* in the bytes of the version */
  guint64  length;
} NidaPage;

typedef struct {
  gatomicrefcount ref_count;
  char      *uri;             /* of the source, as it was asked for */
  char      *name;
  char      *final_uri;       /* where redirects led to, or NULL */
  gint64     fetched_at;      /* microseconds since 1970: when these bytes were met first */
  gint64     checked_at;      /* when they were met last */
  guint64    size;
  char      *checksum;        /* SHA-256 */
  GPtrArray *pages;           /* of NidaPage */
  gboolean   in_document;     /* a document carries the bytes; not in the text */
} NidaVersion;

#define NIDA_TYPE_VERSION (nida_version_get_type ())
GType        nida_version_get_type (void);

NidaVersion *nida_version_new      (const char *uri, const char *name);
NidaVersion *nida_version_ref      (NidaVersion *self);
void         nida_version_unref    (NidaVersion *self);
/* Takes a copy of the texts. */
NidaPage    *nida_version_add_page (NidaVersion *self, const char *uri, const char *etag, const char *last_modified,
                                    guint64 offset, guint64 length);
NidaPage    *nida_version_find_page (NidaVersion *self, const char *uri);
/* For arrays of pointers to versions: the one met last first. */
int          nida_version_compare_times (gconstpointer a, gconstpointer b);
/* As a text, and back: NULL for a text that is damaged. */
char        *nida_version_to_text  (NidaVersion *self);
NidaVersion *nida_version_from_text (const char *text, gsize length);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NidaVersion, nida_version_unref)

G_END_DECLS
