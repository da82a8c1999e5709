/* store-migrate.c: a document of each earlier version opens whole, and becomes one of today in place, or in a copy where it may
 * not be written. Made with the tables of those versions, told here once more. */
#include "store-fixture.h"

#include "fiscal-start.h"
#include "store-rows.h"

#define DATA "date,amount\n2024-01-01,5\n"

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

static sqlite3 *
create (const char *path,
        const char *sql)
{
  sqlite3 *db;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  return db;
}

static char *
get_sha256 (const char *text)
{
  return g_compute_checksum_for_string (G_CHECKSUM_SHA256, text, -1);
}

/* The revision that made the slide. */
static NidaRevision *
make_last (void)
{
  NidaRevision *revision = make_revision (NIDA_ITEM_SLIDE, "b", NULL, item_texts[1]);

  revision->serial = 7;
  revision->at = 1000000;
  return revision;
}

static void
make_version_1 (const char *path)
{
  sqlite3 *db = create (path, version_1);
  g_autoptr (NidaRevision) last = make_last ();
  g_autoptr (GBytes) edits = nida_store_pack_edits (last), data = g_bytes_new_static (DATA, strlen (DATA));
  g_autofree char *sha256 = get_sha256 (DATA);

  g_assert_cmpint (nida_sql_do (db, "INSERT INTO revisions VALUES (7, 'Edit', 1000000, ?1)", "b", edits), ==, SQLITE_OK);
  g_assert_cmpint (nida_sql_do (db, "INSERT INTO bytes VALUES (?1, ?2)", "sb", sha256, data), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_close (db), ==, SQLITE_OK);
}

static void
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

static void
make_version_2 (const char *path)
{
  sqlite3 *db = create (path, version_2);
  g_autoptr (NidaRevision) last = make_last ();
  g_autoptr (GBytes) edits = nida_store_pack_edits (last), data = g_bytes_new_static (DATA, strlen (DATA));
  g_autofree char *sha256 = get_sha256 (DATA);
  gint64 sum = 0;

  put_version_2_item (db, NIDA_ITEM_BOARD, "a", 2, item_texts[0], &sum);
  put_version_2_item (db, NIDA_ITEM_SLIDE, "b", 0, item_texts[1], &sum);
  g_free (last->who);
  last->who = g_strdup ("Salma");
  g_assert_cmpint (nida_sql_do (db, "INSERT INTO revisions VALUES (7, 'Edit', 'Salma', 1000000, 0, ?1, ?2)", "bi", edits,
                                (gint64) nida_store_check_revision (last, edits)), ==, SQLITE_OK);
  g_assert_cmpint (nida_sql_do (db, "INSERT INTO bytes VALUES (1, ?1, ?2, 5, ?3, ?4)", "sibi", sha256, (gint64) strlen (DATA),
                                data, (gint64) nida_store_check_chunk (1, DATA, strlen (DATA))), ==, SQLITE_OK);
  g_assert_cmpint (nida_sql_do (db, "INSERT INTO head VALUES (1, 7, 7, 2, ?1, ?2)", "ii", sum,
                                (gint64) nida_store_check_head (7, 7, 2, (guint64) sum)), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_close (db), ==, SQLITE_OK);
}

static void
make (guint       version,
      const char *path)
{
  if (version == 1)
    make_version_1 (path);
  else
    make_version_2 (path);
}

static void
check_contents (NidaStore *store,
                guint      version)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (NidaItems) items = nida_store_read_items (store, &error);
  g_autoptr (GPtrArray) revisions = NULL;
  g_autoptr (NidaBytes) bytes = NULL;
  g_autofree char *sha256 = get_sha256 (DATA), *text = NULL;
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
  g_assert_cmpstr (text, ==, DATA);
}

static void
test_in_place (Fixture      *fixture,
               gconstpointer data)
{
  guint version = GPOINTER_TO_UINT (data);

  make (version, fixture->path);
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (NidaStore) store = nida_store_open (fixture->path, NIDA_STORE_WRITE, &error);

      g_assert_no_error (error);
      g_assert_null (nida_store_get_limit (store));
      check_contents (store, version);
    }
}

