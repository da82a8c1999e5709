/* document-file.c: what is changed is in the file, what is in the file comes back, and nobody's work is lost over it. */
#include "store-fixture.h"

#include <signal.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

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

/* --- when the file takes nothing --- */

static void
count_cb (gpointer  object,
          guint    *n)
{
  (*n)++;
}

static NidaDocument *
make_document (Fixture *fixture)
{
  NidaDocument *document = nida_document_new ();

  set_text (document, NIDA_ITEM_BOARD, "a", "before");
  g_assert_true (nida_document_save_as (document, fixture->path, NULL));
  return document;
}

static char *
read_elsewhere (const char  *path,
                NidaItemKind kind,
                const char  *id)
{
  g_autoptr (NidaStore) store = nida_store_open (path, NIDA_STORE_READ, NULL);
  g_autoptr (NidaItems) items = nida_store_read_items (store, NULL);
  const NidaItem *item = nida_items_find (items, kind, id);

  return item != NULL ? g_strdup (item->text) : NULL;
}

static void
test_retries (Fixture      *fixture,
              gconstpointer data)
{
  g_autoptr (NidaDocument) document = make_document (fixture);
  NidaDocumentFile *file = nida_document_get_file (document);
  struct rlimit before, none;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  guint n = 0;

  g_signal_connect (file, "problem-changed", G_CALLBACK (count_cb), &n);
  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &before), ==, 0);
  none = before;
  none.rlim_cur = 16;
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &none), ==, 0);
  set_text (document, NIDA_ITEM_BOARD, "a", "first");
  set_text (document, NIDA_ITEM_BOARD, "b", "second");
  g_assert_false (nida_document_file_flush (file, &error));
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &before), ==, 0);
  g_assert_error (error, NIDA_STORE_ERROR, NIDA_STORE_ERROR_FAILED);
  g_assert_nonnull (nida_document_file_get_problem (file));
  g_assert_cmpuint (n, ==, 1);
  g_assert_false (nida_document_is_read_only (document));
  g_assert_cmpstr (nida_document_get (document, NIDA_ITEM_BOARD, "b"), ==, "second");

  g_clear_error (&error);
  g_assert_true (nida_document_file_flush (file, &error));
  g_assert_no_error (error);
  g_assert_null (nida_document_file_get_problem (file));
  g_assert_cmpuint (n, ==, 2);
  text = read_elsewhere (fixture->path, NIDA_ITEM_BOARD, "b");
  g_assert_cmpstr (text, ==, "second");
}

static void
test_gone (Fixture      *fixture,
           gconstpointer data)
{
  g_autoptr (NidaDocument) document = make_document (fixture);
  NidaDocumentFile *file = nida_document_get_file (document);
  g_autofree char *away = g_strconcat (fixture->path, ".away", NULL), *text = NULL, *other = g_strconcat (fixture->path, "2.nida", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_rename (fixture->path, away), ==, 0);
  set_text (document, NIDA_ITEM_BOARD, "a", "after");
  g_assert_false (nida_document_file_flush (file, &error));
  g_assert_error (error, NIDA_STORE_ERROR, NIDA_STORE_ERROR_GONE);
  g_assert_error (nida_document_file_get_problem (file), NIDA_STORE_ERROR, NIDA_STORE_ERROR_GONE);
  text = read_elsewhere (away, NIDA_ITEM_BOARD, "a");
  g_assert_cmpstr (text, ==, "before");

  g_clear_error (&error);
  g_assert_true (nida_document_save_as (document, other, &error));
  g_assert_no_error (error);
  g_assert_null (nida_document_file_get_problem (file));
  g_assert_cmpstr (nida_document_file_get_path (file), ==, other);
  set_text (document, NIDA_ITEM_BOARD, "a", "still");
  g_assert_true (nida_document_file_flush (file, &error));
  g_clear_pointer (&text, g_free);
  text = read_elsewhere (other, NIDA_ITEM_BOARD, "a");
  g_assert_cmpstr (text, ==, "still");
}

