/* The tables of a store, and how those of earlier versions become them. */
#pragma once

#include "store-sql.h"

G_BEGIN_DECLS

#define NIDA_STORE_VERSION 3

/* Into an empty database, inside a transaction of the caller's. */
int      nida_store_create_tables  (sqlite3 *db);
/* What must be said before a database has its first page. */
int      nida_store_prepare_file   (sqlite3 *db);
/* From @version to the newest in one transaction. */
int      nida_store_migrate        (sqlite3 *db, int version);
/* Are the tables those of this version, and nothing else? */
gboolean nida_store_has_tables     (sqlite3 *db);

G_END_DECLS
