/* What a brush leaves of a chart: shares from the right edge, ghosts behind, and figures of the marks themselves. */
#include "brushed.h"

#include "sample.h"
#include "scene-builder.h"

/* --- geometry --- */

static NidaNode *
add_bar (NidaSceneBuilder *builder,
         const char       *key,
         NidaBase          base,
         NidaMoney         money)
{
  NidaNode *node = nida_scene_builder_rect (builder, key, (NidaBox) { 100, 50, 80, 40 }, NIDA_COLOR_RECEIVED);
  NidaMark *mark = nida_mark_new (key, "", "", money);

  mark->measure = NIDA_MEASURE_RECEIVED;
  node->base = base;
  nida_scene_builder_mark (node, mark);
  return node;
}

static NidaScene *
bars (gboolean rtl)
{
  g_autoptr (NidaSceneBuilder) builder = nida_scene_builder_new (400, 300, 1, rtl);

  add_bar (builder, "start", NIDA_BASE_START, 1000);
  add_bar (builder, "end", NIDA_BASE_END, -1000);
  add_bar (builder, "foot", NIDA_BASE_BOTTOM, 1000);
  add_bar (builder, "top", NIDA_BASE_TOP, -1000);
  add_bar (builder, "none", NIDA_BASE_NONE, 1000);
  nida_scene_builder_rect (builder, "decoration", (NidaBox) { 0, 0, 10, 10 }, NIDA_COLOR_GRID);
  return nida_scene_builder_end (builder);
}

static void
assert_box (NidaScene  *scene,
            const char *key,
            double      x,
            double      y,
            double      width,
            double      height)
{
  const NidaNode *node = nida_scene_find (scene, key);

  g_assert_nonnull (node);
  g_assert_cmpfloat (node->box.x, ==, x);
  g_assert_cmpfloat (node->box.y, ==, y);
  g_assert_cmpfloat (node->box.width, ==, width);
  g_assert_cmpfloat (node->box.height, ==, height);
}

static void
test_edges (gconstpointer data)
{
  gboolean rtl = GPOINTER_TO_INT (data);
  g_autoptr (NidaScene) scene = bars (rtl), brushed = NULL;
  g_autoptr (GArray) marks = nida_scene_brushables (scene);
  const NidaMoney quarter[] = { 250, -250, 250, -250, 250 };
  double x = rtl ? 220 : 100;

  g_assert_cmpuint (marks->len, ==, 5);
  brushed = nida_scene_brushed (scene, marks, quarter, NULL, NULL);
  assert_box (brushed, "start/inside", rtl ? 280 : 100, 50, 20, 40);
  assert_box (brushed, "end/inside", rtl ? 220 : 160, 50, 20, 40);
  assert_box (brushed, "foot/inside", x, 80, 80, 10);
  assert_box (brushed, "top/inside", x, 50, 80, 10);
  g_assert_null (nida_scene_find (brushed, "none/inside"));
  /* the whole is a ghost in its place, and is still what is pointed at */
  assert_box (brushed, "start", x, 50, 80, 40);
  g_assert_cmpfloat (nida_scene_find (brushed, "start")->opacity, <, 0.5);
  g_assert_true (nida_scene_find (brushed, "start")->mark == nida_scene_find (scene, "start")->mark);
  g_assert_null (nida_scene_find (brushed, "start/inside")->mark);
  g_assert_cmpfloat (nida_scene_find (brushed, "decoration")->opacity, ==, 1);
  /* and the scene itself has not changed */
  g_assert_cmpfloat (nida_scene_find (scene, "start")->opacity, ==, 1);
}

