/* The engine against a naive one that reads rows one by one: random datasets with every kind, copies with boundaries,
 * spans, lists, directions, missing amounts and dates; any number of threads and any order of rows gives the same. */
#include "fixture.h"

#include "parallel.h"

#define ALL_FLOWS (MEASURE (RECEIVED) | MEASURE (PLEDGED) | MEASURE (COMMITTED) | MEASURE (PAID) | MEASURE (COUNT))
#define MOST_COPIES 2

/* One flow, with the boundaries of its copies. */
typedef struct {
  NidaKind       kind;
  const char    *donor, *category;
  int            date;                 /* index of dates */
  gint64         amount;               /* NIDA_MONEY_NONE: only in another currency */
  guint          n_copies;
  NidaBoundary   boundary[MOST_COPIES];
  NidaOnBoundary on[MOST_COPIES];
  NidaDirection  direction;
  guint          source;
  char           id[16];
} Flow;

static const struct { const char *text, *year; } dates[] = {
  { NULL, "undated" }, { "2023", "2023" }, { "2024", "2024" }, { "2024-03", "2024" }, { "2024-03-31", "2024" },
  { "2024-04-01", "2024" }, { "2025-Q1", "2025" }, { "2009..2023", "2009..2023" }, { "2023-12..2024-02", "2023-12..2024-02" },
};
static const char * const donors[] = { NULL, "Kuwait", "Qatar", "Germany, Government of" };
static const char * const categories[] = { NULL, "Health", "Food", "Protection", "Health, Food", "Food, Protection" };
static const NidaKind kinds[] = {
  NIDA_KIND_PLEDGE, NIDA_KIND_COMMITMENT, NIDA_KIND_PAID, NIDA_KIND_EVENT, NIDA_KIND_INDICATOR, NIDA_KIND_STATED
};

#define PICK(rand, list) ((list)[g_rand_int_range (rand, 0, G_N_ELEMENTS (list))])

static Flow
random_flow (GRand *rand,
             guint  number,
             gboolean directions)
{
  Flow flow = { .kind = PICK (rand, kinds), .donor = PICK (rand, donors), .category = PICK (rand, categories) };

  flow.date = g_rand_int_range (rand, 0, G_N_ELEMENTS (dates));
  flow.amount = g_rand_int_range (rand, 0, 12) == 0 ? NIDA_MONEY_NONE : g_rand_int_range (rand, -50000, 500000);
  flow.n_copies = g_rand_int_range (rand, 1, MOST_COPIES + 1);
  for (guint i = 0; i < flow.n_copies; i++)
    {
      /* of several copies each says something: silence beside a statement is no second copy */
      flow.boundary[i] = g_rand_int_range (rand, flow.n_copies > 1, 4);
      flow.on[i] = g_rand_int_range (rand, 0, 3);
    }
  flow.direction = directions ? g_rand_int_range (rand, 0, 3) : NIDA_DIRECTION_NONE;
  flow.source = g_rand_int_range (rand, 0, 2);
  g_snprintf (flow.id, sizeof flow.id, "%u", number);
  return flow;
}

static void
add_copy (NidaDatasetBuilder *builder,
          const Flow         *flow,
          guint               copy,
          guint               line)
{
  g_autofree char *amount = nida_money_to_string (flow->amount == NIDA_MONEY_NONE ? 1000 : flow->amount);
  TestRow row = { flow->kind, dates[flow->date].text, amount, flow->donor, .category = flow->category,
                  .boundary = flow->boundary[copy], .on = flow->on[copy], .direction = flow->direction,
                  .source = flow->source, .id = flow->id,
                  .currency = flow->amount == NIDA_MONEY_NONE ? "EUR" : NULL };

  test_add_row (builder, &row, line);
}

