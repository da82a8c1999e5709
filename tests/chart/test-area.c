/* Stacked areas: parts that meet, the whole at the top, what cannot be stacked. */
#include "config.h"

#include "brushed.h"
#include "paint.h"
#include "sample.h"

#include <string.h>

static const SampleRow gifts[] = {
  { NIDA_KIND_PAID, "2022", .donor = "Donor 1", .donor_ar = "المانح 1", .amount = 40 },
  { NIDA_KIND_PAID, "2023", .donor = "Donor 1", .donor_ar = "المانح 1", .amount = 90 },
  { NIDA_KIND_PAID, "2024", .donor = "Donor 1", .donor_ar = "المانح 1", .amount = 70 },
  { NIDA_KIND_PAID, "2022", .donor = "Donor 2", .donor_ar = "المانح 2", .amount = 10 },
  { NIDA_KIND_PAID, "2024", .donor = "Donor 2", .donor_ar = "المانح 2", .amount = 35 },
  { NIDA_KIND_PAID, "2023", .donor = "Donor 3", .donor_ar = "المانح 3", .amount = 20 },
  { NIDA_KIND_PAID, "2024", .donor = "Donor 3", .donor_ar = "المانح 3", .amount = 15 },
  { NIDA_KIND_PAID, "2024", .donor = "Donor 6", .amount = 5 },
  { NIDA_KIND_PAID, "2024", .donor = "Donor 7", .amount = 4 },
  { NIDA_KIND_PAID, "2024", .amount = 30 },
};

static NidaScene *
stepped_scene_of (const SampleRow *rows,
                  guint            n,
                  NidaStep         step,
                  NidaMeasure      measure,
                  guint            top)
{
  g_autoptr (NidaDataset) dataset = sample_dataset (rows, n);
  g_autoptr (NidaChartSpec) spec = nida_chart_spec_new (NIDA_CHART_AREA);

  spec->step = step;
  spec->measure = measure;
  spec->top = top;
  return sample_scene (dataset, spec, SAMPLE_WIDE);
}

static NidaScene *
scene_of (const SampleRow *rows,
          guint            n,
          NidaMeasure      measure,
          guint            top)
{
  return stepped_scene_of (rows, n, NIDA_STEP_NONE, measure, top);
}

static void
test_stack (void)
{
  g_autoptr (NidaScene) scene = scene_of (gifts, G_N_ELEMENTS (gifts), NIDA_MEASURE_RECEIVED, 3);
  const char *order[] = { "Donor 1", "Donor 2", "Donor 3", "+other", "+not-stated" };
  const NidaNode *before = NULL;
  double height = 0;

  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    {
      g_autofree char *key = g_strconcat ("cell/", order[i], "|2024", NULL);
      const NidaNode *node = nida_scene_find (scene, key);

      if (before != NULL)
        g_assert_cmpfloat_with_epsilon (node->box.y + node->box.height, before->box.y, 0.01);
      height += node->box.height;
      before = node;
    }
  g_assert_cmpfloat_with_epsilon (nida_scene_find (scene, "cell/Donor 1|2024")->box.height / height, 70.0 / 159.0, 0.001);
  g_assert_null (nida_scene_find (scene, "cell/Donor 2|2023"));
  g_assert_cmpint (nida_scene_find (scene, "area/+other")->fill, ==, NIDA_COLOR_OTHER);
  g_assert_cmpint (nida_scene_find (scene, "area/+not-stated")->pattern, ==, NIDA_PATTERN_HATCH);
  g_assert_cmpuint (nida_scene_find (scene, "cell/+other|2024")->mark->n_fields, ==, 1);
  g_assert_cmpint (sample_table_sum (scene, 2), ==, 319 * NIDA_MONEY_UNIT);
}

/* Flat within a period: a staircase. */
static void
test_steps (void)
{
  g_autoptr (NidaScene) scene = scene_of (gifts, G_N_ELEMENTS (gifts), NIDA_MEASURE_RECEIVED, 0);
  const NidaNode *node = nida_scene_find (scene, "area/Donor 1");

  g_assert_cmpuint (node->n_points, ==, 12);
  for (guint k = 1; k < node->n_points; k++)
    g_assert_true (node->points[k].x == node->points[k - 1].x || node->points[k].y == node->points[k - 1].y);
}

/* Donors beyond those of the document's hues, as those of a region may all be, are parts of what was received: shades of it. Of small
 * charts one would be another donor in each. */
