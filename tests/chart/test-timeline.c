/* Tests of timeline.c and its helpers: sums, steps, directions, labels and words of donations over time. */
#include "config.h"

#include "time-fixture.h"

#include <string.h>

#define NONE (-1)

static const FixtureCell gifts[] = {
  { "2015", "Kuwait", 20000000, 1 }, { "2018", "Kuwait", 10000000, 1 }, { "2019", "Kuwait", 3000000, 1 },
  { "2023", "Kuwait", 14000000, 1 }, { "2025", "Kuwait", 500000, 1 },
};

static const FixtureFact statements[] = {
  { .kind = NIDA_KIND_REPORTED, .period = "2009..2023", .amount = 70000000, .qualifier = NIDA_QUALIFIER_ABOUT,
    .donor = "Kuwait",
    .donor_ar = "الكويت", .recipient = "IOM", .computed = 47000000 },
  { .kind = NIDA_KIND_REPORTED, .period = "2021..2024", .amount = 14000000, .qualifier = NIDA_QUALIFIER_AT_LEAST,
    .donor = "Kuwait",
    .donor_ar = "الكويت", .recipient = "IOM", .computed = 14000000 },
  { .kind = NIDA_KIND_EVENT, .period = "2015", .amount = NONE, .computed = NONE, .state = NIDA_STATE_HELD, .text = "Shelter opened", .text_ar = "افتتاح مركز الإيواء" },
  { .kind = NIDA_KIND_EVENT, .period = "2023-02-06", .amount = NONE, .computed = NONE, .state = NIDA_STATE_HELD, .text = "Earthquakes", .text_ar = "الزلزال" },
};

static const FixtureCell months[] = {
  { "2025-11", "Sweden", 40, 1 }, { "2025-11", "Japan", 60, 2 }, { "2025-12", "Sweden", 10, 1 }, { "2026-02", "Japan", 300, 3 },
  { "2026-02", "Kuwait", 5, 1 }, { "2026-02", "", 15, 1 }, { "2026-03", "Sweden", -20, 1 }, { "undated", "Japan", 7, 2 },
};

static NidaChartSpec *
spec_of (NidaStep  step,
         NidaStack stack,
         gboolean  by_donor)
{
  NidaChartSpec *spec = nida_chart_spec_new (NIDA_CHART_TIMELINE);

  spec->step = step;
  spec->stack = stack;
  if (spec->query == NULL)
    spec->query = nida_query_new ();
  if (by_donor)
    spec->query->by[spec->query->n_by++] = (NidaGroupBy) { NIDA_FIELD_DONOR, NIDA_STEP_NONE };
  return spec;
}

static NidaScene *
scene_of (NidaChartSpec     *spec,
          const FixtureCell *cells,
          guint              n_cells,
          const char        *language,
          NidaTimeDirection  direction,
          double             width,
          double             height)
{
  g_autoptr (NidaCube) cube = fixture_cube (spec, cells, n_cells, NULL, 0);

  return fixture_scene (spec, cube, language, direction, width, height, 1);
}

/* The sum of a column of the table over the rows whose key begins with @prefix. */
static NidaMoney
table_sum (NidaScene  *scene,
           const char *prefix,
           guint       column)
{
  const NidaTable *table = nida_scene_get_table (scene);
  NidaMoney sum = 0;

  for (guint i = 0; i < table->rows->len; i++)
    {
      const NidaTableRow *row = g_ptr_array_index (table->rows, i);

      if (g_str_has_prefix (row->key, prefix) && row->sort[column] != NIDA_MONEY_NONE)
        g_assert_true (nida_money_add (sum, row->sort[column], &sum));
    }
  return sum;
}

static NidaMoney
mark_sum (NidaScene  *scene,
          const char *prefix)
{
  NidaMoney sum = 0;

  for (guint i = 0; i < nida_scene_get_n_nodes (scene); i++)
    {
      const NidaNode *node = nida_scene_get_node (scene, i);

      if (node->mark != NULL && g_str_has_prefix (node->key, prefix) && node->mark->money != NIDA_MONEY_NONE)
        g_assert_true (nida_money_add (sum, node->mark->money, &sum));
    }
  return sum;
}

static void
test_table_equals_chart (void)
{
  g_autoptr (NidaChartSpec) spec = spec_of (NIDA_STEP_MONTH, NIDA_STACK_AUTO, TRUE);
  g_autoptr (NidaScene) scene = scene_of (spec, months, G_N_ELEMENTS (months), "en", NIDA_TIME_LTR, 648, 356);
  const NidaTable *table = nida_scene_get_table (scene);

  /* the last but one column is the total of the row */
  g_assert_cmpint (table_sum (scene, "slot/", table->n_columns - 2), ==, 417 * NIDA_MONEY_UNIT);
  g_assert_cmpint (mark_sum (scene, "bar/"), ==, 417 * NIDA_MONEY_UNIT);
}

/* What has no rate is in no sum, and so in no count beside one. */
static void
test_without_a_rate (void)
{
  static const FixtureCell cells[] = {
    { "2026-01", "Japan", 100, 1 }, { "2026-02", "Japan", 200, 4, .unvalued = 3 }, { "2026-02", "Kuwait", 0, 2, .unvalued = 2 },
  };
  g_autoptr (NidaChartSpec) spec = spec_of (NIDA_STEP_MONTH, NIDA_STACK_AUTO, TRUE);
  g_autoptr (NidaScene) scene = scene_of (spec, cells, G_N_ELEMENTS (cells), "en", NIDA_TIME_LTR, 648, 356);
  const NidaTable *table = nida_scene_get_table (scene);

  g_assert_nonnull (strstr (nida_scene_get_description (scene), "In all: $300 in 2 flows."));
  g_assert_cmpint (table_sum (scene, "slot/", table->n_columns - 1), ==, 2);
}

