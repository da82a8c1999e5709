/* report-groups.c: problems of one kind are one row, and count as one wherever they are counted. */
#include "ui-support.h"

#include "dataset-builder.h"
#include "report-groups.h"

static guint
add_source (NidaDatasetBuilder *builder,
            const char         *name,
            const char         *family)
{
  NidaSourceInfo info = { .name = (char *) name, .family = (char *) family, .format = (char *) name };

  return nida_dataset_builder_add_source (builder, &info);
}

static guint
count_of (GArray *counts,
          guint   source)
{
  return g_array_index (counts, guint, source);
}

static void
test_counts (void)
{
  g_autoptr (NidaDatasetBuilder) builder = nida_dataset_builder_new ();
  guint one = add_source (builder, "one.csv", "fts"), two = add_source (builder, "two.csv", "other");
  NidaReport *report = nida_dataset_builder_get_report (builder);
  NidaProblem between = { .kind = NIDA_PROBLEM_OVERLAP, .severity = NIDA_SEVERITY_LOOK, .source = two, .source2 = one, .count = 1 };
  g_autoptr (NidaDataset) dataset = NULL;
  g_autoptr (GArray) counts = NULL;
  g_autoptr (GPtrArray) rows = NULL;
  guint n_listed = 0;

  for (guint line = 3; line < 43; line++)
    nida_report_add (report, NIDA_PROBLEM_AMOUNT_NOT_A_NUMBER, one, line, "amount", "x", -1);
  nida_report_add (report, NIDA_PROBLEM_AMOUNT_NOT_A_NUMBER, two, 3, "amount", "y", -1);
  nida_report_add (report, NIDA_PROBLEM_AMOUNT_NOT_A_NUMBER, two, 4, "amount", "z", -1);
  nida_report_add (report, NIDA_PROBLEM_AMOUNT_ZERO, one, 4, "amount", "0", -1);   /* nothing to look at */
  nida_report_add_problem (report, &between);
  dataset = nida_dataset_builder_end (builder);
  counts = nida_report_groups_count (dataset);
  /* forty of a kind and what is between the two; two of a kind stand one by one */
  g_assert_cmpuint (count_of (counts, one), ==, 2);
  g_assert_cmpuint (count_of (counts, two), ==, 3);
  rows = nida_report_groups_new (nida_dataset_get_report (dataset));
  for (guint i = 0; i < rows->len; i++)
    n_listed += nida_text_row_get_tag (rows->pdata[i]) != NIDA_SEVERITY_INFO;
  g_assert_cmpuint (n_listed, ==, 4);
}

int
main (int    argc,
      char **argv)
{
  ui_test_init (&argc, &argv);
  g_test_add_func ("/report-groups/counts/those-of-a-kind-as-one-as-they-are-listed", test_counts);
  return g_test_run ();
}
