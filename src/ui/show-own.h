/* Data that stand still, with the desk's own figures of the moment beside them. */
#pragma once

#include "ledger.h"
#include "local-engine.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* @ledger, @aliases: (nullable); transfer full. */
NidaLocalEngine *nida_show_own_new_engine (NidaDataset *bare, NidaLedger *ledger, NidaAliases *aliases);
/* The same on a thread. */
void             nida_show_own_async      (NidaDataset *bare, NidaLedger *ledger, NidaAliases *aliases, GCancellable *cancellable,
                                           GAsyncReadyCallback callback, gpointer user_data);
/* NULL when it was cancelled. */
NidaLocalEngine *nida_show_own_finish     (GAsyncResult *result, GError **error);

G_END_DECLS