/* A legend names what is drawn, and a column that is alone says of which year it is. */
static void
test_alone (void)
{
  static const FixtureCell undated[] = { { "undated", "Japan", 100, 1 }, { "undated", "Kuwait", 50, 1 } };
  static const FixtureCell one[] = { { "2025-03", "Japan", 100, 1 }, { "2025-03", "Kuwait", 50, 1 }, { "undated", "Qatar", 5, 1 } };
  g_autoptr (NidaChartSpec) spec = spec_of (NIDA_STEP_MONTH, NIDA_STACK_AUTO, TRUE);
  g_autoptr (NidaScene) bare = scene_of (spec, undated, G_N_ELEMENTS (undated), "en", NIDA_TIME_LTR, 480, 300);
  g_autoptr (NidaScene) alone = scene_of (spec, one, G_N_ELEMENTS (one), "en", NIDA_TIME_LTR, 480, 300);
  gboolean named = FALSE, year = FALSE;

  for (guint i = 0; i < nida_scene_get_n_nodes (bare); i++)
    g_assert_false (g_str_has_prefix (nida_scene_get_node (bare, i)->key, "legend/"));
  for (guint i = 0; i < nida_scene_get_n_nodes (alone); i++)
    {
      const NidaNode *node = nida_scene_get_node (alone, i);

      named |= g_str_has_prefix (node->key, "legend/") && g_strcmp0 (node->text, "Japan") == 0;
      g_assert_false (g_str_has_prefix (node->key, "legend/") && g_strcmp0 (node->text, "Qatar") == 0);
      year |= g_str_has_prefix (node->key, "axis/") && node->text != NULL && strstr (node->text, "2025") != NULL;
    }
  g_assert_true (named);
  g_assert_true (year);
}

/* The data may call a name "Other": what is not told apart has a name that no data have. */
static void
test_rest_is_not_other (void)
{
  static const FixtureCell cells[] = {
    { "2026-01", "Other", 900, 1 }, { "2026-01", "A", 800, 1 }, { "2026-01", "B", 700, 1 }, { "2026-01", "C", 600, 1 },
    { "2026-01", "D", 500, 1 }, { "2026-01", "E", 40, 1 }, { "2026-02", "F", 30, 1 }, { "2026-02", "G", 20, 1 },
    { "2026-02", "", 50, 1 },
  };
  g_autoptr (NidaChartSpec) spec = spec_of (NIDA_STEP_MONTH, NIDA_STACK_AUTO, TRUE);
  g_autoptr (NidaScene) scene = scene_of (spec, cells, G_N_ELEMENTS (cells), "en", NIDA_TIME_LTR, 900, 400);
  guint n_other = 0, n_rest = 0;

  for (guint i = 0; i < nida_scene_get_n_nodes (scene); i++)
    {
      const NidaNode *node = nida_scene_get_node (scene, i);

      n_other += node->text != NULL && g_str_has_prefix (node->key, "legend/") && g_str_equal (node->text, "Other");
      n_rest += node->text != NULL && g_str_has_prefix (node->key, "legend/") && g_str_equal (node->text, "The rest (3)");
    }
  g_assert_cmpuint (n_other, ==, 1);
  g_assert_cmpuint (n_rest, ==, 1);
}

/* What a tooltip calls the rest is what the chart calls so. */
static void
test_rest_in_tooltip (void)
{
  static const FixtureCell cells[] = {
    { "2026-01", "A", 900, 1 }, { "2026-01", "B", 800, 1 }, { "2026-01", "C", 700, 1 }, { "2026-01", "D", 600, 1 },
    { "2026-01", "E", 500, 1 }, { "2026-01", "F", 40, 1 }, { "2026-01", "G", 20, 1 },
  };
  g_autoptr (NidaChartSpec) spec = spec_of (NIDA_STEP_MONTH, NIDA_STACK_AUTO, TRUE);
  g_autoptr (NidaScene) scene = scene_of (spec, cells, G_N_ELEMENTS (cells), "en", NIDA_TIME_LTR, 900, 400);
  guint n = 0;

  for (guint i = 0; i < nida_scene_get_n_nodes (scene); i++)
    {
      const NidaNode *node = nida_scene_get_node (scene, i);
      const char * const *lines = node->mark != NULL ? nida_mark_get_lines (node->mark) : NULL;
      g_autofree char *rest = NULL;

      if (lines == NULL || !g_str_has_prefix (nida_mark_get_label (node->mark), "The rest"))
        continue;
      rest = g_strdup_printf ("The rest: %s", nida_mark_get_value (node->mark));
      n += g_strv_contains (lines, rest);
    }
  g_assert_cmpuint (n, ==, 1);
}

/* An answer that keeps some names apart may not say how many the others are. */
static void
test_rest_without_a_number (void)
{
  static const FixtureCell cells[] = {
    { "2026-01", "A", 800, 1 }, { "2026-01", "B", 700, 1 }, { "2026-02", FIXTURE_OTHERS, 600, 190 }, { "2026-02", "C", 5, 1 },
  };
  g_autoptr (NidaChartSpec) spec = spec_of (NIDA_STEP_MONTH, NIDA_STACK_AUTO, TRUE);
  g_autoptr (NidaScene) scene = scene_of (spec, cells, G_N_ELEMENTS (cells), "en", NIDA_TIME_LTR, 900, 400);
  guint n_rest = 0;

  for (guint i = 0; i < nida_scene_get_n_nodes (scene); i++)
    {
      const NidaNode *node = nida_scene_get_node (scene, i);

      n_rest += node->text != NULL && g_str_has_prefix (node->key, "legend/") && g_str_equal (node->text, "The rest");
      g_assert_true (node->text == NULL || strstr (node->text, "other donor") == NULL);
    }
  g_assert_cmpuint (n_rest, ==, 1);
}

