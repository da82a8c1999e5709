/* Whatever field a chart is of, and whatever kind it is: a stroke over it has inside, on all charts, what the engine says that is
 * asked with the stroke as a filter. */
#include "link-support.h"

enum { N_ROWS = 150, N_STROKES = 2 };

static const char * const dates[] = {
  "2023-01-05", "2023-02", "2023-Q3", "2023", "2023-11-30", "2024-01-01", "2024-04", "2024-Q3", "2024", "2025-03-31", "2025-04-01", "2024..2025",
  NULL,
};

/* Of some fields a cell may list several names. */
static const struct {
  NidaField   field;
  const char *values[6];
} named[] = {
  { NIDA_FIELD_DONOR, { "Kuwait", "Qatar", "Oman", "Japan", "Chad" } },
  { NIDA_FIELD_RECIPIENT, { "UNHCR", "WFP", "IOM", "UNICEF", "A clinic" } },
  { NIDA_FIELD_CATEGORY, { "Food", "Health", "Water", "Food, Health", "Health, Water" } },
  { NIDA_FIELD_APPEAL, { "Sudan 2024", "Yemen 2024", "Chad 2023", "Syria 2025" } },
  { NIDA_FIELD_COUNTRY, { "Yemen", "Sudan", "Chad", "Yemen, Sudan", "Syria" } },
  { NIDA_FIELD_EMERGENCY, { "Flood", "War", "Drought", "Flood, War" } },
  { NIDA_FIELD_PARTNER, { "Red Crescent", "A school", "Caritas" } },
  { NIDA_FIELD_DONOR_COUNTRY, { "Kuwait", "Germany", "Canada", "Kuwait, Germany" } },
  { NIDA_FIELD_DONOR_TYPE, { "Government", "Foundation", "Private", "Government, Private" } },
  { NIDA_FIELD_FLOW_TYPE, { "Standard", "Carryover", "Pass through" } },
  { NIDA_FIELD_EARMARKING, { "Hard", "Soft", "None" } },
  { NIDA_FIELD_METHOD, { "Traditional aid", "Cash", "In kind" } },
  { NIDA_FIELD_CONTRIBUTION, { "Financial", "In kind" } },
  { NIDA_FIELD_CURRENCY, { "USD", "EUR", "KWD" } },
  { NIDA_FIELD_SAID_BY, { "Minister", "Fund" } },
  { NIDA_FIELD_BASIS, { "Report", "Letter", "Page" } },
};

static const NidaField worded[] = { NIDA_FIELD_DIRECTION, NIDA_FIELD_QUALIFIER, NIDA_FIELD_STATE, NIDA_FIELD_DUE };

static const NidaField derived[] = {
  NIDA_FIELD_KIND, NIDA_FIELD_SOURCE, NIDA_FIELD_BOUNDARY, NIDA_FIELD_ON_BOUNDARY, NIDA_FIELD_USAGE_YEAR, NIDA_FIELD_DONOR_GROUP, NIDA_FIELD_REGION,
  NIDA_FIELD_DATE, NIDA_FIELD_ID,
};

static const char *
pick (GRand              *random,
      const char * const *words,
      guint               n)
{
  return words[g_rand_int_range (random, 0, (gint) n)];
}

static void
set_names (GRand              *random,
           NidaDatasetBuilder *builder)
{
  for (guint i = 0; i < G_N_ELEMENTS (named); i++)
    {
      guint n = g_strv_length ((char **) named[i].values);
      const char *name = pick (random, named[i].values, n);

      if (named[i].field == NIDA_FIELD_CURRENCY || g_rand_int_range (random, 0, 6) > 0)
        nida_dataset_builder_set_name (builder, named[i].field, name, -1);
    }
  for (guint i = 0; i < G_N_ELEMENTS (worded); i++)
    {
      guint n = g_strv_length ((char **) nida_field_get_words (worded[i])), word = (guint) g_rand_int_range (random, 0, (gint) n + 1);

      if (word > 0)
        nida_dataset_builder_set_code (builder, worded[i], word);
    }
}

/* @copy: the same flow once more, as another source has it, which says otherwise on which side of a boundary it is. */
static void
add_row (guint32             seed,
         NidaDatasetBuilder *builder,
         guint               index,
         gboolean            copy)
{
  static const NidaKind kinds[] = { NIDA_KIND_PAID, NIDA_KIND_COMMITMENT, NIDA_KIND_PLEDGE };
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);
  g_autofree char *id = g_strdup_printf ("%u", index);
  const char *date = pick (random, dates, G_N_ELEMENTS (dates));
  NidaMoney amount = g_rand_int_range (random, 1, 5000) * 1000;
  int first = g_rand_int_range (random, 2023, 2026);
  guint source = index % 4 == 0 ? 0 : (guint) g_rand_int_range (random, 0, 3);
  NidaBoundary boundary = (NidaBoundary) (g_rand_int_range (random, 0, 4) + copy) % 4;
  NidaOnBoundary on = (NidaOnBoundary) (g_rand_int_range (random, 0, 3) + copy) % 3;

  nida_dataset_builder_begin (builder, copy ? 2 : source, index + 2, kinds[g_rand_int_range (random, 0, 3)]);
  nida_dataset_builder_set_id (builder, id, -1);
  if (date != NULL)
    nida_dataset_builder_set_period (builder, test_period (date));
  nida_dataset_builder_set_usage (builder, first, first + g_rand_int_range (random, 0, 2));
  nida_dataset_builder_set_amount (builder, amount);
  nida_dataset_builder_set_amount_usd (builder, amount);
  nida_dataset_builder_set_boundary (builder, boundary, on);
  set_names (random, builder);
  g_assert_true (nida_dataset_builder_end_row (builder));
}

