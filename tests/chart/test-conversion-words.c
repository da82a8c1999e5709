/* What is said of conversions, and the second currency of a mark. */
#include "conversion-words.h"
#include "recipe-fixture.h"
#include "sample.h"

#include <string.h>

static NidaDataset *
make_dataset (gboolean with_rates)
{
  g_autoptr (NidaDatasetBuilder) builder = nida_dataset_builder_new ();
  NidaSourceInfo info = { .name = (char *) "a.csv", .uri = (char *) "file:///a.csv", .format = (char *) "test", .states_move = TRUE };
  static const struct { const char *currency; NidaMoney amount; } rows[] = { { "EUR", 100000 }, { "KWD", 5000 }, { "USD", 7000 } };

  nida_dataset_builder_add_source (builder, &info);
  if (with_rates)
    {
      NidaRates *rates = nida_dataset_builder_get_rates (builder);
      guint table = nida_rates_add_table (rates, "European Central Bank", "EUR", NIDA_QUOTED_UNITS_PER_BASE, 10);

      nida_rates_add (rates, table, "USD", nida_date_new_day (2024, 2, 1), (NidaDecimal) { 11, 1 });
    }
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      NidaDate day = nida_date_new_day (2024, 2, 4);

      nida_dataset_builder_begin (builder, 0, i + 2, NIDA_KIND_PAID);
      nida_dataset_builder_set_period (builder, (NidaPeriod) { day, day });
      nida_dataset_builder_set_name (builder, NIDA_FIELD_CURRENCY, rows[i].currency, -1);
      nida_dataset_builder_set_name (builder, NIDA_FIELD_DONOR, i == 0 ? "A" : "B", -1);
      nida_dataset_builder_set_amount (builder, rows[i].amount);
      g_assert_true (nida_dataset_builder_end_row (builder));
    }
  return nida_dataset_builder_end (builder);
}

static NidaCube *
ask (NidaDataset *dataset, const char *currency)
{
  g_autoptr (NidaLocalEngine) engine = nida_local_engine_new (dataset);
  g_autoptr (NidaQuery) query = nida_query_new ();
  NidaCube *cube;

  query->measures = 1u << NIDA_MEASURE_PAID;
  query->currency = g_strdup (currency);
  cube = nida_local_engine_query (engine, query, NULL);
  g_assert_nonnull (cube);
  return cube;
}

static void
test_table (void)
{
  g_autoptr (NidaDataset) dataset = make_dataset (TRUE);
  g_autoptr (NidaCube) cube = ask (dataset, "EUR");
  g_autoptr (NidaLanguage) language = nida_language_new ("en", NIDA_DIGITS_AUTO, NIDA_MONTHS_GULF);
  g_autofree char *currency = nida_words_currency (language, cube);
  g_autofree char *converted = nida_words_converted (language, cube);
  g_autofree char *unconverted = nida_words_unconverted (language, cube);

  g_assert_cmpstr (currency, ==, "Amounts in EUR.");
  g_assert_cmpstr (converted, ==, "Converted from USD at the rates of the European Central Bank, 1 Feb 2024: 1 row.");
  g_assert_cmpstr (unconverted, ==, "No rate for their date, left out: KWD (1 row).");
  {
    g_autoptr (NidaCube) riyals = ask (dataset, "SAR");
    g_autofree char *rates = nida_words_rates (language, cube), *fixed = nida_words_rates (language, riyals);

    g_assert_cmpstr (rates, ==, "Rates: European Central Bank.");
    g_assert_cmpstr (fixed, ==, "Rates: European Central Bank and fixed rates.");
  }
}

/* What is no whole decimal is about that much, not equal to it. */
static void
test_rate (void)
{
  g_autoptr (NidaLanguage) language = nida_language_new ("en", NIDA_DIGITS_AUTO, NIDA_MONTHS_GULF);
  g_autofree char *exact = nida_words_rate (language, "KWD", "USD", (NidaRatio) { 5343, 5000 });
  g_autofree char *about = nida_words_rate (language, "SEK", "USD", (NidaRatio) { 1, 3 });

  g_assert_cmpstr (exact, ==, "1 KWD = 1.0686 USD");
  g_assert_cmpstr (about, ==, "1 SEK ≈ 0.33333333 USD");
}