static void
test_shades (void)
{
  static const char * const donors[] = { "Kuwait", "Qatar", "Oman", "Donor 2" };
  SampleRow rows[G_N_ELEMENTS (donors)];
  g_autoptr (NidaDataset) dataset = NULL;
  g_autoptr (NidaChartSpec) spec = nida_chart_spec_new (NIDA_CHART_AREA);
  g_autoptr (NidaScene) scene = NULL, small = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (donors); i++)
    rows[i] = (SampleRow) { NIDA_KIND_PAID, "2024", .category = "Food", .donor = donors[i], .amount = 100 - 10 * (int) i };
  scene = scene_of (rows, G_N_ELEMENTS (rows), NIDA_MEASURE_RECEIVED, 0);
  g_assert_cmpint (nida_scene_find (scene, "area/Kuwait")->fill, ==, NIDA_COLOR_STEP_1);
  g_assert_cmpint (nida_scene_find (scene, "area/Qatar")->fill, ==, NIDA_COLOR_STEP_3);
  g_assert_cmpint (nida_scene_find (scene, "area/Oman")->fill, ==, NIDA_COLOR_STEP_5);
  g_assert_cmpint (nida_scene_find (scene, "area/Donor 2")->fill, ==, NIDA_COLOR_SERIES_2);
  spec->panels = NIDA_FIELD_CATEGORY;
  spec->query->by[spec->query->n_by++] = (NidaGroupBy) { NIDA_FIELD_DONOR, NIDA_STEP_NONE };
  dataset = sample_dataset (rows, G_N_ELEMENTS (rows));
  small = sample_scene (dataset, spec, SAMPLE_WIDE);
  g_assert_cmpint (nida_scene_find (small, "panel/Food/area/Kuwait")->fill, ==, NIDA_COLOR_OTHER);
}

/* Stacked columns have the same: where fewer than five donors have a hue the largest of the others are told apart by shades, up to five in all. */
static void
test_columns_of_shades (void)
{
  static const char * const donors[] = { "Donor 1", "Donor 2", "Kuwait", "Qatar", "Oman", "Bahrain", "Yemen" };
  SampleRow rows[G_N_ELEMENTS (donors)];
  g_autoptr (NidaDataset) dataset = NULL;
  g_autoptr (NidaChartSpec) spec = nida_chart_spec_new (NIDA_CHART_TIMELINE);
  g_autoptr (NidaScene) scene = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (donors); i++)
    rows[i] = (SampleRow) { NIDA_KIND_PAID, "2024-02", .donor = donors[i], .amount = 100 + 10 * (int) i };
  dataset = sample_dataset (rows, G_N_ELEMENTS (rows));
  spec->query->by[spec->query->n_by++] = (NidaGroupBy) { NIDA_FIELD_DONOR, NIDA_STEP_NONE };
  scene = sample_scene (dataset, spec, SAMPLE_WIDE);
  g_assert_cmpint (nida_scene_find (scene, "bar/2024-02/Donor 1")->fill, ==, NIDA_COLOR_SERIES_1);
  g_assert_cmpint (nida_scene_find (scene, "bar/2024-02/Donor 2")->fill, ==, NIDA_COLOR_SERIES_2);
  g_assert_cmpint (nida_scene_find (scene, "bar/2024-02/Yemen")->fill, ==, NIDA_COLOR_STEP_1);
  g_assert_cmpint (nida_scene_find (scene, "bar/2024-02/Bahrain")->fill, ==, NIDA_COLOR_STEP_3);
  g_assert_cmpint (nida_scene_find (scene, "bar/2024-02/Oman")->fill, ==, NIDA_COLOR_STEP_5);
  g_assert_cmpint (nida_scene_find (scene, "bar/2024-02/Oman")->stroke, ==, NIDA_COLOR_STEP_2);
  g_assert_null (nida_scene_find (scene, "bar/2024-02/Kuwait"));
  g_assert_cmpint (nida_scene_find (scene, "bar/2024-02/other")->mark->money, ==, (120 + 130) * NIDA_MONEY_UNIT);
  g_assert_cmpint (nida_scene_find (scene, "bar/2024-02/Oman")->mark->money, ==, 140 * NIDA_MONEY_UNIT);
}