/* Closed while the file takes nothing: the work is in a draft. */
static void
test_rescue (Fixture      *fixture,
             gconstpointer data)
{
  g_autoptr (NidaDocument) document = make_document (fixture);
  g_autoptr (GError) error = NULL;
  g_autofree char *rescue = NULL, *text = NULL;

  g_assert_cmpint (g_remove (fixture->path), ==, 0);
  set_text (document, NIDA_ITEM_BOARD, "a", "hours of work");
  g_test_expect_message ("nida", G_LOG_LEVEL_MESSAGE, "*appeal.nida*");
  g_assert_false (nida_document_file_close (nida_document_get_file (document), &rescue, &error));
  g_test_assert_expected_messages ();
  g_assert_error (error, NIDA_STORE_ERROR, NIDA_STORE_ERROR_GONE);
  g_assert_true (nida_document_path_is_draft (rescue));
  text = read_elsewhere (rescue, NIDA_ITEM_BOARD, "a");
  g_assert_cmpstr (text, ==, "hours of work");
  g_remove (rescue);
}

static void
test_no_permission (Fixture      *fixture,
                    gconstpointer data)
{
  g_autoptr (NidaDocument) document = make_document (fixture), again = NULL;

  if (geteuid () == 0)
    {
      g_test_skip ("root may write everything");
      return;
    }
  g_clear_object (&document);
  g_assert_cmpint (g_chmod (fixture->path, 0444), ==, 0);
  again = nida_document_open (fixture->path, NULL);
  g_assert_true (nida_document_is_read_only (again));
  g_assert_error (nida_document_file_get_problem (nida_document_get_file (again)), NIDA_STORE_ERROR,
                  NIDA_STORE_ERROR_READ_ONLY);
}

/* --- two at one document --- */

static void
conflict_cb (NidaDocumentFile *file,
             guint             kind,
             const char       *id,
             const char       *who,
             GString          *told)
{
  g_string_append_printf (told, "%s/%s by %s ", nida_item_kind_get_name (kind), id, who);
}

static NidaRevision *
make_theirs (const char *id,
             const char *text)
{
  NidaRevision *revision = make_revision (NIDA_ITEM_SLIDE, id, NULL, text);

  g_free (revision->who);
  revision->who = g_strdup ("Salma");
  return revision;
}

static void
test_theirs_come (Fixture      *fixture,
                  gconstpointer data)
{
  g_autoptr (NidaDocument) document = make_document (fixture);
  g_autoptr (NidaRevision) theirs = make_theirs ("a", "theirs");
  g_autoptr (GString) told = g_string_new (NULL);

  g_signal_connect (nida_document_get_file (document), "conflict", G_CALLBACK (conflict_cb), told);
  append_elsewhere (fixture->path, theirs);
  wait_for_text (document, NIDA_ITEM_SLIDE, "a", "theirs");
  g_assert_cmpstr (told->str, ==, "");
  g_assert_cmpstr (nida_document_get_undo_name (document), ==, "Edit");
}

/* They wrote first, unknown here: ours stands, and the rest of theirs comes. */
static void
test_ours_stand (Fixture      *fixture,
                 gconstpointer data)
{
  g_autoptr (NidaDocument) document = make_document (fixture);
  g_autoptr (NidaRevision) theirs = make_theirs ("a", "theirs");
  g_autoptr (NidaItem) more = nida_item_new (NIDA_ITEM_SLIDE, "b", 1, "theirs too");
  g_autoptr (GString) told = g_string_new (NULL);
  NidaDocumentFile *file = nida_document_get_file (document);
  g_autofree char *text = NULL;
  g_autoptr (GPtrArray) versions = NULL;

  nida_revision_add (theirs, NULL, more);
  g_signal_connect (file, "conflict", G_CALLBACK (conflict_cb), told);
  append_elsewhere (fixture->path, theirs);
  set_text (document, NIDA_ITEM_SLIDE, "a", "ours");
  g_assert_true (nida_document_file_flush (file, NULL));
  g_assert_cmpstr (nida_document_get (document, NIDA_ITEM_SLIDE, "a"), ==, "ours");
  g_assert_cmpstr (nida_document_get (document, NIDA_ITEM_SLIDE, "b"), ==, "theirs too");
  text = read_elsewhere (fixture->path, NIDA_ITEM_SLIDE, "a");
  g_assert_cmpstr (text, ==, "ours");
  g_assert_cmpstr (told->str, ==, "slide/a by Salma ");
  versions = nida_document_file_list_versions (file, NULL);
  g_assert_cmpuint (versions->len, ==, 2);
}

