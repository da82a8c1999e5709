/* dataset-plans.c: totals of a plan that is known by its number are totals of the plan that other files name. */
#include "dataset-builder.h"

static void
add (NidaDatasetBuilder *builder,
     const char         *name,
     int                 year,
     const char         *country)
{
  nida_dataset_builder_begin (builder, 0, 1, NIDA_KIND_REQUIREMENT);
  if (name != NULL)
    nida_dataset_builder_set_name (builder, NIDA_FIELD_APPEAL, name, -1);
  else
    nida_dataset_builder_set_reference (builder, NIDA_FIELD_APPEAL, "plan:FTS 943");
  if (year != 0)
    nida_dataset_builder_set_period (builder, (NidaPeriod) { nida_date_new_year (year), nida_date_new_year (year) });
  if (country != NULL)
    nida_dataset_builder_set_name (builder, NIDA_FIELD_COUNTRY, country, -1);
  nida_dataset_builder_set_amount (builder, 1000);
  g_assert_true (nida_dataset_builder_end_row (builder));
}

static NidaDatasetBuilder *
new_builder (void)
{
  NidaDatasetBuilder *builder = nida_dataset_builder_new ();
  NidaSourceInfo info = { .name = (char *) "a.json" };

  nida_dataset_builder_add_source (builder, &info);
  return builder;
}

static void
assert_row (NidaDataset *dataset,
            guint        row,
            const char  *appeal,
            int          year,
            const char  *country)
{
  NidaPeriod period = nida_dataset_get_period (dataset, row);
  g_autofree char *name = nida_dataset_dup_text (dataset, row, NIDA_FIELD_APPEAL, FALSE);
  g_autofree char *place = nida_dataset_dup_text (dataset, row, NIDA_FIELD_COUNTRY, FALSE);

  g_assert_cmpstr (name, ==, appeal);
  g_assert_cmpstr (place, ==, country);
  g_assert_cmpint (period.start.precision == NIDA_PRECISION_NONE ? 0 : nida_date_year (period.start), ==, year);
}

static void
test_one_plan (void)
{
  for (guint order = 0; order < 2; order++)
    {
      g_autoptr (NidaDatasetBuilder) builder = new_builder (), other = new_builder ();
      g_autoptr (NidaDataset) dataset = NULL;

      nida_dataset_builder_add_spelling (other, "plan:FTS 943", "Syria 3RP 2020", NULL);
      add (order == 0 ? builder : other, NULL, 0, NULL);
      add (order == 0 ? other : builder, "Syria 3RP 2020", 2020, "SYR");
      add (other, "Another", 2019, "TUR");
      nida_dataset_builder_absorb (builder, other);
      dataset = nida_dataset_builder_end (builder);
      for (guint row = 0; row < 2; row++)
        assert_row (dataset, row, "Syria 3RP 2020", 2020, "SYR");
      assert_row (dataset, 2, "Another", 2019, "TUR");
    }
}

/* What files do not agree on, or what the row says itself, is left as it is. */
static void
test_several (void)
{
  g_autoptr (NidaDatasetBuilder) builder = new_builder ();
  g_autoptr (NidaDataset) dataset = NULL;

  nida_dataset_builder_add_spelling (builder, "plan:FTS 943", "Syria 3RP 2020", NULL);
  add (builder, NULL, 0, NULL);
  add (builder, NULL, 2021, NULL);
  add (builder, "Syria 3RP 2020", 2020, "SYR");
  add (builder, "Syria 3RP 2020", 2020, "TUR");
  dataset = nida_dataset_builder_end (builder);
  assert_row (dataset, 0, "Syria 3RP 2020", 0, "");
  assert_row (dataset, 1, "Syria 3RP 2020", 2021, "");
}

static void
test_nobody_knows (void)
{
  g_autoptr (NidaDatasetBuilder) builder = new_builder ();
  g_autoptr (NidaDataset) dataset = NULL;

  add (builder, NULL, 0, NULL);
  add (builder, "Syria 3RP 2020", 2020, "SYR");
  dataset = nida_dataset_builder_end (builder);
  assert_row (dataset, 0, "FTS 943", 0, "");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/dataset-plans/a-number/is-the-plan-of-that-year-and-country", test_one_plan);
  g_test_add_func ("/dataset-plans/several-years-or-countries-are-not-guessed", test_several);
  g_test_add_func ("/dataset-plans/a-number-that-no-file-names-is-the-name", test_nobody_knows);
  return g_test_run ();
}
