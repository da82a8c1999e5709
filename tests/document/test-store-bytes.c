/* store-bytes.c: bytes come back as they were, are held once, and go when nothing names them any more. */
#include "store-fixture.h"

#define LARGE (9u << 20)      /* three chunks */

static NidaStore *
make_store (Fixture *fixture)
{
  g_autoptr (NidaItems) none = nida_items_new (), items = NULL;
  NidaStore *store;

  g_assert_true (nida_store_write_new (fixture->path, none, NULL, FALSE, NULL, NULL));
  store = nida_store_open (fixture->path, NIDA_STORE_WRITE, NULL);
  items = nida_store_read_items (store, NULL);
  return store;
}

/* @packs: of text that repeats itself, or of noise. */
static NidaBytes *
make_large (gboolean packs)
{
  g_autofree guint32 *data = g_malloc (LARGE);
  NidaBytes *bytes = nida_bytes_new ("large", NULL);
  g_autoptr (GRand) random = g_rand_new_with_seed (7);

  for (guint i = 0; i < LARGE / 4; i++)
    data[i] = packs ? 0x30303030 + i % 7 : g_rand_int (random);
  g_assert_true (nida_bytes_append (bytes, data, LARGE, NULL));
  return bytes;
}

static void
test_large (Fixture      *fixture,
            gconstpointer data)
{
  g_autoptr (NidaStore) store = make_store (fixture);
  g_autoptr (NidaBytes) bytes = make_large (data != NULL), held = NULL, none = make_bytes ("");
  g_autofree char *sha256 = NULL, *again = NULL, *checksum = NULL, *empty = NULL, *of_memory = NULL;
  g_autoptr (GBytes) in_memory = NULL;
  g_autoptr (GPtrArray) list = NULL;
  g_autoptr (GError) error = NULL;
  GStatBuf info;

  sha256 = nida_store_keep_bytes (store, bytes, NULL, &error);
  g_assert_no_error (error);
  again = nida_store_keep_bytes (store, bytes, NULL, &error);
  g_assert_cmpstr (again, ==, sha256);
  held = nida_store_open_bytes (store, sha256, "large", NULL, &error);
  g_assert_no_error (error);
  checksum = nida_bytes_dup_checksum (held, NULL, NULL);
  g_assert_cmpstr (checksum, ==, sha256);
  in_memory = nida_store_load_bytes (store, sha256);
  g_assert_nonnull (in_memory);
  of_memory = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, in_memory);
  g_assert_cmpstr (of_memory, ==, sha256);
  g_assert_null (nida_store_load_bytes (store, "0123"));
  empty = nida_store_keep_bytes (store, none, NULL, &error);
  g_assert_no_error (error);
  list = nida_store_list_bytes (store, NULL);
  g_assert_cmpuint (list->len, ==, 2);
  g_assert_cmpint (g_stat (fixture->path, &info), ==, 0);
  g_assert_true ((info.st_size < LARGE / 2) == (data != NULL));
}

static void
append (NidaStore  *store,
        const char *before,
        const char *after)
{
  g_autoptr (NidaRevision) revision = make_revision (NIDA_ITEM_SOURCE, "s", before, after);
  g_autoptr (GPtrArray) one = g_ptr_array_new (), news = g_ptr_array_new ();
  g_autoptr (GArray) serials = g_array_new (FALSE, FALSE, sizeof (guint64));

  revision->at = 1;
  g_ptr_array_add (one, revision);
  g_assert_true (nida_store_append (store, one, serials, news, NULL));
}

static void
test_dropped (Fixture      *fixture,
              gconstpointer data)
{
  g_autoptr (NidaStore) store = make_store (fixture);
  g_autoptr (NidaBytes) bytes = make_bytes ("one"), other = make_bytes ("two");
  g_autofree char *named = nida_store_keep_bytes (store, bytes, NULL, NULL), *unnamed = nida_store_keep_bytes (store, other, NULL, NULL);
  g_autofree char *text = g_strdup_printf ("[source]\nbytes=%s\n", named);

  append (store, NULL, text);
  g_assert_true (nida_store_drop_unnamed (store, 1, NULL));
  g_assert_true (nida_store_holds_bytes (store, unnamed));
  g_assert_true (nida_store_drop_unnamed (store, G_MAXINT64, NULL));
  g_assert_true (nida_store_holds_bytes (store, named));
  g_assert_false (nida_store_holds_bytes (store, unnamed));
  /* The history names them still, until it is forgotten. */
  append (store, text, NULL);
  append (store, NULL, "no bytes");
  g_assert_true (nida_store_drop_unnamed (store, G_MAXINT64, NULL));
  g_assert_true (nida_store_holds_bytes (store, named));
  g_assert_true (nida_store_prune (store, 2, 1, NULL));
  g_assert_true (nida_store_drop_unnamed (store, G_MAXINT64, NULL));
  g_assert_false (nida_store_holds_bytes (store, named));
}

static void
test_cancelled (Fixture      *fixture,
                gconstpointer data)
{
  g_autoptr (NidaStore) store = make_store (fixture);
  g_autoptr (NidaBytes) bytes = make_bytes ("one");
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GPtrArray) list = NULL;
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (nida_store_keep_bytes (store, bytes, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  list = nida_store_list_bytes (store, NULL);
  g_assert_cmpuint (list->len, ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/store-bytes/large/text-is-packed", Fixture, GINT_TO_POINTER (TRUE), fixture_set_up, test_large, fixture_tear_down);
  g_test_add ("/store-bytes/large/noise-is-not", Fixture, NULL, fixture_set_up, test_large, fixture_tear_down);
  g_test_add ("/store-bytes/dropped-when-nothing-names-them", Fixture, NULL, fixture_set_up, test_dropped, fixture_tear_down);
  g_test_add ("/store-bytes/cancelled/nothing-is-held", Fixture, NULL, fixture_set_up, test_cancelled, fixture_tear_down);
  return g_test_run ();
}
