/* However the brush moves, a mark says what the cells of one large answer add up to. */
#include "fixture.h"

#include "brush-index.h"

enum { N_ROWS = 2000, N_MOVES = 25 };

typedef enum { PLAIN, COPIES, TWINS } Sort;

static const char * const names[] = { "A", "B", "C, A", "D", "E", NULL };
static const NidaMeasure measures[] = { NIDA_MEASURE_RECEIVED, NIDA_MEASURE_PLEDGED, NIDA_MEASURE_PAID, NIDA_MEASURE_COMMITTED,
                                        NIDA_MEASURE_COUNT };

static const char * const countries[] = { "SYR", "SDN", "SDN, SYR", "TUR", "Global", "SYR, TUR", "Global, SDN", NULL };

static NidaLocalEngine *
random_engine (GRand *random,
               Sort   sort)
{
  static const NidaKind kinds[] = { NIDA_KIND_PAID, NIDA_KIND_COMMITMENT, NIDA_KIND_PLEDGE, NIDA_KIND_EVENT,
                                    NIDA_KIND_REQUIREMENT };
  static const char * const dates[] = { "2022-01-05", "2022-01-30", "2022-02", "2022", "2022-03-31", "2023-07-01", "2023-12-31",
                                        "2022..2023", NULL };
  g_autoptr (NidaDatasetBuilder) builder = test_builder ();
  g_autoptr (NidaDataset) dataset = NULL;

  for (guint i = 0; i < N_ROWS; i++)
    {
      g_autofree char *amount = g_strdup_printf ("%d", g_rand_int_range (random, -50, 5000));
      g_autofree char *id = g_strdup_printf ("%u", i / 2);
      TestRow row = { .kind = kinds[g_rand_int_range (random, 0, 5)], .date = dates[g_rand_int_range (random, 0, 9)],
                      .donor = names[g_rand_int_range (random, 0, 6)], .category = names[g_rand_int_range (random, 0, 6)],
                      .amount = g_rand_int_range (random, 0, 20) > 0 ? amount : NULL,
                      .country = countries[i % G_N_ELEMENTS (countries)],
                      .direction = g_rand_int_range (random, 0, 3) };

      if (sort == COPIES)
        {
          row.boundary = g_rand_int_range (random, 0, 4);
          row.on = g_rand_int_range (random, 0, 3);
        }
      if (sort == TWINS)
        {
          row.source = 1;
          row.id = id;
        }
      test_add_row (builder, &row, i + 2);
    }
  dataset = nida_dataset_builder_end (builder);
  return nida_local_engine_new (dataset);
}

/* --- what is asked the long way --- */

typedef struct {
  NidaBrushAxis  axes[2];
  NidaBrushRange ranges[2];
  guint          n_axes;
} Brush;

static NidaDate
date_of_day (gint32 day)
{
  int year, month, of_month;

  nida_civil_from_days (day, &year, &month, &of_month);
  return nida_date_new_day (year, month, of_month);
}

/* The dimension of the cube that groups by @field, added to the question when it is missing. */
static guint
dimension_of (NidaQuery *query,
              NidaField  field)
{
  for (guint i = 0; i < query->n_by; i++)
    if (query->by[i].field == field)
      return i;
  g_assert_cmpuint (query->n_by, <, NIDA_MAX_BY);
  query->by[query->n_by] = (NidaGroupBy) { field, field == NIDA_FIELD_DATE ? NIDA_STEP_MONTH : NIDA_STEP_NONE };
  return query->n_by++;
}

static gboolean
is_named (const NidaBrushChart *chart,
          NidaField             field,
          const NidaCubeItem   *item)
{
  for (guint i = 0; i < chart->n_marks; i++)
    for (guint f = 0; f < chart->marks[i].n_fields; f++)
      if (chart->marks[i].fields[f] == field && item->n_members == 1 && g_str_equal (chart->marks[i].values[f], item->name))
        return TRUE;
  return FALSE;
}

