/* Lines, areas, bands, squares and dots under a brush: each place is that of the sums of the rows inside, on the scale of the
 * whole, whatever the kind of chart and the direction. */
#include "config.h"

#include "follow.h"

#include "brushed.h"
#include "sample.h"
#include "scene-builder.h"

#include <math.h>
#include <string.h>

#define DEAL 0.001     /* points */

static const char * const brushed_names[] = { "Food", "Health", "Shelter", NULL };

/* Gifts of some donors by day, in three clusters and countries; some corrections, so that a part can be above its whole. */
static NidaDataset *
gifts (gboolean corrections)
{
  static const char * const donors[] = { "Kuwait", "Qatar", "Oman", "Norway", "Japan", "Chad", NULL };
  static const char * const dates[] = { "2021-02-03", "2021-11-20", "2022-05-01", "2023-01-15", "2023-06-30", "2024-03-08", "2024-09" };
  static const char * const countries[] = { "Sudan", "Yemen", NULL };
  g_autoptr (GRand) random = g_rand_new_with_seed (77);
  SampleRow rows[160];

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    rows[i] = (SampleRow) { NIDA_KIND_PAID, dates[g_rand_int_range (random, 0, G_N_ELEMENTS (dates))], NULL, NULL,
                            brushed_names[g_rand_int_range (random, 0, 3)], NULL, donors[g_rand_int_range (random, 0, 7)], NULL,
                            g_rand_int_range (random, corrections && i % 6 == 0 ? -90000 : 1000, 100000),
                            countries[g_rand_int_range (random, 0, 3)] };
  return sample_dataset (rows, G_N_ELEMENTS (rows));
}

