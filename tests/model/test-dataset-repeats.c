/* Rows of one id are numbered by their amounts, each record with all of its rows. */
#include "dataset-builder.h"

static void
add (NidaDatasetBuilder *builder,
     guint               line,
     NidaKind            kind,
     NidaMoney           amount)
{
  nida_dataset_builder_begin (builder, 0, line, kind);
  nida_dataset_builder_set_id (builder, "a:b", -1);
  nida_dataset_builder_set_amount (builder, amount);
  g_assert_true (nida_dataset_builder_end_row (builder));
}

static NidaDataset *
make (gboolean ids_repeat)
{
  g_autoptr (NidaDatasetBuilder) builder = nida_dataset_builder_new ();
  const NidaSourceInfo info = { .name = (char *) "x", .family = (char *) "crs", .ids_repeat = ids_repeat };

  nida_dataset_builder_add_source (builder, &info);
  add (builder, 2, NIDA_KIND_PAID, 9);
  add (builder, 2, NIDA_KIND_COMMITMENT, 1);
  add (builder, 3, NIDA_KIND_PAID, 5);
  add (builder, 3, NIDA_KIND_COMMITMENT, 7);
  add (builder, 4, NIDA_KIND_PAID, 9);
  return nida_dataset_builder_end (builder);
}

static void
test_numbers (void)
{
  static const char * const expected[] = { "crs:a:b#2", "crs:a:b#2", "crs:a:b#3", "crs:a:b#3", "crs:a:b" };
  g_autoptr (NidaDataset) dataset = make (TRUE);

  g_assert_cmpuint (nida_dataset_get_n_rows (dataset), ==, G_N_ELEMENTS (expected));
  for (guint row = 0; row < G_N_ELEMENTS (expected); row++)
    {
      g_autofree char *id = nida_dataset_dup_id (dataset, row);

      g_assert_cmpstr (id, ==, expected[row]);
    }
}

static void
test_copies (void)
{
  g_autoptr (NidaDataset) dataset = make (FALSE);

  g_assert_cmpuint (nida_dataset_get_n_rows (dataset), ==, 2);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/dataset-repeats/records-are-numbered-by-their-amounts", test_numbers);
  g_test_add_func ("/dataset-repeats/elsewhere-one-id-is-one-flow", test_copies);
  return g_test_run ();
}