static NidaLocalEngine *
build (const Flow *flows,
       guint       n,
       gboolean    backwards)
{
  static const TestRow alone[] = {
    { NIDA_KIND_EVENT, .category = "Health" }, { NIDA_KIND_EVENT, .category = "Food" },
    { NIDA_KIND_EVENT, .category = "Protection" },
    { NIDA_KIND_EVENT, .donor = "Kuwait" }, { NIDA_KIND_EVENT, .donor = "Qatar" },
  };
  g_autoptr (NidaDatasetBuilder) builder = test_builder ();
  g_autoptr (NidaDataset) dataset = NULL;
  guint line = 2;

  for (guint i = 0; i < G_N_ELEMENTS (alone); i++)
    test_add_row (builder, &alone[i], line++);
  for (guint i = 0; i < n; i++)
    {
      const Flow *flow = &flows[backwards ? n - 1 - i : i];

      for (guint copy = 0; copy < flow->n_copies; copy++)
        add_copy (builder, flow, backwards ? flow->n_copies - 1 - copy : copy, line++);
    }
  dataset = nida_dataset_builder_end (builder);
  return nida_local_engine_new (dataset);
}

/* --- the naive engine --- */

typedef struct {
  const Flow *flows;
  guint       n;
  NidaQuery  *query;
  const char *category;        /* filter, or NULL */
  gint32      first, last;     /* range */
  gboolean    ranged;
} Naive;

static gboolean
passes_names (const Naive *naive,
              const Flow  *flow)
{
  return naive->category == NULL || (flow->category != NULL && strstr (flow->category, naive->category) != NULL);
}

static gboolean
passes_dates (const Naive *naive,
              const Flow  *flow)
{
  NidaPeriod period;

  if (!naive->ranged)
    return TRUE;
  if (dates[flow->date].text == NULL)
    return FALSE;
  period = test_period (dates[flow->date].text);
  return nida_date_first_day (period.start) >= naive->first && nida_date_last_day (period.end) <= naive->last;
}

static gboolean
any_copy (const Flow *flow,
          gboolean  (*test) (NidaBoundary boundary, NidaOnBoundary on))
{
  for (guint i = 0; i < flow->n_copies; i++)
    if (test (flow->boundary[i], flow->on[i]))
      return TRUE;
  return FALSE;
}

static gboolean
is_internal (NidaBoundary boundary, NidaOnBoundary on)
{
  return boundary == NIDA_BOUNDARY_INTERNAL;
}

static gboolean
is_incoming_single (NidaBoundary boundary, NidaOnBoundary on)
{
  return (boundary == NIDA_BOUNDARY_INCOMING || boundary == NIDA_BOUNDARY_NONE) && on != NIDA_ON_BOUNDARY_SHARED;
}

static gboolean
is_money (const Flow *flow)
{
  return flow->kind == NIDA_KIND_PLEDGE || flow->kind == NIDA_KIND_COMMITMENT || flow->kind == NIDA_KIND_PAID;
}

static gboolean
source_pays (const Naive *naive,
             guint        source)
{
  for (guint i = 0; i < naive->n; i++)
    if (naive->flows[i].source == source && naive->flows[i].kind == NIDA_KIND_PAID)
      return TRUE;
  return FALSE;
}

static gboolean
is_part_of (const Naive *naive,
            const Flow  *flow,
            NidaMeasure  measure)
{
  switch ((int) measure)
    {
    case NIDA_MEASURE_PLEDGED: return flow->kind == NIDA_KIND_PLEDGE;
    case NIDA_MEASURE_COMMITTED: return flow->kind == NIDA_KIND_COMMITMENT;
    case NIDA_MEASURE_PAID: return flow->kind == NIDA_KIND_PAID;
    case NIDA_MEASURE_COUNT: return is_money (flow) && (naive->query->rule == NIDA_RULE_DISTINCT || flow->kind != NIDA_KIND_PLEDGE);
    case NIDA_MEASURE_RECEIVED:
      return flow->kind == NIDA_KIND_PAID ||
             (flow->kind == NIDA_KIND_COMMITMENT && (flow->source == 0 || !source_pays (naive, flow->source)));
    default: return FALSE;
    }
}

