/* Amounts in another currency, worked out by hand from the rates beside them. */
#include "values.h"
#include "fixture.h"

static void
add_rate (NidaRates *rates, guint table, const char *currency, const char *date, const char *quote)
{
  NidaDate when;
  NidaDecimal value;

  g_assert_cmpint (nida_date_parse (date, strlen (date), &when), ==, NIDA_DATE_OK);
  g_assert_true (nida_decimal_parse (quote, strlen (quote), &value));
  nida_rates_add (rates, table, currency, when, value);
}

static NidaDataset *
make_dataset (gboolean with_rates)
{
  static const TestRow rows[] = {
    { .kind = NIDA_KIND_PAID, .date = "2023-01-02", .amount = "100", .currency = "EUR", .donor = "A" },
    { .kind = NIDA_KIND_PAID, .date = "2023-01-03", .amount = "0.001", .currency = "GBP", .donor = "A" },
    { .kind = NIDA_KIND_PAID, .date = "2023-01-03", .amount = "0.001", .currency = "GBP", .donor = "A" },
    { .kind = NIDA_KIND_PAID, .date = "2023-01-03", .amount = "0.001", .currency = "GBP", .donor = "A" },
    { .kind = NIDA_KIND_PAID, .date = "2020-01-03", .amount = "5", .currency = "EUR", .donor = "B" },
    { .kind = NIDA_KIND_PAID, .date = "2023", .amount = "10", .donor = "B" },
    { .kind = NIDA_KIND_REQUIREMENT, .date = "2023", .amount = "1000", .appeal = "P" },
    { .kind = NIDA_KIND_INDICATOR, .date = "2023", .amount = "2" },
  };
  g_autoptr (NidaDatasetBuilder) builder = test_builder ();
  NidaRates *rates = nida_dataset_builder_get_rates (builder);

  if (with_rates)
    {
      guint ecb = nida_rates_add_table (rates, "ECB", "EUR", NIDA_QUOTED_UNITS_PER_BASE, 10);

      add_rate (rates, ecb, "USD", "2023-01-02", "1.07");
      add_rate (rates, ecb, "USD", "2023-01-03", "1.05");
      add_rate (rates, ecb, "GBP", "2023-01-03", "0.9");
    }
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    test_add_row (builder, &rows[i], i + 2);
  return nida_dataset_builder_end (builder);
}

static NidaCube *
ask (NidaDataset *dataset, const char *currency, guint measures)
{
  g_autoptr (NidaLocalEngine) engine = nida_local_engine_new (dataset);
  g_autoptr (NidaQuery) query = nida_query_new ();
  g_autoptr (GError) error = NULL;
  NidaCube *cube;

  query->measures = measures;
  query->currency = g_strdup (currency);
  cube = nida_local_engine_query (engine, query, &error);
  g_assert_no_error (error);
  return cube;
}

static void
test_dollars (void)
{
  g_autoptr (NidaDataset) dataset = make_dataset (TRUE);
  g_autoptr (NidaCube) cube = ask (dataset, NULL, 1u << NIDA_MEASURE_PAID | 1u << NIDA_MEASURE_REQUIREMENT);
  const NidaConversion *missing = NULL;

  /* 100 * 1.07 + 3 * 0.001 * 1.05 / 0.9 + 10 = 117.0035: half to even once, 117.004; each alone would give 117.003 */
  g_assert_cmpint (nida_cube_get_total (cube)->values[NIDA_MEASURE_PAID], ==, 117004);
  g_assert_cmpint (nida_cube_get_total (cube)->values[NIDA_MEASURE_REQUIREMENT], ==, 1000000);
  for (guint i = 0; i < nida_cube_get_n_conversions (cube); i++)
    if (nida_cube_get_conversion (cube, i)->kind == NIDA_CONVERSION_MISSING)
      missing = nida_cube_get_conversion (cube, i);
  g_assert_nonnull (missing);
  g_assert_cmpstr (missing->from, ==, "EUR");
  g_assert_cmpuint (missing->rows, ==, 1);
  g_assert_cmpint (missing->amount, ==, 5000);
  g_assert_cmpuint (nida_cube_get_n_conversions (cube), ==, 3);
  g_assert_cmpstr (nida_cube_get_conversion (cube, 0)->source, ==, "ECB");
  g_assert_cmpint (nida_cube_get_conversion (cube, 0)->first, ==, nida_days_from_civil (2023, 1, 2));
  g_assert_cmpint (nida_cube_get_aside (cube, 0)->kind, ==, NIDA_ASIDE_NO_AMOUNT);
  g_assert_cmpuint (nida_cube_get_aside (cube, 0)->rows, ==, 1);
}

