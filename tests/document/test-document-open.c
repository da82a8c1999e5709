/* document-open.c: a document under another name is the same document, drafts are found again, and equal documents are equal
 * files. */
#include "store-fixture.h"

#include <unistd.h>

static gboolean
have_same_bytes (const char *one,
                 const char *two)
{
  g_autofree char *first = NULL, *second = NULL;
  gsize length, other;

  g_assert_true (g_file_get_contents (one, &first, &length, NULL));
  g_assert_true (g_file_get_contents (two, &second, &other, NULL));
  return length == other && memcmp (first, second, length) == 0;
}

static void
test_same_object (Fixture      *fixture,
                  gconstpointer data)
{
  g_autoptr (NidaDocument) document = nida_document_new (), again = NULL;
  g_autofree char *link = g_strconcat (fixture->path, ".link", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_true (nida_document_save_as (document, fixture->path, NULL));
  g_assert_cmpint (symlink (fixture->path, link), ==, 0);
  again = nida_document_open (link, NULL);
  g_assert_true (again == document);
  g_assert_false (nida_document_save_copy (document, link, &error));
  g_assert_error (error, NIDA_STORE_ERROR, NIDA_STORE_ERROR_BUSY);
}

static void
test_refused (Fixture      *fixture,
              gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (nida_document_open (fixture->path, &error));
  g_assert_error (error, NIDA_STORE_ERROR, NIDA_STORE_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_true (g_file_set_contents (fixture->path, "date,amount\n2024-01-01,5\n", -1, NULL));
  g_assert_false (nida_store_recognise (fixture->path));
  g_assert_null (nida_document_open (fixture->path, &error));
  g_assert_error (error, NIDA_STORE_ERROR, NIDA_STORE_ERROR_NOT_DOCUMENT);
  g_clear_error (&error);
  g_assert_null (nida_document_open (fixture->folder, &error));
  g_assert_error (error, NIDA_STORE_ERROR, NIDA_STORE_ERROR_NOT_DOCUMENT);
}

static void
edit_at_random (NidaDocument *document)
{
  g_autofree char *id = g_strdup_printf ("%d", g_test_rand_int_range (0, 12));
  g_autofree char *text = g_strdup_printf ("%d", g_test_rand_int ());
  NidaItemKind kind = (NidaItemKind) g_test_rand_int_range (0, NIDA_N_ITEM_KINDS);
  int what = g_test_rand_int_range (0, 4);

  nida_document_begin (document, "Edit", NULL);
  if (what == 0)
    nida_document_remove (document, kind, id);
  else if (what == 1)
    nida_document_move (document, kind, id, (guint) g_test_rand_int_range (0, 4));
  else
    nida_document_set (document, kind, id, text);
  nida_document_end (document);
}

static void
test_walk (Fixture      *fixture,
           gconstpointer data)
{
  g_autoptr (NidaDocument) document = nida_document_new (), reopened = NULL;
  g_autofree char *before = g_strconcat (fixture->path, "-before.nida", NULL), *after = g_strconcat (fixture->path, "-after.nida", NULL);
  g_autofree char *middle = g_strconcat (fixture->path, "-middle.nida", NULL);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 40; i++)
    edit_at_random (document);
  g_assert_true (nida_document_save_as (document, fixture->path, NULL));
  nida_document_forget_undo (document);
  g_assert_true (nida_document_save_copy (document, before, NULL));
  for (guint i = 0; i < 200; i++)
    edit_at_random (document);
  g_assert_true (nida_document_save_copy (document, middle, NULL));
  g_assert_false (have_same_bytes (before, middle));
  while (nida_document_can_undo (document))
    nida_document_undo (document);
  g_assert_true (nida_document_save_copy (document, after, &error));
  g_assert_no_error (error);
  g_assert_true (have_same_bytes (before, after));

  g_assert_true (nida_document_file_close (nida_document_get_file (document), NULL, NULL));
  reopened = nida_document_open (fixture->path, NULL);
  g_assert_true (nida_items_equal (nida_document_get_items (reopened), nida_document_get_items (document)));
}

static void
test_draft (Fixture      *fixture,
            gconstpointer data)
{
  g_autoptr (NidaDocument) document = nida_document_new ();
  g_autofree char *draft = NULL;
  g_autoptr (GPtrArray) drafts = NULL, versions = NULL;
  g_autoptr (GError) error = NULL;
  NidaDocumentFile *file;

  g_assert_true (nida_document_make_draft (document, &error));
  g_assert_no_error (error);
  file = nida_document_get_file (document);
  g_assert_true (nida_document_file_is_draft (file));
  draft = g_strdup (nida_document_file_get_path (file));
  set_text (document, NIDA_ITEM_BOARD, "a", "not named yet");
  drafts = nida_document_list_drafts ();
  g_assert_true (g_ptr_array_find_with_equal_func (drafts, draft, g_str_equal, NULL));
  g_assert_true (nida_document_save_as (document, fixture->path, &error));
  g_assert_no_error (error);
  g_assert_false (nida_document_file_is_draft (file));
  g_assert_false (g_file_test (draft, G_FILE_TEST_EXISTS));
  versions = nida_document_file_list_versions (file, NULL);
  g_assert_cmpuint (versions->len, ==, 1);
}

static void
test_duplicate (Fixture      *fixture,
                gconstpointer data)
{
  g_autoptr (NidaDocument) document = nida_document_new (), twin = NULL;
  g_autoptr (GPtrArray) versions = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (nida_document_save_as (document, fixture->path, NULL));
  set_text (document, NIDA_ITEM_BOARD, "a", "both have it");
  twin = nida_document_duplicate (document, &error);
  g_assert_no_error (error);
  g_assert_true (nida_document_file_is_draft (nida_document_get_file (twin)));
  set_text (twin, NIDA_ITEM_BOARD, "a", "only the twin");
  g_assert_cmpstr (nida_document_get (document, NIDA_ITEM_BOARD, "a"), ==, "both have it");
  versions = nida_document_file_list_versions (nida_document_get_file (twin), NULL);
  g_assert_cmpuint (versions->len, ==, 1);
  g_remove (nida_document_file_get_path (nida_document_get_file (twin)));
}

static void
ready_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      data)
{
  *(GAsyncResult **) data = g_object_ref (result);
}