static gboolean
has_several (const NidaBrushChart *chart,
             NidaField             field)
{
  for (guint i = 0; i < chart->n_marks; i++)
    for (guint r = 0; r < chart->marks[i].n_rests; r++)
      if (chart->marks[i].rests[r] == field && chart->marks[i].several[r])
        return TRUE;
  return FALSE;
}

static gboolean
is_of_rest (NidaCube             *cube,
            const NidaCubeCell   *cell,
            const NidaBrushChart *chart,
            const NidaBrushMark  *mark,
            guint                 rest)
{
  guint d = dimension_of (nida_cube_get_query (cube), mark->rests[rest]);
  const NidaCubeItem *item = nida_cube_get_item (cube, d, cell->item[d]);

  if (item->n_members > 1)
    return mark->several[rest] || !has_several (chart, mark->rests[rest]);
  return !mark->several[rest] && !is_named (chart, mark->rests[rest], item);
}

static gboolean
is_of_mark (NidaCube             *cube,
            const NidaCubeCell   *cell,
            const NidaBrushChart *chart,
            const NidaBrushMark  *mark)
{
  NidaQuery *query = nida_cube_get_query (cube);
  const NidaCubeItem *item;

  for (guint f = 0; f < mark->n_fields; f++)
    {
      guint d = dimension_of (query, mark->fields[f]);

      item = nida_cube_get_item (cube, d, cell->item[d]);
      if (item->n_members > 1 || !g_str_equal (item->name, mark->values[f]))
        return FALSE;
    }
  for (guint r = 0; r < mark->n_rests; r++)
    if (!is_of_rest (cube, cell, chart, mark, r))
      return FALSE;
  return TRUE;
}

static gboolean
is_inside (NidaCube           *cube,
           const NidaCubeCell *cell,
           const Brush        *brush)
{
  for (guint i = 0; i < brush->n_axes; i++)
    {
      guint d = dimension_of (nida_cube_get_query (cube), brush->axes[i].by.field);
      const NidaCubeItem *item = nida_cube_get_item (cube, d, cell->item[d]);

      if (brush->ranges[i].names != NULL && (item->n_members > 1 || !g_strv_contains (brush->ranges[i].names, item->name)))
        return FALSE;
    }
  return TRUE;
}

/* The sum of the cells of one large answer that are of the mark and inside; days are asked for as a filter. */
static NidaMoney
expect (NidaLocalEngine      *engine,
        const NidaBrushChart *chart,
        const Brush          *brush,
        guint                 at)
{
  const NidaBrushMark *mark = &chart->marks[at];
  g_autoptr (NidaQuery) query = nida_query_copy (chart->query);
  g_autoptr (NidaCube) cube = NULL;
  NidaMoney sum = 0;

  query->measures = 1u << mark->measure;
  for (guint i = 0; i < brush->n_axes; i++)
    {
      dimension_of (query, brush->axes[i].by.field);
      if (brush->ranges[i].names != NULL)
        continue;
      query->from = date_of_day (brush->ranges[i].first);
      query->to = date_of_day (brush->ranges[i].last);
    }
  for (guint f = 0; f < mark->n_fields; f++)
    dimension_of (query, mark->fields[f]);
  for (guint r = 0; r < mark->n_rests; r++)
    dimension_of (query, mark->rests[r]);
  cube = test_ask (engine, query);
  for (guint i = 0; i < nida_cube_get_n_cells (cube); i++)
    if (is_inside (cube, nida_cube_get_cell (cube, i), brush) && is_of_mark (cube, nida_cube_get_cell (cube, i), chart, mark))
      {
        NidaMoney value = nida_cube_get_cell (cube, i)->values[mark->measure];

        sum += value == NIDA_MONEY_NONE ? 0 : value;     /* of money without an amount a brush takes nothing */
      }
  return sum;
}

/* --- charts and moves --- */

static void
add_mark (GArray     *marks,
          const char *date,
          NidaField   field,
          const char *name,
          NidaField   rest,
          gboolean    several)
{
  for (guint m = 0; m < G_N_ELEMENTS (measures); m++)
    {
      NidaBrushMark mark = { .measure = measures[m], .n_rests = rest != NIDA_FIELD_NONE, .rests = { rest }, .several = { several } };

      if (date != NULL)
        {
          mark.fields[mark.n_fields] = NIDA_FIELD_DATE;
          mark.values[mark.n_fields++] = date;
        }
      if (name != NULL)
        {
          mark.fields[mark.n_fields] = field;
          mark.values[mark.n_fields++] = name;
        }
      g_array_append_val (marks, mark);
    }
}