static void
test_cumulative_ends_at_sum (void)
{
  g_autoptr (NidaChartSpec) spec = spec_of (NIDA_STEP_MONTH, NIDA_STACK_CUMULATIVE, TRUE);
  g_autoptr (NidaScene) scene = scene_of (spec, months, G_N_ELEMENTS (months) - 1, "en", NIDA_TIME_LTR, 648, 356);
  const NidaNode *steps = nida_scene_find (scene, "steps"), *last = nida_scene_find (scene, "step/2026-03");

  g_assert_nonnull (steps);
  g_assert_cmpint (last->mark->money, ==, 410 * NIDA_MONEY_UNIT);
  /* money arrives on days: every piece of the line is level or upright */
  for (guint i = 1; i < steps->n_points; i++)
    g_assert_true (steps->points[i].x == steps->points[i - 1].x || steps->points[i].y == steps->points[i - 1].y);
}

static void
test_bars_begin_at_zero (void)
{
  g_autoptr (NidaChartSpec) spec = spec_of (NIDA_STEP_MONTH, NIDA_STACK_AUTO, TRUE);
  g_autoptr (NidaScene) scene = scene_of (spec, months, G_N_ELEMENTS (months), "en", NIDA_TIME_LTR, 648, 356);
  const NidaNode *zero = nida_scene_find (scene, "axis/zero");
  const NidaNode *up = nida_scene_find (scene, "bar/2025-12/Sweden"), *down = nida_scene_find (scene,
                                                                                               "bar/2026-03/Sweden");

  g_assert_cmpfloat_with_epsilon (up->box.y + up->box.height, zero->points[0].y, 0.01);
  g_assert_cmpfloat_with_epsilon (down->box.y, zero->points[0].y, 0.01);
}

static void
test_empty_period_keeps_its_place (void)
{
  g_autoptr (NidaChartSpec) spec = spec_of (NIDA_STEP_MONTH, NIDA_STACK_NONE, FALSE);
  g_autoptr (NidaScene) scene = scene_of (spec, months, G_N_ELEMENTS (months), "en", NIDA_TIME_LTR, 648, 356);
  const NidaNode *december = nida_scene_find (scene, "slot/2025-12"), *january = nida_scene_find (scene,
                                                                                                  "slot/2026-01");
  const NidaNode *february = nida_scene_find (scene, "slot/2026-02");

  g_assert_nonnull (january);
  g_assert_null (nida_scene_find (scene, "bar/2026-01/all"));
  g_assert_cmpfloat_with_epsilon (january->box.x - december->box.x, february->box.x - january->box.x, 0.01);
}

static void
test_undated_stands_apart (void)
{
  g_autoptr (NidaChartSpec) spec = spec_of (NIDA_STEP_MONTH, NIDA_STACK_AUTO, TRUE);
  g_autoptr (NidaScene) scene = scene_of (spec, months, G_N_ELEMENTS (months), "en", NIDA_TIME_LTR, 648, 356);
  const NidaNode *undated = nida_scene_find (scene, "bar/undated"), *last = nida_scene_find (scene, "slot/2026-03");

  g_assert_cmpint (undated->pattern, ==, NIDA_PATTERN_HATCH);
  g_assert_cmpfloat (undated->box.x, >=, last->box.x + last->box.width);
  g_assert_nonnull (strstr (nida_scene_find (scene, "source")->text, "Without a date: $7 in 2 flows."));
}

/* A sum that a source states has no flows, and no words that say so: "0 flows" would read as nothing. */
static void
test_stated_sums (void)
{
  static const FixtureCell stated[] = { { "2024", "Japan", 30, 0, TRUE }, { "2025", "Japan", 0, 0, TRUE }, { "2026", "Japan", 10, 0, TRUE }, { "undated", "Japan", 7, 0, TRUE } };
  g_autoptr (NidaChartSpec) spec = spec_of (NIDA_STEP_YEAR, NIDA_STACK_AUTO, FALSE);
  g_autoptr (NidaScene) scene = scene_of (spec, stated, G_N_ELEMENTS (stated), "en", NIDA_TIME_LTR, 648, 356);
  const NidaNode *slot = nida_scene_find (scene, "slot/2024");

  g_assert_nonnull (slot);
  g_assert_nonnull (strstr (nida_mark_get_lines (slot->mark)[0], "as stated by the source, without single flows"));
  /* nothing is not stated by anybody */
  g_assert_null (nida_mark_get_lines (nida_scene_find (scene, "slot/2025")->mark));
  g_assert_nonnull (strstr (nida_scene_find (scene, "source")->text, "Without a date: $7, as stated by the source."));
}

static void
test_direction (gconstpointer data)
{
  const char *language = data;
  g_autoptr (NidaChartSpec) spec = spec_of (NIDA_STEP_MONTH, NIDA_STACK_AUTO, TRUE);

  for (NidaTimeDirection direction = NIDA_TIME_LTR; direction <= NIDA_TIME_FOLLOW; direction++)
    {
      g_autoptr (NidaScene) scene = scene_of (spec, months, G_N_ELEMENTS (months), language, direction, 648, 356);
      gboolean rtl = direction == NIDA_TIME_RTL || (direction == NIDA_TIME_FOLLOW && g_str_equal (language, "ar"));
      gboolean cue = rtl || g_str_equal (language, "ar");
      double early = nida_scene_find (scene, "slot/2025-11")->box.x, late = nida_scene_find (scene, "slot/2026-03")->box.x;

      g_assert_cmpint (late > early, ==, !rtl);
      g_assert_cmpint (nida_scene_find (scene, "axis/arrow") != NULL, ==, cue);
      g_assert_cmpint (nida_scene_find (scene, "axis/latest") != NULL, ==, cue);
    }
}

