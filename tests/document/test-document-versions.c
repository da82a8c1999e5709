/* document-versions.c: every earlier state comes back exactly, and going back is a change that undo takes back. */
#include "store-fixture.h"

#define N 60

static void
edit_at_random (NidaDocument *document)
{
  g_autofree char *id = g_strdup_printf ("%d", g_test_rand_int_range (0, 6));
  g_autofree char *text = g_strdup_printf ("%d", g_test_rand_int ());

  nida_document_begin (document, "Edit", NULL);
  if (g_test_rand_int_range (0, 3) == 0)
    nida_document_remove (document, NIDA_ITEM_SLIDE, id);
  else
    nida_document_set (document, NIDA_ITEM_SLIDE, id, text);
  nida_document_set (document, NIDA_ITEM_SETTING, "title", text);
  nida_document_end (document);
}

static void
test_go_back (Fixture      *fixture,
              gconstpointer data)
{
  g_autoptr (NidaDocument) document = nida_document_new ();
  NidaItems *states[N + 1];
  g_autoptr (GError) error = NULL;
  NidaDocumentFile *file;

  g_assert_true (nida_document_save_as (document, fixture->path, NULL));
  file = nida_document_get_file (document);
  for (guint i = 0; i <= N; i++)
    {
      states[i] = nida_items_copy (nida_document_get_items (document));
      if (i < N)
        edit_at_random (document);
    }
  for (guint i = 0; i <= N; i++)
    {
      g_autoptr (NidaItems) then = nida_document_file_dup_items_at (file, i, &error);

      g_assert_no_error (error);
      g_assert_true (nida_items_equal (then, states[i]));
    }
  g_assert_true (nida_document_file_go_back (file, 20, &error));
  g_assert_true (nida_items_equal (nida_document_get_items (document), states[20]));
  g_assert_true (g_str_has_prefix (nida_document_get_undo_name (document), "Go Back to Earlier Version\n"));
  nida_document_undo (document);
  g_assert_true (nida_items_equal (nida_document_get_items (document), states[N]));
  for (guint i = 0; i <= N; i++)
    nida_items_free (states[i]);
}

static void
test_list (Fixture      *fixture,
           gconstpointer data)
{
  g_autoptr (NidaDocument) document = nida_document_new ();
  g_autoptr (GPtrArray) versions = NULL;
  const NidaRevision *newest;

  g_assert_true (nida_document_save_as (document, fixture->path, NULL));
  set_text (document, NIDA_ITEM_BOARD, "a", "one");
  g_assert_true (nida_document_file_flush (nida_document_get_file (document), NULL));
  nida_document_undo (document);
  versions = nida_document_file_list_versions (nida_document_get_file (document), NULL);
  g_assert_cmpuint (versions->len, ==, 2);
  newest = versions->pdata[0];
  g_assert_cmpuint (newest->serial, ==, 2);
  g_assert_cmpuint (newest->undoes, ==, 1);
  g_assert_cmpstr (newest->name, ==, "Edit");
  g_assert_cmpstr (newest->who, ==, g_get_real_name ());
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/document-versions/every-state-comes-back", Fixture, NULL, fixture_set_up, test_go_back, fixture_tear_down);
  g_test_add ("/document-versions/the-newest-first-with-names", Fixture, NULL, fixture_set_up, test_list, fixture_tear_down);
  return g_test_run ();
}