/* What was written in the ink of a fill can still be read on its ghost. */
static void
test_ink (void)
{
  g_autoptr (NidaSceneBuilder) builder = nida_scene_builder_new (400, 300, 1, FALSE);
  g_autoptr (NidaScene) scene = NULL, brushed = NULL;
  g_autoptr (GArray) marks = NULL;
  const NidaMoney inside[] = { 250 };

  add_bar (builder, "bar", NIDA_BASE_BOTTOM, 1000);
  nida_scene_builder_text (builder, "share", (NidaBox) { 110, 60, 40, 18 }, NIDA_FONT_VALUE, NIDA_COLOR_INK_LIGHT, NIDA_ANCHOR_START, "45%");
  scene = nida_scene_builder_end (builder);
  marks = nida_scene_brushables (scene);
  brushed = nida_scene_brushed (scene, marks, inside, NULL, NULL);
  g_assert_cmpint (nida_scene_find (brushed, "share")->fill, ==, NIDA_COLOR_TEXT);
  g_assert_true (nida_scene_find (brushed, "share")->halo);
}

static void
test_unknown (void)
{
  g_autoptr (NidaScene) scene = bars (FALSE), brushed = NULL;
  g_autoptr (GArray) marks = nida_scene_brushables (scene);
  const NidaMoney inside[] = { NIDA_MONEY_NONE, 0, 1000, -2000, 0 };

  brushed = nida_scene_brushed (scene, marks, inside, NULL, NULL);
  g_assert_cmpfloat (nida_scene_find (brushed, "start")->opacity, ==, 1);
  g_assert_null (nida_scene_find (brushed, "start/inside"));
  g_assert_null (nida_scene_find (brushed, "end/inside"));
  assert_box (brushed, "foot/inside", 100, 50, 80, 40);
  assert_box (brushed, "top/inside", 100, 50, 80, 40);
}

/* Two selections: each has half of the breadth, whichever is larger. */
static void
test_two (gconstpointer data)
{
  gboolean rtl = GPOINTER_TO_INT (data);
  g_autoptr (NidaScene) scene = bars (rtl), brushed = NULL;
  g_autoptr (GArray) marks = nida_scene_brushables (scene);
  const NidaMoney first[] = { 500, 0, 500, 0, 0 }, second[] = { 1000, -250, 250, NIDA_MONEY_NONE, 0 };

  brushed = nida_scene_brushed (scene, marks, first, second, NULL);
  assert_box (brushed, "start/inside", rtl ? 260 : 100, 50, 40, 19);
  assert_box (brushed, "start/compared", rtl ? 220 : 100, 71, 80, 19);
  assert_box (brushed, "end/compared", rtl ? 220 : 160, 71, 20, 19);
  assert_box (brushed, "foot/inside", rtl ? 261 : 100, 70, 39, 20);
  assert_box (brushed, "foot/compared", rtl ? 220 : 141, 80, 39, 10);
  g_assert_null (nida_scene_find (brushed, "end/inside"));
  g_assert_null (nida_scene_find (brushed, "top/compared"));
  g_assert_cmpint (nida_scene_find (brushed, "start/inside")->fill, ==, NIDA_COLOR_SELECTION);
  g_assert_cmpint (nida_scene_find (brushed, "start/compared")->fill, ==, NIDA_COLOR_COMPARED);
  g_assert_cmpint (nida_scene_find (brushed, "start/inside")->stroke, ==, NIDA_COLOR_NONE);
  g_assert_cmpint (nida_scene_find (brushed, "start/compared")->stroke, ==, NIDA_COLOR_TEXT);
}

