/* store-salvage.c: whatever happens to the bytes of a document, nothing that is shown is other than it was, what is missing is
 * told, and the damaged file stays as it is. */
#include "store-fixture.h"

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <unistd.h>

#define DATA "donor,amount\nKuwait,1250000.50\n"

static const char * const texts[] = { "a board", "شريحة", "amount=1250000.50", "amount=99" };

typedef struct {
  char  *contents;
  gsize  length;
  char  *sha256;
} Whole;

/* In pages that are small, so that there are several of each kind. */
static void
make_small (const char *path)
{
  sqlite3 *db;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, "PRAGMA page_size=512; VACUUM", NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_close (db), ==, SQLITE_OK);
}

static Whole *
make_whole (Fixture *fixture)
{
  g_autoptr (NidaDocument) document = nida_document_new ();
  g_autoptr (NidaBytes) bytes = make_bytes (DATA);
  Whole *whole = g_new0 (Whole, 1);

  set_text (document, NIDA_ITEM_BOARD, "a", texts[0]);
  set_text (document, NIDA_ITEM_SLIDE, "b", texts[1]);
  g_assert_true (nida_document_save_as (document, fixture->path, NULL));
  whole->sha256 = nida_document_file_keep_bytes (nida_document_get_file (document), bytes, NULL, NULL);
  set_text (document, NIDA_ITEM_SOURCE, "s", whole->sha256);
  set_text (document, NIDA_ITEM_ENTRY, "c", texts[3]);
  set_text (document, NIDA_ITEM_ENTRY, "c", texts[2]);
  set_text (document, NIDA_ITEM_ENTRY, "d", texts[3]);
  set_text (document, NIDA_ITEM_ENTRY, "d", NULL);
  g_assert_true (nida_document_file_close (nida_document_get_file (document), NULL, NULL));
  make_small (fixture->path);
  g_assert_true (g_file_get_contents (fixture->path, &whole->contents, &whole->length, NULL));
  return whole;
}

static void
whole_free (Whole *whole)
{
  g_free (whole->contents);
  g_free (whole->sha256);
  g_free (whole);
}

/* How many of the items are there; none is another than it was. */
static guint
check_items (NidaItems   *items,
             const Whole *whole)
{
  const char * const ids[] = { "a", "b", "c", "s" };
  const NidaItemKind kinds[] = { NIDA_ITEM_BOARD, NIDA_ITEM_SLIDE, NIDA_ITEM_ENTRY, NIDA_ITEM_SOURCE };
  guint n = 0, all = 0;

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      const NidaItem *item = nida_items_find (items, kinds[i], ids[i]);

      n += item != NULL;
      if (item != NULL)
        g_assert_cmpstr (item->text, ==, i == 3 ? whole->sha256 : texts[i]);
    }
  for (guint kind = 0; kind < NIDA_N_ITEM_KINDS; kind++)
    all += nida_items_get_n (items, kind);
  g_assert_cmpuint (all, ==, n);
  return n;
}

static gboolean
check_data (NidaStore   *store,
            const Whole *whole)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (NidaBytes) bytes = nida_store_open_bytes (store, whole->sha256, "data", NULL, &error);
  g_autofree char *text = NULL;

  if (bytes == NULL)
    {
      g_assert_nonnull (error);
      return FALSE;
    }
  text = read_bytes (bytes);
  g_assert_cmpstr (text, ==, DATA);
  return TRUE;
}

/* What can be got out of @contents; 5 is all of it. Nothing is wrong, and what is missing is told. */
static guint
look (Fixture     *fixture,
      const Whole *whole,
      const char  *contents,
      gsize        length)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (NidaStore) store = NULL;
  g_autoptr (NidaItems) items = NULL;
  guint n;

  g_assert_true (g_file_set_contents_full (fixture->path, contents, (gssize) length, G_FILE_SET_CONTENTS_NONE, 0644, NULL));
  store = nida_store_open (fixture->path, NIDA_STORE_WRITE, &error);
  if (store != NULL)
    items = nida_store_read_items (store, &error);
  if (items == NULL)
    {
      g_assert_nonnull (error);
      return 0;
    }
  n = check_items (items, whole);
  if (n < 4)
    g_assert_error (nida_store_get_limit (store), NIDA_STORE_ERROR, NIDA_STORE_ERROR_DAMAGED);
  return n + check_data (store, whole);
}

static void
assert_untouched (Fixture    *fixture,
                  const char *contents,
                  gsize       length)
{
  g_autofree char *now = NULL;
  gsize length_now;

  g_assert_true (g_file_get_contents (fixture->path, &now, &length_now, NULL));
  g_assert_cmpmem (now, length_now, contents, length);
}

