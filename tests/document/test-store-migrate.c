/* store-migrate.c: a document of each earlier version opens whole, and becomes one of today in place, or in a copy where it may
 * not be written. */
#include "old-versions.h"

#include "fiscal-start.h"

#define DATA "date,amount\n2024-01-01,5\n"

static void
test_in_place (Fixture      *fixture,
               gconstpointer data)
{
  guint version = GPOINTER_TO_UINT (data);

  old_version_make (version, fixture->path, DATA);
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (NidaStore) store = nida_store_open (fixture->path, NIDA_STORE_WRITE, &error);

      g_assert_no_error (error);
      g_assert_null (nida_store_get_limit (store));
      old_version_check (store, version, DATA);
    }
}

/* No earlier version knew in which month fiscal years begin: none is made up, and one that is said then is kept. */
static void
test_fiscal (Fixture      *fixture,
             gconstpointer data)
{
  old_version_make (GPOINTER_TO_UINT (data), fixture->path, DATA);
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

  old_version_make (version, fixture->path, DATA);
  g_assert_true (g_file_get_contents (fixture->path, &before, &length, NULL));
  store = nida_store_open (fixture->path, NIDA_STORE_READ, &error);
  g_assert_no_error (error);
  old_version_check (store, version, DATA);
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
