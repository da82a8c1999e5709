/* Whatever is asked, and however it is narrowed, fewer rows give the same figures: random rows and the real files, against the engine. */
#include "fixture.h"

#include "condensed.h"
#include "loader.h"
#include "parallel.h"

#define N(array) G_N_ELEMENTS (array)
#define PICK(random, array) ((array)[g_rand_int_range ((random), 0, N (array))])

/* --- random rows --- */

static const char * const dates[] = {
  "2023", "2024", "2025", "2024-02-04", "2024-11-30", "2025-03-01", "2025-03-31", "2023-12-31", "2024-05", "2025-07",
  "2023..2025", "2024-03-01..2024-09-30", "2024-11..2025-02", "2024-Q2", NULL,
};
static const char * const days[] = { "2024-02-04", "2024-11-30", "2025-03-01", "2025-03-31", "2024-05", "2025-07" };
static const char * const amounts[] = { "1", "2.5", "1000", "300.125", "-40", "0", "77.777", "1000000", NULL };
static const char * const donors[] = { "Kuwait", "Qatar", "Germany", "Japan", NULL };
static const char * const categories[] = { "Food", "Health", "Food, Health", "Not specified", NULL };
static const char * const appeals[] = { "Sudan", "Yemen", "Regional", "Not specified", NULL };
static const char * const countries[] = { "SDN", "YEM", "SDN, YEM", "TCD", NULL };
static const char * const currencies[] = { NULL, NULL, NULL, "EUR", "KWD", "XTS" };
static const NidaKind kinds[] = {
  NIDA_KIND_PAID, NIDA_KIND_PAID, NIDA_KIND_COMMITMENT, NIDA_KIND_COMMITMENT, NIDA_KIND_PLEDGE, NIDA_KIND_PAID,
  NIDA_KIND_PAID, NIDA_KIND_COMMITMENT, NIDA_KIND_REQUIREMENT, NIDA_KIND_REQUIREMENT, NIDA_KIND_REPORTED, NIDA_KIND_STATED, NIDA_KIND_EVENT,
};

static TestRow
random_row (GRand *random)
{
  TestRow row = {
    .kind = PICK (random, kinds), .date = PICK (random, dates), .amount = PICK (random, amounts), .donor = PICK (random, donors),
    .category = PICK (random, categories), .appeal = PICK (random, appeals), .country = PICK (random, countries),
    .recipient = PICK (random, donors), .source = g_rand_int_range (random, 0, 3), .currency = PICK (random, currencies),
    .boundary = g_rand_int_range (random, 0, 4), .on = g_rand_int_range (random, 0, 3),
  };

  if (row.date != NULL && g_str_equal (row.date, "2024-Q2"))
    row.date = "2024-04..2024-06";
  if (row.kind == NIDA_KIND_REQUIREMENT || row.kind == NIDA_KIND_REPORTED)
    row.level = g_rand_int_range (random, 0, 4);
  if (g_rand_int_range (random, 0, 4) == 0)
    {
      row.usage_first = g_rand_int_range (random, 2023, 2026);
      row.usage_last = g_rand_int_range (random, row.usage_first, 2026);
    }
  if (g_rand_int_range (random, 0, 6) == 0)
    row.direction = g_rand_int_range (random, 0, 3);
  return row;
}

static void
add_rate (NidaRates  *rates,
          guint       table,
          const char *date,
          const char *quote)
{
  NidaPeriod period = test_period (date);
  NidaDecimal value;

  g_assert_true (nida_decimal_parse (quote, strlen (quote), &value));
  nida_rates_add (rates, table, "USD", period.start, value);
}

