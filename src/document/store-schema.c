/* Version 1 had neither who nor what is undone, and bytes in one piece; version 2 had both of the former and checksums; version 3
 * keeps bytes in chunks, so that they are written between revisions and read without 200 MB at once. */
#include "config.h"

#include "store-schema.h"

#include "store.h"

static const char * const tables[] = {
  /* serial: the last revision; first: the oldest that is kept; sum: of the checksums of all items */
  "CREATE TABLE head (one INTEGER PRIMARY KEY, serial INTEGER, first INTEGER, n_items INTEGER, sum INTEGER, crc INTEGER)",
  /* serial: of the revision that changed it last */
  "CREATE TABLE items (row INTEGER PRIMARY KEY, kind TEXT, id TEXT, place INTEGER, text TEXT, serial INTEGER, crc INTEGER)",
  "CREATE UNIQUE INDEX item_ids ON items (kind, id)",
  "CREATE TABLE revisions (serial INTEGER PRIMARY KEY, name TEXT, who TEXT, at INTEGER, undoes INTEGER, edits BLOB, crc INTEGER)",
  /* sha256: NULL until all chunks are there */
  "CREATE TABLE bytes (id INTEGER PRIMARY KEY, sha256 TEXT, size INTEGER, at INTEGER, crc INTEGER)",
  "CREATE UNIQUE INDEX byte_names ON bytes (sha256)",
  /* id: that of the bytes × 65536 + the number of the chunk; packed: the size before it was deflated, or 0 */
  "CREATE TABLE chunks (id INTEGER PRIMARY KEY, packed INTEGER, crc INTEGER, data BLOB)",
};

int
nida_store_prepare_file (sqlite3 *db)
{
  return nida_sql_run (db, "PRAGMA page_size=4096; PRAGMA auto_vacuum=INCREMENTAL; PRAGMA encoding='UTF-8'");
}

int
nida_store_create_tables (sqlite3 *db)
{
  g_autofree char *marks = g_strdup_printf ("PRAGMA application_id=%d; PRAGMA user_version=%d", NIDA_STORE_APPLICATION_ID,
                                            NIDA_STORE_VERSION);
  int result = nida_sql_run (db, marks);

  for (guint i = 0; i < G_N_ELEMENTS (tables) && result == SQLITE_OK; i++)
    result = nida_sql_run (db, tables[i]);
  return result;
}

gboolean
nida_store_has_tables (sqlite3 *db)
{
  int result;
  g_autoptr (NidaStatement) row = nida_sql_prepare (db, &result, "SELECT sql FROM sqlite_schema ORDER BY rowid", "");
  guint n = 0;

  while (nida_sql_step (row, &result))
    {
      if (n >= G_N_ELEMENTS (tables) || g_strcmp0 (nida_sql_text (row, 0), tables[n]) != 0)
        return FALSE;
      n++;
    }
  return result == SQLITE_OK && n == G_N_ELEMENTS (tables);
}

int
nida_store_migrate (sqlite3 *db,
                    int      version)
{
  return SQLITE_CORRUPT;
}