static void
test_average (void)
{
  g_autoptr (NidaDataset) dataset = make_dataset (TRUE);
  g_autoptr (NidaCube) cube = ask (dataset, "EUR", 1u << NIDA_MEASURE_REQUIREMENT);

  /* 1000 / ((1.07 + 1.05) / 2) = 943.396226… */
  g_assert_cmpint (nida_cube_get_total (cube)->values[NIDA_MEASURE_REQUIREMENT], ==, 943396);
  g_assert_true (nida_cube_get_conversion (cube, 0)->average);
}

/* The day that a source values an amount on decides its rate, not the day of the transaction. */
static void
test_value_date (void)
{
  g_autoptr (NidaDatasetBuilder) builder = test_builder ();
  NidaRates *rates = nida_dataset_builder_get_rates (builder);
  guint ecb = nida_rates_add_table (rates, "ECB", "EUR", NIDA_QUOTED_UNITS_PER_BASE, 10);
  NidaDate paid = nida_date_new_day (2023, 1, 3), valued = nida_date_new_day (2023, 1, 2);
  g_autoptr (NidaDataset) dataset = NULL;
  g_autoptr (NidaCube) cube = NULL;

  add_rate (rates, ecb, "USD", "2023-01-02", "1.07");
  add_rate (rates, ecb, "USD", "2023-01-03", "1.05");
  for (guint i = 0; i < 2; i++)
    {
      nida_dataset_builder_begin (builder, 0, i + 2, NIDA_KIND_PAID);
      nida_dataset_builder_set_name (builder, NIDA_FIELD_CURRENCY, "EUR", -1);
      nida_dataset_builder_set_amount (builder, 100 * NIDA_MONEY_UNIT);
      nida_dataset_builder_set_period (builder, (NidaPeriod) { paid, paid });
      if (i == 0)
        nida_dataset_builder_set_value_date (builder, valued);
      g_assert_true (nida_dataset_builder_end_row (builder));
    }
  dataset = nida_dataset_builder_end (builder);
  cube = ask (dataset, NULL, 1u << NIDA_MEASURE_PAID);
  g_assert_cmpint (nida_cube_get_total (cube)->values[NIDA_MEASURE_PAID], ==, 212000);
}

static void
test_pegs (void)
{
  g_autoptr (NidaDataset) dataset = make_dataset (FALSE);
  g_autoptr (NidaCube) cube = ask (dataset, "SAR", 1u << NIDA_MEASURE_PAID);

  g_assert_cmpint (nida_cube_get_total (cube)->values[NIDA_MEASURE_PAID], ==, 37500);
  g_assert_cmpint (nida_cube_get_conversion (cube, 0)->kind, ==, NIDA_CONVERSION_PEG);
  g_assert_cmpuint (nida_cube_get_aside (cube, 0)->rows, ==, 5);
}

/* What has no amount in the currency at all is no zero. */
static void
test_unknown (void)
{
  g_autoptr (NidaDataset) dataset = make_dataset (FALSE);
  g_autoptr (NidaCube) cube = ask (dataset, "KWD", 1u << NIDA_MEASURE_PAID | 1u << NIDA_MEASURE_REQUIREMENT | 1u << NIDA_MEASURE_COUNT);
  const NidaCubeCell *total = nida_cube_get_total (cube);

  g_assert_true (total->values[NIDA_MEASURE_PAID] == NIDA_MONEY_NONE);
  g_assert_true (total->values[NIDA_MEASURE_REQUIREMENT] == NIDA_MONEY_NONE);
  g_assert_cmpint (total->values[NIDA_MEASURE_COUNT], ==, 6);
}

