/* document-writer.c: what is pushed is written in order and told in order, what others wrote among it. */
#include "store-fixture.h"

#include "document-writer.h"

static void
wake_cb (gpointer data)
{
  g_atomic_int_inc ((int *) data);
}

static NidaDocumentWriter *
make_writer (Fixture *fixture,
             int     *n_wakes)
{
  g_autoptr (NidaItems) none = nida_items_new (), items = NULL;
  NidaStore *store;

  g_assert_true (nida_store_write_new (fixture->path, none, NULL, FALSE, NULL, NULL));
  store = nida_store_open (fixture->path, NIDA_STORE_WRITE, NULL);
  items = nida_store_read_items (store, NULL);
  return nida_document_writer_new (store, wake_cb, n_wakes);
}

static void
push (NidaDocumentWriter *writer,
      const char         *text)
{
  g_autoptr (NidaRevision) revision = make_revision (NIDA_ITEM_SLIDE, "a", NULL, text);

  nida_document_writer_push (writer, revision);
}

static void
test_in_order (Fixture      *fixture,
               gconstpointer data)
{
  int n_wakes = 0;
  g_autoptr (NidaDocumentWriter) writer = make_writer (fixture, &n_wakes);
  g_autoptr (NidaRevision) theirs = make_revision (NIDA_ITEM_SLIDE, "b", NULL, "theirs");
  g_autoptr (GPtrArray) written = NULL, later = NULL;
  g_autoptr (GError) failure = NULL;

  push (writer, "one");
  push (writer, "two");
  g_assert_true (nida_document_writer_flush (writer, NULL));
  append_elsewhere (fixture->path, theirs);
  push (writer, "three");
  g_assert_true (nida_document_writer_flush (writer, NULL));
  written = nida_document_writer_take (writer, &failure);
  g_assert_no_error (failure);
  g_assert_cmpuint (written->len, ==, 4);
  for (guint i = 0; i < 4; i++)
    {
      const NidaWritten *one = written->pdata[i];

      g_assert_cmpuint (one->serial, ==, i + 1);
      g_assert_cmpint (one->own, ==, i != 2);
    }
  g_assert_cmpint (g_atomic_int_get (&n_wakes), >, 0);
  later = nida_document_writer_take (writer, &failure);
  g_assert_cmpuint (later->len, ==, 0);
}

static void
test_failure (Fixture      *fixture,
              gconstpointer data)
{
  int n_wakes = 0;
  g_autoptr (NidaDocumentWriter) writer = make_writer (fixture, &n_wakes);
  g_autofree char *away = g_strconcat (fixture->path, ".away", NULL);
  g_autoptr (GPtrArray) written = NULL, all = NULL;
  g_autoptr (GError) failure = NULL, error = NULL;

  g_assert_cmpint (g_rename (fixture->path, away), ==, 0);
  push (writer, "one");
  push (writer, "two");
  g_assert_false (nida_document_writer_flush (writer, &error));
  g_assert_error (error, NIDA_STORE_ERROR, NIDA_STORE_ERROR_GONE);
  written = nida_document_writer_take (writer, &failure);
  g_assert_cmpuint (written->len, ==, 0);
  g_assert_error (failure, NIDA_STORE_ERROR, NIDA_STORE_ERROR_GONE);
  g_assert_cmpint (g_rename (away, fixture->path), ==, 0);
  g_assert_true (nida_document_writer_flush (writer, NULL));
  g_clear_error (&failure);
  all = nida_document_writer_take (writer, &failure);
  g_assert_no_error (failure);
  g_assert_cmpuint (all->len, ==, 2);
  g_assert_cmpuint (((NidaWritten *) all->pdata[1])->serial, ==, 2);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/document-writer/in-order", Fixture, NULL, fixture_set_up, test_in_order, fixture_tear_down);
  g_test_add ("/document-writer/failure/is-told-and-made-good", Fixture, NULL, fixture_set_up, test_failure, fixture_tear_down);
  return g_test_run ();
}