static void
test_axis_on_the_past_side (void)
{
  g_autoptr (NidaChartSpec) spec = spec_of (NIDA_STEP_YEAR, NIDA_STACK_NONE, FALSE);

  for (NidaTimeDirection direction = NIDA_TIME_LTR; direction <= NIDA_TIME_RTL; direction++)
    {
      g_autoptr (NidaScene) scene = scene_of (spec, gifts, G_N_ELEMENTS (gifts), "ar", direction, 648, 356);
      const NidaNode *first = nida_scene_find (scene, "slot/2015"), *zero = nida_scene_find (scene, "axis/zero");
      double before = first->box.x - zero->box.x, after = zero->box.x + zero->box.width - first->box.x - first->box.width;

      /* room for the ticks is left where time begins */
      g_assert_cmpfloat (direction == NIDA_TIME_LTR ? before : after, >, 10);
      g_assert_cmpfloat (direction == NIDA_TIME_LTR ? before : after, <, 60);
    }
}

static void
test_span_is_one_band (void)
{
  g_autoptr (NidaChartSpec) spec = spec_of (NIDA_STEP_YEAR, NIDA_STACK_NONE, FALSE);
  g_autoptr (NidaCube) cube = fixture_cube (spec, gifts, G_N_ELEMENTS (gifts), statements, G_N_ELEMENTS (statements));
  g_autoptr (NidaScene) scene = fixture_scene (spec, cube, "en", NIDA_TIME_LTR, 648, 356, 1);
  const NidaNode *band = nida_scene_find (scene, "band/0/2009..2023");
  const NidaNode *first = nida_scene_find (scene, "slot/2009"), *last = nida_scene_find (scene, "slot/2023");

  g_assert_cmpint (band->pattern, ==, NIDA_PATTERN_HATCH);
  g_assert_cmpint (band->mark->money, ==, 23000000 * NIDA_MONEY_UNIT);
  g_assert_cmpfloat_with_epsilon (band->box.x, first->box.x, 0.1);
  g_assert_cmpfloat_with_epsilon (band->box.x + band->box.width, last->box.x + last->box.width, 0.1);
  g_assert_null (nida_scene_find (scene, "band/1/2021..2024"));
  g_assert_nonnull (strstr (nida_scene_find (scene, "source")->text, "Another statement says at least $14M for 2021–2024."));
  g_assert_cmpstr (nida_scene_get_title (scene), ==,
                   "Kuwait gave about $70M in 15 years; a third of it has no public date");
  /* what is only stated is never among the sums */
  g_assert_cmpint (mark_sum (scene, "bar/"), ==, 47500000 * NIDA_MONEY_UNIT);
}

static void
test_coarse_date_is_not_january (void)
{
  static const FixtureCell cells[] = { { "2025-01", "a", 5, 1 }, { "2025", "a", 50, 1 }, { "2025-06", "a", 7, 1 } };
  g_autoptr (NidaChartSpec) spec = spec_of (NIDA_STEP_MONTH, NIDA_STACK_NONE, FALSE);
  g_autoptr (NidaScene) scene = scene_of (spec, cells, G_N_ELEMENTS (cells), "en", NIDA_TIME_LTR, 648, 356);

  g_assert_cmpint (nida_scene_find (scene, "bar/2025-01/all")->mark->money, ==, 5 * NIDA_MONEY_UNIT);
  g_assert_cmpint (nida_scene_find (scene, "band/0/2025")->mark->money, ==, 50 * NIDA_MONEY_UNIT);
}

static void
test_sparse_past_is_gathered (void)
{
  g_autoptr (GArray) cells = g_array_new (FALSE, TRUE, sizeof (FixtureCell));
  g_autoptr (GPtrArray) periods = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (NidaChartSpec) spec = spec_of (NIDA_STEP_NONE, NIDA_STACK_NONE, FALSE);
  g_autoptr (NidaScene) scene = NULL;

  for (int year = 2020; year <= 2026; year++)
    for (int month = 1; month <= 12; month += year < 2026 ? 5 : 1)
      {
        FixtureCell cell = { NULL, "a", year < 2026 ? 1 : 100, 1 };

        g_ptr_array_add (periods, g_strdup_printf ("%d-%02d", year, month));
        cell.period = g_ptr_array_index (periods, periods->len - 1);
        g_array_append_val (cells, cell);
      }
  scene = scene_of (spec, (const FixtureCell *) (gpointer) cells->data, cells->len, "en", NIDA_TIME_LTR, 648, 356);
  g_assert_nonnull (nida_scene_find (scene, "slot/before"));
  g_assert_nonnull (nida_scene_find (scene, "axis/break"));
  g_assert_cmpint (nida_scene_find (scene, "slot/before")->mark->money, ==, 18 * NIDA_MONEY_UNIT);
  /* it can be chosen, selected and noted as any other */
  g_assert_cmpuint (nida_scene_find (scene, "slot/before")->mark->n_fields, ==, 1);
  g_assert_true (g_str_has_prefix (nida_scene_find (scene, "slot/before")->mark->values[0], periods->pdata[0]));
  g_assert_nonnull (strstr (nida_scene_find (scene, "slot/before")->mark->values[0], ".."));
  g_assert_cmpint (table_sum (scene, "slot/", 1), ==, 1218 * NIDA_MONEY_UNIT);
}