/* Two names of each field, what is left of each, and the cells that list several: all of them crossed. */
static void
add_crossing (GArray *marks)
{
  static const char * const named[] = { "A", "B" };
  static const NidaField fields[] = { NIDA_FIELD_DONOR, NIDA_FIELD_CATEGORY };

  for (guint i = 0; i < 16; i++)
    {
      const guint at[] = { i / 4, i % 4 };
      NidaBrushMark mark = { .measure = NIDA_MEASURE_RECEIVED };

      for (guint f = 0; f < G_N_ELEMENTS (fields); f++)
        if (at[f] < G_N_ELEMENTS (named))
          {
            mark.fields[mark.n_fields] = fields[f];
            mark.values[mark.n_fields++] = named[at[f]];
          }
        else
          {
            mark.rests[mark.n_rests] = fields[f];
            mark.several[mark.n_rests++] = at[f] == 3;
          }
      g_array_append_val (marks, mark);
    }
}

static void
random_names (GRand              *random,
              const char * const *all,
              const char        **found)
{
  guint n = 0;

  for (guint i = 0; all[i] != NULL; i++)
    if (g_rand_boolean (random))
      found[n++] = all[i];
  found[n] = NULL;
}

static void
check_moves (GRand                *random,
             NidaLocalEngine      *engine,
             Brush                *brush,
             const NidaBrushChart *charts,
             guint                 n_charts,
             gboolean              counts)
{
  static const char * const days[] = { "2021-12-01", "2022-01-01", "2022-02-01", "2022-03-01", "2023-01-01", "2023-07-01",
                                       "2023-08-01", "2024-01-01" };
  g_autoptr (GError) error = NULL;
  g_autoptr (NidaBrushIndex) index = nida_local_engine_make_brush_index (engine, brush->axes, brush->n_axes, charts, n_charts,
                                                                         NULL, &error);
  const char *chosen[2][5];

  g_assert_no_error (error);
  for (guint move = 0; move < N_MOVES; move++)
    {
      for (guint a = 0; a < brush->n_axes; a++)
        if (brush->axes[a].names == NULL)
          {
            guint from = g_rand_int_range (random, 0, 7), to = g_rand_int_range (random, (int) from + 1, 8);

            brush->ranges[a].first = nida_date_first_day (test_period (days[from]).start);
            brush->ranges[a].last = nida_date_first_day (test_period (days[to]).start) - 1;
          }
        else
          {
            random_names (random, brush->axes[a].names, chosen[a]);
            brush->ranges[a].names = chosen[a];
          }
      nida_brush_index_choose (index, brush->ranges);
      for (guint c = 0; c < n_charts; c++)
        for (guint m = 0; m < charts[c].n_marks; m++)
          if (charts[c].marks[m].measure != NIDA_MEASURE_COUNT || counts)
            g_assert_cmpint (nida_brush_index_get (index, c, m), ==, expect (engine, &charts[c], brush, m));
          else
            g_assert_cmpint (nida_brush_index_get (index, c, m), ==, NIDA_MONEY_NONE);
    }
}