static gboolean
is_asked (const Naive *naive,
          const Flow  *flow)
{
  for (guint m = 0; m < NIDA_N_MEASURES; m++)
    if ((naive->query->measures >> m & 1) && is_part_of (naive, flow, m))
      return TRUE;
  return FALSE;
}

static gboolean
goes_the_other_way (const Naive *naive,
                    const Flow  *flow)
{
  if (flow->direction != NIDA_DIRECTION_INCOMING)
    return FALSE;
  for (guint i = 0; i < naive->n; i++)
    if (naive->flows[i].direction == NIDA_DIRECTION_OUTGOING && passes_names (naive, &naive->flows[i]) &&
        passes_dates (naive, &naive->flows[i]) && is_asked (naive, &naive->flows[i]))
      return TRUE;
  return FALSE;
}

static gboolean
counts (const Naive *naive,
        const Flow  *flow)
{
  if (!is_money (flow) || !passes_names (naive, flow) || !passes_dates (naive, flow) || goes_the_other_way (naive, flow))
    return FALSE;
  return naive->query->rule == NIDA_RULE_DISTINCT ? !any_copy (flow, is_internal) : any_copy (flow, is_incoming_single);
}

static char *
group_of (const Naive *naive,
          const Flow  *flow)
{
  GString *group = g_string_new (NULL);

  for (guint d = 0; d < naive->query->n_by; d++)
    {
      NidaField field = naive->query->by[d].field;

      g_string_append (group, d == 0 ? "" : "|");
      if (field == NIDA_FIELD_DATE)
        g_string_append (group, dates[flow->date].year);
      else if (field == NIDA_FIELD_DONOR)
        g_string_append (group, flow->donor == NULL ? "" : flow->donor);
      else if (flow->category != NULL)
        g_string_append (group, strchr (flow->category, ',') != NULL ? "Multiple (2)" : flow->category);
    }
  return g_string_free (group, FALSE);
}

/* Of a group whose flows all lack an amount nothing is known. */
static gint64
naive_value (const Naive *naive,
             NidaMeasure  measure,
             const char  *group)
{
  gint64 sum = 0;
  guint n = 0, n_lacking = 0;

  for (guint i = 0; i < naive->n; i++)
    {
      const Flow *flow = &naive->flows[i];
      g_autofree char *own = group_of (naive, flow);

      if ((group != NULL && strcmp (own, group) != 0) || !counts (naive, flow) || !is_part_of (naive, flow, measure))
        continue;
      n++;
      n_lacking += flow->amount == NIDA_MONEY_NONE;
      sum += measure == NIDA_MEASURE_COUNT ? 1 : flow->amount == NIDA_MONEY_NONE ? 0 : flow->amount;
    }
  return group != NULL && measure != NIDA_MEASURE_COUNT && n > 0 && n == n_lacking ? NIDA_MONEY_NONE : sum;
}

static guint
naive_n_groups (const Naive *naive)
{
  g_autoptr (GHashTable) groups = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < naive->n; i++)
    if (counts (naive, &naive->flows[i]) && is_asked (naive, &naive->flows[i]))
      g_hash_table_add (groups, group_of (naive, &naive->flows[i]));
  return g_hash_table_size (groups);
}

/* --- the comparison --- */

static void
assert_same_cell (const Naive        *naive,
                  const NidaCubeCell *cell,
                  const char         *group)
{
  for (guint m = 0; m < NIDA_N_MEASURES; m++)
    if (naive->query->measures >> m & 1)
      g_assert_cmpint (cell->values[m], ==, naive_value (naive, m, group));
}

/* Of a measure that no flow with an amount is part of, whatever the filters say, there is no total; nor where all flows that
 * it counts lack one. */