/* They wrote last, not knowing ours: theirs stands here too, and it is told. */
static void
test_theirs_stand (Fixture      *fixture,
                   gconstpointer data)
{
  g_autoptr (NidaDocument) document = make_document (fixture);
  g_autoptr (NidaRevision) theirs = make_theirs ("a", "theirs");
  g_autoptr (GString) told = g_string_new (NULL);
  NidaDocumentFile *file = nida_document_get_file (document);

  g_signal_connect (file, "conflict", G_CALLBACK (conflict_cb), told);
  set_text (document, NIDA_ITEM_SLIDE, "a", "ours");
  g_assert_true (nida_document_file_flush (file, NULL));
  append_elsewhere (fixture->path, theirs);
  wait_for_text (document, NIDA_ITEM_SLIDE, "a", "theirs");
  g_assert_cmpstr (told->str, ==, "slide/a by Salma ");
}

/* What this program does when it is run with WRITE and a path. */
#define WRITE "--write"

static const char *program;

static void
write_many (const char *path,
            const char *who)
{
  g_autoptr (NidaDocument) document = nida_document_open (path, NULL);

  for (guint i = 0; i < 40; i++)
    {
      g_autofree char *id = g_strdup_printf ("%s-%u", who, i);

      set_text (document, NIDA_ITEM_ENTRY, id, who);
      set_text (document, NIDA_ITEM_SLIDE, "both", id);
    }
  g_assert_true (nida_document_file_close (nida_document_get_file (document), NULL, NULL));
}

/* Of two processes that write at once, all is in the file, and both see it. */
static void
test_two_processes (Fixture      *fixture,
                    gconstpointer data)
{
  g_autoptr (NidaItems) none = nida_items_new ();
  g_autoptr (NidaDocument) document = NULL;
  g_autoptr (GPtrArray) versions = NULL;
  NidaItems *items;
  g_autoptr (GSubprocess) child = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (nida_store_write_new (fixture->path, none, NULL, FALSE, NULL, NULL));
  child = g_subprocess_new (G_SUBPROCESS_FLAGS_NONE, &error, program, WRITE, fixture->path, NULL);
  g_assert_no_error (error);
  write_many (fixture->path, "parent");
  g_assert_true (g_subprocess_wait_check (child, NULL, &error));
  g_assert_no_error (error);
  document = nida_document_open (fixture->path, NULL);
  items = nida_document_get_items (document);
  g_assert_cmpuint (nida_items_get_n (items, NIDA_ITEM_ENTRY), ==, 80);
  versions = nida_document_file_list_versions (nida_document_get_file (document), NULL);
  g_assert_cmpuint (versions->len, ==, 160);
}

int
main (int   argc,
      char *argv[])
{
  program = argv[0];
  if (argc == 3 && g_str_equal (argv[1], WRITE))
    {
      write_many (argv[2], "child");
      return 0;
    }
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/document-file/what-is-changed-comes-back", Fixture, NULL, fixture_set_up, test_round_trip, fixture_tear_down);
  g_test_add ("/document-file/closed-with-its-document", Fixture, NULL, fixture_set_up, test_closes_with_document,
              fixture_tear_down);
  g_test_add ("/document-file/bytes-go-with-the-sources-that-name-them", Fixture, NULL, fixture_set_up, test_bytes,
              fixture_tear_down);
  g_test_add ("/document-file/cannot-be-written/tried-again-in-order", Fixture, NULL, fixture_set_up, test_retries,
              fixture_tear_down);
  g_test_add ("/document-file/moved-away/is-told-and-saved-elsewhere", Fixture, NULL, fixture_set_up, test_gone,
              fixture_tear_down);
  g_test_add ("/document-file/closed-unsaved/is-in-a-draft", Fixture, NULL, fixture_set_up, test_rescue, fixture_tear_down);
  g_test_add ("/document-file/no-permission/is-read-only", Fixture, NULL, fixture_set_up, test_no_permission,
              fixture_tear_down);
  g_test_add ("/document-file/others/their-changes-come", Fixture, NULL, fixture_set_up, test_theirs_come, fixture_tear_down);
  g_test_add ("/document-file/others/the-last-stands-here", Fixture, NULL, fixture_set_up, test_ours_stand, fixture_tear_down);
  g_test_add ("/document-file/others/the-last-stands-there", Fixture, NULL, fixture_set_up, test_theirs_stand,
              fixture_tear_down);
  g_test_add ("/document-file/others/two-processes-at-once", Fixture, NULL, fixture_set_up, test_two_processes,
              fixture_tear_down);
  return g_test_run ();
}
