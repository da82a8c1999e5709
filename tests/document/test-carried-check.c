/* carried-check.c: a document whose reading of its bytes was forged is found out, and its bytes are what counts. */
#include "forged-fixture.h"

#define FORGED "id,date,donor,amount_usd,description\n1,2024-01-01,Kuwait,9,text\n2,2024-01-02,Qatar,7,\n"

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