static gboolean
is_absent (const Naive *naive,
           NidaMeasure  measure)
{
  gboolean known = FALSE;
  guint n_counted = 0, n_lacking = 0;

  for (guint i = 0; i < naive->n; i++)
    {
      const Flow *flow = &naive->flows[i];

      if (!is_money (flow) || !is_part_of (naive, flow, measure))
        continue;
      known |= flow->amount != NIDA_MONEY_NONE;
      n_counted += counts (naive, flow);
      n_lacking += counts (naive, flow) && flow->amount == NIDA_MONEY_NONE;
    }
  return measure != NIDA_MEASURE_COUNT && (!known || (n_counted > 0 && n_counted == n_lacking));
}

static void
assert_same_total (const Naive        *naive,
                   const NidaCubeCell *total)
{
  for (guint m = 0; m < NIDA_N_MEASURES; m++)
    if (naive->query->measures >> m & 1)
      g_assert_cmpint (total->values[m], ==, is_absent (naive, m) ? NIDA_MONEY_NONE : naive_value (naive, m, NULL));
}

static void
assert_same (const Naive     *naive,
             NidaLocalEngine *engine)
{
  g_autoptr (NidaCube) cube = test_ask (engine, naive->query);

  assert_same_total (naive, nida_cube_get_total (cube));
  if (naive->query->n_by == 0)
    return;
  g_assert_cmpuint (nida_cube_get_n_cells (cube), ==, naive_n_groups (naive));
  for (guint i = 0; i < nida_cube_get_n_cells (cube); i++)
    {
      const NidaCubeCell *cell = nida_cube_get_cell (cube, i);
      g_autoptr (GString) group = g_string_new (NULL);

      for (guint d = 0; d < naive->query->n_by; d++)
        g_string_append_printf (group, "%s%s", d == 0 ? "" : "|",
                                nida_cube_get_item (cube, d, cell->item[d])->name);
      assert_same_cell (naive, cell, group->str);
      g_assert_true (nida_cube_find_cell (cube, cell->item) == cell);
    }
}

static void
ask_at_random (GRand      *rand,
               const Flow *flows,
               guint       n,
               NidaLocalEngine *engine)
{
  static const char * const bys[] = { NULL, "category", "donor", "year", "donor,category", "year,category,donor" };
  g_autoptr (NidaQuery) query = test_query (0, PICK (rand, bys));
  Naive naive = { flows, n, query };

  query->measures = g_rand_boolean (rand) ? ALL_FLOWS : MEASURE (RECEIVED) << g_rand_int_range (rand, 0, NIDA_N_MEASURES);
  query->measures &= ALL_FLOWS;
  if (query->measures == 0)
    query->measures = MEASURE (RECEIVED);
  query->rule = g_rand_boolean (rand) ? NIDA_RULE_DISTINCT : NIDA_RULE_BOUNDARY;
  if (g_rand_boolean (rand))
    {
      naive.category = "Food";
      nida_query_add_filter (query, NIDA_FIELD_CATEGORY, "food");
    }
  if (g_rand_boolean (rand))
    {
      query->from = nida_date_new_month (2023, 12);
      query->to = nida_date_new_day (2024, 12, 31);
      naive.ranged = TRUE;
      naive.first = nida_date_first_day (query->from);
      naive.last = nida_date_last_day (query->to);
    }
  assert_same (&naive, engine);
}

static void
test_oracle (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (20240204);

  for (guint round = 0; round < 60; round++)
    {
      guint n = g_rand_int_range (rand, 0, 120);
      g_autofree Flow *flows = g_new (Flow, n + 1);
      g_autoptr (NidaLocalEngine) engine = NULL;

      for (guint i = 0; i < n; i++)
        flows[i] = random_flow (rand, i, round % 3 == 0);
      engine = build (flows, n, round % 2 == 1);
      nida_parallel_set_threads (1 + round % 4);
      for (guint i = 0; i < 12; i++)
        ask_at_random (rand, flows, n, engine);
    }
}

