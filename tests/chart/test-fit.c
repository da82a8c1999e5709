/* fit.c and chart-traits.c: each kind says what it needs, and the best for a question stands first. */
#include "fit.h"
#include "sample.h"

#include <string.h>

#define PAID(date, category, donor, amount) { NIDA_KIND_PAID, date, "Plan", NULL, category, NULL, donor, NULL, amount }

static const SampleRow gifts[] = {
  PAID ("2021", "Food", "Kuwait", 10), PAID ("2022", "Health", "Kuwait", 20), PAID ("2023", "Food", "Qatar", 30),
  PAID ("2024", "Shelter", "Oman", 5),
};
static const SampleRow one_year[] = { PAID ("2024", "Food", "Kuwait", 10), PAID ("2024", "Health", "Qatar", 7) };
static const SampleRow undated[] = { PAID (NULL, "Food", "Kuwait", 10) };

static NidaChartSpec *
new_spec (NidaField   by,
          NidaField   and_by,
          NidaMeasure measure)
{
  NidaChartSpec *spec = nida_chart_spec_new (NIDA_CHART_RANKING);

  spec->measure = measure;
  if (by != NIDA_FIELD_NONE)
    spec->query->by[spec->query->n_by++] = (NidaGroupBy) { by, by == NIDA_FIELD_DATE ? NIDA_STEP_YEAR : NIDA_STEP_NONE };
  if (and_by != NIDA_FIELD_NONE)
    spec->query->by[spec->query->n_by++] = (NidaGroupBy) { and_by, and_by == NIDA_FIELD_DATE ? NIDA_STEP_YEAR : NIDA_STEP_NONE };
  return spec;
}

/* Takes @spec. */
static char *
why_not (const SampleRow *rows,
         guint            n,
         NidaChartKind    kind,
         NidaChartSpec   *spec)
{
  g_autoptr (NidaChartSpec) owned = spec;
  g_autoptr (NidaDataset) dataset = sample_dataset (rows, n);
  g_autoptr (NidaLocalEngine) engine = nida_local_engine_new (dataset);
  NidaSubject subject;

  nida_subject_init (&subject, engine, spec);
  return nida_chart_kind_fits (kind, spec, &subject);
}

static void
assert_says (char       *why,
             const char *words)
{
  g_autofree char *owned = why;

  g_assert_nonnull (owned);
  if (strstr (owned, words) == NULL)
    g_error ("“%s” does not say “%s”", owned, words);
}

static void
test_every_kind_is_told (void)
{
  for (NidaChartKind kind = 0; kind < NIDA_N_CHARTS; kind++)
    {
      const NidaChartTraits *traits = nida_chart_kind_get_traits (kind);

      if (traits->label == NULL || traits->purpose == NULL)
        g_error ("chart-traits.c has no line for %s", nida_chart_kind_get_name (kind));
      g_assert_cmpuint (traits->min_fields, <=, traits->max_fields);
    }
}

static void
test_why_not (void)
{
  g_assert_null (why_not (gifts, G_N_ELEMENTS (gifts), NIDA_CHART_LINE, new_spec (NIDA_FIELD_DONOR, NIDA_FIELD_NONE, NIDA_MEASURE_RECEIVED)));
  g_assert_null (why_not (undated, 1, NIDA_CHART_RANKING, new_spec (NIDA_FIELD_DONOR, NIDA_FIELD_NONE, NIDA_MEASURE_RECEIVED)));
  assert_says (why_not (gifts, G_N_ELEMENTS (gifts), NIDA_CHART_INDICATOR, new_spec (0, 0, NIDA_MEASURE_RECEIVED)), "no indicator");
  assert_says (why_not (gifts, G_N_ELEMENTS (gifts), NIDA_CHART_COVERAGE, new_spec (0, 0, NIDA_MEASURE_RECEIVED)), "no requirements");
  assert_says (why_not (gifts, G_N_ELEMENTS (gifts), NIDA_CHART_PARTS, new_spec (NIDA_FIELD_DONOR, 0, NIDA_MEASURE_PLEDGED)), "Pledged");
  assert_says (why_not (gifts, G_N_ELEMENTS (gifts), NIDA_CHART_RANKING, new_spec (NIDA_FIELD_EMERGENCY, 0, NIDA_MEASURE_RECEIVED)), "Emergency");
  assert_says (why_not (one_year, 2, NIDA_CHART_SLOPE, new_spec (NIDA_FIELD_DONOR, 0, NIDA_MEASURE_RECEIVED)), "one period");
  assert_says (why_not (gifts, G_N_ELEMENTS (gifts), NIDA_CHART_TILE_MAP, new_spec (NIDA_FIELD_DONOR, 0, NIDA_MEASURE_RECEIVED)), "needs countries");
  assert_says (why_not (undated, 1, NIDA_CHART_TIMELINE, new_spec (NIDA_FIELD_DONOR, 0, NIDA_MEASURE_RECEIVED)), "date");
}

static void
test_negative_is_no_part (void)
{
  static const SampleRow rows[] = { PAID ("2024", "Food", "Kuwait", 10), PAID ("2024", "Food", "Qatar", -3) };

  assert_says (why_not (rows, 2, NIDA_CHART_WAFFLE, new_spec (NIDA_FIELD_DONOR, 0, NIDA_MEASURE_RECEIVED)), "negative");
  g_assert_null (why_not (rows, 2, NIDA_CHART_RANKING, new_spec (NIDA_FIELD_DONOR, 0, NIDA_MEASURE_RECEIVED)));
}