/* A part that has no room for an edge is all colour; a hollow dot has a half of its way round for each. */
static void
test_two_of_small (void)
{
  g_autoptr (NidaSceneBuilder) builder = nida_scene_builder_new (400, 300, 1, FALSE);
  NidaNode *thin = add_bar (builder, "thin", NIDA_BASE_START, 1000), *dot;
  NidaMark *mark = nida_mark_new ("dot", "", "", 1000);
  g_autoptr (NidaScene) scene = NULL, brushed = NULL;
  g_autoptr (GArray) marks = NULL;
  const NidaMoney first[] = { 1000, 1000 }, second[] = { 1000, 500 };
  const NidaNode *half;

  thin->box.height = 7;
  dot = nida_scene_builder_circle (builder, "dot", (NidaPoint) { 50, 50 }, 5, NIDA_COLOR_CARD);
  dot->stroke = NIDA_COLOR_RECEIVED;
  dot->line_width = 1.5;
  dot->base = NIDA_BASE_ANGLE;
  mark->measure = NIDA_MEASURE_RECEIVED;
  nida_scene_builder_mark (dot, mark);
  scene = nida_scene_builder_end (builder);
  marks = nida_scene_brushables (scene);
  brushed = nida_scene_brushed (scene, marks, first, second, NULL);
  g_assert_cmpint (nida_scene_find (brushed, "thin/compared")->fill, ==, NIDA_COLOR_COMPARED);
  g_assert_cmpint (nida_scene_find (brushed, "thin/compared")->stroke, ==, NIDA_COLOR_NONE);
  half = nida_scene_find (brushed, "dot/inside");
  g_assert_cmpint (half->fill, ==, NIDA_COLOR_SELECTION);
  g_assert_cmpfloat (half->outer - half->inner, ==, 1.5);
  g_assert_cmpfloat_with_epsilon (half->to - half->from, G_PI, 1e-9);
  half = nida_scene_find (brushed, "dot/compared");
  g_assert_cmpint (half->fill, ==, NIDA_COLOR_COMPARED);
  g_assert_cmpfloat_with_epsilon (half->from, G_PI, 1e-9);
  g_assert_cmpfloat_with_epsilon (half->to, 1.5 * G_PI, 1e-9);
}

/* The key of a hue stays as it is with one selection, whose marks keep their hues, and pales with two, which take them. */
static void
test_two_and_keys (void)
{
  g_autoptr (NidaSceneBuilder) builder = nida_scene_builder_new (400, 300, 1, FALSE);
  g_autoptr (NidaScene) scene = NULL, one = NULL, two = NULL;
  g_autoptr (GArray) marks = NULL;
  const NidaMoney first[] = { 500 }, second[] = { 250 };

  add_bar (builder, "bar", NIDA_BASE_START, 1000)->fill = NIDA_COLOR_SERIES_1;
  nida_scene_builder_rect (builder, "swatch", (NidaBox) { 10, 10, 8, 8 }, NIDA_COLOR_SERIES_1);
  nida_scene_builder_rect (builder, "axis", (NidaBox) { 10, 90, 8, 8 }, NIDA_COLOR_AXIS);
  scene = nida_scene_builder_end (builder);
  marks = nida_scene_brushables (scene);
  one = nida_scene_brushed (scene, marks, first, NULL, NULL);
  two = nida_scene_brushed (scene, marks, first, second, NULL);
  g_assert_cmpint (nida_scene_find (one, "bar/inside")->fill, ==, NIDA_COLOR_SERIES_1);
  g_assert_cmpfloat (nida_scene_find (one, "swatch")->opacity, ==, 1);
  g_assert_cmpfloat (nida_scene_find (two, "swatch")->opacity, ==, NIDA_GHOST);
  g_assert_cmpfloat (nida_scene_find (two, "axis")->opacity, ==, 1);
}

/* Of two selections, too, what is missing looks other than what was received. */
static void
test_two_of_needs (void)
{
  g_autoptr (NidaSceneBuilder) builder = nida_scene_builder_new (400, 300, 1, FALSE);
  NidaNode *gap = add_bar (builder, "gap", NIDA_BASE_START, 1000), *pledged = add_bar (builder, "pledged", NIDA_BASE_START, 1000);
  g_autoptr (NidaScene) scene = NULL, brushed = NULL;
  g_autoptr (GArray) marks = NULL;
  const NidaMoney first[] = { 500, 500 }, second[] = { 250, 250 };

  gap->mark->need = pledged->mark->need = TRUE;
  gap->fill = NIDA_COLOR_GAP;
  gap->pattern = NIDA_PATTERN_HATCH;
  pledged->fill = NIDA_COLOR_PLEDGED;
  scene = nida_scene_builder_end (builder);
  marks = nida_scene_brushables (scene);
  brushed = nida_scene_brushed (scene, marks, first, second, NULL);
  g_assert_cmpint (nida_scene_find (brushed, "gap/inside")->pattern, ==, NIDA_PATTERN_HATCH);
  g_assert_cmpint (nida_scene_find (brushed, "gap/inside")->fill, ==, NIDA_COLOR_SELECTION);
  g_assert_cmpint (nida_scene_find (brushed, "gap/compared")->stroke, ==, NIDA_COLOR_COMPARED);
  g_assert_cmpint (nida_scene_find (brushed, "pledged/inside")->fill, ==, NIDA_COLOR_CARD);
  g_assert_cmpint (nida_scene_find (brushed, "pledged/inside")->stroke, ==, NIDA_COLOR_SELECTION);
}