/* A footer without room for how amounts were converted says at least whose rates they are. */
static void
test_narrow (void)
{
  g_autoptr (NidaDataset) dataset = make_dataset (TRUE);
  g_autoptr (GPtrArray) cubes = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree char *wide = NULL, *narrow = NULL;
  Fixture fixture;

  fixture_init (&fixture, "en", NIDA_TIME_LTR, 480, 356);
  g_ptr_array_add (cubes, ask (dataset, "SAR"));
  fixture.recipe.cubes = cubes;
  wide = nida_recipe_source_in (&fixture.recipe, NULL, 4000, 3, 3);
  narrow = nida_recipe_source_in (&fixture.recipe, NULL, 320, 3, 4);
  g_assert_nonnull (strstr (wide, "Converted from"));
  g_assert_null (strstr (wide, "Rates:"));
  g_assert_null (strstr (narrow, "Converted from"));
  g_assert_nonnull (strstr (narrow, "Rates: European Central Bank and fixed rates."));
  fixture.recipe.cubes = NULL;
  fixture_clear (&fixture);
}

static void
test_nothing (void)
{
  static const SampleRow row = { NIDA_KIND_PAID, "2024", .donor = "A", .amount = 5 };
  g_autoptr (NidaDataset) dataset = sample_dataset (&row, 1);
  g_autoptr (NidaCube) cube = ask (dataset, NULL);
  g_autoptr (NidaLanguage) language = nida_language_new ("en", NIDA_DIGITS_AUTO, NIDA_MONTHS_GULF);
  g_autofree char *currency = nida_words_currency (language, cube);
  g_autofree char *converted = nida_words_converted (language, cube);
  g_autofree char *unconverted = nida_words_unconverted (language, cube);

  g_assert_cmpstr (currency, ==, "US$ as reported.");
  g_assert_cmpstr (converted, ==, "");
  g_assert_cmpstr (unconverted, ==, "");
}

static void
test_prices (void)
{
  g_autoptr (NidaLanguage) english = nida_language_new ("en", NIDA_DIGITS_AUTO, NIDA_MONTHS_GULF);
  g_autoptr (NidaQuery) query = nida_query_new ();
  g_autofree char *unit = NULL;

  query->prices = 2023;
  unit = nida_words_unit (english, query);
  g_assert_cmpstr (unit, ==, "US$ at 2023 prices");
}

static void
test_second_line (void)
{
  static const SampleRow row = { NIDA_KIND_PAID, "2024", .donor = "A", .amount = 100 };
  g_autoptr (NidaDataset) dataset = sample_dataset (&row, 1);
  g_autoptr (NidaChartSpec) spec = nida_chart_spec_new (NIDA_CHART_RANKING);
  g_autoptr (NidaScene) scene = NULL;
  gboolean found = FALSE;

  spec->query->by[0].field = NIDA_FIELD_DONOR;
  spec->query->n_by = 1;
  spec->query->second = g_strdup ("SAR");
  scene = sample_scene (dataset, spec, SAMPLE_WIDE);
  for (guint i = 0; i < nida_scene_get_n_nodes (scene); i++)
    {
      const NidaMark *mark = nida_scene_get_node (scene, i)->mark;

      for (guint l = 0; mark != NULL && nida_mark_get_lines (mark) != NULL && nida_mark_get_lines (mark)[l] != NULL; l++)
        found |= strstr (nida_mark_get_lines (mark)[l], "SAR") != NULL && strstr (nida_mark_get_lines (mark)[l], "375") != NULL;
    }
  g_assert_true (found);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/conversion-words/table-days-and-what-has-no-rate", test_table);
  g_test_add_func ("/conversion-words/rate/about-where-it-is-no-decimal", test_rate);
  g_test_add_func ("/conversion-words/narrow/whose-rates-stays", test_narrow);
  g_test_add_func ("/conversion-words/nothing-was-converted", test_nothing);
  g_test_add_func ("/conversion-words/prices-are-named-in-the-unit", test_prices);
  g_test_add_func ("/conversion-words/second-currency-is-a-line-of-the-mark", test_second_line);

  return g_test_run ();
}
