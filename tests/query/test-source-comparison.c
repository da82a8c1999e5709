/* source-comparison.c: each source alone, joined by name; a flow that stands in both counts for both, with its own figure. */
#include "fixture.h"

#include "source-comparison.h"

#define RECEIVED (1u << NIDA_MEASURE_RECEIVED)

static const TestRow first_rows[] = {
  { NIDA_KIND_PAID, "2023-04-01", "100", "Kuwait", .id = "1", .source = 0 },
  { NIDA_KIND_PAID, "2024-04-01", "40", "Kuwait", .id = "2", .source = 0 },
  { NIDA_KIND_PAID, "2024", "7", "Qatar", .id = "3", .source = 0 },
  { NIDA_KIND_PLEDGE, "2024", "9", "Oman", .id = "4", .source = 0 },       /* received: nothing */
};

static const TestRow second_rows[] = {
  { NIDA_KIND_PAID, "2023-04-01", "90", "Kuwait", .id = "1", .source = 2 },      /* the same flow, another amount */
  { NIDA_KIND_PAID, "2024-04-01", "40", "Kuwait", .id = "2", .source = 2 },
  { NIDA_KIND_PAID, "2024", "5", "Sweden", .id = "8", .source = 2 },
  { NIDA_KIND_PAID, NULL, "2", .id = "9", .source = 2 },
};

static char *
figure (NidaMoney money)
{
  return money == NIDA_MONEY_NONE ? g_strdup ("-") : nida_money_to_string (money);
}

static void
append_group (GString                 *out,
              const char              *name,
              const NidaComparedGroup *group)
{
  g_autofree char *first = figure (group->figures[0]), *second = figure (group->figures[1]), *difference = figure (group->difference);

  g_string_append_printf (out, "%s%s %s %s %s", out->len > 0 ? ", " : "", name, first, second, difference);
}

static NidaSourceComparison *
compare (NidaLocalEngine * const *engines,
         NidaQuery               *query,
         const char              *expected)
{
  g_autoptr (GError) error = NULL;
  NidaSourceComparison *comparison = nida_source_comparison_new (engines, query, &error);
  g_autoptr (GString) out = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < comparison->groups->len; i++)
    {
      const NidaComparedGroup *group = &g_array_index (comparison->groups, NidaComparedGroup, i);

      append_group (out, group->not_stated ? "?" : group->name, group);
    }
  append_group (out, "total", &comparison->total);
  g_assert_cmpstr (out->str, ==, expected);
  return comparison;
}

static void
test_by_donor (void)
{
  g_autoptr (NidaLocalEngine) first = test_engine (first_rows, G_N_ELEMENTS (first_rows));
  g_autoptr (NidaLocalEngine) second = test_engine (second_rows, G_N_ELEMENTS (second_rows));
  NidaLocalEngine *engines[] = { first, second };
  g_autoptr (NidaQuery) query = test_query (RECEIVED, "donor");
  g_autoptr (NidaSourceComparison) comparison =
    compare (engines, query, "Kuwait 140 130 10, Qatar 7 - 7, Sweden - 5 -5, ? - 2 -2, total 147 137 10");
  NidaComparedCounts counts = nida_source_comparison_count (comparison);
  g_autoptr (GPtrArray) list = nida_source_comparison_list (comparison);

  g_assert_cmpstr (((const NidaComparedGroup *) list->pdata[0])->name, ==, "Kuwait");     /* 10, 7, 5, 2 */
  g_assert_true (((const NidaComparedGroup *) list->pdata[3])->not_stated);
  g_assert_cmpuint (counts.only[0], ==, 1);
  g_assert_cmpuint (counts.only[1], ==, 2);
  g_assert_cmpuint (counts.different, ==, 1);
  g_assert_cmpuint (counts.same, ==, 0);
}

static void
test_by_year (void)
{
  g_autoptr (NidaLocalEngine) first = test_engine (first_rows, G_N_ELEMENTS (first_rows));
  g_autoptr (NidaLocalEngine) second = test_engine (second_rows, G_N_ELEMENTS (second_rows));
  NidaLocalEngine *engines[] = { first, second };
  g_autoptr (NidaQuery) query = test_query (RECEIVED, "year");
  g_autoptr (NidaSourceComparison) comparison =
    compare (engines, query, "2023 100 90 10, 2024 47 45 2, ? - 2 -2, total 147 137 10");
}

static void
test_unknown_value (void)
{
  g_autoptr (NidaLocalEngine) first = test_engine (first_rows, G_N_ELEMENTS (first_rows));
  g_autoptr (NidaLocalEngine) second = test_engine (second_rows, G_N_ELEMENTS (second_rows));
  NidaLocalEngine *engines[] = { first, second };
  g_autoptr (NidaQuery) query = test_query (RECEIVED, "donor"), nobody = test_query (RECEIVED, "donor");
  g_autoptr (NidaSourceComparison) comparison = NULL;
  g_autoptr (GError) error = NULL;

  nida_query_add_filter (query, NIDA_FIELD_DONOR, "Qatar");
  comparison = compare (engines, query, "Qatar 7 - 7, total 7 - 7");
  nida_query_add_filter (nobody, NIDA_FIELD_DONOR, "Atlantis");
  g_assert_null (nida_source_comparison_new (engines, nobody, &error));
  g_assert_error (error, NIDA_QUERY_ERROR, NIDA_QUERY_ERROR_UNKNOWN_VALUE);
}

