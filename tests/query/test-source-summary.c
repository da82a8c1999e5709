/* source-summary.c: the time that a source's rows span. */
#include "source-summary.h"

#include "dataset-builder.h"

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
          const char         *id,
          NidaDate            date)
{
  nida_dataset_builder_begin (builder, source, line, NIDA_KIND_PAID);
  nida_dataset_builder_set_id (builder, id, -1);
  nida_dataset_builder_set_name (builder, NIDA_FIELD_DONOR, "Kuwait", -1);
  nida_dataset_builder_set_period (builder, (NidaPeriod) { date, date });
  nida_dataset_builder_set_amount_usd (builder, 1000);
  g_assert_true (nida_dataset_builder_end_row (builder));
}

static void
test_spans (void)
{
  g_autoptr (NidaDatasetBuilder) builder = nida_dataset_builder_new ();
  guint one = add_source (builder, "one.csv", "fts"), two = add_source (builder, "two.csv", "fts"),
        three = add_source (builder, "three.csv", "other");
  g_autoptr (NidaDataset) dataset = NULL;
  g_autoptr (GArray) summaries = NULL;
  const NidaSourceSummary *summary;

  add_gift (builder, one, 2, "1", nida_date_new_day (2024, 3, 5));
  add_gift (builder, one, 3, "2", nida_date_new_year (2022));
  add_gift (builder, two, 2, "1", nida_date_new_day (2024, 3, 5));   /* merged with that of the other file */
  add_gift (builder, three, 2, "9", NIDA_DATE_NONE);
  dataset = nida_dataset_builder_end (builder);
  summaries = nida_source_summaries_new (dataset);
  g_assert_cmpuint (summaries->len, ==, 3);
  summary = &g_array_index (summaries, NidaSourceSummary, one);
  g_assert_cmpint (summary->first.precision, ==, NIDA_PRECISION_YEAR);
  g_assert_cmpint (nida_date_year (summary->first), ==, 2022);
  g_assert_cmpint (summary->last.day, ==, nida_date_new_day (2024, 3, 5).day);
  summary = &g_array_index (summaries, NidaSourceSummary, two);
  g_assert_cmpint (summary->first.day, ==, nida_date_new_day (2024, 3, 5).day);
  g_assert_cmpint (summary->last.day, ==, summary->first.day);
  summary = &g_array_index (summaries, NidaSourceSummary, three);
  g_assert_cmpint (summary->first.precision, ==, NIDA_PRECISION_NONE);
  g_assert_cmpint (summary->last.precision, ==, NIDA_PRECISION_NONE);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/source-summary/span/of-kept-and-merged-rows-as-precise-as-stated", test_spans);
  return g_test_run ();
}