static void
test_moves (gconstpointer data)
{
  static const char * const donors[] = { "A", "B", "D", "", NULL };
  static const char * const periods[] = { "2022-01", "2022-02", "2022-03", "2023-07", "2022", "2022..2023" };
  Sort sort = GPOINTER_TO_UINT (data);
  g_autoptr (GRand) random = g_rand_new_with_seed (100 + sort);
  g_autoptr (NidaLocalEngine) engine = random_engine (random, sort);
  g_autoptr (NidaQuery) all = nida_query_new (), some = nida_query_new ();
  g_autoptr (GArray) bars = g_array_new (FALSE, TRUE, sizeof (NidaBrushMark)), columns = g_array_new (FALSE, TRUE, sizeof (NidaBrushMark));
  g_autoptr (GArray) card = g_array_new (FALSE, TRUE, sizeof (NidaBrushMark));
  g_autoptr (GArray) crossing = g_array_new (FALSE, TRUE, sizeof (NidaBrushMark));
  NidaBrushChart charts[4];
  Brush dates = { .axes = { { { NIDA_FIELD_DATE, NIDA_STEP_MONTH }, NULL } }, .n_axes = 1 };
  Brush names_of_donors = { .axes = { { { NIDA_FIELD_DONOR, NIDA_STEP_NONE }, donors } }, .n_axes = 1 };
  Brush cells = { .axes = { { { NIDA_FIELD_DATE, NIDA_STEP_MONTH }, NULL }, { { NIDA_FIELD_CATEGORY, NIDA_STEP_NONE }, donors } }, .n_axes = 2 };

  nida_query_add_filter (some, NIDA_FIELD_CATEGORY, "A");
  nida_query_add_filter (some, NIDA_FIELD_CATEGORY, "B");
  for (guint i = 0; donors[i] != NULL; i++)
    add_mark (bars, NULL, NIDA_FIELD_DONOR, donors[i], NIDA_FIELD_NONE, FALSE);
  add_mark (bars, NULL, NIDA_FIELD_NONE, NULL, NIDA_FIELD_DONOR, FALSE);
  add_mark (bars, NULL, NIDA_FIELD_NONE, NULL, NIDA_FIELD_DONOR, TRUE);
  for (guint p = 0; p < 4; p++)
    {
      add_mark (columns, periods[p], NIDA_FIELD_CATEGORY, "A", NIDA_FIELD_NONE, FALSE);
      add_mark (columns, periods[p], NIDA_FIELD_CATEGORY, NULL, NIDA_FIELD_CATEGORY, FALSE);
      add_mark (columns, periods[p], NIDA_FIELD_NONE, NULL, NIDA_FIELD_NONE, FALSE);
    }
  add_mark (card, NULL, NIDA_FIELD_NONE, NULL, NIDA_FIELD_NONE, FALSE);
  charts[0] = (NidaBrushChart) { all, NIDA_STEP_NONE, (const NidaBrushMark *) bars->data, bars->len };
  charts[1] = (NidaBrushChart) { some, NIDA_STEP_MONTH, (const NidaBrushMark *) columns->data, columns->len };
  charts[2] = (NidaBrushChart) { all, NIDA_STEP_NONE, (const NidaBrushMark *) card->data, card->len };
  add_crossing (crossing);
  charts[3] = (NidaBrushChart) { all, NIDA_STEP_NONE, (const NidaBrushMark *) crossing->data, crossing->len };
  check_moves (random, engine, &dates, charts, 4, sort != TWINS);
  check_moves (random, engine, &names_of_donors, &charts[1], 3, sort != TWINS);
  check_moves (random, engine, &cells, &charts[2], 1, sort != TWINS);
}

/* Every choice among @regions gives the bars what a filter by them gives: a cell of several is let pass by each of them. */
static void
check_choices (NidaLocalEngine       *engine,
               const char * const    *regions,
               const NidaBrushChart  *chart)
{
  NidaBrushAxis axis = { { NIDA_FIELD_REGION, NIDA_STEP_NONE }, regions };
  g_autoptr (GError) error = NULL;
  g_autoptr (NidaBrushIndex) index = nida_local_engine_make_brush_index (engine, &axis, 1, chart, 1, NULL, &error);

  g_assert_no_error (error);
  for (guint choice = 1; choice < 1u << g_strv_length ((char **) regions); choice++)
    {
      const char *chosen[8] = { NULL };
      NidaBrushRange range = { .names = chosen };

      for (guint i = 0, n = 0; regions[i] != NULL; i++)
        if (choice >> i & 1)
          chosen[n++] = regions[i];
      nida_brush_index_choose (index, &range);
      for (guint m = 0; m < chart->n_marks; m++)
        {
          g_autoptr (NidaQuery) query = nida_query_copy (chart->query);
          g_autoptr (NidaCube) cube = NULL;
          NidaMoney expected;

          query->measures = 1u << chart->marks[m].measure;
          for (guint i = 0; chosen[i] != NULL; i++)
            nida_query_add_filter (query, NIDA_FIELD_REGION, chosen[i]);
          if (chart->marks[m].n_fields > 0)
            nida_query_add_filter (query, chart->marks[m].fields[0], chart->marks[m].values[0]);
          cube = test_ask (engine, query);
          expected = nida_cube_get_total (cube)->values[chart->marks[m].measure];
          g_assert_cmpint (nida_brush_index_get (index, 0, m), ==, expected == NIDA_MONEY_NONE ? 0 : expected);
        }
    }
}

