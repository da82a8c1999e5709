/* The tables of this version. The file says which one it is of; what differs from the text here is damaged or hostile. */
#include "config.h"

#include "store-schema.h"

#include "store.h"

static const char * const tables[NIDA_STORE_N_TABLES] = {
  /* serial: the last revision; first: the oldest that is kept; sum: of the checksums of all items */
  "CREATE TABLE head (one INTEGER PRIMARY KEY, serial INTEGER, first INTEGER, n_items INTEGER, sum INTEGER, crc INTEGER)",
  /* serial: of the revision that changed it last */
  "CREATE TABLE items (row INTEGER PRIMARY KEY, kind TEXT, id TEXT, place INTEGER, text TEXT, serial INTEGER, crc INTEGER)",
  "CREATE UNIQUE INDEX item_ids ON items (kind, id)",
  "CREATE TABLE revisions (serial INTEGER PRIMARY KEY, name TEXT, who TEXT, at INTEGER, undoes INTEGER, edits BLOB, crc INTEGER)",
  /* --- NIDA_STORE_BYTES_TABLES --- */
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
nida_store_mark (sqlite3 *db,
                 int      version)
{
  g_autofree char *marks = g_strdup_printf ("PRAGMA application_id=%d; PRAGMA user_version=%d", NIDA_STORE_APPLICATION_ID,
                                            version);

  return nida_sql_run (db, marks);
}

int
nida_store_create_tables (sqlite3 *db,
                          guint    first,
                          guint    end)
{
  int result = SQLITE_OK;

  for (guint i = first; i < end && result == SQLITE_OK; i++)
    result = nida_sql_run (db, tables[i]);
  return result;
}

/* The number of the table with the words @sql, or G_N_ELEMENTS (tables). */
static guint
find_table (const char *sql)
{
  guint i = 0;

  while (i < G_N_ELEMENTS (tables) && g_strcmp0 (sql, tables[i]) != 0)
    i++;
  return i;
}

gboolean
nida_store_has_tables (sqlite3 *db)
{
  int result;
  g_autoptr (NidaStatement) row = nida_sql_prepare (db, &result, "SELECT sql FROM sqlite_schema", "");
  guint found = 0;

  while (nida_sql_step (row, &result))
    {
      guint table = find_table (nida_sql_text (row, 0));

      if (table == G_N_ELEMENTS (tables) || (found & 1u << table) != 0)
        return FALSE;
      found |= 1u << table;
    }
  return result == SQLITE_OK && found == (1u << G_N_ELEMENTS (tables)) - 1;
}