static NidaLocalEngine *
random_engine (GRand *random,
               guint  n)
{
  g_autoptr (NidaDatasetBuilder) builder = test_builder ();
  g_autoptr (NidaDataset) dataset = NULL;
  NidaRates *rates = nida_dataset_builder_get_rates (builder);
  guint table = nida_rates_add_table (rates, "ECB", "EUR", NIDA_QUOTED_UNITS_PER_BASE, 10);

  add_rate (rates, table, "2024-02-04", "1.07");
  add_rate (rates, table, "2024-11-28", "1.0531");
  add_rate (rates, table, "2025-03-01", "1.0437");
  for (guint i = 0; i < n;)
    {
      TestRow row = random_row (random);

      /* what is asked for differs less than what rows say */
      for (guint copies = g_rand_int_range (random, 1, 20); copies > 0 && i < n; copies--)
        {
          row.amount = g_rand_int_range (random, 0, 4) > 0 ? PICK (random, amounts) : row.amount;
          row.date = g_rand_boolean (random) ? PICK (random, days) : row.date;
          row.donor = g_rand_boolean (random) ? PICK (random, donors) : row.donor;
          if (row.kind == NIDA_KIND_REQUIREMENT)
            row.amount = "500";
          test_add_row (builder, &row, i++ + 2);
        }
    }
  dataset = nida_dataset_builder_end (builder);
  return nida_local_engine_new (dataset);
}

/* --- random questions --- */

static const NidaField fields[] = {
  NIDA_FIELD_CATEGORY, NIDA_FIELD_APPEAL, NIDA_FIELD_COUNTRY, NIDA_FIELD_REGION, NIDA_FIELD_LEVEL, NIDA_FIELD_DONOR, NIDA_FIELD_DONOR_GROUP,
  NIDA_FIELD_DATE, NIDA_FIELD_DATE, NIDA_FIELD_USAGE_YEAR, NIDA_FIELD_KIND, NIDA_FIELD_SOURCE, NIDA_FIELD_BOUNDARY, NIDA_FIELD_ON_BOUNDARY,
};
static const NidaStep steps[] = { NIDA_STEP_YEAR, NIDA_STEP_YEAR, NIDA_STEP_MONTH, NIDA_STEP_FISCAL_YEAR, NIDA_STEP_NONE };
static const guint measures[] = {
  MEASURE (REQUIREMENT) | MEASURE (REPORTED) | MEASURE (RECEIVED) | MEASURE (PLEDGED) | MEASURE (GAP) | MEASURE (COVERAGE),
  MEASURE (GAP), MEASURE (COVERAGE) | MEASURE (REQUIREMENT), MEASURE (REQUIREMENT) | MEASURE (GAP), MEASURE (REQUIREMENT), MEASURE (REPORTED),
  MEASURE (RECEIVED), MEASURE (RECEIVED) | MEASURE (COVERAGE), MEASURE (PAID) | MEASURE (COMMITTED), MEASURE (REQUIREMENT) | MEASURE (PLEDGED) | MEASURE (GAP) | MEASURE (COVERAGE),
};
static const char * const periods[] = { "2023", "2024", "2025", "2024-02", "2024/25", "2023..2024", "" };

static NidaGroupBy
random_by (GRand *random)
{
  return (NidaGroupBy) { PICK (random, fields), PICK (random, steps) };
}

static const char *
random_value (GRand     *random,
              NidaField  field)
{
  static const char * const levels[] = { "appeal", "objective", "country", "" };
  static const char * const regions[] = { "Northern Africa", "Western Asia", "Middle Africa", "" };
  static const char * const groups[] = { "GCC", "DAC", "EU" };
  static const char * const words[] = { "paid", "commitment", "requirement", "pledge" };
  static const char * const boundaries[] = { "incoming", "outgoing", "internal", "" };
  static const char * const ons[] = { "single", "shared", "" };

  switch ((int) field)
    {
    case NIDA_FIELD_CATEGORY: return PICK (random, categories);
    case NIDA_FIELD_APPEAL: return PICK (random, appeals);
    case NIDA_FIELD_COUNTRY: return PICK (random, countries);
    case NIDA_FIELD_DONOR: return PICK (random, donors);
    case NIDA_FIELD_LEVEL: return PICK (random, levels);
    case NIDA_FIELD_REGION: return PICK (random, regions);
    case NIDA_FIELD_DONOR_GROUP: return PICK (random, groups);
    case NIDA_FIELD_KIND: return PICK (random, words);
    case NIDA_FIELD_BOUNDARY: return PICK (random, boundaries);
    case NIDA_FIELD_ON_BOUNDARY: return PICK (random, ons);
    case NIDA_FIELD_DATE:
    case NIDA_FIELD_USAGE_YEAR: return PICK (random, periods);
    default: return "";
    }
}