/* A small correction hides in a flow and in no square. */
static void
test_small_corrections_of_flows (void)
{
  static const SampleRow small[] = { PAID ("2024", "Food", "Kuwait", 10000), PAID ("2024", "Food", "Qatar", -3) };
  static const SampleRow large[] = { PAID ("2024", "Food", "Kuwait", 1000), PAID ("2024", "Food", "Qatar", -3) };

  g_assert_null (why_not (small, 2, NIDA_CHART_SANKEY, new_spec (NIDA_FIELD_DONOR, 0, NIDA_MEASURE_RECEIVED)));
  assert_says (why_not (small, 2, NIDA_CHART_WAFFLE, new_spec (NIDA_FIELD_DONOR, 0, NIDA_MEASURE_RECEIVED)), "negative");
  assert_says (why_not (large, 2, NIDA_CHART_SANKEY, new_spec (NIDA_FIELD_DONOR, 0, NIDA_MEASURE_RECEIVED)), "negative");
}

/* Takes @spec. */
static GPtrArray *
suggest (const SampleRow *rows,
         guint            n,
         NidaChartSpec   *spec)
{
  g_autoptr (NidaChartSpec) owned = spec;
  g_autoptr (NidaDataset) dataset = sample_dataset (rows, n);
  g_autoptr (NidaLocalEngine) engine = nida_local_engine_new (dataset);
  NidaSubject subject;

  nida_subject_init (&subject, engine, spec);
  return nida_chart_suggest (spec, &subject);
}

static NidaChartKind
best (GPtrArray *suggestions)
{
  g_autoptr (GPtrArray) owned = suggestions;

  g_assert_cmpuint (owned->len, >, 0);
  for (guint i = 0; i < owned->len; i++)
    g_assert_cmpstr (((NidaSuggestion *) owned->pdata[i])->reason, !=, "");
  return ((NidaSuggestion *) owned->pdata[0])->kind;
}

static const SampleRow placed[] = {
  { NIDA_KIND_PAID, "2024", .donor = "Kuwait", .country = "SYR", .amount = 1 }, { NIDA_KIND_PAID, "2024", .donor = "Oman", .country = "SDN", .amount = 2 },
  { NIDA_KIND_PAID, "2024", .donor = "Qatar", .country = "SOM", .amount = 3 },
};

static gboolean
is_suggested (const SampleRow *rows,
              guint            n,
              NidaField        by)
{
  g_autoptr (GPtrArray) list = suggest (rows, n, new_spec (by, NIDA_FIELD_NONE, NIDA_MEASURE_RECEIVED));
  gboolean found = FALSE;

  for (guint i = 0; i < list->len; i++)
    found |= ((NidaSuggestion *) list->pdata[i])->kind == NIDA_CHART_TILE_MAP && ((NidaSuggestion *) list->pdata[i])->score > 0;
  return found;
}

static void
test_suggests (void)
{
  SampleRow many[12];

  for (guint i = 0; i < G_N_ELEMENTS (many); i++)
    {
      static const char * const names[] = { "a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l" };

      many[i] = (SampleRow) PAID ("2024", "Food", names[i], 10 + i);
    }
  g_assert_cmpint (best (suggest (gifts, G_N_ELEMENTS (gifts), new_spec (NIDA_FIELD_DONOR, NIDA_FIELD_DATE, NIDA_MEASURE_RECEIVED))), ==, NIDA_CHART_LINE);
  g_assert_cmpint (best (suggest (gifts, G_N_ELEMENTS (gifts), new_spec (NIDA_FIELD_DONOR, NIDA_FIELD_CATEGORY, NIDA_MEASURE_RECEIVED))), ==, NIDA_CHART_HEATMAP);
  g_assert_cmpint (best (suggest (gifts, G_N_ELEMENTS (gifts), new_spec (NIDA_FIELD_DONOR, 0, NIDA_MEASURE_RECEIVED))), ==, NIDA_CHART_PARTS);
  g_assert_cmpint (best (suggest (gifts, G_N_ELEMENTS (gifts), new_spec (NIDA_FIELD_DATE, 0, NIDA_MEASURE_RECEIVED))), ==, NIDA_CHART_LINE);
  g_assert_true (is_suggested (placed, G_N_ELEMENTS (placed), NIDA_FIELD_REGION));
  g_assert_true (is_suggested (placed, G_N_ELEMENTS (placed), NIDA_FIELD_COUNTRY));
  g_assert_false (is_suggested (placed, G_N_ELEMENTS (placed), NIDA_FIELD_DONOR));
  g_assert_cmpint (best (suggest (many, G_N_ELEMENTS (many), new_spec (NIDA_FIELD_DONOR, 0, NIDA_MEASURE_RECEIVED))), ==, NIDA_CHART_RANKING);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/fit/traits/every-kind-has-its-line", test_every_kind_is_told);
  g_test_add_func ("/fit/why-not/names-what-is-missing", test_why_not);
  g_test_add_func ("/fit/negative/is-no-part-of-a-whole", test_negative_is_no_part);
  g_test_add_func ("/fit/negative/small-corrections-of-flows", test_small_corrections_of_flows);
  g_test_add_func ("/fit/suggest/the-best-for-the-question-first", test_suggests);
  return g_test_run ();
}