static GAsyncResult *
wait_for_result (GAsyncResult **result)
{
  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);
  return *result;
}

/* What is changed while the new file is written is in it. */
static void
test_meanwhile (Fixture      *fixture,
                gconstpointer data)
{
  g_autoptr (NidaDocument) document = nida_document_new (), again = NULL;
  g_autofree char *other = g_strconcat (fixture->path, "2.nida", NULL);
  g_autoptr (GAsyncResult) saved = NULL, opened = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (nida_document_save_as (document, fixture->path, NULL));
  nida_document_save_as_async (document, other, NULL, ready_cb, &saved);
  set_text (document, NIDA_ITEM_BOARD, "a", "meanwhile");
  g_assert_true (nida_document_save_as_finish (document, wait_for_result (&saved), &error));
  g_assert_no_error (error);
  g_assert_true (nida_document_file_close (nida_document_get_file (document), NULL, NULL));
  nida_document_open_async (other, NULL, ready_cb, &opened);
  again = nida_document_open_finish (wait_for_result (&opened), &error);
  g_assert_no_error (error);
  g_assert_cmpstr (nida_document_get (again, NIDA_ITEM_BOARD, "a"), ==, "meanwhile");
}

static void
test_fails (Fixture      *fixture,
            gconstpointer data)
{
  g_autoptr (NidaDocument) document = nida_document_new ();
  g_autofree char *nowhere = g_build_filename (fixture->folder, "no", "folder.nida", NULL);
  g_autoptr (GError) error = NULL;

  set_text (document, NIDA_ITEM_BOARD, "a", "a board");
  g_assert_false (nida_document_save_as (document, nowhere, &error));
  g_assert_nonnull (error);
  g_assert_null (nida_document_get_file (document));
  g_assert_true (nida_document_save_as (document, fixture->path, NULL));
  g_assert_false (nida_document_save_as (document, nowhere, NULL));
  g_assert_cmpstr (nida_document_file_get_path (nida_document_get_file (document)), ==, fixture->path);
  set_text (document, NIDA_ITEM_BOARD, "a", "goes on");
  g_assert_true (nida_document_file_flush (nida_document_get_file (document), &error));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/document-open/twice/is-the-same-document", Fixture, NULL, fixture_set_up, test_same_object, fixture_tear_down);
  g_test_add ("/document-open/other-files/are-refused", Fixture, NULL, fixture_set_up, test_refused, fixture_tear_down);
  g_test_add ("/document-open/200-edits-undone/leave-the-same-file", Fixture, NULL, fixture_set_up, test_walk, fixture_tear_down);
  g_test_add ("/document-open/drafts/keep-their-history-when-named", Fixture, NULL, fixture_set_up, test_draft,
              fixture_tear_down);
  g_test_add ("/document-open/duplicate/is-another-document", Fixture, NULL, fixture_set_up, test_duplicate, fixture_tear_down);
  g_test_add ("/document-open/save-as/what-is-changed-meanwhile-is-there", Fixture, NULL, fixture_set_up, test_meanwhile,
              fixture_tear_down);
  g_test_add ("/document-open/save-as/that-fails-changes-nothing", Fixture, NULL, fixture_set_up, test_fails, fixture_tear_down);
  return g_test_run ();
}
