/* Rows and columns of two fields: which have a line, years without a gap, what is gathered; sums stay exact. */
#include "config.h"

#include "cross.h"
#include "sample.h"

static const SampleRow gifts[] = {
  { NIDA_KIND_PAID, "2019-03-04", .donor = "A", .amount = 1 },
  { NIDA_KIND_PAID, "2021", .donor = "A", .amount = 10 },
  { NIDA_KIND_PAID, "2024-05", .donor = "A", .amount = 100 },
  { NIDA_KIND_PAID, "2024", .donor = "B", .amount = 70 },
  { NIDA_KIND_PAID, "2024", .donor = "C", .amount = 30 },
  { NIDA_KIND_PAID, "2021", .donor = "D", .amount = 20 },
  { NIDA_KIND_PAID, NULL, .donor = "B", .amount = 5 },
  { NIDA_KIND_PAID, "2024", .amount = 3 },
};

typedef struct {
  GPtrArray       *cubes;
  NidaLanguage    *language;
  NidaChartSpec   *spec;
  NidaChartContext context;
  NidaRecipe       recipe;
} Fixture;

static void
fixture_init_step (Fixture         *self,
                   const SampleRow *rows,
                   guint            n,
                   NidaMeasure      measure,
                   NidaStep         step)
{
  g_autoptr (NidaDataset) dataset = sample_dataset (rows, n);
  g_autoptr (NidaLocalEngine) engine = nida_local_engine_new (dataset);
  g_autoptr (GPtrArray) queries = NULL;

  *self = (Fixture) { 0 };
  self->spec = nida_chart_spec_new (NIDA_CHART_HEATMAP);
  self->spec->measure = measure;
  self->spec->step = step;
  queries = nida_chart_spec_queries (self->spec);
  self->cubes = nida_local_engine_query_all (engine, queries, NULL);
  self->language = nida_language_new ("en", NIDA_DIGITS_LATN, NIDA_MONTHS_GULF);
  self->context = (NidaChartContext) { .language = self->language };
  self->recipe = (NidaRecipe) { .spec = self->spec, .cubes = self->cubes, .context = &self->context };
}

static void
fixture_init (Fixture         *self,
              const SampleRow *rows,
              guint            n,
              NidaMeasure      measure)
{
  fixture_init_step (self, rows, n, measure, NIDA_STEP_NONE);
}

static void
fixture_clear (Fixture *self)
{
  g_ptr_array_unref (self->cubes);
  g_object_unref (self->language);
  nida_chart_spec_free (self->spec);
}

static char *
keys (GPtrArray *lines)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < lines->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? " " : "", ((NidaCrossLine *) lines->pdata[i])->key);
  return g_string_free (text, FALSE);
}

static NidaMoney
sum (const NidaCross *cross)
{
  NidaMoney total = 0;

  for (guint i = 0; i < cross->rows->len; i++)
    for (guint k = 0; k < cross->columns->len; k++)
      if (nida_cross_value (cross, i, k) != NIDA_MONEY_NONE)
        total += nida_cross_value (cross, i, k);
  return total;
}

static void
test_whole (void)
{
  Fixture fixture;
  g_autoptr (NidaCross) cross = NULL;
  g_autofree char *rows = NULL, *columns = NULL;

  fixture_init (&fixture, gifts, G_N_ELEMENTS (gifts), NIDA_MEASURE_RECEIVED);
  cross = nida_cross_new (&fixture.recipe);
  rows = keys (cross->rows);
  columns = keys (cross->columns);
  g_assert_cmpstr (rows, ==, "A B C D +not-stated");
  g_assert_cmpstr (columns, ==, "2019 2020 2021 2022 2023 2024 +apart");
  g_assert_cmpint (nida_cross_value (cross, 0, 5), ==, 100 * NIDA_MONEY_UNIT);
  g_assert_cmpint (nida_cross_value (cross, 1, 0), ==, NIDA_MONEY_NONE);
  g_assert_cmpstr (nida_cross_column (cross, 6)->label, ==, "undated");
  g_assert_cmpstr (nida_cross_column (cross, 6)->filter, ==, "");
  g_assert_cmpint (sum (cross), ==, nida_cross_total (cross));
  fixture_clear (&fixture);
}

static void
test_folded (void)
{
  Fixture fixture;
  g_autoptr (NidaCross) whole = NULL, cross = NULL;
  g_autofree char *rows = NULL, *columns = NULL;

  fixture_init (&fixture, gifts, G_N_ELEMENTS (gifts), NIDA_MEASURE_RECEIVED);
  whole = nida_cross_new (&fixture.recipe);
  cross = nida_cross_fold (whole, 2, 3);
  rows = keys (cross->rows);
  columns = keys (cross->columns);
  g_assert_cmpstr (rows, ==, "A B +other +not-stated");
  g_assert_cmpstr (columns, ==, "+before 2022 2023 2024 +apart");
  g_assert_cmpint (nida_cross_value (cross, 0, 0), ==, 11 * NIDA_MONEY_UNIT);
  g_assert_cmpint (nida_cross_value (cross, 2, 0), ==, 20 * NIDA_MONEY_UNIT);
  g_assert_cmpint (nida_cross_value (cross, 2, 3), ==, 30 * NIDA_MONEY_UNIT);
  g_assert_null (nida_cross_row (cross, 2)->filter);
  g_assert_cmpstr (nida_cross_column (cross, 0)->filter, ==, "2019..2021");
  g_assert_cmpstr (nida_cross_column (cross, 0)->label, ==, "before 2022");
  g_assert_cmpint (nida_cross_row (cross, 2)->n, ==, 2);
  g_assert_cmpint (nida_cross_row (cross, 2)->weight, ==, 50 * NIDA_MONEY_UNIT);
  g_assert_cmpint (sum (cross), ==, nida_cross_total (cross));
  fixture_clear (&fixture);
}