static void
filter (GRand     *random,
        NidaQuery *query,
        NidaField  field)
{
  nida_query_clear_filter (query, field);
  for (guint n = g_rand_int_range (random, 1, 4); n > 0; n--)
    nida_query_add_filter (query, field, random_value (random, field));
}

static gboolean
groups_by (NidaQuery *query,
           NidaField  field)
{
  for (guint i = 0; i < query->n_by; i++)
    if (query->by[i].field == field)
      return TRUE;
  return FALSE;
}

static NidaQuery *
random_question (GRand *random)
{
  static const char * const worths[] = { NULL, NULL, "EUR", "KWD" };
  NidaQuery *query = nida_query_new ();

  query->measures = PICK (random, measures);
  query->rule = g_rand_int_range (random, 0, 3);
  query->fiscal_start = 4;
  query->currency = g_strdup (PICK (random, worths));
  query->fact_kinds = g_rand_boolean (random) ? NIDA_KIND_BIT (NIDA_KIND_STATED) | NIDA_KIND_BIT (NIDA_KIND_REPORTED) : 0;
  for (guint n = g_rand_int_range (random, 0, 3); n > 0; n--)
    {
      NidaGroupBy by = random_by (random);

      if (!groups_by (query, by.field))
        query->by[query->n_by++] = by;
    }
  if (g_rand_int_range (random, 0, 3) == 0)
    filter (random, query, PICK (random, fields));
  return query;
}

/* --- both answers --- */

static void
assert_same_items (NidaCube           *one,
                   NidaCube           *other,
                   const NidaCubeCell *a,
                   const NidaCubeCell *b)
{
  for (guint d = 0; d < nida_cube_get_query (one)->n_by; d++)
    {
      const NidaCubeItem *x = nida_cube_get_item (one, d, a->item[d]), *y = nida_cube_get_item (other, d, b->item[d]);

      g_assert_cmpstr (x->name, ==, y->name);
      g_assert_cmpint (x->not_stated, ==, y->not_stated);
      g_assert_cmpuint (x->n_members, ==, y->n_members);
      g_assert_cmpint (nida_period_compare (x->period, y->period), ==, 0);
    }
}

static void
assert_same_figures (const NidaCubeCell *a,
                     const NidaCubeCell *b)
{
  for (guint m = 0; m < NIDA_N_MEASURES; m++)
    g_assert_cmpint (a->values[m], ==, b->values[m]);
}

static void
assert_same_years (NidaCube *one,
                   NidaCube *other)
{
  guint n, n_other;
  const int *years = nida_cube_get_plan_years (one, &n), *others = nida_cube_get_plan_years (other, &n_other);

  g_assert_cmpuint (n, ==, n_other);
  for (guint i = 0; i < n; i++)
    g_assert_cmpint (years[i], ==, others[i]);
}

static void
assert_same_facts (NidaCube *one,
                   NidaCube *other)
{
  g_assert_cmpuint (nida_cube_get_n_facts (one), ==, nida_cube_get_n_facts (other));
  for (guint i = 0; i < nida_cube_get_n_facts (one); i++)
    {
      const NidaFact *a = nida_cube_get_fact (one, i), *b = nida_cube_get_fact (other, i);

      g_assert_cmpint (a->kind, ==, b->kind);
      g_assert_cmpint (a->amount, ==, b->amount);
      g_assert_cmpstr (a->appeal, ==, b->appeal);
      g_assert_cmpstr (a->category, ==, b->category);
      if (a->kind == NIDA_KIND_STATED)
        g_assert_cmpint (a->computed, ==, b->computed);
    }
}

/* Who asks for no sum of money is told nothing of money. */
static guint
kinds_told (NidaQuery *query)
{
  const guint needs = MEASURE (REQUIREMENT) | MEASURE (REPORTED);

  return NIDA_KIND_BIT (NIDA_KIND_REQUIREMENT) | NIDA_KIND_BIT (NIDA_KIND_REPORTED)
         | ((query->measures & ~needs) != 0 ? (guint) NIDA_KINDS_MONEY : 0);
}

