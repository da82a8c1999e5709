/* Where the bytes of an input come from: its own place, all pages of it, or the copy that is held. */
#pragma once

#include "loader.h"
#include "progress.h"
#include "source.h"
#include "wire.h"

G_BEGIN_DECLS

typedef struct {
  const NidaLoadOptions *options;
  NidaProgress          *progress;
  GCancellable          *cancellable;
  NidaWire              *wire;        /* made when it is needed first; the owner frees it */
} NidaAcquirer;

typedef struct {
  NidaBytes   *bytes;
  gboolean     complete;      /* FALSE when nothing proves that all came: then the text must end properly */
  gint64       fetched_at;    /* microseconds since 1970 */
  gint64       modified_at;   /* the same, of a file; 0 where it is not known */
  gboolean     is_held;       /* a copy that was kept before */
  gboolean     in_document;   /* one that a document carries */
  gboolean     is_damaged;    /* it was to come from such a copy, which is damaged */
  NidaVersion *known;         /* the bytes are those of this copy; or NULL */
  GBytes      *snapshot;      /* what they were read as, by @key; or NULL */
  char        *key;
  gboolean     is_false;      /* @snapshot was not what the bytes say */
  NidaVersion *draft;         /* of bytes that are to be kept once they have been read; or NULL */
} NidaAcquired;

/* @held asks for the copy whatever the policy is. FALSE with @error (%NIDA_READ_ERROR or %G_IO_ERROR_CANCELLED). */
gboolean nida_acquire        (NidaAcquirer *self, const NidaSource *source, gboolean held, NidaAcquired *acquired,
                              GError **error);
/* For tests: the most pages; 0 for the default. */
void     nida_acquire_tune   (guint max_pages);
void     nida_acquired_clear (NidaAcquired *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (NidaAcquired, nida_acquired_clear)

G_END_DECLS
