/* What reading here and reading in a thread share. */
#pragma once

#include "bytes.h"
#include "loader.h"
#include "progress.h"

G_BEGIN_DECLS

/* Bytes that were read well, and what is to be remembered of them. */
typedef struct {
  NidaVersion *draft;
  NidaBytes   *bytes;
  char        *name;          /* under which they were read */
  gboolean     is_held;       /* as @draft, but for a snapshot of them */
  NidaLayouts *layouts;       /* or NULL */
} NidaKeep;

/* Takes @draft. */
NidaKeep    *nida_keep_new    (NidaVersion *draft, NidaBytes *bytes, const char *name, gboolean is_held, NidaLayouts *layouts);
void         nida_keep_free   (gpointer data);
void         nida_keep_all    (GPtrArray *keeps, NidaCopies *copies, GCancellable *cancellable);

NidaBytes   *nida_load_unpack (NidaBytes *stored, gboolean *complete, GCancellable *cancellable, GError **error);
NidaDataset *nida_load_inputs (const char * const *inputs, const NidaLoadOptions *options, NidaProgress *progress,
                               GPtrArray *keeps, GCancellable *cancellable, GError **error);

G_END_DECLS
