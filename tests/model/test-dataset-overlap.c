/* dataset-overlap.c: the same donor in the same year, from two kinds of sources, is pointed out. */
#include "dataset-builder.h"
#include "dataset-overlap.h"

static guint
add_source (NidaDatasetBuilder *builder,
            const char         *name,
            const char         *family)
{
  NidaSourceInfo info = { .name = (char *) name, .family = (char *) family, .format = (char *) name };

  return nida_dataset_builder_add_source (builder, &info);
}

static void
add_gift (NidaDatasetBuilder *builder,
          guint               source,
          guint               line,
          const char         *donor,
          const char         *country,
          int                 year)
{
  nida_dataset_builder_begin (builder, source, line, NIDA_KIND_PAID);
  nida_dataset_builder_set_name (builder, NIDA_FIELD_DONOR, donor, -1);
  if (country != NULL)
    nida_dataset_builder_set_name (builder, NIDA_FIELD_DONOR_COUNTRY, country, -1);
  nida_dataset_builder_set_period (builder, (NidaPeriod) { nida_date_new_year (year), NIDA_DATE_NONE });
  nida_dataset_builder_set_amount_usd (builder, 1000);
  g_assert_true (nida_dataset_builder_end_row (builder));
}

static const NidaProblem *
find_overlap (NidaDataset *dataset)
{
  NidaReport *report = nida_dataset_get_report (dataset);

  nida_dataset_find_overlaps (dataset, 0);
  for (guint i = 0; i < nida_report_get_n_problems (report); i++)
    if (nida_report_get_problem (report, i)->kind == NIDA_PROBLEM_OVERLAP)
      return nida_report_get_problem (report, i);
  return NULL;
}

static void
test_two_families (void)
{
  g_autoptr (NidaDatasetBuilder) builder = nida_dataset_builder_new ();
  guint fts = add_source (builder, "flows.csv", "fts"), funds = add_source (builder, "funds.csv", "cbpf");
  g_autoptr (NidaDataset) dataset = NULL;
  const NidaProblem *problem;

  add_gift (builder, fts, 2, "Kuwait, Government of", "Kuwait", 2024);
  add_gift (builder, fts, 3, "Qatar, Government of", "Qatar", 2024);
  add_gift (builder, funds, 2, "Kuwait", NULL, 2024);       /* the same donor by its country */
  add_gift (builder, funds, 3, "Kuwait", NULL, 2023);       /* another year */
  add_gift (builder, funds, 4, "Oman", NULL, 2024);
  dataset = nida_dataset_builder_end (builder);
  problem = find_overlap (dataset);
  g_assert_nonnull (problem);
  g_assert_cmpuint (problem->source, ==, funds);
  g_assert_cmpuint (problem->source2, ==, fts);
  g_assert_cmpuint (problem->count, ==, 1);
  g_assert_cmpstr (problem->found, ==, "Kuwait");
  g_assert_cmpstr (problem->kept, ==, "flows.csv");
  g_assert_cmpuint (nida_dataset_get_n_rows (dataset), ==, 5);
}

static void
test_one_family (void)
{
  g_autoptr (NidaDatasetBuilder) builder = nida_dataset_builder_new ();
  guint incoming = add_source (builder, "in.csv", "fts"), outgoing = add_source (builder, "out.csv", "fts");
  g_autoptr (NidaDataset) dataset = NULL;

  add_gift (builder, incoming, 2, "Kuwait", NULL, 2024);
  add_gift (builder, outgoing, 2, "Kuwait", NULL, 2024);
  dataset = nida_dataset_builder_end (builder);
  g_assert_null (find_overlap (dataset));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/dataset-overlap/two-families-with-one-donor-in-one-year", test_two_families);
  g_test_add_func ("/dataset-overlap/one-family-merges-by-its-ids", test_one_family);
  return g_test_run ();
}
