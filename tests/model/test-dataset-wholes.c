/* dataset-wholes.c, and how merging uses it: the newer whole counts, and nothing of the older. */
#include "dataset-builder.h"

/* An activity with @n transactions of @amount each. */
static void
add_whole (NidaDatasetBuilder *builder,
           const char         *id,
           gint64              updated_at,
           guint               n,
           NidaMoney           amount)
{
  NidaSourceInfo info = { .name = (char *) "a.xml", .format = (char *) "IATI XML", .family = (char *) "iati" };
  guint source = nida_dataset_builder_add_source (builder, &info);

  nida_dataset_builder_begin_whole (builder, source, 1, id, updated_at);
  for (guint i = 1; i <= n; i++)
    {
      g_autofree char *row_id = g_strdup_printf ("%s:%u", id, i);

      nida_dataset_builder_begin (builder, source, i, NIDA_KIND_PAID);
      nida_dataset_builder_set_id (builder, row_id, -1);
      nida_dataset_builder_set_updated_at (builder, updated_at);
      nida_dataset_builder_set_amount (builder, amount);
      g_assert_true (nida_dataset_builder_end_row (builder));
    }
  nida_dataset_builder_end_whole (builder);
}

static void
assert_amounts (NidaDatasetBuilder *builder,
                guint               n_rows,
                NidaMoney           amount,
                guint               n_conflicts)
{
  g_autoptr (NidaDataset) dataset = nida_dataset_builder_end (builder);

  g_assert_cmpuint (nida_dataset_get_n_rows (dataset), ==, n_rows);
  for (guint row = 0; row < n_rows; row++)
    g_assert_cmpint (nida_dataset_get_amount (dataset, row), ==, amount);
  g_assert_cmpuint (nida_report_get_count (nida_dataset_get_report (dataset), NIDA_PROBLEM_CONFLICT), ==, n_conflicts);
}

static void
test_newer_counts_whole (void)
{
  for (guint order = 0; order < 2; order++)
    {
      g_autoptr (NidaDatasetBuilder) builder = nida_dataset_builder_new ();
      g_autoptr (NidaDatasetBuilder) other = nida_dataset_builder_new ();

      add_whole (order == 0 ? builder : other, "ACT", 100, 3, 5000);
      add_whole (order == 0 ? other : builder, "ACT", 200, 2, 7000);
      nida_dataset_builder_absorb (builder, other);
      assert_amounts (builder, 2, 7000, 1);
    }
}

/* A newer activity without any transaction takes those of the older one away. */
static void
test_newer_is_empty (void)
{
  g_autoptr (NidaDatasetBuilder) builder = nida_dataset_builder_new ();

  add_whole (builder, "ACT", 200, 0, 0);
  add_whole (builder, "ACT", 100, 3, 5000);
  add_whole (builder, "OTHER", 100, 1, 9000);
  assert_amounts (builder, 1, 9000, 1);
}

static void
test_ties (void)
{
  for (guint order = 0; order < 2; order++)
    {
      g_autoptr (NidaDatasetBuilder) builder = nida_dataset_builder_new ();

      add_whole (builder, "ACT", 100, 2, order == 0 ? 5000 : 7000);
      add_whole (builder, "ACT", 100, 2, order == 0 ? 7000 : 5000);
      add_whole (builder, "ACT", 100, 2, 7000);
      assert_amounts (builder, 2, 7000, 1);
    }
}

/* Parts share an id and are no copies of each other. */
static void
test_parts (void)
{
  g_autoptr (NidaDatasetBuilder) builder = nida_dataset_builder_new ();
  g_autoptr (NidaDataset) dataset = NULL;

  for (guint part = 1; part <= 2; part++)
    for (guint copy = 0; copy < 2; copy++)
      {
        nida_dataset_builder_begin (builder, 0, part, NIDA_KIND_PAID);
        nida_dataset_builder_set_id (builder, "7", -1);
        nida_dataset_builder_set_part (builder, part);
        nida_dataset_builder_set_amount (builder, part * 1000);
        g_assert_true (nida_dataset_builder_end_row (builder));
      }
  dataset = nida_dataset_builder_end (builder);
  g_assert_cmpuint (nida_dataset_get_n_rows (dataset), ==, 2);
  g_autofree char *part = nida_dataset_dup_text (dataset, 1, NIDA_FIELD_PART, FALSE);
  g_assert_cmpstr (part, ==, "2");
}

/* Ids of families that do not move keep commitment and payment apart, in a file of another family too. */
static void
test_families_that_stay (void)
{
  g_autoptr (NidaDatasetBuilder) builder = nida_dataset_builder_new ();
  g_autoptr (NidaDataset) dataset = NULL;
  NidaSourceInfo info = { .name = (char *) "a.csv", .states_move = TRUE };
  guint source = nida_dataset_builder_add_source (builder, &info);
  const char *ids[] = { "iati:A:1", "fts:1" };

  for (guint i = 0; i < 2; i++)
    for (NidaKind kind = NIDA_KIND_COMMITMENT; kind <= NIDA_KIND_PAID; kind++)
      {
        nida_dataset_builder_begin (builder, source, i + 1, kind);
        nida_dataset_builder_set_id (builder, ids[i], -1);
        nida_dataset_builder_set_amount (builder, 1000);
        g_assert_true (nida_dataset_builder_end_row (builder));
      }
  dataset = nida_dataset_builder_end (builder);
  g_assert_cmpuint (nida_dataset_get_n_rows (dataset), ==, 3);
  g_assert_false (nida_dataset_get_states_move (dataset, 0));
  g_assert_true (nida_dataset_get_states_move (dataset, 2));
  g_autofree char *id = nida_dataset_dup_id (dataset, 0);
  g_assert_cmpstr (id, ==, "iati:A:1");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/dataset-wholes/the-newer-counts-whole-whatever-the-order", test_newer_counts_whole);
  g_test_add_func ("/dataset-wholes/a-newer-one-without-rows-takes-them-away", test_newer_is_empty);
  g_test_add_func ("/dataset-wholes/ties-are-broken-by-the-text", test_ties);
  g_test_add_func ("/dataset-wholes/parts-are-no-copies", test_parts);
  g_test_add_func ("/dataset-wholes/families-whose-ids-do-not-move", test_families_that_stay);
  return g_test_run ();
}