static void
assert_same (NidaCube *one,
             NidaCube *other)
{
  g_assert_cmpuint (nida_cube_get_n_cells (one), ==, nida_cube_get_n_cells (other));
  for (guint i = 0; i < nida_cube_get_n_cells (one); i++)
    {
      assert_same_items (one, other, nida_cube_get_cell (one, i), nida_cube_get_cell (other, i));
      assert_same_figures (nida_cube_get_cell (one, i), nida_cube_get_cell (other, i));
    }
  assert_same_figures (nida_cube_get_total (one), nida_cube_get_total (other));
  assert_same_years (one, other);
  assert_same_facts (one, other);
  for (NidaKind kind = NIDA_KIND_NONE + 1; kind < NIDA_N_KINDS; kind++)
    if (NIDA_KIND_BIT (kind) & kinds_told (nida_cube_get_query (one)))
      g_assert_cmpint (nida_cube_has_kind (one, kind), ==, nida_cube_has_kind (other, kind));
}

/* Returns: was there any answer? */
static gboolean
compare (NidaLocalEngine *engine,
         NidaCondensed   *condensed,
         GPtrArray       *queries)
{
  g_autoptr (GPtrArray) expected = nida_local_engine_query_all (engine, queries, NULL);
  g_autoptr (GPtrArray) cubes = nida_condensed_query_all (condensed, queries, NULL);

  g_assert_true ((expected == NULL) == (cubes == NULL));
  for (guint i = 0; cubes != NULL && i < cubes->len; i++)
    assert_same (expected->pdata[i], cubes->pdata[i]);
  return cubes != NULL;
}

static GPtrArray *
list_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) nida_query_unref);
}

/* Filters over some of the fields, and now and then something else, which few rows may not tell. */
static GPtrArray *
narrow (GRand             *random,
        GPtrArray         *queries,
        const NidaGroupBy *narrowing,
        guint              n)
{
  GPtrArray *narrowed = list_new ();

  for (guint i = 0; i < queries->len; i++)
    {
      NidaQuery *query = nida_query_copy (queries->pdata[i]);

      for (guint f = 0; f < n; f++)
        if (g_rand_boolean (random))
          filter (random, query, narrowing[f].field);
      if (g_rand_int_range (random, 0, 6) == 0)
        filter (random, query, PICK (random, fields));
      if (g_rand_int_range (random, 0, 6) == 0 && query->n_by > 0)
        query->by[0] = random_by (random);
      g_ptr_array_add (narrowed, query);
    }
  return narrowed;
}

static void
test_random (void)
{
  guint answered = 0, condensed_rows = 0, rows = 0;

  for (guint seed = 0; seed < 300; seed++)
    {
      g_autoptr (GRand) random = g_rand_new_with_seed (seed);
      g_autoptr (NidaLocalEngine) engine = random_engine (random, seed % 2 == 0 ? 60 : 700);
      g_autoptr (GPtrArray) queries = list_new ();
      g_autoptr (NidaCondensed) condensed = NULL;
      NidaGroupBy narrowing[3];
      guint n = g_rand_int_range (random, 0, 4);

      nida_parallel_set_threads (1 + seed % 3);
      for (guint i = g_rand_int_range (random, 1, 4); i > 0; i--)
        g_ptr_array_add (queries, random_question (random));
      for (guint i = 0; i < n; i++)
        narrowing[i] = random_by (random);
      condensed = nida_condensed_new (engine, queries, narrowing, n, G_MAXUINT, NULL);
      g_assert_nonnull (condensed);
      rows += nida_dataset_get_n_rows (nida_local_engine_get_dataset (engine));
      condensed_rows += nida_condensed_get_n_rows (condensed);
      compare (engine, condensed, queries);
      for (guint i = 0; i < 12; i++)
        {
          g_autoptr (GPtrArray) narrowed = narrow (random, queries, narrowing, n);

          answered += compare (engine, condensed, narrowed);
        }
    }
  g_test_message ("%u answers; %u rows of %u", answered, condensed_rows, rows);
  g_assert_cmpuint (answered, >, 2000);
  g_assert_cmpuint (condensed_rows, <, rows * 2 / 3);
}

/* --- real files --- */

static const char * const real[] = {
  "fts/fts_incoming_funding_global.csv", "fts/fts_outgoing_funding_global.csv", "fts/fts_requirements_funding_global.csv",
  "fts/fts_requirements_funding_globalcluster_global.csv", NULL,
};