/* Corrections hang from the line of zero, one below the other, and take nothing from what stands on it. */
static void
test_below_zero (void)
{
  const SampleRow rows[] = {
    { NIDA_KIND_PAID, "2023", .donor = "A", .amount = 100 },
    { NIDA_KIND_PAID, "2023", .donor = "B", .amount = -40 },
    { NIDA_KIND_PAID, "2023", .donor = "C", .amount = 60 },
    { NIDA_KIND_PAID, "2023", .donor = "D", .amount = -20 },
    { NIDA_KIND_PAID, "2024", .donor = "A", .amount = -10 },
    { NIDA_KIND_PAID, "2024", .donor = "B", .amount = 90 },
  };
  g_autoptr (NidaScene) scene = scene_of (rows, G_N_ELEMENTS (rows), NIDA_MEASURE_RECEIVED, 0);
  double zero = nida_scene_find (scene, "axis/foot")->box.y;
  const NidaNode *a = nida_scene_find (scene, "cell/A|2023"), *b = nida_scene_find (scene, "cell/B|2023"), *c = nida_scene_find (scene, "cell/C|2023");
  const NidaNode *d = nida_scene_find (scene, "cell/D|2023"), *fallen = nida_scene_find (scene, "cell/A|2024"), *risen = nida_scene_find (scene, "cell/B|2024");
  const double point = a->box.height / 100;
  const NidaNode *higher = a->box.y < c->box.y ? a : c, *lower = higher == a ? c : a;
  const NidaNode *deeper = b->box.y > d->box.y ? b : d, *nearer = deeper == b ? d : b;

  g_assert_null (nida_scene_find (scene, "message"));
  g_assert_cmpfloat_with_epsilon (lower->box.y + lower->box.height, zero, 0.01);
  g_assert_cmpfloat_with_epsilon (higher->box.y + higher->box.height, lower->box.y, 0.01);
  g_assert_cmpfloat_with_epsilon (nearer->box.y, zero, 0.01);
  g_assert_cmpfloat_with_epsilon (deeper->box.y, nearer->box.y + nearer->box.height, 0.01);
  g_assert_cmpfloat_with_epsilon (c->box.height, 60 * point, 0.01);
  g_assert_cmpfloat_with_epsilon (b->box.height, 40 * point, 0.01);
  g_assert_cmpfloat_with_epsilon (d->box.height, 20 * point, 0.01);
  g_assert_cmpfloat_with_epsilon (fallen->box.y, zero, 0.01);
  g_assert_cmpfloat_with_epsilon (fallen->box.height, 10 * point, 0.01);
  g_assert_cmpfloat_with_epsilon (risen->box.y + risen->box.height, zero, 0.01);
  g_assert_cmpint (b->mark->money, ==, -40 * NIDA_MONEY_UNIT);
  g_assert_cmpint (sample_table_sum (scene, 2), ==, 180 * NIDA_MONEY_UNIT);
}

/* Half of what hangs below zero is inside a brush: that half hangs from the same foot. */
static void
test_brushed_below_zero (void)
{
  const SampleRow rows[] = {
    { NIDA_KIND_PAID, "2023", .donor = "A", .amount = 100 },
    { NIDA_KIND_PAID, "2023", .donor = "B", .amount = -40 },
    { NIDA_KIND_PAID, "2024", .donor = "A", .amount = 80 },
    { NIDA_KIND_PAID, "2024", .donor = "B", .amount = 90 },
  };
  g_autoptr (NidaScene) scene = scene_of (rows, G_N_ELEMENTS (rows), NIDA_MEASURE_RECEIVED, 0), brushed = NULL;
  g_autoptr (GArray) marks = nida_scene_brushables (scene);
  g_autofree NidaMoney *inside = g_new (NidaMoney, marks->len + 1);
  const NidaNode *whole = nida_scene_find (scene, "area/B"), *part;
  guint below = 0;

  for (guint i = 0; i < marks->len; i++)
    inside[i] = g_array_index (marks, NidaBrushable, i).mark->money / 2;
  brushed = nida_scene_brushed (scene, marks, inside, NULL, NULL);
  part = nida_scene_find (brushed, "area/B/inside");
  g_assert_nonnull (part);
  for (guint i = 0; i < whole->n_points / 2; i++)
    {
      double foot = whole->points[whole->n_points - 1 - i].y;

      g_assert_cmpfloat_with_epsilon (part->points[part->n_points - 1 - i].y, foot, 0.01);
      g_assert_cmpfloat_with_epsilon (part->points[i].y - foot, (whole->points[i].y - foot) / 2, 0.01);
      below += whole->points[i].y > foot;
    }
  g_assert_cmpuint (below, ==, 2);
}

static void
test_refusals (void)
{
  const SampleRow shares[] = {
    { NIDA_KIND_REQUIREMENT, "2024", "P", .amount = 100 },
    { NIDA_KIND_PAID, "2024", "P", .amount = 40 },
  };
  g_autoptr (NidaScene) coverage = scene_of (shares, G_N_ELEMENTS (shares), NIDA_MEASURE_COVERAGE, 0);
  g_autoptr (NidaScene) empty = scene_of (gifts, 0, NIDA_MEASURE_RECEIVED, 0);

  g_assert_nonnull (strstr (sample_text (coverage, "message"), "Shares do not add up"));
  g_assert_nonnull (sample_text (empty, "message"));
}