static void
test_governments (void)
{
  static const TestRow long_rows[] = {
    { NIDA_KIND_PAID, "2024", "100", "Kuwait, Government of" }, { NIDA_KIND_PAID, "2024", "4", "Kuwait Fund" },
  };
  static const TestRow short_rows[] = { { NIDA_KIND_PAID, "2024", "90", "Kuwait" } };
  static const TestRow both_rows[] = {
    { NIDA_KIND_PAID, "2024", "90", "Kuwait" }, { NIDA_KIND_PAID, "2024", "7", "Kuwait, Government of" },
  };
  g_autoptr (NidaLocalEngine) first = test_engine (long_rows, 2), second = test_engine (short_rows, 1), both = test_engine (both_rows, 2);
  NidaLocalEngine *engines[] = { first, second }, *others[] = { first, both };
  g_autoptr (NidaQuery) query = test_query (RECEIVED, "donor");
  g_autoptr (NidaSourceComparison) comparison =
    compare (engines, query, "Kuwait Fund 4 - 4, Kuwait, Government of 100 90 10, total 104 90 14");
  /* where a source has both names, they stay two, and the same name comes first */
  g_autoptr (NidaSourceComparison) apart =
    compare (others, query, "Kuwait - 90 -90, Kuwait Fund 4 - 4, Kuwait, Government of 100 7 93, total 104 97 7");

  g_assert_cmpstr (g_array_index (comparison->groups, NidaComparedGroup, 1).names[1], ==, "Kuwait");
}

/* Both files as one dataset, as a window holds them: lines as in each file. */
static NidaDataset *
join (void)
{
  g_autoptr (NidaDatasetBuilder) builder = test_builder ();

  for (guint i = 0; i < G_N_ELEMENTS (first_rows); i++)
    test_add_row (builder, &first_rows[i], i + 2);
  for (guint i = 0; i < G_N_ELEMENTS (second_rows); i++)
    test_add_row (builder, &second_rows[i], i + 2);
  return nida_dataset_builder_end (builder);
}

static NidaMoney
sum_rows (NidaDataset  *dataset,
          const GArray *rows)
{
  NidaMoney sum = 0;

  for (guint i = 0; i < rows->len; i++)
    g_assert_true (nida_money_add (sum, nida_dataset_get_amount_usd (dataset, g_array_index (rows, guint, i)), &sum));
  return sum;
}

static void
test_rows (void)
{
  g_autoptr (NidaLocalEngine) first = test_engine (first_rows, G_N_ELEMENTS (first_rows));
  g_autoptr (NidaLocalEngine) second = test_engine (second_rows, G_N_ELEMENTS (second_rows));
  NidaLocalEngine *engines[] = { first, second };
  g_autoptr (NidaQuery) query = test_query (RECEIVED, "donor");
  g_autoptr (NidaSourceComparison) comparison = nida_source_comparison_new (engines, query, NULL);
  g_autoptr (NidaDataset) joined = join ();
  const NidaComparedGroup *kuwait = &g_array_index (comparison->groups, NidaComparedGroup, 0);
  const NidaComparedGroup *qatar = &g_array_index (comparison->groups, NidaComparedGroup, 1);
  g_autoptr (GArray) ours = nida_source_comparison_find_rows (comparison, first, kuwait, 0, joined, 0);
  g_autoptr (GArray) theirs = nida_source_comparison_find_rows (comparison, second, kuwait, 1, joined, 2);
  g_autoptr (GArray) other = nida_source_comparison_find_rows (comparison, first, qatar, 0, joined, 0);
  g_autoptr (GArray) none = nida_source_comparison_find_rows (comparison, second, qatar, 1, joined, 2);

  g_assert_cmpuint (nida_dataset_get_n_rows (joined), ==, 6);
  g_assert_cmpuint (ours->len, ==, 2);
  g_assert_cmpuint (theirs->len, ==, 2);
  g_assert_cmpint (sum_rows (joined, ours), ==, sum_rows (joined, theirs));   /* the same rows: each holds both records */
  g_assert_cmpuint (other->len, ==, 1);
  g_assert_cmpint (sum_rows (joined, other), ==, 7000);
  g_assert_cmpuint (none->len, ==, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/source-comparison/donor/a-flow-in-both-counts-for-both-with-its-own-figure", test_by_donor);
  g_test_add_func ("/source-comparison/year/by-time-and-undated-last", test_by_year);
  g_test_add_func ("/source-comparison/filter/a-name-of-one-source-is-no-mistake", test_unknown_value);
  g_test_add_func ("/source-comparison/donor/a-government-is-that-of-its-country", test_governments);
  g_test_add_func ("/source-comparison/rows/of-a-figure-are-those-of-the-joined-table", test_rows);
  return g_test_run ();
}