/* NULL, and the test is skipped, when the files are not there. */
static NidaLocalEngine *
load_real (void)
{
  const char *folder = g_getenv ("NIDA_TEST_DATA");
  const NidaLoadOptions options = { .decimal = NIDA_DECIMAL_AUTO };
  g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (NidaDataset) dataset = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; real[i] != NULL; i++)
    {
      g_ptr_array_add (paths, g_build_filename (folder == NULL ? "" : folder, real[i], NULL));
      if (!g_file_test (paths->pdata[i], G_FILE_TEST_EXISTS))
        {
          g_test_skip ("SKIPPED: the real files of NIDA_TEST_DATA are not here");
          return NULL;
        }
    }
  g_ptr_array_add (paths, NULL);
  dataset = nida_load ((const char * const *) paths->pdata, &options, NULL, &error);
  g_assert_no_error (error);
  return nida_local_engine_new (dataset);
}

static char **
names_of (NidaLocalEngine *engine,
          NidaField        field)
{
  g_autoptr (NidaQuery) query = test_query (MEASURE (REQUIREMENT), NULL);
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  g_autoptr (NidaCube) cube = NULL;

  query->by[query->n_by++] = (NidaGroupBy) { field, NIDA_STEP_YEAR };
  cube = test_ask (engine, query);
  for (guint i = 0; i < nida_cube_get_n_items (cube, 0); i++)
    if (nida_cube_get_item (cube, 0, i)->n_members <= 1)
      g_strv_builder_add (names, nida_cube_get_item (cube, 0, i)->name);
  return g_strv_builder_end (names);
}

static void
test_real (void)
{
  static const NidaField brushed[] = { NIDA_FIELD_DATE, NIDA_FIELD_CATEGORY, NIDA_FIELD_APPEAL, NIDA_FIELD_COUNTRY, NIDA_FIELD_REGION };
  static const struct { guint measures; const char *by; } questions[] = {
    { MEASURE (REQUIREMENT) | MEASURE (REPORTED) | MEASURE (RECEIVED) | MEASURE (PLEDGED) | MEASURE (GAP) | MEASURE (COVERAGE), "category" },
    { MEASURE (REQUIREMENT) | MEASURE (REPORTED) | MEASURE (RECEIVED) | MEASURE (PLEDGED) | MEASURE (GAP) | MEASURE (COVERAGE), "appeal" },
    { MEASURE (GAP) | MEASURE (REQUIREMENT), "country,year" }, { MEASURE (COVERAGE) | MEASURE (REQUIREMENT), "category,year" },
    { MEASURE (COVERAGE) | MEASURE (REQUIREMENT), NULL }, { MEASURE (REQUIREMENT) | MEASURE (GAP), "appeal,year" },
    { MEASURE (REPORTED), "category" },
  };
  g_autoptr (NidaLocalEngine) engine = load_real ();
  g_autoptr (GRand) random = g_rand_new_with_seed (3);
  g_autoptr (GPtrArray) queries = list_new ();

  if (engine == NULL)
    return;
  for (guint i = 0; i < N (questions); i++)
    g_ptr_array_add (queries, test_query (questions[i].measures, questions[i].by));
  for (guint f = 0; f < N (brushed); f++)
    {
      const NidaGroupBy by = { brushed[f], NIDA_STEP_YEAR };
      g_auto (GStrv) names = names_of (engine, brushed[f]);
      g_autoptr (NidaCondensed) condensed = nida_condensed_new (engine, queries, &by, 1, G_MAXUINT, NULL);

      g_assert_nonnull (condensed);
      for (guint i = 0; i < 8; i++)
        {
          g_autoptr (GPtrArray) narrowed = list_new ();
          const char *values[2] = { names[g_rand_int_range (random, 0, g_strv_length (names))],
                                    names[g_rand_int_range (random, 0, g_strv_length (names))] };

          for (guint q = 0; q < queries->len; q++)
            {
              NidaQuery *query = nida_query_copy (queries->pdata[q]);

              for (guint v = 0; v < N (values); v++)
                nida_query_add_filter (query, brushed[f], values[v]);
              g_ptr_array_add (narrowed, query);
            }
          g_assert_true (compare (engine, condensed, narrowed));
        }
    }
}

/* --- when it is of use --- */

