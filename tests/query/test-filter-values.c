/* Periods and words as people write them. */
#include "fixture.h"

#include "filter-values.h"

static void
assert_period (const char *value,
               guint       fiscal_start,
               const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  NidaPeriod period;

  g_assert_true (nida_filter_values_period (value, fiscal_start, &period, &error));
  g_assert_no_error (error);
  text = nida_period_to_string (period);
  g_assert_cmpstr (text, ==, expected);
}

static void
test_periods (void)
{
  static const char * const refused[] = {
    "x", "2024-13", "..", "2024..", "..2024", "2024/26", "24/25", "2024/2025", "2024..x", "0001/02",
  };

  assert_period ("2024", 1, "2024");
  assert_period ("2024-Q3", 1, "2024-Q3");
  assert_period ("2024-02..2025-03", 1, "2024-02..2025-03");
  assert_period ("2009..2023", 1, "2009..2023");
  assert_period ("2024/25", 4, "2024/25");
  assert_period ("1999/00", 7, "1999/00");
  assert_period ("", 1, "undated");
  assert_period ("undated", 1, "undated");
  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_autoptr (GError) error = NULL;
      NidaPeriod period;

      g_assert_false (nida_filter_values_period (refused[i], 1, &period, &error));
      g_assert_error (error, NIDA_QUERY_ERROR, NIDA_QUERY_ERROR_UNKNOWN_VALUE);
      g_assert_nonnull (strstr (error->message, refused[i]));
    }
}

static void
test_words (void)
{
  const char * const values[] = { "Incoming", "", NULL };
  const char * const wrong[] = { "inward", NULL };
  g_autoptr (GError) error = NULL;
  guint bits;

  g_assert_true (nida_filter_values_words (NIDA_FIELD_BOUNDARY, values, &bits, &error));
  g_assert_cmpuint (bits, ==, 1u << NIDA_BOUNDARY_NONE | 1u << NIDA_BOUNDARY_INCOMING);
  g_assert_false (nida_filter_values_words (NIDA_FIELD_BOUNDARY, wrong, &bits, &error));
  g_assert_error (error, NIDA_QUERY_ERROR, NIDA_QUERY_ERROR_UNKNOWN_VALUE);
}

/* A name that counts as another asks for that one. */
static void
test_joined (void)
{
  const char * const values[] = { "STATE of Kuwait", NULL };
  g_autoptr (NidaDatasetBuilder) builder = nida_dataset_builder_new ();
  g_autoptr (NidaAliases) aliases = nida_aliases_new ();
  g_autoptr (NidaDataset) dataset = NULL;
  g_autoptr (NidaLocalEngine) engine = NULL;
  g_autoptr (NidaQuery) query = nida_query_new ();
  g_autoptr (GArray) rows = NULL;
  g_autoptr (GError) error = NULL;
  NidaSourceInfo info = { .name = (char *) "a.csv" };
  static const TestRow gifts[] = {
    { .kind = NIDA_KIND_PAID, .date = "2024", .amount = "1", .donor = "State of Kuwait" },
    { .kind = NIDA_KIND_PAID, .date = "2024", .amount = "2", .donor = "Kuwait" },
    { .kind = NIDA_KIND_PAID, .date = "2024", .amount = "4", .donor = "Qatar" },
  };

  nida_dataset_builder_add_source (builder, &info);
  for (guint i = 0; i < G_N_ELEMENTS (gifts); i++)
    test_add_row (builder, &gifts[i], i + 2);
  nida_aliases_add (aliases, NIDA_ALIAS_ORGANISATION, "State of Kuwait", "Kuwait", NULL);
  nida_dataset_builder_set_aliases (builder, aliases);
  dataset = nida_dataset_builder_end (builder);
  engine = nida_local_engine_new (dataset);
  nida_query_add_filter (query, NIDA_FIELD_DONOR, values[0]);
  rows = nida_local_engine_select (engine, query, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (rows->len, ==, 2);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/filter-values/periods/as-they-are-printed", test_periods);
  g_test_add_func ("/filter-values/words/either-case", test_words);
  g_test_add_func ("/filter-values/names/a-name-that-counts-as-another", test_joined);
  return g_test_run ();
}
