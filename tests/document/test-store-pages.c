/* store-pages.c: all rows are found that SQLite put in, short and long ones, also when the page above them is gone. */
#include "store-fixture.h"

#include "store-pages.h"

#include <sqlite3.h>

#define N 300

static void
make_table (const char *path,
            const char *page_size)
{
  sqlite3 *db;
  g_autofree char *sql = g_strdup_printf ("PRAGMA page_size=%s; CREATE TABLE t (id INTEGER PRIMARY KEY, n INTEGER, name TEXT, data BLOB);"
                                          "WITH RECURSIVE c(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM c WHERE i < %d)"
                                          "INSERT INTO t SELECT i, i * i - 5000, 'name ' || i, zeroblob (i * 60) FROM c",
                                          page_size, N);

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_close (db), ==, SQLITE_OK);
}

static gboolean
row_cb (const NidaPageRow *row,
        gpointer           data)
{
  guint8 *found = data;
  g_autofree char *name = NULL;

  if (row->n_values != 4 || row->values[0].type != 'n' || row->values[1].type != 'i' || row->values[2].type != 't'
      || row->values[3].type != 'b' || row->rowid < 1 || row->rowid > N)
    return FALSE;
  name = g_strdup_printf ("name %d", (int) row->rowid);
  if (row->values[2].size != strlen (name) || memcmp (row->values[2].data, name, strlen (name)) != 0)
    return FALSE;
  g_assert_cmpint (row->values[1].number, ==, row->rowid * row->rowid - 5000);
  g_assert_cmpuint (row->values[3].size, ==, row->rowid * 60);
  for (gsize i = 0; i < row->values[3].size; i++)
    g_assert_cmpuint (row->values[3].data[i], ==, 0);
  if (row->live)
    found[row->rowid] = TRUE;
  return TRUE;
}

static guint
count_found (const char *path)
{
  guint8 found[N + 1] = { 0 };
  guint n = 0;

  g_assert_true (nida_store_scan_pages (path, row_cb, found));
  for (guint i = 1; i <= N; i++)
    n += found[i];
  return n;
}

static void
test_all (Fixture      *fixture,
          gconstpointer data)
{
  make_table (fixture->path, data);
  g_assert_cmpuint (count_found (fixture->path), ==, N);
}

static void
test_without_first_page (Fixture      *fixture,
                         gconstpointer data)
{
  g_autofree char *contents = NULL;
  gsize length;

  make_table (fixture->path, "4096");
  g_assert_true (g_file_get_contents (fixture->path, &contents, &length, NULL));
  memset (contents, 0xff, 2 * 4096);
  g_assert_true (g_file_set_contents (fixture->path, contents, (gssize) length, NULL));
  g_assert_cmpuint (count_found (fixture->path), ==, N);
}

static void
test_nothing (Fixture      *fixture,
              gconstpointer data)
{
  g_assert_false (nida_store_scan_pages (fixture->path, row_cb, NULL));
  g_assert_true (g_file_set_contents (fixture->path, "", 0, NULL));
  g_assert_cmpuint (count_found (fixture->path), ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/store-pages/small-pages/all-rows", Fixture, "512", fixture_set_up, test_all, fixture_tear_down);
  g_test_add ("/store-pages/usual-pages/all-rows", Fixture, "4096", fixture_set_up, test_all, fixture_tear_down);
  g_test_add ("/store-pages/large-pages/all-rows", Fixture, "65536", fixture_set_up, test_all, fixture_tear_down);
  g_test_add ("/store-pages/no-tree/all-rows", Fixture, NULL, fixture_set_up, test_without_first_page, fixture_tear_down);
  g_test_add ("/store-pages/nothing/no-rows", Fixture, NULL, fixture_set_up, test_nothing, fixture_tear_down);
  return g_test_run ();
}
