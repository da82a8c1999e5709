/* dataset-pack.c, dataset-unpack.c: a table comes back as it was, and one that nobody packed is refused whole. */
#include "dataset-pack.h"

#include "dataset.h"

static void
add_row (NidaDatasetBuilder *builder,
         const char         *id,
         const char         *donor,
         NidaMoney           amount)
{
  nida_dataset_builder_begin (builder, 0, 7, NIDA_KIND_PAID);
  nida_dataset_builder_set_id (builder, id, -1);
  nida_dataset_builder_set_name (builder, NIDA_FIELD_DONOR, donor, -1);
  nida_dataset_builder_set_arabic (builder, NIDA_FIELD_DONOR, "مانح", -1);
  nida_dataset_builder_set_amount (builder, amount);
  nida_dataset_builder_set_description (builder, FALSE, donor, -1);
  nida_dataset_builder_end_row (builder);
}

static const char * const words[] = { "SYR", "TUR", NULL };

static NidaDatasetBuilder *
make_builder (void)
{
  NidaDatasetBuilder *builder = nida_dataset_builder_new ();
  NidaSourceInfo info = { .name = (char *) "a.csv", .format = (char *) "Test", .family = (char *) "t", .rows_read = 3 };

  nida_dataset_builder_add_source (builder, &info);
  nida_dataset_builder_set_vocabulary (builder, NIDA_FIELD_COUNTRY, words);
  add_row (builder, "12", "Kuwait", 5000);
  add_row (builder, "x", "Qatar", NIDA_MONEY_NONE);
  nida_dataset_builder_begin_whole (builder, 0, 9, "w", 11);
  nida_dataset_builder_add_spelling (builder, "org:1", "Fund", "صندوق");
  nida_dataset_builder_begin (builder, 0, 9, NIDA_KIND_PLEDGE);
  nida_dataset_builder_set_name (builder, NIDA_FIELD_COUNTRY, "SYR, TUR", -1);
  nida_dataset_builder_set_reference (builder, NIDA_FIELD_DONOR, "org:1");
  nida_dataset_builder_end_row (builder);
  nida_dataset_builder_end_whole (builder);
  nida_report_add (nida_dataset_builder_get_report (builder), NIDA_PROBLEM_NO_USD, 0, 9, "amount", "KWD", -1);
  return builder;
}

static void
assert_same_rows (NidaDataset *a,
                  NidaDataset *b)
{
  g_assert_cmpuint (nida_dataset_get_n_rows (a), ==, nida_dataset_get_n_rows (b));
  for (guint row = 0; row < nida_dataset_get_n_rows (a); row++)
    for (NidaField field = NIDA_FIELD_NONE + 1; field < NIDA_N_FIELDS; field++)
      for (int arabic = 0; arabic < 2; arabic++)
        {
          g_autofree char *one = nida_dataset_dup_text (a, row, field, arabic), *two = nida_dataset_dup_text (b, row, field, arabic);

          g_assert_cmpstr (one, ==, two);
        }
}

static void
test_round_trip (void)
{
  g_autoptr (NidaDatasetBuilder) builder = make_builder (), other = nida_dataset_builder_new ();
  g_autoptr (GVariant) packed = nida_dataset_builder_pack (builder), again = NULL;
  NidaSourceInfo info = { .name = (char *) "", .uri = (char *) "file:///a.csv" };
  g_autoptr (NidaDataset) before = NULL, after = NULL;

  g_assert_true (nida_dataset_builder_unpack (other, packed, &info));
  again = nida_dataset_builder_pack (other);
  g_assert_true (g_variant_equal (packed, again));
  before = nida_dataset_builder_end (builder);
  after = nida_dataset_builder_end (other);
  assert_same_rows (before, after);
  g_assert_cmpuint (nida_report_get_count (nida_dataset_get_report (after), NIDA_PROBLEM_NO_USD), ==, 1);
  g_assert_cmpstr (nida_report_get_source (nida_dataset_get_report (after), 0)->uri, ==, "file:///a.csv");
  g_assert_cmpstr (nida_report_get_source (nida_dataset_get_report (after), 0)->name, ==, "a.csv");
}

/* Two sources, rates, or nothing at all. */
static void
test_not_packed (void)
{
  g_autoptr (NidaDatasetBuilder) none = nida_dataset_builder_new (), two = make_builder (), rates = make_builder ();
  NidaSourceInfo info = { .name = (char *) "b.csv" };

  g_assert_null (nida_dataset_builder_pack (none));
  nida_dataset_builder_add_source (two, &info);
  g_assert_null (nida_dataset_builder_pack (two));
  nida_rates_add_table (nida_dataset_builder_get_rates (rates), "Bank", "USD", NIDA_QUOTED_UNITS_PER_BASE, 10);
  g_assert_null (nida_dataset_builder_pack (rates));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/dataset-pack/comes-back-as-it-was", test_round_trip);
  g_test_add_func ("/dataset-pack/only-one-source-and-no-rates", test_not_packed);
  return g_test_run ();
}