/* Regions are no names of a column. */
static void
test_regions (void)
{
  static const char * const regions[] = { "Western Asia", "Northern Africa", "Polynesia", "", NULL };
  g_autoptr (GRand) random = g_rand_new_with_seed (200);
  g_autoptr (NidaLocalEngine) engine = random_engine (random, PLAIN);
  g_autoptr (NidaQuery) all = nida_query_new ();
  g_autoptr (GArray) tiles = g_array_new (FALSE, TRUE, sizeof (NidaBrushMark)), bars = g_array_new (FALSE, TRUE, sizeof (NidaBrushMark));
  NidaBrushChart charts[2];
  Brush dates = { .axes = { { { NIDA_FIELD_DATE, NIDA_STEP_MONTH }, NULL } }, .n_axes = 1 };

  for (guint i = 0; regions[i] != NULL; i++)
    add_mark (tiles, NULL, NIDA_FIELD_REGION, regions[i], NIDA_FIELD_NONE, FALSE);
  add_mark (tiles, NULL, NIDA_FIELD_NONE, NULL, NIDA_FIELD_REGION, TRUE);
  add_mark (bars, NULL, NIDA_FIELD_DONOR, "A", NIDA_FIELD_NONE, FALSE);
  add_mark (bars, NULL, NIDA_FIELD_NONE, NULL, NIDA_FIELD_NONE, FALSE);
  charts[0] = (NidaBrushChart) { all, NIDA_STEP_NONE, (const NidaBrushMark *) tiles->data, tiles->len };
  charts[1] = (NidaBrushChart) { all, NIDA_STEP_NONE, (const NidaBrushMark *) bars->data, bars->len };
  check_moves (random, engine, &dates, charts, 2, TRUE);
  check_choices (engine, regions, &charts[1]);
}

