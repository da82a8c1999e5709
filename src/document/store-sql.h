/* What the store asks of SQLite, in few words. Results are SQLite's, SQLITE_OK where all is well. */
#pragma once

#include <glib.h>
#include <sqlite3.h>

G_BEGIN_DECLS

typedef sqlite3_stmt NidaStatement;
G_DEFINE_AUTOPTR_CLEANUP_FUNC (NidaStatement, sqlite3_finalize)

/* Open @path as untrusted as a file from elsewhere is: no triggers, no views, no schema that defends itself. */
int            nida_sql_open    (const char *path, int flags, sqlite3 **db);
/* @types: of each argument that is bound: i (gint64), s (const char *, or NULL), b (GBytes *). NULL with *result where it failed. */
NidaStatement *nida_sql_prepare (sqlite3 *db, int *result, const char *sql, const char *types, ...);
/* No journal beside it and no syncs: for a file that nobody reads before it is whole. */
int            nida_sql_be_quick (sqlite3 *db);
/* Several statements without arguments. */
int            nida_sql_run     (sqlite3 *db, const char *sql);
/* One that has arguments and gives no rows. */
int            nida_sql_do      (sqlite3 *db, const char *sql, const char *types, ...);
/* The first column of the first row; SQLITE_DONE where there is none. */
int            nida_sql_get     (sqlite3 *db, gint64 *value, const char *sql, const char *types, ...);
/* A text that is valid and has no NUL inside, or NULL. */
const char    *nida_sql_text    (NidaStatement *statement, int column);
/* The next row? Else *result is SQLITE_OK at the end, or what went wrong. */
gboolean       nida_sql_step    (NidaStatement *statement, int *result);

G_END_DECLS
