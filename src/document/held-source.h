/* A source of a document: where it is, and what was last read well of it. The text of SOURCE items. */
#pragma once

#include "version.h"

#include <gio/gio.h>

G_BEGIN_DECLS

#define NIDA_HELD_SOURCE_ERROR (nida_held_source_error_quark ())
GQuark nida_held_source_error_quark (void);

typedef enum {
  NIDA_HELD_SOURCE_ERROR_NOT_A_SOURCE,
} NidaHeldSourceError;

/**
 * NidaHeldSource:
 * @uri: an address, or a file: address
 * @relative: of a file: its path from the folder of the document, escaped; %NULL where there is no way
 * @pack: a person wants the bytes in the document, however many they are
 * @carried: the bytes of @version are in the document, by their SHA-256
 * @modified_at: of a file, when it was changed last, in microseconds since 1970; 0 where it is not known
 * @snapshot: of bytes that are carried: what they were read as is in the document too, by its own SHA-256; %NULL where it is not
 * @snapshot_key: by what that is known
 * @format: as the report names it, or %NULL
 * @version: what was last read well; %NULL before anything was
 */
typedef struct {
  char        *uri;
  char        *relative;
  gboolean     pack;
  gboolean     carried;
  gint64       modified_at;
  char        *snapshot;
  char        *snapshot_key;
  char        *format;
  NidaVersion *version;
} NidaHeldSource;

NidaHeldSource *nida_held_source_new       (const char *uri);
NidaHeldSource *nida_held_source_copy      (const NidaHeldSource *self);
void            nida_held_source_free      (NidaHeldSource *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (NidaHeldSource, nida_held_source_free)

/* Takes nothing; %NULL: there is none. */
void            nida_held_source_set_snapshot (NidaHeldSource *self, const char *snapshot, const char *key);
gboolean        nida_held_source_is_file   (const NidaHeldSource *self);
/* Say where the file is as seen from @folder, that of the document; NULL: it has none. */
void            nida_held_source_set_folder (NidaHeldSource *self, const char *folder);
/* What is to be read, as nida_load() takes it: the address, or the path at which the file is now. Looks on the disk: beside
 * the document first, then where it was. A file that is in neither place is named as it was. */
char           *nida_held_source_dup_input (const NidaHeldSource *self, const char *folder);

char           *nida_held_source_to_text   (const NidaHeldSource *self);
/* NULL with @error (%NIDA_HELD_SOURCE_ERROR). */
NidaHeldSource *nida_held_source_from_text (const char *text, GError **error);

G_END_DECLS