/* Months that were chosen have no room here: what is gathered of twenty years would be all that is seen. A larger chart has them. */
static void
test_chosen_step_has_no_room (void)
{
  g_autoptr (GArray) cells = g_array_new (FALSE, TRUE, sizeof (FixtureCell));
  g_autoptr (GPtrArray) periods = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (NidaChartSpec) spec = spec_of (NIDA_STEP_MONTH, NIDA_STACK_NONE, FALSE);
  g_autoptr (NidaScene) small = NULL, large = NULL;

  for (int year = 2006; year <= 2025; year++)
    for (int month = 1; month <= 12; month++)
      {
        FixtureCell cell = { NULL, "a", 10 + month, 1 };

        g_ptr_array_add (periods, g_strdup_printf ("%d-%02d", year, month));
        cell.period = g_ptr_array_index (periods, periods->len - 1);
        g_array_append_val (cells, cell);
      }
  small = scene_of (spec, (const FixtureCell *) (gpointer) cells->data, cells->len, "en", NIDA_TIME_LTR, 648, 356);
  large = scene_of (spec, (const FixtureCell *) (gpointer) cells->data, cells->len, "en", NIDA_TIME_LTR, 1900, 800);
  g_assert_null (nida_scene_find (small, "slot/before"));
  g_assert_nonnull (nida_scene_find (small, "slot/2006-Q1"));
  g_assert_nonnull (strstr (nida_scene_get_subtitle (small), "quarter"));
  g_assert_nonnull (nida_scene_find (large, "slot/2006-01"));
  g_assert_cmpint (table_sum (small, "slot/", 1), ==, table_sum (large, "slot/", 1));
}

static void
test_click_filters (void)
{
  g_autoptr (NidaChartSpec) spec = spec_of (NIDA_STEP_MONTH, NIDA_STACK_AUTO, TRUE);
  g_autoptr (NidaScene) scene = scene_of (spec, months, G_N_ELEMENTS (months), "en", NIDA_TIME_LTR, 648, 356);
  const NidaMark *mark = nida_scene_find (scene, "bar/2026-02/Japan")->mark;

  g_assert_cmpuint (mark->n_fields, ==, 2);
  g_assert_cmpint (mark->fields[0], ==, NIDA_FIELD_DATE);
  g_assert_cmpstr (mark->values[0], ==, "2026-02");
  g_assert_cmpint (mark->fields[1], ==, NIDA_FIELD_DONOR);
  g_assert_cmpstr (mark->values[1], ==, "Japan");
  g_assert_cmpstr (nida_mark_get_exact (mark), ==, "$300");
  g_assert_nonnull (nida_mark_get_lines (mark));
}

static void
test_colour_survives_a_filter (void)
{
  static const FixtureCell filtered[] = { { "2025-11", "Sweden", 40, 1 }, { "2025-12", "Sweden", 10, 1 } };
  g_autoptr (NidaChartSpec) spec = spec_of (NIDA_STEP_MONTH, NIDA_STACK_AUTO, TRUE);
  g_autoptr (NidaLanguage) language = nida_language_new ("en", NIDA_DIGITS_AUTO, NIDA_MONTHS_GULF);
  g_autoptr (NidaMeasurer) measurer = nida_fixed_measurer_new ();
  g_autoptr (NidaColorMap) colors = nida_color_map_new ();
  NidaChartContext context = { .language = language, .measurer = measurer, .width = 648, .height = 356, .scale = 1,
                               .colors = colors };
  g_autoptr (NidaCube) all = fixture_cube (spec, months, G_N_ELEMENTS (months), NULL, 0);
  g_autoptr (NidaCube) some = fixture_cube (spec, filtered, G_N_ELEMENTS (filtered), NULL, 0);
  g_autoptr (GPtrArray) cubes = g_ptr_array_new ();
  g_autoptr (NidaScene) before = NULL, after = NULL;

  g_ptr_array_add (cubes, all);
  before = nida_chart_build (spec, cubes, &context);
  cubes->pdata[0] = some;
  after = nida_chart_build (spec, cubes, &context);
  g_assert_cmpint (nida_scene_find (before, "bar/2025-11/Sweden")->fill, ==,
                   nida_scene_find (after, "bar/2025-11/Sweden")->fill);
  g_assert_cmpint (nida_scene_find (after, "bar/2025-11/Sweden")->fill, !=, NIDA_COLOR_OTHER);
}

static void
test_empty_and_one (void)
{
  g_autoptr (NidaChartSpec) spec = spec_of (NIDA_STEP_NONE, NIDA_STACK_AUTO, TRUE);
  g_autoptr (NidaScene) empty = scene_of (spec, NULL, 0, "en", NIDA_TIME_LTR, 480, 356);
  g_autoptr (NidaScene) one = scene_of (spec, months, 1, "en", NIDA_TIME_LTR, 480, 356);

  g_assert_null (nida_scene_find (empty, "axis/zero"));
  fixture_assert_texts (empty);
  g_assert_nonnull (nida_scene_find (one, "bar/2025-11/Sweden"));
  g_assert_cmpstr (nida_scene_get_title (one), ==, "Received: $40 in November 2025");
}

