/* One attempt at reading all inputs. Private to io/. */
#pragma once

#include "failure.h"
#include "loader-private.h"

G_BEGIN_DECLS

/* What an earlier attempt met with one input. */
typedef struct {
  NidaFailure *failure;         /* why the copy must do, or NULL */
  gboolean     is_missing;      /* and there is not even that */
} NidaTrouble;

/* @trouble: by input. NULL with @error, and in @failed the number of the input that could not be read, that of none where it was
 * another reason; what stands in @keeps then is of no use. */
NidaDataset *nida_load_attempt (const char * const *inputs, const NidaLoadOptions *options, const NidaTrouble *trouble,
                                NidaProgress *progress, GPtrArray *keeps, GCancellable *cancellable, guint *failed, GError **error);

G_END_DECLS