static void
test_each_byte (Fixture      *fixture,
                gconstpointer data)
{
  Whole *whole = make_whole (fixture);
  guint n_lost = 0;

  for (gsize i = 0; i < whole->length; i++)
    {
      whole->contents[i] ^= (char) (1 << i % 8);
      n_lost += look (fixture, whole, whole->contents, whole->length) < 4;
      whole->contents[i] ^= (char) (1 << i % 8);
    }
  /* The journal tells what the items were, and the other way round: one byte seldom costs more than one thing. */
  g_test_message ("%u of %" G_GSIZE_FORMAT " bytes cost more than one thing", n_lost, whole->length);
  g_assert_cmpuint (n_lost, <, whole->length / 50);
  whole_free (whole);
}

static void
test_each_length (Fixture      *fixture,
                  gconstpointer data)
{
  Whole *whole = make_whole (fixture);

  for (gsize length = 0; length < whole->length; length += 37)
    look (fixture, whole, whole->contents, length);
  g_assert_cmpuint (look (fixture, whole, whole->contents, whole->length), ==, 5);
  whole_free (whole);
}

/* A page that is gone takes what was on it; the file is not written. */
static void
test_each_page (Fixture      *fixture,
                gconstpointer data)
{
  Whole *whole = make_whole (fixture);

  for (gsize page = 0; page < whole->length / 512; page++)
    {
      g_autofree char *copy = g_memdup2 (whole->contents, whole->length);

      memset (copy + 512 * page, 0xe5, 512);
      look (fixture, whole, copy, whole->length);
      assert_untouched (fixture, copy, whole->length);
    }
  whole_free (whole);
}

/* What is saved of it is whole. */
static void
test_save_as (Fixture      *fixture,
              gconstpointer data)
{
  Whole *whole = make_whole (fixture);
  g_autoptr (GError) error = NULL;
  g_autoptr (NidaDocument) document = NULL;
  g_autofree char *other = g_strconcat (fixture->path, "2.nida", NULL), *text = NULL;
  g_autoptr (NidaBytes) bytes = NULL;
  NidaDocumentFile *file;

  memset (whole->contents, 'x', 16);
  g_assert_true (g_file_set_contents (fixture->path, whole->contents, (gssize) whole->length, NULL));
  document = nida_document_open (fixture->path, &error);
  g_assert_no_error (error);
  file = nida_document_get_file (document);
  g_assert_true (nida_document_is_read_only (document));
  g_assert_error (nida_document_file_get_problem (file), NIDA_STORE_ERROR, NIDA_STORE_ERROR_DAMAGED);
  g_assert_true (nida_document_save_as (document, other, &error));
  g_assert_no_error (error);
  assert_untouched (fixture, whole->contents, whole->length);
  g_assert_false (nida_document_is_read_only (document));
  g_assert_null (nida_document_file_get_problem (file));
  set_text (document, NIDA_ITEM_BOARD, "a", "goes on");
  g_assert_true (nida_document_file_flush (file, &error));
  bytes = nida_document_file_open_bytes (file, whole->sha256, "data", NULL, &error);
  g_assert_no_error (error);
  text = read_bytes (bytes);
  g_assert_cmpstr (text, ==, DATA);
  whole_free (whole);
}

/* Damage of the history shows before anything is written into the file. */
static void
test_history (Fixture      *fixture,
              gconstpointer data)
{
  Whole *whole = make_whole (fixture);
  g_autoptr (NidaDocument) document = NULL;
  sqlite3 *db;

  g_assert_cmpint (sqlite3_open (fixture->path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, "UPDATE revisions SET who = 'Mallory' WHERE serial = 2", NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (db);
  document = nida_document_open (fixture->path, NULL);
  g_assert_false (nida_document_is_read_only (document));
  set_text (document, NIDA_ITEM_BOARD, "a", "after");
  g_assert_false (nida_document_file_flush (nida_document_get_file (document), NULL));
  g_assert_error (nida_document_file_get_problem (nida_document_get_file (document)), NIDA_STORE_ERROR,
                  NIDA_STORE_ERROR_DAMAGED);
  g_assert_true (nida_document_is_read_only (document));
  whole_free (whole);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/store-salvage/each-byte-changed/nothing-is-wrong", Fixture, NULL, fixture_set_up, test_each_byte,
              fixture_tear_down);
  g_test_add ("/store-salvage/cut-short/nothing-is-wrong", Fixture, NULL, fixture_set_up, test_each_length, fixture_tear_down);
  g_test_add ("/store-salvage/each-page-lost/the-file-is-left-alone", Fixture, NULL, fixture_set_up, test_each_page,
              fixture_tear_down);
  g_test_add ("/store-salvage/saved-elsewhere-it-goes-on", Fixture, NULL, fixture_set_up, test_save_as, fixture_tear_down);
  g_test_add ("/store-salvage/history/shows-before-a-write", Fixture, NULL, fixture_set_up, test_history, fixture_tear_down);
  return g_test_run ();
}
