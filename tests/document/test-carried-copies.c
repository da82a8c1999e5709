/* carried-copies.c: what the bytes were read as is in the document beside them, is read in their place, and goes with them. */
#include "carried-fixture.h"

#include "store-bytes.h"

static char *
dump (NidaDataset *dataset)
{
  GString *text = g_string_new (NULL);

  nida_csv_append (text, dataset, NULL);
  return g_string_free (text, FALSE);
}

/* The first reading keeps it, the next takes it, from the document alone too; its figures are those of the bytes. */
static void
test_kept (Fixture       *self,
           gconstpointer  data)
{
  g_autoptr (NidaCarried) carried = nida_carried_new (self->document, NULL), alone = NULL;
  g_autoptr (NidaDataset) read = load (self, carried), restored = NULL, again = NULL;
  g_autoptr (NidaHeldSource) source = get_source (self), later = NULL;
  g_autoptr (NidaItems) items = NULL;
  g_autofree char *one = dump (read), *two = NULL, *three = NULL;

  g_assert_nonnull (source->snapshot);
  g_assert_true (nida_document_file_holds_bytes (nida_document_get_file (self->document), source->snapshot));
  g_unlink (self->data);
  restored = load (self, carried);
  two = dump (restored);
  g_assert_cmpstr (one, ==, two);
  later = get_source (self);
  g_assert_cmpstr (later->snapshot, ==, source->snapshot);
  items = nida_items_copy (nida_document_get_items (self->document));
  g_clear_object (&carried);
  g_clear_object (&self->document);
  alone = nida_carried_new_items (items, self->path, NULL);
  again = load (self, alone);
  three = dump (again);
  g_assert_cmpstr (one, ==, three);
}

/* Nothing else than what these readers made of these bytes. */
static void
test_key (Fixture       *self,
                     gconstpointer  data)
{
  g_autoptr (NidaCarried) carried = nida_carried_new (self->document, NULL);
  g_autoptr (NidaDataset) read = load (self, carried);
  g_autoptr (NidaHeldSource) source = get_source (self);
  g_autoptr (NidaVersion) version = nida_copies_find (NIDA_COPIES (carried), source->uri, "flows.csv", 0, NULL);
  g_autoptr (GBytes) snapshot = nida_copies_open_snapshot (NIDA_COPIES (carried), version, source->snapshot_key);

  g_assert_nonnull (snapshot);
  g_assert_null (nida_copies_open_snapshot (NIDA_COPIES (carried), version, "of other readers"));
  g_assert_false (nida_copies_wants_snapshot (NIDA_COPIES (carried), version, source->snapshot_key));
  g_assert_true (nida_copies_wants_snapshot (NIDA_COPIES (carried), version, "of other readers"));
  nida_snapshot_tune (0);
  g_assert_false (nida_copies_wants_snapshot (NIDA_COPIES (carried), version, "of other readers"));
}

/* Other bytes have another one; that of the bytes before is not theirs. */
static void
test_changed (Fixture       *self,
              gconstpointer  data)
{
  g_autoptr (NidaCarried) carried = nida_carried_new (self->document, NULL);
  g_autoptr (NidaDataset) read = load (self, carried), changed = NULL, restored = NULL;
  g_autoptr (NidaHeldSource) before = get_source (self), after = NULL;

  g_assert_true (g_file_set_contents (self->data, DATA "3,2024-01-03,Oman,9,\n", -1, NULL));
  changed = load (self, carried);
  g_assert_cmpuint (nida_dataset_get_n_rows (changed), ==, 3);
  after = get_source (self);
  g_assert_nonnull (after->snapshot);
  g_assert_cmpstr (after->snapshot, !=, before->snapshot);
  g_unlink (self->data);
  restored = load (self, carried);
  g_assert_cmpuint (nida_dataset_get_n_rows (restored), ==, 3);
}

/* A copy of the document has it, and a damaged one is read from the bytes. */
static void
test_damaged (Fixture       *self,
              gconstpointer  data)
{
  g_autoptr (NidaCarried) carried = nida_carried_new (self->document, NULL), alone = NULL;
  g_autoptr (NidaDataset) read = load (self, carried), again = NULL;
  g_autoptr (NidaHeldSource) source = get_source (self);
  g_autofree char *copy = g_build_filename (self->folder, "copy.nida", NULL), *one = dump (read), *two = NULL;
  g_autoptr (NidaStore) store = NULL;
  g_autoptr (NidaItems) items = nida_items_copy (nida_document_get_items (self->document));
  g_autofree char *changed = NULL;

  g_assert_true (nida_document_save_copy (self->document, copy, NULL));
  store = nida_store_open (copy, NIDA_STORE_READ, NULL);
  g_assert_true (nida_store_holds_bytes (store, source->snapshot));
  /* an item that names other bytes as the snapshot: those of the source itself */
  g_free (source->snapshot);
  source->snapshot = g_strdup (source->version->checksum);
  changed = nida_held_source_to_text (source);
  nida_document_begin_quietly (self->document, "Read Sources");
  nida_document_set (self->document, NIDA_ITEM_SOURCE, nida_items_get (items, NIDA_ITEM_SOURCE, 0)->id, changed);
  nida_document_end (self->document);
  nida_carried_update (carried);
  g_unlink (self->data);
  again = load (self, carried);
  two = dump (again);
  g_assert_cmpstr (one, ==, two);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define add(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)
  add ("/carried-copies/what-was-read-is-kept-and-taken", test_kept);
  add ("/carried-copies/by-its-key", test_key);
  add ("/carried-copies/of-other-bytes-is-not-taken", test_changed);
  add ("/carried-copies/goes-along-and-is-not-believed", test_damaged);
  return g_test_run ();
}