static NidaChartSpec *
spec_of (NidaChartKind kind)
{
  NidaChartSpec *spec = nida_chart_spec_new (kind);

  spec->measure = NIDA_MEASURE_PAID;
  spec->step = NIDA_STEP_YEAR;
  if (kind == NIDA_CHART_TIMELINE)
    spec->stack = NIDA_STACK_CUMULATIVE;
  else if (kind != NIDA_CHART_PACE)
    spec->query->by[spec->query->n_by++] = (NidaGroupBy) { NIDA_FIELD_DONOR, NIDA_STEP_NONE };
  return spec;
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

/* By brushable, its figure inside of @names. */
static NidaMoney *
figures_inside (NidaDataset         *dataset,
                const NidaChartSpec *spec,
                GArray              *brushables,
                const char * const  *names)
{
  g_autoptr (NidaLocalEngine) engine = nida_local_engine_new (dataset);
  g_autoptr (GArray) marks = g_array_new (FALSE, TRUE, sizeof (NidaBrushMark));
  g_autoptr (NidaBrushIndex) index = NULL;
  g_autoptr (GError) error = NULL;
  NidaBrushAxis axis = { { NIDA_FIELD_CATEGORY, NIDA_STEP_NONE }, brushed_names };
  NidaMoney *inside = g_new (NidaMoney, brushables->len + 1);
  NidaBrushChart chart;

  for (guint i = 0; i < brushables->len; i++)
    g_array_append_val (marks, g_array_index (brushables, NidaBrushable, i).brush);
  chart = (NidaBrushChart) { spec->query, step_of (spec), (const NidaBrushMark *) marks->data, marks->len };
  index = nida_local_engine_make_brush_index (engine, &axis, 1, &chart, 1, NULL, &error);
  g_assert_no_error (error);
  nida_brush_index_choose (index, &(NidaBrushRange) { .names = names });
  for (guint i = 0; i < brushables->len; i++)
    inside[i] = nida_brush_index_get (index, 0, i);
  return inside;
}

typedef struct {
  NidaDataset   *dataset;
  NidaChartSpec *spec;
  NidaScene     *scene, *brushed;
} Picture;

static void
picture_init (Picture            *self,
              NidaChartKind       kind,
              gboolean            corrections,
              gboolean            arabic,
              const char * const *names,
              const char * const *others)
{
  g_autofree NidaMoney *inside = NULL, *compared = NULL;
  g_autoptr (GArray) brushables = NULL;

  *self = (Picture) { gifts (corrections), spec_of (kind), NULL, NULL };
  self->scene = sample_scene (self->dataset, self->spec, (SampleFrame) { 648, 356, 1, arabic, NIDA_TIME_LTR });
  brushables = nida_scene_brushables (self->scene);
  g_assert_cmpuint (brushables->len, >, 0);
  inside = figures_inside (self->dataset, self->spec, brushables, names);
  if (others != NULL)
    compared = figures_inside (self->dataset, self->spec, brushables, others);
  self->brushed = nida_scene_brushed (self->scene, brushables, inside, compared, NULL);
}

static void
picture_clear (Picture *self)
{
  g_object_unref (self->dataset);
  nida_chart_spec_free (self->spec);
  g_object_unref (self->scene);
  g_object_unref (self->brushed);
}

/* --- the long way: ask for the rows of each figure --- */

static NidaMoney
ask (const Picture  *self,
     const NidaMark *mark,
     const char     *name)
{
  g_autoptr (NidaLocalEngine) engine = nida_local_engine_new (self->dataset);
  g_autoptr (NidaQuery) query = nida_query_new ();
  g_autoptr (NidaCube) cube = NULL;
  g_autoptr (GError) error = NULL;
  int of_category = -1;        /* not said, no, yes */
  NidaMoney money;

  g_assert_cmpuint (mark->n_rests, ==, 0);
  query->measures = 1u << NIDA_MEASURE_PAID;
  for (guint f = 0; f < mark->n_fields; f++)
    {
      if (mark->fields[f] == NIDA_FIELD_CATEGORY && name != NULL)
        of_category = g_str_equal (mark->values[f], name) ? 1 : 0;
      nida_query_add_filter (query, mark->fields[f], mark->values[f]);
    }
  if (of_category == 0)
    return 0;
  if (name != NULL && of_category < 0)
    nida_query_add_filter (query, NIDA_FIELD_CATEGORY, name);
  cube = nida_local_engine_query (engine, query, &error);
  g_assert_no_error (error);
  money = nida_cube_get_total (cube)->values[NIDA_MEASURE_PAID];
  return money == NIDA_MONEY_NONE ? 0 : money;
}

/* Each corner that moves stands where the sum of its rows stands on the scale of the whole, or at the edge of the chart. */
static guint
check_shape (const Picture  *self,
             const NidaNode *node)
{
  const NidaFollow *follow = node->follow;
  g_autofree char *key = g_strconcat (node->key, "/inside", NULL);
  const NidaNode *part = nida_scene_find (self->brushed, key);
  double top = INFINITY, foot = -INFINITY;

  g_assert_nonnull (part);
  g_assert_cmpfloat (nida_scene_find (self->brushed, node->key)->opacity, <, node->opacity / 2);
  for (guint i = 0; i < node->n_points; i++)
    {
      top = MIN (top, node->points[i].y);
      foot = MAX (foot, node->points[i].y);
    }
  for (guint i = 0; i < follow->points->len; i++)
    {
      const NidaFollowPoint *point = &g_array_index (follow->points, NidaFollowPoint, i);
      NidaMoney whole = 0, inside = 0;
      double expected;

      for (guint m = point->first; m < point->first + point->n; m++)
        {
          const NidaMark *mark = g_ptr_array_index (follow->marks, m);

          if (mark->n_rests > 0)
            return 0;
          whole += ask (self, mark, NULL);
          inside += ask (self, mark, "Food");
        }
      g_assert_cmpfloat_with_epsilon (point->foot - follow->unit * (double) whole, node->points[i].y, DEAL);
      expected = point->foot - follow->unit * (double) inside;
      if (node->shape == NIDA_SHAPE_LINE)
        expected = CLAMP (expected, MIN (top, point->foot), MAX (foot, point->foot));
      if (fabs (part->points[i].y - expected) > DEAL)
        g_error ("%s: corner %u stands at %g instead of %g", node->key, i, part->points[i].y, expected);
      g_assert_cmpfloat (part->points[i].x, ==, node->points[i].x);
    }
  return 1;
}

static void
check_kind (NidaChartKind kind,
            gboolean      corrections,
            guint         least)
{
  static const char * const food[] = { "Food", NULL };
  guint checked = 0;

  for (int arabic = FALSE; arabic <= TRUE; arabic++)
    {
      Picture picture;

      picture_init (&picture, kind, corrections, arabic, food, NULL);
      for (guint i = 0; i < nida_scene_get_n_nodes (picture.scene); i++)
        {
          const NidaNode *node = nida_scene_get_node (picture.scene, i);

          if (node->follow != NULL && node->follow->points->len > 0 && node->n_points > 0)
            checked += check_shape (&picture, node);
        }
      picture_clear (&picture);
    }
  g_assert_cmpuint (checked, >=, 2 * least);
}

static void
test_places (void)
{
  check_kind (NIDA_CHART_LINE, FALSE, 5);
  check_kind (NIDA_CHART_LINE, TRUE, 5);
  check_kind (NIDA_CHART_AREA, FALSE, 5);
  check_kind (NIDA_CHART_SLOPE, FALSE, 5);
  check_kind (NIDA_CHART_SLOPE, TRUE, 3);
  check_kind (NIDA_CHART_PACE, FALSE, 3);
  check_kind (NIDA_CHART_SANKEY, FALSE, 10);
  check_kind (NIDA_CHART_TIMELINE, FALSE, 1);
  check_kind (NIDA_CHART_TIMELINE, TRUE, 1);
}

/* All squares of a part together show its share, one after the other. */
static void
test_squares (void)
{
  static const char * const food[] = { "Food", NULL };
  Picture picture;
  guint checked = 0;

  picture_init (&picture, NIDA_CHART_WAFFLE, FALSE, FALSE, food, NULL);
  for (guint i = 0; i < nida_scene_get_n_nodes (picture.scene); i++)
    {
      const NidaNode *node = nida_scene_get_node (picture.scene, i);
      double shown = 0, before = 1, n = 0;

      if (node->mark == NULL || node->mark->n_rests > 0 || !g_str_has_prefix (node->key, "bar/"))
        continue;
      for (guint k = 0; k < nida_scene_get_n_nodes (picture.scene); k++)
        {
          const NidaNode *square = nida_scene_get_node (picture.scene, k), *part;
          g_autofree char *key = g_strconcat (square->key, "/inside", NULL);
          double share;

          if (square->follow == NULL || g_ptr_array_index (square->follow->marks, 0) != (gpointer) node->mark)
            continue;
          part = nida_scene_find (picture.brushed, key);
          share = part == NULL ? 0 : part->box.height / square->box.height;
          g_assert_true (share <= before + DEAL && (share < DEAL || before > 1 - DEAL));
          shown += share;
          before = share;
          n++;
        }
      g_assert_cmpfloat_with_epsilon (shown / n, (double) ask (&picture, node->mark, "Food") / (double) node->mark->money, DEAL);
      checked++;
    }
  g_assert_cmpuint (checked, >, 3);
  picture_clear (&picture);
}

/* A full dot is a pie of its share, a hollow one a ring; the dots of ranks too, whose lines only pale. */
static void
test_dots (void)
{
  static const char * const food[] = { "Food", NULL };
  const NidaChartKind kinds[] = { NIDA_CHART_DOTPLOT, NIDA_CHART_BUMP };
  guint hollow = 0, full = 0, lines = 0;

  for (guint k = 0; k < G_N_ELEMENTS (kinds); k++)
    {
      Picture picture;

      picture_init (&picture, kinds[k], FALSE, TRUE, food, NULL);
      for (guint i = 0; i < nida_scene_get_n_nodes (picture.scene); i++)
        {
          const NidaNode *node = nida_scene_get_node (picture.scene, i), *part;
          g_autofree char *key = g_strconcat (node->key, "/inside", NULL);

          part = nida_scene_find (picture.brushed, key);
          if (node->shape == NIDA_SHAPE_LINE && node->follow != NULL)
            {
              g_assert_null (part);
              g_assert_cmpfloat (nida_scene_find (picture.brushed, node->key)->opacity, <, 0.5);
              lines++;
            }
          if (node->shape != NIDA_SHAPE_CIRCLE || node->mark == NULL || part == NULL)
            continue;
          g_assert_cmpint (part->shape, ==, NIDA_SHAPE_SECTOR);
          g_assert_cmpfloat_with_epsilon ((part->to - part->from) / (2 * G_PI),
                                          (double) ask (&picture, node->mark, "Food") / (double) node->mark->money, DEAL);
          if (part->inner > 0)
            hollow++;
          else
            full++;
        }
      picture_clear (&picture);
    }
  g_assert_cmpuint (hollow, >, 3);
  g_assert_cmpuint (full, >, 10);
  g_assert_cmpuint (lines, >, 3);
}

/* Two selections: of a line each has one of its own, the second a double one, of a band half of its height. */
static void
test_two (void)
{
  static const char * const food[] = { "Food", NULL }, * const health[] = { "Health", NULL };
  Picture line, area;
  guint bands = 0, doubles = 0;

  picture_init (&line, NIDA_CHART_LINE, FALSE, FALSE, food, health);
  picture_init (&area, NIDA_CHART_AREA, FALSE, FALSE, food, health);
  for (guint i = 0; i < nida_scene_get_n_nodes (line.brushed); i++)
    {
      const NidaNode *node = nida_scene_get_node (line.brushed, i);

      if (node->shape == NIDA_SHAPE_LINE && g_str_has_suffix (node->key, "/inside"))
        g_assert_cmpint (node->stroke, ==, NIDA_COLOR_SELECTION);
      if (node->shape == NIDA_SHAPE_LINE && g_str_has_suffix (node->key, "/compared"))
        {
          g_autofree char *core = g_strconcat (node->key, "/core", NULL);

          g_assert_cmpint (node->stroke, ==, NIDA_COLOR_COMPARED);
          g_assert_cmpfloat (node->line_width, >, nida_scene_find (line.brushed, core)->line_width);
          g_assert_cmpint (nida_scene_find (line.brushed, core)->stroke, ==, NIDA_COLOR_CARD);
          doubles++;
        }
    }
  for (guint i = 0; i < nida_scene_get_n_nodes (area.scene); i++)
    {
      const NidaNode *node = nida_scene_get_node (area.scene, i), *inside, *compared;
      g_autofree char *one = g_strconcat (node->key, "/inside", NULL), *two = g_strconcat (node->key, "/compared", NULL);

      if (node->shape != NIDA_SHAPE_POLYGON || node->follow == NULL)
        continue;
      inside = nida_scene_find (area.brushed, one);
      compared = nida_scene_find (area.brushed, two);
      g_assert_nonnull (inside);
      g_assert_nonnull (compared);
      for (guint p = 0; p < node->n_points / 2; p++)
        {
          double foot = node->points[node->n_points - 1 - p].y, middle = (node->points[p].y + foot) / 2;

          g_assert_cmpfloat_with_epsilon (inside->points[node->n_points - 1 - p].y, middle, DEAL);
          g_assert_cmpfloat_with_epsilon (compared->points[node->n_points - 1 - p].y, foot, DEAL);
          g_assert_cmpfloat (compared->points[p].y, >=, middle - DEAL);
        }
      bands++;
    }
  g_assert_cmpuint (bands, >=, 5);
  g_assert_cmpuint (doubles, >=, 2);
  picture_clear (&line);
  picture_clear (&area);
}

/* The rank of a name is wholly inside where all of its figures are; one of which a part is outside pales. */
static void
test_rank_inside (void)
{
  g_autoptr (NidaDataset) dataset = gifts (FALSE);
  g_autoptr (NidaChartSpec) spec = spec_of (NIDA_CHART_BUMP);
  g_autoptr (NidaScene) scene = sample_scene (dataset, spec, SAMPLE_WIDE), brushed = NULL;
  g_autoptr (GArray) brushables = nida_scene_brushables (scene);
  g_autofree NidaMoney *inside = g_new0 (NidaMoney, brushables->len);
  guint whole = 0, pale = 0;

  for (guint i = 0; i < brushables->len; i++)
    {
      const NidaMark *mark = g_array_index (brushables, NidaBrushable, i).mark;

      for (guint k = 0; k < mark->n_fields; k++)
        if (mark->fields[k] == NIDA_FIELD_DONOR && g_str_equal (mark->values[k], "Kuwait"))
          inside[i] = mark->money;
    }
  brushed = nida_scene_brushed (scene, brushables, inside, NULL, NULL);
  for (guint i = 0; i < nida_scene_get_n_nodes (scene); i++)
    {
      const char *key = nida_scene_get_node (scene, i)->key;
      double opacity = nida_scene_find (brushed, key)->opacity;

      if (g_str_has_prefix (key, "line/Kuwait|"))
        {
          g_assert_cmpfloat (opacity, ==, 1);
          whole++;
        }
      else if (g_str_has_prefix (key, "line/"))
        {
          g_assert_cmpfloat (opacity, ==, NIDA_GHOST);
          pale++;
        }
    }
  g_assert_cmpuint (whole, >=, 1);
  g_assert_cmpuint (pale, >=, 2);
}

/* A line of which one figure is not known stays as it is. */
static void
test_unknown (void)
{
  g_autoptr (NidaDataset) dataset = gifts (FALSE);
  g_autoptr (NidaChartSpec) spec = spec_of (NIDA_CHART_LINE);
  g_autoptr (NidaScene) scene = sample_scene (dataset, spec, SAMPLE_WIDE), brushed = NULL;
  g_autoptr (GArray) brushables = nida_scene_brushables (scene);
  g_autofree NidaMoney *inside = g_new0 (NidaMoney, brushables->len);
  guint plain = 0, pale = 0;

  inside[0] = NIDA_MONEY_NONE;
  brushed = nida_scene_brushed (scene, brushables, inside, NULL, NULL);
  for (guint i = 0; i < nida_scene_get_n_nodes (scene); i++)
    {
      const NidaNode *node = nida_scene_get_node (scene, i);

      if (node->follow == NULL)
        continue;
      if (nida_scene_find (brushed, node->key)->opacity == node->opacity)
        plain++;
      else
        pale++;
    }
  g_assert_cmpuint (plain, ==, 1);
  g_assert_cmpuint (pale, >=, 4);
}

/* A copy elsewhere in a larger scene follows the same marks from there. */
static void
test_moved (void)
{
  g_autoptr (NidaSceneBuilder) builder = nida_scene_builder_new (100, 100, 1, TRUE), outer = nida_scene_builder_new (300, 300, 1, TRUE);
  const NidaPoint points[] = { { 10, 20 }, { 30, 40 } };
  NidaNode *line = nida_scene_builder_polyline (builder, "line", points, 2, NIDA_COLOR_TEXT, 1);
  NidaFollow *follow = nida_node_follow (line, 0.5);
  NidaMark *mark = nida_mark_new ("", "", "", 100);
  g_autoptr (NidaScene) scene = NULL, whole = NULL;

  nida_follow_mark (follow, mark);
  nida_follow_point (follow, 90, 0, 1);
  nida_mark_free (mark);
  scene = nida_scene_builder_end (builder);
  nida_scene_builder_append (outer, scene, "panel/", 50, 60);
  whole = nida_scene_builder_end (outer);
  follow = nida_scene_find (whole, "panel/line")->follow;
  g_assert_true (g_ptr_array_index (follow->marks, 0) == (gpointer) mark);
  g_assert_cmpfloat (g_array_index (follow->points, NidaFollowPoint, 0).foot, ==, 150);
  g_assert_cmpfloat (follow->unit, ==, 0.5);
}

static void
test_golden (void)
{
  static const struct { NidaChartKind kind; const char *name; } kinds[] = {
    { NIDA_CHART_LINE, "line" }, { NIDA_CHART_AREA, "area" }, { NIDA_CHART_SLOPE, "slope" }, { NIDA_CHART_DOTPLOT, "dotplot" },
    { NIDA_CHART_BUMP, "bump" }, { NIDA_CHART_WAFFLE, "waffle" }, { NIDA_CHART_SANKEY, "sankey" }, { NIDA_CHART_PACE, "pace" },
  };
  static const char * const food[] = { "Food", NULL }, * const health[] = { "Health", NULL };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    for (int arabic = FALSE; arabic <= TRUE; arabic++)
      {
        g_autofree char *name = g_strdup_printf ("brushed-%s-%s", kinds[i].name, arabic ? "rtl" : "ltr");
        Picture picture;

        picture_init (&picture, kinds[i].kind, FALSE, arabic, food, arabic ? health : NULL);
        sample_assert_golden (picture.brushed, name);
        picture_clear (&picture);
      }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/follow/places/are-those-of-the-rows-inside", test_places);
  g_test_add_func ("/follow/squares/are-filled-one-after-the-other", test_squares);
  g_test_add_func ("/follow/dots/are-pies-and-lines-of-ranks-pale", test_dots);
  g_test_add_func ("/follow/ranks/of-a-name-that-is-inside-stay", test_rank_inside);
  g_test_add_func ("/follow/two/lines-of-their-own-and-halves-of-bands", test_two);
  g_test_add_func ("/follow/unknown/stays-as-it-is", test_unknown);
  g_test_add_func ("/follow/moved/a-copy-follows-from-its-place", test_moved);
  g_test_add_func ("/follow/golden/both-directions", test_golden);
  return g_test_run ();
}