static void
test_share (void)
{
  g_assert_cmpfloat (nida_brushed_share (5, 10), ==, 0.5);
  g_assert_cmpfloat (nida_brushed_share (-5, -10), ==, 0.5);
  g_assert_cmpfloat (nida_brushed_share (20, 10), ==, 1);
  g_assert_cmpfloat (nida_brushed_share (-5, 10), ==, 0);
  g_assert_cmpfloat (nida_brushed_share (5, 0), ==, 0);
}

/* --- figures --- */

/* Donors enough for "others", cells that list several, and some that do not say. */
static NidaDataset *
many_donors (void)
{
  static const char * const names[] = { "Kuwait", "Qatar", "Oman", "Bahrain", "Norway", "Japan", "Chad", "Peru", "Fiji", "Cuba",
                                        "Iraq", "Mali", "Togo", "Laos", "Guam", "Kuwait, Qatar", NULL };
  static const char * const dates[] = { "2020-03", "2020-11", "2021-05", "2022-02", "2020..2022", "2023", NULL };
  g_autoptr (GRand) random = g_rand_new_with_seed (5);
  SampleRow rows[400];

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    rows[i] = (SampleRow) { i % 9 == 0 ? NIDA_KIND_PLEDGE : NIDA_KIND_PAID, dates[g_rand_int_range (random, 0, 7)],
                            NULL, NULL, i % 3 == 0 ? "Food" : i % 7 == 0 ? "Health" : "Shelter", NULL,
                            names[g_rand_int_range (random, 0, 17)], NULL, g_rand_int_range (random, 1, 100000),
                            i % 4 == 0 ? "Sudan" : i % 5 == 0 ? "Yemen, Syria" : i % 7 == 0 ? NULL : "Chad" };
  return sample_dataset (rows, G_N_ELEMENTS (rows));
}

static NidaStep
step_of (const NidaChartSpec *spec)
{
  g_autoptr (GPtrArray) queries = nida_chart_spec_queries (spec);
  NidaQuery *query = g_ptr_array_index (queries, 0);

  for (guint i = 0; i < query->n_by; i++)
    if (query->by[i].field == NIDA_FIELD_DATE)
      return query->by[i].step;
  return NIDA_STEP_NONE;
}

/* With everything inside, the figure of each mark is the one that is drawn. */
static void
check_whole (NidaDataset   *dataset,
             NidaChartKind  kind,
             NidaField      split,
             NidaStep       step,
             NidaField      panels,
             guint          least)
{
  g_autoptr (NidaChartSpec) spec = nida_chart_spec_new (kind);
  g_autoptr (NidaLocalEngine) engine = nida_local_engine_new (dataset);
  g_autoptr (NidaScene) scene = NULL;
  g_autoptr (GArray) marks = NULL, plain = g_array_new (FALSE, TRUE, sizeof (NidaBrushMark));
  g_autoptr (NidaBrushIndex) index = NULL;
  g_autoptr (GError) error = NULL;
  static const char * const inside[] = { "Food", "Health", "Shelter", NULL };
  NidaBrushAxis axis = { { NIDA_FIELD_CATEGORY, NIDA_STEP_NONE }, inside };
  NidaBrushChart chart;

  spec->measure = NIDA_MEASURE_PAID;
  spec->step = step;
  spec->panels = panels;
  if (split != NIDA_FIELD_NONE)
    spec->query->by[spec->query->n_by++] = (NidaGroupBy) { split, NIDA_STEP_NONE };
  scene = sample_scene (dataset, spec, (SampleFrame) { 648, 356, 1, FALSE, NIDA_TIME_LTR });
  marks = nida_scene_brushables (scene);
  g_assert_cmpuint (marks->len, >=, least);
  for (guint i = 0; i < marks->len; i++)
    g_array_append_val (plain, g_array_index (marks, NidaBrushable, i).brush);
  chart = (NidaBrushChart) { spec->query, step_of (spec), (const NidaBrushMark *) plain->data, plain->len };
  index = nida_local_engine_make_brush_index (engine, &axis, 1, &chart, 1, NULL, &error);
  g_assert_no_error (error);
  nida_brush_index_choose (index, &(NidaBrushRange) { .names = inside });
  for (guint i = 0; i < marks->len; i++)
    {
      const NidaMark *mark = g_array_index (marks, NidaBrushable, i).mark;
      g_autofree char *filter = nida_mark_dup_filter (mark);

      if (nida_brush_index_get (index, 0, i) != mark->money)
        g_error ("%s (%s) is drawn as %" G_GINT64_FORMAT ", and the brush has %" G_GINT64_FORMAT, nida_mark_get_label (mark), filter, mark->money,
                 nida_brush_index_get (index, 0, i));
    }
}

