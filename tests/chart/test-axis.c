/* test-axis.c tests axis.c, period-axis.c and day-axis.c. */
#include "axis.h"
#include "recipe-fixture.h"

#define MILLION (1000 * NIDA_MONEY_UNIT * 1000)

static void
test_unit_on_last (void)
{
  Fixture fixture;
  NidaValueAxis axis;
  NidaBox box = { 16, 40, 400, 200 };
  g_autoptr (NidaScene) scene = NULL;
  g_autofree char *labels = NULL;

  fixture_init (&fixture, "en", NIDA_TIME_LTR, 432, 300);
  nida_value_axis_train (&axis, &fixture.recipe, NIDA_MEASURE_RECEIVED, 0, 137700 * MILLION / 1000);
  nida_value_axis_grid (&axis, &fixture.recipe, box);
  nida_value_axis_labels (&axis, &fixture.recipe, box, FALSE);
  scene = fixture_end (&fixture);
  labels = fixture_texts (scene, "axis/");
  g_assert_cmpstr (labels, ==, "50 | 100 | 150 million US$");
  g_assert_nonnull (nida_scene_find (scene, "axis/zero"));
  g_assert_cmpfloat (nida_scene_find (scene, "axis/zero")->points[0].y, ==, 240.0);
  g_assert_cmpfloat (nida_scene_find (scene, "axis/3")->box.y + 18.0, ==, 40.0);
  g_assert_cmpfloat (axis.gutter, ==, 3 * 0.55 * 12 + 6);
  fixture_clear (&fixture);
}

static void
test_past_side (void)
{
  Fixture fixture;
  NidaValueAxis axis;
  g_autoptr (NidaScene) scene = NULL;

  fixture_init (&fixture, "ar", NIDA_TIME_LTR, 432, 300);
  nida_value_axis_train (&axis, &fixture.recipe, NIDA_MEASURE_RECEIVED, 0, 100 * MILLION);
  nida_value_axis_labels (&axis, &fixture.recipe, (NidaBox) { 16, 40, 400, 200 },
                          nida_recipe_time_reversed (&fixture.recipe));
  scene = fixture_end (&fixture);
  g_assert_cmpint (nida_scene_find (scene, "axis/1")->anchor, ==, NIDA_ANCHOR_END);
  fixture_clear (&fixture);
}

static void
test_negative (void)
{
  Fixture fixture;
  NidaValueAxis axis;
  NidaScale scale;
  g_autoptr (NidaScene) scene = NULL;
  g_autofree char *labels = NULL;
  NidaBox box = { 0, 0, 400, 200 };

  fixture_init (&fixture, "en", NIDA_TIME_LTR, 432, 300);
  nida_value_axis_train (&axis, &fixture.recipe, NIDA_MEASURE_RECEIVED, -12 * MILLION, 31 * MILLION);
  g_assert_cmpint (axis.min, ==, -12 * MILLION);
  g_assert_cmpint (axis.max, ==, 31 * MILLION);
  scale = nida_value_axis_scale (&axis, box);
  g_assert_cmpfloat (nida_scale_map (&scale, 0), <, 200.0);
  nida_value_axis_labels (&axis, &fixture.recipe, box, FALSE);
  scene = fixture_end (&fixture);
  labels = fixture_texts (scene, "axis/");
  g_assert_nonnull (strstr (labels, "10 | 0 | 10 | 20 | 30 million US$"));
  fixture_clear (&fixture);
}

static void
test_counts_and_shares (void)
{
  Fixture fixture;
  NidaValueAxis counts, shares;
  g_autoptr (NidaScene) scene = NULL;
  g_autofree char *labels = NULL;

  fixture_init (&fixture, "en", NIDA_TIME_LTR, 432, 300);
  nida_value_axis_train (&counts, &fixture.recipe, NIDA_MEASURE_COUNT, 0, 2);
  for (guint i = 1; i < counts.ticks.n; i++)
    g_assert_cmpfloat (counts.ticks.values[i] - counts.ticks.values[i - 1], >=, 1.0);
  nida_value_axis_train (&shares, &fixture.recipe, NIDA_MEASURE_COVERAGE, 0, 1000000);
  nida_value_axis_labels (&shares, &fixture.recipe, (NidaBox) { 0, 20, 400, 200 }, FALSE);
  scene = fixture_end (&fixture);
  labels = fixture_texts (scene, "axis/");
  g_assert_cmpstr (labels, ==, "25% | 50% | 75% | 100%");
  fixture_clear (&fixture);
}

