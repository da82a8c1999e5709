/* Documents as earlier versions made them, with their tables told once more, and what they become. */
#pragma once

#include "store-fixture.h"
#include "store-rows.h"

static const char version_1[] =
  "CREATE TABLE items (kind TEXT, id TEXT, place INTEGER, text TEXT, PRIMARY KEY (kind, id));"
  "CREATE TABLE revisions (serial INTEGER PRIMARY KEY, name TEXT, at INTEGER, edits BLOB);"
  "CREATE TABLE bytes (sha256 TEXT PRIMARY KEY, data BLOB);"
  "PRAGMA application_id=1315529825; PRAGMA user_version=1;"
  "INSERT INTO items VALUES ('board', 'a', 2, 'a board'), ('slide', 'b', 0, 'شريحة')";

static const char version_2[] =
  "CREATE TABLE head (one INTEGER PRIMARY KEY, serial INTEGER, first INTEGER, n_items INTEGER, sum INTEGER, crc INTEGER);"
  "CREATE TABLE items (row INTEGER PRIMARY KEY, kind TEXT, id TEXT, place INTEGER, text TEXT, serial INTEGER, crc INTEGER);"
  "CREATE UNIQUE INDEX item_ids ON items (kind, id);"
  "CREATE TABLE revisions (serial INTEGER PRIMARY KEY, name TEXT, who TEXT, at INTEGER, undoes INTEGER, edits BLOB, crc INTEGER);"
  "CREATE TABLE bytes (id INTEGER PRIMARY KEY, sha256 TEXT, size INTEGER, at INTEGER, data BLOB, crc INTEGER);"
  "CREATE UNIQUE INDEX byte_names ON bytes (sha256);"
  "PRAGMA application_id=1315529825; PRAGMA user_version=2";

static const char * const item_texts[] = { "a board", "شريحة" };

static inline sqlite3 *
create (const char *path,
        const char *sql)
{
  sqlite3 *db;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  return db;
}

static inline char *
get_sha256 (const char *text)
{
  return g_compute_checksum_for_string (G_CHECKSUM_SHA256, text, -1);
}

/* The revision that made the slide. */
static inline NidaRevision *
make_last (void)
{
  NidaRevision *revision = make_revision (NIDA_ITEM_SLIDE, "b", NULL, item_texts[1]);

  revision->serial = 7;
  revision->at = 1000000;
  return revision;
}

static inline void
make_version_1 (const char *path,
                const char *source)
{
  sqlite3 *db = create (path, version_1);
  g_autoptr (NidaRevision) last = make_last ();
  g_autoptr (GBytes) edits = nida_store_pack_edits (last), data = g_bytes_new_static (source, strlen (source));
  g_autofree char *sha256 = get_sha256 (source);

  g_assert_cmpint (nida_sql_do (db, "INSERT INTO revisions VALUES (7, 'Edit', 1000000, ?1)", "b", edits), ==, SQLITE_OK);
  g_assert_cmpint (nida_sql_do (db, "INSERT INTO bytes VALUES (?1, ?2)", "sb", sha256, data), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_close (db), ==, SQLITE_OK);
}

static inline void
put_version_2_item (sqlite3      *db,
                    NidaItemKind  kind,
                    const char   *id,
                    gint64        place,
                    const char   *text,
                    gint64       *sum)
{
  g_autoptr (NidaItem) item = nida_item_new (kind, id, place, text);
  gint64 crc = nida_store_check_item (item, 3);

  *sum += crc;
  g_assert_cmpint (nida_sql_do (db, "INSERT INTO items (kind, id, place, text, serial, crc) VALUES (?1, ?2, ?3, ?4, 3, ?5)",
                                "ssisi", nida_item_kind_get_name (kind), id, place, text, crc), ==, SQLITE_OK);
}

static inline void
make_version_2 (const char *path,
                const char *source)
{
  sqlite3 *db = create (path, version_2);
  g_autoptr (NidaRevision) last = make_last ();
  g_autoptr (GBytes) edits = nida_store_pack_edits (last), data = g_bytes_new_static (source, strlen (source));
  g_autofree char *sha256 = get_sha256 (source);
  gint64 sum = 0;

  put_version_2_item (db, NIDA_ITEM_BOARD, "a", 2, item_texts[0], &sum);
  put_version_2_item (db, NIDA_ITEM_SLIDE, "b", 0, item_texts[1], &sum);
  g_free (last->who);
  last->who = g_strdup ("Salma");
  g_assert_cmpint (nida_sql_do (db, "INSERT INTO revisions VALUES (7, 'Edit', 'Salma', 1000000, 0, ?1, ?2)", "bi", edits,
                                (gint64) nida_store_check_revision (last, edits)), ==, SQLITE_OK);
  g_assert_cmpint (nida_sql_do (db, "INSERT INTO bytes VALUES (1, ?1, ?2, 5, ?3, ?4)", "sibi", sha256, (gint64) strlen (source),
                                data, (gint64) nida_store_check_chunk (1, source, strlen (source))), ==, SQLITE_OK);
  g_assert_cmpint (nida_sql_do (db, "INSERT INTO head VALUES (1, 7, 7, 2, ?1, ?2)", "ii", sum,
                                (gint64) nida_store_check_head (7, 7, 2, (guint64) sum)), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_close (db), ==, SQLITE_OK);
}

/* A document of @version, whose source has the bytes @source. */
static inline void
old_version_make (guint       version,
                  const char *path,
                  const char *source)
{
  if (version == 1)
    make_version_1 (path, source);
  else
    make_version_2 (path, source);
}

/* All that it had is there. */
static inline void
old_version_check (NidaStore  *store,
                   guint       version,
                   const char *source)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (NidaItems) items = nida_store_read_items (store, &error);
  g_autoptr (GPtrArray) revisions = NULL;
  g_autoptr (NidaBytes) bytes = NULL;
  g_autofree char *sha256 = get_sha256 (source), *text = NULL;
  const NidaRevision *last;

  g_assert_no_error (error);
  g_assert_cmpstr (nida_items_find (items, NIDA_ITEM_BOARD, "a")->text, ==, item_texts[0]);
  g_assert_cmpint (nida_items_find (items, NIDA_ITEM_BOARD, "a")->place, ==, 2);
  g_assert_cmpstr (nida_items_find (items, NIDA_ITEM_SLIDE, "b")->text, ==, item_texts[1]);
  revisions = nida_store_list_revisions (store, 0, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (revisions->len, ==, 1);
  last = revisions->pdata[0];
  g_assert_cmpuint (last->serial, ==, 7);
  g_assert_cmpstr (last->who, ==, version == 1 ? "" : "Salma");
  g_assert_cmpint (last->at, ==, 1000000);
  g_assert_cmpstr (((NidaEdit *) last->edits->pdata[0])->after->text, ==, item_texts[1]);
  bytes = nida_store_open_bytes (store, sha256, "data", NULL, &error);
  g_assert_no_error (error);
  text = read_bytes (bytes);
  g_assert_cmpstr (text, ==, source);
}