/* Everything that a cube says, as text. */
static char *
describe (NidaCube *cube)
{
  GString *text = g_string_new (NULL);
  guint n_by = nida_cube_get_query (cube)->n_by;

  for (guint i = 0; i <= nida_cube_get_n_cells (cube); i++)
    {
      const NidaCubeCell *cell = i == nida_cube_get_n_cells (cube) ? nida_cube_get_total (cube) : nida_cube_get_cell (cube, i);

      for (guint d = 0; d < n_by && i < nida_cube_get_n_cells (cube); d++)
        g_string_append_printf (text, "%s|", nida_cube_get_item (cube, d, cell->item[d])->name);
      for (guint m = 0; m < NIDA_N_MEASURES; m++)
        g_string_append_printf (text, "%" G_GINT64_FORMAT " ", cell->values[m]);
      g_string_append_printf (text, "%" G_GUINT64_FORMAT "\n", cell->flows);
    }
  for (guint i = 0; i < nida_cube_get_n_asides (cube); i++)
    {
      const NidaAside *aside = nida_cube_get_aside (cube, i);

      g_string_append_printf (text, "%d %d %" G_GUINT64_FORMAT " %" G_GINT64_FORMAT "\n", aside->kind, aside->left_out,
                              aside->rows, aside->amount);
    }
  return g_string_free (text, FALSE);
}

static void
test_invariance (void)
{
  enum { N = 3000 };
  g_autoptr (GRand) rand = g_rand_new_with_seed (5);
  g_autofree Flow *flows = g_new (Flow, N);
  g_autoptr (NidaLocalEngine) forwards = NULL;
  g_autoptr (NidaLocalEngine) backwards = NULL;
  g_autoptr (NidaQuery) query = test_query (ALL_FLOWS | MEASURE (GAP), "donor,year");
  g_autofree char *expected = NULL;

  for (guint i = 0; i < N; i++)
    flows[i] = random_flow (rand, i, TRUE);
  forwards = build (flows, N, FALSE);
  backwards = build (flows, N, TRUE);
  for (guint threads = 1; threads <= NIDA_MAX_THREADS; threads++)
    {
      g_autoptr (NidaCube) one = NULL;
      g_autoptr (NidaCube) other = NULL;
      g_autofree char *said = NULL;
      g_autofree char *said_backwards = NULL;

      nida_parallel_set_threads (threads);
      one = test_ask (forwards, query);
      other = test_ask (backwards, query);
      said = describe (one);
      said_backwards = describe (other);
      if (expected == NULL)
        expected = g_strdup (said);
      g_assert_cmpstr (said, ==, expected);
      g_assert_cmpstr (said_backwards, ==, expected);
    }
}

static void
test_overflow (void)
{
  static const TestRow rows[] = {
    { NIDA_KIND_PAID, "2024", "9223372036854775.807", "A" },
    { NIDA_KIND_PAID, "2024", "0.001", "A" },
    { NIDA_KIND_PAID, "2024", "-5", "A" },
    { NIDA_KIND_PLEDGE, "2024", "9223372036854775.807", "A" },
    { NIDA_KIND_PLEDGE, "2024", "1", "A" },
  };
  g_autoptr (NidaLocalEngine) engine = TEST_ENGINE (rows);
  g_autoptr (NidaQuery) query = test_query (MEASURE (RECEIVED), NULL);
  g_autoptr (NidaQuery) pledged = test_query (MEASURE (PLEDGED), "donor");
  g_autoptr (NidaCube) cube = test_ask (engine, query);
  g_autoptr (GError) error = NULL;

  /* beyond 64 bits on the way, but not in the end */
  test_assert_value (nida_cube_get_total (cube), NIDA_MEASURE_RECEIVED, "9223372036854770.808");
  g_assert_null (nida_local_engine_query (engine, pledged, &error));
  g_assert_error (error, NIDA_QUERY_ERROR, NIDA_QUERY_ERROR_OVERFLOW);
}

