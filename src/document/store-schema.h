/* The tables of a store, and how those of earlier versions become them. */
#pragma once

#include "store-sql.h"

G_BEGIN_DECLS

#define NIDA_STORE_VERSION      3
/* Tables and indices: those from NIDA_STORE_BYTES_TABLES on are about bytes. */
#define NIDA_STORE_ALL_TABLES   0
#define NIDA_STORE_BYTES_TABLES 4
#define NIDA_STORE_N_TABLES     7

/* What must be said before a database has its first page. */
int      nida_store_prepare_file  (sqlite3 *db);
/* Inside a transaction of the caller's: say that it is a document, and of which version. */
int      nida_store_mark          (sqlite3 *db, int version);
/* Those from @first on, before @end. */
int      nida_store_create_tables (sqlite3 *db, guint first, guint end);
/* Are the tables those of this version, and nothing else? */
gboolean nida_store_has_tables    (sqlite3 *db);
/* To this version from whichever it is, in one transaction. */
int      nida_store_migrate       (sqlite3 *db);

G_END_DECLS