/* No earlier version knew in which month fiscal years begin: none is made up, and one that is said then is kept. */
static void
test_fiscal (Fixture      *fixture,
             gconstpointer data)
{
  make (GPOINTER_TO_UINT (data), fixture->path);
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (NidaDocument) document = nida_document_open (fixture->path, &error);

      g_assert_no_error (error);
      g_assert_false (nida_document_is_read_only (document));
      g_assert_cmpuint (nida_items_get_fiscal_start (nida_document_get_items (document)), ==, i == 0 ? 0 : 9);
      g_assert_cmpstr (nida_document_get (document, NIDA_ITEM_BOARD, "a"), ==, item_texts[0]);
      nida_document_begin_quietly (document, "Change Fiscal Year");
      nida_document_set_fiscal_start (document, 9);
      nida_document_end (document);
      g_assert_true (nida_document_file_flush (nida_document_get_file (document), NULL));
    }
}

/* What is only read, by a command or on a medium that takes nothing, stays as it is. */
static void
test_in_a_copy (Fixture      *fixture,
                gconstpointer data)
{
  guint version = GPOINTER_TO_UINT (data);
  g_autoptr (GError) error = NULL;
  g_autoptr (NidaStore) store = NULL;
  g_autofree char *before = NULL, *after = NULL;
  gsize length, length_after;

  make (version, fixture->path);
  g_assert_true (g_file_get_contents (fixture->path, &before, &length, NULL));
  store = nida_store_open (fixture->path, NIDA_STORE_READ, &error);
  g_assert_no_error (error);
  check_contents (store, version);
  g_assert_true (g_file_get_contents (fixture->path, &after, &length_after, NULL));
  g_assert_cmpmem (before, length, after, length_after);
}

static void
test_newer (Fixture      *fixture,
            gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (NidaDocument) document = nida_document_new (), newer = NULL;
  sqlite3 *db;

  set_text (document, NIDA_ITEM_BOARD, "a", "a board");
  g_assert_true (nida_document_save_copy (document, fixture->path, NULL));
  db = create (fixture->path, "ALTER TABLE items ADD COLUMN colour TEXT; CREATE TABLE poems (text TEXT);"
                              "PRAGMA user_version=4");
  sqlite3_close (db);
  newer = nida_document_open (fixture->path, &error);
  g_assert_no_error (error);
  g_assert_true (nida_document_is_read_only (newer));
  g_assert_cmpstr (nida_document_get (newer, NIDA_ITEM_BOARD, "a"), ==, "a board");
  g_assert_error (nida_document_file_get_problem (nida_document_get_file (newer)), NIDA_STORE_ERROR, NIDA_STORE_ERROR_NEWER);
}

/* One whose tables are others altogether is refused, as newer and not as damaged. */
static void
test_much_newer (Fixture      *fixture,
                 gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  sqlite3_close (create (fixture->path, "CREATE TABLE things (thing BLOB); PRAGMA application_id=1315529825;"
                                        "PRAGMA user_version=40"));
  g_assert_null (nida_document_open (fixture->path, &error));
  g_assert_error (error, NIDA_STORE_ERROR, NIDA_STORE_ERROR_NEWER);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint version = 1; version <= 2; version++)
    {
      g_autofree char *in_place = g_strdup_printf ("/store-migrate/version-%u/in-place", version);
      g_autofree char *fiscal = g_strdup_printf ("/store-migrate/version-%u/fiscal-years-begin-as-is-said-then", version);
      g_autofree char *in_a_copy = g_strdup_printf ("/store-migrate/version-%u/in-a-copy", version);

      g_test_add (in_place, Fixture, GUINT_TO_POINTER (version), fixture_set_up, test_in_place, fixture_tear_down);
      g_test_add (fiscal, Fixture, GUINT_TO_POINTER (version), fixture_set_up, test_fiscal, fixture_tear_down);
      g_test_add (in_a_copy, Fixture, GUINT_TO_POINTER (version), fixture_set_up, test_in_a_copy, fixture_tear_down);
    }
  g_test_add ("/store-migrate/newer/can-be-looked-at", Fixture, NULL, fixture_set_up, test_newer, fixture_tear_down);
  g_test_add ("/store-migrate/much-newer/says-so", Fixture, NULL, fixture_set_up, test_much_newer, fixture_tear_down);
  return g_test_run ();
}
