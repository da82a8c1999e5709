/* Reckoning ahead what slides ask of data that stand still. */
#pragma once

#include "local-engine.h"
#include "sources.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * nida_show_warm:
 * @slides: (transfer full) (element-type NidaShowSlide): what will be asked
 * @callback: (nullable): once it is done, or was cancelled
 *
 * Asks all of @slides behind @bare on a thread, and keeps no answer: what is derived of @bare is kept with it, so that the first
 * entry of the ledger that is put behind it is on the screen as soon as any later one.
 */
void nida_show_warm (NidaDataset *bare, GPtrArray *slides, NidaLanguage *language, GCancellable *cancellable,
                     GAsyncReadyCallback callback, gpointer user_data);

G_END_DECLS