static void
test_tidy (void)
{
  g_autoptr (NidaChartSpec) spec = nida_chart_spec_new (NIDA_CHART_AREA);

  for (guint seed = 0; seed < 40; seed++)
    {
      g_autoptr (NidaDataset) dataset = sample_random (seed + 8000, seed % 3 == 0, seed % 5 == 0);
      g_autofree char *what = g_strdup_printf ("area, seed %u", seed);

      spec->measure = seed % 3 == 0 ? NIDA_MEASURE_REQUIREMENT : NIDA_MEASURE_RECEIVED;
      spec->step = seed % 2 ? NIDA_STEP_QUARTER : NIDA_STEP_NONE;
      sample_assert_tidy_everywhere (dataset, spec, what);
    }
}

/* Where the first periods rise above the last tick, they stand beside its words. */
static void
test_unit (void)
{
  const SampleRow rows[] = {
    { NIDA_KIND_PAID, "2022", .donor = "A", .amount = 218 },
    { NIDA_KIND_PAID, "2023", .donor = "A", .amount = 40 },
    { NIDA_KIND_PAID, "2024", .donor = "A", .amount = 30 },
  };

  for (gint64 amount = 101; amount < 400; amount += 9)
    {
      SampleRow first[G_N_ELEMENTS (rows)];
      g_autoptr (NidaScene) scene = NULL;
      const NidaNode *words = NULL, *cell;

      memcpy (first, rows, sizeof rows);
      first[0].amount = amount;
      scene = scene_of (first, G_N_ELEMENTS (first), NIDA_MEASURE_RECEIVED, 0);
      cell = nida_scene_find (scene, "cell/A|2022");
      for (guint i = 0; i < nida_scene_get_n_nodes (scene); i++)
        if (nida_scene_get_node (scene, i)->text != NULL && g_str_has_suffix (nida_scene_get_node (scene, i)->text, " US$"))
          words = nida_scene_get_node (scene, i);
      g_assert_nonnull (words);
      g_assert_true (cell->box.y >= words->box.y + words->box.height - 0.1 || cell->box.x >= words->box.x + words->box.width);
    }
}

/* Of many periods the hues are seen and not the edges between them, in high contrast, too. */
static void
test_narrow (void)
{
  SampleRow rows[2 * 12 * 20];
  char dates[12 * 20][8];
  g_autoptr (NidaScene) many = NULL, few = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (dates); i++)
    {
      g_snprintf (dates[i], sizeof dates[i], "%u-%02u", 2004 + i / 12, i % 12 + 1);
      rows[2 * i] = (SampleRow) { NIDA_KIND_PAID, dates[i], .donor = "A", .amount = 40 + 37 * i % 60 };
      rows[2 * i + 1] = (SampleRow) { NIDA_KIND_PAID, dates[i], .donor = "B", .amount = 30 + 17 * i % 50 };
    }
  many = stepped_scene_of (rows, G_N_ELEMENTS (rows), NIDA_STEP_MONTH, NIDA_MEASURE_RECEIVED, 0);
  few = stepped_scene_of (rows, 2 * 24, NIDA_STEP_MONTH, NIDA_MEASURE_RECEIVED, 0);
  for (NidaTheme theme = 0; theme < NIDA_N_THEMES; theme++)
    {
      g_assert_cmpint (nida_node_outline (nida_scene_find (many, "area/A"), theme, 1), ==, NIDA_COLOR_NONE);
      g_assert_cmpint (nida_node_outline (nida_scene_find (few, "area/A"), theme, 1), !=, NIDA_COLOR_NONE);
    }
}

static void
test_golden (void)
{
  g_autoptr (NidaDataset) dataset = sample_dataset (gifts, G_N_ELEMENTS (gifts));
  g_autoptr (NidaChartSpec) spec = nida_chart_spec_new (NIDA_CHART_AREA);

  sample_assert_goldens (dataset, spec, SAMPLE_WIDE, "area");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/area/parts/meet-and-are-in-proportion", test_stack);
  g_test_add_func ("/area/period/is-a-flat-step", test_steps);
  g_test_add_func ("/area/narrow-periods/have-no-edges", test_narrow);
  g_test_add_func ("/area/no-hue/is-a-shade", test_shades);
  g_test_add_func ("/area/no-hue/columns-have-the-same-shades", test_columns_of_shades);
  g_test_add_func ("/area/below-zero/hangs-from-the-foot", test_below_zero);
  g_test_add_func ("/area/below-zero/brushed", test_brushed_below_zero);
  g_test_add_func ("/area/shares/explain-themselves", test_refusals);
  g_test_add_func ("/area/random/labels-stay-inside-and-apart", test_tidy);
  g_test_add_func ("/area/axis/words-of-the-unit-stand-on-no-fill", test_unit);
  g_test_add_func ("/area/golden", test_golden);
  return g_test_run ();
}
