/* What can be read of a damaged file. */
#pragma once

#include "store.h"

G_BEGIN_DECLS

NidaItems *nida_store_salvage (NidaStore *store, GError **error);

G_END_DECLS
