/* carried-check.c: a document whose reading of its bytes was forged is found out, and its bytes are what counts. */
#include "carried-fixture.h"

#include "store-bytes.h"

#define FORGED "id,date,donor,amount_usd,description\n1,2024-01-01,Kuwait,9,text\n2,2024-01-02,Qatar,7,\n"

/* What @text is read as, under the name and key of other bytes. */
static GBytes *
forge (const char *text,
       const char *key)
{
  Fixture other = { 0 };
  g_autoptr (NidaCarried) carried = NULL;
  g_autoptr (NidaDataset) dataset = NULL;
  g_autoptr (NidaHeldSource) source = NULL;
  g_autoptr (NidaVersion) version = NULL;
  g_autoptr (GBytes) snapshot = NULL;
  g_autoptr (GVariant) all = NULL, table = NULL, forged = NULL;

  set_up (&other, NULL);
  g_assert_true (g_file_set_contents (other.data, text, -1, NULL));
  carried = nida_carried_new (other.document, NULL);
  dataset = load (&other, carried);
  source = get_source (&other);
  version = nida_copies_find (NIDA_COPIES (carried), source->uri, "flows.csv", 0, NULL);
  snapshot = nida_copies_open_snapshot (NIDA_COPIES (carried), version, source->snapshot_key);
  g_assert_nonnull (snapshot);
  all = g_variant_ref_sink (g_variant_new_from_bytes (G_VARIANT_TYPE ("(sv)"), snapshot, FALSE));
  g_variant_get (all, "(&sv)", NULL, &table);
  forged = g_variant_ref_sink (g_variant_new ("(sv)", key, table));
  g_clear_object (&carried);
  tear_down (&other, NULL);
  return g_variant_get_data_as_bytes (forged);
}

/* The document of @self says from now on that it was read as @snapshot. */
static void
plant (Fixture *self,
       GBytes  *snapshot)
{
  g_autoptr (NidaStore) store = nida_store_open (self->path, NIDA_STORE_WRITE, NULL);
  g_autoptr (NidaBytes) bytes = nida_bytes_new ("x", NULL);
  g_autoptr (NidaHeldSource) source = get_source (self);
  g_autofree char *sha256 = NULL, *text = NULL, *key = g_strdup (source->snapshot_key);
  g_autofree char *id = g_strdup (nida_document_find_source (self->document, self->data, NULL));

  g_assert_true (nida_bytes_append (bytes, g_bytes_get_data (snapshot, NULL), g_bytes_get_size (snapshot), NULL));
  sha256 = nida_store_keep_bytes (store, bytes, NULL, NULL);
  g_assert_nonnull (sha256);
  nida_held_source_set_snapshot (source, sha256, key);
  text = nida_held_source_to_text (source);
  nida_document_begin_quietly (self->document, "Read Sources");
  nida_document_set (self->document, NIDA_ITEM_SOURCE, id, text);
  nida_document_end (self->document);
}

static guint64
count_false (NidaDataset *dataset)
{
  return nida_report_get_count (nida_dataset_get_report (dataset), NIDA_PROBLEM_READING_FALSE);
}

static NidaDataset *
load_distrusting (Fixture     *self,
                  NidaCarried *carried)
{
  const char *inputs[] = { self->data, NULL };
  NidaLoadOptions options = { .copies = NIDA_COPIES (carried), .policy = NIDA_POLICY_CARRIED, .distrust = TRUE };

  return nida_load (inputs, &options, NULL, NULL);
}

static void
test_true (Fixture       *self,
           gconstpointer  data)
{
  g_autoptr (NidaCarried) carried = nida_carried_new (self->document, NULL);
  g_autoptr (NidaDataset) dataset = NULL, checked = NULL;

  g_assert_false (nida_carried_is_read (carried));
  dataset = load (self, carried);
  g_assert_true (nida_carried_is_read (carried));
  g_assert_null (nida_carried_find_false (carried, NULL));
  g_unlink (self->data);
  checked = load_distrusting (self, carried);
  g_assert_cmpuint (count_false (checked), ==, 0);
}

static void
test_forged (Fixture       *self,
             gconstpointer  data)
{
  g_autoptr (NidaCarried) carried = nida_carried_new (self->document, NULL);
  g_autoptr (NidaDataset) dataset = load (self, carried), believed = NULL, checked = NULL;
  g_autoptr (NidaHeldSource) source = get_source (self);
  g_autoptr (GBytes) forged = forge (FORGED, source->snapshot_key);
  g_autofree char *found = NULL;

  plant (self, forged);
  nida_carried_update (carried);
  g_unlink (self->data);
  believed = load (self, carried);
  g_assert_cmpint (nida_dataset_get_amount_usd (believed, 0), ==, 9000);
  found = nida_carried_find_false (carried, NULL);
  g_assert_cmpstr (found, ==, source->uri);
  checked = load_distrusting (self, carried);
  g_assert_cmpuint (count_false (checked), ==, 1);
  g_assert_cmpint (nida_dataset_get_amount_usd (checked, 0), ==, 5000);
}

/* Large files are read by two threads, and come out the same each time. */
static void
test_large (Fixture       *self,
            gconstpointer  data)
{
  g_autoptr (GString) text = g_string_new ("id,date,donor,amount_usd,description\n");
  g_autoptr (NidaCarried) carried = nida_carried_new (self->document, NULL);
  g_autoptr (NidaDataset) dataset = NULL;

  for (guint i = 0; i < 100000; i++)
    g_string_append_printf (text, "%u,2024-01-%02u,Donor %u,%u,text %u\n", i, i % 28 + 1, i * 7919 % 501, i, i % 1000);
  g_assert_true (g_file_set_contents (self->data, text->str, -1, NULL));
  dataset = load (self, carried);
  g_assert_true (nida_carried_is_read (carried));
  for (guint i = 0; i < 3; i++)
    g_assert_null (nida_carried_find_false (carried, NULL));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define add(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)
  add ("/carried-check/as-it-was-read", test_true);
  add ("/carried-check/forged-is-found-and-the-bytes-count", test_forged);
  add ("/carried-check/large-is-the-same-each-time", test_large);
  return g_test_run ();
}
