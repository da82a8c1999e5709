/* Two dates of each name: which dates are compared, what has a change, in which order. */
#include "config.h"

#include "pairs.h"
#include "sample.h"

static const SampleRow gifts[] = {
  { NIDA_KIND_PAID, "2019", .donor = "A", .amount = 8 },    { NIDA_KIND_PAID, "2023", .donor = "A", .amount = 40 },
  { NIDA_KIND_PAID, "2024", .donor = "A", .amount = 10 },   { NIDA_KIND_PAID, "2023", .donor = "B", .amount = 20 },
  { NIDA_KIND_PAID, "2024", .donor = "B", .amount = 90 },   { NIDA_KIND_PAID, "2024", .donor = "C", .amount = 30 },
  { NIDA_KIND_PAID, "2023", .donor = "D", .amount = 5 },    { NIDA_KIND_PAID, "2024", .donor = "D", .amount = 5 },
  { NIDA_KIND_PAID, "2019", .donor = "E", .amount = 700 },  { NIDA_KIND_PAID, NULL, .donor = "B", .amount = 3 },
};

typedef struct {
  GPtrArray       *cubes;
  NidaLanguage    *language;
  NidaMeasurer    *measurer;
  NidaChartSpec   *spec;
  NidaChartContext context;
  NidaRecipe       recipe;
} Fixture;

static void
fixture_init (Fixture    *self,
              guint       n,
              const char *from)
{
  g_autoptr (NidaDataset) dataset = sample_dataset (gifts, n);
  g_autoptr (NidaLocalEngine) engine = nida_local_engine_new (dataset);
  g_autoptr (GPtrArray) queries = NULL;

  *self = (Fixture) { 0 };
  self->spec = nida_chart_spec_new (NIDA_CHART_SLOPE);
  if (from != NULL)
    self->spec->query->from = nida_date_new_year (atoi (from));
  queries = nida_chart_spec_queries (self->spec);
  self->cubes = nida_local_engine_query_all (engine, queries, NULL);
  self->language = nida_language_new ("en", NIDA_DIGITS_LATN, NIDA_MONTHS_GULF);
  self->measurer = nida_fixed_measurer_new ();
  self->context = (NidaChartContext) { .language = self->language, .measurer = self->measurer, .width = 900, .height = 500, .scale = 1 };
  self->recipe = (NidaRecipe) { .spec = self->spec, .cubes = self->cubes, .context = &self->context, .scale = 1 };
}

static void
fixture_clear (Fixture *self)
{
  g_ptr_array_unref (self->cubes);
  g_object_unref (self->language);
  g_object_unref (self->measurer);
  nida_chart_spec_free (self->spec);
}

static char *
names (const NidaPairs *pairs)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < pairs->pairs->len; i++)
    g_string_append (text, nida_cross_row (pairs->cross, nida_pairs_get (pairs, i)->row)->key);
  return g_string_free (text, FALSE);
}

static void
test_last_two (void)
{
  Fixture fixture;
  g_autoptr (NidaPairs) pairs = NULL;
  g_autofree char *by_size = NULL, *by_change = NULL;

  fixture_init (&fixture, G_N_ELEMENTS (gifts), NULL);
  pairs = nida_pairs_new (&fixture.recipe);
  g_assert_true (pairs->comparable);
  g_assert_null (nida_pairs_refusal (pairs));
  g_assert_cmpstr (nida_pairs_date (pairs, FALSE), ==, "2023");
  g_assert_cmpstr (nida_pairs_date (pairs, TRUE), ==, "2024");
  by_size = names (pairs);
  g_assert_cmpstr (by_size, ==, "BACD");
  nida_pairs_keep (pairs, G_MAXUINT, TRUE);
  by_change = names (pairs);
  g_assert_cmpstr (by_change, ==, "BDAC");             /* what is absent at one date has no change */
  g_assert_cmpint (nida_pairs_get (pairs, 0)->change, ==, 70 * NIDA_MONEY_UNIT);
  g_assert_cmpint (nida_pairs_get (pairs, 3)->from, ==, NIDA_MONEY_NONE);
  g_assert_cmpint (nida_pairs_get (pairs, 3)->change, ==, NIDA_MONEY_NONE);
  fixture_clear (&fixture);
}

static void
test_asked (void)
{
  Fixture fixture;
  g_autoptr (NidaPairs) pairs = NULL;

  fixture_init (&fixture, G_N_ELEMENTS (gifts), "2010");
  pairs = nida_pairs_new (&fixture.recipe);
  g_assert_cmpstr (nida_pairs_date (pairs, FALSE), ==, "2019");
  g_assert_cmpstr (nida_pairs_date (pairs, TRUE), ==, "2024");
  fixture_clear (&fixture);
}

static void
test_one_date (void)
{
  Fixture fixture;
  g_autoptr (NidaPairs) pairs = NULL;

  fixture_init (&fixture, 1, NULL);
  pairs = nida_pairs_new (&fixture.recipe);
  g_assert_false (pairs->comparable);
  g_assert_nonnull (nida_pairs_refusal (pairs));
  g_assert_cmpuint (pairs->pairs->len, ==, 0);
  fixture_clear (&fixture);
}

static void
test_words (void)
{
  Fixture fixture;
  g_autoptr (NidaPairs) pairs = NULL;
  g_autofree char *subtitle = NULL, *description = NULL;

  fixture_init (&fixture, G_N_ELEMENTS (gifts), NULL);
  pairs = nida_pairs_new (&fixture.recipe);
  subtitle = nida_pairs_subtitle (pairs, 2);
  description = nida_pairs_describe (pairs, "%1$s, %2$s, %3$s: %4$s.");
  g_assert_cmpstr (subtitle, ==, "Received by donor and by year, US$; 2023 and 2024, the 2 largest of 4 donors");
  g_assert_cmpstr (description, ==, "Received by donor and by year, 2023, 2024: 4 donors. B rose most: from $20 to $90. "
                                    "A fell most: from $40 to $10. Total: $911.");
  fixture_clear (&fixture);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pairs/dates/are-the-last-two", test_last_two);
  g_test_add_func ("/pairs/dates/are-the-ends-of-what-is-asked", test_asked);
  g_test_add_func ("/pairs/one-date/says-so", test_one_date);
  g_test_add_func ("/pairs/words/name-rise-and-fall", test_words);
  return g_test_run ();
}
