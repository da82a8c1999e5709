/* The text of one record as its source has it, read again when somebody asks where a row comes from. */
#pragma once

#include "copies.h"
#include "report.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* Of a longer record only so much is given. */
#define NIDA_RECORD_MAX (64u << 10)

/**
 * NidaSourceRecord:
 *
 * @text: of the record, unpacked and as UTF-8, without the line end; what is no text became U+FFFD
 * @cut: the record is longer than %NIDA_RECORD_MAX bytes
 * @changed: the file is not what was read any more, so that @text may be of another record
 */
typedef struct {
  char    *text;
  gboolean cut;
  gboolean changed;
} NidaSourceRecord;

/* @copies: (nullable): where the bytes of an address, or of a file that changed or is gone, are held. */
NidaSourceRecord *nida_source_read_record  (const NidaSourceInfo *info, NidaCopies *copies, guint line, guint64 offset, guint length,
                                            GCancellable *cancellable, GError **error);
void              nida_source_record_free  (NidaSourceRecord *self);
/* The SHA-256 of the stored bytes. @changed as above. */
char             *nida_source_dup_checksum (const NidaSourceInfo *info, NidaCopies *copies, gboolean *changed,
                                            GCancellable *cancellable, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NidaSourceRecord, nida_source_record_free)

G_END_DECLS