static void
test_whole (void)
{
  g_autoptr (NidaDataset) dataset = many_donors ();

  check_whole (dataset, NIDA_CHART_NUMBER, NIDA_FIELD_NONE, NIDA_STEP_NONE, NIDA_FIELD_NONE, 1);
  check_whole (dataset, NIDA_CHART_RANKING, NIDA_FIELD_DONOR, NIDA_STEP_NONE, NIDA_FIELD_NONE, 8);
  check_whole (dataset, NIDA_CHART_PARTS, NIDA_FIELD_DONOR, NIDA_STEP_NONE, NIDA_FIELD_NONE, 5);
  check_whole (dataset, NIDA_CHART_TREEMAP, NIDA_FIELD_DONOR, NIDA_STEP_NONE, NIDA_FIELD_NONE, 8);
  check_whole (dataset, NIDA_CHART_SANKEY, NIDA_FIELD_DONOR, NIDA_STEP_NONE, NIDA_FIELD_NONE, 30);
  check_whole (dataset, NIDA_CHART_RANKING, NIDA_FIELD_DONOR, NIDA_STEP_NONE, NIDA_FIELD_COUNTRY, 4);
  check_whole (dataset, NIDA_CHART_TIMELINE, NIDA_FIELD_NONE, NIDA_STEP_YEAR, NIDA_FIELD_CATEGORY, 6);
  check_whole (dataset, NIDA_CHART_TILE_MAP, NIDA_FIELD_NONE, NIDA_STEP_NONE, NIDA_FIELD_NONE, 4);
  check_whole (dataset, NIDA_CHART_TIMELINE, NIDA_FIELD_NONE, NIDA_STEP_YEAR, NIDA_FIELD_NONE, 4);
  check_whole (dataset, NIDA_CHART_TIMELINE, NIDA_FIELD_DONOR, NIDA_STEP_YEAR, NIDA_FIELD_NONE, 12);
  check_whole (dataset, NIDA_CHART_TIMELINE, NIDA_FIELD_DONOR, NIDA_STEP_MONTH, NIDA_FIELD_NONE, 12);
  check_whole (dataset, NIDA_CHART_HEATMAP, NIDA_FIELD_DONOR, NIDA_STEP_YEAR, NIDA_FIELD_NONE, 12);
  check_whole (dataset, NIDA_CHART_LINE, NIDA_FIELD_DONOR, NIDA_STEP_YEAR, NIDA_FIELD_NONE, 12);
  check_whole (dataset, NIDA_CHART_AREA, NIDA_FIELD_DONOR, NIDA_STEP_MONTH, NIDA_FIELD_NONE, 12);
  check_whole (dataset, NIDA_CHART_DOTPLOT, NIDA_FIELD_DONOR, NIDA_STEP_YEAR, NIDA_FIELD_NONE, 8);
  check_whole (dataset, NIDA_CHART_SLOPE, NIDA_FIELD_DONOR, NIDA_STEP_YEAR, NIDA_FIELD_NONE, 8);
  check_whole (dataset, NIDA_CHART_BUMP, NIDA_FIELD_DONOR, NIDA_STEP_YEAR, NIDA_FIELD_NONE, 12);
}

