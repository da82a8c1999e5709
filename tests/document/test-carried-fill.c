/* carried-fill.c: what is put into a document without being read for a window has a snapshot too. */
#include "carried-fixture.h"

static void
test_filled (Fixture       *self,
             gconstpointer  data)
{
  g_autoptr (NidaCarried) carried = nida_carried_new (self->document, NULL);
  g_autoptr (NidaHeldSource) source = NULL;
  g_autoptr (NidaDataset) dataset = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_false (nida_carried_is_full (carried));
  g_assert_true (nida_carried_fill (carried, NULL, &error));
  g_assert_no_error (error);
  nida_carried_update (carried);
  g_assert_true (nida_carried_is_full (carried));
  source = get_source (self);
  g_assert_true (source->carried);
  g_assert_nonnull (source->snapshot);
  g_unlink (self->data);
  dataset = load (self, carried);
  g_assert_cmpuint (nida_dataset_get_n_rows (dataset), ==, 2);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/carried-fill/has-what-it-was-read-as", Fixture, NULL, set_up, test_filled, tear_down);
  return g_test_run ();
}