static void
test_names (void)
{
  Fixture fixture;
  g_autoptr (NidaCross) whole = NULL, cross = NULL, most = NULL;
  g_autofree char *rows = NULL, *columns = NULL, *more = NULL;

  fixture_init (&fixture, gifts, G_N_ELEMENTS (gifts), NIDA_MEASURE_RECEIVED);
  whole = nida_cross_new (&fixture.recipe);
  cross = nida_cross_names (whole, 2);
  most = nida_cross_names (whole, 3);
  rows = keys (cross->rows);
  columns = keys (cross->columns);
  more = keys (most->rows);
  g_assert_cmpstr (rows, ==, "A B");
  g_assert_cmpstr (columns, ==, "2019 2020 2021 2022 2023 2024 +apart");
  g_assert_cmpint (nida_cross_value (cross, 1, 5), ==, 70 * NIDA_MONEY_UNIT);
  g_assert_cmpstr (more, ==, "A B C D");           /* a single other stays itself */
  fixture_clear (&fixture);
}

/* Forty years of months have no columns of their own: what is gathered in the whole is gathered further. */
static void
test_long (void)
{
  const SampleRow rows[] = {
    { NIDA_KIND_PAID, "1980-01", .donor = "A", .amount = 1 }, { NIDA_KIND_PAID, "2000-06", .donor = "A", .amount = 2 },
    { NIDA_KIND_PAID, "2024-04", .donor = "A", .amount = 4 }, { NIDA_KIND_PAID, "2024-05", .donor = "A", .amount = 8 },
  };
  Fixture fixture;
  g_autoptr (NidaCross) whole = NULL, cross = NULL;
  g_autofree char *columns = NULL;

  fixture_init_step (&fixture, rows, G_N_ELEMENTS (rows), NIDA_MEASURE_RECEIVED, NIDA_STEP_MONTH);
  whole = nida_cross_new (&fixture.recipe);
  cross = nida_cross_fold (whole, G_MAXUINT, 2);
  columns = keys (cross->columns);
  g_assert_cmpstr (nida_cross_column (whole, 0)->key, ==, "+before");
  g_assert_cmpint (nida_cross_value (whole, 0, 0), ==, NIDA_MONEY_UNIT);
  g_assert_cmpstr (columns, ==, "+before 2024-04 2024-05");
  g_assert_cmpint (nida_cross_value (cross, 0, 0), ==, 3 * NIDA_MONEY_UNIT);
  g_assert_cmpint (nida_cross_column (cross, 0)->n, ==, 2);
  g_assert_cmpstr (nida_cross_column (cross, 0)->label, ==, "before Apr 2024");
  fixture_clear (&fixture);
}

/* A ratio of the others is no sum of ratios. */
static void
test_coverage (void)
{
  const SampleRow rows[] = {
    { NIDA_KIND_REQUIREMENT, "2023", "P", .amount = 100 }, { NIDA_KIND_PAID, "2023", "P", .amount = 40 },
    { NIDA_KIND_REQUIREMENT, "2024", "Q", .amount = 200 }, { NIDA_KIND_PAID, "2024", "Q", .amount = 50 },
    { NIDA_KIND_REQUIREMENT, "2024", "R", .amount = 10 },  { NIDA_KIND_PAID, "2024", "R", .amount = 10 },
  };
  Fixture fixture;
  g_autoptr (NidaCross) whole = NULL, cross = NULL;
  g_autofree char *names = NULL;

  fixture_init (&fixture, rows, G_N_ELEMENTS (rows), NIDA_MEASURE_COVERAGE);
  whole = nida_cross_new (&fixture.recipe);
  cross = nida_cross_fold (whole, 2, G_MAXUINT);
  names = keys (cross->rows);
  g_assert_cmpstr (names, ==, "Q P");
  g_assert_cmpint (nida_cross_value (cross, 0, 1), ==, 250000);
  fixture_clear (&fixture);
}

static void
test_random (void)
{
  for (guint seed = 0; seed < 100; seed++)
    {
      g_autoptr (NidaDataset) dataset = sample_random (seed, FALSE, seed % 2 == 0);
      g_autoptr (NidaLocalEngine) engine = nida_local_engine_new (dataset);
      g_autoptr (NidaLanguage) language = nida_language_new ("en", NIDA_DIGITS_LATN, NIDA_MONTHS_GULF);
      g_autoptr (NidaChartSpec) spec = nida_chart_spec_new (NIDA_CHART_HEATMAP);
      g_autoptr (GPtrArray) queries = nida_chart_spec_queries (spec);
      g_autoptr (GPtrArray) cubes = nida_local_engine_query_all (engine, queries, NULL);
      NidaChartContext context = { .language = language };
      NidaRecipe recipe = { .spec = spec, .cubes = cubes, .context = &context };
      g_autoptr (NidaCross) whole = nida_cross_new (&recipe), cross = nida_cross_fold (whole, seed % 7, 1 + seed % 3);
      NidaMoney total = nida_cross_total (cross);

      g_assert_cmpint (sum (cross), ==, total == NIDA_MONEY_NONE ? 0 : total);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/cross/lines/largest-first-and-years-without-a-gap", test_whole);
  g_test_add_func ("/cross/folded/others-and-earlier-years-are-summed", test_folded);
  g_test_add_func ("/cross/folded/what-came-before-is-gathered-once", test_long);
  g_test_add_func ("/cross/names/those-that-are-no-name-have-no-row", test_names);
  g_test_add_func ("/cross/coverage/is-never-summed", test_coverage);
  g_test_add_func ("/cross/random/cells-add-up-to-the-total", test_random);
  return g_test_run ();
}