static void
test_eight_events_at_400 (void)
{
  g_autoptr (NidaChartSpec) spec = spec_of (NIDA_STEP_YEAR, NIDA_STACK_NONE, FALSE);
  FixtureFact events[8];
  guint shown = 0;
  g_autofree char *more = NULL;
  g_autoptr (NidaCube) cube = NULL;
  g_autoptr (NidaScene) scene = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (events); i++)
    events[i] = (FixtureFact) { .kind = NIDA_KIND_EVENT, .period = i < 3 ? "2015" : "2023-09", .amount = NONE,
                                .computed = NONE,
                                .text = i % 4 == 1 ? "A workshop" : "Something long enough to need more than a line of this chart" };
  cube = fixture_cube (spec, gifts, G_N_ELEMENTS (gifts), events, G_N_ELEMENTS (events));
  scene = fixture_scene (spec, cube, "en", NIDA_TIME_LTR, 400, 300, 1);
  fixture_assert_texts (scene);
  for (guint i = 0; i < G_N_ELEMENTS (events); i++)
    {
      g_autofree char *note = g_strdup_printf ("note/%u", i + 1), *key = g_strdup_printf ("key/%u", i + 1);

      g_assert_nonnull (nida_scene_find (scene, note));
      g_assert_nonnull (nida_scene_find (scene, note)->mark);
      shown += nida_scene_find (scene, key) != NULL;
      /* no words are cut: what is too long answers at its number and under "more" */
      g_assert_true (nida_scene_find (scene, key) == NULL || i % 4 == 1);
    }
  more = g_strdup_printf ("and %u more", (guint) G_N_ELEMENTS (events) - shown);
  g_assert_cmpuint (shown, >, 0);
  g_assert_true (g_str_has_prefix (nida_scene_find (scene, "key/more")->text, more));
  g_assert_cmpuint (g_strv_length ((char **) nida_mark_get_lines (nida_scene_find (scene, "key/more")->mark)), ==, G_N_ELEMENTS (events) - shown);
  g_assert_cmpfloat (nida_scene_find (scene, "slot/2015")->box.height, >=, 0.33 * 300);
}

/* --- words stay apart, whatever the data ------------------------------------------------------------------------- */

static void
random_cells (GRand     *random,
              GArray    *cells,
              GPtrArray *words)
{
  static const char * const names[] = { "Kuwait", "Sweden", "Japan", "A rather long name of a fund or foundation", "Qatar", "Norway", "Chad", "" };
  guint n = g_rand_int_range (random, 0, 40);

  for (guint i = 0; i < n; i++)
    {
      int year = g_rand_int_range (random, 2015, 2027), month = g_rand_int_range (random, 1, 13);
      gint64 amount = (gint64) (g_rand_double (random) * 1000) * (g_rand_int_range (random, 0, 3) > 0 ? 1000000 : 1);
      FixtureCell cell = { NULL, names[g_rand_int_range (random, 0, G_N_ELEMENTS (names))], amount, 1 };
      guint form = g_rand_int_range (random, 0, 20);

      if (form == 0)
        cell.amount = -amount / 10;
      g_ptr_array_add (words, form == 1 ? g_strdup ("undated") : form == 2 ? g_strdup_printf ("%d", year)
                              : form == 3 ? g_strdup_printf ("%d..%d", year, year + 3) : g_strdup_printf ("%d-%02d", year, month));
      cell.period = g_ptr_array_index (words, words->len - 1);
      g_array_append_val (cells, cell);
    }
}

static guint
random_events (GRand       *random,
               FixtureFact *events)
{
  static const char * const periods[] = { "2015", "2018-03", "2020-05-06", "2023", "2024-02-11", "2024", "2030" };
  static const char * const texts[] = { "Workshop", "Earthquakes", "A visit with a long description that does not fit on one line at all", "Review" };
  guint n = g_rand_int_range (random, 0, 9);

  for (guint i = 0; i < n; i++)
    events[i] = (FixtureFact) { .kind = NIDA_KIND_EVENT,
                                .period = periods[g_rand_int_range (random, 0, G_N_ELEMENTS (periods))],
                                .amount = NONE, .computed = NONE, .text = texts[g_rand_int_range (random, 0, G_N_ELEMENTS (texts))] };
  return n;
}

static void
test_labels_stay_apart (gconstpointer data)
{
  static const struct { double width, height; } sizes[] = { { 320, 240 }, { 400, 300 }, { 480, 356 }, { 648, 280 },
                                                            { 1200, 700 } };
  static const double scales[] = { 1, 1.5, 2 };
  const char *language = data;
  GRand *random = g_rand_new_with_seed (20261123);

  for (guint round = 0; round < 250; round++)
    {
      g_autoptr (GArray) cells = g_array_new (FALSE, TRUE, sizeof (FixtureCell));
      g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);
      g_autoptr (NidaChartSpec) spec = spec_of (g_rand_int_range (random, 0, 6), g_rand_int_range (random, 0, 4),
                                                g_rand_boolean (random));
      FixtureFact events[10];
      guint n_events = random_events (random, events), size = g_rand_int_range (random, 0, G_N_ELEMENTS (sizes));
      g_autoptr (NidaCube) cube = NULL;
      g_autoptr (NidaScene) scene = NULL;

      if (spec->step == NIDA_STEP_FISCAL_YEAR)
        spec->step = NIDA_STEP_YEAR;
      random_cells (random, cells, words);
      if (spec->step != NIDA_STEP_NONE && spec->step != NIDA_STEP_MONTH)
        spec->step = NIDA_STEP_MONTH;
      cube = fixture_cube (spec, (const FixtureCell *) (gpointer) cells->data, cells->len, events, n_events);
      scene = fixture_scene (spec, cube, language, g_rand_int_range (random, 0, 3), sizes[size].width,
                             sizes[size].height,
                             scales[g_rand_int_range (random, 0, G_N_ELEMENTS (scales))]);
      g_test_message ("round %u", round);
      fixture_assert_texts (scene);
    }
  g_rand_free (random);
}

/* Ten events on a chart of the size of a board's: the columns keep their height, and those whose day is known are the
 * ones with a number. */
