/* carried-ahead.c: what was taken out of a document's file ahead is there once, for that document alone. */
#include "carried-fixture.h"

#include "carried-ahead.h"

static void
test_ahead (Fixture       *self,
            gconstpointer  data)
{
  g_autoptr (NidaCarried) carried = nida_carried_new (self->document, NULL);
  g_autoptr (NidaDataset) read = load (self, carried), restored = NULL;
  g_autoptr (NidaHeldSource) source = get_source (self);
  g_autoptr (NidaLayouts) layouts = nida_layouts_new (NULL);
  g_autoptr (GBytes) snapshot = NULL;

  g_assert_true (nida_document_file_flush (nida_document_get_file (self->document), NULL));
  g_assert_null (nida_carried_take_ahead (self->path, source->snapshot_key));
  nida_carried_read_ahead (self->path, layouts);
  g_assert_null (nida_carried_take_ahead (self->data, source->snapshot_key));
  g_assert_null (nida_carried_take_ahead (self->path, "of other readers"));
  snapshot = nida_carried_take_ahead (self->path, source->snapshot_key);
  g_assert_nonnull (snapshot);
  g_assert_null (nida_carried_take_ahead (self->path, source->snapshot_key));
  nida_carried_drop_ahead ();
  g_unlink (self->data);
  restored = load (self, carried);
  g_assert_cmpuint (nida_dataset_get_n_rows (restored), ==, 2);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/carried-ahead/once-and-for-that-document", Fixture, NULL, set_up, test_ahead, tear_down);
  return g_test_run ();
}