/* A year over columns of months is its months; a coarse date that has a band of its own is that band alone. */
static void
test_periods (void)
{
  TestRow rows[] = {
    { .kind = NIDA_KIND_PAID, .date = "2022-01-05", .amount = "1", .donor = "A" },
    { .kind = NIDA_KIND_PAID, .date = "2022-12-31", .amount = "20", .donor = "A" },
    { .kind = NIDA_KIND_PAID, .date = "2022..2023", .amount = "300", .donor = "A" },
    { .kind = NIDA_KIND_PAID, .date = "2024-12-31", .amount = "4000", .donor = "B" },
  };
  static const char * const donors[] = { "A", NULL };
  g_autoptr (NidaLocalEngine) engine = TEST_ENGINE (rows);
  g_autoptr (NidaQuery) query = nida_query_new ();
  g_autoptr (GError) error = NULL;
  NidaBrushMark marks[] = {
    { NIDA_MEASURE_PAID, 1, { NIDA_FIELD_DATE }, { "2022" } },
    { NIDA_MEASURE_PAID, 1, { NIDA_FIELD_DATE }, { "2022..2023" } },
    { NIDA_MEASURE_REQUIREMENT, 1, { NIDA_FIELD_DATE }, { "2022" } },
    { NIDA_MEASURE_PAID, 0, { NIDA_FIELD_NONE }, { NULL }, 1, { NIDA_FIELD_DATE } },
  };
  NidaBrushChart chart = { query, NIDA_STEP_MONTH, marks, G_N_ELEMENTS (marks) };
  NidaBrushAxis axis = { { NIDA_FIELD_DONOR, NIDA_STEP_NONE }, donors };
  g_autoptr (NidaBrushIndex) index = nida_local_engine_make_brush_index (engine, &axis, 1, &chart, 1, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpint (nida_brush_index_get (index, 0, 0), ==, 0);
  nida_brush_index_choose (index, &(NidaBrushRange) { .names = donors });
  g_assert_cmpint (nida_brush_index_get (index, 0, 0), ==, 21000);
  g_assert_cmpint (nida_brush_index_get (index, 0, 1), ==, 300000);
  g_assert_cmpint (nida_brush_index_get (index, 0, 2), ==, NIDA_MONEY_NONE);
  g_assert_cmpint (nida_brush_index_get (index, 0, 3), ==, 0);
}

/* Asked for by month and drawn by year: a year is its months and what is dated by it alone. */
static void
test_years (void)
{
  TestRow rows[] = {
    { .kind = NIDA_KIND_PAID, .date = "2022-01-05", .amount = "1", .donor = "A" },
    { .kind = NIDA_KIND_PAID, .date = "2022", .amount = "20", .donor = "A" },
    { .kind = NIDA_KIND_PAID, .date = "2023-Q1", .amount = "300", .donor = "A" },
    { .kind = NIDA_KIND_PAID, .date = "2023-04", .amount = "4000", .donor = "A" },
  };
  static const char * const donors[] = { "A", NULL };
  g_autoptr (NidaLocalEngine) engine = TEST_ENGINE (rows);
  g_autoptr (NidaQuery) query = nida_query_new ();
  g_autoptr (GError) error = NULL;
  NidaBrushMark years[] = {
    { NIDA_MEASURE_PAID, 1, { NIDA_FIELD_DATE }, { "2022" } },
    { NIDA_MEASURE_PAID, 1, { NIDA_FIELD_DATE }, { "2023" } },
  };
  NidaBrushMark quarters[] = {
    { NIDA_MEASURE_PAID, 1, { NIDA_FIELD_DATE }, { "2022" } },
    { NIDA_MEASURE_PAID, 1, { NIDA_FIELD_DATE }, { "2022-Q1" } },
    { NIDA_MEASURE_PAID, 1, { NIDA_FIELD_DATE }, { "2023-Q2" } },
  };
  NidaBrushChart charts[] = { { query, NIDA_STEP_MONTH, years, G_N_ELEMENTS (years) },
                              { query, NIDA_STEP_MONTH, quarters, G_N_ELEMENTS (quarters) } };
  NidaBrushAxis axis = { { NIDA_FIELD_DONOR, NIDA_STEP_NONE }, donors };
  g_autoptr (NidaBrushIndex) index = nida_local_engine_make_brush_index (engine, &axis, 1, charts, 2, NULL, &error);

  g_assert_no_error (error);
  nida_brush_index_choose (index, &(NidaBrushRange) { .names = donors });
  g_assert_cmpint (nida_brush_index_get (index, 0, 0), ==, 21000);
  g_assert_cmpint (nida_brush_index_get (index, 0, 1), ==, 4300000);
  g_assert_cmpint (nida_brush_index_get (index, 1, 0), ==, 20000);
  g_assert_cmpint (nida_brush_index_get (index, 1, 1), ==, 1000);
  g_assert_cmpint (nida_brush_index_get (index, 1, 2), ==, 4000000);
}

/* A cell of two names, one of them a period, and of a chart that is told apart by the same two fields. */
static void
test_one_cell (void)
{
  TestRow rows[] = {
    { .kind = NIDA_KIND_PAID, .date = "2022", .amount = "1", .donor = "A" },
    { .kind = NIDA_KIND_PAID, .date = "2022", .amount = "20", .donor = "B" },
    { .kind = NIDA_KIND_PAID, .date = "2023", .amount = "300", .donor = "A" },
  };
  static const char * const donors[] = { "A", "B", NULL }, * const inside[] = { "A", NULL }, * const year[] = { "2022", NULL };
  g_autoptr (NidaLocalEngine) engine = TEST_ENGINE (rows);
  g_autoptr (NidaQuery) query = nida_query_new ();
  g_autoptr (GError) error = NULL;
  NidaBrushMark marks[] = {
    { NIDA_MEASURE_PAID, 1, { NIDA_FIELD_DATE }, { "2022" } },
    { NIDA_MEASURE_PAID, 2, { NIDA_FIELD_DATE, NIDA_FIELD_DONOR }, { "2022", "A" } },
    { NIDA_MEASURE_PAID, 2, { NIDA_FIELD_DATE, NIDA_FIELD_DONOR }, { "2022", "B" } },
    { NIDA_MEASURE_PAID, 2, { NIDA_FIELD_DATE, NIDA_FIELD_DONOR }, { "2023", "A" } },
  };
  NidaBrushChart chart = { query, NIDA_STEP_YEAR, marks, G_N_ELEMENTS (marks) };
  NidaBrushAxis axes[] = { { { NIDA_FIELD_DATE, NIDA_STEP_YEAR }, NULL }, { { NIDA_FIELD_DONOR, NIDA_STEP_NONE }, donors } };
  g_autoptr (NidaBrushIndex) index = nida_local_engine_make_brush_index (engine, axes, 2, &chart, 1, NULL, &error);
  NidaBrushRange ranges[] = { { .names = year }, { .names = inside } };

  g_assert_no_error (error);
  nida_brush_index_choose (index, ranges);
  g_assert_cmpint (nida_brush_index_get (index, 0, 0), ==, 1000);
  g_assert_cmpint (nida_brush_index_get (index, 0, 1), ==, 1000);
  g_assert_cmpint (nida_brush_index_get (index, 0, 2), ==, 0);
  g_assert_cmpint (nida_brush_index_get (index, 0, 3), ==, 0);
}

/* Years that begin in April, chosen one by one. */
static void
test_fiscal (void)
{
  TestRow rows[] = {
    { .kind = NIDA_KIND_PAID, .date = "2024-02-04", .amount = "1", .donor = "A" },
    { .kind = NIDA_KIND_PAID, .date = "2024-05-01", .amount = "20", .donor = "A" },
    { .kind = NIDA_KIND_PAID, .date = "2025-03-31", .amount = "300", .donor = "A" },
    { .kind = NIDA_KIND_PAID, .date = "2025-04-01", .amount = "4000", .donor = "A" },
  };
  static const char * const years[] = { "2024/25", NULL };
  g_autoptr (NidaLocalEngine) engine = TEST_ENGINE (rows);
  g_autoptr (NidaQuery) query = nida_query_new ();
  g_autoptr (GError) error = NULL;
  NidaBrushMark mark = { .measure = NIDA_MEASURE_PAID };
  NidaBrushChart chart = { query, NIDA_STEP_NONE, &mark, 1 };
  NidaBrushAxis axis = { { NIDA_FIELD_DATE, NIDA_STEP_FISCAL_YEAR }, NULL };
  g_autoptr (NidaBrushIndex) index = NULL;

  query->fiscal_start = 4;
  index = nida_local_engine_make_brush_index (engine, &axis, 1, &chart, 1, NULL, &error);
  g_assert_no_error (error);
  nida_brush_index_choose (index, &(NidaBrushRange) { .names = years });
  g_assert_cmpint (nida_brush_index_get (index, 0, 0), ==, 320000);
}

/* Cells of many names by the flows between as many others: more combinations than anybody has rows. */
static void
test_many (void)
{
  enum { MANY = 900 };
  g_autoptr (NidaDatasetBuilder) builder = test_builder ();
  g_autoptr (GPtrArray) donors = g_ptr_array_new_with_free_func (g_free);
  g_autofree NidaBrushMark *marks = g_new0 (NidaBrushMark, MANY);
  const char *inside[] = { "D7", "D8", NULL };
  g_autoptr (NidaQuery) query = nida_query_new ();
  g_autoptr (NidaDataset) dataset = NULL;
  g_autoptr (NidaLocalEngine) engine = NULL;
  g_autoptr (NidaBrushIndex) index = NULL;
  g_autoptr (GError) error = NULL;
  NidaBrushAxis axis = { { NIDA_FIELD_DONOR, NIDA_STEP_NONE }, NULL };
  NidaBrushChart chart = { query, NIDA_STEP_NONE, marks, MANY };

  for (guint i = 0; i < MANY; i++)
    {
      TestRow row = { .kind = NIDA_KIND_PAID, .date = "2024", .amount = "5" };

      g_ptr_array_add (donors, g_strdup_printf ("D%u", i));
      row.donor = row.recipient = donors->pdata[i];
      test_add_row (builder, &row, i + 2);
      marks[i] = (NidaBrushMark) { NIDA_MEASURE_PAID, 1, { NIDA_FIELD_RECIPIENT }, { donors->pdata[i] } };
    }
  g_ptr_array_add (donors, NULL);
  axis.names = (const char * const *) donors->pdata;
  dataset = nida_dataset_builder_end (builder);
  engine = nida_local_engine_new (dataset);
  index = nida_local_engine_make_brush_index (engine, &axis, 1, &chart, 1, NULL, &error);
  g_assert_no_error (error);
  nida_brush_index_choose (index, &(NidaBrushRange) { .names = inside });
  for (guint i = 0; i < MANY; i++)
    g_assert_cmpint (nida_brush_index_get (index, 0, i), ==, i == 7 || i == 8 ? 5000 : 0);
}

static void
test_refused (void)
{
  TestRow rows[] = { { .kind = NIDA_KIND_PAID, .date = "2022-01-05", .amount = "1", .donor = "A" } };
  g_autoptr (NidaLocalEngine) engine = TEST_ENGINE (rows);
  g_autoptr (NidaQuery) query = nida_query_new (), wrong = nida_query_new ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  NidaBrushMark mark = { .measure = NIDA_MEASURE_PAID };
  NidaBrushChart chart = { query, NIDA_STEP_NONE, &mark, 1 }, wrong_chart = { wrong, NIDA_STEP_NONE, &mark, 1 };
  NidaBrushAxis axis = { { NIDA_FIELD_DATE, NIDA_STEP_YEAR }, NULL }, amount = { { NIDA_FIELD_NONE, NIDA_STEP_NONE }, NULL };
  GError *error = NULL;

  nida_query_add_filter (wrong, NIDA_FIELD_DONOR, "Nobody");
  g_assert_null (nida_local_engine_make_brush_index (engine, &axis, 1, &wrong_chart, 1, NULL, &error));
  g_assert_error (error, NIDA_QUERY_ERROR, NIDA_QUERY_ERROR_UNKNOWN_VALUE);
  g_clear_error (&error);
  g_assert_null (nida_local_engine_make_brush_index (engine, &amount, 1, &chart, 1, NULL, &error));
  g_assert_error (error, NIDA_QUERY_ERROR, NIDA_QUERY_ERROR_INVALID);
  g_clear_error (&error);
  g_cancellable_cancel (cancellable);
  g_assert_null (nida_local_engine_make_brush_index (engine, &axis, 1, &chart, 1, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/brush-index/plain/says-what-a-filter-says", GUINT_TO_POINTER (PLAIN), test_moves);
  g_test_add_data_func ("/brush-index/copies/says-what-a-filter-says", GUINT_TO_POINTER (COPIES), test_moves);
  g_test_add_data_func ("/brush-index/twins/says-what-a-filter-says", GUINT_TO_POINTER (TWINS), test_moves);
  g_test_add_func ("/brush-index/regions/say-what-a-filter-says", test_regions);
  g_test_add_func ("/brush-index/periods/a-year-is-its-months-and-a-span-itself", test_periods);
  g_test_add_func ("/brush-index/periods/asked-by-month-and-drawn-by-year", test_years);
  g_test_add_func ("/brush-index/cell/of-the-fields-that-tell-the-chart-apart", test_one_cell);
  g_test_add_func ("/brush-index/fiscal/years-begin-in-any-month", test_fiscal);
  g_test_add_func ("/brush-index/many/combinations-without-rows-are-no-matter", test_many);
  g_test_add_func ("/brush-index/refused/unknown-names-fields-without-groups-cancelled", test_refused);
  return g_test_run ();
}