/* --- notes --- */

static NidaScene *
scene_with_notes (NidaDataset *dataset)
{
  g_autoptr (NidaChartSpec) spec = nida_chart_spec_new (NIDA_CHART_TIMELINE);

  spec->step = NIDA_STEP_YEAR;
  nida_note_add_value (nida_chart_spec_add_note (spec, "Most of all years", NULL), NIDA_FIELD_DATE, "2023");
  return sample_scene (dataset, spec, (SampleFrame) { 900, 500, 1, FALSE, NIDA_TIME_LTR });
}

/* What is written beside the marks, by a person or of an event, gives way to what is inside, and to nothing else. */
static void
test_notes (void)
{
  static const SampleRow rows[] = {
    { NIDA_KIND_PAID, "2021", .donor = "Kuwait", .amount = 20 }, { NIDA_KIND_PAID, "2022", .donor = "Kuwait", .amount = 30 },
    { NIDA_KIND_PAID, "2023", .donor = "Kuwait", .amount = 40 }, { NIDA_KIND_EVENT, "2021-05-04", .donor = "Kuwait", .words = "A visit" },
  };
  g_autoptr (NidaDataset) dataset = sample_dataset (rows, G_N_ELEMENTS (rows));
  g_autoptr (NidaScene) scene = scene_with_notes (dataset), brushed = NULL;
  g_autoptr (GArray) marks = nida_scene_brushables (scene);
  g_autofree NidaMoney *inside = g_new0 (NidaMoney, marks->len + 1);
  guint n_notes = 0;

  brushed = nida_scene_brushed (scene, marks, inside, NULL, NULL);
  for (guint i = 0; i < nida_scene_get_n_nodes (scene); i++)
    {
      const NidaNode *node = nida_scene_get_node (scene, i), *under = nida_scene_find (brushed, node->key);
      gboolean note = g_str_has_prefix (node->key, "own-note/") || g_str_has_prefix (node->key, "note/") || g_str_has_prefix (node->key, "leader/");

      n_notes += note && node->shape == NIDA_SHAPE_TEXT;
      g_assert_cmpfloat (node->opacity, ==, 1);
      g_assert_true (under->mark == node->mark);
      if (note)
        g_assert_cmpfloat (under->opacity, <=, NIDA_GHOST);
      else if (node->shape == NIDA_SHAPE_TEXT)
        g_assert_cmpfloat (under->opacity, ==, 1);
    }
  g_assert_cmpuint (n_notes, ==, 2);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/brushed/ltr/shares-grow-from-their-edge", GINT_TO_POINTER (FALSE), test_edges);
  g_test_add_data_func ("/brushed/rtl/shares-grow-from-their-edge", GINT_TO_POINTER (TRUE), test_edges);
  g_test_add_func ("/brushed/ink/of-a-fill-is-read-on-its-ghost", test_ink);
  g_test_add_data_func ("/brushed/ltr/two-selections-have-half-of-a-mark-each", GINT_TO_POINTER (FALSE), test_two);
  g_test_add_data_func ("/brushed/rtl/two-selections-have-half-of-a-mark-each", GINT_TO_POINTER (TRUE), test_two);
  g_test_add_func ("/brushed/unknown/stays-as-it-is", test_unknown);
  g_test_add_func ("/brushed/two/gap-and-pledge-keep-their-looks", test_two_of_needs);
  g_test_add_func ("/brushed/two/small-parts-are-all-colour", test_two_of_small);
  g_test_add_func ("/brushed/two/keys-of-hues-pale", test_two_and_keys);
  g_test_add_func ("/brushed/share/is-of-the-whole", test_share);
  g_test_add_func ("/brushed/whole/is-what-is-drawn", test_whole);
  g_test_add_func ("/brushed/notes/fade-while-there-is-a-brush", test_notes);
  return g_test_run ();
}
