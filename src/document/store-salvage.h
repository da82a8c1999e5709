/* What can be read of a damaged file. */
#pragma once

#include "store-sql.h"

G_BEGIN_DECLS

/* Into the empty database @db. @found: there was an item, now or once. */
int nida_store_salvage (const char *path, sqlite3 *db, gboolean *found);

G_END_DECLS