/* So many rows that differ in nothing that is asked. */
static NidaLocalEngine *
alike_engine (guint       n,
              const char *amount)
{
  g_autoptr (NidaDatasetBuilder) builder = test_builder ();
  g_autoptr (NidaDataset) dataset = NULL;
  TestRow need = { .kind = NIDA_KIND_REQUIREMENT, .date = "2025", .amount = "1000", .appeal = "Sudan", .category = "Food" };
  TestRow row = { .kind = NIDA_KIND_PAID, .date = "2025", .amount = amount, .appeal = "Sudan", .category = "Food", .donor = "Kuwait" };

  test_add_row (builder, &need, 2);
  for (guint i = 0; i < n; i++)
    test_add_row (builder, &row, i + 3);
  dataset = nida_dataset_builder_end (builder);
  return nida_local_engine_new (dataset);
}

static NidaCondensed *
condense (NidaLocalEngine *engine,
          guint            which,
          guint            most)
{
  g_autoptr (GPtrArray) queries = list_new ();

  g_ptr_array_add (queries, test_query (which, "category"));
  return nida_condensed_new (engine, queries, NULL, 0, most, NULL);
}

static void
test_most (void)
{
  g_autoptr (NidaLocalEngine) engine = alike_engine (100, "2");
  g_autoptr (NidaCondensed) two = condense (engine, MEASURE (COVERAGE), 2);

  g_assert_cmpuint (nida_condensed_get_n_rows (two), ==, 2);
  g_assert_null (condense (engine, MEASURE (COVERAGE), 1));
}

static void
test_count (void)
{
  g_autoptr (NidaLocalEngine) engine = alike_engine (100, "2");

  g_assert_null (condense (engine, MEASURE (COUNT), G_MAXUINT));
}

/* No sum is cut: what has no room in one row is not condensed. */
static void
test_large (void)
{
  g_autoptr (NidaLocalEngine) engine = alike_engine (3, "9000000000000000");

  g_assert_null (condense (engine, MEASURE (COVERAGE), G_MAXUINT));
}

static void
test_cancelled (void)
{
  g_autoptr (NidaLocalEngine) engine = alike_engine (100, "2");
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GPtrArray) queries = list_new ();

  g_ptr_array_add (queries, test_query (MEASURE (COVERAGE), NULL));
  g_cancellable_cancel (cancellable);
  g_assert_null (nida_condensed_new (engine, queries, NULL, 0, G_MAXUINT, cancellable));
}

/* A filter that nobody spoke of is asked of all rows. */
static void
test_other_field (void)
{
  g_autoptr (NidaLocalEngine) engine = alike_engine (100, "2");
  g_autoptr (NidaCondensed) condensed = condense (engine, MEASURE (COVERAGE) | MEASURE (RECEIVED), G_MAXUINT);
  g_autoptr (GPtrArray) queries = list_new (), cubes = NULL;
  NidaQuery *query = test_query (MEASURE (RECEIVED), "category");

  nida_query_add_filter (query, NIDA_FIELD_DONOR, "Qatar");
  nida_query_add_filter (query, NIDA_FIELD_DONOR, "Kuwait");
  g_ptr_array_add (queries, query);
  cubes = nida_condensed_query_all (condensed, queries, NULL);
  g_assert_null (cubes);        /* Qatar is nobody there */
  nida_query_clear_filter (query, NIDA_FIELD_DONOR);
  nida_query_add_filter (query, NIDA_FIELD_DONOR, "Kuwait");
  cubes = nida_condensed_query_all (condensed, queries, NULL);
  test_assert_value (nida_cube_get_total (cubes->pdata[0]), NIDA_MEASURE_RECEIVED, "200");
  g_assert_cmpuint (nida_cube_get_total (cubes->pdata[0])->flows, ==, 100);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/condensed/any-question-has-the-same-figures", test_random);
  g_test_add_func ("/condensed/the-real-files-have-the-same-figures", test_real);
  g_test_add_func ("/condensed/too-many-rows-are-of-no-use", test_most);
  g_test_add_func ("/condensed/how-many-flows-there-are-is-not-told", test_count);
  g_test_add_func ("/condensed/a-sum-that-has-no-room-in-a-row-is-not-made", test_large);
  g_test_add_func ("/condensed/it-can-be-cancelled", test_cancelled);
  g_test_add_func ("/condensed/other-filters-are-asked-of-all-rows", test_other_field);

  return g_test_run ();
}