static void
test_many_events_leave_the_columns (gconstpointer data)
{
  g_autoptr (NidaChartSpec) spec = spec_of (NIDA_STEP_YEAR, NIDA_STACK_NONE, FALSE);
  FixtureFact events[10];
  g_autoptr (NidaCube) cube = NULL;
  g_autoptr (NidaScene) scene = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (events); i++)
    events[i] = (FixtureFact) { .kind = NIDA_KIND_EVENT, .period = i == 8 ? "2023-02-06" : i == 9 ? "2023-09" : "2016",
                                .amount = NONE, .computed = NONE, .state = NIDA_STATE_HELD,
                                .text = i == 8 ? "Earthquakes" : i == 9 ? "Review" : "A shelter that is opened in this year",
                                .text_ar = "حدث" };
  cube = fixture_cube (spec, gifts, G_N_ELEMENTS (gifts), events, G_N_ELEMENTS (events));
  scene = fixture_scene (spec, cube, data, NIDA_TIME_LTR, 600, 356, 1);
  g_assert_cmpfloat (nida_scene_find (scene, "slot/2015")->box.height, >=, 0.4 * 356);
  g_assert_nonnull (nida_scene_find (scene, "key/more"));
  g_assert_nonnull (nida_scene_find (scene, "key/9"));
  g_assert_nonnull (nida_scene_find (scene, "key/10"));
  for (guint i = 0; i < G_N_ELEMENTS (events); i++)
    {
      g_autofree char *note = g_strdup_printf ("note/%u", i + 1);

      g_assert_nonnull (nida_scene_find (scene, note));
    }
  fixture_assert_texts (scene);
}

/* The rows of other years ask for nothing, or for less: the note names the year that the scale cannot reach. */
static void
test_requirement_above_is_the_largest (void)
{
  static const NidaMoney requirements[] = { 7863000000, 5000000000, 0, NIDA_MONEY_NONE, 0 };
  g_autoptr (NidaChartSpec) spec = spec_of (NIDA_STEP_YEAR, NIDA_STACK_NONE, FALSE);
  g_autoptr (GPtrArray) queries = nida_chart_spec_queries (spec);
  g_autoptr (NidaCube) cube = nida_cube_new (queries->pdata[0], NIDA_RULE_DISTINCT);
  g_autoptr (NidaScene) scene = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (requirements); i++)
    {
      g_autofree char *year = g_strdup_printf ("%u", 2021 + i);
      NidaCubeItem item = { .name = g_strdup (year), .period = fixture_period (year) };
      NidaCubeCell cell = { .item = { i }, .flows = 1 };

      for (guint k = 0; k < NIDA_N_MEASURES; k++)
        cell.values[k] = NIDA_MONEY_NONE;
      cell.values[NIDA_MEASURE_RECEIVED] = 500000 * NIDA_MONEY_UNIT;
      cell.values[NIDA_MEASURE_REQUIREMENT] = requirements[i] == NIDA_MONEY_NONE ? NIDA_MONEY_NONE
                                                                                 : requirements[i] * NIDA_MONEY_UNIT;
      nida_cube_take_item (cube, 0, &item);
      nida_cube_add_cell (cube, &cell);
    }
  scene = fixture_scene (spec, cube, "en", NIDA_TIME_LTR, 648, 356, 1);
  g_assert_nonnull (strstr (nida_scene_find (scene, "source")->text, "Required for 2021, above this scale: $7.86B."));
}

