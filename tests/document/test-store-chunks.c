/* store-chunks.c: a chunk gives what was put in, in order, or says that it does not; whatever a row claims, no more than a chunk
 * comes out. */
#include "store-fixture.h"

#include "store-chunks.h"
#include "store-rows.h"
#include "store-schema.h"

static sqlite3 *
open_db (void)
{
  sqlite3 *db;

  g_assert_cmpint (sqlite3_open (":memory:", &db), ==, SQLITE_OK);
  g_assert_cmpint (nida_store_create_tables (db, NIDA_STORE_ALL_TABLES, NIDA_STORE_N_TABLES), ==, SQLITE_OK);
  return db;
}

static gboolean
append_cb (gpointer       user_data,
           gconstpointer  data,
           gsize          size)
{
  g_string_append_len (user_data, data, (gssize) size);
  return TRUE;
}

static gboolean
stop_cb (gpointer       user_data,
         gconstpointer  data,
         gsize          size)
{
  return FALSE;
}

/* Ten small ones: more than are unpacked at once. */
static void
put_ten (sqlite3 *db,
         GString *all)
{
  for (guint i = 0; i < 10; i++)
    {
      g_autofree char *text = g_strnfill (100 * i, (char) ('a' + i));

      g_assert_cmpint (nida_store_put_chunk (db, 3, i, text, 100 * i), ==, SQLITE_OK);
      g_string_append (all, text);
    }
}

static void
test_in_order (void)
{
  sqlite3 *db = open_db (), *other = open_db ();
  g_autoptr (GString) all = g_string_new (NULL), read = g_string_new (NULL), copied = g_string_new (NULL);
  guint64 size = 0;

  put_ten (db, all);
  g_assert_cmpint (nida_store_each_chunk (db, 3, append_cb, read), ==, SQLITE_OK);
  g_assert_cmpstr (read->str, ==, all->str);
  g_assert_cmpint (nida_store_each_chunk (db, 3, stop_cb, NULL), ==, SQLITE_ABORT);
  g_assert_cmpint (nida_store_copy_chunks (db, 3, other, 7, &size, NULL), ==, SQLITE_OK);
  g_assert_cmpuint (size, ==, all->len);
  g_assert_cmpint (nida_store_each_chunk (other, 7, append_cb, copied), ==, SQLITE_OK);
  g_assert_cmpstr (copied->str, ==, all->str);
  g_assert_cmpint (nida_store_drop_chunks (other, 7), ==, SQLITE_OK);
  g_string_truncate (copied, 0);
  g_assert_cmpint (nida_store_each_chunk (other, 7, append_cb, copied), ==, SQLITE_OK);
  g_assert_cmpuint (copied->len, ==, 0);
  sqlite3_close (db);
  sqlite3_close (other);
}

static void
test_damaged (gconstpointer data)
{
  sqlite3 *db = open_db (), *other = open_db ();
  g_autoptr (GString) all = g_string_new (NULL), read = g_string_new (NULL);
  guint64 size = 0;

  put_ten (db, all);
  g_assert_cmpint (nida_sql_run (db, data), ==, SQLITE_OK);
  g_assert_cmpint (nida_store_each_chunk (db, 3, append_cb, read), ==, SQLITE_CORRUPT);
  g_assert_true (g_str_has_prefix (all->str, read->str));
  g_assert_cmpint (nida_store_copy_chunks (db, 3, other, 7, &size, NULL), ==, SQLITE_CORRUPT);
  sqlite3_close (db);
  sqlite3_close (other);
}

/* Whole ones and a rest; no more and no fewer bytes than are asked for, none that changed. */
static void
test_in_memory (void)
{
  gsize size = 2 * NIDA_STORE_CHUNK + 100;
  g_autofree char *text = g_malloc (size);
  g_autoptr (GBytes) all = NULL;
  sqlite3 *db = open_db ();

  for (gsize i = 0; i < size; i++)
    text[i] = (char) ('a' + i % 23 + i / NIDA_STORE_CHUNK);
  for (guint n = 0; n < 3; n++)
    g_assert_cmpint (nida_store_put_chunk (db, 3, n, text + n * NIDA_STORE_CHUNK, MIN (NIDA_STORE_CHUNK, size - n * NIDA_STORE_CHUNK)),
                     ==, SQLITE_OK);
  all = nida_store_load_chunks (db, 3, size);
  g_assert_nonnull (all);
  g_assert_cmpmem (g_bytes_get_data (all, NULL), g_bytes_get_size (all), text, size);
  g_assert_null (nida_store_load_chunks (db, 3, size - 1));
  g_assert_null (nida_store_load_chunks (db, 3, size + 1));
  g_assert_null (nida_store_load_chunks (db, 3, size - 100));
  g_assert_null (nida_store_load_chunks (db, 3, size + NIDA_STORE_CHUNK));
  g_assert_null (nida_store_load_chunks (db, 4, 1));
  g_assert_cmpint (nida_sql_run (db, "UPDATE chunks SET crc = crc + 1 WHERE id = 3 * 65536 + 1"), ==, SQLITE_OK);
  g_assert_null (nida_store_load_chunks (db, 3, size));
  g_assert_cmpint (nida_sql_run (db, "DELETE FROM chunks WHERE id = 3 * 65536 + 1"), ==, SQLITE_OK);
  g_assert_null (nida_store_load_chunks (db, 3, size));
  sqlite3_close (db);
}

static void
test_bomb (void)
{
  gsize size = 2 * NIDA_STORE_CHUNK;
  g_autofree char *large = g_malloc0 (size);
  g_autoptr (GBytes) bytes = g_bytes_new_static (large, size);

  g_assert_false (nida_store_is_chunk (1, 0, (gint64) nida_store_check_chunk (1, large, size), bytes));
  g_assert_false (nida_store_is_chunk (1, (gint64) size, 0, bytes));
  g_assert_false (nida_store_is_chunk (1, -1, 0, bytes));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store-chunks/come-back-in-order", test_in_order);
  g_test_add_data_func ("/store-chunks/one-missing/is-told", "DELETE FROM chunks WHERE id = 3 * 65536 + 4", test_damaged);
  g_test_add_data_func ("/store-chunks/one-changed/is-told", "UPDATE chunks SET data = zeroblob (200) WHERE id = 3 * 65536 + 2",
                        test_damaged);
  g_test_add_data_func ("/store-chunks/packed-otherwise/is-told", "UPDATE chunks SET packed = 9 WHERE id = 3 * 65536 + 8",
                        test_damaged);
  g_test_add_func ("/store-chunks/in-memory/all-or-nothing", test_in_memory);
  g_test_add_func ("/store-chunks/more-than-a-chunk/is-refused", test_bomb);
  return g_test_run ();
}