static void
store_result_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      data)
{
  *(GAsyncResult **) data = g_object_ref (result);
}

static NidaCube *
ask_async (NidaLocalEngine  *engine,
           NidaQuery        *query,
           GCancellable     *cancellable,
           GError          **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  nida_engine_query_async (NIDA_ENGINE (engine), query, cancellable, store_result_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  return nida_engine_query_finish (NIDA_ENGINE (engine), result, error);
}

static const TestRow few[] = {
  { NIDA_KIND_PAID, "2024-03-31", "1", "Kuwait" },
  { NIDA_KIND_PAID, "2024-04-01", "2", "Kuwait" },
  { NIDA_KIND_PAID, "2024", "4", "Qatar" },
};

static void
test_async (void)
{
  g_autoptr (NidaLocalEngine) engine = TEST_ENGINE (few);
  g_autoptr (NidaQuery) query = test_query (MEASURE (RECEIVED), "donor");
  g_autoptr (GError) error = NULL;
  g_autoptr (NidaCube) cube = ask_async (engine, query, NULL, &error);

  g_assert_no_error (error);
  test_assert_value (test_cell (cube, "Kuwait"), NIDA_MEASURE_RECEIVED, "3");
  nida_query_add_filter (query, NIDA_FIELD_DONOR, "Kuwayt");
  g_assert_null (ask_async (engine, query, NULL, &error));
  g_assert_error (error, NIDA_QUERY_ERROR, NIDA_QUERY_ERROR_UNKNOWN_VALUE);
}

static void
test_cancelled (void)
{
  g_autoptr (NidaLocalEngine) engine = TEST_ENGINE (few);
  g_autoptr (NidaQuery) query = test_query (MEASURE (RECEIVED), "donor");
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (ask_async (engine, query, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
test_steps (void)
{
  g_autoptr (NidaLocalEngine) engine = TEST_ENGINE (few);
  g_autoptr (NidaQuery) query = test_query (MEASURE (RECEIVED), "fiscal-year");
  g_autoptr (NidaQuery) months = test_query (MEASURE (RECEIVED), "month");
  g_autoptr (NidaCube) cube = NULL;
  g_autoptr (NidaCube) by_month = test_ask (engine, months);

  query->fiscal_start = 4;
  cube = test_ask (engine, query);
  test_assert_value (test_cell (cube, "2023/24"), NIDA_MEASURE_RECEIVED, "1");
  test_assert_value (test_cell (cube, "2024/25"), NIDA_MEASURE_RECEIVED, "2");
  test_assert_value (test_cell (cube, "2024"), NIDA_MEASURE_RECEIVED, "4");
  /* a coarse date keeps a group of its own */
  test_assert_value (test_cell (by_month, "2024"), NIDA_MEASURE_RECEIVED, "4");
  test_assert_value (test_cell (by_month, "2024-03"), NIDA_MEASURE_RECEIVED, "1");
}

static void
test_query_all (void)
{
  g_autoptr (NidaLocalEngine) engine = TEST_ENGINE (few);
  g_autoptr (GPtrArray) queries = g_ptr_array_new_with_free_func ((GDestroyNotify) nida_query_unref);
  g_autoptr (GPtrArray) cubes = NULL;
  g_autoptr (GError) error = NULL;

  g_ptr_array_add (queries, test_query (MEASURE (RECEIVED), NULL));
  g_ptr_array_add (queries, test_query (MEASURE (COUNT), "donor"));
  g_ptr_array_add (queries, test_query (MEASURE (RECEIVED), NULL));
  for (guint i = 0; i < 2; i++)
    nida_query_add_filter (g_ptr_array_index (queries, i), NIDA_FIELD_DONOR, "Qatar");
  cubes = nida_local_engine_query_all (engine, queries, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (cubes->len, ==, 3);
  for (guint i = 0; i < 3; i++)
    {
      g_autoptr (NidaCube) alone = test_ask (engine, g_ptr_array_index (queries, i));
      g_autofree char *one = describe (alone);
      g_autofree char *other = describe (g_ptr_array_index (cubes, i));

      g_assert_cmpstr (one, ==, other);
    }
  g_ptr_array_add (queries, nida_query_copy (g_ptr_array_index (queries, 2)));      /* who was asked does not change */
  nida_query_add_filter (g_ptr_array_index (queries, 3), NIDA_FIELD_DONOR, "Nobody");
  g_assert_null (nida_local_engine_query_all (engine, queries, &error));
  g_assert_error (error, NIDA_QUERY_ERROR, NIDA_QUERY_ERROR_UNKNOWN_VALUE);
}

static void
test_currency (void)
{
  static const TestRow rows[] = {
    { NIDA_KIND_PAID, "2024", "1", "Kuwait" },
    { NIDA_KIND_PAID, "2024", "2.125", "Kuwait", .currency = "KWD" },
  };
  g_autoptr (NidaLocalEngine) engine = TEST_ENGINE (rows);
  g_autoptr (NidaQuery) query = test_query (MEASURE (RECEIVED) | MEASURE (COUNT), NULL);
  g_autoptr (NidaCube) dollars = test_ask (engine, query);
  g_autoptr (NidaQuery) in_dinars = nida_query_copy (query);
  g_autoptr (NidaCube) dinars = NULL;

  test_assert_value (nida_cube_get_total (dollars), NIDA_MEASURE_RECEIVED, "1");
  test_assert_value (nida_cube_get_total (dollars), NIDA_MEASURE_COUNT, "2");
  test_assert_aside (dollars, NIDA_ASIDE_NO_AMOUNT, "1 rows, -, left out");
  in_dinars->currency = g_strdup ("KWD");
  dinars = test_ask (engine, in_dinars);
  test_assert_value (nida_cube_get_total (dinars), NIDA_MEASURE_RECEIVED, "2.125");
}

/* What no source states is not known; what the filters leave none of is zero. */
static void
test_absent (void)
{
  g_autoptr (NidaLocalEngine) engine = TEST_ENGINE (few);
  g_autoptr (NidaQuery) query = test_query (MEASURE (RECEIVED) | MEASURE (PLEDGED) | MEASURE (REQUIREMENT) |
                                            MEASURE (REPORTED) | MEASURE (COUNT), NULL);
  g_autoptr (NidaCube) cube = NULL;

  nida_query_add_filter (query, NIDA_FIELD_DATE, "1999");
  cube = test_ask (engine, query);
  test_assert_value (nida_cube_get_total (cube), NIDA_MEASURE_RECEIVED, "0");
  test_assert_value (nida_cube_get_total (cube), NIDA_MEASURE_COUNT, "0");
  test_assert_value (nida_cube_get_total (cube), NIDA_MEASURE_PLEDGED, "-");
  test_assert_value (nida_cube_get_total (cube), NIDA_MEASURE_REQUIREMENT, "-");
  test_assert_value (nida_cube_get_total (cube), NIDA_MEASURE_REPORTED, "-");
}

static void
test_empty (void)
{
  g_autoptr (NidaLocalEngine) engine = test_engine (NULL, 0);
  g_autoptr (NidaQuery) query = test_query (G_MAXUINT, "year,donor,category");
  g_autoptr (NidaCube) cube = NULL;
  g_autoptr (GError) error = NULL;

  query->measures = (1u << NIDA_N_MEASURES) - 1;
  query->fact_kinds = G_MAXUINT;
  cube = test_ask (engine, query);
  g_assert_cmpuint (nida_cube_get_n_cells (cube), ==, 0);
  g_assert_cmpuint (nida_cube_get_n_asides (cube), ==, 0);
  g_assert_cmpuint (nida_cube_get_n_facts (cube), ==, 0);
  test_assert_value (nida_cube_get_total (cube), NIDA_MEASURE_RECEIVED, "-");
  test_assert_value (nida_cube_get_total (cube), NIDA_MEASURE_COUNT, "0");
  query->n_by = 4;
  g_assert_null (nida_local_engine_query (engine, query, &error));
  g_assert_error (error, NIDA_QUERY_ERROR, NIDA_QUERY_ERROR_INVALID);
}

/* A question that comes again is answered from what is kept, another one is not, and old ones are forgotten. */
static void
test_kept_answers (void)
{
  TestRow rows[] = {
    { .kind = NIDA_KIND_PAID, .date = "2022", .amount = "1", .donor = "A" },
    { .kind = NIDA_KIND_PAID, .date = "2023", .amount = "20", .donor = "B" },
  };
  g_autoptr (NidaLocalEngine) engine = TEST_ENGINE (rows);
  g_autoptr (NidaQuery) by_donor = test_query (MEASURE (PAID), "donor"), again = nida_query_copy (by_donor);
  g_autoptr (NidaQuery) filtered = nida_query_copy (by_donor);
  g_autoptr (GPtrArray) first = g_ptr_array_new (), second = g_ptr_array_new (), one = NULL, other = NULL;
  g_autoptr (GError) error = NULL;

  nida_query_add_filter (filtered, NIDA_FIELD_DONOR, "B");
  g_ptr_array_add (first, by_donor);
  g_ptr_array_add (second, filtered);
  g_ptr_array_add (second, again);
  one = nida_local_engine_query_all (engine, first, &error);
  g_assert_no_error (error);
  other = nida_local_engine_query_all (engine, second, &error);
  g_assert_no_error (error);
  g_assert_true (g_ptr_array_index (other, 1) == g_ptr_array_index (one, 0));
  g_assert_true (g_ptr_array_index (other, 0) != g_ptr_array_index (one, 0));
  test_assert_value (test_cell (g_ptr_array_index (other, 0), "B"), NIDA_MEASURE_PAID, "20");
  g_assert_null (test_cell (g_ptr_array_index (other, 0), "A"));
  for (guint i = 0; i < 200; i++)
    {
      g_autoptr (GPtrArray) many = g_ptr_array_new_with_free_func ((GDestroyNotify) nida_query_unref), cubes = NULL;
      NidaQuery *query = nida_query_copy (by_donor);

      query->from = nida_date_new_year (1900 + (int) i);
      g_ptr_array_add (many, query);
      cubes = nida_local_engine_query_all (engine, many, &error);
      g_assert_no_error (error);
    }
  g_clear_pointer (&other, g_ptr_array_unref);
  other = nida_local_engine_query_all (engine, second, &error);
  g_assert_true (g_ptr_array_index (other, 1) != g_ptr_array_index (one, 0));
  test_assert_value (test_cell (g_ptr_array_index (other, 1), "A"), NIDA_MEASURE_PAID, "1");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/local-engine/oracle/says-what-a-naive-one-says", test_oracle);
  g_test_add_func ("/local-engine/threads-and-order/change-nothing", test_invariance);
  g_test_add_func ("/local-engine/overflow/only-the-end-matters", test_overflow);
  g_test_add_func ("/local-engine/async/answers-and-fails", test_async);
  g_test_add_func ("/local-engine/async/is-cancelled", test_cancelled);
  g_test_add_func ("/local-engine/steps/fiscal-years-and-coarse-dates", test_steps);
  g_test_add_func ("/local-engine/query-all/is-each-alone", test_query_all);
  g_test_add_func ("/local-engine/query-all/keeps-answers-for-the-same-question", test_kept_answers);
  g_test_add_func ("/local-engine/currency/others-are-named", test_currency);
  g_test_add_func ("/local-engine/absent/is-not-zero", test_absent);
  g_test_add_func ("/local-engine/empty/has-nothing", test_empty);
  return g_test_run ();
}
