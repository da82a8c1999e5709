/* What a document of an earlier version becomes. Version 1 said neither who made a revision nor what it takes back, had no
 * checksums, and bytes of a source in one piece; version 2 has all but the last; version 3 keeps bytes in chunks, so that a
 * revision is written between two of them and nobody holds 200 MB. A step is never changed: it is tested with a document made
 * by its version. */
#include "config.h"

#include "store-chunks.h"
#include "store-private.h"
#include "store-rows.h"
#include "store-schema.h"

static const char version_2_bytes[] =
  "CREATE TABLE bytes (id INTEGER PRIMARY KEY, sha256 TEXT, size INTEGER, at INTEGER, data BLOB, crc INTEGER);"
  "CREATE UNIQUE INDEX byte_names ON bytes (sha256);";

/* --- from version 1 --- */

static int
copy_items (sqlite3       *db,
            NidaStoreHead *head)
{
  int result, written = SQLITE_OK;
  g_autoptr (NidaStatement) row = nida_sql_prepare (db, &result, "SELECT kind, id, place, text FROM old_items"
                                                    " ORDER BY kind, place, id", "");

  while (written == SQLITE_OK && nida_sql_step (row, &result))
    {
      const char *name = nida_sql_text (row, 0), *id = nida_sql_text (row, 1), *text = nida_sql_text (row, 3);
      g_autoptr (NidaItem) item = NULL;
      NidaItemKind kind;

      if (name == NULL || id == NULL || text == NULL || !nida_item_kind_from_name (name, &kind))
        return SQLITE_CORRUPT;
      item = nida_item_new (kind, id, sqlite3_column_int64 (row, 2), text);
      head->n_items++;
      head->sum += nida_store_check_item (item, 0);
      written = nida_store_put_item (db, item, 0);
    }
  return written != SQLITE_OK ? written : result;
}

static int
copy_revisions (sqlite3       *db,
                NidaStoreHead *head)
{
  int result, written = SQLITE_OK;
  g_autoptr (NidaStatement) row = nida_sql_prepare (db, &result, "SELECT serial, name, at, edits FROM old_revisions"
                                                    " ORDER BY serial", "");

  while (written == SQLITE_OK && nida_sql_step (row, &result))
    {
      g_autoptr (GBytes) edits = g_bytes_new (sqlite3_column_blob (row, 3), (gsize) sqlite3_column_bytes (row, 3));
      g_autoptr (NidaRevision) revision = nida_revision_new (nida_sql_text (row, 1));

      revision->serial = (guint64) sqlite3_column_int64 (row, 0);
      revision->at = sqlite3_column_int64 (row, 2);
      g_free (revision->who);
      revision->who = g_strdup ("");
      if (revision->name == NULL || !nida_store_unpack_edits (revision, edits))
        return SQLITE_CORRUPT;
      if (head->serial == 0)
        head->first = revision->serial;
      head->serial = revision->serial;
      written = nida_store_put_revision (db, revision);
    }
  return written != SQLITE_OK ? written : result;
}

/* The checksum is of all bytes: how they are kept is the next version's. */
static int
copy_whole_bytes (sqlite3 *db)
{
  int result, written = SQLITE_OK;
  gint64 now = g_get_real_time (), id = 0;
  g_autoptr (NidaStatement) row = nida_sql_prepare (db, &result, "SELECT sha256, data FROM old_bytes ORDER BY sha256", "");

  while (written == SQLITE_OK && nida_sql_step (row, &result))
    {
      g_autoptr (GBytes) data = g_bytes_new_static (sqlite3_column_blob (row, 1), (gsize) sqlite3_column_bytes (row, 1));
      gsize size = g_bytes_get_size (data);

      id++;
      written = nida_sql_do (db, "INSERT INTO bytes VALUES (?1, ?2, ?3, ?4, ?5, ?6)", "isiibi", id, nida_sql_text (row, 0),
                             (gint64) size, now, data,
                             (gint64) nida_store_check_chunk (id, g_bytes_get_data (data, NULL), size));
    }
  return written != SQLITE_OK ? written : result;
}

