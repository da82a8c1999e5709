/* A flow is its dataset and a row. */
#include "dataset-builder.h"
#include "flow.h"

static void
test_row (void)
{
  g_autoptr (NidaDatasetBuilder) builder = nida_dataset_builder_new ();
  g_autoptr (NidaDataset) dataset = NULL;
  g_autoptr (NidaFlow) flow = NULL;

  nida_dataset_builder_begin (builder, 0, 1, NIDA_KIND_EVENT);
  nida_dataset_builder_end_row (builder);
  dataset = nida_dataset_builder_end (builder);
  flow = nida_flow_new (dataset, 0);
  g_assert_true (nida_flow_get_dataset (flow) == dataset);
  g_assert_cmpuint (nida_flow_get_row (flow), ==, 0);
  g_assert_cmpint (nida_dataset_get_kind (dataset, 0), ==, NIDA_KIND_EVENT);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/flow/names-its-row", test_row);
  return g_test_run ();
}
