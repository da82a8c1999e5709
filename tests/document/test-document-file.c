/* document-file.c: what is changed is in the file, what is in the file comes back, and nobody's work is lost over it. */
#include "store-fixture.h"

static void
test_round_trip (Fixture      *fixture,
                 gconstpointer data)
{
  g_autoptr (NidaDocument) document = nida_document_new (), again = NULL;
  g_autoptr (GError) error = NULL;
  NidaDocumentFile *file;

  set_text (document, NIDA_ITEM_BOARD, "a", "a board");
  g_assert_null (nida_document_get_file (document));
  g_assert_true (nida_document_save_as (document, fixture->path, &error));
  g_assert_no_error (error);
  file = nida_document_get_file (document);
  g_assert_cmpstr (nida_document_file_get_path (file), ==, fixture->path);
  set_text (document, NIDA_ITEM_SLIDE, "b", "شريحة");
  set_text (document, NIDA_ITEM_BOARD, "a", "another board");
  nida_document_undo (document);
  g_assert_true (nida_document_file_close (file, NULL, &error));
  g_assert_no_error (error);
  g_clear_object (&document);

  again = nida_document_open (fixture->path, &error);
  g_assert_no_error (error);
  g_assert_false (nida_document_is_read_only (again));
  g_assert_null (nida_document_file_get_problem (nida_document_get_file (again)));
  g_assert_cmpstr (nida_document_get (again, NIDA_ITEM_BOARD, "a"), ==, "a board");
  g_assert_cmpstr (nida_document_get (again, NIDA_ITEM_SLIDE, "b"), ==, "شريحة");
  g_assert_false (nida_document_can_undo (again));
}

static void
test_closes_with_document (Fixture      *fixture,
                           gconstpointer data)
{
  NidaDocument *document = nida_document_new ();
  g_autoptr (NidaDocument) again = NULL;
  g_autofree char *names = NULL;

  g_assert_true (nida_document_save_as (document, fixture->path, NULL));
  set_text (document, NIDA_ITEM_BOARD, "a", "at the last moment");
  g_object_unref (document);
  names = fixture_list (fixture);
  g_assert_cmpstr (names, ==, "appeal.nida ");
  again = nida_document_open (fixture->path, NULL);
  g_assert_cmpstr (nida_document_get (again, NIDA_ITEM_BOARD, "a"), ==, "at the last moment");
}

static void
test_bytes (Fixture      *fixture,
            gconstpointer data)
{
  g_autoptr (NidaDocument) document = nida_document_new (), copy = NULL;
  g_autoptr (NidaBytes) bytes = make_bytes ("date,amount\n2024-01-01,5\n"), held = NULL;
  g_autofree char *sha256 = NULL, *text = NULL, *other = g_strconcat (fixture->path, "2.nida", NULL);
  g_autoptr (GError) error = NULL;
  NidaDocumentFile *file;

  g_assert_true (nida_document_save_as (document, fixture->path, NULL));
  file = nida_document_get_file (document);
  sha256 = nida_document_file_keep_bytes (file, bytes, NULL, &error);
  g_assert_no_error (error);
  set_text (document, NIDA_ITEM_SOURCE, "s", sha256);
  g_assert_true (nida_document_save_copy (document, other, &error));
  g_assert_no_error (error);
  copy = nida_document_open (other, NULL);
  held = nida_document_file_open_bytes (nida_document_get_file (copy), sha256, "data", NULL, &error);
  g_assert_no_error (error);
  text = read_bytes (held);
  g_assert_cmpstr (text, ==, "date,amount\n2024-01-01,5\n");
  g_assert_false (nida_document_file_holds_bytes (file, "0123"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/document-file/what-is-changed-comes-back", Fixture, NULL, fixture_set_up, test_round_trip, fixture_tear_down);
  g_test_add ("/document-file/closed-with-its-document", Fixture, NULL, fixture_set_up, test_closes_with_document,
              fixture_tear_down);
  g_test_add ("/document-file/bytes-go-with-the-sources-that-name-them", Fixture, NULL, fixture_set_up, test_bytes,
              fixture_tear_down);
  return g_test_run ();
}