static void
test_nothing (void)
{
  Fixture fixture;
  NidaValueAxis axis;

  fixture_init (&fixture, "en", NIDA_TIME_LTR, 432, 300);
  nida_value_axis_train (&axis, &fixture.recipe, NIDA_MEASURE_RECEIVED, NIDA_MONEY_NONE, NIDA_MONEY_NONE);
  g_assert_cmpint (axis.min, ==, 0);
  g_assert_cmpint (axis.max, >, 0);
  fixture_clear (&fixture);
}

static guint
fill_months (NidaPeriod *periods,
             int         year,
             int         month,
             guint       n)
{
  for (guint i = 0; i < n; i++)
    {
      int index = year * 12 + month - 1 + i;

      periods[i].start = periods[i].end = nida_date_new_month (index / 12, index % 12 + 1);
    }

  return n;
}

/* Trains and draws @n months from May 2025 minus years as needed; returns the scene. */
static NidaScene *
draw_months (const char        *code,
             NidaTimeDirection  direction,
             guint              n,
             double             width,
             double            *height)
{
  Fixture fixture;
  NidaPeriod periods[600];
  NidaPeriodAxis axis;
  NidaBandScale bands;
  NidaScene *scene;

  fixture_init (&fixture, code, direction, width, 300);
  fill_months (periods, 2025, 5, n);
  nida_period_axis_train (&axis, &fixture.recipe, periods, n, NIDA_STEP_MONTH, width, NIDA_DATE_NONE);
  bands = (NidaBandScale) { n, { 0, width }, 0.3, nida_recipe_time_reversed (&fixture.recipe) };
  nida_period_axis_emit (&axis, &fixture.recipe, &bands, 200);
  *height = axis.height;
  scene = fixture_end (&fixture);
  fixture_clear (&fixture);

  return scene;
}

static void
test_months (void)
{
  double height;
  g_autoptr (NidaScene) scene = draw_months ("en", NIDA_TIME_LTR, 12, 600, &height);
  g_autofree char *months = fixture_texts (scene, "axis/period");
  g_autofree char *years = fixture_texts (scene, "axis/year");

  g_assert_cmpstr (months, ==, "May | Jun | Jul | Aug | Sep | Oct | Nov | Dec | Jan | Feb | Mar | Apr");
  g_assert_cmpstr (years, ==, "2026 | 2025");
  g_assert_cmpint (nida_scene_find (scene, "axis/period/8")->font, ==, NIDA_FONT_VALUE_BOLD);
  g_assert_cmpint (nida_scene_find (scene, "axis/year/2026")->font, ==, NIDA_FONT_VALUE_BOLD);
  g_assert_null (nida_scene_find (scene, "axis/latest"));
}

static void
test_thinned (void)
{
  static const guint counts[] = { 1, 2, 7, 12, 24, 36, 60, 120, 500 };
  static const double widths[] = { 120, 200, 320, 480, 648 };

  for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
    for (guint k = 0; k < G_N_ELEMENTS (widths); k++)
      for (guint arabic = 0; arabic < 2; arabic++)
        {
          double height;
          g_autoptr (NidaScene) scene = draw_months (arabic ? "ar" : "en", NIDA_TIME_LTR, counts[i], widths[k], &height);

          fixture_assert_no_overlap (scene, "axis/");
          for (guint n = 0; n < nida_scene_get_n_nodes (scene); n++)
            {
              const NidaNode *node = nida_scene_get_node (scene, n);

              g_assert_cmpfloat (node->box.y + node->box.height, <=, 200 + height + 1e-6);
            }
        }
}