/* What charts of needs and of events have marks for. */
static void
add_plans (NidaDatasetBuilder *builder)
{
  static const TestRow rows[] = {
    { .kind = NIDA_KIND_REQUIREMENT, .date = "2024", .amount = "90000", .appeal = "Sudan 2024", .country = "Sudan", .id = "r1", .level = NIDA_LEVEL_APPEAL },
    { .kind = NIDA_KIND_REQUIREMENT, .date = "2024", .amount = "70000", .appeal = "Yemen 2024", .country = "Yemen", .id = "r2", .level = NIDA_LEVEL_APPEAL },
    { .kind = NIDA_KIND_REQUIREMENT, .date = "2023", .amount = "50000", .appeal = "Chad 2023", .country = "Chad", .id = "r3", .level = NIDA_LEVEL_APPEAL },
    { .kind = NIDA_KIND_EVENT, .date = "2024-02-11", .donor = "Kuwait", .text = "A visit", .id = "e1" },
    { .kind = NIDA_KIND_EVENT, .date = "2025-03", .donor = "Qatar", .text = "A conference", .id = "e2" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    test_add_row (builder, &rows[i], N_ROWS + i + 2);
}

static NidaLocalEngine *
random_engine (GRand *random)
{
  g_autoptr (NidaDatasetBuilder) builder = test_builder ();
  g_autoptr (NidaDataset) dataset = NULL;

  add_plans (builder);
  for (guint i = 0; i < N_ROWS; i++)
    {
      guint32 seed = g_rand_int (random);

      add_row (seed, builder, i, FALSE);
      if (i % 4 == 0)
        add_row (seed, builder, i, TRUE);
    }
  dataset = nida_dataset_builder_end (builder);
  return nida_local_engine_new (dataset);
}

/* --- strokes --- */

/* Around some marks that follow each other, as a pointer or keys do; NULL where there is none. */
static NidaBrush *
random_stroke (GRand          *random,
               const NidaLink *link)
{
  g_autoptr (GPtrArray) nodes = g_ptr_array_new (), covered = g_ptr_array_new ();
  guint first, many;

  for (guint i = 0; i < nida_scene_get_n_nodes (link->scene); i++)
    {
      const NidaNode *node = nida_scene_get_node (link->scene, i);

      if (node->mark != NULL && node->mark->n_fields > 0)
        g_ptr_array_add (nodes, (gpointer) node);
    }
  if (nodes->len == 0)
    return NULL;
  first = (guint) g_rand_int_range (random, 0, (gint) nodes->len);
  many = (guint) g_rand_int_range (random, 1, 5);
  for (guint i = first; i < nodes->len && covered->len < many; i++)
    if (((const NidaNode *) nodes->pdata[i])->mark->n_fields == ((const NidaNode *) nodes->pdata[first])->mark->n_fields)
      g_ptr_array_add (covered, nodes->pdata[i]);
  return nida_brush_new_around (covered, nida_chart_kind_is_along_time (link->spec->kind), 4);
}

static void
check_strokes (GRand     *random,
               LinkBoard *board)
{
  for (guint source = 0; source < board->links->len; source++)
    for (guint i = 0; i < N_STROKES; i++)
      {
        g_autoptr (NidaBrush) brush = random_stroke (random, board->links->pdata[source]);
        NidaLinkJob *job;

        if (brush == NULL)
          continue;
        job = link_board_make (board, i % 2 == 0 ? source : G_MAXUINT, brush, i % 3 == 0);
        link_board_check (board, job, brush);
        nida_link_job_free (job);
      }
}

/* --- boards --- */

/* A chart of each kind: those of flows by @field, and others beside them. */
static LinkBoard *
make_board (NidaLocalEngine *engine,
            NidaField        field,
            NidaMeasure      measure,
            NidaRule         rule)
{
  static const struct { NidaChartKind kind; NidaStep step; } kinds[] = {
    { NIDA_CHART_TIMELINE, NIDA_STEP_YEAR }, { NIDA_CHART_RANKING, NIDA_STEP_NONE }, { NIDA_CHART_PARTS, NIDA_STEP_NONE },
    { NIDA_CHART_WAFFLE, NIDA_STEP_NONE }, { NIDA_CHART_TREEMAP, NIDA_STEP_NONE }, { NIDA_CHART_HEATMAP, NIDA_STEP_YEAR },
    { NIDA_CHART_LINE, NIDA_STEP_QUARTER }, { NIDA_CHART_AREA, NIDA_STEP_FISCAL_YEAR }, { NIDA_CHART_DOTPLOT, NIDA_STEP_YEAR },
    { NIDA_CHART_SLOPE, NIDA_STEP_YEAR }, { NIDA_CHART_BUMP, NIDA_STEP_YEAR }, { NIDA_CHART_SANKEY, NIDA_STEP_NONE },
  };
  const char *name = nida_field_get_name (field), *beside = field == NIDA_FIELD_CATEGORY ? "country" : "category";
  g_autofree char *two = g_strdup_printf ("%s,%s", name, beside), *turned = g_strdup_printf ("%s,%s", beside, name);
  LinkBoard *board = link_board_new (engine, measure, rule);

  link_board_add (board, NIDA_CHART_NUMBER, NIDA_STEP_NONE, NULL, NIDA_FIELD_NONE);
  link_board_add (board, NIDA_CHART_TIMELINE, NIDA_STEP_MONTH, NULL, NIDA_FIELD_NONE);
  link_board_add (board, NIDA_CHART_PACE, NIDA_STEP_NONE, NULL, NIDA_FIELD_NONE);
  link_board_add (board, NIDA_CHART_TILE_MAP, NIDA_STEP_NONE, NULL, NIDA_FIELD_NONE);
  link_board_add (board, NIDA_CHART_COVERAGE, NIDA_STEP_NONE, "appeal", NIDA_FIELD_NONE);
  link_board_add (board, NIDA_CHART_WATERFALL, NIDA_STEP_NONE, NULL, NIDA_FIELD_NONE);
  link_board_add (board, NIDA_CHART_EVENTS, NIDA_STEP_NONE, NULL, NIDA_FIELD_NONE);
  for (guint i = 0; field != NIDA_FIELD_DATE && i < G_N_ELEMENTS (kinds); i++)
    link_board_add (board, kinds[i].kind, kinds[i].step, kinds[i].kind == NIDA_CHART_SANKEY ? two : name, NIDA_FIELD_NONE);
  if (field == NIDA_FIELD_DATE)
    return board;
  link_board_add (board, NIDA_CHART_TREEMAP, NIDA_STEP_NONE, two, NIDA_FIELD_NONE);
  link_board_add (board, NIDA_CHART_HEATMAP, NIDA_STEP_NONE, turned, NIDA_FIELD_NONE);
  link_board_add (board, NIDA_CHART_TIMELINE, NIDA_STEP_YEAR, NULL, field);
  link_board_add (board, NIDA_CHART_RANKING, NIDA_STEP_NONE, beside, field);
  return board;
}

/* @every: not only two of them, whose figures depend on which fields are counted how. */
static void
check_field (NidaField field,
             gboolean  every)
{
  static const struct { NidaMeasure measure; NidaRule rule; } counted[] = {
    { NIDA_MEASURE_RECEIVED, NIDA_RULE_AUTO }, { NIDA_MEASURE_RECEIVED, NIDA_RULE_BOUNDARY }, { NIDA_MEASURE_PLEDGED, NIDA_RULE_DISTINCT },
    { NIDA_MEASURE_COMMITTED, NIDA_RULE_DISTINCT }, { NIDA_MEASURE_PAID, NIDA_RULE_BOUNDARY }, { NIDA_MEASURE_COUNT, NIDA_RULE_DISTINCT },
  };

  for (guint i = every ? 0 : field % 3; i < G_N_ELEMENTS (counted); i += every ? 1 : 3)
    {
      g_autoptr (GRand) random = g_rand_new_with_seed (7 + i);
      g_autoptr (LinkBoard) board = make_board (random_engine (random), field, counted[i].measure, counted[i].rule);

      check_strokes (random, board);
      g_test_message ("%s, measure %u, rule %u: %u of %u marks are what their filter says; %u figures, %u of them not nothing",
                      nida_field_get_name (field), (guint) counted[i].measure, (guint) counted[i].rule, board->n_known, board->n_marks,
                      board->n_checked, board->n_inside);
      g_assert_cmpuint (board->n_inside, >, 20);
    }
}

static void
test_field (gconstpointer data)
{
  NidaField field = (NidaField) GPOINTER_TO_UINT (data);

  check_field (field, field == NIDA_FIELD_KIND || field == NIDA_FIELD_DIRECTION || field == NIDA_FIELD_BOUNDARY || field == NIDA_FIELD_ON_BOUNDARY);
}

static void
add_test (NidaField field)
{
  g_autofree char *path = g_strdup_printf ("/link-fields/%s/strokes-say-what-their-filter-says", nida_field_get_name (field));

  g_test_add_data_func (path, GUINT_TO_POINTER (field), test_field);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (named); i++)
    add_test (named[i].field);
  for (guint i = 0; i < G_N_ELEMENTS (worded); i++)
    add_test (worded[i]);
  for (guint i = 0; i < G_N_ELEMENTS (derived); i++)
    add_test (derived[i]);
  return g_test_run ();
}