static int
from_1_to_2 (sqlite3 *db)
{
  NidaStoreHead head = { 0, 1, 0, 0 };
  int result = nida_sql_run (db, "ALTER TABLE items RENAME TO old_items; ALTER TABLE revisions RENAME TO old_revisions;"
                                 "ALTER TABLE bytes RENAME TO old_bytes");

  if (result == SQLITE_OK)
    result = nida_store_create_tables (db, NIDA_STORE_ALL_TABLES, NIDA_STORE_BYTES_TABLES);
  if (result == SQLITE_OK)
    result = nida_sql_run (db, version_2_bytes);
  if (result == SQLITE_OK)
    result = copy_items (db, &head);
  if (result == SQLITE_OK)
    result = copy_revisions (db, &head);
  if (result == SQLITE_OK)
    result = copy_whole_bytes (db);
  if (result == SQLITE_OK)
    result = nida_store_write_head (db, &head);
  return result == SQLITE_OK ? nida_sql_run (db, "DROP TABLE old_items; DROP TABLE old_revisions; DROP TABLE old_bytes") : result;
}

/* --- from version 2 --- */

static int
cut (sqlite3      *db,
     gint64        id,
     const guint8 *data,
     gsize         size)
{
  int result = SQLITE_OK;
  guint n = 0;

  for (gsize offset = 0; offset < size && result == SQLITE_OK; offset += NIDA_STORE_CHUNK)
    result = nida_store_put_chunk (db, id, n++, data + offset, MIN (NIDA_STORE_CHUNK, size - offset));
  return result;
}

/* What is damaged is held no more, rather than refusing the document. */
static int
copy_in_chunks (sqlite3 *db)
{
  int result, written = SQLITE_OK;
  g_autoptr (NidaStatement) row = nida_sql_prepare (db, &result, "SELECT id, sha256, size, at, data, crc FROM old_bytes", "");

  while (written == SQLITE_OK && nida_sql_step (row, &result))
    {
      gint64 id = sqlite3_column_int64 (row, 0), at = sqlite3_column_int64 (row, 3);
      const char *sha256 = nida_sql_text (row, 1);
      const guint8 *data = sqlite3_column_blob (row, 4);
      gsize size = (gsize) sqlite3_column_bytes (row, 4);

      if (sha256 == NULL || nida_store_check_chunk (id, data, size) != sqlite3_column_int64 (row, 5))
        continue;
      written = nida_sql_do (db, "INSERT INTO bytes VALUES (?1, ?2, ?3, ?4, ?5)", "isiii", id, sha256, (gint64) size, at,
                             (gint64) nida_store_check_held (id, sha256, size, at));
      if (written == SQLITE_OK)
        written = cut (db, id, data, size);
    }
  return written != SQLITE_OK ? written : result;
}

static int
from_2_to_3 (sqlite3 *db)
{
  int result = nida_sql_run (db, "ALTER TABLE bytes RENAME TO old_bytes; DROP INDEX byte_names");

  if (result == SQLITE_OK)
    result = nida_store_create_tables (db, NIDA_STORE_BYTES_TABLES, NIDA_STORE_N_TABLES);
  if (result == SQLITE_OK)
    result = copy_in_chunks (db);
  return result == SQLITE_OK ? nida_sql_run (db, "DROP TABLE old_bytes") : result;
}

/* --- all steps --- */

static int (* const steps[NIDA_STORE_VERSION - 1]) (sqlite3 *) = { from_1_to_2, from_2_to_3 };

/* Another process may have done it meanwhile. */
static int
climb (sqlite3 *db)
{
  gint64 version = 0;
  int result = nida_sql_get (db, &version, "PRAGMA user_version", "");

  if (result == SQLITE_OK && version < 1)
    return SQLITE_CORRUPT;
  for (gint64 at = version; at < NIDA_STORE_VERSION && result == SQLITE_OK; at++)
    result = steps[at - 1] (db);
  return result == SQLITE_OK && version < NIDA_STORE_VERSION ? nida_store_mark (db, NIDA_STORE_VERSION) : result;
}

int
nida_store_migrate (sqlite3 *db)
{
  int result = nida_sql_run (db, "BEGIN IMMEDIATE");

  if (result == SQLITE_OK)
    result = climb (db);
  if (result == SQLITE_OK)
    result = nida_sql_run (db, "COMMIT");
  if (result == SQLITE_OK)
    return nida_store_has_tables (db) ? SQLITE_OK : SQLITE_CORRUPT;
  if (!sqlite3_get_autocommit (db))
    nida_sql_run (db, "ROLLBACK");
  return result;
}