/* A long address is no name: who said it is named, or the host. */
static void
test_disagreement_names_who_said_it (void)
{
  static const struct { const char *said_by, *source, *words; } cases[] = {
    { "Mohamed Abdiker", "https://www.zawya.com/en/world/middle-east/iom-official", "Mohamed Abdiker" },
    { NULL, "https://www.zawya.com/en/world/middle-east/iom-official praises", "zawya.com" },
    { NULL, "Al-Rai, 4 February 2024", "Al-Rai, 4 February 2024" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (NidaChartSpec) spec = spec_of (NIDA_STEP_YEAR, NIDA_STACK_NONE, FALSE);
      g_autoptr (NidaCube) cube = fixture_cube (spec, gifts, G_N_ELEMENTS (gifts), statements, 1);
      NidaFact fact = { .row = 9, .kind = NIDA_KIND_REPORTED, .period = fixture_period ("2021..2024"),
                        .amount = 14000000 * NIDA_MONEY_UNIT, .computed = NIDA_MONEY_NONE,
                        .said_by = cases[i].said_by, .source = cases[i].source, .donor = "Kuwait", .recipient = "IOM" };
      g_autoptr (NidaScene) scene = NULL;

      nida_cube_add_fact (cube, &fact);
      scene = fixture_scene (spec, cube, "en", NIDA_TIME_LTR, 648, 356, 1);
      g_assert_nonnull (strstr (nida_scene_find (scene, "source")->text, cases[i].words));
      g_assert_null (strstr (nida_scene_find (scene, "source")->text, "https"));
    }
}

/* --- goldens ----------------------------------------------------------------------------------------------------- */

static void
test_golden (void)
{
  static const char * const directions[] = { "ltr", "rtl" };

  for (NidaTimeDirection direction = NIDA_TIME_LTR; direction <= NIDA_TIME_RTL; direction++)
    {
      g_autoptr (NidaChartSpec) years = spec_of (NIDA_STEP_YEAR, NIDA_STACK_NONE, FALSE);
      g_autoptr (NidaChartSpec) donors = spec_of (NIDA_STEP_MONTH, NIDA_STACK_AUTO, TRUE);
      g_autoptr (NidaChartSpec) running = spec_of (NIDA_STEP_MONTH, NIDA_STACK_CUMULATIVE, FALSE);
      g_autoptr (NidaCube) gifts_cube = fixture_cube (years, gifts, G_N_ELEMENTS (gifts), statements,
                                                      G_N_ELEMENTS (statements));
      g_autoptr (NidaCube) months_cube = fixture_cube (donors, months, G_N_ELEMENTS (months), NULL, 0);
      g_autoptr (NidaCube) running_cube = fixture_cube (running, months, G_N_ELEMENTS (months), NULL, 0);
      g_autoptr (NidaScene) a = fixture_scene (years, gifts_cube, "en", direction, 648, 356, 1);
      g_autoptr (NidaScene) b = fixture_scene (donors, months_cube, "en", direction, 648, 356, 1);
      g_autoptr (NidaScene) c = fixture_scene (running, running_cube, "en", direction, 480, 300, 1);
      g_autofree char *name_a = g_strdup_printf ("timeline-gifts-%s", directions[direction]);
      g_autofree char *name_b = g_strdup_printf ("timeline-donors-%s", directions[direction]);
      g_autofree char *name_c = g_strdup_printf ("timeline-running-%s", directions[direction]);

      fixture_assert_golden (a, name_a);
      fixture_assert_golden (b, name_b);
      fixture_assert_golden (c, name_c);
    }
}

/* Names that somebody chose are asked for one by one beside those that have hues; the others, and a long choice, are one group. */
static void
test_asks_for_chosen (void)
{
  static const char * const hued[] = { "A", "B", NULL };
  g_autoptr (NidaChartSpec) spec = spec_of (NIDA_STEP_MONTH, NIDA_STACK_AUTO, TRUE);

  for (guint n = 1; n <= 13; n++)
    {
      g_autoptr (NidaChartSpec) chosen = nida_chart_spec_copy (spec);
      g_autoptr (GPtrArray) queries = NULL;
      const NidaQuery *query;

      chosen->hued = g_strdupv ((char **) hued);
      for (guint i = 0; i < n; i++)
        {
          g_autofree char *name = i == 0 ? g_strdup ("B") : g_strdup_printf ("Donor %u", i);

          nida_query_add_filter (chosen->query, NIDA_FIELD_DONOR, name);
        }
      nida_query_add_filter (chosen->query, NIDA_FIELD_CATEGORY, "Food");
      queries = nida_chart_spec_queries (chosen);
      query = g_ptr_array_index (queries, 0);
      g_assert_cmpuint (g_strv_length (query->apart), ==, 2 + (n <= 12 ? n - 1 : 0));
      g_assert_true (g_strv_contains ((const char * const *) query->apart, "A"));
      g_assert_false (g_strv_contains ((const char * const *) query->apart, "Food"));
      g_assert_true (g_strv_contains ((const char * const *) query->apart, "Donor 1") == (n > 1 && n <= 12));
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/timeline/alone/has-its-year-and-a-legend-of-what-is-drawn", test_alone);
  g_test_add_func ("/timeline/asks/for-chosen-names-one-by-one", test_asks_for_chosen);
  g_test_add_func ("/timeline/rest/is-told-apart-from-a-name-other", test_rest_is_not_other);
  g_test_add_func ("/timeline/rest/is-not-numbered-where-its-names-are-not-known", test_rest_without_a_number);
  g_test_add_func ("/timeline/rest/in-a-tooltip-is-that-of-the-chart", test_rest_in_tooltip);
  g_test_add_func ("/timeline/without-a-rate/counts-what-the-sum-counts", test_without_a_rate);
  g_test_add_func ("/timeline/table/adds-up-to-the-chart", test_table_equals_chart);
  g_test_add_func ("/timeline/cumulative/ends-at-the-sum-and-never-slopes", test_cumulative_ends_at_sum);
  g_test_add_func ("/timeline/bars/begin-at-zero", test_bars_begin_at_zero);
  g_test_add_func ("/timeline/empty-period/keeps-its-place", test_empty_period_keeps_its_place);
  g_test_add_func ("/timeline/undated/stands-apart-and-is-named", test_undated_stands_apart);
  g_test_add_func ("/timeline/stated/has-no-number-of-flows", test_stated_sums);
  g_test_add_data_func ("/timeline/direction/en", "en", test_direction);
  g_test_add_data_func ("/timeline/direction/ar", "ar", test_direction);
  g_test_add_func ("/timeline/axis/stands-on-the-past-side", test_axis_on_the_past_side);
  g_test_add_func ("/timeline/span/is-one-band", test_span_is_one_band);
  g_test_add_func ("/timeline/coarse-date/is-not-january", test_coarse_date_is_not_january);
  g_test_add_func ("/timeline/sparse-past/is-gathered", test_sparse_past_is_gathered);
  g_test_add_func ("/timeline/chosen-step/without-room-is-the-next-coarser", test_chosen_step_has_no_room);
  g_test_add_func ("/timeline/mark/filters-by-period-and-name", test_click_filters);
  g_test_add_func ("/timeline/colour/survives-a-filter", test_colour_survives_a_filter);
  g_test_add_func ("/timeline/empty-and-one/have-an-answer", test_empty_and_one);
  g_test_add_func ("/timeline/events/eight-at-400-points", test_eight_events_at_400);
  g_test_add_data_func ("/timeline/labels/stay-apart-en", "en", test_labels_stay_apart);
  g_test_add_data_func ("/timeline/labels/stay-apart-ar", "ar", test_labels_stay_apart);
  g_test_add_data_func ("/timeline/events/leave-the-columns-their-height-en", "en", test_many_events_leave_the_columns);
  g_test_add_data_func ("/timeline/events/leave-the-columns-their-height-ar", "ar", test_many_events_leave_the_columns);
  g_test_add_func ("/timeline/requirement/above-the-scale-is-the-largest", test_requirement_above_is_the_largest);
  g_test_add_func ("/timeline/disagreement/names-who-said-it", test_disagreement_names_who_said_it);
  g_test_add_func ("/timeline/golden", test_golden);
  return g_test_run ();
}