static void
test_of_one_row (void)
{
  g_autoptr (NidaDataset) dataset = make_dataset (TRUE);
  g_autoptr (NidaLocalEngine) engine = nida_local_engine_new (dataset);
  g_autoptr (NidaQuery) query = nida_query_new ();
  NidaConversion conversion;
  NidaRatio ratio;

  g_assert_true (nida_local_engine_get_conversion (engine, query, 0, &conversion, &ratio));
  g_assert_cmpint (conversion.kind, ==, NIDA_CONVERSION_TABLE);
  g_assert_cmpstr (conversion.from, ==, "EUR");
  g_assert_cmpint (conversion.amount, ==, 100000);
  g_assert_cmpint (ratio.num * 100, ==, ratio.den * 107);
  g_assert_true (nida_local_engine_get_conversion (engine, query, 4, &conversion, &ratio));
  g_assert_cmpint (conversion.kind, ==, NIDA_CONVERSION_MISSING);
  g_assert_cmpint (ratio.den, ==, 0);
  g_assert_false (nida_local_engine_get_conversion (engine, query, 5, &conversion, &ratio));
}

static void
test_coverage (void)
{
  g_autoptr (NidaDatasetBuilder) builder = test_builder ();
  g_autoptr (NidaDataset) dataset = NULL;
  g_autoptr (NidaCube) cube = NULL;
  static const TestRow rows[] = {
    { .kind = NIDA_KIND_REQUIREMENT, .date = "2023", .amount = "3", .appeal = "P" },
    { .kind = NIDA_KIND_PAID, .date = "2023", .amount = "1", .appeal = "P", .boundary = NIDA_BOUNDARY_INCOMING, .on = NIDA_ON_BOUNDARY_SINGLE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    test_add_row (builder, &rows[i], i + 2);
  dataset = nida_dataset_builder_end (builder);
  cube = ask (dataset, "OMR", 1u << NIDA_MEASURE_COVERAGE | 1u << NIDA_MEASURE_GAP);
  g_assert_cmpint (nida_cube_get_total (cube)->values[NIDA_MEASURE_COVERAGE], ==, 333333);
  g_assert_cmpint (nida_cube_get_total (cube)->values[NIDA_MEASURE_GAP], ==, 769);
}

static void
test_plain (void)
{
  g_autoptr (NidaDatasetBuilder) builder = test_builder ();
  g_autoptr (NidaDataset) dataset = NULL;
  static const TestRow row = { .kind = NIDA_KIND_PAID, .date = "2023", .amount = "3" };
  NidaValues *values;

  test_add_row (builder, &row, 2);
  dataset = nida_dataset_builder_end (builder);
  values = nida_values_new (dataset, "USD", 0, NULL, 0);
  g_assert_true (values->whole == nida_dataset_get_amounts_usd (dataset));
  g_assert_null (values->fine);
  g_assert_null (values->rates);
  nida_values_free (values);
}

/* --- rows behind others --- */

static const TestRow first_rows[][4] = {
  { { .kind = NIDA_KIND_PAID, .date = "2023", .amount = "3" }, { .kind = NIDA_KIND_PLEDGE, .date = "2024-01", .amount = "-4.5" } },
  { { .kind = NIDA_KIND_PAID, .date = "2023", .amount = "3" }, { .kind = NIDA_KIND_PLEDGE, .date = "2024-01", .amount = "4", .currency = "QAR" },
    { .kind = NIDA_KIND_COMMITMENT, .date = "2024-02", .amount = "5", .currency = "KWD" }, { .kind = NIDA_KIND_PAID, .amount = "6", .currency = "AED" } },
  { { .kind = NIDA_KIND_EVENT, .date = "2023", .text = "Earthquake" }, { .kind = NIDA_KIND_REQUIREMENT, .date = "2023" } },
  { { .kind = NIDA_KIND_NONE } },
};
static const TestRow behind_rows[] = {
  { .kind = NIDA_KIND_PLEDGE, .date = "2024-03-05", .amount = "1000" },
  { .kind = NIDA_KIND_PLEDGE, .date = "2024-01", .amount = "7", .currency = "QAR" },
  { .kind = NIDA_KIND_PAID, .date = "2024-03-05", .amount = "8", .currency = "KWD" },
  { .kind = NIDA_KIND_PAID, .date = "2024-03-05", .amount = "9223372036854775", .currency = "AED" },
  { .kind = NIDA_KIND_PLEDGE, .date = "2024-03-05" },
};

static NidaDataset *
put_behind (NidaDataset *base,
            guint        n)
{
  g_autoptr (NidaDatasetBuilder) more = nida_dataset_builder_new ();
  NidaSourceInfo desk = { .name = (char *) "desk", .format = (char *) "test", .family = (char *) "desk", .states_move = TRUE };
  guint source = nida_dataset_builder_add_source (more, &desk);

  for (guint i = 0; i < G_N_ELEMENTS (behind_rows); i++)
    if (n >> i & 1)
      {
        TestRow row = behind_rows[i];

        row.source = source;
        test_add_row (more, &row, i + 2);
      }
  return nida_dataset_builder_append (more, base);
}

static void
assert_same_values (const NidaValues *a,
                    const NidaValues *b,
                    guint             n_rows)
{
  g_assert_true ((a->fine == NULL) == (b->fine == NULL) && (a->rates == NULL) == (b->rates == NULL));
  g_assert_true (a->narrow == b->narrow && a->kinds == b->kinds);
  g_assert_cmpmem (a->whole, n_rows * sizeof *a->whole, b->whole, n_rows * sizeof *b->whole);
  g_assert_cmpuint (a->ways->len, ==, b->ways->len);
  for (guint i = 0; i < a->ways->len; i++)
    {
      const NidaWay *one = &g_array_index (a->ways, NidaWay, i), *other = &g_array_index (b->ways, NidaWay, i);

      g_assert_true (one->kind == other->kind && g_strcmp0 (one->source, other->source) == 0);
      g_assert_cmpstr (one->from, ==, other->from);
    }
  g_assert_cmpuint (a->row_rates->len, ==, b->row_rates->len);
  for (guint i = 1; i < a->row_rates->len; i++)
    {
      const NidaRowRate *one = &g_array_index (a->row_rates, NidaRowRate, i), *other = &g_array_index (b->row_rates, NidaRowRate, i);

      g_assert_true (one->way == other->way && one->ratio.num == other->ratio.num && one->ratio.den == other->ratio.den);
    }
  for (guint row = 0; a->fine != NULL && row < n_rows; row++)
    g_assert_true (a->fine[row] == b->fine[row] && a->rates[row] == b->rates[row]);
}

/* What few rows are worth is put behind what is known of the others: as if all had been looked at. */
static void
test_behind (void)
{
  static const char * const currencies[] = { "USD", "QAR", "KWD" };

  for (guint set = 0; set < G_N_ELEMENTS (first_rows); set++)
    for (guint n = 0; n < 1u << G_N_ELEMENTS (behind_rows); n++)
      {
        g_autoptr (NidaDatasetBuilder) builder = test_builder ();
        g_autoptr (NidaDataset) base = NULL, behind = NULL;

        for (guint i = 0; i < 4 && first_rows[set][i].kind != NIDA_KIND_NONE; i++)
          test_add_row (builder, &first_rows[set][i], i + 2);
        base = nida_dataset_builder_end (builder);
        behind = put_behind (base, n);
        for (guint c = 0; c < G_N_ELEMENTS (currencies); c++)
          {
            guint n_base = nida_dataset_get_n_rows (base), n_rows = nida_dataset_get_n_rows (behind);
            NidaValues *before = nida_values_new (base, currencies[c], 0, NULL, 0);
            NidaValues *some = nida_values_new (behind, currencies[c], 0, before, n_base);
            NidaValues *all = nida_values_new (behind, currencies[c], 0, NULL, 0);

            assert_same_values (some, all, n_rows);
            nida_values_free (some);
            nida_values_free (all);
            nida_values_free (before);
          }
      }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/values/each-is-converted-and-the-sum-rounded-once", test_dollars);
  g_test_add_func ("/values/a-year-takes-its-average", test_average);
  g_test_add_func ("/values/the-value-date-decides-the-rate", test_value_date);
  g_test_add_func ("/values/fixed-rates-need-no-table", test_pegs);
  g_test_add_func ("/values/without-any-rate-there-is-no-figure", test_unknown);
  g_test_add_func ("/values/one-row-tells-its-rate", test_of_one_row);
  g_test_add_func ("/values/coverage-is-the-exact-ratio", test_coverage);
  g_test_add_func ("/values/dollars-that-are-all-stated-are-the-column-itself", test_plain);
  g_test_add_func ("/values/rows-behind-others-as-all-together", test_behind);

  return g_test_run ();
}
