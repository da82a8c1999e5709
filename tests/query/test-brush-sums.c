/* Whatever charts are summed along with a chart, its marks say what they say when it is alone. */
#include "fixture.h"

#include "brush-index.h"

enum { N_ROWS = 3000, N_CHARTS = 6, MOST_MARKS = 24, N_MOVES = 20 };

static const char * const names[] = { "A", "B", "C, A", "D", "E", NULL };

static NidaLocalEngine *
random_engine (GRand *random)
{
  static const NidaKind kinds[] = { NIDA_KIND_PAID, NIDA_KIND_COMMITMENT, NIDA_KIND_PLEDGE, NIDA_KIND_EVENT };
  static const char * const dates[] = { "2022-01-05", "2022-01-30", "2022-02", "2022", "2022-Q2", "2023-12-31", "2022..2023", NULL };
  g_autoptr (NidaDatasetBuilder) builder = test_builder ();
  g_autoptr (NidaDataset) dataset = NULL;

  for (guint i = 0; i < N_ROWS; i++)
    {
      g_autofree char *amount = g_strdup_printf ("%d", g_rand_int_range (random, -50, 5000));
      TestRow row = { .kind = kinds[g_rand_int_range (random, 0, 4)], .date = dates[g_rand_int_range (random, 0, 8)],
                      .donor = names[g_rand_int_range (random, 0, 6)], .category = names[g_rand_int_range (random, 0, 6)],
                      .recipient = names[g_rand_int_range (random, 0, 6)],
                      .amount = g_rand_int_range (random, 0, 20) > 0 ? amount : NULL };

      test_add_row (builder, &row, i + 2);
    }
  dataset = nida_dataset_builder_end (builder);
  return nida_local_engine_new (dataset);
}

/* Marks of the same one or two fields, as a chart has them, and what none of them names. */
static guint
random_marks (GRand         *random,
              NidaBrushMark *marks)
{
  static const char * const values[] = { "A", "B", "D", "E" }, * const years[] = { "2022", "2023", "2022-Q2", "2022-01" };
  static const NidaField fields[] = { NIDA_FIELD_DATE, NIDA_FIELD_DONOR, NIDA_FIELD_CATEGORY, NIDA_FIELD_RECIPIENT };
  guint one = g_rand_int_range (random, 0, 4), other = g_rand_int_range (random, 0, 4), n = g_rand_int_range (random, 1, MOST_MARKS);
  guint most = g_rand_int_range (random, 1, 5);

  for (guint i = 0; i < n; i++)
    {
      NidaBrushMark mark = { .measure = i % 3 == 0 ? NIDA_MEASURE_COUNT : NIDA_MEASURE_RECEIVED };

      mark.fields[mark.n_fields] = fields[one];
      mark.values[mark.n_fields++] = (one == 0 ? years : values)[g_rand_int_range (random, 0, (int) most)];
      if (other != one && i + 1 < n)
        {
          mark.fields[mark.n_fields] = fields[other];
          mark.values[mark.n_fields++] = (other == 0 ? years : values)[g_rand_int_range (random, 0, (int) most)];
        }
      else if (other != one)
        mark.rests[mark.n_rests++] = fields[other];
      marks[i] = mark;
    }
  return n;
}

static void
move (GRand          *random,
      gboolean        dates,
      NidaBrushRange *range,
      const char    **chosen)
{
  guint n = 0;

  if (dates)
    {
      range->first = nida_date_first_day (test_period ("2022-01-01").start) + g_rand_int_range (random, -40, 800);
      range->last = range->first + g_rand_int_range (random, 0, 900);
      return;
    }
  for (guint i = 0; names[i] != NULL; i++)
    if (g_rand_boolean (random))
      chosen[n++] = names[i];
  chosen[n] = NULL;
  range->names = chosen;
}

static NidaBrushIndex *
make_index (NidaLocalEngine      *engine,
            const NidaBrushAxis  *axis,
            const NidaBrushChart *charts,
            guint                 n_charts)
{
  g_autoptr (GError) error = NULL;
  NidaBrushIndex *index = nida_local_engine_make_brush_index (engine, axis, 1, charts, n_charts, NULL, &error);

  g_assert_no_error (error);
  return index;
}

static void
check_together (GRand               *random,
                NidaLocalEngine     *engine,
                const NidaBrushAxis *axis)
{
  g_autoptr (NidaQuery) all = nida_query_new (), some = nida_query_new ();
  NidaBrushMark marks[N_CHARTS][MOST_MARKS];
  NidaBrushChart charts[N_CHARTS];
  NidaBrushIndex *alone[N_CHARTS];
  g_autoptr (NidaBrushIndex) together = NULL;

  nida_query_add_filter (some, NIDA_FIELD_RECIPIENT, "B");
  for (guint c = 0; c < N_CHARTS; c++)
    {
      charts[c] = (NidaBrushChart) { c == 3 ? some : all, NIDA_STEP_MONTH, marks[c], random_marks (random, marks[c]) };
      alone[c] = make_index (engine, axis, &charts[c], 1);
    }
  together = make_index (engine, axis, charts, N_CHARTS);
  for (guint i = 0; i < N_MOVES; i++)
    {
      const char *chosen[G_N_ELEMENTS (names)];
      NidaBrushRange range = { .names = NULL };

      move (random, axis->names == NULL, &range, chosen);
      nida_brush_index_choose (together, &range);
      for (guint c = 0; c < N_CHARTS; c++)
        {
          nida_brush_index_choose (alone[c], &range);
          for (guint m = 0; m < charts[c].n_marks; m++)
            g_assert_cmpint (nida_brush_index_get (together, c, m), ==, nida_brush_index_get (alone[c], 0, m));
        }
    }
  for (guint c = 0; c < N_CHARTS; c++)
    nida_brush_index_free (alone[c]);
}

static void
test_together (void)
{
  NidaBrushAxis axes[] = { { { NIDA_FIELD_DATE, NIDA_STEP_MONTH }, NULL }, { { NIDA_FIELD_DONOR, NIDA_STEP_NONE }, names },
                           { { NIDA_FIELD_CATEGORY, NIDA_STEP_NONE }, names } };
  g_autoptr (GRand) random = g_rand_new_with_seed (5);
  g_autoptr (NidaLocalEngine) engine = random_engine (random);

  for (guint round = 0; round < 15; round++)
    check_together (random, engine, &axes[round % G_N_ELEMENTS (axes)]);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/brush-sums/together/says-what-each-says-alone", test_together);
  return g_test_run ();
}