static void
test_cue (void)
{
  double height;
  g_autoptr (NidaScene) same = draw_months ("ar", NIDA_TIME_RTL, 12, 600, &height);
  g_autoptr (NidaScene) follow = draw_months ("ar", NIDA_TIME_FOLLOW, 12, 600, &height);
  g_autoptr (NidaScene) other = draw_months ("ar", NIDA_TIME_LTR, 12, 600, &height);
  const NidaNode *arrow = nida_scene_find (other, "axis/arrow");

  g_assert_null (nida_scene_find (same, "axis/latest"));
  g_assert_null (nida_scene_find (follow, "axis/latest"));
  g_assert_nonnull (nida_scene_find (other, "axis/latest"));
  /* Seen from left to right, the newest end is the right one, and so is the arrow. */
  g_assert_cmpfloat (arrow->points[1].x, ==, 600.0);
  g_assert_cmpfloat (arrow->points[0].x, <, 600.0);
  /* L11: time grows to the right, or to the left. */
  g_assert_cmpfloat (nida_scene_find (other, "axis/period/0")->box.x, <, nida_scene_find (other, "axis/period/11")->box.x);
  g_assert_cmpfloat (nida_scene_find (same, "axis/period/0")->box.x, >, nida_scene_find (same, "axis/period/11")->box.x);
}

static void
test_english_reversed (void)
{
  double height;
  g_autoptr (NidaScene) scene = draw_months ("en", NIDA_TIME_RTL, 12, 600, &height);
  g_autofree char *cue = fixture_texts (scene, "axis/latest");

  g_assert_cmpstr (cue, ==, "Latest: Apr 2026");
  g_assert_cmpfloat (nida_scene_find (scene, "axis/arrow")->points[1].x, ==, 0.0);
}

static void
test_years (void)
{
  Fixture fixture;
  NidaPeriod periods[19];
  NidaPeriodAxis axis;
  NidaBandScale bands = { 19, { 0, 240 }, 0.2, FALSE };
  g_autoptr (NidaScene) scene = NULL;
  g_autofree char *labels = NULL;

  for (guint i = 0; i < 19; i++)
    periods[i].start = periods[i].end = nida_date_new_year (2007 + i);
  fixture_init (&fixture, "en", NIDA_TIME_LTR, 300, 300);
  nida_period_axis_train (&axis, &fixture.recipe, periods, 19, NIDA_STEP_YEAR, 240, NIDA_DATE_NONE);
  nida_period_axis_emit (&axis, &fixture.recipe, &bands, 100);
  scene = fixture_end (&fixture);
  labels = fixture_texts (scene, "axis/");
  g_assert_cmpstr (labels, ==, "2010 | 2015 | 2020 | 2025");
  fixture_clear (&fixture);
}

static void
test_days (void)
{
  static const char * const expected[] = { "2024 | 2025 | 2026", "Q2 | 2024 | Q3 | Q4" };
  const gint32 firsts[] = { nida_days_from_civil (2023, 6, 1), nida_days_from_civil (2024, 3, 5) };
  const gint32 lasts[] = { nida_days_from_civil (2026, 6, 1), nida_days_from_civil (2024, 11, 1) };

  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      Fixture fixture;
      NidaScale days = { firsts[i], lasts[i], { 0, 256 }, FALSE };
      g_autoptr (NidaScene) scene = NULL;
      g_autofree char *labels = NULL;

      fixture_init (&fixture, "en", NIDA_TIME_LTR, 256, 300);
      nida_day_axis_emit (&fixture.recipe, &days, 100, NIDA_DATE_NONE);
      scene = fixture_end (&fixture);
      labels = fixture_texts (scene, "axis/");
      g_assert_cmpstr (labels, ==, expected[i]);
      fixture_assert_no_overlap (scene, "axis/");
      fixture_clear (&fixture);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/value-axis/last-tick/carries-the-unit", test_unit_on_last);
  g_test_add_func ("/value-axis/arabic/labels-stand-on-the-side-of-the-past", test_past_side);
  g_test_add_func ("/value-axis/negative/holds-zero-and-data", test_negative);
  g_test_add_func ("/value-axis/counts-and-shares/whole-numbers-and-percent", test_counts_and_shares);
  g_test_add_func ("/value-axis/no-data/still-has-a-domain", test_nothing);
  g_test_add_func ("/period-axis/months/year-bold-under-its-first", test_months);
  g_test_add_func ("/period-axis/any-width/labels-never-touch", test_thinned);
  g_test_add_func ("/period-axis/cue/only-against-the-text", test_cue);
  g_test_add_func ("/period-axis/cue/english-from-right-to-left", test_english_reversed);
  g_test_add_func ("/period-axis/years/every-fifth-when-narrow", test_years);
  g_test_add_func ("/day-axis/ticks/years-or-quarters", test_days);

  return g_test_run ();
}
